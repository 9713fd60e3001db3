"""That the free days in config are others than those of an open case, for the secretary's day.

What is needed to see which day moves is loaded where a calendar differs, and that is seldom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.journaal.regeltekst import tekst_van
from klachtcli.recht.kalender import Kalender
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak

_HELPT = "klacht beheer regels"


def nieuwe_kalender(werkmap: Werkmap, zaken: Sequence[Zaak], dossiers: Dossiers, op: date) -> Iterator[tuple[str, str]]:
    """In which open cases a day moves on the calendar in config, if in any, and the command that shows it."""
    if not zaken:
        return
    try:
        gegevens = lees_kalender(werkmap.config / "kalender")
    except Onbruikbaar as fout:
        yield f"of er een nieuwe kalender is, is niet te bepalen: {fout.feit}", _HELPT
        return
    hash_ = tekst_van(gegevens)[0].sha256
    ander = [z for z in zaken if z.kalender.sha256 != hash_]
    schuift = [z.nummer for z in ander if _schuift(z, dossiers.rekenaar(z), Kalender(gegevens), op)]
    if schuift:
        yield f"met de vrije dagen in config/kalender verschuift een dag in: {', '.join(schuift)}", _HELPT


def _schuift(zaak: Zaak, oud: Rekenaar, kalender: Kalender, op: date) -> bool:
    from klachtcli.zaak.regelwissel import verschuivingen

    return bool(verschuivingen(zaak, oud, Rekenaar(oud.regeling, kalender), op))
