"""The journal as what a replay reads from: all of it, or the cases that one of several processes replays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from klachtcli.audit.namen import Gezien, Namenindex, ooit, per_zaak
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.regelboek import Regelboek
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.zaak import Zaak

T = TypeVar("T", bound=msgspec.Struct)


class Deelbron:
    """A journal, open to read, up to an entry: for a process that sees a part of its cases, and nothing of the others.

    Its chain is to be verified first: `Journaal.controleer_keten`.
    """

    anoniem = False

    def __init__(self, journaal: Journaal, tot: int) -> None:
        self._journaal, self.tot = journaal, tot
        self._boek = Regelboek(journaal)
        self.gezien: dict[str, Gezien] = {}

    def verlopen(self, zaken: Sequence[str]) -> Iterator[list[Vastlegging]]:
        """The entries of each of these cases; their attachments are opened, and must be what they were."""
        for zaak, verloop in per_zaak(self._journaal.lees, zaken):
            if verloop and verloop[-1].nummer > self.tot:
                verloop = [v for v in verloop if v.nummer <= self.tot]
            for v in verloop:
                for stuk in getattr(v.gebeurtenis, "stukken", ()):
                    self._journaal.lees_stuk(stuk)
            self.neem_op(zaak, verloop)
            yield verloop

    def neem_op(self, zaak: str, verloop: Sequence[Vastlegging]) -> None:
        """Keep which names are in a case."""
        self.gezien[zaak] = Gezien(ooit(verloop), [])

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
        """Those that the check itself looked at, until they are held against all cases: `Journaalbron.bevestigt`."""
        self.gezien[zaak.nummer].zag.append(toen)
        return toen


class Journaalbron(Deelbron):
    """A journal, open to read, up to an entry: all of its cases."""

    def __init__(self, journaal: Journaal, tot: int) -> None:
        super().__init__(journaal, tot)
        self._geopend = {zaak: nr for zaak, nr in journaal.geopend().items() if nr <= tot}
        self._namen = Namenindex(self._geopend, journaal.lees_partijen_van)

    def zaken(self) -> list[str]:
        """The numbers of the cases, in the order in which they were opened."""
        return list(self._geopend)

    def neem_op(self, zaak: str, verloop: Sequence[Vastlegging]) -> None:
        """File the case by its names."""
        self._namen.neem_op(zaak, ooit(verloop))

    def bevestigt(self, zaak: str, gezien: Gezien) -> bool:
        """Whether there plainly was nothing to see but what a process saw that does not know the other cases.

        Asked of each case in the order in which they were opened.
        """
        self._namen.neem_op(zaak, gezien.paren)
        if not gezien.zag:  # no check stands in it
            return True
        return not any(gezien.zag) and not self._namen.kandidaten(zaak, gezien.paren)

    def eerdere_zaken(self, v: Vastlegging, zaak: Zaak, toen: tuple[str, ...]) -> tuple[str, ...]:
        """The earlier cases between what may be the same people, as known before an entry."""
        return self._namen.eerdere(v, zaak, toen)
