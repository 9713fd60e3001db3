"""The same cases in `eventsourcing`: its aggregates, its SQLite recorder, its cipher, as its manual shows them.

The aggregate keeps the events as plain data and does the least that a case can be rebuilt with: the facts and their
days, and the klaagschrift. Types, dates, extensions and letters, which ours restores, are left out in its favour. It
seals with AES-GCM under one key for all (ours: a key a case), by the same library for cryptography as ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from eventsourcing.application import Application
from eventsourcing.cryptography import AESCipher
from eventsourcing.domain import Aggregate, event

from klachtcli.journaal.codec import Vastlegging

Feiten = tuple[dict[str, str], str]


class Dossier(Aggregate):
    """A case."""

    @event("Ontvangen")
    def __init__(self, nummer: str, anker: str, gegevens: dict[str, Any]) -> None:
        self.nummer = nummer
        self.ankers = {anker: gegevens["op"]}
        self.klaagschrift = gegevens["klaagschrift"]

    @staticmethod
    def create_id(nummer: str) -> UUID:
        """The case's id in the store."""
        return uuid5(NAMESPACE_URL, nummer)

    @event("Gebeurd")
    def gebeur(self, anker: str, gegevens: dict[str, Any]) -> None:
        """Something happened in the case."""
        if anker:
            self.ankers[anker] = gegevens["op"]


class Kast:
    """The store with all cases. Use as a context manager."""

    def __init__(self, pad: Path, sleutel: str) -> None:
        self._app: Application[UUID] = Application(env={
            "PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(pad),
            "CIPHER_TOPIC": "eventsourcing.cryptography:AESCipher", "CIPHER_KEY": sleutel,
        })  # fmt: skip

    @staticmethod
    def nieuwe_sleutel() -> str:
        """A key of 256 bits."""
        return AESCipher.create_key(32)

    def bewaar(self, nummer: str, reeks: Iterable[Vastlegging]) -> int:
        """Store the events of a case; how many there were."""
        eerste, *verder = [(v.gebeurtenis.anker, msgspec.to_builtins(v.gebeurtenis)) for v in reeks]
        dossier = Dossier(nummer, *eerste)
        for anker, gegevens in verder:
            dossier.gebeur(anker, gegevens)
        self._app.save(dossier)
        return 1 + len(verder)

    def herbouw(self, nummer: str) -> Dossier:
        """A case from its events."""
        dossier: Dossier = self._app.repository.get(Dossier.create_id(nummer))
        return dossier

    def __enter__(self) -> Kast:
        return self

    def __exit__(self, *_: object) -> None:
        self._app.close()
