"""Days as people write and read them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st

from klachtcli.klok import in_amsterdam
from klachtcli.recht.datum import MAANDEN, Periode, lees_dag, lees_periode, maak_dag, met_weekdag, voluit

DRIE_JULI = date(2026, 7, 3)
GEEN_DATUM = "geen datum zoals 2026-07-03, 3-7-2026 of 3 juli 2026"
GEEN_PERIODE = "geen dag (2026-01-15), maand (2026-01), jaar (2026) of periode (2025-11/2026-02)"


@pytest.mark.parametrize(
    "tekst",
    [
        "2026-07-03", " 2026-07-03 ", "3-7-2026", "03-07-2026", "3/7/2026", "3.7.2026", "3 juli 2026", "03 juli 2026",
        "3 Juli 2026", "3  juli  2026", "vrijdag 3 juli 2026", "3 jul 2026", "3 jul. 2026",
    ],
)  # fmt: skip
def test_drie_juli_op_elke_manier(tekst: str) -> None:
    assert lees_dag(tekst) == DRIE_JULI


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("1 mrt 2026", date(2026, 3, 1)),
        ("1 maart 2026", date(2026, 3, 1)),
        ("1 maa 2026", date(2026, 3, 1)),
        ("1 sept 2026", date(2026, 9, 1)),
        ("1 sep. 2026", date(2026, 9, 1)),
        ("29 februari 2024", date(2024, 2, 29)),
        ("1-2-2026", date(2026, 2, 1)),
        ("31 december 1999", date(1999, 12, 31)),
    ],
)
def test_lees_dag(tekst: str, dag: date) -> None:
    assert lees_dag(tekst) == dag


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", GEEN_DATUM),
        ("morgen", GEEN_DATUM),
        ("3 juli", GEEN_DATUM),
        ("3 juli 26", GEEN_DATUM),
        ("3-7-26", GEEN_DATUM),
        ("2026-7-3", GEEN_DATUM),
        ("20260703", GEEN_DATUM),
        ("2026/07/03", GEEN_DATUM),
        ("3 july 2026", GEEN_DATUM),
        ("drie juli 2026", GEEN_DATUM),
        ("2026-07-03T10:00", GEEN_DATUM),
        ("٣-٧-٢٠٢٦", GEEN_DATUM),
        ("31 februari 2026", "31 februari 2026 bestaat niet"),
        ("2026-02-31", "31 februari 2026 bestaat niet"),
        ("29-2-2026", "29 februari 2026 bestaat niet"),
        ("2026-04-31", "31 april 2026 bestaat niet"),
        ("0-1-2026", "0 januari 2026 bestaat niet"),
        ("2026-13-01", "maand 13 bestaat niet"),
        ("7-31-2026", "maand 31 bestaat niet"),
        ("2026-00-10", "maand 0 bestaat niet"),
        ("1 januari 0000", "1 januari 0 bestaat niet"),
    ],
)
def test_wat_geen_dag_is_wordt_in_het_nederlands_geweigerd(tekst: str, zin: str) -> None:
    with pytest.raises(ValueError) as fout:  # noqa: PT011 the sentence is compared whole
        lees_dag(tekst)
    assert str(fout.value) == zin


@pytest.mark.parametrize(
    ("tekst", "eerste", "laatste"),
    [
        ("2026-01-15", "2026-01-15", "2026-01-15"),
        ("15 januari 2026", "2026-01-15", "2026-01-15"),
        ("15/1/2026", "2026-01-15", "2026-01-15"),
        ("2026-01", "2026-01-01", "2026-01-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-04", "2026-04-01", "2026-04-30"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("januari 2026", "2026-01-01", "2026-01-31"),
        (" Februari  2024 ", "2024-02-01", "2024-02-29"),
        ("mrt 2026", "2026-03-01", "2026-03-31"),
        ("sept. 2026", "2026-09-01", "2026-09-30"),
        ("december 2025/februari 2026", "2025-12-01", "2026-02-28"),
        ("november 2025/15 januari 2026", "2025-11-01", "2026-01-15"),
        ("2025-11-01/2026-02", "2025-11-01", "2026-02-28"),
        ("2025-11/2026-02", "2025-11-01", "2026-02-28"),
        ("2025/2026", "2025-01-01", "2026-12-31"),
        ("2026-01-15/2026-01-15", "2026-01-15", "2026-01-15"),
        (" 2025-11 / 2026-02 ", "2025-11-01", "2026-02-28"),
        ("1 november 2025/3 februari 2026", "2025-11-01", "2026-02-03"),
        ("2026-01-31/2026-01", "2026-01-31", "2026-01-31"),
    ],
)
def test_lees_periode(tekst: str, eerste: str, laatste: str) -> None:
    assert lees_periode(tekst) == Periode(date.fromisoformat(eerste), date.fromisoformat(laatste))


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", GEEN_PERIODE),
        ("ergens in het voorjaar", GEEN_PERIODE),
        ("2026-1", GEEN_PERIODE),
        ("januar 2026", GEEN_PERIODE),
        ("january 2026", GEEN_PERIODE),
        ("2026 januari", GEEN_PERIODE),
        ("januari 26", GEEN_PERIODE),
        ("mei/juni 2026", GEEN_PERIODE),
        ("2025-11/", GEEN_PERIODE),
        ("/2026", GEEN_PERIODE),
        ("2024/2025/2026", GEEN_PERIODE),
        ("2026-02/2025-11", "een periode waarvan het einde vóór het begin ligt"),
        ("2026-01-16/2026-01-15", "een periode waarvan het einde vóór het begin ligt"),
        ("2026-13", "maand 13 bestaat niet"),
        ("2026-02-30", "30 februari 2026 bestaat niet"),
        ("2025-11/2026-02-30", "30 februari 2026 bestaat niet"),
        ("0000", "1 januari 0 bestaat niet"),
    ],
)
def test_wat_geen_periode_is_wordt_in_het_nederlands_geweigerd(tekst: str, zin: str) -> None:
    with pytest.raises(ValueError) as fout:  # noqa: PT011 the sentence is compared whole
        lees_periode(tekst)
    assert str(fout.value) == zin


def test_voluit_en_met_weekdag() -> None:
    assert voluit(DRIE_JULI) == "3 juli 2026"
    assert met_weekdag(DRIE_JULI) == "vrijdag 3 juli 2026"
    assert met_weekdag(in_amsterdam(datetime(2026, 7, 3, 21, 59, tzinfo=UTC))) == "vrijdag 3 juli 2026 23:59 uur"
    assert met_weekdag(in_amsterdam(datetime(2026, 7, 3, 22, 0, tzinfo=UTC))) == "zaterdag 4 juli 2026 00:00 uur"


def test_maak_dag() -> None:
    assert maak_dag(2026, 7, 3) == DRIE_JULI
    with pytest.raises(ValueError, match="29 februari 2100 bestaat niet"):
        maak_dag(2100, 2, 29)


@given(st.dates(date(1000, 1, 1)))
def test_elke_schrijfwijze_leest_terug(dag: date) -> None:
    vormen = (dag.isoformat(), voluit(dag), met_weekdag(dag), f"{dag.day}-{dag.month}-{dag.year}")
    assert {lees_dag(vorm) for vorm in vormen} == {dag}
    assert {lees_periode(vorm) for vorm in vormen} == {Periode(dag, dag)}


@given(st.integers(1, 9998), st.integers(1, 12))
def test_een_maand_loopt_van_de_eerste_tot_de_eerste_van_de_volgende(jaar: int, maand: int) -> None:
    periode = lees_periode(f"{jaar:04d}-{maand:02d}")
    assert periode.eerste == date(jaar, maand, 1)
    assert periode.laatste.toordinal() + 1 == date(jaar + maand // 12, maand % 12 + 1, 1).toordinal()


@given(st.one_of(st.text(), st.from_regex(r"\d{1,4}[-/. ](\d{1,2}|[a-z]{3})[-/. ]\d{1,4}(/\d{4})?", fullmatch=True)))
def test_elke_tekst_is_een_dag_of_een_nederlandse_weigering(tekst: str) -> None:
    for lezer in (lees_dag, lees_periode):
        try:
            lezer(tekst)
        except ValueError as fout:
            zin = str(fout)
            assert zin.endswith("bestaat niet") or zin.startswith(("geen d", "een periode")), zin


@pytest.mark.parametrize("maand", range(1, 13))
def test_elke_maand_heeft_een_korte_naam(maand: int) -> None:
    assert lees_dag(f"1 {MAANDEN[maand - 1][:3]} 2026") == date(2026, maand, 1)
