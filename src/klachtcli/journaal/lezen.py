"""What is in a journal, opened with its keys: the entries of a case, of all cases, of the work folder itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import DecodeError

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.codec import SOORTEN, Kop, Vastlegging, decodeer
from klachtcli.journaal.keten import Keten
from klachtcli.journaal.koppen import KOP, Koppen
from klachtcli.journaal.schade import beschadigd, lopend_anders, vertaal
from klachtcli.journaal.schrijver import STUK
from klachtcli.journaal.sleutels import Sleutelring, ontzegel
from klachtcli.zaak.gebeurtenissen import BLIJFT, INGEZIEN, PARTIJEN, VERNIETIGD, Stuk

KOLOMMEN = f"{KOP}, inhoud"
_VERNIETIGD = f"SELECT zaak FROM journaal WHERE soort = '{VERNIETIGD}'"  # noqa: S608 - our own constant
_BEWIJZEN = f"nummer IN (SELECT nummer FROM journaal WHERE soort = '{VERNIETIGD}')"  # noqa: S608 - by their index
_PARTIJEN = f"soort IN {PARTIJEN}"  # written as SQL writes them
_SPOREN = f"((zaak = ? AND soort <> '{STUK}') OR (zaak = '' AND soort = '{INGEZIEN}'))"


class Lezer(Koppen):
    """The entries of an open journal, with its keys."""

    ring: Sleutelring
    keten: Keten

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
        return self._dicht(self._geopend())

    def _dicht(self, geopend: Mapping[str, int]) -> dict[str, int]:
        met = self.ring.zaken()  # after it: a key is there before its case
        zonder = {zaak: nummer for zaak, nummer in geopend.items() if zaak not in met}
        if zonder and next(self._lees("nummer = 1", ()), None) is None:
            raise beschadigd()
        return {zaak: nummer for zaak, nummer in zonder.items() if self.ring.vernietigd(zaak) is None}

    def vernietigd(self) -> list[Vastlegging]:
        """What is left of the cases that were destroyed: one entry each, in order."""
        return list(self._lees(_BEWIJZEN, ()))

    def geopend(self) -> dict[str, int]:
        """The cases that can be read, in the order in which they were opened, each with the entry that did."""
        geopend = self._geopend()
        dicht = self._dicht(geopend)
        return {zaak: nummer for zaak, nummer in geopend.items() if zaak not in dicht}

    def _geopend(self) -> dict[str, int]:
        with vertaal():
            vernietigd = self._vernietigde_zaken()
        return {zaak: nummer for zaak, nummer in self.openingen() if zaak not in vernietigd}

    def lees(self, *zaken: str) -> Iterator[Vastlegging]:
        """The entries of a case (or some, case by case), opened; attachments, and who looked into it, are passed over.

        Of a case that was destroyed that it was, and nothing else.
        """
        self.ring.haal(zaken)
        return self._lees(
            f"{_een_van(zaken)} AND soort NOT IN ('{STUK}', '{INGEZIEN}')", zaken, volgorde="zaak, nummer"
        )

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

    def lees_partijen(self) -> Iterator[Vastlegging]:
        """The entries of all cases that can be read that say who the people in it are, in order."""
        return self._lees(_PARTIJEN, (), self.dicht())

    def lees_partijen_van(self, *zaken: str) -> Iterator[Vastlegging]:
        """The same of these cases alone."""
        self.ring.haal(zaken)
        return self._lees(f"{_een_van(zaken)} AND {_PARTIJEN}", zaken)

    def lees_stuk(self, stuk: Stuk) -> bytes:
        """The bytes of an attachment, which are what they were when it was received."""
        with vertaal():
            rij = self._db.execute(f"SELECT {KOLOMMEN} FROM journaal WHERE nummer = ?", (stuk.nummer,)).fetchone()  # noqa: S608
        try:
            inhoud = ontzegel(self.ring.sleutel(rij[1]), rij[6], self.keten.kop(*rij[:6]))
        except (InvalidTag, TypeError):
            raise beschadigd(stuk.nummer) from None
        if sha256(inhoud).hexdigest() != stuk.sha256:
            raise beschadigd(stuk.nummer)
        return inhoud

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

    def _lees(
        self, waar: str, waarden: tuple[str, ...], zonder: Collection[str] = (), volgorde: str = "nummer"
    ) -> Iterator[Vastlegging]:
        vraag = f"SELECT {KOLOMMEN} FROM journaal WHERE {waar} ORDER BY {volgorde}"  # noqa: S608
        kop, sleutel_van = self.keten.kop, None
        with vertaal():
            for rij in self._db.execute(vraag, waarden):
                velden, verzegeld = rij[:-1], rij[-1]
                nummer, zaak, soort = rij[:3]
                if zaak in zonder or (verzegeld is None and self._is_vernietigd(zaak)):
                    continue
                try:
                    if (van := "" if soort in BLIJFT else zaak) != sleutel_van:
                        sleutel, sleutel_van = self.ring.sleutel(van), van
                    yield vastlegging(velden, ontzegel(sleutel, verzegeld, kop(*velden)))
                except (InvalidTag, TypeError):
                    raise beschadigd(nummer) from None
                except (KeyError, DecodeError):
                    raise onleesbaar(nummer, soort) from None


def _een_van(zaken: Collection[str]) -> str:
    return f"zaak IN ({', '.join('?' * len(zaken))})"


def vastlegging(velden: tuple[int, str, str, str, str, str], inhoud: bytes) -> Vastlegging:
    """An entry from its plain fields and its content. Raises KeyError, or DecodeError."""
    gelezen = decodeer(velden[2], inhoud)
    return Vastlegging(*velden, gelezen.door, gelezen.gebeurtenis, gelezen.termijnen)


def onleesbaar(nummer: int, soort: str) -> Onbruikbaar:
    if soort in SOORTEN:
        return beschadigd(nummer)
    feit = f"vastlegging {nummer} is van een soort ({soort}) die deze versie van klacht niet kent"
    return Onbruikbaar("soort-onbekend", feit, herstel="Werk klacht bij")


def _volgorde(zaak: str) -> tuple[str, int]:
    jaar, _, nummer = zaak.partition("-")
    return jaar, int(nummer)
