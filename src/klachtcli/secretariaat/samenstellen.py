"""The committee: who is appointed, and who sits in a case (art. 6 lid 2 and 7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.commissies import Commissie, Lid, lees_commissie
from klachtcli.secretariaat.handelingen import Gedaan, doe
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.zaak import Zaak


class Aangesteld(NamedTuple):
    """A member with the number by which one is chosen, and whether the appointment runs."""

    nummer: int
    lid: Lid
    benoemd: bool


def leden(werkmap: Werkmap, op: date) -> list[Aangesteld]:
    """All members in config/commissie.toml."""
    commissie = lees_commissie(werkmap.config)
    return [Aangesteld(n, lid, lid.benoemd(op)) for n, lid in enumerate(commissie.lid, 1)]


def stel_samen(
    werkmap: Werkmap, zaak: str, nummers: Sequence[int], *, op: date, toch: str | None = None, proef: bool = False
) -> Gedaan:
    """Record who deals with a case: the members with these numbers, or else the chair and the members themselves."""
    commissie = lees_commissie(werkmap.config)
    zetels = tuple(_zetel(lid) for lid in _gekozen(commissie, nummers, op))

    def bouw(dossier: Zaak, *_: object) -> g.Gebeurtenis:
        vorige = dossier.laatste(g.CommissieSamengesteld)
        if vorige is not None and vorige.leden == zetels:
            raise Invoerfout("commissie-zo-al", f"de commissie in zaak {dossier.nummer} is al zo samengesteld")
        return g.CommissieSamengesteld(op, zetels)

    return doe(werkmap, zaak, "stel_commissie_samen", bouw, op=op, toch=toch, proef=proef)


def _gekozen(commissie: Commissie, nummers: Sequence[int], op: date) -> list[Lid]:
    hoeveel = len(commissie.lid)
    if not hoeveel:
        raise Invoerfout(
            "geen-leden", "in config/commissie.toml staat nog geen enkel lid", herstel="Voeg een [[lid]] toe per lid"
        )
    if onbekend := [n for n in nummers if not 1 <= n <= hoeveel]:
        feit = f"er is geen lid {', '.join(map(str, onbekend))}; er zijn er {hoeveel}"
        raise Invoerfout("lid-onbekend", feit, herstel="Bekijk ze met: klacht commissie")
    if nummers:
        return [commissie.lid[n - 1] for n in dict.fromkeys(nummers)]
    gewoon = [lid for lid in commissie.lid if lid.rol in ("voorzitter", "lid") and lid.benoemd(op)]
    if not any(lid.rol == "voorzitter" for lid in gewoon):
        gewoon = [lid for lid in commissie.lid if lid.rol == "plaatsvervangend voorzitter" and lid.benoemd(op)][
            :1
        ] + gewoon
    return gewoon


def _zetel(lid: Lid) -> g.Zetel:
    return g.Zetel(lid.naam, lid.rol, lid.uit, lid.vrouw, lid.onderdeel, lid.benoemd_tot_en_met)
