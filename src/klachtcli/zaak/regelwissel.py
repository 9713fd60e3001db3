"""A case under other rules: which of its days would move, why, and which letters name the day as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from klachtcli.recht import verschil
from klachtcli.recht.datum import voluit
from klachtcli.recht.termijn import Berekening
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.plichten import Plichtstand, openstaand
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand
from klachtcli.zaak.zaak import Post, Zaak, te_verzenden


class Dagen(NamedTuple):
    """The last day, and the last one that is safe."""

    uiterlijk: date
    veilig: date


class Verschuiving(NamedTuple):
    """A term, or an open duty with a day of its own, that ends on another day; None: it is not there under those rules.

    stand: how the term now stands, in the word of `zaak.termijnstand`; waarom: in words, as the rules differ.
    """

    soort: str
    id: str
    wat: str
    vindplaats: str
    was: Dagen | None
    wordt: Dagen | None
    stand: str
    waarom: list[str]


class OudeBrief(NamedTuple):
    """A letter that names a day that moves: sent on a day, or made and still here."""

    post: Post
    dagen: list[date]


def verschuivingen(zaak: Zaak, oud: Rekenaar, nieuw: Rekenaar, peildatum: date) -> list[Verschuiving]:
    """Every day of a case that is another under the new rules, as the case now stands."""
    eerst, straks = ({s.regel.id: s for s in r.standen(zaak, peildatum)} for r in (oud, nieuw))
    uit = [v for id_ in {**eerst, **straks} if (v := _termijn(eerst.get(id_), straks.get(id_), oud, nieuw))]
    verschoven = {v.id for v in uit}
    was, wordt = ({(p.regel.id, p.aan or ""): p for p in openstaand(zaak, r, peildatum)} for r in (oud, nieuw))
    for sleutel in {**was, **wordt}:
        v = _plicht(was.get(sleutel), wordt.get(sleutel), oud, nieuw)
        regel = (wordt.get(sleutel) or was[sleutel]).regel
        if v and regel.termijn not in verschoven:  # it ends with that term
            uit.append(v)
    return uit


def _termijn(
    was: Termijnstand | None, wordt: Termijnstand | None, oud: Rekenaar, nieuw: Rekenaar
) -> Verschuiving | None:
    eerst, straks = _dagen(was.berekening if was else None), _dagen(wordt.berekening if wordt else None)
    stand = wordt or was
    if eerst == straks or stand is None:
        return None
    regel, berekeningen = stand.regel, [s.berekening for s in (was, wordt) if s]
    waarom = [*verschil.termijnen(oud.regeling, nieuw.regeling, regel.id), *_vrij(berekeningen, oud, nieuw)]
    return Verschuiving("termijn", regel.id, regel.naam, regel.vindplaats, eerst, straks, (was or stand).status, waarom)


def _plicht(was: Plichtstand | None, wordt: Plichtstand | None, oud: Rekenaar, nieuw: Rekenaar) -> Verschuiving | None:
    eerst, straks = _dagen(was.berekening if was else None), _dagen(wordt.berekening if wordt else None)
    stand = wordt or was
    if eerst == straks or stand is None:
        return None
    waarom = [*_vrij([s.berekening for s in (was, wordt) if s and s.berekening], oud, nieuw)]
    if not waarom:
        waarom = [f"plicht {stand.regel.id}: {'anders' if was and wordt else 'nieuw' if wordt else 'weg'}"]
    return Verschuiving(
        "plicht", stand.regel.id, stand.wat, stand.regel.vindplaats, eerst, straks, "open", waarom
    )  # fmt: skip


def _dagen(b: Berekening | None) -> Dagen | None:
    return Dagen(_dag(b.uiterlijk), _dag(b.veilig)) if b else None


def _dag(d: date) -> date:
    """A day; of a moment, its day: a term in hours ends at one."""
    return d.date() if isinstance(d, datetime) else d


def _vrij(berekeningen: list[Berekening], oud: Rekenaar, nieuw: Rekenaar) -> Iterator[str]:
    """The days free on one calendar alone that move these terms: those on the way only where the count itself moved."""
    grenzen = [_dag(d) for b in berekeningen for d in (b.nominaal, b.uiterlijk, b.veilig)]
    if len({b.nominaal for b in berekeningen}) > 1:
        grenzen += [_dag(b.vanaf) for b in berekeningen]
    if grenzen:
        yield from verschil.vrije_dagen(oud.kalender, nieuw.kalender, min(grenzen), max(grenzen))


def oude_brieven(zaak: Zaak, verschoven: Iterable[Verschuiving]) -> list[OudeBrief]:
    """The letters that went out, or still can, in which a last day stands as it was."""
    dagen = sorted({v.was.uiterlijk for v in verschoven if v.was and (not v.wordt or v.wordt[0] != v.was[0])})
    gemaakt = [(p, e) for p in zaak.post if isinstance(e := zaak.gebeurd[p.nr], g.BriefGemaakt)]
    uit = []
    for p, e in gemaakt:
        nog = te_verzenden([a for a in zaak.post if (a.brief, a.aan) == (p.brief, p.aan)])
        genoemd = [d for d in dagen if _noemt(e, d)]
        if genoemd and (p.verzonden_op or p in nog[-1:]):
            uit.append(OudeBrief(p, genoemd))
    return uit


def _noemt(e: g.BriefGemaakt, dag: date) -> bool:
    """Whether a letter names a day, other than as the day on which it was written."""
    tekst = "\n".join(str(w) for naam, w in e.gegevens.items() if naam != "datum")
    return re.search(rf"(?<!\d){voluit(dag)}(?!\d)", tekst) is not None
