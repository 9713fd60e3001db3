"""The questions about a klaagschrift, in order: which comes next follows from the answers before it.

`lijst` gives a question, is sent the answer, and ends in the table of the klaagschrift. So going back, going on
another day and taking over what a mail shows are all one thing: the same questions, answered again.
Which article a question is asked for stands in the regulation (`Vereiste`), not here.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Sequence
from typing import Any, NamedTuple, get_args

import msgspec

from klachtcli.recht.regeling import Vereiste
from klachtcli.secretariaat.onafgemaakt import Stand
from klachtcli.zaak.klaagschrift import (
    Aanhef,
    Bijlage,
    Categorie,
    Gedraging,
    Klaagschrift,
    OndernomenStap,
    Persoon,
    Procedures,
    Soort,
    Via,
)


class Vraag(NamedTuple):
    """One question: the field that it fills, what is asked, why, and of which kind the answer is.

    toets: the check of the regulation that looks at the answer, where that is not the one of its block. plek: the field
    in the klaagschrift as a whole, such as `aangeklaagde.1.naam`. kop: what stands above it, where a block begins.
    """

    veld: str
    tekst: str
    waarom: str = ""
    vorm: str = "tekst"  # tekst | lijst | janee | dag | moment | wanneer | bestand
    toets: str = ""
    keuzes: tuple[str, ...] = ()
    verplicht: bool = False
    soort: type[msgspec.Struct] | None = None
    plek: str = ""
    kop: str = ""


Antwoord = str | bool | list[str] | None
Loop = Generator[Vraag, Antwoord, Any]

_ONTVANGST = (
    Vraag("ontvangen_op", "Wanneer kwam het klaagschrift binnen?",
          "Vanaf die dag lopen de termijnen, en het telt voor de vraag of de klacht op tijd is", "moment", "venster",
          verplicht=True),
    Vraag("ontvangen_via", "Hoe kwam het binnen?", keuzes=get_args(Via)),
    Vraag("dagtekening", "Welke datum staat op het klaagschrift zelf?", "Een klaagschrift heeft een datum", "dag",
          "klaagschrift"),
    Vraag("ondertekend", "Is het ondertekend?", "Een klaagschrift is ondertekend", "janee", "klaagschrift"),
)  # fmt: skip
_PERSOON = (
    Vraag("naam", "Naam"),
    Vraag("aanhef", "Aanhef", "Voor de brieven; vraag het, raad niet", keuzes=get_args(Aanhef)),
    Vraag("adres", "Straat en huisnummer"),
    Vraag("postcode", "Postcode"),
    Vraag("plaats", "Woonplaats"),
    Vraag("email", "E-mailadres"),
    Vraag("telefoon", "Telefoon"),
    Vraag("functie", "Functie"),
    Vraag("hoedanigheid", "Hoedanigheid", "Daaruit volgt of de regeling geldt", toets="valt_onder",
          keuzes=get_args(Soort)),
    Vraag("onderdeel", "Dienst of fractie", "Een fractie doet mee of niet", toets="fractie"),
)  # fmt: skip
_AANGEKLAAGDE = tuple(
    v for v in _PERSOON if v.veld in ("naam", "aanhef", "functie", "hoedanigheid", "onderdeel", "email")
)
_GEDRAGING = (
    Vraag("categorie", "Categorie", keuzes=get_args(Categorie)),
    Vraag("omschrijving", "Wat gebeurde er?",
          "In de woorden van de klager; is er een brief, geef die dan als stuk (--stuk) en vat hem hier samen"),
    Vraag("wanneer", "Wanneer?", "Een dag, een maand, een jaar, of van ... tot ...", "wanneer"),
    Vraag("waar", "Waar?"),
    Vraag("getuigen", "Getuigen", "Met komma's ertussen", "lijst"),
)  # fmt: skip
_STAP = (
    Vraag("omschrijving", "Welke stap ondernam de klager?"),
    Vraag("wanneer", "Wanneer?", "", "wanneer"),
    Vraag("stukken", "Bestandsnamen van stukken hierover", "Met komma's ertussen", "lijst", "stukken"),
)
_PROCEDURES = (
    Vraag("eerder_beoordeeld", "Is dezelfde klacht al eens door de commissie beoordeeld?", vorm="janee"),
    Vraag("cao_procedure", "Loopt of liep er een procedure van de Cao Rijk?", vorm="janee"),
    Vraag("rechter", "Ligt of komt de zaak bij een rechter?", vorm="janee"),
    Vraag("strafzaak", "Loopt er een opsporingsonderzoek of vervolging?", vorm="janee"),
)
_BIJLAGE = (
    Vraag("bestand", "Welk bestand?", "In de map waarin u staat, of daaronder; van elders kan met --stuk", "bestand"),
    Vraag("omschrijving", "Wat is het?"),
)
_STAPPEN = Vraag("stappen", "Heeft de klager zelf al stappen ondernomen?", "Nee is een geldig antwoord", "janee",
                 "stappen", plek="stappen", kop="Ondernomen stappen")  # fmt: skip
_BIJLAGEN = Vraag("bijlagen", "Zijn er (nog) bijlagen?", "", "janee", plek="bijlagen", kop="Bijlagen")


def lijst(overslaan: Collection[str] = ()) -> Loop:
    """All questions but those to skip; ends in the table of a klaagschrift."""
    ruw: dict[str, Any] = yield from _blok(Klaagschrift, _ONTVANGST, "", "Ontvangst")
    ruw["klager"] = yield from _blok(Persoon, _PERSOON, "klager", "De klager")
    ruw["aangeklaagde"] = yield from _reeks(
        Persoon, _AANGEKLAAGDE, "aangeklaagde", "Over wie gaat het?", "Gaat het over nog iemand?"
    )
    ruw["gedraging"] = yield from _reeks(
        Gedraging, _GEDRAGING, "gedraging", "Wat is er gebeurd?", "Is er nog een gedraging?"
    )
    stappen = yield _STAPPEN
    if stappen:
        ruw["stap"] = yield from _reeks(OndernomenStap, _STAP, "stap", "De stap", "Is er nog een stap?")
    elif stappen is False:
        ruw["geen_stappen"] = True
    procedures = tuple(v for v in _PROCEDURES if v.veld not in overslaan)
    ruw["procedures"] = yield from _blok(Procedures, procedures, "procedures", "Andere procedures")
    if (yield _BIJLAGEN):
        ruw["bijlage"] = yield from _reeks(Bijlage, _BIJLAGE, "bijlage", "De bijlage", "Is er nog een bijlage?")
    return ruw


def volgende(stand: Stand) -> Vraag | dict[str, Any]:
    """The question that is next, or the table where all were asked. What no longer fits is asked again."""
    gang = lijst(stand.overslaan)
    try:
        vraag = next(gang)
        for n, plek in enumerate(stand.gevraagd):
            if plek != vraag.plek:
                del stand.gevraagd[n:]
                break
            vraag = gang.send(stand.bekend.get(plek))
    except StopIteration as einde:
        tabel: dict[str, Any] = einde.value
        return tabel
    return vraag


def stel_samen(stand: Stand) -> dict[str, Any]:
    """The table from what is known, without asking: what is not known stays open."""
    while isinstance(vraag := volgende(stand), Vraag):
        stand.gevraagd.append(vraag.plek)
    return vraag


def ongevraagd(vereisten: Iterable[Vereiste]) -> list[str]:
    """The other procedures on which the regulation has no question."""
    gevraagd = {v.vraag for v in vereisten}
    return [v.veld for v in _PROCEDURES if v.veld not in gevraagd]


def vindplaats(vraag: Vraag, vereisten: Iterable[Vereiste]) -> str:
    """For which article a question is asked, by the regulation: `art. 9 lid 1 onder b`; empty where for none."""
    blok = vraag.plek.partition(".")[0]
    toets = f"{blok}_valt_onder" if vraag.toets == "valt_onder" else vraag.toets
    for v in vereisten:
        if v.vraag == vraag.veld or (v.toets == toets and (not v.velden or vraag.veld in v.velden)):
            return v.vindplaats
        if not toets and (v.toets == blok or (v.toets, blok) == ("stappen", "stap")) and vraag.veld in v.velden:
            return v.vindplaats
    return ""


def artikelen(vereisten: Sequence[Vereiste]) -> dict[str, str]:
    """Of each question for what happens once, and once of what may be more: its place -> for which article it is."""
    stand, uit = Stand({"stappen": True}), dict[str, str]()
    while isinstance(vraag := volgende(stand), Vraag):
        stand.gevraagd.append(vraag.plek)
        uit[vraag.plek] = vindplaats(vraag, vereisten)
    return uit


def _blok(soort: type[msgspec.Struct], vragen: tuple[Vraag, ...], plek: str, kop: str = "") -> Loop:
    uit = {}
    for n, v in enumerate(vragen):
        antwoord = yield v._replace(
            soort=soort, plek=f"{plek}.{v.veld}".lstrip("."), kop=kop if n == 0 else "", toets=v.toets
        )
        if antwoord is not None:
            uit[v.veld] = antwoord
    return uit


def _reeks(soort: type[msgspec.Struct], vragen: tuple[Vraag, ...], plek: str, kop: str, nog: str) -> Loop:
    blokken: list[dict[str, Antwoord]] = []
    verder: Antwoord = True
    while verder:
        nummer = len(blokken) + 1
        boven = kop if nummer == 1 else f"{kop.rstrip('?')}: nummer {nummer}"
        blokken.append((yield from _blok(soort, vragen, f"{plek}.{nummer}", boven)))
        verder = yield Vraag("nog", nog, vorm="janee", plek=f"{plek}.{nummer}.nog")
    return [blok for blok in blokken if blok]
