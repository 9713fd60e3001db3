"""Which days are free for the Algemene termijnenwet, and the working day before and after each.

The days themselves are data (config/kalender): the feestdagen of art. 3, and the days made equal to them by
besluit (art. 3 lid 3), which are known until a last day. Beyond that day every answer is provisional.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal

import msgspec

from klachtcli.recht.duur import Duur

EEN_DAG = timedelta(days=1)
_WEEKEND = {5: "zaterdag", 6: "zondag"}


class Feestdag(msgspec.Struct, frozen=True, omit_defaults=True):
    """A yearly free day: on a fixed day (`dag`, month-day) or so many days from first Easter day (`pasen`).

    `op_zondag` moves a fixed day that falls on a Sunday; `vanaf` and `tot_en_met` are years.
    """

    naam: str
    vindplaats: str
    dag: str | None = None
    pasen: int | None = None
    op_zondag: int = 0
    vanaf: int = 0
    tot_en_met: int = 9999


class Besluit(msgspec.Struct, frozen=True):
    """A royal decree under art. 3 lid 3 and the days that it makes equal to a feestdag."""

    bron: str
    dagen: tuple[date, ...]


class Termijnenwet(msgspec.Struct, frozen=True):
    """The figures of the Algemene termijnenwet and where each stands."""

    naam: str
    bron: str
    telling: str  # the first day does not count; a month keeps its day number
    verlenging: str  # art. 1 lid 1: an end on a free day moves to the next day that is none
    terugrekening: str  # art. 1 lid 2: a term counted backward never moves
    minimum: str  # art. 2: a term of at least `minimum_duur` dagen holds at least `minimum_werkdagen`
    minimum_duur: int
    minimum_werkdagen: int
    uitzondering: str  # art. 4 onder a: hours, years, and terms longer than `ten_hoogste`
    ten_hoogste: tuple[Annotated[Duur, "duur"], ...]


class KalenderGegevens(msgspec.Struct, frozen=True, omit_defaults=True):
    """The calendar as data: what config/kalender says, whole."""

    termijnenwet: Termijnenwet
    feestdag: tuple[Feestdag, ...]
    besluit: tuple[Besluit, ...]
    bekend_tot_en_met: date
    soort: Literal["kalender"] = "kalender"


class Kalender:
    """Answers about days. Holds a cache of what it worked out, so a run over many terms stays fast."""

    def __init__(self, gegevens: KalenderGegevens) -> None:
        self.wet = gegevens.termijnenwet
        self.bekend_tot_en_met = gegevens.bekend_tot_en_met
        self._feestdagen = gegevens.feestdag
        self._besluiten = gegevens.besluit
        self._jaren: dict[int, dict[date, str]] = {}
        self.omliggend = _Omliggend(self)
        self.minste_einde = _MinsteEinde(self)

    def vrij(self, dag: date) -> str | None:
        """Why the day is no working day (`zondag`, `Goede Vrijdag (art. 3 lid 2)`), or None."""
        jaar = self._jaren.get(dag.year)
        if jaar is None:
            jaar = self._jaren[dag.year] = _vrije_dagen(dag.year, self._feestdagen, self._besluiten)
        return jaar.get(dag) or _WEEKEND.get(dag.weekday())

    def gelijkgesteld(self, dag: date) -> bool:
        """Whether a besluit made the day equal to a feestdag: for the Termijnenwet alone; people work on it."""
        return any(dag in b.dagen for b in self._besluiten)

    def eerste_werkdag(self, dag: date) -> date:
        """The first working day on or after `dag`."""
        return self.omliggend[dag][0]

    def laatste_werkdag(self, dag: date) -> date:
        """The last working day on or before `dag`."""
        return self.omliggend[dag][1]

    def tel_werkdagen(self, vanaf: date, aantal: int) -> date:
        """The day that is so many working days after (or, below zero, before) `vanaf`, which does not count."""
        dag = vanaf
        for _ in range(abs(aantal)):
            dag = self.eerste_werkdag(dag + EEN_DAG) if aantal > 0 else self.laatste_werkdag(dag - EEN_DAG)
        return dag


class _Omliggend(dict[date, tuple[date, date]]):
    """Day -> (first working day on or after it, last working day on or before it), worked out on first use."""

    def __init__(self, kalender: Kalender) -> None:
        self._kalender = kalender

    def __missing__(self, dag: date) -> tuple[date, date]:
        volgende = vorige = dag
        if self._kalender.vrij(dag) is None:
            paar = self[dag] = (dag, dag)
            return paar
        while self._kalender.vrij(volgende):
            volgende += EEN_DAG
        while self._kalender.vrij(vorige):
            vorige -= EEN_DAG
        paar = self[dag] = (volgende, vorige)
        return paar


class _MinsteEinde(dict[date, date]):
    """Day -> the day on which a term that starts there holds the working days of art. 2, worked out on first use."""

    def __init__(self, kalender: Kalender) -> None:
        self._kalender = kalender

    def __missing__(self, vanaf: date) -> date:
        dag = vanaf
        for _ in range(self._kalender.wet.minimum_werkdagen):
            dag = self._kalender.omliggend[dag + EEN_DAG][0]
        self[vanaf] = dag
        return dag


def _vrije_dagen(jaar: int, feestdagen: Iterable[Feestdag], besluiten: Iterable[Besluit]) -> dict[date, str]:
    gelijkgesteld = {
        dag: f"gelijkgesteld met een feestdag ({b.bron})" for b in besluiten for dag in b.dagen if dag.year == jaar
    }
    return gelijkgesteld | dict(_feestdagen_van(jaar, feestdagen))


def _feestdagen_van(jaar: int, feestdagen: Iterable[Feestdag]) -> Iterable[tuple[date, str]]:
    for f in feestdagen:
        if not f.vanaf <= jaar <= f.tot_en_met:
            continue
        naam = f"{f.naam} ({f.vindplaats})"
        if f.pasen is not None:
            from dateutil.easter import easter

            yield easter(jaar) + timedelta(days=f.pasen), naam
        elif f.dag is not None:
            dag = date.fromisoformat(f"{jaar:04d}-{f.dag}")
            yield (dag + timedelta(days=f.op_zondag) if dag.weekday() == 6 else dag), naam
