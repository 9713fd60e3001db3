"""The work folder: where the journal, the rules and the letters of one committee stand."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import NamedTuple

from klachtcli.journaal.opslag import Journaal
from klachtcli.secretariaat.plekken import JOURNAAL, vind


class Werkmap(NamedTuple):
    """A work folder and what stands where in it."""

    pad: Path

    @property
    def config(self) -> Path:
        """The rules and the committee."""
        return self.pad / "config"

    @property
    def sjablonen(self) -> Path:
        """The templates of letters."""
        return self.pad / "templates" / "letters"

    def brieven(self, zaak: str) -> Path:
        """Where the letters of a case are written."""
        return self.pad / "brieven" / zaak

    def journaal(self, *, schrijven: bool = False) -> Journaal:
        """The journal, open. Use as a context manager."""
        return Journaal(self.pad / JOURNAAL, schrijven=schrijven)


def zoek(gekozen: str | None = None) -> Werkmap:
    """The work folder that was named, or the one that one is in."""
    return Werkmap(vind(gekozen))


def wie() -> str:
    """Under which account this is done; recorded sealed, with each act."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "onbekend"
