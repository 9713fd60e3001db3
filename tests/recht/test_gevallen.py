"""Every worked case of tests/gevallen/termijnen.json. A case there is right, whatever the code says."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from klachtcli import klok
from klachtcli.recht.duur import Duur, lees_duur
from klachtcli.recht.kalender import Kalender, KalenderGegevens
from klachtcli.recht.termijn import Berekening, bereken

BESTAND = Path(__file__).parents[1] / "gevallen" / "termijnen.json"
GEVALLEN: list[dict[str, Any]] = json.loads(BESTAND.read_text(encoding="utf-8"))
REGELS = {"ATW1", "ATW1+2", "ATW1+4", "KALENDER", "JAAR_GEEN_ATW", "JAAR_TIJDSTIP_AMSTERDAM"}
VELDEN = {
    "id", "start", "duration", "kind", "rule", "expected", "why", "source", "kb", "kb_trap", "grensgeval",
    "eerste_einde", "expected_vanaf_verlengd",
}  # fmt: skip


def _met(*velden: str) -> pytest.MarkDecorator:
    """The cases that have all these fields, as a parametrization with readable names."""
    gekozen = [g for g in GEVALLEN if all(v in g for v in velden)]
    return pytest.mark.parametrize("geval", gekozen, ids=lambda g: f"{g['id']}: {g['why'].partition(';')[0][:70]}")


def _duren(geval: dict[str, Any]) -> tuple[Duur, Duur | None, bool]:
    """The term, its verdaging and whether it counts backward."""
    duur, _, verdaging = geval["duration"].lstrip("-").partition("+")
    return lees_duur(duur), lees_duur(verdaging) if verdaging else None, geval["duration"].startswith("-")


def _begin(geval: dict[str, Any]) -> date:
    """The day in Amsterdam; for a term in hours the moment there."""
    if "T" not in geval["start"]:
        return date.fromisoformat(geval["start"])
    moment = klok.in_amsterdam(datetime.fromisoformat(geval["start"]))
    return moment if _duren(geval)[0].uren else moment.date()


def _dag(tekst: str) -> date:
    return klok.in_amsterdam(datetime.fromisoformat(tekst)) if "T" in tekst else date.fromisoformat(tekst)


def _reken(geval: dict[str, Any], kalender: Kalender) -> Berekening:
    duur, verdaging, terug = _duren(geval)
    wet = geval["rule"].startswith("ATW")
    return bereken(_begin(geval), duur, kalender, verdaging=verdaging, terug=terug, termijnenwet=wet)


def test_de_tabel_is_heel_en_heeft_geen_veld_dat_hier_niet_getoetst_wordt() -> None:
    assert len(GEVALLEN) >= 40
    assert len({g["id"] for g in GEVALLEN}) == len(GEVALLEN)
    assert {veld for g in GEVALLEN for veld in g} <= VELDEN
    assert {g["rule"] for g in GEVALLEN} <= REGELS


@_met("expected")
def test_laatste_dag(geval: dict[str, Any], kalender: Kalender) -> None:
    assert _reken(geval, kalender).uiterlijk == _dag(geval["expected"]), geval["why"]


@pytest.mark.parametrize("geval", [g for g in GEVALLEN if g["rule"].startswith("JAAR")], ids=lambda g: g["id"])
def test_een_jaar_verschuift_ook_met_de_termijnenwet_niet(geval: dict[str, Any], kalender: Kalender) -> None:
    """Art. 4 onder a excludes years, so choosing the Termijnenwet changes nothing."""
    duur, verdaging, terug = _duren(geval)
    met_wet = bereken(_begin(geval), duur, kalender, verdaging=verdaging, terug=terug, termijnenwet=True)
    assert met_wet == _reken(geval, kalender)


@_met("eerste_einde")
def test_einde_zonder_de_verdaging(geval: dict[str, Any], kalender: Kalender) -> None:
    assert bereken(_begin(geval), _duren(geval)[0], kalender).uiterlijk == _dag(geval["eerste_einde"])


@_met("expected_vanaf_verlengd")
def test_verdaging_vanaf_het_verschoven_einde_wordt_getoond(geval: dict[str, Any], kalender: Kalender) -> None:
    b = _reken(geval, kalender)
    assert b.vanaf_verlengd == _dag(geval["expected_vanaf_verlengd"])
    assert b.vanaf_verlengd != b.uiterlijk


@pytest.mark.parametrize("geval", [g for g in GEVALLEN if g["duration"].startswith("-")], ids=lambda g: g["id"])
def test_heen_en_terug_is_hetzelfde_tenzij_grensgeval(geval: dict[str, Any], kalender: Kalender) -> None:
    """A grensgeval is where forward and backward disagree: shown to a person, never decided."""
    heen = bereken(_reken(geval, kalender).uiterlijk, _duren(geval)[0], kalender, termijnenwet=False)
    assert (heen.uiterlijk != _begin(geval)) == geval.get("grensgeval", False)


@_met("kb")
def test_een_besluit_is_hier_beslissend(geval: dict[str, Any], kalendergegevens: KalenderGegevens) -> None:
    """Without the days made equal by besluit the answer would be another."""
    zonder = Kalender(msgspec.structs.replace(kalendergegevens, besluit=()))
    assert _reken(geval, zonder).uiterlijk < _dag(geval["expected"])


@_met("kb_trap")
def test_wat_op_een_gelijkgestelde_dag_lijkt_is_een_werkdag(geval: dict[str, Any], kalender: Kalender) -> None:
    assert kalender.vrij(_dag(geval["expected"])) is None
