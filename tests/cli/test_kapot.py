"""Broken input, one file each in tests/kapot: one Dutch sentence, its code, its exit code, and nothing is recorded."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.secretariaat.werkmap import Werkmap

KAPOT = Path(__file__).parents[1] / "kapot"
Klacht = Callable[..., Any]

# bestand, exitcode, code, woorden die de melding bevat
TABEL = [
    ("onbekende_sleutels.toml", 2, "klaagschrift-fout", "3 fouten",
     "ondertekent: onbekende sleutel; bedoelt u 'ondertekend'?",
     "klager.straat: onbekende sleutel", "gedraging[1].waneer: onbekende sleutel; bedoelt u 'wanneer'?"),
    ("verkeerde_soorten.toml", 2, "klaagschrift-fout", "3 fouten", "ondertekend: true of false verwacht",
     "klager: een tabel verwacht, maar hier staat tekst",
     "aangeklaagde: een lijst verwacht, maar hier staat een tabel"),
    ("31_februari.toml", 2, "geen-toml", "regel 2", "deze datum bestaat niet"),
    ("31_februari_als_tekst.json", 2, "klaagschrift-fout", "dagtekening: 31 februari 2026 bestaat niet"),
    ("31_februari_bij_de_gedraging.toml", 2, "klaagschrift-fout",
     "gedraging[1].wanneer: 31 februari 2026 bestaat niet"),
    ("leeg.toml", 2, "bestand-leeg", "is leeg"),
    ("alleen_wit.toml", 2, "bestand-leeg", "is leeg"),
    ("alleen_commentaar.toml", 2, "klaagschrift-fout", "ontvangen_op: ontbreekt, en is verplicht"),
    ("een_brief.toml", 2, "geen-toml", "regel 1", "hier klopt de schrijfwijze niet"),
    ("lijst.json", 2, "geen-json", "het klaagschrift is geen JSON-object"),
    ("null.json", 2, "geen-toml", "het klaagschrift is geen goede TOML"),
    ("ontvangst_null.json", 2, "klaagschrift-fout", "ontvangen_op: ontbreekt, en is verplicht"),
    ("zonder_einde.json", 2, "geen-json", "regel 2, kolom 1"),
    ("dubbele_sleutel.json", 2, "geen-json", "een sleutel staat er dubbel"),
    ("geen_getal.json", 2, "geen-json", "het klaagschrift is geen goede JSON"),
    ("nulteken_in_een_naam.json", 2, "klaagschrift-fout",
     "klager.naam: de tekst bevat een onzichtbaar besturingsteken"),
    ("hoedanigheid.toml", 2, "klaagschrift-fout", "klager.hoedanigheid: onbekende keuze; kies uit ambtenaar",
     "bedoelt u 'fractiemedewerker'?"),
    ("postcode.toml", 2, "klaagschrift-fout", "klager.postcode: geen postcode zoals 2514 EA"),
    ("zonder_ontvangst.toml", 2, "klaagschrift-fout", "ontvangen_op: ontbreekt, en is verplicht"),
    ("morgen_ontvangen.toml", 3, "dag-in-de-toekomst", "25 april 2026 moet nog komen"),
    ("voor_de_regeling.toml", 3, "geen-regeling-op-dag", "24 april 2020", "1 mei 2021"),
    ("bijlage_die_er_niet_is.toml", 2, "bijlage-fout", "bijlage[1].bestand: de bijlage bestaat niet"),
    ("bijlage_is_een_map.toml", 2, "bijlage-fout", "bijlage[1].bestand: de bijlage is een map"),
    ("bijlage_erboven.toml", 2, "bijlage-fout", "het pad leidt buiten de map van het klaagschrift"),
    ("bijlage_absoluut.toml", 2, "bijlage-fout", "het pad leidt buiten de map van het klaagschrift"),
    ("bijlage_is_een_koppeling.toml", 2, "bijlage-fout", "het pad leidt buiten de map van het klaagschrift"),
]  # fmt: skip
# Wat git of een editor zou veranderen, of wat te groot is om te bewaren.
DIEP = 50_000
GEMAAKT: list[tuple[str, bytes, int, str, str]] = [
    ("latin-1", 'ontvangen_op = 2026-04-20\n[klager]\nnaam = "Vandenberghé"\n'.encode("latin-1"), 2, "geen-utf8",
     "UTF-8"),
    ("utf-16, afgekapt", "ontvangen_op = 2026-04-20\n".encode("utf-16")[:-1], 2, "geen-utf8", "UTF-8"),
    ("een docx", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x9f\x8b", 2, "geen-tekst", "een Word- of zipbestand"),
    ("een pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 2, "geen-tekst", "is een pdf"),
    ("een doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 2, "geen-tekst", "een oud Word-bestand"),
    ("een foto", b"\xff\xd8\xff\xe0\x00\x10JFIF", 2, "geen-tekst", "is een foto"),
    ("een schermafdruk", b"\x89PNG\r\n\x1a\n", 2, "geen-tekst", "klacht ontvang --stuk BESTAND"),
    ("een scan", b"II*\x00\x08\x00\x00\x00", 2, "geen-tekst", "is een scan"),
    ("nultekens", b"ontvangen_op\x00 = 2026-04-20\n", 2, "geen-toml", "schrijfwijze"),
    ("alleen nultekens", b"\x00" * 100, 2, "geen-toml", "schrijfwijze"),
    ("10 MB tekst", b'ontvangen_op = 2026-04-20\n[[gedraging]]\nomschrijving = "' + b"a" * 10_000_000 + b'"\n', 2,
     "bestand-te-groot", "ten hoogste 1,0 MB"),
    ("10 MB wit", b" " * 10_000_000, 2, "bestand-te-groot", "ten hoogste 1,0 MB"),
    ("diep, toml", b"ontvangen_op = " + b"[" * DIEP, 2, "geen-toml", "te diep genest"),
    ("diep, json", b'{"ontvangen_op": ' + b"[" * DIEP + b"]" * DIEP + b"}", 2, "geen-json", "te diep genest"),
    ("diep, tabellen", b"ontvangen_op = 2026-04-20\n" + b".".join([b"a"] * 5000) + b" = 1\n", 2, "klaagschrift-fout",
     "a: onbekende sleutel"),
    ("een getal van 5000 cijfers", b"ontvangen_op = " + b"9" * 5000, 2, "geen-toml", "onmogelijk getal"),
    ("jaar 9999, als tijdstip", b"ontvangen_op = 9999-12-31T23:59:59-10:00\n", 2, "klaagschrift-fout",
     "buiten de kalender"),
    ("jaar 1", b"ontvangen_op = 0001-01-01\n", 3, "geen-regeling-op-dag", "1 mei 2021"),
    ("jaar 9999", b"ontvangen_op = 9999-12-31\n", 3, "dag-in-de-toekomst", "31 december 9999"),
]  # fmt: skip


@pytest.fixture
def onaangeroerd(werkmap: Werkmap) -> Callable[[], None]:
    """Assert that nothing in the work folder changed, byte for byte."""

    def stand() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in werkmap.pad.rglob("*") if p.is_file()}

    eerst = stand()

    def toets() -> None:
        assert stand() == eerst

    return toets


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """The broken files in a folder of their own, with a secret above it."""
    shutil.copytree(KAPOT, tmp_path / "post")
    (tmp_path / "geheim.txt").write_text("geheim")
    (tmp_path / "post" / "koppeling.txt").symlink_to(tmp_path / "geheim.txt")
    return tmp_path / "post"


@pytest.mark.parametrize("rij", TABEL, ids=lambda r: r[0])
def test_een_kapot_bestand(rij: tuple[Any, ...], klacht: Klacht, onaangeroerd: Callable[[], None], post: Path) -> None:
    bestand, exitcode, code, *woorden = rij
    uit = klacht("ontvang", str(post / bestand))
    _eis_fout(uit, exitcode, code, *woorden)
    onaangeroerd()


@pytest.mark.parametrize("rij", [r for r in TABEL if "bijlage" not in r[0]], ids=lambda r: r[0])
def test_hetzelfde_van_standaardinvoer(rij: tuple[Any, ...], klacht: Klacht, onaangeroerd: Callable[[], None]) -> None:
    bestand, exitcode, code, *woorden = rij
    uit = klacht("ontvang", "-", "--json", invoer=(KAPOT / bestand).read_text(encoding="utf-8"))
    _eis_fout(uit, exitcode, code, *woorden)
    onaangeroerd()


@pytest.mark.parametrize(("naam", "ruw", "exitcode", "code", "zegt"), GEMAAKT, ids=[g[0] for g in GEMAAKT])
def test_kapotte_bytes(
    naam: str, ruw: bytes, exitcode: int, code: str, zegt: str, klacht: Klacht, onaangeroerd: Callable[[], None],
    tmp_path: Path,
) -> None:  # fmt: skip
    (tmp_path / "klaagschrift.toml").write_bytes(ruw)
    _eis_fout(klacht("ontvang", str(tmp_path / "klaagschrift.toml")), exitcode, code, zegt)
    onaangeroerd()


def test_elk_kapot_bestand_staat_in_de_tabel() -> None:
    assert {p.name for p in KAPOT.iterdir()} == {r[0] for r in TABEL}


AANVULLING = [r for r in TABEL if r[2] in ("geen-toml", "geen-json", "bestand-leeg", "bijlage-fout")]
AANVULLING += [r for r in TABEL if r[0] in ("31_februari_als_tekst.json", "postcode.toml", "hoedanigheid.toml")]


@pytest.mark.parametrize("rij", AANVULLING, ids=lambda r: r[0])
def test_hetzelfde_als_aanvulling(
    rij: tuple[Any, ...], klacht: Klacht, klaagschrift: Callable[..., Any], bestand: Callable[..., str], post: Path,
    werkmap: Werkmap,
) -> None:  # fmt: skip
    naam, exitcode, code, *woorden = rij
    assert klacht("ontvang", bestand(klaagschrift())).code == 0
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    woorden = [w.replace("het klaagschrift is", "de aanvulling is") for w in woorden]
    _eis_fout(klacht("vul-aan", "1", str(post / naam)), exitcode, code, *woorden)
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst


def test_een_bestand_dat_er_niet_is(klacht: Klacht, onaangeroerd: Callable[[], None], tmp_path: Path) -> None:
    """The path is not repeated: it may hold a name."""
    uit = klacht("ontvang", str(tmp_path / "klacht van Vandenberghe.toml"))
    _eis_fout(uit, 2, "bestand-ontbreekt", "het bestand bestaat niet", "de map waarin u staat")
    onaangeroerd()


def test_een_map_in_plaats_van_een_bestand(klacht: Klacht, onaangeroerd: Callable[[], None], tmp_path: Path) -> None:
    _eis_fout(klacht("ontvang", str(tmp_path)), 2, "bestand-ontbreekt", "het bestand is een map")
    onaangeroerd()


def test_een_aanvulling_uit_de_toekomst(
    klacht: Klacht, klaagschrift: Callable[..., Any], bestand: Callable[..., str], tmp_path: Path
) -> None:
    assert klacht("ontvang", bestand(klaagschrift())).code == 0
    (tmp_path / "later.toml").write_text("ontvangen_op = 2026-04-25\nondertekend = true\n")
    _eis_fout(klacht("vul-aan", "1", str(tmp_path / "later.toml")), 3, "dag-in-de-toekomst", "25 april 2026")


@pytest.mark.parametrize("naam", ["lijst.json", "null.json"])
def test_json_dat_geen_object_is_wordt_json_genoemd(naam: str, klacht: Klacht, post: Path) -> None:
    assert "JSON" in klacht("ontvang", str(post / naam)).fout


def _eis_fout(uit: Any, exitcode: int, code: str, *woorden: str) -> None:
    """One refusal, whose words name nobody of the files in tests/kapot either."""
    assert (uit.code, uit.uit) == (exitcode, ""), uit
    assert uit.fout.startswith("fout: ")
    assert uit.fout.endswith(f" [{code}]\n"), uit.fout
    assert [w for w in woorden if w not in uit.fout] == [], uit.fout
    assert "Traceback" not in uit.fout
    for naam in ("vandenberghe", "dekker", "riep", "geheim.txt"):
        assert naam not in uit.fout.lower()
