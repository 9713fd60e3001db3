"""`klacht beheer controleer`: what a power cut, a full disk or a hand left is named; mended where nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from klachtcli.secretariaat import post, sjablonen
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Klaagschrift

Klacht = Callable[..., Any]
PLEK = "brieven/K2026-001/2026-04-24-ontvangstbevestiging.docx"
KLAD = "brieven/K2026-001/.2026-04-24-ontvangstbevestiging.docx.0123456789ab"


@pytest.fixture(autouse=True)
def sjablonen_zijn_goed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """To fill every template on trial takes longer than all the rest: done only where a test is about it."""
    if "sjabloon" not in request.node.name:
        monkeypatch.setattr(sjablonen, "keur", lambda _: [])


@pytest.fixture
def gevuld(klacht: Klacht, zaak: Klacht, werkmap: Werkmap) -> Werkmap:
    """A case with its letter."""
    zaak()
    assert klacht("brief", "1", "ontvangstbevestiging").code == 0
    return werkmap


def _ring(w: Werkmap) -> Path:
    return next(p for p in (w.pad.parent / "sleutels").iterdir() if p.is_dir())


def _oud(pad: Path) -> None:
    """Long before now, as the tests have it."""
    pad.write_bytes(b"PK half")
    os.utime(pad, (0, 0))


def _sql(pad: Path, *opdrachten: str) -> None:
    db = sqlite3.connect(pad)
    for opdracht in opdrachten:
        db.execute(opdracht)
    db.commit()
    db.close()


def _byte(pad: Path, plek: int) -> None:
    ruw = bytearray(pad.read_bytes())
    ruw[plek] ^= 2
    pad.write_bytes(ruw)


def _vervang(naam: str, oud: str, nieuw: str) -> Callable[[Werkmap], object]:
    def doe(w: Werkmap) -> None:
        tekst = (w.pad / naam).read_text(encoding="utf-8")
        assert oud in tekst
        (w.pad / naam).write_text(tekst.replace(oud, nieuw), encoding="utf-8")

    return doe


def _zonder_naam(w: Werkmap) -> None:
    (w.pad / PLEK).rename(w.pad / KLAD)


def _met_beide_namen(w: Werkmap) -> None:
    os.link(w.pad / PLEK, w.pad / KLAD)


def _half(w: Werkmap) -> None:
    (w.pad / KLAD).write_bytes(b"PK half")


def _half_en_weg(w: Werkmap) -> None:
    (w.pad / PLEK).unlink()
    _half(w)


def _map_weg(w: Werkmap) -> None:
    shutil.rmtree(w.pad / "brieven")


def _bewerkt(w: Werkmap) -> None:
    shutil.copyfile(w.sjablonen / "advies.docx", w.pad / PLEK)


class Geval(NamedTuple):
    """What was done to a work folder, and what is said of it: exit code, codes; whether --herstel makes it good."""

    naam: str
    doe: Callable[[Werkmap], object]
    code: int
    codes: tuple[str, ...]
    te_herstellen: bool = False


GEVALLEN = [
    Geval("niets", lambda w: None, 0, ()),
    Geval("stroomuitval na de vastlegging: nog een klad", _zonder_naam, 1, ("brief-zonder-naam",), True),
    Geval("stroomuitval bij het geven van de naam", _met_beide_namen, 1, ("klad-over",), True),
    Geval("stroomuitval voor de vastlegging", _half, 1, ("klad-over",), True),
    Geval("brief weg", lambda w: (w.pad / PLEK).unlink(), 1, ("brief-weg",), True),
    Geval("brief weg, en een half klad", _half_en_weg, 1, ("brief-weg", "klad-over"), True),
    Geval("map met brieven weg", _map_weg, 1, ("brief-weg",), True),
    Geval("brief bewerkt in Word", _bewerkt, 0, ("brief-bewerkt",)),
    Geval("brief onleesbaar", lambda w: (w.pad / PLEK).write_bytes(b"PK half"), 1, ("brief-onleesbaar",)),
    Geval("een pdf naast de brief", lambda w: (w.pad / PLEK).with_suffix(".pdf").write_bytes(b""), 0, ()),
    Geval("een eigen bestand", lambda w: (w.pad / PLEK).with_name("aan Verbeek-Ünal.odt").write_bytes(b""), 0,
          ("bestand-onbekend",)),
    Geval("init gestopt", lambda w: _oud(w.pad / ".journaal.sqlite.0123456789ab"), 1, ("klad-over",), True),
    Geval("init gestopt bij de regels", lambda w: _oud(w.config / ".x.toml.0123456789ab"), 1, ("klad-over",), True),
    Geval("een klad van zojuist", lambda w: (w.config / ".x.toml.0123456789ab").write_bytes(b""), 1, ("klad-over",)),
    Geval("handeling afgebroken", lambda w: (w.pad / "journaal.sqlite-journal").write_bytes(bytes(512)), 0,
          ("handeling-rest",)),
    Geval("sleutel weg", lambda w: _sql(_ring(w) / "ring.sqlite", "DELETE FROM sleutel WHERE zaak <> ''"), 1,
          ("sleutel-ontbreekt",)),
    Geval("sleutel te veel", lambda w: _sql(_ring(w) / "ring.sqlite", "INSERT INTO sleutel VALUES ('K9', x'00')"), 0,
          ()),
    Geval("ring met een tabel te veel", lambda w: _sql(_ring(w) / "ring.sqlite", "CREATE TABLE x (y)"), 4,
          ("sleutelring-beschadigd",)),
    Geval("ring schrijft anders", lambda w: _byte(_ring(w) / "ring.sqlite", 18), 4, ("sleutelring-beschadigd",)),
    Geval("ring weg", lambda w: shutil.rmtree(_ring(w)), 4, ("sleutelring-ontbreekt",)),
    Geval("journaal schrijft anders", lambda w: _byte(w.pad / "journaal.sqlite", 18), 4, ("journaal-andere-vorm",)),
    Geval("lijst van zaken anders", lambda w: _sql(w.pad / "journaal.sqlite", "DELETE FROM lopend"), 4,
          ("overzicht-klopt-niet",)),
    Geval("twee fouten in een bestand, een in een ander",
          lambda w: [_vervang("config/commissie.toml", "rol = \"lid\"", "rol = \"lit\"")(w),
                     (w.config / "signalen.toml").write_text("aantal = 1\n", encoding="utf-8")],
          4, ("commissie-fout", "commissie-fout", "signalen-fout")),
    Geval("de commissie is niet ingevuld",
          lambda w: (w.config / "commissie.toml").write_text('regeling = "tk-ongewenste-omgangsvormen"\n'), 0,
          ("commissie-niet-ingevuld",)),
    Geval("regeling stuk", lambda w: next(w.config.glob("regelingen/*/*.toml")).write_text("!"), 4, ("geen-toml",)),
    Geval("fracties weg", lambda w: (w.config / "fracties.toml").unlink(), 4, ("instelling-ontbreekt",)),
    Geval("bewaartermijnen stuk", lambda w: (w.config / "bewaren.toml").write_text("x = 1"), 4, ("bewaren-fout",)),
    Geval("sjabloon van de verklaring stuk",
          lambda w: (w.pad / "templates" / "verklaring-van-vernietiging.docx").write_bytes(b"PK"), 4,
          ("sjabloon-onleesbaar",)),
    Geval("sjabloon stuk", lambda w: (w.sjablonen / "advies.docx").write_bytes(b"PK"), 4, ("sjabloon-onleesbaar",)),
    Geval("sjabloon van het jaarverslag weg", lambda w: (w.pad / "templates" / "jaarverslag.docx").unlink(), 4,
          ("sjabloon-ontbreekt",)),
]  # fmt: skip


def stand(map_: Path) -> dict[str, bytes]:
    """Every file below a folder and what is in it."""
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_gevonden_en_hersteld(gevuld: Werkmap, klacht: Klacht, persoonlijk: tuple[str, ...], geval: Geval) -> None:
    """Looking changes nothing, nor does a rehearsal. What can be mended is then as it was; the rest is untouched."""
    gaaf = stand(gevuld.pad)
    geval.doe(gevuld)
    voor = stand(gevuld.pad.parent)
    for opties in ((), ("--herstel", "--proef")):
        uit = klacht("beheer", "controleer", "--json", *opties)
        bevindingen = uit.json["bevindingen"]
        assert (uit.code, tuple(sorted(b["code"] for b in bevindingen)), uit.fout) == (geval.code, geval.codes, "")
        assert [b["feit"] for b in bevindingen if b["hersteld"] is not (bool(opties) and geval.te_herstellen)] == []
        assert stand(gevuld.pad.parent) == voor
    uit = klacht("beheer", "controleer", "--herstel")
    assert (uit.code, uit.fout) == (geval.code, "")
    assert all(f"[{code}]" in uit.uit for code in geval.codes)
    assert [w for w in persoonlijk if w.casefold() in uit.uit.casefold()] == []
    if geval.te_herstellen:
        assert stand(gevuld.pad) == gaaf
        assert klacht("beheer", "controleer").code == 0
    else:
        assert stand(gevuld.pad.parent) == voor


def test_een_jaarbrief_wordt_opnieuw_gemaakt(gevuld: Werkmap, klacht: Klacht, bevries: Klacht) -> None:
    """A letter that is no case's is the work folder's own, and as safe."""
    bevries("2027-01-10T10:00")
    assert klacht("jaarverslag", "2026").code == 0
    assert klacht("brief", "2026", "aanbieding-jaarverslag").code == 0
    gaaf = stand(gevuld.pad / "brieven")
    shutil.rmtree(gevuld.pad / "brieven")
    assert klacht("beheer", "controleer").uit.count("[brief-weg]") == len(gaaf) == 3
    klacht("beheer", "controleer", "--herstel")
    assert stand(gevuld.pad / "brieven") == gaaf


def test_de_brief_krijgt_zijn_naam_maar_eens(gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mended by another process just before the act that wrote it gave it its name: that act is none the worse."""
    echt = post.geef_naam

    def ander_was_eerst(klad: Path, doel: Path) -> None:
        klad.rename(doel)
        echt(klad, doel)

    monkeypatch.setattr(post, "geef_naam", ander_was_eerst)
    assert klacht("brief", "1", "ontvangstbevestiging").code == 0
    assert klacht("beheer", "controleer").code == 0


def test_wat_niet_te_lezen_is_houdt_de_kladden_heel(gevuld: Werkmap, klacht: Klacht) -> None:
    """The record of a draft may be in a case that cannot be read now: then it is not thrown away."""
    _zonder_naam(gevuld)
    _sql(_ring(gevuld) / "ring.sqlite", "DELETE FROM sleutel WHERE zaak <> ''")
    assert klacht("beheer", "controleer", "--herstel").code == 1
    assert (gevuld.pad / KLAD).is_file()


def test_sleutels_in_de_werkmap(gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told, and what can be looked at without them is looked at."""
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(gevuld.pad / "sleutels"))
    (gevuld.config / "fracties.toml").unlink()
    uit = klacht("beheer", "controleer")
    assert uit.code == 4
    assert "[sleutels-in-werkmap]" in uit.uit
    assert "config/fracties.toml ontbreekt" in uit.uit


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX here")
@pytest.mark.parametrize(("bits", "code", "wie"), [(0o640, 0, "de groep"), (0o604, 1, "iedereen"), (0o600, 0, None)])
def test_wie_de_sleutels_mag_lezen(gevuld: Werkmap, klacht: Klacht, bits: int, code: int, wie: str | None) -> None:
    (_ring(gevuld) / "hoofdsleutel").chmod(bits)
    uit = klacht("beheer", "controleer")
    assert uit.code == code
    assert ("[sleutels-open]" in uit.uit) == (wie is not None)
    assert wie is None or f"staat open voor {wie}" in uit.uit


def test_een_zin_een_bevinding(gevuld: Werkmap, klacht: Klacht, klaagschrift: Callable[..., Klaagschrift]) -> None:
    """Line by line: how bad, what, what helps, the code."""
    (gevuld.pad / PLEK).unlink()
    regels = klacht("beheer", "controleer").uit.splitlines()
    assert regels == [
        f"bevinding: {PLEK} is vastgelegd, en is er niet meer; uit het journaal is de brief opnieuw te maken. "
        "Herstel het met: klacht beheer controleer --herstel. [brief-weg]"
    ]
    assert klacht("beheer", "controleer", "--herstel").uit.startswith(f"hersteld: {PLEK} is vastgelegd")
    assert klacht("beheer", "controleer").uit.startswith("Alles is nagekeken en in orde")


def test_een_halve_vernietiging_wordt_afgemaakt(
    gevuld: Werkmap, klacht: Klacht, vernietig: Callable[[str], None]
) -> None:
    """A letter of a destroyed case that a crash left, or an older copy brought back, goes; the verklaring comes."""
    vernietig("K2026-001")
    (gevuld.pad / PLEK).parent.mkdir(parents=True)
    (gevuld.pad / PLEK).write_bytes(b"PK")
    uit = klacht("beheer", "controleer")
    assert uit.code == 1
    assert "K2026-001 is in het journaal vernietigd, maar niet al haar bestanden zijn weg; de verklaring" in uit.uit
    assert klacht("beheer", "controleer", "--herstel").uit.startswith("hersteld: zaak K2026-001 is in het journaal")
    assert not (gevuld.pad / PLEK).exists()
    assert (gevuld.pad / "vernietigd" / "verklaring-van-vernietiging-K2026-001.docx").is_file()
    assert klacht("beheer", "controleer").code == 0


@pytest.mark.parametrize("opdracht", ["vandaag", "init .", "ontvang x.toml", "beheer controleer"])
@pytest.mark.parametrize("genoemd", [True, False])
def test_een_journaal_dat_weg_is_begint_niet_opnieuw(
    gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch, opdracht: str, genoemd: bool
) -> None:
    """An empty one would say that there is nothing to do, and give the number that the letters already bear."""
    monkeypatch.chdir(gevuld.pad)
    if not genoemd:
        monkeypatch.delenv("KLACHT_MAP", raising=False)
    (gevuld.pad / "journaal.sqlite").unlink()
    klacht(*opdracht.split()).eis_fout(4, "journaal-ontbreekt", "journaal.sqlite is er niet", "klacht beheer herstel")
    assert not (gevuld.pad / "journaal.sqlite").exists()


def test_wat_is_bewerkt_hoort_niet_bij_alles_in_orde(gevuld: Werkmap, klacht: Klacht) -> None:
    _bewerkt(gevuld)
    assert klacht("beheer", "controleer").uit.splitlines()[-1].startswith("Verder is alles nagekeken en in orde")


def test_een_journaal_dat_weg_is_van_binnenuit(
    gevuld: Werkmap, klacht: Klacht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also from where the letters stand; another folder that holds letters is no work folder, and may become one."""
    (gevuld.pad / "journaal.sqlite").unlink()
    monkeypatch.delenv("KLACHT_MAP", raising=False)
    monkeypatch.chdir(gevuld.pad / "brieven")
    klacht("vandaag").eis_fout(4, "journaal-ontbreekt")
    (gevuld.pad.parent / "anders" / "brieven").mkdir(parents=True)
    assert klacht("init", str(gevuld.pad.parent / "anders")).code == 0


# ---- een afgekapt journaal ----


def test_een_afgekapt_einde_verraadt_zich_door_een_brief(gevuld: Werkmap, klacht: Klacht, zaak: Any) -> None:
    """The tail is gone and the list of open cases made to match: what a letter bears was once in the journal."""
    tot = klacht("audit", "controleer", "--json").json["vastleggingen"]
    nummer = zaak(dagtekening=None)
    assert klacht("brief", nummer, "ontvangstbevestiging").code == 0
    db = sqlite3.connect(gevuld.pad / "journaal.sqlite", isolation_level=None)
    (wachter,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'nooit_weg'").fetchone()
    db.executescript(f"DROP TRIGGER nooit_weg; DELETE FROM journaal WHERE nummer > {tot}; {wachter};")
    db.execute("DELETE FROM lopend WHERE zaak = ?", (nummer,))
    db.close()
    assert klacht("audit", "controleer").code == 0  # without a paper nothing in the file itself tells
    uit = klacht("beheer", "controleer")
    assert uit.code == 4
    assert "[zegel-klopt-niet]" in uit.uit
    assert f"in brieven/{nummer} staat een brief die niet is vastgelegd: het journaal telt nu {tot}" in uit.uit
    shutil.rmtree(gevuld.pad / "brieven" / nummer)
    assert klacht("beheer", "controleer").code == 0
