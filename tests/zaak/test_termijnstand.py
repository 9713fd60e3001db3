"""The terms of a case on a day. The klaagschrift came in on Friday 24 April 2026, about conduct of 15 January 2026.

A row reads: what is so, what happened, the day on which we look, the term, its last day, the last working day on which
it is still safe, its state and the days left.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from klachtcli.instellingen.regelingen import lees_regeling
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand, meest_urgent
from klachtcli.zaak.zaak import Zaak

Dossier = Callable[..., Zaak]


class Geval(NamedTuple):
    """One row; `voldaan_op` for a term that is met."""

    naam: str
    handelingen: tuple[str, ...]
    peildatum: str
    termijn: str
    uiterlijk: str
    veilig: str
    status: str
    dagen: int | None
    voldaan_op: str | None = None


BEVESTIGD = "2026-04-30 brief_verzonden brief=ontvangstbevestiging"
GEVRAAGD, AANGEVULD = "2026-04-28 aanvulling_gevraagd", "2026-05-08 aanvulling_ontvangen aanvulling={}"
COMPLEET, ONTVANKELIJK = "2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden"
HOREN = "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26"
FEITEN, GESLOTEN = "2026-06-16 feitenoverzicht_verzonden", "2026-06-24 feitenoverzicht_gesloten"
ADVIES, BIJ_WERKGEVER = "2026-07-01 advies_uitgebracht", "2026-07-02 advies_ontvangen"
TOT_DAARNA = (COMPLEET, ONTVANKELIJK, ADVIES, BIJ_WERKGEVER)
VIER_WEKEN = "2026-07-20 beslissing_verdaagd reden=zomer duur=P4W"

KAMER = [
    # art. 9 lid 4: vijf werkdagen, en Koningsdag (maandag 27 april) is er geen
    Geval("bevestigen: dag van ontvangst", (), "2026-04-24", "ontvangstbevestiging", "2026-05-04", "2026-05-04",
         "loopt", 10),
    Geval("bevestigen: de laatste dag", (), "2026-05-04", "ontvangstbevestiging", "2026-05-04", "2026-05-04", "loopt",
         0),
    Geval("bevestigen: de dag erna", (), "2026-05-05", "ontvangstbevestiging", "2026-05-04", "2026-05-04", "verstreken",
         -1),
    Geval("bevestigd", (BEVESTIGD,), "2026-06-01", "ontvangstbevestiging", "2026-05-04", "2026-05-04", "voldaan", None,
          "2026-04-30"),
    Geval("een andere brief bevestigt niets", ("2026-04-30 brief_verzonden brief=hoorzitting",), "2026-05-05",
          "ontvangstbevestiging", "2026-05-04", "2026-05-04", "verstreken", -1),
    # art. 9 lid 3: twee weken voor de klager, en die schuift door
    Geval("aanvullen", (GEVRAAGD,), "2026-05-01", "aanvulling", "2026-05-12", "2026-05-12", "loopt", 11),
    Geval("aanvullen: op Hemelvaart", ("2026-04-30 aanvulling_gevraagd",), "2026-05-14", "aanvulling", "2026-05-18",
          "2026-05-13", "loopt", 4),
    Geval("aanvullen: de dag na het verschoven einde", ("2026-04-30 aanvulling_gevraagd",), "2026-05-19", "aanvulling",
          "2026-05-18", "2026-05-13", "verstreken", -1),
    Geval("aangevuld", (GEVRAAGD, AANGEVULD), "2026-06-01", "aanvulling", "2026-05-12", "2026-05-12", "voldaan", None,
          "2026-05-08"),
    Geval("toch compleet", (GEVRAAGD, COMPLEET), "2026-06-01", "aanvulling", "2026-05-12", "2026-05-12", "voldaan",
         None,
          "2026-05-06"),
    Geval("opnieuw gevraagd", (GEVRAAGD, AANGEVULD, "2026-05-11 aanvulling_gevraagd"), "2026-05-12", "aanvulling",
          "2026-05-26", "2026-05-22", "loopt", 14),
    # art. 10 lid 1: twee weken vanaf compleet, voor de commissie: die schuift niet
    Geval("ontvankelijkheid", (COMPLEET,), "2026-05-19", "ontvankelijkheid", "2026-05-20", "2026-05-20", "loopt", 1),
    Geval("ontvankelijkheid: op Hemelvaart", ("2026-04-30 klacht_compleet",), "2026-05-14", "ontvankelijkheid",
          "2026-05-14", "2026-05-13", "loopt", 0),
    Geval("ontvankelijkheid: voorbij", (COMPLEET,), "2026-05-21", "ontvankelijkheid", "2026-05-20", "2026-05-20",
          "verstreken", -1),
    Geval("ontvankelijk bevonden", (COMPLEET, ONTVANKELIJK), "2026-06-01", "ontvankelijkheid", "2026-05-20",
          "2026-05-20", "voldaan", None, "2026-05-20"),
    Geval("geadviseerd: niet", (COMPLEET, "2026-05-12 niet_ontvankelijk_geadviseerd"), "2026-06-01", "ontvankelijkheid",
          "2026-05-20", "2026-05-20", "voldaan", None, "2026-05-12"),
    # art. 12 lid 2 en 3: acht weken vanaf ontvankelijk, en daarna zo lang als is meegedeeld
    Geval("advies", (COMPLEET, ONTVANKELIJK), "2026-05-20", "advies", "2026-07-15", "2026-07-15", "loopt", 56),
    Geval("advies: voorbij", (COMPLEET, ONTVANKELIJK), "2026-07-16", "advies", "2026-07-15", "2026-07-15", "verstreken",
         -1),
    Geval("advies verdaagd", (COMPLEET, ONTVANKELIJK, "2026-07-10 advies_verdaagd tot_en_met=2026-08-12"), "2026-07-16",
          "advies", "2026-08-12", "2026-08-12", "loopt", 27),
    Geval("advies verdaagd tot een zaterdag", (COMPLEET, ONTVANKELIJK,
         "2026-07-10 advies_verdaagd tot_en_met=2026-08-15"),
          "2026-08-16", "advies", "2026-08-15", "2026-08-14", "verstreken", -1),
    Geval("advies tweemaal verdaagd", (COMPLEET, ONTVANKELIJK, "2026-07-10 advies_verdaagd tot_en_met=2026-08-12",
          "2026-08-10 advies_verdaagd tot_en_met=2026-09-01"), "2026-08-13", "advies", "2026-09-01", "2026-09-01",
          "loopt", 19),
    Geval("advies uitgebracht", (COMPLEET, ONTVANKELIJK, ADVIES), "2026-07-16", "advies", "2026-07-15", "2026-07-15",
          "voldaan", None, "2026-07-01"),
    # art. 12 lid 1: wat de commissie stelt, anders twee weken
    Geval("reageren", (COMPLEET, ONTVANKELIJK, FEITEN), "2026-06-16", "reactie_feitenoverzicht", "2026-06-30",
          "2026-06-30", "loopt", 14),
    Geval("reageren tot een gestelde dag", (COMPLEET, ONTVANKELIJK, FEITEN + " reactie_tot_en_met=2026-06-28"),
          "2026-06-29", "reactie_feitenoverzicht", "2026-06-28", "2026-06-26", "verstreken", -1),
    Geval("opnieuw verzonden, zonder dag", (COMPLEET, ONTVANKELIJK, FEITEN + " reactie_tot_en_met=2026-06-28",
          "2026-06-18 feitenoverzicht_verzonden"), "2026-06-29", "reactie_feitenoverzicht", "2026-07-02", "2026-07-02",
          "loopt",
          3),
    Geval("reacties gesloten", (COMPLEET, ONTVANKELIJK, FEITEN, GESLOTEN), "2026-07-16", "reactie_feitenoverzicht",
          "2026-06-30", "2026-06-30", "voldaan", None, "2026-06-24"),
    Geval("meteen advies", (COMPLEET, ONTVANKELIJK, FEITEN, ADVIES), "2026-07-16", "reactie_feitenoverzicht",
          "2026-06-30", "2026-06-30", "voldaan", None, "2026-07-01"),
    # art. 11 lid 4: tien dagen terug vanaf de zitting; terugrekenen schuift nooit
    Geval("nadere stukken: op zaterdag", (COMPLEET, ONTVANKELIJK, HOREN), "2026-05-30", "nadere_stukken", "2026-05-30",
          "2026-05-29", "loopt", 0),
    Geval("nadere stukken: voorbij", (COMPLEET, ONTVANKELIJK, HOREN), "2026-05-31", "nadere_stukken", "2026-05-30",
          "2026-05-29", "verstreken", -1),
    Geval("nadere stukken tot een gestelde dag", (COMPLEET, ONTVANKELIJK, HOREN + " stukken_tot_en_met=2026-06-02"),
          "2026-05-31", "nadere_stukken", "2026-06-02", "2026-06-02", "loopt", 2),
    Geval("zitting verzet", (COMPLEET, ONTVANKELIJK, HOREN, "2026-06-23 hoorzitting_gepland gepland_op=2026-06-01"),
          "2026-06-01", "nadere_stukken", "2026-06-13", "2026-06-12", "loopt", 12),
    # art. 13 lid 1 en 3: vier weken vanaf de ontvangst door de werkgever, eenmaal vier weken erbij
    Geval("beslissing", TOT_DAARNA, "2026-07-02", "beslissing", "2026-07-30", "2026-07-30", "loopt", 28),
    Geval("beslissing: voorbij", TOT_DAARNA, "2026-07-31", "beslissing", "2026-07-30", "2026-07-30", "verstreken", -1),
    Geval("beslissing vier weken verdaagd", (*TOT_DAARNA, VIER_WEKEN), "2026-07-31", "beslissing", "2026-08-27",
          "2026-08-27", "loopt", 27),
    Geval("verdaagde beslissing: voorbij", (*TOT_DAARNA, VIER_WEKEN), "2026-08-28", "beslissing", "2026-08-27",
          "2026-08-27", "verstreken", -1),
    Geval("beslissing verdaagd tot een dag", (*TOT_DAARNA,
         "2026-07-20 beslissing_verdaagd reden=zomer tot_en_met=2026-08-20"),
          "2026-07-31", "beslissing", "2026-08-20", "2026-08-20", "loopt", 20),
    Geval("beslist", (*TOT_DAARNA, "2026-07-28 beslissing_genomen"), "2026-09-01", "beslissing", "2026-07-30",
         "2026-07-30",
          "voldaan", None, "2026-07-28"),
    # art. 10 lid 2: geen termijn om te halen, maar een venster
    Geval("op tijd geklaagd", (), "2026-04-24", "jaartermijn", "2025-04-24", "2025-04-24", "voldaan", None,
         "2026-01-15"),
]  # fmt: skip


@pytest.mark.parametrize("geval", KAMER, ids=lambda g: g.naam)
def test_de_termijnen_van_de_kamer(geval: Geval, dossier: Dossier, rekenaar: Rekenaar) -> None:
    _toets(geval, dossier(*geval.handelingen), rekenaar)


def _toets(geval: Geval, zaak: Zaak, rekenaar: Rekenaar) -> None:
    stand = _stand(geval.termijn, zaak, rekenaar, geval.peildatum)
    b = stand.berekening
    assert (str(b.uiterlijk), str(b.veilig)) == (geval.uiterlijk, geval.veilig)
    assert (stand.status, stand.dagen) == (geval.status, geval.dagen)
    assert stand.voldaan_op == (geval.voldaan_op and date.fromisoformat(geval.voldaan_op))
    assert stand.uitleg[-1].naar == b.uiterlijk, "the explanation ends on the day that it explains"


def _stand(termijn: str, zaak: Zaak, rekenaar: Rekenaar, peildatum: str) -> Termijnstand:
    standen = {s.regel.id: s for s in rekenaar.standen(zaak, date.fromisoformat(peildatum))}
    return standen[termijn]


def test_elke_termijn_staat_in_de_tabel(kamer: Regeling) -> None:
    """All but the decision not to take a klacht up, which has a test of its own."""
    assert {g.termijn for g in KAMER} | {"besluit_niet_ontvankelijk"} == {t.id for t in kamer.termijn}


@pytest.mark.parametrize(
    ("handelingen", "erbij"),
    [
        ((), {"jaartermijn", "ontvangstbevestiging"}),
        ((GEVRAAGD,), {"aanvulling"}),
        ((GEVRAAGD, COMPLEET), {"ontvankelijkheid"}),
        ((GEVRAAGD, COMPLEET, ONTVANKELIJK), {"advies"}),
        ((GEVRAAGD, COMPLEET, ONTVANKELIJK, HOREN), {"nadere_stukken"}),
        ((GEVRAAGD, COMPLEET, ONTVANKELIJK, HOREN, FEITEN), {"reactie_feitenoverzicht"}),
        ((GEVRAAGD, COMPLEET, ONTVANKELIJK, HOREN, FEITEN, ADVIES), set()),
        ((GEVRAAGD, COMPLEET, ONTVANKELIJK, HOREN, FEITEN, ADVIES, BIJ_WERKGEVER), {"beslissing"}),
    ],
    ids=["ontvangen", "gevraagd", "compleet", "ontvankelijk", "zitting", "feiten", "advies", "bij de werkgever"],
)
def test_een_termijn_begint_pas_met_haar_feit(
    handelingen: tuple[str, ...], erbij: set[str], dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """Each act brings the terms that count from it, and no other."""

    def lopend(h: tuple[str, ...]) -> set[str]:
        return {s.regel.id for s in rekenaar.standen(dossier(*h), date(2026, 7, 3))}

    assert lopend(handelingen) - (lopend(handelingen[:-1]) if handelingen else set()) == erbij


# ---- te laat, en wat eraan te zien is ----


@pytest.mark.parametrize(
    ("naam", "handelingen", "termijn", "zegt"),
    [
        ("bevestigd na vijf werkdagen", ("2026-05-05 brief_verzonden brief=ontvangstbevestiging",),
         "ontvangstbevestiging",
         "Pas na de laatste dag voldaan, op 5 mei 2026."),
        ("ontvankelijk na twee weken", (COMPLEET, "2026-05-21 ontvankelijk_bevonden"), "ontvankelijkheid",
         "Pas na de laatste dag voldaan, op 21 mei 2026."),
        ("advies na acht weken", (COMPLEET, ONTVANKELIJK, "2026-07-16 advies_uitgebracht"), "advies",
         "Pas na de laatste dag voldaan, op 16 juli 2026."),
        ("beslist na vier weken", (*TOT_DAARNA, "2026-07-31 beslissing_genomen"), "beslissing",
         "Pas na de laatste dag voldaan, op 31 juli 2026."),
        ("aangevuld na het verschoven einde", ("2026-04-30 aanvulling_gevraagd",
         "2026-05-19 aanvulling_ontvangen aanvulling={}"), "aanvulling",
         "Pas na de laatste dag voldaan, op 19 mei 2026."),
    ],
    ids=lambda w: w if isinstance(w, str) and " " in w and "Pas" not in w else "",
)  # fmt: skip
def test_te_laat_voldaan_blijft_te_zien(
    naam: str, handelingen: tuple[str, ...], termijn: str, zegt: str, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    stand = _stand(termijn, dossier(*handelingen), rekenaar, "2027-01-01")
    assert (stand.status, stand.te_laat) == ("voldaan", False)
    assert zegt in stand.opmerkingen


def test_op_de_laatste_dag_voldaan_is_op_tijd(dossier: Dossier, rekenaar: Rekenaar) -> None:
    stand = _stand("advies", dossier(COMPLEET, ONTVANKELIJK, "2026-07-15 advies_uitgebracht"), rekenaar, "2027-01-01")
    assert stand.opmerkingen == ()


@pytest.mark.parametrize(
    ("naam", "verdagingen", "met_opmerking"),
    [
        ("niet verdaagd", (), False),
        ("vier weken", ("2026-07-10 advies_verdaagd tot_en_met=2026-08-12",), False),
        ("vier weken en een dag", ("2026-07-10 advies_verdaagd tot_en_met=2026-08-13",), True),
        ("tweemaal, samen kort", ("2026-07-10 advies_verdaagd tot_en_met=2026-07-20",
                                  "2026-07-18 advies_verdaagd tot_en_met=2026-07-22"), True),
    ],
    ids=lambda w: w if isinstance(w, str) else "",
)  # fmt: skip
def test_langer_dan_vier_weken_of_een_tweede_keer_vraagt_aandacht(
    naam: str, verdagingen: tuple[str, ...], met_opmerking: bool, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """Art. 12 lid 3 has no maximum; the Awb, as guidance, keeps to four weeks."""
    stand = _stand("advies", dossier(COMPLEET, ONTVANKELIJK, *verdagingen), rekenaar, "2026-07-15")
    assert any("kent geen maximum" in o for o in stand.opmerkingen) == met_opmerking
    assert stand.verdagingen == len(verdagingen)


def test_wat_niet_schuift_zegt_waar_het_met_de_termijnenwet_zou_eindigen(dossier: Dossier, rekenaar: Rekenaar) -> None:
    stand = _stand("ontvankelijkheid", dossier("2026-04-30 klacht_compleet"), rekenaar, "2026-05-01")
    assert (stand.berekening.uiterlijk, stand.met_termijnenwet) == (date(2026, 5, 14), date(2026, 5, 18))
    gewoon = _stand("ontvankelijkheid", dossier(COMPLEET), rekenaar, "2026-05-07")
    assert gewoon.met_termijnenwet is None


def test_voorbij_het_laatste_besluit_is_een_dag_voorlopig(dossier: Dossier, rekenaar: Rekenaar) -> None:
    zaak = dossier("2028-12-20 klacht_compleet", ontvangen_op="2028-12-18", gedraging=[{"wanneer": "2028-12-01"}])
    stand = _stand("ontvankelijkheid", zaak, rekenaar, "2028-12-21")
    assert stand.berekening.voorlopig
    assert [o for o in stand.opmerkingen if o.startswith("Voorlopig: na 31 december 2028")]


# ---- het venster van artikel 10 lid 2 ----


@pytest.mark.parametrize(
    ("naam", "wanneer", "status", "voldaan_op"),
    [
        ("erbinnen", ["2026-01-15"], "voldaan", "2026-01-15"),
        ("de laatste telt", ["2025-06-01", "2026-02-03", "2024-01-01"], "voldaan", "2026-02-03"),
        ("een maand", ["2026-02"], "voldaan", "2026-02-28"),
        ("op de grens", ["2025-04-24"], "voldaan", "2025-04-24"),
        ("erbuiten", ["2025-04-23"], "verstreken", None),
        ("twee erbuiten", ["2025-04-23", "2024-01-01"], "verstreken", None),
        ("onzeker", ["2025-04"], "loopt", None),
        ("erbuiten en onzeker", ["2024-01-01", "2025-04"], "loopt", None),
        ("niet bekend", [None], "loopt", None),
        ("na de ontvangst", ["2026-04-25"], "loopt", None),
    ],
    ids=lambda w: w if isinstance(w, str) and w.isalpha() else "",
)
def test_het_venster(
    naam: str, wanneer: list[str | None], status: str, voldaan_op: str | None, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """Never late: a window that passed is for the committee to judge, no duty that somebody missed."""
    zaak = dossier(gedraging=[{"wanneer": w} for w in wanneer])
    stand = _stand("jaartermijn", zaak, rekenaar, "2026-06-01")
    assert (stand.status, stand.te_laat) == (status, False)
    assert stand.voldaan_op == (voldaan_op and date.fromisoformat(voldaan_op))


def test_een_aanvulling_verandert_de_dag_van_indiening_niet(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """I11: the first receipt decides on the year, also when the klacht is completed later."""
    zaak = dossier(GEVRAAGD, AANGEVULD, gedraging=[{"wanneer": "2025-04-24"}])
    assert _stand("jaartermijn", zaak, rekenaar, "2026-06-01").berekening.vanaf == date(2026, 4, 24)


# ---- volgorde ----


def test_de_dringendste_eerst(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """What is late, then what runs by its last safe day, then what is over, and the window last."""
    zaak = dossier(GEVRAAGD, COMPLEET, ONTVANKELIJK, HOREN, FEITEN)
    volgorde = [(s.regel.id, s.status) for s in meest_urgent(rekenaar.standen(zaak, date(2026, 6, 20)))]
    assert volgorde == [
        ("ontvangstbevestiging", "verstreken"), ("reactie_feitenoverzicht", "loopt"), ("advies", "loopt"),
        ("aanvulling", "voldaan"), ("ontvankelijkheid", "voldaan"), ("nadere_stukken", "verstreken"),
        ("jaartermijn", "voldaan"),
    ]  # fmt: skip


def test_een_termijn_die_terugrekent_dringt_zolang_zij_loopt(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """Papers for the hearing have a last day that must not be missed: by that day it stands among what runs."""
    zaak = dossier(BEVESTIGD, COMPLEET, ONTVANKELIJK, HOREN)
    volgorde = [(s.regel.id, s.status) for s in meest_urgent(rekenaar.standen(zaak, date(2026, 5, 28)))]
    assert volgorde == [
        ("nadere_stukken", "loopt"), ("advies", "loopt"),
        ("ontvangstbevestiging", "voldaan"), ("ontvankelijkheid", "voldaan"), ("jaartermijn", "voldaan"),
    ]  # fmt: skip


def test_het_venster_is_nooit_een_termijn_om_te_halen(kamer: Regeling, awb: Regeling) -> None:
    for regeling in (kamer, awb):
        assert [t.id for t in regeling.termijn if t.venster] == ["jaartermijn"]


@pytest.mark.parametrize(
    ("verdaagd", "keren", "artikel"),
    [
        ("kamer beslissing", 0, "art. 13 lid 3"),
        ("kamer beslissing", 1, None),
        ("kamer advies", 0, "art. 12 lid 3"),
        ("kamer advies", 9, "art. 12 lid 3"),
        ("kamer ontvankelijkheid", 0, None),
        ("awb beslissing", 0, "art. 9:11 lid 2"),
        ("awb beslissing", 1, "art. 9:11 lid 3"),
        ("awb beslissing", 9, "art. 9:11 lid 3"),
    ],
)
def test_welke_regel_over_de_volgende_verdaging_gaat(
    verdaagd: str, keren: int, artikel: str | None, kamer: Regeling, awb: Regeling
) -> None:
    naam, _, id_ = verdaagd.partition(" ")
    termijn = {"kamer": kamer, "awb": awb}[naam].zoek_termijn(id_)
    assert termijn is not None
    regel = termijn.verdagingsregel(keren)
    assert (regel and regel.vindplaats) == artikel


# ---- richtdatums: binden niet, en worden genoemd tot hun feit er is ----

NIET_O = "2026-05-12 niet_ontvankelijk_geadviseerd"
BESLUIT_NO = "richtdatum van de Awb voor het besluit over niet-ontvankelijkheid"
RICHT = [
    # I01 en I51: acht weken vanaf 24 april is 19 juni, tien weken is 3 juli
    ("acht weken: op de dag zelf", (COMPLEET, ONTVANKELIJK), "2026-06-19", "advies", "streefdatum van Bijlage 1", ""),
    ("acht weken: de dag erna", (COMPLEET, ONTVANKELIJK), "2026-06-20", "advies", "streefdatum van Bijlage 1",
     "19 juni 2026"),
    ("tien weken: op de dag zelf", (COMPLEET, ONTVANKELIJK), "2026-07-03", "advies", "voor het geheel", ""),
    ("tien weken: de dag erna", (COMPLEET, ONTVANKELIJK), "2026-07-04", "advies", "voor het geheel", "3 juli 2026"),
    ("tien weken: er is advies", (COMPLEET, ONTVANKELIJK, ADVIES), "2026-07-04", "advies", "voor het geheel", ""),
    ("tien weken: bij de werkgever", TOT_DAARNA, "2026-07-04", "beslissing", "richtdatum van de Awb", "3 juli 2026"),
    ("tien weken: beslist", (*TOT_DAARNA, "2026-07-28 beslissing_genomen"), "2026-09-01", "beslissing",
     "richtdatum van de Awb", ""),
    ("tien weken: gesloten", (*TOT_DAARNA, "2026-07-03 zaak_gesloten"), "2026-09-01", "beslissing",
     "richtdatum van de Awb", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "acts", "peildatum", "termijn", "richtdatum", "dag"), RICHT, ids=[r[0] for r in RICHT]
)
def test_een_richtdatum_wordt_genoemd_zodra_zij_voorbij_is(
    naam: str, acts: tuple[str, ...], peildatum: str, termijn: str, richtdatum: str, dag: str,
    dossier: Dossier, rekenaar: Rekenaar,
) -> None:  # fmt: skip
    stand = _stand(termijn, dossier(*acts), rekenaar, peildatum)
    gezegd = [o for o in stand.opmerkingen if richtdatum in o]
    assert len(gezegd) == (1 if dag else 0)
    assert all(f", {dag}, is voorbij; die bindt niet." in o for o in gezegd)


def test_een_richtdatum_staat_bij_haar_termijn_zodra_haar_feit_er_is(dossier: Dossier, rekenaar: Rekenaar) -> None:
    def dagen(termijn: str, *acts: str) -> list[date]:
        return [dag for _, dag in _stand(termijn, dossier(*acts), rekenaar, "2026-05-20").richtdatums]

    assert dagen("advies", COMPLEET, ONTVANKELIJK) == [date(2026, 7, 3), date(2026, 6, 19)]
    assert dagen("beslissing", *TOT_DAARNA) == [date(2026, 7, 3)]


@pytest.mark.parametrize("eerst", [(), (COMPLEET,), (GEVRAAGD,)], ids=["meteen", "compleet", "geen antwoord"])
def test_het_besluit_over_niet_ontvankelijkheid_wordt_gevolgd(
    eerst: tuple[str, ...], dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """I06: four weeks from 24 April is 22 May, and only once the committee advised not to take the klacht up."""
    t = rekenaar.regeling.zoek_termijn("besluit_niet_ontvankelijk")
    assert t is not None
    assert rekenaar.stand(t, dossier(BEVESTIGD, *eerst), date(2026, 6, 1)) is None
    loopt = _stand(t.id, dossier(BEVESTIGD, *eerst, NIET_O), rekenaar, "2026-05-22")
    assert (loopt.status, loopt.berekening.uiterlijk, loopt.te_laat) == ("loopt", date(2026, 5, 22), False)
    assert _stand(t.id, dossier(BEVESTIGD, *eerst, NIET_O), rekenaar, "2026-05-23").te_laat
    besloten = dossier(BEVESTIGD, *eerst, NIET_O, "2026-05-20 niet_ontvankelijk_verklaard")
    assert _stand(t.id, besloten, rekenaar, "2026-06-01").voldaan_op == date(2026, 5, 20)


# ---- wie niet meer hoeft, is niet te laat ----

AFGEWEZEN = (GEVRAAGD, "2026-05-20 niet_ontvankelijk_geadviseerd", "2026-05-28 niet_ontvankelijk_verklaard")


def test_na_een_besluit_van_het_bevoegd_gezag_wacht_niemand_meer_op_aanvulling(
    dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """The ordinary end of a klager who does not answer; nothing then is late any more."""
    standen = rekenaar.standen(dossier(BEVESTIGD, *AFGEWEZEN), date(2026, 6, 1))
    assert [s.regel.id for s in standen if s.te_laat] == []


def test_in_een_gesloten_zaak_is_niets_meer_te_laat(dossier: Dossier, rekenaar: Rekenaar) -> None:
    standen = rekenaar.standen(dossier(COMPLEET, "2026-05-12 zaak_gesloten reden=ingetrokken"), date(2026, 6, 1))
    assert [s.regel.id for s in standen if s.te_laat] == []


# ---- Awb hoofdstuk 9 ----

NA_TIEN_WEKEN = "2026-05-25 beslissing_verdaagd reden=onderzoek duur=P4W"
AWB = [
    ("tien weken met een commissie", True, "2026-04-24", (), "2026-07-03", "2026-07-03"),
    ("zes weken zonder", False, "2026-04-24", (), "2026-06-05", "2026-06-05"),
    ("zes weken tot Bevrijdingsdag", False, "2026-03-24", (), "2026-05-06", "2026-05-04"),
    ("tien weken tot tweede Pinksterdag", True, "2026-03-16", (), "2026-05-26", "2026-05-22"),
    ("tien en vier weken: schuift niet meer", True, "2026-03-16", (NA_TIEN_WEKEN,), "2026-06-22", "2026-06-22"),
    ("zes en vier weken: schuift wel", False, "2026-03-16", ("2026-04-20 beslissing_verdaagd reden=x duur=P4W",),
     "2026-05-26", "2026-05-22"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "commissie", "ontvangen", "acts", "uiterlijk", "veilig"), AWB, ids=[a[0] for a in AWB]
)
def test_de_beslistermijn_van_de_awb(
    naam: str, commissie: bool, ontvangen: str, acts: tuple[str, ...], uiterlijk: str, veilig: str,
    awb: Regeling, kalender: Kalender, dossier: Dossier,
) -> None:  # fmt: skip
    """Art. 9:11 lid 1: six weeks from receipt, ten with an advisory committee; the Termijnenwet holds up to twelve."""
    regeling = awb if commissie else msgspec.structs.replace(awb, kenmerken=())
    stand = _stand("beslissing", dossier(*acts, ontvangen_op=ontvangen), Rekenaar(regeling, kalender), ontvangen)
    assert (str(stand.berekening.uiterlijk), str(stand.berekening.veilig)) == (uiterlijk, veilig)


def test_waar_twee_manieren_van_verdagen_verschillen_staan_beide_er(
    awb: Regeling, kalender: Kalender, dossier: Dossier
) -> None:
    """Ten weeks ended on a holiday: four weeks more from the moved end would be a day later."""
    zaak = dossier(NA_TIEN_WEKEN, ontvangen_op="2026-03-16")
    stand = _stand("beslissing", zaak, Rekenaar(awb, kalender), "2026-05-26")
    assert "Gerekend vanaf het al verschoven einde zou de laatste dag 23 juni 2026 zijn." in stand.opmerkingen


def test_awb_een_klacht_die_niet_wordt_behandeld_hoeft_niet_te_worden_afgehandeld(
    awb: Regeling, kalender: Kalender, dossier: Dossier
) -> None:
    """`beslis` is refused after it, so nothing but closing the case would ever stop the alarm."""
    zaak = dossier(BEVESTIGD, "2026-05-08 niet_ontvankelijk_verklaard")
    assert not [s for s in Rekenaar(awb, kalender).standen(zaak, date(2026, 8, 1)) if s.te_laat]


def test_awb_een_klacht_in_behandeling_mist_geen_bericht_dat_zij_niet_wordt_behandeld(
    awb: Regeling, kalender: Kalender, dossier: Dossier
) -> None:
    """Hearing and advising need no decision first (the file says so), so they show that the klacht is dealt with."""
    zaak = dossier(BEVESTIGD, "2026-06-09 hoorzitting_gepland gepland_op=2026-05-12")
    assert not [s for s in Rekenaar(awb, kalender).standen(zaak, date(2026, 6, 15)) if s.te_laat]


# ---- een derde regeling, alleen gegevens ----

PROEFREGELING = """
id = "proef"
naam = "Proefregeling"
geldig_vanaf = 2026-01-01
bron = "verzonnen"

[[artikel]]
nummer = "1"
titel = "Alles"

[[termijn]]
id = "afhandeling"
naam = "afhandeling"
vindplaats = "art. 1"
duur = "P6W"
vanaf = "ontvangst"
wie = "werkgever"
voldaan_door = ["beslissing"]
termijnenwet = "ja"
gekozen_door = "de wet"

[[termijn]]
id = "herstel"
naam = "herstel van een gebrek"
vindplaats = "art. 1"
duur = "P2W"
vanaf = "aanvulling_gevraagd"
wie = "klager"
voldaan_door = ["aanvulling_ontvangen"]
termijnenwet = "ja"
gekozen_door = "de wet"
verlengt = "afhandeling"

[[termijn]]
id = "bevestiging"
naam = "bevestiging"
vindplaats = "art. 1"
duur = "3 werkdagen"
vanaf = "ontvangst"
wie = "secretaris"
voldaan_door = ["ontvangst_bevestigd"]
termijnenwet = "nee"
gekozen_door = "eigen norm"

[[termijn]]
id = "indienen"
naam = "indienen"
vindplaats = "art. 1"
duur = "P1Y"
vanaf = "laatste_gedraging"
wie = "klager"
voldaan_door = ["ontvangst"]
termijnenwet = "nee"
gekozen_door = "de wet"

[[vereiste]]
id = "1"
vindplaats = "art. 1"
zegt = "een naam"
toets = "anoniem"

[[handeling]]
id = "sluit"
vindplaats = "niet geregeld"
vereist = ["ontvangst"]
"""


@pytest.fixture(scope="module")
def proef(tmp_path_factory: pytest.TempPathFactory, kalender: Kalender) -> Rekenaar:
    """Counts the terms of a regulation that is nothing but data."""
    pad: Path = tmp_path_factory.mktemp("regelingen") / "proef" / "2026-01-01.toml"
    pad.parent.mkdir()
    pad.write_text(PROEFREGELING, encoding="utf-8")
    return Rekenaar(lees_regeling(pad), kalender)


PROEF: list[tuple[Geval, dict[str, Any]]] = [
    (Geval("zes weken", (), "2026-04-24", "afhandeling", "2026-06-05", "2026-06-05", "loopt", 42), {}),
    (Geval("herstel verlengt met twee weken", (GEVRAAGD,), "2026-05-01", "afhandeling", "2026-06-19", "2026-06-19",
         "loopt",
           49), {}),
    (Geval("herstel eindigt zelf na twee weken", (GEVRAAGD,), "2026-05-01", "herstel", "2026-05-12", "2026-05-12",
         "loopt",
           11), {}),
    (Geval("drie werkdagen over Koningsdag", (), "2026-04-24", "bevestiging", "2026-04-30", "2026-04-30", "loopt", 6),
         {}),
    (Geval("op tijd vanaf de laatste gedraging", (), "2026-04-24", "indienen", "2027-01-15", "2027-01-15", "voldaan",
         None,
           "2026-04-24"), {}),
    (Geval("de laatste van twee", (), "2026-04-24", "indienen", "2027-02-03", "2027-02-03", "voldaan", None,
         "2026-04-24"),
     {"gedraging": [{"wanneer": "2026-02-03"}, {"wanneer": "2025-11-01"}]}),
    (Geval("te laat vanaf de laatste gedraging", (), "2026-04-24", "indienen", "2026-04-23", "2026-04-23", "voldaan",
         None,
           "2026-04-24"), {"gedraging": [{"wanneer": "2025-04-23"}]}),
]  # fmt: skip


@pytest.mark.parametrize(("geval", "feiten"), PROEF, ids=[g.naam for g, _ in PROEF])
def test_een_derde_regeling_zonder_regel_code(
    geval: Geval, feiten: dict[str, Any], proef: Rekenaar, dossier: Dossier
) -> None:
    _toets(geval, dossier(*geval.handelingen, **feiten), proef)


def test_te_laat_ingediend_is_te_zien(proef: Rekenaar, dossier: Dossier) -> None:
    stand = _stand("indienen", dossier(gedraging=[{"wanneer": "2025-04-23"}]), proef, "2026-05-01")
    assert "Pas na de laatste dag voldaan, op 24 april 2026." in stand.opmerkingen


def test_zonder_dag_van_de_gedraging_telt_er_niets(proef: Rekenaar, dossier: Dossier) -> None:
    """Conduct known only to the month starts no term; once the day is known, it does."""
    zaak = dossier(gedraging=[{"wanneer": "2026-01"}])
    assert "indienen" not in {s.regel.id for s in proef.standen(zaak, date(2026, 5, 1))}
    later = '2026-05-08 aanvulling_ontvangen aanvulling={"gedraging":[{"wanneer":"2026-01-20","nummer":1}]}'
    zaak = dossier(later, gedraging=[{"wanneer": "2026-01"}])
    assert _stand("indienen", zaak, proef, "2026-05-09").berekening.vanaf == date(2026, 1, 20)


@pytest.mark.parametrize(
    ("naam", "wanneer", "later", "vanaf"),
    [
        ("een latere gedraging waarvan de dag niet bekend is", ["2026-01-15"], ["2026-02"], None),
        ("een eerdere gedraging waarvan de dag niet bekend is", ["2026-01-15"], ["2025-12"], "2026-01-15"),
        ("ergens in januari, en op de laatste dag daarvan", ["2026-01", "2026-01-31"], [], "2026-01-31"),
        ("op de laatste dag van januari, en ergens daarin", ["2026-01-31", "2026-01"], [], "2026-01-31"),
    ],
    ids=lambda w: w if isinstance(w, str) and " " in w else "",
)
def test_de_laatste_gedraging_telt_zodra_en_zolang_haar_dag_bekend_is(
    naam: str, wanneer: list[str], later: list[str], vanaf: str | None, proef: Rekenaar, dossier: Dossier
) -> None:
    aanvulling = json.dumps({"gedraging": [{"wanneer": w} for w in later]}, separators=(",", ":"))
    erbij = [f"2026-05-08 aanvulling_ontvangen aanvulling={aanvulling}"] if later else []
    dagen = proef.dagen(dossier(*erbij, gedraging=[{"wanneer": w} for w in wanneer]), date(2026, 5, 9))
    assert ("indienen" in dagen and str(dagen["indienen"].vanaf)) == (vanaf or False)
