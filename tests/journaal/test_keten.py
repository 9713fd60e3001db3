"""The chain: no field of an entry changes unseen, also by somebody who has the file and can count hashes anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, strategies as st

from klachtcli.fouten import Onbruikbaar
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.keten import KETEN, KETEN_1, KETEN_2, KETENS, Keten, Zegel, blad, volgende
from klachtcli.secretariaat import controle
from klachtcli.secretariaat.handelingen import leg_vast
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.gebeurtenissen import KlachtCompleet, ZaakGesloten, ZaakVernietigd
from klachtcli.zaak.klaagschrift import Bijlage, Klaagschrift

DAG = date(2026, 4, 24)
KOP = (7, "K2026-001", "klacht_compleet", "2026-04-24T10:00:00.000000Z", "secretaris", "0.1.0")
# What `keten` stands for since the first version. It never changes: journals and paper hold it.
KOP_BYTES = b"klacht-keten-1\n7\nK2026-001\nklacht_compleet\n2026-04-24T10:00:00.000000Z\nsecretaris\n0.1.0\n"
REGEL = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=12)
elke_keten = pytest.mark.parametrize("keten", KETENS.values(), ids=list(KETENS))


def test_vaste_schrijfwijze() -> None:
    """The bytes under the hash, spelled out; every hash names its algorithm by way of the label."""
    assert KETEN_1.kop(*KOP) == KOP_BYTES
    assert KETEN_1.begin("ab12") == sha256(b"klacht-keten-1\nab12\n").digest()
    assert KETEN_1.schakel(b"v" * 32, b"kop", b"i" * 32) == sha256(b"v" * 32 + b"kop" + b"i" * 32).digest()


def test_vaste_schrijfwijze_sinds_0_4() -> None:
    """The second chain counts from a leaf of each entry, so that the leaves alone prove the whole chain."""
    assert KETEN == KETEN_2
    assert KETEN_2.kop(*KOP) == KOP_BYTES.replace(b"keten-1", b"keten-2")
    assert KETEN_2.begin("ab12") == sha256(b"klacht-keten-2\nab12\n").digest()
    blad_ = sha256(b"kop" + b"i" * 32).digest()
    assert blad(b"kop", b"i" * 32) == blad_
    assert volgende(b"v" * 32, blad_) == sha256(b"v" * 32 + blad_).digest()
    assert KETEN_2.schakel(b"v" * 32, b"kop", b"i" * 32) == volgende(b"v" * 32, blad_)


@given(st.tuples(st.integers(1), *[REGEL] * 5), st.tuples(st.integers(1), *[REGEL] * 5))
def test_geen_twee_vastleggingen_met_een_kop(
    een: tuple[int, str, str, str, str, str], ander: tuple[int, str, str, str, str, str]
) -> None:
    """Other fields, another head: nothing can move from one field to the next."""
    assert (KETEN.kop(*een) == KETEN.kop(*ander)) == (een == ander)


@pytest.mark.parametrize("plek", range(6), ids=["nummer", "zaak", "soort", "vastgelegd_op", "rol", "versie"])
def test_elk_veld_telt_in_de_kop(plek: int) -> None:
    """A change of one field changes the head."""
    anders = (*KOP[:plek], 8 if plek == 0 else f"{KOP[plek]}x", *KOP[plek + 1 :])
    assert KETEN_1.kop(*anders) != KOP_BYTES  # type: ignore[arg-type]


@elke_keten
@pytest.mark.parametrize("plek", range(3), ids=["vorige", "kop", "inhoud"])
def test_elk_deel_telt_in_de_schakel(plek: int, keten: Keten) -> None:
    """A change of the previous hash, the head or the content's hash changes the link."""
    delen = [b"v" * 32, KOP_BYTES, b"i" * 32]
    anders = [*delen[:plek], bytes([delen[plek][0] ^ 1]) + delen[plek][1:], *delen[plek + 1 :]]
    assert keten.schakel(*anders) != keten.schakel(*delen)


def test_zegel_op_papier() -> None:
    """Number and sixteen characters: short enough to copy by hand."""
    assert str(Zegel(17, bytes.fromhex("9f3a22c177aa01be") + b"x" * 24)) == "17-9f3a22c177aa01be"


# --- the chain of a real journal ------------------------------------------------------------------------------------


@pytest.fixture
def gevuld(werkmap: Werkmap, klaagschrift: Callable[..., Klaagschrift]) -> Werkmap:
    """1 werkmap, 2-3 rules, 4 stuk and 5 klaagschrift of case 1, 6 stuk and 7 klaagschrift of case 2,
    8 case 2 closed, 9 case 1 complete."""
    for n in (1, 2):
        k = klaagschrift(dagtekening=date(2026, 4, n), bijlage=(Bijlage("mail.txt"),))
        ontvang(werkmap, k, [b"Beste collega, " * n])
    leg_vast(werkmap, "2026-2", ZaakGesloten(DAG, "klaar"))
    leg_vast(werkmap, "2026-1", KlachtCompleet(DAG))
    return werkmap


@contextmanager
def rauw(werkmap: Werkmap) -> Iterator[sqlite3.Connection]:
    """The file in the hands of somebody who takes the triggers away and puts them back."""
    db = sqlite3.connect(werkmap.pad / "journaal.sqlite")
    wachters = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for naam, _ in wachters:
        db.execute(f"DROP TRIGGER {naam}")
    yield db
    for _, sql in wachters:
        db.execute(sql)
    db.commit()
    db.close()


def reken_na(db: sqlite3.Connection) -> None:
    """Count the whole chain anew over what the file now says: that needs no key."""
    (werkmap,) = db.execute("SELECT werkmap FROM kenmerk").fetchone()
    vorige = KETEN.begin(werkmap)
    for *velden, inhoud in db.execute(
        "SELECT nummer, zaak, soort, vastgelegd_op, rol, versie, inhoud FROM journaal ORDER BY nummer"
    ).fetchall():
        van_inhoud = sha256(inhoud).digest()
        vorige = KETEN.schakel(vorige, KETEN.kop(*velden), van_inhoud)
        db.execute("UPDATE journaal SET inhoud_sha256=?, hash=? WHERE nummer=?", (van_inhoud, vorige, velden[0]))


def eis_fout_bij(werkmap: Werkmap, nummer: int, voor: list[Vastlegging]) -> None:
    """Reading all and `audit controleer` both stop at this entry, after giving the ones before it as they were."""
    gelezen = []
    with werkmap.journaal() as journaal, pytest.raises(Onbruikbaar) as fout:  # noqa: PT012 - reads up to the fault
        for v in journaal.lees_alles():
            gelezen.append(v)
    assert (fout.value.code, fout.value.exitcode) == ("journaal-beschadigd", 4)
    assert f"vastlegging {nummer} " in str(fout.value)
    assert gelezen == [v for v in voor if v.nummer < nummer]
    with pytest.raises(Onbruikbaar, match=f"vastlegging {nummer} "):
        controle.controleer(werkmap)


def alles(werkmap: Werkmap) -> list[Vastlegging]:
    """Every entry, opened."""
    with werkmap.journaal() as journaal:
        return list(journaal.lees_alles())


def test_de_keten_is_zonder_sleutel_na_te_rekenen(gevuld: Werkmap) -> None:
    """Anybody can count the chain from the plain columns with SHA-256 alone; it ends in the zegel."""
    db = sqlite3.connect(gevuld.pad / "journaal.sqlite")
    werkmap, label = db.execute("SELECT werkmap, keten FROM kenmerk").fetchone()
    vorige, regels = sha256(f"{label}\n{werkmap}\n".encode()).digest(), 0
    for *velden, inhoud, van_inhoud, hash_ in db.execute(
        "SELECT nummer, zaak, soort, vastgelegd_op, rol, versie, inhoud, inhoud_sha256, hash FROM journaal "
        "ORDER BY nummer"
    ):
        regels += 1
        assert velden[0] == regels
        assert sha256(inhoud).digest() == van_inhoud
        kop_ = "".join(f"{veld}\n" for veld in (label, *velden)).encode()
        vorige = sha256(vorige + sha256(kop_ + van_inhoud).digest()).digest()
        assert vorige == hash_
    db.close()
    with gevuld.journaal() as journaal:
        assert journaal.zegel() == Zegel(9, vorige)
    assert regels == 9


VERANDERD = {
    "zaak": "K2026-009",
    "soort": "zaak_gesloten",
    "vastgelegd_op": "2026-04-24T10:00:00.000001Z",
    "rol": "voorzitter",
    "versie": "9.9.9",
    "inhoud": b"x" * 60,
    "inhoud_sha256": b"x" * 32,
    "hash": b"x" * 32,
}


def test_de_tabel_noemt_elke_kolom(gevuld: Werkmap) -> None:
    """A new column must be in the table below, or it may be one that nobody guards."""
    db = sqlite3.connect(gevuld.pad / "journaal.sqlite")
    kolommen = {rij[1] for rij in db.execute("PRAGMA table_info(journaal)")}
    db.close()
    assert kolommen == {"nummer", *VERANDERD}


@pytest.mark.parametrize("kolom", VERANDERD)
@pytest.mark.parametrize("nummer", [1, 4, 5, 9], ids=["eerste", "stuk", "klaagschrift", "laatste"])
def test_een_veranderd_veld_wordt_gevonden(gevuld: Werkmap, kolom: str, nummer: int) -> None:
    """Any field of any row: found at that row."""
    voor = alles(gevuld)
    with rauw(gevuld) as db:
        db.execute(f"UPDATE journaal SET {kolom} = ? WHERE nummer = ?", (VERANDERD[kolom], nummer))
    eis_fout_bij(gevuld, nummer, voor)


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(lambda b: b"", id="leeg"),
        pytest.param(lambda b: b[:-1], id="een byte korter"),
        pytest.param(lambda b: b + b"\0", id="een byte langer"),
        pytest.param(lambda b: bytes([b[0] ^ 1]) + b[1:], id="een bit van de nonce"),
        pytest.param(lambda b: None, id="weg"),
    ],
)
def test_een_veranderde_inhoud_wordt_gevonden(gevuld: Werkmap, inhoud: Callable[[bytes], bytes | None]) -> None:
    """Whatever happened to the sealed content, the row is named."""
    voor = alles(gevuld)
    with rauw(gevuld) as db:
        (oud,) = db.execute("SELECT inhoud FROM journaal WHERE nummer = 5").fetchone()
        db.execute("UPDATE journaal SET inhoud = ? WHERE nummer = 5", (inhoud(oud),))
    eis_fout_bij(gevuld, 5, voor)


def test_van_een_vernietiging_blijft_de_inhoud(gevuld: Werkmap) -> None:
    """What a case held may be gone once it is destroyed; how it ended may not."""
    with gevuld.journaal(schrijven=True) as journaal, journaal.handeling(door="jan") as schrijver:
        schrijver.voeg_toe("K2026-002", ZaakVernietigd(DAG, DAG, DAG, "dossier", "eigen keuze", DAG, "B. Jansen"))
    with rauw(gevuld) as db:
        db.execute("UPDATE journaal SET inhoud = NULL WHERE zaak = 'K2026-002' AND soort <> 'zaak_vernietigd'")
    voor = alles(gevuld)
    assert [(v.nummer, v.zaak, v.soort) for v in voor][-1] == (10, "K2026-002", "zaak_vernietigd")
    with rauw(gevuld) as db:
        db.execute("UPDATE journaal SET inhoud = NULL WHERE soort = 'zaak_vernietigd'")
    eis_fout_bij(gevuld, 10, voor)


@pytest.mark.parametrize(("weg", "genoemd"), [(1, 2), (5, 6), (8, 9)], ids=["eerste", "midden", "voorlaatste"])
def test_een_verwijderde_rij_wordt_gevonden(gevuld: Werkmap, weg: int, genoemd: int) -> None:
    """The first row after the hole is the one that is wrong."""
    voor = [v for v in alles(gevuld) if v.nummer != weg]
    with rauw(gevuld) as db:
        db.execute("DELETE FROM journaal WHERE nummer = ?", (weg,))
    eis_fout_bij(gevuld, genoemd, voor)


def test_de_laatste_rij_weg_is_alleen_aan_een_zegel_te_zien(gevuld: Werkmap) -> None:
    """A chain that is cut at its end is a good chain: only a zegel on paper tells. This is the limit of any chain."""
    voor = alles(gevuld)
    with gevuld.journaal() as journaal:
        op_papier = journaal.zegel()
    with rauw(gevuld) as db:
        db.execute("DELETE FROM journaal WHERE nummer = 9")
    assert alles(gevuld) == voor[:-1]
    assert controle.controleer(gevuld).vastleggingen == 8
    with gevuld.journaal() as journaal:
        assert journaal.zegel().nummer < op_papier.nummer
    leg_vast(gevuld, "2026-1", KlachtCompleet(date(2026, 4, 24)))
    with gevuld.journaal() as journaal:
        assert journaal.zegel().nummer == op_papier.nummer
        assert journaal.zegel() != op_papier  # a fresh nonce: what is written again is never the same


def test_alle_rijen_weg_wordt_gevonden(gevuld: Werkmap) -> None:
    """A journal without its first entry is no journal."""
    with rauw(gevuld) as db:
        db.execute("DELETE FROM journaal")
        db.execute("DELETE FROM lopend")
    with pytest.raises(Onbruikbaar):
        controle.controleer(gevuld)


def test_een_rij_ertussen_wordt_gevonden(gevuld: Werkmap) -> None:
    """Rows that move up to make room are found at the first one that is new."""
    voor = alles(gevuld)
    with rauw(gevuld) as db:
        for nummer in (9, 8):
            db.execute("UPDATE journaal SET nummer = ? WHERE nummer = ?", (nummer + 1, nummer))
        db.execute("INSERT INTO journaal SELECT 8, zaak, soort, vastgelegd_op, rol, versie, inhoud, inhoud_sha256, hash"
                   " FROM journaal WHERE nummer = 7")  # fmt: skip
    eis_fout_bij(gevuld, 8, voor)


# --- by somebody who counts the chain anew --------------------------------------------------------------------------


def test_verwisselde_inhoud_wordt_gevonden(gevuld: Werkmap) -> None:
    """The sealed contents of two cases in each other's place, the chain counted anew: no seal opens there."""
    voor = alles(gevuld)
    with rauw(gevuld) as db:
        een, twee = (db.execute("SELECT inhoud FROM journaal WHERE nummer = ?", (n,)).fetchone()[0] for n in (5, 7))
        db.execute("UPDATE journaal SET inhoud = ? WHERE nummer = 5", (twee,))
        db.execute("UPDATE journaal SET inhoud = ? WHERE nummer = 7", (een,))
        reken_na(db)
    eis_fout_bij(gevuld, 5, voor)


def test_verwisselde_inhoud_binnen_een_zaak_wordt_gevonden(gevuld: Werkmap) -> None:
    """The key is the same, the place is not: the seal is bound to its row."""
    voor = alles(gevuld)
    with rauw(gevuld) as db:
        (inhoud,) = db.execute("SELECT inhoud FROM journaal WHERE nummer = 5").fetchone()
        db.execute("UPDATE journaal SET inhoud = ? WHERE nummer = 9", (inhoud,))
        reken_na(db)
    eis_fout_bij(gevuld, 9, voor)


@pytest.mark.parametrize("kolom", ["zaak", "vastgelegd_op", "rol", "versie", "inhoud"])
@pytest.mark.parametrize("nummer", [5, 9, 4], ids=["klaagschrift", "laatste", "stuk"])
def test_nagerekende_verandering_wordt_gevonden(gevuld: Werkmap, kolom: str, nummer: int) -> None:
    """With the chain counted anew the seal still tells: it is bound to the plain fields."""
    voor = alles(gevuld)
    with rauw(gevuld) as db:
        waarde = "K2026-002" if kolom == "zaak" else VERANDERD[kolom]
        db.execute(f"UPDATE journaal SET {kolom} = ? WHERE nummer = ?", (waarde, nummer))
        reken_na(db)
    eis_fout_bij(gevuld, nummer, voor)


@pytest.mark.parametrize("soort", ["zaak_gesloten", "stuk_bewaard"])
def test_nagerekende_andere_soort_wordt_gevonden(gevuld: Werkmap, soort: str) -> None:
    """An act that is called something else; called an attachment it would vanish from its case."""
    voor = alles(gevuld)
    with rauw(gevuld) as db:
        db.execute("UPDATE journaal SET soort = ? WHERE nummer = 9", (soort,))
        reken_na(db)
    eis_fout_bij(gevuld, 9, voor)


@pytest.mark.parametrize("soort", ["advies_verdaagd", "stuk_bewaard"])
def test_een_vreemde_rij_erbij_wordt_gevonden(gevuld: Werkmap, soort: str) -> None:
    """A row at the end by somebody without the keys, with a good hash."""
    voor = alles(gevuld)
    with rauw(gevuld) as db:
        db.execute(
            "INSERT INTO journaal SELECT 10, zaak, ?, vastgelegd_op, rol, versie, zeroblob(60), inhoud_sha256, hash"
            " FROM journaal WHERE nummer = 9",
            (soort,),
        )
        reken_na(db)
    eis_fout_bij(gevuld, 10, voor)
