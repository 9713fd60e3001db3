"""What the voorzitter filled in comes back: what is new in a workbook, against what stood there and what stands now.

What stood in it when it was made is folded anew from the journal, up to the zegel that the workbook names; so neither
sorting, nor leaving out rows, nor reading it a second time can record anything that was not filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Gebrek, Geweigerd, Invoerfout
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.opslag import Journaal
from klachtcli.secretariaat.dossiers import Dossiers, vouw_verloop
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.stukken import overzichtbladen as tabellen
from klachtcli.stukken.cijferblad import BLAD_CIJFERS
from klachtcli.stukken.overzicht import (
    AKKOORD,
    BLAD_TOELICHTING,
    BLAD_ZAKEN,
    KENMERKEN,
    KEUZES,
    OPMERKING,
    ZAAK,
    kenmerken,
    opmerking,
)
from klachtcli.stukken.signaalblad import BLAD_SIGNALEN
from klachtcli.stukken.werkboek_cel import schoon
from klachtcli.stukken.werkboek_lezen import Cel, Gelezen, Werkboek, lees_blad, open_werkboek
from klachtcli.stukken.werkboek_resten import eigen_bladen, notities, samengevoegd
from klachtcli.zaak.gebeurtenissen import OpmerkingGemaakt, VastleggingGecorrigeerd
from klachtcli.zaak.zaak import Zaak

_NUMMER = re.compile(r"K\d{4}-\d{3,}", re.ASCII)
_GEEN = OpmerkingGemaakt(date.min)
_KOPPEN = {veld.kolom.kop for veld in tabellen.zaken("")}
_BLADEN = {*tabellen.bladen(""), BLAD_CIJFERS, BLAD_SIGNALEN, BLAD_TOELICHTING}
_MEESTE = 5  # cells that are named in one sentence
# An older copy of a file cannot be told from one in which somebody changed his mind.
_OPNIEUW = "Is dit toch bedoeld? Maak een nieuw overzicht met klacht overzicht, en vul het daarin zo in."


class Nieuw(NamedTuple):
    """What is new for one case: what the voorzitter filled in, where, and what stands there now."""

    zaak: str
    cel: str
    was: OpmerkingGemaakt
    wordt: OpmerkingGemaakt


class Gevonden(NamedTuple):
    """What a workbook brings: what is new, and in how many cases it was read before.

    opmerkingen: what is not recorded though it may be meant, for somebody to look at; niet_gelezen: what else stands
    in it, outside the columns to fill in.
    """

    nieuw: list[Nieuw]
    al_gelezen: int
    opmerkingen: list[str]
    niet_gelezen: list[str]


class _Ingevuld(NamedTuple):
    """What stands in the columns to fill in, in one row."""

    zaak: str
    inhoud: tuple[str, str]
    rij: dict[str, Cel]


class _Bron(NamedTuple):
    """From which state a workbook was made: the last entry there was, and up to which day it showed."""

    zegel: str
    nummer: int
    tot: date


def bekijk(werkmap: Werkmap, ruw: bytes) -> Gevonden:
    """What is new in a workbook; nothing is recorded. Raises Invoerfout, or Geweigerd with the cells that are wrong."""
    with werkmap.journaal() as journaal:
        return _vind(journaal, ruw)


def leg_vast(werkmap: Werkmap, ruw: bytes, *, gezien: Gevonden, proef: bool = False) -> None:
    """Record what is new, as the voorzitter's. gezien: what was shown; refused where it is no longer the same."""
    with (
        werkmap.journaal(schrijven=True) as journaal,
        journaal.handeling(door=wie(), rol="voorzitter", proef=proef) as schrijver,
    ):
        gevonden = _vind(journaal, ruw)
        if gezien.nieuw != gevonden.nieuw:
            raise Geweigerd("intussen-gewijzigd", "intussen is er iets anders vastgelegd dan u zag",
                            herstel="Lees het overzicht opnieuw")  # fmt: skip
        for n in gevonden.nieuw:
            schrijver.voeg_toe(n.zaak, n.wordt)


def _vind(journaal: Journaal, ruw: bytes) -> Gevonden:
    werkboek = open_werkboek(ruw, "klacht-peildatum")  # no other workbook of klacht has that
    bron = _bron(werkboek, journaal)
    dossiers = Dossiers(journaal)
    nieuw: list[Nieuw] = []
    opmerkingen: list[str] = []
    al = 0
    gelezen = lees_blad(werkboek, BLAD_ZAKEN, (ZAAK, OPMERKING, AKKOORD))
    gebreken = [Gebrek(plek, "hier zijn cellen samengevoegd; splits ze, en vul bij elke zaak apart in")
                for plek in samengevoegd(werkboek, BLAD_ZAKEN, gelezen, (OPMERKING, AKKOORD))]  # fmt: skip
    weg = {v.zaak for v in journaal.vernietigd()}
    for vul in _ingevuld(gelezen.rijen, gebreken):
        if vul.zaak in weg:
            opmerkingen.append(f"{vul.zaak}: vernietigd, en niet gelezen. Vernietig ook dit overzicht.")
            continue
        match _vergelijk(dossiers, bron, vul):
            case Gebrek() as gebrek:
                gebreken.append(gebrek)
            case Nieuw() as gevonden:
                nieuw.append(gevonden)
            case str(tekst):
                al += 1
                opmerkingen += [tekst] if tekst else []
    gebreken += _verwisseld(nieuw)
    if gebreken:
        raise Geweigerd("overzicht-niet-te-lezen", "in dit overzicht klopt iets niet; er is niets vastgelegd",
                        gebreken=gebreken, herstel="Verbeter deze cellen en bewaar het bestand, of maak een nieuw "
                        "overzicht en vul het daarin in")  # fmt: skip
    return Gevonden(nieuw, al, opmerkingen, list(_niet_gelezen(werkboek, gelezen)))


def _verwisseld(nieuw: Sequence[Nieuw]) -> Iterator[Gebrek]:
    """A remark that went from one case to another: most likely only a yellow column was sorted."""
    weg = {m.was.opmerking: m.zaak for m in nieuw if m.was.opmerking not in ("", m.wordt.opmerking)}
    for n in nieuw:
        if n.wordt.opmerking in weg:
            yield Gebrek(
                n.cel, f"dit stond bij zaak {weg[n.wordt.opmerking]}; sorteer hele rijen, niet alleen een kolom"
            )


# ---- the workbook ----


def _bron(werkboek: Werkboek, journaal: Journaal) -> _Bron:
    """The state it was made from. Raises Invoerfout where it is not of here, Geweigerd where that state never was."""
    e = werkboek.eigenschappen
    if e.get("klacht-werkmap") != journaal.werkmap:
        raise Invoerfout("andere-werkmap", "dit overzicht is van een andere werkmap",
                         herstel="Ga naar de werkmap waar het is gemaakt, of noem haar met --map")  # fmt: skip
    if e.get("klacht-anoniem") == "ja":
        raise Invoerfout("overzicht-anoniem", "in een anoniem overzicht is niets in te vullen",
                         herstel="Maak er een zonder --anoniem")  # fmt: skip
    zegel, tot = e.get("klacht-zegel", ""), _dag(e.get("klacht-tot") or date.max.isoformat())
    gemaakt = journaal.kent(zegel)
    if gemaakt is None or tot is None:
        raise Geweigerd("zegel-onbekend", f"het zegel van dit overzicht ({zegel[:40]}) hoort niet bij dit journaal",
                        grondslag="het journaal is ouder dan het overzicht, of een van beide is veranderd",
                        herstel="Onderzoek het met: klacht audit controleer")  # fmt: skip
    return _Bron(zegel, gemaakt.nummer, tot)


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _ingevuld(rijen: Sequence[dict[str, Cel]], gebreken: list[Gebrek]) -> Iterator[_Ingevuld]:
    """What was filled in for each case that the sheet still shows, once. What cannot be read is added to `gebreken`."""
    gezien: dict[str, _Ingevuld] = {}
    for rij in rijen:
        nummer, fouten = rij[ZAAK].tekst.upper(), list(_fouten(rij))
        if not _NUMMER.fullmatch(nummer):
            if rij[OPMERKING].tekst or rij[AKKOORD].tekst:
                fouten.append(Gebrek(rij[ZAAK].adres, "hier staat geen zaaknummer, en in deze rij is iets ingevuld"))
        elif not fouten:
            vul = _Ingevuld(nummer, (rij[OPMERKING].tekst, rij[AKKOORD].tekst.casefold()), rij)
            eerder = gezien.setdefault(nummer, vul)
            if eerder.inhoud != vul.inhoud:
                waar = f"{eerder.rij[OPMERKING].adres} en {vul.rij[OPMERKING].adres}"
                fouten.append(Gebrek(waar, f"zaak {nummer} staat er tweemaal, en er is niet hetzelfde ingevuld"))
            elif any(eerder.rij[kop].tekst != rij[kop].tekst for kop in KENMERKEN if kop in rij):
                waar = f"{eerder.rij[ZAAK].adres} en {rij[ZAAK].adres}"
                fouten.append(
                    Gebrek(waar, f"zaak {nummer} staat er tweemaal, en een van beide rijen is van een andere")
                )
        gebreken += fouten
    yield from gezien.values()


def _fouten(rij: dict[str, Cel]) -> Iterator[Gebrek]:
    for cel in (rij[OPMERKING], rij[AKKOORD]):
        if cel.fout:
            yield Gebrek(cel.adres, f"hier staat {cel.fout} in plaats van tekst; zet er een ' voor")
    if not rij[AKKOORD].fout and rij[AKKOORD].tekst.casefold() not in ("", *KEUZES):
        yield Gebrek(rij[AKKOORD].adres, f"hier hoort niets te staan, of: {', '.join(KEUZES)}")


def _niet_gelezen(werkboek: Werkboek, gelezen: Gelezen) -> Iterator[str]:
    """What somebody put in it that is not read: own columns, rows and sheets, and notes at cells."""
    for kop in (k for k in gelezen.plekken if k not in _KOPPEN):
        if cel := next((rij[kop] for rij in gelezen.rijen if rij[kop].tekst or rij[kop].fout), None):
            yield f"de kolom '{kop[:40]}' (vanaf {cel.adres}) is niet van dit overzicht, en is niet gelezen."
    for cel in gelezen.zonder_kop:
        yield f"wat zonder eigen kop in {cel.adres} en eronder staat, is niet gelezen."
    if cellen := [_eerste(rij) for rij in gelezen.rijen if not _NUMMER.fullmatch(rij[ZAAK].tekst.upper())]:
        yield f"in de rij van {_opsomming(cellen)} staat geen zaaknummer; wat daar staat, is niet gelezen."
    for blad in eigen_bladen(werkboek, _BLADEN):
        yield f"het blad '{blad}' is niet van dit overzicht, en is niet gelezen."
    if cellen := notities(werkboek):
        yield f"bij {_opsomming(cellen)} staat een notitie; notities zijn niet gelezen."


def _eerste(rij: dict[str, Cel]) -> str:
    """The first cell of a row with something in it."""
    return next(cel.adres for cel in rij.values() if cel.tekst or cel.fout)


def _opsomming(cellen: Sequence[str]) -> str:
    meer = f" en nog {len(cellen) - _MEESTE} cellen" if len(cellen) > _MEESTE else ""
    return f"{', '.join(cellen[:_MEESTE])}{meer}"


# ---- against the journal ----


def _vergelijk(dossiers: Dossiers, bron: _Bron, vul: _Ingevuld) -> Nieuw | Gebrek | str | None:
    """What is new; what is wrong; that it was read before, with what to know of it; or nothing.

    Against what stood in the workbook, and what stands now: both with what was corrected.
    """
    try:
        verloop = dossiers.verloop(vul.zaak)
    except Invoerfout:
        return Gebrek(vul.rij[ZAAK].adres, f"zaak {vul.zaak} is er niet")
    toen = vouw_verloop(vul.zaak, verloop, tot=bron.tot, voor=bron.nummer + 1)
    if toen is None:
        return Gebrek(vul.rij[ZAAK].adres, f"zaak {vul.zaak} stond niet in dit overzicht")
    nr, uit_dit = _gelezen(verloop, bron)
    stond, staat = opmerking(toen) or _GEEN, opmerking(vouw_verloop(vul.zaak, verloop) or toen) or _GEEN
    if _zegt(stond, vul):
        over = f"{vul.zaak}: in dit bestand staat niets nieuws; wat er eerder uit is gelezen (nummer {nr}), blijft."
        return f"{over} {_OPNIEUW}" if nr in uit_dit and not _zegt(staat, vul) else None
    if (cel := _verschoven(toen, vul.rij)) is not None:
        return Gebrek(cel.adres, f"deze cel is overschreven, of de rij van zaak {vul.zaak} is verschoven")
    if _zegt(staat, vul):
        return ""
    if eerder := [n for n, e in uit_dit.items() if _zegt(e, vul)]:
        return f"{vul.zaak}: dit is al gelezen (nummer {eerder[-1]}); nummer {nr} blijft. {_OPNIEUW}"
    if _inhoud(staat) != _inhoud(stond) and staat.overzicht != bron.zegel:
        feit = f"bij zaak {vul.zaak} is iets anders vastgelegd dan in dit overzicht stond (nummer {nr})"
        return Gebrek(vul.rij[OPMERKING].adres, feit)
    tekst, akkoord = vul.inhoud
    wordt = OpmerkingGemaakt(klok.vandaag(), tekst, akkoord, bron.zegel)  # type: ignore[arg-type]  # checked: KEUZES
    return Nieuw(vul.zaak, vul.rij[OPMERKING].adres, staat, wordt)


def _gelezen(verloop: Sequence[Vastlegging], bron: _Bron) -> tuple[int, dict[int, OpmerkingGemaakt]]:
    """Which entry last touched the remark of a case, and what was read before from this workbook."""
    gemaakt = {v.nummer: v.gebeurtenis for v in verloop if isinstance(v.gebeurtenis, OpmerkingGemaakt)}
    verbeterd = [v.nummer for v in verloop if isinstance(v.gebeurtenis, VastleggingGecorrigeerd)
                 and v.gebeurtenis.nummer in gemaakt]  # fmt: skip
    return max((*gemaakt, *verbeterd), default=0), {n: e for n, e in gemaakt.items() if e.overzicht == bron.zegel}


def _zegt(e: OpmerkingGemaakt, vul: _Ingevuld) -> bool:
    """Whether this was filled in: as it was recorded, or as an overview shows it, with a long text cut."""
    return vul.inhoud in (_inhoud(e), (schoon(e.opmerking).strip(), e.akkoord))


def _inhoud(e: OpmerkingGemaakt) -> tuple[str, str]:
    return e.opmerking.strip(), e.akkoord


def _verschoven(toen: Zaak, rij: dict[str, Cel]) -> Cel | None:
    """The cell that says something else of this case than was written there: then the row may be another's."""
    for kop, stond in kenmerken(toen).items():
        if kop in rij and rij[kop].tekst != schoon(stond).strip():
            return rij[kop]
    return None
