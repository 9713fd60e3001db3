"""The register of fracties (art. 1): what a new report does to what was known, and what changed between two of them."""

from __future__ import annotations

from datetime import date

import pytest

from klachtcli.fouten import Geweigerd
from klachtcli.zaak.fracties import Fractie, Fracties, nabij, verschil

# Een fractie van 2024 tot en met 2025, en weer vanaf juli 2026 zonder einde.
GROEN = "Fractie Groen"


def fractie(status: str, van: str, tot: str | None = None, naam: str = GROEN) -> Fractie:
    """A period, in short."""
    return Fractie(naam, status, date.fromisoformat(van), "brief", tot and date.fromisoformat(tot))  # type: ignore[arg-type]


BEKEND = Fracties((
    fractie("van toepassing", "2024-01-01", "2025-12-31"),
    fractie("van toepassing", "2020-01-01", naam="Fractie Blauw"),
    fractie("eigen regeling", "2026-07-01"),
))  # fmt: skip

# Wat erbij komt; wat daardoor eindigt en wanneer, of welke weigering; en waarom.
ERBIJ: list[tuple[Fractie, str | None, str, str]] = [
    (fractie("niet van toepassing", "2026-01-01", "2026-06-30"), None, "", "past in het gat"),
    (fractie("niet van toepassing", "2027-01-01"), "2026-12-31", "", "de open periode eindigt de dag ervoor"),
    (fractie("eigen regeling", "2025-07-01", "2025-12-31"), "2025-06-30", "", "ook een periode met een einde"),
    (fractie("van toepassing", "2019-01-01", "2019-12-31"), None, "", "ervoor"),
    (
        fractie("niet van toepassing", "2026-01-01"),
        None,
        "fractie-overlapt",
        "zonder einde raakt zij juli 2026",
    ),
    (fractie("niet van toepassing", "2023-01-01", "2024-01-01"), None, "fractie-overlapt", "een dag te lang"),
    (fractie("eigen regeling", "2027-01-01"), None, "fractie-staat-er-al", "dat stond er al"),
    (fractie("van toepassing", "2026-07-01"), None, "fractie-overlapt", "dezelfde eerste dag: een verbetering"),
    (
        fractie("niet van toepassing", "2026-08-01", naam="de fractie GROEN"),
        "2026-07-31",
        "",
        "anders gespeld",
    ),
    (fractie("niet van toepassing", "2026-08-01", naam="Rood"), None, "", "een nieuwe fractie raakt geen andere"),
]


@pytest.mark.parametrize(("nieuw", "eindigt", "code", "waarom"), ERBIJ, ids=[e[3] for e in ERBIJ])
def test_een_melding(nieuw: Fractie, eindigt: str | None, code: str, waarom: str) -> None:
    if code:
        with pytest.raises(Geweigerd) as fout:
            BEKEND.erbij(nieuw)
        assert fout.value.code == code
        assert "brief" not in str(fout.value)  # who said it may be a person
        return
    register, korter = BEKEND.erbij(nieuw)
    assert (str(korter.tot_en_met) if korter and korter.tot_en_met else None) == eindigt
    assert register.fractie[-1] == nieuw
    assert len(register.fractie) == len(BEKEND.fractie) + 1
    assert register.op(nieuw.naam, nieuw.van) == nieuw
    gezegd = [zin.split(":")[0] for _, zin in verschil(BEKEND, register)]
    assert sorted(gezegd) == sorted(["erbij", *([f"eindigt op {_voluit(korter)}"] if korter else [])])


def _voluit(f: Fractie) -> str:
    return f.kort().rpartition("tot en met ")[2]


def test_wat_er_veranderde() -> None:
    """Added, gone, ended, and changed otherwise; what stayed is not told."""
    oud = Fracties((fractie("van toepassing", "2024-01-01"), fractie("eigen regeling", "2020-01-01", naam="Rood"),
                    fractie("eigen regeling", "2020-01-01", naam="Geel")))  # fmt: skip
    nieuw = Fracties((fractie("van toepassing", "2024-01-01", "2025-12-31"),
                      fractie("niet van toepassing", "2020-01-01", naam="Rood"),
                      fractie("van toepassing", "2026-01-01", naam="Paars")))  # fmt: skip
    assert [zin for _, zin in verschil(oud, nieuw)] == [
        "eindigt op 31 december 2025: Fractie Groen: van toepassing vanaf 1 januari 2024 (bron: brief)",
        "nu: Rood: niet van toepassing vanaf 1 januari 2020 (bron: brief); "
        "eerst: Rood: eigen regeling vanaf 1 januari 2020 (bron: brief)",
        "erbij: Paars: van toepassing vanaf 1 januari 2026 (bron: brief)",
        "weg: Geel: eigen regeling vanaf 1 januari 2020 (bron: brief)",
    ]
    assert list(verschil(nieuw, nieuw)) == []


@pytest.mark.parametrize(("getypt", "lijkt"), [
    ("Gron", "; bedoelt u 'Fractie Groen'?"), ("fractie groenn", "; bedoelt u 'Fractie Groen'?"),
    ("fractie Zwart", ""), ("", ""),
])  # fmt: skip
def test_de_naam_die_erop_lijkt(getypt: str, lijkt: str) -> None:
    """Compared without the word fractie, which all of them have."""
    assert nabij(getypt, ["Fractie Groen", "Fractie Blauw"]) == lijkt
