"""The letters on disk held against those that are recorded; and the drafts that a power cut or a full disk left.

A recorded letter can always be made again, to the byte: its template and its facts are in the journal. What was edited
since is the secretary's own, and only told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.journaal.opslag import Journaal
from klachtcli.schijf import geef_naam, is_klad, reden, schrijf_heel
from klachtcli.secretariaat.bevindingen import HERSTEL, Bevinding, uit_fout
from klachtcli.secretariaat.controle import klopt_niet
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import BriefGemaakt, SjabloonVastgelegd, Stuk

# A draft outside an act may be of a command that runs now; after this long it is not.
_LOOPT_NOG = timedelta(minutes=10)
_MAPPEN = ("brieven", "config", "jaarverslagen", "templates")
_VAN_KLACHT = re.compile(r"K\d{4}-\d+|jaarverslag-\d{4}", re.ASCII)
_ZEGEL = re.compile(r"(?<![0-9a-z])([1-9][0-9]{0,11}-[0-9a-f]{16})(?![0-9a-z])", re.ASCII)
_TERUG_OF_WEG = ("Zet een nieuwere reservekopie terug; is met opzet een oudere teruggezet, haal dan de brieven van "
                 "daarna uit de map")  # fmt: skip
_NIETS = ("~$", ".~lock.", ".DS_Store", "Thumbs.db", "desktop.ini")  # what Word, LibreOffice and systems leave


class _Brieven(NamedTuple):
    """The recorded letters by their place, the last one last; and what could not be read."""

    op_plek: dict[str, list[BriefGemaakt]]
    onleesbaar: list[Bevinding]


def kijk_brieven_na(werkmap: Werkmap, *, vergrendel: bool) -> Iterator[Bevinding]:
    """Each recorded letter and its file, each draft of a letter, and what no record names.

    vergrendel: no act may run meanwhile, so that what has no record is a letter that never had one.
    """
    map_ = werkmap.pad / "brieven"
    with _open(werkmap, vergrendel=vergrendel) as journaal:
        brieven = _vastgelegd(journaal)
        yield from brieven.onleesbaar
        kladden = {p: sha256(p.read_bytes()).hexdigest() for p in sorted(map_.rglob(".*")) if is_klad(p)}
        for plek in sorted(brieven.op_plek):
            yield from _brief(werkmap, journaal, brieven, plek, kladden)
        if brieven.onleesbaar:  # a draft or a file may be of a letter whose record cannot be read now
            return
        dicht = {map_ / zaak for zaak in journaal.dicht()}  # whose records cannot be read either
        yield from _losse_kladden(werkmap, [p for p in kladden if p.exists() and not dicht & {*p.parents}])
        onbekend = list(_onbekend(werkmap, brieven.op_plek))
        yield from _vreemde_zegels(werkmap, journaal, onbekend)
        yield from _niet_vastgelegd(werkmap, [p for p in onbekend if not dicht & {*p.parents}])


@contextmanager
def _open(werkmap: Werkmap, *, vergrendel: bool) -> Iterator[Journaal]:
    with werkmap.journaal(schrijven=vergrendel) as journaal:
        if not vergrendel:
            yield journaal
            return
        with journaal.handeling(door=wie(), proef=True):  # the lock alone: nothing is recorded
            yield journaal


def _vastgelegd(journaal: Journaal) -> _Brieven:
    """The letters of all cases and of the years. A case that cannot be read is told and stops no other."""
    uit = _Brieven(defaultdict(list), [])
    reeksen = [partial(journaal.lees_werkmap, "brief_gemaakt"), *(partial(journaal.lees, z) for z in journaal.zaken())]
    for lees in reeksen:
        try:
            for v in lees():
                if isinstance(v.gebeurtenis, BriefGemaakt):
                    uit.op_plek[v.gebeurtenis.bestand].append(v.gebeurtenis)
        except KlachtFout as fout:
            uit.onleesbaar.extend(uit_fout("brieven", fout))
    return uit


def _brief(
    werkmap: Werkmap, journaal: Journaal, brieven: _Brieven, plek: str, kladden: dict[Path, str]
) -> Iterator[Bevinding]:
    """One letter: there as it was made, edited since, still a draft (that is then no loose one any more), or gone."""
    pad, reeks = werkmap.pad / plek, brieven.op_plek[plek]
    hashes = {e.sha256 for e in reeks}
    eigen = [p for p, hash_ in kladden.items() if p.parent == pad.parent and hash_ in hashes]
    if pad.is_file():
        yield from _anders(pad, plek, hashes)
    elif eigen:
        del kladden[eigen[0]]
        feit = f"{plek} is vastgelegd, maar heet nog {eigen[0].name}"
        yield Bevinding("brieven", "bevinding", "brief-zonder-naam", feit, HERSTEL, partial(geef_naam, eigen[0], pad))
    else:
        feit = f"{plek} is vastgelegd, en is er niet meer; uit het journaal is de brief opnieuw te maken"
        doe = partial(_maak_opnieuw, journaal, reeks[-1], pad)
        yield Bevinding("brieven", "bevinding", "brief-weg", feit, HERSTEL, doe)


def _anders(pad: Path, plek: str, hashes: set[str]) -> Iterator[Bevinding]:
    """What differs from how the letter was made: an edit is no fault, a file that is no document any more is."""
    from klachtcli.stukken.pakket import PakketFout, pak_uit

    try:
        ruw = pad.read_bytes()
        if sha256(ruw).hexdigest() in hashes:
            return
        pak_uit(ruw)
    except OSError as fout:
        yield Bevinding("brieven", "bevinding", "brief-onleesbaar", f"{plek} is niet te lezen: {reden(fout)}")
    except PakketFout:
        helpt = "Geef het bestand een andere naam; met --herstel wordt de brief dan opnieuw gemaakt"
        yield Bevinding("brieven", "bevinding", "brief-onleesbaar", f"{plek} is geen leesbaar document meer", helpt)
    else:
        yield Bevinding("brieven", "let op", "brief-bewerkt", f"{plek} is bewerkt nadat de brief was gemaakt")


def _maak_opnieuw(journaal: Journaal, e: BriefGemaakt, doel: Path) -> None:
    """The letter from the journal alone, to the byte. Raises Onbruikbaar where it comes out otherwise, or OSError."""
    from klachtcli.stukken.sjabloon import laad

    docx = laad(journaal.lees_stuk(_sjabloon(journaal, e)), e.brief).vul(e.gegevens)
    if sha256(docx).hexdigest() != e.sha256:
        raise Onbruikbaar("brief-anders", "deze versie van klacht maakt de brief niet meer op dezelfde manier")
    doel.parent.mkdir(parents=True, exist_ok=True)
    schrijf_heel(doel, docx)


def _sjabloon(journaal: Journaal, e: BriefGemaakt) -> Stuk:
    for v in journaal.lees_werkmap("sjabloon_vastgelegd"):
        if isinstance(v.gebeurtenis, SjabloonVastgelegd):
            for stuk in v.gebeurtenis.stukken:
                if stuk.sha256 == e.sjabloon:
                    return stuk
    raise Onbruikbaar("sjabloon-ontbreekt", "het journaal mist het sjabloon van deze brief")


def _losse_kladden(werkmap: Werkmap, kladden: Iterable[Path]) -> Iterator[Bevinding]:
    """Drafts of letters that were never recorded, or that have their name beside this one."""
    for klad in kladden:
        plek = klad.relative_to(werkmap.pad).as_posix()
        feit = f"{plek} is een klad die over is: de brief staat ernaast, of is nooit vastgelegd"
        yield Bevinding("brieven", "bevinding", "klad-over", feit, HERSTEL, klad.unlink)


def _onbekend(werkmap: Werkmap, bekend: Iterable[str]) -> Iterator[Path]:
    """The files that no record names."""
    stammen = {str(Path(plek).with_suffix("")) for plek in bekend}  # a PDF of a letter belongs to it
    for pad in sorted((werkmap.pad / "brieven").rglob("*")):
        stam = str(pad.relative_to(werkmap.pad).with_suffix(""))
        if pad.is_file() and not is_klad(pad) and not pad.name.startswith(_NIETS) and stam not in stammen:
            yield pad


def _niet_vastgelegd(werkmap: Werkmap, onbekend: Iterable[Path]) -> Iterator[Bevinding]:
    """How many there are of them in a folder; not which: others name their files after people."""
    for waar, n in sorted(Counter(_waar(werkmap, pad) for pad in onbekend).items()):
        feit = f"in {waar} staat wat bij geen vastlegging hoort; bestanden: {n}"
        yield Bevinding("brieven", "let op", "bestand-onbekend", feit)


def _vreemde_zegels(werkmap: Werkmap, journaal: Journaal, onbekend: Iterable[Path]) -> Iterator[Bevinding]:
    """A letter that bears a zegel the journal does not know: what it was made after was there once, and is not now."""
    for pad in onbekend:
        for zegel in sorted(_zegels(pad)):
            if journaal.kent(zegel) is None:
                fout = klopt_niet(journaal, zegel)
                feit = f"in {_waar(werkmap, pad)} staat een brief die niet is vastgelegd: {fout.feit}"
                yield Bevinding("brieven", "schade", fout.code, feit, _TERUG_OF_WEG)


def _zegels(pad: Path) -> set[str]:
    """Those in the name of a file and, where it is a document, in its text; none where it cannot be read."""
    from klachtcli.stukken.pakket import PakketFout, tekst

    try:
        inhoud = tekst(pad.read_bytes()) if pad.suffix.lower() == ".docx" else ""
    except (OSError, PakketFout):
        inhoud = ""
    return {gevonden[1] for gevonden in _ZEGEL.finditer(f"{pad.stem} {inhoud}".lower())}


def _waar(werkmap: Werkmap, pad: Path) -> str:
    naam = pad.relative_to(werkmap.pad).parts[1]
    return f"brieven/{naam}" if _VAN_KLACHT.fullmatch(naam) else "brieven"


def kijk_kladden_na(werkmap: Werkmap) -> Iterator[Bevinding]:
    """Drafts elsewhere in the work folder: of a command that was stopped, and that never got further than this."""
    per_map: dict[str, list[Path]] = defaultdict(list)
    for pad in werkmap.pad.rglob(".*"):
        plek = pad.relative_to(werkmap.pad).parts
        if is_klad(pad) and plek[0] != "brieven" and pad.is_file():
            per_map[plek[0] if plek[0] in _MAPPEN else "de werkmap"].append(pad)
    for map_, kladden in sorted(per_map.items()):
        oud = [p for p in kladden if klok.nu().timestamp() - p.stat().st_mtime > _LOOPT_NOG.total_seconds()]
        feit = f"in {map_} bleven kladden achter van een opdracht die is gestopt: {len(kladden)}"
        if len(oud) == len(kladden):
            yield Bevinding("werkmap", "bevinding", "klad-over", feit, HERSTEL, partial(_gooi_weg, oud))
        else:
            helpt = "Loopt er nu niets, wacht dan tien minuten en zeg: klacht beheer controleer --herstel"
            yield Bevinding("werkmap", "bevinding", "klad-over", feit, helpt)


def _gooi_weg(kladden: Iterable[Path]) -> None:
    for klad in kladden:
        klad.unlink()
