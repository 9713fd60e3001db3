"""The key ring: a key of its own for each case, outside the work folder; without it the journal tells nothing."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal import sleutels
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.sleutels import Sleutelring, ontzegel, sleutelmap, verzegel
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

Klacht = Callable[..., object]


def ringmap(werkmap: Werkmap) -> Path:
    """The folder of the ring of this work folder."""
    with werkmap.journaal() as journaal:
        return journaal.ring.pad


@pytest.fixture
def gevuld(werkmap: Werkmap, klaagschrift: Callable[..., Klaagschrift]) -> Werkmap:
    """A work folder with two cases, the first with an attachment."""
    ontvang(werkmap, klaagschrift(bijlage=(Bijlage("Dekker.txt"),)), [b"R. Dekker zuchtte. " * 400])
    ontvang(werkmap, klaagschrift(dagtekening=date(2026, 4, 1)), [])
    return werkmap


# --- the seal ---------------------------------------------------------------------------------------------------------


def test_verzegeld_is_aes_256_gcm() -> None:
    """Twelve bytes of nonce, then what AES-GCM makes of it; the key has 256 bits."""
    ruw = AESGCM.generate_key(256)
    assert len(ruw) == 32
    verzegeld = verzegel(AESGCM(ruw), b"inhoud", b"kop")
    assert AESGCM(ruw).decrypt(verzegeld[:12], verzegeld[12:], b"kop") == b"inhoud"
    assert len(verzegeld) == 12 + len(b"inhoud") + 16


def test_twee_keer_hetzelfde_is_nooit_hetzelfde() -> None:
    """A fresh nonce each time, so equal contents cannot be seen to be equal."""
    sleutel = AESGCM(AESGCM.generate_key(256))
    assert len({verzegel(sleutel, b"", b"")[:12] for _ in range(50)}) == 50


@pytest.mark.parametrize("plek", [0, 11, 12, 17, -1], ids=["nonce", "einde nonce", "tekst", "einde tekst", "merk"])
def test_een_bit_anders_gaat_niet_open(plek: int) -> None:
    """Not one bit of nonce, text or tag."""
    sleutel = AESGCM(AESGCM.generate_key(256))
    verzegeld = bytearray(verzegel(sleutel, b"inhoud", b"kop"))
    verzegeld[plek] ^= 1
    with pytest.raises(InvalidTag):
        ontzegel(sleutel, bytes(verzegeld), b"kop")


def test_andere_kop_of_sleutel_gaat_niet_open() -> None:
    """The seal holds content, key and the plain fields together."""
    sleutel, ander = AESGCM(b"a" * 32), AESGCM(b"b" * 32)
    verzegeld = verzegel(sleutel, b"inhoud", b"kop")
    assert ontzegel(sleutel, verzegeld, b"kop") == b"inhoud"
    for s, gebonden in ((sleutel, b"kop2"), (ander, b"kop")):
        with pytest.raises(InvalidTag):
            ontzegel(s, verzegeld, gebonden)


# --- the ring ---------------------------------------------------------------------------------------------------------


def test_elke_zaak_haar_eigen_sleutel(tmp_path: Path) -> None:
    """What is sealed for one case does not open with the key of another, and a key stays the same."""
    ring = Sleutelring.maak("w1", tmp_path)
    een, ander = ring.sleutel_of_nieuw("K2026-001"), ring.sleutel_of_nieuw("K2026-002")
    verzegeld = verzegel(een, b"inhoud", b"")
    with pytest.raises(InvalidTag):
        ontzegel(ander, verzegeld, b"")
    assert ring.sleutel_of_nieuw("K2026-001") is een
    ring.sluit()
    opnieuw = Sleutelring("w1", tmp_path)
    assert ontzegel(opnieuw.sleutel("K2026-001"), verzegeld, b"") == b"inhoud"
    opnieuw.sluit()


def test_een_sleutel_staat_op_schijf_voor_hij_wordt_gebruikt(tmp_path: Path) -> None:
    """Another process reads it at once: a seal is never made with a key that only memory holds."""
    ring = Sleutelring.maak("w1", tmp_path)
    sleutel = ring.sleutel_of_nieuw("K2026-001")
    assert ring._verbinding.execute("PRAGMA synchronous").fetchone() == (3,)  # EXTRA: the folder too
    ander = Sleutelring("w1", tmp_path)
    assert ontzegel(ander.sleutel("K2026-001"), verzegel(sleutel, b"x", b""), b"") == b"x"
    ander.sluit()
    ring.sluit()


def test_twee_ringen_maken_samen_een_sleutel(tmp_path: Path) -> None:
    """Two processes that both find no key end with the same one."""
    ring, ander = Sleutelring.maak("w1", tmp_path), Sleutelring("w1", tmp_path)
    een, twee = ring.sleutel_of_nieuw("K2026-001"), ander.sleutel_of_nieuw("K2026-001")
    assert ontzegel(twee, verzegel(een, b"x", b""), b"") == b"x"
    ring.sluit()
    ander.sluit()


def test_de_ring_is_alleen_van_de_eigenaar(tmp_path: Path) -> None:
    """No other user of the computer reads the keys."""
    if os.name != "posix":
        pytest.skip("file modes are POSIX")
    Sleutelring.maak("w1", tmp_path / "sleutels").sluit()
    wijzen = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "sleutels").rglob("*")}
    assert wijzen == {"w1": 0o700, "hoofdsleutel": 0o600, "ring.sqlite": 0o600}


def test_een_ring_wordt_nooit_overschreven(tmp_path: Path) -> None:
    """A ring that is there stays as it is."""
    Sleutelring.maak("w1", tmp_path).sluit()
    voor = (tmp_path / "w1" / "hoofdsleutel").read_bytes()
    with pytest.raises(Onbruikbaar) as fout:
        Sleutelring.maak("w1", tmp_path)
    assert fout.value.code == "sleutelring-niet-te-maken"
    assert (tmp_path / "w1" / "hoofdsleutel").read_bytes() == voor


def test_een_sleutel_is_gebonden_aan_zijn_zaak_en_werkmap(tmp_path: Path) -> None:
    """A key that is put in the place of another does not come out of its wrapping."""
    ring = Sleutelring.maak("w1", tmp_path)
    ring.sleutel_of_nieuw("K2026-001")
    ring.sleutel_of_nieuw("K2026-002")
    with ring._verbinding as db:
        db.execute("UPDATE sleutel SET ingepakt = (SELECT ingepakt FROM sleutel WHERE zaak = 'K2026-001')")
    ring.sluit()
    opnieuw = Sleutelring("w1", tmp_path)
    opnieuw.sleutel("K2026-001")
    with pytest.raises(Onbruikbaar) as fout:
        opnieuw.sleutel("K2026-002")
    assert fout.value.code == "sleutel-ontbreekt"
    opnieuw.sluit()


def test_een_proefsleutel_laat_niets_na(tmp_path: Path) -> None:
    """A rehearsal does not touch the ring, and each has another key."""
    ring = Sleutelring.maak("w1", tmp_path)
    voor = (ring.pad / "ring.sqlite").read_bytes()
    een, ander = ring.proefsleutel(), ring.proefsleutel()
    with pytest.raises(InvalidTag):
        ontzegel(ander, verzegel(een, b"x", b""), b"")
    ring.sluit()
    assert (ring.pad / "ring.sqlite").read_bytes() == voor


def test_sleutels_staan_niet_open_in_de_ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file holds keys wrapped only: nobody opens a content with ring.sqlite alone."""
    gemaakt: list[bytes] = []
    echt = AESGCM.generate_key

    def onthoud(bits: int) -> bytes:
        gemaakt.append(echt(bits))
        return gemaakt[-1]

    monkeypatch.setattr(sleutels.AESGCM, "generate_key", staticmethod(onthoud))
    ring = Sleutelring.maak("w1", tmp_path)
    ring.sleutel_of_nieuw("K2026-001")
    ring.sluit()
    assert len(gemaakt) == 1
    assert gemaakt[0] not in b"".join(p.read_bytes() for p in (tmp_path / "w1").iterdir())


def test_waar_de_sleutels_staan(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """KLACHT_SLEUTELMAP, else the user's own configuration: never the folder where one happens to be."""
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "kluis"))
    assert sleutelmap() == tmp_path / "kluis"
    monkeypatch.setenv("KLACHT_SLEUTELMAP", "")
    monkeypatch.setenv("HOME", str(tmp_path / "thuis"))
    assert sleutelmap().parts[-2:] == ("klacht", "sleutels")
    assert sleutelmap().is_absolute()


# --- what a thief has -------------------------------------------------------------------------------------------------


def _ruwe_bytes(map_: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(map_.rglob("*")) if p.is_file() and p.suffix != ".toml")


def test_in_de_ruwe_bytes_staat_niets_persoonlijks(gevuld: Werkmap, persoonlijk: tuple[str, ...]) -> None:
    """Not in the journal and not in the ring: no name, address or text, however it is written down."""
    ruw = _ruwe_bytes(gevuld.pad) + _ruwe_bytes(ringmap(gevuld))
    assert b"klaagschrift_ontvangen" in ruw  # what may be read is found this way
    for woord in (*persoonlijk, "Den Haag", "Griffie", "pesten", "Dekker.txt"):
        for vorm in (woord, woord.lower(), woord.upper()):
            for codering in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
                assert vorm.encode(codering) not in ruw, (woord, codering)


def test_in_de_gewone_kolommen_staat_alleen_dit(gevuld: Werkmap) -> None:
    """Each plain column holds one of a few forms, and nothing else; so no name fits, nor a hash of one."""
    vormen = {
        "zaak": r"(K\d{4}-\d{3,})?",
        "soort": r"[a-z_]+",
        "vastgelegd_op": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z",
        "rol": "secretaris",
        "versie": r"\d+\.\d+\.\d+\w*",
    }
    db = sqlite3.connect(gevuld.pad / "journaal.sqlite")
    rijen = db.execute(f"SELECT {', '.join(vormen)} FROM journaal").fetchall()
    assert len(rijen) == 6
    for rij in rijen:
        for (kolom, vorm), waarde in zip(vormen.items(), rij, strict=True):
            assert re.fullmatch(vorm, waarde), (kolom, waarde)
    tabellen = {naam for (naam,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert tabellen == {"journaal", "kenmerk", "lopend"}
    assert db.execute("SELECT zaak FROM lopend").fetchall() == [("K2026-001",), ("K2026-002",)]
    db.close()


def test_gelijke_klaagschriften_zien_er_verzegeld_anders_uit(
    werkmap: Werkmap, klaagschrift: Callable[..., Klaagschrift]
) -> None:
    """Nobody can tell from outside that the same person complained twice."""
    for _ in range(2):
        ontvang(werkmap, klaagschrift(), [], toch=True)
    db = sqlite3.connect(werkmap.pad / "journaal.sqlite")
    for kolom in ("inhoud", "inhoud_sha256", "hash"):
        (n,) = db.execute(
            f"SELECT count(DISTINCT {kolom}) FROM journaal WHERE soort = 'klaagschrift_ontvangen'"
        ).fetchone()
        assert n == 2, kolom
    db.close()


def test_een_gestolen_werkmap_is_niet_te_lezen(
    gevuld: Werkmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work folder without the ring: refused, also the reading that would only verify the chain."""
    shutil.copytree(gevuld.pad, tmp_path / "buit")
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "dief"))
    for lees in (lambda w: w.journaal(), controle.controleer):
        with pytest.raises(Onbruikbaar) as fout:
            lees(Werkmap(tmp_path / "buit"))
        assert (fout.value.code, fout.value.exitcode) == ("sleutelring-ontbreekt", 4)
    assert not (tmp_path / "dief").exists()


def test_een_gestolen_werkmap_met_een_eigen_ring_is_niet_te_lezen(gevuld: Werkmap, tmp_path: Path) -> None:
    """A ring that a thief makes for it opens nothing, and every entry is refused."""
    with gevuld.journaal() as journaal:
        naam = journaal.werkmap
        (stuk,) = next(s for v in journaal.lees_alles() if (s := getattr(v.gebeurtenis, "stukken", ())))
        assert journaal.lees_stuk(stuk).startswith(b"R. Dekker")
    Sleutelring.maak(naam, tmp_path / "dief").sluit()
    with Journaal(gevuld.pad / "journaal.sqlite", sleutelmap=tmp_path / "dief") as journaal:
        for lees in (journaal.lees_alles, lambda: journaal.lees("K2026-001"), journaal.lees_partijen):
            with pytest.raises(Onbruikbaar) as fout:
                list(lees())
            assert fout.value.code == "sleutel-ontbreekt"
        with pytest.raises(Onbruikbaar) as fout:
            journaal.lees_stuk(stuk)
        assert fout.value.code == "sleutel-ontbreekt"


def test_een_vernietigde_sleutel_neemt_alleen_zijn_zaak_mee(gevuld: Werkmap) -> None:
    """Without its key one case is gone; the other is still read, and the chain of hashes needs no key."""
    pad = ringmap(gevuld)
    with sqlite3.connect(pad / "ring.sqlite") as db:
        db.execute("DELETE FROM sleutel WHERE zaak = 'K2026-002'")
    db.close()
    with gevuld.journaal() as journaal:
        assert [v.soort for v in journaal.lees("K2026-001")] == ["klaagschrift_ontvangen"]
        with pytest.raises(Onbruikbaar, match="zaak K2026-002") as fout:
            list(journaal.lees("K2026-002"))
    assert fout.value.code == "sleutel-ontbreekt"


def test_geen_sleutel_wordt_opnieuw_gemaakt_over_een_verloren_sleutel(gevuld: Werkmap, tmp_path: Path) -> None:
    """A damaged master key is not papered over with new keys: nothing is written at all."""
    pad = ringmap(gevuld)
    (pad / "hoofdsleutel").write_bytes(b"x" * 32)
    voor = _ruwe_bytes(gevuld.pad), _ruwe_bytes(pad)
    with pytest.raises(Onbruikbaar) as fout:
        ontvang(gevuld, Klaagschrift("2026-04-24"), [])
    assert fout.value.code == "sleutel-ontbreekt"
    assert (_ruwe_bytes(gevuld.pad), _ruwe_bytes(pad)) == voor


def test_init_met_de_ring_in_de_werkmap(
    klacht: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused before anything is made; also by way of `..` and of a link."""
    doel = tmp_path / "nieuw"
    (tmp_path / "ergens").symlink_to(doel, target_is_directory=True)
    for ring in (doel, doel / "sleutels", tmp_path / "x" / ".." / "nieuw" / "s", tmp_path / "ergens" / "s"):
        monkeypatch.setenv("KLACHT_SLEUTELMAP", str(ring))
        klacht("init", str(doel)).eis_fout(2, "sleutels-in-werkmap", "KLACHT_SLEUTELMAP")  # type: ignore[attr-defined]
        assert not doel.exists()


def test_twee_werkmappen_delen_een_sleutelmap(gevuld: Werkmap, tmp_path: Path) -> None:
    """Each its own ring; they do not open each other's."""
    ander = richt_in(tmp_path / "ander").werkmap
    assert ringmap(ander) != ringmap(gevuld)
    assert ringmap(ander).parent == ringmap(gevuld).parent
    controle.controleer(ander)
    controle.controleer(gevuld)
