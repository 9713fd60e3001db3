"""A klaagschrift that was begun and not recorded: sealed, named when it lies long, and only of its own work folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.papieren import Papier
from klachtcli.secretariaat import onafgemaakt
from klachtcli.secretariaat.onafgemaakt import Stand
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage

STAND = Stand({"ontvangen_op": "2026-04-24", "klager.naam": "D. Ünal", "gedraging.1.getuigen": ["L. Vos"]},
              ["ontvangen_op", "ontvangen_via"], ["doorgestuurd"], ["cao_procedure"])  # fmt: skip
PAPIER = Papier(Bijlage("bericht.eml", "Het bericht"), bytes(range(256)))


@pytest.fixture
def klad(werkmap: Werkmap) -> Path:
    """One that was begun on 24 April at noon."""
    pad = onafgemaakt.nieuw(werkmap)
    onafgemaakt.bewaar_stukken(werkmap, pad, [PAPIER])
    onafgemaakt.bewaar(werkmap, pad, STAND)
    return pad


def test_het_komt_terug_zoals_het_was(werkmap: Werkmap, klad: Path) -> None:
    assert onafgemaakt.alle(werkmap) == [klad]
    assert onafgemaakt.lees(werkmap, klad) == (STAND, [PAPIER])
    assert f"{onafgemaakt.begonnen(klad):%Y-%m-%d %H:%M}" == "2026-04-24 12:00"


def test_op_de_schijf_staat_er_niets_van(werkmap: Werkmap, klad: Path) -> None:
    for pad in klad.parent.iterdir():
        assert b"nal" not in pad.read_bytes()
        assert bytes(range(64)) not in pad.read_bytes()
        assert pad.stat().st_mode & 0o077 == 0
    onafgemaakt.gooi_weg(klad)
    assert not klad.parent.exists()


def test_een_dag_is_het_stil_en_dan_wordt_het_genoemd(
    werkmap: Werkmap, klacht: Callable[..., Any], bevries: Callable[[str], Any], klad: Path
) -> None:
    """With the moment on which it was begun, and nothing of what is in it."""
    bevries("2026-04-25T09:00")
    assert list(onafgemaakt.kijk_onafgemaakt_na(werkmap)) == []
    bevries("2026-04-27T09:00")
    uit = klacht("beheer", "controleer", "--herstel")
    assert uit.code == 1
    assert "een klaagschrift van vrijdag 24 april 2026 12:00 uur is nog niet vastgelegd" in uit.uit
    assert "klacht ontvang --hervat" in uit.uit
    assert "nal" not in uit.uit.replace("journaal", "")
    assert klad.exists()


def test_een_veranderd_klad_wordt_niet_geopend(werkmap: Werkmap, klad: Path) -> None:
    """Changed, cut off, empty, or under the name of another: said, and none of it is taken."""
    heel = klad.read_bytes()
    for ruw in (heel[:-1], bytes([heel[0] ^ 1]) + heel[1:], b"", heel[:5]):
        klad.write_bytes(ruw)
        with pytest.raises(Onbruikbaar) as fout:
            onafgemaakt.lees(werkmap, klad)
        assert fout.value.code == "klad-beschadigd"
    ander = klad.with_name(f"20260101T000000Z-abcdef{klad.suffix}")
    ander.write_bytes(heel)
    with pytest.raises(Onbruikbaar):
        onafgemaakt.lees(werkmap, ander)
    assert [b.code for b in onafgemaakt.kijk_onafgemaakt_na(werkmap)] == ["klad-beschadigd"] * 2
