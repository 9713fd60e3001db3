"""Who looked and who recorded: what is kept of it, and what `klacht audit wie` says. All people are fictional.

The five cases of `vijf_zaken` (conftest: VIJF), seen on 24 June 2026; three of them are about one name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from klachtcli.cli.app import OPDRACHTEN
from klachtcli.cli.groepen import AUDIT, BEHEER
from klachtcli.secretariaat import inzage
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import Ingezien, ZaakVernietigd

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
VANDAAG = date(2026, 6, 24)


@pytest.fixture
def werkmap(vijf_zaken: Werkmap) -> Werkmap:
    """The five cases."""
    return vijf_zaken


def looks(werkmap: Werkmap) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every look in the journal: the case in whose rows it stands, what was seen, and of which cases."""
    with werkmap.journaal() as journaal:
        return [(v.zaak, v.gebeurtenis.wat, v.gebeurtenis.zaken) for v in journaal.lees_alles()
                if isinstance(v.gebeurtenis, Ingezien)]  # fmt: skip


# Wat er wordt getypt, en wat ervan in het journaal komt: in welke zaak ('' is de werkmap), wat, en van welke zaken.
GEZIEN = [
    ("toon 2", [("K2026-002", "zaak", ())]),
    ("toon 2 --json", [("K2026-002", "zaak", ())]),
    ("toon 2 --klaagschrift", [("K2026-002", "zaak", ())]),
    ("toon 2 --op 2026-04-10", [("K2026-002", "zaak", ())]),
    ("toon 2 --bekend-op 2026-04-10", [("K2026-002", "zaak", ())]),
    ("toon 2 --stukken uit", [("K2026-002", "zaak", ())]),  # zonder bijlagen is er niets meegenomen
    ("signalen", [("", "signalen", ("K2026-001", "K2026-002", "K2026-003", "K2026-005"))]),
    ("signalen --json --voor voorzitter", [("", "signalen", ("K2026-001", "K2026-002", "K2026-003", "K2026-005"))]),
    ("signalen --voor ander", []),
    ("overzicht", [("", "overzicht", ())]),
    ("overzicht --zaak 2", [("K2026-002", "overzicht", ())]),
    ("overzicht --lopend", [("", "overzicht", ("K2026-002", "K2026-003", "K2026-004", "K2026-005"))]),
    ("overzicht --anoniem", []),
    ("overzicht --proef", []),
    ("jaarverslag 2026 --voorlopig --herkomst", [("", "jaarverslag", ())]),
    ("jaarverslag 2026 --voorlopig", []),
    ("lijst --alles", []),
    ("handleiding", []),
    ("completion bash", []),
    ("termijnen", []),
    ("termijnen 2 --bekend-op 2026-04-10", []),
    ("vandaag", []),
    ("agenda", []),
    ("commissie", []),
    ("brief 2", []),
    ("bereken 2026-03-20 P2W", []),
    ("route --klager ambtenaar --aangeklaagde kamerlid --over pesten", []),
    ("fracties", []),
    ("formulier", []),
    ("audit controleer", []),
    ("audit zegel", []),
    ("audit wie 2", []),
    ("beheer regels", []),
    ("toon 9", []),  # die is er niet
    ("toon 2 --op 2026-03-01", []),  # die was er nog niet
    ("overzicht --zaak 9", []),
]


@pytest.mark.parametrize(("opdracht", "verwacht"), GEZIEN, ids=[g[0] for g in GEZIEN])
def test_wat_van_kijken_wordt_vastgelegd(opdracht: str, verwacht: list[Any], klacht: Klacht, werkmap: Werkmap) -> None:
    """Each look at what is personal, once, where it belongs; and the chain holds."""
    assert "onverwacht" not in klacht(*opdracht.split()).fout
    gezien = looks(werkmap)
    if "signalen" in opdracht and verwacht:  # which cases a signal has is the table of test_signalen
        assert [(z, wat) for z, wat, _ in gezien] == [(z, wat) for z, wat, _ in verwacht]
        assert len(gezien[0][2]) > 1
    else:
        assert gezien == verwacht


# Wat een opdracht zelf vastlegt of maakt, of wat niets van een zaak laat zien.
HANDELINGEN = {
    "ontvang", "toets", "vul-aan", "besluit", "bemiddel", "trek-in", "adres", "betrek", "hoor", "verslag", "onderzoek",
    "feiten", "voorziening", "adviseer", "beslis", "verdaag", "nazorg", "sluit", "heropen", "corrigeer", "voorbeeld",
    "init", "demo", "audit", "beheer",
}  # fmt: skip
ELDERS = {"herspeel", "pakket", "reservekopie", "sleutelkopie", "herstel", "bewaren", "vasthouden", "vernietig"}


def test_over_elke_opdracht_is_nagedacht() -> None:
    """A new command is in one of these tables, or this test asks where it belongs."""
    getypt = {opdracht.split()[0] for opdracht, _ in GEZIEN}
    assert set(OPDRACHTEN) == getypt | HANDELINGEN
    onder = {opdracht.split()[1] for opdracht, _ in GEZIEN if opdracht.split()[0] in ("audit", "beheer")}
    assert {*AUDIT, *BEHEER} == onder | ELDERS | {"controleer"}


def test_elke_keer_telt(klacht: Klacht, werkmap: Werkmap) -> None:
    """Twice is two looks; and neither makes the case another, nor its overview."""
    eerst = klacht("toon", "2", "--json").json
    boek = Path(klacht("overzicht", "--json").json["bestand"]).read_bytes()
    assert klacht("toon", "2", "--json").json == eerst
    assert Path(klacht("overzicht", "--json").json["bestand"]).read_bytes() == boek
    assert [wat for _, wat, _ in looks(werkmap)] == ["zaak", "overzicht", "zaak", "overzicht"]


def test_bijlagen_die_eruit_gaan(
    klacht: Klacht, klaagschrift: Klacht, bestand: Klacht, werkmap: Werkmap, tmp_path: Path
) -> None:
    """With the papers taken out there are two records; the papers come after them."""
    from klachtcli.zaak.klaagschrift import Bijlage

    brief = bestand(klaagschrift(dagtekening=None, bijlage=(Bijlage("mail.txt", "een mail"),)))
    (Path(brief).parent / "mail.txt").write_text("hallo")
    assert klacht("ontvang", brief, "--json").json["zaak"] == "K2026-006"
    assert klacht("toon", "6", "--stukken", str(tmp_path / "uit")).code == 0
    assert looks(werkmap) == [("K2026-006", "zaak", ()), ("K2026-006", "stukken", ())]


def test_wat_niet_is_vast_te_leggen_wordt_niet_getoond(
    klacht: Klacht, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Recorded before it is shown: where that is refused, no name is on the screen and no file is there."""
    from klachtcli.journaal import bestand as journaalbestand

    monkeypatch.setattr(journaalbestand, "WACHT", 0.05)
    with closing(sqlite3.connect(werkmap.pad / "journaal.sqlite", isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        for opdracht in ("toon 2", f"toon 2 --stukken {tmp_path / 'uit'}", "signalen", "overzicht -o uit.xlsx",
                         "jaarverslag 2026 --voorlopig --herkomst"):  # fmt: skip
            klacht(*opdracht.split()).eis_fout(4, "werkmap-bezet")
        db.execute("ROLLBACK")
    assert (looks(werkmap), (tmp_path / "uit").exists(), Path("uit.xlsx").exists()) == ([], False, False)


# ---- audit wie ----


def test_wie_deed_wat(klacht: Klacht, werkmap: Werkmap, bevries: Bevries) -> None:
    """In order: by whom, in which role, with which version; corrections both ways; looks at this case, and at all."""
    klacht("toon", "2")
    klacht("toon", "3")
    bevries("2026-06-24T11:00")
    klacht("overzicht")
    klacht("overzicht", "--lopend", "-o", "b.xlsx")
    klacht("overzicht", "--zaak", "3", "-o", "c.xlsx")
    j = klacht("audit", "wie", "2", "--json").json
    assert (j["zaak"], j["vernietigd"]) == ("K2026-002", None)
    nummers = [s["nummer"] for s in j["sporen"]]
    assert nummers == sorted(nummers)
    assert {(s["door"], s["rol"]) for s in j["sporen"]} == {(wie(), "secretaris")}
    assert [(s["inzage"], s["over"]) for s in j["sporen"] if s["inzage"]] == [
        ("zaak", "zaak"), ("overzicht", "alle"), ("overzicht", "zaken"),
    ]  # fmt: skip
    (correctie,) = [s for s in j["sporen"] if s["corrigeert"]]
    (fout,) = [s for s in j["sporen"] if s["gecorrigeerd_in"]]
    assert (correctie["corrigeert"], fout["gecorrigeerd_in"]) == (fout["nummer"], correctie["nummer"])
    assert fout["soort"] == "klacht_compleet"
    uit = klacht("audit", "wie", "2").uit
    regels = {regel.split()[0]: regel for regel in uit.splitlines()[2:]}
    assert regels[str(fout["nummer"])].endswith(f"klacht compleet; gecorrigeerd in nr {correctie['nummer']}")
    assert regels[str(correctie["nummer"])].endswith(f"corrigeert nr {fout['nummer']}")
    assert uit.splitlines()[0] == f"K2026-002: {len(nummers)} vastleggingen; bekeken of meegenomen: 3"
    assert "overzicht met namen gemaakt; alle zaken" in uit


def test_wie_zegt_niets_van_de_inhoud(klacht: Klacht, persoonlijk: tuple[str, ...]) -> None:
    """No name of a party, and no word of what happened: so it is itself no look."""
    for uit in (klacht("audit", "wie", "2"), klacht("audit", "wie", "2", "--json")):
        assert [w for w in persoonlijk if w in uit.uit] == []


def test_een_blik_op_alles_van_voor_de_zaak_telt_niet(klacht: Klacht, klaagschrift: Klacht, bestand: Klacht) -> None:
    klacht("overzicht")
    klacht("ontvang", bestand(klaagschrift(dagtekening=None)))
    assert [s["soort"] for s in klacht("audit", "wie", "6", "--json").json["sporen"]] == ["klaagschrift_ontvangen"]


@pytest.mark.parametrize(
    ("zaak", "code"), [("9", "zaak-onbekend"), ("K2030-001", "zaak-onbekend"), ("x", "geen-zaaknummer")]
)
def test_wie_van_wat_er_niet_is(zaak: str, code: str, klacht: Klacht) -> None:
    klacht("audit", "wie", zaak).eis_fout(2, code)


def test_wie_van_een_vernietigde_zaak(klacht: Klacht, werkmap: Werkmap) -> None:
    """What is left: number, kind, moment, role and version of each entry, and how it ended; not by whom."""
    klacht("toon", "1")
    klacht("overzicht")
    soorten = [s["soort"] for s in klacht("audit", "wie", "1", "--json").json["sporen"]]
    einde = ZaakVernietigd(VANDAAG, date(2026, 3, 2), date(2026, 3, 20), "dossier", "eigen keuze", VANDAAG, "B. Jansen")
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        schrijver.voeg_toe("K2026-001", einde)
    with closing(sqlite3.connect(werkmap.pad / "journaal.sqlite")) as db:
        db.execute("UPDATE journaal SET inhoud = NULL WHERE zaak = 'K2026-001' AND soort <> 'zaak_vernietigd'")
        db.commit()
    inzage.leg_vast(werkmap, ["overzicht"])  # of what is there now: no longer of this case
    j = klacht("audit", "wie", "1", "--json").json
    assert [s["soort"] for s in j["sporen"]] == [*soorten, "zaak_vernietigd"]
    waarom = {"bewaartermijn": "dossier", "grond": "eigen keuze", "tweede": "B. Jansen"}
    assert j["vernietigd"] == {"op": "2026-06-24", **waarom}
    assert [s["door"] for s in j["sporen"]] == [None] * (len(soorten) - 1) + [wie(), "jan"]  # the look at all is open
    assert "Deze zaak is vernietigd op 24 juni 2026" in klacht("audit", "wie", "1").uit
