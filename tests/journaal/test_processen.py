"""Half an act that a writer left is taken back by whoever comes next; and several that make one work folder at once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from klachtcli.secretariaat import controle, inzien
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

INRICHTER = """
import sys
from pathlib import Path
from klachtcli.fouten import KlachtFout
from klachtcli.secretariaat.inrichting import richt_in

print("klaar", flush=True)
for regel in sys.stdin:
    try:
        print("nieuw" if richt_in(Path(regel.strip())).nieuw else "bijgewerkt", flush=True)
    except KlachtFout as fout:
        print(fout.code, flush=True)
"""
# An act that outgrows the cache: SQLite then writes to the file before the COMMIT, and dies before it can take it back.
GROOT = """
import os, sys
from pathlib import Path
from klachtcli.secretariaat.werkmap import Werkmap

with Werkmap(Path(sys.argv[1])).journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
    for _ in range(6):
        schrijver.bewaar_stuk("K2026-001", os.urandom(1_000_000))
    os._exit(9)
"""


def begin(script: str, *argumenten: str) -> subprocess.Popen[str]:
    """Start a child on this source; it says 'klaar' when it has loaded all it needs."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *argumenten],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def start(kind: subprocess.Popen[str], regel: str = "") -> None:
    """Let a child go on."""
    assert kind.stdin is not None
    kind.stdin.write(f"{regel}\n")
    kind.stdin.flush()


def lees_regel(kind: subprocess.Popen[str]) -> str:
    """The next line that a child says."""
    assert kind.stdout is not None
    return kind.stdout.readline().strip()


def einde(kind: subprocess.Popen[str]) -> list[str]:
    """Wait for a child; what it still said. Nothing may stand on its standard error."""
    uit, fout = kind.communicate(timeout=30)
    assert fout == "", fout
    return uit.splitlines()


@pytest.fixture
def halverwege(werkmap: Werkmap) -> Werkmap:
    """A work folder in which a writer died with part of its act in the file already."""
    goed = (werkmap.pad / "journaal.sqlite").read_bytes()
    kind = begin(GROOT, str(werkmap.pad))
    assert einde(kind) == []
    assert kind.returncode == 9
    assert (werkmap.pad / "journaal.sqlite-journal").stat().st_size > 0
    assert (werkmap.pad / "journaal.sqlite").read_bytes() != goed
    return werkmap


def test_een_halve_handeling_wordt_teruggenomen(halverwege: Werkmap, klaagschrift: Callable[..., Klaagschrift]) -> None:
    """The next act first takes back what was half done."""
    from klachtcli.secretariaat.ontvangst import ontvang

    assert ontvang(halverwege, klaagschrift(bijlage=(Bijlage("a"),)), [b"a"]).zaak == "K2026-001"
    assert controle.controleer(halverwege).vastleggingen == 5
    assert not (halverwege.pad / "journaal.sqlite-journal").exists()


def test_na_een_halve_handeling_is_te_kijken(halverwege: Werkmap) -> None:
    """Also when the first thing that one does after the power came back is look."""
    assert inzien.termijnen(halverwege, None, inzien.Blik(date(2026, 4, 24))) == []
    assert controle.controleer(halverwege).vastleggingen == 1


def test_vier_keer_init_tegelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One journal that can be used, with the ring that fits; whoever came too late says so and breaks nothing."""
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "sleutels"))
    kinderen = [begin(INRICHTER) for _ in range(4)]
    for kind in kinderen:
        assert lees_regel(kind) == "klaar"
    for ronde in range(6):
        pad = tmp_path / f"zaken{ronde}"
        for kind in kinderen:
            start(kind, str(pad))
        uit = [lees_regel(kind) for kind in kinderen]
        assert uit.count("nieuw") == 1, uit
        assert set(uit) <= {"nieuw", "bijgewerkt", "werkmap-bestaat-al"}, uit
        werkmap = Werkmap(pad)
        with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="jan"):
            assert journaal.zegel().nummer == 1
        assert controle.controleer(werkmap).vastleggingen == 1
        assert {p.name for p in pad.iterdir()} == {"config", "journaal.sqlite", "templates"}
    assert [einde(kind) for kind in kinderen] == [[]] * 4
