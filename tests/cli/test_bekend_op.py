"""The case as it was, and as it was known: two time lines, apart and together.

What happened and when it was recorded (in Amsterdam): received 24 April, recorded that noon. Found complete on 30
April, recorded on 6 May at 12:00; corrected on 8 May at 00:30: it was 4 May. Two weeks run from then (art. 10 lid 1).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from klachtcli.secretariaat.werkmap import Werkmap

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
ONTVANGEN, COMPLEET, CORRECTIE = "klaagschrift_ontvangen", "klacht_compleet", "vastlegging_gecorrigeerd"


@pytest.fixture
def gecorrigeerd(klacht: Klacht, zaak: Callable[..., str], bevries: Bevries) -> int:
    """That case, seen on 20 May; the number of the entry that was corrected."""
    zaak()
    bevries("2026-05-06T10:00")
    assert klacht("besluit", "1", "compleet", "--op", "2026-04-30", "--toch", "helder").code == 0
    with_nr = klacht("toon", "1", "--json").json["verloop"]
    nummer = next(int(v["nummer"]) for v in with_nr if v["soort"] == COMPLEET)
    bevries("2026-05-07T22:30")  # 8 May in Amsterdam
    assert klacht("corrigeer", "1", str(nummer), "--zet", "op=2026-05-04", "--reden", "verschreven").code == 0
    bevries("2026-05-20T10:00")
    return nummer


# Waarheen men kijkt; hoever de zaak dan is; de laatste dag van de ontvankelijkheid en hoe die termijn ervoor staat;
# welke vastleggingen te zien zijn; en waarom.
NIET, EERST, BETER = None, "2026-05-14", "2026-05-18"
TERUG: list[tuple[str, str, str | None, str | None, set[str], str]] = [
    ("", "compleet", BETER, "verstreken", {ONTVANGEN, COMPLEET, CORRECTIE}, "nu"),
    ("--op 2026-05-18", "compleet", BETER, "loopt", {ONTVANGEN, COMPLEET, CORRECTIE}, "de laatste dag zelf"),
    ("--peildatum 2026-05-18", "compleet", BETER, "loopt", {ONTVANGEN, COMPLEET, CORRECTIE}, "dezelfde optie"),
    ("--op 2026-05-03", "ontvangen", NIET, NIET, {ONTVANGEN, CORRECTIE}, "naar wat nu bekend is pas op 4 mei compleet"),
    ("--op 2026-05-04T09:00", "compleet", BETER, "loopt", {ONTVANGEN, COMPLEET, CORRECTIE}, "een tijdstip mag"),
    ("--bekend-op 2026-05-05", "ontvangen", NIET, NIET, {ONTVANGEN}, "nog niets van vastgelegd"),
    ("--bekend-op 2026-05-06", "compleet", EERST, "loopt", {ONTVANGEN, COMPLEET}, "vastgelegd, met de verkeerde dag"),
    ("--bekend-op 2026-05-06T11:59", "ontvangen", NIET, NIET, {ONTVANGEN}, "een minuut ervoor"),
    ("--bekend-op 2026-05-06T12:00", "compleet", EERST, "loopt", {ONTVANGEN, COMPLEET}, "tot en met dat tijdstip"),
    ("--bekend-op 2026-05-06T10:00Z", "compleet", EERST, "loopt", {ONTVANGEN, COMPLEET}, "hetzelfde, in UTC"),
    ("--bekend-op 2026-05-07", "compleet", EERST, "loopt", {ONTVANGEN, COMPLEET}, "de correctie was na middernacht"),
    ("--bekend-op 2026-05-08", "compleet", BETER, "loopt", {ONTVANGEN, COMPLEET, CORRECTIE}, "de dag van de correctie"),
    ("--bekend-op 2026-05-20", "compleet", BETER, "verstreken", {ONTVANGEN, COMPLEET, CORRECTIE}, "vandaag is nu"),
    ("--bekend-op 2026-05-07 --op 2026-05-01", "compleet", EERST, "loopt", {ONTVANGEN, COMPLEET},
     "wat men op 7 mei wist over 1 mei"),
    ("--bekend-op 2026-05-08 --op 2026-05-01", "ontvangen", NIET, NIET, {ONTVANGEN, CORRECTIE},
     "wat men op 8 mei wist over 1 mei"),
    ("--bekend-op 2026-05-06 --op 2026-05-15", "compleet", EERST, "verstreken", {ONTVANGEN, COMPLEET},
     "wat men op 6 mei wist, een week vooruit"),
    ("--bekend-op 2026-04-24 --op 2026-05-15", "ontvangen", NIET, NIET, {ONTVANGEN}, "toen was er alleen de brief"),
]  # fmt: skip


@pytest.mark.parametrize(("opties", "fase", "uiterlijk", "status", "soorten"), [t[:-1] for t in TERUG],
                         ids=[t[0] or "nu" for t in TERUG])  # fmt: skip
def test_terugkijken(
    opties: str, fase: str, uiterlijk: str | None, status: str | None, soorten: set[str],
    klacht: Klacht, gecorrigeerd: int,
) -> None:  # fmt: skip
    """State, terms and history of that day, by what was then known; `termijnen` says the same as `toon`."""
    j = klacht("toon", "1", *opties.split(), "--json").json
    termijn = next((t for t in j["termijnen"] if t["termijn"] == "ontvankelijkheid"), None)
    assert (j["fase"], termijn and termijn["uiterlijk"], termijn and termijn["status"]) == (fase, uiterlijk, status)
    assert {v["soort"] for v in j["verloop"]} == soorten
    mogelijk = any("ontvankelijk" in o.split() for o in j["volgende"])
    assert mogelijk is (fase == "compleet")
    assert klacht("termijnen", "1", *opties.split(), "--json").json == j["termijnen"]
    tekst = klacht("toon", "1", *opties.split()).uit
    assert ("gecorrigeerd in nr" in tekst) is ({COMPLEET, CORRECTIE} <= soorten)


# Wat er onder de kop staat, zodat niemand een oude stand voor die van nu houdt.
KOP = [
    ("", ""),
    ("--op 2026-05-20", ""),
    ("--op 2026-05-10", "Zoals het was op 10 mei 2026, naar wat nu bekend is."),
    ("--bekend-op 2026-05-10", "Zoals het bekend was op 10 mei 2026."),
    ("--bekend-op 2026-05-10T09:30", "Zoals het bekend was op 10 mei 2026, 09:30."),
    ("--bekend-op 2026-05-10 --op 2026-05-06", "Zoals het bekend was op 10 mei 2026, over 6 mei 2026."),
    ("--op 2026-06-01", "Zoals het staat op 1 juni 2026 als er niets gebeurt."),
]


@pytest.mark.parametrize(("opties", "kop"), KOP, ids=[k[0] or "nu" for k in KOP])
def test_de_kop_zegt_van_wanneer_dit_is(opties: str, kop: str, klacht: Klacht, gecorrigeerd: int) -> None:
    tweede = klacht("toon", "1", *opties.split()).uit.splitlines()[1]
    assert tweede == kop if kop else tweede.startswith("klager ")


# Wat niet kan, en wat er dan staat.
ONZIN = [
    ("--bekend-op 2026-05-21", "dag-in-de-toekomst", "21 mei 2026 moet nog komen"),
    ("--bekend-op 2026-05-20T12:01", "dag-in-de-toekomst", "20 mei 2026"),
    ("--bekend-op 9999-12-31", "dag-in-de-toekomst", "9999"),
    ("--bekend-op 2026-04-23", "zaak-onbekend", "vrijdag 24 april 2026 12:00 uur"),
    ("--bekend-op 2026-04-24T11:59", "zaak-onbekend", "nog niet vastgelegd"),
    ("--op 2026-04-23", "zaak-onbekend", "was er nog niet op 23 april 2026"),
    ("--bekend-op 2026-05-08 --op 2026-04-23", "zaak-onbekend", "was er nog niet op 23 april 2026"),
    ("--bekend-op gisteren", "geen-datum", "gisteren"),
    ("--bekend-op 2026-02-30", "geen-datum", "2026-02-30"),
    ("--bekend-op 2026-05-08T25:00", "geen-datum", "geen tijdstip"),
    ("--bekend-op 12:00", "geen-datum", "geen tijdstip"),
    ("--op 0000-00-00", "geen-datum", "0000-00-00"),
    ("--op 5", "geen-datum", "'5'"),
]


@pytest.mark.parametrize(("opties", "code", "woord"), ONZIN, ids=[o[0] for o in ONZIN])
def test_onzin_wordt_geweigerd(opties: str, code: str, woord: str, klacht: Klacht, gecorrigeerd: int) -> None:
    """In one sentence, and nobody has seen anything."""
    voor = klacht("audit", "wie", "1", "--json").json
    for opdracht in ("toon", "termijnen"):
        klacht(opdracht, "1", *opties.split()).eis_fout(2, code, woord)
    assert klacht("audit", "wie", "1", "--json").json == voor


def test_een_gesloten_zaak_was_toen_open(klacht: Klacht, zaak: Callable[..., str], bevries: Bevries) -> None:
    """`termijnen` of all cases too: closed on 6 May, open as far as was known before."""
    zaak()
    bevries("2026-05-06T10:00")
    assert klacht("sluit", "1", "--reden", "klaar").code == 0
    assert klacht("termijnen", "--json").json == []
    toen = klacht("termijnen", "--bekend-op", "2026-05-05", "--json").json
    assert {t["zaak"] for t in toen} == {"K2026-001"}
    assert klacht("toon", "1", "--bekend-op", "2026-05-05", "--json").json["fase"] == "ontvangen"


def test_met_de_regels_van_toen(klacht: Klacht, zaak: Callable[..., str], werkmap: Werkmap, bevries: Bevries) -> None:
    """Free days that were taken into use on 1 May count from then on; looking back before it, they do not."""
    zaak()
    pad = werkmap.config / "kalender" / "gelijkgestelde_dagen.toml"
    besluit = '\n[[besluit]]\nbron = "Stcrt 2026, 1"\ndagen = [2026-05-04]\n'
    pad.write_text(pad.read_text(encoding="utf-8") + besluit, encoding="utf-8")
    bevries("2026-05-01T10:00")
    assert klacht("beheer", "regels", "--neem-over").code == 0

    def dag(*opties: str) -> str:
        (t,) = [t for t in klacht("termijnen", "1", *opties, "--json").json if t["termijn"] == "ontvangstbevestiging"]
        return str(t["uiterlijk"])

    # received on Friday 24 April; 27 April is Koningsdag: five working days end on 4 May; with that free, and 5 May: 6
    assert dag() == "2026-05-06"
    assert [dag("--op", "2026-04-30"), dag("--bekend-op", "2026-04-30")] == ["2026-05-04", "2026-05-04"]
    assert [dag("--op", "2026-05-01"), dag("--bekend-op", "2026-05-01")] == ["2026-05-06", "2026-05-06"]


def test_het_moment_van_vastleggen_is_over_te_typen(klacht: Klacht, gecorrigeerd: int) -> None:
    """What the history says is on the same clock as what --bekend-op takes, and as every sentence: Amsterdam."""
    for opdracht in ("toon 1", "audit wie 1"):
        assert re.search(rf"^{gecorrigeerd} .*2026-05-06 12:00", klacht(*opdracht.split()).uit, re.M), opdracht
    assert klacht("toon", "1", "--bekend-op", "2026-05-06T12:00", "--json").json["fase"] == "compleet"


@pytest.mark.parametrize("terug", ["--op 2026-05-05", "--bekend-op 2026-05-06"])
def test_wat_toen_kon_is_geen_opdracht_voor_nu(klacht: Klacht, gecorrigeerd: int, terug: str) -> None:
    assert "\nNu mogelijk:" in klacht("toon", "1").uit
    uit = klacht("toon", "1", *terug.split()).uit
    assert ("mogelijk:" in uit, "\nToen te doen:" in uit, "\nTe doen:" in uit) == (False, True, False)
