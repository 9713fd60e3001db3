"""Corrections: what an earlier entry should have said. The entry stays; what counts is the corrected one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from klachtcli.fouten import Invoerfout
from klachtcli.recht.duur import Duur
from klachtcli.zaak import gebeurtenissen as g

Genummerd = tuple[int, g.Gebeurtenis]


def na_correctie(reeks: Iterable[Genummerd]) -> list[Genummerd]:
    """The events as they count, in their own place: changed, or left out where they hold no longer."""
    alles = list(reeks)
    geldt: dict[int, g.Gebeurtenis | None] = dict(alles)
    origineel = dict(alles)
    for _, e in alles:
        if isinstance(e, g.VastleggingGecorrigeerd) and e.nummer in origineel:
            vorige = geldt[e.nummer] or origineel[e.nummer]
            geldt[e.nummer] = wijzig(vorige, e.wijzigt) if e.wijzigt else None
    return [(nr, e) for nr, e in geldt.items() if e is not None]


def wijzig(e: g.Gebeurtenis, wijzigt: Mapping[str, object]) -> g.Gebeurtenis:
    """An event with other values. Raises Invoerfout that names the field that it has not, or the value that cannot be.

    What a table does not name, stays. Where the klaagschrift is another, its day of receipt is that of the event.
    """
    velden = [v for v in e.__struct_fields__ if v not in ("stukken", "regeling", "kalender", "fracties", "wegwijzer")]
    for veld in wijzigt:
        if veld not in velden:
            feit = f"'{veld[:40]}' is geen veld van {e.soort.replace('_', ' ')}"
            raise Invoerfout("veld-onbekend", feit, herstel=f"Er zijn: {', '.join(velden)}")
    waarden = {veld for veld in wijzigt if isinstance(getattr(e, veld), Duur)}  # one value, though kept as a table
    nieuw = _over({v: w for v, w in msgspec.to_builtins(e).items() if v not in waarden}, wijzigt)
    try:
        if isinstance(e, g.KlaagschriftOntvangen):
            k = dict(nieuw["klaagschrift"])
            if "op" in wijzigt:
                k["ontvangen_op"] = wijzigt["op"]
            nieuw |= {"klaagschrift": k, "op": str(k["ontvangen_op"])[:10]}
        return msgspec.convert(nieuw, type(e))
    except (msgspec.ValidationError, KeyError, TypeError, ValueError):
        raise Invoerfout("waarde-past-niet", f"deze waarde past niet bij {', '.join(wijzigt)}") from None


def _over(oud: Mapping[str, object], nieuw: Mapping[str, object]) -> dict[str, Any]:
    """The old table with the new values; a table in it is itself gone through, a list is replaced."""
    uit: dict[str, Any] = dict(oud)
    for veld, waarde in nieuw.items():
        vorige = uit.get(veld)
        tabellen = isinstance(vorige, dict) and isinstance(waarde, dict)
        uit[veld] = _over(vorige, waarde) if tabellen else waarde  # type: ignore[arg-type]
    return uit
