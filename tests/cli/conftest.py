"""What the tests of the command line share: a case by the secretary's own commands.

zaak()                     receives the complete klaagschrift and gives its number
loop_tot("adviseer")       the ordinary way through the procedure, up to and including that command
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
# The ordinary way: on which day (the clock stands there), and what is typed.
GEWOON = (
    ("2026-04-28", "brief 1 ontvangstbevestiging"),
    ("2026-04-28", "brief 1 ontvangstbevestiging --verzonden 2026-04-28"),
    ("2026-04-29", "vul-aan 1 --gevraagd"),
    ("2026-05-06", "besluit 1 compleet --op 2026-05-06"),
    ("2026-05-20", "besluit 1 ontvankelijk"),
    ("2026-05-20", f"adres 1 aangeklaagde {VOORBEELDEN / 'adres.toml'}"),
    ("2026-05-20", "brief 1 --alle"),
    ("2026-05-20", "brief 1 mededeling-ontvankelijk --verzonden 2026-05-20"),
    ("2026-05-20", "brief 1 afschrift-klacht --verzonden 2026-05-20"),
    ("2026-05-26", "hoor 1 2026-06-09 --stukken-tot 2026-06-02"),
    ("2026-05-26", "brief 1 --alle"),
    ("2026-05-26", "brief 1 uitnodiging-klager --verzonden 2026-05-26"),
    ("2026-05-26", "brief 1 uitnodiging-aangeklaagde --verzonden 2026-05-26"),
    ("2026-06-09", "hoor 1 --gehouden 2026-06-09"),
    ("2026-06-12", "verslag 1"),
    ("2026-06-16", "feiten 1 --verzonden 2026-06-16 --reactie-tot 2026-06-26"),
    ("2026-06-16", "brief 1 feitenoverzicht"),
    ("2026-06-16", "brief 1 feitenoverzicht --verzonden 2026-06-16"),
    ("2026-06-26", "feiten 1 --gesloten 2026-06-26"),
    ("2026-06-29", "verdaag 1 advies --tot 2026-08-12 --reden ziekte"),
    ("2026-06-29", "brief 1 verdaging-advies"),
    ("2026-06-29", "brief 1 verdaging-advies --verzonden 2026-06-29"),
    ("2026-07-01", f"adviseer 1 {VOORBEELDEN / 'advies.toml'}"),
    ("2026-07-01", "brief 1 --alle"),
    ("2026-07-01", "brief 1 advies --verzonden 2026-07-01"),
    ("2026-07-01", "brief 1 afschrift-advies --verzonden 2026-07-01"),
    ("2026-07-02", "adviseer 1 --ontvangen 2026-07-02"),
    ("2026-07-20", "verdaag 1 beslissing --met P4W --reden zomer"),
    ("2026-07-20", "brief 1 verdaging-beslissing --verzonden 2026-07-20"),
    ("2026-08-20", f"beslis 1 {VOORBEELDEN / 'beslissing.toml'}"),
    ("2026-08-20", "brief 1 beslissing"),
    ("2026-08-20", "brief 1 beslissing --verzonden 2026-08-20"),
    ("2026-08-20", "beslis 1 --commissie-geinformeerd 2026-08-20"),
    ("2026-08-28", "brief 1 sluiting-en-nazorg"),
    ("2026-08-28", "brief 1 sluiting-en-nazorg --verzonden 2026-08-28"),
    ("2026-08-28", "sluit 1"),
)


@pytest.fixture
def zaak(
    klacht: Callable[..., Any], klaagschrift: Callable[..., Any], bestand: Callable[..., str]
) -> Callable[..., str]:
    """Receive a klaagschrift; gives the number of its case."""

    def ontvang(*opties: str, **anders: Any) -> str:
        uit = klacht("ontvang", bestand(klaagschrift(**anders)), "--json", *opties)
        assert uit.code == 0, uit
        return str(uit.json["zaak"])

    return ontvang


@pytest.fixture
def loop_tot(
    klacht: Callable[..., Any], zaak: Callable[..., str], bevries: Callable[[str], Any]
) -> Callable[[str], None]:
    """Take the ordinary way until a command that begins so."""

    def loop(tot: str) -> None:
        zaak()
        for dag, opdracht in GEWOON:
            bevries(f"{dag}T10:00")
            uit = klacht(*opdracht.split())
            assert uit.code == 0, (opdracht, uit)
            if opdracht.startswith(tot):
                return
        raise AssertionError(f"no step begins with {tot}")

    return loop


@pytest.fixture
def gewoon() -> tuple[tuple[str, str], ...]:
    """The ordinary way, step by step."""
    return GEWOON
