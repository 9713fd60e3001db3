"""The calendar against the law, against the `holidays` library, and against a list typed from the besluiten."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import msgspec
import pytest
from dateutil.easter import easter

from klachtcli.recht.kalender import Kalender, KalenderGegevens

JAREN = range(1990, 2061)
WEEKEND = ("zaterdag", "zondag")
BESLUITEN = """
    2005-05-06 2006-05-26 2007-05-18 2007-12-24 2007-12-27 2007-12-28 2007-12-31
    2008-05-02 2009-01-02 2009-05-01 2009-05-04 2009-05-22 2010-05-14
    2011-05-06 2011-06-03 2012-05-18 2012-12-24 2012-12-31 2013-04-29 2013-05-10 2013-12-27
    2014-05-30 2015-01-02 2015-05-04 2015-05-15 2016-05-06
    2017-04-28 2017-05-26 2018-05-11 2018-12-24 2018-12-31 2019-05-31 2019-12-27
    2020-05-22 2021-05-14 2022-05-27
    2023-04-28 2023-05-19 2024-05-10 2024-12-27 2025-05-30
    2026-01-02 2026-05-15 2027-05-07 2028-04-28 2028-05-26
"""
GELIJKGESTELD = {date.fromisoformat(d) for d in BESLUITEN.split()}


def _dagen(jaar: int) -> list[date]:
    eerste = date(jaar, 1, 1)
    return [eerste + timedelta(days=n) for n in range((date(jaar + 1, 1, 1) - eerste).days)]


def _bibliotheek(jaar: int, *soorten: str) -> set[date]:
    return set(holidays.NL(years=jaar, categories=soorten))


@pytest.fixture(scope="module")
def artikel3(kalendergegevens: KalenderGegevens) -> Kalender:
    """The calendar of art. 3 lid 1 and 2 alone, without any besluit."""
    return Kalender(msgspec.structs.replace(kalendergegevens, besluit=()))


@pytest.mark.parametrize("jaar", JAREN)
def test_feestdagen_van_art_3_zijn_die_van_de_bibliotheek(jaar: int, artikel3: Kalender) -> None:
    """All of them, in weekends too. The library knows two more, and no other: the Sundays of Easter and Whitsun.

    Those are no feestdagen in art. 3, and need not be: they are Sundays.
    """
    onze = {d for d in _dagen(jaar) if artikel3.vrij(d) not in (None, *WEEKEND)}
    pasen = easter(jaar)
    bibliotheek = _bibliotheek(jaar, "public", "optional")
    assert bibliotheek - onze == {pasen, pasen + timedelta(days=49)}
    assert onze - bibliotheek == set()


@pytest.mark.parametrize("jaar", JAREN)
def test_een_dag_is_vrij_om_een_feestdag_een_weekend_of_een_besluit_en_anders_niet(
    jaar: int, kalender: Kalender
) -> None:
    bibliotheek = _bibliotheek(jaar, "public", "optional")
    vrij = {d for d in _dagen(jaar) if kalender.vrij(d)}
    assert vrij == {d for d in _dagen(jaar) if d.weekday() >= 5 or d in bibliotheek or d in GELIJKGESTELD}


def test_een_weekend_zonder_feestdag_heet_naar_zijn_dag(kalender: Kalender) -> None:
    assert kalender.vrij(date(2026, 1, 10)) == "zaterdag"
    assert kalender.vrij(date(2026, 1, 11)) == "zondag"
    assert kalender.vrij(date(2026, 1, 12)) is None


def test_bevrijdingsdag_is_elk_jaar_vrij_ook_waar_de_bibliotheek_hem_alleen_in_lustrumjaren_kent(
    kalender: Kalender,
) -> None:
    """Why OPTIONAL is needed. PUBLIC has 5 mei once in five years, before and after 1990 (and in 2016, as Ascension).

    OPTIONAL has it every year from 1982 on, when it came into the law; the besluit of 1990 changed nothing there.
    """
    jaren = range(1982, 2061)
    assert {j for j in jaren if date(j, 5, 5) in _bibliotheek(j, "public")} == {2016, 1985, *range(1990, 2061, 5)}
    assert all(date(j, 5, 5) in _bibliotheek(j, "optional") for j in jaren)
    assert date(1981, 5, 5) not in _bibliotheek(1981, "public", "optional")
    assert all(kalender.vrij(date(j, 5, 5)) == "5 mei (art. 3 lid 1)" for j in jaren if j not in (2005, 2016))
    assert {kalender.vrij(date(j, 5, 5)) for j in (2005, 2016)} == {"Hemelvaartsdag (art. 3 lid 1)"}


@pytest.mark.parametrize(
    ("zondag", "gevierd"),
    [
        ("1995-04-30", "1995-04-29"),
        ("2000-04-30", "2000-04-29"),
        ("2006-04-30", "2006-04-29"),
        ("2014-04-27", "2014-04-26"),
        ("2025-04-27", "2025-04-26"),
        ("2031-04-27", "2031-04-26"),
    ],
)
def test_koningsdag_op_zondag_wordt_zaterdag_gevierd(zondag: str, gevierd: str, kalender: Kalender) -> None:
    """For us as for the library; the Monday after it is an ordinary day, and so the Sunday is but a Sunday."""
    dag, viering = date.fromisoformat(zondag), date.fromisoformat(gevierd)
    bibliotheek = _bibliotheek(dag.year, "public", "optional")
    assert kalender.vrij(dag) == "zondag"
    assert "dag (art. 3" in (kalender.vrij(viering) or "")
    assert viering in bibliotheek
    assert dag not in bibliotheek
    assert kalender.vrij(dag + timedelta(days=1)) is None


def test_koninginnedag_werd_koningsdag_in_2014(kalender: Kalender) -> None:
    jaren = range(1990, 2061)
    assert [j for j in jaren if "Koninginnedag" in (kalender.vrij(date(j, 4, 30)) or "")] == [
        j for j in range(1990, 2014) if date(j, 4, 30).weekday() != 6
    ]
    assert [j for j in jaren if "Koningsdag" in (kalender.vrij(date(j, 4, 27)) or "")] == [
        j for j in range(2014, 2061) if date(j, 4, 27).weekday() != 6
    ]


def test_gelijkgestelde_dagen_zijn_die_van_de_besluiten_en_alle_vrij(
    kalender: Kalender, kalendergegevens: KalenderGegevens
) -> None:
    assert {d for b in kalendergegevens.besluit for d in b.dagen} == GELIJKGESTELD
    assert all((kalender.vrij(d) or "").startswith("gelijkgesteld met een feestdag (") for d in GELIJKGESTELD)


def test_een_besluit_noemt_alleen_dagen_die_anders_werkdagen_waren(artikel3: Kalender) -> None:
    """A day in a besluit that would be free anyway is a typing error in our data."""
    assert [d for d in sorted(GELIJKGESTELD) if artikel3.vrij(d)] == []


@pytest.mark.parametrize("jaar", range(2005, 2029))
def test_de_vrijdag_na_hemelvaart_is_sinds_2005_elk_jaar_vrij(jaar: int, kalender: Kalender) -> None:
    assert kalender.vrij(easter(jaar) + timedelta(days=40))


@pytest.mark.parametrize(
    ("dag", "waarom_vrij"),
    [
        pytest.param("2026-04-03", "Goede Vrijdag (art. 3 lid 2)", id="Goede Vrijdag is door lid 2 gelijkgesteld"),
        pytest.param("2026-04-05", "zondag", id="eerste paasdag is alleen een zondag"),
        pytest.param("2026-04-06", "Tweede Paasdag (art. 3 lid 1)", id="tweede paasdag"),
        pytest.param("2026-05-14", "Hemelvaartsdag (art. 3 lid 1)", id="hemelvaart"),
        pytest.param(
            "2026-05-15", "gelijkgesteld met een feestdag (Stcrt 2025, 24713)", id="vrijdag na hemelvaart: besluit"
        ),
        pytest.param("2026-05-24", "zondag", id="eerste pinksterdag is alleen een zondag"),
        pytest.param("2026-05-25", "Tweede Pinksterdag (art. 3 lid 1)", id="tweede pinksterdag"),
        pytest.param("2026-05-05", "5 mei (art. 3 lid 1)", id="5 mei buiten een lustrumjaar"),
        pytest.param("2024-05-05", "5 mei (art. 3 lid 1)", id="5 mei op zondag blijft 5 mei"),
        pytest.param("2024-05-06", None, id="5 mei op zondag schuift niet door"),
        pytest.param("2026-12-26", "Tweede Kerstdag (art. 3 lid 1)", id="tweede kerstdag op zaterdag"),
        pytest.param("2026-12-28", None, id="geen dag in de plaats van kerst op zaterdag"),
        pytest.param("2026-05-04", None, id="maandag voor 5 mei 2026: geen besluit"),
        pytest.param("2020-05-04", None, id="maandag voor 5 mei 2020: geen besluit"),
        pytest.param(
            "2015-05-04",
            "gelijkgesteld met een feestdag (KB 17-06-2013 nr 13.001210 (BWBR0033679))",
            id="maandag voor 5 mei 2015: wel een besluit",
        ),
        pytest.param("2022-05-06", None, id="vrijdag na 5 mei 2022: geen besluit"),
        pytest.param("2021-04-26", None, id="maandag voor Koningsdag 2021: geen besluit"),
        pytest.param("2027-04-26", None, id="maandag voor Koningsdag 2027: geen besluit"),
        pytest.param(
            "2018-12-31",
            "gelijkgesteld met een feestdag (KB 24-10-2016 nr 2016001827, Stcrt 2016, 58653 (BWBR0038666))",
            id="oudejaarsdag 2018: besluit",
        ),
        pytest.param("2026-12-31", None, id="oudejaarsdag 2026: geen besluit"),
        pytest.param("2026-12-24", None, id="24 december is geen feestdag"),
        pytest.param("2022-05-31", None, id="31 mei 2022: staat fout op een site, geen besluit"),
        pytest.param("2014-04-30", None, id="30 april is sinds 2014 gewoon"),
        pytest.param("2013-04-27", "zaterdag", id="27 april was tot 2014 gewoon"),
        pytest.param("2026-02-16", None, id="carnaval is geen feestdag"),
        pytest.param("2029-05-11", None, id="na het laatste besluit: niet af te leiden"),
    ],
)
def test_vrij_en_waarom(dag: str, waarom_vrij: str | None, kalender: Kalender) -> None:
    assert kalender.vrij(date.fromisoformat(dag)) == waarom_vrij


@pytest.mark.parametrize(
    ("dag", "eerste", "laatste"),
    [
        pytest.param("2026-03-10", "2026-03-10", "2026-03-10", id="een werkdag is zijn eigen antwoord"),
        pytest.param("2026-03-14", "2026-03-16", "2026-03-13", id="weekend"),
        pytest.param("2026-04-04", "2026-04-07", "2026-04-02", id="Pasen: vier dagen"),
        pytest.param("2025-12-25", "2025-12-29", "2025-12-24", id="kerst voor een weekend"),
        pytest.param("2026-01-01", "2026-01-05", "2025-12-31", id="nieuwjaar met besluit, over de jaargrens"),
        pytest.param("2007-12-26", "2008-01-02", "2007-12-21", id="elf dagen op een rij"),
    ],
)
def test_werkdag_op_of_na_en_op_of_voor(dag: str, eerste: str, laatste: str, kalender: Kalender) -> None:
    d = date.fromisoformat(dag)
    assert kalender.eerste_werkdag(d) == date.fromisoformat(eerste)
    assert kalender.laatste_werkdag(d) == date.fromisoformat(laatste)


@pytest.mark.parametrize(
    ("vanaf", "aantal", "dag"),
    [
        pytest.param("2026-03-10", 0, "2026-03-10", id="nul werkdagen is de dag zelf"),
        pytest.param("2026-03-13", 1, "2026-03-16", id="vrijdag en een werkdag is maandag"),
        pytest.param("2026-03-14", 1, "2026-03-16", id="zaterdag en een werkdag is maandag"),
        pytest.param("2026-03-16", -1, "2026-03-13", id="maandag min een werkdag is vrijdag"),
        pytest.param("2026-03-15", -1, "2026-03-13", id="zondag min een werkdag is vrijdag"),
        pytest.param("2026-04-01", 2, "2026-04-07", id="over Pasen"),
        pytest.param("2007-12-20", 2, "2008-01-02", id="over elf vrije dagen"),
    ],
)
def test_tel_werkdagen(vanaf: str, aantal: int, dag: str, kalender: Kalender) -> None:
    assert kalender.tel_werkdagen(date.fromisoformat(vanaf), aantal) == date.fromisoformat(dag)
