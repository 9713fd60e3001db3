"""A copy of the key ring, behind a passphrase. That it was taken is recorded first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from klachtcli import __version__, klok
from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.kopie import zaken_in
from klachtcli.journaal.sleutelkopie import (
    SOORT,
    UITGANG,
    VORM,
    Doos,
    Ring,
    lees_doos,
    lees_ring,
    maat,
    ontzegel_ring,
    verzegel_ring,
)
from klachtcli.schijf import geef_naam, gooi_weg, schrijf_klad
from klachtcli.secretariaat import kopiedoel
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import Ingezien

KORTSTE, LANGSTE = 12, 1000  # characters of a passphrase


class Sleutelkopie(NamedTuple):
    """A copy of the key ring that was made and opened again: so many cases are in it."""

    pad: Path
    zegel: Zegel
    zaken: int
    opmerkingen: list[str]


def sleutelkopie(werkmap: Werkmap, gevraagd: str, wachtzin: Callable[[], str], *, proef: bool = False) -> Sleutelkopie:
    """Copy the key ring to a file or into a folder; `wachtzin` gives the passphrase. Raises Invoerfout, Onbruikbaar."""
    doel = kopiedoel.kies(werkmap, gevraagd, UITGANG)
    zin = eis_wachtzin(wachtzin())
    opmerkingen = doel.opmerkingen()
    with werkmap.journaal(schrijven=True) as journaal:
        id_ = journaal.werkmap
        with journaal.handeling(door=wie(), proef=proef) as schrijver:
            nummer = schrijver.voeg_toe("", Ingezien(klok.vandaag(), "sleutelkopie"))
        zegel = journaal.zegel()
    ring = lees_ring(id_)
    if zonder := zaken_in(werkmap.pad / JOURNAAL) - ring.sleutels.keys():
        opmerkingen.append(f"De sleutelring heeft zelf geen sleutel van {', '.join(sorted(zonder))}.")
    with kopiedoel.geschreven():
        _schrijf(pad := doel.pad(nummer), ring, zin, id_, proef)
    return Sleutelkopie(pad, zegel, len(ring.sleutels.keys() - {""}), opmerkingen)


def eis_wachtzin(zin: str) -> str:
    """A passphrase that is long enough to hold against guessing. Raises Invoerfout, which does not show it."""
    if not KORTSTE <= len(zin.strip()) <= LANGSTE:
        feit = f"een wachtzin heeft ten minste {KORTSTE} tekens, en ten hoogste {LANGSTE}"
        raise Invoerfout("wachtzin-te-kort", feit, grondslag="wie haar raadt, leest alle zaken",
                         herstel="Neem bijvoorbeeld vier woorden die niets met elkaar te maken hebben")  # fmt: skip
    return zin


def _schrijf(pad: Path, ring: Ring, zin: str, id_: str, proef: bool) -> None:
    """Write it, open it again from the disk, and give it its name."""
    kop = Doos(SOORT, VORM, __version__, id_, klok.stempel(klok.nu()), maat())
    klad = schrijf_klad(pad, verzegel_ring(ring, zin, kop))
    try:
        if ontzegel_ring(lees_doos(klad.read_bytes()), zin) != ring:
            raise Onbruikbaar("kopie-mislukt", "de sleutelkopie is niet terug te lezen zoals zij is geschreven",
                              herstel="Kies een andere plek")  # fmt: skip
        if not proef:
            geef_naam(klad, pad)
    finally:
        gooi_weg(klad)
