"""A table -> a value of a declared type, with every fault named by its place.

The types in `recht` and `zaak` are the schema: there is no second list of keys. A field may carry the name of a
reader, `Annotated[str, "wanneer"]`; the readers stand in LEZERS. No message repeats what may be a person's name.
"""

from __future__ import annotations

import difflib
import re
import types
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from klachtcli import klok
from klachtcli.fouten import Gebrek, Invoerfout
from klachtcli.recht.datum import lees_dag, lees_periode, lees_tijd
from klachtcli.recht.duur import Duur, lees_duur

T = TypeVar("T")
# How what was meant as a list is written as one.
_TOCH_EEN_LIJST: dict[type, str] = {
    dict: "; zet de naam ervan tussen dubbele haken: [[…]]",
    str: '; zet er vierkante haken om: ["…"]',
}
_FOUT: Any = object()
_BESTURING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ONZICHTBAAR = "de tekst bevat een onzichtbaar besturingsteken dat in geen brief kan staan"
_BIJNA_POSTCODE = re.compile(r"[0-9]{4}\W*[A-Za-z] ?[A-Za-z]{0,2}[^A-Za-z]*|[0-9][0-9 ]*[A-Za-z]{1,2}[^A-Za-z]*")
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})", re.ASCII)
_SOORTEN: dict[type, str] = {
    str: "tekst", bool: "true of false", int: "een geheel getal", float: "een getal", list: "een lijst",
    dict: "een tabel", date: "een datum", datetime: "een tijdstip",
}  # fmt: skip


def lees(soort: type[T], ruw: object, *, wat: str, code: str) -> T:
    """The value of type `soort` in a raw table. Raises Invoerfout(code) with all faults of `wat`."""
    lezer = _Lezer()
    waarde = lezer.waarde(soort, ruw, "")
    meld(lezer.gebreken, wat, code)
    return cast(T, waarde)


def lees_veld(
    soort: type[msgspec.Struct], veld: str, ruw: object, *, wat: str = "het antwoord", code: str = "antwoord-fout"
) -> Any:
    """One field of a type on its own, for an answer as it comes. Raises Invoerfout."""
    lezer = _Lezer()
    waarde = lezer.waarde(_velden(soort)[veld][0], ruw, veld)
    meld(lezer.gebreken, wat, code)
    return waarde


def meld(gebreken: Sequence[Gebrek], wat: str, code: str) -> None:
    """Raise when there are faults."""
    if gebreken:
        aantal = "1 fout" if len(gebreken) == 1 else f"{len(gebreken)} fouten"
        raise Invoerfout(code, f"{wat}: {aantal}", gebreken=gebreken)


def dichtste(naam: str, bekend: Sequence[str]) -> str:
    """`; bedoelt u 'klager'?` for the nearest known name, or nothing."""
    nabij = difflib.get_close_matches(naam, bekend, 1, 0.6)
    return f"; bedoelt u '{nabij[0]}'?" if nabij else ""


class _Lezer:
    def __init__(self) -> None:
        self.gebreken: list[Gebrek] = []

    def fout(self, plaats: str, feit: str) -> Any:
        self.gebreken.append(Gebrek(plaats or "bestand", feit))
        return _FOUT

    def waarde(self, soort: Any, ruw: object, plaats: str) -> Any:
        herkomst = get_origin(soort)
        if herkomst is Annotated:
            return self._met_lezer(soort, ruw, plaats)
        if herkomst in (Union, types.UnionType):
            keuzes = [s for s in get_args(soort) if s is not type(None)]
            return None if ruw is None else self.waarde(keuzes[0], ruw, plaats)
        if herkomst is tuple:
            return self._lijst(get_args(soort)[0], ruw, plaats)
        if herkomst is Literal:
            return self._keuze(get_args(soort), ruw, plaats)
        if isinstance(soort, type) and issubclass(soort, msgspec.Struct):
            return self._struct(soort, ruw, plaats)
        return self._enkel(soort, ruw, plaats)

    def _struct(self, soort: type[msgspec.Struct], ruw: object, plaats: str) -> Any:
        if not isinstance(ruw, dict):
            return self._verkeerd("een tabel", ruw, plaats)
        velden = _velden(soort)
        for sleutel in ruw:
            if sleutel not in velden:
                self.fout(_onder(plaats, _kort(sleutel)), "onbekende sleutel" + dichtste(sleutel, list(velden)))
        waarden = {}
        for naam, (type_, verplicht) in velden.items():
            if ruw.get(naam) is not None:
                waarden[naam] = self.waarde(type_, ruw[naam], _onder(plaats, naam))
            elif verplicht:
                waarden[naam] = self.fout(_onder(plaats, naam), "ontbreekt, en is verplicht")
        return _FOUT if _FOUT in waarden.values() else soort(**waarden)

    def _lijst(self, soort: Any, ruw: object, plaats: str) -> Any:
        if not isinstance(ruw, list):
            return self._verkeerd("een lijst", ruw, plaats, _TOCH_EEN_LIJST.get(type(ruw), ""))
        return tuple(self.waarde(soort, deel, f"{plaats}[{n}]") for n, deel in enumerate(ruw, 1))

    def _keuze(self, keuzes: tuple[str, ...], ruw: object, plaats: str) -> Any:
        if ruw in keuzes:
            return ruw
        if not isinstance(ruw, str):
            return self._verkeerd("tekst", ruw, plaats)
        hint = dichtste(ruw.lower(), keuzes)
        return self.fout(plaats, f"onbekende keuze; kies uit {', '.join(keuzes)}{hint}")

    def _enkel(self, soort: type, ruw: object, plaats: str) -> Any:
        if soort is date:
            return self._met_lezer(Annotated[date, "dag"], ruw, plaats)
        if type(ruw) is not soort:
            return self._verkeerd(_SOORTEN[soort], ruw, plaats)
        if isinstance(ruw, str) and _BESTURING.search(ruw):
            return self.fout(plaats, _ONZICHTBAAR)
        return ruw

    def _met_lezer(self, soort: Any, ruw: object, plaats: str) -> Any:
        naam = get_args(soort)[1]
        try:
            return LEZERS[naam](ruw)
        except _GeenSoort as fout:
            return self._verkeerd(str(fout), ruw, plaats)
        except (ValueError, OverflowError) as fout:
            return self.fout(plaats, str(fout))

    def _verkeerd(self, verwacht: str, ruw: object, plaats: str, hint: str = "") -> Any:
        staat = _SOORTEN.get(type(ruw), "iets anders")
        return self.fout(plaats, f"{verwacht} verwacht, maar hier staat {staat}{hint}")


class _GeenSoort(Exception):
    """The raw value is of another kind than the reader takes; the message names the kind it takes."""


def _dag(ruw: object) -> date:
    if isinstance(ruw, datetime):
        raise _GeenSoort("een datum (zonder tijd)")
    if isinstance(ruw, date):
        return ruw
    return lees_dag(_tekst(ruw, "een datum"))


def _moment(ruw: object) -> str:
    """A day, or a moment on the clock of Amsterdam, in ISO 8601."""
    if isinstance(ruw, str) and (":" in ruw or "T" in ruw):
        try:
            ruw = datetime.fromisoformat(ruw.strip())
        except ValueError:
            raise ValueError("geen tijdstip zoals 2026-03-06T16:42:00+01:00") from None
    try:
        return (klok.in_amsterdam(ruw) if isinstance(ruw, datetime) else _dag(ruw)).isoformat()
    except OverflowError:
        raise ValueError("dit tijdstip valt buiten de kalender") from None


def _wanneer(ruw: object) -> str:
    tekst = ruw.isoformat()[:10] if isinstance(ruw, date) else _tekst(ruw, "een datum of tekst").strip()
    lees_periode(tekst)
    return tekst


def _tijd(ruw: object) -> str:
    return lees_tijd(_tekst(ruw, "een tijd als tekst"))


def _postcode(ruw: object) -> str:
    """A Dutch postcode as `2514 EA`; one of another country as it stands."""
    tekst = _tekst(ruw, "tekst").strip()
    if deel := _POSTCODE.fullmatch(tekst):
        return f"{deel[1]} {deel[2].upper()}"
    buitenlands = len(tekst) <= 12 and tekst.isascii() and any(c.isdigit() for c in tekst)
    if not buitenlands or _BIJNA_POSTCODE.fullmatch(tekst):
        raise ValueError("geen postcode zoals 2514 EA")
    return tekst


def _duur(ruw: object) -> Duur:
    return lees_duur(_tekst(ruw, "een duur als tekst"))


def _tekst(ruw: object, verwacht: str) -> str:
    if not isinstance(ruw, str):
        raise _GeenSoort(verwacht)
    if _BESTURING.search(ruw):
        raise ValueError(_ONZICHTBAAR)
    return ruw


LEZERS: dict[str, Callable[[object], Any]] = {
    "dag": _dag,
    "moment": _moment,
    "wanneer": _wanneer,
    "tijd": _tijd,
    "postcode": _postcode,
    "duur": _duur,
}


@cache
def _velden(soort: type[msgspec.Struct]) -> dict[str, tuple[Any, bool]]:
    hints = get_type_hints(soort, include_extras=True)
    return {v.name: (hints[v.name], v.required) for v in msgspec.structs.fields(soort)}


def _onder(plaats: str, naam: str) -> str:
    return f"{plaats}.{naam}" if plaats else naam


def _kort(sleutel: str) -> str:
    schoon = _BESTURING.sub("?", sleutel)
    return schoon if len(schoon) <= 40 else schoon[:40] + "…"
