"""The advice, the decision, their extension, and what comes after: art. 12 and 13."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

import msgspec

from klachtcli.recht.duur import Duur
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.gebeurtenissen.basis import Gebeurd, Ontvanger


class Klachtonderdeel(msgspec.Struct, frozen=True, omit_defaults=True):
    """One part of the klacht in the advice: what was found, and what the committee thinks of it (Awb 9:15 lid 4)."""

    klacht: str
    bevinding: str
    oordeel: str


class Advies(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the advice holds (art. 12 lid 5 and 7), as far as it was written down here; the shape of advies.toml.

    voor, tegen, onthouding: votes. Where somebody voted against, both views stand in it, each with its reasons.
    hoorverslag: whether the reports of hearings go with it; if not, `reden_zonder_verslag` says why.
    """

    strekking: str | None = None
    aard: tuple[Literal["preventief", "corrigerend", "gericht op een oplossing"], ...] = ()
    onderdeel: tuple[Klachtonderdeel, ...] = ()
    maatregel: tuple[str, ...] = ()
    voor: int | None = None
    tegen: int = 0
    onthouding: int = 0
    meerderheid: str | None = None
    minderheid: str | None = None
    hoorverslag: bool | None = None
    reden_zonder_verslag: str | None = None

    @property
    def voorzitter_gaf_doorslag(self) -> bool:
        """Art. 12 lid 7: with as many votes against as in favour, the chair's vote decided."""
        return bool(self.voor) and self.voor == self.tegen


class Beslissing(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the werkgever decided (art. 13), and what each party is told of it; the shape of beslissing.toml.

    voor_aangeklaagde: one text for each aangeklaagde, in their order. What one is told, no other reads.
    """

    strekking: str | None = None
    motivering: str | None = None
    wijkt_af: bool | None = None
    reden_afwijking: str | None = None
    voor_klager: str | None = None
    voor_aangeklaagde: tuple[str, ...] = ()


class AdviesVerdaagd(Gebeurd, tag="advies_verdaagd", frozen=True):
    """Art. 12 lid 3: the advice comes later, on a day that is told to both parties."""

    anker: ClassVar[str] = "advies_verdaagd"
    handeling: ClassVar[str] = "verdaag_advies"
    op: date
    tot_en_met: date
    reden: str | None = None


class AdviesUitgebracht(Gebeurd, tag="advies_uitgebracht", frozen=True):
    """Art. 12 lid 2: the committee gave its advice. `strekking` alone is how entries before 0.2 said what it was."""

    anker: ClassVar[str] = "advies"
    handeling: ClassVar[str] = "adviseer"
    op: date
    strekking: str | None = None
    advies: Advies = Advies()


class AdviesOntvangen(Gebeurd, tag="advies_ontvangen", frozen=True):
    """Art. 13 lid 1: the day on which the werkgever received the advice; the term to decide counts from it."""

    anker: ClassVar[str] = "ontvangst_advies"
    handeling: ClassVar[str] = "ontvang_advies"
    op: date


class BeslissingVerdaagd(Gebeurd, tag="beslissing_verdaagd", frozen=True):
    """Art. 13 lid 3: the decision comes later: by a length, or on a day within it, with the reason given."""

    anker: ClassVar[str] = "beslissing_verdaagd"
    handeling: ClassVar[str] = "verdaag_beslissing"
    op: date
    reden: str
    duur: Duur | None = None
    tot_en_met: date | None = None
    instemming: bool = False


class BeslissingGenomen(Gebeurd, tag="beslissing_genomen", frozen=True):
    """Art. 13 lid 1: the werkgever decided on the advice. `strekking` alone: entries before 0.2."""

    anker: ClassVar[str] = "beslissing"
    handeling: ClassVar[str] = "beslis"
    op: date
    strekking: str | None = None
    beslissing: Beslissing = Beslissing()


class CommissieGeinformeerd(Gebeurd, tag="commissie_geinformeerd", frozen=True):
    """Art. 13 lid 2: the committee heard of the decision."""

    anker: ClassVar[str] = "commissie_geinformeerd"
    handeling: ClassVar[str] = "informeer_commissie"
    op: date


class NazorgAangeboden(Gebeurd, tag="nazorg_aangeboden", frozen=True):
    """Care was offered to a party in another way than by letter. The regulation has no rule for it."""

    anker: ClassVar[str] = "nazorg_aangeboden"
    handeling: ClassVar[str] = "bied_nazorg"
    op: date
    aan: Ontvanger


class ZaakGesloten(Gebeurd, tag="zaak_gesloten", frozen=True):
    """The file is closed."""

    anker: ClassVar[str] = "gesloten"
    handeling: ClassVar[str] = "sluit"
    op: date
    reden: str | None = None


class ZaakHeropend(Gebeurd, tag="zaak_heropend", frozen=True):
    """The file was closed and is open again."""

    heft_op: ClassVar[tuple[str, ...]] = ("gesloten",)
    handeling: ClassVar[str] = "heropen"
    op: date
    reden: str


class BriefGemaakt(Gebeurd, tag="brief_gemaakt", frozen=True):
    """A letter was written: to whom, the values in it, and the hashes of template and file: it can be made again.

    commissie: the version of config/commissie.toml that it was made under; vrij: which values the secretary gave. With
    these the values themselves can be found again from what was recorded before it (since 0.4).
    """

    op: date
    brief: str
    aan: Ontvanger
    bestand: str
    sjabloon: str
    gegevens: dict[str, str | tuple[str | dict[str, str], ...]]
    sha256: str
    zegel: str
    commissie: Bron | None = None
    vrij: tuple[str, ...] = ()


class BriefVerzonden(Gebeurd, tag="brief_verzonden", frozen=True):
    """A letter went out or was handed over. `eigen`: one that was not made here, such as the werkgever's own."""

    handeling: ClassVar[str] = "verzend_brief"
    op: date
    brief: str
    aan: Ontvanger = "klager"
    eigen: bool = False
