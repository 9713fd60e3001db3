"""A ring that is replaced: stopped between the two names, the old one is back, with the keys that only it has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from klachtcli.journaal.ringherstel import zet_terug
from klachtcli.journaal.sleutelkopie import Ring, lees_ring
from klachtcli.journaal.sleutels import Sleutelring


def test_afgebroken_tussen_twee_namen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost, and nothing is left beside it."""
    ring = Sleutelring.maak("w", tmp_path)
    for zaak in ("", "K2026-001", "K2026-002"):
        ring.sleutel_of_nieuw(zaak)
    ring.sluit()
    toen, echt, gedaan = lees_ring("w", tmp_path), Path.rename, []

    def rename(van: Path, naar: Path) -> Path:
        gedaan.append(van)
        if len(gedaan) == 2:
            raise PermissionError(13, "")
        return echt(van, naar)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PermissionError):
        zet_terug("w", Ring({"K2026-001": os.urandom(32)}, {}), tmp_path, (), vervang=True, proef=False)
    assert lees_ring("w", tmp_path) == toen
    assert [p.name for p in tmp_path.iterdir()] == ["w"]
