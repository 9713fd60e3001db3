"""`klacht beheer vernietig`: what goes, asked twice, and what is left to do elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Proef, Zaak, tekst
from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.werkmap import Werkmap, zoek

if TYPE_CHECKING:
    from klachtcli.secretariaat.vernietigen import Vernietiging
    from klachtcli.zaak.gebeurtenissen import ZaakVernietigd


def vernietig(
    zaak: Zaak,
    bevestig: Annotated[
        str | None,
        typer.Option("--bevestig", metavar="NUMMER", help="Het zaaknummer nog eens; anders wordt het gevraagd."),
    ] = None,
    tweede: Annotated[
        str | None,
        typer.Option("--tweede", metavar="NAAM", help="Wie ermee instemt; '-' leest de naam van standaardinvoer."),
    ] = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Vernietig een zaak waarvan de bewaartermijn voorbij is: voorgoed. Met een tweede, die ermee instemt.

    Weg zijn daarna haar sleutel, haar inhoud in het journaal, en haar brieven en bestanden in de werkmap. Er blijft:
    het nummer, de data, de grond, de keten, en een verklaring van vernietiging (Word) in de map vernietigd. Kopieën
    elders gaan niet vanzelf weg. Was een vernietiging halverwege gestopt, geef de opdracht dan nog eens.

    Voorbeeld: klacht beheer vernietig K2026-001 --proef
    """
    from klachtcli.secretariaat import vernietigen

    werkmap = zoek(map_)
    if (toen := vernietigen.al_vernietigd(werkmap, zaak)) is not None:
        _maak_af(werkmap, *toen, proef=proef, json=json)
        return
    plan = vernietigen.bekijk(werkmap, zaak)
    if proef:
        _toon(vernietigen.vernietig(werkmap, zaak, "", proef=True), proef=True, json=json)
        return
    if scherm.kan_vragen() and not (bevestig and tweede):
        for regel in _wat_weggaat(plan):
            scherm.meld(regel)
    vernietigen.eis_bevestigd(plan.zaak, _vraag_nummer(plan, bevestig))
    naam = "" if plan.opnieuw else _vraag_tweede(tweede)
    _toon(vernietigen.vernietig(werkmap, zaak, naam), proef=False, json=json)


def _vraag_nummer(plan: Vernietiging, bevestig: str | None) -> str:
    if bevestig is not None:
        return bevestig
    if not scherm.kan_vragen():
        raise Invoerfout("bevestiging-ontbreekt", "het zaaknummer is niet bevestigd; er is niets vernietigd",
                         herstel=f"Geef het mee: --bevestig {plan.zaak}")  # fmt: skip
    return str(typer.prompt(f"Dit is niet terug te draaien. Typ {plan.zaak} om te vernietigen", err=True))


def _vraag_tweede(tweede: str | None) -> str:
    if tweede is not None:
        return tekst(tweede) or ""
    if not scherm.kan_vragen():
        return ""
    return str(typer.prompt("Naam van de tweede, die ermee instemt", default="", show_default=False, err=True))


def _maak_af(werkmap: Werkmap, nummer: str, toen: ZaakVernietigd, *, proef: bool, json: bool) -> None:
    from klachtcli.secretariaat import vernietigen

    nog = [o for o in vernietigen.onvoltooid(werkmap) if o.zaak == nummer]
    gedaan = nog if proef else vernietigen.maak_vernietiging_af(werkmap, nummer)
    stappen = [stap for o in gedaan for stap in o.stappen]
    if json:
        scherm.zeg_json({"zaak": nummer, "vernietigd_op": toen.op, "afgemaakt": stappen,
                         "proef": proef})  # fmt: skip
        return
    al = f"{nummer}: al vernietigd op {voluit(toen.op)}"
    if not stappen:
        scherm.zeg(f"{al}; er is niets meer te doen.")
    else:
        scherm.zeg(f"{al}; {'nog te doen' if proef else 'nu ook gedaan'}: {', '.join(stappen)}.")


def _toon(v: Vernietiging, *, proef: bool, json: bool) -> None:
    e = v.gebeurtenis
    if json:
        scherm.zeg_json({
            "zaak": v.zaak, "vernietigd_op": e.op, "ontvangen_op": e.ontvangen_op, "gesloten_op": e.gesloten_op,
            "bewaartermijn": e.bewaartermijn, "grond": e.grond, "verstreken_op": e.verstreken_op,
            "vastleggingen": sum(v.telling.values()), "bijlagen": v.telling.get("stuk_bewaard", 0),
            "bestanden": v.bestanden, "verklaring": v.verklaring, "kopieen": {k.wat: k.dagen for k in e.kopieen},
            "gedeeld": v.gedeeld, "opmerkingen": v.opmerkingen, "opnieuw": v.opnieuw, "proef": proef,
        })  # fmt: skip
        return
    if proef:
        for regel in _wat_weggaat(v):
            scherm.zeg(regel)
        scherm.zeg("Als proef: niets vernietigd en niets geschreven.")
        return
    hoe = "ook hierin" if v.opnieuw else "de sleutel is vernietigd, en de hoofdsleutel vernieuwd"
    scherm.zeg(f"{v.zaak}: vernietigd, {hoe}; vastgelegd.")
    scherm.zeg(f"verklaring  {scherm.kort_pad(v.verklaring)}  (laat haar door beiden ondertekenen, en bewaar haar)")
    for regel in _elders(v):
        scherm.zeg(regel)


def _wat_weggaat(v: Vernietiging) -> list[str]:
    e, bijlagen = v.gebeurtenis, v.telling.get("stuk_bewaard", 0)
    wat = f"{sum(v.telling.values())} vastleggingen" + (
        f", waarvan {bijlagen} {'bijlage' if bijlagen == 1 else 'bijlagen'}" if bijlagen else ""
    )
    kop = (
        f"{v.zaak}: al vernietigd op {voluit(e.op)}; dit journaal is een kopie van daarvoor." if v.opnieuw else
        f"{v.zaak}: gesloten op {voluit(e.gesloten_op)}, bewaard tot en met {voluit(e.verstreken_op)} ({e.grond})."
    )  # fmt: skip
    bestanden = [f"  {scherm.kort_pad(pad)}{'/ en alles daarin' if pad.is_dir() else ''}" for pad in v.bestanden]
    weg = f"Weg gaan: haar sleutel; de inhoud van {wat}; {'deze bestanden:' if bestanden else 'geen bestanden.'}"
    return [kop, weg, *bestanden, *_elders(v), *(f"Let op: {o}" for o in v.opmerkingen)]


def _elders(v: Vernietiging) -> list[str]:
    """What somebody has to destroy elsewhere."""
    from klachtcli.stukken.verklaring import in_woorden

    kopieen = [f"  {in_woorden(k)}" for k in v.gebeurtenis.kopieen]
    gedeeld = [f"  {scherm.kort_pad(pad)}" for pad in v.gedeeld]
    return [
        "Zelf te vernietigen, want klacht kan er niet bij:",
        *(kopieen or ["  reservekopieën van de werkmap en van de sleutelring, als u die zelf maakte"]),
        *([*gedeeld, "  (deze bestanden kunnen ook over andere zaken gaan)"] if gedeeld else []),
        "  het klaagschrift en de bijlagen zoals ze binnenkwamen; prints en e-mail",
        "  overzichten, agenda's en pakketten op een andere plek",
    ]
