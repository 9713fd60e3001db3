"""What a command imports: a start stays quick only while it does not load what it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import klachtcli
from klachtcli.secretariaat.werkmap import Werkmap

ZWAAR = {"rich", "docxtpl", "docx", "openpyxl", "holidays", "jinja2", "lxml", "pydantic"}
OOK_NIET_VOOR_DE_HULP = {"msgspec", "sqlite3", "cryptography", "dateutil"}
SCRIPT = """
import sys
from klachtcli.cli.start import voer_uit
code = voer_uit(sys.argv[1:])
sys.stdout.flush()
print("\\n##", code, *sorted(sys.modules), file=sys.stderr)
"""


def _modules(*argumenten: str) -> set[str]:
    """The modules that a command loaded, in a process of its own."""
    omgeving = os.environ | {"PYTHONPATH": str(Path(klachtcli.__file__).parents[1])}
    uit = subprocess.run(
        [sys.executable, "-c", SCRIPT, *argumenten],
        env=omgeving,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    code, *modules = uit.stderr.rpartition("## ")[2].split()
    assert code == "0", uit
    return set(modules)


@pytest.mark.parametrize(
    "argumenten",
    [("--help",), ("bereken", "2026-03-20", "2 weken"), ("bereken", "2026-03-20", "2 weken", "--json"), ("termijnen",),
     ("termijnen", "--json"), ("lijst",), ("toets", "--help")],
    ids=" ".join,
)  # fmt: skip
def test_wat_een_opdracht_niet_laadt(argumenten: tuple[str, ...], werkmap: Werkmap, zaak: Callable[..., str]) -> None:
    zaak()
    peil = ("--peildatum", "2026-04-24") if argumenten[0] == "termijnen" else ()
    assert _modules(*argumenten, *peil) & ZWAAR == set()


def test_wat_de_hulp_niet_laadt() -> None:
    assert _modules("--help") & OOK_NIET_VOOR_DE_HULP == set()


def test_elke_zware_module_zou_hier_gezien_worden() -> None:
    """The measurement can fail: what a letter needs is there when a letter's module is loaded."""
    uit = subprocess.run([sys.executable, "-c", "import docxtpl, sys; print(*sys.modules)"], capture_output=True,
    text=True,
                         timeout=60, check=True)  # fmt: skip
    assert {"docxtpl", "docx", "jinja2", "lxml"} <= set(uit.stdout.split())
