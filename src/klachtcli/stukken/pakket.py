"""A docx as a package: a zip of parts that is opened with suspicion and written the same way every time.

Nothing is compressed here, since one zlib packs other bytes than the next, and an auditor must get the same bytes on
another machine. A part that does not change keeps the packing that the template gave it; a filled one is stored.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KOP = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_INHOUD = "[Content_Types].xml"
_GROOTSTE = 50_000_000
_MEESTE_DELEN = 2000
_METHODEN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that a docx knows
_XML = (".xml", ".rels")
# The kinds of part that hold text of the letter.
_TEKSTDELEN = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
# Who made a template, and when, is no business of the one who gets the letter.
_EIGENSCHAPPEN = {
    "docProps/core.xml": (
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Brief</dc:title><dc:language>nl-NL</dc:language>'
        b"</cp:coreProperties>"
    ),
    "docProps/app.xml": (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ),
}
_LEZER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
# What zipfile raises for a damaged zip.
ZIPFOUTEN = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, EOFError, OSError)


class PakketFout(Exception):
    """No sound docx. The text says why, in Dutch, without anything from the file."""


class Deel(NamedTuple):
    """One part as it is packed: `methode` 0 is stored, 8 deflated. `crc` and `grootte` are those of the contents."""

    naam: str
    methode: int
    crc: int
    grootte: int
    gepakt: bytes

    @classmethod
    def los(cls, naam: str, inhoud: bytes) -> Deel:
        """A part that is stored without packing."""
        return cls(naam, 0, zlib.crc32(inhoud), len(inhoud), inhoud)


def pak_uit(ruw: bytes, grootste_xml: int = _GROOTSTE) -> tuple[list[Deel], dict[str, bytes]]:
    """Every part of a docx, as packed (with neutral properties) and as contents.

    grootste_xml: how many bytes a part of XML may be, where it is all read. Errors: PakketFout for what is no zip, for
    more than that, than 50 MB or than 2000 parts, for a part that is there twice or packed in another way than a docx
    knows, for broken XML and for a DOCTYPE.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(ruw)) as pakket:
            lijst = pakket.infolist()
            if sum(i.file_size for i in lijst) > _GROOTSTE:
                raise PakketFout(f"uitgepakt is het groter dan {_GROOTSTE // 1_000_000} MB")
            if any(i.file_size > grootste_xml for i in lijst if i.filename.endswith(_XML)):
                raise PakketFout(f"uitgepakt is een deel ervan groter dan {grootste_xml // 1_000_000} MB")
            if len(lijst) > _MEESTE_DELEN:
                raise PakketFout(f"het bestaat uit meer dan {_MEESTE_DELEN} delen")
            if any(i.compress_type not in _METHODEN for i in lijst):
                raise PakketFout("een deel ervan is ingepakt zoals Word dat niet doet")
            inhoud = {i.filename: pakket.read(i) for i in lijst}
            if len(inhoud) < len(lijst):
                raise PakketFout("een deel ervan staat er tweemaal in")
            delen = [_als_gepakt(ruw, i) for i in lijst]
    except ZIPFOUTEN:
        raise PakketFout("het is geen docx, of het is beschadigd of met een wachtwoord beveiligd") from None
    for pad, xml in inhoud.items():
        if pad.endswith(_XML) and lees_xml(xml).getroottree().docinfo.doctype:
            raise PakketFout("er staat een DOCTYPE in")
    return delen, inhoud


def _als_gepakt(ruw: bytes, info: zipfile.ZipInfo) -> Deel:
    if info.filename in _EIGENSCHAPPEN:
        return Deel.los(info.filename, KOP + _EIGENSCHAPPEN[info.filename])
    lengte_naam, lengte_extra = struct.unpack_from("<HH", ruw, info.header_offset + 26)
    begin = info.header_offset + 30 + lengte_naam + lengte_extra
    return Deel(info.filename, info.compress_type, info.CRC, info.file_size, ruw[begin : begin + info.compress_size])


def tekstdelen(inhoud: Mapping[str, bytes]) -> list[str]:
    """The names of the parts with text, the document first; known by their kind, for Word does not always give them the
    same name.
    """
    soorten = lees_xml(inhoud[_INHOUD]).iter("{*}Override") if _INHOUD in inhoud else ()
    gezocht = {s.get("PartName", "").lstrip("/"): s.get("ContentType", "") for s in soorten}
    delen = [naam for eind in _TEKSTDELEN for naam, soort in gezocht.items() if soort.endswith(eind)]
    goed = inhoud.keys() >= set(delen) and all(naam.endswith(_XML) for naam in delen)  # those were looked into
    if not goed or sum(gezocht[naam].endswith(_TEKSTDELEN[0]) for naam in delen) != 1:
        raise PakketFout("er zit geen Word-document in")
    return delen


def tekst(ruw: bytes) -> str:
    """What is to be read in a docx, a line for each paragraph. Errors: PakketFout."""
    inhoud = pak_uit(ruw)[1]
    alineas = (p for naam in tekstdelen(inhoud) for p in lees_xml(inhoud[naam]).iter(f"{W}p"))
    return "\n".join("".join(t.text or " " for t in p.iter(f"{W}t", f"{W}tab")) for p in alineas)


def lees_xml(ruw: bytes) -> Any:
    """The root element, read strictly: entities stay closed, nothing is fetched. Errors: PakketFout."""
    try:
        return etree.fromstring(ruw, _LEZER)
    except (etree.XMLSyntaxError, ValueError):
        raise PakketFout("de XML erin is beschadigd") from None


def xml_tekst(wortel: Any) -> str:
    """An element as text, without a declaration."""
    return str(etree.tostring(wortel, encoding="unicode"))


def vast_pakket(delen: Iterable[Deel]) -> bytes:
    """A zip without moment, system or rights: the list of contents first, then the parts by name."""
    lichaam, lijst = io.BytesIO(), []
    for deel in sorted(delen, key=lambda d: (d.naam != _INHOUD, d.naam)):
        naam = deel.naam.encode()
        # 0x800: the name is UTF-8; 33: 1 January 1980, the first day that a zip knows
        kop = struct.pack("<4H3L2H", 0x800, deel.methode, 0, 33, deel.crc, len(deel.gepakt), deel.grootte, len(naam), 0)
        lijst.append(b"PK\1\2\x14\0\x14\0" + kop + struct.pack("<3H2L", 0, 0, 0, 0, lichaam.tell()) + naam)
        lichaam.write(b"PK\3\4\x14\0" + kop + naam + deel.gepakt)
    begin, inhoud = lichaam.tell(), b"".join(lijst)
    slot = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(lijst), len(lijst), len(inhoud), begin, 0)
    return lichaam.getvalue() + inhoud + slot
