"""Reading back a workbook that people filled in: its own facts, and one sheet as rows of cells under known heads.

Nothing is guessed: what is no workbook, or holds a formula or an error where a text should be, is refused by the
name of its cell.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from klachtcli.fouten import Invoerfout
from klachtcli.stukken.pakket import ZIPFOUTEN

GROOTST_UITGEPAKT = 400_000_000
_CODE = re.compile("_x(?:(005F)_|000D_\\n?)", re.I)  # how Excel keeps a _ that is no code, and a carriage return
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ZOEK_KOP = 20  # in how many rows from the top the heads may stand


class Cel(NamedTuple):
    """What stands in a cell, as text; a day as ISO 8601. `fout`: why it cannot be read as text."""

    adres: str
    tekst: str
    fout: str = ""


class Werkboek(NamedTuple):
    """A workbook that klacht made: what it says of itself, and its sheets."""

    eigenschappen: dict[str, str]
    boek: Any  # of openpyxl


class Gelezen(NamedTuple):
    """A sheet: its rows, head -> cell; in which row the heads stand, and where; and what stands under no head.

    Of a column without a head, or with one that stood there before, the first cell with something in it.
    """

    rijen: list[dict[str, Cel]]
    koprij: int
    plekken: dict[str, int]
    zonder_kop: list[Cel]


def open_werkboek(ruw: bytes, eigenschap: str) -> Werkboek:
    """A workbook that has this property. Raises Invoerfout for anything else."""
    _eis_werkboek(ruw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out; only text is read
            boek: Any = load_workbook(io.BytesIO(ruw), read_only=True)
        eigenschappen = {str(p.name): str(p.value or "") for p in boek.custom_doc_props.props}
    except Exception:  # openpyxl raises anything for a damaged part
        raise beschadigd() from None
    if eigenschap not in eigenschappen:
        raise _geen_overzicht()
    return Werkboek(eigenschappen, boek)


def lees_blad(werkboek: Werkboek, blad: str, koppen: Sequence[str]) -> Gelezen:
    """The rows of a sheet, head -> cell, under at least these heads; empty rows are left out. Raises Invoerfout."""
    if blad not in werkboek.boek.sheetnames:
        raise Invoerfout("blad-ontbreekt", f"in dit werkboek is geen blad '{blad}' meer",
                         herstel="Geef het blad zijn naam terug, of maak een nieuw overzicht")  # fmt: skip
    try:
        return _lees(werkboek.boek[blad], blad, koppen)
    except Invoerfout:
        raise
    except Exception:  # as above
        raise beschadigd() from None


def _eis_werkboek(ruw: bytes) -> None:
    """Refuse what is no .xlsx, before anything in it is read."""
    if ruw[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Invoerfout("geen-werkboek", "dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op",
                         herstel="Bewaar het als .xlsx, zonder wachtwoord")  # fmt: skip
    try:
        with zipfile.ZipFile(io.BytesIO(ruw)) as zip_:
            namen = {x.filename for x in zip_.infolist()}
            if "mimetype" in namen and zip_.open("mimetype").read(len(_ODS)) == _ODS:
                raise Invoerfout("geen-werkboek", "dit is een werkblad van LibreOffice (.ods)",
                                 herstel="Bewaar het daar als .xlsx: Opslaan als, Excel 2007-365")  # fmt: skip
            if "xl/workbook.xml" not in namen:
                raise _geen_overzicht()
            if "xl/vbaProject.bin" in namen:
                raise Invoerfout("werkboek-met-macros", "in dit werkboek zitten macro's",
                                 herstel="Bewaar het als gewone Excel-werkmap (.xlsx)")  # fmt: skip
            if sum(x.file_size for x in zip_.infolist()) > GROOTST_UITGEPAKT:
                raise Invoerfout("werkboek-te-groot", "uitgepakt is dit werkboek te groot om een overzicht te zijn")
            for naam in namen:
                if naam.endswith((".xml", ".rels")) and _heeft_doctype(zip_, naam):
                    raise beschadigd()
    except ZIPFOUTEN:
        raise _geen_overzicht() from None


def _heeft_doctype(zip_: zipfile.ZipFile, naam: str) -> bool:
    with zip_.open(naam) as deel:
        begin = deel.read(1024).replace(b"\0", b"")
    return b"<!DOCTYPE" in begin.upper() or b"<!ENTITY" in begin.upper()


def _geen_overzicht() -> Invoerfout:
    return Invoerfout("geen-overzicht", "dit bestand is geen overzicht van klacht",
                      herstel="Maak er een met: klacht overzicht")  # fmt: skip


def beschadigd() -> Invoerfout:
    """The refusal of a workbook of which a part cannot be read."""
    return Invoerfout("werkboek-beschadigd", "dit werkboek is beschadigd, of geen gewoon .xlsx",
                      herstel="Open het in Excel of LibreOffice en bewaar het opnieuw als .xlsx")  # fmt: skip


def _lees(blad: Any, naam: str, koppen: Sequence[str]) -> Gelezen:
    """The rows under the heads, wherever those stand."""
    blad.reset_dimensions()
    genummerd = enumerate(blad.iter_rows(), 1)
    zoek = ((nr, _koppen(rij, koppen)) for nr, rij in islice(genummerd, _ZOEK_KOP))
    koprij, plekken = next((gevonden for gevonden in zoek if gevonden[1]), (0, {}))
    if not plekken:
        raise Invoerfout("koppen-ontbreken", f"op het blad '{naam}' staan de koppen niet meer: {', '.join(koppen)}",
                         herstel="Zet ze terug in de eerste rij, of maak een nieuw overzicht")  # fmt: skip
    zonder_kop: dict[int, Cel] = {}
    rijen = list(_rijen(genummerd, naam, plekken, zonder_kop))
    return Gelezen(rijen, koprij, plekken, [zonder_kop[n] for n in sorted(zonder_kop)])


def _rijen(
    genummerd: Iterator[tuple[int, Sequence[Any]]], naam: str, plekken: dict[str, int], zonder_kop: dict[int, Cel]
) -> Iterator[dict[str, Cel]]:
    """A row in which nothing stands is left out. To `zonder_kop` is added what stands under no head."""
    onder_kop = set(plekken.values())
    for nr, rij in genummerd:
        for n in range(len(rij)):
            if n not in onder_kop and n not in zonder_kop and _staat_iets(los := _cel(rij[n], n, nr, naam)):
                zonder_kop[n] = los
        cellen = {kop: _cel(rij[n], n, nr, naam) for kop, n in plekken.items() if n < len(rij)}
        if any(map(_staat_iets, cellen.values())):
            yield {kop: cellen.get(kop, Cel(_adres(naam, n, nr), "")) for kop, n in plekken.items()}


def _staat_iets(cel: Cel) -> bool:
    return bool(cel.tekst or cel.fout)


def _koppen(rij: Sequence[Any], koppen: Sequence[str]) -> dict[str, int]:
    """At which place each head of this row stands, if all that are needed are there. Raises Invoerfout for a double."""
    gelezen = [" ".join(str(c.value or "").split()) for c in rij]
    if not set(koppen) <= set(gelezen):
        return {}
    dubbel = next((k for k in koppen if gelezen.count(k) > 1), None)
    if dubbel:
        raise Invoerfout("kop-dubbel", f"de kop '{dubbel}' staat er tweemaal",
                         herstel="Laat alleen de kolom van het overzicht zelf zo heten")  # fmt: skip
    return {kop: n for n, kop in reversed(list(enumerate(gelezen))) if kop}


def _cel(cel: Any, kolom: int, rij: int, blad: str) -> Cel:
    adres = _adres(blad, kolom, rij)
    waarde, soort = cel.value, getattr(cel, "data_type", "")
    if waarde is None:
        return Cel(adres, "")
    if soort == "e":
        return Cel(adres, str(waarde), "een foutwaarde")
    if soort == "f" or not isinstance(waarde, str | int | float | bool | date | time):
        return Cel(adres, "", "een formule")
    return Cel(adres, _tekst(waarde))


def _tekst(waarde: object) -> str:
    if isinstance(waarde, datetime) and waarde.time() == time():
        return waarde.date().isoformat()
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    return _CODE.sub(lambda m: "_" if m[1] else "\n", str(waarde)).strip()


def _adres(blad: str, kolom: int, rij: int) -> str:
    return f"{blad}!{get_column_letter(kolom + 1)}{rij}"
