"""Whether a row of events keeps to the procedure: each act allowed when it was done, and on a day that can be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from klachtcli.fouten import KlachtFout
from klachtcli.zaak.correctie import Genummerd
from klachtcli.zaak.eisen import eis_inhoud
from klachtcli.zaak.gebeurtenissen import HoorzittingGepland, HoorzittingVerplaatst, gebeurd_op
from klachtcli.zaak.procedure import eis_dag, eis_toegestaan
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, pas_toe, vouw


def overtredingen(nummer: str, reeks: Iterable[Genummerd], rekenaar: Rekenaar, vandaag: date) -> dict[int, KlachtFout]:
    """The entries whose act was not allowed at that point, each with the refusal it should have met."""
    uit: dict[int, KlachtFout] = {}
    regeling = rekenaar.regeling
    zaak: Zaak | None = None
    for nr, e in reeks:
        if zaak is None:
            zaak = vouw(nummer, [e])
            continue
        if e.handeling:
            try:
                eis_dag(gebeurd_op(e), zaak, vandaag, eis_toegestaan(e.handeling, zaak, regeling))
                if isinstance(e, HoorzittingGepland | HoorzittingVerplaatst):
                    eis_dag(e.op, zaak, max(e.op, vandaag), eis_toegestaan(e.handeling, zaak, regeling))
                eis_inhoud(e, zaak, rekenaar)
            except KlachtFout as fout:
                uit[nr] = fout
        pas_toe(zaak, e)
    return uit
