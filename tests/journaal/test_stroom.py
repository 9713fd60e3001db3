"""A file as a sealed stream: whole and as it was, or not at all."""

from __future__ import annotations

import io

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, strategies as st

from klachtcli.journaal import stroom
from klachtcli.journaal.stroom import ontzegel_stroom, verzegel_stroom

SLEUTEL = AESGCM(b"k" * 32)
KOP = 60


@pytest.fixture(autouse=True, scope="module")
def _klein() -> object:
    """Small pieces, so that there are many."""
    with pytest.MonkeyPatch.context() as m:
        m.setattr(stroom, "STUK", 8)
        yield


def _verzegel(inhoud: bytes) -> bytes:
    return b"".join(verzegel_stroom(SLEUTEL, io.BytesIO(inhoud), b"x"))


def _ontzegel(ruw: bytes, gebonden: bytes = b"x", sleutel: AESGCM = SLEUTEL) -> bytes:
    return b"".join(ontzegel_stroom(sleutel, io.BytesIO(ruw), gebonden))


@given(st.binary(max_size=70))
def test_heen_en_terug(inhoud: bytes) -> None:
    """Any content, also none and an exact number of pieces; nothing of it shows, and it is never sealed alike."""
    ruw = _verzegel(inhoud)
    assert _ontzegel(ruw) == inhoud
    assert len(ruw) == KOP + len(inhoud) + 16 * max(1, -(-len(inhoud) // 8))
    assert ruw[KOP:] != _verzegel(inhoud)[KOP:]


@given(st.binary(min_size=1, max_size=40), st.data())
def test_elke_bit_telt(inhoud: bytes, data: st.DataObject) -> None:
    """Changed, cut off anywhere, or something after it."""
    ruw = bytearray(_verzegel(inhoud))
    plek = data.draw(st.integers(0, len(ruw) - 1))
    for kapot in (bytes(ruw[:plek]), bytes(ruw) + b"\0", bytes(ruw) + bytes(ruw[-24:])):
        with pytest.raises(InvalidTag):
            _ontzegel(kapot)
    ruw[plek] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(InvalidTag):
        _ontzegel(bytes(ruw))


def test_stukken_wisselen_niet_van_plaats() -> None:
    """Not within a stream, not between streams; and no last piece is left out or made of another."""
    een, ander = _verzegel(b"a" * 24), _verzegel(b"b" * 24)
    kop, *stukken = een[:KOP], een[KOP : KOP + 24], een[KOP + 24 : KOP + 48], een[KOP + 48 :]
    assert _ontzegel(kop + b"".join(stukken)) == b"a" * 24
    for volgorde in ((1, 0, 2), (0, 2, 1), (0, 1), (0, 2), (0, 0, 1, 2), ()):
        with pytest.raises(InvalidTag):
            _ontzegel(kop + b"".join(stukken[n] for n in volgorde))
    with pytest.raises(InvalidTag):
        _ontzegel(kop + stukken[0] + ander[KOP + 24 : KOP + 48] + stukken[2])


def test_gebonden_aan_plaats_en_sleutel() -> None:
    ruw = _verzegel(b"inhoud")
    for gebonden, sleutel in ((b"y", SLEUTEL), (b"x", AESGCM(b"z" * 32))):
        with pytest.raises(InvalidTag):
            _ontzegel(ruw, gebonden, sleutel)
