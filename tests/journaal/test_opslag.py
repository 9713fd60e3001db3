"""The journal's file: it only grows, an act is in it whole or not at all, and whatever happens to a byte is noticed."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

import pytest

from klachtcli import klok
from klachtcli.fouten import Geweigerd, KlachtFout, Onbruikbaar
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.keten import KETEN, Zegel
from klachtcli.journaal.opslag import Journaal
from klachtcli.journaal.sleutels import verzegel
from klachtcli.secretariaat import controle, inzien
from klachtcli.secretariaat.handelingen import leg_vast
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import (
    AanvullingGevraagd,
    AanvullingOntvangen,
    AdviesOntvangen,
    KlachtCompleet,
    Stuk,
    ZaakGesloten,
    ZaakHeropend,
)
from klachtcli.zaak.klaagschrift import Aanvulling, Bijlage, Klaagschrift

DAG = date(2026, 4, 24)
STUK = b"Beste collega, " * 500


def stuk(nummer: int, inhoud: bytes = STUK) -> Stuk:
    """What an event says of an attachment."""
    return Stuk("mail.txt", sha256(inhoud).hexdigest(), len(inhoud), nummer)


@pytest.fixture
def gevuld(werkmap: Werkmap, klaagschrift: Callable[..., Klaagschrift]) -> Werkmap:
    """Three cases with an attachment each; the first is closed, the second complete. Eleven entries."""
    for n in (1, 2, 3):
        ontvang(werkmap, klaagschrift(dagtekening=date(2026, 4, n), bijlage=(Bijlage("mail.txt"),)), [STUK])
    leg_vast(werkmap, "1", ZaakGesloten(DAG, "klaar"))
    leg_vast(werkmap, "2", KlachtCompleet(DAG))
    return werkmap


@contextmanager
def rauw(werkmap: Werkmap) -> Iterator[sqlite3.Connection]:
    """The file as another program opens it, with the triggers that are in it."""
    db = sqlite3.connect(werkmap.pad / "journaal.sqlite")
    try:
        yield db
    finally:
        db.close()


# --- append-only ------------------------------------------------------------------------------------------------------

_RIJ = "zaak, soort, vastgelegd_op, rol, versie, inhoud, inhoud_sha256, hash FROM journaal WHERE nummer = 5"
VERBODEN = {
    "wijzigen": ("UPDATE journaal SET rol = 'voorzitter' WHERE nummer = 5", "verandert nooit"),
    "wijzigen in hetzelfde": ("UPDATE journaal SET rol = rol WHERE nummer = 5", "verandert nooit"),
    "inhoud wissen": ("UPDATE journaal SET inhoud = NULL WHERE nummer = 5", "verandert nooit"),
    "nummer wijzigen": ("UPDATE journaal SET nummer = 99 WHERE nummer = 11", "verandert nooit"),
    "wijzigen bij botsing": (f"INSERT INTO journaal SELECT 5, {_RIJ} ON CONFLICT DO UPDATE SET rol = 'x'", "groeit"),
    "update or replace": ("UPDATE OR REPLACE journaal SET nummer = 4 WHERE nummer = 5", "verandert nooit"),
    "verwijderen": ("DELETE FROM journaal WHERE nummer = 5", "verdwijnt nooit"),
    "laatste verwijderen": ("DELETE FROM journaal WHERE nummer = 11", "verdwijnt nooit"),
    "alles verwijderen": ("DELETE FROM journaal", "verdwijnt nooit"),
    "insert or replace": (f"INSERT OR REPLACE INTO journaal SELECT 5, {_RIJ}", "groeit met een tegelijk"),
    "replace van de laatste": (f"REPLACE INTO journaal SELECT 11, {_RIJ}", "groeit met een tegelijk"),
    "insert or ignore": (f"INSERT OR IGNORE INTO journaal SELECT 5, {_RIJ}", "groeit met een tegelijk"),
    "een gat": (f"INSERT INTO journaal SELECT 13, {_RIJ}", "groeit met een tegelijk"),
    "zonder nummer": (f"INSERT INTO journaal SELECT NULL, {_RIJ}", "groeit met een tegelijk"),
    "nummer nul": (f"INSERT INTO journaal SELECT 0, {_RIJ}", "groeit met een tegelijk"),
    "voor het begin": (f"INSERT INTO journaal SELECT -1, {_RIJ}", "groeit met een tegelijk"),
    "kenmerk wijzigen": ("UPDATE kenmerk SET keten = 'klacht-keten-0'", "kenmerk verandert nooit"),
    "kenmerk verwijderen": ("DELETE FROM kenmerk", "kenmerk verdwijnt nooit"),
    "regelovergang": ("INSERT INTO journaal SELECT 12, zaak || char(10), soort, vastgelegd_op, rol, versie, inhoud, "
                      "inhoud_sha256, hash FROM journaal WHERE nummer = 5", "CHECK"),
    "korte hash": ("INSERT INTO journaal SELECT 12, zaak, soort, vastgelegd_op, rol, versie, inhoud, inhoud_sha256, "
                   "x'00' FROM journaal WHERE nummer = 5", "CHECK"),
    "tekst als hash": ("INSERT INTO journaal SELECT 12, zaak, soort, vastgelegd_op, rol, versie, inhoud, "
                       "inhoud_sha256, 'a' FROM journaal WHERE nummer = 5", "TEXT"),
    "zonder zaak": ("INSERT INTO journaal SELECT 12, NULL, soort, vastgelegd_op, rol, versie, inhoud, inhoud_sha256, "
                    "hash FROM journaal WHERE nummer = 5", "NOT NULL"),
}  # fmt: skip


@pytest.mark.parametrize(("opdracht", "woorden"), VERBODEN.values(), ids=VERBODEN)
def test_het_journaal_groeit_alleen(gevuld: Werkmap, opdracht: str, woorden: str) -> None:
    """Any program that opens the file is refused, and nothing of it stays."""
    voor = (gevuld.pad / "journaal.sqlite").read_bytes()
    with rauw(gevuld) as db, pytest.raises(sqlite3.IntegrityError, match=woorden):
        db.execute(opdracht)
    assert (gevuld.pad / "journaal.sqlite").read_bytes() == voor
    assert controle.controleer(gevuld).vastleggingen == 11


def test_er_is_een_kenmerk(gevuld: Werkmap) -> None:
    """One work folder, one chain; a second row would make it a guess which one is meant."""
    with rauw(gevuld) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO kenmerk VALUES ('een andere werkmap', 'klacht-keten-1')")


def test_alleen_erbij_geldt_ook_binnen_een_handeling(gevuld: Werkmap) -> None:
    """The act's own connection has no way round it either."""
    with gevuld.journaal(schrijven=True) as journaal:
        with journaal.handeling(door="jan"), pytest.raises(sqlite3.IntegrityError):
            journaal._db.execute("DELETE FROM journaal")
        with journaal.handeling(door="jan"), pytest.raises(sqlite3.IntegrityError):
            journaal._db.execute("UPDATE journaal SET inhoud = x'00'")


# --- an act: all of it or nothing -------------------------------------------------------------------------------------


def lees(werkmap: Werkmap) -> list[Vastlegging]:
    """Every entry."""
    with werkmap.journaal() as journaal:
        return list(journaal.lees_alles())


def test_wat_is_vastgelegd_komt_terug(werkmap: Werkmap, bevries: Callable[[str], Any]) -> None:
    """Number, case, kind, moment, role, version, who, and the event itself."""
    with werkmap.journaal(schrijven=True) as journaal:
        bevries("2026-04-24T21:30:15.25")
        with journaal.handeling(door="Ünal & Zn.", rol="voorzitter") as schrijver:
            assert schrijver.voeg_toe("K2026-001", AanvullingGevraagd(DAG)) == 2
            assert schrijver.bewaar_stuk("K2026-001", STUK) == 3
            k = AanvullingOntvangen(DAG, Aanvulling(), (stuk(3),))
            assert schrijver.voeg_toe("K2026-001", k) == 4
        assert journaal.lees_stuk(stuk(3)) == STUK
        v, w = journaal.lees("K2026-001")
    assert (v.nummer, v.zaak, v.soort, v.vastgelegd_op, v.rol, v.door, v.gebeurtenis) == (
        2, "K2026-001", "aanvulling_gevraagd", "2026-04-24T21:30:15.250000Z", "voorzitter", "Ünal & Zn.",
        AanvullingGevraagd(DAG),
    )  # fmt: skip
    assert (w.nummer, w.gebeurtenis) == (4, k)
    assert lees(werkmap)[1:] == [v, w]


@pytest.mark.parametrize(
    "fout",
    [Geweigerd("x", "x"), RuntimeError("x"), KeyboardInterrupt(), SystemExit()],
    ids=["weigering", "fout", "ctrl-c", "einde"],
)
def test_een_onderbroken_handeling_laat_niets_na(werkmap: Werkmap, fout: BaseException) -> None:
    """Whatever breaks an act off in the middle, not a byte of it is kept; the next act goes on as if it never was."""
    voor = (werkmap.pad / "journaal.sqlite").read_bytes()
    with werkmap.journaal(schrijven=True) as journaal:
        with pytest.raises(type(fout)), journaal.handeling(door="jan") as schrijver:  # noqa: PT012
            schrijver.voeg_toe("K2026-001", KlachtCompleet(DAG))
            schrijver.bewaar_stuk("K2026-001", STUK)
            raise fout
        assert (werkmap.pad / "journaal.sqlite").read_bytes() == voor
        with journaal.handeling(door="jan") as schrijver:
            assert schrijver.voeg_toe("K2026-001", AanvullingGevraagd(DAG)) == 2
    assert [v.soort for v in lees(werkmap)] == ["werkmap_aangemaakt", "aanvulling_gevraagd"]


def test_een_proef_laat_niets_na(gevuld: Werkmap, klaagschrift: Callable[..., Klaagschrift]) -> None:
    """A rehearsal goes the whole way, also for a new case, and leaves file and ring as they were."""
    with gevuld.journaal() as journaal:
        ring = journaal.ring.pad / "ring.sqlite"
    voor = (gevuld.pad / "journaal.sqlite").read_bytes(), ring.read_bytes()
    gedaan = ontvang(gevuld, klaagschrift(bijlage=(Bijlage("mail.txt"),)), [STUK], proef=True)
    assert (gedaan.zaak, gedaan.proef) == ("K2026-004", True)
    assert leg_vast(gevuld, "3", KlachtCompleet(DAG), proef=True).gebeurtenis == KlachtCompleet(DAG)
    assert ((gevuld.pad / "journaal.sqlite").read_bytes(), ring.read_bytes()) == voor
    assert not list(gevuld.pad.glob("journaal.sqlite?*"))


def test_op_schijf_voor_het_is_gezegd(gevuld: Werkmap) -> None:
    """The settings that the promise hangs on: sync of file and folder, and no second file at rest."""
    with gevuld.journaal(schrijven=True) as journaal:
        assert journaal._db.execute("PRAGMA synchronous").fetchone() == (3,)  # EXTRA
        assert journaal._db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        with journaal.handeling(door="jan") as schrijver:
            schrijver.voeg_toe("K2026-002", AdviesOntvangen(DAG))
        with gevuld.journaal() as ander:
            assert ander.zegel() == journaal.zegel()
            assert journaal.zegel().nummer == 12
    assert {p.name for p in gevuld.pad.iterdir()} == {"config", "journaal.sqlite", "templates"}


def test_het_zegel_groeit_met_elke_handeling(gevuld: Werkmap) -> None:
    """Each act gives another zegel, and reading gives the same one."""
    zegels: list[Zegel] = []
    with gevuld.journaal(schrijven=True) as journaal:
        for _ in range(3):
            zegels.append(journaal.zegel())
            assert journaal.zegel() == zegels[-1]
            with journaal.handeling(door="jan") as schrijver:
                schrijver.voeg_toe("K2026-003", AanvullingGevraagd(DAG))
    assert [z.nummer for z in zegels] == [11, 12, 13]
    assert len({z.hash for z in zegels}) == 3


def test_zaaknummers_tellen_per_jaar(werkmap: Werkmap, klaagschrift: Callable[..., Klaagschrift]) -> None:
    """The year of receipt, from 1 on; past 999 the number gets longer and nothing is given out twice."""
    nummers = [
        ontvang(werkmap, klaagschrift(ontvangen_op=dag), [], toch=True).zaak
        for dag in ("2026-04-24", "2025-12-31", "2026-01-01", "2025-12-30")
    ]
    assert nummers == ["K2026-001", "K2025-001", "K2026-002", "K2025-002"]
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        journaal._db.execute("DROP TRIGGER alleen_erbij")  # of this test's own rows, which the ROLLBACK takes away
        for n, zaak in ((50, "K2026-999"), (51, "K2026-1000"), (52, "K20261-001")):
            journaal._db.execute(
                "INSERT INTO journaal VALUES (?, ?, 'klaagschrift_ontvangen', '', '', '', x'00', ?, ?)",
                (n, zaak, bytes(32), bytes(32)),
            )
        assert schrijver.volgend_zaaknummer(2026) == "K2026-1001"
        assert schrijver.volgend_zaaknummer(2027) == "K2027-001"
        journaal._db.execute("ROLLBACK")
        journaal._db.execute("BEGIN")
    assert len(lees(werkmap)) == 7


def test_zaken_en_lopende_zaken(gevuld: Werkmap) -> None:
    """The projection that the triggers keep is what the entries say."""
    with gevuld.journaal() as journaal:
        assert journaal.zaken() == ["K2026-001", "K2026-002", "K2026-003"]
        assert journaal.lopende_zaken() == ["K2026-002", "K2026-003"]
    assert controle.controleer(gevuld)[:3] == (11, 3, 2)


@pytest.mark.parametrize(
    "opdracht",
    ["DELETE FROM lopend", "INSERT INTO lopend VALUES ('K2026-001')", "UPDATE lopend SET zaak = 'K2026-009'"],
    ids=["te weinig", "te veel", "een ander"],
)
def test_een_verkeerde_projectie_wordt_gevonden(gevuld: Werkmap, opdracht: str) -> None:
    """A case that would drop out of sight, or come back, is told."""
    with rauw(gevuld) as db:
        db.execute(opdracht + (" WHERE zaak = 'K2026-002'" if opdracht.startswith("UPDATE") else ""))
        db.commit()
    with pytest.raises(Onbruikbaar) as fout:
        controle.controleer(gevuld)
    assert fout.value.code == "overzicht-klopt-niet"


# --- the clock --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "mag"),
    [
        ("2026-04-24T09:59:00", True),
        ("2026-04-24T09:58:59.999999", False),
        ("2026-04-23T10:00", False),
        ("2020-01-01T00:00", False),
    ],
    ids=["een minuut terug", "net meer", "een dag terug", "lege batterij"],
)
def test_een_klok_die_terugloopt(gevuld: Werkmap, bevries: Callable[[str], Any], moment: str, mag: bool) -> None:
    """A clock set right by seconds is life; one further behind would put acts in a false order, so nothing is kept."""
    voor = (gevuld.pad / "journaal.sqlite").read_bytes()
    bevries(moment)
    with gevuld.journaal(schrijven=True) as journaal:
        if mag:
            with journaal.handeling(door="jan") as schrijver:
                schrijver.voeg_toe("K2026-002", AdviesOntvangen(DAG))
            return
        with pytest.raises(Onbruikbaar) as fout, journaal.handeling(door="jan"):
            pytest.fail("the act began")
    assert (fout.value.code, fout.value.exitcode) == ("klok-loopt-achter", 4)
    assert "2026-04-24T10:00" in str(fout.value)
    assert (gevuld.pad / "journaal.sqlite").read_bytes() == voor
    assert len(lees(gevuld)) == 8  # looking always works


# --- other versions ---------------------------------------------------------------------------------------------------


def test_een_soort_uit_een_latere_versie(werkmap: Werkmap) -> None:
    """An entry of a kind that this version does not know, well sealed and chained: refused, but not called damaged."""
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        regel = b'{"door":"jan","gebeurtenis":{"soort":"bemiddeling_begonnen","op":"2026-04-24"}}'
        schrijver._schrijf("K2026-001", "bemiddeling_begonnen", regel)
    with pytest.raises(Onbruikbaar, match="vastlegging 2 ") as fout:
        lees(werkmap)
    assert fout.value.code == "soort-onbekend"
    with pytest.raises(Onbruikbaar, match="vastlegging 2 ") as fout, werkmap.journaal() as journaal:
        list(journaal.lees("K2026-001"))
    assert fout.value.code == "soort-onbekend"
    assert "bemiddeling_begonnen" in str(fout.value)


# --- reading beside a writer ------------------------------------------------------------------------------------------


@pytest.fixture
def korte_wacht(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits ten seconds for a test, not for the journal and not for the ring."""
    echt = sqlite3.connect

    def connect(*waarden: Any, **namen: Any) -> sqlite3.Connection:
        return echt(*waarden, **(namen | {"timeout": 0.05}))

    monkeypatch.setattr(sqlite3, "connect", connect)


def _tussendoor(monkeypatch: pytest.MonkeyPatch, methode: str, doe: Callable[[], object]) -> list[str]:
    """Another writer acts just before the reader's next question; how that ended stands in the list."""
    echt, uit = getattr(Journaal, methode), []

    def vertraagd(self: Journaal) -> Any:
        monkeypatch.setattr(Journaal, methode, echt)
        try:
            doe()
            uit.append("gedaan")
        except Onbruikbaar as fout:
            uit.append(fout.code)
        return echt(self)

    monkeypatch.setattr(Journaal, methode, vertraagd)
    return uit


@pytest.mark.usefixtures("korte_wacht")
def test_controle_terwijl_een_ander_schrijft(gevuld: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that would close during the check is no fault of the journal: the check sees one moment of it."""
    uit = _tussendoor(monkeypatch, "controleer_lopend", lambda: leg_vast(gevuld, "2026-2", ZaakGesloten(DAG, "klaar")))
    assert controle.controleer(gevuld)[:3] == (11, 3, 2)
    assert uit == ["werkmap-bezet"]  # the reader keeps its moment; who writes waits, and is then told so
    leg_vast(gevuld, "2026-2", ZaakGesloten(DAG, "klaar"))
    assert controle.controleer(gevuld)[:3] == (12, 3, 1)


@pytest.mark.usefixtures("korte_wacht")
def test_een_nieuwe_zaak_terwijl_een_ander_kijkt(
    gevuld: Werkmap, klaagschrift: Callable[..., Klaagschrift], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is kept waiting by a reader is told that, and not to go and look for rights."""
    uit = _tussendoor(monkeypatch, "controleer_lopend", lambda: ontvang(gevuld, klaagschrift(), []))
    assert controle.controleer(gevuld)[:3] == (11, 3, 2)
    assert uit == ["werkmap-bezet"]


@pytest.mark.usefixtures("korte_wacht")
def test_inzien_terwijl_een_ander_schrijft(
    gevuld: Werkmap, klaagschrift: Callable[..., Klaagschrift], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A case under rules that were changed a moment ago, opened while somebody looks at the list."""
    pad = gevuld.config / "kalender" / "termijnenwet.toml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace("minimum_werkdagen = 2", "minimum_werkdagen = 3"), encoding="utf-8")
    assert pad.read_text(encoding="utf-8") != tekst
    voor = inzien.lijst(gevuld, alle=False, peildatum=DAG)
    uit = _tussendoor(monkeypatch, "lopende_zaken", lambda: ontvang(gevuld, klaagschrift(), []))
    assert inzien.lijst(gevuld, alle=False, peildatum=DAG) == voor
    assert len(voor) == 2
    assert len(uit) == 1
    assert uit != ["gedaan"]
    ontvang(gevuld, klaagschrift(), [])
    assert len(inzien.lijst(gevuld, alle=False, peildatum=DAG)) == 3


def test_lezen_ziet_een_hele_handeling_of_niets(gevuld: Werkmap) -> None:
    """A reader beside an act that is not done sees the journal of before it, and may look as long as it likes."""
    with gevuld.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        schrijver.voeg_toe("K2026-002", AdviesOntvangen(DAG))
        schrijver.bewaar_stuk("K2026-002", STUK)  # would be an attachment that no entry names
        assert len(lees(gevuld)) == 8  # eleven entries, three of them attachments
        schrijver.voeg_toe("K2026-002", AanvullingOntvangen(DAG, Aanvulling(), (stuk(13),)))
        assert len(lees(gevuld)) == 8
    assert len(lees(gevuld)) == 10


# --- a byte that changed ----------------------------------------------------------------------------------------------


class Beeld(NamedTuple):
    """All that the journal tells."""

    alles: list[Vastlegging]
    zegel: Zegel
    zaken: list[str]
    lopend: list[str]
    per_zaak: list[list[Vastlegging]]
    partijen: list[Vastlegging]
    stukken: list[bytes]


def beeld(werkmap: Werkmap) -> Beeld:
    """All that the journal tells, by each way there is to ask it."""
    with werkmap.journaal() as journaal:
        return Beeld(
            list(journaal.lees_alles()),
            journaal.zegel(),
            journaal.zaken(),
            journaal.lopende_zaken(),
            [list(journaal.lees(zaak)) for zaak in ("", "K2026-001", "K2026-002", "K2026-003")],
            list(journaal.lees_partijen()),
            [journaal.lees_stuk(stuk(n)) for n in (4, 6, 8)],
        )


def bladen(werkmap: Werkmap) -> dict[str, list[int]]:
    """The first byte of each page of 4096, by the table or index whose tree begins there; '' is the rest."""
    with rauw(werkmap) as db:
        wortels = {blad: naam for naam, blad in db.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage")}
        (aantal,) = db.execute("PRAGMA page_count").fetchone()
    uit: dict[str, list[int]] = {}
    for blad in range(1, aantal + 1):
        uit.setdefault("schema" if blad == 1 else wortels.get(blad, ""), []).append((blad - 1) * 4096)
    return uit


def _gevuld_deel(ruw: bytes, begin: int) -> list[int]:
    """The places of a page that hold something; the free space between its index and its cells does not."""
    return [n for n in range(begin, begin + 4096) if ruw[n] or n < begin + 40]


def test_elke_veranderde_byte_wordt_gevonden_of_doet_er_niet_toe(gevuld: Werkmap) -> None:
    """Single bytes over the whole file. What `audit controleer` does not see changes no entry.

    The only places that it does not see: the free space of a page, and the counters and spare bytes in the header of
    the file (18-99). Whatever it does see, it says as a KlachtFout.
    """
    pad, rng = gevuld.pad / "journaal.sqlite", random.Random(20260424)
    goed, voor = pad.read_bytes(), lees(gevuld)
    gezien, ongezien = 0, []
    gevulde = [n for n, b in enumerate(goed) if b]
    for plek in {*rng.sample(range(len(goed)), 150), *rng.sample(gevulde, 100), *rng.sample(range(100, 4096), 50)}:
        anders = bytearray(goed)
        anders[plek] ^= rng.randrange(1, 256)
        pad.write_bytes(anders)
        try:
            controle.controleer(gevuld)
        except KlachtFout:
            gezien += 1
            continue
        ongezien.append(plek)
        assert 18 <= plek < 100 or not goed[plek], f"byte {plek} changed unseen"
        assert lees(gevuld) == voor, f"byte {plek} changed an entry unseen"
    pad.write_bytes(goed)
    assert gezien > 160
    assert len(gezien_bladen := {plek // 4096 for plek in ongezien}) > 1, gezien_bladen
    assert lees(gevuld) == voor


def test_elke_byte_van_een_vastlegging_wordt_gevonden(gevuld: Werkmap) -> None:
    """In what is sealed, and in the hashes, there is no byte that may change."""
    pad, rng = gevuld.pad / "journaal.sqlite", random.Random(7)
    goed = pad.read_bytes()
    with rauw(gevuld) as db:
        rijen = db.execute("SELECT nummer, inhoud, inhoud_sha256, hash FROM journaal").fetchall()
    for nummer, *waarden in rijen:
        for waarde in waarden:
            plek = goed.index(waarde[:32]) + rng.randrange(32)
            anders = bytearray(goed)
            anders[plek] ^= 1 << rng.randrange(8)
            pad.write_bytes(anders)
            with pytest.raises(Onbruikbaar, match=f"vastlegging {nummer} "):
                controle.controleer(gevuld)


@pytest.mark.parametrize("index", ["journaal_zaak", "journaal_zaken", "journaal_aangevuld"])
def test_een_beschadigde_index_wordt_gevonden(gevuld: Werkmap, index: str) -> None:
    """What the check passes must read the same by every way: by number, by case, by kind."""
    pad, voor = gevuld.pad / "journaal.sqlite", beeld(gevuld)
    goed = pad.read_bytes()
    (begin,) = bladen(gevuld)[index]
    mis: list[int] = []
    for plek in _gevuld_deel(goed, begin):
        anders = bytearray(goed)
        anders[plek] ^= 1
        pad.write_bytes(anders)
        try:
            controle.controleer(gevuld)
        except KlachtFout:
            continue
        try:
            zelfde = beeld(gevuld) == voor
        except Exception:
            zelfde = False
        if not zelfde:
            mis.append(plek - begin)
    pad.write_bytes(goed)
    assert mis == []


@pytest.mark.parametrize("naam", ["nooit_anders", "nooit_weg", "alleen_erbij", "lopend_erbij", "lopend_eraf"])
def test_een_verdwenen_wachter_wordt_gevonden(gevuld: Werkmap, naam: str) -> None:
    """A journal without its triggers is not the journal that was made."""
    with rauw(gevuld) as db:
        db.execute(f"DROP TRIGGER {naam}")
        db.commit()
    with pytest.raises(Onbruikbaar) as fout:
        controle.controleer(gevuld)
    assert fout.value.code == "journaal-andere-vorm"


@pytest.mark.parametrize(
    "opdracht",
    [
        "CREATE TABLE extra (naam TEXT)",
        "CREATE TRIGGER extra AFTER INSERT ON journaal BEGIN DELETE FROM lopend; END",
        "CREATE VIEW extra AS SELECT zaak FROM journaal",
        "DROP INDEX journaal_aangevuld",
    ],
    ids=["tabel erbij", "wachter erbij", "blik erbij", "index weg"],
)
def test_een_andere_vorm_wordt_gevonden(gevuld: Werkmap, opdracht: str) -> None:
    """Nothing stands in the file that was not made there, and nothing that was is gone."""
    with rauw(gevuld) as db:
        db.execute(opdracht)
        db.commit()
    with pytest.raises(Onbruikbaar) as fout:
        controle.controleer(gevuld)
    assert (fout.value.code, fout.value.exitcode) == ("journaal-andere-vorm", 4)


# --- attachments and the entries that name them -----------------------------------------------------------------------


def test_een_stuk_is_wat_zijn_vastlegging_zegt(gevuld: Werkmap) -> None:
    """By number and by hash: another attachment, none, or an entry that is none, is not given out for it."""
    with gevuld.journaal() as journaal:
        assert journaal.lees_stuk(stuk(4)) == STUK
        for anders in (stuk(4, b"x"), stuk(99), stuk(5), stuk(12)):
            with pytest.raises(Onbruikbaar, match=f"vastlegging {anders.nummer} ") as fout:
                journaal.lees_stuk(anders)
            assert fout.value.code == "journaal-beschadigd"


@pytest.mark.parametrize(
    ("genoemd", "nummer"),
    [((), 12), ((13,), 13), ((12, 12), 12), ((12, 4), 4), ((-12,), 12)],
    ids=["niet genoemd", "een ander", "twee keer", "ook een van eerder", "met een andere hash"],
)
def test_elk_stuk_hoort_bij_een_vastlegging(gevuld: Werkmap, genoemd: tuple[int, ...], nummer: int) -> None:
    """Each attachment is named by one entry, with its hash, and each that is named is there."""
    with gevuld.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        schrijver.bewaar_stuk("K2026-002", STUK)
        stukken = tuple(stuk(n) if n > 0 else stuk(-n, b"x") for n in genoemd)
        schrijver.voeg_toe("K2026-002", AanvullingOntvangen(DAG, Aanvulling(), stukken))
    for doe in (lees, controle.controleer):
        with pytest.raises(Onbruikbaar, match=f"vastlegging {nummer} ") as fout:
            doe(gevuld)
        assert fout.value.code == "journaal-beschadigd"


def _vervang(werkmap: Werkmap, zoek: bytes, erin: bytes) -> None:
    pad = werkmap.pad / "journaal.sqlite"
    goed = pad.read_bytes()
    assert goed.count(zoek) == 1
    assert len(zoek) == len(erin)
    pad.write_bytes(goed.replace(zoek, erin))


def _schema_geen_utf8(werkmap: Werkmap) -> None:
    _vervang(werkmap, b"CREATE TABLE journaal", b"CREATE TABL\xff journaal")


def _kolom_geen_utf8(werkmap: Werkmap) -> None:
    _vervang(werkmap, b"klacht_compleet2026", b"klacht_comple\xfft2026")


def _lopend_vreemd(werkmap: Werkmap) -> None:
    with rauw(werkmap) as db:
        db.execute("INSERT INTO lopend VALUES ('K2026-')")
        db.commit()


def _kenmerk_leeg(werkmap: Werkmap) -> None:
    with rauw(werkmap) as db:
        (sql,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'kenmerk_blijft'").fetchone()
        db.execute("DROP TRIGGER kenmerk_blijft")
        db.execute("DELETE FROM kenmerk")
        db.execute(sql)
        db.commit()


@pytest.mark.parametrize(
    ("doe", "codes"),
    [
        pytest.param(_schema_geen_utf8, ["journaal-beschadigd"], id="schema geen utf-8"),
        pytest.param(_lopend_vreemd, ["overzicht-klopt-niet", "journaal-beschadigd"], id="lopend vreemd"),
        pytest.param(_kenmerk_leeg, ["journaal-beschadigd"], id="kenmerk leeg"),
        pytest.param(_kolom_geen_utf8, ["journaal-beschadigd"], id="kolom geen utf-8"),
    ],
)
def test_elke_schade_heeft_een_zin(gevuld: Werkmap, doe: Callable[[Werkmap], None], codes: list[str]) -> None:
    """Damage that SQLite tells in its own way is told in ours: always a KlachtFout."""
    doe(gevuld)
    with pytest.raises(KlachtFout) as fout:
        controle.controleer(gevuld)
    assert fout.value.code in codes


# --- one file, made whole ---------------------------------------------------------------------------------------------


def test_een_journaal_wordt_nooit_overschreven(gevuld: Werkmap, tmp_path: Any) -> None:
    """Made under another name and linked: what stands there stays, and no half file is left."""
    voor = (gevuld.pad / "journaal.sqlite").read_bytes()
    with pytest.raises(Onbruikbaar) as fout:
        Journaal.maak(gevuld.pad / "journaal.sqlite", "00000000", door="jan")
    assert (fout.value.code, fout.value.exitcode) == ("werkmap-bestaat-al", 4)
    assert (gevuld.pad / "journaal.sqlite").read_bytes() == voor
    assert {p.name for p in gevuld.pad.iterdir()} == {"config", "journaal.sqlite", "templates"}


def test_een_mislukt_journaal_laat_geen_ring_na(gevuld: Werkmap) -> None:
    """A ring that belongs to no journal would be counted as 'wel van 1 andere' for ever."""
    with gevuld.journaal() as journaal:
        ringen = journaal.ring.pad.parent
    voor = sorted(ringen.iterdir())
    with pytest.raises(Onbruikbaar):
        Journaal.maak(gevuld.pad / "journaal.sqlite", "00000000", door="jan")
    assert sorted(ringen.iterdir()) == voor


def test_verzegeld_aan_de_kop_van_de_rij(gevuld: Werkmap) -> None:
    """What is in the file is sealed with exactly the head that the chain counts."""
    with rauw(gevuld) as db:
        *velden, inhoud = db.execute(
            "SELECT nummer, zaak, soort, vastgelegd_op, rol, versie, inhoud FROM journaal WHERE nummer = 4"
        ).fetchone()
    with gevuld.journaal() as journaal:
        sleutel = journaal.ring.sleutel(velden[1])
        assert sleutel.decrypt(inhoud[:12], inhoud[12:], KETEN.kop(*velden)) == STUK
        assert verzegel(sleutel, STUK, KETEN.kop(*velden)) != inhoud
    assert klok.stempel(klok.nu()) == velden[3]


# ---- een ouder journaal ----

NAAR_VORM_1 = """
DROP TRIGGER lopend_weer; DROP INDEX journaal_verbeterd;
DROP INDEX journaal_werkmap; DROP INDEX journaal_ingezien; DROP INDEX journaal_vernietigd;
DROP TRIGGER vernietigd_blijft; DROP TRIGGER nooit_anders;
CREATE TRIGGER nooit_anders BEFORE UPDATE ON journaal
  BEGIN SELECT raise(ABORT, 'een vastlegging verandert nooit'); END;
PRAGMA user_version = 1;
"""


def test_een_journaal_van_vorm_1_wordt_bijgewerkt(gevuld: Werkmap) -> None:
    """Made by 0.1: readable as it is; the first act brings its form up to date, and its entries stay what they were."""
    with rauw(gevuld) as db:
        db.executescript(NAAR_VORM_1)
    voor = controle.controleer(gevuld)
    assert voor[:3] == (11, 3, 2)
    with pytest.raises(Geweigerd):
        leg_vast(gevuld, "2", ZaakHeropend(DAG, "nieuw stuk"))  # it is open: refused, but the form is up to date
    assert controle.controleer(gevuld) == voor
    leg_vast(gevuld, "1", ZaakHeropend(DAG, "nieuw stuk"))
    assert controle.controleer(gevuld)[:3] == (12, 3, 3)
    with rauw(gevuld) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (3,)
