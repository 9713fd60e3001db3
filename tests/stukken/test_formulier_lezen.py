"""What comes back of the form: every box as it was filled in, and whatever is odd told by where it stands."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from klachtcli.cli.vragenlijst import artikelen
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.commissies import Commissie
from klachtcli.instellingen.regelingen import lees_regeling
from klachtcli.stukken.formulier import PLAATSHOUDERS
from klachtcli.stukken.formulier_lezen import Gelezen, is_formulier, lees_formulier
from klachtcli.stukken.formuliertafels import ANDERE_VRAAG, ERBIJ, ERNAAST, MEESTE, VOORGEDRUKT, ZONDER_VAK
from klachtcli.stukken.formuliertekst import Opzet, maak_opzet
from klachtcli.stukken.formuliervelden import plekken

REGELINGEN = Path(__file__).parents[2] / "config" / "regelingen"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
Vul = Callable[..., bytes]
VELDEN = {plek: veld for plek, veld in plekken() if veld.vorm != "handtekening"}
# What the tests fill in; all of it is made up.
INGEVULD = {
    "klager.naam": "Karin Boone", "klager.plaats": "Den Haag", "aangeklaagde.1.naam": "P. Winter",
    "gedraging.1.omschrijving": "Hij schreeuwde.\nElke week weer.", "gedraging.1.wanneer": "maart 2026",
}  # fmt: skip
HANDTEKENING = "In het vak 'Handtekening' staat niets."


def _p(tekst: str, **merk: str) -> Any:
    """A paragraph; `merk` puts its run in a tracked change (ins), or hides it (vanish)."""
    p = etree.Element(f"{W}p")
    ouder = etree.SubElement(p, f"{W}{merk['in_']}") if "in_" in merk else p
    loop = etree.SubElement(ouder, f"{W}r")
    if "letter" in merk:
        etree.SubElement(etree.SubElement(loop, f"{W}rPr"), f"{W}{merk['letter']}")
    etree.SubElement(loop, f"{W}t").text = tekst
    return p


def _vak(wortel: Any, plek: str) -> Any:
    return next(v for v in wortel.iter(f"{W}sdt") if v.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == plek)


def _cel(wortel: Any, plek: str) -> Any:
    return next(_vak(wortel, plek).iterancestors(f"{W}tc"))


def _rij(wortel: Any, plek: str) -> Any:
    return next(_vak(wortel, plek).iterancestors(f"{W}tr"))


def _tafel(wortel: Any, plek: str) -> Any:
    return next(_vak(wortel, plek).iterancestors(f"{W}tbl"))


def _zet(vak: Any, tekst: str) -> None:
    for merk in vak.findall(f"{W}sdtPr/{W}showingPlcHdr"):
        merk.getparent().remove(merk)
    inhoud = vak.find(f"{W}sdtContent")
    inhoud.clear()
    inhoud.append(_p(tekst)[0])


def _zonder_merken(wortel: Any) -> None:
    """As LibreOffice saves it: the boxes are there, their tags are not."""
    for merk in list(wortel.iter(f"{W}tag")):
        merk.getparent().remove(merk)


def _zonder_vakken(wortel: Any) -> None:
    """As a program that knows no boxes saves it: what stood in them stands in the cell."""
    for vak in list(wortel.iter(f"{W}sdt")):
        for deel in vak.find(f"{W}sdtContent"):
            vak.addprevious(deel)
        vak.getparent().remove(vak)


def _antwoorden(gelezen: Gelezen) -> dict[str, str]:
    return {a.plek: a.tekst for a in gelezen.antwoorden}


def test_een_leeg_formulier_zegt_niets(opzet: Opzet, formulier: Vul) -> None:
    gelezen = lees_formulier(formulier(), opzet)
    assert gelezen.antwoorden == []
    (zin,) = gelezen.let_op
    assert zin.startswith(HANDTEKENING)


@pytest.mark.parametrize(("weg", "twijfel"), [(None, ""), (_zonder_merken, ZONDER_VAK), (_zonder_vakken, ZONDER_VAK)],
                         ids=["in Word", "zonder merken", "zonder vakken"])  # fmt: skip
def test_elk_vak_komt_terug(weg: Any, twijfel: str, opzet: Opzet, formulier: Vul) -> None:
    """All boxes at once, each with its own text; and without its tag each by the label beside it, in doubt."""
    alles = {plek: f"tekst {n}" for n, plek in enumerate(VELDEN)}
    gelezen = lees_formulier(formulier(alles, weg), opzet)
    assert _antwoorden(gelezen) == alles
    assert {a.twijfel for a in gelezen.antwoorden} == {twijfel}
    assert len(gelezen.let_op) == 1


_TEKST = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=30).filter(
    lambda t: t.strip() and "\ufffe" not in t and "\uffff" not in t and not any(p in t for p in PLAATSHOUDERS.values())
)


def test_wat_ook_wordt_ingevuld_komt_zo_terug(opzet: Opzet, formulier: Vul) -> None:
    """Any boxes with any text, both ways in; numbered anew where one in between stayed empty."""

    @settings(max_examples=40)
    @given(
        st.dictionaries(st.sampled_from(sorted(VELDEN)), _TEKST, max_size=8), st.sampled_from([None, _zonder_merken])
    )
    def proef(antwoorden: dict[str, str], weg: Any) -> None:
        verwacht = {}
        for plek, tekst in antwoorden.items():
            blok, *rest = plek.split(".")
            if len(rest) == 2:
                eerder = {p.split(".")[1] for p in antwoorden if p.startswith(f"{blok}.") and p.count(".") == 2}
                rest[0] = str(sorted(eerder).index(rest[0]) + 1)
            verwacht[".".join([blok, *rest])] = " ".join(tekst.split())
        assert _antwoorden(lees_formulier(formulier(antwoorden, weg), opzet)) == verwacht

    proef()


# ---- wat mensen met een formulier doen ----


def _kopieer_tabel(w: Any) -> None:
    tafel = _tafel(w, "gedraging.3.waar")
    kopie = copy.deepcopy(tafel)
    tafel.addnext(kopie)
    kopie.addprevious(_p(""))
    _zet(next(v for v in kopie.iter(f"{W}sdt") if v.find(f"{W}sdtPr/{W}tag").get(f"{W}val").endswith("waar")), "Gang")


def _kopieer_rij(w: Any, plek: str, tekst: str) -> None:
    rij = _rij(w, plek)
    kopie = copy.deepcopy(rij)
    rij.addnext(kopie)
    _zet(next(kopie.iter(f"{W}sdt")), tekst)


def _naast(w: Any, plek: str) -> None:
    """Typed in the cell, under the box."""
    _cel(w, plek).append(_p("ernaast getypt"))


def _nieuwe_rij(w: Any, plek: str, *cellen: str) -> None:
    rij = etree.Element(f"{W}tr")
    for tekst in cellen:
        etree.SubElement(rij, f"{W}tc").append(_p(tekst))
    _rij(w, plek).addnext(rij)


def _extra_cel(w: Any) -> None:
    etree.SubElement(_rij(w, "klager.plaats"), f"{W}tc").append(_p("nog iets"))


def _wissel(w: Any) -> None:
    """The box of one question moved to another."""
    een, ander = _vak(w, "gedraging.1.waar"), _vak(w, "gedraging.1.wanneer")
    een.getparent().append(ander)
    een.getparent().remove(een)


def _meer_alineas(w: Any) -> None:
    """As Word has it after Enter in a box: the box around the paragraphs."""
    vak = _vak(w, "gedraging.1.omschrijving")
    alinea = vak.getparent()
    alinea.addprevious(vak)
    alinea.getparent().remove(alinea)
    vak.find(f"{W}sdtContent")[:] = [_p("Eerst dit."), _p("Toen dat.")]


def _vak_om_de_cel(w: Any) -> None:
    """As Word has it where a box is all there is in a cell: the box around the cell."""
    vak, cel = _vak(w, "klager.naam"), _cel(w, "klager.naam")
    inhoud = vak.find(f"{W}sdtContent")
    cel.addprevious(vak)
    alinea = cel.find(f"{W}p")
    alinea.extend(list(inhoud))
    inhoud.append(cel)


def _leg_in(w: Any, van: str, naar: str) -> None:
    """A box copied over another."""
    vak = _vak(w, naar)
    vak.addprevious(copy.deepcopy(_vak(w, van)))
    vak.getparent().remove(vak)


def _voeg_samen(w: Any) -> None:
    """As Word does where what stood between two tables is taken out."""
    _zet(_vak(w, "aangeklaagde.1.functie"), "Chef")
    een, ander = _tafel(w, "klager.naam"), _tafel(w, "aangeklaagde.1.naam")
    een.extend(list(ander.iter(f"{W}tr")))
    ander.getparent().remove(ander)


def _kolom_ervoor(w: Any) -> None:
    for rij in _tafel(w, "klager.naam").iter(f"{W}tr"):
        rij.find(f"{W}tc").addprevious(etree.Element(f"{W}tc"))


def _merk_om_alles(w: Any) -> None:
    vak = copy.deepcopy(_vak(w, "klager.naam"))
    vak.find(f"{W}sdtContent")[:] = list(w[0])
    w[0].append(vak)


def _opmerking_in_xml(w: Any) -> None:
    """Word shows what stands around it as one text."""
    _zet(_vak(w, "klager.adres"), "Laan")
    opmerking = etree.Comment("Plein")
    opmerking.tail = " 3"
    next(_vak(w, "klager.adres").find(f"{W}sdtContent").iter(f"{W}t")).append(opmerking)


def _andere_vraag(w: Any) -> None:
    next(_rij(w, "klager.plaats")[1].iter(f"{W}t")).text = "Geboren te"


def _ander_artikel(w: Any) -> None:
    """As on a form of before, under another version of the regulation."""
    *_, tekst = _rij(w, "klager.adres")[1].iter(f"{W}t")
    assert tekst.text.startswith("(art.")
    tekst.text = "(art. 3 lid 2)"


def _telefoon_in_de_kop(w: Any) -> None:
    _tafel(w, "aangeklaagde.1.naam").find(f".//{W}t").text = "Persoon 0600000000"
    _rij(w, "aangeklaagde.1.functie").getparent().remove(_rij(w, "aangeklaagde.1.functie"))


def _afbeelding(w: Any, plek: str) -> None:
    etree.SubElement(_p_in(w, plek), f"{W}drawing")


def _p_in(w: Any, plek: str) -> Any:
    return etree.SubElement(_vak(w, plek).find(f"{W}sdtContent"), f"{W}r")


# naam, wat er met het formulier gebeurt, wat er anders wordt gelezen (None: niet), woorden in let_op, twijfel bij
VREEMD: list[tuple[str, Callable[[Any], object], dict[str, str | None], tuple[str, ...], dict[str, str]]] = [
    ("een tabel erbij gekopieerd", _kopieer_tabel, {"gedraging.2.waar": "Gang"}, (), {}),
    ("een rij met een naam erbij", lambda w: _kopieer_rij(w, "aangeklaagde.1.naam", "R. Zomer"),
     {"aangeklaagde.2.naam": "R. Zomer"}, (), {"aangeklaagde.2.naam": ERBIJ}),
    ("tweemaal, verschillend", lambda w: _kopieer_rij(w, "klager.plaats", "Delft"), {"klager.plaats": None},
     ("Uw gegevens, 'Woonplaats': dit staat er tweemaal",), {}),
    ("tweemaal hetzelfde", lambda w: _kopieer_rij(w, "klager.plaats", "Den Haag"), {}, (), {}),
    ("een vraag weg", lambda w: _rij(w, "klager.email").getparent().remove(_rij(w, "klager.email")), {},
     ("Uw gegevens: niet meer op het formulier staat 'E-mailadres'.",), {}),
    ("een deel weg", lambda w: _tafel(w, "stappen").getparent().remove(_tafel(w, "stappen")), {},
     ("Het deel 'Wat u al deed' staat niet meer op het formulier.",), {}),
    ("een vak van meer alinea's", _meer_alineas, {"gedraging.1.omschrijving": "Eerst dit.\nToen dat."}, (), {}),
    ("een vak om de cel", _vak_om_de_cel, {}, (), {}),
    ("naast een gevuld vak", lambda w: _naast(w, "klager.naam"), {},
     ("Uw gegevens, 'Uw naam': naast het vak staat nog tekst",), {}),
    ("naast een leeg vak", lambda w: _naast(w, "klager.adres"), {"klager.adres": "ernaast getypt"}, (),
     {"klager.adres": ERNAAST}),
    ("in het vak met de vraag", lambda w: _rij(w, "klager.adres")[1].append(_p("Laan 3")), {},
     ("Uw gegevens, 'Straat en huisnummer': in het vak met de vraag staat nog iets",), {}),
    ("in de kop van een tabel", lambda w: _tafel(w, "stap.2.wanneer").find(f"{W}tr")[2].append(_p("zie bijlage")), {},
     ("Stap 2: in de kop van de tabel staat iets",), {}),
    ("een eigen rij", lambda w: _nieuwe_rij(w, "klager.plaats", "Land", "Belgie"), {},
     ("Uw gegevens: hier staat een rij die het formulier niet kent",), {}),
    ("een rij zonder vraag", lambda w: _nieuwe_rij(w, "gedraging.1.omschrijving", "", "en hij sloeg"), {},
     ("Gebeurtenis 1: hier staat een rij die het formulier niet kent",), {}),
    ("een lege rij", lambda w: _nieuwe_rij(w, "gedraging.1.omschrijving", "", ""), {}, (), {}),
    ("een cel erbij", _extra_cel, {}, ("Uw gegevens, 'Woonplaats': ernaast staat nog een cel met tekst",), {}),
    ("een vak bij een andere vraag", _wissel, {"gedraging.1.wanneer": None},
     ("Gebeurtenis 1: hier staan 'Wanneer was dat?' en 'Waar was dat?' door elkaar",), {}),
    ("een vak van een andere tabel", lambda w: _leg_in(w, "klager.naam", "aangeklaagde.1.naam"),
     {"aangeklaagde.1.naam": None},
     ("Persoon 1: hier staat een vak van een andere tabel (Uw gegevens, 'Uw naam')",), {}),
    ("twee vakken in een cel", lambda w: _vak(w, "klager.adres").addnext(copy.deepcopy(_vak(w, "klager.plaats"))), {},
     ("Uw gegevens: hier staan 'Straat en huisnummer' en 'Woonplaats' door elkaar",), {}),
    ("twee tabellen aaneen", _voeg_samen, {"aangeklaagde.1.functie": "Chef"}, (), {}),
    ("een kolom ervoor", _kolom_ervoor, {}, ("Uw gegevens: hier staat een rij die het formulier niet kent",), {}),
    ("een merk om het hele formulier", _merk_om_alles, {}, (), {}),
    ("drie eigen rijen", lambda w: [_nieuwe_rij(w, "klager.plaats", "Land", str(n)) for n in range(3)], {},
     ("Uw gegevens: hier staat een rij die het formulier niet kent; niet overgenomen (3 keer).",), {}),
    ("tussen haakjes bij de vraag", lambda w: _rij(w, "klager.telefoon")[1].append(_p("(na zes uur)")), {},
     ("Uw gegevens, 'Telefoonnummer': in het vak met de vraag staat nog iets",), {}),
    ("een ander artikel bij de vraag", _ander_artikel, {}, (), {}),
    ("een nummer dat geen nummer is", _telefoon_in_de_kop, {}, ("Persoon 1: niet meer op het formulier staat",), {}),
    ("heel veel cijfers", lambda w: w[0].insert(0, _vreemde_tabel("1" * 300_000 + "x")), {},
     ("Tabellen die niet van het formulier zijn: 1",), {}),
    ("een ingevoegd bestand", lambda w: w[0].insert(0, etree.Element(f"{W}altChunk")), {},
     ("Bovenaan staat iets buiten de vakken",), {}),
    ("een andere vraag naast het vak", _andere_vraag, {},
     ("Uw gegevens, 'Woonplaats': in het vak met de vraag staat nog iets",), {"klager.plaats": ANDERE_VRAAG}),
    ("een stuurteken", lambda w: _zet(_vak(w, "klager.adres"), "Laan\x9b2J 3"), {"klager.adres": "Laan\ufffd2J 3"}, (),
     {}),
    ("een opmerking in de XML", _opmerking_in_xml, {"klager.adres": "Laan 3"}, (), {}),
    ("een formule", lambda w: etree.SubElement(_p_in(w, "klager.naam"), f"{M}oMath"), {},
     ("Uw gegevens, 'Uw naam': in het vak staat ook een formule",), {}),
    ("tussen de tabellen", lambda w: _tafel(w, "gedraging.1.waar").addprevious(_p("En dan nog dit.")), {},
     ("Onder '3. Wat is er gebeurd?' staat iets buiten de vakken (1 alinea)",), {}),
    ("na het einde", lambda w: [w[0].insert(-1, _p(t)) for t in ("PS", "PPS")], {},
     ("Onder 'Andere hulp' staat iets buiten de vakken (2 alinea's)",), {}),
    ("een vreemde tabel", lambda w: w[0].insert(0, copy.deepcopy(_vreemde_tabel())), {},
     ("Tabellen die niet van het formulier zijn: 1",), {}),
    ("bijgehouden wijzigingen", lambda w: _cel(w, "klager.adres").append(_p("Laan 3", in_="ins")),
     {"klager.adres": "Laan 3"}, (), {"klager.adres": f"bijgehouden wijzigingen; {ERNAAST}"}),
    ("als wijziging weggehaald", lambda w: _cel(w, "klager.adres").append(_p("Laan 3", in_="del")), {},
     ("Uw gegevens, 'Straat en huisnummer': hier staan bijgehouden wijzigingen",), {}),
    ("een opmerking in de kantlijn", lambda w: etree.SubElement(_p_in(w, "klager.naam"), f"{W}commentReference"), {},
     ("Uw gegevens, 'Uw naam': in het vak staat ook een opmerking in de kantlijn",), {}),
    ("verborgen tekst", lambda w: _cel(w, "klager.naam").append(_p("geheim", letter="vanish")), {},
     ("Uw gegevens, 'Uw naam': in het vak staat ook verborgen tekst",), {}),
    ("een afbeelding", lambda w: _afbeelding(w, "gedraging.1.omschrijving"), {},
     ("Gebeurtenis 1, 'Wat gebeurde er?': in het vak staat ook een afbeelding",), {}),
    ("een handtekening", lambda w: _afbeelding(w, "ondertekend"), {},
     ("In het vak 'Handtekening' staat een afbeelding. Of het is ondertekend, stelt u zelf vast.",), {}),
    ("een handtekening als bestand", lambda w: etree.SubElement(_p_in(w, "ondertekend"), f"{W}object"), {},
     ("In het vak 'Handtekening' staat een ingevoegd bestand.",), {}),
    ("de voorgedrukte tekst middenin", lambda w: _zet(_vak(w, "klager.adres"), f"Laan {PLAATSHOUDERS['tekst']} 3"),
     {"klager.adres": f"Laan {PLAATSHOUDERS['tekst']} 3"}, (), {"klager.adres": VOORGEDRUKT}),
    ("de voorgedrukte tekst erbij", lambda w: _zet(_vak(w, "klager.adres"), f"{PLAATSHOUDERS['tekst']} Laan 3"),
     {"klager.adres": "Laan 3"}, (), {"klager.adres": VOORGEDRUKT}),
    ("leeggemaakt in Word", lambda w: _zet(_vak(w, "klager.adres"), "Klik of tik om tekst in te voeren."), {}, (), {}),
    ("een tabel in een vak", lambda w: _cel(w, "klager.adres").append(_vreemde_tabel()),
     {"klager.adres": "los"}, (), {"klager.adres": f"een tabel; {ERNAAST}"}),
]  # fmt: skip


def _vreemde_tabel(tekst: str = "los") -> Any:
    tafel = etree.Element(f"{W}tbl")
    etree.SubElement(etree.SubElement(tafel, f"{W}tr"), f"{W}tc").append(_p(tekst))
    return tafel


@pytest.mark.parametrize(("naam", "doe", "anders", "woorden", "twijfel"), VREEMD, ids=[v[0] for v in VREEMD])
def test_wat_mensen_met_een_formulier_doen(
    naam: str, doe: Any, anders: dict[str, str | None], woorden: tuple[str, ...], twijfel: dict[str, str],
    opzet: Opzet, formulier: Vul,
) -> None:  # fmt: skip
    """The rest is read as ever; nothing of what was written is in a remark."""
    gelezen = lees_formulier(formulier(INGEVULD, doe), opzet)
    assert _antwoorden(gelezen) == {p: t for p, t in (INGEVULD | anders).items() if t is not None}
    assert {a.plek: a.twijfel for a in gelezen.antwoorden if a.twijfel} == twijfel
    gezegd = [zin for zin in gelezen.let_op if not zin.startswith(HANDTEKENING)]
    assert len(gezegd) == len(woorden), gezegd
    for woord, zin in zip(woorden, gezegd, strict=True):
        assert zin.startswith(woord)
        assert zin.endswith(".")
    for geheim in (
        "Laan 3",
        "0600000000",
        "zes uur",
        "Zomer",
        "Delft",
        "geheim",
        "Belgie",
        "sloeg",
        "ernaast getypt",
        "Boone",
    ):
        assert geheim not in " ".join(gelezen.let_op)


def test_wat_de_regeling_van_nu_niet_vraagt_wordt_gemeld(formulier: Vul) -> None:
    """A form of another regulation asks for more; the questions at the terminal do not know of it either."""
    regeling = lees_regeling(REGELINGEN / "awb-9" / "2026-01-01.toml")
    awb = maak_opzet(regeling, Commissie(regeling.id), artikelen(regeling.vereiste), None)
    gelezen = lees_formulier(formulier({"procedures.cao_procedure": "ja", "procedures.rechter": "ja"}), awb)
    assert _antwoorden(gelezen) == {"procedures.rechter": "ja"}
    waar = "Andere procedures, 'Bent u een procedure uit de Cao Rijk begonnen?'"
    assert f"{waar}: de regeling vraagt dit niet; niet overgenomen." in gelezen.let_op


# ---- wat geen formulier is ----


def _zip(**delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def _met_deel(ruw: bytes, naam: str, inhoud: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ruw)) as zip_:
        return _zip(**{n: zip_.read(n) for n in zip_.namelist()} | {naam: inhoud})


def _met_doctype(ruw: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ruw)) as zip_:
        xml = zip_.read("word/document.xml")
    lach = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    return _met_deel(ruw, "word/document.xml", lach + xml)


def _onder_een_andere_naam(ruw: bytes) -> bytes:
    """Where nobody looked for a DOCTYPE."""
    with zipfile.ZipFile(io.BytesIO(ruw)) as zip_:
        soorten = zip_.read("[Content_Types].xml").replace(b"word/document.xml", b"word/document.bin")
        document = zip_.read("word/document.xml")
    return _met_deel(_met_deel(ruw, "[Content_Types].xml", soorten), "word/document.bin", document)


def _twee_documenten(ruw: bytes) -> bytes:
    """Two parts that each say to be the document."""
    with zipfile.ZipFile(io.BytesIO(ruw)) as zip_:
        soorten, document = zip_.read("[Content_Types].xml"), zip_.read("word/document.xml")
    erbij = re.sub(rb'(<Override PartName="/word/)document(.xml"[^>]*>)', rb"\g<0>\1document2\2", soorten)
    return _met_deel(_met_deel(ruw, "[Content_Types].xml", erbij), "word/document2.xml", document)


def _tweemaal(ruw: bytes) -> bytes:
    """One reader takes the first of two parts with one name, another the last."""
    with zipfile.ZipFile(uit := io.BytesIO(ruw), "a") as zip_, pytest.warns(UserWarning, match="Duplicate"):
        zip_.writestr("word/document.xml", zip_.read("word/document.xml"))
    return uit.getvalue()


def _anders_ingepakt(ruw: bytes) -> bytes:
    with zipfile.ZipFile(uit := io.BytesIO(), "w", zipfile.ZIP_LZMA) as zip_:
        zip_.writestr("word/document.xml", ruw)
    return uit.getvalue().replace(uit.getvalue()[60:80], bytes(20))


def _veel(ruw: bytes) -> bytes:
    return _zip(**{f"word/{n}.bin": b"" for n in range(2500)})


KAPOT: list[tuple[str, Callable[[bytes], bytes], str, str]] = [
    ("afgekapt", lambda r: r[: len(r) // 2], "formulier-onleesbaar", "beschadigd"),
    ("een zipbom", lambda r: _met_deel(r, "word/media/x.bin", bytes(60_000_000)), "formulier-onleesbaar",
     "groter dan 50 MB"),
    ("een zipbom van alinea's", lambda r: _met_deel(r, "word/document.xml", b"<w:p/>" * 900_000),
     "formulier-onleesbaar", "een deel ervan groter dan 5 MB"),
    ("een document onder een andere naam", _onder_een_andere_naam, "formulier-onleesbaar", "geen Word-document"),
    ("twee documenten", _twee_documenten, "formulier-onleesbaar", "geen Word-document"),
    ("tweemaal hetzelfde deel", _tweemaal, "formulier-onleesbaar", "tweemaal"),
    ("anders ingepakt", _anders_ingepakt, "formulier-onleesbaar", "zoals Word dat niet doet"),
    ("heel veel delen", _veel, "formulier-onleesbaar", "meer dan 2000 delen"),
    ("een DOCTYPE", _met_doctype, "formulier-onleesbaar", "DOCTYPE"),
    ("een oud Word-bestand", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "geen-docx", "wachtwoord"),
    ("een tekst van LibreOffice", lambda _: _zip(mimetype=b"application/vnd.oasis.opendocument.text"), "geen-docx",
     ".odt"),
    ("een zip zonder document", lambda _: _zip(x=b"y"), "formulier-onleesbaar", "geen Word-document"),
    ("geen bytes", lambda _: b"PK\x03\x04", "formulier-onleesbaar", "geen docx"),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "maak", "code", "woord"), KAPOT, ids=[k[0] for k in KAPOT])
def test_wat_niet_te_lezen_is(
    naam: str, maak: Callable[[bytes], bytes], code: str, woord: str, opzet: Opzet, formulier: Vul
) -> None:
    ruw = maak(formulier(INGEVULD))
    with pytest.raises(Invoerfout, match=woord) as fout:
        lees_formulier(ruw, opzet)
    assert fout.value.code == code
    assert "klacht ontvang --stuk" in fout.value.herstel
    assert not is_formulier(ruw)


def test_een_brief_is_geen_formulier(opzet: Opzet, formulier: Vul) -> None:
    """Any other Word document points to what to do with a letter."""
    ruw = formulier({}, lambda w: [t.getparent().remove(t) for t in list(w.iter(f"{W}tbl"))])
    with pytest.raises(Invoerfout, match="niet het formulier") as fout:
        lees_formulier(ruw, opzet)
    assert fout.value.code == "geen-formulier"
    assert is_formulier(formulier())
    assert not is_formulier(ruw)


def test_meer_tabellen_dan_iemand_invult(opzet: Opzet, formulier: Vul) -> None:
    def vul(w: Any) -> None:
        tafel = _tafel(w, "aangeklaagde.1.naam")
        for _ in range(MEESTE + 1):
            tafel.addnext(copy.deepcopy(tafel))

    with pytest.raises(Invoerfout, match=f"meer dan {MEESTE} van de tabel 'Persoon'"):
        lees_formulier(formulier({}, vul), opzet)
