"""Days as people say them. Today is Sunday 29 November 2026."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from klachtcli.recht.dagtaal import lees_gezegde_dag, lees_gezegde_periode, zeg_periode
from klachtcli.recht.datum import lees_periode, met_weekdag, voluit

VANDAAG = date(2026, 11, 29)

# gezegd -> de dag die bedoeld is
DAGEN = [
    ("vandaag", "2026-11-29"), ("Gisteren", "2026-11-28"), ("eergisteren", "2026-11-27"),
    ("3 maart", "2026-03-03"), ("op 3 maart", "2026-03-03"), ("3 mrt.", "2026-03-03"), ("3 mrt 2026", "2026-03-03"),
    ("3 MAART 2025", "2025-03-03"), ("1e november", "2026-11-01"), ("3-3", "2026-03-03"), ("3/11", "2026-11-03"),
    ("29 november", "2026-11-29"), ("3-3-26", "2026-03-03"), ("3 maart '26", "2026-03-03"), ("3.3.2026", "2026-03-03"),
    ("1-1-99", "1999-01-01"), ("2026-03-03", "2026-03-03"), ("dinsdag 3 maart 2026", "2026-03-03"),
    ("di 3 maart", "2026-03-03"), ("wo. 25 november", "2026-11-25"), ("  3   maart   2026 ", "2026-03-03"),
]  # fmt: skip


@pytest.mark.parametrize(("gezegd", "dag"), DAGEN)
def test_een_dag_zoals_mensen_hem_zeggen(gezegd: str, dag: str) -> None:
    assert lees_gezegde_dag(gezegd, VANDAAG).isoformat() == dag


# gezegd -> wat er in het antwoord staat: de dag die het kan zijn, of wat er niet klopt
GEWEIGERD = [
    ("vorige week dinsdag", "bedoelt u dinsdag 17 november 2026? Typ dan: 17 november 2026"),
    ("dinsdag vorige week", "dinsdag 17 november 2026"),
    ("dinsdag", "bedoelt u dinsdag 24 november 2026?"),
    ("afgelopen zondag", "zondag 22 november 2026"),
    ("vorige dinsdag", "bedoelt u dinsdag 24 november 2026 of dinsdag 17 november 2026?"),
    ("twee weken geleden", "zondag 15 november 2026"),
    ("3 dagen geleden", "donderdag 26 november 2026"),
    ("3 december", "van welk jaar? Bedoelt u woensdag 3 december 2025, typ dan: 3 december 2025"),
    ("29 februari", "29 februari 2024"),
    ("maandag 3 maart 2026", "3 maart 2026 is een dinsdag, geen maandag"),
    ("31 februari", "31 februari 2026 bestaat niet"),
    ("31-2", "31 februari 2026 bestaat niet"),
    ("3-13", "maand 13 bestaat niet"),
    ("3 foo 26", "geen datum zoals"),
    ("ooit", "geen datum zoals"),
    ("", "geen datum zoals"),
    ("٣ maart", "geen datum zoals"),
]


@pytest.mark.parametrize(("gezegd", "antwoord"), GEWEIGERD)
def test_wat_niet_een_dag_is_wordt_geweigerd_met_de_dag_die_het_kan_zijn(gezegd: str, antwoord: str) -> None:
    with pytest.raises(ValueError, match=re.escape(antwoord)):
        lees_gezegde_dag(gezegd, VANDAAG)


# gezegd -> zoals het wordt vastgelegd
PERIODEN = [
    ("3 maart", "2026-03-03"), ("maart", "2026-03"), ("december", "2025-12"), ("maart 2025", "2025-03"),
    ("in 2025", "2025"), ("2025-11/2026-02", "2025-11/2026-02"), ("3/11/2026", "2026-11-03"), ("3-11", "2026-11-03"),
    ("november 2025 tot februari 2026", "2025-11/2026-02"), ("november tot februari 2026", "2025-11/2026-02"),
    ("van 3 maart tot en met 5 april 2026", "2026-03-03/2026-04-05"), ("3 oktober - 5 november",
     "2026-10-03/2026-11-05"),
    ("3 maart t/m vandaag", "2026-03-03/2026-11-29"), ("tussen maart en mei 2026", "2026-03/2026-05"),
    ("2024/2025", "2024/2025"), ("3 t/m 5 maart 2026", "2026-03-03/2026-03-05"),
    ("van 3 tot en met 5 maart", "2026-03-03/2026-03-05"), ("3-5 maart 2026", "2026-03-03/2026-03-05"),
    ("10/9/26", "2026-09-10"), ("10-9-26", "2026-09-10"), ("juni/juli 2026", "2026-06/2026-07"),
]  # fmt: skip


@pytest.mark.parametrize(("gezegd", "vastgelegd"), PERIODEN)
def test_een_periode_zoals_mensen_haar_zeggen(gezegd: str, vastgelegd: str) -> None:
    assert lees_gezegde_periode(gezegd, VANDAAG) == vastgelegd


PERIODEN_GEWEIGERD = [
    ("sinds maart", "tot wanneer? Duurt het nog voort, schrijf dan: maart tot vandaag"),
    ("vorig jaar", "schrijf het uit: 2025"),
    ("vorige maand", "schrijf het uit: oktober 2026"),
    ("vorige week", "schrijf het uit: 16 november 2026 tot 22 november 2026"),
    ("vorige week dinsdag", "dinsdag 17 november 2026"),
    ("2025/2024", "het einde vóór het begin"),
    ("ooit", "schrijf een dag (15 januari 2026)"),
    ("2026/", "schrijf een dag (15 januari 2026)"),
    ("begin september", "schrijf een dag (15 januari 2026)"),
    ("3 maart en 5 april 2026", "schrijf een dag (15 januari 2026)"),  # two days, not what lies between
    ("31 t/m 32 maart 2026", "32 maart 2026 bestaat niet"),
]


@pytest.mark.parametrize(("gezegd", "antwoord"), PERIODEN_GEWEIGERD)
def test_een_vage_periode_wordt_geweigerd(gezegd: str, antwoord: str) -> None:
    with pytest.raises(ValueError, match=re.escape(antwoord)):
        lees_gezegde_periode(gezegd, VANDAAG)


_DAGEN = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@given(_DAGEN, _DAGEN)
def test_een_dag_met_jaar_hangt_niet_van_vandaag_af(dag: date, vandaag: date) -> None:
    for gezegd in (dag.isoformat(), voluit(dag), met_weekdag(dag), f"{dag.day}-{dag.month}-{dag.year}"):
        assert lees_gezegde_dag(gezegd, vandaag) == dag


@given(_DAGEN, st.integers(0, 300))
def test_een_dag_zonder_jaar_is_de_laatste_van_die_naam(vandaag: date, terug: int) -> None:
    dag = vandaag - timedelta(days=terug)
    gezegd = voluit(dag).rsplit(" ", 1)[0]
    if (dag.month, dag.day) != (2, 29) or terug == 0:
        assert lees_gezegde_dag(gezegd, vandaag) == dag


@given(st.text(max_size=30), _DAGEN)
def test_elke_tekst_is_een_dag_of_een_zin(tekst: str, vandaag: date) -> None:
    """Nothing else comes out than a day, a period that can be read again, or a ValueError."""
    with suppress(ValueError):
        assert isinstance(lees_gezegde_dag(tekst, vandaag), date)
    with suppress(ValueError):
        assert lees_periode(lees_gezegde_periode(tekst, vandaag)).eerste <= date.max


def test_hoe_een_periode_is_begrepen() -> None:
    assert zeg_periode("2026-03-03") == "dinsdag 3 maart 2026"
    assert zeg_periode("2025-11/2026-02") == "van 1 november 2025 tot en met 28 februari 2026"
