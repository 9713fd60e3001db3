"""A key ring takes up what is in a copy.

To put back is to add: no key that is here is ever lost by it, and no key comes back of a case that is known as
destroyed, by this ring, by the copy or by the journal.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Geweigerd, KlachtFout
from klachtcli.journaal.bestand import verbind
from klachtcli.journaal.schade import vertaal
from klachtcli.journaal.sleutelkopie import Ring, Vernietigd, lees_ring
from klachtcli.journaal.sleutels import VERNIETIGD, Sleutelring
from klachtcli.schijf import oude_naam, sync_map

_VERVANG = "Met --vervang komt de kopie ervoor in de plaats; de oude sleutelring blijft ernaast staan"


class Teruggezet(NamedTuple):
    """The cases whose key came, was here already, was here alone, or did not come for the case was destroyed.

    oud: where the ring stands that was replaced.
    """

    erbij: list[str]
    gebleven: list[str]
    alleen_hier: list[str]
    vernietigd: list[str]
    oud: Path | None = None


def zet_terug(
    werkmap: str, ring: Ring, map_: Path, vernietigd: Collection[str], *, vervang: bool, proef: bool
) -> Teruggezet:
    """Let the ring of a work folder take up a copy; make it where there is none.

    vernietigd: what the journal knows as destroyed. vervang: where a key here differs from the one in the copy, or the
    ring here cannot be read, a new ring comes in its place, with what only this one has too. Raises Geweigerd, OSError.
    """
    hier = _hier(werkmap, map_, vervang)
    er_was = hier or Ring({}, {})
    weg = {*ring.vernietigd, *er_was.vernietigd, *vernietigd}
    komt = {zaak: sleutel for zaak, sleutel in ring.sleutels.items() if zaak not in weg}
    erbij = {zaak: sleutel for zaak, sleutel in komt.items() if er_was.sleutels.get(zaak) != sleutel}
    anders = erbij.keys() & er_was.sleutels.keys()
    if anders and not vervang:
        feit = f"de sleutelring hier heeft voor {len(anders)} van de zaken een andere sleutel dan de kopie"
        raise Geweigerd("sleutelring-anders", feit, herstel=_VERVANG)
    gedaan = Teruggezet(
        sorted(erbij), sorted(komt.keys() - erbij.keys()),
        sorted(er_was.sleutels.keys() - ring.sleutels.keys()), sorted(ring.sleutels.keys() & weg),
    )  # fmt: skip
    kent = {zaak: v for zaak, v in ring.vernietigd.items() if zaak not in er_was.sleutels} | er_was.vernietigd
    if proef:
        return gedaan
    if hier is not None and not anders:
        _neem_op(Sleutelring(werkmap, map_), erbij, kent)
        return gedaan
    return gedaan._replace(oud=_bouw(werkmap, map_, {**er_was.sleutels, **komt}, kent))


def ontbrekend(werkmap: str, zaken: Iterable[str]) -> set[str]:
    """Those of these cases of which the ring has no key."""
    return set(zaken) - lees_ring(werkmap).sleutels.keys()


def _hier(werkmap: str, map_: Path, vervang: bool) -> Ring | None:
    """The ring that is here; None where there is none, or none that can be read and it may be replaced."""
    if not (map_ / werkmap).exists():
        return None
    try:
        return lees_ring(werkmap, map_)
    except KlachtFout:
        if vervang:
            return None
    feit = f"in {map_} staat voor deze werkmap een sleutelring die niet te lezen is"
    raise Geweigerd("sleutelring-onleesbaar", feit, herstel=_VERVANG)


def _bouw(werkmap: str, map_: Path, sleutels: Mapping[str, bytes], vernietigd: Mapping[str, Vernietigd]) -> Path | None:
    """A new ring, whole before it gets its place; what stood there stands beside it then. Returns where."""
    werkplaats, doel = map_ / f".{werkmap}.{os.urandom(6).hex()}", map_ / werkmap
    oud = None
    try:
        nieuw = Sleutelring.maak(werkmap, werkplaats)
        pad = nieuw.pad
        _neem_op(nieuw, sleutels, vernietigd)
        if doel.exists():
            doel.rename(oud := oude_naam(doel))
        try:
            pad.rename(doel)
        except BaseException:
            if oud is not None:  # there is a ring at every moment but one
                oud.rename(doel)
            raise
        sync_map(map_)
    finally:
        shutil.rmtree(werkplaats, ignore_errors=True)
    return oud


def _neem_op(ring: Sleutelring, sleutels: Mapping[str, bytes], vernietigd: Mapping[str, Vernietigd]) -> None:
    """Put keys in a ring, over those of the same cases, and close it; on disk before this returns."""
    rijen = [(zaak, ring.pak_in(zaak, sleutel)) for zaak, sleutel in sleutels.items()]
    with vertaal(), closing(verbind(ring.pad / "ring.sqlite", "rw")) as db:
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT OR REPLACE INTO sleutel VALUES (?, ?)", rijen)
        _onthoud(db, vernietigd)
        db.execute("COMMIT")
    ring.sluit()


def _onthoud(db: sqlite3.Connection, vernietigd: Mapping[str, Vernietigd]) -> None:
    if vernietigd:
        db.execute(VERNIETIGD)
        rijen = [(zaak, v.op, v.verzegeld) for zaak, v in vernietigd.items()]
        db.executemany("INSERT OR IGNORE INTO vernietigd VALUES (?, ?, ?)", rijen)
