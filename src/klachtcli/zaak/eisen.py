"""What an act ought to hold besides the fields that the regulation's data asks for: findings with articles."""

from __future__ import annotations

from collections.abc import Iterator

from klachtcli.fouten import Gebrek, Geweigerd, Invoerfout
from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.recht.kalender import Kalender
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.partijen import lees_wie, partijen
from klachtcli.zaak.plichten import mensen, mist_iets, openstaand
from klachtcli.zaak.procedure import eis_volgorde
from klachtcli.zaak.samenstelling import gebreken as gebreken_samenstelling
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
    for partij in _genoemd(e):
        lees_wie(partij, [*mensen(zaak), *ANDEREN])
    if not bestaat(e, zaak.zittingen, partijen(zaak.klaagschrift)):
        raise Geweigerd("geen-zitting", f"de hoorzitting waar dit over gaat, is er in zaak {zaak.nummer} niet",
                        herstel=f"Bekijk ze met: klacht toon {zaak.nummer}")  # fmt: skip
    match e:
        case g.KlachtCompleet():
            eis_volgorde("compleet", e.op, "de laatste ontvangst van de klager", zaak.laatst_ontvangen)
        case g.TermijnenOpgeschort():
            eis_volgorde("de opschorting", e.op, "de instemming van de klager", e.instemming_op)
        case g.AdviesVerdaagd():
            verdaag("advies", zaak, rekenaar, Wens(e.op, None, e.tot_en_met, e.reden))
        case g.BeslissingVerdaagd():
            verdaag("beslissing", zaak, rekenaar, Wens(e.op, e.duur, e.tot_en_met, e.reden, e.instemming))
        case g.AanvullingUitgebleven():
            _eis_afgelopen(e, zaak, rekenaar)
        case g.NietOntvankelijkGeadviseerd():
            _eis_gronden(e, rekenaar)
        case g.HoorzittingGepland() | g.HoorzittingVerplaatst():
            _eis_planning(e, zaak)
        case g.FeitenoverzichtVerzonden(reactie_tot_en_met=tot) if tot is not None:
            eis_volgorde("de laatste dag voor een reactie", tot, "de verzending", e.op)
        case g.ZaakGesloten(reden=None):
            _eis_klaar(e, zaak, rekenaar)
        case g.BriefVerzonden(eigen=False):
            if not any((p.brief, p.aan) == (e.brief, e.aan) and p.op <= e.op for p in zaak.post):
                raise Geweigerd("brief-niet-gemaakt", f"op {voluit(e.op)} was er nog geen '{e.brief}' gemaakt")


def _eis_afgelopen(e: g.AanvullingUitgebleven, zaak: Zaak, rekenaar: Rekenaar) -> None:
    """Art. 9 lid 3: the klager has the last day too."""
    t = rekenaar.regeling.zoek_termijn("aanvulling")
    stand = rekenaar.stand(t, zaak, e.op) if t else None
    if stand is not None and e.op <= stand.berekening.uiterlijk:
        eis_volgorde("uitgebleven", e.op, "het einde van de termijn", stand.berekening.uiterlijk)
        raise Geweigerd("termijn-loopt-nog", "de klager heeft ook de laatste dag nog om aan te vullen",
                        grondslag=stand.regel.vindplaats)  # fmt: skip


def _eis_gronden(e: g.NietOntvankelijkGeadviseerd, rekenaar: Rekenaar) -> None:
    """Art. 10 lid 4: the grounds are requirements of the regulation."""
    bekend = [v.id for v in rekenaar.regeling.vereiste]
    for grond in e.grond:
        if grond not in bekend:
            raise Geweigerd("grond-onbekend", f"'{grond[:20]}' is geen grond van de {rekenaar.regeling.naam}",
                            herstel=f"Er zijn: {', '.join(bekend)}")  # fmt: skip


def _eis_planning(e: g.HoorzittingGepland | g.HoorzittingVerplaatst, zaak: Zaak) -> None:
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
    standen = rekenaar.standen(zaak, e.op)
    open_ = [s.regel.naam for s in standen if s.te_laat or (s.status == "loopt" and s.regel.richting == "vooruit")]
    open_ += [s.wat for s in openstaand(zaak, rekenaar, e.op) if s.regel.id != "sluit"]
    if open_:
        raise Geweigerd(
            "nog-niet-klaar",
            f"in zaak {zaak.nummer} staat nog open: {', '.join(dict.fromkeys(open_))}",
            herstel="Sluit u toch, geef dan een reden met --reden, of met --reden - vanaf standaardinvoer",
        )


def _genoemd(e: g.Gebeurtenis) -> Iterator[g.Partij]:
    """The parties that an event names."""
    for veld in ("door", "wie", "gehoord", "afwezig", "van"):
        waarde = getattr(e, veld, ())
        if not isinstance(e, g.AfwijkingVastgelegd):
            yield from [waarde] if isinstance(waarde, str) else waarde


def gebreken(e: g.Gebeurtenis, zaak: Zaak, rekenaar: Rekenaar) -> Iterator[Gebrek]:
    """All that is lacking in an act, before it is recorded."""
    match e:
        case g.AdviesUitgebracht():
            yield from _advies(e.advies, zaak)
        case g.BeslissingGenomen():
            yield from _beslissing(e.beslissing, zaak)
        case g.VerslagOpgemaakt():
            yield from _verslag(e)
        case g.CommissieSamengesteld():
            yield from gebreken_samenstelling(e.leden, zaak, e.op)
        case g.HoorzittingGepland() | g.HoorzittingVerplaatst():
            yield from _zitting(e, rekenaar.kalender)
        case g.BetrokkeneVermeld() if e.betrokkene in [x.betrokkene for x in zaak.van(g.BetrokkeneVermeld)]:
            yield Gebrek("betrokkene", "precies deze persoon is al vermeld")
        case g.FeitenoverzichtGesloten():
            yield from _reacties(e, zaak, rekenaar)
        case g.KlachtCompleet() if mist_iets(zaak, rekenaar.regeling):
            yield Gebrek("art. 9 lid 1", "de laatste toets zag dat er iets ontbrak; vraag om aanvulling, of zeg waarom "
                         "de klacht toch in behandeling wordt genomen")  # fmt: skip


def _reacties(e: g.FeitenoverzichtGesloten, zaak: Zaak, rekenaar: Rekenaar) -> Iterator[Gebrek]:
    """Art. 12 lid 1: the time to react is over, or everybody has reacted."""
    t = rekenaar.regeling.zoek_termijn("reactie_feitenoverzicht")
    stand = rekenaar.stand(t, zaak, e.op) if t else None
    sinds = zaak.sinds.get("feitenoverzicht_verzonden", 0)
    gereageerd = {x.door for x in zaak.gebeurd[sinds:] if isinstance(x, g.FeitenReactieOntvangen)}
    if stand and e.op < stand.berekening.uiterlijk and not gereageerd >= set(partijen(zaak.klaagschrift)):
        tot = voluit(stand.berekening.uiterlijk)
        yield Gebrek(stand.regel.vindplaats, f"partijen kunnen reageren tot en met {tot}, en nog niet ieder deed dat")


def _zitting(e: g.HoorzittingGepland | g.HoorzittingVerplaatst, kalender: Kalender) -> Iterator[Gebrek]:
    """A hearing is held on a working day; a day made equal by besluit is one, but for the Termijnenwet."""
    vrij = kalender.vrij(e.op)
    if vrij and not kalender.gelijkgesteld(e.op):
        waarom = "" if met_weekdag(e.op).startswith(vrij) else f": {vrij.replace(')', ' Algemene termijnenwet)')}"
        yield Gebrek("hoorzitting", f"{met_weekdag(e.op)} is geen werkdag{waarom}; kies een andere dag")


def _advies(advies: g.Advies, zaak: Zaak) -> Iterator[Gebrek]:
    """Art. 12 lid 5 and 7: the reports of hearings or why not, the votes, and both views where they differed."""
    if advies.hoorverslag is False and not advies.reden_zonder_verslag:
        yield Gebrek(
            "art. 12 lid 5", "het hoorverslag gaat niet mee, en er staat niet bij waarom (reden_zonder_verslag)"
        )
    niet_gedeeld = any(v.delen == "niet" for z in zaak.zittingen for v in z.verslag)
    if advies.hoorverslag and niet_gedeeld and not advies.reden_zonder_verslag:
        yield Gebrek("art. 12 lid 5", "een verslag wordt niet gedeeld; noem de gewichtige reden (reden_zonder_verslag)")
    if advies.voor is None:
        return
    stemmen = advies.voor + advies.tegen + advies.onthouding
    samengesteld = zaak.laatste(g.CommissieSamengesteld)
    if min(advies.voor, advies.tegen, advies.onthouding) < 0 or advies.voor == 0:
        yield Gebrek("art. 12 lid 7", f"dit is geen stemming: {advies.voor} voor, {advies.tegen} tegen")
        return
    if advies.tegen > advies.voor:
        yield Gebrek(
            "art. 12 lid 7", f"de stemming is {advies.voor} voor, {advies.tegen} tegen: dan is dit niet het advies"
        )
    if samengesteld is not None and stemmen != len(samengesteld.leden):
        yield Gebrek(
            "art. 12 lid 7", f"er zijn {stemmen} stemmen, en de commissie heeft {len(samengesteld.leden)} leden"
        )
    if advies.tegen and not (advies.meerderheid and advies.minderheid):
        yield Gebrek("art. 12 lid 7", "niet iedereen stemde voor: noem beide standpunten (meerderheid en minderheid)")


def _beslissing(beslissing: g.Beslissing, zaak: Zaak) -> Iterator[Gebrek]:
    """Art. 13 lid 2; Awb 9:16 as a guideline: a decision that departs from the advice says why."""
    if beslissing.wijkt_af and not beslissing.reden_afwijking:
        yield Gebrek(
            "Awb 9:16, als richtlijn", "de beslissing wijkt af van het advies; noem de reden (reden_afwijking)"
        )
    aantal, teksten = len(zaak.klaagschrift.aangeklaagde), len(beslissing.voor_aangeklaagde)
    if teksten not in (0, aantal):
        yield Gebrek(
            "art. 13 lid 2", f"voor_aangeklaagde heeft {teksten} teksten voor {aantal} aangeklaagden; een voor elk"
        )


def _verslag(verslag: g.VerslagOpgemaakt) -> Iterator[Gebrek]:
    """Art. 12 lid 1 and 5: what is not shared, or not whole, needs a (weighty) reason."""
    if verslag.delen != "heel" and not verslag.reden:
        hoe = "niet gedeeld" if verslag.delen == "niet" else "met weglatingen gedeeld"
        yield Gebrek("art. 12 lid 1 en 5", f"het verslag wordt {hoe}, en de reden staat er niet bij (--reden)")
