"""What was typed -> an answer: days as people say them, a number for a choice, yes or no; and checked as it comes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from klachtcli import klok
from klachtcli.cli.vragenlijst import Antwoord, Vraag
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.bestand import GROOTSTE
from klachtcli.instellingen.klaagschriften import lees_bijlagen
from klachtcli.instellingen.lezer import lees_veld
from klachtcli.recht.dagtaal import lees_gezegde_dag, lees_gezegde_periode, zeg_periode
from klachtcli.recht.datum import met_weekdag
from klachtcli.zaak.klaagschrift import Bijlage

LANGSTE = 500  # characters; a longer text is a description, or a paper
_TIJD = re.compile(r"(.+?),?(?:\s+om)?\s+([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*u(?:ur)?)?", re.ASCII)


def lees_antwoord(vraag: Vraag, getypt: str, op: date | None = None) -> Antwoord:
    """The answer to a question. Raises Invoerfout with a Dutch sentence.

    op: on which day it was said, where that is not today: `gisteren` is the day before.
    """
    try:
        ruw = _VORMEN.get(vraag.vorm, _zelf)(getypt, op or klok.vandaag())
    except (ValueError, OverflowError) as fout:
        raise Invoerfout("antwoord-fout", str(fout)) from None
    if vraag.keuzes:
        ruw = _gekozen(vraag.keuzes, getypt)
    if len(getypt) > (past := GROOTSTE if vraag.veld == "omschrijving" else LANGSTE):
        raise Invoerfout("antwoord-te-lang", f"dit zijn {len(getypt)} tekens, en hier passen er {past}")
    if vraag.soort is not None:
        lees_veld(vraag.soort, vraag.veld, ruw)
    if vraag.vorm in ("dag", "moment") and date.fromisoformat(str(ruw)[:10]) > klok.vandaag():
        raise Invoerfout("dag-in-de-toekomst", f"{zeg(vraag, ruw)} moet nog komen")
    return ruw


def zeg(vraag: Vraag, antwoord: Antwoord) -> str:
    """An answer in words: days written out with their weekday, yes and no."""
    if isinstance(antwoord, bool):
        return "ja" if antwoord else "nee"
    if isinstance(antwoord, list):
        return ", ".join(antwoord)
    if antwoord is None:
        return ""
    if vraag.vorm in ("dag", "moment"):
        return met_weekdag(date.fromisoformat(antwoord) if len(antwoord) == 10 else datetime.fromisoformat(antwoord))
    return zeg_periode(antwoord) if vraag.vorm == "wanneer" else antwoord


def ja_nee(getypt: str) -> bool:
    """Yes or no. Raises Invoerfout."""
    if getypt.lower() in ("j", "ja"):
        return True
    if getypt.lower() in ("n", "nee"):
        return False
    raise Invoerfout("geen-ja-of-nee", "antwoord met j of n")


def _gekozen(keuzes: tuple[str, ...], getypt: str) -> str:
    """A choice by its number, or by as much of its word as says which it is."""
    if getypt.isascii() and getypt.isdigit() and 1 <= int(getypt[:3]) <= len(keuzes):
        return keuzes[int(getypt) - 1]
    begint = [k for k in keuzes if k.startswith(getypt.lower())]
    return begint[0] if len(begint) == 1 else getypt.lower()


def _moment(getypt: str, vandaag: date) -> str:
    """A day, or a moment on the clock of Amsterdam, in ISO 8601."""
    if re.match(r"\d{4}-\d{2}-\d{2}T\d", getypt):
        try:
            return klok.in_amsterdam(datetime.fromisoformat(getypt)).isoformat()
        except ValueError:
            raise ValueError("geen tijdstip zoals 2026-03-06T16:42") from None
    if (deel := _TIJD.fullmatch(getypt)) is None:
        return _dag(getypt, vandaag)
    dag = lees_gezegde_dag(deel[1], vandaag)
    return klok.in_amsterdam(datetime.combine(dag, time(int(deel[2]), int(deel[3])))).isoformat()


def _dag(getypt: str, vandaag: date) -> str:
    return lees_gezegde_dag(getypt, vandaag).isoformat()


def _wanneer(getypt: str, vandaag: date) -> str:
    return lees_gezegde_periode(getypt, vandaag)


def _lijst(getypt: str, _: date) -> list[str]:
    return [deel.strip() for deel in getypt.split(",") if deel.strip()]


def _bestand(getypt: str, _: date) -> str:
    """A file that is there, as it was typed."""
    lees_bijlagen([Bijlage(getypt)], Path.cwd())
    return getypt


def _zelf(getypt: str, _: date) -> str:
    return getypt


_VORMEN: dict[str, Callable[[str, date], Antwoord]] = {
    "janee": lambda getypt, _: ja_nee(getypt),
   "lijst": _lijst, "dag": _dag, "moment": _moment, "wanneer": _wanneer, "bestand": _bestand,
}  # fmt: skip
