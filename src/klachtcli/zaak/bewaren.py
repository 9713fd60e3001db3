"""How long the file of a case is kept: from when, up to which day, and whether something holds it longer.

Archiefwet 1995 art. 3: a file that has to be destroyed is destroyed; art. 5: the selectielijst says when. It is no term
of the Algemene termijnenwet: nobody has to act within it, so its end never moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, NamedTuple

import msgspec

from klachtcli.fouten import Geweigerd
from klachtcli.recht.datum import voluit
from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.termijn import bereken
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.gebeurtenissen import VernietigingTegengehouden, VernietigingVrijgegeven
from klachtcli.zaak.zaak import Zaak

Status = Literal["voorstel", "vastgesteld"]


class Bewaartermijn(msgspec.Struct, frozen=True):
    """How long files under these regulations are kept, from which fact, on which ground; who set it, and when.

    vanaf: an anchor (`zaak.ankers`). A term that is a `voorstel` lets nothing be destroyed.
    """

    id: str
    regelingen: tuple[str, ...]
    duur: Annotated[Duur, "duur"]
    vanaf: str
    grond: str
    bron: str
    status: Status = "voorstel"
    vastgesteld_door: str = ""
    vastgesteld_op: date | None = None


class Bewaring(NamedTuple):
    """How one file stands. None: no term is known for its regulation, or the fact it counts from is not there (yet).

    laatste: the last day on which it is kept; tegengehouden: since when it is held, whatever its term says.
    """

    zaak: str
    gesloten_op: date | None
    termijn: Bewaartermijn | None
    vanaf: date | None
    laatste: date | None
    tegengehouden: date | None

    def verstreken(self, dag: date) -> bool:
        """Whether the case is closed and its term was over on a day."""
        return self.gesloten_op is not None and self.laatste is not None and self.laatste < dag

    def aan_de_beurt(self, dag: date) -> bool:
        """Whether its term was over and nothing held it, on a day."""
        return self.verstreken(dag) and self.tegengehouden is None


def bewaring(zaak: Zaak, termijnen: Sequence[Bewaartermijn], kalender: Kalender) -> Bewaring:
    """How long the file of a case is kept. A case that was opened again counts from its last closing."""
    termijn = next((t for t in termijnen if zaak.regeling.id in t.regelingen), None)
    vanaf = zaak.ankers.get(termijn.vanaf) if termijn else None
    laatste = bereken(vanaf, termijn.duur, kalender, termijnenwet=False).nominaal if termijn and vanaf else None
    return Bewaring(zaak.nummer, zaak.ankers.get("gesloten"), termijn, vanaf, laatste, tegengehouden(zaak))


def tegengehouden(zaak: Zaak) -> date | None:
    """Since when the destruction of a file is held; None where it is not, or no longer."""
    laatste = next(reversed(zaak.van(VernietigingTegengehouden, VernietigingVrijgegeven)), None)
    return laatste.op if isinstance(laatste, VernietigingTegengehouden) else None


def eis_rijp(b: Bewaring, regeling: str, dag: date) -> tuple[Bewaartermijn, date, date]:
    """The term of a file that may go on this day, its closing and its last day. Raises Geweigerd with what helps."""
    wet = "Archiefwet 1995 art. 3 en 5; config/bewaren.toml"
    if b.gesloten_op is None:
        raise Geweigerd("zaak-loopt-nog", f"zaak {b.zaak} is niet gesloten", grondslag=wet,
                        herstel=f"Is zij klaar, sluit haar dan: klacht sluit {b.zaak}")  # fmt: skip
    if b.tegengehouden is not None:
        raise Geweigerd("zaak-vastgehouden", f"zaak {b.zaak} wordt vastgehouden, sinds {voluit(b.tegengehouden)}",
                        herstel=f"Is de reden voorbij (klacht toon {b.zaak}), geef haar dan vrij: "
                        f"klacht beheer vasthouden {b.zaak} --vrij --reden -")  # fmt: skip
    if b.termijn is None:
        raise Geweigerd("bewaartermijn-ontbreekt", f"voor zaken onder {regeling} is geen bewaartermijn vastgelegd",
                        herstel="Leg haar vast in config/bewaren.toml")  # fmt: skip
    if b.laatste is None:
        feit = f"termijn '{b.termijn.id}' telt vanaf de dag waarop {ANKERS[b.termijn.vanaf].zin}"
        raise Geweigerd("bewaartermijn-niet-begonnen", f"{feit}, en dat is in zaak {b.zaak} niet vastgelegd",
                        herstel="Kies in config/bewaren.toml een ander feit")  # fmt: skip
    if not b.verstreken(dag):
        feit = f"zaak {b.zaak} wordt bewaard tot en met {voluit(b.laatste)}: {b.termijn.duur.woorden()}"
        raise Geweigerd("bewaartermijn-loopt", f"{feit} vanaf {voluit(b.vanaf or b.gesloten_op)}", grondslag=wet,
                        herstel="Wat wanneer aan de beurt is: klacht beheer bewaren --alles")  # fmt: skip
    if b.termijn.status != "vastgesteld":
        feit = f"bewaartermijn '{b.termijn.id}' is een voorstel; daarop wordt niets vernietigd"
        herstel = (
            "Laat haar vaststellen door wie erover gaat, en vul dan in config/bewaren.toml status, vastgesteld_door, "
            "vastgesteld_op en grond in"
        )
        raise Geweigerd("bewaartermijn-voorstel", feit, grondslag=wet, herstel=herstel)
    return b.termijn, b.gesloten_op, b.laatste
