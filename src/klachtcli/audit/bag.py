"""A package as a BagIt bag: written beside its place, and named last. What each file beside data/ must be."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from klachtcli.audit.inhoud import Bestanden
from klachtcli.audit.stof import Stof
from klachtcli.schijf import schrijf_nieuw, sync_map

BAGIT, INFO, MANIFEST, TAGMANIFEST = "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
BAGIT_TEKST = b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"


@contextmanager
def klad(doel: Path) -> Iterator[Path]:
    """A folder beside its place, readable by its owner alone; whatever is still called so at the end is gone."""
    pad = doel.with_name(f".{doel.name}.{os.urandom(6).hex()}")
    try:
        pad.mkdir(mode=0o700)
        yield pad
    finally:
        shutil.rmtree(pad, ignore_errors=True)


def schrijf(map_: Path, stof: Stof, bestanden: Bestanden) -> int:
    """Make a bag of the files in an empty folder, all of it on disk when this returns; how many. Raises OSError."""
    aantal = 0
    for pad, inhoud, _ in bestanden:
        aantal += 1
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        schrijf_nieuw(map_ / pad, inhoud)
    bagit = bibliotheek()
    try:
        bagit.make_bag(map_, info(stof), checksums=["sha256"])
    except (bagit.BagError, RuntimeError) as fout:
        raise OSError(str(fout)) from None
    # bagit lists the tag files in the order in which the disk has them: ours is always the same.
    (map_ / TAGMANIFEST).write_bytes(tagmanifest({n: (map_ / n).read_bytes() for n in (BAGIT, INFO, MANIFEST)}))
    for naam in (BAGIT, INFO, MANIFEST, TAGMANIFEST):
        with (map_ / naam).open("rb") as bestand:
            os.fsync(bestand.fileno())
    for onder, _, _ in os.walk(map_):
        sync_map(Path(onder))
    return aantal


def geef_naam(klad_: Path, doel: Path) -> None:
    """Give the bag its name, never over something else. Raises OSError; FileExistsError where it is taken."""
    if os.path.lexists(doel):
        raise FileExistsError(errno.EEXIST, "bestaat al")
    klad_.rename(doel)
    sync_map(doel.parent)


def info(stof: Stof) -> dict[str, str]:
    """What bag-info.txt says, in order; the number of bytes and files is added to it."""
    return {
        "Bag-Software-Agent": f"klacht {stof.versie}",
        "Bagging-Date": stof.op.isoformat(),
        "External-Description": "Klachtdossier, zonder persoonsgegevens" if stof.anoniem else "Klachtdossier",
        "External-Identifier": " ".join(z.zaak for z in stof.zaken),
        "Klacht-Zegel": str(stof.geraamte.zegel),
    }


def manifest(hashes: Mapping[str, str]) -> bytes:
    """manifest-sha256.txt, in the order of bagit: of each folder first its files, then its folders."""
    return "".join(f"{hashes[pad]}  data/{pad}\n" for pad in sorted(hashes, key=_volgorde)).encode()


def _volgorde(pad: str) -> list[tuple[bool, str]]:
    *mappen, naam = pad.split("/")
    return [*((True, map_) for map_ in mappen), (False, naam)]


def tagmanifest(bestanden: Mapping[str, bytes]) -> bytes:
    """tagmanifest-sha256.txt, sorted."""
    return "".join(f"{sha256(inhoud).hexdigest()} {naam}\n" for naam, inhoud in sorted(bestanden.items())).encode()


def baginfo(stof: Stof, bytes_: int, aantal: int) -> bytes:
    """bag-info.txt as it must be."""
    velden = info(stof) | {"Payload-Oxum": f"{bytes_}.{aantal}"}
    return "".join(f"{naam}: {waarde}\n" for naam, waarde in sorted(velden.items())).encode()


def bibliotheek() -> Any:
    """The library, silent: what it would say on standard error is said here."""
    import logging

    import bagit

    logging.getLogger("bagit").disabled = True
    return bagit
