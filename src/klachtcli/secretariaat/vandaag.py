"""The secretary's day: what is late, what is due, what waits for whom, and what else asks for attention."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from klachtcli.instellingen.commissies import Commissie, lees_commissie, lees_fracties
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat import sleutelloos
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.kalenderbericht import nieuwe_kalender
from klachtcli.secretariaat.ontvangst import klaagschriften
from klachtcli.secretariaat.signalen import onbesproken
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.taken import Taak, meest_urgent, taken
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.werkingssfeer import fractie_onbekend
from klachtcli.zaak.zaak import Zaak


class Afspraak(NamedTuple):
    """A hearing in the days to come."""

    zaak: str
    dag: date
    tijd: str | None
    wie: tuple[g.Partij, ...]


class Dag(NamedTuple):
    """What there is to know on a day. `meldingen`: what is no task but asks for attention, with what helps."""

    op: date
    taken: list[Taak]
    zittingen: list[Afspraak]
    meldingen: list[tuple[str, str]]


def vandaag(werkmap: Werkmap, *, op: date, dagen: int = 7, tot: date | None = None) -> Dag:
    """The day `op`, looking `dagen` ahead. `tot`: only what had happened by then."""
    commissie, fracties = lees_commissie(werkmap.config), lees_fracties(werkmap.config)
    alle: list[Taak] = []
    zittingen: list[Afspraak] = []
    meldingen: list[tuple[str, str]] = []
    laatste_zitting = op
    with werkmap.journaal() as journaal:
        meldingen += sleutelloos.meldingen(journaal)
        dossiers = Dossiers(journaal)
        zaken = list(dossiers.zaken(tot=tot))
        for zaak in zaken:
            rekenaar = dossiers.rekenaar(zaak)
            alle += taken(zaak, rekenaar, op, dagen)
            gepland = [z for z in zaak.zittingen if z.gepland and op <= z.dag <= op + timedelta(days=dagen)]
            zittingen += [Afspraak(zaak.nummer, z.dag, z.tijd, z.wie) for z in gepland]
            laatste_zitting = max([laatste_zitting, *(z.dag for z in zaak.zittingen if z.gepland)])
            meldingen += _over_zaak(zaak, rekenaar, fracties, op)
        if tot is None:
            meldingen += nieuwe_kalender(werkmap, zaken, dossiers, op)
            meldingen += onbesproken(werkmap.config, klaagschriften(dossiers), dossiers.zaak)
    meldingen += _over_benoemingen(commissie, laatste_zitting, op)
    return Dag(op, meest_urgent(alle), sorted(zittingen, key=lambda a: (a.dag, a.tijd or "")), meldingen)


def _over_zaak(zaak: Zaak, rekenaar: Rekenaar, fracties: Fracties, op: date) -> Iterator[tuple[str, str]]:
    """A fractie of which the status is unknown, days that are voorlopig, and a remark on which nothing followed."""
    feiten = Feiten(zaak.klaagschrift, frozenset(), rekenaar.regeling, rekenaar.kalender, fracties, ())
    if fractie_onbekend(feiten):
        yield (f"{zaak.nummer}: of een fractie de regeling van toepassing heeft verklaard, is niet bekend (art. 1)",
               "leg vast: klacht fracties FRACTIE --status STATUS (of vul in: config/fracties.toml)")  # fmt: skip
    voorlopig = [s.regel.naam for s in rekenaar.standen(zaak, op) if s.vraagt_aandacht and s.berekening.voorlopig]
    if voorlopig:
        grens = voluit(rekenaar.kalender.bekend_tot_en_met)
        yield (f"{zaak.nummer}: voorlopig berekend, want na {grens} is geen besluit over vrije dagen bekend: "
               f"{', '.join(voorlopig)}", f"klacht termijnen {zaak.nummer} --uitleg")  # fmt: skip
    laatste = zaak.gebeurd[-1]
    if isinstance(laatste, g.OpmerkingGemaakt) and laatste.akkoord in ("nee", "bespreken"):
        yield (f"{zaak.nummer}: de voorzitter vulde '{laatste.akkoord}' in, en daarna is niets vastgelegd",
               f"klacht toon {zaak.nummer}")  # fmt: skip


def _over_benoemingen(c: Commissie, laatste: date, op: date) -> Iterator[tuple[str, str]]:
    """Art. 6 lid 2: appointments that ended, or end before long or before the last hearing that is planned."""
    grens = c.meld_einde_benoeming.vanaf(op)
    for n, lid in enumerate(c.lid, 1):
        einde = lid.benoemd_tot_en_met
        if einde is None or einde > max(grens, laatste):
            continue
        wanneer = "eindigde" if einde < op else "eindigt"
        yield f"de benoeming van lid {n} ({lid.rol}) {wanneer} op {voluit(einde)} (art. 6 lid 2)", "klacht commissie"
