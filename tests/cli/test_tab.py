"""What Tab fills in: as the shells ask it, and in the shells themselves where this machine has them."""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from klachtcli.cli import tab
from klachtcli.cli.app import OPDRACHTEN
from klachtcli.cli.groepen import AUDIT
from klachtcli.journaal.nummers import zaaknummers
from klachtcli.secretariaat.werkmap import Werkmap

Klacht = Callable[..., Any]
BRON = Path(__file__).parents[2] / "src"
BESLUITEN = {"compleet", "ontvankelijk", "advies-niet-ontvankelijk", "niet-ontvankelijk"}
PARTIJEN = {"klager", "aangeklaagde", "aangeklaagde-2"}
WIE = {*PARTIJEN, "werkgever", "genodigde-1"}


@pytest.fixture
def vult(klacht: Klacht) -> Callable[..., set[str]]:
    """The candidates for what is typed: the words before the cursor, and last the one being typed."""

    def vraag(*woorden: str) -> set[str]:
        uit = klacht("--tab", f"={woorden[-1]}", *woorden[:-1])
        assert (uit.code, uit.fout) == (0, "")
        return {regel.split("\t")[0] for regel in uit.uit.splitlines() if regel}

    return vraag


# The words, the last of which is being typed; and all that may come there. Case 1 of 2026 exists.
GEVALLEN: list[tuple[str, tuple[str, ...], set[str]]] = [
    ("elke opdracht", ("",), set(OPDRACHTEN)),
    ("een begin van een opdracht", ("ver",), {"verslag", "verdaag"}),
    ("elke opdracht van een groep", ("audit", ""), set(AUDIT)),
    ("een begin daarvan", ("beheer", "her"), {"herstel"}),
    ("een optie", ("toets", "--p"), {"--proef"}),
    ("een optie van een groep in een groep", ("audit", "zegel", "--te"), {"--tegen"}),
    ("een zaak", ("toets", ""), {"K2026-001"}),
    ("een zaak, met het jaar begonnen", ("toets", "2026"), {"2026-001"}),
    ("een zaak die er niet is", ("toets", "K2025"), set()),
    ("een zaak achter een optie", ("overzicht", "--zaak", "K"), {"K2026-001"}),
    ("nog een zaak, waar er meer mogen", ("audit", "pakket", "1", "K"), {"K2026-001"}),
    ("een soort brief", ("brief", "1", "afs"), {"afschrift-klacht", "afschrift-advies"}),
    (
        "een soort brief na opties",
        ("brief", "--aan", "klager", "1", "--proef", "uitnodiging-k"),
        {"uitnodiging-klager"},
    ),
    ("een keuze", ("besluit", "1", ""), BESLUITEN),
    ("een partij achter een optie", ("brief", "1", "advies", "--aan", ""), WIE),
    ("aan de optie vast", ("brief", "1", "--aan=kl"), {"--aan=klager"}),
    ("zoals bash dat in stukken geeft", ("brief", "1", "--aan", "=", "kl"), {"klager"}),
    ("een partij als waarde", ("adres", "1", ""), PARTIJEN),
    ("een bestand", ("adres", "1", "klager", ""), {tab.BESTANDEN}),
    ("een map", ("--map", ""), {tab.BESTANDEN}),
    ("de tekst van een reden", ("sluit", "1", "--reden", ""), set()),
    ("na een opdracht die niet bestaat", ("xyzzy", ""), set()),
    ("meer dan er op de regel past", ("toets", "1", ""), set()),
]


@pytest.mark.parametrize(("_", "woorden", "verwacht"), GEVALLEN, ids=[g[0] for g in GEVALLEN])
def test_tab(
    _: str, woorden: tuple[str, ...], verwacht: set[str], vult: Callable[..., set[str]], zaak: Callable[..., str]
) -> None:
    zaak()
    assert vult(*woorden) == verwacht


def test_nooit_een_naam(vult: Callable[..., set[str]], zaak: Callable[..., str], persoonlijk: tuple[str, ...]) -> None:
    """After every command and every option of it, with a case in the work folder."""
    zaak()
    gezien: set[str] = set()
    for naam in OPDRACHTEN:
        opties = vult(naam, "--")
        gezien |= opties | vult(naam, "") | vult(naam, "1", "")
        gezien.update(*(vult(naam, "1", optie, "") for optie in opties))
    assert "K2026-001" in gezien
    assert [w for w in persoonlijk if w.casefold() in " ".join(gezien).casefold()] == []


def test_map_kiest_de_werkmap(
    vult: Callable[..., set[str]], zaak: Callable[..., str], werkmap: Werkmap, tmp_path: Path
) -> None:
    zaak()
    (tmp_path / "leeg").mkdir()
    assert vult("--map", str(tmp_path / "leeg"), "toets", "") == set()
    assert vult("toets", "--map", str(werkmap.pad), "") == {"K2026-001"}


STIL = ("geen werkmap", "kapot", "leeg bestand", "op slot", "zonder sleutels", "kapotte brieven")


@pytest.mark.parametrize("hoe", STIL)
def test_stil_waar_iets_niet_klopt(
    hoe: str, vult: Callable[..., set[str]], zaak: Callable[..., str], werkmap: Werkmap, tmp_path: Path
) -> None:
    """No word, no error and no waiting; `vult` demands code 0 and an empty stderr."""
    zaak()
    journaal = werkmap.pad / "journaal.sqlite"
    if hoe == "geen werkmap":
        journaal.unlink()
    elif hoe == "kapot":
        journaal.write_bytes(b"geen database" * 100)
    elif hoe == "leeg bestand":
        journaal.write_bytes(b"")
    elif hoe == "zonder sleutels":
        shutil.rmtree(tmp_path / "sleutels")
    elif hoe == "kapotte brieven":
        (werkmap.sjablonen / "letters.toml").write_bytes(b"\xff[[[")
    slot = sqlite3.connect(journaal) if hoe == "op slot" else None
    if slot:
        slot.execute("BEGIN EXCLUSIVE")
    try:
        zaken, brieven = vult("toets", ""), vult("brief", "1", "")
    finally:
        if slot:
            slot.close()
    leest = hoe in ("zonder sleutels", "kapotte brieven")  # numbers are plain: no key is asked for
    assert zaken == ({"K2026-001"} if leest else set())
    assert bool(brieven) == (hoe not in ("geen werkmap", "kapotte brieven"))


@pytest.mark.parametrize("argumenten", [[], ["="], ["zonder is-teken"], ["=", "--map"], ["=x", "", "", "--"]])
def test_een_vreemde_vraag_van_een_schelp(argumenten: list[str], klacht: Klacht) -> None:
    uit = klacht("--tab", *argumenten)
    assert (uit.code, uit.fout) == (0, "")


def test_de_laatste_zaken_eerst(tmp_path: Path) -> None:
    zaken = [f"K{jaar}-{n:03d}" for jaar in (2025, 2026) for n in range(1, 4)]
    with closing(sqlite3.connect(tmp_path / "j")) as db:
        db.execute("CREATE TABLE journaal (nummer INTEGER, zaak TEXT)")
        db.executemany("INSERT INTO journaal VALUES (1, ?)", [("",), *((z,) for z in zaken for _ in range(3))])
        db.commit()
    assert zaaknummers(tmp_path / "j", 4) == ["K2026-003", "K2026-002", "K2026-001", "K2025-003"]
    assert zaaknummers(tmp_path / "j", 99) == zaken[::-1]
    assert zaaknummers(tmp_path / "niet", 4) == []


ZWAAR = ("rich", "docx", "docxtpl", "jinja2", "lxml", "openpyxl", "cryptography", "icalendar", "bagit")


@pytest.mark.parametrize(
    ("woorden", "niet"),
    [(("=to",), ZWAAR), (("=", "audit"), ZWAAR), (("=K", "toets"), ("openpyxl", "docx", "docxtpl", "lxml", "rich")),
     (("=afs", "brief", "1"), ("openpyxl", "docx", "docxtpl", "lxml", "rich"))],
    ids=["opdracht", "groep", "zaak", "brief"],
)  # fmt: skip
def test_tab_laadt_niets_zwaars(woorden: tuple[str, ...], niet: tuple[str, ...], werkmap: Werkmap) -> None:
    """Who presses Tab waits: what a command itself needs to draw, write or unseal is not loaded."""
    code = "import sys; from klachtcli.cli.start import voer_uit; voer_uit(sys.argv[1:]); print(*sys.modules)"
    uit = subprocess.run([sys.executable, "-c", code, "--tab", *woorden], env={**os.environ, "PYTHONPATH": str(BRON)},
                         capture_output=True, text=True, check=True)  # fmt: skip
    assert set(uit.stdout.splitlines()[-1].split()) & set(niet) == set()


# ---- de schelpen zelf ----

# What is typed up to the cursor, and what comes in its place (the shells break words each in their own way).
IN_SCHELP = [
    ("klacht ver", ["verdaag", "verslag"]),
    ("klacht toets K", ["K2026-001"]),
    ("klacht sluit 1 --reden ", []),
]


@pytest.fixture
def omgeving(werkmap: Werkmap, tmp_path: Path) -> dict[str, str]:
    """An environment in which `klacht` is this checkout."""
    bak = tmp_path / "bin"
    bak.mkdir()
    (bak / "klacht").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m klachtcli "$@"\n')
    (bak / "klacht").chmod(0o755)
    return {**os.environ, "PYTHONPATH": str(BRON), "PATH": f"{bak}:{os.environ['PATH']}", "HOME": str(tmp_path)}


def _draai(schelp: list[str], script: str, omgeving: dict[str, str]) -> list[str]:
    uit = subprocess.run([*schelp, script], env=omgeving, capture_output=True, text=True, check=True, timeout=30)
    assert uit.stderr == "", uit.stderr
    return uit.stdout.splitlines()


def _geciteerd(typt: str) -> str:
    """The words as a shell keeps them; the last may be empty."""
    return " ".join(shlex.quote(woord) for woord in typt.split(" "))


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash staat hier niet")
def test_in_bash(omgeving: dict[str, str], zaak: Callable[..., str], tmp_path: Path) -> None:
    """The words as readline cuts them, the last of which is being typed."""
    zaak()
    regels = ['eval "$(klacht completion bash)"', "compopt() { echo bestanden; }"]
    for typt, _ in IN_SCHELP:
        regels.append(f"COMP_WORDS=({_geciteerd(typt)}); COMP_CWORD={typt.count(' ')}")
        regels.append("_klacht; printf '%s\\n' \"$(printf '%s\\n' \"${COMPREPLY[@]}\" | sort | tr '\\n' ' ')\"")
    regels.append("COMP_WORDS=(klacht adres 1 klager ''); COMP_CWORD=4; _klacht")
    *gevonden, bestand = _draai(["bash", "--norc", "-c"], "\n".join(regels), omgeving)
    assert [g.split() for g in gevonden] == [verwacht for _, verwacht in IN_SCHELP]
    assert bestand == "bestanden"


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish staat hier niet")
def test_in_fish(omgeving: dict[str, str], zaak: Callable[..., str]) -> None:
    """fish itself says what it would offer; a file is one it finds."""
    zaak()
    vragen = [f"complete -C '{typt}'; echo ." for typt, _ in IN_SCHELP]
    uit = _draai(["fish", "-N", "-c"], "\n".join(["klacht completion fish | source", *vragen]), omgeving)
    gevonden = [[r.split("\t")[0] for r in deel.splitlines()] for deel in "\n".join(uit).split("\n.")]
    assert [sorted(filter(None, g)) for g in gevonden[:-1]] == [verwacht for _, verwacht in IN_SCHELP]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh staat hier niet")
def test_in_zsh(omgeving: dict[str, str], zaak: Callable[..., str]) -> None:
    """The function that zsh calls, with its words, and what it hands to compadd."""
    zaak()
    regels = ["compdef() { : }", 'eval "$(klacht completion zsh)"', "compadd() { print -l -- $woorden }",
              "_files() { print bestanden }"]  # fmt: skip
    for typt, _ in [*IN_SCHELP, ("klacht adres 1 klager ", [])]:
        regels.append(f"words=({_geciteerd(typt)}); CURRENT={typt.count(' ') + 1}; _klacht; print .")
    uit = "\n".join(_draai(["zsh", "-f", "-c"], "\n".join(regels), omgeving))
    *gevonden, bestand, _ = uit.split("\n.")
    assert [sorted(g.split()) for g in gevonden] == [verwacht for _, verwacht in IN_SCHELP]
    assert bestand.split() == ["bestanden"]


def test_voor_powershell(klacht: Klacht) -> None:
    """Its protocol: a native completer for klacht, that gives CompletionResults for the words before the cursor."""
    script = klacht("completion", "powershell").uit
    for deel in ("Register-ArgumentCompleter -Native -CommandName klacht -ScriptBlock {",
                 "param($wordToComplete, $commandAst, $cursorPosition)", '--tab "=$wordToComplete"',
                 "[System.Management.Automation.CompletionResult]::new("):  # fmt: skip
        assert deel in script
    assert script.count("{") == script.count("}")


@pytest.mark.parametrize("schelp", ["bash", "zsh", "fish", "powershell"])
def test_het_script_zegt_hoe_het_aan_gaat(schelp: str, klacht: Klacht) -> None:
    script = klacht("completion", schelp)
    assert script.code == 0
    assert f"klacht completion {schelp}" in script.uit
    assert f"klacht completion {schelp}" in klacht("completion", "--help").uit
