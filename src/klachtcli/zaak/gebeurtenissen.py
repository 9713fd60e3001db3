"""The events of a case: what was done or what came in, one value each, stored under a stable name.

`op` is the day on which it happened (when it was recorded stands in the journal). Nothing is ever changed: what
proves wrong is corrected by a new event. A new field gets a default, so that old entries stay readable.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from klachtcli.recht.duur import Duur
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.klaagschrift import Aanvulling, Klaagschrift


class _Gebeurtenis(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="soort"):
    """Common ground. `anker` is the fact that the event makes so, for terms and for the procedure."""

    anker: ClassVar[str] = ""

    @property
    def soort(self) -> str:
        """The stable name under which the event is stored."""
        return str(self.__struct_config__.tag)


class Stuk(msgspec.Struct, frozen=True, omit_defaults=True):
    """An attachment as kept: its name, the hash of its bytes, and the journal entry that holds them, sealed."""

    bestand: str
    sha256: str
    grootte: int
    nummer: int
    omschrijving: str | None = None


class WerkmapAangemaakt(_Gebeurtenis, tag="werkmap_aangemaakt", frozen=True):
    """The first entry: which work folder this journal belongs to."""

    werkmap: str


class RegelsVastgelegd(_Gebeurtenis, tag="regels_vastgelegd", frozen=True):
    """The text of rules that later entries name: a version of a regulation, the calendar, the fracties."""

    bron: Bron
    tekst: str


class SjabloonVastgelegd(_Gebeurtenis, tag="sjabloon_vastgelegd", frozen=True):
    """The template that letters name by its hash: the file itself is kept as an attachment of the work folder."""

    brief: str
    stukken: tuple[Stuk, ...]


class KlaagschriftOntvangen(_Gebeurtenis, tag="klaagschrift_ontvangen", frozen=True):
    """Art. 9 lid 4: a klaagschrift came in. Opens the case, under the regulation of that day."""

    anker: ClassVar[str] = "ontvangst"
    op: date
    klaagschrift: Klaagschrift
    regeling: Bron
    kalender: Bron
    stukken: tuple[Stuk, ...] = ()


class Getoetst(_Gebeurtenis, tag="getoetst", frozen=True):
    """The check of art. 9 and 10: its findings, and the versions of the rules that it used."""

    op: date
    uitkomst: str
    bevindingen: tuple[tuple[str, str, str], ...]
    regeling: Bron
    kalender: Bron
    fracties: Bron


class AanvullingGevraagd(_Gebeurtenis, tag="aanvulling_gevraagd", frozen=True):
    """Art. 9 lid 3: the klager was asked to complete the klacht."""

    anker: ClassVar[str] = "aanvulling_gevraagd"
    op: date


class AanvullingOntvangen(_Gebeurtenis, tag="aanvulling_ontvangen", frozen=True):
    """Art. 9 lid 3: what the klager sent later."""

    anker: ClassVar[str] = "aanvulling_ontvangen"
    op: date
    aanvulling: Aanvulling
    stukken: tuple[Stuk, ...] = ()


class KlachtCompleet(_Gebeurtenis, tag="klacht_compleet", frozen=True):
    """Art. 10 lid 1: the klacht is complete, or was taken up all the same."""

    anker: ClassVar[str] = "compleet"
    op: date
    reden: str | None = None


class OntvankelijkBevonden(_Gebeurtenis, tag="ontvankelijk_bevonden", frozen=True):
    """Art. 10 lid 1: the committee found the klacht ontvankelijk."""

    anker: ClassVar[str] = "ontvankelijk"
    op: date
    reden: str | None = None


class NietOntvankelijkGeadviseerd(_Gebeurtenis, tag="niet_ontvankelijk_geadviseerd", frozen=True):
    """Art. 10 lid 4: the committee advised the bevoegd gezag; nothing is decided yet."""

    anker: ClassVar[str] = "advies_niet_ontvankelijk"
    op: date
    reden: str | None = None


class NietOntvankelijkVerklaard(_Gebeurtenis, tag="niet_ontvankelijk_verklaard", frozen=True):
    """Art. 10 lid 4: the bevoegd gezag decided."""

    anker: ClassVar[str] = "niet_ontvankelijk"
    op: date
    reden: str | None = None


class HoorzittingGepland(_Gebeurtenis, tag="hoorzitting_gepland", frozen=True):
    """Art. 11 lid 1 and 4: the day of the hearing (`op`), when that was set, and until when papers may come in."""

    anker: ClassVar[str] = "hoorzitting"
    op: date
    gepland_op: date
    stukken_tot_en_met: date | None = None


class FeitenoverzichtVerzonden(_Gebeurtenis, tag="feitenoverzicht_verzonden", frozen=True):
    """Art. 12 lid 1: both parties got the facts as the committee sees them, and may react."""

    anker: ClassVar[str] = "feitenoverzicht_verzonden"
    op: date
    reactie_tot_en_met: date | None = None


class FeitenoverzichtGesloten(_Gebeurtenis, tag="feitenoverzicht_gesloten", frozen=True):
    """Art. 12 lid 1: the reactions are in, or the time for them is over."""

    anker: ClassVar[str] = "feitenoverzicht_gesloten"
    op: date


class AdviesVerdaagd(_Gebeurtenis, tag="advies_verdaagd", frozen=True):
    """Art. 12 lid 3: the advice comes later, on a day that was told to both parties."""

    op: date
    tot_en_met: date
    reden: str | None = None


class AdviesUitgebracht(_Gebeurtenis, tag="advies_uitgebracht", frozen=True):
    """Art. 12 lid 2: the committee gave its advice."""

    anker: ClassVar[str] = "advies"
    op: date
    strekking: str | None = None


class AdviesOntvangen(_Gebeurtenis, tag="advies_ontvangen", frozen=True):
    """Art. 13 lid 1: the day on which the werkgever received the advice; the term to decide counts from it."""

    anker: ClassVar[str] = "ontvangst_advies"
    op: date


class BeslissingVerdaagd(_Gebeurtenis, tag="beslissing_verdaagd", frozen=True):
    """Art. 13 lid 3: the decision comes later: by a length, or on a day within it, with the reason given."""

    op: date
    reden: str
    duur: Duur | None = None
    tot_en_met: date | None = None
    instemming: bool = False


class BeslissingGenomen(_Gebeurtenis, tag="beslissing_genomen", frozen=True):
    """Art. 13 lid 1: the werkgever decided on the advice."""

    anker: ClassVar[str] = "beslissing"
    op: date
    strekking: str | None = None


class BriefGemaakt(_Gebeurtenis, tag="brief_gemaakt", frozen=True):
    """A letter was written: to whom, the values in it, and the hashes of template and file: it can be made again."""

    op: date
    brief: str
    aan: str
    bestand: str
    sjabloon: str
    gegevens: dict[str, str | tuple[str, ...]]
    sha256: str
    zegel: str


class BriefVerzonden(_Gebeurtenis, tag="brief_verzonden", frozen=True):
    """A letter went out or was handed over."""

    op: date
    brief: str

    ANKERS: ClassVar[dict[str, str]] = {"ontvangstbevestiging": "ontvangst_bevestigd"}


class ZaakGesloten(_Gebeurtenis, tag="zaak_gesloten", frozen=True):
    """The file is closed."""

    anker: ClassVar[str] = "gesloten"
    op: date
    reden: str | None = None


Gebeurtenis = (
    WerkmapAangemaakt | RegelsVastgelegd | SjabloonVastgelegd | KlaagschriftOntvangen | Getoetst
    | AanvullingGevraagd | AanvullingOntvangen
    | KlachtCompleet | OntvankelijkBevonden | NietOntvankelijkGeadviseerd | NietOntvankelijkVerklaard
    | HoorzittingGepland | FeitenoverzichtVerzonden | FeitenoverzichtGesloten | AdviesVerdaagd | AdviesUitgebracht
    | AdviesOntvangen | BeslissingVerdaagd | BeslissingGenomen | BriefGemaakt | BriefVerzonden | ZaakGesloten
)  # fmt: skip

Verdaging = AdviesVerdaagd | BeslissingVerdaagd

# Kinds that the journal keeps an index or a projection of.
OPENT = "klaagschrift_ontvangen"
VULT_AAN = "aanvulling_ontvangen"
SLUIT = "zaak_gesloten"


def gebeurd_op(e: Gebeurtenis) -> date:
    """The day on which it was done: of a hearing, the day on which it was planned."""
    dag: date = e.gepland_op if isinstance(e, HoorzittingGepland) else getattr(e, "op", date.min)
    return dag
