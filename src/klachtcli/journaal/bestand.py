"""The file of the journal: its tables and triggers, made whole or not at all, and its faults told in Dutch."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.journaal.keten import KETEN
from klachtcli.zaak.gebeurtenissen import OPENT, SLUIT, VULT_AAN

TOEPASSING = 0x6B6C6368  # 'klch'
VORM = 1
WACHT = 10.0  # seconds that a writer waits for another

_SCHEMA = f"""
PRAGMA page_size = 4096;
PRAGMA secure_delete = ON;
CREATE TABLE kenmerk (werkmap TEXT NOT NULL, keten TEXT NOT NULL) STRICT;
CREATE TABLE journaal (
  nummer INTEGER PRIMARY KEY,
  zaak TEXT NOT NULL CHECK (instr(zaak, char(10)) = 0),
  soort TEXT NOT NULL CHECK (instr(soort, char(10)) = 0),
  vastgelegd_op TEXT NOT NULL CHECK (instr(vastgelegd_op, char(10)) = 0),
  rol TEXT NOT NULL CHECK (instr(rol, char(10)) = 0),
  versie TEXT NOT NULL CHECK (instr(versie, char(10)) = 0),
  inhoud BLOB,
  inhoud_sha256 BLOB NOT NULL CHECK (length(inhoud_sha256) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journaal_zaak ON journaal (zaak, nummer);
CREATE INDEX journaal_zaken ON journaal (zaak) WHERE soort = '{OPENT}';
CREATE INDEX journaal_aangevuld ON journaal (zaak) WHERE soort = '{VULT_AAN}';
-- Which cases are open: a projection that the triggers keep, so that no command need read the archive for it.
CREATE TABLE lopend (zaak TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER lopend_erbij AFTER INSERT ON journaal WHEN NEW.soort = '{OPENT}'
  BEGIN INSERT INTO lopend VALUES (NEW.zaak); END;
CREATE TRIGGER lopend_eraf AFTER INSERT ON journaal WHEN NEW.soort = '{SLUIT}'
  BEGIN DELETE FROM lopend WHERE zaak = NEW.zaak; END;
-- Append-only. The rule on INSERT also stops INSERT OR REPLACE, which fires no DELETE trigger, and gaps.
CREATE TRIGGER alleen_erbij BEFORE INSERT ON journaal
  WHEN NEW.nummer IS NOT (SELECT coalesce(max(nummer), 0) + 1 FROM journaal)
  BEGIN SELECT raise(ABORT, 'het journaal groeit met een tegelijk'); END;
CREATE TRIGGER nooit_anders BEFORE UPDATE ON journaal
  BEGIN SELECT raise(ABORT, 'een vastlegging verandert nooit'); END;
CREATE TRIGGER nooit_weg BEFORE DELETE ON journaal
  BEGIN SELECT raise(ABORT, 'een vastlegging verdwijnt nooit'); END;
CREATE TRIGGER kenmerk_vast BEFORE UPDATE ON kenmerk
  BEGIN SELECT raise(ABORT, 'het kenmerk verandert nooit'); END;
CREATE TRIGGER kenmerk_blijft BEFORE DELETE ON kenmerk
  BEGIN SELECT raise(ABORT, 'het kenmerk verdwijnt nooit'); END;
PRAGMA application_id = {TOEPASSING};
PRAGMA user_version = {VORM};
"""  # noqa: S608 - the names are our own constants


def maak_bestand(pad: Path, werkmap: str, eerste_rij: tuple[object, ...]) -> None:
    """A journal with its first entry, made under another name and linked into place: never half, never over another."""
    bouw = pad.with_name(f".{pad.name}.{os.urandom(6).hex()}")
    try:
        os.close(os.open(bouw, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with vertaal():
            db = sqlite3.connect(bouw)
            db.executescript(_SCHEMA)
            db.execute("INSERT INTO kenmerk VALUES (?, ?)", (werkmap, KETEN))
            db.execute("INSERT INTO journaal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", eerste_rij)
            db.commit()
            db.close()
        _zet_op_schijf(bouw)
        _koppel(bouw, pad)
    except FileExistsError:
        raise Onbruikbaar("werkmap-bestaat-al", "in deze map staat al een journaal") from None
    except OSError as fout:
        raise Onbruikbaar("map-niet-te-schrijven", f"de map is niet te schrijven ({fout.strerror})") from None
    finally:
        with suppress(OSError):
            bouw.unlink()


def open_bestand(pad: Path, *, schrijven: bool) -> tuple[sqlite3.Connection, str]:
    """The database and the work folder it belongs to. Raises Onbruikbaar where it is no journal of ours."""
    if not pad.is_file():
        raise Onbruikbaar("geen-journaal", f"hier is geen journaal {pad.name}", herstel="Begin met: klacht init MAP")
    with vertaal():
        db = sqlite3.connect(
            f"{pad.absolute().as_uri()}?mode={'rw' if schrijven else 'ro'}",
            uri=True, timeout=WACHT, isolation_level=None,
        )  # fmt: skip
        try:
            _controleer_vorm(db)
            db.execute("PRAGMA synchronous = EXTRA")
            werkmap, keten = db.execute("SELECT werkmap, keten FROM kenmerk").fetchone()
        except BaseException:
            db.close()
            raise
    if keten != KETEN:
        raise Onbruikbaar("journaal-onbekende-vorm", f"het journaal gebruikt een onbekende keten ({keten})")
    return db, werkmap


def _controleer_vorm(db: sqlite3.Connection) -> None:
    (toepassing,) = db.execute("PRAGMA application_id").fetchone()
    (vorm,) = db.execute("PRAGMA user_version").fetchone()
    if toepassing != TOEPASSING:
        raise Onbruikbaar("geen-journaal", "journaal.sqlite is geen journaal van klacht")
    if vorm != VORM:
        raise Onbruikbaar(
            "journaal-onbekende-vorm", f"het journaal heeft vorm {vorm}; deze versie van klacht leest vorm {VORM}",
            herstel="Werk klacht bij",
        )  # fmt: skip


@contextmanager
def vertaal() -> Iterator[None]:
    """Tell what SQLite says in our own words, and never half."""
    try:
        yield
    except sqlite3.Error as fout:
        raise _uitleg(fout) from None


def _uitleg(fout: sqlite3.Error) -> KlachtFout:
    naam = getattr(fout, "sqlite_errorname", "") or ""
    for begin, (code, feit, herstel) in _SQLITE.items():
        if naam.startswith(begin):
            return Onbruikbaar(code, feit, herstel=herstel)
    return Onbruikbaar("journaal-fout", f"het journaal kan niet worden gebruikt ({naam or type(fout).__name__})")


_NIETS = "er is niets vastgelegd"
_SQLITE = {
    "SQLITE_BUSY": ("werkmap-bezet", f"een ander programma schrijft al {WACHT:.0f} seconden in deze werkmap; {_NIETS}",
                    "Sluit het andere programma en probeer het opnieuw"),
    "SQLITE_FULL": ("schijf-vol", f"de schijf is vol; {_NIETS}", "Maak ruimte en probeer het opnieuw"),
    "SQLITE_IOERR": ("schijf-fout", f"lezen of schrijven op de schijf mislukte; {_NIETS}",
                     "Controleer de schijf en de ruimte daarop"),
    "SQLITE_READONLY": ("map-alleen-lezen", f"de werkmap is alleen te lezen; {_NIETS}",
                        "Geef uzelf schrijfrecht op de map"),
    "SQLITE_CANTOPEN": ("journaal-niet-te-openen", "het journaal is niet te openen", "Controleer de rechten op de map"),
    "SQLITE_NOTADB": ("geen-journaal", "journaal.sqlite is geen SQLite-bestand, of het begin ervan is beschadigd",
                      "Zet een reservekopie terug"),
    "SQLITE_CORRUPT": ("journaal-beschadigd", "het journaal is beschadigd of afgekapt",
                       "Bekijk het met: klacht audit controleer. Zet daarna een reservekopie terug"),
    "SQLITE_ERROR": ("journaal-beschadigd", "het journaal mist een onderdeel", "Zet een reservekopie terug"),
}  # fmt: skip


def _zet_op_schijf(pad: Path) -> None:
    """Sync a file and, where the system can, the folder that names it."""
    with pad.open("rb+") as bestand:
        os.fsync(bestand.fileno())
    if hasattr(os, "O_DIRECTORY"):
        map_ = os.open(pad.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(map_)
        finally:
            os.close(map_)


def _koppel(van: Path, naar: Path) -> None:
    """Give a file its name, never over another; where links do not exist, an exclusive rename."""
    try:
        os.link(van, naar)
    except FileExistsError:
        raise
    except OSError:
        if naar.exists():
            raise FileExistsError from None
        van.rename(naar)
    _zet_op_schijf(naar)
