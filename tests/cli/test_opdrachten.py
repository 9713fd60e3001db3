"""Each command as a secretary types it: what it records, what it shows, and how it ends."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from klachtcli import klok
from klachtcli.cli.verbeteren import Voorbeeld
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.zaak.gebeurtenissen import RegelsVastgelegd
from klachtcli.zaak.klaagschrift import Bijlage, OndernomenStap, Persoon

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
Zaak = Callable[..., str]

TERMIJN = {
    "zaak",
    "termijn",
    "vindplaats",
    "vanaf",
    "nominaal",
    "uiterlijk",
    "veilig",
    "status",
    "voldaan_op",
    "dagen",
    "soort",
    "stand",
}
TERMIJN_OOK = {"wie", "voorlopig", "verdagingen", "met_termijnenwet", "richtdatums", "opmerkingen"}


def _bytes(werkmap: Werkmap) -> bytes:
    return (werkmap.pad / "journaal.sqlite").read_bytes()


def _regeling(werkmap: Werkmap) -> dict[str, str]:
    """What `--json` says of the regulation of case 1: the hash is of the text that the journal keeps."""
    with werkmap.journaal() as journaal:
        (tekst,) = [
            v.gebeurtenis.tekst
            for v in journaal.lees("")
            if isinstance(v.gebeurtenis, RegelsVastgelegd) and v.gebeurtenis.bron.id == "tk-ongewenste-omgangsvormen"
        ]
    hash_ = sha256(tekst.encode()).hexdigest()
    return {"id": "tk-ongewenste-omgangsvormen", "versie": "2021-05-01", "sha256": hash_}


# ---- ontvang ----


def test_ontvang_een_bestand(klacht: Klacht, klaagschrift: Any, bestand: Any) -> None:
    uit = klacht("ontvang", bestand(klaagschrift()))
    assert (uit.code, uit.fout) == (0, "")
    for woorden in ("K2026-001: klaagschrift van 24 april 2026, vastgelegd.", "versie 2021-05-01",
    "klacht toets K2026-001",
                    "ontvangstbevestiging", "2026-05-04", "2025-04-24"):  # fmt: skip
        assert woorden in uit.uit


def test_ontvang_van_standaardinvoer(klacht: Klacht) -> None:
    assert klacht("ontvang", "-", "--json", invoer="ontvangen_op = 2026-04-20\n").json["zaak"] == "K2026-001"


def test_ontvang_als_json(klacht: Klacht, klaagschrift: Any, bestand: Any, werkmap: Werkmap) -> None:
    """Stable keys: scripts depend on them."""
    uit = klacht("ontvang", bestand(klaagschrift()), "--json").json
    assert uit.keys() == {
        "zaak", "ontvangen_op", "regeling", "stukken", "proef", "termijnen", "opmerkingen",
    }  # fmt: skip
    assert (uit["zaak"], uit["ontvangen_op"], uit["stukken"]) == ("K2026-001", "2026-04-24", 0)
    assert uit["proef"] is False
    assert uit["regeling"] == _regeling(werkmap)


def test_zaken_worden_per_jaar_genummerd(zaak: Zaak) -> None:
    """By the year of receipt, also when that was last year."""
    nummers = [zaak(ontvangen_op=dag) for dag in ("2026-04-01", "2025-12-31", "2026-04-02", "2026-01-01")]
    assert nummers == ["K2026-001", "K2025-001", "K2026-002", "K2026-003"]


def test_hetzelfde_klaagschrift_tweemaal(klacht: Klacht, klaagschrift: Any, bestand: Any, werkmap: Werkmap) -> None:
    """Noticed, and refused where nobody can be asked, unless `--toch`."""
    pad = bestand(klaagschrift())
    assert klacht("ontvang", pad).code == 0
    eerst = _bytes(werkmap)
    klacht("ontvang", pad).eis_fout(3, "al-ontvangen", "zaak K2026-001", "--toch")
    assert _bytes(werkmap) == eerst
    assert klacht("ontvang", pad, "--toch", "--json").json["zaak"] == "K2026-002"
    assert (
        klacht("ontvang", bestand(klaagschrift(ondertekend=False), "ander.json"), "--json").json["zaak"] == "K2026-003"
    )


def test_bijlagen_worden_verzegeld_bewaard(
    klacht: Klacht, klaagschrift: Any, bestand: Any, werkmap: Werkmap, persoonlijk: tuple[str, ...]
) -> None:
    pad = bestand(klaagschrift(bijlage=(Bijlage("mail.txt", "De mail"),)))
    (Path(pad).parent / "mail.txt").write_text("Het gaat niet goed met mij")
    assert klacht("ontvang", pad, "--json").json["stukken"] == 1
    assert klacht("audit", "controleer").code == 0
    for woord in ("Het gaat niet goed", "mail.txt", *persoonlijk):
        assert woord.encode() not in _bytes(werkmap)


def test_een_dagtekening_na_de_ontvangst_valt_op(klacht: Klacht, klaagschrift: Any, bestand: Any) -> None:
    uit = klacht("ontvang", bestand(klaagschrift(dagtekening=date(2026, 4, 25))))
    assert "Let op: De dagtekening (25 april 2026) ligt na de ontvangst (24 april 2026)." in uit.uit


def test_zonder_bestand_en_zonder_terminal(klacht: Klacht) -> None:
    klacht("ontvang").eis_fout(2, "geen-terminal", "standaardinvoer")


# ---- toets ----


def test_toets_als_json(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """Design ch. 7: the keys and the values that other programs count on."""
    uit = klacht("toets", zaak(), "--json").json
    assert uit.keys() == {
        "zaak",
        "uitkomst",
        "bevindingen",
        "regeling",
        "op",
        "proef",
        "opmerkingen",
        "verwijzing",
        "verwijzing_bron",
    }
    assert (uit["zaak"], uit["uitkomst"], uit["op"]) == ("K2026-001", "compleet", "2026-04-24")
    assert uit["regeling"] == _regeling(werkmap)
    assert all(b.keys() == {"vereiste", "status", "toelichting", "vindplaats", "gevolg"} for b in uit["bevindingen"])
    assert {b["status"] for b in uit["bevindingen"]} <= {"voldaan", "ontbreekt", "te_beoordelen", "nvt"}
    assert {"9.1.a", "9.5.g", "10.2"} < {b["vereiste"] for b in uit["bevindingen"]}


@pytest.mark.parametrize(
    ("anders", "uitkomst", "zin"),
    [
        ({}, "compleet", "Alles wat de regeling vraagt, is aanwezig. De commissie beslist over de ontvankelijkheid."),
        ({"ondertekend": False}, "aanvulling", "Er ontbreekt iets. De commissie kan de klager om aanvulling vragen."),
        ({"klager": Persoon()}, "weigeringsgrond", "De commissie beoordeelt dat."),
        ({"aangeklaagde": (Persoon(naam="P. de Wit", hoedanigheid="stagiair"),)}, "te_beoordelen",
         "Niets ontbreekt, maar"),
    ],
    ids=["compleet", "aanvulling", "weigeringsgrond", "te_beoordelen"],
)  # fmt: skip
def test_toets(anders: dict[str, Any], uitkomst: str, zin: str, klacht: Klacht, zaak: Zaak) -> None:
    """Whatever the outcome, the command did its work; who decides stands at the end."""
    nummer = zaak(**anders)
    assert klacht("toets", nummer, "--json").json["uitkomst"] == uitkomst
    uit = klacht("toets", nummer)
    assert uit.code == 0
    assert zin in uit.uit
    assert "Getoetst aan: Klachtenregeling ongewenste omgangsvormen Tweede Kamer, versie 2021-05-01" in uit.uit


DEZELFDE = [
    ("precies zo", "K. Verbeek", "R. Dekker", True),
    ("hoofdletters", "k. VERBEEK", "r. dekker", True),
    ("zonder accent", "K. Verbéék", "R. Dékker", True),
    ("voornaam voluit", "Kim Verbeek", "Rob Dekker", True),
    ("meer voorletters", "K.M. Verbeek", "R.J. Dekker", True),
    ("spaties", " K.  Verbeek ", "R.Dekker", True),
    ("een ander over wie", "K. Verbeek", "P. de Wit", False),
    ("een ander die klaagt", "L. Verbeek", "R. Dekker", False),
    ("omgekeerd", "R. Dekker", "K. Verbeek", False),
]


@pytest.mark.parametrize(("naam", "klager", "tegen", "gezien"), DEZELFDE, ids=[d[0] for d in DEZELFDE])
def test_een_eerdere_zaak_tussen_dezelfde_mensen(
    naam: str, klager: str, tegen: str, gezien: bool, klacht: Klacht, zaak: Zaak
) -> None:
    """Art. 9 lid 5 onder b: shown as possible, however the names are written."""
    eerder, later = (Persoon(naam="K. Verbeek"), Persoon(naam="R. Dekker")), (Persoon(naam=klager), Persoon(naam=tegen))
    zaak(klager=eerder[0], aangeklaagde=(Persoon(naam="H. Mol"), eerder[1]), ontvangen_op="2026-02-02")
    nummer = zaak(klager=later[0], aangeklaagde=(later[1],))
    assert ("K2026-001" in _bevinding(klacht, nummer, "9.5.b")["toelichting"]) == gezien
    assert "Er is al een zaak" not in _bevinding(klacht, "1", "9.5.b")["toelichting"]


def _bevinding(klacht: Klacht, nummer: str, vereiste: str) -> dict[str, str]:
    gevonden: list[dict[str, str]] = klacht("toets", nummer, "--json").json["bevindingen"]
    return next(b for b in gevonden if b["vereiste"] == vereiste)


NIET_GEZIEN = [
    ("niet-latijns schrift", "محمد بن سلمى", "محمد بن سلمى"),
    ("cyrillisch", "Иван Петров", "Иван Петров"),
    ("een letter zonder ontleding", "S. Sørensen", "S. Sorensen"),
    ("dubbele naam en enkele naam", "M. van der Laan-Öztürk", "M. van der Laan"),
    ("achternaam voorop", "K. Verbeek", "Verbeek, K."),
    ("met titel", "K. Verbeek", "drs. K. Verbeek"),
]


@pytest.mark.parametrize(("naam", "eerst", "later"), NIET_GEZIEN, ids=[n[0] for n in NIET_GEZIEN])
def test_ook_zo_geschreven_is_het_dezelfde_klager(
    naam: str, eerst: str, later: str, klacht: Klacht, zaak: Zaak
) -> None:
    """A missed earlier case is a missed ground; one shown too many costs a look. Even an equal name may be missed."""
    zaak(klager=Persoon(naam=eerst), ontvangen_op="2026-02-02")
    nummer = zaak(klager=Persoon(naam=later))
    assert "K2026-001" in _bevinding(klacht, nummer, "9.5.b")["toelichting"]


def test_de_naam_van_een_aanvulling_telt_ook(klacht: Klacht, zaak: Zaak, tmp_path: Path) -> None:
    """An earlier case whose klager was named only later is found too."""
    zaak(klager=Persoon(), ontvangen_op="2026-02-02")
    (tmp_path / "naam.toml").write_text('[klager]\nnaam = "K. Verbeek-Unal"\n', encoding="utf-8")
    assert klacht("vul-aan", "1", str(tmp_path / "naam.toml")).code == 0
    assert "K2026-001" in _bevinding(klacht, zaak(), "9.5.b")["toelichting"]


# ---- termijnen, lijst, toon ----


def test_termijnen_als_json(klacht: Klacht, zaak: Zaak) -> None:
    """Design ch. 7: the documented keys, and no key silently gone."""
    (bevestiging, venster) = klacht("termijnen", zaak(), "--json").json
    assert bevestiging.keys() == venster.keys() == TERMIJN | TERMIJN_OOK
    assert {k: bevestiging[k] for k in TERMIJN} == {
        "zaak": "K2026-001", "termijn": "ontvangstbevestiging", "vindplaats": "art. 9 lid 4", "vanaf": "2026-04-24",
        "nominaal": "2026-05-04", "uiterlijk": "2026-05-04", "veilig": "2026-05-04", "status": "loopt",
        "voldaan_op": None,
        "dagen": 10, "soort": "termijn", "stand": "loopt",
    }  # fmt: skip
    assert (venster["status"], venster["voldaan_op"]) == ("voldaan", "2026-01-15")
    assert (venster["soort"], venster["stand"]) == ("venster", "voldaan")
    assert (venster["veilig"], venster["dagen"]) == (None, None)


def test_op_de_dag_zelf_is_niets_te_laat_en_de_dag_erna_wel(klacht: Klacht, zaak: Zaak) -> None:
    """Exit code 1 when something is late; `--peildatum` sets the day to look from."""
    zaak()
    assert klacht("termijnen").code == 0
    assert klacht("termijnen", "--peildatum", "2026-05-04").code == 0
    te_laat = klacht("termijnen", "--peildatum", "2026-05-05")
    assert te_laat.code == 1
    assert "verstreken" in te_laat.uit
    (bevestiging, _) = klacht("termijnen", "--peildatum", "5 mei 2026", "--json").json
    assert (bevestiging["status"], bevestiging["dagen"]) == ("verstreken", -1)


def test_een_verlopen_venster_is_niet_te_laat(klacht: Klacht, zaak: Zaak, klaagschrift: Any) -> None:
    oud = klaagschrift().gedraging[0]
    zaak(gedraging=(type(oud)(oud.categorie, oud.omschrijving, "2024-01-01", oud.waar),))
    uit = klacht("termijnen")
    assert uit.code == 0
    assert "verstreken" in uit.uit


def test_de_uitleg_vertelt_elke_stap(klacht: Klacht, zaak: Zaak) -> None:
    uit = klacht("termijnen", zaak(), "--uitleg").uit
    assert "K2026-001 ontvangstbevestiging (art. 9 lid 4)" in uit
    assert "Vooruit 5 werkdagen vanaf vrijdag 24 april 2026; de dag zelf telt niet mee: maandag 4 mei 2026." in uit
    assert "Terug 1 jaar vanaf vrijdag 24 april 2026" in uit
    assert "Veilig: maandag 4 mei 2026." in uit


def test_zonder_zaken(klacht: Klacht) -> None:
    assert klacht("termijnen").uit == "Er lopen geen termijnen.\n"
    assert klacht("termijnen", "--json").json == []
    assert klacht("lijst").uit == "Er zijn geen lopende zaken.\n"
    assert klacht("lijst", "--alles").uit == "Er zijn geen zaken.\n"
    assert klacht("lijst", "--json").json == []


def test_lijst_de_dringendste_eerst_en_zonder_namen(
    klacht: Klacht, zaak: Zaak, bevries: Bevries, persoonlijk: tuple[str, ...]
) -> None:
    zaak(ontvangen_op="2026-04-20")
    zaak(ontvangen_op="2026-04-10")
    zaak(ontvangen_op="2026-04-15")
    uit = klacht("lijst", "--json").json
    assert [r["zaak"] for r in uit] == ["K2026-002", "K2026-003", "K2026-001"]
    assert uit[0].keys() == {"zaak", "fase", "ontvangen_op", "termijn", "uiterlijk", "veilig"}
    assert (uit[0]["fase"], uit[0]["termijn"], uit[0]["uiterlijk"]) == (
        "ontvangen",
        "ontvangstbevestiging",
        "2026-04-17",
    )
    assert not [w for w in persoonlijk if w in klacht("lijst").uit + klacht("termijnen").uit]
    assert klacht("sluit", "2", "--reden", "klaar").code == 0
    assert [r["zaak"] for r in klacht("lijst", "--json").json] == ["K2026-003", "K2026-001"]
    assert {r["zaak"] for r in klacht("lijst", "--alles", "--json").json} == {"K2026-001", "K2026-002", "K2026-003"}
    assert {r["zaak"] for r in klacht("termijnen", "--json").json} == {"K2026-001", "K2026-003"}


VERVOLG = ("te_doen", "volgende", "zijpaden")


def test_toon(klacht: Klacht, loop_tot: Callable[[str], None], werkmap: Werkmap) -> None:
    loop_tot("besluit 1 compleet")
    uit = klacht("toon", "1")
    assert uit.code == 0
    for woorden in ("K2026-001: compleet", "K. Verbeek-Ünal", "R. Dekker", "klaagschrift ontvangen", "brief verzonden",
                    "klacht besluit K2026-001 ontvankelijk"):  # fmt: skip
        assert woorden in uit.uit
    j = klacht("toon", "1", "--json").json
    assert j.keys() == {"zaak", "op", "bekend_voor", "fase", "regeling", "klager", "aangeklaagde", "termijnen",
                        "verloop", *VERVOLG}  # fmt: skip
    assert (j["op"], j["bekend_voor"]) == ("2026-05-06", None)
    assert [v["soort"] for v in j["verloop"]] == [
        "klaagschrift_ontvangen", "brief_gemaakt", "brief_verzonden", "aanvulling_gevraagd", "klacht_compleet",
    ]  # fmt: skip
    assert [v["op"] for v in j["verloop"]][-1] == "2026-05-06"
    assert all(
        v.keys() == {"nummer", "soort", "op", "bijzonderheden", "vastgelegd_op", "rol", "door", "versie"}
        for v in j["verloop"]
    )
    assert {v["door"] for v in j["verloop"]} == {wie()}
    assert j["verloop"][2]["bijzonderheden"] == "aan: klager; brief: ontvangstbevestiging"
    assert j["regeling"] == _regeling(werkmap)


@pytest.mark.parametrize(
    ("tot", "tekst"), [("verdaag 1 beslissing", "zomer"), ("verdaag 1 advies", "2026-08-12")], ids=["reden", "dag"]
)
def test_het_verloop_zegt_wat_er_bij_een_handeling_hoorde(
    tot: str, tekst: str, klacht: Klacht, loop_tot: Callable[[str], None]
) -> None:
    """`toon` is one case with its history; the extension's reason and day are part of it."""
    loop_tot(tot)
    assert tekst in json.dumps(klacht("toon", "1", "--json").json["verloop"])


SCHRIJFWIJZEN = ["K2026-001", "k2026-001", "K2026-1", "2026-1", "2026-001", "1", "001", " 1 "]
GEEN_NUMMER = ["K2026-001x", "", "een", "2026/1", "K26-1", "1.0", "K2026-", "K2026-001 K2026-002", "٣"]


def test_zo_mag_een_zaaknummer(klacht: Klacht, zaak: Zaak) -> None:
    zaak()
    for geschreven in SCHRIJFWIJZEN:
        assert klacht("toon", geschreven, "--json").json["zaak"] == "K2026-001", geschreven


@pytest.mark.parametrize("geschreven", GEEN_NUMMER)
def test_zo_niet(geschreven: str, klacht: Klacht) -> None:
    klacht("toon", geschreven).eis_fout(2, "geen-zaaknummer", "K2026-001")


def test_een_zaak_die_er_niet_is(klacht: Klacht) -> None:
    for opdracht in (
        "toon 9",
        "toets 9",
        "termijnen 9",
        "besluit 9 compleet",
        "brief 9 L01",
        "sluit 9",
        "vul-aan 9 --gevraagd",
    ):
        klacht(*opdracht.split()).eis_fout(2, "zaak-onbekend", "K2026-009", "klacht lijst --alles")


def test_een_nummer_zonder_jaar_is_van_dit_jaar(klacht: Klacht, zaak: Zaak, bevries: Bevries) -> None:
    zaak()
    bevries("2027-01-02T10:00")
    klacht("toon", "1").eis_fout(2, "zaak-onbekend", "K2027-001")
    assert klacht("toon", "2026-1").code == 0


# ---- de gewone weg ----


def test_de_hele_weg_elke_stap_eerst_als_proef(
    klacht: Klacht, zaak: Zaak, bevries: Bevries, werkmap: Werkmap, gewoon: tuple[tuple[str, str], ...],
    klaagschrift: Any,
    bestand: Any,
) -> None:  # fmt: skip
    """From receipt to closing. `--proef` does the same, and leaves work folder and key ring byte for byte alone."""

    def stand() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in werkmap.pad.parent.rglob("*") if p.is_file()}

    pad = bestand(klaagschrift())
    stappen = [("2026-04-24", f"ontvang {pad}"), ("2026-04-24", "toets 1"), *gewoon]
    for dag, opdracht in stappen:
        bevries(f"{dag}T10:00")
        eerst = stand()
        proef = klacht(*opdracht.split(), "--proef")
        assert proef.code == 0, (opdracht, proef)
        assert "als proef: niets vastgelegd" in proef.uit
        assert klacht(*opdracht.split(), "--proef", "--json").json["proef"] is True
        assert stand() == eerst, opdracht
        echt = klacht(*opdracht.split(), "--json")
        assert (echt.code, echt.json["proef"]) == (0, False), (opdracht, echt)
        assert "K2026-001" in echt.uit
        assert stand() != eerst, opdracht
    assert klacht("lijst", "--json").json == []
    assert klacht("audit", "controleer").code == 0


HANDELINGEN = {
    "vul-aan 1 --gevraagd": "aanvulling_gevraagd", "besluit 1 compleet": "klacht_compleet",
    "besluit 1 ontvankelijk": "ontvankelijk_bevonden", "hoor 1": "hoorzitting_gepland",
    "feiten 1 --verzonden": "feitenoverzicht_verzonden", "feiten 1 --gesloten": "feitenoverzicht_gesloten",
    "verdaag 1 advies": "advies_verdaagd", "adviseer 1": "advies_uitgebracht",
    "adviseer 1 --ontvangen": "advies_ontvangen",
    "verdaag 1 beslissing": "beslissing_verdaagd", "beslis 1": "beslissing_genomen", "sluit 1": "zaak_gesloten",
    "hoor 1 --gehouden": "hoorzitting_gehouden", "verslag 1": "verslag_opgemaakt", "adres 1": "contact_vermeld",
    "beslis 1 --commissie": "commissie_geinformeerd",
}  # fmt: skip


def test_wat_elke_handeling_vastlegt_en_teruggeeft(
    klacht: Klacht, zaak: Zaak, bevries: Bevries, gewoon: tuple[tuple[str, str], ...]
) -> None:
    zaak()
    gezien = set()
    for dag, opdracht in gewoon:
        bevries(f"{dag}T10:00")
        uit = klacht(*opdracht.split(), "--json").json
        if opdracht.startswith("brief"):
            continue
        assert uit.keys() == {"zaak", "gebeurtenis", "proef", "termijnen", "opmerkingen", "brieven", *VERVOLG}
        begin = max((h for h in HANDELINGEN if opdracht.startswith(h)), key=len)
        assert uit["gebeurtenis"] == HANDELINGEN[begin]
        assert all(t.keys() == TERMIJN | TERMIJN_OOK for t in uit["termijnen"])
        gezien.add(begin)
    assert gezien == set(HANDELINGEN)


def test_na_een_handeling_staat_er_wat_volgt(klacht: Klacht, zaak: Zaak, bevries: Bevries) -> None:
    """What was recorded, which dates follow, what comes next."""
    zaak()
    bevries("2026-05-06T10:00")
    uit = klacht("besluit", "1", "compleet", "--op", "5 mei 2026").uit
    assert uit.startswith("K2026-001: klacht compleet (op 5 mei 2026), vastgelegd.\n")
    assert "2026-05-19" in uit
    assert "  klacht besluit K2026-001 ontvankelijk" in uit


# Hoe ver, op welke dag er wordt getypt, wat, en hoe het antwoord begint.
OP_DAG = [
    ("ontvang", "2026-04-30", "vul-aan 1 --gevraagd", "aanvulling gevraagd, vastgelegd.", "vandaag, want niet genoemd"),
    ("ontvang", "2026-04-30", "vul-aan 1 --gevraagd --op 2026-04-30", "aanvulling gevraagd, vastgelegd.",
     "vandaag, en genoemd"),
    ("ontvang", "2026-04-30", "vul-aan 1 --gevraagd --op 2026-04-29",
     "aanvulling gevraagd (op 29 april 2026), vastgelegd.", "gisteren"),
    ("ontvang", "2026-04-30", "vul-aan 1 --gevraagd --op 2026-04-29 --proef",
     "aanvulling gevraagd (op 29 april 2026), als proef: niets vastgelegd.", "gisteren, als proef"),
    ("ontvang", "2026-05-06", "besluit 1 compleet", "klacht compleet (op 24 april 2026), vastgelegd.",
     "de dag die klacht zelf kiest: die van de laatste ontvangst"),
    ("besluit 1 ontvankelijk", "2026-05-26", "hoor 1 2026-06-09", "hoorzitting gepland, vastgelegd.",
     "vandaag gepland, voor later"),
    ("besluit 1 ontvankelijk", "2026-05-26", "hoor 1 2026-06-09 --op 2026-05-22",
     "hoorzitting gepland (op 22 mei 2026), vastgelegd.", "vrijdag gepland, voor later"),
    ("brief 1 feitenoverzicht --verzonden", "2026-06-19", "feiten 1 --reactie-van klager --op 2026-06-18",
     "reactie op de feiten ontvangen (op 18 juni 2026), vastgelegd.", "een reactie van gisteren, in gewone woorden"),
    ("brief 1 beslissing --verzonden", "2026-08-21", "beslis 1 --commissie-geinformeerd 2026-08-20",
     "commissie geïnformeerd (op 20 augustus 2026), vastgelegd.", "gisteren, met een trema"),
    ("brief 1 ontvangstbevestiging", "2026-04-29", "brief 1 ontvangstbevestiging --verzonden 2026-04-28",
     "brief verzonden (op 28 april 2026), vastgelegd.", "een brief die gisteren uitging"),
]  # fmt: skip


@pytest.mark.parametrize(("na", "dag", "typt", "zegt", "waarom"), OP_DAG, ids=[o[4] for o in OP_DAG])
def test_een_handeling_van_een_andere_dag_noemt_die_dag(
    na: str, dag: str, typt: str, zegt: str, waarom: str, klacht: Klacht, zaak: Zaak, bevries: Bevries,
    loop_tot: Callable[[str], None],
) -> None:  # fmt: skip
    """A slip in the day shows at once. Of a hearing that is the day on which it was planned."""
    if na == "ontvang":
        zaak()
    else:
        loop_tot(na)
    bevries(f"{dag}T10:00")
    uit = klacht(*typt.split())
    assert uit.code == 0, uit
    assert uit.uit.splitlines()[0] == f"K2026-001: {zegt}"


GEWEIGERD = [
    ("ontvang", "besluit 1 ontvankelijk", "eerst-iets-anders", "art. 10 lid 1", "klacht besluit K2026-001 compleet"),
    ("ontvang", "besluit 1 niet-ontvankelijk", "eerst-iets-anders", "art. 10 lid 4", "advies-niet-ontvankelijk"),
    ("ontvang", "hoor 1 2026-06-09", "eerst-iets-anders", "art. 11 lid 1", "klacht besluit K2026-001 ontvankelijk"),
    ("ontvang", "feiten 1 --verzonden 2026-04-24", "eerst-iets-anders", "art. 12 lid 1", "ontvankelijk"),
    ("ontvang", "adviseer 1", "eerst-iets-anders", "art. 12 lid 2", "ontvankelijk"),
    ("ontvang", "adviseer 1 --ontvangen 2026-04-24", "eerst-iets-anders", "art. 13 lid 1", "klacht adviseer K2026-001"),
    ("ontvang", "beslis 1", "eerst-iets-anders", "art. 13 lid 1", "klacht adviseer K2026-001 --ontvangen DATUM"),
    ("ontvang", "verdaag 1 advies --tot 2026-08-12", "eerst-iets-anders", "art. 12 lid 3", "ontvankelijk"),
    ("ontvang", "verdaag 1 beslissing --met P4W --reden x", "eerst-iets-anders", "art. 13 lid 3", "--ontvangen"),
    ("ontvang", "besluit 1 compleet --op 2026-04-23", "dag-te-vroeg", "23 april 2026", "24 april 2026"),
    ("ontvang", "besluit 1 compleet --op 2026-04-25", "dag-in-de-toekomst", "25 april 2026", "moet nog komen"),
    ("ontvang", "brief 1 ontvangstbevestiging --verzonden 2026-04-24", "brief-niet-gemaakt", "klacht brief K2026-001",
     ""),
    ("besluit 1 ontvankelijk", "besluit 1 compleet", "al-gebeurd", "6 mei 2026", "klacht toon K2026-001"),
    ("besluit 1 ontvankelijk", "besluit 1 compleet", "al-gebeurd", "al vastgelegd dat de klacht compleet is", ""),
    ("ontvang", "besluit 1 compleet --op 2026-04-23", "dag-te-vroeg", "24 april 2026, de dag waarop het klaagschrift",
     "is ontvangen"),
    ("adviseer 1 --ontvangen", "sluit 1", "nog-niet-klaar", "beslissing", "--reden -"),
    ("besluit 1 ontvankelijk", "vul-aan 1 --gevraagd", "al-gebeurd", "art. 9 lid 3", "20 mei 2026"),
    ("besluit 1 ontvankelijk", "besluit 1 advies-niet-ontvankelijk", "al-gebeurd", "art. 10 lid 4", ""),
    ("adviseer 1", "verdaag 1 advies --tot 2026-09-01", "al-gebeurd", "art. 12 lid 3", "1 juli 2026"),
    ("adviseer 1 --ontvangen", "verdaag 1 beslissing --met P5W --reden x", "verdaging-te-lang", "4 weken",
     "art. 13 lid 3"),
    ("adviseer 1 --ontvangen", "verdaag 1 beslissing --met P4W", "reden-ontbreekt", "--reden -", "art. 13 lid 3"),
    ("verdaag 1 beslissing", "verdaag 1 beslissing --met P1W --reden x", "beslissing-al-verdaagd", "27 augustus 2026",
     "art. 13 lid 3"),
    ("sluit 1", "beslis 1", "zaak-gesloten", "28 augustus 2026", ""),
    ("sluit 1", "sluit 1", "zaak-gesloten", "28 augustus 2026", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("na", "opdracht", "code", "een", "twee"), GEWEIGERD, ids=[f"{g[1]} na {g[0]}: {g[3]}" for g in GEWEIGERD]
)
def test_wat_nu_niet_kan(
    na: str, opdracht: str, code: str, een: str, twee: str, klacht: Klacht, zaak: Zaak, werkmap: Werkmap,
    loop_tot: Callable[[str], None],
) -> None:  # fmt: skip
    """Refused with exit code 3, the fact, the article and what comes first; nothing is recorded."""
    if na == "ontvang":
        zaak()
    else:
        loop_tot(na)
    eerst = _bytes(werkmap)
    klacht(*opdracht.split()).eis_fout(3, code, een, twee)
    assert _bytes(werkmap) == eerst


VERKEERD = [
    ("verdaag 1 advies", "verdaging-onvolledig"),
    ("verdaag 1 advies --tot 2026-08-12 --met P4W", "verdaging-onvolledig"),
    ("verdaag 1 advies --tot ooit", "geen-datum"),
    ("verdaag 1 advies --met lang", "geen-duur"),
    ("verdaag 1 horen --met P4W", "verkeerd-gebruik"),
    ("besluit 1 misschien", "verkeerd-gebruik"),
    ("besluit 1 compleet --op 31-2-2026", "geen-datum"),
    ("feiten 1", "feiten-onvolledig"),
    ("feiten 1 --verzonden 2026-04-24 --gesloten 2026-04-24", "feiten-onvolledig"),
    ("vul-aan 1", "aanvulling-onvolledig"),
    ("vul-aan 1 bestand.toml --gevraagd", "aanvulling-onvolledig"),
    ("hoor 1 morgen", "geen-datum"),
    ("brief 1 bevestiging", "brief-onbekend"),
    ("termijnen --peildatum morgen", "geen-datum"),
    ("termijnen 1 2", "verkeerd-gebruik"),
    ("termijn 1", "verkeerd-gebruik"),
    ("toets", "verkeerd-gebruik"),
    ("toets 1 --jsn", "verkeerd-gebruik"),
    ("audit", None),
]


@pytest.mark.parametrize(("opdracht", "code"), VERKEERD, ids=[v[0] for v in VERKEERD])
def test_verkeerd_gebruik(
    opdracht: str, code: str | None, klacht: Klacht, werkmap: Werkmap, loop_tot: Callable[[str], None],
    persoonlijk: tuple[str, ...],
) -> None:  # fmt: skip
    """Exit code 2, in Dutch, with the stable code; no traceback and no name."""
    loop_tot("besluit 1 ontvankelijk")
    eerst = _bytes(werkmap)
    uit = klacht(*opdracht.split())
    assert uit.code == 2
    assert "Traceback" not in uit.fout
    assert "Usage" not in uit.fout
    assert not [w for w in persoonlijk if w in uit.fout]
    assert code is None or uit.fout.endswith(f"[{code}]\n"), uit.fout
    assert _bytes(werkmap) == eerst


def test_een_reden_van_standaardinvoer(klacht: Klacht, loop_tot: Callable[[str], None]) -> None:
    """`--reden -` keeps it out of the shell's history; an empty one is none."""
    loop_tot("adviseer 1 --ontvangen")
    klacht("verdaag", "1", "beslissing", "--met", "4 weken", "--reden", "-", invoer=" \n").eis_fout(
        3, "reden-ontbreekt"
    )
    uit = klacht("verdaag", "1", "beslissing", "--met", "4 weken", "--reden", "-", "--json", invoer="De zomer.\n")
    assert uit.code == 0
    te_doen = {(p["plicht"], p["aan"]) for p in uit.json["te_doen"]}
    assert te_doen >= {("deel_verdaging_beslissing_mee", "klager"), ("deel_verdaging_beslissing_mee", "aangeklaagde-1")}
    assert len(uit.json["brieven"]) == 2  # made with the act, for there is no extension without them


def test_te_laat_verdaagd_wordt_vastgelegd_en_gezegd(
    klacht: Klacht, loop_tot: Callable[[str], None], bevries: Bevries
) -> None:
    """The journal holds what happened, also what should have happened sooner."""
    loop_tot("adviseer 1 --ontvangen")
    bevries("2026-08-05T10:00")
    uit = klacht("verdaag", "1", "beslissing", "--met", "4 weken", "--reden", "zomer")
    assert uit.code == 0
    assert "Let op: Verdaagd op 5 augustus 2026, na de laatste dag (30 juli 2026)." in uit.uit
    assert "2026-08-27" in uit.uit


def test_bij_elke_te_lange_verdaging_van_het_advies_wordt_het_gezegd(
    klacht: Klacht, loop_tot: Callable[[str], None]
) -> None:
    loop_tot("besluit 1 ontvankelijk")
    for tot in ("2026-08-20", "2026-09-20"):
        assert "kent geen maximum" in klacht("verdaag", "1", "advies", "--tot", tot).uit, tot


# ---- wat klacht nu aanneemt, en niet zou moeten ----

STIL = [
    ("adviseer 1 --op 2026-07-01 --ontvangen 2026-07-02", "adviseer 1", "--op naast --ontvangen verdwijnt"),
    ("adviseer 1 --ontvangen 2026-07-02 --strekking Gedeeld", "adviseer 1", "--strekking naast --ontvangen verdwijnt"),
    ("feiten 1 --gesloten 2026-06-16 --reactie-tot 2026-06-30", "feiten 1 --verzonden", "--reactie-tot verdwijnt"),
    ("hoor 1 2020-01-01", "besluit 1 ontvankelijk", "een zitting jaren voor de klacht"),
    ("hoor 1 2026-06-09 --stukken-tot 2026-06-12", "besluit 1 ontvankelijk", "stukken tot na de zitting"),
    ("hoor 1 2026-06-09 --stukken-tot 2026-05-01", "besluit 1 ontvankelijk", "stukken tot voor de uitnodiging"),
    (
        "feiten 1 --verzonden 2026-05-20 --reactie-tot 2026-05-01",
        "besluit 1 ontvankelijk",
        "reageren voor de verzending",
    ),
    ("sluit 1 --op 2026-04-25", "besluit 1 ontvankelijk", "gesloten voor de laatste handeling"),
    ("toets 1", "sluit 1", "een toets wordt vastgelegd in een gesloten zaak"),
    ("brief 1 ontvangstbevestiging", "sluit 1", "een brief wordt gemaakt in een gesloten zaak"),
]


@pytest.mark.parametrize(("opdracht", "na", "wat"), STIL, ids=[s[2] for s in STIL])
def test_dit_hoort_geweigerd_te_worden(
    opdracht: str, na: str, wat: str, klacht: Klacht, loop_tot: Callable[[str], None], bevries: Bevries
) -> None:
    """What was typed is either recorded or refused; and a day that cannot be is refused."""
    loop_tot(na)
    if "adviseer" in opdracht:
        bevries("2026-07-02T12:00")
    assert klacht(*opdracht.split()).code in (2, 3)


# ---- vul-aan ----


def test_vul_aan_met_een_bestand(klacht: Klacht, zaak: Zaak, bevries: Bevries, tmp_path: Path) -> None:
    zaak(ondertekend=False, stap=(OndernomenStap("Een mail", stukken=("mail.txt",)),))
    assert klacht("toets", "1", "--json").json["uitkomst"] == "aanvulling"
    assert klacht("vul-aan", "1", "--gevraagd").code == 0
    (tmp_path / "mail.txt").write_text("Goedemiddag")
    (tmp_path / "bij.toml").write_text(
        'ontvangen_op = 2026-05-08\nondertekend = true\n[[bijlage]]\nbestand = "mail.txt"\n', encoding="utf-8"
    )
    bevries("2026-05-11T10:00")
    uit = klacht("vul-aan", "1", str(tmp_path / "bij.toml"), "--json").json
    aanvulling = next(t for t in uit["termijnen"] if t["termijn"] == "aanvulling")
    assert (aanvulling["status"], aanvulling["voldaan_op"]) == ("voldaan", "2026-05-08")
    assert klacht("toets", "1", "--json").json["uitkomst"] == "compleet"
    assert klacht("termijnen", "1", "--json").json[-1]["vanaf"] == "2026-04-24"


# ---- brief ----

NAMEN = ["Jansen & Zn <x>", "=1+1", "O'Neil", 'De "Oude" Vos', "Ünal-Çelik", "Zoë 🙂 Bos", "محمد بن سلمى",
         "{{ zegel }}", "A\\B", "Łukasz Ørsted", "{% if x %}", "&amp;", "Q\u0301 combinerend"]  # fmt: skip


@pytest.mark.parametrize("naam", NAMEN)
def test_een_naam_komt_uit_de_brief_zoals_hij_erin_ging(naam: str, klacht: Klacht, zaak: Zaak) -> None:
    zaak(klager=Persoon(naam=naam, aanhef="geen", adres="Straat <1> & 2", postcode="2514 EA", plaats="'s-Gravenhage"))
    uit = klacht("brief", "1", "ontvangstbevestiging", "--json")
    assert uit.code == 0, uit
    regels = _tekst(Path(uit.json["bestand"]))
    assert naam in regels
    assert f"Geachte {naam}," in regels
    assert "Straat <1> & 2" in regels
    assert "2514 EA  's-Gravenhage" in regels


def _tekst(pad: Path) -> list[str]:
    """Every line of the letter, in the body, its tables, headers and footers."""
    doc = Document(str(pad))
    delen: list[Any] = [doc, *(d for s in doc.sections for d in (s.header, s.footer))]
    alineas = [p for deel in delen for p in deel.paragraphs]
    alineas += [p for deel in delen for t in deel.tables for r in t.rows for c in r.cells for p in c.paragraphs]
    return [regel for p in alineas for regel in p.text.split("\n")]


def test_de_brief_heeft_het_zegel_en_geen_aangeklaagde(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """L01: what must stand in it, and what must not: the name of the aangeklaagde, or what happened."""
    zaak()
    uit = klacht("brief", "1", "ontvangstbevestiging", "--json").json
    assert uit.keys() == {"zaak", "brief", "aan", "bestand", "zegel", "proef", "brieven", "mislukt", "pdf"}
    pad, leden = Path(uit["bestand"]), lees_commissie(werkmap.config).met_rol("voorzitter", "lid", op=date(2026, 4, 24))
    assert len(leden) >= 3
    assert pad.parent == werkmap.brieven("K2026-001")
    tekst = "\n".join(_tekst(pad))
    for woorden in (uit["zegel"], "K2026-001", "24 april 2026", "Geachte mevrouw Verbeek-Ünal,", *leden):
        assert woorden in tekst
    for woorden in ("Dekker", "pesten", "koffiehoek", "Bakker", "{{", "None"):
        assert woorden not in tekst


def test_een_brief_wordt_nooit_overschreven(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    zaak()
    namen = [Path(klacht("brief", "1", "L01", "--json").json["bestand"]).name for _ in range(3)]
    assert len(set(namen)) == 3
    assert {p.name for p in werkmap.brieven("K2026-001").iterdir()} == set(namen)


@pytest.mark.parametrize(
    ("oud", "nieuw", "mist"),
    [
        (r'(?m)^vertrouwenspersoon = .*$', 'vertrouwenspersoon = ""', "de vertrouwenspersoon"),
        (r'(?m)^bewaren = .*$', 'bewaren = ""', "hoe lang het dossier wordt bewaard"),
        (r'\[secretaris\]\nnaam = .*\n', '[secretaris]\n', "de naam van de secretaris"),
        (r'rol = "(plaatsvervangend )?voorzitter"', 'rol = "plaatsvervangend lid"', "de voorzitter"),
    ],
    ids=["vertrouwenspersoon", "bewaren", "secretaris", "voorzitter"],
)  # fmt: skip
def test_een_brief_die_iets_mist_wordt_niet_gemaakt(
    oud: str, nieuw: str, mist: str, klacht: Klacht, zaak: Zaak, werkmap: Werkmap
) -> None:
    """Never a letter with a hole: refused, with what is missing and where to fill it in."""
    zaak()
    pad = werkmap.config / "commissie.toml"
    tekst, aantal = re.subn(oud, nieuw, pad.read_text(encoding="utf-8"))
    assert aantal >= 1
    pad.write_text(tekst, encoding="utf-8")
    eerst = _bytes(werkmap)
    uit = klacht("brief", "1", "ontvangstbevestiging")
    assert uit.code == 3
    assert "[brief-onvolledig]" in uit.fout
    assert f"{mist}: " in uit.fout
    assert "config/commissie.toml" in uit.fout
    assert _bytes(werkmap) == eerst
    assert not werkmap.brieven("K2026-001").exists()


def test_een_klager_zonder_adres_of_naam(klacht: Klacht, zaak: Zaak) -> None:
    zaak(klager=Persoon())
    uit = klacht("brief", "1", "ontvangstbevestiging")
    assert uit.code == 3
    assert "klacht adres K2026-001 klager BESTAND" in uit.fout


# Wat er met het afschrift is gebeurd, en of de uitnodiging zegt dat de lezer het heeft.
HAD_AFSCHRIFT = [
    ("niet gemaakt", (), False),
    ("gemaakt, niet verzonden", ("brief 1 afschrift-klacht",), False),
    ("verzonden", ("brief 1 afschrift-klacht", "brief 1 afschrift-klacht --verzonden 2026-05-20"), True),
    ("met een eigen brief verzonden", ("brief 1 afschrift-klacht --eigen --verzonden 2026-05-20",), True),
]


@pytest.mark.parametrize(("naam", "post", "had"), HAD_AFSCHRIFT, ids=[h[0] for h in HAD_AFSCHRIFT])
def test_de_uitnodiging_zegt_alleen_van_een_afschrift_dat_er_kwam(
    naam: str, post: tuple[str, ...], had: bool, klacht: Klacht, loop_tot: Callable[[str], None]
) -> None:
    """Who was sent no copy does not read that he got one."""
    loop_tot("adres 1 aangeklaagde")
    for opdracht in (*post, "hoor 1 2026-06-09"):
        assert klacht(*opdracht.split()).code == 0, opdracht
    uit = klacht("brief", "1", "uitnodiging-aangeklaagde", "--json")
    assert uit.code == 0, uit
    tekst = "\n".join(_tekst(Path(uit.json["bestand"])))
    assert "De commissie onderzoekt een klacht waarin u wordt genoemd. " in tekst
    assert ("U heeft daarvan een kopie gekregen." in tekst) == had


# ---- voorbeeld ----

# Elk voorbeeld, hoe ver de zaak is, en de opdracht die het leest.
VOORBEELD = [
    ("klaagschrift", "", "ontvang -"),
    ("aanvulling", "vul-aan 1 --gevraagd", "vul-aan 1 -"),
    ("doorverwijzing", "vul-aan 1 --gevraagd", "brief 1 doorverwijzing --gegevens -"),
    ("antwoord-avg", "vul-aan 1 --gevraagd", "brief 1 antwoord-avg --aan klager --gegevens -"),
    ("jaarverslag", "", "brief 2025 aanbieding-jaarverslag --gegevens -"),
    ("betrokkene", "besluit 1 ontvankelijk", "betrek 1 -"),
    ("adres", "besluit 1 ontvankelijk", "adres 1 aangeklaagde -"),
    ("advies", "feiten 1 --gesloten", "adviseer 1 -"),
    ("beslissing", "adviseer 1 --ontvangen", "beslis 1 -"),
]


@pytest.mark.parametrize(("naam", "na", "leest"), VOORBEELD, ids=[v[0] for v in VOORBEELD])
def test_een_voorbeeld_is_zo_te_gebruiken(
    naam: str, na: str, leest: str, klacht: Klacht, loop_tot: Callable[[str], None], bevries: Bevries
) -> None:
    """What `klacht voorbeeld` shows is TOML, and the act that reads it takes it as it is."""
    if na:
        loop_tot(na)
    uit = klacht("voorbeeld", naam)
    assert (uit.code, uit.fout) == (0, "")
    assert tomllib.loads(uit.uit)
    if naam == "aanvulling":
        bevries("2026-05-08T10:00")  # the day on which it came in
    gelezen = klacht(*leest.split(), invoer=uit.uit)
    assert (gelezen.code, gelezen.fout) == (0, ""), gelezen


def test_elk_voorbeeld_staat_hierboven_en_in_de_hulp(klacht: Klacht) -> None:
    namen = [v[0] for v in VOORBEELD]
    assert sorted(namen) == sorted(Voorbeeld)
    hulp = klacht("voorbeeld", "--help").uit
    assert [n for n in namen if n not in hulp] == []
    uit = klacht("voorbeeld", "brief")
    assert uit.code == 2
    assert [n for n in namen if n not in uit.fout] == []


# ---- audit ----


def test_audit(klacht: Klacht, loop_tot: Callable[[str], None]) -> None:
    loop_tot("besluit 1 compleet")
    uit = klacht("audit", "controleer", "--json").json
    assert uit.keys() == {"vastleggingen", "zaken", "lopend", "zegel"}
    assert (uit["zaken"], uit["lopend"]) == (1, 1)
    assert "Het journaal klopt" in klacht("audit", "controleer").uit


def test_audit_van_een_veranderd_journaal(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """One byte is enough; the exit code is that of a damaged journal, and nobody is named."""
    zaak()
    ruw = bytearray(_bytes(werkmap))
    plek = ruw.index(b"klaagschrift_ontvangen20")
    ruw[plek] = ord("x")
    (werkmap.pad / "journaal.sqlite").write_bytes(ruw)
    uit = klacht("audit", "controleer")
    assert uit.code == 4
    assert "Traceback" not in uit.fout


# ---- bereken ----

GEVALLEN: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "gevallen" / "termijnen.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("geval", [g for g in GEVALLEN if "expected" in g], ids=lambda g: f"{g['id']}")
def test_bereken_elk_geval(geval: dict[str, Any], klacht: Klacht) -> None:
    """The worked cases, through the command line."""
    duur, _, verdaging = geval["duration"].lstrip("-").partition("+")
    opties = ["--verdaag", verdaging] if verdaging else []
    opties += ["--terug"] if geval["duration"].startswith("-") else []
    opties += [] if geval["rule"].startswith("ATW") else ["--zonder-termijnenwet"]
    uit = klacht("bereken", geval["start"], duur, *opties, "--json").json
    verwacht = geval["expected"]
    if "T" in verwacht:
        verwacht = klok.in_amsterdam(datetime.fromisoformat(verwacht)).strftime("%Y-%m-%dT%H:%M")
    assert uit["uiterlijk"] == verwacht, geval["why"]
    assert [s["van"] for s in uit["stappen"][1:]] == [s["naar"] for s in uit["stappen"][:-1]]
    assert (uit["stappen"][0]["van"], uit["stappen"][-1]["naar"]) == (uit["vanaf"], uit["uiterlijk"])


def test_bereken_zoals_in_het_ontwerp(klacht: Klacht) -> None:
    """Design ch. 7: the example, key by key."""
    uit = klacht("bereken", "2026-03-20", "2 weken", "--json").json
    stappen = uit.pop("stappen")
    assert uit == {"vanaf": "2026-03-20", "duur": "P2W", "nominaal": "2026-04-03", "uiterlijk": "2026-04-07",
                   "veilig": "2026-04-02", "voorlopig": False}  # fmt: skip
    assert all(s.keys() == {"van", "naar", "reden", "vindplaats"} for s in stappen)
    gewoon = klacht("bereken", "20 maart 2026", "twee weken").uit
    assert "uiterlijk  dinsdag 7 april 2026" in gewoon
    assert "Goede Vrijdag" in gewoon


BEREKEN_FOUT = [
    (["2026-02-31", "2 weken"], "geen-datum", "31 februari 2026 bestaat niet"),
    (["gisteren", "2 weken"], "geen-datum", "geen datum zoals"),
    (["2026-03-20T25:00", "2 weken"], "geen-datum", "geen tijdstip"),
    (["2026-03-20", "2 wekn"], "geen-duur", "geen duur zoals"),
    (["2026-03-20", "0 dagen"], "geen-duur", "geen duur zoals"),
    (["2026-03-20", "P"], "geen-duur", "geen duur zoals"),
    (["2026-03-20", "-2 weken"], "verkeerd-gebruik", ""),
    (["2026-03-20", "2 weken 3 werkdagen"], "geen-duur", "staan alleen"),
    (["2026-03-20", "2 weken", "--verdaag", "lang"], "geen-duur", "lang"),
    (["2026-03-20", "2 weken", "--verdaag", "5 werkdagen"], "verdaging-andere-eenheid", "niet op te tellen"),
    (["2026-03-20", "48 uur"], "uren-zonder-tijdstip", "tijdstip"),
    (["9999-12-31", "2 weken"], "datum-buiten-bereik", "buiten de kalender"),
    (["0001-01-01", "1 jaar", "--terug"], "datum-buiten-bereik", "buiten de kalender"),
    (["2026-03-20"], "verkeerd-gebruik", "DUUR ontbreekt"),
    ([], "verkeerd-gebruik", "DATUM ontbreekt"),
    (["2026-03-20", "2", "weken"], "verkeerd-gebruik", "aanhalingstekens"),
]


@pytest.mark.parametrize(
    ("argumenten", "code", "zegt"), BEREKEN_FOUT, ids=[" ".join(b[0]) or "niets" for b in BEREKEN_FOUT]
)
def test_bereken_verkeerd(argumenten: list[str], code: str, zegt: str, klacht: Klacht) -> None:
    klacht("bereken", *argumenten).eis_fout(2, code, zegt)


def test_bereken_buiten_een_werkmap(klacht: Klacht, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Needs no work folder; but one that was named must be one."""
    (tmp_path / "leeg").mkdir()
    monkeypatch.chdir(tmp_path / "leeg")
    klacht("--map", str(tmp_path / "leeg"), "bereken", "2026-03-20", "2 weken").eis_fout(
        2, "geen-werkmap", "klacht init"
    )


# ---- init, demo ----


def test_init_overschrijft_nooit(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """A file that differs from the shipped one is kept, and named; one that is gone comes back."""
    zaak()
    eerst = _bytes(werkmap)
    eigen = werkmap.config / "fracties.toml"
    eigen.write_text("# van ons\n", encoding="utf-8")
    (werkmap.config / "kalender" / "termijnenwet.toml").unlink()
    uit = klacht("init", str(werkmap.pad), "--json").json
    assert uit.keys() == {"map", "nieuw", "gekopieerd", "afwijkend", "vernieuwd", "sleutelmap", "regeling"}
    assert uit["nieuw"] is False
    assert uit["gekopieerd"] == ["config/kalender/termijnenwet.toml"]
    assert set(uit["afwijkend"]) == {"config/commissie.toml", "config/fracties.toml"}
    assert eigen.read_text(encoding="utf-8") == "# van ons\n"
    assert _bytes(werkmap) == eerst
    assert "behouden  config/fracties.toml" in klacht("init", str(werkmap.pad)).uit


def test_init_maakt_een_werkmap(klacht: Klacht, tmp_path: Path) -> None:
    uit = klacht("init", str(tmp_path / "nieuw" / "map"))
    assert uit.code == 0
    assert "neem ook die map mee in de reservekopie" in uit.uit
    assert klacht("--map", str(tmp_path / "nieuw" / "map"), "lijst").uit == "Er zijn geen lopende zaken.\n"


def test_init_waar_een_bestand_staat(klacht: Klacht, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    uit = klacht("init", str(tmp_path / "bestand"))
    assert uit.code == 4
    assert "[map-niet-te-schrijven]" in uit.fout


def test_init_vernieuwt_regels_en_sjablonen_en_bewaart_het_oude(klacht: Klacht, werkmap: Werkmap) -> None:
    """What came with an older version makes place, and stays beside it; what the secretary filled in is not touched."""
    regels = werkmap.config / "regelingen" / "tk-ongewenste-omgangsvormen" / "2021-05-01.toml"
    lijst, commissie = werkmap.sjablonen / "letters.toml", (werkmap.config / "commissie.toml").read_bytes()
    nieuw = {pad: pad.read_bytes() for pad in (regels, lijst)}
    for pad in nieuw:
        pad.write_bytes(b"oud = 1\n")
    klacht("brief", "controleer").eis_fout(4, "regeling-fout", "klacht init MAP --vernieuw")
    proef = klacht("init", str(werkmap.pad), "--vernieuw", "--proef", "--json").json
    assert regels.read_bytes() == b"oud = 1\n"
    uit = klacht("init", str(werkmap.pad), "--vernieuw", "--json").json
    assert set(uit["vernieuwd"]) == set(proef["vernieuwd"]) == {p.relative_to(werkmap.pad).as_posix() for p in nieuw}
    assert uit["afwijkend"] == ["config/commissie.toml"]
    for pad, inhoud in nieuw.items():
        assert (pad.read_bytes(), pad.with_name(f"{pad.name}.oud-1").read_bytes()) == (inhoud, b"oud = 1\n")
    assert (werkmap.config / "commissie.toml").read_bytes() == commissie
    assert klacht("brief", "controleer").code == 0


def test_sleutels_niet_in_de_werkmap(klacht: Klacht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who takes the folder would take the keys along."""
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "nieuw" / "sleutels"))
    klacht("init", str(tmp_path / "nieuw")).eis_fout(2, "sleutels-in-werkmap", "KLACHT_SLEUTELMAP")
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.parametrize("dag", ["2026-04-24", "2026-01-02", "2028-02-29", "2026-12-31"])
def test_demo(dag: str, klacht: Klacht, bevries: Bevries, tmp_path: Path) -> None:
    """The main job on a fictional case, on any day of the year; and it says what it made."""
    bevries(f"{dag}T10:00")
    uit = klacht("demo", str(tmp_path / "demo"))
    assert (uit.code, uit.fout) == (0, "")
    for deel in (
        "$ klacht ontvang",
        "$ klacht toets",
        "$ klacht verdaag",
        "Het journaal klopt",
        "Klaar. Alles is verzonnen.",
    ):
        assert deel in uit.uit
    for brief in (tmp_path / "demo" / "brieven").rglob("*.docx"):
        assert any("Geachte" in regel for regel in _tekst(brief)), brief
    assert klacht("--map", str(tmp_path / "demo"), "termijnen").code == 0


def test_demo_alleen_in_een_lege_map(klacht: Klacht, tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "iets").write_text("van mij")
    klacht("demo", str(tmp_path / "vol")).eis_fout(2, "map-niet-leeg", "klacht demo")
    assert [p.name for p in (tmp_path / "vol").iterdir()] == ["iets"]


# ---- wat er ook misgaat ----


@pytest.mark.parametrize("map_", ["weg", ""])
def test_geen_werkmap(map_: str, klacht: Klacht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elders").mkdir()
    monkeypatch.chdir(tmp_path / "elders")
    klacht("--map", str(tmp_path / "elders" / map_), "lijst").eis_fout(2, "geen-werkmap", "klacht init")


@pytest.mark.parametrize(
    ("bestand_", "tekst", "code"),
    [
        ("commissie.toml", "regeling = 1\n", "commissie-fout"),
        ("commissie.toml", 'regeling = "weg"\n', "regeling-onbekend"),
        ("kalender/termijnenwet.toml", "", "bestand-leeg"),
        ("regelingen/tk-ongewenste-omgangsvormen/2021-05-01.toml", "id = 1\n", "regeling-fout"),
    ],
)
def test_een_kapotte_instelling(
    bestand_: str, tekst: str, code: str, klacht: Klacht, werkmap: Werkmap, klaagschrift: Any, bestand: Any
) -> None:
    """Told by file; nothing is recorded."""
    (werkmap.config / bestand_).write_text(tekst, encoding="utf-8")
    eerst = _bytes(werkmap)
    uit = klacht("ontvang", bestand(klaagschrift()))
    assert uit.code in (2, 4)
    assert f"[{code}]" in uit.fout
    assert bestand_.rpartition("/")[2] in uit.fout or code == "regeling-onbekend"
    assert _bytes(werkmap) == eerst


def test_een_kapotte_regeling_raakt_lopende_zaken_niet(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """The journal keeps the text of the rules, so what runs can go on."""
    zaak()
    (werkmap.config / "regelingen" / "tk-ongewenste-omgangsvormen" / "2021-05-01.toml").write_text("id = 1\n")
    for opdracht in ("termijnen", "toon 1", "toets 1", "besluit 1 compleet"):
        assert klacht(*opdracht.split()).code == 0, opdracht


def test_versie_en_hulp(klacht: Klacht) -> None:
    assert klacht("--versie").uit.startswith("klacht 0.")
    hulp = klacht("--help").uit
    for opdracht in ("ontvang", "toets", "vul-aan", "brief", "termijnen", "bereken", "demo", "audit"):
        assert opdracht in hulp
        assert "Voorbeeld" in klacht(opdracht, *(["controleer"] if opdracht == "audit" else []), "--help").uit
