"""Another regulation from the command line: chosen with init, and a case under each from receipt to closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from klachtcli.secretariaat.werkmap import Werkmap

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
SZW, EZ, CBS = "szw-ongewenste-omgangsvormen", "ez-ongewenste-omgangsvormen", "cbs-klachten"
KAMER, AWB = "tk-ongewenste-omgangsvormen", "awb-9"
ALLE = (AWB, CBS, EZ, SZW, KAMER)


# ---- init --regeling ----


def _regeling(map_: Path) -> str:
    (regel,) = [r for r in (map_ / "config" / "commissie.toml").read_text("utf-8").splitlines()
                if r.startswith("regeling = ")]  # fmt: skip
    return regel.split('"')[1]


@pytest.fixture
def map_(werkmap: Werkmap) -> Path:
    """The work folder of `werkmap`, with the committee as it came: nothing filled in."""
    pad = werkmap.config / "commissie.toml"
    pad.write_bytes((Path(__file__).parents[2] / "config" / "commissie.toml").read_bytes())
    return werkmap.pad


def test_een_nieuwe_map_volgt_de_gekozen_regeling(klacht: Klacht, tmp_path: Path) -> None:
    """The rest of commissie.toml is as shipped."""
    nieuw = tmp_path / "nieuw"
    uit = klacht("init", str(nieuw), "--regeling", SZW, "--json")
    assert (uit.code, uit.json["regeling"], _regeling(nieuw)) == (0, SZW, SZW)
    eigen, mee = ((p / "config" / "commissie.toml").read_text("utf-8") for p in (nieuw, Path(__file__).parents[2]))
    assert eigen.replace(SZW, KAMER) == mee


def test_zonder_keuze_die_van_de_kamer(map_: Path, klacht: Klacht) -> None:
    assert klacht("init", str(map_), "--json").json["regeling"] is None
    assert _regeling(map_) == KAMER


@pytest.mark.parametrize("id_", ["szw-ongewenste-omgangsvorm", "awb9"])
def test_een_onbekende_naam_noemt_de_naaste_en_de_lijst(id_: str, klacht: Klacht, tmp_path: Path) -> None:
    """And makes nothing."""
    nieuw = tmp_path / "nieuw"
    klacht("init", str(nieuw), "--regeling", id_).eis_fout(2, "regeling-onbekend", "bedoelt u", *ALLE)
    assert not nieuw.exists()


def test_een_map_waarin_nog_niets_is_ingevuld_neemt_de_keuze_over(map_: Path, klacht: Klacht) -> None:
    assert klacht("init", str(map_), "--regeling", EZ, "--proef").code == 0
    assert _regeling(map_) == KAMER
    assert klacht("init", str(map_), "--regeling", EZ).code == 0
    assert klacht("init", str(map_), "--regeling", CBS).code == 0
    assert _regeling(map_) == CBS


def test_wat_is_ingevuld_blijft_staan(werkmap: Werkmap, klacht: Klacht) -> None:
    """It says which line to change, and that cases keep theirs; the regulation it has already is no change."""
    pad = werkmap.config / "commissie.toml"
    eerst = pad.read_bytes()
    woorden = (KAMER, f'regeling = "{SZW}"', "houden de regeling van hun ontvangst")
    klacht("init", str(werkmap.pad), "--regeling", SZW).eis_fout(2, "commissie-al-ingevuld", *woorden)
    assert klacht("init", str(werkmap.pad), "--regeling", KAMER).code == 0
    assert pad.read_bytes() == eerst


def test_een_eigen_regeling_is_ook_te_kiezen(map_: Path, klacht: Klacht) -> None:
    eigen = map_ / "config" / "regelingen" / "eigen"
    eigen.mkdir()
    tekst = (eigen.parent / AWB / "2026-01-01.toml").read_text("utf-8")
    (eigen / "2026-01-01.toml").write_text(tekst.replace(f'id = "{AWB}"', 'id = "eigen"', 1), "utf-8")
    assert klacht("init", str(map_), "--regeling", "eigen").code == 0
    assert _regeling(map_) == "eigen"


def test_de_uitleg_noemt_elke_regeling(klacht: Klacht) -> None:
    uitleg = klacht("init", "--help").uit
    meegeleverd = {p.name for p in (Path(__file__).parents[2] / "config" / "regelingen").iterdir()}
    assert {*ALLE} == meegeleverd
    assert [id_ for id_ in meegeleverd if id_ not in uitleg.split()] == []


# ---- een hele zaak ----


class Loop(NamedTuple):
    """A regulation, what is typed on which day, and at the end each term: its last day, and when it was met."""

    regeling: str
    stappen: tuple[tuple[str, str], ...]
    termijnen: dict[str, tuple[str, str | None]]


BESLUIT = ("2026-05-04", "besluit 1 compleet --op 2026-05-04"), ("2026-05-06", "besluit 1 ontvankelijk")
BEVESTIGD = ("2026-04-28", "brief 1 ontvangstbevestiging --eigen --verzonden 2026-04-28")
ADVIES = f"adviseer 1 {VOORBEELDEN / 'advies.toml'}"
BESLIS = f"beslis 1 {VOORBEELDEN / 'beslissing.toml'}"
JAAR, EERSTE = ("2025-04-24", "2026-01-15"), ("2026-05-04", "2026-04-28")


def _post(dag: str, *soorten: str) -> tuple[tuple[str, str], ...]:
    return tuple((dag, f"brief 1 {soort} --eigen --verzonden {dag}") for soort in soorten)


LOPEN = [
    Loop(SZW, (
        BEVESTIGD, ("2026-04-28", "toets 1"), *BESLUIT, *_post("2026-05-06", "mededeling-ontvankelijk"),
        *_post("2026-05-06", "afschrift-klacht"), ("2026-05-08", "commissie 1"),
        ("2026-05-12", "hoor 1 2026-05-26"), ("2026-05-26", "hoor 1 --gehouden 2026-05-26"),
        ("2026-05-29", "verslag 1"), ("2026-06-01", "feiten 1 --verzonden 2026-06-01"),
        ("2026-06-16", "feiten 1 --gesloten 2026-06-16"), ("2026-06-17", "verdaag 1 advies --tot 2026-07-03"),
        *_post("2026-06-17", "verdaging-advies"), ("2026-06-26", ADVIES), *_post("2026-06-26", "advies"),
        *_post("2026-06-26", "afschrift-advies"), ("2026-06-29", "adviseer 1 --ontvangen 2026-06-29"),
        ("2026-07-20", BESLIS), *_post("2026-07-20", "beslissing"),
        ("2026-07-20", "beslis 1 --commissie-geinformeerd 2026-07-20"), ("2026-07-21", "sluit 1"),
    ), {
        "jaartermijn": JAAR, "ontvangstbevestiging": EERSTE,
        "ontvankelijkheid": ("2026-05-08", "2026-05-06"),  # art. 8 lid 2: twee weken vanaf 24 april
        "advies": ("2026-07-03", "2026-06-26"),  # art. 9 lid 3: tot de dag die is gezegd
        "reactie_feitenoverzicht": ("2026-06-15", "2026-06-16"),  # art. 9 lid 1: eigen twee weken
        "beslissing": ("2026-07-27", "2026-07-20"),  # art. 10 lid 1: vier weken vanaf 29 juni
    }),
    Loop(EZ, (
        BEVESTIGD, ("2026-04-28", "vul-aan 1 --gevraagd"), *_post("2026-04-28", "verzoek-aanvulling"),
        ("2026-05-01", f"vul-aan 1 {VOORBEELDEN / 'aanvulling.toml'} --op 2026-05-01"), ("2026-05-01", "toets 1"),
        ("2026-05-01", "commissie 1"), *BESLUIT, *_post("2026-05-06", "mededeling-ontvankelijk"),
        *_post("2026-05-06", "afschrift-klacht"), ("2026-05-12", "hoor 1 2026-05-26"),
        *_post("2026-05-12", "uitnodiging-klager", "uitnodiging-aangeklaagde"),
        ("2026-05-20", "bemiddel 1 aanvaard --door klager"),
        ("2026-05-20", "bemiddel 1 aanvaard --door aangeklaagde"),
        ("2026-05-21", "bemiddel 1 opgeschort --instemming-op 2026-05-20"),
        ("2026-05-25", "bemiddel 1 mislukt"), ("2026-05-25", "bemiddel 1 hervat"),
        ("2026-05-26", "hoor 1 --gehouden 2026-05-26"), ("2026-05-29", "verslag 1"),
        ("2026-06-01", "feiten 1 --verzonden 2026-06-01"), ("2026-06-10", "feiten 1 --gesloten 2026-06-10"),
        ("2026-06-19", ADVIES), *_post("2026-06-19", "advies"), ("2026-06-22", "adviseer 1 --ontvangen 2026-06-22"),
        ("2026-07-16", "verdaag 1 beslissing --met P4W --reden vakantie"), *_post("2026-07-16", "verdaging-beslissing"),
        ("2026-08-10", BESLIS), *_post("2026-08-10", "beslissing"),
        ("2026-08-10", "beslis 1 --commissie-geinformeerd 2026-08-10"), ("2026-08-11", "sluit 1"),
    ), {
        "jaartermijn": JAAR, "ontvangstbevestiging": EERSTE, "aanvulling": ("2026-05-12", "2026-05-01"),
        "behandeling": ("2026-05-08", "2026-05-06"), "kennisgeving": ("2026-05-22", "2026-05-06"),
        "advies": ("2026-06-23", "2026-06-19"),  # acht weken, en vier dagen stil (21 tot 25 mei)
        "reactie_feitenoverzicht": ("2026-06-09", "2026-06-10"),  # acht dagen
        "beslissing": ("2026-08-18", "2026-08-10"),  # tien, herstel twee, verdaging vier weken, en vier dagen stil
    }),
    Loop(CBS, (
        ("2026-04-28", "toets 1"), *_post("2026-04-29", "ontvangstbevestiging"), *BESLUIT,
        *_post("2026-05-06", "afschrift-klacht"), ("2026-05-08", "hoor 1 2026-05-19"),
        ("2026-05-19", "hoor 1 --gehouden 2026-05-19"), ("2026-05-22", "verslag 1"), ("2026-06-03", BESLIS),
        *_post("2026-06-03", "beslissing"), ("2026-06-04", "sluit 1"),
    ), {
        "jaartermijn": JAAR, "ontvangstbevestiging": ("2026-04-30", "2026-04-29"),  # art. 7 lid 1: drie werkdagen
        "kennisgeving": ("2026-05-22", "2026-05-06"), "beslissing": ("2026-06-05", "2026-06-03"),
    }),
]  # fmt: skip


@pytest.fixture
def onder(werkmap: Werkmap) -> Callable[[str], None]:
    """Let new cases follow another regulation, as the secretary does it: one line of commissie.toml."""

    def kies(id_: str) -> None:
        pad = werkmap.config / "commissie.toml"
        tekst = pad.read_text("utf-8")
        assert KAMER in tekst
        pad.write_text(tekst.replace(KAMER, id_, 1), "utf-8")

    return kies


def _loop(klacht: Klacht, bevries: Bevries, stappen: tuple[tuple[str, str], ...]) -> None:
    for dag, opdracht in stappen:
        bevries(f"{dag}T10:00")
        uit = klacht(*opdracht.split())
        assert uit.code in ((0, 1) if opdracht.startswith("toets") else (0,)), (opdracht, uit)


@pytest.mark.parametrize("loop", LOPEN, ids=lambda x: x.regeling)
def test_een_zaak_van_ontvangst_tot_sluiting(
    loop: Loop, onder: Callable[[str], None], klacht: Klacht, zaak: Callable[..., str], bevries: Bevries
) -> None:
    """Nothing is skipped with a reason; at the end nothing is open, and a replay gives the same."""
    onder(loop.regeling)
    zaak()
    _loop(klacht, bevries, loop.stappen)
    termijnen = {t["termijn"]: (t["uiterlijk"], t["voldaan_op"]) for t in klacht("termijnen", "1", "--json").json}
    assert termijnen == loop.termijnen
    dossier = klacht("toon", "1", "--json").json
    assert dossier["fase"] == "gesloten"
    herspeeld = klacht("audit", "herspeel")
    assert (herspeeld.code, "gelijk" in herspeeld.uit) == (0, True), herspeeld


def test_niet_ontvankelijk_bij_szw_pas_na_de_zienswijze(
    onder: Callable[[str], None], klacht: Klacht, zaak: Callable[..., str], bevries: Bevries
) -> None:
    """Art. 8 lid 4: the klager hears the finding, has two weeks, and then the committee advises."""
    onder(SZW)
    zaak()
    bevries("2026-05-06T10:00")
    advies = ("besluit", "1", "advies-niet-ontvankelijk", "--grond", "6.2.b")
    klacht(*advies).eis_fout(3, "vraagt-een-reden", "art. 8 lid 4", "bericht van niet-ontvankelijkheid")
    assert klacht("brief", "1", "bericht-niet-ontvankelijk", "--eigen", "--verzonden", "2026-05-06").code == 0
    (zienswijze,) = [t for t in klacht("termijnen", "1", "--json").json if t["termijn"] == "zienswijze"]
    assert (zienswijze["uiterlijk"], zienswijze["vindplaats"]) == ("2026-05-20", "art. 8 lid 4")
    bevries("2026-05-21T10:00")
    assert klacht(*advies).code == 0
    assert klacht("audit", "herspeel").code == 0


# ---- brieven ----


@pytest.mark.parametrize("id_", [SZW, EZ, CBS, AWB])
def test_zonder_sjabloon_zegt_brief_wat_dan_helpt(
    id_: str, onder: Callable[[str], None], klacht: Klacht, zaak: Callable[..., str]
) -> None:
    """The command of the duty is one that works, and the refusal names it and the other way out."""
    onder(id_)
    zaak()
    overzicht = klacht("brief", "1")
    assert "Voor deze regeling zijn er geen sjablonen" in overzicht.uit
    eigen = "klacht brief K2026-001 ontvangstbevestiging --eigen --verzonden DATUM"
    assert eigen in overzicht.uit
    klacht("brief", "1", "ontvangstbevestiging").eis_fout(
        3, "brief-van-andere-regeling", eigen, "ontvangstbevestiging.docx", f"'{id_}' bij `regelingen`"
    )
    assert klacht(*eigen.replace("DATUM", "2026-04-24").split()[1:]).code == 0


def test_een_aangepast_sjabloon_geldt_voor_de_eigen_regeling(
    onder: Callable[[str], None], klacht: Klacht, zaak: Callable[..., str], werkmap: Werkmap
) -> None:
    """The other way out, as the refusal tells it."""
    onder(SZW)
    zaak()
    pad = werkmap.sjablonen / "letters.toml"
    tekst = pad.read_text("utf-8")
    pad.write_text(tekst.replace(f'regelingen = ["{KAMER}"]', f'regelingen = ["{KAMER}", "{SZW}"]', 1), "utf-8")
    assert klacht("brief", "1", "ontvangstbevestiging").code == 0


@pytest.mark.parametrize(
    ("handeling", "opdracht"),
    [("annuleer_hoorzitting", "hoor 1 --geannuleerd"),
     ("vraag_voorziening", "voorziening 1 gevraagd --door klager --grond welzijn")],
    ids=["een zitting afzeggen", "een voorziening vragen"],
)  # fmt: skip
def test_ook_hierbij_kan_een_eigen_regeling_een_reden_vragen(
    handeling: str, opdracht: str, klacht: Klacht, loop_tot: Callable[[str], None], werkmap: Werkmap
) -> None:
    """A regulation of one's own says what belongs before any act; the reason that is then asked for is taken."""
    pad = werkmap.config / "regelingen" / KAMER / "2021-05-01.toml"
    regel = f'id = "{handeling}"\n'
    pad.write_text(pad.read_text("utf-8").replace(regel, f'{regel}verwacht = ["feitenoverzicht_verzonden"]\n'), "utf-8")
    loop_tot("hoor 1 2026-06-09")
    klacht(*opdracht.split()).eis_fout(3, "vraagt-een-reden", "--toch REDEN")
    uit = klacht(*opdracht.split(), "--toch", "de zaal is weg")
    assert uit.code == 0, uit
    assert "Met uw reden is vastgelegd: " in uit.uit
