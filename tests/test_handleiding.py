"""The documents hold what the code does: every command, screen, example and path in them."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from klachtcli import __version__
from klachtcli.cli import handleiding, scherm
from klachtcli.cli.app import OPDRACHTEN

WORTEL = Path(__file__).parents[1]
DOCS = WORTEL / "docs"
HANDLEIDING = (DOCS / "handleiding.md").read_text(encoding="utf-8")
ARCHITECTUUR = (DOCS / "architectuur.md").read_text(encoding="utf-8")
Klacht = Callable[..., Any]
BIJ = "python -m tools.maak_handleiding"


@pytest.fixture(scope="module")
def tools() -> Iterator[Any]:
    """The scripts of this checkout."""
    sys.path.insert(0, str(WORTEL))
    try:
        from tools import maak_handleiding

        yield maak_handleiding
    finally:
        sys.path.remove(str(WORTEL))


def test_elke_opdracht_staat_erin_zoals_zij_is(tools: Any) -> None:
    assert tools.bijgewerkt(HANDLEIDING) == HANDLEIDING, f"de handleiding loopt achter: {BIJ}"


def test_de_schermen_zijn_echt(tools: Any, tmp_path: Path) -> None:
    """What can be read in every picture is what the commands show now; each is small, and fetches nothing."""
    gemaakt = dict(tools.schermen.voer(tmp_path))
    for naam, svg in gemaakt.items():
        bewaard = (DOCS / "schermen" / naam).read_text(encoding="utf-8")
        assert tools.schermen.tekst(bewaard) == tools.schermen.tekst(svg), f"{naam} loopt achter: {BIJ}"
        assert len(bewaard) < 60_000
        assert "prefers-color-scheme: dark" in bewaard
        assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", bewaard) == []
        assert f"(schermen/{naam})" in HANDLEIDING
    assert {pad.name for pad in (DOCS / "schermen").iterdir()} == set(gemaakt)


def _opdrachten(tekst: str) -> list[str]:
    """Every command line: in a block, or between backticks with something behind `klacht`."""
    voor = tekst.partition("<!-- opdrachten")[0]
    blokken = "\n".join(re.findall(r"^```sh\n(.*?)^```", voor, re.MULTILINE | re.DOTALL))
    los = re.findall(r"`(klacht [^`]+)`", voor)
    return [r for r in (*blokken.splitlines(), *los) if r.startswith("klacht ") and "--help" not in r]


@pytest.mark.parametrize("regel", dict.fromkeys(_opdrachten(HANDLEIDING) + _opdrachten(ARCHITECTUUR)))
def test_wat_er_staat_kan_worden_getypt(regel: str, ontleed: Callable[[str], None]) -> None:
    """Read by the parser, not done."""
    ontleed(regel)


def test_er_is_genoeg_om_te_typen() -> None:
    """The table above is not empty by accident, and the way from A to Z passes every kind of act."""
    woorden = {regel.split()[1] for regel in _opdrachten(HANDLEIDING)}
    assert woorden >= {"ontvang", "toets", "besluit", "hoor", "feiten", "adviseer", "beslis", "sluit", "overzicht"}


@pytest.mark.parametrize("tekst", [HANDLEIDING.partition("<!--")[0], ARCHITECTUUR], ids=["handleiding", "architectuur"])
def test_elk_pad_bestaat(tekst: str) -> None:
    paden = re.findall(r"`((?:src|config|templates|tools|cli|secretariaat|audit|zaak)/[\w./-]+)`", tekst)
    assert paden
    for pad in paden:
        assert any((wortel / pad).exists() for wortel in (WORTEL, WORTEL / "src" / "klachtcli")), pad


def test_de_kaart_kent_elke_laag() -> None:
    lagen = {pad.name for pad in (WORTEL / "src" / "klachtcli").iterdir() if (pad / "__init__.py").exists()}
    assert {laag for laag in lagen if f"| `{laag}` |" not in ARCHITECTUUR} == set()


def test_publiccode() -> None:
    """The fields that every publiccode.yml has, and this version."""
    tekst = (WORTEL / "publiccode.yml").read_text(encoding="utf-8")
    velden = dict(re.findall(r'^ {0,2}(\w+): ?"?([^"\n]*)"?$', tekst, re.MULTILINE))
    assert velden["softwareVersion"] == __version__
    assert (
        velden["license"]
        == tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"]
    )
    for veld in ("publiccodeYmlVersion", "name", "platforms", "categories", "developmentStatus", "softwareType",
                 "description", "legal", "maintenance", "localisation"):  # fmt: skip
        assert veld in velden
    assert f"## {__version__} - {velden['releaseDate']}" in (WORTEL / "CHANGELOG.md").read_text(encoding="utf-8")
    for zin in re.findall(r"shortDescription: (.*)", tekst):
        assert len(zin) <= 150


# ---- klacht handleiding ----

ONDERWERPEN = [
    ("de hele kop", "De eerste ochtend", "## De eerste ochtend"),
    ("zonder hoofdletters", "bewaren en vernietigen", "## Bewaren en vernietigen"),
    ("een deel van een kop", "nieuwe laptop", "### … ik een nieuwe laptop krijg"),
    ("een opdracht", "klacht toets", "### klacht toets"),
    ("een opdracht zonder klacht", "audit zegel", "### klacht audit zegel"),
    ("de AVG", "avg", "### … iemand om zijn gegevens vraagt (AVG)"),
]


@pytest.mark.parametrize(("_", "onderwerp", "kop"), ONDERWERPEN, ids=[o[0] for o in ONDERWERPEN])
def test_een_onderwerp(_: str, onderwerp: str, kop: str, klacht: Klacht) -> None:
    """From its head to the next of its level."""
    uit = klacht("handleiding", onderwerp)
    assert (uit.code, uit.fout) == (0, "")
    assert uit.uit.startswith(f"{kop}\n")
    diepte = kop.split()[0]
    assert sum(r.startswith(f"{diepte} ") for r in re.sub(r"```.*?```", "", uit.uit, flags=re.DOTALL).splitlines()) == 1


def test_zonder_onderwerp_alles_behalve_de_lijst(klacht: Klacht) -> None:
    uit = klacht("handleiding").uit
    assert uit.startswith("# Handleiding van klacht\n")
    for deel in handleiding.delen(HANDLEIDING):
        assert (f"{'#' * deel.diepte} " in uit and deel.kop in uit.replace("`", "")) or deel.kop.startswith("klacht ")
    assert "](schermen/" not in uit
    assert "<!--" not in uit
    lijst = klacht("handleiding", "alle opdrachten").uit
    assert all(f"### klacht {naam}\n" in lijst for naam in OPDRACHTEN)


def test_een_onderwerp_dat_er_niet_is(klacht: Klacht) -> None:
    klacht("handleiding", "laptob").eis_fout(2, "onderwerp-onbekend", 'Bedoelt u "… ik een nieuwe laptop krijg"?')
    klacht("handleiding", "xyzzy").eis_fout(2, "onderwerp-onbekend", "Er zijn: De eerste ochtend, ")


@pytest.mark.parametrize("breed", [80, 120])
def test_op_een_terminal_past_het(breed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the screen, nor than is pleasant to read; heads stand out, not by their colour alone."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    getekend = scherm._opgemaakt(handleiding.lees(), min(breed, scherm.RUIM))
    kaal = re.sub(r"\x1b\[[\d;]*m", "", getekend)
    assert max(len(r.rstrip()) for r in kaal.splitlines()) <= min(breed, scherm.RUIM)
    assert "\x1b[1" in getekend
