"""Whether what was done keeps to the procedure: each act allowed when it was done, and on a day that can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from klachtcli.fouten import Gebrek, KlachtFout
from klachtcli.recht.regeling import Handeling
from klachtcli.zaak.correctie import Genummerd
from klachtcli.zaak.eisen import eis_inhoud
from klachtcli.zaak.gebeurtenissen import PLANT, Gebeurtenis, gebeurd_op
from klachtcli.zaak.gebreken import gebreken
from klachtcli.zaak.procedure import eis_dag, eis_toegestaan, ontbreekt
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, pas_toe, vouw


def eis_handeling(e: Gebeurtenis, zaak: Zaak, rekenaar: Rekenaar, vandaag: date) -> Handeling:
    """The rule of an act, where it was allowed on this day. Raises Geweigerd with the article."""
    regel = eis_toegestaan(e.handeling, zaak, rekenaar.regeling)
    eis_dag(gebeurd_op(e), zaak, vandaag, regel)
    if isinstance(e, PLANT):
        eis_dag(e.op, zaak, max(e.op, vandaag), regel)
    return regel


def wat_ontbreekt(
    regel: Handeling, gebeurtenissen: Sequence[Gebeurtenis], zaak: Zaak, rekenaar: Rekenaar, peildatum: date
) -> list[Gebrek]:
    """What belongs before an act, or in it, and is not there: it may be done all the same, with a reason."""
    uit: list[Gebrek] = []
    for e in gebeurtenissen:
        uit += ontbreekt(regel, e, zaak, rekenaar, peildatum)
        uit += gebreken(e, zaak, rekenaar)
    return list(dict.fromkeys(uit))


def in_woorden(gebrek: Gebrek) -> str:
    """As it is recorded with the reason why an act was done all the same."""
    return f"{gebrek.plaats}: {gebrek.feit}"


def overtredingen(nummer: str, reeks: Iterable[Genummerd], rekenaar: Rekenaar, vandaag: date) -> dict[int, KlachtFout]:
    """The entries whose act was not allowed at that point, each with the refusal it should have met."""
    uit: dict[int, KlachtFout] = {}
    zaak: Zaak | None = None
    for nr, e in reeks:
        if zaak is None:
            zaak = vouw(nummer, [e])
            continue
        if e.handeling:
            try:
                eis_handeling(e, zaak, rekenaar, vandaag)
                eis_inhoud(e, zaak, rekenaar)
            except KlachtFout as fout:
                uit[nr] = fout
        pas_toe(zaak, e)
    return uit
