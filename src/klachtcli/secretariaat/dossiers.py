"""Cases from the journal, each under the rules it is governed by: what every use case begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from klachtcli import klok
from klachtcli.fouten import Geweigerd, Invoerfout
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.regelboek import Regelboek
from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.recht.kalender import Kalender, KalenderGegevens
from klachtcli.recht.regeling import Regeling
from klachtcli.zaak.correctie import na_correctie
from klachtcli.zaak.gebeurtenissen import VERBETERT, ZaakVernietigd, gebeurd_op
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, vouw

_NUMMER = re.compile(r"[Kk]?(?:(\d{4})-)?0*(\d{1,6})", re.ASCII)


class Dossiers(Regelboek):
    """The cases of a journal, with the rules it keeps: read once and shared by all cases under them."""

    def __init__(self, journaal: Journaal) -> None:
        super().__init__(journaal)
        self._rekenaars: dict[tuple[str, str], Rekenaar] = {}

    def verloop(self, nummer: str) -> list[Vastlegging]:
        """The history of a case as it was written. Raises Invoerfout without one, Geweigerd where it is gone."""
        reeks = list(self.journaal.lees(nummer))
        if not reeks:
            nabij = dichtstbij(nummer, self.journaal.zaken())
            herstel = f"{f'Bedoelt u {nabij}? ' if nabij else ''}Bekijk de zaken met: klacht lijst --alles"
            raise Invoerfout("zaak-onbekend", f"zaak {nummer} is er niet", herstel=herstel)
        if isinstance(reeks[-1].gebeurtenis, ZaakVernietigd):
            raise is_vernietigd(nummer, reeks[-1].gebeurtenis.op)
        return reeks

    def zaak(self, nummer: str, *, tot: date | None = None, voor: int | None = None) -> Zaak:
        """The state of a case, now or as far as it had come by a day. Raises Invoerfout where it was not there yet."""
        return self.met_verloop(nummer, tot=tot, voor=voor)[0]

    def met_verloop(
        self, nummer: str, *, tot: date | None = None, voor: int | None = None
    ) -> tuple[Zaak, list[Vastlegging]]:
        """The state of a case and the history it was made from, read once. Raises Invoerfout as `zaak` does.

        voor: only what was recorded before an entry.
        """
        alles = self.verloop(nummer)
        verloop = alles if voor is None else [v for v in alles if v.nummer < voor]
        zaak = vouw_verloop(nummer, verloop, tot=tot)
        if zaak is None:
            raise _nog_niet(nummer, alles, verloop, tot)
        return zaak, _tot_dag(verloop, tot) if tot else verloop

    def zaken(self, *, alle: bool = False, tot: date | None = None, voor: int | None = None) -> Iterable[Zaak]:
        """The open cases, or all; as far as they had come by a day, and as far as recorded before an entry."""
        return (zaak for zaak, _ in self._gevouwen(alle, tot, voor))

    def met_verlopen(self, *, alle: bool = False, tot: date | None = None) -> Iterator[tuple[Zaak, list[Vastlegging]]]:
        """The open cases, or all, each with its history; as far as they had come by a day."""
        for zaak, verloop in self._gevouwen(alle, tot):
            yield zaak, _tot_dag(verloop, tot) if tot else verloop

    def _gevouwen(
        self, alle: bool, tot: date | None, voor: int | None = None
    ) -> Iterator[tuple[Zaak, list[Vastlegging]]]:
        """The open cases, or all, each with its whole history."""
        terug = alle or tot is not None or voor is not None  # a case that is closed now was open then
        for nummer in self.journaal.zaken() if terug else self.journaal.lopende_zaken():
            verloop = self.verloop(nummer)
            zaak = vouw_verloop(nummer, verloop, tot=tot, voor=voor)
            if zaak is not None and (alle or not zaak.gesloten):
                yield zaak, verloop

    def rekenaar(self, zaak: Zaak) -> Rekenaar:
        """Counts terms under the rules that govern this case."""
        sleutel = (zaak.regeling.sha256, zaak.kalender.sha256)
        if sleutel not in self._rekenaars:
            regeling = self.regels(zaak.regeling, Regeling)
            kalender = Kalender(self.regels(zaak.kalender, KalenderGegevens))
            self._rekenaars[sleutel] = Rekenaar(regeling, kalender)
        return self._rekenaars[sleutel]

    def rekenaars(self) -> list[Rekenaar]:
        """Those of all cases that were asked for."""
        return list(self._rekenaars.values())


def zaaknummer(tekst: str, jaar: int) -> str:
    """`K2026-001` from `k2026-1`, `2026-1` or, for a case of this year, `1`. Raises Invoerfout."""
    deel = _NUMMER.fullmatch(tekst.strip())
    if deel is None:
        raise Invoerfout("geen-zaaknummer", "dit is geen zaaknummer zoals K2026-001, 2026-1 of 1")
    return f"K{deel[1] or jaar}-{int(deel[2]):03d}"


def dichtstbij(nummer: str, zaken: Iterable[str]) -> str | None:
    """The case that was probably meant: of that year or with that number of another, whichever is nearer."""
    jaar, volg = _delen(nummer)

    def ver(zaak: str) -> tuple[bool, int]:
        dit_jaar, dit_volg = _delen(zaak)
        return (dit_jaar != jaar and dit_volg != volg, abs(dit_jaar - jaar) + abs(dit_volg - volg))

    return min(zaken, key=ver, default=None)


def _delen(nummer: str) -> tuple[int, int]:
    jaar, _, volg = nummer[1:].partition("-")
    return int(jaar), int(volg)


def _nog_niet(nummer: str, alles: list[Vastlegging], bekend: list[Vastlegging], tot: date | None) -> Invoerfout:
    """That there was no such case: it was not recorded yet, or nothing had come in by a day."""
    feit, grond = f"zaak {nummer} heeft geen klaagschrift", ""
    if not bekend:
        op = klok.op_de_klok(alles[0].vastgelegd_op)
        feit, grond = f"zaak {nummer} was toen nog niet vastgelegd", f"dat is gedaan op {met_weekdag(op)}"
    elif tot:
        feit = f"zaak {nummer} was er nog niet op {voluit(tot)}"
    return Invoerfout("zaak-onbekend", feit, grondslag=grond, herstel="Bekijk de zaken met: klacht lijst --alles")


def is_vernietigd(nummer: str, op: date) -> Geweigerd:
    """The file of a case is not there any more."""
    feit = f"zaak {nummer} is op {voluit(op)} vernietigd; haar inhoud is er niet meer"
    return Geweigerd("zaak-vernietigd", feit, herstel=f"Wat er nog van is: klacht toon {nummer}")


def is_zaaknummer(tekst: str) -> bool:
    """Whether this was typed as a case, and not as a path."""
    return _NUMMER.fullmatch(tekst.strip()) is not None


def _tot_dag(verloop: list[Vastlegging], tot: date) -> list[Vastlegging]:
    """What had happened by a day, as it now counts, and every correction of it."""
    geldt = dict(na_correctie((v.nummer, v.gebeurtenis) for v in verloop))
    return [v for v in verloop if v.soort == VERBETERT or gebeurd_op(geldt.get(v.nummer, v.gebeurtenis)) <= tot]


def vouw_verloop(
    nummer: str, verloop: Iterable[Vastlegging], *, tot: date | None = None, voor: int | None = None
) -> Zaak | None:
    """The state of a case after these entries, each as it now counts; None where no klaagschrift had come in.

    tot: only what had happened by a day; voor: only what was recorded before an entry, corrected as it then was.
    """
    geldend = na_correctie((v.nummer, v.gebeurtenis) for v in verloop if voor is None or v.nummer < voor)
    return vouw(nummer, (e for _, e in geldend if tot is None or gebeurd_op(e) <= tot))
