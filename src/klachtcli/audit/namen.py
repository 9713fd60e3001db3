"""Which earlier cases a check had to look at: those between what may be the same people (art. 9 lid 5 onder b).

Each case is filed once under the parts of the names of its klager and aangeklaagden, taken together, so that a replay
of all cases does not hold every one against every other. What is found so is folded as it was known at the time, and
compared whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

import msgspec

from klachtcli.fouten import KlachtFout
from klachtcli.journaal.codec import Vastlegging
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.correctie import na_correctie
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.namen import naamdelen, zelfde_mensen
from klachtcli.zaak.zaak import Zaak, vouw

Naampaar = str  # a part of the klager's name and one of an aangeklaagde's, with a space between
Lees = Callable[..., Iterable[Vastlegging]]  # the entries of the cases that are named, those of each in order
_TEGELIJK = 50  # cases that are read in one go


class Gezien(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What of a case asks for the others: the pairs of names that it ever had, and what each check says it saw."""

    paren: set[Naampaar]
    zag: list[tuple[str, ...]]


class Namenindex:
    """The cases by the names in them. geopend: each case and the entry that opened it, in order."""

    def __init__(self, geopend: Mapping[str, int], lees: Lees) -> None:
        self._lees = lees
        self._volgorde = {zaak: n for n, zaak in enumerate(geopend)}
        self._op_namen: dict[Naampaar, list[str]] = {}
        self._opgenomen: set[str] = set()
        self._zaken, self._tot = list(geopend), 0

    def neem_op(self, zaak: str, paren: Iterable[Naampaar]) -> None:
        """File a case under the pairs of names that its people ever had."""
        if zaak in self._opgenomen or zaak not in self._volgorde:
            return
        self._opgenomen.add(zaak)
        for paar in paren:
            self._op_namen.setdefault(paar, []).append(zaak)

    def eerdere(self, v: Vastlegging, zaak: Zaak, toen: tuple[str, ...]) -> tuple[str, ...]:
        """The cases opened before this one between what may be the same people, in order, as known before an entry.

        One in `toen` that was destroyed since cannot be looked at any more: it is taken over.
        """
        eigen = self._volgorde[zaak.nummer]
        andere = [z for z in self._zaken[self._tot : eigen] if z not in self._opgenomen]
        for ander, verloop in per_zaak(self._lees, andere):
            self.neem_op(ander, ooit(verloop))
        self._tot = max(self._tot, eigen)
        kandidaten = self.kandidaten(zaak.nummer, _naamparen(zaak.klaagschrift))
        gevonden = {k for k in kandidaten if zelfde_mensen(zaak.klaagschrift, self._toen(k, v.nummer))}
        vernietigd = [k for k in toen if k not in self._volgorde]
        return (*vernietigd, *sorted(gevonden, key=self._volgorde.__getitem__))

    def kandidaten(self, zaak: str, paren: Iterable[Naampaar]) -> set[str]:
        """The cases filed here, opened before this one, in which a pair of names ever occurred."""
        eigen = self._volgorde[zaak]
        return {k for paar in paren for k in self._op_namen.get(paar, ()) if self._volgorde[k] < eigen}

    def _toen(self, zaak: str, voor: int) -> Klaagschrift | None:
        """The klaagschrift of another case, as it was known before an entry."""
        reeks = [(v.nummer, v.gebeurtenis) for v in self._lees(zaak)
                 if v.nummer < voor and v.soort in g.PARTIJEN]  # fmt: skip
        gevouwen = None
        with suppress(KlachtFout):
            gevouwen = vouw(zaak, (e for _, e in na_correctie(reeks)))
        return gevouwen.klaagschrift if gevouwen is not None else None


def per_zaak(lees: Lees, zaken: Sequence[str]) -> Iterator[tuple[str, list[Vastlegging]]]:
    """Each of these cases with its entries; some are read at a time, for a question takes longer than its answer."""
    for n in range(0, len(zaken), _TEGELIJK):
        deel: dict[str, list[Vastlegging]] = {zaak: [] for zaak in zaken[n : n + _TEGELIJK]}
        for v in lees(*deel):
            deel[v.zaak].append(v)
        yield from deel.items()


def _naamparen(k: Klaagschrift) -> set[Naampaar]:
    """A part of the klager's name with a part of an aangeklaagde's: two cases between the same people share one."""
    van_klager, over = naamdelen(k.klager.naam)[0], [naamdelen(p.naam)[0] for p in k.aangeklaagde]
    return {f"{een} {ander}" for een in van_klager for delen in over for ander in delen}


def ooit(verloop: Sequence[Vastlegging]) -> set[Naampaar]:
    """The pairs of names that the people in a case ever had, after each entry that could change who they are."""
    reeks = [(v.nummer, v.gebeurtenis) for v in verloop if v.soort in g.PARTIJEN and _noemt_mensen(v.gebeurtenis)]
    if len(reeks) == 1 and isinstance(eerste := reeks[0][1], g.KlaagschriftOntvangen):
        return _naamparen(eerste.klaagschrift)
    uit: set[Naampaar] = set()
    with suppress(KlachtFout):  # a correction that could not be: that is told where its own case is played
        for n in range(1, len(reeks) + 1):
            if gevouwen := vouw("", (e for _, e in na_correctie(reeks[:n]))):
                uit |= _naamparen(gevouwen.klaagschrift)
    return uit


def _noemt_mensen(e: g.Gebeurtenis) -> bool:
    return not isinstance(e, g.AanvullingOntvangen) or bool(e.aanvulling.klager or e.aanvulling.aangeklaagde)
