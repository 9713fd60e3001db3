"""What the voorzitter filled in comes back: read rightly, or refused with the cell named; and nothing twice.

The five cases of `vijf_zaken` (conftest: VIJF). In the overview they stand in the order 3, 2, 5, 4, 1, from row 2.
"""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty

from klachtcli.cli import scherm
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken import werkboek_lezen
from klachtcli.zaak.klaagschrift import Persoon

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
# Wat iemand met een werkblad doet. Een rij is een lijst van waarden; de eerste is het zaaknummer.
Bewerk = Callable[[Any], None]

OPMERKING, AKKOORD = "Opmerking voorzitter", "Akkoord"


@pytest.fixture
def werkmap(vijf_zaken: Werkmap) -> Werkmap:
    """Here every command runs on the five cases."""
    return vijf_zaken


@pytest.fixture(scope="session")
def origineel(gezien: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The overview of the five cases; of the sheets beside Zaken, which do not come back, one is left: that is fast."""
    pad = tmp_path_factory.mktemp("opmerkingen") / "overzicht.xlsx"
    gezien("overzicht", "-o", str(pad))
    boek = load_workbook(pad)
    for blad in set(boek.sheetnames) - {"Zaken", "Te doen"}:
        del boek[blad]
    boek.save(pad)
    return pad.read_bytes()


def bewaar(ruw: bytes, *stappen: Bewerk, naam: str = "vul.xlsx") -> str:
    """Do something with the sheet Zaken, and save it as a spreadsheet program does; the name of the file."""
    boek = load_workbook(io.BytesIO(ruw))
    for stap in stappen:
        stap(boek.worksheets[0])
    boek.save(naam)
    return naam


def kolom(ws: Any, kop: str) -> int:
    """At which place a head stands."""
    return next(c.column for c in ws[1] if c.value == kop)


def rij_van(ws: Any, zaak: int) -> int:
    """In which row a case stands."""
    return next(c.row for c in ws["A"] if c.value == f"K2026-00{zaak}")


def vul(zaak: int, tekst: object = None, akkoord: object = None) -> Bewerk:
    """Fill in the yellow cells of a case."""

    def doe(ws: Any) -> None:
        for kop, waarde in ((OPMERKING, tekst), (AKKOORD, akkoord)):
            ws.cell(rij_van(ws, zaak), kolom(ws, kop)).value = waarde

    return doe


def zet(zaak: int, kop: str, waarde: object) -> Bewerk:
    """Overwrite a cell of a case."""

    def doe(ws: Any) -> None:
        ws.cell(rij_van(ws, zaak), kolom(ws, kop)).value = waarde

    return doe


def herschik(hoe: Callable[[list[list[Any]]], list[list[Any]]]) -> Bewerk:
    """Put other rows under the head."""

    def doe(ws: Any) -> None:
        rijen = [[c.value for c in rij] for rij in ws.iter_rows(min_row=2)]
        ws.delete_rows(2, len(rijen))
        for nr, rij in enumerate(hoe(rijen), 2):
            for plek, waarde in enumerate(rij, 1):
                ws.cell(nr, plek).value = waarde

    return doe


def lees(klacht: Klacht, naam: str = "vul.xlsx", *opties: str) -> dict[str, tuple[str, str]]:
    """Read it back and record; case -> what was new."""
    uit = klacht("overzicht", "lees", naam, "--ja", "--json", *opties)
    assert uit.code == 0, uit
    return {n["zaak"][-1]: (n["opmerking"], n["akkoord"]) for n in uit.json["nieuw"]}


def staat(klacht: Klacht, *opties: str) -> dict[str, tuple[str, str]]:
    """What a new overview shows of the remarks: case -> remark and akkoord."""
    naam = klacht("overzicht", "-o", "staat", "--json", *opties).json["bestand"]
    koppen, *rijen = load_workbook(naam)["Zaken"].iter_rows(values_only=True)
    per_zaak = {r[0][-1]: dict(zip(koppen, r, strict=True)) for r in rijen}
    Path(naam).unlink()
    return {z: (r[OPMERKING] or "", r[AKKOORD] or "") for z, r in per_zaak.items() if r[OPMERKING] or r[AKKOORD]}


def vastgelegd(klacht: Klacht, zaak: int) -> list[dict[str, Any]]:
    """The remarks in the history of a case."""
    verloop = klacht("toon", str(zaak), "--json").json["verloop"]
    return [v for v in verloop if v["soort"] == "opmerking_gemaakt"]


def stand(werkmap: Werkmap) -> list[tuple[Any, ...]]:
    """What the journal holds, without who looked: an overview that is made is such a look."""
    with closing(sqlite3.connect(werkmap.pad / "journaal.sqlite")) as db:
        return db.execute("SELECT zaak, soort, inhoud FROM journaal WHERE soort <> 'ingezien'").fetchall()


# ---- de gewone gang ----


def test_wat_is_ingevuld_staat_in_het_journaal_als_van_de_voorzitter(klacht: Klacht, origineel: bytes) -> None:
    """By case, in the role of the voorzitter, on the day it was read; and in the next overview."""
    naam = bewaar(origineel, vul(2, "Graag eerst bellen.", "bespreken"), vul(4, akkoord="ja"), vul(1, "Mooi."))
    uit = klacht("overzicht", "lees", naam, "--ja")
    assert (uit.code, uit.fout) == (0, "")
    assert uit.uit.splitlines() == [
        "K2026-002 (Zaken!S3): akkoord: bespreken; Graag eerst bellen.",
        "K2026-004 (Zaken!S5): akkoord: ja",
        "K2026-001 (Zaken!S6): Mooi.",
        "Opmerkingen van de voorzitter bij 3 zaken, vastgelegd.",
    ]
    (v,) = vastgelegd(klacht, 2)
    assert (v["rol"], v["op"], v["bijzonderheden"]) == (
        "voorzitter", "2026-06-24", "opmerking: Graag eerst bellen.; akkoord: bespreken",
    )  # fmt: skip
    assert staat(klacht) == {"2": ("Graag eerst bellen.", "bespreken"), "4": ("", "ja"), "1": ("Mooi.", "")}
    assert vastgelegd(klacht, 3) == vastgelegd(klacht, 5) == []
    assert klacht("audit", "controleer").code == 0


def test_nog_eens_lezen_legt_niets_vast(klacht: Klacht, origineel: bytes, werkmap: Werkmap) -> None:
    """Not the same file, not a copy of it, and not the next overview."""
    bewaar(origineel, vul(2, "Bel.", "nee"))
    assert lees(klacht) == {"2": ("Bel.", "nee")}
    assert klacht("overzicht", "-o", "nieuw").code == 0
    voor = stand(werkmap)
    bewaar(origineel, herschik(lambda rijen: rijen[::-1]), vul(2, "Bel.", "nee"), naam="kopie.xlsx")
    for naam in ("vul.xlsx", "kopie.xlsx", "nieuw.xlsx"):
        uit = klacht("overzicht", "lees", naam, "--ja")
        assert (uit.code, uit.uit) == (0, "Er is niets nieuws ingevuld.\n"), naam
    assert klacht("overzicht", "lees", "vul.xlsx", "--json").json["al_gelezen"] == 1
    assert stand(werkmap) == voor


def test_veranderd_en_leeggemaakt(klacht: Klacht, origineel: bytes) -> None:
    """In the same file, and in the next overview; what was there before is told."""
    bewaar(origineel, vul(2, "Een", "nee"))
    lees(klacht)
    bewaar(origineel, vul(2, "Twee", "ja"))
    uit = klacht("overzicht", "lees", "vul.xlsx", "--ja")
    assert uit.uit.splitlines()[:2] == ["K2026-002 (Zaken!S3): akkoord: ja; Twee",
                                        "  in plaats van: akkoord: nee; Een"]  # fmt: skip
    klacht("overzicht", "-o", "nieuw")
    bewaar(Path("nieuw.xlsx").read_bytes(), vul(2))
    assert klacht("overzicht", "lees", "vul.xlsx", "--ja").uit.startswith("K2026-002 (Zaken!S3): leeggemaakt\n")
    assert staat(klacht) == {}
    assert len(vastgelegd(klacht, 2)) == 3


def test_wat_eruit_is_gelezen_blijft_ook_als_het_in_dat_bestand_weer_leeg_is(
    klacht: Klacht, origineel: bytes, werkmap: Werkmap
) -> None:
    """An older copy cannot be told from a change of mind: told with what helps, code 1, and the file is not replaced.

    What is filled in in the next overview, counts.
    """
    bewaar(origineel, vul(2, "Een"))
    lees(klacht)
    bewaar(origineel, vul(2, "Twee"))
    lees(klacht)
    voor = stand(werkmap)
    for tekst, woord in ((None, "staat niets nieuws"), ("Een", "is al gelezen")):
        bewaar(origineel, vul(2, tekst))
        uit = klacht("overzicht", "lees", "vul.xlsx", "--ja")
        assert (uit.code, "Let op: K2026-002: " in uit.uit, woord in uit.uit) == (1, True, True), uit
        assert "Maak een nieuw overzicht met klacht overzicht, en vul het daarin zo in." in uit.uit
        assert uit.uit.endswith("\nNiets vastgelegd.\n")
        uit = klacht("overzicht", "lees", "vul.xlsx", "--json")
        assert (uit.code, len(uit.json["opmerkingen"]), uit.json["nieuw"]) == (1, 1, [])
        uit = klacht("overzicht", "-o", "vul", "--json").json
        assert (uit["bestand"], uit["opmerking"]) == (
            "vul-2.xlsx",
            "In vul.xlsx is iets anders ingevuld dan er nu is vastgelegd: klacht overzicht lees vul.xlsx",
        )
        bewaar(Path("vul-2.xlsx").read_bytes(), vul(2, tekst), naam="opnieuw.xlsx")
        Path("vul-2.xlsx").unlink()
    assert stand(werkmap) == voor
    assert staat(klacht) == {"2": ("Twee", "")}
    assert lees(klacht, "opnieuw.xlsx") == {"2": ("Een", "")}


# hoe het is ingevuld, en wat er vastligt: opmerking en akkoord
INGEVULD: list[tuple[str, tuple[object, object], tuple[str, str]]] = [
    ("hoofdletters", (None, "JA"), ("", "ja")),
    ("spaties", ("  Bel.  ", " Nee "), ("Bel.", "nee")),
    ("waar in plaats van ja", (None, True), ("", "ja")),
    ("een getal", (5, None), ("5", "")),
    ("een getal met een komma", (2.5, None), ("2.5", "")),
    ("een dag", (datetime(2026, 7, 1), None), ("2026-07-01", "")),
    ("regels", ("Een.\nTwee.", None), ("Een.\nTwee.", "")),
    ("regels uit een ander programma", ("Een._x000D_\nTwee._x000D_Drie.", None), ("Een.\nTwee.\nDrie.", "")),
    ("streepje", ("- bel de klager", None), ("- bel de klager", "")),
    ("plus", ("+31 6 00000000", None), ("+31 6 00000000", "")),
    ("apenstaart", ("@SUM(A1)", None), ("@SUM(A1)", "")),
    ("code van Excel", ("a_x005F_x0041_b", None), ("a_x0041_b", "")),
    ("buiten het vlak", ("Ünal 🙂 שלום", None), ("Ünal 🙂 שלום", "")),
    ("opmaak", ("<b>&amp;", None), ("<b>&amp;", "")),
    ("een woord vet", (CellRichText("Bel ", TextBlock(InlineFont(b=True), "nu"), "."), None), ("Bel nu.", "")),
    ("alleen spaties", ("   ", " "), ("", "")),
]


@pytest.mark.parametrize(("cellen", "ligt_vast"), [i[1:] for i in INGEVULD], ids=[i[0] for i in INGEVULD])
def test_wat_er_is_getypt(
    klacht: Klacht, origineel: bytes, cellen: tuple[object, object], ligt_vast: tuple[str, str]
) -> None:
    """Recorded as it was meant; from the next overview it comes back as the same."""
    bewaar(origineel, vul(2, *cellen))
    assert lees(klacht) == ({"2": ligt_vast} if any(ligt_vast) else {})
    klacht("overzicht", "-o", "nieuw")
    assert klacht("overzicht", "lees", "nieuw.xlsx", "--ja").uit == "Er is niets nieuws ingevuld.\n"
    assert len(vastgelegd(klacht, 2)) == (1 if any(ligt_vast) else 0)


def als_tekst(ruw: bytes, merk: str, tekst: str) -> bytes:
    """Put a text where a mark stands in the file, past what openpyxl would write."""
    uit = io.BytesIO()
    geraakt = 0
    with zipfile.ZipFile(io.BytesIO(ruw)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            geraakt += oud.read(naam).count(merk.encode())
            nieuw.writestr(naam, oud.read(naam).replace(merk.encode(), tekst.encode()))
    assert geraakt == 1
    return uit.getvalue()


@pytest.mark.parametrize(
    "tekst", ["=1+1", "=HYPERLINK(A1)", "#N/A", "lang " * 7999 + "einde"], ids=["formule", "link", "fout", "40.000"]
)
def test_een_tekst_als_geen_andere(klacht: Klacht, origineel: bytes, tekst: str) -> None:
    """A text cell that looks like a formula is that text; one of 40,000 signs is kept whole, and read only once."""
    bewaar(origineel, vul(2, "MERKTEKEN"))
    Path("vul.xlsx").write_bytes(als_tekst(Path("vul.xlsx").read_bytes(), "MERKTEKEN", tekst))
    assert lees(klacht) == {"2": (tekst, "")}
    klacht("overzicht", "-o", "nieuw")
    cel = load_workbook("nieuw.xlsx")["Zaken"].cell(3, 19)
    assert cel.data_type == "s"
    assert cel.value == tekst or cel.value.endswith("[ingekort: 40.000 tekens; de hele tekst staat in het dossier]")
    for naam in ("vul.xlsx", "nieuw.xlsx"):
        assert klacht("overzicht", "lees", naam, "--ja").uit == "Er is niets nieuws ingevuld.\n"


def test_een_programma_dat_zijn_blad_te_klein_noemt(klacht: Klacht, origineel: bytes) -> None:
    """Some write in the file that a sheet has one cell; what stands there counts."""
    ruw = Path(bewaar(origineel, vul(2, "Bel."))).read_bytes()
    Path("vul.xlsx").write_bytes(als_tekst(ruw, '<dimension ref="A1:T6"', '<dimension ref="A1"'))
    assert lees(klacht) == {"2": ("Bel.", "")}


# ---- vragen, en als proef ----


@pytest.mark.parametrize(
    ("antwoord", "slot", "aantal"),
    [
        ("j", "vastgelegd.", 1),
        ("ja", "vastgelegd.", 1),
        ("n", "Niets vastgelegd.", 0),
        ("", "Niets vastgelegd.", 0),
        ("misschien\nj", "vastgelegd.", 1),
    ],
)
def test_gevraagd_wordt_voor_er_iets_vastligt(
    klacht: Klacht, origineel: bytes, monkeypatch: pytest.MonkeyPatch, antwoord: str, slot: str, aantal: int
) -> None:
    monkeypatch.setattr(scherm, "kan_vragen", lambda: True)
    bewaar(origineel, vul(2, "Bel."))
    uit = klacht("overzicht", "lees", "vul.xlsx", invoer=f"{antwoord}\n")
    assert uit.code == 0, uit
    assert "Vastleggen als opmerkingen van de voorzitter? (j/n)" in uit.fout
    assert uit.uit.endswith(f"{slot}\n")
    assert len(vastgelegd(klacht, 2)) == aantal


@pytest.mark.parametrize("actie", ["lees", "Lees", "LEES", "lezen", "Lezen"])
def test_hoe_men_lees_typt(klacht: Klacht, origineel: bytes, actie: str) -> None:
    bewaar(origineel, vul(2, "Bel."))
    assert klacht("overzicht", actie, "vul.xlsx", "--proef").uit.startswith("K2026-002 (Zaken!S3): Bel.\n")


def test_zonder_antwoord_en_als_proef_ligt_niets_vast(klacht: Klacht, origineel: bytes, werkmap: Werkmap) -> None:
    """Nobody to ask: refused, with both ways out. --proef shows it all. With nothing new there is nothing to ask."""
    bewaar(origineel, vul(2, "Bel.", "ja"))
    voor = stand(werkmap)
    klacht("overzicht", "lees", "vul.xlsx", "--json").eis_fout(2, "bevestiging-nodig", "--ja", "--proef")
    uit = klacht("overzicht", "lees", "vul.xlsx")
    assert (uit.code, uit.uit) == (2, "K2026-002 (Zaken!S3): akkoord: ja; Bel.\n")
    uit = klacht("overzicht", "lees", "vul.xlsx", "--proef")
    assert (uit.code, uit.uit.splitlines()[-1]) == (
        0,
        "Opmerkingen van de voorzitter bij 1 zaak, als proef: niets vastgelegd.",
    )
    assert klacht("overzicht", "lees", "vul.xlsx", "--proef", "--json").json == {
        "nieuw": [{"zaak": "K2026-002", "cel": "Zaken!S3", "opmerking": "Bel.", "akkoord": "ja"}],
        "al_gelezen": 0, "opmerkingen": [], "niet_gelezen": [], "vastgelegd": False, "proef": True,
    }  # fmt: skip
    bewaar(origineel)
    assert klacht("overzicht", "lees", "vul.xlsx", "--json").json["nieuw"] == []
    assert stand(werkmap) == voor


def test_tussen_zien_en_vastleggen_verandert_er_iets(
    klacht: Klacht, origineel: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else records while the question stands there: refused, for that was not what was shown."""
    bewaar(origineel, vul(2, "Bel."))
    bewaar(origineel, vul(2, "Schrijf."), naam="ander.xlsx")

    def tussendoor() -> bool:
        monkeypatch.setattr(scherm, "kan_vragen", lambda: True)
        assert lees(klacht, "ander.xlsx") == {"2": ("Schrijf.", "")}
        monkeypatch.setattr("sys.stdin", io.StringIO("j\n"))
        return True

    monkeypatch.setattr(scherm, "kan_vragen", tussendoor)
    uit = klacht("overzicht", "lees", "vul.xlsx")
    assert (uit.code, "[intussen-gewijzigd]" in uit.fout) == (3, True), uit
    assert staat(klacht) == {"2": ("Schrijf.", "")}


# ---- het blad is veranderd ----


def _verberg(ws: Any) -> None:
    ws.row_dimensions[3].hidden = ws.row_dimensions[5].hidden = True


def _lege_rijen(ws: Any) -> None:
    ws.insert_rows(2, 3)


def _kop_lager(ws: Any) -> None:
    ws.insert_rows(1, 2)
    ws["A1"] = "Overzicht van maandag"


def _kolommen_andersom(ws: Any) -> None:
    rijen = [[c.value for c in rij][::-1] for rij in ws.iter_rows()]
    for nr, rij in enumerate(rijen, 1):
        for plek, waarde in enumerate(rij, 1):
            ws.cell(nr, plek).value = waarde


def _kolom_erbij(ws: Any) -> None:
    ws.insert_cols(1)
    ws["A1"], ws["A3"] = "Eigen aantekening", "iets"


def _kolommen_weg(ws: Any) -> None:
    ws.delete_cols(2, 17)  # alleen nummer en gele kolommen blijven


# wat er met het ingevulde blad is gedaan, en van welke zaken dan nog is te lezen wat is ingevuld
GELEZEN: list[tuple[str, Bewerk, str]] = [
    ("niets", lambda ws: None, "24"),
    ("andersom gesorteerd", herschik(lambda r: r[::-1]), "24"),
    ("op nummer gesorteerd", herschik(sorted), "24"),
    ("gefilterd", _verberg, "24"),
    ("een rij weg", herschik(lambda r: [x for x in r if x[0] != "K2026-004"]), "2"),
    ("alle rijen weg", herschik(lambda r: []), ""),
    ("een rij dubbel", herschik(lambda r: [*r, r[1]]), "24"),
    ("alles dubbel", herschik(lambda r: [*r, *r]), "24"),
    ("lege rijen ertussen", _lege_rijen, "24"),
    ("iets boven de koppen", _kop_lager, "24"),
    ("kolommen andersom", _kolommen_andersom, "24"),
    ("een eigen kolom erbij", _kolom_erbij, "24"),
    ("andere kolommen weg", _kolommen_weg, "24"),
    ("een kop met spaties en regels", lambda ws: setattr(ws["S1"], "value", " Opmerking\n voorzitter "), "24"),
    ("een rij zonder nummer, en niets ingevuld", zet(3, "Zaak", None), "24"),
    ("een nummer in kleine letters", zet(2, "Zaak", "k2026-002"), "24"),
    ("een andere cel overschreven", zet(2, "Fase", "klaar"), "24"),
    ("de naam overschreven waar niets is ingevuld", zet(3, "Klager", "Iemand anders"), "24"),
    ("een ander blad weg", lambda ws: ws.parent.remove(ws.parent["Te doen"]), "24"),
    ("een ander blad ervoor", lambda ws: ws.parent.create_sheet("Van mij", 0), "24"),
    ("koppelingen weg", lambda ws: [setattr(c, "hyperlink", None) for r in ws.iter_rows() for c in r] and None, "24"),
    ("beveiligd", lambda ws: ws.protection.enable(), "24"),
]  # fmt: skip


@pytest.mark.parametrize(("bewerk", "welke"), [g[1:] for g in GELEZEN], ids=[g[0] for g in GELEZEN])
def test_een_blad_waarmee_is_gewerkt(klacht: Klacht, origineel: bytes, bewerk: Bewerk, welke: str) -> None:
    """What was filled in for each case that is still there, wherever it stands; nothing for another case."""
    alles = {"2": ("Bel.", "ja"), "4": ("", "bespreken")}
    bewaar(origineel, vul(2, "Bel.", "ja"), vul(4, None, "bespreken"), bewerk)
    assert lees(klacht) == {z: alles[z] for z in welke}
    assert staat(klacht) == {z: alles[z] for z in welke}


def _twee_gelijk(ws: Any) -> None:
    """The row of case 4 gets the number of case 2, in which the same was filled in."""
    vul(4, "Bel.", "ja")(ws)
    zet(4, "Zaak", "K2026-002")(ws)


def _in_de_plaats_van(ws: Any) -> None:
    """The row of case 5 is gone, and that of case 2 bears its number."""
    zet(5, "Zaak", None)(ws)
    zet(2, "Zaak", "K2026-005")(ws)


# wat er met het ingevulde blad is gedaan, welke cel wordt genoemd, en wat ervan wordt gezegd
GEWEIGERD: list[tuple[str, Bewerk, str, str]] = [
    ("een rij dubbel, met iets anders", herschik(lambda r: [*r, [*r[1][:-2], "Schrijf.", "ja"]]),
     "Zaken!S3 en Zaken!S7", "zaak K2026-002 staat er tweemaal"),
    ("een rij dubbel, de ene leeg", herschik(lambda r: [*r, [*r[1][:-2], None, None]]), "Zaken!S3 en Zaken!S7",
     "zaak K2026-002 staat er tweemaal"),
    ("het nummer van een andere zaak", zet(2, "Zaak", "K2026-005"), "Zaken!S3 en Zaken!S4",
     "zaak K2026-005 staat er tweemaal"),
    ("het nummer van een andere zaak, met hetzelfde", _twee_gelijk, "Zaken!A3 en Zaken!A5",
     "zaak K2026-002 staat er tweemaal"),
    ("het nummer van een zaak waarvan de rij weg is",
     _in_de_plaats_van, "Zaken!C3", "deze cel is overschreven, of de rij van zaak K2026-005 is verschoven"),
    ("een nummer dat er niet is", zet(2, "Zaak", "K2026-099"), "Zaken!A3", "zaak K2026-099 is er niet"),
    ("geen nummer", zet(2, "Zaak", "de tweede"), "Zaken!A3", "hier staat geen zaaknummer"),
    ("niets waar het nummer stond", zet(2, "Zaak", None), "Zaken!A3", "hier staat geen zaaknummer"),
    ("een formule waar het nummer stond", zet(2, "Zaak", "=A4"), "Zaken!A3", "hier staat geen zaaknummer"),
    ("een andere klager", zet(2, "Klager", "Iemand anders"), "Zaken!J3", "deze cel is overschreven"),
    ("een andere aangeklaagde", zet(2, "Aangeklaagde", None), "Zaken!K3", "deze cel is overschreven"),
    ("een andere dag", zet(2, "Ontvangen", date(2026, 3, 30)), "Zaken!C3", "deze cel is overschreven"),
    ("geen keuze uit de lijst", zet(2, AKKOORD, "misschien"), "Zaken!T3", "ja, nee, bespreken"),
    ("een keuze met meer", zet(2, AKKOORD, "ja, mits"), "Zaken!T3", "ja, nee, bespreken"),
    ("een formule als opmerking", zet(2, OPMERKING, "=1+1"), "Zaken!S3", "een formule in plaats van tekst"),
    ("een formule als akkoord", zet(2, AKKOORD, '="ja"'), "Zaken!T3", "een formule in plaats van tekst"),
    ("een foutwaarde", zet(2, OPMERKING, "#N/A"), "Zaken!S3", "een foutwaarde in plaats van tekst"),
]  # fmt: skip


@pytest.mark.parametrize(("bewerk", "cel", "feit"), [g[1:] for g in GEWEIGERD], ids=[g[0] for g in GEWEIGERD])
def test_wat_niet_klopt_wordt_bij_zijn_cel_genoemd(
    klacht: Klacht, origineel: bytes, werkmap: Werkmap, bewerk: Bewerk, cel: str, feit: str
) -> None:
    """Then nothing is recorded, also not what is right."""
    bewaar(origineel, vul(1, "Mooi."), vul(2, "Bel.", "ja"), bewerk)
    voor = stand(werkmap)
    klacht("overzicht", "lees", "vul.xlsx", "--ja").eis_fout(3, "overzicht-niet-te-lezen", f"\n  - {cel}: ", feit)
    assert stand(werkmap) == voor


def _voeg_samen(waar: str) -> Bewerk:
    return lambda ws: ws.merge_cells(waar)


# welke cellen zijn samengevoegd, en of dat wordt geweigerd
SAMEN = [("S3:S4", True), ("T2:T6", True), ("R3:S3", True), ("S3:T3", True), ("S8:U9", True), ("B3:B4", False),
         ("U3:U4", False)]  # fmt: skip


@pytest.mark.parametrize(("waar", "geweigerd"), SAMEN, ids=[s[0] for s in SAMEN])
def test_samengevoegde_cellen(klacht: Klacht, origineel: bytes, waar: str, geweigerd: bool) -> None:
    """In the yellow columns it cannot be known of which case they speak; elsewhere it does no harm."""
    bewaar(origineel, vul(3, "Bel."), _voeg_samen(waar))
    if geweigerd:
        klacht("overzicht", "lees", "vul.xlsx", "--ja").eis_fout(
            3, "overzicht-niet-te-lezen", f"\n  - Zaken!{waar}: ", "samengevoegd", "splits ze"
        )
    else:
        assert lees(klacht) == {"3": ("Bel.", "")}


def test_samengevoegd_boven_de_koppen_mag(klacht: Klacht, origineel: bytes) -> None:
    bewaar(origineel, vul(3, "Bel."), _kop_lager, _voeg_samen("A1:T2"))
    assert lees(klacht) == {"3": ("Bel.", "")}


def test_alles_wat_niet_klopt_wordt_in_een_keer_genoemd(klacht: Klacht, origineel: bytes) -> None:
    bewaar(origineel, vul(1, "=1"), vul(2, akkoord="x"), vul(3, "#REF!", "y"), vul(4, "Ja."), zet(4, "Zaak", "vier"))
    uit = klacht("overzicht", "lees", "vul.xlsx", "--ja")
    assert re.findall(r"- (Zaken!\w+):", uit.fout) == ["Zaken!S2", "Zaken!T2", "Zaken!T3", "Zaken!A5", "Zaken!S6"]


# ---- wat buiten de gele kolommen is geschreven ----


def _cellen(**waarden: object) -> Bewerk:
    return lambda ws: [setattr(ws[cel], "value", waarde) for cel, waarde in waarden.items()] and None


def _notities(*cellen: str) -> Bewerk:
    return lambda ws: [setattr(ws[cel], "comment", Comment("Bel mij.", "V")) for cel in cellen] and None


def _eigen_blad(waarde: object) -> Bewerk:
    return lambda ws: setattr(ws.parent.create_sheet("Van mij")["B2"], "value", waarde)


# wat het is, wat er is gedaan, en wat ervan wordt gezegd; leeg: niets
ERNAAST: list[tuple[str, Bewerk, str]] = [
    ("niets", lambda ws: None, ""),
    ("een eigen kolom", _cellen(U1="Voor mij", U4="Eerst bellen."),
     "de kolom 'Voor mij' (vanaf Zaken!U4) is niet van dit overzicht, en is niet gelezen."),
    ("een eigen kolom vooraan", _kolom_erbij,
     "de kolom 'Eigen aantekening' (vanaf Zaken!A3) is niet van dit overzicht, en is niet gelezen."),
    ("een kolom zonder kop", _cellen(V5="Eerst bellen."), "wat zonder eigen kop in Zaken!V5 en eronder staat, is"),
    ("een kolom met een kop die er al is", _cellen(U1="Fase", U3="Eerst bellen."), "wat zonder eigen kop in Zaken!U3"),
    ("een formule", _cellen(U1="Som", U2="=1+1"), "de kolom 'Som' (vanaf Zaken!U2)"),
    ("een kop zonder iets eronder", _cellen(U1="Voor mij"), ""),
    ("een kop met alleen spaties eronder", _cellen(U1="Voor mij", U2="  "), ""),
    ("een regel eronder", _cellen(A9="Bel mij."), "in de rij van Zaken!A9 staat geen zaaknummer; wat daar staat, is"),
    ("veel regels eronder", _cellen(**{f"B{n}": "Bel mij." for n in range(8, 16)}),
     "in de rij van Zaken!B8, Zaken!B9, Zaken!B10, Zaken!B11, Zaken!B12 en nog 3 cellen staat geen zaaknummer"),
    ("een notitie", _notities("B3"), "bij Zaken!B3 staat een notitie; notities zijn niet gelezen."),
    ("veel notities", _notities(*(f"C{n}" for n in range(1, 8))),
     "bij Zaken!C1, Zaken!C2, Zaken!C3, Zaken!C4, Zaken!C5 en nog 2 cellen staat een notitie"),
    ("een notitie op een ander blad", lambda ws: _notities("A2")(ws.parent["Te doen"]), "bij Te doen!A2 staat een"),
    ("een eigen blad", _eigen_blad("Bel mij."), "het blad 'Van mij' is niet van dit overzicht, en is niet gelezen."),
    ("een leeg blad", _eigen_blad(None), ""),
]  # fmt: skip


@pytest.mark.parametrize(("bewerk", "gezegd"), [e[1:] for e in ERNAAST], ids=[e[0] for e in ERNAAST])
def test_wat_ernaast_is_geschreven_verdwijnt_niet_stil(
    klacht: Klacht, origineel: bytes, bewerk: Bewerk, gezegd: str
) -> None:
    """It is told that it is not read; what was filled in is, with code 0. And the file is not replaced."""
    bewaar(origineel, vul(2, "Bel."), bewerk)
    uit = klacht("overzicht", "lees", "vul.xlsx", "--ja")
    assert uit.code == 0, uit
    assert [r for r in uit.uit.splitlines() if r.startswith("Let op: ")] == [
        r for r in uit.uit.splitlines() if gezegd and r.startswith(f"Let op: {gezegd}")
    ]
    assert uit.uit.count("Let op: ") == bool(gezegd)
    assert uit.uit.endswith("Opmerkingen van de voorzitter bij 1 zaak, vastgelegd.\n")
    assert len(klacht("overzicht", "lees", "vul.xlsx", "--json").json["niet_gelezen"]) == bool(gezegd)
    nieuw = klacht("overzicht", "-o", "vul", "--json").json
    zin = "In vul.xlsx staat iets dat klacht niet leest: klacht overzicht lees vul.xlsx"
    anders = "vul.xlsx is in een ander programma bewaard, en blijft staan."
    assert (nieuw["bestand"], nieuw["opmerking"]) == ("vul-2.xlsx", zin if gezegd else anders)


def test_alleen_een_gele_kolom_gesorteerd(klacht: Klacht, origineel: bytes) -> None:
    """What was recorded of one case then stands at another: refused, with its cell; nothing is recorded."""
    bewaar(origineel, vul(1, "Van de griffier."), vul(3, "Bespreken met beiden."))
    lees(klacht)
    assert klacht("overzicht", "-o", "nieuw").code == 0
    bewaar(Path("nieuw.xlsx").read_bytes(), vul(1, "Bespreken met beiden."), vul(3, "Van de griffier."))
    uit = klacht("overzicht", "lees", "vul.xlsx", "--ja")
    assert (uit.code, "overzicht-niet-te-lezen" in uit.fout) == (3, True)
    assert "dit stond bij zaak K2026-00" in uit.fout
    assert "sorteer hele rijen" in uit.fout


def test_een_gesprek_van_excel_bij_een_cel(klacht: Klacht, origineel: bytes) -> None:
    """Excel keeps a threaded comment in a part of its own, with the same cell."""
    ruw = Path(bewaar(origineel, _notities("S3"))).read_bytes()
    ruw = als_tekst(als_tekst(ruw, "/relationships/comments", "/relationships/threadedComment"),
                    '<comment ref="S3"', '<threadedComment dT="2026" ref="S3"')  # fmt: skip
    Path("vul.xlsx").write_bytes(als_tekst(ruw, "</comment>", "</threadedComment>"))
    assert "bij Zaken!S3 staat een notitie" in klacht("overzicht", "lees", "vul.xlsx").uit


@pytest.mark.parametrize("slot", [".~lock.vul.xlsx#", "~$vul.xlsx"], ids=["LibreOffice", "Excel"])
def test_een_bestand_dat_nog_open_is(klacht: Klacht, origineel: bytes, slot: str) -> None:
    """It is read; what was typed there and not saved cannot be, and that is told."""
    bewaar(origineel, vul(2, "Bel."))
    Path(slot).touch()
    zin = "vul.xlsx is nog open in een ander programma; wat daar niet is bewaard, is niet gelezen."
    assert klacht("overzicht", "lees", "vul.xlsx", "--proef", "--json").json["niet_gelezen"] == [zin]
    uit = klacht("overzicht", "lees", str(Path("vul.xlsx").absolute()), "--ja")
    assert (uit.code, uit.uit.splitlines()[1]) == (0, f"Let op: {zin}")
    assert staat(klacht) == {"2": ("Bel.", "")}


def test_een_naam_waarnaast_geen_merk_past(klacht: Klacht, origineel: bytes) -> None:
    """A name as long as the disk takes: there is none longer, so nothing stands beside it."""
    naam = bewaar(origineel, vul(2, "Bel."), naam=f"{'x' * 248}.xlsx")
    assert lees(klacht, naam) == {"2": ("Bel.", "")}


# ---- van een oudere stand ----


def test_een_overzicht_van_een_oudere_stand(klacht: Klacht, origineel: bytes, bevries: Bevries) -> None:
    """The case has gone on since, in whatever way but this: what was filled in still holds."""
    bevries("2026-06-26T10:00")
    for opdracht in ("toets 3", "toets 2", "nazorg 2 --aan klager", "sluit 5 --reden klaar"):
        assert klacht(*opdracht.split()).code == 0, opdracht
    bewaar(origineel, vul(2, "Bel."), vul(5, akkoord="nee"))
    assert lees(klacht) == {"2": ("Bel.", ""), "5": ("", "nee")}
    assert vastgelegd(klacht, 2)[0]["op"] == "2026-06-26"


VERBETERD = """
[klaagschrift]
ontvangen_op = 2026-03-31
[klaagschrift.klager]
naam = "K. Verbeek"
"""


def test_een_andere_naam_sinds_het_overzicht(klacht: Klacht, origineel: bytes) -> None:
    """What stood there then counts, also where the klaagschrift has been corrected since."""
    (eerste, *_) = klacht("toon", "2", "--json").json["verloop"]
    fout = ("corrigeer", "2", str(eerste["nummer"]), "--met", "-", "--reden", "spelling")
    assert klacht(*fout, invoer=VERBETERD).code == 0
    assert klacht("toon", "2", "--json").json["klager"] == "K. Verbeek"
    bewaar(origineel, vul(2, "Bel."))
    assert lees(klacht) == {"2": ("Bel.", "")}


# wat er in een nieuwer overzicht is ingevuld, wat in dit; wat er nieuw is, of niets: geweigerd
DRIE = [
    ("elk een andere zaak", vul(3, "Een"), vul(2, "Twee"), {"2": ("Twee", "")}),
    ("hetzelfde", vul(2, "Een"), vul(2, "Een"), {}),
    ("hier niets", vul(2, "Een"), vul(3, "Twee"), {"3": ("Twee", "")}),
    ("iets anders", vul(2, "Een"), vul(2, "Twee"), None),
    ("alleen een ander akkoord", vul(2, "Een", "ja"), vul(2, "Een", "nee"), None),
]


@pytest.mark.parametrize(("nieuwer", "ouder", "nieuw"), [d[1:] for d in DRIE], ids=[d[0] for d in DRIE])
def test_twee_overzichten_van_een_andere_stand(
    klacht: Klacht, origineel: bytes, nieuwer: Bewerk, ouder: Bewerk, nieuw: dict[str, Any] | None
) -> None:
    """The newer was read first. What it brought is never silently replaced from the older."""
    assert klacht("toets", "3").code == 0
    assert klacht("overzicht", "-o", "nieuwer").code == 0
    bewaar(Path("nieuwer.xlsx").read_bytes(), nieuwer)
    lees(klacht)
    eerst = staat(klacht)
    bewaar(origineel, ouder)
    if nieuw is None:
        klacht("overzicht", "lees", "vul.xlsx", "--ja").eis_fout(
            3, "overzicht-niet-te-lezen", "Zaken!S3", "bij zaak K2026-002 is iets anders vastgelegd"
        )
        nieuw = {}
    else:
        assert lees(klacht) == nieuw
    assert staat(klacht) == eerst | nieuw


def test_een_opmerking_die_is_gecorrigeerd(klacht: Klacht, origineel: bytes, werkmap: Werkmap) -> None:
    """What holds no longer is not shown; reading the file again does not bring it back; a new remark may come."""
    bewaar(origineel, vul(2, "Een"))
    lees(klacht)
    assert klacht("overzicht", "-o", "ouder").code == 0
    nummer = str(vastgelegd(klacht, 2)[0]["nummer"])
    assert klacht("corrigeer", "2", nummer, "--zet", "opmerking=Eén", "--reden", "spelling").code == 0
    assert staat(klacht) == {"2": ("Eén", "")}
    voor = stand(werkmap)
    assert "is al gelezen" in klacht("overzicht", "lees", "vul.xlsx", "--ja").uit
    bewaar(Path("ouder.xlsx").read_bytes(), vul(2, "Twee"))
    klacht("overzicht", "lees", "vul.xlsx", "--ja").eis_fout(3, "overzicht-niet-te-lezen", "Zaken!S3")
    assert stand(werkmap) == voor
    assert klacht("corrigeer", "2", nummer, "--vervalt", "--reden", "vergissing").code == 0
    assert staat(klacht) == {}
    klacht("overzicht", "-o", "nieuw")
    bewaar(Path("nieuw.xlsx").read_bytes(), vul(2, "Drie"))
    uit = klacht("overzicht", "lees", "vul.xlsx", "--ja")
    assert uit.uit == "K2026-002 (Zaken!S3): Drie\nOpmerkingen van de voorzitter bij 1 zaak, vastgelegd.\n"


def test_een_overzicht_van_een_dag_die_voorbij_is(klacht: Klacht, origineel: bytes) -> None:
    """It did not show what was said since: that is not silently replaced, and elsewhere it can be filled in."""
    bewaar(origineel, vul(2, "Een"))
    lees(klacht)
    assert klacht("overzicht", "-o", "april", "--peildatum", "2026-04-10").code == 0
    bewaar(Path("april.xlsx").read_bytes(), vul(2, "Twee"))
    klacht("overzicht", "lees", "vul.xlsx", "--ja").eis_fout(3, "overzicht-niet-te-lezen", "Zaken!S2")
    bewaar(Path("april.xlsx").read_bytes(), vul(1, "Drie"))
    assert lees(klacht) == {"1": ("Drie", "")}
    bewaar(Path("april.xlsx").read_bytes(), vul(2, "Vijf"), zet(2, "Zaak", "K2026-005"))
    klacht("overzicht", "lees", "vul.xlsx", "--ja").eis_fout(
        3, "overzicht-niet-te-lezen", "Zaken!A2", "zaak K2026-005 stond niet in dit overzicht"
    )


NAMEN = ("=1+1", "#N/A", "007", "_x003D_1", "_x005F_", "  spaties  ", "\tTab", "twee\nregels", "x_x000D_\r\ny",
         "🙂" * 150, "van der " * 5000)  # fmt: skip


def test_een_zaak_met_een_vreemde_naam(klacht: Klacht, bestand: Klacht, klaagschrift: Klacht) -> None:
    """Whatever stands as the name, the row is known again as that of its case, after it was saved elsewhere."""
    for naam in NAMEN:
        brief = klaagschrift(ontvangen_op="2026-06-24", dagtekening=date(2026, 6, 24), klager=Persoon(naam=naam),
                             aangeklaagde=(Persoon(naam=naam), Persoon(naam="X")))  # fmt: skip
        assert klacht("ontvang", bestand(brief)).code == 0, naam
    assert klacht("overzicht", "-o", "vreemd").code == 0

    def vul_alle(ws: Any) -> None:
        for rij in ws.iter_rows(min_row=2):
            rij[18].value = f"over {rij[0].value}"

    bewaar(Path("vreemd.xlsx").read_bytes(), vul_alle)
    uit = klacht("overzicht", "lees", "vul.xlsx", "--ja", "--json")
    assert uit.code == 0, uit
    assert {n["zaak"]: n["opmerking"] for n in uit.json["nieuw"]} == {
        f"K2026-{n:03d}": f"over K2026-{n:03d}" for n in range(1, 6 + len(NAMEN))
    }


def test_het_overzicht_van_een_zaak(klacht: Klacht) -> None:
    assert klacht("overzicht", "-o", "een", "--zaak", "4").code == 0
    bewaar(Path("een.xlsx").read_bytes(), vul(4, "Bel."))
    assert lees(klacht) == {"4": ("Bel.", "")}


# ---- wat geen goed werkboek is ----


def _xlsx(ws_naam: str = "Zaken", *koppen: str) -> bytes:
    boek, uit = Workbook(), io.BytesIO()
    boek.active.title = ws_naam
    boek.active.append(koppen)
    boek.save(uit)
    return uit.getvalue()


def _docx() -> bytes:
    from docx import Document

    uit = io.BytesIO()
    Document().save(uit)
    return uit.getvalue()


def _met_deel(ruw: bytes, naam: str, inhoud: bytes) -> bytes:
    uit = io.BytesIO(ruw)
    with zipfile.ZipFile(uit, "a") as zip_:
        zip_.writestr(naam, inhoud)
    return uit.getvalue()


def _anders(ruw: bytes, deel: str, inhoud: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ruw)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, inhoud if naam == deel else oud.read(naam))
    return uit.getvalue()


def _eigenschap(naam: str, waarde: str) -> Callable[[bytes], bytes]:
    def doe(ruw: bytes) -> bytes:
        boek, uit = load_workbook(io.BytesIO(ruw)), io.BytesIO()
        boek.custom_doc_props[naam].value = waarde
        boek.save(uit)
        return uit.getvalue()

    return doe


def _met(stap: Bewerk) -> Callable[[bytes], bytes]:
    return lambda ruw: Path(bewaar(ruw, stap)).read_bytes()


def _jaarverslag() -> bytes:
    """A workbook of klacht that is no overview: it has a zegel."""
    boek, uit = Workbook(), io.BytesIO()
    boek.custom_doc_props.append(StringProperty(name="klacht-zegel", value="12-0123456789abcdef"))
    boek.save(uit)
    return uit.getvalue()


def _ods() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        zip_.writestr("content.xml", "<x/>")
    return uit.getvalue()


# wat het is, hoe het ontstaat uit een goed overzicht, exitcode, stabiele code
KAPOT: list[tuple[str, Callable[[bytes], bytes], int, str]] = [
    ("leeg", lambda r: b"", 2, "geen-overzicht"),
    ("tekst", lambda r: b"Beste secretaris,", 2, "geen-overzicht"),
    ("csv", lambda r: "Zaak;Opmerking voorzitter;Akkoord\nK2026-002;Bel.;ja\n".encode("utf-8-sig"), 2,
     "geen-overzicht"),
    ("pdf", lambda r: b"%PDF-1.7", 2, "geen-overzicht"),
    ("een brief", lambda r: _docx(), 2, "geen-overzicht"),
    ("een ander werkboek", lambda r: _xlsx("Zaken", "Zaak", OPMERKING, AKKOORD), 2, "geen-overzicht"),
    ("een oud of beveiligd werkboek", lambda r: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 2, "geen-werkboek"),
    ("een werkblad van LibreOffice", lambda r: _ods(), 2, "geen-werkboek"),
    ("een jaarverslag", lambda r: _jaarverslag(), 2, "geen-overzicht"),
    ("half", lambda r: r[: len(r) // 2], 2, "geen-overzicht"),
    ("met macro's", lambda r: _met_deel(r, "xl/vbaProject.bin", b"x"), 2, "werkboek-met-macros"),
    ("met een doctype", lambda r: _anders(r, "xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), 2,
     "werkboek-beschadigd"),
    ("een onleesbaar blad", lambda r: _anders(r, "xl/worksheets/sheet1.xml", b"<x"), 2, "werkboek-beschadigd"),
    ("onleesbare stijlen", lambda r: _anders(r, "xl/styles.xml", b"<x"), 2, "werkboek-beschadigd"),
    ("het blad Zaken weg", _met(lambda ws: ws.parent.remove(ws)), 2, "blad-ontbreekt"),
    ("het blad Zaken heet anders", _met(lambda ws: setattr(ws, "title", "Zaken van maandag")), 2, "blad-ontbreekt"),
    ("een kop heet anders", _met(lambda ws: setattr(ws["S1"], "value", "Opmerking")), 2, "koppen-ontbreken"),
    ("een gele kolom weg", _met(lambda ws: ws.delete_cols(20)), 2, "koppen-ontbreken"),
    ("de koppen weg", _met(lambda ws: ws.delete_rows(1)), 2, "koppen-ontbreken"),
    ("een kop dubbel", _met(lambda ws: setattr(ws["U1"], "value", AKKOORD)), 2, "kop-dubbel"),
    ("van een andere werkmap", _eigenschap("klacht-werkmap", "0" * 32), 2, "andere-werkmap"),
    ("een zegel dat nooit bestond", _eigenschap("klacht-zegel", "12-0123456789abcdef"), 3, "zegel-onbekend"),
    ("een zegel van later", _eigenschap("klacht-zegel", "999-0123456789abcdef"), 3, "zegel-onbekend"),
    ("geen zegel", _eigenschap("klacht-zegel", "='Zaken'!A1"), 3, "zegel-onbekend"),
    ("geen dag", _eigenschap("klacht-tot", "2026-13-45"), 3, "zegel-onbekend"),
]  # fmt: skip


@pytest.mark.parametrize(("maak", "code", "stabiel"), [k[1:] for k in KAPOT], ids=[k[0] for k in KAPOT])
def test_wat_geen_goed_overzicht_is(
    klacht: Klacht, origineel: bytes, werkmap: Werkmap, maak: Callable[[bytes], bytes], code: int, stabiel: str
) -> None:
    """One Dutch sentence with what helps; nothing recorded, and the journal is sound."""
    bewaar(origineel, vul(2, "Bel."))
    Path("vul.xlsx").write_bytes(maak(Path("vul.xlsx").read_bytes()))
    voor = stand(werkmap)
    klacht("overzicht", "lees", "vul.xlsx", "--ja").eis_fout(code, stabiel)
    assert stand(werkmap) == voor


def test_een_bestand_dat_er_niet_is(klacht: Klacht) -> None:
    Path("map.xlsx").mkdir()
    klacht("overzicht", "lees", "nergens.xlsx").eis_fout(2, "bestand-ontbreekt")
    klacht("overzicht", "lees", "map.xlsx").eis_fout(2, "bestand-ontbreekt", "map")


def test_een_werkboek_dat_uitgepakt_te_groot_is(
    klacht: Klacht, origineel: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused by what the zip says, before anything in it is unpacked."""
    Path("vul.xlsx").write_bytes(origineel)
    monkeypatch.setattr(werkboek_lezen, "GROOTST_UITGEPAKT", 10_000)
    klacht("overzicht", "lees", "vul.xlsx").eis_fout(2, "werkboek-te-groot")


def test_uit_een_echte_andere_werkmap(klacht: Klacht, origineel: bytes, tmp_path: Path) -> None:
    """A case of the same number there gets nothing of it; with --map it goes where it belongs."""
    bewaar(origineel, vul(2, "Bel."))
    ander = str(tmp_path / "ander")
    assert klacht("init", ander).code == 0
    klacht("overzicht", "lees", "vul.xlsx", "--ja", "--map", ander).eis_fout(2, "andere-werkmap", "--map")
    assert lees(klacht) == {"2": ("Bel.", "")}


def test_een_anoniem_overzicht_neemt_niets_terug(klacht: Klacht) -> None:
    assert klacht("overzicht", "-o", "kaal", "--anoniem").code == 0
    klacht("overzicht", "lees", "kaal.xlsx", "--ja").eis_fout(2, "overzicht-anoniem", "zonder --anoniem")


# ---- de dag van de secretaris ----


def test_de_dag_noemt_waar_de_voorzitter_op_wacht(
    klacht: Klacht, origineel: bytes, bevries: Bevries, werkmap: Werkmap
) -> None:
    """Of 'nee' and 'bespreken' in an open case, until something is done; without what was written."""
    bewaar(origineel, vul(1, "x", "nee"), vul(2, "Zwaar.", "bespreken"), vul(3, "y", "ja"), vul(4, akkoord="nee"))
    lees(klacht)
    eigen = (werkmap.config / "signalen.toml").read_text(encoding="utf-8")  # these cases make a signal too
    (werkmap.config / "signalen.toml").write_text(eigen.replace("aantal = 3", "aantal = 9"), encoding="utf-8")
    meldingen = {m["helpt"]: m["feit"] for m in klacht("vandaag", "--json").json["meldingen"]}
    assert meldingen == {
        "klacht toon K2026-002": "K2026-002: de voorzitter vulde 'bespreken' in, en daarna is niets vastgelegd",
        "klacht toon K2026-004": "K2026-004: de voorzitter vulde 'nee' in, en daarna is niets vastgelegd",
    }
    uit = klacht("vandaag")
    assert "de voorzitter vulde 'bespreken' in" in uit.uit
    assert "Zwaar" not in uit.uit
    assert klacht("toets", "2").code == 0
    assert [m["helpt"] for m in klacht("vandaag", "--json").json["meldingen"]] == ["klacht toon K2026-004"]
    bevries("2026-06-25T10:00")
    assert klacht("vandaag", "--json", "--peildatum", "2026-06-23").json["meldingen"] == []


# ---- wat iemand ook met de rijen doet ----

BEWERKINGEN = st.lists(
    st.one_of(
        st.tuples(st.just("sorteer"), st.permutations(range(5))),
        st.tuples(st.just("verwijder"), st.integers(0, 6)),
        st.tuples(st.just("dubbel"), st.integers(0, 6)),
        st.tuples(st.just("leeg"), st.integers(0, 6)),
        st.tuples(st.just("vul"), st.tuples(st.integers(0, 6), st.sampled_from(["Anders", None]))),
        st.tuples(st.just("nummer"), st.tuples(st.integers(0, 6), st.sampled_from([1, 2, 3]))),
    ),
    max_size=6,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ingevuld=st.dictionaries(st.integers(1, 5), st.sampled_from(["Een", "Twee"]), min_size=1), stappen=BEWERKINGEN)
def test_wat_iemand_ook_met_de_rijen_doet(
    klacht: Klacht, origineel: bytes, ingevuld: dict[int, str], stappen: list[tuple[str, Any]]
) -> None:
    """What was filled in for the rows that are left is what comes out, or a cell is named; never for another case."""
    boek = load_workbook(io.BytesIO(origineel))
    ws = boek["Zaken"]
    rijen = [[c.value for c in rij] for rij in ws.iter_rows(min_row=2)]
    eigen = {int(r[0][-1]): r for r in rijen}
    for zaak, tekst in ingevuld.items():
        eigen[zaak][18] = tekst
    werk: list[tuple[int, list[Any]]] = [(int(r[0][-1]), list(r)) for r in rijen]  # whose row it really is
    for wat, hoe in stappen:
        werk = _doe(werk, wat, hoe)
    ws.delete_rows(2, 5)
    for nr, (_, rij) in enumerate(werk, 2):
        for plek, waarde in enumerate(rij, 1):
            ws.cell(nr, plek).value = waarde
    boek.save("vul.xlsx")
    uit = klacht("overzicht", "lees", "vul.xlsx", "--proef", "--json")
    gevuld = [(wiens, rij) for wiens, rij in werk if rij and rij[18]]
    if uit.code:
        uit.eis_fout(3, "overzicht-niet-te-lezen")
        assert re.search(r"- Zaken!\w+( en Zaken!\w+)?:", uit.fout)
        per_zaak = {n: {r[18] for w, r in werk if r and w == n} for n in range(1, 6)}
        assert any(r and r[0] != f"K2026-00{w}" for w, r in werk) or any(len(t) > 1 for t in per_zaak.values())
        return
    assert {(int(n["zaak"][-1]), n["opmerking"]) for n in uit.json["nieuw"]} == {(w, r[18]) for w, r in gevuld}


def _doe(werk: list[tuple[int, list[Any]]], wat: str, hoe: Any) -> list[tuple[int, list[Any]]]:
    """One thing that somebody does with the rows."""
    if wat == "sorteer":
        return [werk[n] for n in hoe if n < len(werk)] + werk[5:]
    plek = hoe if isinstance(hoe, int) else hoe[0]
    if wat == "leeg":
        return [*werk[:plek], (0, []), *werk[plek:]]
    if plek >= len(werk):
        return werk
    wiens, rij = werk[plek]
    if wat == "verwijder":
        return werk[:plek] + werk[plek + 1 :]
    if wat == "dubbel":
        return [*werk, (wiens, list(rij))]
    if rij and wat == "vul":
        rij[18] = hoe[1]
    elif rij:
        rij[0] = f"K2026-00{hoe[1]}"
    return werk


def test_de_uitvoer_voor_andere_programmas_is_heel(klacht: Klacht, origineel: bytes) -> None:
    """Valid JSON, also where something is to be told."""
    bewaar(origineel, vul(2, 'Zij zei "nee"\n\\'))
    assert json.loads(klacht("overzicht", "lees", "vul.xlsx", "--json", "--ja").uit)["vastgelegd"] is True
