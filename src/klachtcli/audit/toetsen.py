"""Every recorded finding made anew, from the facts and the rules of that day (art. 1, 2, 9 and 10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klachtcli.audit import oorzaak
from klachtcli.audit.bron import Leesbron
from klachtcli.audit.uitkomst import Onberekend, Verschil
from klachtcli.journaal.codec import Vastlegging
from klachtcli.recht.wegwijzer import Wegwijzer
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.gebeurtenissen import Getoetst
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import Bevinding, toets, uitkomst
from klachtcli.zaak.verwijzing import Verwijzing, verwijs
from klachtcli.zaak.zaak import Zaak

# Findings as they are recorded: requirement, status, sentence.
Kort = tuple[tuple[str, str, str], ...]


def vergelijk(
    v: Vastlegging, e: Getoetst, zaak: Zaak, rekenaar: Rekenaar, bron: Leesbron
) -> Iterator[Verschil | Onberekend]:
    """What a check said, against what it says of the same facts under the same rules."""
    if (e.regeling, e.kalender) != (zaak.regeling, zaak.kalender):
        yield oorzaak.anders(v, "toets: regels", f"{e.regeling.versie}, {e.kalender.versie}",
                             f"{zaak.regeling.versie}, {zaak.kalender.versie}")  # fmt: skip
    fracties = bron.regels(e.fracties, Fracties)
    if fracties is None:
        yield Onberekend(v.nummer, "toets", "de tekst van de fracties die zij noemt, ontbreekt")
        return
    eerder, open_ = _eerdere(v, e, zaak, bron)
    yield from open_
    stukken = frozenset(s.bestand for s in zaak.stukken)
    feiten = Feiten(zaak.klaagschrift, stukken, rekenaar.regeling, rekenaar.kalender, fracties, eerder)
    nu = toets(feiten)
    if (uit := uitkomst(nu)) != e.uitkomst:
        yield oorzaak.anders(v, "toets: uitkomst", e.uitkomst, uit)
    kort: Kort = tuple([(b.vereiste, b.status, b.toelichting) for b in nu])
    toen: Kort = e.bevindingen
    if bron.anoniem:
        kort, toen = _zonder_zin(kort), _zonder_zin(toen)
    if kort != toen:
        yield from _bevindingen(v, toen, kort)
    yield from _verwijzing(v, e, bron, feiten, nu)


def _verwijzing(
    v: Vastlegging, e: Getoetst, bron: Leesbron, feiten: Feiten, bevindingen: Sequence[Bevinding]
) -> Iterator[Verschil | Onberekend]:
    """Where else the klager was told to turn, by the wegwijzer of that day; before 0.4 a check named none."""
    if e.wegwijzer is None:
        return
    if (wegwijzer := bron.regels(e.wegwijzer, Wegwijzer)) is None:
        yield Onberekend(v.nummer, "toets: verwijzing", "de tekst van de wegwijzer die zij noemt, ontbreekt")
        return
    nu = verwijs(feiten, bevindingen, wegwijzer)
    toen = Verwijzing(e.verwijzing, e.verwijzing_bron)
    if len(nu.wegen) != len(toen.wegen) if bron.anoniem else nu != toen:
        yield oorzaak.anders(v, "toets: verwijzing", "; ".join(toen.wegen) or "geen", "; ".join(nu.wegen) or "geen")


def _bevindingen(v: Vastlegging, toen: Kort, nu: Kort) -> Iterator[Verschil]:
    """Each finding that is another; of one requirement there can be several, in a fixed order."""
    for n in range(max(len(toen), len(nu))):
        een, ander = toen[n] if n < len(toen) else None, nu[n] if n < len(nu) else None
        if een != ander:
            id_ = (een or ander or ("",))[0]
            yield oorzaak.anders(v, f"bevinding {id_}", _zin(een), _zin(ander))


def _zonder_zin(bevindingen: Kort) -> Kort:
    return tuple((id_, status, "") for id_, status, _ in bevindingen)


def _zin(bevinding: tuple[str, str, str] | None) -> str:
    return "geen bevinding" if bevinding is None else f"{bevinding[1].replace('_', ' ')}: {bevinding[2]}".rstrip(": ")


def _eerdere(
    v: Vastlegging, e: Getoetst, zaak: Zaak, bron: Leesbron
) -> tuple[tuple[str, ...], list[Verschil | Onberekend]]:
    """The earlier cases that it looked at: found anew where they can be, else as recorded."""
    nu = bron.eerdere_zaken(v, zaak, e.eerdere_zaken or ())
    if nu is None:
        waarom = "daarvoor zijn de andere zaken nodig; gerekend is met wat toen is vastgelegd"
        if e.eerdere_zaken is None:
            waarom = f"daarvoor zijn de andere zaken nodig, en versie {v.versie} legde niet vast welke het waren"
        return e.eerdere_zaken or (), [Onberekend(v.nummer, "toets: eerdere zaken", waarom)]
    if e.eerdere_zaken == nu or (e.eerdere_zaken is None and oorzaak.van_oud_programma(v)):
        return nu, []
    toen = "niet vastgelegd" if e.eerdere_zaken is None else ", ".join(e.eerdere_zaken) or "geen"
    return nu, [oorzaak.anders(v, "toets: eerdere zaken", toen, ", ".join(nu) or "geen")]
