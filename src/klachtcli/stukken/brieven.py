"""What a letter holds: the facts of a case and of the committee, under the few names that the templates use."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import msgspec

from klachtcli.fouten import Gebrek, Geweigerd
from klachtcli.instellingen.commissies import Commissie
from klachtcli.journaal.keten import Zegel
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.klaagschrift import Persoon
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak

_VIA = {"post": "per post", "e-mail": "per e-mail", "persoonlijk": "persoonlijk"}
# A title, or initials: those begin with a capital, where a prefix such as `v.d.` does not.
_VOORAF = re.compile(r"(?i:(?:mr|drs|dr|prof|ir|ing)\.?)+|(?:[A-ZÀ-Þ]{1,2}[a-zß-ÿ]{0,2}\.-?)+")

# Placeholder -> its text, or its lines.
Waarden = dict[str, str | list[str]]


class Brief(msgspec.Struct, frozen=True):
    """A kind of letter, as templates/letters/letters.toml lists it.

    handeling: the act of the procedure that sending it is; regelingen: those that its text speaks of;
    verplicht: placeholders that must be filled.
    """

    id: str
    soort: str
    naam: str
    artikel: str
    aan: str
    afzender: str
    sjabloon: str
    handeling: str
    regelingen: tuple[str, ...]
    verplicht: tuple[str, ...] = ()
    niet_opnemen: tuple[str, ...] = ()


class Brievenlijst(msgspec.Struct, frozen=True):
    """letters.toml whole."""

    brief: tuple[Brief, ...]


class Omgeving(NamedTuple):
    """What a letter needs besides the case: the committee, the rules, the day, and the head of the chain."""

    commissie: Commissie
    rekenaar: Rekenaar
    dag: date
    zegel: Zegel

    @property
    def regeling(self) -> Regeling:
        """The regulation that governs the case."""
        return self.rekenaar.regeling


def gegevens(zaak: Zaak, o: Omgeving) -> Waarden:
    """Every placeholder and its value. An unknown fact is an empty text, which no letter prints."""
    k, c = zaak.klaagschrift, o.commissie
    ontvangen_op, dagtekening = voluit(k.ontvangstdag), voluit(k.dagtekening) if k.dagtekening else ""
    return {
        "commissie_naam": c.naam,
        "commissie_adres": [*c.adres],
        "secretaris_naam": c.secretaris.naam,
        "secretaris_telefoon": c.secretaris.telefoon,
        "secretaris_email": c.secretaris.email,
        "voorzitter": _voorzitter(c, o.dag),
        "leden": c.met_rol("lid", op=o.dag),
        "vertrouwenspersoon": c.vertrouwenspersoon,
        "maatschappelijk_werk": c.maatschappelijk_werk,
        "functionaris_gegevensbescherming": c.functionaris_gegevensbescherming,
        "bewaren": c.bewaren,
        "regeling_naam": o.regeling.naam,
        "regeling_versie": voluit(o.regeling.geldig_vanaf),
        "adresregels": adresregels(k.klager),
        "aanhef": aanhef(k.klager),
        "datum": voluit(o.dag),
        "kenmerk": zaak.nummer,
        "betreft": f"Uw brief van {dagtekening}" if dagtekening else f"Uw brief, ontvangen op {ontvangen_op}",
        "zegel": str(o.zegel),
        "ontvangen_op": ontvangen_op,
        "ontvangen_via": _VIA.get(k.ontvangen_via or "", ""),
        "dagtekening": dagtekening,
        "stukken": [s.omschrijving or s.bestand for s in zaak.stukken],
        "uiterlijk_ontvankelijkheid": _uiterlijk("ontvankelijkheid", zaak, o),
    }


def eis_ingevuld(brief: Brief, waarden: Waarden, zaak: str) -> None:
    """Raise Geweigerd that names every required fact that is empty, and what fills it."""
    leeg = [naam for naam in brief.verplicht if not waarden.get(naam)]
    if leeg:
        raise Geweigerd(
            "brief-onvolledig",
            f"de brief '{brief.soort}' mist wat erin moet staan",
            grondslag=f"art. {brief.artikel.replace('.', ' lid ')}",
            gebreken=[
                Gebrek(naam, _WAAR.get(naam, "klacht vul-aan {zaak} BESTAND").format(zaak=zaak)) for naam in leeg
            ],
        )


def adresregels(p: Persoon) -> list[str]:
    """The address block: name, street, `2514 EA  Den Haag`; by e-mail where there is no address; empty if neither."""
    if p.naam and p.adres and p.plaats:
        return [p.naam, p.adres, f"{p.postcode}  {p.plaats}" if p.postcode else p.plaats]
    if p.naam and p.email:
        return [p.naam, f"Per e-mail: {p.email}"]
    return []


def aanhef(p: Persoon) -> str:
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


def _voorzitter(c: Commissie, dag: date) -> str:
    """The chair; where none is appointed on that day, the deputy, called so (art. 7 lid 1)."""
    plaatsvervangers = [f"{naam} (plaatsvervangend)" for naam in c.met_rol("plaatsvervangend voorzitter", op=dag)]
    return next(iter([*c.met_rol("voorzitter", op=dag), *plaatsvervangers]), "")


def _uiterlijk(termijn: str, zaak: Zaak, o: Omgeving) -> str:
    t = o.regeling.zoek_termijn(termijn)
    stand = o.rekenaar.stand(t, zaak, o.dag) if t is not None else None
    return voluit(stand.berekening.uiterlijk) if stand is not None else ""


_IN_COMMISSIE = "vul in: config/commissie.toml,"
_WAAR = {
    "voorzitter": f"geen voorzitter met een lopende benoeming; {_IN_COMMISSIE} bij [[lid]]",
    "leden": f"geen leden met een lopende benoeming; {_IN_COMMISSIE} bij [[lid]]",
    "adresregels": "geen adres en geen e-mailadres van de klager; vul aan met: klacht vul-aan {zaak} BESTAND",
    "aanhef": "geen naam van de klager; vul aan met: klacht vul-aan {zaak} BESTAND",
    "commissie_adres": f"{_IN_COMMISSIE} bij adres",
} | {
    naam: f"{_IN_COMMISSIE} bij {naam.replace('secretaris_', '[secretaris] ').replace('commissie_', '')}"
    for naam in ("secretaris_naam", "secretaris_telefoon", "secretaris_email", "vertrouwenspersoon",
                 "maatschappelijk_werk", "functionaris_gegevensbescherming", "bewaren", "commissie_naam")
}  # fmt: skip
