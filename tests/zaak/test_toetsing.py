"""The check of a klaagschrift, article by article: what is there, what is not, and never a verdict.

A row reads: requirement, what is so, the facts (changes to a complete klaagschrift received on 24 April 2026), what
each finding of that requirement says, the outcome of the whole check, words it must hold, and why.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import msgspec
import pytest

from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.fracties import Fractie, Fracties
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import Bevinding, toets, uitkomst

Toetser = Callable[..., tuple[Bevinding, ...]]


class Geval(NamedTuple):
    """One row. `stukken`, `fracties` and `eerdere_zaken` stand among the facts under those names."""

    vereiste: str
    naam: str
    feiten: dict[str, Any]
    verwacht: str
    uitkomst: str
    zegt: str = ""
    waarom: str = ""


def _klager(**velden: Any) -> dict[str, Any]:
    return {"klager": velden}


def _gedraging(**velden: Any) -> dict[str, Any]:
    return {"gedraging": [velden]}


def _wanneer(*dagen: str | None, op: str = "2026-04-24") -> dict[str, Any]:
    return {"ontvangen_op": op, "gedraging": [{"wanneer": dag} for dag in dagen]}


def _tegen(*namen: str | None) -> dict[str, Any]:
    return {"aangeklaagde": [{"naam": naam, "hoedanigheid": "ambtenaar"} for naam in namen]}


def _vraag(**antwoord: bool | None) -> dict[str, Any]:
    return {"procedures": antwoord}


ARTIKEL_9_1 = [
    Geval("9.1.a", "alles staat erin", {}, "voldaan", "compleet", "is beschreven"),
    Geval("9.1.a", "geen gedraging", {"gedraging": []}, "ontbreekt", "aanvulling", "geen gedraging"),
    Geval("9.1.a", "geen categorie", _gedraging(categorie=None), "ontbreekt", "aanvulling", "mist de categorie"),
    Geval("9.1.a", "geen omschrijving", _gedraging(omschrijving=None), "ontbreekt", "aanvulling", "de omschrijving"),
    Geval("9.1.a", "alleen spaties", _gedraging(omschrijving=" \n"), "ontbreekt", "aanvulling", "de omschrijving",
          "wit is geen tekst"),
    Geval("9.1.a", "geen plaats", _gedraging(waar=None), "ontbreekt", "aanvulling", "waar het gebeurde"),
    Geval("9.1.a", "geen tijd", _gedraging(wanneer=None), "ontbreekt", "aanvulling", "wanneer het gebeurde"),
    Geval("9.1.a", "vier dingen niet", _gedraging(categorie=None, omschrijving=None, waar=None, wanneer=None),
          "ontbreekt", "aanvulling", "de categorie, de omschrijving, waar het gebeurde en wanneer het gebeurde"),
    Geval("9.1.a", "geen getuigen", _gedraging(getuigen=()), "voldaan", "compleet", "",
          "getuigen alleen 'indien van toepassing'"),
    Geval("9.1.a", "anders", _gedraging(categorie="anders"), "voldaan", "compleet", "",
          "een categorie leidt nooit vanzelf tot afwijzing (art. 2 onder h)"),
    Geval("9.1.a", "discriminatie", _gedraging(categorie="discriminatie"), "voldaan", "compleet", "", "idem"),
    Geval("9.1.a", "stalken", _gedraging(categorie="stalken"), "voldaan", "compleet", "", "idem"),
    Geval("9.1.a", "extremisme", _gedraging(categorie="extremisme"), "voldaan", "compleet", "", "idem"),
    Geval("9.1.a", "de tweede zonder plaats", {"gedraging": [{}, {"waar": None}]}, "voldaan ontbreekt", "aanvulling",
          "Gedraging 2 mist waar", "elke gedraging telt"),
    Geval("9.1.b", "naam, adres en functie", {}, "voldaan", "compleet", "de naam"),
    Geval("9.1.b", "geen adres", _klager(adres=None), "ontbreekt", "aanvulling", "het adres"),
    Geval("9.1.b", "geen postcode", _klager(postcode=None), "voldaan", "compleet",
          "Van de klager is bekend: de naam, het adres, de woonplaats en de functie.",
          "art. 9 vraagt een adres; zonder postcode komt een brief ook aan"),
    Geval("9.1.b", "wel plaats, geen adres en postcode", _klager(adres=None, postcode=None), "ontbreekt", "aanvulling",
          "Van de klager ontbreekt het adres.", "van de postcode wordt niets gezegd"),
    Geval("9.1.b", "geen plaats", _klager(plaats=None), "ontbreekt", "aanvulling", "de woonplaats", "idem"),
    Geval("9.1.b", "geen functie", _klager(functie=None), "ontbreekt", "aanvulling", "de functie"),
    Geval("9.1.b", "lege functie", _klager(functie=" "), "ontbreekt", "aanvulling", "de functie"),
    Geval("9.1.b", "geen naam", _klager(naam=None), "ontbreekt", "weigeringsgrond", "de naam",
          "dan is de klacht ook anoniem: art. 9 lid 5 onder g"),
    Geval("9.1.b", "geen e-mail of telefoon", _klager(email=None, telefoon=None), "voldaan", "compleet", "",
          "die vraagt art. 9 niet"),
    Geval("9.1.c", "een naam", {}, "voldaan", "compleet", "De aangeklaagde is genoemd"),
    Geval("9.1.c", "niemand genoemd", {"aangeklaagde": []}, "ontbreekt", "aanvulling", "geen aangeklaagde"),
    Geval("9.1.c", "geen naam", _tegen(None), "ontbreekt", "aanvulling", "ontbreekt de naam"),
    Geval("9.1.c", "een lege naam", _tegen("  "), "ontbreekt", "aanvulling", "ontbreekt de naam"),
    Geval("9.1.c", "twee namen", _tegen("P. de Wit", "R. Dekker"), "voldaan voldaan", "compleet", "Aangeklaagde 2 is"),
    Geval("9.1.c", "de tweede zonder naam", _tegen("P. de Wit", None), "voldaan ontbreekt", "aanvulling",
          "Van aangeklaagde 2 ontbreekt", "de namen van alle aangeklaagden"),
    Geval("9.1.c", "een omschrijving", _tegen("iemand van de beveiliging, kaal"), "te_beoordelen", "te_beoordelen",
          "lijkt een omschrijving", "of dat een naam is, ziet een mens"),
    Geval("9.1.c", "onbekend", _tegen("Onbekend"), "te_beoordelen", "te_beoordelen", "lijkt een omschrijving"),
    Geval("9.1.c", "mijn chef", _tegen("mijn leidinggevende"), "te_beoordelen", "te_beoordelen", "lijkt een"),
    Geval("9.1.c", "een naam met N.", _tegen("N. Nijhof"), "voldaan", "compleet"),
    Geval("9.1.c", "een naam als Eenhoorn", _tegen("Eenhoorn"), "voldaan", "compleet"),
    Geval("9.1.d", "een stap", {}, "voldaan", "compleet", "zijn beschreven"),
    Geval("9.1.d", "geen stappen", {"stap": [], "geen_stappen": True}, "voldaan", "compleet", "geldig antwoord",
          "art. 3 laat de klager vrij"),
    Geval("9.1.d", "niets gezegd", {"stap": []}, "ontbreekt", "aanvulling", "of dat er geen waren"),
    Geval("9.1.d", "'geen_stappen = false' alleen", {"stap": [], "geen_stappen": False}, "ontbreekt", "aanvulling"),
    Geval("9.1.d", "een stap zonder omschrijving", {"stap": [{"wanneer": "2026-02"}]}, "ontbreekt", "aanvulling"),
    Geval("9.1.e", "ondertekend en gedagtekend", {}, "voldaan", "compleet", "de ondertekening en de dagtekening"),
    Geval("9.1.e", "niet ondertekend", {"ondertekend": False}, "ontbreekt", "aanvulling", "de ondertekening"),
    Geval("9.1.e", "ondertekend: niet bekend", {"ondertekend": None}, "ontbreekt", "aanvulling", "de ondertekening"),
    Geval("9.1.e", "geen datum", {"dagtekening": None}, "ontbreekt", "aanvulling", "ontbreekt de dagtekening"),
    Geval("9.1.e", "geen van beide", {"ondertekend": False, "dagtekening": None}, "ontbreekt", "aanvulling",
          "de ondertekening en de dagtekening"),
]  # fmt: skip


def _stap(*stukken: str) -> dict[str, Any]:
    return {"stap": [{"omschrijving": "Een mail aan het afdelingshoofd", "stukken": stukken}]}


ARTIKEL_9_2 = [
    Geval("9.2", "geen stukken genoemd", {}, "nvt", "compleet", "geen stukken genoemd"),
    Geval("9.2", "genoemd en overgelegd", _stap("mail.pdf") | {"stukken": {"mail.pdf"}}, "voldaan", "compleet",
         "1 van"),
    Geval("9.2", "genoemd, niet overgelegd", _stap("mail.pdf"), "ontbreekt", "aanvulling", "is er 1 niet overgelegd"),
    Geval("9.2", "een van drie", _stap("a.pdf", "b.pdf", "c.pdf") | {"stukken": {"b.pdf"}}, "ontbreekt", "aanvulling",
          "Van de 3 genoemde stukken zijn er 2 niet"),
    Geval("9.2", "een ander stuk dan genoemd", _stap("a.pdf") | {"stukken": {"b.pdf"}}, "ontbreekt", "aanvulling"),
    Geval("9.2", "meer dan genoemd", _stap("a.pdf") | {"stukken": {"a.pdf", "b.pdf"}}, "voldaan", "compleet"),
]  # fmt: skip

FRACTIE = _klager(hoedanigheid="fractiemedewerker", onderdeel="Fractie Voorbeeld")
AANGESLOTEN = {"fracties": [("Fractie Voorbeeld", "van toepassing", "2020-01-01", None)]}
ARTIKEL_9_5 = [
    Geval("9.5.b", "nee", _vraag(eerder_beoordeeld=False), "voldaan", "compleet", "Volgens het klaagschrift niet"),
    Geval("9.5.b", "niet gevraagd", _vraag(eerder_beoordeeld=None), "te_beoordelen", "te_beoordelen",
         "Nog niet gevraagd",
          "niet gevraagd is iets anders dan nee"),
    Geval("9.5.b", "ja", _vraag(eerder_beoordeeld=True), "te_beoordelen", "weigeringsgrond", "al eens beoordeeld"),
    Geval("9.5.b", "een eerdere zaak", {"eerdere_zaken": ("K2025-004",)}, "te_beoordelen", "te_beoordelen",
          "Er is al een zaak tussen mogelijk dezelfde mensen: K2025-004. Vergelijk de klachten.",
          "of het dezelfde klacht is, ziet de commissie"),
    Geval("9.5.b", "twee eerdere zaken", {"eerdere_zaken": ("K2024-001", "K2025-004")}, "te_beoordelen",
          "te_beoordelen", "K2024-001, K2025-004"),
    Geval("9.5.b", "een eerdere zaak, en ja", {"eerdere_zaken": ("K2025-004",)} | _vraag(eerder_beoordeeld=True),
          "te_beoordelen te_beoordelen", "weigeringsgrond", "K2025-004"),
    Geval("9.5.c", "nee", _vraag(cao_procedure=False), "voldaan", "compleet", "cao Rijk"),
    Geval("9.5.c", "niet gevraagd, ambtenaar", _vraag(cao_procedure=None), "te_beoordelen", "te_beoordelen"),
    Geval("9.5.c", "ja", _vraag(cao_procedure=True), "te_beoordelen", "weigeringsgrond", "hoofdstuk 13"),
    Geval("9.5.c", "niet gevraagd, ingehuurd", _vraag(cao_procedure=None) | _klager(hoedanigheid="ingehuurd"), "nvt",
          "compleet", "alleen voor: ambtenaar", "de cao Rijk geldt alleen voor ambtenaren"),
    Geval("9.5.c", "niet gevraagd, fractie", _vraag(cao_procedure=None) | FRACTIE | AANGESLOTEN, "nvt", "compleet"),
    Geval("9.5.c", "ja, ingehuurd", _vraag(cao_procedure=True) | _klager(hoedanigheid="ingehuurd"), "te_beoordelen",
          "weigeringsgrond", "", "een gegeven antwoord verdwijnt nooit"),
    Geval("9.5.c", "hoedanigheid onbekend", _vraag(cao_procedure=None) | _klager(hoedanigheid=None), "te_beoordelen",
          "te_beoordelen", "Nog niet gevraagd"),
    Geval("9.5.d", "nee", _vraag(rechter=False), "voldaan", "compleet", "rechter"),
    Geval("9.5.d", "niet gevraagd", _vraag(rechter=None), "te_beoordelen", "te_beoordelen", "Nog niet gevraagd"),
    Geval("9.5.d", "ja", _vraag(rechter=True), "te_beoordelen", "weigeringsgrond", "rechter"),
    Geval("9.5.e", "nee", _vraag(strafzaak=False), "voldaan", "compleet", "opsporingsonderzoek"),
    Geval("9.5.e", "niet gevraagd", _vraag(strafzaak=None), "te_beoordelen", "te_beoordelen", "Nog niet gevraagd"),
    Geval("9.5.e", "ja", _vraag(strafzaak=True), "te_beoordelen", "weigeringsgrond", "opsporingsonderzoek"),
    Geval("9.5.f", "altijd", {}, "nvt", "compleet", "het oordeel is aan de commissie",
         "over gewicht zegt geen feit iets"),
    Geval("9.5.g", "een naam", {}, "voldaan", "compleet", "een naam opgegeven"),
    Geval("9.5.g", "geen naam", _klager(naam=None), "te_beoordelen", "weigeringsgrond", "noemt geen naam"),
    Geval("9.5.g", "een lege naam", _klager(naam=" "), "te_beoordelen", "weigeringsgrond", "noemt geen naam"),
]  # fmt: skip

ARTIKEL_10_2 = [
    Geval("10.2", "drie maanden geleden", _wanneer("2026-01-15"), "voldaan", "compleet", "ligt erbinnen"),
    Geval("10.2", "op de dag van ontvangst", _wanneer("2026-04-24"), "voldaan", "compleet"),
    Geval("10.2", "precies een jaar", _wanneer("2025-04-24"), "voldaan", "compleet", "van 24 april 2025 tot en met 24",
          "de eerste dag hoort erbij"),
    Geval("10.2", "een jaar en een dag", _wanneer("2025-04-23"), "ontbreekt", "weigeringsgrond", "vóór de jaartermijn"),
    Geval("10.2", "een dag na ontvangst", _wanneer("2026-04-25"), "te_beoordelen", "te_beoordelen", "na de ontvangst",
          "een gedraging na het klaagschrift is een schrijffout of iets anders"),
    Geval("10.2", "niet bekend wanneer", _wanneer(None), "te_beoordelen", "aanvulling", "niet bekend wanneer"),
    Geval("10.2", "geen gedraging", {"gedraging": []}, "te_beoordelen", "aanvulling", "geen gedraging met een datum"),
    Geval("10.2", "de maand erna", _wanneer("2025-05"), "voldaan", "compleet"),
    Geval("10.2", "de maand van de grens", _wanneer("2025-04"), "te_beoordelen", "te_beoordelen",
          "aan beide kanten van 24 april 2025"),
    Geval("10.2", "de maand ervoor", _wanneer("2025-03"), "ontbreekt", "weigeringsgrond"),
    Geval("10.2", "de maand van ontvangst", _wanneer("2026-04"), "voldaan", "compleet", "",
          "wat na 24 april kan liggen, was er nog niet"),
    Geval("10.2", "dit jaar", _wanneer("2026"), "voldaan", "compleet"),
    Geval("10.2", "vorig jaar", _wanneer("2025"), "te_beoordelen", "te_beoordelen", "aan beide kanten"),
    Geval("10.2", "twee jaar terug", _wanneer("2024"), "ontbreekt", "weigeringsgrond"),
    Geval("10.2", "een periode erbinnen", _wanneer("2025-11-01/2026-02"), "voldaan", "compleet"),
    Geval("10.2", "een periode over de grens", _wanneer("2025-02/2025-09"), "te_beoordelen", "te_beoordelen"),
    Geval("10.2", "een periode tot op de grens", _wanneer("2025-02/2025-04-24"), "te_beoordelen", "te_beoordelen"),
    Geval("10.2", "een periode tot de dag ervoor", _wanneer("2025-02/2025-04-23"), "ontbreekt", "weigeringsgrond"),
    Geval("10.2", "een periode vanaf de grens", _wanneer("2025-04-24/2025-09"), "voldaan", "compleet"),
    Geval("10.2", "een oude en een nieuwe", _wanneer("2024-11", "2026-01-15"), "voldaan", "compleet",
          "gedraging 1 (2024-11) ligt vóór de jaartermijn en telt als context".capitalize(),
          "de laatste gedraging telt; wat ouder is, is context"),
    Geval("10.2", "volgorde maakt niet uit", _wanneer("2026-01-15", "2024-11"), "voldaan", "compleet",
         "gedraging 2 (2024"),
    Geval("10.2", "twee oude", _wanneer("2024-11", "2025-01-10"), "ontbreekt", "weigeringsgrond"),
    Geval("10.2", "een oude en een onzekere", _wanneer("2024-11", "2025-04"), "te_beoordelen", "te_beoordelen"),
    Geval("10.2", "een oude en een zonder datum", _wanneer("2024-11", None), "te_beoordelen", "aanvulling"),
    Geval("10.2", "een goede en een zonder datum", _wanneer("2026-01-15", None), "voldaan", "aanvulling"),
    Geval("10.2", "schrikkeldag: precies een jaar", _wanneer("2023-02-28", op="2024-02-29"), "te_beoordelen",
          "te_beoordelen", "", "heen en terug geven een andere dag: een mens beslist"),
    Geval("10.2", "schrikkeldag: een dag later", _wanneer("2023-03-01", op="2024-02-29"), "voldaan", "compleet"),
    Geval("10.2", "schrikkeldag: een dag eerder", _wanneer("2023-02-27", op="2024-02-29"), "ontbreekt",
          "weigeringsgrond"),
    Geval("10.2", "gedraging op 29 februari, op tijd", _wanneer("2024-02-29", op="2025-02-28"), "voldaan", "compleet"),
    Geval("10.2", "gedraging op 29 februari, te laat", _wanneer("2024-02-29", op="2025-03-01"), "ontbreekt",
          "weigeringsgrond"),
    Geval("10.2", "begin op zondag", _wanneer("2025-03-02", op="2026-03-02"), "voldaan", "compleet", "van 2 maart 2025",
          "terugrekenen verschuift nooit (Algemene termijnenwet art. 1 lid 2)"),
    Geval("10.2", "dag voor die zondag", _wanneer("2025-03-01", op="2026-03-02"), "ontbreekt", "weigeringsgrond"),
    Geval("10.2", "begin op Kerstmis", _wanneer("2025-12-25", op="2026-12-25"), "voldaan", "compleet",
          "van 25 december 2025", "idem"),
    Geval("10.2", "dag voor die Kerstmis", _wanneer("2025-12-24", op="2026-12-25"), "ontbreekt", "weigeringsgrond"),
    Geval("10.2", "een minuut voor middernacht", _wanneer("2025-03-01", op="2026-03-01T23:59:30+01:00"), "voldaan",
          "compleet", "", "een mail van 23:59 kwam die dag binnen"),
]  # fmt: skip


def _rol(rol: str, hoedanigheid: str | None) -> dict[str, Any]:
    bij_fractie = hoedanigheid == "fractiemedewerker"
    velden = {"hoedanigheid": hoedanigheid, "onderdeel": "Fractie Voorbeeld" if bij_fractie else "Stafdienst"}
    meer = AANGESLOTEN if bij_fractie else {}
    return meer | ({"klager": velden} if rol == "klager" else {"aangeklaagde": [{"naam": "P. de Wit"} | velden]})


WERKINGSSFEER = [
    Geval(vereiste, f"{rol}: {hoedanigheid or 'niet bekend'}", _rol(rol, hoedanigheid), status, uit, zegt, waarom)
    for vereiste, rol in (("2.c", "klager"), ("2.j", "aangeklaagde"))
    for hoedanigheid, status, uit, zegt, waarom in (
        ("ambtenaar", "voldaan", "compleet", "ambtelijke organisatie", ""),
        ("fractiemedewerker", "voldaan", "compleet", "art. 1", "hier: de fractie is aangesloten"),
        ("kamerlid", "ontbreekt", "weigeringsgrond", "geen medewerker", "buiten de regeling"),
        ("ingehuurd", "voldaan", "compleet", "opdracht, detachering", "art. 2 onder d"),
        ("stagiair", "te_beoordelen", "te_beoordelen", "stagiairs", "art. 2 onder d zwijgt"),
        ("oud-medewerker", "voldaan", "compleet", "heeft gewerkt", "'of heeft verricht' (art. 2 onder d)"),
        ("derde", "te_beoordelen", "te_beoordelen", "iedereen", "art. 3 en art. 2 onder c spreken elkaar tegen"),
        (None, "te_beoordelen", "te_beoordelen", "niet bekend in welke hoedanigheid", ""),
    )
]


def _twee(eerste: str, tweede: str) -> dict[str, Any]:
    return {"aangeklaagde": [{"naam": "P. de Wit", "hoedanigheid": eerste}, {"naam": "H. Mol", "hoedanigheid": tweede}]}


WERKINGSSFEER += [
    Geval("2.j", "een van twee is Kamerlid", _twee("ambtenaar", "kamerlid"), "voldaan te_beoordelen", "te_beoordelen",
          "Aangeklaagde 2 (kamerlid)", "over de ander blijft de klacht staan"),
    Geval("2.j", "beiden zijn Kamerlid", _twee("kamerlid", "kamerlid"), "ontbreekt ontbreekt", "weigeringsgrond"),
    Geval("2.j", "een Kamerlid en een derde", _twee("kamerlid", "derde"), "te_beoordelen te_beoordelen",
         "te_beoordelen"),
]  # fmt: skip


def _bekend(*vermeldingen: tuple[str, str, str, str | None]) -> dict[str, Any]:
    return FRACTIE | _vraag(cao_procedure=None) | {"fracties": list(vermeldingen)}


V = "Fractie Voorbeeld"
FRACTIES = [
    Geval("1", "niemand van een fractie", {}, "nvt", "compleet", "Niemand"),
    Geval("1", "van toepassing", _bekend((V, "van toepassing", "2024-01-01", None)), "voldaan", "compleet",
          "van toepassing op 24 april 2026"),
    Geval("1", "eigen regeling", _bekend((V, "eigen regeling", "2024-01-01", None)), "te_beoordelen", "weigeringsgrond",
          "eigen regeling op 24 april 2026"),
    Geval("1", "niet van toepassing", _bekend((V, "niet van toepassing", "2024-01-01", None)), "te_beoordelen",
          "weigeringsgrond", "niet van toepassing op"),
    Geval("1", "niet bekend", _bekend(), "te_beoordelen", "te_beoordelen", "is niet bekend",
          "onbekend is iets anders dan nee"),
    Geval("1", "een andere fractie is bekend", _bekend(("Fractie Anders", "van toepassing", "2024-01-01", None)),
          "te_beoordelen", "te_beoordelen", "is niet bekend"),
    Geval("1", "gisteren afgelopen", _bekend((V, "van toepassing", "2024-01-01", "2026-04-23")), "te_beoordelen",
          "te_beoordelen", "is niet bekend", "de dag van ontvangst telt"),
    Geval("1", "vandaag de laatste dag", _bekend((V, "van toepassing", "2024-01-01", "2026-04-24")), "voldaan",
          "compleet", "", "tot en met hoort erbij"),
    Geval("1", "vandaag de eerste dag", _bekend((V, "van toepassing", "2026-04-24", None)), "te_beoordelen",
          "te_beoordelen", "welke dag beslist", "op de dag van de gedraging was nog niets bekend"),
    Geval("1", "morgen de eerste dag", _bekend((V, "van toepassing", "2026-04-25", None)), "te_beoordelen",
          "te_beoordelen", "is niet bekend"),
    Geval("1", "bij de gedraging nog niet", _bekend((V, "niet van toepassing", "2020-01-01", "2026-01-31"),
                                                    (V, "van toepassing", "2026-02-01", None)),
          "te_beoordelen", "te_beoordelen", "welke dag beslist", "artikel 1 kent geen peildatum"),
    Geval("1", "anders geschreven", _bekend(("VOORBEELD", "van toepassing", "2024-01-01", None)), "voldaan",
         "compleet"),
    Geval("1", "ook de aangeklaagde", _bekend((V, "van toepassing", "2024-01-01", None)) | {
        "aangeklaagde": [{"naam": "P. de Wit", "hoedanigheid": "fractiemedewerker", "onderdeel": "Fractie Anders"}]},
          "voldaan te_beoordelen", "te_beoordelen", "de fractie van de aangeklaagde"),
    Geval("1", "de fractie is niet genoemd", _klager(hoedanigheid="fractiemedewerker", onderdeel=None) | AANGESLOTEN
          | _vraag(cao_procedure=None), "te_beoordelen", "te_beoordelen", "is niet bekend"),
]  # fmt: skip

UITKOMSTEN = [
    ("niets aan de hand", {}, "compleet"),
    ("er ontbreekt iets", {"ondertekend": False}, "aanvulling"),
    ("iets is onzeker", _klager(hoedanigheid="stagiair"), "te_beoordelen"),
    ("iets ontbreekt en iets is onzeker", {"ondertekend": False} | _klager(hoedanigheid="stagiair"), "aanvulling"),
    ("een grond", _vraag(strafzaak=True), "weigeringsgrond"),
    ("een grond, en er ontbreekt iets", _vraag(strafzaak=True) | {"ondertekend": False}, "weigeringsgrond"),
    ("een grond, iets ontbreekt, iets is onzeker",
     _vraag(strafzaak=True) | {"ondertekend": False} | _klager(hoedanigheid="stagiair"), "weigeringsgrond"),
]  # fmt: skip

GEVALLEN = [*ARTIKEL_9_1, *ARTIKEL_9_2, *ARTIKEL_9_5, *ARTIKEL_10_2, *WERKINGSSFEER, *FRACTIES]


@pytest.fixture(scope="session")
def toetser(kamer: Regeling, kalender: Kalender, schets: Callable[..., Klaagschrift]) -> Toetser:
    """Check the complete klaagschrift with facts changed."""

    def voer(regeling: Regeling = kamer, **feiten: Any) -> tuple[Bevinding, ...]:
        bron = "brief van de fractie"
        fracties = [Fractie(n, s, date.fromisoformat(van), bron,
        tot and date.fromisoformat(tot))  # type: ignore[arg-type]
                    for n, s, van, tot in feiten.pop("fracties", ())]  # fmt: skip
        stukken, eerder = frozenset(feiten.pop("stukken", ())), feiten.pop("eerdere_zaken", ())
        return toets(Feiten(schets(**feiten), stukken, regeling, kalender, Fracties(tuple(fracties)), eerder))

    return voer


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: f"{g.vereiste} {g.naam}")
def test_elke_bevinding(geval: Geval, toetser: Toetser) -> None:
    alle = toetser(**geval.feiten)
    gevonden = [b for b in alle if b.vereiste == geval.vereiste]
    assert " ".join(b.status for b in gevonden) == geval.verwacht, geval.waarom
    assert geval.zegt in " ".join(b.toelichting for b in gevonden)
    assert uitkomst(alle) == geval.uitkomst, geval.waarom


@pytest.mark.parametrize(("naam", "feiten", "verwacht"), UITKOMSTEN, ids=[u[0] for u in UITKOMSTEN])
def test_de_uitkomst_is_het_zwaarste(naam: str, feiten: dict[str, Any], verwacht: str, toetser: Toetser) -> None:
    """A ground weighs more than a lack, a lack more than a doubt."""
    assert uitkomst(toetser(**feiten)) == verwacht


OORDELEN = ("niet-ontvankelijk", "ontvankelijk verklaard", "ongegrond", "gegrond")


def test_geen_toelichting_velt_een_oordeel_of_noemt_een_mens(
    toetser: Toetser, schets: Callable[..., Klaagschrift]
) -> None:
    """The tool states facts; the committee decides. And a finding may be read aloud without naming anybody."""
    for geval in GEVALLEN:
        feiten = {v: w for v, w in geval.feiten.items() if v not in ("fracties", "stukken", "eerdere_zaken")}
        mensen = _namen(schets(**feiten))
        for b in toetser(**geval.feiten):
            assert b.toelichting.strip(), geval
            assert not [w for w in OORDELEN if w in b.toelichting.lower()], (geval, b)
            assert not [m for m in mensen if m.lower() in b.toelichting.lower()], (geval, b)


def _namen(k: Klaagschrift) -> set[str]:
    """Every name in the klaagschrift, whole and by its parts of some length, and how to reach the klager."""
    namen = [k.klager.naam, *(p.naam for p in k.aangeklaagde), *itertools.chain(*(g.getuigen for g in k.gedraging))]
    heel = [n.strip() for n in (*namen, k.klager.email, k.klager.adres, k.klager.telefoon) if n and n.strip()]
    gewoon = ("onbekend", "iemand", "mijn", "leidinggevende", "van", "beveiliging")
    delen = [d for n in namen if n for d in re.split(r"[\s,.-]+", n) if len(d) > 2 and d.lower() not in gewoon]
    return {*(h for h in heel if h.lower() not in gewoon), *delen}


def test_elke_bevinding_noemt_haar_artikel(toetser: Toetser, kamer: Regeling) -> None:
    plaatsen = {v.id: v.vindplaats for v in kamer.vereiste}
    for geval in GEVALLEN:
        for b in toetser(**geval.feiten):
            assert b.vindplaats == plaatsen[b.vereiste]
            assert re.match(r"art\. \d", b.vindplaats)


def test_elk_vereiste_van_de_regeling_komt_in_de_tabel_voor_en_9_5_a_bestaat_niet(kamer: Regeling) -> None:
    """Art. 9 lid 5 onder a is circular: it says only that what is niet-ontvankelijk is not taken up."""
    assert {v.id for v in kamer.vereiste} == {g.vereiste for g in GEVALLEN}
    assert "9.5.a" not in {v.id for v in kamer.vereiste}


def test_een_vereiste_zonder_feiten_heeft_toch_een_bevinding(toetser: Toetser, kamer: Regeling) -> None:
    """Even of an empty klaagschrift every requirement is answered."""
    leeg: dict[str, Any] = {
        "gedraging": [], "stap": [], "dagtekening": None, "ondertekend": None, "ontvangen_via": None,
        "klager": dict.fromkeys(msgspec.structs.asdict(_leeg_persoon())),
        "procedures": {"eerder_beoordeeld": None, "cao_procedure": None, "rechter": None, "strafzaak": None},
    }  # fmt: skip
    assert {b.vereiste for b in toetser(**leeg)} == {v.id for v in kamer.vereiste}


def _leeg_persoon() -> Any:
    from klachtcli.zaak.klaagschrift import Persoon

    return Persoon()


def test_zonder_aangeklaagde_is_er_ook_een_bevinding_over_artikel_2_onder_j(toetser: Toetser) -> None:
    assert "2.j" in {b.vereiste for b in toetser(aangeklaagde=[])}


@pytest.mark.parametrize(
    "naam", ["Anoniem", "anoniem", " ANONIEM ", "onbekend", "N.N.", "NN", "??", "een medewerker", "Iemand"]
)
def test_wie_zich_anoniem_noemt_heeft_geen_naam_gegeven(naam: str, toetser: Toetser) -> None:
    """Art. 9 lid 5 onder g. For an aangeklaagde the same words are already seen as no name."""
    alle = toetser(klager={"naam": naam})
    (bevinding,) = (b for b in alle if b.vereiste == "9.5.g")
    assert (bevinding.status, bevinding.gevolg) == ("te_beoordelen", "weigeringsgrond")
    (persoon,) = (b for b in alle if b.vereiste == "9.1.b")
    assert (persoon.status, persoon.gevolg) == ("te_beoordelen", "te_beoordelen")
    assert bevinding.toelichting == persoon.toelichting == "Wat bij de klager als naam staat, lijkt geen naam."
    assert uitkomst(alle) == "weigeringsgrond"


@pytest.mark.parametrize("naam", ["O. Nbekend", "A. Noniem", "N. Iemands", "Mijnders"])
def test_een_klager_met_een_gewone_naam(naam: str, toetser: Toetser) -> None:
    gevonden = {b.vereiste: b.status for b in toetser(klager={"naam": naam})}
    assert (gevonden["9.5.g"], gevonden["9.1.b"]) == ("voldaan", "voldaan")


@pytest.mark.parametrize("naam", ["N.Nijhof", "N.N. Jansen"])
def test_een_naam_met_voorletter_n_is_een_naam(naam: str, toetser: Toetser) -> None:
    (bevinding,) = (b for b in toetser(**_tegen(naam)) if b.vereiste == "9.1.c")
    assert bevinding.status == "voldaan"


NIET_AANGESLOTEN = {"fracties": [(V, "niet van toepassing", "2020-01-01", None)]}


def _artikel_1(alle: tuple[Bevinding, ...]) -> list[str]:
    return [b.status for b in alle if b.vereiste == "1"]


@pytest.mark.parametrize("hoedanigheid", ["fractiemedewerker", "ingehuurd", "oud-medewerker"])
def test_wie_bij_een_fractie_werkte_valt_ook_onder_artikel_1(hoedanigheid: str, toetser: Toetser) -> None:
    """Art. 2 onder d: also who was hired by a fractie, or worked there."""
    alle = toetser(**_klager(hoedanigheid=hoedanigheid, onderdeel=V) | NIET_AANGESLOTEN)
    assert _artikel_1(alle) == ["te_beoordelen"]


def test_voor_een_kamerlid_zegt_de_fractie_niets(toetser: Toetser) -> None:
    alle = toetser(**_klager(hoedanigheid="kamerlid", onderdeel=V) | NIET_AANGESLOTEN)
    assert _artikel_1(alle) == ["nvt"]


def test_ook_een_stagiair_bij_een_fractie_valt_onder_artikel_1(toetser: Toetser) -> None:
    alle = toetser(**_klager(hoedanigheid="stagiair", onderdeel=V) | NIET_AANGESLOTEN)
    assert _artikel_1(alle) == ["te_beoordelen"]


def test_een_fractie_uit_het_register_wordt_ook_zonder_het_woord_fractie_herkend(toetser: Toetser) -> None:
    alle = toetser(**_klager(hoedanigheid="ingehuurd", onderdeel="Voorbeeld") | NIET_AANGESLOTEN)
    assert _artikel_1(alle) == ["te_beoordelen"]


def test_een_enkele_oude_gedraging_is_geen_context(toetser: Toetser) -> None:
    (bevinding,) = (b for b in toetser(**_wanneer("2024-11-01")) if b.vereiste == "10.2")
    assert "context" not in bevinding.toelichting


AWB = [
    ("9:4.2.a", "naam en adres", {}, "voldaan", "compleet"),
    ("9:4.2.a", "geen functie nodig", _klager(functie=None), "voldaan", "compleet"),
    ("9:4.2.a", "geen adres", _klager(adres=None), "ontbreekt", "aanvulling"),
    ("9:4.2.b", "niet ondertekend", {"ondertekend": False}, "ontbreekt", "aanvulling"),
    ("9:4.2.c", "plaats en tijd niet nodig", _gedraging(waar=None, categorie=None), "voldaan", "compleet"),
    ("9:4.2.c", "geen omschrijving", _gedraging(omschrijving=None), "ontbreekt", "aanvulling"),
    ("9:8.1.a", "al behandeld", _vraag(eerder_beoordeeld=True), "te_beoordelen", "weigeringsgrond"),
    ("9:8.1.b", "precies een jaar", _wanneer("2025-04-24"), "voldaan", "compleet"),
    ("9:8.1.b", "langer dan een jaar", _wanneer("2025-04-23"), "ontbreekt", "weigeringsgrond"),
    ("9:8.1.e", "bij de rechter", _vraag(rechter=True), "te_beoordelen", "weigeringsgrond"),
    ("9:8.1.f", "opsporing", _vraag(strafzaak=True), "te_beoordelen", "weigeringsgrond"),
    ("9:8.2", "gewicht", {}, "nvt", "compleet"),
]  # fmt: skip


@pytest.mark.parametrize(("vereiste", "naam", "feiten", "status", "uit"), AWB, ids=[f"{a[0]} {a[1]}" for a in AWB])
def test_de_awb_toetst_met_dezelfde_functies(
    vereiste: str, naam: str, feiten: dict[str, Any], status: str, uit: str, toetser: Toetser, awb: Regeling
) -> None:
    alle = toetser(awb, **feiten)
    assert [b.status for b in alle if b.vereiste == vereiste] == [status]
    assert uitkomst(alle) == uit
