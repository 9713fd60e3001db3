"""Every recorded letter made anew: its values from the case, and its bytes from its values and its template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from klachtcli.audit import oorzaak
from klachtcli.audit.bron import Leesbron
from klachtcli.audit.uitkomst import Onberekend, Verschil
from klachtcli.fouten import KlachtFout
from klachtcli.instellingen.commissies import Commissie
from klachtcli.journaal.codec import Vastlegging
from klachtcli.stukken.brieven import Omgeving
from klachtcli.zaak.gebeurtenissen import BriefGemaakt
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak

if TYPE_CHECKING:
    from klachtcli.stukken.sjabloon import Sjabloon

_ZONDER_MENSEN = re.compile(r"(?:\d{1,2} [a-z]{3,9} \d{4}|K\d{4}-\d{3,6}|\d{1,2}|\d\d:\d\d)?", re.ASCII)


class Brievenmaker:
    """Makes letters again from what a journal or a package keeps; each template is compiled once."""

    def __init__(self, bron: Leesbron) -> None:
        self._bron = bron
        self._sjablonen: dict[str, Sjabloon | None] = {}

    def vergelijk(
        self, v: Vastlegging, e: BriefGemaakt, zaak: Zaak | None, rekenaar: Rekenaar | None, na: int = 0
    ) -> Iterator[Verschil | Onberekend]:
        """A letter that was recorded, against the same letter made anew; one about a year has no case.

        na: the last entry of the case before the act; its zegel is of that one or a later.
        """
        brief = f"brief {e.brief} aan {e.aan}"
        if self._bron.anoniem:
            yield Onberekend(v.nummer, brief, "in een anoniem pakket staat geen brief")
            return
        if not self._bron.kent(e.zegel):
            yield oorzaak.anders(v, f"{brief}: zegel", e.zegel, "hoort niet bij deze keten")
        elif not na <= int(e.zegel.partition("-")[0]) < v.nummer:
            yield oorzaak.anders(v, f"{brief}: zegel", e.zegel, f"een van na vastlegging {na}, en van voor deze")
        yield from self._waarden(v, e, brief, zaak, rekenaar)
        yield from self._bytes(v, e, brief)

    def _waarden(
        self, v: Vastlegging, e: BriefGemaakt, brief: str, zaak: Zaak | None, rekenaar: Rekenaar | None
    ) -> Iterator[Verschil | Onberekend]:
        """What it says, from the events before it, the rules of the case and the committee of that day."""
        if zaak is None or rekenaar is None:
            return
        commissie = self._bron.regels(e.commissie, Commissie) if e.commissie else None
        if commissie is None:
            if e.commissie or oorzaak.van_oud_programma(v):
                yield Onberekend(v.nummer, f"{brief}: inhoud", "wie toen de commissie was, is niet vastgelegd")
            else:
                yield oorzaak.anders(v, f"{brief}: commissie", "niet vastgelegd", "die van toen")
            return
        from klachtcli.stukken.gegevens import VOORSTEL, gegevens

        nu = gegevens(zaak, Omgeving(e.brief, e.aan, commissie, rekenaar, e.op, e.zegel))
        for naam, waarde in nu.items():
            vrij = naam in e.vrij and (not waarde or naam in VOORSTEL)  # else what follows from the case stands
            if not vrij and naam in e.gegevens and _plat(e.gegevens[naam]) != _plat(waarde):
                yield oorzaak.anders(v, f"{brief}: {naam}", _kort(e.gegevens[naam]), _kort(waarde))
        for naam in e.gegevens.keys() - nu.keys() - set(e.vrij):
            if e.gegevens[naam]:
                yield oorzaak.anders(v, f"{brief}: {naam}", _kort(e.gegevens[naam]), "volgt niet uit de zaak")

    def _bytes(self, v: Vastlegging, e: BriefGemaakt, brief: str) -> Iterator[Verschil | Onberekend]:
        """The file itself, to the byte."""
        sjabloon = self._sjabloon(e)
        if sjabloon is None:
            yield Onberekend(v.nummer, f"{brief}: bestand", "het sjabloon dat de brief noemt, ontbreekt")
            return
        try:
            nu = sha256(sjabloon.vul(e.gegevens)).hexdigest()
        except KlachtFout as fout:
            nu = f"niet te maken ({fout.code})"
        if nu != e.sha256:
            yield oorzaak.anders(v, f"{brief}: bestand", e.sha256, nu)

    def _sjabloon(self, e: BriefGemaakt) -> Sjabloon | None:
        if e.sjabloon not in self._sjablonen:
            from klachtcli.stukken.sjabloon import laad

            ruw = self._bron.sjabloon(e.sjabloon)
            self._sjablonen[e.sjabloon] = laad(ruw, e.brief) if ruw is not None else None
        return self._sjablonen[e.sjabloon]


def _plat(waarde: object) -> object:
    """A list as it is recorded."""
    if isinstance(waarde, list | tuple):
        return tuple(map(_plat, waarde))
    return dict(waarde) if isinstance(waarde, Mapping) else waarde


def _kort(waarde: object) -> str:
    """A value as it is told: a day or a number as it is, of any other text how long it is, for it may name somebody."""
    tekst = "; ".join(map(str, waarde)) if isinstance(waarde, list | tuple) else str(waarde)
    if _ZONDER_MENSEN.fullmatch(tekst):
        return tekst or "leeg"
    return f"tekst van {len(tekst)} tekens ({sha256(tekst.encode()).hexdigest()[:8]})"
