"""`klacht overzicht` over 10,000 cases, from the journal to the file, against openpyxl writing only the same cells.

Ours reads and decrypts the journal, folds each case, computes each term and each duty, and then writes; the other side
gets the values ready and writes them as openpyxl's manual shows: write-only, append, save.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from benchmarks.meten import Afwijking, Meting, duur, wisselend
from benchmarks.vulling import maak, tijdelijk
from klachtcli import klok
from klachtcli.secretariaat.overzicht import Wens, leg_uit
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.werkboek import Link, schrijf

ZAKEN, LOPEND, TERMIJNEN = 10_000, 200, 6
MEGABYTES = 300
Bladen = list[tuple[str, list[Sequence[Any]]]]


def meet() -> list[Meting]:
    """The measures of this subject."""
    with tijdelijk() as map_:
        groot = maak(map_ / "groot", open_zaken=LOPEND, gesloten_zaken=ZAKEN - LOPEND).pad
        klein = maak(map_ / "klein", open_zaken=LOPEND // 10, gesloten_zaken=(ZAKEN - LOPEND) // 10).pad
        bladen = _waarden(groot)
        paren = wisselend(lambda: ons(groot), lambda: zij(bladen), paren=3)
        omvang = sum(len(rij) for _, rijen in bladen for rij in rijen) / 1e6
        bladen.clear()
        van_klein, piek = min(duur(lambda: ons(klein)) for _ in range(3)), _piek(groot)
    uitleg = f"{omvang:.2f} miljoen cellen; ons, uit het journaal, en openpyxl: {paren.in_ms}".replace(".", ",", 1)
    return [
        Meting(f"overzicht van {ZAKEN} zaken tegen openpyxl", paren.verhouding, 1.5, toelichting=uitleg),
        Meting("tien keer zoveel zaken", min(paren.a) / van_klein, 13,
               toelichting=f"een tiende kost {1000 * van_klein:.0f} ms"),
        Meting(f"piek van het geheugen, tegen {MEGABYTES} MB", piek / MEGABYTES, 1, toelichting=f"{piek:.0f} MB"),
    ]  # fmt: skip


def ons(pad: Path) -> int:
    """The overview as the product makes it; how many bytes it is."""
    uit, gelegd = io.BytesIO(), leg_uit(Werkmap(pad), Wens(klok.vandaag()))
    schrijf(uit, gelegd.bladen, titel="Overzicht", gemaakt=gelegd.gemaakt, eigenschappen=gelegd.eigenschappen)
    return uit.tell()


def zij(bladen: Bladen) -> int:
    """The same values by openpyxl alone."""
    uit, boek = io.BytesIO(), Workbook(write_only=True)
    for naam, rijen in bladen:
        blad = boek.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
    boek.save(uit)
    return uit.tell()


def _waarden(pad: Path) -> Bladen:
    """All values of the overview, as openpyxl takes them: no links, no time zones."""
    gelegd = leg_uit(Werkmap(pad), Wens(klok.vandaag()))
    uit: Bladen = [(b.naam, [[k.kop for k in b.kolommen], *([_kaal(w) for w in rij] for rij in b.rijen)])
                   for b in gelegd.bladen]  # fmt: skip
    if (aantal := len(dict(uit)["Termijnen"])) < ZAKEN * TERMIJNEN:
        raise Afwijking(f"er zijn maar {aantal} termijnen: minder dan {TERMIJNEN} per zaak")
    return uit


def _kaal(waarde: Any) -> Any:
    if isinstance(waarde, Link):
        return waarde.tekst
    return waarde.replace(tzinfo=None) if hasattr(waarde, "tzinfo") else waarde


def _piek(pad: Path) -> float:
    """The most memory that a fresh process has held while it made the overview, in MB."""
    opdracht = (
        f"from pathlib import Path; from benchmarks.overzicht import ons; ons(Path({str(pad)!r}));"
        "print(next(r.split()[1] for r in open('/proc/self/status') if r.startswith('VmHWM')))"
    )
    uit = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    return int(uit.stdout) / 1024
