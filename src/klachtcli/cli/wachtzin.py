"""A passphrase: typed unseen, or one line of standard input. Never on the command line, which the shell remembers."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.fouten import Invoerfout

Wachtzin = Annotated[
    str | None,
    typer.Option(
        "--wachtzin", metavar="-", help="'-' leest de wachtzin van standaardinvoer; anders vraagt klacht erom."
    ),
]
_LANGSTE = 10_000  # bytes


def nieuw(gegeven: str | None) -> str:
    """A new passphrase: asked for twice. Raises Invoerfout."""
    if gegeven is not None:
        return _van_invoer(gegeven)
    zin = _typ("Wachtzin voor de sleutelkopie (u ziet niet wat u typt)")
    if _typ("Nog eens dezelfde wachtzin") != zin:
        raise Invoerfout(
            "wachtzin-verschilt", "dat waren twee verschillende wachtzinnen", herstel="Probeer het opnieuw"
        )
    return zin


def vraag(gegeven: str | None) -> str:
    """The passphrase of a copy. Raises Invoerfout."""
    return _van_invoer(gegeven) if gegeven is not None else _typ("Wachtzin van de sleutelkopie")


def _typ(vraag_: str) -> str:
    if not scherm.kan_vragen():
        raise Invoerfout("geen-terminal", "hier is geen terminal om een wachtzin op te typen",
                         herstel="Geef haar op standaardinvoer, met --wachtzin -")  # fmt: skip
    return str(typer.prompt(vraag_, hide_input=True, default="", show_default=False, err=True))


def _van_invoer(gegeven: str) -> str:
    if gegeven != "-":
        feit = "op de opdrachtregel blijft een wachtzin in de geschiedenis van uw terminal"
        raise Invoerfout("wachtzin-op-de-regel", feit,
                         herstel="Laat --wachtzin weg, of geef haar op standaardinvoer met --wachtzin -")  # fmt: skip
    try:
        return sys.stdin.buffer.readline(_LANGSTE).decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise Invoerfout("geen-utf8", "de wachtzin op standaardinvoer is geen tekst in UTF-8") from None
