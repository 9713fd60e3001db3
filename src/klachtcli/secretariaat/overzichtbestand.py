"""Where an overview is written: whole or not at all, never over another file, and never over what was filled in."""

from __future__ import annotations

import errno
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.schijf import MEESTE_NAMEN, elders_open, namen, reden, vervang
from klachtcli.secretariaat import inzage, opmerkingen
from klachtcli.secretariaat.dossiers import zaaknummer
from klachtcli.secretariaat.overzicht import Gelegd, Wens
from klachtcli.secretariaat.plekken import kies_bestand
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.werkboek import is_zo_geschreven, schrijf


class Bewaard(NamedTuple):
    """Where the overview is, and why it is not where one would look for it.

    melding: why it is not recorded that it was taken out.
    """

    pad: Path
    opmerking: str = ""
    melding: str = ""


def kies_pad(gevraagd: str | None, wens: Wens) -> Path:
    """The file: as was asked, in the folder that was asked, or here, named after its day. Raises Invoerfout."""
    nummer = wens.zaak and zaaknummer(wens.zaak, wens.peildatum.year)
    delen = ("overzicht", nummer, wens.peildatum.isoformat(), "anoniem" if wens.anoniem else "")
    return kies_bestand(gevraagd, "-".join(filter(None, delen)) + ".xlsx", "een overzicht is een werkboek")


def bewaar(werkmap: Werkmap, gelegd: Gelegd, doel: Path) -> Bewaard:
    """Record that it is taken out where people are in it, and write it. Raises Onbruikbaar.

    Where the name is taken by what may not go, it gets another, and that is told.
    """
    melding = "" if gelegd.over is None else inzage.leg_vast(werkmap, ["overzicht"], gelegd.over)
    return _schrijf(werkmap, gelegd, doel)._replace(melding=melding)


def _schrijf(werkmap: Werkmap, gelegd: Gelegd, doel: Path) -> Bewaard:
    waarom = _waarom_niet(werkmap, doel)
    pad = _vrije_naam(doel) if waarom else doel
    titel = f"Overzicht van de klachtencommissie · zegel {gelegd.zegel}"
    try:
        with vervang(pad) as stroom:
            schrijf(stroom, gelegd.bladen, titel=titel, gemaakt=gelegd.gemaakt, eigenschappen=gelegd.eigenschappen)
    except PermissionError:  # Windows: open in Excel
        if waarom or not doel.exists():
            raise _niet_te_schrijven(PermissionError(errno.EACCES, "")) from None
        return _schrijf(werkmap, gelegd, _vrije_naam(doel))._replace(opmerking=_open(doel))
    except OSError as fout:
        raise _niet_te_schrijven(fout) from None
    return Bewaard(pad, waarom)


def _waarom_niet(werkmap: Werkmap, doel: Path) -> str:
    """Why a file may not be replaced: it is open, no overview of this work folder, or it holds what is nowhere else."""
    if not doel.exists():
        return ""
    if elders_open(doel):
        return _open(doel)
    try:
        gevonden = opmerkingen.bekijk(werkmap, ruw := doel.read_bytes())
    except (KlachtFout, OSError):
        return f"{doel.name} bestaat al, en is niet zomaar te vervangen."
    waarom = (
        (gevonden.nieuw, f"In {doel.name} is iets ingevuld dat nog niet is gelezen"),
        (gevonden.opmerkingen, f"In {doel.name} is iets anders ingevuld dan er nu is vastgelegd"),
        (gevonden.niet_gelezen, f"In {doel.name} staat iets dat klacht niet leest"),
    )
    anders = "" if is_zo_geschreven(ruw) else f"{doel.name} is in een ander programma bewaard, en blijft staan."
    return next((f"{zin}: klacht overzicht lees {doel.name}" for wat, zin in waarom if wat), anders)


def _open(doel: Path) -> str:
    return f"{doel.name} is open in een ander programma."


def _vrije_naam(doel: Path) -> Path:
    vrij = next((naam for naam in islice(namen(doel), 1, MEESTE_NAMEN) if not naam.exists()), None)
    if vrij is None:
        raise Onbruikbaar("overzicht-niet-te-schrijven", "er staan hier al te veel overzichten met deze naam",
                          herstel="Ruim ze op, of kies met -o een andere naam")  # fmt: skip
    return vrij


def _niet_te_schrijven(fout: OSError) -> Onbruikbaar:
    return Onbruikbaar("overzicht-niet-te-schrijven", f"het overzicht is niet te schrijven: {reden(fout)}",
                       herstel="Kies met -o een andere plek")  # fmt: skip
