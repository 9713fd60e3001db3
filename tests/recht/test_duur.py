"""The length of a term: what people write, what it means, and how it is written back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, strategies as st

from klachtcli.recht.duur import Duur, lees_duur

GOED = [
    ("P2W", Duur(weken=2)),
    ("p2w", Duur(weken=2)),
    (" P2W ", Duur(weken=2)),
    ("P10D", Duur(dagen=10)),
    ("P1Y", Duur(jaren=1)),
    ("P3M", Duur(maanden=3)),
    ("P1Y6M", Duur(jaren=1, maanden=6)),
    ("P1Y2M3W4D", Duur(1, 2, 3, 4)),
    ("PT48H", Duur(uren=48)),
    ("2 weken", Duur(weken=2)),
    ("1 week", Duur(weken=1)),
    ("1 weken", Duur(weken=1)),
    ("twee weken", Duur(weken=2)),
    ("Twee  Weken", Duur(weken=2)),
    ("een week", Duur(weken=1)),
    ("één week", Duur(weken=1)),
    ("vijf werkdagen", Duur(werkdagen=5)),
    ("1 werkdag", Duur(werkdagen=1)),
    ("twaalf weken", Duur(weken=12)),
    ("10 dagen", Duur(dagen=10)),
    ("1 dag", Duur(dagen=1)),
    ("drie maanden", Duur(maanden=3)),
    ("1 maand", Duur(maanden=1)),
    ("1 jaar", Duur(jaren=1)),
    ("2 jaren", Duur(jaren=2)),
    ("48 uur", Duur(uren=48)),
    ("48 uren", Duur(uren=48)),
    ("1 jaar en 6 maanden", Duur(jaren=1, maanden=6)),
    ("1 jaar, 6 maanden en 2 weken", Duur(jaren=1, maanden=6, weken=2)),
    ("2 weken 3 dagen", Duur(weken=2, dagen=3)),
]  # fmt: skip
GEEN_DUUR = "geen duur zoals P2W, 2 weken, 5 werkdagen of 1 jaar"
STAAN_ALLEEN = "werkdagen en uren staan alleen, niet samen met andere eenheden"
FOUT = [
    ("", GEEN_DUUR), (" ", GEEN_DUUR), ("P", GEEN_DUUR), ("PT", GEEN_DUUR), ("P0D", GEEN_DUUR), ("0 weken", GEEN_DUUR),
    ("2", GEEN_DUUR), ("weken", GEEN_DUUR), ("2weken", GEEN_DUUR), ("-P2W", GEEN_DUUR), ("-2 weken", GEEN_DUUR),
    ("P-2W", GEEN_DUUR), ("P1.5W", GEEN_DUUR), ("1,5 week", GEEN_DUUR), ("anderhalf jaar", GEEN_DUUR),
    ("half jaar", GEEN_DUUR), ("dertien weken", GEEN_DUUR), ("2 kwartalen", GEEN_DUUR), ("2 weken en 3", GEEN_DUUR),
    ("2 weken en 3 weken", GEEN_DUUR), ("1 week of 2 weken", GEEN_DUUR), ("P2W3", GEEN_DUUR), ("P3D2W", GEEN_DUUR),
    ("PT30M", GEEN_DUUR), ("P99999W", GEEN_DUUR), ("123456 dagen", GEEN_DUUR), ("٢ weken", GEEN_DUUR),
    ("P٢W", GEEN_DUUR), ("two weeks", GEEN_DUUR), ("en", GEEN_DUUR), (",", GEEN_DUUR),
    ("1 week en 2 werkdagen", STAAN_ALLEEN), ("5 werkdagen en 2 dagen", STAAN_ALLEEN), ("P1DT2H", STAAN_ALLEEN),
    ("1 dag en 2 uur", STAAN_ALLEEN), ("2 werkdagen en 3 uur", STAAN_ALLEEN),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "duur"), GOED, ids=[t for t, _ in GOED])
def test_lees_duur(tekst: str, duur: Duur) -> None:
    assert lees_duur(tekst) == duur


@pytest.mark.parametrize(("tekst", "zin"), FOUT, ids=[ascii(t) for t, _ in FOUT])
def test_wat_geen_duur_is_wordt_in_het_nederlands_geweigerd(tekst: str, zin: str) -> None:
    with pytest.raises(ValueError) as fout:  # noqa: PT011 the sentence is compared whole
        lees_duur(tekst)
    assert str(fout.value) == zin


@pytest.mark.parametrize(
    ("duur", "geschreven", "gezegd"),
    [
        (Duur(weken=2), "P2W", "2 weken"),
        (Duur(weken=1), "P1W", "1 week"),
        (Duur(dagen=1), "P1D", "1 dag"),
        (Duur(maanden=1), "P1M", "1 maand"),
        (Duur(jaren=1), "P1Y", "1 jaar"),
        (Duur(jaren=2), "P2Y", "2 jaar"),
        (Duur(jaren=1, maanden=6), "P1Y6M", "1 jaar en 6 maanden"),
        (Duur(1, 2, 3, 4), "P1Y2M3W4D", "1 jaar en 2 maanden en 3 weken en 4 dagen"),
        (Duur(werkdagen=5), "5 werkdagen", "5 werkdagen"),
        (Duur(werkdagen=1), "1 werkdag", "1 werkdag"),
        (Duur(uren=1), "PT1H", "1 uur"),
        (Duur(uren=48), "PT48H", "48 uur"),
    ],
    ids=str,
)
def test_geschreven_en_gezegd(duur: Duur, geschreven: str, gezegd: str) -> None:
    assert (str(duur), duur.woorden()) == (geschreven, gezegd)


kalenderduren = st.builds(
    Duur, st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 99999)
).filter(lambda d: d != Duur())
duren = st.one_of(
    kalenderduren,
    st.builds(Duur, werkdagen=st.integers(1, 99999)),
    st.builds(Duur, uren=st.integers(1, 99999)),
)


@given(duren)
def test_wat_geschreven_is_leest_terug(duur: Duur) -> None:
    assert lees_duur(str(duur)) == duur


@given(duren)
def test_wat_gezegd_is_leest_terug(duur: Duur) -> None:
    assert lees_duur(duur.woorden()) == duur


@given(st.text())
def test_elke_tekst_is_een_duur_of_een_nederlandse_weigering(tekst: str) -> None:
    try:
        duur = lees_duur(tekst)
    except ValueError as fout:
        assert str(fout) in (GEEN_DUUR, STAAN_ALLEEN)  # noqa: PT017 either outcome is right
    else:
        assert lees_duur(str(duur)) == duur


def test_optellen_telt_elke_eenheid_op() -> None:
    assert Duur(weken=4) + Duur(weken=4) == Duur(weken=8)
    assert Duur(1, 2, 3, 4) + Duur(1, 1, 1, 1) == Duur(2, 3, 4, 5)
    assert Duur(werkdagen=5) + Duur(werkdagen=2) == Duur(werkdagen=7)
    assert Duur(uren=24) + Duur(uren=24) == Duur(uren=48)


@pytest.mark.parametrize(
    ("begin", "duur", "richting", "einde"),
    [
        pytest.param("2026-03-10", "P2W", 1, "2026-03-24", id="weken"),
        pytest.param("2026-03-10", "P2W", -1, "2026-02-24", id="weken terug"),
        pytest.param("2026-01-31", "P1M", 1, "2026-02-28", id="maandeinde"),
        pytest.param("2026-02-28", "P1M", 1, "2026-03-28", id="een maandeinde plakt niet"),
        pytest.param("2026-03-31", "P1M", -1, "2026-02-28", id="maandeinde terug"),
        pytest.param("2024-02-29", "P1Y", 1, "2025-02-28", id="schrikkeldag"),
        pytest.param("2024-02-29", "P4Y", 1, "2028-02-29", id="van schrikkeldag naar schrikkeldag"),
        pytest.param("2026-12-31", "P2M", 1, "2027-02-28", id="over de jaargrens"),
        pytest.param("2026-11-30", "P1M", 1, "2026-12-30", id="naar december"),
        pytest.param("2026-01-15", "P1M", -1, "2025-12-15", id="van januari terug naar december"),
        pytest.param("2026-01-31", "P1M1D", 1, "2026-03-01", id="eerst de maand, dan de dag"),
        pytest.param("2026-03-10", "P1Y2M3W4D", 1, "2027-06-04", id="alles: 10 mei 2027 en 25 dagen"),
    ],
)
def test_vanaf(begin: str, duur: str, richting: int, einde: str) -> None:
    assert lees_duur(duur).vanaf(date.fromisoformat(begin), richting) == date.fromisoformat(einde)


@given(st.dates(date(1000, 1, 1), date(8000, 1, 1)), st.integers(1, 400), st.integers(1, 400))
def test_maanden_ineens_of_na_elkaar_verschillen_alleen_aan_het_maandeinde(begin: date, een: int, twee: int) -> None:
    assume(begin.day <= 28)
    assert Duur(maanden=twee).vanaf(Duur(maanden=een).vanaf(begin)) == Duur(maanden=een + twee).vanaf(begin)


@pytest.mark.parametrize("tekst", ["2 weken en", "2 weken,"])
def test_een_halve_zin_is_geen_duur(tekst: str) -> None:
    with pytest.raises(ValueError, match=GEEN_DUUR):
        lees_duur(tekst)
