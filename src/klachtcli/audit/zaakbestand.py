"""gebeurtenissen.json: the entries of a case as text, to and fro.

What was sealed stands in the JSON spread out over lines; taken together again (`msgspec.json.format`) it is to the byte
what was sealed, so that its seal can be counted from it.
"""

from __future__ import annotations

import re

import msgspec

from klachtcli.audit.mdto import Bewaartermijn
from klachtcli.audit.stof import Stof, Zaakstof
from klachtcli.journaal.bewijs import Post
from klachtcli.journaal.schrijver import STUK

VORM = "klacht-pakket-1"
_ZAAK = re.compile(r"K\d{4}-\d{3,6}", re.ASCII)
_NIETS = msgspec.Raw(b"null")


class Regel(msgspec.Struct, omit_defaults=True):
    """One entry. inhoud_sha256: of the sealed content, where the content itself does not tell it."""

    nummer: int
    soort: str
    vastgelegd_op: str
    rol: str
    versie: str
    nonce: str | None = None
    inhoud_sha256: str | None = None
    inhoud: msgspec.Raw = _NIETS


class Zaakbestand(msgspec.Struct, omit_defaults=True):
    """gebeurtenissen.json whole."""

    vorm: str
    versie: str
    zaak: str
    anoniem: bool
    vastleggingen: list[Regel]
    sleutel: str | None = None
    bewaartermijn: Bewaartermijn | None = None


class Onleesbaar(Exception):
    """The file is not what was written here. The text says why, in Dutch, without anything from the file."""


def schrijf_zaak(stof: Stof, deel: Zaakstof) -> bytes:
    """The entries of a case as JSON."""
    regels = [_regel(p, anoniem=stof.anoniem) for p in deel.posten]
    sleutel = deel.sleutel.hex() if deel.sleutel else None
    heel = Zaakbestand(VORM, stof.versie, deel.zaak, stof.anoniem, regels, sleutel, deel.bewaartermijn)
    return msgspec.json.format(msgspec.json.encode(heel), indent=2) + b"\n"


def lees_zaak(ruw: bytes) -> tuple[Zaakbestand, tuple[Post, ...]]:
    """The entries of a case from JSON; attachments still without their content. Raises Onleesbaar."""
    try:
        vorm = msgspec.json.decode(ruw, type=_Kop).vorm
        if vorm != VORM:
            raise Onleesbaar(f"het heeft vorm {vorm[:40]!r}; deze versie van klacht leest {VORM}")
        bestand = msgspec.json.decode(ruw, type=Zaakbestand)
        if not _ZAAK.fullmatch(bestand.zaak):
            raise Onleesbaar("het noemt geen zaaknummer")
        return bestand, tuple(_post(bestand.zaak, r) for r in bestand.vastleggingen)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError):
        raise Onleesbaar("het is geen JSON van een pakket") from None


class _Kop(msgspec.Struct):
    vorm: str


def _regel(p: Post, *, anoniem: bool) -> Regel:
    inhoud = _NIETS if p.soort == STUK else msgspec.Raw(p.inhoud)
    nonce, hash_ = (None, p.inhoud_sha256.hex()) if anoniem else (p.nonce.hex(), None)
    return Regel(p.nummer, p.soort, p.vastgelegd_op, p.rol, p.versie, nonce, hash_, inhoud)


def _post(zaak: str, r: Regel) -> Post:
    inhoud = b"" if bytes(r.inhoud) == b"null" else msgspec.json.format(bytes(r.inhoud), indent=-1)
    nonce, hash_ = bytes.fromhex(r.nonce or ""), bytes.fromhex(r.inhoud_sha256 or "")
    return Post(r.nummer, zaak, r.soort, r.vastgelegd_op, r.rol, r.versie, nonce, inhoud, hash_)
