"""`klacht beheer reservekopie` and `sleutelkopie`: what a copy holds, tells nobody, and never leaves half."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from klachtcli import klok
from klachtcli.fouten import KlachtFout
from klachtcli.journaal import sleutelkopie
from klachtcli.journaal.kopielezer import Kopie
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import Ingezien

Klacht = Callable[..., Any]
WACHTZIN = "paard lamp rivier trap"


def inhoud(map_: Path) -> dict[str, bytes]:
    """Every file but the journal, as bytes."""
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*")
            if p.is_file() and not p.name.startswith("journaal.sqlite")}  # fmt: skip


# ---- de reservekopie ----


def test_de_kopie_zegt_niets(kopieer: Any, dossier: Werkmap, persoonlijk: tuple[str, ...]) -> None:
    """No name, no word of a letter, no number of a case; it is the owner's alone, and nothing else is left there."""
    kopie = kopieer()
    ruw = kopie.read_bytes()
    for woord in (*persoonlijk, "mail.txt", "ontvangstbevestiging", "notities", "brieven", "commissie"):
        assert woord.encode() not in ruw.replace(b"(klachtencommissie ongewenste", b""), woord
    assert [p.name for p in kopie.parent.iterdir()] == [kopie.name]
    if os.name == "posix":
        assert stat.S_IMODE(kopie.stat().st_mode) == 0o600
    with zipfile.ZipFile(kopie) as zip_:
        assert zip_.testzip() is None
        assert {i.compress_type for i in zip_.infolist()} == {zipfile.ZIP_STORED}


def test_de_kopie_bevat_haar_eigen_vastlegging(kopieer: Any, dossier: Werkmap, klacht: Klacht) -> None:
    """Recorded first, then copied; with --proef neither stays."""
    with Kopie(kopieer()) as kopie:
        assert str(kopie.manifest.zegel) == klacht("audit", "controleer", "--json").json["zegel"]
    with dossier.journaal() as journaal:
        (v,) = [v for v in journaal.lees_werkmap("ingezien") if isinstance(v.gebeurtenis, Ingezien)]
        assert (v.gebeurtenis.wat, v.nummer) == ("reservekopie", journaal.zegel().nummer)


def test_proef(dossier: Werkmap, klacht: Klacht, kopieer: Any, kopieer_sleutels: Any, zet_sleutels: Any, stick: Path,
               tmp_path: Path) -> None:  # fmt: skip
    """Everything is done, nothing stays: no file, no record, no key, no folder."""
    kopie, sleutels = kopieer(), kopieer_sleutels()
    voor = (dossier.pad / "journaal.sqlite").read_bytes(), sorted(tmp_path.rglob("*"))
    assert klacht("beheer", "reservekopie", str(stick), "--proef", "--json").json["proef"] is True
    assert klacht("beheer", "sleutelkopie", str(stick), "--wachtzin", "-", "--proef", invoer=WACHTZIN).code == 0
    assert klacht("beheer", "herstel", str(kopie), str(tmp_path / "diep" / "er"), "--proef").code == 0
    assert zet_sleutels(sleutels, "--proef").code == 0
    assert ((dossier.pad / "journaal.sqlite").read_bytes(), sorted(tmp_path.rglob("*"))) == voor


def test_zonder_sleutelkopie_wordt_gezegd(klacht: Klacht, dossier: Werkmap, zaak: Any, stick: Path,
                                          kopieer_sleutels: Any) -> None:  # fmt: skip
    """Never one: said. One made: silent. A case came since: said again."""

    def gezegd() -> str:
        return " ".join(klacht("beheer", "reservekopie", str(stick), "--json").json["opmerkingen"])

    assert "nog nooit een sleutelkopie" in gezegd()
    kopieer_sleutels()
    assert gezegd() == ""
    zaak(dagtekening=None, ondertekend=False)
    assert "zaken bij (1)" in gezegd()


def test_een_vernietigde_zaak_is_uit_elke_kopie(dossier: Werkmap, kopieer: Any, vernietig: Any) -> None:
    """Her letters are sealed under her own key: once that is gone, an older copy does not open them either."""
    kopie = kopieer()
    vernietig("K2026-001")
    with dossier.journaal() as journaal, Kopie(kopie) as oud:
        namen = oud.namen(journaal.ring)
        (n,) = [n for n, naam in enumerate(namen) if naam.zaak == "K2026-001"]
        assert namen[n].pad.startswith("brieven/K2026-001/")
        with pytest.raises(KlachtFout) as fout:
            list(oud.deel(n, namen[n], journaal.ring))
        assert fout.value.code in ("sleutel-ontbreekt", "sleutel-vernietigd")


def test_wat_er_niet_in_gaat(dossier: Werkmap, klacht: Klacht, stick: Path, tmp_path: Path, vernietig: Any) -> None:
    """Drafts and locks; a link to elsewhere and the letters of a destroyed case too, and then it is said."""
    vernietig("K2026-002")
    dossier.brieven("K2026-002").mkdir(parents=True)
    (dossier.brieven("K2026-002") / "brief.docx").write_text("nog van haar")
    for naam in (".brief.docx.0123456789ab", ".~lock.brief.docx#", "~$brief.docx", "journaal.sqlite-journal"):
        (dossier.pad / naam).write_bytes(b"")
    (dossier.pad / "elders").symlink_to(tmp_path / "stick", target_is_directory=True)
    uit = klacht("beheer", "reservekopie", str(stick), "--json").json
    assert uit["bestanden"] == len([n for n in inhoud(dossier.pad) if n.startswith(("config", "templates"))]) + 2
    assert [o for o in uit["opmerkingen"] if "K2026-002" in o and "vernietigd" in o]
    assert [o for o in uit["opmerkingen"] if "Koppelingen" in o and "(1)" in o]


def test_een_werkmap_die_alleen_te_lezen_is(dossier: Werkmap, klacht: Klacht, stick: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """Then most of all a copy is needed; that it could not be recorded is said."""
    echt = Werkmap.journaal

    def journaal(self: Werkmap, *, schrijven: bool = False) -> Any:
        j = echt(self, schrijven=schrijven)
        j._db.execute("PRAGMA query_only = ON")  # root may write to what is read-only
        return j

    monkeypatch.setattr(Werkmap, "journaal", journaal)
    uit = klacht("beheer", "reservekopie", str(stick), "--json")
    assert uit.code == 0, uit
    assert "niet vastgelegd: de werkmap is alleen te lezen" in uit.json["opmerkingen"][0]


@pytest.mark.parametrize(
    ("waar", "code", "stabiel"),
    [("{werkmap}", 2, "kopie-op-dezelfde-plek"), ("{werkmap}/brieven", 2, "kopie-op-dezelfde-plek"),
     ("{sleutels}", 2, "kopie-op-dezelfde-plek"), ("{stick}/er.niet/x", 2, "map-ontbreekt"),
     ("{stick}/map/", 2, "map-ontbreekt"), ("{stick}/bezet", 2, "kopie-bestaat-al"),
     ("{stick}/bezet.klacht-kopie", 2, "kopie-bestaat-al"), ("{stick}/" + "x" * 300, 4, "kopie-niet-te-schrijven")],
    ids=["werkmap", "in de werkmap", "sleutelmap", "geen map", "met streep", "bestaat", "bestaat voluit", "te lang"],
)  # fmt: skip
def test_waar_geen_kopie_komt(
    klacht: Klacht, werkmap: Werkmap, stick: Path, tmp_path: Path, waar: str, code: int, stabiel: str
) -> None:
    (stick / "bezet.klacht-kopie").write_text("van mij")
    doel = waar.format(werkmap=werkmap.pad, sleutels=tmp_path / "sleutels", stick=stick)
    klacht("beheer", "reservekopie", doel).eis_fout(code, stabiel)
    assert [p.name for p in stick.iterdir()] == ["bezet.klacht-kopie"]
    assert (stick / "bezet.klacht-kopie").read_text() == "van mij"


def test_volle_schijf(klacht: Klacht, dossier: Werkmap, stick: Path) -> None:
    """Half a copy has no name, and no draft is left of it."""
    import resource

    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    for grens in (20_000, 300_000):  # in the copy of the journal; in what follows it
        resource.setrlimit(resource.RLIMIT_FSIZE, (grens, hard))
        try:
            uit = klacht("beheer", "reservekopie", str(stick))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))
        assert (uit.code, list(stick.iterdir())) == (4, []), uit


def test_bewaar_ze_apart(klacht: Klacht, werkmap: Werkmap, kopieer: Any, stick: Path, monkeypatch: Any) -> None:
    """Both in one folder is no longer two things to steal; inside the work folder is refused."""
    monkeypatch.setattr(sleutelkopie, "N", 1 << 4)
    kopieer()
    uit = klacht("beheer", "sleutelkopie", str(stick), "--wachtzin", "-", invoer=WACHTZIN)
    assert "Bewaar ze apart" in uit.uit
    for waar in (werkmap.pad, werkmap.config):
        fout = klacht("beheer", "sleutelkopie", str(waar), "--wachtzin", "-", invoer=WACHTZIN)
        fout.eis_fout(2, "kopie-op-dezelfde-plek", "werkmap")


KOPIEERDER = """
import sys
from pathlib import Path
from klachtcli.secretariaat.kopieren import reservekopie
from klachtcli.secretariaat.werkmap import Werkmap

print("klaar", flush=True)
sys.stdin.readline()
while True:
    reservekopie(Werkmap(Path(sys.argv[1])), sys.argv[2])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_kill_tijdens_het_kopieren(dossier: Werkmap, klacht: Klacht, stick: Path, monkeypatch: Any) -> None:
    """At any moment: what has the name of a copy is whole; a draft that is left is named by the next one."""
    monkeypatch.setattr(klok, "nu", lambda: datetime.now(UTC))
    rng = random.Random(5)
    for _ in range(20):
        if len(list(stick.glob(".*"))) > 1:
            break
        kind = subprocess.Popen([sys.executable, "-c", KOPIEERDER, str(dossier.pad), str(stick)], text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})  # fmt: skip
        assert kind.stdout is not None
        assert kind.stdout.readline() == "klaar\n"
        with pytest.raises(subprocess.TimeoutExpired):
            kind.communicate("\n", timeout=0.03 + rng.random() * 0.15)
        kind.kill()
        kind.communicate()
    kladden = {p.name for p in stick.iterdir() if p.name.startswith(".")}
    assert kladden, "never killed halfway: this test tests nothing"
    for pad in stick.glob("*.klacht-kopie"):
        if not pad.name.startswith("."):
            with Kopie(pad) as kopie, dossier.journaal() as journaal:
                assert kopie.namen(journaal.ring)
    opmerkingen = klacht("beheer", "reservekopie", str(stick), "--json").json["opmerkingen"]
    assert [naam for naam in kladden if not any(naam in o for o in opmerkingen)] == []


# ---- de wachtzin ----


@pytest.mark.parametrize(
    ("opties", "invoer", "stabiel"),
    [(("--wachtzin", "geheim en lang genoeg"), "", "wachtzin-op-de-regel"),
     (("--wachtzin", "-"), "", "wachtzin-te-kort"), (("--wachtzin", "-"), "kort\n", "wachtzin-te-kort"),
     ((), WACHTZIN, "geen-terminal")],
    ids=["op de regel", "leeg", "kort", "geen terminal"],
)  # fmt: skip
def test_geen_goede_wachtzin(
    klacht: Klacht, werkmap: Werkmap, stick: Path, opties: tuple[str, ...], invoer: str, stabiel: str
) -> None:
    """Nothing is recorded or written, and the passphrase stands in no error."""
    voor = (werkmap.pad / "journaal.sqlite").read_bytes()
    uit = klacht("beheer", "sleutelkopie", str(stick), *opties, invoer=invoer)
    uit.eis_fout(2, stabiel)
    assert "geheim" not in uit.fout
    assert ((werkmap.pad / "journaal.sqlite").read_bytes(), list(stick.iterdir())) == (voor, [])
