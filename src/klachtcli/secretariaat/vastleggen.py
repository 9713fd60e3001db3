"""An event in a case, applied and appended: with the terms that it began or moved, which a replay counts again."""

from __future__ import annotations

from datetime import date

from klachtcli.journaal.schrijver import Schrijver
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.zaak.gebeurtenissen import Gebeurtenis
from klachtcli.zaak.termijnteller import verschil
from klachtcli.zaak.zaak import Zaak, pas_toe


def voeg_toe(schrijver: Schrijver, zaak: Zaak, gebeurtenis: Gebeurtenis, dossiers: Dossiers, vandaag: date) -> int:
    """Change the state of a case by an event, and append it; returns its number in the journal."""
    voor = dossiers.rekenaar(zaak).dagen(zaak, vandaag)
    pas_toe(zaak, gebeurtenis)
    na = dossiers.rekenaar(zaak).dagen(zaak, vandaag)
    return schrijver.voeg_toe(zaak.nummer, gebeurtenis, verschil(voor, na))
