"""`klacht overzicht`: the voorzitter's workbook, and what the voorzitter filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klachtcli.cli import opties, scherm
from klachtcli.cli.opties import Json, Map, Peildatum, Proef, dag_of_vandaag, tot_en_met
from klachtcli.fouten import Invoerfout
from klachtcli.schijf import elders_open
from klachtcli.secretariaat import sleutelloos
from klachtcli.secretariaat.werkmap import Werkmap, zoek
from klachtcli.zaak.gebeurtenissen import OpmerkingGemaakt

if TYPE_CHECKING:  # openpyxl is slow to load
    from klachtcli.secretariaat.opmerkingen import Gevonden
    from klachtcli.secretariaat.overzicht import Wens

GROOTSTE_WERKBOEK = 100_000_000


def overzicht(
    actie: Annotated[str | None, typer.Argument(metavar="[lees]", help="Lees terug wat de voorzitter invulde.")] = None,
    gelezen: Annotated[str | None, typer.Argument(metavar="[BESTAND]", help="Het ingevulde werkboek.")] = None,
    bestand: Annotated[
        str | None, typer.Option("--bestand", "-o", metavar="BESTAND", help="Waar het komt; anders hier, met de dag.")
    ] = None,
    zaak: Annotated[str | None, typer.Option("--zaak", metavar="ZAAK", help="Alleen deze zaak.")] = None,
    lopend: Annotated[bool, typer.Option("--lopend", help="Zonder de gesloten zaken.")] = False,
    anoniem: Annotated[bool, typer.Option("--anoniem", help="Zonder namen en wat mensen herkenbaar maakt.")] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Bij lees: leg vast zonder te vragen.")] = False,
    proef: Proef = False,
    json: Json = False,
    peildatum: Peildatum = None,
    map_: Map = None,
) -> None:
    """Maak het overzicht van de zaken voor de voorzitter (.xlsx), of lees terug wat die erin invulde.

    De voorzitter vult de gele kolommen in; klacht overzicht lees laat zien wat nieuw is, vraagt, en legt het vast.
    Dat eindigt met code 1 als er iets staat dat eerder is gelezen en intussen anders vastligt.

    Voorbeeld: klacht overzicht -o maandag.xlsx
    """
    if actie is not None and actie.casefold() not in ("lees", "lezen"):
        raise _geen_actie(actie)
    werkmap = zoek(map_)
    if actie is not None:
        if gelezen is None:
            raise Invoerfout(
                "bestand-ontbreekt", "noem het ingevulde werkboek", herstel="klacht overzicht lees BESTAND"
            )
        if bestand or zaak or lopend or anoniem or peildatum:
            raise Invoerfout("opties-botsen", "bij lees horen alleen --ja, --proef en --json")
        _lees(werkmap, gelezen, ja=ja, proef=proef, json=json)
        return
    from klachtcli.secretariaat.overzicht import Wens

    wens = Wens(dag_of_vandaag(peildatum), tot_en_met(peildatum), zaak, lopend, anoniem)
    _maak(werkmap, wens, bestand, proef=proef, json=json)


def _maak(werkmap: Werkmap, wens: Wens, bestand: str | None, *, proef: bool, json: bool) -> None:
    """Write an overview, and tell where it is."""
    from klachtcli.secretariaat.overzicht import leg_uit
    from klachtcli.secretariaat.overzichtbestand import bewaar, kies_pad

    doel = kies_pad(bestand, wens)
    gelegd = leg_uit(werkmap, wens)
    for regel in [] if wens.zaak else sleutelloos.regels(werkmap):
        scherm.meld(regel)
    b = None if proef else bewaar(werkmap, gelegd, doel)
    pad, opmerking = (b.pad, b.opmerking) if b else (doel, "")
    if b and b.melding:
        scherm.meld(b.melding)
    if json:
        scherm.zeg_json({"bestand": str(pad), "zaken": gelegd.zaken, "zegel": gelegd.zegel, "opmerking": opmerking,
                         "proef": proef})  # fmt: skip
        return
    if opmerking:
        scherm.meld(opmerking)
    scherm.zeg(f"{scherm.kort_pad(pad)}: {scherm.zaken(gelegd.zaken)}, zegel {gelegd.zegel}.")
    if proef:
        scherm.zeg("Als proef: niets geschreven.")
    elif not wens.anoniem:
        scherm.meld("Er staan namen in. Geef het alleen aan de voorzitter.")


def _geen_actie(actie: str) -> Invoerfout:
    """What to type instead of this first word: most likely the file that is to be written, or to be read."""
    if actie.casefold().endswith(".xlsx"):
        naam = f'"{actie}"' if " " in actie else actie
        return Invoerfout("actie-onbekend", f"er staat niet bij wat er met {naam} moet gebeuren",
                          herstel=f"Schrijf het met klacht overzicht -o {naam}, of lees terug wat erin is ingevuld met "
                          f"klacht overzicht lees {naam}")  # fmt: skip
    return Invoerfout("actie-onbekend", "na klacht overzicht hoort niets te staan, of: lees BESTAND",
                      herstel="Voor een overzicht van een zaak: klacht overzicht --zaak ZAAK")  # fmt: skip


def _lees(werkmap: Werkmap, naam: str, *, ja: bool, proef: bool, json: bool) -> None:
    """Show what is new, ask, record."""
    from klachtcli.secretariaat.opmerkingen import bekijk, leg_vast

    ruw = opties.bestand(naam, GROOTSTE_WERKBOEK)
    gevonden = bekijk(werkmap, ruw)
    gevonden = gevonden._replace(niet_gelezen=[*_nog_open(naam), *gevonden.niet_gelezen])
    if not json:
        _toon(gevonden)
    vast = bool(gevonden.nieuw) and (ja or proef or _vraag(json))
    if vast:
        leg_vast(werkmap, ruw, gezien=gevonden, proef=proef)
    if json:
        scherm.zeg_json({
            "nieuw": [{"zaak": n.zaak, "cel": n.cel, "opmerking": n.wordt.opmerking, "akkoord": n.wordt.akkoord}
                      for n in gevonden.nieuw],
            "al_gelezen": gevonden.al_gelezen, "opmerkingen": gevonden.opmerkingen,
            "niet_gelezen": gevonden.niet_gelezen, "vastgelegd": vast and not proef, "proef": proef,
        })  # fmt: skip
    elif vast:
        zaken = scherm.zaken(len(gevonden.nieuw))
        scherm.zeg(f"Opmerkingen van de voorzitter bij {zaken}, {scherm.vastgelegd(proef)}.")
    else:
        twijfel = gevonden.nieuw or gevonden.opmerkingen
        scherm.zeg("Niets vastgelegd." if twijfel else "Er is niets nieuws ingevuld.")
    if gevonden.opmerkingen:
        raise typer.Exit(1)


def _nog_open(naam: str) -> list[str]:
    """What to say where the file is still open: what was typed there and not saved is not in it."""
    if naam == "-" or not elders_open(Path(naam)):
        return []
    wie = Path(naam).name
    return [f"{wie} is nog open in een ander programma; wat daar niet is bewaard, is niet gelezen."]


def _toon(gevonden: Gevonden) -> None:
    for n in gevonden.nieuw:
        scherm.zeg(f"{n.zaak} ({n.cel}): {_in_woorden(n.wordt)}")
        if n.was.opmerking or n.was.akkoord:
            scherm.zeg(f"  in plaats van: {_in_woorden(n.was)}")
    for tekst in (*gevonden.opmerkingen, *gevonden.niet_gelezen):
        scherm.zeg(f"Let op: {tekst}")


def _vraag(json: bool) -> bool:
    if json or not scherm.kan_vragen():
        raise Invoerfout("bevestiging-nodig", "er is iets nieuws, en er is niemand om het te vragen",
                         herstel="Zeg --ja om het vast te leggen, of --proef om alleen te kijken")  # fmt: skip
    from klachtcli.cli.vragen import ja

    return bool(ja("Vastleggen als opmerkingen van de voorzitter? (j/n)"))


def _in_woorden(e: OpmerkingGemaakt) -> str:
    akkoord = f"akkoord: {e.akkoord}" if e.akkoord else ""
    return "; ".join(filter(None, (akkoord, e.opmerking))) or "leeggemaakt"
