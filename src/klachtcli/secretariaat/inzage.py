"""That somebody saw or took out what is personal is recorded, before it is shown.

    command                                       recorded as   where
    toon                                          zaak          in the case
    toon --stukken                                stukken       in the case, besides
    signalen, for secretaris and voorzitter       signalen      in the case, or the work folder's own with the numbers
    overzicht, not --anoniem and not --proef      overzicht     likewise; of all cases without numbers
    jaarverslag --herkomst                        jaarverslag   the work folder's own, of all cases
    audit pakket; beheer reservekopie and sleutelkopie          by their own names, as they are made

Not recorded, for no name and no word of anybody stands in it: lijst, termijnen, vandaag, agenda, bereken, commissie,
brief ZAAK, signalen --voor ander, overzicht --anoniem and lees, jaarverslag, audit. What an act shows, that act records
(ontvang, toets, brief: the letter that it made).
"""

from __future__ import annotations

from collections.abc import Sequence

from klachtcli import klok
from klachtcli.fouten import Onbruikbaar
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import Ingezien, Inzage

# Where nothing can be recorded one may still look, and is told: an archive on a read-only disk is there to be read, and
# a case of today must be readable. What passes (another program that writes) refuses a look as it refuses an act.
_KAN_NIET = {
    "map-alleen-lezen": "de werkmap is alleen te lezen",
    "journaal-niet-te-openen": "het journaal is alleen te lezen",
    "sleutelring-niet-te-schrijven": "de sleutelring is alleen te lezen",
    "schijf-vol": "de schijf is vol",
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
