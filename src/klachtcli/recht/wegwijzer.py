"""The wegwijzer: who can turn to whom about whom (figure 3.2 of Kracht zonder Tegenkracht), as config/wegwijzer.toml.

A row of the figure is a kind of klager, a column a kind of aangeklaagde; for each pair and subject (`over`) it names
one answer for help and one for a formal complaint. It is a snapshot and no decision: the committee decides
(art. 10 lid 1). Whom somebody works for may be unknown; then every kind that is possible is asked about at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

import msgspec

Over = Literal["omgangsvormen", "integriteit"]
Stap = Literal["hulp", "klacht"]
Rol = Literal["klager", "aangeklaagde"]
STAPPEN: tuple[Stap, ...] = ("hulp", "klacht")


class Soort(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row or column. `fractie`: what the fractie did with the regulation (the status in config/fracties.toml)."""

    id: str
    naam: str
    fractie: Literal["van toepassing", "eigen regeling", "niet van toepassing"] | None = None


class Kanaal(msgspec.Struct, frozen=True):
    """Somebody to turn to: a function, never a person."""

    id: str
    naam: str


class Weg(msgspec.Struct, frozen=True, omit_defaults=True):
    """A channel in an answer: how (none: the arranged one), and only when."""

    kanaal: str
    hoe: Literal["intern", "informeel", "extern"] | None = None
    als: str | None = None


class Antwoord(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a cell says: the ways there are, and what is not arranged."""

    id: str
    weg: tuple[Weg, ...]
    niet_geregeld: str | None = None


class Cel(msgspec.Struct, frozen=True):
    """Two cells of the figure: of one pair and subject, help and complaint, each an answer and its source."""

    klager: str
    aangeklaagde: str
    over: Over
    hulp: str
    hulp_bron: str
    klacht: str
    klacht_bron: str


class Woord(msgspec.Struct, frozen=True, omit_defaults=True):
    """How people call somebody, and which kinds that can be: none where the figure has no row or column for it.

    klager, aangeklaagde: absent where the word does not suit that role. fractie: the kind follows what the fractie did,
    always, or where one is named. zegt_*: what is uncertain or good to know about it, for the
    secretary; kort: what a check or a letter says of somebody for whom there is no row or column.
    """

    naam: str
    ook: tuple[str, ...] = ()
    klager: tuple[str, ...] | None = None
    aangeklaagde: tuple[str, ...] | None = None
    fractie: Literal["altijd", "genoemd"] | None = None
    zegt_klager: str | None = None
    zegt_aangeklaagde: str | None = None
    kort: str | None = None

    def soorten(self, rol: Rol) -> tuple[str, ...] | None:
        """The kinds that somebody so called can be in a role."""
        return self.klager if rol == "klager" else self.aangeklaagde

    def zegt(self, rol: Rol) -> str | None:
        """What is good to know of somebody so called in a role."""
        return self.zegt_klager if rol == "klager" else self.zegt_aangeklaagde


class Onderwerp(msgspec.Struct, frozen=True, omit_defaults=True):
    """How people call what it is about, and which subjects of the figure that can be."""

    naam: str
    over: tuple[Over, ...]
    ook: tuple[str, ...] = ()


class Kanttekening(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where sources contradict each other or are silent. What is absent restricts nothing; `samen`: both subjects.

    zegt: for the secretary; kort: as a check or a letter says it.
    """

    id: str
    zegt: str
    kort: str
    bron: str
    klager: tuple[str, ...] = ()
    aangeklaagde: tuple[str, ...] = ()
    over: Over | None = None
    stap: Stap | None = None
    samen: bool = False


class Advies(NamedTuple):
    """One answer on one step, for the pairs that it holds for; `bronnen`: the places of those cells."""

    over: Over
    stap: Stap
    klagers: tuple[str, ...]
    aangeklaagden: tuple[str, ...]
    antwoord: Antwoord
    bronnen: tuple[str, ...]


class Wegwijzer(msgspec.Struct, frozen=True, omit_defaults=True, dict=True):
    """config/wegwijzer.toml whole. It holds for cases under one regulation."""

    regeling: str
    momentopname: str
    bron: str
    let_op: tuple[str, ...]
    cel: tuple[Cel, ...]
    soort: tuple[Soort, ...]
    kanaal: tuple[Kanaal, ...]
    antwoord: tuple[Antwoord, ...]
    woord: tuple[Woord, ...]
    onderwerp: tuple[Onderwerp, ...]
    kanttekening: tuple[Kanttekening, ...] = ()

    @cached_property
    def cellen(self) -> dict[tuple[str, str, str], Cel]:
        """The cells by klager, aangeklaagde and subject."""
        return {(c.klager, c.aangeklaagde, c.over): c for c in self.cel}

    @cached_property
    def antwoorden(self) -> dict[str, Antwoord]:
        """The answers by their id."""
        return {a.id: a for a in self.antwoord}

    @cached_property
    def kanalen(self) -> dict[str, str]:
        """What each channel is called."""
        return {k.id: k.naam for k in self.kanaal}

    @cached_property
    def soorten(self) -> dict[str, Soort]:
        """The rows and columns by their id."""
        return {s.id: s for s in self.soort}

    @property
    def herkomst(self) -> str:
        """Where all this comes from, and how old it is."""
        return f"{self.bron} (stand van {self.momentopname})"

    def bij_status(self, status: str | None) -> tuple[str, ...]:
        """The kinds of who works for a fractie with a status; all that are possible where it is unknown."""
        return tuple(s.id for s in self.soort if s.fractie and status in (None, s.fractie))


def genormaliseerd(tekst: str) -> str:
    """A word as it is looked up: without case, hyphens or double spaces."""
    return " ".join(tekst.casefold().replace("-", " ").split())


def wijs(w: Wegwijzer, klagers: Sequence[str], aangeklaagden: Sequence[str], over: Iterable[Over]) -> list[Advies]:
    """Where to go, by subject and step: each answer once, with the possible pairs that it holds for."""
    return [
        Advies(domein, stap, k, a, w.antwoorden[id_], tuple(_bronnen(w, k, a, domein, stap)))
        for domein in over
        for stap in STAPPEN
        for (a, id_), k in _gebundeld(w, klagers, aangeklaagden, domein, stap).items()
    ]


def _gebundeld(
    w: Wegwijzer, klagers: Sequence[str], aangeklaagden: Sequence[str], over: Over, stap: Stap
) -> dict[tuple[tuple[str, ...], str], tuple[str, ...]]:
    """The aangeklaagden with one answer, per klager; klagers for whom these are the same go together."""
    uit: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}
    for k in klagers:
        per_antwoord: dict[str, tuple[str, ...]] = {}
        for a in aangeklaagden:
            id_ = getattr(w.cellen[k, a, over], stap)
            per_antwoord[id_] = (*per_antwoord.get(id_, ()), a)
        for id_, groep in per_antwoord.items():
            uit[groep, id_] = (*uit.get((groep, id_), ()), k)
    return uit


def _bronnen(
    w: Wegwijzer, klagers: Sequence[str], aangeklaagden: Sequence[str], over: Over, stap: Stap
) -> Iterator[str]:
    for k in klagers:
        for a in aangeklaagden:
            yield getattr(w.cellen[k, a, over], f"{stap}_bron")


def kanttekeningen(w: Wegwijzer, adviezen: Sequence[Advies]) -> list[Kanttekening]:
    """What the sources leave open about these answers."""
    beide = len({a.over for a in adviezen}) > 1
    return [k for k in w.kanttekening if (beide or not k.samen) and any(_past(k, a) for a in adviezen)]


def _past(k: Kanttekening, a: Advies) -> bool:
    return (
        k.over in (None, a.over)
        and k.stap in (None, a.stap)
        and (not k.klager or not set(k.klager).isdisjoint(a.klagers))
        and (not k.aangeklaagde or not set(k.aangeklaagde).isdisjoint(a.aangeklaagden))
    )
