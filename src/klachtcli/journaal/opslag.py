"""The journal's store: one SQLite file, append-only, one transaction an act, on disk before the act is said done.

Rollback journal (DELETE) keeps one file at rest, which a read-only folder and a full disk still let us read;
`synchronous = EXTRA` also syncs the folder after a commit, so a power cut cannot bring an old state back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import DecodeError

from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.journaal.bestand import controleer_bestand, open_bestand
from klachtcli.journaal.codec import SOORTEN, Kop, Vastlegging, decodeer
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.koppen import KOP, Koppen
from klachtcli.journaal.oprichting import richt_op
from klachtcli.journaal.schade import beschadigd, lopend_anders, vertaal
from klachtcli.journaal.schrijver import STUK, Schrijver, volgt_op
from klachtcli.journaal.sleutels import Sleutelring, ontzegel
from klachtcli.journaal.vernieuwing import fris_op
from klachtcli.zaak.gebeurtenissen import (
    BLIJFT,
    INGEZIEN,
    OPENT,
    VERBETERT,
    VERNIETIGD,
    VULT_AAN,
    Stuk,
)

_KOLOMMEN = f"{KOP}, inhoud"
_KETEN = f"SELECT {_KOLOMMEN}, inhoud_sha256, hash FROM journaal ORDER BY nummer"  # noqa: S608 - our own constant
_VERNIETIGD = f"SELECT zaak FROM journaal WHERE soort = '{VERNIETIGD}'"  # noqa: S608 - our own constant
_SPOREN = f"((zaak = ? AND soort <> '{STUK}') OR (zaak = '' AND soort = '{INGEZIEN}'))"


class Journaal(Koppen):
    """The journal of one work folder, open. Use as a context manager; one that only reads sees one moment of it."""

    def __init__(self, pad: Path, *, schrijven: bool = False, sleutelmap: Path | None = None) -> None:
        self._db, self.werkmap, self.keten = open_bestand(pad, schrijven=schrijven)
        try:
            self.ring = Sleutelring(self.werkmap, sleutelmap, schrijven=schrijven)
        except KlachtFout:
            self._db.close()
            raise
        self._schrijft = schrijven

    @classmethod
    def maak(cls, pad: Path, werkmap: str, *, door: str, sleutelmap: Path | None = None) -> None:
        """A new journal with its first entry, and its ring; refused where one is already there."""
        richt_op(pad, werkmap, door, sleutelmap)

    def __enter__(self) -> Journaal:
        if not self._schrijft:
            with vertaal():
                self._db.execute("BEGIN")
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self.ring.sluit()

    def lopende_zaken(self) -> list[str]:
        """The numbers of the cases that are not closed, oldest first, of those that can be read. Raises Onbruikbaar."""
        with vertaal():
            lopend = {zaak for (zaak,) in self._db.execute("SELECT zaak FROM lopend")}
            vernietigd = self._vernietigde_zaken()
        if lopend - self._geopend().keys() - vernietigd:
            raise lopend_anders()
        return self._op_volgorde(lopend - vernietigd)

    def zaken(self) -> list[str]:
        """The numbers of all cases that can be read, oldest first: not destroyed, and with a key."""
        return self._op_volgorde(self._geopend())

    def dicht(self) -> dict[str, int]:
        """The cases that were not destroyed and whose key is lost, each with the entry that opened it.

        What goes over all cases passes them over; with its key a case is back. One that the ring knows as destroyed is
        none of these: this journal is older then. Raises Onbruikbaar where not even the first entry opens.
        """
        geopend = self._geopend()
        met = self.ring.zaken()  # after it: a key is there before its case
        zonder = {zaak: nummer for zaak, nummer in geopend.items() if zaak not in met}
        if zonder:
            next(self._lees("nummer = 1", ()))
        return {zaak: nummer for zaak, nummer in zonder.items() if self.ring.vernietigd(zaak) is None}

    def vernietigd(self) -> list[Vastlegging]:
        """What is left of the cases that were destroyed: one entry each, in order."""
        return list(self._lees(f"soort = '{VERNIETIGD}'", ()))

    def geopend(self) -> dict[str, int]:
        """The cases that can be read, in the order in which they were opened, each with the entry that did."""
        dicht = self.dicht()
        return {zaak: nummer for zaak, nummer in self._geopend().items() if zaak not in dicht}

    def _geopend(self) -> dict[str, int]:
        with vertaal():
            vernietigd = self._vernietigde_zaken()
        return {zaak: nummer for zaak, nummer in self.openingen() if zaak not in vernietigd}

    def lees(self, zaak: str) -> Iterator[Vastlegging]:
        """The entries of a case, opened; attachments, and who looked into it, are passed over.

        Of a case that was destroyed that it was, and nothing else.
        """
        return self._lees(f"zaak = ? AND soort NOT IN ('{STUK}', '{INGEZIEN}')", (zaak,))

    def lees_sporen(self, zaak: str) -> list[Vastlegging | Kop]:
        """The entries of a case, who looked into it, and who looked at several cases or all, in order.

        Attachments are passed over. Of a case without a key its plain fields are left.
        """
        with vertaal():
            koppen = self._db.execute(
                f"SELECT {KOP} FROM journaal WHERE {_SPOREN} ORDER BY nummer",  # noqa: S608
                (zaak,),
            ).fetchall()
        geopend = {v.nummer: v for v in self._lees(_SPOREN, (zaak,), zonder=self.dicht())}
        return [geopend.get(rij[0]) or Kop(*rij) for rij in koppen]

    def lees_inzage(self, zaak: str) -> Iterator[Vastlegging]:
        """Who looked into a case, or took out what is in it, in order ('': of several cases, or of all)."""
        return self._lees(f"zaak = ? AND soort = '{INGEZIEN}'", (zaak,))

    def telling(self, zaak: str) -> dict[str, int]:
        """Kind -> how many entries a case has of it, also where their content is gone."""
        with vertaal():
            return dict(self._db.execute("SELECT soort, count(*) FROM journaal WHERE zaak = ? GROUP BY soort", (zaak,)))

    def lees_werkmap(self, *soorten: str) -> Iterator[Vastlegging]:
        """The work folder's own entries of these kinds, opened, in order."""
        return self._lees(f"zaak = '' AND soort IN ({', '.join('?' * len(soorten))})", soorten)

    def lees_partijen(self, zaak: str | None = None) -> Iterator[Vastlegging]:
        """The entries of all cases that can be read, or of one, that say who the people in it are, in order."""
        wie = " OR ".join(f"soort = '{soort}'" for soort in (OPENT, VULT_AAN, VERBETERT))
        return (
            self._lees(wie, (), zonder=self.dicht()) if zaak is None else self._lees(f"zaak = ? AND ({wie})", (zaak,))
        )

    def lees_stuk(self, stuk: Stuk) -> bytes:
        """The bytes of an attachment, which are what they were when it was received."""
        with vertaal():
            rij = self._db.execute(f"SELECT {_KOLOMMEN} FROM journaal WHERE nummer = ?", (stuk.nummer,)).fetchone()  # noqa: S608
        try:
            inhoud = ontzegel(self.ring.sleutel(rij[1]), rij[6], self.keten.kop(*rij[:6]))
        except (InvalidTag, TypeError):
            raise beschadigd(stuk.nummer) from None
        if sha256(inhoud).hexdigest() != stuk.sha256:
            raise beschadigd(stuk.nummer)
        return inhoud

    def lees_alles(self, zonder: Collection[str] = ()) -> Iterator[Vastlegging]:
        """Every entry, its link in the chain verified and its content opened; raises Onbruikbaar at the first fault.

        zonder: cases whose key is not there; of these the chain is verified alone.
        """
        vorige, nummer, soort = self.keten.begin(self.werkmap), 0, ""
        stukken: dict[int, str] = {}
        try:
            vernietigd = self._vernietigde_zaken()
            for rij in self._db.execute(_KETEN):
                nummer, zaak, soort, *_, verzegeld, inhoud_sha256, hash_ = rij
                kop = self.keten.kop(*rij[:6])
                weg = verzegeld is None and zaak in vernietigd
                if not weg and sha256(verzegeld).digest() != inhoud_sha256:
                    raise beschadigd(nummer)
                if self.keten.schakel(vorige, kop, inhoud_sha256) != hash_:
                    raise beschadigd(nummer)
                vorige = hash_
                if weg or zaak in zonder:
                    continue
                inhoud = ontzegel(self._sleutel(zaak, soort), verzegeld, kop)
                if soort == STUK:
                    stukken[nummer] = sha256(inhoud).hexdigest()
                    continue
                v = _vastlegging(rij[:6], inhoud)
                for stuk in getattr(v.gebeurtenis, "stukken", ()):
                    if stukken.pop(stuk.nummer, None) != stuk.sha256:
                        raise beschadigd(stuk.nummer)
                yield v
        except (InvalidTag, TypeError):
            raise beschadigd(nummer) from None
        except (KeyError, DecodeError):
            raise _onleesbaar(nummer, soort) from None
        except (sqlite3.Error, UnicodeDecodeError):
            raise beschadigd(nummer + 1) from None
        if stukken:
            raise beschadigd(min(stukken))

    def controleer_keten(self) -> Zegel:
        """Every link of the chain, and that each sealed content is what was chained, without opening it.

        Entries bear moments in their order, as the writer saw to it (`schrijver`).
        Gives the head. Raises Onbruikbaar at the first fault.
        """
        vorige, nummer, toen = self.keten.begin(self.werkmap), 0, ""
        kop, schakel = self.keten.kop, self.keten.schakel
        try:
            vernietigd = self._vernietigde_zaken()
            for nummer, zaak, soort, op, rol, versie, verzegeld, inhoud_sha256, hash_ in self._db.execute(_KETEN):
                if verzegeld is None:
                    heel = zaak in vernietigd and soort not in BLIJFT
                else:
                    heel = sha256(verzegeld).digest() == inhoud_sha256
                vorige = schakel(vorige, kop(nummer, zaak, soort, op, rol, versie), inhoud_sha256)
                if not heel or vorige != hash_ or not volgt_op(op, toen):
                    raise beschadigd(nummer)
                toen = op
        except (TypeError, sqlite3.Error, UnicodeDecodeError):
            raise beschadigd(nummer + 1) from None
        return Zegel(nummer, vorige)

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
            fris_op(self.ring, afronden=not proef)
            yield Schrijver(self._db, self.ring, self.keten, door, rol, proef)
            with vertaal():
                self._db.execute("ROLLBACK" if proef else "COMMIT")
            if daarna is not None and not proef:
                daarna()
        finally:
            if self._db.in_transaction:
                with suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")

    def _sleutel(self, zaak: str, soort: str) -> AESGCM:
        """The key that an entry is sealed with."""
        return self.ring.sleutel("" if soort in BLIJFT else zaak)

    def _vernietigde_zaken(self) -> set[str]:
        return {zaak for (zaak,) in self._db.execute(_VERNIETIGD)}

    def _is_vernietigd(self, zaak: str) -> bool:
        return self._db.execute(f"{_VERNIETIGD} AND zaak = ?", (zaak,)).fetchone() is not None

    def _op_volgorde(self, zaken: Collection[str]) -> list[str]:
        try:
            return sorted(set(zaken) - self.dicht().keys(), key=_volgorde)
        except ValueError:
            raise beschadigd() from None

    def _lees(self, waar: str, waarden: tuple[str, ...], zonder: Collection[str] = ()) -> Iterator[Vastlegging]:
        vraag = f"SELECT {_KOLOMMEN} FROM journaal WHERE {waar} ORDER BY nummer"  # noqa: S608
        kop, sleutel_van = self.keten.kop, None
        with vertaal():
            for *velden, verzegeld in self._db.execute(vraag, waarden):
                nummer, zaak, soort = velden[:3]
                if zaak in zonder or (verzegeld is None and self._is_vernietigd(zaak)):
                    continue
                try:
                    if (van := "" if soort in BLIJFT else zaak) != sleutel_van:
                        sleutel, sleutel_van = self.ring.sleutel(van), van
                    yield _vastlegging(velden, ontzegel(sleutel, verzegeld, kop(*velden)))
                except (InvalidTag, TypeError):
                    raise beschadigd(nummer) from None
                except (KeyError, DecodeError):
                    raise _onleesbaar(nummer, soort) from None


def _vastlegging(velden: tuple[int, str, str, str, str, str], inhoud: bytes) -> Vastlegging:
    """An entry from its plain fields and its content. Raises KeyError, or DecodeError."""
    gelezen = decodeer(velden[2], inhoud)
    return Vastlegging(*velden, gelezen.door, gelezen.gebeurtenis, gelezen.termijnen)


def _onleesbaar(nummer: int, soort: str) -> Onbruikbaar:
    if soort in SOORTEN:
        return beschadigd(nummer)
    feit = f"vastlegging {nummer} is van een soort ({soort}) die deze versie van klacht niet kent"
    return Onbruikbaar("soort-onbekend", feit, herstel="Werk klacht bij")


def _volgorde(zaak: str) -> tuple[str, int]:
    jaar, _, nummer = zaak.partition("-")
    return jaar, int(nummer)
