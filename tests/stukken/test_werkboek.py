"""A workbook: its cells hold what went in, as a reader may trust it, and its sheets can be read and printed."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
from hypothesis import example, given, settings, strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet import _writer

from klachtcli.fouten import Invoerfout
from klachtcli.stukken import werkboek, werkboek_cel
from klachtcli.stukken.werkboek import Blad, Grafiek, Kolom, Link, Lopend, Waarde, schrijf
from klachtcli.stukken.werkboek_grafiek import hele_stap

GEMAAKT = datetime(2026, 7, 1, 12, 30, 5, tzinfo=UTC)
HOOFD = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def maak(*bladen: Blad, titel: str = "Overzicht", eigenschappen: dict[str, str] | None = None) -> bytes:
    uit = io.BytesIO()
    schrijf(uit, bladen, titel=titel, gemaakt=GEMAAKT, eigenschappen=eigenschappen or {})
    return uit.getvalue()


def blad(kolommen: Sequence[Kolom], *rijen: Sequence[Waarde], naam: str = "Zaken", **rest: Any) -> Blad:
    return Blad(naam, kolommen, rijen, **rest)


def lees(ruw: bytes) -> Any:
    return load_workbook(io.BytesIO(ruw))


def cellen(kolom: Kolom, *waarden: Waarde) -> list[Any]:
    """The cells of a sheet of one column, read back, without its head."""
    ws = lees(maak(blad([kolom], *([w] for w in waarden))))["Zaken"]
    return [ws.cell(rij, 1) for rij in range(2, len(waarden) + 2)]


def deel(ruw: bytes, naam: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(ruw)).read(naam))


# --- text is text


TEKSTEN = [
    # what it is: value, what a reader sees, whether it is quoted so that it stays text when it is edited
    ("een woord", "Klager", "Klager", False),
    ("een formule", "=1+1", "=1+1", True),
    ("een koppeling als formule", '=HYPERLINK("http://x";"y")', '=HYPERLINK("http://x";"y")', True),
    ("plus", "+31 6 12345678", "+31 6 12345678", True),
    ("min", "-5", "-5", True),
    ("apenstaart", "@SUM(A1)", "@SUM(A1)", True),
    ("tab voor een formule", "\t=1+1", "\t=1+1", True),
    ("een fout", "#N/A", "#N/A", True),
    ("nog een fout", "#VALUE!", "#VALUE!", True),
    ("een waarheid", "waar", "waar", True),
    ("een plaats", "'s-Gravenhage", "'s-Gravenhage", True),
    ("een getal", "007", "007", True),
    ("wat een datum lijkt", "1-2", "1-2", True),
    ("spaties", "  voor en na  ", "  voor en na  ", True),
    ("een besturingsteken", "a\x00b\x07c\x1b", "a␀b␇c␛", False),
    ("DEL", "a\x7f", "a␡", False),
    ("een half paar", "a\ud800b\udfff", "a\ufffdb\ufffd", False),
    ("geen teken", "a\ufffe\uffff", "a\ufffd\ufffd", False),
    ("regeleinden", "a\r\nb\rc\nd", "a\nb\nc\nd", False),
    ("een code van Excel", "a_x0041_", "a_x0041_", False),
    ("twee codes aaneen", "_x0041_x0042_", "_x0041_x0042_", True),
    ("een gevluchte code", "_x005F_x0041_", "_x005F_x0041_", True),
    ("XML", "<b>&amp;]]>", "<b>&amp;]]>", True),
    ("ver weg", "👩🏽‍⚖️ Ünal-Çelik שלום", "👩🏽‍⚖️ Ünal-Çelik שלום", True),
]


def ontcijfer(tekst: str) -> str:
    """What Excel shows of a text in the file."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), tekst)


@pytest.mark.parametrize("soort", ["kort", "tekst"])
@pytest.mark.parametrize(("waarde", "gezien", "aanhaling"), [t[1:] for t in TEKSTEN], ids=[t[0] for t in TEKSTEN])
def test_tekst_blijft_tekst(waarde: str, gezien: str, aanhaling: bool, soort: Any) -> None:
    (cel,) = cellen(Kolom("Kop", 20, soort), waarde)
    assert (cel.data_type, ontcijfer(cel.value), bool(cel.quotePrefix)) == ("s", gezien, aanhaling)


@pytest.mark.parametrize("soort", ["invul", "keuze"])
def test_een_invulcel_is_van_tekst(soort: Any) -> None:
    """Also an empty one: what the chair types there stays what it was."""
    vol, leeg = cellen(Kolom("Kop", 20, soort), "=A1", None)
    assert (vol.value, vol.data_type, leeg.value) == ("=A1", "s", None)
    for cel in (vol, leeg):
        assert (cel.number_format, cel.fill.fgColor.rgb, cel.alignment.wrap_text) == ("@", "00FFF8E1", True)
        assert not cel.quotePrefix


def verwacht(tekst: str) -> str:
    """The rule, sign by sign."""
    regels = re.sub("\r\n?", "\n", tekst)
    return "".join(
        c if c in "\t\n" else chr(0x2400 + ord(c)) if c < " " else "␡" if c == "\x7f"
        else "\ufffd" if 0xD800 <= ord(c) <= 0xDFFF or c in "\ufffe\uffff" else c
        for c in regels
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=()), min_size=1), min_size=1, max_size=12))
@example(["_x_x0041_x0042_x", "\ud83d\ude42", "\r\r\n\n", "_x000D_", "\x85\u2028"])
def test_elke_tekst_komt_er_uit_zoals_hij_er_in_ging(teksten: list[str]) -> None:
    uit = cellen(Kolom("Kop", 20, "tekst"), *teksten)
    assert [(c.data_type, ontcijfer(c.value)) for c in uit] == [("s", verwacht(t)) for t in teksten]


def test_niets_is_een_lege_cel() -> None:
    uit = maak(blad([Kolom("Een", 9), Kolom("Twee", 9, "tekst"), Kolom("Drie", 9)], [None, "", "x"]))
    assert [c.get("r") for c in deel(uit, "xl/worksheets/sheet1.xml").iter(f"{HOOFD}c")] == ["A1", "B1", "C1", "C2"]


REST = "… [ingekort: {} tekens; de hele tekst staat in het dossier]"
LANG = [
    # what it is: text, how it ends, how many units of UTF-16 are left
    ("net niet te lang", "a" * 32_767, "a" * 9, 32_767),
    ("te lang", "a" * 40_000, "a" + REST.format("40.000"), 32_767),
    ("net niet te lang, buiten het vlak", "🙂" * 16_383, "🙂" * 9, 32_766),
    ("te lang, buiten het vlak", "🙂" * 16_384, "🙂" + REST.format("16.384"), 32_767),
    ("te lang, geen half teken", "a" + "🙂" * 16_384, "🙂" + REST.format("16.385"), 32_766),
]


@pytest.mark.parametrize(("tekst", "slot", "eenheden"), [t[1:] for t in LANG], ids=[t[0] for t in LANG])
def test_een_te_lange_tekst_zegt_dat_hij_is_ingekort(tekst: str, slot: str, eenheden: int) -> None:
    (cel,) = cellen(Kolom("Kop", 20, "tekst"), tekst)
    assert cel.value.endswith(slot)
    assert len(cel.value.encode("utf-16-le")) == 2 * eenheden


# --- the other values


WAARDEN = [
    # what it is: column, value, what stands there, its type, its format
    ("dag", "datum", date(2026, 2, 28), datetime(2026, 2, 28), "d", "dd-mm-yyyy"),
    ("eerste dag van Excel", "datum", date(1900, 3, 1), datetime(1900, 3, 1), "d", "dd-mm-yyyy"),
    ("dag waar Excel zich vergist", "datum", date(1900, 2, 28), "28-02-1900", "s", "General"),
    ("dag van voor Excel", "datum", date(1899, 12, 31), "31-12-1899", "s", "General"),
    ("dag van lang geleden", "datum", date(987, 5, 4), "04-05-0987", "s", "General"),
    ("geen dag", "datum", "onbekend", "onbekend", "s", "General"),
    ("dag waar tekst hoort", "tekst", date(2026, 2, 28), datetime(2026, 2, 28), "d", "dd-mm-yyyy"),
    ("moment", "moment", datetime(2026, 1, 5, 9, 30, 15), datetime(2026, 1, 5, 9, 30, 15), "d", "dd-mm-yyyy hh:mm"),
    ("zomer", "moment", datetime(2026, 7, 1, 22, 30, tzinfo=UTC), datetime(2026, 7, 2, 0, 30), "d", "dd-mm-yyyy hh:mm"),
    ("winter", "moment", datetime(2026, 1, 1, 22, 30, tzinfo=UTC), datetime(2026, 1, 1, 23, 30), "d",
     "dd-mm-yyyy hh:mm"),
    ("getal", "getal", 12, 12, "n", "General"),
    ("breuk", "getal", 0.25, 0.25, "n", "General"),
    ("geen getal", "getal", float("nan"), "nan", "s", "General"),
    ("oneindig", "getal", float("inf"), "inf", "s", "General"),
    ("ja", "kort", True, "ja", "s", "General"),
    ("nee", "kort", False, "nee", "s", "General"),
    ("iets anders", "kort", Path("een") / "twee", "een/twee", "s", "General"),
]  # fmt: skip


@pytest.mark.parametrize(("soort", "waarde", "staat", "soort_cel", "vorm"), [w[1:] for w in WAARDEN],
                         ids=[w[0] for w in WAARDEN])  # fmt: skip
def test_waarden(soort: Any, waarde: Any, staat: object, soort_cel: str, vorm: str) -> None:
    (cel,) = cellen(Kolom("Kop", 20, soort), waarde)
    assert (cel.value, cel.data_type, cel.number_format) == (staat, soort_cel, vorm)


def test_een_kolom_kan_zeggen_hoe_zijn_getallen_eruitzien() -> None:
    (cel,) = cellen(Kolom("Aandeel", 9, "getal", getalvorm="0%"), 0.5)
    assert cel.number_format == "0%"


def test_een_link_leidt_naar_een_rij_van_een_ander_blad() -> None:
    kolommen = [Kolom("Zaak", 12), Kolom("Vervolg", 12)]
    zaken = blad(kolommen, ["K1", Link("=naar", "Te doen", 7)], ["K2", Link("b", "Zaken", 2)])
    uit = maak(zaken, blad(kolommen, naam="Te doen"))
    ws = lees(uit)["Zaken"]
    assert [(ws[c].value, ws[c].data_type, ws[c].hyperlink.location) for c in ("B2", "B3")] == [
        ("=naar", "s", "'Te doen'!A7"),
        ("b", "s", "'Zaken'!A2"),
    ]
    assert (ws["B2"].font.underline, ws["A2"].hyperlink, ws["A2"].font.underline) == ("single", None, None)
    assert "xl/worksheets/_rels/sheet1.xml.rels" not in zipfile.ZipFile(io.BytesIO(uit)).namelist()


def test_wat_excel_niet_aan_links_kan_hebben_blijft_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(werkboek_cel, "MEESTE_LINKS", 2)
    uit = cellen(Kolom("Zaak", 12), *[Link(n, "Zaken", 2) for n in "abc"])
    assert [(c.value, bool(c.hyperlink), c.font.underline) for c in uit] == [
        ("a", True, "single"), ("b", True, "single"), ("c", False, None),
    ]  # fmt: skip


# --- the sheet


def test_het_blad_is_te_lezen_en_af_te_drukken() -> None:
    kolommen = [Kolom("Zaak", 12), Kolom("Omschrijving", 50, "tekst"), Kolom("Uiterlijk", 9, "datum", lopend=Lopend())]
    ws = lees(maak(blad(kolommen, ["K1", "x", None], ["K2", "y", None], vast=1), titel="A & B\nzegel 12"))["Zaken"]
    assert (ws.freeze_panes, ws.auto_filter.ref, ws.print_title_rows) == ("B2", "A1:C3", "$1:$1")
    assert [ws.column_dimensions[k].width for k in "ABC"] == [12, 50, werkboek.TERMIJNBREEDTE]
    assert all(ws[c].font.bold and ws[c].alignment.wrap_text and ws[c].fill.fill_type for c in ("A1", "B1", "C1"))
    assert (ws["A2"].alignment.wrap_text, ws["B2"].alignment.wrap_text, ws["B2"].alignment.vertical) == (
        None,
        True,
        "top",
    )
    pagina = ws.page_setup
    assert (pagina.orientation, pagina.paperSize, pagina.fitToWidth, pagina.fitToHeight) == ("landscape", 9, 1, 0)
    assert ws.sheet_properties.pageSetUpPr.fitToPage
    voet = ws.oddFooter
    assert (voet.left.text, voet.center.text, voet.right.text) == ("&A", "pagina &P van &N", "A && B zegel 12")
    assert (ws.protection.sheet, ws.print_options.gridLines, ws.sheet_view.zoomScale) == (False, True, 90)


BREEDTEN = [("kort", 5, 5), ("datum", 5, 12), ("datum", 20, 20), ("moment", 5, 18)]


@pytest.mark.parametrize(("soort", "gevraagd", "breedte"), BREEDTEN)
def test_een_kolom_is_breed_genoeg_voor_haar_dagen(soort: Any, gevraagd: float, breedte: float) -> None:
    ws = lees(maak(blad([Kolom("a", gevraagd, soort)], [None])))["Zaken"]
    assert ws.column_dimensions["A"].width == breedte


def test_een_blad_zonder_rijen() -> None:
    kolommen = [Kolom("Zaak", 9, lopend=Lopend()), Kolom("Akkoord", 9, "keuze", keuzes=("ja",))]
    ws = lees(maak(blad(kolommen, grafieken=[Grafiek("x", "staaf", "Zaak", ("Akkoord",), "x", "y")])))["Zaken"]
    assert (ws.auto_filter.ref, len(ws.conditional_formatting), ws.data_validations.count) == ("A1:B1", 0, 0)
    assert ws._charts == []


HOOGTEN = [
    # what it is: kind, text, lines; in a column of 33 there is room for 30 signs
    ("past", "tekst", "a" * 30, None),
    ("past net niet", "tekst", "a" * 31, 32),
    ("regels", "tekst", "a\n\n" + "b" * 61, 80),
    ("hoger kan een rij niet zijn", "tekst", "a\n" * 100, 409),
    ("loopt niet terug", "kort", "a" * 100, None),
    ("geen tekst", "tekst", 12, None),
    ("link", "tekst", Link("a" * 31, "Zaken", 2), 32),
]


@pytest.mark.parametrize(("soort", "waarde", "hoogte"), [h[1:] for h in HOOGTEN], ids=[h[0] for h in HOOGTEN])
def test_een_rij_is_zo_hoog_als_zijn_tekst(soort: Any, waarde: Waarde, hoogte: int | None) -> None:
    ws = lees(maak(blad([Kolom("Kop", 33, soort)], [waarde], ["x"])))["Zaken"]
    assert [ws.row_dimensions[rij].height for rij in (1, 2, 3)] == [None, hoogte, None]


def test_een_kop_van_meer_woorden_krijgt_meer_regels() -> None:
    ws = lees(maak(blad([Kolom("Opmerking van de voorzitter", 14)])))["Zaken"]
    assert ws.row_dimensions[1].height == 48


# --- deadlines


TERMIJN = (
    Kolom("Zaak", 9),
    Kolom("Stand", 9),
    Kolom("Uiterlijk", 30, "datum", lopend=Lopend("Stand", ("loopt", 'te"'))),
)


def test_een_termijn_zegt_zelf_dat_hij_nadert() -> None:
    """In a colour and in a word, from the clock of the reader, and only while the term runs."""
    ws = lees(maak(blad(TERMIJN, ["K1", "loopt", date(2026, 7, 1)], ["K2", "voldaan", None])))["Zaken"]
    (bereik,) = ws.conditional_formatting
    loopt = 'ISNUMBER($C2),OR($B2="loopt",$B2="te""")'
    assert str(bereik.sqref) == "C2:C3"
    assert [(r.formula, r.dxf.numFmt.formatCode, r.stopIfTrue) for r in bereik.rules] == [
        ([f"AND({loopt},$C2<TODAY())"], 'dd-mm-yyyy" · te laat"', True),
        ([f"AND({loopt},$C2=TODAY())"], 'dd-mm-yyyy" · vandaag"', True),
        ([f"AND({loopt},$C2<=TODAY()+7)"], 'dd-mm-yyyy" · deze week"', True),
    ]
    assert len({r.dxf.fill.bgColor.rgb for r in bereik.rules} | {r.dxf.font.color.rgb for r in bereik.rules}) == 6


def test_zonder_stand_loopt_elke_termijn() -> None:
    ws = lees(maak(blad([Kolom("Uiterlijk", 30, "datum", lopend=Lopend())], [date(2026, 7, 1)])))["Zaken"]
    (bereik,) = ws.conditional_formatting
    assert bereik.rules[0].formula == ["AND(ISNUMBER($A2),$A2<TODAY())"]


def test_een_stand_die_er_niet_is_wordt_niet_geraden() -> None:
    with pytest.raises(ValueError, match="Stand"):
        maak(blad([Kolom("Uiterlijk", 30, "datum", lopend=Lopend("Stand", ("loopt",)))], [date(2026, 7, 1)]))


# --- a choice


def test_een_keuze_staat_in_een_lijst() -> None:
    kolom = Kolom("Akkoord", 12, "keuze", "Leeg is: nog niet gezien", keuzes=("ja", "nee", "bespreken"))
    ws = lees(maak(blad([Kolom("Zaak", 9), kolom], *[["K", None]] * 3)))["Zaken"]
    (lijst,) = ws.data_validations.dataValidation
    assert (str(lijst.sqref), lijst.type, lijst.formula1) == ("B2:B4", "list", '"ja,nee,bespreken"')
    assert lijst.error == "Kies uit: ja, nee, bespreken; of laat de cel leeg."
    assert (lijst.allow_blank, lijst.showErrorMessage, lijst.prompt) == (True, True, "Leeg is: nog niet gezien")


# --- charts

CIJFERS = [Kolom("Maand", 9), Kolom("Ontvangen", 9, "getal"), Kolom("Af", 9, "getal")]
GRAFIEKEN = [
    Grafiek("Per maand", "staaf", "Maand", ("Ontvangen", "Af"), "maand", "zaken"),
    Grafiek("Begin", "lijn", "Maand", ("Af",), "maand", "aantal", rijen=(2, 3)),
    Grafiek("Ergens", "lijn", "Maand", ("Af",), "maand", "aantal", plek="F2"),
]


def test_een_grafiek_leest_de_cellen_van_haar_blad() -> None:
    uit = maak(blad(CIJFERS, ["jan", 3, 1], ["feb", 4, 2], ["mrt", 5, 3], naam="De cijfers", grafieken=GRAFIEKEN))
    verwijzingen = [
        [f.text for f in deel(uit, f"xl/charts/chart{n}.xml").iter("{*}f") if f.text] for n in (1, 2, 3)
    ]  # fmt: skip
    b = "'De cijfers'!"
    assert verwijzingen == [
        [f"{b}$B$1", f"{b}$A$2:$A$4", f"{b}$B$2:$B$4", f"{b}$C$1", f"{b}$A$2:$A$4", f"{b}$C$2:$C$4"],
        [f"{b}$C$1", f"{b}$A$2:$A$3", f"{b}$C$2:$C$3"],
        [f"{b}$C$1", f"{b}$A$2:$A$4", f"{b}$C$2:$C$4"],
    ]


def test_een_grafiek_heeft_assen_met_een_naam_en_staat_vrij_van_de_cellen() -> None:
    uit = maak(blad(CIJFERS, *[["jan", 3, 1]] * 3, grafieken=GRAFIEKEN))
    een = deel(uit, "xl/charts/chart1.xml")
    assert [t.text for t in een.iter("{*}t")] == ["Per maand", "maand", "zaken"]
    assert [as_.find("{*}delete").get("val") for as_ in (*een.iter("{*}catAx"), *een.iter("{*}valAx"))] == ["0", "0"]
    assert {o.get("val") for o in een.iter("{*}overlay")} == {"0"}
    assert [m.get("val") for m in een.findall(".//{*}valAx/{*}scaling/{*}min")] == ["0"]
    plekken = [
        (int(a.findtext("{*}from/{*}row")), int(a.findtext("{*}from/{*}col")))
        for a in deel(uit, "xl/drawings/drawing1.xml")
    ]  # fmt: skip
    assert plekken == [(5, 0), (24, 0), (1, 5)]  # counted from 0: the last row with cells is 3


# hoe zij ligt, van hoeveel rijen, en hoe hoog zij is (in cm)
HOOGTEN = [("liggend", 3, 9.0), ("liggend", 7, 9.0), ("liggend", 12, 12.6), ("liggend", 30, 27.0), ("staaf", 30, 9.0),
           ("lijn", 30, 9.0)]  # fmt: skip


@pytest.mark.parametrize(("soort", "aantal", "cm"), HOOGTEN, ids=[f"{h[0]} {h[1]}" for h in HOOGTEN])
def test_liggende_staven_krijgen_elk_hun_naam(soort: Any, aantal: int, cm: float) -> None:
    """LibreOffice leaves out every other name where they stand close; what comes below stays free of it."""
    grafiek = Grafiek("x", soort, "Maand", ("Af",), "maand", "zaken")
    uit = maak(blad(CIJFERS, *[["jan", 3, 1]] * aantal, grafieken=[grafiek, grafiek]))
    een, twee = deel(uit, "xl/drawings/drawing1.xml")
    assert int(een.find("{*}ext").get("cy")) == pytest.approx(cm * 360_000, abs=2)
    rijen = int(twee.findtext("{*}from/{*}row")) - int(een.findtext("{*}from/{*}row"))
    assert cm / 0.5 < rijen <= cm / 0.5 + 2


def test_een_grafiek_van_een_reeks_heeft_geen_legenda() -> None:
    uit = maak(blad(CIJFERS, ["jan", 3, 1], grafieken=GRAFIEKEN))
    assert [len(list(deel(uit, f"xl/charts/chart{n}.xml").iter("{*}legend"))) for n in (1, 2)] == [1, 0]
    assert [m.get("val") for m in deel(uit, "xl/charts/chart2.xml").iter("{*}symbol")] == ["circle"]
    assert not lees(uit)["Zaken"].print_options.gridLines


# --- the file


def vol() -> Blad:
    kolommen = [*TERMIJN, Kolom("Akkoord", 9, "keuze", keuzes=("ja",)), Kolom("Naar", 9), Kolom("Aantal", 9, "getal")]
    grafiek = Grafiek("Aantal", "staaf", "Zaak", ("Aantal",), "zaak", "aantal")
    return blad(kolommen, *[["K", "loopt", date(2026, 7, 1), None, Link("x", "Zaken", 2), n] for n in (1, 2)],
                grafieken=[grafiek])  # fmt: skip


def test_dezelfde_invoer_geeft_dezelfde_bytes() -> None:
    een, twee = (maak(vol(), eigenschappen={"zegel": "ab"}) for _ in range(2))
    assert een == twee
    leden = zipfile.ZipFile(io.BytesIO(een)).infolist()
    assert {(i.date_time, i.create_system, i.external_attr >> 16) for i in leden} == {((1980, 1, 1, 0, 0, 0), 3, 0o600)}
    assert {i.compress_type for i in leden} == {zipfile.ZIP_DEFLATED}


def test_het_werkboek_zegt_wat_het_is() -> None:
    boek = lees(maak(vol(), titel="Overzicht\x07", eigenschappen={"zegel": "ab12", "werkmap": "w\x00"}))
    p = boek.properties
    assert (p.creator, p.title, p.created, p.modified) == (
        "klacht",
        "Overzicht␇",
        *[datetime(2026, 7, 1, 12, 30, 5)] * 2,
    )
    assert [(e.name, e.value) for e in boek.custom_doc_props] == [("zegel", "ab12"), ("werkmap", "w␀")]


# ECMA-376 part 1, 18.3.1.99: Excel repairs a sheet whose parts stand in another order
VOLGORDE = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter",
            "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
            "headerFooter", "drawing"]  # fmt: skip


def test_het_bestand_is_zoals_excel_het_wil() -> None:
    ruw = maak(vol(), blad(CIJFERS, ["jan", 1, 2], naam="Cijfers", grafieken=GRAFIEKEN), blad(CIJFERS, naam="Leeg"))
    pakket = zipfile.ZipFile(io.BytesIO(ruw))
    namen = pakket.namelist()
    assert len(namen) == len(set(namen))
    delen = [etree.QName(e).localname for e in deel(ruw, "xl/worksheets/sheet1.xml")]
    assert delen == [d for d in VOLGORDE if d in delen]
    for naam in namen:
        if naam.endswith(".rels"):
            ids = [r.get("Id") for r in deel(ruw, naam)]
            assert len(ids) == len(set(ids))
    genoemd = {o.get("PartName")[1:] for o in deel(ruw, "[Content_Types].xml") if o.get("PartName")}
    assert genoemd == {n for n in namen if not n.endswith(".rels") and n != "[Content_Types].xml"}
    assert [bool(ws.sheet_view.tabSelected) for ws in lees(ruw)] == [True, False, False]
    achtereen = load_workbook(io.BytesIO(ruw), read_only=True)
    assert [len(list(ws.iter_rows())) for ws in achtereen] == [3, 2, 1]


# --- the rows


@pytest.fixture
def tijdelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("breekt", [False, True])
def test_er_staat_nooit_iets_in_een_tijdelijk_bestand(tijdelijk: Path, breekt: bool) -> None:
    gezien = []

    def rijen() -> Iterator[list[Waarde]]:
        for n in range(2000):
            gezien.append(list(tijdelijk.iterdir()))
            yield [f"geheim {n}"]
        if breekt:
            raise KeyError("weg")

    los = [*_writer.ALL_TEMP_FILES]
    bladen = [Blad("Een", [Kolom("a", 9)], rijen()), Blad("Twee", [Kolom("a", 9)], [["b"]])]
    if breekt:
        with pytest.raises(KeyError, match="weg"):
            maak(*bladen)
    else:
        maak(*bladen)
    assert (gezien, list(tijdelijk.iterdir()), los) == ([[]] * 2000, [], _writer.ALL_TEMP_FILES)


class _Rij(list[Waarde]):
    """A row that can be watched."""


def test_rijen_worden_een_voor_een_gelezen() -> None:
    gegeven: list[Callable[[], object]] = []
    levend = []

    def rijen() -> Iterator[_Rij]:
        for _ in range(50):
            levend.append(sum(g() is not None for g in gegeven))
            rij = _Rij(["x"])
            gegeven.append(ref(rij))
            yield rij

    maak(Blad("Een", [Kolom("a", 9)], rijen()))
    assert len(levend) == 50
    assert max(levend) <= 2


def test_een_rij_heeft_een_waarde_voor_elke_kolom() -> None:
    with pytest.raises(ValueError, match="zip"):
        maak(blad([Kolom("a", 9), Kolom("b", 9)], ["x"]))


def test_meer_rijen_dan_een_blad_kan_bevatten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(werkboek, "MEESTE_RIJEN", 3)
    maak(blad([Kolom("a", 9)], ["x"], ["x"]))
    with pytest.raises(Invoerfout, match="blad Zaken heeft meer rijen"):
        maak(blad([Kolom("a", 9)], ["x"], ["x"], ["x"]))


# de hoogste waarde, en hoeveel er tussen twee streepjes van de as zit
STAPPEN = ((0, 1), (1, 1), (10, 1), (11, 2), (20, 2), (31, 5), (50, 5), (51, 10), (130, 20), (999, 100))


@pytest.mark.parametrize(("hoogste", "stap"), STAPPEN)
def test_de_as_telt_in_hele_zaken(hoogste: int, stap: int) -> None:
    """Whole cases, in steps that a reader counts in, and no more than ten of them."""
    assert hele_stap([0, hoogste]) == stap
    assert hele_stap([]) == 1
