"""What belongs in an act besides the fields that the regulation's data asks for: findings with articles.

What is lacking may be done without, with a reason; what may not stands in `eisen`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from klachtcli.fouten import Gebrek
from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.partijen import partijen
from klachtcli.zaak.samenstelling import gebreken as gebreken_samenstelling
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.voorwaarden import mist_iets
from klachtcli.zaak.zaak import Zaak

# Whose articles the findings below name; under another regulation the article of the act itself stands there.
_KAMER = "tk-ongewenste-omgangsvormen"


def gebreken(e: g.Gebeurtenis, zaak: Zaak, rekenaar: Rekenaar) -> Iterable[Gebrek]:
    """All that is lacking in an act, before it is recorded."""
    kijk = _GEBREKEN.get(type(e))
    return _met_artikel(kijk(e, zaak, rekenaar), e, rekenaar.regeling) if kijk is not None else ()


def _met_artikel(gevonden: Iterable[Gebrek], e: g.Gebeurtenis, regeling: Regeling) -> Iterator[Gebrek]:
    handeling = None if regeling.id == _KAMER else regeling.zoek_handeling(e.handeling)
    for gebrek in gevonden:
        is_artikel = gebrek.plaats.startswith(("art. ", "Awb "))
        yield gebrek._replace(plaats=handeling.vindplaats) if handeling and is_artikel else gebrek


def _samenstelling(e: g.CommissieSamengesteld, zaak: Zaak, rekenaar: Rekenaar) -> Iterator[Gebrek]:
    return gebreken_samenstelling(e.leden, zaak, e.op, vorm=rekenaar.regeling.id == _KAMER)


def _betrokkene(e: g.BetrokkeneVermeld, zaak: Zaak, _: Rekenaar) -> Iterator[Gebrek]:
    if e.betrokkene in [x.betrokkene for x in zaak.van(g.BetrokkeneVermeld)]:
        yield Gebrek("betrokkene", "precies deze persoon is al vermeld")


def _compleet(_: g.KlachtCompleet, zaak: Zaak, rekenaar: Rekenaar) -> Iterator[Gebrek]:
    if mist_iets(zaak, rekenaar.regeling):
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


def _zitting(e: g.HoorzittingGepland | g.HoorzittingVerplaatst, _: Zaak, rekenaar: Rekenaar) -> Iterator[Gebrek]:
    """A hearing is held on a working day; a day made equal by besluit is one, but for the Termijnenwet."""
    vrij = rekenaar.kalender.vrij(e.op)
    if vrij and not rekenaar.kalender.gelijkgesteld(e.op):
        waarom = "" if met_weekdag(e.op).startswith(vrij) else f": {vrij.replace(')', ' Algemene termijnenwet)')}"
        yield Gebrek("hoorzitting", f"{met_weekdag(e.op)} is geen werkdag{waarom}; kies een andere dag")


def _advies(e: g.AdviesUitgebracht, zaak: Zaak, _: Rekenaar) -> Iterator[Gebrek]:
    """Art. 12 lid 5 and 7: the reports of hearings or why not, the votes, and both views where they differed."""
    advies = e.advies
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


def _beslissing(e: g.BeslissingGenomen, zaak: Zaak, _: Rekenaar) -> Iterator[Gebrek]:
    """Art. 13 lid 2; Awb 9:16 as a guideline: a decision that departs from the advice says why."""
    beslissing = e.beslissing
    if beslissing.wijkt_af and not beslissing.reden_afwijking:
        yield Gebrek(
            "Awb 9:16, als richtlijn", "de beslissing wijkt af van het advies; noem de reden (reden_afwijking)"
        )
    aantal, teksten = len(zaak.klaagschrift.aangeklaagde), len(beslissing.voor_aangeklaagde)
    if teksten not in (0, aantal):
        yield Gebrek(
            "art. 13 lid 2", f"voor_aangeklaagde heeft {teksten} teksten voor {aantal} aangeklaagden; een voor elk"
        )


def _verslag(verslag: g.VerslagOpgemaakt, _: Zaak, __: Rekenaar) -> Iterator[Gebrek]:
    """Art. 12 lid 1 and 5: what is not shared, or not whole, needs a (weighty) reason."""
    if verslag.delen != "heel" and not verslag.reden:
        hoe = "niet gedeeld" if verslag.delen == "niet" else "met weglatingen gedeeld"
        yield Gebrek("art. 12 lid 1 en 5", f"het verslag wordt {hoe}, en de reden staat er niet bij (--reden)")


_GEBREKEN: dict[type, Callable[[Any, Zaak, Rekenaar], Iterator[Gebrek]]] = {
    g.KlachtCompleet: _compleet,
    g.CommissieSamengesteld: _samenstelling,
    g.BetrokkeneVermeld: _betrokkene,
    g.HoorzittingGepland: _zitting,
    g.HoorzittingVerplaatst: _zitting,
    g.VerslagOpgemaakt: _verslag,
    g.FeitenoverzichtGesloten: _reacties,
    g.AdviesUitgebracht: _advies,
    g.BeslissingGenomen: _beslissing,
}
