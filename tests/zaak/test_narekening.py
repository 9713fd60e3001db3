"""The second, independent calculation (`zaak.narekening`): by hand from the law, and against the first.

The klaagschrift came in on Friday 24 April 2026, about conduct of 15 January 2026. A row reads: what is so, what
happened, the day on which we look, the term, and its three days: bare end, last day, last working day on which it is
safe; or no days, where the term is not there.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

import klachtcli
from klachtcli.fouten import Invoerfout
from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import Kalender, KalenderGegevens
from klachtcli.recht.regeling import Alternatief, Bron, Regeling, Termijn
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.correctie import na_correctie
from klachtcli.zaak.feitenlijn import lijnen, op
from klachtcli.zaak.klaagschrift import Aanvulling, AanvullingGedraging, AanvullingPersoon, Klaagschrift
from klachtcli.zaak.narekening import Narekenaar
from klachtcli.zaak.partijen import partijen
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import pas_toe, vouw
from klachtcli.zaak.zittingen import bestaat

Verloop = Callable[..., list[g.Gebeurtenis]]
Schets = Callable[..., Klaagschrift]
BRON = Bron("proef", "2026-01-01", "0" * 64)
COMPLEET, ONTVANKELIJK = "2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden"
IN_ONDERZOEK = (COMPLEET, ONTVANKELIJK)
BIJ_WERKGEVER = (*IN_ONDERZOEK, "2026-07-01 advies_uitgebracht", "2026-07-02 advies_ontvangen")
GEPLAND = "2026-06-09 hoorzitting_gepland gepland_op=2026-05-26"
STIL, WEER = "2026-06-01 termijnen_opgeschort instemming_op=2026-05-29", "2026-06-15 termijnen_hervat"


class Geval(NamedTuple):
    """What happened, when we look, the term, and the days that the law gives; none: the term is not there."""

    naam: str
    handelingen: tuple[str, ...]
    peildatum: str
    termijn: str
    dagen: str


KAMER = [
    Geval("art. 10 lid 2: een jaar terug vanaf de ontvangst", (), "2026-04-24", "jaartermijn",
          "2025-04-24 2025-04-24 2025-04-24"),
    Geval("eigen norm: vijf werkdagen over Koningsdag (27 april)", (), "2026-04-24", "ontvangstbevestiging",
          "2026-05-04 2026-05-04 2026-05-04"),
    Geval("art. 9 lid 3: twee weken vanaf het verzoek, zondag wordt dinsdag na Pinksteren",
          ("2026-05-10 aanvulling_gevraagd",), "2026-05-10", "aanvulling", "2026-05-24 2026-05-26 2026-05-22"),
    Geval("art. 9 lid 3: niet gevraagd", (), "2026-05-10", "aanvulling", ""),
    Geval("art. 10 lid 1: twee weken vanaf compleet", (COMPLEET,), "2026-05-06", "ontvankelijkheid",
          "2026-05-20 2026-05-20 2026-05-20"),
    Geval("art. 10 lid 1: zondag blijft zondag, de commissie plant vrijdag", ("2026-05-10 klacht_compleet",),
          "2026-05-10", "ontvankelijkheid", "2026-05-24 2026-05-24 2026-05-22"),
    Geval("art. 12 lid 2: acht weken vanaf ontvankelijk", IN_ONDERZOEK, "2026-05-20", "advies",
          "2026-07-15 2026-07-15 2026-07-15"),
    Geval("art. 12 lid 3: tot de dag die is gezegd", (*IN_ONDERZOEK,
          "2026-07-10 advies_verdaagd tot_en_met=2026-08-16"), "2026-07-10", "advies",
          "2026-08-16 2026-08-16 2026-08-14"),
    Geval("art. 12 lid 3: de laatste dag die is gezegd", (*IN_ONDERZOEK,
          "2026-07-10 advies_verdaagd tot_en_met=2026-08-16", "2026-08-14 advies_verdaagd tot_en_met=2026-09-01"),
          "2026-08-14", "advies", "2026-09-01 2026-09-01 2026-09-01"),
    Geval("stil van 1 tot 15 juni: veertien dagen later", (*IN_ONDERZOEK, STIL, WEER), "2026-07-01", "advies",
          "2026-07-29 2026-07-29 2026-07-29"),
    Geval("nog stil, op 11 juni: tien dagen later", (*IN_ONDERZOEK, STIL), "2026-06-11", "advies",
          "2026-07-25 2026-07-25 2026-07-24"),
    Geval("stil vanaf de laatste dag: die telt nog mee", (*IN_ONDERZOEK,
          "2026-07-15 termijnen_opgeschort instemming_op=2026-07-15", "2026-07-20 termijnen_hervat"), "2026-08-01",
          "advies", "2026-07-20 2026-07-20 2026-07-20"),
    Geval("wat van voor het begin is, voldoet niet: het stond een week stil", ("2026-05-04 ontvankelijk_bevonden",
          COMPLEET, "2026-05-11 termijnen_opgeschort instemming_op=2026-05-11", "2026-05-18 termijnen_hervat"),
          "2026-06-01", "ontvankelijkheid", "2026-05-27 2026-05-27 2026-05-27"),
    Geval("stil na afloop: wat over is, blijft over", (*IN_ONDERZOEK,
          "2026-07-20 termijnen_opgeschort instemming_op=2026-07-20"), "2026-08-01", "advies",
          "2026-07-15 2026-07-15 2026-07-15"),
    Geval("stil tot het advies er was", (*IN_ONDERZOEK, STIL, "2026-06-11 advies_uitgebracht"), "2026-07-01", "advies",
          "2026-07-25 2026-07-25 2026-07-24"),
    Geval("een dag die is gezegd, staat ook als het stilstaat", (*IN_ONDERZOEK, STIL,
          "2026-06-05 advies_verdaagd tot_en_met=2026-08-12"), "2026-06-30", "advies",
          "2026-08-12 2026-08-12 2026-08-12"),
    Geval("achteraf vastgelegde stilstand telt mee", (*IN_ONDERZOEK, STIL, WEER,
          "2026-05-25 termijnen_opgeschort instemming_op=2026-05-25", "2026-05-29 termijnen_hervat"), "2026-07-01",
          "advies", "2026-08-02 2026-08-02 2026-07-31"),
    Geval("art. 12 lid 1: twee weken om te reageren", (*IN_ONDERZOEK, "2026-06-14 feitenoverzicht_verzonden"),
          "2026-06-14", "reactie_feitenoverzicht", "2026-06-28 2026-06-29 2026-06-26"),
    Geval("art. 12 lid 1: de dag die de commissie stelde", (*IN_ONDERZOEK,
          "2026-06-14 feitenoverzicht_verzonden reactie_tot_en_met=2026-07-05"), "2026-06-14",
          "reactie_feitenoverzicht", "2026-07-05 2026-07-05 2026-07-03"),
    Geval("nog een hoorzitting: het feitenoverzicht moet opnieuw", (*IN_ONDERZOEK,
          "2026-06-14 feitenoverzicht_verzonden", "2026-06-16 hoorzitting_gehouden gehoord=klager"), "2026-06-16",
          "reactie_feitenoverzicht", ""),
    Geval("een zitting van voor het feitenoverzicht, later vastgelegd", (*IN_ONDERZOEK,
          "2026-06-14 feitenoverzicht_verzonden", "2026-06-12 hoorzitting_gehouden gehoord=klager"), "2026-06-16",
          "reactie_feitenoverzicht", "2026-06-28 2026-06-29 2026-06-26"),
    Geval("art. 11 lid 4: tien dagen voor de zitting", (*IN_ONDERZOEK, GEPLAND), "2026-05-26", "nadere_stukken",
          "2026-05-30 2026-05-30 2026-05-29"),
    Geval("art. 11 lid 4: de dag die in de uitnodiging staat", (*IN_ONDERZOEK,
          f"{GEPLAND} stukken_tot_en_met=2026-06-04"), "2026-05-26", "nadere_stukken",
          "2026-06-04 2026-06-04 2026-06-04"),
    Geval("verzet: de nieuwe zitting telt, zonder de oude dag", (*IN_ONDERZOEK,
          f"{GEPLAND} stukken_tot_en_met=2026-06-04",
          "2026-06-30 hoorzitting_verplaatst gepland_op=2026-06-01 was=2026-06-09"), "2026-06-01", "nadere_stukken",
          "2026-06-20 2026-06-20 2026-06-19"),
    Geval("afgezegd", (*IN_ONDERZOEK, GEPLAND, "2026-06-02 hoorzitting_geannuleerd was=2026-06-09"), "2026-06-02",
          "nadere_stukken", ""),
    Geval("voor 0.2 heette verzetten opnieuw plannen: afgezegd is er geen meer", (*IN_ONDERZOEK, GEPLAND,
          "2026-06-16 hoorzitting_gepland gepland_op=2026-06-01", "2026-06-02 hoorzitting_geannuleerd was=2026-06-16"),
          "2026-06-02", "nadere_stukken", ""),
    Geval("ook waar alleen een ander kwam is de zitting gehouden, en niet meer af te zeggen", (*IN_ONDERZOEK,
          f"{GEPLAND} wie=aangeklaagde-1", "2026-06-09 hoorzitting_gehouden gehoord=klager afwezig=aangeklaagde-1",
          "2026-06-10 hoorzitting_geannuleerd was=2026-06-09 wie=aangeklaagde-1"), "2026-06-10", "nadere_stukken",
          "2026-05-30 2026-05-30 2026-05-29"),
    Geval("art. 13 lid 1: vier weken vanaf de ontvangst van het advies", BIJ_WERKGEVER, "2026-07-02", "beslissing",
          "2026-07-30 2026-07-30 2026-07-30"),
    Geval("art. 13 lid 3: vier weken erbij", (*BIJ_WERKGEVER, "2026-07-28 beslissing_verdaagd reden=zomer duur=P4W"),
          "2026-07-28", "beslissing", "2026-08-27 2026-08-27 2026-08-27"),
    Geval("art. 13 lid 3: tot een dag daarbinnen", (*BIJ_WERKGEVER,
          "2026-07-28 beslissing_verdaagd reden=zomer tot_en_met=2026-08-15"), "2026-07-28", "beslissing",
          "2026-08-15 2026-08-15 2026-08-14"),
    Geval("art. 10 lid 4: geen advies, geen besluit", (COMPLEET,), "2026-05-12", "besluit_niet_ontvankelijk", ""),
    Geval("art. 10 lid 4: vier weken vanaf ontvangst, zodra dat advies er is",
          (COMPLEET, "2026-05-12 niet_ontvankelijk_geadviseerd"), "2026-05-12", "besluit_niet_ontvankelijk",
          "2026-05-22 2026-05-22 2026-05-22"),
]  # fmt: skip
AWB = [
    Geval("art. 9:8 lid 3: vier weken", (), "2026-04-24", "kennisgeving_buiten_behandeling",
          "2026-05-22 2026-05-22 2026-05-22"),
    Geval("art. 9:11 lid 1: tien weken met een adviescommissie", (), "2026-04-24", "beslissing",
          "2026-07-03 2026-07-03 2026-07-03"),
    Geval("art. 9:11 lid 2: veertien weken zijn meer dan twaalf", ("2026-06-01 beslissing_verdaagd reden=a duur=P4W",),
          "2026-06-01", "beslissing", "2026-07-31 2026-07-31 2026-07-31"),
    Geval("art. 9:11 lid 3: daarna tot een dag, met instemming", ("2026-06-01 beslissing_verdaagd reden=a duur=P4W",
          "2026-07-20 beslissing_verdaagd reden=b tot_en_met=2026-09-06 instemming=ja"), "2026-07-20", "beslissing",
          "2026-09-06 2026-09-06 2026-09-04"),
    Geval("en een week na die dag", ("2026-07-20 beslissing_verdaagd reden=b tot_en_met=2026-09-06 instemming=ja",
          "2026-09-01 beslissing_verdaagd reden=c duur=P1W instemming=ja"), "2026-09-01", "beslissing",
          "2026-09-13 2026-09-13 2026-09-11"),
]  # fmt: skip


@pytest.fixture(scope="module")
def reeks(schets: Schets, verloop: Verloop) -> Callable[..., list[g.Gebeurtenis]]:
    """The events of a case: its klaagschrift, with these fields changed, and what these lines say."""

    def maak(*regels: str, **feiten: Any) -> list[g.Gebeurtenis]:
        k = schets(**feiten)
        return [g.KlaagschriftOntvangen(k.ontvangstdag, k, BRON, BRON), *verloop(*regels)]

    return maak


class Paar(NamedTuple):
    """Both calculations under one regulation."""

    eerste: Rekenaar
    tweede: Narekenaar

    def verschil(self, reeks: Sequence[g.Gebeurtenis], peildatum: date) -> tuple[Any, Any] | None:
        """What each gives for a case, where that differs; also in the order of the terms."""
        eerste = _uitkomst(lambda: self.eerste.dagen(_zaak(reeks), peildatum))
        tweede = _uitkomst(lambda: self.tweede.dagen(reeks, peildatum))
        return None if eerste == tweede else (eerste, tweede)


def _zaak(reeks: Sequence[g.Gebeurtenis]) -> Any:
    zaak = vouw("K2026-001", reeks)
    assert zaak is not None
    return zaak


def _uitkomst(tel: Callable[[], dict[str, g.Dagen]]) -> Any:
    try:
        return list(tel().items())
    except Invoerfout as fout:
        return fout.code


def _paar(regeling: Regeling, gegevens: KalenderGegevens) -> Paar:
    return Paar(Rekenaar(regeling, Kalender(gegevens)), Narekenaar(regeling, gegevens))


@pytest.fixture(scope="module")
def paren(
    kamer: Regeling, awb: Regeling, meegeleverd: dict[str, Regeling], kalendergegevens: KalenderGegevens
) -> dict[str, Paar]:
    """Both calculations, for every regulation as shipped and for one that uses all that a regulation can."""
    alles = msgspec.structs.replace(awb, kenmerken=("groot",), termijn=ALLES)
    alle = {"kamer": kamer, "awb": awb, "alles": alles}
    alle |= {id_: r for id_, r in meegeleverd.items() if r not in (kamer, awb)}
    return {naam: _paar(regeling, kalendergegevens) for naam, regeling in alle.items()}


def _termijn(id_: str, vanaf: str, duur: Duur | None, **meer: Any) -> Termijn:
    velden = {"wie": "commissie", "termijnenwet": "ja", "gekozen_door": "proef"} | meer
    return Termijn(id_, id_, "art. 9:11", vanaf=vanaf, duur=duur, **velden)


# Every field that moves a day, in combinations that no regulation here has yet.
ALLES = (
    _termijn(
        "beslissing",
        "ontvangst",
        Duur(weken=6),
        opschortbaar=True,
        voldaan_door=("beslissing",),
        alternatief=(Alternatief("klein", Duur(weken=1)), Alternatief("groot", Duur(weken=11))),
    ),
    _termijn("advies", "ontvankelijk", Duur(maanden=2), opschortbaar=True, voldaan_door=("advies", "ingetrokken")),
    _termijn("herstel", "aanvulling_gevraagd", Duur(weken=2), verlengt="beslissing"),
    _termijn("uitstel", "ontvangst", Duur(dagen=3), na="bemiddeling_voorgesteld", verlengt="beslissing"),
    _termijn("indienen", "laatste_gedraging", Duur(jaren=1), termijnenwet="nee"),
    _termijn("na_afschrift", "afschrift_verzonden", Duur(dagen=3), termijnenwet="overeenkomstig"),
    _termijn("na_bevestiging", "ontvangst_bevestigd", Duur(werkdagen=5)),
    _termijn("nadere_stukken", "hoorzitting", Duur(werkdagen=3), richting="terug"),
    _termijn("reactie_feitenoverzicht", "feitenoverzicht_verzonden", None, stelbaar=True),
    _termijn("na_toets", "getoetst", Duur(dagen=2), na="aanvulling_ontvangen"),
)


# ---- met de hand uit de wet ----


@pytest.mark.parametrize("geval", KAMER, ids=lambda g: g.naam)
def test_de_regeling_van_de_kamer(geval: Geval, paren: dict[str, Paar], reeks: Verloop) -> None:
    _toets(geval, paren["kamer"], reeks)


@pytest.mark.parametrize("geval", AWB, ids=lambda g: g.naam)
def test_hoofdstuk_9_van_de_awb(geval: Geval, paren: dict[str, Paar], reeks: Verloop) -> None:
    _toets(geval, paren["awb"], reeks)


def _toets(geval: Geval, paar: Paar, reeks: Verloop) -> None:
    """Both give what the law gives."""
    zaak, peildatum = reeks(*geval.handelingen), date.fromisoformat(geval.peildatum)
    dagen = paar.tweede.dagen(zaak, peildatum).get(geval.termijn)
    assert (f"{dagen.nominaal} {dagen.uiterlijk} {dagen.veilig}" if dagen else "") == geval.dagen
    assert paar.verschil(zaak, peildatum) is None


def test_een_termijn_is_er_niet_meer_als_het_feit_in_na_er_niet_meer_is(paren: dict[str, Paar], reeks: Verloop) -> None:
    """na: it is there only once this fact is; asked anew, the supplement is awaited again, and the toets stands."""
    zaak = reeks("2026-05-08 aanvulling_ontvangen aanvulling={}", "2026-05-11 getoetst uitkomst=compleet",
                 "2026-05-12 aanvulling_gevraagd")  # fmt: skip
    na_elk = paren["alles"].tweede.per_gebeurtenis(zaak, [date(2026, 5, 12)] * 4)
    assert ["na_toets" in dagen for dagen in na_elk] == [False, False, True, False]
    assert paren["alles"].verschil(zaak, date(2026, 5, 12)) is None


# ---- de feiten ----

TWEE = {"aangeklaagde": [{"naam": "R. Dekker"}, {"naam": "P. de Wit"}]}
AFSCHRIFT = "brief_verzonden brief=afschrift-klacht aan=aangeklaagde-"
DERDE = '2026-05-26 aanvulling_ontvangen aanvulling={"aangeklaagde":[{"naam":"T.Mol"}]}'
FEITEN: list[tuple[str, tuple[str, ...], str, str]] = [
    ("een van twee heeft het afschrift", (f"2026-05-22 {AFSCHRIFT}1",), "afschrift_verzonden", ""),
    ("beiden hebben het", (f"2026-05-22 {AFSCHRIFT}1", f"2026-05-25 {AFSCHRIFT}2"), "afschrift_verzonden",
     "2026-05-25"),
    ("beiden, de eerste het laatst vastgelegd", (f"2026-05-25 {AFSCHRIFT}2", f"2026-05-22 {AFSCHRIFT}1"),
     "afschrift_verzonden", "2026-05-25"),
    ("nog eens gezonden: de eerste keer telt", (f"2026-05-22 {AFSCHRIFT}1", f"2026-05-25 {AFSCHRIFT}1",
     f"2026-05-23 {AFSCHRIFT}2"), "afschrift_verzonden", "2026-05-23"),
    ("een derde erbij, voordat beiden het hadden", (f"2026-05-22 {AFSCHRIFT}1", DERDE, f"2026-05-27 {AFSCHRIFT}2"),
     "afschrift_verzonden", ""),
    ("over een van beiden is meer bekend", (f"2026-05-22 {AFSCHRIFT}1", DERDE.replace('"}]', '","nummer":1}]'),
     f"2026-05-27 {AFSCHRIFT}2"), "afschrift_verzonden", "2026-05-27"),
    ("een derde erbij, en alle drie hebben het", (f"2026-05-22 {AFSCHRIFT}1", DERDE, f"2026-05-27 {AFSCHRIFT}2",
     f"2026-05-28 {AFSCHRIFT}3"), "afschrift_verzonden", "2026-05-28"),
    ("een derde erbij nadat beiden het hadden: het feit blijft", (f"2026-05-22 {AFSCHRIFT}1",
     f"2026-05-25 {AFSCHRIFT}2", DERDE), "afschrift_verzonden", "2026-05-25"),
    ("een toets kijkt naar wat er toen was, ook bij een eerdere aanvulling", ("2026-05-22 getoetst uitkomst=compleet",
     "2026-05-20 aanvulling_ontvangen aanvulling={}"), "getoetst", ""),
    ("heropend", ("2026-05-22 zaak_gesloten", "2026-05-25 zaak_heropend reden=nieuw"), "gesloten", ""),
    ("opnieuw gevraagd om aanvulling", ("2026-05-08 aanvulling_ontvangen aanvulling={}",
     "2026-05-11 aanvulling_gevraagd"), "aanvulling_ontvangen", ""),
    ("wat later gebeurde, blijft", ("2026-05-13 aanvulling_ontvangen aanvulling={}", "2026-05-11 aanvulling_gevraagd"),
     "aanvulling_ontvangen", "2026-05-13"),
    ("wat op dezelfde dag gebeurde, niet", ("2026-05-11 aanvulling_ontvangen aanvulling={}",
     "2026-05-11 aanvulling_gevraagd"), "aanvulling_ontvangen", ""),
    ("de laatste gedraging", (), "laatste_gedraging", "2026-01-15"),
    ("van de gedraging is meer bekend, en niet wanneer zij was",
     ('2026-05-08 aanvulling_ontvangen aanvulling={"gedraging":[{"waar":"gang","nummer":1}]}',), "laatste_gedraging",
     "2026-01-15"),
    ("een latere, waarvan de dag niet bekend is",
     ('2026-05-08 aanvulling_ontvangen aanvulling={"gedraging":[{"wanneer":"2026-02"}]}',), "laatste_gedraging", ""),
    ("en daarna wel", ('2026-05-08 aanvulling_ontvangen aanvulling={"gedraging":[{"wanneer":"2026-02"}]}',
     '2026-05-11 aanvulling_ontvangen aanvulling={"gedraging":[{"wanneer":"2026-02-03","nummer":2}]}'),
     "laatste_gedraging", "2026-02-03"),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "handelingen", "feit", "dag"), FEITEN, ids=[f[0] for f in FEITEN])
def test_een_feit_en_zijn_dag(naam: str, handelingen: tuple[str, ...], feit: str, dag: str, reeks: Verloop) -> None:
    """As the fold has it, and as it is looked up."""
    zaak = reeks(*handelingen, **TWEE)
    gevonden = op(lijnen(zaak, {feit}).get(feit, ()), len(zaak) - 1)
    assert str(gevonden.dag if gevonden else "") == dag
    assert str(_zaak(zaak).ankers.get(feit, "")) == dag


def test_alleen_een_gewoon_feit_wordt_opgeheven() -> None:
    """What `feitenlijn` finds in a way of its own is undone by no event."""
    eigen = {"hoorzitting", "laatste_gedraging", "ontvangst_bevestigd", "afschrift_verzonden"}
    assert [s for s in g.Gebeurtenis.__args__ if eigen & {*s.heft_op}] == []


def test_een_correctie_telt_zoals_zij_is(paren: dict[str, Paar], reeks: Verloop) -> None:
    """What was found ontvankelijk on another day, and a request that was never made."""
    zaak = reeks("2026-05-05 aanvulling_gevraagd", *IN_ONDERZOEK)
    verbeterd = [*zaak, g.VastleggingGecorrigeerd(date(2026, 6, 1), 1, "nooit gevraagd"),
                 g.VastleggingGecorrigeerd(date(2026, 6, 1), 3, "andere dag", {"op": "2026-05-13"})]  # fmt: skip
    telt = [e for _, e in na_correctie(enumerate(verbeterd))]
    dagen = paren["kamer"].tweede.dagen(telt, date(2026, 6, 1))
    assert "aanvulling" not in dagen
    assert dagen["advies"].uiterlijk == date(2026, 7, 8)
    assert paren["kamer"].verschil(telt, date(2026, 6, 1)) is None


# ---- de twee samen ----


def test_elke_dag_van_twee_jaar_geeft_elke_termijn_in_beide_dezelfde_dagen(
    paren: dict[str, Paar], reeks: Verloop
) -> None:
    """All terms of all regulations at once: every fact on the same day, each day of 2027 and 2028 in turn."""
    alles = reeks(*ALLES_GEBEURD)
    for n in range(2 * 365 + 1):
        dag = date(2027, 1, 1) + timedelta(days=n)
        zaak = [msgspec.structs.replace(e, op=dag) for e in alles]
        for naam, paar in paren.items():
            assert paar.verschil(zaak, dag) is None, (naam, dag)


ALLES_GEBEURD = (
    "2026-04-24 aanvulling_gevraagd", "2026-04-24 aanvulling_ontvangen aanvulling={}",
    "2026-04-24 getoetst uitkomst=compleet", *IN_ONDERZOEK, "2026-04-24 niet_ontvankelijk_geadviseerd", GEPLAND,
    "2026-06-16 feitenoverzicht_verzonden", "2026-07-01 advies_uitgebracht", "2026-07-02 advies_ontvangen",
    "2026-07-02 bemiddeling_voorgesteld", f"2026-07-02 {AFSCHRIFT}1",
    "2026-07-02 brief_verzonden brief=ontvangstbevestiging",
    "2026-07-02 brief_verzonden brief=bericht-niet-ontvankelijk",
)  # fmt: skip


def test_zo_komt_elke_termijn_aan_de_beurt(paren: dict[str, Paar], reeks: Verloop) -> None:
    for paar in paren.values():
        geteld = paar.tweede.dagen(reeks(*ALLES_GEBEURD), date(2026, 7, 2))
        assert list(geteld) == [t.id for t in paar.eerste.regeling.termijn]


# Few days, so that things happen on the same one; and some before the klaagschrift came in, and long after.
_DAG = st.sampled_from([date(2026, 4, 20) + timedelta(days=n) for n in (0, 4, 12, 19, 26, 33, 47, 50, 57, 90)])
_ZITTINGSDAG = st.sampled_from([date(2026, 6, 9), date(2026, 6, 16), date(2026, 6, 23)])
_WIE: st.SearchStrategy[tuple[str, ...]] = st.sampled_from(
    [(), ("klager",), ("aangeklaagde-1",), ("aangeklaagde-2",), ("klager", "aangeklaagde-1")]
)
_GESTELD = st.none() | _DAG
_DUUR = st.sampled_from([Duur(weken=4), Duur(weken=1), Duur(dagen=3), Duur(maanden=1), Duur(weken=2, dagen=1)])
_AANVULLING = st.builds(
    Aanvulling,
    aangeklaagde=st.sampled_from([(), (AanvullingPersoon(naam="T. Mol"),), (AanvullingPersoon("T. Mol", nummer=1),)]),
    gedraging=st.tuples(st.builds(AanvullingGedraging, wanneer=st.sampled_from(
        [None, "2026-02", "2026-02-03", "2026-02-28", "2025"]), nummer=st.sampled_from([None, 1, 2]))),
)  # fmt: skip
_TERMIJNEN = st.one_of(
    st.builds(g.TermijnenOpgeschort, _DAG, _DAG), st.builds(g.TermijnenHervat, _DAG),
    st.builds(g.AdviesVerdaagd, _DAG, _DAG),
    st.builds(g.BeslissingVerdaagd, _DAG, st.just("zomer"), _DUUR),
    st.builds(g.BeslissingVerdaagd, _DAG, st.just("zomer"), st.none(), _DAG),
)  # fmt: skip
_ZITTINGEN = st.one_of(
    st.builds(g.HoorzittingGepland, _ZITTINGSDAG, _DAG, _GESTELD, _WIE),
    st.builds(g.HoorzittingVerplaatst, _ZITTINGSDAG, _DAG, _ZITTINGSDAG, _GESTELD, _WIE),
    st.builds(g.HoorzittingGeannuleerd, _DAG, _ZITTINGSDAG, _WIE),
    st.builds(g.HoorzittingGehouden, _ZITTINGSDAG, _WIE.filter(bool)),
)
_BRIEVEN = st.one_of(
    st.builds(g.BriefVerzonden, _DAG, st.sampled_from(["ontvangstbevestiging", "bericht-niet-ontvankelijk"])),
    st.builds(g.BriefVerzonden, _DAG, st.just("afschrift-klacht"), _WIE.filter(bool).map(lambda w: w[-1])),
)
_STAPPEN = st.one_of(
    *(st.builds(soort, _DAG) for soort in (
        g.AanvullingGevraagd, g.AanvullingUitgebleven, g.KlachtCompleet, g.OntvankelijkBevonden, g.AdviesUitgebracht,
        g.NietOntvankelijkGeadviseerd, g.NietOntvankelijkVerklaard, g.KlachtIngetrokken, g.FeitenoverzichtGesloten,
        g.BemiddelingVoorgesteld, g.AdviesOntvangen, g.BeslissingGenomen, g.ZaakGesloten)),
    st.builds(g.AanvullingOntvangen, _DAG, _AANVULLING), st.builds(g.FeitenoverzichtVerzonden, _DAG, _GESTELD),
    st.builds(g.Getoetst, _DAG, *map(st.just, ("compleet", (), *[Bron("p", "1", "0")] * 3))),
)  # fmt: skip
_VERLOOP = st.lists(st.one_of(_STAPPEN, _STAPPEN, _TERMIJNEN, _ZITTINGEN, _BRIEVEN), max_size=14)


def _bestaanbaar(reeks: list[g.Gebeurtenis], verloop: list[g.Gebeurtenis]) -> list[g.Gebeurtenis]:
    """With each act on hearings about one that is there, without what speaks of none or of two: nobody records that."""
    zaak, uit = _zaak(reeks), list(reeks)
    for nr, ruw in enumerate(verloop):
        e = _gericht(ruw, zaak, nr)
        if bestaat(e, zaak.zittingen, partijen(zaak.klaagschrift)) and _eenduidig(e, zaak):
            uit.append(e)
            pas_toe(zaak, e)
    return uit


def _gericht(e: g.Gebeurtenis, zaak: Any, nr: int) -> g.Gebeurtenis:
    """An act on a hearing, made to be about one that is planned, where it speaks of some of the parties."""
    gepland = [z for z in zaak.zittingen if z.gepland]
    if not gepland:
        return e
    z, vervang = gepland[nr % len(gepland)], msgspec.structs.replace
    match e:
        case g.HoorzittingVerplaatst(wie=wie) | g.HoorzittingGeannuleerd(wie=wie):
            return vervang(e, was=z.dag, wie=wie and z.wie)
        case g.HoorzittingGehouden(gehoord=(_,)):
            return vervang(e, op=z.dag)
        case g.HoorzittingGehouden():
            return vervang(e, op=z.dag, gehoord=z.wie[:1], afwezig=z.wie[1:2])
        case _:
            return e


def _eenduidig(e: g.Gebeurtenis, zaak: Any) -> bool:
    if not isinstance(e, g.HoorzittingGehouden):
        return True
    er = {*e.gehoord, *e.afwezig}
    return len([z for z in zaak.zittingen if z.gepland and z.dag == e.op and er & {*z.wie}]) < 2


@settings(max_examples=400)
@given(verloop=_VERLOOP, kijk=_DAG, mensen=st.integers(0, 2), wanneer=st.sampled_from(["2026-01-15", "2026-01", None]))
def test_wat_er_ook_gebeurt_de_twee_komen_overeen(
    verloop: list[g.Gebeurtenis], kijk: date, mensen: int, wanneer: str | None, paren: dict[str, Paar], reeks: Verloop
) -> None:
    """Acts in any order, on any day, under each regulation; after each act, seen from its own day and from another."""
    feiten = {
        "aangeklaagde": [{"naam": "R. Dekker"}, {"naam": "P. de Wit"}][:mensen],
        "gedraging": [{"wanneer": wanneer}],
    }
    zaak = _bestaanbaar(reeks(**feiten), verloop)
    peildata = [g.gebeurd_op(e) for e in zaak]
    for naam, paar in paren.items():
        assert paar.verschil(zaak, kijk) is None, naam
        na_elk = paar.tweede.per_gebeurtenis(zaak, peildata)
        assert na_elk == [paar.eerste.dagen(_zaak(zaak[: n + 1]), dag) for n, dag in enumerate(peildata)], naam


@settings(max_examples=200)
@given(verloop=st.lists(_TERMIJNEN, min_size=2, max_size=8), kijk=_DAG)
def test_hoe_het_ook_stilstond_de_twee_komen_overeen(
    verloop: list[g.Gebeurtenis], kijk: date, paren: dict[str, Paar], reeks: Verloop
) -> None:
    for paar in paren.values():
        assert paar.verschil([*reeks(*IN_ONDERZOEK), *verloop], kijk) is None


@settings(max_examples=200)
@given(verloop=st.lists(_ZITTINGEN, min_size=3, max_size=12), kijk=_DAG)
def test_hoe_er_ook_wordt_gepland_de_twee_komen_overeen(
    verloop: list[g.Gebeurtenis], kijk: date, paren: dict[str, Paar], reeks: Verloop
) -> None:
    zaak = _bestaanbaar(reeks(*IN_ONDERZOEK, **TWEE), verloop)
    for paar in paren.values():
        assert paar.verschil(zaak, kijk) is None


@pytest.mark.parametrize(
    ("duur", "code"),
    [
        pytest.param(Duur(werkdagen=5), "verdaging-andere-eenheid", id="werkdagen bij weken"),
        pytest.param(Duur(jaren=9000), "datum-buiten-bereik", id="na het jaar 9999"),
    ],
)
def test_wat_de_een_niet_kan_tellen_kan_de_ander_ook_niet(
    duur: Duur, code: str, paren: dict[str, Paar], reeks: Verloop
) -> None:
    zaak = [*reeks(*BIJ_WERKGEVER), g.BeslissingVerdaagd(date(2026, 7, 10), "zomer", duur)]
    with pytest.raises(Invoerfout) as fout:
        paren["kamer"].tweede.dagen(zaak, date(2026, 7, 10))
    assert fout.value.code == code
    assert paren["kamer"].verschil(zaak, date(2026, 7, 10)) is None


# ---- een fout in een van beide wordt gezien ----


def _fouten(r: Regeling, k: KalenderGegevens) -> Iterator[tuple[str, Regeling, KalenderGegevens, str]]:
    """A regulation or a calendar that is not the one of the case, and the terms of which that shows."""

    def met(id_: str, **velden: Any) -> Regeling:
        termijnen = tuple(msgspec.structs.replace(t, **velden) if t.id == id_ else t for t in r.termijn)
        return msgspec.structs.replace(r, termijn=termijnen)

    yield "zonder de besluiten", r, msgspec.structs.replace(k, besluit=()), "ontvankelijkheid"
    zonder_koningsdag = tuple(f for f in k.feestdag if f.naam != "Koningsdag")
    yield "zonder Koningsdag", r, msgspec.structs.replace(k, feestdag=zonder_koningsdag), "ontvangstbevestiging"
    yield "een week minder", met("advies", duur=Duur(weken=7)), k, "advies"
    yield "vanaf een ander feit", met("advies", vanaf="compleet"), k, "advies"
    yield "de wet waar zij niet geldt", met("advies", termijnenwet="ja"), k, "advies"
    yield "geen wet waar zij is gekozen", met("reactie_feitenoverzicht", termijnenwet="nee"), k, \
        "reactie_feitenoverzicht"  # fmt: skip
    yield "staat niet stil", met("advies", opschortbaar=False), k, "advies"
    yield "niet te stellen", met("nadere_stukken", stelbaar=False), k, "nadere_stukken"
    yield "vooruit in plaats van terug", met("jaartermijn", richting="vooruit"), k, "jaartermijn"
    yield "altijd, in plaats van na een advies", met("besluit_niet_ontvankelijk", na=None), k, \
        "besluit_niet_ontvankelijk"  # fmt: skip


def test_een_andere_regel_of_kalender_geeft_een_verschil(
    kamer: Regeling, kalendergegevens: KalenderGegevens, reeks: Verloop
) -> None:
    """The first on the rules of the case, the second on others: the two differ, in that term and in no other."""
    zaak = reeks("2026-05-01 klacht_compleet", "2026-05-17 ontvankelijk_bevonden", STIL, "2026-06-14 termijnen_hervat",
                 f"{GEPLAND} stukken_tot_en_met=2026-06-04", "2026-06-14 feitenoverzicht_verzonden")  # fmt: skip
    eerste = Rekenaar(kamer, Kalender(kalendergegevens)).dagen(_zaak(zaak), date(2026, 7, 1))
    assert Narekenaar(kamer, kalendergegevens).dagen(zaak, date(2026, 7, 1)) == eerste
    for naam, regeling, kalender, termijn in _fouten(kamer, kalendergegevens):
        tweede = Narekenaar(regeling, kalender).dagen(zaak, date(2026, 7, 1))
        assert {id_ for id_ in {*eerste, *tweede} if eerste.get(id_) != tweede.get(id_)} == {termijn}, naam


# ---- onafhankelijk ----

EERSTE = {"klachtcli.recht.termijn", "klachtcli.recht.uitleg", "klachtcli.zaak.termijnstand",
          "klachtcli.zaak.termijnteller", "klachtcli.zaak.zaak", "klachtcli.zaak.zittingen", "klachtcli.zaak.verdaging",
          "klachtcli.zaak.venster", "dateutil"}  # fmt: skip


@pytest.mark.parametrize("module", ["recht/natelling.py", "zaak/feitenlijn.py", "zaak/narekening.py"])
def test_de_tweede_deelt_geen_stap_met_de_eerste(module: str) -> None:
    """Data and plain lengths they share; not what counts, nor the fold."""
    boom = ast.parse((Path(klachtcli.__file__).parent / module).read_text(encoding="utf-8"))
    for knoop in ast.walk(boom):
        match knoop:
            case ast.ImportFrom(module=uit, names=namen):
                assert uit not in EERSTE
                assert not {n.name for n in namen} & {"Kalender", "schuif_maanden", "lees_duur"}
            case ast.Import(names=namen):
                assert not {n.name.partition(".")[0] for n in namen} & {"dateutil", "holidays"}
            case ast.Call(func=ast.Attribute(attr=naam)):
                assert naam not in ("vanaf", "uren_na", "__add__")
