"""The checks of art. 9 and of art. 10 lid 2. Each looks at one requirement and says what is there.

The functions stand in VEREISTEN under the name by which a regulation's data calls them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from klachtcli.recht.datum import voluit
from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Vereiste
from klachtcli.recht.termijn import Rekenregel
from klachtcli.zaak.klaagschrift import Gedraging
from klachtcli.zaak.toetsfeiten import Feiten, Oordeel, Toets, aangeklaagden, som
from klachtcli.zaak.venster import ligging, samen

_NAMEN = {"ondertekend": "de ondertekening", "dagtekening": "de dagtekening", "waar": "waar het gebeurde",
          "wanneer": "wanneer het gebeurde", "categorie": "de categorie", "omschrijving": "de omschrijving",
          "naam": "de naam", "adres": "het adres", "postcode": "de postcode", "plaats": "de woonplaats",
          "functie": "de functie"}  # fmt: skip
# Which fields each check can look at; a regulation names those it asks for.
TOETST_VELDEN = {
    "gedraging": ["categorie", "omschrijving", "waar", "wanneer"],
    "klager": ["naam", "adres", "postcode", "plaats", "functie"],
    "aangeklaagde": ["naam"],
    "klaagschrift": ["ondertekend", "dagtekening"],
}
_GEEN_NAAM = re.compile(r"(n\.?\s?n\.?|anonie(m|me)\b.*|onbekend|\?+|(iemand|een|mijn|onbekende)\b.*)", re.DOTALL)


def _gedraging(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 1 onder a: category, description, where and when, per conduct."""
    if not f.klaagschrift.gedraging:
        yield Oordeel("ontbreekt", "Er is geen gedraging beschreven.")
    for nummer, gedraging in enumerate(f.klaagschrift.gedraging, 1):
        mist = _missend(gedraging, v.velden)
        wie = f"Gedraging {nummer}" if len(f.klaagschrift.gedraging) > 1 else "De gedraging"
        yield Oordeel("ontbreekt", f"{wie} mist {som(mist)}.") if mist else Oordeel("voldaan", f"{wie} is beschreven.")


def _klager(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 1 onder b: who the klager is."""
    mist = _missend(f.klaagschrift.klager, v.velden)
    if mist:
        yield Oordeel("ontbreekt", f"Van de klager {_ontbreekt(mist)} {som(mist)}.")
    elif not lijkt_naam(f.klaagschrift.klager.naam):
        yield Oordeel("te_beoordelen", "Wat bij de klager als naam staat, lijkt geen naam.")
    else:
        yield Oordeel("voldaan", f"Van de klager is bekend: {som([_NAMEN[x] for x in v.velden])}.")


def _aangeklaagde(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 1 onder c: the names. A description in the place of a name is for people to judge."""
    if not f.klaagschrift.aangeklaagde:
        yield Oordeel("ontbreekt", "Er is geen aangeklaagde genoemd.")
    for wie, persoon in aangeklaagden(f.klaagschrift):
        if not (persoon.naam or "").strip():
            yield Oordeel("ontbreekt", f"Van {wie} ontbreekt de naam.")
        elif not lijkt_naam(persoon.naam):
            yield Oordeel("te_beoordelen", f"Wat bij {wie} als naam staat, lijkt een omschrijving.")
        else:
            yield Oordeel("voldaan", f"{wie[0].upper()}{wie[1:]} is genoemd.")


def _stappen(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 1 onder d. That no steps were taken is a valid answer: art. 3 leaves the klager free."""
    k = f.klaagschrift
    if any(stap.omschrijving for stap in k.stap):
        yield Oordeel("voldaan", "De ondernomen stappen zijn beschreven.")
    elif k.geen_stappen:
        yield Oordeel("voldaan", "De klager heeft geen stappen ondernomen; dat is een geldig antwoord.")
    else:
        yield Oordeel("ontbreekt", "Niet beschreven is welke stappen de klager heeft ondernomen, of dat er geen waren.")


def _klaagschrift(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 1 onder e: signed and dated."""
    mist = _missend(f.klaagschrift, v.velden)
    if mist:
        yield Oordeel("ontbreekt", f"Aan het klaagschrift {_ontbreekt(mist)} {som(mist)}.")
    else:
        yield Oordeel("voldaan", f"Aanwezig: {som([_NAMEN[x] for x in v.velden])}.")


def _stukken(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 2: the papers that the steps mention are there."""
    genoemd = {s for stap in f.klaagschrift.stap for s in stap.stukken}
    if not genoemd:
        yield Oordeel("nvt", "Bij de ondernomen stappen zijn geen stukken genoemd.")
        return
    overgelegd = f.stukken | {naam.rpartition("/")[2] for naam in f.stukken}
    mist = len(genoemd - overgelegd)
    if mist:
        yield Oordeel("ontbreekt", f"Van de {len(genoemd)} genoemde stukken {_telwoord(mist)} overgelegd.")
    else:
        yield Oordeel("voldaan", f"Overgelegd: {len(genoemd)} van {len(genoemd)} genoemde stukken.")


def _vraag(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 5 onder b-e: an answer of the klager. Not asked is not the same as no."""
    soort = f.klaagschrift.klager.hoedanigheid
    antwoord = getattr(f.klaagschrift.procedures, v.vraag or "")
    if antwoord:
        yield Oordeel("te_beoordelen", f"Volgens het klaagschrift: {v.zegt}.", ernstig=True)
    elif v.alleen_voor and soort is not None and soort not in v.alleen_voor:
        yield Oordeel("nvt", f"Geldt alleen voor: {', '.join(v.alleen_voor)}.")
    elif antwoord is None:
        yield Oordeel("te_beoordelen", f"Nog niet gevraagd: {v.zegt}.")
    else:
        yield Oordeel("voldaan", f"Volgens het klaagschrift niet: {v.zegt}.")


def _eerder(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 5 onder b: the same klacht before. An earlier case between the same people may be one."""
    if f.eerdere_zaken:
        zaken = ", ".join(f.eerdere_zaken)
        yield Oordeel(
            "te_beoordelen", f"Er is al een zaak tussen mogelijk dezelfde mensen: {zaken}. Vergelijk de klachten."
        )
    if not f.eerdere_zaken or f.klaagschrift.procedures.eerder_beoordeeld:
        yield from _vraag(v, f)


def _oordeel(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 5 onder f: interest and weight are for the committee alone."""
    yield Oordeel("nvt", "Hiervoor is geen feit te toetsen; het oordeel is aan de commissie.")


def _anoniem(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 9 lid 5 onder g."""
    naam = f.klaagschrift.klager.naam
    if (naam or "").strip() and not lijkt_naam(naam):
        yield Oordeel("te_beoordelen", "Wat bij de klager als naam staat, lijkt geen naam.", ernstig=True)
    elif (naam or "").strip():
        yield Oordeel("voldaan", "De klager heeft een naam opgegeven.")
    else:
        yield Oordeel("te_beoordelen", "Het klaagschrift noemt geen naam van de klager.", ernstig=True)


def _venster(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 10 lid 2: within a year before receipt; the last conduct decides, what is older is context."""
    termijn = f.regeling.zoek_termijn(v.termijn or "")
    if termijn is None or termijn.duur is None or not f.klaagschrift.gedraging:
        yield Oordeel("te_beoordelen", "Er is geen gedraging met een datum.")
        return
    regel = _vensterregel(termijn.duur, f.kalender, termijn.termijnenwet != "nee")
    dag = f.klaagschrift.ontvangstdag
    liggingen = [ligging(g.periode, dag, regel) for g in f.klaagschrift.gedraging]
    begin = voluit(regel[dag].uiterlijk)
    context = "binnen" in liggingen
    zin = "; ".join(_waar(nr, g, waar, begin, dag, context) for nr, (g, waar) in
                    enumerate(zip(f.klaagschrift.gedraging, liggingen, strict=True), 1))  # fmt: skip
    zin = f"Het venster loopt van {begin} tot en met {voluit(dag)}. {zin[0].upper()}{zin[1:]}."
    match samen(liggingen):
        case "binnen":
            yield Oordeel("voldaan", zin)
        case "buiten":
            yield Oordeel("ontbreekt", f"{zin} De commissie beoordeelt dit.")
        case _:
            yield Oordeel("te_beoordelen", f"{zin} De commissie beoordeelt dit.")


@lru_cache(16)
def _vensterregel(duur: Duur, kalender: Kalender, termijnenwet: bool) -> Rekenregel:
    """The window under a regulation, made once: it remembers what it counted."""
    return Rekenregel(duur, kalender, terug=True, termijnenwet=termijnenwet)


def _waar(nummer: int, g: Gedraging, waar: str, begin: str, ontvangst: date, context: bool) -> str:
    wie = f"gedraging {nummer}" + (f" ({g.wanneer})" if g.wanneer else "")
    if waar == "binnen":
        return f"{wie} ligt erbinnen"
    if waar == "buiten":
        return f"{wie} ligt vóór de jaartermijn" + (" en telt als context" if context else "")
    periode = g.periode
    if periode is None:
        return f"van {wie} is niet bekend wanneer"
    if periode.eerste > ontvangst:
        return f"{wie} ligt na de ontvangst; controleer de datum"
    return f"{wie} kan aan beide kanten van {begin} liggen"


def lijkt_naam(naam: str | None) -> bool:
    """Whether what stands there is a name, rather than a description or a way to give none."""
    return _GEEN_NAAM.fullmatch((naam or "").strip().lower()) is None


def _ontbreekt(mist: list[str]) -> str:
    return "ontbreekt" if len(mist) == 1 else "ontbreken"


def _missend(wat: object, velden: Iterable[str]) -> list[str]:
    return [_NAMEN[veld] for veld in velden if not _ingevuld(getattr(wat, veld))]


def _ingevuld(waarde: object) -> bool:
    return bool(waarde.strip()) if isinstance(waarde, str) else bool(waarde)


def _telwoord(aantal: int) -> str:
    return "is er 1 niet" if aantal == 1 else f"zijn er {aantal} niet"


VEREISTEN: dict[str, Toets] = {
    "gedraging": _gedraging,
    "klager": _klager,
    "aangeklaagde": _aangeklaagde,
    "stappen": _stappen,
    "klaagschrift": _klaagschrift,
    "stukken": _stukken,
    "vraag": _vraag,
    "eerder": _eerder,
    "oordeel": _oordeel,
    "anoniem": _anoniem,
    "venster": _venster,
}
