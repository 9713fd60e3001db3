"""Replay of 10,000 cases of twelve events, without letters, against a bare scan of the same rows into Python.

The cases keep to the procedure, so that nothing is skipped: a check (made anew, with the earlier cases between the
same people looked up again), an addition, the committee, mediation, a measure, withdrawal. Replay verifies the chain,
opens and decodes everything, folds, holds each act against the rules, counts every term after every entry twice, looks
at every duty; it must find everything to be the same. Memory is the peak of a fresh process that replays them all, or
of the largest that it starts, against the same for a tenth.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from multiprocessing import active_children
from pathlib import Path

from msgspec.structs import replace

from benchmarks.meten import Afwijking, Meting, eis_gelijk, scan, wisselend
from benchmarks.vulling import klaagschrift, tijdelijk
from klachtcli import klok
from klachtcli.instellingen.commissies import lees_fracties
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import lees_regelingen
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.regeling import Bron
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.herspelen import herspeel_journaal
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.vastleggen import voeg_toe
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.klaagschrift import Aanvulling, AanvullingStap, Klaagschrift, Persoon
from klachtcli.zaak.termijnteller import verschil
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import toets, uitkomst
from klachtcli.zaak.zaak import Zaak, vouw

ZAKEN, GEBEURTENISSEN = 10_000, 12
_PER_HANDELING = 500
_NAMEN = ("Adema", "Bakker", "Çelik", "Dijkstra", "Evers", "Faber", "Groen", "Hendriks", "Ivanov", "Jansen", "Koster",
          "Linders", "Mulder", "Nijhof", "Okafor", "Prins", "Quist", "Ruiter", "Smit", "Tahiri")  # fmt: skip
_UITGANGEN = ("", "man", "stra", "veld", "berg", "huis", "dam", "horst", "kamp", "beek", "bos", "dijk", "gaard", "hof",
              "laar", "mans", "sma", "ster", "wijk", "zoon")  # fmt: skip
_LEDEN = (g.Zetel("mr. A. de Bruin", "voorzitter", "extern", True), g.Zetel("C. Yilmaz", "lid", "ambtelijk", False),
          g.Zetel("E. Hofman", "lid", "politiek", True))  # fmt: skip


def meet() -> list[Meting]:
    """The measures of this subject."""
    with tijdelijk() as map_:
        groot, klein = _maak(map_ / "groot", ZAKEN), _maak(map_ / "klein", ZAKEN // 10)
        eis_gelijk("aantal gelijke zaken", herspeel(groot), (ZAKEN, ZAKEN * GEBEURTENISSEN))
        paren = wisselend(lambda: scan(groot.pad / JOURNAAL), lambda: herspeel(groot), paren=5)
        veel, weinig = _piek(groot), _piek(klein)
    return [
        Meting(f"{ZAKEN} zaken herspelen, van een kale scan", paren.verhouding, 0.06, True, paren.in_ms),
        Meting("geheugen bij tien keer zoveel zaken", veel / weinig, 1.25,
               toelichting=f"{veel:.0f} en {weinig:.0f} MB"),
    ]  # fmt: skip


def herspeel(werkmap: Werkmap) -> tuple[int, int]:
    """Replay everything; how many cases are the same, and how many entries they have."""
    gelijk = vastleggingen = anders = 0
    with herspeel_journaal(werkmap) as spel:
        for h in spel.zaken:
            gelijk += h.uitkomst == "gelijk" and h.bevindingen > 0 and h.termijnen > 0
            anders += h.uitkomst == "anders"
            vastleggingen += h.vastleggingen
    eis_gelijk("aantal dat anders is", anders, 0)
    return gelijk, vastleggingen


def _piek(werkmap: Werkmap) -> float:
    """The most memory that a fresh process, or any that helped it, has held while it replayed, in MB."""
    opdracht = f"from benchmarks.herspelen import zeg_piek; zeg_piek({str(werkmap.pad)!r})"
    uit = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    return int(uit.stdout) / 1024


def zeg_piek(werkmap: str) -> None:
    """Replay, and print the most memory that this process or any that helps it has held, in KB; asks for Linux."""
    with herspeel_journaal(Werkmap(Path(werkmap))) as spel:
        eis_gelijk("aantal dat gelijk is", {h.uitkomst for h in spel.zaken}, {"gelijk"})
        helpers = [p.pid for p in active_children()]
        pieken = [_hoogste(pid) for pid in ("self", *helpers)]  # before they end
    if not helpers:
        raise Afwijking("er was geen proces dat meehielp")
    print(max(pieken))


def _hoogste(pid: int | str | None) -> int:
    (regel,) = (r for r in Path(f"/proc/{pid}/status").read_text().splitlines() if r.startswith("VmHWM:"))
    return int(regel.split()[1])


# ---- cases that keep to the procedure ----


def _maak(pad: Path, zaken: int) -> Werkmap:
    werkmap = richt_in(pad).werkmap
    regeling = lees_regelingen(werkmap.config / "regelingen", "tk-ongewenste-omgangsvormen")[-1]
    kalender, fracties = lees_kalender(werkmap.config / "kalender"), lees_fracties(werkmap.config)
    nummers, geteld = iter(range(1, zaken + 1)), Counter[int]()
    with werkmap.journaal(schrijven=True) as journaal:
        dossiers = Dossiers(journaal)
        while groep := list(islice(nummers, _PER_HANDELING)):
            with journaal.handeling(door="benchmark") as schrijver:
                bronnen = [dossiers.leg_regels_vast(schrijver, r) for r in (regeling, kalender, fracties)]
                for n in groep:
                    begin = klok.vandaag() - timedelta(days=60 + n % 700)
                    geteld[begin.year] += 1
                    nummer = f"K{begin.year}-{geteld[begin.year]:03d}"
                    _speel(n, nummer, begin, dossiers, schrijver, bronnen, fracties)
    return werkmap


def _speel(
    n: int, nummer: str, begin: date, dossiers: Dossiers, schrijver: Schrijver, bronnen: list[Bron], fracties: Fracties
) -> None:
    """One case, recorded as the acts of the product record theirs: with the terms that each begins or moves."""
    vandaag = schrijver.vandaag
    eerste = g.KlaagschriftOntvangen(begin, _klaagschrift(n, begin), bronnen[0], bronnen[1])
    zaak = vouw(nummer, [eerste])
    assert zaak is not None
    schrijver.voeg_toe(zaak.nummer, eerste, verschil({}, dossiers.rekenaar(zaak).dagen(zaak, vandaag)))
    for stap in _verloop(begin):
        e = stap if stap is not None else _toets(zaak, dossiers, vandaag, bronnen, fracties)
        voeg_toe(schrijver, zaak, e, dossiers)


def _klaagschrift(n: int, begin: date) -> Klaagschrift:
    """As in the other measures, between people with names of people."""
    k = klaagschrift(n, begin)
    klager, leider = (f"{chr(65 + n % 26)}. {_NAMEN[m % 20]}{_UITGANGEN[m // 20 % 20]}" for m in (n, 7 * n // 400))
    return replace(
        k,
        ondertekend=True,
        klager=replace(k.klager, naam=klager),
        aangeklaagde=(Persoon(leider, "heer", hoedanigheid="ambtenaar"),),
        gedraging=tuple(replace(x, waar="Vergaderzaal") for x in k.gedraging),
    )


def _verloop(begin: date) -> Iterator[g.Gebeurtenis | None]:
    """The eleven events after receipt; None is a check."""
    op = [begin + timedelta(days=2 * n) for n in range(9)]
    yield None
    yield g.AanvullingGevraagd(op[1])
    yield g.AanvullingOntvangen(op[2], Aanvulling(str(op[2]), stap=(AanvullingStap("Een gesprek."),)))
    yield g.KlachtCompleet(op[3])
    yield g.OntvankelijkBevonden(op[4])
    yield g.CommissieSamengesteld(op[5], _LEDEN)
    yield g.BemiddelingVoorgesteld(op[6])
    yield g.BemiddelingGeweigerd(op[7], "klager")
    yield g.VoorzieningGevraagd(op[7], "klager", "welzijn van de klager", "Een andere plek.")
    yield g.KlachtIngetrokken(op[8])
    yield g.ZaakGesloten(klok.vandaag(), "ingetrokken")  # not before the check, which is of the day it is recorded


def _toets(zaak: Zaak, dossiers: Dossiers, op: date, bronnen: list[Bron], fracties: Fracties) -> g.Getoetst:
    rekenaar = dossiers.rekenaar(zaak)
    bevindingen = toets(Feiten(zaak.klaagschrift, frozenset(), rekenaar.regeling, rekenaar.kalender, fracties, ()))
    kort = tuple((b.vereiste, b.status, b.toelichting) for b in bevindingen)
    return g.Getoetst(op, uitkomst(bevindingen), kort, zaak.regeling, zaak.kalender, bronnen[2], ())
