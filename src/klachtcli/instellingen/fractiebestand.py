"""config/fracties.toml with a period more: only what is new is written, and every other line stays as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.instellingen.bestand import lees_tabel
from klachtcli.instellingen.lezer import lees
from klachtcli.zaak.fracties import Fractie, Fracties

_WAT = "config/fracties.toml"
_KOP = re.compile(r"\s*\[\[\s*fractie\s*\]\]")
_TABEL = re.compile(r"\s*\[")
_VAN = re.compile(r"\s*van\s*=")
_EINDE = re.compile(r"\s*tot_en_met\s*=")


def met_periode(ruw: bytes, oud: Fracties, nieuw: Fracties) -> bytes:
    """The file that says `nieuw`, where it said `oud` and `nieuw` adds one period and may end another.

    What comes out is read back. Raises Onbruikbaar where it does not say that, such as after an unusual spelling.
    """
    tekst = ruw.decode("utf-8-sig")
    einde = "\r\n" if "\r\n" in tekst else "\n"
    regels = tekst.removesuffix(einde).split(einde)
    for n, (was, wordt) in enumerate(zip(oud.fractie, nieuw.fractie, strict=False)):
        if was != wordt and wordt.tot_en_met:
            regels = _beeindigd(regels, n, wordt.tot_en_met)
    uit = (einde.join([*regels, "", *_blok(nieuw.fractie[-1])]) + einde).encode()
    if _gelezen(uit) != nieuw:
        raise Onbruikbaar("fracties-niet-te-bewerken", f"{_WAT} is zo geschreven dat klacht er niets bij kan zetten",
                          herstel=f"Zet het er zelf in:\n{chr(10).join(_blok(nieuw.fractie[-1]))}")  # fmt: skip
    return uit


def _beeindigd(regels: Sequence[str], nummer: int, dag: date) -> list[str]:
    """The lines with another last day in the block of this number."""
    koppen = [n for n, regel in enumerate(regels) if _KOP.match(regel)]
    if nummer >= len(koppen):
        return [*regels]
    begin = koppen[nummer] + 1
    slot = next((n for n in range(begin, len(regels)) if _TABEL.match(regels[n])), len(regels))
    blok = [regel for regel in regels[begin:slot] if not _EINDE.match(regel)]
    plek = next((n for n, regel in enumerate(blok, 1) if _VAN.match(regel)), 0)
    return [*regels[:begin], *blok[:plek], f"tot_en_met = {dag}", *blok[plek:], *regels[slot:]]


def _blok(f: Fractie) -> list[str]:
    tot = [f"tot_en_met = {f.tot_en_met}"] if f.tot_en_met else []
    return ["[[fractie]]", f"naam = {_tekst(f.naam)}", f"status = {_tekst(f.status)}", f"van = {f.van}", *tot,
            f"bron = {_tekst(f.bron)}"]  # fmt: skip


def _tekst(tekst: str) -> str:
    """A basic string: TOML escapes what JSON escapes."""
    return json.dumps(tekst, ensure_ascii=False)


def _gelezen(ruw: bytes) -> Fracties | None:
    try:
        return lees(Fracties, lees_tabel(ruw, _WAT), wat=_WAT, code="fracties-fout")
    except Invoerfout:
        return None
