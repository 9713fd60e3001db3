"""Replay: every case folded again from what was recorded, everything that was decided or computed on the way anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from klachtcli.audit.brieven import Brievenmaker
from klachtcli.audit.bron import Leesbron
from klachtcli.audit.kast import Regelkast
from klachtcli.audit.spel import speel_na
from klachtcli.audit.uitkomst import Herspeeld
from klachtcli.journaal.codec import Vastlegging
from klachtcli.zaak.gebeurtenissen import BriefGemaakt

WERKMAP = "werkmap"


class Herspeler:
    """Replays from one source. Make one for many cases: it remembers the rules that it read and the days it counted."""

    def __init__(self, bron: Leesbron) -> None:
        self._bron, self._kast, self._post = bron, Regelkast(bron), Brievenmaker(bron)

    def zaken(self, nummers: Sequence[str], heden: date) -> Iterator[Herspeeld]:
        """Replay these cases one by one, holding none: memory does not grow with their number."""
        for nummer, verloop in zip(nummers, self._bron.verlopen(nummers), strict=True):
            yield speel_na(nummer, verloop, self._kast, self._post, heden)

    def werkmap(self, eigen: Iterable[Vastlegging]) -> Herspeeld:
        """The letters about a year, which stand in no case: made again from their values and their template."""
        uit = Herspeeld(WERKMAP)
        for v in eigen:
            uit.vastleggingen += 1
            if isinstance(v.gebeurtenis, BriefGemaakt):
                uit.brieven += 1
                uit.voeg_bij(self._post.vergelijk(v, v.gebeurtenis, None, None))
        return uit
