"""The annual report of art. 14: counted over a year, with the years before it as they were reported, for each reader.

That a report was made is recorded. The year then stands as it was in every later report: what is recorded of it
afterwards, or corrected, would tell of a single case to whoever holds one report against the next.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal, NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd, Invoerfout, Onbruikbaar
from klachtcli.instellingen.jaarverslagen import lees_jaarverslag
from klachtcli.recht.datum import Periode, voluit
from klachtcli.schijf import reden, schrijf_heel
from klachtcli.secretariaat.jaartelling import LEZERS, Stand, Teller, druk, loopt
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.stukken import jaarverslag as vorm
from klachtcli.stukken.brieven import Waarden
from klachtcli.zaak.cijfers import heel_jaar
from klachtcli.zaak.gebeurtenissen import JaarverslagGemaakt, Ontvanger
from klachtcli.zaak.telling import Cijfers

_JAAR = re.compile(r"20\d\d", re.ASCII)
_MEESTE_NAMEN = 1000


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


def stel_op(werkmap: Werkmap, jaar: int, *, voorlopig: bool = False, proef: bool = False) -> Telling:
    """Count a year as it was on its last day, and record that there is a report of it; not where it only looks.

    A report that was made before is the same again while its figures are. voorlopig: a year that still runs, up to
    today. Raises Invoerfout for a year that is still to come or runs, and for one of which the journal knows nothing.
    """
    vandaag = klok.vandaag()
    periode = _periode(jaar, vandaag, voorlopig=voorlopig)
    i = lees_jaarverslag(werkmap.config)
    drempels = (i.drempel_bevoegd_gezag, i.drempel_ondernemingsraad)
    with (
        werkmap.journaal(schrijven=True) as journaal,
        journaal.handeling(door=wie(), proef=proef or voorlopig) as schrijver,
    ):
        teller = Teller(werkmap, journaal)
        stand = Stand(None, JaarverslagGemaakt(vandaag, jaar, drempels, i.percentage_vanaf))
        cijfers, eerder = teller.tel(periode, stand), teller.gemaakt.get(jaar)
        teller.eis_bekend(periode, cijfers)
        opmerkingen = [*teller.opmerkingen(cijfers, i.jaren_terug)]
        if eerder and druk(teller.tel(periode, eerder), eerder) == druk(cijfers, stand):
            stand = eerder
        else:
            opmerkingen += _verschil(eerder)
            if not (proef or voorlopig):
                schrijver.voeg_toe("", stand.e)
        zegel = journaal.zegel() if stand.voor is None else journaal.zegel_bij(stand.voor)
        assert zegel is not None
        verslagen = teller.leg_uit(periode, stand, cijfers, i.jaren_terug, zegel.hash[:8].hex())
    gemaakt = datetime.combine(stand.e.op, time(12), UTC)
    return Telling(jaar, periode, loopt(jaar, vandaag), cijfers, verslagen, gemaakt, str(zegel), opmerkingen)


def hoofdpunten(werkmap: Werkmap, jaar: int) -> dict[Ontvanger, Waarden]:
    """What the letter to each reader may say of a year: what their own edition showed. Raises Geweigerd without one."""
    periode = _periode(jaar, klok.vandaag(), voorlopig=False)
    with werkmap.journaal() as journaal:
        teller = Teller(werkmap, journaal)
        stand = teller.gemaakt.get(jaar)
        if stand is None:
            raise Geweigerd("jaarverslag-ontbreekt", f"er is nog geen jaarverslag over {jaar}",
                            herstel=f"Maak het eerst: klacht jaarverslag {jaar}")  # fmt: skip
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


def _verschil(eerder: Stand | None) -> list[str]:
    return [] if eerder is None else [
        f"Op {voluit(eerder.e.op)} is over dit jaar al een verslag gemaakt, met andere cijfers. Is dat verstuurd? "
        "Stuur dit er niet zomaar achteraan: het verschil kan een enkele zaak laten zien."
    ]  # fmt: skip


# ---- the files ----


def schrijf(werkmap: Werkmap, t: Telling, namen: Sequence[str], map_: Path | None) -> list[Gemaakt]:
    """Write editions as docx and xlsx; never over another file. Raises Onbruikbaar."""
    doel, sjabloon = map_ or werkmap.jaarverslagen, _sjabloon(werkmap)
    inhoud: list[tuple[str, bytes]] = []
    for naam in namen:
        stam, werkboek = f"jaarverslag-{t.jaar}-{naam}{'-voorlopig' if t.voorlopig else ''}", io.BytesIO()
        vorm.als_werkboek(t.edities[naam], werkboek, t.gemaakt)
        inhoud.append((f"{stam}.docx", vorm.als_docx(t.edities[naam], sjabloon)))
        inhoud.append((f"{stam}.xlsx", werkboek.getvalue()))
    try:
        doel.mkdir(exist_ok=True)
        return [_bewaar(doel, naam, ruw) for naam, ruw in inhoud]
    except OSError as fout:
        raise Onbruikbaar("jaarverslag-niet-te-schrijven", f"het jaarverslag is niet te schrijven: {reden(fout)}",
                          herstel="Kies met -o een andere map") from None  # fmt: skip


def _sjabloon(werkmap: Werkmap) -> bytes:
    try:
        return (werkmap.pad / "templates" / vorm.SJABLOON).read_bytes()
    except OSError as fout:
        raise Onbruikbaar("sjabloon-ontbreekt", f"templates/{vorm.SJABLOON} is niet te lezen: {reden(fout)}",
                          herstel=f"Herstel het met: klacht init {werkmap.pad}") from None  # fmt: skip


def _bewaar(map_: Path, naam: str, inhoud: bytes) -> Gemaakt:
    """Under its name, or under the next that is free. Raises OSError."""
    stam, _, soort = naam.rpartition(".")
    for n in range(1, _MEESTE_NAMEN):
        doel = map_ / (naam if n == 1 else f"{stam}-{n}.{soort}")
        if not doel.exists():
            schrijf_heel(doel, inhoud)
            return Gemaakt(doel, "nieuw" if n == 1 else "ernaast")
        if doel.read_bytes() == inhoud:
            return Gemaakt(doel, "stond er al")
    raise FileExistsError(17, "bestaat al")
