"""Is the journal what it was? The chain verified, every content opened, the projection compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.journaal.bestand import eis_begin
from klachtcli.journaal.keten import ZEGEL, Zegel
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.ringcontrole import controleer_ring
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import HEROPENT, OPENT, SLUIT, BriefGemaakt

_MERK = re.compile(r"[0-9a-f]{16}", re.ASCII)


class Gecontroleerd(NamedTuple):
    """What was verified: so many entries and cases, up to this head of the chain."""

    vastleggingen: int
    zaken: int
    open_zaken: int
    zegel: Zegel


def controleer(werkmap: Werkmap, papier: str | None = None) -> Gecontroleerd:
    """Verify the whole journal, and with it the zegel of each letter and the one that stands on a paper.

    Raises Onbruikbaar that names the first entry that is wrong, or Invoerfout for what is no zegel. A tail that was
    cut off shows by a zegel whose entry is not there any more.
    """
    eis_begin(werkmap.pad / JOURNAAL)
    with werkmap.journaal() as journaal:
        journaal.controleer_bestand()
        controleer_ring(journaal.ring)
        geopend: set[str] = set()
        gesloten: set[str] = set()
        for v in journaal.lees_alles():
            if v.soort == OPENT:
                geopend.add(v.zaak)
            elif v.soort == SLUIT:
                gesloten.add(v.zaak)
            elif v.soort == HEROPENT:
                gesloten.discard(v.zaak)
            elif isinstance(v.gebeurtenis, BriefGemaakt):
                _eis_zegel(journaal, v.gebeurtenis.zegel)
        if papier is not None:
            _eis_papier(journaal, papier.strip().lower())
        if geopend - gesloten != set(journaal.lopende_zaken()):
            raise Onbruikbaar(
                "overzicht-klopt-niet",
                "de lijst van lopende zaken in het journaal klopt niet met de vastleggingen",
                herstel="Zet een reservekopie terug",
            )
        return Gecontroleerd(journaal.zegel().nummer, len(geopend), len(geopend - gesloten), journaal.zegel())


def _eis_papier(journaal: Journaal, papier: str) -> None:
    """A zegel as it was typed, or its mark without the number, as an annual report bears it."""
    if _MERK.fullmatch(papier):
        if journaal.zegel_met(bytes.fromhex(papier)) is None:
            raise _klopt_niet(journaal, papier)
    elif ZEGEL.fullmatch(papier):
        _eis_zegel(journaal, papier)
    else:
        raise Invoerfout("geen-zegel", "dit is geen zegel zoals 17-9f3a22c177aa01be, of kenmerk zoals 9f3a22c177aa01be")


def _eis_zegel(journaal: Journaal, zegel: str) -> None:
    if journaal.kent(zegel) is None:
        raise _klopt_niet(journaal, zegel)


def _klopt_niet(journaal: Journaal, zegel: str) -> Onbruikbaar:
    return Onbruikbaar(
        "zegel-klopt-niet",
        f"zegel {zegel} hoort niet bij dit journaal, dat nu {journaal.zegel().nummer} vastleggingen telt",
        grondslag="er is iets van vóór dit zegel veranderd of verdwenen, of het is van een andere werkmap",
        herstel="Kijk eerst of u het zegel goed overtypte; zet anders een reservekopie terug",
    )
