"""The extension of a term: how far and how often the regulation allows it (art. 12 lid 3, art. 13 lid 3)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from klachtcli.fouten import Geweigerd, Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.recht.duur import Duur
from klachtcli.recht.regeling import Termijn, Verdaging
from klachtcli.recht.termijn import optellen
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand
from klachtcli.zaak.zaak import Zaak


class Wens(NamedTuple):
    """What was asked: by a length or until a day, why, and whether the klager agreed in writing."""

    op: date
    duur: Duur | None = None
    tot_en_met: date | None = None
    reden: str | None = None
    instemming: bool = False


def verdaag(termijn: str, zaak: Zaak, rekenaar: Rekenaar, wens: Wens) -> g.Verdaging:
    """The event that extends a term. Raises Geweigerd with the article where the regulation does not allow it."""
    stand = _stand(termijn, zaak, rekenaar, wens.op)
    regel = _regel(stand.regel, zaak, stand)
    if regel.reden_verplicht and not wens.reden:
        raise Geweigerd("reden-ontbreekt", "deze verdaging heeft een reden nodig", grondslag=regel.vindplaats,
                        herstel="Geef haar met --reden, of met --reden - vanaf standaardinvoer")  # fmt: skip
    if regel.instemming and not wens.instemming:
        raise Geweigerd("instemming-ontbreekt", f"verder uitstel vraagt instemming van de {regel.instemming}",
                        grondslag=regel.vindplaats, herstel="Is die er, geef dan --met-instemming")  # fmt: skip
    if (wens.duur is None) == (wens.tot_en_met is None):
        raise Invoerfout("verdaging-onvolledig", 'geef óf een duur (--met "4 weken") óf een dag (--tot 2026-07-03)')
    if regel.voor_afloop and wens.op > stand.berekening.uiterlijk:
        feit = f"de termijn liep af op {voluit(stand.berekening.uiterlijk)}; verdagen kon tot en met die dag"
        raise Geweigerd("verdaging-te-laat", feit, grondslag=regel.vindplaats)
    nieuw = _nieuw_einde(stand, zaak, rekenaar, wens)
    _eis_binnen(regel, stand, zaak, rekenaar, nieuw, wens.op)
    if termijn == "advies":
        return g.AdviesVerdaagd(wens.op, nieuw, wens.reden)
    return g.BeslissingVerdaagd(wens.op, wens.reden or "", wens.duur, wens.tot_en_met, wens.instemming)


def _stand(termijn: str, zaak: Zaak, rekenaar: Rekenaar, op: date) -> Termijnstand:
    t = rekenaar.regeling.zoek_termijn(termijn)
    stand = rekenaar.stand(t, zaak, op) if t is not None else None
    if stand is None:
        raise Geweigerd("termijn-loopt-niet", f"in zaak {zaak.nummer} loopt die termijn ({termijn}) niet")
    return stand


def _regel(t: Termijn, zaak: Zaak, stand: Termijnstand) -> Verdaging:
    """Which rule covers the next extension. Raises Geweigerd where none does any more."""
    regel = t.verdagingsregel(stand.verdagingen)
    if regel is not None:
        return regel
    laatste = t.verdaging[-1] if t.verdaging else None
    if laatste is None:
        raise Geweigerd("geen-verdaging", f"de termijn '{t.naam}' kent geen verdaging", grondslag=t.vindplaats)
    hoe_vaak = "één verdaging" if laatste.aantal == 1 else f"{laatste.aantal} verdagingen"
    hoe_lang = f" van ten hoogste {laatste.maximum.woorden()}" if laatste.maximum else ""
    raise Geweigerd(
        f"{t.id}-al-verdaagd",
        f"zaak {zaak.nummer} is al verdaagd tot en met {voluit(stand.berekening.uiterlijk)}",
        grondslag=f"{laatste.vindplaats} kent {hoe_vaak}{hoe_lang}",
    )


def _nieuw_einde(stand: Termijnstand, zaak: Zaak, rekenaar: Rekenaar, wens: Wens) -> date:
    """The last day that the extension gives: the day asked for, or the term itself made longer."""
    einde = stand.berekening.uiterlijk
    if wens.tot_en_met is not None:
        nieuw = wens.tot_en_met
    else:
        assert wens.duur is not None
        nieuw = _verlengd(stand, zaak, rekenaar, wens.duur, wens.op)
    if nieuw <= einde:
        raise Geweigerd("verdaging-niet-later", f"{voluit(nieuw)} is niet later dan nu: {voluit(einde)}")
    if nieuw <= wens.op:
        raise Geweigerd("verdaging-in-verleden", f"{voluit(nieuw)} is al voorbij op {voluit(wens.op)}")
    return nieuw


def _eis_binnen(regel: Verdaging, stand: Termijnstand, zaak: Zaak, rekenaar: Rekenaar, nieuw: date, op: date) -> None:
    if regel.maximum is None:
        return
    grens = _verlengd(stand, zaak, rekenaar, regel.maximum, op)
    if nieuw > grens:
        raise Geweigerd(
            "verdaging-te-lang",
            f"verdagen kan met ten hoogste {regel.maximum.woorden()}: tot {voluit(grens)}, niet tot {voluit(nieuw)}",
            grondslag=regel.vindplaats,
        )


def _verlengd(stand: Termijnstand, zaak: Zaak, rekenaar: Rekenaar, duur: Duur, peildatum: date) -> date:
    """The bare end of the term with a length added: to the term, or to the day that an earlier extension set."""
    if stand.gesteld:
        optellen(rekenaar.lengte(stand.regel), duur)  # the same units as the term has
        return rekenaar.vanaf_dag(stand.berekening.uiterlijk, duur)
    al = rekenaar.verlenging(stand.regel, zaak, peildatum)
    return rekenaar.regel(stand.regel, duur if al is None else optellen(al, duur))[stand.berekening.vanaf].nominaal
