"""Every refusal of the product: what is the matter, on which ground, and which command helps.

Exit codes: 2 wrong use or input, 3 refused by a rule, 4 journal, key ring or configuration unusable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Gebrek(NamedTuple):
    """One fault in a file: where it stands (a path such as `klager.postcode`) and what is wrong with it."""

    plaats: str
    feit: str


def _zin(tekst: str) -> str:
    """A text as a sentence: with one full stop, or the question mark that it ends in."""
    return tekst if tekst.endswith("?") else tekst.rstrip(".") + "."


class KlachtFout(Exception):
    """A fact that stops the act. Never holds the name of a person.

    code: stable, for scripts and the manual; feit: what is so, with its values; grondslag: the article or rule;
    herstel: the command or act that helps; gebreken: all faults, where a file has several.
    """

    exitcode = 2

    def __init__(
        self, code: str, feit: str, *, grondslag: str = "", herstel: str = "", gebreken: Sequence[Gebrek] = ()
    ) -> None:
        super().__init__(feit)
        self.code = code
        self.feit = feit
        self.grondslag = grondslag
        self.herstel = herstel
        self.gebreken = tuple(gebreken)

    def __reduce__(self) -> tuple[Callable[..., KlachtFout], tuple[object, ...]]:
        """As it is, also from another process."""
        return _maak, (type(self), self.code, self.feit, self.grondslag, self.herstel, self.gebreken)

    def __str__(self) -> str:
        zin = self.feit + (f"; {self.grondslag}" if self.grondslag else "")
        delen = [
            _zin(zin),
            *(f"\n  - {g.plaats}: {_zin(g.feit)}" for g in self.gebreken),
        ]
        if self.herstel:
            delen.append(("\n" if self.gebreken else " ") + _zin(self.herstel))
        return "".join(delen) + f" [{self.code}]"


def _maak(
    soort: type[KlachtFout], code: str, feit: str, grondslag: str, herstel: str, gebreken: Sequence[Gebrek]
) -> KlachtFout:
    return soort(code, feit, grondslag=grondslag, herstel=herstel, gebreken=gebreken)


class Invoerfout(KlachtFout):
    """Wrong use or wrong input."""


class Geweigerd(KlachtFout):
    """The regulation or the procedure does not allow this act now."""

    exitcode = 3


class Onbruikbaar(KlachtFout):
    """Journal, key ring, configuration or disk cannot be used."""

    exitcode = 4
