"""MDTO 1.0.1: what klacht writes is valid, and the schema catches what is not.

The schema (mdto-1.0.1.xsd) is that of the Nationaal Archief, without its documentation.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from klachtcli.audit.mdto import Bestand, Bewaartermijn, Dossier, bestand, informatieobject, looptijd
from klachtcli.recht.duur import Duur

NR = "{https://www.nationaalarchief.nl/mdto}"
BESTANDEN = (Bestand("K2026-001/verloop.docx", 12, "a" * 64), Bestand("K2026-001/stukken/4.pdf", 3, "b" * 64, False))


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema."""
    return etree.XMLSchema(etree.parse(str(Path(__file__).with_name("mdto-1.0.1.xsd"))))


@pytest.fixture
def dossier() -> Dossier:
    """A case that was closed, and is kept two years."""
    termijn = Bewaartermijn(Duur(jaren=2), "Afsluiting van de zaak & <meer>", date(2026, 8, 28))
    return Dossier("K2026-001", "ab12", "Klachtencommissie & Zn. <x>", date(2026, 4, 24), date(2026, 8, 28),
                   "2026-09-01T10:00:00.000000Z", False, termijn, BESTANDEN)  # fmt: skip


def test_elk_bestand_in_elk_pakket_is_geldig_en_beschreven(pakketten: Path, schema: Any) -> None:
    """One informatieobject a case, and a bestand for each other file of it and those it shares, with its checksum."""
    for naam in ("heel", "klein", "anoniem", "anoniem-klein"):
        data = pakketten / naam / "data"
        for zaak in (p for p in data.iterdir() if p.name.startswith("K2026")):
            beschreven = set()
            for xml in sorted((zaak / "mdto").rglob("*.xml")):
                boom = etree.parse(str(xml))
                schema.assertValid(boom)
                if (b := boom.find(f"{NR}bestand")) is None:
                    assert xml.name == "informatieobject.xml"
                    continue
                kenmerk = b.findtext(f"{NR}identificatie/{NR}identificatieKenmerk")
                ruw = (data / kenmerk).read_bytes()
                assert b.findtext(f"{NR}omvang") == str(len(ruw))
                assert b.findtext(f"{NR}checksum/{NR}checksumWaarde") == sha256(ruw).hexdigest()
                beschreven.add(kenmerk)
            er = {p.relative_to(data).as_posix() for p in data.rglob("*") if p.is_file() and "mdto" not in p.parts}
            assert beschreven == {p for p in er if p.startswith(f"{zaak.name}/") or not p.startswith("K2026")}


def test_geen_naam_van_iemand_in_de_metagegevens(pakketten: Path, persoonlijk: tuple[str, ...]) -> None:
    """Also not of an attachment: its own name may be a person's."""
    for xml in (pakketten / "heel" / "data").rglob("*.xml"):
        tekst = xml.read_text(encoding="utf-8").casefold()
        assert [w for w in (*persoonlijk, "mail van") if w.casefold() in tekst] == []


def test_archiefvormer_is_de_commissie_van_de_brieven(pakketten: Path) -> None:
    """As recorded with the last letter; without one, and without personal facts, that it is not known."""

    def archiefvormer(pakket: str, zaak: str) -> str:
        boom = etree.parse(str(pakketten / pakket / "data" / zaak / "mdto" / "informatieobject.xml"))
        return str(boom.findtext(f".//{NR}archiefvormer/{NR}verwijzingNaam"))

    assert archiefvormer("heel", "K2026-001").startswith("Klachtencommissie")
    assert archiefvormer("klein", "K2026-002").startswith("Niet bekend")
    assert archiefvormer("anoniem", "K2026-001").startswith("Niet opgenomen")


def test_de_bewaartermijn_van_de_werkmap(pakketten: Path) -> None:
    """As config/bewaren.toml has it, and that it is only a voorstel; without a first day while the case runs."""
    boom = etree.parse(str(pakketten / "heel" / "data" / "K2026-001" / "mdto" / "informatieobject.xml"))
    assert boom.findtext(f".//{NR}termijnLooptijd") == "P2Y"
    assert "voorstel" in str(boom.findtext(f".//{NR}termijnTriggerStartLooptijd/{NR}begripLabel"))
    assert boom.find(f".//{NR}termijnStartdatumLooptijd") is None


def test_met_bewaartermijn(schema: Any, dossier: Dossier) -> None:
    """P2Y from the day it was closed; while a case runs, without that day."""
    boom = etree.fromstring(informatieobject(dossier))
    schema.assertValid(boom)
    assert boom.findtext(f".//{NR}termijnLooptijd") == "P2Y"
    assert boom.findtext(f".//{NR}termijnStartdatumLooptijd") == "2026-08-28"
    loopt = dossier._replace(gesloten_op=None, bewaartermijn=Bewaartermijn(Duur(weken=8), "x"))
    boom = etree.fromstring(informatieobject(loopt))
    schema.assertValid(boom)
    assert boom.findtext(f".//{NR}termijnLooptijd") == "P56D"
    schema.assertValid(etree.fromstring(informatieobject(dossier._replace(bewaartermijn=None))))


LOOPTIJDEN = (
    (Duur(weken=8), "P56D"), (Duur(jaren=2), "P2Y"), (Duur(maanden=18), "P18M"), (Duur(dagen=14), "P14D"),
    (Duur(jaren=1, maanden=6, weken=1, dagen=1), "P1Y6M8D"), (Duur(uren=48), "PT48H"), (Duur(), "P0D"),
)  # fmt: skip


@pytest.mark.parametrize(("duur", "tekst"), LOOPTIJDEN, ids=[t for _, t in LOOPTIJDEN])
def test_looptijd(duur: Duur, tekst: str, schema: Any, dossier: Dossier) -> None:
    """xsd:duration knows no weeks: 8 weeks are 56 days."""
    assert looptijd(duur) == tekst
    schema.assertValid(etree.fromstring(informatieobject(dossier._replace(bewaartermijn=Bewaartermijn(duur, "x")))))


def test_werkdagen_zijn_geen_looptijd() -> None:
    """How many days five working days are, depends on when."""
    with pytest.raises(ValueError, match="werkdagen"):
        looptijd(Duur(werkdagen=5))


def _weg(element: str) -> Callable[[Any], None]:
    def doe(boom: Any) -> None:
        (weg := boom.find(f".//{NR}{element}")).getparent().remove(weg)

    return doe


def _verwissel(boom: Any) -> None:
    boom[0].insert(0, boom[0][1])


def _zet(element: str, waarde: str) -> Callable[[Any], None]:
    def doe(boom: Any) -> None:
        boom.find(f".//{NR}{element}").text = waarde

    return doe


FOUT_OBJECT: tuple[tuple[str, Callable[[Any], None]], ...] = (
    ("P8W", _zet("termijnLooptijd", "P8W")),
    ("een datum die er niet is", _zet("dekkingInTijdBegindatum", "2026-02-30")),
    ("een andere volgorde", _verwissel),
    *((f"zonder {v}", _weg(v)) for v in ("identificatie", "naam", "waardering", "archiefvormer", "beperkingGebruik")),
)
FOUT_BESTAND: tuple[tuple[str, Callable[[Any], None]], ...] = (
    ("een andere volgorde", _verwissel),
    ("omvang geen getal", _zet("omvang", "veel")),
    ("checksumDatum alleen een dag", _zet("checksumDatum", "2026-04-24")),
    *((f"zonder {v}", _weg(v)) for v in
      ("identificatie", "naam", "omvang", "bestandsformaat", "checksum", "checksumDatum", "isRepresentatieVan")),
)  # fmt: skip


@pytest.mark.parametrize(("wat", "maak"), FOUT_OBJECT, ids=[f[0] for f in FOUT_OBJECT])
def test_wat_niet_mag_in_een_informatieobject(schema: Any, dossier: Dossier, wat: str, maak: Any) -> None:
    """The same validation that passes ours refuses it."""
    boom = etree.fromstring(informatieobject(dossier))
    schema.assertValid(boom)
    maak(boom)
    assert not schema.validate(boom)


@pytest.mark.parametrize(("wat", "maak"), FOUT_BESTAND, ids=[f[0] for f in FOUT_BESTAND])
def test_wat_niet_mag_in_een_bestand(schema: Any, dossier: Dossier, wat: str, maak: Any) -> None:
    """The same validation that passes ours refuses it."""
    boom = etree.fromstring(bestand(BESTANDEN[0], dossier))
    schema.assertValid(boom)
    maak(boom)
    assert not schema.validate(boom)
