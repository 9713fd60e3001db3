"""Who reads a letter: the address block and the salutation."""

from __future__ import annotations

import re

from klachtcli.instellingen.commissies import Commissie, Werkgever
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Persoon
from klachtcli.zaak.partijen import nummer_van, persoon, rol_van
from klachtcli.zaak.plichten import van_genodigden
from klachtcli.zaak.zaak import Zaak

Mens = Persoon | g.Betrokkene
# A title, or initials: those begin with a capital, where a prefix such as `v.d.` does not.
_VOORAF = re.compile(r"(?i:(?:mr|drs|dr|prof|ir|ing)\.?)+|(?:[A-ZÀ-Þ]{1,2}[a-zß-ÿ]{0,2}\.-?)+")


def mens(wie: g.Ontvanger, zaak: Zaak) -> Mens | None:
    """The person meant by a party or somebody invited; None for an organ."""
    match rol_van(wie):
        case "klager" | "aangeklaagde":
            return persoon(wie, zaak.klaagschrift)
        case "genodigde":
            return van_genodigden(zaak)[nummer_van(wie) - 1]
        case _:
            return None


def werkgever(zaak: Zaak, commissie: Commissie) -> Werkgever | None:
    """Who gets the advice: the werkgever of the (first) aangeklaagde; the regulation leaves it open."""
    aangeklaagden = zaak.klaagschrift.aangeklaagde
    return commissie.werkgever_van(aangeklaagden[0].onderdeel if aangeklaagden else None)


def adresblok(wie: g.Ontvanger, zaak: Zaak | None, commissie: Commissie) -> list[str]:
    """The lines in the window of the envelope; empty where the address is not known."""
    if wie == "ondernemingsraad":
        return list(commissie.ondernemingsraad)
    if wie == "werkgever":
        w = werkgever(zaak, commissie) if zaak else commissie.werkgever_van(None)
        return [r for r in (w.organisatie, f"t.a.v. {w.naam}", *w.adres) if r] if w and w.adres else []
    persoon_ = mens(wie, zaak) if zaak else None
    return adresregels(persoon_) if persoon_ else []


def begroeting(wie: g.Ontvanger, zaak: Zaak | None, commissie: Commissie) -> str:
    """The salutation of the reader; empty where it is not known."""
    if wie == "ondernemingsraad":
        return "Geachte leden van de ondernemingsraad,"
    if wie == "werkgever":
        w = werkgever(zaak, commissie) if zaak else commissie.werkgever_van(None)
        return (w.aanhef or f"Geachte {w.naam.removeprefix('de ')},") if w else ""
    persoon_ = mens(wie, zaak) if zaak else None
    return aanhef(persoon_) if persoon_ else ""


def adresregels(p: Mens) -> list[str]:
    """The address block: name, street, `2514 EA  Den Haag`; by e-mail where there is no address; empty if neither."""
    if p.naam and p.adres and p.plaats:
        return [p.naam, p.adres, f"{p.postcode}  {p.plaats}" if p.postcode else p.plaats]
    if p.naam and p.email:
        return [p.naam, f"Per e-mail: {p.email}"]
    return []


def aanhef(p: Mens) -> str:
    """`Geachte mevrouw Van der Laan,`; where the form of address is unknown `Geachte K. Verbeek,`: never guessed."""
    if not p.naam:
        return ""
    if p.aanhef not in ("mevrouw", "heer"):
        return f"Geachte {p.naam},"
    woorden = p.naam.split()
    while woorden and _VOORAF.fullmatch(woorden[0]):  # a first name stays, for it is not known to be one
        woorden.pop(0)
    achternaam = " ".join(woorden) or p.naam
    return f"Geachte {p.aanhef} {achternaam[:1].upper()}{achternaam[1:]},"
