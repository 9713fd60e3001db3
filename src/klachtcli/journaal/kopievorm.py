"""The file of a copy of a work folder: one zip without packing, in which every byte counts.

    LEESMIJ.txt        what this is, for who finds it
    journaal.sqlite    the journal: sealed as it is
    delen/000001 ...   every other file, each a sealed stream (`stroom`); a letter under the key of its case
    manifest.json      of which work folder, up to which zegel, by which version, and the SHA-256 of each part
    namen              what the parts are called, sealed; bound to the manifest, so nobody can change that either
    (comment)          the SHA-256 of all that stands before it: what was changed, damaged or cut off is found first

So a stolen copy tells how much there is and until when, and nothing else. No name in the zip is ever used as a path.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from typing import IO

import msgspec

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.stroom import Bron

UITGANG = ".klacht-kopie"
SOORT = "klacht-reservekopie"
VORM = 1
LEESMIJ, JOURNAAL, MANIFEST, NAMEN = "LEESMIJ.txt", "journaal.sqlite", "manifest.json", "namen"
LEES = 1 << 20  # bytes that are read at a time
SOM = 64
TEKST = """Dit is een reservekopie van klacht (klachtencommissie ongewenste omgangsvormen).
De inhoud is verzegeld. Terugzetten: klacht beheer herstel SLEUTELKOPIE, en dan: klacht beheer herstel DIT-BESTAND MAP
"""
HERKEN = TEKST[:31].encode()
GEBONDEN_NAMEN = b"klacht-kopie-1\nnamen\n"  # before the manifest


class Deel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part as it stands in the zip: its name there, its size in bytes, its SHA-256."""

    naam: str
    grootte: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a copy says of itself. gemaakt_op: in UTC, ISO 8601; zegel: number and whole hash of its last entry."""

    soort: str
    vorm: int
    versie: str
    werkmap: str
    gemaakt_op: str
    nummer: int
    hash: str
    delen: tuple[Deel, ...] = ()

    @property
    def zegel(self) -> Zegel:
        """The head of the chain in the copy."""
        return Zegel(self.nummer, bytes.fromhex(self.hash))


class Naam(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a part is called in the work folder, and under the key of which case it is sealed ('': the folder's own)."""

    pad: str
    zaak: str


class Gemeten:
    """A source of which the SHA-256 is counted as it is read."""

    def __init__(self, bron: Bron) -> None:
        self._bron, self.som = bron, sha256()

    def read(self, n: int, /) -> bytes:
        """The next bytes."""
        self.som.update(stuk := self._bron.read(n))
        return stuk


def bindt(werkmap: str, deel: str) -> bytes:
    """What a sealed part is bound to: this kind of file, this work folder, this place in it."""
    return f"klacht-kopie-1\n{werkmap}\n{deel}\n".encode()


def som(stukken: Iterable[bytes]) -> str:
    """The SHA-256 of what comes in pieces."""
    uit = sha256()
    for stuk in stukken:
        uit.update(stuk)
    return uit.hexdigest()


def slot(bron: IO[bytes]) -> bytes:
    """The SHA-256 of a file without its last 64 bytes, as those 64 bytes."""
    uit, over = sha256(), bron.seek(0, os.SEEK_END) - SOM
    bron.seek(0)
    while over > 0 and (stuk := bron.read(min(LEES, over))):
        uit.update(stuk)
        over -= len(stuk)
    return uit.hexdigest().encode()


def kapot() -> Onbruikbaar:
    """The copy is not what it was."""
    feit = "de reservekopie klopt niet meer: na het maken veranderd, beschadigd of afgekapt"
    return Onbruikbaar("kopie-beschadigd", feit, herstel="Neem een andere reservekopie")
