"""What a figure is, and the choices over a case and a period that figures are counted with (`zaak.cijfers`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import msgspec

from klachtcli.recht.datum import Periode
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.zaak import Zaak

# vast: published exactly, whatever it is. los: counts that stand alone. verdeling: the rows add up to the base.
# meervoudig: each row is a part of the base, and a case may be in several.
Soort = Literal["vast", "los", "verdeling", "meervoudig"]
Eenheid = Literal["zaken", "dagen", "zittingen"]
Keuze = Callable[[Zaak, Periode], int]  # as a rule whether it belongs in a row; else how often


class Rij(msgspec.Struct, frozen=True):
    """One figure and the cases behind it. `waarde`: how many, or in the unit of `eenheid`; None: there is none.

    id: a count that occurs in two tables has the same id in both.
    """

    id: str
    titel: str
    waarde: float | None
    zaken: tuple[str, ...]
    eenheid: Eenheid = "zaken"


class Tabel(msgspec.Struct, frozen=True):
    """Figures that belong together. `basis`: what the rows are a part of; `maten`: measures over the base.

    intern: never published; alleen_maten: of what is published only the measures.
    """

    id: str
    titel: str
    soort: Soort
    rijen: tuple[Rij, ...]
    basis: Rij | None = None
    maten: tuple[Rij, ...] = ()
    intern: bool = False
    alleen_maten: bool = False


class Cijfers(msgspec.Struct, frozen=True):
    """The tables over a period, in the order in which they are shown."""

    periode: Periode
    tabellen: tuple[Tabel, ...]

    def tabel(self, naam: str) -> Tabel:
        """The table with this id. Raises KeyError."""
        return {t.id: t for t in self.tabellen}[naam]


# ---- who belongs in a row ----


def ontvangen(zaak: Zaak, p: Periode) -> bool:
    """Received in the period."""
    return valt_in(zaak.ankers["ontvangst"], p)


def afgesloten(zaak: Zaak, p: Periode) -> bool:
    """Closed in the period, and not reopened in it."""
    dag = gesloten_op(zaak, p.laatste)
    return dag is not None and valt_in(dag, p)


def open_aan_het_einde(zaak: Zaak, p: Periode) -> bool:
    """Received by the end of the period, in whatever year, and not closed then."""
    return zaak.ankers["ontvangst"] <= p.laatste and gesloten_op(zaak, p.laatste) is None


def gesloten_op(zaak: Zaak, peildatum: date) -> date | None:
    """The day on which a case was closed, as it stood on a day; None where it was open then."""
    e = laatste(zaak, Periode(date.min, peildatum), g.ZaakGesloten, g.ZaakHeropend)
    return e.op if isinstance(e, g.ZaakGesloten) else None


def gebeurde(*soorten: type[Any], mits: Callable[[Any], bool] = lambda e: True) -> Keuze:
    """Some event of these kinds in the period is as asked."""
    return lambda zaak, p: any(mits(e) for e in zaak.van(*soorten) if valt_in(e.op, p))


def hoe_vaak(soort: type[Any]) -> Keuze:
    """How many events of this kind there are in the period."""
    return lambda zaak, p: sum(valt_in(e.op, p) for e in zaak.van(soort))


def laatste_was(*soorten: type[Any], mits: Callable[[Any], bool]) -> Keuze:
    """The last event of these kinds in the period is as asked: so a case is in one row of a verdeling only."""
    return lambda zaak, p: (e := laatste(zaak, p, *soorten)) is not None and mits(e)


def allebei(een: Keuze, ander: Keuze) -> Keuze:
    """Both at once."""
    return lambda zaak, p: bool(een(zaak, p)) and bool(ander(zaak, p))


def niet(keuze: Keuze) -> Keuze:
    """The opposite."""
    return lambda zaak, p: not keuze(zaak, p)


def van_aard(categorie: str) -> Keuze:
    """Received in the period, and some of the conduct is of this category, as the klaagschrift now is."""
    return lambda zaak, p: ontvangen(zaak, p) and any(x.categorie == categorie for x in zaak.klaagschrift.gedraging)


def in_behandeling(zaak: Zaak, p: Periode) -> bool:
    """Open, as the case now is: for a case folded up to the last day of the period."""
    return not zaak.gesloten and zaak.ankers["ontvangst"] <= p.laatste


def in_fase(fase: str) -> Keuze:
    """Open, and this far, as the case now is."""
    return lambda zaak, p: in_behandeling(zaak, p) and zaak.fase == fase


def advies_van_aard(aard: str) -> Keuze:
    """Advised in the period, and the last advice in it is of this kind among others."""
    return laatste_was(g.AdviesUitgebracht, mits=lambda e: aard in e.advies.aard)


def wijkt_af(hoe: bool | None) -> Keuze:
    """Decided in the period, and the last decision in it departs from the advice, or not; None: that is not known."""
    return laatste_was(g.BeslissingGenomen, mits=lambda e: e.beslissing.wijkt_af is hoe)


def laatste(zaak: Zaak, p: Periode, *soorten: type[Any]) -> Any:
    """The last event of these kinds in a period: by its day, and within a day as recorded."""
    reeks = sorted((e for e in zaak.van(*soorten) if valt_in(e.op, p)), key=lambda e: e.op)
    return reeks[-1] if reeks else None


def valt_in(dag: date, p: Periode) -> bool:
    """Whether a day lies in a period."""
    return p.eerste <= dag <= p.laatste
