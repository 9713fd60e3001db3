"""Was each duty met in time? Duties are looked at where they could lapse or begin anew, and at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from klachtcli.audit.uitkomst import TeLaat
from klachtcli.recht.regeling import Plicht, Regeling
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.plichten import Plichtstand, plichten
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak
from klachtcli.zaak.zittingen import ZITTINGSTAPPEN

_ALLE = (g.VastleggingGecorrigeerd, g.ZaakGesloten)  # after these any duty may be gone


def wat_eindigt(e: g.Gebeurtenis, zaak: Zaak, regeling: Regeling) -> Sequence[Plicht]:
    """The duties that an event can end before they were met: by undoing a fact, or as the regulation's data says.

    All, where it changes what was or ends the case. A hearing that is over ends the duties about it.
    """
    if isinstance(e, _ALLE):
        return regeling.plicht
    uit = list(regeling.vervallen_door.get(e.anker, ()))
    for feit in (*e.heft_op, "hoorzitting") if type(e) in ZITTINGSTAPPEN else e.heft_op:
        if feit in zaak.ankers:
            uit += regeling.hangen_af_van.get(feit, ())
    return uit


class Plichtenboek:
    """The duties of a case, each as it was last seen: what opened it, until when, and when it was met."""

    def __init__(self) -> None:
        self._gezien: dict[tuple[str, str | None, date], tuple[Plichtstand, date]] = {}

    def __len__(self) -> int:
        return len(self._gezien)

    def kijk(self, zaak: Zaak, rekenaar: Rekenaar, peildatum: date, regels: Sequence[Plicht]) -> None:
        """Look at these duties of a case as it now stands."""
        for s in plichten(zaak, rekenaar, peildatum, regels):
            if not s.gesloten or s.voldaan_op:
                self._gezien[s.regel.id, s.aan, s.sinds] = (s, peildatum)

    def te_laat(self) -> Iterator[TeLaat]:
        """The duties that were met after their last day, or were still to be done when that had passed."""
        for s, gezien_op in self._gezien.values():
            if s.berekening is not None and (s.voldaan_op or gezien_op) > s.berekening.uiterlijk:
                yield TeLaat(s.wat, s.regel.vindplaats, s.berekening.uiterlijk, s.voldaan_op, s.regel.soort == "streef")
