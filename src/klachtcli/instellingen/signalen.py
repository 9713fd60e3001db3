"""config/signalen.toml: from how many complaints, within how long, the voorzitter is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from klachtcli.fouten import Gebrek
from klachtcli.instellingen.bestand import instelling, lees_instelling
from klachtcli.instellingen.lengte import meet
from klachtcli.instellingen.lezer import meld
from klachtcli.recht.duur import Duur
from klachtcli.zaak.signalen import Drempel

LAAGSTE = 2
LANGSTE = Duur(jaren=10)
_WAT = "config/signalen.toml"


@instelling()
def lees_drempel(map_: Path) -> Drempel:
    """The threshold in a config folder. Raises Onbruikbaar with every fault."""
    drempel = lees_instelling(Drempel, map_ / "signalen.toml", _WAT, "signalen-fout")
    meld(list(_gebreken(drempel)), _WAT, "signalen-fout")
    return drempel


def _gebreken(d: Drempel) -> Iterator[Gebrek]:
    if d.aantal < LAAGSTE:
        yield Gebrek("aantal", f"is lager dan {LAAGSTE}: één klacht is geen signaal")
    yield from meet("periode", d.periode, LANGSTE)
