"""A docx template: read, checked and compiled once, then filled many times. Owns docxtpl, jinja2 and lxml.

docxtpl's `patch_xml` mends what Word does to a placeholder (it splits them over runs) and knows `{%p`, `{%tr` and `{%r`.
Around it stands what a letter needs and docxtpl lacks: no holes, no names that nobody fills, no code, and the same bytes
for the same case. Nothing is compressed here, since one zlib packs other bytes than the next: the parts that do not
change keep the packing the template gave them, the filled ones are stored as they are.
"""

from __future__ import annotations

import html
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import Any, NamedTuple

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree  # type: ignore[import-untyped]
from markupsafe import Markup, escape

from klachtcli.fouten import Gebrek, Invoerfout, KlachtFout, Onbruikbaar

_GROOTSTE = 50_000_000
_LIJST = "[Content_Types].xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KOP = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The kinds of part that hold text of the letter.
_TEKSTDELEN = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
# Who made a template, and when, is nobody's business who gets the letter.
_EIGENSCHAPPEN = {
    "docProps/core.xml": (
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Brief</dc:title><dc:language>nl-NL</dc:language>'
        b"</cp:coreProperties>"
    ),
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
}
# All that a template may be made of; so no calls, no arithmetic, no macros, no imports.
_TAAL = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.For, nodes.Filter)
_TAAL += (nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Getattr, nodes.CondExpr)
_FILTERS = {
    "join": lambda lijst, tussen=", ": tussen.join(lijst),
    "length": len,
    "upper": str.upper,
    "lower": str.lower,
}
_ALLEEN = re.compile(r"\{%(?:p|tr|tc)\s[^{}%]*%\}|\{#(?:p|tr|tc)\s.*?#\}")
_BLOK = re.compile(r"\{%[-+]?\s*(if|for|endif|endfor)\b.*?%\}")
_GEEN_TEKEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEZER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class Deel(NamedTuple):
    """One file in a docx, as it is packed: `methode` 0 is stored, 8 is deflated. `crc` and `grootte` are of the contents."""

    naam: str
    methode: int
    crc: int
    grootte: int
    gepakt: bytes

    @classmethod
    def los(cls, naam: str, inhoud: bytes) -> Deel:
        """A file that is stored without packing."""
        return cls(naam, 0, zlib.crc32(inhoud), len(inhoud), inhoud)


def vast_pakket(delen: Iterable[Deel]) -> bytes:
    """A zip with no moment, system or rights in it: the list of contents first, then the parts by name."""
    lichaam, lijst = io.BytesIO(), []
    for deel in sorted(delen, key=lambda d: (d.naam != _LIJST, d.naam)):
        naam = deel.naam.encode()
        # flags: the name is UTF-8; stamp: 1 January 1980, the first day a zip knows
        kop = struct.pack("<4H3L2H", 0x800, deel.methode, 0, 33, deel.crc, len(deel.gepakt), deel.grootte, len(naam), 0)
        lijst.append(b"PK\1\2\x14\0\x14\0" + kop + struct.pack("<3H2L", 0, 0, 0, 0, lichaam.tell()) + naam)
        lichaam.write(b"PK\3\4\x14\0" + kop + naam + deel.gepakt)
    begin, inhoud = lichaam.tell(), b"".join(lijst)
    slot = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(lijst), len(lijst), len(inhoud), begin, 0)
    return lichaam.getvalue() + inhoud + slot


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template ready to be filled. `soort`: the kind of letter; `namen`: every placeholder, in text, header or footer."""

    soort: str
    namen: frozenset[str]
    _vast: tuple[Deel, ...]
    _gevuld: Mapping[str, Template]

    def vul(self, gegevens: Mapping[str, object]) -> bytes:
        """The letter as a docx. Values are texts or lists of texts (or of tables of texts); no value is ever code.

        Errors: Invoerfout plaatshouder-onbekend, -leeg, -geen-tekst, -geen-lijst and -teken, all by name and without
        the value; Onbruikbaar sjabloon-schrijffout and sjabloon-onveilig.
        """
        self._kent_alle_namen(gegevens)
        try:
            nieuw = [Deel.los(pad, _blad(bron.render(gegevens))) for pad, bron in self._gevuld.items()]
        except (TemplateError, TypeError, AttributeError, etree.XMLSyntaxError):
            feit = f"sjabloon {self.soort} is met deze gegevens niet te vullen"
            raise Onbruikbaar("sjabloon-schrijffout", feit, herstel=_HERSTEL) from None
        return vast_pakket([*self._vast, *nieuw])

    def _kent_alle_namen(self, gegevens: Mapping[str, object]) -> None:
        fout = sorted(self.namen - gegevens.keys())
        if fout:
            gebreken = []
            for naam in fout:
                lijkt = get_close_matches(naam, list(gegevens), n=1)
                gebreken.append(Gebrek(naam, "bestaat niet" + (f"; bedoelt u {lijkt[0]}?" if lijkt else "")))
            feit = f"sjabloon {self.soort} vraagt om een plaatshouder die deze brief niet heeft: {', '.join(fout)}"
            raise Invoerfout("plaatshouder-onbekend", feit, gebreken=gebreken, herstel=_HERSTEL)


def laad(ruw: bytes, naam: str) -> Sjabloon:
    """Read and compile a template; `naam` is the kind of letter, for messages.

    Errors (Onbruikbaar): sjabloon-onleesbaar for a file that is no sound docx, sjabloon-schrijffout for a tag that is
    written wrong, sjabloon-onveilig for a tag that does more than print, choose or repeat.
    """
    delen, inhoud = _uitgepakt(ruw, naam)
    omgeving, namen, gevuld = _omgeving(naam), set[str](), {}
    for pad in _tekstdelen(inhoud, naam):
        boom = _gelezen(inhoud[pad], omgeving, naam)
        namen |= meta.find_undeclared_variables(boom)
        gevuld[pad] = Template.from_code(omgeving, omgeving.compile(boom), {})
    vast = (Deel.los(d.naam, _KOP + _EIGENSCHAPPEN[d.naam]) if d.naam in _EIGENSCHAPPEN else d for d in delen)
    return Sjabloon(naam, frozenset(namen), tuple(d for d in vast if d.naam not in gevuld), gevuld)


_HERSTEL = "Herstel het sjabloon in Word, of zet het meegeleverde sjabloon terug"


def _uitgepakt(ruw: bytes, naam: str) -> tuple[list[Deel], dict[str, bytes]]:
    """Every file in the docx, as packed and as contents. All XML must be sound and without a DOCTYPE."""
    try:
        with zipfile.ZipFile(io.BytesIO(ruw)) as pakket:
            lijst = pakket.infolist()
            if sum(i.file_size for i in lijst) > _GROOTSTE:
                raise _onleesbaar(naam, f"uitgepakt is het groter dan {_GROOTSTE // 1_000_000} MB")
            inhoud = {i.filename: pakket.read(i) for i in lijst}
        for pad, xml in inhoud.items():
            if pad.endswith((".xml", ".rels")) and _xml(xml).getroottree().docinfo.doctype:
                raise _onleesbaar(naam, "er staat een DOCTYPE in")
        return [_als_gepakt(ruw, i) for i in lijst], inhoud
    except (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, EOFError, OSError):
        raise _onleesbaar(naam, "het is geen docx, of het is beschadigd of beveiligd") from None
    except etree.XMLSyntaxError:
        raise _onleesbaar(naam, "de XML erin is beschadigd") from None


def _als_gepakt(ruw: bytes, info: zipfile.ZipInfo) -> Deel:
    lengte_naam, lengte_extra = struct.unpack_from("<HH", ruw, info.header_offset + 26)
    begin = info.header_offset + 30 + lengte_naam + lengte_extra
    return Deel(info.filename, info.compress_type, info.CRC, info.file_size, ruw[begin : begin + info.compress_size])


def _tekstdelen(inhoud: Mapping[str, bytes], naam: str) -> list[str]:
    """The paths of the parts with text, known by their kind: Word does not always name them the same."""
    soorten = _xml(inhoud[_LIJST]).iter("{*}Override") if _LIJST in inhoud else ()
    delen = [s.get("PartName").lstrip("/") for s in soorten if s.get("ContentType", "").endswith(_TEKSTDELEN)]
    if not any("document" in pad for pad in delen) or not inhoud.keys() >= set(delen):
        raise _onleesbaar(naam, "er zit geen Word-document in")
    return delen


def _xml(ruw: bytes) -> Any:
    return etree.fromstring(ruw, _LEZER)


def _onleesbaar(naam: str, waarom: str) -> KlachtFout:
    return Onbruikbaar("sjabloon-onleesbaar", f"sjabloon {naam} is niet te lezen: {waarom}", herstel=_HERSTEL)


# --- reading a part


class _Taalfout(Exception):
    """A tag that is written wrong or asks too much: code, what is the matter, and the line or the text where it stands."""

    def __init__(self, code: str, wat: str, plek: int | str) -> None:
        super().__init__(code, wat, plek)
        self.code, self.wat, self.plek = code, wat, plek


def _gelezen(xml: bytes, omgeving: ImmutableSandboxedEnvironment, naam: str) -> nodes.Template:
    """The tree of one part, checked and with every printed value marked by its name."""
    wortel, bron = _xml(xml), ""
    try:
        for alinea in wortel.iter(f"{_W}p"):
            _keur_alinea(alinea)
        bron = DocxTemplate(io.BytesIO()).patch_xml(etree.tostring(wortel, encoding="unicode"))
        # a line a paragraph, so that an error has a place; between paragraphs Word does not see white space
        bron = re.sub(r"(?<=</w:p>)|(?=<w:p[ >])", "\n", bron)
        _keur_blokken(bron)
        boom = omgeving.parse(bron)
        _keur(boom, {})
    except TemplateSyntaxError as fout:
        raise _fout(_Taalfout("schrijffout", "hier klopt de schrijfwijze niet", fout.lineno), bron, naam) from None
    except _Taalfout as fout:
        raise _fout(fout, bron, naam) from None
    return boom


def _fout(fout: _Taalfout, bron: str, naam: str) -> KlachtFout:
    plek = fout.plek if isinstance(fout.plek, str) else bron.split("\n")[fout.plek - 1]
    tekst = html.unescape(re.sub("<[^>]*>", "", plek)).strip()
    kort = tekst if len(tekst) <= 120 else "…" + tekst[-120:]
    return Onbruikbaar(f"sjabloon-{fout.code}", f"sjabloon {naam}: {fout.wat}: «{kort}»", herstel=_HERSTEL)


def _tekst(knoop: Any) -> str:
    return "".join(t.text or "" for t in knoop.iter(f"{_W}t")).strip()


def _keur_alinea(alinea: Any) -> None:
    """Refuse what docxtpl passes in silence: a half placeholder, and words beside a tag that takes its paragraph along."""
    tekst = _tekst(alinea)
    if any(tekst.count(open_) != tekst.count(dicht) for open_, dicht in (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))):
        raise _Taalfout("schrijffout", "een plaatshouder is niet geopend of niet gesloten", tekst)
    if re.search(r"\{\{(?:p|r|tr|tc)\s", tekst):
        raise _Taalfout("schrijffout", "na {{ hoort een spatie en dan de naam", tekst)
    for soort in re.findall(r"\{[%#](p|tr|tc)\s", tekst):
        heel = _tekst(next(alinea.iterancestors(f"{_W}{soort}"), alinea))
        if not _ALLEEN.fullmatch(heel):
            raise _Taalfout("schrijffout", f"een regel met {{%{soort} … %}} mag niets anders bevatten", heel)


def _keur_blokken(bron: str) -> None:
    """Every `if` and `for` has its end. Jinja would only say that the text is finished."""
    wacht: list[re.Match[str]] = []
    for blok in _BLOK.finditer(bron):
        if not blok[1].startswith("end"):
            wacht.append(blok)
        elif not wacht or blok[1] != f"end{wacht.pop()[1]}":
            raise _Taalfout("schrijffout", "dit einde hoort bij geen begin", blok[0])
    if wacht:
        raise _Taalfout("schrijffout", f"hierbij ontbreekt {{%p end{wacht[-1][1]} %}}", wacht[-1][0])


def _keur(knoop: nodes.Node, lussen: Mapping[str, str]) -> None:
    """Refuse all but names, choices and repeats; mark what is printed and repeated. lussen: loop name -> its list."""
    _keur_een(knoop, lussen)
    binnen = lussen
    if isinstance(knoop, nodes.For) and isinstance(knoop.target, nodes.Name):
        binnen = {**lussen, knoop.target.name: _naam(knoop.iter, lussen), "loop": "loop"}
    for kind in list(knoop.iter_child_nodes()):
        _keur(kind, binnen)
    if isinstance(knoop, nodes.Output):
        knoop.nodes = [k if isinstance(k, nodes.TemplateData) else _merk(k, "afdruk", lussen) for k in knoop.nodes]
    elif isinstance(knoop, nodes.For):
        knoop.iter = _merk(knoop.iter, "lijst", lussen)
    elif isinstance(knoop, nodes.Filter) and knoop.name == "join" and knoop.node:
        knoop.node = _merk(knoop.node, "lijst", lussen)


def _keur_een(knoop: nodes.Node, lussen: Mapping[str, str]) -> None:
    if isinstance(knoop, nodes.Filter) and (knoop.name not in _FILTERS or knoop.kwargs):
        raise _Taalfout("schrijffout", f"de bewerking |{knoop.name} bestaat niet", knoop.lineno)
    if isinstance(knoop, nodes.For) and not isinstance(knoop.target, nodes.Name):
        raise _Taalfout("schrijffout", "een herhaling heeft één naam", knoop.lineno)
    mag = isinstance(knoop, _TAAL)
    if isinstance(knoop, nodes.Getattr):
        mag = isinstance(knoop.node, nodes.Name) and knoop.node.name in lussen and not knoop.attr.startswith("_")
    if not mag:
        raise _Taalfout("onveilig", "dit doet meer dan een brief mag: tonen, kiezen en herhalen", knoop.lineno)


def _naam(knoop: nodes.Node | None, lussen: Mapping[str, str]) -> str:
    """The name under which an editor knows what is printed: that of the placeholder, for a loop that of the list."""
    if isinstance(knoop, nodes.Name):
        return lussen.get(knoop.name, knoop.name)
    if isinstance(knoop, nodes.Getattr):
        return f"{_naam(knoop.node, lussen)}.{knoop.attr}"
    return _naam(next(knoop.find_all(nodes.Name), None), lussen) if knoop else "een vaste tekst"


def _merk(knoop: nodes.Expr, filternaam: str, lussen: Mapping[str, str]) -> nodes.Filter:
    naam = nodes.Const(_naam(knoop, lussen))
    return nodes.Filter(knoop, filternaam, [naam], [], None, None, lineno=knoop.lineno, environment=knoop.environment)


# --- filling


class _Omgeving(ImmutableSandboxedEnvironment):
    """The sandbox: of a value only the fields of a table can be read, and of a loop its counters."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in ("index", "first", "last", "length"):
            return getattr(obj, attribute)
        if isinstance(obj, Mapping):
            raise Invoerfout("plaatshouder-onbekend", f"een regel van een lijst heeft geen veld {attribute}")
        raise Onbruikbaar("sjabloon-onveilig", f"het sjabloon opent met .{attribute} iets dat geen velden heeft")


def _omgeving(soort: str) -> _Omgeving:
    omgeving = _Omgeving(undefined=StrictUndefined, autoescape=True)
    omgeving.globals.clear()
    omgeving.tests.clear()
    omgeving.filters = {**_FILTERS, "afdruk": partial(_afdruk, soort), "lijst": partial(_lijst, soort)}
    return omgeving


def _afdruk(soort: str, waarde: object, naam: str) -> Markup:
    """A value as it stands in a run. No hole, no list, no sign that XML lacks."""
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return Markup(waarde)
    if waarde is None or (isinstance(waarde, str) and not waarde.strip()):
        raise _weiger(soort, naam, "leeg", "is leeg")
    if not isinstance(waarde, str):
        raise _weiger(soort, naam, "geen-tekst", "is geen tekst; herhaal een lijst met {%p for … in … %}")
    tekst = re.sub("\r\n?|[\x0b\x0c]", "\n", waarde)
    if _GEEN_TEKEN.search(tekst):
        raise _weiger(soort, naam, "teken", "bevat een teken dat in een brief niet kan")
    los = str(escape(str(tekst)))
    for teken, merk in (("\n", "br"), ("\t", "tab")):
        los = los.replace(teken, f'</w:t><w:{merk}/><w:t xml:space="preserve">')
    return Markup(los)  # noqa: S704 -- escaped above; what follows is ours


def _lijst(soort: str, waarde: object, naam: str) -> list[object] | tuple[object, ...]:
    """A list to repeat, none of its lines empty."""
    if not isinstance(waarde, list | tuple):
        raise _weiger(soort, naam, "geen-lijst", "is geen lijst en kan niet worden herhaald")
    if any(w is None or (isinstance(w, str) and not w.strip()) for w in waarde):
        raise _weiger(soort, naam, "leeg", "heeft een lege regel")
    return waarde


def _weiger(soort: str, naam: str, code: str, wat: str) -> Invoerfout:
    feit = f"sjabloon {soort}: plaatshouder {naam} {wat}"
    return Invoerfout(f"plaatshouder-{code}", feit, gebreken=[Gebrek(naam, wat)])


def _blad(tekst: str) -> bytes:
    """A filled part as bytes, after a strict reading. A table cell that lost all its lines gets the one it must have."""
    ruw = _KOP + tekst.encode()
    wortel = _xml(ruw)
    leeg = [cel for cel in wortel.iter(f"{_W}tc") if not len(cel) or cel[-1].tag != f"{_W}p"]
    for cel in leeg:
        etree.SubElement(cel, f"{_W}p")
    return _KOP + etree.tostring(wortel) if leeg else ruw
