"""The tour in README.md, run as it stands: what a secretary types, and what comes back.

With KLACHT_README=bijwerken the test writes what came back into README.md instead of comparing it.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from klachtcli.cli.start import voer_uit

README = Path(__file__).parents[1] / "README.md"
COMMISSIE = Path(__file__).parents[1] / "voorbeelden" / "commissie.toml"
BLOK = re.compile(r"```console\n(.*?)```", re.DOTALL)
BESTAND = re.compile(r"`klaagschrift\.toml`:\n\n```toml\n(.*?)```", re.DOTALL)
ZEGEL = re.compile(r"zegel (\d+)-[0-9a-f]{16}")


@pytest.fixture
def in_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bevries: Callable[[str], object]) -> Path:
    """An empty folder to work in, with the file of the tour."""
    bevries("2026-04-28T10:00")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "elders"))
    monkeypatch.delenv("KLACHT_MAP", raising=False)
    gevonden = BESTAND.search(README.read_text(encoding="utf-8"))
    assert gevonden is not None
    (tmp_path / "klaagschrift.toml").write_text(gevonden[1], encoding="utf-8")
    return tmp_path


def test_de_rondleiding_klopt(in_map: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tekst = README.read_text(encoding="utf-8")
    nieuw = BLOK.sub(lambda blok: f"```console\n{''.join(_speel(blok[1], in_map, capsys))}```", tekst)
    if os.environ.get("KLACHT_README") == "bijwerken":
        README.write_text(nieuw, encoding="utf-8")
    assert nieuw == tekst


# The legal dates of the tour, counted by hand: which term, counted from which day, and its last day.
# Received Friday 24 April 2026; Monday 27 April is Koningsdag, so the five working days are 28, 29, 30 April, 1, 4 May.
# Complete from the day of receipt: two weeks. Ontvankelijk on 28 April: eight weeks.
MET_DE_HAND = [
    ("ontvangstbevestiging", "art. 9 lid 4", "2026-04-24", "2026-05-04"),
    ("beslissing over de ontvankelijkheid", "art. 10 lid 1", "2026-04-24", "2026-05-08"),
    ("advies aan de werkgever", "art. 12 lid 2", "2026-04-28", "2026-06-23"),
]


def test_de_data_van_de_rondleiding_kloppen(in_map: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever README says: what the tour gives is what the regulation says; the first time that each term is shown."""
    blokken = BLOK.findall(README.read_text(encoding="utf-8"))
    uit = "".join(regel for blok in blokken for regel in _speel(blok, in_map, capsys))
    for naam, artikel, vanaf, uiterlijk in MET_DE_HAND:
        gevonden = re.search(rf"^K2026-001  {naam} +{artikel} +(\S+) +(\S+) ", uit, re.MULTILINE)
        assert gevonden is not None, naam
        assert gevonden.groups() == (vanaf, uiterlijk), naam


def _speel(blok: str, in_map: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    """Each line that begins with `$`, followed by what it gave. `cd` is the only other command."""
    eerste = True
    for regel in blok.splitlines():
        if not regel.startswith("$ "):
            continue
        yield f"{regel}\n" if eerste else f"\n{regel}\n"
        eerste = False
        woorden = shlex.split(regel[2:], comments=True)
        if woorden[0] == "cd":
            os.chdir(woorden[1])
            Path("config/commissie.toml").write_bytes(COMMISSIE.read_bytes())  # what the tour says to fill in
            continue
        voer_uit(woorden[1:])
        vangst = capsys.readouterr()
        uit = (vangst.out + vangst.err).replace(str(in_map / "elders"), "~/.config/klacht/sleutels")
        yield ZEGEL.sub(r"zegel \1-3f1c0a…", uit).rstrip("\n") + "\n"
