"""Hearings (art. 11): planned, moved, called off, held, and their reports; held against the hearings of other cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from klachtcli.fouten import Geweigerd, Invoerfout, KlachtFout
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.handelingen import Gedaan, doe
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.partijen import lees_wie, noem, partijen
from klachtcli.zaak.plichten import mensen
from klachtcli.zaak.procedure import eis_dag, eis_toegestaan, eis_volgorde
from klachtcli.zaak.samenstelling import benoemingen
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak
from klachtcli.zaak.zittingen import Zitting


class Plan(NamedTuple):
    """What was asked for a hearing. `wie`: who is heard, as typed; nobody named: both parties."""

    dag: date
    stukken_tot: date | None = None
    wie: tuple[str, ...] = ()
    tijd: str | None = None
    plaats: str | None = None
    samen: bool | None = None


def plan_hoorzitting(
    werkmap: Werkmap, zaak: str, plan: Plan, *, op: date, toch: str | None = None, proef: bool = False
) -> Gedaan:
    """Set the day of a hearing, and until when papers may come in (art. 11 lid 1 and 4); planned before, it moves."""
    dag = plan.dag

    def bouw(dossier: Zaak, rekenaar: Rekenaar, _: Schrijver) -> g.Gebeurtenis:
        eis_dag(dag, dossier, max(dag, op), eis_toegestaan("plan_hoorzitting", dossier, rekenaar.regeling))
        alle = partijen(dossier.klaagschrift)
        wie = tuple(dict.fromkeys(lees_wie(w, mensen(dossier)) for w in plan.wie))
        samen = plan.samen if plan.samen is not None else (False if plan.wie or plan.tijd else None)
        deel = (plan.stukken_tot, wie, plan.tijd, plan.plaats, samen)
        gepland = next((z for z in dossier.zittingen if z.gepland and set(z.wie) == set(wie or alle)), None)
        if gepland is not None:
            return g.HoorzittingVerplaatst(dag, op, gepland.dag, *deel)
        return g.HoorzittingGepland(dag, op, *deel)

    gedaan = doe(werkmap, zaak, "plan_hoorzitting", bouw, op=op, toch=toch, proef=proef)
    return gedaan._replace(opmerkingen=[*gedaan.opmerkingen, *_botst(werkmap, gedaan.zaak, plan)])


def annuleer(
    werkmap: Werkmap,
    zaak: str,
    dag: date | None,
    wie: tuple[str, ...],
    reden: str | None,
    *,
    op: date,
    toch: str | None = None,
    proef: bool = False,
) -> Gedaan:
    """Call off a hearing that was planned."""

    def bouw(dossier: Zaak, *_: object) -> g.Gebeurtenis:
        z = _een(dossier, dag, wie)
        return g.HoorzittingGeannuleerd(op, z.dag, z.wie, reden)

    return doe(werkmap, zaak, "annuleer_hoorzitting", bouw, op=op, toch=toch, proef=proef)


def houd(
    werkmap: Werkmap,
    zaak: str,
    dag: date,
    *,
    wie: tuple[str, ...] = (),
    afwezig: tuple[str, ...] = (),
    samen: bool | None = None,
    toch: str | None = None,
    proef: bool = False,
) -> Gedaan:
    """Record who was heard on a day, together or apart, and who was invited and did not come (art. 11 lid 1 and 5).

    Without names: those for whom a hearing was planned that day.
    """

    def bouw(dossier: Zaak, *_: object) -> list[g.Gebeurtenis]:
        weg = tuple(lees_wie(w, mensen(dossier)) for w in afwezig)
        gekozen = tuple(lees_wie(w, mensen(dossier)) for w in wie)
        planning = [
            z for z in dossier.zittingen if z.gepland and z.dag == dag and (not gekozen or set(gekozen) & set(z.wie))
        ]
        if not planning and not gekozen:
            raise _geen_zitting(dossier, dag)
        uit: list[g.Gebeurtenis] = []
        for z in planning or [Zitting(dag, gekozen, 0)]:
            er = tuple(p for p in (gekozen or z.wie) if p in z.wie and p not in weg) if planning else gekozen
            niet_er = tuple(p for p in z.wie if p in weg)
            if not er:
                feit, zeg_af = f"zo is op {voluit(dag)} niemand gehoord", f"klacht hoor {dossier.nummer} --geannuleerd"
                raise Geweigerd("niemand-gehoord", feit, herstel=f"Zeg de zitting af met: {zeg_af}")
            bijeen = samen if samen is not None else bool(z.samen)
            uit.append(g.HoorzittingGehouden(dag, er, niet_er, bijeen and len(er) > 1))
        los = tuple(p for p in gekozen if not any(p in e.gehoord for e in uit if isinstance(e, g.HoorzittingGehouden)))
        if planning and los:
            uit.append(g.HoorzittingGehouden(dag, los, (), False))
        if vreemd := [p for p in weg if not any(p in z.wie for z in planning)]:
            feit = f"voor {noem(vreemd[0], dossier.klaagschrift)} was op {voluit(dag)} geen hoorzitting gepland"
            raise Geweigerd("geen-zitting", feit, herstel="Noem bij --afwezig alleen wie was uitgenodigd")
        return uit

    return doe(werkmap, zaak, "houd_hoorzitting", bouw, op=dag, toch=toch, proef=proef)


def maak_verslag(
    werkmap: Werkmap,
    zaak: str,
    van: tuple[str, ...],
    delen: g.Delen,
    reden: str | None,
    *,
    op: date,
    zitting: date | None = None,
    toch: str | None = None,
    proef: bool = False,
) -> Gedaan:
    """Record the report of a hearing, and whether the parties get it (art. 11 lid 2, 12 lid 1 and 5)."""

    def bouw(dossier: Zaak, *_: object) -> g.Gebeurtenis:
        wie = tuple(dict.fromkeys(lees_wie(w, mensen(dossier)) for w in van))
        gehouden = [z for z in dossier.zittingen if z.stand == "gehouden" and zitting in (None, z.dag)]
        passend = [z for z in gehouden if not wie or set(wie) <= set(z.wie)]
        open_ = [z for z in passend if z.zonder_verslag] or passend
        if not open_:
            namen = ", ".join(noem(w, dossier.klaagschrift) for w in wie) or "niemand"
            raise Geweigerd("niet-gehoord", f"in zaak {dossier.nummer} is geen gesprek vastgelegd met {namen}",
                            herstel=f"Eerst: klacht hoor {dossier.nummer} --gehouden DATUM")  # fmt: skip
        if len(open_) > 1 and not wie:
            raise Invoerfout("van-wie", f"er zijn {len(open_)} gesprekken; zeg met --van van wie dit verslag is")
        z = open_[-1]
        eis_volgorde("het verslag", op, "het gesprek", z.dag)
        return g.VerslagOpgemaakt(op, z.dag, wie or z.wie, delen, reden)

    return doe(werkmap, zaak, "maak_verslag", bouw, op=op, toch=toch, proef=proef)


def _een(dossier: Zaak, dag: date | None, wie: tuple[str, ...]) -> Zitting:
    """The one planned hearing that is meant. Raises Invoerfout where it is none or more than one."""
    gezocht = {lees_wie(w, mensen(dossier)) for w in wie}
    passend = [z for z in dossier.zittingen if z.gepland and dag in (None, z.dag) and gezocht <= set(z.wie)]
    if not passend:
        raise _geen_zitting(dossier, dag)
    if len(passend) > 1:
        feit = f"er zijn {len(passend)} hoorzittingen gepland: {', '.join(voluit(z.dag) for z in passend)}"
        raise Invoerfout("welke-zitting", feit, herstel="Noem de dag, of met --wie voor wie zij is")
    return passend[0]


def _geen_zitting(dossier: Zaak, dag: date | None) -> Geweigerd:
    gepland = ", ".join(voluit(z.dag) for z in dossier.zittingen if z.gepland)
    op = f" op {voluit(dag)}" if dag else ""
    feit = f"in zaak {dossier.nummer} is{op} geen hoorzitting gepland"
    herstel = f"Plan haar met: klacht hoor {dossier.nummer} DATUM, of noem met --wie wie er was"
    return Geweigerd("geen-zitting", feit + (f"; wel op {gepland}" if gepland else ""), herstel=herstel)


def _botst(werkmap: Werkmap, zaak: str, plan: Plan) -> Iterator[str]:
    """Other hearings on the same day, and members whose appointment has ended by then."""
    with suppress(KlachtFout), werkmap.journaal() as journaal:  # the hearing itself is recorded already
        dossiers = Dossiers(journaal)
        for ander in dossiers.zaken():
            if ander.nummer == zaak:
                samengesteld = ander.laatste(g.CommissieSamengesteld)
                for gebrek in benoemingen(samengesteld.leden, plan.dag) if samengesteld else ():
                    yield f"{gebrek.feit[0].upper()}{gebrek.feit[1:]} ({gebrek.plaats})."
                continue
            for z in ander.zittingen:
                if z.gepland and z.dag == plan.dag:
                    tijd = f" om {z.tijd}" if z.tijd else ""
                    yield f"Op {voluit(plan.dag)}{tijd} is er ook een hoorzitting in zaak {ander.nummer}."
