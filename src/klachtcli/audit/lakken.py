"""Entries without personal facts: what must stay for a replay stays, what names somebody gets a pseudonym, and every
other text is gone.

Closed by default: days, numbers, yes or no, and words from a fixed list stay, by their type. A text stays only where
KEURVORM has its field and it is of that form; else it is replaced, also in a field that is new tomorrow.

A pseudonym keeps what the checks look at and nothing else: whether two names may be of one person (`zaak.namen`),
whether two onderdelen are one (`zaak.fracties`), whether a paper that was mentioned is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import count, product
from random import SystemRandom
from string import ascii_lowercase
from typing import Any

import msgspec
from msgspec import inspect as vorm

from klachtcli.journaal.codec import Inhoud, klasse_van
from klachtcli.recht.datum import lees_periode
from klachtcli.zaak.fracties import Fracties, gelijkend
from klachtcli.zaak.namen import naamdelen
from klachtcli.zaak.toetsen import lijkt_naam

WEG = "weggelaten"
_DAG = r"\d{4}-\d{2}-\d{2}"
_NAAM = r"[a-z][a-z0-9_-]{0,60}"  # an id out of a regulation's data, or a kind of letter
_VEREISTE = r"\d{1,2}(?:[.:][0-9a-z]{1,3}){0,3}"  # 9.5.b
_WIE = r"klager|werkgever|ondernemingsraad|commissie|(?:aangeklaagde|genodigde)-\d{1,3}|"
_MOMENT = rf"{_DAG}(?:[T ][0-9:.+Z-]{{4,30}})?"
_TIJD = r"\d{2}:\d{2}"
_HASH = r"[0-9a-f]{64}"
_ZAAK = r"K\d{4}-\d{3,6}"
_ZEGEL = r"(?:\d{1,12}-[0-9a-f]{16})?"
_PARTIJEN = (
    ("ContactVermeld", "van"), ("BemiddelingVoorgesteld", "aan"), ("BemiddelingAanvaard", "door"),
    ("BemiddelingGeweigerd", "door"), ("Betrokkene", "voor"), ("HoorzittingGepland", "wie"),
    ("HoorzittingVerplaatst", "wie"), ("HoorzittingGeannuleerd", "wie"), ("HoorzittingGehouden", "gehoord"),
    ("HoorzittingGehouden", "afwezig"), ("VerslagOpgemaakt", "van"), ("FeitenReactieOntvangen", "door"),
    ("VoorzieningGevraagd", "door"), ("NazorgAangeboden", "aan"), ("BriefGemaakt", "aan"), ("BriefVerzonden", "aan"),
    ("SignaalBesproken", "wie"),
)  # fmt: skip
# (class, field) -> the form in which its text says nothing of a person.
KEURVORM: dict[tuple[str, str], str] = {
    **dict.fromkeys(_PARTIJEN, _WIE),
    ("Bron", "id"): _NAAM,
    ("Bron", "versie"): rf"{_DAG}|tot en met {_DAG}|leeg|",
    ("Bron", "sha256"): _HASH,
    ("Dagen", "termijn"): _NAAM,
    ("Klaagschrift", "ontvangen_op"): _MOMENT,
    ("Aanvulling", "ontvangen_op"): _MOMENT,
    ("Getoetst", "uitkomst"): "compleet|aanvulling|weigeringsgrond|te_beoordelen",
    ("Getoetst", "bevindingen[0]"): _VEREISTE,
    ("Getoetst", "bevindingen[1]"): "voldaan|ontbreekt|te_beoordelen|nvt",
    ("Getoetst", "eerdere_zaken"): _ZAAK,
    ("SignaalBesproken", "zaken"): _ZAAK,
    ("Ingezien", "zaken"): _ZAAK,
    ("AfwijkingVastgelegd", "bij"): _NAAM,
    ("NietOntvankelijkGeadviseerd", "grond"): _VEREISTE,
    ("Zetel", "rol"): "(?:plaatsvervangend )?(?:voorzitter|lid)",
    ("Zetel", "uit"): "extern|ambtelijk|politiek",
    ("HoorzittingGepland", "tijd"): _TIJD,
    ("HoorzittingVerplaatst", "tijd"): _TIJD,
    ("BriefGemaakt", "brief"): _NAAM,
    ("BriefGemaakt", "sjabloon"): _HASH,
    ("BriefGemaakt", "zegel"): _ZEGEL,
    ("BriefVerzonden", "brief"): _NAAM,
    ("OpmerkingGemaakt", "overzicht"): _ZEGEL,
}
_WANNEER = {(klasse, "wanneer") for klasse in ("Gedraging", "AanvullingGedraging", "OndernomenStap", "AanvullingStap")}
_MENSEN = {(klasse, "naam") for klasse in ("Persoon", "AanvullingPersoon", "Contact", "Betrokkene", "Zetel")} | {
    (klasse, "getuigen") for klasse in ("Gedraging", "AanvullingGedraging")
}
_ONDERDELEN = {(klasse, "onderdeel") for klasse in ("Persoon", "AanvullingPersoon", "Zetel")} | {("Fractie", "naam")}
_PAPIEREN = {("Stuk", "bestand"), ("Bijlage", "bestand"), ("OndernomenStap", "stukken"), ("AanvullingStap", "stukken")}
_AANHEF = {(klasse, "aanhef") for klasse in ("Persoon", "AanvullingPersoon", "Contact", "Betrokkene")}
# Of these the type says nothing of a person, and the value all the same: whether somebody is a man or a woman, the
# values in a letter, how large a paper is that somebody else has too.
_GEHEEL_WEG: dict[tuple[str, str], object] = {
    ("BriefGemaakt", "gegevens"): {},
    ("Stuk", "grootte"): 0,
    **dict.fromkeys(_AANHEF, "geen"),
}


class Lak:
    """Redacts the entries of one case; the same name gets the same pseudonym in all of them."""

    def __init__(self) -> None:
        self._namen: dict[tuple[str, str], str] = {}
        tokens = ("".join(t) for n in count(1) for t in product(ascii_lowercase, repeat=n))
        letters = iter(f"{ascii_lowercase}αβγδεζηθικλμνξοπρστυφχψω")
        self._nieuw: dict[str, Callable[[], str]] = {
            "naam": lambda: f"persoon{next(tokens)}",
            "letter": lambda: next(letters, ""),
        }
        self._soorten: dict[int, str] = {}

    def inhoud(self, nummer: int, soort: str, ruw: bytes) -> bytes:
        """The content of an entry, redacted: it reads as the same kind of entry. Raises KeyError, or DecodeError."""
        los: dict[str, Any] = msgspec.json.decode(ruw)
        self._soorten[nummer] = soort
        uit: dict[str, object] = {"door": self._schijnnaam("gebruiker", los["door"])}
        uit["gebeurtenis"] = self._gebeurtenis(los["gebeurtenis"])
        if los.get("termijnen") is not None:
            uit["termijnen"] = self._waarde(_types(Inhoud)["termijnen"], los["termijnen"], ("Inhoud", "termijnen"))
        return msgspec.json.encode(uit)

    def fracties(self, register: Fracties) -> Fracties:
        """The register under the same pseudonyms, as far as the case names one of its fracties."""
        genoemd = [f for f in register.fractie if ("onderdeel", gelijkend(f.naam)) in self._namen]
        lak = [msgspec.structs.replace(f, naam=self._onderdeel(f.naam), bron=WEG) for f in genoemd]
        return msgspec.structs.replace(register, fractie=tuple(lak))

    def _gebeurtenis(self, los: Mapping[str, Any]) -> dict[str, object]:
        klasse = klasse_van(los["soort"])
        uit = {"soort": los["soort"], **self._velden(klasse, los)}
        if "wijzigt" in los:
            gewijzigd = klasse_van(self._soorten[los["nummer"]]) if los["nummer"] in self._soorten else None
            uit["wijzigt"] = self._velden(gewijzigd, los["wijzigt"]) if gewijzigd else {}
        return uit

    def _velden(self, klasse: type, los: Mapping[str, Any]) -> dict[str, object]:
        types = _types(klasse)
        return {v: self._waarde(types[v], w, (klasse.__name__, v)) for v, w in los.items() if v in types}

    def _waarde(self, type_: vorm.Type, waarde: Any, plek: tuple[str, str]) -> object:
        """A value by its type; what is of no type that says nothing of a person, is gone."""
        if waarde is None or plek in _GEHEEL_WEG:
            return None if waarde is None else _GEHEEL_WEG[plek]
        match type_, waarde:
            case vorm.UnionType(), _:
                passend = next((t for t in type_.types if _past(t, waarde)), None)
                return self._waarde(passend, waarde, plek) if passend else WEG
            case vorm.StructType(array_like=True), list():
                velden = zip(type_.fields, waarde, strict=False)
                return [self._waarde(f.type, w, (type_.cls.__name__, f.name)) for f, w in velden]
            case vorm.StructType(), dict():
                return self._velden(type_.cls, waarde)
            case ((vorm.VarTupleType() | vorm.ListType()), list()):
                return [self._waarde(type_.item_type, w, plek) for w in waarde]
            case vorm.TupleType(), list():
                delen = enumerate(zip(type_.item_types, waarde, strict=False))
                return [self._waarde(t, w, (plek[0], f"{plek[1]}[{n}]")) for n, (t, w) in delen]
            case vorm.StrType(), str():
                return self._tekst(waarde, plek)
        return waarde if _past(type_, waarde) else WEG

    def _tekst(self, tekst: str, plek: tuple[str, str]) -> str:
        if plek in KEURVORM and re.fullmatch(KEURVORM[plek], tekst, re.ASCII):
            return tekst
        if plek in _WANNEER and _is_periode(tekst):
            return tekst
        if not tekst.strip():
            return ""
        if plek in _MENSEN:
            return self._mens(tekst)
        if plek in _ONDERDELEN:
            return self._onderdeel(tekst)
        return "/".join(self._schijnnaam("stuk", deel) for deel in tekst.split("/")) if plek in _PAPIEREN else WEG

    def _mens(self, naam: str) -> str:
        """Each part of a name has its own pseudonym, so that two names are alike where they were, and only there."""
        if not lijkt_naam(naam):
            return "onbekend"
        delen, letters = naamdelen(naam)
        willekeurig = SystemRandom().sample(sorted(delen | letters), len(delen | letters))  # not by the alphabet
        uit = [self._deel("letter" if len(d) == 1 else "naam", d) for d in willekeurig]
        return " ".join(sorted(sorted(uit), key=len, reverse=True)) or WEG

    def _deel(self, soort: str, deel: str) -> str:
        if (soort, deel) not in self._namen:
            self._namen[soort, deel] = self._nieuw[soort]()
        return self._namen[soort, deel]

    def _onderdeel(self, naam: str) -> str:
        schijn = self._schijnnaam("onderdeel", gelijkend(naam)).replace("-", " ")
        return f"fractie {schijn}" if "fractie" in naam.casefold() else schijn

    def _schijnnaam(self, soort: str, naam: str) -> str:
        """`stuk-2` for the second name of its kind."""
        if (soort, naam) not in self._namen:
            self._namen[soort, naam] = f"{soort}-{1 + sum(s == soort for s, _ in self._namen)}"
        return self._namen[soort, naam]


def _past(type_: vorm.Type, waarde: object) -> bool:
    """Whether a value as JSON has it is of a type."""
    match type_:
        case vorm.DateType():
            return isinstance(waarde, str) and re.fullmatch(_DAG, waarde, re.ASCII) is not None
        case vorm.LiteralType():
            return waarde in type_.values
        case vorm.BoolType():
            return isinstance(waarde, bool)
        case vorm.IntType():
            return isinstance(waarde, int) and not isinstance(waarde, bool)
        case vorm.StrType():
            return isinstance(waarde, str)
        case vorm.StructType():
            return isinstance(waarde, list if type_.array_like else dict)
        case vorm.VarTupleType() | vorm.TupleType() | vorm.ListType():
            return isinstance(waarde, list)
    return False


@cache
def _types(klasse: type) -> dict[str, vorm.Type]:
    gelezen = vorm.type_info(klasse)
    assert isinstance(gelezen, vorm.StructType)
    return {f.encode_name: f.type for f in gelezen.fields}


def _is_periode(tekst: str) -> bool:
    try:
        lees_periode(tekst)
    except ValueError:
        return False
    return True
