"""Who sits in the committee for a case (art. 7): what is odd about it. A finding, never a decision.

The klager and the aangeklaagde work at the Griffie commissies; a witness is called S. Bakker. The committee as it
should be: an external chair, a member from the ambtelijke side and one from the politieke side, and a woman in it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from klachtcli.zaak.gebeurtenissen import Zetel
from klachtcli.zaak.samenstelling import benoemingen, gebreken
from klachtcli.zaak.zaak import Zaak

Dossier = Callable[..., Zaak]
OP = date(2026, 5, 21)
VOORZITTER = Zetel("V. Oud", "voorzitter", "extern", True, "Rechtbank", date(2028, 12, 31))
AMBTELIJK = Zetel("B. Ambt", "lid", "ambtelijk", False, "Stafdienst ICT", date(2028, 12, 31))
POLITIEK = Zetel("F. Fract", "lid", "politiek", False, "Partij X", date(2028, 12, 31))
PLAATSVERVANGER = replace(VOORZITTER, naam="P. Laat", rol="plaatsvervangend voorzitter")
GEWOON = (VOORZITTER, AMBTELIJK, POLITIEK)
TOT_ONDERZOEK = ("2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden")


class Geval(NamedTuple):
    """The members, and what is said of them: article and a piece of the sentence. `feiten` change the klaagschrift."""

    naam: str
    leden: tuple[Zetel, ...]
    verwacht: tuple[tuple[str, str], ...] = ()
    feiten: dict[str, Any] = {}  # noqa: RUF012
    handelingen: tuple[str, ...] = ()


def met(plek: int, **anders: Any) -> tuple[Zetel, ...]:
    """The committee as it should be, with one member (1, 2 or 3) another."""
    return (*GEWOON[: plek - 1], replace(GEWOON[plek - 1], **anders), *GEWOON[plek:])


GEEN_VOORZITTER, TWEE_VOORZITTERS = "er zitten geen voorzitters in", "er zitten 2 voorzitters in"
FRACTIE = {"aangeklaagde": [{"naam": "R. Dekker", "onderdeel": "Fractie Partij X"}]}

GEVALLEN = [
    Geval("zoals het hoort", GEWOON),
    Geval("met de plaatsvervangend voorzitter", (PLAATSVERVANGER, AMBTELIJK, POLITIEK)),
    # lid 1: een voorzitter, en die komt van buiten
    Geval("de voorzitter komt niet van buiten", met(1, uit="ambtelijk"),
          (("art. 7 lid 1", "de voorzitter is niet extern"),)),
    Geval("niet bekend waar de voorzitter vandaan komt", met(1, uit=None),
          (("art. 7 lid 1", "of dat staat er niet bij"),)),
    Geval("de plaatsvervanger komt niet van buiten", (replace(PLAATSVERVANGER, uit="politiek"), AMBTELIJK, POLITIEK),
          (("art. 7 lid 1", "de plaatsvervangend voorzitter is niet extern"),)),
    Geval("geen voorzitter", met(1, rol="lid"), (("art. 7 lid 4", GEEN_VOORZITTER),)),
    Geval("voorzitter en plaatsvervanger tegelijk", (VOORZITTER, PLAATSVERVANGER, AMBTELIJK, POLITIEK),
          (("art. 7 lid 4", "er zitten 4 leden in"), ("art. 7 lid 4", TWEE_VOORZITTERS))),
    # lid 4: een lid van elke kant, drie in totaal
    Geval("niemand van de politieke kant", met(3, uit="ambtelijk"),
          (("art. 7 lid 4", "geen lid in namens het politieke deel"),)),
    Geval("niemand van de ambtelijke kant", met(2, uit="politiek"),
          (("art. 7 lid 4", "geen lid in namens het ambtelijke deel"),)),
    Geval("een ambtelijke voorzitter telt niet als ambtelijk lid", met(1, uit="ambtelijk")[::2],
          (("art. 7 lid 4", "er zitten 2 leden in"), ("art. 7 lid 1", "niet extern"),
           ("art. 7 lid 4", "namens het ambtelijke deel"))),
    Geval("plaatsvervangende leden tellen als lid", (VOORZITTER, replace(AMBTELIJK, rol="plaatsvervangend lid"),
          replace(POLITIEK, rol="plaatsvervangend lid"))),
    Geval("twee leden van elke kant", (*GEWOON, replace(AMBTELIJK, naam="C. Extra"), replace(POLITIEK, naam="D. Meer")),
          (("art. 7 lid 4", "er zitten 5 leden in"),)),
    Geval("alleen een voorzitter", (VOORZITTER,), (("art. 7 lid 4", "er zitten 1 lid in"),
          ("art. 7 lid 4", "het ambtelijke deel"), ("art. 7 lid 4", "het politieke deel"))),
    Geval("niemand", (), (("art. 7 lid 4", "er zitten 0 leden in"), ("art. 7 lid 4", GEEN_VOORZITTER),
          ("art. 7 lid 4", "het ambtelijke deel"), ("art. 7 lid 4", "het politieke deel"),
          ("art. 7 lid 5", "geen vrouw"))),
    # lid 5: minstens een vrouw
    Geval("geen vrouw", met(1, vrouw=False), (("art. 7 lid 5", "geen vrouw"),)),
    Geval("niet bekend of er een vrouw in zit", met(1, vrouw=None), (("art. 7 lid 5", "of dat staat er niet bij"),)),
    Geval("de vrouw is een lid", (replace(VOORZITTER, vrouw=False), replace(AMBTELIJK, vrouw=True), POLITIEK)),
    # art. 6 lid 2: benoemd, op de dag van de zitting; zonder zitting op de dag zelf
    Geval("benoemd tot en met vandaag", met(2, benoemd_tot_en_met=OP)),
    Geval("benoemd tot en met gisteren", met(2, benoemd_tot_en_met=date(2026, 5, 20)),
          (("art. 6 lid 2", "de benoeming van lid 2 (lid) loopt tot en met 20 mei 2026; op 21 mei 2026"),)),
    Geval("niet bekend tot wanneer", met(2, benoemd_tot_en_met=None)),
    Geval("voorbij op de dag van de zitting", met(3, benoemd_tot_en_met=date(2026, 6, 8)),
          (("art. 6 lid 2", "op 9 juni 2026 is zij voorbij"),), {},
          (*TOT_ONDERZOEK, "2026-06-09 hoorzitting_gepland gepland_op=2026-05-20")),
    Geval("net lang genoeg voor de zitting", met(3, benoemd_tot_en_met=date(2026, 6, 9)), (), {},
          (*TOT_ONDERZOEK, "2026-06-09 hoorzitting_gepland gepland_op=2026-05-20")),
    Geval("voorbij op de tweede van twee zittingen", met(3, benoemd_tot_en_met=date(2026, 6, 12)),
          (("art. 6 lid 2", "op 16 juni 2026 is zij voorbij"),), {},
          (*TOT_ONDERZOEK, "2026-06-16 hoorzitting_gepland gepland_op=2026-05-20 wie=klager",
           "2026-06-09 hoorzitting_gepland gepland_op=2026-05-20 wie=aangeklaagde-1")),
    Geval("de zitting is afgezegd", met(3, benoemd_tot_en_met=date(2026, 6, 8)), (), {},
          (*TOT_ONDERZOEK, "2026-06-09 hoorzitting_gepland gepland_op=2026-05-20",
           "2026-05-21 hoorzitting_geannuleerd was=2026-06-09")),
    # lid 8: niet betrokken. Hetzelfde onderdeel of dezelfde fractie
    Geval("hetzelfde onderdeel als beide partijen", met(2, onderdeel="griffie  Commissies"),
          (("art. 7 lid 8", "lid 2 (lid) werkt bij hetzelfde onderdeel of dezelfde fractie als de klager"),
           ("art. 7 lid 8", "dezelfde fractie als de aangeklaagde"))),
    Geval("dezelfde fractie als de aangeklaagde", GEWOON,
          (("art. 7 lid 8", "lid 3 (lid) werkt bij hetzelfde onderdeel of dezelfde fractie als de aangeklaagde"),),
          FRACTIE),
    Geval("als een van twee aangeklaagden", GEWOON,
          (("art. 7 lid 8", "lid 3 (lid) werkt bij hetzelfde onderdeel of dezelfde fractie als aangeklaagde 2"),),
          {"aangeklaagde": [{"naam": "A. Een"}, {"naam": "B. Twee", "onderdeel": "Partij X"}]}),
    Geval("niet bekend waar het lid werkt", met(2, onderdeel=None)),
    Geval("niet bekend waar een partij werkt", met(2, onderdeel="Griffie commissies"), (),
          {"klager": {"onderdeel": None}, "aangeklaagde": [{"naam": "R. Dekker"}]}),
    # lid 8: genoemd in de zaak
    Geval("de naam van de klager", met(2, naam="mr. K. Verbeek"),
          (("art. 7 lid 8", "lid 2 (lid) heeft de naam van de klager"),)),
    Geval("de naam van de aangeklaagde", met(1, naam="R. Dekker"),
          (("art. 7 lid 8", "lid 1 (voorzitter) heeft de naam van de aangeklaagde"),)),
    Geval("andere voorletter, ander mens", met(1, naam="T. Dekker")),
    Geval("de naam van een getuige in het klaagschrift", met(3, naam="S. Bakker"),
          (("art. 7 lid 8", "lid 3 (lid) heeft de naam van iemand die in de zaak wordt genoemd"),)),
    Geval("de naam van een genodigde", met(3, naam="T. Mol"),
          (("art. 7 lid 8", "lid 3 (lid) heeft de naam van iemand die in de zaak wordt genoemd"),), {},
          ('2026-05-20 betrokkene_vermeld betrokkene={"naam":"T.Mol","rol":"deskundige"}',)),
    Geval("de naam van een raadsman", met(3, naam="T. Mol"),
          (("art. 7 lid 8", "lid 3 (lid) heeft de naam van iemand die in de zaak wordt genoemd"),), {},
          ('2026-05-20 betrokkene_vermeld betrokkene={"naam":"T.Mol","rol":"raadsman","voor":"klager"}',)),
    Geval("een partij zonder naam lijkt op niemand", GEWOON, (), {"aangeklaagde": [{"naam": None}]}),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_wat_er_aan_de_commissie_opvalt(geval: Geval, dossier: Dossier) -> None:
    gevonden = list(gebreken(geval.leden, dossier(*geval.handelingen, **geval.feiten), OP))
    assert [g.plaats for g in gevonden] == [artikel for artikel, _ in geval.verwacht]
    assert [woorden for (_, woorden), g in zip(geval.verwacht, gevonden, strict=True) if woorden not in g.feit] == []


def test_benoemingen_op_een_andere_dag() -> None:
    """The same members, held against the day of a hearing elsewhere."""
    leden = met(1, benoemd_tot_en_met=date(2026, 6, 30))
    assert list(benoemingen(leden, date(2026, 6, 30))) == []
    (gebrek,) = benoemingen(leden, date(2026, 7, 1))
    assert gebrek.feit == ("de benoeming van lid 1 (voorzitter) loopt tot en met 30 juni 2026; "
                           "op 1 juli 2026 is zij voorbij")  # fmt: skip


_LID = st.builds(
    Zetel,
    st.sampled_from(["R. Dekker", "K. Verbeek-Ünal", "S. Bakker", "Goudsbloem"]),
    st.sampled_from(["voorzitter", "plaatsvervangend voorzitter", "lid"]),
    st.sampled_from(["extern", "ambtelijk", "politiek", None]),
    st.sampled_from([True, False, None]),
    st.sampled_from(["Griffie commissies", "", None]),
    st.sampled_from([date(2026, 1, 1), date(2030, 1, 1), None]),
)


@given(leden=st.lists(_LID, max_size=6))
def test_geen_bevinding_noemt_een_mens(leden: list[Zetel], dossier: Dossier, persoonlijk: tuple[str, ...]) -> None:
    """Whoever sits in it: each finding has an article, and calls people by their place."""
    for gebrek in gebreken(leden, dossier(), OP):
        assert gebrek.plaats.startswith("art. ")
        assert not [w for w in persoonlijk if w.casefold() in gebrek.feit.casefold()]
