"""`klacht formulier`, and `klacht ontvang` of what comes back: what is taken, what is asked, and what is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from klachtcli.cli.formulierantwoorden import als_antwoorden
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.formulier_lezen import Gelezen, lees_formulier
from klachtcli.stukken.formuliertekst import Opzet
from klachtcli.zaak.klaagschrift import Bijlage, Gedraging, Klaagschrift, OndernomenStap, Persoon, Procedures
from klachtcli.zaak.zaak import Zaak

FORMULIEREN = Path(__file__).parents[1] / "formulieren"
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
Klacht = Callable[..., Any]
OP = ("--op", "2026-04-24")
# A form as a klager fills it in; the people are made up, and some of what is in the words of `persoonlijk`.
INGEVULD = {
    "klager.naam": "K. Verbeek-Ünal", "klager.aanhef": "mevrouw", "klager.adres": "Goudsbloemlaan 1",
    "klager.postcode": "2514ea", "klager.plaats": "Den Haag", "klager.functie": "beleidsmedewerker",
    "klager.hoedanigheid": "ambtenaar", "aangeklaagde.1.naam": "R. Dekker",
    "aangeklaagde.1.hoedanigheid": "weet ik niet", "gedraging.1.categorie": "agressie of geweld",
    "gedraging.1.omschrijving": "Hij zuchtte.\nElke week weer.", "gedraging.1.wanneer": "januari 2026 tot maart 2026",
    "gedraging.1.waar": "In de koffiehoek", "gedraging.1.getuigen": "S. Bakker, T. Mol",
    "gedraging.3.omschrijving": "Hij gooide met een map", "stappen": "ja",
    "stap.1.omschrijving": "Een gesprek met vertrouwenspersoon Yara", "procedures.rechter": "nee",
    "procedures.strafzaak": "weet ik niet", "dagtekening": "22 april 2026",
}  # fmt: skip
GELEZEN = Klaagschrift(
    "2026-04-24", dagtekening=date(2026, 4, 22),
    klager=Persoon(naam="K. Verbeek-Ünal", aanhef="mevrouw", adres="Goudsbloemlaan 1", postcode="2514 EA",
                   plaats="Den Haag", functie="beleidsmedewerker", hoedanigheid="ambtenaar"),
    aangeklaagde=(Persoon(naam="R. Dekker"),),
    gedraging=(
        Gedraging("agressie en geweld", "Hij zuchtte.\nElke week weer.", "2026-01/2026-03", "In de koffiehoek",
                  ("S. Bakker", "T. Mol")),
        Gedraging(omschrijving="Hij gooide met een map"),
    ),
    stap=(OndernomenStap("Een gesprek met vertrouwenspersoon Yara"),),
    procedures=Procedures(rechter=False),
    bijlage=(Bijlage("formulier.docx", "Het formulier zoals het is ingevuld"),),
)  # fmt: skip


@pytest.fixture
def post(tmp_path: Path, formulier: Callable[..., bytes]) -> Path:
    """A folder with a form that was filled in, one that was not, and what is none."""
    map_ = tmp_path / "post"
    map_.mkdir()
    (map_ / "klacht van K. Verbeek-Ünal.docx").write_bytes(formulier(INGEVULD))
    (map_ / "leeg.docx").write_bytes(formulier())
    (map_ / "brief.docx").write_bytes(formulier({}, lambda w: [t.getparent().remove(t) for t in [*w.iter("{*}tbl")]]))
    (map_ / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (map_ / "brief.rtf").write_bytes(rb"{\rtf1 hallo}")
    with zipfile.ZipFile(map_ / "brief.odt", "w") as odt:
        odt.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return map_


@pytest.fixture
def ingevuld(post: Path) -> str:
    """The form that was filled in."""
    return str(post / "klacht van K. Verbeek-Ünal.docx")


def _zaak(werkmap: Werkmap) -> Zaak:
    with werkmap.journaal() as journaal:
        (zaak,) = Dossiers(journaal).zaken(alle=True)
        return zaak


# ---- maken ----


def test_het_formulier_komt_waar_men_het_vraagt(
    klacht: Klacht, tmp_path: Path, formulier: Callable[..., bytes]
) -> None:
    """Without an extension, in a folder, and again; what another wrote stays."""
    for gevraagd, pad in ((tmp_path / "a.docx", "a.docx"), (tmp_path / "b", "b.docx"), (tmp_path, "klaagschrift.docx")):
        uit = klacht("formulier", "-o", str(gevraagd))
        assert uit.code == 0, uit
        assert "Klachtenregeling ongewenste omgangsvormen Tweede Kamer, versie 2021-05-01" in uit.uit
        assert "Let op" not in uit.uit
        with zipfile.ZipFile(tmp_path / pad) as zip_:
            assert zip_.read("word/document.xml")
    assert klacht("formulier", "-o", str(tmp_path / "a.docx")).code == 0
    (tmp_path / "a.docx").write_bytes(formulier(INGEVULD))
    klacht("formulier", "-o", str(tmp_path / "a.docx")).eis_fout(4, "formulier-niet-te-schrijven", "er staat al")
    assert (tmp_path / "a.docx").read_bytes() == formulier(INGEVULD)
    klacht("formulier", "-o", str(tmp_path / "a.pdf")).eis_fout(2, "geen-docx", ".docx")
    uit = klacht("formulier", "-o", str(tmp_path / "klacht van K.Verbeek"))
    uit.eis_fout(2, "geen-docx", ".docx")
    assert "Verbeek" not in uit.fout
    klacht("formulier", "-o", str(tmp_path / "nee" / "a.docx")).eis_fout(4, "formulier-niet-te-schrijven", "de map")


def test_buiten_een_werkmap_zegt_het_wat_er_niet_op_staat(
    klacht: Klacht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shipped configuration knows no committee."""
    from klachtcli.cli.start import voer_uit

    (tmp_path / "elders").mkdir()
    monkeypatch.chdir(tmp_path / "elders")
    monkeypatch.delenv("KLACHT_MAP")
    assert voer_uit(["formulier"]) == 0
    assert "niet ingevuld in config/commissie.toml, en dus niet op het formulier: adres, " in capsys.readouterr().out
    assert (tmp_path / "elders" / "klaagschrift.docx").is_file()


def test_wat_de_commissie_niet_invulde(klacht: Klacht, werkmap: Werkmap, tmp_path: Path) -> None:
    (werkmap.config / "commissie.toml").write_text('regeling = "awb-9"\n')
    uit = klacht("formulier", "-o", str(tmp_path / "a.docx"), "--json")
    assert uit.json["regeling"] == "awb-9"
    assert uit.json["ontbreekt"] == ["adres", "secretaris.email", "secretaris.telefoon", "vertrouwenspersoon",
                                     "maatschappelijk_werk"]  # fmt: skip


# ---- teruglezen ----


def test_van_een_formulier_naar_een_zaak(klacht: Klacht, werkmap: Werkmap, ingevuld: str) -> None:
    """What the boxes hold is the klaagschrift; what is open the check says; the form itself is kept, sealed."""
    uit = klacht("ontvang", ingevuld, *OP)
    assert uit.code == 0, uit
    assert "Let op: Van het formulier zijn 18 antwoorden overgenomen. Het is bewaard als stuk." in uit.uit
    assert "In het vak 'Handtekening' staat niets." in uit.uit
    zaak = _zaak(werkmap)
    assert zaak.klaagschrift == GELEZEN
    with werkmap.journaal() as journaal:
        assert [journaal.lees_stuk(s) for s in zaak.stukken] == [Path(ingevuld).read_bytes()]
    for pad in werkmap.pad.rglob("*"):
        assert not pad.is_file() or b"Verbeek" not in pad.read_bytes(), pad
    bevindingen = {b["vereiste"]: b["status"] for b in klacht("toets", "1", "--json").json["bevindingen"]}
    assert (bevindingen["9.1.a"], bevindingen["9.1.b"], bevindingen["9.1.e"]) == ("ontbreekt", "voldaan", "ontbreekt")
    assert klacht("audit", "herspeel").code == 0


def test_als_proef_met_een_moment_en_een_stuk(klacht: Klacht, werkmap: Werkmap, ingevuld: str,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(Path(ingevuld).parent)
    uit = klacht("ontvang", ingevuld, "--op", "2026-04-23T16:42", "--stuk", "brief.rtf", "--proef", "--json")
    assert (uit.code, uit.json["ontvangen_op"], uit.json["stukken"]) == (0, "2026-04-23T16:42:00+02:00", 2)
    with werkmap.journaal() as journaal:
        assert list(Dossiers(journaal).zaken(alle=True)) == []


def test_hetzelfde_formulier_is_een_klacht(klacht: Klacht, ingevuld: str) -> None:
    """Also where it is said to have come in on another day."""
    assert klacht("ontvang", ingevuld, *OP).code == 0
    uit = klacht("ontvang", ingevuld, "--op", "2026-04-23")
    uit.eis_fout(3, "al-ontvangen", "precies dit formulier", "K2026-001", "--toch")
    assert klacht("ontvang", ingevuld, "--op", "2026-04-23", "--toch").code == 0


def test_uit_libreoffice_vraagt_het_een_mens(klacht: Klacht, werkmap: Werkmap) -> None:
    """LibreOffice drops what the boxes are called; without somebody to look nothing is taken, with --ja all of it."""
    pad = str(FORMULIEREN / "libreoffice.docx")
    uit = klacht("ontvang", pad, *OP)
    uit.eis_fout(2, "bevestiging-nodig", "14 antwoorden", "Gebeurtenis 1, 'Wanneer was dat?'", "--ja")
    assert "Boone" not in uit.fout
    assert klacht("ontvang", pad, *OP, "--ja").code == 0
    k = _zaak(werkmap).klaagschrift
    assert (k.klager.naam, k.aangeklaagde[0].naam, k.geen_stappen) == ("Karin Boone", "P. Winter", True)
    assert k.gedraging == (
        Gedraging("pesten", "Hij schreeuwde in het overleg.\nElke week weer.", "2026-03", "Vergaderzaal"),
    )


def test_een_rommelig_formulier_uit_libreoffice(klacht: Klacht, werkmap: Werkmap) -> None:
    """A row added, a question gone, words in the wrong place, a day that is none: each has its answer."""
    uit = klacht("ontvang", str(FORMULIEREN / "libreoffice-anders.docx"), *OP, "--ja", "--json")
    gezegd = "\n".join(uit.json["opmerkingen"])
    for zin in (
        "Uw gegevens, 'Telefoonnummer': in het vak met de vraag staat nog iets",
        "Uw gegevens: niet meer op het formulier staat 'E-mailadres'.",
        "Persoon 1 (2e keer): hier staat een rij die het formulier niet kent",
        "Onder '3. Wat is er gebeurd?' staat iets buiten de vakken (1 alinea)",
        "Gebeurtenis 1, 'Wat voor gedrag was het?': dit is niet te kiezen; kies uit pesten",
        "Gebeurtenis 1, 'Wanneer was dat?': schrijf een dag (15 januari 2026)",
    ):
        assert zin in gezegd, zin
    for woord in ("06-00000000", "B2.14", "roddelen", "voorjaar", "nog meer"):
        assert woord not in gezegd
    k = _zaak(werkmap).klaagschrift
    assert [a.naam for a in k.aangeklaagde] == ["P. Winter", "R. Zomer"]
    assert (k.gedraging[0].categorie, k.gedraging[0].wanneer) == (None, None)


# naam, wat er getypt wordt na `klacht ontvang`, stabiele code, woorden
GEWEIGERD: list[tuple[str, tuple[str, ...], str, tuple[str, ...]]] = [
    ("zonder dag", ("klacht van K. Verbeek-Ünal.docx",), "formulier-zonder-dag", ("--op DATUM",)),
    ("niets ingevuld", ("leeg.docx", *OP), "formulier-leeg", ("--stuk",)),
    ("een brief in Word", ("brief.docx", *OP), "geen-formulier", ("--stuk",)),
    ("een oud Word-bestand", ("oud.doc", *OP), "geen-docx", (".doc", "wachtwoord", "--stuk")),
    ("een tekst van LibreOffice", ("brief.odt", *OP), "geen-docx", (".odt", "--stuk")),
    ("een tekst met opmaak", ("brief.rtf",), "geen-tekst", (".rtf", "--stuk")),
    ("een dag die geen dag is", ("leeg.docx", "--op", "ooit"), "geen-datum", ("ooit",)),
    ("een dag bij een klaagschriftbestand", (str(VOORBEELDEN / "klaagschrift.toml"), *OP), "opties-botsen",
     ("ontvangen_op",)),
    ("een dag bij hervatten", ("--hervat", *OP), "hervat-met-bestand", ("--op",)),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "getypt", "code", "woorden"), GEWEIGERD, ids=[g[0] for g in GEWEIGERD])
def test_wat_niet_kan(naam: str, getypt: tuple[str, ...], code: str, woorden: tuple[str, ...], klacht: Klacht,
                      post: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(post)
    klacht("ontvang", *getypt).eis_fout(2, code, *woorden)


def test_morgen_is_nog_niet_ontvangen(klacht: Klacht, ingevuld: str) -> None:
    klacht("ontvang", ingevuld, "--op", "2026-04-25").eis_fout(3, "dag-in-de-toekomst", "25 april")


def _bericht(bijlage: bytes, naam: str, datum: bool = True) -> bytes:
    bericht = EmailMessage()
    bericht["From"] = "Karin Boone <k.boone@voorbeeld.nl>"
    if datum:
        bericht["Date"] = "Thu, 23 Apr 2026 12:00:00 +0200"
    bericht.set_content("Zie de bijlage.")
    bericht.add_attachment(bijlage, maintype="application", subtype="octet-stream", filename=naam)
    return bericht.as_bytes()


def test_een_formulier_bij_een_mail(klacht: Klacht, post: Path, ingevuld: str) -> None:
    """Nothing is recorded before one knows how to take it over; any other Word document is just a paper."""
    (post / "x.eml").write_bytes(_bericht((post / "brief.docx").read_bytes(), "klacht.docx"))
    assert "formulier" not in klacht("ontvang", str(post / "x.eml"), "--proef").uit
    (post / "x.eml").write_bytes(_bericht(Path(ingevuld).read_bytes(), "klacht.docx"))
    klacht("ontvang", str(post / "x.eml")).eis_fout(
        2, "formulier-bij-bericht", "klacht ontvang BIJLAGE --op DATUM --stuk BERICHT", "--ja"
    )
    uit = klacht("ontvang", str(post / "x.eml"), "--ja", "--proef")
    assert uit.code == 0, uit
    assert "Een bijlage is een ingevuld formulier. Het is bewaard, niet overgenomen." in uit.uit


def test_het_formulier_gaat_niet_mee_met_het_afschrift(klacht: Klacht, ingevuld: str, werkmap: Werkmap) -> None:
    """Art. 10 lid 3: the address of the klager and the names of witnesses are on it; the copy retells it without."""
    gelijknamig = Path(ingevuld).with_name("formulier.docx")
    gelijknamig.write_bytes(gelijknamig.with_name("brief.docx").read_bytes())
    assert klacht("ontvang", ingevuld, *OP, "--ja", "--stuk", str(gelijknamig)).code == 0
    for opdracht in ("toets 1", "besluit 1 compleet --toch -", "besluit 1 ontvankelijk", "adres 1 aangeklaagde -"):
        invoer = 'adres = "Tulpstraat 9"\npostcode = "2511 AA"\nplaats = "Den Haag"\naanhef = "heer"\n'
        assert klacht(*opdracht.split(), invoer="Zo is het goed." if "--toch" in opdracht else invoer).code == 0
    assert klacht("brief", "1", "afschrift-klacht").code == 0
    assert klacht("brief", "1", "ontvangstbevestiging").code == 0
    for brief in werkmap.brieven("K2026-001").glob("*.docx"):
        with zipfile.ZipFile(brief) as zip_:
            tekst = zip_.read("word/document.xml").decode()
        assert "formulier zoals het is ingevuld" not in tekst
        assert "De brief zoals die binnenkwam" in tekst, "the same name, but a paper of its own"


def test_een_mail_zonder_dag_met_de_dag_erbij(klacht: Klacht, post: Path) -> None:
    (post / "x.eml").write_bytes(_bericht(b"y", "y.txt", datum=False))
    klacht("ontvang", str(post / "x.eml")).eis_fout(2, "bericht-zonder-datum", "--op")
    uit = klacht("ontvang", str(post / "x.eml"), *OP, "--proef", "--json")
    assert uit.json["ontvangen_op"] == "2026-04-24"


# ---- wat er staat, en hoe het wordt gelezen (de klok staat op 24 april 2026) ----

GETEKEND = {"dagtekening": "20 april 2026"}
_ZONDER_JAAR = "op het formulier staat het jaar of de dag er niet bij"
# naam, wat er is ingevuld, waar, wat er dan bekend is (None: open), waarom men het moet nagaan, woorden in let_op
ZEGSWIJZEN: list[tuple[str, dict[str, str], str, object, str, str]] = [
    ("een dag voluit", {"gedraging.1.wanneer": "3 maart 2026"}, "gedraging.1.wanneer", "2026-03-03", "", ""),
    ("een dag zonder jaar", {"gedraging.1.wanneer": "3 maart"}, "gedraging.1.wanneer", "2026-03-03", _ZONDER_JAAR, ""),
    ("gisteren is de dag voor het tekenen", {"gedraging.1.wanneer": "gisteren"} | GETEKEND, "gedraging.1.wanneer",
     "2026-04-19", _ZONDER_JAAR, ""),
    ("gisteren, en niet wanneer er is getekend", {"gedraging.1.wanneer": "gisteren", "dagtekening": ""},
     "gedraging.1.wanneer", None, "", "hangt af van de dag waarop het is geschreven"),
    ("getekend op vandaag zegt niet wanneer", {"dagtekening": "vandaag"}, "dagtekening", None, "",
     "hangt af van de dag waarop het is geschreven"),
    ("22 april is nog vorig jaar als men eerder tekende", {"gedraging.1.wanneer": "22 april"} | GETEKEND,
     "gedraging.1.wanneer", None, "", "van welk jaar?"),
    ("sinds iets dat geen dag is", {"gedraging.1.wanneer": "sinds Jan er werkt"}, "gedraging.1.wanneer", None, "",
     "Gebeurtenis 1, 'Wanneer was dat?': schrijf een dag"),
    ("sinds een maand", {"gedraging.1.wanneer": "sinds maart 2026"}, "gedraging.1.wanneer", None, "",
     "schrijf dan: maart 2026 tot vandaag"),
    ("een dag die niet bestaat", {"dagtekening": "31 februari 2026"}, "dagtekening", None, "",
     "Datum en handtekening, 'Datum': 31 februari 2026 bestaat niet. Dit blijft open."),
    ("een dag die nog komt", {"dagtekening": "30 april 2026"}, "dagtekening", None, "", "moet nog komen"),
    ("een keuze in hoofdletters", {"gedraging.1.categorie": "Pesten."}, "gedraging.1.categorie", "pesten", "", ""),
    ("een keuze zoals het klaagschrift haar noemt", {"klager.aanhef": "heer"}, "klager.aanhef", "heer", "", ""),
    ("geen keuze", {"klager.aanhef": "mevr. of heer"}, "klager.aanhef", None, "", "kies uit mevrouw, meneer"),
    ("weet ik niet", {"procedures.rechter": "weet ik niet"}, "procedures.rechter", None, "", ""),
    ("een postcode die er geen is", {"klager.postcode": "2514 E"}, "klager.postcode", None, "", "geen postcode"),
    ("te lang voor een naam", {"klager.naam": "x" * 501}, "klager.naam", None, "", "501 tekens"),
    ("te lang voor een omschrijving", {"gedraging.1.omschrijving": "x" * 1_000_001}, "gedraging.1.omschrijving", None,
     "", "hier passen er 1000000"),
    ("nee, en toch een stap", {"stappen": "nee", "stap.1.omschrijving": "Een mail"}, "stappen", True, "",
     "staat nee, maar er zijn stappen ingevuld"),
    ("een stap zonder antwoord erboven", {"stap.1.omschrijving": "Een mail"}, "stappen", True, "", ""),
]  # fmt: skip


@pytest.mark.usefixtures("werkmap")
@pytest.mark.parametrize(
    ("naam", "gevuld", "plek", "bekend", "waarom", "woord"), ZEGSWIJZEN, ids=[z[0] for z in ZEGSWIJZEN]
)
def test_hoe_mensen_het_zeggen(
    naam: str, gevuld: dict[str, str], plek: str, bekend: object, waarom: str, woord: str,
    opzet: Opzet, formulier: Callable[..., bytes],
) -> None:  # fmt: skip
    uit = als_antwoorden(lees_formulier(formulier(gevuld), opzet))
    assert uit.stand.bekend.get(plek) == bekend
    assert [t.waarom for t in uit.twijfels] == ([waarom] if waarom else [])
    gezegd = [zin for zin in uit.stand.opmerkingen[1:] if "Handtekening'" not in zin]
    assert (woord in gezegd[0]) if woord else gezegd == []
    open_ = bekend is None and "blijft open" in "".join(gezegd)
    assert uit.stand.gezegd == ({plek: gevuld[plek]} if open_ and plek in gevuld else {})


@pytest.mark.usefixtures("werkmap")
def test_zonder_antwoorden_blijft_alles_open() -> None:
    uit = als_antwoorden(Gelezen([], []))
    assert (uit.stand.bekend, uit.stand.genomen, uit.twijfels) == ({}, [], [])
    assert "niets ingevuld" in uit.stand.opmerkingen[0]
