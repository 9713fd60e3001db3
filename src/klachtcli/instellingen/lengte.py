"""How long a length in the configuration may be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klachtcli.fouten import Gebrek
from klachtcli.recht.duur import Duur

_DAG = date(2000, 1, 1)  # lengths are held against each other from one day


def meet(plaats: str, duur: Duur, langste: Duur) -> Iterator[Gebrek]:
    """What is wrong with a length that is counted on the calendar: in working days or hours, or over the longest."""
    if duur.werkdagen or duur.uren:
        yield Gebrek(plaats, "is in werkdagen of uren; noem jaren, maanden, weken of dagen")
    elif _langer(duur, langste):
        yield Gebrek(plaats, f"is langer dan {langste.woorden()}")


def _langer(duur: Duur, langste: Duur) -> bool:
    try:
        return duur.vanaf(_DAG) > langste.vanaf(_DAG)
    except (ValueError, OverflowError):  # past the end of the calendar
        return True
