"""The check of a case (art. 1, 2, 9 and 10), recorded with the versions of the rules that it used."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.instellingen.commissies import lees_fracties
from klachtcli.recht.regeling import Bron
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.ontvangst import klaagschriften
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import Getoetst
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.procedure import eis_open, volgende
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import Bevinding, Uitkomst, toets, uitkomst

# What stands in a name without saying whose it is; letters that lose nothing but their stroke.
_WEGLATEN = frozenset({
    "mr", "drs", "dr", "ir", "ing", "prof", "mevrouw", "mevr", "mw", "heer", "dhr",
    "de", "den", "der", "het", "ten", "ter", "van", "von", "el", "al", "bin",
})  # fmt: skip
_PLAT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


class Getoetste(NamedTuple):
    """The outcome and the findings of a check."""

    zaak: str
    uitkomst: Uitkomst
    bevindingen: tuple[Bevinding, ...]
    regeling: str
    bron: Bron
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
        eis_open(dossier)
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
    return Getoetste(dossier.nummer, uit, bevindingen, regeling, dossier.regeling, vandaag, verder, proef)


def _eerdere_zaken(dossiers: Dossiers, nummer: str, k: Klaagschrift) -> tuple[str, ...]:
    """Earlier cases between what may be the same people, by name (art. 9 lid 5 onder b); one too many is cheap."""
    uit = []
    for ander, vorig in klaagschriften(dossiers).items():
        if ander == nummer:
            break
        paren = ((nu.naam, toen.naam) for nu in k.aangeklaagde for toen in vorig.aangeklaagde)
        if _mogelijk_dezelfde(k.klager.naam, vorig.klager.naam) and any(_mogelijk_dezelfde(*paar) for paar in paren):
            uit.append(ander)
    return tuple(uit)


def _mogelijk_dezelfde(een: str | None, ander: str | None) -> bool:
    """Whether two names share a part that says whose they are, and their initials do not contradict it."""
    (delen, letters), (delen_, letters_) = _delen(een), _delen(ander)
    return bool(delen & delen_) and (not letters or not letters_ or bool(letters & letters_))


def _delen(naam: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The parts of a name without accents, case, titles and prefixes; and apart from them its initials."""
    plat = unicodedata.normalize("NFKD", (naam or "").casefold().translate(_PLAT))
    letters = "".join(c if c.isalpha() else " " for c in plat if not unicodedata.combining(c)).split()
    delen = frozenset(d for d in letters if len(d) > 1 and d not in _WEGLATEN)
    return delen or frozenset(letters), frozenset(d for d in letters if len(d) == 1)
