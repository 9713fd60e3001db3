"""The only reader of the clock and of the time zone.

A complaint procedure lives on Dutch days: a mail of 23:59 in Amsterdam came in on that day (Awb 2:20),
whatever the sender's clock or UTC says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache


def amsterdam() -> tzinfo:
    """Europe/Amsterdam. Loaded on first use: most commands of a day never need the database of time zones."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Amsterdam")


def nu() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


@contextmanager
def stilgezet(dag: date) -> Iterator[None]:
    """For the demo alone: within this block it is nine in the morning of a day, in UTC."""
    global nu
    echt, moment = nu, datetime.combine(dag, time(9), tzinfo=UTC)
    nu = lambda: moment  # noqa: E731
    try:
        yield
    finally:
        nu = echt


def vandaag() -> date:
    """Today in Amsterdam."""
    return nu().astimezone(amsterdam()).date()


def in_amsterdam(moment: datetime) -> datetime:
    """The moment on the clock of Amsterdam; a moment without a zone is read as Amsterdam time."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=amsterdam())
    return moment.astimezone(amsterdam())


def op_de_klok(stempel_: str) -> datetime:
    """When an entry was recorded, as the clock in Amsterdam had it."""
    return in_amsterdam(datetime.fromisoformat(stempel_))


def dag_van(stempel_: str) -> date:
    """The day in Amsterdam of a moment as the journal writes it. Raises ValueError."""
    moment = datetime.fromisoformat(stempel_)
    if moment.tzinfo is not UTC:  # as somebody else wrote it
        return in_amsterdam(moment).date()
    return _dag_van_uur(moment.year, moment.month, moment.day, moment.hour)


@lru_cache(65536)
def _dag_van_uur(jaar: int, maand: int, dag: int, uur: int) -> date:
    """A day begins on a whole hour of UTC, also where the clock is set forward or back."""
    return in_amsterdam(datetime(jaar, maand, dag, uur, tzinfo=UTC)).date()


def stempel(moment: datetime) -> str:
    """A moment as the journal writes it: UTC, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
