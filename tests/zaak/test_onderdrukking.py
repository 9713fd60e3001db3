"""What may be shown of the figures, and what a reader can work out of it.

First tables that a secretary can read: the true numbers, the threshold and what is printed. Then the reader who knows
everything but the numbers themselves: the threshold, the code and what is printed. That reader tries every table that
there could be, keeps those that would have been printed the same, and looks which numbers are left for what is hidden.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations_with_replacement, product
from statistics import median
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from klachtcli.zaak.onderdrukking import Cel, Editie, onderdruk, percentage, vergrof
from klachtcli.zaak.telling import Rij, Soort, Tabel

Getallen = tuple[int, ...]


def rij(naam: str, aantal: int) -> Rij:
    """A row of so many cases."""
    return Rij(naam, naam, aantal, tuple(f"K2026-{n:03d}" for n in range(1, aantal + 1)))


def tabellen(soort: Soort, basis: int, delen: Sequence[int], *, vast: bool = True, naam: str = "") -> list[Tabel]:
    """The base, published whatever it is or not, and the table of its parts."""
    b = rij(f"{naam}basis", basis)
    rijen = tuple(rij(f"{naam}{'abcdefgh'[n]}", d) for n, d in enumerate(delen))
    return [
        Tabel(f"{naam}basis", "", "vast" if vast else "los", (b,)),
        Tabel(f"{naam}delen", "", soort, rijen, b),
    ]


def gedrukt(editie: Editie) -> tuple[str, ...]:
    """All that is printed."""
    return tuple(c.tekst for t in editie.tabellen for c in (*filter(None, [t.basis]), *t.cellen, *t.maten))


# ---- wat een lezer ziet ----

MINDER, NIET = "minder dan 5", "niet vermeld"


class Geval(NamedTuple):
    """A table as it is and as it is printed at threshold 5: the base, and the parts."""

    waarom: str
    soort: Soort
    basis: int
    delen: Getallen
    gezien: tuple[str, ...]


GEVALLEN = [
    Geval("alles is groot genoeg", "verdeling", 12, (7, 5), ("12", "7", "5")),
    Geval("de rest volgt uit het totaal", "verdeling", 12, (8, 4), ("12", NIET, MINDER)),
    Geval("een nul is ook een klein getal", "verdeling", 12, (12, 0), ("12", NIET, MINDER)),
    Geval("negen is het kleinste waarbij 'minder' niets verraadt", "verdeling", 9, (5, 4), ("9", NIET, MINDER)),
    Geval("bij acht zou 'minder dan 5' de ander vastleggen", "verdeling", 8, (5, 3), ("8", NIET, NIET)),
    Geval("en dan ook als beide klein zijn", "verdeling", 8, (4, 4), ("8", NIET, NIET)),
    Geval("vijf van de vijf", "verdeling", 5, (5, 0), ("5", NIET, NIET)),
    Geval("onder de drempel is alles klein", "verdeling", 4, (4, 0), ("4", MINDER, MINDER)),
    Geval("van nul is alles nul, en dat staat er", "verdeling", 0, (0, 0), ("0", MINDER, MINDER)),
    Geval("drie delen, alle groot", "verdeling", 20, (5, 6, 9), ("20", "5", "6", "9")),
    Geval("drie delen: een klein deel verbergt alle", "verdeling", 20, (4, 7, 9), ("20", NIET, NIET, NIET)),
    Geval("drie delen: de een na kleinste erbij zou 4 verraden", "verdeling", 14, (4, 5, 5), ("14", NIET, NIET, NIET)),
    Geval("kenmerken: een klein kenmerk staat op zichzelf", "meervoudig", 12, (7, 6, 2), ("12", "7", "6", MINDER)),
    Geval("kenmerken: bijna allen, dus bijna niemand niet", "meervoudig", 12, (9, 6, 2), ("12", NIET, "6", MINDER)),
    Geval("kenmerken: allen", "meervoudig", 12, (12, 0, 0), ("12", NIET, MINDER, MINDER)),
    Geval("kenmerken: te weinig zaken", "meervoudig", 8, (5, 4, 0), ("8", NIET, NIET, NIET)),
    Geval("kenmerken: wat overblijft, past maar net in de kleine", "meervoudig", 15, (7, 4, 4),
          ("15", NIET, NIET, NIET)),
    Geval("kenmerken: wat overblijft, past er ruim in", "meervoudig", 15, (11, 4, 4), ("15", NIET, MINDER, MINDER)),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=[g.waarom for g in GEVALLEN])
def test_wat_er_wordt_gedrukt(geval: Geval) -> None:
    """The total received is always there (art. 14)."""
    gezien = gedrukt(onderdruk(tabellen(geval.soort, geval.basis, geval.delen), 5))
    assert gezien == (geval.gezien[0], *geval.gezien)  # the base stands in its own table, and over its parts


def test_een_basis_die_niet_vastligt() -> None:
    """Fewer than five decisions: nobody reads how many, nor how they fell. A count by itself needs no more."""
    assert gedrukt(onderdruk(tabellen("verdeling", 4, (3, 1), vast=False), 5)) == (MINDER,) * 4
    assert gedrukt(onderdruk(tabellen("verdeling", 5, (4, 1), vast=False), 5)) == ("5", "5", NIET, NIET)
    los = Tabel("los", "", "los", tuple(rij(str(n), n) for n in (0, 4, 5, 30)))
    assert gedrukt(onderdruk([los], 5)) == (MINDER, MINDER, "5", "30")


def test_delen_van_wat_verborgen_is() -> None:
    """What is part of a part that is hidden stays hidden, for its parts would add up to it."""
    n, a, b = rij("n", 20), rij("a", 17), rij("b", 3)
    keten = [
        Tabel("n", "", "vast", (n,)),
        Tabel("ab", "", "verdeling", (a, b), n),
        Tabel("van a", "", "verdeling", (rij("c", 9), rij("d", 8)), a),
        Tabel("van b", "", "meervoudig", (rij("e", 3), rij("f", 1)), b),
    ]
    eerste = onderdruk(keten, 5)
    assert gedrukt(eerste) == ("20", "20", NIET, MINDER, NIET, NIET, NIET, MINDER, MINDER, MINDER)


EDITIES = [
    # soort, basis, delen: wat de eerste (5) en wat de tweede (10) laat zien
    ("verdeling", 40, (28, 12), ("40", "28", "12"), ("40", "28", "12")),
    ("verdeling", 40, (31, 9), ("40", "31", "9"), ("40", NIET, "minder dan 10")),
    ("verdeling", 40, (37, 3), ("40", NIET, MINDER), ("40", NIET, "minder dan 10")),
    ("verdeling", 18, (10, 8), ("18", "10", "8"), ("18", NIET, NIET)),
    ("verdeling", 9, (5, 4), ("9", NIET, MINDER), ("9", "minder dan 10", "minder dan 10")),
    ("verdeling", 60, (30, 20, 10), ("60", "30", "20", "10"), ("60", "30", "20", "10")),
    ("verdeling", 60, (30, 21, 9), ("60", "30", "21", "9"), ("60", NIET, NIET, NIET)),
    ("meervoudig", 30, (15, 12, 6, 2), ("30", "15", "12", "6", MINDER),
     ("30", "15", "12", "minder dan 10", "minder dan 10")),
    ("meervoudig", 30, (22, 12, 6, 2), ("30", "22", "12", "6", MINDER),
     ("30", NIET, "12", "minder dan 10", "minder dan 10")),
]  # fmt: skip


@pytest.mark.parametrize(("soort", "basis", "delen", "eerste", "tweede"), EDITIES)
def test_twee_edities(
    soort: Soort, basis: int, delen: Getallen, eerste: tuple[str, ...], tweede: tuple[str, ...]
) -> None:
    """For the bevoegd gezag and the ondernemingsraad: the second shows part of the first, and never another number."""
    een = onderdruk(tabellen(soort, basis, delen), 5)
    twee = vergrof(een, 10)
    assert (gedrukt(een)[1:], gedrukt(twee)[1:]) == (eerste, tweede)


def test_een_editie_wordt_niet_fijner() -> None:
    een = onderdruk(tabellen("verdeling", 40, (31, 9)), 10)
    assert vergrof(een, 10) == een
    with pytest.raises(ValueError, match="lager"):
        vergrof(een, 9)


@pytest.mark.parametrize(
    ("delen", "voldaan"), [((2, 3), 6), ((2, 5), 6)], ids=["te weinig", "te veel"]
)  # fmt: skip
def test_wat_geen_verdeling_is(delen: Getallen, voldaan: int) -> None:
    """The promise holds for tables that are what they say, so others are refused."""
    with pytest.raises(ValueError, match="niet de delen van een basis"):
        onderdruk(tabellen("verdeling", voldaan, delen), 5)


def test_wat_niet_bij_elkaar_past() -> None:
    basis, a = rij("n", 12), rij("a", 6)
    los, deel = Tabel("los", "", "los", (a,)), Tabel("deel", "", "meervoudig", (a,), basis)
    with pytest.raises(ValueError, match="eerdere tabel"):
        onderdruk([los, deel], 5)
    assert gedrukt(onderdruk([deel, los], 5)) == ("12", "6", "6")  # judged where it first stands
    with pytest.raises(ValueError, match="basis"):
        onderdruk([Tabel("x", "", "verdeling", (a,))], 5)
    with pytest.raises(ValueError, match="aantallen zaken"):
        onderdruk([Tabel("x", "", "los", (Rij("z", "zittingen", 9, ("K2026-001",), "zittingen"),))], 5)


PERCENTAGES = [
    (12, 24, 5, 50), (13, 24, 5, 54), (5, 20, 5, 25), (9, 19, 5, None), (4, 40, 5, None), (36, 40, 5, None),
    (35, 40, 5, 88), (9, 40, 10, None), (0, 0, 5, None),
]  # fmt: skip


@pytest.mark.parametrize(("deel", "basis", "drempel", "procent"), PERCENTAGES)
def test_een_percentage(deel: int, basis: int, drempel: int, procent: int | None) -> None:
    """None under twenty, and none that gives a hidden number away: ten percent of ten is one person."""
    cel, geheel = (Cel(str(n), "", "getoond", str(n), n) for n in (deel, basis))
    assert percentage(cel, geheel, drempel) == procent
    for verborgen in onderdruk(tabellen("verdeling", 40, (37, 3)), 5).tabel("delen").cellen:
        assert percentage(verborgen, geheel, drempel) is None
        assert percentage(cel, verborgen, drempel) is None


def termijn(dagen: Sequence[int], lengte: int) -> list[Tabel]:
    """How long a term took, case by case."""
    binnen = sum(d <= lengte for d in dagen)
    alle = rij("voldaan", len(dagen))
    maten = (
        Rij("mediaan", "", median(dagen) if dagen else None, alle.zaken, "dagen"),
        Rij("langste", "", max(dagen, default=None), alle.zaken, "dagen"),
    )
    return [Tabel("t", "", "verdeling", (rij("binnen", binnen), rij("na", len(dagen) - binnen)), alle, maten)]


@pytest.mark.parametrize(
    ("dagen", "gezien"),
    [
        ([50, 60, 40, 45], (MINDER, MINDER, MINDER, NIET)),
        ([50, 50, 50, 50, 60, 60, 60, 60], (NIET, NIET, NIET, NIET)),
        ([40, 40, 41, 42, 44, 45, 55, 60, 90], (NIET, NIET, MINDER, NIET)),
        ([40, 40, 41, 42, 44, 57, 57, 60, 75, 90], ("10", "5", "5", "50,5 dagen")),
        ([1] * 5 + [57] * 6, ("11", "5", "6", "57 dagen")),
        ([1] * 6 + [57] * 5, ("11", "6", "5", "1 dag")),
        ([], (MINDER, MINDER, MINDER, NIET)),
    ],
)
def test_de_duur_van_een_termijn(dagen: list[int], gezien: tuple[str, ...]) -> None:
    """A median above the term says that half were late or extended: it stands only beside how many were late.

    The longest is one case, and stands in no edition.
    """
    assert gedrukt(onderdruk(termijn(dagen, 56), 5)) == gezien


def test_een_termijn_met_meer_uitkomsten_toont_alleen_de_mediaan() -> None:
    """Fifteen met by a decision or a refusal, beside twelve decisions, would tell of three refusals."""
    (t,) = termijn([1] * 6 + [57] * 9, 56)
    stil = msgspec.structs.replace(t, alleen_maten=True)
    een = onderdruk([stil], 5)
    assert gedrukt(een) == (NIET, NIET, NIET, "57 dagen")
    assert gedrukt(vergrof(een, 10)) == (NIET, NIET, NIET, NIET)


def test_een_basis_met_een_verborgen_deel_is_ook_verborgen() -> None:
    """Six judged and six advised on would say that none was refused; what an earlier table shows stays."""
    advies = Tabel("uitkomst", "", "los", (rij("advies", 6),))
    oordeel = Tabel("oordeel", "", "verdeling", (rij("in", 6), rij("uit", 0)), rij("beoordeeld", 6))
    aard = Tabel("aard", "", "meervoudig", (rij("p", 6), rij("q", 2)), rij("advies", 6))
    een = onderdruk([advies, oordeel, aard], 5)
    assert gedrukt(een) == ("6", NIET, NIET, NIET, "6", NIET, NIET)


# ---- wat een lezer kan uitrekenen ----


class Wereld(NamedTuple):
    """Everything that could be so. `delen`: how many; `basis_tot`: up to which base; vast: the base is published.

    gedekt: the reader also knows that every case has at least one of the marks.
    """

    soort: Soort
    delen: int
    basis_tot: int
    vast: bool
    k1: int
    k2: int
    gedekt: bool = False

    def tabellen(self) -> Iterator[Getallen]:
        """Every table: the base, and its parts."""
        for basis in range(self.basis_tot + 1):
            for delen in product(range(basis + 1), repeat=self.delen):
                past = sum(delen) == basis if self.soort == "verdeling" else not self.gedekt or sum(delen) >= basis
                if past:
                    yield (basis, *delen)


class Kennis(NamedTuple):
    """For all that may be printed: the tables that would have been printed so, in one edition or in both."""

    eerste: dict[tuple[str, ...], list[Getallen]]
    tweede: dict[tuple[str, ...], list[Getallen]]
    beide: dict[tuple[str, ...], list[Getallen]]


@cache
def kennis(w: Wereld) -> Kennis:
    """Make both editions of every table there could be."""
    uit = Kennis(defaultdict(list), defaultdict(list), defaultdict(list))
    for getallen in w.tabellen():
        een, twee = edities(w, getallen)
        uit.eerste[een].append(getallen)
        uit.tweede[twee].append(getallen)
        uit.beide[een + twee].append(getallen)
    return uit


def edities(w: Wereld, getallen: Getallen) -> tuple[tuple[str, ...], tuple[str, ...]]:
    een = onderdruk(tabellen(w.soort, getallen[0], getallen[1:], vast=w.vast), w.k1)
    return gedrukt(een), gedrukt(vergrof(een, w.k2))


def gevoelig(getallen: Getallen, k: int) -> Iterator[tuple[int, bool]]:
    """The parts that are sensitive: by themselves, or (True) by what is left of the base without them."""
    basis, *delen = getallen
    for n, deel in enumerate(delen, 1):
        if deel < k:
            yield n, False
        if basis - deel < k:
            yield n, True


def mogelijk(kandidaten: Iterable[Getallen], n: int, rest: bool) -> set[int]:
    """Which numbers are left for a part, or for what the base holds without it."""
    return {g[0] - g[n] if rest else g[n] for g in kandidaten}


def houdt_de_belofte(w: Wereld, getallen: Getallen) -> None:
    """Every sensitive number can be all it could be: for who reads one edition, and for who reads both."""
    weten = kennis(w)
    een, twee = edities(w, getallen)
    for kandidaten, k in ((weten.eerste[een], w.k1), (weten.tweede[twee], w.k2), (weten.beide[een + twee], w.k1)):
        for n, rest in gevoelig(getallen, k):
            over = mogelijk(kandidaten, n, rest)
            alles = set(range(min(k - 1, getallen[0]) + 1))
            assert over >= (alles - {0} if w.gedekt else alles), (w, getallen, k, n, rest)
            assert len(over) > 1 or getallen[0] == 0, (w, getallen, k, n, rest)


@st.composite
def werelden(trek: st.DrawFn) -> tuple[Wereld, Getallen]:
    """A world and one table in it."""
    soort = trek(st.sampled_from(["verdeling", "meervoudig"]))
    delen = trek(st.integers(2, 4))
    k1 = trek(st.integers(2, 3))
    k2 = trek(st.integers(k1, 5))
    gedekt = soort == "meervoudig" and trek(st.booleans())
    w = Wereld(soort, delen, {2: 12, 3: 7, 4: 4}[delen], trek(st.booleans()), k1, k2, gedekt)
    return w, trek(st.sampled_from(list(w.tabellen())))


@given(werelden())
@settings(max_examples=300)
def test_wie_alles_weet_behalve_de_getallen(gekozen: tuple[Wereld, Getallen]) -> None:
    """Kinds of table, numbers of parts, thresholds, a base that is published or not: any of them."""
    houdt_de_belofte(*gekozen)


@pytest.mark.parametrize(
    "w",
    [Wereld("verdeling", 2, 30, True, 5, 10), Wereld("verdeling", 2, 30, False, 5, 10),
     Wereld("verdeling", 3, 12, True, 3, 4), Wereld("meervoudig", 2, 20, True, 5, 10),
     Wereld("meervoudig", 3, 8, True, 3, 4, True)],
)  # fmt: skip
def test_elke_tabel_die_er_kan_zijn(w: Wereld) -> None:
    """With the thresholds of the report as they are, every table; two parts, such as within a term or after it."""
    for getallen in w.tabellen():
        houdt_de_belofte(w, getallen)


@pytest.mark.parametrize("w", [Wereld("verdeling", 2, 30, True, 5, 10), Wereld("meervoudig", 3, 8, True, 2, 4)])
def test_de_tweede_editie_zegt_niets_nieuws(w: Wereld) -> None:
    """Who has both knows what the first says; and what the second shows, the first shows, the same."""
    weten = kennis(w)
    assert sorted(weten.eerste.values()) == sorted(weten.beide.values())
    for getallen in w.tabellen():
        een, twee = edities(w, getallen)
        assert all(een[n] == tekst for n, tekst in enumerate(twee) if tekst.isdigit())


@given(
    st.lists(st.lists(st.integers(0, 14), min_size=2, max_size=4), min_size=1, max_size=5),
    st.booleans(),
    st.integers(2, 6),
    st.integers(0, 4),
)
def test_wat_tussen_tabellen_altijd_geldt(verdelingen: list[list[int]], stil: bool, k: int, erbij: int) -> None:
    """A base is there only with all its parts, a median only beside them, and of `alleen_maten` nothing else is."""
    gemaakt = [
        msgspec.structs.replace(
            Tabel(f"t{n}", "", "verdeling", tuple(rij(f"t{n} d{m}", d) for m, d in enumerate(delen)),
                  rij(f"t{n} alle", sum(delen)), (Rij("mediaan", "", 7, (), "dagen"),)),
            alleen_maten=stil and n == 0)
        for n, delen in enumerate(verdelingen)
    ]  # fmt: skip
    eerste = onderdruk(gemaakt, k)
    for editie in (eerste, vergrof(eerste, k + erbij)):
        for t in editie.tabellen:
            assert t.basis is not None
            heel = all(c.zichtbaar for c in t.cellen)
            if t.alleen_maten:
                assert not any(c.zichtbaar for c in (t.basis, *t.cellen))
            else:
                assert t.basis.zichtbaar == heel
                assert all(m.zichtbaar == heel for m in t.maten)


def test_de_regel_van_de_kleinste_erbij_houdt_geen_stand() -> None:
    """Why three parts are shown all or not at all: to hide the smallest others until two are hidden tells too much."""

    def kleinste_erbij(delen: Getallen) -> tuple[str, ...]:
        verborgen = {n for n, d in enumerate(delen) if d < 5}
        for n in sorted(range(3), key=lambda n: delen[n]):
            if len(verborgen) == 1:
                verborgen.add(n)
        return tuple((MINDER if d < 5 else NIET) if n in verborgen else str(d) for n, d in enumerate(delen))

    gezien = kleinste_erbij((4, 5, 5))
    alle = (delen for delen in product(range(15), repeat=3) if sum(delen) == 14)
    assert [delen for delen in alle if kleinste_erbij(delen) == gezien] == [(4, 5, 5)]


def _heel(n: int, a: int, b: int, c: int, d: int) -> list[Tabel]:
    """A small report: received, how many closed, one mark; and advices, of which some follow."""
    stand = tabellen("verdeling", n, (a, n - a), naam="stand ")
    aard = Tabel("aard", "", "meervoudig", (rij("p", b), rij("q", n - b)), stand[0].rijen[0])
    return [*stand, aard, *tabellen("verdeling", c, (d, c - d), vast=False, naam="advies ")]


def test_een_heel_verslag() -> None:
    """Several tables on one base, and one beside it: none helps with another, not in both editions together."""
    alle = [(n, a, b, c, d) for n, c in product(range(6), repeat=2)
            for a, b, d in product(range(n + 1), range(n + 1), range(c + 1))]  # fmt: skip
    gezien: dict[tuple[str, ...], list[Getallen]] = defaultdict(list)
    for getallen in alle:
        een = onderdruk(_heel(*getallen), 2)
        gezien[gedrukt(een) + gedrukt(vergrof(een, 3))].append(getallen)
    for kandidaten in gezien.values():
        for n, a, b, c, d in kandidaten:
            for plek, deel, basis in ((1, a, n), (2, b, n), (4, d, c)):
                if deel < 2 and (basis > 0 or plek == 4):
                    assert {k[plek] for k in kandidaten} >= {0, 1}, (n, a, b, c, d)


def test_ook_de_mediaan_verraadt_niets() -> None:
    """Whoever knows the length of the term, and how a median comes about, cannot tell how many were late."""
    for k1, k2 in ((2, 3), (2, 2), (3, 4)):
        gezien: dict[tuple[str, ...], list[Getallen]] = defaultdict(list)
        alle = [dagen for n in range(9) for dagen in combinations_with_replacement(range(1, 5), n)]
        for dagen in alle:
            een = onderdruk(termijn(dagen, 2), k1)
            gezien[gedrukt(een) + gedrukt(vergrof(een, k2))].append(dagen)
        for kandidaten in gezien.values():
            for keuze in (lambda dagen: sum(d > 2 for d in dagen), lambda dagen: sum(d <= 2 for d in dagen)):
                aantallen = {keuze(dagen) for dagen in kandidaten}
                if min(aantallen) < k1:
                    assert aantallen >= set(range(k1)), (k1, k2, kandidaten)
