"""A klaagschrift from TOML or JSON, an aanvulling, and attachments from beside it; and what each fault says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, strategies as st

from klachtcli.fouten import Invoerfout, KlachtFout
from klachtcli.instellingen.klaagschriften import lees_aanvulling, lees_bijlagen, lees_klaagschrift
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
)

HEEL = """
ontvangen_op = 2026-04-24            # a date, or a moment; required
ontvangen_via = "e-mail"
dagtekening = 2026-04-22
ondertekend = true
geen_stappen = false

[klager]
naam = "D. Ünal-Çelik"
aanhef = "geen"
adres = "Spui 9"
postcode = "2511bl"
plaats = "Den Haag"
email = "d.unal@voorbeeld.nl"
telefoon = "06-00000000"
functie = "inhuurkracht ICT"
hoedanigheid = "ingehuurd"
onderdeel = "Dienst Automatisering"

[[aangeklaagde]]
naam = "B. O'Neil"
hoedanigheid = "ambtenaar"

[[gedraging]]
categorie = "agressie en geweld"
omschrijving = "Sloeg met de deur."
wanneer = 2026-01-15
waar = "Projectkamer"
getuigen = ["L. Vos", "M. Ooms"]

[[gedraging]]
wanneer = "2025-11-01/2026-02"

[[stap]]
omschrijving = "Een mail"
wanneer = "2026-02"
stukken = ["mail.pdf"]

[procedures]
eerder_beoordeeld = false
strafzaak = true

[[bijlage]]
bestand = "mail.pdf"
omschrijving = "De mail"
"""
WAARDE = Klaagschrift(
    ontvangen_op="2026-04-24",
    ontvangen_via="e-mail",
    dagtekening=date(2026, 4, 22),
    ondertekend=True,
    geen_stappen=False,
    klager=Persoon("D. Ünal-Çelik", "geen", "Spui 9", "2511 BL", "Den Haag", "d.unal@voorbeeld.nl", "06-00000000",
                   "inhuurkracht ICT", "ingehuurd", "Dienst Automatisering"),
    aangeklaagde=(Persoon("B. O'Neil", hoedanigheid="ambtenaar"),),
    gedraging=(Gedraging("agressie en geweld", "Sloeg met de deur.", "2026-01-15", "Projectkamer", ("L. Vos",
    "M. Ooms")),
               Gedraging(wanneer="2025-11-01/2026-02")),
    stap=(OndernomenStap("Een mail", "2026-02", ("mail.pdf",)),),
    procedures=Procedures(eerder_beoordeeld=False, strafzaak=True),
    bijlage=(Bijlage("mail.pdf", "De mail"),),
)  # fmt: skip


def test_een_heel_klaagschrift_uit_toml() -> None:
    assert lees_klaagschrift(HEEL.encode()) == WAARDE


def test_hetzelfde_uit_json() -> None:
    assert lees_klaagschrift(msgspec.json.encode(WAARDE)) == WAARDE


def test_alleen_de_ontvangst_is_verplicht() -> None:
    """Every field of art. 9 may be absent: then the check says so."""
    assert lees_klaagschrift(b"ontvangen_op = 2026-04-24") == Klaagschrift("2026-04-24")
    with pytest.raises(Invoerfout) as fout:
        lees_klaagschrift(b"ondertekend = true")
    assert [tuple(g) for g in fout.value.gebreken] == [("ontvangen_op", "ontbreekt, en is verplicht")]


@pytest.mark.parametrize(
    ("geschreven", "gelezen"),
    [
        ("2026-04-24", "2026-04-24"),
        ('"24 april 2026"', "2026-04-24"),
        ('"24-4-2026"', "2026-04-24"),
        ("2026-04-24T23:59:00", "2026-04-24T23:59:00+02:00"),
        ("2026-04-24T22:30:00Z", "2026-04-25T00:30:00+02:00"),
        ("2026-01-24T23:30:00Z", "2026-01-25T00:30:00+01:00"),
    ],
)
def test_de_ontvangst_is_een_dag_of_een_tijdstip_in_amsterdam(geschreven: str, gelezen: str) -> None:
    assert lees_klaagschrift(f"ontvangen_op = {geschreven}".encode()).ontvangen_op == gelezen


# ---- wat er mis kan zijn: waar het staat, en wat er dan gezegd wordt ----

FOUTEN = [
    ("naam = 1", "naam", "onbekende sleutel"),
    ("klagr = {}", "klagr", "bedoelt u 'klager'?"),
    ("[klager]\nachternaam = 1", "klager.achternaam", "onbekende sleutel"),
    ("[klager]\nmail = 1", "klager.mail", "bedoelt u 'email'?"),
    ("[[gedraging]]\nwaneer = 1", "gedraging[1].waneer", "bedoelt u 'wanneer'?"),
    ("[[gedraging]]\n[[gedraging]]\ngetuige = 1", "gedraging[2].getuige", "bedoelt u 'getuigen'?"),
    ("klager = 'K.'", "klager", "een tabel verwacht, maar hier staat tekst"),
    ("klager = ['K.']", "klager", "een tabel verwacht, maar hier staat tekst"),
    ("[aangeklaagde]\nnaam = 'P.'", "aangeklaagde",
     "een lijst verwacht, maar hier staat een tabel; zet de naam ervan tussen dubbele haken: [[…]]"),
    ("ondertekend = 'ja'", "ondertekend", "true of false verwacht, maar hier staat tekst"),
    ("ondertekend = 1", "ondertekend", "true of false verwacht, maar hier staat een geheel getal"),
    ("dagtekening = 2026-04-22T10:00:00", "dagtekening",
     "een datum (zonder tijd) verwacht, maar hier staat een tijdstip"),
    ("dagtekening = '31 februari 2026'", "dagtekening", "31 februari 2026 bestaat niet"),
    ("dagtekening = '22-13-2026'", "dagtekening", "maand 13 bestaat niet"),
    ("dagtekening = 'gisteren'", "dagtekening", "geen datum zoals 2026-07-03"),
    ("[klager]\nnaam = 3", "klager.naam", "tekst verwacht, maar hier staat een geheel getal"),
    ("[klager]\npostcode = '2514 E'", "klager.postcode", "geen postcode zoals 2514 EA"),
    ("[klager]\npostcode = '0514 EA'", "klager.postcode", "geen postcode zoals 2514 EA"),
    ("[klager]\npostcode = 2514", "klager.postcode", "tekst verwacht"),
    ("[klager]\nhoedanigheid = 'ambtenar'", "klager.hoedanigheid", "bedoelt u 'ambtenaar'?"),
    ("[klager]\nhoedanigheid = 'Kamerlid'", "klager.hoedanigheid", "bedoelt u 'kamerlid'?"),
    ("[klager]\naanhef = 'dhr'", "klager.aanhef", "kies uit mevrouw, heer, geen"),
    ("ontvangen_via = 'fax'", "ontvangen_via", "kies uit post, e-mail, persoonlijk"),
    ("[[gedraging]]\ncategorie = 'ruzie'", "gedraging[1].categorie", "kies uit pesten, intimidatie"),
    ("[[gedraging]]\nwanneer = 'vorig jaar'", "gedraging[1].wanneer", "geen dag (2026-01-15), maand (2026-01)"),
    ("[[gedraging]]\nwanneer = '2026-02/2025-11'", "gedraging[1].wanneer", "einde vóór het begin"),
    ("[[gedraging]]\nwanneer = '2026-02-31'", "gedraging[1].wanneer", "31 februari 2026 bestaat niet"),
    ("[[gedraging]]\nwanneer = 2026", "gedraging[1].wanneer", "een datum of tekst verwacht"),
    ("[[gedraging]]\ngetuigen = 'S.'", "gedraging[1].getuigen", "een lijst verwacht"),
    ("[[gedraging]]\ngetuigen = [1]", "gedraging[1].getuigen[1]", "tekst verwacht"),
    ("[[bijlage]]\nomschrijving = 'x'", "bijlage[1].bestand", "ontbreekt, en is verplicht"),
    ("[procedures]\nrechter = 'nee'", "procedures.rechter", "true of false verwacht"),
    ('[klager]\nnaam = "K.\\u0000V."', "klager.naam", "onzichtbaar besturingsteken"),
    ('[[gedraging]]\nomschrijving = "a\\u001bb"', "gedraging[1].omschrijving", "onzichtbaar besturingsteken"),
]  # fmt: skip


def _gebreken(ruw: bytes) -> list[tuple[str, str]]:
    with pytest.raises(Invoerfout) as fout:
        lees_klaagschrift(ruw)
    assert (fout.value.code, fout.value.exitcode) == ("klaagschrift-fout", 2)
    return [tuple(g) for g in fout.value.gebreken]


@pytest.mark.parametrize(("regels", "plaats", "feit"), FOUTEN, ids=[f"{f[1]}: {f[2]}" for f in FOUTEN])
def test_een_fout_heeft_haar_plaats(regels: str, plaats: str, feit: str) -> None:
    ((gevonden, gezegd),) = _gebreken(f"ontvangen_op = 2026-04-24\n{regels}".encode())
    assert gevonden == plaats
    assert feit in gezegd


def test_alle_fouten_in_een_keer() -> None:
    ruw = b"ondertekend = 1\n[klager]\npostcode = 'x'\nnaam = 2\n[[gedraging]]\nwanneer = 'ooit'\nwaneer = 1\n"
    assert {g[0] for g in _gebreken(ruw)} == {
        "ontvangen_op", "ondertekend", "klager.postcode", "klager.naam", "gedraging[1].wanneer", "gedraging[1].waneer",
    }  # fmt: skip


def test_geen_fout_herhaalt_wat_er_stond() -> None:
    """What stands in a field may be a name, also where it does not belong."""
    for veld in ("postcode", "hoedanigheid", "aanhef"):
        ((_, feit),) = _gebreken(f"ontvangen_op = 2026-04-24\n[klager]\n{veld} = 'Vandenberghe'".encode())
        assert "Vandenberghe" not in feit
    for veld in ("wanneer", "categorie"):
        ((_, feit),) = _gebreken(f"ontvangen_op = 2026-04-24\n[[gedraging]]\n{veld} = 'Vandenberghe'".encode())
        assert "Vandenberghe" not in feit


def test_ook_een_onmogelijke_maand_krijgt_een_nederlandse_zin() -> None:
    ((_, feit),) = _gebreken(b"ontvangen_op = 2026-04-24\n[[gedraging]]\nwanneer = '9999-12'")
    assert "out of range" not in feit


NAAM = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=20)


@given(naam=NAAM, dag=st.dates(date(1000, 1, 1), date(9999, 12, 31)), ja=st.booleans())
def test_wat_geschreven_is_wordt_zo_gelezen(naam: str, dag: date, ja: bool) -> None:
    """Any text in any script comes out as it went in."""
    k = Klaagschrift(dag.isoformat(), dagtekening=dag, ondertekend=ja, klager=Persoon(naam=naam))
    try:
        assert lees_klaagschrift(msgspec.json.encode(k)) == k
    except Invoerfout as fout:
        assert [g.plaats for g in fout.gebreken] == ["klager.naam"]  # noqa: PT017 - U+FFFE and the like
        assert "besturingsteken" in fout.gebreken[0].feit  # noqa: PT017


# ---- aanvulling ----


def test_een_aanvulling_heeft_dezelfde_sleutels_en_niets_is_verplicht() -> None:
    assert lees_aanvulling(b"{}") == Aanvulling()
    a = lees_aanvulling(b"ontvangen_op = 2026-05-08\n[klager]\nadres = 'Spui 9'\n[[gedraging]]\nwaar = 'Hal'")
    erbij = AanvullingGedraging(waar="Hal")
    assert a == Aanvulling("2026-05-08", klager=Persoon(adres="Spui 9"), gedraging=(erbij,))


def test_een_aanvulling_zegt_met_nummer_welke_er_wordt_aangevuld() -> None:
    a = lees_aanvulling(b"[[gedraging]]\nnummer = 2\nwanneer = 'maart 2026'\n[[stap]]\nnummer = 1\n[[aangeklaagde]]\n")
    assert a.gedraging == (AanvullingGedraging(wanneer="maart 2026", nummer=2),)
    assert (a.stap, a.aangeklaagde) == ((AanvullingStap(nummer=1),), (AanvullingPersoon(),))
    with pytest.raises(Invoerfout) as fout:
        lees_aanvulling(b"[[gedraging]]\nnummer = '2'")
    assert [g.plaats for g in fout.value.gebreken] == ["gedraging[1].nummer"]


def test_een_klaagschrift_kent_geen_nummer() -> None:
    """Only a supplement says which one it completes."""
    assert _gebreken(b"ontvangen_op = 2026-04-24\n[[gedraging]]\nnummer = 1") == [
        ("gedraging[1].nummer", "onbekende sleutel")
    ]


def test_een_fout_in_een_aanvulling_noemt_de_aanvulling() -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_aanvulling(b"[klager]\npostcode = 'x'")
    assert "de aanvulling" in fout.value.feit


# ---- bijlagen ----


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A folder with a klaagschrift's attachments, and a secret beside it."""
    (tmp_path / "post" / "bij").mkdir(parents=True)
    (tmp_path / "post" / "mail.pdf").write_bytes(b"%PDF")
    (tmp_path / "post" / "bij" / "foto.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "geheim.txt").write_bytes(b"geheim")
    return tmp_path / "post"


@pytest.mark.parametrize("namen", [["mail.pdf"], ["bij/foto.jpg", "mail.pdf"], ["./mail.pdf"], ["bij/../mail.pdf"], []])
def test_bijlagen_in_volgorde(namen: list[str], post: Path) -> None:
    inhoud = lees_bijlagen([Bijlage(n) for n in namen], post)
    assert inhoud == [(post / n).read_bytes() for n in namen]


BUITEN = "het pad leidt buiten de map"
SLECHT: list[tuple[str, str, str]] = [
    ("ontbreekt", "weg.pdf", "de bijlage bestaat niet"),
    ("een map", "bij", "de bijlage is een map"),
    ("erboven", "../geheim.txt", BUITEN),
    ("erboven, met omweg", "bij/../../geheim.txt", BUITEN),
    ("absoluut", "/etc/hostname", BUITEN),
    ("nulteken", "mail\x00.pdf", "geen bestandsnaam"),
    ("een heel lange naam", "a" * 5000, "niet te lezen"),
    ("leeg", "", "de bijlage is een map"),
    ("koppeling naar buiten", "link.txt", BUITEN),
    ("koppeling van een map naar buiten", "linkmap/geheim.txt", BUITEN),
    ("koppeling die rondgaat", "rond", ""),
]


@pytest.mark.parametrize(("naam", "bestand", "feit"), SLECHT, ids=[s[0] for s in SLECHT])
def test_een_bijlage_die_niet_kan(naam: str, bestand: str, feit: str, post: Path) -> None:
    """An attachment stands in the folder of the klaagschrift, really; whatever its path or a link says."""
    (post / "link.txt").symlink_to(post.parent / "geheim.txt")
    (post / "linkmap").symlink_to(post.parent)
    (post / "rond").symlink_to(post / "rond")
    fout = _bijlagefout([bestand], post)
    assert [g.plaats for g in fout.gebreken] == ["bijlage[1].bestand"]
    assert feit in fout.gebreken[0].feit


def test_alle_slechte_bijlagen_in_een_keer(post: Path) -> None:
    fout = _bijlagefout(["weg.pdf", "mail.pdf", "../geheim.txt"], post)
    assert [g.plaats for g in fout.gebreken] == ["bijlage[1].bestand", "bijlage[3].bestand"]


def _bijlagefout(namen: list[str], map_: Path) -> KlachtFout:
    with pytest.raises(Invoerfout) as fout:
        lees_bijlagen([Bijlage(n) for n in namen], map_)
    assert (fout.value.code, fout.value.exitcode) == ("bijlage-fout", 2)
    assert "geheim" not in str(fout.value)
    return fout.value


def test_een_te_grote_bijlage(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("klachtcli.instellingen.klaagschriften.GROOTSTE_BIJLAGE", 3)
    assert "ten hoogste" in _bijlagefout(["mail.pdf"], post).gebreken[0].feit


def test_een_koppeling_binnen_de_map_mag(post: Path) -> None:
    (post / "zelfde.pdf").symlink_to(post / "mail.pdf")
    assert lees_bijlagen([Bijlage("zelfde.pdf")], post) == [b"%PDF"]


def test_de_map_zelf_mag_een_koppeling_zijn(post: Path) -> None:
    (post.parent / "hier").symlink_to(post)
    assert lees_bijlagen([Bijlage("mail.pdf")], post.parent / "hier") == [b"%PDF"]
