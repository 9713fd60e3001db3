"""Making a work folder, or bringing one up to date with the files that came with the product."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.instellingen.lezer import dichtste
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.sleutels import sleutelmap
from klachtcli.schijf import geef_naam, oude_naam, reden, schrijf_heel, vervang
from klachtcli.secretariaat.plekken import JOURNAAL, eis_nieuw, meegeleverd
from klachtcli.secretariaat.werkmap import Werkmap, eis_sleutels_elders, wie

_MEE = ("config", "templates")
_COMMISSIE = "config/commissie.toml"
_REGELING = re.compile('^regeling = "[^"]*"', re.MULTILINE)
# What the secretary fills in or the committee decides: no renewal touches it.
_EIGEN = (_COMMISSIE, "config/fracties.toml", "config/jaarverslag.toml", "config/signalen.toml",
          "config/bewaren.toml")  # fmt: skip


class Ingericht(NamedTuple):
    """What `richt_in` did: whether the journal is new, which files came, and which differ from the shipped ones.

    regeling: the regulation that was chosen for new cases, if one was.
    """

    werkmap: Werkmap
    nieuw: bool
    gekopieerd: list[str]
    afwijkend: list[str]
    vernieuwd: list[str]
    sleutels: Path
    regeling: str | None = None


def richt_in(pad: Path, *, regeling: str | None = None, vernieuw: bool = False, proef: bool = False) -> Ingericht:
    """Make a work folder, or bring an existing one up to date; a file that is there is never overwritten.

    regeling: the regulation that new cases follow; a commissie.toml in which nothing was filled in takes it over.
    vernieuw: rules and templates that differ from the shipped ones are replaced; the old ones stay beside them.
    Raises Invoerfout for a regulation that is not there, or where commissie.toml was filled in under another.
    """
    eis_sleutels_elders(pad)
    eis_nieuw(pad)
    try:
        if regeling is not None:
            _eis_bekend(pad, regeling)
            _kies(pad, regeling, proef)
        nieuw = not (pad / JOURNAAL).is_file()
        gekopieerd, afwijkend = _kopieer(pad, regeling, proef)
        vernieuwd = [naam for naam in afwijkend if vernieuw and naam not in _EIGEN]
        for naam in [] if proef else vernieuwd:
            _vernieuw(pad / naam, meegeleverd() / naam)
    except OSError as fout:
        raise Onbruikbaar("map-niet-te-schrijven", f"de map {pad} is niet te schrijven: {reden(fout)}") from None
    if nieuw and not proef:
        Journaal.maak(pad / JOURNAAL, os.urandom(8).hex(), door=wie())
    behouden = [naam for naam in afwijkend if naam not in vernieuwd]
    return Ingericht(Werkmap(pad), nieuw, gekopieerd, behouden, vernieuwd, sleutelmap(), regeling)


def _eis_bekend(pad: Path, regeling: str) -> None:
    """A regulation that came with the product, or one of the work folder's own."""
    mappen = (meegeleverd() / "config" / "regelingen", pad / "config" / "regelingen")
    bekend = sorted({versie.parent.name for map_ in mappen for versie in map_.glob("*/*.toml")})
    if regeling not in bekend:
        raise Invoerfout(
            "regeling-onbekend",
            f"een regeling '{regeling[:60]}' is er niet{dichtste(regeling, bekend)}",
            herstel=f"Er zijn: {', '.join(bekend)}. Een eigen regeling zet u in config/regelingen van de werkmap",
        )


def _kies(pad: Path, regeling: str, proef: bool) -> None:
    """The regulation in a commissie.toml that is there already, as long as nothing else was filled in."""
    doel = pad / _COMMISSIE
    if not doel.exists() or (huidige := lees_commissie(pad / "config").regeling) == regeling:
        return
    if doel.read_bytes() != _inhoud(_COMMISSIE, huidige):
        raise Invoerfout(
            "commissie-al-ingevuld",
            f"{_COMMISSIE} is al ingevuld, voor regeling '{huidige}'",
            grondslag="init overschrijft nooit wat u invulde",
            herstel=f'Zet in dat bestand: regeling = "{regeling}". Nieuwe zaken volgen die dan; zaken die er al zijn, '
            "houden de regeling van hun ontvangst",
        )
    if not proef:
        with vervang(doel) as uit:
            uit.write(_inhoud(_COMMISSIE, regeling))


def _inhoud(naam: str, regeling: str | None) -> bytes:
    """A shipped file; that of the committee with the regulation that was chosen."""
    ruw = (meegeleverd() / naam).read_bytes()
    if naam != _COMMISSIE or regeling is None:
        return ruw
    return _REGELING.sub(f'regeling = "{regeling}"', ruw.decode(), count=1).encode()


def _vernieuw(doel: Path, bron: Path) -> None:
    """The shipped file in the place of the old one, which keeps standing beside it under a free name."""
    geef_naam(doel, oude_naam(doel))
    schrijf_heel(doel, bron.read_bytes())


def _kopieer(pad: Path, regeling: str | None, proef: bool) -> tuple[list[str], list[str]]:
    gekopieerd, afwijkend = [], []
    for naam in _meegeleverde_bestanden():
        doel, inhoud = pad / naam, _inhoud(naam, regeling)
        if not doel.exists():
            gekopieerd.append(naam)
            if not proef:
                doel.parent.mkdir(parents=True, exist_ok=True)
                with suppress(FileExistsError):  # another init was first
                    schrijf_heel(doel, inhoud)
        elif doel.read_bytes() != inhoud:
            afwijkend.append(naam)
    return gekopieerd, afwijkend


def _meegeleverde_bestanden() -> Iterator[str]:
    wortel = meegeleverd()
    for deel in _MEE:
        for bron in sorted((wortel / deel).rglob("*")):
            if bron.is_file():
                yield bron.relative_to(wortel).as_posix()
