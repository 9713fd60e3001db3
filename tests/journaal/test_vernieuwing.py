"""The key of a case destroyed and the master renewed: a crash at any step leaves a ring that opens, and no old key."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal import bestand, vernieuwing
from klachtcli.journaal.sleutels import HOOFD, NIEUW, Sleutelring, ontzegel, verzegel
from klachtcli.journaal.vernieuwing import eis_vernieuwbaar, halverwege, rond_af, vernietig_sleutel
from klachtcli.schijf import overschrijf, wis

DAG = date(2029, 1, 2)
ZAKEN = ("", "K2026-001", "K2026-002", "K2026-010")
WEG = "K2026-001"


class Stroomuitval(BaseException):
    """The process ends here."""


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Sleutelring]:
    """A ring with the keys of three cases."""
    uit = Sleutelring.maak("w1", tmp_path)
    for zaak in ZAKEN:
        uit.sleutel_of_nieuw(zaak)
    yield uit
    uit.sluit()


def zegels(ring: Sleutelring) -> dict[str, bytes]:
    """Something sealed for each case."""
    return {zaak: verzegel(ring.sleutel(zaak), b"inhoud", b"") for zaak in ZAKEN}


def eis_open(map_: Path, verzegeld: dict[str, bytes], *, zonder: str = "") -> None:
    """What was sealed opens in a ring that is opened anew, to read and to write, except of one case."""
    for schrijven in (True, False):
        ring = Sleutelring("w1", map_, schrijven=schrijven)
        for zaak, inhoud in verzegeld.items():
            if zaak == zonder != "":
                with pytest.raises(Onbruikbaar) as fout:
                    ring.sleutel(zaak)
                assert fout.value.code == "sleutel-vernietigd"
                assert "op 2 januari 2029 vernietigd" in str(fout.value)
            else:
                assert ontzegel(ring.sleutel(zaak), inhoud, b"") == b"inhoud"
        ring.sluit()


def geheimen(ring: Sleutelring) -> list[bytes]:
    """What may be nowhere afterwards: the master, every wrapped key, and the bare key of the case."""
    hoofd = (ring.pad / HOOFD).read_bytes()
    ingepakt = dict(ring._verbinding.execute("SELECT zaak, ingepakt FROM sleutel"))
    return [hoofd, *ingepakt.values(), ring.pak_uit(WEG, ingepakt[WEG])]


def gevonden(map_: Path, zoek: list[bytes]) -> list[int]:
    """Which of these, or sixteen bytes of one, some file still holds."""
    ruw = b"".join(p.read_bytes() for p in map_.rglob("*") if p.is_file())
    return [n for n, s in enumerate(zoek) if any(s[k : k + 16] in ruw for k in range(0, len(s) - 15, 4))]


def test_een_sleutel_vernietigd(ring: Sleutelring, tmp_path: Path) -> None:
    """Gone for good, remembered with its day, and nothing of the old ring is left in a file."""
    verzegeld, oud = zegels(ring), geheimen(ring)
    assert gevonden(tmp_path, oud) == list(range(len(oud) - 1))  # all but the bare key: the search can find
    vernietig_sleutel(ring, WEG, DAG, b"feiten")
    assert gevonden(tmp_path, oud) == []
    assert sorted(p.name for p in ring.pad.iterdir()) == [HOOFD, "ring.sqlite"]
    assert ring.zaken() == {"K2026-002", "K2026-010"}
    assert ring.vernietigd(WEG) == (DAG, b"feiten")
    assert b"feiten" not in (ring.pad / "ring.sqlite").read_bytes()
    eis_open(tmp_path, verzegeld, zonder=WEG)


def test_nog_eens_verandert_niets(ring: Sleutelring) -> None:
    vernietig_sleutel(ring, WEG, DAG, b"feiten")
    beeld = {p.name: p.read_bytes() for p in ring.pad.iterdir()}
    vernietig_sleutel(ring, WEG, DAG, b"feiten")
    assert {p.name: p.read_bytes() for p in ring.pad.iterdir()} == beeld


def test_nooit_een_nieuwe_sleutel_voor_een_vernietigde_zaak(ring: Sleutelring) -> None:
    """An older journal under this ring: nothing more is recorded in that case."""
    vernietig_sleutel(ring, WEG, DAG, b"")
    with pytest.raises(Onbruikbaar, match="vernietigd"):
        ring.sleutel_of_nieuw(WEG)


def test_een_ring_van_voor_0_4(ring: Sleutelring, tmp_path: Path) -> None:
    """It has no list of what was destroyed; it gets one at the first."""
    ring._verbinding.execute("DROP TABLE vernietigd")
    verzegeld = zegels(ring)
    assert ring.vernietigd(WEG) is None
    with pytest.raises(Onbruikbaar) as fout:
        ring.sleutel("K2020-009")
    assert fout.value.code == "sleutel-ontbreekt"
    vernietig_sleutel(ring, WEG, DAG, b"feiten")
    eis_open(tmp_path, verzegeld, zonder=WEG)


def _voor(naam: str) -> Callable[[pytest.MonkeyPatch], None]:
    def zet(m: pytest.MonkeyPatch) -> None:
        def val_uit(*_: Any, **__: Any) -> None:
            raise Stroomuitval

        m.setattr(vernieuwing, naam, val_uit)

    return zet


def _na(naam: str) -> Callable[[pytest.MonkeyPatch], None]:
    def zet(m: pytest.MonkeyPatch) -> None:
        echt = getattr(vernieuwing, naam)

        def val_uit(*waarden: Any, **namen: Any) -> None:
            echt(*waarden, **namen)
            raise Stroomuitval

        m.setattr(vernieuwing, naam, val_uit)

    return zet


# the step after which the power fails, and whether the key is then gone
STAPPEN = {
    "voor de nieuwe hoofdsleutel": (_voor("schrijf_heel"), False),
    "na de nieuwe hoofdsleutel": (_na("schrijf_heel"), False),
    "voor het herpakken": (_voor("_herpak"), False),
    "voor de vastlegging van de ring": (_na("_herpak"), False),
    "na de vastlegging van de ring": (_voor("overschrijf"), True),
    "na het overschrijven": (_na("overschrijf"), True),
    "na het vervangen": (_voor("sync_map"), True),
}


@pytest.mark.parametrize(("val_uit", "weg"), STAPPEN.values(), ids=STAPPEN)
def test_stroomuitval(
    val_uit: Callable[[pytest.MonkeyPatch], None], weg: bool, ring: Sleutelring, tmp_path: Path
) -> None:
    """After each step the ring opens with one master; doing it again ends it, and nothing old is left."""
    verzegeld, oud = zegels(ring), geheimen(ring)
    with pytest.MonkeyPatch.context() as m:
        val_uit(m)
        with pytest.raises(Stroomuitval):
            vernietig_sleutel(ring, WEG, DAG, b"feiten")
    ring.sluit()
    eis_open(tmp_path, verzegeld, zonder=WEG if weg else "")
    opnieuw = Sleutelring("w1", tmp_path)
    opnieuw.sleutel_of_nieuw("K2029-001")  # a key made now is wrapped under the master that stays
    assert (WEG in opnieuw.zaken()) is not weg
    vernietig_sleutel(opnieuw, WEG, DAG, b"feiten")
    assert not halverwege(opnieuw)
    opnieuw.sluit()
    assert gevonden(tmp_path, oud) == []
    eis_open(tmp_path, verzegeld, zonder=WEG)
    laatste = Sleutelring("w1", tmp_path)
    laatste.sleutel("K2029-001")
    laatste.sluit()


def test_een_halve_hoofdsleutel_is_er_geen(ring: Sleutelring, tmp_path: Path) -> None:
    """A new master that was cut short never fits, and goes."""
    verzegeld = zegels(ring)
    (ring.pad / NIEUW).write_bytes(b"kort")
    eis_open(tmp_path, verzegeld)
    rond_af(ring)
    assert not halverwege(ring)
    eis_open(tmp_path, verzegeld)


def test_een_lezer_houdt_zijn_moment(ring: Sleutelring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody reads, the ring is not renewed: that is said, and nothing changed; after it, it is."""
    monkeypatch.setattr(bestand, "WACHT", 0.05)
    verzegeld = zegels(ring)
    lezer = Sleutelring("w1", tmp_path, schrijven=False)
    schrijver = Sleutelring("w1", tmp_path)
    for probeer in (lambda: eis_vernieuwbaar(schrijver), lambda: vernietig_sleutel(schrijver, WEG, DAG, b"")):
        with pytest.raises(Onbruikbaar, match="een ander programma is ermee bezig") as fout:
            probeer()
        assert fout.value.code == "sleutelring-niet-te-schrijven"
    assert not halverwege(schrijver)
    assert ontzegel(lezer.sleutel(WEG), verzegeld[WEG], b"") == b"inhoud"
    lezer.sluit()
    eis_vernieuwbaar(schrijver)
    vernietig_sleutel(schrijver, WEG, DAG, b"")
    schrijver.sluit()
    eis_open(tmp_path, verzegeld, zonder=WEG)


def test_een_schrijver_van_daarvoor_neemt_de_nieuwe(ring: Sleutelring, tmp_path: Path) -> None:
    """A ring that was opened before the renewal, and at its act takes the master as it then is."""
    oud = Sleutelring("w1", tmp_path)
    vernietig_sleutel(ring, WEG, DAG, b"")
    oud.ververs()
    sleutel = oud.sleutel_of_nieuw("K2029-002")
    oud.sluit()
    ander = Sleutelring("w1", tmp_path)
    assert ontzegel(ander.sleutel("K2029-002"), verzegel(sleutel, b"x", b""), b"") == b"x"
    ander.sluit()


def test_een_sleutel_die_niet_opent_houdt_het_tegen(ring: Sleutelring) -> None:
    """A key that could not be wrapped anew would be lost with the old master: first that is put right."""
    with ring._verbinding as db:
        db.execute("UPDATE sleutel SET ingepakt = zeroblob(60) WHERE zaak = 'K2026-010'")
    voor = {p.name: p.read_bytes() for p in ring.pad.iterdir()}
    for probeer in (lambda: eis_vernieuwbaar(ring), lambda: vernietig_sleutel(ring, WEG, DAG, b"")):
        with pytest.raises(Onbruikbaar, match="K2026-010"):
            probeer()
    rond_af(ring)
    assert {p.name: p.read_bytes() for p in ring.pad.iterdir()} == voor


def test_overschrijven_gaat_niet_door_een_koppeling(tmp_path: Path) -> None:
    """What stands elsewhere stays: a link goes, and a file with a second name keeps its bytes under that."""
    (tmp_path / "elders").write_bytes(b"blijft")
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "koppeling").symlink_to(tmp_path / "elders")
    (tmp_path / "map" / "tweede").hardlink_to(tmp_path / "elders")
    (tmp_path / "map" / "gewoon").write_bytes(b"weg" * 50_000)
    overschrijf(tmp_path / "map" / "gewoon")
    ruw = (tmp_path / "map" / "gewoon").read_bytes()
    assert len(ruw) == 150_000
    assert b"wegweg" not in ruw
    wis(tmp_path / "map")
    assert [p.name for p in tmp_path.iterdir()] == ["elders"]
    assert (tmp_path / "elders").read_bytes() == b"blijft"


def test_een_ring_teruggezet_van_daarvoor(ring: Sleutelring, tmp_path: Path) -> None:
    """Both files of an old copy fit each other; of one file with the other of now, no key opens, and that is said."""
    shutil.copytree(ring.pad, tmp_path / "kopie")
    verzegeld = zegels(ring)
    vernietig_sleutel(ring, WEG, DAG, b"")
    ring.sluit()
    shutil.copyfile(tmp_path / "kopie" / "ring.sqlite", ring.pad / "ring.sqlite")
    half = Sleutelring("w1", tmp_path)
    with pytest.raises(Onbruikbaar) as fout:
        half.sleutel("")
    assert fout.value.code == "sleutel-ontbreekt"
    half.sluit()
    shutil.copyfile(tmp_path / "kopie" / HOOFD, ring.pad / HOOFD)
    eis_open(tmp_path, verzegeld)


def test_de_sleutel_zelf_verandert_niet(ring: Sleutelring) -> None:
    """Only its wrapping: what was sealed before stays readable without sealing anything anew."""
    voor = {z: ring.pak_uit(z, i) for z, i in ring._verbinding.execute("SELECT zaak, ingepakt FROM sleutel")}
    vernietig_sleutel(ring, WEG, DAG, b"")
    na = {z: ring.pak_uit(z, i) for z, i in ring._verbinding.execute("SELECT zaak, ingepakt FROM sleutel")}
    assert na == {z: s for z, s in voor.items() if z != WEG}
    assert all(len(s) == 32 for s in na.values())
    assert isinstance(ring.sleutel(""), AESGCM)
    assert ring._verbinding.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert isinstance(ring._verbinding, sqlite3.Connection)
