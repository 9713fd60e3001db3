"""The chair's workbook of 10,000 cases, against openpyxl as its manual shows it: write-only, append, save.

Ours adds what a reader needs: styles, heights, links, filters, deadlines that colour; both sides write the same values.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from openpyxl import Workbook, load_workbook

from benchmarks.meten import Afwijking, Meting, duur, wisselend
from klachtcli.stukken.werkboek import EERSTE_RIJ, Blad, Kolom, Link, Lopend, Soort, Waarde, schrijf

ZAKEN = 10_000
MEGABYTES = 300
_DAG, _MOMENT = date(2026, 1, 5), datetime(2026, 1, 5, 9, 30)
_LANG = "De klager is, na een gesprek met de vertrouwenspersoon, van oordeel dat de bejegening onzorgvuldig was."
_LOPEND = Lopend("stand", ("loopt", "te laat"))
_GEMAAKT = datetime(2026, 7, 1, 10, tzinfo=UTC)


class Vorm(NamedTuple):
    """A made-up sheet: its name, how many rows a case has on it, and the kinds of its columns."""

    naam: str
    per_zaak: int
    soorten: tuple[Soort, ...]


VORMEN = (
    Vorm("Zaken", 1, ("kort", "kort", "datum", "datum", "moment", "tekst", "tekst", "kort", "kort", "kort", "getal",
                      "getal", "datum", "datum", "kort", "kort", "keuze", "invul")),
    Vorm("Termijnen", 6, ("kort", "kort", "datum", "datum", "kort", "kort", "getal", "kort", "datum", "kort", "kort",
                          "tekst")),
    Vorm("Toetsing", 6, ("kort", "kort", "kort", "kort", "tekst", "tekst", "kort", "datum", "kort", "kort", "kort",
                         "getal", "kort", "keuze", "invul")),
    Vorm("Verloop", 8, ("kort", "moment", "kort", "kort", "kort", "tekst")),
)  # fmt: skip


def meet() -> list[Meting]:
    """The measures of this subject."""
    _eis_zelfde_cellen()
    piek = _piek()
    paren = wisselend(lambda: ons(ZAKEN), lambda: zij(ZAKEN), paren=3)
    klein = min(duur(lambda: ons(ZAKEN // 10)) for _ in range(3))
    cellen = sum(ZAKEN * v.per_zaak * len(v.soorten) for v in VORMEN)
    omvang = f"{cellen / 1e6:.2f} miljoen cellen; ons en openpyxl: {paren.in_ms}".replace(".", ",", 1)
    groei, klein_ms = min(paren.a) / klein, f"een tiende kost {1000 * klein:.0f} ms"
    return [
        Meting(f"werkboek van {ZAKEN} zaken tegen openpyxl", paren.verhouding, 1.5, toelichting=omvang),
        Meting("tien keer zoveel zaken", groei, 13, toelichting=klein_ms),
        Meting(f"piek van het geheugen, tegen {MEGABYTES} MB", piek / MEGABYTES, 1, toelichting=f"{piek:.0f} MB"),
    ]


def ons(zaken: int) -> bytes:
    """The workbook as the product writes it."""
    uit = io.BytesIO()
    bladen = [Blad(v.naam, _kolommen(v), _rijen(v, zaken, met_link=v.naam == "Zaken")) for v in VORMEN]
    schrijf(uit, bladen, titel="Zaakoverzicht", gemaakt=_GEMAAKT, eigenschappen={"zegel": "0" * 64})
    return uit.getvalue()


def zij(zaken: int) -> bytes:
    """The same values by openpyxl alone."""
    uit, boek = io.BytesIO(), Workbook(write_only=True)
    for v in VORMEN:
        blad = boek.create_sheet(v.naam)
        blad.append([k.kop for k in _kolommen(v)])
        for rij in _rijen(v, zaken, met_link=False):
            blad.append(rij)
    boek.save(uit)
    return uit.getvalue()


def _kolommen(v: Vorm) -> list[Kolom]:
    koppen = [f"{soort} {nr}" for nr, soort in enumerate(v.soorten)]
    if v.naam == "Termijnen":
        koppen[4] = _LOPEND.kolom
    return [_kolom(kop, soort, termijn=v.naam == "Termijnen") for kop, soort in zip(koppen, v.soorten, strict=True)]


def _kolom(kop: str, soort: Soort, *, termijn: bool) -> Kolom:
    keuzes = ("ja", "nee", "bespreken") if soort == "keuze" else ()
    lopend = _LOPEND if termijn and soort == "datum" else None
    return Kolom(kop, 40 if soort == "tekst" else 14, soort, lopend=lopend, keuzes=keuzes)


def _rijen(v: Vorm, zaken: int, *, met_link: bool) -> Iterator[list[Waarde]]:
    for nr in range(zaken * v.per_zaak):
        kenmerk = f"K2026-{nr // v.per_zaak:05d}"
        rij: list[Waarde] = [_waarde(soort, nr + plek) for plek, soort in enumerate(v.soorten)]
        rij[0] = Link(kenmerk, "Termijnen", nr * 6 + EERSTE_RIJ) if met_link else kenmerk
        yield rij


def _waarde(soort: Soort, nr: int) -> Waarde:
    match soort:
        case "datum":
            return _DAG + timedelta(days=nr % 400)
        case "moment":
            return _MOMENT + timedelta(minutes=nr)
        case "getal":
            return nr % 90
        case "tekst":
            return f"{nr}. {_LANG}"
        case "invul" | "keuze":
            return None
        case _:
            return ("loopt", "voldaan", "te laat", "art. 7:10 Awb")[nr % 4]


def _eis_zelfde_cellen() -> None:
    een, ander = (_waarden(ruw) for ruw in (ons(20), zij(20)))
    if een != ander:
        raise Afwijking("de twee werkboeken hebben niet dezelfde cellen")


def _waarden(ruw: bytes) -> list[tuple[object, ...]]:
    boek = load_workbook(io.BytesIO(ruw))
    return [rij for blad in boek for rij in blad.iter_rows(values_only=True)]


def _piek() -> float:
    """The most memory that a fresh process has held while it wrote the workbook, in MB."""
    # ru_maxrss of a child starts at what its parent held when it forked, so this one is asked of the kernel by name
    opdracht = (
        f"from benchmarks.werkboek import ons; ons({ZAKEN});"
        "print(next(r.split()[1] for r in open('/proc/self/status') if r.startswith('VmHWM')))"
    )
    uit = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    return int(uit.stdout) / 1024
