"""The fold: events -> the state of a case. Everything that a screen, letter or sheet shows comes from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

import msgspec

from klachtcli.recht.regeling import Bron
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.ankers import BRIEFFEITEN, FASEN
from klachtcli.zaak.klaagschrift import Aanvulling, Klaagschrift, met_contact, vul_aan
from klachtcli.zaak.partijen import KLAGER, met_rollen, nummer_van, partijen, rol_van
from klachtcli.zaak.zittingen import ZITTINGSTAPPEN, Zitting, Zittingsgebeurtenis, laatst_gepland, verwerk

E = TypeVar("E", bound=msgspec.Struct)


class Post(NamedTuple):
    """A letter to one person: when it was made, and when it went out. `nr`: at which event of the case it was made."""

    brief: str
    aan: g.Ontvanger
    nr: int
    op: date
    bestand: str = ""
    verzonden_op: date | None = None


class Zaak(msgspec.Struct):
    """The state of one case. `ankers` holds each fact that has a day; `gesteld` the days that somebody set.

    laatst_ontvangen: when the last papers of the klager came in. `sinds` says at which event, counted from the first,
    a fact last came about: the order within a day.
    """

    nummer: str
    klaagschrift: Klaagschrift
    regeling: Bron
    kalender: Bron
    ankers: dict[str, date]
    laatst_ontvangen: date
    stukken: tuple[g.Stuk, ...] = ()
    toetsing: g.Getoetst | None = None
    gesteld: dict[str, date] = msgspec.field(default_factory=dict)
    verdagingen: dict[str, tuple[g.Verdaging, ...]] = msgspec.field(default_factory=dict)
    post: tuple[Post, ...] = ()
    aanvullingen: tuple[Aanvulling, ...] = ()
    zittingen: tuple[Zitting, ...] = ()
    gebeurd: list[g.Gebeurtenis] = msgspec.field(default_factory=list)
    sinds: dict[str, int] = msgspec.field(default_factory=dict)

    @property
    def teller(self) -> int:
        """Which event came last, counted from the first, which is 0."""
        return len(self.gebeurd) - 1

    @property
    def laatste_handeling(self) -> date:
        """The day of the last act."""
        return max(map(g.gebeurd_op, self.gebeurd))

    @property
    def gesloten(self) -> bool:
        """Whether the file is closed."""
        return "gesloten" in self.ankers

    @property
    def fase(self) -> str:
        """How far the case is, in words."""
        return next(woord for anker, woord in FASEN if anker in self.ankers)

    def van(self, *soorten: type[E]) -> tuple[E, ...]:
        """The events of these kinds, in order."""
        return tuple([e for e in self.gebeurd if isinstance(e, soorten)])

    def laatste(self, soort: type[E]) -> E | None:
        """The last event of a kind."""
        return next(reversed(self.van(soort)), None)


def vouw(nummer: str, reeks: Iterable[g.Gebeurtenis]) -> Zaak | None:
    """The state after a row of events of one case (already corrected); None where no klaagschrift came in."""
    zaak: Zaak | None = None
    for gebeurtenis in reeks:
        if isinstance(gebeurtenis, g.KlaagschriftOntvangen):
            zaak = _open(nummer, gebeurtenis)
        elif zaak is not None:
            pas_toe(zaak, gebeurtenis)
    return zaak


def pas_toe(zaak: Zaak, gebeurtenis: g.Gebeurtenis) -> None:
    """Change the state by one event."""
    zaak.gebeurd.append(gebeurtenis)
    for anker in gebeurtenis.heft_op:
        # What happened later stands; a toets looked at what was there when it was recorded, whatever day that was of.
        if anker in zaak.ankers and (anker == "getoetst" or zaak.ankers[anker] <= g.gebeurd_op(gebeurtenis)):
            del zaak.ankers[anker]
    if anker := gebeurtenis.anker:
        _feit(zaak, anker, gebeurtenis.op)  # type: ignore[union-attr]  # an anchor has a day
    if stap := STAPPEN.get(type(gebeurtenis)):
        stap(zaak, gebeurtenis)


def _feit(zaak: Zaak, anker: str, op: date) -> None:
    zaak.ankers[anker] = op
    zaak.sinds[anker] = len(zaak.gebeurd) - 1


def _open(nummer: str, e: g.KlaagschriftOntvangen) -> Zaak:
    zaak = Zaak(nummer, e.klaagschrift, e.regeling, e.kalender, {"ontvangst": e.op}, e.op, e.stukken)
    zaak.gebeurd.append(e)
    _laatste_gedraging(zaak)
    return zaak


def _laatste_gedraging(zaak: Zaak) -> None:
    """The last day of conduct is a fact only where it is known to the day."""
    perioden = [p for x in zaak.klaagschrift.gedraging if (p := x.periode) is not None]
    laatste = max([p.laatste for p in perioden], default=date.max)
    zaak.ankers.pop("laatste_gedraging", None)
    if laatste in [p.eerste for p in perioden]:
        zaak.ankers["laatste_gedraging"] = laatste


def _aangevuld(zaak: Zaak, e: g.AanvullingOntvangen) -> None:
    zaak.klaagschrift = vul_aan(zaak.klaagschrift, e.aanvulling)
    zaak.stukken += e.stukken
    zaak.aanvullingen += (e.aanvulling,)
    zaak.laatst_ontvangen = max(zaak.laatst_ontvangen, e.op)
    _laatste_gedraging(zaak)


def _contact(zaak: Zaak, e: g.ContactVermeld) -> None:
    if rol_van(e.van) == "genodigde":  # looked up where the people invited are (`zaak.plichten`)
        return
    zaak.klaagschrift = met_contact(zaak.klaagschrift, 0 if e.van == KLAGER else nummer_van(e.van), e.contact)


def _getoetst(zaak: Zaak, e: g.Getoetst) -> None:
    zaak.toetsing = e


def _andere_regels(zaak: Zaak, e: g.RegelsInGebruikGenomen) -> None:
    zaak.regeling, zaak.kalender = e.regeling, e.kalender


def _zitting(zaak: Zaak, e: Zittingsgebeurtenis) -> None:
    """What is planned last decides until when papers may come in; with nothing planned any more no term runs for it."""
    zaak.zittingen = verwerk(zaak.zittingen, e, partijen(zaak.klaagschrift), zaak.teller)
    if isinstance(e, g.PLANT):
        _stel(zaak, "nadere_stukken", e.stukken_tot_en_met)
    elif isinstance(e, g.HoorzittingGeannuleerd):
        laatste = laatst_gepland(zaak.zittingen, zaak.gebeurd)
        zaak.ankers.pop("hoorzitting", None)
        if laatste is not None:
            zaak.ankers["hoorzitting"] = laatste.dag
            _stel(zaak, "nadere_stukken", laatste.stukken_tot_en_met)


def _feiten(zaak: Zaak, e: g.FeitenoverzichtVerzonden) -> None:
    _stel(zaak, "reactie_feitenoverzicht", e.reactie_tot_en_met)


def _verdaagd(termijn: str) -> Callable[[Zaak, Any], None]:
    def stap(zaak: Zaak, e: g.Verdaging) -> None:
        zaak.verdagingen[termijn] = (*zaak.verdagingen.get(termijn, ()), e)

    return stap


def _brief(zaak: Zaak, e: g.BriefGemaakt) -> None:
    zaak.post += (Post(e.brief, e.aan, zaak.teller, e.op, e.bestand),)


def _verzonden(zaak: Zaak, e: g.BriefVerzonden) -> None:
    """The last letter of the kind to this person that was there by then went out; one not made here is new."""
    klaar = [p for p in zaak.post if (p.brief, p.aan) == (e.brief, e.aan)]
    passend = [p for p in te_verzenden(klaar) or klaar if p.op <= e.op]
    nr = zaak.post.index(passend[-1]) if passend else None
    if nr is None or e.eigen:
        zaak.post += (Post(e.brief, e.aan, zaak.teller, e.op, verzonden_op=e.op),)
    else:
        zaak.post = (*zaak.post[:nr], zaak.post[nr]._replace(verzonden_op=e.op), *zaak.post[nr + 1 :])
    if e.brief in BRIEFFEITEN:
        _brieffeit(zaak, e)


def te_verzenden(klaar: Sequence[Post]) -> list[Post]:
    """The letters of one kind that can still go out: not those of which a later one to the same person went."""
    laatste = {p.aan: p.nr for p in klaar if p.verzonden_op}
    return [p for p in klaar if not p.verzonden_op and p.nr > laatste.get(p.aan, -1)]


def _brieffeit(zaak: Zaak, e: g.BriefVerzonden) -> None:
    """The fact that a letter makes once all who should have it do: from when the last of them had it first."""
    feit, rol = BRIEFFEITEN[e.brief]
    if feit in zaak.ankers:
        return
    gehad: dict[str, date] = {}
    for v in zaak.van(g.BriefVerzonden):
        if v.brief == e.brief:
            gehad[v.aan] = min(v.op, gehad.get(v.aan, v.op))
    allen = met_rollen((rol,), zaak.klaagschrift)
    if gehad.keys() >= set(allen):
        _feit(zaak, feit, max((gehad[wie] for wie in allen), default=e.op))


def _stel(zaak: Zaak, termijn: str, dag: date | None) -> None:
    """A day that was set replaces the one set before; none set means the rule's own length again."""
    zaak.gesteld.pop(termijn, None)
    if dag is not None:
        zaak.gesteld[termijn] = dag


# What more an event changes in the state than the fact that it makes so.
STAPPEN: dict[type, Callable[[Zaak, Any], None]] = {
    g.AanvullingOntvangen: _aangevuld,
    g.ContactVermeld: _contact,
    g.Getoetst: _getoetst,
    g.RegelsInGebruikGenomen: _andere_regels,
    **dict.fromkeys(ZITTINGSTAPPEN, _zitting),
    g.FeitenoverzichtVerzonden: _feiten,
    g.AdviesVerdaagd: _verdaagd("advies"),
    g.BeslissingVerdaagd: _verdaagd("beslissing"),
    g.BriefGemaakt: _brief,
    g.BriefVerzonden: _verzonden,
}
