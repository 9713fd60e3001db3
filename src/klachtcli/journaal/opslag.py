"""The journal's store: one SQLite file, append-only, one transaction an act, on disk before the act is said done.

Rollback journal (DELETE) keeps one file at rest, which a read-only folder and a full disk still let us read;
`synchronous = EXTRA` also syncs the folder after a commit, so a power cut cannot bring an old state back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from msgspec import DecodeError

from klachtcli.fouten import KlachtFout
from klachtcli.journaal.bestand import controleer_bestand, open_bestand
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.lezen import KOLOMMEN, Lezer, onleesbaar, vastlegging
from klachtcli.journaal.oprichting import richt_op
from klachtcli.journaal.schade import beschadigd, vertaal
from klachtcli.journaal.schrijver import STUK, Schrijver, volgt_op
from klachtcli.journaal.sleutels import Sleutelring, ontzegel
from klachtcli.journaal.vernieuwing import fris_op
from klachtcli.zaak.gebeurtenissen import BLIJFT

_KETEN = f"SELECT {KOLOMMEN}, inhoud_sha256, hash FROM journaal ORDER BY nummer"  # noqa: S608 - our own constant


class Journaal(Lezer):
    """The journal of one work folder, open. Use as a context manager; one that only reads sees one moment of it."""

    def __init__(self, pad: Path, *, schrijven: bool = False, sleutelmap: Path | None = None) -> None:
        self._db, self.werkmap, self.keten = open_bestand(pad, schrijven=schrijven)
        try:
            self.ring = Sleutelring(self.werkmap, sleutelmap, schrijven=schrijven)
        except KlachtFout:
            self._db.close()
            raise
        self._schrijft = schrijven

    @classmethod
    def maak(cls, pad: Path, werkmap: str, *, door: str, sleutelmap: Path | None = None) -> None:
        """A new journal with its first entry, and its ring; refused where one is already there."""
        richt_op(pad, werkmap, door, sleutelmap)

    def __enter__(self) -> Journaal:
        if not self._schrijft:
            with vertaal():
                self._db.execute("BEGIN")
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self.ring.sluit()

    def lees_alles(self, zonder: Collection[str] = ()) -> Iterator[Vastlegging]:
        """Every entry, its link in the chain verified and its content opened; raises Onbruikbaar at the first fault.

        Entries bear moments in their order, as the writer saw to it (`schrijver`).
        zonder: cases whose key is not there; of these the chain is verified alone.
        """
        stukken: dict[int, str] = {}
        for rij, kop in self._schakels():
            nummer, zaak, soort, *_, verzegeld, _, _ = rij
            if verzegeld is None or zaak in zonder:
                continue
            try:
                inhoud = ontzegel(self._sleutel(zaak, soort), verzegeld, kop)
                v = None if soort == STUK else vastlegging(rij[:6], inhoud)
            except (InvalidTag, TypeError):
                raise beschadigd(nummer) from None
            except (KeyError, DecodeError):
                raise onleesbaar(nummer, soort) from None
            if v is None:
                stukken[nummer] = sha256(inhoud).hexdigest()
                continue
            for stuk in getattr(v.gebeurtenis, "stukken", ()):
                if stukken.pop(stuk.nummer, None) != stuk.sha256:
                    raise beschadigd(stuk.nummer)
            yield v
        if stukken:
            raise beschadigd(min(stukken))

    def controleer_keten(self) -> Zegel:
        """Every link of the chain, and that each sealed content is what was chained, without opening it.

        Gives the head. Raises Onbruikbaar at the first fault.
        """
        nummer, hash_ = 0, self.keten.begin(self.werkmap)
        for rij, _ in self._schakels():
            nummer, hash_ = rij[0], rij[8]
        return Zegel(nummer, hash_)

    def _schakels(self) -> Iterator[tuple[Any, bytes]]:
        """Every entry as the table has it, and its plain fields as bytes: its link, content and moment verified."""
        vorige, nummer, toen = self.keten.begin(self.werkmap), 0, ""
        kop, schakel = self.keten.kop, self.keten.schakel
        try:
            vernietigd = self._vernietigde_zaken()
            for rij in self._db.execute(_KETEN):
                nummer, zaak, soort, op, rol, versie, verzegeld, inhoud_sha256, hash_ = rij
                if verzegeld is None:
                    heel = zaak in vernietigd and soort not in BLIJFT
                else:
                    heel = sha256(verzegeld).digest() == inhoud_sha256
                velden = kop(nummer, zaak, soort, op, rol, versie)
                vorige = schakel(vorige, velden, inhoud_sha256)
                if not heel or vorige != hash_ or not volgt_op(op, toen):
                    raise beschadigd(nummer)
                toen = op
                yield rij, velden
        except TypeError:
            raise beschadigd(nummer) from None
        except (sqlite3.Error, UnicodeDecodeError):
            raise beschadigd(nummer + 1) from None

    def controleer_bestand(self) -> None:
        """That the file around the entries is sound: pages, indexes, tables, triggers."""
        controleer_bestand(self._db)

    @contextmanager
    def handeling(
        self, *, door: str, rol: str = "secretaris", proef: bool = False, daarna: Callable[[], None] | None = None
    ) -> Iterator[Schrijver]:
        """One act: read and append in one transaction; all of it is on disk when this ends, or none of it.

        With `proef` everything is done but nothing is kept. Raises Onbruikbaar where another process keeps writing,
        the disk is full, or the clock runs behind the last entry. `daarna`: told at once when it is on disk.
        """
        with vertaal():
            self._db.execute("BEGIN IMMEDIATE")
        try:
            fris_op(self.ring, afronden=not proef)
            yield Schrijver(self._db, self.ring, self.keten, door, rol, proef)
            with vertaal():
                self._db.execute("ROLLBACK" if proef else "COMMIT")
            if daarna is not None and not proef:
                daarna()
        finally:
            if self._db.in_transaction:
                with suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
