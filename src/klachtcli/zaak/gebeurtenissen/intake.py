"""From klaagschrift to ontvankelijk or not, and out again: art. 9 and 10, and withdrawal."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from klachtcli.recht.regeling import Bron
from klachtcli.zaak.gebeurtenissen.basis import Gebeurd, Partij, Stuk
from klachtcli.zaak.klaagschrift import Aanvulling, Contact, Klaagschrift


class KlaagschriftOntvangen(Gebeurd, tag="klaagschrift_ontvangen", frozen=True):
    """Art. 9 lid 4: a klaagschrift came in. Opens the case, under the regulation of that day."""

    anker: ClassVar[str] = "ontvangst"
    op: date
    klaagschrift: Klaagschrift
    regeling: Bron
    kalender: Bron
    stukken: tuple[Stuk, ...] = ()


class Getoetst(Gebeurd, tag="getoetst", frozen=True):
    """The check of art. 9 and 10: its findings, and the versions of the rules that it used.

    eerdere_zaken: the cases between what may be the same people that it looked at (art. 9 lid 5 onder b; since 0.4).
    verwijzing: where else the klager may turn, where somebody is or may be outside the regulation; wegwijzer: by which.
    """

    anker: ClassVar[str] = "getoetst"
    op: date
    uitkomst: str
    bevindingen: tuple[tuple[str, str, str], ...]
    regeling: Bron
    kalender: Bron
    fracties: Bron
    eerdere_zaken: tuple[str, ...] | None = None
    wegwijzer: Bron | None = None
    verwijzing: tuple[str, ...] = ()
    verwijzing_bron: str = ""


class AanvullingGevraagd(Gebeurd, tag="aanvulling_gevraagd", frozen=True):
    """Art. 9 lid 3: the klager was asked to complete the klacht."""

    anker: ClassVar[str] = "aanvulling_gevraagd"
    heft_op: ClassVar[tuple[str, ...]] = ("aanvulling_ontvangen", "aanvulling_uitgebleven")
    handeling: ClassVar[str] = "vraag_aanvulling"
    op: date


class AanvullingOntvangen(Gebeurd, tag="aanvulling_ontvangen", frozen=True):
    """Art. 9 lid 3: what the klager sent later."""

    anker: ClassVar[str] = "aanvulling_ontvangen"
    heft_op: ClassVar[tuple[str, ...]] = ("aanvulling_uitgebleven", "getoetst")
    handeling: ClassVar[str] = "ontvang_aanvulling"
    op: date
    aanvulling: Aanvulling
    stukken: tuple[Stuk, ...] = ()


class AanvullingUitgebleven(Gebeurd, tag="aanvulling_uitgebleven", frozen=True):
    """Art. 9 lid 3: the term that was set for the klager passed, and nothing came."""

    anker: ClassVar[str] = "aanvulling_uitgebleven"
    handeling: ClassVar[str] = "aanvulling_blijft_uit"
    op: date


class KlachtCompleet(Gebeurd, tag="klacht_compleet", frozen=True):
    """Art. 10 lid 1: the klacht is complete, or was taken up all the same."""

    anker: ClassVar[str] = "compleet"
    handeling: ClassVar[str] = "compleet"
    op: date
    reden: str | None = None


class OntvankelijkBevonden(Gebeurd, tag="ontvankelijk_bevonden", frozen=True):
    """Art. 10 lid 1: the committee found the klacht ontvankelijk."""

    anker: ClassVar[str] = "ontvankelijk"
    handeling: ClassVar[str] = "ontvankelijk"
    op: date
    reden: str | None = None


class NietOntvankelijkGeadviseerd(Gebeurd, tag="niet_ontvankelijk_geadviseerd", frozen=True):
    """Art. 10 lid 4: the committee advised the bevoegd gezag; nothing is decided yet.

    `grond`: the ids of the requirements in the regulation's data on which the advice rests, such as 9.5.b.
    """

    anker: ClassVar[str] = "advies_niet_ontvankelijk"
    handeling: ClassVar[str] = "advies_niet_ontvankelijk"
    op: date
    reden: str | None = None
    grond: tuple[str, ...] = ()


class NietOntvankelijkVerklaard(Gebeurd, tag="niet_ontvankelijk_verklaard", frozen=True):
    """Art. 10 lid 4: the bevoegd gezag decided."""

    anker: ClassVar[str] = "niet_ontvankelijk"
    handeling: ClassVar[str] = "niet_ontvankelijk"
    op: date
    reden: str | None = None


class ContactVermeld(Gebeurd, tag="contact_vermeld", frozen=True):
    """Where a party can be reached, or how to be addressed, as it now is; what is not named stays as it was."""

    anker: ClassVar[str] = "contact_vermeld"
    handeling: ClassVar[str] = "vermeld_contact"
    op: date
    van: Partij
    contact: Contact


class KlachtIngetrokken(Gebeurd, tag="klacht_ingetrokken", frozen=True):
    """The klager withdrew the klacht. The regulation has no rule for it, and nobody asks why."""

    anker: ClassVar[str] = "ingetrokken"
    handeling: ClassVar[str] = "trek_in"
    op: date
