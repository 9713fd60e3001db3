"""An act in a case: read, check that the procedure allows it, append, make its letters, and say what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Gebrek, Geweigerd
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.post import Gemaakt, Kladmap, Postkamer, kladmap, lees_brieven, zoek_brief
from klachtcli.secretariaat.vastleggen import voeg_toe
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.eisen import eis_inhoud
from klachtcli.zaak.naleving import in_woorden, wat_ontbreekt
from klachtcli.zaak.plichten import openstaand
from klachtcli.zaak.procedure import eis_dag, eis_toegestaan
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand, meest_urgent
from klachtcli.zaak.vervolg import Vervolg, vervolg
from klachtcli.zaak.zaak import Zaak, pas_toe

Bouw = Callable[[Zaak, Rekenaar, Schrijver], g.Gebeurtenis | Sequence[g.Gebeurtenis]]
ZONDER_REDEN = "vraagt-een-reden"


class Gedaan(NamedTuple):
    """What was recorded, which terms now stand, what follows, what stands out, and the letters made with it."""

    zaak: str
    gebeurtenis: g.Gebeurtenis
    termijnen: list[Termijnstand]
    vervolg: Vervolg
    opmerkingen: list[str]
    brieven: list[Gemaakt]
    proef: bool


def doe(
    werkmap: Werkmap,
    zaak: str,
    handeling: str,
    bouw: Bouw,
    *,
    op: date | Callable[[Zaak], date],
    toch: str | None = None,
    proef: bool = False,
) -> Gedaan:
    """Do one act on a day. Raises Geweigerd with the article where the procedure does not allow it.

    Where something that belongs before the act, or in it, is not there, it is refused unless `toch` says why all the
    same; then that is recorded with it.
    """
    with (
        kladmap(werkmap, proef=proef) as kladden,
        werkmap.journaal(schrijven=True) as journaal,
        journaal.handeling(door=wie(), proef=proef, daarna=kladden.leg_vast) as schrijver,
    ):
        dossiers, vandaag = Dossiers(journaal), schrijver.vandaag
        dossier = dossiers.zaak(zaaknummer(zaak, vandaag.year))
        rekenaar = dossiers.rekenaar(dossier)
        regel = eis_toegestaan(handeling, dossier, rekenaar.regeling)
        dag = op(dossier) if callable(op) else op
        eis_dag(dag, dossier, vandaag, regel)
        eerder = rekenaar.standen(dossier, dag)
        gebouwd = bouw(dossier, rekenaar, schrijver)
        gebeurtenissen = [gebouwd] if isinstance(gebouwd, g.Gebeurtenis) else list(gebouwd)
        mist = wat_ontbreekt(regel, gebeurtenissen, dossier, rekenaar, dag)
        for gebeurtenis in gebeurtenissen:
            eis_inhoud(gebeurtenis, dossier, rekenaar)
            voeg_toe(schrijver, dossier, gebeurtenis, dossiers)
        gemaakt, zonder_brief = _maak_brieven(regel.brieven, dossier, rekenaar, kladden, dossiers, schrijver)
        _eis_reden([*mist, *zonder_brief], regel.vindplaats, regel.id, toch, dossier, schrijver, vandaag)
        return _gedaan(gebeurtenissen[0], dossier, rekenaar, eerder, gemaakt, toch, [*mist, *zonder_brief], proef)


def leg_vast(
    werkmap: Werkmap, zaak: str, gebeurtenis: g.Gebeurtenis, *, toch: str | None = None, proef: bool = False
) -> Gedaan:
    """An act that is a plain record."""
    op: date = gebeurtenis.op  # type: ignore[union-attr]  # an act has a day
    return doe(werkmap, zaak, gebeurtenis.handeling, lambda *_: gebeurtenis, op=op, toch=toch, proef=proef)


def _maak_brieven(
    soorten: Sequence[str],
    dossier: Zaak,
    rekenaar: Rekenaar,
    kladden: Kladmap,
    dossiers: Dossiers,
    schrijver: Schrijver,
) -> tuple[list[Gemaakt], list[Gebrek]]:
    """The letters that belong to an act, each to its readers; and what keeps one of them from being made."""
    if not soorten:
        return [], []
    vandaag, lijst = schrijver.vandaag, lees_brieven(kladden.werkmap)
    postkamer = Postkamer(kladden, dossiers, schrijver, vandaag, lijst)
    gemaakt, mist = [], []
    for soort in soorten:
        for s in openstaand(dossier, rekenaar, vandaag):
            if s.regel.brief == soort and s.aan is not None:
                try:
                    gemaakt.append(postkamer.maak(zoek_brief(lijst, soort), dossier, s.aan, {}))
                except Geweigerd as fout:
                    redenen = "; ".join(f"{x.plaats}: {x.feit}" for x in fout.gebreken)
                    mist.append(
                        Gebrek(s.regel.vindplaats, f"geen brief: {fout.feit}" + (f": {redenen}" if redenen else ""))
                    )
    return gemaakt, mist


def _eis_reden(
    mist: Sequence[Gebrek],
    vindplaats: str,
    handeling: str,
    toch: str | None,
    dossier: Zaak,
    schrijver: Schrijver,
    vandaag: date,
) -> None:
    """What is lacking asks for a reason, and the reason is recorded."""
    if not mist:
        return
    if not toch:
        raise Geweigerd(
            ZONDER_REDEN,
            f"in zaak {dossier.nummer} gaat dit niet zonder reden",
            grondslag=vindplaats,
            gebreken=mist,
            herstel="Is er een goede reden om het toch te doen, geef die dan met --toch REDEN, of met --toch - vanaf "
            "standaardinvoer; zij wordt vastgelegd",
        )
    van = tuple(map(in_woorden, mist))
    afwijking = g.AfwijkingVastgelegd(vandaag, handeling, van, toch)
    schrijver.voeg_toe(dossier.nummer, afwijking)  # no term counts from it
    pas_toe(dossier, afwijking)


def _gedaan(
    gebeurtenis: g.Gebeurtenis,
    dossier: Zaak,
    rekenaar: Rekenaar,
    eerder: Sequence[Termijnstand],
    gemaakt: list[Gemaakt],
    toch: str | None,
    mist: Sequence[Gebrek],
    proef: bool,
) -> Gedaan:
    vandaag = klok.vandaag()
    standen = meest_urgent(rekenaar.standen(dossier, vandaag))
    opmerkingen = [*_opmerkingen(gebeurtenis, dossier, standen, eerder)]
    if toch:
        opmerkingen.append(_over_toch(mist))
    verder = vervolg(dossier, rekenaar, vandaag)
    return Gedaan(dossier.nummer, gebeurtenis, standen, verder, opmerkingen, gemaakt, proef)


def _over_toch(mist: Sequence[Gebrek]) -> str:
    if not mist:
        return "Alles was in orde; de reden bij --toch was niet nodig en is niet vastgelegd."
    return "Met uw reden is vastgelegd: " + "; ".join(f"{m.feit} ({m.plaats})" for m in mist) + "."


def _opmerkingen(
    gebeurtenis: g.Gebeurtenis, zaak: Zaak, standen: Sequence[Termijnstand], eerder: Sequence[Termijnstand]
) -> Iterator[str]:
    """What the act brought up: remarks on terms that were not there before, and what there is to say of the act."""
    oud = {o for s in eerder for o in s.opmerkingen}
    yield from (o for s in standen for o in s.opmerkingen if o not in oud)
    match gebeurtenis:
        case g.KlachtCompleet() if zaak.toetsing is None:
            yield f"Deze klacht is nog niet getoetst: klacht toets {zaak.nummer}"
        case g.HoorzittingGepland() | g.HoorzittingVerplaatst():
            yield from _bij_hoorzitting(gebeurtenis, standen)
        case g.AdviesVerdaagd() | g.BeslissingVerdaagd():  # also those that were there before
            termijn = "advies" if isinstance(gebeurtenis, g.AdviesVerdaagd) else "beslissing"
            yield from (o for s in standen if s.regel.id == termijn for o in s.opmerkingen if o in oud)
        case g.BemiddelingVoorgesteld() | g.BemiddelingAanvaard():
            yield "De termijnen lopen door tijdens de bemiddeling; de regeling kent geen stilstand (art. 10 lid 1)."


def _bij_hoorzitting(
    e: g.HoorzittingGepland | g.HoorzittingVerplaatst, standen: Sequence[Termijnstand]
) -> Iterator[str]:
    """What is odd about the day of a hearing: papers that had to be in before it was planned, an advice too late."""
    for s in standen:
        if s.regel.vanaf == e.anker and s.berekening.uiterlijk < e.gepland_op:
            laatste = voluit(s.berekening.uiterlijk)
            yield f"De laatste dag voor nadere stukken ({laatste}) is al voorbij; stel een latere met --stukken-tot."
        if s.regel.id == "advies" and s.status == "loopt" and e.op >= s.berekening.veilig:
            nodig = voluit(s.berekening.uiterlijk)
            yield (f"Na deze hoorzitting komt het advies niet op tijd: het is uiterlijk {nodig} nodig. "
                   f"Kies een eerdere dag, of verdaag het advies ({s.regel.vindplaats}).")  # fmt: skip
