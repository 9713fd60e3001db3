"""A bag, read with suspicion: every file is there and is what it was, and nothing else is.

BagIt guards data/ by a manifest, and the manifest by a tag manifest; nothing guards that. So all four files beside
data/ are counted anew here, to the byte, from what they stand for.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from hashlib import file_digest, sha256
from pathlib import Path

from klachtcli.audit.bag import (
    BAGIT,
    BAGIT_TEKST,
    INFO,
    MANIFEST,
    TAGMANIFEST,
    baginfo,
    bibliotheek,
    manifest,
    tagmanifest,
)
from klachtcli.audit.stof import Stof
from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.schijf import reden

_MEESTE, _GROOTST = 100_000, 2_000_000_000  # files, and bytes in one: far beyond a real file, far below a bomb
OPNIEUW = "Vraag om een nieuw pakket, of maak het opnieuw: klacht audit pakket"


class Bag:
    """A bag on disk: its files, each a plain one, and the hash of each below data/. Raises KlachtFout."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        try:
            if not map_.is_dir():
                wat = "een bestand" if map_.exists() else "er niet"
                raise Invoerfout("geen-pakket", f"{map_.name!r} is {wat}; een pakket is een map",
                                 herstel="Pak een zip eerst uit, en noem de map waarin bagit.txt staat")  # fmt: skip
            self.paden = _paden(map_)
            self.hashes = {pad[5:]: self._hash(pad) for pad in self.paden if pad.startswith("data/") and pad[-1] != "/"}
        except OSError as fout:
            raise onleesbaar(fout) from None
        if not self.paden.keys() & {BAGIT, INFO, MANIFEST, TAGMANIFEST}:
            raise Onbruikbaar("geen-pakket", "in deze map staat geen pakket (BagIt) van klacht",
                              herstel="Noem de map waarin bagit.txt staat")  # fmt: skip
        self._eis_manifest()

    def lees(self, pad: str) -> bytes:
        """The bytes of a file below data/, which are those of its hash. Raises Onbruikbaar."""
        if pad not in self.hashes:
            raise ontbreekt(f"data/{pad}")
        ruw = self._ruw(f"data/{pad}")
        if sha256(ruw).hexdigest() != self.hashes[pad]:
            raise veranderd(f"data/{pad}")
        return ruw

    def eis_labels(self, stof: Stof | None) -> None:
        """That the four files beside data/ are to the byte what they must be. Raises Onbruikbaar that names one.

        stof: what bag-info.txt must tell; None where another version of klacht wrote that.
        """
        grootten = [self.paden[f"data/{pad}"] for pad in self.hashes]
        moet = {BAGIT: BAGIT_TEKST, MANIFEST: manifest(self.hashes)}
        moet[INFO] = baginfo(stof, sum(grootten), len(grootten)) if stof else self._zelfde_info()
        moet[TAGMANIFEST] = tagmanifest(moet)
        for naam, inhoud in moet.items():
            if self._ruw(naam) != inhoud:
                raise veranderd(naam)
        if vreemd := sorted(self.paden.keys() - moet.keys() - {f"data/{pad}" for pad in self.hashes}):
            raise extra(vreemd[0])
        _eis_geldig(self.map)

    def _eis_manifest(self) -> None:
        """That data/ is what the manifest says; where they differ, the tag manifest tells which of the two changed."""
        for naam in (BAGIT, INFO, MANIFEST, TAGMANIFEST):
            if naam not in self.paden:
                raise ontbreekt(naam)
        ruw = self._ruw(MANIFEST)
        if ruw == manifest(self.hashes):
            return
        if sha256(ruw).hexdigest().encode() not in self._ruw(TAGMANIFEST):
            raise veranderd(MANIFEST)
        volgens = dict(_regels(ruw))
        if "" in volgens:
            raise veranderd(MANIFEST)
        for pad in sorted(volgens.keys() | self.hashes.keys()):
            if pad not in self.hashes:
                raise ontbreekt(f"data/{pad}")
            if pad not in volgens:
                raise extra(f"data/{pad}")
            if volgens[pad] != self.hashes[pad]:
                raise veranderd(f"data/{pad}")
        raise veranderd(MANIFEST)

    def _zelfde_info(self) -> bytes:
        """bag-info.txt, where only the tag manifest can tell that it is the same."""
        ruw = self._ruw(INFO)
        if sha256(ruw).hexdigest().encode() not in self._ruw(TAGMANIFEST):
            raise veranderd(INFO)
        return ruw

    def _ruw(self, pad: str) -> bytes:
        try:
            return (self.map / pad).read_bytes()
        except OSError as fout:
            raise onleesbaar(fout) from None

    def _hash(self, pad: str) -> str:
        with (self.map / pad).open("rb") as bestand:
            return file_digest(bestand, "sha256").hexdigest()


def veranderd(pad: str) -> Onbruikbaar:
    """A file is not what it was."""
    return _fout("pakket-veranderd", f"in het pakket is {_getoond(pad)} veranderd")


def ontbreekt(pad: str) -> Onbruikbaar:
    """A file is not there."""
    return _fout("pakket-veranderd", f"in het pakket ontbreekt {_getoond(pad)}")


def extra(pad: str) -> Onbruikbaar:
    """A file is there that does not belong to it."""
    feit = f"in het pakket staat {_getoond(pad)}, en dat hoort er niet in"
    herstel = "Kwam het er later bij, zoals .DS_Store of Thumbs.db, haal het weg; vraag anders om een nieuw pakket"
    return _fout("pakket-veranderd", feit, herstel)


def onleesbaar(fout: OSError) -> Onbruikbaar:
    """The disk does not give the package."""
    return Onbruikbaar("pakket-onleesbaar", f"het pakket is niet te lezen: {reden(fout)}",
                       herstel="Controleer de rechten op de map")  # fmt: skip


def _fout(code: str, feit: str, herstel: str = OPNIEUW) -> Onbruikbaar:
    return Onbruikbaar(code, feit, grondslag="een pakket geldt alleen zoals het is gemaakt", herstel=herstel)


def _getoond(pad: str) -> str:
    """A place in a package as it can be printed."""
    return pad.encode("utf-8", "backslashreplace").decode() if pad.isprintable() else ascii(pad)


def _paden(map_: Path) -> dict[str, int]:
    """Every file and its size, and every empty folder, with a / after it. Raises Onbruikbaar, OSError."""
    uit: dict[str, int] = {}
    for onder, mappen, bestanden in os.walk(map_, onerror=_werp):
        van = Path(onder).relative_to(map_).as_posix()
        if not mappen and not bestanden and onder != str(map_):
            uit[f"{van}/"] = 0
        for naam in [*mappen, *bestanden]:
            pad = naam if van == "." else f"{van}/{naam}"
            if not pad.isprintable():  # also what is no UTF-8
                raise extra(pad)
            wat = (Path(onder) / naam).lstat()
            if stat.S_ISDIR(wat.st_mode):
                continue
            if not stat.S_ISREG(wat.st_mode):
                raise _fout("pakket-veranderd", f"in het pakket is {_getoond(pad)} geen gewoon bestand")
            uit[pad] = wat.st_size
            if wat.st_size > _GROOTST or len(uit) > _MEESTE:
                raise _fout(
                    "pakket-te-groot", f"in het pakket is {_getoond(pad)} te groot, of het zijn te veel bestanden"
                )
    return uit


def _werp(fout: OSError) -> None:
    raise fout


def _regels(ruw: bytes) -> Iterable[tuple[str, str]]:
    for regel in ruw.decode("utf-8", "replace").splitlines():
        hash_, _, pad = regel.partition("  data/")
        yield pad, hash_


def _eis_geldig(map_: Path) -> None:
    """What bagit itself says of it. Raises Onbruikbaar."""
    bagit = bibliotheek()
    try:
        bagit.Bag(str(map_)).validate()
    except (bagit.BagError, OSError, ValueError) as fout:
        raise _fout("pakket-geen-bag", f"volgens bagit is het pakket niet geldig ({type(fout).__name__})") from None
