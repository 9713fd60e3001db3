"""The calendar for a calculation outside any case: the work folder's, or the shipped one."""

from __future__ import annotations

import os

from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.recht.kalender import Kalender
from klachtcli.secretariaat.plekken import meegeleverd, vind


def kalender(gekozen: str | None = None) -> Kalender:
    """The calendar of the chosen or surrounding work folder; without one, the shipped calendar."""
    try:
        map_ = vind(gekozen) / "config"
    except Invoerfout:
        if gekozen or os.environ.get("KLACHT_MAP"):
            raise
        map_ = meegeleverd() / "config"
    return Kalender(lees_kalender(map_ / "kalender"))
