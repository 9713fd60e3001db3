"""What the check of a klaagschrift looks at, and what a check says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

import msgspec

from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Regeling, Vereiste
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.klaagschrift import Klaagschrift, Persoon

Status = Literal["voldaan", "ontbreekt", "te_beoordelen", "nvt"]


class Oordeel(msgspec.Struct, frozen=True, gc=False):
    """What a check saw. `ernstig`: the fact itself is a ground on which a klacht may be refused."""

    status: Status
    toelichting: str
    ernstig: bool = False


class Feiten(NamedTuple):
    """All that a check may look at."""

    klaagschrift: Klaagschrift
    stukken: frozenset[str]
    regeling: Regeling
    kalender: Kalender
    fracties: Fracties
    eerdere_zaken: tuple[str, ...]


Toets = Callable[[Vereiste, Feiten], Iterable[Oordeel]]


def aangeklaagden(k: Klaagschrift) -> list[tuple[str, Persoon]]:
    """Each aangeklaagde with how a finding calls them: never by name."""
    een = len(k.aangeklaagde) == 1
    return [("de aangeklaagde" if een else f"aangeklaagde {n}", p) for n, p in enumerate(k.aangeklaagde, 1)]


def som(delen: list[str]) -> str:
    """`a, b en c`."""
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"
