"""The second way to count a term: by walking over days and months. It is there to hold the first against.

Written from the law itself (Algemene termijnenwet; for months HR 1 september 2017, ECLI:NL:HR:2017:2225), it shares
with the first (`recht.termijn`) only the calendar as data. Nothing in it is quick: who asks often, remembers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import Feestdag, KalenderGegevens

_DAG = timedelta(days=1)
_UUR = timedelta(hours=1)
_ZATERDAG, _ZONDAG = 5, 6
# Art. 4 onder a speaks of each of these with a limit of its own.
_BEGRENSD = ("maanden", "weken", "dagen")


class Geteld(NamedTuple):
    """The bare end, the last day after the Termijnenwet, and the last working day on or before the bare end."""

    nominaal: date
    uiterlijk: date
    veilig: date


class Natelling:
    """Counts on one calendar."""

    def __init__(self, gegevens: KalenderGegevens) -> None:
        self._wet = gegevens.termijnenwet
        self._feestdagen = gegevens.feestdag
        self._gelijkgesteld = {dag for besluit in gegevens.besluit for dag in besluit.dagen}
        self._werkdagen: dict[date, bool] = {}

    def tel(self, vanaf: date, lengte: Duur, *, terug: bool = False, termijnenwet: bool = True) -> Geteld:
        """A term from the day of a fact, which does not count; for hours from a moment.

        Raises Invoerfout where it ends outside the calendar, or where hours count from a bare day.
        """
        if lengte.uren:
            return self._uren(vanaf, -lengte.uren if terug else lengte.uren)
        if isinstance(vanaf, datetime):
            vanaf = vanaf.date()
        try:
            nominaal = self._loop(vanaf, lengte, -_DAG if terug else _DAG)
            rolt = termijnenwet and not terug and self._valt_onder_de_wet(lengte)  # art. 1 lid 2: never backward
            return Geteld(nominaal, self._art_1_en_2(vanaf, nominaal) if rolt else nominaal, self.veilig(nominaal))
        except OverflowError:
            feit = f"{lengte.woorden()} vanaf {voluit(vanaf)} valt buiten de kalender"
            raise Invoerfout("datum-buiten-bereik", feit) from None

    def op(self, dag: date) -> Geteld:
        """A term that ends on a day that somebody set: there is nothing to count."""
        return Geteld(dag, dag, self.veilig(dag))

    def veilig(self, dag: date) -> date:
        """The last working day on or before a day."""
        while not self.werkdag(dag):
            dag -= _DAG
        return dag

    def werkdag(self, dag: date) -> bool:
        """Whether a day is no Saturday, Sunday or feestdag, nor made equal to one (art. 1 lid 1, art. 3)."""
        if dag not in self._werkdagen:
            vrij = dag.weekday() >= _ZATERDAG or dag in self._gelijkgesteld
            self._werkdagen[dag] = not (vrij or any(_is_feest(f, dag) for f in self._feestdagen))
        return self._werkdagen[dag]

    def _loop(self, vanaf: date, lengte: Duur, stap: timedelta) -> date:
        """The end of the last day that counts: months first, then weeks and days; or only the working days."""
        dag = _maanden(vanaf, 12 * lengte.jaren + lengte.maanden, stap)
        for _ in range(7 * lengte.weken + lengte.dagen):
            dag += stap
        nog = lengte.werkdagen
        while nog:
            dag += stap
            nog -= self.werkdag(dag)
        return dag

    def _art_1_en_2(self, vanaf: date, nominaal: date) -> date:
        """The first working day on or after the bare end by which the term holds the working days that it must."""
        nodig = self._wet.minimum_werkdagen if (nominaal - vanaf).days >= self._wet.minimum_duur else 0
        dag, geteld = vanaf, 0
        while dag < nominaal or geteld < nodig or not self.werkdag(dag):
            dag += _DAG
            geteld += self.werkdag(dag)
        return dag

    def _valt_onder_de_wet(self, lengte: Duur) -> bool:
        """Art. 4 onder a: not in years, nor in more days, weeks or months than it names.

        Of a length in several of these the law says nothing: it is measured in days, a month as thirty, against the
        longest limit. Working days need no law: they end on one.
        """
        if lengte.jaren or lengte.werkdagen:
            return False
        genoemd = [veld for veld in _BEGRENSD if getattr(lengte, veld)]
        grenzen = self._wet.ten_hoogste
        if len(genoemd) > 1:
            return _in_dagen(lengte) <= max(map(_in_dagen, grenzen))
        return all(getattr(lengte, veld) <= max(getattr(g, veld) for g in grenzen) for veld in genoemd)

    def _uren(self, vanaf: date, uren: int) -> Geteld:
        """Real hours, whatever the clock does in between; the Termijnenwet leaves them alone (art. 4 onder a)."""
        if not isinstance(vanaf, datetime):
            feit = f"een termijn van {abs(uren)} uur telt vanaf een tijdstip, en {voluit(vanaf)} is een dag"
            raise Invoerfout(
                "uren-zonder-tijdstip", feit, herstel="Geef er een tijd bij, bijvoorbeeld 2026-04-03T16:00"
            )
        einde = (vanaf.astimezone(UTC) + uren * _UUR).astimezone(vanaf.tzinfo)
        return Geteld(einde, einde, einde if self.werkdag(einde.date()) else self.veilig(einde.date()))


def bijeen(lengtes: Sequence[Duur]) -> Duur:
    """A length and all that lengthens it, as one. Raises Invoerfout where they cannot be counted as one."""
    if len(lengtes) == 1:
        return lengtes[0]
    som = {veld: sum(getattr(lengte, veld) for lengte in lengtes) for veld in Duur.__struct_fields__}
    if (som["werkdagen"] or som["uren"]) and sum(map(bool, som.values())) > 1:
        feit = f"{' en '.join(lengte.woorden() for lengte in lengtes)} zijn niet op te tellen"
        raise Invoerfout("verdaging-andere-eenheid", feit)
    return Duur(**som)


@lru_cache(1024)
def eerste_paasdag(jaar: int) -> date:
    """The first Sunday after the full moon of spring, as the reformed calendar reckons it by epacts (Lilius, 1582)."""
    eeuw, gulden_getal = jaar // 100 + 1, jaar % 19 + 1
    zon, maan = 3 * eeuw // 4 - 12, (8 * eeuw + 5) // 25 - 5
    epacta = (11 * gulden_getal + 20 + maan - zon) % 30
    if epacta == 24 or (epacta == 25 and gulden_getal > 11):
        epacta += 1
    volle_maan = 44 - epacta if epacta <= 23 else 74 - epacta  # a day of March, counted on into April
    dag = date(jaar, 3, 1) + volle_maan * _DAG  # the day after it
    while dag.weekday() != _ZONDAG:
        dag += _DAG
    return dag


def _is_feest(f: Feestdag, dag: date) -> bool:
    """Whether this feestdag falls on a day: so far from Easter, on its own day, or moved away from a Sunday.

    The Sunday from which it moved needs no asking: it is free as a Sunday.
    """
    if f.pasen is not None:
        return f.vanaf <= dag.year <= f.tot_en_met and (dag - eerste_paasdag(dag.year)).days == f.pasen
    if f.op_zondag and (dag.weekday() - f.op_zondag) % 7 == _ZONDAG and _op_zijn_dag(f, dag - f.op_zondag * _DAG):
        return True
    return _op_zijn_dag(f, dag)


def _op_zijn_dag(f: Feestdag, dag: date) -> bool:
    return f.dag == f"{dag.month:02d}-{dag.day:02d}" and f.vanaf <= dag.year <= f.tot_en_met


def _maanden(dag: date, aantal: int, stap: timedelta) -> date:
    """So many months on: to the day with the same number, or the last of a month that has none such.

    Each month is left for the first day of the next (or, backward, the last of the one before); only the month in which
    it ends is walked, by number.
    """
    nummer, vooruit = dag.day, stap > timedelta()
    for _ in range(aantal):
        dag = (dag.replace(day=28) + 4 * _DAG).replace(day=1) if vooruit else dag.replace(day=1) - _DAG
    while aantal and (dag.day < nummer and (dag + _DAG).day != 1 if vooruit else dag.day > nummer):
        dag += stap
    return dag


def _in_dagen(lengte: Duur) -> int:
    return 30 * lengte.maanden + 7 * lengte.weken + lengte.dagen
