"""The templates in the work folder, each held against what its letter must and may hold: before one is ever needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import KlachtFout
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import geldend, lees_regelingen
from klachtcli.journaal.keten import Zegel
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Bron
from klachtcli.secretariaat.post import lees_brieven, lees_sjabloon
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.brieven import Brief, Omgeving, Waarden
from klachtcli.zaak.gebeurtenissen import KlaagschriftOntvangen
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import vouw


class Keuring(NamedTuple):
    """One template, and everything that is wrong with it, with its code."""

    brief: Brief
    fouten: list[tuple[str, str]]


def keur(werkmap: Werkmap) -> list[Keuring]:
    """Every template: read, compiled, held against its facts, and filled on trial, with all and with the least."""
    bekend = _plaatshouders(werkmap)
    return [Keuring(brief, list(_fouten(werkmap, brief, bekend))) for brief in lees_brieven(werkmap).brief]


def _fouten(werkmap: Werkmap, brief: Brief, bekend: Waarden) -> Iterator[tuple[str, str]]:
    from klachtcli.stukken.gegevens import ANDERS, PRIVE
    from klachtcli.stukken.sjabloon import laad

    try:
        sjabloon = laad(lees_sjabloon(werkmap, brief), brief.soort)
    except KlachtFout as fout:
        yield fout.code, fout.feit
        return
    for naam in sorted(set(brief.verplicht) - sjabloon.namen):
        yield "feit-ontbreekt", f"{naam} moet in de brief staan ({brief.artikel}), en staat er nergens in"
    for naam in sorted(sjabloon.namen & PRIVE.keys()):
        if set(brief.aan) != {PRIVE[naam]}:
            yield (
                "van-een-ander",
                f"{naam} is van de {PRIVE[naam]}, en deze brief gaat (ook) aan: {', '.join(brief.aan)}",
            )
    vrij: Waarden = dict.fromkeys(brief.vrij, "x")
    vol = _gevuld(bekend) | vrij
    minst = vol | {naam: leeg for naam, leeg in bekend.items() if naam not in {*brief.verplicht, *ANDERS.values()}}
    for waarden in (vol, minst):
        try:
            sjabloon.vul(waarden)
        except KlachtFout as fout:
            lijst = [naam for naam in brief.vrij if fout.code == "plaatshouder-geen-lijst" and naam in fout.feit]
            if lijst:  # a free fact that is a list shows only here
                waarden |= {naam: ["x"] for naam in lijst}
                continue
            yield fout.code, fout.feit
            return


def _plaatshouders(werkmap: Werkmap) -> Waarden:
    """Every placeholder with an empty value of its kind: those of a case of which only the receipt is known."""
    from klachtcli.stukken.gegevens import gegevens

    op: date = klok.vandaag()
    commissie = lees_commissie(werkmap.config)
    regeling = geldend(lees_regelingen(werkmap.config / "regelingen", commissie.regeling), op)
    rekenaar = Rekenaar(regeling, Kalender(lees_kalender(werkmap.config / "kalender")))
    bron, k = Bron("", "", ""), Klaagschrift(op.isoformat())
    zaak = vouw("K0000-000", [KlaagschriftOntvangen(op, k, bron, bron)])
    assert zaak is not None
    waarden = gegevens(zaak, Omgeving("", "klager", commissie, rekenaar, op, str(Zegel(1, bytes(32)))))
    return {naam: type(waarde)() for naam, waarde in waarden.items()}


def _gevuld(bekend: Waarden) -> Waarden:
    from klachtcli.stukken.gegevens import TABELLEN

    vol: Waarden = {}
    for naam, leeg in bekend.items():
        if naam in TABELLEN:
            vol[naam] = [dict.fromkeys(TABELLEN[naam], "x")]
        else:
            vol[naam] = "x" if isinstance(leeg, str) else ["x"]
    return vol
