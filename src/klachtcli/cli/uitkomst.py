"""What an act did, told in one way: recorded, these dates, this is to be done, this stands out, this is possible."""

from __future__ import annotations

from collections.abc import Callable

import typer

from klachtcli import klok
from klachtcli.cli import scherm, termijntabel, vervolg
from klachtcli.cli.opties import tekst
from klachtcli.fouten import Geweigerd
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.handelingen import ZONDER_REDEN, Gedaan
from klachtcli.zaak.gebeurtenissen import gebeurd_op, in_woorden


def doe(handeling: Callable[[str | None], Gedaan], toch: str | None, json: bool) -> None:
    """Do an act and show it. Where it asks for a reason to be done all the same, a person is asked for that."""
    reden = tekst(toch)
    try:
        gedaan = handeling(reden)
    except Geweigerd as fout:
        if fout.code != ZONDER_REDEN or reden or not scherm.kan_vragen():
            raise
        scherm.meld(f"{fout.feit[0].upper()}{fout.feit[1:]}:")
        for gebrek in fout.gebreken:
            scherm.meld(f"- {gebrek.feit} ({gebrek.plaats})")
        reden = typer.prompt(
            "Waarom doet u het toch? (leeg: niet doen)", default="", show_default=False, err=True
        ).strip()
        if not reden:
            raise
        gedaan = handeling(reden)
    toon(gedaan, json)


def toon(gedaan: Gedaan, json: bool) -> None:
    """Show an act that was done."""
    if json:
        scherm.zeg_json({
            "zaak": gedaan.zaak, "gebeurtenis": gedaan.gebeurtenis.soort, "proef": gedaan.proef,
            "termijnen": [termijntabel.als_gegevens(s) for s in gedaan.termijnen],
            "brieven": [str(b.bestand) for b in gedaan.brieven],
            "opmerkingen": gedaan.opmerkingen, **vervolg.als_gegevens(gedaan.vervolg),
        })  # fmt: skip
        return
    dag = gebeurd_op(gedaan.gebeurtenis)
    wanneer = "" if dag == klok.vandaag() else f" (op {voluit(dag)})"
    scherm.zeg(f"{gedaan.zaak}: {in_woorden(gedaan.gebeurtenis.soort)}{wanneer}, {scherm.vastgelegd(gedaan.proef)}.")
    for b in gedaan.brieven:
        scherm.zeg(f"brief  {scherm.kort_pad(b.bestand)}")
    lopend = [s for s in gedaan.termijnen if s.vraagt_aandacht]
    if lopend:
        scherm.zeg()
        termijntabel.toon(lopend)
    for o in gedaan.opmerkingen:
        scherm.zeg(f"Let op: {o}")
    if not gedaan.proef:
        vervolg.toon(gedaan.vervolg)
