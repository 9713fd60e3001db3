"""What is to be done in a case: its open duties and the terms that run, each with the command behind it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

import msgspec

from klachtcli.recht.termijn import Berekening
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.plichten import Plichtstand, maakt_feit, openstaand
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand
from klachtcli.zaak.zaak import Zaak

Groep = Literal["te laat", "deze week", "wacht op een ander", "later"]
# Who acts through the secretariat; what others must do is waited for.
EIGEN = ("secretaris", "commissie")


class Taak(msgspec.Struct, frozen=True):
    """One thing to do. `brief`: the letter that does it; eigen_norm: the day is a norm of one's own, no rule.

    sleutel: the duty (and to whom) or the term that it is.
    """

    zaak: str
    wat: str
    vindplaats: str
    wie: str
    berekening: Berekening | None
    opdracht: str
    groep: Groep
    sleutel: str
    brief: str | None = None
    eigen_norm: bool = False


def taken(zaak: Zaak, rekenaar: Rekenaar, peildatum: date, dagen: int) -> list[Taak]:
    """Everything that is to be done or waited for, the most urgent first."""
    plichten = openstaand(zaak, rekenaar, peildatum)
    gedekt = {feit for s in plichten for feit in maakt_feit(s.regel)}
    standen = [s for s in rekenaar.standen(zaak, peildatum) if s.vraagt_aandacht]
    uit = [_van_plicht(s, peildatum, dagen) for s in plichten]
    uit += [_van_termijn(s, peildatum, dagen) for s in standen if not gedekt & set(s.regel.voldaan_door)]
    return meest_urgent(uit)


def meest_urgent(alle: Iterable[Taak]) -> list[Taak]:
    """Late first, then by the day to plan on; what has no day comes last of its group."""
    groepen = ("te laat", "deze week", "wacht op een ander", "later")
    return sorted(
        alle, key=lambda t: (groepen.index(t.groep), t.berekening.veilig if t.berekening else date.max, t.zaak)
    )


def _van_plicht(s: Plichtstand, peildatum: date, dagen: int) -> Taak:
    groep = _groep(s.berekening, s.regel.wie, peildatum, dagen)
    norm = s.regel.soort == "streef"
    sleutel = f"{s.regel.id}-{s.aan}" if s.aan else s.regel.id
    return Taak(
        s.zaak, s.wat, s.regel.vindplaats, s.regel.wie, s.berekening, s.opdracht, groep, sleutel, s.regel.brief, norm
    )


def _van_termijn(s: Termijnstand, peildatum: date, dagen: int) -> Taak:
    t = s.regel
    feit = t.na_afloop if t.na_afloop and s.status == "verstreken" else next(iter(t.voldaan_door), None)
    opdracht = ANKERS[feit].opdracht.format(zaak=s.zaak) if feit else f"klacht termijnen {s.zaak} --uitleg"
    groep = _groep(s.berekening, t.wie, peildatum, dagen, bindt=t.richting == "vooruit")
    return Taak(
        s.zaak, t.naam, t.vindplaats, t.wie, s.berekening, opdracht, groep, t.id, eigen_norm=t.soort == "streef"
    )


def _groep(b: Berekening | None, wie: str, peildatum: date, dagen: int, *, bindt: bool = True) -> Groep:
    if b is not None and bindt and peildatum > b.uiterlijk:
        return "te laat"
    if wie not in EIGEN:
        return "wacht op een ander"
    return "deze week" if b is None or b.veilig <= peildatum + timedelta(days=dagen) else "later"
