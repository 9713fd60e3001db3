"""A workbook (.xlsx): sheets of rows, readable on screen and on paper, that a reader may sort, filter and fill in.

The only owner of openpyxl, with werkboek_cel, werkboek_grafiek and werkboek_lezen; it knows nothing of cases. Rows are
read one by one and go straight into the zip: the writer holds no sheet (who hands it the rows may), and nothing stands
in a temporary file, where openpyxl would put it. The same input gives the same bytes, with the same zlib. Leans on how
openpyxl 3.1 writes inside.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from textwrap import wrap
from typing import IO, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from klachtcli.fouten import Invoerfout
from klachtcli.klok import in_amsterdam
from klachtcli.stukken.werkboek_cel import DATUM, TERUGLOOP, Cel, Kolom, Link, Lopend, Soort, Waarde, regels, schoon
from klachtcli.stukken.werkboek_grafiek import Grafiek, zet_grafieken

__all__ = ["EERSTE_RIJ", "Blad", "Grafiek", "Kolom", "Link", "Lopend", "Soort", "Waarde", "schrijf"]

EERSTE_RIJ = 2  # under the head
MEESTE_RIJEN = 1_048_576
REGELHOOGTE, HOOGSTE_RIJ = 16, 409  # in points; Excel shows no higher row
# A column that is too narrow for its dates shows only ####; a deadline needs room for its word too.
TERMIJNBREEDTE = 21.0
SMALST: dict[Soort, float] = {"datum": 12, "moment": 18}


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet: a head of one row, then the rows, each with one value a column. `vast`: columns that stay in sight."""

    naam: str
    kolommen: Sequence[Kolom]
    rijen: Iterable[Sequence[Waarde]]
    grafieken: Sequence[Grafiek] = ()
    vast: int = 0


def schrijf(
    uit: IO[bytes], bladen: Sequence[Blad], *, titel: str, gemaakt: datetime, eigenschappen: Mapping[str, str]
) -> None:
    """Write the workbook to a stream. What the rows raise goes through; the stream then holds no workbook.

    titel: in the footer of each page and in the properties; eigenschappen: own properties of the document.
    Errors: Invoerfout werkboek-te-lang for a sheet with more rows than Excel can hold.
    """
    boek: Any = Workbook(write_only=True)
    moment = in_amsterdam(gemaakt).astimezone(UTC).replace(tzinfo=None)
    boek.properties = DocumentProperties(
        creator="klacht", title=schoon(titel), language="nl-NL", created=moment, modified=moment
    )
    for naam, waarde in eigenschappen.items():
        boek.custom_doc_props.append(StringProperty(name=naam, value=schoon(waarde)))
    for blad in bladen:
        _richt_in(boek.create_sheet(blad.naam), blad, titel)
    boek.worksheets[0].sheet_view.tabSelected = True
    with _Archief(uit, "w", ZIP_DEFLATED) as archief:
        _Werkboek(boek, archief, {blad.naam: blad for blad in bladen}).save()


# --- one sheet


def _richt_in(ws: Any, blad: Blad, titel: str) -> None:
    """What stands in the file before the rows, and how the sheet is printed."""
    for letter, kolom in _met_letter(blad):
        smalst = TERMIJNBREEDTE if kolom.lopend else SMALST.get(kolom.soort, 0)
        ws.column_dimensions[letter].width = max(kolom.breedte, smalst)
    ws.freeze_panes = f"{get_column_letter(blad.vast + 1)}{EERSTE_RIJ}"
    ws.sheet_view.zoomScale = 90
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", 9  # A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    ws.print_options.gridLines = not blad.grafieken  # LibreOffice would draw them all around a chart
    ws.print_title_rows = "1:1"
    voet = ws.oddFooter
    voet.left.text, voet.center.text = "&A", "pagina &P van &N"
    voet.right.text = schoon(titel).replace("\n", " ")[:100].replace("&", "&&")  # 255 signs in all
    voet.left.size = voet.center.size = voet.right.size = 8


def _met_letter(blad: Blad) -> Iterator[tuple[str, Kolom]]:
    return ((get_column_letter(nr), kolom) for nr, kolom in enumerate(blad.kolommen, 1))


def _rond_af(ws: Any, blad: Blad, laatste: int) -> None:
    """What stands in the file after the rows, when it is known how many there were."""
    koppen = [kolom.kop for kolom in blad.kolommen]
    ws.auto_filter.ref = f"A1:{get_column_letter(len(koppen))}{laatste}"
    if laatste >= EERSTE_RIJ:
        for letter, kolom in _met_letter(blad):
            bereik = f"{letter}{EERSTE_RIJ}:{letter}{laatste}"
            if kolom.lopend:
                _zet_merken(ws, bereik, letter, kolom.lopend, koppen)
            if kolom.keuzes:
                ws.data_validations.append(_keuzelijst(kolom, bereik))
    zet_grafieken(ws, blad.grafieken, koppen, laatste)


class _Merk(NamedTuple):
    """What a running deadline says of itself, in a word and a colour, on the day that somebody looks."""

    woord: str
    wanneer: str
    letter: str
    vlak: str


_MERKEN = (
    _Merk("te laat", "{cel}<TODAY()", "9C0006", "FFC7CE"),
    _Merk("vandaag", "{cel}=TODAY()", "7F3F00", "FFD28A"),
    _Merk("deze week", "{cel}<=TODAY()+7", "6B4A00", "FFF2CC"),
)


def _zet_merken(ws: Any, bereik: str, letter: str, lopend: Lopend, koppen: Sequence[str]) -> None:
    """The first that holds counts. A blank cell or a text is no deadline."""
    cel = f"${letter}{EERSTE_RIJ}"
    eisen = [f"ISNUMBER({cel})"]
    if lopend.kolom:
        stand = f"${get_column_letter(koppen.index(lopend.kolom) + 1)}{EERSTE_RIJ}"
        eisen.append("OR({})".format(",".join(f'{stand}="{w.replace(chr(34), chr(34) * 2)}"' for w in lopend.woorden)))
    for nr, merk in enumerate(_MERKEN):
        opmaak = DifferentialStyle(
            font=Font(color=merk.letter, bold=nr == 0),
            numFmt=NumberFormat(numFmtId=200 + nr, formatCode=f'{DATUM}" · {merk.woord}"'),
            fill=PatternFill("solid", start_color=merk.vlak, end_color=merk.vlak),
        )
        formule = f"AND({','.join([*eisen, merk.wanneer.format(cel=cel)])})"
        ws.conditional_formatting.add(bereik, Rule("expression", dxf=opmaak, formula=[formule], stopIfTrue=True))


def _keuzelijst(kolom: Kolom, bereik: str) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=f'"{",".join(kolom.keuzes)}"',
        sqref=bereik,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Niet in de lijst",
        error=f"Kies uit: {', '.join(kolom.keuzes)}; of laat de cel leeg."[:225],
        showInputMessage=bool(kolom.uitleg),
        promptTitle=kolom.kop[:32] if kolom.uitleg else None,
        prompt=kolom.uitleg[:255] or None,
    )


# --- the file


class _Bladschrijver(WorksheetWriter):
    """openpyxl's writer of a sheet, that takes its rows as they come."""

    def __init__(self, ws: Any, uit: Any, blad: Blad) -> None:
        super().__init__(ws, uit)
        self.ws: Any = ws
        self._blad = blad

    def rows(self) -> Iterator[tuple[int, Iterable[Cel]]]:  # type: ignore[override]  # write_rows only walks them
        blad, nr = self._blad, 1
        cellen = [Cel(self.ws, letter, kolom) for letter, kolom in _met_letter(blad)]
        breedtes = [(plek, k.breedte) for plek, k in enumerate(blad.kolommen) if k.soort in TERUGLOOP]
        self._hoogte(nr, max(len(wrap(k.kop, max(1, int(k.breedte) - 3))) for k in blad.kolommen))
        yield nr, [cel.zet_kop(kolom.kop) for cel, kolom in zip(cellen, blad.kolommen, strict=True)]
        for nr, rij in enumerate(blad.rijen, EERSTE_RIJ):
            if nr > MEESTE_RIJEN:
                feit = f"het blad {blad.naam} heeft meer rijen dan een werkblad kan bevatten"
                raise Invoerfout("werkboek-te-lang", feit)
            self._hoogte(nr, max((regels(rij[plek], breedte) for plek, breedte in breedtes), default=1))
            yield nr, _gevuld(cellen, rij, nr)
        _rond_af(self.ws, blad, nr)

    def _hoogte(self, nr: int, aantal: int) -> None:
        """The height of the row that comes now; write_row asks for it before it takes the cells."""
        hoogte = min(aantal * REGELHOOGTE, HOOGSTE_RIJ)
        self.ws.row_dimensions = {nr: {"ht": f"{hoogte}"}} if aantal > 1 else {}

    def cleanup(self) -> None:
        """There is no temporary file."""


def _gevuld(cellen: Sequence[Cel], rij: Sequence[Waarde], nr: int) -> Iterator[Cel]:
    return (cel for cel, waarde in zip(cellen, rij, strict=True) if cel.zet(waarde, nr))


class _Werkboek(ExcelWriter):
    """openpyxl's writer of a workbook, that lets each sheet flow into its own member of the zip."""

    def __init__(self, boek: Workbook, archief: _Archief, bladen: Mapping[str, Blad]) -> None:
        super().__init__(boek, archief)
        self._zip, self._bladen = archief, bladen

    def write_worksheet(self, ws: Any) -> None:
        with self._zip.open(_lid(ws.path[1:]), "w") as uit:
            schrijver = ws._writer = _Bladschrijver(ws, uit, self._bladen[ws.title])
            try:
                schrijver.write_top()
                super().write_worksheet(ws)
            finally:
                schrijver.close()


_EERSTE_DAG = (1980, 1, 1, 0, 0, 0)
_MERK = (3, 0o600 << 16)  # system and rights


class _Archief(ZipFile):
    """A zip without moment, system or rights."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_lid(zinfo_or_arcname), data)

    def write(self, *_: Any, **__: Any) -> None:
        """openpyxl would copy a sheet here from its temporary file; the sheet is here already."""


def _lid(naam: str) -> ZipInfo:
    lid = ZipInfo(naam)  # of 1 January 1980, the first day that a zip knows
    lid.compress_type, lid.create_system, lid.external_attr = ZIP_DEFLATED, *_MERK
    return lid


def is_zo_geschreven(ruw: bytes) -> bool:
    """Whether no other program has saved a workbook since: each marks the parts with its own system, rights or day."""
    with ZipFile(io.BytesIO(ruw)) as archief:
        return all((x.date_time, x.create_system, x.external_attr) == (_EERSTE_DAG, *_MERK) for x in archief.infolist())
