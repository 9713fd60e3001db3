"""What stands in the folder where a copy comes: is it the same work folder, which of the two is newer, may it go?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd, KlachtFout
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.kopie import Stand, Verhouding, stand, verhouding
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.plekken import JOURNAAL

ONLEESBAAR = "onleesbaar"
_ONLEESBAAR = ("geen-journaal", "journaal-beschadigd")


class Tegenover(NamedTuple):
    """The journal that is there. zegel, laatste: None where it cannot be read."""

    verhouding: Verhouding | None
    stand: Stand | None

    @property
    def zegel(self) -> Zegel | None:
        """Its head."""
        return self.stand and self.stand.zegel


def kijk_wat_er_staat(map_: Path, kopie: Path) -> Tegenover | None:
    """The journal in the folder, held against that of the copy; None where there is none. No key is needed for it."""
    if not (hier := map_ / JOURNAAL).exists():
        return None
    try:
        er_is = stand(hier)
        if er_is.werkmap != stand(kopie).werkmap:
            feit = f"in deze map staat een andere werkmap ({er_is.werkmap}) dan in de kopie"
            raise Geweigerd("andere-werkmap", feit, herstel="Kies een nieuwe of een lege map")
        return Tegenover(verhouding(hier, kopie), er_is)
    except KlachtFout as fout:
        if fout.code not in _ONLEESBAAR:
            raise
        return Tegenover(None, None)


def eis_toestemming(er_is: Tegenover | None, komt: Stand, vervang: bool, bevestig: Callable[[str], str]) -> None:
    """Nothing is replaced without being told to; nothing newer without the zegel of what goes. Raises Geweigerd."""
    if er_is is None:
        return
    zin = _zin(er_is, komt)
    if not vervang:
        herstel = "Met --vervang komt de kopie ervoor in de plaats; het journaal van nu blijft ernaast staan"
        raise Geweigerd("werkmap-bestaat-al", zin, herstel=herstel)
    if er_is.verhouding in ("gelijk", "kopie is nieuwer"):
        return
    gezegd = bevestig(zin).strip().lower()
    wat = str(er_is.zegel or ONLEESBAAR)
    if gezegd != wat:
        raise Geweigerd("niet-bevestigd", zin, herstel=f"Weet u het zeker, geef dan ook: --bevestig {wat}")


def _zin(er_is: Tegenover, komt: Stand) -> str:
    if er_is.stand is None:
        return f"in deze map staat een journaal dat niet te lezen is; de kopie gaat tot {_tot(komt)}"
    waarom = {
        "gelijk": "dat is hetzelfde",
        "kopie is nieuwer": f"de kopie is nieuwer, en heeft {_meer(komt, er_is.stand)} meer",
        "kopie is ouder": f"de kopie is ouder, en mist {_meer(er_is.stand, komt)}",
        "gesplitst": "het zijn er twee geworden: in elk staat iets dat de ander niet heeft",
    }
    return (f"in deze map staat deze werkmap al, tot {_tot(er_is.stand)}; de kopie gaat tot {_tot(komt)}: "
            f"{waarom[er_is.verhouding or 'gesplitst']}")  # fmt: skip


def _tot(s: Stand) -> str:
    return f"zegel {s.zegel} ({voluit(klok.dag_van(s.laatste))})"


def _meer(meer: Stand, minder: Stand) -> str:
    n = meer.zegel.nummer - minder.zegel.nummer
    return f"{n} {'vastlegging' if n == 1 else 'vastleggingen'}"
