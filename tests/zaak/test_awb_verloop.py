"""A case under Awb chapter 9 from receipt to closing: every act in order, and after each the terms, counted by hand.

The klaagschrift came in on Friday 24 April 2026. Ten weeks, for a committee advises (art. 9:11 lid 1), end on 3 July;
four more on 31 July, and two more, to which the klager agreed, on 14 August. A word after a day: met on that day.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

import pytest

from klachtcli.fouten import Geweigerd, KlachtFout
from klachtcli.recht.duur import Duur
from klachtcli.secretariaat.brieven import leg_verzonden_vast, maak
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.handelingen import leg_vast
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.stappen import verdaag_termijn, verklaar_compleet, vul_aan
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.secretariaat.zittingen import Plan, plan_hoorzitting
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Aanvulling, Klaagschrift, Persoon
from klachtcli.zaak.verdaging import Wens

ZAAK = "K2026-001"
BRIEF, KENNIS, BESLISSING = "ontvangstbevestiging", "kennisgeving_buiten_behandeling", "beslissing"


class Stap(NamedTuple):
    """An act on a day, how far the case then is, and each term: its last day, and the day on which it was met."""

    op: str
    naam: str
    fase: str
    termijnen: dict[str, str]


# vijf werkdagen zonder Koningsdag: 4 mei; vier weken: 22 mei; tien weken: 3 juli
BEGIN = {BRIEF: "2026-05-04", KENNIS: "2026-05-22", BESLISSING: "2026-07-03"}
BEVESTIGD = BEGIN | {BRIEF: "2026-05-04 2026-04-30"}
BEHANDELD = BEVESTIGD | {KENNIS: "2026-05-22 2026-05-11"}
VERDAAGD = BEHANDELD | {BESLISSING: "2026-07-31"}
LANGER = BEHANDELD | {BESLISSING: "2026-08-14"}
BESLIST = BEHANDELD | {BESLISSING: "2026-08-14 2026-08-10"}
VERLOOP = [
    Stap("2026-04-24", "ontvang", "ontvangen", BEGIN),
    Stap("2026-04-28", "vraag aanvulling", "wacht op aanvulling", BEGIN),
    Stap("2026-04-30", "verzend bevestiging", "wacht op aanvulling", BEVESTIGD),
    Stap("2026-05-06", "vul aan", "aangevuld", BEVESTIGD),
    Stap("2026-05-07", "compleet", "compleet", BEVESTIGD),
    Stap("2026-05-11", "in behandeling", "in onderzoek", BEHANDELD),
    Stap("2026-05-12", "plan hoorzitting", "in onderzoek", BEHANDELD),
    Stap("2026-06-22", "adviseer", "advies uitgebracht", BEHANDELD),
    Stap("2026-06-24", "ontvang advies", "wacht op beslissing", BEHANDELD),
    Stap("2026-06-30", "verdaag", "wacht op beslissing", VERDAAGD),
    Stap("2026-07-27", "verdaag met instemming", "wacht op beslissing", LANGER),
    Stap("2026-08-10", "beslis", "beslist", BESLIST),
    Stap("2026-08-12", "sluit", "gesloten", BESLIST),
]


def _doe(stap: Stap, w: Werkmap, k: Klaagschrift) -> object:
    op = date.fromisoformat(stap.op)
    match stap.naam:
        case "ontvang":
            return ontvang(w, k, ())
        case "vraag aanvulling":
            return leg_vast(w, ZAAK, g.AanvullingGevraagd(op))
        case "verzend bevestiging":
            maak(w, ZAAK, BRIEF)
            return leg_verzonden_vast(w, ZAAK, BRIEF, op=op)
        case "vul aan":
            return vul_aan(w, ZAAK, Aanvulling(klager=Persoon(plaats="Delft")), (), op=op)
        case "compleet":
            return verklaar_compleet(w, ZAAK, None, None)
        case "in behandeling":
            return leg_vast(w, ZAAK, g.OntvankelijkBevonden(op))
        case "plan hoorzitting":
            return plan_hoorzitting(w, ZAAK, Plan(date(2026, 6, 9)), op=op)
        case "adviseer":
            return leg_vast(w, ZAAK, g.AdviesUitgebracht(op, "deels gegrond"))
        case "ontvang advies":
            return leg_vast(w, ZAAK, g.AdviesOntvangen(op))
        case "verdaag":
            return verdaag_termijn(w, ZAAK, "beslissing", Wens(op, Duur(weken=4), reden="onderzoek"))
        case "verdaag met instemming":
            return verdaag_termijn(w, ZAAK, "beslissing", Wens(op, Duur(weken=2), reden="zomer", instemming=True))
        case "beslis":
            return leg_vast(w, ZAAK, g.BeslissingGenomen(op, "deels gegrond"))
        case _:
            for soort in ("afschrift-klacht", "verdaging-beslissing", "beslissing"):
                with suppress(KlachtFout):  # the letters of the bestuursorgaan itself, as far as they are due
                    leg_verzonden_vast(w, ZAAK, soort, op=op, eigen=True)
            return leg_vast(w, ZAAK, g.ZaakGesloten(op))


@pytest.fixture
def awb_map(werkmap: Werkmap) -> Werkmap:
    """A work folder of a committee under the Awb, with a letter of its own."""
    for pad, oud, nieuw in (
        (werkmap.config / "commissie.toml", "tk-ongewenste-omgangsvormen", "awb-9"),
        (werkmap.sjablonen / "letters.toml", '["tk-ongewenste-omgangsvormen"]', '["awb-9"]'),
    ):
        tekst = pad.read_text(encoding="utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")
    return werkmap


def _tot(
    naam: str, w: Werkmap, k: Klaagschrift, bevries: Callable[[str], Any], *, zonder: tuple[str, ...] = ()
) -> None:
    for stap in VERLOOP:
        if stap.naam not in zonder:
            bevries(f"{stap.op}T10:00")
            _doe(stap, w, k)
        if stap.naam == naam:
            return


def _stand(w: Werkmap, dag: str) -> tuple[str, dict[str, str], dict[str, date]]:
    """How far the case is, its terms as the table writes them, and its facts."""
    with w.journaal() as journaal:
        dossiers = Dossiers(journaal)
        zaak = dossiers.zaak(ZAAK)
        standen = dossiers.rekenaar(zaak).standen(zaak, date.fromisoformat(dag))
    termijnen = {
        s.regel.id: f"{s.berekening.uiterlijk} {s.voldaan_op or ''}".strip() for s in standen if not s.regel.venster
    }
    return zaak.fase, termijnen, zaak.ankers


@pytest.mark.parametrize("stap", VERLOOP, ids=[s.naam for s in VERLOOP])
def test_elke_handeling_op_haar_dag(
    stap: Stap, awb_map: Werkmap, klaagschrift: Callable[..., Klaagschrift], bevries: Callable[[str], Any]
) -> None:
    _tot(stap.naam, awb_map, klaagschrift(), bevries)
    assert _stand(awb_map, stap.op)[:2] == (stap.fase, stap.termijnen)


def test_de_klacht_is_compleet_vanaf_de_laatste_ontvangst(
    awb_map: Werkmap, klaagschrift: Callable[..., Klaagschrift], bevries: Callable[[str], Any]
) -> None:
    """Typed on 7 May, and complete from 6 May, when the last papers came in."""
    _tot("compleet", awb_map, klaagschrift(), bevries)
    assert _stand(awb_map, "2026-05-07")[2]["compleet"] == date(2026, 5, 6)


NIET = [
    ("in behandeling", "ontvang", "eerst-iets-anders", "dat de klacht compleet is", "art. 9:4 lid 1"),
    ("ontvang advies", "in behandeling", "eerst-iets-anders", "dat het advies is uitgebracht", "art. 9:15 lid 4"),
    ("beslis", "adviseer", "eerst-iets-anders", "dat de werkgever het advies heeft ontvangen", "art. 9:12 lid 1"),
    ("vraag aanvulling", "in behandeling", "al-gebeurd", "dat de klacht ontvankelijk is bevonden", "niet geregeld"),
    ("verdaag", "beslis", "al-gebeurd", "dat op het advies is beslist", "art. 9:11 lid 2"),
    ("compleet", "beslis", "al-gebeurd", "dat de klacht compleet is", "art. 9:4 lid 2"),
    ("sluit", "ontvang advies", "nog-niet-klaar", "afhandeling van de klacht", ""),
    ("beslis", "sluit", "zaak-gesloten", "12 augustus 2026", ""),
]


@pytest.mark.parametrize(
    ("naam", "na", "code", "zegt", "artikel"), NIET, ids=[f"{n[0]}, na {n[1]}: {n[2]}" for n in NIET]
)
def test_wat_op_dat_moment_niet_kan(
    naam: str, na: str, code: str, zegt: str, artikel: str,
    awb_map: Werkmap, klaagschrift: Callable[..., Klaagschrift], bevries: Callable[[str], Any],
) -> None:  # fmt: skip
    _tot(na, awb_map, klaagschrift(), bevries)
    bevries("2026-08-12T12:00")
    stap = next(s for s in VERLOOP if s.naam == naam)
    with pytest.raises(Geweigerd) as fout:
        _doe(stap._replace(op="2026-08-12"), awb_map, klaagschrift())
    assert fout.value.code == code
    assert zegt in fout.value.feit
    assert fout.value.grondslag == artikel


def test_een_tweede_verdaging_zonder_instemming(
    awb_map: Werkmap, klaagschrift: Callable[..., Klaagschrift], bevries: Callable[[str], Any]
) -> None:
    """Art. 9:11 lid 3."""
    _tot("verdaag", awb_map, klaagschrift(), bevries)
    bevries("2026-07-27T10:00")
    with pytest.raises(Geweigerd) as fout:
        verdaag_termijn(awb_map, ZAAK, "beslissing", Wens(date(2026, 7, 27), Duur(weken=2)))
    assert (fout.value.code, fout.value.grondslag) == ("instemming-ontbreekt", "art. 9:11 lid 3")


def test_behandelen_zonder_besluit_om_te_behandelen(
    awb_map: Werkmap, klaagschrift: Callable[..., Klaagschrift], bevries: Callable[[str], Any]
) -> None:
    """Art. 9:8: to deal with a klacht is the rule; hearing it shows as much, and meets the four weeks."""
    _tot("beslis", awb_map, klaagschrift(), bevries, zonder=("compleet", "in behandeling"))
    fase, termijnen, _ = _stand(awb_map, "2026-08-10")
    assert fase == "beslist"
    assert termijnen == BESLIST | {KENNIS: "2026-05-22 2026-06-09"}


def test_een_klacht_die_niet_wordt_behandeld(
    awb_map: Werkmap, klaagschrift: Callable[..., Klaagschrift], bevries: Callable[[str], Any]
) -> None:
    """Art. 9:8 lid 3: within four weeks; the body may say so itself, and it ends the ten weeks too."""
    _tot("verzend bevestiging", awb_map, klaagschrift(), bevries)
    bevries("2026-05-22T10:00")
    gedaan = leg_vast(awb_map, ZAAK, g.NietOntvankelijkVerklaard(date(2026, 5, 22)))
    assert [*gedaan.vervolg.mogelijk, *(s.opdracht for s in gedaan.vervolg.te_doen if s.regel.id == "sluit")] == [
        f"klacht sluit {ZAAK}"
    ]
    fase, termijnen, _ = _stand(awb_map, "2026-06-30")
    assert fase == "niet-ontvankelijk verklaard"
    assert termijnen == BEVESTIGD | {KENNIS: "2026-05-22 2026-05-22", BESLISSING: "2026-07-03 2026-05-22"}
