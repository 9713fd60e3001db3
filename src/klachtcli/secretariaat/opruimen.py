"""After a case was destroyed in the journal: its key, its files and its verklaring, and what of that is not done yet.

Each step may be done again, so whatever a crash left is ended by the same function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.journaal.codec import Inhoud, Vastlegging, codeer
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.vernieuwing import halverwege, rond_af, vernietig_sleutel
from klachtcli.schijf import reden, schrijf_heel, wis
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.stukken.verklaring import SJABLOON, als_docx, waarden
from klachtcli.zaak.gebeurtenissen import ZaakVernietigd

Stap = Literal["sleutel", "bestanden", "verklaring"]
_NUMMER = re.compile(r"K\d{4}-\d{3,}", re.ASCII)
_MAP = "vernietigd"
_BLIJFT = ("config", "templates", _MAP)


class Onvoltooid(NamedTuple):
    """A case that was destroyed in the journal, and the steps that are still to be done."""

    zaak: str
    stappen: tuple[Stap, ...]


def onvoltooid(werkmap: Werkmap) -> list[Onvoltooid]:
    """What a crash left, or what came back with an older copy, of what was destroyed; for `beheer controleer`."""
    with werkmap.journaal() as journaal:
        return [nog for _, nog in _open(werkmap, journaal)]


def oude_sleutels(journaal: Journaal) -> list[str]:
    """The cases that were destroyed and of which the ring still has a key: it is an older copy."""
    return sorted({v.zaak for v in journaal.vernietigd()} & journaal.ring.zaken())


def maak_vernietiging_af(werkmap: Werkmap, zaak: str | None = None) -> list[Onvoltooid]:
    """Do what is still to be done of one case, or of all; gives what that was. Raises Onbruikbaar; can be repeated."""
    with werkmap.journaal(schrijven=True) as journaal:
        te_doen = [(v, nog) for v, nog in _open(werkmap, journaal) if zaak in (None, v.zaak)]
        for v, nog in te_doen:
            for stap in nog.stappen:
                _doe(stap, werkmap, journaal, v)
        return [nog for _, nog in te_doen]


def bestanden(werkmap: Werkmap, zaak: str) -> list[Path]:
    """What in the work folder bears the number of this case and of no other: files, and folders as one."""
    try:
        return list(_van_zaak(werkmap.pad, zaak))
    except OSError as fout:
        raise Onbruikbaar("map-niet-te-lezen", f"de werkmap is niet te lezen: {reden(fout)}",
                          herstel="Geef uzelf leesrecht op de map") from None  # fmt: skip


def gedeeld(werkmap: Werkmap, journaal: Journaal, zaak: str) -> list[Path]:
    """What else on this machine may hold the case or its key, and other cases too.

    In the work folder overviews, agendas, packages of several, and a journal that made room for another; in the key
    folder a ring that did.
    """
    ring = journaal.ring.pad
    return [*_gedeeld(werkmap, zaak), *sorted(ring.parent.glob(f"{ring.name}.oud-*"))]


def _gedeeld(werkmap: Werkmap, zaak: str) -> list[Path]:
    weg, eigen = set(bestanden(werkmap, zaak)), werkmap.pad / _MAP
    paden = (p for p in sorted(werkmap.pad.rglob("*")) if not weg & {p, *p.parents} and eigen not in p.parents)
    return [p for p in paden if zaak in _NUMMER.findall(p.name) or _van_alle(p)]


def _van_alle(pad: Path) -> bool:
    return any(pad.match(naam) for naam in ("*overzicht*.xlsx", "*.ics", "journaal.sqlite.oud-*"))


def verklaring_van(werkmap: Werkmap, journaal: Journaal, zaak: str, e: ZaakVernietigd) -> bytes:
    """The verklaring van vernietiging as a document. Raises Onbruikbaar and Invoerfout as a letter does."""
    sjabloon, commissie = lees_verklaringsjabloon(werkmap), lees_commissie(werkmap.config)
    wie_ = {"commissie_naam": commissie.naam or "Klachtencommissie", "secretaris": commissie.secretaris.naam or wie()}
    opzij = [p.name for p in gedeeld(werkmap, journaal, zaak) if ".oud-" in p.name]
    return als_docx(waarden(zaak, e, journaal.telling(zaak), opzij) | wie_, sjabloon)


def lees_verklaringsjabloon(werkmap: Werkmap) -> bytes:
    """The bytes of the template. Raises Onbruikbaar where it is not there."""
    try:
        return (werkmap.pad / "templates" / SJABLOON).read_bytes()
    except OSError as fout:
        raise Onbruikbaar("sjabloon-ontbreekt", f"templates/{SJABLOON} is niet te lezen: {reden(fout)}",
                          herstel=f"Herstel het met: klacht init {werkmap.pad}") from None  # fmt: skip


def plek_verklaring(werkmap: Werkmap, zaak: str) -> Path:
    """Where the verklaring of a case is written."""
    return werkmap.pad / _MAP / f"verklaring-van-vernietiging-{zaak}.docx"


def _open(werkmap: Werkmap, journaal: Journaal) -> list[tuple[Vastlegging, Onvoltooid]]:
    """The cases that were destroyed in the journal, and not yet everywhere. A halted renewal is the last one's."""
    alle, sleutels = journaal.vernietigd(), journaal.ring.zaken()
    if alle and halverwege(journaal.ring):
        sleutels.add(alle[-1].zaak)
    nog = ((v, Onvoltooid(v.zaak, tuple(_nog(werkmap, v.zaak, sleutels)))) for v in alle)
    return [(v, o) for v, o in nog if o.stappen]


def _nog(werkmap: Werkmap, zaak: str, sleutels: set[str]) -> Iterator[Stap]:
    if zaak in sleutels:
        yield "sleutel"
    if bestanden(werkmap, zaak):
        yield "bestanden"
    if not _heeft_verklaring(werkmap, zaak):
        yield "verklaring"


def _doe(stap: Stap, werkmap: Werkmap, journaal: Journaal, v: Vastlegging) -> None:
    assert isinstance(v.gebeurtenis, ZaakVernietigd)
    try:
        match stap:
            case "sleutel":
                with journaal.handeling(door=wie()):  # nobody else writes here
                    rond_af(journaal.ring)
                    feiten = codeer(Inhoud(v.door, v.gebeurtenis))
                    vernietig_sleutel(journaal.ring, v.zaak, v.gebeurtenis.op, feiten)
            case "bestanden":
                for pad in bestanden(werkmap, v.zaak):
                    wis(pad)
            case "verklaring":
                doel = plek_verklaring(werkmap, v.zaak)
                doel.parent.mkdir(exist_ok=True)
                schrijf_heel(doel, verklaring_van(werkmap, journaal, v.zaak, v.gebeurtenis))
    except (KlachtFout, OSError) as fout:
        raise _niet_af(v.zaak, stap, fout) from None


# What is not done yet, while a step is still to be done.
NOG: dict[Stap, str] = {
    "sleutel": "haar sleutel is er nog",
    "bestanden": "niet al haar bestanden zijn weg",
    "verklaring": "de verklaring van vernietiging is er nog niet",
}


def _niet_af(zaak: str, stap: Stap, fout: KlachtFout | OSError) -> Onbruikbaar:
    waarom, eerst = (fout.feit, fout.herstel) if isinstance(fout, KlachtFout) else (reden(fout), "")
    return Onbruikbaar(
        "vernietiging-niet-af",
        f"zaak {zaak} is in het journaal vernietigd, maar {NOG[stap]}: {waarom}",
        herstel=f"{f'{eerst}. ' if eerst else ''}Maak het af met: klacht beheer vernietig {zaak}",
    )


def _van_zaak(map_: Path, zaak: str) -> Iterator[Path]:
    for pad in sorted(map_.iterdir()):
        if pad.name in _BLIJFT and (pad.parent / "journaal.sqlite").exists():
            continue
        if set(_NUMMER.findall(pad.name)) == {zaak}:
            yield pad
        elif pad.is_dir() and not pad.is_symlink():
            yield from _van_zaak(pad, zaak)


def _heeft_verklaring(werkmap: Werkmap, zaak: str) -> bool:
    """Whether one is there, under whatever name: a signed one takes the place of what was made here."""
    map_ = werkmap.pad / _MAP
    namen = (p.name for p in (map_.iterdir() if map_.is_dir() else ()) if not p.name.startswith("."))
    return any(zaak in _NUMMER.findall(naam) for naam in namen)
