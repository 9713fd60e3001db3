"""What the form for a klager asks, as one table: the writer and the reader both go by it.

A field fills a `plek` of the klaagschrift, the same that the questions at the terminal fill (`cli.vragenlijst`). On
which article it is asked stands in the regulation, and comes in from outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Vorm = Literal["tekst", "alinea", "dag", "keuze", "handtekening"]
Keuzes = Mapping[str, str]  # what the klager sees -> what the klaagschrift holds; empty: it stays open

WEET_NIET = "weet ik niet"
_GEEN: Keuzes = MappingProxyType({})
_JA_NEE: Keuzes = {"ja": "ja", "nee": "nee", WEET_NIET: ""}
AANHEF: Keuzes = {"mevrouw": "mevrouw", "meneer": "heer", "alleen met mijn naam": "geen"}
SOORTEN: Keuzes = {
    "ambtenaar": "ambtenaar", "medewerker van een fractie": "fractiemedewerker", "Kamerlid": "kamerlid",
    "ingehuurd, gedetacheerd of uitzendkracht": "ingehuurd", "stagiair": "stagiair",
    "werkte hier vroeger": "oud-medewerker", "anders": "derde", WEET_NIET: "",
}  # fmt: skip
CATEGORIEEN: Keuzes = {
    "pesten": "pesten", "intimidatie": "intimidatie", "seksuele intimidatie": "seksuele intimidatie",
    "agressie of geweld": "agressie en geweld", "discriminatie": "discriminatie", "extremisme": "extremisme",
    "stalken": "stalken", "anders": "anders", WEET_NIET: "",
}  # fmt: skip
_WANNEER = "Een dag, een maand, of van … tot …: 3 maart 2026, maart 2026, of november 2025 tot februari 2026"


class Veld(NamedTuple):
    """One field: its name in the klaagschrift, what the klager reads beside it, and of which kind the answer is."""

    naam: str
    label: str
    hint: str = ""
    vorm: Vorm = "tekst"
    keuzes: Keuzes = _GEEN


class Blok(NamedTuple):
    """Fields that belong together. plek: where they stand in the klaagschrift; kop: above each of them on the form.

    aantal: for how many there is room; 0: there is one, and the kop bears no number.
    """

    plek: str
    kop: str
    velden: tuple[Veld, ...]
    aantal: int = 0

    def koppen(self) -> list[str]:
        """The head of each that there is room for: `Persoon 1`, `Persoon 2`."""
        return [f"{self.kop} {n}" for n in range(1, self.aantal + 1)] if self.aantal else [self.kop]

    def plek_van(self, veld: str, nummer: int = 1) -> str:
        """Where a field stands in the klaagschrift: `aangeklaagde.1.naam`, `klager.naam`, `dagtekening`."""
        return ".".join(filter(None, (self.plek, str(nummer) if self.aantal else "", veld)))


KLAGER = Blok("klager", "Uw gegevens", (
    Veld("naam", "Uw naam", "Uw voornaam of voorletters, en uw achternaam"),
    Veld("aanhef", "Hoe spreken wij u aan?", "", "keuze", AANHEF),
    Veld("adres", "Straat en huisnummer"),
    Veld("postcode", "Postcode"),
    Veld("plaats", "Woonplaats"),
    Veld("email", "E-mailadres", "Kunnen anderen uw werkmail lezen? Geef dan liever een eigen adres"),
    Veld("telefoon", "Telefoonnummer", "Waarop wij u kunnen bellen"),
    Veld("functie", "Uw functie"),
    Veld("hoedanigheid", "Hoe werkt u hier?", "", "keuze", SOORTEN),
    Veld("onderdeel", "Uw afdeling, dienst of fractie"),
))  # fmt: skip
AANGEKLAAGDE = Blok("aangeklaagde", "Persoon", (
    Veld("naam", "Naam", "Weet u de naam niet? Laat dit dan open, en vul hieronder in wat u wel weet"),
    Veld("functie", "Functie"),
    Veld("onderdeel", "Afdeling, dienst of fractie"),
    Veld("hoedanigheid", "Hoe werkt deze persoon hier?", "", "keuze", SOORTEN),
), 2)  # fmt: skip
GEDRAGING = Blok("gedraging", "Gebeurtenis", (
    Veld("categorie", "Wat voor gedrag was het?", "Kies wat er het meest op lijkt", "keuze", CATEGORIEEN),
    Veld("omschrijving", "Wat gebeurde er?", "In uw eigen woorden: wie deed of zei wat, en wat dat met u deed",
         "alinea"),
    Veld("wanneer", "Wanneer was dat?", _WANNEER),
    Veld("waar", "Waar was dat?"),
    Veld("getuigen", "Wie was erbij of zag het?", "Namen, met een komma ertussen"),
), 3)  # fmt: skip
STAPPEN = Blok("", "Wat u al deed", (
    Veld("stappen", "Hebt u zelf al iets gedaan?",
         "Bijvoorbeeld een gesprek met de ander, met uw leidinggevende of met een vertrouwenspersoon. Nee is ook een "
         "goed antwoord", "keuze", _JA_NEE),
))  # fmt: skip
STAP = Blok("stap", "Stap", (
    Veld("omschrijving", "Wat hebt u gedaan?", "En wat kwam ervan?", "alinea"),
    Veld("wanneer", "Wanneer deed u dat?", _WANNEER),
    Veld("stukken", "Welke stukken hierover stuurt u mee?", "Namen van bestanden, met een komma ertussen"),
), 3)  # fmt: skip
PROCEDURES = Blok("procedures", "Andere procedures", (
    Veld("eerder_beoordeeld", "Is deze klacht al eens beoordeeld?", "Dezelfde klacht, over dezelfde persoon", "keuze",
         _JA_NEE),
    Veld("cao_procedure", "Bent u een procedure uit de Cao Rijk begonnen?", "Over een misstand, of bij het Rijksloket",
         "keuze", _JA_NEE),
    Veld("rechter", "Is of komt de zaak bij een rechter?", "", "keuze", _JA_NEE),
    Veld("strafzaak", "Onderzoekt de politie of het Openbaar Ministerie wat er gebeurde?", "", "keuze", _JA_NEE),
))  # fmt: skip
SLOT = Blok("", "Datum en handtekening", (
    Veld("dagtekening", "Datum", "De dag waarop u tekent", "dag"),
    Veld("ondertekend", "Handtekening", "Met pen op papier, of een foto of scan van uw handtekening in dit vak",
         "handtekening"),
))  # fmt: skip
BLOKKEN = (KLAGER, AANGEKLAAGDE, GEDRAGING, STAPPEN, STAP, PROCEDURES, SLOT)


def plekken() -> Iterator[tuple[str, Veld]]:
    """Every place that the form has room for, with its field."""
    for blok in BLOKKEN:
        for nummer in range(1, max(blok.aantal, 1) + 1):
            yield from ((blok.plek_van(veld.naam, nummer), veld) for veld in blok.velden)
