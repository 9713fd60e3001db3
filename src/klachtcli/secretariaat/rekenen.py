"""The calendar and the config for a question outside any case: the work folder's, or the shipped ones."""

from __future__ import annotations

import os
from pathlib import Path

from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.recht.kalender import Kalender
from klachtcli.secretariaat.plekken import meegeleverd, vind


def kalender(gekozen: str | None = None) -> Kalender:
    """The calendar of the chosen or surrounding work folder; without one, the shipped calendar."""
    return Kalender(lees_kalender(configmap(gekozen) / "kalender"))


def configmap(gekozen: str | None = None) -> Path:
    """The config of the chosen or surrounding work folder; without one, the shipped config."""
    try:
        return vind(gekozen) / "config"
    except Invoerfout:
        if gekozen or os.environ.get("KLACHT_MAP"):
            raise
        return meegeleverd() / "config"
