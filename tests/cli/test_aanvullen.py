"""What comes in later, from which day the klacht is complete, and when a case may be closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import AanvullingOntvangen, KlachtCompleet
from klachtcli.zaak.klaagschrift import AanvullingPersoon, Gedraging, Klaagschrift, OndernomenStap, Persoon

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
Zaak = Callable[..., str]


@pytest.fixture
def vul_aan(klacht: Klacht, tmp_path: Path) -> Klacht:
    """Complete case 1 with this text in TOML."""

    def voer(tekst: str, *opties: str) -> Any:
        (tmp_path / "bij.toml").write_text(tekst, encoding="utf-8")
        return klacht("vul-aan", "1", str(tmp_path / "bij.toml"), *opties)

    return voer


def _nu(werkmap: Werkmap) -> Klaagschrift:
    with werkmap.journaal() as journaal:
        return Dossiers(journaal).zaak("K2026-001").klaagschrift


def _compleet(werkmap: Werkmap) -> list[str]:
    with werkmap.journaal() as journaal:
        return [str(v.gebeurtenis.op) for v in journaal.lees("K2026-001") if isinstance(v.gebeurtenis, KlachtCompleet)]


# ---- vul-aan ----


def test_een_aanvulling_voegt_toe(klacht: Klacht, vul_aan: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """Without a number it is another one: what stood there is not overwritten."""
    zaak()
    eerst = _nu(werkmap)
    uit = vul_aan(
        '[[aangeklaagde]]\nnaam = "H. Mol"\n[[gedraging]]\nomschrijving = "Nog iets."\nwanneer = 2026-02\n'
        '[[stap]]\nomschrijving = "Een mail"\n[procedures]\nrechter = true\n'.replace("2026-02", '"2026-02"')
    )
    assert uit.code == 0
    assert "Aangevuld: procedures: rechter; aangeklaagde 2 erbij; gedraging 2 erbij; stap 2 erbij." in uit.uit
    nu = _nu(werkmap)
    assert nu.aangeklaagde == (*eerst.aangeklaagde, Persoon(naam="H. Mol"))
    assert nu.gedraging == (*eerst.gedraging, Gedraging(omschrijving="Nog iets.", wanneer="2026-02"))
    assert nu.stap == (*eerst.stap, OndernomenStap("Een mail"))
    assert (nu.procedures.rechter, nu.procedures.strafzaak) == (True, False)


def test_met_een_nummer_vult_zij_aan(klacht: Klacht, vul_aan: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """`nummer = 1`: what was given replaces, the rest of that one stays, and nothing is added."""
    zaak()
    eerst = _nu(werkmap)
    uit = vul_aan('[[aangeklaagde]]\nnummer = 1\nfunctie = "hoofd"\n[[gedraging]]\nnummer = 1\nwaar = "Zaal"\n')
    assert "Aangevuld: aangeklaagde 1: functie; gedraging 1: waar." in uit.uit
    nu = _nu(werkmap)
    assert (len(nu.aangeklaagde), len(nu.gedraging)) == (1, 1)
    assert (nu.aangeklaagde[0].naam, nu.aangeklaagde[0].functie) == ("R. Dekker", "hoofd")
    assert type(nu.aangeklaagde[0]) is Persoon
    assert (nu.gedraging[0].omschrijving, nu.gedraging[0].waar) == (eerst.gedraging[0].omschrijving, "Zaal")
    with werkmap.journaal() as journaal:
        *_, laatste = journaal.lees("K2026-001")
    assert isinstance(laatste.gebeurtenis, AanvullingOntvangen)
    assert laatste.gebeurtenis.aanvulling.aangeklaagde == (AanvullingPersoon(functie="hoofd", nummer=1),)


def test_de_aanvulling_zegt_wat_zij_verandert_ook_als_json(vul_aan: Klacht, zaak: Zaak) -> None:
    zaak()
    opmerkingen = vul_aan('ondertekend = true\n[klager]\nfunctie = "adviseur"\nplaats = "Delft"\n', "--json").json[
        "opmerkingen"
    ]
    assert opmerkingen[0] == "Aangevuld: ondertekend; klager: plaats, functie."


@pytest.mark.parametrize("nummer", [0, 2, -1, 99])
def test_een_nummer_dat_er_niet_is(nummer: int, vul_aan: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    zaak()
    eerst = _nu(werkmap)
    vul_aan(f'[[gedraging]]\nnummer = {nummer}\nwaar = "Zaal"\n').eis_fout(
        2, "aanvulling-nummer", f"gedraging {nummer} is er niet; er zijn er 1", "Laat nummer weg"
    )
    assert _nu(werkmap) == eerst


@pytest.mark.parametrize("tekst", ["# niets\n", "ontvangen_op = 2026-04-24\n", "gedraging = []\n"])
def test_een_lege_aanvulling(tekst: str, vul_aan: Klacht, zaak: Zaak) -> None:
    zaak()
    vul_aan(tekst).eis_fout(2, "aanvulling-leeg", "vult niets aan")


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("[klager]\n", "vult niets aan"),
        ("[procedures]\n", "vult niets aan"),
        ("[[gedraging]]\n", "een gedraging in de aanvulling zegt niets"),
        ("ondertekend = true\n[[stap]]\nnummer = 1\n", "een stap in de aanvulling zegt niets"),
    ],
    ids=["klager", "procedures", "gedraging", "stap 1"],
)
def test_een_leeg_blok_is_geen_aanvulling(tekst: str, zegt: str, vul_aan: Klacht, zaak: Zaak) -> None:
    """Else an empty gedraging stands in the case for ever, and 'Aangevuld: klager: .' on the screen."""
    zaak()
    vul_aan(tekst).eis_fout(2, "aanvulling-leeg", zegt)


def test_dezelfde_aanvulling_tweemaal(vul_aan: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    zaak()
    tekst = '[[gedraging]]\nomschrijving = "Nog iets."\n'
    assert vul_aan(tekst).code == 0
    vul_aan(tekst).eis_fout(3, "al-ontvangen", "K2026-001", "--toch")
    assert len(_nu(werkmap).gedraging) == 2
    assert vul_aan(tekst, "--toch").code == 0
    assert len(_nu(werkmap).gedraging) == 3


# ---- compleet ----


def test_compleet_vanaf_de_ontvangst(klacht: Klacht, zaak: Zaak, bevries: Bevries, werkmap: Werkmap) -> None:
    """Not from the day on which it was typed: art. 10 lid 1 counts two weeks from the complete klacht."""
    zaak()
    bevries("2026-05-06T10:00")
    uit = klacht("besluit", "1", "compleet", "--json").json
    assert _compleet(werkmap) == ["2026-04-24"]
    (termijn,) = [t for t in uit["termijnen"] if t["termijn"] == "ontvankelijkheid"]
    assert (termijn["vanaf"], termijn["uiterlijk"]) == ("2026-04-24", "2026-05-08")


def test_compleet_vanaf_de_laatste_aanvulling(
    klacht: Klacht, vul_aan: Klacht, zaak: Zaak, bevries: Bevries, werkmap: Werkmap
) -> None:
    """The latest day of receipt, whatever the order in which supplements were typed."""
    zaak(ondertekend=False)
    bevries("2026-05-11T10:00")
    assert vul_aan("ontvangen_op = 2026-05-08\nondertekend = true\n").code == 0
    for te_vroeg in ("2026-05-07", "2026-04-24"):
        klacht("besluit", "1", "compleet", "--op", te_vroeg).eis_fout(
            3, "dag-te-vroeg", "de laatste ontvangst van de klager (8 mei 2026)"
        )
    assert klacht("besluit", "1", "compleet").code == 0
    assert _compleet(werkmap) == ["2026-05-08"]


def test_de_laatste_ontvangst_is_de_laatste_dag(
    klacht: Klacht, vul_aan: Klacht, zaak: Zaak, bevries: Bevries, werkmap: Werkmap
) -> None:
    zaak()
    bevries("2026-05-11T10:00")
    assert vul_aan("ontvangen_op = 2026-05-08\nondertekend = true\n").code == 0
    assert vul_aan("ontvangen_op = 2026-05-06\ndagtekening = 2026-04-22\n").code == 0
    assert klacht("besluit", "1", "compleet").code == 0
    assert _compleet(werkmap) == ["2026-05-08"]


def test_een_latere_dag_mag(klacht: Klacht, zaak: Zaak, bevries: Bevries, werkmap: Werkmap) -> None:
    zaak()
    bevries("2026-05-06T10:00")
    assert klacht("besluit", "1", "compleet", "--op", "2026-04-29", "--reden", "navraag").code == 0
    assert _compleet(werkmap) == ["2026-04-29"]


def test_compleet_zegt_wat_de_toets_zag(klacht: Klacht, zaak: Zaak) -> None:
    """Not checked: said. Something lacking: only with a reason, which is recorded. All there: nothing."""
    for nummer, ondertekend, getoetst in (("1", True, False), ("2", False, True), ("3", True, True)):
        zaak("--toch", ondertekend=ondertekend)
        if getoetst:
            assert klacht("toets", nummer).code == 0
    klacht("besluit", "2", "compleet").eis_fout(
        3, "vraagt-een-reden", "de laatste toets zag dat er iets ontbrak", "--toch"
    )
    redenen = {"1": (), "2": ("--toch", "Zij tekent op de zitting."), "3": ()}
    uit = [klacht("besluit", n, "compleet", *redenen[n], "--json").json["opmerkingen"] for n in "123"]
    assert uit[0] == ["Deze klacht is nog niet getoetst: klacht toets K2026-001"]
    assert [o[:28] for o in uit[1]] == ["Met uw reden is vastgelegd: "]
    assert uit[2] == []
    assert "reden: Zij tekent op de zitting." in klacht("toon", "2").uit


# ---- sluit ----


def test_sluiten_met_iets_open_vraagt_een_reden(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """Every term that still runs is named; nothing is recorded; a reason of spaces is none."""
    zaak()
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    for opties in ((), ("--reden", " ")):
        klacht("sluit", "1", *opties).eis_fout(3, "nog-niet-klaar", "staat nog open: ontvangstbevestiging", "--reden -")
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst
    assert klacht("sluit", "1", "--reden", "-", invoer="Ingetrokken.\n").code == 0
    assert "reden: Ingetrokken." in klacht("toon", "1").uit


def test_sluiten_na_een_verstreken_termijn_vraagt_een_reden(klacht: Klacht, zaak: Zaak, bevries: Bevries) -> None:
    zaak()
    bevries("2026-06-01T10:00")
    klacht("sluit", "1").eis_fout(3, "nog-niet-klaar", "ontvangstbevestiging")


def test_elke_open_termijn_wordt_genoemd(
    klacht: Klacht, loop_tot: Callable[[str], None], zaak: Zaak, bevries: Bevries
) -> None:
    zaak()
    assert klacht("besluit", "1", "compleet").code == 0
    klacht("sluit", "1").eis_fout(3, "nog-niet-klaar", "ontvangstbevestiging, ", "beslissing over de ontvankelijkheid")


def test_sluiten_als_alles_klaar_is_vraagt_niets(klacht: Klacht, loop_tot: Callable[[str], None]) -> None:
    loop_tot("brief 1 sluiting-en-nazorg --verzonden")
    assert klacht("sluit", "1").code == 0


@pytest.mark.parametrize("opdracht", ["toets 1", "brief 1 ontvangstbevestiging", "vul-aan 1 --gevraagd", "sluit 1"])
def test_na_het_sluiten_gebeurt_er_niets_meer(
    opdracht: str, klacht: Klacht, loop_tot: Callable[[str], None], werkmap: Werkmap
) -> None:
    loop_tot("sluit 1")
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    klacht(*opdracht.split()).eis_fout(3, "zaak-gesloten", "28 augustus 2026", "klacht toon K2026-001")
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst
