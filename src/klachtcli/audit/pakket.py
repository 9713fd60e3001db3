"""A package, read and checked to the byte: a source to replay from, without the journal or its keys.

In this order: the bag whole (`baglezer`); what it is made of, proven (`bewezen`); then every file made again from that,
and compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from klachtcli import __version__
from klachtcli.audit.baglezer import Bag, extra, ontbreekt, veranderd
from klachtcli.audit.bewezen import bewijst_niet, lees_stof
from klachtcli.audit.inhoud import bestanden, is_afgeleid
from klachtcli.audit.stof import Stof
from klachtcli.journaal.bewijs import Geraamte
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.regeltekst import T, lees_genoemd, lees_tekst
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.gebeurtenissen import Ingezien
from klachtcli.zaak.zaak import Zaak


class Pakket:
    """A package that was checked. Satisfies `audit.bron.Leesbron`.

    opmerkingen: what its check could not establish, in sentences.
    """

    def __init__(self, stof: Stof, opmerkingen: tuple[str, ...]) -> None:
        self._stof, self.opmerkingen = stof, opmerkingen
        self.anoniem, self.versie = stof.anoniem, stof.versie
        self.zegel: Zegel = stof.geraamte.zegel
        self._delen = {deel.zaak: deel for deel in stof.zaken}

    def zaken(self) -> list[str]:
        """The numbers of its cases."""
        return list(self._delen)

    def verloop(self, zaak: str) -> list[Vastlegging]:
        """The entries of a case, in order; attachments, and who looked into it, are passed over. Raises KeyError."""
        return self._delen[zaak].verloop

    def verlopen(self, zaken: Sequence[str]) -> Iterator[list[Vastlegging]]:
        """The entries of each of these cases. Raises KeyError."""
        return map(self.verloop, zaken)

    def inzage(self, zaak: str) -> list[Vastlegging]:
        """Who looked into a case, up to the making of the package. Raises KeyError."""
        return [v for v in self._delen[zaak].vastleggingen if isinstance(v.gebeurtenis, Ingezien)]

    def regels(self, bron: Bron, soort: type[T]) -> T | None:
        """The rules that an entry names; None where their text is not there. Raises Onbruikbaar where it is others'."""
        if (tekst := self._stof.regels.get(bron.sha256)) is None:
            return None
        try:  # the register of fracties is redacted, and has another version by that
            gelakt = self.anoniem and soort is Fracties
            return lees_tekst(tekst, soort) if gelakt else lees_genoemd(tekst, bron, soort)
        except ValueError:
            raise bewijst_niet(f"regels/{bron.sha256}.json", f"dit is niet {bron.id} ({bron.versie})") from None

    def bronnen(self) -> list[Bron]:
        """All rules of which the text is in it."""
        return [b for deel in self._stof.zaken for h, b in deel.bronnen.items() if h in self._stof.regels]

    def eerdere_zaken(self, v: Vastlegging, zaak: Zaak, toen: tuple[str, ...]) -> None:
        """Which other cases there were, is not to be known from a package."""

    def sjabloon(self, sha256: str) -> bytes | None:
        """A template by its hash; None where it is not in it."""
        return self._stof.sjablonen.get(sha256)

    def kent(self, zegel: str) -> bool:
        """Whether a zegel on paper lies on the chain of this package."""
        return self._stof.geraamte.kent(zegel)


def lees_pakket(map_: Path, geteld: Geraamte | None = None) -> Pakket:
    """Read a package and check all of it. Raises Onbruikbaar that names the file, Invoerfout for what is no folder.

    geteld: a chain that was just counted; where keten.txt is to the byte its text, it is not counted again.
    """
    bag = Bag(map_)
    stof = lees_stof(bag, geteld)
    anders = _eis_gelijk(bag, stof)
    zelfde = stof.versie == __version__
    bag.eis_labels(stof if zelfde else None)
    return Pakket(stof, tuple(_opmerkingen(stof, anders)))


def _eis_gelijk(bag: Bag, stof: Stof) -> list[str]:
    """That each file is the one that follows from the entries. What only retells them may be of another version."""
    anders, moet = [], set()
    zelfde = stof.versie == __version__
    for pad, _, hash_ in bestanden(stof):
        moet.add(pad)
        if bag.hashes.get(pad) != hash_:
            if zelfde or not is_afgeleid(pad):
                raise veranderd(f"data/{pad}") if pad in bag.hashes else ontbreekt(f"data/{pad}")
            anders.append(pad)
    for pad in sorted(bag.hashes.keys() - moet):
        if zelfde or not is_afgeleid(pad):
            raise extra(f"data/{pad}")
        anders.append(pad)
    return anders


def _opmerkingen(stof: Stof, anders: list[str]) -> list[str]:
    """What this check could not establish."""
    uit = ["Dat er van een zaak geen vastlegging is weggelaten, blijkt alleen uit het journaal zelf."]
    if stof.anoniem:
        uit.append("Zonder persoonsgegevens: bewezen is dat op elke plaats een vastlegging van deze soort stond, niet "
                   "dat zij zei wat hier staat.")  # fmt: skip
    if not stof.geraamte.soort.met_bladen:
        uit.append("Het journaal heeft de eerste keten: dat de andere vastleggingen op elkaar volgen, is niet bewezen.")
    if anders:
        uit.append(f"Gemaakt met klacht {stof.versie}: {len(anders)} bestanden vertellen hetzelfde in een andere vorm, "
                   "en zijn alleen met die versie na te maken.")  # fmt: skip
    namen = {h: b for d in stof.zaken for h, b in d.bronnen.items() if h not in stof.regels}
    uit += [f"De tekst van {b.id} ({b.versie or 'zonder versie'}) zit er niet in." for b in namen.values()]
    for deel in stof.zaken:
        mist = len(deel.brieven_gemaakt) - len(deel.brieven)
        if mist and not stof.anoniem:
            uit.append(f"Van zaak {deel.zaak} ontbreken {mist} brieven: die waren niet opnieuw te maken.")
    return uit
