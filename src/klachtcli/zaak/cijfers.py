"""The figures over cases: for the annual report of art. 14, and for the sheet of the voorzitter.

A table is data: who belongs in which row stands in the lists of `Opzet` below, as a choice over a case and a period.
Every row carries the numbers of the cases behind it. What may be published of it, and how, is decided in
`zaak.onderdrukking`; a table that is `intern` is never published. There is no table by fractie or department, and
none that crosses two traits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple, get_args, get_type_hints

from klachtcli.recht.datum import MAANDEN, Periode
from klachtcli.recht.regeling import Termijn
from klachtcli.zaak import gebeurtenissen as g, telling as kies
from klachtcli.zaak.ankers import FASEN
from klachtcli.zaak.klaagschrift import Categorie
from klachtcli.zaak.telling import Cijfers, Keuze, Rij, Soort, Tabel
from klachtcli.zaak.termijnstand import Rekenaar, Termijnstand
from klachtcli.zaak.zaak import Zaak

Paar = tuple[Zaak, Sequence[Termijnstand]]
Reeks = Sequence[tuple[str, str, Periode]]


class Regel(NamedTuple):
    """A row to be counted: which cases belong in it."""

    id: str
    titel: str
    keuze: Keuze


class Opzet(NamedTuple):
    """A table to be counted."""

    id: str
    titel: str
    soort: Soort
    regels: tuple[Regel, ...]
    basis: Regel | None = None
    intern: bool = False


def jaarcijfers(paren: Iterable[Paar], periode: Periode, rekenaars: Sequence[Rekenaar]) -> Cijfers:
    """The figures of art. 14 over a year (`heel_jaar`), or a part of one. `rekenaars`: which terms get a table."""
    stapel = list(paren)
    zaken = [zaak for zaak, _ in stapel]
    return Cijfers(
        periode,
        (
            *(_tel(o, zaken, periode) for o in JAARTABELLEN),
            _zittingen(zaken, periode),
            *doorlooptijden(stapel, periode, rekenaars),
        ),
    )


def werkcijfers(paren: Iterable[Paar], peildatum: date, rekenaars: Sequence[Rekenaar], *, maanden: int = 24) -> Cijfers:
    """The figures of the voorzitter's sheet, on a day: the last months, and what is open by how far it is."""
    stapel = list(paren)
    zaken = [zaak for zaak, _ in stapel]
    reeks = _maanden(peildatum, maanden)
    periode = Periode(reeks[0][2].eerste, peildatum)
    return Cijfers(
        periode,
        (
            _tel_reeks("ontvangen_per_maand", "Ontvangen per maand", reeks, kies.ontvangen, zaken),
            _tel_reeks("afgesloten_per_maand", "Afgesloten per maand", reeks, kies.afgesloten, zaken),
            *(_tel(o, zaken, periode) for o in WERKTABELLEN),
            *doorlooptijden(stapel, periode, rekenaars),
        ),
    )


def heel_jaar(jaar: int) -> Periode:
    """A calendar year."""
    return Periode(date(jaar, 1, 1), date(jaar, 12, 31))


def jaren_tot(periode: Periode, eerste: int, terug: int) -> list[Periode]:
    """The years before, as many as asked but none before the first that anything is known of, and this period."""
    dit = periode.laatste.year
    return [*(heel_jaar(jaar) for jaar in range(max(dit - terug, eerste), dit)), periode]


# ---- the tables ----

CATEGORIEEN: tuple[str, ...] = get_args(Categorie)
AARD: tuple[str, ...] = get_args(get_args(get_type_hints(g.Advies)["aard"])[0])
_FASEN = tuple(woord for anker, woord in reversed(FASEN) if anker != "gesloten")
_OVER_ONTVANKELIJKHEID = (g.OntvankelijkBevonden, g.NietOntvankelijkGeadviseerd)

ONTVANGEN = Regel("ontvangen", "ontvangen klachten", kies.ontvangen)
ADVIES = Regel("advies", "advies uitgebracht", kies.gebeurde(g.AdviesUitgebracht))
MET_ZITTING = Regel("gehoord", "zaken met een hoorzitting", kies.gebeurde(g.HoorzittingGehouden))

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
    Opzet("horen", "Hoorzittingen", "los", (MET_ZITTING,)),
    Opzet("onvolledig", "Wat voor deze cijfers ontbreekt", "los", (
        Regel("zonder_categorie", "klachten zonder categorie",
              kies.allebei(kies.ontvangen, lambda zaak, p: not any(x.categorie for x in zaak.klaagschrift.gedraging))),
        Regel("advies_zonder_aard", "adviezen zonder aard",
              kies.laatste_was(g.AdviesUitgebracht, mits=lambda e: not e.advies.aard)),
        Regel("beslissing_onbekend", "beslissingen waarvan niet vastligt of zij het advies volgen",
              kies.wijkt_af(None)),
    ), intern=True),
)  # fmt: skip

WERKTABELLEN = (
    Opzet("fase", "Open zaken, naar fase", "verdeling",
          tuple(Regel(f"fase: {woord}", woord, kies.in_fase(woord)) for woord in _FASEN),
          Regel("open_zaken", "open zaken", kies.in_behandeling), intern=True),
)  # fmt: skip


# ---- counting ----


def _tel(o: Opzet, zaken: Sequence[Zaak], p: Periode) -> Tabel:
    basis = o.basis and _rij(o.basis, zaken, p)
    return Tabel(o.id, o.titel, o.soort, tuple(_rij(r, zaken, p) for r in o.regels), basis, intern=o.intern)


def _rij(r: Regel, zaken: Sequence[Zaak], p: Periode) -> Rij:
    return _aantal(r.id, r.titel, (zaak.nummer for zaak in zaken if r.keuze(zaak, p)))


def _tel_reeks(naam: str, titel: str, reeks: Reeks, keuze: Keuze, zaken: Sequence[Zaak]) -> Tabel:
    rijen = (_rij(Regel(f"{naam}: {sleutel}", woord, keuze), zaken, p) for sleutel, woord, p in reeks)
    return Tabel(naam, titel, "los", tuple(rijen), intern=True)


def _maanden(peildatum: date, aantal: int) -> Reeks:
    """The last months, up to a day in the last of them."""
    uit: list[tuple[str, str, Periode]] = []
    laatste = peildatum
    for _ in range(aantal):
        eerste = laatste.replace(day=1)
        uit.append((f"{eerste:%Y-%m}", f"{MAANDEN[eerste.month - 1]} {eerste.year}", Periode(eerste, laatste)))
        laatste = eerste - timedelta(days=1)
    return uit[::-1]


def _zittingen(zaken: Sequence[Zaak], p: Periode) -> Tabel:
    """Hearings, of which a case may have several: beside the number of cases, the rest would be too small to tell."""
    aantal = sum(kies.valt_in(e.op, p) for zaak in zaken for e in zaak.van(g.HoorzittingGehouden))
    wie = _rij(MET_ZITTING, zaken, p).zaken
    rij = Rij("zittingen", "gehouden hoorzittingen", aantal, wie, "zittingen")
    return Tabel("zittingen", "Hoorzittingen, ook als een zaak er meer had", "los", (rij,), intern=True)


def doorlooptijden(paren: Sequence[Paar], p: Periode, rekenaars: Sequence[Rekenaar]) -> Iterator[Tabel]:
    """For every forward term that was met in the period: in how many days, and whether within the term.

    The terms come from the regulations and not from the cases: that a term has a table says nothing.
    """
    termijnen = {(t.id, r.lengte(t)): t for r in rekenaars for t in r.regeling.termijn if _doorloopt(t)}
    voldaan = [s for _, standen in paren for s in standen if s.voldaan_op and kies.valt_in(s.voldaan_op, p)]
    for (naam, lengte), t in termijnen.items():
        deze = [s for s in voldaan if s.regel.id == naam and s.rekenregel and s.rekenregel.duur == lengte]
        titel = f"{t.naam[:1].upper()}{t.naam[1:]} ({lengte.woorden()})"
        yield _doorlooptijd(f"{naam} ({lengte})", titel, deze)


def _doorloopt(t: Termijn) -> bool:
    return t.richting == "vooruit" and bool(t.voldaan_door)


def _doorlooptijd(naam: str, titel: str, standen: Sequence[Termijnstand]) -> Tabel:
    binnen = [s.zaak for s in standen if s.voldaan_op and s.voldaan_op <= s.berekening.uiterlijk]
    alle = tuple(sorted(s.zaak for s in standen))
    dagen = [(s.voldaan_op - s.berekening.vanaf).days for s in standen if s.voldaan_op]
    rijen = (
        _aantal(f"binnen: {naam}", "binnen de termijn", binnen),
        _aantal(f"na: {naam}", "na de termijn", set(alle) - set(binnen)),
    )
    maten = (
        Rij("mediaan", "mediaan", median(dagen) if dagen else None, alle, "dagen"),
        Rij("langste", "langste", max(dagen, default=None), alle, "dagen"),
    )
    return Tabel(f"termijn: {naam}", titel, "verdeling", rijen, _aantal(f"voldaan: {naam}", "zaken", alle), maten)


def _aantal(naam: str, titel: str, zaken: Iterable[str]) -> Rij:
    wie = tuple(sorted(zaken))
    return Rij(naam, titel, len(wie), wie)
