"""A chart that Excel draws itself from the cells of its own sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import SeriesLabel
from openpyxl.xml.functions import tostring

_BREED, _HOOG = 18.0, 9.0  # in cm
_PER_STAAF, _ERNAAST = 0.8, 3.0  # of lying bars: for each its name, and for the titles and the axis
_RIJHOOGTE = 0.5  # of a usual row at its lowest, in cm
# Dark to light, so that they differ on paper without colour too; a line has its own mark besides.
_KLEUREN = ("1F3864", "C55A11", "7F7F7F", "9DC3E6", "A9D18E", "FFD966")
_TEKENS = ("circle", "square", "triangle", "diamond", "x", "star")


class Grafiek(NamedTuple):
    """A chart of some columns of its sheet, each named by its head.

    soort: bars, lying bars (for long names) or lines; stap: between two marks on the axis of numbers;
    rijen: first and last row of the sheet (2 is the first under the head), or all of them;
    plek: the cell at its left top, or under the last row when it is left out.
    """

    titel: str
    soort: Literal["staaf", "liggend", "lijn"]
    categorieen: str
    reeksen: tuple[str, ...]
    x_as: str
    y_as: str
    rijen: tuple[int, int] | None = None
    plek: str = ""
    stap: float | None = None


def zet_grafieken(ws: Any, grafieken: Sequence[Grafiek], koppen: Sequence[str], laatste: int) -> None:
    """Draw the charts of a sheet; those without a place stand one under the other, free of the cells."""
    if laatste < 2:
        return
    rij = laatste + 2
    for g in grafieken:
        ws.add_chart(_grafiek(ws, g, koppen, laatste), g.plek or f"A{rij}")
        rij += 0 if g.plek else rijen_hoog(g, laatste)


def hoogte(g: Grafiek, laatste: int = 0) -> float:
    """How high a chart is, in cm: lying bars get room for the name of each. laatste: the last row of the sheet."""
    eerste, tot = g.rijen or (2, laatste)
    return max(_HOOG, _ERNAAST + _PER_STAAF * (tot - eerste + 1)) if g.soort == "liggend" else _HOOG


def rijen_hoog(g: Grafiek, laatste: int = 0) -> int:
    """How many rows of the sheet a chart covers at most, and one between it and the next."""
    return math.ceil(hoogte(g, laatste) / _RIJHOOGTE) + 1


def losse_grafiek(namen: Sequence[str], waarden: Sequence[float], x_as: str, y_as: str) -> bytes:
    """A bar chart that carries its own numbers, as the part of a document that Word draws."""
    g = Grafiek("", "staaf", "", (y_as,), x_as, y_as, stap=hele_stap(waarden))
    tekening: Any = BarChart()
    cellen = NumData(ptCount=len(waarden), pt=[NumVal(idx=nr, v=str(w)) for nr, w in enumerate(waarden)])
    reeks: Any = Series(Reference(Workbook().worksheets[0], min_col=1, min_row=1), title=y_as)
    reeks.val = NumDataSource(numRef=NumRef(f=f"Cijfers!$B$2:$B${len(waarden) + 1}", numCache=cellen))
    woorden = StrData(ptCount=len(namen), pt=[StrVal(idx=nr, v=naam) for nr, naam in enumerate(namen)])
    reeks.cat = AxDataSource(strRef=StrRef(f=f"Cijfers!$A$2:$A${len(namen) + 1}", strCache=woorden))
    tekening.series.append(reeks)
    _kleur(reeks, g.soort, _KLEUREN[0], _TEKENS[0])
    _opmaak(tekening, g)
    tekening.title = None  # the document has a heading; without a word Word would put the name of the series there
    return bytes(tostring(tekening._write())).replace(b"<chart>", b'<chart><autoTitleDeleted val="1"/>', 1)


def hele_stap(waarden: Sequence[float]) -> int:
    """Between two marks of the axis: 1, 2 or 5, or ten times that, so that there are no more than ten marks."""
    nodig = max(1.0, max(waarden, default=0) / 10)
    tien = int(10 ** math.floor(math.log10(nodig)))
    return next(tien * n for n in (1, 2, 5, 10) if tien * n >= nodig)


def _grafiek(ws: Any, g: Grafiek, koppen: Sequence[str], laatste: int) -> Any:
    eerste, tot = g.rijen or (2, laatste)
    tekening: Any = LineChart() if g.soort == "lijn" else BarChart()
    for kop in g.reeksen:
        tekening.series.append(_reeks(ws, koppen.index(kop) + 1, eerste, tot))
    tekening.set_categories(Reference(ws, min_col=koppen.index(g.categorieen) + 1, min_row=eerste, max_row=tot))
    for reeks, kleur, teken in zip(tekening.series, _KLEUREN, _TEKENS, strict=False):
        _kleur(reeks, g.soort, kleur, teken)
    _opmaak(tekening, g)
    tekening.height = hoogte(g, laatste)
    return tekening


def _reeks(ws: Any, kolom: int, eerste: int, tot: int) -> Any:
    """The numbers of a column. Their name is its head in row 1, which need not stand right above them."""
    reeks: Any = Series(Reference(ws, min_col=kolom, min_row=eerste, max_row=tot))
    reeks.tx = SeriesLabel(strRef=StrRef(str(Reference(ws, min_col=kolom, min_row=1))))
    return reeks


def _kleur(reeks: Any, soort: str, kleur: str, teken: str) -> None:
    if soort != "lijn":
        reeks.graphicalProperties.solidFill = kleur
        return
    reeks.graphicalProperties.line.solidFill = kleur
    reeks.graphicalProperties.line.width = 28_000  # EMU, a little over two points
    reeks.smooth = False
    reeks.marker = Marker(size=7)
    reeks.marker.symbol = teken
    reeks.marker.graphicalProperties.solidFill = kleur
    reeks.marker.graphicalProperties.line.solidFill = kleur


def _opmaak(tekening: Any, g: Grafiek) -> None:
    tekening.width, tekening.height = _BREED, _HOOG
    tekening.title, tekening.x_axis.title, tekening.y_axis.title = g.titel, g.x_as, g.y_as
    for deel in (tekening.title, tekening.x_axis.title, tekening.y_axis.title):
        deel.overlay = False
    tekening.x_axis.delete = tekening.y_axis.delete = False  # openpyxl 3.1 hides both where nothing is said
    tekening.y_axis.number_format = "General"
    tekening.y_axis.scaling.min = 0
    if len(g.reeksen) > 1:
        tekening.legend.position = "b"
    else:
        tekening.legend = None
    tekening.y_axis.majorUnit = g.stap
    if g.soort == "liggend":
        tekening.type = "bar"
        tekening.x_axis.scaling.orientation = "maxMin"  # the first on top
        tekening.y_axis.crosses = "max"
        tekening.x_axis.tickLblSkip = 1
    if g.soort != "lijn":
        tekening.gapWidth = 60
        tekening.dataLabels = DataLabelList(
            showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
        )
