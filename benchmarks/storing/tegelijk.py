"""Processes that write at once: nothing lost, nothing twice, each case number once; and of each case one key."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.storing.doden import ingericht
from benchmarks.storing.heel import eis_niets_te_melden, vastgelegd
from benchmarks.storing.moeder import eis, moeder, sleutels_in
from klachtcli.journaal.sleutels import Sleutelring, ontzegel
from klachtcli.secretariaat import controle


def schrijf_tegelijk(map_: Path, processen: int, zaken: int) -> int:
    """So many processes, each so many cases with a letter; how many acts that were. Raises Afwijking."""
    map_.mkdir()
    with sleutels_in(map_ / "sleutels"), moeder() as m:
        werkmap = ingericht(map_ / "zaken")
        gezegd = m.laat(*[("handel", str(werkmap.pad), f"p{n}", str(zaken)) for n in range(processen)])
        er_is = vastgelegd(werkmap)
        eis(len(gezegd) == 2 * processen * zaken, "niet elk proces deed al zijn handelingen")
        eis(Counter(gezegd) == Counter(f"{wat} {naam}" for wat, naam in er_is.items()), "er is iets kwijt, of dubbel")
        nummers = sorted(int(regel.split()[1][6:]) for regel in gezegd if regel.startswith("ontvangen"))
        eis(nummers == [*range(1, processen * zaken + 1)], "de zaaknummers lopen niet door")
        eis(controle.controleer(werkmap).zaken == processen * zaken, "het journaal telt andere zaken")
        eis_niets_te_melden(werkmap)
    return len(gezegd)


def maak_sleutels_tegelijk(map_: Path, processen: int, zaken: int) -> int:
    """So many processes that all make the first key of the same cases; how many times one was used."""
    map_.mkdir()
    with sleutels_in(map_ / "sleutels"), moeder() as m:
        ring = Sleutelring.maak("0123456789abcdef")
        gezegd = m.laat(*[("sleutels", ring.werkmap, str(zaken)) for _ in range(processen)])
        for zaak, verzegeld in (regel.split() for regel in gezegd):
            gelezen = ontzegel(ring.sleutel(zaak), bytes.fromhex(verzegeld), b"")
            eis(gelezen == zaak.encode(), "een sleutel is een andere geworden")
        ring.sluit()
    eis(len(gezegd) == processen * zaken, "niet elk proces maakte al zijn sleutels")
    return len(gezegd)
