"""Looking at cases: their terms, a list, and one case with its history. Nothing is recorded."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from klachtcli.journaal.codec import Vastlegging
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


class Vernietigd(NamedTuple):
    """What is left of a case that was destroyed: its number, the entry that says so, and what that says."""

    zaak: str
    nummer: int
    gebeurtenis: ZaakVernietigd


class Ingezien(NamedTuple):
    """One case: its state, its terms, its history, and what the procedure now allows."""

    zaak: Zaak
    termijnen: list[Termijnstand]
    verloop: list[Vastlegging]
    vervolg: Vervolg


def termijnen(werkmap: Werkmap, zaak: str | None, *, peildatum: date, tot: date | None = None) -> list[Termijnstand]:
    """The terms of one case, or of all open ones, most urgent first. `tot`: only what had happened by then."""
    with werkmap.journaal() as journaal:
        dossiers = Dossiers(journaal)
        nummer = zaak and zaaknummer(zaak, peildatum.year)
        zaken = [dossiers.zaak(nummer, tot=tot)] if nummer else dossiers.zaken(tot=tot)
        return meest_urgent(s for z in zaken for s in dossiers.rekenaar(z).standen(z, peildatum))


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


def toon(werkmap: Werkmap, zaak: str, *, peildatum: date, tot: date | None = None) -> Ingezien:
    """One case whole."""
    with werkmap.journaal() as journaal:
        dossiers = Dossiers(journaal)
        nummer = zaaknummer(zaak, peildatum.year)
        dossier, verloop = dossiers.met_verloop(nummer, tot=tot)
        rekenaar = dossiers.rekenaar(dossier)
        standen = meest_urgent(rekenaar.standen(dossier, peildatum))
        return Ingezien(dossier, standen, verloop, vervolg(dossier, rekenaar, peildatum))


def _eerste(dossiers: Dossiers, zaak: Zaak, peildatum: date) -> Termijnstand | None:
    standen = dossiers.rekenaar(zaak).standen(zaak, peildatum)
    return next(iter(meest_urgent(s for s in standen if s.vraagt_aandacht)), None)


def stukken(werkmap: Werkmap, zaak: str, *, peildatum: date, tot: date | None = None) -> list[tuple[Stuk, bytes]]:
    """The attachments of a case, opened. `tot`: only those that had come in by then."""
    with werkmap.journaal() as journaal:
        nummer = zaaknummer(zaak, peildatum.year)
        dossier = Dossiers(journaal).zaak(nummer, tot=tot)
        return [(stuk, journaal.lees_stuk(stuk)) for stuk in dossier.stukken]
