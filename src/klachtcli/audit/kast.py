"""The rules that entries name, each read and made ready once for all cases under it: for both calculations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from klachtcli.audit.bron import Leesbron
from klachtcli.recht.kalender import Kalender, KalenderGegevens
from klachtcli.recht.regeling import Bron, Regeling
from klachtcli.zaak.narekening import Narekenaar
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak


class Rekenaars(NamedTuple):
    """Two ways to count the terms of one regulation on one calendar, made apart from each other."""

    eerste: Rekenaar
    tweede: Narekenaar


class Regelkast:
    """Both calculations for each pair of rules that a case is governed by."""

    def __init__(self, bron: Leesbron) -> None:
        self.bron = bron
        self._paren: dict[tuple[Bron, Bron], Rekenaars | None] = {}
        self._laatst: tuple[Bron | None, Bron | None, Rekenaars | None] = (None, None, None)

    def voor(self, zaak: Zaak) -> Rekenaars | None:
        """The calculations under the rules of a case as they are at this point; None where their text is not there."""
        regeling, kalender, paar = self._laatst  # asked after each entry of a case, and seldom another
        if zaak.regeling is not regeling or zaak.kalender is not kalender:
            paar = self.met(zaak.regeling, zaak.kalender)
            self._laatst = zaak.regeling, zaak.kalender, paar
        return paar

    def met(self, regeling: Bron, kalender: Bron) -> Rekenaars | None:
        """The calculations under these rules."""
        sleutel = (regeling, kalender)
        if sleutel not in self._paren:
            self._paren[sleutel] = self._maak(regeling, kalender)
        return self._paren[sleutel]

    def _maak(self, regeling: Bron, kalender: Bron) -> Rekenaars | None:
        tekst, dagen = self.bron.regels(regeling, Regeling), self.bron.regels(kalender, KalenderGegevens)
        if tekst is None or dagen is None:
            return None
        return Rekenaars(Rekenaar(tekst, Kalender(dagen)), Narekenaar(tekst, dagen))

    def andere(self, zaak: Zaak) -> Iterator[tuple[str, Rekenaars]]:
        """The calculations under other rules that are kept, one of the two changed, and which that is."""
        for bron in self.bron.bronnen():
            if bron.id == zaak.kalender.id and bron != zaak.kalender:
                wat, paar = f"kalender {bron.versie}", self.met(zaak.regeling, bron)
            elif bron.id == zaak.regeling.id and bron != zaak.regeling:
                wat, paar = f"regeling van {bron.versie}", self.met(bron, zaak.kalender)
            else:
                continue
            if paar is not None:
                yield wat, paar
