"""What a journal as a whole says of its cases: none is missing or begins from nothing, none was destroyed too early."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from klachtcli import klok
from klachtcli.audit import oorzaak
from klachtcli.audit.uitkomst import Verschil
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.opslag import Journaal
from klachtcli.recht.datum import voluit
from klachtcli.zaak.gebeurtenissen import GEEFT_VRIJ, HEROPENT, HOUDT_TEGEN, SLUIT, VERBETERT, ZaakVernietigd


def kijk(journaal: Journaal, tot: int) -> Iterator[Verschil]:
    """What does not follow, up to an entry: of the numbers of the cases, and of those that were destroyed."""
    begin = {zaak: nr for zaak, nr in journaal.begin_van_zaken().items() if nr <= tot}
    geopend = [(zaak, nr) for zaak, nr in journaal.openingen() if nr <= tot]
    yield from _nummers(begin, geopend)
    for v in journaal.vernietigd():
        if v.nummer <= tot:
            yield from _vernietigd(v, journaal.soorten(v.zaak))


def _nummers(begin: Mapping[str, int], geopend: Sequence[tuple[str, int]]) -> Iterator[Verschil]:
    """Numbers follow each other, year by year: where one is missing, a case may have been taken out whole."""
    for zaak in begin.keys() - {zaak for zaak, _ in geopend}:
        yield Verschil(begin[zaak], f"zaak {zaak}", "vastgelegd", "begint niet met een klaagschrift", oorzaak.GEEN)
    geteld: Counter[str] = Counter()
    for zaak, nummer in geopend:
        geteld[jaar := zaak.partition("-")[0]] += 1
        if zaak != (verwacht := f"{jaar}-{geteld[jaar]:03d}"):
            yield Verschil(nummer, "zaaknummer", zaak, verwacht, oorzaak.GEEN)
            geteld[jaar] = int(zaak.partition("-")[2])  # told once


def _vernietigd(v: Vastlegging, soorten: Sequence[str]) -> Iterator[Verschil]:
    """A destruction, as far as what it left tells: after its term, closed, not held, with a second name."""
    e = v.gebeurtenis
    assert isinstance(e, ZaakVernietigd)
    mis = [
        (e.op > klok.dag_van(v.vastgelegd_op), f"{voluit(e.op)} moest nog komen"),
        (e.op <= e.verstreken_op, f"zij moest worden bewaard tot en met {voluit(e.verstreken_op)}"),
        (not e.ontvangen_op <= e.gesloten_op <= e.verstreken_op, "haar dagen volgen niet op elkaar"),
        (e.tweede.strip().casefold() in ("", v.door.casefold()), "een tweede naam ontbreekt"),
        (_laatste(soorten, SLUIT, HEROPENT) != SLUIT, "zij was niet gesloten"),
        (_laatste(soorten, HOUDT_TEGEN, GEEFT_VRIJ, VERBETERT) == HOUDT_TEGEN, "zij werd vastgehouden"),
    ]
    for is_mis, waarom in mis:
        if is_mis:
            yield oorzaak.anders(v, f"zaak {v.zaak}: vernietigd", voluit(e.op), f"niet toegestaan: {waarom}")


def _laatste(soorten: Sequence[str], *gezocht: str) -> str:
    """Which of these kinds came last in a case; with a correction after it, nobody can tell any more."""
    return next((soort for soort in reversed(soorten) if soort in gezocht), "")
