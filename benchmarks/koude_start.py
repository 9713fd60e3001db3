"""Whole commands, from process start to exit, against `python -c pass` with the same interpreter, in turn.

The commands are the installed console script. `klacht termijnen` looks at 50 open cases of seven entries, six terms
each; plain in a pipe, and as a coloured table on a terminal of 120 columns, where rich comes in.
"""

from __future__ import annotations

import json

from benchmarks import opdrachten
from benchmarks.meten import Meting, eis_gelijk, wisselend
from benchmarks.opdrachten import NIETS, in_pijp, klacht, op_terminal
from benchmarks.vulling import maak, tijdelijk

ZAKEN = 50
PAREN = 25
# What a command may only import when it needs it.
ZWAAR = ("rich", "docx", "docxtpl", "jinja2", "openpyxl", "holidays", "dateutil.relativedelta")


def meet() -> list[Meting]:
    """The measures of this subject."""
    bereken = [klacht(), "bereken", "2026-03-20", "2 weken"]
    eis_gelijk("klacht bereken", json.loads(in_pijp([*bereken, "--json"]))["uiterlijk"], "2026-04-07")
    with tijdelijk() as map_:
        termijnen = [klacht(), "termijnen", "--map", str(maak(map_ / "werkmap", open_zaken=ZAKEN).pad)]
        _eis_zaken(termijnen)
        return [
            _meet("klacht --help", [klacht(), "--help"], 8),
            _meet("klacht bereken", bereken, 8),
            _meet(f"klacht termijnen, {ZAKEN} zaken", termijnen, 9),
            _meet(f"klacht termijnen, {ZAKEN} zaken, in kleur", termijnen, 16, terminal=True),
        ]


def _meet(wat: str, opdracht: list[str], grens: float, *, terminal: bool = False) -> Meting:
    draai = op_terminal if terminal else in_pijp
    paren = wisselend(lambda: draai(opdracht), lambda: draai(NIETS), paren=PAREN)
    zwaar = "" if terminal else _zwaar(opdracht)
    return Meting(wat, paren.verhouding, grens, toelichting=paren.in_ms + zwaar)


def _eis_zaken(termijnen: list[str]) -> None:
    """All cases are in the plain list and in the table, and the table has colour."""
    zaken = {t["zaak"] for t in json.loads(in_pijp([*termijnen, "--json"]))}
    getekend = op_terminal(termijnen)
    eis_gelijk("aantal zaken", len(zaken), ZAKEN)
    eis_gelijk("zaken in de tabel", {z for z in zaken if z in getekend}, zaken)
    eis_gelijk("kleur in de tabel", "\x1b[" in getekend, True)


def _zwaar(opdracht: list[str]) -> str:
    """Which heavy libraries a command imported all the same; should be none."""
    geladen = opdrachten.geladen(opdracht[1:])
    te_veel = sorted(set(ZWAAR) & geladen)
    return f"; laadt onnodig {', '.join(te_veel)}" if te_veel else ""
