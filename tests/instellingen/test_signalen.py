"""config/signalen.toml: how many complaints, within how long; every fault told with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.signalen import lees_drempel
from klachtcli.recht.duur import Duur
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.signalen import Drempel


def _lees(map_: Path, tekst: str) -> Drempel:
    (map_ / "signalen.toml").write_text(tekst, encoding="utf-8")
    return lees_drempel(map_)


def test_zoals_meegeleverd() -> None:
    """The file says what the program holds without it, so that nobody has to look in two places."""
    assert lees_drempel(Path(__file__).parents[2] / "config") == Drempel(3, Duur(maanden=24)) == Drempel()


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("# niets gekozen\n", Drempel()),
        ("aantal = 2\n", Drempel(2)),
        ("aantal = 20\nperiode = 'P18M'\n", Drempel(20, Duur(maanden=18))),
        ("periode = '1 jaar en 6 maanden'\n", Drempel(3, Duur(jaren=1, maanden=6))),
        ("periode = '78 weken'\n", Drempel(3, Duur(weken=78))),
        ("periode = '10 jaar'\n", Drempel(3, Duur(jaren=10))),
        ("periode = '1 dag'\n", Drempel(3, Duur(dagen=1))),
    ],
)
def test_wat_de_commissie_kiest(tekst: str, gelezen: Drempel, tmp_path: Path) -> None:
    assert _lees(tmp_path, tekst) == gelezen


FOUTEN = [
    ("aantal = 1", {"aantal": "lager dan 2: één klacht is geen signaal"}),
    ("aantal = -3", {"aantal": "lager dan 2"}),
    ("aantal = 3.0", {"aantal": "een geheel getal verwacht"}),
    ("aantal = true", {"aantal": "een geheel getal verwacht"}),
    ("periode = 24", {"periode": "een duur als tekst verwacht"}),
    ("periode = 'twee jaren lang'", {"periode": "geen duur"}),
    ("periode = '0 maanden'", {"periode": "geen duur"}),
    ("periode = '20 werkdagen'", {"periode": "is in werkdagen of uren"}),
    ("periode = '48 uur'", {"periode": "is in werkdagen of uren"}),
    ("periode = '10 jaar en 1 dag'", {"periode": "langer dan 10 jaar"}),
    ("periode = '9999 jaar'", {"periode": "langer dan 10 jaar"}),
    ("periode = '99999 weken'", {"periode": "langer dan 10 jaar"}),
    ("aantal = 0\nperiode = 'P11Y'", {"aantal": "lager dan 2", "periode": "langer dan 10 jaar"}),
    ("aantallen = 3", {"aantallen": "bedoelt u 'aantal'?"}),
]


@pytest.mark.parametrize(("tekst", "gebreken"), FOUTEN, ids=[f[0] for f in FOUTEN])
def test_alle_fouten_in_een_keer(tekst: str, gebreken: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        _lees(tmp_path, tekst)
    assert fout.value.code == "signalen-fout"
    gevonden = {g.plaats: g.feit for g in fout.value.gebreken}
    assert gevonden.keys() == gebreken.keys()
    assert [p for p in gebreken if gebreken[p] not in gevonden[p]] == [], gevonden


def test_een_bestand_dat_ontbreekt(tmp_path: Path) -> None:
    """A work folder of before there were signals gets the file from `klacht init`."""
    with pytest.raises(Onbruikbaar) as fout:
        lees_drempel(tmp_path)
    assert (fout.value.code, fout.value.exitcode) == ("instelling-ontbreekt", 4)
    assert "klacht init" in fout.value.herstel


def test_een_nieuwe_versie_laat_de_drempel_staan(werkmap: Werkmap, klacht: Callable[..., Any]) -> None:
    """What the committee decided is its own: `klacht init` brings the file, and a renewal does not touch it."""
    eigen = _lees(werkmap.config, "aantal = 4\n")
    uit = klacht("init", str(werkmap.pad), "--vernieuw", "--json").json
    assert "config/signalen.toml" in uit["afwijkend"]
    assert "config/signalen.toml" not in uit["vernieuwd"]
    assert lees_drempel(werkmap.config) == eigen
