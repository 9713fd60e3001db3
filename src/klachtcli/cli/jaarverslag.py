"""`klacht jaarverslag`: the annual report of art. 14, in two editions, and the cases behind each figure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Proef
from klachtcli.fouten import Invoerfout
from klachtcli.secretariaat.werkmap import zoek

if TYPE_CHECKING:
    from klachtcli.secretariaat.jaarverslag import Gemaakt, Telling


def jaarverslag(
    jaar: Annotated[str, typer.Argument(metavar="JAAR", help="Het jaar, zoals 2025.")],
    map_uit: Annotated[
        str | None, typer.Option("--uit", "-o", metavar="MAP", help="De map; anders jaarverslagen.")
    ] = None,
    editie: Annotated[
        Literal["bevoegd-gezag", "ondernemingsraad"] | None,
        typer.Option("--editie", metavar="EDITIE", help="bevoegd-gezag of ondernemingsraad; anders beide."),
    ] = None,
    herkomst: Annotated[
        bool, typer.Option("--herkomst", help="Toon elk cijfer met de zaken erachter. Alleen voor de secretaris.")
    ] = False,
    voorlopig: Annotated[bool, typer.Option("--voorlopig", help="Ook van een jaar dat nog loopt.")] = False,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Maak het jaarverslag over een jaar (art. 14): Word en Excel, voor het bevoegd gezag en de ondernemingsraad.

    Kleine aantallen staan er niet precies in (config/jaarverslag.toml), want bij weinig klachten zijn mensen te
    herkennen. Het aantal ontvangen klachten staat er altijd.

    Voorbeeld: klacht jaarverslag 2025
    """
    from klachtcli.secretariaat import jaarverslag as verslag

    if herkomst and (map_uit or editie or proef):
        raise Invoerfout("opties-botsen", "--herkomst toont alleen; -o, --editie en --proef horen daar niet bij")
    werkmap = zoek(map_)
    telling = verslag.tel(werkmap, verslag.lees_jaar(jaar), voorlopig=voorlopig)
    if herkomst:
        _toon_herkomst(telling, json)
        return
    namen: list[str] = [editie] if editie else list(verslag.LEZERS)
    doel = Path(map_uit) if map_uit else None
    gemaakt = [] if proef else [g for naam in namen for g in verslag.schrijf(werkmap, telling, naam, doel)]
    _toon(telling, namen, gemaakt, proef=proef, json=json)


def _toon(t: Telling, namen: list[str], gemaakt: list[Gemaakt], *, proef: bool, json: bool) -> None:
    from klachtcli.secretariaat.jaarverslag import edities

    if json:
        verslagen = {naam: v for naam, v in edities(t).items() if naam in namen}
        scherm.zeg_json({
            "jaar": t.jaar, "periode": t.periode, "voorlopig": t.voorlopig, "zegel": t.waarden["zegel"],
            "bestanden": [g.pad for g in gemaakt], "opmerkingen": t.opmerkingen, "proef": proef,
            "edities": {
                naam: {"drempel": v.kop.drempel, "jaren": v.jaren, "te_klein": v.te_klein, "tabellen": [
                    {"titel": x.titel, "rijen": [{"wat": r.wat, "cijfers": r.teksten} for r in x.regels]}
                    for x in v.tabellen]}
                for naam, v in verslagen.items()
            },
        })  # fmt: skip
        return
    (ontvangen,) = t.cijfers.tabel("ontvangen").rijen
    aantal = f"{len(ontvangen.zaken)} {'klacht' if len(ontvangen.zaken) == 1 else 'klachten'} ontvangen"
    scherm.zeg(f"Jaarverslag {t.jaar}, {t.waarden['periode']}: {aantal}, zegel {t.waarden['zegel']}.")
    for g in gemaakt:
        scherm.zeg(f"bestand  {scherm.kort_pad(g.pad)}{f' ({g.stand})' if g.stand == 'stond er al' else ''}")
    for opmerking in t.opmerkingen:
        scherm.zeg(f"Let op: {opmerking}")
    if any(g.stand == "ernaast" for g in gemaakt):
        scherm.zeg("Let op: er lag al een verslag over dit jaar. Is dat verstuurd? Stuur dit er niet zomaar achteraan: "
                   "het verschil kan een enkele zaak laten zien.")  # fmt: skip
    if proef:
        scherm.zeg("Als proef: niets geschreven.")
        return
    scherm.zeg("\nLees elke editie na, en vul in wat de commissie opvalt en aanbeveelt. Daarna de brief erbij:")
    scherm.zeg(f"  klacht brief {t.jaar} aanbieding-jaarverslag")
    scherm.zeg(f"Welke zaken achter een cijfer zitten: klacht jaarverslag {t.jaar} --herkomst")


def _toon_herkomst(t: Telling, json: bool) -> None:
    """Every figure, exactly, with its cases."""
    tabellen = t.cijfers.tabellen
    if json:
        scherm.zeg_json({"jaar": t.jaar, "periode": t.periode, "zegel": t.waarden["zegel"], "tabellen": [
            {"id": x.id, "titel": x.titel, "intern": x.intern, "rijen": [
                {"id": r.id, "wat": r.titel, "waarde": r.waarde, "eenheid": r.eenheid, "zaken": r.zaken}
                for r in (*filter(None, [x.basis]), *x.rijen, *x.maten)]}
            for x in tabellen]})  # fmt: skip
        return
    scherm.zeg(f"Jaarverslag {t.jaar}, {t.waarden['periode']}: de zaken achter elk cijfer, zegel {t.waarden['zegel']}.")
    for x in tabellen:
        scherm.zeg(f"\n{x.titel}{' (komt niet in het verslag)' if x.intern else ''}")
        rijen = [(r.titel, _getal(r.waarde), ", ".join(r.zaken))
                 for r in (*filter(None, [x.basis]), *x.rijen, *x.maten)]  # fmt: skip
        scherm.tabel(("wat", "aantal", "zaken"), rijen, ruim=("zaken",))
    scherm.meld("Dit zijn de precieze aantallen. Ze zijn alleen voor de secretaris.")


def _getal(waarde: float | None) -> str:
    return "" if waarde is None else f"{waarde:g}".replace(".", ",")
