"""What comes in as a file, TOML or JSON: a klaagschrift, a supplement, the content of an act; and attachments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from klachtcli.fouten import Gebrek, Invoerfout
from klachtcli.instellingen.bestand import lees_bytes, lees_tabel
from klachtcli.instellingen.lezer import lees, meld
from klachtcli.zaak.klaagschrift import Aanvulling, Bijlage, Klaagschrift

GROOTSTE_BIJLAGE = 100_000_000
WAT = "het klaagschrift"
T = TypeVar("T")


def lees_klaagschrift(ruw: bytes) -> Klaagschrift:
    """The klaagschrift in a file. Raises Invoerfout with every fault."""
    return als_klaagschrift(_een_klager(lees_tabel(ruw, WAT)))


def als_klaagschrift(tabel: object) -> Klaagschrift:
    """The klaagschrift in a table. Raises Invoerfout with every fault."""
    return lees(Klaagschrift, tabel, wat=WAT, code="klaagschrift-fout")


def _een_klager(tabel: object) -> object:
    """Each klager has an own case, with own letters, even where they signed together."""
    klagers = tabel.get("klager") if isinstance(tabel, dict) else None
    if not isinstance(tabel, dict) or not isinstance(klagers, list):
        return tabel
    if len(klagers) > 1:
        raise Invoerfout(
            "meer-klagers",
            f"dit klaagschrift noemt {len(klagers)} klagers, en een zaak heeft er één",
            grondslag="art. 2 onder c; art. 9 lid 1 onder b",
            herstel="Maak voor iedere klager een eigen bestand, met één [klager], en leg elk vast als eigen zaak",
        )
    return tabel | {"klager": klagers[0] if klagers else {}}


def lees_aanvulling(ruw: bytes) -> Aanvulling:
    """The supplement in a file: the same keys, all of them optional."""
    return lees(Aanvulling, lees_tabel(ruw, "de aanvulling"), wat="de aanvulling", code="klaagschrift-fout")


def lees_inhoud(soort: type[T], ruw: bytes, wat: str) -> T:
    """What belongs to an act, of a type that says which keys it has: an advice, a decision, a witness, an address."""
    return lees(soort, lees_tabel(ruw, wat), wat=wat, code="bestand-fout")


def lees_bijlagen(bijlagen: Sequence[Bijlage], map_: Path) -> list[bytes]:
    """The bytes of each attachment, in order. Raises Invoerfout with every one that is missing or lies elsewhere."""
    gebreken: list[Gebrek] = []
    inhoud = []
    for n, bijlage in enumerate(bijlagen, 1):
        try:
            inhoud.append(lees_bytes(_daarbinnen(bijlage, map_), "de bijlage", GROOTSTE_BIJLAGE))
        except Invoerfout as fout:
            gebreken.append(Gebrek(f"bijlage[{n}].bestand", fout.feit))
    meld(gebreken, WAT, "bijlage-fout")
    return inhoud


def _daarbinnen(bijlage: Bijlage, map_: Path) -> Path:
    """The attachment's path, which may not lead out of the folder of the klaagschrift."""
    try:
        pad = (map_ / bijlage.bestand).resolve()
    except (OSError, ValueError, RuntimeError):
        raise Invoerfout("bijlage-pad", "dit is geen bestandsnaam") from None
    if not pad.is_relative_to(map_.resolve()):
        raise Invoerfout("bijlage-pad", "het pad leidt buiten de map van het klaagschrift")
    return pad
