"""Signals: three or more complaints in two years about one person, or about one onderdeel. All people are fictional."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings, strategies as st

from klachtcli.recht.duur import Duur, lees_duur
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Klaagschrift, Persoon
from klachtcli.zaak.signalen import (
    Bespreking,
    Drempel,
    Klacht,
    Signaal,
    bespreek,
    besprekingen,
    gelijkenissen,
    signalen,
)
from klachtcli.zaak.zaak import Zaak, pas_toe

Dossier = Callable[..., Zaak]
DREMPEL = Drempel()
DRIE = (
    "K2026-001 2026-01-05 R. Dekker",
    "K2026-002 2026-02-05 P. de Wit + R. Dekker",
    "K2026-003 2026-03-05 R. Dekker",
)


def klacht(regel: str) -> Klacht:
    """A complaint as `K2026-001 2026-04-24 R. Dekker @ Griffie + P. de Wit`: onderdeel after @, more people after +."""
    nummer, dag, *rest = regel.split(maxsplit=2)
    mensen = []
    for deel in rest[0].split(" + ") if rest else ():
        naam, _, onderdeel = deel.partition("@")
        mensen.append(Persoon(naam=naam.strip() or None, onderdeel=onderdeel.strip() or None))
    return nummer, Klaagschrift(dag, aangeklaagde=tuple(mensen))


def kort(gevonden: list[Signaal]) -> list[str]:
    """`P-K2026-001 R. Dekker: 1 2 3`: what each signal is called, its name, and the last digits of its cases."""
    return [f"{s.id} {' / '.join(s.namen)}: {' '.join(str(int(z[6:])) for z in s.zaken)}" for s in gevonden]


class Geval(NamedTuple):
    """Complaints, the signals that there are, and why."""

    naam: str
    klachten: tuple[str, ...]
    signalen: tuple[str, ...] = ()
    waarom: str = ""
    drempel: Drempel = DREMPEL


GEVALLEN = [
    # hoeveel
    Geval("geen klacht", ()),
    Geval("twee is te weinig", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-02-05 R. Dekker")),
    Geval("drie is genoeg", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-02-05 R. Dekker",
          "K2026-003 2026-03-05 R. Dekker"), ("P-K2026-001 R. Dekker: 1 2 3",), "drie of meer"),
    Geval("wie er niet bij hoort, telt niet", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-02-05 P. de Wit",
          "K2026-003 2026-03-05 R. Dekker", "K2026-004 2026-03-06 R. Dekker"), ("P-K2026-001 R. Dekker: 1 3 4",)),
    Geval("de commissie koos twee", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-02-05 R. Dekker"),
          ("P-K2026-001 R. Dekker: 1 2",), "de drempel is een instelling", Drempel(aantal=2)),
    Geval("dezelfde zaak telt eenmaal",
          ("K2026-001 2026-01-05 R. Dekker + R. Dekker", "K2026-002 2026-02-05 R. Dekker"), (),
          "tweemaal genoemd in een klacht is een klacht"),
    # welke tijd
    Geval("op de laatste dag van de 24 maanden", ("K2024-001 2024-04-24 R. Dekker", "K2025-001 2025-01-05 R. Dekker",
          "K2026-001 2026-04-24 R. Dekker"), ("P-K2024-001 R. Dekker: 1 1 1",), "de eerste dag telt niet mee"),
    Geval("een dag later", ("K2024-001 2024-04-24 R. Dekker", "K2025-001 2025-01-05 R. Dekker",
          "K2026-001 2026-04-25 R. Dekker"), (), "nergens drie binnen 24 maanden"),
    Geval("het venster schuift", ("K2020-001 2020-01-01 R. Dekker", "K2024-002 2024-06-01 R. Dekker",
          "K2025-003 2025-06-01 R. Dekker", "K2026-004 2026-05-31 R. Dekker"),
          ("P-K2024-002 R. Dekker: 2 3 4",), "wat alleen staat, valt erbuiten"),
    Geval("vensters die in elkaar grijpen zijn een signaal", ("K2022-001 2022-01-01 R. Dekker",
          "K2023-002 2023-01-01 R. Dekker", "K2024-003 2024-01-01 R. Dekker", "K2025-004 2025-01-01 R. Dekker"),
          ("P-K2022-001 R. Dekker: 1 2 3 4",), "1-2-3 en 2-3-4"),
    Geval("twee vensters ver uit elkaar zijn een signaal", ("K2010-001 2010-01-01 R. Dekker",
          "K2010-002 2010-02-01 R. Dekker", "K2010-003 2010-03-01 R. Dekker", "K2015-004 2015-01-01 R. Dekker",
          "K2020-005 2020-01-01 R. Dekker", "K2020-006 2020-02-01 R. Dekker", "K2020-007 2020-03-01 R. Dekker"),
          ("P-K2010-001 R. Dekker: 1 2 3 5 6 7",), "een persoon, een signaal; de vierde staat alleen"),
    Geval("op een dag", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-01-05 R. Dekker",
          "K2026-003 2026-01-05 R. Dekker"), ("P-K2026-001 R. Dekker: 1 2 3",)),
    Geval("geteld in weken", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-01-12 R. Dekker",
          "K2026-003 2026-01-20 R. Dekker"), (), "15 dagen is meer dan 2 weken", Drempel(periode=Duur(weken=2))),
    # wie: de aangeklaagde, hoe zijn naam ook is geschreven
    Geval("anders geschreven", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-02-05 dekker,  R",
          "K2026-003 2026-03-05 dhr. R. Dékker"), ("P-K2026-001 R. Dekker / dekker, R / dhr. R. Dékker: 1 2 3",),
          "hoofdletters, accenten, titels, punten en volgorde zeggen niet wie het is"),
    Geval("een tussenvoegsel", ("K2026-001 2026-01-05 P. de Wit", "K2026-002 2026-02-05 Wit, P. de",
          "K2026-003 2026-03-05 P. Wit"), ("P-K2026-001 P. de Wit / Wit, P. de / P. Wit: 1 2 3",)),
    Geval("een andere voorletter", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-02-05 R. Dekker",
          "K2026-003 2026-03-05 T. Dekker"), (), "een ander mens"),
    Geval("een voornaam", ("K2026-001 2026-01-05 R. Dekker", "K2026-002 2026-02-05 R. Dekker",
          "K2026-003 2026-03-05 Rob Dekker"), (), "dat kan een ander zijn: een mens kijkt (zie gelijkenissen)"),
    Geval("met een nummer", tuple(f"K2026-00{n} 2026-0{n}-05 Medewerker {n}" for n in (1, 2, 3)), (), "drie mensen"),
    Geval("met een nummer eraan vast", tuple(f"K2026-00{n} 2026-0{n}-05 Persoon Nr{n % 3}" for n in range(1, 8)),
          ("P-K2026-001 Persoon Nr1: 1 4 7",), "een van de drie staat er driemaal"),
    Geval("met hetzelfde nummer, anders geschreven", ("K2026-001 2026-01-05 Medewerker 12",
          "K2026-002 2026-02-05 12, medewerker", "K2026-003 2026-03-05 MEDEWERKER-12"),
          ("P-K2026-001 Medewerker 12 / 12, medewerker / MEDEWERKER-12: 1 2 3",)),
    Geval("alleen een nummer", tuple(f"K2026-00{n} 2026-0{n}-05 {4711 + n // 3}" for n in range(1, 6)),
          ("P-K2026-003 4712: 3 4 5",), "een personeelsnummer is ook iemand"),
    *(Geval(f"'{naam}' is geen naam", tuple(f"K2026-00{n} 2026-0{n}-05 {naam}" for n in (1, 2, 3)), (), "van niemand")
      for naam in ("onbekend", "Onbekend.", "de onbekende", "naam onbekend", "Naam: onbekend", "n.n.", "N. N.", "NN",
                   "anoniem", "niet bekend", "onbekend (1)")),
    Geval("een naam die erop lijkt", tuple(f"K2026-00{n} 2026-0{n}-05 J. de Niet" for n in (1, 2, 3)),
          ("P-K2026-001 J. de Niet: 1 2 3",)),
    Geval("dezelfde naam, een ander onderdeel", ("K2026-001 2026-01-05 J. van den Berg @ Griffie",
          "K2026-002 2026-02-05 J. Berg @ Beveiliging", "K2026-003 2026-03-05 J. Berg @ Dienst Verslag"),
          ("P-K2026-001 J. van den Berg / J. Berg: 1 2 3",), "misschien twee mensen: de kanttekening zegt het"),
    Geval("zonder naam", ("K2026-001 2026-01-05 ", "K2026-002 2026-02-05 ", "K2026-003 2026-03-05 "), (),
          "over niemand is geen signaal"),
    Geval("alleen leestekens", ("K2026-001 2026-01-05 ?", "K2026-002 2026-02-05 ?", "K2026-003 2026-03-05 ?")),
    Geval("de tweede aangeklaagde", ("K2026-001 2026-01-05 P. de Wit + R. Dekker", "K2026-002 2026-02-05 R. Dekker",
          "K2026-003 2026-03-05 R. Dekker"), ("P-K2026-001-2 R. Dekker: 1 2 3",), "met zijn plaats in de zaak"),
    Geval("twee mensen in dezelfde drie zaken", ("K2026-001 2026-01-05 P. de Wit + R. Dekker",
          "K2026-002 2026-02-05 R. Dekker + P. de Wit", "K2026-003 2026-03-05 P. de Wit + R. Dekker"),
          ("P-K2026-001 P. de Wit: 1 2 3", "P-K2026-001-2 R. Dekker: 1 2 3"), "ieder een eigen signaal"),
    # welk onderdeel: dat van de aangeklaagde
    Geval("een onderdeel", ("K2026-001 2026-01-05 A. Een @ Griffie", "K2026-002 2026-02-05 B. Twee @ griffie",
          "K2026-003 2026-03-05 C. Drie @  GRIFFIE "), ("O-K2026-001 Griffie / griffie / GRIFFIE: 1 2 3",)),
    Geval("een fractie", ("K2026-001 2026-01-05 A. Een @ Partij X", "K2026-002 2026-02-05 B. Twee @ fractie Partij X",
          "K2026-003 2026-03-05 C. Drie @ Fractie Partij-X"),
          ("O-K2026-001 Partij X / fractie Partij X / Fractie Partij-X: 1 2 3",)),
    Geval("ook zonder naam", ("K2026-001 2026-01-05 @ Griffie", "K2026-002 2026-02-05 @ Griffie",
          "K2026-003 2026-03-05 @ Griffie"), ("O-K2026-001 Griffie: 1 2 3",), "de klager weet niet altijd wie"),
    Geval("twee van een onderdeel in een zaak", ("K2026-001 2026-01-05 A. Een @ Griffie + B. Twee @ Griffie",
          "K2026-002 2026-02-05 B. Twee @ Griffie"), (), "een zaak telt eenmaal"),
    Geval("een persoon en zijn onderdeel", ("K2026-001 2026-01-05 R. Dekker @ Griffie",
          "K2026-002 2026-02-05 R. Dekker @ Griffie", "K2026-003 2026-03-05 R. Dekker @ Griffie"),
          ("P-K2026-001 R. Dekker: 1 2 3", "O-K2026-001 Griffie: 1 2 3"), "eerst de personen"),
    # volgorde: van ontvangst, en daarbinnen van nummer
    Geval("later vastgelegd, eerder ontvangen", ("K2026-001 2026-01-05 R. Dekker", "K2025-009 2025-12-31 R. Dekker",
          "K2026-002 2026-02-05 R. Dekker"), ("P-K2025-009 R. Dekker: 9 1 2",)),
    Geval("na nummer 999", ("K2026-1000 2026-01-05 R. Dekker", "K2026-999 2026-01-05 R. Dekker",
          "K2026-1001 2026-01-05 R. Dekker"), ("P-K2026-999 R. Dekker: 999 1000 1001",)),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=[x.naam for x in GEVALLEN])
def test_wanneer_is_er_een_signaal(geval: Geval) -> None:
    klachten = [klacht(regel) for regel in geval.klachten]
    assert kort(signalen(klachten, geval.drempel)) == list(geval.signalen), geval.waarom
    assert kort(signalen(reversed(klachten), geval.drempel)) == list(geval.signalen)


def test_sinds_wanneer() -> None:
    """Since the third came in, however many follow."""
    (s,) = signalen([klacht(f"K2026-00{n} 2026-0{n}-05 R. Dekker") for n in range(1, 6)], DREMPEL)
    assert s.sinds == date(2026, 3, 5)


def test_welk_onderdeel_bij_welke_zaak() -> None:
    """That of the aangeklaagde in question, not of another in the case."""
    (s,) = signalen([
        klacht("K2026-001 2026-01-05 R. Dekker @ Griffie + P. de Wit @ Beveiliging"),
        klacht("K2026-002 2026-02-05 P. de Wit @ Beveiliging + R. Dekker @ Dienst  Verslag"),
        klacht("K2026-003 2026-03-05 R. Dekker @ Griffie + R. Dekker @ Restaurant"),
        klacht("K2026-004 2026-03-05 R. Dekker"),
    ], DREMPEL)  # fmt: skip
    assert [s.onderdeel_in(z) for z in s.zaken] == ["Griffie", "Dienst Verslag", "Griffie, Restaurant", ""]


def test_een_klager_is_geen_aangeklaagde() -> None:
    """Who complains three times is nobody's signal."""
    klachten = [
        (f"K2026-00{n}", Klaagschrift(f"2026-0{n}-05", klager=Persoon("R. Dekker", onderdeel="Griffie")))
        for n in (1, 2, 3)
    ]
    assert signalen(klachten, DREMPEL) == []


@pytest.mark.parametrize(
    ("kenmerk", "heet_zo"),
    [("P-K2026-001", True), ("P-K2026-002-2", True), ("P-K2026-002", False), ("O-K2026-001", False),
     ("P-K2026-004", False)],
)  # fmt: skip
def test_hoe_een_signaal_heet(kenmerk: str, heet_zo: bool) -> None:
    """By its first case; and what it was called before an earlier case joined still finds it."""
    (s,) = signalen(map(klacht, DRIE), DREMPEL)
    assert s.heet(kenmerk) is heet_zo


# ---- namen die op elkaar lijken ----

GELIJK = [
    ("een voornaam en een voorletter", ("R. Dekker", "R. Dekker", "Rob Dekker"),
     [("R. Dekker", "R. Dekker", "Rob Dekker")]),
    ("een naam zonder voorletter", ("Dekker", "R. Dekker", "Rob Dekker"),
     [("Dekker", "R. Dekker", "Rob Dekker")]),
    ("erbij, waar er al een signaal is", ("R. Dekker", "R. Dekker", "R. Dekker", "Dekker"),
     [("R. Dekker", "R. Dekker", "R. Dekker", "Dekker")]),
    ("een andere voorletter", ("R. Dekker", "R. Dekker", "T. Dekker"), []),
    ("alleen dezelfde naam", ("R. Dekker", "dhr. R. Dekker", "Dekker, R."), []),
    ("te weinig", ("R. Dekker", "Rob Dekker", "P. de Wit"), []),
    ("elk een nummer", ("Medewerker 1", "Medewerker 2", "Medewerker 3"), []),
    ("een zonder nummer", ("Medewerker 1", "Medewerker 1", "Medewerker"),
     [("Medewerker 1", "Medewerker 1", "Medewerker")]),
    ("niemand", ("onbekend", "naam onbekend", "onbekend 2"), []),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "namen", "groepen"), GELIJK, ids=[x[0] for x in GELIJK])
def test_namen_die_op_elkaar_lijken(naam: str, namen: tuple[str, ...], groepen: list[tuple[str, ...]]) -> None:
    """Not counted together, but told; each set once."""
    klachten = [klacht(f"K2026-00{n} 2026-0{n}-05 {wie}") for n, wie in enumerate(namen, 1)]
    assert [tuple(v.naam for v in groep) for groep in gelijkenissen(klachten, DREMPEL)] == groepen


# ---- wat ermee is gedaan ----


@pytest.fixture
def zaken(dossier: Dossier) -> Callable[..., dict[str, Zaak]]:
    """Make cases from the lines of `klacht`."""

    def maak(*regels: str) -> dict[str, Zaak]:
        uit = {}
        for regel in regels:
            nummer, k = klacht(regel)
            mensen = [{"naam": p.naam, "onderdeel": p.onderdeel} for p in k.aangeklaagde]
            uit[nummer] = dossier(ontvangen_op=k.ontvangen_op, aangeklaagde=mensen)
            uit[nummer].nummer = nummer
        return uit

    return maak


def _signalen(zaken: dict[str, Zaak]) -> list[Signaal]:
    return signalen([(nr, z.klaagschrift) for nr, z in zaken.items()], DREMPEL)


def _leg_vast(zaken: dict[str, Zaak], s: Signaal, op: str, gedaan: str) -> None:
    for nummer, e in bespreek(s, date.fromisoformat(op), gedaan):
        pas_toe(zaken[nummer], e)


def test_besproken_tot_er_een_zaak_bij_komt(zaken: Any) -> None:
    drie = zaken(*DRIE)
    (s,) = _signalen(drie)
    assert besprekingen(s, drie) == []
    _leg_vast(drie, s, "2026-04-01", "gemeld")
    eerste = Bespreking(date(2026, 4, 1), "gemeld", ("K2026-001", "K2026-002", "K2026-003"), True)
    assert besprekingen(s, drie) == [eerste]
    assert drie["K2026-002"].van(g.SignaalBesproken)[0].wie == "aangeklaagde-2"
    vier = drie | zaken("K2026-004 2026-04-05 R. Dekker")
    (s,) = _signalen(vier)
    assert besprekingen(s, vier) == [eerste._replace(heel=False)]
    _leg_vast(vier, s, "2026-05-01", "weer gemeld")
    assert [b.heel for b in besprekingen(s, vier)] == [False, True]


def test_ook_als_er_een_zaak_voor_komt(zaken: Any) -> None:
    """The signal is called otherwise then; what was done stands."""
    alle = zaken(*DRIE)
    (s,) = _signalen(alle)
    _leg_vast(alle, s, "2026-04-01", "gemeld")
    alle |= zaken("K2025-001 2025-12-01 R. Dekker")
    (nieuw,) = _signalen(alle)
    assert (nieuw.id, nieuw.heet(s.id), len(besprekingen(nieuw, alle))) == ("P-K2025-001", True, 1)


def test_wie_wegvalt_maakt_wat_is_gedaan_niet_ongedaan(zaken: Any) -> None:
    """A fourth case proves to be about somebody else: the other three were discussed."""
    alle = zaken(*DRIE, "K2026-004 2026-03-06 R. Dekker")
    (s,) = _signalen(alle)
    _leg_vast(alle, s, "2026-04-01", "gemeld")
    del alle["K2026-001"]
    (s,) = _signalen(alle)
    assert [b.heel for b in besprekingen(s, alle)] == [True]


def test_een_ander_in_dezelfde_zaken(zaken: Any) -> None:
    """Two people in the same three cases, and an onderdeel: each discussed for itself."""
    alle = zaken(*(f"K2026-00{n} 2026-0{n}-05 R. Dekker @ Griffie + P. de Wit" for n in (1, 2, 3)))
    dekker, de_wit, griffie = _signalen(alle)
    _leg_vast(alle, dekker, "2026-04-01", "gemeld")
    assert [len(besprekingen(s, alle)) for s in (dekker, de_wit, griffie)] == [1, 0, 0]


def test_wat_over_een_ander_ging_gaat_niet_mee(zaken: Any) -> None:
    """The first case proves to be about P. de Wit: what was done about R. Dekker does not become his."""
    alle = zaken(*DRIE, "K2026-004 2026-03-06 R. Dekker")
    (s,) = _signalen(alle)
    _leg_vast(alle, s, "2026-04-01", "gemeld")
    andere = zaken("K2026-001 2026-01-05 P. de Wit", "K2026-005 2026-04-05 P. de Wit")
    andere["K2026-001"].gebeurd += alle["K2026-001"].van(g.SignaalBesproken)
    alle |= andere
    dekker, de_wit = _signalen(alle)
    assert de_wit.namen == ("P. de Wit",)
    assert (len(besprekingen(dekker, alle)), besprekingen(de_wit, alle)) == (1, [])


# ---- wat altijd geldt ----

_REGELS = st.lists(
    st.tuples(
        st.integers(0, 1500),
        st.lists(
            st.tuples(
                st.sampled_from(["R. Dekker", "dekker r", "Rob Dekker", "P. de Wit", ""]),
                st.sampled_from(["Griffie", "fractie Partij X", "partij x", ""]),
            ),
            max_size=3,
        ),
    ),
    max_size=9,
)
_DREMPELS = st.builds(
    Drempel, st.integers(2, 4), st.sampled_from([lees_duur(d) for d in ("24 maanden", "1 jaar", "10 weken", "1 dag")])
)


def _klachten(regels: Any) -> list[Klacht]:
    begin = date(2022, 1, 1)
    return [
        (f"K2026-{n:03d}", Klaagschrift(str(begin + timedelta(days=dag)), aangeklaagde=tuple(
            Persoon(naam=naam or None, onderdeel=onderdeel or None) for naam, onderdeel in mensen)))
        for n, (dag, mensen) in enumerate(regels, 1)
    ]  # fmt: skip


@settings(max_examples=200)
@given(regels=_REGELS, drempel=_DREMPELS, data=st.data())
def test_wat_altijd_geldt(regels: Any, drempel: Drempel, data: st.DataObject) -> None:
    """Never fewer than the threshold; never further apart; the order does not matter; no name in what it is called."""
    klachten = _klachten(regels)
    gevonden = signalen(klachten, drempel)
    assert gevonden == signalen(data.draw(st.permutations(klachten)), drempel)
    assert len({s.id for s in gevonden}) == len(gevonden)
    for s in gevonden:
        assert len(set(s.zaken)) == len(s.zaken) >= drempel.aantal
        dagen = [k.ontvangstdag for nr, k in klachten if nr in s.zaken]
        for dag in dagen:  # each stands among enough others
            ervoor = [d for d in dagen if d <= dag <= drempel.periode.vanaf(d)]
            assert any(sum(b <= d <= drempel.periode.vanaf(b) for d in dagen) >= drempel.aantal for b in ervoor)
        assert s.id[1:] in {f"-{z}{plek}" for z in s.zaken for plek in ("", "-2", "-3")}
        assert s.heet(s.id)


@settings(max_examples=100)
@given(regels=_REGELS, erbij=_REGELS)
def test_een_klacht_erbij_neemt_niets_weg(regels: Any, erbij: Any) -> None:
    """Whatever comes in later, a signal stays, with all its cases, and answers to its name."""
    eerst, daarna = _klachten(regels), _klachten([*regels, *erbij])
    straks = signalen(daarna, DREMPEL)
    for s in signalen(eerst, DREMPEL):
        assert any(t.heet(s.id) and set(s.zaken) <= set(t.zaken) and t.sinds <= s.sinds for t in straks)


@pytest.mark.parametrize(
    ("aantal", "woorden"), [(2, "twee of meer"), (3, "drie of meer"), (10, "tien of meer"), (11, "11 of meer")]
)
def test_zo_veel_mag_een_ander_weten(aantal: int, woorden: str) -> None:
    assert Drempel(aantal).of_meer == woorden
