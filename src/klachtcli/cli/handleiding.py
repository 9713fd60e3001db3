"""`klacht handleiding`: the manual, on the screen."""

from __future__ import annotations

import difflib
import re
from typing import Annotated, NamedTuple

import typer

from klachtcli.cli import scherm
from klachtcli.fouten import Invoerfout
from klachtcli.secretariaat.plekken import meegeleverd

_KOP = re.compile(r"^(#{2,3}) (.+)$", re.MULTILINE)
_BLOK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_PLAATJE = re.compile(r"^(!\[[^\]]*\]\([^)]*\)|<!--.*?-->)\n+", re.MULTILINE)
_LIJST = "## Alle opdrachten"  # longer than all before it; who wants it asks for it
_WAAR = f'{_LIJST}\n\nToon ze met `klacht handleiding "alle opdrachten"`; elk apart met `klacht OPDRACHT --help`.\n'


class Deel(NamedTuple):
    """A part of the manual under a head, with all that stands below that."""

    kop: str
    diepte: int
    tekst: str


def handleiding(
    onderwerp: Annotated[
        str | None, typer.Argument(metavar="[ONDERWERP]", help="Een kop eruit, of een deel daarvan; zonder: alles.")
    ] = None,
) -> None:
    """Lees de handleiding, of een onderwerp eruit. Op een terminal bladert u: spatie is verder, q is klaar.

    Voorbeeld: klacht handleiding "nieuwe laptop"
    """
    tekst = lees()
    scherm.toon_tekst(zoek(tekst, onderwerp).tekst if onderwerp else tekst.partition(_LIJST)[0] + _WAAR)


def lees() -> str:
    """The manual as it was shipped, without its pictures."""
    pad = meegeleverd() / "docs" / "handleiding.md"
    return _PLAATJE.sub("", pad.read_text(encoding="utf-8"))


def delen(tekst: str) -> list[Deel]:
    """Every head of the second and third level, with its text; a # in an example is none."""
    blokken = [b.span() for b in _BLOK.finditer(tekst)]
    koppen = [k for k in _KOP.finditer(tekst) if not any(van < k.start() < tot for van, tot in blokken)]
    uit = []
    for n, kop in enumerate(koppen):
        diepte = len(kop[1])
        einde = next((k.start() for k in koppen[n + 1 :] if len(k[1]) <= diepte), len(tekst))
        uit.append(Deel(kop[2].replace("`", ""), diepte, tekst[kop.start() : einde]))
    return uit


def zoek(tekst: str, onderwerp: str) -> Deel:
    """The part that was asked for: by its head, a part of that, or a head like it. Raises Invoerfout."""
    gevraagd, alle = " ".join(onderwerp.casefold().split()), delen(tekst)
    for past in (lambda k: k == gevraagd, lambda k: k == f"klacht {gevraagd}", lambda k: gevraagd in k):
        if gevonden := next((d for d in alle if past(d.kop.casefold())), None):
            return gevonden
    raise _onbekend(gevraagd, alle)


def _onbekend(gevraagd: str, alle: list[Deel]) -> Invoerfout:
    per_woord = {woord: d.kop for d in reversed(alle) for woord in (d.kop.casefold(), *d.kop.casefold().split())}
    lijkt = [per_woord[woord] for woord in difflib.get_close_matches(gevraagd, per_woord, 1, 0.7)]
    koppen = ", ".join(d.kop for d in alle if d.diepte == 2)
    herstel = (f'Bedoelt u "{lijkt[0]}"? ' if lijkt else "") + f"Er zijn: {koppen}"
    return Invoerfout("onderwerp-onbekend", "dit onderwerp staat niet in de handleiding", herstel=herstel)
