"""`klacht beheer regels`: what other free days or another regulation do to open cases, and taking them into use.

Case 1: received on Friday 24 April 2026; an aanvulling asked for on 29 April, two weeks, so until 13 May.
27 April and 5 May are free, 14 May is Hemelvaart, 15 May was made free by besluit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import RegelsInGebruikGenomen

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
BESLUIT = '\n[[besluit]]\nbron = "Stcrt 2026, 1"\ndagen = [{}]\n'
REGELS = ("beheer", "regels")
TK = "tk-ongewenste-omgangsvormen"


@pytest.fixture
def een(klacht: Klacht, zaak: Callable[..., str], bevries: Bevries) -> None:
    """Case 1."""
    zaak(ondertekend=False)
    bevries("2026-04-29T10:00")
    assert klacht("vul-aan", "1", "--gevraagd").code == 0


@pytest.fixture
def besluit(werkmap: Werkmap) -> Callable[..., None]:
    """Add a besluit to config/kalender."""
    pad = werkmap.config / "kalender" / "gelijkgestelde_dagen.toml"

    def erbij(*dagen: str) -> None:
        pad.write_text(pad.read_text(encoding="utf-8") + BESLUIT.format(", ".join(dagen)), encoding="utf-8")

    return erbij


@pytest.fixture
def versie(werkmap: Werkmap) -> Callable[..., Path]:
    """Write a version of the regulation: the shipped one with a term of another length."""
    map_ = werkmap.config / "regelingen" / TK
    origineel = (map_ / "2021-05-01.toml").read_text(encoding="utf-8")

    def schrijf(dag: str, termijn: str = "aanvulling", duur: str = "P3W") -> Path:
        voor, sleutel, na = origineel.partition(f'id = "{termijn}"')
        tekst = voor + sleutel + re.sub(r'duur = "[^"]*"', f'duur = "{duur}"', na, count=1)
        pad = map_ / f"{dag}.toml"
        pad.write_text(tekst.replace("geldig_vanaf = 2021-05-01", f"geldig_vanaf = {dag}"), encoding="utf-8")
        return pad

    return schrijf


def dagen(klacht: Klacht) -> dict[str, str]:
    """The last days of case 1, as `termijnen` has them."""
    return {t["termijn"]: t["uiterlijk"] for t in klacht("termijnen", "1", "--json").json}


# Welke dagen vrij worden; welke dag van zaak 1 daardoor verschuift (van, naar), en waardoor.
VRIJ: list[tuple[str, tuple[str, ...], dict[str, tuple[str, str]], str]] = [
    ("de laatste dag zelf", ("2026-05-13",), {"aanvulling": ("2026-05-13", "2026-05-18")}, "13 mei 2026"),
    ("een dag ervoor", ("2026-05-12",), {}, ""),
    ("ver weg", ("2027-03-01",), {}, ""),
    ("een zaterdag", ("2026-05-02",), {}, ""),
    ("een werkdag van de eigen norm", ("2026-04-30",), {"ontvangstbevestiging": ("2026-05-04", "2026-05-06")},
     "30 april 2026"),
    ("beide", ("2026-04-30", "2026-05-13"), {"ontvangstbevestiging": ("2026-05-04", "2026-05-06"),
                                             "aanvulling": ("2026-05-13", "2026-05-18")}, ""),
]  # fmt: skip


@pytest.mark.usefixtures("een")
@pytest.mark.parametrize(("vrij", "verwacht", "door"), [v[1:] for v in VRIJ], ids=[v[0] for v in VRIJ])
def test_een_nieuw_besluit(
    vrij: tuple[str, ...], verwacht: dict[str, tuple[str, str]], door: str, klacht: Klacht, besluit: Klacht
) -> None:
    """Seen first, without a record; then taken into use: the terms are what was shown, and it is there once."""
    voor = dagen(klacht)
    besluit(*vrij)
    assert dagen(klacht) == voor  # not until it is taken into use
    uit = klacht(*REGELS, "--json")
    assert uit.code == (1 if verwacht else 0)
    (zaak,) = uit.json["zaken"]
    termijnen = [d for d in zaak["dagen"] if d["soort"] == "termijn"]
    assert {d["id"]: (d["was"]["uiterlijk"], d["wordt"]["uiterlijk"]) for d in termijnen} == verwacht
    assert all(door in "; ".join(d["waarom"]) and "Stcrt 2026, 1" in "; ".join(d["waarom"]) for d in termijnen)
    assert ("verschuift een dag in: K2026-001" in klacht("vandaag").uit) is bool(verwacht)
    assert klacht(*REGELS, "--neem-over", "--proef", "--json").json["vastgelegd"] is False
    assert dagen(klacht) == voor
    assert klacht(*REGELS, "--neem-over", "--json").json["vastgelegd"] is True
    assert dagen(klacht) == voor | {id_: naar for id_, (_, naar) in verwacht.items()}
    assert "verschuift" not in klacht("vandaag").uit
    opnieuw = klacht(*REGELS, "--neem-over", "--json")
    assert (opnieuw.code, opnieuw.json["zaken"], opnieuw.json["vastgelegd"]) == (0, [], False)
    assert "regels in gebruik genomen" in klacht("toon", "1").uit
    assert klacht("audit", "controleer").code == 0


def test_zonder_verschil(klacht: Klacht, een: None, werkmap: Werkmap) -> None:
    """The same rules, also with another comment in the file: nothing to do."""
    pad = werkmap.config / "kalender" / "gelijkgestelde_dagen.toml"
    pad.write_text("# nagekeken\n" + pad.read_text(encoding="utf-8"), encoding="utf-8")
    for opdracht in (REGELS, (*REGELS, "--regeling"), (*REGELS, "1", "--neem-over")):
        uit = klacht(*opdracht)
        assert uit == (0, "De lopende zaken rekenen al met deze regels; er verandert niets.\n", "")


def test_wat_er_wordt_vastgelegd(klacht: Klacht, een: None, besluit: Klacht, werkmap: Werkmap) -> None:
    """In the case: which rules from now on, and the days that moved, as a receipt; their text stands in the journal."""
    besluit("2026-05-13")
    assert klacht(*REGELS, "--neem-over").code == 0
    with werkmap.journaal() as journaal:
        v = list(journaal.lees("K2026-001"))[-1]
        teksten = {r.gebeurtenis.bron.sha256 for r in journaal.lees_werkmap("regels_vastgelegd")}
    assert isinstance(v.gebeurtenis, RegelsInGebruikGenomen)
    assert v.gebeurtenis.kalender.sha256 in teksten
    assert (v.gebeurtenis.regeling.id, v.gebeurtenis.reden) == (TK, None)
    [d] = v.termijnen
    assert (d.termijn, str(d.nominaal), str(d.uiterlijk)) == ("aanvulling", "2026-05-13", "2026-05-18")


def test_de_brieven_met_de_oude_dag(klacht: Klacht, een: None, besluit: Klacht) -> None:
    """The letter that went out is named, and one that was made and is still here; no other letter is."""
    for opdracht in ("toets 1", "vul-aan 1 --gevraagd", "brief 1 verzoek-aanvulling",
                     "brief 1 verzoek-aanvulling --verzonden 2026-04-29", "brief 1 verzoek-aanvulling"):  # fmt: skip
        assert klacht(*opdracht.split()).code == 0, opdracht
    besluit("2026-05-13")
    (zaak,) = klacht(*REGELS, "--json").json["zaken"]
    assert [(b["brief"], b["aan"], b["verzonden_op"], b["noemt"]) for b in zaak["brieven"]] == [
        ("verzoek-aanvulling", "klager", "2026-04-29", ["2026-05-13"]),
        ("verzoek-aanvulling", "klager", None, ["2026-05-13"]),
    ]
    uit = klacht(*REGELS, "--neem-over").uit
    assert "- K2026-001 verzoek-aanvulling aan de klager, op 29 april 2026: noemt 13 mei 2026" in uit
    assert "maak hem daarna opnieuw: klacht brief K2026-001 verzoek-aanvulling --aan klager" in uit
    assert "Deel de nieuwe dag mee aan wie een brief met de oude kreeg." in uit


def test_per_zaak_of_alle(klacht: Klacht, een: None, zaak: Callable[..., str], besluit: Klacht) -> None:
    """Those that were named, each once; a closed one is refused, and is not among all."""
    for dag in ("2026-04-28", "2026-04-29"):
        zaak(ontvangen_op=dag, dagtekening=None)
    assert klacht("sluit", "3", "--reden", "klaar").code == 0
    besluit("2026-05-01")
    assert [z["zaak"] for z in klacht(*REGELS, "--json").json["zaken"]] == ["K2026-001", "K2026-002"]
    klacht(*REGELS, "2", "3", "--neem-over").eis_fout(3, "zaak-gesloten", "K2026-003")
    klacht(*REGELS, "2", "9").eis_fout(2, "zaak-onbekend", "K2026-009")
    klacht(*REGELS, "twee").eis_fout(2, "geen-zaaknummer")
    uit = klacht(*REGELS, "2", "K2026-002", "--neem-over").uit
    assert "K2026-002: regels in gebruik genomen, vastgelegd." in uit
    assert [z["zaak"] for z in klacht(*REGELS, "--json").json["zaken"]] == ["K2026-001"]


# Welke versies er in config staan (dag van ingang en duur van de aanvulling); wat er wordt gevraagd; en wat de
# aanvulling van zaak 1 dan wordt. Zij is ontvangen op 24 april 2026; het is 29 april.
VERSIES: list[tuple[str, tuple[tuple[str, str], ...], tuple[str, ...], str | None]] = [
    ("de eigen tekst gewijzigd", (("2021-05-01", "P3W"),), ("--regeling",), "2026-05-20"),
    ("een nieuwe versie die al geldt", (("2026-04-28", "P4W"),), ("--regeling",), "2026-05-27"),
    ("een nieuwe versie die nog niet geldt", (("2026-04-30", "P4W"),), ("--regeling",), None),
    ("met name genoemd, al geldt zij nog niet", (("2026-04-30", "P4W"),), ("--regeling", "--versie", "2026-04-30"),
     "2026-05-27"),
    ("de eigen tekst, naast een nieuwe versie", (("2021-05-01", "P3W"), ("2026-04-28", "P4W")),
     ("--regeling", "--versie", "2021-05-01"), "2026-05-20"),
    ("er niet om gevraagd", (("2026-04-28", "P4W"),), (), None),
    ("alleen de kalender gevraagd", (("2026-04-28", "P4W"),), ("--kalender",), None),
]  # fmt: skip


@pytest.mark.usefixtures("een")
@pytest.mark.parametrize(("versies", "opties", "wordt"), [v[1:] for v in VERSIES], ids=[v[0] for v in VERSIES])
def test_een_andere_regeling(
    versies: tuple[tuple[str, str], ...], opties: tuple[str, ...], wordt: str | None, klacht: Klacht, versie: Klacht
) -> None:
    """Only where it was asked for, and then with a reason: a case keeps the version of the day it came in."""
    for dag, duur in versies:
        versie(dag, duur=duur)
    uit = klacht(*REGELS, *opties, "--json")
    gevonden = [d for z in uit.json["zaken"] for d in z["dagen"]]
    assert [(d["id"], d["was"]["uiterlijk"], d["wordt"]["uiterlijk"]) for d in gevonden] == (
        [("aanvulling", "2026-05-13", wordt)] if wordt else []
    )
    assert uit.code == (1 if wordt else 0)
    if wordt is None:
        assert klacht(*REGELS, *opties, "--neem-over").code == 0
        assert dagen(klacht)["aanvulling"] == "2026-05-13"
        return
    assert gevonden[0]["waarom"][0].startswith("duur P")
    klacht(*REGELS, *opties, "--neem-over").eis_fout(3, "reden-ontbreekt", "overgangsrecht", "--reden -")
    klacht(*REGELS, *opties, "--neem-over", "--proef").eis_fout(3, "reden-ontbreekt")
    assert klacht(*REGELS, *opties, "--neem-over", "--reden", "-", invoer="artikel II van het besluit").code == 0
    assert dagen(klacht)["aanvulling"] == wordt
    assert "reden: artikel II van het besluit" in klacht("toon", "1").uit


def test_wat_er_anders_is_zonder_dat_ernaar_is_gevraagd(klacht: Klacht, een: None, versie: Klacht) -> None:
    """A version that holds now is mentioned beside the calendar, with the command that shows it."""
    versie("2026-04-28")
    uit = klacht(*REGELS)
    assert uit.code == 0
    assert "Let op: in config/regelingen geldt nu versie 2026-04-28" in uit.uit
    assert "klacht beheer regels --regeling" in uit.uit


def test_beide_tegelijk(klacht: Klacht, een: None, versie: Klacht, besluit: Klacht) -> None:
    """One record for both, and each has its own part in why."""
    versie("2026-04-28", duur="P4W")
    besluit("2026-05-27")
    uit = klacht(*REGELS, "--kalender", "--regeling", "--json")
    (d,) = uit.json["zaken"][0]["dagen"]
    assert (d["wordt"]["uiterlijk"], len(d["waarom"])) == ("2026-05-28", 2)
    assert [v["nieuw"]["id"] for v in uit.json["verschillen"]] == [TK, "kalender"]
    opdracht = "klacht beheer regels --kalender --regeling --reden - --neem-over"
    assert opdracht in klacht(*REGELS, "--kalender", "--regeling").uit
    assert klacht(*REGELS, "--kalender", "--regeling", "--neem-over", "--reden", "besluit").code == 0
    assert dagen(klacht)["aanvulling"] == "2026-05-28"


def test_een_correctie_haalt_het_terug(klacht: Klacht, een: None, besluit: Klacht) -> None:
    """Taken into use by mistake: taken back as any record is."""
    besluit("2026-05-13")
    assert klacht(*REGELS, "--neem-over").code == 0
    nummer = str(klacht("toon", "1", "--json").json["verloop"][-1]["nummer"])
    assert klacht("corrigeer", "1", nummer, "--vervalt", "--reden", "verkeerde besluit").code == 0
    assert dagen(klacht)["aanvulling"] == "2026-05-13"


# Wat niet klopt: hoe config wordt, wat er wordt getypt, en wat er dan staat.
def _stuk(pad: Path) -> None:
    pad.write_text(pad.read_text(encoding="utf-8") + '\nonbekend = 1\nbekend = "x"\n', encoding="utf-8")


KAPOT: list[tuple[str, tuple[str, ...], tuple[str, ...], int, str, tuple[str, ...]]] = [
    ("de kalender", ("kalender/gelijkgestelde_dagen.toml",), (), 4, "kalender-fout", ("onbekend", "bekend")),
    ("de regeling", (f"regelingen/{TK}/2021-05-01.toml",), ("--regeling",), 4, "regeling-fout", ("onbekend",)),
    ("allebei", ("kalender/gelijkgestelde_dagen.toml", f"regelingen/{TK}/2021-05-01.toml"),
     ("--kalender", "--regeling"), 4, "regels-fout", ("kalender", "regelingen/", "onbekend")),
    ("een versie die er niet is", (), ("--regeling", "--versie", "2020-01-01"), 2, "versie-onbekend", ("2021-05-01",)),
    ("een versie zonder --regeling", (), ("--versie", "2021-05-01"), 2, "opties-botsen", ("--regeling",)),
    ("een reden zonder --neem-over", (), ("--reden", "x"), 2, "opties-botsen", ("--neem-over",)),
    ("een proef zonder --neem-over", (), ("--proef",), 2, "opties-botsen", ("--neem-over",)),
]  # fmt: skip


@pytest.mark.usefixtures("een")
@pytest.mark.parametrize(("stuk", "opties", "code", "stabiel", "woorden"), [k[1:] for k in KAPOT],
                         ids=[k[0] for k in KAPOT])  # fmt: skip
def test_kapotte_regels_en_opties(
    stuk: tuple[str, ...], opties: tuple[str, ...], code: int, stabiel: str, woorden: tuple[str, ...],
    klacht: Klacht, werkmap: Werkmap,
) -> None:  # fmt: skip
    """Every fault is told, and nothing is recorded."""
    for naam in stuk:
        _stuk(werkmap.config / naam)
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    klacht(*REGELS, *opties).eis_fout(code, stabiel, *woorden)
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst


def test_een_kapotte_regeling_houdt_een_nieuwe_kalender_niet_tegen(
    klacht: Klacht, een: None, werkmap: Werkmap, besluit: Klacht
) -> None:
    """And a calendar that cannot be read is told in the secretary's day."""
    _stuk(werkmap.config / "regelingen" / TK / "2021-05-01.toml")
    besluit("2026-05-13")
    assert klacht(*REGELS).code == 1
    _stuk(werkmap.config / "kalender" / "gelijkgestelde_dagen.toml")
    assert "of er een nieuwe kalender is, is niet te bepalen" in klacht("vandaag").uit


def test_waarom_noemt_alleen_wat_die_dag_verschuift(klacht: Klacht, een: None, besluit: Callable[..., None]) -> None:
    """Two weeks until 13 May do not pass over 30 April; three werkdagen until 4 May do."""
    besluit("2026-04-30", "2026-05-13")
    (zaak,) = klacht(*REGELS, "--json").json["zaken"]
    waarom = {d["id"]: "; ".join(d["waarom"]) for d in zaak["dagen"]}
    assert re.findall(r"\d+ \w+(?= 2026:)", waarom["aanvulling"]) == ["13 mei"]
    assert re.findall(r"\d+ \w+(?= 2026:)", waarom["ontvangstbevestiging"]) == ["30 april"]
