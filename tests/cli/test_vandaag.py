"""The day of a secretary: what is late, what is due, who waits for whom, and the command for each."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from klachtcli.secretariaat.werkmap import Werkmap

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
Zaak = Callable[..., str]
Klim = Callable[[str], None]

ADRES = 'adres = "Plein 2"\npostcode = "2511 CR"\nplaats = "Den Haag"\n'
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
INVOER = {naam.upper(): (VOORBEELDEN / f"{naam}.toml").read_text(encoding="utf-8") for naam in ("advies", "beslissing")}


def _weg(soort: str) -> str:
    return f"brief 1 {soort} --verzonden {{dag}}"


# How far the case is, on which day, and what was typed that day (ADVIES and BESLISSING stand for their files).
WEG: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ontvangen", "2026-04-24", ()),
    ("bevestigd", "2026-04-28", ("toets 1", "brief 1 ontvangstbevestiging", _weg("ontvangstbevestiging"))),
    ("compleet", "2026-04-29", ("besluit 1 compleet --op {dag}",)),
    ("ontvankelijk", "2026-05-06", (
        "bemiddel 1 voorgesteld", "brief 1 voorstel-bemiddeling", _weg("voorstel-bemiddeling"),
        "bemiddel 1 geweigerd --door klager", "besluit 1 ontvankelijk")),
    ("samengesteld", "2026-05-07", (
        "adres 1 aangeklaagde -", "brief 1 --alle", _weg("mededeling-ontvankelijk"), _weg("afschrift-klacht"),
        "commissie 1")),
    ("gepland", "2026-05-11", (
        "hoor 1 2026-06-09 --wie klager --tijd 10:00", "hoor 1 2026-06-09 --wie aangeklaagde --tijd 13:30")),
    ("uitgenodigd", "2026-05-12", ("brief 1 --alle", _weg("uitnodiging-klager"), _weg("uitnodiging-aangeklaagde"))),
    ("gehoord", "2026-06-09", ("hoor 1 --gehouden {dag}",)),
    ("feiten", "2026-06-16", (
        "verslag 1 --van klager", "verslag 1 --van aangeklaagde", "feiten 1 --verzonden {dag}",
        "brief 1 feitenoverzicht",
        _weg("feitenoverzicht"))),
    ("geadviseerd", "2026-06-30", ("feiten 1 --gesloten {dag}", "adviseer 1 ADVIES")),
    ("bij de werkgever", "2026-07-01", (
        "brief 1 --alle", _weg("advies"), _weg("afschrift-advies"), "adviseer 1 --ontvangen {dag}")),
    ("verdaagd", "2026-07-20", ("verdaag 1 beslissing --met P4W --reden zomer", _weg("verdaging-beslissing"))),
    ("beslist", "2026-08-20", ("beslis 1 BESLISSING", "brief 1 --alle", _weg("beslissing"),
                               "beslis 1 --commissie-geinformeerd {dag}")),
    ("nazorg", "2026-08-24", (_weg("sluiting-en-nazorg"),)),
    ("gesloten", "2026-08-25", ("sluit 1",)),
)  # fmt: skip
STANDEN = [naam for naam, _, _ in WEG]


@pytest.fixture
def klim(klacht: Klacht, zaak: Zaak, bevries: Bevries) -> Klim:
    """Take case 1 as far as a stage of WEG, from where it is."""
    rest = list(WEG)

    def ga(tot: str) -> None:
        while rest:
            stand, dag, opdrachten = rest.pop(0)
            bevries(f"{dag}T10:00")
            if stand == "ontvangen":
                zaak()
            for opdracht in opdrachten:
                woorden = ["-" if w in INVOER else w for w in opdracht.split()]
                invoer = next((t for naam, t in INVOER.items() if opdracht.endswith(naam)), ADRES)
                uit = klacht(*(w.format(dag=dag) for w in woorden), invoer=invoer)
                assert uit.code == 0, (opdracht, uit)
            if stand == tot:
                return
        raise AssertionError(f"WEG has no {tot}")

    return ga


def _taken(klacht: Klacht, *opties: str) -> dict[str, list[str]]:
    """What is to be done, as the commands in each group."""
    groepen: dict[str, list[str]] = {}
    for t in klacht("vandaag", "--json", *opties).json["taken"]:
        groepen.setdefault(t["groep"], []).append(t["opdracht"].replace("klacht ", "").replace(" K2026-001", ""))
    return groepen


# hoe ver, op welke dag men kijkt, eindigt met, wat te laat is, wat deze week, wat op een ander wacht
DAGEN = [
    ("ontvangen", "2026-04-24", 0, [], [], []),
    ("ontvangen", "2026-04-27", 0, [], ["brief ontvangstbevestiging", "toets"], []),
    ("ontvangen", "2026-05-04", 0, [], ["brief ontvangstbevestiging", "toets"], []),
    ("ontvangen", "2026-05-06", 1, ["brief ontvangstbevestiging", "toets"], [], []),
    ("bevestigd", "2026-04-28", 0, [], ["besluit compleet"], []),
    ("compleet", "2026-05-06", 0, [], ["bemiddel voorgesteld", "besluit ontvankelijk"], []),
    ("samengesteld", "2026-05-14", 0, [], ["hoor DATUM"], []),
    ("gepland", "2026-05-22", 0, [], ["brief uitnodiging-klager", "brief uitnodiging-aangeklaagde"],
     ["termijnen --uitleg"]),
    ("gepland", "2026-06-01", 1, ["brief uitnodiging-klager", "brief uitnodiging-aangeklaagde"], [], []),
    ("uitgenodigd", "2026-06-08", 0, [], ["hoor --gehouden DATUM"], []),
    ("uitgenodigd", "2026-06-10", 1, ["hoor --gehouden DATUM"], [], []),
    ("feiten", "2026-06-16", 0, [], [], ["feiten --gesloten DATUM"]),
    ("geadviseerd", "2026-06-30", 0, [],
     ["brief advies", "brief afschrift-advies --aan klager", "brief afschrift-advies --aan aangeklaagde",
      "adviseer --ontvangen DATUM"], []),
    ("bij de werkgever", "2026-07-29", 0, [], [], ["beslis BESTAND"]),
    ("bij de werkgever", "2026-07-30", 1, ["beslis BESTAND"], [], []),
    ("verdaagd", "2026-08-26", 0, [], [], ["beslis BESTAND"]),
    ("verdaagd", "2026-08-27", 1, ["beslis BESTAND"], [], []),
    ("nazorg", "2026-08-24", 0, [], ["sluit"], []),
    ("gesloten", "2027-01-04", 0, [], [], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stand", "dag", "code", "laat", "week", "wacht"), DAGEN, ids=[f"{d[0]}, gezien op {d[1]}" for d in DAGEN]
)
def test_de_dag_in_het_leven_van_een_zaak(
    stand: str, dag: str, code: int, laat: list[str], week: list[str], wacht: list[str], klacht: Klacht, klim: Klim,
    bevries: Bevries,
) -> None:  # fmt: skip
    """Late is what lies past its last day (exit code 1); due is what is to be planned within a week."""
    klim(stand)
    bevries(f"{dag}T10:00")
    groepen = _taken(klacht)
    gezien = [groepen.get(g, []) for g in ("te laat", "deze week", "wacht op een ander")]
    assert [sorted(g) for g in gezien] == [sorted(laat), sorted(week), sorted(wacht)], groepen
    assert klacht("vandaag").code == code


def test_de_hele_weg_heeft_elke_dag_opdrachten_die_bestaan(klacht: Klacht, klim: Klim) -> None:
    """Every command that the day names, with its blanks filled in, is one that the program understands."""
    genoemd: set[str] = set()
    for stand in STANDEN:
        klim(stand)
        dag = klacht("vandaag", "--json").json
        toon = klacht("toon", "1", "--json").json
        genoemd |= {t["opdracht"] for t in dag["taken"]} | {m["helpt"] for m in dag["meldingen"]}
        genoemd |= {*toon["volgende"], *toon["zijpaden"], *(p["opdracht"] for p in toon["te_doen"])}
    assert len(genoemd) > 30
    for opdracht in sorted(o for o in genoemd if o.startswith("klacht ")):
        woorden = shlex.split(_ingevuld(opdracht))[1:]
        proef = [] if woorden[0] in ("termijnen",) else ["--proef"]
        uit = klacht(*woorden, *proef, invoer="x = 1\n")
        assert "Traceback" not in uit.fout
        assert not re.search(r"\[(verkeerd-gebruik|[a-z]+-onvolledig|geen-datum|wie-onbekend|onverwacht)\]",
        uit.fout), (
            opdracht, uit.fout,
        )  # fmt: skip


def _ingevuld(opdracht: str) -> str:
    """A command with its blanks filled in, as somebody would."""
    grond = "welzijn" if "voorziening" in opdracht else "10.2"
    for blank, waarde in (("DATUM", "2026-08-25"), ("BESTAND", "-"), ("PARTIJ", "klager"), ("GROND", grond),
                          ("DUUR", "P1W")):  # fmt: skip
        opdracht = opdracht.replace(blank, waarde)
    return re.sub(r"(\S+)\|\S+", r"\1", opdracht)


def test_voor_mensen(klacht: Klacht, klim: Klim, bevries: Bevries, persoonlijk: tuple[str, ...]) -> None:
    """The day by its name, what is late first, each with its command beneath it; no names."""
    klim("gepland")
    bevries("2026-06-01T10:00")
    uit = klacht("vandaag")
    assert uit.code == 1
    assert uit.uit.startswith("Maandag 1 juni 2026\n")
    regels = uit.uit.splitlines()
    plek = regels.index("TE LAAT:")
    assert regels[plek + 1].startswith("- K2026-001 nodig uit voor de hoorzitting")
    assert "uiterlijk 30 mei 2026, veilig 29 mei 2026 (art. 11 lid 4; eigen norm)" in regels[plek + 1]
    assert regels[plek + 2].startswith("  klacht brief K2026-001 uitnodiging-")
    assert [w for w in persoonlijk if w in uit.uit] == []


def test_op_wie_wordt_gewacht(klacht: Klacht, klim: Klim) -> None:
    klim("bij de werkgever")
    assert (
        "- K2026-001 [werkgever] beslissing op het advies: uiterlijk 29 juli 2026 (art. 13 lid 1)"
        in klacht("vandaag").uit
    )


def test_geteld_wordt_met_de_veilige_dag(klacht: Klacht, klim: Klim, bevries: Bevries) -> None:
    """Uiterlijk Saturday 30 May, veilig Friday 29 May: in the week from Friday 22 May, not from the day before."""
    klim("gepland")
    for dag, erbij in (("2026-05-21", False), ("2026-05-22", True)):
        bevries(f"{dag}T10:00")
        assert ("brief uitnodiging-klager" in _taken(klacht).get("deze week", [])) is erbij, dag


def test_verder_vooruit_en_alles(klacht: Klacht, klim: Klim) -> None:
    """`--dagen` looks further; `--alles` shows what comes later, without which only its number is told."""
    klim("ontvangen")
    assert "Later: 2 (toon ze met --alles)." in klacht("vandaag").uit
    assert "klacht toets K2026-001" not in klacht("vandaag").uit
    assert "klacht toets K2026-001" in klacht("vandaag", "--alles").uit
    assert _taken(klacht, "--dagen", "10")["deze week"] == ["brief ontvangstbevestiging", "toets"]
    assert _taken(klacht, "--dagen", "9").keys() == {"later"}
    assert klacht("vandaag", "--dagen", "-1").code == 2


def test_als_json(klacht: Klacht, klim: Klim) -> None:
    """Stable keys: scripts depend on them."""
    klim("gepland")
    uit = klacht("vandaag", "--json", "--dagen", "40").json
    assert uit.keys() == {"op", "taken", "hoorzittingen", "meldingen"}
    assert uit["op"] == "2026-05-11"
    assert all(
        t.keys()
        == {
            "zaak",
            "sleutel",
            "groep",
            "wat",
            "vindplaats",
            "wie",
            "uiterlijk",
            "veilig",
            "brief",
            "eigen_norm",
            "opdracht",
        }
        for t in uit["taken"]
    )
    assert {t["groep"] for t in uit["taken"]} <= {"te laat", "deze week", "wacht op een ander", "later"}
    assert uit["hoorzittingen"] == [
        {"zaak": "K2026-001", "dag": "2026-06-09", "tijd": "10:00", "wie": ["klager"]},
        {"zaak": "K2026-001", "dag": "2026-06-09", "tijd": "13:30", "wie": ["aangeklaagde-1"]},
    ]


def test_de_hoorzittingen_van_de_week(klacht: Klacht, klim: Klim, bevries: Bevries) -> None:
    klim("uitgenodigd")
    assert "Hoorzittingen:" not in klacht("vandaag").uit
    bevries("2026-06-03T10:00")
    assert "- K2026-001: dinsdag 9 juni 2026 om 10:00, klager\n" in klacht("vandaag").uit


def test_zoals_het_toen_stond(klacht: Klacht, klim: Klim) -> None:
    """`--peildatum`: only what had happened by then, held against that day; a later day takes all there is."""
    klim("samengesteld")
    toen = klacht("vandaag", "--peildatum", "2026-04-27", "--json")
    assert toen.json["op"] == "2026-04-27"
    assert [t["opdracht"] for t in toen.json["taken"]] == [
        "klacht brief K2026-001 ontvangstbevestiging", "klacht toets K2026-001",
    ]  # fmt: skip
    assert klacht("vandaag", "--peildatum", "2026-04-23", "--json").json["taken"] == []
    assert klacht("vandaag", "--peildatum", "2026-07-02").code == 1
    klacht("vandaag", "--peildatum", "ooit").eis_fout(2, "geen-datum")


def test_twee_zaken_de_dringendste_eerst(klacht: Klacht, zaak: Zaak) -> None:
    zaak(ontvangen_op="2026-04-22")
    zaak(ontvangen_op="2026-04-13")
    uit = klacht("vandaag", "--json").json["taken"]
    assert (uit[0]["zaak"], uit[0]["groep"]) == ("K2026-002", "te laat")
    assert [t["zaak"] for t in uit] == sorted((t["zaak"] for t in uit), reverse=True)


# ---- wat verder om aandacht vraagt ----


def test_een_fractie_waarvan_niets_bekend_is(klacht: Klacht, zaak: Zaak, klaagschrift: Any, werkmap: Werkmap) -> None:
    """Art. 1: unknown is told until config/fracties.toml says what it is."""
    zaak(
        klager=msgspec.structs.replace(klaagschrift().klager, hoedanigheid="fractiemedewerker", onderdeel="Fractie Zee")
    )
    (melding,) = klacht("vandaag", "--json").json["meldingen"]
    assert (
        "K2026-001: of een fractie de regeling van toepassing heeft verklaard, is niet bekend (art. 1)"
        in melding["feit"]
    )
    assert "config/fracties.toml" in melding["helpt"]
    assert "Zee" not in klacht("vandaag").uit
    (werkmap.config / "fracties.toml").write_text(
        '[[fractie]]\nnaam = "Fractie Zee"\nstatus = "van toepassing"\nvan = 2024-01-01\nbron = "brief"\n',
        encoding="utf-8",
    )
    assert klacht("vandaag", "--json").json["meldingen"] == []


def test_dagen_waarvan_de_vrije_dagen_nog_niet_vaststaan(klacht: Klacht, zaak: Zaak, bevries: Bevries) -> None:
    """After the last besluit over free days a day is voorlopig, and that is told with the term it concerns."""
    bevries("2028-12-27T10:00")
    zaak(ontvangen_op="2028-12-27", dagtekening=None)
    (melding,) = klacht("vandaag", "--json").json["meldingen"]
    assert melding["feit"].startswith("K2028-001: voorlopig berekend, want na 31 december 2028")
    assert "ontvangstbevestiging" in melding["feit"]
    assert melding["helpt"] == "klacht termijnen K2028-001 --uitleg"


BENOEMINGEN = [
    ("2026-04-23", "2026-04-24", True, "eindigde"),
    ("2026-04-24", "2026-04-24", True, "eindigt"),
    ("2026-07-24", "2026-04-24", True, "eindigt"),
    ("2026-07-25", "2026-04-24", False, ""),
]


@pytest.mark.parametrize(("einde", "dag", "gezien", "woord"), BENOEMINGEN, ids=[b[0] for b in BENOEMINGEN])
def test_een_benoeming_die_eindigt(
    einde: str, dag: str, gezien: bool, woord: str, klacht: Klacht, werkmap: Werkmap
) -> None:
    """Art. 6 lid 2: told three months ahead, by number and role and not by name."""
    pad = werkmap.config / "commissie.toml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(
        tekst.replace('naam = "C. Yilmaz"', f'naam = "C. Yilmaz"\nbenoemd_tot_en_met = {einde}'), encoding="utf-8"
    )
    meldingen = klacht("vandaag", "--json", "--peildatum", dag).json["meldingen"]
    assert [(f"de benoeming van lid 2 (lid) {woord}" in m["feit"], m["helpt"]) for m in meldingen] == (
        [(True, "klacht commissie")] if gezien else []
    )
    assert "Yilmaz" not in klacht("vandaag").uit


def test_een_benoeming_die_eindigt_voor_de_laatste_zitting(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """Also one further off than three months, where a hearing is planned after it."""
    pad = werkmap.config / "commissie.toml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(
        tekst.replace('naam = "C. Yilmaz"', 'naam = "C. Yilmaz"\nbenoemd_tot_en_met = 2026-09-01'), encoding="utf-8"
    )
    zaak()
    for opdracht in ("besluit 1 compleet", "besluit 1 ontvankelijk"):
        assert klacht(*opdracht.split()).code == 0
    assert klacht("vandaag", "--json").json["meldingen"] == []
    assert klacht("hoor", "1", "2026-09-01").code == 0
    (melding,) = klacht("vandaag", "--json").json["meldingen"]
    assert "1 september 2026" in melding["feit"]


# ---- niets te doen, en de kale opdracht ----


def test_een_dag_zonder_werk(klacht: Klacht) -> None:
    uit = klacht("vandaag")
    assert (uit.code, uit.uit) == (0, "Vrijdag 24 april 2026\n\nEr is niets te doen.\n")


def test_kaal_in_een_werkmap_is_vandaag(klacht: Klacht, klim: Klim, bevries: Bevries) -> None:
    """The same words, and the same exit code."""
    klim("ontvangen")
    for dag, code in (("2026-04-27", 0), ("2026-05-06", 1)):
        bevries(f"{dag}T10:00")
        assert klacht() == klacht("vandaag")
        assert klacht().code == code


def test_kaal_in_een_map_onder_de_werkmap(
    klacht: Klacht, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from klachtcli.cli.start import voer_uit

    monkeypatch.delenv("KLACHT_MAP")
    monkeypatch.chdir(werkmap.config)
    capsys.readouterr()
    assert voer_uit([]) == 0
    assert capsys.readouterr().out.startswith("Vrijdag 24 april 2026\n")


def test_kaal_buiten_een_werkmap_is_de_hulp(
    werkmap: Werkmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, as for any command that is not whole; nothing is made."""
    from klachtcli.cli.start import voer_uit

    (tmp_path / "elders").mkdir()
    monkeypatch.delenv("KLACHT_MAP")
    monkeypatch.chdir(tmp_path / "elders")
    capsys.readouterr()
    assert voer_uit([]) == 2
    uit = capsys.readouterr()
    assert uit.out.startswith("Gebruik: klacht")
    for kop in ("Elke dag", "vandaag", "Een klacht komt binnen", "ontvang"):
        assert kop in uit.out
    assert not list((tmp_path / "elders").iterdir())
