"""Disks, rights, locks and damage: each ends in one Dutch sentence and its code, and leaves everything as it was."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from klachtcli import schijf
from klachtcli.journaal import bestand as journaalbestand, opslag, schrijver, sleutels
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import BriefGemaakt
from klachtcli.zaak.klaagschrift import Klaagschrift

Klacht = Callable[..., Any]
LEZEN = [("termijnen",), ("lijst", "--alles"), ("brief", "1"), ("audit", "controleer")]
BRIEF = ("brief", "1", "ontvangstbevestiging")
SCHRIJVEN = [("toets", "1"), ("sluit", "1", "--reden", "klaar"), ("besluit", "1", "compleet"), BRIEF]
ALLES = [*LEZEN, *SCHRIJVEN]


def _opdracht(opdracht: tuple[str, ...]) -> str:
    return " ".join(opdracht)


def beeld(map_: Path) -> dict[str, bytes]:
    """Every file below a folder and what is in it."""
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


@pytest.fixture
def gevuld(klacht: Klacht, werkmap: Werkmap, bestand: Klacht, klaagschrift: Klacht) -> Werkmap:
    """A work folder with one case."""
    assert klacht("ontvang", bestand(klaagschrift())).code == 0
    return werkmap


def ring(werkmap: Werkmap) -> Path:
    """The folder of its key ring."""
    with sqlite3.connect(werkmap.pad / "journaal.sqlite") as db:
        (naam,) = db.execute("SELECT werkmap FROM kenmerk").fetchone()
    db.close()
    return werkmap.pad.parent / "sleutels" / str(naam)


# --- damaged files ----------------------------------------------------------------------------------------------------


def _journaal(werkmap: Werkmap) -> Path:
    return werkmap.pad / "journaal.sqlite"


def _kap(deel: float) -> Callable[[Werkmap], None]:
    def doe(werkmap: Werkmap) -> None:
        ruw = _journaal(werkmap).read_bytes()
        _journaal(werkmap).write_bytes(ruw[: int(len(ruw) * deel)])

    return doe


def _zet(inhoud: bytes) -> Callable[[Werkmap], None]:
    return lambda werkmap: _journaal(werkmap).write_bytes(inhoud) and None


def _byte(waar: bytes) -> Callable[[Werkmap], None]:
    """Change the byte after the first place where this stands."""

    def doe(werkmap: Werkmap) -> None:
        ruw = bytearray(_journaal(werkmap).read_bytes())
        ruw[ruw.index(waar) + len(waar)] ^= 0x40
        _journaal(werkmap).write_bytes(ruw)

    return doe


def _sql(*opdrachten: str) -> Callable[[Werkmap], None]:
    def doe(werkmap: Werkmap) -> None:
        db = sqlite3.connect(_journaal(werkmap))
        for opdracht in opdrachten:
            db.execute(opdracht)
        db.commit()
        db.close()

    return doe


def _andere_database(werkmap: Werkmap) -> None:
    _journaal(werkmap).unlink()
    _sql("CREATE TABLE journaal (nummer INTEGER)")(werkmap)


def _in_ring(naam: str, inhoud: bytes | None) -> Callable[[Werkmap], None]:
    def doe(werkmap: Werkmap) -> None:
        pad = ring(werkmap) / naam
        pad.unlink() if inhoud is None else pad.write_bytes(inhoud)

    return doe


def _ring_sql(opdracht: str) -> Callable[[Werkmap], None]:
    def doe(werkmap: Werkmap) -> None:
        with sqlite3.connect(ring(werkmap) / "ring.sqlite") as db:
            db.execute(opdracht)
        db.close()

    return doe


def _ring_weg(werkmap: Werkmap) -> None:
    shutil.rmtree(ring(werkmap))


def _sleutelmap_weg(werkmap: Werkmap) -> None:
    shutil.rmtree(ring(werkmap).parent)


def _ring_van_een_ander(werkmap: Werkmap) -> None:
    ander, hier = ring(richt_in(werkmap.pad.parent / "ander").werkmap), ring(werkmap)
    shutil.rmtree(hier)
    ander.rename(hier)


class Schade(NamedTuple):
    """What is done to a file, and how every command then ends; `controle` where the check knows it better."""

    naam: str
    doe: Callable[[Werkmap], None]
    stabiel: str
    woorden: tuple[str, ...]
    code: int = 4
    controle: tuple[str, str] | None = None


SCHADE = [
    Schade("journaal weg", lambda w: _journaal(w).unlink(), "geen-werkmap", ("geen werkmap", "klacht init"), 2),
    Schade("journaal leeg", _zet(b""), "geen-journaal", ("geen journaal van klacht",)),
    Schade("journaal van een byte", _zet(b"S"), "geen-journaal", ("geen journaal van klacht",)),
    Schade("tekstbestand", _zet("Dit is géén journaal. ".encode() * 400), "geen-journaal",
           ("geen SQLite-bestand", "reservekopie")),
    Schade("docx", _zet(b"PK\x03\x04" + bytes(9000)), "geen-journaal", ("geen SQLite-bestand",)),
    Schade("andere database", _andere_database, "geen-journaal", ("geen journaal van klacht",)),
    Schade("begin beschadigd", _byte(b"SQLite form"), "geen-journaal", ("geen SQLite-bestand",)),
    Schade("afgekapt tot de helft", _kap(0.5), "journaal-beschadigd", ("beschadigd of afgekapt", "reservekopie")),
    Schade("afgekapt met een tiende", _kap(0.9), "journaal-beschadigd", ("beschadigd of afgekapt",)),
    Schade("afgekapt in het eerste blad", _kap(0.02), "journaal-beschadigd", ("beschadigd of afgekapt",)),
    Schade("nieuwere vorm", _sql("PRAGMA user_version = 4"), "journaal-onbekende-vorm", ("vorm 4", "Werk klacht bij")),
    Schade("andere keten", _byte(b"klacht-keten"), "journaal-onbekende-vorm", ("onbekende keten",)),
    Schade("tabel weg", _sql("DROP TABLE journaal"), "journaal-beschadigd", ("klopt niet meer", "reservekopie"),
           controle=("journaal-andere-vorm", "tabellen of wachters")),
    Schade("ring weg", _ring_weg, "sleutelring-ontbreekt",
           ("geen sleutelring voor werkmap", "KLACHT_SLEUTELMAP", "reservekopie")),
    Schade("sleutelmap weg", _sleutelmap_weg, "sleutelring-ontbreekt", ("geen sleutelring voor werkmap",)),
    Schade("ring van een ander", _ring_van_een_ander, "sleutelring-van-andere-werkmap", ("hoort bij werkmap",)),
    Schade("ring leeg", _in_ring("ring.sqlite", b""), "sleutelring-beschadigd", ("reservekopie",)),
    Schade("ring is tekst", _in_ring("ring.sqlite", b"geen ring " * 900), "sleutelring-beschadigd", ("niet te lezen",)),
    Schade("ring zonder naam", _ring_sql("DELETE FROM ring"), "sleutelring-beschadigd", ("niet te lezen",)),
    Schade("hoofdsleutel weg", _in_ring("hoofdsleutel", None), "sleutelring-beschadigd", ("niet te lezen",)),
    Schade("hoofdsleutel kort", _in_ring("hoofdsleutel", b"x" * 31), "sleutelring-beschadigd", ("niet te lezen",)),
    Schade("hoofdsleutel half", _in_ring("hoofdsleutel", b"x" * 16), "sleutel-ontbreekt", ("geen bruikbare sleutel",)),
    Schade("hoofdsleutel anders", _in_ring("hoofdsleutel", b"x" * 32), "sleutel-ontbreekt", ("deze werkmap",)),
    Schade("sleutels weg", _ring_sql("DELETE FROM sleutel"), "sleutel-ontbreekt", ("deze werkmap", "reservekopie")),
]  # fmt: skip


@pytest.mark.parametrize("schade", SCHADE, ids=lambda s: s.naam)
def test_schade(gevuld: Werkmap, klacht: Klacht, bestand: Klacht, klaagschrift: Klacht, schade: Schade) -> None:
    """Every command, reading or writing, says the same of it, and touches nothing."""
    schade.doe(gevuld)
    nieuw = bestand(klaagschrift(dagtekening=date(2026, 4, 2)), "nieuw.json")
    voor = beeld(gevuld.pad.parent)
    for opdracht in (*ALLES, ("ontvang", nieuw), ("sluit", "1", "--reden", "klaar", "--proef")):
        if opdracht[0] == "audit" and schade.controle is not None:
            klacht(*opdracht).eis_fout(schade.code, *schade.controle, "reservekopie")
        else:
            klacht(*opdracht).eis_fout(schade.code, schade.stabiel, *schade.woorden)
        assert beeld(gevuld.pad.parent) == voor, opdracht


@pytest.mark.parametrize("opdracht", [o for o in (*LEZEN[2:], *SCHRIJVEN) if "1" in o], ids=_opdracht)
def test_een_sleutel_van_een_zaak_weg(gevuld: Werkmap, klacht: Klacht, opdracht: tuple[str, ...]) -> None:
    """The case whose key is gone is named by its number."""
    _ring_sql("DELETE FROM sleutel WHERE zaak <> ''")(gevuld)
    voor = beeld(gevuld.pad.parent)
    klacht(*opdracht).eis_fout(4, "sleutel-ontbreekt", "zaak K2026-001", "reservekopie")
    assert beeld(gevuld.pad.parent) == voor


def test_een_byte_van_de_inhoud_veranderd(gevuld: Werkmap, klacht: Klacht) -> None:
    """`audit controleer` names the entry; so does whoever needs it."""
    db = sqlite3.connect(_journaal(gevuld))
    (inhoud,) = db.execute("SELECT inhoud FROM journaal WHERE nummer = 4").fetchone()
    db.close()
    _byte(inhoud[:32])(gevuld)
    voor = beeld(gevuld.pad.parent)
    for opdracht in ALLES:
        klacht(*opdracht).eis_fout(4, "journaal-beschadigd", "vastlegging 4 ", "veranderd", "reservekopie")
    assert beeld(gevuld.pad.parent) == voor


def _regels_weg(werkmap: Werkmap) -> None:
    """By somebody who puts the trigger back."""
    db = sqlite3.connect(_journaal(werkmap))
    (wachter,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'nooit_weg'").fetchone()
    db.close()
    _sql("DROP TRIGGER nooit_weg", "DELETE FROM journaal WHERE soort = 'regels_vastgelegd'", wachter)(werkmap)


@pytest.mark.parametrize(
    ("doe", "bij_controle", "stabiel"),
    [
        (_sql("DROP TABLE lopend"), "journaal-andere-vorm", "journaal-beschadigd"),
        (_regels_weg, "journaal-beschadigd", "regels-ontbreken"),
    ],
    ids=["lijst van lopende zaken", "tekst van de regels"],
)
def test_een_onderdeel_weg(
    gevuld: Werkmap, klacht: Klacht, doe: Callable[[Werkmap], None], bij_controle: str, stabiel: str
) -> None:
    """What only some commands need is found by the check all the same."""
    doe(gevuld)
    voor = beeld(gevuld.pad.parent)
    klacht("audit", "controleer").eis_fout(4, bij_controle, "reservekopie")
    klacht("termijnen").eis_fout(4, stabiel)
    assert beeld(gevuld.pad.parent) == voor


# --- a full disk ------------------------------------------------------------------------------------------------------


class Verbinding:
    """The database, with a word changed in what it is asked; `fout` is raised at the opdracht that begins with it."""

    def __init__(self, db: sqlite3.Connection, bij: str, fout: BaseException) -> None:
        self._db, self._bij, self._fout = db, bij, fout

    def execute(self, opdracht: str, *waarden: Any) -> Any:
        """Ask the database, or fail in its place."""
        if opdracht.startswith(self._bij):
            raise self._fout
        return self._db.execute(opdracht, *waarden)

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._db, naam)


def _sqlite_fout(naam: str) -> sqlite3.OperationalError:
    fout = sqlite3.OperationalError("in English")
    fout.sqlite_errorname = naam
    return fout


@pytest.fixture
def stoor(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, BaseException], None]:
    """Make the journal's database fail at an opdracht (BEGIN, INSERT, COMMIT)."""

    def zet(bij: str, fout: BaseException) -> None:
        def open_(*waarden: Any, **namen: Any) -> Any:
            db, *kenmerk = journaalbestand.open_bestand(*waarden, **namen)
            return Verbinding(db, bij, fout), *kenmerk

        monkeypatch.setattr(opslag, "open_bestand", open_)

    return zet


@pytest.fixture
def vol(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page more fits in the database: SQLite itself says that the disk is full."""

    def open_(*waarden: Any, **namen: Any) -> Any:
        db, *kenmerk = journaalbestand.open_bestand(*waarden, **namen)
        db.execute("PRAGMA max_page_count = 1").fetchone()  # SQLite makes of it what the file now has
        return db, *kenmerk

    monkeypatch.setattr(opslag, "open_bestand", open_)


@pytest.fixture
def grens(gevuld: Werkmap) -> Iterator[Callable[[], None]]:
    """The system lets no file grow beyond the journal, as a quota does."""
    resource = pytest.importorskip("resource", reason="no limits of files here")
    oud = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (_journaal(gevuld).stat().st_size, oud[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, oud)


def _groot(klaagschrift: Klacht) -> Klaagschrift:
    """One that needs more pages than are free."""
    k: Klaagschrift = klaagschrift(dagtekening=date(2026, 4, 2))
    return klaagschrift(dagtekening=k.dagtekening, gedraging=k.gedraging * 400)  # type: ignore[no-any-return]


def test_de_schijf_is_vol(
    gevuld: Werkmap, klacht: Klacht, bestand: Klacht, klaagschrift: Klacht, vol: None, tmp_path: Path
) -> None:
    """Nothing is recorded, nothing is lost, and looking still works."""
    groot = bestand(_groot(klaagschrift), "groot.json")
    voor = beeld(gevuld.pad)
    klacht("ontvang", groot).eis_fout(4, "schijf-vol", "de schijf is vol", "niets vastgelegd", "Maak ruimte")
    assert beeld(gevuld.pad) == voor
    for opdracht in LEZEN:
        assert klacht(*opdracht).code == 0, opdracht
    assert beeld(gevuld.pad) == voor


# --- who looks, where nothing can be recorded ---


def _eis_gezien(uit: Any, waarom: str) -> None:
    """The case is shown, and it is told that this look is not in the journal, and why."""
    assert (uit.code, uit.fout) == (0, f"Dat u dit hebt gezien, is niet vastgelegd: {waarom}.\n")
    assert "klager        K. Verbeek-Ünal" in uit.uit


@pytest.mark.parametrize(
    ("fout", "waarom"),
    [
        ("SQLITE_FULL", "de schijf is vol"),
        ("SQLITE_IOERR_WRITE", "de schijf neemt niets aan"),
        ("SQLITE_READONLY_DIRECTORY", "de werkmap is alleen te lezen"),
    ],
)
def test_kijken_op_een_schijf_die_niets_aanneemt(
    gevuld: Werkmap, klacht: Klacht, stoor: Callable[..., None], monkeypatch: pytest.MonkeyPatch, fout: str, waarom: str
) -> None:
    voor = beeld(gevuld.pad)
    stoor("INSERT", _sqlite_fout(fout))
    _eis_gezien(klacht("toon", "1"), waarom)
    monkeypatch.setattr(opslag, "open_bestand", journaalbestand.open_bestand)
    assert beeld(gevuld.pad) == voor
    assert klacht("toon", "1").fout == ""
    assert beeld(gevuld.pad) != voor


def test_kijken_als_de_klok_terugloopt(gevuld: Werkmap, klacht: Klacht, bevries: Klacht) -> None:
    bevries("2026-04-24T09:00")
    _eis_gezien(klacht("toon", "1"), "de klok van deze computer loopt achter")


@pytest.mark.parametrize("bestanden", [True, False], ids=["bestanden en mappen", "alleen de mappen"])
def test_kijken_waar_alleen_te_lezen_is(gevuld: Werkmap, als_gewoon: Klacht, bestanden: bool) -> None:
    with alleen_lezen(gevuld.pad, bestanden=bestanden):
        _eis_gezien(als_gewoon("toon", "1"), "de werkmap is alleen te lezen")


def test_kijken_met_een_ring_die_alleen_te_lezen_is(gevuld: Werkmap, als_gewoon: Klacht) -> None:
    """The key of the case is there, and no other is needed: the look is recorded."""
    with alleen_lezen(ring(gevuld)):
        assert als_gewoon("toon", "1").fout == ""
        assert "zaak bekeken" in als_gewoon("audit", "wie", "1").uit


@pytest.mark.parametrize("hoe", ["IMMEDIATE", "EXCLUSIVE"])
def test_kijken_terwijl_een_ander_schrijft(
    gevuld: Werkmap, klacht: Klacht, hoe: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That passes: a look waits, and is then refused as an act is; nothing was shown."""
    monkeypatch.setattr(journaalbestand, "WACHT", 0.05)
    voor = beeld(gevuld.pad)
    with bezet(_journaal(gevuld), hoe):
        klacht("toon", "1").eis_fout(4, "werkmap-bezet", "een ander programma", "opnieuw")
    assert beeld(gevuld.pad) == voor


def test_na_een_volle_schijf_gaat_het_verder(
    gevuld: Werkmap, klacht: Klacht, bestand: Klacht, klaagschrift: Klacht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same act again, once there is room: as if nothing was, with the number that it would have had."""
    groot = bestand(_groot(klaagschrift), "groot.json")
    with monkeypatch.context() as m:
        m.setattr(opslag, "open_bestand", _vol_bij_insert)
        klacht("ontvang", groot).eis_fout(4, "schijf-vol")
    assert klacht("ontvang", groot, "--json").json["zaak"] == "K2026-002"
    assert controle.controleer(gevuld)[:3] == (5, 2, 2)


def _vol_bij_insert(*waarden: Any, **namen: Any) -> Any:
    db, *kenmerk = journaalbestand.open_bestand(*waarden, **namen)
    return Verbinding(db, "INSERT", _sqlite_fout("SQLITE_FULL")), *kenmerk


def test_een_bestand_mag_niet_groter(
    gevuld: Werkmap, klacht: Klacht, bestand: Klacht, klaagschrift: Klacht, grens: Callable[[], None]
) -> None:
    """The system refuses in the middle of the COMMIT; SQLite takes the act back."""
    groot = bestand(_groot(klaagschrift), "groot.json")
    voor = beeld(gevuld.pad)
    grens()
    klacht("ontvang", groot).eis_fout(4, "schijf-fout", "niets vastgelegd", "Controleer de schijf")
    assert beeld(gevuld.pad) == voor
    for opdracht in LEZEN:
        assert klacht(*opdracht).code == 0, opdracht


@pytest.mark.parametrize(
    ("naam", "stabiel"),
    [
        ("SQLITE_FULL", "schijf-vol"),
        ("SQLITE_IOERR_FSYNC", "schijf-fout"),
        ("SQLITE_IOERR_WRITE", "schijf-fout"),
        ("SQLITE_BUSY", "werkmap-bezet"),
        ("SQLITE_READONLY_DBMOVED", "map-alleen-lezen"),
        ("SQLITE_READONLY_ROLLBACK", "handeling-halverwege"),
        ("SQLITE_CANTOPEN", "journaal-niet-te-openen"),
        ("SQLITE_CORRUPT_INDEX", "journaal-beschadigd"),
        ("SQLITE_NOMEM", "journaal-fout"),  # whatever has no sentence of its own
    ],
)
@pytest.mark.parametrize("bij", ["BEGIN", "INSERT INTO journaal", "COMMIT"])
def test_elke_fout_van_de_database(
    gevuld: Werkmap, klacht: Klacht, stoor: Klacht, bij: str, naam: str, stabiel: str
) -> None:
    """Wherever in an act the database stops: our sentence, and the act is taken back."""
    voor = beeld(gevuld.pad)
    stoor(bij, _sqlite_fout(naam))
    for opdracht in SCHRIJVEN[:3]:
        uit = klacht(*opdracht)
        uit.eis_fout(4, stabiel)
        assert "English" not in uit.fout
    assert beeld(gevuld.pad) == voor


# --- who may write ----------------------------------------------------------------------------------------------------

# As the owner of the files, without the right of root to write everywhere; on the clock of the tests.
GEWOON = """
import ctypes, os, sys
from datetime import UTC, datetime

if os.geteuid() == 0:
    kop, niets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if not hasattr(ctypes.CDLL(None), "capset") or ctypes.CDLL(None).capset(kop, niets) != 0:
        sys.exit(77)

from klachtcli import klok
from klachtcli.cli.start import voer_uit

klok.nu = lambda: datetime(2026, 4, 24, 10, tzinfo=UTC)
sys.exit(voer_uit(sys.argv[1:]))
"""


@pytest.fixture
def als_gewoon(klacht: Klacht) -> Klacht:
    """Run a command in a process that rights of files do bind, also where the tests run as root."""
    soort = type(klacht("--versie"))

    def voer(*argumenten: str) -> Any:
        uit = subprocess.run(
            [sys.executable, "-c", GEWOON, *argumenten],
            capture_output=True, text=True, encoding="utf-8", check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
        if uit.returncode == 77:
            pytest.skip("root that cannot lay down its rights")
        return soort(uit.returncode, uit.stdout, uit.stderr)

    return voer


@contextmanager
def alleen_lezen(*mappen: Path, bestanden: bool = True) -> Iterator[None]:
    """Take away the right to write below folders, of all users; given back after."""
    if os.name != "posix":
        pytest.skip("rights of files are POSIX here")
    paden = [p for map_ in mappen for p in (*map_.rglob("*"), map_) if p.is_dir() or bestanden]
    oud = {p: p.stat().st_mode for p in paden}
    for p in paden:
        p.chmod(oud[p] & 0o555)
    try:
        yield
    finally:
        for p in reversed(paden):
            p.chmod(oud[p])


@pytest.mark.parametrize("bestanden", [True, False], ids=["bestanden en mappen", "alleen de mappen"])
@pytest.mark.parametrize("ook_ring", [False, True], ids=["ring gewoon", "ring alleen lezen"])
def test_alleen_lezen(gevuld: Werkmap, als_gewoon: Klacht, bestanden: bool, ook_ring: bool) -> None:
    """An archive on a read-only disk: one can look and verify; what would write says why not."""
    mappen = [gevuld.pad, ring(gevuld)] if ook_ring else [gevuld.pad]
    voor = beeld(gevuld.pad.parent)
    with alleen_lezen(*mappen, bestanden=bestanden):
        for opdracht in LEZEN:
            uit = als_gewoon(*opdracht)
            assert (uit.code, uit.fout) == (0, ""), opdracht
        for opdracht in SCHRIJVEN[:2]:
            uit = als_gewoon(*opdracht)
            # with both closed, either may be the one that is met first
            ring_eerst = ook_ring and "sleutelring" in uit.fout
            uit.eis_fout(4, "sleutelring-niet-te-schrijven" if ring_eerst else "map-alleen-lezen")
    assert beeld(gevuld.pad.parent) == voor


def test_de_ring_alleen_lezen(gevuld: Werkmap, als_gewoon: Klacht, bestand: Klacht, klaagschrift: Klacht) -> None:
    """A new case needs a new key; where that cannot be kept, the case is not recorded."""
    nieuw = bestand(klaagschrift(dagtekening=date(2026, 4, 2)), "nieuw.json")
    voor = beeld(gevuld.pad.parent)
    with alleen_lezen(ring(gevuld)):
        als_gewoon("ontvang", nieuw).eis_fout(4, "sleutelring-niet-te-schrijven", "sleutelring")
        assert als_gewoon("audit", "controleer").code == 0
    assert beeld(gevuld.pad.parent) == voor


def test_een_sleutel_die_er_is_hoeft_niet_geschreven(gevuld: Werkmap, als_gewoon: Klacht) -> None:
    """An act in a case whose key is there needs no right to write in the ring."""
    with alleen_lezen(ring(gevuld)):
        assert als_gewoon("besluit", "1", "compleet").code == 0


@pytest.mark.parametrize(
    ("dicht", "stabiel"),
    [
        ("werkmap", "map-niet-te-lezen"),
        ("ring", "sleutelring-beschadigd"),
        ("journaal.sqlite", "journaal-niet-te-openen"),
        ("hoofdsleutel", "sleutelring-beschadigd"),
    ],
)
def test_niet_te_lezen(gevuld: Werkmap, als_gewoon: Klacht, dicht: str, stabiel: str) -> None:
    """A folder or file of another user: one sentence, for every command."""
    paden = {"werkmap": gevuld.pad, "ring": ring(gevuld), "journaal.sqlite": _journaal(gevuld),
             "hoofdsleutel": ring(gevuld) / "hoofdsleutel"}  # fmt: skip
    oud = paden[dicht].stat().st_mode
    paden[dicht].chmod(0)
    try:
        uit = [als_gewoon(*opdracht) for opdracht in (LEZEN[0], SCHRIJVEN[1])]
    finally:
        paden[dicht].chmod(oud)
    for u in uit:
        u.eis_fout(4, stabiel)
        assert dicht == "journaal.sqlite" or "u hebt daar geen rechten" in u.fout


@pytest.fixture
def halverwege(gevuld: Werkmap) -> Werkmap:
    """What a power cut leaves: part of an act in the file, and beside it what takes that back."""
    paden = [_journaal(gevuld), _journaal(gevuld).with_name("journaal.sqlite-journal")]
    db = sqlite3.connect(paden[0], isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN IMMEDIATE")
    db.execute(
        "WITH t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 9999) INSERT INTO lopend SELECT n FROM t"
    )
    toen = [p.read_bytes() for p in paden]
    db.execute("ROLLBACK")
    db.close()
    assert toen[0] != paden[0].read_bytes()
    for p, ruw in zip(paden, toen, strict=True):
        p.write_bytes(ruw)
    return gevuld


@pytest.mark.parametrize("opdracht", [*LEZEN, SCHRIJVEN[1]], ids=_opdracht)
def test_een_halve_handeling_wordt_teruggedraaid(
    halverwege: Werkmap, klacht: Klacht, opdracht: tuple[str, ...]
) -> None:
    """Whoever comes first, reading or writing, finds the journal of before it."""
    assert klacht(*opdracht).code == 0
    assert not _journaal(halverwege).with_name("journaal.sqlite-journal").exists()
    assert controle.controleer(halverwege)[1] == 1


@pytest.mark.parametrize(
    ("bestanden", "opdrachten"),
    [
        pytest.param(True, (LEZEN[0], LEZEN[3], SCHRIJVEN[1]), id="bestanden en mappen"),
        pytest.param(False, (LEZEN[0], LEZEN[3]), id="alleen de mappen, lezen"),
        pytest.param(False, (SCHRIJVEN[1],), id="alleen de mappen, schrijven"),
    ],
)
def test_een_halve_handeling_die_blijft_staan(
    halverwege: Werkmap, als_gewoon: Klacht, bestanden: bool, opdrachten: tuple[tuple[str, ...], ...]
) -> None:
    """Who may not write cannot take it back: that is said, and nothing is read that was never recorded."""
    with alleen_lezen(halverwege.pad, bestanden=bestanden):
        uit = [als_gewoon(*opdracht) for opdracht in opdrachten]
    assert als_gewoon("audit", "controleer").code == 0
    for u in uit:
        u.eis_fout(4, "handeling-halverwege", "teruggedraaid", "schrijfrecht")


# --- somebody else is writing -----------------------------------------------------------------------------------------


@pytest.fixture
def korte_wacht(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits ten seconds for a test."""
    monkeypatch.setattr(journaalbestand, "WACHT", 0.05)


@contextmanager
def bezet(pad: Path, hoe: str) -> Iterator[None]:
    """Another program that keeps the file."""
    db = sqlite3.connect(pad, isolation_level=None)
    db.execute(f"BEGIN {hoe}")
    try:
        yield
    finally:
        db.execute("ROLLBACK")
        db.close()


@pytest.mark.usefixtures("korte_wacht")
def test_een_ander_schrijft_te_lang(gevuld: Werkmap, klacht: Klacht, bestand: Klacht, klaagschrift: Klacht) -> None:
    """Writing waits, and then says so; looking goes on beside it."""
    nieuw = bestand(klaagschrift(dagtekening=date(2026, 4, 2)), "nieuw.json")
    voor = beeld(gevuld.pad)
    with bezet(_journaal(gevuld), "IMMEDIATE"):
        for opdracht in (*SCHRIJVEN, ("ontvang", nieuw), ("sluit", "1", "--reden", "klaar", "--proef")):
            klacht(*opdracht).eis_fout(4, "werkmap-bezet", "een ander programma", "niets vastgelegd", "opnieuw")
        for opdracht in LEZEN:
            assert klacht(*opdracht).code == 0, opdracht
    assert beeld(gevuld.pad) == voor
    assert klacht("sluit", "1", "--reden", "klaar").code == 0


@pytest.mark.usefixtures("korte_wacht")
@pytest.mark.parametrize("opdracht", ALLES, ids=_opdracht)
def test_een_ander_legt_net_vast(gevuld: Werkmap, klacht: Klacht, opdracht: tuple[str, ...]) -> None:
    """In the moment of a COMMIT nobody else reads."""
    voor = beeld(gevuld.pad)
    with bezet(_journaal(gevuld), "EXCLUSIVE"):
        klacht(*opdracht).eis_fout(4, "werkmap-bezet", "een ander programma")
    assert beeld(gevuld.pad) == voor


@pytest.mark.usefixtures("korte_wacht")
def test_een_lezer_houdt_de_vastlegging_op(gevuld: Werkmap, klacht: Klacht) -> None:
    """Somebody who keeps reading (a backup) for longer than the wait: the act is refused, not half done."""
    voor = beeld(gevuld.pad)
    db = sqlite3.connect(_journaal(gevuld), isolation_level=None)
    db.execute("BEGIN")
    db.execute("SELECT count(*) FROM journaal").fetchone()
    klacht("sluit", "1", "--reden", "klaar").eis_fout(4, "werkmap-bezet", "niets vastgelegd")
    db.close()
    assert beeld(gevuld.pad) == voor
    assert klacht("sluit", "1", "--reden", "klaar").code == 0


def test_een_korte_schrijver_wordt_afgewacht(gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that is done within the wait is no error: the wait is set, and it is ten seconds."""
    assert journaalbestand.WACHT == 10.0
    gevraagd: list[float] = []
    echt = sqlite3.connect

    def connect(*waarden: Any, **namen: Any) -> sqlite3.Connection:
        gevraagd.append(namen["timeout"])
        return echt(*waarden, **namen)

    monkeypatch.setattr(journaalbestand.sqlite3, "connect", connect)
    assert klacht("sluit", "1", "--reden", "klaar").code == 0
    assert set(gevraagd) == {10.0}


# --- the clock --------------------------------------------------------------------------------------------------------


def test_de_klok_loopt_terug(gevuld: Werkmap, klacht: Klacht, bevries: Klacht) -> None:
    """A day back: nothing is recorded, looking works."""
    voor = beeld(gevuld.pad)
    bevries("2026-04-24T09:00")
    for opdracht in SCHRIJVEN:
        klacht(*opdracht).eis_fout(4, "klok-loopt-achter", "2026-04-24T10:00", "klok van deze computer")
    for opdracht in LEZEN:
        assert klacht(*opdracht).code == 0
    assert beeld(gevuld.pad) == voor


# --- the letter and its record ----------------------------------------------------------------------------------------


class Stroomuitval(BaseException):
    """Stands for the end of the process: nobody catches it."""


def brief_in(werkmap: Werkmap) -> list[str]:
    """What stands in the folder of letters of the case."""
    map_ = werkmap.brieven("K2026-001")
    return sorted(p.name for p in map_.iterdir()) if map_.is_dir() else []


def vastgelegde_brieven(werkmap: Werkmap) -> list[BriefGemaakt]:
    """The letters that the journal knows; the journal holds."""
    controle.controleer(werkmap)
    with werkmap.journaal() as journaal:
        return [v.gebeurtenis for v in journaal.lees("K2026-001") if isinstance(v.gebeurtenis, BriefGemaakt)]


def test_een_brief_en_zijn_vastlegging(gevuld: Werkmap, klacht: Klacht) -> None:
    """The file is what the record says it is, and nothing else stands beside it."""
    assert klacht(*BRIEF).code == 0
    assert klacht(*BRIEF).code == 0
    een, twee = vastgelegde_brieven(gevuld)
    assert brief_in(gevuld) == ["2026-04-24-ontvangstbevestiging-2.docx", "2026-04-24-ontvangstbevestiging.docx"]
    for b in (een, twee):
        assert sha256((gevuld.pad / b.bestand).read_bytes()).hexdigest() == b.sha256
    assert een.bestand != twee.bestand


@pytest.mark.parametrize(
    ("nummer", "woorden"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EDQUOT, "uw ruimte op de schijf is vol"),
        (errno.EIO, "de schijf geeft een fout"),
        (errno.EROFS, "de schijf is alleen te lezen"),
        (errno.EBUSY, f"OSError {errno.EBUSY}"),
    ],
)
@pytest.mark.parametrize("waar", ["schrijven", "map"])
def test_de_brief_is_niet_te_schrijven(
    gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch, nummer: int, woorden: str, waar: str
) -> None:
    """No room for the letter: no record, no half file."""
    voor = beeld(gevuld.pad)

    def mislukt(*_: Any, **__: Any) -> None:
        raise OSError(nummer, os.strerror(nummer))

    if waar == "schrijven":
        monkeypatch.setattr(schijf.os, "fsync", mislukt)
    else:
        monkeypatch.setattr(Path, "mkdir", mislukt)
    uit = klacht(*BRIEF)
    uit.eis_fout(4, "brief-niet-te-schrijven", "niets vastgelegd", f": {woorden};")
    assert os.strerror(nummer) not in uit.fout
    assert beeld(gevuld.pad) == voor


def test_op_de_plaats_van_de_brieven_staat_een_bestand(gevuld: Werkmap, klacht: Klacht) -> None:
    """A file named `brieven`: said, and nothing recorded."""
    (gevuld.pad / "brieven").write_bytes(b"")
    voor = beeld(gevuld.pad)
    klacht(*BRIEF).eis_fout(4, "brief-niet-te-schrijven", "niets vastgelegd")
    assert beeld(gevuld.pad) == voor


@pytest.mark.parametrize(
    ("bij", "naam", "stabiel"),
    [
        ("INSERT INTO journaal", "SQLITE_FULL", "schijf-vol"),
        ("COMMIT", "SQLITE_FULL", "schijf-vol"),
        ("COMMIT", "SQLITE_BUSY", "werkmap-bezet"),
    ],
)
def test_de_brief_is_niet_vast_te_leggen(
    gevuld: Werkmap, klacht: Klacht, stoor: Klacht, bij: str, naam: str, stabiel: str
) -> None:
    """The file was written, the record was not kept: then there is no file either, not under another name."""
    voor = beeld(gevuld.pad)
    stoor(bij, _sqlite_fout(naam))
    klacht(*BRIEF).eis_fout(4, stabiel, "niets vastgelegd")
    assert beeld(gevuld.pad) == voor


def test_ctrl_c_tijdens_het_schrijven_van_de_brief(
    gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken off by hand: 130, no record, and no draft of a letter to a person left behind."""
    voor = beeld(gevuld.pad)

    def afgebroken(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(schijf.os, "fsync", afgebroken)
    assert klacht(*BRIEF) == (130, "", "afgebroken\n")
    assert beeld(gevuld.pad) == voor


def test_ctrl_c_zegt_afgebroken(gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever breaks off an act reads that it was broken off, and the journal is as it was."""
    voor = beeld(gevuld.pad)

    def afgebroken(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(schrijver, "verzegel", afgebroken)
    uit = klacht("sluit", "1", "--reden", "klaar")
    assert beeld(gevuld.pad) == voor
    assert (uit.code, uit.uit, uit.fout) == (130, "", "afgebroken\n")


@pytest.mark.parametrize("moment", ["voor de vastlegging", "bij de vastlegging"])
def test_stroomuitval_voor_de_vastlegging(
    gevuld: Werkmap, klacht: Klacht, stoor: Klacht, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """The power goes before the record is kept: no record, no letter under its name, and making it again works."""

    def uitval(_: int) -> None:
        raise Stroomuitval

    with monkeypatch.context() as m:
        if moment == "voor de vastlegging":
            m.setattr(schijf.os, "fsync", uitval)
        else:
            m.setattr(opslag, "open_bestand", _uitval_bij_commit)
        with pytest.raises(Stroomuitval):
            klacht(*BRIEF)
    assert vastgelegde_brieven(gevuld) == []
    assert [naam for naam in brief_in(gevuld) if not naam.startswith(".")] == []
    assert klacht(*BRIEF).code == 0
    (b,) = vastgelegde_brieven(gevuld)
    assert sha256((gevuld.pad / b.bestand).read_bytes()).hexdigest() == b.sha256


def _uitval_bij_commit(*waarden: Any, **namen: Any) -> Any:
    db, *kenmerk = journaalbestand.open_bestand(*waarden, **namen)
    return Verbinding(db, "COMMIT", Stroomuitval()), *kenmerk


def test_stroomuitval_na_de_vastlegging(gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power goes after the record and before the file has its name: the file is whole beside its place."""

    def uitval(*_: Any) -> None:
        raise Stroomuitval

    with monkeypatch.context() as m:
        m.setattr(schijf.os, "link", uitval)
        with pytest.raises(Stroomuitval):
            klacht(*BRIEF)
    (b,) = vastgelegde_brieven(gevuld)
    (klad,) = brief_in(gevuld)
    assert sha256((gevuld.brieven("K2026-001") / klad).read_bytes()).hexdigest() == b.sha256
    assert klad.startswith(f".{Path(b.bestand).name}.")
    assert klacht(*BRIEF).code == 0  # and a new one can be made, under a name that no record has
    _, nieuw = vastgelegde_brieven(gevuld)
    assert nieuw.bestand != b.bestand
    assert (gevuld.pad / nieuw.bestand).is_file()


def test_de_brief_krijgt_zijn_naam_niet(gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record is kept and the file cannot get its name: that is said, with where the file is."""

    def mislukt(*_: Any) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as m:
        m.setattr(schijf.os, "link", mislukt)
        m.setattr(Path, "rename", mislukt)
        uit = klacht(*BRIEF)
    (b,), (klad,) = vastgelegde_brieven(gevuld), brief_in(gevuld)
    assert klad.startswith(f".{Path(b.bestand).name}.")
    staat = f"Geef {Path(b.bestand).with_name(klad).as_posix()} zelf de naam {Path(b.bestand).name}"
    uit.eis_fout(4, "brief-zonder-naam", "de brief is vastgelegd", "u hebt daar geen rechten", staat)
    assert sha256((gevuld.brieven("K2026-001") / klad).read_bytes()).hexdigest() == b.sha256


def test_de_naam_van_de_brief_is_net_bezet(gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves a file of that name between the choice and the link: it stays, and that is said in Dutch."""
    doel, echt = gevuld.brieven("K2026-001") / "2026-04-24-ontvangstbevestiging.docx", os.link

    def tussendoor(van: Path, naar: Path) -> None:
        doel.write_bytes(b"van een ander")
        echt(van, naar)

    monkeypatch.setattr(schijf.os, "link", tussendoor)
    uit = klacht(*BRIEF)
    assert uit.code == 4
    assert doel.read_bytes() == b"van een ander"
    assert len(vastgelegde_brieven(gevuld)) == 1
    uit.eis_fout(4, "brief-zonder-naam", "de brief is vastgelegd")
    assert "FileExistsError" not in uit.fout


def test_de_map_van_de_brief_is_niet_te_syncen(
    gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter that has its name is not said to have none."""

    echt = os.open

    def niet_voor_mappen(pad: Any, vlaggen: int, *rest: Any) -> int:
        if vlaggen & os.O_DIRECTORY:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return echt(pad, vlaggen, *rest)

    monkeypatch.setattr(schijf.os, "open", niet_voor_mappen)
    assert klacht(*BRIEF).code == 0
    (b,) = vastgelegde_brieven(gevuld)
    assert (gevuld.pad / b.bestand).is_file()


def test_een_schijf_zonder_koppelingen(
    gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where a file system has no links (a USB stick), letters and work folders are made all the same."""

    def kan_niet(*_: Any) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(schijf.os, "link", kan_niet)
    assert klacht(*BRIEF).code == 0
    (b,) = vastgelegde_brieven(gevuld)
    assert brief_in(gevuld) == [Path(b.bestand).name]
    assert sha256((gevuld.pad / b.bestand).read_bytes()).hexdigest() == b.sha256
    assert klacht("init", str(tmp_path / "stick")).code == 0
    assert {p.name for p in (tmp_path / "stick").iterdir()} == {"config", "journaal.sqlite", "templates"}
    assert controle.controleer(Werkmap(tmp_path / "stick")).vastleggingen == 1


# --- init -------------------------------------------------------------------------------------------------------------


def test_init_twee_keer(gevuld: Werkmap, klacht: Klacht) -> None:
    """The second time nothing changes: journal, ring, and what the committee filled in."""
    voor = beeld(gevuld.pad.parent)
    uit = klacht("init", str(gevuld.pad), "--json")
    assert uit.code == 0
    assert (uit.json["nieuw"], uit.json["gekopieerd"]) == (False, [])
    assert uit.json["afwijkend"] == ["config/commissie.toml"]
    assert beeld(gevuld.pad.parent) == voor


def test_init_vult_aan_wat_ontbreekt(gevuld: Werkmap, klacht: Klacht) -> None:
    """A file that went is put back, and only that."""
    voor = beeld(gevuld.pad.parent)
    (gevuld.config / "fracties.toml").unlink()
    assert klacht("init", str(gevuld.pad), "--json").json["gekopieerd"] == ["config/fracties.toml"]
    assert beeld(gevuld.pad.parent) == voor


def test_init_waar_de_sleutels_niet_kunnen(klacht: Klacht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of keys cannot be made: no journal, and the next init, with another folder, does it all."""
    (tmp_path / "bezet").write_bytes(b"")
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "bezet" / "sleutels"))
    klacht("init", str(tmp_path / "nieuw")).eis_fout(4, "sleutelring-niet-te-maken", "KLACHT_SLEUTELMAP")
    assert not (tmp_path / "nieuw" / "journaal.sqlite").exists()
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "sleutels"))
    uit = klacht("init", str(tmp_path / "nieuw"), "--json")
    assert (uit.code, uit.json["nieuw"]) == (0, True)
    controle.controleer(Werkmap(tmp_path / "nieuw"))


def test_init_zonder_recht_op_de_sleutelmap(
    als_gewoon: Klacht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of keys is there and may not be written."""
    (tmp_path / "dicht").mkdir()
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "dicht"))
    with alleen_lezen(tmp_path / "dicht"):
        als_gewoon("init", str(tmp_path / "nieuw")).eis_fout(4, "sleutelring-niet-te-maken", "KLACHT_SLEUTELMAP")
    assert not (tmp_path / "nieuw" / "journaal.sqlite").exists()
    assert list((tmp_path / "dicht").iterdir()) == []


def test_init_waar_de_map_niet_kan(klacht: Klacht, als_gewoon: Klacht, tmp_path: Path) -> None:
    """Below a file, or in a folder that may not be written."""
    (tmp_path / "bestand").write_bytes(b"")
    (tmp_path / "dicht").mkdir()
    voor = beeld(tmp_path)
    klacht("init", str(tmp_path / "bestand" / "map")).eis_fout(4, "map-niet-te-schrijven", "niet te schrijven")
    with alleen_lezen(tmp_path / "dicht"):
        als_gewoon("init", str(tmp_path / "dicht")).eis_fout(4, "map-niet-te-schrijven", "niet te schrijven")
        als_gewoon("init", str(tmp_path / "dicht" / "map")).eis_fout(4, "map-niet-te-schrijven")
    assert beeld(tmp_path) == voor


def test_init_op_een_volle_schijf(werkmap: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room for the journal: nothing half under its name or another, no ring without it, and again works."""
    nieuw, ringen = werkmap.pad.parent / "nieuw", ring(werkmap).parent
    voor = beeld(ringen)

    def vol(*_: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for functie in ("schrijf_klad", "geef_naam"):
        with monkeypatch.context() as m:
            m.setattr(journaalbestand, functie, vol)
            klacht("init", str(nieuw)).eis_fout(4, "map-niet-te-schrijven", "de schijf is vol")
        assert {p.name for p in nieuw.iterdir()} == {"config", "templates"}
        assert beeld(ringen) == voor
        assert len(list(ringen.iterdir())) == 1
    assert klacht("init", str(nieuw)).code == 0
    controle.controleer(Werkmap(nieuw))


def test_init_waar_sqlite_niet_kan_schrijven(werkmap: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database itself runs out of room while it is made: no build file and no journal of that is left."""
    nieuw = werkmap.pad.parent / "nieuw"
    monkeypatch.setattr(journaalbestand, "_VORM_1", "PRAGMA max_page_count = 3;" + journaalbestand._VORM_1)
    klacht("init", str(nieuw)).eis_fout(4, "schijf-vol", "niets vastgelegd")
    assert {p.name for p in nieuw.iterdir()} == {"config", "templates"}


def test_init_afgebroken_bij_het_kopieren(werkmap: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full halfway a rule file: once there is room, init ends with every file whole."""
    nieuw, echt, keer = werkmap.pad.parent / "nieuw", os.fsync, 0

    def half(nummer: int) -> None:
        """The first file is synced, and the folder with its name; the next file is not."""
        nonlocal keer
        keer += 1
        if keer == 3:
            os.ftruncate(nummer, 100)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        echt(nummer)

    with monkeypatch.context() as m:
        m.setattr(schijf.os, "fsync", half)
        klacht("init", str(nieuw)).eis_fout(4, "map-niet-te-schrijven", "de schijf is vol")
    assert len(beeld(nieuw)) == 1
    uit = klacht("init", str(nieuw), "--json")
    assert (uit.code, uit.json["afwijkend"]) == (0, [])
    assert [naam for naam in beeld(nieuw) if Path(naam).name.startswith(".")] == []


@pytest.mark.parametrize("fout", [KeyboardInterrupt(), OSError(errno.EIO, "in English")], ids=["ctrl-c", "schijffout"])
def test_init_afgebroken_na_de_naam(
    werkmap: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch, fout: BaseException
) -> None:
    """Broken off when the journal has its name already: init again gives a work folder that can be used."""
    nieuw = werkmap.pad.parent / "nieuw"
    assert klacht("init", str(nieuw)).code == 0
    (nieuw / "journaal.sqlite").unlink()

    echt = schijf.sync_map

    def mislukt(map_: Path) -> None:
        echt(map_)
        if map_ == nieuw:
            assert (nieuw / "journaal.sqlite").is_file()
            raise fout

    with monkeypatch.context() as m:
        m.setattr(schijf, "sync_map", mislukt)
        klacht("init", str(nieuw))
    assert klacht("init", str(nieuw)).code == 0
    assert controle.controleer(Werkmap(nieuw)).vastleggingen == 1


@pytest.mark.parametrize("bij", ["hoofdsleutel", "ring.sqlite", "tabellen"])
def test_een_halve_ring_blijft_niet_staan(
    werkmap: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch, bij: str
) -> None:
    """No room for the ring: nothing of it is left, and again works."""
    nieuw, ringen, echt = werkmap.pad.parent / "nieuw", ring(werkmap).parent, schijf.schrijf_heel

    def vol(doel: Path, inhoud: bytes) -> None:
        if doel.name == bij:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        echt(doel, inhoud)

    with monkeypatch.context() as m:
        m.setattr(sleutels, "schrijf_heel", vol)
        if bij == "tabellen":
            m.setattr(sleutels, "_SCHEMA", "PRAGMA max_page_count = 1;" + sleutels._SCHEMA)
        uit = klacht("init", str(nieuw))
    uit.eis_fout(4, "sleutelring-niet-te-maken")
    assert not (nieuw / "journaal.sqlite").exists()
    assert klacht("init", str(nieuw)).code == 0
    assert len(list(ringen.iterdir())) == 2


def test_een_volle_schijf_bij_de_ring_in_het_nederlands(
    werkmap: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full while SQLite makes the ring: the same words as elsewhere."""
    monkeypatch.setattr(sleutels, "_SCHEMA", "PRAGMA max_page_count = 1;" + sleutels._SCHEMA)
    uit = klacht("init", str(werkmap.pad.parent / "nieuw"))
    uit.eis_fout(4, "sleutelring-niet-te-maken", "de schijf is vol")
