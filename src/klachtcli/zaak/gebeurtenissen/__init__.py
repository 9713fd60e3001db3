"""The events of a case: what was done or what came in, one value each, stored under a stable name.

`op` is the day on which it happened (when it was recorded stands in the journal). Nothing is ever changed: what
proves wrong is corrected by a new event. A new field gets a default, so that old entries stay readable.

basis: the work folder, deviation and correction · intake: art. 9 and 10 · onderzoek: art. 10 lid 1, 11 and 12 ·
uitkomst: art. 12, 13, letters and the end.
"""

from __future__ import annotations

from datetime import date

from klachtcli.zaak.gebeurtenissen.basis import (
    AfwijkingVastgelegd as AfwijkingVastgelegd,
)
from klachtcli.zaak.gebeurtenissen.basis import (
    Ontvanger as Ontvanger,
)
from klachtcli.zaak.gebeurtenissen.basis import (
    Partij as Partij,
)
from klachtcli.zaak.gebeurtenissen.basis import (
    RegelsVastgelegd as RegelsVastgelegd,
)
from klachtcli.zaak.gebeurtenissen.basis import (
    SjabloonVastgelegd as SjabloonVastgelegd,
)
from klachtcli.zaak.gebeurtenissen.basis import (
    Stuk as Stuk,
)
from klachtcli.zaak.gebeurtenissen.basis import (
    VastleggingGecorrigeerd as VastleggingGecorrigeerd,
)
from klachtcli.zaak.gebeurtenissen.basis import (
    WerkmapAangemaakt as WerkmapAangemaakt,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    AanvullingGevraagd as AanvullingGevraagd,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    AanvullingOntvangen as AanvullingOntvangen,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    AanvullingUitgebleven as AanvullingUitgebleven,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    ContactVermeld as ContactVermeld,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    Getoetst as Getoetst,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    KlaagschriftOntvangen as KlaagschriftOntvangen,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    KlachtCompleet as KlachtCompleet,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    KlachtIngetrokken as KlachtIngetrokken,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    NietOntvankelijkGeadviseerd as NietOntvankelijkGeadviseerd,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    NietOntvankelijkVerklaard as NietOntvankelijkVerklaard,
)
from klachtcli.zaak.gebeurtenissen.intake import (
    OntvankelijkBevonden as OntvankelijkBevonden,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    BemiddelingAanvaard as BemiddelingAanvaard,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    BemiddelingBeeindigd as BemiddelingBeeindigd,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    BemiddelingGeweigerd as BemiddelingGeweigerd,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    BemiddelingVoorgesteld as BemiddelingVoorgesteld,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    Betrokkene as Betrokkene,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    BetrokkeneVermeld as BetrokkeneVermeld,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    BevindingenVastgelegd as BevindingenVastgelegd,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    CommissieSamengesteld as CommissieSamengesteld,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    Delen as Delen,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    DeskundigeGeraadpleegd as DeskundigeGeraadpleegd,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    FeitenoverzichtGesloten as FeitenoverzichtGesloten,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    FeitenoverzichtVerzonden as FeitenoverzichtVerzonden,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    FeitenReactieOntvangen as FeitenReactieOntvangen,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    HoorzittingGeannuleerd as HoorzittingGeannuleerd,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    HoorzittingGehouden as HoorzittingGehouden,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    HoorzittingGepland as HoorzittingGepland,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    HoorzittingVerplaatst as HoorzittingVerplaatst,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    TermijnenHervat as TermijnenHervat,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    TermijnenOpgeschort as TermijnenOpgeschort,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    TerPlaatseOnderzocht as TerPlaatseOnderzocht,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    VerslagOpgemaakt as VerslagOpgemaakt,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    VoorzieningBesloten as VoorzieningBesloten,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    VoorzieningGevraagd as VoorzieningGevraagd,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    VoorzieningOverlegd as VoorzieningOverlegd,
)
from klachtcli.zaak.gebeurtenissen.onderzoek import (
    Zetel as Zetel,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    Advies as Advies,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    AdviesOntvangen as AdviesOntvangen,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    AdviesUitgebracht as AdviesUitgebracht,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    AdviesVerdaagd as AdviesVerdaagd,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    Beslissing as Beslissing,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    BeslissingGenomen as BeslissingGenomen,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    BeslissingVerdaagd as BeslissingVerdaagd,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    BriefGemaakt as BriefGemaakt,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    BriefVerzonden as BriefVerzonden,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    CommissieGeinformeerd as CommissieGeinformeerd,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    Klachtonderdeel as Klachtonderdeel,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    NazorgAangeboden as NazorgAangeboden,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
    ZaakGesloten as ZaakGesloten,
)
from klachtcli.zaak.gebeurtenissen.uitkomst import (
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
)  # fmt: skip

Verdaging = AdviesVerdaagd | BeslissingVerdaagd

# Kinds that the journal keeps an index or a projection of.
OPENT = "klaagschrift_ontvangen"
VULT_AAN = "aanvulling_ontvangen"
VERBETERT = "vastlegging_gecorrigeerd"
SLUIT = "zaak_gesloten"
HEROPENT = "zaak_heropend"


def gebeurd_op(e: Gebeurtenis) -> date:
    """The day on which it was done: of a hearing, the day on which it was planned."""
    dag: date = (
        e.gepland_op if isinstance(e, HoorzittingGepland | HoorzittingVerplaatst) else getattr(e, "op", date.min)
    )
    return dag


def in_woorden(soort: str) -> str:
    """A kind of event as people read it."""
    return _WOORDEN.get(soort, soort.replace("_", " "))


_WOORDEN = {
    "commissie_geinformeerd": "commissie geïnformeerd",
    "feiten_reactie_ontvangen": "reactie op de feiten ontvangen",
}
