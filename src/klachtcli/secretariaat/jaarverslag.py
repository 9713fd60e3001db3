"""The annual report of art. 14: counted over a year, with the years before it as they were reported, for each reader.

That a report was made is recorded. The year then stands as it was in every later report: what is recorded of it
afterwards, or corrected, would tell of a single case to whoever holds one report against the next.
"""

from __future__ import annotations

import errno
import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd, Invoerfout, Onbruikbaar
from klachtcli.instellingen.jaarverslagen import lees_jaarverslag
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.datum import Periode, voluit
from klachtcli.schijf import MEESTE_NAMEN, namen, reden, schrijf_heel
from klachtcli.secretariaat import inzage
from klachtcli.secretariaat.jaartelling import LEZERS, Stand, Teller, druk, loopt
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.stukken import jaarverslag as vorm
from klachtcli.stukken.brieven import Waarden
from klachtcli.zaak.cijfers import heel_jaar
from klachtcli.zaak.gebeurtenissen import JaarverslagGemaakt, Ontvanger
from klachtcli.zaak.telling import Cijfers

_JAAR = re.compile(r"20\d\d", re.ASCII)


class Telling(NamedTuple):
    """The figures of a year, and each edition of it and of the years before; what the secretary should know of them."""

    jaar: int
    periode: Periode
    voorlopig: bool
    cijfers: Cijfers
    edities: dict[str, vorm.Verslag]
    gemaakt: datetime
    zegel: str
    opmerkingen: list[str]


class Gemaakt(NamedTuple):
    """One file of the report: new, there already to the byte, or beside another that has its name."""

    pad: Path
    stand: Literal["nieuw", "stond er al", "ernaast"]


def lees_jaar(tekst: str, *, voorbeeld: str = "klacht jaarverslag 2025") -> int:
    """The year that was typed. Raises Invoerfout."""
    if not _JAAR.fullmatch(tekst.strip()):
        raise Invoerfout("geen-jaar", f"'{tekst[:20]}' is geen jaar zoals 2025", herstel=f"Bijvoorbeeld: {voorbeeld}")
    return int(tekst)


def bekijk(werkmap: Werkmap, jaar: int, *, voorlopig: bool = False) -> Telling:
    """The figures of a year: those of its report, where one was made; else as they now are. Nothing is recorded."""
    with werkmap.journaal() as journaal:
        return _stel_op(werkmap, journaal, jaar, None, voorlopig=voorlopig, als_toen=True)


def herkomst(werkmap: Werkmap, jaar: int, *, voorlopig: bool = False) -> tuple[Telling, str]:
    """The figures with the cases behind them, and why it is not recorded that these were seen, if it is not."""
    t = bekijk(werkmap, jaar, voorlopig=voorlopig)
    return t, inzage.leg_vast(werkmap, ["jaarverslag"])


def maak(
    werkmap: Werkmap,
    jaar: int,
    namen: Sequence[str] = tuple(LEZERS),
    map_: Path | None = None,
    *,
    voorlopig: bool = False,
    proef: bool = False,
) -> tuple[Telling, list[Gemaakt]]:
    """Count a year as it was on its last day, write its editions, and record that there is a report.

    A report that was made before is the same again while its figures are. Nothing is recorded of what cannot be made.
    voorlopig: a year that still runs, up to today; that is no report, and not recorded. Raises Invoerfout for a year
    that is still to come or runs, and for one of which the journal knows nothing.
    """
    doel = map_ or werkmap.jaarverslagen
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        t = _stel_op(werkmap, journaal, jaar, schrijver, voorlopig=voorlopig)
        inhoud = _bouw(werkmap, t, namen)
        if not proef:
            _eis_map(doel)
    return t, [] if proef else _schrijf(doel, inhoud)


def _stel_op(
    werkmap: Werkmap,
    journaal: Journaal,
    jaar: int,
    schrijver: Schrijver | None,
    *,
    voorlopig: bool,
    als_toen: bool = False,
) -> Telling:
    vandaag = klok.vandaag()
    periode, nog = _periode(jaar, vandaag, voorlopig=voorlopig), loopt(jaar, vandaag)
    i = lees_jaarverslag(werkmap.config)
    drempels = (i.drempel_bevoegd_gezag, i.drempel_ondernemingsraad)
    stand = Stand(None, JaarverslagGemaakt(vandaag, jaar, drempels, i.percentage_vanaf))
    teller = Teller(werkmap, journaal)
    teller.eis_heel(jaar)
    cijfers, eerder = teller.tel(periode, stand), teller.gemaakt.get(jaar)
    teller.eis_bekend(periode, cijfers)
    opmerkingen = [*teller.opmerkingen(cijfers, i.jaren_terug)]
    if eerder:
        toen = teller.tel(periode, eerder)
        anders = _verschil(toen, eerder, cijfers, stand)
        opmerkingen += [anders] if anders else []
    if eerder and (als_toen or not anders):
        stand, cijfers = eerder, toen
    elif schrijver and not nog:
        schrijver.voeg_toe("", stand.e)
    zegel = journaal.zegel() if stand.voor is None else journaal.zegel_bij(stand.voor)
    assert zegel is not None
    edities = teller.leg_uit(periode, stand, cijfers, i.jaren_terug, zegel.merk)
    gemaakt = datetime.combine(stand.e.op, time(12), UTC)
    return Telling(jaar, periode, nog, cijfers, edities, gemaakt, str(zegel), opmerkingen)


def _verschil(toen: Cijfers, eerder: Stand, nu: Cijfers, stand: Stand) -> str:
    """That a report was made with other figures; nothing where these are the same."""
    if (druk(toen, eerder), eerder.e.percentage_vanaf) == (druk(nu, stand), stand.e.percentage_vanaf):
        return ""
    return (f"Op {voluit(eerder.e.op)} is over dit jaar al een verslag gemaakt, met andere cijfers dan nu. Is dat "
            "verstuurd? Stuur er niet zomaar een achteraan: het verschil kan een enkele zaak laten zien.")  # fmt: skip


def is_gemaakt(werkmap: Werkmap, jaar: int) -> bool:
    """Whether there is a report over a year. Raises Invoerfout for a year that is still to come."""
    _periode(jaar, klok.vandaag(), voorlopig=True)
    with werkmap.journaal() as journaal:
        return any(isinstance(v.gebeurtenis, JaarverslagGemaakt) and v.gebeurtenis.jaar == jaar
                   for v in journaal.lees_werkmap("jaarverslag_gemaakt"))  # fmt: skip


def hoofdpunten(werkmap: Werkmap, jaar: int) -> dict[Ontvanger, Waarden]:
    """What the letter to each reader may say of a year: what their own edition showed. Raises Geweigerd without one."""
    periode = _periode(jaar, klok.vandaag(), voorlopig=False)
    with werkmap.journaal() as journaal:
        teller = Teller(werkmap, journaal)
        stand = teller.gemaakt.get(jaar)
        if stand is None:
            raise Geweigerd("jaarverslag-ontbreekt", f"er is nog geen jaarverslag over {jaar}",
                            herstel=f"Maak het eerst: klacht jaarverslag {jaar}")  # fmt: skip
        teller.eis_heel(jaar)
        verslagen = teller.leg_uit(periode, stand, teller.tel(periode, stand), 0, "")
    return {LEZERS[naam].aan: vorm.hoofdpunten(v) for naam, v in verslagen.items()}


def _periode(jaar: int, vandaag: date, *, voorlopig: bool) -> Periode:
    heel = heel_jaar(jaar)
    if heel.eerste > vandaag:
        raise Invoerfout("jaar-in-de-toekomst", f"{jaar} is nog niet begonnen")
    if loopt(jaar, vandaag) and not voorlopig:
        raise Invoerfout("jaar-loopt-nog", f"{jaar} loopt nog; een jaarverslag gaat over een heel jaar",
                         herstel=f"Zie hoe het er nu voor staat: klacht jaarverslag {jaar} --voorlopig")  # fmt: skip
    return Periode(heel.eerste, min(heel.laatste, vandaag))


# ---- the files ----


def _bouw(werkmap: Werkmap, t: Telling, namen: Sequence[str]) -> list[tuple[str, bytes]]:
    """Each edition as docx and xlsx, under their names. Raises Onbruikbaar and Invoerfout as a letter does."""
    sjabloon, uit = lees_verslagsjabloon(werkmap), list[tuple[str, bytes]]()
    for naam in namen:
        stam, werkboek = f"jaarverslag-{t.jaar}-{naam}{'-voorlopig' if t.voorlopig else ''}", io.BytesIO()
        vorm.als_werkboek(t.edities[naam], werkboek, t.gemaakt)
        uit.append((f"{stam}.docx", vorm.als_docx(t.edities[naam], sjabloon)))
        uit.append((f"{stam}.xlsx", werkboek.getvalue()))
    return uit


def _eis_map(map_: Path) -> None:
    """The folder to write in, made where it is not there yet. Raises Onbruikbaar."""
    try:
        map_.mkdir(exist_ok=True)
    except OSError as fout:
        raise _niet_te_schrijven(fout) from None


def _schrijf(map_: Path, inhoud: Sequence[tuple[str, bytes]]) -> list[Gemaakt]:
    try:
        return [_bewaar(map_, naam, ruw) for naam, ruw in inhoud]
    except OSError as fout:
        raise _niet_te_schrijven(fout) from None


def _niet_te_schrijven(fout: OSError) -> Onbruikbaar:
    return Onbruikbaar("jaarverslag-niet-te-schrijven", f"het jaarverslag is niet te schrijven: {reden(fout)}",
                       herstel="Kies met -o een andere map")  # fmt: skip


def lees_verslagsjabloon(werkmap: Werkmap) -> bytes:
    """The bytes of the template. Raises Onbruikbaar where it is not there."""
    try:
        return (werkmap.pad / "templates" / vorm.SJABLOON).read_bytes()
    except OSError as fout:
        raise Onbruikbaar("sjabloon-ontbreekt", f"templates/{vorm.SJABLOON} is niet te lezen: {reden(fout)}",
                          herstel=f"Herstel het met: klacht init {werkmap.pad}") from None  # fmt: skip


def _bewaar(map_: Path, naam: str, inhoud: bytes) -> Gemaakt:
    """Under its name, or under the next that is free. Raises OSError."""
    for doel in islice(namen(map_ / naam), MEESTE_NAMEN):
        if not doel.exists():
            schrijf_heel(doel, inhoud)
            return Gemaakt(doel, "nieuw" if doel.name == naam else "ernaast")
        if doel.read_bytes() == inhoud:
            return Gemaakt(doel, "stond er al")
    raise FileExistsError(errno.EEXIST, "bestaat al")
