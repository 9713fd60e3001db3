"""What the tests of a replay share: a case from klaagschrift to its end, and the same case with one entry changed.

gespeeld       a work folder with the ordinary way done, by the secretary's own commands (made once)
herspeeld      herspeeld(verander) replays that case after `verander` changed its entries; nothing in the file changes
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
import pytest

from klachtcli import klok
from klachtcli.audit.brieven import Brievenmaker
from klachtcli.audit.journaalbron import Journaalbron
from klachtcli.audit.kast import Regelkast
from klachtcli.audit.spel import speel_na
from klachtcli.audit.uitkomst import Herspeeld
from klachtcli.cli.start import voer_uit
from klachtcli.journaal.codec import Vastlegging
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Klaagschrift

ZAAK = "K2026-001"
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
# Op welke dag, en wat er is getypt.
VERLOOP = (
    ("2026-04-24", "toets 1"),
    ("2026-04-28", "brief 1 ontvangstbevestiging"),
    ("2026-04-28", "brief 1 ontvangstbevestiging --verzonden 2026-04-28"),
    ("2026-04-29", "vul-aan 1 --gevraagd"),
    ("2026-05-12", "besluit 1 compleet --op 2026-05-06"),
    ("2026-05-13", "corrigeer 1 NR --zet op=2026-05-07 --reden verschreven"),
    ("2026-05-20", "besluit 1 ontvankelijk"),
    ("2026-05-20", f"adres 1 aangeklaagde {VOORBEELDEN / 'adres.toml'}"),
    ("2026-05-20", "brief 1 --alle"),
    ("2026-05-20", "brief 1 afschrift-klacht --verzonden 2026-05-20"),
    ("2026-05-26", "hoor 1 2026-06-09 --stukken-tot 2026-06-02"),
    ("2026-06-09", "hoor 1 --gehouden 2026-06-09 --toch haast"),
    ("2026-06-16", "verdaag 1 advies --tot 2026-08-12 --reden ziekte"),
    ("2026-07-01", f"adviseer 1 {VOORBEELDEN / 'advies.toml'} --toch haast"),
    ("2026-07-01", "brief 1 advies"),
    ("2026-07-01", "brief 1 advies --verzonden 2026-07-01"),
    ("2026-07-02", "adviseer 1 --ontvangen 2026-07-02"),
    ("2026-07-20", "verdaag 1 beslissing --met P4W --reden zomer"),
    ("2026-08-20", f"beslis 1 {VOORBEELDEN / 'beslissing.toml'} --toch haast"),
    ("2026-08-28", "sluit 1 --reden klaar"),
)
Verander = Callable[[list[Vastlegging]], list[Vastlegging]]


@pytest.fixture(scope="session")
def _gespeeld(
    ingericht: Path, tmp_path_factory: pytest.TempPathFactory, klaagschrift: Callable[..., Klaagschrift]
) -> Path:
    map_ = tmp_path_factory.mktemp("gespeeld")
    shutil.copytree(ingericht, map_, dirs_exist_ok=True)
    (map_ / "klaagschrift.json").write_bytes(msgspec.json.encode(klaagschrift()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KLACHT_SLEUTELMAP", str(map_ / "sleutels"))
        patch.setenv("KLACHT_MAP", str(map_ / "zaken"))
        for dag, opdracht in (("2026-04-24", f"ontvang {map_ / 'klaagschrift.json'}"), *VERLOOP):
            nu = datetime.fromisoformat(f"{dag}T10:00:00+00:00")
            patch.setattr(klok, "nu", lambda nu=nu: nu)
            typ(opdracht)
    return map_


def typ(opdracht: str) -> str:
    """One command; NR is the number of the entry that made the klacht complete."""
    if "NR" in opdracht:
        verloop = json.loads(typ("toon 1 --json"))["verloop"]
        opdracht = opdracht.replace("NR", str(next(v["nummer"] for v in verloop if v["soort"] == "klacht_compleet")))
    with redirect_stdout(StringIO()) as uit, redirect_stderr(StringIO()) as fout:
        code = voer_uit(opdracht.split())
    assert code == 0, (opdracht, fout.getvalue())
    return uit.getvalue()


@pytest.fixture
def gespeeld(
    _gespeeld: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bevries: Callable[[str], Any]
) -> Werkmap:
    """The work folder, to do with as a test likes; the clock stands at 1 September 2026."""
    bevries("2026-09-01T10:00")
    shutil.copytree(_gespeeld, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "sleutels"))
    monkeypatch.setenv("KLACHT_MAP", str(tmp_path / "zaken"))
    return Werkmap(tmp_path / "zaken")


@pytest.fixture
def herspeeld(_gespeeld: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Herspeeld]]:
    """Replay the case with its entries changed."""
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(_gespeeld / "sleutels"))
    with Werkmap(_gespeeld / "zaken").journaal() as journaal:
        bron = Journaalbron(journaal, journaal.zegel().nummer)

        def speel(verander: Verander = list) -> Herspeeld:
            return speel_na(
                ZAAK, verander(next(bron.verlopen([ZAAK]))), Regelkast(bron), Brievenmaker(bron), date(2026, 9, 1)
            )

        yield speel
