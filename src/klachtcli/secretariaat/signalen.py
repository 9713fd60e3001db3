"""Signals: what several cases have in common, and what was done about it, recorded in each of those cases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd, Invoerfout, Onbruikbaar
from klachtcli.instellingen.signalen import lees_drempel
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat import inzage
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak import signalen as z
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.zaak import Zaak

Stand = Literal["nieuw", "opnieuw", "besproken"]
_KENMERK = re.compile(r"[PO]-K\d{4}-\d{3,}(-\d{1,2})?", re.ASCII)
WAAROVER = "iemand met dezelfde naam of over hetzelfde onderdeel"
_BEKIJK = "Bekijk de signalen met: klacht signalen"


class Gemeld(NamedTuple):
    """A signal, the cases behind it, and what was done about it before."""

    signaal: z.Signaal
    zaken: list[Zaak]
    eerder: list[z.Bespreking]

    @property
    def stand(self) -> Stand:
        """Whether it still has to be discussed: never was, or was before its last case came."""
        if any(b.heel for b in self.eerder):
            return "besproken"
        return "opnieuw" if self.eerder else "nieuw"


class Gezien(NamedTuple):
    """All signals, the threshold, and the names that are alike and may be of one person.

    melding: why it is not recorded that they were seen.
    """

    drempel: z.Drempel
    signalen: list[Gemeld]
    gelijkenissen: list[tuple[z.Vermelding, ...]]
    melding: str = ""


def bekijk(werkmap: Werkmap, *, tot: date | None = None, met_namen: bool = True) -> Gezien:
    """The signals of a work folder, closed cases too; that their names were seen is recorded.

    tot: only what had happened by then. met_namen: whether they are shown to whom may see who it is.
    """
    drempel = lees_drempel(werkmap.config)
    with werkmap.journaal() as journaal:
        zaken = _zaken(Dossiers(journaal), tot)
    gemeld, gelijk = _meld(zaken, drempel), z.gelijkenissen(_klachten(zaken), drempel)
    over = {nummer for m in gemeld for nummer in m.signaal.zaken} | {v.zaak for groep in gelijk for v in groep}
    melding = inzage.leg_vast(werkmap, ["signalen"], sorted(over)) if over and met_namen else ""
    return Gezien(drempel, gemeld, gelijk, melding)


def bespreek(werkmap: Werkmap, kenmerk: str, gedaan: str, *, op: date, proef: bool = False) -> z.Signaal:
    """Record what was done about a signal, in each case that it had on that day.

    Raises Invoerfout where there is no such signal, Geweigerd where it was not there yet on that day.
    """
    vandaag = klok.vandaag()
    if op > vandaag:
        raise Geweigerd("dag-in-de-toekomst", f"{voluit(op)} moet nog komen; vastleggen kan vanaf die dag")
    drempel = lees_drempel(werkmap.config)
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossiers = Dossiers(journaal)
        nu = _zoek(_meld(_zaken(dossiers, None), drempel), kenmerk)
        toen = nu if op == vandaag else _zoek(_meld(_zaken(dossiers, op), drempel), kenmerk)
        if nu is None:
            raise Invoerfout("signaal-onbekend", "dit signaal is er niet, of niet meer", herstel=_BEKIJK)
        if toen is None:
            genoeg = nu.signaal.sinds
            raise Geweigerd("dag-te-vroeg", f"op {voluit(op)} was dit signaal er nog niet",
                            grondslag=f"genoeg klachten waren er op {voluit(genoeg)}" if genoeg > op else "",
                            herstel="Noem met --op de dag waarop het is besproken")  # fmt: skip
        if any((b.op, b.gedaan, b.zaken) == (op, gedaan, toen.signaal.zaken) for b in toen.eerder):
            raise Geweigerd("al-vastgelegd", "precies dit is over dit signaal al vastgelegd", herstel=_BEKIJK)
        for nummer, gebeurtenis in z.bespreek(toen.signaal, op, gedaan):
            schrijver.voeg_toe(nummer, gebeurtenis)
    return toen.signaal


def is_kenmerk(getypt: str) -> bool:
    """Whether this looks like what a signal is called."""
    return bool(_KENMERK.fullmatch(getypt.strip().upper()))


def meld(klachten: Iterable[z.Klacht], drempel: z.Drempel, zaak: Callable[[str], Zaak]) -> list[Gemeld]:
    """The signals among complaints; only of the cases behind one the state is asked for."""
    uit = []
    for s in z.signalen(klachten, drempel):
        zaken = {nummer: zaak(nummer) for nummer in s.zaken}
        uit.append(Gemeld(s, [*zaken.values()], z.besprekingen(s, zaken)))
    return uit


def bij_ontvangst(config: Path, eerder: Mapping[str, Klaagschrift], nummer: str, k: Klaagschrift) -> list[str]:
    """What there is to know where a klaagschrift makes a signal or joins one; without names.

    A klaagschrift is received too where the threshold cannot be read: `klacht signalen` tells what is wrong with it.
    """
    try:
        drempel = lees_drempel(config)
    except Onbruikbaar:
        return []
    if not any(nummer in s.zaken for s in z.signalen([*eerder.items(), (nummer, k)], drempel)):
        return []
    wat = f"{drempel.of_meer} klachten binnen {drempel.periode.woorden()} over {WAAROVER}"
    return [f"Met deze zaak erbij zijn er {wat}. Bekijk het met: klacht signalen"]


def onbesproken(
    config: Path, klaagschriften: Mapping[str, Klaagschrift], zaak: Callable[[str], Zaak]
) -> list[tuple[str, str]]:
    """That there is a signal nobody has discussed, and what shows it; without names. For the secretary's day.

    The klaagschriften say where to look; of the cases behind a signal, and of no other, the state is asked for.
    """
    try:
        drempel = lees_drempel(config)
    except Onbruikbaar as fout:
        return [(f"of er signalen zijn, is niet te bepalen: {fout.feit}", "klacht signalen")]
    waar = {nummer: zaak(nummer) for s in z.signalen(klaagschriften.items(), drempel) for nummer in s.zaken}
    open_ = [m for m in _meld(waar, drempel) if m.stand != "besproken"]
    wat = f"er is een signaal ({drempel.of_meer} klachten over {WAAROVER}) dat nog niet is besproken"
    return [(wat, "klacht signalen")] if open_ else []


def _zaken(dossiers: Dossiers, tot: date | None) -> dict[str, Zaak]:
    return {zaak.nummer: zaak for zaak in dossiers.zaken(alle=True, tot=tot)}


def _klachten(zaken: Mapping[str, Zaak]) -> list[z.Klacht]:
    return [(nummer, zaak.klaagschrift) for nummer, zaak in zaken.items()]


def _meld(zaken: Mapping[str, Zaak], drempel: z.Drempel) -> list[Gemeld]:
    return meld(_klachten(zaken), drempel, zaken.__getitem__)


def _zoek(gemeld: list[Gemeld], kenmerk: str) -> Gemeld | None:
    """The signal that is called so. Raises Invoerfout where nothing is called like that."""
    if not is_kenmerk(kenmerk):
        raise Invoerfout("geen-signaal", "dit is geen kenmerk van een signaal, zoals P-K2026-001", herstel=_BEKIJK)
    return next((m for m in gemeld if m.signaal.heet(kenmerk.strip().upper())), None)
