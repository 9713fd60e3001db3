"""config/fracties.toml with a period more: the rest stays to the letter, and what was meant is read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.bestand import lees_tabel
from klachtcli.instellingen.fractiebestand import met_periode
from klachtcli.instellingen.lezer import lees
from klachtcli.zaak.fracties import Fractie, Fracties

KOP = (Path(__file__).parents[2] / "config" / "fracties.toml").read_text(encoding="utf-8")
GROEN = """[[fractie]]
naam = "Groen"
status = "van toepassing"
van = 2024-01-01   # zo zei men
bron = "brief"
"""
ROOD = '[[ fractie ]]\nnaam = "Rood"\nstatus = "eigen regeling"\nvan = 2020-01-01\nbron = "mail"\n'
NIEUW = Fractie("Groen", "niet van toepassing", date(2026, 1, 1), "mail")
BLOK = '\n[[fractie]]\nnaam = "Groen"\nstatus = "niet van toepassing"\nvan = 2026-01-01\nbron = "mail"\n'
EINDE = "van = 2024-01-01   # zo zei men\ntot_en_met = 2025-12-31\n"


def gelezen(ruw: bytes) -> Fracties:
    return lees(Fracties, lees_tabel(ruw, "fracties"), wat="fracties", code="x")


def erbij(tekst: str, nieuw: Fractie = NIEUW) -> str:
    oud = gelezen(tekst.encode())
    return met_periode(tekst.encode(), oud, oud.erbij(nieuw)[0]).decode()


def _beeindigd(tekst: str) -> str:
    return tekst.replace("van = 2024-01-01   # zo zei men\n", EINDE)


# Hoe het bestand eruitzag, en hoe daarna.
ERBIJ: list[tuple[str, str, Callable[[str], str]]] = [
    ("zoals meegeleverd", KOP, lambda t: t + BLOK),
    ("er gold al iets", KOP + GROEN, lambda t: _beeindigd(t) + BLOK),
    ("het was de tweede", KOP + ROOD + GROEN, lambda t: _beeindigd(t) + BLOK),
    ("het was de eerste", GROEN + "\n# hierna de rest\n" + ROOD, lambda t: _beeindigd(t) + BLOK),
    ("met Windows-regels", (KOP + GROEN).replace("\n", "\r\n"),
     lambda t: (_beeindigd(t.replace("\r\n", "\n")) + BLOK).replace("\n", "\r\n")),
    ("er stond al een einde", GROEN + "tot_en_met = 2026-12-31\n",
     lambda t: _beeindigd(t.replace("tot_en_met = 2026-12-31\n", "")) + BLOK),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "eerst", "daarna"), ERBIJ, ids=[e[0] for e in ERBIJ])
def test_alleen_wat_nieuw_is_komt_erbij(naam: str, eerst: str, daarna: Callable[[str], str]) -> None:
    assert erbij(eerst) == daarna(eerst)


ONGEWOON = 'fractie = [{naam = "Groen", status = "van toepassing", van = 2024-01-01, bron = "b"}]\n'


@pytest.mark.parametrize("tekst", [ONGEWOON, '{"fractie": []}', "fractie = []\n"])
def test_een_ongewone_schrijfwijze_blijft_zoals_zij_is(tekst: str) -> None:
    """Then it says what to put in by hand, and nothing is written."""
    with pytest.raises(Onbruikbaar) as fout:
        erbij(tekst)
    assert fout.value.code == "fracties-niet-te-bewerken"
    assert "[[fractie]]" in fout.value.herstel


_TEKENS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_TEKST = st.text(_TEKENS, min_size=1, max_size=40)


@given(naam=_TEKST, bron=_TEKST)
def test_elke_naam_en_bron_overleeft(naam: str, bron: str) -> None:
    """Quotes, backslashes, hashes, accents and what looks like TOML come back as they went in."""
    nieuw = Fractie(naam, "eigen regeling", date(2026, 1, 1), bron)
    een = erbij(KOP + ROOD, nieuw)
    assert gelezen(een.encode()).fractie[-1] == nieuw
    later = Fractie(naam, "van toepassing", date(2027, 1, 1), bron)  # the file with it in can be added to as well
    assert gelezen(erbij(een, later).encode()).fractie[-1] == later
