"""Regulations of other committees, each as shipped: its terms, its toets and its duties, by hand from its text.

The klaagschrift came in on Friday 24 April 2026, about conduct of 15 January 2026; where a row says so on a Sunday.
Free days then: Koningsdag Monday 27 April, 5 May, Ascension Day 14 May, Whit Monday 25 May.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest

from klachtcli.recht.kalender import Kalender, KalenderGegevens
from klachtcli.recht.regeling import Bron, Regeling
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.gebeurtenissen import Gebeurtenis, KlaagschriftOntvangen
from klachtcli.zaak.gebreken import gebreken
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.narekening import Narekenaar
from klachtcli.zaak.plichten import openstaand
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import toets, uitkomst
from klachtcli.zaak.zaak import Zaak, vouw

Regelingen = dict[str, Regeling]
SZW, EZ, CBS = "szw-ongewenste-omgangsvormen", "ez-ongewenste-omgangsvormen", "cbs-klachten"
EIGEN_TABEL = ("tk-ongewenste-omgangsvormen", "awb-9")  # these have tables of their own
BRON = Bron("proef", "2026-01-01", "0" * 64)
ZONDAG = {"ontvangen_op": "2026-04-26"}

BEVESTIGD = "2026-04-28 brief_verzonden brief=ontvangstbevestiging"
MIST_IETS, GEVRAAGD = "2026-04-28 getoetst uitkomst=aanvulling", "2026-04-28 aanvulling_gevraagd"
BEHANDELD = ("2026-05-04 klacht_compleet", "2026-05-06 ontvankelijk_bevonden")
STIL, WEER = "2026-06-01 termijnen_opgeschort instemming_op=2026-05-29", "2026-06-15 termijnen_hervat"
ZITTING = "2026-05-26 hoorzitting_gepland gepland_op=2026-05-12"
GEHOORD = "2026-05-26 hoorzitting_gehouden gehoord=klager,aangeklaagde-1"
ADVIES, BIJ_WERKGEVER = "2026-06-10 advies_uitgebracht", "2026-06-12 advies_ontvangen"
LATER, BESLIST = "2026-07-02 beslissing_verdaagd reden=zomer duur=P4W", "2026-07-03 beslissing_genomen"
AFGERADEN, AFGEWEZEN = "2026-05-06 niet_ontvankelijk_geadviseerd", "2026-05-13 niet_ontvankelijk_verklaard"
BERICHT = "brief_verzonden brief=bericht-niet-ontvankelijk"


# ---- termijnen ----


class Geval(NamedTuple):
    """What is so, what happened, the term, and its three days: bare end, last day, last working day; or none."""

    naam: str
    handelingen: tuple[str, ...]
    termijn: str
    dagen: str
    feiten: dict[str, Any] = {}  # noqa: RUF012


TERMIJNEN = {
    SZW: [
        Geval("art. 8 lid 3: een jaar terug", (), "jaartermijn", "2025-04-24 2025-04-24 2025-04-24"),
        Geval("eigen norm: vijf werkdagen over Koningsdag", (), "ontvangstbevestiging",
              "2026-05-04 2026-05-04 2026-05-04"),
        Geval("art. 8 lid 2: twee weken vanaf de ontvangst, niet vanaf compleet", BEHANDELD, "ontvankelijkheid",
              "2026-05-08 2026-05-08 2026-05-08"),
        Geval("art. 8 lid 2: zondag blijft zondag, de commissie plant vrijdag", (), "ontvankelijkheid",
              "2026-05-10 2026-05-10 2026-05-08", ZONDAG),
        Geval("art. 8 lid 4: nog geen bericht, nog geen zienswijze", (), "zienswijze", ""),
        Geval("art. 8 lid 4: twee weken vanaf het bericht", (f"2026-05-08 {BERICHT}",), "zienswijze",
              "2026-05-22 2026-05-22 2026-05-22"),
        Geval("art. 8 lid 4: eerste pinksterdag wordt dinsdag", (f"2026-05-10 {BERICHT}",), "zienswijze",
              "2026-05-24 2026-05-26 2026-05-22"),
        Geval("art. 9 lid 2: acht weken vanaf de ontvangst", BEHANDELD, "advies", "2026-06-19 2026-06-19 2026-06-19"),
        Geval("art. 9 lid 3: tot de dag die is gezegd", (*BEHANDELD,
              "2026-06-15 advies_verdaagd tot_en_met=2026-07-19"), "advies", "2026-07-19 2026-07-19 2026-07-17"),
        Geval("art. 9 lid 1: geen termijn; het voorstel is twee weken", (*BEHANDELD,
              "2026-06-14 feitenoverzicht_verzonden"), "reactie_feitenoverzicht", "2026-06-28 2026-06-29 2026-06-26"),
        Geval("art. 9 lid 1: de dag die de commissie stelde", (*BEHANDELD,
              "2026-06-01 feitenoverzicht_verzonden reactie_tot_en_met=2026-06-08"), "reactie_feitenoverzicht",
              "2026-06-08 2026-06-08 2026-06-08"),
        Geval("art. 10 lid 1: vier weken vanaf de ontvangst van het advies", (*BEHANDELD, ADVIES, BIJ_WERKGEVER),
              "beslissing", "2026-07-10 2026-07-10 2026-07-10"),
        Geval("art. 10 lid 2: vier weken erbij", (*BEHANDELD, ADVIES, BIJ_WERKGEVER, LATER), "beslissing",
              "2026-08-07 2026-08-07 2026-08-07"),
    ],
    EZ: [
        Geval("hoofdstuk 4: een jaar terug", (), "jaartermijn", "2025-04-24 2025-04-24 2025-04-24"),
        Geval("zo spoedig mogelijk; eigen norm vijf werkdagen", (), "ontvangstbevestiging",
              "2026-05-04 2026-05-04 2026-05-04"),
        Geval("hoofdstuk 4: twee weken om te herstellen", (GEVRAAGD,), "aanvulling",
              "2026-05-12 2026-05-12 2026-05-12"),
        Geval("hoofdstuk 5: twee weken, ook na een herstel", (GEVRAAGD,), "behandeling",
              "2026-05-08 2026-05-08 2026-05-08"),
        Geval("hoofdstuk 5: vier weken om het te berichten", (), "kennisgeving", "2026-05-22 2026-05-22 2026-05-22"),
        Geval("Awb 9:8: eerste pinksterdag wordt dinsdag", (), "kennisgeving", "2026-05-24 2026-05-26 2026-05-22",
              ZONDAG),
        Geval("eigen norm: acht weken", (), "advies", "2026-06-19 2026-06-19 2026-06-19"),
        Geval("hoofdstuk 5: acht dagen voor het verslag; zaterdag wordt maandag", (*BEHANDELD,
              "2026-06-12 feitenoverzicht_verzonden"), "reactie_feitenoverzicht", "2026-06-20 2026-06-22 2026-06-19"),
        Geval("hoofdstuk 4: tien weken", (), "beslissing", "2026-07-03 2026-07-03 2026-07-03"),
        Geval("met herstel twaalf; de Termijnenwet geldt nog: zondag wordt maandag", (GEVRAAGD,), "beslissing",
              "2026-07-19 2026-07-20 2026-07-17", ZONDAG),
        Geval("verdaagd veertien; de Termijnenwet geldt niet meer: zondag blijft", (LATER,), "beslissing",
              "2026-08-02 2026-08-02 2026-07-31", ZONDAG),
        Geval("met herstel en verdaging zestien", (GEVRAAGD, LATER), "beslissing", "2026-08-14 2026-08-14 2026-08-14"),
        Geval("art. 8 lid 3: twee weken stil voor bemiddeling", (*BEHANDELD, STIL, WEER), "beslissing",
              "2026-07-17 2026-07-17 2026-07-17"),
        Geval("art. 8 lid 3: ook het advies", (*BEHANDELD, STIL, WEER), "advies", "2026-07-03 2026-07-03 2026-07-03"),
    ],
    CBS: [
        Geval("art. 8 lid 1 onder b: een jaar terug", (), "jaartermijn", "2025-04-24 2025-04-24 2025-04-24"),
        Geval("art. 7 lid 1: drie werkdagen over Koningsdag", (), "ontvangstbevestiging",
              "2026-04-30 2026-04-30 2026-04-30"),
        Geval("art. 4 lid 3: twee weken om aan te vullen", (GEVRAAGD,), "aanvulling",
              "2026-05-12 2026-05-12 2026-05-12"),
        Geval("art. 8 lid 3: vier weken", (), "kennisgeving", "2026-05-22 2026-05-22 2026-05-22"),
        Geval("art. 12 lid 1: zes weken", (), "beslissing", "2026-06-05 2026-06-05 2026-06-05"),
        Geval("art. 12 lid 1: een aanvulling verlengt niet", (GEVRAAGD,), "beslissing",
              "2026-06-05 2026-06-05 2026-06-05"),
        Geval("art. 12 lid 1: eerste pinksterdag wordt dinsdag", (), "beslissing", "2026-05-24 2026-05-26 2026-05-22",
              {"ontvangen_op": "2026-04-12"}),
        Geval("art. 12 lid 2: vier weken erbij", ("2026-06-03 beslissing_verdaagd reden=ziekte duur=P4W",),
              "beslissing", "2026-07-03 2026-07-03 2026-07-03"),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def tellers(
    meegeleverd: Regelingen, kalender: Kalender, kalendergegevens: KalenderGegevens
) -> dict[str, tuple[Rekenaar, Narekenaar]]:
    """Both calculations, for each regulation."""
    return {i: (Rekenaar(r, kalender), Narekenaar(r, kalendergegevens)) for i, r in meegeleverd.items()}


@pytest.mark.parametrize(
    ("id_", "geval"), [pytest.param(i, g, id=f"{i}: {g.naam}") for i, tabel in TERMIJNEN.items() for g in tabel]
)
def test_een_termijn(
    id_: str, geval: Geval, tellers: dict[str, tuple[Rekenaar, Narekenaar]],
    schets: Callable[..., Klaagschrift], verloop: Callable[..., list[Gebeurtenis]],
) -> None:  # fmt: skip
    """Both calculations give the days of the table."""
    k, peildatum = schets(**geval.feiten), date(2026, 8, 20)
    reeks = [KlaagschriftOntvangen(k.ontvangstdag, k, BRON, BRON), *verloop(*geval.handelingen)]
    zaak = vouw("K2026-001", reeks)
    assert zaak is not None
    eerste = tellers[id_][0].dagen(zaak, peildatum)
    assert eerste == tellers[id_][1].dagen(reeks, peildatum)
    dagen = eerste.get(geval.termijn)
    assert (f"{dagen.nominaal} {dagen.uiterlijk} {dagen.veilig}" if dagen else "") == geval.dagen


def test_elke_termijn_van_elke_regeling_heeft_een_geval(meegeleverd: Regelingen) -> None:
    """No regulation is shipped without its table, nor a term without a row."""
    assert TERMIJNEN.keys() | {*EIGEN_TABEL} == meegeleverd.keys()
    for id_, tabel in TERMIJNEN.items():
        assert {t.id for t in meegeleverd[id_].termijn} == {g.termijn for g in tabel}


# ---- de toets ----

BUITEN, BINNEN = {"gedraging": [{"wanneer": "2025-04-23"}]}, {"gedraging": [{"wanneer": "2025-04-24"}]}
TOETSEN = [
    (SZW, "niets mist", {}, "6.2", "voldaan", "compleet"),
    (SZW, "art. 6 lid 2: niet ondertekend", {"ondertekend": False}, "6.2", "ontbreekt", "aanvulling"),
    (SZW, "art. 6 lid 2 onder b: zonder functie", {"klager": {"functie": None}}, "6.2.b", "ontbreekt", "aanvulling"),
    (SZW, "art. 1: de klager werkt er niet", {"klager": {"hoedanigheid": "derde"}}, "1.d", "ontbreekt",
     "weigeringsgrond"),
    (SZW, "art. 1: hij werkte er", {"klager": {"hoedanigheid": "oud-medewerker"}}, "1.d", "te_beoordelen",
     "te_beoordelen"),
    (SZW, "art. 8 lid 3: een dag te lang geleden", BUITEN, "8.3", "ontbreekt", "weigeringsgrond"),
    (SZW, "art. 8 lid 3: precies een jaar", BINNEN, "8.3", "voldaan", "compleet"),
    (SZW, "art. 6 lid 4 onder c: bij de rechter", {"procedures": {"rechter": True}}, "6.4.c", "te_beoordelen",
     "weigeringsgrond"),
    (SZW, "art. 6 lid 4 onder f: vraagt een mens", {}, "6.4.f", "nvt", "compleet"),
    (EZ, "niets mist, ook zonder functie", {"klager": {"functie": None}}, "4.naam", "voldaan", "compleet"),
    (EZ, "hoofdstuk 4: geen datum", {"dagtekening": None}, "4.datum", "ontbreekt", "aanvulling"),
    (EZ, "hoofdstuk 4: anoniem", {"klager": {"naam": "anoniem"}}, "4.anoniem", "te_beoordelen", "weigeringsgrond"),
    (EZ, "art. 1: wie er werkte, hoort erbij", {"klager": {"hoedanigheid": "oud-medewerker"}}, "5.b.klager", "voldaan",
     "compleet"),
    (EZ, "hoofdstuk 1: een stagiair ook", {"klager": {"hoedanigheid": "stagiair"}}, "5.b.klager", "voldaan",
     "compleet"),
    (EZ, "hoofdstuk 5: een bezoeker niet", {"klager": {"hoedanigheid": "derde"}}, "5.b.klager", "ontbreekt",
     "weigeringsgrond"),
    (EZ, "hoofdstuk 5 onder d", BUITEN, "5.d", "ontbreekt", "weigeringsgrond"),
    (EZ, "hoofdstuk 5: een rechter is hier geen grond", {"procedures": {"rechter": True}}, "5.f", "voldaan",
     "compleet"),
    (CBS, "iedereen kan klagen", {"klager": {"hoedanigheid": "derde"}}, "4.1.a", "voldaan", "compleet"),
    (CBS, "art. 4 lid 1: zonder adres", {"klager": {"adres": None}}, "4.1.a", "ontbreekt", "aanvulling"),
    (CBS, "art. 4: stappen en categorie hoeven niet", {"stap": [], "gedraging": [{"categorie": None}]}, "4.1.c",
     "voldaan", "compleet"),
    (CBS, "art. 8 lid 1 onder f: vervolging", {"procedures": {"strafzaak": True}}, "8.1.f", "te_beoordelen",
     "weigeringsgrond"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "feiten", "vereiste", "status", "geheel"),
    [pytest.param(i, f, v, s, u, id=f"{i}: {naam}") for i, naam, f, v, s, u in TOETSEN],
)
def test_de_toets(
    id_: str, feiten: dict[str, Any], vereiste: str, status: str, geheel: str,
    meegeleverd: Regelingen, kalender: Kalender, schets: Callable[..., Klaagschrift],
) -> None:  # fmt: skip
    alle = toets(Feiten(schets(**feiten), frozenset(), meegeleverd[id_], kalender, Fracties(()), ()))
    assert ({b.status for b in alle if b.vereiste == vereiste}, uitkomst(alle)) == ({status}, geheel)


# ---- plichten ----


class Plichtrij(NamedTuple):
    """A duty, after what, who must do it on which article, and to whom until when (none: no day)."""

    plicht: str
    na: tuple[str, ...]
    wie: str
    artikel: str
    voor: dict[str, str | None]


def _beiden(dag: str | None) -> dict[str, str | None]:
    return {"klager": dag, "aangeklaagde-1": dag}


H4, H5 = "Werkwijze hoofdstuk 4, bij art. 3", "Werkwijze hoofdstuk 5, bij art. 3"
INGETROKKEN = (BEVESTIGD, "2026-05-06 klacht_ingetrokken")
PLICHTEN = {
    SZW: [
        Plichtrij("bevestig_ontvangst", (), "secretaris", "niet geregeld", {"klager": "2026-05-04"}),
        Plichtrij("toets", (), "secretaris", "art. 8 lid 3", {"": "2026-05-04"}),
        Plichtrij("meld_ontvankelijk", BEHANDELD, "commissie", "art. 8 lid 2", {"klager": "2026-05-08"}),
        Plichtrij("zend_afschrift", BEHANDELD, "commissie", "art. 8 lid 5", {"aangeklaagde-1": "2026-05-08"}),
        Plichtrij("stel_commissie_samen", BEHANDELD, "commissie", "art. 8 lid 1", {"": "2026-05-13"}),
        Plichtrij("plan_hoorzitting", BEHANDELD, "commissie", "art. 8 lid 6", {"": "2026-05-13"}),
        Plichtrij("houd_hoorzitting", (*BEHANDELD, ZITTING), "commissie", "art. 8 lid 6", {"": "2026-05-26"}),
        Plichtrij("maak_verslag", (*BEHANDELD, ZITTING, GEHOORD), "commissie", "art. 8 lid 6", {"": "2026-06-09"}),
        Plichtrij("leg_advies_voor", (*BEHANDELD, ZITTING, GEHOORD), "commissie", "art. 9 lid 1", {"": "2026-06-16"}),
        Plichtrij("deel_verdaging_advies_mee", (*BEHANDELD, "2026-06-15 advies_verdaagd tot_en_met=2026-07-10"),
                  "commissie", "art. 9 lid 3", _beiden("2026-06-19")),
        Plichtrij("zend_advies", (*BEHANDELD, ADVIES), "commissie", "art. 9 lid 2", {"werkgever": "2026-06-19"}),
        Plichtrij("zend_afschrift_advies", (*BEHANDELD, ADVIES), "commissie", "art. 9 lid 6", _beiden("2026-06-19")),
        Plichtrij("leg_ontvangst_advies_vast", (*BEHANDELD, ADVIES), "secretaris", "art. 10 lid 1",
                  {"": "2026-06-17"}),
        Plichtrij("deel_verdaging_beslissing_mee", (*BEHANDELD, ADVIES, BIJ_WERKGEVER, LATER), "werkgever",
                  "art. 10 lid 2", _beiden("2026-07-10")),
        Plichtrij("deel_beslissing_mee", (*BEHANDELD, ADVIES, BIJ_WERKGEVER, BESLIST), "werkgever",
                  "art. 10 lid 1 en 3", _beiden("2026-07-10")),
        Plichtrij("informeer_commissie", (*BEHANDELD, ADVIES, BIJ_WERKGEVER, BESLIST), "werkgever", "art. 10 lid 1",
                  {"": "2026-07-10"}),
        Plichtrij("zend_advies_niet_ontvankelijk", (AFGERADEN,), "commissie", "art. 8 lid 4",
                  {"werkgever": "2026-05-08"}),
        Plichtrij("deel_niet_ontvankelijk_mee", (AFGERADEN, AFGEWEZEN), "werkgever", "art. 8 lid 4", {"klager": None}),
        Plichtrij("sluit", INGETROKKEN, "secretaris", "niet geregeld", {"": None}),
    ],
    EZ: [
        Plichtrij("bevestig_ontvangst", (), "secretaris", H5, {"klager": "2026-05-04"}),
        Plichtrij("toets", (), "secretaris", H5, {"": "2026-05-04"}),
        Plichtrij("vraag_aanvulling", (MIST_IETS,), "commissie", H4, {"": "2026-04-30"}),
        Plichtrij("zend_verzoek_aanvulling", (MIST_IETS, GEVRAAGD), "secretaris", H4, {"klager": "2026-04-28"}),
        Plichtrij("stel_commissie_samen", (), "commissie", "art. 7 lid 1", {"": "2026-05-01"}),
        Plichtrij("hervat", (*BEHANDELD, STIL), "secretaris", "art. 8 lid 3", {"": None}),
        Plichtrij("meld_behandeling", BEHANDELD, "commissie", H5, {"klager": "2026-05-22"}),
        Plichtrij("zend_afschrift", BEHANDELD, "secretaris", H5, {"aangeklaagde-1": "2026-05-06"}),
        Plichtrij("nodig_klager_uit", (*BEHANDELD, ZITTING), "commissie", H5, {"klager": None}),
        Plichtrij("nodig_aangeklaagde_uit", (*BEHANDELD, ZITTING), "commissie", H5, {"aangeklaagde-1": None}),
        Plichtrij("houd_hoorzitting", (*BEHANDELD, ZITTING), "commissie", H5, {"": "2026-05-26"}),
        Plichtrij("maak_verslag", (*BEHANDELD, ZITTING, GEHOORD), "commissie", H5, {"": "2026-06-02"}),
        Plichtrij("leg_verslagen_voor", (*BEHANDELD, ZITTING, GEHOORD), "commissie", H5, {"": "2026-06-09"}),
        Plichtrij("zend_advies", (*BEHANDELD, ADVIES), "commissie", "art. 8 lid 1", {"werkgever": "2026-06-19"}),
        Plichtrij("leg_ontvangst_advies_vast", (*BEHANDELD, ADVIES), "secretaris", "niet geregeld",
                  {"": "2026-06-17"}),
        Plichtrij("deel_verdaging_mee", (*BEHANDELD, LATER), "secretaris", H5, _beiden("2026-07-03")),
        Plichtrij("deel_beslissing_mee", (*BEHANDELD, ADVIES, BIJ_WERKGEVER, BESLIST), "werkgever", H5,
                  _beiden("2026-07-03")),
        Plichtrij("informeer_commissie", (*BEHANDELD, ADVIES, BIJ_WERKGEVER, BESLIST), "werkgever", H5,
                  {"": "2026-07-03"}),
        Plichtrij("zend_advies_niet_behandelen", (AFGERADEN,), "commissie", H5, {"werkgever": "2026-05-08"}),
        Plichtrij("bericht_niet_behandelen", (AFGERADEN, AFGEWEZEN), "werkgever", f"{H5}; Awb 9:8 lid 3",
                  {"klager": "2026-05-22"}),
        Plichtrij("sluit", INGETROKKEN, "secretaris", "niet geregeld", {"": None}),
    ],
    CBS: [
        Plichtrij("bevestig_ontvangst", (), "secretaris", "art. 7 lid 1 en 2", {"klager": "2026-04-30"}),
        Plichtrij("toets", (), "secretaris", "art. 4 lid 3", {"": "2026-04-30"}),
        Plichtrij("vraag_aanvulling", (MIST_IETS,), "secretaris", "art. 4 lid 3", {"": "2026-04-30"}),
        Plichtrij("zend_verzoek_aanvulling", (MIST_IETS, GEVRAAGD), "secretaris", "art. 4 lid 3",
                  {"klager": "2026-04-28"}),
        Plichtrij("zend_afschrift", BEHANDELD, "secretaris", "art. 9", {"aangeklaagde-1": "2026-05-08"}),
        Plichtrij("bied_horen_aan", BEHANDELD, "secretaris", "art. 10 lid 1", {"": "2026-05-13"}),
        Plichtrij("houd_hoorzitting", (*BEHANDELD, ZITTING), "secretaris", "art. 10 lid 1", {"": "2026-05-26"}),
        Plichtrij("maak_verslag", (*BEHANDELD, ZITTING, GEHOORD), "secretaris", "art. 10 lid 4", {"": "2026-06-02"}),
        Plichtrij("deel_verdaging_mee", (*BEHANDELD, "2026-06-03 beslissing_verdaagd reden=ziekte duur=P4W"),
                  "secretaris", "art. 12 lid 2", _beiden("2026-06-05")),
        Plichtrij("deel_beslissing_mee", (*BEHANDELD, "2026-06-03 beslissing_genomen"), "werkgever",
                  "art. 11 lid 1 en 2", {"klager": "2026-06-05"}),
        Plichtrij("bericht_niet_behandelen", (AFGEWEZEN,), "werkgever", "art. 8 lid 3", {"klager": "2026-05-22"}),
        Plichtrij("sluit", INGETROKKEN, "secretaris", "niet geregeld", {"": None}),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "rij"), [pytest.param(i, r, id=f"{i}: {r.plicht}") for i, tabel in PLICHTEN.items() for r in tabel]
)
def test_een_plicht(
    id_: str, rij: Plichtrij, meegeleverd: Regelingen, kalender: Kalender, dossier: Callable[..., Zaak]
) -> None:
    zaak = dossier(*rij.na)
    alle = openstaand(zaak, Rekenaar(meegeleverd[id_], kalender), zaak.laatste_handeling)
    standen = [s for s in alle if s.regel.id == rij.plicht]
    assert {s.aan or "": s.berekening and str(s.berekening.uiterlijk) for s in standen} == rij.voor
    assert {(s.regel.wie, s.regel.vindplaats) for s in standen} == {(rij.wie, rij.artikel)}


@pytest.mark.parametrize("id_", PLICHTEN)
def test_elke_plicht_staat_in_de_tabel(id_: str, meegeleverd: Regelingen) -> None:
    assert {p.id for p in meegeleverd[id_].plicht} == {r.plicht for r in PLICHTEN[id_]}


@pytest.mark.parametrize("id_", [*TERMIJNEN, *EIGEN_TABEL])
def test_een_eigen_norm_heet_zo(id_: str, meegeleverd: Regelingen) -> None:
    """Where the text gives no length, the day is an aim (streef) or a choice (kan, stelbaar), and says that it is."""
    for t in meegeleverd[id_].termijn:
        zegt = f"{t.toelichting} {t.gekozen_door}".casefold()
        if "eigen norm" in zegt or "voorstel." in zegt:
            assert t.soort == "streef" or t.stelbaar, t.id


# ---- wat bij een handeling hoort ----

MIST = (MIST_IETS, "2026-05-04 klacht_compleet")
GEBREKEN = [
    ("tk-ongewenste-omgangsvormen", ("2026-04-28 getoetst uitkomst=aanvulling", "2026-05-04 klacht_compleet"),
     ["art. 9 lid 1"]),
    (SZW, MIST, ["art. 6 lid 2"]),
    (EZ, MIST, [H4]),
    (CBS, MIST, ["art. 4 lid 1"]),
    ("tk-ongewenste-omgangsvormen", ("2026-05-08 commissie_samengesteld leden=[]",),
     [*["art. 7 lid 4"] * 4, "art. 7 lid 5"]),
    (SZW, ("2026-05-08 commissie_samengesteld leden=[]",), []),
    (EZ, ("2026-06-10 advies_uitgebracht advies={\"hoorverslag\":false}",), ["art. 8 lid 1"]),
    (CBS, ("2026-06-03 beslissing_genomen beslissing={\"wijkt_af\":true}",), ["art. 11 lid 1"]),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "handelingen", "plaatsen"), GEBREKEN)
def test_een_gebrek_noemt_een_artikel_van_de_eigen_regeling(
    id_: str, handelingen: tuple[str, ...], plaatsen: list[str], meegeleverd: Regelingen, kalender: Kalender,
    dossier: Callable[..., Zaak], verloop: Callable[..., list[Gebeurtenis]],
) -> None:  # fmt: skip
    """Nor is the form of the Kamer's committee asked of another."""
    *eerder, laatste = handelingen
    (e,) = verloop(laatste)
    assert [x.plaats for x in gebreken(e, dossier(*eerder), Rekenaar(meegeleverd[id_], kalender))] == plaatsen
