"""What two calendars, or two versions of a regulation, say differently: in words, for who must choose between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from klachtcli.recht.datum import voluit
from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import EEN_DAG, Kalender, KalenderGegevens
from klachtcli.recht.regeling import Regeling

# The lists of a regulation whose entries have a name of their own.
_LIJSTEN = ("termijn", "plicht", "handeling", "vereiste")


def kalenders(oud: KalenderGegevens, nieuw: KalenderGegevens) -> Iterator[str]:
    """What a calendar says that the other does not: the days of besluiten, the feestdagen, and how far it goes."""
    was, wordt = ({dag: b.bron for b in k.besluit for dag in b.dagen} for k in (oud, nieuw))
    yield from (f"{voluit(d)} wordt een vrije dag ({wordt[d]})" for d in sorted(wordt.keys() - was))
    yield from (f"{voluit(d)} is geen vrije dag meer (was: {was[d]})" for d in sorted(was.keys() - wordt))
    eerst, straks = ({f.naam: f for f in k.feestdag} for k in (oud, nieuw))
    yield from (f"feestdag {n}: {_hoe(n in eerst, n in straks)}"
                for n in {**eerst, **straks} if eerst.get(n) != straks.get(n))  # fmt: skip
    if oud.termijnenwet != nieuw.termijnenwet:
        yield f"de cijfers van de {nieuw.termijnenwet.naam}: {', '.join(_velden(oud.termijnenwet, nieuw.termijnenwet))}"
    if oud.bekend_tot_en_met != nieuw.bekend_tot_en_met:
        yield f"bekend tot en met {voluit(nieuw.bekend_tot_en_met)} (was {voluit(oud.bekend_tot_en_met)})"


def regelingen(oud: Regeling, nieuw: Regeling) -> Iterator[str]:
    """Which terms, duties, acts and requirements a version has that the other has not, or has otherwise."""
    for lijst in _LIJSTEN:
        was, wordt = ({x.id: x for x in getattr(r, lijst)} for r in (oud, nieuw))
        for id_ in {**was, **wordt}:
            if was.get(id_) != wordt.get(id_):
                anders = _velden(was[id_], wordt[id_]) if id_ in was and id_ in wordt else []
                yield f"{lijst} {id_}: {', '.join(anders) or _hoe(id_ in was, id_ in wordt)}"


def termijnen(oud: Regeling, nieuw: Regeling, id_: str) -> list[str]:
    """What a term says otherwise."""
    was, wordt = oud.zoek_termijn(id_), nieuw.zoek_termijn(id_)
    if was is None or wordt is None:
        return [f"termijn {id_} is {_hoe(was is not None, wordt is not None)}"]
    return _velden(was, wordt)


def vrije_dagen(oud: Kalender, nieuw: Kalender, van: date, tot: date) -> Iterator[str]:
    """The days in between, the last too, that are free on one calendar alone."""
    for n in range((tot - van).days + 1):
        dag = van + n * EEN_DAG
        was, wordt = oud.vrij(dag), nieuw.vrij(dag)
        if was is None and wordt is not None:
            yield f"{voluit(dag)}: {wordt}"
        elif was is not None and wordt is None:
            yield f"{voluit(dag)}: niet meer {was}"


def _velden(oud: msgspec.Struct, nieuw: msgspec.Struct) -> list[str]:
    """The fields that differ, the new value first; of what is no single value only that it differs."""
    paren = [(veld, getattr(oud, veld), getattr(nieuw, veld)) for veld in nieuw.__struct_fields__]
    return [f"{veld} {_waarde(wordt)} (was {_waarde(was)})" if _kort(was) and _kort(wordt) else f"{veld} anders"
            for veld, was, wordt in paren if was != wordt]  # fmt: skip


def _kort(waarde: object) -> bool:
    return waarde is None or isinstance(waarde, Duur | bool | int) or (isinstance(waarde, str) and len(waarde) < 40)


def _waarde(waarde: object) -> str:
    return "niets" if waarde is None else str(waarde)


def _hoe(was: bool, wordt: bool) -> str:
    return "anders" if was and wordt else "nieuw" if wordt else "weg"
