"""The parts of a mail as papers: its text, and what was attached, under names that every system can keep.

A mail that was attached stays whole. What has more parts or layers than anyone sends is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message

from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.berichttekst import inhoud_van, naam_van, tekst_van
from klachtcli.instellingen.papieren import BERICHT, TEKST, Papier, nette_naam
from klachtcli.zaak.klaagschrift import Bijlage

MEESTE_DELEN = 200
MEESTE_NIVEAUS = 20
_ACHTERVOEGSELS = {"message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics",
                  "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}  # fmt: skip


def te_veel() -> Invoerfout:
    """That a mail is built as none is."""
    feit = f"het bericht heeft meer delen of lagen dan een gewoon bericht ({MEESTE_DELEN} en {MEESTE_NIVEAUS})"
    return Invoerfout("bericht-te-diep", feit, herstel="Geef het zoals het is, als stuk: klacht ontvang --stuk BESTAND")


def papieren_van(bericht: Message) -> list[Papier]:
    """The text first, then each attachment, under names that are free."""
    uit: list[Papier] = []
    bezet = {BERICHT}
    for n, deel in enumerate(_bladeren(bericht, 0)):
        if n >= MEESTE_DELEN:
            raise te_veel()
        papier = _tekst(deel) if _is_tekst(deel) and TEKST not in bezet else _bijlage(deel, n)
        if papier is None:
            continue
        naam = _vrij(papier.bijlage.bestand, bezet)
        bezet.add(naam.casefold())
        uit.append(Papier(Bijlage(naam, papier.bijlage.omschrijving), papier.inhoud))
    return uit


def _bladeren(deel: Message, diep: int) -> Iterator[Message]:
    """The parts that hold something, in order; of one text in several forms the plainest that says something."""
    if diep > MEESTE_NIVEAUS:
        raise te_veel()
    if deel.get_content_maintype() != "multipart" or not isinstance(inhoud := deel.get_payload(), list):
        yield deel
        return
    bladen = (blad for d in inhoud if isinstance(d, Message) for blad in _bladeren(d, diep + 1))
    if deel.get_content_subtype() != "alternative":
        yield from bladen
        return
    alle = list(bladen)
    vormen = sorted(filter(_is_tekst, alle), key=lambda d: (not tekst_van(d), d.get_content_type() != "text/plain"))
    yield from [*vormen[:1], *(d for d in alle if not _is_tekst(d))]


def _is_tekst(deel: Message) -> bool:
    return (
        deel.get_content_type() in ("text/plain", "text/html")
        and deel.get_content_disposition() != "attachment"
        and not naam_van(deel)
    )


def _tekst(deel: Message) -> Papier | None:
    """What was written in the mail, in UTF-8, for who has no program for mail."""
    tekst = tekst_van(deel)
    return Papier(Bijlage(TEKST, "De tekst van het bericht"), f"{tekst}\n".encode()) if tekst else None


def _bijlage(deel: Message, n: int) -> Papier | None:
    """A part as it was attached. A mail that was attached stays whole; what is empty is nothing."""
    inhoud = _ingesloten(deel) if deel.get_content_type() == "message/rfc822" else inhoud_van(deel)
    if not inhoud:
        return None
    soort = _ACHTERVOEGSELS.get(deel.get_content_type(), ".bin")
    return Papier(Bijlage(nette_naam(naam_van(deel)) or f"bijlage-{n}{soort}", "Bijlage bij het bericht"), inhoud)


def _ingesloten(deel: Message) -> bytes:
    binnen = deel.get_payload()
    try:
        return binnen[0].as_bytes() if isinstance(binnen, list) and isinstance(binnen[0], Message) else inhoud_van(deel)
    except (IndexError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return b""


def _vrij(naam: str, bezet: set[str]) -> str:
    stam, punt, soort = naam.rpartition(".")
    namen = (naam, *(f"{stam}-{n}.{soort}" if punt else f"{naam}-{n}" for n in range(2, MEESTE_DELEN + 2)))
    return next(n for n in namen if n.casefold() not in bezet)
