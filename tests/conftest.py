"""What all tests share: the calendar as shipped, and a hypothesis that gives the same examples on every machine.

For tests with a work folder (no import needed, ask for the fixture by name):

    bevries       bevries("2026-05-06T10:00") sets the clock of the product (UTC); later moments only, as in life
    werkmap       a fresh work folder with its own key ring and a filled-in committee, at 24 April 2026, noon
    klaagschrift  klaagschrift(dagtekening=None) is a complete fictional Klaagschrift with those fields changed
    bestand       bestand(klaagschrift()) writes it as JSON outside the work folder and gives the path
    klacht        klacht("termijnen", "--json") runs the command line on `werkmap` and gives code, uit, fout
    persoonlijk   the words of that klaagschrift that no error may show and no file may hold
    ontleed       ontleed("klacht toets 1") reads a command line as the parser does, without doing it
    formulier     formulier({"klager.naam": "K. Bos"}) is the form of `klacht formulier`, filled in; a second argument
                  is done to its document (lxml) after that
    opzet         what that form is made of
    leesbaarheid  leesbaarheid(docx) gives the sentences of a letter and its score (Flesch-Douma)
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import settings
from lxml import etree

from klachtcli import klok
from klachtcli.cli.start import voer_uit
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.recht.kalender import Kalender, KalenderGegevens
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.formuliertekst import Opzet
from klachtcli.zaak.klaagschrift import Gedraging, Klaagschrift, OndernomenStap, Persoon, Procedures

settings.register_profile("klacht", deadline=None, derandomize=True, database=None)
settings.load_profile("klacht")

GEHEUGEN = Path("/dev/shm")  # where Linux keeps files in memory
RUIMTE = 2 << 30  # bytes; a run takes a fraction of it, unless many tests fail and leave their folders to be looked at


def pytest_configure() -> None:
    """Where the machine has the room, work folders stand in memory: thousands of small files, each written through."""
    if os.access(GEHEUGEN, os.W_OK) and shutil.disk_usage(GEHEUGEN).free > RUIMTE:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(GEHEUGEN))


@pytest.fixture(scope="session")
def kalendermap() -> Path:
    """config/kalender of this checkout."""
    return Path(__file__).parents[1] / "config" / "kalender"


@pytest.fixture(scope="session")
def kalendergegevens(kalendermap: Path) -> KalenderGegevens:
    """The calendar as data."""
    return lees_kalender(kalendermap)


@pytest.fixture(scope="session")
def kalender(kalendergegevens: KalenderGegevens) -> Kalender:
    """The calendar that answers questions."""
    return Kalender(kalendergegevens)


class Uitvoer(NamedTuple):
    """What a command gave back: its exit code, standard output and standard error."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> Any:
        """Standard output as data."""
        return json.loads(self.uit)

    def eis_fout(self, code: int, stabiel: str, *woorden: str) -> None:
        """One refusal: this exit code, these words, the stable code at the end, no traceback, no personal word."""
        assert (self.code, self.uit) == (code, ""), self
        assert self.fout.startswith("fout: "), self.fout
        assert self.fout.endswith(f". [{stabiel}]\n"), self.fout
        assert "Traceback" not in self.fout
        assert "fout: " not in self.fout[6:], self.fout
        assert [w for w in woorden if w not in self.fout] == [], self.fout
        assert [w for w in PERSOONLIJK if w.casefold() in self.fout.casefold()] == [], self.fout


# Words of `klaagschrift()` that say who it is about or what happened.
PERSOONLIJK = ("Verbeek-Ünal", "Goudsbloemlaan", "2514 EA", "k.verbeek@", "06-00000000", "Dekker", "Bakker",
               "zuchtte", "koffiehoek", "vertrouwenspersoon Yara")  # fmt: skip


@pytest.fixture(scope="session")
def persoonlijk() -> tuple[str, ...]:
    """The words of `klaagschrift()` that say who it is about or what happened."""
    return PERSOONLIJK


class Leesbaarheid(NamedTuple):
    """The sentences of a letter's body, and 206.8 - 0.77 x syllables per 100 words - 0.93 x words per sentence."""

    zinnen: list[str]
    score: float


@pytest.fixture(scope="session")
def leesbaarheid() -> Callable[[Any], Leesbaarheid]:
    """How readable a letter is: what stands between the salutation and the signature, and the annex."""

    def meet(blad: Any) -> Leesbaarheid:
        stijlen = ("Normal", "List Bullet", "Heading 1", "Heading 2")
        regels = [regel for p in blad.paragraphs if p.style.name in stijlen for regel in p.text.split("\n")]
        los = [re.sub(r"\bart\. |\bmr\. |\b[A-Z]\. ", "", regel) for regel in regels]
        zinnen = [z for regel in los for z in re.split(r"(?<=[.?!])\s+", regel) if z.strip()]
        woorden = [w for zin in zinnen for w in re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", zin)]
        lettergrepen = sum(max(1, len(re.findall(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+", w.lower()))) for w in woorden)
        score = 206.8 - 0.77 * (100 * lettergrepen / len(woorden)) - 0.93 * (len(woorden) / len(zinnen))
        return Leesbaarheid(zinnen, score)

    return meet


@pytest.fixture
def bevries(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], datetime]:
    """Set the clock of the product to a moment in UTC. (freezegun cannot: msgspec does not write its false dates.)"""

    def zet(moment: str) -> datetime:
        nu = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        monkeypatch.setattr(klok, "nu", lambda: nu)
        return nu

    return zet


@pytest.fixture(scope="session")
def ingericht(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder and its ring, made once: each of its files is synced, and that takes longer than most tests."""
    map_ = tmp_path_factory.mktemp("ingericht")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(klok, "nu", lambda: datetime(2026, 4, 24, 10, tzinfo=UTC))
        patch.setenv("KLACHT_SLEUTELMAP", str(map_ / "sleutels"))
        werkmap = richt_in(map_ / "zaken").werkmap
    shutil.copyfile(Path(__file__).parents[1] / "voorbeelden" / "commissie.toml", werkmap.config / "commissie.toml")
    return map_


@pytest.fixture
def werkmap(
    ingericht: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bevries: Callable[[str], datetime]
) -> Werkmap:
    """A work folder with its ring beside it, named by KLACHT_MAP; the clock stands at 24 April 2026, noon."""
    bevries("2026-04-24T10:00")
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "sleutels"))
    monkeypatch.setenv("KLACHT_MAP", str(tmp_path / "zaken"))
    shutil.copytree(ingericht, tmp_path, dirs_exist_ok=True)
    return Werkmap(tmp_path / "zaken")


@pytest.fixture(scope="session")
def klaagschrift() -> Callable[..., Klaagschrift]:
    """Make a complete fictional klaagschrift, received on 24 April 2026, with some fields changed."""

    def maak(**anders: Any) -> Klaagschrift:
        return msgspec.structs.replace(_KLAAGSCHRIFT, **anders)

    return maak


@pytest.fixture(scope="session")
def opzet(ingericht: Path) -> Opzet:
    """What the form is made of, in a work folder with a filled-in committee."""
    from klachtcli.cli.vragenlijst import artikelen
    from klachtcli.secretariaat.formulieren import lees_grond

    grond = lees_grond(ingericht / "zaken" / "config")
    return grond.opzet(artikelen(grond.regeling.vereiste))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def formulier(opzet: Opzet) -> Callable[..., bytes]:
    """The form as a klager fills it in with Word: the text in its box, which then shows no placeholder any more."""
    from klachtcli.stukken.formulier import schrijf

    leeg = schrijf(opzet)
    with zipfile.ZipFile(io.BytesIO(leeg)) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}

    def vul(antwoorden: Mapping[str, str] | None = None, doe: Callable[[Any], object] | None = None) -> bytes:
        wortel: Any = etree.fromstring(delen["word/document.xml"])
        vakken = {v.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): v for v in wortel.iter(f"{W}sdt")}
        for plek, tekst in (antwoorden or {}).items():
            eigenschappen = vakken[plek].find(f"{W}sdtPr")
            eigenschappen.remove(eigenschappen.find(f"{W}showingPlcHdr"))
            inhoud = vakken[plek].find(f"{W}sdtContent")
            inhoud.clear()
            loop = etree.SubElement(inhoud, f"{W}r")
            for n, regel in enumerate(tekst.split("\n")):
                if n:
                    etree.SubElement(loop, f"{W}br")
                etree.SubElement(loop, f"{W}t").text = regel
        if doe is not None:
            doe(wortel)
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as zip_:
            for naam, deel in delen.items():
                zip_.writestr(naam, etree.tostring(wortel) if naam == "word/document.xml" else deel)
        return uit.getvalue()

    return vul


@pytest.fixture
def bestand(tmp_path: Path) -> Callable[..., str]:
    """Write a klaagschrift or an aanvulling as a file beside the work folder; the path of it."""

    def schrijf(inhoud: msgspec.Struct, naam: str = "klaagschrift.json") -> str:
        (tmp_path / "post").mkdir(exist_ok=True)
        (tmp_path / "post" / naam).write_bytes(msgspec.json.encode(inhoud))
        return str(tmp_path / "post" / naam)

    return schrijf


@pytest.fixture
def klacht(
    werkmap: Werkmap, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Uitvoer]:
    """Run the command line in this process on the work folder of `werkmap`; `invoer` is its standard input."""

    def voer(*argumenten: str, invoer: str = "") -> Uitvoer:
        monkeypatch.setenv("KLACHT_MAP", str(werkmap.pad))  # --map sets it for the rest of the process
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer.encode()), encoding="utf-8"))
        capsys.readouterr()
        code = voer_uit(argumenten)
        return Uitvoer(code, *capsys.readouterr())

    return voer


@pytest.fixture
def ontleed() -> Callable[[str], None]:
    """Read a command line as the shell and the parser do, without doing it. Raises what the parser raises."""
    from klachtcli.cli.app import app

    def lees(regel: str) -> None:
        hier: Any = app()
        context = hier.make_context("klacht", shlex.split(regel.partition(" >")[0])[1:])
        while hasattr(hier, "list_commands"):
            _, hier, woorden = hier.resolve_command(context, [*context._protected_args, *context.args])
            context = hier.make_context(hier.name, list(woorden), parent=context)

    return lees


_KLAAGSCHRIFT = Klaagschrift(
    ontvangen_op="2026-04-24",
    ontvangen_via="e-mail",
    dagtekening=date(2026, 4, 22),
    ondertekend=True,
    klager=Persoon(
        naam="K. Verbeek-Ünal", aanhef="mevrouw", adres="Goudsbloemlaan 1", postcode="2514 EA", plaats="Den Haag",
        email="k.verbeek@voorbeeld.nl", telefoon="06-00000000", functie="beleidsmedewerker",
        hoedanigheid="ambtenaar", onderdeel="Griffie commissies",
    ),
    aangeklaagde=(
        Persoon(naam="R. Dekker", aanhef="heer", functie="teamleider", hoedanigheid="ambtenaar",
                onderdeel="Griffie commissies"),
    ),
    gedraging=(
        Gedraging("pesten", "Hij zuchtte & sloeg mij over in \"het\" overleg; '<dat>' elke week.", "2026-01-15",
                  "In de koffiehoek", ("S. Bakker",)),
    ),
    stap=(OndernomenStap("Een gesprek met vertrouwenspersoon Yara", "2026-02-03"),),
    procedures=Procedures(eerder_beoordeeld=False, cao_procedure=False, rechter=False, strafzaak=False),
)  # fmt: skip
