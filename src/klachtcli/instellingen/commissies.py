"""config/commissie.toml and config/fracties.toml: who the committee is, and which fracties take part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from klachtcli.fouten import Gebrek
from klachtcli.instellingen.bestand import instelling, lees_instelling
from klachtcli.instellingen.lezer import meld
from klachtcli.recht.duur import Duur
from klachtcli.zaak.fracties import Fracties, gelijkend

Rol = Literal["voorzitter", "plaatsvervangend voorzitter", "lid", "plaatsvervangend lid"]


class Lid(msgspec.Struct, frozen=True, omit_defaults=True):
    """A member and the appointment (art. 6 lid 2, art. 7). `onderdeel`: where this member works, or the fractie."""

    naam: str
    rol: Rol
    uit: Literal["extern", "ambtelijk", "politiek"] | None = None
    benoemd_vanaf: date | None = None
    benoemd_tot_en_met: date | None = None
    vrouw: bool | None = None
    onderdeel: str | None = None

    def benoemd(self, op: date) -> bool:
        """Whether the appointment runs on a day."""
        return (self.benoemd_vanaf or date.min) <= op <= (self.benoemd_tot_en_met or date.max)


class Werkgever(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who gets the advice and decides (art. 12, 13): a function, no name. `voor`: its onderdelen; none: all others."""

    naam: str
    organisatie: str = ""
    adres: tuple[str, ...] = ()
    aanhef: str = ""
    voor: tuple[str, ...] = ()


class Secretariaat(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whom a letter names as its sender."""

    naam: str = ""
    telefoon: str = ""
    email: str = ""


class Commissie(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who the committee is and whom its letters name. A text that is still empty has not been filled in."""

    regeling: str
    naam: str = ""
    adres: tuple[str, ...] = ()
    secretaris: Secretariaat = Secretariaat()
    lid: tuple[Lid, ...] = ()
    werkgever: tuple[Werkgever, ...] = ()
    ondernemingsraad: tuple[str, ...] = ()
    meld_einde_benoeming: Annotated[Duur, "duur"] = Duur(maanden=3)
    vertrouwenspersoon: str = ""
    maatschappelijk_werk: str = ""
    functionaris_gegevensbescherming: str = ""
    bewaren: str = ""

    @property
    def leeg(self) -> list[str]:
        """What nobody filled in, by its key in commissie.toml: a letter that names it cannot be made."""
        van = msgspec.structs.asdict(self.secretaris)
        velden = ("naam", "adres", "vertrouwenspersoon", "maatschappelijk_werk", "functionaris_gegevensbescherming",
                  "bewaren", "lid", "werkgever")  # fmt: skip
        alle = {veld: getattr(self, veld) for veld in velden} | {f"secretaris.{veld}": van[veld] for veld in van}
        return [naam for naam, waarde in alle.items() if not waarde]

    def met_rol(self, *rollen: Rol, op: date) -> list[str]:
        """The names of the members in these roles whose appointment runs on a day."""
        return [m.naam for m in self.lid if m.rol in rollen and m.benoemd(op)]

    def werkgever_van(self, onderdeel: str | None) -> Werkgever | None:
        """Who decides about somebody at an onderdeel: the one named for it, else the one for all others."""
        zoek = gelijkend(onderdeel or "")
        voor = (w for w in self.werkgever if zoek and zoek in map(gelijkend, w.voor))
        return next(voor, None) or next((w for w in self.werkgever if not w.voor), None)


@instelling()
def lees_commissie(map_: Path) -> Commissie:
    """The committee in a config folder."""
    wat = "config/commissie.toml"
    commissie = lees_instelling(Commissie, map_ / "commissie.toml", wat, "commissie-fout")
    meld(list(_leden(commissie)), wat, "commissie-fout")
    return commissie


def _leden(commissie: Commissie) -> Iterator[Gebrek]:
    for n, lid in enumerate(commissie.lid, 1):
        if lid.benoemd_vanaf and lid.benoemd_tot_en_met and lid.benoemd_tot_en_met < lid.benoemd_vanaf:
            yield Gebrek(f"lid[{n}].benoemd_tot_en_met", "ligt vóór benoemd_vanaf")


@instelling()
def lees_fracties(map_: Path) -> Fracties:
    """The register of fracties in a config folder."""
    wat = "config/fracties.toml"
    fracties = lees_instelling(Fracties, map_ / "fracties.toml", wat, "fracties-fout")
    meld(list(_fracties(fracties)), wat, "fracties-fout")
    return fracties


def _fracties(fracties: Fracties) -> Iterator[Gebrek]:
    """Of one fractie on one day, one thing is known."""
    for n, f in enumerate(fracties.fractie, 1):
        if f.tot_en_met is not None and f.tot_en_met < f.van:
            yield Gebrek(f"fractie[{n}].tot_en_met", "ligt vóór van")
        for m, ander in enumerate(fracties.fractie[: n - 1], 1):
            samen = f.van <= (ander.tot_en_met or date.max) and ander.van <= (f.tot_en_met or date.max)
            if samen and gelijkend(f.naam) == gelijkend(ander.naam):
                yield Gebrek(f"fractie[{n}]", f"overlapt fractie[{m}]: dezelfde fractie in dezelfde tijd")
