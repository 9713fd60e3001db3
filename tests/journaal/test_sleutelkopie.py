"""A copy of the key ring: behind a passphrase, and of which every byte counts."""

from __future__ import annotations

import base64
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from klachtcli.fouten import Invoerfout, KlachtFout, Onbruikbaar
from klachtcli.journaal import sleutelkopie
from klachtcli.journaal.sleutelkopie import (
    Doos,
    Ring,
    Scryptmaat,
    Vernietigd,
    lees_doos,
    maat,
    ontzegel_ring,
    verzegel_ring,
)
from klachtcli.secretariaat.sleutelkopieren import eis_wachtzin

RING = Ring({"": b"w" * 32, "K2026-001": b"s" * 32}, {"K2025-001": Vernietigd("2026-01-01", b"feiten")})
ZIN = "vier woorden zonder verband"


@pytest.fixture
def kop(monkeypatch: pytest.MonkeyPatch) -> Doos:
    monkeypatch.setattr(sleutelkopie, "N", 1 << 4)
    return Doos("klacht-sleutelkopie", 1, "0.3.0", "a1b2", "2026-04-24T10:00:00.000000Z", maat())


def test_heen_en_terug(kop: Doos) -> None:
    ruw = verzegel_ring(RING, ZIN, kop)
    assert ontzegel_ring(lees_doos(ruw), ZIN) == RING
    assert b"K202" not in ruw
    assert verzegel_ring(RING, ZIN, kop) != ruw


def test_te_openen_zonder_klacht(kop: Doos) -> None:
    """In ten years, with the manual alone: scrypt, AES-256-GCM, JSON."""
    doos = msgspec.json.decode(verzegel_ring(RING, ZIN, kop))
    s, inhoud = doos["scrypt"], base64.b64decode(doos["inhoud"])
    sleutel = Scrypt(salt=base64.b64decode(s["zout"]), length=32, n=s["n"], r=s["r"], p=s["p"]).derive(ZIN.encode())
    gebonden = msgspec.json.encode({**doos, "inhoud": "", "sha256": ""})
    ring = msgspec.json.decode(AESGCM(sleutel).decrypt(inhoud[:12], inhoud[12:], gebonden))
    assert base64.b64decode(ring["sleutels"]["K2026-001"]) == b"s" * 32


def test_de_kosten_van_raden() -> None:
    """RFC 7914; at least 128 MB and 2^17 for each guess, and a salt of its own."""
    een, ander = maat(), maat()
    assert (een.n, een.r, een.p) == (1 << 17, 8, 1)
    assert len(een.zout) == 32
    assert een.zout != ander.zout


@pytest.mark.parametrize("zin", ["", " ", "vier woorden zonder verban", ZIN.upper(), ZIN + "!", "x" * 5000])
def test_verkeerde_wachtzin(kop: Doos, zin: str) -> None:
    """One error, whatever is the matter, and the passphrase is not in it."""
    with pytest.raises(Invoerfout) as fout:
        ontzegel_ring(lees_doos(verzegel_ring(RING, ZIN, kop)), zin)
    assert fout.value.code == "wachtzin-klopt-niet"
    assert ZIN not in str(fout.value)


def test_een_letter_is_een_letter(kop: Doos) -> None:
    """One keyboard makes é in one piece, another in two; a line feed or a space around it is no part of it."""
    ruw = verzegel_ring(RING, "caf\u00e9 aan de gracht", kop)
    assert ontzegel_ring(lees_doos(ruw), " cafe\u0301 aan de gracht\n") == RING


def test_elke_byte_telt(kop: Doos) -> None:
    """Each byte, another; and cut off anywhere. Found before anybody is asked for a passphrase."""
    ruw = verzegel_ring(RING, ZIN, kop)
    for n in range(len(ruw)):
        for kapot in (ruw[:n] + bytes([ruw[n] ^ 1]) + ruw[n + 1 :], ruw[:n], ruw[:n] + b" " + ruw[n:]):
            with pytest.raises(Onbruikbaar) as fout:
                lees_doos(kapot)
            assert fout.value.code in ("kopie-beschadigd", "kopie-onbekende-vorm")


@pytest.mark.parametrize(
    ("n", "r", "p"),
    [(1 << 40, 8, 1), (1 << 17, 1 << 20, 1), (1 << 17, 8, 1 << 20), (3, 8, 1), (1, 8, 1), (0, 8, 1), (-16, 8, 1),
     (16, 0, 1), (16, 8, 0), (16, -8, -1), (1 << 62, 1 << 62, 1)],
)  # fmt: skip
def test_een_vervalste_maat_kost_niets(kop: Doos, n: int, r: int, p: int) -> None:
    """Refused before scrypt is asked: a file does not decide how much memory goes to it."""
    vals = msgspec.structs.replace(kop, scrypt=Scryptmaat(n, r, p, b"z"), inhoud=b"x" * 40)
    with pytest.raises(Onbruikbaar) as fout:
        lees_doos(sleutelkopie._als_bestand(vals))
    assert fout.value.code == "kopie-te-zwaar"


@pytest.mark.parametrize("werkmap", ["", "../x", "/tmp", "a/b", "a\n", "x" * 65])
def test_de_naam_van_een_werkmap_is_geen_pad(kop: Doos, werkmap: str, tmp_path: Path) -> None:
    with pytest.raises(KlachtFout) as fout:
        lees_doos(verzegel_ring(RING, ZIN, msgspec.structs.replace(kop, werkmap=werkmap)))
    assert fout.value.code == "kopie-beschadigd"


@pytest.mark.parametrize(
    ("zin", "goed"),
    [("", False), ("kort", False), ("elf tekens!", False), (" " * 20, False), ("twaalf teken", True), (ZIN, True),
     ("aaaaaaaaaaaa", True), ("x" * 1001, False)],
)  # fmt: skip
def test_lang_genoeg(zin: str, goed: bool) -> None:
    """Long enough is all that is asked; no rules about what must be in it."""
    if goed:
        assert eis_wachtzin(zin) == zin
        return
    with pytest.raises(Invoerfout, match="wachtzin"):
        eis_wachtzin(zin)
