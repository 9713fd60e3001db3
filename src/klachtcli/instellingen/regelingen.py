"""config/regelingen -> regulations, with every fault of a file (`regelinggebreken`) and of the versions together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from klachtcli.fouten import Gebrek, Geweigerd, Invoerfout, Onbruikbaar
from klachtcli.instellingen.bestand import GROOTSTE, instelling, lees_bytes, lees_tabel
from klachtcli.instellingen.lezer import dichtste, lees, meld
from klachtcli.instellingen.regelinggebreken import gebreken
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Regeling

_HERSTEL = (
    "Wat elke sleutel betekent, staat in docs/eigen-regeling.md; een meegeleverd bestand komt terug met: "
    "klacht init MAP --vernieuw"
)
_TABEL = re.compile(r"([a-z]+)\[([0-9]+)\]")


@instelling()
def lees_regelingen(map_: Path, id_: str) -> tuple[Regeling, ...]:
    """All versions of a regulation, oldest first. Raises Onbruikbaar with every fault, or where there is none."""
    paden = sorted((map_ / id_).glob("*.toml"))
    if not paden:
        bekend = [p.name for p in sorted(map_.iterdir())] if map_.is_dir() else []
        raise Onbruikbaar(
            "regeling-onbekend",
            f"van regeling '{id_}' staat geen versie in config/regelingen{dichtste(id_, bekend)}",
            grondslag=f"aanwezig: {', '.join(bekend) or 'geen'}",
            herstel="Zet de goede naam bij `regeling` in config/commissie.toml",
        )
    versies = tuple(sorted(map(lees_regeling, paden), key=lambda r: r.geldig_vanaf))
    meld(list(_overlap(versies)), f"regelingen/{id_}", "regeling-fout")
    return versies


@instelling(_HERSTEL)
def lees_regeling(pad: Path) -> Regeling:
    """One version: its file, read and checked."""
    wat = f"regelingen/{pad.parent.name}/{pad.name}"
    return _regeling(lees_bytes(pad, wat, GROOTSTE), wat)


@lru_cache(16)
def _regeling(ruw: bytes, wat: str) -> Regeling:
    """The same bytes under the same name are the same version, and as sound."""
    tabel = lees_tabel(ruw, wat)
    try:
        regeling = lees(Regeling, tabel, wat=wat, code="regeling-fout")
        meld(list(gebreken(regeling, Path(wat))), wat, "regeling-fout")
    except Invoerfout as fout:
        noemend = [Gebrek(g.plaats, f"{_bij(g.plaats, tabel)}{g.feit}") for g in fout.gebreken]
        raise Invoerfout(fout.code, fout.feit, gebreken=noemend) from None
    return regeling


def _bij(plaats: str, tabel: dict[str, Any]) -> str:
    """Which table of a list is meant, by its own name, so that nobody has to count: `bij 'advies': `."""
    if (deel := _TABEL.match(plaats)) is None:
        return ""
    ruw = tabel[deel[1]][int(deel[2]) - 1]
    naam = next((ruw[k] for k in ("id", "nummer", "naam") if k in ruw), None) if isinstance(ruw, dict) else None
    return f"bij '{naam[:40]}': " if isinstance(naam, str) else ""


def geldend(versies: Sequence[Regeling], dag: date) -> Regeling:
    """The version in force on a day. Raises Geweigerd where there is none."""
    for r in reversed(versies):
        if r.geldig_vanaf <= dag and (r.geldig_tot_en_met is None or dag <= r.geldig_tot_en_met):
            return r
    eerste = versies[0]
    raise Geweigerd(
        "geen-regeling-op-dag",
        f"op {voluit(dag)} gold geen versie van de {eerste.naam}",
        grondslag=f"de eerste bekende versie geldt vanaf {voluit(eerste.geldig_vanaf)}",
        herstel="Controleer de ontvangstdatum, of voeg de versie van die tijd toe in config/regelingen",
    )


def _overlap(versies: Sequence[Regeling]) -> Iterator[Gebrek]:
    for vorige, r in pairwise(versies):
        if vorige.geldig_tot_en_met is not None and vorige.geldig_tot_en_met >= r.geldig_vanaf:
            begin = r.geldig_vanaf - timedelta(days=1)
            yield Gebrek(
                f"{vorige.geldig_vanaf}.toml geldig_tot_en_met",
                f"{vorige.geldig_tot_en_met} overlapt de versie van {r.geldig_vanaf}; ten hoogste {begin}",
            )
        if vorige.geldig_vanaf == r.geldig_vanaf:
            yield Gebrek(f"{r.geldig_vanaf}.toml", "twee versies beginnen op dezelfde dag")
