"""`klacht jaarverslag`: the annual report of art. 14, in two editions, and the cases behind each figure."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Proef
from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.werkmap import zoek

if TYPE_CHECKING:
    from klachtcli.secretariaat.jaarverslag import Gemaakt, Telling

_ZO_HEET_HET_OOK = {
    **dict.fromkeys(("bevoegd-gezag", "bevoegd gezag", "gezag", "werkgever", "bg"), "bevoegd-gezag"),
    **dict.fromkeys(("ondernemingsraad", "or"), "ondernemingsraad"),
}


def jaarverslag(
    jaar: Annotated[str, typer.Argument(metavar="JAAR", help="Het jaar, zoals 2025.")],
    map_uit: Annotated[
        str | None, typer.Option("--uit", "-o", metavar="MAP", help="De map; anders jaarverslagen.")
    ] = None,
    editie: Annotated[
        str | None,
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
    herkennen. Het aantal ontvangen klachten staat er altijd. Dat het verslag is gemaakt, wordt vastgelegd: in een later
    verslag staat dit jaar ernaast zoals het was. Stuur een voorlopig verslag niet rond; het verschil verraadt een zaak.

    Voorbeeld: klacht jaarverslag 2025
    """
    from klachtcli.secretariaat import jaarverslag as verslag

    if herkomst and (map_uit or editie or proef):
        raise Invoerfout("opties-botsen", "--herkomst toont alleen; -o, --editie en --proef horen daar niet bij")
    namen, doel, werkmap = _edities(editie), _map(map_uit), zoek(map_)
    welk = verslag.lees_jaar(jaar)
    if herkomst:
        telling, melding = verslag.herkomst(werkmap, welk, voorlopig=voorlopig)
        if melding:
            scherm.meld(melding)
        _toon_herkomst(telling, json)
        return
    telling, gemaakt = verslag.maak(werkmap, welk, namen, doel, voorlopig=voorlopig, proef=proef)
    _toon(telling, namen, gemaakt, proef=proef, json=json)


def _edities(gevraagd: str | None) -> list[str]:
    """Both, or the one that was asked for, as people call it."""
    if gevraagd is None:
        return ["bevoegd-gezag", "ondernemingsraad"]
    naam = _ZO_HEET_HET_OOK.get(gevraagd.strip().casefold())
    if naam is None:
        raise Invoerfout("editie-onbekend", "deze editie is er niet",
                         herstel="Kies uit: bevoegd-gezag, ondernemingsraad")  # fmt: skip
    return [naam]


def _map(gevraagd: str | None) -> Path | None:
    if gevraagd and Path(gevraagd).suffix.lower() in (".docx", ".xlsx", ".pdf", ".doc", ".xls"):
        raise Invoerfout("geen-map", "het jaarverslag is meer dan een bestand; -o noemt een map",
                         herstel="Bijvoorbeeld: klacht jaarverslag 2025 -o verslagen")  # fmt: skip
    return Path(gevraagd) if gevraagd else None


def _toon(t: Telling, namen: list[str], gemaakt: list[Gemaakt], *, proef: bool, json: bool) -> None:
    if json:
        scherm.zeg_json({
            "jaar": t.jaar, "periode": _periode(t), "voorlopig": t.voorlopig, "zegel": t.zegel,
            "bestanden": [g.pad for g in gemaakt], "opmerkingen": t.opmerkingen, "proef": proef,
            "edities": {
                naam: {"drempel": v.drempel, "jaren": v.jaren, "te_klein": v.te_klein, "tabellen": [
                    {"id": x.id, "titel": x.titel, "rijen": [{"wat": r.wat, "cijfers": r.teksten} for r in x.regels]}
                    for x in v.tabellen]}
                for naam, v in t.edities.items() if naam in namen
            },
        })  # fmt: skip
        return
    (ontvangen,) = t.cijfers.tabel("ontvangen").rijen
    aantal = f"{len(ontvangen.zaken)} {'klacht' if len(ontvangen.zaken) == 1 else 'klachten'} ontvangen"
    scherm.zeg(f"{_kop(t)}: {aantal}, zegel {t.zegel}.")
    for g in gemaakt:
        scherm.zeg(f"bestand  {scherm.kort_pad(g.pad)}{f' ({g.stand})' if g.stand == 'stond er al' else ''}")
    if any(g.stand == "ernaast" for g in gemaakt):
        scherm.zeg("Er stond al een bestand met die naam en een andere inhoud; dat is blijven staan.")
    for opmerking in t.opmerkingen:
        scherm.zeg(f"Let op: {opmerking}")
    if proef:
        scherm.zeg("Als proef: niets vastgelegd en niets geschreven.")
    elif not t.voorlopig:
        scherm.zeg("\nLees elke editie na, en vul in wat de commissie opvalt en aanbeveelt. Daarna de brief erbij:")
        scherm.zeg(f"  klacht brief {t.jaar} aanbieding-jaarverslag")
        scherm.zeg(f"Welke zaken achter een cijfer zitten: klacht jaarverslag {t.jaar} --herkomst")


def _kop(t: Telling) -> str:
    return f"Jaarverslag {t.jaar}, {voluit(t.periode.eerste)} tot en met {voluit(t.periode.laatste)}"


def _periode(t: Telling) -> dict[str, date]:
    return {"eerste": t.periode.eerste, "laatste": t.periode.laatste}


def _toon_herkomst(t: Telling, json: bool) -> None:
    """Every figure, exactly, with its cases."""
    tabellen = t.cijfers.tabellen
    if json:
        scherm.zeg_json({"jaar": t.jaar, "periode": _periode(t), "zegel": t.zegel, "opmerkingen": t.opmerkingen,
                         "tabellen": [
            {"id": x.id, "titel": x.titel, "intern": x.intern, "rijen": [
                {"id": r.id, "wat": r.titel, "waarde": r.waarde, "eenheid": r.eenheid, "zaken": r.zaken}
                for r in (*filter(None, [x.basis]), *x.rijen, *x.maten)]}
            for x in tabellen]})  # fmt: skip
        return
    scherm.zeg(f"{_kop(t)}: de zaken achter elk cijfer.")
    for x in tabellen:
        scherm.zeg(f"\n{x.titel}{' (komt niet in het verslag)' if x.intern else ''}")
        rijen = [(r.titel, _getal(r.waarde), ", ".join(r.zaken))
                 for r in (*filter(None, [x.basis]), *x.rijen, *x.maten)]  # fmt: skip
        scherm.tabel(("wat", "aantal", "zaken"), rijen, ruim=("zaken",))
    for opmerking in t.opmerkingen:
        scherm.zeg(f"\nLet op: {opmerking}")
    scherm.meld("Dit zijn de precieze aantallen. Ze zijn alleen voor de secretaris.")


def _getal(waarde: float | None) -> str:
    return "" if waarde is None else f"{waarde:g}".replace(".", ",")
