"""Days as people write and read them: `3 juli 2026`, `2026-01`, `2025-11-01/2026-02`."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

import msgspec

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

MAAND_ALS_WOORD = {naam: n for n, naam in enumerate(MAANDEN, 1)} | {naam[:3]: n for n, naam in enumerate(MAANDEN, 1)}
MAAND_ALS_WOORD |= {"mrt": 3, "sept": 9}
_CIJFERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WOORDEN = re.compile(r"(?:[a-z]+dag\s+)?(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})", re.ASCII)
_MAAND = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_MAAND_WOORD = re.compile(r"([a-z]{3,9})\.?\s+(\d{4})", re.ASCII)
_JAAR = re.compile(r"(\d{4})", re.ASCII)
_TIJD = re.compile(r"([01]?\d|2[0-3])[:.u]([0-5]\d)?( ?uur)?", re.ASCII)


class Periode(msgspec.Struct, frozen=True):
    """When something happened, as far as it is known: somewhere from `eerste` to and including `laatste`."""

    eerste: date
    laatste: date


class Onherkend(ValueError):
    """Not written as a day or a period is; it may be something else."""


class BestaatNiet(ValueError):
    """Written as a day, and one that no calendar has."""


def voluit(dag: date) -> str:
    """`3 juli 2026`, as a letter writes it."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def met_weekdag(dag: date) -> str:
    """`vrijdag 3 juli 2026`; a moment adds its time."""
    uur = f" {dag:%H:%M} uur" if isinstance(dag, datetime) else ""
    return f"{DAGEN[dag.weekday()]} {voluit(dag)}{uur}"


def lees_dag(tekst: str) -> date:
    """A day from `2026-07-03`, `3-7-2026` or `3 juli 2026`. Raises Onherkend or BestaatNiet with a Dutch sentence."""
    schoon = " ".join(tekst.lower().split())
    if deel := _ISO.fullmatch(schoon):
        return maak_dag(int(deel[1]), int(deel[2]), int(deel[3]))
    if deel := _CIJFERS.fullmatch(schoon):
        return maak_dag(int(deel[3]), int(deel[2]), int(deel[1]))
    if (deel := _WOORDEN.fullmatch(schoon)) and (maand := MAAND_ALS_WOORD.get(deel[2])):
        return maak_dag(int(deel[3]), maand, int(deel[1]))
    raise Onherkend("geen datum zoals 2026-07-03, 3-7-2026 of 3 juli 2026")


@lru_cache(4096)
def lees_tijd(tekst: str) -> str:
    """`09:30` from `9.30`, `9:30 uur` or `9u30`. Raises ValueError."""
    deel = _TIJD.fullmatch(tekst.strip())
    if deel is None:
        raise ValueError("geen tijd zoals 10:00")
    return f"{int(deel[1]):02d}:{deel[2] or '00'}"


@lru_cache(4096)
def lees_periode(tekst: str) -> Periode:
    """A day, a month `2026-01`, a year `2026` or a period `2025-11-01/2026-02`. Raises ValueError."""
    van, streep, tot = tekst.strip().partition("/")
    if not streep or _CIJFERS.fullmatch(tekst.strip()):
        return _periode_deel(tekst)
    begin, einde = _periode_deel(van), _periode_deel(tot)
    if einde.laatste < begin.eerste:
        raise ValueError("een periode waarvan het einde vóór het begin ligt")
    return Periode(begin.eerste, einde.laatste)


def maak_dag(jaar: int, maand: int, dag: int) -> date:
    """The day. Raises BestaatNiet that names the day that does not exist."""
    if not 1 <= maand <= 12:
        raise BestaatNiet(f"maand {maand} bestaat niet")
    try:
        return date(jaar, maand, dag)
    except ValueError:
        raise BestaatNiet(f"{dag} {MAANDEN[maand - 1]} {jaar} bestaat niet") from None


def _periode_deel(tekst: str) -> Periode:
    schoon = tekst.strip()
    if deel := _MAAND.fullmatch(schoon):
        eerste = maak_dag(int(deel[1]), int(deel[2]), 1)
        if eerste.year == date.max.year:
            raise ValueError("een jaar dat buiten de kalender valt")
        volgende = (eerste + timedelta(days=31)).replace(day=1)
        return Periode(eerste, volgende - timedelta(days=1))
    if (deel := _MAAND_WOORD.fullmatch(schoon.lower())) and (maand := MAAND_ALS_WOORD.get(deel[1])):
        return _periode_deel(f"{deel[2]}-{maand:02d}")
    if deel := _JAAR.fullmatch(schoon):
        return Periode(maak_dag(int(deel[1]), 1, 1), maak_dag(int(deel[1]), 12, 31))
    try:
        dag = lees_dag(schoon)
    except Onherkend:
        raise Onherkend("geen dag (2026-01-15), maand (2026-01), jaar (2026) of periode (2025-11/2026-02)") from None
    return Periode(dag, dag)
