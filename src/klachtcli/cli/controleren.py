"""`klacht audit`: is the journal what it was?"""

from __future__ import annotations

from klachtcli.cli import scherm
from klachtcli.cli.app import Opdracht
from klachtcli.cli.opties import Json, Map
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.werkmap import zoek


def controleer(json: Json = False, map_: Map = None) -> None:
    """Controleer elke vastlegging: haar plaats in de keten, en of haar inhoud nog te lezen is.

    Eindigt met code 4 en noemt de eerste vastlegging die niet klopt.

    Voorbeeld: klacht audit controleer
    """
    g = controle.controleer(zoek(map_))
    if json:
        scherm.zeg_json(
            {"vastleggingen": g.vastleggingen, "zaken": g.zaken, "lopend": g.open_zaken, "zegel": str(g.zegel)}
        )
        return
    scherm.zeg(
        f"Het journaal klopt: {g.vastleggingen} vastleggingen; zaken: {g.zaken}, waarvan lopend: {g.open_zaken}."
    )
    scherm.zeg(f"zegel {g.zegel}")


AUDIT = {"controleer": Opdracht("controleren", "controleer", "Controleer de keten en de inhoud van het journaal")}
