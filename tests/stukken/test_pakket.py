"""What is no sound docx is refused with the reason."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from klachtcli.fouten import Onbruikbaar
from klachtcli.stukken.sjabloon import laad


def docx() -> bytes:
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def vervang(ruw: bytes, deel: str, nieuw: bytes) -> bytes:
    """The docx with one part replaced or added."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ruw)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam in {*oud.namelist(), deel}:
            pakket.writestr(naam, nieuw if naam == deel else oud.read(naam))
    return uit.getvalue()


def beschadig(ruw: bytes, deel: str) -> bytes:
    """The docx with the packed bytes of one part overwritten."""
    begin = zipfile.ZipFile(io.BytesIO(ruw)).getinfo(deel).header_offset + 30 + len(deel) + 40
    return ruw[:begin] + bytes(20) + ruw[begin + 20 :]


GOED = docx()
GEEN_DOCX: dict[str, tuple[bytes, str]] = {
    "leeg bestand": (b"", "geen docx"),
    "oud Word": (b"\xd0\xcf\x11\xe0" + bytes(600), "geen docx"),
    "afgebroken": (GOED[:5000], "geen docx"),
    "beschadigd": (beschadig(GOED, "word/document.xml"), "geen docx"),
    "geen Word": (vervang(GOED, "[Content_Types].xml", b"<Types/>"), "geen Word-document"),
    "kapotte XML": (vervang(GOED, "word/document.xml", b"<w:document>"), "XML erin is beschadigd"),
    "lege XML": (vervang(GOED, "word/document.xml", b""), "XML erin is beschadigd"),
    "DOCTYPE": (vervang(GOED, "word/styles.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DOCTYPE"),
    "DOCTYPE in UTF-16": (vervang(GOED, "a.xml", "<!DOCTYPE a><a/>".encode("utf-16")), "DOCTYPE"),
    "zipbom": (vervang(GOED, "word/bom.bin", bytes(51_000_000)), "groter dan 50 MB"),
}


@pytest.mark.parametrize("geval", GEEN_DOCX)
def test_een_onleesbaar_sjabloon(geval: str) -> None:
    ruw, woorden = GEEN_DOCX[geval]
    with pytest.raises(Onbruikbaar) as fout:
        laad(ruw, "proefbrief")
    assert fout.value.code == "sjabloon-onleesbaar"
    assert woorden in str(fout.value)
    assert "klacht init MAP --vernieuw" in str(fout.value)
