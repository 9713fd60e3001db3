"""The check of a case (art. 1, 2, 9 and 10), recorded with the versions of the rules that it used."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.instellingen.commissies import lees_fracties
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.ontvangst import klaagschriften
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import Getoetst
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.procedure import volgende
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import Bevinding, Uitkomst, toets, uitkomst

_LETTERS = re.compile(r"[^a-z ]+")


class Getoetste(NamedTuple):
    """The outcome and the findings of a check."""

    zaak: str
    uitkomst: Uitkomst
    bevindingen: tuple[Bevinding, ...]
    regeling: str
    op: date
    volgende: list[str]
    proef: bool


def toets_zaak(werkmap: Werkmap, zaak: str, *, proef: bool = False) -> Getoetste:
    """Check a case and record it."""
    vandaag = klok.vandaag()
    fracties = lees_fracties(werkmap.config)
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers = Dossiers(journaal)
        dossier = dossiers.zaak(zaaknummer(zaak, vandaag.year))
        rekenaar = dossiers.rekenaar(dossier)
        feiten = Feiten(
            dossier.klaagschrift,
            frozenset(s.bestand for s in dossier.stukken),
            rekenaar.regeling,
            rekenaar.kalender,
            fracties,
            _eerdere_zaken(dossiers, dossier.nummer, dossier.klaagschrift),
        )
        bevindingen = toets(feiten)
        uit = uitkomst(bevindingen)
        kort = tuple((b.vereiste, b.status, b.toelichting) for b in bevindingen)
        bron = dossiers.leg_regels_vast(schrijver, fracties)
        schrijver.voeg_toe(dossier.nummer, Getoetst(vandaag, uit, kort, dossier.regeling, dossier.kalender, bron))
        regeling = f"{rekenaar.regeling.naam}, versie {dossier.regeling.versie}"
        verder = volgende(dossier, rekenaar.regeling)
    return Getoetste(dossier.nummer, uit, bevindingen, regeling, vandaag, verder, proef)


def _eerdere_zaken(dossiers: Dossiers, nummer: str, k: Klaagschrift) -> tuple[str, ...]:
    """Earlier cases between the same klager and one of the same aangeklaagden, by name (art. 9 lid 5 onder b)."""
    klager, tegen = _kern(k.klager.naam), {_kern(p.naam) for p in k.aangeklaagde} - {""}
    uit = []
    for ander, vorig in klaagschriften(dossiers).items():
        if ander == nummer:
            break
        zelfde = klager and _kern(vorig.klager.naam) == klager
        if zelfde and tegen & {_kern(p.naam) for p in vorig.aangeklaagde}:
            uit.append(ander)
    return tuple(uit)


def _kern(naam: str | None) -> str:
    """What two spellings of a name share: the first letter and the last name, without accents or case."""
    plat = unicodedata.normalize("NFKD", (naam or "").casefold())
    woorden = _LETTERS.sub(" ", "".join(c for c in plat if not unicodedata.combining(c))).split()
    return f"{woorden[0][0]} {woorden[-1]}" if woorden else ""
