"""Work folders with fictional cases, filled through the journal's own interface, many cases in one act."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from klachtcli import klok
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import lees_regelingen
from klachtcli.recht.regeling import Bron
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import (
    Aanvulling,
    Categorie,
    Gedraging,
    Klaagschrift,
    OndernomenStap,
    Persoon,
    Procedures,
)

_REGELING = "tk-ongewenste-omgangsvormen"
_PER_HANDELING = 500
_ZIN = "In het weekoverleg van {} slaat mijn teamleider mij over; als ik iets zeg, zucht hij en gaat hij door. "
_CATEGORIEEN: tuple[Categorie, ...] = ("pesten", "intimidatie", "discriminatie", "stalken")


@contextmanager
def tijdelijk() -> Iterator[Path]:
    """A folder for work folders, with a key ring of its own; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="klacht-benchmark-") as naam:
        eerder = {sleutel: os.environ.pop(sleutel, None) for sleutel in ("KLACHT_SLEUTELMAP", "KLACHT_MAP")}
        os.environ["KLACHT_SLEUTELMAP"] = str(Path(naam) / "sleutels")
        try:
            yield Path(naam)
        finally:
            os.environ.pop("KLACHT_SLEUTELMAP")
            os.environ.update({k: v for k, v in eerder.items() if v is not None})


def maak(pad: Path, *, open_zaken: int = 0, gesloten_zaken: int = 0) -> Werkmap:
    """A work folder with so many cases, the closed ones first; about six, or about twelve entries each."""
    werkmap = richt_in(pad).werkmap
    regeling = lees_regelingen(werkmap.config / "regelingen", _REGELING)[-1]
    kalender = lees_kalender(werkmap.config / "kalender")
    zaken = iter([True] * gesloten_zaken + [False] * open_zaken)
    nummer = 0
    with werkmap.journaal(schrijven=True) as journaal:
        dossiers = Dossiers(journaal)
        while groep := list(islice(zaken, _PER_HANDELING)):
            with journaal.handeling(door="benchmark") as schrijver:
                bronnen = dossiers.leg_regels_vast(schrijver, regeling), dossiers.leg_regels_vast(schrijver, kalender)
                for gesloten in groep:
                    nummer += 1
                    for gebeurtenis in verloop(nummer, bronnen, gesloten=gesloten):
                        schrijver.voeg_toe(f"K2025-{nummer:03d}", gebeurtenis)
    return werkmap


def verloop(n: int, bronnen: tuple[Bron, Bron], *, gesloten: bool) -> list[g.Gebeurtenis]:
    """The events of one fictional case: to the end, or as far as an inquiry that runs today."""
    begin = klok.vandaag() - timedelta(days=(400 + n % 1500 if gesloten else 30 + n % 20))
    reeks = _onderzoek(n, begin, bronnen)
    return reeks + (_slot(begin + timedelta(days=60)) if gesloten else [])


def _onderzoek(n: int, begin: date, bronnen: tuple[Bron, Bron]) -> list[g.Gebeurtenis]:
    op = [begin + timedelta(days=2 * stap) for stap in range(6)]
    return [
        g.KlaagschriftOntvangen(begin, klaagschrift(n, begin), *bronnen),
        g.BriefVerzonden(op[1], "ontvangstbevestiging"),
        g.AanvullingGevraagd(op[1]),
        g.AanvullingOntvangen(op[2], Aanvulling(str(op[2]), dagtekening=op[2], ondertekend=True)),
        g.KlachtCompleet(op[3]),
        g.OntvankelijkBevonden(op[4]),
        g.HoorzittingGepland(begin + timedelta(days=45), op[5]),
    ]


def _slot(begin: date) -> list[g.Gebeurtenis]:
    op = [begin + timedelta(days=7 * stap) for stap in range(5)]
    return [
        g.FeitenoverzichtVerzonden(op[0]),
        g.AdviesUitgebracht(op[1], "gegrond"),
        g.AdviesOntvangen(op[2]),
        g.BeslissingGenomen(op[3], "gegrond"),
        g.ZaakGesloten(op[4]),
    ]


def klaagschrift(n: int, begin: date) -> Klaagschrift:
    """A klaagschrift of a few hundred words."""
    gedragingen = tuple(
        Gedraging(categorie, "".join(_ZIN.format(week + n) for week in range(5)), str(begin - timedelta(days=20 + m)))
        for m, categorie in enumerate(_CATEGORIEEN)
    )
    return Klaagschrift(
        str(begin), "e-mail", begin, False,
        Persoon(f"Klager {n}", "mevrouw", f"Goudsbloemlaan {n}", "2565 CW", "Den Haag", functie="medewerker redactie",
                hoedanigheid="ambtenaar", onderdeel="Dienst Verslag en Redactie"),
        (Persoon(f"Leider {n}", "heer", functie="teamleider", hoedanigheid="ambtenaar"),),
        gedragingen, (OndernomenStap("Een gesprek met een vertrouwenspersoon.", str(begin - timedelta(days=9))),),
        procedures=Procedures(False, False, False, False),
    )  # fmt: skip
