"""`klacht ontvang bericht.eml` and `--stuk`, as typed: what is kept, what stays open, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift, Persoon
from klachtcli.zaak.zaak import Zaak

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
BERICHT = VOORBEELDEN / "bericht.eml"
AFZENDER = ("Karin Verbeek", "k.verbeek@")


@pytest.fixture
def toen(bevries: Callable[[str], Any], werkmap: Werkmap) -> None:
    """The working day after the mail."""
    bevries("2026-04-27T08:00")


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A folder with a scanned letter."""
    (tmp_path / "post").mkdir(exist_ok=True)
    (tmp_path / "post" / "brief van de klager?.pdf").write_bytes(b"%PDF-1.4 een scan")
    return tmp_path / "post"


def _zaak(werkmap: Werkmap) -> Zaak:
    with werkmap.journaal() as journaal:
        (zaak,) = Dossiers(journaal).zaken(alle=True)
        return zaak


def _inhoud(werkmap: Werkmap) -> dict[str, bytes]:
    zaak = _zaak(werkmap)
    with werkmap.journaal() as journaal:
        return {s.bestand: journaal.lees_stuk(s) for s in zaak.stukken}


@pytest.mark.usefixtures("toen")
def test_wat_te_zien_is_wordt_ingevuld_en_de_rest_blijft_open(klacht: Callable[..., Any], werkmap: Werkmap) -> None:
    """Nobody to ask: nothing is guessed from what the klager wrote, and the check says what is lacking."""
    uit = klacht("ontvang", str(BERICHT))
    assert uit.code == 0, uit
    assert "K2026-001: klaagschrift van 24 april 2026, vastgelegd." in uit.uit
    assert "Van het bericht zijn overgenomen: de dag van ontvangst, de naam van de afzender" in uit.uit
    assert _zaak(werkmap).klaagschrift == Klaagschrift(
        "2026-04-24T23:59:31+02:00", "e-mail", klager=Persoon(naam=AFZENDER[0], email="k.verbeek@voorbeeld.nl"),
        bijlage=(
            Bijlage("bericht.eml", "Het bericht zoals het binnenkwam"), Bijlage("bericht.txt", "De tekst van het "
            "bericht"),
            Bijlage("mail-afdelingshoofd.txt", "Bijlage bij het bericht"),
        ),
    )  # fmt: skip
    toets = klacht("toets", "1", "--json")
    ontbreekt = {b["vereiste"] for b in toets.json["bevindingen"] if b["status"] == "ontbreekt"}
    assert {"9.1.a", "9.1.b", "9.1.c", "9.1.e"} <= ontbreekt


@pytest.mark.usefixtures("toen")
def test_het_bericht_staat_er_heel_en_verzegeld(klacht: Callable[..., Any], werkmap: Werkmap) -> None:
    assert klacht("ontvang", str(BERICHT)).code == 0
    assert _inhoud(werkmap)["bericht.eml"] == BERICHT.read_bytes()
    assert b"gesprek over de sfeer" in _inhoud(werkmap)["mail-afdelingshoofd.txt"]
    for pad in werkmap.pad.rglob("*"):
        assert not pad.is_file() or b"Verbeek" not in pad.read_bytes(), pad
    herspeeld = klacht("audit", "herspeel")
    assert herspeeld.code == 0, herspeeld
    assert "Zaken: 1; gelijk: 1." in herspeeld.uit


@pytest.mark.usefixtures("toen")
def test_van_standaardinvoer_en_als_proef(klacht: Callable[..., Any], werkmap: Werkmap) -> None:
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    uit = klacht("ontvang", "-", "--proef", "--json", invoer=BERICHT.read_text())
    assert (uit.code, uit.json["ontvangen_op"], uit.json["stukken"]) == (0, "2026-04-24T23:59:31+02:00", 3)
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst


@pytest.mark.usefixtures("toen")
def test_hetzelfde_bericht_is_een_klacht(klacht: Callable[..., Any], tmp_path: Path) -> None:
    """Also where another klaagschrift was filled in beside it."""
    assert klacht("ontvang", str(BERICHT)).code == 0
    klacht("ontvang", str(BERICHT)).eis_fout(3, "al-ontvangen", "K2026-001", "--toch")
    toml = str(VOORBEELDEN / "klaagschrift.toml")
    klacht("ontvang", toml, "--stuk", str(BERICHT)).eis_fout(3, "al-ontvangen", "precies dit bericht", "K2026-001")
    assert klacht("ontvang", toml, "--stuk", str(BERICHT), "--toch").code == 0


@pytest.mark.usefixtures("toen")
def test_een_brief_op_papier_gaat_mee_als_stuk(klacht: Callable[..., Any], werkmap: Werkmap, post: Path) -> None:
    brief = post / "brief van de klager?.pdf"
    uit = klacht("ontvang", str(VOORBEELDEN / "klaagschrift.toml"), "--stuk", str(brief), "--stuk", str(BERICHT))
    assert uit.code == 0, uit
    assert _inhoud(werkmap) == {
        "brief van de klager-.pdf": brief.read_bytes(),
        "bericht.eml": BERICHT.read_bytes(),
    }
    assert klacht("audit", "herspeel").code == 0


def _eml(tekst: str) -> Callable[[Path], list[str]]:
    def maak(post: Path) -> list[str]:
        (post / "x.eml").write_text(tekst)
        return [str(post / "x.eml")]

    return maak


# naam, wat er getypt wordt, code, stabiele code, woorden
GEWEIGERD: list[tuple[str, Callable[[Path], list[str]], int, str, str]] = [
    ("zonder enige datum", _eml("From: Karin Verbeek <k.verbeek@voorbeeld.nl>\n\nhoi"), 2, "bericht-zonder-datum",
     "--stuk"),
    ("van morgen", _eml("Received: x; Tue, 28 Apr 2026 12:00:00 +0200\n\nhoi"), 3, "dag-in-de-toekomst", "28 april"),
    ("geen bericht", _eml("hallo"), 2, "geen-bericht", ".eml"),
    ("een pdf als klaagschrift", lambda p: [str(p / "brief van de klager?.pdf")], 2, "geen-tekst", "--stuk"),
    ("alleen een stuk, en niemand om te vragen", lambda p: ["--stuk", str(p / "brief van de klager?.pdf")], 2,
     "geen-terminal", "standaardinvoer"),
    ("een stuk dat er niet is", lambda p: ["--stuk", str(p / "nee.pdf")], 2, "bestand-ontbreekt", "het stuk"),
    ("een map als stuk", lambda p: ["--stuk", str(p)], 2, "bestand-ontbreekt", "een map"),
    ("hervatten zonder klad", lambda p: ["--hervat"], 2, "niets-te-hervatten", "klacht ontvang"),
    ("hervatten met een bestand", lambda p: ["--hervat", str(BERICHT)], 2, "hervat-met-bestand", "--hervat"),
]  # fmt: skip


@pytest.mark.usefixtures("toen")
@pytest.mark.parametrize(("naam", "maak", "code", "stabiel", "woord"), GEWEIGERD, ids=[g[0] for g in GEWEIGERD])
def test_wat_niet_kan(
    naam: str, maak: Callable[[Path], list[str]], code: int, stabiel: str, woord: str,
    klacht: Callable[..., Any], post: Path,
) -> None:  # fmt: skip
    uit = klacht("ontvang", *maak(post))
    uit.eis_fout(code, stabiel, woord)
    assert [w for w in AFZENDER if w in uit.fout] == []


@pytest.mark.usefixtures("toen")
def test_een_leeg_stuk_en_een_bericht_van_outlook(klacht: Callable[..., Any], post: Path) -> None:
    (post / "leeg.pdf").touch()
    klacht("ontvang", "--stuk", str(post / "leeg.pdf")).eis_fout(2, "bestand-leeg")
    (post / "x.msg").write_bytes(b"\xd0\xcf\x11\xe0")
    klacht("ontvang", str(post / "x.msg")).eis_fout(2, "bericht-van-outlook", "EML", "Thunderbird")
