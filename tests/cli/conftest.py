"""What the tests of the command line share: a case by the secretary's own commands.

zaak()                     receives the complete klaagschrift and gives its number
loop_tot("adviseer")       the ordinary way through the procedure, up to and including that command
vijf_zaken                 a work folder with five cases on 24 June 2026 (VIJF), to do with as a test likes
gezien                     gezien("toon", "1", "--json") looks at those five, without changing them
dossier                    `werkmap` with two cases, a letter, an attachment and a note of the secretary's own
kopieer()                  a reservekopie of `werkmap` in `stick`, the path of it; kopieer_sleutels() one of its ring
zet_sleutels(pad)          puts the latter back
vernietig("K2026-001")     what is left of a case that was destroyed
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
import pytest

from klachtcli import klok
from klachtcli.cli.start import voer_uit
from klachtcli.journaal import sleutelkopie
from klachtcli.journaal.codec import Inhoud, codeer
from klachtcli.journaal.sleutels import verzegel
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import ZaakVernietigd
from klachtcli.zaak.klaagschrift import Bijlage, Gedraging, Klaagschrift, Persoon

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
# The ordinary way: on which day (the clock stands there), and what is typed.
GEWOON = (
    ("2026-04-28", "brief 1 ontvangstbevestiging"),
    ("2026-04-28", "brief 1 ontvangstbevestiging --verzonden 2026-04-28"),
    ("2026-04-29", "vul-aan 1 --gevraagd"),
    ("2026-05-06", "besluit 1 compleet --op 2026-05-06"),
    ("2026-05-20", "besluit 1 ontvankelijk"),
    ("2026-05-20", f"adres 1 aangeklaagde {VOORBEELDEN / 'adres.toml'}"),
    ("2026-05-20", "brief 1 --alle"),
    ("2026-05-20", "brief 1 mededeling-ontvankelijk --verzonden 2026-05-20"),
    ("2026-05-20", "brief 1 afschrift-klacht --verzonden 2026-05-20"),
    ("2026-05-26", "hoor 1 2026-06-09 --stukken-tot 2026-06-02"),
    ("2026-05-26", "brief 1 --alle"),
    ("2026-05-26", "brief 1 uitnodiging-klager --verzonden 2026-05-26"),
    ("2026-05-26", "brief 1 uitnodiging-aangeklaagde --verzonden 2026-05-26"),
    ("2026-06-09", "hoor 1 --gehouden 2026-06-09"),
    ("2026-06-12", "verslag 1"),
    ("2026-06-16", "feiten 1 --verzonden 2026-06-16 --reactie-tot 2026-06-26"),
    ("2026-06-16", "brief 1 feitenoverzicht"),
    ("2026-06-16", "brief 1 feitenoverzicht --verzonden 2026-06-16"),
    ("2026-06-26", "feiten 1 --gesloten 2026-06-26"),
    ("2026-06-29", "verdaag 1 advies --tot 2026-08-12 --reden ziekte"),
    ("2026-06-29", "brief 1 verdaging-advies"),
    ("2026-06-29", "brief 1 verdaging-advies --verzonden 2026-06-29"),
    ("2026-07-01", f"adviseer 1 {VOORBEELDEN / 'advies.toml'}"),
    ("2026-07-01", "brief 1 --alle"),
    ("2026-07-01", "brief 1 advies --verzonden 2026-07-01"),
    ("2026-07-01", "brief 1 afschrift-advies --verzonden 2026-07-01"),
    ("2026-07-02", "adviseer 1 --ontvangen 2026-07-02"),
    ("2026-07-20", "verdaag 1 beslissing --met P4W --reden zomer"),
    ("2026-07-20", "brief 1 verdaging-beslissing --verzonden 2026-07-20"),
    ("2026-08-20", f"beslis 1 {VOORBEELDEN / 'beslissing.toml'}"),
    ("2026-08-20", "brief 1 beslissing"),
    ("2026-08-20", "brief 1 beslissing --verzonden 2026-08-20"),
    ("2026-08-20", "beslis 1 --commissie-geinformeerd 2026-08-20"),
    ("2026-08-28", "brief 1 sluiting-en-nazorg"),
    ("2026-08-28", "brief 1 sluiting-en-nazorg --verzonden 2026-08-28"),
    ("2026-08-28", "sluit 1"),
)


@pytest.fixture
def zaak(
    klacht: Callable[..., Any], klaagschrift: Callable[..., Any], bestand: Callable[..., str]
) -> Callable[..., str]:
    """Receive a klaagschrift; gives the number of its case."""

    def ontvang(*opties: str, **anders: Any) -> str:
        uit = klacht("ontvang", bestand(klaagschrift(**anders)), "--json", *opties)
        assert uit.code == 0, uit
        return str(uit.json["zaak"])

    return ontvang


@pytest.fixture
def loop_tot(
    klacht: Callable[..., Any], zaak: Callable[..., str], bevries: Callable[[str], Any]
) -> Callable[[str], None]:
    """Take the ordinary way until a command that begins so."""

    def loop(tot: str) -> None:
        zaak()
        for dag, opdracht in GEWOON:
            bevries(f"{dag}T10:00")
            uit = klacht(*opdracht.split())
            assert uit.code == 0, (opdracht, uit)
            if opdracht.startswith(tot):
                return
        raise AssertionError(f"no step begins with {tot}")

    return loop


@pytest.fixture
def gewoon() -> tuple[tuple[str, str], ...]:
    """The ordinary way, step by step."""
    return GEWOON


# ---- vijf zaken ----

VANDAAG = "2026-06-24"
BRIEF = "brief {} ontvangstbevestiging"
# Op welke dag, en wat er is getypt; {} is de zaak. Wat een klaagschrift anders heeft, staat in POST.
VIJF: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("2026-03-02", 1, ("ontvang", "toets {}", BRIEF, f"{BRIEF} --verzonden 2026-03-02")),
    ("2026-03-20", 1, ("trek-in {}", "sluit {} --reden rust")),
    ("2026-03-31", 2, ("ontvang", "toets {}", BRIEF, f"{BRIEF} --verzonden 2026-03-31")),
    ("2026-04-07", 2, ("besluit {} compleet --op 2026-04-07", "corrigeer NR --zet op=2026-04-01 --reden verschreven")),
    ("2026-04-08", 2, ("besluit {} ontvankelijk",)),
    ("2026-05-18", 2, ("verdaag {} advies --tot 2026-06-22 --reden ziekte",)),
    ("2026-06-02", 3, ("ontvang",)),
    ("2026-06-15", 4, ("ontvang", BRIEF, f"{BRIEF} --verzonden 2026-06-15")),
    ("2026-06-22", 4, ("toets {}", "besluit {} compleet --op 2026-06-22 --toch helder")),
    ("2026-06-23", 5, ("ontvang",)),
)
POST: dict[int, dict[str, Any]] = {
    1: {"gedraging": (Gedraging("discriminatie", "Hij liet mij weg.", "2026-02-10", "In de zaal"),)},
    2: {},
    3: {"klager": Persoon(naam="T. Achterberg", aanhef="geen", adres="Spui 9", postcode="2511 BL", plaats="Den Haag",
                         onderdeel="Dienst Verslag"), "dagtekening": date(2026, 6, 1)},
    4: {"aangeklaagde": (Persoon(naam="M. Zomerdijk", onderdeel="Facilitair Bedrijf"), Persoon(naam="A. Çelik")),
        "gedraging": (Gedraging("pesten", "Steeds.", "2026-05"), Gedraging("intimidatie", "Een keer.", "2026-06-01"),
                      Gedraging("pesten", "Nog eens.", "2026-06-02")),
        "dagtekening": date(2026, 6, 14)},
    # een zaak zonder dagen, zonder aangeklaagde, zonder soort gedrag
    5: {"klager": Persoon(), "dagtekening": None, "aangeklaagde": (), "gedraging": (Gedraging(omschrijving="Iets."),),
        "stap": ()},
}  # fmt: skip


def _voer(basis: Path, dag: str, *argumenten: str) -> str:
    """Run a command on the work folder in `basis`, on a day; what it said. What is late (code 1) is no failure."""
    uit, fout = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as m, redirect_stdout(uit), redirect_stderr(fout):
        m.setenv("KLACHT_SLEUTELMAP", str(basis / "sleutels"))
        m.setenv("KLACHT_MAP", str(basis / "zaken"))
        m.setattr(klok, "nu", lambda: datetime.fromisoformat(f"{dag}T10:00+00:00"))
        code = voer_uit(argumenten)
    assert code in (0, 1), (dag, argumenten, fout.getvalue())
    return uit.getvalue()


def _laatste(basis: Path, werkmap: Werkmap, zaak: int) -> int:
    """The last entry of a case. Read from the journal: `klacht toon` would itself be an entry."""
    with pytest.MonkeyPatch.context() as m:
        m.setenv("KLACHT_SLEUTELMAP", str(basis / "sleutels"))
        with werkmap.journaal() as journaal:
            return [v.nummer for v in journaal.lees(f"K2026-{zaak:03d}")][-1]


@pytest.fixture(scope="session")
def vijf(tmp_path_factory: pytest.TempPathFactory, klaagschrift: Callable[..., Klaagschrift]) -> Path:
    """The folder with the work folder of five cases and its keys. Not to be changed: take `vijf_zaken` for that."""
    basis = tmp_path_factory.mktemp("vijf")
    with pytest.MonkeyPatch.context() as m:
        m.setenv("KLACHT_SLEUTELMAP", str(basis / "sleutels"))
        m.setattr(klok, "nu", lambda: datetime.fromisoformat("2026-03-01T10:00+00:00"))
        werkmap = richt_in(basis / "zaken").werkmap
    shutil.copyfile(VOORBEELDEN / "commissie.toml", werkmap.config / "commissie.toml")
    for dag, zaak, opdrachten in VIJF:
        for opdracht in opdrachten:
            if opdracht == "ontvang":
                brief = klaagschrift(ontvangen_op=dag, **({"dagtekening": date.fromisoformat(dag)} | POST[zaak]))
                (basis / "post.json").write_bytes(msgspec.json.encode(brief))
                _voer(basis, dag, "ontvang", str(basis / "post.json"))
                continue
            if "NR" in opdracht:
                opdracht = opdracht.replace("NR", f"{zaak} {_laatste(basis, werkmap, zaak)}")
            _voer(basis, dag, *opdracht.format(zaak).split())
    return basis


@pytest.fixture
def vijf_zaken(vijf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bevries: Callable[[str], Any]) -> Werkmap:
    """A copy of the work folder of five cases, on 24 June 2026; one stands in an empty folder."""
    for naam in ("zaken", "sleutels"):
        shutil.copytree(vijf / naam, tmp_path / naam)
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "sleutels"))
    bevries(f"{VANDAAG}T10:00")
    return Werkmap(tmp_path / "zaken")


@pytest.fixture(scope="session")
def gezien(vijf: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Look at the five cases on 24 June 2026: at a copy, for who looks is recorded."""
    kopie = shutil.copytree(vijf, tmp_path_factory.mktemp("gezien"), dirs_exist_ok=True)
    return lambda *argumenten: _voer(kopie, VANDAAG, *argumenten)


# ---- kopieën ----

WACHTZIN = "paard lamp rivier trap"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder elsewhere."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def dossier(
    klacht: Callable[..., Any], zaak: Callable[..., str], bestand: Any, klaagschrift: Any, werkmap: Werkmap
) -> Werkmap:
    """Two cases, one with an attachment and a letter; a note of the secretary's own."""
    pad = bestand(klaagschrift(bijlage=(Bijlage("mail.txt"),)))
    (Path(pad).parent / "mail.txt").write_text("R. Dekker zuchtte. " * 50)
    assert klacht("ontvang", pad).code == 0
    zaak(dagtekening=None)
    assert klacht("brief", "1", "ontvangstbevestiging").code == 0
    (werkmap.pad / "notities").mkdir()
    (werkmap.pad / "notities" / "leeg.txt").write_bytes(b"")
    return werkmap


@pytest.fixture
def kopieer(klacht: Callable[..., Any], stick: Path) -> Callable[[], Path]:
    """Make a copy of the work folder on the stick."""
    return lambda: Path(klacht("beheer", "reservekopie", str(stick), "--json").json["bestand"])


@pytest.fixture
def kopieer_sleutels(klacht: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Make a copy of the key ring elsewhere; scrypt with a small cost, for what it does is the same."""
    monkeypatch.setattr(sleutelkopie, "N", 1 << 4)

    def maak() -> Path:
        (tmp_path / "kluis").mkdir(exist_ok=True)
        uit = klacht("beheer", "sleutelkopie", str(tmp_path / "kluis"), "--wachtzin", "-", "--json", invoer=WACHTZIN)
        assert uit.code == 0, uit
        return Path(uit.json["bestand"])

    return maak


@pytest.fixture
def zet_sleutels(klacht: Callable[..., Any]) -> Callable[..., Any]:
    """Put a copy of the key ring back."""
    return lambda pad, *opties: klacht("beheer", "herstel", str(pad), "--wachtzin", "-", *opties, invoer=WACHTZIN)


@pytest.fixture
def vernietig(werkmap: Werkmap, klacht: Callable[..., Any]) -> Callable[[str], None]:
    """Close a case and leave of it what is left once it was destroyed: one entry, no content, no key, no letters."""

    def doe(zaak: str) -> None:
        for opdracht in (f"trek-in {zaak}", f"sluit {zaak} --reden rust"):
            assert klacht(*opdracht.split()).code == 0
        dag, ring_ = klok.vandaag(), "vernietigd (zaak TEXT PRIMARY KEY, op TEXT NOT NULL, verzegeld BLOB) STRICT"
        einde = dag - timedelta(days=1)
        gebeurtenis = ZaakVernietigd(dag, einde, einde, "x", "y", einde, "piet")
        with werkmap.journaal(schrijven=True) as journaal:
            with journaal.handeling(door="jan") as schrijver:
                schrijver.voeg_toe(zaak, gebeurtenis)
            journaal._db.execute(
                "UPDATE journaal SET inhoud = NULL WHERE zaak = ? AND soort <> 'zaak_vernietigd'", (zaak,)
            )
            ring, gebonden = journaal.ring, f"{journaal.werkmap}\n{zaak}".encode()
            feiten = verzegel(ring.sleutel(""), codeer(Inhoud("jan", gebeurtenis)), gebonden)
            ring._verbinding.execute("DELETE FROM sleutel WHERE zaak = ?", (zaak,))
            ring._verbinding.execute(f"CREATE TABLE IF NOT EXISTS {ring_}")
            ring._verbinding.execute("INSERT INTO vernietigd VALUES (?, ?, ?)", (zaak, dag.isoformat(), feiten))
        shutil.rmtree(werkmap.brieven(zaak), ignore_errors=True)

    return doe
