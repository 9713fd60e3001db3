"""`klacht ontvang` at a real terminal: question by question, back, off and on again, and a record after that."""

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
from klachtcli.recht.datum import met_weekdag
from klachtcli.secretariaat import onafgemaakt
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Gedraging, Klaagschrift, OndernomenStap, Persoon, Procedures

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="a pseudo-terminal needs POSIX")

GEDULD = 20.0  # seconds before a test gives up on an answer that never comes
VANDAAG = date.today()


class Gesprek:
    """A secretary at a terminal: waits for a question, types an answer."""

    def __init__(self, map_: Path, *opties: str) -> None:
        self.meester, slaaf = os.openpty()
        omgeving = os.environ | {"PYTHONPATH": str(Path(klachtcli.__file__).parents[1]), "TERM": "xterm"}
        self.proces = subprocess.Popen(
            [sys.executable, "-m", "klachtcli", "ontvang", *opties], stdin=slaaf, stdout=slaaf, stderr=slaaf, cwd=map_,
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
def begin(werkmap: Werkmap, tmp_path: Path) -> Iterator[Callable[..., Gesprek]]:
    """Start `klacht ontvang` with these options at a terminal, in a folder with one attachment."""
    (tmp_path / "post").mkdir()
    (tmp_path / "post" / "mail.txt").write_text("Goedemiddag")
    begonnen: list[Gesprek] = []

    def start(*opties: str) -> Gesprek:
        begonnen.append(Gesprek(tmp_path / "post", *opties))
        return begonnen[-1]

    yield start
    for g in begonnen:
        g.sluit()


@pytest.fixture
def gesprek(begin: Callable[..., Gesprek]) -> Gesprek:
    """`klacht ontvang` at a terminal."""
    return begin()


# vraag (een deel ervan) en antwoord; een tweede antwoord op dezelfde vraag volgt op een afgekeurd eerste
ONTVANGST = [
    ("Wanneer kwam het klaagschrift binnen?", "31-2-2026"),
    ("31 februari 2026 bestaat niet", "vorige week dinsdag"),
    ("bedoelt u dinsdag", ""),
    ("Deze vraag kan niet open blijven.", (VANDAAG + timedelta(days=2)).isoformat()),
    ("moet nog komen.", "vandaag"),
    ("Hoe kwam het binnen?", "fax"),
    ("kies uit post, e-mail, persoonlijk", "1"),
    ("Welke datum staat op het klaagschrift zelf?", f"{VANDAAG.day}-{VANDAAG.month}-{VANDAAG.year}"),
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
    ("Dienst of fractie", ""), ("Gaat het over nog iemand?", "n"),
]  # fmt: skip
GEDRAGING = [
    ("Categorie", "pesten"), ("Wat gebeurde er?", "Sloeg mij over & lachte."), ("Wanneer?", "ooit"),
    ("schrijf een dag (15 januari 2026)", f"december {VANDAAG.year - 1} tot vandaag"), ("Waar?", "Kantine"),
    ("Getuigen", "L. Vos, M. Ooms"),
    ("Is er nog een gedraging?", "nee"),
]  # fmt: skip
REST = [
    ("al stappen ondernomen?", "j"), ("Welke stap", "Een mail"), ("Wanneer?", ""), ("Bestandsnamen", "mail.txt"),
    ("Is er nog een stap?", "n"), ("al eens door de commissie beoordeeld?", "n"), ("Cao Rijk?", ""),
    ("bij een rechter?", "n"),
    ("opsporingsonderzoek", "n"), ("Zijn er (nog) bijlagen?", "j"), ("Welk bestand?", "post.txt"),
    ("Dat lukt niet: de bijlage bestaat niet.", "mail.txt"), ("Wat is het?", "De mail"),
    ("Is er nog een bijlage?", "n"),
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
    gesprek.antwoord("Vastleggen?", "j")
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


def test_weg_na_de_samenvatting_legt_niets_vast(
    gesprek: Gesprek, beantwoord: Callable[[], None], werkmap: Werkmap
) -> None:
    """Thrown away after a second question; nothing is kept, and nothing of it is left."""
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    beantwoord()
    gesprek.antwoord("Vastleggen?", "")
    gesprek.wacht_op("Typ j om vast te leggen")
    gesprek.antwoord("Vastleggen?", "nee")
    gesprek.antwoord("Alles weggooien wat u typte? (j/n)", "n")
    gesprek.antwoord("Vastleggen?", "weg")
    gesprek.antwoord("Alles weggooien wat u typte? (j/n)", "j")
    assert gesprek.einde() == 130
    assert "Weggegooid" in gesprek.gezien
    assert "Traceback" not in gesprek.gezien
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst
    assert onafgemaakt.alle(werkmap) == []


def test_enter_is_nee_of_open(gesprek: Gesprek, werkmap: Werkmap) -> None:
    """Enter adds nothing and settles nothing: no second person, no step, no attachment; and it records nothing."""
    gesprek.antwoord("Wanneer kwam het klaagschrift binnen?", VANDAAG.isoformat())
    for _ in range(3 + 10 + 6):
        gesprek.antwoord("", "")
    gesprek.antwoord("Gaat het over nog iemand? (j/n)", "")
    for _ in range(5):
        gesprek.antwoord("", "")
    gesprek.antwoord("Is er nog een gedraging? (j/n)", "")
    gesprek.antwoord("stappen ondernomen?", "")
    for vraag in ("door de commissie", "Cao Rijk", "bij een rechter", "opsporing", "Zijn er (nog) bijlagen? (j/n)"):
        gesprek.antwoord(vraag, "")
    gesprek.wacht_op("Samenvatting")
    gesprek.antwoord("Vastleggen?", "j")
    assert gesprek.einde() == 0
    assert _zaken(werkmap) == {f"K{VANDAAG.year}-001": Klaagschrift(VANDAAG.isoformat())}


def test_de_samenvatting_is_gewoon_nederlands(gesprek: Gesprek, beantwoord: Callable[[], None]) -> None:
    """Yes and no in words, names without underscores, lists with commas, days with their weekday."""
    beantwoord()
    for deel in (met_weekdag(VANDAAG), "ondertekend ja", "getuigen L. Vos, M. Ooms", "eerder beoordeeld nee"):
        gesprek.wacht_op(deel)
    for lelijk in ("True", "False", "ontvangen_op", "eerder_beoordeeld", "['", "None"):
        assert lelijk not in gesprek.gezien.partition("Samenvatting")[2]
    gesprek.antwoord("Vastleggen?", "stop")
    assert gesprek.einde() == 130


def test_waarom_iets_gevraagd_wordt_staat_in_de_regeling(gesprek: Gesprek) -> None:
    """The article comes out of the regulation's data, for each question that it looks at."""
    for vraag, artikel in (("klaagschrift binnen?", "art. 10 lid 2"), ("op het klaagschrift zelf?",
                           "art. 9 lid 1 onder e"), ("Naam", "art. 9 lid 1 onder b")):  # fmt: skip
        gesprek.wacht_op(vraag)
        gesprek.wacht_op(artikel)
        if vraag != "Naam":
            gesprek.antwoord("", "vandaag")
            gesprek.antwoord("", "")


def test_terug_is_terug_en_wat_er_stond_staat_er_nog(gesprek: Gesprek, werkmap: Werkmap) -> None:
    """Back to an answer, which Enter keeps, '-' empties and another replaces; the questions after it come again."""
    gesprek.antwoord("Wanneer kwam het klaagschrift binnen?", "terug")
    gesprek.wacht_op("Dit is de eerste vraag.")
    gesprek.antwoord("Wanneer kwam het klaagschrift binnen?", "gisteren 16:42")
    gesprek.wacht_op("16:42 uur")
    gesprek.antwoord("Hoe kwam het binnen?", "2")
    gesprek.antwoord("Welke datum staat op het klaagschrift zelf?", "gisteren")
    gesprek.antwoord("Is het ondertekend?", "terug")
    gesprek.antwoord("Welke datum staat op het klaagschrift zelf?", "terug")
    gesprek.wacht_op("Hoe kwam het binnen?")
    gesprek.wacht_op("Nu: e-mail (Enter houdt dit)")
    gesprek.antwoord("", "")
    gesprek.antwoord("Welke datum staat op het klaagschrift zelf?", "-")
    gesprek.antwoord("Is het ondertekend?", "klaar")
    gesprek.wacht_op("Samenvatting")
    gesprek.antwoord("Vastleggen?", "terug")
    gesprek.antwoord("Zijn er (nog) bijlagen?", "klaar")
    gesprek.antwoord("Vastleggen?", "j")
    assert gesprek.einde() == 0
    ((_, k),) = _zaken(werkmap).items()
    assert k.ontvangen_op.startswith(f"{VANDAAG - timedelta(days=1)}T16:42:00+0")
    assert k == Klaagschrift(k.ontvangen_op, "e-mail")


def test_klaar_slaat_niet_over_wat_moet(gesprek: Gesprek) -> None:
    gesprek.antwoord("Wanneer kwam het klaagschrift binnen?", "klaar")
    gesprek.wacht_op("Deze vraag kan niet open blijven.")
    gesprek.wacht_op("Wanneer kwam het klaagschrift binnen?")


def test_een_geplakte_of_lange_tekst_is_een_antwoord(gesprek: Gesprek, werkmap: Werkmap) -> None:
    """Lines that come at once are one answer, not the answers to what is asked next; none is cut off in silence."""
    gesprek.antwoord("Wanneer kwam het klaagschrift binnen?", "vandaag")
    for _ in range(3):
        gesprek.antwoord("", "")
    gesprek.antwoord("Naam", "A" * 5000)
    gesprek.wacht_op("dit zijn 5000 tekens, en hier passen er 500")
    gesprek.antwoord("", "")
    for _ in range(9 + 7):
        gesprek.antwoord("", "")
    gesprek.antwoord("Categorie", "pes")
    lang = "Zij lachte mij uit. " * 400
    gesprek.antwoord("Wat gebeurde er?", f"{lang}\n\nTweede alinea.\nterug")
    gesprek.antwoord("Wanneer?", "klaar")
    gesprek.antwoord("Vastleggen?", "j")
    assert gesprek.einde() == 0
    ((_, k),) = _zaken(werkmap).items()
    assert k.gedraging == (Gedraging("pesten", f"{lang}\n\nTweede alinea.\nterug"),)


# hoe het gesprek ophoudt
STOPPEN: list[tuple[str, Callable[[Gesprek], int]]] = [
    ("stop", lambda g: g.antwoord("", "stop") or g.einde()),
    ("Ctrl-C", lambda g: g.ctrl("c")),
    ("Ctrl-D", lambda g: g.ctrl("d")),
    ("de stroom valt uit", lambda g: g.proces.kill() or g.einde()),
]


@pytest.mark.parametrize(("naam", "stop"), STOPPEN, ids=[s[0] for s in STOPPEN])
def test_stoppen_en_verdergaan(
    naam: str, stop: Callable[[Gesprek], int], begin: Callable[..., Gesprek], werkmap: Werkmap, tmp_path: Path
) -> None:
    """Nothing is recorded, nothing is lost, nothing can be read on disk; and it is gone once it is recorded."""
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    g = begin()
    g.antwoord("Wanneer kwam het klaagschrift binnen?", "gisteren")
    for _ in range(3):
        g.antwoord("", "")
    g.antwoord("Naam", "D. Ünal-Çelik")
    g.wacht_op("Aanhef")
    if naam != "stop":
        g.wacht_op(">")
    assert stop(g) in (130, -9)
    if naam != "de stroom valt uit":
        assert "verzegeld bewaard; verder met: klacht ontvang --hervat" in g.gezien
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst
    for pad in tmp_path.rglob("*"):
        assert not pad.is_file() or "Ünal".encode() not in pad.read_bytes(), pad

    verder = begin("--hervat")
    verder.antwoord("Aanhef", "terug")
    verder.wacht_op("Nu: D. Ünal-Çelik")
    verder.antwoord("", "klaar")
    verder.antwoord("Vastleggen?", "j")
    assert verder.einde() == 0
    ((_, k),) = _zaken(werkmap).items()
    assert k == Klaagschrift((VANDAAG - timedelta(days=1)).isoformat(), klager=Persoon(naam="D. Ünal-Çelik"))
    assert onafgemaakt.alle(werkmap) == []


FORMULIER = Path(__file__).parents[1] / "formulieren" / "libreoffice-anders.docx"


_VAN_IEDER = ("Aanhef", "E-mailadres", "Functie", "Hoedanigheid", "Dienst of fractie")
OPEN_GEBLEVEN = ("E-mailadres", "Telefoon", "Dienst of fractie", *_VAN_IEDER, *_VAN_IEDER)


def test_een_formulier_aan_een_terminal(begin: Callable[..., Gesprek], werkmap: Werkmap) -> None:
    """What was read beside its question is shown and agreed to; only what is open is asked, and one can go back."""
    g = begin(str(FORMULIER))
    g.wacht_op("Persoon 1 (2e keer), 'Naam': R. Zomer (er is een rij bij gezet")
    g.wacht_op("Gebeurtenis 1, 'Waar was dat?': Vergaderzaal")
    g.antwoord("Klopt dit allemaal?", "j")
    g.wacht_op("Let op: Uw gegevens, 'Telefoonnummer': in het vak met de vraag staat nog iets")
    g.antwoord("Wanneer kwam het klaagschrift binnen?", "24 april 2026")
    g.antwoord("Hoe kwam het binnen?", "e-mail")
    g.antwoord("Is het ondertekend?", "j")
    g.wacht_op("De klager")
    g.antwoord("E-mailadres", "terug")
    g.wacht_op("Nu: Den Haag")
    g.antwoord("", "Delft")
    g.antwoord("E-mailadres", "stop")
    assert g.einde() == 130

    verder = begin("--hervat")
    for vraag in OPEN_GEBLEVEN:
        verder.antwoord(vraag, "")
    verder.wacht_op("Op het formulier staat: ")  # what is no kind of conduct, beside the question
    verder.antwoord("", "klaar")
    verder.wacht_op("Delft")
    verder.wacht_op("formulier.docx")
    verder.antwoord("Vastleggen?", "j")
    assert verder.einde() == 0
    ((_, k),) = _zaken(werkmap).items()
    assert (k.ontvangen_op, k.klager.plaats, k.ondertekend) == ("2026-04-24", "Delft", True)
    assert [a.naam for a in k.aangeklaagde] == ["P. Winter", "R. Zomer"]


def test_wat_niet_klopt_wordt_een_voor_een_gevraagd(begin: Callable[..., Gesprek]) -> None:
    g = begin(str(FORMULIER), "--op", "2026-04-24", "--proef")
    g.antwoord("Klopt dit allemaal?", "n")
    g.antwoord("Hoe kwam het binnen?", "")
    g.antwoord("Welke datum staat op het klaagschrift zelf?", "")
    g.antwoord("Is het ondertekend?", "")
    g.wacht_op("Nu: Karin Boone")
    assert g.ctrl("c") == 130


def test_een_bericht_aan_een_terminal(begin: Callable[..., Gesprek], werkmap: Werkmap, tmp_path: Path) -> None:
    """What the mail shows is offered, the rest is asked; stopped and gone on with, the mail is still there whole."""
    eml = tmp_path / "post" / "bericht.eml"
    eml.write_bytes(b"From: Karin Verbeek <k@voorbeeld.nl>\nReceived: x; Fri, 24 Apr 2026 21:59:31 +0000\n\nHelp.\n")
    g = begin(str(eml))
    g.wacht_op("Nu: vrijdag 24 april 2026 23:59 uur")
    g.antwoord("", "")
    g.antwoord("Hoe kwam het binnen?", "stop")
    assert g.einde() == 130
    heel = eml.read_bytes()
    eml.unlink()
    for pad in werkmap.pad.rglob("*"):
        assert not pad.is_file() or b"Karin" not in pad.read_bytes(), pad

    verder = begin("--hervat")
    verder.antwoord("Hoe kwam het binnen?", "klaar")
    verder.wacht_op("Karin Verbeek")
    verder.wacht_op("bericht.eml")
    verder.antwoord("Vastleggen?", "j")
    assert verder.einde() == 0
    ((nummer, k),) = _zaken(werkmap).items()
    assert (k.ontvangen_op, k.klager.naam, k.gedraging) == ("2026-04-24T23:59:31+02:00", "Karin Verbeek", ())
    with werkmap.journaal() as journaal:
        zaak = Dossiers(journaal).zaak(nummer)
        assert [journaal.lees_stuk(s) for s in zaak.stukken] == [heel, b"Help.\n"]
