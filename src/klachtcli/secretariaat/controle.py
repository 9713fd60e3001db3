"""Is the journal what it was? The chain verified, every content opened, the projection compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.journaal.bestand import eis_begin
from klachtcli.journaal.codec import Kop
from klachtcli.journaal.keten import ZEGEL, Zegel
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.ringcontrole import controleer_ring
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import BriefGemaakt

_MERK = re.compile(r"[0-9a-f]{16}", re.ASCII)


class Bewijs(NamedTuple):
    """What a zegel proves: that the journal up to and including this entry is what it was; so many came after."""

    zegel: Zegel
    kop: Kop
    daarna: int


class Gecontroleerd(NamedTuple):
    """What was verified: so many entries and cases, up to this head of the chain; and the zegel on a paper.

    dicht: the cases whose key is lost: of these the chain was verified, and nothing opened.
    """

    vastleggingen: int
    zaken: int
    open_zaken: int
    zegel: Zegel
    papier: Bewijs | None = None
    dicht: tuple[str, ...] = ()


def hoofd(werkmap: Werkmap) -> Bewijs:
    """The head of the chain, as it stands there; nothing is verified."""
    with werkmap.journaal() as journaal:
        return _bewijs(journaal, journaal.zegel())


def controleer(werkmap: Werkmap, papier: str | None = None) -> Gecontroleerd:
    """Verify the whole journal, and with it the zegel of each letter and the one that stands on a paper.

    Raises Onbruikbaar that names the first entry that is wrong, or Invoerfout for what is no zegel. A tail that was
    cut off shows by a zegel whose entry is not there any more.
    """
    eis_begin(werkmap.pad / JOURNAAL)
    with werkmap.journaal() as journaal:
        journaal.controleer_bestand()
        controleer_ring(journaal.ring)
        dicht = tuple(journaal.dicht())
        for v in journaal.lees_alles(dicht):
            if isinstance(v.gebeurtenis, BriefGemaakt):
                _eis_zegel(journaal, v.gebeurtenis.zegel)
        bewijs = None if papier is None else _bewijs(journaal, _lees_papier(journaal, papier))
        zaken, lopend = journaal.controleer_lopend()
        hoofd_ = journaal.zegel()
        return Gecontroleerd(hoofd_.nummer, len(zaken), len(lopend), hoofd_, bewijs, dicht)


def _bewijs(journaal: Journaal, zegel: Zegel) -> Bewijs:
    kop = journaal.kop(zegel.nummer)
    assert kop is not None
    return Bewijs(zegel, kop, journaal.zegel().nummer - zegel.nummer)


def _lees_papier(journaal: Journaal, papier: str) -> Zegel:
    """A zegel as it was typed, with the word before it or not, or its mark alone, as an annual report bears it."""
    getypt = papier.strip().lower().removeprefix("zegel").strip()
    if _MERK.fullmatch(getypt):
        zegel = journaal.zegel_met(bytes.fromhex(getypt))
    elif (deel := ZEGEL.fullmatch(getypt)) and int(deel[1]):
        getypt = f"{int(deel[1])}-{getypt.partition('-')[2]}"
        zegel = journaal.kent(getypt)
    else:
        raise Invoerfout("geen-zegel", "dit is geen zegel zoals 17-9f3a22c177aa01be, of kenmerk zoals 9f3a22c177aa01be")
    if zegel is None:
        raise klopt_niet(journaal, getypt)
    return zegel


def _eis_zegel(journaal: Journaal, zegel: str) -> None:
    if journaal.kent(zegel) is None:
        raise klopt_niet(journaal, zegel)


def klopt_niet(journaal: Journaal, zegel: str) -> Onbruikbaar:
    """That a zegel is none of this journal: its entry is not there (any more), is another, or it bears no number."""
    telt, deel = journaal.zegel().nummer, ZEGEL.fullmatch(zegel)
    feit = f"zegel {zegel} hoort niet bij dit journaal, dat nu {telt} vastleggingen telt"
    grond = "er is iets van vóór dit zegel veranderd of verdwenen"
    if deel and int(deel[1]) > telt:
        feit = f"het journaal telt nu {telt} vastleggingen, en zegel {zegel} is van nummer {int(deel[1])}"
        grond = "het einde van het journaal is afgekapt"
    elif deel:
        feit = f"bij vastlegging {int(deel[1])} staat nu iets anders dan toen zegel {zegel} werd gemaakt"
        grond = "die vastlegging, of een daarvoor, is veranderd"
    return Onbruikbaar(
        "zegel-klopt-niet",
        feit,
        grondslag=f"{grond}, of het is van een andere werkmap",
        herstel="Kijk eerst of u het zegel goed overtypte; zet anders een reservekopie terug",
    )
