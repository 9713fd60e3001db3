"""What people and programs see. On a terminal a table with colour (the only use of rich); else plain, whole lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

KLEUREN = {"verstreken": "bold red", "loopt": "", "voldaan": "green", "ontbreekt": "bold red",
           "te beoordelen": "yellow", "te laat": "bold red", "nvt": "dim"}  # fmt: skip


def zeg(tekst: str = "") -> None:
    """A line of result."""
    print(tekst)  # noqa: T201 - this module is the screen


def meld(tekst: str) -> None:
    """A line for the person, not for a pipe."""
    print(tekst, file=sys.stderr)  # noqa: T201


def zeg_json(gegevens: Any) -> None:
    """Data for another program; days in ISO 8601."""
    import json

    zeg(json.dumps(gegevens, ensure_ascii=False, indent=2, default=str))


def kort_pad(pad: Path) -> str:
    """A path as one would type it here."""
    return str(pad.relative_to(Path.cwd())) if pad.is_relative_to(Path.cwd()) else str(pad)


def op_terminal() -> bool:
    """Whether a person looks at the result."""
    return sys.stdout.isatty()


def kan_vragen() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> None:
    """Rows under heads: drawn on a terminal; in a pipe aligned lines, nothing cut off."""
    rijen = list(rijen)
    if op_terminal():
        _getekend(koppen, rijen)
        return
    breed = [max(len(rij[n]) for rij in [koppen, *rijen]) for n in range(len(koppen))]
    for rij in [koppen, *rijen]:
        zeg("  ".join(cel.ljust(b) for cel, b in zip(rij, breed, strict=True)).rstrip())


def _getekend(koppen: Sequence[str], rijen: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tekening = Table(*koppen, box=box.SIMPLE_HEAD, pad_edge=False)
    for rij in rijen:
        tekening.add_row(*(Text(cel, style=KLEUREN.get(cel, "")) for cel in rij))
    Console(highlight=False, no_color=True if "NO_COLOR" in os.environ else None).print(tekening)


def vastgelegd(proef: bool) -> str:
    """Whether it was kept."""
    return "als proef: niets vastgelegd" if proef else "vastgelegd"


def toon_volgende(opdrachten: list[str]) -> None:
    """The commands that come next."""
    if opdrachten:
        zeg("\nNu mogelijk:\n" + "\n".join(f"  {opdracht}" for opdracht in opdrachten))
