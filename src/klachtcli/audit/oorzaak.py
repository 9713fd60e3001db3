"""Why a value is another than was recorded: other rules, another calendar, another version of the program, or none."""

from __future__ import annotations

import re
from datetime import date

from klachtcli import __version__
from klachtcli.audit.kast import Regelkast
from klachtcli.audit.uitkomst import Verschil
from klachtcli.journaal.codec import Vastlegging
from klachtcli.zaak.gebeurtenissen import Dagen
from klachtcli.zaak.zaak import Zaak

GEEN = "niet te verklaren uit regels, kalender of programma: onderzoek deze vastlegging"


def anders(v: Vastlegging, wat: str, toen: str, nu: str, waarom: str = "") -> Verschil:
    """A difference in an entry; without a reason of its own the program's version is all that can explain it."""
    return Verschil(v.nummer, wat, toen, nu, waarom or programma(v))


def van_oud_programma(v: Vastlegging) -> bool:
    """Whether a version recorded it that kept no receipts: of before 0.4, whose journals no such version can write."""
    begin = re.match(r"0\.([0-9]{1,3})\.", v.versie, re.ASCII)
    return begin is not None and int(begin[1]) < 4


def programma(v: Vastlegging) -> str:
    """Whether another version of the program recorded it."""
    if v.versie == __version__:
        return GEEN
    return f"programma: vastgelegd met versie {v.versie}, nagerekend met {__version__}"


def van_termijn(v: Vastlegging, toen: Dagen, zaak: Zaak, kast: Regelkast, peildatum: date) -> str:
    """Under which other rules that are kept the term has the days that were recorded."""
    for wat, paar in kast.andere(zaak):
        if paar.eerste.dagen(zaak, peildatum).get(toen.termijn) == toen:
            return f"{wat}: zo zijn deze dagen geteld, en die gold toen niet voor deze zaak"
    return programma(v)
