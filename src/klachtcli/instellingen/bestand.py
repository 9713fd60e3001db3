"""Bytes -> tables: TOML or JSON in UTF-8, with Dutch sentences for what is wrong with a file as a whole."""

from __future__ import annotations

import codecs
import json
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn, TypeVar, cast

import msgspec

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.instellingen.lezer import lees
from klachtcli.schijf import reden

T = TypeVar("T", bound=msgspec.Struct)
# A klaagschrift of a megabyte is some three hundred pages; a longer text is an attachment.
GROOTSTE = 1_000_000
_GEEN_TEKST = {b"PK\x03\x04": "een Word- of zipbestand", b"%PDF": "een pdf", b"\xd0\xcf": "een oud Word-bestand",
               b"{\\rtf": "een tekst met opmaak (.rtf)", b"\x89PNG": "een afbeelding", b"\xff\xd8\xff": "een foto",
               b"II*\0": "een scan", b"MM\0*": "een scan"}  # fmt: skip
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ALS_BIJLAGE = (
    "Is dit de brief van de klager, geef hem dan als stuk: klacht ontvang --stuk BESTAND; hoort het bij een "
    "klaagschriftbestand, noem het daarin dan als [[bijlage]]"
)
_AL_DAAR = "deze naam staat er al; bij tabellen die vaker voorkomen horen dubbele haken, zoals [[termijn]]"
# What the parser says of a slip that people make, and what it is; anything else is a slip in writing.
_VERSCHRIJVING = {
    "Invalid date": "deze datum bestaat niet",
    "Cannot overwrite": _AL_DAAR,
    "Cannot declare": _AL_DAAR,
    "Illegal character": "hier ontbreekt een aanhalingsteken; een tekst over meer regels staat tussen drie ervan",
    "Unescaped": "een tekst die met \\ doorloopt op de volgende regel, staat tussen drie aanhalingstekens",
    "Unclosed array": "tussen de delen van een lijst staat een komma, en aan het eind een ]",
}
_PLEK = re.compile(r"\(at line (\d+), column (\d+)\)")


# What helps where a file that came with the product does not suit it: an older one, or a slip in an edited one.
MEEGELEVERD = "Herstel het, of neem het meegeleverde over met: klacht init MAP --vernieuw"


@contextmanager
def instelling(herstel: str = "") -> Iterator[None]:
    """What is wrong with a file of the configuration makes the work folder unusable: not the input, but the ground.

    `herstel`: what helps, where the fault itself does not say so.
    """
    try:
        yield
    except Invoerfout as fout:
        raise Onbruikbaar(
            fout.code, fout.feit, grondslag=fout.grondslag, herstel=fout.herstel or herstel, gebreken=fout.gebreken
        ) from None


def lees_instelling(soort: type[T], pad: Path, wat: str, code: str) -> T:
    """A file of the configuration as a value of type `soort`; `wat` names it. Raises Onbruikbaar where it is not there,
    Invoerfout(code) with every fault.
    """
    return cast(T, _waarde(soort, instellingsbytes(pad, wat), wat, code))


def instellingsbytes(pad: Path, wat: str, grootste: int = GROOTSTE) -> bytes:
    """The bytes of a file of the work folder that `init` puts there. Raises Onbruikbaar where it is not there."""
    if not pad.is_file():
        raise Onbruikbaar("instelling-ontbreekt", f"{wat} ontbreekt", herstel="Herstel met: klacht init MAP")
    return lees_bytes(pad, wat, grootste)


@lru_cache(64)
def _waarde(soort: type[Any], ruw: bytes, wat: str, code: str) -> Any:
    """The same bytes are the same value, which cannot be changed: a process that meets them again has it at once."""
    return lees(soort, lees_tabel(ruw, wat), wat=wat, code=code)


def lees_bytes(pad: Path, wat: str, grootste: int) -> bytes:
    """The bytes of a file. `wat` names it in errors, for a path may hold a person's name."""
    try:
        if not pad.is_file():
            feit = f"{wat} is een map" if pad.is_dir() else f"{wat} bestaat niet"
            herstel = "Controleer de naam; er wordt gezocht vanuit de map waarin u staat"
            raise Invoerfout("bestand-ontbreekt", feit, herstel=herstel)
        grootte = pad.stat().st_size
        if grootte > grootste:
            te_groot(wat, grootte, grootste)
        return pad.read_bytes()
    except OSError as fout:
        raise Invoerfout("bestand-onleesbaar", f"{wat} is niet te lezen: {reden(fout)}") from None


def te_groot(wat: str, grootte: int, grootste: int) -> NoReturn:
    """Refuse a file over its size."""
    raise Invoerfout(
        "bestand-te-groot",
        f"{wat} is {_mb(grootte)} groot; ten hoogste {_mb(grootste)} wordt aangenomen",
        herstel="Voeg een lange tekst toe als [[bijlage]]",
    )


def als_tekst(ruw: bytes, wat: str) -> str:
    """The text in a file: UTF-8, or the UTF-16 that `>` of Windows PowerShell writes, which says so itself."""
    try:
        return ruw.decode("utf-16" if ruw.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as fout:
        feit = f"{wat} is geen tekst in UTF-8 (byte {fout.start + 1})"
        raise Invoerfout("geen-utf8", feit, herstel="Sla het op als platte tekst, in UTF-8") from None


def lees_tabel(ruw: bytes, wat: str) -> dict[str, Any]:
    """The table in a TOML or JSON file; JSON is known by its opening brace."""
    for begin, soort in _GEEN_TEKST.items():
        if ruw.startswith(begin):
            raise Invoerfout("geen-tekst", f"{wat} is {soort}, geen TOML of JSON", herstel=_ALS_BIJLAGE)
    tekst = als_tekst(ruw, wat)
    if not tekst.strip():
        raise Invoerfout("bestand-leeg", f"{wat} is leeg")
    return _json(tekst, wat) if tekst.lstrip().startswith("{") else _toml(tekst.replace("\r\n", "\n"), wat)


def _toml(tekst: str, wat: str) -> dict[str, Any]:
    try:
        return tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        plek = _PLEK.search(str(fout))
        waar = f"regel {plek[1]}, kolom {plek[2]}" if plek else "het einde"
        herstel = (
            "Een tekst staat tussen aanhalingstekens; zonder staan een datum (2026-04-24) en een moment "
            "(2026-04-24T10:15:00, met seconden)"
        )
        zegt = (woorden for begin, woorden in _VERSCHRIJVING.items() if begin in str(fout))
        wat_er_is = next(zegt, "hier klopt de schrijfwijze niet")
        if tekst.lstrip()[:1] == "[" and tekst.rstrip()[-1:] == "]":
            raise Invoerfout("geen-json", f"{wat} is geen JSON-object en geen goede TOML") from None
        raise Invoerfout(
            "geen-toml", f"{wat} is geen goede TOML (of JSON): {waar}: {wat_er_is}", herstel=herstel
        ) from None
    except (RecursionError, ValueError):
        raise Invoerfout("geen-toml", f"{wat} is geen goede TOML: te diep genest of een onmogelijk getal") from None


def _json(tekst: str, wat: str) -> dict[str, Any]:
    try:
        uit = json.loads(tekst, object_pairs_hook=_zonder_dubbelen, parse_constant=_geen_getal)
    except json.JSONDecodeError as fout:
        raise Invoerfout("geen-json", f"{wat} is geen goede JSON: regel {fout.lineno}, kolom {fout.colno}") from None
    except (RecursionError, ValueError):
        raise Invoerfout(
            "geen-json", f"{wat} is geen goede JSON: een sleutel staat er dubbel, of het is te diep genest"
        ) from None
    if not isinstance(uit, dict):
        raise Invoerfout("geen-json", f"{wat} is geen JSON-object")
    return uit


def _zonder_dubbelen(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) != len(paren):
        raise ValueError("dubbele sleutel")
    return uit


def _geen_getal(_: str) -> NoReturn:
    raise ValueError("geen getal")


def _mb(grootte: int) -> str:
    return f"{grootte / 1_000_000:.1f} MB".replace(".", ",")
