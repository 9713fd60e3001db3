"""A klaagschrift as it came in: what the klager wrote, nothing more.

Every field of art. 9 may be absent: then the check says so. The types are also the schema of the TOML and JSON that
`klacht ontvang` reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from klachtcli.fouten import Invoerfout
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


class Contact(msgspec.Struct, frozen=True, omit_defaults=True):
    """How to reach and address somebody; the fields of Persoon that may change while a case runs."""

    naam: str | None = None
    aanhef: Aanhef | None = None
    adres: str | None = None
    postcode: Annotated[str, "postcode"] | None = None
    plaats: str | None = None
    email: str | None = None
    telefoon: str | None = None


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


class AanvullingPersoon(Persoon, frozen=True, omit_defaults=True):
    """An aangeklaagde in a supplement: another one, or with `nummer` more about the one already named."""

    nummer: int | None = None


class AanvullingGedraging(Gedraging, frozen=True, omit_defaults=True):
    """Conduct in a supplement: another, or with `nummer` more about the one already described."""

    nummer: int | None = None


class AanvullingStap(OndernomenStap, frozen=True, omit_defaults=True):
    """A step in a supplement: another, or with `nummer` more about the one already described."""

    nummer: int | None = None


class Aanvulling(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came in later (art. 9 lid 3): the same shape, all of it optional, and the day it was received."""

    ontvangen_op: Moment | None = None
    dagtekening: date | None = None
    ondertekend: bool | None = None
    klager: Persoon | None = None
    aangeklaagde: tuple[AanvullingPersoon, ...] = ()
    gedraging: tuple[AanvullingGedraging, ...] = ()
    stap: tuple[AanvullingStap, ...] = ()
    geen_stappen: bool | None = None
    procedures: Procedures | None = None
    bijlage: tuple[Bijlage, ...] = ()


def vul_aan(k: Klaagschrift, a: Aanvulling) -> Klaagschrift:
    """The klaagschrift with a supplement. Of the klager and the procedures, what was given replaces.

    Aangeklaagden, conduct and steps are added, unless a `nummer` says which one is completed. The day of receipt
    stays the first: it decides on the jaartermijn (art. 10 lid 2).
    """
    return msgspec.structs.replace(
        k,
        dagtekening=a.dagtekening or k.dagtekening,
        ondertekend=k.ondertekend if a.ondertekend is None else a.ondertekend,
        klager=_over(k.klager, a.klager) if a.klager else k.klager,
        aangeklaagde=_erbij(k.aangeklaagde, a.aangeklaagde, Persoon),
        gedraging=_erbij(k.gedraging, a.gedraging, Gedraging),
        stap=_erbij(k.stap, a.stap, OndernomenStap),
        geen_stappen=k.geen_stappen if a.geen_stappen is None else a.geen_stappen,
        procedures=_over(k.procedures, a.procedures) if a.procedures else k.procedures,
        bijlage=k.bijlage + a.bijlage,
    )


def met_contact(k: Klaagschrift, nummer: int, c: Contact) -> Klaagschrift:
    """The klaagschrift with what is now known of how to reach the klager (0) or an aangeklaagde (1, 2, ...)."""
    if nummer == 0:
        return msgspec.structs.replace(k, klager=_over(k.klager, c))
    mensen = list(k.aangeklaagde)
    if nummer > len(mensen):  # looked at on a day on which this person was not in the case yet
        return k
    mensen[nummer - 1] = _over(mensen[nummer - 1], c)
    return msgspec.structs.replace(k, aangeklaagde=tuple(mensen))


def wat_verandert(k: Klaagschrift, a: Aanvulling) -> list[str]:
    """What a supplement does, in words and without values: `gedraging 1: wanneer`, `gedraging 3 erbij`.

    Raises Invoerfout where a `nummer` names something that is not there, or where the supplement says nothing.
    """
    uit = [naam for naam in ("dagtekening", "ondertekend", "geen_stappen") if getattr(a, naam) is not None]
    for naam in ("klager", "procedures"):
        if (deel := getattr(a, naam)) is not None and (velden := _gegeven(deel)):
            uit.append(f"{naam}: {', '.join(velden)}")
    for naam in ("aangeklaagde", "gedraging", "stap"):
        uit += _reeks(naam, len(getattr(k, naam)), getattr(a, naam))
    uit += [f"bijlage {n} erbij" for n, _ in enumerate(a.bijlage, len(k.bijlage) + 1)]
    if not uit:
        raise Invoerfout("aanvulling-leeg", "de aanvulling vult niets aan")
    return uit


def _reeks(naam: str, aantal: int, nieuw: Sequence[Any]) -> Iterator[str]:
    erbij = aantal
    for deel in nieuw:
        if not _gegeven(deel):
            raise Invoerfout("aanvulling-leeg", f"een {naam} in de aanvulling zegt niets")
        if deel.nummer is None:
            erbij += 1
            yield f"{naam} {erbij} erbij"
        elif 1 <= deel.nummer <= aantal:
            yield f"{naam} {deel.nummer}: {', '.join(_gegeven(deel))}"
        else:
            raise Invoerfout("aanvulling-nummer", f"{naam} {deel.nummer} is er niet; er zijn er {aantal}",
                             herstel="Laat nummer weg om er een toe te voegen")  # fmt: skip


def _gegeven(deel: msgspec.Struct) -> dict[str, Any]:
    """The fields of a supplement that say something."""
    return {n: w for n, w in msgspec.structs.asdict(deel).items() if w not in (None, ()) and n != "nummer"}


def _over(oud: T, nieuw: msgspec.Struct) -> T:
    return msgspec.structs.replace(oud, **_gegeven(nieuw))


def _erbij(oud: tuple[T, ...], nieuw: Sequence[Any], soort: type[T]) -> tuple[T, ...]:
    uit = list(oud)
    for deel in nieuw:
        if deel.nummer is None:
            uit.append(soort(**_gegeven(deel)))
        elif deel.nummer <= len(uit):
            uit[deel.nummer - 1] = _over(uit[deel.nummer - 1], deel)
    return tuple(uit)
