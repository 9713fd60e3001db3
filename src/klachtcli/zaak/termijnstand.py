"""The terms of a case on a day: which run, which are met, which passed, and what is worth a remark.

A term exists once the fact it counts from does. It is met on the first day that one of its `voldaan_door` facts
happened; it has passed on the day after `uiterlijk`, not on that day. All as the regulation's data says.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Termijn
from klachtcli.recht.termijn import Berekening, Rekenregel
from klachtcli.recht.uitleg import Stap, stappen
from klachtcli.zaak.termijnopmerkingen import opmerkingen
from klachtcli.zaak.termijnteller import Termijnteller, begonnen
from klachtcli.zaak.venster import ligging, samen
from klachtcli.zaak.zaak import Zaak

Status = Literal["loopt", "verstreken", "voldaan"]


class Termijnstand(msgspec.Struct, frozen=True):
    """One term of one case, on one day. `dagen` is what is left until `uiterlijk`; below zero: passed; met: None.

    met_termijnenwet: the last day if the Termijnenwet were applied, where the regulation does not and it differs.
    vervallen: a fact ended it after its last day, without meeting it; nothing is to be done about it any more.
    """

    zaak: str
    regel: Termijn
    berekening: Berekening
    status: Status
    voldaan_op: date | None
    dagen: int | None
    verdagingen: int = 0
    met_termijnenwet: date | None = None
    opmerkingen: tuple[str, ...] = ()
    gesteld: bool = False
    rekenregel: Rekenregel | None = None
    gesloten: bool = False
    vervallen: bool = False
    richtdatums: tuple[tuple[str, date], ...] = ()

    @property
    def uitleg(self) -> tuple[Stap, ...]:
        """The steps from `vanaf` to `uiterlijk`, as sentences."""
        if self.gesteld or self.rekenregel is None:
            return (_gestelde_stap(self.berekening, self.regel, self.verdagingen),)
        return stappen(self.berekening, self.rekenregel)

    @property
    def te_laat(self) -> bool:
        """In an open case: something that still has to be done, or is awaited, and whose last day has passed."""
        over = self.gesloten or self.vervallen
        return self.status == "verstreken" and self.regel.richting == "vooruit" and not over

    @property
    def vraagt_aandacht(self) -> bool:
        """Something that can still be done, or should have been; a window only looks back, and asks for nothing."""
        return self.te_laat or (self.status == "loopt" and not self.regel.venster)


class Rekenaar(Termijnteller):
    """How the terms of a regulation stand in a case. Make one for many cases: it remembers what it counted."""

    def standen(self, zaak: Zaak, peildatum: date) -> list[Termijnstand]:
        """Every term that has begun, in the order of the regulation."""
        return [s for t in self.regeling.termijn if (s := self.stand(t, zaak, peildatum)) is not None]

    def stand(self, t: Termijn, zaak: Zaak, peildatum: date) -> Termijnstand | None:
        """One term on a day; None where it has not begun."""
        if not begonnen(t, zaak):
            return None
        b, regel, gesteld = self.tel(t, zaak, peildatum)
        status, voldaan_op = self._status(t, zaak, b, peildatum)
        einde = _vervallen_op(t, zaak)
        if voldaan_op is None and einde is not None and einde <= b.uiterlijk:
            return None
        anders = None if gesteld else self._met_termijnenwet(t, zaak, b.vanaf, peildatum)
        return Termijnstand(
            zaak.nummer, t, b, status, voldaan_op,
            None if voldaan_op else (b.uiterlijk - peildatum).days,
            len(zaak.verdagingen.get(t.id, ())),
            None if anders == b.uiterlijk else anders,
            tuple(opmerkingen(self, t, zaak, b, voldaan_op, peildatum)),
            gesteld,
            regel,
            zaak.gesloten,
            einde is not None,
            tuple(self.richtdatums(t, zaak)),
        )  # fmt: skip

    def berekening(self, t: Termijn, zaak: Zaak, peildatum: date) -> Berekening | None:
        """The days alone of a term on a day; None where it has not begun, or a fact ended it in time."""
        if not begonnen(t, zaak):
            return None
        b = self.tel(t, zaak, peildatum)[0]
        einde = _vervallen_op(t, zaak)
        over = einde is not None and einde <= b.uiterlijk and self._status(t, zaak, b, peildatum)[1] is None
        return None if over else b

    def _met_termijnenwet(self, t: Termijn, zaak: Zaak, vanaf: date, peildatum: date) -> date | None:
        if t.termijnenwet != "nee" or t.richting == "terug":
            return None
        return self.regel(t, self.verlenging(t, zaak, peildatum), termijnenwet=True)[vanaf].uiterlijk

    def _status(self, t: Termijn, zaak: Zaak, b: Berekening, peildatum: date) -> tuple[Status, date | None]:
        if t.venster:
            return self._venster(t, zaak)
        gedaan = [zaak.ankers[a] for a in t.voldaan_door if zaak.ankers.get(a, date.min) >= b.vanaf]
        if gedaan:
            return "voldaan", min(gedaan)
        return ("verstreken" if peildatum > b.uiterlijk else "loopt"), None

    def _venster(self, t: Termijn, zaak: Zaak) -> tuple[Status, date | None]:
        """A window counted back from receipt: met by conduct that surely lies within it; left open where unsure."""
        regel, ontvangst = self.regel(t), zaak.ankers["ontvangst"]
        perioden = [x.periode for x in zaak.klaagschrift.gedraging]
        binnen = [p.laatste for p in perioden if p and ligging(p, ontvangst, regel) == "binnen"]
        if binnen:
            return "voldaan", max(binnen)
        buiten = samen(ligging(p, ontvangst, regel) for p in perioden) == "buiten"
        return ("verstreken" if buiten else "loopt"), None


def _vervallen_op(t: Termijn, zaak: Zaak) -> date | None:
    """The first day on which a fact ended a term without meeting it."""
    return min((zaak.ankers[a] for a in t.vervalt_door if a in zaak.ankers), default=None)


def _gestelde_stap(b: Berekening, t: Termijn, keren: int) -> Stap:
    """The one step of a term whose last day somebody set."""
    regel = t.verdagingsregel(keren - 1) if keren else None
    reden = f"De laatste dag is gesteld op {voluit(b.uiterlijk)}; er wordt niets geteld."
    return Stap(b.vanaf, b.uiterlijk, reden, regel.vindplaats if regel else t.vindplaats)


def urgentie(s: Termijnstand) -> tuple[int, date, str, str]:
    """The order in which terms are shown: what is late, what runs by its last safe day, what is over, the window."""
    rang = 3 if s.regel.venster else 0 if s.te_laat else 1 if s.status == "loopt" else 2
    return rang, s.berekening.veilig, s.zaak, s.regel.id


def meest_urgent(standen: Iterable[Termijnstand]) -> list[Termijnstand]:
    """Terms, most urgent first."""
    return sorted(standen, key=urgentie)
