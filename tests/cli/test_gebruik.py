"""Wrong use of the command line, a row each: what is typed, and the sentence. All Dutch, and never a value typed."""

from __future__ import annotations

import errno
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from klachtcli.cli import gebruik
from klachtcli.cli.start import voer_uit
from klachtcli.schijf import _REDENEN, reden
from klachtcli.secretariaat.dossiers import dichtstbij

Klacht = Callable[..., Any]

# What is typed, and what is said of it before the place where there is more to read.
GEBRUIK = [
    # an unknown command, and the nearest
    ("vandag", "de opdracht vandag bestaat niet; bedoelt u vandaag?", "klacht"),
    ("termijn", "de opdracht termijn bestaat niet; bedoelt u termijnen?", "klacht"),
    ("audit pakkt", "de opdracht pakkt bestaat niet; bedoelt u pakket?", "klacht audit"),
    ("beheer herstl", "de opdracht herstl bestaat niet; bedoelt u herstel?", "klacht beheer"),
    ("xyzzy", "de opdracht xyzzy bestaat niet.", "klacht"),
    ("audit xyzzy", "de opdracht xyzzy bestaat niet.", "klacht audit"),
    # it does exist, elsewhere
    ("reservekopie", "de opdracht reservekopie bestaat niet; bedoelt u klacht beheer reservekopie?", "klacht"),
    ("beheer zegel", "de opdracht zegel bestaat niet; bedoelt u klacht audit zegel?", "klacht beheer"),
    ("audit toets", "de opdracht toets bestaat niet; bedoelt u klacht toets?", "klacht audit"),
    ("controler", "de opdracht controler bestaat niet; bedoelt u klacht audit controleer of klacht beheer controleer?",
     "klacht"),
    ("help", "de opdracht help bestaat niet; bedoelt u --help?", "klacht"),
    # options
    ("toets 1 --prof", "de optie --prof bestaat niet; bedoelt u --proef?", "klacht toets"),
    ("toets -x 1", "de optie -x bestaat niet.", "klacht toets"),
    ("--zaak 1", "de optie --zaak bestaat niet", "klacht"),
    ("audit --zegel", "de optie --zegel bestaat niet", "klacht audit"),
    ("vandaag --dagen", "bij --dagen hoort een waarde.", "klacht vandaag"),
    ("--map", "bij --map hoort een waarde.", "klacht"),
    ("sluit 1 --reden", "bij --reden hoort een waarde.", "klacht sluit"),
    ("toets 1 --json=ja", "bij --json hoort geen waarde.", "klacht toets"),
    ("audit pakket 1", "--uit ontbreekt.", "klacht audit pakket"),
    # values
    ("toets", "ZAAK ontbreekt.", "klacht toets"),
    ("audit pakket -o x", "ZAAK ontbreekt.", "klacht audit pakket"),
    ("bereken 2026-03-20", "DUUR ontbreekt.", "klacht bereken"),
    ("verdaag 1", "TERMIJN ontbreekt; kies uit advies, beslissing.", "klacht verdaag"),
    ("verdaag 1 Verbeek", "TERMIJN heeft geen goede waarde; kies uit advies, beslissing.", "klacht verdaag"),
    ("verdaag 1 advis", "TERMIJN heeft geen goede waarde; kies uit advies, beslissing; bedoelt u advies?",
     "klacht verdaag"),
    ("voorziening 1 gevraagd --grond Verbeek", "--grond heeft geen goede waarde; kies uit welzijn, onhoudbaar.",
     "klacht voorziening"),
    ("corrigeer 1 Verbeek --vervalt", "NUMMER is geen heel getal.", "klacht corrigeer"),
    ("vandaag --dagen Verbeek", "--dagen is geen heel getal.", "klacht vandaag"),
    ("vandaag --dagen 400", "--dagen ligt niet tussen 0 en 366.", "klacht vandaag"),
    ("vandaag --dagen=-1", "--dagen ligt niet tussen 0 en 366.", "klacht vandaag"),
    ("toets 1 Verbeek de Wit", "er staat meer op de regel dan deze opdracht kent; zet een tekst met spaties tussen "
     "aanhalingstekens.", "klacht toets"),
    ("handleiding nieuwe laptop", "er staat meer op de regel dan deze opdracht kent", "klacht handleiding"),
    ("audit controleer Verbeek", "er staat meer op de regel dan deze opdracht kent", "klacht audit controleer"),
]  # fmt: skip


@pytest.mark.parametrize(("typt", "zin", "waar"), GEBRUIK, ids=[g[0] for g in GEBRUIK])
def test_verkeerd_gebruik(typt: str, zin: str, waar: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(shlex.split(typt)) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert fout.startswith(f"fout: {zin}"), fout
    assert fout.endswith(f" Uitleg: {waar} --help. [verkeerd-gebruik]\n"), fout
    assert "Verbeek" not in fout


def test_elke_fout_van_de_ontleder_heeft_een_zin() -> None:
    """Every kind of error that the library has for wrong use; one that is new there would fail here."""
    import typer.core

    bron = typer.core.TyperGroup.__mro__[1].__module__.rsplit(".", 1)[0]  # click, or typer's own copy of it
    uitzonderingen = __import__(f"{bron}.exceptions", fromlist=["x"])
    soorten = {
        naam for naam, soort in vars(uitzonderingen).items()
        if isinstance(soort, type) and issubclass(soort, uitzonderingen.ClickException)
    }  # fmt: skip
    assert "UsageError" in soorten
    assert soorten - set(gebruik._VERTALINGEN) <= {"NoArgsIsHelpError"}


@pytest.mark.parametrize("nummer", sorted(_REDENEN))
def test_wat_een_schijf_weigert_in_het_nederlands(
    nummer: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the file system that no use case foresaw: its reason in Dutch, and never its path."""

    def weiger() -> None:
        raise OSError(nummer, "No such thing", "/home/verbeek/brief.docx")

    monkeypatch.setattr("klachtcli.cli.handleiding.lees", weiger)
    assert voer_uit(["handleiding"]) == 4
    fout = capsys.readouterr().err
    assert fout.startswith(f"fout: een bestand of map is niet te gebruiken: {reden(OSError(nummer, ''))} (")
    assert fout.endswith(". [schijf-weigert]\n")
    assert "verbeek" not in fout
    assert "No such" not in fout


def test_een_reden_die_wij_niet_kennen_is_geen_engels() -> None:
    assert reden(OSError(errno.EBADF, "Bad file descriptor")) == f"OSError {errno.EBADF}"


NABIJ = [
    ("het nummer klopt, het jaar niet", "K2026-003", ["K2025-001", "K2025-003"], "K2025-003"),
    ("het jaar klopt, het nummer is te hoog", "K2026-010", ["K2025-003", "K2026-001", "K2026-002"], "K2026-002"),
    ("een nummer ertussen is er niet", "K2026-004", ["K2026-001", "K2026-005"], "K2026-005"),
    ("er is geen enkele zaak", "K2026-001", [], None),
]


@pytest.mark.parametrize(("_", "gevraagd", "zaken", "nabij"), NABIJ, ids=[n[0] for n in NABIJ])
def test_de_dichtstbijzijnde_zaak(_: str, gevraagd: str, zaken: list[str], nabij: str | None) -> None:
    assert dichtstbij(gevraagd, zaken) == nabij


def test_een_zaak_die_er_niet_is_noemt_de_dichtstbijzijnde(klacht: Klacht, zaak: Callable[..., str]) -> None:
    zaak()
    klacht("toon", "7").eis_fout(2, "zaak-onbekend", "zaak K2026-007 is er niet", "Bedoelt u K2026-001?")
    klacht("toon", "2025-1").eis_fout(2, "zaak-onbekend", "Bedoelt u K2026-001?")
