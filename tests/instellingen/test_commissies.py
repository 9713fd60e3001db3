"""config/commissie.toml and config/fracties.toml: read whole, and every fault told with its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.commissies import Commissie, lees_commissie, lees_fracties
from klachtcli.zaak.fracties import Fractie, Fracties

Schrijf = Callable[[str, str], Path]


@pytest.fixture
def schrijf(tmp_path: Path) -> Schrijf:
    """Write a file of config/ and give the folder."""

    def maak(naam: str, tekst: str) -> Path:
        (tmp_path / naam).write_text(tekst, encoding="utf-8")
        return tmp_path

    return maak


@pytest.fixture(scope="module")
def config() -> Path:
    """config/ of this checkout."""
    return Path(__file__).parents[2] / "config"


def test_zoals_meegeleverd(config: Path) -> None:
    """Nothing is filled in, so nothing is invented; and no fractie is known."""
    c = lees_commissie(config)
    assert c.regeling == "tk-ongewenste-omgangsvormen"
    assert (c.secretaris.naam, c.vertrouwenspersoon, c.lid) == ("", "", ())
    assert lees_fracties(config) == Fracties()


LEDEN = """
regeling = "x"
[[lid]]
naam = "mr. A. Vos"
rol = "voorzitter"
benoemd_vanaf = 2025-01-01
benoemd_tot_en_met = 2025-12-31
[[lid]]
naam = "mr. B. Ooms"
rol = "voorzitter"
benoemd_vanaf = 2026-01-01
[[lid]]
naam = "C. Mol"
rol = "lid"
[[lid]]
naam = "D. Bos"
rol = "plaatsvervangend lid"
uit = "politiek"
"""


@pytest.mark.parametrize(
    ("dag", "voorzitter"),
    [
        ("2024-12-31", []), ("2025-01-01", ["mr. A. Vos"]), ("2025-12-31", ["mr. A. Vos"]),
        ("2026-01-01", ["mr. B. Ooms"]), ("2040-01-01", ["mr. B. Ooms"]),
    ],
)  # fmt: skip
def test_wie_op_een_dag_voorzitter_is(dag: str, voorzitter: list[str], schrijf: Schrijf) -> None:
    """Art. 6 lid 2: an appointment runs from and to and including its days."""
    c = lees_commissie(schrijf("commissie.toml", LEDEN))
    assert c.met_rol("voorzitter", op=date.fromisoformat(dag)) == voorzitter
    assert c.met_rol("lid", op=date.fromisoformat(dag)) == ["C. Mol"]
    assert c.met_rol("lid", "plaatsvervangend lid", op=date.fromisoformat(dag)) == ["C. Mol", "D. Bos"]


COMMISSIE = [
    ("", "regeling", "ontbreekt, en is verplicht"),
    ("regeling = 1", "regeling", "tekst verwacht, maar hier staat een geheel getal"),
    ("regeling = 'x'\nregelng = 'y'", "regelng", "bedoelt u 'regeling'?"),
    ("regeling = 'x'\nadres = 'Postbus 1'", "adres",
     'een lijst verwacht, maar hier staat tekst; zet er vierkante haken om: ["…"]'),
    ("regeling = 'x'\nadres = [1]", "adres[1]", "tekst verwacht"),
    ("regeling = 'x'\n[secretaris]\ntelefon = '1'", "secretaris.telefon", "onbekende sleutel; bedoelt u 'telefoon'?"),
    ("regeling = 'x'\nsecretaris = 'N.'", "secretaris", "een tabel verwacht"),
    ("regeling = 'x'\n[[lid]]\nrol = 'lid'", "lid[1].naam", "ontbreekt, en is verplicht"),
    ("regeling = 'x'\n[[lid]]\nnaam = 'A.'\nrol = 'baas'", "lid[1].rol",
     "kies uit voorzitter, plaatsvervangend voorzitter"),
    ("regeling = 'x'\n[[lid]]\nnaam = 'A.'\nrol = 'lid'\nuit = 'buiten'", "lid[1].uit", "kies uit extern, ambtelijk"),
    ("regeling = 'x'\n[[lid]]\nnaam = 'A.'\nrol = 'lid'\nbenoemd_vanaf = '31-2-2026'", "lid[1].benoemd_vanaf",
     "31 februari 2026 bestaat niet"),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "plaats", "feit"), COMMISSIE, ids=[f"{c[1]}: {c[2]}" for c in COMMISSIE])
def test_een_fout_in_de_commissie(tekst: str, plaats: str, feit: str, schrijf: Schrijf) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        lees_commissie(schrijf("commissie.toml", tekst or "naam = 'x'"))
    assert fout.value.code == "commissie-fout"
    assert "config/commissie.toml" in fout.value.feit
    assert [g for g in fout.value.gebreken if g.plaats == plaats and feit in g.feit], fout.value.gebreken


def test_alle_fouten_in_een_keer(schrijf: Schrijf) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        lees_commissie(schrijf("commissie.toml", "naam = 1\nadres = 2\n[[lid]]\nrol = 'x'\n"))
    assert {g.plaats for g in fout.value.gebreken} == {"regeling", "naam", "adres", "lid[1].naam", "lid[1].rol"}


GOED = "[[fractie]]\nnaam = 'F'\nstatus = 'van toepassing'\nvan = 2024-01-01\nbron = 'brief'\n"
FRACTIES = [
    ("[[fractie]]\nnaam = 'F'\nstatus = 'ja'\nvan = 2024-01-01\nbron = 'b'", "fractie[1].status",
     "kies uit van toepassing, eigen regeling, niet van toepassing"),
    ("[[fractie]]\nnaam = 'F'\nstatus = 'eigen regeling'\nvan = 2024-01-01", "fractie[1].bron", "ontbreekt"),
    ("[[fractie]]\nnaam = 'F'\nstatus = 'eigen regeling'\nbron = 'b'", "fractie[1].van", "ontbreekt"),
    (GOED + "tot_en_me = 2025-01-01", "fractie[1].tot_en_me", "onbekende sleutel; bedoelt u 'tot_en_met'?"),
    (GOED + "[[fractie]]\nnaam = 2\nstatus = 'eigen regeling'\nvan = 2024-01-01\nbron = 'b'", "fractie[2].naam",
     "tekst"),
    ("fractie = 'F'", "fractie", "een lijst verwacht"),
    ("[[fracties]]\nnaam = 'F'", "fracties", "bedoelt u 'fractie'?"),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "plaats", "feit"), FRACTIES, ids=[f"{f[1]}: {f[2]}" for f in FRACTIES])
def test_een_fout_in_de_fracties(tekst: str, plaats: str, feit: str, schrijf: Schrijf) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        lees_fracties(schrijf("fracties.toml", tekst))
    assert fout.value.code == "fracties-fout"
    assert [g for g in fout.value.gebreken if g.plaats == plaats and feit in g.feit], fout.value.gebreken


TEGENSTRIJDIG = [
    ("twee stukken die overlappen", GOED + GOED.replace("van toepassing", "eigen regeling").replace("2024", "2025")),
    ("een einde voor het begin", GOED + "tot_en_met = 2023-12-31\n"),
]


@pytest.mark.parametrize(("naam", "tekst"), TEGENSTRIJDIG, ids=[t[0] for t in TEGENSTRIJDIG])
def test_vermeldingen_die_elkaar_tegenspreken(naam: str, tekst: str, schrijf: Schrijf) -> None:
    """Whether a fractie takes part decides on a case, so two answers for one day are a fault of the file."""
    with pytest.raises(Onbruikbaar):
        lees_fracties(schrijf("fracties.toml", tekst))


@pytest.mark.parametrize(("naam", "lees"), [("commissie.toml", lees_commissie), ("fracties.toml", lees_fracties)])
def test_een_bestand_dat_ontbreekt(naam: str, lees: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        lees(tmp_path)
    assert (fout.value.code, fout.value.exitcode) == ("instelling-ontbreekt", 4)
    assert f"config/{naam}" in fout.value.feit
    assert "klacht init" in fout.value.herstel


# ---- het register van fracties ----


@pytest.mark.parametrize(
    ("gevraagd", "bekend"),
    [
        ("Fractie Voorbeeld", True), ("fractie voorbeeld", True), ("Voorbeeld", True), ("VOORBEELD", True),
        ("Voorbeeld-fractie", True), ("Tweede Kamerfractie Voorbeeld", True), ("  Fractie   Voorbeeld ", True),
        ("Fractie Anders", False), ("Voorbeelden", False), ("", False), (None, False),
    ],
)  # fmt: skip
def test_een_fractie_hoe_ook_geschreven(gevraagd: str | None, bekend: bool) -> None:
    f = Fractie("Fractie Voorbeeld", "van toepassing", date(2024, 1, 1), "brief")
    assert (Fracties((f,)).op(gevraagd, date(2026, 4, 24)) is f) == bekend


def test_een_lege_commissie_heeft_niemand() -> None:
    assert Commissie("x").met_rol("voorzitter", "lid", op=date(2026, 4, 24)) == []
