"""How a term is counted: article by article of the Algemene termijnenwet.

Every answer holds three days. `nominaal` is the bare count; `uiterlijk` is the last day after the Termijnenwet,
where that applies; `veilig` is the last working day on or before `nominaal`: the day on which a duty is planned.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import EEN_DAG, Kalender


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
        self.totaal = duur if verdaging is None else _samen(duur, verdaging)
        self.richting = -1 if terug else 1
        self.termijnenwet = termijnenwet
        self._rolt = termijnenwet and not terug and geldt_termijnenwet(self.totaal, kalender)
        kent_minimum = self.totaal.maanden or self.totaal.weken or self.totaal.dagen >= kalender.wet.minimum_duur
        self._minimum = kalender.wet.minimum_werkdagen if kent_minimum else 0
        vast = Duur(weken=self.totaal.weken, dagen=self.totaal.dagen)
        self._delta = timedelta(days=self.richting * (7 * vast.weken + vast.dagen)) if vast == self.totaal else None

    def __missing__(self, vanaf: date) -> Berekening:
        uren = self.totaal.uren
        if isinstance(vanaf, datetime) and not uren:
            return self[vanaf.date()]
        try:
            b = self._tel(vanaf)
        except (OverflowError, ValueError, OSError):
            feit = f"{self.totaal.woorden()} vanaf {voluit(vanaf)} valt buiten de kalender"
            raise Invoerfout("datum-buiten-bereik", feit) from None
        if not uren:  # two moments of the hour that the clock shows twice would count as one
            self[vanaf] = b
        return b

    def _tel(self, vanaf: date) -> Berekening:
        nominaal = vanaf + self._delta if self._delta is not None else self._nominaal(vanaf)
        dag = nominaal.date() if isinstance(nominaal, datetime) else nominaal
        kalender = self.kalender
        uiterlijk, veilig = kalender.omliggend[dag]
        if not self._rolt:
            uiterlijk = nominaal
        elif self._minimum:
            uiterlijk = self._met_minimum(vanaf, uiterlijk)
        if veilig == dag:
            veilig = nominaal
        anders = self._vanaf_verlengd(vanaf) if self.verdaging is not None else None
        verste = max(dag, uiterlijk) if self._rolt else dag
        if anders is not None or self.totaal.werkdagen:
            verste = max(verste, anders or vanaf, vanaf)
        voorlopig = verste > kalender.bekend_tot_en_met
        return Berekening(vanaf, nominaal, uiterlijk, veilig, voorlopig, None if anders == uiterlijk else anders)

    def _nominaal(self, vanaf: date) -> date:
        if self.totaal.uren:
            if isinstance(vanaf, datetime):
                return self.totaal.uren_na(vanaf, self.richting)
            raise Invoerfout(
                "uren-zonder-tijdstip",
                f"een termijn van {self.totaal.woorden()} telt vanaf een tijdstip, en {voluit(vanaf)} is een dag",
                herstel="Geef er een tijd bij, bijvoorbeeld 2026-04-03T16:00",
            )
        if self.totaal.werkdagen:
            return self.kalender.tel_werkdagen(vanaf, self.richting * self.totaal.werkdagen)
        return self.totaal.vanaf(vanaf, self.richting)

    def _met_minimum(self, vanaf: date, einde: date) -> date:
        """Art. 2: while the term holds too few working days, it ends on the next one. `einde` is a working day."""
        omliggend = self.kalender.omliggend
        while True:
            dag = einde
            for _ in range(self._minimum - 1):
                dag = omliggend[dag - EEN_DAG][1]
            if dag > vanaf:
                return einde
            einde = omliggend[einde + EEN_DAG][0]

    def _vanaf_verlengd(self, vanaf: date) -> date | None:
        """The other way to extend: from the end that art. 1 had already moved."""
        assert self.verdaging is not None
        if not self.termijnenwet or self.richting < 0 or self.totaal.uren:
            return None
        eerste = bereken(vanaf, self.duur, self.kalender).uiterlijk
        return bereken(eerste, self.verdaging, self.kalender).uiterlijk


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


def _samen(duur: Duur, verdaging: Duur) -> Duur:
    try:
        return duur + verdaging
    except ValueError as fout:
        feit = f"{duur.woorden()} en {verdaging.woorden()} zijn niet op te tellen: {fout}"
        raise Invoerfout("verdaging-andere-eenheid", feit) from None


def _ongeveer_dagen(duur: Duur) -> int:
    return 30 * duur.maanden + 7 * duur.weken + duur.dagen
