"""Where a klager may turn, when somebody in the case is or may be outside the regulation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from klachtcli.instellingen.wegwijzers import lees_wegwijzer
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Regeling
from klachtcli.recht.wegwijzer import Wegwijzer
from klachtcli.zaak.fracties import Fractie, Fracties
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import toets
from klachtcli.zaak.verwijzing import Verwijzing, verwijs

GROEN, EIGEN = "Fractie Groen", "Fractie Eigen"
FRACTIES = Fracties((
    Fractie(GROEN, "van toepassing", date(2020, 1, 1), "brief", date(2026, 4, 23)),
    Fractie(GROEN, "niet van toepassing", date(2026, 4, 24), "mail"),
    Fractie(EIGEN, "eigen regeling", date(2020, 1, 1), "brief"),
))  # fmt: skip
VPOO = "Hulp en advies: de interne of externe vertrouwenspersoon ongewenste omgangsvormen."
EIGEN_VP = "Hulp en advies: de vertrouwenspersoon van de eigen fractie, als die is aangesteld."
GEEN = "Formele klacht: er is geen formele regeling."
BUITEN = "Voor iemand van buiten noemt de bron geen weg. Zo nodig: de Griffier, of de werkgever van de betrokkene."
MET, OF = "een medewerker van een fractie met deze regeling", "een medewerker van een fractie met een eigen regeling of"


class Geval(NamedTuple):
    """What is so (changes to a complete klaagschrift of 24 April 2026), and how each line begins, in order."""

    naam: str
    feiten: dict[str, Any]
    begint: tuple[str, ...]
    waarom: str = ""


def _klager(hoedanigheid: str | None, onderdeel: str = "Stafdienst") -> dict[str, Any]:
    return {"klager": {"hoedanigheid": hoedanigheid, "onderdeel": onderdeel}}


def _tegen(*mensen: tuple[str | None, str]) -> dict[str, Any]:
    return {"aangeklaagde": [{"naam": "P. de Wit", "hoedanigheid": h, "onderdeel": o} for h, o in mensen]}


def _over(*categorieen: str | None) -> dict[str, Any]:
    return {"gedraging": [{"categorie": c} for c in categorieen]}


GEVALLEN = [
    Geval("allen vallen eronder", {}, (), "dan is de commissie de weg"),
    Geval("er ontbreekt iets anders", {"ondertekend": False}, (), "dat gaat niet over wie eronder valt"),
    Geval("een Kamerlid klaagt", _klager("kamerlid"),
          (EIGEN_VP, f"{GEEN} Informeel: de ambtelijk leidinggevende.", "Misschien kan het voor hulp ook")),
    Geval("over een Kamerlid", _tegen(("kamerlid", "")),
          (VPOO, f"{GEEN} Informeel: bijvoorbeeld de fractievoorzitter", "Over een klacht over een Kamerlid spreken")),
    Geval("een stagiair", _klager("stagiair"), (VPOO, "Formele klacht: de klachtencommissie"),
          "onzeker, maar de figuur telt hem als ambtenaar"),
    Geval("een stagiair bij een fractie", _klager("stagiair", EIGEN),
          (EIGEN_VP, f"{GEEN} Informeel: de ambtelijk leidinggevende.", "Misschien")),
    Geval("een fractie met een eigen regeling", _klager("fractiemedewerker", EIGEN),
          (EIGEN_VP, f"{GEEN} Informeel: de ambtelijk leidinggevende.", "Misschien")),
    Geval("een fractie die nu niet meer meedoet", _tegen(("fractiemedewerker", GROEN)), (VPOO, GEEN),
          "de dag van ontvangst telt: 24 april"),
    Geval("een fractie die toen nog meedeed",
          _tegen(("fractiemedewerker", GROEN)) | {"ontvangen_op": "2026-04-23"}, (), "op 23 april viel zij eronder"),
    Geval("een onbekende fractie", _klager("fractiemedewerker", "Fractie Nieuw"),
          (f"Hulp en advies, voor {MET}:", f"Hulp en advies, voor {OF}", f"Formele klacht, voor {MET}:",
           f"Formele klacht, voor {OF}", "Misschien"), "onbekend is niet nee: elke mogelijkheid"),
    Geval("een ambtenaar en een Kamerlid", _tegen(("ambtenaar", ""), ("kamerlid", "")),
          (VPOO, "Formele klacht, over een ambtenaar: de klachtencommissie",
           "Formele klacht, over een Kamerlid: er is geen", "Over een klacht over een Kamerlid")),
    Geval("een derde klaagt", _klager("derde"), (BUITEN,)),
    Geval("over een derde", _tegen(("derde", "")), (BUITEN,)),
    Geval("over een derde en een Kamerlid", _tegen(("derde", ""), ("kamerlid", "")),
          (BUITEN, VPOO, GEEN, "Over een klacht")),
    Geval("niet bekend wie klaagt", _klager(None), (), "dan is er niets aan te wijzen; de toets vraagt ernaar"),
    Geval("niet bekend over wie", _tegen((None, "")), ()),
    Geval("anders: beide onderwerpen", _klager("kamerlid") | _over("anders"),
          ("Hulp en advies bij ongewenste omgangsvormen:", "Formele klacht bij ongewenste omgangsvormen:",
           "Hulp en advies bij integriteit:", "Formele klacht bij integriteit:", "Misschien", "Hoe omgangsvormen en")),
    Geval("zonder categorie", _klager("kamerlid") | _over(None), (EIGEN_VP, GEEN, "Misschien"),
          "een klaagschrift aan deze commissie gaat over omgangsvormen"),
]  # fmt: skip


@pytest.fixture(scope="module")
def wegwijzer() -> Wegwijzer:
    """As shipped."""
    return lees_wegwijzer(Path(__file__).parents[2] / "config")


@pytest.fixture(scope="module")
def wijzer(
    kamer: Regeling, kalender: Kalender, schets: Callable[..., Klaagschrift], wegwijzer: Wegwijzer
) -> Callable[..., Verwijzing]:
    """Check the complete klaagschrift with facts changed, and ask where to go."""

    def voer(w: Wegwijzer = wegwijzer, **feiten: Any) -> Verwijzing:
        f = Feiten(schets(**feiten), frozenset(), kamer, kalender, FRACTIES, ())
        return verwijs(f, toets(f), w)

    return voer


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_waar_de_klager_terecht_kan(geval: Geval, wijzer: Callable[..., Verwijzing]) -> None:
    gewezen = wijzer(**geval.feiten)
    assert len(gewezen.wegen) == len(geval.begint), gewezen
    assert [w for w, b in zip(gewezen.wegen, geval.begint, strict=True) if not w.startswith(b)] == [], geval.waarom
    assert ("figuur 3.2 (stand van 2022/2023)" in gewezen.bron) == bool(geval.begint)
    samen = " ".join(gewezen.wegen)
    assert [naam for naam in ("Wit", "Verbeek", "Groen", "Eigen", "Nieuw") if naam in samen] == []


def test_alleen_bij_de_regeling_waarvoor_hij_is(wijzer: Callable[..., Verwijzing], wegwijzer: Wegwijzer) -> None:
    """Another committee has other ways."""
    ander = msgspec.structs.replace(wegwijzer, regeling="awb-9")
    assert wijzer(ander, **_klager("kamerlid")) == Verwijzing()
