"""config/regelingen: the shipped regulations load, and every fault of a file is told at once, with its place.

A row of the table breaks the Kamer's regulation in one way: what stood there, what stands there now, and what is said.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from klachtcli.fouten import Geweigerd, KlachtFout, Onbruikbaar
from klachtcli.instellingen.regelingen import geldend, lees_regeling, lees_regelingen
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.toetsing import TOETSEN

KAMER, AWB = "tk-ongewenste-omgangsvormen", "awb-9"
EERSTE = "2021-05-01.toml"


@pytest.fixture(scope="session")
def regelingen() -> Path:
    """config/regelingen of this checkout."""
    return Path(__file__).parents[2] / "config" / "regelingen"


@pytest.fixture
def kopie(regelingen: Path, tmp_path: Path) -> Path:
    """A folder of regulations to break."""
    return Path(shutil.copytree(regelingen, tmp_path / "regelingen"))


# ---- zoals meegeleverd ----


@pytest.mark.parametrize(("id_", "vanaf"), [(KAMER, date(2021, 5, 1)), (AWB, date(2026, 1, 1))])
def test_wat_is_meegeleverd_is_goed(id_: str, vanaf: date, regelingen: Path) -> None:
    (regeling,) = lees_regelingen(regelingen, id_)
    assert (regeling.id, regeling.geldig_vanaf) == (id_, vanaf)
    assert {a for t in regeling.termijn for a in (t.vanaf, *t.voldaan_door)} <= ANKERS.keys()
    assert {v.toets for v in regeling.vereiste} <= TOETSEN.keys()


def test_de_regeling_van_de_kamer_is_heel(regelingen: Path) -> None:
    """Articles 1 to 15: each says something, or says why it is left out."""
    (regeling,) = lees_regelingen(regelingen, KAMER)
    assert [a.nummer for a in regeling.artikel] == [str(n) for n in range(1, 16)]
    assert [a.nummer for a in regeling.artikel if not a.lid and not a.niet_gemodelleerd] == []


def test_de_termijnen_van_de_kamer(regelingen: Path) -> None:
    """Design ch. 4, as a table: article, length, from which fact, and for whom."""
    (regeling,) = lees_regelingen(regelingen, KAMER)
    assert [(t.id, t.vindplaats, str(t.duur), t.vanaf, t.wie) for t in regeling.termijn] == [
        ("jaartermijn", "art. 10 lid 2", "P1Y", "ontvangst", "klager"),
        ("ontvangstbevestiging", "art. 9 lid 4", "5 werkdagen", "ontvangst", "secretaris"),
        ("aanvulling", "art. 9 lid 3", "P2W", "aanvulling_gevraagd", "klager"),
        ("ontvankelijkheid", "art. 10 lid 1", "P2W", "compleet", "commissie"),
        ("advies", "art. 12 lid 2", "P8W", "ontvankelijk", "commissie"),
        ("reactie_feitenoverzicht", "art. 12 lid 1", "P2W", "feitenoverzicht_verzonden", "partijen"),
        ("nadere_stukken", "art. 11 lid 4", "P10D", "hoorzitting", "partijen"),
        ("beslissing", "art. 13 lid 1", "P4W", "ontvangst_advies", "werkgever"),
        ("besluit_niet_ontvankelijk", "art. 10 lid 4", "P4W", "ontvangst", "werkgever"),
    ]


def test_de_richtdatums_van_de_kamer(regelingen: Path) -> None:
    """Design ch. 4: days that bind nobody; I01 and I51."""
    (regeling,) = lees_regelingen(regelingen, KAMER)
    assert [(t.id, str(o.duur), o.vanaf) for t in regeling.termijn for o in t.ook] == [
        ("advies", "P10W", "ontvangst"),
        ("advies", "P8W", "ontvangst"),
        ("beslissing", "P10W", "ontvangst"),
    ]


# ---- welke versie geldt ----


def _versie(map_: Path, vanaf: str, *extra: tuple[str, str]) -> None:
    """Another version of the Kamer's regulation, from a day."""
    tekst = (map_ / KAMER / EERSTE).read_text(encoding="utf-8")
    tekst = tekst.replace("geldig_vanaf = 2021-05-01", f"geldig_vanaf = {vanaf}", 1)
    for oud, nieuw in extra:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    (map_ / KAMER / f"{vanaf}.toml").write_text(tekst, encoding="utf-8")


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        ("2021-05-01", "2021-05-01"), ("2023-12-31", "2021-05-01"), ("2024-01-01", "2024-01-01"),
        ("2025-06-30", "2024-01-01"), ("2026-01-01", "2026-01-01"), ("2040-01-01", "2026-01-01"),
    ],
)  # fmt: skip
def test_de_versie_van_een_dag(dag: str, verwacht: str, kopie: Path) -> None:
    """The version in force on the day of receipt: from its first day to the day before the next."""
    _versie(kopie, "2026-01-01")
    _versie(kopie, "2024-01-01")
    assert str(geldend(lees_regelingen(kopie, KAMER), date.fromisoformat(dag)).geldig_vanaf) == verwacht


@pytest.mark.parametrize("dag", ["2021-04-30", "2020-01-01", "0001-01-01"])
def test_voor_de_eerste_versie_geldt_er_geen(dag: str, regelingen: Path) -> None:
    with pytest.raises(Geweigerd) as fout:
        geldend(lees_regelingen(regelingen, KAMER), date.fromisoformat(dag))
    assert (fout.value.code, fout.value.exitcode) == ("geen-regeling-op-dag", 3)
    assert "1 mei 2021" in fout.value.grondslag


def test_na_een_einde_zonder_opvolger_geldt_er_geen(kopie: Path) -> None:
    """A version that ends leaves a gap until the next one begins."""
    _versie(kopie, "2026-01-01")
    _vervang(kopie, "geldig_vanaf = 2021-05-01", "geldig_vanaf = 2021-05-01\ngeldig_tot_en_met = 2024-12-31")
    versies = lees_regelingen(kopie, KAMER)
    assert geldend(versies, date(2024, 12, 31)).geldig_vanaf == date(2021, 5, 1)
    with pytest.raises(Geweigerd):
        geldend(versies, date(2025, 1, 1))
    assert geldend(versies, date(2026, 1, 1)).geldig_vanaf == date(2026, 1, 1)


# ---- kapot ----


def _vervang(map_: Path, oud: str, nieuw: str) -> None:
    pad = map_ / KAMER / EERSTE
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def _gebreken(map_: Path) -> list[tuple[str, str]]:
    with pytest.raises(Onbruikbaar) as fout:
        lees_regelingen(map_, KAMER)
    assert fout.value.code == "regeling-fout"
    assert fout.value.feit.startswith(f"regelingen/{KAMER}")
    return [tuple(g) for g in fout.value.gebreken]


KAPOT = [
    # onbekende sleutels
    ('bron = """Tekst', 'bronnen = "x"\nbron = """Tekst', "bronnen", "onbekende sleutel; bedoelt u 'bron'?"),
    ('richting = "terug"', 'richtng = "terug"', "termijn[1].richtng", "onbekende sleutel; bedoelt u 'richting'?"),
    ('opmerking_na = "P4W"', 'opmerking_na_ = "P4W"', "termijn[5].verdaging[1].opmerking_na_", "onbekende sleutel"),
    ('titel = "Werkingsgebied"', 'titel = "x"\nkop = 1', "artikel[1].kop", "onbekende sleutel"),
    # verkeerde soorten en keuzes
    ('richting = "terug"', 'richting = "achteruit"', "termijn[1].richting", "onbekende keuze; kies uit vooruit, terug"),
    ('wie = "klager"', 'wie = "iedereen"', "termijn[1].wie", "onbekende keuze; kies uit klager"),
    ('termijnenwet = "nee"', "termijnenwet = false", "termijn[1].termijnenwet",
     "tekst verwacht, maar hier staat true of"),
    ('aard = "weigeringsgrond"', 'aard = "weigering"', "vereiste[1].aard",
     "kies uit vereiste, weigeringsgrond, oordeel"),
    ('als_klager = "ja"', 'als_klager = "jawel"', "hoedanigheid[1].als_klager",
     "kies uit ja, nee, fractie, te_beoordelen"),
    ("aantal = 1", 'aantal = "een"', "termijn[8].verdaging[1].aantal",
     "een geheel getal verwacht, maar hier staat tekst"),
    ('vereist = ["ontvangst"]', 'vereist = "ontvangst"', "handeling[1].vereist", "een lijst verwacht"),
    ('id = "jaartermijn"', "", "termijn[1].id", "ontbreekt, en is verplicht"),
    ("geldig_vanaf = 2021-05-01", 'geldig_vanaf = "31-2-2021"', "geldig_vanaf", "31 februari 2021 bestaat niet"),
    # een duur die er geen is
    ('duur = "P1Y"', 'duur = "een tijdje"', "termijn[1].duur", "geen duur zoals P2W"),
    ('duur = "P1Y"', "duur = 12", "termijn[1].duur", "een duur als tekst verwacht"),
    ('duur = "5 werkdagen"', 'duur = "P1W 5 werkdagen"', "termijn[2].duur", "geen duur zoals"),
    ('maximum = "P4W"', 'maximum = "P"', "termijn[8].verdaging[1].maximum", "geen duur zoals"),
    ('duur = "P1Y"', "", "termijn[1].duur", "ontbreekt, en de dag is niet stelbaar"),
    # een artikel dat er niet is
    ('vindplaats = "art. 10 lid 2"\nduur', 'vindplaats = "art. 16 lid 2"\nduur', "termijn[1].vindplaats",
     "onbekend artikel 16"),
    ('vindplaats = "art. 12 lid 3"\nmededelen', 'vindplaats = "art. 99"\nmededelen',
     "termijn[5].verdaging[1].vindplaats",
     "onbekend artikel 99"),
    ('vindplaats = "art. 9 lid 1 onder a"', 'vindplaats = "art. 19 lid 1"', "vereiste[4].vindplaats",
     "onbekend artikel 19"),
    ('id = "vraag_aanvulling"\nvindplaats = "art. 9 lid 3"', 'id = "vraag_aanvulling"\nvindplaats = "art. 90"',
     "handeling[1].vindplaats", "onbekend artikel 90"),
    ('zegt = "toets de klacht"\nvindplaats = "art. 9 lid 1"', 'zegt = "toets de klacht"\nvindplaats = "art. 91"',
     "plicht[2].vindplaats", "onbekend artikel 91"),
    ('vindplaats = "art. 9 lid 1 onder a"', 'vindplaats = "ergens"', "vereiste[4].vindplaats", "noemt geen artikel"),
    ('nummer = "13"', 'nummer = "33"', "termijn[8].vindplaats", "onbekend artikel 13"),
    # een naam die er niet is
    ('vanaf = "ontvangst"', 'vanaf = "ontvangs"', "termijn[1].vanaf",
     "onbekend feit 'ontvangs'; bedoelt u 'ontvangst'?"),
    ('voldaan_door = ["advies"]', 'voldaan_door = ["advis"]', "termijn[5].voldaan_door",
     "onbekend feit 'advis'; bedoelt u 'advies'?"),
    ('toets = "gedraging"', 'toets = "gedragingen"', "vereiste[4].toets", "onbekende toets 'gedragingen'; bedoelt u"),
    ('termijn = "jaartermijn"', 'termijn = "jaar"', "vereiste[16].termijn", "onbekend venster 'jaar'"),
    ('stelbaar = true', 'stelbaar = true\nverlengt = "advis"', "termijn[6].verlengt",
     "onbekende termijn 'advis'; bedoelt"),
    ('vereist = ["compleet"]', 'vereist = ["complet"]', "handeling[5].vereist",
     "onbekend feit 'complet'; bedoelt u 'compleet'?"),
    ('sluit_uit = ["ontvangst_advies"]', 'sluit_uit = ["ontvangst"]\nverwacht = ["beslist"]', "handeling[31].verwacht",
     "onbekend feit 'beslist'"),
    # tweemaal hetzelfde
    ('id = "ontvangstbevestiging"', 'id = "jaartermijn"', "termijn", "'jaartermijn' staat er twee keer"),
    ('id = "9.1.b"', 'id = "9.1.a"', "vereiste", "'9.1.a' staat er twee keer"),
    ('id = "vraag_aanvulling"', 'id = "compleet"', "handeling", "'compleet' staat er twee keer"),
    ('id = "zend_afschrift"', 'id = "toets"', "plicht", "'toets' staat er twee keer"),
    ('nummer = "15"', 'nummer = "14"', "artikel", "'14' staat er twee keer"),
    # de naam van bestand en map
    ("geldig_vanaf = 2021-05-01", "geldig_vanaf = 2021-06-01", "geldig_vanaf",
     "2021-06-01 is niet de naam van het bestand"),
    (f'id = "{KAMER}"', 'id = "tk"', "id", f"'tk' is niet de naam van de map ({KAMER})"),
]  # fmt: skip


@pytest.mark.parametrize(("oud", "nieuw", "plaats", "feit"), KAPOT, ids=[f"{k[2]}: {k[3]}" for k in KAPOT])
def test_een_fout_heeft_haar_plaats(oud: str, nieuw: str, plaats: str, feit: str, kopie: Path) -> None:
    _vervang(kopie, oud, nieuw)
    gebreken = _gebreken(kopie)
    assert [g for g in gebreken if g[0] == plaats and feit in g[1]], gebreken


def test_alle_fouten_van_een_bestand_in_een_keer(kopie: Path) -> None:
    """Faults of writing are told together, then the faults of meaning together."""
    for oud, nieuw in (('duur = "P1Y"', 'duur = "x"'), ('wie = "klager"', 'wie = "x"'), ("aantal = 1", 'aantal = "x"')):
        _vervang(kopie, oud, nieuw)
    assert [g[0] for g in _gebreken(kopie)] == ["termijn[1].wie", "termijn[1].duur", "termijn[8].verdaging[1].aantal"]


def test_alle_fouten_van_betekenis_in_een_keer(kopie: Path) -> None:
    for oud, nieuw in (('toets = "gedraging"', 'toets = "x"'), ('vanaf = "ontvangst"', 'vanaf = "x"'),
                       ('nummer = "13"', 'nummer = "33"'), ('id = "9.1.b"', 'id = "9.1.a"')):  # fmt: skip
        _vervang(kopie, oud, nieuw)
    plaatsen = {g[0] for g in _gebreken(kopie)}
    assert {"vereiste[4].toets", "termijn[1].vanaf", "termijn[8].vindplaats", "vereiste"} <= plaatsen


def test_twee_versies_die_overlappen(kopie: Path) -> None:
    _versie(kopie, "2026-01-01")
    _vervang(kopie, "geldig_vanaf = 2021-05-01", "geldig_vanaf = 2021-05-01\ngeldig_tot_en_met = 2026-03-31")
    ((plaats, feit),) = _gebreken(kopie)
    assert plaats == "2021-05-01.toml geldig_tot_en_met"
    assert "overlapt de versie van 2026-01-01; ten hoogste 2025-12-31" in feit


def test_aansluitende_versies_overlappen_niet(kopie: Path) -> None:
    _versie(kopie, "2026-01-01")
    _vervang(kopie, "geldig_vanaf = 2021-05-01", "geldig_vanaf = 2021-05-01\ngeldig_tot_en_met = 2025-12-31")
    assert len(lees_regelingen(kopie, KAMER)) == 2


def test_een_versie_met_de_verkeerde_bestandsnaam(kopie: Path) -> None:
    (kopie / KAMER / EERSTE).rename(kopie / KAMER / "nieuw.toml")
    assert _gebreken(kopie) == [("geldig_vanaf", "2021-05-01 is niet de naam van het bestand (nieuw)")]


def test_een_regeling_die_er_niet_is(regelingen: Path) -> None:
    """The nearest name, and what there is."""
    with pytest.raises(Onbruikbaar) as fout:
        lees_regelingen(regelingen, "tk-ongewenste-omgangsvorm")
    assert (fout.value.code, fout.value.exitcode) == ("regeling-onbekend", 4)
    assert f"bedoelt u '{KAMER}'?" in fout.value.feit
    assert AWB in fout.value.grondslag


@pytest.mark.parametrize("id_", ["", "weg", "/"])
def test_een_naam_die_geen_map_is(id_: str, regelingen: Path) -> None:
    """Whatever stands in commissie.toml: a refusal, never another file."""
    with pytest.raises(KlachtFout):
        lees_regelingen(regelingen, id_)


def test_een_map_zonder_regelingen(tmp_path: Path) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        lees_regelingen(tmp_path / "weg", KAMER)
    assert "aanwezig: geen" in str(fout.value)


@pytest.mark.parametrize(
    ("ruw", "code"), [(b"", "bestand-leeg"), (b"\xff", "geen-utf8"), (b"id = ", "geen-toml"), (b"{", "geen-json")]
)
def test_een_kapot_bestand_wordt_genoemd(ruw: bytes, code: str, kopie: Path) -> None:
    (kopie / KAMER / EERSTE).write_bytes(ruw)
    with pytest.raises(KlachtFout) as fout:
        lees_regelingen(kopie, KAMER)
    assert fout.value.code == code
    assert f"regelingen/{KAMER}/{EERSTE}" in fout.value.feit


# ---- wat anders pas bij het gebruik zou opvallen ----

OOK = [
    ('vraag = "rechter"', 'vraag = "rechtr"', "vereiste[12].vraag", "onbekende vraag 'rechtr'; bedoelt u 'rechter'?"),
    ('vraag = "rechter"', "", "vereiste[12].vraag", "ontbreekt, en toets 'vraag' heeft het nodig"),
    ('vraag = "eerder_beoordeeld"', "", "vereiste[10].vraag", "ontbreekt, en toets 'eerder' heeft het nodig"),
    ('velden = ["naam"]', 'velden = ["nam"]', "vereiste[6].velden", "onbekend veld 'nam'; bedoelt u 'naam'?"),
    ('velden = ["naam"]', "", "vereiste[6].velden", "ontbreekt, en toets 'aangeklaagde' heeft het nodig"),
    ('velden = ["ondertekend", "dagtekening"]', 'velden = ["ondertekent"]', "vereiste[8].velden",
     "onbekend veld 'ondertekent'; bedoelt u 'ondertekend'?"),
    ('velden = ["naam", "adres", "plaats", "functie"]', 'velden = ["naam", "email"]', "vereiste[5].velden",
     "onbekend veld 'email'"),
    ('velden = ["categorie", "omschrijving", "waar", "wanneer"]', 'velden = ["getuigen"]', "vereiste[4].velden",
     "onbekend veld 'getuigen'"),
    ('termijn = "jaartermijn"', "", "vereiste[16].termijn", "ontbreekt, en toets 'venster' heeft het nodig"),
    ('termijn = "jaartermijn"', 'termijn = "advies"', "vereiste[16].termijn", "onbekend venster 'advies'"),
    ('richting = "terug"\nvanaf = "ontvangst"', 'vanaf = "ontvangst"', "vereiste[16].termijn",
     "onbekend venster 'jaartermijn'"),
    ('alleen_voor = ["ambtenaar"]', 'alleen_voor = ["ambtenar"]', "vereiste[11].alleen_voor",
     "onbekende hoedanigheid 'ambtenar'; bedoelt u 'ambtenaar'?"),
    ('[[hoedanigheid]]\nnaam = "ambtenaar"', '[[hoedanigheid]]\nnaam = "ambtenar"', "hoedanigheid[1].naam",
     "onbekende hoedanigheid 'ambtenar'; bedoelt u 'ambtenaar'?"),
    ('naam = "stagiair"', 'naam = "derde"', "hoedanigheid", "'derde' staat er twee keer"),
    ('id = "adviseer"', 'id = "advisser"', "handeling[30].id", "onbekende handeling 'advisser'; bedoelt u 'adviseer'?"),
    ('verwacht = ["aanvulling_gevraagd"]', 'verwacht = ["gevraagd"]', "handeling[6].verwacht",
     "onbekend feit 'gevraagd'"),
    ('id = "bied_nazorg"', 'id = "bied_nazorg"\nverwacht = ["compleet"]', "handeling[35].verwacht",
     "kan hier niet: deze handeling neemt geen reden aan"),
    ('plichten = ["zend_advies"]', 'plichten = ["zend"]', "handeling[31].plichten", "onbekende plicht 'zend'"),
    # plichten
    ('voldaan_door = ["getoetst"]', 'voldaan_door = ["getest"]', "plicht[2].voldaan_door",
     "onbekend feit 'getest'; bedoelt u"),
    ('voldaan_door = ["getoetst"]', "", "plicht[2]", "niets voldoet aan deze plicht"),
    ('aan = ["klager"]\nbrief = "ontvangstbevestiging"', 'aan = ["kler"]\nbrief = "x"', "plicht[1].aan",
     "onbekende ontvanger 'kler'; bedoelt u 'klager'?"),
    ('aan = ["klager"]\nbrief = "ontvangstbevestiging"', 'brief = "x"', "plicht[1].aan", "aan wie gaat de brief 'x'?"),
    ('als = "toets_mist_iets"', 'als = "mist_iets"', "plicht[3].als", "onbekende voorwaarde 'mist_iets'"),
    ('termijn = "ontvangstbevestiging"', 'termijn = "bevestiging"', "plicht[1].termijn", "onbekende termijn"),
    ('termijn = "ontvangstbevestiging"', 'termijn = "ontvangstbevestiging"\nduur = "P1W"', "plicht[1].duur",
     "er is al een termijn"),
    ('na = ["opgeschort"]', "na = []", "plicht[8].na", "na welk feit is dit een plicht?"),
    # richtdatums
    ('na = "advies_niet_ontvankelijk"', 'na = "advies_niet"', "termijn[9].na", "onbekend feit 'advies_niet'"),
    ('voldaan_door = ["niet_ontvankelijk", "ontvankelijk"]', 'voldaan_door = ["niet"]', "termijn[9].voldaan_door",
     "onbekend feit 'niet'"),
    ('naam = "streefdatum van Bijlage 1"\nvanaf = "ontvangst"', 'naam = "streefdatum van Bijlage 1"\nvanaf = "post"',
     "termijn[5].ook[2].vanaf", "onbekend feit 'post'"),
    ('naam = "streefdatum van Bijlage 1"', 'naam = "streefdatum van Bijlage 1"\nvoor = "x"', "termijn[5].ook[2].voor",
     "onbekende sleutel"),
]  # fmt: skip


@pytest.mark.parametrize(("oud", "nieuw", "plaats", "feit"), OOK, ids=[f"{k[2]}: {k[3]}" for k in OOK])
def test_ook_deze_naam_moet_bestaan(oud: str, nieuw: str, plaats: str, feit: str, kopie: Path) -> None:
    """Loading collects every fault, also what a check would stumble over when somebody runs it."""
    _vervang(kopie, oud, nieuw)
    gebreken = _gebreken(kopie)
    assert [g for g in gebreken if g[0] == plaats and feit in g[1]], gebreken


def test_een_kapotte_regeling_is_een_kapotte_instelling(kopie: Path) -> None:
    """Design ch. 7: exit code 4 is for a damaged journal or configuration."""
    _vervang(kopie, 'duur = "P1Y"', 'duur = "x"')
    with pytest.raises(KlachtFout) as fout:
        lees_regeling(kopie / KAMER / EERSTE)
    assert fout.value.exitcode == 4
