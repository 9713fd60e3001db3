"""Whether a correction may be: only of what can be, everybody in their own place, and what followed still allowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from klachtcli.fouten import Gebrek, Geweigerd, Invoerfout, KlachtFout
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.correctie import Genummerd, na_correctie, wijzig
from klachtcli.zaak.naleving import overtredingen
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, vouw

LEEG = "correctie-leeg"
# What cannot be corrected, and what to do instead.
_ANDERS: dict[type, str] = {
    g.VastleggingGecorrigeerd: "Corrigeer de oorspronkelijke vastlegging opnieuw",
    g.ZaakGesloten: "Heropen de zaak: klacht heropen {zaak} --reden -",
    g.ZaakHeropend: "Sluit de zaak opnieuw: klacht sluit {zaak}",
    g.BriefGemaakt: "Een brief die is gemaakt, bestaat; maak een nieuwe: klacht brief {zaak}",
    g.Getoetst: "Toets opnieuw: klacht toets {zaak}",
    g.AfwijkingVastgelegd: "De reden staat vast zoals zij toen is gegeven",
}


def eis_te_corrigeren(nummer: int, zaak: str, reeks: Iterable[Genummerd]) -> g.Gebeurtenis:
    """The entry as it was written. Raises Invoerfout where the case has none of this number, Geweigerd for its kind."""
    alles = dict(reeks)
    if (gevonden := alles.get(nummer)) is None:
        kan = ", ".join(str(nr) for nr, e in alles.items() if type(e) not in _ANDERS)
        feit = f"zaak {zaak} heeft geen vastlegging {nummer}; te corrigeren zijn: {kan}"
        raise Invoerfout("vastlegging-onbekend", feit,
                         herstel=f"Bekijk ze met: klacht toon {zaak}")  # fmt: skip
    if anders := _ANDERS.get(type(gevonden)):
        feit = f"vastlegging {nummer} ({gevonden.soort.replace('_', ' ')}) is niet zo te corrigeren"
        raise Geweigerd("niet-te-corrigeren", feit, herstel=anders.format(zaak=zaak))
    return gevonden


def eis_correctie(
    zaak: Zaak, reeks: Sequence[Genummerd], correctie: g.VastleggingGecorrigeerd, rekenaar: Rekenaar, vandaag: date
) -> None:
    """That a correction of a case as it stands after `reeks` may be. Raises Geweigerd, or Invoerfout."""
    vroeger = eis_te_corrigeren(correctie.nummer, zaak.nummer, reeks)
    eerst, straks = na_correctie(reeks), na_correctie([*reeks, (reeks[-1][0] + 1, correctie)])
    if not correctie.wijzigt and isinstance(vroeger, g.KlaagschriftOntvangen):
        raise Geweigerd(
            "klaagschrift-blijft",
            "zonder klaagschrift is er geen zaak",
            herstel="Wijzig wat er fout aan is. Hoort de zaak er niet te zijn, zoals een dubbele, sluit haar dan met "
            f"die reden: klacht sluit {zaak.nummer} --reden -",
        )
    huidig = dict(eerst).get(correctie.nummer, vroeger)
    if correctie.wijzigt and wijzig(huidig, correctie.wijzigt) == huidig:
        raise leeg(correctie.nummer)
    _eis_zelfde_mensen(zaak, reeks, eerst, straks)
    _eis_daarna(zaak.nummer, correctie, eerst, straks, rekenaar, vandaag)


def leeg(nummer: int) -> Invoerfout:
    """A correction that corrects nothing."""
    return Invoerfout(LEEG, f"vastlegging {nummer} zegt dit al; er verandert niets")


def _eis_daarna(
    nummer: str,
    correctie: g.VastleggingGecorrigeerd,
    eerst: Sequence[Genummerd],
    straks: Sequence[Genummerd],
    rekenaar: Rekenaar,
    vandaag: date,
) -> None:
    """What follows must still be allowed; what already was not, before the correction, is no reason to refuse it."""
    oud = overtredingen(nummer, eerst, rekenaar, vandaag)
    botst = overtredingen(nummer, straks, rekenaar, vandaag)
    nieuw: Mapping[int, KlachtFout] = {nr: fout for nr, fout in botst.items() if nr not in oud}
    if nieuw:
        raise Geweigerd(
            "correctie-botst",
            f"na deze correctie klopt in zaak {nummer} iets niet meer",
            gebreken=[Gebrek(f"vastlegging {nr}", fout.feit) for nr, fout in nieuw.items()],
            herstel="Geef een waarde die wel kan"
            if correctie.nummer in nieuw
            else "Corrigeer eerst wat later is vastgelegd",
        )


def _eis_zelfde_mensen(
    zaak: Zaak, reeks: Sequence[Genummerd], eerst: Sequence[Genummerd], straks: Sequence[Genummerd]
) -> None:
    """A party or somebody invited keeps the number under which letters were made: nobody gets another's place."""
    nieuw = vouw(zaak.nummer, (e for _, e in straks))
    assert nieuw is not None  # the klaagschrift stays
    oud, nu = zaak.klaagschrift.aangeklaagde, nieuw.klaagschrift.aangeklaagde
    namen = [p.naam for p in oud]
    verschoven = any(a.naam != b.naam and b.naam in namen for a, b in zip(oud, nu, strict=False))
    vooraf, daarna = _genodigden(eerst), _genodigden(straks)
    alleen_laatste = daarna == vooraf[:-1] and not _genoemd(f"genodigde-{len(vooraf)}", reeks)
    if len(nu) < len(oud) or verschoven or not (daarna[: len(vooraf)] == vooraf or alleen_laatste):
        raise Geweigerd(
            "mensen-verschuiven",
            f"na deze correctie zou iemand in zaak {zaak.nummer} de plaats van een ander krijgen, met diens brieven",
            herstel="Laat ieder op zijn eigen plaats staan, en corrigeer daar wat fout is",
        )


def _genodigden(reeks: Iterable[Genummerd]) -> list[int]:
    """The entries of those invited, in the order that numbers them."""
    return [nr for nr, e in reeks if isinstance(e, g.BetrokkeneVermeld) and e.betrokkene.rol != "raadsman"]


def _genoemd(wie: str, reeks: Iterable[Genummerd]) -> bool:
    """Whether some act is about this person: a hearing, an address, a letter."""
    return any(f"'{wie}'" in str(msgspec.to_builtins(e)) for _, e in reeks)
