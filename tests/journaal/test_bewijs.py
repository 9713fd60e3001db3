"""What proves entries outside the journal: leaves, and content sealed anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from klachtcli.audit.pakket import lees_pakket
from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal import bestand, oprichting
from klachtcli.journaal.bewijs import Geraamte, geraamte, hertel, posten
from klachtcli.journaal.keten import KETEN_1, KETENS, Keten
from klachtcli.secretariaat.inrichting import richt_in
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.pakketten import pak_in
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

elke_keten = pytest.mark.parametrize("keten", KETENS.values(), ids=list(KETENS))


@pytest.fixture
def gevuld(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bevries: Callable[[str], object],
    klaagschrift: Callable[..., Klaagschrift],
) -> Callable[[Keten], Werkmap]:  # fmt: skip
    """A work folder with two cases, whose journal has this chain."""

    def maak(keten: Keten) -> Werkmap:
        bevries("2026-04-24T10:00")
        monkeypatch.setenv("KLACHT_SLEUTELMAP", str(tmp_path / "sleutels"))
        monkeypatch.setattr(oprichting, "KETEN", keten)
        monkeypatch.setattr(bestand, "KETEN", keten)
        werkmap = richt_in(tmp_path / "zaken").werkmap
        for n in (1, 2):
            ontvang(werkmap, klaagschrift(dagtekening=date(2026, 4, n), bijlage=(Bijlage("mail.txt"),)), [b"mail"])
        return werkmap

    return maak


@elke_keten
def test_uit_de_schakels_volgt_het_zegel(gevuld: Callable[[Keten], Werkmap], keten: Keten) -> None:
    """The head of the chain, and every zegel that ever was; not one that never was."""
    with gevuld(keten).journaal() as journaal:
        heel = geraamte(journaal, journaal.zegel().nummer)
        assert heel.zegel == journaal.zegel()
        for nummer in range(1, heel.zegel.nummer + 1):
            assert heel.kent(str(journaal.zegel_bij(nummer)))
        assert geraamte(journaal, 3).zegel == journaal.zegel_bij(3)
        assert not geraamte(journaal, 3).kent(str(journaal.zegel()))


@elke_keten
def test_elke_vastlegging_is_opnieuw_te_verzegelen(gevuld: Callable[[Keten], Werkmap], keten: Keten) -> None:
    """With key and nonce the same sealed bytes come out; with another of anything, no proof."""
    with gevuld(keten).journaal() as journaal:
        heel, sleutel = geraamte(journaal, 7), journaal.ring.kopie("K2026-001")
        reeks = list(posten(journaal, "K2026-001", 7))
    assert [p.soort for p in reeks] == ["stuk_bewaard", "klaagschrift_ontvangen"]
    for p in reeks:
        assert hertel(p, keten, sleutel) == p.inhoud_sha256
        assert heel.bewijst(p, p.inhoud_sha256)
        for anders in ({"inhoud": p.inhoud + b" "}, {"nonce": bytes(12)}, {"soort": "x"}, {"nummer": p.nummer + 1},
                       {"zaak": "K2026-002"}, {"rol": "x"}, {"versie": "x"}, {"vastgelegd_op": "x"}):  # fmt: skip
            q = msgspec.structs.replace(p, **anders)
            assert not heel.bewijst(q, hertel(q, keten, sleutel)), anders
        for nummer in (0, -1, 8, 10**30):
            assert not heel.bewijst(msgspec.structs.replace(p, nummer=nummer), p.inhoud_sha256)


@elke_keten
def test_een_schakel_anders_en_het_bewijs_valt(gevuld: Callable[[Keten], Werkmap], keten: Keten) -> None:
    """With leaves any change shows in the zegel; without them at the entry and the one after it."""
    with gevuld(keten).journaal() as journaal:
        heel = geraamte(journaal, 7)
        (laatste,) = [p for p in posten(journaal, "K2026-002", 7) if p.soort != "stuk_bewaard"]
    for n in range(7):
        schakels = list(heel.schakels)
        schakels[n] = bytes([schakels[n][0] ^ 1]) + schakels[n][1:]
        anders = Geraamte(heel.werkmap, heel.keten, tuple(schakels))
        if keten.met_bladen:
            assert anders.zegel != heel.zegel
        assert anders.bewijst(laatste, laatste.inhoud_sha256) == (n + 1 not in (
            [laatste.nummer] if keten.met_bladen else [laatste.nummer, laatste.nummer - 1]))  # fmt: skip


@elke_keten
def test_geraamte_als_tekst_en_terug(gevuld: Callable[[Keten], Werkmap], keten: Keten) -> None:
    """The same chain; what is no text of one is a ValueError."""
    with gevuld(keten).journaal() as journaal:
        heel = geraamte(journaal, 7)
    assert Geraamte.uit_tekst(heel.tekst) == heel
    for ruw in (
        b"",
        b"\xff",
        b"klacht-keten-2",
        b"klacht-keten-2\nx\n",
        b"x\ny\nzegel",
        heel.tekst.replace(b"a", b"g"),
    ):
        with pytest.raises(ValueError, match=r"."):
            Geraamte.uit_tekst(ruw)


@elke_keten
def test_een_pakket_van_elke_keten(gevuld: Callable[[Keten], Werkmap], keten: Keten, tmp_path: Path) -> None:
    """Also of a journal of before 0.4; what that does not prove is said, in the check and in the package."""
    werkmap = gevuld(keten)
    for anoniem in (False, True):
        doel = tmp_path / f"uit-{anoniem}"
        pak_in(werkmap, ["1"], doel, anoniem=anoniem)
        gelezen = lees_pakket(doel)
        assert any("eerste keten" in o for o in gelezen.opmerkingen) == (keten is KETEN_1)
        leesmij = (doel / "data" / "lees-mij.txt").read_text(encoding="utf-8")
        assert ("nog de eerste keten" in leesmij) == (keten is KETEN_1)


@elke_keten
@pytest.mark.parametrize("kolom", ["zaak", "hash", "inhoud_sha256", "versie"])
def test_een_pakket_uit_een_veranderd_journaal(
    gevuld: Callable[[Keten], Werkmap], keten: Keten, kolom: str, tmp_path: Path
) -> None:
    """The chain is verified while it is packed: the entry that is wrong is named, and nothing is made."""
    werkmap = gevuld(keten)
    db = sqlite3.connect(werkmap.pad / "journaal.sqlite")
    wachters = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for naam, _ in wachters:
        db.execute(f"DROP TRIGGER {naam}")
    nieuw = "zeroblob(32)" if kolom in ("hash", "inhoud_sha256") else "'K2026-009'"
    db.execute(f"UPDATE journaal SET {kolom} = {nieuw} WHERE nummer = 7")
    for _, sql in wachters:
        db.execute(sql)
    db.commit()
    db.close()
    with pytest.raises(Onbruikbaar, match="vastlegging 7 "):
        pak_in(werkmap, ["1"], tmp_path / "uit")
    assert not (tmp_path / "uit").exists()
