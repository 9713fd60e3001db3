"""Help, for every command there is: on one screen, in Dutch, with an article and an example that can be typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from klachtcli.cli.app import OPDRACHTEN
from klachtcli.cli.groepen import AUDIT, BEHEER
from klachtcli.cli.hulp import HELFT

Klacht = Callable[..., Any]
ALLE = [
    *OPDRACHTEN,
    *(f"{groep} {naam}" for groep, tabel in (("audit", AUDIT), ("beheer", BEHEER)) for naam in tabel),
]
VOORBEELD = re.compile(r"Voorbeeld: (klacht [^\n]*(?:\n  \S[^\n]*)*)")
# What the parser would say in English of itself, of its options and of its values.
ENGELS = re.compile(
    r"\b(usage|options?|arguments?|commands?|required|default|show|exit|error|missing|invalid|dynamic|range)\b", re.I
)


@pytest.fixture
def hulp(klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """The help of a command on a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    return lambda opdracht: str(klacht(*opdracht.split(), "--help").uit)


def test_alle_opdrachten_staan_op_een_scherm(hulp: Callable[[str], str]) -> None:
    """80 columns and 40 lines, the last of which is where one types on."""
    regels = hulp("").splitlines()
    assert len(regels) <= 39
    assert max(map(len, regels)) <= 80
    for naam, opdracht in OPDRACHTEN.items():
        assert sum(bool(re.search(rf"  {naam} +{re.escape(opdracht.kort)}", r)) for r in regels) == 1, naam


def test_het_eerste_scherm_heeft_drie_voorbeelden(hulp: Callable[[str], str], ontleed: Callable[[str], None]) -> None:
    voorbeelden = re.findall(r"^  (klacht .*?)(?:  .*)?$", hulp(""), re.MULTILINE)
    assert len(voorbeelden) == 3
    for regel in voorbeelden:
        ontleed(regel)


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_wat_een_opdracht_doet_past_in_een_halve_regel(naam: str) -> None:
    breedste = max(map(len, OPDRACHTEN))
    assert 2 + breedste + 2 + len(OPDRACHTEN[naam].kort) < HELFT


@pytest.mark.parametrize("opdracht", ALLE)
def test_elke_opdracht_heeft_een_artikel_en_een_voorbeeld(
    opdracht: str, hulp: Callable[[str], str], ontleed: Callable[[str], None]
) -> None:
    """The article, or that there is none; and an example of this very command that the parser takes."""
    tekst = hulp(opdracht)
    assert re.search(r"^  Artikel: \S[^\n]*\.$", tekst, re.MULTILINE), tekst
    (voorbeeld,) = (" ".join(v.split()) for v in VOORBEELD.findall(tekst))
    assert voorbeeld.startswith(f"klacht {opdracht}")
    ontleed(voorbeeld)


@pytest.mark.parametrize("opdracht", ["", *ALLE])
def test_de_hulp_is_nederlands(opdracht: str, hulp: Callable[[str], str]) -> None:
    """No word of the parser's own is left, on whatever command; what is typed (an option's name) is not looked at."""
    tekst = re.sub(r"--?[a-z][\w-]*", "", hulp(opdracht))
    assert ENGELS.findall(tekst) == []
    assert max(map(len, tekst.splitlines())) <= 80


def test_de_proef_op_de_som_vindt_engels() -> None:
    """The check above would see it."""
    for zin in ("Usage: x", "[required]", "Show this message and exit.", "Commands:", "[default: 7]"):
        assert ENGELS.search(zin), zin


def _regels(tekst: str) -> Iterator[str]:
    yield from (r for r in tekst.splitlines() if r.startswith("  "))


@pytest.mark.parametrize("groep", ["audit", "beheer"])
def test_een_groep_zonder_meer_toont_haar_opdrachten(groep: str, klacht: Klacht) -> None:
    uit = klacht(groep)
    assert uit.code == 2
    namen = {regel.split()[0] for regel in _regels(uit.fout)}
    assert namen >= set({"audit": AUDIT, "beheer": BEHEER}[groep])
