"""config/signalen.toml: from how many complaints, within how long, the voorzitter is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from klachtcli.fouten import Gebrek
from klachtcli.instellingen.bestand import instelling, lees_instelling
from klachtcli.instellingen.lezer import meld
from klachtcli.recht.duur import Duur
from klachtcli.zaak.signalen import Drempel

LAAGSTE = 2
LANGSTE = Duur(jaren=10)
_WAT = "config/signalen.toml"
_DAG = date(2000, 1, 1)  # lengths are held against each other from one day


@instelling()
def lees_drempel(map_: Path) -> Drempel:
    """The threshold in a config folder. Raises Onbruikbaar with every fault."""
    drempel = lees_instelling(Drempel, map_ / "signalen.toml", _WAT, "signalen-fout")
    meld(list(_gebreken(drempel)), _WAT, "signalen-fout")
    return drempel


def _gebreken(d: Drempel) -> Iterator[Gebrek]:
    if d.aantal < LAAGSTE:
        yield Gebrek("aantal", f"is lager dan {LAAGSTE}: één klacht is geen signaal")
    if d.periode.werkdagen or d.periode.uren:
        yield Gebrek("periode", "is in werkdagen of uren; noem jaren, maanden, weken of dagen")
    elif _te_lang(d.periode):
        yield Gebrek("periode", f"is langer dan {LANGSTE.woorden()}")


def _te_lang(periode: Duur) -> bool:
    try:
        return periode.vanaf(_DAG) > LANGSTE.vanaf(_DAG)
    except (ValueError, OverflowError):  # past the end of the calendar
        return True
