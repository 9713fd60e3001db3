"""The options that commands share, and the days and lengths that people type."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from klachtcli import klok
from klachtcli.cli import scherm
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.bestand import GROOTSTE, als_tekst, lees_bytes, te_groot
from klachtcli.recht.datum import lees_dag, lees_tijd
from klachtcli.recht.duur import Duur, lees_duur

Map = Annotated[
    str | None, typer.Option("--map", metavar="MAP", help="De werkmap; anders KLACHT_MAP, of de map waarin u staat.")
]
Json = Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")]
Proef = Annotated[bool, typer.Option("--proef", help="Doe alles, maar leg niets vast.")]
Peildatum = Annotated[
    str | None, typer.Option("--peildatum", metavar="DATUM", help="Kijk alsof het deze dag is: wat toen was gebeurd.")
]
Toen = Annotated[
    str | None,
    typer.Option("--op", "--peildatum", metavar="DATUM", help="Kijk alsof het deze dag is: wat toen was gebeurd."),
]
BekendOp = Annotated[
    str | None,
    typer.Option("--bekend-op", metavar="DATUM", help="Alleen wat toen al was vastgelegd; een tijdstip mag ook."),
]
Op = Annotated[str | None, typer.Option("--op", metavar="DATUM", help="De dag waarop het gebeurde; anders vandaag.")]
Zaak = Annotated[str, typer.Argument(metavar="ZAAK", help="Zaaknummer: K2026-001, 2026-1, of 1 voor dit jaar.")]
Toch = Annotated[
    str | None,
    typer.Option("--toch", metavar="REDEN", help="Doe het toch, om deze reden; '-' leest haar van standaardinvoer."),
]
Reden = Annotated[
    str | None,
    typer.Option("--reden", metavar="TEKST", help="Geef '-' om haar van standaardinvoer te lezen: zo blijft zij uit de "
                 "geschiedenis van uw terminal."),
]  # fmt: skip
Wie = Annotated[
    list[str] | None,
    typer.Option("--wie", metavar="PARTIJ", help="klager, aangeklaagde of aangeklaagde-2; meermaals mag."),
]
_TYP = "Typ de tekst; sluit af met Ctrl-D (Windows: Ctrl-Z en Enter):"


def tekst(gegeven: str | None) -> str | None:
    """A text that was typed, or with '-' the one on standard input; nothing but spaces is none."""
    return (tekst_uit("-") if gegeven == "-" else (gegeven or "").strip()) or None


def tekst_uit(naam: str) -> str:
    """The text in a file, or with '-' on standard input; nothing but spaces is an empty one. Raises Invoerfout."""
    if naam == "-" and scherm.kan_vragen():
        scherm.meld(_TYP)
    return "\n".join(als_tekst(bestand(naam), "dit").strip().splitlines())


def bestand(naam: str, grootste: int = GROOTSTE) -> bytes:
    """The bytes of a file that was named, or with '-' those on standard input. Raises Invoerfout."""
    if naam != "-":
        return lees_bytes(Path(naam), "het bestand", grootste)
    ruw = sys.stdin.buffer.read(grootste + 1)
    if len(ruw) > grootste:
        te_groot("standaardinvoer", len(ruw), grootste)
    return ruw


def tijd(gegeven: str | None) -> str | None:
    """A time of day as it was typed, as 09:30. Raises Invoerfout."""
    if gegeven is None:
        return None
    try:
        return lees_tijd(gegeven)
    except ValueError as fout:
        raise Invoerfout("geen-tijd", f"'{gegeven[:20]}': {fout}") from None


def dag(tekst: str) -> date:
    """A day as it was typed. Raises Invoerfout."""
    try:
        return lees_dag(tekst)
    except ValueError as fout:
        raise Invoerfout("geen-datum", f"'{tekst[:40]}': {fout}") from None


def dag_of_vandaag(tekst: str | None) -> date:
    """The day that was typed, or today in Amsterdam."""
    return dag(tekst) if tekst else klok.vandaag()


def dag_of_geen(tekst: str | None) -> date | None:
    """The day that was typed, or none."""
    return dag(tekst) if tekst else None


def moment(tekst: str) -> date:
    """A day, or a moment in Amsterdam where a time was typed. Raises Invoerfout."""
    if ":" not in tekst:
        return dag(tekst)
    try:
        return klok.in_amsterdam(datetime.fromisoformat(tekst.strip().replace(" ", "T")))
    except (ValueError, OverflowError):
        raise Invoerfout("geen-datum", f"'{tekst[:40]}': geen tijdstip zoals 2026-04-03T16:00") from None


def duur(tekst: str) -> Duur:
    """A length as it was typed. Raises Invoerfout."""
    try:
        return lees_duur(tekst)
    except ValueError as fout:
        raise Invoerfout("geen-duur", f"'{tekst[:40]}': {fout}") from None


def tot_en_met(peildatum: str | None) -> date | None:
    """The day up to which events count: the day asked for where it lies behind us, and else all of them."""
    gevraagd = dag_of_geen(peildatum)
    return gevraagd if gevraagd and gevraagd < klok.vandaag() else None
