"""What a package is made of: per case its entries and papers, the chain, and the rules and templates that they name.

Whoever makes a package takes this from the journal, whoever checks one from its files; `audit.inhoud` makes the same
files of it. So each byte of a package follows from what its entries prove, or is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from hashlib import sha256

import msgspec

from klachtcli.audit.mdto import Bewaartermijn
from klachtcli.journaal.bewijs import Geraamte, Post
from klachtcli.journaal.codec import Vastlegging, decodeer
from klachtcli.journaal.schrijver import STUK
from klachtcli.recht.regeling import Bron
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.correctie import na_correctie
from klachtcli.zaak.zaak import Zaak, vouw

_ACHTERVOEGSEL = re.compile(r"\.([A-Za-z0-9]{1,5})$")


class Zaakstof(msgspec.Struct, frozen=True, dict=True):
    """One case: its key (none without personal facts), every entry, and attachments and letters by their entry.

    bewaartermijn: what the committee's rules said when the package was made; no entry proves it.
    """

    zaak: str
    sleutel: bytes | None
    posten: tuple[Post, ...]
    stukken: dict[int, bytes]
    brieven: dict[int, bytes]
    bewaartermijn: Bewaartermijn | None = None

    @cached_property
    def vastleggingen(self) -> list[Vastlegging]:
        """The entries, read; attachments are none. Raises KeyError, or DecodeError."""
        return [_lees(p) for p in self.posten if p.soort != STUK]

    @cached_property
    def verloop(self) -> list[Vastlegging]:
        """The entries that make the case: without who looked into it."""
        return [v for v in self.vastleggingen if v.soort != g.INGEZIEN]

    @property
    def gemaakt(self) -> Vastlegging:
        """The last entry: that this package was made (on trial: what was recorded last)."""
        return self.vastleggingen[-1]

    @cached_property
    def bronnen(self) -> dict[str, Bron]:
        """The rules that its entries name, by their hash."""
        return {b.sha256: b for v in self.verloop for b in bronnen(v.gebeurtenis)}

    @property
    def sjablonen(self) -> set[str]:
        """The templates that its letters name."""
        return {e.sjabloon for _, e in self.brieven_gemaakt}

    @property
    def brieven_gemaakt(self) -> list[tuple[int, g.BriefGemaakt]]:
        """The letters that were made, each with its entry."""
        return [(v.nummer, v.gebeurtenis) for v in self.verloop if isinstance(v.gebeurtenis, g.BriefGemaakt)]

    @cached_property
    def bijlagen(self) -> dict[int, g.Stuk]:
        """The attachments that its entries name, by the entry that holds them."""
        return {s.nummer: s for v in self.verloop for s in getattr(v.gebeurtenis, "stukken", ())}

    def stuknaam(self, nummer: int) -> str:
        """What an attachment is called in a package: its number, for its own name may be a person's."""
        stuk = self.bijlagen.get(nummer)
        soort = _ACHTERVOEGSEL.search(stuk.bestand) if stuk else None
        return f"{nummer}.{soort[1].lower() if soort else 'bin'}"


class Stof(msgspec.Struct, frozen=True):
    """A package whole. `versie`: of the program that made it; its entry in the chain says the same."""

    versie: str
    anoniem: bool
    geraamte: Geraamte
    zaken: tuple[Zaakstof, ...]
    regels: dict[str, str]
    sjablonen: dict[str, bytes]

    @property
    def op(self) -> date:
        """The day on which it was made, as was recorded."""
        return g.gebeurd_op(self.zaken[0].gemaakt.gebeurtenis)

    @property
    def moment(self) -> str:
        """When it was made, as was recorded (UTC, ISO 8601)."""
        return self.zaken[0].gemaakt.vastgelegd_op


def vouw_zaak(deel: Zaakstof) -> Zaak:
    """The case as its entries make it, each as it now counts. Raises LookupError where no klaagschrift came in."""
    zaak = vouw(deel.zaak, (e for _, e in na_correctie((v.nummer, v.gebeurtenis) for v in deel.verloop)))
    if zaak is None:
        raise LookupError(deel.zaak)
    return zaak


def bronnen(waarde: object) -> Iterator[Bron]:
    """Every version of rules that an event names."""
    for veld in getattr(waarde, "__struct_fields__", ()):
        if isinstance(bron := getattr(waarde, veld), Bron):
            yield bron


def briefnaam(nummer: int, e: g.BriefGemaakt) -> str:
    """What a letter is called in a package."""
    return re.sub(r"[^a-z0-9]+", "-", f"{nummer}-{e.brief}-aan-{e.aan}".lower()).strip("-") + ".docx"


def is_heel(inhoud: bytes, hash_: str) -> bool:
    """Whether bytes have this SHA-256."""
    return sha256(inhoud).hexdigest() == hash_


def _lees(p: Post) -> Vastlegging:
    gelezen = decodeer(p.soort, p.inhoud)
    return Vastlegging(
        p.nummer, p.zaak, p.soort, p.vastgelegd_op, p.rol, p.versie,
        gelezen.door, gelezen.gebeurtenis, gelezen.termijnen,
    )  # fmt: skip
