"""The inquiry: mediation, the committee, hearings and their reports, experts, the facts, a temporary measure."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

import msgspec

from klachtcli.zaak.gebeurtenissen.basis import Gebeurd, Partij, Tijd

Delen = Literal["heel", "met weglatingen", "niet"]


class BemiddelingVoorgesteld(Gebeurd, tag="bemiddeling_voorgesteld", frozen=True):
    """Art. 10 lid 1: mediation was put to the klager, or after the klager to an aangeklaagde."""

    anker: ClassVar[str] = "bemiddeling_voorgesteld"
    heft_op: ClassVar[tuple[str, ...]] = ("bemiddeling_aanvaard", "bemiddeling_geweigerd", "bemiddeling_beeindigd")
    handeling: ClassVar[str] = "stel_bemiddeling_voor"
    op: date
    aan: Partij = "klager"


class BemiddelingAanvaard(Gebeurd, tag="bemiddeling_aanvaard", frozen=True):
    """Art. 10 lid 1: one party wants mediation."""

    anker: ClassVar[str] = "bemiddeling_aanvaard"
    handeling: ClassVar[str] = "beantwoord_bemiddeling"
    op: date
    door: Partij


class BemiddelingGeweigerd(Gebeurd, tag="bemiddeling_geweigerd", frozen=True):
    """Art. 10 lid 1: one party wants no mediation; that has no consequence, and no reason is asked."""

    anker: ClassVar[str] = "bemiddeling_geweigerd"
    handeling: ClassVar[str] = "beantwoord_bemiddeling"
    op: date
    door: Partij


class BemiddelingBeeindigd(Gebeurd, tag="bemiddeling_beeindigd", frozen=True):
    """Art. 10 lid 1: mediation ended, with a solution or without; it does not end the klacht by itself."""

    anker: ClassVar[str] = "bemiddeling_beeindigd"
    handeling: ClassVar[str] = "beeindig_bemiddeling"
    op: date
    oplossing: bool


class TermijnenOpgeschort(Gebeurd, tag="termijnen_opgeschort", frozen=True):
    """The terms of the committee stand still, since the klager agreed in writing. The regulation has no rule for it."""

    anker: ClassVar[str] = "opgeschort"
    heft_op: ClassVar[tuple[str, ...]] = ("hervat",)
    handeling: ClassVar[str] = "schort_op"
    op: date
    instemming_op: date


class TermijnenHervat(Gebeurd, tag="termijnen_hervat", frozen=True):
    """The terms run again, from this day."""

    anker: ClassVar[str] = "hervat"
    heft_op: ClassVar[tuple[str, ...]] = ("opgeschort",)
    handeling: ClassVar[str] = "hervat"
    op: date


class Zetel(msgspec.Struct, frozen=True, omit_defaults=True):
    """A member of the committee in this case, as the committee's file described this member then."""

    naam: str
    rol: str
    uit: str | None = None
    vrouw: bool | None = None
    onderdeel: str | None = None
    benoemd_tot_en_met: date | None = None


class CommissieSamengesteld(Gebeurd, tag="commissie_samengesteld", frozen=True):
    """Art. 7: who deals with this case."""

    anker: ClassVar[str] = "commissie_samengesteld"
    handeling: ClassVar[str] = "stel_commissie_samen"
    op: date
    leden: tuple[Zetel, ...]


class Betrokkene(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody in a case who is no party: a witness or an expert, or the raadsman of a party (`voor`)."""

    naam: str
    rol: Literal["getuige", "deskundige", "genodigde", "raadsman"]
    aanhef: Literal["mevrouw", "heer", "geen"] | None = None
    adres: str | None = None
    postcode: str | None = None
    plaats: str | None = None
    email: str | None = None
    telefoon: str | None = None
    functie: str | None = None
    voor: Partij | None = None
    onderwerp: str | None = None


class BetrokkeneVermeld(Gebeurd, tag="betrokkene_vermeld", frozen=True):
    """Art. 11 lid 3, 4 and 8: who else is invited, or assists a party."""

    anker: ClassVar[str] = "betrokkene_vermeld"
    handeling: ClassVar[str] = "betrek"
    op: date
    betrokkene: Betrokkene


class HoorzittingGepland(Gebeurd, tag="hoorzitting_gepland", frozen=True):
    """Art. 11 lid 1, 4 and 5: the day of the hearing (`op`), when that was set, and until when papers may come in.

    wie: who is heard in it (none named: both parties); samen: in each other's presence (none: not settled yet).
    """

    anker: ClassVar[str] = "hoorzitting"
    handeling: ClassVar[str] = "plan_hoorzitting"
    gedaan_op: ClassVar[str] = "gepland_op"
    op: date
    gepland_op: date
    stukken_tot_en_met: date | None = None
    wie: tuple[Partij, ...] = ()
    tijd: Tijd | None = None
    plaats: str | None = None
    samen: bool | None = None


class HoorzittingVerplaatst(Gebeurd, tag="hoorzitting_verplaatst", frozen=True):
    """Art. 11 lid 1: a hearing that was planned on day `was` is on another day, or at another time or place."""

    anker: ClassVar[str] = "hoorzitting"
    handeling: ClassVar[str] = "plan_hoorzitting"
    gedaan_op: ClassVar[str] = "gepland_op"
    op: date
    gepland_op: date
    was: date
    stukken_tot_en_met: date | None = None
    wie: tuple[Partij, ...] = ()
    tijd: Tijd | None = None
    plaats: str | None = None
    samen: bool | None = None


class HoorzittingGeannuleerd(Gebeurd, tag="hoorzitting_geannuleerd", frozen=True):
    """A hearing that was planned will not take place."""

    handeling: ClassVar[str] = "annuleer_hoorzitting"
    op: date
    was: date
    wie: tuple[Partij, ...] = ()
    reden: str | None = None


class HoorzittingGehouden(Gebeurd, tag="hoorzitting_gehouden", frozen=True):
    """Art. 11 lid 1 and 5: who was heard, together or apart, and who had been invited and did not come."""

    anker: ClassVar[str] = "gehoord"
    heft_op: ClassVar[tuple[str, ...]] = ("verslag", "feitenoverzicht_verzonden", "feitenoverzicht_gesloten")
    handeling: ClassVar[str] = "houd_hoorzitting"
    op: date
    gehoord: tuple[Partij, ...]
    afwezig: tuple[Partij, ...] = ()
    samen: bool = False


class VerslagOpgemaakt(Gebeurd, tag="verslag_opgemaakt", frozen=True):
    """Art. 11 lid 2, 12 lid 1 and 5: the report of a hearing, and how the parties get it: whole, in part, or not."""

    anker: ClassVar[str] = "verslag"
    handeling: ClassVar[str] = "maak_verslag"
    op: date
    zitting: date
    van: tuple[Partij, ...]
    delen: Delen = "heel"
    reden: str | None = None


class TerPlaatseOnderzocht(Gebeurd, tag="ter_plaatse_onderzocht", frozen=True):
    """Art. 11 lid 7: the committee, or a member of it, looked on the spot."""

    anker: ClassVar[str] = "onderzoek_ter_plaatse"
    heft_op: ClassVar[tuple[str, ...]] = ("bevindingen",)
    handeling: ClassVar[str] = "onderzoek_ter_plaatse"
    op: date
    omschrijving: str | None = None


class BevindingenVastgelegd(Gebeurd, tag="bevindingen_vastgelegd", frozen=True):
    """Art. 11 lid 7: the report of what was seen on the spot."""

    anker: ClassVar[str] = "bevindingen"
    handeling: ClassVar[str] = "leg_bevindingen_vast"
    op: date


class DeskundigeGeraadpleegd(Gebeurd, tag="deskundige_geraadpleegd", frozen=True):
    """Art. 11 lid 8: expertise from within or outside was used."""

    anker: ClassVar[str] = "deskundige"
    handeling: ClassVar[str] = "raadpleeg_deskundige"
    op: date
    omschrijving: str | None = None


class FeitenoverzichtVerzonden(Gebeurd, tag="feitenoverzicht_verzonden", frozen=True):
    """Art. 12 lid 1: the facts as the committee sees them go to both parties on this day, and they may react."""

    anker: ClassVar[str] = "feitenoverzicht_verzonden"
    heft_op: ClassVar[tuple[str, ...]] = ("feitenoverzicht_gesloten",)
    handeling: ClassVar[str] = "verzend_feitenoverzicht"
    op: date
    reactie_tot_en_met: date | None = None


class FeitenReactieOntvangen(Gebeurd, tag="feiten_reactie_ontvangen", frozen=True):
    """Art. 12 lid 1 and 5: a party reacted to the facts; `zienswijze`: with a view that goes with the advice."""

    anker: ClassVar[str] = "feitenreactie"
    handeling: ClassVar[str] = "ontvang_feitenreactie"
    op: date
    door: Partij
    zienswijze: bool = False


class FeitenoverzichtGesloten(Gebeurd, tag="feitenoverzicht_gesloten", frozen=True):
    """Art. 12 lid 1: the reactions are in, or the time for them is over."""

    anker: ClassVar[str] = "feitenoverzicht_gesloten"
    handeling: ClassVar[str] = "sluit_feitenoverzicht"
    op: date


class VoorzieningGevraagd(Gebeurd, tag="voorziening_gevraagd", frozen=True):
    """Art. 12 lid 4: somebody asked for a temporary measure: who, on which ground, and which measure."""

    anker: ClassVar[str] = "voorziening_gevraagd"
    heft_op: ClassVar[tuple[str, ...]] = ("voorziening_overlegd", "voorziening_besloten")
    handeling: ClassVar[str] = "vraag_voorziening"
    op: date
    door: Partij
    grond: Literal["welzijn van de klager", "onhoudbare situatie"]
    maatregel: str | None = None


class VoorzieningOverlegd(Gebeurd, tag="voorziening_overlegd", frozen=True):
    """Art. 12 lid 4: the bevoegd gezag spoke with the committee about it."""

    anker: ClassVar[str] = "voorziening_overlegd"
    handeling: ClassVar[str] = "overleg_voorziening"
    op: date


class VoorzieningBesloten(Gebeurd, tag="voorziening_besloten", frozen=True):
    """Art. 12 lid 4: the bevoegd gezag took a temporary measure, or decided not to."""

    anker: ClassVar[str] = "voorziening_besloten"
    handeling: ClassVar[str] = "besluit_voorziening"
    op: date
    getroffen: bool
    maatregel: str | None = None
