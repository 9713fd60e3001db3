"""The window before receipt within which conduct must lie (art. 10 lid 2), with days that are only half known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from klachtcli.recht.datum import Periode
from klachtcli.recht.duur import Duur
from klachtcli.recht.termijn import Rekenregel

Ligging = Literal["binnen", "buiten", "te_beoordelen"]


def ligging(p: Periode | None, ontvangst: date, regel: Rekenregel) -> Ligging:
    """Where conduct lies. What could lie on either side, or after receipt, is for people to judge.

    So is the one day on which counting back from receipt and counting on from the conduct disagree:
    a klaagschrift of 29 February about 28 February of the year before.
    """
    if p is None or p.eerste > ontvangst:
        return "te_beoordelen"
    begin = regel[ontvangst].nominaal
    if p.laatste < begin:
        return "buiten"
    if p.eerste < begin or _heen(regel.totaal, p.eerste) < ontvangst:
        return "te_beoordelen"
    return "binnen"


@lru_cache(4096)
def _heen(duur: Duur, dag: date) -> date:
    """The window counted on from a day of conduct."""
    return duur.vanaf(dag)


def samen(liggingen: Iterable[Ligging]) -> Ligging:
    """The last conduct decides, so one that surely lies within is enough; all surely outside is outside."""
    alle = set(liggingen)
    if "binnen" in alle:
        return "binnen"
    return "buiten" if alle == {"buiten"} else "te_beoordelen"
