"""Letters: made from a template, recorded with all that went into them (template and values), and recorded as sent."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd, Invoerfout, Onbruikbaar
from klachtcli.instellingen.bestand import GROOTSTE, instelling, lees_bytes, lees_tabel
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.instellingen.lezer import dichtste, lees
from klachtcli.schijf import geef_naam, gooi_weg, reden, schrijf_klad
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.handelingen import Gedaan, doe
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.stukken.brieven import Brief, Brievenlijst, Omgeving, Waarden, eis_ingevuld, gegevens
from klachtcli.zaak.gebeurtenissen import BriefGemaakt, BriefVerzonden
from klachtcli.zaak.procedure import eis_open, eis_volgorde
from klachtcli.zaak.zaak import Zaak

_GROOTSTE_SJABLOON = 20_000_000


class Gemaakt(NamedTuple):
    """A letter that was written, and where."""

    zaak: str
    brief: Brief
    bestand: Path
    zegel: str
    proef: bool


def maak(werkmap: Werkmap, zaak: str, soort: str, *, proef: bool = False) -> Gemaakt:
    """Write a letter in a case. The file is whole on disk before the record says so, and named after it."""
    brief = zoek_brief(werkmap, soort)
    commissie = lees_commissie(werkmap.config)
    with instelling():
        ruw = lees_bytes(werkmap.sjablonen / brief.sjabloon, f"templates/letters/{brief.sjabloon}", _GROOTSTE_SJABLOON)
    vandaag, klad = klok.vandaag(), None
    try:
        with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
            dossiers = Dossiers(journaal)
            dossier = dossiers.zaak(zaaknummer(zaak, vandaag.year))
            eis_open(dossier)
            _eis_regeling(brief, dossier)
            omgeving = Omgeving(commissie, dossiers.rekenaar(dossier), vandaag, zegel := journaal.zegel())
            waarden = gegevens(dossier, omgeving)
            eis_ingevuld(brief, waarden, dossier.nummer)
            docx = _vul(ruw, brief, waarden)
            doel = _vrije_naam(werkmap.brieven(dossier.nummer), f"{vandaag}-{brief.soort}", dossier)
            gebeurtenis = BriefGemaakt(
                vandaag,
                brief.soort,
                brief.aan,
                doel.relative_to(werkmap.pad).as_posix(),
                dossiers.leg_sjabloon_vast(schrijver, brief.soort, brief.sjabloon, ruw),
                {naam: tuple(w) if isinstance(w, list) else w for naam, w in waarden.items()},
                sha256(docx).hexdigest(),
                str(zegel),
            )
            schrijver.voeg_toe(dossier.nummer, gebeurtenis)
            klad = None if proef else _schrijf_klad(doel, docx)
    except BaseException:
        if klad is not None:
            gooi_weg(klad)
        raise
    if klad is not None:
        _zet_neer(klad, doel, werkmap)
    return Gemaakt(dossier.nummer, brief, doel, str(zegel), proef)


def leg_verzonden_vast(werkmap: Werkmap, zaak: str, soort: str, *, op: date, proef: bool = False) -> Gedaan:
    """Record that a letter went out. Raises Geweigerd where it was never made."""
    brief = zoek_brief(werkmap, soort)

    def bouw(dossier: Zaak, *_: object) -> BriefVerzonden:
        gemaakt = [b.op for b in dossier.brieven if b.brief == brief.soort]
        if not gemaakt:
            raise Geweigerd(
                "brief-niet-gemaakt",
                f"in zaak {dossier.nummer} is nog geen '{brief.soort}' gemaakt",
                herstel=f"Eerst: klacht brief {dossier.nummer} {brief.soort}",
            )
        eis_volgorde("de verzending", op, "de dag waarop de brief is gemaakt", min(gemaakt))
        return BriefVerzonden(op, brief.soort)

    return doe(werkmap, zaak, brief.handeling, bouw, op=op, proef=proef)


def zoek_brief(werkmap: Werkmap, soort: str) -> Brief:
    """The kind of letter with this name. Raises Invoerfout that names the nearest."""
    wat = "templates/letters/letters.toml"
    pad = werkmap.sjablonen / "letters.toml"
    if not pad.is_file():
        raise Onbruikbaar("instelling-ontbreekt", f"{wat} ontbreekt", herstel="Herstel met: klacht init MAP")
    with instelling():
        lijst = lees(Brievenlijst, lees_tabel(lees_bytes(pad, wat, GROOTSTE), wat), wat=wat, code="letters-fout")
    soorten = [b.soort for b in lijst.brief]
    for brief in lijst.brief:
        if soort in (brief.soort, brief.id):
            return brief
    raise Invoerfout("brief-onbekend", f"een brief '{soort[:40]}' is er niet{dichtste(soort, soorten)}",
                     herstel=f"Er zijn: {', '.join(soorten)}")  # fmt: skip


def _eis_regeling(brief: Brief, zaak: Zaak) -> None:
    """A letter that explains one regulation is not sent under another."""
    if zaak.regeling.id not in brief.regelingen:
        van = ", ".join(brief.regelingen)
        raise Geweigerd(
            "brief-van-andere-regeling",
            f"de brief '{brief.soort}' hoort bij {van}, en zaak {zaak.nummer} bij {zaak.regeling.id}",
            herstel="Maak een sjabloon voor deze regeling, en noem het in templates/letters/letters.toml",
        )


def _vul(ruw: bytes, brief: Brief, waarden: Waarden) -> bytes:
    from klachtcli.stukken.sjabloon import laad

    return laad(ruw, brief.soort).vul(waarden)


def _vrije_naam(map_: Path, naam: str, zaak: Zaak) -> Path:
    """A name that no file and no record has: a letter is never overwritten."""
    gebruikt = {Path(b.bestand).name for b in zaak.brieven}
    n, kandidaat = 1, f"{naam}.docx"
    while kandidaat in gebruikt or (map_ / kandidaat).exists():
        n += 1
        kandidaat = f"{naam}-{n}.docx"
    return map_ / kandidaat


def _schrijf_klad(doel: Path, docx: bytes) -> Path:
    """The letter beside its place, whole and on disk; it gets its name once the record is kept."""
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        return schrijf_klad(doel, docx)
    except OSError as fout:
        feit = f"de brief is niet te schrijven: {reden(fout)}; er is niets vastgelegd"
        herstel = "Maak ruimte, of geef uzelf schrijfrecht op de map brieven"
        raise Onbruikbaar("brief-niet-te-schrijven", feit, herstel=herstel) from None


def _zet_neer(klad: Path, doel: Path, werkmap: Werkmap) -> None:
    try:
        geef_naam(klad, doel)
    except OSError as fout:
        staat = klad.relative_to(werkmap.pad).as_posix()
        feit = f"de brief is vastgelegd, maar kreeg zijn naam niet: {reden(fout)}"
        raise Onbruikbaar("brief-zonder-naam", feit, herstel=f"Geef {staat} zelf de naam {doel.name}") from None
