"""A mail as it was saved (.eml, RFC 5322): kept whole, with its text and its attachments as papers of their own.

Nothing is made up: what the headers show is taken (`instellingen.berichtkop`), and what somebody wrote stays a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Invoerfout
from klachtcli.instellingen import berichtkop
from klachtcli.instellingen.berichtdelen import papieren_van, te_veel
from klachtcli.instellingen.bestand import GROOTSTE
from klachtcli.instellingen.klaagschriften import lees_klaagschrift
from klachtcli.instellingen.papieren import BERICHT, Papier
from klachtcli.zaak.klaagschrift import Bijlage

WAT = "het bericht"
_MEESTE_GRENZEN = 20_000  # lines that may part a message; each is looked for in each
_BEGIN = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?"
    rb"(?:Received|Return-Path|Delivered-To|From|Date|Message-ID|MIME-Version|DKIM-Signature|Authentication-Results"
    rb"|(?:X|ARC)-[A-Za-z0-9-]+):[ \t\r\n]",
    re.IGNORECASE,
)
_OUTLOOK = b"\xd0\xcf\x11\xe0"

_OVERNEMEN = (
    "Overnemen kan zo: bewaar de bijlage als bestand, en zeg in plaats van dit: klacht ontvang BIJLAGE --stuk BERICHT"
)


class Bericht(NamedTuple):
    """What can be seen of a mail. `papieren`: the mail itself first, then its text and what was attached.

    let_op: what there is to tell. ontvangen_op: ISO 8601, on the clock of Amsterdam; None where nothing says so.
    """

    ontvangen_op: str | None
    afzender: berichtkop.Afzender
    papieren: list[Papier]
    let_op: tuple[str, ...]


def is_bericht(naam: str, ruw: bytes) -> bool:
    """Whether a file is a mail, by its name or else by how it begins. Raises Invoerfout for one of Outlook's own."""
    soort = Path(naam).suffix.lower()
    if soort == ".msg" or (soort == ".eml" and ruw.startswith(_OUTLOOK)):
        raise Invoerfout(
            "bericht-van-outlook",
            "dit is een bericht in de eigen vorm van Outlook (.msg), die alleen Outlook kent",
            herstel="Open het bericht in Outlook op het web of de nieuwe Outlook, kies de drie puntjes, en dan "
            "Opslaan als of Downloaden als EML; of sleep het bericht naar Thunderbird en bewaar het daar. Geef dat "
            ".eml-bestand aan klacht ontvang",
        )
    return soort == ".eml" or (soort not in (".toml", ".json") and _BEGIN.match(ruw) is not None)


def lees_bericht(ruw: bytes) -> Bericht:
    """What can be seen of a mail. Raises Invoerfout where it is none, or holds more than anyone sends."""
    bericht = _ontleed(ruw)
    ontvangst, afzender = berichtkop.ontvangst(bericht), berichtkop.afzender(bericht)
    papieren = [Papier(Bijlage(BERICHT, "Het bericht zoals het binnenkwam"), ruw), *papieren_van(bericht)]
    let_op = [*ontvangst.let_op, *_klaagschriften(papieren)]
    if berichtkop.is_automatisch(bericht):
        let_op.insert(
            0, "Dit lijkt een automatisch bericht (aflevering, afwezigheid, formulier): de afzender is niet ingevuld."
        )
        afzender = berichtkop.Afzender()
    if berichtkop.is_doorgestuurd(bericht):
        let_op.insert(0, "Dit bericht is doorgestuurd: de afzender hoeft niet de klager te zijn, dus die is niet "
                         "ingevuld. Kwam het eerder elders bij u binnen, dan kan die dag tellen.")  # fmt: skip
        afzender = berichtkop.Afzender()
    moment = ontvangst.moment.isoformat(timespec="seconds") if ontvangst.moment else None
    return Bericht(moment, afzender, papieren, tuple(let_op))


def _ontleed(ruw: bytes) -> Message:
    from email import policy
    from email.parser import BytesParser

    if ruw.count(b"\n--") > _MEESTE_GRENZEN:
        raise te_veel()
    try:
        bericht = BytesParser(policy=policy.compat32).parsebytes(ruw.removeprefix(b"\xef\xbb\xbf"))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError):
        raise te_veel() from None
    if not any(berichtkop.kopregel(bericht, naam) for naam in ("from", "date", "received")):
        raise Invoerfout(
            "geen-bericht",
            f"{WAT} heeft geen kop met een afzender, een datum of een server",
            herstel="Bewaar het in uw mailprogramma als .eml, of geef het als stuk: klacht ontvang --stuk BESTAND",
        )
    return bericht


def _klaagschriften(papieren: Sequence[Papier]) -> Iterator[str]:
    """That an attachment is itself a klaagschrift that can be read, and how; it is never taken in silence."""
    aantal = sum(_is_klaagschrift(p) for p in papieren)
    if aantal == 1:
        yield f"Eén bijlage is zelf een klaagschrift (TOML of JSON). Het is bewaard, niet overgenomen. {_OVERNEMEN}"
    elif aantal:
        yield f"Klaagschriften (TOML of JSON) bij de bijlagen: {aantal}; bewaard, niet overgenomen. {_OVERNEMEN}"


def _is_klaagschrift(papier: Papier) -> bool:
    if Path(papier.bijlage.bestand).suffix.lower() not in (".toml", ".json") or len(papier.inhoud) > GROOTSTE:
        return False
    try:
        return bool(lees_klaagschrift(papier.inhoud))
    except Invoerfout:
        return False
