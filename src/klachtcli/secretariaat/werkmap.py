"""The work folder: where the journal, the rules and the letters of one committee stand."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Invoerfout
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.sleutels import sleutelmap
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

    @property
    def jaarverslagen(self) -> Path:
        """Where the annual reports are written."""
        return self.pad / "jaarverslagen"

    def journaal(self, *, schrijven: bool = False) -> Journaal:
        """The journal, open. Use as a context manager. Its keys may not stand in the work folder itself."""
        eis_sleutels_elders(self.pad)
        return Journaal(self.pad / JOURNAAL, schrijven=schrijven)


def eis_sleutels_elders(pad: Path) -> None:
    """Refuse a ring inside the work folder: a copy or a theft of the one would be one of the other."""
    if sleutelmap().resolve().is_relative_to(pad.resolve()):
        raise Invoerfout(
            "sleutels-in-werkmap",
            "de sleutelmap ligt in de werkmap; wie de map meeneemt, neemt dan ook de sleutels mee",
            herstel="Kies met KLACHT_SLEUTELMAP een map ergens anders",
        )


def zoek(gekozen: str | None = None) -> Werkmap:
    """The work folder that was named, or the one that one is in."""
    return Werkmap(vind(gekozen))


def wie() -> str:
    """Under which account this is done; recorded sealed, with each act."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "onbekend"
