"""A package, read and checked to the byte: a source to replay from, without the journal or its keys.

In this order: the bag whole; each entry counted anew to its place in the chain; rules, templates, attachments and
letters held against the hashes that the entries name; then every file made again and compared.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from klachtcli import __version__
from klachtcli.audit.baglezer import OPNIEUW, Bag, extra, ontbreekt, veranderd
from klachtcli.audit.inhoud import KETEN, ZAAK, bestanden, is_afgeleid
from klachtcli.audit.stof import Stof, Zaakstof, briefnaam, is_heel
from klachtcli.audit.zaakbestand import Onleesbaar, Zaakbestand, lees_zaak
from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.journaal.bewijs import Geraamte, Post, hertel
from klachtcli.journaal.codec import SOORTEN, Vastlegging
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.regeltekst import T, lees_tekst
from klachtcli.journaal.schrijver import STUK
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.gebeurtenissen import Ingezien

_Gelezen = TypeVar("_Gelezen")
# What the events of a package without proof of their content can raise when they are told: any order is possible there.
_ONMOGELIJK = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, KlachtFout, msgspec.MsgspecError)


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

    def inzage(self, zaak: str) -> list[Vastlegging]:
        """Who looked into a case, up to the making of the package. Raises KeyError."""
        return [v for v in self._delen[zaak].vastleggingen if isinstance(v.gebeurtenis, Ingezien)]

    def regels(self, bron: Bron, soort: type[T]) -> T | None:
        """The rules that an entry names; None where their text is not in it."""
        tekst = self._stof.regels.get(bron.sha256)
        return None if tekst is None else lees_tekst(tekst, soort)

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
    stof = _stof(bag, geteld)
    anders = _eis_gelijk(bag, stof)
    zelfde = stof.versie == __version__
    bag.eis_labels(stof if zelfde else None)
    return Pakket(stof, tuple(_opmerkingen(stof, anders)))


def _stof(bag: Bag, geteld: Geraamte | None) -> Stof:
    """What the package is made of, each part proven by what names it."""
    bekend = geteld is not None and bag.lees(KETEN) == geteld.tekst
    geraamte = geteld if geteld and bekend else _gelezen(bag, KETEN, Geraamte.uit_tekst)
    namen = [pad for pad in bag.hashes if pad.endswith(f"/{ZAAK}") and pad.count("/") == 1]
    if not namen:
        raise ontbreekt(f"data/K0000-000/{ZAAK}")
    gelezen = [(pad, *_gelezen(bag, pad, lees_zaak)) for pad in namen]
    eerste = gelezen[0][1]
    for pad, bestand, _ in gelezen:
        if (bestand.anoniem, bestand.versie) != (eerste.anoniem, eerste.versie):
            raise veranderd(f"data/{pad}")
    delen = [_deel(bag, pad, bestand, posten, geraamte) for pad, bestand, posten in gelezen]
    delen.sort(key=lambda d: d.gemaakt.nummer)
    for deel in delen:
        _eis_slot(deel, eerste.versie)
    if geraamte.zegel.nummer != delen[-1].gemaakt.nummer:
        raise _bewijst_niet(KETEN, "de keten eindigt niet waar dit pakket is vastgelegd")
    _eis_zegels(delen, geraamte)
    regels, sjablonen = _regels(bag, delen, anoniem=eerste.anoniem), _sjablonen(bag, delen)
    return Stof(eerste.versie, eerste.anoniem, geraamte, tuple(delen), regels, sjablonen)


def _deel(bag: Bag, pad: str, bestand: Zaakbestand, posten: tuple[Post, ...], geraamte: Geraamte) -> Zaakstof:
    """A case, each of its entries proven."""
    map_ = pad.partition("/")[0]
    if map_ != bestand.zaak or not posten or bestand.anoniem != (bestand.sleutel is None):
        raise veranderd(f"data/{pad}")
    try:
        sleutel = bytes.fromhex(bestand.sleutel) if bestand.sleutel else None
        kaal = Zaakstof(bestand.zaak, sleutel, posten, {}, {}, bestand.bewaartermijn)
        _lees_soorten(pad, posten)
        assert kaal.vastleggingen
        assert isinstance(kaal.bijlagen, dict)
    except (AssertionError, KeyError, ValueError, msgspec.DecodeError):
        raise veranderd(f"data/{pad}") from None
    stukken = {} if bestand.anoniem else {
        p.nummer: bag.lees(f"{map_}/stukken/{kaal.stuknaam(p.nummer)}") for p in posten if p.soort == STUK
    }  # fmt: skip
    heel = tuple(_bewezen(pad, p, stukken, geraamte, sleutel) for p in posten)
    brieven = {} if bestand.anoniem else _brieven(bag, kaal)
    return Zaakstof(kaal.zaak, sleutel, heel, stukken, brieven, bestand.bewaartermijn)


def _lees_soorten(pad: str, posten: tuple[Post, ...]) -> None:
    for p in posten:
        if p.soort not in SOORTEN and p.soort != STUK:
            feit = f"in data/{pad} staat een vastlegging van een soort die deze versie van klacht niet kent"
            raise Onbruikbaar("soort-onbekend", feit, herstel="Werk klacht bij")


def _bewezen(pad: str, p: Post, stukken: dict[int, bytes], geraamte: Geraamte, sleutel: bytes | None) -> Post:
    """An entry with the hash of its sealed content, which has its place in the chain. Raises Onbruikbaar."""
    if p.soort == STUK:
        p = msgspec.structs.replace(p, inhoud=stukken.get(p.nummer, b""))
    if sleutel is not None:
        try:
            p = msgspec.structs.replace(p, inhoud_sha256=hertel(p, geraamte.soort, sleutel))
        except (ValueError, OverflowError):
            raise veranderd(f"data/{pad}") from None
    if not geraamte.bewijst(p, p.inhoud_sha256):
        raise _bewijst_niet(pad, f"vastlegging {p.nummer} staat zo niet in de keten")
    return p


def _brieven(bag: Bag, deel: Zaakstof) -> dict[int, bytes]:
    """The letters in it, each the one that was recorded."""
    uit = {}
    for nummer, e in deel.brieven_gemaakt:
        pad = f"{deel.zaak}/brieven/{briefnaam(nummer, e)}"
        if pad in bag.hashes:
            if bag.hashes[pad] != e.sha256:
                raise veranderd(f"data/{pad}")
            uit[nummer] = bag.lees(pad)
    return uit


def _eis_slot(deel: Zaakstof, versie: str) -> None:
    """The last entry of each case is that this package was made, by the version that it names."""
    e = deel.gemaakt.gebeurtenis
    if not isinstance(e, Ingezien) or e.wat != "pakket" or deel.gemaakt.versie != versie:
        raise _bewijst_niet(f"{deel.zaak}/{ZAAK}", "de laatste vastlegging is niet dat dit pakket is gemaakt")


def _eis_zegels(delen: list[Zaakstof], geraamte: Geraamte) -> None:
    """Each letter bears a zegel of before it; all of them lie on this chain."""
    for deel in delen:
        for nummer, e in deel.brieven_gemaakt:
            if not geraamte.kent(e.zegel):
                raise _bewijst_niet(KETEN, f"het zegel op de brief van vastlegging {nummer} ligt niet op deze keten")


def _regels(bag: Bag, delen: list[Zaakstof], *, anoniem: bool) -> dict[str, str]:
    """The texts of rules that the entries name and that are in it, each with the hash that it is named by."""
    uit = {}
    for hash_, bron in {h: b for d in delen for h, b in d.bronnen.items()}.items():
        pad = f"regels/{hash_}.json"
        if pad in bag.hashes:
            ruw = bag.lees(pad)
            bewerkt = anoniem and bron.id == "fracties"
            if not is_heel(ruw, hash_) and not bewerkt:
                raise veranderd(f"data/{pad}")
            uit[hash_] = _gelezen(bag, pad, bytes.decode)
            if bewerkt:
                _gelezen(bag, pad, lambda r: lees_tekst(r.decode(), Fracties))
    return uit


def _sjablonen(bag: Bag, delen: list[Zaakstof]) -> dict[str, bytes]:
    uit = {}
    for hash_ in {h for d in delen for h in d.sjablonen}:
        pad = f"sjablonen/{hash_}.docx"
        if pad in bag.hashes:
            uit[hash_] = bag.lees(pad)
            if not is_heel(uit[hash_], hash_):
                raise veranderd(f"data/{pad}")
    return uit


def _eis_gelijk(bag: Bag, stof: Stof) -> list[str]:
    """That each file is the one that follows from the entries. What only retells them may be of another version."""
    anders, moet = [], set()
    try:
        for pad, _, hash_ in bestanden(stof):
            moet.add(pad)
            if bag.hashes.get(pad) == hash_:
                continue
            if stof.versie == __version__ or not is_afgeleid(pad):
                raise veranderd(f"data/{pad}") if pad in bag.hashes else ontbreekt(f"data/{pad}")
            anders.append(pad)
    except Onbruikbaar:
        raise
    except _ONMOGELIJK:
        raise _bewijst_niet(f"{stof.zaken[0].zaak}/{ZAAK}", "uit de vastleggingen volgt geen zaak") from None
    for pad in sorted(bag.hashes.keys() - moet):
        if stof.versie == __version__ or not is_afgeleid(pad):
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


def _gelezen(bag: Bag, pad: str, lezer: Callable[[bytes], _Gelezen]) -> _Gelezen:
    try:
        return lezer(bag.lees(pad))
    except (Onleesbaar, ValueError, msgspec.DecodeError) as fout:
        feit = f"in het pakket is data/{pad} niet te lezen"
        raise Onbruikbaar("pakket-onleesbaar", f"{feit}: {fout}" if isinstance(fout, Onleesbaar) else feit,
                          herstel=OPNIEUW) from None  # fmt: skip


def _bewijst_niet(pad: str, feit: str) -> Onbruikbaar:
    return Onbruikbaar("pakket-bewijst-niet", f"data/{pad}: {feit}",
                       grondslag="het bewijs van het pakket klopt niet", herstel=OPNIEUW)  # fmt: skip
