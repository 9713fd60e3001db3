"""`klacht audit herspeel`, as an auditor types it."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from klachtcli.fouten import Onbruikbaar
from klachtcli.secretariaat import herspelen, meerekenen
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g

Klacht = Callable[..., Any]


@pytest.fixture
def werkmap(vijf_zaken: Werkmap) -> Werkmap:
    """`klacht` looks at the five cases."""
    return vijf_zaken


def vervals(werkmap: Werkmap, zaak: str, gebeurtenis: g.Gebeurtenis) -> None:
    """An entry by somebody who has the keys and the program, but not its checks."""
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="iemand") as schrijver:
        schrijver.voeg_toe(zaak, gebeurtenis)


def test_alles_volgt_uit_de_feiten(klacht: Klacht, werkmap: Werkmap) -> None:
    """All cases, with what is counted, and the head up to which the chain holds; what was late is told."""
    uit = klacht("audit", "herspeel")
    assert (uit.code, uit.fout) == (0, "")
    assert "Zaken: 5; gelijk: 5." in uit.uit
    assert "Nagerekend: vastleggingen " in uit.uit
    with werkmap.journaal() as journaal:
        assert f"De keten klopt tot en met zegel {journaal.zegel()}." in uit.uit


def test_niets_persoonlijks(klacht: Klacht, werkmap: Werkmap, persoonlijk: tuple[str, ...]) -> None:
    """A replay can be shown to anybody: numbers, articles and days."""
    uit = klacht("audit", "herspeel").uit + klacht("audit", "herspeel", "--json").uit
    assert [w for w in persoonlijk if w.casefold() in uit.casefold()] == []


def test_met_welke_regels_en_of_die_echt_zijn(klacht: Klacht, werkmap: Werkmap) -> None:
    """A text that was made up and recorded with care replays as equal: so it is named, beside what was shipped."""
    regels = klacht("audit", "herspeel", "--json").json["regels"]
    assert {r["id"] for r in regels} == {"tk-ongewenste-omgangsvormen", "kalender", "fracties", "wegwijzer"}
    assert all(r["meegeleverd"] for r in regels)
    kalender = werkmap.pad / "config" / "kalender" / "termijnenwet.toml"
    kalender.write_text(kalender.read_text(encoding="utf-8").replace('naam = "Koningsdag"', 'naam = "Vorstendag"'),
                        encoding="utf-8")  # fmt: skip
    assert klacht("beheer", "regels", "--neem-over").code in (0, 1)
    uit = klacht("audit", "herspeel").uit
    assert (uit.count("zoals meegeleverd"), uit.count("ANDERS dan meegeleverd")) == (4, 1)


def test_streng(klacht: Klacht, werkmap: Werkmap) -> None:
    """Not computable is no difference, unless one asks for that: such as the earlier cases, from a package."""
    pakket = str(werkmap.pad.parent / "pakket")
    assert klacht("audit", "pakket", "1", "-o", pakket).code == 0
    assert [klacht("audit", "herspeel", pakket, *streng).code for streng in ((), ("--streng",))] == [0, 1]


def test_een_zaak_en_als_gegevens(klacht: Klacht, werkmap: Werkmap) -> None:
    """One case, typed as one types cases; the same as data."""
    assert klacht("audit", "herspeel", "2026-2").uit.startswith("K2026-002: gelijk\n")
    (zaak,) = klacht("audit", "herspeel", "2", "--json").json["zaken"]
    assert (zaak["zaak"], zaak["uitkomst"], zaak["verschillen"]) == ("K2026-002", "gelijk", [])
    assert zaak["handelingen"] == 4


@pytest.mark.parametrize(
    ("gebeurtenis", "zin"),
    [
        (g.OntvankelijkBevonden(date(2026, 6, 10)), "nog niet vastgelegd is dat de klacht compleet is"),
        (g.AdviesUitgebracht(date(2026, 6, 10), "gegrond"), "nog niet vastgelegd is dat de klacht ontvankelijk"),
        (g.KlachtIngetrokken(date(2026, 5, 1)), "ligt vóór 2 juni 2026"),
    ],
    ids=["niet compleet", "niet ontvankelijk", "voor de ontvangst"],
)
def test_buiten_de_procedure_om(klacht: Klacht, werkmap: Werkmap, gebeurtenis: g.Gebeurtenis, zin: str) -> None:
    """Code 1, and the entry with what was wrong: sealed and chained it may be, allowed it was not."""
    vervals(werkmap, "K2026-003", gebeurtenis)
    assert klacht("audit", "controleer").code == 0
    uit = klacht("audit", "herspeel")
    assert uit.code == 1
    assert "K2026-003: ANDERS" in uit.uit
    assert "Zaken: 5; gelijk: 4, ANDERS: 1." in uit.uit
    assert zin in uit.uit
    assert klacht("audit", "herspeel", "1").code == 0


@pytest.mark.parametrize("weg", ["", "WHERE zaak <> ''", "WHERE zaak = ''"], ids=["met", "zonder zaak", "zonder map"])
@pytest.mark.parametrize("veel", [100, 1], ids=["een proces", "meer processen"])
def test_schade_gaat_voor(
    klacht: Klacht, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, veel: int, weg: str
) -> None:
    """Of a journal that is not what it was nothing is told but that: code 4, and the first entry that is wrong.

    Also where keys are missing, of the cases or of the work folder itself.
    """
    monkeypatch.setattr(herspelen, "_VEEL", veel)
    if weg:
        with werkmap.journaal() as journaal:
            pad = journaal.ring.pad / "ring.sqlite"
        with closing(sqlite3.connect(pad, isolation_level=None)) as db:
            db.execute(f"DELETE FROM sleutel {weg}")
    pad = werkmap.pad / "journaal.sqlite"
    ruw = pad.read_bytes()
    plek = ruw.index(b"klaagschrift_ontvangen", 8192)
    pad.write_bytes(ruw[:plek] + b"K" + ruw[plek + 1 :])
    uit = klacht("audit", "herspeel")
    assert (uit.code, uit.uit) == (4, "")
    assert "[journaal-beschadigd]" in uit.fout


def test_een_journaal_zonder_begin_en_zonder_sleutel(klacht: Klacht, werkmap: Werkmap) -> None:
    """The entry by which a key is proven is not there itself."""
    with werkmap.journaal() as journaal:
        ring = journaal.ring.pad / "ring.sqlite"
    with closing(sqlite3.connect(ring, isolation_level=None)) as db:
        db.execute("DELETE FROM sleutel WHERE zaak = 'K2026-001'")
    with closing(sqlite3.connect(werkmap.pad / "journaal.sqlite", isolation_level=None)) as db:
        (trigger,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'nooit_weg'").fetchone()
        for sql in ("DROP TRIGGER nooit_weg", "DELETE FROM journaal WHERE nummer = 1", trigger):
            db.execute(sql)
    for getypt in (("audit", "herspeel"), ("lijst",)):
        klacht(*getypt).eis_fout(4, "journaal-beschadigd")


def test_met_meer_processen_hetzelfde(klacht: Klacht, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """Divided over processes, the cases come in the same order with the same outcome, and a fault is told as ever."""
    vervals(werkmap, "K2026-004", g.AdviesUitgebracht(date(2026, 6, 22), "gegrond"))
    een = klacht("audit", "herspeel", "--json")
    monkeypatch.setattr(herspelen, "_VEEL", 1)
    monkeypatch.setattr(meerekenen, "_DEEL", 2)
    meer = klacht("audit", "herspeel", "--json")
    assert (meer.code, meer.json) == (een.code, een.json) == (1, een.json)


class Kijkt(NamedTuple):
    """The only check in K2026-007: its klager, the earlier cases that it says it saw, and what is told of that."""

    naam: str
    klager: str
    zag: tuple[str, ...]
    gezegd: list[tuple[str, str]]


KIJKT = [  # K2026-006 is the only other case of W. Xerxes, and no check stands in it
    Kijkt("zag haar", "W. Xerxes", ("K2026-006",), []),
    Kijkt("zag haar niet", "W. Xerxes", (), [("geen", "K2026-006")]),
    Kijkt("zag een andere", "W. Xerxes", ("K2026-001",), [("K2026-001", "K2026-006")]),
    Kijkt("zag er geen, en er is er geen", "V. Yildirim", (), []),
    Kijkt("zag er een die er niet is", "V. Yildirim", ("K2026-001",), [("K2026-001", "geen")]),
]


@pytest.mark.parametrize("geval", KIJKT, ids=lambda x: x.naam)
def test_een_eerdere_zaak_bij_een_ander_proces(
    klacht: Klacht, werkmap: Werkmap, bevries: Callable[[str], Any], klaagschrift: Any, bestand: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch, geval: Kijkt,
) -> None:  # fmt: skip
    """Each process sees its own cases; which ones a check should have seen is told as by one process."""
    bevries("2026-07-01T10:00")
    k = klaagschrift(ontvangen_op="2026-06-30")
    k = replace(k, klager=replace(k.klager, naam="W. Xerxes"))
    assert klacht("ontvang", bestand(k)).code == 0
    with werkmap.journaal() as journaal:
        (ontvangen,) = (v.gebeurtenis for v in journaal.lees("K2026-006"))
        toets = next(v.gebeurtenis for v in journaal.lees("K2026-001") if isinstance(v.gebeurtenis, g.Getoetst))
    van_hem = replace(k, klager=replace(k.klager, naam=geval.klager))
    for e in (replace(ontvangen, klaagschrift=van_hem), replace(toets, eerdere_zaken=geval.zag)):
        vervals(werkmap, "K2026-007", e)
    een = klacht("audit", "herspeel")
    assert re.findall(r"toets: eerdere zaken\n    toen    (.*)\n    nu      (.*)\n", een.uit) == geval.gezegd
    monkeypatch.setattr(herspelen, "_VEEL", 1)
    monkeypatch.setattr(meerekenen, "_DEEL", 1)
    assert klacht("audit", "herspeel").uit == een.uit


def test_een_proces_dat_niet_kan_beginnen(
    klacht: Klacht, werkmap: Werkmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it met is the fault, and no traceback."""
    echt = herspelen.verdeeld

    def zonder_sleutels(*wie: Any) -> Any:
        monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "weg"))
        return echt(*wie)

    monkeypatch.setattr(herspelen, "_VEEL", 1)
    monkeypatch.setattr(herspelen, "verdeeld", zonder_sleutels)
    klacht("audit", "herspeel").eis_fout(4, "sleutelring-ontbreekt")


def test_te_laat_telt_wat_na_een_correctie_geldt(
    klacht: Klacht, werkmap: Werkmap, bevries: Callable[[str], Any], klaagschrift: Any, bestand: Callable[..., str]
) -> None:
    """A day of receipt that was wrong began no duty; the right one did, and it is told once."""
    bevries("2026-07-01T10:00")
    assert klacht("ontvang", bestand(klaagschrift(ontvangen_op="2026-06-30"))).code == 0
    nummer = str(klacht("toon", "6", "--json").json["verloop"][0]["nummer"])
    bevries("2026-09-01T10:00")  # the wrong day's duty would be late by now
    assert klacht("corrigeer", "6", nummer, "--zet", "op=2026-06-29", "--reden", "Het stempel.").code == 0
    assert klacht("toets", "6").code == 0
    uit = klacht("audit", "herspeel", "6").uit
    assert uit.count("te laat: toets de klacht") == 1
    assert "te laat: toets de klacht, uiterlijk 6 juli 2026, gedaan op 1 september 2026" in uit


@pytest.mark.parametrize("sein", [signal.SIGINT, getattr(signal, "SIGKILL", signal.SIGTERM)], ids=["Ctrl-C", "gestopt"])
def test_een_proces_dat_meerekent(werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, sein: signal.Signals) -> None:
    """It does not hear Ctrl-C, so that it cannot end in a traceback; one that is stopped is told in words."""
    monkeypatch.setattr(herspelen, "_VEEL", 1)
    with herspelen.herspeel_journaal(werkmap) as spel:
        for proces in multiprocessing.active_children():
            os.kill(proces.pid or 0, sein)
        if sein is signal.SIGINT:
            assert {h.uitkomst for h in spel.zaken} == {"gelijk"}
        else:
            with pytest.raises(Onbruikbaar, match="is gestopt") as fout:
                list(spel.zaken)
            assert fout.value.code == "herspelen-afgebroken"


def test_een_proces_blijft_niet_achter(werkmap: Werkmap) -> None:
    """Where the one that began it is killed, it ends too: else nobody could write in the journal any more."""
    opdracht = (
        "import sys, time; from pathlib import Path; from klachtcli.secretariaat import herspelen;"
        "from klachtcli.secretariaat.werkmap import Werkmap; herspelen._VEEL = 1;"
        "spel = herspelen.herspeel_journaal(Werkmap(Path(sys.argv[1])));"
        "print(len(list(spel.__enter__().zaken)), flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", opdracht, str(werkmap.pad)], stdout=subprocess.PIPE) as proces:
        assert proces.stdout is not None
        assert proces.stdout.readline().strip() == b"5"
        proces.kill()
    vervals(werkmap, "K2026-003", g.KlachtIngetrokken(date(2026, 6, 10)))


@pytest.mark.skipif(sys.platform != "linux", reason="elders begint elk proces uit dit, en dan hoort niemand het even")
def test_ctrl_c_terwijl_de_processen_beginnen(werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is heard, and no process is left behind."""
    begin = meerekenen.ProcessPoolExecutor.map

    def drukt(*wat: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return begin(*wat)

    monkeypatch.setattr(herspelen, "_VEEL", 1)
    monkeypatch.setattr(meerekenen.ProcessPoolExecutor, "map", drukt)
    with pytest.raises(KeyboardInterrupt), herspelen.herspeel_journaal(werkmap):
        pytest.fail("er is gedrukt")
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("wat", "code", "stabiel"),
    [("K2026-009", 2, "zaak-onbekend"), ("appel", 2, "geen-zaak-of-pakket"), ("9999999", 2, "geen-zaak-of-pakket")],
)
def test_verkeerde_invoer(klacht: Klacht, werkmap: Werkmap, wat: str, code: int, stabiel: str) -> None:
    """A case that is not there, and what is no case."""
    klacht("audit", "herspeel", wat).eis_fout(code, stabiel)
