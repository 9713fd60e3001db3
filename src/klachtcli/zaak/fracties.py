"""Which fracties declared the regulation to apply, from when, on which source (art. 1)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec


class Fractie(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of one fractie over a period. Without an entry the status is unknown, never no."""

    naam: str
    status: Literal["van toepassing", "eigen regeling", "niet van toepassing"]
    van: date
    bron: str
    tot_en_met: date | None = None


class Fracties(msgspec.Struct, frozen=True, omit_defaults=True):
    """The register of fracties."""

    fractie: tuple[Fractie, ...] = ()
    soort: Literal["fracties"] = "fracties"

    def kent(self, naam: str | None) -> bool:
        """Whether anything is known of a fractie, on any day."""
        return any(gelijkend(f.naam) == gelijkend(naam or "") for f in self.fractie)

    def noemt(self, onderdeel: str | None) -> bool:
        """Whether an onderdeel is a fractie: it is called so, or is known as one."""
        return "fractie" in (onderdeel or "").casefold() or self.kent(onderdeel)

    def op(self, naam: str | None, dag: date) -> Fractie | None:
        """What is known of a fractie on a day; None where nothing is."""
        sleutel = gelijkend(naam or "")
        for f in self.fractie:
            if gelijkend(f.naam) == sleutel and f.van <= dag and (f.tot_en_met is None or dag <= f.tot_en_met):
                return f
        return None


def gelijkend(naam: str) -> str:
    """A fractie's name as it is compared: without case, spaces or the word fractie around it."""
    woorden = naam.casefold().replace("-", " ").split()
    return " ".join(w for w in woorden if w not in ("fractie", "de", "tweede", "kamerfractie"))
