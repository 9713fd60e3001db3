"""Reading the file of a copy (`kopievorm`), with suspicion: all of it is verified, and none of its names is a path."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec
from cryptography.exceptions import InvalidTag

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.kopievorm import (
    GEBONDEN_NAMEN,
    JOURNAAL,
    LEES,
    LEESMIJ,
    MANIFEST,
    NAMEN,
    SOM,
    SOORT,
    VORM,
    Gemeten,
    Manifest,
    Naam,
    bindt,
    kapot,
    slot,
)
from klachtcli.journaal.sleutelkopie import WERKMAP
from klachtcli.journaal.sleutels import Sleutelring, ontzegel
from klachtcli.journaal.stroom import ontzegel_stroom

_MEESTE = 100_000_000  # bytes of a manifest or of the names
_ZIPFOUTEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    KeyError,
    msgspec.MsgspecError,
)


class Kopie:
    """A copy that was opened: whole, unchanged since it was made, and of a form that this version reads.

    Use as a context manager. Raises Onbruikbaar where it is not so, and OSError.
    """

    def __init__(self, pad: Path) -> None:
        self._stroom = pad.open("rb")
        try:
            _eis_som(self._stroom)
            self._zip = zipfile.ZipFile(self._stroom)
            self.manifest, self._ruw = _lees_manifest(self._zip)
        except _ZIPFOUTEN:
            self._stroom.close()
            raise kapot() from None
        except BaseException:
            self._stroom.close()
            raise

    def __enter__(self) -> Kopie:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._stroom.close()

    def namen(self, ring: Sleutelring) -> list[Naam]:
        """What the sealed parts are called, in their order. Raises Onbruikbaar where the manifest is not its own."""
        sleutel = ring.sleutel("")
        try:
            namen = ontzegel(sleutel, self._zip.read(NAMEN), GEBONDEN_NAMEN + self._ruw)
            uit = msgspec.json.decode(namen, type=list[Naam])
        except (*_ZIPFOUTEN, InvalidTag):
            raise kapot() from None
        if len(uit) != len(self.manifest.delen) - 2:
            raise kapot()
        return uit

    def journaal(self) -> Iterator[bytes]:
        """The journal, in pieces."""
        return self._lees(1, lambda bron: iter(lambda: bron.read(LEES), b""))

    def deel(self, n: int, naam: Naam, ring: Sleutelring) -> Iterator[bytes]:
        """The contents of the sealed part of the name with index n, in pieces."""
        gebonden = bindt(self.manifest.werkmap, self.manifest.delen[n + 2].naam)
        return self._lees(n + 2, lambda bron: ontzegel_stroom(ring.sleutel(naam.zaak), bron, gebonden))

    def _lees(self, n: int, haal: Callable[[Gemeten], Iterable[bytes]]) -> Iterator[bytes]:
        deel = self.manifest.delen[n]
        try:
            with self._zip.open(deel.naam) as bron:
                yield from haal(gemeten := Gemeten(bron))
        except (*_ZIPFOUTEN, InvalidTag):
            raise kapot() from None
        if gemeten.som.hexdigest() != deel.sha256:
            raise kapot()


def _eis_som(bron: IO[bytes]) -> None:
    if slot(bron) != bron.read(SOM):
        raise kapot()
    bron.seek(0)


def _lees_manifest(zip_: zipfile.ZipFile) -> tuple[Manifest, bytes]:
    """The manifest and its bytes, held against what stands in the zip: these parts, in this order, none packed."""
    lijst = zip_.infolist()
    if zip_.getinfo(MANIFEST).file_size > _MEESTE or any(i.compress_type or i.flag_bits & 1 for i in lijst):
        raise kapot()
    ruw = zip_.read(MANIFEST)
    vorm = msgspec.json.decode(ruw, type=dict[str, Any]).get("vorm")
    if isinstance(vorm, int) and vorm > VORM:
        feit = f"deze reservekopie heeft vorm {str(vorm)[:9]}; deze versie van klacht leest tot en met vorm {VORM}"
        raise Onbruikbaar("kopie-onbekende-vorm", feit, herstel="Werk klacht bij")
    manifest = msgspec.json.decode(ruw, type=Manifest)
    delen = [(d.naam, d.grootte) for d in manifest.delen]
    if [(i.filename, i.file_size) for i in lijst[:-2]] != delen or [i.filename for i in lijst[-2:]] != [
        MANIFEST,
        NAMEN,
    ]:
        raise kapot()
    if [naam for naam, _ in delen] != [LEESMIJ, JOURNAAL, *(f"delen/{n:06d}" for n in range(1, len(delen) - 1))]:
        raise kapot()
    if (
        lijst[-1].file_size > _MEESTE
        or manifest.soort != SOORT
        or not WERKMAP.fullmatch(manifest.werkmap)
        or len(manifest.zegel.hash) != 32
    ):
        raise kapot()
    return manifest, ruw
