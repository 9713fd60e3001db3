"""The journal's store: one SQLite file, append-only, one transaction an act, on disk before the act is said done.

Rollback journal (DELETE) keeps one file at rest, which a read-only folder and a full disk still let us read;
`synchronous = EXTRA` also syncs the folder after a commit, so a power cut cannot bring an old state back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from msgspec import DecodeError

from klachtcli import __version__, klok
from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.journaal.bestand import controleer_bestand, is_van, maak_bestand, open_bestand
from klachtcli.journaal.codec import SOORTEN, Inhoud, Vastlegging, codeer, decodeer
from klachtcli.journaal.keten import ZEGEL, Zegel, begin, kop, schakel
from klachtcli.journaal.schade import beschadigd, vertaal
from klachtcli.journaal.schrijver import STUK, Schrijver
from klachtcli.journaal.sleutels import Sleutelring, ontzegel, verzegel
from klachtcli.zaak.gebeurtenissen import OPENT, VERBETERT, VULT_AAN, Stuk, WerkmapAangemaakt

_KOLOMMEN = "nummer, zaak, soort, vastgelegd_op, rol, versie, inhoud"


class Journaal:
    """The journal of one work folder, open. Use as a context manager; one that only reads sees one moment of it."""

    def __init__(self, pad: Path, *, schrijven: bool = False, sleutelmap: Path | None = None) -> None:
        self._db, self.werkmap = open_bestand(pad, schrijven=schrijven)
        try:
            self.ring = Sleutelring(self.werkmap, sleutelmap, schrijven=schrijven)
        except KlachtFout:
            self._db.close()
            raise
        self._schrijft = schrijven

    @classmethod
    def maak(cls, pad: Path, werkmap: str, *, door: str, sleutelmap: Path | None = None) -> None:
        """A new journal with its first entry, and its ring; refused where one is already there."""
        ring = Sleutelring.maak(werkmap, sleutelmap)
        try:
            kop_ = kop(1, "", "werkmap_aangemaakt", nu := klok.stempel(klok.nu()), "secretaris", __version__)
            eerste = codeer(Inhoud(door, WerkmapAangemaakt(werkmap)))
            verzegeld = verzegel(ring.sleutel_of_nieuw(""), eerste, kop_)
            inhoud_sha256 = sha256(verzegeld).digest()
            hash_ = schakel(begin(werkmap), kop_, inhoud_sha256)
            rij = (1, "", "werkmap_aangemaakt", nu, "secretaris", __version__, verzegeld, inhoud_sha256, hash_)
            maak_bestand(pad, werkmap, rij)
        except BaseException:
            if not is_van(pad, werkmap):  # stopped just after the journal got its name: it needs its keys
                ring.gooi_weg()
            raise
        ring.sluit()

    def __enter__(self) -> Journaal:
        if not self._schrijft:
            with vertaal():
                self._db.execute("BEGIN")
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self.ring.sluit()

    def zegel(self) -> Zegel:
        """The head of the chain."""
        with vertaal():
            rij = self._db.execute("SELECT nummer, hash FROM journaal ORDER BY nummer DESC LIMIT 1").fetchone()
        if rij is None:
            raise beschadigd()
        return Zegel(*rij)

    def laatste_moment(self) -> str:
        """When the last entry was recorded (UTC, ISO 8601)."""
        with vertaal():
            rij = self._db.execute("SELECT vastgelegd_op FROM journaal ORDER BY nummer DESC LIMIT 1").fetchone()
        if rij is None:
            raise beschadigd()
        return str(rij[0])

    def zegel_bij(self, nummer: int) -> Zegel | None:
        """The head of the chain as it was after an entry; None where there is no such entry."""
        with vertaal():
            rij = self._db.execute("SELECT hash FROM journaal WHERE nummer = ?", (nummer,)).fetchone()
        return Zegel(nummer, rij[0]) if rij else None

    def kent(self, papier: str) -> Zegel | None:
        """The head of the chain that a zegel names; None where it never was that, or this is no zegel."""
        deel = ZEGEL.fullmatch(papier)
        zegel = self.zegel_bij(int(deel[1])) if deel else None
        return zegel if str(zegel) == papier else None

    def zegel_met(self, merk: bytes) -> Zegel | None:
        """The head of the chain as it was when its hash began so; None where it never did."""
        with vertaal():
            rij = self._db.execute(
                "SELECT nummer, hash FROM journaal WHERE substr(hash, 1, ?) = ?", (len(merk), merk)
            ).fetchone()
        return Zegel(*rij) if rij else None

    def lopende_zaken(self) -> list[str]:
        """The numbers of the cases that are not closed, oldest first."""
        return self._zaken("SELECT zaak FROM lopend")

    def zaken(self) -> list[str]:
        """The numbers of all cases, oldest first."""
        return self._zaken(f"SELECT zaak FROM journaal WHERE soort = '{OPENT}'")  # noqa: S608

    def lees(self, zaak: str) -> Iterator[Vastlegging]:
        """The entries of a case ('' for the work folder's own), opened; attachments are passed over."""
        return self._lees("zaak = ? AND soort <> ?", (zaak, STUK))

    def lees_partijen(self) -> Iterator[Vastlegging]:
        """The entries of all cases that say who the people in a case are, in order."""
        return self._lees(" OR ".join(f"soort = '{soort}'" for soort in (OPENT, VULT_AAN, VERBETERT)), ())

    def lees_stuk(self, stuk: Stuk) -> bytes:
        """The bytes of an attachment, which are what they were when it was received."""
        with vertaal():
            rij = self._db.execute(f"SELECT {_KOLOMMEN} FROM journaal WHERE nummer = ?", (stuk.nummer,)).fetchone()  # noqa: S608
        try:
            inhoud = ontzegel(self.ring.sleutel(rij[1]), rij[6], kop(*rij[:6]))
        except (InvalidTag, TypeError):
            raise beschadigd(stuk.nummer) from None
        if sha256(inhoud).hexdigest() != stuk.sha256:
            raise beschadigd(stuk.nummer)
        return inhoud

    def lees_alles(self) -> Iterator[Vastlegging]:
        """Every entry, its link in the chain verified and its content opened; raises Onbruikbaar at the first fault."""
        vorige, nummer, soort = begin(self.werkmap), 0, ""
        stukken: dict[int, str] = {}
        try:
            for nummer, zaak, soort, op, rol, versie, verzegeld, inhoud_sha256, hash_ in self._db.execute(
                f"SELECT {_KOLOMMEN}, inhoud_sha256, hash FROM journaal ORDER BY nummer"  # noqa: S608
            ):
                kop_ = kop(nummer, zaak, soort, op, rol, versie)
                if sha256(verzegeld).digest() != inhoud_sha256 or schakel(vorige, kop_, inhoud_sha256) != hash_:
                    raise beschadigd(nummer)
                vorige = hash_
                inhoud = ontzegel(self.ring.sleutel(zaak), verzegeld, kop_)
                if soort == STUK:
                    stukken[nummer] = sha256(inhoud).hexdigest()
                    continue
                gelezen = decodeer(soort, inhoud)
                for stuk in getattr(gelezen.gebeurtenis, "stukken", ()):
                    if stukken.pop(stuk.nummer, None) != stuk.sha256:
                        raise beschadigd(stuk.nummer)
                yield Vastlegging(nummer, zaak, soort, op, rol, versie, gelezen.door, gelezen.gebeurtenis)
        except (InvalidTag, TypeError):
            raise beschadigd(nummer) from None
        except (KeyError, DecodeError):
            raise _onleesbaar(nummer, soort) from None
        except (sqlite3.Error, UnicodeDecodeError):
            raise beschadigd(nummer + 1) from None
        if stukken:
            raise beschadigd(min(stukken))

    def controleer_bestand(self) -> None:
        """That the file around the entries is sound: pages, indexes, tables, triggers."""
        controleer_bestand(self._db)

    @contextmanager
    def handeling(
        self, *, door: str, rol: str = "secretaris", proef: bool = False, daarna: Callable[[], None] | None = None
    ) -> Iterator[Schrijver]:
        """One act: read and append in one transaction; all of it is on disk when this ends, or none of it.

        With `proef` everything is done but nothing is kept. Raises Onbruikbaar where another process keeps writing,
        the disk is full, or the clock runs behind the last entry. `daarna`: told at once when it is on disk.
        """
        with vertaal():
            self._db.execute("BEGIN IMMEDIATE")
        try:
            yield Schrijver(self._db, self.ring, door, rol, proef)
            with vertaal():
                self._db.execute("ROLLBACK" if proef else "COMMIT")
            if daarna is not None and not proef:
                daarna()
        finally:
            if self._db.in_transaction:
                with suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")

    def _zaken(self, vraag: str) -> list[str]:
        with vertaal():
            rijen = self._db.execute(vraag).fetchall()
        try:
            return sorted((zaak for (zaak,) in rijen), key=_volgorde)
        except ValueError:
            raise beschadigd() from None

    def _lees(self, waar: str, waarden: tuple[str, ...]) -> Iterator[Vastlegging]:
        vraag = f"SELECT {_KOLOMMEN} FROM journaal WHERE {waar} ORDER BY nummer"  # noqa: S608
        with vertaal():
            for nummer, zaak, soort, op, rol, versie, verzegeld in self._db.execute(vraag, waarden):
                try:
                    inhoud = ontzegel(self.ring.sleutel(zaak), verzegeld, kop(nummer, zaak, soort, op, rol, versie))
                    gelezen = decodeer(soort, inhoud)
                except (InvalidTag, TypeError):
                    raise beschadigd(nummer) from None
                except (KeyError, DecodeError):
                    raise _onleesbaar(nummer, soort) from None
                yield Vastlegging(nummer, zaak, soort, op, rol, versie, gelezen.door, gelezen.gebeurtenis)


def _onleesbaar(nummer: int, soort: str) -> Onbruikbaar:
    if soort in SOORTEN:
        return beschadigd(nummer)
    feit = f"vastlegging {nummer} is van een soort ({soort}) die deze versie van klacht niet kent"
    return Onbruikbaar("soort-onbekend", feit, herstel="Werk klacht bij")


def _volgorde(zaak: str) -> tuple[str, int]:
    jaar, _, nummer = zaak.partition("-")
    return jaar, int(nummer)
