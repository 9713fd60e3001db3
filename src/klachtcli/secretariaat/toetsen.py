"""The check of a case (art. 1, 2, 9 and 10), recorded with the versions of the rules that it used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from klachtcli import klok
from klachtcli.instellingen.commissies import lees_fracties
from klachtcli.instellingen.wegwijzers import lees_wegwijzer
from klachtcli.recht.regeling import Bron
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.ontvangst import klaagschriften
from klachtcli.secretariaat.vastleggen import voeg_toe
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import Getoetst
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.namen import mogelijk_dezelfde, zelfde_mensen
from klachtcli.zaak.partijen import noem, partijen, persoon
from klachtcli.zaak.procedure import eis_open
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import Bevinding, Uitkomst, toets, uitkomst
from klachtcli.zaak.vervolg import Vervolg, vervolg
from klachtcli.zaak.verwijzing import Verwijzing, geldt_voor, verwijs


class Getoetste(NamedTuple):
    """The outcome and the findings of a check, and where else the klager may turn."""

    zaak: str
    uitkomst: Uitkomst
    bevindingen: tuple[Bevinding, ...]
    verwijzing: Verwijzing
    regeling: str
    bron: Bron
    op: date
    vervolg: Vervolg
    opmerkingen: list[str]
    proef: bool


def toets_zaak(werkmap: Werkmap, zaak: str, *, proef: bool = False) -> Getoetste:
    """Check a case and record it."""
    vandaag = klok.vandaag()
    fracties, wegwijzer = lees_fracties(werkmap.config), lees_wegwijzer(werkmap.config)
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers = Dossiers(journaal)
        dossier = dossiers.zaak(zaaknummer(zaak, vandaag.year))
        eis_open(dossier)
        rekenaar, alle = dossiers.rekenaar(dossier), klaagschriften(dossiers)
        feiten = Feiten(
            dossier.klaagschrift,
            frozenset(s.bestand for s in dossier.stukken),
            rekenaar.regeling,
            rekenaar.kalender,
            fracties,
            _eerdere_zaken(alle, dossier.nummer, dossier.klaagschrift),
        )
        bevindingen = toets(feiten)
        uit = uitkomst(bevindingen)
        kort = tuple((b.vereiste, b.status, b.toelichting) for b in bevindingen)
        van_deze = dossiers.leg_regels_vast(schrijver, wegwijzer) if geldt_voor(wegwijzer, feiten) else None
        verwijzing = verwijs(feiten, bevindingen, wegwijzer)
        gebeurtenis = Getoetst(
            vandaag, uit, kort, dossier.regeling, dossier.kalender, dossiers.leg_regels_vast(schrijver, fracties),
            feiten.eerdere_zaken, van_deze, *verwijzing,
        )  # fmt: skip
        voeg_toe(schrijver, dossier, gebeurtenis, dossiers)
        regeling = f"{rekenaar.regeling.naam}, versie {dossier.regeling.versie}"
        verder = vervolg(dossier, rekenaar, vandaag)
        opmerkingen = list(_getuige_elders(alle, dossier.nummer, dossier.klaagschrift))
    return Getoetste(
        dossier.nummer, uit, bevindingen, verwijzing, regeling, dossier.regeling, vandaag, verder, opmerkingen, proef
    )


def _getuige_elders(alle: Mapping[str, Klaagschrift], nummer: str, k: Klaagschrift) -> Iterator[str]:
    """A party who may be a witness in another case: the files and the letters of the two are kept apart."""
    for ander, k2 in alle.items():
        getuigen = [naam for x in k2.gedraging for naam in x.getuigen]
        for wie_, naam in ((noem(p, k), persoon(p, k).naam) for p in partijen(k)):
            if ander != nummer and any(mogelijk_dezelfde(naam, getuige) for getuige in getuigen):
                begin = wie_[0].upper() + wie_[1:]
                yield f"{begin} is mogelijk getuige in {ander}: houd de dossiers en de brieven gescheiden."


def _eerdere_zaken(alle: Mapping[str, Klaagschrift], nummer: str, k: Klaagschrift) -> tuple[str, ...]:
    """Earlier cases between what may be the same people, by name (art. 9 lid 5 onder b)."""
    eerder = takewhile(lambda zaak: zaak != nummer, alle)
    return tuple(zaak for zaak in eerder if zelfde_mensen(k, alle[zaak]))
