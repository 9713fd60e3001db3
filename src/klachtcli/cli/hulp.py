"""The help of the argument parser in Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import accumulate, chain, zip_longest
from typing import Any, Protocol

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
    ("; required]", "; verplicht]"),
)
HELFT = 40  # columns of half a screen


_ZONDER_ACCOLADES = str.maketrans("", "", "{}")


class Regel(Protocol):
    """What a list of commands tells of one."""

    @property
    def kort(self) -> str:
        """What it does, in a few words."""

    @property
    def kop(self) -> str:
        """The head under which it stands."""


def nederlands(hulp: str) -> str:
    """The fixed words of a help text, in Dutch; the usage line without the braces around what is required."""
    for engels, woord in _WOORDEN:
        hulp = hulp.replace(engels, woord)
    gebruik, einde, rest = hulp.partition("\n\n")
    return gebruik.translate(_ZONDER_ACCOLADES) + einde + rest


def kolommen(tabel: Mapping[str, Regel]) -> str:
    """All commands under their heads, in two columns that are as even as the heads allow: one screen."""
    blokken = [_blok(tabel, kop) for kop in dict.fromkeys(o.kop for o in tabel.values())]
    lengten = list(accumulate(map(len, blokken)))
    knip = min(range(len(blokken)), key=lambda n: max(lengten[n], lengten[-1] - lengten[n])) + 1
    links, rechts = (list(chain(*deel)) for deel in (blokken[:knip], blokken[knip:]))
    return "".join(
        f"{a:<{HELFT}}{b}".rstrip() + "\n" for a, b in zip_longest(links, rechts, fillvalue="")
    ).replace("\n\n\n", "\n\n")  # fmt: skip


def _blok(tabel: Mapping[str, Regel], kop: str) -> list[str]:
    """One head with its commands, after an empty line."""
    breedste = max(map(len, tabel))
    return ["", f"{kop}:", *(f"  {naam:<{breedste}}  {o.kort}" for naam, o in tabel.items() if o.kop == kop)]


@contextmanager
def waar(ctx: Any) -> Iterator[None]:
    """Whatever the parser stops at, it says at which command: it does not always by itself."""
    try:
        yield
    except Exception as fout:
        if getattr(fout, "ctx", ctx) is None:
            fout.ctx = ctx  # type: ignore[attr-defined]
        raise


class Losse(TyperCommand):
    """One command."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """As every command; what is wrong knows where it was typed."""
        with waar(ctx):
            return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """Its help."""
        return nederlands(super().get_help(ctx))
