"""How a letter says things: a sentence as a sentence, a period in words, a party as the reader calls it."""

from __future__ import annotations

from klachtcli.recht.datum import MAANDEN, lees_periode, voluit
from klachtcli.zaak.gebeurtenissen import Ontvanger
from klachtcli.zaak.partijen import noem, persoon, rol_van
from klachtcli.zaak.zaak import Zaak


def zin(tekst: str | None) -> str:
    """What somebody typed as a sentence: it begins with a capital and ends with a mark. Nothing stays nothing."""
    schoon = (tekst or "").strip()
    if not schoon:
        return ""
    einde = "" if schoon.rstrip("'\"’”)").endswith((".", "?", "!", "…")) else "."
    return f"{schoon[0].upper()}{schoon[1:]}{einde}"


def in_woorden(wanneer: str) -> str:
    """`2025-11/2026-02` as `november 2025 tot en met februari 2026`; `2026-01-15` as `15 januari 2026`."""
    delen = wanneer.split("/") if wanneer.count("/") == 1 else [wanneer]
    return " tot en met ".join(map(_deel, delen))


def _deel(tekst: str) -> str:
    p = lees_periode(tekst)
    if p.eerste == p.laatste:
        return voluit(p.eerste)
    return f"{MAANDEN[p.eerste.month - 1]} {p.eerste.year}" if p.eerste.month == p.laatste.month else f"{p.eerste.year}"


def noem_aan(wie: Ontvanger, zaak: Zaak, lezer: Ontvanger = "") -> str:
    """A party in a letter: `u` for the reader, by name where there are more aangeklaagden, else by the part."""
    if wie == lezer:
        return "u"
    k = zaak.klaagschrift
    meer = rol_van(wie) == "aangeklaagde" and len(k.aangeklaagde) > 1
    return (persoon(wie, k).naam if meer else None) or noem(wie, k)
