"""`klacht ontvang` without a file, under a real terminal: question by question, a summary, and only then a record."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import klachtcli
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Gedraging, Klaagschrift, OndernomenStap, Persoon, Procedures

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="a pseudo-terminal needs POSIX")

GEDULD = 20.0  # seconds before a test gives up on an answer that never comes
VANDAAG = date.today()


class Gesprek:
    """A secretary at a terminal: waits for a question, types an answer."""

    def __init__(self, map_: Path) -> None:
        self.meester, slaaf = os.openpty()
        omgeving = os.environ | {"PYTHONPATH": str(Path(klachtcli.__file__).parents[1]), "TERM": "xterm"}
        self.proces = subprocess.Popen(
            [sys.executable, "-m", "klachtcli", "ontvang"], stdin=slaaf, stdout=slaaf, stderr=slaaf, cwd=map_,
            env=omgeving, start_new_session=True, preexec_fn=_eigen_terminal,
        )  # fmt: skip
        os.close(slaaf)
        self.gezien, self._ruw, self._gelezen = "", b"", 0

    def wacht_op(self, tekst: str) -> None:
        """Read until this stands on the screen, after what was waited for before."""
        einde = time.monotonic() + GEDULD
        while (plek := self.gezien.find(tekst, self._gelezen)) < 0:
            assert time.monotonic() < einde, f"waited for {tekst!r}, saw {self.gezien[self._gelezen :]!r}"
            if not self._lees():
                raise AssertionError(f"ended before {tekst!r}: {self.gezien!r}")
        self._gelezen = plek + len(tekst)

    def antwoord(self, vraag: str, getypt: str) -> None:
        """Wait for a question and answer it."""
        self.wacht_op(vraag)
        self.wacht_op(">")
        os.write(self.meester, f"{getypt}\n".encode())

    def ctrl(self, letter: str) -> int:
        """A key with Ctrl, until it is heard: one pressed before Python waits for input is lost. The exit code."""
        einde = time.monotonic() + GEDULD
        while self.proces.poll() is None:
            assert time.monotonic() < einde, f"Ctrl-{letter} does not stop it: {self.gezien!r}"
            os.write(self.meester, bytes([ord(letter.upper()) - 64]))
            while self._lees(0.2):
                pass
        return self.einde()

    def einde(self) -> int:
        """The exit code."""
        while self._lees():
            pass
        return self.proces.wait(GEDULD)

    def sluit(self) -> None:
        """End what still runs."""
        if self.proces.poll() is None:
            self.proces.kill()
            self.proces.wait()
        os.close(self.meester)

    def _lees(self, wacht: float = GEDULD) -> bool:
        import select

        if not select.select([self.meester], [], [], wacht)[0]:
            return False
        try:
            ruw = os.read(self.meester, 4096)
        except OSError:  # Linux: the other side is closed
            return False
        self._ruw += ruw
        self.gezien = " ".join(self._ruw.decode("utf-8", "ignore").split())  # lines may be wrapped anywhere
        return bool(ruw)


def _eigen_terminal() -> None:
    """Make the pseudo-terminal the one that Ctrl-C comes from."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def gesprek(werkmap: Werkmap, tmp_path: Path) -> Iterator[Gesprek]:
    """`klacht ontvang` at a terminal, in a folder with one attachment."""
    (tmp_path / "post").mkdir()
    (tmp_path / "post" / "mail.txt").write_text("Goedemiddag")
    g = Gesprek(tmp_path / "post")
    yield g
    g.sluit()


# vraag (een deel ervan) en antwoord; een tweede antwoord op dezelfde vraag volgt op een afgekeurd eerste
ONTVANGST = [
    ("Wanneer kwam het klaagschrift binnen?", "31-2-2026"),
    ("31 februari 2026 bestaat niet", "gisteren"),
    ("Dat lukt niet", ""),
    ("Wanneer kwam het klaagschrift binnen?", (VANDAAG + timedelta(days=2)).isoformat()),
    ("Dat lukt niet: deze dag moet nog komen.", VANDAAG.isoformat()),
    ("Hoe kwam het binnen?", "fax"),
    ("kies uit post, e-mail, persoonlijk", "post"),
    ("Welke datum staat op het klaagschrift?", f"{VANDAAG.day}-{VANDAAG.month}-{VANDAAG.year}"),
    ("Is het ondertekend?", "misschien"),
    ("antwoord met j of n", "j"),
]
KLAGER = [
    ("Naam", "D. Ünal-Çelik"), ("Aanhef", "geen"), ("Straat en huisnummer", "Spui 9"), ("Postcode", "2511 b"),
    ("geen postcode zoals 2514 EA", "2511bl"), ("Woonplaats", "Den Haag"), ("E-mailadres", ""), ("Telefoon", ""),
    ("Functie", "inhuurkracht"), ("Hoedanigheid", "ingehuurd"), ("Dienst of fractie", "Dienst Automatisering"),
]  # fmt: skip
AANGEKLAAGDE = [
    ("Naam", "B. O'Neil"), ("Aanhef", ""), ("E-mailadres", ""), ("Functie", ""), ("Hoedanigheid", "ambtenaar"),
    ("Dienst of fractie", ""), ("Nog iemand?", "n"),
]  # fmt: skip
GEDRAGING = [
    ("Categorie", "pesten"), ("Wat gebeurde er?", "Sloeg mij over & lachte."), ("Wanneer?", "ooit"),
    ("geen dag (2026-01-15)", f"{VANDAAG.year - 1}-12/{VANDAAG}"), ("Waar?", "Kantine"), ("Getuigen",
     "L. Vos, M. Ooms"),
    ("Nog een gedraging?", "nee"),
]  # fmt: skip
REST = [
    ("al stappen ondernomen?", "j"), ("Welke stap", "Een mail"), ("Wanneer?", ""), ("Bestandsnamen", "mail.txt"),
    ("Nog een stap?", "n"), ("al eens door de commissie beoordeeld?", "n"), ("Cao Rijk?", ""), ("bij een rechter?",
     "n"),
    ("opsporingsonderzoek", "n"), ("Zijn er bijlagen?", "j"), ("Welk bestand?", "post.txt"),
    ("Dat lukt niet: de bijlage bestaat niet.", "mail.txt"), ("Wat is het?", "De mail"),
    ("Nog een bijlage?", "n"),
]  # fmt: skip
ALLES = [*ONTVANGST, *KLAGER, *AANGEKLAAGDE, *GEDRAGING, *REST]


@pytest.fixture
def beantwoord(gesprek: Gesprek) -> Callable[[], None]:
    """Answer every question, up to the summary."""

    def voer() -> None:
        for vraag, getypt in ALLES:
            gesprek.antwoord(vraag, getypt)
        gesprek.wacht_op("Samenvatting")

    return voer


def _zaken(werkmap: Werkmap) -> dict[str, Klaagschrift]:
    with werkmap.journaal() as journaal:
        return {z.nummer: z.klaagschrift for z in Dossiers(journaal).zaken(alle=True)}


def test_een_heel_klaagschrift_vraag_voor_vraag(
    gesprek: Gesprek, beantwoord: Callable[[], None], werkmap: Werkmap
) -> None:
    """A wrong answer is asked again; what is left open stays open; after yes it is recorded whole."""
    beantwoord()
    for deel in ("D. Ünal-Çelik", "B. O'Neil", "Sloeg mij over & lachte.", "L. Vos, M. Ooms", "mail.txt"):
        gesprek.wacht_op(deel)
    gesprek.antwoord("Vastleggen? (j/n)", "j")
    assert gesprek.einde() == 0
    ((nummer, k),) = _zaken(werkmap).items()
    assert nummer == f"K{VANDAAG.year}-001"
    assert f"{nummer}: klaagschrift" in gesprek.gezien
    assert (k.ontvangen_op, k.ontvangen_via, k.dagtekening, k.ondertekend) == (
        VANDAAG.isoformat(),
        "post",
        VANDAAG,
        True,
    )
    assert k.klager == Persoon(naam="D. Ünal-Çelik", aanhef="geen", adres="Spui 9", postcode="2511 BL",
    plaats="Den Haag",
                               functie="inhuurkracht", hoedanigheid="ingehuurd",
                               onderdeel="Dienst Automatisering")  # fmt: skip
    assert k.aangeklaagde == (Persoon(naam="B. O'Neil", hoedanigheid="ambtenaar"),)
    assert k.gedraging == (
        Gedraging("pesten", "Sloeg mij over & lachte.", f"{VANDAAG.year - 1}-12/{VANDAAG}", "Kantine", ("L. Vos",
        "M. Ooms")),
    )  # fmt: skip
    assert k.stap == (OndernomenStap("Een mail", stukken=("mail.txt",)),)
    assert k.procedures == Procedures(eerder_beoordeeld=False, rechter=False, strafzaak=False)
    assert [b.bestand for b in k.bijlage] == ["mail.txt"]


def test_nee_na_de_samenvatting_legt_niets_vast(
    gesprek: Gesprek, beantwoord: Callable[[], None], werkmap: Werkmap
) -> None:
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    beantwoord()
    gesprek.antwoord("Vastleggen? (j/n)", "")
    gesprek.wacht_op("Antwoord met j of n")
    gesprek.antwoord("Vastleggen? (j/n)", "n")
    assert gesprek.einde() == 130
    assert "afgebroken" in gesprek.gezien
    assert "Traceback" not in gesprek.gezien
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst


def test_enter_is_nee_of_open(gesprek: Gesprek, werkmap: Werkmap) -> None:
    """Enter adds nothing and settles nothing: no second person, no step, no attachment; and it records nothing."""
    gesprek.antwoord("Wanneer kwam het klaagschrift binnen?", VANDAAG.isoformat())
    for _ in range(3 + 10 + 6):
        gesprek.antwoord("", "")
    gesprek.antwoord("Nog iemand? (j/n)", "")
    for _ in range(5):
        gesprek.antwoord("", "")
    gesprek.antwoord("Nog een gedraging? (j/n)", "")
    gesprek.antwoord("stappen ondernomen?", "")
    for vraag in ("onder b; j/n", "onder c; j/n", "onder d; j/n", "onder e; j/n", "Zijn er bijlagen? (j/n)"):
        gesprek.antwoord(vraag, "")
    gesprek.wacht_op("Samenvatting")
    gesprek.antwoord("Vastleggen? (j/n)", "j")
    assert gesprek.einde() == 0
    assert _zaken(werkmap) == {f"K{VANDAAG.year}-001": Klaagschrift(VANDAAG.isoformat())}


def test_de_samenvatting_is_gewoon_nederlands(gesprek: Gesprek, beantwoord: Callable[[], None]) -> None:
    """Yes and no in words, names without underscores, lists with commas."""
    beantwoord()
    for deel in ("ontvangen op", "ondertekend ja", "getuigen L. Vos, M. Ooms", "procedures eerder beoordeeld nee"):
        gesprek.wacht_op(deel)
    for lelijk in ("True", "False", "ontvangen_op", "eerder_beoordeeld", "['"):
        assert lelijk not in gesprek.gezien.partition("Samenvatting")[2]
    gesprek.antwoord("Vastleggen? (j/n)", "n")
    assert gesprek.einde() == 130


@pytest.mark.parametrize("toets", ["c", "d"], ids=["Ctrl-C", "Ctrl-D"])
def test_halverwege_stoppen_legt_niets_vast(toets: str, gesprek: Gesprek, werkmap: Werkmap) -> None:
    """Ctrl-C, and the end of input: stopped, with exit code 130."""
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    gesprek.antwoord("Wanneer kwam het klaagschrift binnen?", VANDAAG.isoformat())
    gesprek.wacht_op("Hoe kwam het binnen?")
    gesprek.wacht_op(">")
    assert gesprek.ctrl(toets) == 130
    assert "afgebroken" in gesprek.gezien
    assert "Traceback" not in gesprek.gezien
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst
