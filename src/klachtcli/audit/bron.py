"""Where a replay reads from: the journal, or a package on a machine without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

import msgspec

from klachtcli.journaal.codec import Vastlegging
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.zaak import Zaak

T = TypeVar("T", bound=msgspec.Struct)


class Leesbron(Protocol):
    """What a replay may ask. `anoniem`: personal facts were taken out, so what hangs on them cannot be compared."""

    anoniem: bool

    def verlopen(self, zaken: Sequence[str]) -> Iterator[list[Vastlegging]]:
        """The entries of each of these cases, without attachments and without who looked into it."""
        ...

    def regels(self, bron: Bron, soort: type[T]) -> T | None:
        """The rules that an entry names; None where their text is not there."""
        ...

    def bronnen(self) -> Iterable[Bron]:
        """All rules of which the text is there."""
        ...

    def sjabloon(self, sha256: str) -> bytes | None:
        """The template that a letter names; None where it is not there."""
        ...

    def kent(self, zegel: str) -> bool:
        """Whether the head of the chain was once this, as a letter says."""
        ...

    def eerdere_zaken(self, v: Vastlegging, zaak: Zaak, toen: tuple[str, ...]) -> tuple[str, ...] | None:
        """The earlier cases between what may be the same people, as known before an entry; None: not to be known.

        toen: those that it looked at; one that was destroyed since is taken over from it.
        """
        ...
