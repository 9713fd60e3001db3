"""The key ring: one random key a case, outside the work folder, so that a stolen folder or backup tells nothing.

A ring is a folder of two files. `ring.sqlite` holds the keys of the cases, each wrapped with the master key in
`hoofdsleutel`: when a case is destroyed its key goes and the master is renewed, so that an old block of the disk
opens nothing. A content is sealed with AES-256-GCM under a fresh nonce, bound to the plain fields of its entry.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from klachtcli.fouten import Onbruikbaar

_NONCE = 12
_SCHEMA = """
PRAGMA secure_delete = ON;
CREATE TABLE ring (werkmap TEXT NOT NULL) STRICT;
CREATE TABLE sleutel (zaak TEXT PRIMARY KEY, ingepakt BLOB NOT NULL) STRICT;
"""


def verzegel(sleutel: AESGCM, inhoud: bytes, gebonden: bytes) -> bytes:
    """Nonce and ciphertext of a content, bound to `gebonden`."""
    nonce = os.urandom(_NONCE)
    return nonce + sleutel.encrypt(nonce, inhoud, gebonden)


def ontzegel(sleutel: AESGCM, verzegeld: bytes, gebonden: bytes) -> bytes:
    """The content. Raises InvalidTag where key, content or bound fields are not the ones it was sealed with."""
    return sleutel.decrypt(verzegeld[:_NONCE], verzegeld[_NONCE:], gebonden)


def sleutelmap() -> Path:
    """Where the rings stand: KLACHT_SLEUTELMAP, or the user's own configuration folder."""
    if gekozen := os.environ.get("KLACHT_SLEUTELMAP"):
        return Path(gekozen)
    import platformdirs

    return Path(platformdirs.user_config_dir("klacht", appauthor=False)) / "sleutels"


class Sleutelring:
    """The keys of one work folder. Raises Onbruikbaar where the ring is missing, damaged or another's."""

    def __init__(self, werkmap: str, map_: Path | None = None) -> None:
        self.werkmap = werkmap
        self.pad = (map_ or sleutelmap()) / werkmap
        self._open: dict[str, AESGCM] = {}
        self._verbinding, self._hoofd = self._open_ring()

    @classmethod
    def maak(cls, werkmap: str, map_: Path | None = None) -> Sleutelring:
        """A new ring for a new work folder, on disk before this returns."""
        pad = (map_ or sleutelmap()) / werkmap
        try:
            pad.mkdir(parents=True, mode=0o700)
            _schrijf_geheim(pad / "hoofdsleutel", os.urandom(32))
            _schrijf_geheim(pad / "ring.sqlite", b"")
            with _verbind(pad / "ring.sqlite", "rw") as db:
                db.executescript(_SCHEMA)
                db.execute("INSERT INTO ring VALUES (?)", (werkmap,))
            db.close()
        except (OSError, sqlite3.Error) as fout:
            raise Onbruikbaar(
                "sleutelring-niet-te-maken",
                f"in de sleutelmap {pad.parent} is geen sleutelring te maken ({_reden(fout)})",
                herstel="Kies een andere map met KLACHT_SLEUTELMAP",
            ) from None
        return cls(werkmap, map_)

    def sleutel(self, zaak: str) -> AESGCM:
        """The key of a case ('' for the work folder's own). Raises Onbruikbaar where it is not there."""
        if (sleutel := self._open.get(zaak)) is None:
            try:
                rij = self._verbinding.execute("SELECT ingepakt FROM sleutel WHERE zaak = ?", (zaak,)).fetchone()
                sleutel = AESGCM(ontzegel(self._hoofd, rij[0], self._bindt(zaak)))
            except (TypeError, InvalidTag, sqlite3.Error):
                raise Onbruikbaar(
                    "sleutel-ontbreekt",
                    f"de sleutelring heeft geen bruikbare sleutel voor {f'zaak {zaak}' if zaak else 'deze werkmap'}",
                    herstel="Zet een reservekopie van de sleutelring terug, of kies de goede met KLACHT_SLEUTELMAP",
                ) from None
            self._open[zaak] = sleutel
        return sleutel

    def sleutel_of_nieuw(self, zaak: str) -> AESGCM:
        """The key of a case; one that is not there yet is made, and on disk before this returns."""
        nieuw = verzegel(self._hoofd, AESGCM.generate_key(256), self._bindt(zaak))
        try:
            with self._verbinding as db:
                db.execute("INSERT OR IGNORE INTO sleutel VALUES (?, ?)", (zaak, nieuw))
        except sqlite3.Error as fout:
            raise Onbruikbaar(
                "sleutelring-niet-te-schrijven",
                f"de sleutelring in {self.pad.parent} is niet te schrijven ({_reden(fout)})",
            ) from None
        return self.sleutel(zaak)

    @staticmethod
    def proefsleutel() -> AESGCM:
        """A key for a rehearsal: nothing sealed with it is kept, so the ring is not touched."""
        return AESGCM(AESGCM.generate_key(256))

    def sluit(self) -> None:
        """Close the file."""
        self._verbinding.close()

    def _bindt(self, zaak: str) -> bytes:
        return f"{self.werkmap}\n{zaak}".encode()

    def _open_ring(self) -> tuple[sqlite3.Connection, AESGCM]:
        if not (self.pad / "ring.sqlite").is_file():
            self._ontbreekt()
        try:
            db = _verbind(self.pad / "ring.sqlite", "rw" if os.access(self.pad, os.W_OK) else "ro")
            (van,) = db.execute("SELECT werkmap FROM ring").fetchone()
            hoofd = AESGCM((self.pad / "hoofdsleutel").read_bytes())
        except (OSError, ValueError, TypeError, sqlite3.Error) as fout:
            raise Onbruikbaar(
                "sleutelring-beschadigd",
                f"de sleutelring in {self.pad} is niet te lezen ({_reden(fout)})",
                herstel="Zet een reservekopie van de sleutelring terug",
            ) from None
        if van != self.werkmap:
            raise Onbruikbaar(
                "sleutelring-van-andere-werkmap",
                f"de sleutelring in {self.pad} hoort bij werkmap {van}, niet bij {self.werkmap}",
                herstel="Zet de goede sleutelring terug, of kies haar met KLACHT_SLEUTELMAP",
            )
        return db, hoofd

    def _ontbreekt(self) -> None:
        andere = len(list(self.pad.parent.glob("*/ring.sqlite")))
        daar = f"; wel van {andere} andere" if andere else ""
        raise Onbruikbaar(
            "sleutelring-ontbreekt",
            f"in {self.pad.parent} staat geen sleutelring voor werkmap {self.werkmap}{daar}",
            grondslag="zonder sleutels is het journaal niet te lezen",
            herstel="Wijs de goede map aan met KLACHT_SLEUTELMAP, of zet een reservekopie van de sleutelring terug",
        )


def _verbind(pad: Path, wijze: str) -> sqlite3.Connection:
    db = sqlite3.connect(f"{pad.absolute().as_uri()}?mode={wijze}", uri=True, timeout=10)
    db.execute("PRAGMA synchronous = EXTRA")
    return db


def _schrijf_geheim(pad: Path, inhoud: bytes) -> None:
    """A new file that only its owner may read, on disk before this returns."""
    with os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def _reden(fout: Exception) -> str:
    return (fout.strerror if isinstance(fout, OSError) else None) or type(fout).__name__
