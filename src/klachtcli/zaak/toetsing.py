"""The check of a klaagschrift against art. 1, 2, 9 and 10: facts and findings, never a decision.

Which requirements there are, and which check looks at each, is the regulation's data; a check is a function in
`toetsen` or `werkingssfeer`. A finding says what is there and what is not; whether the klacht is ontvankelijk is for
the committee (art. 10 lid 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from klachtcli.recht.regeling import Vereiste
from klachtcli.zaak.toetsen import VEREISTEN
from klachtcli.zaak.toetsfeiten import Feiten, Oordeel, Status, Toets
from klachtcli.zaak.werkingssfeer import WERKINGSSFEER

Gevolg = Literal["", "aanvulling", "weigeringsgrond", "te_beoordelen"]
Uitkomst = Literal["compleet", "aanvulling", "weigeringsgrond", "te_beoordelen"]
TOETSEN: dict[str, Toets] = VEREISTEN | WERKINGSSFEER
_ZWAARSTE_EERST: tuple[Uitkomst, ...] = ("weigeringsgrond", "aanvulling", "te_beoordelen")


class Bevinding(msgspec.Struct, frozen=True, gc=False):
    """One finding: the requirement, its article, and the fact."""

    vereiste: str
    vindplaats: str
    status: Status
    toelichting: str
    gevolg: Gevolg = ""


def toets(feiten: Feiten) -> tuple[Bevinding, ...]:
    """Every requirement of the regulation, with what was found."""
    return tuple(
        [
            Bevinding(v.id, v.vindplaats, o.status, o.toelichting, _gevolg(v, o))
            for v in feiten.regeling.vereiste
            for o in TOETSEN[v.toets](v, feiten)
        ]
    )


def uitkomst(bevindingen: Iterable[Bevinding]) -> Uitkomst:
    """The heaviest consequence of all findings together."""
    gevolgen = {b.gevolg for b in bevindingen}
    return next((gevolg for gevolg in _ZWAARSTE_EERST if gevolg in gevolgen), "compleet")


def _gevolg(v: Vereiste, o: Oordeel) -> Gevolg:
    if o.ernstig:
        return "weigeringsgrond"
    if o.status == "ontbreekt":
        return "aanvulling" if v.aard == "vereiste" else "weigeringsgrond"
    return "te_beoordelen" if o.status == "te_beoordelen" else ""
