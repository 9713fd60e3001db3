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


def herspeel(bron: Leesbron, zaken: Sequence[str], heden: date) -> Iterator[Herspeeld]:
    """Replay these cases one by one, holding none: memory does not grow with their number."""
    kast, post = Regelkast(bron), Brievenmaker(bron)
    for nummer, verloop in zip(zaken, bron.verlopen(zaken), strict=True):
        yield speel_na(nummer, verloop, kast, post, heden)


def herspeel_werkmap(bron: Leesbron, eigen: Iterable[Vastlegging]) -> Herspeeld:
    """The letters about a year, which stand in no case: made again from their values and their template."""
    uit, post = Herspeeld(WERKMAP), Brievenmaker(bron)
    for v in eigen:
        uit.vastleggingen += 1
        if isinstance(v.gebeurtenis, BriefGemaakt):
            uit.brieven += 1
            uit.voeg_bij(post.vergelijk(v, v.gebeurtenis, None, None))
    return uit
