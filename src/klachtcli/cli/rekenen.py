"""`klacht bereken`: a term, with every step."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, duur, moment
from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.recht.termijn import Berekening, Rekenregel
from klachtcli.recht.uitleg import stappen
from klachtcli.secretariaat.rekenen import kalender


def bereken(
    datum: Annotated[str, typer.Argument(metavar="DATUM", help="De dag van de gebeurtenis; die telt zelf niet mee.")],
    lengte: Annotated[str, typer.Argument(metavar="DUUR", help='"2 weken", "5 werkdagen", "1 jaar", P8W of "48 uur".')],
    verdaag: Annotated[str | None, typer.Option("--verdaag", metavar="DUUR", help="Verlengt de termijn zelf.")] = None,
    terug: Annotated[bool, typer.Option("--terug", help="Reken terug; zo'n einde verschuift nooit.")] = False,
    zonder: Annotated[bool, typer.Option("--zonder-termijnenwet", help="Laat de Algemene termijnenwet weg.")] = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Bereken een termijn volgens de Algemene termijnenwet (art. 1-4), met elke stap.

    Voorbeeld: klacht bereken 2026-03-20 "2 weken"
    """
    vanaf, lang = moment(datum), duur(lengte)
    if isinstance(vanaf, datetime) and not lang.uren:
        vanaf = vanaf.date()
    extra = duur(verdaag) if verdaag else None
    regel = Rekenregel(lang, kalender(map_), verdaging=extra, terug=terug, termijnenwet=not zonder)
    b = regel[vanaf]
    if json:
        scherm.zeg_json(_als_gegevens(b, regel))
    else:
        _toon(b, regel)


def _toon(b: Berekening, regel: Rekenregel) -> None:
    scherm.zeg(f"uiterlijk  {met_weekdag(b.uiterlijk)}")
    scherm.zeg(f"nominaal   {met_weekdag(b.nominaal)}")
    buiten = regel.richting > 0 and b.veilig <= b.vanaf if not isinstance(b.veilig, datetime) else False
    scherm.zeg(f"veilig     {met_weekdag(b.veilig)}" + (" (in de termijn zelf ligt geen werkdag)" if buiten else ""))
    scherm.zeg()
    for stap in stappen(b, regel):
        scherm.zeg(f"- {stap.reden} ({stap.vindplaats})")
    if b.vanaf_verlengd is not None:
        scherm.zeg(f"- Gerekend vanaf het al verschoven einde zou de laatste dag {met_weekdag(b.vanaf_verlengd)} zijn.")
    if b.voorlopig:
        grens = voluit(regel.kalender.bekend_tot_en_met)
        scherm.zeg(f"- Voorlopig: na {grens} is nog geen besluit over gelijkgestelde dagen bekend.")


def _als_gegevens(b: Berekening, regel: Rekenregel) -> dict[str, object]:
    gegevens: dict[str, object] = {
        "vanaf": _iso(b.vanaf),
        "duur": str(regel.duur),
        "nominaal": _iso(b.nominaal),
        "uiterlijk": _iso(b.uiterlijk),
        "veilig": _iso(b.veilig),
        "voorlopig": b.voorlopig,
    }
    if regel.verdaging is not None:
        gegevens |= {"verdaging": str(regel.verdaging), "vanaf_verlengd": b.vanaf_verlengd and _iso(b.vanaf_verlengd)}
    gegevens["stappen"] = [
        {"van": _iso(s.van), "naar": _iso(s.naar), "reden": s.reden, "vindplaats": s.vindplaats}
        for s in stappen(b, regel)
    ]
    return gegevens


def _iso(dag: date) -> str:
    """ISO 8601; a moment on the clock of Amsterdam, to the minute."""
    return dag.strftime("%Y-%m-%dT%H:%M") if isinstance(dag, datetime) else dag.isoformat()
