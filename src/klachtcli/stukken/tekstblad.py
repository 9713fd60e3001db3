"""A plain document of headings, paragraphs and tables, written straight as a docx: no template, the same bytes always.

For what is read beside the letters and never edited, such as the course of a case in an audit package.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

from klachtcli.stukken.pakket import KOP, Deel, vast_pakket

BREEDTE = 9920  # what a table may be wide, in twentieths of a point: A4 upright between its margins
_GEEN_TEKEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NAAMRUIMTE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Alinea(NamedTuple):
    """A paragraph in a style."""

    tekst: str
    stijl: Literal["Normal", "Title", "Heading1", "Klein"] = "Normal"


class Tabel(NamedTuple):
    """Rows under heads, which come again on each page; breedten add up to BREEDTE."""

    koppen: Sequence[str]
    breedten: Sequence[int]
    rijen: Sequence[Sequence[str]]


def schrijf(titel: str, voet: str, delen: Iterable[Alinea | Tabel]) -> bytes:
    """The document; `voet` stands under every page, beside its number."""
    lichaam = "".join(_alinea(d) if isinstance(d, Alinea) else _tabel(d) for d in delen)
    inhoud = {
        "[Content_Types].xml": _SOORTEN,
        "_rels/.rels": relaties(("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml")),
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>klacht: {veilig(titel)}</Application></Properties>',
        "word/_rels/document.xml.rels": relaties(("styles", "styles.xml"), ("footer", "footer1.xml")),
        "word/styles.xml": _STIJLEN,
        "word/footer1.xml": f"<w:ftr {NAAMRUIMTE}>{_alinea(Alinea(voet, 'Klein'), BLADNUMMER)}</w:ftr>",
        "word/document.xml": f'<w:document {NAAMRUIMTE} xmlns:r="{RELATIES}"><w:body>{lichaam}{_SLOT}</w:body>'
        "</w:document>",
    }
    return vast_pakket(Deel.los(naam, KOP + xml.encode()) for naam, xml in inhoud.items())


def _alinea(a: Alinea, achteraan: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{a.stijl}"/></w:pPr>{loop(a.tekst)}{achteraan}</w:p>'


def _tabel(t: Tabel) -> str:
    rooster = "".join(f'<w:gridCol w:w="{b}"/>' for b in t.breedten)
    kop = _rij(t.koppen, t.breedten, "<w:tblHeader/>", "<w:b/>")
    rijen = "".join(_rij(rij, t.breedten) for rij in t.rijen)
    return f"<w:tbl>{_TABEL}<w:tblGrid>{rooster}</w:tblGrid>{kop}{rijen}</w:tbl>{_alinea(Alinea('', 'Klein'))}"


def _rij(cellen: Sequence[str], breedten: Sequence[int], rij: str = "", letter: str = "") -> str:
    xml = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{b}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cel"/></w:pPr>'
        f"{loop(cel, letter)}</w:p></w:tc>"
        for cel, b in zip(cellen, breedten, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{rij}</w:trPr>{xml}</w:tr>"


def loop(tekst: str, letter: str = "") -> str:
    """A run: its text escaped, with the breaks and tabs of Word; a sign that XML cannot hold shows as such."""
    los = veilig(tekst).replace("\n", f"</w:t><w:br/>{_T}").replace("\t", f"</w:t><w:tab/>{_T}")
    opmaak = f"<w:rPr>{letter}</w:rPr>" if letter else ""
    return f"<w:r>{opmaak}{_T}{los}</w:t></w:r>" if tekst else ""


def veilig(tekst: str) -> str:
    return escape(_GEEN_TEKEN.sub("\ufffd", re.sub("\r\n?|[\x0b\x0c]", "\n", tekst)))


def relaties(*paren: tuple[str, str]) -> str:
    regels = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIES}/{soort}" Target="{doel}"/>'
        for n, (soort, doel) in enumerate(paren, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{regels}</Relationships>'
    )


def stijl(naam: str, id_: str, grootte: int, *, vet: bool = False, kleur: str = "", voor: int = 0, na: int = 0) -> str:
    letter = ("<w:b/>" if vet else "") + (f'<w:color w:val="{kleur}"/>' if kleur else "")
    bij_volgende = "<w:keepNext/>" if naam.startswith("heading") else ""
    niveau = '<w:outlineLvl w:val="0"/>' if naam.startswith("heading") else ""
    standaard = ' w:default="1"' if id_ == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{standaard} w:styleId="{id_}"><w:name w:val="{naam}"/><w:qFormat/><w:pPr>'
        f'{bij_volgende}<w:spacing w:before="{voor}" w:after="{na}"/>{niveau}</w:pPr>'
        f'<w:rPr>{letter}<w:sz w:val="{grootte}"/></w:rPr></w:style>'
    )


_T = '<w:t xml:space="preserve">'
INKT, GRIJS = "1F3A5F", "595959"
BLADNUMMER = (
    '<w:r><w:tab/><w:t xml:space="preserve">pagina </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    '<w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_STIJLEN = (
    f'<w:styles {NAAMRUIMTE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" '
    'w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + stijl("Normal", "Normal", 20, na=80)
    + stijl("Title", "Title", 36, vet=True, kleur=INKT, na=120)
    + stijl("heading 1", "Heading1", 24, vet=True, kleur=INKT, voor=240, na=80)
    + stijl("Cel", "Cel", 17, voor=30, na=30)
    + stijl("Klein", "Klein", 16, kleur=GRIJS).replace("<w:pPr>", f'<w:pPr><w:tabs><w:tab w:val="right" '
                                                         f'w:pos="{BREEDTE}"/></w:tabs>', 1)
    + "</w:styles>"
)  # fmt: skip
_TABEL = (
    f'<w:tblPr><w:tblW w:w="{BREEDTE}" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="6" w:color="{INKT}"/>'
    f'<w:bottom w:val="single" w:sz="6" w:color="{INKT}"/><w:insideH w:val="single" w:sz="2" w:color="BFBFBF"/>'
    '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" '
    'w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_SLOT = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="993" w:right="993" w:bottom="993" w:left="993" w:header="500" w:footer="500" w:gutter="0"/>'
    "</w:sectPr>"
)
_SOORTEN = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{naam}.xml" ContentType="{_SOORT}.{soort}+xml"/>'
        for naam, soort in (("document", "document.main"), ("styles", "styles"), ("footer1", "footer"))
    )
    + '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'extended-properties+xml"/></Types>'
)
