"""A copy of the work folder: made while others work, and verified from the disk before it gets its name.

That it was taken is recorded first, so the journal in the copy holds the record of itself. The journal is copied before
the letters: whatever letter it knows of, the copy has.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from klachtcli import __version__, klok
from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.kopie import Gekeurd, keur, kopieer, stand, vernietigd_in, zaken_in
from klachtcli.journaal.kopielezer import Kopie
from klachtcli.journaal.kopieschrijver import Bestand, niet_te_lezen, schrijf_kopie
from klachtcli.journaal.kopievorm import SOORT, UITGANG, VORM, Manifest, Naam, kapot, som
from klachtcli.journaal.sleutelkopie import lees_ring
from klachtcli.journaal.sleutels import Sleutelring
from klachtcli.schijf import geef_naam, gooi_weg, is_klad, open_klad, schrijf_klad
from klachtcli.secretariaat import kopiedoel
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import INGEZIEN, Ingezien

# A work folder that can be written to no more is copied all the same: then most of all.
_ALLEEN_LEZEN = ("map-alleen-lezen", "schijf-vol")
_VAN_ANDEREN = (".~lock.", "~$")  # what LibreOffice and Word put beside a file that is open


class Gekopieerd(NamedTuple):
    """A copy that was made and verified: its size in bytes, how many cases, how many files beside the journal."""

    pad: Path
    zegel: Zegel
    zaken: int
    bestanden: int
    grootte: int
    opmerkingen: list[str]


class _Lijst(NamedTuple):
    """What of a work folder goes into a copy, and what a person should know of what does not."""

    bestanden: list[Bestand]
    opmerkingen: list[str]


def reservekopie(werkmap: Werkmap, gevraagd: str, *, proef: bool = False) -> Gekopieerd:
    """Copy the work folder to a file or into a folder. Raises Invoerfout for the place, and Onbruikbaar.

    As a rehearsal the copy is made and verified just so, but does not stay.
    """
    doel = kopiedoel.kies(werkmap, gevraagd, UITGANG)
    opmerkingen = [*doel.opmerkingen(), *_leg_vast(werkmap, proef)]
    with kopiedoel.geschreven(), _journaalkopie(werkmap, doel) as (journaal, gekeurd):
        opmerkingen += _zonder_sleutelkopie(werkmap, journaal)
        with _ring(werkmap) as ring:
            lijst = _kies_bestanden(werkmap, ring.werkmap, vernietigd_in(journaal))
            kop = Manifest(SOORT, VORM, __version__, ring.werkmap, klok.stempel(klok.nu()),
                           gekeurd.zegel.nummer, gekeurd.zegel.hash.hex())  # fmt: skip
            pad = doel.pad(gekeurd.zegel.nummer)
            aantal, grootte = _schrijf(pad, kop, journaal, lijst.bestanden, ring, proef)
    return Gekopieerd(pad, gekeurd.zegel, gekeurd.zaken, aantal, grootte, opmerkingen + lijst.opmerkingen)


def _schrijf(
    pad: Path, kop: Manifest, journaal: Path, bestanden: list[Bestand], ring: Sleutelring, proef: bool
) -> tuple[int, int]:
    """Write the copy, read it again from the disk and give it its name; how many files are in it, and its size."""
    with open_klad(pad) as (klad, stroom):
        sommen = schrijf_kopie(klad, stroom, kop, journaal, bestanden, ring)
    try:
        _kijk_na(klad, ring, sommen)
        grootte = klad.stat().st_size
        if not proef:
            geef_naam(klad, pad)
    finally:
        gooi_weg(klad)
    return len(sommen), grootte


def _kijk_na(klad: Path, ring: Sleutelring, sommen: list[str]) -> None:
    """Open the copy as one that is restored is opened, and hold every part against what was read."""
    with Kopie(klad) as kopie:
        for _ in kopie.journaal():  # its SHA-256 is that of the draft that was verified
            pass
        namen = kopie.namen(ring)
        if [som(kopie.deel(n, naam, ring)) for n, naam in enumerate(namen)] != sommen:
            raise kapot()


def _leg_vast(werkmap: Werkmap, proef: bool) -> list[str]:
    try:
        with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
            schrijver.voeg_toe("", Ingezien(klok.vandaag(), "reservekopie"))
    except Onbruikbaar as fout:
        if fout.code not in _ALLEEN_LEZEN:
            raise
        waarom = fout.feit.partition(";")[0]
        return [f"Dat deze kopie is gemaakt, is niet vastgelegd: {waarom}."]
    return []


@contextmanager
def _journaalkopie(werkmap: Werkmap, doel: kopiedoel.Doel) -> Iterator[tuple[Path, Gekeurd]]:
    """The journal as a draft in the folder of the copy, verified; gone after it."""
    klad = schrijf_klad(doel.map / f"journaal{UITGANG}", b"")
    try:
        kopieer(werkmap.pad / JOURNAAL, klad)
        yield klad, keur(klad)
    finally:
        for rest in ("", "-journal"):
            gooi_weg(klad.with_name(f"{klad.name}{rest}"))


@contextmanager
def _ring(werkmap: Werkmap) -> Iterator[Sleutelring]:
    ring = Sleutelring(stand(werkmap.pad / JOURNAAL).werkmap)
    try:
        yield ring
    finally:
        ring.sluit()


def _zonder_sleutelkopie(werkmap: Werkmap, kopie: Path) -> list[str]:
    """Cases that no copy of the key ring has: without one they cannot be read again."""
    with werkmap.journaal() as journaal:
        gemaakt = [
            v.nummer
            for v in journaal.lees_werkmap(INGEZIEN)
            if isinstance(v.gebeurtenis, Ingezien) and v.gebeurtenis.wat == "sleutelkopie"
        ]
        dicht = journaal.dicht()
    maak = "is deze kopie niet te lezen. Maak er een: klacht beheer sleutelkopie DOEL"
    if not gemaakt:
        return [f"Er is nog nooit een sleutelkopie gemaakt; gaat deze computer verloren, dan {maak}"]
    if nieuw := zaken_in(kopie, na=gemaakt[-1]) - dicht.keys():
        return [f"Sinds de laatste sleutelkopie kwamen er zaken bij ({len(nieuw)}): daarvan {maak}"]
    return []


def _kies_bestanden(werkmap: Werkmap, id_: str, vernietigd: Collection[str]) -> _Lijst:
    """Every file of the work folder but the journal and drafts, and under the key of which case it is sealed."""
    ring = lees_ring(id_)
    weg, gekozen, over, resten = {*vernietigd, *ring.vernietigd}, [], 0, set()
    for pad in _bestanden(werkmap.pad):
        delen = pad.relative_to(werkmap.pad).parts
        zaak = delen[1] if delen[0] == "brieven" and len(delen) > 2 else ""
        if zaak in weg:
            resten.add(zaak)
        elif not S_ISREG(pad.lstat().st_mode):
            over += 1
        elif not _blijft_hier(delen):
            gekozen.append(Bestand(Naam("/".join(delen), zaak if zaak in ring.sleutels else ""), pad))
    opmerkingen = [f"De map brieven/{zaak} is van een vernietigde zaak en ging niet mee: ruim haar op." for zaak in
                   sorted(resten)]  # fmt: skip
    if over:
        opmerkingen.append(f"Koppelingen naar elders gingen niet mee ({over}); kopieer zelf wat daar staat.")
    return _Lijst(gekozen, opmerkingen)


def _bestanden(wortel: Path) -> Iterator[Path]:
    def mislukt(fout: OSError) -> None:
        raise niet_te_lezen("een map in de werkmap", fout)

    for map_, mappen, namen in os.walk(wortel, onerror=mislukt):
        mappen.sort()
        koppelingen = [naam for naam in mappen if (Path(map_) / naam).is_symlink()]
        yield from (Path(map_) / naam for naam in sorted([*namen, *koppelingen]))


def _blijft_hier(delen: tuple[str, ...]) -> bool:
    """The journal, which goes in another way, and what programs put there only for as long as they run."""
    if len(delen) == 1 and delen[0] in (JOURNAAL, *(f"{JOURNAAL}-{rest}" for rest in ("journal", "wal", "shm"))):
        return True
    return is_klad(Path(delen[-1])) or delen[-1].startswith(_VAN_ANDEREN)
