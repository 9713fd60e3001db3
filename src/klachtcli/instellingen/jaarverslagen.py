"""config/jaarverslag.toml: from how many cases the annual report shows a figure (art. 14)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from klachtcli.fouten import Gebrek
from klachtcli.instellingen.bestand import instelling, lees_instelling
from klachtcli.instellingen.lezer import meld

LAAGSTE = 3
_WAT = "config/jaarverslag.toml"


class Jaarverslag(msgspec.Struct, frozen=True):
    """The thresholds of the two editions, and what else the report shows."""

    drempel_bevoegd_gezag: int = 5
    drempel_ondernemingsraad: int = 10
    percentage_vanaf: int = 20
    jaren_terug: int = 4


@instelling()
def lees_jaarverslag(map_: Path) -> Jaarverslag:
    """The settings of the annual report in a config folder."""
    jaarverslag = lees_instelling(Jaarverslag, map_ / "jaarverslag.toml", _WAT, "jaarverslag-fout")
    meld(list(_gebreken(jaarverslag)), _WAT, "jaarverslag-fout")
    return jaarverslag


def _gebreken(j: Jaarverslag) -> Iterator[Gebrek]:
    if j.drempel_bevoegd_gezag < LAAGSTE:
        yield Gebrek("drempel_bevoegd_gezag", f"is lager dan {LAAGSTE}: dat beschermt niemand")
    if j.drempel_ondernemingsraad < LAAGSTE:
        yield Gebrek("drempel_ondernemingsraad", f"is lager dan {LAAGSTE}: dat beschermt niemand")
    if j.drempel_ondernemingsraad < j.drempel_bevoegd_gezag:
        yield Gebrek("drempel_ondernemingsraad", "is lager dan drempel_bevoegd_gezag; die editie laat niet meer zien")
    if j.percentage_vanaf < 1:
        yield Gebrek("percentage_vanaf", "is geen aantal zaken")
    if j.jaren_terug < 0:
        yield Gebrek("jaren_terug", "is geen aantal jaren")
