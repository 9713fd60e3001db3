"""What is plain in a journal: the head of the chain, now and as it was, and of an entry all but its content."""

from __future__ import annotations

import sqlite3

from klachtcli.journaal.codec import Kop
from klachtcli.journaal.keten import ZEGEL, Zegel
from klachtcli.journaal.schade import beschadigd, lopend_anders, vertaal
from klachtcli.zaak.gebeurtenissen import HEROPENT, INGEZIEN, OPENT, SLUIT, VERNIETIGD

KOP = "nummer, zaak, soort, vastgelegd_op, rol, versie"
_STAND = (OPENT, SLUIT, HEROPENT, VERNIETIGD)


class Koppen:
    """The heads of an open journal; no key is asked for."""

    _db: sqlite3.Connection

    def zegel(self) -> Zegel:
        """The head of the chain."""
        with vertaal():
            rij = self._db.execute("SELECT nummer, hash FROM journaal ORDER BY nummer DESC LIMIT 1").fetchone()
        if rij is None:
            raise beschadigd()
        return Zegel(*rij)

    def laatste_handeling(self) -> tuple[Zegel, str]:
        """The head of the chain after the last act, and its moment (UTC): who only looked since is passed over."""
        vraag = f"SELECT nummer, hash, vastgelegd_op FROM journaal WHERE soort <> '{INGEZIEN}' ORDER BY nummer DESC"  # noqa: S608
        with vertaal():
            rij = self._db.execute(f"{vraag} LIMIT 1").fetchone()
        if rij is None:
            raise beschadigd()
        return Zegel(*rij[:2]), str(rij[2])

    def laatste_voor(self, moment: str) -> int:
        """The number of the last entry that was recorded before a moment (UTC, as entries bear it); 0: none was."""
        vraag = "SELECT nummer FROM journaal WHERE vastgelegd_op < ? ORDER BY nummer DESC LIMIT 1"
        with vertaal():
            rij = self._db.execute(vraag, (moment,)).fetchone()
        return int(rij[0]) if rij else 0

    def controleer_lopend(self) -> tuple[set[str], set[str]]:
        """The cases that were not destroyed, and those of them that are open; raises Onbruikbaar where a list differs.

        What the triggers made of the entries is made of them anew.
        """
        vraag = f"SELECT zaak, soort FROM journaal WHERE soort IN ({', '.join('?' * len(_STAND))}) ORDER BY nummer"  # noqa: S608
        stand: dict[str, str] = {}
        with vertaal():
            rijen = self._db.execute(vraag, _STAND).fetchall()
            lopend = {zaak for (zaak,) in self._db.execute("SELECT zaak FROM lopend")}
        weg = {zaak for zaak, soort in rijen if soort == VERNIETIGD}
        stand.update((zaak, soort) for zaak, soort in rijen if soort != VERNIETIGD)
        if lopend != {zaak for zaak, soort in stand.items() if soort != SLUIT}:
            raise lopend_anders()
        return stand.keys() - weg, lopend - weg

    def kop(self, nummer: int) -> Kop | None:
        """The plain fields of an entry."""
        with vertaal():
            rij = self._db.execute(f"SELECT {KOP} FROM journaal WHERE nummer = ?", (nummer,)).fetchone()  # noqa: S608
        return Kop(*rij) if rij else None

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

    def openingen(self) -> list[tuple[str, int]]:
        """Every case that was ever opened, with the entry that did, in order; also those that were destroyed."""
        with vertaal():
            return self._db.execute(
                # the `+` sorts what the index of openings gives: else SQLite goes over the whole table, in its order
                f"SELECT zaak, nummer FROM journaal WHERE soort = '{OPENT}' ORDER BY +nummer"  # noqa: S608
            ).fetchall()

    def begin_van_zaken(self) -> dict[str, int]:
        """Every case of which there is any entry, with its first."""
        with vertaal():
            return dict(self._db.execute("SELECT zaak, min(nummer) FROM journaal WHERE zaak <> '' GROUP BY zaak"))

    def soorten(self, zaak: str) -> list[str]:
        """The kinds of the entries of a case, in order; also where their content is gone."""
        with vertaal():
            rijen = self._db.execute("SELECT soort FROM journaal WHERE zaak = ? ORDER BY nummer", (zaak,)).fetchall()
        return [soort for (soort,) in rijen]

    def zegel_met(self, merk: bytes) -> Zegel | None:
        """The head of the chain as it was when its hash began so; None where it never did."""
        with vertaal():
            rij = self._db.execute(
                "SELECT nummer, hash FROM journaal WHERE substr(hash, 1, ?) = ?", (len(merk), merk)
            ).fetchone()
        return Zegel(*rij) if rij else None
