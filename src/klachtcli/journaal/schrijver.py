"""What an act may do within its transaction: number a case, append an event, keep an attachment."""

from __future__ import annotations

import re
import sqlite3
from datetime import date, datetime, timedelta
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from klachtcli import __version__, klok
from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.codec import Inhoud, codeer
from klachtcli.journaal.keten import Keten
from klachtcli.journaal.schade import beschadigd, vertaal
from klachtcli.journaal.sleutels import Sleutelring, verzegel
from klachtcli.zaak.gebeurtenissen import BLIJFT, OPENT, VERNIETIGD, Dagen, Gebeurtenis, ZaakVernietigd

# A clock is set right by seconds all the time; one that runs back further would put acts in a false order.
SPELING = timedelta(seconds=60)
STUK = "stuk_bewaard"
_STEMPEL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)


class Schrijver:
    """Appends to a journal whose transaction is open. Raises Onbruikbaar where the clock runs behind the last entry."""

    def __init__(
        self, db: sqlite3.Connection, ring: Sleutelring, keten: Keten, door: str, rol: str, proef: bool
    ) -> None:
        self._db, self._ring, self._keten, self._door, self._rol, self.proef = db, ring, keten, door, rol, proef
        self._nummer, self._hash, laatste = self._laatste()
        self._nu = klok.nu()
        _eis_klok(self._nu, laatste)

    @property
    def vandaag(self) -> date:
        """The day in Amsterdam on which this act is recorded, also where another began while it waited or worked."""
        return klok.in_amsterdam(self._nu).date()

    def volgend_zaaknummer(self, jaar: int) -> str:
        """The next free number of a year: K2026-001."""
        begin = f"K{jaar}-"
        with vertaal():
            rijen = self._db.execute(
                f"SELECT zaak FROM journaal WHERE soort = '{OPENT}' AND zaak >= ? AND zaak < ?",  # noqa: S608
                (begin, f"K{jaar}."),
            ).fetchall()
        return f"{begin}{max((int(zaak[len(begin) :]) for (zaak,) in rijen), default=0) + 1:03d}"

    def voeg_toe(self, zaak: str, gebeurtenis: Gebeurtenis, termijnen: tuple[Dagen, ...] = ()) -> int:
        """Append an event, with the terms that it began or moved; returns its number."""
        return self._schrijf(zaak, gebeurtenis.soort, codeer(Inhoud(self._door, gebeurtenis, termijnen)))

    def bewaar_stuk(self, zaak: str, inhoud: bytes) -> int:
        """Append an attachment; returns its number."""
        return self._schrijf(zaak, STUK, inhoud)

    def vernietig(self, zaak: str, gebeurtenis: ZaakVernietigd) -> int:
        """Append that a case was destroyed, and take the content of all its other entries away; returns its number."""
        nummer = self.voeg_toe(zaak, gebeurtenis)
        with vertaal():
            self._db.execute(
                f"UPDATE journaal SET inhoud = NULL WHERE zaak = ? AND soort <> '{VERNIETIGD}'",  # noqa: S608
                (zaak,),
            )
        return nummer

    def _schrijf(self, zaak: str, soort: str, inhoud: bytes) -> int:
        nummer = self._nummer + 1
        kop_ = self._keten.kop(nummer, zaak, soort, op := klok.stempel(self._nu), self._rol, __version__)
        verzegeld = verzegel(self._sleutel("" if soort in BLIJFT else zaak), inhoud, kop_)
        inhoud_sha256 = sha256(verzegeld).digest()
        hash_ = self._keten.schakel(self._hash, kop_, inhoud_sha256)
        with vertaal():
            self._db.execute(
                "INSERT INTO journaal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (nummer, zaak, soort, op, self._rol, __version__, verzegeld, inhoud_sha256, hash_),
            )
        self._nummer, self._hash = nummer, hash_
        return nummer

    def _sleutel(self, zaak: str) -> AESGCM:
        """A new one only for a case that has nothing yet: what a lost key sealed, no other will open."""
        if self.proef:
            return self._ring.proefsleutel()
        with vertaal():
            begonnen = self._db.execute("SELECT 1 FROM journaal WHERE zaak = ? LIMIT 1", (zaak,)).fetchone()
        return self._ring.sleutel(zaak) if begonnen else self._ring.sleutel_of_nieuw(zaak)

    def _laatste(self) -> tuple[int, bytes, datetime]:
        with vertaal():
            rij = self._db.execute(
                "SELECT nummer, hash, vastgelegd_op FROM journaal ORDER BY nummer DESC LIMIT 1"
            ).fetchone()
        try:
            return rij[0], rij[1], datetime.fromisoformat(rij[2])
        except (TypeError, ValueError):
            raise beschadigd(rij and rij[0]) from None


def volgt_op(moment: str, vorige: str) -> bool:
    """Whether an entry may bear this moment after one that bears another: not before it, but for a clock set right."""
    if moment == vorige != "":  # of one act
        return True
    try:
        dit = datetime.fromisoformat(moment)
        return _STEMPEL.fullmatch(moment) is not None and (
            moment >= vorige or dit >= datetime.fromisoformat(vorige) - SPELING
        )
    except ValueError:
        return False


def _eis_klok(nu: datetime, laatste: datetime) -> None:
    if nu < laatste - SPELING:
        raise Onbruikbaar(
            "klok-loopt-achter",
            f"de klok staat op {klok.stempel(nu)}, en de laatste vastlegging is van {klok.stempel(laatste)}",
            grondslag="de volgorde van handelingen moet kloppen",
            herstel="Zet de klok van deze computer goed",
        )
