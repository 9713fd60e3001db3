"""What follows in a case: the duties that are open, and the acts that are possible."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from klachtcli.zaak.plichten import Plichtstand, meest_dringend, openstaand
from klachtcli.zaak.procedure import volgende
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak


class Vervolg(NamedTuple):
    """The open duties, the commands that bring the case further (without those of the duties), and those on the way."""

    te_doen: list[Plichtstand]
    mogelijk: list[str]
    zijpaden: list[str]


def vervolg(zaak: Zaak, rekenaar: Rekenaar, peildatum: date) -> Vervolg:
    """What follows on a day."""
    te_doen = meest_dringend(openstaand(zaak, rekenaar, peildatum))
    genoemd = {s.opdracht for s in te_doen}
    mogelijk = [o for o in volgende(zaak, rekenaar.regeling) if o not in genoemd]
    return Vervolg(te_doen, mogelijk, volgende(zaak, rekenaar.regeling, zijpaden=True))
