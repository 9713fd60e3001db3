"""A copy of a key ring in one small file, behind a passphrase; and a ring that takes up what is in such a copy.

The file is JSON that can be kept on paper. Its key is made of the passphrase with scrypt (RFC 7914), whose parameters
stand in it; what is sealed are the keys of the cases themselves, not the master key that wraps them in the ring: a ring
that is put back (`ringherstel`) gets a new one. `sha256` finds damage before anybody is asked for a passphrase; it says
nothing of that.
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.journaal.bestand import verbind
from klachtcli.journaal.sleutels import Sleutelring, ontzegel, verzegel

UITGANG = ".klacht-sleutels"
SOORT = "klacht-sleutelkopie"
HERKEN = f'"soort": "{SOORT}"'.encode()
VORM = 1
WERKMAP = re.compile(r"[0-9A-Za-z_-]{1,64}", re.ASCII)  # what a work folder is called; a folder of the ring bears it
GROOTSTE = 50_000_000  # bytes: some three hundred thousand cases
N, R, P = 1 << 17, 8, 1  # half a second and 128 MB for each guess
_MEESTE_GEHEUGEN = 1 << 28  # a forged file may not ask for more: 128 x n x r bytes
_MEESTE_WERK = 1 << 30  # 128 x n x r x p


class Scryptmaat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What scrypt was told: its cost (n, a power of two), its block (r), how often (p), and the salt."""

    n: int
    r: int
    p: int
    zout: bytes


class Doos(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: what it is, of which work folder, and the ring, sealed. gemaakt_op: in UTC, ISO 8601."""

    soort: str
    vorm: int
    versie: str
    werkmap: str
    gemaakt_op: str
    scrypt: Scryptmaat
    inhoud: bytes = b""
    sha256: str = ""


class Vernietigd(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a ring remembers of a case that was destroyed: the day (ISO 8601), and the facts, sealed."""

    op: str
    verzegeld: bytes | None = None


class Ring(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys by case ('': the work folder's own), and the cases whose key was destroyed."""

    sleutels: dict[str, bytes]
    vernietigd: dict[str, Vernietigd]


def lees_ring(werkmap: str, map_: Path | None = None) -> Ring:
    """All that a ring holds, as it was at one moment. Raises Onbruikbaar where it is not there or damaged."""
    try:
        return _lees_ring(werkmap, map_)
    except Onbruikbaar as fout:
        if fout.code != "sleutel-ontbreekt":
            raise
        return _lees_ring(werkmap, map_)  # the master key was renewed between it and the keys


def verzegel_ring(ring: Ring, wachtzin: str, kop: Doos) -> bytes:
    """The bytes of the file. `kop`: what it is of; its own parameters of scrypt are used."""
    sleutel = _sleutel(wachtzin, kop.scrypt)
    inhoud = verzegel(sleutel, msgspec.json.encode(ring), msgspec.json.encode(kop))
    return _als_bestand(msgspec.structs.replace(kop, inhoud=inhoud))


def maat() -> Scryptmaat:
    """The parameters of a new copy, with a fresh salt."""
    return Scryptmaat(N, R, P, os.urandom(32))


def lees_doos(ruw: bytes) -> Doos:
    """The file, unopened: whole, unchanged, and of a form and a cost that this version reads. Raises Onbruikbaar."""
    try:
        vorm = msgspec.json.decode(ruw, type=dict[str, Any]).get("vorm")
        if isinstance(vorm, int) and vorm > VORM:
            feit = f"deze sleutelkopie heeft vorm {str(vorm)[:9]}; deze versie van klacht leest tot en met vorm {VORM}"
            raise Onbruikbaar("kopie-onbekende-vorm", feit, herstel="Werk klacht bij")
        doos = msgspec.json.decode(ruw, type=Doos)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise _kapot() from None
    if (
        doos.soort != SOORT or not WERKMAP.fullmatch(doos.werkmap) or _als_bestand(doos) != ruw
    ):  # each byte counts, also a space
        raise _kapot()
    s = doos.scrypt
    goed = min(s.r, s.p) > 0 and s.n > 1 and s.n.bit_count() == 1
    if not goed or 128 * s.n * s.r > _MEESTE_GEHEUGEN or 128 * s.n * s.r * s.p > _MEESTE_WERK:
        feit = "deze sleutelkopie vraagt meer rekenwerk of geheugen dan klacht ervoor wil gebruiken"
        raise Onbruikbaar("kopie-te-zwaar", feit, herstel="Neem een andere sleutelkopie, of werk klacht bij")
    return doos


def ontzegel_ring(doos: Doos, wachtzin: str) -> Ring:
    """The ring in it. Raises Invoerfout, the same one whatever is the matter."""
    kop = msgspec.structs.replace(doos, inhoud=b"", sha256="")
    try:
        ring = ontzegel(_sleutel(wachtzin, doos.scrypt), doos.inhoud, msgspec.json.encode(kop))
        return msgspec.json.decode(ring, type=Ring)
    except (InvalidTag, ValueError, msgspec.MsgspecError):
        herstel = "Typ haar nog eens: hoofdletters en spaties tellen mee"
        raise Invoerfout("wachtzin-klopt-niet", "met deze wachtzin gaat de sleutelkopie niet open",
                         herstel=herstel) from None  # fmt: skip


def _lees_ring(werkmap: str, map_: Path | None) -> Ring:
    ring = Sleutelring(werkmap, map_)
    try:
        with closing(verbind(ring.pad / "ring.sqlite", "ro")) as db:
            db.execute("BEGIN")
            rijen = db.execute("SELECT zaak, ingepakt FROM sleutel").fetchall()
            kent = db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'vernietigd'").fetchone()
            weg = db.execute("SELECT zaak, op, verzegeld FROM vernietigd").fetchall() if kent else []
        sleutels = {zaak: ring.pak_uit(zaak, ingepakt) for zaak, ingepakt in rijen}
        return Ring(sleutels, {zaak: Vernietigd(op, verzegeld) for zaak, op, verzegeld in weg})
    except sqlite3.Error:
        feit = f"de sleutelring in {ring.pad} is niet te lezen"
        raise Onbruikbaar("sleutelring-beschadigd", feit, herstel="Zet een sleutelkopie terug") from None
    finally:
        ring.sluit()


def _sleutel(wachtzin: str, maat: Scryptmaat) -> AESGCM:
    """The same passphrase gives the same key on any keyboard: é is one letter, however it was typed."""
    zin = unicodedata.normalize("NFC", wachtzin.strip()).encode()
    return AESGCM(Scrypt(salt=maat.zout, length=32, n=maat.n, r=maat.r, p=maat.p).derive(zin))


def _als_bestand(doos: Doos) -> bytes:
    """The one way in which a file may be written, with the SHA-256 of all else in it."""
    som = sha256(msgspec.json.encode(msgspec.structs.replace(doos, sha256=""))).hexdigest()
    return msgspec.json.format(msgspec.json.encode(msgspec.structs.replace(doos, sha256=som)), indent=2) + b"\n"


def _kapot() -> Onbruikbaar:
    feit = "de sleutelkopie klopt niet meer: na het maken veranderd, beschadigd of afgekapt"
    return Onbruikbaar("kopie-beschadigd", feit, herstel="Neem een andere sleutelkopie")
