"""The rules and templates that a journal keeps, by the hash under which its entries name them."""

from __future__ import annotations

from hashlib import sha256
from typing import TypeVar

import msgspec

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.regeltekst import Regels, lees_tekst, tekst_van
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
                self.teksten[v.gebeurtenis.bron.sha256] = v.gebeurtenis
            elif isinstance(v.gebeurtenis, SjabloonVastgelegd):
                self._sjablonen |= {stuk.sha256: stuk for stuk in v.gebeurtenis.stukken}
        self._gelezen: dict[str, msgspec.Struct] = {}

    def regels(self, bron: Bron, soort: type[T]) -> T:
        """The rules that an entry names. Raises Onbruikbaar where their text is not there."""
        if bron.sha256 not in self._gelezen:
            if bron.sha256 not in self.teksten:
                raise Onbruikbaar("regels-ontbreken", f"het journaal mist de tekst van {bron.id} ({bron.versie})")
            self._gelezen[bron.sha256] = lees_tekst(self.teksten[bron.sha256].tekst, soort)
        regels = self._gelezen[bron.sha256]
        assert isinstance(regels, soort)
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
