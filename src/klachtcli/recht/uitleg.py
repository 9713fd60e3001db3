"""A counted term, told step by step in sentences that a secretary can read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from klachtcli.recht.datum import met_weekdag
from klachtcli.recht.kalender import EEN_DAG
from klachtcli.recht.termijn import Berekening, Rekenregel


class Stap(msgspec.Struct, frozen=True):
    """One step of a count: from a day to a day, why, and where that stands."""

    van: date
    naar: date
    reden: str
    vindplaats: str


def stappen(b: Berekening, regel: Rekenregel) -> tuple[Stap, ...]:
    """The steps of a count; each begins where the one before it ended, and the last ends on `uiterlijk`."""
    begin = Stap(b.vanaf, b.nominaal, _telling(b, regel), regel.kalender.wet.telling)
    return begin, *(_gebleven(b, regel) if b.uiterlijk == b.nominaal else _verlenging(b, regel))


def _telling(b: Berekening, regel: Rekenregel) -> str:
    zin = f"{'Terug' if regel.richting < 0 else 'Vooruit'} {regel.totaal.woorden()} vanaf {met_weekdag(b.vanaf)}"
    if regel.verdaging is not None:
        zin += f" ({regel.duur.woorden()} en {regel.verdaging.woorden()} verdaging)"
    if not regel.totaal.uren:
        zin += "; de dag zelf telt niet mee"
    return f"{zin}: {met_weekdag(b.nominaal)}."


def _verlenging(b: Berekening, regel: Rekenregel) -> Iterator[Stap]:
    """Day by day from the bare end to the last day (art. 1 lid 1 and art. 2)."""
    wet = regel.kalender.wet
    dag = b.nominaal
    while dag < b.uiterlijk:
        morgen = dag + EEN_DAG
        if vrij := regel.kalender.vrij(dag):
            reden = f"{_begin(dag, vrij)}; de termijn loopt een dag door."
            yield Stap(dag, morgen, reden, f"{wet.naam} {wet.verlenging}")
        else:
            reden = f"Tot en met {met_weekdag(dag)} telt de termijn nog geen {wet.minimum_werkdagen} werkdagen."
            yield Stap(dag, morgen, reden, f"{wet.naam} {wet.minimum}")
        dag = morgen


def _gebleven(b: Berekening, regel: Rekenregel) -> Iterator[Stap]:
    """Why an end on a free day stays where it is; nothing where the end is a working day."""
    dag = b.nominaal.date() if isinstance(b.nominaal, datetime) else b.nominaal
    vrij = regel.kalender.vrij(dag)
    if vrij is None:
        return
    wet = regel.kalender.wet
    if not regel.termijnenwet:
        waarom, vindplaats = f"voor deze termijn is de {wet.naam} niet gekozen", wet.naam
    elif regel.richting < 0:
        waarom, vindplaats = "bij terugrekenen verschuift een dag niet", f"{wet.naam} {wet.terugrekening}"
    else:
        lengte = regel.totaal.woorden()
        waarom, vindplaats = f"een termijn van {lengte} valt buiten de wet", f"{wet.naam} {wet.uitzondering}"
    yield Stap(b.nominaal, b.nominaal, f"{_begin(b.nominaal, vrij)}, maar {waarom}.", vindplaats)


def _begin(dag: date, vrij: str) -> str:
    return f"{met_weekdag(dag)} is geen werkdag" + ("" if met_weekdag(dag).startswith(vrij) else f": {vrij}")
