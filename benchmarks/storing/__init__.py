"""Faults, many of them: writers killed at random moments, processes that write at once, single bytes changed.

Nothing said may be lost, nothing may be there half or twice, and a changed byte is found or provably touches nothing
that counts (which bytes those are stands in the table). `ZAAD=123 python -m benchmarks storing` repeats a run: the
same bytes, and the same moments as far as the machine lets them be.

    kind, moeder  the writers, and the process that forks and kills them
    doden         what dies: writers of cases and letters, of a new work folder, of an older form of the journal
    heel          what must be so afterwards
    tegelijk      eight at once
    bytes_, kaart a byte changed; which bytes of an SQLite file hold nothing
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.meten import Afwijking, Telling
from benchmarks.storing.bytes_ import Proef, verander
from benchmarks.storing.doden import Doden, bijwerkers, dood, ingericht, inrichters, schrijvers
from benchmarks.storing.moeder import moeder
from benchmarks.storing.tegelijk import maak_sleutels_tegelijk, schrijf_tegelijk
from benchmarks.vulling import tijdelijk
from klachtcli.fouten import KlachtFout
from klachtcli.secretariaat.plekken import JOURNAAL

# What dies, how many at random moments, and how many each a step further (so many steps does its work have).
GEDOOD: tuple[tuple[str, Doden, int, int], ...] = (
    ("schrijvers van zaken en brieven", schrijvers, 500, 160),
    ("inrichters van een werkmap", inrichters, 50, 450),
    ("bijwerkers van een ouder journaal", bijwerkers, 50, 44),
)
PROCESSEN, ZAKEN = 8, 25
BYTES = {"het journaal": 1000, "de sleutelring": 1000}


def meet() -> list[Telling]:
    """The counts of this subject."""
    zaad = int(os.environ.get("ZAAD") or random.SystemRandom().randrange(10**9))
    print(f"  zaad {zaad}; dezelfde proef nog eens: ZAAD={zaad} python -m benchmarks storing", flush=True)
    with tijdelijk() as map_:
        uit = []
        for wat, soort, aantal, stappen in GEDOOD:
            uit.append(_dood(map_ / wat, f"{wat}, op een moment gedood", soort, range(aantal), zaad))
            uit.append(_dood(map_ / f"{wat} 2", f"{wat}, elk een stap verder gedood", soort, range(stappen), None))
        uit += [_tegelijk(map_ / "tegelijk", "handelingen van 8 processen tegelijk", schrijf_tegelijk)]
        uit += [_tegelijk(map_ / "sleutels8", "eerste sleutels van 8 processen tegelijk", maak_sleutels_tegelijk)]
        return uit + _bytes(map_ / "bytes", zaad)


def _dood(map_: Path, wat: str, soort: Doden, nummers: range, zaad: int | None) -> Telling:
    try:
        gevonden = dood(soort, map_, nummers, zaad, _stap(wat, len(nummers)))
    except (Afwijking, KlachtFout) as fout:
        return Telling(wat, len(nummers), 1, str(fout))
    gezegd = gevonden.pop("gezegd")
    if not gezegd:  # the last ones must come to their end, or steps are left at which none died
        return Telling(wat, len(nummers), 1, "geen enkele kwam aan zijn einde: het werk heeft meer stappen dan dit")
    rest = "; ".join(f"{n}× {naam}" for naam, n in sorted(gevonden.items()))
    return Telling(
        wat, len(nummers), 0, f"{gezegd} handelingen gezegd en heel terug; achtergelaten en hersteld: {rest}"
    )


def _tegelijk(map_: Path, wat: str, doe: Callable[[Path, int, int], int]) -> Telling:
    try:
        return Telling(wat, doe(map_, PROCESSEN, ZAKEN), 0, "niets kwijt, niets dubbel")
    except (Afwijking, KlachtFout) as fout:
        return Telling(wat, PROCESSEN * ZAKEN, 1, str(fout))


def _bytes(map_: Path, zaad: int) -> list[Telling]:
    map_.mkdir()
    werkmap = ingericht(map_ / "zaken")
    with moeder() as m:
        m.laat(("handel", str(werkmap.pad), "eerst", "6"))
    with werkmap.journaal() as journaal:
        ring = journaal.ring.pad
    plekken = {"het journaal": werkmap.pad / JOURNAAL, "de sleutelring": ring / "ring.sqlite"}
    uit = []
    for wat, aantal in BYTES.items():
        uit += _als_tabel(wat, verander(werkmap, plekken[wat], aantal, zaad, _stap(f"bytes van {wat}", aantal)))
    hoofd = Proef(werkmap, ring / "hoofdsleutel")
    return uit + _als_tabel("de hoofdsleutel", Counter(hoofd.beoordeel(n, 1 << n % 8) for n in range(len(hoofd.ruw))))


def _als_tabel(waarvan: str, gevonden: Counter[tuple[str, str]]) -> list[Telling]:
    """A row for each check that found a byte, and for each kind of byte that holds nothing."""
    volgorde = sorted(gevonden.items(), key=lambda rij: (rij[0][0], -rij[1]))
    return [
        Telling(f"byte van {waarvan}: {oordeel}", n, n if oordeel == "NIET ONTDEKT" else 0, wat)
        for (oordeel, wat), n in volgorde
    ]


def _stap(wat: str, aantal: int) -> Callable[[], None]:
    """Shows on standard error how far it is."""
    gedaan = 0

    def stap() -> None:
        nonlocal gedaan
        gedaan += 1
        if gedaan % 25 == 0 or gedaan == aantal:
            print(
                f"\r  {wat}: {gedaan} van {aantal}", end="\n" if gedaan == aantal else "", file=sys.stderr, flush=True
            )

    return stap
