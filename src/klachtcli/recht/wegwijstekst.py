"""What the wegwijzer answers, in plain Dutch: the same sentences on the screen, in the check and in letter L17."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from klachtcli.recht.wegwijzer import Advies, Antwoord, Over, Stap, Wegwijzer, kanttekeningen, wijs

KOPPEN: dict[Stap, str] = {"hulp": "Hulp en advies", "klacht": "Formele klacht"}
OVER: dict[Over, str] = {"omgangsvormen": "ongewenste omgangsvormen", "integriteit": "integriteit"}


class Regel(NamedTuple):
    """An answer in words: for whom it holds (empty: for all who are asked about), what it says, and its places."""

    over: Over
    stap: Stap
    voor: str
    zegt: str
    bron: str


def zegt(a: Antwoord, w: Wegwijzer) -> str:
    """`Er is geen formele regeling. Informeel: de ambtelijk leidinggevende.`"""
    zinnen = [a.niet_geregeld] if a.niet_geregeld else []
    for weg in a.weg:
        naam = w.kanalen[weg.kanaal] + (f", {weg.als}" if weg.als else "")
        zinnen.append(f"{weg.hoe.capitalize()}: {naam}." if weg.hoe else f"{naam[0].upper()}{naam[1:]}.")
    return " ".join(zinnen)


def regels(
    w: Wegwijzer, klagers: Sequence[str], aangeklaagden: Sequence[str], over: Sequence[Over]
) -> list[tuple[Advies, Regel]]:
    """Each answer, and how it is told."""
    return [
        (a, Regel(a.over, a.stap, _voor(a, w, klagers, aangeklaagden), zegt(a.antwoord, w), _bron(a, w)))
        for a in wijs(w, klagers, aangeklaagden, over)
    ]


def lopend(w: Wegwijzer, klagers: Sequence[str], aangeklaagden: Sequence[str], over: Sequence[Over]) -> list[str]:
    """The answers as whole lines, for a finding or a letter, with what the sources leave open."""
    beide = len(over) > 1
    gewezen = regels(w, klagers, aangeklaagden, over)
    uit = []
    for _, r in gewezen:
        kop = KOPPEN[r.stap] + (f" bij {OVER[r.over]}" if beide else "") + (f", {r.voor}" if r.voor else "")
        uit.append(f"{kop}: {r.zegt[0].lower()}{r.zegt[1:]}")
    return uit + [k.kort for k in kanttekeningen(w, [a for a, _ in gewezen])]


def _voor(a: Advies, w: Wegwijzer, klagers: Sequence[str], aangeklaagden: Sequence[str]) -> str:
    delen = []
    if len(a.klagers) < len(klagers):
        delen.append(f"voor {_of(a.klagers, w)}")
    if len(a.aangeklaagden) < len(aangeklaagden):
        delen.append(f"over {_of(a.aangeklaagden, w)}")
    return " ".join(delen)


def _of(ids: Sequence[str], w: Wegwijzer) -> str:
    return " of ".join(w.soorten[id_].naam for id_ in ids)


def _bron(a: Advies, w: Wegwijzer) -> str:
    return f"{w.bron}, {'; '.join(a.bronnen)}"
