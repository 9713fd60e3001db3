"""The chain: every entry's hash covers all its fields and the hash of the entry before it.

    hash = SHA-256( previous hash | head | SHA-256 of the sealed content )
    head = "klacht-keten-1", number, case, kind, recorded at, role, version; a line feed after each

No field holds a line feed (the table checks that), so no two entries have the same head. The hash covers the hash of
the content rather than the content, so that a case can be destroyed after its retention and the chain still holds.
The head is also what the seal authenticates: a field that is changed makes the content unreadable.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

KETEN = "klacht-keten-1"
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


def begin(werkmap: str) -> bytes:
    """What stands before the first entry: the work folder's own beginning."""
    return sha256(f"{KETEN}\n{werkmap}\n".encode()).digest()


def kop(nummer: int, zaak: str, soort: str, vastgelegd_op: str, rol: str, versie: str) -> bytes:
    """The plain fields of an entry as bytes."""
    return f"{KETEN}\n{nummer}\n{zaak}\n{soort}\n{vastgelegd_op}\n{rol}\n{versie}\n".encode()


def schakel(vorige: bytes, kop_: bytes, inhoud_sha256: bytes) -> bytes:
    """The hash of an entry."""
    return sha256(vorige + kop_ + inhoud_sha256).digest()
