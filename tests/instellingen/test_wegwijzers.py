"""config/wegwijzer.toml: what is wrong with it is told whole, each fault at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.wegwijzers import lees_wegwijzer

HEEL = (Path(__file__).parents[2] / "config" / "wegwijzer.toml").read_text(encoding="utf-8")

# Wat er in het bestand wordt veranderd (wat er stond, wat er komt), en de gebreken: plaats en wat er moet staan.
KAPOT: list[tuple[str, str, str, dict[str, str]]] = [
    ("een onbekend antwoord", 'hulp = "vpoo", hulp_bron = "r. 8904', 'hulp = "vpo", hulp_bron = "r. 8904',
     {"cel[1].hulp": "'vpo' staat niet in dit bestand"}),
    ("een onbekend onderwerp", 'over = "omgangsvormen", hulp = "vpoo", hulp_bron = "r. 8904', 'over = "omgang", '
     'hulp = "vpoo", hulp_bron = "r. 8904', {"cel[1].over": "onbekende keuze"}),
    ("een cel die mist", '{klager = "ambtenaar", aangeklaagde = "kamerlid", over = "integriteit"',
     '{klager = "ambtenaar", aangeklaagde = "ambtenaar", over = "integriteit"',
     {"cel": "mist ambtenaar over kamerlid bij integriteit"}),
    ("een onbekend kanaal", 'weg = [{kanaal = "vpi"}]', 'weg = [{kanaal = "vpx"}]',
     {"antwoord[3].weg": "'vpx' staat niet in dit bestand"}),
    ("een antwoord dat niets zegt", 'weg = [{kanaal = "vpi"}]', "weg = []", {"antwoord[3]": "noemt geen weg"}),
    ("een woord dat twee dingen is", 'ook = ["stagiaire"]', 'ook = ["Stagiaire", "bezoeker"]',
     {"woord": "'bezoeker' staat er meer dan een keer"}),
    ("een hoedanigheid zonder woord", 'naam = "derde"', 'naam = "vierde"', {"woord": "mist de hoedanigheid 'derde'"}),
    ("een categorie zonder onderwerp", 'naam = "stalken"', 'naam = "stalken en zo"',
     {"onderwerp": "mist de categorie 'stalken'"}),
    ("een onderwerp zonder inhoud", 'over = ["integriteit"]\n\n[[onderwerp]]', 'over = []\n\n[[onderwerp]]',
     {"onderwerp[9].over": "is leeg"}),
    ("niemand zonder uitleg", 'kort = "Voor iemand van buiten', 'kort = "" #', {"woord[12].kort": "ontbreekt"}),
    ("een onbekende sleutel", 'momentopname = "2022/2023"', 'momentopname = "2022/2023"\nmoment = 1',
     {"moment": "onbekende sleutel"}),
    ("twee fouten tegelijk", 'weg = [{kanaal = "vpi"}]', 'weg = [{kanaal = "a"}, {kanaal = "b"}]',
     {"antwoord[3].weg": "staat niet in dit bestand"}),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "was", "wordt", "gebreken"), KAPOT, ids=[k[0] for k in KAPOT])
def test_elk_gebrek_op_zijn_plaats(naam: str, was: str, wordt: str, gebreken: dict[str, str], tmp_path: Path) -> None:
    assert was in HEEL, naam
    (tmp_path / "wegwijzer.toml").write_text(HEEL.replace(was, wordt, 1), encoding="utf-8")
    with pytest.raises(Onbruikbaar) as fout:
        lees_wegwijzer(tmp_path)
    assert (fout.value.code, fout.value.exitcode) == ("wegwijzer-fout", 4)
    assert "klacht init MAP --vernieuw" in fout.value.herstel
    gevonden: dict[str, str] = {}
    for g in fout.value.gebreken:
        gevonden[g.plaats] = f"{gevonden.get(g.plaats, '')} {g.feit}"
    assert [p for p, feit in gebreken.items() if feit not in gevonden.get(p, "")] == [], gevonden


def test_twee_fouten_worden_allebei_genoemd(tmp_path: Path) -> None:
    tekst = HEEL.replace('naam = "derde"', 'naam = "vierde"').replace('weg = [{kanaal = "vpi"}]', "weg = []")
    (tmp_path / "wegwijzer.toml").write_text(tekst, encoding="utf-8")
    with pytest.raises(Onbruikbaar) as fout:
        lees_wegwijzer(tmp_path)
    assert {g.plaats for g in fout.value.gebreken} == {"antwoord[3]", "woord"}


def test_een_bestand_dat_ontbreekt(tmp_path: Path) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        lees_wegwijzer(tmp_path)
    assert fout.value.code == "instelling-ontbreekt"
    assert "klacht init" in fout.value.herstel
