"""Bytes -> a table, or one Dutch sentence about the file. The path is never in it: a path may hold a name."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import example, given, strategies as st

from klachtcli.fouten import Invoerfout, KlachtFout
from klachtcli.instellingen.bestand import lees_bytes, lees_tabel

GOED = [
    pytest.param(b'naam = "Ren\xc3\xa9"', {"naam": "René"}, id="toml in utf-8"),
    pytest.param(b'{"naam": "Ren\xc3\xa9"}', {"naam": "René"}, id="json in utf-8"),
    pytest.param(b'\xef\xbb\xbfnaam = "a"', {"naam": "a"}, id="toml met BOM"),
    pytest.param(b'\xef\xbb\xbf{"naam": "a"}', {"naam": "a"}, id="json met BOM"),
    pytest.param(b'a = 1\r\nb = """x\r\ny"""\r\n', {"a": 1, "b": "x\ny"}, id="toml met CRLF"),
    pytest.param(b'{\r\n"a": 1\r\n}\r\n', {"a": 1}, id="json met CRLF"),
    pytest.param(b'\n\n  {"a": 1}', {"a": 1}, id="json na witregels"),
    pytest.param(b"# {\na = 1", {"a": 1}, id="toml met een accolade in commentaar"),
    pytest.param(b"dag = 2028-02-29", {"dag": date(2028, 2, 29)}, id="schrikkeldag in toml"),
    pytest.param(b"{}", {}, id="lege json"),
    pytest.param(b"# niets", {}, id="toml met alleen commentaar"),
    pytest.param('naam = "Ren\xe9"'.encode("utf-16"), {"naam": "Ren\xe9"}, id="zoals > in Windows PowerShell schrijft"),
    pytest.param(
        b'{"a": {"x": 1}, "b": {"x": 2}}', {"a": {"x": 1}, "b": {"x": 2}}, id="json, sleutel in twee tabellen"
    ),
]
DIEP = 100_000
FOUT = [
    pytest.param(b'naam = "Ren\xe9"', "geen-utf8", "(byte 12)", id="latin-1"),
    pytest.param("naam = 1".encode("utf-16")[:-1], "geen-utf8", "(byte 17)", id="utf-16, afgekapt"),
    pytest.param(b"PK\x03\x04\x9f", "geen-tekst", "een Word- of zipbestand, geen TOML of JSON", id="een zip of docx"),
    pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "geen-tekst", "een pdf, geen TOML of JSON", id="een pdf"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "geen-tekst", "een oud Word-bestand", id="een doc"),
    pytest.param(b"", "bestand-leeg", "is leeg", id="nul bytes"),
    pytest.param(b" \r\n\t\n", "bestand-leeg", "is leeg", id="alleen wit"),
    pytest.param(b"\xef\xbb\xbf", "bestand-leeg", "is leeg", id="alleen een BOM"),
    pytest.param(
        b"a = 1\ndag = 2026-02-31", "geen-toml", "regel 2, kolom 7: deze datum bestaat niet", id="31 februari"
    ),
    pytest.param(b"a = 1\nb = ", "geen-toml", "hier klopt de schrijfwijze niet", id="toml zonder waarde"),
    pytest.param(b"a = 1\nb = @", "geen-toml", "regel 2, kolom 5", id="toml met een vreemd teken"),
    pytest.param(b"a = 1\na = 2", "geen-toml", "geen goede TOML", id="toml met een dubbele sleutel"),
    pytest.param(b'a = "x', "geen-toml", "geen goede TOML", id="toml met een open aanhaling"),
    pytest.param(b"a = " + b"[" * DIEP, "geen-toml", "te diep genest", id="diepe lijst in toml"),
    pytest.param(b"a = " + b"{a=" * DIEP, "geen-toml", "te diep genest", id="diepe tabel in toml"),
    pytest.param(b"a = " + b"9" * 5000, "geen-toml", "onmogelijk getal", id="getal van 5000 cijfers in toml"),
    pytest.param(b"Geachte commissie,", "geen-toml", "regel 1", id="een brief"),
    pytest.param(b"a\x00 = 1", "geen-toml", "regel 1, kolom 2", id="nulteken"),
    pytest.param(b'{"a": 1', "geen-json", "regel 1, kolom 8", id="json zonder einde"),
    pytest.param(b'{\n"a": 1,\n}', "geen-json", "is geen goede JSON: regel ", id="json met een komma te veel"),
    pytest.param(b'{"a": 1} {"b": 2}', "geen-json", "regel 1, kolom 10", id="twee keer json"),
    pytest.param(b'{"a": 1, "a": 2}', "geen-json", "een sleutel staat er dubbel", id="dubbele sleutel"),
    pytest.param(b'{"x": [{"a": 1, "a": 1}]}', "geen-json", "een sleutel staat er dubbel", id="dubbele sleutel, diep"),
    pytest.param(b'{"a": ' + b"[" * DIEP, "geen-json", "te diep genest", id="diepe lijst in json"),
    pytest.param(b'{"a": ' * DIEP, "geen-json", "te diep genest", id="diepe tabel in json"),
    pytest.param(b'{"a": NaN}', "geen-json", "geen goede JSON", id="NaN"),
    pytest.param(b'{"a": -Infinity}', "geen-json", "geen goede JSON", id="oneindig"),
    pytest.param(b'{"a": ' + b"9" * 5000 + b"}", "geen-json", "geen goede JSON", id="getal van 5000 cijfers in json"),
]


@pytest.mark.parametrize(("ruw", "tabel"), GOED)
def test_een_goed_bestand(ruw: bytes, tabel: dict[str, Any]) -> None:
    assert lees_tabel(ruw, "het klaagschrift") == tabel


@pytest.mark.parametrize(("ruw", "code", "zegt"), FOUT)
def test_een_kapot_bestand(ruw: bytes, code: str, zegt: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_tabel(ruw, "het klaagschrift")
    assert fout.value.code == code
    assert fout.value.feit.startswith("het klaagschrift is ")
    assert zegt in fout.value.feit


@pytest.mark.parametrize("ruw", [b"PK\x03\x04\x9f", b"%PDF-1.7\n%\xe2", b"\xd0\xcf\x11\xe0"])
def test_een_document_hoort_bij_de_bijlagen(ruw: bytes) -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_tabel(ruw, "het klaagschrift")
    assert "[[bijlage]]" in fout.value.herstel
    assert "klacht ontvang --stuk" in fout.value.herstel


def test_een_pdf_van_alleen_ascii_is_ook_een_pdf() -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_tabel(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "het klaagschrift")
    assert fout.value.code == "geen-tekst"


@pytest.mark.parametrize("ruw", [b"naam = K. Mol", b"dag = 24 april 2026", b"Geachte commissie,", b"dag = 2026-02-31"])
def test_een_fout_in_toml_zegt_hoe_het_moet(ruw: bytes) -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_tabel(ruw, "het klaagschrift")
    assert fout.value.code == "geen-toml"
    assert "tussen aanhalingstekens" in fout.value.herstel
    assert "2026-04-24" in fout.value.herstel


def test_geen_melding_herhaalt_wat_in_het_bestand_staat() -> None:
    for ruw in (b'naam = "Vandenberghe', b'{"naam": Vandenberghe}', b"Vandenberghe\xff", b"Vandenberghe 2026-02-31"):
        with pytest.raises(Invoerfout) as fout:
            lees_tabel(ruw, "het klaagschrift")
        assert "Vandenberghe" not in str(fout.value)


def test_lees_bytes(tmp_path: Path) -> None:
    pad = tmp_path / "klacht.toml"
    pad.write_bytes(b"a = 1\r\n")
    assert lees_bytes(pad, "het klaagschrift", 7) == b"a = 1\r\n"


def _weiger(pad: Path, grootste: int = 100) -> Invoerfout:
    with pytest.raises(Invoerfout) as fout:
        lees_bytes(pad, "het klaagschrift", grootste)
    assert "Vandenberghe" not in str(fout.value)
    assert "het klaagschrift" in fout.value.feit
    return fout.value


def test_een_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    fout = _weiger(tmp_path / "Vandenberghe.toml")
    assert (fout.code, fout.feit) == ("bestand-ontbreekt", "het klaagschrift bestaat niet")
    assert "Controleer de naam" in fout.herstel


def test_een_map_in_plaats_van_een_bestand(tmp_path: Path) -> None:
    (tmp_path / "Vandenberghe").mkdir()
    fout = _weiger(tmp_path / "Vandenberghe")
    assert (fout.code, fout.feit) == ("bestand-ontbreekt", "het klaagschrift is een map")


def test_een_te_groot_bestand(tmp_path: Path) -> None:
    pad = tmp_path / "Vandenberghe.toml"
    pad.write_bytes(b"x" * 2_600_000)
    fout = _weiger(pad, 1_000_000)
    assert fout.code == "bestand-te-groot"
    assert "2,6 MB" in fout.feit
    assert "1,0 MB" in fout.feit
    assert "[[bijlage]]" in fout.herstel


def test_de_grens_zelf_is_niet_te_groot(tmp_path: Path) -> None:
    pad = tmp_path / "Vandenberghe.toml"
    pad.write_bytes(b"x" * 100)
    assert len(lees_bytes(pad, "het klaagschrift", 100)) == 100
    assert _weiger(pad, 99).code == "bestand-te-groot"


def test_een_bestand_dat_niet_te_lezen_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "Vandenberghe.toml"
    pad.write_bytes(b"a = 1")

    def weiger(_: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied", str(pad))

    monkeypatch.setattr(Path, "read_bytes", weiger)
    assert _weiger(pad).code == "bestand-onleesbaar"


stukken = st.lists(
    st.sampled_from(
        [b"{", b"}", b"[", b"]", b'"', b"'", b"=", b":", b",", b".", b"\n", b"\r\n", b" ", b"a", b"\\u", b"\\", b"#",
         b"1", b"-", b"e9", b"nan", b"inf", b"NaN", b"null", b"true", b"2026-02-31", b"T25:00", b'"""', b"\xff",
         b"\x00", b"\xef\xbb\xbf", b"\\ud800"]
    ),
    max_size=30,
).map(b"".join)  # fmt: skip


@given(
    st.one_of(
        st.binary(),
        st.text().map(lambda t: t.encode("utf-8", "surrogatepass")),
        stukken,
        stukken.map(lambda s: b"{" + s + b"}"),
    )
)
@example(b"a = 0001-01-01T00:00:00+23:59")
@example(b"a = 1979-05-27T00:32:00.999999-23:59")
@example(b"a.b = 1\na = 2")
@example(b'{"\\ud800": 1}')
@example(b'a = "\\UFFFFFFFF"')
@example(b"a = 1e999999999")
def test_elke_reeks_bytes_is_een_tabel_of_een_nette_weigering(ruw: bytes) -> None:
    try:
        uit = lees_tabel(ruw, "het klaagschrift")
    except KlachtFout as fout:
        assert fout.code in ("geen-utf8", "geen-tekst", "bestand-leeg", "geen-toml", "geen-json")  # noqa: PT017
    else:
        assert isinstance(uit, dict)
