"""The questions follow the regulation, and each answer that can be typed comes back as it was given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from klachtcli.cli.vragenlijst import Vraag, lijst, ongevraagd, stel_samen, vindplaats, volgende
from klachtcli.instellingen.klaagschriften import als_klaagschrift
from klachtcli.instellingen.regelingen import lees_regeling
from klachtcli.secretariaat.onafgemaakt import Stand

REGELINGEN = Path(__file__).parents[2] / "config" / "regelingen"
KAMER = lees_regeling(REGELINGEN / "tk-ongewenste-omgangsvormen" / "2021-05-01.toml").vereiste
AWB = lees_regeling(REGELINGEN / "awb-9" / "2026-01-01.toml").vereiste


def _vragen(antwoorden: dict[str, Any]) -> dict[str, Vraag]:
    gang, uit = lijst(), {}
    vraag = next(gang)
    try:
        while True:
            uit[vraag.plek] = vraag
            vraag = gang.send(antwoorden.get(vraag.plek))
    except StopIteration:
        return uit


VRAGEN = _vragen({"stappen": True, "bijlagen": True})
# vraag -> waarvoor zij gesteld wordt, in de regeling van de Kamer en in hoofdstuk 9 Awb
ARTIKELEN = [
    ("ontvangen_op", "art. 10 lid 2", "art. 9:8 lid 1 onder b"),
    ("ontvangen_via", "", ""),
    ("dagtekening", "art. 9 lid 1 onder e", "art. 9:4 lid 2 onder b"),
    ("klager.naam", "art. 9 lid 1 onder b", "art. 9:4 lid 2 onder a"),
    ("klager.functie", "art. 9 lid 1 onder b", ""),
    ("klager.hoedanigheid", "art. 2 onder c en d", ""),
    ("klager.telefoon", "", ""),
    ("aangeklaagde.1.naam", "art. 9 lid 1 onder c", ""),
    ("aangeklaagde.1.hoedanigheid", "art. 2 onder j", ""),
    ("aangeklaagde.1.onderdeel", "art. 1", ""),
    ("gedraging.1.wanneer", "art. 9 lid 1 onder a", ""),
    ("gedraging.1.omschrijving", "art. 9 lid 1 onder a", "art. 9:4 lid 2 onder c"),
    ("stappen", "art. 9 lid 1 onder d", ""),
    ("stap.1.stukken", "art. 9 lid 2", ""),
    ("procedures.eerder_beoordeeld", "art. 9 lid 5 onder b", "art. 9:8 lid 1 onder a"),
    ("procedures.rechter", "art. 9 lid 5 onder d", "art. 9:8 lid 1 onder e"),
    ("bijlage.1.bestand", "", ""),
]


@pytest.mark.parametrize(("plek", "kamer", "awb"), ARTIKELEN, ids=[a[0] for a in ARTIKELEN])
def test_waarvoor_een_vraag_gesteld_wordt(plek: str, kamer: str, awb: str) -> None:
    assert (vindplaats(VRAGEN[plek], KAMER), vindplaats(VRAGEN[plek], AWB)) == (kamer, awb)


def test_wat_de_regeling_niet_vraagt_wordt_niet_gevraagd() -> None:
    assert ongevraagd(KAMER) == []
    assert ongevraagd(AWB) == ["cao_procedure"]
    assert "procedures.cao_procedure" not in _plekken(Stand(overslaan=["cao_procedure"]))


def _plekken(stand: Stand) -> list[str]:
    stel_samen(stand)
    return stand.gevraagd


BEKEND = {
    "ontvangen_op": "2026-04-24", "klager.naam": "K. Verbeek", "aangeklaagde.1.naam": "P. de Wit",
    "aangeklaagde.1.nog": True, "aangeklaagde.2.naam": "R. Dekker", "gedraging.1.getuigen": ["S. Bakker"],
    "stappen": False, "procedures.rechter": True,
}  # fmt: skip


def test_wat_bekend_is_wordt_een_klaagschrift() -> None:
    k = als_klaagschrift(stel_samen(Stand(dict(BEKEND))))
    assert (k.klager.naam, [p.naam for p in k.aangeklaagde]) == ("K. Verbeek", ["P. de Wit", "R. Dekker"])
    assert (k.gedraging[0].getuigen, k.geen_stappen, k.procedures.rechter) == (("S. Bakker",), True, True)


def test_een_ander_antwoord_stelt_andere_vragen() -> None:
    """What was asked after an answer that is another now, and no longer follows, is asked anew from there."""
    stand = Stand(dict(BEKEND))
    stel_samen(stand)
    stand.bekend["aangeklaagde.1.nog"] = False
    vraag = volgende(stand)
    assert isinstance(vraag, Vraag)
    assert vraag.plek == "gedraging.1.categorie"
    assert stand.gevraagd[-1] == "aangeklaagde.1.nog"
