"""The journal as a file that is copied while others write, held against another, and put in the place of another."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd
from klachtcli.journaal.bestand import open_bestand, verbind
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.schade import WACHT, beschadigd, bezet, vertaal
from klachtcli.schijf import oude_naam, sync_map
from klachtcli.zaak.gebeurtenissen import OPENT, VERNIETIGD

_STAP = 20_000  # pages that are copied between two moments at which others may write
_MEESTE_KEREN = 3

Verhouding = Literal["gelijk", "kopie is nieuwer", "kopie is ouder", "gesplitst"]


class Stand(NamedTuple):
    """How far a journal is, from its plain columns alone: no key is needed for it. laatste: when (UTC, ISO 8601)."""

    werkmap: str
    zegel: Zegel
    laatste: str


class Gekeurd(NamedTuple):
    """A journal that was verified: its head, how many cases it has, and when its last entry was recorded."""

    zegel: Zegel
    zaken: int
    laatste: str


def kopieer(van: Path, klad: Path) -> None:
    """A consistent copy of a journal in an empty draft, while others write (SQLite's own online backup).

    It goes in steps, so nobody waits for it; where others write so often that it begins anew too often, in one go.
    Raises OSError for the place of the draft, and Onbruikbaar for the journal.
    """
    with _gelezen(van) as bron, closing(verbind(klad, "rw")) as doel:
        doel.execute("PRAGMA journal_mode = OFF")  # a draft: what is not whole is thrown away
        doel.execute("PRAGMA synchronous = OFF")
        try:
            try:
                bron.backup(doel, pages=_STAP, progress=_Voortgang(), sleep=0.01)
            except _Opnieuw:
                bron.backup(doel)
        except sqlite3.Error as fout:
            if fout.sqlite_errorname.startswith("SQLITE_FULL"):
                raise OSError(errno.ENOSPC, "") from None
            with vertaal():
                raise


def stand(pad: Path) -> Stand:
    """How far a journal is. Raises Onbruikbaar where it is none."""
    with _gelezen(pad) as db, vertaal():
        (werkmap,) = db.execute("SELECT werkmap FROM kenmerk").fetchone()
        return Stand(werkmap, *_laatste(db))


def verhouding(hier: Path, kopie: Path) -> Verhouding:
    """Whether one journal is the beginning of the other: the head of the shorter stands in the longer, or not."""
    een, ander = stand(hier).zegel, stand(kopie).zegel
    if een == ander:
        return "gelijk"
    if een.nummer < ander.nummer and _hash_bij(kopie, een.nummer) == een.hash:
        return "kopie is nieuwer"
    if ander.nummer < een.nummer and _hash_bij(hier, ander.nummer) == ander.hash:
        return "kopie is ouder"
    return "gesplitst"


def zaken_in(pad: Path, *, na: int = 0) -> set[str]:
    """The cases that were opened after an entry and not destroyed. No key is needed for it."""
    vraag = "SELECT zaak FROM journaal WHERE soort = ? AND nummer > ?"
    with _gelezen(pad) as db, vertaal():
        return {zaak for (zaak,) in db.execute(vraag, (OPENT, na))} - _vernietigd(db)


def vernietigd_in(pad: Path) -> set[str]:
    """The cases that were destroyed. No key is needed for it."""
    with _gelezen(pad) as db, vertaal():
        return _vernietigd(db)


def keur(pad: Path, zonder: Collection[str] | None = None) -> Gekeurd:
    """Verify a journal that nobody else writes in, as `klacht audit controleer` does. Raises Onbruikbaar.

    zonder: of which cases the chain is verified alone; otherwise of those whose key is lost.
    """
    with Journaal(pad, schrijven=True) as journaal:  # so that no lock is kept on the ring meanwhile
        journaal.controleer_bestand()
        for _ in journaal.lees_alles(journaal.dicht() if zonder is None else zonder):
            pass
        zegel = journaal.zegel()
        kop = journaal.kop(zegel.nummer)
        assert kop is not None
        return Gekeurd(zegel, len(zaken_in(pad)), kop.vastgelegd_op)


def vervang(klad: Path, doel: Path, gezien: Zegel | None) -> Path:
    """Put a draft in the place of a journal, which stays beside it under another name; returns that.

    `gezien`: the head that was looked at; None where it could not be read. There is no moment without a journal. Nobody
    writes meanwhile; who was about to, is refused by SQLite for the file is another. Raises OSError.
    """
    oud = oude_naam(doel)
    with _vastgehouden(doel, gezien) as db:
        rest = doel.with_name(f"{doel.name}-journal")
        if db is None and rest.exists():  # of a file that cannot be read; it must not be played on the new one
            rest.rename(oud.with_name(f"{oud.name}-journal"))
        try:
            os.link(doel, oud)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            doel.rename(oud)
        try:
            klad.replace(doel)
        except PermissionError:  # Windows: our own lock holds it
            if db is None:
                raise
            db.close()
            klad.replace(doel)
        sync_map(doel.parent)
    return oud


class _Opnieuw(Exception):
    """The copy began anew too often."""


class _Voortgang:
    """Told of each step; raises where the copy begins anew too often, or somebody keeps the file to himself."""

    def __init__(self) -> None:
        self._over, self._keren, self._sinds = -1, 0, time.monotonic()

    def __call__(self, _: int, over: int, totaal: int) -> None:
        if over != self._over:
            self._keren += over > self._over >= 0
            self._over, self._sinds = over, time.monotonic()
        if self._keren > _MEESTE_KEREN:
            raise _Opnieuw
        if time.monotonic() - self._sinds > WACHT:
            raise bezet()


@contextmanager
def _gelezen(pad: Path) -> Iterator[sqlite3.Connection]:
    db, _, _ = open_bestand(pad, schrijven=False)
    with closing(db):
        yield db


@contextmanager
def _vastgehouden(doel: Path, gezien: Zegel | None) -> Iterator[sqlite3.Connection | None]:
    """The journal locked for all others, and unchanged since it was looked at."""
    if gezien is None:
        yield None
        return
    with closing(verbind(doel, "rw")) as db:
        with vertaal():
            db.execute("BEGIN EXCLUSIVE")
            if _laatste(db)[0] != gezien:
                raise Geweigerd("journaal-ging-verder", "in deze werkmap is ondertussen iets vastgelegd",
                                herstel="Kijk opnieuw, en geef de opdracht nog eens")  # fmt: skip
        yield db


def _laatste(db: sqlite3.Connection) -> tuple[Zegel, str]:
    rij = db.execute("SELECT nummer, hash, vastgelegd_op FROM journaal ORDER BY nummer DESC LIMIT 1").fetchone()
    try:
        klok.dag_van(rij[2])
        return Zegel(rij[0], rij[1]), rij[2]
    except (TypeError, ValueError):
        raise beschadigd(rij and rij[0]) from None


def _hash_bij(pad: Path, nummer: int) -> bytes | None:
    with _gelezen(pad) as db, vertaal():
        rij = db.execute("SELECT hash FROM journaal WHERE nummer = ?", (nummer,)).fetchone()
    return rij[0] if rij else None


def _vernietigd(db: sqlite3.Connection) -> set[str]:
    return {zaak for (zaak,) in db.execute("SELECT zaak FROM journaal WHERE soort = ?", (VERNIETIGD,))}
