"""`klacht beheer bewaren`, `vasthouden` and `vernietig`: kept as long as was set, and after that gone everywhere."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from docx import Document

from klachtcli import klok
from klachtcli.cli.start import voer_uit
from klachtcli.journaal import schrijver as journaalschrijver, vernieuwing
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.sleutels import HOOFD, NIEUW
from klachtcli.secretariaat import opruimen, vernietigen
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import Ingezien
from klachtcli.zaak.klaagschrift import Bijlage, Gedraging, Klaagschrift, OndernomenStap, Persoon

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
WEG, BLIJFT = "K2026-001", "K2026-002"
LAATSTE, RIJP = "2028-05-20", "2028-05-21"  # closed on 20 May 2026, kept two years
# What is typed, and on which day: case 1 is closed, case 2 runs on, and about 2026 a report was made.
VERLOOP = (
    ("2026-04-24", "ontvang {post}/een.json"),
    ("2026-04-24", "toets 1"),
    ("2026-04-28", "brief 1 ontvangstbevestiging"),
    ("2026-04-28", "brief 1 ontvangstbevestiging --verzonden 2026-04-28"),
    ("2026-05-12", "ontvang {post}/twee.json"),
    ("2026-05-13", "brief 2 ontvangstbevestiging"),
    ("2026-05-20", "trek-in 1"),
    ("2026-05-20", "sluit 1 --reden rust"),
    ("2027-01-20", "jaarverslag 2026"),
)
ANDER = {
    "klager": Persoon(naam="T. Achterberg", aanhef="geen", adres="Spui 9", postcode="2511 BL", plaats="Den Haag"),
    "aangeklaagde": (Persoon(naam="M. Zomerdijk", onderdeel="Facilitair Bedrijf"),),
    "gedraging": (Gedraging("intimidatie", "Iets heel anders.", "2026-05-01"),),
    "stap": (OndernomenStap("Zelf gezegd"),),
}


def zet_vast(werkmap: Path, duur: str = "P2Y") -> None:
    """Somebody with authority set the term."""
    (werkmap / "config" / "bewaren.toml").write_text(
        f"""[[bewaartermijn]]
id = "klachtdossier"
regelingen = ["tk-ongewenste-omgangsvormen"]
duur = "{duur}"
vanaf = "gesloten"
grond = "selectielijst Tweede Kamer, klachten"
bron = "selectielijst"
status = "vastgesteld"
vastgesteld_door = "de Griffier"
vastgesteld_op = 2026-02-01
""",
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def bewaard(tmp_path_factory: pytest.TempPathFactory, klaagschrift: Callable[..., Klaagschrift]) -> Path:
    """A work folder as VERLOOP leaves it, with its keys; not to be changed."""
    basis = tmp_path_factory.mktemp("bewaard")
    (basis / "post").mkdir()
    een = klaagschrift(bijlage=(Bijlage("mail.txt", "Wat Dekker schreef"),))
    (basis / "post" / "mail.txt").write_bytes(b"R. Dekker zuchtte in de koffiehoek. " * 600)
    (basis / "post" / "een.json").write_bytes(msgspec.json.encode(een))
    twee = klaagschrift(ontvangen_op="2026-05-12", dagtekening=date(2026, 5, 11), **ANDER)
    (basis / "post" / "twee.json").write_bytes(msgspec.json.encode(twee))
    with pytest.MonkeyPatch.context() as m:
        m.setenv("KLACHT_SLEUTELMAP", str(basis / "sleutels"))
        m.setenv("KLACHT_MAP", str(basis / "zaken"))
        m.setattr(klok, "nu", lambda: datetime.fromisoformat("2026-04-24T09:00+00:00"))
        werkmap = richt_in(basis / "zaken").werkmap
        shutil.copyfile(VOORBEELDEN / "commissie.toml", werkmap.config / "commissie.toml")
        for dag, opdracht in VERLOOP:
            moment = datetime.fromisoformat(f"{dag}T10:00+00:00")
            m.setattr(klok, "nu", lambda moment=moment: moment)
            uit, fout = io.StringIO(), io.StringIO()
            with redirect_stdout(uit), redirect_stderr(fout):
                assert voer_uit(opdracht.format(post=basis / "post").split()) in (0, 1), (opdracht, fout.getvalue())
    shutil.rmtree(basis / "post")
    zet_vast(basis / "zaken")
    return basis


@pytest.fixture
def map_(bewaard: Path, werkmap: Werkmap, bevries: Bevries) -> Path:
    """That work folder in the place of `werkmap`, on the first day on which case 1 may go; `klacht` runs on it."""
    basis = werkmap.pad.parent
    for deel in ("zaken", "sleutels"):
        shutil.rmtree(basis / deel)
        shutil.copytree(bewaard / deel, basis / deel)
    bevries(f"{RIJP}T10:00")
    return basis


@pytest.fixture
def vernietig(klacht: Klacht, map_: Path) -> Callable[[], Any]:
    """Destroy case 1, as somebody does who has no terminal."""
    return lambda: klacht("beheer", "vernietig", "2026-1", "--bevestig", WEG, "--tweede", "-", invoer="A. Bos\n")


def bestanden(map_: Path) -> dict[str, bytes]:
    """Every file of the work folder and of the key folder."""
    return {str(p.relative_to(map_)): p.read_bytes() for p in sorted(map_.rglob("*")) if p.is_file()}


class Geheim(NamedTuple):
    """What must be nowhere: pieces of what was sealed, the keys, and words."""

    verzegeld: list[bytes]
    sleutels: list[bytes]
    woorden: list[bytes]


def geheimen(map_: Path, persoonlijk: tuple[str, ...]) -> Geheim:
    """Of case 1, as it lies there now. Of each sealed content every 64 bytes a piece of 24."""
    db = sqlite3.connect(map_ / "zaken" / "journaal.sqlite")
    inhoud = [i for (i,) in db.execute("SELECT inhoud FROM journaal WHERE zaak = ?", (WEG,))]
    db.close()
    with Werkmap(map_ / "zaken").journaal() as journaal:
        ring = journaal.ring
        ingepakt = dict(ring._verbinding.execute("SELECT zaak, ingepakt FROM sleutel"))
        bloot = ring.pak_uit(WEG, ingepakt[WEG])
        sleutels = [(ring.pad / HOOFD).read_bytes(), *ingepakt.values(), bloot]
    stukken = [i[k : k + 24] for i in inhoud for k in range(0, len(i) - 23, 64)]
    return Geheim(stukken, sleutels, [w.encode() for w in persoonlijk])


def sporen(map_: Path, g: Geheim) -> list[str]:
    """In which files something of it stands; a docx is looked into as well. The committee's own names may stand."""
    uit = []
    for naam, ruw in bestanden(map_).items():
        if naam.startswith(("zaken/config", "zaken/templates")):
            continue
        delen = [ruw]
        if zipfile.is_zipfile(io.BytesIO(ruw)):
            with zipfile.ZipFile(io.BytesIO(ruw)) as pakket:
                delen += [pakket.read(deel) for deel in pakket.namelist()]
        if any(s in deel for deel in delen for s in (*g.verzegeld, *g.sleutels, *g.woorden)):
            uit.append(naam)
    return uit


# ---- the whole of it ----


def test_daarna_is_er_nergens_meer_iets_van(
    map_: Path, vernietig: Callable[[], Any], klacht: Klacht, persoonlijk: tuple[str, ...]
) -> None:
    """Every byte of every file in both folders; the chain holds, and the other case opens."""
    geheim = geheimen(map_, persoonlijk)
    (map_ / "zaken" / "brieven" / WEG / ".klad.docx.0123").write_bytes(b"een klad over R. Dekker")
    (map_ / "zaken" / f"overzicht-{WEG}-2026-06-01.xlsx").write_bytes(b"een overzicht met R. Dekker")
    vooraf = sporen(map_, geheim)  # that the search finds something is half of the test
    assert {p.split("/")[1] for p in vooraf} >= {"brieven", "journaal.sqlite", f"overzicht-{WEG}-2026-06-01.xlsx"}
    assert any(p.startswith("sleutels") for p in vooraf)
    uit = vernietig()
    assert (uit.code, uit.fout) == (0, ""), uit
    assert sporen(map_, geheim) == []
    assert [p.name for p in (map_ / "zaken" / "brieven").iterdir()] == [BLIJFT]
    gezien = klacht("audit", "controleer", "--json")
    assert (gezien.code, gezien.json["zaken"]) == (0, 1), gezien
    assert "Achterberg" in klacht("toon", "2026-2").uit
    assert klacht("adres", "2026-2", "klager", "-", invoer='adres = "Plein 1"\n').code == 0
    db = sqlite3.connect(map_ / "zaken" / "journaal.sqlite")
    leeg = db.execute("SELECT soort FROM journaal WHERE zaak = ? AND inhoud IS NOT NULL", (WEG,)).fetchall()
    assert leeg == [("zaak_vernietigd",)]
    assert db.execute("SELECT count(*) FROM journaal WHERE zaak = ?", (WEG,)).fetchone() == (8,)
    db.close()


def test_de_verklaring(map_: Path, vernietig: Callable[[], Any], persoonlijk: tuple[str, ...]) -> None:
    """Archiefbesluit art. 8: what, on which ground, how; and who agreed, to sign it. No party, no word of the case."""
    vernietig()
    (pad,) = (map_ / "zaken" / "vernietigd").iterdir()
    blad = Document(str(pad))
    cellen = [c.text for t in blad.tables for r in t.rows for c in r.cells]
    tekst = "\n".join([*(p.text for p in blad.paragraphs), *cellen])
    for woord in (WEG, "24 april 2026", "20 mei 2026", "selectielijst Tweede Kamer, klachten", "20 mei 2028",
                  "21 mei 2028", "Sleutel vernietigd", "A. Bos", "N. Voorbeeld", "handtekening",
                  "vastleggingen\t7", "bijlagen\t1", "brieven\t1", "geen kopieën vastgelegd"):  # fmt: skip
        assert woord in tekst, (woord, tekst)
    assert [w for w in persoonlijk if w in tekst] == []
    assert "voldoet" not in tekst


def test_kopieen_die_ook_weg_moeten(map_: Path, vernietig: Callable[[], Any], klacht: Klacht) -> None:
    """What the journal knows of: on the screen and in the verklaring, but not those of before, or of another case."""
    werkmap = Werkmap(map_ / "zaken")
    with werkmap.journaal(schrijven=True) as j, j.handeling(door="jan") as schrijver:
        nummers = [schrijver.voeg_toe("", Ingezien(date(2027, 2, dag), "reservekopie")) for dag in (1, 1, 2, 3)]
        zegels = "{}, {}, {} en {}".format(*nummers)
        schrijver.voeg_toe("", Ingezien(date(2027, 3, 1), "sleutelkopie"))
        schrijver.voeg_toe("", Ingezien(date(2027, 3, 2), "pakket", (BLIJFT,)))
        schrijver.voeg_toe(WEG, Ingezien(date(2027, 3, 3), "pakket"))
    (map_ / "zaken" / "journaal.sqlite.oud-1").write_bytes(b"van voor een herstel")
    uit = vernietig()
    assert (
        f"reservekopieën van de werkmap: 4, op 1 februari 2027, 2 februari 2027 en 3 februari 2027; zegel {zegels}\n"
        in (uit.uit)
    )
    assert f"kopie van de sleutelring: 1 maart 2027; zegel {nummers[-1] + 1}\n" in uit.uit
    assert f"pakket van de zaak: 3 maart 2027; zegel {nummers[-1] + 3}\n" in uit.uit
    assert "2 maart" not in uit.uit
    (pad,) = (map_ / "zaken" / "vernietigd").iterdir()
    tekst = "\n".join(p.text for p in Document(str(pad)).paragraphs)
    for woord in ("kopie van de sleutelring: 1 maart 2027", "opzij ging: journaal.sqlite.oud-1", f"zegel {zegels}"):
        assert woord in tekst
    kopieen = klacht("toon", "2026-1", "--json").json["kopieen"]
    assert kopieen[1] == ["sleutelkopie", ["2027-03-01"], [nummers[-1] + 1]]


def test_een_proef_verandert_niets(map_: Path, klacht: Klacht) -> None:
    """It says what would go and what is left elsewhere; asked for nothing, and not a byte is other than it was."""
    (map_ / "zaken" / "overzicht-2027-01-01.xlsx").write_bytes(b"van alle zaken")
    (map_ / "zaken" / "journaal.sqlite.oud-1").write_bytes(b"van voor een herstel")
    (ring,) = [p for p in (map_ / "sleutels").iterdir() if (p / HOOFD).exists()]
    shutil.copytree(ring, ring.with_name(f"{ring.name}.oud-1"))
    voor = bestanden(map_)
    uit = klacht("beheer", "vernietig", "2026-1", "--proef")
    assert uit.code == 0, uit
    for woord in (f"brieven/{WEG}/ en alles daarin", "overzicht-2027-01-01.xlsx", "journaal.sqlite.oud-1",
                  f"{ring.name}.oud-1", "7 vastleggingen, waarvan 1 bijlage;",
                  "Als proef: niets vernietigd", "reservekopieën"):  # fmt: skip
        assert woord in uit.uit, woord
    json = klacht("beheer", "vernietig", "2026-1", "--proef", "--json").json
    assert (json["zaak"], json["verstreken_op"], json["proef"]) == (WEG, LAATSTE, True)
    assert bestanden(map_) == voor


def test_wat_van_een_ander_is_blijft(map_: Path, vernietig: Callable[[], Any]) -> None:
    """What bears this number alone goes; another number, two numbers, the rules and the templates stay."""
    zaken = map_ / "zaken"
    for naam in (f"{WEG}0.txt", f"{WEG}-en-{BLIJFT}.txt", "config/K2026-001.txt", "templates/K2026-001.txt"):
        (zaken / naam).write_bytes(b"blijft")
    (zaken / "map" / WEG / "diep").mkdir(parents=True)
    (zaken / "map" / WEG / "diep" / "los.txt").write_bytes(b"weg")
    (map_ / "buiten.txt").write_bytes(b"blijft")
    (zaken / f"naar-{WEG}").symlink_to(map_ / "buiten.txt")
    assert vernietig().code == 0
    over = {n for n, ruw in bestanden(map_).items() if ruw == b"blijft"}
    assert over == {"buiten.txt", f"zaken/{WEG}0.txt", f"zaken/{WEG}-en-{BLIJFT}.txt", "zaken/config/K2026-001.txt",
                    "zaken/templates/K2026-001.txt"}  # fmt: skip
    assert list((zaken / "map").iterdir()) == []
    assert not (zaken / f"naar-{WEG}").is_symlink()


# ---- what is refused ----

VERNIETIG = f"beheer vernietig 2026-1 --bevestig {WEG} --tweede -"
# on which day, what is typed (and on standard input), the exit code, the code, and words of the refusal
GEWEIGERD = (
    ("op de laatste dag", LAATSTE, VERNIETIG, "A. Bos", 3, "bewaartermijn-loopt", "tot en met 20 mei 2028"),
    ("een zaak die loopt", RIJP, f"beheer vernietig 2026-2 --bevestig {BLIJFT} --tweede -", "A. Bos", 3,
     "zaak-loopt-nog", "klacht sluit K2026-002"),
    ("een zaak die er niet is", RIJP, "beheer vernietig 2026-7", "", 2, "zaak-onbekend", "K2026-007"),
    ("geen nummer", RIJP, "beheer vernietig dossier", "", 2, "geen-zaaknummer", "K2026-001"),
    ("niet bevestigd", RIJP, "beheer vernietig 2026-1", "", 2, "bevestiging-ontbreekt", f"--bevestig {WEG}"),
    ("ander nummer getypt", RIJP, f"beheer vernietig 2026-1 --bevestig {BLIJFT}", "", 2, "bevestiging-anders", WEG),
    ("half getypt", RIJP, "beheer vernietig 2026-1 --bevestig 1", "", 2, "bevestiging-anders", "helemaal"),
    ("geen tweede", RIJP, f"beheer vernietig 2026-1 --bevestig {WEG}", "", 2, "tweede-ontbreekt", "--tweede -"),
    ("lege tweede", RIJP, VERNIETIG, " \n ", 2, "tweede-ontbreekt", "niet alleen"),
    ("de secretaris zelf", RIJP, VERNIETIG, "mr. n. voorbeeld", 2, "tweede-dezelfde", "de voorzitter"),
    ("wie het doet", RIJP, VERNIETIG, "JAN", 2, "tweede-dezelfde", "iemand anders"),
    ("een stuurteken", RIJP, VERNIETIG, "A. Bos\x07", 2, "antwoord-fout", "besturingsteken"),
)  # fmt: skip


@pytest.mark.parametrize(("dag", "typt", "invoer", "code", "stabiel", "woord"), [g[1:] for g in GEWEIGERD],
                         ids=[g[0] for g in GEWEIGERD])  # fmt: skip
def test_wat_wordt_geweigerd(
    dag: str, typt: str, invoer: str, code: int, stabiel: str, woord: str, map_: Path, klacht: Klacht,
    bevries: Bevries, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Each says what helps, and nothing changed."""
    monkeypatch.setattr(vernietigen, "wie", lambda: "jan")
    bevries(f"{dag}T10:00")
    voor = bestanden(map_)
    klacht(*shlex.split(typt), invoer=invoer).eis_fout(code, stabiel, woord)
    assert bestanden(map_) == voor


def test_een_voorstel_is_niet_genoeg(map_: Path, klacht: Klacht, vernietig: Callable[[], Any]) -> None:
    """As the file is shipped: named as due, with its status, and not destroyed."""
    shutil.copyfile(VOORBEELDEN.parent / "config" / "bewaren.toml", map_ / "zaken" / "config" / "bewaren.toml")
    uit = klacht("beheer", "bewaren")
    assert (uit.code, "voorstel" in uit.uit, "laat de termijn vaststellen" in uit.uit) == (1, True, True), uit
    vernietig().eis_fout(3, "bewaartermijn-voorstel", "config/bewaren.toml")


def test_een_oudere_werkmap(map_: Path, klacht: Klacht, vernietig: Callable[[], Any]) -> None:
    """Without the file, or without the template: `klacht init MAP` brings it, and nothing was destroyed."""
    voor = bestanden(map_)
    for naam, code in (("templates/verklaring-van-vernietiging.docx", "sjabloon-ontbreekt"),
                       ("config/bewaren.toml", "instelling-ontbreekt")):  # fmt: skip
        (map_ / "zaken" / naam).unlink()
        vernietig().eis_fout(4, code, "klacht init")
    assert klacht("init", str(map_ / "zaken")).code == 0
    zet_vast(map_ / "zaken")
    assert bestanden(map_) == voor
    assert vernietig().code == 0


def test_een_sjabloon_dat_niet_meer_klopt(map_: Path, vernietig: Callable[[], Any]) -> None:
    """The verklaring is made on trial before anything goes."""
    blad = Document(str(map_ / "zaken" / "templates" / "verklaring-van-vernietiging.docx"))
    blad.add_paragraph("{{ klager_naam }}")
    blad.save(str(map_ / "zaken" / "templates" / "verklaring-van-vernietiging.docx"))
    voor = bestanden(map_)
    vernietig().eis_fout(2, "plaatshouder-onbekend", "klager_naam")
    assert bestanden(map_) == voor


def test_een_brief_die_nog_open_staat(map_: Path, vernietig: Callable[[], Any]) -> None:
    """An office program would write it back."""
    (brief,) = (map_ / "zaken" / "brieven" / WEG).iterdir()
    brief.with_name(f".~lock.{brief.name}#").write_bytes(b",j,")
    vernietig().eis_fout(3, "bestand-open", "Sluit het")


def test_een_ring_die_niet_te_schrijven_is(
    map_: Path, vernietig: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known before anything is destroyed."""
    voor = bestanden(map_)
    monkeypatch.setattr(vernieuwing.os, "access", lambda *_: False)
    vernietig().eis_fout(4, "sleutelring-niet-te-schrijven", "u hebt daar geen rechten")
    assert bestanden(map_) == voor


def test_vastgehouden_en_weer_vrij(map_: Path, klacht: Klacht, vernietig: Callable[[], Any]) -> None:
    """A reason each time, sealed; who is held is not due and does not go."""
    assert klacht("beheer", "bewaren").code == 1
    klacht("beheer", "vasthouden", "2026-1").eis_fout(2, "reden-ontbreekt", "--reden -")
    klacht("beheer", "vasthouden", "2026-1", "--vrij", "--reden", "x").eis_fout(3, "niet-vastgehouden")
    assert klacht("beheer", "vasthouden", "2026-1", "--reden", "-", "--proef", invoer="Dekker ging in beroep").code == 0
    assert klacht("beheer", "vasthouden", "2026-1", "--reden", "-", invoer="Dekker ging in beroep").code == 0
    klacht("beheer", "vasthouden", "1", "--reden", "x").eis_fout(2, "zaak-onbekend", "K2028-001")
    klacht("beheer", "vasthouden", "2026-1", "--reden", "x").eis_fout(3, "al-vastgehouden", "21 mei 2028")
    vernietig().eis_fout(3, "zaak-vastgehouden", "21 mei 2028", "--vrij")
    uit = klacht("beheer", "bewaren")
    assert (uit.code, "tegengehouden sinds 2028-05-21" in uit.uit, "Dekker" in uit.uit) == (0, True, False), uit
    assert klacht("beheer", "vasthouden", "2026-1", "--vrij", "--reden", "uitspraak").code == 0
    assert vernietig().code == 0


def test_wat_aan_de_beurt_is(map_: Path, klacht: Klacht, bevries: Bevries) -> None:
    """Closed and over its term; with --alles the others too; on a day to come what will be. Never a name."""
    bevries(f"{LAATSTE}T10:00")
    assert klacht("beheer", "bewaren")[:2] == (0, "Er zijn geen zaken waarvan de bewaartermijn voorbij is.\n")
    alles = klacht("beheer", "bewaren", "--alles", "--json")
    assert [(b["zaak"], b["laatste_dag"], b["aan_de_beurt"]) for b in alles.json] == [
        (WEG, LAATSTE, False), (BLIJFT, None, False)]  # fmt: skip
    straks = klacht("beheer", "bewaren", "--peildatum", RIJP, "--json")
    assert (straks.code, [b["zaak"] for b in straks.json]) == (1, [WEG])
    assert (straks.json[0]["status"], straks.json[0]["duur"]) == ("vastgesteld", "P2Y")
    tekst = klacht("beheer", "bewaren", "--alles").uit
    assert ("loopt nog" in tekst, "Verbeek" in tekst, "Achterberg" in tekst) == (True, False, False)


# ---- a terminal ----


def test_met_iemand_achter_het_scherm(
    map_: Path, klacht: Klacht, monkeypatch: pytest.MonkeyPatch, persoonlijk: tuple[str, ...]
) -> None:
    """What goes is shown first; then the number and the second name are asked."""
    monkeypatch.setattr("klachtcli.cli.scherm.kan_vragen", lambda: True)
    klacht("beheer", "vernietig", "2026-1", invoer="nee\n")
    assert (map_ / "zaken" / "brieven" / WEG).exists()
    uit = klacht("beheer", "vernietig", "2026-1", invoer=f"{WEG.lower()}\nA. Bos\n")
    assert uit.code == 0, uit
    assert uit.fout.index(f"brieven/{WEG}/") < uit.fout.index(f"Typ {WEG}") < uit.fout.index("Naam van de tweede")
    assert not (map_ / "zaken" / "brieven" / WEG).exists()
    assert [w for w in persoonlijk if w in uit.uit + uit.fout] == []


# ---- a crash at every step, and older copies ----


class Stroomuitval(BaseException):
    """The process ends here."""


def _valt_uit(m: pytest.MonkeyPatch, waar: Any, naam: str, *, na: bool) -> None:
    echt = getattr(waar, naam)

    def val_uit(*waarden: Any, **namen: Any) -> None:
        if na:
            echt(*waarden, **namen)
        raise Stroomuitval

    m.setattr(waar, naam, val_uit)


# where it ends, and what is then still open (None: nothing happened)
STAPPEN = (
    ("in de vastlegging", journaalschrijver.Schrijver, "vernietig", True, None),
    ("na de vastlegging", vernietigen, "maak_vernietiging_af", False, ("sleutel", "bestanden", "verklaring")),
    ("bij de hoofdsleutel", vernieuwing, "schrijf_heel", True, ("sleutel", "bestanden", "verklaring")),
    ("in de ring", vernieuwing, "_herpak", True, ("sleutel", "bestanden", "verklaring")),
    ("na de ring", vernieuwing, "overschrijf", False, ("sleutel", "bestanden", "verklaring")),
    ("na het overschrijven", vernieuwing, "overschrijf", True, ("sleutel", "bestanden", "verklaring")),
    ("voor de bestanden", opruimen, "wis", False, ("bestanden", "verklaring")),
    ("na de bestanden", opruimen, "wis", True, ("verklaring",)),
    ("voor de verklaring", opruimen, "schrijf_heel", False, ("verklaring",)),
    ("na de verklaring", opruimen, "schrijf_heel", True, ()),
)


@pytest.mark.parametrize(("waar", "naam", "na", "nog"), [s[1:] for s in STAPPEN], ids=[s[0] for s in STAPPEN])
def test_stroomuitval(
    waar: Any, naam: str, na: bool, nog: tuple[str, ...] | None, map_: Path, klacht: Klacht,
    vernietig: Callable[[], Any], persoonlijk: tuple[str, ...],
) -> None:  # fmt: skip
    """What is still open is named, everything else works, and the same command again ends it."""
    geheim, werkmap = geheimen(map_, persoonlijk), Werkmap(map_ / "zaken")
    with pytest.MonkeyPatch.context() as m:
        _valt_uit(m, waar, naam, na=na)
        with pytest.raises(Stroomuitval):
            vernietig()
    assert klacht("audit", "controleer").code == 0
    assert klacht("brief", "2026-2").code == 0  # `toon` records that it was seen, and a writer mends the ring
    assert vernietigen.onvoltooid(werkmap) == ([(WEG, nog)] if nog else [])
    if nog is None:
        assert sporen(map_, geheim) != []
        assert vernietig().code == 0
    else:
        uit = klacht("beheer", "vernietig", "2026-1")
        assert (uit.code, all(stap in uit.uit for stap in nog)) == (0, True), uit
    assert vernietigen.onvoltooid(werkmap) == []
    assert "niets meer te doen" in klacht("beheer", "vernietig", "2026-1").uit
    assert sporen(map_, geheim) == []
    assert [p.name for p in (map_ / "zaken" / "vernietigd").iterdir()] == [
        f"verklaring-van-vernietiging-{WEG}.docx"]  # fmt: skip
    assert not list((map_ / "sleutels").rglob(NIEUW))
    assert klacht("audit", "controleer").code == 0


def test_een_stap_die_niet_lukt(
    map_: Path, klacht: Klacht, vernietig: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what is so, and which command ends it."""

    def weiger(_: Path) -> None:
        raise PermissionError(13, "")

    with monkeypatch.context() as m:
        m.setattr(opruimen, "wis", weiger)
        vernietig().eis_fout(4, "vernietiging-niet-af", "in het journaal vernietigd", "niet al haar bestanden",
                             f"klacht beheer vernietig {WEG}")  # fmt: skip
        nog = klacht("beheer", "vernietig", "2026-1", "--proef")
        assert "nog te doen: bestanden, verklaring" in nog.uit
    json = klacht("beheer", "vernietig", "2026-1", "--json").json
    assert json["afgemaakt"] == ["bestanden", "verklaring"]


def test_een_halve_vernieuwing_wordt_door_de_volgende_handeling_afgemaakt(
    map_: Path, klacht: Klacht, vernietig: Callable[[], Any]
) -> None:
    """Whatever is recorded next takes the old master away; nobody has to know of it."""
    with pytest.MonkeyPatch.context() as m:
        _valt_uit(m, vernieuwing, "overschrijf", na=False)
        with pytest.raises(Stroomuitval):
            vernietig()
    assert len(list((map_ / "sleutels").rglob(f"{HOOFD}*"))) == 2
    assert klacht("adres", "2026-2", "klager", "-", invoer='adres = "Plein 1"\n').code == 0
    assert [p.name for p in (map_ / "sleutels").rglob(f"{HOOFD}*")] == [HOOFD]


def test_een_reservekopie_van_daarvoor(
    map_: Path, klacht: Klacht, vernietig: Callable[[], Any], bevries: Bevries, persoonlijk: tuple[str, ...]
) -> None:
    """The ring of now: the case does not open, it is said since when, and it is destroyed there as well."""
    geheim = geheimen(map_, persoonlijk)
    shutil.copytree(map_ / "zaken", map_.parent / "kopie", dirs_exist_ok=True)
    vernietig()
    shutil.rmtree(map_ / "zaken")
    shutil.move(map_.parent / "kopie", map_ / "zaken")
    bevries("2028-06-01T10:00")
    assert klacht("toon", "2026-2").code == 0
    for opdracht in ("toon 2026-1", "lijst --alles", "audit controleer"):
        klacht(*opdracht.split()).eis_fout(4, "sleutel-vernietigd", "op 21 mei 2028 vernietigd", "kopie van daarvoor",
                                           f"klacht beheer vernietig {WEG}")  # fmt: skip
    uit = klacht("beheer", "vernietig", "2026-1", "--bevestig", WEG)
    assert (uit.code, uit.fout, "ook hierin" in uit.uit) == (0, "", True), uit
    assert "vernietigd op 21 mei 2028" in klacht("toon", "2026-1").uit
    assert "A. Bos" in klacht("toon", "2026-1").uit
    assert klacht("audit", "controleer").code == 0
    assert sporen(map_, geheim) == []


def test_een_sleutelkopie_van_daarvoor(
    map_: Path, klacht: Klacht, vernietig: Callable[[], Any], persoonlijk: tuple[str, ...]
) -> None:
    """An old ring under the journal of now: that it still has the key is found, and ended."""
    geheim, werkmap = geheimen(map_, persoonlijk), Werkmap(map_ / "zaken")
    shutil.copytree(map_ / "sleutels", map_.parent / "oude-sleutels", dirs_exist_ok=True)
    vernietig()
    shutil.rmtree(map_ / "sleutels")
    shutil.move(map_.parent / "oude-sleutels", map_ / "sleutels")
    with werkmap.journaal() as journaal:
        assert vernietigen.oude_sleutels(journaal) == [WEG]
    assert vernietigen.onvoltooid(werkmap) == [(WEG, ("sleutel",))]
    assert "nu ook gedaan: sleutel." in klacht("beheer", "vernietig", "2026-1").uit
    with werkmap.journaal() as journaal:
        assert vernietigen.oude_sleutels(journaal) == []
    assert sporen(map_, geheim) == []
    assert klacht("toon", "2026-2").code == 0


# ---- what others still show ----


def test_wat_ervan_overblijft(map_: Path, klacht: Klacht, vernietig: Callable[[], Any], bevries: Bevries) -> None:
    """Number, days and ground; every act in it is refused, and its number is never given again."""
    vernietig()
    regels = klacht("lijst", "--alles").uit.splitlines()
    assert [r.split()[:2] for r in regels[1:]] == [[BLIJFT, "ontvangen"], [WEG, "vernietigd"]]
    assert [r["fase"] for r in klacht("lijst", "--alles", "--json").json] == ["ontvangen", "vernietigd"]
    assert WEG not in klacht("lijst").uit
    toon = klacht("toon", "2026-1")
    assert toon.code == 0
    assert [
        w for w in ("21 mei 2028", "24 april 2026", "20 mei 2026", "selectielijst", "A. Bos") if w not in toon.uit
    ] == []
    assert klacht("toon", "2026-1", "--json").json["verstreken_op"] == LAATSTE
    for opdracht in ("termijnen 2026-1", "toets 2026-1", "heropen 2026-1 --reden x", "brief 2026-1", "sluit 2026-1",
                     "beheer vasthouden 2026-1 --reden x", "overzicht --zaak 2026-1", "trek-in 2026-1"):  # fmt: skip
        klacht(*opdracht.split()).eis_fout(3, "zaak-vernietigd", "21 mei 2028", f"klacht toon {WEG}")
    for opdracht in ("vandaag", "termijnen", "signalen", "lijst --alles", "beheer bewaren --alles", "toets 2026-2"):
        assert klacht(*opdracht.split()).code in (0, 1), opdracht
    with Werkmap(map_ / "zaken").journaal(schrijven=True) as j, j.handeling(door="jan", proef=True) as schrijver:
        assert schrijver.volgend_zaaknummer(2026) == "K2026-003"
        with pytest.raises(sqlite3.IntegrityError, match="vernietigd"):
            j._db.execute("INSERT INTO journaal SELECT nummer + 1, zaak, soort, vastgelegd_op, rol, versie, inhoud, "
                          "inhoud_sha256, hash FROM journaal WHERE soort = 'zaak_vernietigd'")  # fmt: skip


def test_het_laatste_nummer_komt_niet_terug(map_: Path, klacht: Klacht, bevries: Bevries) -> None:
    """Also where the case that was destroyed had the highest number."""
    assert klacht("trek-in", "2026-2").code == 0
    assert klacht("sluit", "2026-2", "--reden", "rust").code == 0
    bevries("2030-06-01T10:00")
    (over_jaren,) = klacht("beheer", "vernietig", "2026-2", "--proef", "--json").json["opmerkingen"]
    assert over_jaren.startswith("Over 2027 en 2028 is met klacht geen jaarverslag gemaakt")  # over 2026 there is one
    uit = klacht("beheer", "vernietig", "2026-2", "--bevestig", BLIJFT, "--tweede", "A. Bos")
    assert uit.code == 0, uit
    with Werkmap(map_ / "zaken").journaal(schrijven=True) as j, j.handeling(door="jan", proef=True) as schrijver:
        assert schrijver.volgend_zaaknummer(2026) == "K2026-003"


def test_een_jaar_waarvan_een_zaak_weg_is_wordt_niet_geteld(
    map_: Path, klacht: Klacht, vernietig: Callable[[], Any], bevries: Bevries
) -> None:
    """Its figures would be lower than they were: the report of then stands, and no later one shows that year."""
    bevries("2028-05-20T10:00")
    assert klacht("jaarverslag", "2027", "--json").json["edities"]["bevoegd-gezag"]["jaren"] == ["2026", "2027"]
    bevries(f"{RIJP}T10:00")
    vernietig()
    for opdracht in (
        "jaarverslag 2026",
        "jaarverslag 2026 --herkomst",
        "brief 2026 aanbieding-jaarverslag --aan werkgever",
    ):
        klacht(*opdracht.split()).eis_fout(3, "jaar-deels-vernietigd", "van 2026 is 1 zaak vernietigd", "jaarverslagen")
    bevries("2029-01-20T10:00")
    uit = klacht("jaarverslag", "2028", "--json").json
    assert uit["edities"]["bevoegd-gezag"]["jaren"] == ["2027", "2028"]
    assert any("2026 staat er niet naast" in o for o in uit["opmerkingen"])
    blad = Document(str(map_ / "zaken" / "jaarverslagen" / "jaarverslag-2028-bevoegd-gezag.docx"))
    assert any("2026 staat er niet naast" in p.text for p in blad.paragraphs)


def test_een_overzicht_van_daarvoor_is_nog_te_lezen(map_: Path, klacht: Klacht, vernietig: Callable[[], Any]) -> None:
    """What was filled in for the other cases comes back; of this one it is said that it is gone."""
    overzicht = str(map_ / "overzicht.xlsx")
    assert klacht("overzicht", "-o", overzicht).code == 0
    vernietig()
    uit = klacht("overzicht", "lees", overzicht)
    assert (uit.code, f"{WEG}: vernietigd, en niet gelezen" in uit.uit) == (1, True), uit


# ---- several processes ----

SCHRIJVER = """
import sys
from datetime import datetime
from pathlib import Path
from klachtcli import klok
klok.nu = lambda: datetime.fromisoformat("2028-05-21T10:00+00:00")
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

werkmap, naam = Werkmap(Path(sys.argv[1])), sys.argv[2]
print("klaar", flush=True)
sys.stdin.readline()
for n in range(8):
    k = Klaagschrift("2028-05-21", bijlage=(Bijlage(f"{naam}-{n}"),))
    print(ontvang(werkmap, k, [f"{naam}-{n}".encode()]).zaak, flush=True)
"""


def test_vernietigen_terwijl_anderen_schrijven(map_: Path, klacht: Klacht, vernietig: Callable[[], Any]) -> None:
    """The master is renewed between their acts: not one of the keys that they made is lost."""
    kinderen = [
        subprocess.Popen([sys.executable, "-c", SCHRIJVER, str(map_ / "zaken"), f"p{n}"], stdin=subprocess.PIPE,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                         env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
        for n in range(2)
    ]  # fmt: skip
    for kind in kinderen:
        assert kind.stdout is not None
        assert kind.stdout.readline() == "klaar\n"
    for kind in kinderen:
        assert kind.stdin is not None
        kind.stdin.write("\n")
        kind.stdin.flush()
    uit = vernietig()
    zaken = [z for kind in kinderen for z in kind.communicate(timeout=30)[0].split()]
    assert [kind.returncode for kind in kinderen] == [0, 0]
    assert (uit.code, len(set(zaken))) == (0, 16), uit
    assert klacht("audit", "controleer", "--json").json["zaken"] == 1 + 16
    with Werkmap(map_ / "zaken").journaal() as journaal:
        assert journaal.ring.zaken() == {BLIJFT, *zaken}


def test_een_journaal_dat_al_open_was(map_: Path, vernietig: Callable[[], Any]) -> None:
    """Opened to write before the renewal, used after it: its new key is wrapped under the master of now."""
    werkmap = Werkmap(map_ / "zaken")
    with werkmap.journaal(schrijven=True) as oud:
        assert vernietig().code == 0
        with oud.handeling(door="jan") as schrijver:
            schrijver.bewaar_stuk("K2028-001", b"na de vernieuwing")
    with werkmap.journaal() as journaal:
        assert isinstance(journaal, Journaal)
        assert journaal.ring.sleutel("K2028-001") is not None
