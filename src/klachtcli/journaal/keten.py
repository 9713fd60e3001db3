"""The chain: every entry's hash covers all its fields and the hash of the entry before it.

    hash = SHA-256( previous hash | leaf )
    leaf = SHA-256( head | SHA-256 of the sealed content )
    head = "klacht-keten-2", number, case, kind, recorded at, role, version; a line feed after each

No field holds a line feed (the table checks that), so no two entries have the same head. The hash covers the hash of
the content rather than the content, so that a case can be destroyed after its retention and the chain still holds.
The head is also what the seal authenticates: a field that is changed makes the content unreadable.

Whoever has the leaves alone can count the whole chain up to a zegel on paper, and learns nothing from them: the hash
of a sealed content is as good as random. So a package proves its own entries without showing any other (`audit`).
Journals of before 0.4 have the first chain, which hashes previous, head and content in one go; they keep it.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

ZEGEL = re.compile(r"([0-9]{1,12})-[0-9a-f]{16}", re.ASCII)


class Zegel(NamedTuple):
    """The head of the chain, short enough for paper: it pins this entry and every one before it."""

    nummer: int
    hash: bytes

    def __str__(self) -> str:
        """`17-9f3a22c177aa01be`: the entry's number and the mark."""
        return f"{self.nummer}-{self.merk}"

    @property
    def merk(self) -> str:
        """`9f3a22c177aa01be`: the first half of a half of the hash, without how many entries there are."""
        return self.hash[:8].hex()


class Keten(NamedTuple):
    """One way to chain entries, by its label. met_bladen: the hash is counted from a leaf of each entry."""

    naam: str
    met_bladen: bool

    def begin(self, werkmap: str) -> bytes:
        """What stands before the first entry: the work folder's own beginning."""
        return sha256(f"{self.naam}\n{werkmap}\n".encode()).digest()

    def kop(self, nummer: int, zaak: str, soort: str, vastgelegd_op: str, rol: str, versie: str) -> bytes:
        """The plain fields of an entry as bytes."""
        return f"{self.naam}\n{nummer}\n{zaak}\n{soort}\n{vastgelegd_op}\n{rol}\n{versie}\n".encode()

    def schakel(self, vorige: bytes, kop: bytes, inhoud_sha256: bytes) -> bytes:
        """The hash of an entry."""
        if self.met_bladen:
            return volgende(vorige, blad(kop, inhoud_sha256))
        return sha256(vorige + kop + inhoud_sha256).digest()


def blad(kop: bytes, inhoud_sha256: bytes) -> bytes:
    """The leaf of an entry: its head and its content, in a hash that shows neither."""
    return sha256(kop + inhoud_sha256).digest()


def volgende(vorige: bytes, blad_: bytes) -> bytes:
    """The hash of an entry from that of the one before it and its own leaf."""
    return sha256(vorige + blad_).digest()


KETEN_1 = Keten("klacht-keten-1", met_bladen=False)
KETEN_2 = Keten("klacht-keten-2", met_bladen=True)
KETEN = KETEN_2  # of a new journal
KETENS = {keten.naam: keten for keten in (KETEN_1, KETEN_2)}
