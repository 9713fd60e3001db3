"""Making a work folder, or bringing one up to date with the files that came with the product."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.sleutels import sleutelmap
from klachtcli.schijf import geef_naam, oude_naam, reden, schrijf_heel
from klachtcli.secretariaat.plekken import JOURNAAL, eis_nieuw, meegeleverd
from klachtcli.secretariaat.werkmap import Werkmap, eis_sleutels_elders, wie

_MEE = ("config", "templates")
# What the secretary fills in or the committee decides: no renewal touches it.
_EIGEN = ("config/commissie.toml", "config/fracties.toml", "config/jaarverslag.toml", "config/signalen.toml",
          "config/bewaren.toml")  # fmt: skip


class Ingericht(NamedTuple):
    """What `richt_in` did: whether the journal is new, which files came, and which differ from the shipped ones."""

    werkmap: Werkmap
    nieuw: bool
    gekopieerd: list[str]
    afwijkend: list[str]
    vernieuwd: list[str]
    sleutels: Path


def richt_in(pad: Path, *, vernieuw: bool = False, proef: bool = False) -> Ingericht:
    """Make a work folder, or bring an existing one up to date; a file that is there is never overwritten.

    vernieuw: rules and templates that differ from the shipped ones are replaced; the old ones stay beside them.
    """
    eis_sleutels_elders(pad)
    eis_nieuw(pad)
    try:
        nieuw = not (pad / JOURNAAL).is_file()
        gekopieerd, afwijkend = _kopieer(pad, proef)
        vernieuwd = [naam for naam in afwijkend if vernieuw and naam not in _EIGEN]
        for naam in [] if proef else vernieuwd:
            _vernieuw(pad / naam, meegeleverd() / naam)
    except OSError as fout:
        raise Onbruikbaar("map-niet-te-schrijven", f"de map {pad} is niet te schrijven: {reden(fout)}") from None
    if nieuw and not proef:
        Journaal.maak(pad / JOURNAAL, os.urandom(8).hex(), door=wie())
    behouden = [naam for naam in afwijkend if naam not in vernieuwd]
    return Ingericht(Werkmap(pad), nieuw, gekopieerd, behouden, vernieuwd, sleutelmap())


def _vernieuw(doel: Path, bron: Path) -> None:
    """The shipped file in the place of the old one, which keeps standing beside it under a free name."""
    geef_naam(doel, oude_naam(doel))
    schrijf_heel(doel, bron.read_bytes())


def _kopieer(pad: Path, proef: bool) -> tuple[list[str], list[str]]:
    gekopieerd, afwijkend = [], []
    for bron, naam in _meegeleverde_bestanden():
        doel = pad / naam
        if not doel.exists():
            gekopieerd.append(naam)
            if not proef:
                doel.parent.mkdir(parents=True, exist_ok=True)
                with suppress(FileExistsError):  # another init was first
                    schrijf_heel(doel, bron.read_bytes())
        elif doel.read_bytes() != bron.read_bytes():
            afwijkend.append(naam)
    return gekopieerd, afwijkend


def _meegeleverde_bestanden() -> Iterator[tuple[Path, str]]:
    wortel = meegeleverd()
    for deel in _MEE:
        for bron in sorted((wortel / deel).rglob("*")):
            if bron.is_file():
                yield bron, bron.relative_to(wortel).as_posix()
