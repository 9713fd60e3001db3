"""The template of the verklaring van vernietiging (Archiefbesluit 1995 art. 8), from the text in tools/verklaring.txt.

`python -m tools.maak_verklaring` writes it in templates/. A line that begins with # is a heading, with - an item, with
| a fact and its value; ___ is the row to sign in.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Blad
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from tools.maak_sjablonen import GRIJS, INKT, STIJLEN, Stijlen, snoei, vast, zet_blad, zet_stijlen

from klachtcli.stukken.verklaring import SJABLOON

HIER = Path(__file__).parent
DOEL = HIER.parent / "templates" / SJABLOON
VERKLARING: Stijlen = {
    **STIJLEN,
    "Normal": (9.5, False, None, 0, 4),
    "Title": (18, True, INKT, 0, 2),
    "Subtitle": (10.5, False, GRIJS, 0, 1),
    "Heading 1": (11, True, INKT, 6, 1),
    "List Bullet": (9.5, False, None, 0, 2),
    "Feit": (9.5, False, None, 0, 1),
    "Ondertekening": (9.5, False, None, 0, 0),
}
_STIJLEN = {"=": "Title", "+": "Subtitle", "#": "Heading 1", "-": "List Bullet"}
_INSPRINGEN = Cm(4.2)
_BIJ_HANDTEKENING = ("Denk ook aan", "Ondergetekenden")  # nobody signs a page on which nothing else stands


def maak() -> bytes:
    """The template as a document."""
    blad = Document()
    snoei(blad, VERKLARING)
    zet_stijlen(blad, VERKLARING)
    zet_blad(blad, "{{ commissie_naam }}", "verklaring van vernietiging {{ zaak }}")
    for regel in (HIER / "verklaring.txt").read_text(encoding="utf-8").splitlines():
        if regel.strip():
            _zet(blad, regel.strip())
    blad.add_paragraph(style="Slot")
    return vast(blad)


def _zet(blad: Blad, regel: str) -> None:
    merk, _, tekst = regel.partition(" ")
    match merk:
        case "|":
            _feit(blad, *(deel.strip() for deel in tekst.split("|")))
        case "___":
            _handtekeningen(blad, [deel.strip() for deel in tekst.split("|")])
        case _:
            alinea = blad.add_paragraph(tekst if merk in _STIJLEN else regel, style=_STIJLEN.get(merk, "Normal"))
            if regel.endswith(":") or regel.startswith(_BIJ_HANDTEKENING):
                alinea.paragraph_format.keep_with_next = True


def _feit(blad: Blad, label: str, waarde: str) -> None:
    alinea = blad.add_paragraph(style="Feit")
    alinea.paragraph_format.left_indent, alinea.paragraph_format.first_line_indent = _INSPRINGEN, -_INSPRINGEN
    alinea.paragraph_format.tab_stops.add_tab_stop(_INSPRINGEN)
    alinea.add_run(label).font.color.rgb = GRIJS
    alinea.add_run(f"\t{waarde}")


def _handtekeningen(blad: Blad, delen: list[str]) -> None:
    """Two places to sign, side by side, with who signs there; in one row, so that no page end splits it."""
    tabel = blad.add_table(rows=1, cols=2)
    tabel.autofit = False
    tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cel, naam, rol in zip(tabel.rows[0].cells, delen[::2], delen[1::2], strict=True):
        cel.width = Cm(8)
        regels: list[Any] = [cel.paragraphs[0], *(cel.add_paragraph() for _ in range(3))]
        for alinea, tekst in zip(regels, (naam, rol, "datum en handtekening:", "_" * 34), strict=True):
            alinea.style, alinea.text = blad.styles["Ondertekening"], tekst
            alinea.paragraph_format.keep_with_next = True
        regels[2].paragraph_format.space_before = Pt(6)
        regels[3].paragraph_format.space_before = Pt(24)


def main() -> None:
    """Write the template."""
    DOEL.write_bytes(maak())


if __name__ == "__main__":
    main()
