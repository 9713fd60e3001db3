"""What the headers of a mail say: when the own server took it in, who sent it, and whether a person did.

A header is read as its raw text, cut to a length: the parser of structured headers takes time and stack by their size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from klachtcli import klok
from klachtcli.instellingen.papieren import leesbaar
from klachtcli.recht.datum import met_weekdag

LANGSTE = 2_000  # characters of one header; RFC 5322 has lines of 998
_DOORGESTUURD = re.compile(r"\s*(?:fw|fwd|doorgestuurd|doorst)\s*:", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:[+-]\d{4}|UTC?|GMT|Z)\b|[+-]\d{4}")
_AUTOMAAT = re.compile(r"(?:mailer-daemon|postmaster|no-?reply|noreply)@|\bMAILER-DAEMON\b", re.IGNORECASE)


class Ontvangst(NamedTuple):
    """When a mail came in, on the clock of Amsterdam; None where nothing says so. `let_op`: what there is to tell."""

    moment: datetime | None
    let_op: tuple[str, ...] = ()


class Afzender(NamedTuple):
    """Who sent it, as the mail itself has it; None where it does not say, or names more than one."""

    naam: str | None = None
    email: str | None = None


def ontvangst(bericht: Message) -> Ontvangst:
    """The moment of the topmost Received header, which the own server wrote; else that of the sender's Date."""
    server = next(iter(kopregels(bericht, "received")), "")
    ontvangen, gedateerd = _moment(server.rpartition(";")[2]), _moment(kopregel(bericht, "date"))
    if ontvangen is not None:
        if gedateerd is None or gedateerd.date() == ontvangen.date():
            return Ontvangst(ontvangen)
        zin = f"De afzender dateerde het bericht op {met_weekdag(gedateerd)}; ontvangen is het op een andere dag."
        return Ontvangst(ontvangen, (zin,))
    if gedateerd is None:
        return Ontvangst(None, ("In het bericht staat niet wanneer het is ontvangen.",))
    zin = (
        f"Volgens de afzender is het bericht van {met_weekdag(gedateerd)}; wanneer uw eigen server het ontving, staat "
        "er niet in. Klopt die dag niet, corrigeer hem dan."
    )
    return Ontvangst(gedateerd, (zin,))


def afzender(bericht: Message) -> Afzender:
    """The one mailbox in From; nobody where it names several, or none."""
    from email.headerregistry import AddressHeader
    from email.policy import default

    ruw = kopregel(bericht, "from")
    try:
        kop = default.header_factory("from", ruw)
        assert isinstance(kop, AddressHeader)
        adressen = kop.addresses
    except Exception:  # the parser of the standard library stumbles in many ways over what is no address
        return Afzender()
    if len(adressen) != 1:
        return Afzender()
    email, naam = leesbaar(adressen[0].addr_spec), leesbaar(adressen[0].display_name)
    goed = "@" in email.strip("@") and " " not in email
    return Afzender(naam if naam and naam.casefold() != email.casefold() else None, email if goed else None)


def is_automatisch(bericht: Message) -> bool:
    """Whether a machine wrote it: a notice of delivery, or of absence (RFC 3464, RFC 3834)."""
    return (
        bericht.get_content_type() == "multipart/report"
        or kopregel(bericht, "auto-submitted").strip().lower() not in ("", "no")
        or bool(kopregel(bericht, "x-autoreply") or kopregel(bericht, "x-failed-recipients"))
        or kopregel(bericht, "precedence").strip().lower() == "auto_reply"
        or _AUTOMAAT.search(kopregel(bericht, "from")) is not None
    )


def is_doorgestuurd(bericht: Message) -> bool:
    """Whether somebody sent on what another wrote: then the sender need not be the klager."""
    from email.policy import default

    try:
        onderwerp = str(default.header_factory("subject", kopregel(bericht, "subject")))
    except Exception:
        onderwerp = kopregel(bericht, "subject")
    return bool(_DOORGESTUURD.match(onderwerp) or kopregel(bericht, "resent-from"))


def kopregel(bericht: Message, naam: str) -> str:
    """The first header of a name as it stands, unfolded; empty where there is none."""
    return next(iter(kopregels(bericht, naam)), "")


def kopregels(bericht: Message, naam: str) -> Iterator[str]:
    """The headers of a name as they stand, unfolded, topmost first."""
    for kop, waarde in bericht.raw_items():
        if kop.lower() == naam:
            ruw = str(waarde)[:LANGSTE].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            yield re.sub(r"[\r\n]+", "", ruw)


def _moment(tekst: str) -> datetime | None:
    """A date of RFC 5322 on the clock of Amsterdam. One without a zone may be of another day, so it is none."""
    try:
        moment = parsedate_to_datetime(tekst.strip())
        if moment.tzinfo is None:
            if not _ZONE.search(tekst):
                return None
            moment = moment.replace(tzinfo=UTC)  # -0000: in UTC, from a place that is not told
        return klok.in_amsterdam(moment)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
