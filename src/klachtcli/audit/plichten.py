"""Was each duty met in time? Duties are looked at where they could lapse or begin anew, and at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from klachtcli.audit.uitkomst import TeLaat
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.plichten import Plichtstand, plichten
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak
from klachtcli.zaak.zittingen import ZITTINGSTAPPEN


def wat_eindigt(e: g.Gebeurtenis, zaak: Zaak, regeling: Regeling) -> list[str]:
    """The facts by which an event can end a duty that was not met: those it undoes, and those that let duties lapse.

    All, where it changes what was or ends the case. A hearing that is over ends the duties about it.
    """
    if isinstance(e, g.VastleggingGecorrigeerd | g.ZaakGesloten):
        return list(zaak.ankers)
    feiten = [a for a in e.heft_op if a in zaak.ankers]
    if e.anker in regeling.laten_vervallen:
        feiten.append(e.anker)
    return [*feiten, "hoorzitting"] if type(e) in ZITTINGSTAPPEN else feiten


class Plichtenboek:
    """The duties of a case, each as it was last seen: what opened it, until when, and when it was met."""

    def __init__(self) -> None:
        self._gezien: dict[tuple[str, str | None, date], tuple[Plichtstand, date]] = {}

    def __len__(self) -> int:
        return len(self._gezien)

    def kijk(self, zaak: Zaak, rekenaar: Rekenaar, peildatum: date, feiten: Iterable[str]) -> None:
        """Look at the duties of a case as it now stands: those that have to do with one of these facts."""
        for s in plichten(zaak, rekenaar, peildatum, feiten):
            if not s.gesloten or s.voldaan_op:
                self._gezien[s.regel.id, s.aan, s.sinds] = (s, peildatum)

    def te_laat(self) -> Iterator[TeLaat]:
        """The duties that were met after their last day, or were still to be done when that had passed."""
        for s, gezien_op in self._gezien.values():
            if s.berekening is not None and (s.voldaan_op or gezien_op) > s.berekening.uiterlijk:
                yield TeLaat(s.wat, s.regel.vindplaats, s.berekening.uiterlijk, s.voldaan_op, s.regel.soort == "streef")
