"""What was written in a part of a mail, and what it is called: out of its transfer encoding and its markup."""

from __future__ import annotations

import re
from email.message import Message
from html.parser import HTMLParser

from klachtcli.instellingen.berichtkop import LANGSTE


def inhoud_van(deel: Message) -> bytes:
    """The content, out of its transfer encoding; as it stands where that is broken."""
    try:
        gelezen = deel.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        gelezen = None
    if isinstance(gelezen, bytes):
        return gelezen
    kaal = deel.get_payload()
    return kaal.encode("utf-8", "surrogateescape") if isinstance(kaal, str) else b""


def tekst_van(deel: Message) -> str:
    """What was written, as plain text on lines of its own."""
    tekst = _gedecodeerd(deel)
    if deel.get_content_type() == "text/html":
        tekst = _zonder_opmaak(tekst)
    return "\n".join(regel.rstrip() for regel in tekst.splitlines()).strip()


def naam_van(deel: Message) -> str:
    """What the sender called a part, decoded as far as that goes."""
    from email.header import decode_header, make_header

    try:
        naam = str(deel.get_filename() or "")[:LANGSTE]
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


class _Tekst(HTMLParser):
    """The text of a page, with a new line where one shows."""

    _REGEL = frozenset(("p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "table", "hr"))
    _NIET = frozenset(("style", "script", "head", "title"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.delen: list[str] = []
        self._niet = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._niet += tag in self._NIET
        if tag in self._REGEL:
            self.delen.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._niet = max(0, self._niet - (tag in self._NIET))
        if tag in self._REGEL:
            self.delen.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._niet:
            self.delen.append(re.sub(r"\s+", " ", data))


def _zonder_opmaak(html: str) -> str:
    lezer = _Tekst()
    try:
        lezer.feed(html)
        lezer.close()
    except (AssertionError, ValueError):  # what stands there is no HTML: it is kept as it is
        return html
    return re.sub(r"\n\s*\n\s*\n+", "\n\n", "".join(lezer.delen))
