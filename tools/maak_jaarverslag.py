"""The template of the annual report (art. 14), from the text in tools/jaarverslag.txt.

`python -m tools.maak_jaarverslag` writes it in templates/. A line that begins with # is a heading, with - an item;
{{tabel}} and {{grafiek}} stand for the table of figures and the chart.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Blad
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Emu
from tools.maak_sjablonen import GRIJS, INKT, STIJLEN, Stijlen, snoei, vast, zet_blad, zet_stijlen

from klachtcli.stukken.jaarverslag import GRAFIEK
from klachtcli.stukken.werkboek_grafiek import losse_grafiek

HIER = Path(__file__).parent
DOEL = HIER.parent / "templates" / "jaarverslag.docx"
VERSLAG: Stijlen = {
    **STIJLEN,
    "Title": (22, True, INKT, 6, 2),
    "Subtitle": (11, False, GRIJS, 0, 4),
    "Heading 1": (13, True, INKT, 14, 4),
    "Heading 2": (10.5, True, None, 10, 2),
    "Uitleg": (9, False, GRIJS, 0, 3),
    "Cijfer": (9, False, None, 1, 1),
    "Invullen": (10.5, False, None, 0, 6),
}
_WAT, _JAREN = Cm(6.5), Cm(9.5)
_TEKENING = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{breed}" cy="{hoog}"/>'
    '<wp:docPr id="1" name="Grafiek" descr="{beschrijving}"/><wp:cNvGraphicFramePr/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="{rid}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def maak() -> bytes:
    """The template as a document."""
    blad = Document()
    snoei(blad, VERSLAG)
    zet_stijlen(blad, VERSLAG)
    zet_blad(blad, "{{ commissie_naam }}", "jaarverslag {{ jaar }}  ·  kenmerk {{ zegel }}")
    for regel in (HIER / "jaarverslag.txt").read_text(encoding="utf-8").splitlines():
        if regel.strip():
            _zet(blad, regel.strip())
    return vast(blad)


def _zet(blad: Blad, regel: str) -> None:
    merk, _, tekst = regel.partition(" ")
    stijlen = {"=": "Title", "+": "Subtitle", "#": "Heading 1", "##": "Heading 2", "-": "List Bullet", "~": "Uitleg",
               "!": "Invullen"}  # fmt: skip
    match regel:
        case "{{tabel}}":
            _tabel(blad)
        case "{{grafiek}}":
            _grafiek(blad)
        case _:
            alinea = blad.add_paragraph(tekst if merk in stijlen else regel, style=stijlen.get(merk, "Normal"))
            if merk == "!":
                alinea.runs[0].font.highlight_color = 7  # yellow: the committee writes here
            if merk == "~":
                alinea.paragraph_format.keep_with_next = True


def _tabel(blad: Blad) -> None:
    """A head with the years, then a row for each figure; the cells of the years are repeated."""
    kop = ("", "{%tc for jaar in jaren %}", "{{ jaar }}", "{%tc endfor %}")
    cijfer = ("{{ rij.wat }}", "{%tc for cel in rij.cellen %}", "{{ cel }}", "{%tc endfor %}")
    tabel = blad.add_table(rows=0, cols=len(kop))
    tabel.autofit = False
    tabel._tbl.tblPr.append(parse_xml(
        '<w:tblBorders xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:top w:val="single" w:sz="6" w:color="1F3A5F"/><w:bottom w:val="single" w:sz="6" w:color="1F3A5F"/>'
        '<w:insideH w:val="single" w:sz="2" w:color="BFBFBF"/></w:tblBorders>'
    ))  # fmt: skip
    # a table stays on one page: each row holds on to the next, and the last to nothing
    rijen = (kop, ("{%tr for rij in tabel.rijen %}",), ("{%tr if loop.last %}",), cijfer, ("{%tr else %}",), cijfer,
             ("{%tr endif %}",), ("{%tr endfor %}",))  # fmt: skip
    for nr, teksten in enumerate(rijen):
        _rij(tabel, blad, teksten, kop=nr == 0, los=nr == 3)
    for kolom, breedte in zip(tabel.columns, (_WAT, *[Emu(_JAREN // 3)] * 3), strict=True):
        kolom.width = breedte
        for cel in kolom.cells:
            cel.width = breedte


def _rij(tabel: Any, blad: Blad, teksten: tuple[str, ...], *, kop: bool, los: bool) -> None:
    """No page end goes through a row; the head comes again on the next page."""
    rij = tabel.add_row()
    for nr, (cel, tekst) in enumerate(zip(rij.cells, teksten, strict=False)):
        alinea = cel.paragraphs[0]
        alinea.style, alinea.text = blad.styles["Cijfer"], tekst
        alinea.paragraph_format.keep_with_next = not los
        if nr:
            alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if kop and tekst:
            alinea.runs[0].font.bold = True
    eigenschappen = rij._tr.get_or_add_trPr()
    eigenschappen.append(OxmlElement("w:cantSplit"))
    if kop:
        eigenschappen.append(OxmlElement("w:tblHeader"))


def _grafiek(blad: Blad) -> None:
    """A chart with numbers of no meaning, in the place of which those of the year come."""
    deel = Part(
        PackURI("/word/charts/chart1.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        losse_grafiek(["jaar"], [1], "jaar", "klachten"),
        blad.part.package,
    )
    rid = blad.part.relate_to(deel, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart")
    tekening = _TEKENING.format(breed=Cm(16), hoog=Cm(7), rid=rid, beschrijving=GRAFIEK)
    blad.add_paragraph().add_run()._r.append(parse_xml(tekening))


def main() -> None:
    """Write the template."""
    DOEL.write_bytes(maak())


if __name__ == "__main__":
    main()
