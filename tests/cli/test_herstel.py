"""`klacht beheer herstel`: laptop gone, new machine, two files; and it never overwrites, undoes or does half."""

from __future__ import annotations

import random
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from klachtcli.journaal import kopieschrijver
from klachtcli.journaal.kopievorm import Naam
from klachtcli.journaal.sleutelkopie import lees_ring
from klachtcli.secretariaat import herstelplan, kopieren
from klachtcli.secretariaat.werkmap import Werkmap

Klacht = Callable[..., Any]


def inhoud(map_: Path) -> dict[str, bytes]:
    """Every file but the journal, as bytes."""
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*")
            if p.is_file() and not p.name.startswith("journaal.sqlite")}  # fmt: skip


# ---- het verhaal ----


def test_laptop_weg_nieuwe_machine_twee_bestanden(
    dossier: Werkmap, klacht: Klacht, zaak: Any, kopieer: Any, kopieer_sleutels: Any, zet_sleutels: Any,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vernietig: Any,
) -> None:  # fmt: skip
    """All that was is there again to the byte, is sound, and goes on where it stopped."""
    assert klacht("brief", "2", "ontvangstbevestiging").code == 0
    vernietig("K2026-002")
    sleutels, kopie = kopieer_sleutels(), kopieer()
    was, zegel = inhoud(dossier.pad), klacht("audit", "controleer", "--json").json
    assert any(naam.startswith("brieven/K2026-001/") for naam in was)
    shutil.rmtree(dossier.pad)
    shutil.rmtree(tmp_path / "sleutels")

    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "nieuw" / "sleutels"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KLACHT_MAP")
    nieuw = tmp_path / "nieuw" / "zaken"
    klacht("beheer", "herstel", str(kopie), str(nieuw)).eis_fout(4, "sleutelring-ontbreekt", "herstel SLEUTELKOPIE")
    assert not nieuw.exists()
    assert zet_sleutels(sleutels, "--json").json["erbij"] == ["", "K2026-001"]
    uit = klacht("beheer", "herstel", str(kopie), str(nieuw), "--json").json
    assert (uit["zegel"], uit["zaken"], uit["laatste"], uit["bestanden"]) == (zegel["zegel"], 1, "2026-04-24", len(was))

    assert inhoud(nieuw) == was
    with Werkmap(nieuw).journaal() as journaal:
        assert lees_ring(journaal.werkmap).vernietigd.keys() == {"K2026-002"}
    shutil.move(nieuw, dossier.pad)  # where the fixture `klacht` looks
    assert klacht("audit", "controleer", "--json").json == zegel
    assert klacht("audit", "herspeel").code == 0
    assert klacht("toets", "1").code == 0
    assert zaak(dagtekening=None, ondertekend=False) == "K2026-003"
    assert klacht("audit", "controleer").code == 0


# ---- een werkmap die er al is ----


@pytest.fixture
def herstel(klacht: Klacht, dossier: Werkmap) -> Klacht:
    """Put a copy back over the work folder."""
    return lambda pad, *opties: klacht("beheer", "herstel", str(pad), str(dossier.pad), *opties)


def _zegel(klacht: Klacht) -> str:
    return str(klacht("audit", "controleer", "--json").json["zegel"])


def test_niets_wordt_zomaar_vervangen(dossier: Werkmap, klacht: Klacht, kopieer: Any, herstel: Any, zaak: Any) -> None:
    """Which is newer is said, and nothing done; a newer journal goes only by its zegel, and stays beside it."""
    kopie = kopieer()
    toen = _zegel(klacht)
    herstel(kopie).eis_fout(3, "werkmap-bestaat-al", "hetzelfde", "--vervang")
    zaak(dagtekening=None, ondertekend=False)
    voor, nu = (dossier.pad / "journaal.sqlite").read_bytes(), _zegel(klacht)
    herstel(kopie).eis_fout(3, "werkmap-bestaat-al", "de kopie is ouder, en mist 1 vastlegging", toen, nu)
    for opties in (("--vervang",), ("--vervang", "--bevestig", toen), ("--vervang", "--bevestig", nu, "--proef")):
        uit = herstel(kopie, *opties)
        assert uit.code == (0 if "--proef" in opties else 3), uit
        assert [p.name for p in dossier.pad.glob("journaal*")] == ["journaal.sqlite"]
        assert (dossier.pad / "journaal.sqlite").read_bytes() == voor
    uit = herstel(kopie, "--vervang", "--bevestig", nu.upper(), "--json").json
    assert (uit["zegel"], uit["oud_journaal"]) == (toen, str(dossier.pad / "journaal.sqlite.oud-1"))
    assert (dossier.pad / "journaal.sqlite.oud-1").read_bytes() == voor
    assert _zegel(klacht) == toen


def test_een_nieuwere_kopie_komt_zonder_zegel(dossier: Werkmap, klacht: Klacht, kopieer: Any, herstel: Any,
                                              zaak: Any) -> None:  # fmt: skip
    """What is there is the beginning of the copy: nothing that goes is not in it."""
    oud = (dossier.pad / "journaal.sqlite").read_bytes()
    zaak(dagtekening=None, ondertekend=False)
    kopie = kopieer()
    nu = _zegel(klacht)
    (dossier.pad / "journaal.sqlite").write_bytes(oud)
    herstel(kopie).eis_fout(3, "werkmap-bestaat-al", "de kopie is nieuwer, en heeft 2 vastleggingen meer")
    assert herstel(kopie, "--vervang").code == 0
    assert _zegel(klacht) == nu


def test_twee_die_uiteen_liepen(dossier: Werkmap, klacht: Klacht, kopieer: Any, herstel: Any, zaak: Any) -> None:
    """Work went on in two places: neither is older."""
    oud = (dossier.pad / "journaal.sqlite").read_bytes()
    kopie = kopieer()
    (dossier.pad / "journaal.sqlite").write_bytes(oud)
    zaak(dagtekening=None, ondertekend=False)
    herstel(kopie, "--vervang").eis_fout(3, "niet-bevestigd", "iets dat de ander niet heeft", _zegel(klacht))
    assert herstel(kopie, "--vervang", "--bevestig", _zegel(klacht)).code == 0


@pytest.mark.parametrize("kapot", [b"", b"geen database" * 999, None], ids=["leeg", "iets anders", "halverwege"])
def test_over_een_kapot_journaal(dossier: Werkmap, klacht: Klacht, kopieer: Any, herstel: Any, kapot: bytes) -> None:
    """It stays beside it all the same; what was half written in it is not played on the new one."""
    kopie, pad = kopieer(), dossier.pad / "journaal.sqlite"
    zegel, goed = _zegel(klacht), pad.read_bytes()
    pad.write_bytes(goed[:5000] if kapot is None else kapot)
    er_stond = pad.read_bytes()
    pad.with_name("journaal.sqlite-journal").write_bytes(b"x" * 600)
    herstel(kopie, "--vervang").eis_fout(3, "niet-bevestigd", "niet te lezen", "--bevestig onleesbaar")
    assert herstel(kopie, "--vervang", "--bevestig", "onleesbaar").code == 0
    assert pad.with_name("journaal.sqlite.oud-1").read_bytes() == er_stond
    assert _zegel(klacht) == zegel


def test_een_andere_werkmap_wordt_nooit_vervangen(
    dossier: Werkmap, klacht: Klacht, kopieer: Any, tmp_path: Path
) -> None:
    kopie, ander = kopieer(), tmp_path / "ander"
    assert klacht("init", str(ander)).code == 0
    voor = (ander / "journaal.sqlite").read_bytes()
    klacht("beheer", "herstel", str(kopie), str(ander), "--vervang").eis_fout(3, "andere-werkmap", "andere werkmap")
    assert (ander / "journaal.sqlite").read_bytes() == voor


def test_bestanden_die_anders_zijn_blijven_ernaast(dossier: Werkmap, kopieer: Any, herstel: Any) -> None:
    """What is gone comes back, what is the same is not touched, what differs makes room, what is new stays."""
    kopie, was = kopieer(), inhoud(dossier.pad)
    (brief,) = dossier.brieven("K2026-001").iterdir()
    brief.unlink()
    (dossier.config / "commissie.toml").write_text("# anders")
    (dossier.pad / "notities" / "nieuw.txt").write_text("nieuw")
    uit = herstel(kopie, "--vervang", "--json").json
    assert (uit["bestanden"], uit["opzij"]) == (2, 1)
    erbij = {"config/commissie.toml.oud-1": b"# anders", "notities/nieuw.txt": b"nieuw"}
    assert inhoud(dossier.pad) == {**was, **erbij}


def test_wie_nog_schreef_merkt_het(dossier: Werkmap, kopieer: Any, herstel: Any) -> None:
    """A process that had the old journal open does not say «vastgelegd» of what is not in the new one."""
    kopie = kopieer()
    with dossier.journaal(schrijven=True) as journaal:
        journaal.zegel()
        assert herstel(kopie, "--vervang").code == 0
        with pytest.raises(Exception, match="alleen te lezen"), journaal.handeling(door="jan") as schrijver:
            schrijver.bewaar_stuk("K2026-001", b"laat")


# ---- waar het niet kan ----


def test_een_map_met_iets_anders(dossier: Werkmap, klacht: Klacht, kopieer: Any, tmp_path: Path) -> None:
    """Refused, and left as it was; what a restore that was killed left behind is taken on."""
    kopie, map_ = kopieer(), tmp_path / "er"
    map_.mkdir()
    for naam in ("iets.txt", "journaal.sqlite-journal"):
        (map_ / naam).write_text("van mij")
        klacht("beheer", "herstel", str(kopie), str(map_)).eis_fout(3, "map-niet-leeg")
        assert inhoud(map_) | {naam: b"van mij"} == {p.name: p.read_bytes() for p in map_.iterdir()}
        (map_ / naam).unlink()
    shutil.copytree(dossier.config, map_ / "config")
    (map_ / ".journaal.sqlite.0123456789ab").write_bytes(b"half")
    assert klacht("beheer", "herstel", str(kopie), str(map_)).code == 0
    assert inhoud(map_).items() >= inhoud(dossier.pad).items()


def test_halverwege_mis(dossier: Werkmap, klacht: Klacht, kopieer: Any, tmp_path: Path, monkeypatch: Any) -> None:
    """A full disk, or Ctrl-C: no half folder, no letter, no key is left."""
    kopie, echt, teller = kopieer(), herstelplan.geef_naam, iter(range(100))

    for fout, code in ((OSError(28, "vol"), 4), (KeyboardInterrupt(), 130)):

        def geef_naam(klad: Path, doel: Path, fout: BaseException = fout) -> None:
            if next(teller) % 9 == 8:
                raise fout
            echt(klad, doel)

        monkeypatch.setattr(herstelplan, "geef_naam", geef_naam)
        assert klacht("beheer", "herstel", str(kopie), str(tmp_path / "nieuw" / "er")).code == code
        assert not (tmp_path / "nieuw" / "er").exists()


@pytest.mark.parametrize(
    ("ruw", "stabiel"),
    [(b"", "geen-kopie"), (b"PK\3\4" + b"x" * 500, "geen-kopie"), (b"{}", "geen-kopie"),
     (b'{\n  "soort": "klacht-sleutelkopie",\n', "kopie-beschadigd"),
     (b'{"soort": "klacht-sleutelkopie", "vorm": 2}', "kopie-onbekende-vorm"),
     (b'{"soort": "klacht-sleutelkopie", "vorm": ' + b"9" * 999 + b"}", "kopie-onbekende-vorm"),
     (b'{"soort": "klacht-sleutelkopie", "x": ' + b"[" * 100_000, "kopie-beschadigd"),
     (b"PK\3\4 Dit is een reservekopie van klacht", "kopie-beschadigd")],
    ids=["leeg", "zip", "json", "half", "nieuwer", "reusachtig", "diep", "half zip"],
)  # fmt: skip
def test_geen_kopie(klacht: Klacht, tmp_path: Path, ruw: bytes, stabiel: str) -> None:
    (tmp_path / "x").write_bytes(ruw)
    code = 2 if stabiel == "geen-kopie" else 4
    klacht("beheer", "herstel", str(tmp_path / "x"), "--wachtzin", "-").eis_fout(code, stabiel)
    for geen in (tmp_path, tmp_path / "er.niet", tmp_path / ("x" * 300)):
        klacht("beheer", "herstel", str(geen)).eis_fout(2, "bestand-onleesbaar")
    klacht("beheer", "herstel", str(tmp_path / "er.niet")).eis_fout(2, "bestand-onleesbaar", "zij is er niet")


def test_elke_byte_telt(dossier: Werkmap, klacht: Klacht, kopieer: Any, tmp_path: Path) -> None:
    """Sampled: the ends, and forty places; and cut off, or something after it. Nothing comes of it."""
    kopie, doel = kopieer(), tmp_path / "nieuw"
    goed, rng = kopie.read_bytes(), random.Random(7)
    plekken = [0, 3, 30, 45, 200, len(goed) - 1, len(goed) - 64, len(goed) - 65, *rng.sample(range(len(goed)), 40)]
    stuk = [goed[:n] + bytes([goed[n] ^ 1 << rng.randrange(8)]) + goed[n + 1 :] for n in plekken]
    for ruw in (*stuk, goed[:-1], goed[: len(goed) // 2], goed[:300], goed + b"\n"):
        kopie.write_bytes(ruw)
        uit = klacht("beheer", "herstel", str(kopie), str(doel))
        assert uit.code in (2, 4), uit
        assert "[kopie-beschadigd]" in uit.fout or "[geen-kopie]" in uit.fout
        assert not doel.exists()
    kopie.write_bytes(goed)
    assert klacht("beheer", "herstel", str(kopie), str(doel)).code == 0


def _vervals(kopie: Path, anders: Callable[[zipfile.ZipInfo, bytes], list[tuple[Any, bytes]]]) -> None:
    """Make a copy again with other parts, and with a SHA-256 that fits: what whoever has no key can do."""
    with zipfile.ZipFile(kopie) as zip_:
        delen = [(i, zip_.read(i)) for i in zip_.infolist()]
    with zipfile.ZipFile(kopie, "w") as zip_:
        for info, ruw in delen:
            for naam, inhoud_ in anders(info, ruw):
                zip_.writestr(naam, inhoud_, naam.compress_type if isinstance(naam, zipfile.ZipInfo) else 0)
        zip_.comment = bytes(64)
    ruw = kopie.read_bytes()[:-64]
    kopie.write_bytes(ruw + sha256(ruw).hexdigest().encode())


def _bom(info: zipfile.ZipInfo, ruw: bytes) -> list[tuple[Any, bytes]]:
    if info.filename == "delen/000001":
        info.compress_type, ruw = zipfile.ZIP_DEFLATED, bytes(10_000_000)
    return [(info, ruw)]


_VERVALST: dict[str, Callable[[zipfile.ZipInfo, bytes], list[tuple[Any, bytes]]]] = {
    "een pad naar boven": lambda i, r: [("../" + i.filename if i.filename == "delen/000002" else i, r)],
    "een absoluut pad": lambda i, r: [("/tmp/x" if i.filename == "delen/000002" else i, r)],
    "een deel erbij": lambda i, r: [(i, r), ("../x", b"x")] if i.filename == "delen/000002" else [(i, r)],
    "een deel weg": lambda i, r: [] if i.filename == "delen/000002" else [(i, r)],
    "geen manifest": lambda i, r: [] if i.filename == "manifest.json" else [(i, r)],
    "een bom": _bom,
    "een ander zegel": lambda i, r: [(i, r.replace(b'"nummer":', b'"nummer":1') if "manif" in i.filename else r)],
    "een andere werkmap": lambda i, r: [
        (i, r.replace(b'"werkmap":"', b'"werkmap":"../') if "man" in i.filename else r)
    ],
    "ander journaal": lambda i, r: [(i, r[:-1] + bytes([r[-1] ^ 1]) if i.filename == "journaal.sqlite" else r)],
    "ander deel": lambda i, r: [(i, r[:-1] + bytes([r[-1] ^ 1]) if i.filename == "delen/000003" else r)],
    "andere namen": lambda i, r: [(i, r[:-1] + bytes([r[-1] ^ 1]) if i.filename == "namen" else r)],
}


@pytest.mark.parametrize("hoe", _VERVALST)
def test_vervalst(dossier: Werkmap, klacht: Klacht, kopieer: Any, tmp_path: Path, hoe: str) -> None:
    """Made by somebody without the keys, with sums that fit: the manifest is bound to what only the keys open."""
    kopie = kopieer()
    _vervals(kopie, _VERVALST[hoe])
    klacht("beheer", "herstel", str(kopie), str(tmp_path / "nieuw")).eis_fout(4, "kopie-beschadigd")
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_tweemaal_dezelfde_naam(dossier: Werkmap, klacht: Klacht, kopieer: Any, tmp_path: Path) -> None:
    kopie = kopieer()
    _vervals(kopie, lambda i, r: [(i, r), (i.filename, b"x")] if i.filename == "delen/000002" else [(i, r)])
    klacht("beheer", "herstel", str(kopie), str(tmp_path / "nieuw")).eis_fout(4, "kopie-beschadigd")


@pytest.mark.parametrize(
    "naam", ["../weg", "/weg", "a/../../weg", "a//b", "", ".", "a\\..\\b", "journaal.sqlite", "JOURNAAL.sqlite",
             "journaal.sqlite-wal", "config/commissie.toml", "CONFIG/commissie.toml"],
)  # fmt: skip
def test_een_naam_die_niet_kan(
    dossier: Werkmap, klacht: Klacht, kopieer: Any, tmp_path: Path, naam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where whoever has the keys made it: no file comes outside the folder, or twice."""
    echt = kopieren._kies_bestanden

    def met(*argumenten: Any) -> Any:
        lijst = echt(*argumenten)
        lijst.bestanden.append(kopieschrijver.Bestand(Naam(naam, ""), dossier.config / "commissie.toml"))
        return lijst

    monkeypatch.setattr(kopieren, "_kies_bestanden", met)
    klacht("beheer", "herstel", str(kopieer()), str(tmp_path / "nieuw")).eis_fout(4, "kopie-onveilig")
    assert not (tmp_path / "nieuw").exists()


def test_van_een_nieuwere_klacht(dossier: Werkmap, klacht: Klacht, kopieer: Any, tmp_path: Path) -> None:
    kopie = kopieer()
    _vervals(kopie, lambda i, r: [(i, r.replace(b'"vorm":1', b'"vorm":2,"nieuw":[1]') if "mani" in i.filename else r)])
    klacht("beheer", "herstel", str(kopie), str(tmp_path / "n")).eis_fout(4, "kopie-onbekende-vorm", "Werk klacht bij")


# ---- sleutels en vernietigde zaken ----


def test_een_oude_sleutelkopie(
    dossier: Werkmap, klacht: Klacht, zaak: Any, kopieer: Any, kopieer_sleutels: Any, zet_sleutels: Any, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """A case that came after it cannot be opened: said by number; what can, comes with --onvolledig."""
    sleutels = kopieer_sleutels()
    zaak(dagtekening=None, ondertekend=False)
    kopie, later = kopieer(), kopieer_sleutels()
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "nieuw"))
    assert zet_sleutels(sleutels).code == 0
    doel = str(tmp_path / "terug")
    klacht("beheer", "herstel", str(kopie), doel).eis_fout(4, "sleutels-ontbreken", "K2026-003", "--onvolledig")
    uit = klacht("beheer", "herstel", str(kopie), doel, "--onvolledig", "--json")
    assert (uit.code, len(uit.json["opmerkingen"])) == (0, 1), uit
    assert "K2026-003" in uit.json["opmerkingen"][0]
    assert klacht("--map", doel, "audit", "controleer").code == 1
    assert "K2026-003" in klacht("--map", doel, "vandaag").uit
    assert zet_sleutels(later, "--json").json["erbij"] == ["K2026-003"]
    assert klacht("--map", doel, "audit", "controleer").code == 0


def test_een_vernietigde_zaak_komt_niet_terug(
    dossier: Werkmap, klacht: Klacht, kopieer: Any, kopieer_sleutels: Any, zet_sleutels: Any, vernietig: Any,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Not by an old copy of the keys beside the journal that knows, and not for longer than until that comes back."""
    oude_sleutels, oude_kopie = kopieer_sleutels(), kopieer()
    vernietig("K2026-001")
    kopie = kopieer()
    with dossier.journaal() as journaal:
        werkmap = journaal.werkmap
    uit = zet_sleutels(oude_sleutels, "--json").json
    assert (uit["erbij"], uit["vernietigd"]) == ([], ["K2026-001"])
    assert lees_ring(werkmap).vernietigd.keys() == {"K2026-001"}

    uit = klacht("beheer", "herstel", str(oude_kopie), str(tmp_path / "oud"), "--json").json
    assert (uit["zaken"], list((tmp_path / "oud").glob("brieven/*/*"))) == (2, [])
    assert "na deze kopie vernietigd, en nu ook hierin" in uit["opmerkingen"][0]
    for opdracht in ("vandaag", "lijst --alles", "audit controleer", "audit herspeel"):
        assert klacht("--map", str(tmp_path / "oud"), *opdracht.split()).code in (0, 1), opdracht
    assert klacht("--map", str(tmp_path / "oud"), "audit", "controleer").code == 0

    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "nieuw"))
    shutil.move(dossier.pad, tmp_path / "elders")
    assert zet_sleutels(oude_sleutels, "--json").json["erbij"] == ["", "K2026-001", "K2026-002"]
    uit = klacht("beheer", "herstel", str(kopie), "--json").json
    assert "de sleutel van k2026-001" in uit["opmerkingen"][0].casefold()
    assert lees_ring(werkmap).sleutels.keys() == {"", "K2026-002"}
    assert klacht("audit", "controleer").code == 0


def test_een_ring_die_er_al_is(
    dossier: Werkmap, klacht: Klacht, zaak: Any, kopieer_sleutels: Any, zet_sleutels: Any, tmp_path: Path
) -> None:
    """What is missing comes, what only this one has stays; a key that differs, or a ring that is broken: --vervang."""
    sleutels = kopieer_sleutels()
    zaak(dagtekening=None, ondertekend=False)
    with dossier.journaal() as journaal:
        ring, werkmap = journaal.ring.pad, journaal.werkmap
    voor = lees_ring(werkmap)
    uit = zet_sleutels(sleutels, "--json").json
    assert (uit["erbij"], uit["alleen_hier"], uit["oude_ring"]) == ([], ["K2026-003"], None)
    db = sqlite3.connect(ring / "ring.sqlite", isolation_level=None)
    db.execute("DELETE FROM sleutel WHERE zaak = 'K2026-001'")
    assert zet_sleutels(sleutels, "--json").json["erbij"] == ["K2026-001"]
    assert lees_ring(werkmap) == voor

    with dossier.journaal() as journaal:
        ander = journaal.ring.pak_in("K2026-001", b"x" * 32)
    db.execute("UPDATE sleutel SET ingepakt = ? WHERE zaak = 'K2026-001'", (ander,))
    db.close()
    zet_sleutels(sleutels).eis_fout(3, "sleutelring-anders", "--vervang")
    assert zet_sleutels(sleutels, "--vervang", "--json").json["oude_ring"] == f"{ring}.oud-1"
    assert lees_ring(werkmap) == voor

    (ring / "hoofdsleutel").write_bytes(b"te kort")
    zet_sleutels(sleutels).eis_fout(3, "sleutelring-onleesbaar", "--vervang")
    assert zet_sleutels(sleutels, "--vervang").code == 0
    assert lees_ring(werkmap).sleutels.keys() == {"", "K2026-001", "K2026-002"}
    assert sorted(p.name for p in ring.parent.iterdir()) == [werkmap, f"{werkmap}.oud-1", f"{werkmap}.oud-2"]
