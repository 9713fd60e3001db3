"""Which bytes of an SQLite file hold nothing: a map of its pages, made from the file (SQLite file format, 1 and 2).

Of each byte that no content depends on the map has the reason; every other byte is in use.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Sequence

IN_GEBRUIK = "in gebruik"
# Fields of the header of which no content depends: (begin, end, what it is). SQLite file format, 1.3.
_KOP = (
    (24, 28, "teller van wijzigingen"), (28, 32, "aantal bladen (telt niet als de tellers verschillen)"),
    (40, 44, "teller van de vorm"), (44, 47, "schemavorm (alleen de laatste byte telt)"),
    (48, 52, "wenk voor het geheugen"), (56, 60, "tekenset (alleen de laatste twee bits tellen)"),
    (72, 92, "gereserveerd"), (92, 96, "teller waarbij de versie hoort"), (96, 100, "versie van SQLite"),
)  # fmt: skip
# What the journal uses and the key ring does not: the numbers that a program may give its own files.
NUMMERS = ((60, 64, "eigen vormnummer (de ring heeft er geen)"), (68, 72, "eigen kenmerk (de ring heeft er geen)"))


class Kaart:
    """For each byte of a file why no content depends on it; IN_GEBRUIK where it does."""

    def __init__(self, ruw: bytes, ook: Sequence[tuple[int, int, str]] = ()) -> None:
        self._ruw, self._maat = ruw, int(struct.unpack_from(">H", ruw, 16)[0])
        self._bruikbaar = self._maat - ruw[20]
        self.soort = ["blad dat nergens bij hoort"] * len(ruw)
        self._zet(0, 100, IN_GEBRUIK)
        for begin, eind, wat in (*_KOP, *ook):
            self._zet(begin, eind, f"kop: {wat}")
        self._vrije_bladen()
        for blad in (1, *self._wortels()):
            self._boom(blad)

    def _zet(self, begin: int, eind: int, wat: str) -> None:
        self.soort[begin:eind] = [wat] * (eind - begin)

    def _getal(self, plek: int) -> int:
        return int(struct.unpack_from(">I", self._ruw, plek)[0])

    def _begin(self, blad: int) -> int:
        return (blad - 1) * self._maat

    def _vrije_bladen(self) -> None:
        stam = self._getal(32)
        while stam:
            begin = self._begin(stam)
            aantal = self._getal(begin + 4)
            self._zet(begin, begin + self._maat, "rest van een lijst van vrije bladen")
            self._zet(begin, begin + 8 + 4 * aantal, IN_GEBRUIK)
            for n in range(aantal):
                vrij = self._begin(self._getal(begin + 8 + 4 * n))
                self._zet(vrij, vrij + self._maat, "vrij blad")
            stam = self._getal(begin)

    def _wortels(self) -> Iterator[int]:
        """The root page of every table and index, from the schema (its fourth column)."""
        db = sqlite3.connect(":memory:")
        db.deserialize(self._ruw)
        yield from (blad for (blad,) in db.execute("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0"))
        db.close()

    def _boom(self, blad: int) -> None:
        """A page of a tree with all below it: its own fields, its cells, and what lies between."""
        begin = self._begin(blad)
        kop = begin + (100 if blad == 1 else 0)
        soort, cellen = self._ruw[kop], struct.unpack_from(">H", self._ruw, kop + 3)[0]
        binnen = soort in (2, 5)
        wijzers = kop + (12 if binnen else 8)
        self._zet(kop, begin + self._maat, "ruimte tussen de cellen")
        self._zet(kop, wijzers + 2 * cellen, IN_GEBRUIK)
        if vrij := struct.unpack_from(">H", self._ruw, kop + 1)[0]:
            self._vrije_blokken(begin, vrij)
        for n in range(cellen):
            cel = begin + struct.unpack_from(">H", self._ruw, wijzers + 2 * n)[0]
            self._cel(cel, soort)
            if binnen:
                self._boom(self._getal(cel))
        if binnen:
            self._boom(self._getal(kop + 8))

    def _vrije_blokken(self, begin: int, blok: int) -> None:
        while blok:
            volgende, lengte = struct.unpack_from(">HH", self._ruw, begin + blok)
            self._zet(begin + blok, begin + blok + lengte, "vrij blok in een blad")
            self._zet(begin + blok, begin + blok + 4, IN_GEBRUIK)
            blok = volgende

    def _cel(self, plek: int, soort: int) -> None:
        """A cell, and the pages that its content runs over into."""
        begin, u = plek, self._bruikbaar
        plek += 4 if soort in (2, 5) else 0
        lengte, plek = self._varint(plek)
        if soort == 5:  # inside a table: a child and a number, no content
            self._zet(begin, plek, IN_GEBRUIK)
            return
        if soort == 13:
            _, plek = self._varint(plek)
        meest, minst = (u - 35 if soort == 13 else (u - 12) * 64 // 255 - 23), (u - 12) * 32 // 255 - 23
        hier = lengte
        if lengte > meest:
            deel = minst + (lengte - minst) % (u - 4)
            hier = deel if deel <= meest else minst
            self._vervolg(self._getal(plek + hier), lengte - hier)
            plek += 4
        self._zet(begin, plek + hier, IN_GEBRUIK)

    def _vervolg(self, blad: int, rest: int) -> None:
        while blad and rest > 0:
            begin, hier = self._begin(blad), min(rest, self._bruikbaar - 4)
            self._zet(begin, begin + self._maat, "rest van een vervolgblad")
            self._zet(begin, begin + 4 + hier, IN_GEBRUIK)
            blad, rest = self._getal(begin), rest - hier

    def _varint(self, plek: int) -> tuple[int, int]:
        waarde = 0
        for n in range(9):
            b = self._ruw[plek + n]
            if n == 8:
                return (waarde << 8) | b, plek + 9
            waarde = (waarde << 7) | (b & 0x7F)
            if b < 0x80:
                return waarde, plek + n + 1
        raise AssertionError
