"""How far and how often a term may be extended: art. 12 lid 3 and 13 lid 3, and Awb art. 9:11 lid 2 and 3.

The advice was due on 15 July 2026; the decision, received by the werkgever on 2 July, on 30 July.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import msgspec
import pytest

from klachtcli.fouten import KlachtFout
from klachtcli.recht.duur import lees_duur
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.verdaging import Wens, verdaag
from klachtcli.zaak.zaak import Zaak, pas_toe

Dossier = Callable[..., Zaak]
IN_ONDERZOEK = ("2026-05-06 klacht_compleet", "2026-05-20 ontvankelijk_bevonden")
BIJ_WERKGEVER = (*IN_ONDERZOEK, "2026-07-01 advies_uitgebracht", "2026-07-02 advies_ontvangen")


class Geval(NamedTuple):
    """What happened before, which term, what is asked (as on the command line), and the new last day or the refusal."""

    naam: str
    eerder: tuple[str, ...]
    termijn: str
    gevraagd: dict[str, str]
    verwacht: str
    zegt: str = ""


AL_EENS = "2026-07-10 beslissing_verdaagd reden=zomer duur=P1W"
ADVIES_TOT = "2026-07-10 advies_verdaagd tot_en_met=2026-08-12"
KAMER = [
    # art. 12 lid 3: een dag, zonder maximum, zo vaak als nodig; een reden mag
    Geval("advies tot een dag", IN_ONDERZOEK, "advies", {"tot": "2026-08-12"}, "2026-08-12"),
    Geval("advies met een duur", IN_ONDERZOEK, "advies", {"met": "4 weken"}, "2026-08-12"),
    Geval("advies met een half jaar", IN_ONDERZOEK, "advies", {"met": "6 maanden"}, "2027-01-15"),
    Geval("advies zonder reden", IN_ONDERZOEK, "advies", {"tot": "2026-07-16"}, "2026-07-16"),
    Geval("advies een tweede keer, tot een dag", (*IN_ONDERZOEK, ADVIES_TOT), "advies", {"tot": "2026-09-01"},
         "2026-09-01"),
    Geval("advies een tweede keer, met een duur", (*IN_ONDERZOEK, ADVIES_TOT), "advies", {"met": "2 weken"},
         "2026-08-26"),
    Geval("advies niet later dan nu", IN_ONDERZOEK, "advies", {"tot": "2026-07-15"}, "verdaging-niet-later", "15 juli"),
    Geval("advies eerder dan nu", IN_ONDERZOEK, "advies", {"tot": "2026-07-01"}, "verdaging-niet-later", "1 juli 2026"),
    Geval("advies eerder dan de verdaging", (*IN_ONDERZOEK, ADVIES_TOT), "advies", {"tot": "2026-08-01"},
          "verdaging-niet-later", "12 augustus 2026"),
    Geval("advies na afloop, tot een dag die al voorbij is", IN_ONDERZOEK, "advies",
          {"tot": "2026-07-20", "op": "2026-07-25"}, "verdaging-in-verleden", "25 juli 2026"),
    Geval("advies na afloop", IN_ONDERZOEK, "advies", {"tot": "2026-08-20", "op": "2026-07-25"}, "2026-08-20"),
    Geval("advies: duur en dag", IN_ONDERZOEK, "advies", {"tot": "2026-08-12", "met": "4 weken"},
         "verdaging-onvolledig"),
    Geval("advies: duur noch dag", IN_ONDERZOEK, "advies", {}, "verdaging-onvolledig", "--met"),
    Geval("advies in werkdagen", IN_ONDERZOEK, "advies", {"met": "10 werkdagen"}, "verdaging-andere-eenheid"),
    Geval("advies loopt nog niet", ("2026-05-06 klacht_compleet",), "advies", {"tot": "2026-08-12"},
         "termijn-loopt-niet"),
    # art. 13 lid 3: eenmaal, ten hoogste vier weken, met reden
    Geval("beslissing vier weken", BIJ_WERKGEVER, "beslissing", {"met": "4 weken", "reden": "zomer"}, "2026-08-27"),
    Geval("beslissing een week", BIJ_WERKGEVER, "beslissing", {"met": "1 week", "reden": "zomer"}, "2026-08-06"),
    Geval("beslissing tot de uiterste dag", BIJ_WERKGEVER, "beslissing", {"tot": "2026-08-27", "reden": "zomer"},
         "2026-08-27"),
    Geval("beslissing een dag te ver", BIJ_WERKGEVER, "beslissing", {"tot": "2026-08-28", "reden": "zomer"},
          "verdaging-te-lang", "27 augustus 2026"),
    Geval("beslissing vijf weken", BIJ_WERKGEVER, "beslissing", {"met": "5 weken", "reden": "zomer"},
         "verdaging-te-lang",
          "ten hoogste 4 weken"),
    Geval("beslissing een maand", BIJ_WERKGEVER, "beslissing", {"met": "1 maand", "reden": "zomer"},
         "verdaging-te-lang"),
    Geval("beslissing 28 dagen", BIJ_WERKGEVER, "beslissing", {"met": "28 dagen", "reden": "zomer"}, "2026-08-27"),
    Geval("beslissing zonder reden", BIJ_WERKGEVER, "beslissing", {"met": "4 weken"}, "reden-ontbreekt", "reden"),
    Geval("beslissing met een lege reden", BIJ_WERKGEVER, "beslissing", {"met": "4 weken", "reden": ""},
         "reden-ontbreekt"),
    Geval("beslissing een tweede keer", (*BIJ_WERKGEVER, AL_EENS), "beslissing", {"met": "1 week", "reden": "zomer"},
          "beslissing-al-verdaagd", "6 augustus 2026"),
    Geval("beslissing een tweede keer, samen vier weken", (*BIJ_WERKGEVER, AL_EENS), "beslissing",
          {"met": "3 weken", "reden": "zomer"}, "beslissing-al-verdaagd"),
    Geval("beslissing een tweede keer, met instemming", (*BIJ_WERKGEVER, AL_EENS), "beslissing",
          {"met": "1 week", "reden": "zomer", "instemming": "ja"}, "beslissing-al-verdaagd"),
    Geval("beslissing na afloop", BIJ_WERKGEVER, "beslissing", {"met": "4 weken", "reden": "zomer", "op": "2026-08-05"},
          "2026-08-27"),
    Geval("beslissing te lang na afloop", BIJ_WERKGEVER, "beslissing",
          {"met": "4 weken", "reden": "zomer", "op": "2026-08-27"}, "verdaging-in-verleden"),
    Geval("beslissing eerder dan nu", BIJ_WERKGEVER, "beslissing", {"tot": "2026-07-20", "reden": "zomer"},
          "verdaging-niet-later"),
    Geval("beslissing loopt niet", IN_ONDERZOEK, "beslissing", {"met": "4 weken", "reden": "zomer"},
         "termijn-loopt-niet"),
]  # fmt: skip

NA_VIER = "2026-06-20 beslissing_verdaagd reden=onderzoek duur=P4W"
NA_VIER_TOT = "2026-06-20 beslissing_verdaagd reden=onderzoek tot_en_met=2026-07-31"
AWB = [
    # art. 9:11: tien weken tot 3 juli 2026; lid 2 eenmaal vier weken; lid 3 verder, voor zover de klager instemt
    Geval("vier weken", (), "beslissing", {"met": "4 weken"}, "2026-07-31"),
    Geval("vier weken, geen reden nodig", (), "beslissing", {"tot": "2026-07-31"}, "2026-07-31"),
    Geval("vijf weken", (), "beslissing", {"met": "5 weken"}, "verdaging-te-lang", "31 juli 2026"),
    Geval("verder zonder instemming", (NA_VIER,), "beslissing", {"met": "8 weken"}, "instemming-ontbreekt", "klager"),
    Geval("verder met instemming", (NA_VIER,), "beslissing", {"met": "8 weken", "instemming": "ja"}, "2026-09-25"),
    Geval("verder tot een dag", (NA_VIER,), "beslissing", {"tot": "2026-12-01", "instemming": "ja"}, "2026-12-01"),
    Geval("nog een keer met instemming", (NA_VIER, "2026-07-20 beslissing_verdaagd reden=x instemming=ja duur=P8W"),
          "beslissing", {"met": "1 week", "instemming": "ja"}, "2026-10-02"),
    Geval("nog een keer zonder", (NA_VIER, "2026-07-20 beslissing_verdaagd reden=x instemming=ja duur=P8W"),
         "beslissing",
          {"met": "1 week"}, "instemming-ontbreekt"),
    Geval("eerst tot een dag, dan weer tot een dag", (NA_VIER_TOT,), "beslissing", {"tot": "2026-09-01",
         "instemming": "ja"},
          "2026-09-01"),
    Geval("eerst tot een dag, dan met een duur", (NA_VIER_TOT,), "beslissing",
                       {"met": "8 weken", "instemming": "ja"}, "2026-09-25"),
]  # fmt: skip


@pytest.mark.parametrize("geval", KAMER, ids=lambda g: g.naam)
def test_de_kamer(geval: Geval, dossier: Dossier, rekenaar: Rekenaar) -> None:
    _toets(geval, dossier(*geval.eerder), rekenaar)


@pytest.mark.parametrize("geval", AWB, ids=lambda g: g.naam)
def test_de_awb(geval: Geval, dossier: Dossier, awb: Regeling, kalender: Kalender) -> None:
    _toets(geval, dossier(*geval.eerder), Rekenaar(awb, kalender))


def _toets(geval: Geval, zaak: Zaak, rekenaar: Rekenaar) -> None:
    """A granted extension moves the term to the expected day; a refusal has its code and words, and its article."""
    if geval.verwacht.startswith("2"):
        pas_toe(zaak, verdaag(geval.termijn, zaak, rekenaar, _wens(geval)))
        regel = rekenaar.regeling.zoek_termijn(geval.termijn)
        assert regel is not None
        stand = rekenaar.stand(regel, zaak, date(2026, 7, 1))
        assert stand is not None
        assert str(stand.berekening.uiterlijk) == geval.verwacht
        return
    with pytest.raises(KlachtFout) as fout:
        verdaag(geval.termijn, zaak, rekenaar, _wens(geval))
    assert fout.value.code == geval.verwacht
    assert geval.zegt in str(fout.value)


def _wens(geval: Geval) -> Wens:
    w: dict[str, Any] = geval.gevraagd
    op = date.fromisoformat(w.get("op", "2026-07-10" if geval.eerder else "2026-06-20"))
    tot = date.fromisoformat(w["tot"]) if "tot" in w else None
    return Wens(op, lees_duur(w["met"]) if "met" in w else None, tot, w.get("reden"), "instemming" in w)


@pytest.mark.parametrize(
    ("termijn", "eerder", "gevraagd", "artikel"),
    [
        ("beslissing", BIJ_WERKGEVER, {"met": "4 weken"}, "art. 13 lid 3"),
        ("beslissing", BIJ_WERKGEVER, {"met": "5 weken", "reden": "zomer"}, "art. 13 lid 3"),
        (
            "beslissing",
            (*BIJ_WERKGEVER, AL_EENS),
            {"met": "1 week", "reden": "zomer"},
            "art. 13 lid 3 kent één verdaging",
        ),
    ],
    ids=["reden", "te lang", "al eens"],
)
def test_een_weigering_noemt_het_artikel(
    termijn: str, eerder: tuple[str, ...], gevraagd: dict[str, str], artikel: str, dossier: Dossier, rekenaar: Rekenaar
) -> None:
    with pytest.raises(KlachtFout) as fout:
        verdaag(termijn, dossier(*eerder), rekenaar, _wens(Geval("", eerder, termijn, gevraagd, "")))
    assert artikel in fout.value.grondslag


def test_een_termijn_zonder_verdaging(dossier: Dossier, kamer: Regeling, kalender: Kalender) -> None:
    """A regulation that gives no extension: refused with the article of the term itself."""
    kaal = msgspec.structs.replace(
        kamer, termijn=tuple(msgspec.structs.replace(t, verdaging=()) for t in kamer.termijn)
    )
    with pytest.raises(KlachtFout) as fout:
        verdaag("advies", dossier(*IN_ONDERZOEK), Rekenaar(kaal, kalender), Wens(date(2026, 7, 10), lees_duur("P1W")))
    assert (fout.value.code, fout.value.grondslag) == ("geen-verdaging", "art. 12 lid 2")


def test_de_dag_die_al_de_laatste_was_is_geen_verdaging(dossier: Dossier, awb: Regeling, kalender: Kalender) -> None:
    """Ten weeks from 16 March 2026 end on Whit Monday, so on Tuesday 26 May; extending to that day extends nothing."""
    zaak, rekenaar = dossier(ontvangen_op="2026-03-16"), Rekenaar(awb, kalender)
    with pytest.raises(KlachtFout):
        verdaag("beslissing", zaak, rekenaar, Wens(date(2026, 5, 20), tot_en_met=date(2026, 5, 26)))


def test_een_duur_buiten_de_kalender_is_een_nette_weigering(dossier: Dossier, rekenaar: Rekenaar) -> None:
    zaak = dossier(*IN_ONDERZOEK, ADVIES_TOT)
    try:
        verdaag("advies", zaak, rekenaar, Wens(date(2026, 7, 10), lees_duur("9000 jaar")))
    except KlachtFout:
        return
    except (ValueError, OverflowError) as fout:
        pytest.fail(f"{type(fout).__name__} instead of a KlachtFout")


@pytest.mark.parametrize("met", ["10 werkdagen", "480 uur"])
def test_een_eenheid_die_niet_kan_wordt_zo_genoemd(met: str, dossier: Dossier, rekenaar: Rekenaar) -> None:
    with pytest.raises(KlachtFout) as fout:
        verdaag("advies", dossier(*IN_ONDERZOEK, ADVIES_TOT), rekenaar, Wens(date(2026, 7, 10), lees_duur(met)))
    assert fout.value.code == "verdaging-andere-eenheid"


def test_wat_voor_afloop_moet_kan_niet_erna(dossier: Dossier, kamer: Regeling, kalender: Kalender) -> None:
    """Design ch. 4: a regulation says whether an extension must come before the end."""
    streng = msgspec.structs.replace(kamer, termijn=tuple(
        msgspec.structs.replace(t, verdaging=tuple(msgspec.structs.replace(v, voor_afloop=True) for v in t.verdaging))
        for t in kamer.termijn
    ))  # fmt: skip
    with pytest.raises(KlachtFout):
        verdaag("advies", dossier(*IN_ONDERZOEK), Rekenaar(streng, kalender),
                Wens(date(2026, 7, 25), tot_en_met=date(2026, 8, 20)))  # fmt: skip
