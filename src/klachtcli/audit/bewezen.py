"""What a package is made of, read from its files and proven: each part by what names it, down to the chain.

Each entry is counted anew to its place in the chain; attachments, letters, rules and templates are held against the
hashes that the entries name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from klachtcli.audit.baglezer import OPNIEUW, Bag, ontbreekt, veranderd
from klachtcli.audit.inhoud import KETEN, ZAAK
from klachtcli.audit.stof import Stof, Zaakstof, briefnaam, is_heel
from klachtcli.audit.zaakbestand import Onleesbaar, Zaakbestand, lees_zaak
from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.bewijs import Geraamte, Post, hertel
from klachtcli.journaal.codec import SOORTEN
from klachtcli.journaal.regeltekst import lees_tekst
from klachtcli.journaal.schrijver import STUK
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.gebeurtenissen import Ingezien

_Gelezen = TypeVar("_Gelezen")


def lees_stof(bag: Bag, geteld: Geraamte | None) -> Stof:
    """What the package is made of, each part proven by what names it."""
    bekend = geteld is not None and bag.hashes.get(KETEN) == geteld.tekst_sha256
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
        raise bewijst_niet(KETEN, "de keten eindigt niet waar dit pakket is vastgelegd")
    _eis_zegels(delen, geraamte)
    regels, sjablonen = _regels(bag, delen, anoniem=eerste.anoniem), _sjablonen(bag, delen)
    return Stof(eerste.versie, eerste.anoniem, geraamte, tuple(delen), regels, sjablonen)


def _deel(bag: Bag, pad: str, bestand: Zaakbestand, posten: tuple[Post, ...], geraamte: Geraamte) -> Zaakstof:
    """A case, each of its entries proven: first what was written, then the attachments that it names."""
    kaal = _kaal(pad, bestand, posten)
    los = kaal.sleutel is not None
    gewoon = [_bewezen(pad, p, geraamte, kaal.sleutel) for p in posten if not los or p.soort != STUK]
    stukken = {p.nummer: _stuk(bag, kaal, p.nummer) for p in posten if los and p.soort == STUK}
    gevuld = [msgspec.structs.replace(p, inhoud=stukken[p.nummer]) for p in posten if p.nummer in stukken]
    heel = sorted([*gewoon, *(_bewezen(pad, p, geraamte, kaal.sleutel) for p in gevuld)], key=lambda p: p.nummer)
    brieven = _brieven(bag, kaal) if los else {}
    return Zaakstof(kaal.zaak, kaal.sleutel, tuple(heel), stukken, brieven, bestand.bewaartermijn)


def _kaal(pad: str, bestand: Zaakbestand, posten: tuple[Post, ...]) -> Zaakstof:
    """What gebeurtenissen.json says, not proven yet; each entry once, in order, of a kind that is known."""
    nummers = [p.nummer for p in posten]
    geordend = nummers == sorted(set(nummers))
    if pad != f"{bestand.zaak}/{ZAAK}" or not geordend or bestand.anoniem != (bestand.sleutel is None):
        raise veranderd(f"data/{pad}")
    if any(p.soort not in SOORTEN and p.soort != STUK for p in posten):
        feit = f"in data/{pad} staat een vastlegging van een soort die deze versie van klacht niet kent"
        raise Onbruikbaar("soort-onbekend", feit, herstel="Werk klacht bij")
    try:
        sleutel = bytes.fromhex(bestand.sleutel) if bestand.sleutel is not None else None
        kaal = Zaakstof(bestand.zaak, sleutel, posten, {}, {}, bestand.bewaartermijn)
        if kaal.vastleggingen:
            return kaal
    except (ValueError, msgspec.DecodeError):
        pass
    raise veranderd(f"data/{pad}")


def _stuk(bag: Bag, deel: Zaakstof, nummer: int) -> bytes:
    """An attachment, which is the one that an entry names."""
    pad = f"{deel.zaak}/stukken/{deel.stuknaam(nummer)}"
    ruw = bag.lees(pad)
    if nummer not in deel.bijlagen or bag.hashes[pad] != deel.bijlagen[nummer].sha256:
        raise veranderd(f"data/{pad}")
    return ruw


def _bewezen(pad: str, p: Post, geraamte: Geraamte, sleutel: bytes | None) -> Post:
    """An entry with the hash of its sealed content, which has its place in the chain. Raises Onbruikbaar."""
    if sleutel is not None:
        try:
            p = msgspec.structs.replace(p, inhoud_sha256=hertel(p, geraamte.soort, sleutel))
        except (ValueError, OverflowError):
            raise veranderd(f"data/{pad}") from None
    if not geraamte.bewijst(p, p.inhoud_sha256):
        raise bewijst_niet(pad, f"vastlegging {p.nummer} staat zo niet in de keten")
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
        raise bewijst_niet(f"{deel.zaak}/{ZAAK}", "de laatste vastlegging is niet dat dit pakket is gemaakt")


def _eis_zegels(delen: list[Zaakstof], geraamte: Geraamte) -> None:
    """Each letter bears a zegel of before it; all of them lie on this chain."""
    for deel in delen:
        for nummer, e in deel.brieven_gemaakt:
            if not geraamte.kent(e.zegel):
                raise bewijst_niet(KETEN, f"het zegel op de brief van vastlegging {nummer} ligt niet op deze keten")


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


def _gelezen(bag: Bag, pad: str, lezer: Callable[[bytes], _Gelezen]) -> _Gelezen:
    try:
        return lezer(bag.lees(pad))
    except (Onleesbaar, ValueError, msgspec.DecodeError) as fout:
        feit = f"in het pakket is data/{pad} niet te lezen"
        raise Onbruikbaar("pakket-onleesbaar", f"{feit}: {fout}" if isinstance(fout, Onleesbaar) else feit,
                          herstel=OPNIEUW) from None  # fmt: skip


def bewijst_niet(pad: str, feit: str) -> Onbruikbaar:
    """A file says what the chain, or what names it, does not bear out."""
    return Onbruikbaar("pakket-bewijst-niet", f"data/{pad}: {feit}",
                       grondslag="het bewijs van het pakket klopt niet", herstel=OPNIEUW)  # fmt: skip
