"""Signals: several complaints in a short time about one name, or about one onderdeel. Facts, never a judgment.

What counts is that a complaint came in: also one that was withdrawn, niet-ontvankelijk or ongegrond. A case counts
once, for each aangeklaagde as the klaagschrift now is: what was corrected, counts as corrected. Of a person the name is
compared, without case, accents, titles, prefixes, dots and the order of its parts (`zaak.namen`), but with its digits
(Medewerker 1, Medewerker 2); of an onderdeel its name without the word fractie (`zaak.fracties`). Names that are only
alike are not counted together, but told apart, for somebody to look at. One name may be of two people: that is said,
with the onderdeel that each case names. Source: Kracht zonder Tegenkracht, aanbeveling 19; see config/signalen.toml.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, NamedTuple

import msgspec

from klachtcli.recht.duur import Duur
from klachtcli.zaak.fracties import gelijkend
from klachtcli.zaak.gebeurtenissen import Partij, SignaalBesproken
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.namen import Naamdelen, lijken, naamdelen
from klachtcli.zaak.partijen import nummer_van
from klachtcli.zaak.zaak import Zaak

KANTTEKENING = (
    "Over dit signaal heeft nog geen hoor en wederhoor plaatsgevonden. Het zegt alleen dat er klachten zijn ontvangen, "
    "niet dat er iets is gebeurd: ook klachten die zijn ingetrokken, niet-ontvankelijk zijn of ongegrond bleken, "
    "tellen mee. Dezelfde naam hoeft niet dezelfde persoon te zijn."
)
# What stands where the name of the aangeklaagde is not known: nobody's.
_GEEN_NAAM = frozenset(
    map(naamdelen, ("onbekend", "onbekende", "naam onbekend", "n.n.", "nn", "anoniem", "niet bekend"))
)
GRONDSLAG = "Kracht zonder Tegenkracht, aanbeveling 19"
_CIJFERS = re.compile(r"\d+")
_GETALLEN = ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
Over = Literal["persoon", "onderdeel"]
Klacht = tuple[str, Klaagschrift]


class Drempel(msgspec.Struct, frozen=True):
    """From how many cases, received within how long, there is a signal."""

    aantal: int = 3
    periode: Annotated[Duur, "duur"] = Duur(maanden=24)

    @property
    def of_meer(self) -> str:
        """`drie of meer`: all that anybody else may know of how many."""
        woord = _GETALLEN[self.aantal - 2] if 2 <= self.aantal <= 10 else str(self.aantal)
        return f"{woord} of meer"


class Vermelding(NamedTuple):
    """Where somebody or some onderdeel stands: in which case, as which aangeklaagde, written how; received when.

    onderdeel: of that aangeklaagde, as it was written; empty where it is not known.
    """

    op: date
    zaak: str
    wie: Partij
    naam: str
    onderdeel: str = ""

    def kenmerk(self, over: Over) -> str:
        """`P-K2026-001`, or `P-K2026-001-2` for the second aangeklaagde."""
        nr = nummer_van(self.wie)
        return f"{over[0].upper()}-{self.zaak}" + (f"-{nr}" if nr > 1 else "")


class Signaal(NamedTuple):
    """Several cases about one name or onderdeel, in order of receipt. `sinds`: the day on which there were enough."""

    over: Over
    vermeldingen: tuple[Vermelding, ...]
    sinds: date

    @property
    def id(self) -> str:
        """By what it is called: the first case of it. It says no name, and holds however many cases follow."""
        return self.vermeldingen[0].kenmerk(self.over)

    @property
    def zaken(self) -> tuple[str, ...]:
        """The numbers of the cases."""
        return tuple(dict.fromkeys(v.zaak for v in self.vermeldingen))

    @property
    def namen(self) -> tuple[str, ...]:
        """The name, as it was written: more than one where the spelling differs."""
        return tuple(dict.fromkeys(v.naam for v in self.vermeldingen))

    def onderdeel_in(self, zaak: str) -> str:
        """The onderdeel that a case names with it, or more; empty where it names none."""
        return ", ".join(dict.fromkeys(v.onderdeel for v in self.vermeldingen if v.zaak == zaak and v.onderdeel))

    def heet(self, kenmerk: str) -> bool:
        """Whether this names it: the id, or what it would be after any other of its cases (an earlier one may join)."""
        return kenmerk in {v.kenmerk(self.over) for v in self.vermeldingen}


class Sleutel(NamedTuple):
    """By what a name is known again: its parts, and the digits in it."""

    delen: Naamdelen
    cijfers: tuple[str, ...]

    def lijkt_op(self, ander: Sleutel) -> bool:
        """Whether they may be of one person: other digits are of another."""
        zelfde_cijfers = not self.cijfers or not ander.cijfers or self.cijfers == ander.cijfers
        return zelfde_cijfers and lijken(self.delen, ander.delen)


class Bespreking(NamedTuple):
    """What was done about a signal, on a day, and about which cases it then was. `heel`: all that it now has."""

    op: date
    gedaan: str
    zaken: tuple[str, ...]
    heel: bool


def zonder_tekst(k: Klaagschrift) -> Klaagschrift:
    """What a signal is found by: who it is about, and when it came in. Of many cases the rest is a lot to hold."""
    return Klaagschrift(k.ontvangen_op, aangeklaagde=k.aangeklaagde)


def signalen(klachten: Iterable[Klacht], drempel: Drempel) -> list[Signaal]:
    """Every signal: persons first, oldest first; whatever the order of the cases.

    About one name or onderdeel there is one signal: all cases that lie in some period of that length with enough
    cases in it. Periods slide; a case that stands alone in its period stays out.
    """
    personen, onderdelen = _reeksen(klachten)
    gevonden = [_signaal("persoon", reeks, drempel) for reeks in personen.values()]
    gevonden += [_signaal("onderdeel", reeks, drempel) for reeks in onderdelen.values()]
    return sorted(
        (s for s in gevonden if s), key=lambda s: (s.over != "persoon", s.sinds, _volgorde(s.vermeldingen[0]))
    )


def gelijkenissen(klachten: Iterable[Klacht], drempel: Drempel) -> list[tuple[Vermelding, ...]]:
    """Names that are alike and not the same, with enough cases between them for a signal; each set once, the largest.

    They may be of one person: klacht does not count them together, somebody has to look.
    """
    personen, _ = _reeksen(klachten)
    sets: dict[frozenset[Vermelding], None] = {}
    for groep in _verwanten(personen):
        samen = _signaal("persoon", [v for naam in groep for v in personen[naam]], drempel)
        if samen and len({_sleutel(v.naam) for v in samen.vermeldingen}) > 1:
            sets[frozenset(samen.vermeldingen)] = None
    grootste = [s for s in sets if not any(s < ander for ander in sets)]
    return sorted(tuple(sorted(s, key=_volgorde)) for s in grootste)


def besprekingen(signaal: Signaal, zaken: Mapping[str, Zaak]) -> list[Bespreking]:
    """What was done about a signal before, oldest first. It stands in each of the cases that the signal then had.

    What stands in only one of its cases is of another signal: of somebody whose name was there before a correction.
    """
    staat_in: dict[tuple[date, str, tuple[str, ...]], set[str]] = defaultdict(set)
    for v in signaal.vermeldingen:
        for e in zaken[v.zaak].van(SignaalBesproken):
            if e.over == signaal.over and e.wie in ("", v.wie):
                staat_in[e.op, e.gedaan, e.zaken].add(v.zaak)
    nu = set(signaal.zaken)
    return sorted(Bespreking(*wat, heel=waar >= nu) for wat, waar in staat_in.items() if len(waar) > 1)


def bespreek(signaal: Signaal, op: date, gedaan: str) -> Iterator[tuple[str, SignaalBesproken]]:
    """What is to be recorded, and in which case: once in each."""
    wie = {v.zaak: v.wie for v in reversed(signaal.vermeldingen)}
    for zaak in signaal.zaken:
        yield zaak, SignaalBesproken(op, signaal.over, signaal.zaken, gedaan, wie[zaak])


# ---- counting ----


def _sleutel(naam: str) -> Sleutel | None:
    """By what a name is known again; None where it is no name."""
    delen, cijfers = naamdelen(naam), tuple(sorted(_CIJFERS.findall(naam)))
    return Sleutel(delen, cijfers) if delen not in _GEEN_NAAM and (any(delen) or cijfers) else None


def _reeksen(klachten: Iterable[Klacht]) -> tuple[dict[Sleutel, list[Vermelding]], dict[str, list[Vermelding]]]:
    """Where each person stands, and each onderdeel: as an aangeklaagde. Without a name there is none to count."""
    personen: dict[Sleutel, list[Vermelding]] = defaultdict(list)
    onderdelen: dict[str, list[Vermelding]] = defaultdict(list)
    for nummer, k in klachten:
        for n, p in enumerate(k.aangeklaagde, 1):
            plek = (k.ontvangstdag, nummer, f"aangeklaagde-{n}")
            waar = " ".join((p.onderdeel or "").split())
            if p.naam and (naam := _sleutel(p.naam)):
                personen[naam].append(Vermelding(*plek, " ".join(p.naam.split()), waar))
            if waar and (onderdeel := gelijkend(waar)):
                onderdelen[onderdeel].append(Vermelding(*plek, waar, waar))
    return personen, onderdelen


def _signaal(over: Over, reeks: Sequence[Vermelding], drempel: Drempel) -> Signaal | None:
    """What of these lies close enough together; None where nothing does."""
    op_volgorde = sorted(reeks, key=_volgorde)
    dagen = list({v.zaak: v.op for v in op_volgorde}.items())
    samen: set[str] = set()
    sinds: list[date] = []
    for n in range(len(dagen) - drempel.aantal + 1):
        rij = dagen[n : n + drempel.aantal]
        if rij[-1][1] <= drempel.periode.vanaf(rij[0][1]):
            samen.update(zaak for zaak, _ in rij)
            sinds.append(rij[-1][1])
    return Signaal(over, tuple(v for v in op_volgorde if v.zaak in samen), sinds[0]) if sinds else None


def _verwanten(namen: Collection[Sleutel]) -> Iterator[list[Sleutel]]:
    """Each name with all that are like it. Only names that share a part are held against each other."""
    met_deel: dict[str, list[Sleutel]] = defaultdict(list)
    for naam in namen:
        for deel in naam.delen[0]:
            met_deel[deel].append(naam)
    for naam in namen:
        buren = dict.fromkeys(ander for deel in naam.delen[0] for ander in met_deel[deel])
        yield [ander for ander in buren if naam.lijkt_op(ander)]


def _volgorde(v: Vermelding) -> tuple[date, int, str, int]:
    """By the day of receipt; then by number, of which K2026-1000 comes after K2026-999."""
    return v.op, len(v.zaak), v.zaak, nummer_van(v.wie)
