"""The committee for a case (art. 7): what is odd about who sits in it. Findings, never a decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from klachtcli.fouten import Gebrek
from klachtcli.recht.datum import voluit
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.fracties import gelijkend
from klachtcli.zaak.namen import mogelijk_dezelfde
from klachtcli.zaak.partijen import noem, partijen, persoon
from klachtcli.zaak.zaak import Zaak

VOORZITTERS = ("voorzitter", "plaatsvervangend voorzitter")
_KANTEN = {"ambtelijk": "het ambtelijke deel", "politiek": "het politieke deel"}


def gebreken(leden: Sequence[g.Zetel], zaak: Zaak, op: date, *, vorm: bool = True) -> Iterator[Gebrek]:
    """All that art. 7 asks and that is not so for these members in this case, on the day of its (next) hearing.

    vorm: whether the committee has the form of lid 1, 4 and 5; that of another regulation has not.
    """
    if vorm:
        yield from _vorm(leden)
    yield from benoemingen(leden, _zittingsdag(zaak, op))
    genoemd = [naam for gedraging in zaak.klaagschrift.gedraging for naam in gedraging.getuigen]
    genoemd += [e.betrokkene.naam for e in zaak.van(g.BetrokkeneVermeld)]
    for nr, lid in enumerate(leden, 1):
        yield from _onafhankelijk(nr, lid, zaak, genoemd)


def _vorm(leden: Sequence[g.Zetel]) -> Iterator[Gebrek]:
    """Lid 1, 4 and 5: an external chair, one member from either side, three in all, and a woman among them."""
    voorzitters = [lid for lid in leden if lid.rol in VOORZITTERS]
    if len(leden) != 3:
        aantal = "1 lid" if len(leden) == 1 else f"{len(leden)} leden"
        yield Gebrek("art. 7 lid 4", f"er zitten {aantal} in; een voorzitter en twee leden is de regel")
    if len(voorzitters) != 1:
        yield Gebrek("art. 7 lid 4", f"er zitten {len(voorzitters) or 'geen'} voorzitters in; één hoort er te zijn")
    for lid in voorzitters:
        if lid.uit != "extern":
            yield Gebrek("art. 7 lid 1", f"de {lid.rol} is niet extern, of dat staat er niet bij")
    for kant, woorden in _KANTEN.items():
        if not any(lid.uit == kant and lid.rol not in VOORZITTERS for lid in leden):
            yield Gebrek("art. 7 lid 4", f"er zit geen lid in namens {woorden}")
    if not any(lid.vrouw for lid in leden):
        yield Gebrek("art. 7 lid 5", "er zit geen vrouw in, of dat staat er niet bij")


def benoemingen(leden: Sequence[g.Zetel], op: date) -> Iterator[Gebrek]:
    """Art. 6 lid 2: appointments that have ended on a day."""
    for nr, lid in enumerate(leden, 1):
        if lid.benoemd_tot_en_met is not None and lid.benoemd_tot_en_met < op:
            tot = voluit(lid.benoemd_tot_en_met)
            yield Gebrek("art. 6 lid 2", f"de benoeming van lid {nr} ({lid.rol}) loopt tot en met {tot}; op "
                         f"{voluit(op)} is zij voorbij")  # fmt: skip


def _zittingsdag(zaak: Zaak, op: date) -> date:
    return max((z.dag for z in zaak.zittingen if z.gepland), default=op)


def _onafhankelijk(nr: int, lid: g.Zetel, zaak: Zaak, genoemd: Sequence[str | None]) -> Iterator[Gebrek]:
    """Lid 8, and Awb 9:7 as a guideline: from the same onderdeel or fractie as a party, or named in the case."""
    k = zaak.klaagschrift
    for wie in partijen(k):
        p = persoon(wie, k)
        if lid.onderdeel and p.onderdeel and gelijkend(lid.onderdeel) == gelijkend(p.onderdeel):
            yield Gebrek("art. 7 lid 8", f"lid {nr} ({lid.rol}) werkt bij hetzelfde onderdeel of dezelfde fractie als "
                         f"{noem(wie, k)}")  # fmt: skip
        if p.naam and mogelijk_dezelfde(lid.naam, p.naam):
            yield Gebrek("art. 7 lid 8", f"lid {nr} ({lid.rol}) heeft de naam van {noem(wie, k)}")
    if any(mogelijk_dezelfde(lid.naam, naam) for naam in genoemd):
        yield Gebrek("art. 7 lid 8", f"lid {nr} ({lid.rol}) heeft de naam van iemand die in de zaak wordt genoemd")
