"""A klaagschrift and what is added to it later: field by field, what replaces, what completes, what comes after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from klachtcli.zaak.klaagschrift import (
    Aanvulling,
    Bijlage,
    Gedraging,
    Klaagschrift,
    OndernomenStap,
    Persoon,
    Procedures,
    vul_aan,
)

Maak = Callable[..., Klaagschrift]
DAG = date(2026, 5, 8)
A, B, C = Persoon(naam="R. Dekker"), Persoon(naam="P. de Wit"), Persoon(naam="H. Mol")
G1, G2 = Gedraging("pesten", "Zuchtte", "2026-01"), Gedraging("intimidatie", "Riep", "2026-02-03", "Gang")
MAIL, BRIEF = Bijlage("mail.pdf"), Bijlage("brief.pdf", "Een brief")
STAP = OndernomenStap("Een gesprek")

# veld, wat er stond, wat er bij kwam, wat er nu staat, waarom
TABEL: list[tuple[str, Any, Any, Any, str]] = [
    ("dagtekening", None, DAG, DAG, "ontbrak, en is er nu"),
    ("dagtekening", date(2026, 4, 22), DAG, DAG, "een nieuwe vervangt"),
    ("dagtekening", DAG, None, DAG, "niets gezegd laat staan"),
    ("ondertekend", None, True, True, "ontbrak, en is er nu"),
    ("ondertekend", True, False, False, "nee is ook een antwoord"),
    ("ondertekend", True, None, True, "niets gezegd laat staan"),
    ("geen_stappen", None, True, True, "ontbrak, en is er nu"),
    ("geen_stappen", True, False, False, "nee is ook een antwoord"),
    ("geen_stappen", True, None, True, "niets gezegd laat staan"),
    ("klager", Persoon(naam="K. Ünal"), Persoon(adres="Spui 1"), Persoon(naam="K. Ünal", adres="Spui 1"), "vult aan"),
    ("klager", Persoon(naam="K.", plaats="Delft"), Persoon(plaats="Leiden"), Persoon(naam="K.", plaats="Leiden"),
     "vervangt"),
    ("klager", Persoon(naam="K. Ünal"), None, Persoon(naam="K. Ünal"), "niets gezegd laat staan"),
    ("klager", Persoon(naam="K. Ünal"), Persoon(), Persoon(naam="K. Ünal"), "een lege tabel wist niets"),
    ("procedures", Procedures(), Procedures(rechter=False), Procedures(rechter=False), "nee is een antwoord"),
    ("procedures", Procedures(rechter=True), Procedures(rechter=False), Procedures(rechter=False),
     "een ander antwoord"),
    ("procedures", Procedures(rechter=True), Procedures(strafzaak=True), Procedures(rechter=True, strafzaak=True),
     "erbij"),
    ("procedures", Procedures(rechter=True), None, Procedures(rechter=True), "niets gezegd laat staan"),
    ("aangeklaagde", (), (A,), (A,), "de eerste"),
    ("aangeklaagde", (A,), (), (A,), "niets gezegd laat staan"),
    ("aangeklaagde", (A,), (Persoon(functie="chef"),), (Persoon(naam="R. Dekker", functie="chef"),), "vult aan"),
    ("aangeklaagde", (Persoon(naam="iemand"),), (B,), (B,), "een naam vervangt een omschrijving"),
    ("aangeklaagde", (A,), (Persoon(), B), (A, B), "een lege laat staan, de tweede komt erbij"),
    ("aangeklaagde", (A, B), (Persoon(functie="chef"),), (Persoon(naam="R. Dekker", functie="chef"), B),
     "de rest blijft"),
    ("aangeklaagde", (A, B), (Persoon(), Persoon(), C), (A, B, C), "een derde erbij"),
    ("gedraging", (G1,), (Gedraging(waar="Kantine"),), (Gedraging("pesten", "Zuchtte", "2026-01", "Kantine"),),
     "vult aan"),
    ("gedraging", (G1,), (Gedraging(wanneer="2026-01-15"),), (Gedraging("pesten", "Zuchtte", "2026-01-15"),),
     "preciezer"),
    ("gedraging", (G1,), (Gedraging(), G2), (G1, G2), "een tweede erbij"),
    ("gedraging", (Gedraging(getuigen=("S.",)),), (Gedraging(waar="Hal"),), (Gedraging(waar="Hal", getuigen=("S.",)),),
     "getuigen blijven"),
    ("gedraging", (Gedraging(getuigen=("S.",)),), (Gedraging(getuigen=("T.",)),), (Gedraging(getuigen=("T.",)),),
     "nieuwe getuigen vervangen"),
    ("stap", (), (STAP,), (STAP,), "de eerste stap"),
    ("stap", (STAP,), (OndernomenStap(stukken=("mail.pdf",)),), (OndernomenStap("Een gesprek", stukken=("mail.pdf",)),),
     "vult aan"),
    ("bijlage", (MAIL,), (BRIEF,), (MAIL, BRIEF), "bijlagen komen er altijd bij"),
    ("bijlage", (MAIL,), (MAIL,), (MAIL, MAIL), "ook met dezelfde naam: het kan een andere inhoud zijn"),
    ("bijlage", (MAIL,), (), (MAIL,), "niets gezegd laat staan"),
]  # fmt: skip


@pytest.mark.parametrize(("veld", "stond", "erbij", "staat", "waarom"), TABEL, ids=[f"{r[0]}: {r[4]}" for r in TABEL])
def test_aanvullen(veld: str, stond: Any, erbij: Any, staat: Any, waarom: str, klaagschrift: Maak) -> None:
    """Only this field changes, and to this."""
    voor = klaagschrift(**{veld: stond})
    na = vul_aan(voor, Aanvulling(**{veld: erbij}))
    assert getattr(na, veld) == staat
    assert msgspec.structs.replace(na, **{veld: stond}) == voor


def test_elk_veld_van_een_aanvulling_staat_in_de_tabel() -> None:
    assert {r[0] for r in TABEL} | {"ontvangen_op"} == set(Aanvulling.__struct_fields__)


def test_de_dag_van_ontvangst_blijft_de_eerste(klaagschrift: Maak) -> None:
    """Art. 10 lid 2: the year counts back from the first receipt, whatever came later."""
    na = vul_aan(klaagschrift(), Aanvulling(ontvangen_op="2026-05-08", ondertekend=True))
    assert na.ontvangen_op == "2026-04-24"
    assert na.ontvangen_via == "e-mail"


def test_een_lege_aanvulling_verandert_niets(klaagschrift: Maak) -> None:
    assert vul_aan(klaagschrift(), Aanvulling()) == klaagschrift()


@pytest.mark.parametrize(
    ("ontvangen_op", "dag"),
    [
        ("2026-04-24", date(2026, 4, 24)),
        ("2026-04-24T23:59:59+02:00", date(2026, 4, 24)),
        ("2026-04-25T00:00:00+02:00", date(2026, 4, 25)),
    ],
)
def test_de_dag_van_een_tijdstip(ontvangen_op: str, dag: date, klaagschrift: Maak) -> None:
    assert klaagschrift(ontvangen_op=ontvangen_op).ontvangstdag == dag


def test_een_gedraging_zonder_tijd_heeft_geen_periode() -> None:
    assert Gedraging().periode is None
    assert G2.periode is not None
    assert G2.periode.eerste == G2.periode.laatste == date(2026, 2, 3)
