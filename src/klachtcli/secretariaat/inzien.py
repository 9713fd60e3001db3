"""Looking at cases: their terms, a list, and one case with its history; who saw the last is recorded."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from klachtcli import klok
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.opslag import Journaal
from klachtcli.secretariaat import inzage
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import Stuk, ZaakVernietigd
from klachtcli.zaak.termijnstand import Termijnstand, meest_urgent
from klachtcli.zaak.vervolg import Vervolg, vervolg
from klachtcli.zaak.zaak import Zaak


class Regel(NamedTuple):
    """One case in the list, and the term that is most urgent in it."""

    zaak: Zaak
    eerste: Termijnstand | None


class Blik(NamedTuple):
    """From where one looks: the day on which terms are counted, and what one sees.

    tot: only what had happened by a day. bekend: only what was recorded before a moment, corrected as it then was.
    """

    peildatum: date
    tot: date | None = None
    bekend: datetime | None = None

    def voor(self, journaal: Journaal) -> int | None:
        """Before which entry lies what was recorded by then; None: all of it counts."""
        return None if self.bekend is None else journaal.laatste_voor(klok.stempel(self.bekend)) + 1


class Vernietigd(NamedTuple):
    """What is left of a case that was destroyed: its number, the entry that says so, and what that says."""

    zaak: str
    nummer: int
    gebeurtenis: ZaakVernietigd


class Ingezien(NamedTuple):
    """One case: its state, its terms, its history, and what the procedure now allows.

    stukken: its attachments, opened, where they were asked for. melding: why it is not recorded that it was seen.
    """

    zaak: Zaak
    termijnen: list[Termijnstand]
    verloop: list[Vastlegging]
    vervolg: Vervolg
    stukken: list[tuple[Stuk, bytes]]
    melding: str


def termijnen(werkmap: Werkmap, zaak: str | None, blik: Blik) -> list[Termijnstand]:
    """The terms of one case, or of all open ones, most urgent first."""
    with werkmap.journaal() as journaal:
        dossiers, tot, voor = Dossiers(journaal), blik.tot, blik.voor(journaal)
        nummer = zaak and zaaknummer(zaak, blik.peildatum.year)
        zaken = [dossiers.zaak(nummer, tot=tot, voor=voor)] if nummer else dossiers.zaken(tot=tot, voor=voor)
        return meest_urgent(s for z in zaken for s in dossiers.rekenaar(z).standen(z, blik.peildatum))


def lijst(werkmap: Werkmap, *, alle: bool, peildatum: date, tot: date | None = None) -> list[Regel]:
    """The open cases (or all), each with its most urgent running term, most urgent first."""
    with werkmap.journaal() as journaal:
        dossiers = Dossiers(journaal)
        regels = [Regel(z, _eerste(dossiers, z, peildatum)) for z in dossiers.zaken(alle=alle, tot=tot)]
    return sorted(regels, key=lambda r: (r.eerste is None, r.eerste.berekening.veilig if r.eerste else date.max))


def vernietigd(werkmap: Werkmap, zaak: str | None = None, *, peildatum: date) -> list[Vernietigd]:
    """The cases that were destroyed, or the one that is meant, in the order of that."""
    nummer = zaak and zaaknummer(zaak, peildatum.year)
    with werkmap.journaal() as journaal:
        return [
            Vernietigd(v.zaak, v.nummer, v.gebeurtenis)
            for v in journaal.vernietigd()
            if isinstance(v.gebeurtenis, ZaakVernietigd) and nummer in (None, v.zaak)
        ]


def toon(werkmap: Werkmap, zaak: str, blik: Blik, *, met_stukken: bool = False) -> Ingezien:
    """One case whole; that it was seen is recorded, also of a look back."""
    with werkmap.journaal() as journaal:
        dossiers = Dossiers(journaal)
        nummer = zaaknummer(zaak, blik.peildatum.year)
        dossier, verloop = dossiers.met_verloop(nummer, tot=blik.tot, voor=blik.voor(journaal))
        rekenaar = dossiers.rekenaar(dossier)
        standen = meest_urgent(rekenaar.standen(dossier, blik.peildatum))
        verder = vervolg(dossier, rekenaar, blik.peildatum)
        stukken = [(stuk, journaal.lees_stuk(stuk)) for stuk in dossier.stukken if met_stukken]
    melding = inzage.leg_vast(werkmap, ["zaak", "stukken"] if stukken else ["zaak"], [nummer])
    return Ingezien(dossier, standen, verloop, verder, stukken, melding)


def _eerste(dossiers: Dossiers, zaak: Zaak, peildatum: date) -> Termijnstand | None:
    standen = dossiers.rekenaar(zaak).standen(zaak, peildatum)
    return next(iter(meest_urgent(s for s in standen if s.vraagt_aandacht)), None)
