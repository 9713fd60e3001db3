"""Which files of a copy come where: what is not there comes, what is the same stays, what differs is put aside."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from klachtcli.fouten import Geweigerd, Onbruikbaar
from klachtcli.journaal.kopielezer import Kopie
from klachtcli.journaal.kopievorm import Naam, som
from klachtcli.journaal.sleutels import Sleutelring
from klachtcli.schijf import geef_naam, gooi_weg, is_klad, open_klad, oude_naam
from klachtcli.secretariaat.plekken import JOURNAAL

_FOUT_DEEL = re.compile(r"^\.{0,2}$|[\\\0]")  # no name, this folder, the one above, or how Windows says so


class Bestand(NamedTuple):
    """A file of the copy: its index and name there, where it comes, and what stands there now."""

    n: int
    naam: Naam
    doel: Path
    stand: Literal["nieuw", "gelijk", "anders"]


class Plan(NamedTuple):
    """What comes in a folder, from an open copy."""

    map: Path
    kopie: Kopie
    ring: Sleutelring
    bestanden: list[Bestand]


def maak_plan(kopie: Kopie, map_: Path, ring: Sleutelring, zonder: Collection[str]) -> Plan:
    """Open every file in the copy and look what is in its place. `zonder`: cases whose letters stay shut."""
    namen = kopie.namen(ring)
    _eis_veilig(namen)
    bestanden = [
        Bestand(n, naam, doel := map_ / naam.pad, _stand(doel, som(kopie.deel(n, naam, ring))))
        for n, naam in enumerate(namen)
        if naam.zaak not in zonder
    ]
    return Plan(map_, kopie, ring, bestanden)


def eis_leeg(map_: Path, plan: Plan) -> None:
    """The folder has nothing but what the copy has too, and what a copy that was broken off left. Raises Geweigerd."""
    if not map_.exists():
        return
    gelijk = {b.doel for b in plan.bestanden if b.stand == "gelijk"}
    if any(pad not in gelijk and not is_klad(pad) for pad in map_.rglob("*") if pad.is_symlink() or not pad.is_dir()):
        raise Geweigerd("map-niet-leeg", "in deze map staat iets anders", herstel="Kies een nieuwe of een lege map")


def zet_bestanden(plan: Plan, geschreven: list[Path]) -> None:
    """Write what is not there as it is in the copy; `geschreven` grows with each file. Raises OSError."""
    for n, naam, doel, stand in plan.bestanden:
        if stand == "gelijk":
            continue
        doel.parent.mkdir(parents=True, exist_ok=True)
        with open_klad(doel) as (klad, bestand):
            for stuk in plan.kopie.deel(n, naam, plan.ring):
                bestand.write(stuk)
        try:
            if stand == "anders":
                geef_naam(doel, oude_naam(doel))
            geef_naam(klad, doel)
            geschreven.append(doel)
        finally:
            gooi_weg(klad)


def neem_terug(map_: Path, geschreven: Iterable[Path]) -> None:
    """Remove what was written in a folder that was empty, and the folders that are empty by it."""
    for pad in geschreven:
        gooi_weg(pad)
    for pad in sorted(map_.rglob("*"), reverse=True):
        if pad.is_dir() and not pad.is_symlink() and not any(pad.iterdir()):
            pad.rmdir()


def _eis_veilig(namen: Iterable[Naam]) -> None:
    """Each name is a place below the folder, each another, and none is the journal's. They are sealed; and yet."""
    gezien = {JOURNAAL}
    for naam in namen:
        delen = naam.pad.split("/")
        if any(_FOUT_DEEL.search(deel) for deel in delen) or PurePosixPath(naam.pad).is_absolute():
            raise _onveilig()
        if naam.pad.casefold() in gezien or naam.pad.startswith(f"{JOURNAAL}-"):
            raise _onveilig()
        gezien.add(naam.pad.casefold())


def _onveilig() -> Onbruikbaar:
    feit = "in de reservekopie staat een bestand met een naam die hier niet kan"
    return Onbruikbaar("kopie-onveilig", feit, herstel="Neem een andere reservekopie")


def _stand(doel: Path, komt: str) -> Literal["nieuw", "gelijk", "anders"]:
    if not doel.exists() and not doel.is_symlink():
        return "nieuw"
    if doel.is_symlink() or not doel.is_file():
        return "anders"
    with doel.open("rb") as bestand:
        return "gelijk" if som(iter(lambda: bestand.read(1 << 20), b"")) == komt else "anders"
