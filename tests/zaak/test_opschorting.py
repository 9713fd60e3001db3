"""The terms of the committee stand still, with the klager's written consent (not in the regulation: I33).

The klacht was complete on Wednesday 6 May 2026 and found ontvankelijk on 20 May. Unstopped, the decision on
ontvankelijkheid was due on 20 May (two weeks) and the advice on 15 July (eight weeks). Every day of standstill is a
day more: from the day on which it began up to the day on which the terms ran again, that day not counted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given, strategies as st

from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.gebeurtenissen import Gebeurtenis
from klachtcli.zaak.opschorting import opschortingen
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand
from klachtcli.zaak.zaak import Zaak

Dossier = Callable[..., Zaak]
COMPLEET, ONTVANKELIJK = "2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden"
TOT_ONDERZOEK = (COMPLEET, ONTVANKELIJK)
ADVIES, BIJ_WERKGEVER = "2026-07-01 advies_uitgebracht", "2026-07-02 advies_ontvangen"


def rijen(*alle: tuple[Any, ...]) -> list[Any]:
    """The rows of a table, each known by its first word."""
    return [pytest.param(*rij, id=rij[0]) for rij in alle]


def stil(vanaf: str, tot: str | None = None) -> tuple[str, ...]:
    """The terms stand still from a day, until another or still."""
    begin = f"2026-{vanaf} termijnen_opgeschort instemming_op=2026-{vanaf}"
    return (begin,) if tot is None else (begin, f"2026-{tot} termijnen_hervat")


class Geval(NamedTuple):
    """What happened, on which day we look, the term, its last day and the last working day on which it is safe."""

    naam: str
    handelingen: tuple[str, ...]
    peildatum: str
    termijn: str
    uiterlijk: str
    veilig: str


GEVALLEN = [
    # de beslissing over de ontvankelijkheid: 20 mei
    Geval("nooit stilgestaan", (COMPLEET,), "2026-06-01", "ontvankelijkheid", "2026-05-20", "2026-05-20"),
    Geval("een week: 11 tot 18 mei", (COMPLEET, *stil("05-11", "05-18")), "2026-06-01", "ontvankelijkheid",
          "2026-05-27", "2026-05-27"),
    Geval("twee dagen: 11 tot 13 mei", (COMPLEET, *stil("05-11", "05-13")), "2026-06-01", "ontvankelijkheid",
          "2026-05-22", "2026-05-22"),
    Geval("een dag", (COMPLEET, *stil("05-11", "05-12")), "2026-06-01", "ontvankelijkheid", "2026-05-21",
          "2026-05-21"),
    Geval("dezelfde dag hervat", (COMPLEET, *stil("05-11", "05-11")), "2026-06-01", "ontvankelijkheid", "2026-05-20",
          "2026-05-20"),
    Geval("vanaf de dag van compleet", (COMPLEET, *stil("05-06", "05-08")), "2026-06-01", "ontvankelijkheid",
          "2026-05-22", "2026-05-22"),
    Geval("tweemaal twee dagen: zondag 24 mei, en dat schuift niet", (COMPLEET, *stil("05-11", "05-13"),
          *stil("05-18", "05-20")), "2026-06-01", "ontvankelijkheid", "2026-05-24", "2026-05-22"),
    Geval("op de dag van stilzetten", (COMPLEET, *stil("05-11")), "2026-05-11", "ontvankelijkheid", "2026-05-20",
          "2026-05-20"),
    Geval("nog stil, vijf dagen later: tweede Pinksterdag, en dat schuift niet", (COMPLEET, *stil("05-11")),
          "2026-05-16", "ontvankelijkheid", "2026-05-25", "2026-05-22"),
    Geval("nog stil, dertig dagen later", (COMPLEET, *stil("05-11")), "2026-06-10", "ontvankelijkheid", "2026-06-19",
          "2026-06-19"),
    Geval("gekeken voordat het begon", (COMPLEET, *stil("05-11", "05-18")), "2026-05-08", "ontvankelijkheid",
          "2026-05-20", "2026-05-20"),
    Geval("gekeken halverwege", (COMPLEET, *stil("05-11", "05-18")), "2026-05-14", "ontvankelijkheid", "2026-05-23",
          "2026-05-22"),
    Geval("beslist terwijl het stilstond: tot die dag", (COMPLEET, *stil("05-11"), "2026-05-18 ontvankelijk_bevonden"),
          "2026-06-30", "ontvankelijkheid", "2026-05-27", "2026-05-27"),
    Geval("teruggekeken naar een dag voor die beslissing", (COMPLEET, *stil("05-11"),
          "2026-05-18 ontvankelijk_bevonden"), "2026-05-14", "ontvankelijkheid", "2026-05-23", "2026-05-22"),
    Geval("stil na de beslissing: die was op tijd en blijft wat zij was", (*TOT_ONDERZOEK, *stil("06-01", "06-15")),
          "2026-06-30", "ontvankelijkheid", "2026-05-20", "2026-05-20"),
    # het advies: 15 juli
    Geval("twee weken: 1 tot 15 juni", (*TOT_ONDERZOEK, *stil("06-01", "06-15")), "2026-06-30", "advies",
          "2026-07-29", "2026-07-29"),
    Geval("drie weken en een dag", (*TOT_ONDERZOEK, *stil("06-01", "06-23")), "2026-06-30", "advies", "2026-08-06",
          "2026-08-06"),
    Geval("stil van voor tot na de beslissing: alleen de dagen erna tellen", (COMPLEET, *stil("05-13"), ONTVANKELIJK,
          "2026-05-25 termijnen_hervat"), "2026-06-30", "advies", "2026-07-20", "2026-07-20"),
    Geval("stil geweest voor de beslissing: het advies merkt er niets van", (COMPLEET, *stil("05-11", "05-18"),
          "2026-05-27 ontvankelijk_bevonden"), "2026-06-30", "advies", "2026-07-22", "2026-07-22"),
    Geval("advies gegeven terwijl het stilstond: tot die dag", (*TOT_ONDERZOEK, *stil("06-22"), ADVIES), "2026-08-01",
          "advies", "2026-07-24", "2026-07-24"),
    Geval("achteraf vastgelegd, en eerder: vier dagen bij de veertien", (*TOT_ONDERZOEK, *stil("06-01", "06-15"),
          *stil("05-25", "05-29")), "2026-06-30", "advies", "2026-08-02", "2026-07-31"),
    Geval("achteraf vastgelegd, en erbinnen: geen dag telt dubbel", (*TOT_ONDERZOEK, *stil("06-01", "06-15"),
          *stil("06-08", "06-10")), "2026-06-30", "advies", "2026-07-29", "2026-07-29"),
    Geval("achteraf vastgelegd, en ten dele erbinnen", (*TOT_ONDERZOEK, *stil("06-08", "06-15"),
          *stil("06-01", "06-10")), "2026-06-30", "advies", "2026-07-29", "2026-07-29"),
    # een dag die aan de partijen is gezegd, staat: art. 12 lid 3
    Geval("eerst verdaagd, dan stil", (*TOT_ONDERZOEK, "2026-07-10 advies_verdaagd tot_en_met=2026-08-12",
          *stil("07-13", "07-27")), "2026-07-28", "advies", "2026-08-12", "2026-08-12"),
    Geval("eerst stil, dan verdaagd", (*TOT_ONDERZOEK, *stil("06-01", "06-15"),
          "2026-07-10 advies_verdaagd tot_en_met=2026-08-12"), "2026-07-28", "advies", "2026-08-12", "2026-08-12"),
    Geval("nog stil, en verdaagd", (*TOT_ONDERZOEK, *stil("06-01"),
          "2026-07-10 advies_verdaagd tot_en_met=2026-08-12"), "2026-07-28", "advies", "2026-08-12", "2026-08-12"),
    # termijnen van een ander lopen door
    Geval("de werkgever beslist in vier weken", (*TOT_ONDERZOEK, *stil("06-26"), ADVIES, BIJ_WERKGEVER,
          "2026-07-10 termijnen_hervat"), "2026-07-20", "beslissing", "2026-07-30", "2026-07-30"),
    Geval("de werkgever besluit over niet-ontvankelijk", (COMPLEET, *stil("05-07"),
          "2026-05-12 niet_ontvankelijk_geadviseerd", "2026-05-19 termijnen_hervat"), "2026-05-20",
          "besluit_niet_ontvankelijk", "2026-05-22", "2026-05-22"),
    Geval("de klager vult aan", ("2026-05-07 aanvulling_gevraagd", COMPLEET, *stil("05-08", "05-15")), "2026-05-18",
          "aanvulling", "2026-05-21", "2026-05-21"),
    Geval("partijen reageren op de feiten", (*TOT_ONDERZOEK, "2026-06-16 feitenoverzicht_verzonden",
          *stil("06-18", "06-25")), "2026-06-29", "reactie_feitenoverzicht", "2026-06-30", "2026-06-30"),
    Geval("stukken voor de zitting", (*TOT_ONDERZOEK, "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26",
          *stil("05-27", "06-01")), "2026-06-02", "nadere_stukken", "2026-05-30", "2026-05-29"),
    Geval("de ontvangst bevestigen", (COMPLEET, *stil("05-06")), "2026-05-20", "ontvangstbevestiging", "2026-05-04",
          "2026-05-04"),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_de_laatste_dag(geval: Geval, dossier: Dossier, rekenaar: Rekenaar) -> None:
    stand = _stand(geval.termijn, dossier(*geval.handelingen), rekenaar, geval.peildatum)
    assert (str(stand.berekening.uiterlijk), str(stand.berekening.veilig)) == (geval.uiterlijk, geval.veilig)
    assert stand.uitleg[-1].naar == stand.berekening.uiterlijk


def _stand(termijn: str, zaak: Zaak, rekenaar: Rekenaar, peildatum: str) -> Termijnstand:
    return {s.regel.id: s for s in rekenaar.standen(zaak, date.fromisoformat(peildatum))}[termijn]


def test_zonder_instemming_staat_niets_stil(verloop: Callable[..., list[Gebeurtenis]]) -> None:
    """The day of the written consent is part of the fact: without it there is none."""
    with pytest.raises(msgspec.ValidationError, match="instemming_op"):
        verloop("2026-05-11 termijnen_opgeschort")


def test_bemiddeling_zet_niets_stil(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """Art. 10 lid 1: mediation has no consequence for the terms."""
    zaak = dossier(COMPLEET, "2026-05-07 bemiddeling_voorgesteld", "2026-05-08 bemiddeling_aanvaard door=klager",
                   "2026-05-08 bemiddeling_aanvaard door=aangeklaagde-1")  # fmt: skip
    assert str(_stand("ontvankelijkheid", zaak, rekenaar, "2026-06-01").berekening.uiterlijk) == "2026-05-20"


def test_alleen_de_twee_termijnen_van_de_commissie_kunnen_stilstaan(kamer: Regeling, awb: Regeling) -> None:
    """Art. 10 lid 1 and art. 12 lid 2; the Awb gives none: there the klager consents to a longer term (9:11 lid 3)."""
    assert {(t.id, t.wie) for t in kamer.termijn if t.opschortbaar} == {
        ("ontvankelijkheid", "commissie"), ("advies", "commissie"),
    }  # fmt: skip
    assert not [t.id for t in awb.termijn if t.opschortbaar]


@pytest.mark.parametrize(
    ("naam", "handelingen", "peildatum", "perioden"),
    rijen(
        ("nooit", (COMPLEET,), "2026-06-01", []),
        ("eenmaal", (COMPLEET, *stil("05-11", "05-18")), "2026-06-01", [("2026-05-11", "2026-05-18")]),
        ("nog steeds", (COMPLEET, *stil("05-11")), "2026-06-01", [("2026-05-11", None)]),
        ("tweemaal, en nog steeds", (COMPLEET, *stil("05-11", "05-13"), *stil("05-18")), "2026-06-01",
         [("2026-05-11", "2026-05-13"), ("2026-05-18", None)]),
        ("hervat zonder stilstand", (COMPLEET, "2026-05-18 termijnen_hervat"), "2026-06-01", []),
    ),
)  # fmt: skip
def test_wanneer_het_stilstond(
    naam: str, handelingen: tuple[str, ...], peildatum: str, perioden: list[tuple[str, str | None]], dossier: Dossier
) -> None:
    gevonden = opschortingen(dossier(*handelingen))
    assert [(str(van), tot and str(tot)) for van, tot in gevonden] == perioden


# ---- wat ervan te zien is ----


@pytest.mark.parametrize(
    ("naam", "handelingen", "peildatum", "zegt"),
    rijen(
        ("een dag", (COMPLEET, *stil("05-11", "05-12")), "2026-05-18",
         ["Met instemming van de klager stond deze termijn 1 dag stil."]),
        ("een week", (COMPLEET, *stil("05-11", "05-18")), "2026-05-18",
         ["Met instemming van de klager stond deze termijn 7 dagen stil."]),
        ("nog stil", (COMPLEET, *stil("05-11")), "2026-05-18",
         ["Met instemming van de klager stond deze termijn 7 dagen stil; dat loopt op zolang de termijnen stilstaan."]),
        ("beslist terwijl het stilstond", (COMPLEET, *stil("05-11"), "2026-05-18 ontvankelijk_bevonden"), "2026-05-20",
         ["Met instemming van de klager stond deze termijn 7 dagen stil."]),
        ("nog geen dag", (COMPLEET, *stil("05-11")), "2026-05-11", []),
        ("nooit", (COMPLEET,), "2026-05-18", []),
    ),
)  # fmt: skip
def test_de_stilstand_staat_erbij(
    naam: str, handelingen: tuple[str, ...], peildatum: str, zegt: list[str], dossier: Dossier, rekenaar: Rekenaar
) -> None:
    stand = _stand("ontvankelijkheid", dossier(*handelingen), rekenaar, peildatum)
    assert [o for o in stand.opmerkingen if "stil" in o] == zegt


@pytest.mark.parametrize(
    ("naam", "handelingen", "peildatum", "te_laat"),
    rijen(
        ("zonder stilstand te laat", (COMPLEET,), "2026-05-21", True),
        ("met stilstand nog op tijd", (COMPLEET, *stil("05-11", "05-18")), "2026-05-27", False),
        ("met stilstand te laat", (COMPLEET, *stil("05-11", "05-18")), "2026-05-28", True),
        ("zolang het stilstaat nooit te laat", (COMPLEET, *stil("05-11")), "2027-05-28", False),
    ),
)  # fmt: skip
def test_te_laat(
    naam: str, handelingen: tuple[str, ...], peildatum: str, te_laat: bool, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    assert _stand("ontvankelijkheid", dossier(*handelingen), rekenaar, peildatum).te_laat == te_laat


# ---- wat altijd geldt ----

_EINDE = date(2026, 7, 15)
_DAG = st.dates(date(2026, 5, 20), _EINDE)


@given(dagen=st.lists(_DAG, max_size=8).map(sorted), kijk=st.integers(0, 60))
def test_een_dag_stil_is_een_dag_later(
    dagen: list[date], kijk: int, dossier: Dossier, rekenaar: Rekenaar, kalender: Kalender
) -> None:
    """However often the terms stood still within the eight weeks: the advice is due so many days later."""
    paren = list(zip(dagen[::2], dagen[1::2], strict=False))
    regels = [r for van, tot in paren for r in (f"{van} termijnen_opgeschort instemming_op={van}",
                                                f"{tot} termijnen_hervat")]  # fmt: skip
    stand = _stand("advies", dossier(*TOT_ONDERZOEK, *regels), rekenaar, str(_EINDE + timedelta(days=kijk)))
    verwacht = _EINDE + sum(((tot - van) for van, tot in paren), timedelta())
    assert stand.berekening.uiterlijk == verwacht
    assert stand.berekening.veilig == kalender.laatste_werkdag(verwacht)


@given(van=_DAG, kijk=st.integers(0, 200))
def test_stil_blijft_er_evenveel_over(van: date, kijk: int, dossier: Dossier, rekenaar: Rekenaar) -> None:
    """While the terms stand still the days left do not grow fewer."""
    zaak = dossier(*TOT_ONDERZOEK, f"{van} termijnen_opgeschort instemming_op={van}")
    assert _stand("advies", zaak, rekenaar, str(van + timedelta(days=kijk))).dagen == (_EINDE - van).days
