"""One case played again: entry by entry, with the rules and the calendar as they stood there.

Each act is held against the procedure (`handelingen`), what the tool itself keeps against what may stand there
(`eigen`), each finding and letter against what it is when made anew
(`toetsen`, `brieven`), each receipt against what both calculations now give (`termijnen`), each duty against its last
day (`plichten`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from klachtcli import klok
from klachtcli.audit import eigen, handelingen, oorzaak, termijnen, toetsen
from klachtcli.audit.brieven import Brievenmaker
from klachtcli.audit.kast import Regelkast, Rekenaars
from klachtcli.audit.plichten import Plichtenboek, wat_eindigt
from klachtcli.audit.uitkomst import Herspeeld, Onberekend
from klachtcli.fouten import KlachtFout
from klachtcli.journaal.codec import Vastlegging
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.correctie import na_correctie
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, pas_toe, vouw

_GEEN_BEGIN = "de zaak begint niet met een klaagschrift"
_GEEN_REGELS = "de tekst van de regeling of van de kalender die de zaak noemt, ontbreekt"


def speel_na(
    nummer: str, verloop: Sequence[Vastlegging], kast: Regelkast, post: Brievenmaker, heden: date
) -> Herspeeld:
    """Play a case again. heden: the day on which what is still open is looked at."""
    return _Spel(nummer, verloop, kast, post).speel(heden)


class _Spel:
    """A case as far as it was played."""

    def __init__(self, nummer: str, verloop: Sequence[Vastlegging], kast: Regelkast, post: Brievenmaker) -> None:
        self._verloop, self._kast, self._post = verloop, kast, post
        self._uit, self._dagen = Herspeeld(nummer), [klok.dag_van(v.vastgelegd_op) for v in verloop]
        self._boek = Plichtenboek()
        self._tellingen: list[termijnen.Telling] = []
        self._paren: list[Rekenaars] = []
        self._staat_stil = False

    def speel(self, heden: date) -> Herspeeld:
        zaak: Zaak | None = None
        for n, v in enumerate(self._verloop):
            zaak = self._neem(n, v, zaak, self._dagen[n])
            if zaak is None:
                break
        if zaak is not None and self._paren:
            rekenaar = self._paren[-1].eerste
            regeling = rekenaar.regeling  # before it was closed all were looked at
            regels = regeling.hangen_af_van.get("gesloten", ()) if zaak.gesloten else regeling.plicht
            self._boek.kijk(zaak, rekenaar, heden, regels)
        uit = self._uit
        uit.voeg_bij(termijnen.reken_tweemaal(self._verloop, self._tellingen, self._paren, self._dagen))
        uit.vastleggingen, uit.plichten, uit.te_laat = len(self._verloop), len(self._boek), [*self._boek.te_laat()]
        return uit

    def _neem(self, n: int, v: Vastlegging, zaak: Zaak | None, vandaag: date) -> Zaak | None:
        """Check an entry, apply it, and compare its receipt; None where the case cannot be played on."""
        voor: termijnen.Telling = self._tellingen[-1] if self._tellingen else {}
        begin = zaak is None
        if zaak is not None:
            rekenaar = self._paren[-1].eerste
            if self._staat_stil:  # each day moves the terms
                voor = rekenaar.dagen(zaak, vandaag)
            self._controleer(n, v, zaak, rekenaar, vandaag)
        try:
            zaak = self._pas_toe(n, v, zaak)
        except KlachtFout as fout:  # a correction that fits no entry
            self._uit.verschillen.append(oorzaak.anders(v, g.in_woorden(v.soort), "vastgelegd", fout.feit))
            return None
        paar = self._kast.voor(zaak) if zaak is not None else None
        if zaak is None or paar is None:
            self._uit.onberekend.append(Onberekend(v.nummer, "alles vanaf hier", _GEEN_REGELS if zaak else _GEEN_BEGIN))
            return None
        if begin:
            self._uit.voeg_bij(eigen.toets_begin(v, paar.eerste, vandaag))
        anders = self._staat_stil or paar.eerste.telt_anders_na(v.gebeurtenis)
        na = paar.eerste.dagen(zaak, vandaag) if anders else voor
        self._uit.voeg_bij(termijnen.vergelijk(v, voor, na, zaak, self._kast, vandaag))
        self._uit.termijnen += len(v.termijnen or ())
        self._tellingen.append(na)
        self._paren.append(paar)
        return zaak

    def _pas_toe(self, n: int, v: Vastlegging, zaak: Zaak | None) -> Zaak | None:
        if isinstance(v.gebeurtenis, g.VastleggingGecorrigeerd):
            return self._vouw_opnieuw(n)
        if zaak is None:
            return vouw(self._uit.zaak, [v.gebeurtenis])
        pas_toe(zaak, v.gebeurtenis)
        return zaak

    def _vouw_opnieuw(self, n: int) -> Zaak | None:
        """The case as it counts after entry `n`, and with it the duties: what a correction undid, was none."""
        dagen = {v.nummer: dag for v, dag in zip(self._verloop[: n + 1], self._dagen, strict=False)}
        self._boek = Plichtenboek()
        zaak: Zaak | None = None
        for nummer, e in na_correctie((v.nummer, v.gebeurtenis) for v in self._verloop[: n + 1]):
            if zaak is None:
                zaak = vouw(self._uit.zaak, [e])
                continue
            if (paar := self._kast.voor(zaak)) and (regels := wat_eindigt(e, zaak, paar.eerste.regeling)):
                self._boek.kijk(zaak, paar.eerste, dagen[nummer], regels)
            pas_toe(zaak, e)
        return zaak

    def _controleer(self, n: int, v: Vastlegging, zaak: Zaak, rekenaar: Rekenaar, vandaag: date) -> None:
        """What there is to check of an entry before it is applied."""
        e, uit, vorige, bron = v.gebeurtenis, self._uit, self._verloop[n - 1], self._kast.bron
        uit.verschillen += eigen.toets_volgorde(v, vorige)
        if regels := wat_eindigt(e, zaak, rekenaar.regeling):
            self._boek.kijk(zaak, rekenaar, vandaag, regels)
        if e.handeling:
            uit.handelingen += 1
            uit.verschillen += handelingen.toets(self._verloop, n, zaak, rekenaar, vandaag, anoniem=bron.anoniem)
            self._staat_stil = self._staat_stil or isinstance(e, g.TermijnenOpgeschort)
            return
        uit.voeg_bij(eigen.toets(self._verloop, n, zaak, rekenaar, vandaag, anoniem=bron.anoniem))
        match e:
            case g.Getoetst():
                uit.bevindingen += len(e.bevindingen)
                uit.voeg_bij(toetsen.vergelijk(v, e, zaak, rekenaar, bron))
            case g.BriefGemaakt():
                uit.brieven += not bron.anoniem  # there are none in it to compare
                eerder = (x.nummer for x in reversed(self._verloop[:n]) if x.vastgelegd_op != v.vastgelegd_op)
                uit.voeg_bij(self._post.vergelijk(v, e, zaak, rekenaar, next(eerder, 0)))
