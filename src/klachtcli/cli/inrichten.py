"""`klacht init` and `klacht demo`: a work folder, and a first look."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Proef
from klachtcli.secretariaat.inrichting import Ingericht, richt_in


def init(
    map_: Annotated[str, typer.Argument(metavar="MAP", help="De map; zij wordt gemaakt als zij er niet is.")],
    regeling: Annotated[
        str | None,
        typer.Option("--regeling", metavar="NAAM", help="Welke regeling geldt; zonder keuze die van de Kamer."),
    ] = None,
    vernieuw: Annotated[
        bool, typer.Option("--vernieuw", help="Neem de meegeleverde regels en sjablonen over; het oude blijft ernaast.")
    ] = False,
    proef: Proef = False,
    json: Json = False,
) -> None:
    """Maak een werkmap: journaal, regelingen, kalender, commissie en sjablonen. Of werk een bestaande bij.

    Een bestand dat er al staat, wordt nooit overschreven; wijkt het af van het meegeleverde, dan noemt klacht het. Met
    --vernieuw komt het meegeleverde ervoor in de plaats (niet bij commissie en fracties), en heet het oude .oud-1.

    Met --regeling volgt de commissie een andere regeling. Later verandert u dat in config/commissie.toml; zaken die er
    dan al zijn, houden de hunne. Er zijn:

    \b
      tk-ongewenste-omgangsvormen   Tweede Kamer; zonder keuze deze
      awb-9                         Awb hoofdstuk 9, met een adviescommissie
      szw-ongewenste-omgangsvormen  ministerie van SZW (2009)
      ez-ongewenste-omgangsvormen   ministerie van EZ (2013)
      cbs-klachten                  CBS (2009), zonder commissie
      en elke eigen regeling in config/regelingen van de werkmap

    Voorbeeld: klacht init zaken --regeling awb-9
    """
    i = richt_in(Path(map_), regeling=regeling, vernieuw=vernieuw, proef=proef)
    if json:
        scherm.zeg_json({"map": i.werkmap.pad, "nieuw": i.nieuw, "gekopieerd": i.gekopieerd,
                         "afwijkend": i.afwijkend, "vernieuwd": i.vernieuwd, "sleutelmap": i.sleutels,
                         "regeling": i.regeling})  # fmt: skip
    else:
        _toon(i, proef)


def _toon(i: Ingericht, proef: bool) -> None:
    """What came, what stayed, where the keys are, and what is next."""
    wat = "als proef: niets gemaakt" if proef else "gemaakt" if i.nieuw else "bijgewerkt"
    scherm.zeg(f"Werkmap {i.werkmap.pad}: {wat}, {len(i.gekopieerd)} bestanden erbij.")
    if i.regeling:
        scherm.zeg(f"regeling  {i.regeling}: geldt voor zaken die vanaf nu binnenkomen")
    for naam in i.vernieuwd:
        scherm.zeg(f"vernieuwd {naam} (het oude staat ernaast)")
    for naam in i.afwijkend:
        scherm.zeg(f"behouden  {naam} (anders dan het meegeleverde bestand)")
    scherm.zeg(f"sleutels  {i.sleutels}")
    if i.nieuw and not proef:
        scherm.zeg(
            "\nZonder de sleutels is het journaal niet te lezen: neem ook die map mee in de reservekopie, apart."
        )
    if "config/commissie.toml" in i.gekopieerd and not proef:
        scherm.zeg("Vul nu config/commissie.toml in; daarna: klacht ontvang BESTAND")


def demo(
    map_: Annotated[str, typer.Argument(metavar="[MAP]", help="Een lege of nieuwe map.")] = "klacht-demo",
) -> None:
    """Laat drie verzonnen zaken zien, van klaagschrift tot nazorg, met elke brief, in een map die blijft staan.

    Voorbeeld: klacht demo
    """
    from klachtcli.cli.vertoning import vertoon

    vertoon(Path(map_))
