"""What may be shown of the figures: statistical disclosure control of the annual report (art. 14: geanonimiseerd).

An edition has a threshold k. A count below k (zero too) and, where the base is known, a count that leaves fewer than
k for the rest, is sensitive. `onderdruk` makes the first edition. `vergrof` makes one with a higher threshold out of
an edition, and sees nothing else: whoever has both knows no more than the reader of the first.

The promise, against a reader who knows the threshold, this code and all that is published in an edition, and who
tries every table that would have given the same edition:
- each sensitive count of a table with a base can still be every number from 0 to k - 1, or to the base where that is
  smaller; each sensitive count without a base can still be every number from 0 to k - 1;
- this holds with the first threshold for who has both editions, and with the second for who has only the coarser one;
- a reader who also knows that every case has one of the marks of a `meervoudig` table (of two or more) cannot tell a
  sensitive count there either; at most that it is not zero, and that only where the whole table is `niet vermeld`.

It is kept by deciding on nothing but what is published anyway, and on whether something is sensitive. Therefore no
"hide the next smallest as well": of 4, 5 and 5 that hides 4 and 5, shows 5, and who knows the rule has the 4.
On a base below 2k - 1 nothing is shown at all.

Its limits. What is published exactly is known exactly: of 0 received, all parts are 0. Nothing is promised about
what people know from elsewhere; about counts that hang together while no table says so (the parts of a verdeling do,
two counts of `los` do not); about one year held against another; about a second report on the same year after a
correction, of which the difference may be a single case. A median is often the duration of one case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from klachtcli.zaak.telling import Eenheid, Rij, Soort, Tabel

# vast: published whatever it is. getoond: shown, and not sensitive. minder: below the threshold, and said so.
Stand = Literal["vast", "getoond", "minder", "niet vermeld"]
NIET_VERMELD: Literal["niet vermeld"] = "niet vermeld"


class Cel(msgspec.Struct, frozen=True):
    """One figure as it is printed. `waarde` is there only where it is shown."""

    id: str
    titel: str
    stand: Stand
    tekst: str
    waarde: float | None = None
    eenheid: Eenheid = "zaken"

    @property
    def zichtbaar(self) -> bool:
        """Whether the figure itself is shown."""
        return self.waarde is not None


class Beeld(msgspec.Struct, frozen=True):
    """One table as it is printed."""

    id: str
    titel: str
    soort: Soort
    cellen: tuple[Cel, ...]
    basis: Cel | None = None
    maten: tuple[Cel, ...] = ()


class Editie(msgspec.Struct, frozen=True):
    """All tables as they are printed for one kind of reader, with the threshold that they were made with."""

    drempel: int
    tabellen: tuple[Beeld, ...]

    def tabel(self, naam: str) -> Beeld:
        """The table with this id. Raises KeyError."""
        return {t.id: t for t in self.tabellen}[naam]


def onderdruk(tabellen: Iterable[Tabel], drempel: int) -> Editie:
    """The first edition: every table that is not `intern`, with what is sensitive hidden.

    Raises ValueError for tables that do not fit together: then the promise would not hold.
    """
    return vergrof(Editie(1, tuple(_onbewerkt(t) for t in tabellen if not t.intern)), drempel)


def vergrof(editie: Editie, drempel: int) -> Editie:
    """An edition with a threshold at least as high, made of what an edition shows. Raises ValueError for a lower one.

    A count that occurs more than once is judged once, where it first stands.
    """
    if drempel < editie.drempel:
        raise ValueError(f"drempel {drempel} is lager dan die van de editie, {editie.drempel}")
    bekend: dict[str, Cel] = {}
    return Editie(drempel, tuple(_beeld(b, drempel, bekend) for b in editie.tabellen))


def percentage(deel: Cel, basis: Cel, drempel: int, vanaf: int = 20) -> int | None:
    """A share in whole percents; None on small numbers, and where part, rest or base are not to be seen."""
    if deel.waarde is None or basis.waarde is None or basis.waarde < vanaf:
        return None
    klein = min(deel.waarde, basis.waarde - deel.waarde) < drempel
    return None if klein else round(100 * deel.waarde / basis.waarde)


# ---- one table ----


def _beeld(b: Beeld, k: int, bekend: dict[str, Cel]) -> Beeld:
    """A table, made with what the tables before it show; `bekend` learns what this one does."""

    def eerder(c: Cel) -> Cel:
        return msgspec.structs.replace(bekend[c.id], titel=c.titel) if c.id in bekend else _los(c, k)

    basis = None if b.basis is None else eerder(b.basis)
    if basis is None:
        cellen = tuple(map(eerder, b.cellen))
    elif dubbel := [c.id for c in b.cellen if c.id in bekend]:
        raise ValueError(f"{b.id}: {', '.join(dubbel)} staat ook in een eerdere tabel")
    else:
        cellen = _delen(b, basis, k)
        bekend[basis.id] = basis
    bekend |= {c.id: c for c in cellen}
    maten = tuple(m if _MATEN[m.id](basis, cellen, k) else _verberg(m) for m in b.maten)
    return Beeld(b.id, b.titel, b.soort, cellen, basis, maten)


def _los(c: Cel, k: int) -> Cel:
    """A count by itself."""
    return _minder(c, k) if c.stand == "minder" or (c.stand == "getoond" and _n(c) < k) else c


def _minder(c: Cel, k: int) -> Cel:
    return msgspec.structs.replace(c, stand="minder", tekst=f"minder dan {k}", waarde=None)


def _verberg(c: Cel) -> Cel:
    return msgspec.structs.replace(c, stand=NIET_VERMELD, tekst=NIET_VERMELD, waarde=None)


def _n(c: Cel) -> float:
    return c.waarde or 0


def _delen(b: Beeld, basis: Cel, k: int) -> tuple[Cel, ...]:
    """Parts of a base. On a base below 2k - 1 every part or its rest is below k: then nothing may tell which."""
    if basis.stand == "minder" or (basis.zichtbaar and _n(basis) < k):
        return tuple(_minder(c, k) for c in b.cellen)
    if _n(basis) < 2 * k - 1:  # or it is hidden itself
        return tuple(map(_verberg, b.cellen))
    if b.soort == "verdeling" and len(b.cellen) > 2:
        return _alle_of_geen(b.cellen, k)
    uit = tuple(_naast_rest(c, _n(basis), k) for c in b.cellen)
    return uit if b.soort == "verdeling" or _ruim(uit, _n(basis), k) else tuple(map(_verberg, uit))


def _alle_of_geen(cellen: Sequence[Cel], k: int) -> tuple[Cel, ...]:
    """Three parts or more that add up to the base: what is left for those not shown would say too much of them."""
    return tuple(cellen) if all(_n(c) >= k for c in cellen) else tuple(map(_verberg, cellen))


def _naast_rest(c: Cel, basis: float, k: int) -> Cel:
    """A part whose rest can be told: the other of two, or the cases without this mark."""
    return _verberg(c) if c.zichtbaar and _n(c) >= k > basis - _n(c) else _los(c, k)


def _ruim(cellen: Sequence[Cel], basis: float, k: int) -> bool:
    """Whether marks of which a case has at least one leave room: the cases without a mark that is shown have another.

    Where the marks below k can only just hold those, or not with one of them at zero, they would be known.
    """
    klein = sum(c.stand == "minder" for c in cellen)
    over = basis - sum(map(_n, cellen))
    return klein == 0 or any(c.stand == NIET_VERMELD for c in cellen) or over <= (klein - 1) * (k - 1)


def _mediaan(basis: Cel | None, _: Sequence[Cel], k: int) -> bool:
    """On so many cases it says no more of how many met the term than the table does."""
    return basis is not None and _n(basis) >= 2 * k - 1


def _langste(basis: Cel | None, cellen: Sequence[Cel], k: int) -> bool:
    """The longest is one case, and beside the term it says whether any was late: only where the table says that too."""
    return _mediaan(basis, cellen, k) and all(c.zichtbaar for c in cellen)


_MATEN: dict[str, Callable[[Cel | None, Sequence[Cel], int], bool]] = {"mediaan": _mediaan, "langste": _langste}


# ---- from figures to what is printed ----


def _onbewerkt(t: Tabel) -> Beeld:
    """A table with all of it shown."""
    telt = t.basis is None or t.soort == "meervoudig" or sum(len(r.zaken) for r in t.rijen) == len(t.basis.zaken)
    if (t.basis is None) == (t.soort in ("verdeling", "meervoudig")) or not telt:
        raise ValueError(f"{t.id}: de rijen zijn niet de delen van een basis")
    if any(r.waarde != len(r.zaken) for r in (*t.rijen, *filter(None, [t.basis]))):
        raise ValueError(f"{t.id}: alleen aantallen zaken zijn te beschermen")
    stand: Stand = "vast" if t.soort == "vast" else "getoond"
    cellen = tuple(_cel(r, stand) for r in t.rijen)
    basis = None if t.basis is None else _cel(t.basis, "getoond")
    return Beeld(t.id, t.titel, t.soort, cellen, basis, tuple(_cel(r, "getoond") for r in t.maten))


def _cel(r: Rij, stand: Stand) -> Cel:
    if r.waarde is None:
        return Cel(r.id, r.titel, NIET_VERMELD, NIET_VERMELD, None, r.eenheid)
    getal = f"{r.waarde:g}".replace(".", ",")
    eenheid = {"zaken": "", "dagen": " dag" if r.waarde == 1 else " dagen"}[r.eenheid]
    return Cel(r.id, r.titel, stand, getal + eenheid, r.waarde, r.eenheid)
