"""A file as a sealed stream: in pieces, so that memory stays flat, which can be neither changed, moved nor cut off.

    sealed = file key, wrapped with the key of the case | piece 0 | piece 1 | ... | last piece

Each file has a fresh key of its own, so the nonce of a piece is its number and whether it is the last (STREAM: Hoang,
Reyhanitabar, Rogaway and Vizar, 2015), and no nonce is ever used twice under a key. What the file is bound to binds
the wrapped key. Whoever destroys the key of the case destroys every stream that was sealed with it, wherever it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from klachtcli.journaal.sleutels import ontzegel, verzegel

STUK = 1 << 18  # bytes of content in a piece
_MERK = 16
_INGEPAKT = 12 + 32 + 16


class Bron(Protocol):
    """What can be read: gives as many bytes as were asked for, and fewer at the end alone."""

    def read(self, n: int, /) -> bytes:
        """The next bytes."""


def verzegel_stroom(sleutel: AESGCM, bron: Bron, gebonden: bytes) -> Iterator[bytes]:
    """The sealed stream of what `bron` holds, piece by piece."""
    eigen = AESGCM.generate_key(256)
    yield verzegel(sleutel, eigen, gebonden)
    zegelaar = AESGCM(eigen)
    for n, (stuk, laatste) in enumerate(_stukken(bron, STUK)):
        yield zegelaar.encrypt(_nonce(n, laatste), stuk, None)


def ontzegel_stroom(sleutel: AESGCM, bron: Bron, gebonden: bytes) -> Iterator[bytes]:
    """The content, piece by piece: only when this ends without InvalidTag, it was whole and as it was sealed."""
    ingepakt = bron.read(_INGEPAKT)
    if len(ingepakt) < _INGEPAKT:
        raise InvalidTag
    eigen = AESGCM(ontzegel(sleutel, ingepakt, gebonden))
    for n, (stuk, laatste) in enumerate(_stukken(bron, STUK + _MERK)):
        if len(stuk) < _MERK:
            raise InvalidTag
        yield eigen.decrypt(_nonce(n, laatste), stuk, None)


def _stukken(bron: Bron, grootte: int) -> Iterator[tuple[bytes, bool]]:
    """Pieces of that size, and whether it is the last; an empty source has one, which is empty."""
    stuk = bron.read(grootte)
    while True:
        volgend = bron.read(grootte)
        yield stuk, not volgend
        if not volgend:
            return
        stuk = volgend


def _nonce(nummer: int, laatste: bool) -> bytes:
    return nummer.to_bytes(11, "big") + bytes([laatste])
