"""Destroying the key of one case: it goes out of the ring, and all other keys are wrapped anew under a new master.

What blocks of the disk still hold of the old ring is then mute, for the old master is nowhere any more (NIST SP 800-88:
cryptographic erase asks that no copy of the key is left). The ring is two files, so the steps stand in an order that
a crash between any two of them leaves usable, with one master that fits (`Sleutelring.ververs`):

    hoofdsleutel.nieuw written -> ring.sqlite rewrapped, in one transaction -> hoofdsleutel overwritten, then replaced

All of it within `Journaal.handeling`: with the journal's write lock nobody else wraps a key or renews.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.sleutels import HOOFD, NIEUW, VERNIETIGD, Sleutelring, reden_van, verzegel
from klachtcli.schijf import overschrijf, schrijf_heel, sync_map, wis


def eis_vernieuwbaar(ring: Sleutelring) -> None:
    """That every key can be wrapped anew, that the ring can be written and that nobody reads it. Raises Onbruikbaar."""
    with _schrijvend(ring, "ROLLBACK") as db:
        if not os.access(ring.pad, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        for zaak, ingepakt in db.execute("SELECT zaak, ingepakt FROM sleutel").fetchall():
            ring.pak_uit(zaak, ingepakt)


def vernietig_sleutel(ring: Sleutelring, zaak: str, op: date, feiten: bytes) -> None:
    """Destroy the key of a case, renew the master, and remember `feiten` of it, sealed. Idempotent.

    Raises Onbruikbaar where the ring cannot be written, or somebody keeps reading it.
    """
    rond_af(ring)
    if zaak not in ring.zaken() and ring.vernietigd(zaak):
        return
    nieuw, verzegeld = os.urandom(32), verzegel(ring.sleutel(""), feiten, ring.bindt(zaak))
    with _schrijvend(ring, "COMMIT") as db:
        schrijf_heel(ring.pad / NIEUW, nieuw)
        db.execute("DELETE FROM sleutel WHERE zaak = ?", (zaak,))
        _herpak(db, ring, AESGCM(nieuw))
        db.execute(VERNIETIGD)
        db.execute("INSERT OR REPLACE INTO vernietigd VALUES (?, ?, ?)", (zaak, op.isoformat(), verzegeld))
    ring.vergeet(zaak)
    rond_af(ring)


def fris_op(ring: Sleutelring, *, afronden: bool) -> None:
    """The master key as it now is, at the start of an act. What a crash left half renewed is ended on the way."""
    ring.ververs()
    if afronden and halverwege(ring):
        with suppress(Onbruikbaar):  # the one that fits is used, whether the other can go or not
            rond_af(ring)


def halverwege(ring: Sleutelring) -> bool:
    """Whether a renewal was stopped before its end."""
    return (ring.pad / NIEUW).exists()


def rond_af(ring: Sleutelring) -> None:
    """End a renewal that was stopped: the new master takes its place, or goes where the ring never came to need it."""
    if not halverwege(ring):
        return
    try:
        ring.ververs()
        if ring.hoofd_in == NIEUW:
            overschrijf(ring.pad / HOOFD)
            (ring.pad / NIEUW).replace(ring.pad / HOOFD)
            sync_map(ring.pad)
        else:
            wis(ring.pad / NIEUW)
        ring.ververs()
    except OSError as fout:
        raise _niet_te_schrijven(ring, fout) from None


def _herpak(db: sqlite3.Connection, ring: Sleutelring, nieuw: AESGCM) -> None:
    """Every key, wrapped under the new master. Raises Onbruikbaar where one does not open."""
    for zaak, ingepakt in db.execute("SELECT zaak, ingepakt FROM sleutel").fetchall():
        sleutel = ring.pak_uit(zaak, ingepakt)
        db.execute("UPDATE sleutel SET ingepakt = ? WHERE zaak = ?", (verzegel(nieuw, sleutel, ring.bindt(zaak)), zaak))


@contextmanager
def _schrijvend(ring: Sleutelring, einde: str) -> Iterator[sqlite3.Connection]:
    """The ring in one transaction that no reader sees half."""
    db = ring._verbinding
    try:
        db.execute("BEGIN EXCLUSIVE")
        yield db
        db.execute(einde)
    except (OSError, sqlite3.Error) as fout:
        raise _niet_te_schrijven(ring, fout) from None
    finally:
        if db.in_transaction:
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK")


def _niet_te_schrijven(ring: Sleutelring, fout: Exception) -> Onbruikbaar:
    return Onbruikbaar(
        "sleutelring-niet-te-schrijven",
        f"de sleutelring in {ring.pad.parent} is niet te schrijven: {reden_van(fout)}",
        herstel="Geef uzelf daar schrijfrecht, sluit andere programma's, en probeer het opnieuw",
    )
