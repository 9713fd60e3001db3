"""The journal, on 100,000 entries: cases of twelve, each with a klaagschrift of a few hundred words.

- Reading everything, verified, opened and decoded, against `SELECT *` of the same rows into Python on a bare
  connection. Both open the file anew; ours also fetches and unwraps the key of every case.
- Rebuilding cases one by one, against `eventsourcing` (see `bibliotheek`), the same cases with the same events.
- One durable act in an open journal, an event of a few hundred bytes in a case that exists, against appending as many
  bytes to a plain file: open, write, fsync, close.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.bibliotheek import Dossier, Kast
from benchmarks.meten import Meting, eis_gelijk, scan, wisselend
from benchmarks.vulling import maak, tijdelijk
from klachtcli import klok
from klachtcli.journaal.opslag import Journaal
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import BriefVerzonden
from klachtcli.zaak.zaak import Zaak, vouw

ZAKEN = 8_334
GEBEURTENISSEN = 100_000
STEEKPROEF = 2_000


def meet() -> list[Meting]:
    """The measures of this subject."""
    with tijdelijk() as map_:
        werkmap = maak(map_ / "werkmap", gesloten_zaken=ZAKEN)
        return [_lezen(werkmap), _herbouwen(werkmap, map_ / "bibliotheek.sqlite"), _handeling(werkmap)]


def _lezen(werkmap: Werkmap) -> Meting:
    bestand = werkmap.pad / JOURNAAL
    eis_gelijk("aantal gelezen vastleggingen", _lees_alles(werkmap), scan(bestand))
    eis_gelijk(f"ten minste {GEBEURTENISSEN} vastleggingen", scan(bestand) >= GEBEURTENISSEN, True)
    paren = wisselend(lambda: scan(bestand), lambda: _lees_alles(werkmap), paren=7)
    return Meting("alles lezen en narekenen, van een kale scan", paren.verhouding, 0.18, True, paren.in_ms)


def _lees_alles(werkmap: Werkmap) -> int:
    aantal = 0
    with werkmap.journaal() as journaal:
        for _ in journaal.lees_alles():
            aantal += 1
    return aantal


def _herbouwen(werkmap: Werkmap, pad: Path) -> Meting:
    sleutel = Kast.nieuwe_sleutel()
    with werkmap.journaal() as journaal, Kast(pad, sleutel) as kast:
        zaken = journaal.zaken()[:: ZAKEN // STEEKPROEF][:STEEKPROEF]
        aantal = sum(kast.bewaar(zaak, journaal.lees(zaak)) for zaak in zaken)
    _eis_dezelfde(_uit_journaal(werkmap, zaken), _uit_bibliotheek(pad, sleutel, zaken))
    paren = wisselend(lambda: _uit_bibliotheek(pad, sleutel, zaken), lambda: _uit_journaal(werkmap, zaken), paren=5)
    wat = f"zaken herbouwen, van eventsourcing ({len(zaken)} zaken, {aantal} gebeurtenissen)"
    return Meting(wat, paren.verhouding, 4, True, paren.in_ms)


def _eis_dezelfde(onze: list[Zaak | None], hunne: list[Dossier]) -> None:
    """The same cases, each with the same facts and the same conduct."""
    for zaak, dossier in zip(onze, hunne, strict=True):
        assert zaak is not None
        feiten = {anker: str(zaak.ankers[anker]) for anker in dossier.ankers}
        gedragingen = [g["omschrijving"] for g in dossier.klaagschrift["gedraging"]]
        eis_gelijk("zaaknummer", zaak.nummer, dossier.nummer)
        eis_gelijk(f"feiten van {zaak.nummer}", feiten, dossier.ankers)
        eis_gelijk(f"gedragingen in {zaak.nummer}", [g.omschrijving for g in zaak.klaagschrift.gedraging], gedragingen)


def _uit_journaal(werkmap: Werkmap, zaken: list[str]) -> list[Zaak | None]:
    with werkmap.journaal() as journaal:
        return [vouw(zaak, (v.gebeurtenis for v in journaal.lees(zaak))) for zaak in zaken]


def _uit_bibliotheek(pad: Path, sleutel: str, zaken: list[str]) -> list[Dossier]:
    with Kast(pad, sleutel) as kast:
        return [kast.herbouw(zaak) for zaak in zaken]


def _handeling(werkmap: Werkmap) -> Meting:
    los = werkmap.pad / "los.txt"
    with werkmap.journaal(schrijven=True) as journaal:
        voor = journaal.zegel().nummer
        _leg_vast(journaal)
        eis_gelijk("aantal vastleggingen na een handeling", journaal.zegel().nummer, voor + 1)
        bytes_ = b"x" * _grootte(werkmap.pad / JOURNAAL)
        paren = wisselend(lambda: _leg_vast(journaal), lambda: _schrijf(los, bytes_), paren=300)
    return Meting("een handeling, van kaal schrijven met fsync", paren.verhouding, 6, toelichting=paren.in_ms)


def _leg_vast(journaal: Journaal) -> None:
    with journaal.handeling(door="benchmark") as schrijver:
        schrijver.voeg_toe("K2025-001", BriefVerzonden(klok.vandaag(), "advies"))


def _schrijf(pad: Path, inhoud: bytes) -> None:
    with pad.open("ab") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def _grootte(bestand: Path) -> int:
    """How many bytes the last entry holds."""
    velden = "nummer || zaak || soort || vastgelegd_op || rol || versie"
    with closing(sqlite3.connect(bestand)) as db:
        (grootte,) = db.execute(
            f"SELECT length({velden}) + length(inhoud) + 64 FROM journaal ORDER BY nummer DESC LIMIT 1"
        ).fetchone()
    return int(grootte)
