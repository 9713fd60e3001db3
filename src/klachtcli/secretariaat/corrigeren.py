"""Corrections: an earlier record holds no longer, or with other values; and a closed case opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.handelingen import Gedaan, leg_vast
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.correctie import na_correctie
from klachtcli.zaak.procedure import eis_open
from klachtcli.zaak.termijnstand import Termijnstand, meest_urgent
from klachtcli.zaak.termijnteller import verschil
from klachtcli.zaak.verbetering import eis_correctie, eis_te_corrigeren, leeg
from klachtcli.zaak.vervolg import Vervolg, vervolg
from klachtcli.zaak.zaak import vouw

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
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers, vandaag = Dossiers(journaal), schrijver.vandaag
        dossier, verloop = dossiers.met_verloop(zaaknummer(zaak, vandaag.year))
        eis_open(dossier)
        reeks = [(v.nummer, v.gebeurtenis) for v in verloop]
        vroeger = eis_te_corrigeren(nummer, dossier.nummer, reeks)
        huidig = dict(na_correctie(reeks)).get(nummer, vroeger)
        wijzigt = lees(type(vroeger)) if lees else {}
        if lees and not wijzigt:  # else it would be taken out
            raise leeg(nummer)
        correctie = g.VastleggingGecorrigeerd(vandaag, nummer, reden, wijzigt)
        eis_correctie(dossier, reeks, correctie, dossiers.rekenaar(dossier), vandaag)
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


def _plek(reeks: list[tuple[int, g.Gebeurtenis]], nummer: int) -> int:
    """At which event of the case, as it now counts, an entry stands or stood."""
    return sum(nr < nummer for nr, _ in na_correctie(reeks))
