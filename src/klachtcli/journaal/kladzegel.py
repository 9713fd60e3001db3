"""What is not recorded yet, sealed under the work folder's own key: a conversation that was stopped half-way."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.sleutels import Sleutelring, ontzegel, verzegel


def verzegel_klad(ring: Sleutelring, naam: str, inhoud: bytes) -> bytes:
    """The content of a draft, sealed and bound to its name. Raises Onbruikbaar where the key is not there."""
    return verzegel(ring.sleutel(""), inhoud, _bindt(ring, naam))


def ontzegel_klad(ring: Sleutelring, naam: str, verzegeld: bytes) -> bytes:
    """The content of a draft. Raises Onbruikbaar where it is not what was sealed under this name."""
    try:
        return ontzegel(ring.sleutel(""), verzegeld, _bindt(ring, naam))
    except (InvalidTag, ValueError):
        raise Onbruikbaar(
            "klad-beschadigd",
            f"het onafgemaakte klaagschrift {naam} is niet te openen: het is veranderd, of van een andere werkmap",
            herstel="Leg het klaagschrift opnieuw vast, en verwijder dit bestand uit de map onafgemaakt",
        ) from None


def _bindt(ring: Sleutelring, naam: str) -> bytes:
    return f"klad\n{ring.werkmap}\n{naam}".encode()
