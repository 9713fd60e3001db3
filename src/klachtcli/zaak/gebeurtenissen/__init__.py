"""The events of a case: what was done or what came in, one value each, stored under a stable name.

`op` is the day on which it happened (when it was recorded stands in the journal). Nothing is ever changed: what
proves wrong is corrected by a new event. A new field gets a default, so that old entries stay readable.

basis: the work folder, deviation and correction · intake: art. 9 and 10 · onderzoek: art. 10 lid 1, 11 and 12 ·
uitkomst: art. 12, 13, letters and the end · toezicht: the voorzitter, signals, the annual report · beheer: other rules,
who looked, retention.
"""

from __future__ import annotations

from datetime import date

from klachtcli.zaak.gebeurtenissen.basis import (
    AfwijkingVastgelegd as AfwijkingVastgelegd,
    Dagen as Dagen,
    Ontvanger as Ontvanger,
    Partij as Partij,
    RegelsVastgelegd as RegelsVastgelegd,
    SjabloonVastgelegd as SjabloonVastgelegd,
    Stuk as Stuk,
    VastleggingGecorrigeerd as VastleggingGecorrigeerd,
    WerkmapAangemaakt as WerkmapAangemaakt,
)
from klachtcli.zaak.gebeurtenissen.beheer import (
    Ingezien as Ingezien,
    Inzage as Inzage,
    Kopie as Kopie,
    RegelsInGebruikGenomen as RegelsInGebruikGenomen,
    VernietigingTegengehouden as VernietigingTegengehouden,
    VernietigingVrijgegeven as VernietigingVrijgegeven,
    ZaakVernietigd as ZaakVernietigd,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    AanvullingGevraagd as AanvullingGevraagd,
    AanvullingOntvangen as AanvullingOntvangen,
    AanvullingUitgebleven as AanvullingUitgebleven,
    ContactVermeld as ContactVermeld,
    Getoetst as Getoetst,
    KlaagschriftOntvangen as KlaagschriftOntvangen,
    KlachtCompleet as KlachtCompleet,
    KlachtIngetrokken as KlachtIngetrokken,
    NietOntvankelijkGeadviseerd as NietOntvankelijkGeadviseerd,
    NietOntvankelijkVerklaard as NietOntvankelijkVerklaard,
    OntvankelijkBevonden as OntvankelijkBevonden,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    BemiddelingAanvaard as BemiddelingAanvaard,
    BemiddelingBeeindigd as BemiddelingBeeindigd,
    BemiddelingGeweigerd as BemiddelingGeweigerd,
    BemiddelingVoorgesteld as BemiddelingVoorgesteld,
    Betrokkene as Betrokkene,
    BetrokkeneVermeld as BetrokkeneVermeld,
    BevindingenVastgelegd as BevindingenVastgelegd,
    CommissieSamengesteld as CommissieSamengesteld,
    Delen as Delen,
    DeskundigeGeraadpleegd as DeskundigeGeraadpleegd,
    FeitenoverzichtGesloten as FeitenoverzichtGesloten,
    FeitenoverzichtVerzonden as FeitenoverzichtVerzonden,
    FeitenReactieOntvangen as FeitenReactieOntvangen,
    HoorzittingGeannuleerd as HoorzittingGeannuleerd,
    HoorzittingGehouden as HoorzittingGehouden,
    HoorzittingGepland as HoorzittingGepland,
    HoorzittingVerplaatst as HoorzittingVerplaatst,
    TermijnenHervat as TermijnenHervat,
    TermijnenOpgeschort as TermijnenOpgeschort,
    TerPlaatseOnderzocht as TerPlaatseOnderzocht,
    VerslagOpgemaakt as VerslagOpgemaakt,
    VoorzieningBesloten as VoorzieningBesloten,
    VoorzieningGevraagd as VoorzieningGevraagd,
    VoorzieningOverlegd as VoorzieningOverlegd,
    Zetel as Zetel,
)
from klachtcli.zaak.gebeurtenissen.toezicht import (
    JaarbriefVerzonden as JaarbriefVerzonden,
    JaarverslagGemaakt as JaarverslagGemaakt,
    OpmerkingGemaakt as OpmerkingGemaakt,
    SignaalBesproken as SignaalBesproken,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    Advies as Advies,
    AdviesOntvangen as AdviesOntvangen,
    AdviesUitgebracht as AdviesUitgebracht,
    AdviesVerdaagd as AdviesVerdaagd,
    Beslissing as Beslissing,
    BeslissingGenomen as BeslissingGenomen,
    BeslissingVerdaagd as BeslissingVerdaagd,
    BriefGemaakt as BriefGemaakt,
    BriefVerzonden as BriefVerzonden,
    CommissieGeinformeerd as CommissieGeinformeerd,
    Klachtonderdeel as Klachtonderdeel,
    NazorgAangeboden as NazorgAangeboden,
    ZaakGesloten as ZaakGesloten,
    ZaakHeropend as ZaakHeropend,
)

Gebeurtenis = (
    WerkmapAangemaakt | RegelsVastgelegd | SjabloonVastgelegd | AfwijkingVastgelegd | VastleggingGecorrigeerd
    | KlaagschriftOntvangen | Getoetst | AanvullingGevraagd | AanvullingOntvangen | AanvullingUitgebleven
    | ContactVermeld | KlachtCompleet | OntvankelijkBevonden | NietOntvankelijkGeadviseerd | NietOntvankelijkVerklaard
    | KlachtIngetrokken | BemiddelingVoorgesteld | BemiddelingAanvaard | BemiddelingGeweigerd | BemiddelingBeeindigd
    | TermijnenOpgeschort | TermijnenHervat | CommissieSamengesteld | BetrokkeneVermeld | HoorzittingGepland
    | HoorzittingVerplaatst | HoorzittingGeannuleerd | HoorzittingGehouden | VerslagOpgemaakt | TerPlaatseOnderzocht
    | BevindingenVastgelegd | DeskundigeGeraadpleegd | FeitenoverzichtVerzonden | FeitenReactieOntvangen
    | FeitenoverzichtGesloten | VoorzieningGevraagd | VoorzieningOverlegd | VoorzieningBesloten | AdviesVerdaagd
    | AdviesUitgebracht | AdviesOntvangen | BeslissingVerdaagd | BeslissingGenomen | CommissieGeinformeerd
    | NazorgAangeboden | ZaakGesloten | ZaakHeropend | BriefGemaakt | BriefVerzonden
    | OpmerkingGemaakt | SignaalBesproken | JaarverslagGemaakt | JaarbriefVerzonden
    | RegelsInGebruikGenomen | Ingezien | VernietigingTegengehouden | VernietigingVrijgegeven | ZaakVernietigd
)  # fmt: skip

Verdaging = AdviesVerdaagd | BeslissingVerdaagd

# Kinds that the journal keeps an index or a projection of.
OPENT = "klaagschrift_ontvangen"
VULT_AAN = "aanvulling_ontvangen"
VERBETERT = "vastlegging_gecorrigeerd"
SLUIT = "zaak_gesloten"
HEROPENT = "zaak_heropend"
HOUDT_TEGEN = "vernietiging_tegengehouden"
GEEFT_VRIJ = "vernietiging_vrijgegeven"
INGEZIEN = "ingezien"
VERNIETIGD = "zaak_vernietigd"
# Kinds that say who the people in a case are: as a check looks at other cases.
PARTIJEN = (OPENT, VULT_AAN, VERBETERT)
# Kinds that stay readable after their case was destroyed: sealed as the work folder's own.
BLIJFT = frozenset({VERNIETIGD})


# What plans a hearing: its own day is that of the hearing.
PLANT = (HoorzittingGepland, HoorzittingVerplaatst)


def gebeurd_op(e: Gebeurtenis) -> date:
    """The day on which it was done: of a hearing, the day on which it was planned."""
    dag: date = getattr(e, e.gedaan_op, date.min)
    return dag


def in_woorden(soort: str) -> str:
    """A kind of event as people read it."""
    return _WOORDEN.get(soort, soort.replace("_", " "))


_WOORDEN = {
    "commissie_geinformeerd": "commissie geïnformeerd",
    "feiten_reactie_ontvangen": "reactie op de feiten ontvangen",
}
