"""The second way to count (`recht.natelling`), against the worked cases, against the law, and against the first way.

That the two agree proves little if both are wrong in the same way: so the worked cases and the tables come first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from dateutil.easter import easter
from hypothesis import given, strategies as st

from klachtcli import klok
from klachtcli.fouten import Invoerfout
from klachtcli.recht.duur import Duur, lees_duur
from klachtcli.recht.kalender import Feestdag, Kalender, KalenderGegevens
from klachtcli.recht.natelling import Geteld, Natelling, bijeen, eerste_paasdag
from klachtcli.recht.termijn import Rekenregel

BESTAND = Path(__file__).parents[1] / "gevallen" / "termijnen.json"
GEVALLEN: list[dict[str, Any]] = json.loads(BESTAND.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def natelling(kalendergegevens: KalenderGegevens) -> Natelling:
    """Counts on the calendar as shipped."""
    return Natelling(kalendergegevens)


# ---- de uitgewerkte gevallen ----


def _gevallen(*velden: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("geval", [g for g in GEVALLEN if set(velden) <= set(g)], ids=lambda g: g["id"])


def _lees(geval: dict[str, Any]) -> tuple[date, list[Duur], bool]:
    """From when, the lengths one after another, and whether it counts back."""
    lengtes = [lees_duur(d) for d in geval["duration"].lstrip("-").split("+")]
    vanaf: date = date.fromisoformat(geval["start"][:10])
    if "T" in geval["start"]:
        vanaf = klok.in_amsterdam(datetime.fromisoformat(geval["start"]))
    return vanaf, lengtes, geval["duration"].startswith("-")


def _tel(geval: dict[str, Any], natelling: Natelling) -> date:
    vanaf, lengtes, terug = _lees(geval)
    wet = geval["rule"].startswith("ATW")
    return natelling.tel(vanaf, bijeen(lengtes), terug=terug, termijnenwet=wet).uiterlijk


@_gevallen("expected")
def test_de_laatste_dag(geval: dict[str, Any], natelling: Natelling) -> None:
    verwacht = geval["expected"]
    klopt = klok.in_amsterdam(datetime.fromisoformat(verwacht)) if "T" in verwacht else date.fromisoformat(verwacht)
    assert _tel(geval, natelling) == klopt, geval["why"]


@_gevallen("eerste_einde")
def test_het_einde_zonder_de_verdaging(geval: dict[str, Any], natelling: Natelling) -> None:
    vanaf, lengtes, _ = _lees(geval)
    assert natelling.tel(vanaf, lengtes[0]).uiterlijk == date.fromisoformat(geval["eerste_einde"])


@_gevallen("kb")
def test_zonder_de_besluiten_komt_er_iets_anders_uit(geval: dict[str, Any], kalendergegevens: KalenderGegevens) -> None:
    """The test above can fail: on a calendar without the days made equal it does."""
    zonder = Natelling(msgspec.structs.replace(kalendergegevens, besluit=()))
    assert _tel(geval, zonder) < date.fromisoformat(geval["expected"])


# ---- met de hand uit de wet ----

UIT_DE_WET = [
    # naam, vanaf, lengte, terug, nominaal, uiterlijk, veilig
    ("de dag zelf telt niet mee", "2026-03-10", "P1D", False, "2026-03-11", "2026-03-11", "2026-03-11"),
    ("art. 1 lid 1: zondag wordt maandag", "2026-03-08", "P2W", False, "2026-03-22", "2026-03-23", "2026-03-20"),
    ("art. 1 lid 1: Goede Vrijdag tot en met Tweede Paasdag", "2026-03-20", "P2W", False, "2026-04-03", "2026-04-07",
     "2026-04-02"),
    ("art. 1 lid 2: terug schuift niets", "2026-06-09", "P10D", True, "2026-05-30", "2026-05-30", "2026-05-29"),
    ("art. 2: drie dagen vanaf donderdag voor Pasen: dinsdag en woensdag", "2026-04-02", "P3D", False, "2026-04-05",
     "2026-04-08", "2026-04-02"),
    ("art. 2 niet bij twee dagen", "2026-04-02", "P2D", False, "2026-04-04", "2026-04-07", "2026-04-02"),
    ("art. 3 lid 1: 5 mei ook buiten een lustrum", "2026-04-21", "P2W", False, "2026-05-05", "2026-05-06",
     "2026-05-04"),
    ("art. 3 lid 1: Koningsdag op zaterdag, maandag is gewoon", "2025-04-14", "P2W", False, "2025-04-28",
     "2025-04-28", "2025-04-28"),
    ("art. 3 lid 3: vrijdag na Hemelvaart 2026", "2026-05-01", "P2W", False, "2026-05-15", "2026-05-18",
     "2026-05-13"),
    ("art. 4: twaalf weken vallen eronder", "2026-01-25", "P12W", False, "2026-04-19", "2026-04-20", "2026-04-17"),
    ("art. 4: dertien weken niet", "2026-01-25", "P13W", False, "2026-04-26", "2026-04-26", "2026-04-24"),
    ("art. 4: negentig dagen vallen eronder", "2026-01-25", "P90D", False, "2026-04-25", "2026-04-28", "2026-04-24"),
    ("art. 4: eenennegentig niet", "2026-01-25", "P91D", False, "2026-04-26", "2026-04-26", "2026-04-24"),
    ("art. 4: drie maanden vallen eronder", "2026-01-25", "P3M", False, "2026-04-25", "2026-04-28", "2026-04-24"),
    ("art. 4: vier niet", "2025-12-25", "P4M", False, "2026-04-25", "2026-04-25", "2026-04-24"),
    ("art. 4: een jaar niet", "2025-04-25", "P1Y", False, "2026-04-25", "2026-04-25", "2026-04-24"),
    ("HR 2017: 30 november en drie maanden", "2026-11-30", "P3M", False, "2027-02-28", "2027-03-01", "2027-02-26"),
    ("HR 2017: 28 februari en drie maanden blijft de 28e", "2025-02-28", "P3M", False, "2025-05-28", "2025-05-28",
     "2025-05-28"),
    ("31 maart, een maand terug", "2026-03-31", "P1M", True, "2026-02-28", "2026-02-28", "2026-02-27"),
    ("een jaar terug vanaf 29 februari", "2028-02-29", "P1Y", True, "2027-02-28", "2027-02-28", "2027-02-26"),
    ("vijf werkdagen over Koningsdag", "2026-04-24", "5 werkdagen", False, "2026-05-04", "2026-05-04", "2026-05-04"),
    ("twee werkdagen terug over Hemelvaart", "2026-05-17", "2 werkdagen", True, "2026-05-12", "2026-05-12",
     "2026-05-12"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "vanaf", "lengte", "terug", "nominaal", "uiterlijk", "veilig"), UIT_DE_WET, ids=[r[0] for r in UIT_DE_WET]
)
def test_uit_de_wet(
    naam: str, vanaf: str, lengte: str, terug: bool, nominaal: str, uiterlijk: str, veilig: str, natelling: Natelling
) -> None:
    geteld = natelling.tel(date.fromisoformat(vanaf), lees_duur(lengte), terug=terug)
    assert tuple(map(str, geteld)) == (nominaal, uiterlijk, veilig)


# First Easter day as the calendars print it; the last of the earliest and of the latest kind among them.
PASEN = """
    1583-04-10 1598-03-22 1666-04-25 1700-04-11 1818-03-22 1900-04-15 1943-04-25 1954-04-18 1961-04-02 1981-04-19
    2000-04-23 2008-03-23 2011-04-24 2019-04-21 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2038-04-25
    2049-04-18 2076-04-19 2100-03-28 2285-03-22
"""


@pytest.mark.parametrize("dag", [date.fromisoformat(d) for d in PASEN.split()], ids=str)
def test_pasen(dag: date) -> None:
    assert eerste_paasdag(dag.year) == dag


def test_pasen_is_elk_jaar_dat_van_een_ander() -> None:
    """Reckoned by epacts, against the library's formula: the whole range for which that is valid."""
    assert [jaar for jaar in range(1583, 4100) if eerste_paasdag(jaar) != easter(jaar)] == []


# ---- tegen de eerste berekening ----


def test_elke_dag_is_in_beide_een_werkdag_of_niet(natelling: Natelling, kalender: Kalender) -> None:
    dagen = (date(1990, 1, 1) + timedelta(days=n) for n in range(365 * 71))
    assert [dag for dag in dagen if natelling.werkdag(dag) != (kalender.vrij(dag) is None)] == []


LENGTES = ["P1D", "P2D", "P3D", "P10D", "P90D", "P91D", "P2W", "P4W", "P6W", "P8W", "P10W", "P12W", "P13W", "P1M",
           "P3M", "P4M", "P1Y", "P1M2W", "P12W6D", "P12W7D", "P2M29D", "P2M31D", "5 werkdagen",
           "1 werkdag"]  # fmt: skip


@pytest.mark.parametrize("lengte", LENGTES)
def test_elke_dag_van_vier_jaar_geven_beide_dezelfde_dagen(
    lengte: str, natelling: Natelling, kalender: Kalender
) -> None:
    """From 2024 (a leap year) on; forward with and without the Termijnenwet, and backward."""
    duur = lees_duur(lengte)
    dagen = [date(2024, 1, 1) + timedelta(days=n) for n in range(4 * 365 + 1)]
    for keuzes in ({"termijnenwet": True}, {"termijnenwet": False}, {"terug": True}):
        regel = Rekenregel(duur, kalender, **keuzes)
        anders = [dag for dag in dagen if natelling.tel(dag, duur, **keuzes) != _drie(regel, dag)]
        assert anders == [], keuzes


def _drie(regel: Rekenregel, dag: date) -> Geteld:
    b = regel[dag]
    return Geteld(b.nominaal, b.uiterlijk, b.veilig)


_AANTAL = st.integers(0, 14)
_DUUR = st.builds(Duur, st.integers(0, 2), _AANTAL, _AANTAL, st.integers(0, 100)).filter(lambda d: d != Duur())
_DAG = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(vanaf=_DAG, duur=_DUUR | st.builds(Duur, werkdagen=st.integers(1, 60)), terug=st.booleans(), wet=st.booleans())
def test_elke_lengte_vanaf_elke_dag_geeft_in_beide_dezelfde_dagen(
    vanaf: date, duur: Duur, terug: bool, wet: bool, natelling: Natelling, kalender: Kalender
) -> None:
    regel = Rekenregel(duur, kalender, terug=terug, termijnenwet=wet)
    assert natelling.tel(vanaf, duur, terug=terug, termijnenwet=wet) == _drie(regel, vanaf)


@given(vanaf=_DAG, duur=_DUUR, verdaging=_DUUR)
def test_een_verdaging_verlengt_in_beide_de_termijn_zelf(
    vanaf: date, duur: Duur, verdaging: Duur, natelling: Natelling, kalender: Kalender
) -> None:
    regel = Rekenregel(duur, kalender, verdaging=verdaging)
    assert natelling.tel(vanaf, bijeen([duur, verdaging])) == _drie(regel, vanaf)


@given(
    moment=st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(klok.amsterdam())),
    uren=st.integers(1, 200), terug=st.booleans(),
)  # fmt: skip
def test_uren_zijn_in_beide_echte_uren(
    moment: datetime, uren: int, terug: bool, natelling: Natelling, kalender: Kalender
) -> None:
    duur = Duur(uren=uren)
    regel = Rekenregel(duur, kalender, terug=terug)
    assert natelling.tel(moment, duur, terug=terug) == _drie(regel, moment)


# ---- wat niet te tellen is ----


@pytest.mark.parametrize(
    ("vanaf", "lengte", "terug", "code"),
    [
        pytest.param(date(9999, 12, 20), "P2W", False, "datum-buiten-bereik", id="na het jaar 9999"),
        pytest.param(date(9999, 12, 31), "1 werkdag", False, "datum-buiten-bereik", id="een werkdag na het jaar 9999"),
        pytest.param(date(9998, 12, 31), "P2Y", False, "datum-buiten-bereik", id="jaren"),
        pytest.param(date(1, 1, 3), "P1M", True, "datum-buiten-bereik", id="voor het jaar 1"),
        pytest.param(date(2026, 4, 24), "48 uren", False, "uren-zonder-tijdstip", id="uren vanaf een dag"),
    ],
)
def test_wat_in_beide_niet_te_tellen_is(
    vanaf: date, lengte: str, terug: bool, code: str, natelling: Natelling, kalender: Kalender
) -> None:
    for tel in (natelling.tel, lambda d, duur, terug: Rekenregel(duur, kalender, terug=terug)[d]):
        with pytest.raises(Invoerfout) as fout:
            tel(vanaf, lees_duur(lengte), terug=terug)
        assert fout.value.code == code


def test_lengtes_die_niet_bij_elkaar_passen() -> None:
    with pytest.raises(Invoerfout) as fout:
        bijeen([Duur(weken=4), Duur(werkdagen=5)])
    assert (fout.value.code, str(fout.value.feit)) == (
        "verdaging-andere-eenheid", "4 weken en 5 werkdagen zijn niet op te tellen",
    )  # fmt: skip


def test_de_laatste_dag_van_de_kalender_is_een_dag(natelling: Natelling) -> None:
    assert natelling.tel(date(9999, 12, 17), Duur(weken=2)).uiterlijk == date(9999, 12, 31)


# ---- de wet is gegevens: wie ze verandert, telt anders ----


def _anders(g: KalenderGegevens) -> Iterator[tuple[str, KalenderGegevens, str, str, str]]:
    """What is different in the calendar, that calendar, and a day and length of which the end then is another."""
    wet, vervang = g.termijnenwet, msgspec.structs.replace
    yield "een besluit minder", vervang(g, besluit=g.besluit[:-1]), "2026-05-01", "P2W", "2026-05-15"
    zonder = tuple(f for f in g.feestdag if f.naam != "5 mei")
    yield "zonder 5 mei", vervang(g, feestdag=zonder), "2026-04-21", "P2W", "2026-05-05"
    yield "geen minimum", vervang(g, termijnenwet=vervang(wet, minimum_werkdagen=0)), "2026-04-02", "P3D", "2026-04-07"
    vier = vervang(g, termijnenwet=vervang(wet, minimum_duur=4))
    yield "minimum pas bij vier dagen", vier, "2026-04-02", "P3D", "2026-04-07"
    ruim = vervang(g, termijnenwet=vervang(wet, ten_hoogste=(Duur(weken=13),)))
    yield "ook dertien weken", ruim, "2026-01-25", "P13W", "2026-04-28"
    na = Feestdag("Dies", "art. 3", dag="02-08", op_zondag=1)
    yield "een dag die van zondag naar maandag schuift", vervang(g, feestdag=(*g.feestdag, na)), "2026-01-25", "P2W", \
        "2026-02-10"  # fmt: skip
    eens = Feestdag("Dies", "art. 3", dag="02-10", vanaf=2027)
    yield "een dag die pas later feestdag wordt", vervang(g, feestdag=(*g.feestdag, eens)), "2026-01-27", "P2W", \
        "2026-02-10"  # fmt: skip


def test_een_andere_kalender_geeft_in_beide_een_andere_dag(kalendergegevens: KalenderGegevens) -> None:
    for naam, gegevens, vanaf, lengte, uiterlijk in _anders(kalendergegevens):
        dag, duur = date.fromisoformat(vanaf), lees_duur(lengte)
        assert str(Natelling(gegevens).tel(dag, duur).uiterlijk) == uiterlijk, naam
        assert str(Rekenregel(duur, Kalender(gegevens))[dag].uiterlijk) == uiterlijk, naam
