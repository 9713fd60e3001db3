"""`klacht audit`: is the journal what it was?"""

from __future__ import annotations

from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map
from klachtcli.secretariaat import controle, sleutelloos
from klachtcli.secretariaat.werkmap import zoek


def controleer(
    zegel: Annotated[
        str | None, typer.Option("--zegel", metavar="ZEGEL", help="Hoort dit zegel, van een brief, bij dit journaal?")
    ] = None,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Controleer elke vastlegging: haar plaats in de keten, en of haar inhoud nog te lezen is.

    Ook het zegel van elke gemaakte brief wordt nagekeken. Eindigt met code 4 als er iets niet klopt, en noemt de
    eerste vastlegging; met code 1 als van een zaak de sleutel er niet is.

    Voorbeeld: klacht audit controleer
    """
    g = controle.controleer(zoek(map_), zegel)
    if json:
        scherm.zeg_json(
            {"vastleggingen": g.vastleggingen, "zaken": g.zaken, "lopend": g.open_zaken, "zegel": str(g.zegel)}
            | ({"zonder_sleutel": g.dicht} if g.dicht else {})
        )
    else:
        _toon(g)
    if g.dicht:
        raise typer.Exit(1)


def _toon(g: controle.Gecontroleerd) -> None:
    scherm.zeg(
        f"Het journaal klopt: {g.vastleggingen} vastleggingen; zaken: {g.zaken}, waarvan lopend: {g.open_zaken}."
    )
    scherm.zeg(f"zegel {g.zegel}")
    if g.papier is not None:
        scherm.zeg("Het zegel op papier hoort erbij: wat er toen stond, staat er nog.")
    if g.dicht:
        zaken = sleutelloos.opsomming(g.dicht)
        scherm.zeg(f"Let op: van zaak {zaken} is de sleutel er niet; de keten is nagekeken, de inhoud niet. "
                   f"{sleutelloos.HELPT}")  # fmt: skip
