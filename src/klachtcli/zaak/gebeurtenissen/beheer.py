"""What happens to a case from outside its procedure: other rules, who looked into it, how long it is kept, its end."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from klachtcli.recht.regeling import Bron
from klachtcli.zaak.gebeurtenissen.basis import Gebeurd

Inzage = Literal["zaak", "stukken", "signalen", "overzicht", "jaarverslag", "pakket", "reservekopie", "sleutelkopie"]


class RegelsInGebruikGenomen(Gebeurd, tag="regels_in_gebruik_genomen", frozen=True):
    """From this entry on the case is governed by another version of its regulation, or counted on another calendar.

    reden: why a running case follows a new version; a besluit on free days needs none (Algemene termijnenwet art. 3).
    """

    op: date
    regeling: Bron
    kalender: Bron
    reden: str | None = None


class Ingezien(Gebeurd, tag="ingezien", frozen=True):
    """Somebody saw or took out what is personal: of the case it stands in, or of these; no part of the procedure.

    zaken: the numbers, where it was about several; empty where it was about all.
    """

    op: date
    wat: Inzage
    zaken: tuple[str, ...] = ()


class VernietigingTegengehouden(Gebeurd, tag="vernietiging_tegengehouden", frozen=True):
    """The file may not be destroyed for now, whatever its retention says: a court, an access request, an inquiry."""

    op: date
    reden: str


class VernietigingVrijgegeven(Gebeurd, tag="vernietiging_vrijgegeven", frozen=True):
    """The file may be destroyed again, once its retention has passed."""

    op: date
    reden: str


class Kopie(msgspec.Struct, frozen=True, array_like=True):
    """Copies of one kind that were made with the tool, and on which days: what somebody has to destroy as well.

    nummers: of each copy the entry that says so, the number in its zegel and in the name of its file (since 0.4).
    """

    wat: Inzage
    dagen: tuple[date, ...]
    nummers: tuple[int, ...] = ()


class ZaakVernietigd(Gebeurd, tag="zaak_vernietigd", frozen=True):
    """The file was destroyed; this alone is left of it, with the chain. Sealed as the work folder's own.

    bewaartermijn: which one, from config/bewaren.toml; grond: its ground, as it then read; verstreken_op: its last
    day. tweede: who else agreed. kopieen: those in which the case may be, as far as they were recorded.
    """

    op: date
    ontvangen_op: date
    gesloten_op: date
    bewaartermijn: str
    grond: str
    verstreken_op: date
    tweede: str
    kopieen: tuple[Kopie, ...] = ()
