"""`klacht fracties`: what is known, what changed when and on which source, and recording it. All fracties fictional."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from klachtcli.cli import scherm
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Persoon

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]


def meld(klacht: Klacht, naam: str, status: str, van: str, *meer: str, bron: str = "brief") -> Any:
    return klacht("fracties", naam, "--status", status, "--van", van, "--bron", bron, *meer)


def test_van_niets_bekend_tot_een_geschiedenis(klacht: Klacht, bevries: Bevries, werkmap: Werkmap) -> None:
    """Each report is a period, ends the one before, and is in the journal with its day and who did it."""
    assert "Van geen enkele fractie is iets bekend" in klacht("fracties").uit
    een = meld(klacht, "Fractie Groen", "van toepassing", "2024-01-01")
    assert een.uit.startswith("Fractie Groen: van toepassing vanaf 1 januari 2024 (bron: brief), vastgelegd.")
    bevries("2026-04-30T08:30")
    twee = meld(klacht, "groen", "eigen regeling", "2026-04-01", bron="mail van de fractie")
    assert "Wat er gold (van toepassing), eindigt op 31 maart 2026." in twee.uit
    nu = klacht("fracties", "Groen", "--json").json
    assert [(f["status"], f["van"], f["tot_en_met"], f["geldt"]) for f in nu["fracties"]] == [
        ("van toepassing", "2024-01-01", "2026-03-31", False), ("eigen regeling", "2026-04-01", None, True)
    ]  # fmt: skip
    assert [(w["vastgelegd_op"][:16], len(w["zegt"])) for w in nu["wijzigingen"]] == [
        ("2026-04-24T10:00", 1), ("2026-04-30T08:30", 2)
    ]  # fmt: skip
    assert all(w["door"] for w in nu["wijzigingen"])
    assert "2026-04-30 10:30" in klacht("fracties").uit  # on the clock of Amsterdam
    assert [f["geldt"] for f in klacht("fracties", "--op", "2025-05-01", "--json").json["fracties"]] == [True, False]
    assert "op 1 mei 2023 is niets bekend" in klacht("fracties", "--op", "2023-05-01").uit
    assert klacht("audit", "controleer").code == 0


def test_wat_met_de_hand_is_veranderd_is_een_eigen_vastlegging(klacht: Klacht, werkmap: Werkmap) -> None:
    """The file is the secretary's: what she typed in it shows, and is kept before what is reported after."""
    meld(klacht, "Groen", "van toepassing", "2024-01-01")
    pad = werkmap.config / "fracties.toml"
    pad.write_text(pad.read_text(encoding="utf-8").replace("Groen", "Fractie Geel"), encoding="utf-8")
    assert "nog niet vastgelegd" in klacht("fracties").uit
    meld(klacht, "Blauw", "van toepassing", "2024-01-01")
    wijzigingen = klacht("fracties", "--json").json["wijzigingen"]
    assert [w["zegt"][0].split(":")[:2] for w in wijzigingen] == [
        ["erbij", " Groen"], ["erbij", " Fractie Geel"], ["erbij", " Blauw"]
    ]  # fmt: skip
    assert None not in [w["nummer"] for w in wijzigingen]


def test_een_proef_verandert_niets(klacht: Klacht, werkmap: Werkmap) -> None:
    voor = (werkmap.config / "fracties.toml").read_bytes(), klacht("audit", "zegel").uit
    uit = meld(klacht, "Groen", "van toepassing", "2024-01-01", "--proef")
    assert (uit.code, "als proef: niets vastgelegd" in uit.uit) == (0, True)
    assert ((werkmap.config / "fracties.toml").read_bytes(), klacht("audit", "zegel").uit) == voor


def test_de_bron_van_standaardinvoer(klacht: Klacht) -> None:
    """Who said it may be a person: it needs not be in the history of the terminal."""
    uit = klacht("fracties", "Groen", "--status", "eigen regeling", "--van", "2024-01-01", "--bron", "-", "--json",
                 invoer="gesproken met\nde ambtelijk secretaris\n")  # fmt: skip
    assert uit.json["fractie"]["bron"] == "gesproken met de ambtelijk secretaris"


def test_wat_ontbreekt_wordt_aan_een_mens_gevraagd(klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    gesprek = iter(("1 januari 2024", "brief van de fractie"))
    monkeypatch.setattr(scherm, "kan_vragen", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(gesprek))
    uit = klacht("fracties", "Groen", "--status", "eigen regeling")
    assert uit.uit.startswith("Groen: eigen regeling vanaf 1 januari 2024 (bron: brief van de fractie), vastgelegd.")
    assert uit.fout == "Vanaf welke dag?\nWie zei het, en waar staat het?\n"


S = ("--status", "van toepassing")
# Wat er wordt getypt nadat Fractie Groen is gemeld, en de weigering.
KAPOT: list[tuple[tuple[str, ...], int, str, tuple[str, ...]]] = [
    (("Gron",), 2, "fractie-onbekend", ("bedoelt u 'Fractie Groen'?", "iets anders dan nee")),
    (("Zwart",), 2, "fractie-onbekend", ("klacht fracties FRACTIE --status",)),
    (("Groen", "--van", "2024-01-01"), 2, "opties-botsen", ("horen bij --status",)),
    ((*S, "--van", "2024-01-01", "--bron", "b"), 2, "opties-botsen", ("hoort bij een FRACTIE",)),
    (("X", *S, "--bron", "b"), 2, "gegeven-ontbreekt", ("--van ontbreekt",)),
    (("X", *S, "--van", "2024-01-01"), 2, "gegeven-ontbreekt", ("--bron ontbreekt",)),
    (("X", *S, "--van", "2024-01-01", "--bron", "  "), 2, "gegeven-leeg", ("bron is leeg",)),
    (("X", *S, "--van", "31-2-2024", "--bron", "b"), 2, "geen-datum", ()),
    (("X", *S, "--van", "2024-02-01", "--tot-en-met", "2024-01-31", "--bron", "b"), 2, "einde-voor-begin", ()),
    (("X", "--status", "misschien", "--van", "2024-02-01", "--bron", "b"), 2, "melding-fout", ("kies uit",)),
    (("X\x07", *S, "--van", "2024-02-01", "--bron", "b"), 2, "melding-fout", ("besturingsteken",)),
    (("Groen", *S, "--van", "2025-01-01", "--bron", "b"), 3, "fractie-staat-er-al", ("vanaf 1 januari 2024",)),
    (("Groen", "--status", "eigen regeling", "--van", "2023-01-01", "--bron", "b"), 3, "fractie-overlapt",
     ("--tot-en-met",)),
]  # fmt: skip


@pytest.mark.parametrize(("getypt", "code", "stabiel", "woorden"), KAPOT)
def test_wat_niet_kan(getypt: tuple[str, ...], code: int, stabiel: str, woorden: tuple[str, ...], klacht: Klacht,
                      werkmap: Werkmap) -> None:  # fmt: skip
    meld(klacht, "Fractie Groen", "van toepassing", "2024-01-01", bron="gesprek met Yara")
    voor = (werkmap.config / "fracties.toml").read_bytes()
    uit = klacht("fracties", *getypt)
    uit.eis_fout(code, stabiel, *woorden)
    assert "Yara" not in uit.fout
    assert (werkmap.config / "fracties.toml").read_bytes() == voor


def test_een_nieuwe_naam_die_op_een_andere_lijkt_en_een_gat(klacht: Klacht) -> None:
    meld(klacht, "Fractie Groen", "van toepassing", "2024-01-01")
    assert (
        "nieuw in het overzicht; bedoelt u 'Fractie Groen'?" in meld(klacht, "Gron", "eigen regeling", "2024-01-01").uit
    )
    gat = meld(klacht, "Groen", "eigen regeling", "2025-01-01", "--tot-en-met", "2025-12-31")
    assert "Vanaf 1 januari 2026 is van deze fractie nu niets meer bekend." in gat.uit


def test_de_toets_gebruikt_wat_is_gemeld_en_is_na_te_rekenen(klacht: Klacht, zaak: Klacht, bevries: Bevries) -> None:
    """Unknown: every possibility. Reported: the one. And both checks are replayed equal."""
    zaak(klager=Persoon(naam="K. Mol", adres="Spui 1", postcode="2511 BL", plaats="Den Haag",
                        hoedanigheid="fractiemedewerker", onderdeel="Fractie Groen"))  # fmt: skip
    eerst = klacht("toets", "1")
    assert "voor een medewerker van een fractie met deze regeling" in eerst.uit
    meld(klacht, "Groen", "eigen regeling", "2024-01-01")
    daarna = klacht("toets", "1", "--json").json
    assert daarna["verwijzing"][:2] == [
        "Hulp en advies: de vertrouwenspersoon van de eigen fractie, als die is aangesteld.",
        "Formele klacht: er is geen formele regeling. Informeel: de ambtelijk leidinggevende.",
    ]
    assert "stand van 2022/2023" in daarna["verwijzing_bron"]
    herspeeld = klacht("audit", "herspeel")
    assert (herspeeld.code, "gelijk" in herspeeld.uit.lower()) == (0, True), herspeeld
