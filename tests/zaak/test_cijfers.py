"""The figures over cases (art. 14). A row of ZAKEN reads: the number, the day of receipt, what happened, the conduct.

The expected rows name the cases, so that a secretary can look up why each is counted where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from klachtcli.recht.datum import Periode
from klachtcli.recht.duur import Duur
from klachtcli.zaak.cijfers import AARD, CATEGORIEEN, JAARTABELLEN, heel_jaar, jaarcijfers, werkcijfers
from klachtcli.zaak.onderdrukking import onderdruk, vergrof
from klachtcli.zaak.telling import Cijfers
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand
from klachtcli.zaak.zaak import Zaak

Dossier = Callable[..., Zaak]
Paren = list[tuple[Zaak, list[Termijnstand]]]

ZAKEN: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    # in 2025 ontvangen, in 2026 beslist en gesloten: 57 dagen over het advies, en dat is na de acht weken
    "K2025-009": ("2025-12-01", (
        "2025-12-08 klacht_compleet", "2025-12-15 ontvankelijk_bevonden",
        "2026-01-12 hoorzitting_gehouden gehoord=klager",
        '2026-02-10 advies_uitgebracht advies={"aard":["preventief","corrigerend"]}', "2026-02-11 advies_ontvangen",
        '2026-03-02 beslissing_genomen beslissing={"wijkt_af":false}', "2026-03-20 zaak_gesloten",
    ), ("pesten",)),
    # twee gedragingen, verdaagd, twee zittingen, en de werkgever wijkt af
    "K2026-001": ("2026-01-05", (
        "2026-01-12 klacht_compleet", "2026-01-20 ontvankelijk_bevonden",
        "2026-02-03 hoorzitting_gehouden gehoord=klager",
        "2026-02-04 hoorzitting_gehouden gehoord=aangeklaagde-1", "2026-03-01 advies_verdaagd tot_en_met=2026-04-15",
        '2026-04-10 advies_uitgebracht advies={"aard":["corrigerend"]}', "2026-04-13 advies_ontvangen",
        "2026-05-01 beslissing_verdaagd reden=ziekte duur=P4W",
        '2026-05-20 beslissing_genomen beslissing={"wijkt_af":true}', "2026-06-01 zaak_gesloten",
    ), ("pesten", "intimidatie")),
    # met bemiddeling opgelost en ingetrokken; gesloten, heropend en in het volgende jaar weer gesloten
    "K2026-002": ("2026-02-02", (
        "2026-02-09 bemiddeling_voorgesteld", "2026-03-09 bemiddeling_beeindigd oplossing=ja",
        "2026-03-10 klacht_ingetrokken", "2026-03-11 zaak_gesloten", "2026-12-01 zaak_heropend reden=vergissing",
        "2027-01-10 zaak_gesloten",
    ), ("discriminatie", "discriminatie")),
    # niet-ontvankelijk geadviseerd en verklaard
    "K2026-003": ("2026-03-03", (
        "2026-03-10 klacht_compleet", "2026-03-31 niet_ontvankelijk_geadviseerd grond=9.5.f",
        "2026-04-20 niet_ontvankelijk_verklaard", "2026-04-21 zaak_gesloten",
    ), ()),
    # op 31 december nog in onderzoek; de bemiddeling mislukte
    "K2026-004": ("2026-11-02", (
        "2026-11-09 bemiddeling_voorgesteld", "2026-11-20 bemiddeling_beeindigd oplossing=nee",
        "2026-11-23 klacht_compleet", "2026-12-01 ontvankelijk_bevonden",
        "2027-02-01 advies_uitgebracht strekking=gegrond",
    ), ("anders",)),
    # van het jaar erna
    "K2027-001": ("2027-01-04", ("2027-01-05 klacht_ingetrokken", "2027-01-06 zaak_gesloten"), ("pesten",)),
}  # fmt: skip


@pytest.fixture
def paren(dossier: Dossier, rekenaar: Rekenaar) -> Paren:
    """The cases, with their terms as they stood on 1 March 2027."""
    return [_paar(dossier, rekenaar, nummer) for nummer in ZAKEN]


def _paar(dossier: Dossier, rekenaar: Rekenaar, nummer: str) -> tuple[Zaak, list[Termijnstand]]:
    ontvangen_op, verloop, categorieen = ZAKEN[nummer]
    gedraging = [{"categorie": c} for c in categorieen] or [{"categorie": None}]
    zaak = dossier(*verloop, ontvangen_op=ontvangen_op, gedraging=gedraging)
    zaak = msgspec.structs.replace(zaak, nummer=nummer)
    return zaak, rekenaar.standen(zaak, date(2027, 3, 1))


@pytest.fixture
def jaar(paren: Paren, rekenaar: Rekenaar) -> Cijfers:
    """The figures over 2026."""
    return jaarcijfers(paren, heel_jaar(2026), lambda: [rekenaar])


def _rijen(cijfers: Cijfers) -> dict[str, str]:
    """Of each row the cases, short: `9 1` are K2025-009 and K2026-001; the year after as `27-1`."""
    uit: dict[str, str] = {}
    for t in cijfers.tabellen:
        for r in (*filter(None, [t.basis]), *t.rijen):
            kort = " ".join(
                z.replace("K2025-00", "").replace("K2026-00", "").replace("K2027-00", "27-") for z in r.zaken
            )
            assert uit.setdefault(r.id, kort) == kort, r.id
    return uit


JAAR_2026 = {
    "ontvangen": "1 2 3 4",
    "ontvangen_en_afgesloten": "1 3", "ontvangen_en_open": "2 4", "afgesloten": "9 1 3", "open": "2 4",
    "aard: pesten": "1", "aard: intimidatie": "1", "aard: discriminatie": "2", "aard: anders": "4",
    "aard: extremisme": "",
    "ontvankelijkheid": "1 3 4", "ontvankelijk": "1 4", "advies_niet_ontvankelijk": "3",
    "advies": "9 1", "niet_ontvankelijk": "3", "ingetrokken": "2",
    "advies: preventief": "9", "advies: corrigerend": "9 1", "advies: gericht op een oplossing": "",
    "beslissing": "9 1", "volgt": "9", "wijkt_af": "1", "advies_verdaagd": "1", "beslissing_verdaagd": "1",
    "bemiddeling_voorgesteld": "2 4", "bemiddeling_beeindigd": "2 4", "bemiddeling_opgelost": "2",
    "bemiddeling_mislukt": "4", "gehoord": "9 1", "zittingen": "9 1",
    "zonder_categorie": "3", "advies_zonder_aard": "", "beslissing_onbekend": "",
    "voldaan: advies": "9 1", "binnen: advies": "1", "na: advies": "9",
    "voldaan: ontvankelijkheid": "1 3 4", "binnen: ontvankelijkheid": "1 4",
    "na: ontvankelijkheid": "3",
    "voldaan: beslissing": "9 1", "binnen: beslissing": "9 1", "na: beslissing": "",
    "voldaan: ontvangstbevestiging": "",
}  # fmt: skip


@pytest.mark.parametrize("rij", JAAR_2026)
def test_wie_waar_wordt_geteld(rij: str, jaar: Cijfers) -> None:
    assert _rijen(jaar)[rij] == JAAR_2026[rij]


def test_elke_rij_telt_haar_zaken(jaar: Cijfers) -> None:
    """Except hearings, of which a case may have more."""
    rijen = [r for t in jaar.tabellen for r in (*t.rijen, *filter(None, [t.basis]))]
    assert {r.id for r in rijen if r.waarde != len(r.zaken)} == {"zittingen"}
    assert jaar.tabel("zittingen").rijen[0].waarde == 3


def test_een_verdeling_telt_op(paren: Paren, rekenaar: Rekenaar) -> None:
    """In every year a case is in one part of a verdeling, and in one only."""
    for j in range(2024, 2029):
        for t in jaarcijfers(paren, heel_jaar(j), lambda: [rekenaar]).tabellen:
            if t.soort == "verdeling":
                assert t.basis is not None
                assert sorted(z for r in t.rijen for z in r.zaken) == list(t.basis.zaken), (j, t.id)


def test_de_duur_van_een_termijn(jaar: Cijfers) -> None:
    """From the day it counts from to the day it was met: 57 and 80 days over an advice of eight weeks."""
    advies = jaar.tabel("termijn: advies")
    assert advies.titel == "Advies aan de werkgever (8 weken)"
    assert {m.id: (m.waarde, m.eenheid) for m in advies.maten} == {"mediaan": (68.5, "dagen"), "langste": (80, "dagen")}
    leeg = jaar.tabel("termijn: ontvangstbevestiging")
    assert [m.waarde for m in leeg.maten] == [None, None]


def test_welke_tabellen_er_zijn_hangt_niet_van_de_zaken_af(paren: Paren, rekenaar: Rekenaar, kamer: Any) -> None:
    """That a table is there would already say that it counts something."""

    def vorm(stapel: Paren) -> list[tuple[str, list[str]]]:
        cijfers = jaarcijfers(stapel, heel_jaar(2026), lambda: [rekenaar])
        return [(t.id, [r.id for r in t.rijen]) for t in cijfers.tabellen]

    assert vorm(paren) == vorm([])
    vooruit = [t.id for t in kamer.termijn if t.richting == "vooruit" and t.voldaan_door]
    assert [naam.split()[1] for naam, _ in vorm([]) if naam.startswith("termijn: ")] == vooruit
    assert _rijen(jaarcijfers([], heel_jaar(2026), lambda: [rekenaar]))["ontvangen"] == ""


def test_een_deel_van_het_jaar(paren: Paren, rekenaar: Rekenaar) -> None:
    """On 31 March: two closed, of which one of this year; what came later does not count yet."""
    rijen = _rijen(jaarcijfers(paren, Periode(date(2026, 1, 1), date(2026, 3, 31)), lambda: [rekenaar]))
    uit = [rijen[r] for r in ("ontvangen", "afgesloten", "open", "ontvangen_en_afgesloten", "advies")]
    assert uit == ["1 2 3", "9 2", "1 3", "2", "9"]


def test_de_laatste_van_een_jaar_telt(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """Found ontvankelijk, and after new facts advised not to be: one case, one row. Also with two decisions."""
    zaak = dossier(
        "2026-05-20 ontvankelijk_bevonden", "2026-06-20 niet_ontvankelijk_geadviseerd",
        '2026-07-01 beslissing_genomen beslissing={"wijkt_af":true}', "2026-07-02 beslissing_genomen",
    )  # fmt: skip
    rijen = _rijen(jaarcijfers([(zaak, [])], heel_jaar(2026), lambda: [rekenaar]))
    namen = ("ontvankelijk", "advies_niet_ontvankelijk", "wijkt_af", "beslissing", "beslissing_onbekend")
    assert [rijen[n] for n in namen] == ["", "1", "", "", "1"]


def test_elke_categorie_en_elke_aard_heeft_een_rij(jaar: Cijfers) -> None:
    assert [r.titel for r in jaar.tabel("aard").rijen] == list(CATEGORIEEN)
    assert [r.titel for r in jaar.tabel("aard_advies").rijen] == list(AARD)
    assert AARD == ("preventief", "corrigerend", "gericht op een oplossing")


# ---- het blad van de voorzitter ----


def test_het_blad_van_de_voorzitter(dossier: Dossier, rekenaar: Rekenaar) -> None:
    """The months up to the day, and what is open on it, by how far it is."""
    stapel = [_paar(dossier, rekenaar, nummer) for nummer in ("K2025-009", "K2026-001", "K2026-003", "K2026-004")]
    cijfers = werkcijfers(stapel, date(2027, 3, 1), lambda: [rekenaar], maanden=15)
    rijen = _rijen(cijfers)
    assert cijfers.periode == Periode(date(2026, 1, 1), date(2027, 3, 1))
    assert [r.titel for r in cijfers.tabel("ontvangen_per_maand").rijen][::7] == [
        "januari 2026",
        "augustus 2026",
        "maart 2027",
    ]
    gevuld = {r: wie for r, wie in rijen.items() if wie and "maand" in r}
    assert gevuld == {
        "ontvangen_per_maand: 2026-01": "1", "ontvangen_per_maand: 2026-03": "3", "ontvangen_per_maand: 2026-11": "4",
        "afgesloten_per_maand: 2026-03": "9", "afgesloten_per_maand: 2026-04": "3",
        "afgesloten_per_maand: 2026-06": "1",
    }  # fmt: skip
    assert (rijen["open_zaken"], rijen["fase: advies uitgebracht"], rijen["fase: in onderzoek"]) == ("4", "4", "")
    assert rijen["voldaan: advies"] == "9 1 4"
    assert len(werkcijfers(stapel, date(2027, 3, 1), lambda: [rekenaar]).tabel("afgesloten_per_maand").rijen) == 24


# ---- wat ervan naar buiten mag ----


def test_wat_binnen_blijft(jaar: Cijfers, paren: Paren, rekenaar: Rekenaar) -> None:
    """Months, phases and the stock are for the committee; the report takes the rest, and can be made of it."""
    assert [o.id for o in JAARTABELLEN if o.intern] == ["werkvoorraad", "onvolledig", "zittingen"]
    eerste = onderdruk(jaar.tabellen, 5)
    assert {t.id for t in jaar.tabellen} - {t.id for t in eerste.tabellen} == {
        "werkvoorraad",
        "onvolledig",
        "zittingen",
    }
    werk = onderdruk(werkcijfers(paren, date(2027, 3, 1), lambda: [rekenaar]).tabellen, 5)
    assert [t.id for t in werk.tabellen if not t.id.startswith("termijn: ")] == []


def test_een_klein_jaar_laat_alleen_het_aantal_ontvangen_zien(jaar: Cijfers) -> None:
    """Four klachten: in both editions every other figure is hidden, and no case number is in them."""
    for editie in (onderdruk(jaar.tabellen, 5), vergrof(onderdruk(jaar.tabellen, 5), 10)):
        cellen = [c for t in editie.tabellen for c in (*filter(None, [t.basis]), *t.cellen, *t.maten)]
        assert {c.id for c in cellen if c.zichtbaar} == {"ontvangen"}
        assert "K2026" not in msgspec.json.encode(editie).decode()


def test_een_termijn_van_twee_lengtes_heeft_een_tabel(paren: Paren, rekenaar: Rekenaar, kamer: Any) -> None:
    """Two tables of one count would each be a part of it, beside the whole: an amended regulation keeps one."""
    termijnen = tuple(msgspec.structs.replace(t, duur=Duur(weken=10)) if t.id == "advies" else t for t in kamer.termijn)
    ander = Rekenaar(msgspec.structs.replace(kamer, termijn=termijnen), rekenaar.kalender)
    tabellen = jaarcijfers(paren, heel_jaar(2026), lambda: [rekenaar, ander]).tabellen
    assert [t.titel for t in tabellen if t.id == "termijn: advies"] == ["Advies aan de werkgever (8 weken of 10 weken)"]
    assert len({t.id for t in tabellen}) == len(tabellen)


def test_van_welke_termijn_alleen_de_mediaan_naar_buiten_mag(jaar: Cijfers) -> None:
    """Those that more than one outcome can meet."""
    alleen = [t.id.removeprefix("termijn: ") for t in jaar.tabellen if t.alleen_maten]
    assert alleen == ["aanvulling", "ontvankelijkheid", "reactie_feitenoverzicht", "besluit_niet_ontvankelijk"]
