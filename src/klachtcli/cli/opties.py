"""The options that commands share, and the days and lengths that people type."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from klachtcli import klok
from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import lees_dag
from klachtcli.recht.duur import Duur, lees_duur

Map = Annotated[
    str | None, typer.Option("--map", metavar="MAP", help="De werkmap; anders KLACHT_MAP, of de map waarin u staat.")
]
Json = Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")]
Proef = Annotated[bool, typer.Option("--proef", help="Doe alles, maar leg niets vast.")]
Peildatum = Annotated[
    str | None, typer.Option("--peildatum", metavar="DATUM", help="Kijk alsof het deze dag is: wat toen was gebeurd.")
]
Op = Annotated[str | None, typer.Option("--op", metavar="DATUM", help="De dag waarop het gebeurde; anders vandaag.")]
Zaak = Annotated[str, typer.Argument(metavar="ZAAK", help="Zaaknummer: K2026-001, 2026-1, of 1 voor dit jaar.")]


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
