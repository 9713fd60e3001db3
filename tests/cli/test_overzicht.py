"""The voorzitter's overview: what stands on each sheet, for whom, and where the file comes.

The five cases of `vijf_zaken` (conftest: VIJF), seen on 24 June 2026. What is filled in: test_opmerkingen.
"""

from __future__ import annotations

import errno
import html
import json
import os
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from io import FileIO
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import pytest
from openpyxl import load_workbook

from klachtcli import schijf
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Gedraging, Klaagschrift, OndernomenStap, Persoon

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
Gezien = Callable[..., str]

BLADEN = ["Zaken", "Termijnen", "Toetsing", "Te doen", "Verloop", "Cijfers", "Signalen", "Toelichting"]
KOPPEN = {
    "Zaken": "Zaak, Fase, Ontvangen, Dagen in procedure, Eerstvolgende termijn, Uiterlijk, Artikel, Dagen over, Stand, "
             "Klager, Aangeklaagde, Onderdeel, Categorie, Verdaagd, Wacht op, Te doen, Toets, Verloop, "
             "Opmerking voorzitter, Akkoord",
    "Termijnen": "Zaak, Termijn, Artikel, Van wie, Vanaf, Uiterlijk, Veilig, Stand, Voldaan op, Dagen over, Verdaagd, "
                 "Opmerkingen",
    "Toetsing": "Zaak, Eis, Artikel, Wat er staat, Bevinding, Toelichting, Getoetst op",
    "Te doen": "Zaak, Wat, Wie, Artikel, Uiterlijk, Veilig, Stand, Brief",
    "Verloop": "Zaak, Nr, Dag, Wat, Bijzonderheden, Rol, Vastgelegd op",
    "Cijfers": "Onderwerp, Wat, Ontvangen, Afgesloten, Zaken, Op tijd, Te laat, Mediaan (dagen), Langste (dagen)",
    "Signalen": "Signaal, Stand, Over, Wie of wat, Klachten, Zaken, Onderdelen, Eerste, Laatste, Wat is gedaan, "
                "Kanttekening",
    "Toelichting": "Waar, Wat, Betekenis",
}  # fmt: skip
# Wat een anoniem overzicht niet heeft.
PERSOONLIJK = {
    "Zaken": {"Klager", "Aangeklaagde", "Onderdeel", "Opmerking voorzitter", "Akkoord"},
    "Toetsing": {"Toelichting"},
    "Verloop": {"Nr", "Bijzonderheden"},
}
NUMMERS = [f"K2026-00{n}" for n in range(1, 6)]
EISEN = ["9.1.a", "9.1.b", "9.1.c", "9.1.d", "9.1.e", "9.2"]  # de rest van wat wordt getoetst, is een grond
BEVESTIG = "secretaris: bevestig de ontvangst van het klaagschrift (aan de klager)"
BEMIDDEL = "commissie: bekijk met de klager of bemiddeling een oplossing kan zijn"

# De rijen van het blad Zaken, van boven naar beneden: het langst te laat eerst, gesloten het laatst.
ZAKEN = [
    ("K2026-003", "ontvangen", date(2026, 6, 2), 22, "ontvangstbevestiging", date(2026, 6, 9), "art. 9 lid 4", -15,
     "te laat", "T. Achterberg", "R. Dekker", "Dienst Verslag, Griffie commissies", "pesten", 0, BEVESTIG, "2 taken",
     "nog niet", "1 regel"),
    ("K2026-002", "in onderzoek", date(2026, 3, 31), 85, "advies aan de werkgever", date(2026, 6, 22),
     "art. 12 lid 2", -2, "te laat", "K. Verbeek-Ünal", "R. Dekker", "Griffie commissies", "pesten", 1, BEMIDDEL,
     "8 taken", "1 open", "8 regels"),
    ("K2026-005", "ontvangen", date(2026, 6, 23), 1, "ontvangstbevestiging", date(2026, 6, 30), "art. 9 lid 4", 6,
     "deze week", "naam onbekend", None, None, None, 0, BEVESTIG, "2 taken", "nog niet", "1 regel"),
    ("K2026-004", "compleet", date(2026, 6, 15), 9, "beslissing over de ontvankelijkheid", date(2026, 7, 6),
     "art. 10 lid 1", 12, "loopt", "K. Verbeek-Ünal", "M. Zomerdijk, A. Çelik",
     "Griffie commissies, Facilitair Bedrijf", "pesten, intimidatie", 0, BEMIDDEL, "2 taken", "5 open", "6 regels"),
    ("K2026-001", "gesloten", date(2026, 3, 2), 18, None, None, None, None, "gesloten", "K. Verbeek-Ünal", "R. Dekker",
     "Griffie commissies", "discriminatie", 0, None, None, "0 open", "6 regels"),
]  # fmt: skip


@pytest.fixture
def werkmap(vijf_zaken: Werkmap) -> Werkmap:
    """Here every command runs on the five cases."""
    return vijf_zaken


@pytest.fixture(scope="module")
def pad(gezien: Gezien, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The overview of the five cases."""
    pad = tmp_path_factory.mktemp("overzicht") / "overzicht.xlsx"
    gezien("overzicht", "-o", str(pad))
    return pad


@pytest.fixture(scope="module")
def boek(pad: Path) -> Any:
    """That overview, open."""
    return load_workbook(pad)


def rijen(boek: Any, blad: str) -> list[dict[str, Any]]:
    """The rows of a sheet, head -> value; a day as a date."""
    koppen, *rest = boek[blad].iter_rows(values_only=True)
    return [dict(zip(koppen, map(_dag, rij), strict=True)) for rij in rest]


def _dag(waarde: object) -> object:
    return waarde.date() if isinstance(waarde, datetime) and not (waarde.hour or waarde.minute) else waarde


def maak(klacht: Klacht, *opties: str) -> Any:
    """An overview with these options, open."""
    uit = klacht("overzicht", "-o", "uit.xlsx", "--json", *opties)
    assert uit.code == 0, uit
    return load_workbook(uit.json["bestand"])


def zaken(boek: Any) -> list[str]:
    """The numbers on the sheet Zaken."""
    return [r["Zaak"] for r in rijen(boek, "Zaken")]


# ---- de bladen ----


def test_de_bladen_en_hun_koppen(boek: Any) -> None:
    assert boek.sheetnames == BLADEN
    assert {ws.title: ", ".join(c.value for c in ws[1]) for ws in boek} == KOPPEN


def test_de_zaken_staan_op_volgorde_met_wat_ervan_te_weten_is(boek: Any) -> None:
    assert [tuple(map(_dag, rij))[:18] for rij in boek["Zaken"].iter_rows(min_row=2, values_only=True)] == ZAKEN


def test_een_open_zaak_zonder_termijn_staat_voor_een_gesloten_zaak(klacht: Klacht) -> None:
    assert klacht("trek-in", "4").code == 0
    boek = maak(klacht)
    assert [z[-1] for z in zaken(boek)] == list("32541")
    assert [(r["Fase"], r["Stand"]) for r in rijen(boek, "Zaken")][3:] == [("ingetrokken", None),
                                                                           ("gesloten", "gesloten")]  # fmt: skip


@pytest.mark.parametrize("blad", BLADEN[:5])
def test_een_dag_is_een_dag(boek: Any, blad: str) -> None:
    """A date of Excel, that can be sorted and counted with, in every cell under a head that names a day."""
    dagen = {"Ontvangen", "Uiterlijk", "Vanaf", "Veilig", "Voldaan op", "Getoetst op", "Dag", "Vastgelegd op"}
    koppen = [c.value for c in boek[blad][1]]
    cellen = [c for rij in boek[blad].iter_rows(min_row=2) for kop, c in zip(koppen, rij, strict=True) if kop in dagen]
    gevuld = [c for c in cellen if c.value is not None]
    assert len(gevuld) > 4
    assert {(c.data_type, c.is_date) for c in gevuld} == {("d", True)}


def test_een_link_leidt_naar_de_eerste_rij_van_de_eigen_zaak(boek: Any) -> None:
    naar = {"Zaak": "Termijnen", "Te doen": "Te doen", "Toets": "Toetsing", "Verloop": "Verloop"}
    koppen = [c.value for c in boek["Zaken"][1]]
    gezien: Counter[str] = Counter()
    for rij in boek["Zaken"].iter_rows(min_row=2):
        for kop, cel in zip(koppen, rij, strict=True):
            if kop not in naar or cel.value is None:
                assert cel.hyperlink is None, cel
                continue
            blad, plek = cel.hyperlink.location.replace("'", "").split("!")
            doel, erboven = boek[blad][plek], boek[blad].cell(boek[blad][plek].row - 1, 1)
            assert (blad, doel.value) == (naar[kop], rij[0].value), cel
            assert erboven.value != rij[0].value, cel
            gezien[kop] += 1
    assert gezien == {"Zaak": 5, "Te doen": 4, "Toets": 5, "Verloop": 5}  # in de gesloten zaak is niets te doen


# ---- hetzelfde als wat de opdrachten zeggen ----


def test_termijnen_zegt_wat_klacht_termijnen_zegt(boek: Any, gezien: Gezien) -> None:
    """Of every case, most urgent first; a window stands there from its first day to its last."""
    verwacht = []
    for nummer in zaken(boek):
        for t in json.loads(gezien("termijnen", nummer, "--json")):
            van, tot = (t["vanaf"], t["uiterlijk"])[:: -1 if t["soort"] == "venster" else 1]
            verwacht.append((t["zaak"], t["vindplaats"], t["wie"], van, tot, t["veilig"], t["voldaan_op"],
                             t["dagen"] if t["status"] == "loopt" or t["stand"] == "verstreken" else None,
                             t["verdagingen"], " ".join(t["opmerkingen"]) or None))  # fmt: skip
    kolommen = ("Zaak", "Artikel", "Van wie", "Vanaf", "Uiterlijk", "Veilig", "Voldaan op", "Dagen over", "Verdaagd",
                "Opmerkingen")  # fmt: skip
    assert [tuple(_iso(r[k]) for k in kolommen) for r in rijen(boek, "Termijnen")] == verwacht


def test_de_stand_van_een_termijn_in_woorden(boek: Any) -> None:
    """Each word, where a secretary expects it; the acceptance of a late act is not hidden."""
    standen = {(r["Zaak"][-1], r["Termijn"]): r["Stand"] for r in rijen(boek, "Termijnen")}
    assert standen == {
        ("1", "ontvangstbevestiging"): "voldaan", ("1", "gedraging binnen een jaar"): "voldaan",
        ("2", "advies aan de werkgever"): "te laat", ("2", "ontvangstbevestiging"): "voldaan",
        ("2", "beslissing over de ontvankelijkheid"): "voldaan", ("2", "gedraging binnen een jaar"): "voldaan",
        ("3", "ontvangstbevestiging"): "te laat", ("3", "gedraging binnen een jaar"): "voldaan",
        ("4", "beslissing over de ontvankelijkheid"): "loopt", ("4", "ontvangstbevestiging"): "voldaan",
        ("4", "gedraging binnen een jaar"): "voldaan",
        ("5", "ontvangstbevestiging"): "deze week", ("5", "gedraging binnen een jaar"): "onzeker",
    }  # fmt: skip


# De dag waarop men kijkt, en de stand van de beslissing over de ontvankelijkheid in zaak 4 (uiterlijk 6 juli).
GRENZEN = [("2026-06-28", "loopt"), ("2026-06-29", "deze week"), ("2026-07-06", "deze week"), ("2026-07-07", "te laat")]


@pytest.mark.parametrize(("dag", "stand"), GRENZEN, ids=[g[0] for g in GRENZEN])
def test_deze_week_is_binnen_zeven_dagen(klacht: Klacht, dag: str, stand: str) -> None:
    (rij,) = rijen(maak(klacht, "--zaak", "4", "--peildatum", dag), "Zaken")
    assert (rij["Stand"], rij["Dagen over"]) == (stand, (date(2026, 7, 6) - date.fromisoformat(dag)).days)


def test_een_termijn_waaraan_te_laat_is_voldaan(klacht: Klacht) -> None:
    assert klacht("brief", "3", "ontvangstbevestiging").code == 0
    assert klacht("brief", "3", "ontvangstbevestiging", "--verzonden", "2026-06-24").code == 0
    boek = maak(klacht)
    assert {"te laat voldaan"} == {
        r["Stand"]
        for r in rijen(boek, "Termijnen")
        if (r["Zaak"], r["Termijn"]) == ("K2026-003", "ontvangstbevestiging")
    }
    (cijfer,) = [r for r in rijen(boek, "Cijfers") if r["Wat"] == "Ontvangstbevestiging (5 werkdagen)"]
    assert (cijfer["Zaken"], cijfer["Op tijd"], cijfer["Te laat"], cijfer["Langste (dagen)"]) == (4, 3, 1, 22)


def test_te_doen_zegt_wat_klacht_vandaag_zegt(boek: Any, gezien: Gezien) -> None:
    """The same duties, terms and last days; on the sheet by case, as the cases stand."""
    taken = json.loads(gezien("vandaag", "--json"))["taken"]
    verwacht = sorted(
        (t["zaak"], t["wat"], t["wie"], t["vindplaats"] + (" (eigen norm)" if t["eigen_norm"] else ""), t["uiterlijk"],
         t["veilig"], t["groep"], t["brief"])
        for t in taken
    )  # fmt: skip
    staat = [tuple(map(_iso, r.values())) for r in rijen(boek, "Te doen")]
    assert sorted(staat, key=str) == sorted(verwacht, key=str)
    assert list(dict.fromkeys(r[0] for r in staat)) == [n for n in zaken(boek) if n != "K2026-001"]


def test_toetsing_zegt_wat_de_laatste_toets_vond(boek: Any, gezien: Gezien) -> None:
    """Each requirement and each ground; a ground occurs or not, and a case without toets says so."""
    woorden = {"te_beoordelen": "te beoordelen", "nvt": "niet van toepassing"}
    grond = {"voldaan": "doet zich niet voor", "ontbreekt": "doet zich voor"}
    per_zaak: dict[str, list[tuple[Any, ...]]] = {}
    for r in rijen(boek, "Toetsing"):
        per_zaak.setdefault(r["Zaak"], []).append((r["Eis"], r["Artikel"], r["Bevinding"], r["Toelichting"]))
    assert list(per_zaak) == zaken(boek)
    assert {b for _, _, b, _ in per_zaak["K2026-001"]} == {"voldaan", "doet zich niet voor", "niet van toepassing"}
    for nummer in ("K2026-002", "K2026-004"):
        verwacht = [
            (b["vereiste"], b["vindplaats"],
             (woorden if b["vereiste"] in EISEN else woorden | grond).get(b["status"], b["status"]),
             b["toelichting"])
            for b in json.loads(gezien("toets", nummer, "--proef", "--json"))["bevindingen"]
        ]  # fmt: skip
        assert len(verwacht) > 12
        assert per_zaak[nummer] == verwacht
    for nummer in ("K2026-003", "K2026-005"):
        assert per_zaak[nummer] == [(None, None, "niet getoetst", "Deze klacht is nog niet getoetst.")]


def test_verloop_zegt_wat_klacht_toon_zegt(boek: Any, gezien: Gezien) -> None:
    """One line an event, with its number, role and moment; what was corrected says in which number."""
    verwacht = []
    for nummer in zaken(boek):
        for v in json.loads(gezien("toon", nummer, "--json"))["verloop"]:
            dag = v["op"] or v["vastgelegd_op"][:10]
            wat = "gecorrigeerd in nr 20" if v["nummer"] == 19 else v["bijzonderheden"] or None
            verwacht.append((nummer, v["nummer"], dag, wat, v["rol"]))
    staat = [(r["Zaak"], r["Nr"], _iso(r["Dag"]), r["Bijzonderheden"], r["Rol"]) for r in rijen(boek, "Verloop")]
    assert staat == verwacht
    (eerste,) = [r for r in rijen(boek, "Verloop") if r["Nr"] == 15]
    assert (eerste["Wat"], eerste["Vastgelegd op"]) == ("klaagschrift ontvangen", datetime(2026, 3, 31, 12, 0))


def test_de_cijfers_zijn_die_van_de_zaken(boek: Any, gezien: Gezien) -> None:
    """Per month, per phase, and per term: counted again from what the commands say."""
    lijst = json.loads(gezien("lijst", "--alles", "--json"))
    cijfers = rijen(boek, "Cijfers")
    maanden = {r["Wat"]: (r["Ontvangen"], r["Afgesloten"]) for r in cijfers if r["Onderwerp"] == "Per maand"}
    assert len(maanden) == 24
    assert list(maanden)[-1] == "juni 2026"
    assert {m: c for m, c in maanden.items() if any(c)} == {"maart 2026": (2, 1), "juni 2026": (3, 0)}
    fasen = {r["Wat"]: r["Zaken"] for r in cijfers if r["Onderwerp"] == "Open zaken, naar fase"}
    assert {f: n for f, n in fasen.items() if n} == Counter(z["fase"] for z in lijst if z["fase"] != "gesloten")
    duren: dict[str, list[tuple[int, bool]]] = {}
    for nummer in NUMMERS:
        for t in json.loads(gezien("termijnen", nummer, "--json")):
            if t["soort"] == "termijn" and t["voldaan_op"]:
                duur = (date.fromisoformat(t["voldaan_op"]) - date.fromisoformat(t["vanaf"])).days
                duren.setdefault(t["termijn"], []).append((duur, t["voldaan_op"] <= t["uiterlijk"]))
    assert {r["Wat"]: tuple(r.values())[4:] for r in cijfers if r["Onderwerp"] == "Doorlooptijden" and r["Zaken"]} == {
        naam: (len(d), sum(tijd for _, tijd in d), sum(not tijd for _, tijd in d), median(n for n, _ in d), max(d)[0])
        for naam, d in (("Ontvangstbevestiging (5 werkdagen)", duren["ontvangstbevestiging"]),
                        ("Beslissing over de ontvankelijkheid (2 weken)", duren["ontvankelijkheid"]))
    }  # fmt: skip


def test_excel_tekent_de_cijfers(pad: Path, boek: Any) -> None:
    """Three charts, each from the rows of its own part of the table."""
    with zipfile.ZipFile(pad) as zip_:
        grafieken = [zip_.read(n).decode() for n in sorted(zip_.namelist()) if n.startswith("xl/charts/chart")]
    titels = ["Ontvangen en afgesloten per maand", "Open zaken, naar fase", "Op tijd en te laat, per termijn"]
    delen = ["Per maand", "Open zaken, naar fase", "Doorlooptijden"]
    assert len(grafieken) == 3
    for tekst, titel, deel in zip(grafieken, titels, delen, strict=True):
        plekken = [c.row for c in boek["Cijfers"]["A"] if c.value == deel]
        assert titel in tekst
        assert f"$B${plekken[0]}:$B${plekken[-1]}" in tekst


def test_de_grafieken_staan_onder_elkaar(boek: Any) -> None:
    """Beside the table, none over another; that of the phases has room for the name of each."""
    van, hoog = zip(*((g.anchor._from, g.anchor.ext.cy / 360_000) for g in boek["Cijfers"]._charts), strict=True)
    assert {plek.col for plek in van} == {len(KOPPEN["Cijfers"].split(", ")) + 1}
    assert [(lager.row - plek.row) * 0.5 > cm for plek, lager, cm in zip(van, van[1:], hoog, strict=False)] == [
        True
    ] * 2
    fasen = sum(r["Onderwerp"] == "Open zaken, naar fase" for r in rijen(boek, "Cijfers"))
    assert fasen >= 12
    assert hoog[1] >= 0.8 * fasen + 3 - 0.01


# ---- de toelichting ----


@pytest.mark.parametrize("opties", [(), ("--anoniem",), ("--zaak", "2")], ids=["gewoon", "anoniem", "een zaak"])
def test_elke_kolom_van_elk_blad_is_uitgelegd(klacht: Klacht, opties: tuple[str, ...]) -> None:
    """Every head once, with a sentence; and nothing that is not there."""
    boek = maak(klacht, *opties)
    uitleg = [(r["Waar"], r["Wat"]) for r in rijen(boek, "Toelichting") if r["Waar"] != "Dit overzicht"]
    assert uitleg == [(ws.title, c.value) for ws in boek.worksheets[:-1] for c in ws[1]]
    assert all(r["Betekenis"].endswith(".") for r in rijen(boek, "Toelichting") if (r["Waar"], r["Wat"]) in uitleg)


def test_de_signalen_zijn_die_van_klacht_signalen(boek: Any, klacht: Klacht) -> None:
    """The voorzitter sees what `klacht signalen` says, each with the caveat, and what was done about it."""
    uit = klacht("signalen", "--json")
    gemeld = {s["signaal"]: s for s in uit.json["signalen"]}
    assert list(gemeld) == ["P-K2026-001", "O-K2026-001"]
    for r in rijen(boek, "Signalen"):
        s = gemeld[r["Signaal"]]
        assert (r["Stand"], r["Over"], r["Wie of wat"], r["Klachten"]) == (
            s["stand"], s["over"], " / ".join(s["namen"]), s["aantal"])  # fmt: skip
        assert r["Zaken"].split(", ") == [z["zaak"] for z in s["zaken"]]
        assert r["Onderdelen"].split("\n") == [f"{z['zaak']}: {z['onderdeel']}" for z in s["zaken"]]
        assert (str(r["Eerste"]), str(r["Laatste"])) == tuple(s["zaken"][n]["ontvangen_op"] for n in (0, -1))
        assert (r["Kanttekening"], r["Wat is gedaan"]) == (uit.json["kanttekening"], None)
    klacht("signalen", "besproken", "P-K2026-001", "--gedaan", "-", invoer="Gemeld aan de griffier.")
    (na, _) = rijen(maak(klacht), "Signalen")
    assert (na["Stand"], na["Wat is gedaan"]) == ("besproken", "24 juni 2026: Gemeld aan de griffier.")
    (toen, _) = rijen(maak(klacht, "--peildatum", "2026-06-10"), "Signalen")
    assert (toen["Stand"], toen["Wat is gedaan"]) == ("nieuw", None)


def test_zonder_drempel_is_er_toch_een_overzicht(klacht: Klacht, werkmap: Werkmap) -> None:
    """A work folder of before signals has no threshold for them: the sheet says what is missing, the rest is there."""
    (werkmap.config / "signalen.toml").unlink()
    boek = maak(klacht)
    assert "config/signalen.toml ontbreekt" in rijen(boek, "Signalen")[0]["Wie of wat"]
    assert len(zaken(boek)) == 5


def test_waar_het_overzicht_op_staat(boek: Any, gezien: Gezien, werkmap: Werkmap, klacht: Klacht) -> None:
    """The peildatum, the zegel that the check accepts, and the versions of regulation and calendar, with how many."""
    over = {r["Wat"]: r["Betekenis"] for r in rijen(boek, "Toelichting") if r["Waar"] == "Dit overzicht"}
    assert over["Peildatum"] == "24 juni 2026"
    regeling = json.loads(gezien("toon", "1", "--json"))["regeling"]
    assert over["Regeling"] == f"{regeling['id']}, versie {regeling['versie']}: 5 zaken"
    assert over["Kalender"] == "kalender, versie tot en met 2028-12-31: 5 zaken"
    assert "een link ernaartoe op een andere rij" in over["Sorteren"]
    zegel = over["Zegel"].split(".")[0]
    assert zegel == klacht("audit", "controleer", "--json").json["zegel"]
    assert klacht("audit", "controleer", "--zegel", zegel).code == 0
    assert klacht("audit", "controleer", "--zegel", zegel[:-1] + "x").code != 0


# ---- een deel van de zaken, of een andere dag ----

# wat er is gevraagd, welke zaken er staan, welke bladen niet, en hoe het bestand heet
DEEL = "Cijfers Signalen"  # die gaan over alle zaken
KEUZES = [
    ("alles", (), "32541", "", "overzicht-2026-06-24"),
    ("lopend", ("--lopend",), "3254", DEEL, "overzicht-2026-06-24"),
    ("een zaak", ("--zaak", "K2026-004"), "4", DEEL, "overzicht-K2026-004-2026-06-24"),
    ("een zaak, kort", ("--zaak", "4"), "4", DEEL, "overzicht-K2026-004-2026-06-24"),
    ("een zaak, minder kort", ("--zaak", "2026-4"), "4", DEEL, "overzicht-K2026-004-2026-06-24"),
    ("een zaak, klein", ("--zaak", "k2026-004"), "4", DEEL, "overzicht-K2026-004-2026-06-24"),
    ("een gesloten zaak", ("--zaak", "1"), "1", DEEL, "overzicht-K2026-001-2026-06-24"),
    ("anoniem", ("--anoniem",), "32541", "Signalen", "overzicht-2026-06-24-anoniem"),
    ("in april", ("--peildatum", "2026-04-10"), "21", "", "overzicht-2026-04-10"),
    ("in april, lopend", ("--peildatum", "2026-04-10", "--lopend"), "2", DEEL, "overzicht-2026-04-10"),
    ("in maart liep zaak 1 nog", ("--peildatum", "2026-03-19", "--lopend"), "1", DEEL, "overzicht-2026-03-19"),
    ("voor alles", ("--peildatum", "2026-03-01"), "", "", "overzicht-2026-03-01"),
    ("alles ineen", ("--zaak", "2", "--anoniem", "--lopend", "--peildatum", "10-4-2026"), "2", DEEL,
     "overzicht-K2026-002-2026-04-10-anoniem"),
]  # fmt: skip


@pytest.mark.parametrize(("opties", "welke", "zonder", "naam"), [k[1:] for k in KEUZES], ids=[k[0] for k in KEUZES])
def test_een_deel(klacht: Klacht, opties: tuple[str, ...], welke: str, zonder: str, naam: str) -> None:
    """On every sheet the same cases, and the file named after what was asked."""
    uit = klacht("overzicht", "--json", *opties)
    assert uit.code == 0, uit
    assert (uit.json["bestand"], uit.json["zaken"]) == (f"{naam}.xlsx", len(welke))
    boek = load_workbook(uit.json["bestand"])
    assert boek.sheetnames == [b for b in BLADEN if b not in zonder.split()]
    assert zaken(boek) == [f"K2026-00{n}" for n in welke]
    for blad in ("Termijnen", "Toetsing", "Verloop"):
        assert list(dict.fromkeys(r["Zaak"] for r in rijen(boek, blad))) == zaken(boek)


def test_in_april_is_te_zien_wat_er_in_april_was(klacht: Klacht) -> None:
    """Later events are not there; a correction of what was there is."""
    boek = maak(klacht, "--peildatum", "2026-04-10")
    twee, een = rijen(boek, "Zaken")
    assert (twee["Dagen in procedure"], twee["Verdaagd"], twee["Uiterlijk"], twee["Stand"]) == (
        10, 0, date(2026, 6, 3), "loopt",
    )  # fmt: skip
    assert (een["Fase"], een["Stand"]) == ("gesloten", "gesloten")
    assert [r["Nr"] for r in rijen(boek, "Verloop")] == [15, 16, 17, 18, 19, 20, 21, 4, 7, 11, 12, 13, 14]
    assert max(r["Dag"] for r in rijen(boek, "Verloop") if r["Nr"] != 20) == date(2026, 4, 8)
    assert [r for r in rijen(boek, "Te doen") if r["Wat"].startswith("deel mee")] == []
    assert list(rijen(boek, "Cijfers")[23].values())[:4] == ["Per maand", "april 2026", 0, 0]
    (peil,) = [r["Betekenis"] for r in rijen(boek, "Toelichting") if r["Wat"] == "Peildatum"]
    assert peil == "10 april 2026"
    assert "10 april 2026" in next(r["Betekenis"] for r in rijen(boek, "Toelichting") if r["Wat"] == "Dagen over")


def test_van_een_zaak_staat_er_hetzelfde_als_tussen_de_andere(klacht: Klacht) -> None:
    """On every sheet about cases, now and in the past."""
    for dag in ((), ("--peildatum", "2026-04-10")):
        alle = maak(klacht, *dag)
        per_blad = {b: [r for r in rijen(alle, b) if r["Zaak"] == "K2026-002"] for b in BLADEN[:5]}
        een = maak(klacht, "--zaak", "2", *dag)
        assert {b: rijen(een, b) for b in BLADEN[:5]} == per_blad


def test_in_een_gesloten_zaak_is_niets_meer_te_doen(klacht: Klacht) -> None:
    """Also where something was left undone."""
    assert klacht("sluit", "3", "--reden", "rust").code == 0
    boek = maak(klacht)
    assert "K2026-003" not in {r["Zaak"] for r in rijen(boek, "Te doen")}
    (rij,) = [r for r in rijen(boek, "Zaken") if r["Zaak"] == "K2026-003"]
    assert [rij[k] for k in ("Stand", "Uiterlijk", "Wacht op", "Te doen")] == ["gesloten", None, None, None]


# wat er is gevraagd, exitcode, stabiele code, wat er ook in staat
GEWEIGERD = [
    ("een zaak die er niet is", ("--zaak", "9"), 2, "zaak-onbekend", "K2026-009"),
    ("een zaak van later", ("--zaak", "5", "--peildatum", "2026-04-10"), 2, "zaak-onbekend", "10 april 2026"),
    ("geen nummer", ("--zaak", "de vijfde"), 2, "geen-zaaknummer", "K2026-001"),
    ("geen nummer maar een pad", ("--zaak", "../../elders"), 2, "geen-zaaknummer", "K2026-001"),
    ("geen dag", ("--peildatum", "gisteren"), 2, "geen-datum", "gisteren"),
    ("geen werkboek", ("-o", "overzicht.docx"), 2, "geen-xlsx", ".docx"),
    ("een werkboek met macro's", ("-o", "overzicht.xlsm"), 2, "geen-xlsx", ".xlsm"),
    ("een uitgang die een naam kan zijn", ("-o", "overzicht.Verbeek"), 2, "geen-xlsx", "eindigt anders"),
    ("een map die er niet is", ("-o", "nergens/x.xlsx"), 4, "overzicht-niet-te-schrijven", "de map bestaat niet"),
    ("lees zonder bestand", ("lees",), 2, "bestand-ontbreekt", "klacht overzicht lees"),
    (
        "een naam zonder -o",
        ("maandag.xlsx",),
        2,
        "actie-onbekend",
        "klacht overzicht -o maandag.xlsx, of lees terug wat erin is ingevuld met klacht overzicht lees maandag.xlsx.",
    ),
    ("een naam met een spatie", ("Van maandag.XLSX",), 2, "actie-onbekend", 'overzicht lees "Van maandag.XLSX"'),
    ("een zaak zonder --zaak", ("K2026-001",), 2, "actie-onbekend", "klacht overzicht --zaak ZAAK"),
    ("lees en maak", ("lees", "x.xlsx", "--anoniem"), 2, "opties-botsen", "--ja"),
]


@pytest.mark.parametrize(("opties", "code", "stabiel", "woord"), [g[1:] for g in GEWEIGERD],
                         ids=[g[0] for g in GEWEIGERD])  # fmt: skip
def test_geweigerd(klacht: Klacht, opties: tuple[str, ...], code: int, stabiel: str, woord: str) -> None:
    """One sentence, and no file."""
    klacht("overzicht", *opties).eis_fout(code, stabiel, woord)
    assert list(Path().iterdir()) == []


def test_zonder_zaken_en_met_een_zaak(klacht: Klacht, tmp_path: Path, bestand: Klacht, klaagschrift: Klacht) -> None:
    """An empty journal gives the heads and what they mean; the first case is one case."""
    map_ = ("--map", str(tmp_path / "nieuw"))
    assert klacht("init", map_[1]).code == 0
    uit = klacht("overzicht", "-o", "leeg", *map_)
    assert (uit.code, uit.uit.split(", zegel")[0]) == (0, "leeg.xlsx: 0 zaken")
    boek = load_workbook("leeg.xlsx")
    assert {ws.title: ", ".join(c.value for c in ws[1]) for ws in boek} == KOPPEN
    assert [ws.title for ws in boek if ws.max_row > 1] == ["Cijfers", "Signalen", "Toelichting"]
    assert [(r["Signaal"], r["Wie of wat"]) for r in rijen(boek, "Signalen")] == [("geen", "Er zijn geen signalen.")]
    assert klacht("ontvang", bestand(klaagschrift(ontvangen_op="2026-06-24")), *map_).code == 0
    uit = klacht("overzicht", "-o", "een", *map_)
    assert (uit.code, uit.uit.split(", zegel")[0]) == (0, "een.xlsx: 1 zaak")
    assert zaken(load_workbook("een.xlsx")) == ["K2026-001"]


# ---- het bestand ----


def test_wat_het_scherm_zegt(klacht: Klacht) -> None:
    """Where it is and how much it holds; with names a warning, that is not there without them."""
    zegel = klacht("audit", "controleer", "--json").json["zegel"]
    gewoon, anoniem = klacht("overzicht", "-o", "maandag"), klacht("overzicht", "-o", "kaal", "--anoniem")
    assert gewoon == (0, f"maandag.xlsx: 5 zaken, zegel {zegel}.\n",
                      "Er staan namen in. Geef het alleen aan de voorzitter.\n")  # fmt: skip
    assert anoniem == (0, f"kaal.xlsx: 5 zaken, zegel {zegel}.\n", "")


def test_dezelfde_zaken_op_dezelfde_dag_zijn_dezelfde_bytes(klacht: Klacht, bevries: Bevries) -> None:
    """Also made later on the day, and after reading it back; not after an act, and not on another day."""

    def bytes_(*opties: str) -> bytes:
        return Path(klacht("overzicht", "-o", "uit.xlsx", "--json", *opties).json["bestand"]).read_bytes()

    eerste = bytes_()
    bevries("2026-06-24T15:00")
    assert bytes_() == eerste
    assert klacht("overzicht", "lees", "uit.xlsx").uit == "Er is niets nieuws ingevuld.\n"
    assert bytes_() == eerste
    assert bytes_("--peildatum", "2026-06-23") != eerste
    assert klacht("toets", "3").code == 0
    assert bytes_() != eerste


# wat er gevraagd wordt, en waar het komt
NAMEN = [
    ("niets", (), "overzicht-2026-06-24.xlsx"),
    ("een naam", ("-o", "maandag.xlsx"), "maandag.xlsx"),
    ("zonder xlsx", ("-o", "maandag"), "maandag.xlsx"),
    ("met hoofdletters", ("-o", "MAANDAG.XLSX"), "MAANDAG.XLSX"),
    ("een map", ("-o", "map"), "map/overzicht-2026-06-24.xlsx"),
    ("een map, een zaak", ("-o", "map", "--zaak", "2"), "map/overzicht-K2026-002-2026-06-24.xlsx"),
    ("in een map", ("-o", "map/maandag"), "map/maandag.xlsx"),
]


@pytest.mark.parametrize(("opties", "waar"), [n[1:] for n in NAMEN], ids=[n[0] for n in NAMEN])
def test_waar_het_bestand_komt(klacht: Klacht, opties: tuple[str, ...], waar: str) -> None:
    """There, nowhere else, for its owner alone; --proef says the same name and writes nothing."""
    Path("map").mkdir()
    proef = klacht("overzicht", "--json", "--proef", *opties)
    assert (proef.code, proef.json["bestand"], proef.json["proef"]) == (0, waar, True)
    assert bestanden() == []
    assert klacht("overzicht", "--json", *opties).json["bestand"] == waar
    assert bestanden() == [waar]
    assert os.name != "posix" or Path(waar).stat().st_mode & 0o777 == 0o600


def bestanden() -> list[str]:
    """Every file here."""
    return sorted(p.as_posix() for p in Path().rglob("*") if p.is_file())


def _geen_overzicht(pad: Path) -> None:
    pad.write_bytes(b"wat iemand bewaarde")


def _ander_werkboek(pad: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(pad)


def _ongelezen(pad: Path) -> None:
    boek = load_workbook(pad)
    boek["Zaken"]["S2"] = "nog niet gelezen"
    boek.save(pad)


def _bewaard(pad: Path) -> None:
    boek = load_workbook(pad)
    boek["Termijnen"]["L2"] = "buiten de gele kolommen"
    boek.save(pad)


def _open_in_excel(pad: Path) -> None:
    pad.with_name(f"~${pad.name}").write_bytes(b"")


def _open_in_libreoffice(pad: Path) -> None:
    pad.with_name(f".~lock.{pad.name}#").write_bytes(b"")


# wat er op die plek staat, hoe het er kwam, en wat er gezegd wordt; leeg: het oude overzicht is vervangen
BEZET: list[tuple[str, Callable[[Path], None], str]] = [
    ("een overzicht waarin niets is ingevuld", lambda pad: None, ""),
    ("geen overzicht", _geen_overzicht, "uit.xlsx bestaat al, en is niet zomaar te vervangen."),
    ("een ander werkboek", _ander_werkboek, "uit.xlsx bestaat al, en is niet zomaar te vervangen."),
    ("iets dat nog niet is gelezen", _ongelezen, "In uit.xlsx is iets ingevuld dat nog niet is gelezen: klacht "
                                                 "overzicht lees uit.xlsx"),
    ("iets op een plek die niet wordt gelezen", _bewaard, "uit.xlsx is in een ander programma bewaard, en blijft "
                                                          "staan."),
    ("open in Excel", _open_in_excel, "uit.xlsx is open in een ander programma."),
    ("open in LibreOffice", _open_in_libreoffice, "uit.xlsx is open in een ander programma."),
]  # fmt: skip


@pytest.mark.parametrize(("maak_bezet", "gezegd"), [b[1:] for b in BEZET], ids=[b[0] for b in BEZET])
def test_wat_er_staat_gaat_niet_verloren(klacht: Klacht, maak_bezet: Callable[[Path], None], gezegd: str) -> None:
    """What may not go stays as it is; the new one gets the next free name, and that is told."""
    assert klacht("overzicht", "-o", "uit").code == 0
    maak_bezet(Path("uit.xlsx"))
    Path("uit-2.xlsx").write_bytes(b"ook bezet")
    stond = {naam: Path(naam).read_bytes() for naam in bestanden()}
    assert klacht("toets", "3").code == 0
    uit = klacht("overzicht", "-o", "uit")
    naam = "uit-3.xlsx" if gezegd else "uit.xlsx"
    assert (uit.code, uit.uit.split(":")[0]) == (0, naam)
    assert uit.fout.splitlines()[:-1] == ([gezegd] if gezegd else [])
    for oud, inhoud in stond.items():
        assert (Path(oud).read_bytes() == inhoud) is (oud != naam)
    assert len(zaken(load_workbook(naam))) == 5
    assert klacht("overzicht", "-o", "uit", "--json").json["opmerking"] == gezegd


def test_op_die_plek_staat_een_map_van_die_naam(klacht: Klacht) -> None:
    """A folder that is called so is a folder: the overview comes in it."""
    Path("uit.xlsx").mkdir()
    assert klacht("overzicht", "-o", "uit.xlsx", "--json").json["bestand"] == "uit.xlsx/overzicht-2026-06-24.xlsx"


def test_windows_houdt_een_open_werkboek_vast(klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """There the file cannot be replaced while Excel has it: another name, said, and no draft left behind."""
    assert klacht("overzicht", "-o", "uit").code == 0
    echt = Path.replace

    def vast(klad: Path, doel: Path) -> Path:
        if doel.name == "uit.xlsx":
            raise PermissionError(errno.EACCES, "in English")
        return echt(klad, doel)

    monkeypatch.setattr(Path, "replace", vast)
    uit = klacht("overzicht", "-o", "uit")
    assert (uit.code, uit.uit.split(":")[0]) == (0, "uit-2.xlsx")
    assert uit.fout.startswith("uit.xlsx is open in een ander programma.\n")
    assert bestanden() == ["uit-2.xlsx", "uit.xlsx"]
    tweede, eerste = (load_workbook(naam) for naam in bestanden())
    assert {b: rijen(tweede, b) for b in BLADEN} == {b: rijen(eerste, b) for b in BLADEN}


class _Vol(FileIO):
    """A file on a disk with room for a thousand bytes."""

    def write(self, ruw: Any) -> int:
        if self.tell() + len(ruw) > 1000:
            raise OSError(errno.ENOSPC, "in English")
        return super().write(ruw)


def _vol_bij_schrijven(m: pytest.MonkeyPatch) -> None:
    m.setattr(schijf.os, "fdopen", lambda nummer, _: _Vol(nummer, "wb"))


def _bij(functie: str, nummer: int) -> Callable[[pytest.MonkeyPatch], None]:
    echt = getattr(os, functie)

    def weiger(wat: Any, *rest: Any) -> Any:
        if functie == "open" and not str(wat).split("/")[-1].startswith(".uit"):
            return echt(wat, *rest)
        raise OSError(nummer, "in English")

    return lambda m: m.setattr(schijf.os, functie, weiger)


# waar de schijf nee zegt, hoe, en wat er dan wordt gezegd
NEE = [
    ("vol halverwege", _vol_bij_schrijven, "de schijf is vol"),
    ("vol aan het einde", _bij("fsync", errno.ENOSPC), "de schijf is vol"),
    ("geen rechten in de map", _bij("open", errno.EACCES), "u hebt daar geen rechten"),
    ("een schijf om alleen te lezen", _bij("open", errno.EROFS), "de schijf is alleen te lezen"),
    ("een schijf die stuk is", _bij("fsync", errno.EIO), "de schijf geeft een fout"),
]


@pytest.mark.parametrize("staat_er_al", [False, True], ids=["nieuw", "er staat er al een"])
@pytest.mark.parametrize(("weiger", "gezegd"), [n[1:] for n in NEE], ids=[n[0] for n in NEE])
def test_heel_of_niet(
    klacht: Klacht, monkeypatch: pytest.MonkeyPatch, weiger: Callable[[Any], None], gezegd: str, staat_er_al: bool
) -> None:
    """One sentence; nothing half left behind, and an older overview is what it was."""
    if staat_er_al:
        assert klacht("overzicht", "-o", "uit").code == 0
        assert klacht("toets", "3").code == 0
    stond = {naam: Path(naam).read_bytes() for naam in bestanden()}
    with monkeypatch.context() as m:
        weiger(m)
        uit = klacht("overzicht", "-o", "uit")
    uit.eis_fout(4, "overzicht-niet-te-schrijven", gezegd, "Kies met -o een andere plek")
    assert {naam: Path(naam).read_bytes() for naam in bestanden()} == stond


# ---- wat iemand schreef ----

# wat het is, en wat er als naam van de klager en als onderdeel stond
TEKSTEN = [
    ("formule", "=1+1"),
    ("koppeling", '=HYPERLINK("http://voorbeeld.nl";"klik")'),
    ("plus", "+31 6 00000000"),
    ("min", "-5"),
    ("apenstaart", "@SUM(A1)"),
    ("foutwaarde", "#N/A"),
    ("opdracht", "=cmd|' /C calc'!A0"),
    ("getal", "007"),
    ("code van Excel", "_x003D_1+1"),
    ("opmaak", "<b>&amp; ]]></b>"),
    ("buiten het vlak", "Ünal 🙂 שלום"),
    ("300 tekens", "van der " * 37 + "Berg"),
]


def test_tekst_uit_een_klaagschrift_is_nooit_een_formule(klacht: Klacht, bestand: Klacht, klaagschrift: Klacht) -> None:
    """On no sheet is there a cell of a formula or an error, and each text is there as it was written."""
    for _, tekst in TEKSTEN:
        brief = klaagschrift(ontvangen_op="2026-06-24", dagtekening=date(2026, 6, 24),
                             klager=Persoon(naam=tekst, onderdeel=tekst))  # fmt: skip
        assert klacht("ontvang", bestand(brief)).code == 0
    assert klacht("sluit", "6", "--reden", "=1+1").code == 0
    boek = maak(klacht)
    assert {c.data_type for ws in boek for rij in ws.iter_rows() for c in rij} == {"s", "n", "d"}
    staat = {r["Zaak"]: r for r in rijen(boek, "Zaken")}
    for n, (naam, tekst) in enumerate(TEKSTEN, 6):
        rij = staat[f"K2026-{n:03d}"]
        assert rij["Klager"].replace("_x005F_", "_") == tekst, naam
        assert rij["Onderdeel"].replace("_x005F_", "_") == f"{tekst}, Griffie commissies", naam
    gesloten = {r["Zaak"]: r["Bijzonderheden"] for r in rijen(boek, "Verloop") if r["Wat"] == "zaak gesloten"}
    assert gesloten == {"K2026-001": "reden: rust", "K2026-006": "reden: =1+1"}


# wat het is, de tekst, en wat een lezer ervan ziet; niets: ontvang neemt het niet aan
TEKENS = [
    ("bel", "a\x07b", None),
    ("escape", "a\x1bb", None),
    ("geen teken", "a\ufffeb", None),
    ("tab ervoor", "\t=1+1", "\t=1+1"),
    ("tab erin", "=\t1+1", "=\t1+1"),
    ("regels", "=1\r\n+1", "=1\n+1"),
    ("breekt af", "a\u2028b\x85c", "a\u2028b\x85c"),
    ("40.000 tekens", "begin " + "lang " * 8000 + "eind",
     "begin " + "lang " * 6539 + "lan… [ingekort: 40.010 tekens; de hele tekst staat in het dossier]"),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "gezien_als"), [t[1:] for t in TEKENS], ids=[t[0] for t in TEKENS])
def test_wat_niet_in_een_cel_past_verdwijnt_niet_stil(
    tekst: str, gezien_als: str | None, klacht: Klacht, tmp_path: Path, klaagschrift: Klacht
) -> None:
    """A sign that no document holds is refused at the door; a text that is too long for a cell says how long it is."""
    brief = klaagschrift(ontvangen_op="2026-06-24", dagtekening=date(2026, 6, 24), aangeklaagde=(Persoon("X"),))
    ruw = msgspec.to_builtins(brief) | {"klager": {"naam": "Iemand", "onderdeel": tekst}}
    (tmp_path / "brief.json").write_text(json.dumps(ruw), encoding="utf-8")
    uit = klacht("ontvang", str(tmp_path / "brief.json"))
    if gezien_als is None:
        uit.eis_fout(2, "klaagschrift-fout", "klager.onderdeel")
        return
    assert uit.code == 0, uit
    (rij,) = rijen(maak(klacht, "--zaak", "6"), "Zaken")
    assert rij["Onderdeel"] == gezien_als


# ---- zonder personen ----


class Merken:
    """Words that occur nowhere else, one for each place where somebody may write."""

    def __init__(self) -> None:
        self.alle: list[str] = []

    def __call__(self, waar: str) -> str:
        self.alle.append(f"Zqx{waar}")
        return self.alle[-1]


def _merk_klaagschrift(m: Merken) -> Klaagschrift:
    return Klaagschrift(
        ontvangen_op="2026-06-24", ontvangen_via="e-mail", dagtekening=date(2026, 6, 24), ondertekend=True,
        klager=Persoon(
            naam=m("klager"), aanhef="mevrouw", adres=m("straat"), postcode="9876 XQ", plaats=m("plaats"),
            email=f"{m('post')}@voorbeeld.nl", telefoon="06-98791234", functie=m("functie"), hoedanigheid="ambtenaar",
            onderdeel=m("onderdeel"),
        ),
        aangeklaagde=(
            Persoon(naam=m("een"), functie=m("baan"), hoedanigheid="fractiemedewerker", onderdeel=m("fractie")),
            Persoon(naam=m("twee"), hoedanigheid="derde", onderdeel=m("buiten")),
        ),
        gedraging=(Gedraging("pesten", m("daad"), "2026-05", m("kamer"), (m("getuige"),)),
                   Gedraging("stalken", m("nogeens"), "2026-06-01", m("gang"))),
        stap=(OndernomenStap(m("stap"), "2026-06-02", (m("stuk"),)),),
        bijlage=(Bijlage("zqxbijlage.pdf", m("omschrijving")),),
    )  # fmt: skip


def _merk_zaak(klacht: Klacht, tmp_path: Path, m: Merken) -> None:
    """Case 6, with a word of its own in everything that somebody wrote or said, and remarks of the voorzitter."""
    post = tmp_path / "post"
    post.mkdir()
    (post / "zqxbijlage.pdf").write_bytes(b"%PDF-1.4 Zqxpdf")
    m.alle += ["zqxbijlage", "9876 XQ", "06-98791234", "Zqxpdf"]
    (post / "klacht.json").write_bytes(msgspec.json.encode(_merk_klaagschrift(m)))
    (post / "aanvulling.json").write_text(json.dumps(
        {"ontvangen_op": "2026-06-24", "gedraging": [{"nummer": 1, "waar": m("zaal")}, {"omschrijving": m("later")}],
         "klager": {"functie": m("werk")}, "aangeklaagde": [{"naam": m("drie")}]}))  # fmt: skip
    (post / "getuige.json").write_text(json.dumps(
        {"naam": m("betrokkene"), "rol": "getuige", "adres": m("weg"), "postcode": "9876 XQ", "plaats": m("dorp"),
         "onderwerp": f"Het gaat over {m('onderwerp')}."}))  # fmt: skip
    (post / "adres.json").write_text(json.dumps({"adres": m("huis"), "postcode": "9876 XQ", "plaats": m("stad")}))
    (post / "advies.json").write_text(json.dumps(
        {"strekking": m("strekking"), "aard": ["preventief"], "maatregel": [m("maatregel")], "voor": 3, "tegen": 0,
         "onthouding": 0, "hoorverslag": True, "onderdeel": [
             {"klacht": m("deel"), "bevinding": m("bevinding"), "oordeel": m("oordeel")}]}))  # fmt: skip
    stappen = [
        f"ontvang {post / 'klacht.json'}", "toets 6", f"vul-aan 6 {post / 'aanvulling.json'}",
        f"betrek 6 {post / 'getuige.json'}", "bemiddel 6 voorgesteld", "bemiddel 6 geweigerd --door klager",
        f"besluit 6 compleet --toch {m('toch')}", f"besluit 6 ontvankelijk --toch {m('ontv')}",
        f"adres 6 aangeklaagde-1 {post / 'adres.json'}",
        f"commissie 6 --toch {m('samen')}",
        f"voorziening 6 gevraagd --door klager --grond welzijn --maatregel {m('voorziening')}",
        "nazorg 6 --aan klager",
        f"hoor 6 2026-07-09 --wie klager --tijd 10:00 --plaats {m('lokaal')}",
        f"hoor 6 2026-07-10 --wie genodigde-1 --tijd 10:00 --plaats {m('elders')}",
        f"onderzoek 6 ter-plaatse --omschrijving {m('bezoek')}",
        f"verdaag 6 advies --met P4W --reden {m('uitstel')}",
        f"adviseer 6 {post / 'advies.json'} --toch {m('nu')}",
        f"sluit 3 --reden {m('dicht')}", f"heropen 1 --reden {m('open')}",
    ]  # fmt: skip
    for stap in stappen:
        uit = klacht(*stap.split())
        assert uit.code == 0, (stap, uit)
    nummers = {v["soort"]: str(v["nummer"]) for v in klacht("toon", "6", "--json").json["verloop"]}
    fout = ("corrigeer", "6", nummers["nazorg_aangeboden"], "--vervalt", "--reden", m("fout"))
    assert klacht(*fout).code == 0, nummers
    assert klacht("overzicht", "-o", "vul.xlsx").code == 0
    boek = load_workbook("vul.xlsx")
    for rij in boek["Zaken"].iter_rows(min_row=2):
        rij[-2].value, rij[-1].value = m(f"opmerking{rij[0].value[-1]}"), "bespreken"
    boek.save("vul.xlsx")
    assert klacht("overzicht", "lees", "vul.xlsx", "--ja").code == 0
    Path("vul.xlsx").unlink()


def alles_in(pad: Path) -> str:
    """Everything that the file holds: the name of each part, and what is in it."""
    with zipfile.ZipFile(pad) as zip_:
        delen = [html.unescape(zip_.read(n).decode()) for n in zip_.namelist()]
        return "\n".join([pad.name, *zip_.namelist(), zip_.comment.decode(), *delen]).casefold()


def test_een_anoniem_overzicht_noemt_niemand(klacht: Klacht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No part of the file holds a word that somebody wrote about a person; nor does the screen. With names it does."""
    m = Merken()
    for naam in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(naam, "zqxgebruiker")
    _merk_zaak(klacht, tmp_path, m)
    namen = [*m.alle, "zqxgebruiker", "Verbeek", "Dekker", "Achterberg", "Zomerdijk", "Çelik", "Griffie", "Facilitair",
             "Dienst Verslag", "Yilmaz", "Bakker", "Goudsbloem", "koffiehoek"]  # fmt: skip
    assert len(set(m.alle)) == len(m.alle) > 50
    for opties in ((), ("--lopend",), ("--zaak", "6"), ("--peildatum", "2026-06-25"), ("--json",)):
        uit = klacht("overzicht", "-o", "kaal.xlsx", "--anoniem", *opties)
        assert uit.code == 0
        staat = alles_in(Path("kaal.xlsx")) + (uit.uit + uit.fout).casefold()
        assert [n for n in namen if n.casefold() in staat] == [], opties
    for ws in load_workbook("kaal.xlsx").worksheets[:-1]:
        weg = PERSOONLIJK.get(ws.title, set())
        assert [c.value for c in ws[1]] == [k for k in KOPPEN[ws.title].split(", ") if k not in weg]
    klacht("overzicht", "-o", "namen.xlsx")
    erin = alles_in(Path("namen.xlsx"))
    for woord in ("klager", "een", "twee", "drie", "onderdeel", "fractie", "opmerking6", "uitstel", "betrokkene"):
        assert f"zqx{woord}" in erin, woord
    assert "zqxgebruiker" not in erin
    assert [w for w in ("straat", "post", "daad", "getuige", "huis") if f"zqx{w}" in erin] == []


def test_wat_wel_en_niet_persoonlijk_is(klacht: Klacht) -> None:
    """The same cases in the same order, with the same days: only the columns about persons are gone."""
    met, zonder = maak(klacht), maak(klacht, "--anoniem")
    for blad in BLADEN[:6]:
        kaal = [{k: w for k, w in r.items() if k not in PERSOONLIJK.get(blad, set())} for r in rijen(met, blad)]
        assert rijen(zonder, blad) == kaal


def test_een_anoniem_overzicht_zegt_niet_of_er_een_signaal_is(klacht: Klacht) -> None:
    """Discussed, corrected or neither: the sheets are the same, and count the same, but for the zegel."""

    def kaal(*opties: str) -> dict[str, list[dict[str, Any]]]:
        boek = maak(klacht, "--anoniem", *opties)
        assert boek.sheetnames == [b for b in BLADEN if b not in ("Signalen", *(["Cijfers"] if opties else []))]
        return {b: [r for r in rijen(boek, b) if r.get("Wat") != "Zegel"] for b in boek.sheetnames}

    eerst = [kaal(), kaal("--zaak", "2")]
    assert klacht("signalen", "besproken", "P-K2026-001", "--gedaan", "-", invoer="Gemeld.").code == 0
    assert [kaal(), kaal("--zaak", "2")] == eerst
    nummer = str(klacht("toon", "2", "--json").json["verloop"][-1]["nummer"])
    assert klacht("corrigeer", "2", nummer, "--vervalt", "--reden", "vergissing").code == 0
    assert [kaal(), kaal("--zaak", "2")] == eerst
    assert [r["Wat"] for r in rijen(maak(klacht, "--zaak", "2"), "Verloop")][-2:] == [
        "signaal besproken",
        "vastlegging gecorrigeerd",
    ]


# wat er is gevraagd, en wat Toelichting zegt van de bladen die over alle zaken gaan
ZEGT = [
    ((), None),
    (("--anoniem",), None),
    (("--lopend",), "De bladen Cijfers en Signalen staan alleen in een overzicht van alle zaken"),
    (("--zaak", "2"), "De bladen Cijfers en Signalen staan alleen in een overzicht van alle zaken"),
    (("--zaak", "2", "--anoniem"), "Het blad Cijfers staat alleen in een overzicht van alle zaken"),
]


@pytest.mark.parametrize(("opties", "zin"), ZEGT, ids=[" ".join(z[0]) or "alles" for z in ZEGT])
def test_een_deel_zegt_welke_bladen_er_niet_zijn(klacht: Klacht, opties: tuple[str, ...], zin: str | None) -> None:
    over = {r["Wat"]: r["Betekenis"] for r in rijen(maak(klacht, *opties), "Toelichting")}
    assert ("Een deel" in over, (zin or "") in over.get("Een deel", "")) == (zin is not None, True)
    if "--anoniem" not in opties:
        assert "Sorteer hele rijen tegelijk, en voeg geen cellen samen." in over["Invullen"]


def _iso(waarde: object) -> object:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
