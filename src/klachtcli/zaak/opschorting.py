"""When the terms of a case stood still (art. 10 lid 1: only with the written consent of the klager)."""

from __future__ import annotations

from datetime import date

from klachtcli.zaak.gebeurtenissen import TermijnenHervat, TermijnenOpgeschort
from klachtcli.zaak.zaak import Zaak

STILSTAND = frozenset({"opgeschort", "hervat"})  # the facts of terms that stand still, or did


def stond_stil(zaak: Zaak) -> bool:
    """Whether the terms stand still, or did."""
    return not STILSTAND.isdisjoint(zaak.ankers)


def opschortingen(zaak: Zaak) -> list[tuple[date, date | None]]:
    """The periods in which the terms stood still: from, and until, or still.

    In the order in which they were, whatever order they were recorded in, and no day in two of them.
    """
    keren: list[tuple[date, date]] = []
    for e in zaak.van(TermijnenOpgeschort, TermijnenHervat):
        if isinstance(e, TermijnenOpgeschort):
            keren.append((e.op, date.max))
        elif isinstance(e, TermijnenHervat):
            keren = [(van, e.op if tot == date.max else tot) for van, tot in keren]
    uit: list[tuple[date, date]] = []
    for van, tot in sorted(keren):
        if uit and van < uit[-1][1]:
            van, tot = uit[-1][0], max(tot, uit.pop()[1])
        uit.append((van, tot))
    return [(van, None if tot == date.max else tot) for van, tot in uit]
