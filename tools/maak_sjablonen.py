"""Make the docx templates in templates/letters from the texts in tools/brieven: one look for every letter.

A text has its keys first (`betreft: …`, and of SLEUTELS what is not as usual), then one line a paragraph: `# heading`,
`## smaller heading`, `- line of a list`, a line with only a tag (`{%p if dagtekening %}`), or words. What follows the
line `---bijlage---` comes on a new page after the signature. Empty lines mean nothing. Run it again and the same bytes
come out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from docx.document import Document as Blad
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from klachtcli.stukken.pakket import Deel, pak_uit, vast_pakket

HIER = Path(__file__).parent
TEKSTEN = HIER / "brieven"
DOEL = HIER.parent / "templates" / "letters"

LETTER = "Arial"
Stijlen = Mapping[str, tuple[float, bool, RGBColor | None, float, float]]
INKT, GRIJS = RGBColor(0x1F, 0x3A, 0x5F), RGBColor(0x59, 0x59, 0x59)
# style: (size, bold, colour, space before, space after); the names are those Word knows, where it knows one
STIJLEN: Stijlen = {
    "Normal": (10.5, False, None, 0, 6),
    "Heading 1": (10.5, True, INKT, 8, 2),
    "Heading 2": (10.5, True, None, 4, 2),
    "List Bullet": (10.5, False, None, 0, 6),  # between its own lines Word leaves no space
    "Header": (9, False, GRIJS, 0, 0),
    "Footer": (8, False, GRIJS, 0, 0),
    "Briefhoofd": (15, True, INKT, 0, 20),
    "Afzender": (8.5, False, GRIJS, 0, 0),
    "Adres": (10.5, False, None, 0, 0),
    "Referentie": (10.5, False, None, 0, 1),
    "Ondertekening": (10.5, False, None, 0, 0),
    "Slot": (1, False, None, 0, 0),  # Word wants a paragraph after the last table: too small to start a page
}
BEHOUD = {"Default Paragraph Font", "Normal Table", "No List"}
# key of a text: what holds where the text does not say it
SLEUTELS = {"betreft": "", "afzender": "commissie", "ondertekening": "secretaris", "bijlagen": "nee"}
# who sends it: the name above the letter, and the lines of the block at the right
AFZENDERS = {
    "commissie": (
        "{{ commissie_naam }}",
        [
            *("{%p for regel in commissie_adres %}", "{{ regel }}", "{%p endfor %}"),
            *("T {{ secretaris_telefoon }}", "E {{ secretaris_email }}"),
        ],
    ),
    "werkgever": (
        "{{ werkgever_organisatie }}",
        ["{%p for regel in werkgever_adres %}", "{{ regel }}", "{%p endfor %}"],
    ),
}
# who signs it: the greeting, for whom, and after room for a pen who it is
GROET, NAMENS = "Met vriendelijke groet,", "namens de {{ commissie_naam }}"
ONDERTEKENINGEN = {
    "secretaris": [GROET, NAMENS, "{{ secretaris_naam }}", "secretaris"],
    "voorzitter en secretaris": [GROET, NAMENS, "{{ voorzitter }}\t{{ secretaris_naam }}", "voorzitter\tsecretaris"],
    "werkgever": [GROET, "{{ werkgever_organisatie }}", "{{ werkgever_naam }}"],
}
OVERBODIG = ("customXml", "stylesWithEffects", "webSettings", "fontTable", "theme", "thumbnail")


class Tekst(NamedTuple):
    """The text of a letter: its keys, the lines before the signature, and those of the annex after it."""

    sleutels: dict[str, str]
    regels: list[str]
    bijlage: list[str]


def maak(naam: str) -> bytes:
    """The template of the letter whose text is called `naam`."""
    sleutels, regels, bijlage = _lees(naam)
    afzender, adres = AFZENDERS[sleutels["afzender"]]
    blad = Document()
    snoei(blad, STIJLEN)
    zet_stijlen(blad, STIJLEN)
    _bladspiegel(blad, afzender)
    _adresblok(blad, adres)
    _referenties(blad, sleutels["betreft"], bijlagen=sleutels["bijlagen"] == "ja")
    _lichaam(blad, ["{{ aanhef }}", *regels])
    _ondertekening(blad, ONDERTEKENINGEN[sleutels["ondertekening"]])
    if bijlage:
        _alineas_van(blad, bijlage)[0].paragraph_format.page_break_before = True
    else:
        blad.add_paragraph(style="Slot")
    return vast(blad)


def _lees(naam: str) -> Tekst:
    regels = [r.strip() for r in (TEKSTEN / f"{naam}.txt").read_text(encoding="utf-8").splitlines() if r.strip()]
    sleutels = dict(SLEUTELS)
    while regels[0].partition(":")[0] in SLEUTELS:
        sleutel, _, waarde = regels.pop(0).partition(":")
        sleutels[sleutel] = waarde.strip()
    einde = regels.index("---bijlage---") if "---bijlage---" in regels else len(regels)
    return Tekst(sleutels, regels[:einde], regels[einde + 1 :])


def vast(blad: Blad) -> bytes:
    """A document as the same bytes on every machine."""
    buffer = io.BytesIO()
    blad.save(buffer)
    delen, inhoud = pak_uit(buffer.getvalue())
    return vast_pakket(d if d.methode == 0 else Deel.los(d.naam, inhoud[d.naam]) for d in delen)


def snoei(blad: Blad, stijlen: Stijlen) -> None:
    """Take out of python-docx's own template what a letter does not use: nine tenths of it."""
    for verwijzingen in (blad.part.rels, blad.part.package.rels):
        for nummer in [k for k, v in verwijzingen.items() if v.reltype.endswith(OVERBODIG)]:
            del verwijzingen[nummer]
    wortel = blad.styles.element
    for element in list(wortel):
        naam = element.find(qn("w:name"))
        if element.tag == qn("w:latentStyles") or (naam is not None and _word_naam(naam) not in {*stijlen, *BEHOUD}):
            wortel.remove(element)
    for taal in [*wortel.iter(qn("w:lang")), *blad.settings.element.iter(qn("w:themeFontLang"))]:
        taal.attrib.clear()
        taal.set(qn("w:val"), "nl-NL")


def _word_naam(naam: Any) -> str:
    ruw = str(naam.get(qn("w:val")))
    return ruw.capitalize() if ruw.startswith(("heading", "header", "footer")) else ruw


def zet_stijlen(blad: Blad, stijlen: Stijlen) -> None:
    """Give each style its looks; those that Word does not know are added."""
    standaard = blad.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    _lettertype(standaard)
    bekend = {s.name for s in blad.styles}
    for naam, (grootte, vet, kleur, voor, na) in stijlen.items():
        stijl = blad.styles[naam] if naam in bekend else blad.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(stijl, ParagraphStyle)
        for los in stijl.element.findall(qn("w:rPr")) + stijl.element.findall(qn("w:link")):
            stijl.element.remove(los)
        stijl.font.size, stijl.font.bold = Pt(grootte), vet or None
        if kleur is not None:
            stijl.font.color.rgb = kleur
        maat = stijl.paragraph_format
        maat.space_before, maat.space_after, maat.line_spacing = Pt(voor), Pt(na), 1.1
        maat.widow_control = True
    _bijzonderheden(blad)


def _bijzonderheden(blad: Blad) -> None:
    for naam in ("Heading 1", "Heading 2"):
        blad.styles[naam].paragraph_format.keep_with_next = True
        blad.styles[naam].paragraph_format.keep_together = True
    blad.styles["List Bullet"].paragraph_format.keep_together = True
    referentie = blad.styles["Referentie"].paragraph_format
    referentie.left_indent, referentie.first_line_indent = Cm(2.2), Cm(-2.2)
    referentie.tab_stops.add_tab_stop(Cm(2.2))
    blad.styles["Ondertekening"].paragraph_format.tab_stops.add_tab_stop(Cm(8))
    voet = blad.styles["Footer"]
    for tab in voet.element.findall(f".//{qn('w:tabs')}"):
        tab.getparent().remove(tab)
    voet.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)


def _lettertype(letters: Any) -> None:
    letters.attrib.clear()
    for schrift in ("ascii", "hAnsi", "eastAsia", "cs"):
        letters.set(qn(f"w:{schrift}"), LETTER)


def _bladspiegel(blad: Blad, afzender: str) -> None:
    """A4; the first page has the letterhead, the next ones the name in small; every page its number."""
    zet_blad(blad, afzender, "kenmerk {{ kenmerk }}  ·  zegel {{ zegel }}")


def zet_blad(blad: Blad, afzender: str, voettekst: str) -> None:
    """A4, with the sender above and the number of the page below, on the first page in large."""
    deel = blad.sections[0]
    deel.page_width, deel.page_height = Cm(21), Cm(29.7)
    deel.left_margin = deel.right_margin = deel.top_margin = Cm(2.5)
    deel.bottom_margin, deel.header_distance, deel.footer_distance = Cm(2.3), Cm(1.4), Cm(1.1)
    deel.different_first_page_header_footer = True
    kop = deel.first_page_header.paragraphs[0]
    kop.style, kop.text = blad.styles["Briefhoofd"], afzender
    deel.header.paragraphs[0].text = afzender
    for voet in (deel.first_page_footer, deel.footer):
        alinea = voet.paragraphs[0]
        alinea.style = blad.styles["Footer"]
        alinea.add_run(f"{voettekst}\tpagina ")
        veld(alinea, "PAGE")
        alinea.add_run(" van ")
        veld(alinea, "NUMPAGES")


def veld(alinea: Any, opdracht: str) -> None:
    """A field that Word fills in, such as the number of a page."""
    los, tekst = OxmlElement("w:fldSimple"), alinea.add_run("1")._r
    los.set(qn("w:instr"), opdracht)
    los.append(tekst)
    alinea._p.append(los)


def _adresblok(blad: Blad, van: list[str]) -> None:
    """Who gets it at the left, where a window envelope has its window; who sends it at the right."""
    links, rechts = _rij(blad, Cm(10), Cm(6))
    aan = ["Persoonlijk - vertrouwelijk", "{%p for regel in adresregels %}", "{{ regel }}", "{%p endfor %}"]
    for cel, stijl, regels in ((links, "Adres", aan), (rechts, "Afzender", van)):
        for alinea, regel in zip(_alineas(cel, len(regels)), regels, strict=True):
            alinea.style, alinea.text = blad.styles[stijl], regel
    eerste = links.paragraphs[0]
    eerste.runs[0].font.bold = True
    eerste.paragraph_format.space_after = Pt(4)


def _rij(blad: Blad, *breedtes: Cm) -> list[Any]:
    """Cells side by side that no page end splits; text in them starts where the text of the letter starts."""
    tabel = blad.add_table(rows=1, cols=len(breedtes))
    tabel.autofit = False
    tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    marges, links = OxmlElement("w:tblCellMar"), OxmlElement("w:left")
    links.set(qn("w:w"), "0")
    links.set(qn("w:type"), "dxa")
    marges.append(links)
    layout: Any = tabel._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addnext(marges)
    for kolom, cel, breedte in zip(tabel.columns, tabel.rows[0].cells, breedtes, strict=True):
        kolom.width = cel.width = breedte
    return [*tabel.rows[0].cells]


def _alineas(cel: Any, aantal: int) -> Iterator[Any]:
    yield cel.paragraphs[0]
    for _ in range(aantal - 1):
        yield cel.add_paragraph()


def _referenties(blad: Blad, betreft: str, *, bijlagen: bool) -> None:
    regels = [("datum", "{{ datum }}"), ("kenmerk", "{{ kenmerk }}"), ("betreft", betreft)]
    for nummer, (label, waarde) in enumerate(regels):
        _referentie(blad, label, waarde, Pt(30 if nummer == 0 else 0))
    if bijlagen:
        blad.add_paragraph("{%p if bijlagen %}")
        _referentie(blad, "bijlagen", "{{ bijlagen | join('; ') }}", Pt(0))
        blad.add_paragraph("{%p endif %}")


def _referentie(blad: Blad, label: str, waarde: str, voor: Pt) -> None:
    alinea = blad.add_paragraph(style="Referentie")
    alinea.add_run(label).font.color.rgb = GRIJS
    alinea.add_run(f"\t{waarde}")
    if voor:
        alinea.paragraph_format.space_before = voor


def _lichaam(blad: Blad, regels: list[str]) -> None:
    alineas = _alineas_van(blad, regels)
    alineas[0].paragraph_format.space_before = Pt(18)
    alineas[-1].paragraph_format.keep_with_next = True  # the signature never stands alone on a page
    alineas[-1].paragraph_format.keep_together = True


def _alineas_van(blad: Blad, regels: list[str]) -> list[Any]:
    alineas = []
    for regel in regels:
        merk, _, tekst = regel.partition(" ")
        stijl = {"#": "Heading 1", "##": "Heading 2", "-": "List Bullet"}.get(merk)
        alinea = blad.add_paragraph(tekst if stijl else regel, style=stijl or "Normal")
        if regel.endswith(":"):  # a list follows; kept with it, LibreOffice leaves the heading above behind
            alinea.paragraph_format.space_after = Pt(2)
        alineas.append(alinea)
    return alineas


def _ondertekening(blad: Blad, regels: list[str]) -> None:
    """The close, with room for a pen. In a row, for LibreOffice does not always keep paragraphs together."""
    alineas = list(_alineas(_rij(blad, Cm(16))[0], len(regels)))
    for alinea, regel in zip(alineas, regels, strict=True):
        alinea.style, alinea.text = blad.styles["Ondertekening"], regel
    alineas[0].paragraph_format.space_before = Pt(10)
    alineas[2].paragraph_format.space_before = Pt(44)


def main() -> None:
    """Write every template."""
    for tekst in sorted(TEKSTEN.glob("*.txt")):
        (DOEL / f"{tekst.stem}.docx").write_bytes(maak(tekst.stem))


if __name__ == "__main__":
    main()
