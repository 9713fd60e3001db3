"""Writing the file of a copy (`kopievorm`): bit by bit, so that memory stays flat."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.kopievorm import (
    GEBONDEN_NAMEN,
    JOURNAAL,
    LEES,
    LEESMIJ,
    MANIFEST,
    NAMEN,
    SOM,
    TEKST,
    Deel,
    Gemeten,
    Manifest,
    Naam,
    bindt,
    slot,
)
from klachtcli.journaal.sleutels import Sleutelring, verzegel
from klachtcli.journaal.stroom import verzegel_stroom
from klachtcli.schijf import reden


class Bestand(NamedTuple):
    """A file of the work folder that goes into the copy."""

    naam: Naam
    plek: Path


def schrijf_kopie(
    klad: Path, stroom: IO[bytes], kop: Manifest, journaal: Path, bestanden: Iterable[Bestand], ring: Sleutelring
) -> list[str]:
    """Write a copy to `stroom`, which is the draft `klad`; the SHA-256 of each file as it was read. Raises OSError."""
    namen: list[Naam] = []
    gelezen: list[str] = []
    with zipfile.ZipFile(stroom, "w") as zip_:
        delen = [_schrijf(zip_, LEESMIJ, [TEKST.encode()])]
        with journaal.open("rb") as stukken:
            delen.append(_schrijf(zip_, JOURNAAL, iter(lambda: stukken.read(LEES), b"")))
        for naam, plek in bestanden:
            if (bron := _open(plek, naam)) is None:
                continue
            with bron:
                gemeten, deel = Gemeten(bron), f"delen/{len(namen) + 1:06d}"
                inhoud = verzegel_stroom(ring.sleutel(naam.zaak), gemeten, bindt(kop.werkmap, deel))
                delen.append(_schrijf(zip_, deel, inhoud))
            namen.append(naam)
            gelezen.append(gemeten.som.hexdigest())
        manifest = msgspec.json.encode(msgspec.structs.replace(kop, delen=tuple(delen)))
        _schrijf(zip_, MANIFEST, [manifest])
        _schrijf(zip_, NAMEN, [verzegel(ring.sleutel(""), msgspec.json.encode(namen), GEBONDEN_NAMEN + manifest)])
        zip_.comment = bytes(SOM)
    stroom.flush()
    with klad.open("rb") as geschreven:
        einde = slot(geschreven)
    stroom.seek(-SOM, os.SEEK_END)
    stroom.write(einde)
    return gelezen


def niet_te_lezen(wat: str, fout: OSError) -> Onbruikbaar:
    """Something of the work folder cannot be read; a copy without it would be none."""
    feit = f"{wat} is niet te lezen: {reden(fout)}; er is geen kopie gemaakt"
    return Onbruikbaar("werkmap-niet-te-lezen", feit, herstel="Geef uzelf leesrecht, of sluit het bestand elders")


def _open(plek: Path, naam: Naam) -> IO[bytes] | None:
    """A file to read; None where it went since it was listed. Raises Onbruikbaar where it may not be read."""
    try:
        return plek.open("rb")
    except FileNotFoundError:
        return None
    except OSError as fout:
        map_, *_ = naam.pad.rpartition("/")
        raise niet_te_lezen(
            f"een bestand in {map_ if naam.zaak else map_.split('/')[0] or 'de werkmap'}", fout
        ) from None


def _schrijf(zip_: zipfile.ZipFile, naam: str, stukken: Iterable[bytes]) -> Deel:
    som, grootte = sha256(), 0
    with zip_.open(zipfile.ZipInfo(naam), "w", force_zip64=True) as doel:
        for stuk in stukken:
            doel.write(stuk)
            som.update(stuk)
            grootte += len(stuk)
    return Deel(naam, grootte, som.hexdigest())
