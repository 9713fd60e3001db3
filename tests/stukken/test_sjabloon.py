"""The engine behind every letter: what goes in comes out, a hole never does, and a mistake is named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

import pytest
from docx import Document
from docx.oxml import OxmlElement
from lxml import etree

from klachtcli.fouten import Invoerfout, KlachtFout, Onbruikbaar
from klachtcli.stukken.sjabloon import Sjabloon, laad

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx(*alineas: str | Iterable[str], kop: str = "", voet: str = "") -> bytes:
    """A docx with these paragraphs; a paragraph given as several texts gets a run for each."""
    blad = Document()
    for alinea in alineas:
        regel = blad.add_paragraph()
        for stuk in [alinea] if isinstance(alinea, str) else alinea:
            regel.add_run(stuk)
    if kop:
        blad.sections[0].header.paragraphs[0].text = kop
    if voet:
        blad.sections[0].footer.paragraphs[0].text = voet
    return bewaar(blad)


def bewaar(blad: object) -> bytes:
    buffer = io.BytesIO()
    blad.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def lees(ruw: bytes, deel: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(ruw)).read(deel)


def sjabloon(*alineas: str | Iterable[str], **rest: str) -> Sjabloon:
    return laad(docx(*alineas, **rest), "proefbrief")


def tekst(ruw: bytes) -> list[str]:
    return [p.text for p in Document(io.BytesIO(ruw)).paragraphs]


# --- what goes in comes out


@pytest.mark.parametrize(
    "waarde",
    [
        "Jansen & Zn <x>",
        "=1+1",
        "O'Neil",
        '"quotes" en “krullen”',
        "Ünal-Çelik",
        "🙂 👩🏽‍⚖️",
        "שלום עליכם",
        "مرحبا",
        "{{ 7*7 }}",
        "{% raw %} {# niets #} {_{ }_}",
        "  voor en na  ",
        "a  b",
        "&amp; &lt;",
        "]]>",
        "\\1 \\g<0>",
        "regel 1\nregel 2",
        "kolom\tkolom",
        "\nbegin",
    ],
)
def test_een_waarde_komt_er_uit_zoals_zij_er_in_ging(waarde: str) -> None:
    assert tekst(sjabloon("<{{ x }}> & {{ x }}").vul({"x": waarde})) == [f"<{waarde}> & {waarde}"]


@pytest.mark.parametrize("einde", ["\r\n", "\r", "\n", "\x0b"])
def test_een_nieuwe_regel_is_een_regel_in_word(einde: str) -> None:
    uit = sjabloon("{{ x }}").vul({"x": f"een{einde}twee"})
    assert tekst(uit) == ["een\ntwee"]
    assert len(list(etree.fromstring(lees(uit, "word/document.xml")).iter(f"{W}br"))) == 1


def test_spaties_blijven_staan() -> None:
    uit = sjabloon("{{ x }}").vul({"x": " voor\n na "})
    delen = list(etree.fromstring(lees(uit, "word/document.xml")).iter(f"{W}t"))
    assert [t.text for t in delen] == [" voor", " na "]
    assert {t.get("{http://www.w3.org/XML/1998/namespace}space") for t in delen} == {"preserve"}


def test_een_plaatshouder_die_word_heeft_opgeknipt() -> None:
    bron = sjabloon(["{", "{ na", "am }", "} hier"], ["{%", "p if na", "am %}"], "ja", ["{%p en", "dif %}"])
    assert tekst(bron.vul({"naam": "K. Verbeek"})) == ["K. Verbeek hier", "ja"]


def test_kop_voet_en_tekst_doen_mee() -> None:
    bron = sjabloon("{{ a }}", kop="{{ b }}", voet="{% if c %}{{ d }}{% endif %}")
    assert bron.namen == {"a", "b", "c", "d"}
    deel = Document(io.BytesIO(bron.vul({"a": "1", "b": "twee", "c": "ja", "d": "vier"}))).sections[0]
    assert (deel.header.paragraphs[0].text, deel.footer.paragraphs[0].text) == ("twee", "vier")


def test_keuze_en_herhaling_laten_geen_lege_alinea_na() -> None:
    bron = sjabloon(
        "{%p if x %}", "met", "{%p else %}", "zonder", "{%p endif %}", "{%p for s in r %}", "{{ s }}", "{%p endfor %}"
    )
    assert tekst(bron.vul({"x": "ja", "r": ["een", "twee"]})) == ["met", "een", "twee"]
    assert tekst(bron.vul({"x": "", "r": []})) == ["zonder"]


def test_rijen_velden_tellers_en_bewerkingen() -> None:
    blad = Document()
    tabel = blad.add_table(rows=3, cols=2)
    for cel, inhoud in zip(
        [c for rij in tabel.rows for c in rij.cells],
        ["{%tr for s in stukken %}", "", "{{ loop.index }}", "{{ s.naam }}", "{%tr endfor %}", ""],
        strict=True,
    ):
        cel.text = inhoud
    blad.add_paragraph("{{ leden|join(' en ') }}; {{ leden|length }}; {{ kop|upper }}")
    uit = laad(bewaar(blad), "proefbrief").vul(
        {"stukken": [{"naam": "een & ander"}, {"naam": "<twee>"}], "leden": ["A & B", "C"], "kop": "é"}
    )
    gelezen = Document(io.BytesIO(uit))
    assert [[c.text for c in rij.cells] for rij in gelezen.tables[0].rows] == [["1", "een & ander"], ["2", "<twee>"]]
    assert gelezen.paragraphs[-1].text == "A & B en C; 2; É"


def test_een_cel_zonder_regels_blijft_een_cel() -> None:
    blad = Document()
    cel = blad.add_table(rows=1, cols=1).rows[0].cells[0]
    cel.text = "{%p for s in r %}"
    cel.add_paragraph("{{ s }}")
    cel.add_paragraph("{%p endfor %}")
    uit = Document(io.BytesIO(laad(bewaar(blad), "proefbrief").vul({"r": []})))
    assert [p.text for p in uit.tables[0].rows[0].cells[0].paragraphs] == [""]


# --- the same case gives the same bytes


def test_dezelfde_zaak_geeft_dezelfde_bytes() -> None:
    ruw = docx("{{ x }}", voet="{{ x }}")
    bron = laad(ruw, "proefbrief")
    assert bron.vul({"x": "é"}) == bron.vul({"x": "é"}) == laad(ruw, "proefbrief").vul({"x": "é"})


def test_de_brief_zegt_niet_wie_het_sjabloon_maakte_en_wanneer() -> None:
    blad = Document()
    blad.core_properties.author = blad.core_properties.last_modified_by = "P. de Wit"
    blad.add_paragraph("{{ x }}")
    uit = laad(bewaar(blad), "proefbrief").vul({"x": "é"})
    assert b"P. de Wit" not in uit
    eigenschappen = Document(io.BytesIO(uit)).core_properties
    assert (eigenschappen.title, eigenschappen.language, eigenschappen.author) == ("Brief", "nl-NL", "")
    pakket = zipfile.ZipFile(io.BytesIO(uit))
    assert pakket.testzip() is None
    assert {(i.date_time, i.create_system, i.external_attr) for i in pakket.infolist()} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0)
    }


def test_onveranderde_delen_houden_hun_inhoud() -> None:
    ruw = docx("{{ x }}")
    uit = sjabloon("{{ x }}").vul({"x": "1"})
    for naam in ("word/styles.xml", "word/settings.xml", "[Content_Types].xml", "docProps/thumbnail.jpeg"):
        assert lees(uit, naam) == lees(ruw, naam)


# --- a template that is wrong: what is in it -> the code and words in the message

FOUTE_SJABLONEN: dict[str, tuple[tuple[str | Iterable[str], ...], str, str]] = {
    "endif ontbreekt": (("{%p if dagtekening %}", "tekst"), "schrijffout", "ontbreekt endif: «{% if dagtekening %}»"),
    "endfor ontbreekt": (("{% for s in r %}{{ s }}",), "schrijffout", "ontbreekt endfor"),
    "einde zonder begin": (("tekst {% endif %}",), "schrijffout", "hoort bij geen begin"),
    "verkeerd einde": (("{% if x %}a{% endfor %}",), "schrijffout", "hoort bij geen begin"),
    "niet gesloten": (("Geachte {{ naam,", "meer tekst"), "schrijffout", "«Geachte {{ naam,»"),
    "half gesloten": (("Geachte {{ naam },",), "schrijffout", "niet gesloten"),
    "niet geopend": (("Geachte naam }},",), "schrijffout", "niet geopend"),
    "onbekend woord": (("Beste, {% als x %}",), "schrijffout", "«Beste, {% als x %}»"),
    "twee woorden": (("Dag {{ naam klager }}",), "schrijffout", "«Dag {{ naam klager }}»"),
    "leeg": (("Dag {{ }}",), "schrijffout", "«Dag {{ }}»"),
    "tekst naast p-tag": (("Let op {%p if x %}", "{%p endif %}"), "schrijffout", "mag er niets anders staan: «Let op"),
    "twee p-tags": (("{%p if x %}{{ x }}{%p endif %}",), "schrijffout", "mag er niets anders staan"),
    "p-waarde": (("{{p naam }}",), "schrijffout", "hoort een spatie"),
    "onbekende bewerking": (("{{ naam|safe }}",), "schrijffout", "bewerking |safe bestaat niet"),
    "verstopte bewerking": (("{% if x %}{{ naam|tojson }}{% endif %}",), "schrijffout", "|tojson"),
    "twee namen in een herhaling": (("{% for a, b in r %}{% endfor %}",), "schrijffout", "één naam"),
    "binnenkant": (("{{ naam.__class__ }}",), "onveilig", "doet meer"),
    "veld van een tekst": (("{{ x.y }}",), "onveilig", "«{{ x.y }}»"),
    "binnenkant van een regel": (("{% for s in r %}{{ s.__class__ }}{% endfor %}",), "onveilig", "doet meer"),
    "plek": (("{{ r[0] }}",), "onveilig", "doet meer"),
    "aanroep": (("{{ naam.upper() }}",), "onveilig", "doet meer"),
    "rekenen": (("{{ 'a' * 1000000000 }}",), "onveilig", "doet meer"),
    "inlezen": (("{% include 'brief' %}",), "onveilig", "doet meer"),
    "toekennen": (("{% set x = 1 %}",), "onveilig", "doet meer"),
    "macro": (("{% macro m() %}{% endmacro %}",), "onveilig", "doet meer"),
}


@pytest.mark.parametrize("geval", FOUTE_SJABLONEN)
def test_een_fout_sjabloon_wordt_uitgelegd(geval: str) -> None:
    alineas, code, woorden = FOUTE_SJABLONEN[geval]
    with pytest.raises(Onbruikbaar) as fout:
        sjabloon(*alineas)
    assert fout.value.code == f"sjabloon-{code}"
    assert "sjabloon proefbrief" in str(fout.value)
    assert woorden in str(fout.value)
    assert "<w:" not in str(fout.value)


@pytest.mark.parametrize("spoor", ["ins", "del", "commentReference"])
def test_sporen_van_de_redactie_gaan_de_deur_niet_uit(spoor: str) -> None:
    blad = Document()
    alinea = blad.add_paragraph("Geachte {{ naam }},")
    alinea._p.append(OxmlElement(f"w:{spoor}"))
    with pytest.raises(Onbruikbaar, match=r"bijgehouden wijziging of een opmerking .*«Geachte {{ naam }},»"):
        laad(bewaar(blad), "proefbrief")


def test_een_fout_in_de_voet_telt_ook() -> None:
    with pytest.raises(Onbruikbaar, match="ontbreekt endif"):
        sjabloon("goed", voet="{% if x %}")


# --- data that does not fit: template, data -> code and name

GEHEIM = "K. Verbeek"
FOUTE_GEGEVENS: dict[str, tuple[str, Mapping[str, object], str, str]] = {
    "onbekend": ("{{ aanheff }}", {"aanhef": GEHEIM}, "onbekend", "aanheff: bestaat niet; bedoelt u aanhef?"),
    "onbekend in een keuze": ("{% if x %}{{ y }}{% endif %}", {"x": ""}, "onbekend", "y: bestaat niet"),
    "meer onbekend": ("{{ b }}{{ a }}", {}, "onbekend", "kent de plaatshouder niet: a, b"),
    "leeg": ("{{ a }}{{ b }}", {"a": GEHEIM, "b": ""}, "leeg", "b is leeg"),
    "spaties": ("{{ b }}", {"b": " \n"}, "leeg", "b is leeg"),
    "niets": ("{{ b }}", {"b": None}, "leeg", "b is leeg"),
    "lege regel": ("{% for s in r %}{{ s }}{% endfor %}", {"r": [GEHEIM, ""]}, "leeg", "r heeft een lege regel"),
    "lege regel in join": ("{{ r|join }}", {"r": [GEHEIM, None]}, "leeg", "r heeft een lege regel"),
    "leeg veld": ("{% for s in r %}{{ s.naam }}{% endfor %}", {"r": [{"naam": ""}]}, "leeg", "r.naam is leeg"),
    "leeg na bewerking": ("{{ a|upper }}", {"a": ""}, "leeg", "a is leeg"),
    "onbekend veld": ("{% for s in r %}{{ s.naam }}{% endfor %}", {"r": [{}]}, "onbekend", ".naam"),
    "lijst als tekst": ("{{ r }}", {"r": [GEHEIM]}, "geen-tekst", "r is geen tekst"),
    "datum als tekst": ("{{ d }}", {"d": date(2026, 1, 2)}, "geen-tekst", "d is geen tekst"),
    "tekst als lijst": ("{% for s in r %}{{ s }}{% endfor %}", {"r": GEHEIM}, "geen-lijst", "r is geen lijst"),
    "teken": ("{{ a }}", {"a": GEHEIM + "\x00"}, "teken", "a bevat een teken"),
    "los surrogaat": ("{{ a }}", {"a": GEHEIM + "\ud800"}, "teken", "a bevat een teken"),
}


@pytest.mark.parametrize("geval", FOUTE_GEGEVENS)
def test_wat_niet_past_wordt_bij_naam_geweigerd_en_zonder_waarde(geval: str) -> None:
    alinea, gegevens, code, woorden = FOUTE_GEGEVENS[geval]
    bron = sjabloon(alinea)
    with pytest.raises(Invoerfout) as fout:
        bron.vul(gegevens)
    assert fout.value.code == f"plaatshouder-{code}"
    assert woorden in str(fout.value)
    assert GEHEIM not in str(fout.value)


@pytest.mark.parametrize(
    ("alinea", "gegevens"),
    [
        ("{% for s in r %}{{ s.upper }}{% endfor %}", {"r": [GEHEIM]}),
        ("{% for s in r %}{{ s.format }}{% endfor %}", {"r": [GEHEIM]}),
        ("{% for s in r %}{{ loop.nextitem }}{% endfor %}", {"r": [GEHEIM, GEHEIM]}),
        ("{{ a|join('; ') }}", {"a": [{"naam": GEHEIM}]}),
    ],
)
def test_wat_pas_bij_het_vullen_blijkt(alinea: str, gegevens: Mapping[str, object]) -> None:
    bron = sjabloon(alinea)
    with pytest.raises(KlachtFout) as fout:
        bron.vul(gegevens)
    assert fout.value.code in ("sjabloon-onveilig", "sjabloon-schrijffout")
    assert GEHEIM not in str(fout.value)


def test_een_lege_waarde_mag_wel_in_een_keuze() -> None:
    assert tekst(sjabloon("a{% if x %}, {{ x }}{% endif %}").vul({"x": ""})) == ["a"]
