"""The question to the wegwijzer, in the words in which people ask it: who, about whom, about what, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.instellingen.commissies import lees_commissie, lees_fracties
from klachtcli.instellingen.lezer import dichtste
from klachtcli.instellingen.wegwijzers import lees_wegwijzer
from klachtcli.recht.wegwijstekst import Regel, regels
from klachtcli.recht.wegwijzer import (
    Advies,
    Kanttekening,
    Onderwerp,
    Rol,
    Wegwijzer,
    Woord,
    genormaliseerd,
    kanttekeningen,
)
from klachtcli.secretariaat.rekenen import configmap
from klachtcli.zaak.fracties import Fractie, Fracties, nabij

_WOORD = re.compile(r"[^\s,:;()]+")
_TUSSEN = ("van", "bij", "de", "het", "een")


class Betrokkene(NamedTuple):
    """Somebody as they were called, the kinds that this can be, and what is known of their fractie on the day.

    fractie: as it was typed, or as it is known; status: what is known of it. nabij: a known one that is like it.
    """

    rol: Rol
    woord: Woord
    soorten: tuple[str, ...]
    fractie: str | None = None
    status: Fractie | None = None
    nabij: str = ""

    @property
    def onzeker(self) -> bool:
        """Whether the kind hangs on something that is not known."""
        return len(self.soorten) > 1


class Gewezen(NamedTuple):
    """The answers of the wegwijzer, each with how it is told; and what to know before going by them."""

    op: date
    klager: Betrokkene
    aangeklaagde: Betrokkene
    onderwerp: Onderwerp
    adviezen: list[tuple[Advies, Regel]]
    kanttekeningen: list[Kanttekening]
    wegwijzer: Wegwijzer
    opmerkingen: list[str]


class Vraagbaak(NamedTuple):
    """The wegwijzer and the fracties of a work folder, or the shipped ones outside any."""

    wegwijzer: Wegwijzer
    fracties: Fracties
    config: Path

    def betrokkene(self, tekst: str, rol: Rol, op: date) -> Betrokkene:
        """Somebody as typed: a known word, and after it the fractie. Raises Invoerfout; nothing typed is repeated."""
        woord, rest = _ontleed(tekst, rol, self.wegwijzer)
        if rest and not woord.fractie:
            raise Invoerfout("te-veel-woorden", f"achter '{woord.naam}' hoort niets meer",
                             herstel="Alleen bij wie voor een fractie kan werken, noemt u die erachter")  # fmt: skip
        soorten = woord.soorten(rol) or ()
        if not woord.fractie or (woord.fractie == "genoemd" and not rest):
            return Betrokkene(rol, woord, soorten)
        status = self.fracties.op(rest, op)
        kinds = self.wegwijzer.bij_status(status.status if status else None)
        return Betrokkene(rol, woord, kinds, status.naam if status else rest or None, status, self._nabij(rest))

    def _nabij(self, fractie: str) -> str:
        """`; bedoelt u 'X'?` where a fractie was named that is not known, and another is like it."""
        if not fractie or self.fracties.kent(fractie):
            return ""
        return nabij(fractie, (f.naam for f in self.fracties.fractie))

    def onderwerp(self, tekst: str) -> Onderwerp:
        """What it is about, as typed. Raises Invoerfout that names the nearest."""
        zoek = genormaliseerd(tekst)
        for x in self.wegwijzer.onderwerp:
            if zoek in map(genormaliseerd, (x.naam, *x.ook)):
                return x
        bekend = [x.naam for x in self.wegwijzer.onderwerp]
        raise Invoerfout("onderwerp-onbekend", f"dit onderwerp kent de wegwijzer niet{dichtste(zoek, bekend)}",
                         herstel=f"Kies uit: {', '.join(bekend)}")  # fmt: skip

    def wijs(self, klager: Betrokkene, aangeklaagde: Betrokkene, onderwerp: Onderwerp, op: date) -> Gewezen:
        """Where to go, on each subject and step; for each possibility where the kind of somebody is uncertain."""
        w = self.wegwijzer
        adviezen = regels(w, klager.soorten, aangeklaagde.soorten, onderwerp.over)
        return Gewezen(
            op, klager, aangeklaagde, onderwerp, adviezen, kanttekeningen(w, [a for a, _ in adviezen]), w,
            list(self._opmerkingen((klager, aangeklaagde))),
        )  # fmt: skip

    def _opmerkingen(self, mensen: Sequence[Betrokkene]) -> Iterable[str]:
        for b in mensen:
            if zin := b.woord.zegt(b.rol):
                yield f"De {b.rol} ({b.woord.naam}): {zin}"
            if b.woord.fractie == "genoemd" and not b.fractie:
                yield (f"De {b.rol} ({b.woord.naam}) is gezien als iemand van de ambtelijke organisatie; was het bij "
                       f'een fractie: --{b.rol} "{b.woord.naam} FRACTIE".')  # fmt: skip
        try:
            regeling = lees_commissie(self.config).regeling
        except (Invoerfout, Onbruikbaar):  # its faults are told where it is used
            return
        if regeling != self.wegwijzer.regeling:
            yield f"Deze wegwijzer hoort bij {self.wegwijzer.regeling}, en uw commissie werkt met {regeling}."


def vraagbaak(gekozen: str | None = None) -> Vraagbaak:
    """The wegwijzer and the fracties of the chosen or surrounding work folder, or else the shipped ones."""
    config = configmap(gekozen)
    return Vraagbaak(lees_wegwijzer(config), lees_fracties(config), config)


def woorden(w: Wegwijzer, rol: Rol) -> list[Woord]:
    """The words for somebody in a role, in the order of the file."""
    return [x for x in w.woord if x.soorten(rol) is not None]


def _ontleed(tekst: str, rol: Rol, w: Wegwijzer) -> tuple[Woord, str]:
    """The longest known word that a text begins with, and the fractie after it."""
    bekend = {genormaliseerd(naam): x for x in woorden(w, rol) for naam in (x.naam, *x.ook)}
    delen = _WOORD.findall(tekst)
    for n in range(len(delen), 0, -1):
        if woord := bekend.get(genormaliseerd(" ".join(delen[:n]))):
            rest = delen[n:]
            while rest and rest[0].casefold() in _TUSSEN:
                rest = rest[1:]
            return woord, " ".join(rest)
    namen = [x.naam for x in woorden(w, rol)]
    nabij = dichtste(genormaliseerd(delen[0]) if delen else "", namen)
    raise Invoerfout("hoedanigheid-onbekend", f"dit woord voor de {rol} kent de wegwijzer niet{nabij}",
                     herstel=f"Kies uit: {', '.join(namen)}")  # fmt: skip
