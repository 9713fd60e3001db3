"""The second, independent calculation of the days of a case: a replay holds the first (`zaak.termijnstand`) against it.

It is written from the law and from what the regulation's data says that its fields mean, and shares no step with the
first: facts come from `zaak.feitenlijn` instead of the fold, days from `recht.natelling`. Where the two give other
days, one of them is wrong, and a person must look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import KalenderGegevens
from klachtcli.recht.natelling import Geteld, Natelling, bijeen
from klachtcli.recht.regeling import Regeling, Termijn
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.feitenlijn import Feit, Lijnen, Reeks, lijnen, op

_DAG = timedelta(days=1)
# In which field of the event that makes its fact the last day of a term can be set (art. 11 lid 4, art. 12 lid 1).
_GESTELD_IN = {"nadere_stukken": "stukken_tot_en_met", "reactie_feitenoverzicht": "reactie_tot_en_met"}
_VERDAGINGEN: dict[str, tuple[type, ...]] = {"advies": (g.AdviesVerdaagd,), "beslissing": (g.BeslissingVerdaagd,)}
_STILSTAND = (g.TermijnenOpgeschort, g.TermijnenHervat)


class _Regel(NamedTuple):
    """A term of the regulation, with what its data leads to: its length, the terms that lengthen it, what moves it."""

    termijn: Termijn
    lengte: Duur
    verlengers: tuple[Termijn, ...]
    bewegers: tuple[type, ...]


class _Blik(NamedTuple):
    """A case as it was after an event, seen from a day."""

    reeks: Reeks
    feiten: Lijnen
    nr: int
    peildatum: date

    def feit(self, naam: str) -> Feit | None:
        return op(self.feiten.get(naam, ()), self.nr)

    def gedaan(self, soorten: tuple[type, ...]) -> list[g.Gebeurtenis]:
        return [e for e in self.reeks[: self.nr + 1] if isinstance(e, soorten)]


class Narekenaar:
    """Counts the days of cases under one regulation on one calendar. Make one for many cases: it remembers."""

    def __init__(self, regeling: Regeling, kalender: KalenderGegevens) -> None:
        self._regeling = regeling
        self._natelling = Natelling(kalender)
        self._regels = [self._lees(t) for t in regeling.termijn]
        self._nodig = frozenset(feit for t in regeling.termijn for feit in _feiten(t))
        self._onthouden: dict[tuple[str, date, Duur], g.Dagen] = {}

    def dagen(self, reeks: Reeks, peildatum: date) -> dict[str, g.Dagen]:
        """The days of every term that has begun after these events of one case, corrected; as `Rekenaar.dagen`.

        Raises Invoerfout where a day lies outside the calendar, or where lengths cannot be counted as one.
        """
        return self._na(reeks, [peildatum] * len(reeks), len(reeks) - 1)[0]

    def per_gebeurtenis(self, reeks: Reeks, peildata: Sequence[date]) -> list[dict[str, g.Dagen]]:
        """The days after each event, each seen from its own day: `dagen` for every beginning of the row, at once."""
        return self._na(reeks, peildata, 0)

    def _na(self, reeks: Reeks, peildata: Sequence[date], eerste: int) -> list[dict[str, g.Dagen]]:
        uit: list[dict[str, g.Dagen]] = [{} for _ in reeks[eerste:]]
        feiten = lijnen(reeks, self._nodig)
        soorten = set(map(type, reeks))
        for r in self._regels:
            beweegt = bool(r.verlengers) or not soorten.isdisjoint(r.bewegers)
            for feit, van, tot in _looptijden(r.termijn, feiten):
                if (begin := max(van, eerste)) >= tot:
                    continue
                id_, dagen = r.termijn.id, None if beweegt else self._dagen(r, feit, r.lengte)
                for nr, dan in enumerate(uit[begin - eerste : tot - eerste], begin):
                    dan[id_] = dagen or self._bewogen(r, feit, _Blik(reeks, feiten, nr, peildata[nr]))
        return uit

    def _bewogen(self, r: _Regel, feit: Feit, blik: _Blik) -> g.Dagen:
        """A term that something lengthens, moves to another day, or lets stand still."""
        verdagingen = blik.gedaan(_VERDAGINGEN.get(r.termijn.id, ()))
        lengtes = [r.lengte, *(e.duur for e in verdagingen if isinstance(e, g.BeslissingVerdaagd) and e.duur)]
        lengtes += [self._lengte(ander) for ander in r.verlengers if _loopt(ander, blik)]
        lengte = bijeen(lengtes)
        if (gesteld := self._gesteld(r.termijn, feit, verdagingen)) is not None:
            # a day that was told to people stands, also while the terms stand still
            return _als_dagen(r, feit, self._natelling.op(gesteld))
        stil = self._stilgestaan(r, feit, blik, lengte) if r.termijn.opschortbaar else 0
        return self._dagen(r, feit, bijeen((lengte, Duur(dagen=stil))) if stil else lengte)

    def _dagen(self, r: _Regel, feit: Feit, lengte: Duur) -> g.Dagen:
        if (gesteld := _gesteld_bij(r.termijn, feit)) is not None:
            return _als_dagen(r, feit, self._natelling.op(gesteld))
        sleutel = (r.termijn.id, feit.dag, lengte)
        if sleutel not in self._onthouden:
            self._onthouden[sleutel] = _als_dagen(r, feit, self._tel(r.termijn, feit.dag, lengte))
        return self._onthouden[sleutel]

    def _tel(self, t: Termijn, vanaf: date, lengte: Duur) -> Geteld:
        return self._natelling.tel(
            vanaf, lengte, terug=t.richting == "terug", termijnenwet=t.termijnenwet in ("ja", "overeenkomstig")
        )

    def _gesteld(self, t: Termijn, feit: Feit, verdagingen: Sequence[g.Gebeurtenis]) -> date | None:
        """The last day that was set: with the fact itself or by an extension; a later length counts on from it."""
        dag = _gesteld_bij(t, feit)
        for e in verdagingen:
            assert isinstance(e, g.AdviesVerdaagd | g.BeslissingVerdaagd)
            if e.tot_en_met is not None:
                dag = e.tot_en_met
            elif dag is not None and isinstance(e, g.BeslissingVerdaagd) and e.duur is not None:
                dag = self._natelling.tel(dag, e.duur, termijnenwet=False).nominaal
        return dag

    def _stilgestaan(self, r: _Regel, feit: Feit, blik: _Blik, lengte: Duur) -> int:
        """For how many days the term stood still: day by day, until it was met, was over, or the day of looking.

        Each such day makes its end a day later. What is over stays over.
        """
        perioden = _stilstand(blik.gedaan(_STILSTAND))
        if not perioden:
            return 0
        voldaan = [f.dag for f in map(blik.feit, r.termijn.voldaan_door) if f is not None and f.dag >= feit.dag]
        tot = min([blik.peildatum, max(weer for _, weer in perioden), *voldaan])
        dag, einde, stil = feit.dag, self._dagen(r, feit, lengte).uiterlijk, 0
        while dag < tot and dag <= einde:
            if any(van <= dag < weer for van, weer in perioden):
                einde, stil = einde + _DAG, stil + 1
            dag += _DAG
        return stil

    def _lees(self, t: Termijn) -> _Regel:
        verlengers = tuple(ander for ander in self._regeling.termijn if ander.verlengt == t.id)
        bewegers = (*_VERDAGINGEN.get(t.id, ()), *(_STILSTAND if t.opschortbaar else ()))
        return _Regel(t, self._lengte(t), verlengers, bewegers)

    def _lengte(self, t: Termijn) -> Duur:
        """The length of the first alternative that this regulation has the trait of; else the term's own."""
        for anders in t.alternatief:
            if anders.als in self._regeling.kenmerken:
                return anders.duur
        return t.duur or Duur()


def _feiten(t: Termijn) -> Iterator[str]:
    """The facts on which the days of a term depend."""
    yield t.vanaf
    if t.na is not None:
        yield t.na
    if t.opschortbaar:
        yield from t.voldaan_door


def _looptijden(t: Termijn, feiten: Lijnen) -> Iterator[tuple[Feit, int, int]]:
    """From which event up to which a term is there: while the fact stands that it counts from, and the one in `na`."""
    begin = feiten.get(t.vanaf, ())
    if t.na is None:
        yield from ((f, f.van, f.tot) for f in begin)
    else:
        yield from ((f, max(f.van, n.van), min(f.tot, n.tot)) for f, n in product(begin, feiten.get(t.na, ())))


def _loopt(t: Termijn, blik: _Blik) -> bool:
    return blik.feit(t.vanaf) is not None and (t.na is None or blik.feit(t.na) is not None)


def _gesteld_bij(t: Termijn, feit: Feit) -> date | None:
    """The day that the committee set with the fact, where the regulation leaves that to it (`stelbaar`)."""
    dag: date | None = getattr(feit.door, _GESTELD_IN.get(t.id, ""), None) if t.stelbaar else None
    return dag


def _stilstand(keren: Sequence[g.Gebeurtenis]) -> list[tuple[date, date]]:
    """From which day the terms stood still, and from which they ran again, for each time; a day can be in several."""
    uit = []
    for nr, e in enumerate(keren):
        if isinstance(e, g.TermijnenOpgeschort):
            uit.append((e.op, next((h.op for h in keren[nr:] if isinstance(h, g.TermijnenHervat)), date.max)))
    return uit


def _als_dagen(r: _Regel, feit: Feit, geteld: Geteld) -> g.Dagen:
    return g.Dagen(r.termijn.id, feit.dag, *geteld)
