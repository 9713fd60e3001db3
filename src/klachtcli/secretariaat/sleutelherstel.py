"""A copy of the key ring put back: what is missing comes, what is here stays, what was destroyed stays destroyed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.journaal.kopie import stand, vernietigd_in
from klachtcli.journaal.ringherstel import Teruggezet, zet_terug
from klachtcli.journaal.sleutelkopie import GROOTSTE, HERKEN, Doos, lees_doos, ontzegel_ring
from klachtcli.journaal.sleutels import sleutelmap
from klachtcli.schijf import reden
from klachtcli.secretariaat.plekken import JOURNAAL, waarheen
from klachtcli.secretariaat.werkmap import eis_sleutels_elders


class Sleutels(NamedTuple):
    """A ring that took up a copy. map: the folder of rings; gemaakt_op: when the copy was made (UTC, ISO 8601)."""

    werkmap: str
    map: Path
    gemaakt_op: str
    gedaan: Teruggezet


def herstel_sleutels(
    pad: Path, map_: str | None, wachtzin: Callable[[], str], *, vervang: bool = False, proef: bool = False
) -> Sleutels:
    """Put the keys in a copy back in the folder of rings. Raises Invoerfout, Geweigerd, Onbruikbaar.

    map_: the work folder, whose journal says which cases were destroyed; otherwise the one that one is in, if any.
    """
    doos = _lees(pad)
    vernietigd = _weet_de_werkmap(map_, doos.werkmap)
    ring = ontzegel_ring(doos, wachtzin())
    try:
        gedaan = zet_terug(doos.werkmap, ring, sleutelmap(), vernietigd, vervang=vervang, proef=proef)
    except OSError as fout:
        feit = f"de sleutelring is niet terug te zetten: {reden(fout)}"
        raise Onbruikbaar("herstel-mislukt", feit, herstel="Kies een andere map met KLACHT_SLEUTELMAP") from None
    return Sleutels(doos.werkmap, sleutelmap(), doos.gemaakt_op, gedaan)


def _lees(pad: Path) -> Doos:
    try:
        with pad.open("rb") as bestand:
            ruw = bestand.read(GROOTSTE + 1)
    except (OSError, ValueError) as fout:
        raise Invoerfout("bestand-onleesbaar", f"de kopie is niet te lezen: {reden(fout)}") from None
    if HERKEN not in ruw[:200] or len(ruw) > GROOTSTE:
        raise Invoerfout("geen-kopie", "dit is geen reservekopie en geen sleutelkopie van klacht",
                         herstel="Geef een bestand dat door klacht beheer reservekopie of sleutelkopie is gemaakt",
                         )  # fmt: skip
    return lees_doos(ruw)


def _weet_de_werkmap(map_: str | None, werkmap: str) -> set[str]:
    """Which cases the journal knows as destroyed, where there is one of this work folder."""
    hier = waarheen(map_)
    if not (journaal := hier / JOURNAAL).is_file() or stand(journaal).werkmap != werkmap:
        return set()
    eis_sleutels_elders(hier)
    return vernietigd_in(journaal)
