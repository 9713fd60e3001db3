"""docs/eigen-regeling.md: its example loads and works, its faults are explained as it says, and no key is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.instellingen.regelingen import lees_regelingen
from klachtcli.recht import regeling as r
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.klaagschrift import Soort
from klachtcli.zaak.partijen import ONTVANGERS
from klachtcli.zaak.procedure import FEIT_VAN, ZONDER_FEIT
from klachtcli.zaak.toetsing import TOETSEN
from klachtcli.zaak.voorwaarden import VOLDAAN_ALS, VOORWAARDEN

PAGINA = (Path(__file__).parents[1] / "docs" / "eigen-regeling.md").read_text(encoding="utf-8")
VOORBEELD = "\n".join(re.findall(r"```toml\n(.*?)```", PAGINA, re.DOTALL))
ID = "stadhuis-omgangsvormen"
FOUTEN = re.findall(r"^\| `(.+?)` \| `(.+?)` \| `(.+?)` \|$", PAGINA, re.MULTILINE)


def _zet(map_: Path, tekst: str, dag: str = "2026-01-01") -> Path:
    (map_ / ID).mkdir(parents=True, exist_ok=True)
    (map_ / ID / f"{dag}.toml").write_text(tekst, encoding="utf-8")
    return map_


def test_het_voorbeeld_is_goed(tmp_path: Path) -> None:
    (regeling,) = lees_regelingen(_zet(tmp_path, VOORBEELD), ID)
    assert [t.id for t in regeling.termijn] == ["venster", "ontvangstbevestiging", "advies", "beslissing"]


def test_het_voorbeeld_werkt(
    werkmap: Werkmap, klacht: Callable[..., Any], bestand: Callable[..., str], klaagschrift: Callable[..., Any]
) -> None:
    """A case under it: three working days from Friday 24 April, over Koningsdag; conduct of January is in time."""
    _zet(werkmap.config / "regelingen", VOORBEELD)
    pad = werkmap.config / "commissie.toml"
    pad.write_text(pad.read_text("utf-8").replace("tk-ongewenste-omgangsvormen", ID, 1), "utf-8")
    assert klacht("ontvang", bestand(klaagschrift())).code == 0
    termijnen = {t["termijn"]: t["uiterlijk"] for t in klacht("termijnen", "1", "--json").json}
    assert termijnen == {"ontvangstbevestiging": "2026-04-30", "venster": "2024-04-24"}
    assert klacht("toets", "1", "--json").json["uitkomst"] == "compleet"


@pytest.mark.parametrize(("goed", "fout", "zegt"), FOUTEN, ids=[f[2][:60] for f in FOUTEN])
def test_een_fout_wordt_uitgelegd_zoals_de_bladzijde_zegt(goed: str, fout: str, zegt: str, tmp_path: Path) -> None:
    """In that place, with its name and the nearest; under the configuration's exit code."""
    assert goed in VOORBEELD
    with pytest.raises(Onbruikbaar) as weigering:
        lees_regelingen(_zet(tmp_path, VOORBEELD.replace(goed, fout, 1)), ID)
    assert zegt in str(weigering.value), str(weigering.value)
    assert weigering.value.herstel


def test_er_staan_genoeg_fouten_in() -> None:
    assert len(FOUTEN) >= 20


# Wat de bladzijde niet met een regel toont.
OOK = [
    ("een termijn die niet te verdagen is", 'id = "advies"\nnaam',
     'id = "rapport"\nverdaging = [{vindplaats = "art. 4"}]\nnaam',
     "termijn[3].verdaging: bij 'rapport': kan alleen bij advies en beslissing"),
    ("een dag die niemand stelt", 'duur = "P6W"', "stelbaar = true",
     "termijn[3].stelbaar: bij 'advies': kan alleen bij nadere_stukken en reactie_feitenoverzicht"),
    ("werkdagen die stilstaan", 'duur = "3 werkdagen"', 'duur = "3 werkdagen"\nopschortbaar = true',
     "termijn[2].opschortbaar: bij 'ontvangstbevestiging': 3 werkdagen en 1 dag zijn niet op te tellen"),
    ("twee manieren om een einde te noemen", 'duur = "P1W"', 'duur = "P1W"\nmeteen = true', "plicht[2].meteen"),
    ("voor een verdaging zonder termijn", 'duur = "P1W"', 'duur = "P1W"\nvoor_verdaging = true',
     "plicht[2].voor_verdaging"),
    ("een einde voor het begin", "geldig_vanaf = 2026-01-01",
     "geldig_vanaf = 2026-01-01\ngeldig_tot_en_met = 2025-12-31",
     "geldig_tot_en_met: 2025-12-31 ligt vóór geldig_vanaf (2026-01-01)"),
    ("een half haakje in een opdracht", "klacht hoor {zaak} DATUM", "klacht hoor {zaak DATUM", "plicht[2].opdracht"),
    ("een lijst zonder komma", '["naam", "adres"]', '["naam" "adres"]',
     "tussen de delen van een lijst staat een komma"),
]  # fmt: skip


@pytest.mark.parametrize(("goed", "fout", "zegt"), [o[1:] for o in OOK], ids=[o[0] for o in OOK])
def test_wat_anders_midden_in_een_zaak_zou_opvallen(goed: str, fout: str, zegt: str, tmp_path: Path) -> None:
    test_een_fout_wordt_uitgelegd_zoals_de_bladzijde_zegt(goed, fout, zegt, tmp_path)


def test_twee_versies_die_overlappen(tmp_path: Path) -> None:
    _zet(tmp_path, VOORBEELD.replace("2026-01-01", "2027-01-01", 1), "2027-01-01")
    einde = "geldig_vanaf = 2026-01-01\ngeldig_tot_en_met = 2027-02-01"
    with pytest.raises(KlachtFout) as fout:
        lees_regelingen(_zet(tmp_path, VOORBEELD.replace("geldig_vanaf = 2026-01-01", einde, 1)), ID)
    assert "overlapt de versie van 2027-01-01; ten hoogste 2026-12-31" in str(fout.value)


def test_beheer_controleer_noemt_ook_een_brief_die_er_niet_is(werkmap: Werkmap, klacht: Callable[..., Any]) -> None:
    """In a regulation that no case follows, too; and each version has its own faults."""
    map_, later = werkmap.config / "regelingen", VOORBEELD.replace("2026-01-01", "2027-01-01", 1)
    _zet(map_, VOORBEELD.replace('brief = "beslissing"', 'brief = "beslising"', 1))
    _zet(map_, later.replace('toets = "klager"', 'toets = "klagr"', 1), "2027-01-01")
    uit = klacht("beheer", "controleer")
    assert uit.code == 4
    assert "plicht 'deel_beslissing_mee' noemt de brief 'beslising', die er niet is; bedoelt u 'beslissing'?" in uit.uit
    assert "2027-01-01.toml: 1 fout: vereiste[1].toets: bij '2.1': onbekende toets 'klagr'; bedoelt u" in uit.uit


# ---- alles staat erin ----


def test_elke_sleutel_staat_op_de_bladzijde() -> None:
    soorten = (r.Regeling, r.Artikel, r.Lid, r.Termijn, r.Verdaging, r.Alternatief, r.Richtdatum, r.Vereiste,
               r.Hoedanigheid, r.Handeling, r.Gegeven, r.Plicht)  # fmt: skip
    tabellen = {"artikel", "termijn", "vereiste", "hoedanigheid", "handeling", "plicht"}  # have a heading of their own
    rijen = "\n".join(regel for regel in PAGINA.splitlines() if regel.startswith("| `"))
    mist = [f"{s.__name__}.{v.name}" for s in soorten for v in msgspec.structs.fields(s)
            if f"`{v.name}`" not in rijen and v.name not in tabellen]  # fmt: skip
    assert mist == []
    assert [t for t in tabellen if f"`[[{t}]]`" not in PAGINA] == []


@pytest.mark.parametrize(
    "namen", [ANKERS, TOETSEN, VOORWAARDEN, VOLDAAN_ALS, FEIT_VAN, ZONDER_FEIT, ONTVANGERS, get_args(Soort)],
    ids=["feiten", "toetsen", "als", "voldaan_als", "handelingen", "zonder feit", "ontvangers", "hoedanigheden"],
)  # fmt: skip
def test_elke_naam_staat_op_de_bladzijde(namen: Any) -> None:
    _, _, achteraan = PAGINA.partition("## Alle namen")
    assert [n for n in namen if f"`{n}`" not in achteraan] == []


def test_elke_meegeleverde_regeling_staat_op_de_bladzijde() -> None:
    mappen = (Path(__file__).parents[1] / "config" / "regelingen").iterdir()
    assert [m.name for m in mappen if f"`{m.name}`" not in PAGINA] == []
