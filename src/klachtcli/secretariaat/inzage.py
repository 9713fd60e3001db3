"""That somebody saw or took out what is personal is recorded, before it is shown; and who did what in a case.

    command                                       recorded as   where
    toon                                          zaak          in the case
    toon --stukken                                stukken       in the case, besides
    signalen, for secretaris and voorzitter       signalen      in the case, or the work folder's own with the numbers
    overzicht, not --anoniem and not --proef      overzicht     likewise; of all cases without numbers
    jaarverslag --herkomst                        jaarverslag   the work folder's own, of all cases
    audit pakket; beheer reservekopie and sleutelkopie          by their own names, as they are made

Not recorded, for no name and no word of anybody stands in it: lijst, termijnen, vandaag, agenda, bereken, route,
fracties, commissie, handleiding, completion (and Tab, which gives the numbers of cases), brief ZAAK,
signalen --voor ander, overzicht --anoniem and lees, jaarverslag, audit. What an act shows, that act records (ontvang,
toets, brief: the letter that it made).
"""

from __future__ import annotations

from collections.abc import Sequence
from sys import maxsize
from typing import Literal, NamedTuple

from klachtcli import klok
from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.journaal.codec import Kop, Vastlegging
from klachtcli.secretariaat.dossiers import zaaknummer
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import Gebeurtenis, Ingezien, Inzage, VastleggingGecorrigeerd, ZaakVernietigd

# Where nothing can be recorded one may still look, and is told: an archive on a read-only disk is there to be read, and
# a case of today must be readable. What passes (another program that writes) refuses a look as it refuses an act.
_KAN_NIET = {
    "map-alleen-lezen": "de werkmap is alleen te lezen",
    "journaal-niet-te-openen": "het journaal is alleen te lezen",
    "sleutelring-niet-te-schrijven": "de sleutelring is alleen te lezen",
    "schijf-vol": "de schijf is vol",
    "schijf-fout": "de schijf neemt niets aan",
    "klok-loopt-achter": "de klok van deze computer loopt achter",
}


def leg_vast(werkmap: Werkmap, wat: Sequence[Inzage], zaken: Sequence[str] = ()) -> str:
    """Record that these were seen, of one case, of several, or (none named) of all; on disk before this returns.

    Gives what there is to tell where it could not be recorded, and else nothing. Raises Onbruikbaar where another
    program keeps writing, or the journal cannot be used.
    """
    vandaag = klok.vandaag()
    waar, over = (zaken[0], ()) if len(zaken) == 1 else ("", tuple(zaken))
    try:
        with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie()) as schrijver:
            for soort in wat:
                schrijver.voeg_toe(waar, Ingezien(vandaag, soort, over))
    except Onbruikbaar as fout:
        if fout.code not in _KAN_NIET:
            raise
        return f"Dat u dit hebt gezien, is niet vastgelegd: {_KAN_NIET[fout.code]}."
    return ""


class Spoor(NamedTuple):
    """Who recorded or saw something of a case, when, in which role and with which version; never what it says.

    door: None where that was destroyed with the case, or its key is lost. inzage: what was seen, where it is a look;
    over: in the case itself, in several cases together, or in all. corrigeert, gecorrigeerd_in: the number of
    the other entry.
    """

    nummer: int
    vastgelegd_op: str
    door: str | None
    rol: str
    versie: str
    soort: str
    inzage: Inzage | None = None
    over: Literal["zaak", "zaken", "alle"] = "zaak"
    corrigeert: int | None = None
    gecorrigeerd_in: int | None = None


class Sporen(NamedTuple):
    """All that was done in a case, in order; and how it ended, where it was destroyed."""

    zaak: str
    sporen: list[Spoor]
    vernietigd: ZaakVernietigd | None


def wie_deed_wat(werkmap: Werkmap, zaak: str) -> Sporen:
    """Who recorded what in a case, and who saw it. Raises Invoerfout where there never was such a case."""
    nummer = zaaknummer(zaak, klok.vandaag().year)
    with werkmap.journaal() as journaal:
        alles = journaal.lees_sporen(nummer)
    eigen = [v.nummer for v in alles if v.zaak]
    if not eigen:
        raise Invoerfout("zaak-onbekend", f"zaak {nummer} is er niet", herstel="Bekijk ze met: klacht lijst --alles")
    gebeurd = [(v, v.gebeurtenis if isinstance(v, Vastlegging) else None) for v in alles]
    einde = next(((v.nummer, e) for v, e in gebeurd if isinstance(e, ZaakVernietigd)), None)
    beter = {e.nummer: v.nummer for v, e in gebeurd if isinstance(e, VastleggingGecorrigeerd)}
    sporen = [
        _spoor(v, e, beter.get(v.nummer))
        for v, e in gebeurd
        if v.zaak or (eigen[0] < v.nummer < (einde or (maxsize,))[0] and _gaat_over(e, nummer))
    ]
    return Sporen(nummer, sporen, einde and einde[1])


def _gaat_over(e: Gebeurtenis | None, zaak: str) -> bool:
    """Whether a look at several cases, or at all, was one at this case."""
    return isinstance(e, Ingezien) and (not e.zaken or zaak in e.zaken)


def _spoor(v: Vastlegging | Kop, e: Gebeurtenis | None, beter: int | None) -> Spoor:
    gezien = e if isinstance(e, Ingezien) else None
    return Spoor(
        v.nummer, v.vastgelegd_op, v.door if isinstance(v, Vastlegging) else None, v.rol, v.versie, v.soort,
        gezien.wat if gezien else None,
        "zaak" if v.zaak else "zaken" if gezien and gezien.zaken else "alle",
        e.nummer if isinstance(e, VastleggingGecorrigeerd) else None,
        beter,
    )  # fmt: skip
