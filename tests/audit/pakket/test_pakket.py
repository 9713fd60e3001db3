"""A package holds the case and its proof, and one byte of it changed anywhere is refused, with the file named."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from docx import Document
from hypothesis import HealthCheck, given, settings, strategies as st

from klachtcli.audit import pakket as lezer
from klachtcli.audit.bag import tagmanifest
from klachtcli.audit.bron import Leesbron
from klachtcli.audit.pakket import lees_pakket
from klachtcli.fouten import KlachtFout, Onbruikbaar
from klachtcli.instellingen.commissies import Commissie
from klachtcli.journaal.opslag import Journaal
from klachtcli.recht.kalender import KalenderGegevens
from klachtcli.recht.regeling import Bron, Regeling
from klachtcli.secretariaat.ontvangst import ontvang
from klachtcli.secretariaat.pakketten import pak_in
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.gebeurtenissen import BriefGemaakt, Ingezien, KlaagschriftOntvangen
from klachtcli.zaak.klaagschrift import Gedraging, Klaagschrift

ALLE = ("heel", "klein", "anoniem", "anoniem-klein")
LABELS = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt")
Los = Callable[[str], Path]


def bestanden(map_: Path) -> list[str]:
    """Every file of a package, by its place in it."""
    return sorted(p.relative_to(map_).as_posix() for p in map_.rglob("*") if p.is_file())


def eis_geweigerd(map_: Path, *mag: str) -> None:
    """Refused, with exit code 4, and one of these is named."""
    with pytest.raises(Onbruikbaar) as fout:
        lees_pakket(map_)
    assert any(naam in str(fout.value) for naam in mag), (str(fout.value), mag)


def werk_labels_bij(map_: Path) -> None:
    """What somebody does who knows BagIt: manifest, size and tag manifest follow what is there now."""
    paden = [p for p in bestanden(map_) if p.startswith("data/")]
    paden.sort(key=lambda p: [*((True, deel) for deel in p.split("/")[:-1]), (False, p.split("/")[-1])])
    regels = [f"{sha256((map_ / p).read_bytes()).hexdigest()}  {p}\n" for p in paden]
    (map_ / "manifest-sha256.txt").write_text("".join(regels), encoding="utf-8")
    oxum = f"Payload-Oxum: {sum((map_ / p).stat().st_size for p in paden)}.{len(paden)}"
    info = (map_ / "bag-info.txt").read_text(encoding="utf-8")
    (map_ / "bag-info.txt").write_text(re.sub(r"Payload-Oxum: .*", oxum, info), encoding="utf-8")
    (map_ / "tagmanifest-sha256.txt").write_bytes(tagmanifest({n: (map_ / n).read_bytes() for n in LABELS[:3]}))


# ---- what is in it ----


@pytest.mark.parametrize("naam", ALLE)
def test_geldig_volgens_bagit_zelf(los: Los, naam: str) -> None:
    """`bagit.py --validate` says so, as a program of its own."""
    opdracht = [sys.executable, "-m", "bagit", "--validate", "--quiet", str(los(naam))]
    assert subprocess.run(opdracht, check=False, capture_output=True).returncode == 0


def test_wat_erin_zit(los: Los) -> None:
    """Per case its entries, chronicle, letters, attachments and MDTO; beside them rules, templates, chain."""
    map_ = los("heel")
    delen = {re.sub(r"[0-9a-f]{64}", "HASH", p) for p in bestanden(map_ / "data") if "/mdto/" not in p}
    assert delen == {
        "keten.txt", "lees-mij.txt", "regels/HASH.json", "sjablonen/HASH.docx",
        "K2026-001/gebeurtenissen.json", "K2026-001/verloop.docx", "K2026-001/stukken/4.txt",
        "K2026-001/brieven/15-ontvangstbevestiging-aan-klager.docx",
        "K2026-001/brieven/22-mededeling-ontvankelijk-aan-klager.docx",
    }  # fmt: skip


@pytest.mark.parametrize("naam", ["heel", "klein"])
def test_dezelfde_gebeurtenissen_als_in_het_journaal(
    pakketten: Path, los: Los, naam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same entries, to the value, without a journal and without its keys."""
    p: Leesbron = lees_pakket(los(naam))
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(pakketten / "sleutels"))
    with Journaal(pakketten / "werkmap" / "journaal.sqlite") as journaal:
        for zaak in p.zaken():
            assert p.verloop(zaak) == list(journaal.lees(zaak))
            assert not p.anoniem


def test_regels_en_sjablonen_bij_hun_hash(los: Los) -> None:
    """What an entry names is there, and what it does not name is None."""
    p = lees_pakket(los("heel"))
    (opening,) = (v.gebeurtenis for v in p.verloop("K2026-001") if isinstance(v.gebeurtenis, KlaagschriftOntvangen))
    brief = next(v.gebeurtenis for v in p.verloop("K2026-001") if isinstance(v.gebeurtenis, BriefGemaakt))
    regeling, kalender = p.regels(opening.regeling, Regeling), p.regels(opening.kalender, KalenderGegevens)
    assert regeling is not None
    assert regeling.id == "tk-ongewenste-omgangsvormen"
    assert kalender is not None
    assert brief.commissie is not None
    assert p.regels(brief.commissie, Commissie) is not None
    assert sha256(p.sjabloon(brief.sjabloon) or b"").hexdigest() == brief.sjabloon
    assert p.regels(Bron("kalender", "", "0" * 64), KalenderGegevens) is None
    assert p.sjabloon("0" * 64) is None


def test_brieven_en_stukken_zijn_die_van_toen(pakketten: Path) -> None:
    """Each letter is to the byte the one that went out; the attachment is what was sent."""
    data = pakketten / "heel" / "data" / "K2026-001"
    toen = {sha256(p.read_bytes()).hexdigest() for p in (pakketten / "werkmap" / "brieven").rglob("*.docx")}
    nu = {sha256(p.read_bytes()).hexdigest() for p in (data / "brieven").iterdir()}
    assert nu == toen
    assert (data / "stukken" / "4.txt").read_text(encoding="utf-8") == "Beste Verbeek-Ünal, tot bij de koffiehoek."


def test_verloop_is_te_lezen(pakketten: Path) -> None:
    """Every entry with number, moment, by whom and what; terms, findings, letters and attachments."""
    blad = Document(str(pakketten / "heel" / "data" / "K2026-001" / "verloop.docx"))
    tekst = "\n".join([*(p.text for p in blad.paragraphs),
                       *("|".join(c.text for c in r.cells) for t in blad.tables for r in t.rows)])  # fmt: skip
    verwacht = ["Verloop van zaak K2026-001", "K. Verbeek-Ünal", "24-04-2026 12:00", "Ontvankelijk bevonden (op 20 mei",
                "tot en met 15 juli 2026", "9.1.a|voldaan", "mail van Bakker.txt|", "In de koffiehoek",
                "wat: pakket", "15-ontvangstbevestiging-aan-klager.docx"]  # fmt: skip
    assert [zin for zin in verwacht if zin not in tekst] == []
    nummers = [r.cells[0].text for t in blad.tables for r in t.rows if t.rows[0].cells[1].text == "Vastgelegd"]
    p = lees_pakket(pakketten / "heel")
    assert nummers == [
        "Nr",
        *(str(n) for n in sorted(v.nummer for v in p.verloop("K2026-001") + p.inzage("K2026-001"))),
    ]


def test_het_pakket_kent_zijn_eigen_vastlegging(los: Los) -> None:
    """That it was made is its last entry, and the zegel that it goes up to is that of this entry."""
    for naam in ALLE:
        p = lees_pakket(los(naam))
        laatste = max(v.nummer for zaak in p.zaken() for v in p.inzage(zaak))
        assert p.zegel.nummer == laatste
        for zaak in p.zaken():
            assert p.inzage(zaak)[-1].gebeurtenis == Ingezien(p.inzage(zaak)[-1].gebeurtenis.op, "pakket")  # type: ignore[union-attr]


def test_het_zegel_op_een_brief_ligt_op_de_keten(los: Los) -> None:
    """A zegel of any letter, and the one of today; not one that never was."""
    p = lees_pakket(los("heel"))
    brieven = [v.gebeurtenis for v in p.verloop("K2026-001") if isinstance(v.gebeurtenis, BriefGemaakt)]
    assert all(p.kent(b.zegel) for b in brieven)
    assert p.kent(str(p.zegel))
    for vreemd in ("1-0000000000000000", "999999-0000000000000000", "0-0000000000000000", "geen zegel", ""):
        assert not p.kent(vreemd)


def test_het_bewijs_is_met_de_hand_na_te_rekenen(pakketten: Path) -> None:
    """As lees-mij.txt and the docstring of the chain say it, with nothing of ours: SHA-256 and AES-GCM alone."""
    data = pakketten / "heel" / "data"
    keten, werkmap, *bladen, slot = (data / "keten.txt").read_text(encoding="ascii").splitlines()
    hash_ = sha256(f"{keten}\n{werkmap}\n".encode()).digest()
    for blad in bladen:
        hash_ = sha256(hash_ + bytes.fromhex(blad)).digest()
    assert slot == f"zegel {len(bladen)}-{hash_[:8].hex()}"
    heel = json.loads((data / "K2026-001" / "gebeurtenissen.json").read_text(encoding="utf-8"))
    for v in heel["vastleggingen"]:
        velden = (v[naam] for naam in ("soort", "vastgelegd_op", "rol", "versie"))
        kop = "\n".join([keten, str(v["nummer"]), heel["zaak"], *velden, ""])
        stuk = (data / "K2026-001" / "stukken" / f"{v['nummer']}.txt") if v["soort"] == "stuk_bewaard" else None
        tekst = json.dumps(v.get("inhoud"), ensure_ascii=False, separators=(",", ":"))
        inhoud = stuk.read_bytes() if stuk else tekst.encode()
        nonce = bytes.fromhex(v["nonce"])
        verzegeld = nonce + AESGCM(bytes.fromhex(heel["sleutel"])).encrypt(nonce, inhoud, kop.encode())
        assert sha256(kop.encode() + sha256(verzegeld).digest()).hexdigest() == bladen[v["nummer"] - 1]


def test_geen_andere_zaak_te_zien(pakketten: Path) -> None:
    """A package of one case holds nothing of another: no content, no number, no key."""
    alles = b"".join(p.read_bytes() for p in (pakketten / "klein").rglob("*") if p.is_file())
    assert b"K2026-002" in alles
    for vreemd in (b"K2026-001", b"K2026-003", b"mail van Bakker", b"stalken"):
        assert vreemd not in alles


def test_dezelfde_bytes_uit_dezelfde_vastleggingen(los: Los) -> None:
    """What is only retold is made again to the byte: reading a package does just that."""
    lees_pakket(los("heel"))
    with zipfile.ZipFile(los("klein") / "data" / "K2026-002" / "verloop.docx") as blad:
        assert {i.date_time for i in blad.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# ---- one byte ----


def veranderingen(map_: Path, stap: int) -> Iterator[tuple[str, int, int]]:
    """Every byte (or each so many) of the files beside data/; of each other file a dozen, and both ends."""
    for pad in bestanden(map_):
        grootte = (map_ / pad).stat().st_size
        alle = pad in LABELS
        for plek in sorted({*range(0, grootte, stap if alle else max(1, grootte // 12)), grootte - 1}):
            yield pad, plek, 32 if alle and plek % 2 else 1  # 32: a capital, which in a hash is the same to bagit


@pytest.mark.parametrize(("naam", "stap"), [("klein", 1), ("anoniem-klein", 7), ("anoniem", 43)])
def test_een_byte_anders_wordt_geweigerd(los: Los, naam: str, stap: int) -> None:
    """Anywhere, of any file: refused, and just that file is named."""
    map_ = los(naam)
    for pad, plek, verschil in veranderingen(map_, stap):
        heel = (map_ / pad).read_bytes()
        (map_ / pad).write_bytes(heel[:plek] + bytes([heel[plek] ^ verschil]) + heel[plek + 1 :])
        with pytest.raises(Onbruikbaar) as fout:
            lees_pakket(map_)
        assert re.search(rf"(?<![\w/-]){re.escape(pad)}\b", str(fout.value)), (pad, plek, str(fout.value))
        (map_ / pad).write_bytes(heel)
    lees_pakket(map_)


@pytest.mark.parametrize("naam", ["heel", "anoniem"])
def test_een_bestand_erbij_eraf_anders_of_verwisseld(los: Los, naam: str) -> None:
    """Of each file: cut off, longer, empty, gone, under another name; and one that does not belong."""
    map_ = los(naam)
    paden = bestanden(map_)
    for pad, ander in zip(paden, [*paden[1:], paden[0]], strict=True):
        plek, heel = map_ / pad, (map_ / pad).read_bytes()
        for inhoud in (heel[:-1], heel + b"\n", b""):
            plek.write_bytes(inhoud)
            eis_geweigerd(map_, pad)
        plek.unlink()
        eis_geweigerd(map_, pad)
        plek.with_name("vreemd").write_bytes(heel)
        eis_geweigerd(map_, pad, "vreemd")
        plek.write_bytes(heel)
        eis_geweigerd(map_, "vreemd")
        plek.with_name("vreemd").unlink()
        if (anders := (map_ / ander).read_bytes()) != heel:
            plek.write_bytes(anders)
            (map_ / ander).write_bytes(heel)
            eis_geweigerd(map_, pad, ander)
            (map_ / ander).write_bytes(anders)
        plek.write_bytes(heel)
    lees_pakket(map_)


@pytest.mark.parametrize("naam", ["heel", "klein", "anoniem", "anoniem-klein"])
def test_ook_wie_de_manifesten_bijwerkt_komt_er_niet_mee_weg(los: Los, naam: str) -> None:
    """Every file below data/, changed with all that BagIt guards it by: what the entries prove still tells."""
    map_ = los(naam)
    for pad in [p for p in bestanden(map_) if p.startswith("data/")]:
        heel = (map_ / pad).read_bytes()
        for plek in (0, len(heel) // 3, len(heel) // 2, len(heel) - 1):
            (map_ / pad).write_bytes(heel[:plek] + bytes([heel[plek] ^ 1]) + heel[plek + 1 :])
            werk_labels_bij(map_)
            with pytest.raises(Onbruikbaar) as fout:
                lees_pakket(map_)
            mag = [pad]
            if pad == "data/keten.txt":  # whose own leaf changed, has an entry that is not proven any more
                mag.append("gebeurtenissen.json")
            if naam.startswith("anoniem"):  # the content itself is not proven: what describes it does not fit
                mag.append(f"mdto/{pad.split('/', 2)[2]}" if "/K2026" in pad else "mdto/")
                mag.append(pad.replace("gebeurtenissen.json", "verloop.docx"))
            assert any(m in str(fout.value) for m in mag), (pad, str(fout.value))
        (map_ / pad).write_bytes(heel)
    werk_labels_bij(map_)
    lees_pakket(map_)


VERVALST = (
    ("een andere datum in een vastlegging", '"op": "2026-04-24"', '"op": "2026-04-23"'),
    ("een ander nummer", '"nummer": ', '"nummer": 9'),
    ("een andere rol", '"rol": "secretaris"', '"rol": "voorzitter"'),
    ("een andere versie", '"versie": "', '"versie": "9'),
    ("een ander moment", '"vastgelegd_op": "2026-04-24T10', '"vastgelegd_op": "2026-04-24T11'),
    ("een andere sleutel", '"sleutel": "', '"sleutel": "00'),
    ("geen nonce", '"nonce": "', '"geen": "'),
    ("een korte nonce", '"nonce": "', '"nonce": "", "was": "'),
    ("wit ertussen", '"zaak": ', '"zaak":  '),
    ("een veld erbij", '"anoniem": false', '"anoniem": false, "x": 1'),
    ("een andere zaak", '"zaak": "K2026-002"', '"zaak": "K2026-003"'),
    ("een zaak die een pad is", '"zaak": "K2026-002"', '"zaak": "../../x"'),
    ("anoniem met sleutel", '"anoniem": false', '"anoniem": true'),
    ("een onbekende soort", '"klaagschrift_ontvangen"', '"iets_nieuws"'),
    ("een reusachtig nummer", '"nummer": ', '"nummer": 99999999999999999999999'),
    ("geen nummer", '"nummer": ', '"nummer": -'),
)


@pytest.mark.parametrize(("wat", "oud", "nieuw"), VERVALST, ids=[v[0] for v in VERVALST])
def test_een_vervalste_vastlegging(los: Los, wat: str, oud: str, nieuw: str) -> None:
    """With all labels made right: refused, never a traceback."""
    map_ = los("klein")
    pad = map_ / "data" / "K2026-002" / "gebeurtenissen.json"
    assert oud in pad.read_text(encoding="utf-8")
    pad.write_text(pad.read_text(encoding="utf-8").replace(oud, nieuw, 1), encoding="utf-8")
    werk_labels_bij(map_)
    eis_geweigerd(map_, "gebeurtenissen.json")


def test_een_vastlegging_dubbel_of_in_een_andere_volgorde(los: Los) -> None:
    """Each is proven by itself; twice, or in another order, they would tell another story."""
    map_ = los("klein")
    pad = map_ / "data" / "K2026-002" / "gebeurtenissen.json"
    heel = json.loads(pad.read_text(encoding="utf-8"))
    reeks = heel["vastleggingen"]
    for anders in ([*reeks[:1], *reeks], reeks[::-1], []):
        heel["vastleggingen"] = anders
        pad.write_bytes(msgspec.json.format(msgspec.json.encode(heel), indent=2) + b"\n")
        werk_labels_bij(map_)
        eis_geweigerd(map_, "gebeurtenissen.json")


def test_een_weggelaten_vastlegging_van_het_einde(los: Los) -> None:
    """The last entry must be that the package was made, and the chain must end there."""
    map_ = los("klein")
    pad = map_ / "data" / "K2026-002" / "gebeurtenissen.json"
    heel = json.loads(pad.read_text(encoding="utf-8"))
    heel["vastleggingen"].pop()
    pad.write_bytes(msgspec.json.format(msgspec.json.encode(heel), indent=2) + b"\n")
    werk_labels_bij(map_)
    eis_geweigerd(map_, "gebeurtenissen.json")


@pytest.mark.parametrize("regels", [slice(0, -2), slice(1, None), slice(0, 2)], ids=["korter", "zonder naam", "leeg"])
def test_een_ingekorte_keten(los: Los, regels: slice) -> None:
    """Every entry up to the package's own is in it."""
    map_ = los("klein")
    keten = (map_ / "data" / "keten.txt").read_text(encoding="ascii").splitlines(keepends=True)
    (map_ / "data" / "keten.txt").write_text("".join([*keten[regels], keten[-1]]), encoding="ascii")
    werk_labels_bij(map_)
    eis_geweigerd(map_, "keten.txt", "gebeurtenissen.json")


def test_afgeleide_bestanden_van_een_andere_versie(los: Los, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version may retell otherwise: that is said. What it retells must still be proven."""
    map_ = los("klein")
    monkeypatch.setattr(lezer, "__version__", "99.0")
    assert not any("andere vorm" in o for o in lees_pakket(map_).opmerkingen)
    (map_ / "data" / "lees-mij.txt").write_text("anders", encoding="utf-8")
    (map_ / "data" / "K2026-002" / "mdto" / "erbij.xml").write_text("anders", encoding="utf-8")
    werk_labels_bij(map_)
    assert any("2 bestanden vertellen hetzelfde in een andere vorm" in o for o in lees_pakket(map_).opmerkingen)
    (map_ / "data" / "K2026-002" / "mdto" / "erbij.xml").rename(map_ / "data" / "K2026-002" / "erbij.xml")
    werk_labels_bij(map_)
    eis_geweigerd(map_, "data/K2026-002/erbij.xml")


# ---- what is no package, and what would do harm ----


def test_koppelingen_worden_niet_gevolgd(los: Los, tmp_path: Path) -> None:
    """A link in place of a file or a folder, even to the same bytes, and a pipe."""
    map_ = los("klein")
    pad = map_ / "data" / "keten.txt"
    pad.rename(tmp_path / "elders")
    pad.symlink_to(tmp_path / "elders")
    eis_geweigerd(map_, "data/keten.txt")
    pad.unlink()
    os.mkfifo(pad)
    eis_geweigerd(map_, "data/keten.txt")
    pad.unlink()
    shutil.copyfile(tmp_path / "elders", pad)
    (map_ / "data" / "regels").rename(tmp_path / "regels")
    (map_ / "data" / "regels").symlink_to(tmp_path / "regels")
    eis_geweigerd(map_, "data/regels")


@pytest.mark.parametrize("regel", [f"{'0' * 64}  data/../../x\n", f"{'0' * 64}  /etc/passwd\n", "\xff\n", "x\n", "\n"])
def test_een_manifest_dat_naar_buiten_wijst(los: Los, regel: str) -> None:
    """Paths outside, no UTF-8, nonsense: the manifest is not ours, and it is named."""
    map_ = los("klein")
    manifest = map_ / "manifest-sha256.txt"
    manifest.write_bytes(manifest.read_bytes() + regel.encode("latin-1"))
    (map_ / "tagmanifest-sha256.txt").write_bytes(tagmanifest({n: (map_ / n).read_bytes() for n in LABELS[:3]}))
    eis_geweigerd(map_, "manifest-sha256.txt", "data/../../x")


def test_namen_die_geen_tekst_zijn(los: Los) -> None:
    """A file name that is no UTF-8, or that would draw on the screen."""
    map_ = los("klein")
    for naam in (b"\xff\xfe", b"a\nb", b"\x1b[31m"):
        pad = os.fsencode(map_ / "data") + b"/" + naam
        Path(os.fsdecode(pad)).write_bytes(b"x")
        with pytest.raises(Onbruikbaar) as fout:
            lees_pakket(map_)
        assert str(fout.value).isprintable()
        Path(os.fsdecode(pad)).unlink()
    (map_ / "data" / "leeg").mkdir()
    eis_geweigerd(map_, "data/leeg/")


def test_een_bom(los: Los, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file as large as no file of a case is, is refused by its size, before it is read."""
    map_ = los("klein")
    with (map_ / "data" / "keten.txt").open("wb") as bestand:
        bestand.truncate(3_000_000_000)  # sparse: it takes no room
    eis_geweigerd(map_, "data/keten.txt")


@pytest.mark.parametrize("wat", ["niets", "lege map", "bestand", "zip", "ander pakket", "los bestand erin"])
def test_geen_pakket(los: Los, tmp_path: Path, wat: str) -> None:
    """Refused with what it is, and no traceback."""
    doel = tmp_path / "doel"
    match wat:
        case "lege map":
            doel.mkdir()
        case "bestand":
            doel.write_text("x", encoding="utf-8")
        case "zip":
            with zipfile.ZipFile(doel, "w") as zip_:
                zip_.write(los("klein") / "bagit.txt", "bagit.txt")
        case "ander pakket":
            import bagit

            doel.mkdir()
            (doel / "brief.txt").write_text("x", encoding="utf-8")
            bagit.make_bag(str(doel), checksums=["sha256"])
        case "los bestand erin":
            doel.mkdir()
            (doel / "brief.txt").write_text("x", encoding="utf-8")
    with pytest.raises(KlachtFout) as fout:
        lees_pakket(doel)
    assert fout.value.code in ("geen-pakket", "pakket-veranderd")
    assert fout.value.exitcode == (2 if wat in ("niets", "bestand", "zip") else 4)


def test_rommel_in_plaats_van_elk_bestand(los: Los) -> None:
    """Other bytes, with all labels right: refused, whatever they are."""
    map_ = los("klein")
    rommel = [b"", b"null", b"[]", b'{"vorm": "klacht-pakket-1"}', b"\xff\xfe", b"PK\x03\x04", b"{" * 5000]
    rommel += [b"klacht-keten-2\nx", b"klacht-keten-2\nx\nz", b"klacht-keten-2\nx\n00\nzegel", b"klacht-keten-9\nx\nz"]
    for pad in ("data/keten.txt", "data/K2026-002/gebeurtenissen.json", "data/K2026-002/verloop.docx"):
        heel = (map_ / pad).read_bytes()
        for inhoud in rommel:
            (map_ / pad).write_bytes(inhoud)
            werk_labels_bij(map_)
            eis_geweigerd(map_, pad, "staat zo niet in de keten")
        (map_ / pad).write_bytes(heel)


def test_een_nieuwere_vorm(los: Los) -> None:
    """A package of a later version says so."""
    map_ = los("klein")
    pad = map_ / "data" / "K2026-002" / "gebeurtenissen.json"
    pad.write_bytes(pad.read_bytes().replace(b"klacht-pakket-1", b"klacht-pakket-2"))
    werk_labels_bij(map_)
    eis_geweigerd(map_, "klacht-pakket-2")


# ---- without personal facts ----


def test_anoniem_noemt_niemand(pakketten: Path, persoonlijk: tuple[str, ...]) -> None:
    """No personal word in any byte, in any file name, or in what is packed in a docx."""
    woorden = [*persoonlijk, "Yara", "mail van", "Fractie X", "R. Dekker", "Griffie commissies", "teamleider"]
    gezien = []
    for map_ in (pakketten / "anoniem", pakketten / "anoniem-klein"):
        for pad in map_.rglob("*"):
            gezien.append(pad.name.encode())
            if pad.is_file():
                gezien.append(ruw := pad.read_bytes())
                if pad.suffix == ".docx":
                    with zipfile.ZipFile(BytesIO(ruw)) as zip_:
                        gezien += [zip_.read(naam) for naam in zip_.namelist()]
    heel = b"\n".join(gezien).decode("utf-8", "replace").casefold()
    assert "k2026-001" in heel
    assert [w for w in woorden if w.casefold() in heel] == []


def test_anoniem_houdt_wat_een_herspeling_nodig_heeft(los: Los) -> None:
    """The same entries at the same places, of the same kinds and days, with the same terms and findings."""
    heel, anoniem = lees_pakket(los("heel")), lees_pakket(los("anoniem"))
    assert anoniem.anoniem
    assert anoniem.zaken() == ["K2026-001", "K2026-003"]
    for v, w in zip(heel.verloop("K2026-001"), anoniem.verloop("K2026-001"), strict=True):
        assert (v.nummer, v.soort, v.vastgelegd_op, v.termijnen) == (w.nummer, w.soort, w.vastgelegd_op, w.termijnen)
        assert getattr(v.gebeurtenis, "op", None) == getattr(w.gebeurtenis, "op", None)
        for a, b in zip(*(getattr(x.gebeurtenis, "bevindingen", ()) for x in (v, w)), strict=True):
            assert a[:2] == b[:2]
    assert not (los("anoniem-klein") / "data" / "sjablonen").exists()


def test_anoniem_zegt_wat_niet_is_bewezen(los: Los) -> None:
    """In the file and in the check."""
    map_ = los("anoniem-klein")
    assert "Niet: dat zij zei wat hier staat" in (map_ / "data" / "lees-mij.txt").read_text(encoding="utf-8")
    assert any("niet dat zij zei wat hier staat" in o for o in lees_pakket(map_).opmerkingen)


# ---- any case ----

TEKST = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
NIET = (g.WerkmapAangemaakt, g.RegelsVastgelegd, g.SjabloonVastgelegd, g.ZaakVernietigd, g.BriefGemaakt, Ingezien,
        g.VastleggingGecorrigeerd, KlaagschriftOntvangen)  # fmt: skip
SOORTEN = [klasse for klasse in get_args(g.Gebeurtenis) if klasse not in NIET]


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gegevens=st.data(), tekst=TEKST)
def test_elke_rij_gebeurtenissen_komt_heel_terug(
    werkmap: Werkmap, tmp_path: Path, klaagschrift: Callable[..., Klaagschrift], gegevens: st.DataObject, tekst: str
) -> None:
    """Events of any kind, in any order, with any text: the package gives back what the journal holds."""
    k = klaagschrift(gedraging=(Gedraging(omschrijving=tekst, waar=tekst),))
    zaak = ontvang(werkmap, k, [], toch=True).zaak
    reeks = gegevens.draw(st.lists(st.sampled_from(SOORTEN).flatmap(st.from_type), max_size=4))
    with werkmap.journaal(schrijven=True) as journaal, journaal.handeling(door=tekst) as schrijver:
        for e in reeks:
            schrijver.voeg_toe(zaak, e)
    for anoniem in (False, True):
        doel = tmp_path / f"{zaak}-{anoniem}"
        with suppress(KlachtFout):  # a party who is not there, in a letter that was sent
            pak_in(werkmap, [zaak], doel, anoniem=anoniem)
        if doel.exists():
            with werkmap.journaal() as journaal:
                verwacht = list(journaal.lees(zaak))
            gelezen = lees_pakket(doel).verloop(zaak)
            assert anoniem or gelezen == verwacht
            assert [v.soort for v in gelezen] == [v.soort for v in verwacht]
