"""Faults in short: writers killed, eight at once, a byte changed. The long run is `python -m benchmarks storing`."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))  # the harness is one, and stands with its long run

from benchmarks.meten import Afwijking
from benchmarks.storing.bytes_ import Proef, verander
from benchmarks.storing.doden import Doden, bijwerkers, dood, ingericht, inrichters, schrijvers
from benchmarks.storing.heel import eis_heel, vastgelegd
from benchmarks.storing.moeder import moeder, sleutels_in
from benchmarks.storing.tegelijk import maak_sleutels_tegelijk, schrijf_tegelijk

from klachtcli.fouten import Onbruikbaar
from klachtcli.secretariaat.plekken import JOURNAAL
from klachtcli.secretariaat.werkmap import Werkmap

ZAAD = 20260424
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no fork and SIGKILL here")


@pytest.mark.parametrize(
    ("soort", "nummers", "zaad", "minstens"),
    [
        pytest.param(schrijvers, range(12), ZAAD, 6, id="zaken en brieven, op een moment"),
        pytest.param(schrijvers, range(3, 96, 6), None, 5, id="zaken en brieven, elk een paar stappen verder"),
        pytest.param(inrichters, range(224, 330, 15), None, 1, id="een nieuwe werkmap, bij sleutels en journaal"),
        pytest.param(bijwerkers, range(1, 44, 5), None, 1, id="een journaal van een oudere vorm"),
    ],
)
def test_kill(soort: Doden, nummers: range, zaad: int | None, minstens: int, tmp_path: Path) -> None:
    """What was said is there; nothing is half; what is left over is mended by `beheer controleer`."""
    assert dood(soort, tmp_path / "doden", nummers, zaad)["gezegd"] >= minstens


def test_acht_processen_schrijven_tegelijk(tmp_path: Path) -> None:
    """Two cases each, with a letter: nothing lost, nothing twice, each number once, one key for each case."""
    assert schrijf_tegelijk(tmp_path / "zaken", 8, 2) == 32
    assert maak_sleutels_tegelijk(tmp_path / "sleutels", 8, 5) == 40


# ---- a byte changed ----


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkmap]:
    """A work folder with cases, attachments and letters, on the real clock."""
    map_ = tmp_path_factory.mktemp("bytes")
    with sleutels_in(map_ / "sleutels"), moeder() as m:
        werkmap = ingericht(map_ / "zaken")
        m.laat(("handel", str(werkmap.pad), "eerst", "4"))
        yield werkmap


def bestand(werkmap: Werkmap, naam: str) -> Path:
    """The journal, or a file of its ring."""
    with werkmap.journaal() as journaal:
        return werkmap.pad / naam if naam == JOURNAAL else journaal.ring.pad / naam


@pytest.mark.parametrize(("naam", "aantal"), [(JOURNAAL, 300), ("ring.sqlite", 150)])
def test_een_veranderde_byte(gevuld: Werkmap, naam: str, aantal: int) -> None:
    """Found, or in a place that holds nothing; and both do come about."""
    gevonden = verander(gevuld, bestand(gevuld, naam), aantal, ZAAD)
    assert [wat for oordeel, wat in gevonden if oordeel == "NIET ONTDEKT"] == []
    assert {oordeel for oordeel, _ in gevonden} == {"ontdekt", "raakt niets"}
    assert gevonden.total() == aantal


@pytest.mark.parametrize("naam", [JOURNAAL, "ring.sqlite"])
def test_elke_byte_van_het_begin(gevuld: Werkmap, naam: str) -> None:
    """The header of SQLite: also what would let it write in another way, such as beside the file."""
    proef = Proef(gevuld, bestand(gevuld, naam))
    oordelen = {plek: proef.beoordeel(plek, 3) for plek in range(100)}
    assert [wat for oordeel, wat in oordelen.values() if oordeel == "NIET ONTDEKT"] == []
    assert {plek for plek, (oordeel, _) in oordelen.items() if oordeel == "ontdekt"} >= {*range(24)}
    assert [*proef.pad.parent.glob(f"{naam}-*")] == []


def test_elke_byte_van_de_hoofdsleutel(gevuld: Werkmap) -> None:
    proef = Proef(gevuld, bestand(gevuld, "hoofdsleutel"))
    assert Counter(proef.beoordeel(plek, 1)[0] for plek in range(32)) == {"ontdekt": 32}


# ---- the harness itself ----


def test_de_proef_met_bytes_kan_falen(gevuld: Werkmap) -> None:
    """With a check that sees nothing a byte of a sealed content is told, and one that holds nothing is not."""
    pad = bestand(gevuld, JOURNAAL)
    with gevuld.journaal() as journaal:
        (inhoud,) = journaal._db.execute("SELECT inhoud FROM journaal WHERE nummer = 1").fetchone()
    blind = Proef(gevuld, pad, kijk=lambda _: None)
    assert blind.beoordeel(blind.ruw.index(inhoud), 1)[0] == "NIET ONTDEKT"
    assert blind.beoordeel(80, 1) == ("raakt niets", "kop: gereserveerd")


def _nooit_gedaan(werkmap: Werkmap) -> dict[str, str]:
    return {"ontvangen K2026-999": "r0-1"}


def _een_bijlage_te_veel(werkmap: Werkmap) -> dict[str, str]:
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        schrijver.bewaar_stuk("K2026-001", b"los")
    return {}


def _brief_weg(werkmap: Werkmap) -> dict[str, str]:
    gezegd = vastgelegd(werkmap)
    next(werkmap.pad.glob("brieven/*/*.docx")).unlink()
    return gezegd


@pytest.mark.parametrize("stuk", [_nooit_gedaan, _een_bijlage_te_veel, _brief_weg])
def test_de_proef_met_schrijvers_kan_falen(stuk: Callable[[Werkmap], dict[str, str]], tmp_path: Path) -> None:
    """What was said and is not there, what is half, and a letter that was said and is gone."""
    with sleutels_in(tmp_path / "sleutels"), moeder() as m:
        werkmap = ingericht(tmp_path / "zaken")
        m.laat(("handel", str(werkmap.pad), "eerst", "1"))
        eis_heel(werkmap, {}, niet_gezegd=2)
        with pytest.raises((Afwijking, Onbruikbaar)):
            eis_heel(werkmap, stuk(werkmap), niet_gezegd=2)
