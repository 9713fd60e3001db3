"""`python -m benchmarks [SUBJECT ...]`: measure, show, and end with 1 when a bound is missed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from benchmarks.meten import Afwijking, toon

ONDERWERPEN = {"koude-start": "koude_start", "termijnen": "termijnen", "journaal": "journaal", "archief": "archief",
               "brieven": "brieven", "werkboek": "werkboek", "overzicht": "overzicht",
               "herspelen": "herspelen", "pakket": "pakket", "storing": "storing"}  # fmt: skip


def main(gekozen: Sequence[str]) -> int:
    """Measure the chosen subjects, or all; returns the exit code."""
    if onbekend := set(gekozen) - set(ONDERWERPEN):
        print(f"onbekend onderwerp: {', '.join(sorted(onbekend))}; kies uit {', '.join(ONDERWERPEN)}", file=sys.stderr)
        return 2
    return max([_meet(onderwerp) for onderwerp in gekozen or ONDERWERPEN])


def _meet(onderwerp: str) -> int:
    print(onderwerp, flush=True)
    try:
        metingen = import_module(f"benchmarks.{ONDERWERPEN[onderwerp]}").meet()
    except ModuleNotFoundError as fout:
        print(f'  niet te meten: {fout.name} ontbreekt; installeer het met: pip install ".[bench]"', file=sys.stderr)
        return 2
    except Afwijking as fout:
        print(f"  niet te meten: {fout}", file=sys.stderr)
        return 2
    toon(metingen)
    return 0 if all(m.ok for m in metingen) else 1


if __name__ == "__main__":  # a measure may start processes of its own
    sys.exit(main(sys.argv[1:]))
