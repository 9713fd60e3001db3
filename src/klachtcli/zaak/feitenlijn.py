"""The facts of a case as a history: each with its day, and from which event of the case up to which it stands.

The second way to find them, beside the fold (`zaak.zaak`): nothing is kept and changed from event to event. Of every
fact the events are looked up that say it, and of each of those the first that says otherwise. Events are known here
by their place in the case, counted from 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from klachtcli.recht.datum import lees_periode
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.ankers import BRIEFFEITEN

Reeks = Sequence[g.Gebeurtenis]


class Feit(NamedTuple):
    """A fact that stands from event `van` up to (not with) event `tot`; `door`: the event that says it."""

    dag: date
    door: g.Gebeurtenis
    van: int
    tot: int


Lijnen = dict[str, list[Feit]]


def lijnen(reeks: Reeks, nodig: Container[str]) -> Lijnen:
    """The history of every fact that is asked for, of one case, corrected; the first event is its klaagschrift."""
    gezegd: dict[str, list[int]] = defaultdict(list)
    weg: dict[str, list[int]] = defaultdict(list)
    for nr, e in enumerate(reeks):
        if e.anker in nodig:
            gezegd[e.anker].append(nr)
        for feit in e.heft_op:
            weg[feit].append(nr)
    uit = {feit: _gewoon(feit, reeks, nrs, weg.get(feit, ())) for feit, nrs in gezegd.items() if feit not in _EIGEN}
    soorten = set(map(type, reeks))
    for feit, (zoek, zegt) in _EIGEN.items():
        if feit in nodig and not soorten.isdisjoint(zegt):
            uit[feit] = list(zoek(reeks))
    return uit


def op(lijn: Sequence[Feit], nr: int) -> Feit | None:
    """The fact as it stands after an event."""
    return next((f for f in lijn if f.van <= nr < f.tot), None)


def _gewoon(feit: str, reeks: Reeks, gezegd: Sequence[int], weg: Sequence[int]) -> list[Feit]:
    """A fact stands until it is said again, or until something undoes it; but what happened later is not undone.

    A toets is: it looked at what was there when it was recorded, whatever day that was of.
    """
    uit = []
    for van, volgende in pairwise((*gezegd, len(reeks))):
        dag: date = reeks[van].op  # type: ignore[union-attr]  # what makes a fact has a day
        einden = [nr for nr in weg if van < nr < volgende and (feit == "getoetst" or dag <= g.gebeurd_op(reeks[nr]))]
        uit.append(Feit(dag, reeks[van], van, min(einden, default=volgende)))
    return uit


def _zittingen(reeks: Reeks) -> Iterator[Feit]:
    """Art. 11: that a hearing is planned. The one planned last counts, of those that still stand."""
    stappen = [nr for nr, e in enumerate(reeks) if isinstance(e, _ZITTING)]
    for van, tot in pairwise((*stappen, len(reeks))):
        for nr in reversed(stappen[: stappen.index(van) + 1]):
            e = reeks[nr]
            if isinstance(e, g.PLANT) and _staat(reeks, nr, van):
                yield Feit(e.op, e, van, tot)
                break


def _staat(reeks: Reeks, plan: int, tot_en_met: int) -> bool:
    """Whether a hearing was, by an event, neither moved, cancelled nor planned anew; one that was held stands."""
    zitting = reeks[plan]
    assert isinstance(zitting, g.PLANT)
    for nr in range(plan + 1, tot_en_met + 1):
        match reeks[nr]:
            case g.HoorzittingGehouden(op=dag) as e if dag == zitting.op:
                if _wie(reeks, plan) & {*e.gehoord, *e.afwezig}:
                    return True
            case g.HoorzittingVerplaatst(was=dag) | g.HoorzittingGeannuleerd(was=dag) if dag == zitting.op:
                if _wie(reeks, nr) == _wie(reeks, plan):
                    return False
            case g.HoorzittingGepland() if _wie(reeks, nr) == _wie(reeks, plan):
                return False
    return True


def _wie(reeks: Reeks, nr: int) -> set[str]:
    """Who is heard in the hearing that an event speaks of: where it names nobody, everybody."""
    return set(reeks[nr].wie) or {"klager", *_aangeklaagden(reeks, nr)}  # type: ignore[union-attr]


def _aangeklaagden(reeks: Reeks, nr: int) -> set[str]:
    """All aangeklaagden, as they were known after an event: those of the klaagschrift and those added to it."""
    aantal = 0
    for e in reeks[: nr + 1]:
        if isinstance(e, g.KlaagschriftOntvangen):
            aantal = len(e.klaagschrift.aangeklaagde)
        elif isinstance(e, g.AanvullingOntvangen):
            aantal += sum(p.nummer is None for p in e.aanvulling.aangeklaagde)
    return {f"aangeklaagde-{n}" for n in range(1, aantal + 1)}


def _verzonden(reeks: Reeks, brief: str, rol: str) -> Iterator[Feit]:
    """That everybody in a role has a letter: from when the last of them had it. The first time counts."""
    gehad: dict[str, date] = {}
    for nr, e in enumerate(reeks):
        if isinstance(e, g.BriefVerzonden) and e.brief == brief:
            gehad[e.aan] = min(e.op, gehad.get(e.aan, e.op))
            allen = _aangeklaagden(reeks, nr) if rol == "aangeklaagde" else {rol}
            if allen <= gehad.keys():
                yield Feit(max((gehad[wie] for wie in allen), default=e.op), e, nr, len(reeks))
                return


def _gedragingen(reeks: Reeks) -> Iterator[Feit]:
    """Art. 10 lid 2: the last day of conduct, as far as the klager said it; only where that is known to the day."""
    gezegd: list[str | None] = []
    stappen = [nr for nr, e in enumerate(reeks) if isinstance(e, _KLAAGSCHRIFT)]
    for van, tot in pairwise((*stappen, len(reeks))):
        e = reeks[van]
        if isinstance(e, g.KlaagschriftOntvangen):
            gezegd = [x.wanneer for x in e.klaagschrift.gedraging]
        elif isinstance(e, g.AanvullingOntvangen):
            gezegd = _aangevuld(gezegd, e)
        perioden = [lees_periode(tekst) for tekst in gezegd if tekst]
        laatste = max((p.laatste for p in perioden), default=None)
        if laatste is not None and any(p.eerste == laatste for p in perioden):
            yield Feit(laatste, e, van, tot)


def _aangevuld(gezegd: Sequence[str | None], e: g.AanvullingOntvangen) -> list[str | None]:
    uit = list(gezegd)
    for x in e.aanvulling.gedraging:
        if x.nummer is None:
            uit.append(x.wanneer)
        elif x.wanneer and x.nummer <= len(uit):
            uit[x.nummer - 1] = x.wanneer
    return uit


_ZITTING = (*g.PLANT, g.HoorzittingGeannuleerd)
_KLAAGSCHRIFT = (g.KlaagschriftOntvangen, g.AanvullingOntvangen)
# The facts that are more than the word of one event: how each is found, and in events of which kinds.
_EIGEN: dict[str, tuple[Callable[[Reeks], Iterator[Feit]], tuple[type, ...]]] = {
    "hoorzitting": (_zittingen, _ZITTING),
    "laatste_gedraging": (_gedragingen, _KLAAGSCHRIFT),
    **{feit: (partial(_verzonden, brief=brief, rol=rol), (g.BriefVerzonden,))
       for brief, (feit, rol) in BRIEFFEITEN.items()},
}  # fmt: skip
