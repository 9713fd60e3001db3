"""What a letter says of people: whom it greets, where it goes, and who the chair is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from klachtcli.instellingen.commissies import Commissie, Lid
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import lees_regeling
from klachtcli.journaal.keten import Zegel
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Bron
from klachtcli.stukken.brieven import Omgeving
from klachtcli.stukken.gegevens import gegevens
from klachtcli.stukken.lezer import aanhef, adresregels
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Klaagschrift, Persoon
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import vouw

CONFIG = Path(__file__).parents[2] / "config"
BRON = Bron("proef", "2026-01-01", "0" * 64)

AANHEFFEN = [
    ("mevrouw", "K. Verbeek", "Geachte mevrouw Verbeek,"),
    ("mevrouw", "drs. K. Verbeek", "Geachte mevrouw Verbeek,"),
    ("heer", "Chr. Jansen", "Geachte heer Jansen,"),
    ("heer", "mr. dr. A.B. Jansen", "Geachte heer Jansen,"),
    ("heer", "Prof. ir. A. B. Jansen", "Geachte heer Jansen,"),
    ("mevrouw", "Th.J.M. de Vries", "Geachte mevrouw De Vries,"),
    ("mevrouw", "J.-P. van der Laan", "Geachte mevrouw Van der Laan,"),
    ("heer", "P. 't Hart", "Geachte heer 't Hart,"),
    ("mevrouw", "D. Ünal-Çelik", "Geachte mevrouw Ünal-Çelik,"),
    ("mevrouw", "É. Şahin", "Geachte mevrouw Şahin,"),
    ("heer", "IJ. IJsbrandy", "Geachte heer IJsbrandy,"),
    ("heer", "mr A. Bos", "Geachte heer Bos,"),
    ("heer", "Irving", "Geachte heer Irving,"),
    ("heer", "Drost", "Geachte heer Drost,"),
    ("mevrouw", "Yara de Boer", "Geachte mevrouw Yara de Boer,"),
    (None, "K. Verbeek", "Geachte K. Verbeek,"),
    ("geen", "drs. K. Verbeek", "Geachte drs. K. Verbeek,"),
    ("mevrouw", None, ""),
]


@pytest.mark.parametrize(("hoe", "naam", "zin"), AANHEFFEN, ids=[f"{a[0]} {a[1]}" for a in AANHEFFEN])
def test_de_aanhef(hoe: str | None, naam: str | None, zin: str) -> None:
    """Titles and initials go; a first name stays, and nobody's form of address is guessed."""
    assert aanhef(Persoon(naam=naam, aanhef=hoe)) == zin  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("H. v.d. Berg", "Geachte heer V.d. Berg,"),
        ("prof.dr. A. Bos", "Geachte heer Bos,"),
        ("K.", "Geachte heer K.,"),
    ],
)
def test_de_aanhef_van_een_naam_met_punten(naam: str, zin: str) -> None:
    assert aanhef(Persoon(naam=naam, aanhef="heer")) == zin


ADRESSEN = [
    (Persoon(naam="K.", adres="Spui 9", postcode="2511 BL", plaats="Den Haag"), ["K.", "Spui 9", "2511 BL  Den Haag"]),
    (Persoon(naam="K.", adres="Spui 9", plaats="Den Haag"), ["K.", "Spui 9", "Den Haag"]),
    (Persoon(naam="K.", adres="Rue 9", postcode="B-1000", plaats="Brussel"), ["K.", "Rue 9", "B-1000  Brussel"]),
    (Persoon(naam="K.", adres="Spui 9", email="k@voorbeeld.nl"), ["K.", "Per e-mail: k@voorbeeld.nl"]),
    (Persoon(naam="K.", plaats="Den Haag"), []),
    (Persoon(adres="Spui 9", plaats="Den Haag", email="k@voorbeeld.nl"), []),
]


@pytest.mark.parametrize(("persoon", "regels"), ADRESSEN, ids=[" / ".join(a[1]) or "geen" for a in ADRESSEN])
def test_de_adresregels(persoon: Persoon, regels: list[str]) -> None:
    assert adresregels(persoon) == regels


VOOR, PV = Lid("mr. A. Bos", "voorzitter"), Lid("S. de Groot", "plaatsvervangend voorzitter")
OUD = Lid("T. Kok", "voorzitter", benoemd_tot_en_met=date(2026, 4, 23))
NIEUW = Lid("L. Vos", "voorzitter", benoemd_vanaf=date(2026, 4, 25))
VOORZITTERS = [
    ("de voorzitter", (VOOR,), "mr. A. Bos"),
    ("de voorzitter, ook als de plaatsvervanger eerst staat", (PV, VOOR), "mr. A. Bos"),
    ("zonder voorzitter de plaatsvervanger, zo genoemd", (PV,), "S. de Groot (plaatsvervangend)"),
    ("de voorzitter is gisteren gestopt", (OUD, PV), "S. de Groot (plaatsvervangend)"),
    ("de voorzitter begint morgen", (NIEUW, PV), "S. de Groot (plaatsvervangend)"),
    ("gestopt en opgevolgd", (OUD, VOOR, PV), "mr. A. Bos"),
    ("niemand", (Lid("D. Mol", "lid"), OUD), ""),
]


@pytest.fixture(scope="module")
def rekenaar() -> Rekenaar:
    """Counts the terms of the Kamer's regulation."""
    regeling = lees_regeling(CONFIG / "regelingen" / "tk-ongewenste-omgangsvormen" / "2021-05-01.toml")
    return Rekenaar(regeling, Kalender(lees_kalender(CONFIG / "kalender")))


@pytest.mark.parametrize(("naam", "leden", "voorzitter"), VOORZITTERS, ids=[v[0] for v in VOORZITTERS])
def test_wie_de_voorzitter_heet(naam: str, leden: tuple[Lid, ...], voorzitter: str, rekenaar: Rekenaar) -> None:
    """Art. 7 lid 1: a deputy is never called the chair."""
    k = Klaagschrift("2026-04-24")
    zaak = vouw("K2026-001", [g.KlaagschriftOntvangen(k.ontvangstdag, k, BRON, BRON)])
    assert zaak is not None
    commissie = Commissie("tk-ongewenste-omgangsvormen", lid=leden)
    zegel = Zegel(1, bytes(32))
    assert (
        gegevens(zaak, Omgeving("", "klager", commissie, rekenaar, date(2026, 4, 24), zegel))["voorzitter"]
        == voorzitter
    )


# ---- het verloop in de adviesbrief ----

GEHOORD = g.HoorzittingGehouden(date(2026, 6, 9), ("klager",))
VERLOPEN = [
    ("zoals vastgelegd", (g.KlachtCompleet(date(2026, 5, 6)), GEHOORD),
     ["24 april 2026: klaagschrift ontvangen", "6 mei 2026: klacht compleet",
      "9 juni 2026: gesproken met de klager"]),
    ("later vastgelegd wat eerder was", (GEHOORD, g.TerPlaatseOnderzocht(date(2026, 6, 3))),
     ["24 april 2026: klaagschrift ontvangen", "3 juni 2026: onderzoek ter plaatse",
      "9 juni 2026: gesproken met de klager"]),
    ("op een dag: zoals vastgelegd", (GEHOORD, g.BevindingenVastgelegd(date(2026, 6, 9)),
     g.DeskundigeGeraadpleegd(date(2026, 6, 9))),
     ["24 april 2026: klaagschrift ontvangen", "9 juni 2026: gesproken met de klager",
      "9 juni 2026: verslag van bevindingen gemaakt", "9 juni 2026: deskundige geraadpleegd"]),
    ("tweemaal hetzelfde op een dag staat er eenmaal",
     (g.TerPlaatseOnderzocht(date(2026, 6, 3)), g.TerPlaatseOnderzocht(date(2026, 6, 3), "nog eens"),
      g.TerPlaatseOnderzocht(date(2026, 6, 4))),
     ["24 april 2026: klaagschrift ontvangen", "3 juni 2026: onderzoek ter plaatse",
      "4 juni 2026: onderzoek ter plaatse"]),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "handelingen", "verloop"), VERLOPEN, ids=[v[0] for v in VERLOPEN])
def test_het_verloop_gaat_van_dag_tot_dag(
    naam: str, handelingen: tuple[g.Gebeurtenis, ...], verloop: list[str], rekenaar: Rekenaar
) -> None:
    """In the order in which it happened, whenever it was recorded."""
    k = Klaagschrift("2026-04-24")
    zaak = vouw("K2026-001", [g.KlaagschriftOntvangen(k.ontvangstdag, k, BRON, BRON), *handelingen])
    assert zaak is not None
    omgeving = Omgeving("", "werkgever", Commissie("tk-ongewenste-omgangsvormen"), rekenaar, date(2026, 7, 1),
                        Zegel(1, bytes(32)))  # fmt: skip
    assert gegevens(zaak, omgeving)["verloop"] == verloop
