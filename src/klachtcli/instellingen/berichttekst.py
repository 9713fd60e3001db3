"""What was written in a part of a mail, and what it is called: out of its transfer encoding and its markup."""

from __future__ import annotations

import re
from email.message import Message
from html import unescape

from klachtcli.instellingen.berichtkop import LANGSTE

_LANGSTE_BLAD = 2_000_000  # characters with markup: some hundreds of pages
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,15})")
_WIT = re.compile(r"\s+")
_REGEL = frozenset(["p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "table", "hr"])
_ONZICHTBAAR = frozenset(("style", "script", "head", "title"))


def inhoud_van(deel: Message) -> bytes:
    """The content, out of its transfer encoding; as it stands where that is broken."""
    try:
        gelezen = deel.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        gelezen = None
    if isinstance(gelezen, bytes) and gelezen:
        return gelezen
    kaal = deel.get_payload()
    return kaal.encode("utf-8", "surrogateescape") if isinstance(kaal, str) else b""


def tekst_van(deel: Message) -> str:
    """What was written, as plain text on lines of its own."""
    tekst = _gedecodeerd(deel)
    if deel.get_content_type() == "text/html":
        rest = "\n\n(De rest staat in het bericht zelf.)" if len(tekst) > _LANGSTE_BLAD else ""
        tekst = _zonder_opmaak(tekst[:_LANGSTE_BLAD]) + rest
    return "\n".join(regel.rstrip() for regel in tekst.splitlines()).strip()


def naam_van(deel: Message) -> str:
    """What the sender called a part, decoded as far as that goes."""
    from email.header import decode_header, make_header

    try:
        naam = str(deel.get_filename() or "")[-LANGSTE:]
        return str(make_header(decode_header(naam))) if "=?" in naam else naam
    except Exception:  # the parser of the standard library stumbles in many ways over a broken name
        return ""


def _gedecodeerd(deel: Message) -> str:
    ruw = inhoud_van(deel)
    for tekenset in (deel.get_content_charset() or "utf-8", "utf-8"):
        try:
            return ruw.decode(tekenset)
        except (LookupError, ValueError):  # a set of characters that is not there, or not this one
            continue
    return ruw.decode("cp1252", "replace")


def _zonder_opmaak(html: str) -> str:
    """The text of a page, with a new line where one shows. In one pass: html.parser takes minutes over a bad page."""
    uit: list[str] = []
    plek, zonder_einde = 0, set[str]()
    while (begin := html.find("<", plek)) >= 0:
        uit.append(_WIT.sub(" ", html[plek:begin]))
        sluit = "-->" if html.startswith("<!--", begin) else ">"
        if (einde := html.find(sluit, begin)) < 0:
            plek = begin
            break
        plek = einde + len(sluit)
        tag = _TAG.match(html, begin)
        naam = tag[1].lower() if tag else ""
        if naam in _REGEL:
            uit.append("\n")
        elif naam in _ONZICHTBAAR and naam not in zonder_einde:
            tot = html.find(f"</{tag[1] if tag else ''}", plek)
            zonder_einde |= {naam} if tot < 0 else set()
            plek = max(plek, tot)
    tekst = unescape("".join([*uit, _WIT.sub(" ", html[plek:])]))
    return re.sub(r"\n[ \xa0]*\n\s*", "\n\n", tekst)
