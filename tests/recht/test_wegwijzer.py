"""Figure 3.2 as it is printed: who klaagt (down) about whom (across), on what, and at which step; 100 cells.

The columns stand in the order of the rows: ambtenaar, and a medewerker of a fractie with this regulation (aangesloten),
with one of its own (eigen) or without (zonder), and Kamerlid.
"""

from __future__ import annotations

import re
from itertools import pairwise, product
from pathlib import Path

import pytest

from klachtcli.instellingen.wegwijzers import lees_wegwijzer
from klachtcli.recht.wegwijstekst import Regel, lopend, regels
from klachtcli.recht.wegwijzer import Over, Stap, Wegwijzer, kanttekeningen, wijs

SOORTEN = {"ambtenaar": "ambtenaar", "aangesloten": "fractie-aangesloten", "eigen": "fractie-eigen",
           "zonder": "fractie-zonder", "kamerlid": "kamerlid"}  # fmt: skip
FRACTIES = tuple(SOORTEN[s] for s in ("aangesloten", "eigen", "zonder"))

FIGUUR: dict[tuple[Over, Stap], str] = {
    ("omgangsvormen", "hulp"): """
        ambtenaar     vpoo      vpoo      vpoo      vpoo      vpoo
        aangesloten   vpoo      vpoo      vpoo      vpoo      vpoo
        eigen         eigen-vp  eigen-vp  eigen-vp  eigen-vp  eigen-vp
        zonder        eigen-vp  eigen-vp  eigen-vp  eigen-vp  eigen-vp
        kamerlid      eigen-vp  eigen-vp  eigen-vp  eigen-vp  eigen-vp
    """,
    ("omgangsvormen", "klacht"): """
        ambtenaar     KLACHT    KLACHT    fractie   fractie   fractie
        aangesloten   KLACHT    KLACHT    fractie   fractie   fractie
        eigen         leiding   fractie   fractie   fractie   fractie
        zonder        leiding   fractie   fractie   fractie   fractie
        kamerlid      leiding   fractie   fractie   fractie   fractie
    """,
    ("integriteit", "hulp"): """
        ambtenaar     vpi       leiding+  leiding+  leiding+  leiding+
        aangesloten   vraag+    vraag+    vraag+    vraag+    vraag+
        eigen         vraag+    vraag+    vraag+    vraag+    vraag+
        zonder        vraag+    vraag+    vraag+    vraag+    vraag+
        kamerlid      adviseur  adviseur  adviseur  adviseur  adviseur
    """,
    ("integriteit", "klacht"): """
        ambtenaar     griffier+ fractie+  fractie+  fractie+  college
        aangesloten   leiding+  fractie+  fractie+  fractie+  college
        eigen         leiding+  fractie+  fractie+  fractie+  college
        zonder        leiding+  fractie+  fractie+  fractie+  college
        kamerlid      leiding+  fractie+  fractie+  fractie+  college
    """,
}
# Wat er dan moet staan; + is: en buiten de Kamer het Huis voor Klokkenluiders, bij een vermoeden van een misstand.
ZEGT = {
    "vpoo": "De interne of externe vertrouwenspersoon ongewenste omgangsvormen.",
    "eigen-vp": "De vertrouwenspersoon van de eigen fractie, als die is aangesteld.",
    "vpi": "De vertrouwenspersoon integriteit.",
    "adviseur": "De onafhankelijk adviseur integriteit voor Kamerleden.",
    "vraag": "hangt af van de fractie. Vraag het daar na.",
    "KLACHT": "De klachtencommissie ongewenste omgangsvormen.",
    "fractie": "Informeel: bijvoorbeeld de fractievoorzitter of de ambtelijk secretaris.",
    "leiding": "Informeel: de ambtelijk leidinggevende.",
    "griffier": "Intern: de Griffier.",
    "college": "Het College van onderzoek integriteit.",
}
NIET_GEREGELD = {"fractie", "leiding", "vraag"}
HUIS = "Extern: het Huis voor Klokkenluiders,"


def cellen() -> list[tuple[str, str, Over, Stap, str]]:
    """klager, aangeklaagde, subject, step and what the figure says."""
    uit = []
    for (over, stap), blad in FIGUUR.items():
        for rij in blad.split("\n"):
            if rij.strip():
                klager, *vakken = rij.split()
                uit += [(klager, a, over, stap, vak) for a, vak in zip(SOORTEN, vakken, strict=True)]
    return uit


@pytest.fixture(scope="module")
def wegwijzer() -> Wegwijzer:
    """As shipped."""
    return lees_wegwijzer(Path(__file__).parents[2] / "config")


def antwoord(w: Wegwijzer, klager: str, aangeklaagde: str, over: Over, stap: Stap) -> Regel:
    """The one answer for a pair that is certain."""
    (regel,) = (r for a, r in regels(w, [SOORTEN[klager]], [SOORTEN[aangeklaagde]], [over]) if a.stap == stap)
    return regel


def test_het_zijn_er_honderd() -> None:
    assert len({c[:4] for c in cellen()}) == 100


@pytest.mark.parametrize(("klager", "aangeklaagde", "over", "stap", "vak"), cellen())
def test_elke_cel(klager: str, aangeklaagde: str, over: Over, stap: Stap, vak: str, wegwijzer: Wegwijzer) -> None:
    """Where to go, what is not arranged, and nothing besides."""
    regel = antwoord(wegwijzer, klager, aangeklaagde, over, stap)
    kanaal = vak.rstrip("+")
    assert ZEGT[kanaal] in regel.zegt
    assert [naam for naam, zin in ZEGT.items() if zin in regel.zegt] == [kanaal]
    assert (HUIS in regel.zegt) == vak.endswith("+")
    assert ("geen formele" in regel.zegt or "niets formeel" in regel.zegt or "niet bekend" in regel.zegt) == (
        kanaal in NIET_GEREGELD
    )
    assert regel.voor == ""


def test_de_commissie_staat_open_voor_vier_paren(wegwijzer: Wegwijzer) -> None:
    """An ambtenaar or a medewerker of a fractie with this regulation, about one of these; only for omgangsvormen."""
    open_ = {(c.klager, c.aangeklaagde, c.over) for c in wegwijzer.cel if c.klacht == "commissie"}
    onder = ("ambtenaar", "fractie-aangesloten")
    assert open_ == {(k, a, "omgangsvormen") for k, a in product(onder, onder)}


# Een paar plaatsen in het rapport, met de hand overgenomen.
BRONNEN: list[tuple[str, str, Over, Stap, str]] = [
    ("ambtenaar", "ambtenaar", "omgangsvormen", "hulp", "r. 8904-8906"),
    ("ambtenaar", "kamerlid", "omgangsvormen", "klacht", "r. 9015-9018"),
    ("aangesloten", "ambtenaar", "omgangsvormen", "klacht", "r. 9090-9091"),
    ("eigen", "eigen", "omgangsvormen", "klacht", "r. 9237-9240"),
    ("zonder", "kamerlid", "integriteit", "hulp", "r. 9325-9330"),
    ("kamerlid", "kamerlid", "integriteit", "klacht", "r. 9497-9498"),
]


@pytest.mark.parametrize(("klager", "aangeklaagde", "over", "stap", "plaats"), BRONNEN)
def test_de_plaats_in_het_rapport(
    klager: str, aangeklaagde: str, over: Over, stap: Stap, plaats: str, wegwijzer: Wegwijzer
) -> None:
    regel = antwoord(wegwijzer, klager, aangeklaagde, over, stap)
    assert regel.bron == f"rapport Kracht zonder Tegenkracht, figuur 3.2, {plaats}"


def test_elke_cel_heeft_haar_eigen_plaats(wegwijzer: Wegwijzer) -> None:
    """A cell is a few lines of the report, and no two cells are the same lines."""
    plaatsen = [p for c in wegwijzer.cel for p in (c.hulp_bron, c.klacht_bron)]
    grenzen = sorted(tuple(map(int, re.fullmatch(r"r\. (\d+)-(\d+)", p).groups())) for p in plaatsen)  # type: ignore[union-attr]
    assert len(grenzen) == 100
    assert all(van < tot for van, tot in grenzen)
    assert all(een[1] < ander[0] for een, ander in pairwise(grenzen))


# Wie onzeker is, krijgt elke mogelijkheid: voor wie (klager), over wie (aangeklaagde), en met welk antwoord.
ONZEKER: list[tuple[tuple[str, ...], tuple[str, ...], Stap, list[tuple[str, str]]]] = [
    (FRACTIES, ("ambtenaar",), "hulp", [
        ("voor een medewerker van een fractie met deze regeling", "vpoo"),
        ("voor een medewerker van een fractie met een eigen regeling of een medewerker van een fractie zonder regeling",
         "eigen-vp"),
    ]),
    (("ambtenaar",), FRACTIES, "hulp", [("", "vpoo")]),
    (("ambtenaar",), ("ambtenaar", "kamerlid"), "klacht", [
        ("over een ambtenaar", "KLACHT"), ("over een Kamerlid", "fractie"),
    ]),
    (("fractie-aangesloten", "fractie-eigen"), ("ambtenaar", "kamerlid"), "klacht", [
        ("voor een medewerker van een fractie met deze regeling over een ambtenaar", "KLACHT"),
        ("over een Kamerlid", "fractie"),
        ("voor een medewerker van een fractie met een eigen regeling over een ambtenaar", "leiding"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("klagers", "aangeklaagden", "stap", "verwacht"), ONZEKER)
def test_elke_mogelijkheid_een_keer(
    klagers: tuple[str, ...], aangeklaagden: tuple[str, ...], stap: Stap, verwacht: list[tuple[str, str]],
    wegwijzer: Wegwijzer,
) -> None:  # fmt: skip
    gevonden = [r for a, r in regels(wegwijzer, klagers, aangeklaagden, ["omgangsvormen"]) if a.stap == stap]
    assert [r.voor for r in gevonden] == [voor for voor, _ in verwacht]
    assert [ZEGT[vak] in r.zegt for (_, vak), r in zip(verwacht, gevonden, strict=True)] == [True] * len(verwacht)


def test_samen_staat_er_niets_anders_dan_de_cellen(wegwijzer: Wegwijzer) -> None:
    """Of all kinds at once: each pair is in one answer, and it is the answer of its own cell."""
    alle = tuple(SOORTEN.values())
    for over in ("omgangsvormen", "integriteit"):
        for stap in ("hulp", "klacht"):
            delen = [a for a in wijs(wegwijzer, alle, alle, [over]) if a.stap == stap]
            paren = [(k, x, a.antwoord.id) for a in delen for k in a.klagers for x in a.aangeklaagden]
            assert sorted(paren) == sorted(
                (c.klager, c.aangeklaagde, getattr(c, stap)) for c in wegwijzer.cel if c.over == over
            )


# Waar de bronnen elkaar tegenspreken: klager, aangeklaagde, onderwerpen, en welke kanttekeningen erbij horen.
KANT: list[tuple[str, str, tuple[Over, ...], list[str]]] = [
    ("ambtenaar", "ambtenaar", ("omgangsvormen",), []),
    ("ambtenaar", "ambtenaar", ("omgangsvormen", "integriteit"), ["R6"]),
    ("ambtenaar", "eigen", ("omgangsvormen",), ["R1"]),
    ("kamerlid", "eigen", ("omgangsvormen",), ["R1", "R5"]),
    ("aangesloten", "eigen", ("omgangsvormen",), []),
    ("eigen", "eigen", ("omgangsvormen",), ["R2", "R4"]),
    ("eigen", "eigen", ("integriteit",), []),
    ("ambtenaar", "kamerlid", ("omgangsvormen",), ["R3"]),
    ("ambtenaar", "kamerlid", ("integriteit",), []),
    ("zonder", "ambtenaar", ("omgangsvormen",), ["R4"]),
    ("kamerlid", "kamerlid", ("omgangsvormen", "integriteit"), ["R3", "R5", "R6"]),
]


@pytest.mark.parametrize(("klager", "aangeklaagde", "over", "verwacht"), KANT)
def test_waar_de_bronnen_elkaar_tegenspreken(
    klager: str, aangeklaagde: str, over: tuple[Over, ...], verwacht: list[str], wegwijzer: Wegwijzer
) -> None:
    adviezen = wijs(wegwijzer, [SOORTEN[klager]], [SOORTEN[aangeklaagde]], over)
    gevonden = kanttekeningen(wegwijzer, adviezen)
    assert [k.id for k in gevonden] == verwacht
    lopende_tekst = lopend(wegwijzer, [SOORTEN[klager]], [SOORTEN[aangeklaagde]], over)
    assert lopende_tekst[2 * len(over) :] == [k.kort for k in gevonden]


def test_het_zegt_dat_het_een_momentopname_is_en_dat_de_commissie_beslist(wegwijzer: Wegwijzer) -> None:
    samen = " ".join(wegwijzer.let_op)
    assert "momentopname van 2022/2023" in samen
    assert "De commissie beslist" in samen
    assert "2022/2023" in wegwijzer.herkomst
