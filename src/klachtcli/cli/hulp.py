"""The help of the argument parser in Dutch."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

_WOORDEN = (
    ("Usage: ", "Gebruik: "),
    ("[OPTIONS]", "[OPTIES]"),
    ("COMMAND [ARGS]...", "OPDRACHT ..."),
    ("\nArguments:\n", "\nWaarden:\n"),
    ("\nOptions:\n", "\nOpties:\n"),
    ("Show this message and exit.", "Toon deze uitleg."),
    ("[default: ", "[standaard: "),
    ("[required]", "[verplicht]"),
)


_ZONDER_ACCOLADES = str.maketrans("", "", "{}")


def nederlands(hulp: str) -> str:
    """The fixed words of a help text, in Dutch; the usage line without the braces around what is required."""
    for engels, woord in _WOORDEN:
        hulp = hulp.replace(engels, woord)
    gebruik, einde, rest = hulp.partition("\n\n")
    return gebruik.translate(_ZONDER_ACCOLADES) + einde + rest


class Losse(TyperCommand):
    """One command."""

    def get_help(self, ctx: Any) -> str:
        """Its help."""
        return nederlands(super().get_help(ctx))
