"""What an act ought to hold (art. 9, 12 and 13, and the day of a hearing): what is lacking asks for a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given, strategies as st

from klachtcli.zaak.gebeurtenissen import (
    Advies,
    AdviesUitgebracht,
    Beslissing,
    BeslissingGenomen,
    CommissieSamengesteld,
    FeitenoverzichtGesloten,
    Gebeurtenis,
    KlachtCompleet,
    VerslagOpgemaakt,
    Zetel,
)
from klachtcli.zaak.gebreken import gebreken
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak

Dossier = Callable[..., Zaak]
Verloop = Callable[..., list[Gebeurtenis]]
TOT_ONDERZOEK = ("2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden")
COMMISSIE = "2026-05-21 commissie_samengesteld leden=[{},{},{}]".format(
    '{"naam":"V.Oud","rol":"voorzitter"}', '{"naam":"B.Ambt","rol":"lid"}', '{"naam":"F.Fract","rol":"lid"}'
)
MET_DRIE = (*TOT_ONDERZOEK, COMMISSIE)
GEHOORD = ("2026-06-09 hoorzitting_gepland gepland_op=2026-05-26",
           "2026-06-09 hoorzitting_gehouden gehoord=klager,aangeklaagde-1 samen=ja")  # fmt: skip
VERSLAG = "2026-06-15 verslag_opgemaakt zitting=2026-06-09 van=klager,aangeklaagde-1"
NIET_GEDEELD = f"{VERSLAG} delen=niet reden=veiligheid"
BEIDE = {"meerderheid": "gegrond, want ...", "minderheid": "ongegrond, want ..."}


def rijen(*alle: tuple[Any, ...]) -> list[Any]:
    """The rows of a table, each known by its first word."""
    return [pytest.param(*rij, id=rij[0]) for rij in alle]


def lacunes(e: Gebeurtenis, zaak: Zaak, rekenaar: Rekenaar) -> list[tuple[str, str]]:
    """Every lack, as its article and its sentence."""
    return [(g.plaats, g.feit) for g in gebreken(e, zaak, rekenaar)]


def eis(e: Gebeurtenis, zaak: Zaak, rekenaar: Rekenaar, *verwacht: tuple[str, str]) -> None:
    """Exactly these lacks: each its article, and a piece of its sentence."""
    gevonden = lacunes(e, zaak, rekenaar)
    assert [artikel for artikel, _ in gevonden] == [artikel for artikel, _ in verwacht], gevonden
    assert all(woorden in feit for (_, woorden), (_, feit) in zip(verwacht, gevonden, strict=True)), gevonden


# ---- het advies, art. 12 lid 5 en 7 ----


class Geval(NamedTuple):
    """What the advice holds, and what is lacking: the article and a piece of the sentence."""

    naam: str
    advies: dict[str, Any]
    verwacht: tuple[tuple[str, str], ...] = ()
    na: tuple[str, ...] = MET_DRIE


TELT_NIET = ("art. 12 lid 7", "dit is geen stemming")
STANDPUNTEN = ("art. 12 lid 7", "noem beide standpunten")
VERWORPEN = ("art. 12 lid 7", "is dit niet het advies")

ADVIEZEN = [
    # lid 7: de stemmen
    Geval("unaniem", {"voor": 3}),
    Geval("een onthouding", {"voor": 2, "onthouding": 1}),
    Geval("twee tegen een, met beide standpunten", {"voor": 2, "tegen": 1, **BEIDE}),
    Geval("twee tegen een, zonder standpunten", {"voor": 2, "tegen": 1}, (STANDPUNTEN,)),
    Geval("alleen het standpunt van de meerderheid", {"voor": 2, "tegen": 1, "meerderheid": "gegrond"},
          (STANDPUNTEN,)),
    Geval("alleen dat van de minderheid", {"voor": 2, "tegen": 1, "minderheid": "ongegrond"}, (STANDPUNTEN,)),
    Geval("gestaakt: de voorzitter geeft de doorslag", {"voor": 1, "tegen": 1, "onthouding": 1, **BEIDE}),
    Geval("gestaakt, zonder standpunten", {"voor": 1, "tegen": 1, "onthouding": 1}, (STANDPUNTEN,)),
    Geval("meer tegen dan voor", {"voor": 1, "tegen": 2, **BEIDE}, (VERWORPEN,)),
    Geval("niemand stemde", {"voor": 0}, (TELT_NIET,)),
    Geval("minder dan niets", {"voor": 4, "tegen": -1, **BEIDE}, (TELT_NIET,)),
    Geval("meer stemmen dan leden", {"voor": 4}, (("art. 12 lid 7", "er zijn 4 stemmen, en de commissie heeft 3"),)),
    Geval("minder stemmen dan leden", {"voor": 2}, (("art. 12 lid 7", "er zijn 2 stemmen, en de commissie heeft 3"),)),
    Geval("geen samenstelling bekend: geen telling", {"voor": 2}, (), TOT_ONDERZOEK),
    Geval("geen stemming genoemd: dat vraagt de regeling elders", {}),
    # lid 5: het hoorverslag gaat mee, of er staat waarom niet
    Geval("met hoorverslag", {"voor": 3, "hoorverslag": True}, (), (*MET_DRIE, *GEHOORD, VERSLAG)),
    Geval("zonder hoorverslag, met reden", {"voor": 3, "hoorverslag": False, "reden_zonder_verslag": "veiligheid"}),
    Geval("zonder hoorverslag, zonder reden", {"voor": 3, "hoorverslag": False},
          (("art. 12 lid 5", "het hoorverslag gaat niet mee"),)),
    Geval("zonder hoorverslag, met een lege reden", {"voor": 3, "hoorverslag": False, "reden_zonder_verslag": ""},
          (("art. 12 lid 5", "het hoorverslag gaat niet mee"),)),
    Geval("een verslag wordt niet gedeeld, en er staat niet waarom", {"voor": 3, "hoorverslag": True},
          (("art. 12 lid 5", "een verslag wordt niet gedeeld"),), (*MET_DRIE, *GEHOORD, NIET_GEDEELD)),
    Geval("een verslag wordt niet gedeeld, met reden",
          {"voor": 3, "hoorverslag": True, "reden_zonder_verslag": "veiligheid"}, (),
          (*MET_DRIE, *GEHOORD, NIET_GEDEELD)),
    Geval("niet gezegd of het meegaat: dat vraagt de regeling elders", {"voor": 3}, (),
          (*MET_DRIE, *GEHOORD, NIET_GEDEELD)),
    Geval("een verslag met weglatingen gaat mee", {"voor": 3, "hoorverslag": True}, (),
          (*MET_DRIE, *GEHOORD, NIET_GEDEELD.replace("=niet", "=met-weglatingen"))),
    Geval("eerst niet gedeeld, later toch heel", {"voor": 3, "hoorverslag": True}, (),
          (*MET_DRIE, *GEHOORD, NIET_GEDEELD, VERSLAG)),
    Geval("alles tegelijk", {"voor": 2, "tegen": 2, "hoorverslag": False},
          (("art. 12 lid 5", "hoorverslag"), ("art. 12 lid 7", "er zijn 4 stemmen"), STANDPUNTEN)),
]  # fmt: skip


@pytest.mark.parametrize("geval", ADVIEZEN, ids=lambda g: g.naam)
def test_het_advies(geval: Geval, dossier: Dossier, rekenaar: Rekenaar) -> None:
    e = AdviesUitgebracht(date(2026, 7, 1), advies=Advies(**geval.advies))
    eis(e, dossier(*geval.na), rekenaar, *geval.verwacht)


@pytest.mark.parametrize(
    ("voor", "tegen", "onthouding", "doorslag"),
    [(1, 1, 1, True), (1, 1, 0, True), (2, 1, 0, False), (3, 0, 0, False), (None, 0, 0, False)],
    ids=["gestaakt met een onthouding", "gestaakt met twee", "meerderheid", "unaniem", "niet bekend"],
)
def test_wanneer_de_voorzitter_de_doorslag_gaf(voor: int | None, tegen: int, onthouding: int, doorslag: bool) -> None:
    """Art. 12 lid 7: only where the votes were equal."""
    assert Advies(voor=voor, tegen=tegen, onthouding=onthouding).voorzitter_gaf_doorslag == doorslag


@given(voor=st.integers(1, 3), tegen=st.integers(0, 3), onthouding=st.integers(0, 3))
def test_een_stemming_van_drie_die_klopt_mist_niets(
    voor: int, tegen: int, onthouding: int, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    """Three votes, at least as many in favour as against, both views told: nothing is lacking; else something is."""
    e = AdviesUitgebracht(date(2026, 7, 1), advies=Advies(voor=voor, tegen=tegen, onthouding=onthouding, **BEIDE))
    klopt = voor + tegen + onthouding == 3 and voor >= tegen
    assert (lacunes(e, dossier(*MET_DRIE), rekenaar) == []) == klopt


# ---- de beslissing, art. 13 lid 2 en Awb 9:16 als richtlijn ----

DRIE = {"aangeklaagde": [{"naam": "A. Een"}, {"naam": "B. Twee"}, {"naam": "C. Drie"}]}
AFWIJKING = ("Awb 9:16, als richtlijn", "de beslissing wijkt af van het advies")
BESLISSINGEN = [
    ("volgt het advies", {"wijkt_af": False}, {}, ()),
    ("niet gezegd of zij afwijkt", {}, {}, ()),
    ("wijkt af, met reden", {"wijkt_af": True, "reden_afwijking": "nieuwe feiten"}, {}, ()),
    ("wijkt af, zonder reden", {"wijkt_af": True}, {}, (AFWIJKING,)),
    ("wijkt af, met een lege reden", {"wijkt_af": True, "reden_afwijking": ""}, {}, (AFWIJKING,)),
    ("geen tekst per aangeklaagde", {}, DRIE, ()),
    ("een tekst voor elk van drie", {"voor_aangeklaagde": ("a", "b", "c")}, DRIE, ()),
    ("een tekst voor drie", {"voor_aangeklaagde": ("a",)}, DRIE,
     (("art. 13 lid 2", "1 teksten voor 3 aangeklaagden"),)),
    ("twee teksten voor drie", {"voor_aangeklaagde": ("a", "b")}, DRIE,
     (("art. 13 lid 2", "2 teksten voor 3 aangeklaagden"),)),
    ("twee teksten voor een", {"voor_aangeklaagde": ("a", "b")}, {},
     (("art. 13 lid 2", "2 teksten voor 1 aangeklaagden"),)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "beslissing", "feiten", "verwacht"), BESLISSINGEN, ids=[geval[0] for geval in BESLISSINGEN]
)
def test_de_beslissing(
    naam: str, beslissing: dict[str, Any], feiten: dict[str, Any], verwacht: tuple[tuple[str, str], ...],
    dossier: Dossier, rekenaar: Rekenaar,
) -> None:  # fmt: skip
    e = BeslissingGenomen(date(2026, 7, 28), beslissing=Beslissing(**beslissing))
    eis(e, dossier(**feiten), rekenaar, *verwacht)


# ---- het verslag, art. 12 lid 1 en 5 ----


@pytest.mark.parametrize(
    ("naam", "delen", "reden", "zegt"),
    rijen(
        ("heel gedeeld", "heel", None, ""),
        ("met weglatingen, met reden", "met weglatingen", "een getuige is herkenbaar", ""),
        ("met weglatingen, zonder reden", "met weglatingen", None, "met weglatingen gedeeld"),
        ("niet gedeeld, met reden", "niet", "gevaar voor een getuige", ""),
        ("niet gedeeld, zonder reden", "niet", None, "niet gedeeld"),
        ("niet gedeeld, met een lege reden", "niet", "", "niet gedeeld"),
    ),
)
def test_het_verslag(naam: str, delen: Any, reden: str | None, zegt: str, dossier: Dossier, rekenaar: Rekenaar) -> None:
    e = VerslagOpgemaakt(date(2026, 6, 15), date(2026, 6, 9), ("klager",), delen, reden)
    eis(e, dossier(), rekenaar, *([("art. 12 lid 1 en 5", f"het verslag wordt {zegt}")] if zegt else []))


# ---- de dag van de zitting ----


@pytest.mark.parametrize(
    ("naam", "dag", "zegt"),
    rijen(
        ("een gewone dinsdag", "2026-06-09", ""),
        ("zaterdag", "2026-06-13", "zaterdag 13 juni 2026 is geen werkdag"),
        ("zondag", "2026-06-14", "zondag 14 juni 2026 is geen werkdag"),
        ("Koningsdag", "2026-04-27", "maandag 27 april 2026 is geen werkdag"),
        ("Koningsdag op een zaterdag, want de 27e is een zondag", "2025-04-26", "zaterdag 26 april 2025"),
        ("5 mei", "2026-05-05", "dinsdag 5 mei 2026 is geen werkdag"),
        ("5 mei in een jaar zonder lustrum", "2027-05-05", "woensdag 5 mei 2027 is geen werkdag"),
        ("Hemelvaart", "2026-05-14", "donderdag 14 mei 2026 is geen werkdag"),
        ("tweede Pinksterdag", "2026-05-25", "maandag 25 mei 2026 is geen werkdag"),
        ("Goede Vrijdag", "2027-03-26", "vrijdag 26 maart 2027 is geen werkdag"),
        ("oudejaarsdag is een werkdag", "2026-12-31", ""),
    ),
)
@pytest.mark.parametrize("soort", ["hoorzitting_gepland", "hoorzitting_verplaatst was=2026-06-23"],
                         ids=["gepland", "verzet"])  # fmt: skip
def test_op_welke_dag_een_zitting_kan(
    naam: str, dag: str, zegt: str, soort: str, dossier: Dossier, verloop: Verloop, rekenaar: Rekenaar
) -> None:
    """What counts is the day of the hearing, not the day on which it was planned (a Sunday)."""
    (e,) = verloop(f"{dag} {soort} gepland_op=2026-06-07")
    eis(e, dossier(), rekenaar, *([("hoorzitting", zegt)] if zegt else []))


def test_plannen_op_een_vrije_dag_mag(dossier: Dossier, verloop: Verloop, rekenaar: Rekenaar) -> None:
    (e,) = verloop("2026-06-09 hoorzitting_gepland gepland_op=2026-05-25")
    eis(e, dossier(), rekenaar)


# ---- de feiten sluiten, art. 12 lid 1 ----

# Twee weken vanaf dinsdag 16 juni is dinsdag 30 juni.
FEITEN_WEG = "2026-06-16 feitenoverzicht_verzonden"
KLAGER_REAGEERDE = "2026-06-18 feiten_reactie_ontvangen door=klager"
AANGEKLAAGDE_REAGEERDE = "2026-06-19 feiten_reactie_ontvangen door=aangeklaagde-1 zienswijze=ja"


@pytest.mark.parametrize(
    ("naam", "na", "gesloten", "tot", "feiten"),
    rijen(
        ("op de dag van verzending", (FEITEN_WEG,), "2026-06-16", "30 juni 2026", {}),
        ("een dag voor het einde", (FEITEN_WEG,), "2026-06-29", "30 juni 2026", {}),
        ("na het einde, en niemand reageerde", (FEITEN_WEG,), "2026-07-01", "", {}),
        ("alleen de klager reageerde", (FEITEN_WEG, KLAGER_REAGEERDE), "2026-06-22", "30 juni 2026", {}),
        ("alleen de aangeklaagde reageerde", (FEITEN_WEG, AANGEKLAAGDE_REAGEERDE), "2026-06-22", "30 juni 2026", {}),
        ("beiden reageerden", (FEITEN_WEG, KLAGER_REAGEERDE, AANGEKLAAGDE_REAGEERDE), "2026-06-19", "", {}),
        ("twee van vier reageerden", (FEITEN_WEG, KLAGER_REAGEERDE, AANGEKLAAGDE_REAGEERDE), "2026-06-22",
         "30 juni 2026", DRIE),
        ("de commissie gaf korter, en die dag is voorbij", (f"{FEITEN_WEG} reactie_tot_en_met=2026-06-23",),
         "2026-06-24", "", {}),
        ("de commissie gaf langer", (f"{FEITEN_WEG} reactie_tot_en_met=2026-07-07",), "2026-07-01", "7 juli 2026", {}),
        ("opnieuw verzonden: de twee weken beginnen opnieuw", (FEITEN_WEG, FEITEN_WEG.replace("16", "23")),
         "2026-07-01", "7 juli 2026", {}),
    ),
)  # fmt: skip
def test_de_feiten_sluiten_voordat_ieder_kon_reageren(
    naam: str, na: tuple[str, ...], gesloten: str, tot: str, feiten: dict[str, Any], dossier: Dossier,
    rekenaar: Rekenaar,
) -> None:  # fmt: skip
    """The time to react is over, or everybody has reacted; else it asks for a reason, and says until when it runs."""
    e = FeitenoverzichtGesloten(date.fromisoformat(gesloten))
    zin = f"partijen kunnen reageren tot en met {tot}, en nog niet ieder deed dat"
    eis(e, dossier(*TOT_ONDERZOEK, *na, **feiten), rekenaar, *([("art. 12 lid 1", zin)] if tot else []))


# ---- iemand erbij, art. 11 lid 3 en 4 ----

BAKKER = '2026-05-26 betrokkene_vermeld betrokkene={"naam":"S.Bakker","rol":"getuige"}'


@pytest.mark.parametrize(
    ("naam", "eerst", "nu", "al"),
    rijen(
        ("de eerste keer", (), BAKKER, False),
        ("nog eens", (BAKKER,), BAKKER, True),
        ("nog eens, op een latere dag", (BAKKER,), BAKKER.replace("05-26", "06-02"), True),
        ("nog eens, met een ander ertussen", (BAKKER, BAKKER.replace("Bakker", "Wolf")), BAKKER, True),
        ("een ander", (BAKKER,), BAKKER.replace("Bakker", "Wolf"), False),
        ("dezelfde naam, een andere rol", (BAKKER,), BAKKER.replace("getuige", "deskundige"), False),
    ),
)
def test_iemand_wordt_eenmaal_vermeld(
    naam: str, eerst: tuple[str, ...], nu: str, al: bool, dossier: Dossier, verloop: Verloop, rekenaar: Rekenaar
) -> None:
    """Twice the same person would be two people to invite."""
    (e,) = verloop(nu)
    eis(e, dossier(*TOT_ONDERZOEK, *eerst), rekenaar,
        *([("betrokkene", "precies deze persoon is al vermeld")] if al else []))  # fmt: skip


# ---- compleet, art. 9 lid 1 ----


@pytest.mark.parametrize(
    ("naam", "na", "mist"),
    rijen(
        ("niet getoetst", (), False),
        ("de toets zag niets", ("2026-04-28 getoetst uitkomst=compleet",), False),
        ("de toets zag dat er iets ontbrak", ("2026-04-28 getoetst uitkomst=aanvulling",), True),
        ("de toets zag een weigeringsgrond: dat is iets anders", ("2026-04-28 getoetst uitkomst=weigeringsgrond",),
         False),
        ("een weigeringsgrond, en er ontbrak ook iets", ("2026-04-28 getoetst uitkomst=weigeringsgrond mist=ja",),
         True),
        ("aangevuld en opnieuw getoetst", ("2026-04-28 getoetst uitkomst=aanvulling", "2026-04-28 aanvulling_gevraagd",
         "2026-05-08 aanvulling_ontvangen aanvulling={}", "2026-05-11 getoetst uitkomst=compleet"), False),
        ("aangevuld, en er ontbreekt nog iets", ("2026-04-28 getoetst uitkomst=compleet",
         "2026-05-08 aanvulling_ontvangen aanvulling={}", "2026-05-11 getoetst uitkomst=aanvulling"), True),
        ("uitgebleven: er ontbreekt nog steeds iets", ("2026-04-28 getoetst uitkomst=aanvulling",
         "2026-04-28 aanvulling_gevraagd", "2026-05-13 aanvulling_uitgebleven"), True),
    ),
)  # fmt: skip
def test_compleet_ook_al_zag_de_toets_een_gebrek(
    naam: str, na: tuple[str, ...], mist: bool, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    e = KlachtCompleet(date(2026, 5, 18))
    eis(e, dossier(*na), rekenaar, *([("art. 9 lid 1", "de laatste toets zag dat er iets ontbrak")] if mist else []))


def test_de_commissie_wordt_langs_artikel_7_gelegd(dossier: Dossier, rekenaar: Rekenaar) -> None:
    e = CommissieSamengesteld(date(2026, 5, 21), (Zetel("V. Oud", "voorzitter", "extern", True),))
    assert {artikel for artikel, _ in lacunes(e, dossier(), rekenaar)} == {"art. 7 lid 4"}


def test_andere_handelingen_vragen_niets_meer(dossier: Dossier, verloop: Verloop, rekenaar: Rekenaar) -> None:
    for e in verloop("2026-05-20 ontvankelijk_bevonden", "2026-06-09 hoorzitting_gehouden gehoord=klager",
                     "2026-05-20 klacht_ingetrokken", "2026-05-20 zaak_gesloten"):  # fmt: skip
        eis(e, dossier(), rekenaar)
