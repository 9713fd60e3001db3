"""Was an act allowed when it was done, and was what it lacked recorded with the reason to do it all the same?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice

from klachtcli.audit import oorzaak
from klachtcli.audit.uitkomst import Verschil
from klachtcli.fouten import KlachtFout
from klachtcli.journaal.codec import Vastlegging
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.eisen import eis_inhoud
from klachtcli.zaak.naleving import eis_handeling, in_woorden, wat_ontbreekt
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak

_GEEN_BRIEF = ": geen brief: "  # what kept a letter from being made: that hangs on the templates of then


def toets(
    verloop: Sequence[Vastlegging], n: int, zaak: Zaak, rekenaar: Rekenaar, vandaag: date, *, anoniem: bool = False
) -> list[Verschil]:
    """Entry `n` against the case as it was before it. Entries of one act are judged as they were done: together."""
    v = verloop[n]
    e = v.gebeurtenis
    uit: list[Verschil] = []
    try:
        if not _zelfde(verloop[n - 1], v):
            uit = _begin(verloop, n, zaak, rekenaar, vandaag, anoniem=anoniem)
        eis_inhoud(e, zaak, rekenaar)
    except KlachtFout as fout:
        uit.append(oorzaak.anders(v, g.in_woorden(v.soort), "vastgelegd", f"niet toegestaan: {fout.feit}"))
    return uit


def _begin(
    verloop: Sequence[Vastlegging], n: int, zaak: Zaak, rekenaar: Rekenaar, vandaag: date, *, anoniem: bool
) -> list[Verschil]:
    v, e = verloop[n], verloop[n].gebeurtenis
    regel = eis_handeling(e, zaak, rekenaar, vandaag)
    einde = n + 1
    while einde < len(verloop) and _zelfde(v, verloop[einde]):
        einde += 1
    groep = [e] if einde == n + 1 else [x.gebeurtenis for x in verloop[n:einde]]
    mist = wat_ontbreekt(regel, groep, zaak, rekenaar, g.gebeurd_op(e))
    toen = _vastgelegd(verloop, einde, v, regel.id)
    nu = {in_woorden(x) for x in mist} if mist else set()
    if toen == nu or (anoniem and bool(toen) == bool(nu)):  # without personal facts the texts are gone
        return []
    wat = f"{g.in_woorden(v.soort)}: wat er niet was, en waarom het toch is gedaan"
    return [oorzaak.anders(v, wat, "; ".join(sorted(toen)) or "niets", "; ".join(sorted(nu)) or "niets")]


def _zelfde(een: Vastlegging, ander: Vastlegging) -> bool:
    """Whether two entries are of one act: the same handling, in the same moment."""
    return een.vastgelegd_op == ander.vastgelegd_op and een.gebeurtenis.handeling == ander.gebeurtenis.handeling


def _vastgelegd(verloop: Sequence[Vastlegging], vanaf: int, v: Vastlegging, handeling: str) -> set[str]:
    """What was lacking, as recorded with the act: after it, and before another act of the same moment."""
    for x in islice(verloop, vanaf, None):
        e = x.gebeurtenis
        if x.vastgelegd_op != v.vastgelegd_op or e.handeling:
            break
        if isinstance(e, g.AfwijkingVastgelegd) and e.bij == handeling:
            return {van for van in e.van if _GEEN_BRIEF not in van}
    return set()
