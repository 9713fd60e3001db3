"""A klaagschrift by question and answer, at a terminal. Nothing is kept of it until the summary is agreed to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from klachtcli import klok
from klachtcli.cli import scherm
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.klaagschriften import lees_bijlagen
from klachtcli.instellingen.lezer import lees, lees_veld
from klachtcli.zaak.klaagschrift import Bijlage, Gedraging, Klaagschrift, OndernomenStap, Persoon, Procedures


class Vraag(NamedTuple):
    """One question: the field it fills, what is asked, and why (the article). A list is answered with commas."""

    veld: str
    tekst: str
    lijst: bool = False


_ONTVANGST = (
    Vraag("ontvangen_op", "Wanneer kwam het klaagschrift binnen? (art. 9 lid 4; 24-4-2026 of 2026-04-24T16:42)"),
    Vraag("ontvangen_via", "Hoe kwam het binnen? (post, e-mail of persoonlijk)"),
    Vraag("dagtekening", "Welke datum staat op het klaagschrift? (art. 9 lid 1 onder e)"),
    Vraag("ondertekend", "Is het ondertekend? (art. 9 lid 1 onder e; j/n)"),
)
_PERSOON = (
    Vraag("naam", "Naam"),
    Vraag("aanhef", "Aanhef (mevrouw, heer of geen; vraag het, raad niet)"),
    Vraag("adres", "Straat en huisnummer"),
    Vraag("postcode", "Postcode"),
    Vraag("plaats", "Woonplaats"),
    Vraag("email", "E-mailadres"),
    Vraag("telefoon", "Telefoon"),
    Vraag("functie", "Functie"),
    Vraag(
        "hoedanigheid",
        "Hoedanigheid (ambtenaar, fractiemedewerker, kamerlid, ingehuurd, stagiair, oud-medewerker, derde)",
    ),
    Vraag("onderdeel", "Dienst of fractie"),
)
_AANGEKLAAGDE = tuple(
    v for v in _PERSOON if v.veld in ("naam", "aanhef", "functie", "hoedanigheid", "onderdeel", "email")
)
_GEDRAGING = (
    Vraag("categorie", "Categorie (pesten, intimidatie, seksuele intimidatie, agressie en geweld, discriminatie, "
          "extremisme, stalken, anders)"),
    Vraag("omschrijving", "Wat gebeurde er?"),
    Vraag("wanneer", "Wanneer? (een dag 2026-01-15, maand 2026-01, jaar 2026 of periode 2025-11/2026-02)"),
    Vraag("waar", "Waar?"),
    Vraag("getuigen", "Getuigen, met komma's ertussen", lijst=True),
)  # fmt: skip
_STAP = (
    Vraag("omschrijving", "Welke stap ondernam de klager?"),
    Vraag("wanneer", "Wanneer?"),
    Vraag("stukken", "Bestandsnamen van stukken hierover, met komma's ertussen", lijst=True),
)
_PROCEDURES = (
    Vraag("eerder_beoordeeld", "Is dezelfde klacht al eens door de commissie beoordeeld? (art. 9 lid 5 onder b; j/n)"),
    Vraag("cao_procedure", "Loopt of liep er een procedure van de Cao Rijk? (onder c; j/n)"),
    Vraag("rechter", "Ligt of komt de zaak bij een rechter? (onder d; j/n)"),
    Vraag("strafzaak", "Loopt er een opsporingsonderzoek of vervolging? (onder e; j/n)"),
)
_BIJLAGE = (Vraag("bestand", "Welk bestand? (in deze map of daaronder)"), Vraag("omschrijving", "Wat is het?"))


def vraag_klaagschrift() -> tuple[Klaagschrift, list[bytes]]:
    """Ask it all, show the summary, and give back what was agreed to. Raises KeyboardInterrupt on 'nee' or Ctrl-C."""
    if not scherm.kan_vragen():
        raise Invoerfout(
            "geen-terminal",
            "zonder bestand stelt klacht vragen, en hier is geen terminal om ze te beantwoorden",
            herstel="Geef een bestand, of '-' voor standaardinvoer",
        )
    scherm.meld("Enter laat een vraag open. Ctrl-C stopt; er is dan niets vastgelegd.\n")
    ruw = _vraag_alles()
    klaagschrift = lees(Klaagschrift, ruw, wat="het klaagschrift", code="klaagschrift-fout")
    bijlagen = lees_bijlagen(klaagschrift.bijlage, Path.cwd())
    _vat_samen(ruw)
    while (akkoord := ja("\nVastleggen? (j/n)")) is None:
        scherm.meld("  Antwoord met j of n: hierna is het vastgelegd, of weg.")
    if not akkoord:
        raise KeyboardInterrupt
    return klaagschrift, bijlagen


def _vraag_alles() -> dict[str, Any]:
    ruw = _blok(Klaagschrift, _ONTVANGST)
    ruw["klager"] = _blok(Persoon, _PERSOON, "De klager (art. 9 lid 1 onder b)")
    ruw["aangeklaagde"] = _reeks(Persoon, _AANGEKLAAGDE, "Over wie gaat het? (art. 9 lid 1 onder c)", "Nog iemand?")
    ruw["gedraging"] = _reeks(Gedraging, _GEDRAGING, "Wat is er gebeurd? (art. 9 lid 1 onder a)", "Nog een gedraging?")
    stappen = ja(
        "\nHeeft de klager zelf al stappen ondernomen? (art. 9 lid 1 onder d; nee is een geldig antwoord) (j/n)"
    )
    if stappen:
        ruw["stap"] = _reeks(OndernomenStap, _STAP, "De stap", "Nog een stap?")
    elif stappen is False:
        ruw["geen_stappen"] = True
    ruw["procedures"] = _blok(Procedures, _PROCEDURES, "Andere procedures (art. 9 lid 5)")
    if ja("\nZijn er bijlagen? (j/n)"):
        ruw["bijlage"] = _reeks(Bijlage, _BIJLAGE, "De bijlage", "Nog een bijlage?")
    return ruw


def _blok(soort: type[msgspec.Struct], vragen: tuple[Vraag, ...], kop: str = "") -> dict[str, Any]:
    if kop:
        scherm.meld(f"\n{kop}")
    antwoorden = ((v.veld, _antwoord(soort, v)) for v in vragen)
    return {veld: antwoord for veld, antwoord in antwoorden if antwoord is not None}


def _reeks(soort: type[msgspec.Struct], vragen: tuple[Vraag, ...], kop: str, nog: str) -> list[dict[str, Any]]:
    blokken = [_blok(soort, vragen, kop)]
    while ja(f"{nog} (j/n)"):
        blokken.append(_blok(soort, vragen))
    return [blok for blok in blokken if blok]


def _antwoord(soort: type[msgspec.Struct], vraag: Vraag) -> Any:
    """An answer, checked as it comes; asked again until it is good or left open."""
    verplicht = soort is Klaagschrift and vraag.veld == "ontvangen_op"
    while True:
        getypt = _lees(vraag.tekst)
        if not getypt and not verplicht:
            return None
        try:
            ruw = _ONTLEED.get(vraag.tekst[-5:], _zelf)(getypt)
            if vraag.lijst:
                ruw = [deel.strip() for deel in getypt.split(",") if deel.strip()]
            _controleer(vraag.veld, lees_veld(soort, vraag.veld, ruw))
        except Invoerfout as fout:
            scherm.meld(f"  Dat lukt niet: {'; '.join(g.feit for g in fout.gebreken) or fout.feit}.")
        else:
            return ruw


def _controleer(veld: str, waarde: Any) -> None:
    """What only shows beyond the form of an answer: a day that must still come, a file that is not there."""
    if veld == "ontvangen_op" and date.fromisoformat(waarde[:10]) > klok.vandaag():
        raise Invoerfout("dag-in-de-toekomst", "deze dag moet nog komen")
    if veld == "bestand":
        lees_bijlagen([Bijlage(waarde)], Path.cwd())


def _ja_nee(getypt: str) -> bool:
    if getypt.lower() in ("j", "ja"):
        return True
    if getypt.lower() in ("n", "nee"):
        return False
    raise Invoerfout("geen-ja-of-nee", "antwoord met j of n")


def _zelf(getypt: str) -> Any:
    return getypt


# A question that ends in (j/n) is answered with yes or no.
_ONTLEED: dict[str, Callable[[str], Any]] = {" j/n)": _ja_nee, "(j/n)": _ja_nee}


def ja(tekst: str) -> bool | None:
    """Yes or no; None where Enter left it open."""
    while True:
        getypt = _lees(tekst)
        try:
            return _ja_nee(getypt) if getypt else None
        except Invoerfout as fout:
            scherm.meld(f"  {fout.feit}.")


def _lees(tekst: str) -> str:
    scherm.meld(tekst)
    try:
        return input("> ").strip()
    except EOFError:
        raise KeyboardInterrupt from None


def _vat_samen(ruw: dict[str, Any]) -> None:
    scherm.meld("\nSamenvatting")
    for naam, waarde in ruw.items():
        blokken = waarde if isinstance(waarde, list) else [waarde]
        for n, blok in enumerate(blokken, 1):
            kop = f"{naam} {n}" if len(blokken) > 1 else naam
            for veld, inhoud in blok.items() if isinstance(blok, dict) else [("", blok)]:
                scherm.meld(f"  {f'{kop} {veld}'.strip().replace('_', ' '):30} {_gezegd(inhoud)}")


def _gezegd(inhoud: Any) -> str:
    if isinstance(inhoud, bool):
        return "ja" if inhoud else "nee"
    return ", ".join(inhoud) if isinstance(inhoud, list) else str(inhoud)
