"""Papers that come beside a klaagschrift: their bytes, and a name that every system can keep."""

from __future__ import annotations

import re
from typing import NamedTuple

from klachtcli.zaak.klaagschrift import Bijlage

BERICHT, TEKST = "bericht.eml", "bericht.txt"  # a mail as it came in, and what was written in it
# The form as it was filled in: known by both, for a klager may call a paper of his own so.
FORMULIER = Bijlage("formulier.docx", "Het formulier zoals het is ingevuld")
_LANGSTE_NAAM = 80
_ONMOGELIJK = re.compile(r'[<>:"/\\|?*]')  # in a file name on one system or another
_NIET_OP_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class Papier(NamedTuple):
    """Something that is kept with a case: what it is called and is, and its bytes."""

    bijlage: Bijlage
    inhoud: bytes


def nette_naam(naam: str) -> str:
    """A file name for every system, of the last part of a path; empty where nothing is left."""
    kaal = _ONMOGELIJK.sub("-", leesbaar(re.split(r"[/\\]", naam)[-1])).strip(" .-")
    stam, punt, soort = kaal.rpartition(".")
    kort = f"{stam[: _LANGSTE_NAAM - 1 - len(soort)].rstrip(' .')}.{soort}" if punt and len(soort) < 10 else kaal
    return f"_{kort}" if _NIET_OP_WINDOWS.fullmatch(kort) else kort[:_LANGSTE_NAAM].rstrip(" .")


def leesbaar(tekst: str) -> str:
    """A text of somebody else on one line, without what cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in tekst).split())
