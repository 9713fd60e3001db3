"""What all tests share: the calendar as shipped, and a hypothesis that gives the same examples on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.recht.kalender import Kalender, KalenderGegevens

settings.register_profile("klacht", deadline=None, derandomize=True, database=None)
settings.load_profile("klacht")


@pytest.fixture(scope="session")
def kalendermap() -> Path:
    """config/kalender of this checkout."""
    return Path(__file__).parents[1] / "config" / "kalender"


@pytest.fixture(scope="session")
def kalendergegevens(kalendermap: Path) -> KalenderGegevens:
    """The calendar as data."""
    return lees_kalender(kalendermap)


@pytest.fixture(scope="session")
def kalender(kalendergegevens: KalenderGegevens) -> Kalender:
    """The calendar that answers questions."""
    return Kalender(kalendergegevens)
