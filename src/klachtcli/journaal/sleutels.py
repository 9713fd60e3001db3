"""The key ring: one random key a case, outside the work folder, so that a stolen folder or backup tells nothing.

A ring is a folder of two files. `ring.sqlite` holds the keys of the cases, each wrapped with the master key in
`hoofdsleutel`: so a case can be destroyed by its key alone, and renewing the master makes old blocks of the disk mute.
A content is sealed with AES-256-GCM under a fresh nonce, bound to the plain fields of its entry.

Beside them stands `hoofdsleutel.nieuw` while the master is being renewed (`journaal.vernieuwing`); whoever opens the
ring takes the one that fits. A reader holds one moment of the ring; a writer takes the master anew at each act.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Collection
from contextlib import suppress
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.bestand import verbind
from klachtcli.journaal.schade import bezet
from klachtcli.recht.datum import voluit
from klachtcli.schijf import reden, schrijf_heel

HOOFD, NIEUW = "hoofdsleutel", "hoofdsleutel.nieuw"
# Which keys were destroyed, when, and sealed with the work folder's own key what was recorded of it. Rings of before
# 0.4 get it at the first destruction.
VERNIETIGD = "CREATE TABLE IF NOT EXISTS vernietigd (zaak TEXT PRIMARY KEY, op TEXT NOT NULL, verzegeld BLOB) STRICT"
NONCE = 12
_MEESTE = 200  # keys at hand
_SCHEMA = f"""
CREATE TABLE ring (werkmap TEXT NOT NULL) STRICT;
CREATE TABLE sleutel (zaak TEXT PRIMARY KEY, ingepakt BLOB NOT NULL) STRICT;
{VERNIETIGD};
"""


def verzegel(sleutel: AESGCM, inhoud: bytes, gebonden: bytes) -> bytes:
    """Nonce and ciphertext of a content, bound to `gebonden`."""
    nonce = os.urandom(NONCE)
    return nonce + sleutel.encrypt(nonce, inhoud, gebonden)


def ontzegel(sleutel: AESGCM, verzegeld: bytes, gebonden: bytes) -> bytes:
    """The content. Raises InvalidTag where key, content or bound fields are not the ones it was sealed with."""
    return sleutel.decrypt(verzegeld[:NONCE], verzegeld[NONCE:], gebonden)


def sleutelmap() -> Path:
    """Where the rings stand: KLACHT_SLEUTELMAP, or the user's own configuration folder."""
    if gekozen := os.environ.get("KLACHT_SLEUTELMAP"):
        return Path(gekozen)
    import platformdirs

    return Path(platformdirs.user_config_dir("klacht", appauthor=False)) / "sleutels"


class Sleutelring:
    """The keys of one work folder. Raises Onbruikbaar where the ring is missing, damaged or another's."""

    def __init__(self, werkmap: str, map_: Path | None = None, *, schrijven: bool = True) -> None:
        self.werkmap = werkmap
        self.pad = (map_ or sleutelmap()) / werkmap
        self._open: dict[str, AESGCM] = {}
        self._verbinding = self._open_ring(schrijven=schrijven)
        self.hoofd_in = HOOFD  # in which file the master key stands that fits
        try:
            self.ververs()
        except BaseException:
            self._verbinding.close()
            raise

    @classmethod
    def maak(cls, werkmap: str, map_: Path | None = None) -> Sleutelring:
        """A new ring for a new work folder, on disk before this returns."""
        pad = (map_ or sleutelmap()) / werkmap
        try:
            pad.mkdir(parents=True, mode=0o700)
            try:
                _vul_ring(pad, werkmap)
            except BaseException:
                shutil.rmtree(pad, ignore_errors=True)
                raise
        except (OSError, sqlite3.Error) as fout:
            raise Onbruikbaar(
                "sleutelring-niet-te-maken",
                f"in de sleutelmap {pad.parent} is geen sleutelring te maken: {reden_van(fout)}",
                herstel="Kies een andere map met KLACHT_SLEUTELMAP",
            ) from None
        return cls(werkmap, map_)

    def sleutel(self, zaak: str) -> AESGCM:
        """The key of a case ('' for the work folder's own). Raises Onbruikbaar where it is not there."""
        if zaak not in self._open:
            self.haal((zaak,))
            if zaak not in self._open:
                raise self._vernietigd(zaak) or _geen_sleutel(zaak)
        return self._open[zaak]

    def sleutel_of_nieuw(self, zaak: str) -> AESGCM:
        """The key of a case; one that is not there yet is made, and on disk before this returns."""
        self.haal((zaak,))
        if zaak in self._open:
            return self._open[zaak]
        if (weg := self._vernietigd(zaak)) is not None:
            raise weg
        nieuw = self.pak_in(zaak, AESGCM.generate_key(256))
        try:
            self._verbinding.execute("INSERT OR IGNORE INTO sleutel VALUES (?, ?)", (zaak, nieuw))
        except sqlite3.Error as fout:
            if (getattr(fout, "sqlite_errorname", "") or "").startswith("SQLITE_BUSY"):
                raise bezet() from None
            waarom = f"{reden_van(fout)}; er is niets vastgelegd"
            feit = f"de sleutelring in {self.pad.parent} is niet te schrijven: {waarom}"
            raise Onbruikbaar("sleutelring-niet-te-schrijven", feit, herstel="Geef uzelf daar schrijfrecht") from None
        return self.sleutel(zaak)

    def kopie(self, zaak: str) -> bytes:
        """The bytes of a case's key, for who is handed the case whole. Raises Onbruikbaar where it is not there."""
        self.sleutel(zaak)
        (ingepakt,) = self._verbinding.execute("SELECT ingepakt FROM sleutel WHERE zaak = ?", (zaak,)).fetchone()
        return self.pak_uit(zaak, ingepakt)

    def pak_in(self, zaak: str, sleutel: bytes) -> bytes:
        """The bytes of a key as the ring keeps them: wrapped with the master key, bound to its case."""
        return verzegel(self._hoofd, sleutel, self.bindt(zaak))

    def pak_uit(self, zaak: str, ingepakt: bytes) -> bytes:
        """The bytes of a key as they come out of their wrapping. Raises Onbruikbaar where they do not."""
        try:
            AESGCM(sleutel := ontzegel(self._hoofd, ingepakt, self.bindt(zaak)))
        except (InvalidTag, TypeError, ValueError):
            raise _geen_sleutel(zaak) from None
        return sleutel

    @staticmethod
    def proefsleutel() -> AESGCM:
        """A key for a rehearsal: nothing sealed with it is kept, so the ring is not touched."""
        return AESGCM(AESGCM.generate_key(256))

    def ververs(self) -> None:
        """Take the master key that fits the ring as it now is: another process may have renewed it."""
        try:
            rij = self._verbinding.execute("SELECT zaak, ingepakt FROM sleutel ORDER BY zaak LIMIT 1").fetchone()
            # Thrice, for between the second and the third look the new one may have got its name.
            for naam in (HOOFD, NIEUW, HOOFD) if rij else ():
                if (hoofd := _lees_hoofd(self.pad / naam)) and self._opent(hoofd, *rij):
                    self._hoofd, self.hoofd_in = hoofd, naam
                    return
            self._hoofd, self.hoofd_in = AESGCM((self.pad / HOOFD).read_bytes()), HOOFD
        except (OSError, ValueError, sqlite3.Error) as fout:
            raise self._onleesbaar(fout) from None

    def zaken(self) -> set[str]:
        """The cases that it has a key of."""
        try:
            return {zaak for (zaak,) in self._verbinding.execute("SELECT zaak FROM sleutel WHERE zaak <> ''")}
        except (sqlite3.Error, UnicodeDecodeError) as fout:
            raise self._onleesbaar(fout) from None

    def vernietigd(self, zaak: str) -> tuple[date, bytes] | None:
        """When the key of a case was destroyed, and what was recorded of it; None where it was not."""
        db = self._verbinding
        try:
            if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'vernietigd'").fetchone() is None:
                return None
            rij = db.execute("SELECT op, verzegeld FROM vernietigd WHERE zaak = ?", (zaak,)).fetchone()
            return rij and (date.fromisoformat(rij[0]), ontzegel(self.sleutel(""), rij[1], self.bindt(zaak)))
        except (InvalidTag, TypeError, ValueError, sqlite3.Error) as fout:
            raise self._onleesbaar(fout) from None

    def vergeet(self, zaak: str) -> None:
        """Hold a key no longer in memory."""
        self._open.pop(zaak, None)

    def sluit(self) -> None:
        """Close the file."""
        self._verbinding.close()

    def gooi_weg(self) -> None:
        """Remove a ring whose journal never came to be."""
        self.sluit()
        shutil.rmtree(self.pad, ignore_errors=True)

    def haal(self, zaken: Collection[str]) -> None:
        """Have the keys of these cases at hand, as far as they are there: in one look, where there are several."""
        self._open = self._open if len(self._open) <= _MEESTE else {}
        nog = [zaak for zaak in zaken if zaak not in self._open]
        vraag = f"SELECT zaak, ingepakt FROM sleutel WHERE zaak IN ({', '.join('?' * len(nog))})"  # noqa: S608
        try:
            rijen = self._verbinding.execute(vraag, nog).fetchall() if nog else []
        except sqlite3.Error as fout:
            raise self._onleesbaar(fout) from None
        for zaak, ingepakt in rijen:
            self._open[zaak] = AESGCM(self.pak_uit(zaak, ingepakt))

    def bindt(self, zaak: str) -> bytes:
        """What the wrapping of a key is bound to."""
        return f"{self.werkmap}\n{zaak}".encode()

    def _opent(self, hoofd: AESGCM, zaak: str, ingepakt: bytes) -> bool:
        try:
            return bool(ontzegel(hoofd, ingepakt, self.bindt(zaak)))
        except (InvalidTag, TypeError, ValueError):
            return False

    def _vernietigd(self, zaak: str) -> Onbruikbaar | None:
        """Why there is no key any more of a case that was destroyed, and that an older journal still has."""
        if (toen := self.vernietigd(zaak)) is None:
            return None
        return Onbruikbaar(
            "sleutel-vernietigd",
            f"zaak {zaak} is op {voluit(toen[0])} vernietigd, en dit journaal is een kopie van daarvoor",
            grondslag="de sleutel van de zaak is er niet meer, en haar inhoud is niet te lezen",
            herstel=f"Zet een latere reservekopie terug, of vernietig de zaak ook hierin: "
            f"klacht beheer vernietig {zaak}",
        )

    def _open_ring(self, *, schrijven: bool) -> sqlite3.Connection:
        try:
            if not (self.pad / "ring.sqlite").is_file():
                raise self._ontbreekt()
            db = verbind(self.pad / "ring.sqlite", "rw" if os.access(self.pad, os.W_OK) else "ro")
        except (OSError, ValueError, sqlite3.Error) as fout:
            raise self._onleesbaar(fout) from None
        try:
            if not schrijven:
                db.execute("BEGIN")  # one lock for all keys, and no longer than the one on the journal
            (van,) = db.execute("SELECT werkmap FROM ring").fetchone()
        except (TypeError, UnicodeDecodeError, sqlite3.Error) as fout:
            db.close()
            raise self._onleesbaar(fout) from None
        if van != self.werkmap:
            db.close()
            feit = f"de sleutelring in {self.pad} hoort bij werkmap {van}, niet bij {self.werkmap}"
            raise Onbruikbaar("sleutelring-van-andere-werkmap", feit, herstel=_TERUG)
        return db

    def _onleesbaar(self, fout: Exception) -> Onbruikbaar:
        feit = f"de sleutelring in {self.pad} is niet te lezen: {reden_van(fout)}"
        return Onbruikbaar("sleutelring-beschadigd", feit, herstel=_TERUG)

    def _ontbreekt(self) -> Onbruikbaar:
        andere = len(list(self.pad.parent.glob("*/ring.sqlite")))
        daar = f"; wel van {andere} andere" if andere else ""
        return Onbruikbaar(
            "sleutelring-ontbreekt",
            f"in {self.pad.parent} staat geen sleutelring voor werkmap {self.werkmap}{daar}",
            grondslag="zonder sleutels is het journaal niet te lezen",
            herstel=_TERUG,
        )


def _lees_hoofd(pad: Path) -> AESGCM | None:
    """A master key; None where it is not there or is none. Raises OSError where it cannot be read."""
    with suppress(FileNotFoundError, ValueError):
        return AESGCM(pad.read_bytes())
    return None


def _vul_ring(pad: Path, werkmap: str) -> None:
    schrijf_heel(pad / HOOFD, os.urandom(32))
    schrijf_heel(pad / "ring.sqlite", b"")
    db = verbind(pad / "ring.sqlite", "rw")
    try:
        db.executescript(_SCHEMA)
        db.execute("INSERT INTO ring VALUES (?)", (werkmap,))
    finally:
        db.close()


def _geen_sleutel(zaak: str) -> Onbruikbaar:
    wat = f"zaak {zaak}" if zaak else "deze werkmap"
    return Onbruikbaar("sleutel-ontbreekt", f"de sleutelring heeft geen bruikbare sleutel voor {wat}", herstel=_TERUG)


def reden_van(fout: Exception) -> str:
    """Why the disk or SQLite refused a ring, in Dutch."""
    naam = getattr(fout, "sqlite_errorname", "") or ""
    return next((zin for begin, zin in _SQLITE.items() if naam.startswith(begin)), reden(fout))


_TERUG = (
    "Wijs de goede map aan met KLACHT_SLEUTELMAP, of zet een reservekopie van de sleutelring terug: "
    "klacht beheer herstel SLEUTELKOPIE"
)
_SQLITE = {
    "SQLITE_FULL": "de schijf is vol",
    "SQLITE_READONLY": "u hebt daar geen schrijfrecht",
    "SQLITE_BUSY": "een ander programma is ermee bezig",
    "SQLITE_NOTADB": "het is geen sleutelring",
    "SQLITE_CORRUPT": "het bestand is beschadigd",
    "SQLITE_IOERR": "de schijf geeft een fout",
    "SQLITE_CANTOPEN": "het is niet te openen",
}
