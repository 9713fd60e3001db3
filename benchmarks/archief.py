"""`klacht termijnen`, as a whole process, on 50 open cases beside 10,000 closed ones, against the 50 alone.

The open cases are the latest in both; the closed ones hold twelve entries each, with a klaagschrift of a few hundred
words and a key of their own.
"""

from __future__ import annotations

import json

from benchmarks.meten import Meting, eis_gelijk, wisselend
from benchmarks.opdrachten import in_pijp, klacht
from benchmarks.vulling import maak, tijdelijk
from klachtcli.secretariaat.controle import controleer
from klachtcli.secretariaat.werkmap import Werkmap

OPEN = 50
GESLOTEN = 10_000


def meet() -> list[Meting]:
    """The measures of this subject."""
    with tijdelijk() as map_:
        klein = maak(map_ / "klein", open_zaken=OPEN)
        groot = maak(map_ / "groot", open_zaken=OPEN, gesloten_zaken=GESLOTEN)
        eis_gelijk("aantal zaken", controleer(groot)[1:3], (OPEN + GESLOTEN, OPEN))
        eis_gelijk("aantal termijnen", len(_termijnen(groot)), len(_termijnen(klein)))
        eis_gelijk("aantal open zaken", len({t["zaak"] for t in _termijnen(groot)}), OPEN)
        paren = wisselend(lambda: in_pijp(_opdracht(groot)), lambda: in_pijp(_opdracht(klein)), paren=25)
    return [Meting(f"klacht termijnen, naast {GESLOTEN} gesloten zaken", paren.verhouding, 1.3, False, paren.in_ms)]


def _opdracht(werkmap: Werkmap) -> list[str]:
    return [klacht(), "termijnen", "--map", str(werkmap.pad)]


def _termijnen(werkmap: Werkmap) -> list[dict[str, str]]:
    termijnen: list[dict[str, str]] = json.loads(in_pijp([*_opdracht(werkmap), "--json"]))
    return termijnen
