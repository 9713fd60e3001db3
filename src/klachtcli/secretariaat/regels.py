"""A new besluit on free days, or other text of a regulation: which open cases it would move, and taking it into use.

A case keeps the version of its regulation that held when its klaagschrift came in, and the calendar of that day, until
it is recorded that it goes on under others. A calendar is a fact, and needs no reason; a version of the regulation
follows only by transitional law, so that asks for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Gebrek, Geweigerd, Invoerfout, KlachtFout, Onbruikbaar
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import geldend, lees_regelingen
from klachtcli.journaal.regeltekst import tekst_van
from klachtcli.recht import verschil
from klachtcli.recht.kalender import Kalender, KalenderGegevens
from klachtcli.recht.regeling import Bron, Regeling
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.vastleggen import voeg_toe
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import RegelsInGebruikGenomen
from klachtcli.zaak.procedure import eis_open
from klachtcli.zaak.regelwissel import OudeBrief, Verschuiving, oude_brieven, verschuivingen
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak


class Keuze(NamedTuple):
    """What is held against the open cases, or these: the calendar, the regulation (as it holds now, or a version)."""

    kalender: bool = True
    regeling: bool = False
    versie: str | None = None
    zaken: tuple[str, ...] = ()


class Wissel(NamedTuple):
    """A case that other rules wait for: which (as named before and after), what moves, and which letters name it."""

    zaak: Zaak
    regeling: Bron
    kalender: Bron
    verschuivingen: list[Verschuiving]
    brieven: list[OudeBrief]


class Anders(NamedTuple):
    """Rules that cases are under, the ones in config, how many of these cases, and in words what differs."""

    oud: Bron
    nieuw: Bron
    zaken: int
    verschillen: list[str]


class Uitkomst(NamedTuple):
    """The cases that other rules wait for, what differs in these, and what else is worth knowing."""

    wissels: list[Wissel]
    anders: list[Anders]
    opmerkingen: list[str]
    overgenomen: bool = False

    @property
    def verschuift(self) -> bool:
        """Whether some day of an open case moves."""
        return any(w.verschuivingen for w in self.wissels)


def bekijk(werkmap: Werkmap, keuze: Keuze) -> Uitkomst:
    """What the rules in config would change; nothing is recorded. Raises Onbruikbaar with every fault in them."""
    with werkmap.journaal() as journaal:
        return _Vergelijking(werkmap, Dossiers(journaal), keuze, klok.vandaag()).uitkomst()


def neem_over(werkmap: Werkmap, keuze: Keuze, reden: str | None, *, proef: bool = False) -> Uitkomst:
    """Let those cases go on under the rules in config: recorded in each, with the terms that move.

    Raises Geweigerd without a reason where a case would follow another version of its regulation.
    """
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers, vandaag = Dossiers(journaal), schrijver.vandaag
        vergelijking = _Vergelijking(werkmap, dossiers, keuze, vandaag)
        uit = vergelijking.uitkomst()
        if not reden and any(w.regeling != w.zaak.regeling for w in uit.wissels):
            raise _zonder_reden()
        for w in uit.wissels:
            if w.kalender.sha256 not in dossiers.teksten or w.regeling.sha256 not in dossiers.teksten:
                for regels in vergelijking.nieuw(w.zaak):
                    dossiers.leg_regels_vast(schrijver, regels)
            gebeurtenis = RegelsInGebruikGenomen(vandaag, w.regeling, w.kalender, reden)
            voeg_toe(schrijver, w.zaak, gebeurtenis, dossiers)
    return uit._replace(overgenomen=bool(uit.wissels) and not proef)


class _Vergelijking:
    """The open cases of a work folder, held against what its config now says."""

    def __init__(self, werkmap: Werkmap, dossiers: Dossiers, keuze: Keuze, vandaag: date) -> None:
        self._dossiers, self._keuze, self._vandaag = dossiers, keuze, vandaag
        self._zaken = _kies(dossiers, keuze.zaken, vandaag)
        self._config = _Config(werkmap, sorted({z.regeling.id for z in self._zaken}), keuze)
        self._rekenaars: dict[tuple[str, str], Rekenaar] = {}
        self._bronnen: dict[int, Bron] = {}  # by the identity of rules that live as long as this does

    def nieuw(self, zaak: Zaak) -> tuple[Regeling, KalenderGegevens]:
        """The rules that this case would go on under."""
        regeling = self._dossiers.regels(zaak.regeling, Regeling)
        kalender = self._dossiers.regels(zaak.kalender, KalenderGegevens)
        if self._keuze.regeling:
            regeling = self._config.regeling(zaak.regeling.id, self._vandaag)
        return regeling, self._config.kalender if self._keuze.kalender and self._config.kalender else kalender

    def uitkomst(self) -> Uitkomst:
        """Case by case, the first day that moves first; then what differs in the rules themselves."""
        wissels = [w for z in self._zaken if (w := self._wissel(z))]
        anders: dict[tuple[Bron, Bron], list[Zaak]] = {}
        for w in wissels:
            for paar in ((w.zaak.regeling, w.regeling), (w.zaak.kalender, w.kalender)):
                if paar[0] != paar[1]:
                    anders.setdefault(paar, []).append(w.zaak)
        verschillen = [
            Anders(*paar, len(zaken), self._verschillen(paar[0], zaken[0])) for paar, zaken in anders.items()
        ]
        return Uitkomst(wissels, verschillen, list(self._opmerkingen()))

    def _wissel(self, zaak: Zaak) -> Wissel | None:
        regeling, kalender = self.nieuw(zaak)
        bronnen = self._bron(regeling), self._bron(kalender)
        if bronnen == (zaak.regeling, zaak.kalender):
            return None
        sleutel = (bronnen[0].sha256, bronnen[1].sha256)
        if sleutel not in self._rekenaars:
            self._rekenaars[sleutel] = Rekenaar(regeling, Kalender(kalender))
        verschoven = verschuivingen(zaak, self._dossiers.rekenaar(zaak), self._rekenaars[sleutel], self._vandaag)
        return Wissel(zaak, *bronnen, verschoven, oude_brieven(zaak, verschoven))

    def _bron(self, regels: Regeling | KalenderGegevens) -> Bron:
        if id(regels) not in self._bronnen:
            self._bronnen[id(regels)] = tekst_van(regels)[0]
        return self._bronnen[id(regels)]

    def _verschillen(self, oud: Bron, zaak: Zaak) -> list[str]:
        regeling, kalender = self.nieuw(zaak)
        if oud == zaak.kalender:
            return list(verschil.kalenders(self._dossiers.regels(oud, KalenderGegevens), kalender))
        return list(verschil.regelingen(self._dossiers.regels(oud, Regeling), regeling))

    def _opmerkingen(self) -> Iterator[str]:
        """What was not asked about and is different all the same."""
        if self._keuze.regeling:
            return
        for id_, versies in self._config.regelingen.items():
            try:
                nu = tekst_van(geldend(versies, self._vandaag))[0]
            except Geweigerd:
                continue
            ander = [z.nummer for z in self._zaken if z.regeling.id == id_ and z.regeling != nu]
            if ander:
                yield (f"in config/regelingen geldt nu versie {nu.versie} van {id_}, met een andere tekst dan die van "
                       f"{', '.join(ander)}. Een zaak houdt de versie van haar ontvangst; het verschil toont: "
                       "klacht beheer regels --regeling")  # fmt: skip


class _Config:
    """The rules as config now has them. Raises Onbruikbaar with every fault in what was asked for."""

    def __init__(self, werkmap: Werkmap, ids: Sequence[str], keuze: Keuze) -> None:
        self._versie = keuze.versie
        self.kalender: KalenderGegevens | None = None
        self.regelingen: dict[str, tuple[Regeling, ...]] = {}
        fouten: list[tuple[str, KlachtFout]] = []
        try:
            self.kalender = lees_kalender(werkmap.config / "kalender")
        except Onbruikbaar as fout:
            fouten += [("kalender", fout)] if keuze.kalender else []
        for id_ in ids:
            try:
                self.regelingen[id_] = lees_regelingen(werkmap.config / "regelingen", id_)
            except Onbruikbaar as fout:
                fouten += [(f"regelingen/{id_}", fout)] if keuze.regeling else []
        if len(fouten) == 1:
            raise fouten[0][1]
        if fouten:
            gebreken = [Gebrek(f"{waar} {g.plaats}".strip(), g.feit)
                        for waar, f in fouten for g in f.gebreken or (Gebrek("", f.feit),)]  # fmt: skip
            raise Onbruikbaar("regels-fout", "de regels in config zijn niet te lezen", gebreken=gebreken)

    def regeling(self, id_: str, vandaag: date) -> Regeling:
        """The version that was asked for, or else the one that holds today. Raises Invoerfout, or Geweigerd."""
        versies = self.regelingen[id_]
        if self._versie is None:
            return geldend(versies, vandaag)
        namen = {r.geldig_vanaf.isoformat(): r for r in versies}
        if self._versie not in namen:
            raise Invoerfout("versie-onbekend", f"van {id_} staat versie {self._versie[:20]} niet in config/regelingen",
                             herstel=f"Er zijn: {', '.join(namen)}")  # fmt: skip
        return namen[self._versie]


def _kies(dossiers: Dossiers, gevraagd: Iterable[str], vandaag: date) -> list[Zaak]:
    """The cases that were named, each once; or all that are open. Raises Geweigerd for one that is closed."""
    nummers = dict.fromkeys(zaaknummer(z, vandaag.year) for z in gevraagd)
    zaken = [dossiers.zaak(nummer) for nummer in nummers] if nummers else list(dossiers.zaken())
    for zaak in zaken:
        eis_open(zaak)
    return zaken


def _zonder_reden() -> Geweigerd:
    return Geweigerd(
        "reden-ontbreekt",
        "een lopende zaak volgt niet vanzelf een andere versie van de regeling",
        grondslag="een zaak houdt tot haar einde de versie van de dag van ontvangst, tenzij het overgangsrecht anders "
        "bepaalt",
        herstel="Zeg waarom het hier anders is, met --reden -",
    )
