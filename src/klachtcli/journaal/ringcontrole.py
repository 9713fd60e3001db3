"""Is the file of the keys what we made it? Whether each key fits shows when a content is opened with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.bestand import WIJZE, vorm_in_tekst
from klachtcli.journaal.sleutels import _SCHEMA, Sleutelring, reden_van


def controleer_ring(ring: Sleutelring) -> None:
    """That it is sound, and how it is written: pages, index, tables. Raises Onbruikbaar."""
    db = ring._verbinding
    try:
        with closing(sqlite3.connect(":memory:")) as vers:
            vers.executescript(_SCHEMA)
            heel = vorm_in_tekst(vers)
        # Rings of before 0.4 remember no destroyed keys.
        gelijk = vorm_in_tekst(db) in (heel, [deel for deel in heel if deel[2] != "vernietigd"])
        gezond = db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        wijze = db.serialize()[18:20]  # see bestand.eis_begin; a ring is small
    except (UnicodeDecodeError, sqlite3.Error) as fout:
        raise _beschadigd(ring, reden_van(fout)) from None
    if not gelijk or not gezond or wijze != WIJZE:
        raise _beschadigd(ring, "het is na het schrijven veranderd")


def _beschadigd(ring: Sleutelring, waarom: str) -> Onbruikbaar:
    return Onbruikbaar("sleutelring-beschadigd", f"de sleutelring in {ring.pad} is beschadigd: {waarom}",
                       herstel="Zet een reservekopie van de sleutelring terug")  # fmt: skip
