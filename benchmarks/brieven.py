"""1,000 letters from a shipped template, against docxtpl as its manual shows it: DocxTemplate, render, save, each time.

Ours reads, checks and compiles the template once; both sides fill the same values and give a whole docx in memory.
The letters are of the ordinary kind (mededeling-ontvankelijk) and of the longest one (advies).
"""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docxtpl import DocxTemplate

from benchmarks.meten import Afwijking, Meting, wisselend
from klachtcli.secretariaat.plekken import meegeleverd
from klachtcli.stukken.brieven import Waarden
from klachtcli.stukken.sjabloon import laad

AANTAL = 1000
TABELLEN = {"onderdelen": ("klacht", "bevinding", "oordeel")}
LIJSTEN = ("adresregels", "commissie_adres", "werkgever_adres", "leden", "aangeklaagden", "maatregelen", "zienswijzen",
           "verloop", "bijlagen", "verslagen", "stukken")  # fmt: skip


def meet() -> list[Meting]:
    """The measures of this subject."""
    return [_meet("mededeling-ontvankelijk"), _meet("advies")]


def _meet(soort: str) -> Meting:
    ruw = (meegeleverd() / "templates" / "letters" / f"{soort}.docx").read_bytes()
    waarden = _waarden(laad(ruw, soort).namen)
    _eis_zelfde_brief(laad(ruw, soort).vul(waarden), _docxtpl(ruw, waarden))

    def ons() -> None:
        sjabloon = laad(ruw, soort)
        for n in range(AANTAL):
            sjabloon.vul(waarden | {"kenmerk": f"K2026-{n:03d}"})

    def zij() -> None:
        for n in range(AANTAL):
            _docxtpl(ruw, waarden | {"kenmerk": f"K2026-{n:03d}"})

    paren = wisselend(zij, ons, paren=3)
    toelichting = f"docxtpl en ons: {paren.in_ms}"
    return Meting(f"{AANTAL} brieven '{soort}' tegen docxtpl", paren.verhouding, 20, True, toelichting)


def _docxtpl(ruw: bytes, waarden: Waarden) -> bytes:
    blad, uit = DocxTemplate(io.BytesIO(ruw)), io.BytesIO()
    blad.render(waarden, autoescape=True)
    blad.save(uit)
    return uit.getvalue()


def _waarden(namen: frozenset[str]) -> Waarden:
    """A value for every placeholder: a text, a list of three, or a table of two."""
    waarden: Waarden = {}
    for naam in namen:
        if naam in TABELLEN:
            waarden[naam] = [{kolom: f"{naam} {kolom} & {n}" for kolom in TABELLEN[naam]} for n in (1, 2)]
        else:
            waarden[naam] = [f"{naam} <{n}>" for n in (1, 2, 3)] if naam in LIJSTEN else f"{naam} & meer"
    return waarden


def _eis_zelfde_brief(een: bytes, ander: bytes) -> None:
    if _tekst(een) != _tekst(ander):
        raise Afwijking("de twee brieven zijn niet dezelfde")


def _tekst(docx: bytes) -> list[str]:
    blad: Any = Document(io.BytesIO(docx))
    cellen = [p for t in blad.tables for r in t.rows for c in r.cells for p in c.paragraphs]
    return [p.text for p in [*blad.paragraphs, *cellen]]
