"""The voorzitter's overview: what one case shows in it, and what its columns share (`overzichtbladen`).

The columns say themselves what they mean; the sheet Toelichting is made from them. What is personal is marked, and is
not there in an anonymous overview.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from klachtcli.journaal.codec import Vastlegging
from klachtcli.recht.regeling import Regeling
from klachtcli.stukken.werkboek import Kolom
from klachtcli.zaak.gebeurtenissen import OpmerkingGemaakt
from klachtcli.zaak.klaagschrift import Persoon
from klachtcli.zaak.taken import Taak
from klachtcli.zaak.termijnstand import Termijnstand, urgentie
from klachtcli.zaak.zaak import Zaak

BINNENKORT = timedelta(days=7)
BLAD_ZAKEN, BLAD_TOELICHTING = "Zaken", "Toelichting"
ZAAK, OPMERKING, AKKOORD = "Zaak", "Opmerking voorzitter", "Akkoord"
KEUZES = ("ja", "nee", "bespreken")
KENMERKEN = ("Ontvangen", "Klager", "Aangeklaagde")


class Inzage(NamedTuple):
    """One case as it stands on a day: its terms (most urgent first), what is to be done, and its history."""

    zaak: Zaak
    regeling: Regeling
    standen: list[Termijnstand]
    taken: list[Taak]
    verloop: list[Vastlegging]
    peildatum: date

    @property
    def eerste(self) -> Termijnstand | None:
        """The term that asks for attention first."""
        return next((s for s in self.standen if s.vraagt_aandacht), None)


class Veld(NamedTuple):
    """One column: how it looks, and what stands in it for a row.

    persoonlijk: not in an anonymous overview; naar: the sheet to which it leads.
    """

    kolom: Kolom
    waarde: Callable[[Any], object]
    persoonlijk: bool = False
    naar: str = ""


def dringend(i: Inzage) -> tuple[bool, bool, object, str]:
    """The order of cases: open before closed, then by the term that is most urgent."""
    e = i.eerste
    return i.zaak.gesloten, e is None, urgentie(e) if e else (), i.zaak.nummer


def stand_in_woorden(s: Termijnstand | None, peildatum: date) -> str:
    """How a term stands on a day: te laat, deze week, loopt, voldaan, te laat voldaan, voorbij."""
    if s is None:
        return ""
    if s.te_laat:
        return "te laat"
    if s.voldaan_op is not None:
        laat = s.regel.richting == "vooruit" and s.voldaan_op > s.berekening.uiterlijk
        return "te laat voldaan" if laat else "voldaan"
    if s.status == "verstreken" or s.gesloten:
        return "voorbij"
    if s.regel.venster:
        return "onzeker"
    return "deze week" if s.berekening.uiterlijk <= peildatum + BINNENKORT else "loopt"


def opmerking(zaak: Zaak) -> OpmerkingGemaakt | None:
    """What the voorzitter last said of a case."""
    return zaak.laatste(OpmerkingGemaakt)


def kenmerken(zaak: Zaak) -> dict[str, str]:
    """What tells the cases on the sheet apart, besides the number: head -> what stands there as text."""
    k = zaak.klaagschrift
    wat = (zaak.ankers["ontvangst"].isoformat(), naam(k.klager), som(map(naam, k.aangeklaagde)))
    return dict(zip(KENMERKEN, wat, strict=True))


def naam(p: Persoon) -> str:
    return p.naam or "naam onbekend"


def som(delen: Any) -> str:
    return ", ".join(dict.fromkeys(d for d in delen if d))
