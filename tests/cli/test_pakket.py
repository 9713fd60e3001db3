"""`klacht audit pakket` as a secretary types it, and everything that can go wrong with it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from klachtcli import schijf
from klachtcli.audit import bag
from klachtcli.audit.pakket import lees_pakket
from klachtcli.secretariaat import pakketten
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import ZaakVernietigd

Klacht = Callable[..., Any]


@pytest.fixture
def een(zaak: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One case, and a folder to stand in: outside the work folder."""
    zaak()
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    return tmp_path / "hier"


def stand(werkmap: Werkmap) -> str:
    """The head of the chain."""
    with werkmap.journaal() as journaal:
        return str(journaal.zegel())


def staat_in(map_: Path) -> list[str]:
    """What is in a folder, hidden or not."""
    return sorted(p.name for p in map_.iterdir())


def test_een_pakket(klacht: Klacht, een: Path, werkmap: Werkmap) -> None:
    """Told: which case, how many files, up to which zegel, what it does not prove, and how to replay it."""
    uit = klacht("audit", "pakket", "1", "-o", "usb")
    assert uit.code == 0
    aantal = sum(p.is_file() for p in (een / "usb" / "data").rglob("*"))
    assert f"K2026-001: {aantal} bestanden, tot en met zegel {stand(werkmap)}, vastgelegd." in uit.uit
    assert "klacht audit herspeel usb" in uit.uit
    assert lees_pakket(een / "usb").zaken() == ["K2026-001"]
    assert staat_in(een) == ["usb"]
    assert (een / "usb").stat().st_mode & 0o777 == 0o700


def test_als_json(klacht: Klacht, een: Path, werkmap: Werkmap, zaak: Callable[..., str]) -> None:
    """Several cases in the order that was asked, each once."""
    zaak("--toch", dagtekening=date(2026, 4, 20))
    uit = klacht("audit", "pakket", "2026-2", "K2026-001", "2", "-o", "usb", "--anoniem", "--json").json
    assert uit["zaken"] == ["K2026-002", "K2026-001"]
    assert (uit["map"], uit["zegel"], uit["anoniem"], uit["proef"]) == ("usb", stand(werkmap), True, False)
    assert lees_pakket(een / "usb").zaken() == uit["zaken"]


def test_als_proef(klacht: Klacht, een: Path, werkmap: Werkmap) -> None:
    """The same way, and nothing is written or recorded."""
    voor = stand(werkmap)
    uit = klacht("audit", "pakket", "1", "-o", "usb", "--proef")
    assert uit.code == 0
    assert "als proef: niets vastgelegd" in uit.uit
    assert (staat_in(een), stand(werkmap)) == ([], voor)


def test_het_wordt_vastgelegd_maar_is_geen_deel_van_de_zaak(klacht: Klacht, een: Path, werkmap: Werkmap) -> None:
    """Once in each case; the course of the case itself stays what it was."""
    voor = klacht("toon", "1", "--json").json["verloop"]
    assert klacht("audit", "pakket", "1", "-o", "usb").code == 0
    assert klacht("toon", "1", "--json").json["verloop"] == voor
    with werkmap.journaal() as journaal:
        laatste = list(journaal.lees_alles())[-1]
    assert (laatste.zaak, laatste.soort) == ("K2026-001", "ingezien")
    assert klacht("audit", "controleer").code == 0


FOUT = (
    ("geen zaak", ["-o", "usb"], 2, "", ""),
    ("geen map", ["1"], 2, "", ""),
    ("geen nummer", ["klager", "-o", "usb"], 2, "geen-zaaknummer", ""),
    ("onbekend", ["7", "-o", "usb"], 2, "zaak-onbekend", "K2026-007"),
    ("een van twee onbekend", ["1", "7", "-o", "usb"], 2, "zaak-onbekend", "K2026-007"),
    ("een map die er is", ["1", "-o", "."], 2, "map-bestaat-al", ""),
    ("in een map die er niet is", ["1", "-o", "weg/usb"], 2, "map-ontbreekt", "usb"),
    ("in de werkmap", ["1", "-o", "../zaken/usb"], 2, "pakket-in-werkmap", ""),
    ("niets", ["1", "-o", ""], 2, "map-bestaat-al", ""),
    ("een naam die niet kan", ["1", "-o", "x" * 300], 4, "pakket-niet-te-schrijven", "de naam is te lang"),
)


@pytest.mark.parametrize(("wat", "woorden", "code", "stabiel", "noemt"), FOUT, ids=[f[0] for f in FOUT])
def test_verkeerd_gevraagd(
    klacht: Klacht, een: Path, werkmap: Werkmap, wat: str, woorden: list[str], code: int, stabiel: str, noemt: str
) -> None:
    """Refused, nothing recorded, nothing left behind."""
    voor = stand(werkmap)
    uit = klacht("audit", "pakket", *woorden)
    if stabiel:
        uit.eis_fout(code, stabiel, noemt)
    assert (uit.code, "Traceback" in uit.fout) == (code, False)
    assert (staat_in(een), stand(werkmap)) == ([], voor)
    assert not [p for p in werkmap.pad.iterdir() if "usb" in p.name]


@pytest.mark.parametrize("wat", ["map", "bestand", "koppeling naar niets"])
def test_nooit_over_iets_heen(klacht: Klacht, een: Path, wat: str) -> None:
    """Whatever stands there stays."""
    doel = een / "usb"
    match wat:
        case "map":
            doel.mkdir()
        case "bestand":
            doel.write_text("van mij", encoding="utf-8")
        case _:
            doel.symlink_to(een / "weg")
    klacht("audit", "pakket", "1", "-o", "usb").eis_fout(2, "map-bestaat-al", "usb")
    assert os.path.lexists(doel)
    assert staat_in(een) == ["usb"]


def test_een_vernietigde_zaak(klacht: Klacht, een: Path, werkmap: Werkmap) -> None:
    """There is nothing left to pack; when that was is told."""
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        dag = date(2026, 4, 24)
        schrijver.voeg_toe("K2026-001", ZaakVernietigd(dag, dag, dag, "dossier", "x", dag, "piet"))
    klacht("audit", "pakket", "1", "-o", "usb").eis_fout(3, "zaak-vernietigd", "24 april 2026")


@pytest.mark.parametrize("nummer", [errno.ENOSPC, errno.EFBIG, errno.EROFS])
@pytest.mark.parametrize("na", [0, 1, 9])
def test_de_schijf_weigert_halverwege(
    klacht: Klacht, een: Path, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, nummer: int, na: int
) -> None:
    """At the first file, in the middle, at the tenth: told, nothing recorded, nothing left."""
    voor, echt, keren = stand(werkmap), schijf.schrijf_nieuw, [na]

    def schrijf(doel: Path, inhoud: bytes) -> None:
        keren[0] -= 1
        if keren[0] < 0:
            raise OSError(nummer, "x")
        echt(doel, inhoud)

    monkeypatch.setattr(bag, "schrijf_nieuw", schrijf)
    uit = klacht("audit", "pakket", "1", "-o", "usb")
    uit.eis_fout(4, "pakket-niet-te-schrijven", "er is niets vastgelegd")
    assert (staat_in(een), stand(werkmap)) == ([], voor)


def test_bagit_weigert(klacht: Klacht, een: Path, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library cannot do is told in our words; it says nothing itself."""
    bibliotheek, voor = bag.bibliotheek(), stand(werkmap)

    def make_bag(*_: object, **__: object) -> None:
        raise bibliotheek.BagError("no")

    monkeypatch.setattr(bibliotheek, "make_bag", make_bag)
    klacht("audit", "pakket", "1", "-o", "usb").eis_fout(4, "pakket-niet-te-schrijven")
    assert (staat_in(een), stand(werkmap)) == ([], voor)


def test_de_naam_mislukt(klacht: Klacht, een: Path, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """By then it is recorded: that is told, and there is no package."""
    voor = stand(werkmap)

    def rename(*_: object) -> None:
        raise OSError(errno.EIO, "x")

    monkeypatch.setattr(Path, "rename", rename)
    klacht("audit", "pakket", "1", "-o", "usb").eis_fout(4, "pakket-zonder-naam", "is vastgelegd")
    assert staat_in(een) == []
    assert stand(werkmap) != voor


def test_afgebroken(klacht: Klacht, een: Path, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while it is checked: nothing recorded, nothing left."""
    voor = stand(werkmap)

    def onderbreek(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pakketten, "lees_pakket", onderbreek)
    assert klacht("audit", "pakket", "1", "-o", "usb").code == 130
    assert (staat_in(een), stand(werkmap)) == ([], voor)


def test_wat_er_van_een_afgebroken_pakket_bleef(klacht: Klacht, een: Path, werkmap: Werkmap) -> None:
    """The computer went off while one was made: the next one in that folder tells what was left of it."""
    (een / ".usb.0123456789ab" / "K2026-001").mkdir(parents=True)
    uit = klacht("audit", "pakket", "1", "-o", "usb")
    assert uit.code == 0
    assert "In dezelfde map staat .usb.0123456789ab: een pakket dat halverwege bleef" in uit.uit
    assert staat_in(een) == [".usb.0123456789ab", "usb"]


def test_een_zaak_van_begin_tot_eind(klacht: Klacht, loop_tot: Callable[[str], None], tmp_path: Path) -> None:
    """The whole ordinary way, with all its letters: both packages check out, and the letters are all in it."""
    loop_tot("sluit")
    for naam, opties in (("heel", []), ("anoniem", ["--anoniem"])):
        assert klacht("audit", "pakket", "1", "-o", str(tmp_path / naam), *opties).code == 0
        p = lees_pakket(tmp_path / naam)
        assert len(p.verloop("K2026-001")) > 40
        assert not [o for o in p.opmerkingen if "brieven" in o]
    heel, anoniem = (klacht("audit", "herspeel", str(tmp_path / naam), "--json").json for naam in ("heel", "anoniem"))
    assert heel["zaken"][0]["brieven"] > 10
    assert anoniem["zaken"][0]["brieven"] == 0  # niet vergeleken, dus niet geteld
    (tmp_path / "heel" / "data" / ".DS_Store").touch()
    klacht("audit", "herspeel", str(tmp_path / "heel")).eis_fout(
        4, "pakket-veranderd", "data/.DS_Store", "haal het weg"
    )
