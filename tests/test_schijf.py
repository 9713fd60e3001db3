"""What differs between systems: why a disk refuses, what a file may be called, and how SQLite finds it."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from klachtcli.schijf import bestandsadres, reden, veilige_naam

WEIGERT = [
    ("Windows: in Excel open", 13, 32, "een ander programma heeft het bestand open"),
    ("Windows: te lang", 2, 206, "de naam is te lang"),
    ("Windows: geen recht", 13, 5, "u hebt daar geen rechten"),
    ("elders: geen recht", 13, None, "u hebt daar geen rechten"),
    ("een naam die niet kan", 22, None, "die naam kan hier niet"),
]


@pytest.mark.parametrize(("_", "nummer", "winerror", "zin"), WEIGERT, ids=[w[0] for w in WEIGERT])
def test_waarom_een_schijf_weigert(_: str, nummer: int, winerror: int | None, zin: str) -> None:
    fout: Any = OSError(nummer, "Permission denied", "C:\\klachten\\verbeek.docx")
    if winerror is not None:
        fout.winerror = winerror
    assert reden(fout) == zin


NAMEN = [
    ("gewoon", "mail.pdf", "mail.pdf"),
    ("met accenten en spaties", "brief één (2).docx", "brief één (2).docx"),
    ("een tijd erin", "Re: gesprek 10:30?.msg", "Re_ gesprek 10_30_.msg"),
    ("een pad van elders", "..\\..\\x.txt", "_.._x.txt"),
    ("een regeleinde", "a\nb.txt", "a_b.txt"),
    ("punten en spaties erom", " .verborgen. ", "verborgen"),
    ("niets over", "...", "_"),
    ("heel lang", "x" * 300 + ".pdf", "x" * 100 + ".pdf"),
]


@pytest.mark.parametrize(("_", "naam", "veilig"), NAMEN, ids=[n[0] for n in NAMEN])
def test_een_naam_van_elders(_: str, naam: str, veilig: str) -> None:
    assert veilige_naam(naam) == veilig


PADEN = [
    ("posix", PurePosixPath("/home/een map/j.sqlite"), "file:///home/een%20map/j.sqlite"),
    ("een schijf van Windows", PureWindowsPath("C:\\Zaken\\j.sqlite"), "file:///C:/Zaken/j.sqlite"),
    ("een gedeelde map van Windows", PureWindowsPath("\\\\server\\zaken\\j.sqlite"), "file:////server/zaken/j.sqlite"),
]


@pytest.mark.parametrize(("_", "pad", "adres"), PADEN, ids=[p[0] for p in PADEN])
def test_waar_sqlite_een_bestand_vindt(_: str, pad: PurePath, adres: str) -> None:
    class Pad:
        def absolute(self) -> PurePath:
            return pad

    assert bestandsadres(Pad()) == adres  # type: ignore[arg-type]
