"""Replay of the journal: its chain verified, then each case; nothing is recorded, and no name is shown.

Many cases are replayed by several processes (`meerekenen`). They begin while the chain is verified, and what they found
is not looked at before it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from klachtcli import klok
from klachtcli.audit import register
from klachtcli.audit.bron import Leesbron
from klachtcli.audit.herspeel import Herspeler
from klachtcli.audit.journaalbron import Journaalbron
from klachtcli.audit.pakket import lees_pakket
from klachtcli.audit.uitkomst import Herspeeld, Onberekend
from klachtcli.fouten import Invoerfout, KlachtFout
from klachtcli.instellingen.commissies import lees_fracties
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import lees_regelingen
from klachtcli.instellingen.wegwijzers import lees_wegwijzer
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.regeltekst import tekst_van
from klachtcli.recht.regeling import Bron
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.meerekenen import verdeeld
from klachtcli.secretariaat.plekken import meegeleverd
from klachtcli.secretariaat.werkmap import Werkmap

_VEEL = 400  # from so many cases more processes pay for their start


class Herspel(NamedTuple):
    """A replay under way: up to which head of the chain, how many cases, each as it is done, and what is not proven."""

    zegel: Zegel
    aantal: int
    zaken: Iterator[Herspeeld]
    regels: list[Gebruikt]
    opmerkingen: tuple[str, ...] = ()


class Gebruikt(NamedTuple):
    """Rules that were counted with, and whether this version of klacht ships the same: a text can be made up."""

    bron: Bron
    meegeleverd: bool


@contextmanager
def herspeel_pakket(map_: Path) -> Iterator[Herspel]:
    """Replay what a package holds, without the journal or its keys. Raises Onbruikbaar that names the file amiss."""
    if not map_.exists():
        raise Invoerfout("geen-zaak-of-pakket", f"'{map_.name[:40]}' is geen zaaknummer zoals K2026-001, en geen map",
                         herstel="Noem een zaak, of de map van een pakket")  # fmt: skip
    pakket = lees_pakket(map_)
    zaken = Herspeler(pakket).zaken(pakket.zaken(), klok.vandaag())
    yield Herspel(pakket.zegel, len(pakket.zaken()), zaken, _gebruikt(pakket), pakket.opmerkingen)


@contextmanager
def herspeel_journaal(werkmap: Werkmap, zaak: str | None = None) -> Iterator[Herspel]:
    """Replay one case, or all. Raises Onbruikbaar where the journal is damaged, before anything of it is told."""
    vandaag = klok.vandaag()
    with werkmap.journaal() as journaal:
        bron = _bron(journaal)
        herspeler = Herspeler(bron)
        if zaak is not None:
            zegel = _controleer(journaal)
            nummer = zaaknummer(zaak, vandaag.year)
            Dossiers(journaal).verloop(nummer)  # refused where it is not there
            yield Herspel(zegel, 1, herspeler.zaken([nummer], vandaag), _gebruikt(bron))
            return
        alle = bron.zaken()
        hier = nullcontext(herspeler.zaken(alle, vandaag))
        with hier if len(alle) < _VEEL else verdeeld(werkmap, bron, herspeler, vandaag) as zaken:
            zegel = _controleer(journaal)
            eigen = herspeler.werkmap(journaal.lees_werkmap("brief_gemaakt"))
            eigen.verschillen += register.kijk(journaal, zegel.nummer)
            yield Herspel(zegel, len(alle), chain(_zonder_sleutel(journaal), _met(zaken, eigen)), _gebruikt(bron))


def _bron(journaal: Journaal) -> Journaalbron:
    """The journal to replay from. What is damaged is told before what is missing."""
    try:
        return Journaalbron(journaal, journaal.zegel().nummer)
    except KlachtFout:
        _controleer(journaal)
        raise


def _controleer(journaal: Journaal) -> Zegel:
    """The head of the chain, once all of the file and the chain holds. Raises Onbruikbaar."""
    journaal.controleer_bestand()
    return journaal.controleer_keten()


def _gebruikt(bron: Leesbron) -> list[Gebruikt]:
    """The rules that are kept, held against those that were shipped; the committee is the work folder's own."""
    config = meegeleverd() / "config"
    namen = [map_.name for map_ in (config / "regelingen").iterdir()]
    regelingen = (r for naam in namen for r in lees_regelingen(config / "regelingen", naam))
    eigen = lees_kalender(config / "kalender"), lees_fracties(config), lees_wegwijzer(config)
    bekend = {tekst_van(r)[0].sha256 for r in (*regelingen, *eigen)}
    return [Gebruikt(b, b.sha256 in bekend) for b in dict.fromkeys(bron.bronnen()) if b.id != "commissie"]


def _zonder_sleutel(journaal: Journaal) -> Iterator[Herspeeld]:
    """The cases that cannot be opened; their place in the chain is verified, and nothing else."""
    for zaak, nummer in journaal.dicht().items():
        yield Herspeeld(zaak, onberekend=[Onberekend(nummer, "de hele zaak", "de sleutel ontbreekt")])


def _met(zaken: Iterable[Herspeeld], eigen: Herspeeld) -> Iterator[Herspeeld]:
    yield from zaken
    if eigen.vastleggingen or eigen.verschillen:
        yield eigen
