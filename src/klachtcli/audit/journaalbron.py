"""The journal as what a replay reads from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from klachtcli.audit.namen import Namenindex, per_zaak
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.regelboek import Regelboek
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.zaak import Zaak

T = TypeVar("T", bound=msgspec.Struct)


class Journaalbron:
    """A journal, open to read, up to an entry. Its chain is to be verified first: `Journaal.controleer_keten`."""

    anoniem = False

    def __init__(self, journaal: Journaal, tot: int) -> None:
        self._journaal, self.tot = journaal, tot
        self._boek = Regelboek(journaal)
        self._geopend = {zaak: nr for zaak, nr in journaal.geopend().items() if nr <= tot}
        self._namen = Namenindex(self._geopend, journaal.lees_partijen_van)

    def zaken(self) -> Iterable[str]:
        """The numbers of the cases, in the order in which they were opened."""
        return list(self._geopend)

    def verlopen(self, zaken: Sequence[str]) -> Iterator[list[Vastlegging]]:
        """The entries of each of these cases; their attachments are opened, and must be what they were."""
        for zaak, verloop in per_zaak(self._journaal.lees, zaken):
            if verloop and verloop[-1].nummer > self.tot:
                verloop = [v for v in verloop if v.nummer <= self.tot]
            for v in verloop:
                for stuk in getattr(v.gebeurtenis, "stukken", ()):
                    self._journaal.lees_stuk(stuk)
            self._namen.neem_op(zaak, verloop)
            yield verloop

    def regels(self, bron: Bron, soort: type[T]) -> T | None:
        """The rules that an entry names. Raises Onbruikbaar where the text that is kept is not of this hash."""
        return self._boek.regels(bron, soort) if bron.sha256 in self._boek.teksten else None

    def bronnen(self) -> Iterable[Bron]:
        """All rules that the journal keeps."""
        return [v.bron for v in self._boek.teksten.values()]

    def sjabloon(self, sha256: str) -> bytes | None:
        """The template that a letter names."""
        return self._boek.sjabloon(sha256)

    def kent(self, zegel: str) -> bool:
        """Whether the head of the chain was once this."""
        return self._journaal.kent(zegel) is not None

    def eerdere_zaken(self, v: Vastlegging, zaak: Zaak, toen: tuple[str, ...]) -> tuple[str, ...]:
        """The earlier cases between what may be the same people, as known before an entry."""
        return self._namen.eerdere(v, zaak, toen)
