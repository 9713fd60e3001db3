"""A klaagschrift comes in (art. 9 lid 4): the case is opened under the regulation of that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.papieren import FORMULIER
from klachtcli.instellingen.regelingen import geldend, lees_regelingen
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Bron, Regeling
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.signalen import bij_ontvangst
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.correctie import Genummerd, na_correctie
from klachtcli.zaak.gebeurtenissen import KlaagschriftOntvangen, Stuk
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift
from klachtcli.zaak.termijnstand import Termijnstand, meest_urgent
from klachtcli.zaak.termijnteller import verschil
from klachtcli.zaak.vervolg import Vervolg, vervolg
from klachtcli.zaak.zaak import vouw


class Ontvangen(NamedTuple):
    """What followed from receipt: the case, the regulation that governs it, the dates, and what stands out."""

    zaak: str
    klaagschrift: Klaagschrift
    regeling: Regeling
    bron: Bron
    stukken: int
    termijnen: list[Termijnstand]
    vervolg: Vervolg
    opmerkingen: list[str]
    proef: bool


def ontvang(
    werkmap: Werkmap, k: Klaagschrift, bijlagen: Sequence[bytes], *, toch: bool = False, proef: bool = False
) -> Ontvangen:
    """Record a klaagschrift with its attachments, sealed. Raises Geweigerd where it came in before, unless `toch`."""
    vandaag = klok.vandaag()
    if k.ontvangstdag > vandaag:
        raise Geweigerd("dag-in-de-toekomst", f"de ontvangstdatum {voluit(k.ontvangstdag)} moet nog komen")
    regeling = geldende_regeling(werkmap, k.ontvangstdag)
    kalender = lees_kalender(werkmap.config / "kalender")
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers = Dossiers(journaal)
        eerder = _partijen(dossiers)
        if not toch:
            _eis_nieuw(eerder, k, _berichten(k.bijlage, bijlagen))
        nummer = schrijver.volgend_zaaknummer(k.ontvangstdag.year)
        bron = dossiers.leg_regels_vast(schrijver, regeling)
        bron_kalender = dossiers.leg_regels_vast(schrijver, kalender)
        stukken = bewaar(schrijver, nummer, k.bijlage, bijlagen)
        gebeurtenis = KlaagschriftOntvangen(k.ontvangstdag, k, bron, bron_kalender, stukken)
        zaak = vouw(nummer, [gebeurtenis])
        assert zaak is not None
        rekenaar = dossiers.rekenaar(zaak)
        schrijver.voeg_toe(nummer, gebeurtenis, verschil({}, rekenaar.dagen(zaak, vandaag)))
        standen, verder = meest_urgent(rekenaar.standen(zaak, vandaag)), vervolg(zaak, rekenaar, vandaag)
        opmerkingen = [*_opmerkingen(k), *bij_ontvangst(werkmap.config, _gevouwen(eerder), nummer, k)]
    return Ontvangen(nummer, k, regeling, bron, len(stukken), standen, verder, opmerkingen, proef)


def geldende_regeling(werkmap: Werkmap, dag: date) -> Regeling:
    """The version of the committee's regulation in force on a day. Raises Geweigerd, Onbruikbaar."""
    return geldend(lees_regelingen(werkmap.config / "regelingen", lees_commissie(werkmap.config).regeling), dag)


def bewaar(schrijver: Schrijver, zaak: str, bijlagen: Sequence[Bijlage], inhoud: Sequence[bytes]) -> tuple[Stuk, ...]:
    """Seal attachments into the journal, each as an entry of its own."""
    return tuple(
        Stuk(b.bestand, sha256(ruw).hexdigest(), len(ruw), schrijver.bewaar_stuk(zaak, ruw), b.omschrijving)
        for b, ruw in zip(bijlagen, inhoud, strict=True)
    )


def klaagschriften(dossiers: Dossiers) -> dict[str, Klaagschrift]:
    """The klaagschrift of every case, as it is now known."""
    return _gevouwen(_partijen(dossiers))


def _partijen(dossiers: Dossiers) -> dict[str, list[Genummerd]]:
    """What says who the people in each case are."""
    reeksen: dict[str, list[Genummerd]] = {}
    for v in dossiers.journaal.lees_partijen():
        reeksen.setdefault(v.zaak, []).append((v.nummer, v.gebeurtenis))
    return reeksen


def _gevouwen(reeksen: Mapping[str, list[Genummerd]]) -> dict[str, Klaagschrift]:
    zaken = ((nummer, vouw(nummer, (e for _, e in na_correctie(reeks)))) for nummer, reeks in reeksen.items())
    return {nummer: zaak.klaagschrift for nummer, zaak in zaken if zaak is not None}


def al_ontvangen(werkmap: Werkmap, bericht: bytes) -> str | None:
    """The case in which precisely this mail, or this form, came in before."""
    with werkmap.journaal() as journaal:
        return _met_bericht(_partijen(Dossiers(journaal)), {sha256(bericht).hexdigest()})


def _eis_nieuw(eerder: Mapping[str, list[Genummerd]], k: Klaagschrift, berichten: set[str]) -> None:
    for nummer, reeks in eerder.items():
        if any(isinstance(e, KlaagschriftOntvangen) and e.klaagschrift == k for _, e in reeks):
            raise _al_ontvangen("klaagschrift", nummer)
    if (nummer_ := _met_bericht(eerder, berichten)) is not None:
        raise _al_ontvangen("formulier" if FORMULIER in k.bijlage else "bericht", nummer_)


def _al_ontvangen(wat: str, nummer: str) -> Geweigerd:
    return Geweigerd(
        "al-ontvangen",
        f"precies dit {wat} is al vastgelegd als zaak {nummer}",
        herstel="Leg het alleen nog eens vast als het echt een tweede klacht is: --toch",
    )


def _met_bericht(eerder: Mapping[str, list[Genummerd]], berichten: set[str]) -> str | None:
    for nummer, reeks in eerder.items():
        stukken = (s for _, e in reeks if isinstance(e, KlaagschriftOntvangen) for s in e.stukken)
        if any(s.sha256 in berichten for s in stukken):
            return nummer
    return None


def _berichten(bijlagen: Sequence[Bijlage], inhoud: Sequence[bytes]) -> set[str]:
    """The hash of each mail and form among the papers: whatever was filled in beside it, one is one klacht."""
    return {
        sha256(ruw).hexdigest()
        for b, ruw in zip(bijlagen, inhoud, strict=True)
        if b == FORMULIER or b.bestand.lower().endswith(".eml")
    }


def _opmerkingen(k: Klaagschrift) -> list[str]:
    if k.dagtekening is None or k.dagtekening <= k.ontvangstdag:
        return []
    return [f"De dagtekening ({voluit(k.dagtekening)}) ligt na de ontvangst ({voluit(k.ontvangstdag)})."]
