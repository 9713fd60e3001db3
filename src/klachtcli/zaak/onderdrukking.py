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

Between tables, three things are kept from being held against each other: a base of which a part is hidden is hidden
too, unless an earlier table shows it (who sees that six were judged, and six were advised on, knows that none was
refused); of a term that is met by more than one outcome only the median is shown; and a term has one table, however
long it is.

Its limits. What is published exactly is known exactly: of 0 received, all parts are 0. Nothing is promised about what
people know from elsewhere; about two counts that stand alone (as many advised on as were received: then, if nothing
was left of a year before, none was withdrawn); about one year held against another; about a second report on the
same year after a correction, of which the difference may be a single case. A median can be the duration of one case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from klachtcli.zaak.telling import Eenheid, Rij, Soort, Tabel

# vast: published whatever it is. getoond: shown, and not sensitive. minder: below the threshold, and said so.
Stand = Literal["vast", "getoond", "minder", "niet vermeld"]
# A median is shown where the whole table is: above the term, it would tell how many were late or extended. What is
# longest is the duration of one case.
_MATEN = ("mediaan",)
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
    alleen_maten: bool = False


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

    if b.basis is None:
        beeld = msgspec.structs.replace(b, cellen=tuple(map(eerder, b.cellen)))
    elif dubbel := [c.id for c in b.cellen if c.id in bekend]:
        raise ValueError(f"{b.id}: {', '.join(dubbel)} staat ook in een eerdere tabel")
    else:
        beeld = _met_basis(b, eerder(b.basis), k, nieuw=b.basis.id not in bekend)
    bekend |= {c.id: c for c in (*filter(None, [beeld.basis]), *beeld.cellen)}
    return beeld


def _met_basis(b: Beeld, basis: Cel, k: int, *, nieuw: bool) -> Beeld:
    """A table of parts. nieuw: the base stands in no earlier table."""
    cellen = _delen(b, basis, k)
    heel = all(c.zichtbaar for c in cellen)
    if nieuw and not heel and basis.zichtbaar and _n(basis) >= k:
        basis = _verberg(basis)  # held against a count of another table, it would tell of a part
    maten = tuple(m if heel and basis.zichtbaar else _verberg(m) for m in b.maten)
    if b.alleen_maten:
        cellen, basis = tuple(map(_verberg, cellen)), _verberg(basis)
    return msgspec.structs.replace(b, cellen=cellen, basis=basis, maten=maten)


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
    maten = tuple(_cel(r, "getoond") for r in t.maten if r.id in _MATEN)
    return Beeld(t.id, t.titel, t.soort, cellen, basis, maten, t.alleen_maten)


def _cel(r: Rij, stand: Stand) -> Cel:
    if r.waarde is None:
        return Cel(r.id, r.titel, NIET_VERMELD, NIET_VERMELD, None, r.eenheid)
    getal = f"{r.waarde:g}".replace(".", ",")
    eenheid = {"zaken": "", "dagen": " dag" if r.waarde == 1 else " dagen"}[r.eenheid]
    return Cel(r.id, r.titel, stand, getal + eenheid, r.waarde, r.eenheid)
