"""The figures over cases: for the annual report of art. 14, and for the sheet of the voorzitter.

A table is data: who belongs in which row stands in the lists of `Opzet` below, as a choice over a case and a period.
Every row carries the numbers of the cases behind it. What may be published of it, and how, is decided in
`zaak.onderdrukking`; a table that is `intern` is never published. There is no table by fractie or department, and
none that crosses two traits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple, get_args, get_type_hints

import msgspec

from klachtcli.recht.datum import MAANDEN, Periode
from klachtcli.recht.duur import Duur
from klachtcli.recht.regeling import Termijn
from klachtcli.zaak import gebeurtenissen as g, telling as kies
from klachtcli.zaak.ankers import FASEN
from klachtcli.zaak.klaagschrift import Categorie
from klachtcli.zaak.telling import Cijfers, Eenheid, Keuze, Rij, Soort, Tabel
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand
from klachtcli.zaak.zaak import Zaak

Paar = tuple[Zaak, Sequence[Termijnstand]]
Rekenaars = Callable[[], Sequence[Rekenaar]]
Reeks = Sequence[tuple[str, str, Periode]]


class Regel(NamedTuple):
    """A row to be counted: which cases belong in it, or how often each does."""

    id: str
    titel: str
    keuze: Keuze
    eenheid: Eenheid = "zaken"


class Opzet(NamedTuple):
    """A table to be counted."""

    id: str
    titel: str
    soort: Soort
    regels: tuple[Regel, ...]
    basis: Regel | None = None
    intern: bool = False


class Voldaan(NamedTuple):
    """A term that was met in the period: which, in which case, in how many days, and whether within it."""

    termijn: str
    zaak: str
    dagen: int
    binnen: bool


class Geteld(NamedTuple):
    """What is kept of the cases while they go by: for each row the numbers, and the terms that were met."""

    zaken: dict[str, list[str]]
    voldaan: list[Voldaan]


def jaarcijfers(paren: Iterable[Paar], periode: Periode, rekenaars: Rekenaars) -> Cijfers:
    """The figures of art. 14 over a year (`heel_jaar`), or a part of one. `rekenaars`: which terms get a table.

    The cases are walked once, and none is held: there may be many. `rekenaars` is asked for after that.
    """
    delen = [(r, periode) for o in JAARTABELLEN for r in _regels(o)]
    geteld = _tel(paren, periode, delen)
    tabellen = (_tabel(o, geteld) for o in JAARTABELLEN)
    return Cijfers(periode, (*tabellen, *_doorlooptijden(geteld.voldaan, rekenaars())))


def werkcijfers(paren: Iterable[Paar], peildatum: date, rekenaars: Rekenaars, *, maanden: int = 24) -> Cijfers:
    """The figures of the voorzitter's sheet, on a day: the last months, and what is open by how far it is.

    The cases are walked once, as in `jaarcijfers`.
    """
    reeks = _maanden(peildatum, maanden)
    periode = Periode(reeks[0][2].eerste, peildatum)
    per_maand = [
        (Opzet(f"{naam}_per_maand", f"{naam.capitalize()} per maand", "los",
               tuple(Regel(f"{naam}_per_maand: {sleutel}", woord, keuze) for sleutel, woord, _ in reeks), intern=True))
        for naam, keuze in (("ontvangen", kies.ontvangen), ("afgesloten", kies.afgesloten))
    ]  # fmt: skip
    delen = [(r, p) for o in per_maand for r, (_, _, p) in zip(o.regels, reeks, strict=True)]
    delen += [(r, periode) for o in WERKTABELLEN for r in _regels(o)]
    geteld = _tel(paren, periode, delen)
    tabellen = (_tabel(o, geteld) for o in (*per_maand, *WERKTABELLEN))
    return Cijfers(periode, (*tabellen, *_doorlooptijden(geteld.voldaan, rekenaars())))


def heel_jaar(jaar: int) -> Periode:
    """A calendar year."""
    return Periode(date(jaar, 1, 1), date(jaar, 12, 31))


# ---- the tables ----

CATEGORIEEN: tuple[str, ...] = get_args(Categorie)
AARD: tuple[str, ...] = get_args(get_args(get_type_hints(g.Advies)["aard"])[0])
_FASEN = tuple(woord for anker, woord in reversed(FASEN) if anker != "gesloten")
_OVER_ONTVANKELIJKHEID = (g.OntvankelijkBevonden, g.NietOntvankelijkGeadviseerd)

ONTVANGEN = Regel("ontvangen", "ontvangen klachten", kies.ontvangen)
ADVIES = Regel("advies", "advies uitgebracht", kies.gebeurde(g.AdviesUitgebracht))

# `werkvoorraad` stays inside: with what came in and what was closed in every year, what is open follows, however few.
# `stand` tells of the klachten of this year only. Where two counts of one table would differ by a few cases of some
# kind, that kind is a row of a verdeling, so that the difference is protected too.
JAARTABELLEN = (
    Opzet("ontvangen", "Ontvangen klachten", "vast", (ONTVANGEN,)),
    Opzet("stand", "Van de ontvangen klachten, aan het einde van de periode", "verdeling", (
        Regel("ontvangen_en_afgesloten", "afgesloten",
              kies.allebei(kies.ontvangen, kies.niet(kies.open_aan_het_einde))),
        Regel("ontvangen_en_open", "in behandeling", kies.allebei(kies.ontvangen, kies.open_aan_het_einde)),
    ), ONTVANGEN),
    Opzet("werkvoorraad", "Alle zaken, ook van eerdere jaren", "los", (
        Regel("afgesloten", "afgesloten in de periode", kies.afgesloten),
        Regel("open", "open aan het einde van de periode", kies.open_aan_het_einde),
    ), intern=True),
    Opzet("aard", "Aard van de klachten", "meervoudig",
          tuple(Regel(f"aard: {c}", c, kies.van_aard(c)) for c in CATEGORIEEN), ONTVANGEN),
    Opzet("ontvankelijkheid", "Ontvankelijkheid", "verdeling", (
        Regel("ontvankelijk", "ontvankelijk bevonden",
              kies.laatste_was(*_OVER_ONTVANKELIJKHEID, mits=lambda e: isinstance(e, g.OntvankelijkBevonden))),
        Regel("advies_niet_ontvankelijk", "niet-ontvankelijk geadviseerd",
              kies.laatste_was(*_OVER_ONTVANKELIJKHEID, mits=lambda e: isinstance(e, g.NietOntvankelijkGeadviseerd))),
    ), Regel("ontvankelijkheid", "over de ontvankelijkheid beslist of geadviseerd",
             kies.gebeurde(*_OVER_ONTVANKELIJKHEID))),
    Opzet("uitkomst", "Uitkomsten", "los", (
        ADVIES,
        Regel("niet_ontvankelijk", "niet-ontvankelijk verklaard", kies.gebeurde(g.NietOntvankelijkVerklaard)),
        Regel("ingetrokken", "ingetrokken", kies.gebeurde(g.KlachtIngetrokken)),
    )),
    Opzet("aard_advies", "Aard van de adviezen", "meervoudig",
          tuple(Regel(f"advies: {a}", a, kies.advies_van_aard(a)) for a in AARD), ADVIES),
    Opzet("beslissing", "Beslissingen op een advies", "verdeling", (
        Regel("volgt", "volgt het advies", kies.wijkt_af(False)),
        Regel("wijkt_af", "wijkt af van het advies", kies.wijkt_af(True)),
    ), Regel("beslissing", "beslissingen waarvan vastligt of zij het advies volgen",
             kies.laatste_was(g.BeslissingGenomen, mits=lambda e: e.beslissing.wijkt_af is not None))),
    Opzet("verdaging", "Zaken waarin is verdaagd", "los", (
        Regel("advies_verdaagd", "het advies", kies.gebeurde(g.AdviesVerdaagd)),
        Regel("beslissing_verdaagd", "de beslissing", kies.gebeurde(g.BeslissingVerdaagd)),
    )),
    Opzet("bemiddeling", "Bemiddeling", "los", (
        Regel("bemiddeling_voorgesteld", "voorgesteld", kies.gebeurde(g.BemiddelingVoorgesteld)),
    )),
    Opzet("bemiddeling_einde", "Hoe de bemiddeling eindigde", "verdeling", (
        Regel("bemiddeling_opgelost", "met een oplossing",
              kies.laatste_was(g.BemiddelingBeeindigd, mits=lambda e: e.oplossing)),
        Regel("bemiddeling_mislukt", "zonder oplossing",
              kies.laatste_was(g.BemiddelingBeeindigd, mits=lambda e: not e.oplossing)),
    ), Regel("bemiddeling_beeindigd", "beëindigde bemiddelingen", kies.gebeurde(g.BemiddelingBeeindigd))),
    Opzet("horen", "Hoorzittingen", "los", (
        Regel("gehoord", "zaken met een hoorzitting", kies.gebeurde(g.HoorzittingGehouden)),
    )),
    Opzet("onvolledig", "Wat voor deze cijfers ontbreekt", "los", (
        Regel("zonder_categorie", "klachten zonder categorie",
              kies.allebei(kies.ontvangen, lambda zaak, p: not any(x.categorie for x in zaak.klaagschrift.gedraging))),
        Regel("advies_zonder_aard", "adviezen zonder aard",
              kies.laatste_was(g.AdviesUitgebracht, mits=lambda e: not e.advies.aard)),
        Regel("beslissing_onbekend", "beslissingen waarvan niet vastligt of zij het advies volgen",
              kies.wijkt_af(None)),
    ), intern=True),
    # of which a case may have several: beside the number of cases, the rest would be too small to tell
    Opzet("zittingen", "Hoorzittingen, ook als een zaak er meer had", "los", (
        Regel("zittingen", "gehouden hoorzittingen", kies.hoe_vaak(g.HoorzittingGehouden), "zittingen"),
    ), intern=True),
)  # fmt: skip

WERKTABELLEN = (
    Opzet("fase", "Open zaken, naar fase", "verdeling",
          tuple(Regel(f"fase: {woord}", woord, kies.in_fase(woord)) for woord in _FASEN),
          Regel("open_zaken", "open zaken", kies.in_behandeling), intern=True),
)  # fmt: skip


# ---- counting ----


def _regels(o: Opzet) -> tuple[Regel, ...]:
    return (*o.regels, *filter(None, [o.basis]))


def _tel(paren: Iterable[Paar], p: Periode, delen: Sequence[tuple[Regel, Periode]]) -> Geteld:
    """Walk the cases once. A row that occurs twice is counted once."""
    keuzes = {r.id: (r.keuze, deel) for r, deel in delen}
    geteld = Geteld({naam: [] for naam in keuzes}, [])
    for zaak, standen in paren:
        for naam, (keuze, deel) in keuzes.items():
            geteld.zaken[naam].extend([zaak.nummer] * keuze(zaak, deel))
        geteld.voldaan.extend(_voldaan(standen, p))
    return geteld


def _tabel(o: Opzet, geteld: Geteld) -> Tabel:
    basis = o.basis and _rij(o.basis, geteld.zaken[o.basis.id])
    rijen = tuple(_rij(r, geteld.zaken[r.id]) for r in o.regels)
    return Tabel(o.id, o.titel, o.soort, rijen, basis, intern=o.intern)


def _rij(r: Regel, zaken: Sequence[str]) -> Rij:
    return Rij(r.id, r.titel, len(zaken), tuple(sorted(set(zaken))), r.eenheid)


def _maanden(peildatum: date, aantal: int) -> Reeks:
    """The last months, up to a day in the last of them."""
    uit: list[tuple[str, str, Periode]] = []
    laatste = peildatum
    for _ in range(aantal):
        eerste = laatste.replace(day=1)
        uit.append((f"{eerste:%Y-%m}", f"{MAANDEN[eerste.month - 1]} {eerste.year}", Periode(eerste, laatste)))
        laatste = eerste - timedelta(days=1)
    return uit[::-1]


def _voldaan(standen: Sequence[Termijnstand], p: Periode) -> Iterator[Voldaan]:
    for s in standen:
        if s.voldaan_op and kies.valt_in(s.voldaan_op, p):
            dagen, binnen = (s.voldaan_op - s.berekening.vanaf).days, s.voldaan_op <= s.berekening.uiterlijk
            yield Voldaan(s.regel.id, s.zaak, dagen, binnen)


def _doorlooptijden(voldaan: Sequence[Voldaan], rekenaars: Sequence[Rekenaar]) -> Iterator[Tabel]:
    """For every forward term that was met in the period: in how many days, and whether within the term.

    A term whose length changed has one table: of two, the parts of one count would stand apart.
    """
    soorten: dict[str, list[tuple[Termijn, Duur]]] = {}
    for r in rekenaars:
        for t in filter(_doorloopt, r.regeling.termijn):
            soorten.setdefault(t.id, []).append((t, r.lengte(t)))
    for naam, versies in soorten.items():
        t = versies[0][0]
        lengtes = " of ".join(dict.fromkeys(lengte.woorden() for _, lengte in versies))
        titel = f"{t.naam[:1].upper()}{t.naam[1:]} ({lengtes})"
        tabel = _doorlooptijd(naam, titel, [v for v in voldaan if v.termijn == naam])
        # met by this or by that: how many, beside a count of this, would tell how many by that
        yield msgspec.structs.replace(tabel, alleen_maten=any(len(x.voldaan_door) > 1 for x, _ in versies))


def _doorloopt(t: Termijn) -> bool:
    return t.richting == "vooruit" and bool(t.voldaan_door)


def _doorlooptijd(naam: str, titel: str, voldaan: Sequence[Voldaan]) -> Tabel:
    alle = tuple(sorted(v.zaak for v in voldaan))
    binnen = tuple(sorted(v.zaak for v in voldaan if v.binnen))
    erna = tuple(sorted(set(alle) - set(binnen)))
    dagen = [v.dagen for v in voldaan]
    rijen = (
        Rij(f"binnen: {naam}", "binnen de termijn", len(binnen), binnen),
        Rij(f"na: {naam}", "na de termijn", len(erna), erna),
    )
    maten = (
        Rij("mediaan", "mediaan", median(dagen) if dagen else None, alle, "dagen"),
        Rij("langste", "langste", max(dagen, default=None), alle, "dagen"),
    )
    basis = Rij(f"voldaan: {naam}", "zaken", len(alle), alle)
    return Tabel(f"termijn: {naam}", titel, "verdeling", rijen, basis, maten)
