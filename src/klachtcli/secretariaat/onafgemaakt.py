"""A klaagschrift that is being asked for and is not recorded yet: kept sealed in the work folder, until it is.

Each is two files under a name that says when it was begun and nothing else: `.antwoorden`, written anew at each answer,
and `.stukken`, written once, with what was brought along.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from klachtcli import klok
from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.papieren import Papier
from klachtcli.journaal.kladzegel import ontzegel_klad, verzegel_klad
from klachtcli.recht.datum import met_weekdag
from klachtcli.schijf import reden, vervang, wis
from klachtcli.secretariaat.bevindingen import Bevinding
from klachtcli.secretariaat.werkmap import Werkmap

MAP = "onafgemaakt"
OUD = timedelta(days=1)  # of a klaagschrift that lies longer nobody watches the terms
_ANTWOORDEN, _STUKKEN, _VORM = ".antwoorden", ".stukken", "%Y%m%dT%H%M%SZ"


class Stand(msgspec.Struct):
    """How far a conversation is: what is known of each question, and which were asked, in order.

    opmerkingen: what there is to tell beforehand. overslaan: the fields that the regulation does not ask for.
    genomen: the places of which the answer was read and is not asked, unless one goes back to it.
    gezegd: what a form says at a place where that is no answer: to be seen while the question is asked.
    """

    bekend: dict[str, str | bool | list[str] | None] = {}
    gevraagd: list[str] = []
    opmerkingen: list[str] = []
    overslaan: list[str] = []
    genomen: list[str] = []
    gezegd: dict[str, str] = {}


def nieuw(werkmap: Werkmap) -> Path:
    """Where a new one is kept, once there is something to keep."""
    return werkmap.pad / MAP / f"{klok.nu():{_VORM}}-{os.urandom(3).hex()}{_ANTWOORDEN}"


def bewaar(werkmap: Werkmap, klad: Path, stand: Stand) -> None:
    """Keep what is known now, sealed, on disk before this returns. Raises Onbruikbaar."""
    _schrijf(werkmap, klad, msgspec.msgpack.encode(stand))


def bewaar_stukken(werkmap: Werkmap, klad: Path, papieren: Sequence[Papier]) -> None:
    """Keep what was brought along, sealed. Raises Onbruikbaar."""
    if papieren:
        _schrijf(werkmap, klad.with_suffix(_STUKKEN), msgspec.msgpack.encode(list(papieren)))


def lees(werkmap: Werkmap, klad: Path) -> tuple[Stand, list[Papier]]:
    """How far it was, and what was brought along. Raises Onbruikbaar where it cannot be opened."""
    stukken = klad.with_suffix(_STUKKEN)
    try:
        return (
            msgspec.msgpack.decode(_open(werkmap, klad), type=Stand),
            msgspec.msgpack.decode(_open(werkmap, stukken), type=list[Papier]) if stukken.exists() else [],
        )
    except msgspec.DecodeError:
        feit = f"het onafgemaakte klaagschrift {klad.stem} is van een andere versie van klacht"
        raise Onbruikbaar("klad-beschadigd", feit, herstel="Leg het klaagschrift opnieuw vast") from None


def alle(werkmap: Werkmap) -> list[Path]:
    """Those that are there, the first begun first."""
    return sorted((werkmap.pad / MAP).glob(f"*{_ANTWOORDEN}"))


def gooi_weg(klad: Path) -> None:
    """Remove one, with noise over what it held. Raises Onbruikbaar."""
    try:
        for pad in (klad.with_suffix(_STUKKEN), klad):
            if pad.exists():
                wis(pad)
        with suppress(OSError):  # others are in it
            klad.parent.rmdir()
    except OSError as fout:
        feit = f"het onafgemaakte klaagschrift {klad.stem} is niet te verwijderen: {reden(fout)}"
        raise Onbruikbaar("klad-niet-weg", feit, herstel=f"Verwijder het uit de map {MAP}") from None


def begonnen(klad: Path) -> datetime:
    """When it was begun, in Amsterdam; by its name, or else by its file."""
    try:
        moment = datetime.strptime(klad.stem.partition("-")[0], _VORM).replace(tzinfo=UTC)
    except ValueError:
        moment = datetime.fromtimestamp(klad.stat().st_mtime, UTC)
    return klok.in_amsterdam(moment)


def kijk_onafgemaakt_na(werkmap: Werkmap) -> Iterator[Bevinding]:
    """Those that lie long, and those that cannot be opened any more; nothing of what is in them."""
    for klad in alle(werkmap):
        try:
            lees(werkmap, klad)
        except Onbruikbaar as fout:
            yield Bevinding("werkmap", "bevinding", fout.code, fout.feit, fout.herstel)
            continue
        if klok.nu() - begonnen(klad) > OUD:
            feit = (
                f"een klaagschrift van {met_weekdag(begonnen(klad))} is nog niet vastgelegd, en niemand telt de dagen"
            )
            yield Bevinding("werkmap", "bevinding", "klad-oud", feit, "Ga verder met: klacht ontvang --hervat")


def _schrijf(werkmap: Werkmap, pad: Path, inhoud: bytes) -> None:
    with werkmap.journaal() as journaal:
        verzegeld = verzegel_klad(journaal.ring, pad.name, inhoud)
    try:
        pad.parent.mkdir(mode=0o700, exist_ok=True)
        with vervang(pad) as bestand:
            bestand.write(verzegeld)
    except OSError as fout:
        raise Onbruikbaar("klad-niet-te-bewaren", f"wat u typt, is niet te bewaren: {reden(fout)}") from None


def _open(werkmap: Werkmap, pad: Path) -> bytes:
    try:
        verzegeld = pad.read_bytes()
    except OSError as fout:
        feit = f"het onafgemaakte klaagschrift {pad.stem} is niet te lezen: {reden(fout)}"
        raise Onbruikbaar("klad-onleesbaar", feit, herstel="Geef uzelf leesrecht op de map") from None
    with werkmap.journaal() as journaal:
        return ontzegel_klad(journaal.ring, pad.name, verzegeld)
