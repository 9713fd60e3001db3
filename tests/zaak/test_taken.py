"""What is to be done, in four groups: too late, this week, waiting for another, later.

Late is after the last day. What the committee or the secretaris does, is planned on the day that is safe: the last
working day on or before the last day. What another must do is waited for, until it is late.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import given, strategies as st

from klachtcli.zaak.taken import Groep, Taak, meest_urgent, taken
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak

Dossier = Callable[..., Zaak]
BEVESTIGD = "2026-04-24 brief_verzonden brief=ontvangstbevestiging aan=klager eigen=ja"
COMPLEET, ONTVANKELIJK = "2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden"
TOT_ONDERZOEK = (COMPLEET, ONTVANKELIJK)
ZITTING = "2026-06-09 hoorzitting_gepland gepland_op=2026-05-20"
TOT_WERKGEVER = (*TOT_ONDERZOEK, "2026-07-01 advies_uitgebracht", "2026-07-02 advies_ontvangen")
GEVRAAGD = "2026-04-30 aanvulling_gevraagd"
VOORZIENING = "2026-05-12 voorziening_gevraagd door=klager grond=onhoudbare-situatie"
BESLIST = "2026-07-28 beslissing_genomen"
STIL = "2026-05-11 termijnen_opgeschort instemming_op=2026-05-10"
LAAT, WEEK, WACHT, LATER = "te laat", "deze week", "wacht op een ander", "later"


def rijen(*alle: tuple[Any, ...]) -> list[Any]:
    """The rows of a table, each known by its first word."""
    return [pytest.param(*rij, id=rij[0]) for rij in alle]


class Geval(NamedTuple):
    """What happened, the task, the day on which we look, how many days `this week` has, and the group."""

    naam: str
    handelingen: tuple[str, ...]
    taak: str
    peildatum: str
    dagen: int
    groep: str


GEVALLEN = [
    # bevestigen: uiterlijk 4 mei, een werkdag
    Geval("acht dagen voor de laatste", (), "bevestig_ontvangst-klager", "2026-04-26", 7, LATER),
    Geval("zeven dagen voor de laatste", (), "bevestig_ontvangst-klager", "2026-04-27", 7, WEEK),
    Geval("op de laatste dag", (), "bevestig_ontvangst-klager", "2026-05-04", 7, WEEK),
    Geval("de dag erna", (), "bevestig_ontvangst-klager", "2026-05-05", 7, LAAT),
    Geval("nul dagen vooruit: pas op de dag zelf", (), "bevestig_ontvangst-klager", "2026-05-03", 0, LATER),
    Geval("nul dagen vooruit: de dag zelf", (), "bevestig_ontvangst-klager", "2026-05-04", 0, WEEK),
    Geval("een maand vooruit", (), "bevestig_ontvangst-klager", "2026-04-24", 31, WEEK),
    # uitnodigen: uiterlijk zaterdag 30 mei, veilig is vrijdag 29 mei
    Geval("veilig is acht dagen verder", (*TOT_ONDERZOEK, ZITTING), "nodig_klager_uit-klager", "2026-05-21", 7, LATER),
    Geval("veilig is zeven dagen verder", (*TOT_ONDERZOEK, ZITTING), "nodig_klager_uit-klager", "2026-05-22", 7, WEEK),
    Geval("na veilig, op de laatste dag", (*TOT_ONDERZOEK, ZITTING), "nodig_klager_uit-klager", "2026-05-30", 7, WEEK),
    Geval("na de laatste dag", (*TOT_ONDERZOEK, ZITTING), "nodig_klager_uit-klager", "2026-05-31", 7, LAAT),
    # ontvankelijkheid vanaf 30 april: 14 mei is Hemelvaart, veilig is 13 mei
    Geval("een termijn: veilig is acht dagen verder", ("2026-04-30 klacht_compleet",), "ontvankelijkheid",
          "2026-05-05", 7, LATER),
    Geval("een termijn: veilig is zeven dagen verder", ("2026-04-30 klacht_compleet",), "ontvankelijkheid",
          "2026-05-06", 7, WEEK),
    Geval("een termijn: op de laatste dag", ("2026-04-30 klacht_compleet",), "ontvankelijkheid", "2026-05-14", 7,
          WEEK),
    Geval("een termijn: de dag erna", ("2026-04-30 klacht_compleet",), "ontvankelijkheid", "2026-05-15", 7, LAAT),
    # zonder dag: nu
    Geval("zonder dag: nu", (COMPLEET, STIL), "hervat", "2026-05-11", 7, WEEK),
    Geval("zonder dag: nooit te laat", (COMPLEET, STIL), "hervat", "2028-07-28", 0, WEEK),
    # een ander: de werkgever (30 juli), de klager (14 mei schuift door naar 18 mei), partijen
    Geval("de werkgever: ver weg", TOT_WERKGEVER, "beslissing", "2026-07-02", 7, WACHT),
    Geval("de werkgever: op de laatste dag", TOT_WERKGEVER, "beslissing", "2026-07-30", 7, WACHT),
    Geval("de werkgever: te laat", TOT_WERKGEVER, "beslissing", "2026-07-31", 7, LAAT),
    Geval("een plicht van de werkgever", (VOORZIENING,), "overleg_voorziening", "2026-05-19", 7, WACHT),
    Geval("een plicht van de werkgever: te laat", (VOORZIENING,), "overleg_voorziening", "2026-05-20", 7, LAAT),
    Geval("de klager: op de nominale dag", (GEVRAAGD,), "aanvulling", "2026-05-14", 7, WACHT),
    Geval("de klager: op de verschoven dag", (GEVRAAGD,), "aanvulling", "2026-05-18", 7, WACHT),
    Geval("de klager: te laat", (GEVRAAGD,), "aanvulling", "2026-05-19", 7, LAAT),
    Geval("partijen: stukken voor de zitting", (*TOT_ONDERZOEK, ZITTING), "nadere_stukken", "2026-05-30", 7, WACHT),
    Geval("partijen: reactie op de feiten", (*TOT_ONDERZOEK, "2026-06-16 feitenoverzicht_verzonden"),
          "reactie_feitenoverzicht", "2026-06-30", 7, WACHT),
    Geval("partijen: reactie te laat", (*TOT_ONDERZOEK, "2026-06-16 feitenoverzicht_verzonden"),
          "reactie_feitenoverzicht", "2026-07-01", 7, LAAT),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_in_welke_groep(geval: Geval, dossier: Dossier, rekenaar: Rekenaar) -> None:
    alle = _alle(dossier(*geval.handelingen), rekenaar, geval.peildatum, geval.dagen)
    assert alle[geval.taak].groep == geval.groep


def _alle(zaak: Zaak, rekenaar: Rekenaar, peildatum: str, dagen: int = 7) -> dict[str, Taak]:
    return {t.sleutel: t for t in taken(zaak, rekenaar, date.fromisoformat(peildatum), dagen)}


@pytest.mark.parametrize(
    ("naam", "handelingen", "taak", "peildatum"),
    rijen(
        ("de dag voor stukken is voorbij: daar is niets meer aan te doen", (*TOT_ONDERZOEK, ZITTING),
         "nadere_stukken", "2026-05-31"),
        ("bevestigd", (BEVESTIGD,), "bevestig_ontvangst-klager", "2026-04-28"),
        ("beslist", (*TOT_WERKGEVER, BESLIST), "beslissing", "2026-07-28"),
        ("het jaar voor de ontvangst is geen taak", (), "jaartermijn", "2026-04-24"),
        ("de klager vulde aan", (GEVRAAGD, "2026-05-08 aanvulling_ontvangen aanvulling={}"), "aanvulling",
         "2026-05-08"),
        ("de aanvulling bleef uit", (GEVRAAGD, "2026-05-19 aanvulling_uitgebleven"), "aanvulling", "2026-05-19"),
        ("ingetrokken: geen advies meer", (*TOT_ONDERZOEK, "2026-05-26 klacht_ingetrokken"), "advies", "2026-05-26"),
    ),
)  # fmt: skip
def test_geen_taak_meer(
    naam: str, handelingen: tuple[str, ...], taak: str, peildatum: str, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    assert taak not in _alle(dossier(*handelingen), rekenaar, peildatum)


def test_in_een_gesloten_zaak_is_niets_te_doen(dossier: Dossier, rekenaar: Rekenaar) -> None:
    zaak = dossier(*TOT_WERKGEVER, BESLIST, "2026-07-29 zaak_gesloten")
    assert taken(zaak, rekenaar, date(2028, 1, 1), 7) == []


# ---- wat een taak zegt ----


@pytest.mark.parametrize(
    ("naam", "handelingen", "taak", "peildatum", "opdracht"),
    rijen(
        ("een brief", (), "bevestig_ontvangst-klager", "2026-04-24", "klacht brief K2026-001 ontvangstbevestiging"),
        ("een feit", (COMPLEET,), "ontvankelijkheid", "2026-05-06", "klacht besluit K2026-001 ontvankelijk"),
        ("wachten op de klager", (GEVRAAGD,), "aanvulling", "2026-05-18", "klacht vul-aan K2026-001 BESTAND"),
        ("de klager liet niets horen", (GEVRAAGD,), "aanvulling", "2026-05-19",
         "klacht vul-aan K2026-001 --uitgebleven"),
        ("wachten op de werkgever", TOT_WERKGEVER, "beslissing", "2026-07-02", "klacht beslis K2026-001 BESTAND"),
        ("waar niets vast te leggen is", (*TOT_ONDERZOEK, ZITTING), "nadere_stukken", "2026-05-22",
         "klacht termijnen K2026-001 --uitleg"),
    ),
)  # fmt: skip
def test_met_welke_opdracht(
    naam: str, handelingen: tuple[str, ...], taak: str, peildatum: str, opdracht: str, dossier: Dossier,
    rekenaar: Rekenaar,
) -> None:  # fmt: skip
    assert _alle(dossier(*handelingen), rekenaar, peildatum)[taak].opdracht == opdracht


@pytest.mark.parametrize(
    ("naam", "handelingen", "taak", "eigen_norm"),
    rijen(
        ("vijf werkdagen om te bevestigen is een eigen norm", (), "bevestig_ontvangst-klager", True),
        ("een week voor de commissie ook", TOT_ONDERZOEK, "stel_commissie_samen", True),
        ("acht weken voor het advies is de regeling", TOT_ONDERZOEK, "advies", False),
        ("twee weken voor de ontvankelijkheid ook", (COMPLEET,), "ontvankelijkheid", False),
        ("de verdaging meedelen ook: art. 12 lid 3", (*TOT_ONDERZOEK,
         "2026-07-10 advies_verdaagd tot_en_met=2026-08-12"), "deel_verdaging_advies_mee-klager", False),
        ("vier weken voor een besluit over niet-ontvankelijkheid is een richtdatum van de Awb",
         ("2026-05-12 niet_ontvankelijk_geadviseerd",), "besluit_niet_ontvankelijk", True),
    ),
)  # fmt: skip
def test_een_eigen_norm_heet_zo(
    naam: str, handelingen: tuple[str, ...], taak: str, eigen_norm: bool, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    assert _alle(dossier(*handelingen), rekenaar, "2026-05-12")[taak].eigen_norm == eigen_norm


def test_een_plicht_en_haar_termijn_zijn_een_taak(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """Confirming receipt is a term and a duty: the secretaris reads it once, with the letter behind it."""
    alle = _alle(dossier(), rekenaar, "2026-04-24")
    assert set(alle) == {"bevestig_ontvangst-klager", "toets"}
    assert alle["bevestig_ontvangst-klager"].brief == "ontvangstbevestiging"


def test_drie_aangeklaagden_drie_taken(dossier: Dossier, rekenaar: Rekenaar) -> None:
    zaak = dossier(*TOT_ONDERZOEK, aangeklaagde=[{"naam": "A. Een"}, {"naam": "B. Twee"}, {"naam": "C. Drie"}])
    assert [s for s in _alle(zaak, rekenaar, "2026-05-20") if s.startswith("zend_afschrift")] == [
        "zend_afschrift-aangeklaagde-1", "zend_afschrift-aangeklaagde-2", "zend_afschrift-aangeklaagde-3",
    ]  # fmt: skip


# ---- de volgorde ----


def test_te_laat_eerst_dan_naar_de_dag_en_wat_geen_dag_heeft_als_laatste(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """On 31 July: the letters of the decision were due on 30 July, care by 13 August."""
    zaak = dossier(BEVESTIGD, *TOT_ONDERZOEK, *TOT_WERKGEVER[2:], "2026-07-30 beslissing_genomen",
                   "2026-07-30 commissie_geinformeerd")  # fmt: skip
    alle = [t for t in taken(zaak, rekenaar, date(2026, 7, 31), 14) if t.berekening is None or t.vindplaats[:7] in
            ("art. 13", "niet ge")]  # fmt: skip
    assert [(t.sleutel, t.groep) for t in alle] == [
        ("deel_beslissing_mee-klager", LAAT), ("deel_beslissing_mee-aangeklaagde-1", LAAT),
        ("bied_nazorg-klager", WEEK), ("bied_nazorg-aangeklaagde-1", WEEK),
    ]  # fmt: skip
    stil = dossier(BEVESTIGD, *TOT_ONDERZOEK, STIL)
    assert [t.sleutel for t in taken(stil, rekenaar, date(2026, 5, 20), 366) if t.groep == WEEK][-1] == "hervat"


_GROEPEN: tuple[Groep, ...] = ("te laat", "deze week", "wacht op een ander", "later")
_DAG = st.integers(0, 200).map(lambda n: date(2026, 4, 24) + timedelta(days=n))
_FEITEN = (BEVESTIGD, "2026-04-28 getoetst uitkomst=aanvulling", GEVRAAGD, VOORZIENING, *TOT_ONDERZOEK, ZITTING,
           "2026-06-09 hoorzitting_gehouden gehoord=klager,aangeklaagde-1", "2026-06-16 feitenoverzicht_verzonden",
           *TOT_WERKGEVER[2:], BESLIST)  # fmt: skip


@given(aantal=st.integers(0, len(_FEITEN)), dag=_DAG, later=st.integers(0, 60), dagen=st.integers(0, 40))
def test_een_taak_wordt_met_de_dag_alleen_dringender(
    aantal: int, dag: date, later: int, dagen: int, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """Nothing that is late is later no longer late, and what is for this week never goes back to later."""
    zaak = dossier(*_FEITEN[:aantal])
    nu = {t.sleutel: t for t in taken(zaak, rekenaar, dag, dagen)}
    straks = {t.sleutel: t for t in taken(zaak, rekenaar, dag + timedelta(days=later), dagen)}
    assert set(straks) <= set(nu)
    for sleutel, t in straks.items():
        assert _GROEPEN.index(t.groep) <= _GROEPEN.index(nu[sleutel].groep)
    assert set(nu) - set(straks) <= {"nadere_stukken"}, "only a day for papers goes by of itself"


@given(aantal=st.integers(0, len(_FEITEN)), dag=_DAG, dagen=st.integers(0, 40))
def test_elke_taak_staat_in_een_groep_die_bij_haar_dag_past(
    aantal: int, dag: date, dagen: int, dossier: Dossier, rekenaars: tuple[Rekenaar, Rekenaar]
) -> None:
    """Under both regulations, and in the order of the groups."""
    for rekenaar in rekenaars:
        alle = taken(dossier(*_FEITEN[:aantal]), rekenaar, dag, dagen)
        assert meest_urgent(alle) == alle
        plek = [(_GROEPEN.index(t.groep), t.berekening.veilig if t.berekening else date.max) for t in alle]
        assert plek == sorted(plek)
        for t in alle:
            assert t.opdracht.startswith("klacht ")
            eigen, b = t.wie in ("secretaris", "commissie"), t.berekening
            assert t.groep != "te laat" or (b is not None and dag > b.uiterlijk)
            if t.groep != "te laat":
                assert (t.groep == "wacht op een ander") == (not eigen)
            if t.groep != "te laat" and eigen:
                assert (t.groep == "deze week") == (b is None or b.veilig <= dag + timedelta(days=dagen))
