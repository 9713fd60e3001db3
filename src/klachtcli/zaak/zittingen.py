"""The hearings of a case (art. 11), each with what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from klachtcli.zaak import gebeurtenissen as g


class Zitting(Struct, frozen=True):
    """One hearing: when, where, who is heard, and what became of it. `verslag`: its reports, none yet where empty.

    nr: at which event of the case it got this day, hour and place.
    """

    dag: date
    wie: tuple[g.Partij, ...]
    nr: int
    stand: Literal["gepland", "gehouden", "geannuleerd"] = "gepland"
    tijd: str | None = None
    plaats: str | None = None
    samen: bool | None = None
    stukken_tot_en_met: date | None = None
    afwezig: tuple[g.Partij, ...] = ()
    verslag: tuple[g.VerslagOpgemaakt, ...] = ()

    @property
    def gepland(self) -> bool:
        """Whether it is still to come, or nothing was recorded of it yet."""
        return self.stand == "gepland"

    @property
    def zonder_verslag(self) -> tuple[g.Partij, ...]:
        """Who was heard and of whose hearing there is no report yet (art. 11 lid 2)."""
        klaar = {partij for v in self.verslag for partij in v.van}
        return tuple(p for p in self.wie if p not in klaar) if self.stand == "gehouden" else ()


def verwerk(alle: Zittingen, e: Zittingsgebeurtenis, partijen: tuple[g.Partij, ...], nr: int) -> Zittingen:
    """The hearings after event number `nr`. A hearing of which nobody is named is one of all parties."""
    return ZITTINGSTAPPEN[type(e)](alle, e, partijen, nr)


def bestaat(e: g.Gebeurtenis, alle: Zittingen, partijen: tuple[g.Partij, ...]) -> bool:
    """Whether the hearing that an event speaks of is there: planned, or for a report held."""
    match e:
        case g.HoorzittingVerplaatst() | g.HoorzittingGeannuleerd():
            return _zoek(alle, e.was, e.wie or partijen) is not None
        case g.VerslagOpgemaakt():
            return any(z.stand == "gehouden" and z.dag == e.zitting and set(z.wie) & set(e.van) for z in alle)
        case _:
            return True


def laatst_gepland(alle: Zittingen, gebeurd: Sequence[g.Gebeurtenis]) -> Zitting | None:
    """Of the hearings that still stand the one that was planned last; one that was only ever held was never planned."""
    staat = (z for z in alle if z.stand != "geannuleerd" and not isinstance(gebeurd[z.nr], g.HoorzittingGehouden))
    return max(staat, key=lambda z: z.nr, default=None)


def _plan(alle: Zittingen, e: g.HoorzittingGepland, partijen: tuple[g.Partij, ...], nr: int) -> Zittingen:
    """Planned anew for the same people: entries before 0.2 moved a hearing in this way."""
    nieuw = _zitting(e, partijen, nr)
    plek = _zoek(alle, None, nieuw.wie)
    return (*alle, nieuw) if plek is None else _vervang(alle, plek, nieuw)


def _verplaats(alle: Zittingen, e: g.HoorzittingVerplaatst, partijen: tuple[g.Partij, ...], nr: int) -> Zittingen:
    plek = _zoek(alle, e.was, e.wie or partijen)
    return alle if plek is None else _vervang(alle, plek, _zitting(e, partijen, nr))


def _annuleer(alle: Zittingen, e: g.HoorzittingGeannuleerd, partijen: tuple[g.Partij, ...], nr: int) -> Zittingen:
    plek = _zoek(alle, e.was, e.wie or partijen)
    return alle if plek is None else _vervang(alle, plek, replace(alle[plek], stand="geannuleerd"))


def _houd(alle: Zittingen, e: g.HoorzittingGehouden, partijen: tuple[g.Partij, ...], nr: int) -> Zittingen:
    """The hearing of these people on that day; one that was never planned was held all the same.

    Who was planned with them, and was neither heard nor absent, is still to be heard.
    """
    er = {*e.gehoord, *e.afwezig}
    plek = next((n for n, z in enumerate(alle) if z.stand == "gepland" and z.dag == e.op and er & set(z.wie)), None)
    gepland = alle[plek] if plek is not None else Zitting(e.op, e.gehoord, nr)
    gehouden = replace(gepland, stand="gehouden", wie=e.gehoord, afwezig=e.afwezig, samen=e.samen)
    if plek is None:
        return (*alle, gehouden)
    rest = tuple(p for p in gepland.wie if p not in er)
    return (*_vervang(alle, plek, gehouden), *([replace(gepland, wie=rest)] if rest else []))


def _doe_verslag(alle: Zittingen, e: g.VerslagOpgemaakt, partijen: tuple[g.Partij, ...], nr: int) -> Zittingen:
    """A later report of the same people replaces the one before it."""
    return tuple(
        replace(z, verslag=(*(v for v in z.verslag if set(v.van) != set(e.van)), e))
        if z.stand == "gehouden" and z.dag == e.zitting and set(z.wie) & set(e.van)
        else z
        for z in alle
    )


def _zoek(alle: Zittingen, dag: date | None, wie: tuple[g.Partij, ...]) -> int | None:
    """The planned hearing of exactly these people, on a day or on any."""
    for plek, z in enumerate(alle):
        if z.stand == "gepland" and dag in (None, z.dag) and set(z.wie) == set(wie):
            return plek
    return None


def _vervang(alle: Zittingen, plek: int, nieuw: Zitting) -> Zittingen:
    return (*alle[:plek], nieuw, *alle[plek + 1 :])


def _zitting(e: g.HoorzittingGepland | g.HoorzittingVerplaatst, partijen: tuple[g.Partij, ...], nr: int) -> Zitting:
    return Zitting(e.op, e.wie or partijen, nr, "gepland", e.tijd, e.plaats, e.samen, e.stukken_tot_en_met)


Zittingen = tuple[Zitting, ...]
Zittingsgebeurtenis = (
    g.HoorzittingGepland
    | g.HoorzittingVerplaatst
    | g.HoorzittingGeannuleerd
    | g.HoorzittingGehouden
    | g.VerslagOpgemaakt
)
ZITTINGSTAPPEN: dict[type[Any], Callable[[Zittingen, Any, tuple[g.Partij, ...], int], Zittingen]] = {
    g.HoorzittingGepland: _plan,
    g.HoorzittingVerplaatst: _verplaats,
    g.HoorzittingGeannuleerd: _annuleer,
    g.HoorzittingGehouden: _houd,
    g.VerslagOpgemaakt: _doe_verslag,
}
