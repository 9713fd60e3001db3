"""A journal with its first entry, and the key ring beside it: both, or neither."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from klachtcli import __version__, klok
from klachtcli.journaal.bestand import is_van, maak_bestand
from klachtcli.journaal.codec import Inhoud, codeer
from klachtcli.journaal.keten import KETEN
from klachtcli.journaal.sleutels import Sleutelring, verzegel
from klachtcli.zaak.gebeurtenissen import WerkmapAangemaakt


def richt_op(pad: Path, werkmap: str, door: str, sleutelmap: Path | None) -> None:
    """Make them. Raises Onbruikbaar where one is already there."""
    ring = Sleutelring.maak(werkmap, sleutelmap)
    try:
        kop = KETEN.kop(1, "", "werkmap_aangemaakt", nu := klok.stempel(klok.nu()), "secretaris", __version__)
        eerste = codeer(Inhoud(door, WerkmapAangemaakt(werkmap), ()))
        verzegeld = verzegel(ring.sleutel_of_nieuw(""), eerste, kop)
        inhoud_sha256 = sha256(verzegeld).digest()
        hash_ = KETEN.schakel(KETEN.begin(werkmap), kop, inhoud_sha256)
        rij = (1, "", "werkmap_aangemaakt", nu, "secretaris", __version__, verzegeld, inhoud_sha256, hash_)
        maak_bestand(pad, werkmap, rij)
    except BaseException:
        if not is_van(pad, werkmap):  # stopped just after the journal got its name: it needs its keys
            ring.gooi_weg()
        raise
    ring.sluit()
