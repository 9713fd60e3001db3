"""The fold: events -> the state of a case. Everything that a screen, letter or sheet shows comes from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import msgspec

from klachtcli.recht.regeling import Bron
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Aanvulling, Klaagschrift, vul_aan

# The facts that tell how far a case is, latest first.
FASEN = (
    ("gesloten", "gesloten"),
    ("beslissing", "beslist"),
    ("ontvangst_advies", "wacht op beslissing"),
    ("advies", "advies uitgebracht"),
    ("niet_ontvankelijk", "niet-ontvankelijk verklaard"),
    ("ontvankelijk", "in onderzoek"),
    ("advies_niet_ontvankelijk", "wacht op besluit bevoegd gezag"),
    ("compleet", "compleet"),
    ("aanvulling_ontvangen", "aangevuld"),
    ("aanvulling_gevraagd", "wacht op aanvulling"),
    ("ontvangst", "ontvangen"),
)


class Zaak(msgspec.Struct):
    """The state of one case. `ankers` holds each fact that has a day; `gesteld` the days that somebody set.

    laatst_ontvangen: when the last papers of the klager came in; laatste_handeling: the day of the last act.
    """

    nummer: str
    klaagschrift: Klaagschrift
    regeling: Bron
    kalender: Bron
    ankers: dict[str, date]
    laatst_ontvangen: date
    laatste_handeling: date
    stukken: tuple[g.Stuk, ...] = ()
    toetsing: g.Getoetst | None = None
    gesteld: dict[str, date] = msgspec.field(default_factory=dict)
    verdagingen: dict[str, tuple[g.Verdaging, ...]] = msgspec.field(default_factory=dict)
    brieven: tuple[g.BriefGemaakt, ...] = ()
    aanvullingen: tuple[Aanvulling, ...] = ()

    @property
    def gesloten(self) -> bool:
        """Whether the file is closed."""
        return "gesloten" in self.ankers

    @property
    def fase(self) -> str:
        """How far the case is, in words."""
        return next(woord for anker, woord in FASEN if anker in self.ankers)


def vouw(nummer: str, reeks: Iterable[g.Gebeurtenis]) -> Zaak | None:
    """The state after a row of events of one case; None where no klaagschrift came in."""
    zaak: Zaak | None = None
    for gebeurtenis in reeks:
        if isinstance(gebeurtenis, g.KlaagschriftOntvangen):
            zaak = _open(nummer, gebeurtenis)
        elif zaak is not None:
            pas_toe(zaak, gebeurtenis)
    return zaak


def pas_toe(zaak: Zaak, gebeurtenis: g.Gebeurtenis) -> None:
    """Change the state by one event."""
    zaak.laatste_handeling = max(zaak.laatste_handeling, g.gebeurd_op(gebeurtenis))
    if gebeurtenis.anker:
        zaak.ankers[gebeurtenis.anker] = gebeurtenis.op  # type: ignore[union-attr]  # an anchor has a day
    if stap := _STAPPEN.get(type(gebeurtenis)):
        stap(zaak, gebeurtenis)


def _open(nummer: str, e: g.KlaagschriftOntvangen) -> Zaak:
    zaak = Zaak(nummer, e.klaagschrift, e.regeling, e.kalender, {"ontvangst": e.op}, e.op, e.op, e.stukken)
    _laatste_gedraging(zaak)
    return zaak


def _laatste_gedraging(zaak: Zaak) -> None:
    """The last day of conduct is a fact only where it is known to the day."""
    perioden = [p for p in (x.periode for x in zaak.klaagschrift.gedraging) if p is not None]
    laatste = max(perioden, key=lambda p: p.laatste, default=None)
    if laatste is not None and laatste.eerste == laatste.laatste:
        zaak.ankers["laatste_gedraging"] = laatste.laatste


def _aangevuld(zaak: Zaak, e: g.AanvullingOntvangen) -> None:
    zaak.klaagschrift = vul_aan(zaak.klaagschrift, e.aanvulling)
    zaak.stukken += e.stukken
    zaak.aanvullingen += (e.aanvulling,)
    zaak.laatst_ontvangen = max(zaak.laatst_ontvangen, e.op)
    _laatste_gedraging(zaak)


def _opnieuw_gevraagd(zaak: Zaak, e: g.AanvullingGevraagd) -> None:
    zaak.ankers.pop("aanvulling_ontvangen", None)


def _getoetst(zaak: Zaak, e: g.Getoetst) -> None:
    zaak.toetsing = e


def _hoorzitting(zaak: Zaak, e: g.HoorzittingGepland) -> None:
    _stel(zaak, "nadere_stukken", e.stukken_tot_en_met)


def _feiten(zaak: Zaak, e: g.FeitenoverzichtVerzonden) -> None:
    zaak.ankers.pop("feitenoverzicht_gesloten", None)
    _stel(zaak, "reactie_feitenoverzicht", e.reactie_tot_en_met)


def _verdaagd(termijn: str) -> Callable[[Zaak, Any], None]:
    def stap(zaak: Zaak, e: g.Verdaging) -> None:
        zaak.verdagingen[termijn] = (*zaak.verdagingen.get(termijn, ()), e)

    return stap


def _brief(zaak: Zaak, e: g.BriefGemaakt) -> None:
    zaak.brieven = (*zaak.brieven, e)


def _verzonden(zaak: Zaak, e: g.BriefVerzonden) -> None:
    if anker := g.BriefVerzonden.ANKERS.get(e.brief):
        zaak.ankers.setdefault(anker, e.op)


def _stel(zaak: Zaak, termijn: str, dag: date | None) -> None:
    """A day that was set replaces the one set before; none set means the rule's own length again."""
    zaak.gesteld.pop(termijn, None)
    if dag is not None:
        zaak.gesteld[termijn] = dag


_STAPPEN: dict[type, Callable[[Zaak, Any], None]] = {
    g.AanvullingGevraagd: _opnieuw_gevraagd,
    g.AanvullingOntvangen: _aangevuld,
    g.Getoetst: _getoetst,
    g.HoorzittingGepland: _hoorzitting,
    g.FeitenoverzichtVerzonden: _feiten,
    g.AdviesVerdaagd: _verdaagd("advies"),
    g.BeslissingVerdaagd: _verdaagd("beslissing"),
    g.BriefGemaakt: _brief,
    g.BriefVerzonden: _verzonden,
}
