"""Rubbish in: whatever stands in a file that somebody gives or edits, a command does its work or says one sentence.

Each row of SOORTEN is a kind of file: a shipped example, where it is put, and the command that reads it. Bytes are
changed at random; or, so that what lies deeper is reached, the bytes of a part within a zip (docx, xlsx), or a value in
a table, which stays a table.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings, strategies as st

from klachtcli import klok
from klachtcli.cli.start import voer_uit
from klachtcli.secretariaat.inrichting import meegeleverd, richt_in
from klachtcli.secretariaat.werkmap import Werkmap

VOORBEELDEN = Path(__file__).parents[1] / "voorbeelden"
AANTAL = int(os.environ.get("ROMMEL", "12"))  # examples a row; a long run asks for more


class Soort(NamedTuple):
    """A kind of file: what is right, where the changed one goes ('{}' in the command is that place), who reads it."""

    naam: str
    goed: Callable[[Werkmap], bytes]
    plek: str
    opdracht: tuple[str, ...]


def _voorbeeld(naam: str) -> Callable[[Werkmap], bytes]:
    return lambda _: (VOORBEELDEN / naam).read_bytes()


def _meegeleverd(naam: str) -> Callable[[Werkmap], bytes]:
    return lambda _: (meegeleverd() / naam).read_bytes()


def _als_json(naam: str) -> Callable[[Werkmap], bytes]:
    return lambda w: json.dumps(tomllib.loads(_voorbeeld(naam)(w).decode()), default=str, ensure_ascii=False).encode()


def _werkboek(w: Werkmap) -> bytes:
    pad = w.pad.parent / "overzicht.xlsx"
    if not pad.exists():
        assert voer("overzicht", "-o", str(pad)).code == 0
    return pad.read_bytes()


def _formulier(w: Werkmap) -> bytes:
    """With its boxes, and something in them."""
    pad, uit = w.pad.parent / "formulier.docx", io.BytesIO()
    if not pad.exists():
        assert voer("formulier", "-o", str(pad)).code == 0
    with zipfile.ZipFile(pad) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, oud.read(naam).replace(b"<w:t>Klik hier en typ<", b"<w:t>Karin van Rommel<"))
    return uit.getvalue()


_ONTVANG = ("ontvang", str(VOORBEELDEN / "klaagschrift.toml"), "--proef")
_BRIEF = ("brief", "1", "ontvangstbevestiging", "--proef")
_REGELING = "config/regelingen/tk-ongewenste-omgangsvormen/2021-05-01.toml"
# A file that others read is a row more.
SOORTEN = [
    Soort("klaagschrift", _voorbeeld("klaagschrift.toml"), "in.toml", ("ontvang", "{}", "--proef")),
    Soort("klaagschrift als JSON", _als_json("klaagschrift.toml"), "in.json", ("ontvang", "{}", "--proef", "--json")),
    Soort("e-mail", _voorbeeld("bericht.eml"), "in.eml", ("ontvang", "{}", "--proef")),
    Soort("formulier", _formulier, "in.docx", ("ontvang", "{}", "--op", "2026-06-01", "--ja", "--proef")),
    Soort("aanvulling", _voorbeeld("aanvulling.toml"), "in.toml", ("vul-aan", "1", "{}", "--proef")),
    Soort("adres", _voorbeeld("adres.toml"), "in.toml", ("adres", "1", "aangeklaagde", "{}", "--proef")),
    Soort("betrokkene", _voorbeeld("betrokkene.toml"), "in.toml", ("betrek", "1", "{}", "--proef")),
    Soort("advies", _voorbeeld("advies.toml"), "in.toml", ("adviseer", "1", "{}", "--proef")),
    Soort("gegevens", _voorbeeld("doorverwijzing.toml"), "in.toml",
          ("brief", "1", "doorverwijzing", "--gegevens", "{}", "--proef")),
    Soort("commissie", _voorbeeld("commissie.toml"), "zaken/config/commissie.toml", _BRIEF),
    Soort("fracties", _meegeleverd("config/fracties.toml"), "zaken/config/fracties.toml", ("toets", "1", "--proef")),
    Soort("wegwijzer", _meegeleverd("config/wegwijzer.toml"), "zaken/config/wegwijzer.toml",
          ("route", "--klager", "ambtenaar", "--aangeklaagde", "kamerlid", "--over", "anders")),
    Soort("signalen", _meegeleverd("config/signalen.toml"), "zaken/config/signalen.toml", ("signalen",)),
    Soort("kalender", _meegeleverd("config/kalender/termijnenwet.toml"), "zaken/config/kalender/termijnenwet.toml",
          _ONTVANG),
    Soort("regeling", _meegeleverd(_REGELING), f"zaken/{_REGELING}", _ONTVANG),
    Soort("soorten brieven", _meegeleverd("templates/letters/letters.toml"), "zaken/templates/letters/letters.toml",
          _BRIEF),
    Soort("sjabloon", _meegeleverd("templates/letters/ontvangstbevestiging.docx"),
          "zaken/templates/letters/ontvangstbevestiging.docx", _BRIEF),
    Soort("werkboek", _werkboek, "in.xlsx", ("overzicht", "lees", "{}", "--proef")),
]  # fmt: skip


class Uitvoer(NamedTuple):
    """What a command gave back."""

    code: int
    uit: str
    fout: str


def voer(*argumenten: str) -> Uitvoer:
    """Run the command line in this process."""
    uit, fout = io.StringIO(), io.StringIO()
    with redirect_stdout(uit), redirect_stderr(fout):
        code = voer_uit(argumenten)
    return Uitvoer(code, uit.getvalue(), fout.getvalue())


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkmap]:
    """A work folder with one case, on one day."""
    basis = tmp_path_factory.mktemp("rommel")
    with pytest.MonkeyPatch.context() as m:
        m.setenv("KLACHT_SLEUTELMAP", str(basis / "sleutels"))
        m.setenv("KLACHT_MAP", str(basis / "zaken"))
        m.setattr(klok, "nu", lambda: datetime(2026, 6, 24, 10, tzinfo=UTC))
        m.chdir(basis)
        w = richt_in(basis / "zaken").werkmap
        shutil.copyfile(VOORBEELDEN / "commissie.toml", w.config / "commissie.toml")
        assert voer("ontvang", str(VOORBEELDEN / "klaagschrift.toml")).code == 0
        yield w


# ---- what becomes of bytes ----

_STUKJES = [
    b"", b"\x00", b"\xff\xfe", b"\n", b'"', b"'''", b"[", b"]", b"{", b"}", b"[[", b"= ", b"-1", b"1e999", b"nan",
    b"true", b"9999-12-31", b"0001-01-01", b"2026-02-30", b"T25:00:00", b"P1Y", b"P99999999999D", b"\xc3\xa9",
    b"\xe2\x80\xae", b"{{ x }}", b"{% for %}", b"{%p if x %}", b"<", b"&#0;", b"<!DOCTYPE a>", b"\\u0000", b"\\ud800",
    b"9" * 400,
]  # fmt: skip
# Where (a part of the whole), how much goes, and what comes in its place.
_WIJZIGING = st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 1, 1, 2, 7, 40, 400]),
                       st.one_of(st.sampled_from(_STUKJES), st.binary(max_size=6)))  # fmt: skip
_WIJZIGINGEN = st.lists(_WIJZIGING, min_size=1, max_size=5)


def verander(ruw: bytes, wijzigingen: list[tuple[float, int, bytes]]) -> bytes:
    """Bytes with pieces taken out and put in."""
    for plek, weg, erbij in wijzigingen:
        n = int(plek * len(ruw))
        ruw = ruw[:n] + erbij + ruw[n + weg :]
    return ruw


def verander_binnen(ruw: bytes, welk: float, wijzigingen: list[tuple[float, int, bytes]]) -> bytes:
    """A zip in which one part is changed so."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ruw)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        namen = oud.namelist()
        gekozen = namen[min(int(welk * len(namen)), len(namen) - 1)]
        for naam in namen:
            deel = oud.read(naam)
            nieuw.writestr(naam, verander(deel, wijzigingen) if naam == gekozen else deel)
    return uit.getvalue()


def verander_waarden(ruw: bytes, wijzigingen: list[tuple[float, object]]) -> bytes:
    """A table, as JSON, in which values are others: any value, of any kind, or gone."""
    tabel: Any = json.loads(ruw) if ruw.startswith(b"{") else tomllib.loads(ruw.decode())
    for plek, waarde in wijzigingen:
        if not (plekken := list(_plekken(tabel))):
            break
        houder, sleutel = plekken[min(int(plek * len(plekken)), len(plekken) - 1)]
        if waarde is WEG:
            del houder[sleutel]
        else:
            houder[sleutel] = waarde
    return json.dumps(tabel, default=str).encode()


def _plekken(waarde: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a table: what holds it, and its key there."""
    for sleutel in list(waarde) if isinstance(waarde, dict) else range(len(waarde)) if isinstance(waarde, list) else ():
        yield waarde, sleutel
        yield from _plekken(waarde[sleutel])


WEG = "<weg>"
_TEKSTEN = [
    "", " ", "x", "2026-13-01", "9999-12-31", "0001-01-01", "P1Y", "P0D", "P9999Y", "P99999W", "-P1D", "PT1H", "art. 1",
    "\u0000", "\u202e", "\ud800", "a" * 300, "2025/2024", "9999/0001", "klager", "{{ x }}", WEG,
]  # fmt: skip
_GETALLEN = st.integers(-2, 2) | st.just(10**30) | st.floats()
_KAAL = st.sampled_from(_TEKSTEN) | st.none() | st.booleans() | _GETALLEN | st.text(max_size=5)
_TABEL = st.dictionaries(st.sampled_from(["naam", "id", "x"]), _KAAL, max_size=2)
_WAARDEN = _KAAL | st.lists(_KAAL, max_size=2) | _TABEL
_ANDERE_WAARDEN = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), _WAARDEN), min_size=1, max_size=3)


def eigen_woorden(ruw: bytes) -> set[str]:
    """The names in an example: what stands at `naam`, and addresses; none of these may be in an error."""
    tekst = ruw.decode("utf-8", errors="replace") if not ruw.startswith(b"PK") else ""
    return {
        w for w in re.findall(r'(?:naam|adres|email|telefoon)"?\s*[=:]\s*"([^"]{4,})"', tekst) if " " in w or "@" in w
    }


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda s: s.naam)
def test_rommel(soort: Soort, werkmap: Werkmap) -> None:
    """No traceback, no name of a person, an exit code that is one of ours; and what is right is taken."""
    basis = werkmap.pad.parent
    goed, plek = soort.goed(werkmap), basis / soort.plek
    eerder = plek.read_bytes() if plek.exists() else None
    opdracht = [deel.format(plek) for deel in soort.opdracht]
    woorden = eigen_woorden((VOORBEELDEN / "klaagschrift.toml").read_bytes()) | eigen_woorden(goed)

    def probeer(ruw: bytes) -> Uitvoer:
        plek.write_bytes(ruw)
        uit = voer(*opdracht)
        assert uit.code in range(5), uit
        assert "[onverwacht]" not in uit.fout, uit.fout
        assert "Traceback" not in uit.uit + uit.fout
        assert [w for w in woorden if w in uit.fout] == [], uit.fout
        assert uit.code in (0, 1) or re.search(r" \[[a-z0-9-]+\]$", uit.fout.strip()), uit.fout
        return uit

    @settings(max_examples=AANTAL)
    @given(_WIJZIGINGEN)
    def bytes_anders(wijzigingen: list[tuple[float, int, bytes]]) -> None:
        probeer(verander(goed, wijzigingen))

    @settings(max_examples=AANTAL)
    @given(st.floats(0, 1), _WIJZIGINGEN)
    def deel_anders(welk: float, wijzigingen: list[tuple[float, int, bytes]]) -> None:
        probeer(verander_binnen(goed, welk, wijzigingen))

    @settings(max_examples=AANTAL)
    @given(_ANDERE_WAARDEN)
    def waarden_anders(wijzigingen: list[tuple[float, object]]) -> None:
        probeer(verander_waarden(goed, wijzigingen))

    try:
        assert probeer(goed).code in (0, 1, 3)
        bytes_anders()
        if goed.startswith(b"PK"):
            deel_anders()
        elif not soort.plek.endswith(".eml"):
            waarden_anders()
    finally:
        plek.unlink() if eerder is None else plek.write_bytes(eerder)
