"""What a replay found in one case: the same, or what differs and why, or what cannot be computed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

Uitkomst = Literal["gelijk", "anders", "deels", "niet"]


class Verschil(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A value that is another when computed anew. nummer: the entry; waarom: the rule, the calendar, the program."""

    nummer: int
    wat: str
    toen: str
    nu: str
    waarom: str


class Onberekend(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What cannot be computed anew, and why not."""

    nummer: int
    wat: str
    waarom: str


class TeLaat(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A duty that was met after its last day, or has passed and is not met. eigen_norm: that day binds nobody."""

    wat: str
    vindplaats: str
    uiterlijk: date
    voldaan_op: date | None
    eigen_norm: bool


class Herspeeld(msgspec.Struct):
    """One case, replayed: how much was compared, and what came of it."""

    zaak: str
    vastleggingen: int = 0
    handelingen: int = 0
    termijnen: int = 0
    bevindingen: int = 0
    brieven: int = 0
    plichten: int = 0
    verschillen: list[Verschil] = []
    onberekend: list[Onberekend] = []
    te_laat: list[TeLaat] = []

    def voeg_bij(self, gevonden: Iterable[Verschil | Onberekend]) -> None:
        """Add what was found."""
        for x in gevonden:
            if isinstance(x, Verschil):
                self.verschillen.append(x)
            else:
                self.onberekend.append(x)

    @property
    def uitkomst(self) -> Uitkomst:
        """`anders` where anything differs; `deels` where something could not be; `niet` where nothing could."""
        if self.verschillen or not self.onberekend:
            return "anders" if self.verschillen else "gelijk"
        return "deels" if self.vastleggingen else "niet"
