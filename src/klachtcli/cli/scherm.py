"""What people and programs see. On a terminal a table with colour (the only use of rich); else plain, whole lines."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

KLEUREN = {"verstreken": "bold red", "loopt": "", "voldaan": "green", "ontbreekt": "bold red",
           "te beoordelen": "yellow", "onzeker": "yellow", "te laat": "bold red", "nvt": "dim"}  # fmt: skip

VEEL = 100  # from so many items a bar tells how far it is
T = TypeVar("T")
RUIM = 100  # from this many columns a table shows all it has


def zeg(tekst: str = "") -> None:
    """A line of result: whole in a pipe, broken between words on a terminal."""
    print(_gebroken(tekst) if op_terminal() else tekst)  # noqa: T201 - this module is the screen


def meld(tekst: str) -> None:
    """A line for the person, not for a pipe."""
    print(_gebroken(tekst) if sys.stderr.isatty() else tekst, file=sys.stderr)  # noqa: T201


def zeg_json(gegevens: Any) -> None:
    """Data for another program; days in ISO 8601."""
    import json

    zeg(json.dumps(gegevens, ensure_ascii=False, indent=2, default=str))


def zeg_bytes(inhoud: bytes) -> None:
    """A result that is a file, as it is."""
    zeg(inhoud.decode("utf-8").replace("\r\n", "\n").rstrip("\n"))


def toon_tekst(tekst: str) -> None:
    """A long text in Markdown: as it is in a pipe; on a terminal drawn, and where `less` is, to page through."""
    import shutil
    import subprocess

    if not op_terminal():
        zeg(tekst.rstrip("\n"))
        return
    breed, hoog = shutil.get_terminal_size()
    getekend = _opgemaakt(tekst, min(breed, RUIM))
    bladeraar = shutil.which("less") if getekend.count("\n") >= hoog else None
    if bladeraar is None:
        print(getekend)  # noqa: T201
        return
    omgeving = {**os.environ, "LESSCHARSET": "utf-8"}
    subprocess.run([bladeraar, "-RFX"], input=getekend.encode(), check=False, env=omgeving)  # noqa: S603


def _opgemaakt(tekst: str, breed: int) -> str:
    """Markdown as a terminal shows it."""
    import io

    from rich.console import Console
    from rich.markdown import Markdown
    from rich.theme import Theme

    uit = io.StringIO()
    kleurloos = True if "NO_COLOR" in os.environ else None
    stijl = Theme({"markdown.code": "bold", "markdown.code_block": "none", "markdown.h2": "bold underline"})
    console = Console(file=uit, force_terminal=True, width=breed, no_color=kleurloos, theme=stijl)
    console.print(Markdown(tekst, code_theme="ansi_dark", hyperlinks=False))
    return uit.getvalue()


def kort_pad(pad: Path) -> str:
    """A path as one would type it here."""
    return str(pad.relative_to(Path.cwd())) if pad.is_relative_to(Path.cwd()) else str(pad)


def op_terminal() -> bool:
    """Whether a person looks at the result."""
    return sys.stdout.isatty()


def kan_vragen() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, ruim: Sequence[str] = ()) -> None:
    """Rows under heads: drawn on a terminal; in a pipe aligned lines, nothing cut off.

    Columns named in `ruim` are left out on a narrow terminal. A cell without spaces is never broken.
    """
    rijen = [[" ".join(cel.splitlines()) for cel in rij] for rij in rijen]
    if op_terminal():
        _getekend(koppen, rijen, ruim)
        return
    breed = [max(len(rij[n]) for rij in [koppen, *rijen]) for n in range(len(koppen))]
    for rij in [koppen, *rijen]:
        zeg("  ".join(cel.ljust(b) for cel, b in zip(rij, breed, strict=True)).rstrip())


def _getekend(koppen: Sequence[str], rijen: Sequence[Sequence[str]], ruim: Sequence[str]) -> None:
    """Drawn by hand, in one text: rich's own table lays out every cell anew, at several times the cost."""
    from rich.console import Console
    from rich.text import Text

    scherm = Console(highlight=False, no_color=True if "NO_COLOR" in os.environ else None)
    kolommen = [n for n, kop in enumerate(koppen) if scherm.width >= RUIM or kop not in ruim]
    breedten = _breedten([[rij[n] for rij in [koppen, *rijen]] for n in kolommen], scherm.width)
    tekening = Text(no_wrap=True, end="")
    _teken_rij(tekening, [koppen[n] for n in kolommen], breedten, "bold")
    tekening.append("─" * (sum(breedten) + 2 * (len(breedten) - 1)) + "\n")
    for rij in rijen:
        _teken_rij(tekening, [rij[n] for n in kolommen], breedten)
    scherm.print(tekening, soft_wrap=True, end="")


def _teken_rij(tekening: Any, cellen: Sequence[str], breedten: Sequence[int], kleur: str | None = None) -> None:
    """One row: as many lines as its longest cell takes."""
    gebroken = [
        [cel] if len(cel) <= b else textwrap.wrap(cel, b, break_on_hyphens=False)
        for cel, b in zip(cellen, breedten, strict=True)
    ]
    for regel in zip_longest(*gebroken, fillvalue=""):
        for n, (cel, deel, breed) in enumerate(zip(cellen, regel, breedten, strict=True)):
            laatste = n == len(breedten) - 1
            tekening.append(deel, style=kleur if kleur is not None else KLEUREN.get(cel) or None)
            tekening.append("\n" if laatste else " " * (breed - len(deel) + 2))


def _breedten(kolommen: Sequence[Sequence[str]], ruimte: int) -> list[int]:
    """How wide each column is drawn: as its widest cell; where that does not fit, down to its longest word."""
    breedten = [max(map(len, cellen)) for cellen in kolommen]
    kleinste = [max(len(woord) for cel in cellen for woord in cel.split() or [""]) for cellen in kolommen]
    teveel = sum(breedten) + 2 * (len(kolommen) - 1) - ruimte
    for n in sorted(range(len(kolommen)), key=lambda n: kleinste[n] - breedten[n]):
        minder = max(0, min(teveel, breedten[n] - kleinste[n]))
        breedten[n] -= minder
        teveel -= minder
    return breedten


def _gebroken(tekst: str) -> str:
    """Lines that fit the terminal; what is broken goes on under its own indent."""
    import shutil

    breed = shutil.get_terminal_size().columns
    if all(len(regel) <= breed for regel in tekst.splitlines()):
        return tekst
    return "\n".join(
        textwrap.fill(regel, breed, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
        for regel in tekst.split("\n")
    )


def voortgang(reeks: Iterable[T], aantal: int, wat: str) -> Iterator[T]:
    """The same items, with a bar on the terminal while that takes long; nothing in a pipe."""
    if aantal < VEEL or not sys.stderr.isatty():
        yield from reeks
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    kolommen = (TextColumn(wat), BarColumn(), MofNCompleteColumn(), TextColumn("nog"), TimeRemainingColumn())
    with Progress(*kolommen, console=Console(stderr=True), transient=True) as balk:
        taak = balk.add_task(wat, total=aantal)
        for ding in reeks:
            yield ding
            balk.advance(taak)


def vastgelegd(proef: bool) -> str:
    """Whether it was kept."""
    return "als proef: niets vastgelegd" if proef else "vastgelegd"


def zaken(aantal: int) -> str:
    """How many cases, in words: '1 zaak', '3 zaken'."""
    return f"{aantal} {'zaak' if aantal == 1 else 'zaken'}"


def ja_nee(waarde: object) -> str:
    """A value as people say it."""
    return {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else str(waarde)
