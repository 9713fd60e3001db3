"""The rules and templates that a journal keeps, by the hash under which its entries name them."""

from __future__ import annotations

from hashlib import sha256
from typing import TypeVar

import msgspec

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.regeltekst import Regels, lees_genoemd, tekst_van
from klachtcli.journaal.schade import TERUG
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.gebeurtenissen import RegelsVastgelegd, SjabloonVastgelegd, Stuk

T = TypeVar("T", bound=msgspec.Struct)


class Regelboek:
    """What the work folder's own entries keep for the cases. Each text is read once and shared by all that name it."""

    def __init__(self, journaal: Journaal) -> None:
        self.journaal = journaal
        self.teksten: dict[str, RegelsVastgelegd] = {}
        self._sjablonen: dict[str, Stuk] = {}
        for v in journaal.lees_werkmap("regels_vastgelegd", "sjabloon_vastgelegd"):
            if isinstance(v.gebeurtenis, RegelsVastgelegd):
                self.teksten.setdefault(v.gebeurtenis.bron.sha256, v.gebeurtenis)
            elif isinstance(v.gebeurtenis, SjabloonVastgelegd):
                self._sjablonen |= {stuk.sha256: stuk for stuk in v.gebeurtenis.stukken}
        self._gelezen: dict[tuple[Bron, type], msgspec.Struct] = {}

    def regels(self, bron: Bron, soort: type[T]) -> T:
        """The rules that an entry names. Raises Onbruikbaar where their text is not there, or is not what it names."""
        sleutel = (bron, soort)
        if sleutel not in self._gelezen:
            if bron.sha256 not in self.teksten:
                raise Onbruikbaar("regels-ontbreken", f"het journaal mist de tekst van {bron.id} ({bron.versie})")
            self._gelezen[sleutel] = _lees(self.teksten[bron.sha256].tekst, bron, soort)
        regels = self._gelezen[sleutel]
        assert isinstance(regels, soort)  # read as such
        return regels

    def sjabloon(self, sha256_: str) -> bytes | None:
        """The template with this hash; None where it is not there."""
        stuk = self._sjablonen.get(sha256_)
        return self.journaal.lees_stuk(stuk) if stuk else None

    def leg_regels_vast(self, schrijver: Schrijver, regels: Regels) -> Bron:
        """The name of rules for an entry; their text is added to the journal where it is not there yet."""
        bron, tekst = tekst_van(regels)
        if bron.sha256 not in self.teksten:
            self.teksten[bron.sha256] = RegelsVastgelegd(bron, tekst)
            schrijver.voeg_toe("", self.teksten[bron.sha256])
        return bron

    def leg_sjabloon_vast(self, schrijver: Schrijver, brief: str, bestand: str, ruw: bytes) -> str:
        """The hash of a template for an entry; the file is kept in the journal where it is not there yet."""
        hash_ = sha256(ruw).hexdigest()
        if hash_ not in self._sjablonen:
            stuk = Stuk(bestand, hash_, len(ruw), schrijver.bewaar_stuk("", ruw))
            schrijver.voeg_toe("", SjabloonVastgelegd(brief, (stuk,)))
            self._sjablonen[hash_] = stuk
        return hash_


def _lees(tekst: str, bron: Bron, soort: type[T]) -> T:
    """Rules out of their text, which has the hash that they are named by."""
    try:
        if sha256(tekst.encode()).hexdigest() == bron.sha256:
            return lees_genoemd(tekst, bron, soort)
    except ValueError:
        pass
    feit = f"wat het journaal bewaart als {bron.id} ({bron.versie}), is dat niet"
    raise Onbruikbaar("regels-veranderd", feit, grondslag="regels worden genoemd met de hash van hun tekst",
                      herstel=TERUG)  # fmt: skip
