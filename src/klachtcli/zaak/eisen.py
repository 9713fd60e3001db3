"""What an act must keep to, whatever reason is given; what may be done without, with a reason, stands in `gebreken`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from klachtcli.fouten import Geweigerd, Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.gebeurtenissen.basis import Gebeurd
from klachtcli.zaak.partijen import lees_wie, partijen
from klachtcli.zaak.plichten import mensen, openstaand
from klachtcli.zaak.procedure import eis_volgorde
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.verdaging import Wens, verdaag
from klachtcli.zaak.zaak import Zaak
from klachtcli.zaak.zittingen import bestaat

# Who besides the parties can ask for something (art. 12 lid 4).
ANDEREN = ("commissie", "werkgever")


def eis_inhoud(e: g.Gebeurtenis, zaak: Zaak, rekenaar: Rekenaar) -> None:
    """What no reason can mend: people who are not in the case, a hearing that is not there, a day or consent amiss.

    Raises Geweigerd, or Invoerfout for a party that is not there.
    """
    if velden := _partijvelden(type(e)):
        er_zijn = [*mensen(zaak), *ANDEREN]
        for veld in velden:
            genoemd = getattr(e, veld)
            for partij in [genoemd] if isinstance(genoemd, str) else genoemd:
                lees_wie(partij, er_zijn)
    for eis in _EISEN.get(type(e), ()):
        eis(e, zaak, rekenaar)


def _eis_zitting(e: g.Gebeurtenis, zaak: Zaak, _: Rekenaar) -> None:
    if not bestaat(e, zaak.zittingen, partijen(zaak.klaagschrift)):
        raise Geweigerd("geen-zitting", f"de hoorzitting waar dit over gaat, is er in zaak {zaak.nummer} niet",
                        herstel=f"Bekijk ze met: klacht toon {zaak.nummer}")  # fmt: skip


def _eis_compleet(e: g.KlachtCompleet, zaak: Zaak, _: Rekenaar) -> None:
    eis_volgorde("compleet", e.op, "de laatste ontvangst van de klager", zaak.laatst_ontvangen)


def _eis_instemming(e: g.TermijnenOpgeschort, _: Zaak, __: Rekenaar) -> None:
    eis_volgorde("de opschorting", e.op, "de instemming van de klager", e.instemming_op)


def _eis_advies_te_verdagen(e: g.AdviesVerdaagd, zaak: Zaak, rekenaar: Rekenaar) -> None:
    verdaag("advies", zaak, rekenaar, Wens(e.op, None, e.tot_en_met, e.reden))


def _eis_beslissing_te_verdagen(e: g.BeslissingVerdaagd, zaak: Zaak, rekenaar: Rekenaar) -> None:
    verdaag("beslissing", zaak, rekenaar, Wens(e.op, e.duur, e.tot_en_met, e.reden, e.instemming))


def _eis_reactietijd(e: g.FeitenoverzichtVerzonden, _: Zaak, __: Rekenaar) -> None:
    if e.reactie_tot_en_met is not None:
        eis_volgorde("de laatste dag voor een reactie", e.reactie_tot_en_met, "de verzending", e.op)


def _eis_brief(e: g.BriefVerzonden, zaak: Zaak, _: Rekenaar) -> None:
    if not e.eigen and not any((p.brief, p.aan) == (e.brief, e.aan) and p.op <= e.op for p in zaak.post):
        raise Geweigerd("brief-niet-gemaakt", f"op {voluit(e.op)} was er nog geen '{e.brief}' gemaakt")


def _eis_afgelopen(e: g.AanvullingUitgebleven, zaak: Zaak, rekenaar: Rekenaar) -> None:
    """Art. 9 lid 3: the klager has the last day too."""
    t = rekenaar.regeling.zoek_termijn("aanvulling")
    stand = rekenaar.stand(t, zaak, e.op) if t else None
    if stand is not None and e.op <= stand.berekening.uiterlijk:
        eis_volgorde("uitgebleven", e.op, "het einde van de termijn", stand.berekening.uiterlijk)
        raise Geweigerd("termijn-loopt-nog", "de klager heeft ook de laatste dag nog om aan te vullen",
                        grondslag=stand.regel.vindplaats)  # fmt: skip


def _eis_gronden(e: g.NietOntvankelijkGeadviseerd, _: Zaak, rekenaar: Rekenaar) -> None:
    """Art. 10 lid 4: the grounds are requirements of the regulation."""
    bekend = [v.id for v in rekenaar.regeling.vereiste]
    for grond in e.grond:
        if grond not in bekend:
            raise Geweigerd("grond-onbekend", f"'{grond[:20]}' is geen grond van de {rekenaar.regeling.naam}",
                            herstel=f"Er zijn: {', '.join(bekend)}")  # fmt: skip


def _eis_planning(e: g.HoorzittingGepland | g.HoorzittingVerplaatst, zaak: Zaak, _: Rekenaar) -> None:
    """Art. 11 lid 4 and 5: papers come in before the hearing, and whoever is heard apart has an hour of his own."""
    if (tot := e.stukken_tot_en_met) is not None:
        eis_volgorde("de laatste dag voor stukken", tot, "de uitnodiging", min(e.gepland_op, e.op))
        eis_volgorde("de hoorzitting", e.op, "de laatste dag voor stukken", tot)
    if e.tijd and not e.samen and len(e.wie or partijen(zaak.klaagschrift)) > 1:
        raise Invoerfout(
            "tijd-voor-ieder",
            "bij apart horen krijgt ieder een eigen tijd",
            grondslag="art. 11 lid 5",
            herstel="Plan ieder gesprek met --wie PARTIJ en --tijd, of hoor partijen samen met --samen",
        )


def _eis_klaar(e: g.ZaakGesloten, zaak: Zaak, rekenaar: Rekenaar) -> None:
    """A case in which a term still runs or has passed, or a duty is left, is not closed without a reason."""
    if e.reden:
        return
    standen = rekenaar.standen(zaak, e.op)
    open_ = [s.regel.naam for s in standen if s.te_laat or (s.status == "loopt" and s.regel.richting == "vooruit")]
    open_ += [s.wat for s in openstaand(zaak, rekenaar, e.op) if s.regel.id != "sluit"]
    if open_:
        raise Geweigerd(
            "nog-niet-klaar",
            f"in zaak {zaak.nummer} staat nog open: {', '.join(dict.fromkeys(open_))}",
            herstel="Sluit u toch, geef dan een reden met --reden, of met --reden - vanaf standaardinvoer",
        )


@cache
def _partijvelden(soort: type[Gebeurd]) -> tuple[str, ...]:
    """The fields of an act that name parties."""
    noemen = ("door", "wie", "gehoord", "afwezig", "van") if soort.handeling else ()
    return tuple(veld for veld in noemen if veld in soort.__struct_fields__)


_EISEN: dict[type, tuple[Callable[[Any, Zaak, Rekenaar], None], ...]] = {
    g.KlachtCompleet: (_eis_compleet,),
    g.AanvullingUitgebleven: (_eis_afgelopen,),
    g.NietOntvankelijkGeadviseerd: (_eis_gronden,),
    g.TermijnenOpgeschort: (_eis_instemming,),
    g.HoorzittingGepland: (_eis_planning,),
    g.HoorzittingVerplaatst: (_eis_zitting, _eis_planning),
    g.HoorzittingGeannuleerd: (_eis_zitting,),
    g.VerslagOpgemaakt: (_eis_zitting,),
    g.FeitenoverzichtVerzonden: (_eis_reactietijd,),
    g.AdviesVerdaagd: (_eis_advies_te_verdagen,),
    g.BeslissingVerdaagd: (_eis_beslissing_te_verdagen,),
    g.ZaakGesloten: (_eis_klaar,),
    g.BriefVerzonden: (_eis_brief,),
}
