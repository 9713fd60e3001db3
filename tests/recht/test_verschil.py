"""What two calendars or two versions of a regulation say differently, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from klachtcli.instellingen.regelingen import lees_regeling
from klachtcli.recht import verschil
from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import Besluit, Feestdag, Kalender, KalenderGegevens
from klachtcli.recht.regeling import Regeling

anders = msgspec.structs.replace
NIEUW = Besluit("Stcrt 2026, 1", (date(2026, 5, 4),))


@pytest.fixture(scope="module")
def regeling() -> Regeling:
    """The regulation of the Kamer."""
    map_ = Path(__file__).parents[2] / "config" / "regelingen" / "tk-ongewenste-omgangsvormen"
    return lees_regeling(map_ / "2021-05-01.toml")


# Wat er aan de kalender verandert, en wat daarvan wordt gezegd.
KALENDERS: list[tuple[str, Callable[[KalenderGegevens], KalenderGegevens], list[str]]] = [
    ("niets", lambda k: k, []),
    ("een besluit erbij", lambda k: anders(k, besluit=(*k.besluit, NIEUW)),
     ["4 mei 2026 wordt een vrije dag (Stcrt 2026, 1)"]),
    ("een dag vervalt", lambda k: anders(k, besluit=k.besluit[:-1]),
     [f"{dag} is geen vrije dag meer (was: Stcrt 2025, 24713)"
      for dag in ("2 januari 2026", "15 mei 2026", "7 mei 2027", "28 april 2028", "26 mei 2028")]),
    ("hetzelfde besluit onder een andere naam", lambda k: anders(k, besluit=(*k.besluit[:-1],
     anders(k.besluit[-1], bron="KB"))), []),
    ("verder bekend", lambda k: anders(k, bekend_tot_en_met=date(2031, 12, 31)),
     ["bekend tot en met 31 december 2031 (was 31 december 2028)"]),
    ("een feestdag erbij", lambda k: anders(k, feestdag=(*k.feestdag, Feestdag("Feest", "art. 3", "07-01"))),
     ["feestdag Feest: nieuw"]),
    ("een feestdag weg", lambda k: anders(k, feestdag=k.feestdag[1:]), ["feestdag Nieuwjaarsdag: weg"]),
    ("een feestdag anders", lambda k: anders(k, feestdag=(anders(k.feestdag[0], dag="01-03"), *k.feestdag[1:])),
     ["feestdag Nieuwjaarsdag: anders"]),
    ("een grens van de wet", lambda k: anders(k, termijnenwet=anders(k.termijnenwet, minimum_duur=4)),
     ["de cijfers van de Algemene termijnenwet: minimum_duur 4 (was 3)"]),
]  # fmt: skip


@pytest.mark.parametrize(("maak", "verwacht"), [k[1:] for k in KALENDERS], ids=[k[0] for k in KALENDERS])
def test_twee_kalenders(maak: Callable[..., KalenderGegevens], verwacht: list[str], kalendergegevens: Any) -> None:
    assert list(verschil.kalenders(kalendergegevens, maak(kalendergegevens))) == verwacht


def _termijn(r: Regeling, id_: str, **waarden: Any) -> Regeling:
    return anders(r, termijn=tuple(anders(t, **waarden) if t.id == id_ else t for t in r.termijn))


# Wat er aan de regeling verandert, en wat daarvan wordt gezegd.
EERSTE = "bevestig_ontvangst"
REGELINGEN: list[tuple[str, Callable[[Regeling], Regeling], list[str]]] = [
    ("niets", lambda r: r, []),
    ("een andere dag van ingang", lambda r: anders(r, geldig_vanaf=date(2026, 7, 1)), []),
    ("een duur", lambda r: _termijn(r, "advies", duur=Duur(weken=10)), ["termijn advies: duur P10W (was P8W)"]),
    ("twee velden", lambda r: _termijn(r, "advies", soort="streef", vervalt_door=("ingetrokken", "gesloten")),
     ["termijn advies: soort streef (was dwingend), vervalt_door anders"]),
    ("een termijn weg", lambda r: anders(r, termijn=r.termijn[1:]), ["termijn jaartermijn: weg"]),
    ("een plicht weg", lambda r: anders(r, plicht=r.plicht[1:]), [f"plicht {EERSTE}: weg"]),
]  # fmt: skip


@pytest.mark.parametrize(("maak", "verwacht"), [r[1:] for r in REGELINGEN], ids=[r[0] for r in REGELINGEN])
def test_twee_regelingen(maak: Callable[..., Regeling], verwacht: list[str], regeling: Regeling) -> None:
    assert list(verschil.regelingen(regeling, maak(regeling))) == verwacht


def test_vrij_op_een_van_de_twee(kalendergegevens: KalenderGegevens) -> None:
    """From the first day to the last, both included; a day of the weekend is free on both."""
    oud = Kalender(kalendergegevens)
    zaterdag = Besluit("KB", (date(2026, 5, 2),))
    nieuw = Kalender(anders(kalendergegevens, besluit=(*kalendergegevens.besluit, zaterdag, NIEUW)))
    gelijk = "gelijkgesteld met een feestdag (Stcrt 2026, 1)"
    assert list(verschil.vrije_dagen(oud, nieuw, date(2026, 5, 1), date(2026, 5, 4))) == [f"4 mei 2026: {gelijk}"]
    andersom = list(verschil.vrije_dagen(nieuw, oud, date(2026, 5, 4), date(2026, 5, 9)))
    assert andersom == [f"4 mei 2026: niet meer {gelijk}"]
    assert list(verschil.vrije_dagen(oud, nieuw, date(2026, 5, 5), date(2026, 6, 4))) == []
