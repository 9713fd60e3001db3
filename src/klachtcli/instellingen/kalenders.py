"""config/kalender -> the calendar."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from klachtcli.fouten import Gebrek, Onbruikbaar
from klachtcli.instellingen.bestand import GROOTSTE, MEEGELEVERD, instelling, lees_bytes, lees_tabel
from klachtcli.instellingen.lezer import lees, meld
from klachtcli.recht.datum import maak_dag
from klachtcli.recht.kalender import Feestdag, KalenderGegevens

BESTANDEN = ("termijnenwet.toml", "gelijkgestelde_dagen.toml")
_MAAND_DAG = re.compile(r"\d\d-\d\d", re.ASCII)


@instelling(MEEGELEVERD)
def lees_kalender(map_: Path) -> KalenderGegevens:
    """The calendar in a folder. Raises Onbruikbaar with every fault, or where a file is missing."""
    for naam in BESTANDEN:
        if not (map_ / naam).is_file():
            raise Onbruikbaar("kalender-ontbreekt", f"het bestand kalender/{naam} ontbreekt")
    return _kalender(*(lees_bytes(map_ / naam, f"kalender/{naam}", GROOTSTE) for naam in BESTANDEN))


@lru_cache(4)
def _kalender(*bestanden: bytes) -> KalenderGegevens:
    """The same bytes are the same calendar, and as sound."""
    ruw: dict[str, object] = {}
    for naam, inhoud in zip(BESTANDEN, bestanden, strict=True):
        tabel = lees_tabel(inhoud, f"kalender/{naam}")
        dubbel = [
            Gebrek(sleutel, "staat ook in het andere bestand; een van de twee is genoeg")
            for sleutel in ruw.keys() & tabel
        ]
        meld(sorted(dubbel), f"kalender/{naam}", "kalender-fout")
        ruw |= tabel
    gegevens = lees(KalenderGegevens, ruw, wat="kalender", code="kalender-fout")
    meld([g for n, f in enumerate(gegevens.feestdag, 1) for g in _gebreken(f, f"feestdag[{n}]")],
         "kalender/termijnenwet.toml", "kalender-fout")  # fmt: skip
    meld(_dubbele_dagen(gegevens), "kalender/gelijkgestelde_dagen.toml", "kalender-fout")
    return gegevens


def _gebreken(f: Feestdag, plaats: str) -> list[Gebrek]:
    if (f.dag is None) == (f.pasen is None):
        return [Gebrek(plaats, "geef of een vaste dag, of het aantal dagen na Pasen")]
    if f.dag is not None and not _elk_jaar(f.dag):
        return [Gebrek(f"{plaats}.dag", "geen vaste dag zoals 04-27 (maand-dag)")]
    return []


def _elk_jaar(maand_dag: str) -> bool:
    """Whether a month-day exists in every year."""
    if not _MAAND_DAG.fullmatch(maand_dag):
        return False
    try:
        maak_dag(2001, int(maand_dag[:2]), int(maand_dag[3:]))
    except ValueError:
        return False
    return True


def _dubbele_dagen(gegevens: KalenderGegevens) -> list[Gebrek]:
    gezien: set[object] = set()
    uit = []
    for n, besluit in enumerate(gegevens.besluit, 1):
        for dag in besluit.dagen:
            if dag in gezien:
                uit.append(Gebrek(f"besluit[{n}]", f"{dag} staat er twee keer"))
            if dag > gegevens.bekend_tot_en_met:
                uit.append(Gebrek(f"besluit[{n}]", f"{dag} ligt na bekend_tot_en_met"))
            gezien.add(dag)
    return uit
