"""The templates that come with the product: complete, neutral, readable, and made from their text."""

from __future__ import annotations

import importlib.util
import io
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from klachtcli.fouten import Invoerfout
from klachtcli.stukken.sjabloon import laad

WORTEL = Path(__file__).parents[2]
BRIEVEN = WORTEL / "templates" / "letters"
LIJST = tomllib.loads((BRIEVEN / "letters.toml").read_text(encoding="utf-8"))["brief"]

GEGEVENS: dict[str, Any] = {
    "commissie_naam": "Klachtencommissie ongewenste omgangsvormen",
    "commissie_adres": ["Postbus 20018", "2500 EA  Den Haag"],
    "secretaris_naam": "M. Zijlstra",
    "secretaris_telefoon": "070-0000000",
    "secretaris_email": "klachten@voorbeeld.nl",
    "adresregels": ["K. Verbeek", "Lange Voorhout 1", "2514 EA  Den Haag"],
    "aanhef": "Geachte mevrouw Verbeek,",
    "datum": "25 april 2026",
    "kenmerk": "K2026-001",
    "betreft": "Uw brief",
    "zegel": "17-9f3a22c177aa01be",
    "regeling_naam": "Klachtenregeling ongewenste omgangsvormen Tweede Kamer",
    "regeling_versie": "1 mei 2021",
    "ontvangen_op": "24 april 2026",
    "ontvangen_via": "per e-mail",
    "dagtekening": "22 april 2026",
    "stukken": ["mail van 3 maart 2026", "verslag van 9 maart 2026"],
    "voorzitter": "mr. A. Bos",
    "leden": ["D. Ünal-Çelik", "S. de Groot"],
    "uiterlijk_ontvankelijkheid": "8 mei 2026",
    "vertrouwenspersoon": "R. Smit, 070-0000001",
    "maatschappelijk_werk": "070-0000002",
    "functionaris_gegevensbescherming": "fg@voorbeeld.nl",
    "bewaren": "Wij bewaren uw dossier twee jaar nadat de zaak klaar is.",
}
MAG_LEEG = {"ontvangen_via": "", "dagtekening": "", "stukken": [], "uiterlijk_ontvankelijkheid": ""}

# letter: element of bronnen/brieven.json -> words of the letter that bring it
ELEMENTEN = {
    "ontvangstbevestiging": {
        "ontvangst met datum en dagtekening": ["Op 24 april 2026 hebben wij", "datum op uw brief is 22 april 2026"],
        "kenmerk en secretaris": ["K2026-001", "M. Zijlstra", "070-0000000", "klachten@voorbeeld.nl"],
        "een commissie adviseert": ["De commissie geeft advies over de klacht"],
        "voorzitter en leden": ["mr. A. Bos, voorzitter", "D. Ünal-Çelik, lid", "S. de Groot, lid"],
        "ontvangen stukken": ["mail van 3 maart 2026", "verslag van 9 maart 2026"],
        "ontvankelijkheid binnen twee weken": ["binnen twee weken", "compleet", "uiterlijk op 8 mei 2026"],
        "uitleg van ontvankelijk": ["Ontvankelijk betekent"],
        "bemiddeling, niet verplicht": ["samen met u of bemiddeling kan helpen", "niet verplicht"],
        "afschrift aan aangeklaagde": ["krijgt de aangeklaagde een kopie", "en van de stukken"],
        "anoniem kan niet": ["Anoniem blijven kan dus niet"],
        "bijstand": ["raadsman of raadsvrouw"],
        "steun": ["de vertrouwenspersoon", "R. Smit", "bedrijfsmaatschappelijk werk", "070-0000002"],
        "privacy": ["alleen om uw klacht te behandelen", "Wij bewaren", "zien", "wissen", "bezwaar", "fg@voorbeeld.nl"],
    }
}


def maker() -> Any:
    """The script tools/maak_sjablonen.py as a module."""
    bron = importlib.util.spec_from_file_location("maak_sjablonen", WORTEL / "tools" / "maak_sjablonen.py")
    assert bron is not None
    assert bron.loader is not None
    module = importlib.util.module_from_spec(bron)
    bron.loader.exec_module(module)
    return module


def gevuld(soort: str, **anders: Any) -> Any:
    ruw = (BRIEVEN / f"{soort}.docx").read_bytes()
    return Document(io.BytesIO(laad(ruw, soort).vul({**GEGEVENS, **anders})))


def alineas(blad: Any) -> list[Any]:
    cellen = [p for tabel in blad.tables for rij in tabel.rows for cel in rij.cells for p in cel.paragraphs]
    return [*cellen, *blad.paragraphs]


def zinnen(blad: Any) -> list[str]:
    """The sentences of the body: what stands between the salutation and the signature."""
    stijlen = ("Normal", "List Bullet", "Heading 1")
    regels = [p.text for p in blad.paragraphs if p.style.name in stijlen]
    los = [re.sub(r"\bart\. |\bmr\. |\b[A-Z]\. ", "", regel) for regel in regels]
    return [z for regel in los for z in re.split(r"(?<=[.?!])\s+", regel) if z.strip()]


def flesch_douma(zinnen: list[str]) -> float:
    woorden = [w for zin in zinnen for w in re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", zin)]
    lettergrepen = sum(max(1, len(re.findall(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+", w.lower()))) for w in woorden)
    return 206.8 - 0.77 * (100 * lettergrepen / len(woorden)) - 0.93 * (len(woorden) / len(zinnen))


def test_bij_elk_sjabloon_hoort_een_brief_en_een_tekst() -> None:
    docx = {pad.name for pad in BRIEVEN.glob("*.docx")}
    assert {b["sjabloon"] for b in LIJST} == docx
    assert {f"{pad.stem}.docx" for pad in (WORTEL / "tools" / "brieven").glob("*.txt")} == docx
    assert {b["soort"] for b in LIJST} == ELEMENTEN.keys()


@pytest.mark.parametrize("brief", LIJST, ids=lambda b: b["id"])
class TestBrief:
    def test_het_script_geeft_deze_bytes(self, brief: dict[str, Any]) -> None:
        module = maker()
        assert module.maak(brief["soort"]) == module.maak(brief["soort"]) == (BRIEVEN / brief["sjabloon"]).read_bytes()

    def test_alle_plaatshouders_zijn_bekend(self, brief: dict[str, Any]) -> None:
        namen = laad((BRIEVEN / brief["sjabloon"]).read_bytes(), brief["soort"]).namen
        assert namen <= GEGEVENS.keys()
        assert set(brief["verplicht"]) == namen - MAG_LEEG.keys()

    @pytest.mark.parametrize("leeg", [{}, MAG_LEEG])
    def test_geen_gaten(self, brief: dict[str, Any], leeg: dict[str, Any]) -> None:
        regels = [p.text for p in alineas(gevuld(brief["soort"], **leeg))]
        assert all(r.strip() for r in regels)
        assert not re.search(r"[{}]|None| [,.]|\(\)|\w  \b(?!Den Haag)", "\n".join(regels))

    def test_een_lege_verplichte_plaatshouder_wordt_geweigerd(self, brief: dict[str, Any]) -> None:
        for naam in brief["verplicht"]:
            leeg: Any = [""] if isinstance(GEGEVENS[naam], list) else ""
            with pytest.raises(Invoerfout, match=naam):
                gevuld(brief["soort"], **{naam: leeg})

    def test_elk_element_staat_erin(self, brief: dict[str, Any]) -> None:
        tekst = "\n".join(p.text for p in alineas(gevuld(brief["soort"])))
        for element, woorden in ELEMENTEN[brief["soort"]].items():
            assert [w for w in woorden if w not in tekst] == [], element

    @pytest.mark.parametrize("leeg", [{}, MAG_LEEG])
    def test_goed_te_lezen(self, brief: dict[str, Any], leeg: dict[str, Any]) -> None:
        tekst = zinnen(gevuld(brief["soort"], **leeg))
        assert [z for z in tekst if len(z.split()) > 25] == []
        assert flesch_douma(tekst) >= 60

    def test_het_blad_verraadt_niets(self, brief: dict[str, Any]) -> None:
        blad = gevuld(brief["soort"])
        betreft = next(p.text for p in blad.paragraphs if p.text.startswith("betreft"))
        assert not re.search(r"klacht|Verbeek|Bos|Groot", betreft, re.IGNORECASE)
        assert "Persoonlijk - vertrouwelijk" in blad.tables[0].rows[0].cells[0].text
        assert blad.core_properties.title == "Brief"

    def test_ondertekening_blijft_bij_elkaar(self, brief: dict[str, Any]) -> None:
        slot = gevuld(brief["soort"]).paragraphs[-5:]
        assert [p.text for p in slot[1:]] == [
            "Met vriendelijke groet,",
            "namens de Klachtencommissie ongewenste omgangsvormen",
            "M. Zijlstra",
            "secretaris",
        ]
        bij_volgende = [p.paragraph_format.keep_with_next or p.style.paragraph_format.keep_with_next for p in slot[:2]]
        assert bij_volgende == [True, True]


def test_betreft_zonder_dagtekening() -> None:
    regels = [p.text for p in gevuld("ontvangstbevestiging", dagtekening="").paragraphs]
    assert "betreft\tUw brief, ontvangen op 24 april 2026" in regels
    assert "betreft\tUw brief van 22 april 2026" in [p.text for p in gevuld("ontvangstbevestiging").paragraphs]


def test_zonder_datum_voor_de_beslissing_staat_er_wanneer_die_komt() -> None:
    tekst = "\n".join(p.text for p in gevuld("ontvangstbevestiging", uiterlijk_ontvankelijkheid="").paragraphs)
    assert "Zodra uw klacht compleet is" in tekst
    assert "uiterlijk op" not in tekst
