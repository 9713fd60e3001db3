"""The form for a klager as a Word document: a label beside each box, each box a content control with its own tag.

Written straight, as `tekstblad` is, so that the same form is the same bytes. A tag is the place in the klaagschrift;
`formulier_lezen` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, zip_longest

from klachtcli.stukken.formuliertekst import Opzet, Rij, Tafel, Tekst
from klachtcli.stukken.pakket import KOP, Deel, vast_pakket
from klachtcli.stukken.tekstblad import BLADNUMMER, GRIJS, INKT, NAAMRUIMTE, RELATIES, loop, relaties, stijl, veilig

# What stands in a box that is still empty, by the kind of its answer.
PLAATSHOUDERS = {
    "tekst": "Klik hier en typ", "alinea": "Klik hier en typ. Dit vak groeit mee", "dag": "Klik hier voor de datum",
    "keuze": "Klik hier en kies", "handtekening": "Uw handtekening",
}  # fmt: skip
UW_ANTWOORD = "Uw antwoord"
_LINKS, _RECHTS = 3600, 6320  # twentieths of a point: the label and the box; together what is between the margins
_HOOGTEN = {"alinea": 1500, "handtekening": 1300}  # at least
_OP_PAPIER = {"alinea": 4200, "keuze": 500}  # for who writes by hand; all others: 700, or what they have
_VLAK, _LIJN = "EEF2F7", "8496B0"


def schrijf(opzet: Opzet, *, op_papier: bool = False) -> bytes:
    """The form as a docx. op_papier: to be printed and filled in with a pen: open space and nothing to click on."""
    nummers = None if op_papier else count(1)
    lichaam = "".join(
        _alinea(d, isinstance(erna, Tafel)) if isinstance(d, Tekst) else _tafel(d, nummers)
        for d, erna in zip_longest(opzet.delen, opzet.delen[1:])
    )
    inhoud = {
        "[Content_Types].xml": _SOORTEN,
        "_rels/.rels": relaties(
            ("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml")
        ).replace("</Relationships>", f"{_KERN}</Relationships>"),
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>klacht</Application></Properties>',
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{veilig(opzet.voet)}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>",
        "word/_rels/document.xml.rels": relaties(*((d, f"{d}.xml") for d in ("styles", "settings", "numbering")),
                                                 ("footer", "footer1.xml")),
        "word/styles.xml": _STIJLEN,
        "word/settings.xml": _INSTELLINGEN,
        "word/numbering.xml": _OPSOMMING,
        "word/footer1.xml": f'<w:ftr {NAAMRUIMTE}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{loop(opzet.voet)}'
        f"{BLADNUMMER}</w:p></w:ftr>",
        "word/document.xml": f'<w:document {NAAMRUIMTE} xmlns:r="{RELATIES}"><w:body>{lichaam}{_SLOT}</w:body>'
        "</w:document>",
    }  # fmt: skip
    return vast_pakket(Deel.los(naam, KOP + xml.encode()) for naam, xml in inhoud.items())


def _alinea(a: Tekst, bij_volgende: bool) -> str:
    plaats = ("<w:keepNext/>" if bij_volgende else "") + ("<w:pageBreakBefore/>" if a.nieuw else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{a.stijl}"/>{plaats}</w:pPr>{loop(a.tekst)}</w:p>'


def _tafel(t: Tafel, nummers: Iterator[int] | None) -> str:
    """A table under a head that comes again on each page, and a small paragraph so that two stay two."""
    kop = f"{_cel(_LINKS, _p('Tabelkop', loop(t.kop)), _VLAK)}{_cel(_RECHTS, _p('Tabelkop', loop(UW_ANTWOORD)), _VLAK)}"
    rijen = "".join(_rij(r, next(nummers) if nummers else None, t.rijen[-1] is not r) for r in t.rijen)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Formulier"/><w:tblW w:w="{_LINKS + _RECHTS}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{veilig(t.kop)}"/>'
        '<w:tblDescription w:val="Links staat de vraag, rechts het vak voor uw antwoord."/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_LINKS}"/><w:gridCol w:w="{_RECHTS}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{kop}</w:tr>{rijen}</w:tbl>{_p('Tussen', '')}"
    )


def _rij(r: Rij, nummer: int | None, bij_volgende: bool) -> str:
    hoogte = _HOOGTEN.get(r.veld.vorm, 400)
    if nummer is None:
        hoogte = _OP_PAPIER.get(r.veld.vorm, max(hoogte, 700))
    uitleg = _p("Uitleg", loop(r.uitleg), bij_volgende) if r.uitleg else ""
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{hoogte}" w:hRule="atLeast"/></w:trPr>'
        f"{_cel(_LINKS, _p('Vraag', loop(r.veld.label), bij_volgende) + uitleg, _VLAK)}"
        f"{_cel(_RECHTS, _p('Antwoord', '' if nummer is None else _vak(r, nummer)))}</w:tr>"
    )


def _vak(r: Rij, nummer: int) -> str:
    """A content control that is still empty: its parts in the order of the schema, CT_SdtPr."""
    soorten = {
        "tekst": "<w:text/>",
        "alinea": "",  # rich: of a plain one LibreOffice loses the line breaks
        "dag": '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/><w:storeMappedDataAs '
        'w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>',
        "keuze": f"<w:dropDownList>{''.join(map(_keuze, r.veld.keuzes))}</w:dropDownList>",
        "handtekening": "",  # it may hold a picture
    }
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{veilig(r.veld.label)}"/><w:tag w:val="{r.plek}"/><w:id w:val="{nummer}"/>'
        f"<w:showingPlcHdr/>{soorten[r.veld.vorm]}</w:sdtPr><w:sdtContent>"
        f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{PLAATSHOUDERS[r.veld.vorm]}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _keuze(woord: str) -> str:
    return f'<w:listItem w:displayText="{veilig(woord)}" w:value="{veilig(woord)}"/>'


def _cel(breed: int, inhoud: str, vlak: str = "") -> str:
    kleur = f'<w:shd w:val="clear" w:color="auto" w:fill="{vlak}"/>' if vlak else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{breed}" w:type="dxa"/>{kleur}</w:tcPr>{inhoud}</w:tc>'


def _p(soort: str, inhoud: str, bij_volgende: bool = False) -> str:
    """A paragraph; what stays with the next keeps a table on one page where it fits there."""
    bij = "<w:keepNext/>" if bij_volgende else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{soort}"/>{bij}</w:pPr>{inhoud}</w:p>'


def _met(xml: str, alinea: str) -> str:
    """A style with more to its paragraph: before the spacing, where the schema wants it."""
    return xml.replace("<w:spacing", f"{alinea}<w:spacing", 1)


_STIJLEN = (
    f'<w:styles {NAAMRUIMTE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" '
    'w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + stijl("Normal", "Normal", 22, na=100)
    + stijl("Title", "Title", 40, vet=True, kleur=INKT, na=40)
    + stijl("Subtitle", "Subtitle", 26, kleur=INKT, na=200)
    + stijl("heading 1", "Heading1", 28, vet=True, kleur=INKT, voor=240, na=100)
    + stijl("heading 2", "Heading2", 23, vet=True, kleur=INKT, voor=160, na=60).replace(
        '<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>')
    + _met(stijl("List Bullet", "ListBullet", 22, na=50), '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + _met(stijl("footer", "Footer", 17, kleur=GRIJS),
           f'<w:tabs><w:tab w:val="right" w:pos="{_LINKS + _RECHTS}"/></w:tabs>')
    + _met(stijl("Tabelkop", "Tabelkop", 22, vet=True, kleur=INKT, voor=50, na=50), "<w:keepNext/>")
    + stijl("Vraag", "Vraag", 21, vet=True, voor=50, na=30)
    + stijl("Uitleg", "Uitleg", 18, kleur=GRIJS, na=50)
    + stijl("Antwoord", "Antwoord", 22, voor=50, na=50)
    + stijl("Tussen", "Tussen", 12)
    + f'<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:rPr>'
    f'<w:color w:val="{GRIJS}"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Formulier"><w:name w:val="Formulier"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(f'<w:{rand} w:val="single" w:sz="4" w:space="0" w:color="{_LIJN}"/>'
              for rand in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + '</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style></w:styles>"
)  # fmt: skip
_INSTELLINGEN = (
    f'<w:settings {NAAMRUIMTE}><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/>'
    "</w:settings>"
)
_OPSOMMING = (
    f'<w:numbering {NAAMRUIMTE}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_SLOT = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="993" w:right="993" w:bottom="993" w:left="993" w:header="500" w:footer="500" w:gutter="0"/>'
    "</w:sectPr>"
)
_KERN = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
    'core-properties" Target="docProps/core.xml"/>'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SOORTEN = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{naam}.xml" ContentType="{_WORD}.{soort}+xml"/>'
        for naam, soort in (("document", "document.main"), ("styles", "styles"), ("settings", "settings"),
                            ("numbering", "numbering"), ("footer1", "footer"))
    )
    + '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'extended-properties+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
    'package.core-properties+xml"/></Types>'
)  # fmt: skip
