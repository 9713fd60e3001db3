"""One cell of a workbook: a value as Excel keeps it.

Text is text, whatever it begins with: never a formula, never an error, and no sign that XML cannot hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from types import NoneType
from typing import Any, Literal, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from klachtcli.klok import in_amsterdam

LANGSTE_TEKST = 32_767  # of a cell, in units of UTF-16
MEESTE_LINKS = 65_530  # of a sheet; Excel holds no more, and what comes after stays a plain text
INGEKORT = "… [ingekort: {} tekens; de hele tekst staat in het dossier]"
DATUM = "dd-mm-yyyy"

Soort = Literal["tekst", "kort", "datum", "moment", "getal", "invul", "keuze"]
Variant = Literal["kop", "leeg", "tekst", "aanhaling", "link", "datum", "moment", "getal"]


class Link(NamedTuple):
    """A text that leads to a row of a sheet in the same workbook. The first row under the head is row 2."""

    tekst: str
    blad: str
    rij: int


Waarde = str | int | float | date | datetime | Link | None


class Lopend(NamedTuple):
    """Which word in which column says that the deadline of a row still runs. Without a column every deadline runs."""

    kolom: str = ""
    woorden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column. `breedte` in characters; `uitleg` also shows where a choice is made.

    lopend: the dates in it are deadlines, and say themselves when they are near or past; getalvorm: how a number looks.
    """

    kop: str
    breedte: float
    soort: Soort = "kort"
    uitleg: str = ""
    lopend: Lopend | None = None
    keuzes: tuple[str, ...] = ()
    getalvorm: str = "General"


# --- text

_ONTOONBAAR = re.compile("[^\t\n\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ALS_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as A; a look ahead, for _x0041_x0042_
_WAARHEDEN = frozenset({"WAAR", "ONWAAR", "TRUE", "FALSE"})


def schoon(tekst: str) -> str:
    """A text as a reader sees it in a cell: unfit signs as a picture, and cut with a remark where it is too long."""
    if tekst.isprintable() and len(tekst) <= LANGSTE_TEKST // 2:
        return tekst
    return _ingekort(_ONTOONBAAR.sub(_beeld, tekst.replace("\r\n", "\n").replace("\r", "\n")))


def als_xml(tekst: str) -> str:
    """A clean text as it stands in the file, where `_x0041_` would be a code for a sign."""
    return _ALS_CODE.sub("_x005F_", tekst) if "_x" in tekst else tekst


def _beeld(gevonden: re.Match[str]) -> str:
    teken = ord(gevonden[0])
    return chr(0x2400 + teken) if teken < 0x20 else "\u2421" if teken == 0x7F else "\ufffd"


def _ingekort(tekst: str) -> str:
    eenheden = tekst.encode("utf-16-le")
    if len(eenheden) <= 2 * LANGSTE_TEKST:
        return tekst
    slot = INGEKORT.format(f"{len(tekst):,}".replace(",", "."))
    return eenheden[: 2 * (LANGSTE_TEKST - len(slot))].decode("utf-16-le", "ignore") + slot


def _blijft_tekst(tekst: str) -> bool:
    """Whether Excel leaves it a text when somebody edits the cell: not so for =1, 1-2, 's-Gravenhage or WAAR."""
    return tekst[:1].isalpha() and tekst.upper() not in _WAARHEDEN


# --- values: the variant of the style, the type in the file, and what stands there

_Inhoud = tuple[Variant, str, str | float | None]
_NULDAG = date(1899, 12, 30).toordinal()
_EERSTE_DAG = date(1900, 3, 1)  # before it Excel counts a day that never was


def _leeg(_: None) -> _Inhoud:
    return "leeg", "n", None


def _tekst(tekst: str) -> _Inhoud:
    if not tekst:
        return _leeg(None)
    tekst = schoon(tekst)
    return "tekst" if _blijft_tekst(tekst) else "aanhaling", "s", als_xml(tekst)


def _link(link: Link) -> _Inhoud:
    return "link", "s", als_xml(schoon(link.tekst))


def _getal(getal: float) -> _Inhoud:
    return ("getal", "n", getal) if isfinite(getal) else _tekst(str(getal))


def _datum(dag: date) -> _Inhoud:
    if dag < _EERSTE_DAG:
        return _tekst(f"{dag:%d-%m-}{dag.year:04}")
    return "datum", "n", dag.toordinal() - _NULDAG


def _moment(moment: datetime) -> _Inhoud:
    if moment.tzinfo is not None:
        moment = in_amsterdam(moment)
    if moment.date() < _EERSTE_DAG:
        return _tekst(f"{moment:%d-%m-}{moment.year:04}{moment:, %H:%M}")
    seconden = moment.hour * 3600 + moment.minute * 60 + moment.second
    return "moment", "n", moment.toordinal() - _NULDAG + seconden / 86_400


def _waarheid(waar: bool) -> _Inhoud:
    return _tekst("ja" if waar else "nee")


_SOORTEN: dict[type, Callable[[Any], _Inhoud]] = {
    NoneType: _leeg, str: _tekst, Link: _link, bool: _waarheid, int: _getal, float: _getal, datetime: _moment,
    date: _datum,
}  # fmt: skip


def _inhoud(waarde: Waarde) -> _Inhoud:
    """What a value becomes; of a type that is not known, its text."""
    maak = _SOORTEN.get(type(waarde))
    return maak(waarde) if maak else _tekst(str(waarde))


# --- style

_LETTER: dict[str, Any] = {"name": "Calibri", "size": 11, "family": 2}
_INVOER = PatternFill("solid", start_color="FFF8E1", end_color="FFF8E1")
_KOPVLAK = PatternFill("solid", start_color="DCE6F1", end_color="DCE6F1")
TERUGLOOP: frozenset[Soort] = frozenset({"tekst", "invul", "keuze"})


def stijl(blad: Any, kolom: Kolom, variant: Variant) -> int:
    """The number of a style in the workbook of a sheet."""
    cel: Any = WriteOnlyCell(blad)
    invoer = kolom.soort in ("invul", "keuze") and variant != "kop"
    vormen = {"datum": DATUM, "moment": f"{DATUM} hh:mm", "getal": kolom.getalvorm}
    cel.number_format = vormen.get(variant, "@" if invoer else "General")
    terugloop = variant == "kop" or kolom.soort in TERUGLOOP
    kant, ruimte = ("right", 1) if variant == "getal" else ("left", 0)
    cel.alignment = Alignment(horizontal=kant, indent=ruimte, vertical="top", wrap_text=terugloop)
    cel.quotePrefix = variant == "aanhaling" and not invoer
    if variant == "kop":
        cel.font, cel.fill = Font(**_LETTER, bold=True), _KOPVLAK
    if variant == "link":
        cel.font = Font(**_LETTER, color="0563C1", underline="single")
    if invoer:
        cel.fill = _INVOER
    return int(cel.style_id)


def regels(waarde: Waarde, breedte: float) -> int:
    """On how many lines a wrapped text stands, rather one too many: LibreOffice finds no height for a row by itself."""
    tekst = waarde.tekst if isinstance(waarde, Link) else waarde
    if not isinstance(tekst, str):
        return 1
    past = max(1, int(breedte) - 3)
    if len(tekst) <= past and "\n" not in tekst:
        return 1
    return sum(max(1, -(-len(regel) // past)) for regel in tekst[:LANGSTE_TEKST].split("\n"))


class Stijlen(dict[Variant, int]):
    """The styles of a column, each made when it is first used."""

    def __init__(self, blad: Any, kolom: Kolom) -> None:
        super().__init__()
        self._blad, self._kolom = blad, kolom

    def __missing__(self, variant: Variant) -> int:
        self[variant] = nummer = stijl(self._blad, self._kolom, variant)
        return nummer


class Cel:
    """What openpyxl's writer asks of a cell. One a column, filled again for each row: nothing stays in memory."""

    __slots__ = ("_letter", "_stijlen", "_value", "_vult", "coordinate", "data_type", "hyperlink", "parent", "style_id")
    has_style = True
    _comment = None

    def __init__(self, blad: Any, letter: str, kolom: Kolom) -> None:
        self.parent = blad
        self._letter = letter
        self._stijlen: Mapping[Variant, int] = Stijlen(blad, kolom)
        self._vult = kolom.soort in ("invul", "keuze")

    def zet(self, waarde: Waarde, rij: int) -> bool:
        """Fill it for a row; False where nothing is to be written."""
        if (waarde is None or waarde == "") and not self._vult:
            return False
        variant, self.data_type, self._value = _inhoud(waarde)
        self.coordinate = f"{self._letter}{rij}"
        self.hyperlink = None
        if isinstance(waarde, Link):
            if len(self.parent._hyperlinks) < MEESTE_LINKS:
                plek = f"{quote_sheetname(waarde.blad)}!A{waarde.rij}"
                self.hyperlink = Hyperlink(ref=self.coordinate, location=plek)
            else:
                variant = "tekst"
        self.style_id = self._stijlen[variant]
        return True

    def zet_kop(self, kop: str) -> Cel:
        """Fill it as the head of its column."""
        self.zet(kop, 1)
        self.style_id = self._stijlen["kop"]
        return self
