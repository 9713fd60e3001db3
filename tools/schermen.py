"""Pictures of the screen for the manual, from a case that is really gone through: an SVG each, for light and for dark.

`voer(map)` gives every picture by name. Nothing of this machine, this day or chance is in them: no path, no zegel, the
clock of the product stands still, so that the same code draws the same picture.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, MONOKAI, TerminalTheme
from rich.text import Text

from klachtcli import klok
from klachtcli.cli.start import voer_uit

WORTEL = Path(__file__).parents[1]


class Stap(NamedTuple):
    """What is typed on which day; where `plaatje` is named, what the screen then shows, so many columns wide."""

    dag: str
    typt: str
    plaatje: str = ""
    breed: int = 80


STAPPEN = (
    Stap("2026-04-24", "--help", "hulp"),
    Stap("2026-04-24", "init zaken"),
    Stap("2026-04-24", "ontvang ../klaagschrift.toml", "ontvang"),
    Stap("2026-04-24", "toets 1", "toets"),
    Stap("2026-04-24", "brief 1 ontvangstbevestiging"),
    Stap("2026-04-24", "brief 1 ontvangstbevestiging --verzonden 2026-04-24"),
    Stap("2026-04-28", "besluit 1 compleet"),
    Stap("2026-04-28", "besluit 1 ontvankelijk"),
    Stap("2026-05-06", "vandaag", "vandaag"),
    Stap("2026-05-06", "termijnen 1", "termijnen", 120),
)
# rich's own frame without what it would fetch from the internet, and with the colours of both at once.
_VORM = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<style>
.k-matrix {{ font-family: Consolas, Menlo, "DejaVu Sans Mono", monospace; font-size: {char_height}px }}
.k-title {{ font: bold 16px sans-serif }}
LICHT
@media (prefers-color-scheme: dark) {{
DONKER
}}
</style>
<rect class="vlak" x="1" y="1" width="{width}" height="{height}" rx="8"/>
<text class="k-title" x="16" y="26">TITEL</text>
<g class="k-matrix" transform="translate({terminal_x}, {terminal_y})">
{matrix}
</g>
</svg>
"""
_TEKST = re.compile(r'<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')
_WOORDEN = re.compile(r"\S+(?: \S+)*")
_TEKEN = 20 * 0.61  # how wide rich draws a character


def voer(map_: Path) -> Iterator[tuple[str, str]]:
    """Go through the case in an empty folder; every picture, its name first."""
    shutil.copyfile(WORTEL / "voorbeelden" / "klaagschrift.toml", map_ / "klaagschrift.toml")
    for stap in STAPPEN:
        hier = map_ / "zaken" if (map_ / "zaken").is_dir() else map_
        getoond = _typ(stap, hier, {"KLACHT_SLEUTELMAP": str(map_ / "sleutels"), "KLACHT_MAP": ""})
        if stap.typt.startswith("init"):
            shutil.copyfile(WORTEL / "voorbeelden" / "commissie.toml", map_ / "zaken" / "config" / "commissie.toml")
        if stap.plaatje:
            yield f"{stap.plaatje}.svg", teken(getoond, stap.breed, f"klacht {stap.typt}")


def tekst(svg: str) -> str:
    """What can be read in a picture, whatever version of rich drew it."""
    return "\n".join(re.findall(r">([^<>]*)</text>", svg))


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _typ(stap: Stap, hier: Path, omgeving: Mapping[str, str]) -> str:
    """Run a command on its day, as on a terminal of that width; what it showed, with its colours."""
    uit = _Terminal()
    breedte = {"COLUMNS": str(stap.breed), "LINES": "40", "TERM": "xterm-256color"}
    dag = klok.stilgezet(date.fromisoformat(stap.dag))
    with _omgeving({**omgeving, **breedte}), chdir(hier), dag, redirect_stdout(uit), redirect_stderr(uit):
        code = voer_uit(shlex.split(stap.typt))
    if code not in (0, 1):
        raise RuntimeError(f"klacht {stap.typt}: {uit.getvalue()}")
    return uit.getvalue()


@contextmanager
def _omgeving(anders: Mapping[str, str]) -> Iterator[None]:
    oud = dict(os.environ)
    os.environ.update(anders)
    os.environ.pop("NO_COLOR", None)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(oud)


def teken(getoond: str, breed: int, titel: str, alleen: TerminalTheme | None = None) -> str:
    """What a terminal showed as a picture; with `alleen` in those colours whatever the reader's screen is."""
    console = Console(record=True, width=breed, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(getoond.rstrip("\n"), no_wrap=True), soft_wrap=True)
    licht, donker = (alleen or thema for thema in (DEFAULT_TERMINAL_THEME, MONOKAI))
    svg = console.export_svg(theme=licht, clear=False, unique_id="k", code_format=_VORM)
    for woord, thema in (("LICHT", licht), ("DONKER", donker)):
        regels = console.export_svg(theme=thema, clear=False, unique_id="k", code_format="{styles}")
        vlak = f".vlak {{ fill: {thema.background_color.hex}; stroke: #888 }}"
        kop = f".k-title {{ fill: {thema.foreground_color.hex} }}"
        svg = svg.replace(woord, f"{vlak}\n{kop}\n{regels}", 1)
    return _TEKST.sub(_op_zijn_plek, svg.replace("TITEL", titel, 1))


def _op_zijn_plek(regel: re.Match[str]) -> str:
    """Words that stand together as a text of their own: not every program that shows a picture keeps wider spaces."""
    soort, x, y, inhoud = regel.groups()
    delen = _WOORDEN.finditer(unescape(inhoud).replace("\xa0", " "))
    return "".join(
        f'<text class="{soort}" x="{float(x) + _TEKEN * d.start():g}" y="{y}" textLength="{_TEKEN * len(d[0]):g}">'
        f"{escape(d[0])}</text>\n"
        for d in delen
    )
