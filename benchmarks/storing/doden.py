"""Writers killed at a random moment, with SIGKILL; and what must be so afterwards.

What was said is there and whole; at most one act more is there, which was not yet said; none is there half; the chain
holds. What a killed writer leaves is taken back by whoever comes next, or mended by `klacht beheer controleer`.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from benchmarks.storing.heel import eis_heel, eis_niets_te_melden
from benchmarks.storing.moeder import WORTEL, Moeder, eis, moeder, sleutels_in
from klachtcli.journaal import bestand as journaalbestand
from klachtcli.schijf import is_klad
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.bevindingen import pas_herstel_toe
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.nakijken_brieven import kijk_kladden_na
from klachtcli.secretariaat.plekken import JOURNAAL, meegeleverd
from klachtcli.secretariaat.werkmap import Werkmap

PER_MAP = 25  # so many writers die on one journal; then a new one, or looking at it all takes ever longer
Telling = Counter[str]
# Run the n-th writer, of this kind with these arguments, until it dies; what it said.
Sterf = Callable[..., list[str]]
Doden = Callable[[Moeder, Path, range, Sterf, Callable[[], None]], Telling]


def dood(
    soort: Doden, map_: Path, nummers: range, zaad: int | None, stap: Callable[[], None] = lambda: None
) -> Telling:
    """Kill these writers of a kind; what they left, and how many acts they had said. Raises Afwijking, KlachtFout.

    zaad: at random moments; None: the first before its first step, the second before its second, and so on.
    stap: called after each, to show how far it is.
    """
    map_.mkdir()
    with sleutels_in(map_ / "sleutels"), moeder() as m:
        sterf = bij_elke_stap(m) if zaad is None else op_een_moment(m, random.Random(zaad))
        return soort(m, map_, nummers, sterf, stap)


def op_een_moment(m: Moeder, rng: random.Random) -> Sterf:
    """Within a quarter of a second after it began; of cases and letters every second one after it said something."""

    def sterf(n: int, soort: str, *argumenten: str) -> list[str]:
        eerst = soort == "handel_tot_de_dood" and n % 2 == 0
        return m.dood(soort, *argumenten, na=rng.random() * LANGSTE[soort], eerst_gezegd=eerst)

    return sterf


LANGSTE = {"handel_tot_de_dood": 0.25, "richt_in": 0.5, "werk_bij": 0.03}  # seconds: about how long each takes


def bij_elke_stap(m: Moeder) -> Sterf:
    """Each writer one step further than the one before it."""
    return lambda n, *opdracht: m.laat(("sterf_bij", str(n + 1), *opdracht))


def schrijvers(m: Moeder, map_: Path, nummers: range, sterf: Sterf, stap: Callable[[], None]) -> Telling:
    """Those that receive cases and write letters, many of them on one journal."""
    uit = Telling()
    for groep in (nummers[i : i + PER_MAP] for i in range(0, len(nummers), PER_MAP)):
        werkmap, gezegd = ingericht(map_ / f"zaken{groep[0]}"), dict[str, str]()
        for doden, n in enumerate(groep, 1):
            regels = sterf(n, "handel_tot_de_dood", str(werkmap.pad), f"r{n}")
            uit["gezegd"] += len(regels)
            uit.update(_achtergelaten(werkmap.pad))
            gezegd |= {" ".join(r.split()[:2]): r.split()[2] for r in regels}
            eis_heel(werkmap, gezegd, niet_gezegd=doden)
            stap()
        eis_niets_te_melden(werkmap)
        shutil.rmtree(werkmap.pad)
    return uit


def inrichters(m: Moeder, map_: Path, nummers: range, sterf: Sterf, stap: Callable[[], None]) -> Telling:
    """Those that make a work folder. Whoever does it again has one that works, with no draft left."""
    uit = Telling()
    for n in nummers:
        pad = map_ / f"zaken{n}"
        regels = sterf(n, "richt_in", str(pad))
        uit["gezegd"] += len(regels)
        uit.update(_achtergelaten(pad) if pad.is_dir() else [])
        eis((pad / JOURNAAL).is_file() or not regels, "een werkmap die gezegd was, is er niet")
        werkmap = richt_in(pad).werkmap
        eis(controle.controleer(werkmap).vastleggingen == 1, "het nieuwe journaal heeft niet een vastlegging")
        with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="storing") as schrijver:
            schrijver.bewaar_stuk("K2026-001", b"er is een sleutel te maken")
        for klad in filter(is_klad, pad.rglob(".*")):
            os.utime(klad, (0, 0))
        eis(all(pas_herstel_toe(b, proef=False).hersteld for b in kijk_kladden_na(werkmap)), "een klad blijft staan")
        eis(not any(map(is_klad, pad.rglob(".*"))), "een klad is niet gezien")
        _eis_meegeleverd(pad)
        shutil.rmtree(pad)
        stap()
    return uit


def bijwerkers(m: Moeder, map_: Path, nummers: range, sterf: Sterf, stap: Callable[[], None]) -> Telling:
    """Those that bring a journal of an older form up to date. It is of the old form or of the new, and the same."""
    uit, werkmap = Telling(), ingericht(map_ / "zaken")
    m.laat(("handel", str(werkmap.pad), "eerst", "3"))
    voor, ouder = controle.controleer(werkmap), journaalbestand.VORM - 1
    for n in nummers:
        vorm = 1 + n % ouder
        maak_vorm(werkmap.pad / JOURNAAL, vorm)
        regels = sterf(n // ouder, "werk_bij", str(werkmap.pad))
        uit["gezegd"] += len(regels)
        uit.update(_achtergelaten(werkmap.pad))
        eis(controle.controleer(werkmap) == voor, "het journaal is na het bijwerken een ander")
        eis(vorm_van(werkmap) in (vorm, journaalbestand.VORM), "het journaal bleef halverwege twee vormen")
        eis(not regels or vorm_van(werkmap) == journaalbestand.VORM, "de nieuwe vorm was gezegd, en is er niet")
        werkmap.journaal(schrijven=True).__exit__()
        eis((controle.controleer(werkmap), vorm_van(werkmap)) == (voor, journaalbestand.VORM), "bijwerken lukt niet")
        stap()
    return uit


def ingericht(pad: Path) -> Werkmap:
    """A work folder with a committee that letters can name."""
    werkmap = richt_in(pad).werkmap
    shutil.copyfile(WORTEL / "voorbeelden" / "commissie.toml", werkmap.config / "commissie.toml")
    return werkmap


def maak_vorm(pad: Path, vorm: int) -> None:
    """The journal as an older version made it: the same entries, in the tables and triggers of that form."""
    oud = pad.with_name("oud.sqlite")
    with closing(sqlite3.connect(oud, isolation_level=None)) as db:
        journaalbestand._bouw(db, vorm)
        db.execute("ATTACH ? AS nu", (str(pad),))
        db.execute("BEGIN")
        for tabel in ("kenmerk", "journaal"):
            db.execute(f"INSERT INTO main.{tabel} SELECT * FROM nu.{tabel}")
        db.execute("COMMIT")
    oud.replace(pad)


def vorm_van(werkmap: Werkmap) -> int:
    """The form that a journal has now."""
    with closing(sqlite3.connect(werkmap.pad / JOURNAAL)) as db:
        (vorm,) = db.execute("PRAGMA user_version").fetchone()
    return int(vorm)


def _achtergelaten(pad: Path) -> list[str]:
    """What stands beside what was recorded, before anybody looked."""
    uit = [f"klad van een {'brief' if 'brieven' in p.parts else 'bestand'}" for p in pad.rglob(".*") if is_klad(p)]
    return uit + ["handeling halverwege"] * (pad / f"{JOURNAAL}-journal").exists()


def _eis_meegeleverd(pad: Path) -> None:
    for deel in ("config", "templates"):
        for bron in (meegeleverd() / deel).rglob("*"):
            doel = pad / bron.relative_to(meegeleverd())
            eis(not bron.is_file() or doel.read_bytes() == bron.read_bytes(), f"{doel.name} is niet heel")
