"""Days as people say them, which depend on what day it is: `3 maart`, `gisteren`, `maart tot vandaag`.

What can be one day only is read; what can be more is refused with the day that it could be. Nothing here knows today:
it comes in. A day without a year is the last one of that name, where that is not long ago.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from klachtcli.recht.datum import (
    DAGEN,
    MAAND_ALS_WOORD,
    BestaatNiet,
    Onherkend,
    Periode,
    lees_dag,
    lees_periode,
    maak_dag,
    met_weekdag,
    voluit,
)

_GENOEMD = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}
_LANG_GELEDEN = timedelta(days=300)  # a day without a year further back may be meant of the year to come
_WEEKDAG = "|".join(DAGEN)
_KORT = {naam[:2]: naam for naam in DAGEN}
_AANTAL = {w: n for n, w in enumerate(("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"), 1)} | {"één": 1}
_MET_WEEKDAG = re.compile(rf"({_WEEKDAG}|(?:{'|'.join(_KORT)})\b\.?)\s+(\d.*)")
_ZONDER_JAAR = re.compile(r"(\d{1,2})e?\s+([a-z]{3,9})\.?", re.ASCII)
_ZONDER_JAAR_CIJFERS = re.compile(r"(\d{1,2})[-/](\d{1,2})", re.ASCII)
_KORT_JAAR = re.compile(r"(\d{1,2})(?:[-/.](\d{1,2})[-/.]|e?\s+([a-z]{3,9})\.?\s+)'?(\d{2})", re.ASCII)
_VORIGE_WEEK = re.compile(rf"(?:vorige|afgelopen|verleden) week ({_WEEKDAG})|({_WEEKDAG}) (?:van )?vorige week")
_LAATSTE = re.compile(rf"(?:(vorige|verleden)|afgelopen|laatste|deze)? ?({_WEEKDAG})")
_GELEDEN = re.compile(rf"(\d{{1,2}}|{'|'.join(_AANTAL)}) (dag|dagen|week|weken) geleden")
_VORIGE = re.compile(r"(?:vorige|afgelopen|verleden) (week|maand)|(?:vorig|verleden) jaar")
_VAN_TOT = re.compile(r"(?:van |vanaf )?(.+?) ?(?: tot en met | t/m | tot | - | – |/) ?(.+)")
_TUSSEN = re.compile(r"tussen (.+) en (.+)")  # without `tussen` it is two days, and not what lies between
_TOT = r" ?(?:t/m|tot en met|tot|-|–) ?"
_DAGEN_VAN = re.compile(rf"(?:van )?(\d{{1,2}})e?{_TOT}(\d{{1,2}})e? ([a-z]{{3,9}}\.?(?: '?\d{{2,4}})?)")
_SINDS = re.compile(r"(?:sinds|vanaf) (.+)")
_GEEN_PERIODE = (
    "schrijf een dag (15 januari 2026), een maand (januari 2026), een jaar (2026), of van wanneer tot wanneer "
    "(november 2025 tot februari 2026)"
)
_MAAND = re.compile(r"([a-z]{3,9})\.?", re.ASCII)


def lees_gezegde_dag(tekst: str, vandaag: date) -> date:
    """The one day that is meant. Raises ValueError with a Dutch sentence, and the day that it could be."""
    gezegd = _schoon(tekst)
    if gezegd in _GENOEMD:
        return vandaag - timedelta(days=_GENOEMD[gezegd])
    if deel := _MET_WEEKDAG.fullmatch(gezegd):
        return _op_weekdag(lees_gezegde_dag(deel[2], vandaag), _KORT.get(deel[1][:2], ""))
    if deel := _ZONDER_JAAR_CIJFERS.fullmatch(gezegd):
        return _laatste(int(deel[2]), int(deel[1]), vandaag)
    if (deel := _ZONDER_JAAR.fullmatch(gezegd)) and (maand := MAAND_ALS_WOORD.get(deel[2])):
        return _laatste(maand, int(deel[1]), vandaag)
    if (deel := _KORT_JAAR.fullmatch(gezegd)) and (maand := int(deel[2] or MAAND_ALS_WOORD.get(deel[3], 0))):
        return maak_dag(_eeuw(int(deel[4]), vandaag), maand, int(deel[1]))
    for vorm, kan in _VAAG:
        if deel := vorm.fullmatch(gezegd):
            raise ValueError(_welke(kan(deel, vandaag)))
    return lees_dag(gezegd)


def lees_gezegde_periode(tekst: str, vandaag: date) -> str:
    """A day, a month, a year or a period, as ISO 8601 has it: `2025-11/2026-02`. Raises ValueError."""
    gezegd = _schoon(tekst)
    if deel := _DAGEN_VAN.fullmatch(gezegd):  # `3 t/m 5 maart 2026`: the month is said once
        gezegd = f"{deel[1]} {deel[3]} tot {deel[2]} {deel[3]}"
    if (deel := _TUSSEN.fullmatch(gezegd) or _VAN_TOT.fullmatch(gezegd)) and not _is_dag(gezegd):
        tot = _deel(deel[2], vandaag)
        # The year that is said once, at the end, holds for the beginning too.
        van = _deel(deel[1], min(lees_periode(tot).laatste, vandaag))
        lees_periode(f"{van}/{tot}")
        return f"{van}/{tot}"
    if deel := _SINDS.fullmatch(gezegd):
        _deel(deel[1], vandaag)  # what is no day is not repeated
        raise ValueError(f"tot wanneer? Duurt het nog voort, schrijf dan: {deel[1]} tot vandaag")
    return _deel(gezegd, vandaag)


def zeg_periode(tekst: str) -> str:
    """A period in words, for who typed it to see how it was read: `van 1 november 2025 tot en met 28 februari 2026`."""
    p: Periode = lees_periode(tekst)
    return met_weekdag(p.eerste) if p.eerste == p.laatste else f"van {voluit(p.eerste)} tot en met {voluit(p.laatste)}"


def _schoon(tekst: str) -> str:
    return re.sub(r"^(?:op|in) ", "", " ".join(tekst.lower().split())).rstrip(".,")


def _is_dag(gezegd: str) -> bool:
    """Whether all of it is one day, also where it has a stroke that a period can have: `3/9`, `10/9/26`."""
    if _ZONDER_JAAR_CIJFERS.fullmatch(gezegd) or _KORT_JAAR.fullmatch(gezegd):
        return True
    try:
        return bool(lees_dag(gezegd))
    except BestaatNiet:
        return True
    except Onherkend:
        return False


def _deel(gezegd: str, vandaag: date) -> str:
    """One side of a period. A bare month is the last one of that name, and not the one that must still come."""
    gezegd = _schoon(gezegd)
    if deel := _VORIGE.fullmatch(gezegd):
        raise ValueError(_welke_periode(deel[1], vandaag))
    if (deel := _MAAND.fullmatch(gezegd)) and (maand := MAAND_ALS_WOORD.get(deel[1])):
        return f"{vandaag.year - (maand > vandaag.month)}-{maand:02d}"
    with suppress(Onherkend):
        return lees_gezegde_dag(gezegd, vandaag).isoformat()
    try:
        p = lees_periode(gezegd)
    except Onherkend:
        raise Onherkend(_GEEN_PERIODE) from None
    hele_jaar = (p.eerste.month, p.laatste.month) == (1, 12)
    return f"{p.eerste.year:04d}" if hele_jaar else f"{p.eerste.year:04d}-{p.eerste.month:02d}"


def _op_weekdag(dag: date, weekdag: str) -> date:
    if DAGEN[dag.weekday()] != weekdag:
        raise ValueError(f"{voluit(dag)} is een {DAGEN[dag.weekday()]}, geen {weekdag}")
    return dag


def _laatste(maand: int, dag: int, vandaag: date) -> date:
    """The last day of this name; of 29 February too. Refused where that is long ago."""
    if (maand, dag) == (2, 29):
        jaar = next(j for j in range(vandaag.year, vandaag.year - 9, -1) if _schrikkel(j) and date(j, 2, 29) <= vandaag)
    else:
        jaar = vandaag.year - (maak_dag(vandaag.year, maand, dag) > vandaag)
    gevonden = maak_dag(jaar, maand, dag)
    if vandaag - gevonden > _LANG_GELEDEN:
        raise ValueError(f"van welk jaar? Bedoelt u {met_weekdag(gevonden)}, typ dan: {voluit(gevonden)}")
    return gevonden


def _schrikkel(jaar: int) -> bool:
    return jaar % 4 == 0 and (jaar % 100 != 0 or jaar % 400 == 0)


def _eeuw(jaar: int, vandaag: date) -> int:
    """The year of two digits that lies nearest behind us."""
    return next(j for j in range(vandaag.year + 1, vandaag.year - 99, -1) if j % 100 == jaar)


def _welke(kan: list[date]) -> str:
    keuze = " of ".join(met_weekdag(d) for d in kan)
    return f"dit is niet zeker één dag; bedoelt u {keuze}? Typ dan: {voluit(kan[0])}"


def _welke_periode(soort: str | None, vandaag: date) -> str:
    if soort == "week":
        maandag = vandaag - timedelta(days=vandaag.weekday() + 7)
        return f"schrijf het uit: {voluit(maandag)} tot {voluit(maandag + timedelta(days=6))}"
    if soort == "maand":
        vorige = vandaag.replace(day=1) - timedelta(days=1)
        return f"schrijf het uit: {voluit(vorige).split(maxsplit=1)[1]}"
    return f"schrijf het uit: {vandaag.year - 1}"


def _in_vorige_week(deel: re.Match[str], vandaag: date) -> list[date]:
    maandag = vandaag - timedelta(days=vandaag.weekday() + 7)
    return [maandag + timedelta(days=DAGEN.index(deel[1] or deel[2]))]


def _laatste_weekdag(deel: re.Match[str], vandaag: date) -> list[date]:
    """The last such day; who says `vorige` may mean the one of the week before."""
    terug = (vandaag.weekday() - DAGEN.index(deel[2])) % 7 or 7
    laatste = vandaag - timedelta(days=terug)
    eerder = laatste - timedelta(days=7)
    return [laatste, eerder] if deel[1] and terug <= vandaag.weekday() else [laatste]


def _zo_lang_geleden(deel: re.Match[str], vandaag: date) -> list[date]:
    aantal = _AANTAL.get(deel[1]) or int(deel[1])
    return [vandaag - timedelta(days=aantal * (7 if deel[2].startswith("we") else 1))]


_VAAG: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], list[date]]], ...] = (
    (_VORIGE_WEEK, _in_vorige_week),
    (_LAATSTE, _laatste_weekdag),
    (_GELEDEN, _zo_lang_geleden),
)
