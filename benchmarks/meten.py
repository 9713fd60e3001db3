"""Measuring two ways in turn, and telling the outcome as a table."""

from __future__ import annotations

import gc
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

Doe = Callable[[], object]


class Meting(NamedTuple):
    """A measured ratio and its bound. `minstens`: the ratio must reach the bound; else it must stay below it."""

    wat: str
    verhouding: float
    grens: float
    minstens: bool = False
    toelichting: str = ""

    @property
    def ok(self) -> bool:
        """Whether the bound is met."""
        return self.verhouding >= self.grens if self.minstens else self.verhouding <= self.grens

    @property
    def kolommen(self) -> tuple[str, str, str]:
        """Ratio, bound and verdict, as the table shows them."""
        grens = f"{'minstens' if self.minstens else 'hoogstens'} {_getal(self.grens)}×"
        return f"{_getal(self.verhouding)}×", grens, "ok" if self.ok else "te traag"


class Telling(NamedTuple):
    """How many times something was tried, and how many times it came out wrong: that may be never."""

    wat: str
    aantal: int
    fouten: int = 0
    toelichting: str = ""

    @property
    def ok(self) -> bool:
        """Whether nothing came out wrong."""
        return self.fouten == 0

    @property
    def kolommen(self) -> tuple[str, str, str]:
        """Count, failures and verdict, as the table shows them."""
        return str(self.aantal), f"fouten: {self.fouten}", "ok" if self.ok else "FOUT"


class Afwijking(Exception):
    """The two sides do not compute the same, or something to measure with is missing: nothing can be measured."""


def duur(doe: Doe) -> float:
    """How long one run takes, in seconds."""
    gc.collect()
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


class Paren(NamedTuple):
    """Times of two ways, measured A B A B."""

    a: list[float]
    b: list[float]

    @property
    def verhouding(self) -> float:
        """The median of the ratios of each pair: so many times as long as B takes A."""
        return statistics.median(x / y for x, y in zip(self.a, self.b, strict=True))

    @property
    def in_ms(self) -> str:
        """Both medians, for a reader who wants to know the order of size."""
        return " en ".join(f"{_getal(1000 * statistics.median(t))} ms" for t in self)


def wisselend(a: Doe, b: Doe, *, paren: int) -> Paren:
    """Run A and B in turn, after one run of each that does not count."""
    a()
    b()
    gemeten = [(duur(a), duur(b)) for _ in range(paren)]
    return Paren([x for x, _ in gemeten], [y for _, y in gemeten])


def scan(bestand: Path) -> int:
    """How many rows a journal has, each read into Python over a bare connection: what reading it cannot do without."""
    aantal = 0
    with closing(sqlite3.connect(bestand)) as db:
        for _ in db.execute("SELECT * FROM journaal ORDER BY nummer"):
            aantal += 1
    return aantal


def eis_gelijk(wat: str, a: object, b: object) -> None:
    """Both sides must have computed the same."""
    if a != b:
        raise Afwijking(f"{wat}: de twee kanten rekenen niet hetzelfde uit")


def toon(metingen: Sequence[Meting | Telling]) -> None:
    """The table: what, ratio or count, bound, verdict, and what it came from."""
    breed = max(len(m.wat) for m in metingen)
    for m in metingen:
        waarde, grens, oordeel = m.kolommen
        print(f"  {m.wat:<{breed}}  {waarde:>7}  {grens:<16}  {oordeel:<8}  {m.toelichting}".rstrip())


def _getal(x: float) -> str:
    cijfers = 3 if x < 0.1 else 2 if x < 10 else 1 if x < 100 else 0
    return f"{x:.{cijfers}f}".replace(".", ",")
