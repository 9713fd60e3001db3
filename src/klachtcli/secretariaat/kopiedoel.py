"""Where a copy comes: never over a file, never in what it is a copy of, and the two kinds of copy apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.journaal.kopievorm import UITGANG as KOPIE
from klachtcli.journaal.sleutelkopie import UITGANG as SLEUTELS
from klachtcli.journaal.sleutels import sleutelmap
from klachtcli.schijf import is_klad, reden
from klachtcli.secretariaat.werkmap import Werkmap

_NAMEN = {KOPIE: "reservekopie", SLEUTELS: "sleutelkopie"}
_ANDER = {KOPIE: SLEUTELS, SLEUTELS: KOPIE}


class Doel(NamedTuple):
    """A folder, and the name that was asked for; None where the folder alone was."""

    map: Path
    naam: str | None
    uitgang: str

    def pad(self, nummer: int) -> Path:
        """The file of a copy up to this entry: reservekopie-2026-04-24-17.klacht-kopie."""
        return self.map / (self.naam or f"{_NAMEN[self.uitgang]}-{klok.vandaag()}-{nummer}{self.uitgang}")

    def opmerkingen(self) -> list[str]:
        """What a person should know of what stands there already."""
        namen = [pad.name for pad in self.map.iterdir()]
        kladden = [naam for naam in namen if naam.startswith(".") and self.uitgang in naam and is_klad(Path(naam))]
        uit = []
        if any(naam.endswith(_ANDER[self.uitgang]) for naam in namen):
            uit.append(f"In deze map staat ook een {_NAMEN[_ANDER[self.uitgang]]}: wie de map heeft, heeft dan beide. "
                       "Bewaar ze apart.")  # fmt: skip
        if kladden:
            uit.append("Van een kopie die werd afgebroken (of nog bezig is) staat hier een klad, die weg mag: "
                       f"{', '.join(sorted(kladden))}")  # fmt: skip
        return uit


def kies(werkmap: Werkmap, gevraagd: str, uitgang: str) -> Doel:
    """The place that was asked for: a folder, or a file that is not there yet. Raises Invoerfout, Onbruikbaar."""
    pad = Path(gevraagd)
    try:
        if pad.is_dir():
            doel = Doel(pad, None, uitgang)
        else:
            naam = pad.name if pad.name.endswith(uitgang) else f"{pad.name}{uitgang}"
            doel = Doel(pad.parent, naam, uitgang)
            if gevraagd.endswith(("/", "\\")) or not doel.map.is_dir():
                raise Invoerfout("map-ontbreekt", "de map voor de kopie bestaat niet", herstel="Maak haar eerst")
            if (doel.map / naam).exists():
                raise bestaat_al()
        _eis_elders(werkmap, doel)
    except (OSError, ValueError) as fout:
        raise niet_te_schrijven(fout) from None
    return doel


def bestaat_al() -> Invoerfout:
    """The name is taken."""
    herstel = "Kies een andere naam, of geef alleen een map"
    return Invoerfout("kopie-bestaat-al", "er staat al een bestand met die naam; het is niet overschreven",
                      herstel=herstel)  # fmt: skip


@contextmanager
def geschreven() -> Iterator[None]:
    """What a disk says no to, in our words; the drafts are gone then."""
    try:
        yield
    except FileExistsError:
        raise bestaat_al() from None
    except OSError as fout:
        raise niet_te_schrijven(fout) from None


def niet_te_schrijven(fout: Exception) -> Onbruikbaar:
    """The disk refused; nothing is left."""
    return Onbruikbaar("kopie-niet-te-schrijven", f"de kopie is niet te schrijven: {reden(fout)}",
                       herstel="Kies een andere plek")  # fmt: skip


def _eis_elders(werkmap: Werkmap, doel: Doel) -> None:
    for plek, naam in ((werkmap.pad, "werkmap"), (sleutelmap(), "sleutelmap")):
        if doel.map.resolve().is_relative_to(plek.resolve()):
            raise Invoerfout(
                "kopie-op-dezelfde-plek", f"dit is in de {naam}; een kopie daar gaat met die map verloren",
                herstel="Kies een andere plek, het liefst op een andere schijf",
            )  # fmt: skip
