"""Is the journal what it was? The chain verified, every content opened, the projection compared."""

from __future__ import annotations

from typing import NamedTuple

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.keten import Zegel
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import OPENT, SLUIT


class Gecontroleerd(NamedTuple):
    """What was verified: so many entries and cases, up to this head of the chain."""

    vastleggingen: int
    zaken: int
    open_zaken: int
    zegel: Zegel


def controleer(werkmap: Werkmap) -> Gecontroleerd:
    """Verify the whole journal. Raises Onbruikbaar that names the first entry that is wrong."""
    with werkmap.journaal() as journaal:
        journaal.controleer_bestand()
        geopend: set[str] = set()
        gesloten: set[str] = set()
        for v in journaal.lees_alles():
            if v.soort == OPENT:
                geopend.add(v.zaak)
            elif v.soort == SLUIT:
                gesloten.add(v.zaak)
        if geopend - gesloten != set(journaal.lopende_zaken()):
            raise Onbruikbaar(
                "overzicht-klopt-niet",
                "de lijst van lopende zaken in het journaal klopt niet met de vastleggingen",
                herstel="Zet een reservekopie terug",
            )
        return Gecontroleerd(journaal.zegel().nummer, len(geopend), len(geopend - gesloten), journaal.zegel())
