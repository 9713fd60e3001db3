"""The hearings of a case (art. 11): planned, moved, cancelled, held together or apart, and their reports.

A hearing reads as a line: its day, who is heard, what became of it, together or apart where that is settled, who did
not come, and of whom there is a report and how it is shared.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given, strategies as st

from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.gebeurtenissen import Gebeurtenis
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, pas_toe
from klachtcli.zaak.zittingen import Zitting

Dossier = Callable[..., Zaak]
EEN: dict[str, Any] = {}
DRIE = {"aangeklaagde": [{"naam": "A. Een"}, {"naam": "B. Twee"}, {"naam": "C. Drie"}]}
TOT_ONDERZOEK = ("2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden")
GEPLAND = "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26"
KLAGER = "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26 wie=klager samen=nee"
AANGEKLAAGDE = "2026-06-16 hoorzitting_gepland gepland_op=2026-05-26 wie=aangeklaagde-1 samen=nee"
BEIDEN_GEHOORD = "2026-06-09 hoorzitting_gehouden gehoord=klager,aangeklaagde-1 samen=ja"
KLAGER_GEHOORD = "2026-06-09 hoorzitting_gehouden gehoord=klager"
VERSLAG = "2026-06-15 verslag_opgemaakt zitting=2026-06-09"


def rijen(*alle: tuple[Any, ...]) -> list[Any]:
    """The rows of a table, each known by its first word."""
    return [pytest.param(*rij, id=rij[0]) for rij in alle]


class Geval(NamedTuple):
    """What happened, and the hearings as they then are."""

    naam: str
    handelingen: tuple[str, ...]
    zittingen: tuple[str, ...]
    feiten: dict[str, Any] = EEN


GEVALLEN = [
    # plannen
    Geval("niemand genoemd: alle partijen", (GEPLAND,), ("9 juni klager+aangeklaagde-1 gepland",)),
    Geval("niemand genoemd, drie aangeklaagden", (GEPLAND,),
          ("9 juni klager+aangeklaagde-1+aangeklaagde-2+aangeklaagde-3 gepland",), DRIE),
    Geval("samen", (f"{GEPLAND} samen=ja",), ("9 juni klager+aangeklaagde-1 gepland samen",)),
    Geval("apart: ieder een eigen gesprek", (KLAGER, AANGEKLAAGDE),
          ("9 juni klager gepland apart", "16 juni aangeklaagde-1 gepland apart")),
    Geval("apart op een dag", (KLAGER, AANGEKLAAGDE.replace("06-16", "06-09")),
          ("9 juni klager gepland apart", "9 juni aangeklaagde-1 gepland apart")),
    Geval("opnieuw gepland voor dezelfden is verzet (voor versie 0.2)",
          (GEPLAND, "2026-06-23 hoorzitting_gepland gepland_op=2026-06-01"),
          ("23 juni klager+aangeklaagde-1 gepland",)),
    # verzetten
    Geval("verzet", (GEPLAND, "2026-06-11 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-09"),
          ("11 juni klager+aangeklaagde-1 gepland",)),
    Geval("alleen een ander uur", (f"{GEPLAND} tijd=10:00",
          "2026-06-09 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-09 tijd=14:00"),
          ("9 juni klager+aangeklaagde-1 gepland om 14:00",)),
    Geval("een van twee gesprekken verzet", (KLAGER, AANGEKLAAGDE,
          "2026-06-18 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-16 wie=aangeklaagde-1 samen=nee"),
          ("9 juni klager gepland apart", "18 juni aangeklaagde-1 gepland apart")),
    Geval("tweemaal verzet", (GEPLAND, "2026-06-11 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-09",
          "2026-06-18 hoorzitting_verplaatst gepland_op=2026-06-02 was=2026-06-11"),
          ("18 juni klager+aangeklaagde-1 gepland",)),
    # afzeggen
    Geval("afgezegd blijft te zien", (GEPLAND, "2026-06-02 hoorzitting_geannuleerd was=2026-06-09"),
          ("9 juni klager+aangeklaagde-1 geannuleerd",)),
    Geval("afgezegd en opnieuw gepland", (GEPLAND, "2026-06-02 hoorzitting_geannuleerd was=2026-06-09",
          "2026-06-23 hoorzitting_gepland gepland_op=2026-06-03"),
          ("9 juni klager+aangeklaagde-1 geannuleerd", "23 juni klager+aangeklaagde-1 gepland")),
    Geval("een van twee gesprekken afgezegd", (KLAGER, AANGEKLAAGDE,
          "2026-06-02 hoorzitting_geannuleerd was=2026-06-16 wie=aangeklaagde-1"),
          ("9 juni klager gepland apart", "16 juni aangeklaagde-1 geannuleerd apart")),
    # houden
    Geval("samen gehoord", (GEPLAND, BEIDEN_GEHOORD), ("9 juni klager+aangeklaagde-1 gehouden samen",)),
    Geval("samen gepland, toch apart gehoord", (f"{GEPLAND} samen=ja", BEIDEN_GEHOORD.replace("=ja", "=nee")),
          ("9 juni klager+aangeklaagde-1 gehouden apart",)),
    Geval("een kwam niet", (GEPLAND, f"{KLAGER_GEHOORD} afwezig=aangeklaagde-1"),
          ("9 juni klager gehouden apart, zonder aangeklaagde-1",)),
    Geval("een van drie kwam niet", (GEPLAND, "2026-06-09 hoorzitting_gehouden "
          "gehoord=klager,aangeklaagde-1,aangeklaagde-3 afwezig=aangeklaagde-2 samen=ja"),
          ("9 juni klager+aangeklaagde-1+aangeklaagde-3 gehouden samen, zonder aangeklaagde-2",), DRIE),
    Geval("apart: het gesprek van de klager gehouden", (KLAGER, AANGEKLAAGDE, KLAGER_GEHOORD),
          ("9 juni klager gehouden apart", "16 juni aangeklaagde-1 gepland apart")),
    Geval("apart op een dag: elk zijn eigen", (KLAGER, AANGEKLAAGDE.replace("06-16", "06-09"),
          "2026-06-09 hoorzitting_gehouden gehoord=aangeklaagde-1"),
          ("9 juni klager gepland apart", "9 juni aangeklaagde-1 gehouden apart")),
    Geval("gehoord zonder plan", (KLAGER_GEHOORD,), ("9 juni klager gehouden apart",)),
    Geval("gehoord op een andere dag dan gepland: de geplande staat nog", (GEPLAND,
          BEIDEN_GEHOORD.replace("06-09", "06-10")),
          ("9 juni klager+aangeklaagde-1 gepland", "10 juni klager+aangeklaagde-1 gehouden samen")),
    Geval("na een gehouden zitting nog een", (GEPLAND, BEIDEN_GEHOORD,
          "2026-06-23 hoorzitting_gepland gepland_op=2026-06-10"),
          ("9 juni klager+aangeklaagde-1 gehouden samen", "23 juni klager+aangeklaagde-1 gepland")),
    # verslagen
    Geval("verslag, heel gedeeld", (GEPLAND, BEIDEN_GEHOORD, f"{VERSLAG} van=klager,aangeklaagde-1"),
          ("9 juni klager+aangeklaagde-1 gehouden samen; verslag klager+aangeklaagde-1 heel",)),
    Geval("verslag, niet gedeeld", (GEPLAND, BEIDEN_GEHOORD, f"{VERSLAG} van=klager,aangeklaagde-1 delen=niet "
          "reden=veiligheid"),
          ("9 juni klager+aangeklaagde-1 gehouden samen; verslag klager+aangeklaagde-1 niet",)),
    Geval("verslag, met weglatingen gedeeld", (GEPLAND, BEIDEN_GEHOORD, f"{VERSLAG} van=klager,aangeklaagde-1 "
          "delen=met-weglatingen reden=veiligheid"),
          ("9 juni klager+aangeklaagde-1 gehouden samen; verslag klager+aangeklaagde-1 met weglatingen",)),
    Geval("apart: van een van beide een verslag", (KLAGER, AANGEKLAAGDE, KLAGER_GEHOORD,
          "2026-06-16 hoorzitting_gehouden gehoord=aangeklaagde-1", f"{VERSLAG} van=klager"),
          ("9 juni klager gehouden apart; verslag klager heel", "16 juni aangeklaagde-1 gehouden apart")),
    Geval("ieder een verslag van dezelfde zitting", (GEPLAND, BEIDEN_GEHOORD, f"{VERSLAG} van=klager",
          f"{VERSLAG} van=aangeklaagde-1 delen=niet reden=veiligheid"),
          ("9 juni klager+aangeklaagde-1 gehouden samen; verslag klager heel; verslag aangeklaagde-1 niet",)),
    Geval("een later verslag van dezelfden gaat voor", (GEPLAND, BEIDEN_GEHOORD,
          f"{VERSLAG} van=klager,aangeklaagde-1 delen=niet reden=veiligheid", f"{VERSLAG} van=klager,aangeklaagde-1"),
          ("9 juni klager+aangeklaagde-1 gehouden samen; verslag klager+aangeklaagde-1 heel",)),
    Geval("een verslag van een andere dag hoort hier niet bij", (GEPLAND, BEIDEN_GEHOORD,
          VERSLAG.replace("06-09", "06-10") + " van=klager"), ("9 juni klager+aangeklaagde-1 gehouden samen",)),
    Geval("een verslag van wie niet is gehoord hoort hier niet bij", (GEPLAND,
          f"{KLAGER_GEHOORD} afwezig=aangeklaagde-1", f"{VERSLAG} van=aangeklaagde-1"),
          ("9 juni klager gehouden apart, zonder aangeklaagde-1",)),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_hoe_de_zittingen_ervoor_staan(geval: Geval, dossier: Dossier) -> None:
    zaak = dossier(*TOT_ONDERZOEK, *geval.handelingen, **geval.feiten)
    assert tuple(_regel(z) for z in zaak.zittingen) == geval.zittingen


def _regel(z: Zitting) -> str:
    hoe = {None: "", True: " samen", False: " apart"}[z.samen]
    uur = f" om {z.tijd}" if z.tijd else ""
    weg = f", zonder {'+'.join(z.afwezig)}" if z.afwezig else ""
    verslagen = "".join(f"; verslag {'+'.join(v.van)} {v.delen}" for v in z.verslag)
    return f"{z.dag.day} juni {'+'.join(z.wie)} {z.stand}{hoe}{uur}{weg}{verslagen}"


@pytest.mark.parametrize(
    ("naam", "handelingen", "zonder"),
    rijen(
        ("gepland: er valt nog niets te verslaan", (GEPLAND,), [()]),
        ("gehouden", (GEPLAND, BEIDEN_GEHOORD), [("klager", "aangeklaagde-1")]),
        ("de afwezige is niet gehoord", (GEPLAND, f"{KLAGER_GEHOORD} afwezig=aangeklaagde-1"), [("klager",)]),
        ("van een van beiden", (GEPLAND, BEIDEN_GEHOORD, f"{VERSLAG} van=aangeklaagde-1"), [("klager",)]),
        ("van beiden, elk apart", (GEPLAND, BEIDEN_GEHOORD, f"{VERSLAG} van=aangeklaagde-1", f"{VERSLAG} van=klager"),
         [()]),
        ("ook een verslag dat niet wordt gedeeld is er", (GEPLAND, BEIDEN_GEHOORD,
         f"{VERSLAG} van=klager,aangeklaagde-1 delen=niet reden=veiligheid"), [()]),
        ("apart", (KLAGER, AANGEKLAAGDE, KLAGER_GEHOORD, f"{VERSLAG} van=klager",
         "2026-06-16 hoorzitting_gehouden gehoord=aangeklaagde-1"), [(), ("aangeklaagde-1",)]),
        ("afgezegd", (GEPLAND, "2026-06-02 hoorzitting_geannuleerd was=2026-06-09"), [()]),
    ),
)  # fmt: skip
def test_van_wie_nog_geen_verslag_is(
    naam: str, handelingen: tuple[str, ...], zonder: list[tuple[str, ...]], dossier: Dossier
) -> None:
    """Art. 11 lid 2: of everybody who was heard."""
    assert [z.zonder_verslag for z in dossier(*TOT_ONDERZOEK, *handelingen).zittingen] == zonder


# ---- de dag voor nadere stukken, art. 11 lid 4 ----


@pytest.mark.parametrize(
    ("naam", "handelingen", "uiterlijk"),
    rijen(
        ("niet gepland", (), None),
        ("tien dagen voor 9 juni", (GEPLAND,), "2026-05-30"),
        ("de commissie gaf een andere dag", (f"{GEPLAND} stukken_tot_en_met=2026-06-04",), "2026-06-04"),
        ("verzet: tien dagen voor de nieuwe dag", (GEPLAND,
         "2026-06-16 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-09"), "2026-06-06"),
        ("verzet: de dag die was gegeven geldt niet meer", (f"{GEPLAND} stukken_tot_en_met=2026-06-04",
         "2026-06-16 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-09"), "2026-06-06"),
        ("verzet met een nieuwe dag voor stukken", (GEPLAND, "2026-06-16 hoorzitting_verplaatst gepland_op=2026-06-01 "
         "was=2026-06-09 stukken_tot_en_met=2026-06-12"), "2026-06-12"),
        ("afgezegd: er loopt niets", (GEPLAND, "2026-06-02 hoorzitting_geannuleerd was=2026-06-09"), None),
        ("een van twee afgezegd: die van de ander", (f"{KLAGER} stukken_tot_en_met=2026-06-04", AANGEKLAAGDE,
         "2026-06-02 hoorzitting_geannuleerd was=2026-06-16 wie=aangeklaagde-1"), "2026-06-04"),
        ("een van drie afgezegd: die van wat daarvoor het laatst is gepland, ook als dat is verzet", (KLAGER,
         AANGEKLAAGDE, "2026-06-30 hoorzitting_verplaatst gepland_op=2026-05-27 was=2026-06-09 wie=klager",
         "2026-07-07 hoorzitting_gepland gepland_op=2026-05-28 wie=klager,aangeklaagde-1",
         "2026-06-02 hoorzitting_geannuleerd was=2026-07-07 wie=klager,aangeklaagde-1"), "2026-06-20"),
        ("gehoord op een dag die niet was gepland, en wat gepland was afgezegd: er is niets gepland", (GEPLAND,
         BEIDEN_GEHOORD.replace("06-09", "06-10"), "2026-06-11 hoorzitting_geannuleerd was=2026-06-09"), None),
    ),
)  # fmt: skip
def test_tot_wanneer_stukken_kunnen(
    naam: str, handelingen: tuple[str, ...], uiterlijk: str | None, dossier: Dossier, rekenaar: Rekenaar,
    kamer: Regeling,
) -> None:  # fmt: skip
    termijn = kamer.zoek_termijn("nadere_stukken")
    assert termijn is not None
    stand = rekenaar.stand(termijn, dossier(*TOT_ONDERZOEK, *handelingen), date(2026, 6, 2))
    assert (stand and str(stand.berekening.uiterlijk)) == uiterlijk


# ---- wat altijd geldt ----

_WIE = st.sampled_from(["klager", "aangeklaagde-1", "klager,aangeklaagde-1"])
_DAG = st.sampled_from(["2026-06-09", "2026-06-16", "2026-06-23"])
_STAP = st.one_of(
    st.builds("{} hoorzitting_gepland gepland_op=2026-05-26 wie={}".format, _DAG, _WIE),
    st.builds("{} hoorzitting_verplaatst gepland_op=2026-05-27 was={} wie={}".format, _DAG, _DAG, _WIE),
    st.builds("{} hoorzitting_geannuleerd was={} wie={}".format, _DAG, _DAG, _WIE),
    st.builds("{} hoorzitting_gehouden gehoord={}".format, _DAG, _WIE),
    st.builds("2026-06-24 verslag_opgemaakt zitting={} van={}".format, _DAG, _WIE),
)


@given(stappen=st.lists(_STAP, max_size=12))
def test_niets_verdwijnt(stappen: list[str], dossier: Dossier, verloop: Callable[..., list[Gebeurtenis]]) -> None:
    """No hearing is ever lost, and one that was held or cancelled stays so, with who was heard."""
    zaak = dossier(*TOT_ONDERZOEK)
    for e in verloop(*stappen):
        eerst = zaak.zittingen
        pas_toe(zaak, e)
        assert len(zaak.zittingen) in (len(eerst), len(eerst) + 1)
        for toen, nu in zip(eerst, zaak.zittingen, strict=False):
            if not toen.gepland:
                assert (nu.dag, nu.wie, nu.stand, nu.samen) == (toen.dag, toen.wie, toen.stand, toen.samen)
            assert set(nu.zonder_verslag) <= set(nu.wie)


@given(stappen=st.lists(_STAP, max_size=12))
def test_wat_gepland_staat_kan_worden_gehouden_of_afgezegd(
    stappen: list[str], dossier: Dossier, verloop: Callable[..., list[Gebeurtenis]]
) -> None:
    """Every planned hearing answers to its day and its people, until nothing is planned any more."""
    zaak = dossier(*TOT_ONDERZOEK, *stappen)
    for nr, z in enumerate([z for z in zaak.zittingen if z.gepland]):
        wie = ",".join(z.wie)
        regel = f"{z.dag} hoorzitting_gehouden gehoord={wie}" if nr % 2 else \
            f"2026-06-24 hoorzitting_geannuleerd was={z.dag} wie={wie}"  # fmt: skip
        for e in verloop(regel):
            pas_toe(zaak, e)
    assert not [z for z in zaak.zittingen if z.gepland]
