"""Looking back: the letters from the journal alone, the zegel on paper, a case as it stood on a day, its papers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.sjabloon import laad
from klachtcli.zaak.gebeurtenissen import BriefGemaakt, SjabloonVastgelegd
from klachtcli.zaak.klaagschrift import Bijlage, Gedraging

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
Zaak = Callable[..., str]

L01 = ("brief", "1", "ontvangstbevestiging")


# ---- brieven uit het journaal ----


def test_een_brief_is_uit_het_journaal_weer_te_maken(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """Template and values are kept: byte for byte the same letter, when the file and the template are gone."""
    zaak()
    pad = Path(klacht(*L01, "--json").json["bestand"])
    gemaakt = pad.read_bytes()
    pad.unlink()
    for bestand in werkmap.sjablonen.iterdir():
        bestand.unlink()
    with werkmap.journaal() as journaal:
        sjablonen = {
            stuk.sha256: journaal.lees_stuk(stuk)
            for v in journaal.lees("")
            if isinstance(v.gebeurtenis, SjabloonVastgelegd)
            for stuk in v.gebeurtenis.stukken
        }
        (brief,) = [v.gebeurtenis for v in journaal.lees("K2026-001") if isinstance(v.gebeurtenis, BriefGemaakt)]
    weer = laad(sjablonen[brief.sjabloon], brief.brief).vul(brief.gegevens)
    assert weer == gemaakt
    assert sha256(weer).hexdigest() == brief.sha256


def test_een_sjabloon_wordt_een_keer_bewaard(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """By its bytes: once as long as it stays the same, again when it changed."""
    zaak()
    assert [klacht(*L01).code for _ in range(2)] == [0, 0]
    assert len(_sjablonen(werkmap)) == 1
    (werkmap.sjablonen / "ontvangstbevestiging.docx").write_bytes(_ander_sjabloon(werkmap))
    assert klacht(*L01).code == 0
    assert len(set(_sjablonen(werkmap))) == 2
    assert klacht("audit", "controleer").code == 0


def _ander_sjabloon(werkmap: Werkmap) -> bytes:
    """The same template with another remark at the end of its zip."""
    ruw = (werkmap.sjablonen / "ontvangstbevestiging.docx").read_bytes()
    assert ruw[-2:] == b"\0\0"
    return ruw[:-2] + b"\x01\0x"


def _sjablonen(werkmap: Werkmap) -> list[str]:
    with werkmap.journaal() as journaal:
        events = [v.gebeurtenis for v in journaal.lees("") if isinstance(v.gebeurtenis, SjabloonVastgelegd)]
    return [stuk.sha256 for e in events for stuk in e.stukken]


def test_een_brief_onder_een_andere_regeling(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """A letter that explains one regulation is not sent under another."""
    pad = werkmap.config / "commissie.toml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace('regeling = "tk-ongewenste-omgangsvormen"', 'regeling = "awb-9"'), encoding="utf-8")
    zaak()
    eerst = (werkmap.pad / "journaal.sqlite").read_bytes()
    klacht(*L01).eis_fout(3, "brief-van-andere-regeling", "tk-ongewenste-omgangsvormen", "awb-9", "letters.toml")
    assert (werkmap.pad / "journaal.sqlite").read_bytes() == eerst
    assert not werkmap.brieven("K2026-001").exists()


def test_verzonden_niet_voor_hij_gemaakt_was(klacht: Klacht, zaak: Zaak, bevries: Bevries) -> None:
    zaak()
    bevries("2026-04-28T10:00")
    assert klacht(*L01).code == 0
    bevries("2026-04-29T10:00")
    assert klacht(*L01).code == 0
    klacht(*L01, "--verzonden", "2026-04-27").eis_fout(3, "dag-te-vroeg", "27 april 2026", "gemaakt (28 april 2026)")
    assert klacht(*L01, "--verzonden", "2026-04-28").code == 0


# ---- het zegel op papier ----


def _kap_af(werkmap: Werkmap, vanaf: int) -> None:
    """Take the last entries away as who knows SQLite would: the triggers put back, the list of cases right."""
    with closing(sqlite3.connect(werkmap.pad / "journaal.sqlite")) as db:
        wachters = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for naam, _ in wachters:
            db.execute(f"DROP TRIGGER {naam}")
        db.execute("DELETE FROM journaal WHERE nummer >= ?", (vanaf,))
        for _, sql in wachters:
            db.execute(sql)
        db.commit()


def test_een_afgekapt_journaal_wordt_gevonden(
    klacht: Klacht, loop_tot: Callable[[str], None], werkmap: Werkmap
) -> None:
    """What the chain alone cannot show: its tail is gone, and the zegel on paper says so."""
    loop_tot("besluit 1 compleet")
    papier = klacht("audit", "controleer", "--json").json["zegel"]
    assert "Het zegel op papier hoort erbij" in klacht("audit", "controleer", "--zegel", f" {papier.upper()} ").uit
    nummer = int(papier.partition("-")[0])
    _kap_af(werkmap, nummer)
    assert klacht("audit", "controleer", "--json").json["vastleggingen"] == nummer - 1
    klacht("audit", "controleer", "--zegel", papier).eis_fout(4, "zegel-klopt-niet", f"zegel {papier}", "reservekopie")


def test_een_zegel_van_een_ander_verleden(klacht: Klacht, loop_tot: Callable[[str], None], werkmap: Werkmap) -> None:
    """Cut off and gone on: the number is there again, with another hash."""
    loop_tot("besluit 1 compleet")
    papier = klacht("audit", "controleer", "--json").json["zegel"]
    _kap_af(werkmap, int(papier.partition("-")[0]))
    assert klacht("besluit", "1", "compleet").code == 0
    assert klacht("audit", "controleer", "--json").json["zegel"].partition("-")[0] == papier.partition("-")[0]
    klacht("audit", "controleer", "--zegel", papier).eis_fout(4, "zegel-klopt-niet")


def test_een_zegel_van_eerder_blijft_kloppen(klacht: Klacht, loop_tot: Callable[[str], None]) -> None:
    """Also the one in the letter."""
    loop_tot("besluit 1 ontvankelijk")
    zegel = klacht(*L01, "--json").json["zegel"]
    assert klacht("hoor", "1", "2026-06-09").code == 0
    assert klacht("audit", "controleer", "--zegel", zegel).code == 0


@pytest.mark.parametrize(
    "zegel", ["", "17", "17-9f3a", "9f3a22c177aa01bez", "17-9f3a22c177aa01bez", "٣-9f3a22c177aa01be"]
)
def test_wat_geen_zegel_is(zegel: str, klacht: Klacht) -> None:
    klacht("audit", "controleer", "--zegel", zegel).eis_fout(2, "geen-zegel", "17-9f3a22c177aa01be")


@pytest.mark.parametrize("zegel", ["2-0000000000000000", "99-0123456789abcdef"], ids=["andere hash", "nog niet"])
def test_het_zegel_van_elke_brief_wordt_nagekeken(zegel: str, klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    zaak()
    assert klacht(*L01).code == 0
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        (brief,) = [v.gebeurtenis for v in journaal.lees("K2026-001") if isinstance(v.gebeurtenis, BriefGemaakt)]
        vals = BriefGemaakt(
            brief.op, brief.brief, brief.aan, "brieven/x.docx", brief.sjabloon, brief.gegevens, brief.sha256, zegel
        )
        schrijver.voeg_toe("K2026-001", vals)
    klacht("audit", "controleer").eis_fout(4, "zegel-klopt-niet", zegel)


# ---- een zaak op een dag ----


def test_een_zaak_zoals_zij_toen_stond(klacht: Klacht, loop_tot: Callable[[str], None]) -> None:
    """`--peildatum` in the past counts only what had happened by then: in toon, termijnen and lijst."""
    loop_tot("sluit 1")
    toen = klacht("toon", "1", "--peildatum", "2026-05-19", "--json").json
    assert toen["fase"] == "compleet"
    assert [v["soort"] for v in toen["verloop"]][-1] == "klacht_compleet"
    assert "klacht besluit K2026-001 ontvankelijk" in toen["volgende"]
    termijnen = klacht("termijnen", "1", "--peildatum", "2026-05-19", "--json").json
    assert [(t["status"], t["dagen"]) for t in termijnen if t["termijn"] == "ontvankelijkheid"] == [("loopt", 1)]
    assert "advies" not in {t["termijn"] for t in termijnen}
    (regel,) = klacht("lijst", "--peildatum", "2026-05-19", "--json").json
    assert (regel["fase"], regel["termijn"]) == ("compleet", "ontvankelijkheid")
    assert klacht("lijst", "--json").json == []
    assert klacht("termijnen", "--peildatum", "2026-05-19", "--json").json == termijnen
    assert klacht("termijnen", "--peildatum", "2026-05-21", "1").code == 0


def test_een_hoorzitting_is_er_vanaf_de_dag_van_plannen(klacht: Klacht, loop_tot: Callable[[str], None]) -> None:
    loop_tot("feiten 1 --verzonden")

    def soorten(dag: str) -> set[str]:
        return {v["soort"] for v in klacht("toon", "1", "--peildatum", dag, "--json").json["verloop"]}

    assert "hoorzitting_gepland" not in soorten("2026-05-25")
    assert "hoorzitting_gepland" in soorten("2026-05-26")


def test_voor_de_ontvangst_was_er_niets(klacht: Klacht, zaak: Zaak) -> None:
    zaak()
    klacht("toon", "1", "--peildatum", "2026-04-23").eis_fout(2, "zaak-onbekend", "was er nog niet op 23 april 2026")
    assert klacht("lijst", "--alles", "--peildatum", "2026-04-23", "--json").json == []
    assert klacht("termijnen", "--peildatum", "2026-04-23", "--json").json == []


def test_een_peildatum_later_laat_alles_gelden(klacht: Klacht, loop_tot: Callable[[str], None]) -> None:
    loop_tot("besluit 1 ontvankelijk")
    assert klacht("toon", "1", "--peildatum", "2027-01-01").code == 2  # case 1 of 2027
    assert klacht("toon", "2026-1", "--peildatum", "2027-01-01", "--json").json["fase"] == "in onderzoek"


def test_een_venster_dat_niet_vaststaat_is_onzeker(klacht: Klacht, zaak: Zaak) -> None:
    zaak(gedraging=(Gedraging(omschrijving="Iets."),))
    (venster,) = [t for t in klacht("termijnen", "--json").json if t["soort"] == "venster"]
    assert (venster["stand"], venster["veilig"], venster["dagen"]) == ("onzeker", None, None)
    for opdracht in ("termijnen", "toon 1"):
        (regel,) = [r for r in klacht(*opdracht.split()).uit.splitlines() if "gedraging binnen een jaar" in r]
        assert regel.endswith("  onzeker")


def test_een_richtdatum_is_een_dag_en_een_naam(klacht: Klacht, loop_tot: Callable[[str], None]) -> None:
    """Bijlage 1 and the Awb beside the term for the advice (I01, I51); they bind nobody."""
    loop_tot("besluit 1 ontvankelijk")
    (advies,) = [t for t in klacht("termijnen", "1", "--json").json if t["termijn"] == "advies"]
    assert all(r.keys() == {"naam", "dag"} for r in advies["richtdatums"])
    dagen = {r["dag"] for r in advies["richtdatums"]}
    assert {"2026-06-19", "2026-07-03"} <= dagen  # 8 and 10 weeks after 24 April


# ---- het klaagschrift en de bijlagen ----


def test_toon_het_klaagschrift(klacht: Klacht, zaak: Zaak) -> None:
    """All of it, as it is now known; without the option none of what happened."""
    zaak()
    assert "zuchtte" not in klacht("toon", "1").uit
    assert "klaagschrift" not in klacht("toon", "1", "--json").json
    uit = klacht("toon", "1", "--klaagschrift").uit
    for woorden in ("gedraging 1 omschrijving", "zuchtte", "ondertekend                  ja", "S. Bakker", "2514 EA"):
        assert woorden in uit
    k = klacht("toon", "1", "--klaagschrift", "--json").json["klaagschrift"]
    assert (k["klager"]["naam"], k["gedraging"][0]["waar"]) == ("K. Verbeek-Ünal", "In de koffiehoek")


@pytest.fixture
def met_bijlagen(klacht: Klacht, klaagschrift: Any, bestand: Any) -> Callable[..., None]:
    """Receive a klaagschrift with these attachments; each holds its own name."""

    def ontvang(*namen: str) -> None:
        pad = Path(bestand(klaagschrift(bijlage=tuple(Bijlage(n) for n in namen))))
        for naam in namen:
            (pad.parent / naam).parent.mkdir(exist_ok=True)
            (pad.parent / naam).write_text(naam)
        assert klacht("ontvang", str(pad)).code == 0

    return ontvang


def test_de_bijlagen_leesbaar_in_een_map(klacht: Klacht, met_bijlagen: Callable[..., None], tmp_path: Path) -> None:
    met_bijlagen("mail.txt", "brief.pdf")
    uit = klacht("toon", "1", "--stukken", str(tmp_path / "nieuw" / "uit"), "--json")
    assert (uit.code, uit.json["zaak"]) == (0, "K2026-001")
    assert "2. Gooi ze weg als u klaar bent." in uit.fout
    gelezen = {p.name: p.read_text() for p in (tmp_path / "nieuw" / "uit").iterdir()}
    assert gelezen == {"01-mail.txt": "mail.txt", "02-brief.pdf": "brief.pdf"}


def test_bijlagen_nooit_over_een_ander_bestand(
    klacht: Klacht, met_bijlagen: Callable[..., None], tmp_path: Path
) -> None:
    met_bijlagen("mail.txt")
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "01-mail.txt").write_text("van mij")
    klacht("toon", "1", "--stukken", str(tmp_path / "uit")).eis_fout(2, "stukken-niet-te-schrijven", "lege map")
    assert [(p.name, p.read_text()) for p in (tmp_path / "uit").iterdir()] == [("01-mail.txt", "van mij")]


def test_twee_bijlagen_met_dezelfde_naam(klacht: Klacht, met_bijlagen: Callable[..., None], tmp_path: Path) -> None:
    """They were accepted at receipt, so they must be readable later."""
    met_bijlagen("een/mail.txt", "twee/mail.txt")
    assert klacht("toon", "1", "--stukken", str(tmp_path / "uit")).code == 0
    assert sorted(p.read_text() for p in (tmp_path / "uit").rglob("*.txt")) == ["een/mail.txt", "twee/mail.txt"]


def test_bijlagen_van_toen(klacht: Klacht, met_bijlagen: Callable[..., None], bevries: Bevries, tmp_path: Path) -> None:
    """`--peildatum`: what had happened by then, also of the attachments."""
    met_bijlagen("mail.txt")
    bevries("2026-05-08T10:00")
    (tmp_path / "later.txt").write_text("later")
    (tmp_path / "bij.toml").write_text('[[bijlage]]\nbestand = "later.txt"\n')
    assert klacht("vul-aan", "1", str(tmp_path / "bij.toml")).code == 0
    klacht("toon", "1", "--peildatum", "2026-05-01", "--stukken", str(tmp_path / "uit"))
    assert [p.name for p in (tmp_path / "uit").iterdir()] == ["01-mail.txt"]


# ---- de opdrachtregel zelf ----


@pytest.mark.parametrize(
    "opdracht", [[], ["toets"], ["bereken"], ["audit"], ["audit", "controleer"]], ids=lambda o: " ".join(o) or "klacht"
)
def test_korte_hulp(opdracht: list[str], klacht: Klacht) -> None:
    kort, lang = klacht(*opdracht, "-h"), klacht(*opdracht, "--help")
    assert kort == lang
    assert kort.code == 0


@pytest.mark.parametrize(
    ("opdracht", "keuzes"),
    [
        ("verdaag 1 horen --met P4W", "kies uit advies, beslissing"),
        ("besluit 1 misschien", "kies uit compleet, ontvankelijk, advies-niet-ontvankelijk, niet-ontvankelijk"),
    ],
)
def test_een_verkeerde_keuze_noemt_de_keuzes(opdracht: str, keuzes: str, klacht: Klacht) -> None:
    uit = klacht(*opdracht.split())
    assert (uit.code, uit.uit) == (2, "")
    assert keuzes in uit.fout


@pytest.mark.parametrize("opdracht", ["besluit 1 compleet", "vul-aan 1 --gevraagd", "brief 1 ontvangstbevestiging"])
def test_een_proef_noemt_geen_vervolg(opdracht: str, klacht: Klacht, zaak: Zaak) -> None:
    """What it would allow is not allowed: nothing was recorded."""
    zaak()
    uit = klacht(*opdracht.split(), "--proef")
    assert "als proef: niets vastgelegd" in uit.uit
    assert "Nu mogelijk" not in uit.uit
    assert "  klacht " not in uit.uit
    assert "\n  klacht " in klacht(*opdracht.split()).uit


def test_een_proef_van_de_toets_noemt_geen_vervolg(klacht: Klacht, zaak: Zaak) -> None:
    zaak()
    assert "Nu mogelijk" not in klacht("toets", "1", "--proef").uit


def test_een_proef_van_ontvangen_noemt_geen_vervolg(klacht: Klacht, klaagschrift: Any, bestand: Any) -> None:
    uit = klacht("ontvang", bestand(klaagschrift()), "--proef")
    assert "als proef: niets vastgelegd" in uit.uit
    assert "Nu mogelijk" not in uit.uit


@pytest.mark.parametrize("waar", ["sleutels", ".", "config/sleutels"])
def test_een_sleutelmap_in_de_werkmap(
    waar: str, klacht: Klacht, zaak: Zaak, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also for a work folder that is already there, and whatever is asked of it."""
    zaak()
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(werkmap.pad / waar))
    for opdracht in ("lijst", "toets 1", "audit controleer"):
        klacht(*opdracht.split()).eis_fout(2, "sleutels-in-werkmap", "KLACHT_SLEUTELMAP")
