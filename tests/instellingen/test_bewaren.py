"""config/bewaren.toml: how long, from when, on which ground, set by whom; every fault told with its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.bewaren import lees_bewaartermijnen
from klachtcli.recht.duur import Duur
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.bewaren import Bewaartermijn

GOED = """
[[bewaartermijn]]
id = "dossier"
regelingen = ["awb-9"]
duur = "5 jaar"
vanaf = "gesloten"
grond = "selectielijst"
bron = "besluit"
"""
VAST = 'status = "vastgesteld"\nvastgesteld_door = "de Griffier"\nvastgesteld_op = 2026-01-15\n'


@pytest.fixture(autouse=True)
def dag(bevries: Callable[[str], Any]) -> None:
    bevries("2026-04-24T10:00")


def _lees(map_: Path, tekst: str) -> tuple[Bewaartermijn, ...]:
    (map_ / "bewaren.toml").write_text(tekst, encoding="utf-8")
    return lees_bewaartermijnen(map_)


def test_zoals_meegeleverd() -> None:
    """Shipped as a proposal: nothing is destroyed on what the makers chose."""
    (t,) = lees_bewaartermijnen(Path(__file__).parents[2] / "config")
    assert (t.status, t.vastgesteld_op, t.duur, t.vanaf) == ("voorstel", None, Duur(jaren=2), "gesloten")
    assert set(t.regelingen) == {p.name for p in (Path(__file__).parents[2] / "config" / "regelingen").iterdir()}


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("# niets\n", ()),
        (GOED, (Bewaartermijn("dossier", ("awb-9",), Duur(jaren=5), "gesloten", "selectielijst", "besluit"),)),
        (GOED + VAST, (Bewaartermijn("dossier", ("awb-9",), Duur(jaren=5), "gesloten", "selectielijst", "besluit",
                                     "vastgesteld", "de Griffier", date(2026, 1, 15)),)),
    ],
)  # fmt: skip
def test_wat_is_vastgesteld(tekst: str, gelezen: tuple[Bewaartermijn, ...], tmp_path: Path) -> None:
    assert _lees(tmp_path, tekst) == gelezen


def _anders(veld: str, waarde: str) -> str:
    return "\n".join(f"{veld} = {waarde}" if r.startswith(f"{veld} ") else r for r in (GOED + VAST).splitlines())


EERSTE = "bewaartermijn[1]"
FOUTEN = [
    (_anders("duur", '"20 werkdagen"'), {f"{EERSTE}.duur": "werkdagen of uren"}),
    (_anders("duur", '"101 jaar"'), {f"{EERSTE}.duur": "langer dan 100 jaar"}),
    (_anders("duur", '"9999 jaar"'), {f"{EERSTE}.duur": "langer dan 100 jaar"}),
    (_anders("duur", '"0 jaar"'), {f"{EERSTE}.duur": "geen duur"}),
    (_anders("vanaf", '"gesloten_op"'), {f"{EERSTE}.vanaf": "bedoelt u 'gesloten'?"}),
    (_anders("status", '"definitief"'), {f"{EERSTE}.status": "kies uit voorstel, vastgesteld"}),
    (_anders("vastgesteld_door", '" "'), {f"{EERSTE}.vastgesteld_door": "is leeg"}),
    (_anders("vastgesteld_op", "2026-04-25"), {f"{EERSTE}.vastgesteld_op": "moet nog komen"}),
    ((GOED + VAST).replace("vastgesteld_op = 2026-01-15\n", ""), {f"{EERSTE}.vastgesteld_op": "ontbreekt"}),
    (_anders("grond", '"Voorstel: twee jaar"'), {f"{EERSTE}.grond": "die van het voorstel"}),
    (_anders("grond", '""'), {f"{EERSTE}.grond": "is leeg"}),
    (_anders("regelingen", "[]"), {f"{EERSTE}.regelingen": "is leeg"}),
    (_anders("bron", '""').replace('"dossier"', '""'), {f"{EERSTE}.bron": "is leeg", f"{EERSTE}.id": "is leeg"}),
    (GOED + "termijn = 1\n", {f"{EERSTE}.termijn": "onbekende sleutel"}),
    (GOED + GOED.replace('"dossier"', '"ander"'), {"bewaartermijn": "regeling 'awb-9' staat er meer dan eens"}),
    (GOED + GOED.replace('"awb-9"', '"ander"'), {"bewaartermijn": "id 'dossier' staat er meer dan eens"}),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "gebreken"), FOUTEN)
def test_alle_fouten_in_een_keer(tekst: str, gebreken: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        _lees(tmp_path, tekst)
    assert fout.value.code == "bewaren-fout"
    gevonden = {g.plaats: g.feit for g in fout.value.gebreken}
    assert gevonden.keys() == gebreken.keys()
    assert [p for p in gebreken if gebreken[p] not in gevonden[p]] == [], gevonden


def test_een_oudere_werkmap_heeft_het_bestand_niet(tmp_path: Path) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        lees_bewaartermijnen(tmp_path)
    assert (fout.value.code, fout.value.exitcode) == ("instelling-ontbreekt", 4)
    assert "klacht init MAP" in fout.value.herstel


def test_een_nieuwe_versie_laat_de_termijn_staan(werkmap: Werkmap, klacht: Callable[..., Any]) -> None:
    """What was set with authority is not undone by `klacht init MAP --vernieuw`."""
    (werkmap.config / "bewaren.toml").write_text(GOED + VAST, encoding="utf-8")
    uit = klacht("init", str(werkmap.pad), "--vernieuw", "--json").json
    assert "config/bewaren.toml" not in uit["vernieuwd"]
    assert lees_bewaartermijnen(werkmap.config)[0].status == "vastgesteld"
