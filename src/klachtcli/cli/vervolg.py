"""What follows in a case, told in one way: what is to be done, by when, on which article, and what is possible."""

from __future__ import annotations

from typing import Any

from klachtcli.cli import scherm
from klachtcli.zaak.plichten import Plichtstand, tot_wanneer
from klachtcli.zaak.vervolg import Vervolg


def toon(v: Vervolg, *, toen: bool = False) -> None:
    """The duties that are open, each with its day, its article and its command; and what is possible.

    toen: as it was on an earlier day; what could be done then is no command for now.
    """
    if v.te_doen:
        scherm.zeg("\nToen te doen:" if toen else "\nTe doen:")
    for s in v.te_doen:
        wanneer = ", ".join(filter(None, (tot_wanneer(s), s.regel.vindplaats)))
        scherm.zeg(f"- {s.wat} ({wanneer})")
        scherm.zeg(f"  {s.opdracht}")
    if toen:
        return
    if v.mogelijk:
        scherm.zeg("\nNu mogelijk:\n" + "\n".join(f"  {opdracht}" for opdracht in v.mogelijk))
    if v.zijpaden:
        scherm.zeg(f"\nOok mogelijk: klacht {', '.join(dict.fromkeys(z.split()[1] for z in v.zijpaden))}")


def als_gegevens(v: Vervolg) -> dict[str, Any]:
    """What follows, as data."""
    return {"te_doen": [plicht_als_gegevens(s) for s in v.te_doen], "volgende": v.mogelijk, "zijpaden": v.zijpaden}


def plicht_als_gegevens(s: Plichtstand) -> dict[str, Any]:
    """One duty as data: the stable keys of `--json`."""
    return {
        "plicht": s.regel.id,
        "wat": s.wat,
        "vindplaats": s.regel.vindplaats,
        "wie": s.regel.wie,
        "aan": s.aan,
        "sinds": s.sinds,
        "uiterlijk": s.berekening and s.berekening.uiterlijk,
        "veilig": s.berekening and s.berekening.veilig,
        "brief": s.regel.brief,
        "gemaakt_op": s.gemaakt_op,
        "opdracht": s.opdracht,
    }
