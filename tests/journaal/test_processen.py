"""Several processes, and one that is killed: what was said is there, nothing is there half, nothing twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from klachtcli.journaal.schrijver import STUK
from klachtcli.secretariaat import controle, inzien
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import KlaagschriftOntvangen
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

# Each child does real acts by the use cases, on the real clock, and says so in a line when each is done.
SCHRIJVER = """
import os, sys
from datetime import date, timedelta
from pathlib import Path
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

werkmap, naam, aantal = Werkmap(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
print("klaar", flush=True)
sys.stdin.readline()
for n in range(aantal):
    k = Klaagschrift("2026-04-24", bijlage=(Bijlage(f"{naam}-{n}-a"), Bijlage(f"{naam}-{n}-b")))
    gedaan = ontvang(werkmap, k, [f"{naam} {n} a".encode() * 700, f"{naam} {n} b".encode() * 700])
    os.write(1, f"{gedaan.zaak} {naam}-{n}\\n".encode())  # in one piece: an unbuffered print writes word by word
"""
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


def vastgelegd(werkmap: Werkmap) -> dict[str, str]:
    """Case -> which act of which child; each whole: its two attachments there, its own, and none without a case."""
    with werkmap.journaal() as journaal:
        uit, van_een_zaak = {}, set()
        for v in journaal.lees_alles():
            if not isinstance(v.gebeurtenis, KlaagschriftOntvangen):
                continue
            naam = v.gebeurtenis.klaagschrift.bijlage[0].bestand[:-2]
            assert v.zaak not in uit
            uit[v.zaak] = naam
            assert [s.nummer for s in v.gebeurtenis.stukken] == [v.nummer - 2, v.nummer - 1]
            van_een_zaak |= {s.nummer for s in v.gebeurtenis.stukken}
            for s, letter in zip(v.gebeurtenis.stukken, "ab", strict=True):
                assert journaal.lees_stuk(s) == f"{naam.replace('-', ' ')} {letter}".encode() * 700
        stukken = {n for (n,) in journaal._db.execute("SELECT nummer FROM journaal WHERE soort = ?", (STUK,))}
        assert stukken == van_een_zaak
        assert set(journaal.lopende_zaken()) == set(journaal.zaken()) == set(uit)
    return uit


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_kill_op_elk_moment(werkmap: Werkmap) -> None:
    """A writer that is killed at a random moment, twelve times over on one journal.

    Every act that was said is there, at most one that was not yet said is there too, and all are whole. A first writer
    takes back what a killed one left (that looking can, too, is the next test).
    """
    rng, gezegd, totaal = random.Random(20260424), {}, 0
    volgende = begin(SCHRIJVER, str(werkmap.pad), "k0", "1000")
    for ronde in range(12):
        kind, volgende = volgende, begin(SCHRIJVER, str(werkmap.pad), f"k{ronde + 1}", "1000")
        assert lees_regel(kind) == "klaar"
        start(kind)
        regels = [lees_regel(kind)]
        with pytest.raises(subprocess.TimeoutExpired):
            kind.wait(timeout=rng.random() * 0.12)
        kind.send_signal(signal.SIGKILL)
        regels += einde(kind)
        assert kind.returncode == -signal.SIGKILL
        assert all(len(r.split()) == 2 for r in regels), regels
        gezegd |= dict(r.split() for r in regels)
        totaal += len(regels)
        with werkmap.journaal(schrijven=True) as journaal, journaal._db:
            journaal._db.execute("BEGIN IMMEDIATE")
        er_is = vastgelegd(werkmap)
        assert gezegd.items() <= er_is.items()
        assert len(er_is) <= totaal + ronde + 1
        assert sorted(er_is) == [f"K2026-{n:03d}" for n in range(1, len(er_is) + 1)]
        controle.controleer(werkmap)
    volgende.kill()
    einde(volgende)
    assert totaal == len(gezegd) >= 12


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


def test_vier_processen_schrijven_tegelijk(werkmap: Werkmap) -> None:
    """Ten acts each: forty cases, none lost, none twice, each number once; and all of it whole."""
    kinderen = [begin(SCHRIJVER, str(werkmap.pad), f"p{n}", "10") for n in range(4)]
    for kind in kinderen:
        assert lees_regel(kind) == "klaar"
    for kind in kinderen:
        start(kind)
    regels = [r.split() for kind in kinderen for r in einde(kind)]
    assert [kind.returncode for kind in kinderen] == [0] * 4
    assert {naam for _, naam in regels} == {f"p{n}-{m}" for n in range(4) for m in range(10)}
    assert sorted(zaak for zaak, _ in regels) == [f"K2026-{n:03d}" for n in range(1, 41)]
    assert vastgelegd(werkmap) == dict(regels)  # type: ignore[arg-type]
    assert controle.controleer(werkmap)[:3] == (1 + 2 + 40 * 3, 40, 40)


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
