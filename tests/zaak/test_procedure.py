"""What may happen in a case, and when: every act of both regulations, its article, what comes first, what rules it out.

The tables are written from the regulations and not read from config/, so that a slip there shows here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from klachtcli.fouten import Geweigerd, KlachtFout
from klachtcli.recht.duur import Duur
from klachtcli.recht.regeling import Regeling
from klachtcli.secretariaat.brieven import leg_verzonden_vast
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.handelingen import Gedaan, leg_vast
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.stappen import verdaag_termijn, vul_aan
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.klaagschrift import Aanvulling, AanvullingPersoon, Klaagschrift, Persoon
from klachtcli.zaak.naleving import overtredingen
from klachtcli.zaak.procedure import eis_dag, eis_open, eis_toegestaan, eis_volgorde, ontbreekt, volgende
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.verdaging import Wens
from klachtcli.zaak.vervolg import vervolg
from klachtcli.zaak.zaak import Zaak, vouw

Dossier = Callable[..., Zaak]

# How each fact comes about, all on 4 May 2026 so that no order of days plays a part here.
FEITEN = {
    "ontvangst_bevestigd": "2026-05-04 brief_verzonden brief=ontvangstbevestiging",
    "aanvulling_gevraagd": "2026-05-04 aanvulling_gevraagd",
    "aanvulling_ontvangen": "2026-05-04 aanvulling_ontvangen aanvulling={}",
    "compleet": "2026-05-04 klacht_compleet",
    "ontvankelijk": "2026-05-04 ontvankelijk_bevonden",
    "advies_niet_ontvankelijk": "2026-05-04 niet_ontvankelijk_geadviseerd",
    "niet_ontvankelijk": "2026-05-04 niet_ontvankelijk_verklaard",
    "feitenoverzicht_verzonden": "2026-05-04 feitenoverzicht_verzonden",
    "feitenoverzicht_gesloten": "2026-05-04 feitenoverzicht_gesloten",
    "advies": "2026-05-04 advies_uitgebracht",
    "ontvangst_advies": "2026-05-04 advies_ontvangen",
    "beslissing": "2026-05-04 beslissing_genomen",
    "gesloten": "2026-05-04 zaak_gesloten",
    "aanvulling_uitgebleven": "2026-05-04 aanvulling_uitgebleven",
    "beslissing_verdaagd": "2026-05-04 beslissing_verdaagd reden=x duur=P1W",
    "ingetrokken": "2026-05-04 klacht_ingetrokken",
    "bemiddeling_aanvaard": "2026-05-04 bemiddeling_aanvaard door=klager",
    "bemiddeling_beeindigd": "2026-05-04 bemiddeling_beeindigd oplossing=nee",
    "opgeschort": "2026-05-04 termijnen_opgeschort instemming_op=2026-05-04",
    "hoorzitting": "2026-05-04 hoorzitting_gepland gepland_op=2026-05-04",
    "gehoord": "2026-05-04 hoorzitting_gehouden gehoord=klager",
    "onderzoek_ter_plaatse": "2026-05-04 ter_plaatse_onderzocht",
    "bevindingen": "2026-05-04 bevindingen_vastgelegd",
    "voorziening_gevraagd": "2026-05-04 voorziening_gevraagd door=klager grond=onhoudbare-situatie",
    "voorziening_overlegd": "2026-05-04 voorziening_overlegd",
    "voorziening_besloten": "2026-05-04 voorziening_besloten getroffen=ja",
    "commissie_geinformeerd": "2026-05-04 commissie_geinformeerd",
}


class Regel(NamedTuple):
    """An act: its article, the facts that come first, and the facts after which it cannot be."""

    handeling: str
    artikel: str
    eerst: tuple[str, ...]
    niet_na: tuple[str, ...]


_BESLIST = ("ontvankelijk", "niet_ontvankelijk", "ingetrokken")
_NA_ADVIES = ("advies", "ingetrokken")
_VOORBIJ = ("niet_ontvankelijk", "advies", "ingetrokken")
KAMER = [
    Regel("vraag_aanvulling", "art. 9 lid 3", (), _BESLIST),
    Regel("ontvang_aanvulling", "art. 9 lid 3", (), _BESLIST),
    Regel("aanvulling_blijft_uit", "art. 9 lid 3", ("aanvulling_gevraagd",),
          ("aanvulling_ontvangen", "aanvulling_uitgebleven", *_BESLIST)),
    Regel("compleet", "art. 10 lid 1", (), ("compleet", "niet_ontvankelijk", "ingetrokken")),
    Regel("ontvankelijk", "art. 10 lid 1", ("compleet",), _BESLIST),
    Regel("advies_niet_ontvankelijk", "art. 10 lid 4", (), ("advies_niet_ontvankelijk", *_BESLIST)),
    Regel("niet_ontvankelijk", "art. 10 lid 4", ("advies_niet_ontvankelijk",), _BESLIST),
    Regel("trek_in", "niet geregeld", (), ("niet_ontvankelijk", "beslissing", "ingetrokken")),
    Regel("stel_bemiddeling_voor", "art. 10 lid 1", (), _VOORBIJ),
    Regel("beantwoord_bemiddeling", "art. 10 lid 1", (), _VOORBIJ),
    Regel("beeindig_bemiddeling", "art. 10 lid 1", ("bemiddeling_aanvaard",), ("bemiddeling_beeindigd", "ingetrokken")),
    Regel("schort_op", "niet geregeld", ("compleet",), ("opgeschort", *_VOORBIJ)),
    Regel("hervat", "niet geregeld", ("opgeschort",), ()),
    Regel("stel_commissie_samen", "art. 7 lid 4", (), _VOORBIJ),
    Regel("betrek", "art. 11 lid 3 en 4", (), _VOORBIJ),
    Regel("plan_hoorzitting", "art. 11 lid 1", ("ontvankelijk",), _NA_ADVIES),
    Regel("annuleer_hoorzitting", "art. 11 lid 1", ("hoorzitting",), ("advies",)),
    Regel("houd_hoorzitting", "art. 11 lid 1", ("ontvankelijk", "hoorzitting"), _NA_ADVIES),
    Regel("maak_verslag", "art. 11 lid 2", ("gehoord",), _NA_ADVIES),
    Regel("onderzoek_ter_plaatse", "art. 11 lid 7", ("ontvankelijk",), _NA_ADVIES),
    Regel("leg_bevindingen_vast", "art. 11 lid 7", ("onderzoek_ter_plaatse",), ("bevindingen", *_NA_ADVIES)),
    Regel("raadpleeg_deskundige", "art. 11 lid 8", ("ontvankelijk",), _NA_ADVIES),
    Regel("verzend_feitenoverzicht", "art. 12 lid 1", ("ontvankelijk",), _NA_ADVIES),
    Regel("ontvang_feitenreactie", "art. 12 lid 1", ("feitenoverzicht_verzonden",), _NA_ADVIES),
    Regel("sluit_feitenoverzicht", "art. 12 lid 1", ("feitenoverzicht_verzonden",),
          ("feitenoverzicht_gesloten", *_NA_ADVIES)),
    Regel("vraag_voorziening", "art. 12 lid 4", (), ("niet_ontvankelijk", "beslissing", "ingetrokken")),
    Regel("overleg_voorziening", "art. 12 lid 4", ("voorziening_gevraagd",), ("voorziening_overlegd", "ingetrokken")),
    Regel("besluit_voorziening", "art. 12 lid 4", ("voorziening_gevraagd",), ("voorziening_besloten", "ingetrokken")),
    Regel("verdaag_advies", "art. 12 lid 3", ("ontvankelijk",), _NA_ADVIES),
    Regel("adviseer", "art. 12 lid 2", ("ontvankelijk",), _NA_ADVIES),
    Regel("ontvang_advies", "art. 13 lid 1", ("advies",), ("ontvangst_advies",)),
    Regel("verdaag_beslissing", "art. 13 lid 3", ("ontvangst_advies",), ("beslissing", "ingetrokken")),
    Regel("beslis", "art. 13 lid 1", ("ontvangst_advies",), ("beslissing", "ingetrokken")),
    Regel("informeer_commissie", "art. 13 lid 2", ("beslissing",), ("commissie_geinformeerd",)),
    Regel("bied_nazorg", "niet geregeld", (), ()),
    Regel("sluit", "niet geregeld", (), ()),
]  # fmt: skip
_AWB_KLAAR = ("ontvankelijk", "niet_ontvankelijk", "beslissing")
AWB = [
    Regel("vraag_aanvulling", "niet geregeld", (), _AWB_KLAAR),
    Regel("ontvang_aanvulling", "niet geregeld", (), _AWB_KLAAR),
    Regel("compleet", "art. 9:4 lid 2", (), ("compleet", "niet_ontvankelijk", "beslissing")),
    Regel("ontvankelijk", "art. 9:4 lid 1", ("compleet",), _AWB_KLAAR),
    Regel("advies_niet_ontvankelijk", "art. 9:14 lid 1", (), ("advies_niet_ontvankelijk", *_AWB_KLAAR)),
    Regel("niet_ontvankelijk", "art. 9:8 lid 3", (), _AWB_KLAAR),
    Regel("plan_hoorzitting", "art. 9:10 lid 1", (), ("niet_ontvankelijk", "advies")),
    Regel("adviseer", "art. 9:15 lid 4", (), ("niet_ontvankelijk", "advies")),
    Regel("ontvang_advies", "art. 9:15 lid 4", ("advies",), ("ontvangst_advies",)),
    Regel("verdaag_beslissing", "art. 9:11 lid 2", (), ("niet_ontvankelijk", "beslissing")),
    Regel("beslis", "art. 9:12 lid 1", ("ontvangst_advies",), ("niet_ontvankelijk", "beslissing")),
    Regel("sluit", "niet geregeld", (), ()),
]  # fmt: skip
ALLE = [pytest.param("kamer", r, id=f"kamer {r.handeling}") for r in KAMER]
ALLE += [pytest.param("awb", r, id=f"awb {r.handeling}") for r in AWB]
EERST = [pytest.param(n, r, f, id=f"{n} {r.handeling} na {f}") for n, t in (("kamer", KAMER), ("awb", AWB))
         for r in t for f in r.eerst]  # fmt: skip
NIET_NA = [pytest.param(n, r, f, id=f"{n} {r.handeling} niet na {f}") for n, t in (("kamer", KAMER), ("awb", AWB))
           for r in t for f in r.niet_na]  # fmt: skip


@pytest.fixture
def regeling(naam: str, request: pytest.FixtureRequest) -> Regeling:
    """The regulation that a row is about."""
    gevonden: Regeling = request.getfixturevalue(naam)
    return gevonden


@pytest.mark.parametrize(("naam", "regel"), ALLE)
def test_elke_handeling_kan_zodra_is_gebeurd_wat_eerst_komt(
    naam: str, regel: Regel, regeling: Regeling, dossier: Dossier
) -> None:
    h = eis_toegestaan(regel.handeling, dossier(*(FEITEN[f] for f in regel.eerst)), regeling)
    assert h.vindplaats == regel.artikel


@pytest.mark.parametrize(("naam", "regel", "feit"), EERST)
def test_wat_eerst_komt(naam: str, regel: Regel, feit: str, regeling: Regeling, dossier: Dossier) -> None:
    """Refused with the article, and with the command that must come before."""
    zaak = dossier(*(FEITEN[f] for f in regel.eerst if f != feit))
    fout = _geweigerd(regel, zaak, regeling)
    assert (fout.code, fout.grondslag) == ("eerst-iets-anders", regel.artikel)
    assert fout.herstel.startswith("Eerst: klacht ")
    assert "K2026-001" in fout.feit
    assert "K2026-001" in fout.herstel


@pytest.mark.parametrize(("naam", "regel", "feit"), NIET_NA)
def test_wat_niet_meer_kan(naam: str, regel: Regel, feit: str, regeling: Regeling, dossier: Dossier) -> None:
    """Refused with the article and the day on which the fact came about."""
    zaak = dossier(*(FEITEN[f] for f in regel.eerst), FEITEN[feit])
    fout = _geweigerd(regel, zaak, regeling)
    assert (fout.code, fout.grondslag) == ("al-gebeurd", regel.artikel)
    assert "4 mei 2026" in fout.feit


@pytest.mark.parametrize(("naam", "regel"), ALLE)
def test_in_een_gesloten_zaak_kan_niets(naam: str, regel: Regel, regeling: Regeling, dossier: Dossier) -> None:
    zaak = dossier(*(FEITEN[f] for f in regel.eerst), FEITEN["gesloten"])
    assert _geweigerd(regel, zaak, regeling).code == "zaak-gesloten"
    assert volgende(zaak, regeling) == []


def _geweigerd(regel: Regel, zaak: Zaak, regeling: Regeling) -> Geweigerd:
    with pytest.raises(Geweigerd) as fout:
        eis_toegestaan(regel.handeling, zaak, regeling)
    assert fout.value.exitcode == 3
    return fout.value


@pytest.mark.parametrize(("naam", "tabel"), [("kamer", KAMER), ("awb", AWB)])
def test_de_tabel_is_de_hele_regeling(naam: str, tabel: list[Regel], regeling: Regeling) -> None:
    """No act of the regulation is missing here, none is too many, and nothing else rules one in or out."""
    echt = [
        Regel(h.id, h.vindplaats, tuple(a for a in h.vereist if a != "ontvangst"), h.sluit_uit)
        for h in regeling.handeling
    ]
    assert {(r.handeling, r.artikel, r.eerst, frozenset(r.niet_na)) for r in echt} == {
        (r.handeling, r.artikel, r.eerst, frozenset(r.niet_na)) for r in tabel
    }


def test_wat_een_regeling_niet_kent(awb: Regeling, dossier: Dossier) -> None:
    """The Awb knows no extension of an advice."""
    fout = _geweigerd(Regel("verdaag_advies", "", (), ()), dossier(), awb)
    assert fout.code == "handeling-onbekend"
    assert "kent niet: verdaag advies" in fout.feit


@pytest.mark.parametrize("naam", ["kamer", "awb"])
@pytest.mark.parametrize("handeling", ["verzend_brief", "vermeld_contact"])
def test_wat_onder_elke_regeling_kan(naam: str, handeling: str, regeling: Regeling, dossier: Dossier) -> None:
    """A letter goes out and an address changes whatever the rules say; in a case that was closed neither does."""
    assert eis_toegestaan(handeling, dossier(), regeling).vindplaats == "niet geregeld"
    assert _geweigerd(Regel(handeling, "", (), ()), dossier(FEITEN["gesloten"]), regeling).code == "zaak-gesloten"


@pytest.mark.parametrize("naam", ["kamer", "awb"])
def test_heropenen_kan_alleen_wat_gesloten_is(naam: str, regeling: Regeling, dossier: Dossier) -> None:
    assert eis_toegestaan("heropen", dossier(FEITEN["gesloten"]), regeling)
    assert _geweigerd(Regel("heropen", "", (), ()), dossier(), regeling).code == "eerst-iets-anders"


# ---- de dag ----

VANDAAG = date(2026, 6, 1)
VERLOOP = ("2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden")
DAGEN = [
    ("vandaag", "adviseer", "2026-06-01", ""),
    ("gisteren", "adviseer", "2026-05-31", ""),
    ("op de dag van het feit ervoor", "adviseer", "2026-05-20", ""),
    ("de dag ervoor", "adviseer", "2026-05-19", "dag-te-vroeg"),
    ("voor de ontvangst", "adviseer", "2026-04-23", "dag-te-vroeg"),
    ("morgen", "adviseer", "2026-06-02", "dag-in-de-toekomst"),
    ("op de dag van ontvangst", "verzend_brief", "2026-04-24", ""),
    ("een dag voor ontvangst", "verzend_brief", "2026-04-23", "dag-te-vroeg"),
    ("sluiten, een dag voor ontvangst", "sluit", "2026-04-23", "dag-te-vroeg"),
]


@pytest.mark.parametrize(("naam", "handeling", "op", "code"), DAGEN, ids=[d[0] for d in DAGEN])
def test_op_welke_dag(naam: str, handeling: str, op: str, code: str, kamer: Regeling, dossier: Dossier) -> None:
    zaak = dossier(*VERLOOP)
    h = eis_toegestaan(handeling, zaak, kamer)
    if not code:
        eis_dag(date.fromisoformat(op), zaak, VANDAAG, h)
        return
    with pytest.raises(Geweigerd) as fout:
        eis_dag(date.fromisoformat(op), zaak, VANDAAG, h)
    assert fout.value.code == code
    assert code == "dag-in-de-toekomst" or fout.value.grondslag == h.vindplaats


def test_elke_weigering_om_de_dag_noemt_het_feit_en_zijn_dag(kamer: Regeling, dossier: Dossier) -> None:
    zaak = dossier(*VERLOOP)
    with pytest.raises(
        Geweigerd, match=r"19 mei 2026 ligt vóór 20 mei 2026, de dag waarop de klacht ontvankelijk is bevonden"
    ):
        eis_dag(date(2026, 5, 19), zaak, VANDAAG, eis_toegestaan("adviseer", zaak, kamer))


TWEE_GESPREKKEN = (*VERLOOP, "2026-05-26 hoorzitting_gehouden gehoord=klager",
                   "2026-06-01 hoorzitting_gehouden gehoord=aangeklaagde-1")  # fmt: skip


@pytest.mark.parametrize(
    ("op", "mag"), [("2026-05-25", False), ("2026-05-26", True), ("2026-05-29", True), ("2026-06-01", True)]
)
def test_het_verslag_van_het_eerste_gesprek_wacht_niet_op_het_tweede(
    op: str, mag: bool, kamer: Regeling, dossier: Dossier
) -> None:
    """Heard on 26 May and on 1 June: a report of 29 May can be recorded afterwards, one of before the first not."""
    zaak = dossier(*TWEE_GESPREKKEN)
    h = eis_toegestaan("maak_verslag", zaak, kamer)
    if mag:
        eis_dag(date.fromisoformat(op), zaak, VANDAAG, h)
        return
    with pytest.raises(Geweigerd, match="25 mei 2026 ligt vóór 26 mei 2026"):
        eis_dag(date.fromisoformat(op), zaak, VANDAAG, h)


def test_sluiten_kan_niet_voor_de_laatste_handeling(kamer: Regeling, dossier: Dossier) -> None:
    zaak = dossier(*VERLOOP)
    h = eis_toegestaan("sluit", zaak, kamer)
    with pytest.raises(
        Geweigerd, match=r"de sluiting \(19 mei 2026\) ligt vóór de laatste handeling \(20 mei 2026\)"
    ) as fout:
        eis_dag(date(2026, 5, 19), zaak, VANDAAG, h)
    assert fout.value.code == "dag-te-vroeg"
    eis_dag(date(2026, 5, 20), zaak, VANDAAG, h)


def test_sluiten_kan_wel_voor_een_zitting_die_nog_moet_komen(kamer: Regeling, dossier: Dossier) -> None:
    """What is planned is no fact yet: a klacht withdrawn before the hearing is closed before it."""
    zaak = dossier(*VERLOOP, "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26")
    h = eis_toegestaan("sluit", zaak, kamer)
    eis_dag(date(2026, 5, 28), zaak, VANDAAG, h)
    with pytest.raises(Geweigerd, match=r"de laatste handeling \(26 mei 2026\)"):
        eis_dag(date(2026, 5, 25), zaak, VANDAAG, h)


def test_sluiten_kan_niet_voor_een_verdaging(kamer: Regeling, dossier: Dossier) -> None:
    zaak = dossier(*VERLOOP, "2026-05-28 advies_verdaagd tot_en_met=2026-08-12")
    with pytest.raises(Geweigerd):
        eis_dag(date(2026, 5, 25), zaak, VANDAAG, eis_toegestaan("sluit", zaak, kamer))


# ---- de zinnen van de feiten ----


@pytest.mark.parametrize("naam", ANKERS)
def test_elk_feit_is_een_bijzin(naam: str) -> None:
    """`dat de klacht compleet is`, `de dag waarop de klacht compleet is`: the verbs stand at the end."""
    hoofd, komma_te = ANKERS[naam].zin, " de klacht niet-ontvankelijk te verklaren"
    woorden = hoofd.removesuffix(komma_te).split()
    assert hoofd[0].islower()
    assert {"is", "zijn", "heeft"} & set(woorden[-2:]), hoofd


def test_de_weigeringen_lezen_als_een_zin(kamer: Regeling, dossier: Dossier) -> None:
    with pytest.raises(Geweigerd) as eerst:
        eis_toegestaan("ontvankelijk", dossier(), kamer)
    assert eerst.value.feit.endswith("kan dit nog niet: nog niet vastgelegd is dat de klacht compleet is")
    with pytest.raises(Geweigerd) as al:
        eis_toegestaan("compleet", dossier("2026-05-06 klacht_compleet"), kamer)
    assert al.value.feit == "in zaak K2026-001 is op 6 mei 2026 al vastgelegd dat de klacht compleet is"


# ---- open, en op volgorde ----


def test_in_een_open_zaak_mag_het_en_in_een_gesloten_zaak_niet(dossier: Dossier) -> None:
    eis_open(dossier())
    with pytest.raises(Geweigerd) as fout:
        eis_open(dossier(FEITEN["gesloten"]))
    assert fout.value.code == "zaak-gesloten"
    assert fout.value.feit == "zaak K2026-001 is op 4 mei 2026 gesloten"
    assert fout.value.herstel == (
        "Bekijk het verloop: klacht toon K2026-001, of heropen haar: klacht heropen K2026-001 --reden -"
    )


def test_een_dag_ligt_niet_voor_een_andere() -> None:
    eis_volgorde("de verzending", date(2026, 5, 4), "het maken", date(2026, 5, 4))
    with pytest.raises(Geweigerd) as fout:
        eis_volgorde("de verzending", date(2026, 5, 3), "het maken", date(2026, 5, 4))
    assert fout.value.code == "dag-te-vroeg"
    assert fout.value.feit == "de verzending (3 mei 2026) ligt vóór het maken (4 mei 2026)"


# ---- de laatste ontvangst ----

ONTVANGSTEN = [
    ("alleen het klaagschrift", (), "2026-04-24"),
    ("gevraagd", ("2026-04-28 aanvulling_gevraagd",), "2026-04-24"),
    ("aangevuld", ("2026-04-28 aanvulling_gevraagd", "2026-05-08 aanvulling_ontvangen aanvulling={}"), "2026-05-08"),
    ("ook ongevraagd", ("2026-05-04 aanvulling_ontvangen aanvulling={}",), "2026-05-04"),
    ("tweemaal", ("2026-05-04 aanvulling_ontvangen aanvulling={}", "2026-05-08 aanvulling_ontvangen aanvulling={}"),
     "2026-05-08"),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "acts", "dag"), ONTVANGSTEN, ids=[o[0] for o in ONTVANGSTEN])
def test_de_laatste_ontvangst(naam: str, acts: tuple[str, ...], dag: str, dossier: Dossier) -> None:
    """A klacht is complete from the day on which the last papers came in, not from the day of typing."""
    assert str(dossier(*acts).laatst_ontvangen) == dag


@pytest.mark.parametrize(
    "laatste",
    ["2026-05-11 aanvulling_gevraagd", "2026-05-06 aanvulling_ontvangen aanvulling={}"],
    ids=["daarna opnieuw gevraagd", "daarna een oudere vastgelegd"],
)
def test_de_laatste_ontvangst_gaat_nooit_terug(laatste: str, dossier: Dossier) -> None:
    """What came in on 8 May stays received, whatever is asked or recorded after it."""
    zaak = dossier("2026-05-08 aanvulling_ontvangen aanvulling={}", laatste)
    assert zaak.laatst_ontvangen == date(2026, 5, 8)


# ---- wat er nu kan ----

_ADVIES_NO = "besluit K2026-001 advies-niet-ontvankelijk --grond GROND"
_VULAAN = ["vul-aan K2026-001 --gevraagd", "vul-aan K2026-001 BESTAND"]
VOLGENDE = [
    ("ontvangen", (), [*_VULAAN, "besluit K2026-001 compleet", _ADVIES_NO, "commissie K2026-001", "sluit K2026-001"]),
    ("compleet", ("compleet",), [*_VULAAN, "besluit K2026-001 ontvankelijk", _ADVIES_NO, "commissie K2026-001",
     "sluit K2026-001"]),
    ("in onderzoek", ("compleet", "ontvankelijk"), ["commissie K2026-001", "hoor K2026-001 DATUM",
     "feiten K2026-001 --verzonden DATUM", "verdaag K2026-001 advies --tot DATUM", "adviseer K2026-001 BESTAND",
     "sluit K2026-001"]),
    ("in onderzoek", ("compleet", "ontvankelijk", "hoorzitting"), ["commissie K2026-001",
     "hoor K2026-001 --gehouden DATUM", "feiten K2026-001 --verzonden DATUM", "verdaag K2026-001 advies --tot DATUM",
     "adviseer K2026-001 BESTAND", "sluit K2026-001"]),
    ("advies uitgebracht", ("compleet", "ontvankelijk", "advies"),
     ["adviseer K2026-001 --ontvangen DATUM", "sluit K2026-001"]),
    ("wacht op beslissing", ("compleet", "ontvankelijk", "advies", "ontvangst_advies"),
     ["verdaag K2026-001 beslissing --met DUUR --reden -", "beslis K2026-001 BESTAND", "sluit K2026-001"]),
    ("beslist", ("compleet", "ontvankelijk", "advies", "ontvangst_advies", "beslissing"),
     ["beslis K2026-001 --commissie-geinformeerd DATUM", "sluit K2026-001"]),
    ("wacht op besluit bevoegd gezag", ("advies_niet_ontvankelijk",),
     [*_VULAAN, "besluit K2026-001 compleet", "besluit K2026-001 niet-ontvankelijk", "commissie K2026-001",
      "sluit K2026-001"]),
    ("niet-ontvankelijk verklaard", ("advies_niet_ontvankelijk", "niet_ontvankelijk"), ["sluit K2026-001"]),
    ("ingetrokken", ("compleet", "ontvankelijk", "ingetrokken"), ["sluit K2026-001"]),
]  # fmt: skip


@pytest.mark.parametrize(("fase", "feiten", "verwacht"), VOLGENDE, ids=[v[0] for v in VOLGENDE])
def test_wat_er_nu_kan(
    fase: str, feiten: tuple[str, ...], verwacht: list[str], kamer: Regeling, dossier: Dossier
) -> None:
    """In the order of the regulation, as commands that can be typed."""
    zaak = dossier(*(FEITEN[f] for f in feiten))
    assert zaak.fase == fase
    assert volgende(zaak, kamer) == [f"klacht {opdracht}" for opdracht in verwacht]


VERDAGEN = [
    ("kamer, nog niet", "kamer", (), True),
    ("kamer, eenmaal: dat was alles", "kamer", ("2026-05-05 beslissing_verdaagd reden=x duur=P1W",), False),
    ("awb, nog niet", "awb", (), True),
    ("awb, eenmaal: langer met instemming", "awb", ("2026-05-05 beslissing_verdaagd reden=x duur=P4W",), True),
    ("awb, vaker: steeds met instemming", "awb", ("2026-05-05 beslissing_verdaagd reden=x duur=P4W",
     "2026-05-06 beslissing_verdaagd reden=x duur=P2W instemming=ja"), True),
]  # fmt: skip


@pytest.mark.parametrize(("geval", "naam", "verdaagd", "kan"), VERDAGEN, ids=[v[0] for v in VERDAGEN])
def test_verdagen_wordt_alleen_genoemd_zolang_het_kan(
    geval: str, naam: str, verdaagd: tuple[str, ...], kan: bool, regeling: Regeling, dossier: Dossier
) -> None:
    """Art. 13 lid 3 knows one extension; Awb art. 9:11 lid 3 no limit, if the klager agrees."""
    feiten = (FEITEN[f] for f in ("compleet", "ontvankelijk", "advies", "ontvangst_advies"))
    opdracht = "klacht verdaag K2026-001 beslissing --met DUUR --reden -"
    assert (opdracht in volgende(dossier(*feiten, *verdaagd), regeling)) == kan


def test_het_advies_kan_steeds_opnieuw_worden_verdaagd(kamer: Regeling, dossier: Dossier) -> None:
    """Art. 12 lid 3 has no number of times."""
    keren = [f"2026-05-05 advies_verdaagd tot_en_met=2026-08-{dag}" for dag in ("01", "05", "09")]
    zaak = dossier(FEITEN["compleet"], FEITEN["ontvankelijk"], *keren)
    assert "klacht verdaag K2026-001 advies --tot DATUM" in volgende(zaak, kamer)


def test_awb_na_niet_behandelen_rest_alleen_sluiten(awb: Regeling, dossier: Dossier) -> None:
    assert volgende(dossier(FEITEN["niet_ontvankelijk"]), awb) == ["klacht sluit K2026-001"]


def test_awb_na_de_beslissing_rest_alleen_sluiten(awb: Regeling, dossier: Dossier) -> None:
    zaak = dossier(*(FEITEN[f] for f in ("advies", "ontvangst_advies", "beslissing")))
    assert volgende(zaak, awb) == ["klacht sluit K2026-001"]


# ---- wat een handeling verwacht, en vraagt ----


def test_wat_voor_een_handeling_hoort(kamer: Regeling) -> None:
    """Facts and duties that belong before it: without them the act asks for a reason."""
    assert {h.id: h.verwacht for h in kamer.handeling if h.verwacht} == {
        "advies_niet_ontvankelijk": ("aanvulling_gevraagd",),
        "besluit_voorziening": ("voorziening_overlegd",),
        "verzend_feitenoverzicht": ("gehoord",),
        "adviseer": ("gehoord", "feitenoverzicht_verzonden", "feitenoverzicht_gesloten"),
    }
    assert {h.id: h.plichten for h in kamer.handeling if h.plichten} == {
        "houd_hoorzitting": ("nodig_klager_uit", "nodig_aangeklaagde_uit"),
        "verzend_feitenoverzicht": ("maak_verslag",),
        "sluit_feitenoverzicht": ("leg_feiten_voor",),
        "adviseer": (
            "plan_hoorzitting",
            "houd_hoorzitting",
            "maak_verslag",
            "leg_bevindingen_vast",
            "leg_feiten_voor",
            "deel_verdaging_advies_mee",
        ),
        "ontvang_advies": ("zend_advies",),
        "beslis": ("deel_verdaging_beslissing_mee",),
    }


ONTBREEKT = [
    ("geen herstelkans", "advies_niet_ontvankelijk", (), g.NietOntvankelijkGeadviseerd(VANDAAG, "x", ("9.5.b",)),
     ["art. 10 lid 4"]),
    ("geen grond", "advies_niet_ontvankelijk", ("aanvulling_gevraagd",), g.NietOntvankelijkGeadviseerd(VANDAAG, "x"),
     ["art. 9 lid 1 en 5, art. 10 lid 2"]),
    ("geen reden van het besluit", "niet_ontvankelijk", ("advies_niet_ontvankelijk",),
     g.NietOntvankelijkVerklaard(VANDAAG), ["art. 10 lid 4"]),
    ("geen overleg", "besluit_voorziening", ("voorziening_gevraagd",), g.VoorzieningBesloten(VANDAAG, True),
     ["art. 12 lid 4"]),
    ("niets van het advies", "adviseer", ("compleet", "ontvankelijk"), g.AdviesUitgebracht(VANDAAG),
     ["art. 12 lid 2"] * 4 + ["art. 12 lid 5", "art. 12 lid 7", "art. 12 lid 5", "Awb 9:15 lid 4, als richtlijn",
      "art. 11 lid 1"]),
    ("feiten niet voorgelegd", "adviseer", ("compleet", "ontvankelijk", "gehoord", "feitenoverzicht_verzonden",
     "feitenoverzicht_gesloten"), g.AdviesUitgebracht(VANDAAG, advies=g.Advies("x", ("preventief",), voor=3,
     onderdeel=(g.Klachtonderdeel("a", "b", "c"),), hoorverslag=True)),
     ["art. 11 lid 1", "art. 11 lid 2", "art. 12 lid 1", "art. 12 lid 1"]),
    ("geen strekking van de beslissing", "beslis", ("advies", "ontvangst_advies"), g.BeslissingGenomen(VANDAAG),
     ["art. 13 lid 1", "art. 13 lid 2", "art. 13 lid 2"]),
    ("verdaging niet meegedeeld", "beslis", ("advies", "ontvangst_advies", "beslissing_verdaagd"),
     g.BeslissingGenomen(VANDAAG, beslissing=g.Beslissing("volgt", voor_klager="u",
     voor_aangeklaagde=("u",))), ["art. 13 lid 3", "art. 13 lid 3"]),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "handeling", "feiten", "gebeurtenis", "artikelen"), ONTBREEKT,
                         ids=[o[0] for o in ONTBREEKT])  # fmt: skip
def test_wat_ontbreekt_wordt_met_zijn_artikel_genoemd(
    naam: str, handeling: str, feiten: tuple[str, ...], gebeurtenis: g.Gebeurtenis, artikelen: list[str],
    rekenaar: Rekenaar, dossier: Dossier,
) -> None:  # fmt: skip
    zaak = dossier(*(FEITEN[f] for f in feiten))
    h = eis_toegestaan(handeling, zaak, rekenaar.regeling)
    mist = list(ontbreekt(h, gebeurtenis, zaak, rekenaar, VANDAAG))
    assert sorted(gebrek.plaats for gebrek in mist) == sorted(artikelen)


# ---- elke volgorde ----

DAG = st.integers(-3, 130).map(lambda n: date(2026, 4, 24) + timedelta(days=n))
DUUR = st.sampled_from([Duur(weken=4), Duur(weken=5), Duur(weken=1), Duur(dagen=3), Duur(werkdagen=5), Duur(maanden=1),
                        Duur(jaren=9000), Duur(uren=48)])  # fmt: skip
REDEN = st.none() | st.just("een reden")
WENS = st.builds(Wens, DAG, st.none() | DUUR, st.none() | DAG, REDEN, st.booleans())
ENKEL = {
    "vraag_aanvulling": st.builds(g.AanvullingGevraagd, DAG),
    "compleet": st.builds(g.KlachtCompleet, DAG),
    "ontvankelijk": st.builds(g.OntvankelijkBevonden, DAG),
    "advies_niet_ontvankelijk": st.builds(g.NietOntvankelijkGeadviseerd, DAG, REDEN),
    "niet_ontvankelijk": st.builds(g.NietOntvankelijkVerklaard, DAG, REDEN),
    "plan_hoorzitting": st.builds(g.HoorzittingGepland, DAG, DAG, st.none() | DAG),
    "verzend_feitenoverzicht": st.builds(g.FeitenoverzichtVerzonden, DAG, st.none() | DAG),
    "sluit_feitenoverzicht": st.builds(g.FeitenoverzichtGesloten, DAG),
    "adviseer": st.builds(g.AdviesUitgebracht, DAG, REDEN),
    "trek_in": st.builds(g.KlachtIngetrokken, DAG),
    "schort_op": st.builds(g.TermijnenOpgeschort, DAG, DAG),
    "hervat": st.builds(g.TermijnenHervat, DAG),
    "bemiddel": st.builds(g.BemiddelingVoorgesteld, DAG, st.sampled_from(["klager", "aangeklaagde-1"])),
    "gehouden": st.builds(g.HoorzittingGehouden, DAG, st.just(("klager",))),
    "verslag": st.builds(g.VerslagOpgemaakt, DAG, DAG, st.just(("klager",))),
    "geannuleerd": st.builds(g.HoorzittingGeannuleerd, DAG, DAG),
    "voorziening": st.builds(g.VoorzieningGevraagd, DAG, st.just("klager"), st.just("onhoudbare situatie")),
    "heropen": st.builds(g.ZaakHeropend, DAG, st.just("nieuw stuk")),
    "ontvang_advies": st.builds(g.AdviesOntvangen, DAG),
    "beslis": st.builds(g.BeslissingGenomen, DAG, REDEN),
    "sluit": st.builds(g.ZaakGesloten, DAG, REDEN),
}
PLAIN = st.sampled_from(sorted(ENKEL)).flatmap(lambda naam: ENKEL[naam].map(lambda e: ("doe", naam, e)))
VERDAAG = st.tuples(st.just("verdaag"), st.sampled_from(["advies", "beslissing"]), WENS)
VUL_AAN = st.tuples(st.just("vul_aan"), st.sampled_from([
    Aanvulling(), Aanvulling(klager=Persoon(plaats="Delft")), Aanvulling(aangeklaagde=(AanvullingPersoon(nummer=1),
    AanvullingPersoon(naam="H. Mol"))), Aanvulling(aangeklaagde=(AanvullingPersoon(naam="P. Vos", nummer=2),)),
]), DAG)  # fmt: skip
VERZEND = st.tuples(st.just("verzend"), st.just("ontvangstbevestiging"), DAG)
WILLEKEUR = st.lists(PLAIN | VERDAAG | VUL_AAN | VERZEND, max_size=10)


def _dag(n: int) -> date:
    return date(2026, 4, 24) + timedelta(days=n)


# The ordinary way through the procedure, with all that may happen on it; a fixed day each, so that the order is true.
GEWOON: list[Any] = [
    ("doe", "vraag_aanvulling", g.AanvullingGevraagd(_dag(2))),
    ("vul_aan", Aanvulling(klager=Persoon(plaats="Delft")), _dag(5)),
    ("doe", "compleet", g.KlachtCompleet(_dag(6))),
    ("doe", "ontvankelijk", g.OntvankelijkBevonden(_dag(10))),
    ("doe", "plan_hoorzitting", g.HoorzittingGepland(_dag(30), _dag(12), _dag(25))),
    ("doe", "plan_hoorzitting", g.HoorzittingGepland(_dag(35), _dag(14))),
    ("doe", "verzend_feitenoverzicht", g.FeitenoverzichtVerzonden(_dag(36), _dag(40))),
    ("doe", "verzend_feitenoverzicht", g.FeitenoverzichtVerzonden(_dag(38))),
    ("doe", "sluit_feitenoverzicht", g.FeitenoverzichtGesloten(_dag(45))),
    ("verdaag", "advies", Wens(_dag(50), tot_en_met=_dag(80))),
    ("verdaag", "advies", Wens(_dag(52), Duur(weken=2), reden="drukte")),
    ("doe", "adviseer", g.AdviesUitgebracht(_dag(60), "gedeeld")),
    ("doe", "ontvang_advies", g.AdviesOntvangen(_dag(61))),
    ("verdaag", "beslissing", Wens(_dag(70), Duur(weken=4), reden="zomer")),
    ("doe", "beslis", g.BeslissingGenomen(_dag(90))),
    ("doe", "sluit", g.ZaakGesloten(_dag(95))),
]


@st.composite
def _door_de_procedure(draw: Any) -> list[Any]:
    """The ordinary way, steps left out here and there, and other acts strewn in: so that late acts are reached too."""
    uit = []
    for stap in GEWOON:
        uit += [stap] if draw(st.integers(0, 9)) else []
        uit += (
            [draw(PLAIN.filter(lambda a: a[1] != "sluit") | VERDAAG | VUL_AAN)] if not draw(st.integers(0, 5)) else []
        )
    return uit


def _doe(werkmap: Werkmap, zaak: str, handeling: Any) -> Gedaan:
    match handeling:
        case "doe", _, gebeurtenis:
            return leg_vast(werkmap, zaak, gebeurtenis, toch="het moest")
        case "verdaag", termijn, wens:
            return verdaag_termijn(werkmap, zaak, termijn, wens, toch="het moest")
        case "vul_aan", aanvulling, op:
            return vul_aan(werkmap, zaak, aanvulling, (), op=op)
        case _, brief, op:
            return leg_verzonden_vast(werkmap, zaak, brief, op=op)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(handelingen=WILLEKEUR | _door_de_procedure())
def test_elke_reeks_handelingen_geeft_gebeurtenissen_of_een_nette_weigering(
    handelingen: list[Any], werkmap: Werkmap, klaagschrift: Callable[..., Klaagschrift], bevries: Callable[..., Any]
) -> None:
    """Whatever is tried, in any order: an event or a KlachtFout; and what was recorded keeps to the procedure."""
    bevries("2026-08-01T10:00")
    nummer = ontvang(werkmap, klaagschrift(), (), toch=True).zaak
    for handeling in handelingen:
        try:
            _doe(werkmap, nummer, handeling)
        except KlachtFout as fout:
            assert fout.exitcode in (2, 3)  # noqa: PT017 - refused, and nothing recorded
    with werkmap.journaal() as journaal:
        dossiers = Dossiers(journaal)
        zaak, verloop = dossiers.met_verloop(nummer)
        assert vouw(nummer, [v.gebeurtenis for v in verloop]) == zaak
        rekenaar = dossiers.rekenaar(zaak)
        rekenaar.standen(zaak, date(2026, 8, 1))
        vervolg(zaak, rekenaar, date(2026, 8, 1))
        reeks = [(v.nummer, v.gebeurtenis) for v in verloop]
        assert overtredingen(nummer, reeks, rekenaar, date(2026, 8, 1)) == {}
