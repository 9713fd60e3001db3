"""Which files are due to be destroyed, and holding one of them longer."""

from __future__ import annotations

from datetime import date

from klachtcli import klok
from klachtcli.fouten import Geweigerd
from klachtcli.instellingen.bewaren import lees_bewaartermijnen
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.bewaren import Bewaring, bewaring, tegengehouden
from klachtcli.zaak.gebeurtenissen import VernietigingTegengehouden, VernietigingVrijgegeven


def bekijk(werkmap: Werkmap, *, peildatum: date, tot: date | None = None, alle: bool = False) -> list[Bewaring]:
    """The files whose term is over on a day, or all of them; the longest overdue first. `tot`: as it was by then."""
    termijnen = lees_bewaartermijnen(werkmap.config)
    with werkmap.journaal() as journaal:
        dossiers = Dossiers(journaal)
        alles = [bewaring(z, termijnen, dossiers.rekenaar(z).kalender) for z in dossiers.zaken(alle=True, tot=tot)]
    gekozen = [b for b in alles if alle or b.verstreken(peildatum)]
    return sorted(gekozen, key=lambda b: (b.laatste is None, b.laatste or date.max))


def houd_vast(werkmap: Werkmap, zaak: str, reden: str, *, vrij: bool = False, proef: bool = False) -> str:
    """Hold the destruction of a file, or let it go; the number of the case. Raises Geweigerd where it is so already."""
    vandaag = klok.vandaag()
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=wie(), proef=proef) as schrijver:
        dossier = Dossiers(journaal).zaak(zaaknummer(zaak, vandaag.year))
        sinds = tegengehouden(dossier)
        if vrij and sinds is None:
            raise Geweigerd("niet-vastgehouden", f"zaak {dossier.nummer} wordt niet vastgehouden",
                            herstel="Bekijk wat er vastzit: klacht beheer bewaren --alles")  # fmt: skip
        if not vrij and sinds is not None:
            feit = f"zaak {dossier.nummer} wordt al vastgehouden, sinds {voluit(sinds)}"
            herstel = f"Geef haar eerst vrij: klacht beheer vasthouden {dossier.nummer} --vrij --reden -"
            raise Geweigerd("al-vastgehouden", feit, herstel=herstel)
        soort = VernietigingVrijgegeven if vrij else VernietigingTegengehouden
        schrijver.voeg_toe(dossier.nummer, soort(vandaag, reden))
    return dossier.nummer
