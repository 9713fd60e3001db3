"""What SQLite says and what damage there is, told in our own words and with a stable code."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from klachtcli.fouten import KlachtFout, Onbruikbaar

WACHT = 10.0  # seconds that a writer waits for another
_NIETS = "er is niets vastgelegd"
TERUG = "Zet een reservekopie terug"
_HALVERWEGE = (
    "handeling-halverwege",
    "een afgebroken handeling moet eerst worden teruggedraaid, maar de werkmap is alleen te lezen",
    "Geef uzelf schrijfrecht op de map",
)
_BESCHADIGD = ("SQLITE_CORRUPT", "SQLITE_ERROR", "SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_SCHEMA")
_UITLEG = {
    "SQLITE_BUSY": ("werkmap-bezet", f"een ander programma schrijft al {WACHT:.0f} seconden in deze werkmap; {_NIETS}",
                    "Sluit het andere programma en probeer het opnieuw"),
    "SQLITE_FULL": ("schijf-vol", f"de schijf is vol; {_NIETS}", "Maak ruimte en probeer het opnieuw"),
    "SQLITE_IOERR_DELETE": _HALVERWEGE,
    "SQLITE_IOERR": ("schijf-fout", f"lezen of schrijven op de schijf mislukte; {_NIETS}",
                     "Controleer de schijf en de ruimte daarop"),
    "SQLITE_READONLY_ROLLBACK": _HALVERWEGE,
    "SQLITE_READONLY": ("map-alleen-lezen", f"de werkmap is alleen te lezen; {_NIETS}",
                        "Geef uzelf schrijfrecht op de map"),
    "SQLITE_CANTOPEN": ("journaal-niet-te-openen", "het journaal is niet te openen", "Controleer de rechten op de map"),
    "SQLITE_NOTADB": ("geen-journaal", "journaal.sqlite is geen SQLite-bestand, of het begin is beschadigd", TERUG),
}  # fmt: skip


@contextmanager
def vertaal() -> Iterator[None]:
    """Turn an error of SQLite, or of bytes that are no text, into one of ours."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as fout:
        raise _uitleg(fout) from None


def beschadigd(nummer: int | None = None) -> Onbruikbaar:
    """The journal, or one entry of it, is not what it was."""
    wat = f"vastlegging {nummer} van het journaal klopt niet meer" if nummer else "het journaal klopt niet meer"
    feit = f"{wat}: na het vastleggen veranderd, beschadigd of afgekapt"
    return Onbruikbaar("journaal-beschadigd", feit, herstel=TERUG)


def lopend_anders() -> Onbruikbaar:
    """The list of open cases is not what the entries make of it: somebody wrote in the file."""
    feit = "de lijst van lopende zaken in het journaal klopt niet met de vastleggingen"
    return Onbruikbaar("overzicht-klopt-niet", feit, herstel=TERUG)


def bezet() -> Onbruikbaar:
    """Somebody else keeps writing."""
    code, feit, herstel = _UITLEG["SQLITE_BUSY"]
    return Onbruikbaar(code, feit, herstel=herstel)


def _uitleg(fout: Exception) -> KlachtFout:
    naam = getattr(fout, "sqlite_errorname", "") or ""
    for begin, (code, feit, herstel) in _UITLEG.items():
        if naam.startswith(begin):
            return Onbruikbaar(code, feit, herstel=herstel)
    if not naam or naam.startswith(_BESCHADIGD):
        return beschadigd()
    return Onbruikbaar("journaal-fout", f"het journaal is nu niet te gebruiken ({naam}); {_NIETS}",
                       herstel="Probeer het opnieuw; blijft het zo, start dan de computer opnieuw")  # fmt: skip
