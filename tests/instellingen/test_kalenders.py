"""The calendar's two files: what is wrong is told with its place, so a secretary can mend it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.instellingen.kalenders import BESTANDEN, lees_kalender
from klachtcli.recht.kalender import Kalender

WET, DAGEN = BESTANDEN


@pytest.fixture
def kopie(kalendermap: Path, tmp_path: Path) -> Path:
    """A calendar folder to break."""
    return Path(shutil.copytree(kalendermap, tmp_path / "kalender"))


def _vervang(map_: Path, bestand: str, oud: str, nieuw: str) -> None:
    tekst = (map_ / bestand).read_text(encoding="utf-8")
    assert oud in tekst
    (map_ / bestand).write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def _gebreken(map_: Path) -> list[tuple[str, str]]:
    with pytest.raises(Onbruikbaar) as fout:
        lees_kalender(map_)
    assert fout.value.code == "kalender-fout"
    assert "kalender" in fout.value.feit
    return [tuple(g) for g in fout.value.gebreken]


def test_de_meegeleverde_kalender_is_goed(kalendermap: Path) -> None:
    gegevens = lees_kalender(kalendermap)
    assert len(gegevens.feestdag) == 10
    assert gegevens.bekend_tot_en_met == date(2028, 12, 31)
    assert [str(d) for d in gegevens.termijnenwet.ten_hoogste] == ["P90D", "P12W", "P3M"]


NIEUWJAAR = 'dag = "01-01"'
GEEN_VASTE_DAG = "geen vaste dag zoals 04-27 (maand-dag)"
OF_OF = "geef of een vaste dag, of het aantal dagen na Pasen"


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "plaats", "feit"),
    [
        pytest.param(WET, NIEUWJAAR, 'dag = "01-01"\npasen = 3', "feestdag[1]", OF_OF, id="vaste dag en Pasen"),
        pytest.param(WET, NIEUWJAAR, "", "feestdag[1]", OF_OF, id="geen vaste dag en geen Pasen"),
        pytest.param(WET, 'dag = "04-27"', 'dag = "27-04"', "feestdag[5].dag", GEEN_VASTE_DAG, id="dag-maand"),
        pytest.param(WET, NIEUWJAAR, 'dag = "1-1"', "feestdag[1].dag", GEEN_VASTE_DAG, id="zonder nullen"),
        pytest.param(WET, NIEUWJAAR, 'dag = "2026-01-01"', "feestdag[1].dag", GEEN_VASTE_DAG, id="met een jaar"),
        pytest.param(WET, NIEUWJAAR, 'dag = "13-01"', "feestdag[1].dag", GEEN_VASTE_DAG, id="maand 13"),
        pytest.param(WET, NIEUWJAAR, 'dag = "01-32"', "feestdag[1].dag", GEEN_VASTE_DAG, id="dag 32"),
        pytest.param(WET, NIEUWJAAR, "dag = 101", "feestdag[1].dag",
                     "tekst verwacht, maar hier staat een geheel getal", id="dag als getal"),
        pytest.param(WET, "pasen = -2", 'pasen = "-2"', "feestdag[2].pasen",
                     "een geheel getal verwacht, maar hier staat tekst", id="Pasen als tekst"),
        pytest.param(WET, 'naam = "Tweede Paasdag"', "", "feestdag[3].naam", "ontbreekt, en is verplicht",
                     id="feestdag zonder naam"),
        pytest.param(WET, "tot_en_met = 2013", "tot_en_me = 2013", "feestdag[4].tot_en_me",
                     "onbekende sleutel; bedoelt u 'tot_en_met'?", id="onbekende sleutel bij een feestdag"),
        pytest.param(WET, '"P12W"', '"twaalf"', "termijnenwet.ten_hoogste[2]",
                     "geen duur zoals P2W, 2 weken, 5 werkdagen of 1 jaar", id="een lengte die er geen is"),
        pytest.param(WET, "minimum_duur = 3", "minimum_duur = true", "termijnenwet.minimum_duur",
                     "een geheel getal verwacht, maar hier staat true of false", id="true in plaats van drie"),
        pytest.param(WET, "uitzondering =", "uitzonderingen =", "termijnenwet.uitzonderingen",
                     "onbekende sleutel; bedoelt u 'uitzondering'?", id="onbekende sleutel in de wet"),
        pytest.param(DAGEN, "bekend_tot_en_met = 2028-12-31", "", "bekend_tot_en_met", "ontbreekt, en is verplicht",
                     id="zonder horizon"),
        pytest.param(DAGEN, "bekend_tot_en_met = 2028-12-31", "bekend_tot_en_met = 2028-12-31T00:00:00",
                     "bekend_tot_en_met", "een datum (zonder tijd) verwacht, maar hier staat een tijdstip",
                     id="horizon als tijdstip"),
        pytest.param(DAGEN, "2020-05-22, ", '2020-05-22, "30-2-2021", ', "besluit[6].dagen[2]",
                     "30 februari 2021 bestaat niet", id="een dag als tekst die niet bestaat"),
        pytest.param(DAGEN, "2020-05-22, ", "2020-05-22, 5, ", "besluit[6].dagen[2]",
                     "een datum verwacht, maar hier staat een geheel getal", id="een getal tussen de dagen"),
        pytest.param(DAGEN, "2020-05-22, ", "2020-05-22, 2020-05-22, ", "besluit[6]", "2020-05-22 staat er twee keer",
                     id="tweemaal in een besluit"),
        pytest.param(DAGEN, "2020-05-22, ", "2020-05-22, 2019-12-27, ", "besluit[6]", "2019-12-27 staat er twee keer",
                     id="in twee besluiten"),
        pytest.param(DAGEN, "2028-05-26]", "2028-05-26, 2029-05-11]", "besluit[8]",
                     "2029-05-11 ligt na bekend_tot_en_met", id="een besluit voorbij de horizon"),
    ],
)  # fmt: skip
def test_een_fout_heeft_haar_plaats(bestand: str, oud: str, nieuw: str, plaats: str, feit: str, kopie: Path) -> None:
    _vervang(kopie, bestand, oud, nieuw)
    assert (plaats, feit) in _gebreken(kopie)


def test_alle_fouten_van_beide_bestanden_in_een_keer(kopie: Path) -> None:
    _vervang(kopie, WET, "pasen = 39", 'pasen = "x"')
    _vervang(kopie, WET, "minimum_duur = 3", 'minimum_duur = "drie"')
    _vervang(kopie, DAGEN, "2020-05-22, ", "5, ")
    assert [plaats for plaats, _ in _gebreken(kopie)] == [
        "termijnenwet.minimum_duur", "feestdag[7].pasen", "besluit[6].dagen[1]",
    ]  # fmt: skip


@pytest.mark.parametrize("naam", BESTANDEN)
def test_een_bestand_dat_ontbreekt(naam: str, kopie: Path) -> None:
    (kopie / naam).unlink()
    with pytest.raises(Onbruikbaar) as fout:
        lees_kalender(kopie)
    assert (fout.value.code, fout.value.exitcode) == ("kalender-ontbreekt", 4)
    assert f"kalender/{naam}" in fout.value.feit


@pytest.mark.parametrize("naam", BESTANDEN)
@pytest.mark.parametrize(
    ("ruw", "code"), [(b"", "bestand-leeg"), (b"\xff", "geen-utf8"), (b"a = 2026-02-31", "geen-toml")]
)
def test_een_kapot_bestand_wordt_genoemd(naam: str, ruw: bytes, code: str, kopie: Path) -> None:
    (kopie / naam).write_bytes(ruw)
    with pytest.raises(KlachtFout) as fout:
        lees_kalender(kopie)
    assert fout.value.code == code
    assert f"kalender/{naam}" in fout.value.feit


def test_een_nieuw_besluit_is_een_regel_erbij(kopie: Path) -> None:
    """What the file's comment promises: add a [[besluit]], move the horizon, and the day is free."""
    _vervang(kopie, DAGEN, "2028-12-31", "2031-12-31")
    with (kopie / DAGEN).open("a", encoding="utf-8") as bestand:
        bestand.write('\n[[besluit]]\nbron = "KB van straks"\ndagen = [2029-05-11]\n')
    kalender = Kalender(lees_kalender(kopie))
    assert kalender.vrij(date(2029, 5, 11)) == "gelijkgesteld met een feestdag (KB van straks)"
    assert kalender.bekend_tot_en_met == date(2031, 12, 31)


@pytest.mark.parametrize("dag", ["02-30", "04-31", "02-29"])
def test_een_vaste_dag_die_niet_elk_jaar_bestaat(dag: str, kopie: Path) -> None:
    _vervang(kopie, WET, NIEUWJAAR, f'dag = "{dag}"')
    assert _gebreken(kopie)[0][0] == "feestdag[1].dag"


def test_een_feestdag_in_het_andere_bestand_wist_de_feestdagen_niet(kopie: Path) -> None:
    with (kopie / DAGEN).open("a", encoding="utf-8") as bestand:
        bestand.write('\n[[feestdag]]\nnaam = "Keti Koti"\nvindplaats = "x"\ndag = "07-01"\n')
    try:
        kalender = Kalender(lees_kalender(kopie))
    except Onbruikbaar:
        return
    assert kalender.vrij(date(2026, 12, 25))
