"""The annual report (art. 14): what each edition prints, that neither gives a person away, and what stands behind it.

JAREN tells how many cases of which course a year has; CIJFERS what the report over 2025 then prints.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from openpyxl import load_workbook

from klachtcli import klok
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import lees_regelingen
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.jaarverslag import maak
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Aanvulling, Gedraging, Klaagschrift, Persoon

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
REGELING = "tk-ongewenste-omgangsvormen"
EDITIES = ("bevoegd-gezag", "ondernemingsraad")

# course: the conduct, and what happened on which day after receipt
VERLOOP: dict[str, tuple[tuple[str, ...], tuple[tuple[int, Callable[[date], g.Gebeurtenis]], ...]]] = {
    "geadviseerd": (("pesten",), (
        (5, g.KlachtCompleet), (12, g.OntvankelijkBevonden), (40, g.FeitenoverzichtVerzonden),
        (55, lambda d: g.AdviesUitgebracht(d, "gegrond", advies=g.Advies(aard=("preventief",)))),
        (56, g.AdviesOntvangen),
        (70, lambda d: g.BeslissingGenomen(d, "gegrond", beslissing=g.Beslissing(wijkt_af=False))),
        (80, g.ZaakGesloten))),
    "te laat": (("intimidatie",), (
        (5, g.KlachtCompleet), (25, g.OntvankelijkBevonden), (40, g.FeitenoverzichtVerzonden),
        (90, lambda d: g.AdviesUitgebracht(d, "gegrond", advies=g.Advies(aard=("corrigerend",)))),
        (91, g.AdviesOntvangen),
        (130, lambda d: g.BeslissingGenomen(d, "gegrond", beslissing=g.Beslissing(wijkt_af=False))),
        (140, g.ZaakGesloten))),
    "ingetrokken": (("intimidatie",), ((20, g.KlachtIngetrokken), (21, g.ZaakGesloten))),
    "open": (("pesten", "intimidatie"), ()),
    "zonder": ((), ()),
}  # fmt: skip
JAREN = {
    2023: {"geadviseerd": 12},
    2024: {"geadviseerd": 2, "ingetrokken": 1},
    2025: {"geadviseerd": 21, "ingetrokken": 6, "te laat": 6, "open": 3},
}
KLEIN = "te klein"  # of a table with nothing to show only the head is printed
# What is printed of 2025 (36 received, 27 advised on): the table, the row, for the bevoegd gezag (5), for the or (10),
# and why.
CIJFERS = (
    ("ontvangen", "ontvangen klachten", "36", "36", "art. 14 vraagt het aantal"),
    ("stand", "– afgesloten", KLEIN, KLEIN, "33, maar uit 36 min 33 was af te leiden dat er 3 nog lopen"),
    ("stand", "– in behandeling", KLEIN, KLEIN, "3"),
    ("aard", "– pesten", "24 (67%)", "24 (67%)", "24 met en 12 zonder"),
    ("aard", "– intimidatie", "15 (42%)", "15 (42%)", "15 met en 21 zonder"),
    ("aard", "– extremisme", "minder dan 5", "minder dan 10", "0: ook nul is klein"),
    ("uitkomst", "advies uitgebracht", "27", "27", "los aantal"),
    ("uitkomst", "ingetrokken", "6", "minder dan 10", "6"),
    ("ontvankelijkheid", "over de ontvankelijkheid beslist of geadviseerd", KLEIN, KLEIN,
     "27 ontvankelijk van 27, naast 27 adviezen: dan is er geen niet-ontvankelijk"),
    ("beslissing", "– volgt het advies", KLEIN, KLEIN, "27 van 27: de rest is nul"),
    ("aard_advies", "– corrigerend", "6 (22%)", "minder dan 10", "6"),
    ("termijn: advies", "zaken", "27", KLEIN, "21 op tijd en 6 te laat"),
    ("termijn: advies", "– na de termijn", "6 (22%)", KLEIN, "6"),
    ("termijn: advies", "– mediaan", "43 dagen", KLEIN, "van dag 12 tot dag 55"),
    ("termijn: ontvankelijkheid", "mediaan", "7 dagen", KLEIN, "meer dan een uitkomst: geen aantallen"),
    ("termijn: ontvangstbevestiging", "zaken", KLEIN, KLEIN, "0"),
)  # fmt: skip


def _vul(werkmap: Werkmap, jaren: dict[int, dict[str, int]]) -> None:
    regeling = lees_regelingen(werkmap.config / "regelingen", REGELING)[-1]
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="toets") as schrijver:
        dossiers, kalender = Dossiers(journaal), lees_kalender(werkmap.config / "kalender")
        bronnen = dossiers.leg_regels_vast(schrijver, regeling), dossiers.leg_regels_vast(schrijver, kalender)
        for jaar, soorten in jaren.items():
            verlopen = [soort for soort, aantal in soorten.items() for _ in range(aantal)]
            for n, soort in enumerate(verlopen, 1):
                # open cases come in late in the year, so that they are open at its end
                dag = date(jaar, 11 if soort == "open" else 2, 1) + timedelta(days=n)
                categorieen, stappen = VERLOOP[soort]
                gedragingen = tuple(Gedraging(c, f"Zwijgt sinds {dag}", str(dag)) for c in categorieen)  # type: ignore[arg-type]
                k = Klaagschrift(str(dag), "e-mail", dag, True, Persoon(f"Qklager {n}"), (Persoon(f"Zleider {n}"),),
                                 gedragingen)  # fmt: skip
                schrijver.voeg_toe(f"K{jaar}-{n:03d}", g.KlaagschriftOntvangen(dag, k, *bronnen))
                for na, gebeurtenis in stappen:
                    schrijver.voeg_toe(f"K{jaar}-{n:03d}", gebeurtenis(dag + timedelta(days=na)))


@pytest.fixture(scope="module")
def drie_jaar(ingericht: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder with three years of cases and its ring, made once; over the first two years a report was made."""
    basis = shutil.copytree(ingericht, tmp_path_factory.mktemp("drie_jaar"), dirs_exist_ok=True)
    werkmap = Werkmap(basis / "zaken")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KLACHT_SLEUTELMAP", str(basis / "sleutels"))
        patch.setattr(klok, "nu", lambda: datetime(2026, 6, 10, 10, tzinfo=UTC))
        _vul(werkmap, JAREN)
        for jaar in (2023, 2024):
            maak(werkmap, jaar, (), werkmap.pad)
    return basis


@pytest.fixture
def vol(drie_jaar: Path, werkmap: Werkmap, bevries: Bevries) -> Werkmap:
    """Three years of cases, seen in June 2026; a copy, to do with as a test likes."""
    bevries("2026-06-10T10:00")
    shutil.copytree(drie_jaar, werkmap.pad.parent, dirs_exist_ok=True)
    return werkmap


def _edities(klacht: Klacht, jaar: int = 2025) -> dict[str, Any]:
    uit = klacht("jaarverslag", str(jaar), "--proef", "--json")
    assert uit.code == 0, uit
    return dict(uit.json["edities"])


def _rijen(editie: Any) -> dict[str, list[str]]:
    """Of each row its figures, the last of rows with the same words."""
    return {r["wat"]: r["cijfers"] for t in editie["tabellen"] for r in t["rijen"]}


def _alles(pad: Path) -> str:
    """Everything in a docx or xlsx, its parts and their names."""
    with zipfile.ZipFile(pad) as z:
        return "\n".join(naam + z.read(naam).decode("utf-8", "replace") for naam in z.namelist())


def _cellen(blad: Any) -> list[str]:
    """The words of every table of a document, without those that a row repeats."""
    return [cel.text for tabel in blad.tables for rij in tabel.rows for cel in rij.cells]


# ---- what is printed ----


@pytest.mark.parametrize(("tabel", "wat", "gezag", "raad", "waarom"), CIJFERS, ids=[f"{c[0]} {c[1]}" for c in CIJFERS])
def test_wat_er_staat(tabel: str, wat: str, gezag: str, raad: str, waarom: str, vol: Werkmap, klacht: Klacht) -> None:
    gevonden = []
    for editie in _edities(klacht).values():
        van_tabel = [t for t in editie["tabellen"] if t["id"] == tabel]
        gevonden.append(_rijen({"tabellen": van_tabel}).get(wat, [KLEIN])[-1])
    assert gevonden == [gezag, raad], waarom


def test_de_jaren_staan_ernaast(vol: Werkmap, klacht: Klacht) -> None:
    """The number received is exact in every year, in both editions; three klachten tell nothing else."""
    for editie in _edities(klacht).values():
        assert editie["jaren"] == ["2023", "2024", "2025"]
        assert editie["tabellen"][0]["rijen"][0]["cijfers"] == ["12", "3", "36"]
        getallen = {r["cijfers"][1] for t in editie["tabellen"][1:] for r in t["rijen"]}
        assert {c for c in getallen if c[:1].isdigit()} <= {"3"}  # the base again


# what is recorded after the report over 2023 was made, of that year
LATER = {
    "een aanvulling": lambda n: (date(2025, 6, 1), g.AanvullingOntvangen(date(2025, 6, 1), Aanvulling(
        "2025-06-01", gedraging=(Gedraging("discriminatie", "Ook dit", "2023-01-15"),)))),
    "met een dag in 2023": lambda n: (date(2023, 12, 30), g.KlachtIngetrokken(date(2023, 12, 30))),
    "een heropening": lambda n: (date(2023, 12, 30), g.ZaakHeropend(date(2023, 12, 30), "vergissing")),
}  # fmt: skip


@pytest.mark.parametrize("wat", LATER)
def test_een_eerder_jaar_staat_er_zoals_in_zijn_eigen_verslag(wat: str, vol: Werkmap, klacht: Klacht) -> None:
    """What came to light after a report would tell of one case to whoever has both."""
    eigen = _edities(klacht, 2023)
    with vol.journaal(schrijven=True) as journaal, journaal.handeling(door="toets") as schrijver:
        for n in range(1, 8):
            schrijver.voeg_toe(f"K2023-{n:03d}", LATER[wat](n)[1])
    nu = _edities(klacht, 2025)
    for naam in EDITIES:
        toen = {(t["id"], r["wat"]): r["cijfers"][-1].partition(" (")[0]
                for t in eigen[naam]["tabellen"] for r in t["rijen"]}  # fmt: skip
        naast = {(t["id"], r["wat"]): r["cijfers"][0] for t in nu[naam]["tabellen"] for r in t["rijen"]}
        assert toen.keys() <= naast.keys()
        assert {k: naast[k] for k, w in toen.items() if naast[k] != w} == {}


def test_een_tweede_verslag_met_andere_cijfers_waarschuwt(vol: Werkmap, klacht: Klacht) -> None:
    """While the figures are the same it is the same report; with others it is a new one, and that is told."""
    eerste = klacht("jaarverslag", "2025", "--json").json
    with vol.journaal(schrijven=True) as journaal, journaal.handeling(door="toets") as schrijver:
        schrijver.voeg_toe("K2025-034", g.OpmerkingGemaakt(date(2026, 6, 9), "Bel mij"))
    weer = klacht("jaarverslag", "2025", "--json").json
    assert (weer["zegel"], weer["edities"]) == (eerste["zegel"], eerste["edities"])
    with vol.journaal(schrijven=True) as journaal, journaal.handeling(door="toets") as schrijver:
        schrijver.voeg_toe("K2025-034", g.KlachtIngetrokken(date(2025, 12, 30)))
    uit = klacht("jaarverslag", "2025")
    assert "Op 10 juni 2026 is over dit jaar al een verslag gemaakt, met andere cijfers dan nu." in uit.uit
    assert "het verschil kan een enkele zaak laten zien" in uit.uit
    assert eerste["zegel"] not in uit.uit
    assert klacht("audit", "controleer", "--zegel", eerste["zegel"]).code == 0
    merk = eerste["zegel"].partition("-")[2]
    assert klacht("audit", "controleer", "--zegel", merk).code == 0
    klacht("audit", "controleer", "--zegel", merk[::-1]).eis_fout(4, "zegel-klopt-niet")
    klacht("audit", "controleer", "--zegel", "weg").eis_fout(2, "geen-zegel", "17-9f3a22c177aa01be")


def test_naast_een_later_verslag_staat_wat_is_verzonden(vol: Werkmap, klacht: Klacht) -> None:
    """Of two reports over a year the one that the letter went out with; a higher threshold of now holds for it too."""
    klacht("jaarverslag", "2025")
    klacht("brief", "2025", "aanbieding-jaarverslag")
    klacht("brief", "2025", "aanbieding-jaarverslag", "--verzonden", "2026-06-10")
    with vol.journaal(schrijven=True) as journaal, journaal.handeling(door="toets") as schrijver:
        schrijver.voeg_toe("K2025-034", g.KlachtIngetrokken(date(2025, 12, 30)))
    assert "met andere cijfers" in klacht("jaarverslag", "2025").uit
    eigen = (vol.config / "jaarverslag.toml").read_text(encoding="utf-8")
    for drempel, ingetrokken in ((5, "6"), (7, "minder dan 7")):
        nieuw = re.sub(r"drempel_bevoegd_gezag = \d+", f"drempel_bevoegd_gezag = {drempel}", eigen)
        (vol.config / "jaarverslag.toml").write_text(nieuw, encoding="utf-8")
        uit = klacht("jaarverslag", "2026", "--voorlopig", "--proef", "--json").json
        (uitkomst,) = [t for t in uit["edities"]["bevoegd-gezag"]["tabellen"] if t["id"] == "uitkomst"]
        assert _rijen({"tabellen": [uitkomst]})["ingetrokken"][-2] == ingetrokken


# what is in the way, and what the refusal says; then nothing is recorded, and no letter can be made of it
IN_DE_WEG = (
    ("geen sjabloon", "sjabloon-ontbreekt"),
    ("een bestand waar de map moet komen", "jaarverslag-niet-te-schrijven"),
)


@pytest.mark.parametrize(("wat", "code"), IN_DE_WEG, ids=[i[0] for i in IN_DE_WEG])
def test_wat_niet_te_maken_is_ligt_niet_vast(wat: str, code: str, vol: Werkmap, klacht: Klacht) -> None:
    if wat == "geen sjabloon":
        (vol.pad / "templates" / "jaarverslag.docx").unlink()
        klacht("jaarverslag", "2025", "--proef").eis_fout(4, code)
    else:
        vol.jaarverslagen.write_text("in de weg")
    klacht("jaarverslag", "2025").eis_fout(4, code)
    klacht("brief", "2025", "aanbieding-jaarverslag").eis_fout(3, "jaarverslag-ontbreekt")


def test_voorlopig_van_een_jaar_dat_om_is_is_gewoon_het_verslag(vol: Werkmap, klacht: Klacht) -> None:
    uit = klacht("jaarverslag", "2025", "--voorlopig", "--json").json
    assert (uit["voorlopig"], [p for p in uit["bestanden"] if "voorlopig" in Path(p).name]) == (False, [])
    assert klacht("brief", "2025", "aanbieding-jaarverslag").code == 0


def test_de_herkomst_is_die_van_het_verslag_dat_is_gemaakt(vol: Werkmap, klacht: Klacht) -> None:
    """After a late entry: the figures as they were printed, and that they are other ones by now."""
    klacht("jaarverslag", "2025")
    with vol.journaal(schrijven=True) as journaal, journaal.handeling(door="toets") as schrijver:
        schrijver.voeg_toe("K2025-034", g.KlachtIngetrokken(date(2025, 12, 30)))
    uit = klacht("jaarverslag", "2025", "--herkomst", "--json").json
    (rij,) = [r for t in uit["tabellen"] for r in t["rijen"] if r["id"] == "ingetrokken"]
    assert rij["waarde"] == 6
    assert [o for o in uit["opmerkingen"] if "met andere cijfers dan nu" in o]


def test_andere_percentages_zijn_een_ander_verslag(vol: Werkmap, klacht: Klacht) -> None:
    klacht("jaarverslag", "2025")
    eigen = (vol.config / "jaarverslag.toml").read_text(encoding="utf-8")
    (vol.config / "jaarverslag.toml").write_text(eigen.replace("percentage_vanaf = 20", "percentage_vanaf = 40"))
    rijen = _rijen(_edities(klacht)["bevoegd-gezag"])
    assert rijen["– pesten"][-1] == "24"


def test_een_brief_met_eigen_woorden_over_een_jaar_zonder_verslag(vol: Werkmap, klacht: Klacht) -> None:
    """It is made, with a word about it; of a year to come it is not."""
    woorden = (Path(__file__).parents[2] / "voorbeelden" / "jaarverslag.toml").read_text(encoding="utf-8")
    brief = ("aanbieding-jaarverslag", "--gegevens", "-")
    uit = klacht("brief", "2025", *brief, invoer=woorden)
    assert (uit.code, "Over 2025 is nog geen jaarverslag gemaakt." in uit.uit) == (0, True)
    klacht("brief", "2099", *brief, invoer=woorden).eis_fout(2, "jaar-in-de-toekomst", "2099")


def test_van_een_jaar_zonder_verslag_staat_niets_ernaast(werkmap: Werkmap, klacht: Klacht, bevries: Bevries) -> None:
    """What was never reported has no column; it can be reported first."""
    bevries("2026-06-10T10:00")
    _vul(werkmap, {2024: {"ingetrokken": 6}, 2025: {"ingetrokken": 7}})
    uit = klacht("jaarverslag", "2025", "--json").json
    assert uit["edities"]["bevoegd-gezag"]["jaren"] == ["2025"]
    assert [o for o in uit["opmerkingen"] if "klacht jaarverslag 2024" in o]
    klacht("jaarverslag", "2024")
    assert _edities(klacht)["bevoegd-gezag"]["jaren"] == ["2024", "2025"]


def test_het_kenmerk_zegt_niet_hoeveel_er_is_gebeurd(vol: Werkmap, klacht: Klacht) -> None:
    """The zegel begins with the number of entries: of one klacht that tells how far it came. Printed is its hash."""
    zegel = klacht("jaarverslag", "2025", "--json").json["zegel"]
    nummer, _, merk = zegel.partition("-")
    assert int(nummer) > 100
    klacht("brief", "2025", "aanbieding-jaarverslag")
    papier = [*vol.jaarverslagen.iterdir(), *(vol.pad / "brieven" / "jaarverslag-2025").iterdir()]
    assert len(papier) == 6
    for pad in papier:
        assert (re.findall(r"\b\d{2,}-[0-9a-f]{16}\b", _alles(pad)), "zegel" in pad.name) == ([], False), pad.name
        assert merk in _alles(pad) or "aanbieding" in pad.name


def test_de_tweede_editie_laat_niets_meer_zien_dan_de_eerste(vol: Werkmap, klacht: Klacht) -> None:
    eerste, tweede = (_rijen(e) for e in _edities(klacht).values())
    for wat, cijfers in tweede.items():
        for een, ander in zip(eerste[wat], cijfers, strict=True):
            assert ander.partition(" (")[0] == een.partition(" (")[0] or not ander[:1].isdigit(), wat


def test_geen_percentage_op_kleine_aantallen(werkmap: Werkmap, klacht: Klacht, bevries: Bevries) -> None:
    """Seven and seven of fourteen show, and are no fifty percent: below twenty cases there are none."""
    bevries("2026-06-10T10:00")
    _vul(werkmap, {2025: {"geadviseerd": 7, "ingetrokken": 7}})
    rijen = _rijen(_edities(klacht)["bevoegd-gezag"])
    assert (rijen["– pesten"], rijen["– intimidatie"]) == (["7"], ["7"])


def test_hoogstens_een_kenmerk_tegelijk(vol: Werkmap, klacht: Klacht) -> None:
    """No table by onderdeel or fractie, and none that crosses two traits."""
    for editie in _edities(klacht).values():
        titels = " ".join([*(t["titel"] for t in editie["tabellen"]), *editie["te_klein"]]).casefold()
        assert not [w for w in ("onderdeel", "fractie", "dienst", " per ") if w in titels]


# ---- the files ----


def test_twee_edities_in_word_en_excel(vol: Werkmap, klacht: Klacht) -> None:
    """Four files, named after year and reader; the same words in docx, xlsx and on the screen."""
    uit = klacht("jaarverslag", "2025", "--json")
    namen = [f"jaarverslag-2025-{naam}.{soort}" for naam in EDITIES for soort in ("docx", "xlsx")]
    assert [Path(p).name for p in uit.json["bestanden"]] == namen
    for naam in EDITIES:
        rijen = [(r["wat"], *r["cijfers"]) for t in uit.json["edities"][naam]["tabellen"] for r in t["rijen"]]
        blad = docx.Document(str(vol.jaarverslagen / f"jaarverslag-2025-{naam}.docx"))
        assert {len(t.columns) for t in blad.tables} == {4}
        in_word = [tuple(c.text for c in rij.cells) for t in blad.tables for rij in t.rows if rij.cells[0].text]
        assert in_word == rijen
        boek = load_workbook(vol.jaarverslagen / f"jaarverslag-2025-{naam}.xlsx")
        in_excel = list(boek["Cijfers"].iter_rows(min_row=2, min_col=2, max_col=5, values_only=True))
        zonder = [(wat, *(c.partition(" (")[0].partition(" dag")[0] for c in cijfers)) for wat, *cijfers in rijen]
        assert [(str(w).replace(" (dagen)", ""), *map(_als_tekst, c)) for w, *c in in_excel][: len(rijen)] == zonder
        assert len(boek["Per jaar"]._charts) == 1


def _als_tekst(waarde: object) -> str:
    return f"{waarde:g}".replace(".", ",") if isinstance(waarde, int | float) else str(waarde)


def test_geen_mens_en_geen_zaak_in_een_bestand(vol: Werkmap, klacht: Klacht) -> None:
    """Not in any part of it, nor in what the chart carries along."""
    assert klacht("jaarverslag", "2025").code == 0
    bestanden = sorted(vol.jaarverslagen.iterdir())
    assert len(bestanden) == 4
    for pad in bestanden:
        alles = _alles(pad)
        assert re.findall(r"K20\d\d-\d+|Qklager|Zleider|Zwijgt|external(?:Link|Data)", alles) == [], pad.name
        assert not [teken for teken in ("{{", "{%", "None") if teken in alles], pad.name


@pytest.mark.parametrize("naam", EDITIES)
def test_de_grafiek_is_van_word_zelf(naam: str, vol: Werkmap, klacht: Klacht) -> None:
    """With the numbers that are always given, and no workbook behind it."""
    klacht("jaarverslag", "2025")
    with zipfile.ZipFile(vol.jaarverslagen / f"jaarverslag-2025-{naam}.docx") as z:
        (deel,) = [n for n in z.namelist() if "chart" in n]
        grafiek = z.read(deel).decode()
        assert not [n for n in z.namelist() if n.endswith((".png", ".xlsx", ".bin"))]
    assert '<autoTitleDeleted val="1"/>' in grafiek  # else Word names it after its only series
    assert re.findall(r"<v>(\w+)</v>", grafiek) == ["klachten", "2023", "2024", "2025", "12", "3", "36"]


def test_wat_de_lezer_erbij_leest(vol: Werkmap, klacht: Klacht) -> None:
    """For whom it is, over what, how numbers are protected, and where the committee writes."""
    klacht("jaarverslag", "2025")
    for naam, woorden in {
        "bevoegd-gezag": ("Editie voor het bevoegd gezag", "vertrouwelijk en geanonimiseerd", "‘minder dan 5’"),
        "ondernemingsraad": ("Editie voor de ondernemingsraad", "ter informatie", "‘minder dan 10’"),
    }.items():
        blad = docx.Document(str(vol.jaarverslagen / f"jaarverslag-2025-{naam}.docx"))
        tekst = "\n".join(p.text for p in blad.paragraphs)
        for deel in (*woorden, "1 januari 2025 tot en met 31 december 2025", "dit aantal klachten: 36", "Aanbevelingen",
                     "[Hier schrijft de commissie haar aanbevelingen.", "versie van 1 mei 2021"):  # fmt: skip
            assert deel in tekst, deel
        assert "Voorlopig" not in tekst


def test_leesbaar(vol: Werkmap, klacht: Klacht, leesbaarheid: Callable[..., Any]) -> None:
    """As readable as a letter (Flesch-Douma 60), and no sentence of more than 25 words."""
    klacht("jaarverslag", "2025")
    for naam in EDITIES:
        gemeten = leesbaarheid(docx.Document(str(vol.jaarverslagen / f"jaarverslag-2025-{naam}.docx")))
        assert gemeten.score >= 60
        assert [z for z in gemeten.zinnen if len(z.split()) > 25] == []


def test_dezelfde_bytes(vol: Werkmap, klacht: Klacht, tmp_path: Path) -> None:
    """The same journal gives the same files; made again, they stood there already."""
    klacht("jaarverslag", "2025")
    klacht("jaarverslag", "2025", "-o", str(tmp_path / "elders"))
    for pad in vol.jaarverslagen.iterdir():
        assert pad.read_bytes() == (tmp_path / "elders" / pad.name).read_bytes()
    assert klacht("jaarverslag", "2025").uit.count("(stond er al)") == 4
    assert len(list(vol.jaarverslagen.iterdir())) == 4


def test_wat_de_commissie_erin_schreef_blijft_staan(vol: Werkmap, klacht: Klacht) -> None:
    """A changed file keeps its name; the new one gets another, with a warning about the difference of two reports."""
    klacht("jaarverslag", "2025", "--editie", "bevoegd-gezag")
    pad = vol.jaarverslagen / "jaarverslag-2025-bevoegd-gezag.docx"
    pad.write_bytes(pad.read_bytes() + b"aanbevelingen")
    uit = klacht("jaarverslag", "2025", "--editie", "bevoegd-gezag")
    assert (uit.code, "Er stond al een bestand met die naam" in uit.uit) == (0, True)
    assert pad.read_bytes().endswith(b"aanbevelingen")
    assert sorted(p.name for p in vol.jaarverslagen.iterdir()) == [
        "jaarverslag-2025-bevoegd-gezag-2.docx", "jaarverslag-2025-bevoegd-gezag.docx",
        "jaarverslag-2025-bevoegd-gezag.xlsx",
    ]  # fmt: skip


def test_proef_schrijft_niets(vol: Werkmap, klacht: Klacht) -> None:
    uit = klacht("jaarverslag", "2025", "--proef")
    assert (uit.code, "niets geschreven" in uit.uit, vol.jaarverslagen.exists()) == (0, True, False)
    klacht("brief", "2025", "aanbieding-jaarverslag").eis_fout(3, "jaarverslag-ontbreekt")


# ---- where the figures come from ----


def test_herkomst_noemt_de_zaken(vol: Werkmap, klacht: Klacht) -> None:
    """Every figure exactly, also of what does not go out; the sum of a verdeling is its base; nothing is written."""
    uit = klacht("jaarverslag", "2025", "--herkomst", "--json").json
    tabellen = {t["id"]: t for t in uit["tabellen"]}
    rijen = {r["id"]: r for t in uit["tabellen"] for r in t["rijen"]}
    assert rijen["ingetrokken"]["zaken"] == [f"K2025-{n:03d}" for n in range(22, 28)]
    assert rijen["ontvangen_en_open"]["zaken"] == ["K2025-034", "K2025-035", "K2025-036"]
    assert (rijen["open"]["waarde"], tabellen["werkvoorraad"]["intern"]) == (3, True)
    assert all(r["waarde"] == len(r["zaken"]) for r in rijen.values() if r["eenheid"] == "zaken")
    op_scherm = klacht("jaarverslag", "2025", "--herkomst")
    assert "K2025-034, K2025-035, K2025-036" in op_scherm.uit
    assert "alleen voor de secretaris" in op_scherm.fout
    assert not vol.jaarverslagen.exists()


def test_wat_aan_de_cijfers_ontbreekt_hoort_de_secretaris(werkmap: Werkmap, klacht: Klacht, bevries: Bevries) -> None:
    """With the first five cases; the report itself does not say it."""
    bevries("2026-06-10T10:00")
    _vul(werkmap, {2024: {"zonder": 3}, 2025: {"zonder": 7}})
    uit = klacht("jaarverslag", "2025", "--json").json
    opmerkingen = [o for o in uit["opmerkingen"] if "zonder categorie" in o]
    assert opmerkingen == ["7 klachten zonder categorie: K2025-001, K2025-002, K2025-003, K2025-004, K2025-005 en 2 "
                           "andere (--herkomst noemt ze)."]  # fmt: skip
    assert "zonder categorie" not in str(uit["edities"])
    uit = klacht("jaarverslag", "2024", "--proef", "--json").json
    assert "3 klachten zonder categorie: K2024-001, K2024-002, K2024-003." in uit["opmerkingen"]


# ---- the letter with it ----


def test_de_brief_neemt_de_hoofdpunten_over(vol: Werkmap, klacht: Klacht) -> None:
    """Each reader gets those of their own edition, as it was made."""
    klacht("jaarverslag", "2025")
    with vol.journaal(schrijven=True) as journaal, journaal.handeling(door="toets") as schrijver:
        schrijver.voeg_toe("K2025-001", g.ZaakHeropend(date(2025, 12, 30), "vergissing"))
    uit = klacht("brief", "2025", "aanbieding-jaarverslag", "--json")
    assert uit.code == 0, uit
    teksten = {}
    for b in uit.json["brieven"]:
        teksten[b["aan"]] = "\n".join(p.text for p in docx.Document(b["bestand"]).paragraphs)
    assert all("dit aantal klachten: 36." in t for t in teksten.values())
    assert "pesten: 24 (67%)\nintimidatie: 15 (42%)" in teksten["werkgever"]
    assert "advies uitgebracht: 27\npreventief: 21 (78%)\ncorrigerend: 6 (22%)" in teksten["werkgever"]
    assert "Een aantal onder de 5 noemen wij niet precies." in teksten["werkgever"]
    assert not [w for w in ("minder dan", "ontvangen klachten") if w in teksten["werkgever"]]
    assert "corrigerend" not in teksten["ondernemingsraad"]
    assert "Een aantal onder de 10 noemen wij niet precies." in teksten["ondernemingsraad"]


def test_een_brief_hoort_bij_een_verslag(vol: Werkmap, klacht: Klacht) -> None:
    klacht("brief", "2025", "aanbieding-jaarverslag").eis_fout(3, "jaarverslag-ontbreekt", "klacht jaarverslag 2025")


def test_de_secretaris_mag_het_anders_zeggen(vol: Werkmap, klacht: Klacht) -> None:
    klacht("jaarverslag", "2025")
    uit = klacht("brief", "2025", "aanbieding-jaarverslag", "--aan", "werkgever", "--gegevens", "-", "--json",
                 invoer='aard = ["vooral pesten"]\n')  # fmt: skip
    tekst = "\n".join(p.text for p in docx.Document(uit.json["bestand"]).paragraphs)
    assert ("vooral pesten" in tekst, "pesten: 24 (" in tekst, "klachten: 36." in tekst) == (True, False, True)


def test_geen_brief_over_een_jaar_dat_loopt(vol: Werkmap, klacht: Klacht) -> None:
    klacht("brief", "2026", "aanbieding-jaarverslag").eis_fout(2, "jaar-loopt-nog", "--voorlopig")


# ---- what is no year, and what is no template ----

# what is typed, the stable code, and words of the message
FOUT = (
    ("2025 -o . --herkomst", "opties-botsen", "--herkomst"),
    ("2025 -o verslag.docx", "geen-map", "-o noemt een map"),
    ("2025 --editie directie", "editie-onbekend", "bevoegd-gezag, ondernemingsraad"),
    ("2026", "jaar-loopt-nog", "2026 loopt nog", "klacht jaarverslag 2026 --voorlopig"),
    ("2027", "jaar-in-de-toekomst", "2027 is nog niet begonnen"),
    ("2027 --voorlopig", "jaar-in-de-toekomst", "2027"),
    ("25", "geen-jaar", "'25' is geen jaar", "klacht jaarverslag 2025"),
    ("K2025-001", "geen-jaar", "klacht jaarverslag 2025"),
    ("1999", "geen-jaar", "1999"),
    ("2022", "jaar-voor-journaal", "begint op 24 april 2026", "over 2022 weet het niets"),
)


@pytest.mark.parametrize(("getypt", "code", "woorden"), [(f[0], f[1], f[2:]) for f in FOUT], ids=[f[0] for f in FOUT])
def test_geen_goed_jaar(getypt: str, code: str, woorden: tuple[str, ...], vol: Werkmap, klacht: Klacht) -> None:
    klacht("jaarverslag", *getypt.split()).eis_fout(2, code, *woorden)
    assert not vol.jaarverslagen.exists()


# on which day, whether a report over 2026 is made, and over what
OP_DE_GRENS = (
    ("2026-12-31T10:00", (), 2, "2026 loopt nog"),
    ("2026-12-31T10:00", ("--voorlopig",), 0, "1 januari 2026 tot en met 31 december 2026"),
    ("2027-01-01T10:00", (), 0, "1 januari 2026 tot en met 31 december 2026"),
)


@pytest.mark.parametrize(("moment", "opties", "code", "woorden"), OP_DE_GRENS)
def test_om_oud_en_nieuw(
    moment: str, opties: tuple[str, ...], code: int, woorden: str, klacht: Klacht, bevries: Bevries
) -> None:
    """The last day is part of the year: until it is over, cases may still come in."""
    bevries(moment)
    uit = klacht("jaarverslag", "2026", "--proef", *opties)
    assert (uit.code, woorden in uit.uit + uit.fout) == (code, True)
    if code == 0:
        assert klacht("jaarverslag", "2026", "--proef", "--json", *opties).json["voorlopig"] is bool(opties)


def test_op_nieuwjaarsdag(klacht: Klacht, bevries: Bevries) -> None:
    bevries("2027-01-01T10:00")
    assert "1 januari 2027 tot en met 1 januari 2027" in klacht("jaarverslag", "2027", "--voorlopig", "--proef").uit


def test_een_leeg_journaal(klacht: Klacht, werkmap: Werkmap, bevries: Bevries) -> None:
    """A year in which nothing came in has a report too: art. 14 asks one each year."""
    klacht("jaarverslag", "2025").eis_fout(2, "jaar-voor-journaal", "begint op 24 april 2026")
    bevries("2027-03-01T10:00")
    uit = klacht("jaarverslag", "2026")
    assert (uit.code, "0 klachten ontvangen" in uit.uit) == (0, True)
    assert "Het journaal begint op 24 april 2026." in uit.uit
    blad = docx.Document(str(werkmap.jaarverslagen / "jaarverslag-2026-bevoegd-gezag.docx"))
    assert "dit aantal klachten: 0." in "\n".join(p.text for p in blad.paragraphs)
    assert _cellen(blad) == ["", "2026", "ontvangen klachten", "0"]
    # that a term is named says nothing: it comes from the regulation, also where no case has it
    assert [p.text for p in blad.paragraphs if "Advies aan de werkgever (8 weken)" in p.text]


def test_een_jaar_voor_het_journaal(werkmap: Werkmap, klacht: Klacht, bevries: Bevries) -> None:
    """Of 2025 somebody entered klachten, and the report says when the journal began; of 2024 nobody did."""
    bevries("2026-06-10T10:00")
    _vul(werkmap, {2023: {"ingetrokken": 1}, 2025: {"open": 1}})
    klacht("jaarverslag", "2024").eis_fout(2, "jaar-voor-journaal", "over 2024 weet het niets")
    klacht("jaarverslag", "2025")
    begin = "Het journaal begint op 24 april 2026. Klachten van eerder tellen alleen mee als ze erin staan."
    for naam in EDITIES:
        blad = docx.Document(str(werkmap.jaarverslagen / f"jaarverslag-2025-{naam}.docx"))
        assert begin in [p.text for p in blad.paragraphs]
        boek = load_workbook(werkmap.jaarverslagen / f"jaarverslag-2025-{naam}.xlsx")
        assert ("Let op", begin) in list(boek["Toelichting"].iter_rows(values_only=True))


def test_een_jaar_dat_loopt_is_voorlopig(vol: Werkmap, klacht: Klacht) -> None:
    """It says so in its name and in its text, and up to when it counts."""
    uit = klacht("jaarverslag", "2026", "--voorlopig")
    assert "1 januari 2026 tot en met 10 juni 2026" in uit.uit
    (pad,) = vol.jaarverslagen.glob("*bevoegd-gezag-voorlopig.docx")
    tekst = "\n".join(p.text for p in docx.Document(str(pad)).paragraphs)
    assert "Voorlopig: 2026 loopt nog. Dit zijn de cijfers tot en met 10 juni 2026." in tekst


def test_het_eigen_sjabloon(vol: Werkmap, klacht: Klacht) -> None:
    """A committee may leave the chart out, and write what it likes around the figures."""
    pad = vol.pad / "templates" / "jaarverslag.docx"
    blad = docx.Document(str(pad))
    for alinea in blad.paragraphs:
        if alinea._p.xpath(".//w:drawing"):
            alinea._p.getparent().remove(alinea._p)
    blad.paragraphs[0].text = "Ons verslag over {{ jaar }}"
    blad.save(str(pad))
    assert klacht("jaarverslag", "2025").code == 0
    nieuw = docx.Document(str(vol.jaarverslagen / "jaarverslag-2025-bevoegd-gezag.docx"))
    assert nieuw.paragraphs[0].text == "Ons verslag over 2025"


SJABLOON = (
    ("weg", None, "sjabloon-ontbreekt", "klacht init"),
    ("geen docx", b"geen docx", "sjabloon-onleesbaar", "geen docx"),
    ("een naam die niet bestaat", "{{ jaartal }}", "plaatshouder-onbekend", "jaartal"),
    ("een vergeten einde", "{%p if jaar %}", "sjabloon-schrijffout", "endif"),
)


@pytest.mark.parametrize(("wat", "inhoud", "code", "woord"), SJABLOON, ids=[s[0] for s in SJABLOON])
def test_een_kapot_sjabloon(
    wat: str, inhoud: bytes | str | None, code: str, woord: str, vol: Werkmap, klacht: Klacht
) -> None:
    pad = vol.pad / "templates" / "jaarverslag.docx"
    if inhoud is None:
        pad.unlink()
    elif isinstance(inhoud, bytes):
        pad.write_bytes(inhoud)
    else:
        blad, ruw = docx.Document(str(pad)), io.BytesIO()
        blad.add_paragraph(inhoud)
        blad.save(ruw)
        pad.write_bytes(ruw.getvalue())
    uit = klacht("jaarverslag", "2025")
    uit.eis_fout(2 if code == "plaatshouder-onbekend" else 4, code, woord)
    assert list(vol.jaarverslagen.glob("*.docx")) == []


@pytest.mark.parametrize("editie", ["OR", "Ondernemingsraad", "ondernemingsraad"])
def test_de_editie_zoals_men_haar_noemt(editie: str, vol: Werkmap, klacht: Klacht) -> None:
    uit = klacht("jaarverslag", "2025", "--editie", editie, "--json").json
    assert [Path(p).name for p in uit["bestanden"]] == [
        "jaarverslag-2025-ondernemingsraad.docx", "jaarverslag-2025-ondernemingsraad.xlsx"]  # fmt: skip
    assert uit["periode"] == {"eerste": "2025-01-01", "laatste": "2025-12-31"}


def test_een_map_waar_niets_mag(vol: Werkmap, klacht: Klacht, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    klacht("jaarverslag", "2025", "-o", str(tmp_path / "bestand")).eis_fout(4, "jaarverslag-niet-te-schrijven", "-o")
    klacht("jaarverslag", "2025", "-o", str(tmp_path / "weg" / "nog")).eis_fout(
        4, "jaarverslag-niet-te-schrijven", "-o"
    )


def test_de_drempels_zijn_van_de_commissie(vol: Werkmap, klacht: Klacht) -> None:
    """config/jaarverslag.toml: with a threshold of three, three shows."""
    (vol.config / "jaarverslag.toml").write_text(
        "drempel_bevoegd_gezag = 3\ndrempel_ondernemingsraad = 4\njaren_terug = 0\n"
    )
    edities = _edities(klacht)
    assert _rijen(edities["bevoegd-gezag"])["– in behandeling"] == ["3 (8%)"]
    assert "– in behandeling" not in _rijen(edities["ondernemingsraad"])
    assert msgspec.json.encode(edities).decode().count("minder dan 5") == 0


# ---- the letter goes out ----


def test_de_brief_bij_het_verslag_is_verzonden(vol: Werkmap, klacht: Klacht, bevries: Bevries) -> None:
    """Made, shown, sent to both or to one; once. What follows after making it says so, and works."""
    assert "aanbieding-jaarverslag" in klacht("brief", "2025").uit  # how to make one
    klacht("jaarverslag", "2025")
    assert "klacht brief 2025 aanbieding-jaarverslag --verzonden DATUM" in klacht(
        "brief", "2025", "aanbieding-jaarverslag").uit  # fmt: skip
    assert [(b["aan"], b["verzonden_op"]) for b in klacht("brief", "2025", "--json").json["gemaakt"]] == [
        ("werkgever", None), ("ondernemingsraad", None)]  # fmt: skip
    weg = ("brief", "2025", "aanbieding-jaarverslag", "--verzonden")
    assert klacht(*weg, "2026-06-10", "--aan", "werkgever", "--proef").uit.endswith("als proef: niets vastgelegd.\n")
    uit = klacht(*weg, "2026-06-10", "--aan", "werkgever")
    assert (uit.code, uit.uit) == (0, "2025: brief aan de werkgever verzonden op 10 juni 2026, vastgelegd.\n")
    bevries("2026-06-12T10:00")
    assert klacht(*weg, "2026-06-12", "--json").json["aan"] == ["ondernemingsraad"]
    klacht(*weg, "2026-06-12").eis_fout(3, "niets-te-verzenden", "al als verzonden vastgelegd", "klacht brief 2025")
    assert [b["verzonden_op"] for b in klacht("brief", "2025", "--json").json["gemaakt"]] == [
        "2026-06-10",
        "2026-06-12",
    ]


NIET_VERZONDEN = (
    ("een ander jaar", ("2024", "--verzonden", "2026-06-10"), 3, "niets-te-verzenden", "over 2024 nog niet gemaakt"),
    ("morgen", ("2025", "--verzonden", "2026-06-11"), 3, "dag-te-vroeg", "11 juni 2026"),
    ("voor hij er was", ("2025", "--verzonden", "2026-06-09"), 3, "dag-te-vroeg", "9 juni 2026"),
    ("aan een klager", ("2025", "--verzonden", "2026-06-10", "--aan", "klager"), 2, "wie-onbekend", "werkgever"),
    ("een eigen brief", ("2025", "--verzonden", "2026-06-10", "--eigen"), 2, "opties-botsen", "--eigen"),
)


@pytest.mark.parametrize(
    ("wat", "opties", "code", "stabiel", "woord"), NIET_VERZONDEN, ids=[n[0] for n in NIET_VERZONDEN]
)
def test_wat_niet_verzonden_kan_zijn(
    wat: str, opties: tuple[str, ...], code: int, stabiel: str, woord: str, vol: Werkmap, klacht: Klacht
) -> None:
    klacht("jaarverslag", "2025")
    klacht("brief", "2025", "aanbieding-jaarverslag")
    klacht("brief", opties[0], "aanbieding-jaarverslag", *opties[1:]).eis_fout(code, stabiel, woord)
