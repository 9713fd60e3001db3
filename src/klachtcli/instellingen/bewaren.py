"""config/bewaren.toml: how long files are kept, on which ground, and whether somebody with authority set it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from klachtcli import klok
from klachtcli.fouten import Gebrek
from klachtcli.instellingen.bestand import instelling, lees_instelling
from klachtcli.instellingen.lengte import meet
from klachtcli.instellingen.lezer import dichtste, meld
from klachtcli.recht.duur import Duur
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.bewaren import Bewaartermijn

LANGSTE = Duur(jaren=100)
_WAT = "config/bewaren.toml"


class _Bewaren(msgspec.Struct, frozen=True):
    bewaartermijn: tuple[Bewaartermijn, ...] = ()


@instelling()
def lees_bewaartermijnen(map_: Path) -> tuple[Bewaartermijn, ...]:
    """The retention terms in a config folder. Raises Onbruikbaar with every fault."""
    gelezen = lees_instelling(_Bewaren, map_ / "bewaren.toml", _WAT, "bewaren-fout")
    meld([*_dubbel(gelezen.bewaartermijn), *_gebreken(gelezen.bewaartermijn, klok.vandaag())], _WAT, "bewaren-fout")
    return gelezen.bewaartermijn


def _dubbel(termijnen: tuple[Bewaartermijn, ...]) -> Iterator[Gebrek]:
    """A regulation has one term, and a term one name."""
    for wat, namen in (("regeling", [r for t in termijnen for r in t.regelingen]), ("id", [t.id for t in termijnen])):
        yield from (Gebrek("bewaartermijn", f"{wat} '{n}' staat er meer dan eens") for n, k in Counter(namen).items()
                    if k > 1)  # fmt: skip


def _gebreken(termijnen: tuple[Bewaartermijn, ...], vandaag: date) -> Iterator[Gebrek]:
    for nr, t in enumerate(termijnen, 1):
        plaats = f"bewaartermijn[{nr}]"
        for veld in ("id", "regelingen", "grond", "bron"):
            if not getattr(t, veld):
                yield Gebrek(f"{plaats}.{veld}", "is leeg")
        yield from meet(f"{plaats}.duur", t.duur, LANGSTE)
        if t.vanaf not in ANKERS:
            yield Gebrek(f"{plaats}.vanaf", f"onbekend feit{dichtste(t.vanaf, list(ANKERS))}")
        if t.status == "vastgesteld":
            yield from _vaststelling(t, plaats, vandaag)


def _vaststelling(t: Bewaartermijn, plaats: str, vandaag: date) -> Iterator[Gebrek]:
    """By whom, on which ground, on a day that has been."""
    if not t.vastgesteld_door.strip():
        yield Gebrek(f"{plaats}.vastgesteld_door", "is leeg, en de status is vastgesteld")
    if t.grond.casefold().startswith("voorstel"):  # it goes into the verklaring van vernietiging
        yield Gebrek(f"{plaats}.grond", "is nog die van het voorstel; noem het besluit of de selectielijst")
    if t.vastgesteld_op is None:
        yield Gebrek(f"{plaats}.vastgesteld_op", "ontbreekt, en de status is vastgesteld")
    elif t.vastgesteld_op > vandaag:
        yield Gebrek(f"{plaats}.vastgesteld_op", "moet nog komen")
