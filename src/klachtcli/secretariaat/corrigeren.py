"""Corrections: an earlier record holds no longer, or with other values; and a closed case opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from klachtcli import klok
from klachtcli.fouten import Gebrek, Geweigerd, Invoerfout, KlachtFout
from klachtcli.journaal.codec import Vastlegging
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.handelingen import Gedaan, leg_vast
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.correctie import na_correctie, wijzig
from klachtcli.zaak.naleving import overtredingen
from klachtcli.zaak.procedure import eis_open
from klachtcli.zaak.termijnstand import Termijnstand, meest_urgent
from klachtcli.zaak.termijnteller import verschil
from klachtcli.zaak.vervolg import Vervolg, vervolg
from klachtcli.zaak.zaak import Zaak, vouw

# What cannot be corrected here, and what to do instead.
_ANDERS: dict[type, str] = {
    g.VastleggingGecorrigeerd: "Corrigeer de oorspronkelijke vastlegging opnieuw",
    g.ZaakGesloten: "Heropen de zaak: klacht heropen {zaak} --reden -",
    g.ZaakHeropend: "Sluit de zaak opnieuw: klacht sluit {zaak}",
    g.BriefGemaakt: "Een brief die is gemaakt, bestaat; maak een nieuwe: klacht brief {zaak}",
    g.Getoetst: "Toets opnieuw: klacht toets {zaak}",
    g.AfwijkingVastgelegd: "De reden staat vast zoals zij toen is gegeven",
}
Lees = Callable[[type[g.Gebeurtenis]], dict[str, object]]


class Gecorrigeerd(NamedTuple):
    """What was corrected, which letters went out with the old facts, and what now stands."""

    zaak: str
    nummer: int
    soort: str
    veranderd: list[str]
    brieven: list[str]
    termijnen: list[Termijnstand]
    vervolg: Vervolg
    proef: bool


def corrigeer(
    werkmap: Werkmap, zaak: str, nummer: int, lees: Lees | None, reden: str, *, proef: bool = False
) -> Gecorrigeerd:
    """Correct record `nummer` of a case: with the fields that `lees` gives for its kind, or without, take it out.

    Refused where what was recorded later would then no longer have been allowed: that is named, and comes first.
    """
    vandaag = klok.vandaag()
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers = Dossiers(journaal)
        dossier, verloop = dossiers.met_verloop(zaaknummer(zaak, vandaag.year))
        eis_open(dossier)
        vroeger = _zoek(verloop, nummer, dossier)
        reeks = [(v.nummer, v.gebeurtenis) for v in verloop]
        geldt = dict(na_correctie(reeks))
        huidig = geldt.get(nummer, vroeger)
        wijzigt = lees(type(vroeger)) if lees else {}
        if lees is None and isinstance(vroeger, g.KlaagschriftOntvangen):
            raise Geweigerd("klaagschrift-blijft", "zonder klaagschrift is er geen zaak; wijzig wat er fout aan is")
        if lees and wijzig(huidig, wijzigt) == huidig:
            raise Invoerfout("correctie-leeg", f"vastlegging {nummer} zegt dit al; er verandert niets")
        correctie = g.VastleggingGecorrigeerd(vandaag, nummer, reden, wijzigt)
        _eis_zelfde_mensen(dossier, reeks, correctie)
        _eis_daarna(dossier, reeks, correctie, dossiers, vandaag)
        nieuw = vouw(dossier.nummer, (e for _, e in na_correctie([*reeks, (verloop[-1].nummer + 1, correctie)])))
        assert nieuw is not None
        rekenaar = dossiers.rekenaar(nieuw)
        eerst = dossiers.rekenaar(dossier).dagen(dossier, vandaag)
        schrijver.voeg_toe(dossier.nummer, correctie, verschil(eerst, rekenaar.dagen(nieuw, vandaag)))
        standen = meest_urgent(rekenaar.standen(nieuw, vandaag))
        verder = vervolg(nieuw, rekenaar, vandaag)
    brieven = [p.brief for p in dossier.post if p.verzonden_op and p.nr >= _plek(reeks, nummer)]
    veranderd = [v.replace("_", " ") for v in wijzigt] or ["geldt niet meer"]
    return Gecorrigeerd(dossier.nummer, nummer, huidig.soort, veranderd, brieven, standen, verder, proef)


def heropen(werkmap: Werkmap, zaak: str, op: date, reden: str, *, proef: bool = False) -> Gedaan:
    """Open a closed case again."""
    return leg_vast(werkmap, zaak, g.ZaakHeropend(op, reden), proef=proef)


def _zoek(verloop: list[Vastlegging], nummer: int, dossier: Zaak) -> g.Gebeurtenis:
    gevonden = next((v.gebeurtenis for v in verloop if v.nummer == nummer), None)
    if gevonden is None:
        kan = ", ".join(str(v.nummer) for v in verloop if type(v.gebeurtenis) not in _ANDERS)
        feit = f"zaak {dossier.nummer} heeft geen vastlegging {nummer}; te corrigeren zijn: {kan}"
        raise Invoerfout("vastlegging-onbekend", feit,
                         herstel=f"Bekijk ze met: klacht toon {dossier.nummer}")  # fmt: skip
    if anders := _ANDERS.get(type(gevonden)):
        feit = f"vastlegging {nummer} ({gevonden.soort.replace('_', ' ')}) is niet zo te corrigeren"
        raise Geweigerd("niet-te-corrigeren", feit, herstel=anders.format(zaak=dossier.nummer))
    return gevonden


def _eis_daarna(
    dossier: Zaak,
    reeks: list[tuple[int, g.Gebeurtenis]],
    correctie: g.VastleggingGecorrigeerd,
    dossiers: Dossiers,
    vandaag: date,
) -> None:
    """What follows must still be allowed; what already was not, before the correction, is no reason to refuse it."""
    rekenaar = dossiers.rekenaar(dossier)
    eerst = overtredingen(dossier.nummer, na_correctie(reeks), rekenaar, vandaag)
    straks = overtredingen(dossier.nummer, na_correctie([*reeks, (reeks[-1][0] + 1, correctie)]), rekenaar, vandaag)
    nieuw: Mapping[int, KlachtFout] = {nr: fout for nr, fout in straks.items() if nr not in eerst}
    if nieuw:
        raise Geweigerd(
            "correctie-botst",
            f"na deze correctie klopt in zaak {dossier.nummer} iets niet meer",
            gebreken=[Gebrek(f"vastlegging {nr}", fout.feit) for nr, fout in nieuw.items()],
            herstel="Geef een waarde die wel kan"
            if correctie.nummer in nieuw
            else "Corrigeer eerst wat later is vastgelegd",
        )


def _eis_zelfde_mensen(
    dossier: Zaak, reeks: list[tuple[int, g.Gebeurtenis]], correctie: g.VastleggingGecorrigeerd
) -> None:
    """A party or somebody invited keeps the number under which letters were made: nobody gets another's place."""
    nieuw = vouw(dossier.nummer, (e for _, e in na_correctie([*reeks, (reeks[-1][0] + 1, correctie)])))
    assert nieuw is not None
    oud, nu = dossier.klaagschrift.aangeklaagde, nieuw.klaagschrift.aangeklaagde
    namen = [p.naam for p in oud]
    verschoven = any(a.naam != b.naam and b.naam in namen for a, b in zip(oud, nu, strict=False))
    eerst, straks = _genodigden(na_correctie(reeks)), _genodigden(na_correctie([*reeks, (reeks[-1][0] + 1, correctie)]))
    blijft = straks[: len(eerst)] == eerst or (straks == eerst[:-1] and not _genoemd(f"genodigde-{len(eerst)}", reeks))
    if len(nu) < len(oud) or verschoven or not blijft:
        raise Geweigerd(
            "mensen-verschuiven",
            f"na deze correctie zou iemand in zaak {dossier.nummer} de plaats van een ander krijgen, met diens brieven",
            herstel="Laat ieder op zijn eigen plaats staan, en corrigeer daar wat fout is",
        )


def _genodigden(reeks: list[tuple[int, g.Gebeurtenis]]) -> list[int]:
    """The entries of those invited, in the order that numbers them."""
    return [nr for nr, e in reeks if isinstance(e, g.BetrokkeneVermeld) and e.betrokkene.rol != "raadsman"]


def _genoemd(wie: str, reeks: list[tuple[int, g.Gebeurtenis]]) -> bool:
    """Whether some act is about this person: a hearing, an address, a letter."""
    return any(f'"{wie}"'.encode() in msgspec.json.encode(e) for _, e in reeks)


def _plek(reeks: list[tuple[int, g.Gebeurtenis]], nummer: int) -> int:
    """At which event of the case, as it now counts, an entry stands or stood."""
    return sum(nr < nummer for nr, _ in na_correctie(reeks))
