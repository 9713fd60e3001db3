"""How a term is counted: article by article of the Algemene termijnenwet.

Every answer holds three days. `nominaal` is the bare count; `uiterlijk` is the last day after the Termijnenwet,
where that applies; `veilig` is the last working day on or before `nominaal`: the day on which a duty is planned.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.recht.duur import Duur, schuif_maanden
from klachtcli.recht.kalender import Kalender


class Berekening(msgspec.Struct, frozen=True, gc=False):
    """A counted term. For a term in hours `nominaal` and `uiterlijk` are moments; else all are days.

    vanaf_verlengd: where an extension counted from the end that the Termijnenwet had already moved would give
    another last day, that day; else None. voorlopig: a day lies beyond the last known besluit.
    """

    vanaf: date
    nominaal: date
    uiterlijk: date
    veilig: date
    voorlopig: bool
    vanaf_verlengd: date | None = None


class Rekenregel(dict[date, Berekening]):
    """One way to count, and what it gave: `regel[vanaf]` is the term that an event on that day starts.

    An extension (`verdaging`) lengthens the term itself, and the Termijnenwet is applied once, at the end. A rule is
    made once for a term of a regulation and asked for every case; it remembers its answers, day by day.
    Asking raises Invoerfout where the answer lies outside the calendar, or where hours count from a bare day.
    """

    def __init__(
        self,
        duur: Duur,
        kalender: Kalender,
        *,
        verdaging: Duur | None = None,
        terug: bool = False,
        termijnenwet: bool = True,
    ) -> None:
        self.duur, self.verdaging, self.kalender = duur, verdaging, kalender
        self.totaal = duur if verdaging is None else optellen(duur, verdaging)
        self.richting = -1 if terug else 1
        self.termijnenwet = termijnenwet
        t = self.totaal
        self._in_eenheden = bool(t.uren or t.werkdagen)
        self._maanden = self.richting * (12 * t.jaren + t.maanden)
        self._dagen = timedelta(days=self.richting * (7 * t.weken + t.dagen))
        self._rolt = termijnenwet and not terug and geldt_termijnenwet(t, kalender)
        self._kent_minimum = bool(t.maanden or t.weken or t.dagen >= kalender.wet.minimum_duur)
        # The other way to extend: the term, and then the extension from the end that art. 1 had already moved.
        los = verdaging if termijnenwet and not terug else None
        self._los = None if los is None else (Rekenregel(duur, kalender), Rekenregel(los, kalender))

    def __missing__(self, vanaf: date) -> Berekening:
        """Years, months, weeks and days are counted here, since these are asked by the thousand."""
        if self._in_eenheden or isinstance(vanaf, datetime):
            return self._apart(vanaf)
        kalender = self.kalender
        try:
            nominaal = (schuif_maanden(vanaf, self._maanden) if self._maanden else vanaf) + self._dagen
            uiterlijk, veilig = kalender.omliggend[nominaal]
            if not self._rolt:
                uiterlijk = nominaal
            elif self._kent_minimum and (minste := kalender.minste_einde[vanaf]) > uiterlijk:
                uiterlijk = minste
            anders = self._los and self._los[1][self._los[0][vanaf].uiterlijk].uiterlijk
        except (OverflowError, ValueError):
            raise self._buiten_kalender(vanaf) from None
        grens = kalender.bekend_tot_en_met
        if anders is None or anders == uiterlijk:
            b = self[vanaf] = Berekening(vanaf, nominaal, uiterlijk, veilig, uiterlijk > grens)
        else:
            b = self[vanaf] = Berekening(vanaf, nominaal, uiterlijk, veilig, max(uiterlijk, anders) > grens, anders)
        return b

    def _apart(self, vanaf: date) -> Berekening:
        """Working days and hours: the end stays where it is. A moment counts as its day, except for hours."""
        if isinstance(vanaf, datetime) and not self.totaal.uren:
            return self[vanaf.date()]
        try:
            nominaal = self._nominaal(vanaf)
            dag = nominaal.date() if isinstance(nominaal, datetime) else nominaal
            veilig = self.kalender.laatste_werkdag(dag)
        except (OverflowError, ValueError, OSError):
            raise self._buiten_kalender(vanaf) from None
        verste = max(dag, vanaf) if self.totaal.werkdagen else dag
        voorlopig = verste > self.kalender.bekend_tot_en_met
        b = Berekening(vanaf, nominaal, nominaal, nominaal if veilig == dag else veilig, voorlopig)
        if not self.totaal.uren:  # two moments of the hour that the clock shows twice would count as one
            self[vanaf] = b
        return b

    def _buiten_kalender(self, vanaf: date) -> Invoerfout:
        feit = f"{self.totaal.woorden()} vanaf {voluit(vanaf)} valt buiten de kalender"
        return Invoerfout("datum-buiten-bereik", feit)

    def _nominaal(self, vanaf: date) -> date:
        if self.totaal.uren:
            if isinstance(vanaf, datetime):
                return self.totaal.uren_na(vanaf, self.richting)
            raise Invoerfout(
                "uren-zonder-tijdstip",
                f"een termijn van {self.totaal.woorden()} telt vanaf een tijdstip, en {voluit(vanaf)} is een dag",
                herstel="Geef er een tijd bij, bijvoorbeeld 2026-04-03T16:00",
            )
        return self.kalender.tel_werkdagen(vanaf, self.richting * self.totaal.werkdagen)


def bereken(
    vanaf: date,
    duur: Duur,
    kalender: Kalender,
    *,
    verdaging: Duur | None = None,
    terug: bool = False,
    termijnenwet: bool = True,
) -> Berekening:
    """Count one term from the day (for hours: the moment) of an event; that day itself does not count."""
    return Rekenregel(duur, kalender, verdaging=verdaging, terug=terug, termijnenwet=termijnenwet)[vanaf]


def op_dag(vanaf: date, einde: date, kalender: Kalender) -> Berekening:
    """A term that ends on a day somebody set (art. 12 lid 3): nothing is counted and nothing moves."""
    return Berekening(vanaf, einde, einde, kalender.laatste_werkdag(einde), einde > kalender.bekend_tot_en_met)


def geldt_termijnenwet(duur: Duur, kalender: Kalender) -> bool:
    """Art. 4 onder a: not for hours, years, or more than 90 days, 12 weeks or 3 months.

    An extended term is judged whole: ten weeks and four weeks are fourteen. Working days are free of
    the question, since they never end on a free day.
    """
    if duur.uren or duur.jaren or duur.werkdagen:
        return False
    grens = kalender.wet.ten_hoogste
    if sum(map(bool, (duur.maanden, duur.weken, duur.dagen))) > 1:
        return _ongeveer_dagen(duur) <= max(map(_ongeveer_dagen, grens))
    return any(duur.maanden <= g.maanden and duur.weken <= g.weken and duur.dagen <= g.dagen for g in grens)


def optellen(duur: Duur, verdaging: Duur) -> Duur:
    """Two lengths in one. Raises Invoerfout where their units do not add up."""
    try:
        return duur + verdaging
    except ValueError as fout:
        feit = f"{duur.woorden()} en {verdaging.woorden()} zijn niet op te tellen: {fout}"
        raise Invoerfout("verdaging-andere-eenheid", feit) from None


def _ongeveer_dagen(duur: Duur) -> int:
    return 30 * duur.maanden + 7 * duur.weken + duur.dagen
