"""The agenda as an .ics file: what a calendar that reads it gets to see, and what it never may."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
Zaak = Callable[..., str]
Agenda = Callable[..., dict[str, Any]]

KLAGER, AANGEKLAAGDE = "hoorzitting-klager-1", "hoorzitting-aangeklaagde-1-1"


@pytest.fixture
def gehoord(klacht: Klacht, zaak: Zaak, bevries: Bevries) -> None:
    """Case 1, found ontvankelijk on 20 May 2026, with a hearing for each party on 9 June."""
    zaak()
    bevries("2026-05-20T10:00")
    for opdracht in ("besluit 1 compleet --op 2026-05-06", "besluit 1 ontvankelijk",
                     "hoor 1 2026-06-09 --wie klager --tijd 10:00 --plaats Goudsbloemlaan",
                     "hoor 1 2026-06-09 --wie aangeklaagde --tijd 13:30"):  # fmt: skip
        assert klacht(*opdracht.split()).code == 0, opdracht


@pytest.fixture
def agenda(klacht: Klacht, tmp_path: Path) -> Agenda:
    """The points of `klacht agenda`, by what their UID says before the work folder."""

    def lees(*opties: str) -> dict[str, Any]:
        pad = tmp_path / "uit.ics"
        uit = klacht("agenda", "-o", str(pad), *opties)
        assert uit.code == 0, uit
        punten = Calendar.from_ical(pad.read_bytes()).walk("VEVENT")
        sleutels = [str(p["uid"]).partition("@")[0] for p in punten]
        assert len(set(sleutels)) == len(sleutels)
        return dict(zip(sleutels, punten, strict=True))

    return lees


@pytest.mark.usefixtures("gehoord")
def test_een_zitting_staat_op_haar_uur(agenda: Agenda) -> None:
    """On the clock of Amsterdam, confidential, by part in the case; a warning the day before."""
    punten = agenda()
    for sleutel, uur, minuut, wie in ((KLAGER, 10, 0, "de klager"), (AANGEKLAAGDE, 13, 30, "de aangeklaagde")):
        p = punten[f"k2026-001-{sleutel}"]
        begin = p["dtstart"].dt
        assert begin.replace(tzinfo=None) == datetime(2026, 6, 9, uur, minuut)
        assert str(begin.tzinfo) == "Europe/Amsterdam"
        assert (str(p["summary"]), str(p["status"]), str(p["class"])) == (
            "K2026-001 hoorzitting", "CONFIRMED", "CONFIDENTIAL",
        )  # fmt: skip
        assert wie in str(p["description"])
        assert len(p.walk("VALARM")) == 1


@pytest.mark.usefixtures("gehoord")
def test_een_uiterste_dag_is_een_hele_dag(agenda: Agenda) -> None:
    """Eight weeks after 20 May is 15 July: a whole day that takes no time, with the article and the command."""
    p = agenda()["k2026-001-advies"]
    assert (p["dtstart"].dt, p["dtend"].dt) == (date(2026, 7, 15), date(2026, 7, 16))
    assert str(p["transp"]) == "TRANSPARENT"
    assert str(p["summary"]) == "K2026-001 uiterlijk: advies aan de werkgever"
    for woorden in ("art. 12 lid 2", "Veilig: 15 juli 2026", "klacht adviseer K2026-001 BESTAND"):
        assert woorden in str(p["description"])


@pytest.mark.usefixtures("gehoord")
def test_een_verplaatste_zitting_houdt_haar_kenmerk(klacht: Klacht, agenda: Agenda) -> None:
    """The same UID with a higher SEQUENCE, so that a calendar moves it instead of showing two."""
    eerst = agenda()
    assert klacht("hoor", "1", "2026-06-16", "--wie", "klager", "--tijd", "11:00").code == 0
    dan = agenda()
    naam = f"k2026-001-{KLAGER}"
    assert dan.keys() >= {naam, f"k2026-001-{AANGEKLAAGDE}"}
    assert dan[naam]["uid"] == eerst[naam]["uid"]
    assert int(dan[naam]["sequence"]) > int(eerst[naam]["sequence"])
    assert dan[naam]["dtstart"].dt.replace(tzinfo=None) == datetime(2026, 6, 16, 11)
    assert [s for s in dan if "hoorzitting-klager" in s] == [naam]


@pytest.mark.usefixtures("gehoord")
def test_een_afgezegde_zitting_wordt_weggehaald(klacht: Klacht, agenda: Agenda, bevries: Bevries) -> None:
    """CANCELLED under the same UID, without a warning; planned anew it is another point."""
    eerst = agenda()
    bevries("2026-06-09T07:00")
    assert klacht("hoor", "1", "--geannuleerd", "--wie", "klager").code == 0
    naam = f"k2026-001-{KLAGER}"
    weg = agenda()[naam]
    assert (str(weg["status"]), weg["uid"]) == ("CANCELLED", eerst[naam]["uid"])
    assert int(weg["sequence"]) > int(eerst[naam]["sequence"])
    assert weg.walk("VALARM") == []
    assert str(agenda()[f"k2026-001-{AANGEKLAAGDE}"]["status"]) == "CONFIRMED"
    assert klacht("hoor", "1", "2026-06-16", "--wie", "klager").code == 0
    opnieuw = agenda()
    assert str(opnieuw[naam]["status"]) == "CANCELLED"
    assert str(opnieuw["k2026-001-hoorzitting-klager-2"]["status"]) == "CONFIRMED"


@pytest.mark.usefixtures("gehoord")
def test_een_verdaging_verschuift_de_dag(klacht: Klacht, agenda: Agenda) -> None:
    eerst = agenda()["k2026-001-advies"]
    assert klacht("verdaag", "1", "advies", "--tot", "2026-08-12").code == 0
    dan = agenda()["k2026-001-advies"]
    assert (dan["uid"], dan["dtstart"].dt) == (eerst["uid"], date(2026, 8, 12))
    assert int(dan["sequence"]) > int(eerst["sequence"])


@pytest.mark.usefixtures("gehoord")
def test_geen_persoonlijk_woord(
    klacht: Klacht, bevries: Bevries, tmp_path: Path, persoonlijk: tuple[str, ...], zaak: Zaak
) -> None:
    """A calendar is read on phones and by others: no name, no place, no reason, in nothing it shows."""
    zaak(ontvangen_op="2026-05-18")
    bevries("2026-06-09T07:00")
    for opdracht in ('hoor 1 --geannuleerd --wie klager --reden "K. Verbeek-Ünal is ziek"',
                     'verdaag 1 advies --tot 2026-08-12 --reden "R. Dekker wil meer tijd"'):  # fmt: skip
        assert klacht(*shlex.split(opdracht)).code == 0
    pad = tmp_path / "alles.ics"
    assert klacht("agenda", "--alles", "-o", str(pad)).code == 0
    tekst = pad.read_bytes().replace(b"\r\n ", b"").decode().casefold()  # unfolded
    assert "k2026-001" in tekst
    assert "k2026-002" in tekst
    assert [w for w in (*persoonlijk, "ziek", "meer tijd") if w.casefold() in tekst] == []


@pytest.mark.usefixtures("gehoord")
def test_hetzelfde_journaal_geeft_dezelfde_bytes(klacht: Klacht, bevries: Bevries, tmp_path: Path) -> None:
    """Also later that day; what is recorded after it changes the file."""

    def maak(naam: str) -> bytes:
        assert klacht("agenda", "--alles", "-o", str(tmp_path / naam)).code == 0
        return (tmp_path / naam).read_bytes()

    eerst = maak("een.ics")
    bevries("2026-05-20T18:00")
    assert maak("een.ics") == eerst
    assert maak("twee.ics") == eerst
    assert klacht("verdaag", "1", "advies", "--tot", "2026-08-12").code == 0
    assert maak("een.ics") != eerst


@pytest.mark.usefixtures("gehoord")
def test_naar_standaarduitvoer(klacht: Klacht, tmp_path: Path) -> None:
    """`-o -` gives the same calendar, and no file."""
    assert klacht("agenda", "-o", str(tmp_path / "a.ics")).code == 0
    uit = klacht("agenda", "-o", "-")
    assert uit.code == 0
    assert uit.uit.replace("\n", "\r\n").encode() == (tmp_path / "a.ics").read_bytes()


@pytest.mark.usefixtures("gehoord")
def test_alleen_een_zaak(zaak: Zaak, agenda: Agenda, klacht: Klacht) -> None:
    zaak(ontvangen_op="2026-05-18")
    assert {s[:9] for s in agenda()} == {"k2026-001", "k2026-002"}
    assert {s[:9] for s in agenda("--zaak", "2")} == {"k2026-002"}
    klacht("agenda", "--zaak", "9", "-o", "-").eis_fout(2, "zaak-onbekend", "K2026-009")


@pytest.mark.usefixtures("gehoord")
def test_met_alles_ook_anderen_en_wat_voorbij_is(klacht: Klacht, agenda: Agenda) -> None:
    """Without: what secretary and committee must do. With: what others must, what is done, and closed cases."""
    gewoon, alles = agenda(), agenda("--alles")
    assert gewoon.keys() < alles.keys()
    assert "nadere stukken" in str(alles["k2026-001-nadere_stukken"]["summary"])
    klaar = alles["k2026-001-ontvankelijkheid"]
    assert (str(klaar["summary"]).endswith("(voldaan)"), klaar.walk("VALARM")) == (True, [])
    assert klacht("sluit", "1", "--reden", "proef").code == 0
    assert agenda() == {}
    assert f"k2026-001-{KLAGER}" in agenda("--alles")


def test_een_lege_agenda(klacht: Klacht, tmp_path: Path) -> None:
    """Nothing to do is a calendar too: read in, it clears what was there."""
    assert klacht("agenda", "-o", str(tmp_path / "leeg.ics")).uit.endswith("leeg.ics: 0 punten, zonder namen.\n")
    assert Calendar.from_ical((tmp_path / "leeg.ics").read_bytes()).walk("VEVENT") == []


@pytest.mark.usefixtures("gehoord")
def test_een_plek_waar_het_niet_kan(klacht: Klacht, tmp_path: Path) -> None:
    """Refused with a reason; what stood in the way is left alone."""
    (tmp_path / "bestand").write_text("van mij")
    klacht("agenda", "-o", str(tmp_path / "bestand" / "a.ics")).eis_fout(4, "agenda-niet-te-schrijven", "-o")
    assert (tmp_path / "bestand").read_text() == "van mij"


@pytest.mark.usefixtures("gehoord")
def test_als_json(klacht: Klacht, tmp_path: Path) -> None:
    uit = klacht("agenda", "-o", str(tmp_path / "a.ics"), "--json").json
    assert uit.keys() == {"bestand", "punten"}
    zitting = next(p for p in uit["punten"] if p["sleutel"] == f"k2026-001-{KLAGER}")
    assert (zitting["dag"], zitting["tijd"], zitting["vervallen"]) == ("2026-06-09", "10:00", False)
