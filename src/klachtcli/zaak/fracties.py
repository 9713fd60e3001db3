"""Which fracties declared the regulation to apply, from when, on which source (art. 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Literal

import msgspec

from klachtcli.fouten import Geweigerd
from klachtcli.recht.datum import voluit

_OVERLAPT = "Verbeter het in config/fracties.toml, of noem met --tot-en-met de laatste dag"


class Fractie(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of one fractie over a period. Without an entry the status is unknown, never no."""

    naam: str
    status: Literal["van toepassing", "eigen regeling", "niet van toepassing"]
    van: date
    bron: str
    tot_en_met: date | None = None

    def geldt(self, dag: date) -> bool:
        """Whether this is what is known on a day."""
        return self.van <= dag <= (self.tot_en_met or date.max)

    def kort(self) -> str:
        """`Fractie X: van toepassing vanaf 1 januari 2024`; without the source, which may name somebody."""
        einde = f" tot en met {voluit(self.tot_en_met)}" if self.tot_en_met else ""
        return f"{self.naam}: {self.status} vanaf {voluit(self.van)}{einde}"

    def woorden(self) -> str:
        """`Fractie X: van toepassing vanaf 1 januari 2024 (bron: een brief)`."""
        return f"{self.kort()} (bron: {self.bron})"


class Fracties(msgspec.Struct, frozen=True, omit_defaults=True):
    """The register of fracties."""

    fractie: tuple[Fractie, ...] = ()
    soort: Literal["fracties"] = "fracties"

    def kent(self, naam: str | None) -> bool:
        """Whether anything is known of a fractie, on any day."""
        return any(gelijkend(f.naam) == gelijkend(naam or "") for f in self.fractie)

    def noemt(self, onderdeel: str | None) -> bool:
        """Whether an onderdeel is a fractie: it is called so, or is known as one."""
        return "fractie" in (onderdeel or "").casefold() or self.kent(onderdeel)

    def op(self, naam: str | None, dag: date) -> Fractie | None:
        """What is known of a fractie on a day; None where nothing is."""
        sleutel = gelijkend(naam or "")
        for f in self.fractie:
            if gelijkend(f.naam) == sleutel and f.geldt(dag):
                return f
        return None

    def van(self, naam: str) -> tuple[Fractie, ...]:
        """All that is known of a fractie, in order of time."""
        sleutel = gelijkend(naam)
        return tuple(sorted((f for f in self.fractie if gelijkend(f.naam) == sleutel), key=lambda f: f.van))

    def erbij(self, nieuw: Fractie) -> tuple[Fracties, Fractie | None]:
        """The register with a period more, and the period that it ends: the day before it begins.

        Raises Geweigerd where that says nothing new, or where another period lies in the way.
        """
        oud = self.op(nieuw.naam, nieuw.van)
        if oud and oud.status == nieuw.status:
            raise Geweigerd("fractie-staat-er-al", f"dit staat er al: {oud.kort()}")
        later = [f for f in self.van(nieuw.naam) if nieuw.van <= f.van <= (nieuw.tot_en_met or date.max)]
        if later:
            feit = f"vanaf {voluit(later[0].van)} staat al iets anders: {later[0].kort()}"
            raise Geweigerd("fractie-overlapt", feit, herstel=_OVERLAPT)
        korter = oud and msgspec.structs.replace(oud, tot_en_met=nieuw.van - timedelta(days=1))
        rest = [korter if korter and f is oud else f for f in self.fractie]
        return msgspec.structs.replace(self, fractie=(*rest, nieuw)), korter


def verschil(oud: Fracties, nieuw: Fracties) -> Iterator[tuple[Fractie, str]]:
    """What changed between two registers: the period, and in words what happened to it."""
    eerst, nu = ({(gelijkend(f.naam), f.van): f for f in r.fractie} for r in (oud, nieuw))
    for sleutel, f in nu.items():
        if sleutel not in eerst:
            yield f, f"erbij: {f.woorden()}"
        elif eerst[sleutel] == f:
            continue
        elif f.tot_en_met and eerst[sleutel] == msgspec.structs.replace(f, tot_en_met=eerst[sleutel].tot_en_met):
            yield f, f"eindigt op {voluit(f.tot_en_met)}: {eerst[sleutel].woorden()}"
        else:
            yield f, f"nu: {f.woorden()}; eerst: {eerst[sleutel].woorden()}"
    yield from ((f, f"weg: {f.woorden()}") for sleutel, f in eerst.items() if sleutel not in nu)


def nabij(naam: str, bekend: Iterable[str]) -> str:
    """`; bedoelt u 'Fractie X'?` for the nearest of these names, as they are compared; or nothing."""
    namen = {gelijkend(b): b for b in bekend}
    raak = get_close_matches(gelijkend(naam), list(namen), 1, 0.6)
    return f"; bedoelt u '{namen[raak[0]]}'?" if raak else ""


def gelijkend(naam: str) -> str:
    """A fractie's name as it is compared: without case, spaces or the word fractie around it."""
    woorden = naam.casefold().replace("-", " ").split()
    return " ".join(w for w in woorden if w not in ("fractie", "de", "tweede", "kamerfractie"))
