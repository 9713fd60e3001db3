"""`klacht route`: who may turn to whom about whom, asked in the words in which people ask it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from klachtcli.cli import scherm
from klachtcli.cli.start import voer_uit
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Persoon

Klacht = Callable[..., Any]
FRACTIES = """
[[fractie]]
naam = "Fractie Groen-Geel"
status = "van toepassing"
van = 2024-01-01
tot_en_met = 2025-12-31
bron = "brief"
[[fractie]]
naam = "Fractie Groen-Geel"
status = "eigen regeling"
van = 2026-01-01
bron = "mail"
[[fractie]]
naam = "Blauw"
status = "niet van toepassing"
van = 2020-01-01
bron = "mail"
"""
A, MET, EIGEN, ZONDER, K = "ambtenaar", "fractie-aangesloten", "fractie-eigen", "fractie-zonder", "kamerlid"
DRIE = [MET, EIGEN, ZONDER]


@pytest.fixture
def werkmap(werkmap: Werkmap) -> Werkmap:
    """With two fracties, at 24 April 2026."""
    (werkmap.config / "fracties.toml").write_text(FRACTIES, encoding="utf-8")
    return werkmap


# Wat men bij --klager typt, welke rijen dat zijn, en wat er over hem bij staat.
WOORDEN: list[tuple[str, list[str], str]] = [
    ("ambtenaar", [A], ""),
    ("Ambtenaar", [A], ""),
    ("ambtelijk medewerker", [A], ""),
    ("kamerlid", [K], "niet bij deze commissie kan klagen"),
    ("Tweede-Kamerlid", [K], ""),
    ("oud-kamerlid", [K], "niets geregeld"),
    ("ex kamerlid", [K], "niets geregeld"),
    ("kamervoorzitter", [K], "is Kamerlid"),
    ("fractiemedewerker Groen-Geel", [EIGEN], ""),
    ("fractiemedewerker van de fractie groen geel", [EIGEN], ""),
    ("Fractie Blauw", [ZONDER], ""),
    ("fractiemedewerker (Blauw)", [ZONDER], ""),
    ("fractiemedewerker", DRIE, ""),
    ("fractiemedewerker Paars", DRIE, ""),
    ("oud-fractiemedewerker Blauw", [ZONDER], "is niet geregeld"),
    ("ingehuurd", [A], "gezien als iemand van de ambtelijke organisatie"),
    ("uitzendkracht bij Blauw", [ZONDER], "art. 2 onder d"),
    ("stagiaire", [A], "noemt stagiairs niet"),
    ("stagiair fractie Groen-Geel", [EIGEN], "noemt stagiairs niet"),
    ("oud medewerker", [A], "art. 10 lid 2"),
    ("derde", [], "de commissie beslist"),
    ("journalist", [], "de commissie beslist"),
    ("getuige", [], "vertrouwenspersoon"),
]


@pytest.mark.parametrize(("getypt", "soorten", "zegt"), WOORDEN, ids=[w[0] for w in WOORDEN])
def test_zoals_mensen_het_zeggen(getypt: str, soorten: list[str], zegt: str, klacht: Klacht, werkmap: Werkmap) -> None:
    uit = klacht("route", "--klager", getypt, "--aangeklaagde", "ambtenaar", "--over", "pesten", "--json")
    assert (uit.code, uit.json["klager"]["soorten"]) == (0, soorten), uit
    assert zegt in " ".join(uit.json["opmerkingen"])
    assert bool(uit.json["adviezen"]) == bool(soorten)
    gewone = klacht("route", "--klager", getypt, "--aangeklaagde", "ambtenaar", "--over", "pesten")
    assert ("noemt figuur 3.2 geen weg" in gewone.uit) == (not soorten)
    assert "momentopname van 2022/2023" in gewone.uit
    assert "De commissie beslist" in gewone.uit


OVER = [
    ("pesten", ["omgangsvormen"]), ("Seksuele intimidatie", ["omgangsvormen"]), ("agressie", ["omgangsvormen"]),
    ("stalking", ["omgangsvormen"]), ("grensoverschrijdend gedrag", ["omgangsvormen"]),
    ("integriteit", ["integriteit"]), ("integriteitsschending", ["integriteit"]),
    ("anders", ["omgangsvormen", "integriteit"]), ("beide", ["omgangsvormen", "integriteit"]),
]  # fmt: skip


@pytest.mark.parametrize(("getypt", "over"), OVER)
def test_waarover(getypt: str, over: list[str], klacht: Klacht, werkmap: Werkmap) -> None:
    uit = klacht("route", "--klager", "kamerlid", "--aangeklaagde", "ambtenaar", "--over", getypt, "--json").json
    assert uit["over"] == over
    assert [(a["over"], a["stap"]) for a in uit["adviezen"]] == [(o, s) for o in over for s in ("hulp", "klacht")]


def test_de_dag_bepaalt_wat_een_fractie_deed(klacht: Klacht, werkmap: Werkmap) -> None:
    vraag = ("route", "--klager", "ambtenaar", "--aangeklaagde", "fractiemedewerker Groen-Geel", "--over", "pesten")
    assert "Formele klacht\n- Er is geen formele regeling." in klacht(*vraag).uit
    toen = klacht(*vraag, "--op", "2025-12-31")
    assert "Formele klacht\n- De klachtencommissie ongewenste omgangsvormen." in toen.uit
    assert "van toepassing op 31 december 2025 (bron: brief)" in toen.uit
    assert klacht(*vraag, "--op", "2019-01-01", "--json").json["aangeklaagde"]["soorten"] == DRIE


def test_een_onbekende_fractie_geeft_elke_mogelijkheid_en_wat_te_vragen(klacht: Klacht, werkmap: Werkmap) -> None:
    uit = klacht("route", "--klager", "fractiemedewerker Blauww", "--aangeklaagde", "ambtenaar", "--over", "pesten").uit
    assert "is niet bekend; bedoelt u 'Blauw'? Hieronder staan alle mogelijkheden." in uit
    assert 'klacht fracties "Blauww" --status STATUS' in uit
    assert uit.count("bron: rapport Kracht zonder Tegenkracht, figuur 3.2, r. ") == 4


ARGUMENTEN = {"--klager": "ambtenaar", "--aangeklaagde": "ambtenaar", "--over": "pesten"}
KAPOT = [
    ({"--klager": None}, "keuze-ontbreekt", "--klager ontbreekt"),
    ({"--aangeklaagde": None}, "keuze-ontbreekt", "--aangeklaagde ontbreekt"),
    ({"--over": None}, "keuze-ontbreekt", "--over ontbreekt"),
    ({"--klager": "ambtenar"}, "hoedanigheid-onbekend", "bedoelt u 'ambtenaar'?"),
    ({"--klager": "R. Dekker"}, "hoedanigheid-onbekend", "Kies uit: ambtenaar"),
    ({"--klager": ""}, "hoedanigheid-onbekend", "Kies uit"),
    ({"--klager": "ambtenaar Dekker"}, "te-veel-woorden", "achter 'ambtenaar'"),
    ({"--klager": "onbekend"}, "hoedanigheid-onbekend", "voor de klager"),
    ({"--aangeklaagde": "getuige"}, "hoedanigheid-onbekend", "voor de aangeklaagde"),
    ({"--over": "pessten"}, "onderwerp-onbekend", "bedoelt u 'pesten'?"),
    ({"--over": "R. Dekker"}, "onderwerp-onbekend", "Kies uit"),
    ({"--op": "31 februari"}, "geen-datum", ""),
]


@pytest.mark.parametrize(("anders", "code", "zegt"), KAPOT, ids=[str(k[0]) for k in KAPOT])
def test_wat_niet_te_begrijpen_is(anders: dict[str, str | None], code: str, zegt: str, klacht: Klacht,
                                  werkmap: Werkmap) -> None:  # fmt: skip
    """A refusal that helps, and never repeats what may be a name."""
    opties = [deel for naam, waarde in (ARGUMENTEN | anders).items() if waarde is not None for deel in (naam, waarde)]
    klacht("route", *opties).eis_fout(2, code, zegt)


# ---- at a terminal ----


@pytest.fixture
def antwoorden(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answer the questions at a terminal; after the last Ctrl-D."""

    def zet(*regels: str) -> None:
        rest: Iterator[str] = iter(regels)

        def lees(_: str) -> str:
            try:
                return next(rest)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(scherm, "kan_vragen", lambda: True)
        monkeypatch.setattr("builtins.input", lees)

    return zet


def test_wat_ontbreekt_wordt_gevraagd(klacht: Klacht, werkmap: Werkmap, antwoorden: Callable[..., None]) -> None:
    """One question at a time, by number or by word; what is not understood is asked again."""
    antwoorden("99", "Dekker", "2", "Blauw", "kamerlid", "pesten")
    uit = klacht("route", "--json")
    assert uit.json["klager"] == {"woord": "fractiemedewerker", "soorten": [ZONDER], "fractie": "Blauw",
                                  "status": "niet van toepassing", "bron": "mail"}  # fmt: skip
    assert uit.json["aangeklaagde"]["woord"] == "kamerlid"
    assert "Wie klaagt? (noem geen namen)" in uit.fout
    assert "   1 ambtenaar\n" in uit.fout
    assert uit.fout.count("Typ een nummer of een woord.") == 2
    assert "Dekker" not in uit.fout


def test_een_fractie_die_men_niet_weet(klacht: Klacht, werkmap: Werkmap, antwoorden: Callable[..., None]) -> None:
    antwoorden("fractiemedewerker", "", "3")
    uit = klacht("route", "--aangeklaagde", "ambtenaar")
    assert uit.code == 0
    assert "Wat de fractie van de klager op 24 april 2026 met de regeling deed, is niet bekend." in uit.uit


def test_ophouden_mag(klacht: Klacht, werkmap: Werkmap, antwoorden: Callable[..., None]) -> None:
    antwoorden("1")
    assert klacht("route").code == 130


# ---- outside a work folder, and in the case ----


def test_buiten_een_werkmap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shipped wegwijzer answers; of no fractie anything is known."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KLACHT_MAP", raising=False)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert voer_uit(["route", "--klager", "ambtenaar", "--aangeklaagde", "kamerlid", "--over", "pesten"]) == 0
    assert "Er is geen formele regeling." in capsys.readouterr().out


def test_een_andere_commissie_hoort_dat_de_wegwijzer_niet_van_haar_is(klacht: Klacht, werkmap: Werkmap) -> None:
    pad = werkmap.config / "commissie.toml"
    tekst = pad.read_text(encoding="utf-8").replace('"tk-ongewenste-omgangsvormen"', '"awb-9"')
    pad.write_text(tekst, encoding="utf-8")
    uit = klacht("route", "--klager", "ambtenaar", "--aangeklaagde", "ambtenaar", "--over", "pesten").uit
    assert "uw commissie werkt met awb-9" in uit


GEGEVENS = 'stukken_terug = "Uw stukken krijgt u terug."\n'


def test_de_brief_doorverwijzing_zegt_wat_de_toets_aanwees(klacht: Klacht, zaak: Klacht, werkmap: Werkmap) -> None:
    """L17 without a route of the secretary's own; a replay makes the same letter. With her own, that stands."""
    from docx import Document

    zaak(aangeklaagde=(Persoon(naam="R. Dekker", hoedanigheid="kamerlid"),))
    brief = ("brief", "1", "doorverwijzing", "--gegevens", "-", "--json")
    klacht(*brief, invoer=GEGEVENS).eis_fout(3, "brief-onvolledig", "route:")
    getoetst = klacht("toets", "1")
    assert "Waar de klager terecht kan, volgens rapport Kracht zonder Tegenkracht, figuur 3.2" in getoetst.uit
    gemaakt = klacht(*brief, invoer=GEGEVENS)
    assert gemaakt.code == 0, gemaakt
    pad = next((werkmap.pad / "brieven").rglob("*doorverwijzing*.docx"))
    tekst = "\n".join(p.text for p in Document(str(pad)).paragraphs)
    verwacht = (
        "Hulp en advies: de interne of externe vertrouwenspersoon ongewenste omgangsvormen.",
        "Formele klacht: er is geen formele regeling. Informeel: bijvoorbeeld de fractievoorzitter",
        "Waar deze informatie vandaan komt: rapport Kracht zonder Tegenkracht, figuur 3.2 (stand van 2022/2023).",
    )
    assert [zin for zin in verwacht if zin not in tekst] == [], tekst
    eigen = klacht(*brief, invoer=GEGEVENS + 'route = ["Bel de bode."]\nroute_bron = "navraag"\n')
    assert eigen.code == 0, eigen
    assert klacht("audit", "herspeel").code == 0


def test_zonder_wegwijzer_zegt_de_toets_hoe_hij_terugkomt(klacht: Klacht, zaak: Klacht, werkmap: Werkmap) -> None:
    zaak()
    (werkmap.config / "wegwijzer.toml").unlink()
    klacht("toets", "1").eis_fout(4, "instelling-ontbreekt", "klacht init")
    assert "config/wegwijzer.toml" in klacht("init", str(werkmap.pad), "--json").json["gekopieerd"]
    assert klacht("toets", "1").code == 0


def test_een_kapotte_wegwijzer_staat_bij_het_nakijken(klacht: Klacht, werkmap: Werkmap) -> None:
    pad = werkmap.config / "wegwijzer.toml"
    pad.write_text(pad.read_text(encoding="utf-8").replace('naam = "derde"', 'naam = "vierde"'), encoding="utf-8")
    assert "mist de hoedanigheid 'derde'" in klacht("beheer", "controleer").uit
