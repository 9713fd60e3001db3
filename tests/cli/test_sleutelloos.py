"""A case whose key is lost: the rest of the secretariat goes on, each time with the word that it is passed over."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.secretariaat.werkmap import Werkmap

Klacht = Callable[..., Any]


def _ring(werkmap: Werkmap, sql: str) -> None:
    with werkmap.journaal() as journaal:
        pad = journaal.ring.pad / "ring.sqlite"
    db = sqlite3.connect(pad, isolation_level=None)
    db.execute(sql)
    db.close()


@pytest.fixture
def werkmap(vijf_zaken: Werkmap) -> Werkmap:
    """Here every command runs on the five cases."""
    return vijf_zaken


@pytest.fixture
def verloren(vijf_zaken: Werkmap) -> Werkmap:
    """Five cases, of which the key of the second is lost."""
    _ring(vijf_zaken, "DELETE FROM sleutel WHERE zaak = 'K2026-002'")
    return vijf_zaken


# What goes over all cases; which codes it may end with; whether it says that one is passed over.
_ALLES = (
    ("vandaag", (0, 1), True),
    ("lijst", (0,), True),
    ("lijst --alles", (0,), True),
    ("termijnen", (0, 1), True),
    ("agenda -o -", (0,), True),
    ("overzicht --proef", (0,), True),
    ("overzicht -o alles.xlsx", (0,), True),
    ("signalen", (0, 1), False),
    ("beheer bewaren --alles", (0, 1), False),
    ("beheer regels", (0, 1), False),
    ("beheer reservekopie KOPIE", (0,), False),
    ("audit herspeel", (0,), True),
    ("audit controleer", (1,), True),
    ("beheer controleer", (1,), True),
    ("audit wie 2", (0,), True),
    ("jaarverslag 2026 --voorlopig --proef", (0,), True),
)  # fmt: skip


@pytest.mark.parametrize(("opdracht", "codes", "zegt"), _ALLES, ids=[o for o, _, _ in _ALLES])
def test_de_rest_gaat_door(
    verloren: Werkmap, klacht: Klacht, stick: Path, opdracht: str, codes: tuple[int, ...], zegt: bool
) -> None:
    uit = klacht(*opdracht.replace("KOPIE", str(stick)).split())
    assert uit.code in codes, uit
    assert ("K2026-002" in uit.uit + uit.fout and "sleutel" in uit.uit + uit.fout) is zegt, uit


def test_andere_zaken_en_nieuwe(verloren: Werkmap, klacht: Klacht, bestand: Any, klaagschrift: Any) -> None:
    """New cases get the next number, others are worked in; the lost one says what it is, and nothing is added to it."""
    uit = klacht("ontvang", bestand(klaagschrift(ontvangen_op="2026-06-24", dagtekening=None)), "--json")
    assert uit.json["zaak"] == "K2026-006"
    assert klacht("toets", "3").code == 0
    for opdracht in ("toon 2", "termijnen 2", "besluit 2 ontvankelijk", "audit herspeel 2", "trek-in 2"):
        klacht(*opdracht.split()).eis_fout(4, "sleutel-ontbreekt", "zaak K2026-002")
    assert "K2026-002: niet na te rekenen" in klacht("audit", "herspeel").uit
    assert klacht("audit", "controleer", "--json").json["zonder_sleutel"] == ["K2026-002"]


def test_geen_nieuwe_sleutel_voor_een_oude_zaak(verloren: Werkmap) -> None:
    """What a lost key sealed, no other will ever open: so none is made."""
    with verloren.journaal(schrijven=True) as journaal:
        with pytest.raises(Exception, match="geen bruikbare sleutel"), journaal.handeling(door="jan") as schrijver:
            schrijver.bewaar_stuk("K2026-002", b"x")
        assert "K2026-002" not in journaal.ring.zaken()


def test_met_de_sleutel_is_de_zaak_er_weer(
    vijf_zaken: Werkmap, klacht: Klacht, zet_sleutels: Any, kopieer_sleutels: Any,
) -> None:  # fmt: skip
    uit = klacht("vandaag").uit
    sleutels = kopieer_sleutels()
    _ring(vijf_zaken, "DELETE FROM sleutel WHERE zaak = 'K2026-002'")
    assert klacht("vandaag").uit != uit
    assert zet_sleutels(sleutels).code == 0
    assert klacht("vandaag").uit == uit
    assert klacht("audit", "controleer").code == 0


@pytest.mark.parametrize(
    "sql", ["DELETE FROM sleutel", "DELETE FROM sleutel WHERE zaak = ''",
            "UPDATE sleutel SET ingepakt = zeroblob(60) WHERE zaak = ''"],
)  # fmt: skip
@pytest.mark.parametrize("opdracht", ["vandaag", "lijst", "audit controleer"])
def test_een_verkeerde_ring_blijft_geweigerd(vijf_zaken: Werkmap, klacht: Klacht, sql: str, opdracht: str) -> None:
    """Without the work folder's own key it is no ring of this journal: nothing is passed over then."""
    _ring(vijf_zaken, sql)
    klacht(*opdracht.split()).eis_fout(4, "sleutel-ontbreekt", "deze werkmap")


@pytest.mark.parametrize("opdracht", ["vandaag", "lijst", "termijnen", "audit controleer", "beheer controleer"])
def test_een_rij_erbij_in_de_lijst_van_lopende_zaken(vijf_zaken: Werkmap, klacht: Klacht, opdracht: str) -> None:
    """Somebody wrote in the file: that is damage, and no wrong number."""
    db = sqlite3.connect(vijf_zaken.pad / "journaal.sqlite", isolation_level=None)
    db.execute("INSERT INTO lopend VALUES ('K2026-009')")
    db.close()
    uit = klacht(*opdracht.split())
    assert (uit.code, "overzicht-klopt-niet" in uit.uit + uit.fout) == (4, True), uit


@pytest.mark.parametrize("sql", ["INSERT INTO lopend VALUES ('K2026-001')", "DELETE FROM lopend"])
def test_de_lijst_van_lopende_zaken_is_wat_de_vastleggingen_ervan_maken(
    verloren: Werkmap, klacht: Klacht, sql: str
) -> None:
    """A closed case that is said to be open, or none at all; also where a key is lost."""
    db = sqlite3.connect(verloren.pad / "journaal.sqlite", isolation_level=None)
    db.execute(sql)
    db.close()
    klacht("audit", "controleer").eis_fout(4, "overzicht-klopt-niet")
