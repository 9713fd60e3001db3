"""Where things stand on disk: the work folder one is in, and the files that came with the product."""

from __future__ import annotations

import os
from pathlib import Path

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.schijf import reden

JOURNAAL = "journaal.sqlite"
_INGERICHT = "config/commissie.toml"
_SPOREN = ("brieven", "vernietigd", f"{JOURNAAL}.oud-1")  # what only a work folder with cases has


def vind(gekozen: str | None = None) -> Path:
    """The work folder: the one that was named, else KLACHT_MAP, else the nearest folder upward that is one."""
    if gekozen := gekozen or os.environ.get("KLACHT_MAP"):
        if _is_werkmap(Path(gekozen)):
            return Path(gekozen)
        eis_nieuw(Path(gekozen))
        raise Invoerfout(
            "geen-werkmap", f"{gekozen} is geen werkmap", herstel=f"Maak er een met: klacht init {gekozen}"
        )
    hier = Path.cwd()
    for pad in (hier, *hier.parents):
        if _is_werkmap(pad):
            return pad
        eis_nieuw(pad)
    raise Invoerfout(
        "geen-werkmap",
        "hier of hierboven is geen werkmap",
        herstel="Ga naar een werkmap, noem haar met --map, of maak er een met: klacht init MAP",
    )


def waarheen(gekozen: str | None = None) -> Path:
    """Where a work folder is put back, which need not be there: as was named, KLACHT_MAP, else where one stands."""
    if gekozen := gekozen or os.environ.get("KLACHT_MAP"):
        return Path(gekozen)
    return vind() if is_hier() else Path.cwd()


def is_hier() -> bool:
    """Whether a work folder was named, or one stands in one."""
    hier = Path.cwd()
    return bool(os.environ.get("KLACHT_MAP")) or any(_is_werkmap(pad) for pad in (hier, *hier.parents))


def _is_werkmap(pad: Path) -> bool:
    try:
        return (pad / JOURNAAL).is_file()
    except OSError as fout:
        feit = f"de map {pad} is niet te lezen: {reden(fout)}"
        raise Onbruikbaar("map-niet-te-lezen", feit, herstel="Geef uzelf leesrecht op de map") from None


def eis_nieuw(pad: Path) -> None:
    """That no cases were kept here before: a journal that is gone is put back, never begun anew.

    A new one would say that there is nothing to do, and give numbers that letters already bear. Raises Onbruikbaar.
    """
    if not _is_werkmap(pad) and (pad / _INGERICHT).exists() and any((pad / deel).exists() for deel in _SPOREN):
        feit = f"in {pad} staan brieven of een ouder journaal, maar {JOURNAAL} is er niet"
        herstel = "Zet het bestand terug, of een reservekopie: klacht beheer herstel RESERVEKOPIE MAP"
        raise Onbruikbaar("journaal-ontbreekt", feit, herstel=herstel)


def kies_bestand(gevraagd: str | None, naam: str, wat: str) -> Path:
    """The file to make: as was asked, in the folder that was asked, or here under its own name.

    Raises Invoerfout for another kind of file, named where it is a known one: else it may be a part of somebody's name.
    """
    pad, soort = Path(gevraagd or naam), Path(naam).suffix
    if pad.is_dir():
        return pad / naam
    if (ander := pad.suffix.lower()) not in ("", soort):
        anders = f", geen {ander}" if ander in _KANTOOR else ", en deze naam eindigt anders"
        raise Invoerfout(f"geen-{soort[1:]}", f"{wat} ({soort}){anders}",
                         herstel=f"Kies met -o een naam die eindigt op {soort}")  # fmt: skip
    return pad if ander else pad.with_name(f"{pad.name}{soort}")


_KANTOOR = frozenset({".csv", ".doc", ".docx", ".ods", ".odt", ".pdf", ".txt", ".xls", ".xlsm", ".xlsx"})


def meegeleverd() -> Path:
    """The folder with the shipped config and templates: in the wheel, or in a checkout."""
    pakket = Path(__file__).parents[1]
    in_wiel = pakket / "meegeleverd"
    return in_wiel if in_wiel.is_dir() else pakket.parents[1]
