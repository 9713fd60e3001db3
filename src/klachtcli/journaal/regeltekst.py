"""Rules <-> the text that the journal keeps of them.

The text is JSON without defaults, so neither a comment in the TOML nor a new optional key changes the hash of rules
that stand; a replay in ten years needs no other file.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TypeVar

import msgspec

from klachtcli.recht.kalender import KalenderGegevens
from klachtcli.recht.regeling import Bron, Regeling
from klachtcli.zaak.fracties import Fracties

# Or what else letters are made under, such as the committee: known by its kind and its hash alone.
Regels = Regeling | KalenderGegevens | Fracties | msgspec.Struct
T = TypeVar("T", bound=msgspec.Struct)


def tekst_van(regels: Regels) -> tuple[Bron, str]:
    """The name, version and hash of rules, and their text."""
    tekst = msgspec.json.encode(regels, order="deterministic").decode()
    id_, versie = _naam(regels)
    return Bron(id_, versie, sha256(tekst.encode()).hexdigest()), tekst


def lees_tekst(tekst: str, soort: type[T]) -> T:
    """The rules in a kept text. Raises DecodeError."""
    return msgspec.json.decode(tekst, type=soort)


def lees_genoemd(tekst: str, bron: Bron, soort: type[T]) -> T:
    """The rules in a kept text, which have this name and version. Raises ValueError where they do not."""
    regels = lees_tekst(tekst, soort)
    if _naam(regels) != (bron.id, bron.versie):
        raise ValueError("another name or version")
    return regels


def _naam(regels: Regels) -> tuple[str, str]:
    match regels:
        case Regeling():
            return regels.id, regels.geldig_vanaf.isoformat()
        case KalenderGegevens():
            return "kalender", f"tot en met {regels.bekend_tot_en_met.isoformat()}"
        case Fracties():
            return "fracties", str(max((f.van for f in regels.fractie), default="leeg"))
        case _:
            return type(regels).__name__.casefold(), ""
