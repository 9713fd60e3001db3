"""Events <-> bytes: JSON that a person can read in ten years, in a tagged union that a machine reads fast."""

from __future__ import annotations

from typing import get_args

import msgspec

from klachtcli.zaak.gebeurtenissen import Gebeurtenis


class Inhoud(msgspec.Struct, frozen=True, gc=False):
    """What is sealed of an entry: who did it, and the event."""

    door: str
    gebeurtenis: Gebeurtenis


class Vastlegging(msgspec.Struct, frozen=True, gc=False):
    """One entry of the journal, opened. `zaak` is empty for what concerns the work folder."""

    nummer: int
    zaak: str
    soort: str
    vastgelegd_op: str
    rol: str
    versie: str
    door: str
    gebeurtenis: Gebeurtenis


# The kinds of event that this version knows.
SOORTEN = frozenset(str(soort.__struct_config__.tag) for soort in get_args(Gebeurtenis))

codeer = msgspec.json.Encoder().encode
decodeer = msgspec.json.Decoder(Inhoud).decode
