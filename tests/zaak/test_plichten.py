"""What must be done in a case: the duties that the regulation lays on the committee, the secretaris and the werkgever.

The klaagschrift came in on Friday 24 April 2026. Free days in what follows: Koningsdag (27 April), 5 May, Hemelvaart
(14 May) and the day after it, Whit Monday (25 May). The tables were written from the text of the regulation and
counted on the calendar, not read from its data: a slip in config/regelingen shows here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Plicht, Regeling
from klachtcli.zaak.gebeurtenissen import Gebeurtenis
from klachtcli.zaak.plichten import Plichtstand, meest_dringend, openstaand, plichten, tot_wanneer
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, pas_toe

Dossier = Callable[..., Zaak]
Dagen = dict[str, str | None]
IEDER: dict[str, Any] = {}
DRIE = {"aangeklaagde": [{"naam": "A. Een"}, {"naam": "B. Twee"}, {"naam": "C. Drie"}]}
TWEE = {"aangeklaagde": [{"naam": "A. Een"}, {"naam": "B. Twee"}]}

MIST, MIST_NIETS = "2026-04-28 getoetst uitkomst=aanvulling", "2026-04-28 getoetst uitkomst=compleet"
GEVRAAGD = "2026-04-28 aanvulling_gevraagd"
AANGEVULD = "2026-05-08 aanvulling_ontvangen aanvulling={}"
UITGEBLEVEN = "2026-05-13 aanvulling_uitgebleven"
COMPLEET, ONTVANKELIJK = "2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden"
TOT_ONDERZOEK = (COMPLEET, ONTVANKELIJK)
ZITTING = "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26"
VERZET = "2026-06-16 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-09"
GEHOUDEN = "2026-06-09 hoorzitting_gehouden gehoord=klager,aangeklaagde-1 samen=ja"
VERSLAG = "2026-06-15 verslag_opgemaakt zitting=2026-06-09 van="
# Twee gesprekken, een week na elkaar.
TWEE_GESPREKKEN = (
    "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26 wie=klager",
    "2026-06-16 hoorzitting_gepland gepland_op=2026-05-26 wie=aangeklaagde-1",
    "2026-06-09 hoorzitting_gehouden gehoord=klager", "2026-06-16 hoorzitting_gehouden gehoord=aangeklaagde-1",
)  # fmt: skip
GETUIGE = '2026-05-26 betrokkene_vermeld betrokkene={"naam":"S.Bakker","rol":"getuige"}'
RAADSMAN = '2026-05-26 betrokkene_vermeld betrokkene={"naam":"T.Mol","rol":"raadsman","voor":"klager"}'
FEITEN = "2026-06-16 feitenoverzicht_verzonden"
VOORZIENING = "2026-05-12 voorziening_gevraagd door=klager grond=welzijn-van-de-klager"
OVERLEGD = "2026-05-18 voorziening_overlegd"
ADVIES, BIJ_WERKGEVER = "2026-07-01 advies_uitgebracht", "2026-07-02 advies_ontvangen"
TOT_WERKGEVER = (*TOT_ONDERZOEK, ADVIES, BIJ_WERKGEVER)
ADVIES_LATER = "2026-07-10 advies_verdaagd tot_en_met=2026-08-12"
ADVIES_NOG_LATER = "2026-08-10 advies_verdaagd tot_en_met=2026-09-01"
BESLISSING_LATER = "2026-07-20 beslissing_verdaagd reden=zomer duur=P4W"
BESLIST = "2026-07-28 beslissing_genomen"
ADVIES_NIET = "2026-05-12 niet_ontvankelijk_geadviseerd"
VERKLAARD = "2026-05-18 niet_ontvankelijk_verklaard"
INGETROKKEN = "2026-05-12 klacht_ingetrokken"
LAAT_INGETROKKEN = "2026-05-26 klacht_ingetrokken"
STIL = "2026-05-11 termijnen_opgeschort instemming_op=2026-05-10"


def rijen(*alle: tuple[Any, ...]) -> list[Any]:
    """The rows of a table, each known by its first word."""
    return [pytest.param(*rij, id=rij[0]) for rij in alle]


def gemaakt(dag: str, brief: str, aan: str) -> str:
    """A letter was written that day."""
    return f"{dag} brief_gemaakt brief={brief} aan={aan}"


def verstuurd(dag: str, brief: str, aan: str) -> str:
    """A letter went out that day."""
    return f"{dag} brief_verzonden brief={brief} aan={aan}"


def post(dag: str, brief: str, *aan: str) -> tuple[str, ...]:
    """A letter was written and went out that day, to each of these."""
    return tuple(e for wie in aan for e in (gemaakt(dag, brief, wie), verstuurd(dag, brief, wie)))


BEVESTIGD = post("2026-04-28", "ontvangstbevestiging", "klager")
BEMIDDELING = "2026-05-07 bemiddeling_geweigerd door=klager"
BERICHT = post("2026-05-20", "mededeling-ontvankelijk", "klager")
AFSCHRIFT = post("2026-05-20", "afschrift-klacht", "aangeklaagde-1")
COMMISSIE = "2026-05-21 commissie_samengesteld leden=[]"
UITNODIGING = (*post("2026-05-27", "uitnodiging-klager", "klager"),
                *post("2026-05-27", "uitnodiging-aangeklaagde", "aangeklaagde-1"))  # fmt: skip
VERSLAGEN = f"{VERSLAG}klager,aangeklaagde-1"
FEITENPOST = post("2026-06-16", "feitenoverzicht", "klager", "aangeklaagde-1")
ADVIESPOST = (*post("2026-07-01", "advies", "werkgever"),
               *post("2026-07-01", "afschrift-advies", "klager", "aangeklaagde-1"))  # fmt: skip
BESLISSINGSPOST = (*post("2026-07-29", "beslissing", "klager", "aangeklaagde-1"),
                    "2026-07-29 commissie_geinformeerd")  # fmt: skip
NAZORG = ("2026-08-04 nazorg_aangeboden aan=klager", "2026-08-05 nazorg_aangeboden aan=aangeklaagde-1")


# ---- wat een feit oproept ----


class Plichtregel(NamedTuple):
    """One duty: what happened, whose duty it is, on which article, to whom and until when, and the command behind it.

    `voor`: to whom (empty: to nobody in particular) and the last day (None: there is no day).
    """

    naam: str
    plicht: str
    na: tuple[str, ...]
    wie: str
    artikel: str
    voor: Dagen
    opdracht: str
    feiten: dict[str, Any] = IEDER


KAMER = [
    # art. 9: ontvangen, toetsen, aanvullen. Vijf werkdagen vanaf 24 april: 28, 29 en 30 april, 1 en 4 mei
    Plichtregel("ontvangst bevestigen", "bevestig_ontvangst", (), "secretaris", "art. 9 lid 4",
                {"klager": "2026-05-04"}, "brief ontvangstbevestiging"),
    Plichtregel("toetsen", "toets", (), "secretaris", "art. 9 lid 1", {"": "2026-05-04"}, "toets"),
    Plichtregel("opnieuw toetsen, na een aanvulling", "toets", (MIST, GEVRAAGD, AANGEVULD), "secretaris",
                "art. 9 lid 1", {"": "2026-05-19"}, "toets"),
    Plichtregel("vragen om wat ontbreekt", "vraag_aanvulling", (MIST,), "secretaris", "art. 9 lid 3",
                {"": "2026-04-30"}, "vul-aan --gevraagd"),
    Plichtregel("vragen om wat ontbreekt, over 5 mei heen", "vraag_aanvulling",
                ("2026-05-04 getoetst uitkomst=aanvulling",), "secretaris", "art. 9 lid 3", {"": "2026-05-07"},
                "vul-aan --gevraagd"),
    Plichtregel("het verzoek gaat dezelfde dag uit", "zend_verzoek_aanvulling", (MIST, GEVRAAGD), "secretaris",
                "art. 9 lid 3", {"klager": "2026-04-28"}, "brief verzoek-aanvulling"),
    Plichtregel("compleet verklaren", "verklaar_compleet", (MIST_NIETS,), "secretaris", "art. 10 lid 1",
                {"": "2026-04-30"}, "besluit compleet"),
    Plichtregel("compleet verklaren met een weigeringsgrond", "verklaar_compleet",
                ("2026-04-28 getoetst uitkomst=weigeringsgrond",), "secretaris", "art. 10 lid 1", {"": "2026-04-30"},
                "besluit compleet"),
    Plichtregel("er kwam niets: toch beslissen over compleet", "verklaar_compleet", (MIST, GEVRAAGD, UITGEBLEVEN),
                "secretaris", "art. 10 lid 1", {"": "2026-05-19"}, "besluit compleet"),
    # art. 10: twee weken vanaf compleet (6 mei) is 20 mei
    Plichtregel("over bemiddeling spreken", "bespreek_bemiddeling", (COMPLEET,), "commissie", "art. 10 lid 1",
                {"": "2026-05-20"}, "bemiddel voorgesteld"),
    Plichtregel("het voorstel aan de klager", "zend_voorstel_bemiddeling",
                (COMPLEET, "2026-05-11 bemiddeling_voorgesteld aan=klager"), "secretaris", "art. 10 lid 1",
                {"klager": "2026-05-13"}, "brief voorstel-bemiddeling --aan klager"),
    Plichtregel("het voorstel aan een aangeklaagde", "zend_voorstel_bemiddeling",
                (COMPLEET, "2026-05-13 bemiddeling_voorgesteld aan=aangeklaagde-1"), "secretaris", "art. 10 lid 1",
                {"aangeklaagde-1": "2026-05-19"}, "brief voorstel-bemiddeling --aan aangeklaagde"),
    Plichtregel("termijnen weer laten lopen", "hervat", (COMPLEET, STIL), "secretaris", "niet geregeld", {"": None},
                "bemiddel hervat"),
    Plichtregel("melden dat de klacht ontvankelijk is", "meld_ontvankelijk", TOT_ONDERZOEK, "secretaris",
                "Bijlage 1 bij art. 10 lid 1", {"klager": "2026-05-20"}, "brief mededeling-ontvankelijk"),
    Plichtregel("afschrift aan de aangeklaagde", "zend_afschrift", TOT_ONDERZOEK, "commissie", "art. 10 lid 3",
                {"aangeklaagde-1": "2026-05-20"}, "brief afschrift-klacht"),
    Plichtregel("afschrift aan ieder van drie", "zend_afschrift", TOT_ONDERZOEK, "commissie", "art. 10 lid 3",
                {"aangeklaagde-1": "2026-05-20", "aangeklaagde-2": "2026-05-20", "aangeklaagde-3": "2026-05-20"},
                "brief afschrift-klacht --aan {aan}", DRIE),
    Plichtregel("niet-ontvankelijk: advies naar de werkgever", "zend_advies_niet_ontvankelijk",
                (COMPLEET, ADVIES_NIET), "commissie", "art. 10 lid 4", {"werkgever": "2026-05-20"},
                "brief advies-niet-ontvankelijk"),
    Plichtregel("niet-ontvankelijk, nooit compleet: geen dag", "zend_advies_niet_ontvankelijk", (ADVIES_NIET,),
                "commissie", "art. 10 lid 4", {"werkgever": None}, "brief advies-niet-ontvankelijk"),
    Plichtregel("niet-ontvankelijk: bericht aan de klager", "bericht_klager_over_advies", (COMPLEET, ADVIES_NIET),
                "secretaris", "niet geregeld", {"klager": "2026-05-20"}, "brief bericht-niet-ontvankelijk"),
    # vier weken na ontvangst (24 april) is 22 mei: de richtlijn van Awb 9:8 lid 3
    Plichtregel("niet-ontvankelijk: het besluit aan de klager", "deel_niet_ontvankelijk_mee",
                (COMPLEET, ADVIES_NIET, VERKLAARD), "werkgever", "art. 10 lid 4", {"klager": "2026-05-22"},
                "brief besluit-niet-ontvankelijk"),
    # art. 7 en 11: de commissie, de zitting, de uitnodigingen, de verslagen
    Plichtregel("commissie samenstellen", "stel_commissie_samen", TOT_ONDERZOEK, "commissie", "art. 7 lid 4",
                {"": "2026-05-27"}, "commissie"),
    Plichtregel("zitting plannen", "plan_hoorzitting", TOT_ONDERZOEK, "commissie", "art. 11 lid 1",
                {"": "2026-06-03"}, "hoor DATUM"),
    # tien dagen voor 9 juni is zaterdag 30 mei: de laatste dag voor stukken, en die verschuift niet
    Plichtregel("klager uitnodigen", "nodig_klager_uit", (*TOT_ONDERZOEK, ZITTING), "commissie", "art. 11 lid 4",
                {"klager": "2026-05-30"}, "brief uitnodiging-klager"),
    Plichtregel("klager uitnodigen: de commissie gaf een latere dag voor stukken", "nodig_klager_uit",
                (*TOT_ONDERZOEK, f"{ZITTING} stukken_tot_en_met=2026-06-02"), "commissie", "art. 11 lid 4",
                {"klager": "2026-06-02"}, "brief uitnodiging-klager"),
    Plichtregel("aangeklaagde uitnodigen", "nodig_aangeklaagde_uit", (*TOT_ONDERZOEK, ZITTING), "commissie",
                "art. 11 lid 4", {"aangeklaagde-1": "2026-05-30"}, "brief uitnodiging-aangeklaagde"),
    Plichtregel("drie aangeklaagden uitnodigen", "nodig_aangeklaagde_uit", (*TOT_ONDERZOEK, ZITTING), "commissie",
                "art. 11 lid 4",
                {"aangeklaagde-1": "2026-05-30", "aangeklaagde-2": "2026-05-30", "aangeklaagde-3": "2026-05-30"},
                "brief uitnodiging-aangeklaagde --aan {aan}", DRIE),
    Plichtregel("getuige uitnodigen", "nodig_genodigde_uit", (*TOT_ONDERZOEK, GETUIGE, ZITTING), "commissie",
                "art. 11 lid 4", {"genodigde-1": "2026-05-30"}, "brief uitnodiging-genodigde --aan genodigde-1"),
    Plichtregel("een raadsman krijgt geen uitnodiging", "nodig_genodigde_uit",
                (*TOT_ONDERZOEK, RAADSMAN, GETUIGE, ZITTING), "commissie", "art. 11 lid 4",
                {"genodigde-1": "2026-05-30"}, "brief uitnodiging-genodigde --aan genodigde-1"),
    # tien dagen voor het eigen gesprek (16 juni) is 6 juni, en niet voor dat van partijen (9 juni)
    Plichtregel("getuige met een eigen gesprek uitnodigen", "nodig_genodigde_uit", (*TOT_ONDERZOEK, GETUIGE, ZITTING,
                "2026-06-16 hoorzitting_gepland gepland_op=2026-05-26 wie=genodigde-1"), "commissie",
                "art. 11 lid 4", {"genodigde-1": "2026-06-06"}, "brief uitnodiging-genodigde --aan genodigde-1"),
    Plichtregel("zitting houden", "houd_hoorzitting", (*TOT_ONDERZOEK, ZITTING), "commissie", "art. 11 lid 1",
                {"": "2026-06-09"}, "hoor --gehouden DATUM"),
    Plichtregel("verslag van het horen", "maak_verslag", (*TOT_ONDERZOEK, ZITTING, GEHOUDEN), "commissie",
                "art. 11 lid 2", {"": "2026-06-23"}, "verslag --van PARTIJ"),
    # twee weken na het eerste gesprek zonder verslag: na dat van 9 juni is 23 juni, na dat van 16 juni is 30 juni
    Plichtregel("verslag van twee gesprekken: het eerste eerst", "maak_verslag", (*TOT_ONDERZOEK, *TWEE_GESPREKKEN),
                "commissie", "art. 11 lid 2", {"": "2026-06-23"}, "verslag --van PARTIJ"),
    Plichtregel("van het eerste gesprek is er een verslag", "maak_verslag",
                (*TOT_ONDERZOEK, *TWEE_GESPREKKEN, f"{VERSLAG}klager"), "commissie", "art. 11 lid 2",
                {"": "2026-06-30"}, "verslag --van PARTIJ"),
    Plichtregel("van het tweede gesprek is er een verslag", "maak_verslag", (*TOT_ONDERZOEK, *TWEE_GESPREKKEN,
                "2026-06-18 verslag_opgemaakt zitting=2026-06-16 van=aangeklaagde-1"), "commissie", "art. 11 lid 2",
                {"": "2026-06-23"}, "verslag --van PARTIJ"),
    Plichtregel("van het eerste gesprek is er voor een van beiden een verslag", "maak_verslag", (*TOT_ONDERZOEK,
                ZITTING, GEHOUDEN, f"{VERSLAG}klager", "2026-06-16 hoorzitting_gehouden gehoord=klager"),
                "commissie", "art. 11 lid 2", {"": "2026-06-23"}, "verslag --van PARTIJ"),
    Plichtregel("verslag van bevindingen", "leg_bevindingen_vast",
                (*TOT_ONDERZOEK, "2026-06-10 ter_plaatse_onderzocht"), "commissie", "art. 11 lid 7",
                {"": "2026-06-24"}, "onderzoek bevindingen"),
    # art. 12: de feiten, een voorziening, het advies. Acht weken vanaf ontvankelijk (20 mei) is 15 juli
    Plichtregel("feitenoverzicht opstellen", "stel_feitenoverzicht_op", (*TOT_ONDERZOEK, ZITTING, GEHOUDEN),
                "commissie", "art. 12 lid 1", {"": "2026-06-30"}, "feiten --verzonden DATUM"),
    Plichtregel("feitenoverzicht aan beide partijen", "leg_feiten_voor", (*TOT_ONDERZOEK, FEITEN), "commissie",
                "art. 12 lid 1", {"klager": "2026-06-16", "aangeklaagde-1": "2026-06-16"},
                "brief feitenoverzicht --aan {aan}"),
    # gevraagd op dinsdag 12 mei; de werkdagen daarna zijn 13 en 18 mei
    Plichtregel("voorziening overbrengen", "meld_voorziening", (VOORZIENING,), "secretaris", "art. 12 lid 4",
                {"werkgever": "2026-05-18"}, "brief tijdelijke-voorziening"),
    Plichtregel("voorziening overleggen", "overleg_voorziening", (VOORZIENING,), "werkgever", "art. 12 lid 4",
                {"": "2026-05-19"}, "voorziening overlegd"),
    Plichtregel("voorziening: beslissen, ook al is dat op Pinksteren", "besluit_voorziening", (VOORZIENING, OVERLEGD),
                "werkgever", "art. 12 lid 4", {"": "2026-05-25"}, "voorziening getroffen|afgewezen"),
    Plichtregel("verdaging van het advies meedelen: voor de acht weken om zijn", "deel_verdaging_advies_mee",
                (*TOT_ONDERZOEK, ADVIES_LATER), "commissie", "art. 12 lid 3",
                {"klager": "2026-07-15", "aangeklaagde-1": "2026-07-15"}, "brief verdaging-advies --aan {aan}"),
    Plichtregel("advies naar de werkgever", "zend_advies", (*TOT_ONDERZOEK, ADVIES), "commissie",
                "art. 12 lid 1 en 2", {"werkgever": "2026-07-15"}, "brief advies"),
    Plichtregel("verdaagd advies naar de werkgever", "zend_advies",
                (*TOT_ONDERZOEK, ADVIES_LATER, "2026-08-11 advies_uitgebracht"), "commissie", "art. 12 lid 1 en 2",
                {"werkgever": "2026-08-12"}, "brief advies"),
    Plichtregel("afschrift van het advies aan beide partijen", "zend_afschrift_advies", (*TOT_ONDERZOEK, ADVIES),
                "commissie", "art. 12 lid 6", {"klager": "2026-07-15", "aangeklaagde-1": "2026-07-15"},
                "brief afschrift-advies --aan {aan}"),
    Plichtregel("nagaan wanneer het advies is ontvangen", "leg_ontvangst_advies_vast", (*TOT_ONDERZOEK, ADVIES),
                "secretaris", "art. 13 lid 1", {"": "2026-07-08"}, "adviseer --ontvangen DATUM"),
    # art. 13: vier weken vanaf de ontvangst van het advies (2 juli) is 30 juli
    Plichtregel("verdaging van de beslissing meedelen", "deel_verdaging_beslissing_mee",
                (*TOT_WERKGEVER, BESLISSING_LATER), "werkgever", "art. 13 lid 3",
                {"klager": "2026-07-30", "aangeklaagde-1": "2026-07-30"}, "brief verdaging-beslissing --aan {aan}"),
    Plichtregel("beslissing meedelen", "deel_beslissing_mee", (*TOT_WERKGEVER, BESLIST), "werkgever",
                "art. 13 lid 2", {"klager": "2026-07-30", "aangeklaagde-1": "2026-07-30"},
                "brief beslissing --aan {aan}"),
    Plichtregel("verdaagde beslissing meedelen", "deel_beslissing_mee",
                (*TOT_WERKGEVER, BESLISSING_LATER, "2026-08-25 beslissing_genomen"), "werkgever", "art. 13 lid 2",
                {"klager": "2026-08-27", "aangeklaagde-1": "2026-08-27"}, "brief beslissing --aan {aan}"),
    Plichtregel("de commissie hoort de beslissing", "informeer_commissie", (*TOT_WERKGEVER, BESLIST), "werkgever",
                "art. 13 lid 2", {"": "2026-07-30"}, "beslis --commissie-geinformeerd DATUM"),
    # niet geregeld: nazorg, intrekken, sluiten
    Plichtregel("nazorg voor beide partijen", "bied_nazorg", (*TOT_WERKGEVER, BESLIST), "secretaris",
                "niet geregeld", {"klager": "2026-08-11", "aangeklaagde-1": "2026-08-11"},
                "brief sluiting-en-nazorg --aan {aan}"),
    Plichtregel("intrekking bevestigen", "bevestig_intrekking", (INGETROKKEN,), "secretaris", "niet geregeld",
                {"klager": "2026-05-18"}, "brief sluiting-na-intrekking"),
    Plichtregel("ingetrokken terwijl er een zitting staat", "zeg_zitting_af", (*TOT_ONDERZOEK, ZITTING,
                "2026-05-27 klacht_ingetrokken"), "secretaris", "niet geregeld", {"": "2026-05-28"},
                "hoor --geannuleerd"),
    Plichtregel("intrekking melden aan wie van de klacht wist", "meld_intrekking",
                (*TOT_ONDERZOEK, *post("2026-05-20", "afschrift-klacht", "aangeklaagde-1"), LAAT_INGETROKKEN),
                "secretaris", "niet geregeld", {"aangeklaagde-1": "2026-05-28"}, "brief sluiting-na-intrekking"),
    # sluiten pas als al het andere is gedaan
    Plichtregel("sluiten na de beslissing", "sluit", (*BEVESTIGD, *TOT_WERKGEVER, *BERICHT, *AFSCHRIFT, *ADVIESPOST,
                BESLIST, *BESLISSINGSPOST, *NAZORG), "secretaris", "niet geregeld", {"": None}, "sluit"),
    Plichtregel("sluiten na intrekking", "sluit", (*BEVESTIGD, INGETROKKEN,
                *post("2026-05-12", "sluiting-na-intrekking", "klager")), "secretaris", "niet geregeld", {"": None},
                "sluit"),
    Plichtregel("sluiten na niet-ontvankelijk", "sluit", (*BEVESTIGD, COMPLEET, ADVIES_NIET,
                *post("2026-05-12", "advies-niet-ontvankelijk", "werkgever"), VERKLAARD,
                *post("2026-05-19", "besluit-niet-ontvankelijk", "klager")), "secretaris", "niet geregeld",
                {"": None}, "sluit"),
]  # fmt: skip

AWB = [
    Plichtregel("ontvangst bevestigen", "bevestig_ontvangst", (), "secretaris", "art. 9:6 en 9:15 lid 1",
                {"klager": "2026-05-04"}, "brief ontvangstbevestiging --eigen --verzonden DATUM"),
    Plichtregel("afschrift aan wie is aangeklaagd", "zend_afschrift", TOT_ONDERZOEK, "werkgever", "art. 9:9",
                {"aangeklaagde-1": "2026-05-22", "aangeklaagde-2": "2026-05-22"},
                "brief afschrift-klacht --aan {aan} --eigen --verzonden DATUM", TWEE),
    # tien weken vanaf 24 april is 3 juli
    Plichtregel("verdaging meedelen", "deel_verdaging_mee",
                ("2026-07-01 beslissing_verdaagd reden=zomer duur=P4W",), "werkgever", "art. 9:11 lid 2",
                {"klager": "2026-07-03", "aangeklaagde-1": "2026-07-03"},
                "brief verdaging-beslissing --aan {aan} --eigen --verzonden DATUM"),
    # ... en na de eerste verdaging, vier weken later, 31 juli
    Plichtregel("tweede verdaging meedelen", "deel_verdaging_mee",
                ("2026-07-01 beslissing_verdaagd reden=zomer duur=P4W",
                 "2026-07-29 beslissing_verdaagd reden=ziekte tot_en_met=2026-08-28 instemming=ja"),
                "werkgever", "art. 9:11 lid 2", {"klager": "2026-07-31", "aangeklaagde-1": "2026-07-31"},
                "brief verdaging-beslissing --aan {aan} --eigen --verzonden DATUM"),
    Plichtregel("beslissing meedelen", "deel_beslissing_mee", ("2026-07-01 beslissing_genomen",), "werkgever",
                "art. 9:12 lid 1", {"klager": "2026-07-03"},
                "brief beslissing --aan klager --eigen --verzonden DATUM"),
    Plichtregel("bericht dat de klacht niet wordt behandeld", "bericht_buiten_behandeling", (VERKLAARD,), "werkgever",
                "art. 9:8 lid 3", {"klager": "2026-05-22"},
                "brief besluit-niet-ontvankelijk --eigen --verzonden DATUM"),
    Plichtregel("sluiten", "sluit", (*BEVESTIGD, "2026-07-01 beslissing_genomen",
                *post("2026-07-02", "beslissing", "klager")), "secretaris", "niet geregeld", {"": None}, "sluit"),
]  # fmt: skip
ALLE = [pytest.param(n, r, id=f"{n}: {r.naam}") for n, tabel in (("kamer", KAMER), ("awb", AWB)) for r in tabel]


@pytest.fixture
def regeling(naam: str, request: pytest.FixtureRequest) -> Regeling:
    """The regulation that a row is about."""
    gevonden: Regeling = request.getfixturevalue(naam)
    return gevonden


@pytest.mark.parametrize(("naam", "rij"), ALLE)
def test_wat_moet_er_voor_wie_wanneer_en_hoe(
    naam: str, rij: Plichtregel, regeling: Regeling, dossier: Dossier, kalender: Kalender
) -> None:
    zaak = dossier(*rij.na, **rij.feiten)
    standen = [
        s for s in openstaand(zaak, Rekenaar(regeling, kalender), zaak.laatste_handeling) if s.regel.id == rij.plicht
    ]
    assert {s.aan or "": s.berekening and str(s.berekening.uiterlijk) for s in standen} == rij.voor
    assert {(s.regel.wie, s.regel.vindplaats) for s in standen} == {(rij.wie, rij.artikel)}
    verwacht = [_opdracht(rij.opdracht, aan, zaak) for aan in rij.voor]
    assert [s.opdracht for s in standen] == verwacht


def _opdracht(opdracht: str, aan: str, zaak: Zaak) -> str:
    """`brief advies` as the command that one types: the case number comes after the verb."""
    verb, _, rest = opdracht.partition(" ")
    alleen = len(zaak.klaagschrift.aangeklaagde) == 1
    wie = "aangeklaagde" if alleen and aan == "aangeklaagde-1" else aan
    return f"klacht {verb} K2026-001 {rest}".strip().format(aan=wie)


# De dag is een eigen norm: de regeling zegt dat het moet, of zwijgt, maar noemt geen dag.
EIGEN_NORM = (
    "bevestig_ontvangst", "toets", "vraag_aanvulling", "zend_verzoek_aanvulling", "verklaar_compleet",
    "zend_voorstel_bemiddeling", "bericht_klager_over_advies", "stel_commissie_samen", "plan_hoorzitting",
    "houd_hoorzitting", "maak_verslag", "leg_bevindingen_vast", "stel_feitenoverzicht_op", "leg_feiten_voor",
    "meld_voorziening", "overleg_voorziening", "besluit_voorziening", "leg_ontvangst_advies_vast", "bied_nazorg",
    "bevestig_intrekking", "meld_intrekking", "zeg_zitting_af",
)  # fmt: skip
# De dag volgt uit de regeling: art. 10 lid 1 en Bijlage 1, art. 12 lid 2 en 3, art. 13 lid 2 en 3.
VAN_DE_REGELING = ("bespreek_bemiddeling", "meld_ontvankelijk", "zend_advies_niet_ontvankelijk",
                   "deel_verdaging_advies_mee", "zend_advies", "deel_verdaging_beslissing_mee",
                   "deel_beslissing_mee")  # fmt: skip


@pytest.mark.parametrize(
    ("plicht", "soort"), [*((p, "streef") for p in EIGEN_NORM), *((p, "dwingend") for p in VAN_DE_REGELING)]
)
def test_waar_de_dag_vandaan_komt(plicht: str, soort: str, dossier: Dossier, rekenaar: Rekenaar) -> None:
    """An aim of one's own never looks like a rule, nor a rule like an aim."""
    zaak = dossier(*_na(plicht))
    standen = [s for s in openstaand(zaak, rekenaar, zaak.laatste_handeling) if s.regel.id == plicht]
    assert {s.regel.soort for s in standen} == {soort}


def _na(plicht: str) -> tuple[str, ...]:
    """What opens a duty: its first row in the table."""
    return next(r.na for r in KAMER if r.plicht == plicht)


@pytest.mark.parametrize(("naam", "tabel"), [("kamer", KAMER), ("awb", AWB)])
def test_elke_plicht_staat_in_de_tabel(naam: str, tabel: list[Plichtregel], regeling: Regeling) -> None:
    """No duty of the regulation's data is missing from the table, and the table invents none."""
    assert {p.id for p in regeling.plicht} == {r.plicht for r in tabel}


# ---- alles wat openstaat, van stap tot stap ----

VERLOOP: list[tuple[str, tuple[str, ...], set[str]]] = [
    ("ontvangen", (), {"bevestig_ontvangst klager", "toets"}),
    ("bevestigd", BEVESTIGD, {"toets"}),
    ("getoetst: er mist niets", (MIST_NIETS,), {"verklaar_compleet"}),
    ("compleet", (COMPLEET,), {"bespreek_bemiddeling"}),
    ("de klager wil geen bemiddeling", (BEMIDDELING,), set()),
    ("ontvankelijk", (ONTVANKELIJK,), {"meld_ontvankelijk klager", "zend_afschrift aangeklaagde-1",
                                       "stel_commissie_samen", "plan_hoorzitting"}),
    ("bericht en afschrift gezonden", (*BERICHT, *AFSCHRIFT), {"stel_commissie_samen", "plan_hoorzitting"}),
    ("commissie samengesteld", (COMMISSIE,), {"plan_hoorzitting"}),
    ("zitting gepland", (ZITTING,), {"nodig_klager_uit klager", "nodig_aangeklaagde_uit aangeklaagde-1",
                                     "houd_hoorzitting"}),
    ("uitgenodigd", UITNODIGING, {"houd_hoorzitting"}),
    ("gehouden", (GEHOUDEN,), {"maak_verslag", "stel_feitenoverzicht_op"}),
    ("verslag gemaakt", (VERSLAGEN,), {"stel_feitenoverzicht_op"}),
    ("feitenoverzicht verzonden", (FEITEN,), {"leg_feiten_voor klager", "leg_feiten_voor aangeklaagde-1"}),
    ("aan beiden gezonden", FEITENPOST, set()),
    ("advies", (ADVIES,), {"zend_advies werkgever", "zend_afschrift_advies klager",
                           "zend_afschrift_advies aangeklaagde-1", "leg_ontvangst_advies_vast"}),
    ("advies gezonden", ADVIESPOST, {"leg_ontvangst_advies_vast"}),
    ("advies ontvangen", (BIJ_WERKGEVER,), set()),
    ("beslist", (BESLIST,), {"deel_beslissing_mee klager", "deel_beslissing_mee aangeklaagde-1",
                             "informeer_commissie", "bied_nazorg klager", "bied_nazorg aangeklaagde-1"}),
    ("beslissing gezonden", BESLISSINGSPOST, {"bied_nazorg klager", "bied_nazorg aangeklaagde-1"}),
    ("nazorg geboden: nu alles is gedaan, is er nog een ding", NAZORG, {"sluit"}),
    ("gesloten", ("2026-08-06 zaak_gesloten",), set()),
]  # fmt: skip


@pytest.mark.parametrize("stap", range(len(VERLOOP)), ids=[naam for naam, _, _ in VERLOOP])
def test_een_zaak_van_begin_tot_eind(stap: int, dossier: Dossier, rekenaar: Rekenaar) -> None:
    """After each step everything that is open, and nothing else."""
    zaak = dossier(*(e for _, feiten, _ in VERLOOP[: stap + 1] for e in feiten))
    assert _open(zaak, rekenaar) == VERLOOP[stap][2]


def _open(zaak: Zaak, rekenaar: Rekenaar) -> set[str]:
    return {f"{s.regel.id} {s.aan or ''}".strip() for s in openstaand(zaak, rekenaar, zaak.laatste_handeling)}


# ---- waardoor aan een plicht is voldaan, en waardoor zij vervalt ----


class Voldoening(NamedTuple):
    """What happened, one duty, and for each what became of it: `open`, the day on which it was met, or nothing.

    `gemaakt DAG`: open, and its letter was written that day but has not gone out.
    """

    naam: str
    na: tuple[str, ...]
    plicht: str
    stand: dict[str, str]
    feiten: dict[str, Any] = IEDER


_UITGENODIGD = post("2026-05-28", "uitnodiging-klager", "klager")
APART = ("2026-06-09 hoorzitting_gepland gepland_op=2026-05-26 wie=klager",
         "2026-06-16 hoorzitting_gepland gepland_op=2026-05-26 wie=aangeklaagde-1")  # fmt: skip
KLAGER_GEHOORD = "2026-06-09 hoorzitting_gehouden gehoord=klager"
AANGEKLAAGDE_GEHOORD = "2026-06-16 hoorzitting_gehouden gehoord=aangeklaagde-1"
_EERSTE_VERDAGINGSPOST = post("2026-07-13", "verdaging-advies", "klager", "aangeklaagde-1")

GEVALLEN = [
    # een brief: gemaakt is nog niet verzonden
    Voldoening("bevestiging gemaakt, niet verzonden", (gemaakt("2026-04-28", "ontvangstbevestiging", "klager"),),
               "bevestig_ontvangst", {"klager": "gemaakt 2026-04-28"}),
    Voldoening("bevestiging gemaakt en verzonden", (gemaakt("2026-04-28", "ontvangstbevestiging", "klager"),
               verstuurd("2026-04-29", "ontvangstbevestiging", "klager")), "bevestig_ontvangst",
               {"klager": "2026-04-29"}),
    Voldoening("eigen brief verzonden", ("2026-04-29 brief_verzonden brief=ontvangstbevestiging aan=klager eigen=ja",),
               "bevestig_ontvangst", {"klager": "2026-04-29"}),
    Voldoening("een andere brief verzonden", post("2026-04-29", "doorverwijzing", "klager"), "bevestig_ontvangst",
               {"klager": "open"}),
    Voldoening("tweemaal verzonden: de eerste keer telt", (*post("2026-04-29", "ontvangstbevestiging", "klager"),
               *post("2026-05-08", "ontvangstbevestiging", "klager")), "bevestig_ontvangst",
               {"klager": "2026-04-29"}),
    # ieder zijn eigen brief
    Voldoening("afschrift aan een van drie", (*TOT_ONDERZOEK,
               *post("2026-05-20", "afschrift-klacht", "aangeklaagde-2")), "zend_afschrift",
               {"aangeklaagde-1": "open", "aangeklaagde-2": "2026-05-20", "aangeklaagde-3": "open"}, DRIE),
    Voldoening("afschrift aan de klager telt voor niemand", (*TOT_ONDERZOEK,
               *post("2026-05-20", "afschrift-klacht", "klager")), "zend_afschrift", {"aangeklaagde-1": "open"}),
    Voldoening("feitenoverzicht aan een van beiden", (*TOT_ONDERZOEK, FEITEN,
               *post("2026-06-16", "feitenoverzicht", "klager")), "leg_feiten_voor",
               {"klager": "2026-06-16", "aangeklaagde-1": "open"}),
    Voldoening("feitenoverzicht opnieuw verzonden: opnieuw aan beiden", (*TOT_ONDERZOEK, FEITEN, *FEITENPOST,
               "2026-06-22 feitenoverzicht_verzonden"), "leg_feiten_voor",
               {"klager": "open", "aangeklaagde-1": "open"}),
    # de zitting verzet: een uitnodiging van daarvoor noemt de verkeerde dag
    Voldoening("uitgenodigd", (*TOT_ONDERZOEK, ZITTING, *_UITGENODIGD), "nodig_klager_uit", {"klager": "2026-05-28"}),
    Voldoening("uitgenodigd, en daarna verzet", (*TOT_ONDERZOEK, ZITTING, *_UITGENODIGD, VERZET), "nodig_klager_uit",
               {"klager": "open"}),
    Voldoening("gemaakt voor het verzetten, verzonden erna", (*TOT_ONDERZOEK, ZITTING,
               gemaakt("2026-05-28", "uitnodiging-klager", "klager"), VERZET,
               verstuurd("2026-06-02", "uitnodiging-klager", "klager")), "nodig_klager_uit", {"klager": "open"}),
    Voldoening("gemaakt en verzet op een dag", (*TOT_ONDERZOEK, ZITTING,
               *post("2026-06-01", "uitnodiging-klager", "klager"), VERZET), "nodig_klager_uit", {"klager": "open"}),
    Voldoening("verzet, en opnieuw uitgenodigd", (*TOT_ONDERZOEK, ZITTING, *_UITGENODIGD, VERZET,
               *post("2026-06-02", "uitnodiging-klager", "klager")), "nodig_klager_uit", {"klager": "2026-06-02"}),
    Voldoening("verzet, de nieuwe is gemaakt", (*TOT_ONDERZOEK, ZITTING, *_UITGENODIGD, VERZET,
               gemaakt("2026-06-02", "uitnodiging-klager", "klager")), "nodig_klager_uit",
               {"klager": "gemaakt 2026-06-02"}),
    Voldoening("gepland op nieuw, zoals voor versie 0.2", (*TOT_ONDERZOEK, ZITTING, *_UITGENODIGD,
               "2026-06-16 hoorzitting_gepland gepland_op=2026-06-01"), "nodig_klager_uit", {"klager": "open"}),
    Voldoening("afgezegd: niemand wordt uitgenodigd", (*TOT_ONDERZOEK, ZITTING,
               "2026-06-01 hoorzitting_geannuleerd was=2026-06-09"), "nodig_klager_uit", {}),
    Voldoening("afgezegd: er moet weer een zitting komen", (*TOT_ONDERZOEK, ZITTING,
               "2026-06-01 hoorzitting_geannuleerd was=2026-06-09"), "plan_hoorzitting", {"": "open"}),
    Voldoening("afgezegd: er is niets te houden", (*TOT_ONDERZOEK, ZITTING,
               "2026-06-01 hoorzitting_geannuleerd was=2026-06-09"), "houd_hoorzitting", {}),
    Voldoening("een getuige, en de zitting is verzet", (*TOT_ONDERZOEK, GETUIGE, ZITTING,
               *post("2026-05-28", "uitnodiging-genodigde", "genodigde-1"), VERZET), "nodig_genodigde_uit",
               {"genodigde-1": "open"}),
    Voldoening("een getuige, en de zitting is afgezegd", (*TOT_ONDERZOEK, GETUIGE, ZITTING,
               "2026-06-01 hoorzitting_geannuleerd was=2026-06-09"), "nodig_genodigde_uit", {}),
    Voldoening("een getuige, gehoord in een eigen gesprek: voor dat van partijen is geen uitnodiging nodig",
               (*TOT_ONDERZOEK, GETUIGE, "2026-06-08 hoorzitting_gepland gepland_op=2026-05-26 wie=genodigde-1",
               "2026-06-08 hoorzitting_gehouden gehoord=genodigde-1", ZITTING.replace("06-09", "06-05")),
               "nodig_genodigde_uit", {}),
    Voldoening("een getuige, gehoord: ook dat gesprek vraagt een verslag", (*TOT_ONDERZOEK, GETUIGE, ZITTING, GEHOUDEN,
               f"{VERSLAG}klager,aangeklaagde-1", "2026-06-16 hoorzitting_gehouden gehoord=genodigde-1"),
               "maak_verslag", {"": "open"}),
    Voldoening("een getuige, en de zitting is geweest", (*TOT_ONDERZOEK, GETUIGE, ZITTING, GEHOUDEN),
               "nodig_genodigde_uit", {}),
    Voldoening("niet uitgenodigd, maar al gehoord", (*TOT_ONDERZOEK, ZITTING, GEHOUDEN), "nodig_klager_uit", {}),
    Voldoening("gehoord, en nog een zitting: opnieuw uitnodigen", (*TOT_ONDERZOEK, ZITTING, *_UITGENODIGD, GEHOUDEN,
               "2026-06-23 hoorzitting_gepland gepland_op=2026-06-10"), "nodig_klager_uit", {"klager": "open"}),
    Voldoening("een tweede gesprek gepland en weer afgezegd: de uitnodiging voor het eerste staat", (*TOT_ONDERZOEK,
               "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26 wie=klager", *_UITGENODIGD,
               "2026-06-16 hoorzitting_gepland gepland_op=2026-05-29",
               "2026-06-01 hoorzitting_geannuleerd was=2026-06-16"), "nodig_klager_uit", {"klager": "2026-05-28"}),
    # apart horen: ieder zijn eigen gesprek, uitnodiging en verslag
    Voldoening("apart: de klager is uitgenodigd", (*TOT_ONDERZOEK, *APART, *_UITGENODIGD), "nodig_klager_uit",
               {"klager": "2026-05-28"}),
    Voldoening("apart: de aangeklaagde nog niet", (*TOT_ONDERZOEK, *APART, *_UITGENODIGD), "nodig_aangeklaagde_uit",
               {"aangeklaagde-1": "open"}),
    Voldoening("apart: verzet gesprek van de aangeklaagde raakt de klager niet", (*TOT_ONDERZOEK, *APART,
               *_UITGENODIGD, "2026-06-18 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-16 "
               "wie=aangeklaagde-1"), "nodig_klager_uit", {"klager": "2026-05-28"}),
    Voldoening("apart: wie niet is gepland, wordt niet uitgenodigd", (*TOT_ONDERZOEK, APART[0]),
               "nodig_aangeklaagde_uit", {}),
    Voldoening("apart: een gesprek gehouden, een gepland", (*TOT_ONDERZOEK, *APART, KLAGER_GEHOORD),
               "houd_hoorzitting", {"": "open"}),
    Voldoening("apart: beide gehouden", (*TOT_ONDERZOEK, *APART, KLAGER_GEHOORD, AANGEKLAAGDE_GEHOORD),
               "houd_hoorzitting", {"": "2026-06-16"}),
    Voldoening("apart: van een van beide een verslag", (*TOT_ONDERZOEK, *APART, KLAGER_GEHOORD, AANGEKLAAGDE_GEHOORD,
               f"{VERSLAG}klager"), "maak_verslag", {"": "open"}),
    Voldoening("apart: van elk een verslag", (*TOT_ONDERZOEK, *APART, KLAGER_GEHOORD, AANGEKLAAGDE_GEHOORD,
               f"{VERSLAG}klager", "2026-06-18 verslag_opgemaakt zitting=2026-06-16 van=aangeklaagde-1"),
               "maak_verslag", {"": "2026-06-18"}),
    Voldoening("apart: na het verslag van de klager volgt een gesprek", (*TOT_ONDERZOEK, *APART, KLAGER_GEHOORD,
               f"{VERSLAG}klager", AANGEKLAAGDE_GEHOORD), "maak_verslag", {"": "open"}),
    Voldoening("de afwezige krijgt geen verslag van een gesprek dat er niet was", (*TOT_ONDERZOEK, ZITTING,
               "2026-06-09 hoorzitting_gehouden gehoord=klager afwezig=aangeklaagde-1", f"{VERSLAG}klager"),
               "maak_verslag", {"": "2026-06-15"}),
    # verdagen vraagt elke keer een brief aan ieder
    Voldoening("verdaging meegedeeld", (*TOT_ONDERZOEK, ADVIES_LATER, *_EERSTE_VERDAGINGSPOST),
               "deel_verdaging_advies_mee", {"klager": "2026-07-13", "aangeklaagde-1": "2026-07-13"}),
    Voldoening("tweede verdaging: de brieven van de eerste tellen niet", (*TOT_ONDERZOEK, ADVIES_LATER,
               *_EERSTE_VERDAGINGSPOST, ADVIES_NOG_LATER), "deel_verdaging_advies_mee",
               {"klager": "open", "aangeklaagde-1": "open"}),
    Voldoening("tweede verdaging: een van beiden weet het", (*TOT_ONDERZOEK, ADVIES_LATER, *_EERSTE_VERDAGINGSPOST,
               ADVIES_NOG_LATER, *post("2026-08-11", "verdaging-advies", "klager")), "deel_verdaging_advies_mee",
               {"klager": "2026-08-11", "aangeklaagde-1": "open"}),
    Voldoening("advies gegeven: de verdaging moest toch worden gemeld", (*TOT_ONDERZOEK, ADVIES_LATER,
               "2026-08-11 advies_uitgebracht"), "deel_verdaging_advies_mee",
               {"klager": "open", "aangeklaagde-1": "open"}),
    # een feit
    Voldoening("getoetst", (MIST_NIETS,), "toets", {"": "2026-04-28"}),
    Voldoening("aangevuld: de oude toets geldt niet meer", (MIST, GEVRAAGD, AANGEVULD), "toets", {"": "open"}),
    Voldoening("om aanvulling gevraagd", (MIST, GEVRAAGD), "vraag_aanvulling", {"": "2026-04-28"}),
    Voldoening("er mist niets: er valt niets te vragen", (MIST_NIETS,), "vraag_aanvulling", {}),
    Voldoening("er mist iets: nog niet compleet te verklaren", (MIST, GEVRAAGD), "verklaar_compleet", {}),
    Voldoening("bemiddeling besproken voordat de klacht compleet was", ("2026-05-01 bemiddeling_voorgesteld",
               COMPLEET), "bespreek_bemiddeling", {"": "2026-05-01"}),
    Voldoening("commissie al samengesteld", ("2026-05-19 commissie_samengesteld leden=[]", *TOT_ONDERZOEK),
               "stel_commissie_samen", {"": "2026-05-19"}),
    Voldoening("bevindingen vastgelegd", (*TOT_ONDERZOEK, "2026-06-10 ter_plaatse_onderzocht",
               "2026-06-12 bevindingen_vastgelegd"), "leg_bevindingen_vast", {"": "2026-06-12"}),
    Voldoening("nog eens ter plaatse: nog een verslag", (*TOT_ONDERZOEK, "2026-06-10 ter_plaatse_onderzocht",
               "2026-06-12 bevindingen_vastgelegd", "2026-06-17 ter_plaatse_onderzocht"), "leg_bevindingen_vast",
               {"": "open"}),
    Voldoening("nazorg in een gesprek aangeboden", (*TOT_WERKGEVER, BESLIST,
               "2026-08-04 nazorg_aangeboden aan=klager"), "bied_nazorg",
               {"klager": "2026-08-04", "aangeklaagde-1": "open"}),
    Voldoening("nazorg met een brief", (*TOT_WERKGEVER, BESLIST,
               *post("2026-08-04", "sluiting-en-nazorg", "aangeklaagde-1")), "bied_nazorg",
               {"klager": "open", "aangeklaagde-1": "2026-08-04"}),
    Voldoening("nieuw verzoek om een voorziening: alles opnieuw", (VOORZIENING, OVERLEGD,
               "2026-05-19 voorziening_besloten getroffen=nee",
               "2026-06-01 voorziening_gevraagd door=aangeklaagde-1 grond=onhoudbare-situatie"),
               "overleg_voorziening", {"": "open"}),
    # wat vervalt
    Voldoening("aangevuld: het verzoek hoeft niet meer", (MIST, GEVRAAGD, AANGEVULD), "zend_verzoek_aanvulling", {}),
    Voldoening("opnieuw gevraagd: een nieuwe brief", (MIST, GEVRAAGD, *post("2026-04-28", "verzoek-aanvulling",
               "klager"), AANGEVULD, "2026-05-11 aanvulling_gevraagd"), "zend_verzoek_aanvulling",
               {"klager": "open"}),
    Voldoening("hervat: niets meer te hervatten", (COMPLEET, STIL, "2026-05-18 termijnen_hervat"), "hervat", {}),
    Voldoening("opnieuw stilgezet", (COMPLEET, STIL, "2026-05-18 termijnen_hervat",
               "2026-05-19 termijnen_opgeschort instemming_op=2026-05-18"), "hervat", {"": "open"}),
    Voldoening("bemiddeling aanvaard: het voorstel hoeft niet meer", (COMPLEET, "2026-05-11 bemiddeling_voorgesteld",
               "2026-05-12 bemiddeling_aanvaard door=klager"), "zend_voorstel_bemiddeling",
               {"klager": "2026-05-12"}),
    Voldoening("wat de een antwoordt, zegt niets over de ander", (*TOT_ONDERZOEK,
               "2026-05-21 bemiddeling_voorgesteld aan=klager", "2026-05-21 bemiddeling_voorgesteld aan=aangeklaagde-1",
               "2026-05-22 bemiddeling_aanvaard door=klager"), "zend_voorstel_bemiddeling",
               {"klager": "2026-05-22", "aangeklaagde-1": "open"}),
    Voldoening("opnieuw getoetst, en nog mist er iets: opnieuw vragen", ("2026-04-28 getoetst uitkomst=aanvulling",
               "2026-04-28 aanvulling_gevraagd", "2026-05-08 aanvulling_ontvangen aanvulling={}",
               "2026-05-11 getoetst uitkomst=aanvulling"), "vraag_aanvulling", {"": "open"}),
    Voldoening("een weigeringsgrond, en er mist ook iets: vragen",
               ("2026-04-28 getoetst uitkomst=weigeringsgrond mist=ja",), "vraag_aanvulling", {"": "open"}),
    Voldoening("een weigeringsgrond, en er mist ook iets: nog niet compleet te verklaren",
               ("2026-04-28 getoetst uitkomst=weigeringsgrond mist=ja",), "verklaar_compleet", {}),
    Voldoening("een weigeringsgrond, en er mist niets: er valt niets te vragen",
               ("2026-04-28 getoetst uitkomst=weigeringsgrond",), "vraag_aanvulling", {}),
    Voldoening("na het advies valt er niets te hervatten", (*TOT_ONDERZOEK, STIL, "2026-07-01 advies_uitgebracht"),
               "hervat", {}),

    Voldoening("de klager wil bemiddeling: nu de aangeklaagde", (COMPLEET, "2026-05-11 bemiddeling_voorgesteld",
               *post("2026-05-11", "voorstel-bemiddeling", "klager"), "2026-05-12 bemiddeling_aanvaard door=klager",
               "2026-05-13 bemiddeling_voorgesteld aan=aangeklaagde-1"), "zend_voorstel_bemiddeling",
               {"klager": "2026-05-11", "aangeklaagde-1": "open"}),
    Voldoening("gehoord: bemiddeling is een gepasseerd station", (*TOT_ONDERZOEK, ZITTING, GEHOUDEN),
               "bespreek_bemiddeling", {}),
    Voldoening("al beslist: overleg over de voorziening hoeft niet meer", (VOORZIENING,
               "2026-05-13 voorziening_besloten getroffen=ja"), "overleg_voorziening", {}),
    Voldoening("al verklaard: bericht over het advies hoeft niet meer", (COMPLEET, ADVIES_NIET, VERKLAARD),
               "bericht_klager_over_advies", {}),
    # intrekken
    Voldoening("ingetrokken: geen afschrift meer", (*TOT_ONDERZOEK, LAAT_INGETROKKEN), "zend_afschrift", {}),
    Voldoening("ingetrokken: geen uitnodiging meer", (*TOT_ONDERZOEK, ZITTING, LAAT_INGETROKKEN), "nodig_klager_uit",
               {}),
    Voldoening("ingetrokken: wie niets wist, hoort niets", (*TOT_ONDERZOEK, LAAT_INGETROKKEN), "meld_intrekking", {}),
    Voldoening("ingetrokken: een afschrift dat klaarlag, telt niet", (*TOT_ONDERZOEK,
               gemaakt("2026-05-20", "afschrift-klacht", "aangeklaagde-1"), LAAT_INGETROKKEN), "meld_intrekking", {}),
    Voldoening("ingetrokken: alleen wie het afschrift had", (*TOT_ONDERZOEK,
               *post("2026-05-20", "afschrift-klacht", "aangeklaagde-1", "aangeklaagde-3"), LAAT_INGETROKKEN),
               "meld_intrekking", {"aangeklaagde-1": "open", "aangeklaagde-3": "open"}, DRIE),
    Voldoening("ingetrokken: gemeld", (*TOT_ONDERZOEK, *AFSCHRIFT, LAAT_INGETROKKEN,
               *post("2026-05-27", "sluiting-na-intrekking", "aangeklaagde-1")), "meld_intrekking",
               {"aangeklaagde-1": "2026-05-27"}),
    Voldoening("ingetrokken na het advies: de commissie zendt niets meer", (*TOT_ONDERZOEK, ADVIES,
               "2026-07-02 klacht_ingetrokken"), "zend_advies", {}),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_wat_voldoet_en_wat_vervalt(geval: Voldoening, dossier: Dossier, rekenaar: Rekenaar) -> None:
    zaak = dossier(*geval.na, **geval.feiten)
    standen = [s for s in plichten(zaak, rekenaar, zaak.laatste_handeling) if s.regel.id == geval.plicht]
    assert {s.aan or "": _stand(s) for s in standen} == geval.stand


def _stand(s: Plichtstand) -> str:
    if s.open:
        return f"gemaakt {s.gemaakt_op}" if s.gemaakt_op else "open"
    return str(s.voldaan_op)


# Een feit, en de plichten die daarna geen zin meer hebben, ook al is er niet aan voldaan.
_ONDERZOEK = ("stel_commissie_samen", "plan_hoorzitting", "nodig_klager_uit", "nodig_aangeklaagde_uit",
              "nodig_genodigde_uit", "houd_hoorzitting", "maak_verslag", "leg_bevindingen_vast",
              "stel_feitenoverzicht_op", "leg_feiten_voor")  # fmt: skip
EINDIGT = {
    "klacht_ingetrokken": (
        "toets", "vraag_aanvulling", "verklaar_compleet", "zend_verzoek_aanvulling", "bespreek_bemiddeling",
        "zend_voorstel_bemiddeling", "hervat", "meld_ontvankelijk", "zend_afschrift", *_ONDERZOEK, "meld_voorziening",
        "overleg_voorziening", "besluit_voorziening", "deel_verdaging_advies_mee", "zend_advies",
        "zend_afschrift_advies", "leg_ontvangst_advies_vast", "deel_verdaging_beslissing_mee",
        "zend_advies_niet_ontvankelijk", "bericht_klager_over_advies"),
    "advies_uitgebracht": (*_ONDERZOEK, "bespreek_bemiddeling", "zend_voorstel_bemiddeling"),
    "ontvankelijk_bevonden": ("toets", "vraag_aanvulling", "verklaar_compleet", "zend_advies_niet_ontvankelijk",
                              "bericht_klager_over_advies"),
    "niet_ontvankelijk_geadviseerd": ("toets", "vraag_aanvulling", "verklaar_compleet", "zend_verzoek_aanvulling",
                                      "bespreek_bemiddeling"),
    "niet_ontvankelijk_verklaard": ("toets", "vraag_aanvulling", "verklaar_compleet", "bespreek_bemiddeling",
                                    "bericht_klager_over_advies"),
    "klacht_compleet": ("vraag_aanvulling", "zend_verzoek_aanvulling"),
    "aanvulling_ontvangen aanvulling={}": ("zend_verzoek_aanvulling",),
    "aanvulling_uitgebleven": ("zend_verzoek_aanvulling",),
    "bemiddeling_beeindigd oplossing=ja": ("zend_voorstel_bemiddeling",),
    "hoorzitting_gehouden gehoord=klager": ("bespreek_bemiddeling",),
    "voorziening_besloten getroffen=nee": ("meld_voorziening", "overleg_voorziening"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("feit", "plicht"), [pytest.param(f, p, id=f"{p} na {f.split()[0]}") for f, alle in EINDIGT.items() for p in alle]
)
def test_wat_een_plicht_beeindigt(feit: str, plicht: str, dossier: Dossier, rekenaar: Rekenaar) -> None:
    eerst, daarna = dossier(*_na(plicht)), dossier(*_na(plicht), f"2026-08-31 {feit}")
    assert plicht in {s.regel.id for s in openstaand(eerst, rekenaar, date(2026, 9, 1))}
    assert plicht not in {s.regel.id for s in plichten(daarna, rekenaar, date(2026, 9, 1))}


BLIJFT = [
    ("beslist: de beslissing wordt gemeld, ook na een intrekking", (*TOT_WERKGEVER, BESLIST), "deel_beslissing_mee"),
    ("het besluit over niet-ontvankelijk ook", (COMPLEET, ADVIES_NIET, VERKLAARD), "deel_niet_ontvankelijk_mee"),
    ("en wie klaagde, krijgt een bevestiging", (), "bevestig_ontvangst"),
]


@pytest.mark.parametrize(("naam", "na", "plicht"), BLIJFT, ids=[rij[0] for rij in BLIJFT])
def test_wat_na_intrekking_blijft(
    naam: str, na: tuple[str, ...], plicht: str, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    zaak = dossier(*na, "2026-08-31 klacht_ingetrokken")
    assert plicht in {s.regel.id for s in openstaand(zaak, rekenaar, date(2026, 9, 1))}


def test_na_het_maken_van_een_brief_is_verzenden_de_opdracht(dossier: Dossier, rekenaar: Rekenaar) -> None:
    zaak = dossier(*TOT_ONDERZOEK, gemaakt("2026-05-20", "afschrift-klacht", "aangeklaagde-2"), **DRIE)
    opdrachten = [
        s.opdracht for s in openstaand(zaak, rekenaar, zaak.laatste_handeling) if s.regel.id == "zend_afschrift"
    ]
    assert opdrachten == [
        "klacht brief K2026-001 afschrift-klacht --aan aangeklaagde-1",
        "klacht brief K2026-001 afschrift-klacht --aan aangeklaagde-2 --verzonden DATUM",
        "klacht brief K2026-001 afschrift-klacht --aan aangeklaagde-3",
    ]


@pytest.mark.parametrize(
    ("naam", "verdagingen", "uiterlijk"),
    rijen(
        ("eenmaal: voor de acht weken om zijn", (ADVIES_LATER,), "2026-07-15"),
        ("tweemaal: voor het einde van de eerste", (ADVIES_LATER, ADVIES_NOG_LATER), "2026-08-12"),
        ("driemaal: voor het einde van de tweede",
         (ADVIES_LATER, ADVIES_NOG_LATER, "2026-08-28 advies_verdaagd tot_en_met=2026-09-15"), "2026-09-01"),
    ),
)  # fmt: skip
def test_elke_verdaging_wordt_gemeld_voor_het_einde_dat_zij_verschuift(
    naam: str, verdagingen: tuple[str, ...], uiterlijk: str, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """Art. 12 lid 3: the letters are due on the end as it was before that extension."""
    zaak = dossier(*TOT_ONDERZOEK, *verdagingen)
    standen = [s for s in plichten(zaak, rekenaar, zaak.laatste_handeling) if s.regel.id == "deel_verdaging_advies_mee"]
    assert [(s.aan, str(s.berekening and s.berekening.uiterlijk)) for s in standen] == [
        ("klager", uiterlijk), ("aangeklaagde-1", uiterlijk),
    ]  # fmt: skip


# ---- te laat, gesloten, heropend ----


@pytest.mark.parametrize(
    ("naam", "handelingen", "plicht", "peildatum", "te_laat"),
    rijen(
        ("op de laatste dag", (), "bevestig_ontvangst", "2026-05-04", False),
        ("de dag erna, een feestdag", (), "bevestig_ontvangst", "2026-05-05", True),
        ("laat bevestigd is niet meer te laat", post("2026-05-06", "ontvangstbevestiging", "klager"),
         "bevestig_ontvangst", "2026-05-07", False),
        ("gemaakt is niet verzonden", (gemaakt("2026-04-28", "ontvangstbevestiging", "klager"),),
         "bevestig_ontvangst", "2026-05-05", True),
        ("een plicht zonder dag wordt nooit te laat", (COMPLEET, STIL), "hervat", "2029-01-01", False),
        ("in een gesloten zaak is niets te laat", (INGETROKKEN, "2026-05-13 zaak_gesloten"), "bevestig_ontvangst",
         "2029-01-01", False),
        ("heropend: weer wel", (INGETROKKEN, "2026-05-13 zaak_gesloten", "2026-05-18 zaak_heropend reden=vergissing"),
         "bevestig_ontvangst", "2026-05-18", True),
    ),
)  # fmt: skip
def test_te_laat(
    naam: str, handelingen: tuple[str, ...], plicht: str, peildatum: str, te_laat: bool, dossier: Dossier,
    rekenaar: Rekenaar,
) -> None:  # fmt: skip
    """A last day has passed on the day after it."""
    dag = date.fromisoformat(peildatum)
    (stand,) = [s for s in plichten(dossier(*handelingen), rekenaar, dag) if s.regel.id == plicht]
    assert stand.te_laat(dag) == te_laat


@pytest.mark.parametrize(
    ("wie", "anders"),
    [
        ("van een zitting die er niet is", {"per_zitting": True}),
        ("aan niemand, in uren", {"aan": ("genodigde",), "duur": Duur(uren=48)}),
        ("aan niemand, tot voorbij de kalender", {"aan": ("genodigde",), "duur": Duur(jaren=9000)}),
    ],
)
def test_wat_van_niemand_wordt_gevraagd_is_er_niet(
    wie: str, anders: dict[str, Any], dossier: Dossier, kamer: Regeling, kalender: Kalender
) -> None:
    """A regulation of one's own may ask so: there is no duty, and no day of it is counted."""
    plicht = Plicht("eigen", "doe iets", "art. 1", "secretaris", ("ontvangst",), voldaan_door=("gesloten",),
                    opdracht="klacht lijst", **anders)  # fmt: skip
    eigen = Rekenaar(msgspec.structs.replace(kamer, plicht=(plicht,)), kalender)
    assert plichten(dossier(), eigen, date(2026, 5, 1)) == []


def test_het_dringendste_eerst_en_wat_geen_dag_heeft_als_laatste(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """Counted on 20 May: the committee by 27 May, the hearing by 3 June; resuming the terms has no day."""
    zaak = dossier(*BEVESTIGD, COMPLEET, STIL, "2026-05-12 bemiddeling_voorgesteld",
                   "2026-05-12 bemiddeling_geweigerd door=klager", "2026-05-20 ontvankelijk_bevonden", *BERICHT,
                   *AFSCHRIFT)  # fmt: skip
    op_volgorde = [s.regel.id for s in meest_dringend(openstaand(zaak, rekenaar, zaak.laatste_handeling))]
    assert op_volgorde[-3:] == ["stel_commissie_samen", "plan_hoorzitting", "hervat"]


APART = ("2026-06-09 hoorzitting_gepland gepland_op=2026-05-26 wie=klager",
         "2026-06-23 hoorzitting_gepland gepland_op=2026-05-26 wie=aangeklaagde-1")  # fmt: skip


@pytest.mark.parametrize("planning", [APART, APART[::-1]], ids=["de klager eerst gepland", "de aangeklaagde eerst"])
def test_ieder_wordt_op_tijd_voor_zijn_eigen_zitting_uitgenodigd(
    planning: tuple[str, ...], dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """Ten days before one's own hearing, in whichever order they were planned; the first one is held first."""
    standen = {s.regel.id: s for s in openstaand(dossier(*TOT_ONDERZOEK, *planning), rekenaar, date(2026, 5, 26))}
    assert tot_wanneer(standen["nodig_klager_uit"]) == "uiterlijk 30 mei 2026"
    assert tot_wanneer(standen["nodig_aangeklaagde_uit"]) == "uiterlijk 13 juni 2026"
    assert tot_wanneer(standen["houd_hoorzitting"]) == "uiterlijk 9 juni 2026"
    gehouden = dossier(*TOT_ONDERZOEK, *planning, "2026-06-09 hoorzitting_gehouden gehoord=klager")
    nog = {s.regel.id: s for s in openstaand(gehouden, rekenaar, date(2026, 6, 10))}
    assert tot_wanneer(nog["houd_hoorzitting"]) == "uiterlijk 23 juni 2026"


def test_wie_gepland_was_en_niet_gehoord_is_blijft_gepland(dossier: Dossier, rekenaar: Rekenaar) -> None:
    zaak = dossier(*TOT_ONDERZOEK, "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26",
                   "2026-06-09 hoorzitting_gehouden gehoord=klager")  # fmt: skip
    assert [(z.wie, z.stand) for z in zaak.zittingen] == [(("klager",), "gehouden"), (("aangeklaagde-1",), "gepland")]
    assert "houd_hoorzitting" in {s.regel.id for s in openstaand(zaak, rekenaar, date(2026, 6, 10))}


def test_tot_wanneer_is_een_zin(dossier: Dossier, rekenaar: Rekenaar) -> None:
    standen = {s.regel.id: s for s in plichten(dossier(COMPLEET, STIL), rekenaar, date(2026, 5, 12))}
    assert tot_wanneer(standen["bevestig_ontvangst"]) == "uiterlijk 4 mei 2026"
    assert tot_wanneer(standen["hervat"]) == ""


@pytest.mark.parametrize(
    ("aangeklaagden", "zinnen"),
    [
        (IEDER, ["zend een afschrift van de klacht, zonder het adres van de klager (aan de aangeklaagde)"]),
        (TWEE, ["zend een afschrift van de klacht, zonder het adres van de klager (aan aangeklaagde 1)",
                "zend een afschrift van de klacht, zonder het adres van de klager (aan aangeklaagde 2)"]),
    ],
    ids=["een", "twee"],
)  # fmt: skip
def test_een_plicht_zegt_aan_wie(
    aangeklaagden: dict[str, Any], zinnen: list[str], dossier: Dossier, rekenaar: Rekenaar
) -> None:
    zaak = dossier(*TOT_ONDERZOEK, **aangeklaagden)
    assert [s.wat for s in plichten(zaak, rekenaar, zaak.laatste_handeling) if s.regel.id == "zend_afschrift"] == zinnen


# ---- wat altijd geldt, wat er ook gebeurt ----

# Everything that can happen, in an order and on days that hypothesis picks; also orders that the procedure refuses.
FEITEN_ALS_REGEL = [
    "getoetst uitkomst=aanvulling", "getoetst uitkomst=compleet", "getoetst uitkomst=weigeringsgrond",
    "aanvulling_gevraagd", "aanvulling_ontvangen aanvulling={}", "aanvulling_uitgebleven", "klacht_compleet",
    "ontvankelijk_bevonden", "niet_ontvankelijk_geadviseerd", "niet_ontvankelijk_verklaard", "klacht_ingetrokken",
    "bemiddeling_voorgesteld", "bemiddeling_voorgesteld aan=aangeklaagde-2", "bemiddeling_aanvaard door=klager",
    "bemiddeling_geweigerd door=klager", "bemiddeling_beeindigd oplossing=nee",
    "termijnen_opgeschort instemming_op=2026-05-01", "termijnen_hervat", "commissie_samengesteld leden=[]",
    'betrokkene_vermeld betrokkene={"naam":"S.Bakker","rol":"getuige"}',
    "hoorzitting_gepland gepland_op=2026-05-26", "hoorzitting_gepland gepland_op=2026-05-26 wie=klager",
    "hoorzitting_gepland gepland_op=2026-05-26 wie=aangeklaagde-2 stukken_tot_en_met=2026-06-01",
    "hoorzitting_verplaatst gepland_op=2026-05-27 was=2026-06-09", "hoorzitting_geannuleerd was=2026-06-09",
    "hoorzitting_gehouden gehoord=klager afwezig=aangeklaagde-1", "hoorzitting_gehouden gehoord=aangeklaagde-2",
    "verslag_opgemaakt zitting=2026-06-09 van=klager", "verslag_opgemaakt zitting=2026-06-09 van=aangeklaagde-2",
    "ter_plaatse_onderzocht", "bevindingen_vastgelegd", "deskundige_geraadpleegd", "feitenoverzicht_verzonden",
    "feiten_reactie_ontvangen door=klager", "feitenoverzicht_gesloten",
    "voorziening_gevraagd door=klager grond=onhoudbare-situatie", "voorziening_overlegd",
    "voorziening_besloten getroffen=ja", "advies_verdaagd tot_en_met=2026-09-01", "advies_uitgebracht",
    "advies_ontvangen", "beslissing_verdaagd reden=zomer duur=P4W",
    "beslissing_verdaagd reden=zomer tot_en_met=2026-09-01", "beslissing_genomen", "commissie_geinformeerd",
    "nazorg_aangeboden aan=klager", "zaak_gesloten", "zaak_heropend reden=vergissing",
    "brief_gemaakt brief=uitnodiging-klager aan=klager", "brief_verzonden brief=uitnodiging-klager aan=klager",
    "brief_verzonden brief=afschrift-klacht aan=aangeklaagde-2 eigen=ja", "opmerking_gemaakt akkoord=bespreken",
    "signaal_besproken",
]  # fmt: skip
_EINDE = ("zaak_gesloten", "klacht_ingetrokken")
_DAG = st.sampled_from([date(2026, 6, 9), *(date(2026, 4, 24) + timedelta(days=n) for n in range(0, 140, 4))])
_VERLOOP = st.lists(st.tuples(_DAG, st.sampled_from(FEITEN_ALS_REGEL)), max_size=14)


def _van(verloop: list[tuple[date, str]]) -> list[str]:
    return [f"{dag} {feit}" for dag, feit in verloop]


@settings(max_examples=300)
@given(verloop=_VERLOOP, dagen=st.integers(0, 400))
def test_wat_er_ook_gebeurt_elke_plicht_heeft_een_opdracht_en_geen_naam(
    verloop: list[tuple[date, str]], dagen: int, dossier: Dossier, rekenaars: tuple[Rekenaar, Rekenaar],
    persoonlijk: tuple[str, ...],
) -> None:  # fmt: skip
    """Never an exception; never two of the same for one person; a whole command; nothing in a closed case."""
    zaak = dossier(*_van(verloop), aangeklaagde=[{"naam": "R. Dekker"}, {"naam": "P. de Wit"}])
    dag = date(2026, 4, 24) + timedelta(days=dagen)
    for rekenaar in rekenaars:
        standen = plichten(zaak, rekenaar, dag)
        assert len({(s.regel.id, s.aan) for s in standen}) == len(standen)
        for s in standen:
            assert s.opdracht.startswith("klacht ")
            assert "K2026-001" in s.opdracht
            assert not {"{", "}"} & set(s.opdracht + s.wat)
            tekst = f"{s.wat} {s.opdracht}".casefold()
            assert not [w for w in (*persoonlijk, "de Wit", "S.Bakker") if w.casefold() in tekst]
            assert s.sinds in zaak.ankers.values()
            assert s.berekening is None or s.berekening.veilig <= s.berekening.uiterlijk
            assert not (s.te_laat(dag) and not s.open)
        assert openstaand(zaak, rekenaar, dag) == [s for s in standen if s.open]
        assert not (zaak.gesloten and openstaand(zaak, rekenaar, dag))


@settings(max_examples=300)
@given(verloop=_VERLOOP)
def test_wie_de_gevraagde_brief_maakt_en_verzendt_is_klaar(
    verloop: list[tuple[date, str]], dossier: Dossier, verloop_van: Callable[..., list[Gebeurtenis]],
    rekenaars: tuple[Rekenaar, Rekenaar],
) -> None:  # fmt: skip
    """Whatever happened: of the duties that ask for a letter none is left once each was made and went out."""
    dag = date(2026, 9, 30)
    for rekenaar in rekenaars:
        zaak = dossier(*_van(verloop), **TWEE)
        for s in openstaand(zaak, rekenaar, dag):
            if s.regel.brief:
                for e in verloop_van(*post("2026-09-30", s.regel.brief, str(s.aan))):
                    pas_toe(zaak, e)
        over = [s for s in openstaand(zaak, rekenaar, dag) if s.regel.brief]
        # the only duty that sending itself may open: telling an aangeklaagde, who now knows, of the withdrawal
        assert {s.regel.id for s in over} <= {"meld_intrekking"}


@given(verloop=_VERLOOP)
def test_een_brief_alleen_maken_voldoet_nergens_aan(
    verloop: list[tuple[date, str]], dossier: Dossier, verloop_van: Callable[..., list[Gebeurtenis]],
    rekenaar: Rekenaar,
) -> None:  # fmt: skip
    dag = date(2026, 9, 30)
    zaak = dossier(*_van(verloop), **TWEE)
    eerst = [(s.regel.id, s.aan) for s in openstaand(zaak, rekenaar, dag)]
    for s in openstaand(zaak, rekenaar, dag):
        if s.regel.brief:
            for e in verloop_van(gemaakt("2026-09-30", s.regel.brief, str(s.aan))):
                pas_toe(zaak, e)
    daarna = openstaand(zaak, rekenaar, dag)
    assert [(s.regel.id, s.aan) for s in daarna] == eerst
    assert {s.gemaakt_op for s in daarna if s.regel.brief} <= {dag}


@given(verloop=_VERLOOP)
def test_na_intrekken_blijft_alleen_over_wat_de_intrekking_zelf_vraagt(
    verloop: list[tuple[date, str]], dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """And the confirmation of receipt; what was decided before is still told."""
    feiten = [f for f in _van(verloop) if not f.endswith(_EINDE)]
    zaak = dossier(*feiten, "2026-09-30 klacht_ingetrokken", **TWEE)
    mag = {"bevestig_ontvangst", "bevestig_intrekking", "meld_intrekking", "zeg_zitting_af", "sluit"}
    if "beslissing" in zaak.ankers:
        mag |= {"deel_beslissing_mee", "informeer_commissie", "bied_nazorg"}
    if "niet_ontvankelijk" in zaak.ankers:
        mag |= {"deel_niet_ontvankelijk_mee"}
    assert {s.regel.id for s in openstaand(zaak, rekenaar, date(2026, 9, 30))} <= mag


@pytest.fixture(scope="session")
def verloop_van(verloop: Callable[..., list[Gebeurtenis]]) -> Callable[..., list[Gebeurtenis]]:
    """Read events from lines; a name of its own, beside the drawn `verloop`."""
    return verloop


def test_de_feiten_hierboven_zijn_alle_soorten_gebeurtenissen(verloop: Callable[..., list[Gebeurtenis]]) -> None:
    """A new kind of event takes part in the invariants, or this fails."""
    gebruikt = {e.soort for e in verloop(*(f"2026-06-09 {f}" for f in FEITEN_ALS_REGEL))}
    soorten = {str(s.__struct_config__.tag) for s in _soorten()}
    zonder_plicht = {"werkmap_aangemaakt", "regels_vastgelegd", "sjabloon_vastgelegd", "afwijking_vastgelegd",
                     "vastlegging_gecorrigeerd", "klaagschrift_ontvangen", "contact_vermeld", "jaarverslag_gemaakt",
                     "jaarbrief_verzonden", "regels_in_gebruik_genomen", "ingezien", "vernietiging_tegengehouden",
                     "vernietiging_vrijgegeven", "zaak_vernietigd"}  # fmt: skip
    assert soorten - gebruikt == zonder_plicht


def _soorten() -> Iterator[type[msgspec.Struct]]:
    yield from Gebeurtenis.__args__  # type: ignore[attr-defined]
