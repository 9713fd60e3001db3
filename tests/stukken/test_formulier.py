"""The form for a klager: what stands on it follows from the regulation, and Word and a screen reader can use it."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree
from msgspec.structs import replace

from klachtcli.cli.vragenlijst import artikelen, ongevraagd, volgende
from klachtcli.instellingen.commissies import Commissie, lees_commissie
from klachtcli.instellingen.regelingen import lees_regeling
from klachtcli.recht.regeling import Regeling
from klachtcli.secretariaat.onafgemaakt import Stand
from klachtcli.stukken.formulier import schrijf
from klachtcli.stukken.formuliertekst import _ERIN, Opzet, Tafel, Tekst, maak_opzet
from klachtcli.stukken.formuliervelden import BLOKKEN, plekken
from klachtcli.zaak.toetsen import TOETST_VELDEN

WORTEL = Path(__file__).parents[2]
REGELINGEN = sorted((WORTEL / "config" / "regelingen").glob("*/*.toml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The parts of a content control in the order of its schema (CT_SdtPr), as far as the form has them.
VOLGORDE = ["alias", "tag", "id", "showingPlcHdr", "text", "date", "dropDownList"]


def _opzet(regeling: Regeling, commissie: Commissie | None = None) -> Opzet:
    return maak_opzet(regeling, commissie or Commissie(regeling.id), artikelen(regeling.vereiste), None)


def _vakken(ruw: bytes) -> list[Any]:
    xml = zipfile.ZipFile(io.BytesIO(ruw)).read("word/document.xml")
    return list(etree.fromstring(xml).iter(f"{W}sdt"))


def _rijen(opzet: Opzet) -> list[Any]:
    return [rij for deel in opzet.delen if isinstance(deel, Tafel) for rij in deel.rijen]


def _alle_vragen() -> set[str]:
    """Every place that the questions at the terminal can fill."""
    stand, uit = (
        Stand({"stappen": True} | {f"{b.plek}.{n}.nog": True for b in BLOKKEN for n in range(1, b.aantal)}),
        set(),
    )
    while not isinstance(vraag := volgende(stand), dict):
        stand.gevraagd.append(vraag.plek)
        uit.add(vraag.plek)
    return uit


def test_elk_vak_vult_een_vraag() -> None:
    """What the form fills, the questions fill too: there is one klaagschrift."""
    gevuld = {plek for plek, _ in plekken()}
    assert len(gevuld) > 40
    assert gevuld <= _alle_vragen()


@pytest.mark.parametrize("pad", REGELINGEN, ids=[p.parent.name for p in REGELINGEN])
def test_alles_wat_de_regeling_eist_staat_erop(pad: Path) -> None:
    """Each requirement has its boxes, and stands in words on the first page with its article."""
    regeling = lees_regeling(pad)
    opzet = _opzet(regeling)
    uitleg = {rij.plek: " ".join(rij.uitleg.split()) for rij in _rijen(opzet)}
    tekst = " ".join(d.tekst for d in opzet.delen if isinstance(d, Tekst)).replace("\xa0", " ")
    eisen = [v for v in regeling.vereiste if v.aard == "vereiste"]
    assert eisen
    for v in eisen:
        assert f"({v.vindplaats})" in tekst, v.id
        gezien = [plek for plek, zin in uitleg.items() if f"({v.vindplaats})" in zin]
        for veld in v.velden:
            assert any(plek.split(".")[-1] == veld for plek in gezien), (v.id, veld)
    for veld in ongevraagd(regeling.vereiste):
        assert f"procedures.{veld}" not in uitleg
    assert {p for p in uitleg if p.startswith("procedures.")} == {
        f"procedures.{v.vraag}" for v in regeling.vereiste if v.vraag
    }


def test_een_eigen_regeling_staat_er_ook_heel_op() -> None:
    """Two requirements of one kind, in two articles; and every field that a requirement can name has its words."""
    regeling = lees_regeling(REGELINGEN[-1])
    (naam,) = (v for v in regeling.vereiste if v.toets == "klager")
    eigen = [replace(naam, id=f"x.{veld}", vindplaats=f"art. {n}", velden=(veld,))
             for n, veld in enumerate(TOETST_VELDEN["klager"], 71)]  # fmt: skip
    tekst = [d.tekst.replace("\xa0", " ") for d in _opzet(replace(regeling, vereiste=tuple(eigen))).delen
             if isinstance(d, Tekst)]  # fmt: skip
    woorden = ("uw naam", "uw adres", "uw postcode", "uw woonplaats", "uw functie")
    for n, woord in enumerate(woorden, 71):
        assert f"{woord} (art. {n})" in tekst
    assert {toets: set(velden) for toets, velden in TOETST_VELDEN.items()} == {
        toets: set(woorden) for toets, (_, woorden) in _ERIN.items() if woorden
    }


def test_alleen_wie_de_regeling_kent_is_te_kiezen() -> None:
    """A ministry has no fracties."""

    def soorten(naam: str) -> list[str]:
        (pad,) = (WORTEL / "config" / "regelingen" / naam).glob("*.toml")
        (rij,) = (r for r in _rijen(_opzet(lees_regeling(pad))) if r.plek == "klager.hoedanigheid")
        return list(rij.veld.keuzes)

    assert "medewerker van een fractie" in soorten("tk-ongewenste-omgangsvormen")
    assert "medewerker van een fractie" not in soorten("ez-ongewenste-omgangsvormen")
    assert "ambtenaar" in soorten("cbs-klachten")  # names none, so all can be chosen


def test_hetzelfde_formulier_is_hetzelfde_bestand() -> None:
    """Also in another process, where sets have another order."""
    opdracht = (
        "from hashlib import sha256; from klachtcli.cli.vragenlijst import artikelen;"
        "from klachtcli.secretariaat.formulieren import lees_grond;"
        "from klachtcli.secretariaat.plekken import meegeleverd; from klachtcli.stukken.formulier import schrijf;"
        "grond = lees_grond(meegeleverd() / 'config');"
        "print(sha256(schrijf(grond.opzet(artikelen(grond.regeling.vereiste)))).hexdigest())"
    )
    keren = {
        subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True,
                       env=os.environ | {"PYTHONHASHSEED": zaad}).stdout
        for zaad in ("1", "2")
    }  # fmt: skip
    assert len(keren) == 1, keren


def test_op_papier_is_er_ruimte_en_niets_om_op_te_klikken(opzet: Opzet) -> None:
    """The same questions in the same order; who typed in it all the same is read by the question beside it."""
    scherm, papier = (Document(io.BytesIO(schrijf(opzet, op_papier=p))) for p in (False, True))
    for een, ander in zip(scherm.tables, papier.tables, strict=True):
        assert [r.cells[0].text for r in een.rows] == [r.cells[0].text for r in ander.rows]
        assert {r.cells[1].text for r in ander.rows[1:]} == {""}
        assert sum(r.height or 0 for r in ander.rows) > 1.1 * sum(r.height or 0 for r in een.rows)
    assert _vakken(schrijf(opzet, op_papier=True)) == []


def test_elk_vak_heeft_een_naam_en_een_eigen_nummer(opzet: Opzet) -> None:
    vakken = _vakken(schrijf(opzet))
    eigenschappen = [v.find(f"{W}sdtPr") for v in vakken]
    assert [e.find(f"{W}tag").get(f"{W}val") for e in eigenschappen] == [r.plek for r in _rijen(opzet)]
    assert [e.find(f"{W}alias").get(f"{W}val") for e in eigenschappen] == [r.veld.label for r in _rijen(opzet)]
    assert len({e.find(f"{W}id").get(f"{W}val") for e in eigenschappen}) == len(vakken)
    for e in eigenschappen:
        namen = [etree.QName(deel).localname for deel in e]
        assert namen == sorted(namen, key=VOLGORDE.index)


def test_word_leest_het_en_een_schermlezer_ook(opzet: Opzet) -> None:
    """A title, a language, heads that are heads, lists that are lists, tables with a head and a name."""
    blad = Document(io.BytesIO(schrijf(opzet)))
    assert "Klachtformulier" in blad.core_properties.title
    assert blad.core_properties.language == "nl-NL"
    assert blad.styles.element.find(f".//{W}lang").get(f"{W}val") == "nl-NL"
    stijlen = [p.style.name for p in blad.paragraphs]
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= set(stijlen)
    assert (blad.sections[0].page_width.mm, blad.sections[0].page_height.mm) == (
        pytest.approx(210, 0.01),
        pytest.approx(297, 0.01),
    )
    assert len(blad.tables) == sum(isinstance(d, Tafel) for d in opzet.delen)
    for tafel in blad.tables:
        assert tafel.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
        assert tafel._tbl.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == tafel.cell(0, 0).text
        assert all(rij.cells[0].text for rij in tafel.rows)


def test_het_formulier_is_te_lezen(opzet: Opzet, leesbaarheid: Callable[[Any], Any]) -> None:
    gemeten = leesbaarheid(Document(io.BytesIO(schrijf(opzet))))
    assert gemeten.score > 60
    assert max(len(zin.split()) for zin in gemeten.zinnen) <= 25


def test_wie_helpt_staat_erop(opzet: Opzet) -> None:
    """Of the committee and of the wegwijzer; what is not filled in leaves no hole."""
    tekst = "\n".join(d.tekst for d in opzet.delen if isinstance(d, Tekst))
    c = lees_commissie(WORTEL / "voorbeelden")
    for deel in (c.naam, c.secretaris.email, c.secretaris.telefoon, c.vertrouwenspersoon, c.maatschappelijk_werk,
                 c.functionaris_gegevensbescherming, "de vertrouwenspersoon van de eigen fractie"):  # fmt: skip
        assert deel in tekst, deel
    kaal = _opzet(lees_regeling(REGELINGEN[0]))
    leeg = "\n".join(d.tekst for d in kaal.delen if isinstance(d, Tekst))
    assert re.findall(r"[:(] *[.,)]|\s{2}|None|\[\]|niet geregeld", leeg) == []
    assert "Vraag de secretaris waar" in leeg


def test_tekens_die_xml_niet_kent_staan_er_als_tekst(opzet: Opzet) -> None:
    regeling = lees_regeling(REGELINGEN[-1])
    ruw = schrijf(_opzet(regeling, Commissie(regeling.id, naam='<Commissie> "X" & Y')))
    assert Document(io.BytesIO(ruw)).paragraphs[1].text == '<Commissie> "X" & Y'
