"""Acts in a case: read, check that the procedure allows it, append, and say what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Handeling
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.ontvangst import bewaar
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.klaagschrift import Aanvulling, wat_verandert
from klachtcli.zaak.procedure import eis_dag, eis_toegestaan, eis_volgorde, volgende
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand, meest_urgent
from klachtcli.zaak.verdaging import Wens, verdaag
from klachtcli.zaak.zaak import Zaak, pas_toe

Bouw = Callable[[Zaak, Rekenaar, Schrijver], g.Gebeurtenis]


class Gedaan(NamedTuple):
    """What was recorded, which terms now stand, what stands out, and the commands that come next."""

    zaak: str
    gebeurtenis: g.Gebeurtenis
    termijnen: list[Termijnstand]
    opmerkingen: list[str]
    volgende: list[str]
    proef: bool


def doe(
    werkmap: Werkmap, zaak: str, handeling: str, bouw: Bouw, *, op: date | Callable[[Zaak], date], proef: bool = False
) -> Gedaan:
    """Do one act on a day. Raises Geweigerd with the article where the procedure does not allow it."""
    vandaag = klok.vandaag()
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers = Dossiers(journaal)
        dossier = dossiers.zaak(zaaknummer(zaak, vandaag.year))
        rekenaar = dossiers.rekenaar(dossier)
        regel = eis_toegestaan(handeling, dossier, rekenaar.regeling)
        dag = op(dossier) if callable(op) else op
        eis_dag(dag, dossier, vandaag, regel)
        eerder = {s.regel.id: s for s in rekenaar.standen(dossier, dag)}
        gebeurtenis = bouw(dossier, rekenaar, schrijver)
        schrijver.voeg_toe(dossier.nummer, gebeurtenis)
        pas_toe(dossier, gebeurtenis)
        standen = meest_urgent(rekenaar.standen(dossier, vandaag))
        opmerkingen = [
            *_opmerkingen(gebeurtenis, dossier, standen, eerder, rekenaar.kalender),
            *_bij_handeling(regel, dossier),
        ]
        verder = volgende(dossier, rekenaar.regeling)
    return Gedaan(dossier.nummer, gebeurtenis, standen, opmerkingen, verder, proef)


def leg_vast(werkmap: Werkmap, zaak: str, handeling: str, gebeurtenis: g.Gebeurtenis, *, proef: bool = False) -> Gedaan:
    """An act that is a plain record."""
    op: date = gebeurtenis.op  # type: ignore[union-attr]  # an act has a day
    return doe(werkmap, zaak, handeling, lambda *_: gebeurtenis, op=op, proef=proef)


def vul_aan(
    werkmap: Werkmap,
    zaak: str,
    aanvulling: Aanvulling,
    bijlagen: Sequence[bytes],
    *,
    op: date,
    toch: bool = False,
    proef: bool = False,
) -> Gedaan:
    """Record what the klager sent later, with its attachments (art. 9 lid 3), and say what it changes."""
    verandert: list[str] = []

    def bouw(dossier: Zaak, _: Rekenaar, schrijver: Schrijver) -> g.Gebeurtenis:
        verandert.extend(wat_verandert(dossier.klaagschrift, aanvulling))
        if aanvulling in dossier.aanvullingen and not toch:
            raise Geweigerd("al-ontvangen", f"precies deze aanvulling staat al in zaak {dossier.nummer}",
                            herstel="Leg haar alleen nog eens vast als dat moet: --toch")  # fmt: skip
        stukken = bewaar(schrijver, dossier.nummer, aanvulling.bijlage, bijlagen)
        return g.AanvullingOntvangen(op, aanvulling, stukken)

    gedaan = doe(werkmap, zaak, "ontvang_aanvulling", bouw, op=op, proef=proef)
    return gedaan._replace(opmerkingen=[f"Aangevuld: {'; '.join(verandert)}.", *gedaan.opmerkingen])


def verdaag_termijn(werkmap: Werkmap, zaak: str, termijn: str, wens: Wens, *, proef: bool = False) -> Gedaan:
    """Extend the term for the advice (art. 12 lid 3) or for the decision (art. 13 lid 3)."""

    def bouw(dossier: Zaak, rekenaar: Rekenaar, _: Schrijver) -> g.Gebeurtenis:
        return verdaag(termijn, dossier, rekenaar, wens)

    return doe(werkmap, zaak, f"verdaag_{termijn}", bouw, op=wens.op, proef=proef)


def verklaar_compleet(
    werkmap: Werkmap, zaak: str, op: date | None, reden: str | None, *, proef: bool = False
) -> Gedaan:
    """Record from which day the klacht is complete: without a day, the one on which the last papers came in."""

    def dag(dossier: Zaak) -> date:
        return op or dossier.laatst_ontvangen

    def bouw(dossier: Zaak, *_: object) -> g.Gebeurtenis:
        eis_volgorde("compleet", dag(dossier), "de laatste ontvangst van de klager", dossier.laatst_ontvangen)
        return g.KlachtCompleet(dag(dossier), reden)

    return doe(werkmap, zaak, "compleet", bouw, op=dag, proef=proef)


def plan_hoorzitting(
    werkmap: Werkmap, zaak: str, dag: date, stukken_tot: date | None, *, op: date, proef: bool = False
) -> Gedaan:
    """Set the day of the hearing, and until when papers may come in (art. 11 lid 1 and 4)."""

    def bouw(dossier: Zaak, rekenaar: Rekenaar, _: Schrijver) -> g.Gebeurtenis:
        eis_dag(dag, dossier, max(dag, op), eis_toegestaan("plan_hoorzitting", dossier, rekenaar.regeling))
        if stukken_tot is not None:
            eis_volgorde("de laatste dag voor stukken", stukken_tot, "de uitnodiging", min(op, dag))
            eis_volgorde("de hoorzitting", dag, "de laatste dag voor stukken", stukken_tot)
        return g.HoorzittingGepland(dag, op, stukken_tot)

    return doe(werkmap, zaak, "plan_hoorzitting", bouw, op=op, proef=proef)


def verzend_feiten(werkmap: Werkmap, zaak: str, op: date, reactie_tot: date | None, *, proef: bool = False) -> Gedaan:
    """Record that the facts were sent to both parties, and until when they may react (art. 12 lid 1)."""

    def bouw(*_: object) -> g.Gebeurtenis:
        if reactie_tot is not None:
            eis_volgorde("de laatste dag voor een reactie", reactie_tot, "de verzending", op)
        return g.FeitenoverzichtVerzonden(op, reactie_tot)

    return doe(werkmap, zaak, "verzend_feitenoverzicht", bouw, op=op, proef=proef)


def sluit(werkmap: Werkmap, zaak: str, op: date, reden: str | None, *, proef: bool = False) -> Gedaan:
    """Close a case. Where a term still runs or has passed, a reason is asked for."""

    def bouw(dossier: Zaak, rekenaar: Rekenaar, _: Schrijver) -> g.Gebeurtenis:
        standen = rekenaar.standen(dossier, op)
        open_ = [s.regel.naam for s in standen if s.te_laat or (s.status == "loopt" and s.regel.richting == "vooruit")]
        if open_ and not reden:
            raise Geweigerd(
                "nog-niet-klaar",
                f"in zaak {dossier.nummer} staat nog open: {', '.join(open_)}",
                herstel="Sluit u toch, geef dan een reden met --reden, of met --reden - vanaf standaardinvoer",
            )
        return g.ZaakGesloten(op, reden)

    return doe(werkmap, zaak, "sluit", bouw, op=op, proef=proef)


def _opmerkingen(
    gebeurtenis: g.Gebeurtenis,
    zaak: Zaak,
    standen: list[Termijnstand],
    eerder: dict[str, Termijnstand],
    kalender: Kalender,
) -> list[str]:
    """What the act brought up: remarks on terms that were not there before, and what an extension asks for."""
    if isinstance(gebeurtenis, g.KlachtCompleet) and (getoetst := _over_toetsing(zaak)):
        return [getoetst]
    if isinstance(gebeurtenis, g.HoorzittingGepland):
        return list(_bij_hoorzitting(gebeurtenis, standen, kalender))
    if not isinstance(gebeurtenis, g.Verdaging):
        oud = {o for s in eerder.values() for o in s.opmerkingen}
        return [o for s in standen for o in s.opmerkingen if o not in oud]
    termijn = "advies" if isinstance(gebeurtenis, g.AdviesVerdaagd) else "beslissing"
    opmerkingen = [o for s in standen if s.regel.id == termijn for o in s.opmerkingen]
    return [*opmerkingen, *_na_verdaging(gebeurtenis, eerder[termijn])]


def _bij_hoorzitting(e: g.HoorzittingGepland, standen: list[Termijnstand], kalender: Kalender) -> Iterator[str]:
    """What is odd about the day of a hearing: a free day, or papers that had to be in before it was planned."""
    if vrij := kalender.vrij(e.op):
        yield f"De hoorzitting valt op {met_weekdag(e.op)}, en dat is geen werkdag: {vrij}."
    for s in standen:
        if s.regel.vanaf == e.anker and s.berekening.uiterlijk < e.gepland_op:
            laatste = voluit(s.berekening.uiterlijk)
            yield f"De laatste dag voor nadere stukken ({laatste}) is al voorbij; stel een latere met --stukken-tot."


def _over_toetsing(zaak: Zaak) -> str:
    """What the last check says to whoever calls a klacht complete; nothing where it found nothing lacking."""
    if zaak.toetsing is None:
        return f"Deze klacht is nog niet getoetst: klacht toets {zaak.nummer}"
    if zaak.toetsing.uitkomst == "aanvulling":
        return "De laatste toets zag dat er iets ontbrak; toets opnieuw, of leg uit waarom de klacht toch compleet is."
    return ""


def _bij_handeling(regel: Handeling, zaak: Zaak) -> Iterator[str]:
    """What the regulation's data says of an act: what usually comes first and is not there, and what it asks for."""
    for anker in regel.verwacht:
        if anker not in zaak.ankers:
            yield f"Niet vastgelegd is dat {ANKERS[anker].zin} ({regel.vindplaats}); leg uit waarom niet."
    if regel.daarna:
        yield regel.daarna


def _na_verdaging(gebeurtenis: g.Verdaging, vorige: Termijnstand) -> Iterator[str]:
    if vorige.status == "verstreken":
        yield f"Verdaagd op {voluit(gebeurtenis.op)}, na de laatste dag ({voluit(vorige.berekening.uiterlijk)})."
    regel = vorige.regel.verdagingsregel(vorige.verdagingen)
    if regel is not None and regel.mededelen_aan:
        yield f"Deel dit schriftelijk mee aan {' en '.join(regel.mededelen_aan)} ({regel.vindplaats})."
