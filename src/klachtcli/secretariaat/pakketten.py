"""The audit package: cases with all that proves them, as a folder that is checked elsewhere (BagIt).

That it was made is recorded in each of its cases, and that is the last entry the package holds: the zegel it ends in is
the one of its own record. The folder gets its name after that, so no package exists of which the journal does not know.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from klachtcli import __version__, klok
from klachtcli.audit import bag
from klachtcli.audit.inhoud import bestanden
from klachtcli.audit.lakken import Lak
from klachtcli.audit.mdto import Bewaartermijn
from klachtcli.audit.pakket import lees_pakket
from klachtcli.audit.stof import Stof, Zaakstof
from klachtcli.fouten import Invoerfout, KlachtFout, Onbruikbaar
from klachtcli.instellingen.bewaren import lees_bewaartermijnen
from klachtcli.journaal.bewijs import geraamte, posten
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.regeltekst import lees_tekst, tekst_van
from klachtcli.journaal.schrijver import STUK
from klachtcli.schijf import is_klad, reden
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.bewaren import bewaring
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.gebeurtenissen import (
    BriefGemaakt,
    Ingezien,
    RegelsVastgelegd,
    SjabloonVastgelegd,
    Stuk,
)


class Ingepakt(NamedTuple):
    """A package that was made: its cases, where it is, of how many files, up to which zegel, and what it lacks."""

    zaken: list[str]
    map: Path
    bestanden: int
    zegel: str
    anoniem: bool
    opmerkingen: tuple[str, ...]


def pak_in(
    werkmap: Werkmap, zaken: Sequence[str], doel: Path, *, anoniem: bool = False, proef: bool = False
) -> Ingepakt:
    """Make a package of these cases in a new folder, check it as whoever gets it will, and record that it was made.

    Raises Geweigerd for a case that was destroyed, Invoerfout for one that is not there and for a place that will not
    do, Onbruikbaar where the disk refuses: then nothing is left of it. A name that fails after the record is told.
    """
    nummers = list(dict.fromkeys(zaaknummer(z, klok.vandaag().year) for z in zaken))
    _eis_plek(werkmap, doel)
    try:
        resten = _resten(doel.absolute().parent)
        with bag.klad(doel) as klad:
            ingepakt = _maak(werkmap, nummers, doel, klad, anoniem=anoniem, proef=proef)
            if not proef:
                _geef_naam(klad, doel)
    except OSError as fout:
        feit = f"het pakket is niet te schrijven: {reden(fout)}; er is niets vastgelegd"
        raise Onbruikbaar("pakket-niet-te-schrijven", feit, herstel="Kies met -o een andere plek") from None
    return ingepakt._replace(opmerkingen=(*ingepakt.opmerkingen, *resten))


def _resten(map_: Path) -> list[str]:
    """What was left beside it by a package of which the making broke off: it can be read without a key."""
    namen = sorted(pad.name for pad in map_.iterdir() if is_klad(pad) and pad.is_dir())
    return [f"In dezelfde map staat {naam}: een pakket dat halverwege bleef, met personen erin. Gooi het weg."
            for naam in namen]  # fmt: skip


def _maak(werkmap: Werkmap, nummers: list[str], doel: Path, klad: Path, *, anoniem: bool, proef: bool) -> Ingepakt:
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers = Dossiers(journaal)
        bewaren = {zaak: _bewaartermijn(werkmap, dossiers, zaak) for zaak in nummers}
        tot = journaal.zegel().nummer
        for zaak in nummers:
            nummer = schrijver.voeg_toe(zaak, Ingezien(klok.vandaag(), "pakket"))
        # A rehearsal ends with what is there: what it seals, nobody can open.
        stof = _stof(journaal, bewaren, tot if proef else nummer, anoniem=anoniem)
        if proef:
            return _ingepakt(stof, doel, sum(1 for _ in bestanden(stof)), ())
        aantal = bag.schrijf(klad, stof, bestanden(stof))
        return _ingepakt(stof, doel, aantal, lees_pakket(klad, stof.geraamte).opmerkingen)


def _ingepakt(stof: Stof, doel: Path, aantal: int, opmerkingen: tuple[str, ...]) -> Ingepakt:
    return Ingepakt([z.zaak for z in stof.zaken], doel, aantal, str(stof.geraamte.zegel), stof.anoniem, opmerkingen)


def _geef_naam(klad: Path, doel: Path) -> None:
    """By now the record is kept: say so where the name fails."""
    try:
        bag.geef_naam(klad, doel)
    except OSError as fout:
        feit = f"dat er een pakket is gemaakt, is vastgelegd, maar de map kreeg haar naam niet: {reden(fout)}"
        raise Onbruikbaar("pakket-zonder-naam", feit, herstel="Er is geen pakket; maak het opnieuw") from None


def _eis_plek(werkmap: Werkmap, doel: Path) -> None:
    """A new name, in a folder that is there, outside the work folder: copies of that would hold the package too."""
    if os.path.lexists(doel) or not doel.name:
        raise Invoerfout("map-bestaat-al", f"{doel} bestaat al, en een pakket komt nooit over iets heen",
                         herstel="Noem met -o een nieuwe map")  # fmt: skip
    if not doel.absolute().parent.is_dir():
        raise Invoerfout("map-ontbreekt", f"de map waarin {doel.name} moet komen, is er niet",
                         herstel="Maak die map eerst, of noem een andere met -o")  # fmt: skip
    if doel.absolute().parent.resolve().is_relative_to(werkmap.pad.resolve()):
        raise Invoerfout("pakket-in-werkmap", "een pakket komt niet in de werkmap: daar blijft het onverzegeld achter",
                         herstel="Noem met -o een map ergens anders")  # fmt: skip


def _bewaartermijn(werkmap: Werkmap, dossiers: Dossiers, zaak: str) -> Bewaartermijn | None:
    """How long the case is kept by what config/bewaren.toml now says. Raises where there is no such case (any more)."""
    dossier = dossiers.zaak(zaak)
    if not (werkmap.config / "bewaren.toml").is_file():  # of before 0.4
        return None
    b = bewaring(dossier, lees_bewaartermijnen(werkmap.config), dossiers.rekenaar(dossier).kalender)
    if b.termijn is None:
        return None
    feit = b.termijn.vanaf if b.termijn.status == "vastgesteld" else f"{b.termijn.vanaf} (voorstel, niet vastgesteld)"
    return Bewaartermijn(b.termijn.duur, feit, b.vanaf)


def _stof(journaal: Journaal, bewaren: Mapping[str, Bewaartermijn | None], tot: int, *, anoniem: bool) -> Stof:
    delen = [_deel(journaal, zaak, tot, termijn) for zaak, termijn in bewaren.items()]
    genoemd = {h for d in delen for h in d.bronnen}
    regels = {
        v.gebeurtenis.bron.sha256: v.gebeurtenis
        for v in journaal.lees_werkmap("regels_vastgelegd")
        if isinstance(v.gebeurtenis, RegelsVastgelegd) and v.gebeurtenis.bron.sha256 in genoemd
    }
    if anoniem:
        lak = Lak()
        kaal = tuple(_gelakt(d, lak) for d in delen)
        teksten = {h: _regeltekst(e, lak) for h, e in regels.items() if e.bron.id != "commissie"}
        return Stof(__version__, True, geraamte(journaal, tot), kaal, teksten, {})
    sjablonen = _sjablonen(journaal, {h for d in delen for h in d.sjablonen})
    heel = tuple(msgspec.structs.replace(d, brieven=_brieven(d, sjablonen)) for d in delen)
    return Stof(__version__, False, geraamte(journaal, tot), heel, {h: e.tekst for h, e in regels.items()}, sjablonen)


def _deel(journaal: Journaal, zaak: str, tot: int, termijn: Bewaartermijn | None) -> Zaakstof:
    reeks = tuple(posten(journaal, zaak, tot))
    stukken = {p.nummer: p.inhoud for p in reeks if p.soort == STUK}
    return Zaakstof(zaak, journaal.ring.kopie(zaak), reeks, stukken, {}, termijn)


def _gelakt(deel: Zaakstof, lak: Lak) -> Zaakstof:
    """The case without personal facts: no key, no attachment, no letter."""
    reeks = (
        msgspec.structs.replace(
            p, nonce=b"", inhoud=b"" if p.soort == STUK else lak.inhoud(p.nummer, p.soort, p.inhoud)
        )
        for p in deel.posten
    )
    return Zaakstof(deel.zaak, None, tuple(reeks), {}, {}, deel.bewaartermijn)


def _regeltekst(e: RegelsVastgelegd, lak: Lak) -> str:
    if e.bron.id != "fracties":
        return e.tekst
    return tekst_van(lak.fracties(lees_tekst(e.tekst, Fracties)))[1]


def _sjablonen(journaal: Journaal, genoemd: set[str]) -> dict[str, bytes]:
    """The templates that letters name, as far as the journal keeps them."""
    gehouden: dict[str, Stuk] = {
        stuk.sha256: stuk
        for v in journaal.lees_werkmap("sjabloon_vastgelegd")
        if isinstance(v.gebeurtenis, SjabloonVastgelegd)
        for stuk in v.gebeurtenis.stukken
    }
    return {hash_: journaal.lees_stuk(gehouden[hash_]) for hash_ in sorted(genoemd & gehouden.keys())}


def _brieven(deel: Zaakstof, sjablonen: dict[str, bytes]) -> dict[int, bytes]:
    """The letters, made anew; one that does not come out as it was recorded is left out, and told by the check."""
    gemaakt = ((nr, _brief(e, sjablonen)) for nr, e in deel.brieven_gemaakt)
    return {nr: ruw for nr, ruw in gemaakt if ruw is not None}


def _brief(e: BriefGemaakt, sjablonen: dict[str, bytes]) -> bytes | None:
    from klachtcli.stukken.sjabloon import laad

    if e.sjabloon not in sjablonen:
        return None
    try:
        docx = laad(sjablonen[e.sjabloon], e.brief).vul(e.gegevens)
    except KlachtFout:
        return None
    return docx if sha256(docx).hexdigest() == e.sha256 else None
