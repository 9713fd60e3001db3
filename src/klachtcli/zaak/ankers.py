"""The anchors: facts of a case that have a day, from which terms count and on which acts depend.

A regulation names them in its data. Each has the sentence that says it, and the command that makes it so.
"""

from __future__ import annotations

from typing import NamedTuple


class Anker(NamedTuple):
    """What the fact is, as a clause after «dat», and the command that records it."""

    zin: str
    opdracht: str


ANKERS: dict[str, Anker] = {
    "ontvangst": Anker("het klaagschrift is ontvangen", "klacht ontvang BESTAND"),
    "ontvangst_bevestigd": Anker(
        "de ontvangstbevestiging is verzonden", "klacht brief {zaak} ontvangstbevestiging"
    ),
    "laatste_gedraging": Anker("de dag van de laatste gedraging bekend is", "klacht vul-aan {zaak} BESTAND"),
    "aanvulling_gevraagd": Anker("om aanvulling is gevraagd", "klacht vul-aan {zaak} --gevraagd"),
    "aanvulling_ontvangen": Anker("een aanvulling is ontvangen", "klacht vul-aan {zaak} BESTAND"),
    "compleet": Anker("de klacht compleet is", "klacht besluit {zaak} compleet"),
    "ontvankelijk": Anker("de klacht ontvankelijk is bevonden", "klacht besluit {zaak} ontvankelijk"),
    "advies_niet_ontvankelijk": Anker(
        "de commissie heeft geadviseerd de klacht niet-ontvankelijk te verklaren",
        "klacht besluit {zaak} advies-niet-ontvankelijk",
    ),
    "niet_ontvankelijk": Anker(
        "het bevoegd gezag de klacht niet-ontvankelijk heeft verklaard", "klacht besluit {zaak} niet-ontvankelijk"
    ),
    "hoorzitting": Anker("de hoorzitting is gepland", "klacht hoor {zaak} DATUM"),
    "feitenoverzicht_verzonden": Anker("het feitenoverzicht is verzonden", "klacht feiten {zaak} --verzonden DATUM"),
    "feitenoverzicht_gesloten": Anker("de reacties op het feitenoverzicht binnen of gesloten zijn",
                                      "klacht feiten {zaak} --gesloten DATUM"),
    "advies": Anker("het advies is uitgebracht", "klacht adviseer {zaak}"),
    "ontvangst_advies": Anker("de werkgever het advies heeft ontvangen", "klacht adviseer {zaak} --ontvangen DATUM"),
    "beslissing": Anker("op het advies is beslist", "klacht beslis {zaak}"),
    "gesloten": Anker("de zaak is gesloten", "klacht sluit {zaak}"),
}  # fmt: skip
