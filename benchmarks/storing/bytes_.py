"""One byte changed at random, again and again: found by the check, or proven to touch nothing that counts.

Proven: SQLite reads the same rows in the same tables and finds its pages sound, and the byte stands where `kaart` says
that no content depends on it. What is neither is a failure.
"""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from benchmarks.storing.kaart import IN_GEBRUIK, NUMMERS, Kaart
from klachtcli.fouten import KlachtFout
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.werkmap import Werkmap

Inhoud = tuple[object, ...]
# Which check found it, by the innermost function of ours that said so.
_DOOR = {
    "bestand.eis_begin": "het begin van het bestand", "bestand.open_bestand": "het begin en het kenmerk",
    "bestand.controleer_bestand": "bladen, indexen, tabellen en wachters", "opslag.lees_alles": "keten en inhoud",
    "controle._eis_zegel": "het zegel van een brief", "controle.controleer": "de lijst van lopende zaken",
    "sleutels.__init__": "de bestanden van de ring", "ringcontrole.controleer_ring": "de bestanden van de ring",
    "sleutels.sleutel": "de sleutel zelf", "sleutels._zoek": "de sleutel zelf",
    "sleutels.ververs": "de sleutel zelf",
}  # fmt: skip


def verander(
    werkmap: Werkmap, pad: Path, aantal: int, zaad: int, stap: Callable[[], None] = lambda: None
) -> Counter[tuple[str, str]]:
    """Change so many bytes of a file, one at a time: ('ontdekt', by which check), ('raakt niets', which bytes), or
    ('NIET ONTDEKT', which byte).
    """
    proef, rng, uit = Proef(werkmap, pad), random.Random(zaad), Counter[tuple[str, str]]()
    for _ in range(aantal):
        uit[proef.beoordeel(rng.randrange(len(proef.ruw)), rng.randrange(1, 256))] += 1
        stap()
    return uit


class Proef:
    """One file of a work folder, to change a byte of; `kijk` must find it where it counts."""

    def __init__(self, werkmap: Werkmap, pad: Path, kijk: Callable[[Werkmap], object] = controle.controleer) -> None:
        self.werkmap, self.pad, self.kijk, self.ruw = werkmap, pad, kijk, pad.read_bytes()
        self._goed = lees_inhoud(pad)
        self._soort = [IN_GEBRUIK] * len(self.ruw)
        if self._goed is not None:
            self._soort = Kaart(self.ruw, NUMMERS if pad.name == "ring.sqlite" else ()).soort

    def beoordeel(self, plek: int, masker: int) -> tuple[str, str]:
        """What becomes of one changed byte; the file is afterwards what it was."""
        self.pad.write_bytes(self.ruw[:plek] + bytes([self.ruw[plek] ^ masker]) + self.ruw[plek + 1 :])
        try:
            self.kijk(self.werkmap)
            gelijk = lees_inhoud(self.pad) == self._goed
        except KlachtFout as fout:
            return "ontdekt", _door(fout)
        finally:
            self.pad.write_bytes(self.ruw)
        if gelijk and self._soort[plek] != IN_GEBRUIK:
            return "raakt niets", self._soort[plek]
        return "NIET ONTDEKT", f"byte {plek}, masker {masker} ({self._soort[plek]})"


def lees_inhoud(pad: Path) -> Inhoud | None:
    """All that counts in a database: its schema, and every row of every table. None where its pages are not sound."""
    with closing(sqlite3.connect(f"{pad.as_uri()}?mode=ro", uri=True)) as db:
        try:
            schema = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
            tabellen = [naam for soort, naam, *_ in schema if soort == "table"]
            rijen = [db.execute(f'SELECT * FROM "{naam}" ORDER BY 1').fetchall() for naam in tabellen]
            gezond = db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        except (sqlite3.Error, UnicodeDecodeError):
            return None
    return (schema, rijen) if gezond else None


def _door(fout: KlachtFout) -> str:
    plek, door = fout.__traceback__, fout.code
    while plek is not None:
        functie = plek.tb_frame.f_code
        door = _DOOR.get(f"{Path(functie.co_filename).stem}.{functie.co_name}", door)
        plek = plek.tb_next
    return door
