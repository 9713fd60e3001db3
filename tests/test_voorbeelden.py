"""Four klaagschriften as they come in, whole, from the post to the dates: complete, lacking, on the edge, a fractie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from klachtcli.secretariaat.werkmap import Werkmap

Klacht = Callable[..., Any]


class Voorbeeld(NamedTuple):
    """A klaagschrift, what the check must find, and the committee's dates."""

    naam: str
    bestand: str
    tekst: str
    uitkomst: str
    bevindingen: dict[str, str]
    zegt: tuple[str, ...] = ()


COMPLEET = Voorbeeld(
    "compleet", "compleet.toml",
    """
ontvangen_op = 2026-03-06T16:42:00+01:00
ontvangen_via = "e-mail"
dagtekening = 2026-03-05
ondertekend = true

[klager]
naam = "L.M. ter Horst-Şahin"
aanhef = "mevrouw"
adres = "Papaverhof 21-A"
postcode = "2563BW"
plaats = "Den Haag"
functie = "redacteur"
hoedanigheid = "ambtenaar"
onderdeel = "Dienst Verslag"

[[aangeklaagde]]
naam = "G. Prins"
aanhef = "heer"
hoedanigheid = "ambtenaar"

[[gedraging]]
categorie = "pesten"
omschrijving = '''
Sinds de herfst word ik in het overleg "vergeten".
Op 15 januari zei hij: 'jij snapt het niet' & lachte.
'''
wanneer = "2025-10/2026-01-15"
waar = "Vergaderzaal"
getuigen = ["S. Wolf"]

[[stap]]
omschrijving = "Een mail aan het afdelingshoofd"
wanneer = "2026-02"
stukken = ["mail.txt"]

[procedures]
eerder_beoordeeld = false
cao_procedure = false
rechter = false
strafzaak = false

[[bijlage]]
bestand = "mail.txt"
""",
    "compleet",
    {"9.1.a": "voldaan", "9.1.b": "voldaan", "9.1.d": "voldaan", "9.2": "voldaan", "10.2": "voldaan", "1": "nvt"},
    ("van 6 maart 2025 tot en met 6 maart 2026",),
)  # fmt: skip
ONVOLLEDIG = Voorbeeld(
    "onvolledig", "onvolledig.toml",
    """
ontvangen_op = 2026-03-27
ontvangen_via = "post"
dagtekening = 2026-03-24

[klager]
naam = "Sam Wolters"
hoedanigheid = "stagiair"

[[aangeklaagde]]
naam = "een beveiliger, lang, met bril"

[[gedraging]]
categorie = "seksuele intimidatie"
omschrijving = "Opmerkingen bij de poort. Elke keer."
""",
    "aanvulling",
    {"9.1.a": "ontbreekt", "9.1.b": "ontbreekt", "9.1.c": "te_beoordelen", "9.1.d": "ontbreekt", "9.1.e": "ontbreekt",
     "9.2": "nvt", "9.5.b": "te_beoordelen", "9.5.c": "nvt", "9.5.d": "te_beoordelen", "9.5.g": "voldaan",
     "10.2": "te_beoordelen", "2.c": "te_beoordelen", "2.j": "te_beoordelen"},
    ("waar het gebeurde en wanneer het gebeurde", "lijkt een omschrijving", "stagiairs"),
)  # fmt: skip
GRENS = Voorbeeld(
    "op de grens", "grens.toml",
    """
ontvangen_op = 2026-03-01T23:59:30+01:00
ontvangen_via = "e-mail"
dagtekening = 2026-02-28
ondertekend = true
geen_stappen = true

[klager]
naam = "E. Adeyemi"
adres = "Spui 9"
postcode = "2511BL"
plaats = "Den Haag"
functie = "inhuurkracht ICT"
hoedanigheid = "ingehuurd"

[[aangeklaagde]]
naam = "T. Kok"
hoedanigheid = "ambtenaar"

[[gedraging]]
categorie = "discriminatie"
omschrijving = "Grappen over mijn afkomst."
wanneer = "2024-11"
waar = "Pantry"

[[gedraging]]
categorie = "discriminatie"
omschrijving = "'Laat dat maar aan anderen over.'"
wanneer = 2025-03-01
waar = "Projectkamer"

[[gedraging]]
categorie = "discriminatie"
omschrijving = "Een afbeelding op mijn toetsenbord."
wanneer = "2025-02"
waar = "Projectkamer"

[procedures]
eerder_beoordeeld = false
rechter = false
strafzaak = true
""",
    "weigeringsgrond",
    {"10.2": "voldaan", "9.5.c": "nvt", "9.5.e": "te_beoordelen", "9.1.d": "voldaan"},
    ("Gedraging 1 (2024-11) ligt vóór de jaartermijn en telt als context", "gedraging 2 (2025-03-01) ligt erbinnen",
     "gedraging 3 (2025-02) ligt vóór"),
)  # fmt: skip
FRACTIE = Voorbeeld(
    "een fractie", "fractie.json",
    """
{"ontvangen_op": "2026-04-14", "ontvangen_via": "persoonlijk", "dagtekening": "2026-04-13", "ondertekend": true,
 "geen_stappen": true,
 "klager": {"naam": "N. Haddad", "adres": "Lange Poten 4", "postcode": "2511 CL", "plaats": "Den Haag",
            "functie": "beleidsmedewerker", "hoedanigheid": "fractiemedewerker", "onderdeel": "Fractie Voorbeeld"},
 "aangeklaagde": [{"naam": "W. Blok", "hoedanigheid": "fractiemedewerker", "onderdeel": "Fractie Voorbeeld"},
                  {"naam": "H. Smit", "hoedanigheid": "kamerlid", "onderdeel": "Fractie Voorbeeld"}],
 "gedraging": [{"categorie": "agressie en geweld", "omschrijving": "Gooide een map.", "wanneer": "2026-04-06",
                "waar": "Fractiekamer"}],
 "procedures": {"eerder_beoordeeld": false, "rechter": false, "strafzaak": false}}
""",
    "te_beoordelen",
    {"1": "te_beoordelen te_beoordelen", "2.j": "voldaan te_beoordelen", "9.5.c": "nvt", "10.2": "voldaan"},
    ("is niet bekend. Vraag het na", "Aangeklaagde 2 (kamerlid)", "geen medewerker"),
)  # fmt: skip
VOORBEELDEN = [COMPLEET, ONVOLLEDIG, GRENS, FRACTIE]


@pytest.fixture
def ontvangen(klacht: Klacht, tmp_path: Path) -> Callable[[Voorbeeld], str]:
    """Write an example with its attachment and receive it; gives the number of the case."""

    def voer(v: Voorbeeld) -> str:
        (tmp_path / "mail.txt").write_text("Goedemiddag, kan ik u spreken?")
        (tmp_path / v.bestand).write_text(v.tekst, encoding="utf-8")
        uit = klacht("ontvang", str(tmp_path / v.bestand), "--json")
        assert uit.code == 0, uit
        return str(uit.json["zaak"])

    return voer


@pytest.mark.parametrize("v", VOORBEELDEN, ids=lambda v: v.naam)
def test_wat_de_toets_ervan_vindt(v: Voorbeeld, ontvangen: Callable[[Voorbeeld], str], klacht: Klacht) -> None:
    uit = klacht("toets", ontvangen(v), "--json").json
    assert uit["uitkomst"] == v.uitkomst
    gevonden: dict[str, list[str]] = {}
    for b in uit["bevindingen"]:
        gevonden.setdefault(b["vereiste"], []).append(b["status"])
    assert {naam: " ".join(gevonden[naam]) for naam in v.bevindingen} == v.bevindingen
    alles = " ".join(b["toelichting"] for b in uit["bevindingen"])
    assert [z for z in v.zegt if z not in alles] == []


def test_van_onvolledig_naar_ontvankelijk(
    ontvangen: Callable[[Voorbeeld], str], klacht: Klacht, tmp_path: Path, bevries: Callable[[str], Any]
) -> None:
    """What lacked is asked for and comes in; the day of receipt stays the first, so the year does not move."""
    zaak = ontvangen(ONVOLLEDIG)
    assert klacht("vul-aan", zaak, "--gevraagd", "--op", "2026-03-31").code == 0
    (tmp_path / "bij.toml").write_text("""
ontvangen_op = 2026-04-10
ondertekend = true
geen_stappen = true
[klager]
adres = "Spui 1"
postcode = "2511 BL"
plaats = "Den Haag"
functie = "stagiair voorlichting"
[[aangeklaagde]]
nummer = 1
naam = "J. Klein"
hoedanigheid = "ingehuurd"
[[gedraging]]
nummer = 1
waar = "Poort"
wanneer = "2026-02/2026-03"
[procedures]
eerder_beoordeeld = false
rechter = false
strafzaak = false
""", encoding="utf-8")  # fmt: skip
    assert klacht("vul-aan", zaak, str(tmp_path / "bij.toml")).code == 0
    uit = klacht("toets", zaak, "--json").json
    assert uit["uitkomst"] == "te_beoordelen"
    assert [b["vereiste"] for b in uit["bevindingen"] if b["gevolg"]] == ["2.c"]
    assert klacht("besluit", zaak, "compleet", "--op", "2026-04-10").code == 0
    termijnen = {t["termijn"]: t for t in klacht("termijnen", zaak, "--json").json}
    assert termijnen["jaartermijn"]["vanaf"] == "2026-03-27"
    assert termijnen["aanvulling"]["voldaan_op"] == "2026-04-10"
    assert termijnen["ontvankelijkheid"]["uiterlijk"] == "2026-04-24"


FRACTIES = [
    ("van toepassing", "te_beoordelen", "voldaan voldaan"),
    ("eigen regeling", "weigeringsgrond", "te_beoordelen te_beoordelen"),
    ("niet van toepassing", "weigeringsgrond", "te_beoordelen te_beoordelen"),
]


@pytest.mark.parametrize(("status", "uitkomst", "artikel_1"), FRACTIES, ids=[f[0] for f in FRACTIES])
def test_wat_de_secretaris_navraagt_over_een_fractie(
    status: str, uitkomst: str, artikel_1: str, ontvangen: Callable[[Voorbeeld], str], klacht: Klacht, werkmap: Werkmap
) -> None:
    """Art. 1: asked for, written down with its source, and checked again."""
    zaak = ontvangen(FRACTIE)
    assert klacht("toets", zaak, "--json").json["uitkomst"] == "te_beoordelen"
    vermelding = (
        f'[[fractie]]\nnaam = "Voorbeeld"\nstatus = "{status}"\nvan = 2024-01-01\nbron = "brief van 3 april 2026"\n'
    )
    (werkmap.config / "fracties.toml").write_text(vermelding, encoding="utf-8")
    uit = klacht("toets", zaak, "--json").json
    assert uit["uitkomst"] == uitkomst
    assert " ".join(b["status"] for b in uit["bevindingen"] if b["vereiste"] == "1") == artikel_1
    assert "brief van 3 april 2026" in uit["bevindingen"][0]["toelichting"]


def test_alle_vier_in_een_werkmap(ontvangen: Callable[[Voorbeeld], str], klacht: Klacht) -> None:
    """Each its own case; the most urgent first; no name in the overview."""
    assert [ontvangen(v) for v in VOORBEELDEN] == [f"K2026-00{n}" for n in range(1, 5)]
    lijst = klacht("lijst")
    assert [r.split()[0] for r in lijst.uit.splitlines()[1:]] == ["K2026-003", "K2026-001", "K2026-002", "K2026-004"]
    for naam in ("Horst", "Wolters", "Adeyemi", "Haddad", "Prins", "Kok", "Blok"):
        assert naam not in lijst.uit + klacht("termijnen").uit
    assert klacht("termijnen").code == 1
    assert klacht("audit", "controleer", "--json").json["zaken"] == 4
