"""Destroying a case whose retention is over: refused where it may not be, and then done so that no crash undoes it.

In the journal in one transaction; then what `opruimen` does: the key, the files, the verklaring.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from klachtcli import klok
from klachtcli.fouten import Geweigerd, Invoerfout, Onbruikbaar
from klachtcli.instellingen.bewaren import lees_bewaartermijnen
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.instellingen.lezer import lees_veld
from klachtcli.journaal.codec import decodeer
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.vernieuwing import eis_vernieuwbaar
from klachtcli.schijf import elders_open
from klachtcli.secretariaat.dossiers import Dossiers, is_vernietigd, zaaknummer
from klachtcli.secretariaat.opruimen import (
    Onvoltooid as Onvoltooid,
    bestanden,
    gedeeld,
    maak_vernietiging_af as maak_vernietiging_af,
    onvoltooid as onvoltooid,
    oude_sleutels as oude_sleutels,
    plek_verklaring,
    verklaring_van,
)
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.bewaren import bewaring, eis_rijp
from klachtcli.zaak.gebeurtenissen import (
    VERNIETIGD,
    Ingezien,
    Inzage,
    JaarverslagGemaakt,
    Kopie,
    ZaakVernietigd,
)
from klachtcli.zaak.namen import mogelijk_dezelfde

_KOPIEEN: tuple[Inzage, ...] = ("reservekopie", "sleutelkopie", "pakket", "stukken", "overzicht")


class Vernietiging(NamedTuple):
    """What goes (entries by kind, files in the work folder), what is left elsewhere, and what there is to know.

    opnieuw: this journal is a copy of before the case was destroyed.
    """

    zaak: str
    gebeurtenis: ZaakVernietigd
    telling: dict[str, int]
    bestanden: list[Path]
    gedeeld: list[Path]
    opmerkingen: list[str]
    verklaring: Path
    opnieuw: bool = False


def bekijk(werkmap: Werkmap, zaak: str) -> Vernietiging:
    """What `vernietig` would do. Raises Geweigerd where it may not: too early, open, held, the term not set."""
    vandaag = klok.vandaag()
    with werkmap.journaal() as journaal:
        return _stel_op(werkmap, journaal, zaaknummer(zaak, vandaag.year), vandaag)


def al_vernietigd(werkmap: Werkmap, zaak: str) -> tuple[str, ZaakVernietigd] | None:
    """The number of a case that was destroyed, and what is left of it; None of any other case."""
    nummer = zaaknummer(zaak, klok.vandaag().year)
    with werkmap.journaal() as journaal:
        return (nummer, toen) if (toen := _toen(journaal, nummer)) else None


def vernietig(werkmap: Werkmap, zaak: str, tweede: str, *, proef: bool = False) -> Vernietiging:
    """Destroy a case, with the agreement of a second person. Raises as `bekijk`, Invoerfout for a name that will not.

    Nothing is destroyed where the ring cannot be renewed, a file is open elsewhere, or no verklaring can be made. After
    that an error says what is not done yet, and doing it again ends it.
    """
    vandaag = klok.vandaag()
    nummer = zaaknummer(zaak, vandaag.year)
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        v = _stel_op(werkmap, journaal, nummer, vandaag)
        if not proef:
            v = v if v.opnieuw else _met_tweede(werkmap, v, tweede)
            _eis_uitvoerbaar(werkmap, journaal, v)
        schrijver.vernietig(nummer, v.gebeurtenis)
    if not proef:
        maak_vernietiging_af(werkmap, nummer)
    return v


def eis_bevestigd(zaak: str, getypt: str) -> None:
    """Raise Invoerfout where another number was typed than that of the case."""
    if getypt.strip().upper() != zaak:
        raise Invoerfout("bevestiging-anders", f"u typte niet {zaak}; er is niets vernietigd",
                         herstel=f"Typ het nummer helemaal: {zaak}")  # fmt: skip


def _stel_op(werkmap: Werkmap, journaal: Journaal, nummer: str, vandaag: date) -> Vernietiging:
    if (toen := _toen(journaal, nummer)) is not None:
        raise is_vernietigd(nummer, toen.op)
    eerder = _uit_ring(journaal, nummer)
    e = eerder or _nieuw(werkmap, journaal, nummer, vandaag)
    opmerkingen = [] if eerder else list(_over_jaren(journaal, e))
    return Vernietiging(
        nummer, e, journaal.telling(nummer), bestanden(werkmap, nummer), gedeeld(werkmap, journaal, nummer),
        opmerkingen, plek_verklaring(werkmap, nummer), eerder is not None,
    )  # fmt: skip


def _toen(journaal: Journaal, nummer: str) -> ZaakVernietigd | None:
    alle = {v.zaak: v.gebeurtenis for v in journaal.vernietigd()}
    e = alle.get(nummer)
    assert e is None or isinstance(e, ZaakVernietigd)
    return e


def _uit_ring(journaal: Journaal, nummer: str) -> ZaakVernietigd | None:
    """What the ring remembers of a case that this older journal still has."""
    toen = journaal.ring.vernietigd(nummer) if nummer in journaal.zaken() else None
    e = toen and decodeer(VERNIETIGD, toen[1]).gebeurtenis
    assert e is None or isinstance(e, ZaakVernietigd)
    return e


def _nieuw(werkmap: Werkmap, journaal: Journaal, nummer: str, vandaag: date) -> ZaakVernietigd:
    dossiers = Dossiers(journaal)
    dossier = dossiers.zaak(nummer)
    b = bewaring(dossier, lees_bewaartermijnen(werkmap.config), dossiers.rekenaar(dossier).kalender)
    termijn, gesloten, laatste = eis_rijp(b, dossier.regeling.id, vandaag)
    kopieen = tuple(_kopieen(journaal, nummer))
    return ZaakVernietigd(
        vandaag, dossier.ankers["ontvangst"], gesloten, termijn.id, termijn.grond, laatste, "", kopieen
    )


def _met_tweede(werkmap: Werkmap, v: Vernietiging, tweede: str) -> Vernietiging:
    """With the name of who agrees, in one line: somebody else than who does it. Raises Invoerfout."""
    naam = str(lees_veld(ZaakVernietigd, "tweede", " ".join(tweede.split())))
    if not naam:
        raise Invoerfout("tweede-ontbreekt", "vernietigen doet u niet alleen: er is een tweede naam nodig",
                         herstel="Geef haar met --tweede -, op standaardinvoer")  # fmt: skip
    secretaris = lees_commissie(werkmap.config).secretaris.naam
    if naam.casefold() == wie().casefold() or mogelijk_dezelfde(naam, secretaris):
        feit = "de tweede naam is die van wie het doet, of van de secretaris"
        herstel = "Laat iemand anders meekijken, bijvoorbeeld de voorzitter, en geef diens naam"
        raise Invoerfout("tweede-dezelfde", feit, herstel=herstel)
    return v._replace(gebeurtenis=msgspec.structs.replace(v.gebeurtenis, tweede=naam))


def _kopieen(journaal: Journaal, nummer: str) -> Iterator[Kopie]:
    """The copies that were made since the case came in and that may hold it, or its key."""
    begin = next(journaal.lees(nummer)).nummer
    gezien = [v for zaak in ("", nummer) for v in journaal.lees_inzage(zaak) if v.nummer > begin]
    over = {v.nummer: v.gebeurtenis for v in gezien if isinstance(v.gebeurtenis, Ingezien)}
    for wat in _KOPIEEN:
        van = {nr: e.op for nr, e in over.items() if e.wat == wat and (not e.zaken or nummer in e.zaken)}
        if van:
            yield Kopie(wat, tuple(sorted(set(van.values()))), tuple(sorted(van)))


def _over_jaren(journaal: Journaal, e: ZaakVernietigd) -> Iterator[str]:
    """That a year can then not be counted any more, where its report was never made."""
    gemaakt = {v.gebeurtenis.jaar for v in journaal.lees_werkmap("jaarverslag_gemaakt")
               if isinstance(v.gebeurtenis, JaarverslagGemaakt)}  # fmt: skip
    mist = [str(j) for j in range(e.ontvangen_op.year, e.gesloten_op.year + 1) if j not in gemaakt]
    if mist:
        yield (f"Over {' en '.join(mist)} is met klacht geen jaarverslag gemaakt; na de vernietiging kan dat niet "
               f"meer. Wilt u het nog, maak het dan eerst: klacht jaarverslag {mist[0]}")  # fmt: skip


def _eis_uitvoerbaar(werkmap: Werkmap, journaal: Journaal, v: Vernietiging) -> None:
    """That each step after the journal can be done, as far as that shows beforehand."""
    verklaring_van(werkmap, journaal, v.zaak, v.gebeurtenis)
    eis_vernieuwbaar(journaal.ring)
    losse = [p for pad in v.bestanden for p in (pad, *pad.rglob("*"))]
    if open_ := [p.name for p in losse if elders_open(p)]:
        raise Geweigerd("bestand-open", f"een bestand van zaak {v.zaak} is open in een ander programma: {open_[0]}",
                        herstel="Sluit het daar, en probeer het opnieuw")  # fmt: skip
    mappen = {werkmap.pad, v.verklaring.parent, *(p.parent for p in losse)}
    if not all(os.access(map_, os.W_OK) for map_ in mappen if map_.exists()):
        raise Onbruikbaar("map-niet-te-schrijven", f"niet alle bestanden van zaak {v.zaak} zijn te verwijderen",
                        herstel="Geef uzelf schrijfrecht op de werkmap en alles daarin")  # fmt: skip
