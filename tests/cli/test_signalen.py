"""Signals as the secretary sees and settles them, and what anybody else may know. All people are fictional."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Persoon

Klacht = Callable[..., Any]
Zaak = Callable[..., str]
REGEL = "drie of meer klachten binnen 24 maanden over iemand met dezelfde naam of over hetzelfde onderdeel"
HOOR = "Over dit signaal heeft nog geen hoor en wederhoor plaatsgevonden."
DAGEN = ("2025-06-02", "2026-01-12", "2026-04-20")
NUMMERS = ["K2025-001", "K2026-001", "K2026-002"]


@pytest.fixture
def nog_een(zaak: Zaak) -> Callable[..., str]:
    """Receive a complaint about R. Dekker of the Griffie, or about somebody else."""
    return lambda dag, naam="R. Dekker", onderdeel="Griffie": zaak(
        ontvangen_op=dag, dagtekening=None, aangeklaagde=(Persoon(naam=naam, onderdeel=onderdeel),)
    )


@pytest.fixture
def drie(nog_een: Callable[..., str]) -> list[str]:
    """Three complaints about R. Dekker, each of another onderdeel, so that there is one signal."""
    return [nog_een(dag, onderdeel=f"Dienst {letter}") for dag, letter in zip(DAGEN, "ABC", strict=True)]


def _besproken(
    klacht: Klacht, *opties: str, tekst: str = "Gemeld aan de griffier.", signaal: str = "P-K2025-001"
) -> Any:
    return klacht("signalen", "besproken", signaal, "--gedaan", "-", *opties, invoer=tekst)


def _journaal(werkmap: Werkmap) -> bytes:
    return (werkmap.pad / "journaal.sqlite").read_bytes()


# ---- kijken ----


def test_zonder_signaal(klacht: Klacht, nog_een: Callable[..., str]) -> None:
    """A clear answer, also with two complaints."""
    for aantal in (0, 2):
        for dag in DAGEN[:aantal]:
            nog_een(dag)
        uit = klacht("signalen")
        assert (uit.code, uit.fout) == (0, "")
        assert uit.uit == f"Op 24 april 2026 zijn er geen signalen: {REGEL} zijn er niet.\n"
        j = klacht("signalen", "--json").json
        assert (j["signalen"], j["gelijkenissen"], HOOR in j["kanttekening"]) == ([], [], True)


@pytest.mark.parametrize("voor", [(), ("--voor", "secretaris"), ("--voor", "voorzitter")], ids=str)
def test_wat_de_secretaris_en_de_voorzitter_zien(voor: tuple[str, ...], klacht: Klacht, drie: list[str]) -> None:
    """Everything, with the caveat and the ground; and never that somebody did something."""
    assert drie == NUMMERS
    uit = klacht("signalen", *voor)
    assert uit.code == 1
    assert uit.uit == (
        f"Signalen op 24 april 2026: {REGEL}.\n"
        "\n"
        "P-K2025-001: nieuw\n"
        "persoon    R. Dekker\n"
        "klachten   3, ontvangen van 2 juni 2025 tot en met 20 april 2026\n"
        "  K2025-001  2025-06-02  ontvangen  Dienst A\n"
        "  K2026-001  2026-01-12  ontvangen  Dienst B\n"
        "  K2026-002  2026-04-20  ontvangen  Dienst C\n"
        "vastleggen klacht signalen besproken P-K2025-001 --gedaan -\n"
        "\n"
        f"{HOOR} Het zegt alleen dat er klachten zijn ontvangen, niet dat er iets is gebeurd: ook klachten die "
        "zijn ingetrokken, niet-ontvankelijk zijn of ongegrond bleken, tellen mee. Dezelfde naam hoeft niet dezelfde "
        "persoon te zijn. (Kracht zonder Tegenkracht, aanbeveling 19)\n"
    )  # fmt: skip
    assert "alleen voor de secretaris en de voorzitter" in uit.fout


def test_als_json(klacht: Klacht, drie: list[str]) -> None:
    """Stable keys: scripts depend on them."""
    uit = klacht("signalen", "--json")
    assert (uit.code, uit.fout) == (1, "")
    assert uit.json.keys() == {
        "voor", "peildatum", "drempel", "kanttekening", "grondslag", "signalen", "gelijkenissen"
    }  # fmt: skip
    assert uit.json["drempel"] == {"aantal": 3, "periode": "P24M"}
    assert uit.json["kanttekening"].startswith(HOOR)
    assert uit.json["signalen"] == [{
        "signaal": "P-K2025-001", "over": "persoon", "namen": ["R. Dekker"], "stand": "nieuw", "aantal": 3,
        "sinds": "2026-04-20", "besproken": [],
        "zaken": [{"zaak": nr, "ontvangen_op": d, "fase": "ontvangen", "onderdeel": f"Dienst {letter}"}
                  for nr, d, letter in zip(NUMMERS, DAGEN, "ABC", strict=True)],
    }]  # fmt: skip


@pytest.mark.parametrize("json", [(), ("--json",)], ids=["scherm", "json"])
def test_wat_een_ander_ziet(json: tuple[str, ...], klacht: Klacht, nog_een: Callable[..., str]) -> None:
    """That there is one, for each kind once: no name, no number of cases, no case, no year, not what was done."""
    for dag in (*DAGEN, "2026-04-22"):
        nog_een(dag)
    for dag in DAGEN:
        nog_een(dag, "P. de Wit", "Stafdienst")
    nog_een("2026-04-23", "Rob Dekker", "Elders")
    _besproken(klacht)
    uit = klacht("signalen", "--voor", "ander", *json)
    assert (uit.code, uit.fout) == (1, "")
    assert HOOR in uit.uit
    for woord in ("Dekker", "Wit", "Griffie", "Stafdienst", "Elders", "K2025", "K2026", "2025", "P-K", "O-K", "Gemeld",
                  "nieuw", "besproken", "ontvangen van", "20 april", "2026-04-20", "vier", "7"):  # fmt: skip
        assert woord not in uit.uit, woord
    if json:
        assert uit.json["signalen"] == [
            {"over": "persoon", "aantal": "drie of meer"},
            {"over": "onderdeel", "aantal": "drie of meer"},
        ]
        assert uit.json.keys() == {"voor", "peildatum", "drempel", "kanttekening", "grondslag", "signalen"}
    else:
        assert uit.uit.splitlines()[1:3] == [
            "- over iemand met dezelfde naam: drie of meer",
            "- over hetzelfde onderdeel: drie of meer",
        ]


def test_een_ander_ziet_niets_van_namen_die_lijken(klacht: Klacht, nog_een: Callable[..., str]) -> None:
    for dag, naam in zip(DAGEN, ("R. Dekker", "R. Dekker", "Rob Dekker"), strict=True):
        nog_een(dag, naam, f"Dienst {dag}")
    uit = klacht("signalen", "--voor", "ander")
    assert (uit.code, uit.uit.count("\n"), uit.fout) == (0, 1, "")
    uit = klacht("signalen")
    assert uit.code == 0
    assert "Let op: deze namen lijken op elkaar; samen zijn het 3 klachten. klacht telt ze apart." in uit.uit
    assert "  K2026-002  2026-04-20  Rob Dekker (Dienst 2026-04-20)\n" in uit.uit
    assert HOOR in uit.uit
    (groep,) = klacht("signalen", "--json").json["gelijkenissen"]
    assert [(v["zaak"], v["wie"], v["onderdeel"]) for v in groep] == [
        (nr, "aangeklaagde-1", f"Dienst {dag}") for nr, dag in zip(NUMMERS, DAGEN, strict=True)
    ]
    assert klacht("adres", "K2026-002", "aangeklaagde", "-", invoer='naam = "R. Dekker"').code == 0
    assert [s["signaal"] for s in klacht("signalen", "--json").json["signalen"]] == ["P-K2025-001"]


def test_zonder_onderdeel(klacht: Klacht, nog_een: Callable[..., str]) -> None:
    """That it is not known where somebody works, is told too."""
    for dag, onderdeel in zip(DAGEN, ("Griffie", None, None), strict=True):
        nog_een(dag, onderdeel=onderdeel)
    assert "  K2026-002  2026-04-20  ontvangen  onderdeel niet genoemd\n" in klacht("signalen").uit
    (s,) = klacht("signalen", "--json").json["signalen"]
    assert [z["onderdeel"] for z in s["zaken"]] == ["Griffie", None, None]


def test_ingetrokken_gesloten_en_gecorrigeerd(klacht: Klacht, drie: list[str]) -> None:
    """A complaint that was withdrawn came in all the same; one that was about somebody else did not."""
    assert klacht("trek-in", "K2026-001").code == 0
    assert klacht("sluit", "K2026-001", "--reden", "ingetrokken").code == 0
    fasen = [z["fase"] for z in klacht("signalen", "--json").json["signalen"][0]["zaken"]]
    assert fasen == ["ontvangen", "gesloten", "ontvangen"]
    nr = next(str(v["nummer"]) for v in klacht("toon", "K2026-002", "--json").json["verloop"])
    ander = '[klaagschrift]\nontvangen_op = 2026-04-20\naangeklaagde = [{ naam = "P. de Wit" }]'
    assert klacht("corrigeer", "K2026-002", nr, "--met", "-", "--reden", "verwisseld", invoer=ander).code == 0
    assert klacht("signalen").code == 0


@pytest.mark.parametrize(("dag", "aantal"), [("2026-04-19", 0), ("2026-04-20", 1)])
def test_zoals_het_toen_was(dag: str, aantal: int, klacht: Klacht, drie: list[str]) -> None:
    uit = klacht("signalen", "--peildatum", dag, "--json")
    assert (len(uit.json["signalen"]), uit.code) == (aantal, aantal)


def test_de_drempel_van_de_commissie(klacht: Klacht, drie: list[str], werkmap: Werkmap) -> None:
    (werkmap.config / "signalen.toml").write_text("aantal = 4", encoding="utf-8")
    assert klacht("signalen").uit.startswith("Op 24 april 2026 zijn er geen signalen: vier of meer klachten")
    (werkmap.config / "signalen.toml").write_text("aantal = 1", encoding="utf-8")
    klacht("signalen").eis_fout(4, "signalen-fout", "aantal: is lager dan 2")
    _besproken(klacht).eis_fout(4, "signalen-fout")
    (werkmap.config / "signalen.toml").unlink()
    klacht("signalen").eis_fout(4, "instelling-ontbreekt", "klacht init")


# ---- bij ontvangst ----


def test_bij_ontvangst(klacht: Klacht, klaagschrift: Any, bestand: Any, drie: list[str], werkmap: Werkmap) -> None:
    """Told as it comes in, without a name; and it comes in whatever is wrong with the settings."""
    over = {naam: (Persoon(naam=naam, onderdeel="Dienst E"),) for naam in ("R. Dekker", "P. de Wit")}
    for naam, verwacht in (("P. de Wit", []), ("R. Dekker", [
        f"Met deze zaak erbij zijn er {REGEL}. Bekijk het met: klacht signalen"])):  # fmt: skip
        pad = bestand(klaagschrift(aangeklaagde=over[naam]))
        assert klacht("ontvang", pad, "--json", "--proef").json["opmerkingen"] == verwacht
    assert klacht("signalen", "--json").json["signalen"][0]["aantal"] == 3
    (werkmap.config / "signalen.toml").write_text("aantal = 1", encoding="utf-8")
    assert klacht("ontvang", pad, "--json").json["opmerkingen"] == []


# ---- vastleggen wat ermee is gedaan ----


def test_besproken_en_weer_nieuw(
    klacht: Klacht, drie: list[str], nog_een: Callable[..., str], werkmap: Werkmap, bevries: Any
) -> None:
    """Recorded in each of the cases; new again when a further case joins."""
    uit = _besproken(klacht)
    assert (uit.code, uit.fout) == (0, "")
    assert uit.uit == (
        "P-K2025-001: wat er met het signaal is gedaan, vastgelegd in K2025-001, K2026-001, K2026-002.\n"
    )
    uit = klacht("signalen")
    assert uit.code == 0
    assert "P-K2025-001: besproken\n" in uit.uit
    assert "gedaan     op 24 april 2026, bij 3 klachten: Gemeld aan de griffier.\n" in uit.uit
    assert "vastleggen" not in uit.uit
    for nummer in NUMMERS:
        (regel,) = [v for v in klacht("toon", nummer, "--json").json["verloop"] if v["soort"] == "signaal_besproken"]
        assert regel["bijzonderheden"] == (
            "over: persoon; wie: aangeklaagde-1; zaken: K2025-001, K2026-001, K2026-002; "
            "gedaan: Gemeld aan de griffier."
        )
    assert b"griffier" not in _journaal(werkmap)
    nog_een("2026-04-24", onderdeel="Dienst D")
    uit = klacht("signalen")
    assert uit.code == 1
    assert "P-K2025-001: opnieuw: een klacht ervan is nog niet besproken\n" in uit.uit
    assert "bij 3 klachten: Gemeld aan de griffier." in uit.uit
    bevries("2026-05-04T10:00")
    j = _besproken(klacht, "--op", "2026-05-01", "--json", tekst="Weer gemeld.").json
    assert j == {"signaal": "P-K2025-001", "over": "persoon", "op": "2026-05-01", "zaken": [*NUMMERS, "K2026-003"],
                 "vastgelegd": True, "proef": False}  # fmt: skip
    assert klacht("signalen").code == 0
    besproken = klacht("signalen", "--json").json["signalen"][0]["besproken"]
    assert [(b["op"], b["gedaan"]) for b in besproken] == [
        ("2026-04-24", "Gemeld aan de griffier."), ("2026-05-01", "Weer gemeld.")
    ]  # fmt: skip
    assert klacht("audit", "controleer").code == 0


def test_op_een_eerdere_dag_is_het_over_de_zaken_van_toen(
    klacht: Klacht, drie: list[str], nog_een: Callable[..., str]
) -> None:
    """What came in after that day was not discussed."""
    nog_een("2026-04-23", onderdeel="Dienst D")
    assert _besproken(klacht, "--op", "2026-04-22", "--json").json["zaken"] == NUMMERS
    assert klacht("signalen", "--json").json["signalen"][0]["stand"] == "opnieuw"


def test_in_een_gesloten_zaak(klacht: Klacht, drie: list[str]) -> None:
    """A signal is about what is behind: it is settled too where a case has been closed, and that stays closed."""
    assert klacht("trek-in", "K2026-001").code == 0
    assert klacht("sluit", "K2026-001", "--reden", "ingetrokken").code == 0
    assert _besproken(klacht).code == 0
    assert klacht("signalen").code == 0
    assert klacht("toon", "K2026-001", "--json").json["fase"] == "gesloten"


def test_als_proef(klacht: Klacht, drie: list[str], werkmap: Werkmap) -> None:
    eerst = _journaal(werkmap)
    uit = _besproken(klacht, "--proef")
    assert (uit.code, "als proef: niets vastgelegd" in uit.uit) == (0, True)
    assert _besproken(klacht, "--proef", "--json").json["vastgelegd"] is False
    assert _journaal(werkmap) == eerst
    assert klacht("signalen").code == 1


@pytest.mark.parametrize("actie", ["besproken", "Besproken", "BESPROKEN"])
def test_hoe_men_besproken_typt(actie: str, klacht: Klacht, drie: list[str]) -> None:
    assert klacht("signalen", actie, "P-K2025-001", "--gedaan", "-", "--proef", invoer="x").code == 0


def test_uit_een_bestand(klacht: Klacht, drie: list[str], tmp_path: Path) -> None:
    (tmp_path / "notitie.txt").write_bytes("\ufeffGemeld.\r\nEn café.\n".encode())
    assert klacht("signalen", "besproken", "p-k2026-001", "--gedaan", str(tmp_path / "notitie.txt")).code == 0
    assert klacht("signalen", "--json").json["signalen"][0]["besproken"][0]["gedaan"] == "Gemeld.\nEn café."
    assert "klachten: Gemeld.\n           En café.\n" in klacht("signalen").uit


FOUTEN = [
    ("geen signaal genoemd", ("besproken",), "x", 2, "signaal-ontbreekt", "klacht signalen"),
    ("een naam als signaal", ("besproken", "Dekker", "--gedaan", "-"), "x", 2, "geen-signaal", "P-K2026-001"),
    ("een zaak als signaal", ("besproken", "K2026-001", "--gedaan", "-"), "x", 2, "geen-signaal", "klacht signalen"),
    ("een signaal dat er niet is", ("besproken", "P-K2026-9", "--gedaan", "-"), "x", 2, "geen-signaal", "P-K2026-001"),
    ("een signaal van een ander", ("besproken", "P-K2026-009", "--gedaan", "-"), "x", 2, "signaal-onbekend", "niet"),
    ("een ander soort signaal", ("besproken", "O-K2025-001", "--gedaan", "-"), "x", 2, "signaal-onbekend", "niet"),
    ("een andere aangeklaagde", ("besproken", "P-K2025-001-2", "--gedaan", "-"), "x", 2, "signaal-onbekend", "niet"),
    ("een signaal zonder besproken", ("p-k2025-001",), "x", 2, "actie-onbekend",
     "klacht signalen besproken P-K2025-001 --gedaan -"),
    ("een tweede aangeklaagde zonder besproken", ("P-K2025-001-2",), "x", 2, "actie-onbekend",
     "besproken P-K2025-001-2 --gedaan -"),
    ("iets anders zonder besproken", ("Dekker",), "x", 2, "actie-onbekend", "besproken SIGNAAL --gedaan -"),
    ("zonder tekst", ("besproken", "P-K2025-001"), "x", 2, "gedaan-ontbreekt", "--gedaan -"),
    ("een lege tekst", ("besproken", "P-K2025-001", "--gedaan", "-"), " \n ", 2, "gedaan-leeg", "Schrijf op"),
    ("de tekst zelf", ("besproken", "P-K2025-001", "--gedaan", "Dekker is gesproken"), "", 2, "bestand-ontbreekt", ""),
    ("een dag die nog komt", ("besproken", "P-K2025-001", "--gedaan", "-", "--op", "2026-04-25"), "x", 3,
     "dag-in-de-toekomst", "25 april 2026"),
    ("een dag voor het signaal", ("besproken", "P-K2025-001", "--gedaan", "-", "--op", "2026-04-19"), "x", 3,
     "dag-te-vroeg", "genoeg klachten waren er op 20 april 2026"),
    ("geen dag", ("besproken", "P-K2025-001", "--gedaan", "-", "--op", "gisteren"), "x", 2, "geen-datum", ""),
    ("voor wie, bij besproken", ("besproken", "P-K2025-001", "--gedaan", "-", "--voor", "ander"), "x", 2,
     "opties-botsen", "--gedaan"),
    ("gedaan zonder besproken", ("--gedaan", "-"), "x", 2, "opties-botsen", "besproken SIGNAAL"),
    ("proef zonder besproken", ("--proef",), "x", 2, "opties-botsen", "besproken SIGNAAL"),
    ("voor niemand", ("--voor", "pers"), "", 2, "verkeerd-gebruik", "secretaris, voorzitter, ander"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("woorden", "invoer", "code", "stabiel", "zegt"), [f[1:] for f in FOUTEN], ids=[f[0] for f in FOUTEN]
)
def test_verkeerd(
    woorden: tuple[str, ...], invoer: str, code: int, stabiel: str, zegt: str, klacht: Klacht, drie: list[str],
    werkmap: Werkmap,
) -> None:  # fmt: skip
    """Told with what helps, without a name; nothing is recorded."""
    eerst = _journaal(werkmap)
    uit = klacht("signalen", *woorden, invoer=invoer)
    uit.eis_fout(code, stabiel, zegt)
    assert "Dekker" not in uit.fout
    assert _journaal(werkmap) == eerst


def test_geen_tekst(klacht: Klacht, drie: list[str], tmp_path: Path) -> None:
    (tmp_path / "notitie.txt").write_bytes(b"Gemeld \xff")
    uit = klacht("signalen", "besproken", "P-K2025-001", "--gedaan", str(tmp_path / "notitie.txt"))
    uit.eis_fout(2, "geen-utf8", "byte 8")


def test_tweemaal_hetzelfde(klacht: Klacht, drie: list[str]) -> None:
    """Typed once more by mistake: it stands there once."""
    assert _besproken(klacht).code == 0
    _besproken(klacht).eis_fout(3, "al-vastgelegd", "klacht signalen")
    assert _besproken(klacht, tekst="Nog iets.").code == 0


def test_de_dag_van_de_secretaris_noemt_een_signaal(klacht: Klacht, drie: list[str], werkmap: Werkmap) -> None:
    """Without a name, until it is discussed; without a threshold it says that nobody can tell."""
    melding = "er is een signaal (drie of meer klachten over iemand met dezelfde naam of over hetzelfde"
    assert melding in klacht("vandaag").uit
    assert "Dekker" not in klacht("vandaag").uit
    _besproken(klacht)
    _besproken(klacht, signaal="O-K2025-001")
    assert "signaal" not in klacht("vandaag").uit
    (werkmap.config / "signalen.toml").unlink()
    assert "of er signalen zijn, is niet te bepalen: config/signalen.toml ontbreekt" in klacht("vandaag").uit
