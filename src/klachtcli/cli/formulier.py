"""`klacht formulier`: the Word form with which a klager can make a complaint."""

from __future__ import annotations

from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map


def formulier(
    bestand: Annotated[
        str | None,
        typer.Option("--bestand", "-o", metavar="BESTAND", help="Waar het komt; anders hier, als klaagschrift.docx."),
    ] = None,
    papier: Annotated[bool, typer.Option("--papier", help="Om te printen en met de pen in te vullen.")] = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Maak een Word-formulier waarmee iemand een klacht kan indienen (art. 9 lid 1), met waar steun te vinden is.

    Het volgt de regeling van de werkmap en noemt wie de commissie is (config/commissie.toml); buiten een werkmap is het
    dat van de Tweede Kamer. Wat ingevuld terugkomt, leest klacht ontvang. Een bestaand bestand blijft staan.

    Voorbeeld: klacht formulier -o klaagschrift.docx
    """
    from klachtcli.cli.vragenlijst import artikelen
    from klachtcli.secretariaat.formulieren import NAAM, bewaar, lees_grond
    from klachtcli.secretariaat.plekken import kies_bestand
    from klachtcli.secretariaat.rekenen import configmap

    doel = kies_bestand(bestand, NAAM, "het formulier is een Word-bestand")
    grond = lees_grond(configmap(map_))
    bewaar(grond.opzet(artikelen(grond.regeling.vereiste)), doel, op_papier=papier)
    if json:
        scherm.zeg_json({"bestand": str(doel), "regeling": grond.regeling.id, "versie": grond.regeling.geldig_vanaf,
                         "ontbreekt": grond.ontbreekt})  # fmt: skip
        return
    scherm.zeg(f"{scherm.kort_pad(doel)}: formulier voor de klager.")
    scherm.zeg(f"regeling  {grond.regeling.naam}, versie {grond.regeling.geldig_vanaf}")
    if grond.ontbreekt:
        scherm.zeg(f"Let op: niet ingevuld in config/commissie.toml, en dus niet op het formulier: "
                   f"{', '.join(grond.ontbreekt)}.")  # fmt: skip
    scherm.zeg(f"\nKomt het ingevuld terug: klacht ontvang {'--stuk SCAN' if papier else 'BESTAND'}")
