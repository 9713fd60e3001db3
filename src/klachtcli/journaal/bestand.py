"""The file of the journal: its tables and triggers, made whole or not at all, opened and checked."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.journaal.keten import KETEN, KETENS, Keten
from klachtcli.journaal.schade import TERUG, WACHT, beschadigd, vertaal
from klachtcli.schijf import bestandsadres, geef_naam, gooi_weg, reden, schrijf_klad
from klachtcli.zaak.gebeurtenissen import HEROPENT, INGEZIEN, OPENT, SLUIT, VERBETERT, VERNIETIGD, VULT_AAN

TOEPASSING = 0x6B6C6368  # 'klch'
_SQLITE, WIJZE = b"SQLite format 3\0", b"\1\1"  # written and read with a rollback journal

_VORM_1 = f"""
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
CREATE TRIGGER een_kenmerk BEFORE INSERT ON kenmerk WHEN EXISTS (SELECT 1 FROM kenmerk)
  BEGIN SELECT raise(ABORT, 'er is een kenmerk'); END;
CREATE TRIGGER kenmerk_vast BEFORE UPDATE ON kenmerk
  BEGIN SELECT raise(ABORT, 'het kenmerk verandert nooit'); END;
CREATE TRIGGER kenmerk_blijft BEFORE DELETE ON kenmerk
  BEGIN SELECT raise(ABORT, 'het kenmerk verdwijnt nooit'); END;
PRAGMA application_id = {TOEPASSING};
PRAGMA user_version = 1;
"""  # noqa: S608 - the names are our own constants
# What each later form adds: an older file gets it when it is opened to write. Form 2: a case can be opened again, and
# who is in it can be corrected. Form 3: the content of a case that was destroyed may go, and nothing else ever; what
# the work folder keeps is found by its kind, so that no list of who looked where slows a command down.
_ERBIJ = {
    2: (
        f"CREATE INDEX journaal_verbeterd ON journaal (zaak) WHERE soort = '{VERBETERT}'",
        f"""CREATE TRIGGER lopend_weer AFTER INSERT ON journaal WHEN NEW.soort = '{HEROPENT}'
  BEGIN INSERT OR IGNORE INTO lopend VALUES (NEW.zaak); END""",  # noqa: S608 - our own constant
        "PRAGMA user_version = 2",
    ),
    3: (
        "CREATE INDEX journaal_werkmap ON journaal (soort, nummer) WHERE zaak = ''",
        f"CREATE INDEX journaal_ingezien ON journaal (zaak) WHERE soort = '{INGEZIEN}'",
        f"CREATE INDEX journaal_vernietigd ON journaal (zaak) WHERE soort = '{VERNIETIGD}'",
        "DROP TRIGGER nooit_anders",
        f"""CREATE TRIGGER nooit_anders BEFORE UPDATE ON journaal WHEN NOT (
    NEW.inhoud IS NULL AND OLD.zaak <> '' AND OLD.soort <> '{VERNIETIGD}'
    AND EXISTS (SELECT 1 FROM journaal WHERE soort = '{VERNIETIGD}' AND zaak = OLD.zaak)
    AND (NEW.nummer, NEW.zaak, NEW.soort, NEW.vastgelegd_op, NEW.rol, NEW.versie, NEW.inhoud_sha256, NEW.hash)
      IS (OLD.nummer, OLD.zaak, OLD.soort, OLD.vastgelegd_op, OLD.rol, OLD.versie, OLD.inhoud_sha256, OLD.hash))
  BEGIN SELECT raise(ABORT, 'een vastlegging verandert nooit'); END""",  # noqa: S608 - our own constants
        f"""CREATE TRIGGER vernietigd_blijft BEFORE INSERT ON journaal
  WHEN EXISTS (SELECT 1 FROM journaal WHERE soort = '{VERNIETIGD}' AND zaak = NEW.zaak)
  BEGIN SELECT raise(ABORT, 'deze zaak is vernietigd'); END""",  # noqa: S608 - our own constant
        "PRAGMA user_version = 3",
    ),
}
VORM = max(_ERBIJ)


def maak_bestand(pad: Path, werkmap: str, eerste_rij: tuple[object, ...]) -> None:
    """A journal with its first entry, made under another name and linked into place: never half, never over another."""
    try:
        bouw = schrijf_klad(pad, b"")
        try:
            with vertaal(), closing(verbind(bouw, "rw")) as db:
                _bouw(db, VORM)
                db.execute("BEGIN")
                db.execute("INSERT INTO kenmerk VALUES (?, ?)", (werkmap, KETEN.naam))
                db.execute("INSERT INTO journaal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", eerste_rij)
                db.execute("COMMIT")
            geef_naam(bouw, pad)
        finally:
            gooi_weg(bouw)
    except FileExistsError:
        raise Onbruikbaar("werkmap-bestaat-al", "in deze map staat al een journaal") from None
    except OSError as fout:
        raise Onbruikbaar("map-niet-te-schrijven", f"de werkmap is niet te schrijven: {reden(fout)}") from None


def open_bestand(pad: Path, *, schrijven: bool) -> tuple[sqlite3.Connection, str, Keten]:
    """The database, the work folder it belongs to and its chain. Raises Onbruikbaar where it is no journal of ours."""
    with vertaal():
        if not schrijven:
            _draai_halve_handeling_terug(pad)
        db = verbind(pad, "rw" if schrijven else "ro")
        try:
            werkmap, keten = _lees_kenmerk(db)
            if schrijven:
                _werk_vorm_bij(db)
            return db, werkmap, keten
        except BaseException:
            db.close()
            raise


def is_van(pad: Path, werkmap: str) -> bool:
    """Whether a file is the journal of this work folder."""
    try:
        db, van, _ = open_bestand(pad, schrijven=False)
    except KlachtFout:
        return False
    db.close()
    return van == werkmap


def eis_begin(pad: Path) -> None:
    """That the file says of itself how it may be written: byte 18 and 19 (SQLite file format, 1.3).

    No content depends on them, but with another byte SQLite would refuse every act, or write beside the file. To be
    asked while the file is not open: to close it would take away the locks of this process. Raises Onbruikbaar.
    """
    try:
        with pad.open("rb") as bestand:
            kop = bestand.read(20)
    except OSError as fout:
        feit = f"het journaal is niet te openen: {reden(fout)}"
        raise Onbruikbaar("journaal-niet-te-openen", feit, herstel="Controleer de rechten op de map") from None
    if kop.startswith(_SQLITE) and kop[18:] != WIJZE:
        raise Onbruikbaar("journaal-andere-vorm", "het begin van het journaal is veranderd", herstel=TERUG)


def controleer_bestand(db: sqlite3.Connection) -> None:
    """That pages, indexes, tables and triggers are what we made them. Raises Onbruikbaar."""
    with closing(sqlite3.connect(":memory:")) as vers, vertaal():
        _bouw(vers, _vorm(db))
        gelijk = vorm_in_tekst(db) == vorm_in_tekst(vers)
        gezond = db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    if not gelijk:
        raise Onbruikbaar("journaal-andere-vorm", "de tabellen of wachters van het journaal zijn veranderd",
                          herstel=TERUG)  # fmt: skip
    if not gezond:
        raise beschadigd()


def vorm_in_tekst(db: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    """The tables, indexes and triggers that a file has, in full."""
    return db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


def verbind(pad: Path, wijze: str, wacht: float | None = None) -> sqlite3.Connection:
    """A file of ours: durable to the folder, nothing left in freed pages, waiting `wacht` seconds for a writer."""
    tijd = WACHT if wacht is None else wacht
    db = sqlite3.connect(f"{bestandsadres(pad)}?mode={wijze}", uri=True, timeout=tijd, isolation_level=None)
    try:
        db.execute("PRAGMA synchronous = EXTRA")
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA temp_store = MEMORY")  # no copy of a page in another folder either
    except BaseException:
        db.close()
        raise
    return db


def _draai_halve_handeling_terug(pad: Path) -> None:
    """After a power cut a rollback journal lies beside the file; only who may write can undo the half act in it."""
    if not pad.with_name(f"{pad.name}-journal").exists():
        return
    with suppress(sqlite3.Error):  # a reader that may not write is told so when it reads
        db = verbind(pad, "rw", wacht=0)
        try:
            db.execute("SELECT 1 FROM kenmerk").fetchone()
        finally:
            db.close()


def _vorm(db: sqlite3.Connection) -> int:
    (vorm,) = db.execute("PRAGMA user_version").fetchone()
    return int(vorm)


def _bouw(db: sqlite3.Connection, vorm: int) -> None:
    """The tables and triggers of a form, in an empty file."""
    db.executescript(_VORM_1)
    _breid_uit(db, 1, vorm)


def _werk_vorm_bij(db: sqlite3.Connection) -> None:
    """Bring an older form up to date, in one transaction; entries and their chain stay as they are."""
    if _vorm(db) == VORM:
        return
    db.execute("BEGIN IMMEDIATE")  # and look again: another process may just have done it
    _breid_uit(db, _vorm(db), VORM)
    db.execute("COMMIT")


def _breid_uit(db: sqlite3.Connection, van: int, tot: int) -> None:
    for vorm in range(van + 1, tot + 1):
        for opdracht in _ERBIJ[vorm]:
            db.execute(opdracht)


def _lees_kenmerk(db: sqlite3.Connection) -> tuple[str, Keten]:
    (toepassing,) = db.execute("PRAGMA application_id").fetchone()
    vorm = _vorm(db)
    if toepassing != TOEPASSING:
        raise Onbruikbaar("geen-journaal", "journaal.sqlite is geen journaal van klacht",
                          herstel=TERUG)  # fmt: skip
    if not 1 <= vorm <= VORM:
        feit = f"het journaal heeft vorm {vorm}; deze versie van klacht leest tot en met vorm {VORM}"
        raise Onbruikbaar("journaal-onbekende-vorm", feit, herstel="Werk klacht bij")
    rij = db.execute("SELECT werkmap, keten FROM kenmerk").fetchone()
    if rij is None:
        raise beschadigd()
    if rij[1] not in KETENS:
        feit = f"het journaal gebruikt een onbekende keten ({rij[1]})"
        raise Onbruikbaar("journaal-onbekende-vorm", feit, herstel="Werk klacht bij")
    return str(rij[0]), KETENS[rij[1]]
