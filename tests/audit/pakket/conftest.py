"""What the tests of the audit share: packages made by the secretary's own commands.

pakketten    a folder, not to be changed, with `werkmap` (three cases; 1 with letters and an attachment), and the
             packages heel (1), klein (2), anoniem (1 and 3) and anoniem-klein (2)
los          los("klein") gives a copy of one, on a machine without the journal and its keys
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import msgspec
import pytest

from klachtcli import klok
from klachtcli.cli.start import voer_uit
from klachtcli.zaak.klaagschrift import Bijlage, Gedraging, Klaagschrift, OndernomenStap, Persoon

_POST = {
    1: {"bijlage": (Bijlage("mail van Bakker.txt", "Mail over de koffiehoek"),),
        "stap": (OndernomenStap("Een gesprek met vertrouwenspersoon Yara", "2026-02-03", ("mail van Bakker.txt",)),)},
    2: {"dagtekening": date(2026, 4, 21)},
    3: {"gedraging": (Gedraging("stalken", "Hij zuchtte weer.", "2026-03", "In de koffiehoek"),),
        "aangeklaagde": (Persoon("A. Bakker", hoedanigheid="fractiemedewerker", onderdeel="Fractie X"),)},
}  # fmt: skip
_OPDRACHTEN = (
    ("2026-04-24", "ontvang post1.json"),
    ("2026-04-24", "ontvang post2.json --toch"),
    ("2026-04-24", "ontvang post3.json --toch"),
    ("2026-04-24", "toets 1"),
    ("2026-04-24", "toets 3"),
    ("2026-04-28", "brief 1 ontvangstbevestiging"),
    ("2026-04-28", "brief 1 ontvangstbevestiging --verzonden 2026-04-28"),
    ("2026-05-06", "besluit 1 compleet"),
    ("2026-05-20", "besluit 1 ontvankelijk"),
    ("2026-05-20", "commissie 1"),
    ("2026-05-20", "brief 1 mededeling-ontvankelijk"),
    ("2026-05-26", "hoor 1 2026-06-09 --wie klager --plaats koffiehoek --tijd 10:00"),
    ("2026-05-27", "audit pakket 1 -o heel"),
    ("2026-05-27", "audit pakket 2 -o klein"),
    ("2026-05-28", "audit pakket 1 3 -o anoniem --anoniem"),
    ("2026-05-28", "audit pakket 2 -o anoniem-klein --anoniem"),
)


@pytest.fixture(scope="session")
def pakketten(
    ingericht: Path, tmp_path_factory: pytest.TempPathFactory, klaagschrift: Callable[..., Klaagschrift]
) -> Path:
    """A work folder of three cases and four packages from it."""
    basis = tmp_path_factory.mktemp("pakketten")
    shutil.copytree(ingericht / "zaken", basis / "werkmap")
    shutil.copytree(ingericht / "sleutels", basis / "sleutels")
    for nummer, anders in _POST.items():
        (basis / f"post{nummer}.json").write_bytes(msgspec.json.encode(klaagschrift(**anders)))
    (basis / "mail van Bakker.txt").write_text("Beste Verbeek-Ünal, tot bij de koffiehoek.", encoding="utf-8")
    for dag, opdracht in _OPDRACHTEN:
        _voer(basis, dag, opdracht.split())
    return basis


@pytest.fixture
def los(pakketten: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A copy of a package, where there is no journal and no key."""
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "geen"))

    def kopieer(naam: str) -> Path:
        shutil.copytree(pakketten / naam, tmp_path / naam)
        return tmp_path / naam

    return kopieer


def _voer(basis: Path, dag: str, argumenten: list[str]) -> None:
    uit = StringIO()
    with pytest.MonkeyPatch.context() as m, redirect_stdout(uit), redirect_stderr(uit):
        m.chdir(basis)
        m.setenv("KLACHT_SLEUTELMAP", str(basis / "sleutels"))
        m.setenv("KLACHT_MAP", str(basis / "werkmap"))
        m.setattr(klok, "nu", lambda: datetime.fromisoformat(f"{dag}T10:00+00:00"))
        code = voer_uit(argumenten)
    assert code in (0, 1), (dag, argumenten, uit.getvalue())
