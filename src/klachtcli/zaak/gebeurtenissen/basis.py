"""What all events share, and the entries that concern the work folder itself."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from klachtcli.recht.regeling import Bron

# Who is meant in a case: klager, aangeklaagde-1, aangeklaagde-2, ... (`zaak.partijen`).
Partij = str
# Whom a letter goes to: a partij, or werkgever, commissie, genodigde-1, ... (`zaak.partijen`).
Ontvanger = str
Tijd = Annotated[str, "tijd"]


class Gebeurd(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="soort"):
    """Common ground of all events.

    anker: the fact that the event makes so, for terms, duties and the procedure; heft_op: the facts that it undoes.
    handeling: the act of the procedure that it is; empty for what the tool itself keeps. gedaan_op: the field with the
    day on which it was done.
    """

    anker: ClassVar[str] = ""
    heft_op: ClassVar[tuple[str, ...]] = ()
    handeling: ClassVar[str] = ""
    gedaan_op: ClassVar[str] = "op"

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


class Dagen(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What was counted of one term when an act was recorded: the receipt against which a replay is held."""

    termijn: str
    vanaf: date
    nominaal: date
    uiterlijk: date
    veilig: date


class WerkmapAangemaakt(Gebeurd, tag="werkmap_aangemaakt", frozen=True):
    """The first entry: which work folder this journal belongs to."""

    werkmap: str


class RegelsVastgelegd(Gebeurd, tag="regels_vastgelegd", frozen=True):
    """The text of rules that later entries name: a version of a regulation, a calendar, fracties, a committee."""

    bron: Bron
    tekst: str


class SjabloonVastgelegd(Gebeurd, tag="sjabloon_vastgelegd", frozen=True):
    """The template that letters name by its hash: the file itself is kept as an attachment of the work folder."""

    brief: str
    stukken: tuple[Stuk, ...]


class AfwijkingVastgelegd(Gebeurd, tag="afwijking_vastgelegd", frozen=True):
    """An act was done although something that belongs before it was not: what that was, and why all the same.

    Stands after the act itself, in the same transaction. `van`: what was lacking, with its article.
    """

    op: date
    bij: str
    van: tuple[str, ...]
    reden: str


class VastleggingGecorrigeerd(Gebeurd, tag="vastlegging_gecorrigeerd", frozen=True):
    """An earlier entry was wrong: it holds no longer, or with other values. The entry itself stays as it was written.

    `wijzigt`: field -> its right value, as JSON; empty where the entry holds no longer at all.
    """

    op: date
    nummer: int
    reden: str
    wijzigt: dict[str, object] = {}
