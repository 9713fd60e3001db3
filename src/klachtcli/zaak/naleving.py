"""Whether a row of events keeps to the procedure: each act allowed when it was done, and on a day that can be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from klachtcli.fouten import Geweigerd
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.correctie import Genummerd
from klachtcli.zaak.gebeurtenissen import HoorzittingGepland, HoorzittingVerplaatst, gebeurd_op
from klachtcli.zaak.procedure import eis_dag, eis_toegestaan, eis_zitting
from klachtcli.zaak.zaak import Zaak, pas_toe, vouw


def overtredingen(nummer: str, reeks: Iterable[Genummerd], regeling: Regeling, vandaag: date) -> dict[int, Geweigerd]:
    """The entries whose act was not allowed at that point, each with the refusal it should have met."""
    uit: dict[int, Geweigerd] = {}
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
                eis_zitting(e, zaak)
            except Geweigerd as fout:
                uit[nr] = fout
        pas_toe(zaak, e)
    return uit
