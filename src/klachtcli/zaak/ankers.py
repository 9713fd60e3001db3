"""The anchors: facts of a case that have a day, from which terms count and on which acts depend.

A regulation names them in its data. Each has the sentence that says it, and the command that makes it so.
"""

from __future__ import annotations

from typing import NamedTuple


class Anker(NamedTuple):
    """What the fact is, as a clause after «dat», and the command that records it."""

    zin: str
    opdracht: str


_BRIEF = "klacht brief {zaak} "
_ANTWOORD = "klacht bemiddel {zaak} aanvaard|geweigerd --door PARTIJ"
ANKERS: dict[str, Anker] = {
    "ontvangst": Anker("het klaagschrift is ontvangen", "klacht ontvang BESTAND"),
    "ontvangst_bevestigd": Anker("de ontvangstbevestiging is verzonden", f"{_BRIEF}ontvangstbevestiging"),
    "laatste_gedraging": Anker("de dag van de laatste gedraging bekend is", "klacht vul-aan {zaak} BESTAND"),
    "getoetst": Anker("de klacht is getoetst", "klacht toets {zaak}"),
    "aanvulling_gevraagd": Anker("om aanvulling is gevraagd", "klacht vul-aan {zaak} --gevraagd"),
    "aanvulling_ontvangen": Anker("een aanvulling is ontvangen", "klacht vul-aan {zaak} BESTAND"),
    "aanvulling_uitgebleven": Anker("de aanvulling uitgebleven is", "klacht vul-aan {zaak} --uitgebleven"),
    "compleet": Anker("de klacht compleet is", "klacht besluit {zaak} compleet"),
    "ontvankelijk": Anker("de klacht ontvankelijk is bevonden", "klacht besluit {zaak} ontvankelijk"),
    "advies_niet_ontvankelijk": Anker(
        "de commissie heeft geadviseerd de klacht niet-ontvankelijk te verklaren",
        "klacht besluit {zaak} advies-niet-ontvankelijk --grond GROND",
    ),
    "niet_ontvankelijk": Anker(
        "het bevoegd gezag de klacht niet-ontvankelijk heeft verklaard", "klacht besluit {zaak} niet-ontvankelijk"
    ),
    "bericht_niet_ontvankelijk": Anker(
        "aan de klager een bericht van niet-ontvankelijkheid is verzonden", f"{_BRIEF}bericht-niet-ontvankelijk"
    ),
    "contact_vermeld": Anker("een nieuw adres is vermeld", "klacht adres {zaak} PARTIJ BESTAND"),
    "ingetrokken": Anker("de klacht is ingetrokken", "klacht trek-in {zaak}"),
    "afschrift_verzonden": Anker("het afschrift aan de aangeklaagde is verzonden", f"{_BRIEF}afschrift-klacht"),
    "bemiddeling_voorgesteld": Anker("bemiddeling is voorgesteld", "klacht bemiddel {zaak} voorgesteld"),
    "bemiddeling_aanvaard": Anker("bemiddeling is aanvaard", _ANTWOORD),
    "bemiddeling_geweigerd": Anker("bemiddeling is geweigerd", _ANTWOORD),
    "bemiddeling_beeindigd": Anker("de bemiddeling is beëindigd", "klacht bemiddel {zaak} geslaagd|mislukt"),
    "opgeschort": Anker("de termijnen zijn opgeschort", "klacht bemiddel {zaak} opgeschort --instemming-op DATUM"),
    "hervat": Anker("de termijnen zijn hervat", "klacht bemiddel {zaak} hervat"),
    "commissie_samengesteld": Anker("de commissie voor deze zaak is samengesteld", "klacht commissie {zaak}"),
    "betrokkene_vermeld": Anker("een betrokkene is vermeld", "klacht betrek {zaak} BESTAND"),
    "hoorzitting": Anker("de hoorzitting is gepland", "klacht hoor {zaak} DATUM"),
    "gehoord": Anker("de hoorzitting is gehouden", "klacht hoor {zaak} --gehouden DATUM"),
    "verslag": Anker("het verslag van de hoorzitting is gemaakt", "klacht verslag {zaak}"),
    "onderzoek_ter_plaatse": Anker("ter plaatse onderzoek is gedaan", "klacht onderzoek {zaak} ter-plaatse"),
    "bevindingen": Anker("het verslag van bevindingen is gemaakt", "klacht onderzoek {zaak} bevindingen"),
    "deskundige": Anker("een deskundige is geraadpleegd", "klacht onderzoek {zaak} deskundige"),
    "feitenoverzicht_verzonden": Anker("het feitenoverzicht is verzonden", "klacht feiten {zaak} --verzonden DATUM"),
    "feitenreactie": Anker("een reactie op het feitenoverzicht is ontvangen",
                           "klacht feiten {zaak} --reactie-van PARTIJ"),
    "feitenoverzicht_gesloten": Anker("de reacties op het feitenoverzicht binnen of gesloten zijn",
                                      "klacht feiten {zaak} --gesloten DATUM"),
    "voorziening_gevraagd": Anker("om een tijdelijke voorziening is gevraagd",
                                  "klacht voorziening {zaak} gevraagd --door PARTIJ --grond GROND"),
    "voorziening_overlegd": Anker("over de voorziening met de commissie overlegd is",
                                  "klacht voorziening {zaak} overlegd"),
    "voorziening_besloten": Anker("over de voorziening beslist is", "klacht voorziening {zaak} getroffen|afgewezen"),
    "advies_verdaagd": Anker("het advies is verdaagd", "klacht verdaag {zaak} advies --tot DATUM"),
    "advies": Anker("het advies is uitgebracht", "klacht adviseer {zaak} BESTAND"),
    "ontvangst_advies": Anker("de werkgever het advies heeft ontvangen", "klacht adviseer {zaak} --ontvangen DATUM"),
    "beslissing_verdaagd": Anker("de beslissing is verdaagd",
                                 "klacht verdaag {zaak} beslissing --met DUUR --reden -"),
    "beslissing": Anker("op het advies is beslist", "klacht beslis {zaak} BESTAND"),
    "commissie_geinformeerd": Anker("de commissie over de beslissing is geïnformeerd",
                                    "klacht beslis {zaak} --commissie-geinformeerd DATUM"),
    "nazorg_aangeboden": Anker("nazorg is aangeboden", "klacht nazorg {zaak} --aan PARTIJ"),
    "gesloten": Anker("de zaak is gesloten", "klacht sluit {zaak}"),
}  # fmt: skip

# The letters whose sending makes a fact, once everybody in that role has it.
BRIEFFEITEN: dict[str, tuple[str, str]] = {
    "ontvangstbevestiging": ("ontvangst_bevestigd", "klager"),
    "afschrift-klacht": ("afschrift_verzonden", "aangeklaagde"),
    "bericht-niet-ontvankelijk": ("bericht_niet_ontvankelijk", "klager"),
}

# The facts that tell how far a case is, latest first.
FASEN = (
    ("gesloten", "gesloten"),
    ("ingetrokken", "ingetrokken"),
    ("beslissing", "beslist"),
    ("ontvangst_advies", "wacht op beslissing"),
    ("advies", "advies uitgebracht"),
    ("niet_ontvankelijk", "niet-ontvankelijk verklaard"),
    ("ontvankelijk", "in onderzoek"),
    ("advies_niet_ontvankelijk", "wacht op besluit bevoegd gezag"),
    ("compleet", "compleet"),
    ("aanvulling_ontvangen", "aangevuld"),
    ("aanvulling_uitgebleven", "aanvulling uitgebleven"),
    ("aanvulling_gevraagd", "wacht op aanvulling"),
    ("ontvangst", "ontvangen"),
)
