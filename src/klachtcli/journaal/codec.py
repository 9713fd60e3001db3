"""Events <-> bytes: JSON that a person can read in ten years, in a tagged union that a machine reads fast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, get_args

import msgspec

from klachtcli.zaak.gebeurtenissen import Dagen, Gebeurtenis


class Inhoud(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What is sealed of an entry: who did it, the event, and the terms that it began or moved.

    None: recorded before 0.4, when these were not kept.
    """

    door: str
    gebeurtenis: Gebeurtenis
    termijnen: tuple[Dagen, ...] | None = None


class Kop(NamedTuple):
    """The plain fields of an entry: what is readable of it without any key."""

    nummer: int
    zaak: str
    soort: str
    vastgelegd_op: str
    rol: str
    versie: str


class MetKop(msgspec.Struct, frozen=True, gc=False):
    """What begins with the plain fields of an entry. `zaak` is empty for what concerns the work folder."""

    nummer: int
    zaak: str
    soort: str
    vastgelegd_op: str
    rol: str
    versie: str


class Vastlegging(MetKop, frozen=True, gc=False):
    """One entry of the journal, opened."""

    door: str
    gebeurtenis: Gebeurtenis
    termijnen: tuple[Dagen, ...] | None = None


_KLASSEN = {str(klasse.__struct_config__.tag): klasse for klasse in get_args(Gebeurtenis)}
SOORTEN = frozenset(_KLASSEN)  # the kinds of event that this version knows
klasse_van = _KLASSEN.__getitem__  # raises KeyError for a kind that is not known
codeer = msgspec.json.Encoder().encode


def decodeer(soort: str, ruw: bytes) -> Inhoud:
    """What was sealed of an entry of this kind. Raises KeyError for a kind that is not known, else DecodeError."""
    return (_LEZERS.get(soort) or _maak_lezer(soort))(ruw)


# A decoder for each kind that is met: to make one of all kinds takes longer than to read fifty cases.
_LEZERS: dict[str, Callable[[bytes], Inhoud]] = {}


def _maak_lezer(soort: str) -> Callable[[bytes], Inhoud]:
    velden: Any = [("gebeurtenis", _KLASSEN[soort]), ("termijnen", tuple[Dagen, ...] | None, None)]
    vorm: Any = msgspec.defstruct("Inhoud", velden, bases=(Inhoud,), frozen=True, gc=False)
    _LEZERS[soort] = msgspec.json.Decoder(vorm).decode
    return _LEZERS[soort]
