"""A klaagschrift as it came in: what the klager wrote, nothing more.

Every field of art. 9 may be absent: then the check says so. The types are also the schema of the TOML and JSON that
`klacht ontvang` reads.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeVar

import msgspec

from klachtcli.recht.datum import Periode, lees_periode

Aanhef = Literal["mevrouw", "heer", "geen"]
Via = Literal["post", "e-mail", "persoonlijk"]
Categorie = Literal[
    "pesten", "intimidatie", "seksuele intimidatie", "agressie en geweld",
    "discriminatie", "extremisme", "stalken", "anders",
]  # fmt: skip
Soort = Literal["ambtenaar", "fractiemedewerker", "kamerlid", "ingehuurd", "stagiair", "oud-medewerker", "derde"]
Wanneer = Annotated[str, "wanneer"]
Moment = Annotated[str, "moment"]
T = TypeVar("T", bound=msgspec.Struct)


class Persoon(msgspec.Struct, frozen=True, omit_defaults=True):
    """A klager or an aangeklaagde. `onderdeel` is the department, or the fractie of a fractiemedewerker."""

    naam: str | None = None
    aanhef: Aanhef | None = None
    adres: str | None = None
    postcode: Annotated[str, "postcode"] | None = None
    plaats: str | None = None
    email: str | None = None
    telefoon: str | None = None
    functie: str | None = None
    hoedanigheid: Soort | None = None
    onderdeel: str | None = None


class Gedraging(msgspec.Struct, frozen=True, omit_defaults=True):
    """What happened (art. 9 lid 1 onder a). `wanneer` is a day, a month, a year or a period."""

    categorie: Categorie | None = None
    omschrijving: str | None = None
    wanneer: Wanneer | None = None
    waar: str | None = None
    getuigen: tuple[str, ...] = ()

    @property
    def periode(self) -> Periode | None:
        """When it happened, as far as that is known."""
        return lees_periode(self.wanneer) if self.wanneer else None


class OndernomenStap(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the klager did before (art. 9 lid 1 onder d), and the papers about it (lid 2)."""

    omschrijving: str | None = None
    wanneer: Wanneer | None = None
    stukken: tuple[str, ...] = ()


class Procedures(msgspec.Struct, frozen=True, omit_defaults=True):
    """Answers on other proceedings (art. 9 lid 5 onder b-e). None: not asked yet."""

    eerder_beoordeeld: bool | None = None
    cao_procedure: bool | None = None
    rechter: bool | None = None
    strafzaak: bool | None = None


class Bijlage(msgspec.Struct, frozen=True, omit_defaults=True):
    """An attachment: a path beside the klaagschrift, and what it is."""

    bestand: str
    omschrijving: str | None = None


class Klaagschrift(msgspec.Struct, frozen=True, omit_defaults=True):
    """The whole klaagschrift. `ontvangen_op` is a day, or a moment on the clock of Amsterdam (ISO 8601)."""

    ontvangen_op: Moment
    ontvangen_via: Via | None = None
    dagtekening: date | None = None
    ondertekend: bool | None = None
    klager: Persoon = Persoon()
    aangeklaagde: tuple[Persoon, ...] = ()
    gedraging: tuple[Gedraging, ...] = ()
    stap: tuple[OndernomenStap, ...] = ()
    geen_stappen: bool | None = None
    procedures: Procedures = Procedures()
    bijlage: tuple[Bijlage, ...] = ()

    @property
    def ontvangstdag(self) -> date:
        """The day in Amsterdam on which it came in."""
        return date.fromisoformat(self.ontvangen_op[:10])


class Aanvulling(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came in later (art. 9 lid 3): the same shape, all of it optional, and the day it was received."""

    ontvangen_op: Moment | None = None
    dagtekening: date | None = None
    ondertekend: bool | None = None
    klager: Persoon | None = None
    aangeklaagde: tuple[Persoon, ...] = ()
    gedraging: tuple[Gedraging, ...] = ()
    stap: tuple[OndernomenStap, ...] = ()
    geen_stappen: bool | None = None
    procedures: Procedures | None = None
    bijlage: tuple[Bijlage, ...] = ()


def vul_aan(k: Klaagschrift, a: Aanvulling) -> Klaagschrift:
    """The klaagschrift with a supplement: a field that was given replaces, lists of people and conduct are read below.

    An aangeklaagde, gedraging or stap at the same place in its list is completed field by field; what stands beyond
    the end is added. The day of receipt stays the first: it decides on the jaartermijn (art. 10 lid 2).
    """
    return msgspec.structs.replace(
        k,
        dagtekening=a.dagtekening or k.dagtekening,
        ondertekend=k.ondertekend if a.ondertekend is None else a.ondertekend,
        klager=_over(k.klager, a.klager),
        aangeklaagde=_naast(k.aangeklaagde, a.aangeklaagde),
        gedraging=_naast(k.gedraging, a.gedraging),
        stap=_naast(k.stap, a.stap),
        geen_stappen=k.geen_stappen if a.geen_stappen is None else a.geen_stappen,
        procedures=_over(k.procedures, a.procedures),
        bijlage=k.bijlage + a.bijlage,
    )


def _over(oud: T, nieuw: T | None) -> T:
    if nieuw is None:
        return oud
    gegeven = {naam: w for naam, w in msgspec.structs.asdict(nieuw).items() if w not in (None, ())}
    return msgspec.structs.replace(oud, **gegeven)


def _naast(oud: tuple[T, ...], nieuw: tuple[T, ...]) -> tuple[T, ...]:
    samen = tuple(_over(o, n) for o, n in zip(oud, nieuw, strict=False))
    return samen + oud[len(samen) :] + nieuw[len(samen) :]
