"""config/jaarverslag.toml: thresholds that protect somebody, and every fault told with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.jaarverslagen import Jaarverslag, lees_jaarverslag
from klachtcli.secretariaat.werkmap import Werkmap


def _lees(map_: Path, tekst: str) -> Jaarverslag:
    (map_ / "jaarverslag.toml").write_text(tekst, encoding="utf-8")
    return lees_jaarverslag(map_)


def test_zoals_meegeleverd() -> None:
    """The file says what the program holds without it, so that nobody has to look in two places."""
    assert lees_jaarverslag(Path(__file__).parents[2] / "config") == Jaarverslag(5, 10, 20, 4) == Jaarverslag()


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("# niets gekozen\n", Jaarverslag()),
        ("drempel_bevoegd_gezag = 3\ndrempel_ondernemingsraad = 3\n", Jaarverslag(3, 3)),
        ("drempel_bevoegd_gezag = 10\n", Jaarverslag(10, 10)),
        ("percentage_vanaf = 50\njaren_terug = 0\n", Jaarverslag(5, 10, 50, 0)),
    ],
)
def test_wat_de_commissie_kiest(tekst: str, gelezen: Jaarverslag, tmp_path: Path) -> None:
    assert _lees(tmp_path, tekst) == gelezen


FOUTEN = [
    ("drempel_bevoegd_gezag = 2", {"drempel_bevoegd_gezag": "lager dan 3"}),
    ("drempel_bevoegd_gezag = 11", {"drempel_ondernemingsraad": "lager dan drempel_bevoegd_gezag"}),
    ("drempel_bevoegd_gezag = 0\ndrempel_ondernemingsraad = 0\npercentage_vanaf = 0\njaren_terug = -1",
     {"drempel_bevoegd_gezag": "lager dan 3", "drempel_ondernemingsraad": "lager dan 3",
      "percentage_vanaf": "geen aantal zaken", "jaren_terug": "geen aantal jaren"}),
    ("drempel = 5", {"drempel": "onbekende sleutel"}),
    ("drempel_bevoegd_gesag = 5", {"drempel_bevoegd_gesag": "bedoelt u 'drempel_bevoegd_gezag'?"}),
    ("jaren_terug = 'vier'\npercentage_vanaf = true",
     {"jaren_terug": "een geheel getal verwacht", "percentage_vanaf": "een geheel getal verwacht"}),
    ("drempel_bevoegd_gezag = 5.0", {"drempel_bevoegd_gezag": "een geheel getal verwacht"}),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "gebreken"), FOUTEN)
def test_alle_fouten_in_een_keer(tekst: str, gebreken: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        _lees(tmp_path, tekst)
    assert fout.value.code == "jaarverslag-fout"
    gevonden = {g.plaats: g.feit for g in fout.value.gebreken}
    assert gevonden.keys() == gebreken.keys()
    assert [p for p in gebreken if gebreken[p] not in gevonden[p]] == [], gevonden


def test_een_bestand_dat_ontbreekt(tmp_path: Path) -> None:
    """A work folder of before there was an annual report gets the file from `klacht init`."""
    with pytest.raises(Onbruikbaar) as fout:
        lees_jaarverslag(tmp_path)
    assert (fout.value.code, fout.value.exitcode) == ("instelling-ontbreekt", 4)
    assert "klacht init" in fout.value.herstel


def test_een_nieuwe_versie_laat_de_drempel_staan(werkmap: Werkmap, klacht: Callable[..., Any]) -> None:
    """What the committee decided is its own: `klacht init` brings the file, and a renewal does not touch it."""
    assert lees_jaarverslag(werkmap.config) == Jaarverslag()
    eigen = _lees(werkmap.config, "drempel_bevoegd_gezag = 7\n")
    uit = klacht("init", str(werkmap.pad), "--vernieuw", "--json").json
    assert ("config/jaarverslag.toml" in uit["afwijkend"], "config/jaarverslag.toml" in uit["vernieuwd"]) == (
        True,
        False,
    )
    assert lees_jaarverslag(werkmap.config) == eigen
