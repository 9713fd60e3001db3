"""A klaagschrift and what is added to it later: field by field, what replaces, what completes, what comes after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from klachtcli.fouten import Invoerfout
from klachtcli.zaak.klaagschrift import (
    Aanvulling,
    AanvullingGedraging,
    AanvullingPersoon,
    AanvullingStap,
    Bijlage,
    Gedraging,
    Klaagschrift,
    OndernomenStap,
    Persoon,
    Procedures,
    vul_aan,
    wat_verandert,
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
    ("aangeklaagde", (), (AanvullingPersoon(naam="R. Dekker"),), (A,), "de eerste"),
    ("aangeklaagde", (A,), (), (A,), "niets gezegd laat staan"),
    ("aangeklaagde", (A,), (AanvullingPersoon(functie="chef", nummer=1),),
     (Persoon(naam="R. Dekker", functie="chef"),), "vult aan"),
    ("aangeklaagde", (A,), (AanvullingPersoon(functie="chef"),), (A, Persoon(functie="chef")),
     "zonder nummer nooit wie er al stond"),
    ("aangeklaagde", (Persoon(naam="iemand"),), (AanvullingPersoon(naam="P. de Wit", nummer=1),), (B,),
     "een naam vervangt een omschrijving"),
    ("aangeklaagde", (A,), (AanvullingPersoon(nummer=1), AanvullingPersoon(naam="P. de Wit")), (A, B),
     "een lege laat staan, de tweede komt erbij"),
    ("aangeklaagde", (A, B), (AanvullingPersoon(functie="chef", nummer=1),),
     (Persoon(naam="R. Dekker", functie="chef"), B),
     "de rest blijft"),
    ("aangeklaagde", (A, B), (AanvullingPersoon(functie="chef", nummer=2),),
     (A, Persoon(naam="P. de Wit", functie="chef")), "het nummer zegt wie"),
    ("aangeklaagde", (A, B), (AanvullingPersoon(naam="H. Mol"),), (A, B, C), "een derde erbij"),
    ("aangeklaagde", (A,), (AanvullingPersoon(naam="H. Mol"), AanvullingPersoon(functie="chef", nummer=1)),
     (Persoon(naam="R. Dekker", functie="chef"), C), "eerst een erbij, dan nummer een: de volgorde telt niet"),
    ("gedraging", (G1,), (AanvullingGedraging(waar="Kantine", nummer=1),),
     (Gedraging("pesten", "Zuchtte", "2026-01", "Kantine"),),
     "vult aan"),
    ("gedraging", (G1,), (AanvullingGedraging(wanneer="2026-01-15", nummer=1),),
     (Gedraging("pesten", "Zuchtte", "2026-01-15"),),
     "preciezer"),
    ("gedraging", (G1,), (AanvullingGedraging("intimidatie", "Riep", "2026-02-03", "Gang"),), (G1, G2),
     "een tweede erbij"),
    ("gedraging", (Gedraging(getuigen=("S.",)),), (AanvullingGedraging(waar="Hal", nummer=1),),
     (Gedraging(waar="Hal", getuigen=("S.",)),),
     "getuigen blijven"),
    ("gedraging", (Gedraging(getuigen=("S.",)),), (AanvullingGedraging(getuigen=("T.",), nummer=1),),
     (Gedraging(getuigen=("T.",)),),
     "nieuwe getuigen vervangen"),
    ("stap", (), (AanvullingStap("Een gesprek"),), (STAP,), "de eerste stap"),
    ("stap", (STAP,), (AanvullingStap("Een mail"),), (STAP, OndernomenStap("Een mail")), "een tweede stap"),
    ("stap", (STAP,), (AanvullingStap(stukken=("mail.pdf",), nummer=1),),
     (OndernomenStap("Een gesprek", stukken=("mail.pdf",)),),
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


# ---- wat een aanvulling verandert, in woorden ----

WAT = [
    (Aanvulling(dagtekening=DAG), ["dagtekening"]),
    (Aanvulling(ondertekend=False), ["ondertekend"]),
    (Aanvulling(geen_stappen=True, dagtekening=DAG, ondertekend=True), ["dagtekening", "ondertekend", "geen_stappen"]),
    (Aanvulling(klager=Persoon(adres="Spui 1", plaats="Delft")), ["klager: adres, plaats"]),
    (Aanvulling(procedures=Procedures(rechter=False)), ["procedures: rechter"]),
    (Aanvulling(gedraging=(AanvullingGedraging(wanneer="2026-01-15", nummer=1),)), ["gedraging 1: wanneer"]),
    (Aanvulling(gedraging=(AanvullingGedraging(waar="Hal", getuigen=("S.",), nummer=2),)),
     ["gedraging 2: waar, getuigen"]),
    (Aanvulling(gedraging=(AanvullingGedraging(wanneer="2026-01-15"),)), ["gedraging 3 erbij"]),
    (Aanvulling(gedraging=(AanvullingGedraging(waar="Hal"), AanvullingGedraging(waar="Hal", nummer=2),
                           AanvullingGedraging(waar="Gang"))),
     ["gedraging 3 erbij", "gedraging 2: waar", "gedraging 4 erbij"]),
    (Aanvulling(aangeklaagde=(AanvullingPersoon(naam="H. Mol"),)), ["aangeklaagde 2 erbij"]),
    (Aanvulling(stap=(AanvullingStap("Een mail"),)), ["stap 1 erbij"]),
    (Aanvulling(bijlage=(MAIL, BRIEF)), ["bijlage 2 erbij", "bijlage 3 erbij"]),
    (Aanvulling(bijlage=(MAIL,), stap=(AanvullingStap("Een mail"),), klager=Persoon(functie="chef"), ondertekend=True),
     ["ondertekend", "klager: functie", "stap 1 erbij", "bijlage 2 erbij"]),
]  # fmt: skip


@pytest.fixture
def half(klaagschrift: Maak) -> Klaagschrift:
    """A klaagschrift with one aangeklaagde, two gedragingen, no steps and one attachment."""
    return klaagschrift(aangeklaagde=(A,), gedraging=(G1, G2), stap=(), bijlage=(MAIL,))


@pytest.mark.parametrize(("aanvulling", "zegt"), WAT, ids=["; ".join(w[1]) for w in WAT])
def test_wat_verandert_staat_er_zonder_waarden(aanvulling: Aanvulling, zegt: list[str], half: Klaagschrift) -> None:
    assert wat_verandert(half, aanvulling) == zegt


@pytest.mark.parametrize(
    ("aanvulling", "feit"),
    [
        (Aanvulling(gedraging=(AanvullingGedraging(waar="Hal", nummer=3),)), "gedraging 3 is er niet; er zijn er 2"),
        (Aanvulling(gedraging=(AanvullingGedraging(waar="Hal", nummer=0),)), "gedraging 0 is er niet; er zijn er 2"),
        (Aanvulling(gedraging=(AanvullingGedraging(waar="Hal", nummer=-1),)), "gedraging -1 is er niet; er zijn er 2"),
        (Aanvulling(aangeklaagde=(AanvullingPersoon(naam="H. Mol", nummer=2),)),
         "aangeklaagde 2 is er niet; er zijn er 1"),
        (Aanvulling(stap=(AanvullingStap("Een mail", nummer=1),)), "stap 1 is er niet; er zijn er 0"),
        (Aanvulling(stap=(AanvullingStap("Een mail"), AanvullingStap("Een brief", nummer=1))),
         "stap 1 is er niet; er zijn er 0"),
    ],
    ids=["drie van twee", "nul", "min een", "twee van een", "een van geen", "een die er net bij komt"],
)  # fmt: skip
def test_een_nummer_dat_er_niet_is(aanvulling: Aanvulling, feit: str, half: Klaagschrift) -> None:
    with pytest.raises(Invoerfout) as fout:
        wat_verandert(half, aanvulling)
    assert (fout.value.code, fout.value.feit) == ("aanvulling-nummer", feit)
    assert "Laat nummer weg" in fout.value.herstel


@pytest.mark.parametrize("aanvulling", [Aanvulling(), Aanvulling("2026-05-08")], ids=["niets", "alleen de dag"])
def test_een_aanvulling_die_niets_zegt(aanvulling: Aanvulling, half: Klaagschrift) -> None:
    with pytest.raises(Invoerfout) as fout:
        wat_verandert(half, aanvulling)
    assert fout.value.code == "aanvulling-leeg"


@pytest.mark.parametrize(
    "aanvulling",
    [
        Aanvulling(klager=Persoon()),
        Aanvulling(procedures=Procedures()),
        Aanvulling(gedraging=(AanvullingGedraging(nummer=1),)),
        Aanvulling(gedraging=(AanvullingGedraging(),)),
    ],
    ids=["klager", "procedures", "gedraging 1", "een gedraging erbij"],
)
def test_een_lege_tabel_zegt_ook_niets(aanvulling: Aanvulling, half: Klaagschrift) -> None:
    with pytest.raises(Invoerfout) as fout:
        wat_verandert(half, aanvulling)
    assert fout.value.code == "aanvulling-leeg"


def test_wat_is_aangevuld_blijft_een_gewoon_klaagschrift(half: Klaagschrift) -> None:
    """No `nummer` is left behind: what is stored has the shape that `klacht ontvang` reads."""
    na = vul_aan(half, Aanvulling(gedraging=(AanvullingGedraging(waar="Hal"), AanvullingGedraging(waar="A", nummer=1))))
    assert [type(x) for x in na.gedraging] == [Gedraging] * 3
