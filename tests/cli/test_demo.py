"""The demo: months of work by the commands themselves, and what it leaves behind is sound, whole and safe to show."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from docx import Document

from klachtcli import klok
from klachtcli.cli.start import voer_uit
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.sjabloon import laad
from klachtcli.zaak.gebeurtenissen import BriefGemaakt, SjabloonVastgelegd

LIJST = Path(__file__).parents[2] / "templates" / "letters" / "letters.toml"
SOORTEN = {b["soort"] for b in tomllib.loads(LIJST.read_text(encoding="utf-8"))["brief"]}
# Each case of the demo, and the file with its klaagschrift.
POST = {"001": "klaagschrift", "002": "te-laat", "003": "ingetrokken"}


class Vertoning(NamedTuple):
    """What the demo said, and where it is."""

    code: int
    uit: str
    fout: str
    map: Path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vertoning]:
    """The demo once, on a day in August: its cases begin and end in the same year."""
    basis = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as m:
        m.setenv("KLACHT_SLEUTELMAP", str(basis / "sleutels"))
        m.delenv("KLACHT_MAP", raising=False)
        m.chdir(basis)
        m.setattr(klok, "nu", lambda: datetime(2026, 8, 21, 10, tzinfo=UTC))
        uit, fout = StringIO(), StringIO()
        with redirect_stdout(uit), redirect_stderr(fout):
            code = voer_uit(["demo", "vertoning"])
        yield Vertoning(code, uit.getvalue(), fout.getvalue(), basis / "vertoning")


@pytest.fixture
def klacht(demo: Vertoning, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run a command on the folder that the demo made, on the day after it."""
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(demo.map.parent / "sleutels"))
    monkeypatch.setattr(klok, "nu", lambda: datetime(2026, 8, 21, 10, tzinfo=UTC))

    def voer(*argumenten: str) -> tuple[int, str]:
        monkeypatch.setenv("KLACHT_MAP", str(demo.map))
        capsys.readouterr()
        return voer_uit(argumenten), capsys.readouterr().out

    return voer


@pytest.fixture
def brieven(demo: Vertoning, monkeypatch: pytest.MonkeyPatch) -> list[BriefGemaakt]:
    """Every letter that the journal of the demo records."""
    monkeypatch.setenv("KLACHT_SLEUTELMAP", str(demo.map.parent / "sleutels"))
    with Werkmap(demo.map).journaal() as journaal:
        return [v.gebeurtenis for v in journaal.lees_alles() if isinstance(v.gebeurtenis, BriefGemaakt)]


def _tekst(pad: Path) -> str:
    """All the words of a letter, those of its headers, footers and tables too."""
    document = Document(str(pad))
    delen = [document.element.body, *(d._element for s in document.sections for d in (s.header, s.footer))]
    return "\n".join("".join(p.itertext()) for deel in delen for p in deel.iter("{*}p"))


def _waar_de_klager_woont(pad: Path) -> list[str]:
    klager = tomllib.loads(pad.read_text(encoding="utf-8"))["klager"]
    return [klager[veld] for veld in ("adres", "postcode", "email", "telefoon") if veld in klager]


def test_de_vertoning_loopt_tot_het_einde(demo: Vertoning) -> None:
    assert (demo.code, demo.fout) == (0, ""), demo
    for deel in ("$ klacht ontvang", "$ klacht bemiddel", "$ klacht hoor", "$ klacht adviseer", "$ klacht beslis",
                 "$ klacht trek-in", "Het journaal klopt", "Klaar. Alles is verzonnen."):  # fmt: skip
        assert deel in demo.uit
    assert "Er is niets te doen." in demo.uit


def test_elke_soort_brief_ligt_er(demo: Vertoning, brieven: list[BriefGemaakt]) -> None:
    """Every kind in letters.toml at least once, as a file that opens; and no letter lies there that is not recorded."""
    assert {b.brief for b in brieven} == SOORTEN
    op_schijf = {p.relative_to(demo.map).as_posix() for p in (demo.map / "brieven").rglob("*") if p.is_file()}
    assert op_schijf == {b.bestand for b in brieven}
    for bestand in op_schijf:
        assert "Geachte" in _tekst(demo.map / bestand), bestand


def test_geen_brief_heeft_een_gat(demo: Vertoning, brieven: list[BriefGemaakt]) -> None:
    """No placeholder, no tag and no empty value shows; each letter bears its case and its zegel."""
    for b in brieven:
        tekst = _tekst(demo.map / b.bestand)
        assert not [teken for teken in ("{{", "}}", "{%", "%}", "None", "[]") if teken in tekst], b.bestand
        assert b.zegel.partition("-")[2] in tekst, b.bestand


def test_elke_brief_is_goed_te_lezen(
    demo: Vertoning, brieven: list[BriefGemaakt], leesbaarheid: Callable[[Any], Any]
) -> None:
    """At least 60 on Flesch-Douma, and no sentence of more than 25 words: also with the facts of a real case in it."""
    for b in brieven:
        gemeten = leesbaarheid(Document(str(demo.map / b.bestand)))
        assert gemeten.score >= 60, (b.brief, b.aan, gemeten.score)
        assert [z for z in gemeten.zinnen if len(z.split()) > 25] == [], (b.brief, b.aan)


def test_alle_zaken_zijn_gesloten(klacht: Callable[..., Any]) -> None:
    """Nothing is left open, nothing is late, and the journal is sound."""
    assert klacht("lijst") == (0, "Er zijn geen lopende zaken.\n")
    assert klacht("termijnen") == (0, "Er lopen geen termijnen.\n")
    code, uit = klacht("vandaag")
    assert (code, "Er is niets te doen." in uit) == (0, True)
    code, uit = klacht("audit", "controleer")
    assert (code, "zaken: 3, waarvan lopend: 0" in uit) == (0, True)


def test_elke_brief_is_uit_het_journaal_weer_te_maken(demo: Vertoning, brieven: list[BriefGemaakt]) -> None:
    """From the template and the values that are kept, to the byte."""
    with Werkmap(demo.map).journaal() as journaal:
        sjablonen = {
            stuk.sha256: journaal.lees_stuk(stuk)
            for v in journaal.lees("")
            if isinstance(v.gebeurtenis, SjabloonVastgelegd)
            for stuk in v.gebeurtenis.stukken
        }
    for b in brieven:
        weer = laad(sjablonen[b.sjabloon], b.brief).vul(b.gegevens)
        assert weer == (demo.map / b.bestand).read_bytes(), b.bestand
        assert sha256(weer).hexdigest() == b.sha256


def test_niemand_anders_leest_waar_de_klager_woont(demo: Vertoning, brieven: list[BriefGemaakt]) -> None:
    """Art. 10 lid 3: no aangeklaagde, werkgever or witness. The klager does: so these are the right words."""
    prive = {zaak: _waar_de_klager_woont(demo.map / "post" / f"{naam}.toml") for zaak, naam in POST.items()}
    gezien: Counter[str] = Counter()
    for b in brieven:
        zaak = b.bestand.split("/")[1].rpartition("-")[2]
        tekst = _tekst(demo.map / b.bestand).casefold()
        lekt = [w for w in prive.get(zaak, ()) if w.casefold() in tekst]
        if b.aan == "klager":
            gezien[zaak] += bool(lekt)
        else:
            assert lekt == [], (b.bestand, lekt)
            gezien["anderen"] += 1
    assert set(gezien) == {"001", "002", "003", "anderen"}
    assert min(gezien.values()) > 0, gezien


def test_wat_de_een_over_de_beslissing_leest_leest_de_ander_niet(demo: Vertoning) -> None:
    """Art. 13 lid 2, and letters.toml: a measure against the aangeklaagde is not told to the klager in detail."""
    teksten = {
        pad.name.partition("-aan-")[2].removesuffix(".docx"): _tekst(pad)
        for pad in (demo.map / "brieven").rglob("*-beslissing-aan-*.docx")
        if "verdaging" not in pad.name
    }
    assert teksten.keys() == {"klager", "aangeklaagde"}
    klager, aangeklaagde = "Uw klacht is voor een deel gegrond.", "De klacht over u is voor een deel gegrond."
    assert [klager in teksten["klager"], klager in teksten["aangeklaagde"]] == [True, False]
    assert [aangeklaagde in teksten["klager"], aangeklaagde in teksten["aangeklaagde"]] == [False, True]


def test_de_namen_van_de_bestanden_noemen_niemand(demo: Vertoning) -> None:
    namen = ("heuvel", "dekker", "amrani", "vermeer", "brouwer", "postma", "bakker")
    for pad in demo.map.rglob("*"):
        assert not [n for n in namen if n in str(pad.relative_to(demo.map)).casefold()], pad


def test_de_meegeleverde_sjablonen_zijn_gaaf(klacht: Callable[..., Any]) -> None:
    """`klacht brief controleer` finds nothing in the templates as shipped."""
    gekeurd = {k["brief"]: k["fouten"] for k in json.loads(klacht("brief", "controleer", "--json")[1])}
    assert gekeurd.keys() == SOORTEN
    assert {soort: fouten for soort, fouten in gekeurd.items() if fouten} == {}
