"""Where a replay reads from: the journal itself, or a package on a machine that has neither journal nor keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.regeltekst import T
from klachtcli.recht.regeling import Bron


class Leesbron(Protocol):
    """Where a replay reads from: the journal, or a package. anoniem: names and texts were replaced."""

    anoniem: bool

    def zaken(self) -> Iterable[str]:
        """The numbers of the cases."""

    def verloop(self, zaak: str) -> list[Vastlegging]:
        """The entries of a case, in order; attachments, and who looked into it, are passed over."""

    def regels(self, bron: Bron, soort: type[T]) -> T | None:
        """The rules that an entry names; None where their text is not there."""

    def sjabloon(self, sha256: str) -> bytes | None:
        """A template by its hash; None where it is not there."""
