"""A letter as PDF, by LibreOffice where that is installed. Not reproducible: what is recorded is the docx."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from klachtcli.fouten import Onbruikbaar

_NAMEN = ("soffice", "libreoffice", "soffice.exe", "soffice.com")
_PLEKKEN = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
_SECONDEN = 120


def eis_libreoffice() -> str:
    """Where LibreOffice is. Raises Onbruikbaar where it is not installed: before anything is made."""
    gevonden = next((pad for naam in _NAMEN if (pad := shutil.which(naam))), None)
    gevonden = gevonden or next((pad for pad in _PLEKKEN if Path(pad).is_file()), None)
    if gevonden is None:
        raise Onbruikbaar("geen-libreoffice", "LibreOffice staat niet op deze computer, dus een pdf kan hier niet",
                          herstel="Installeer LibreOffice, of laat --pdf weg en maak de pdf in Word")  # fmt: skip
    return gevonden


def maak_pdf(docx: Path) -> Path:
    """The PDF beside a letter. Raises Onbruikbaar where LibreOffice does not make one."""
    opdracht = eis_libreoffice()
    doel = docx.with_suffix(".pdf")
    with tempfile.TemporaryDirectory() as eigen:  # a profile of its own: an open LibreOffice does not get in the way
        profiel = f"-env:UserInstallation={Path(eigen).as_uri()}"
        regel = [opdracht, profiel, "--headless", "--convert-to", "pdf", "--outdir", str(docx.parent), str(docx)]
        try:
            subprocess.run(regel, capture_output=True, timeout=_SECONDEN, check=True)  # noqa: S603 - our own words
        except (OSError, subprocess.SubprocessError):
            raise _mislukt() from None
    if not doel.is_file():
        raise _mislukt()
    return doel


def _mislukt() -> Onbruikbaar:
    return Onbruikbaar("pdf-mislukt", "LibreOffice maakte geen pdf; de brief zelf (docx) is gemaakt en vastgelegd",
                       herstel="Maak de pdf in Word of LibreOffice")  # fmt: skip
