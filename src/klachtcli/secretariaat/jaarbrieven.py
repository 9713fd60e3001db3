"""Letters about a year and not about a case (art. 14): made from the annual report, and sent; in no case's history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd
from klachtcli.journaal.opslag import Journaal
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.post import Gemaakt, Postkamer, kladmap, lees_brieven, lees_vrij, zoek_brief
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.stukken.brieven import Waarden
from klachtcli.zaak.gebeurtenissen import BriefGemaakt, JaarbriefVerzonden, Ontvanger
from klachtcli.zaak.partijen import lees_wie
from klachtcli.zaak.procedure import eis_volgorde


class Jaarbrief(NamedTuple):
    """A letter that was made about a year: the last of its kind to this reader, and when it went out."""

    brief: str
    aan: Ontvanger
    gemaakt_op: date
    bestand: str
    verzonden_op: date | None


def gaat_over_een_jaar(werkmap: Werkmap, soort: str) -> bool:
    """Whether a letter is about a year and not about a case."""
    return zoek_brief(lees_brieven(werkmap), soort).zonder_zaak


def maak(
    werkmap: Werkmap, jaar: str, soort: str, *, aan: str | None, vrij: dict[str, object], proef: bool = False
) -> list[Gemaakt]:
    """Write a letter about a year, to each reader or to one; recorded in the work folder.

    What the secretary does not give is taken from the reader's own edition of the annual report.
    """
    from klachtcli.secretariaat import jaarverslag  # brings openpyxl, which no letter of a case needs

    jaar = str(jaarverslag.lees_jaar(jaar, voorbeeld=f"klacht brief 2025 {soort}"))
    lijst, vandaag = lees_brieven(werkmap), klok.vandaag()
    brief = zoek_brief(lijst, soort)
    lezers = [lees_wie(aan, brief.aan)] if aan else list(brief.aan)
    eigen = {"jaar": jaar} | lees_vrij(brief, vrij)
    uit_verslag: dict[Ontvanger, Waarden] = {}
    let_op: tuple[str, ...] = ()
    if not eigen.keys() >= set(brief.vrij):
        uit_verslag = jaarverslag.hoofdpunten(werkmap, int(jaar))
    elif not jaarverslag.is_gemaakt(werkmap, int(jaar)):
        let_op = (f"Over {jaar} is nog geen jaarverslag gemaakt.",)
    with (
        kladmap(werkmap, proef=proef) as kladden,
        werkmap.journaal(schrijven=True) as journaal,
        journaal.handeling(door=wie(), proef=proef, daarna=kladden.leg_vast) as schrijver,
    ):
        postkamer = Postkamer(kladden, Dossiers(journaal), schrijver, vandaag, lijst)
        gemaakt = [postkamer.maak_over_jaar(brief, jaar, x, uit_verslag.get(x, {}) | eigen) for x in lezers]
    return [b._replace(opmerkingen=let_op) for b in gemaakt]


def gemaakt(werkmap: Werkmap, jaar: int) -> list[Jaarbrief]:
    """The letters that were made about a year."""
    with werkmap.journaal() as journaal:
        return _gemaakt(journaal, jaar)


def leg_verzonden_vast(
    werkmap: Werkmap, jaar: int, soort: str, *, op: date, aan: str | None, proef: bool = False
) -> Sequence[JaarbriefVerzonden]:
    """Record that a letter about a year went out, to one or to all for whom it was made. Raises Geweigerd."""
    vandaag = klok.vandaag()
    eis_volgorde("vandaag", vandaag, "de dag van verzending", op)
    brief = zoek_brief(lees_brieven(werkmap), soort)
    gekozen = lees_wie(aan, brief.aan) if aan else None
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        klaar = [b for b in _gemaakt(journaal, jaar) if b.brief == brief.soort and gekozen in (None, b.aan)]
        open_ = [b for b in klaar if b.verzonden_op is None]
        if not open_:
            feit = "is al als verzonden vastgelegd" if klaar else f"is over {jaar} nog niet gemaakt"
            raise Geweigerd("niets-te-verzenden", f"de brief '{brief.soort}' {feit}",
                            herstel=f"Bekijk het met: klacht brief {jaar}")  # fmt: skip
        eis_volgorde("de verzending", op, "de dag waarop de brief is gemaakt", min(b.gemaakt_op for b in open_))
        verzonden = [JaarbriefVerzonden(op, jaar, b.brief, b.aan) for b in open_]
        for e in verzonden:
            schrijver.voeg_toe("", e)
    return verzonden


def _gemaakt(journaal: Journaal, jaar: int) -> list[Jaarbrief]:
    brieven: dict[tuple[str, Ontvanger], Jaarbrief] = {}
    for v in journaal.lees_werkmap("brief_gemaakt", "jaarbrief_verzonden"):
        match v.gebeurtenis:
            case BriefGemaakt(op, brief, aan, bestand, gegevens=gegevens) if gegevens.get("jaar") == str(jaar):
                brieven[brief, aan] = Jaarbrief(brief, aan, op, bestand, None)
            case JaarbriefVerzonden(op, over, brief, aan) if over == jaar and (brief, aan) in brieven:
                brieven[brief, aan] = brieven[brief, aan]._replace(verzonden_op=op)
    return [*brieven.values()]
