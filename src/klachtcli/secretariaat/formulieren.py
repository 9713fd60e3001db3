"""The form for a klager: what it holds under the regulation of a work folder, and the file it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.instellingen.commissies import Commissie, lees_commissie
from klachtcli.instellingen.regelingen import geldend, lees_regelingen
from klachtcli.instellingen.wegwijzers import lees_wegwijzer
from klachtcli.recht.regeling import Regeling
from klachtcli.recht.wegwijzer import Wegwijzer
from klachtcli.schijf import reden, schrijf_heel
from klachtcli.stukken import formulier
from klachtcli.stukken.formuliertekst import Opzet, maak_opzet

NAAM = "klaagschrift.docx"
# What the form tells of the committee.
_GENOEMD = ("adres", "secretaris.email", "secretaris.telefoon", "vertrouwenspersoon", "maatschappelijk_werk")


class Grond(NamedTuple):
    """What the form follows from: the regulation of today, the committee, and the wegwijzer where there is one."""

    regeling: Regeling
    commissie: Commissie
    wegwijzer: Wegwijzer | None

    def opzet(self, artikelen: Mapping[str, str]) -> Opzet:
        """The form; artikelen: for which article each place is asked."""
        return maak_opzet(self.regeling, self.commissie, artikelen, self.wegwijzer)

    @property
    def ontbreekt(self) -> list[str]:
        """What the form cannot tell because nobody filled it in."""
        leeg = self.commissie.leeg
        return [naam for naam in _GENOEMD if naam in leeg]


def lees_grond(config: Path, *, om_te_lezen: bool = False) -> Grond:
    """What the form follows from in a config folder; a wegwijzer is no need to read one back. Raises KlachtFout."""
    commissie = lees_commissie(config)
    regeling = geldend(lees_regelingen(config / "regelingen", commissie.regeling), klok.vandaag())
    try:
        wegwijzer = lees_wegwijzer(config)
    except KlachtFout:
        if not om_te_lezen:
            raise
        wegwijzer = None
    return Grond(regeling, commissie, wegwijzer)


def bewaar(opzet: Opzet, doel: Path, *, op_papier: bool = False) -> None:
    """Write the form, whole, and never over another file. Raises Onbruikbaar."""
    inhoud = formulier.schrijf(opzet, op_papier=op_papier)
    try:
        if doel.exists() and doel.read_bytes() == inhoud:
            return  # the same form is there already
        schrijf_heel(doel, inhoud)
    except OSError as fout:
        raise Onbruikbaar("formulier-niet-te-schrijven", f"het formulier is niet te schrijven: {reden(fout)}",
                          herstel="Kies met -o een andere naam of plek") from None  # fmt: skip
