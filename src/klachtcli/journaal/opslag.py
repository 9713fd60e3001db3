"""The journal's file: one SQLite database, append-only, one transaction an act, on disk before the act is said done.

Rollback journal (DELETE) keeps one file at rest, which a read-only folder and a full disk still let us read;
`synchronous = EXTRA` also syncs the folder after a commit, so a power cut cannot bring an old state back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from msgspec import DecodeError

from klachtcli import __version__, klok
from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.bestand import maak_bestand, open_bestand, vertaal
from klachtcli.journaal.codec import Inhoud, Vastlegging, codeer, decodeer
from klachtcli.journaal.keten import Zegel, begin, kop, schakel
from klachtcli.journaal.sleutels import Sleutelring, ontzegel, verzegel
from klachtcli.zaak.gebeurtenissen import OPENT, VULT_AAN, Gebeurtenis, WerkmapAangemaakt

# A clock is set right by seconds all the time; one that runs back further would put acts in a false order.
SPELING = timedelta(seconds=60)
STUK = "stuk_bewaard"
_KOLOMMEN = "nummer, zaak, soort, vastgelegd_op, rol, versie, inhoud"


class Journaal:
    """The journal of one work folder, open. Use as a context manager."""

    def __init__(self, pad: Path, *, schrijven: bool = False, sleutelmap: Path | None = None) -> None:
        self._db, self.werkmap = open_bestand(pad, schrijven=schrijven)
        try:
            self.ring = Sleutelring(self.werkmap, sleutelmap)
        except Onbruikbaar:
            self._db.close()
            raise

    @classmethod
    def maak(cls, pad: Path, werkmap: str, *, door: str, sleutelmap: Path | None = None) -> None:
        """A new journal with its first entry; refused where one is already there."""
        ring = Sleutelring.maak(werkmap, sleutelmap)
        sleutel = ring.sleutel_of_nieuw("")
        ring.sluit()
        kop_ = kop(1, "", "werkmap_aangemaakt", nu := klok.stempel(klok.nu()), "secretaris", __version__)
        verzegeld = verzegel(sleutel, codeer(Inhoud(door, WerkmapAangemaakt(werkmap))), kop_)
        inhoud_sha256 = sha256(verzegeld).digest()
        hash_ = schakel(begin(werkmap), kop_, inhoud_sha256)
        rij = (1, "", "werkmap_aangemaakt", nu, "secretaris", __version__, verzegeld, inhoud_sha256, hash_)
        maak_bestand(pad, werkmap, rij)

    def __enter__(self) -> Journaal:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self.ring.sluit()

    def zegel(self) -> Zegel:
        """The head of the chain."""
        with vertaal():
            return Zegel(*self._db.execute("SELECT nummer, hash FROM journaal ORDER BY nummer DESC LIMIT 1").fetchone())

    def lopende_zaken(self) -> list[str]:
        """The numbers of the cases that are not closed, oldest first."""
        with vertaal():
            rijen = self._db.execute("SELECT zaak FROM lopend ORDER BY zaak").fetchall()
        return sorted((zaak for (zaak,) in rijen), key=_volgorde)

    def zaken(self) -> list[str]:
        """The numbers of all cases, oldest first."""
        with vertaal():
            rijen = self._db.execute(f"SELECT zaak FROM journaal WHERE soort = '{OPENT}'").fetchall()  # noqa: S608
        return sorted((zaak for (zaak,) in rijen), key=_volgorde)

    def lees(self, zaak: str) -> Iterator[Vastlegging]:
        """The entries of a case ('' for the work folder's own), opened; attachments are passed over."""
        return self._lees("zaak = ? AND soort <> ?", (zaak, STUK))

    def lees_partijen(self) -> Iterator[Vastlegging]:
        """The entries of all cases that say who the people in a case are, in order."""
        return self._lees(f"soort = '{OPENT}' OR soort = '{VULT_AAN}'", ())

    def lees_stuk(self, nummer: int) -> bytes:
        """The bytes of an attachment."""
        with vertaal():
            rij = self._db.execute(f"SELECT {_KOLOMMEN} FROM journaal WHERE nummer = ?", (nummer,)).fetchone()  # noqa: S608
        return self._open(rij)

    def lees_alles(self) -> Iterator[Vastlegging]:
        """Every entry, its link in the chain verified and its content opened; raises Onbruikbaar at the first fault."""
        vorige = begin(self.werkmap)
        with vertaal():
            for nummer, zaak, soort, op, rol, versie, verzegeld, inhoud_sha256, hash_ in self._db.execute(
                f"SELECT {_KOLOMMEN}, inhoud_sha256, hash FROM journaal ORDER BY nummer"  # noqa: S608
            ):
                kop_ = kop(nummer, zaak, soort, op, rol, versie)
                if sha256(verzegeld).digest() != inhoud_sha256 or schakel(vorige, kop_, inhoud_sha256) != hash_:
                    raise beschadigd(nummer)
                vorige = hash_
                if soort == STUK:
                    continue
                try:
                    inhoud = decodeer(ontzegel(self.ring.sleutel(zaak), verzegeld, kop_))
                except (InvalidTag, DecodeError):
                    raise beschadigd(nummer) from None
                yield Vastlegging(nummer, zaak, soort, op, rol, versie, inhoud.door, inhoud.gebeurtenis)

    @contextmanager
    def handeling(self, *, door: str, rol: str = "secretaris", proef: bool = False) -> Iterator[Schrijver]:
        """One act: read and append in one transaction; all of it is on disk when this ends, or none of it.

        With `proef` everything is done but nothing is kept. Raises Onbruikbaar where another process keeps writing,
        the disk is full, or the clock runs behind the last entry.
        """
        with vertaal():
            self._db.execute("BEGIN IMMEDIATE")
        try:
            yield Schrijver(self, self._db, door, rol, proef)
            with vertaal():
                self._db.execute("ROLLBACK" if proef else "COMMIT")
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def _lees(self, waar: str, waarden: tuple[str, ...]) -> Iterator[Vastlegging]:
        with vertaal():
            rijen = self._db.execute(f"SELECT {_KOLOMMEN} FROM journaal WHERE {waar} ORDER BY nummer", waarden)  # noqa: S608
            for rij in rijen:
                try:
                    inhoud = decodeer(self._open(rij))
                except DecodeError:
                    raise beschadigd(rij[0]) from None
                nummer, zaak, soort, op, rol, versie, _ = rij
                yield Vastlegging(nummer, zaak, soort, op, rol, versie, inhoud.door, inhoud.gebeurtenis)

    def _open(self, rij: tuple[int, str, str, str, str, str, bytes]) -> bytes:
        try:
            return ontzegel(self.ring.sleutel(rij[1]), rij[6], kop(*rij[:6]))
        except (InvalidTag, TypeError):
            raise beschadigd(rij[0]) from None


class Schrijver:
    """What an act may do within its transaction."""

    def __init__(self, journaal: Journaal, db: sqlite3.Connection, door: str, rol: str, proef: bool) -> None:
        self._journaal, self._db, self._door, self._rol, self.proef = journaal, db, door, rol, proef
        laatste = self._laatste()
        self._nummer, self._hash = laatste[0], laatste[1]
        self._nu = klok.nu()
        vorige = datetime.fromisoformat(laatste[2])
        if self._nu < vorige - SPELING:
            raise Onbruikbaar(
                "klok-loopt-achter",
                f"de klok staat op {klok.stempel(self._nu)}, en de laatste vastlegging is van {laatste[2]}",
                grondslag="de volgorde van handelingen moet kloppen",
                herstel="Zet de klok van deze computer goed",
            )

    def volgend_zaaknummer(self, jaar: int) -> str:
        """The next free number of a year: K2026-001."""
        begin_ = f"K{jaar}-"
        with vertaal():
            rijen = self._db.execute(
                f"SELECT zaak FROM journaal WHERE soort = '{OPENT}' AND zaak >= ? AND zaak < ?",  # noqa: S608
                (begin_, f"K{jaar}."),
            ).fetchall()
        return f"{begin_}{max((int(zaak[len(begin_) :]) for (zaak,) in rijen), default=0) + 1:03d}"

    def voeg_toe(self, zaak: str, gebeurtenis: Gebeurtenis) -> int:
        """Append an event; returns its number."""
        return self._schrijf(zaak, gebeurtenis.soort, codeer(Inhoud(self._door, gebeurtenis)))

    def bewaar_stuk(self, zaak: str, inhoud: bytes) -> int:
        """Append an attachment; returns its number."""
        return self._schrijf(zaak, STUK, inhoud)

    def _schrijf(self, zaak: str, soort: str, inhoud: bytes) -> int:
        nummer = self._nummer + 1
        kop_ = kop(nummer, zaak, soort, op := klok.stempel(self._nu), self._rol, __version__)
        ring = self._journaal.ring
        sleutel = ring.proefsleutel() if self.proef else ring.sleutel_of_nieuw(zaak)
        verzegeld = verzegel(sleutel, inhoud, kop_)
        inhoud_sha256 = sha256(verzegeld).digest()
        hash_ = schakel(self._hash, kop_, inhoud_sha256)
        with vertaal():
            self._db.execute(
                "INSERT INTO journaal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (nummer, zaak, soort, op, self._rol, __version__, verzegeld, inhoud_sha256, hash_),
            )
        self._nummer, self._hash = nummer, hash_
        return nummer

    def _laatste(self) -> tuple[int, bytes, str]:
        with vertaal():
            rij: tuple[int, bytes, str] = self._db.execute(
                "SELECT nummer, hash, vastgelegd_op FROM journaal ORDER BY nummer DESC LIMIT 1"
            ).fetchone()
        return rij


def beschadigd(nummer: int) -> Onbruikbaar:
    """The entry that is not what it was."""
    return Onbruikbaar(
        "journaal-beschadigd",
        f"vastlegging {nummer} van het journaal klopt niet meer: zij is na het vastleggen veranderd of beschadigd",
        herstel="Bekijk alles met: klacht audit controleer. Zet daarna een reservekopie terug",
    )


def _volgorde(zaak: str) -> tuple[str, int]:
    jaar, _, nummer = zaak.partition("-")
    return jaar, int(nummer)
