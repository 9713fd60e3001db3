"""`klacht audit pakket`, as a whole process, of one case from a journal of 100,000 entries, against one of 1,000.

The case is the same in both: the first, closed, with twelve entries. Of the other entries the package holds a hash
each, and the whole chain is verified on the way, in the journal and again in the package before it gets its name.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

from benchmarks.meten import Meting, eis_gelijk, wisselend
from benchmarks.opdrachten import in_pijp, klacht
from benchmarks.vulling import maak, tijdelijk
from klachtcli.audit.pakket import lees_pakket
from klachtcli.secretariaat.werkmap import Werkmap

ZAAK = "K2025-001"
KLEIN, GROOT = 83, 8_334  # cases of twelve entries: a thousand entries, and a hundred thousand


def meet() -> list[Meting]:
    """The measures of this subject."""
    with tijdelijk() as map_:
        klein = maak(map_ / "klein", gesloten_zaken=KLEIN)
        groot = maak(map_ / "groot", gesloten_zaken=GROOT)
        doelen = (map_ / f"pakket-{n}" for n in count())
        een, ander = (lees_pakket(_pakket(w, next(doelen))) for w in (klein, groot))
        eis_gelijk("de soorten in het pakket", *([v.soort for v in p.verloop(ZAAK)] for p in (een, ander)))
        eis_gelijk("ten minste 100.000 vastleggingen", ander.zegel.nummer >= 100_000, True)
        paren = wisselend(lambda: _pakket(groot, next(doelen)), lambda: _pakket(klein, next(doelen)), paren=15)
    return [Meting("pakket uit 100.000 vastleggingen, van uit 1.000", paren.verhouding, 3, False, paren.in_ms)]


def _pakket(werkmap: Werkmap, doel: Path) -> Path:
    in_pijp([klacht(), "audit", "pakket", ZAAK, "-o", str(doel), "--map", str(werkmap.pad)])
    return doel
