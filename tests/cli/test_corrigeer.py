"""Corrections: what an earlier record should have said. The record stays, the corrected one counts."""

from __future__ import annotations

import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from docx import Document

from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.correctie import na_correctie

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
Zaak = Callable[..., str]

ADRES = 'adres = "Plein 2"\npostcode = "2511 CR"\nplaats = "Den Haag"\n'
WEG = (
    ("2026-04-28", "toets 1"),
    ("2026-04-28", "brief 1 ontvangstbevestiging"),
    ("2026-04-28", "brief 1 ontvangstbevestiging --verzonden 2026-04-28"),
    ("2026-05-06", "besluit 1 compleet --op 2026-05-06"),
    ("2026-05-20", "besluit 1 ontvankelijk"),
    ("2026-05-20", "adres 1 aangeklaagde -"),
    ("2026-05-20", "brief 1 --alle"),
    ("2026-05-20", "brief 1 mededeling-ontvankelijk --verzonden 2026-05-20"),
    ("2026-05-20", "brief 1 afschrift-klacht --verzonden 2026-05-20"),
    ("2026-05-26", "hoor 1 2026-06-09 --samen"),
)


@pytest.fixture
def verloop(klacht: Klacht, zaak: Zaak, bevries: Bevries) -> dict[str, int]:
    """Case 1 up to a planned hearing; at which number each kind was recorded (of letters sent: the last)."""
    zaak()
    for dag, opdracht in WEG:
        bevries(f"{dag}T10:00")
        uit = klacht(*opdracht.split(), invoer=ADRES)
        assert uit.code == 0, (opdracht, uit)
    return {v["soort"]: v["nummer"] for v in klacht("toon", "1", "--json").json["verloop"]}


def _bytes(werkmap: Werkmap) -> bytes:
    return (werkmap.pad / "journaal.sqlite").read_bytes()


def _termijn(klacht: Klacht, naam: str) -> dict[str, Any]:
    gevonden: dict[str, Any] = next(t for t in klacht("termijnen", "1", "--json").json if t["termijn"] == naam)
    return gevonden


def _gaaf(klacht: Klacht) -> int:
    """That the chain is sound; how many entries it has."""
    uit = klacht("audit", "controleer", "--json")
    assert uit.code == 0, uit
    aantal: int = uit.json["vastleggingen"]
    return aantal


def test_een_andere_dag(klacht: Klacht, verloop: dict[str, int]) -> None:
    """Ontvankelijk on 19 May and not on 20 May: the advice is due a day sooner; both days stay to be seen."""
    nr, voor = verloop["ontvankelijk_bevonden"], _gaaf(klacht)
    assert _termijn(klacht, "advies")["uiterlijk"] == "2026-07-15"
    uit = klacht("corrigeer", "1", str(nr), "--zet", "op=2026-05-19", "--reden", "verschreven")
    assert uit.code == 0, uit
    assert f"K2026-001: vastlegging {nr} (ontvankelijk bevonden) gecorrigeerd: op; vastgelegd." in uit.uit
    assert (_termijn(klacht, "advies")["vanaf"], _termijn(klacht, "advies")["uiterlijk"]) == (
        "2026-05-19",
        "2026-07-14",
    )
    verloop_ = klacht("toon", "1", "--json").json["verloop"]
    assert next(v["op"] for v in verloop_ if v["nummer"] == nr) == "2026-05-20"
    assert (verloop_[-1]["soort"], verloop_[-1]["op"]) == ("vastlegging_gecorrigeerd", "2026-05-26")
    assert verloop_[-1]["bijzonderheden"] == f"nummer: {nr}; wijzigt: op = 2026-05-19; reden: verschreven"
    gecorrigeerd = f"gecorrigeerd in nr {verloop_[-1]['nummer']}"
    (regel,) = [r for r in klacht("toon", "1").uit.splitlines() if r.startswith(f"{nr} ")]
    assert "2026-05-20  ontvankelijk bevonden" in regel
    assert gecorrigeerd in regel
    assert "2026-07-14" in klacht("toon", "1").uit
    assert _gaaf(klacht) == voor + 1 + 3  # the correction, and three looks at the case


def test_een_correctie_van_een_correctie(klacht: Klacht, verloop: dict[str, int]) -> None:
    """The last one counts."""
    nr = str(verloop["ontvankelijk_bevonden"])
    for dag in ("2026-05-18", "2026-05-19", "2026-05-20"):
        assert klacht("corrigeer", "1", nr, "--zet", f"op={dag}", "--reden", "toch anders").code == 0
        assert _termijn(klacht, "advies")["vanaf"] == dag
    _gaaf(klacht)


def test_het_klaagschrift_kwam_eerder_binnen(klacht: Klacht, verloop: dict[str, int]) -> None:
    """Art. 10 lid 2: the window of a year counts from receipt."""
    nr = str(verloop["klaagschrift_ontvangen"])
    assert klacht("corrigeer", "1", nr, "--zet", "op=2026-04-20", "--reden", "lag nog op de post").code == 0
    assert _termijn(klacht, "jaartermijn")["vanaf"] == "2026-04-20"
    assert _termijn(klacht, "ontvangstbevestiging")["vanaf"] == "2026-04-20"
    assert klacht("lijst", "--json").json[0]["ontvangen_op"] == "2026-04-20"


def test_een_vastlegging_vervalt(klacht: Klacht, verloop: dict[str, int]) -> None:
    """A hearing that was never planned: its term and its duties are gone, the record is not."""
    nr = verloop["hoorzitting_gepland"]
    assert _termijn(klacht, "nadere_stukken")["vanaf"] == "2026-06-09"
    uit = klacht("corrigeer", "1", str(nr), "--vervalt", "--reden", "andere zaak", "--json")
    assert uit.code == 0
    assert uit.json.keys() == {
        "zaak", "nummer", "soort", "veranderd", "brieven", "termijnen", "te_doen", "volgende", "zijpaden", "proef",
    }  # fmt: skip
    assert (uit.json["soort"], uit.json["veranderd"]) == ("hoorzitting_gepland", ["geldt niet meer"])
    assert "nadere_stukken" not in [t["termijn"] for t in klacht("termijnen", "1", "--json").json]
    assert "houd_hoorzitting" not in [p["plicht"] for p in uit.json["te_doen"]]
    assert nr in [v["nummer"] for v in klacht("toon", "1", "--json").json["verloop"]]
    _gaaf(klacht)


def test_wat_vervallen_was_geldt_weer(klacht: Klacht, verloop: dict[str, int]) -> None:
    """Taken out by mistake: set again, it counts again."""
    nr = str(verloop["hoorzitting_gepland"])
    assert klacht("corrigeer", "1", nr, "--vervalt", "--reden", "vergissing").code == 0
    assert klacht("corrigeer", "1", nr, "--zet", "op=2026-06-10", "--reden", "toch wel").code == 0
    assert _termijn(klacht, "nadere_stukken")["vanaf"] == "2026-06-10"
    _gaaf(klacht)


@pytest.mark.parametrize("hoe", ["bestand", "standaardinvoer"])
def test_met_een_bestand(
    hoe: str, klacht: Klacht, verloop: dict[str, int], tmp_path: Path, persoonlijk: tuple[str, ...]
) -> None:
    """What is a table, or too private to type, comes from a file; the next letter goes to the right address."""
    tekst = '[contact]\nadres = "Spui 70"\npostcode = "2511 BT"\nplaats = "Den Haag"\n'
    (tmp_path / "adres.toml").write_text(tekst, encoding="utf-8")
    met = str(tmp_path / "adres.toml") if hoe == "bestand" else "-"
    uit = klacht(
        "corrigeer", "1", str(verloop["contact_vermeld"]), "--met", met, "--reden", "verhuisd", invoer=tekst
    )  # fmt: skip
    assert uit.code == 0, uit
    assert not [w for w in (*persoonlijk, "Spui") if w in uit.uit]
    k = klacht("toon", "1", "--klaagschrift", "--json").json["klaagschrift"]
    assert [p["adres"] for p in k["aangeklaagde"]] == ["Spui 70"]


def test_brieven_die_al_weg_zijn_worden_genoemd(klacht: Klacht, verloop: dict[str, int]) -> None:
    """Those that went out after the record that is corrected; the ones before it are right."""
    nr = str(verloop["ontvankelijk_bevonden"])
    uit = klacht("corrigeer", "1", nr, "--zet", "op=2026-05-19", "--reden", "verschreven", "--proef")
    assert (
        "Let op: daarna zijn brieven verzonden die het oude kunnen noemen: mededeling-ontvankelijk, afschrift-klacht."
        in uit.uit
    )
    ontvangst = str(verloop["klaagschrift_ontvangen"])
    brieven = klacht("corrigeer", "1", ontvangst, "--zet", "op=2026-04-23", "--reden", "x", "--json").json["brieven"]
    assert brieven == ["ontvangstbevestiging", "mededeling-ontvankelijk", "afschrift-klacht"]
    zitting = str(verloop["hoorzitting_gepland"])
    assert klacht("corrigeer", "1", zitting, "--vervalt", "--reden", "x", "--json").json["brieven"] == []


def test_als_proef(klacht: Klacht, verloop: dict[str, int], werkmap: Werkmap) -> None:
    eerst = _bytes(werkmap)
    nr = str(verloop["ontvankelijk_bevonden"])
    uit = klacht("corrigeer", "1", nr, "--zet", "op=2026-05-19", "--reden", "verschreven", "--proef")
    assert (uit.code, "als proef: niets vastgelegd" in uit.uit, "2026-07-14" in uit.uit) == (0, True, True)
    assert _bytes(werkmap) == eerst


# record, wat er wordt gezegd, exitcode, code, woorden, waarom
GEWEIGERD = [
    ("klacht_compleet", "--vervalt --reden x", 3, "correctie-botst",
     ("vastlegging {ontvankelijk_bevonden}", "de klacht compleet is", "Corrigeer eerst"), "wat later kwam rust erop"),
    ("klacht_compleet", "--zet op=2026-05-21 --reden x", 3, "correctie-botst",
     ("20 mei 2026 ligt vóór 21 mei 2026",), "compleet na het besluit"),
    ("ontvankelijk_bevonden", "--vervalt --reden x", 3, "correctie-botst",
     ("vastlegging {hoorzitting_gepland}", "ontvankelijk is bevonden"), "er is al een hoorzitting"),
    ("ontvankelijk_bevonden", "--zet op=2026-06-01 --reden x", 3, "correctie-botst", ("1 juni 2026 moet nog komen",),
     "een dag die nog komt"),
    ("klaagschrift_ontvangen", "--vervalt --reden x", 3, "klaagschrift-blijft",
     ("zonder klaagschrift is er geen zaak",),
     "zonder klaagschrift geen zaak"),
    ("klaagschrift_ontvangen", "--vervalt --reden dubbel", 3, "klaagschrift-blijft",
     ("klacht sluit K2026-001 --reden -",), "een zaak die er niet hoort te zijn"),
    ("klaagschrift_ontvangen", "--zet dagtekening=2026-04-20 --reden x", 2, "veld-onbekend",
     ("klacht vul-aan ZAAK BESTAND, en daarin dagtekening",), "de datum op het klaagschrift zelf"),
    ("brief_gemaakt", "--vervalt --reden x", 3, "niet-te-corrigeren", ("maak een nieuwe: klacht brief K2026-001",),
     "een brief die er is"),
    ("getoetst", "--vervalt --reden x", 3, "niet-te-corrigeren", ("klacht toets K2026-001",), "een toets"),
    ("ontvankelijk_bevonden", "--zet op=2026-05-20 --reden x", 2, "correctie-leeg", ("verandert niets",),
     "wat er al stond"),
    ("ontvankelijk_bevonden", "--zet dag=2026-05-19 --reden x", 2, "veld-onbekend", ("op, reden",),
     "een veld dat er niet is"),
    ("contact_vermeld", "--zet straat=Plein --reden x", 2, "veld-onbekend",
     ("'straat' is geen veld van contact vermeld", "op, van, contact, naam, aanhef, adres, postcode, plaats, email"),
     "een veld dat een adres niet heeft"),
    ("contact_vermeld", "--zet contact.straat=Plein --reden x", 2, "veld-onbekend", ("--met BESTAND", "klacht vul-aan"),
     "een veld binnen een ander"),
    ("contact_vermeld", "--zet contact=Delft --reden x", 2, "correctie-fout", ("contact: een tabel verwacht",),
     "een heel adres in een woord"),
    ("contact_vermeld", "--zet plaats='Den Haag' --reden x", 2, "correctie-leeg", ("verandert niets",),
     "de plaats die er al stond"),
    ("ontvankelijk_bevonden", "--zet op --reden x", 2, "geen-paar", ("--zet op=2026-05-06",), "een half paar"),
    ("ontvankelijk_bevonden", "--reden x", 2, "correctie-onvolledig", ("--zet", "--met", "--vervalt"),
     "niets gevraagd"),
    ("ontvankelijk_bevonden", "--vervalt --zet op=2026-05-19 --reden x", 2, "correctie-onvolledig", ("--vervalt",),
     "twee dingen tegelijk"),
    ("ontvankelijk_bevonden", "--vervalt", 2, "reden-ontbreekt", ("--reden -",), "zonder reden"),
    ("ontvankelijk_bevonden", "--vervalt --reden ' '", 2, "reden-ontbreekt", ("--reden -",), "met een lege reden"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("soort", "typt", "exitcode", "code", "woorden", "waarom"), GEWEIGERD, ids=[f"{g[5]}: {g[0]}" for g in GEWEIGERD]
)
def test_wat_niet_te_corrigeren_is(
    soort: str, typt: str, exitcode: int, code: str, woorden: tuple[str, ...], waarom: str, klacht: Klacht,
    verloop: dict[str, int], werkmap: Werkmap,
) -> None:  # fmt: skip
    """Refused with what would no longer hold, and nothing recorded."""
    eerst = _bytes(werkmap)
    uit = klacht("corrigeer", "1", str(verloop[soort]), *shlex.split(typt))
    uit.eis_fout(exitcode, code, *(w.format(**verloop) for w in woorden))
    assert _bytes(werkmap) == eerst


def test_een_nummer_dat_er_niet_is(klacht: Klacht, verloop: dict[str, int], werkmap: Werkmap) -> None:
    """The numbers that there are, are named; those of another case are not among them."""
    eerst = _bytes(werkmap)
    klacht("corrigeer", "1", "999", "--vervalt", "--reden", "x").eis_fout(
        2,
        "vastlegging-onbekend",
        "geen vastlegging 999; te corrigeren zijn: ",
        str(verloop["klacht_compleet"]),
        "klacht toon K2026-001",
    )
    klacht("corrigeer", "1", "1", "--vervalt", "--reden", "x").eis_fout(2, "vastlegging-onbekend")
    assert _bytes(werkmap) == eerst


def test_van_achter_naar_voren_kan_het_wel(klacht: Klacht, verloop: dict[str, int]) -> None:
    """As the refusal says: first what was recorded later."""
    for soort in ("hoorzitting_gepland", "ontvankelijk_bevonden", "klacht_compleet"):
        uit = klacht("corrigeer", "1", str(verloop[soort]), "--vervalt", "--reden", "verkeerde zaak")
        assert uit.code == 0, (soort, uit)
    assert "advies" not in [t["termijn"] for t in klacht("termijnen", "1", "--json").json]
    assert klacht("besluit", "1", "compleet", "--op", "2026-05-06").code == 0
    _gaaf(klacht)


# ---- wat een handeling zelf inhoudt: een adres, een getuige, een advies, een beslissing ----

GETUIGE = 'naam = "S. Bakker"\nrol = "deskundige"\nadres = "Spui 70"\nplaats = "Delft"\nonderwerp = "Het team."\n'
ADVIES = """
strekking = "Begeleid het team."
aard = ["preventief", "corrigerend"]
maatregel = ["Begeleiding.", "Een gesprek."]
voor = 3
hoorverslag = true
[[onderdeel]]
klacht = "Het overleg."
bevinding = "Drie mensen zeggen dit."
oordeel = "Aannemelijk."
"""
BESLISSING = """
strekking = "De klacht is voor een deel gegrond."
motivering = "Het advies is goed onderbouwd."
wijkt_af = false
voor_klager = "Het team krijgt begeleiding."
voor_aangeklaagde = ["Wij nodigen u uit voor een gesprek."]
"""
# Each with the reason why it can be done though what belongs before it was not.
VERDER = (
    ("betrek 1 -", GETUIGE), ("adviseer 1 - --toch proef", ADVIES),
    ("adviseer 1 --ontvangen 2026-05-26 --toch proef", ""), ("beslis 1 - --toch proef", BESLISSING),
)  # fmt: skip
TABEL = {"contact_vermeld": "contact", "betrokkene_vermeld": "betrokkene", "advies_uitgebracht": "advies",
         "beslissing_genomen": "beslissing"}  # fmt: skip


@pytest.fixture
def beslist(klacht: Klacht, verloop: dict[str, int]) -> dict[str, int]:
    """Case 1 up to the decision, with an expert; at which number each kind was recorded."""
    for opdracht, invoer in VERDER:
        uit = klacht(*opdracht.split(), invoer=invoer)
        assert uit.code == 0, (opdracht, uit)
    return verloop | {v["soort"]: v["nummer"] for v in klacht("toon", "1", "--json").json["verloop"]}


def _geldt(werkmap: Werkmap, nummer: int) -> Any:
    """An entry of case 1 as it counts now."""
    with werkmap.journaal() as journaal:
        return dict(na_correctie([(v.nummer, v.gebeurtenis) for v in journaal.lees("K2026-001")]))[nummer]


class Inhoud(NamedTuple):
    """What was recorded and what is typed; what then counts in it (all that is not named stays as it was), and why."""

    soort: str
    typt: str
    wordt: dict[str, object]
    waarom: str


INHOUD = (
    Inhoud("contact_vermeld", "--zet plaats=Delft", {"plaats": "Delft"},
           "een andere plaats: straat en postcode blijven"),
    Inhoud("contact_vermeld", "--zet adres='Plein 3' --zet postcode='2511 CS'",
           {"adres": "Plein 3", "postcode": "2511 CS"}, "een ander huisnummer"),
    Inhoud("contact_vermeld", "--zet telefoon=070-1234567", {"telefoon": "070-1234567"}, "wat er nog niet stond"),
    Inhoud("betrokkene_vermeld", "--zet rol=getuige", {"rol": "getuige"}, "geen deskundige, maar een getuige"),
    Inhoud("betrokkene_vermeld", "--zet onderwerp='Het overleg.'", {"onderwerp": "Het overleg."},
           "waar het gesprek over gaat"),
    Inhoud("advies_uitgebracht", "--zet strekking=Anders.", {"strekking": "Anders."},
           "de strekking: stemmen, onderdelen en maatregelen blijven"),
    Inhoud("advies_uitgebracht", "--zet onthouding=1", {"onthouding": 1}, "een getal"),
    Inhoud("advies_uitgebracht", "--zet voor=2 --zet onthouding=1", {"voor": 2, "onthouding": 1},
           "een getal dat ook niets mag zijn"),
    Inhoud("advies_uitgebracht", "--zet 'maatregel=Een gesprek, en begeleiding.'",
           {"maatregel": ("Een gesprek, en begeleiding.",)}, "een zin met een komma is een maatregel"),
    Inhoud("advies_uitgebracht", "--zet 'aard=corrigerend, preventief'", {"aard": ("corrigerend", "preventief")},
           "woorden met een komma zijn er meer"),
    Inhoud("advies_uitgebracht", "--zet hoorverslag=nee --zet reden-zonder-verslag=veiligheid",
           {"hoorverslag": False, "reden_zonder_verslag": "veiligheid"}, "ja of nee, en een streepje in de naam"),
    Inhoud("advies_uitgebracht", "--zet aard=preventief", {"aard": ("preventief",)},
           "een lijst komt er heel voor terug"),
    Inhoud("beslissing_genomen", "--zet strekking=Anders.", {"strekking": "Anders."},
           "de strekking: wat ieder van beiden leest, blijft"),
    Inhoud("beslissing_genomen", "--zet wijkt_af=ja --zet reden_afwijking='nieuwe feiten'",
           {"wijkt_af": True, "reden_afwijking": "nieuwe feiten"}, "zij week toch af"),
)  # fmt: skip


@pytest.mark.parametrize("g", INHOUD, ids=[f"{g.soort}: {g.waarom}" for g in INHOUD])
def test_alleen_wat_is_genoemd_wordt_anders(
    g: Inhoud, klacht: Klacht, beslist: dict[str, int], werkmap: Werkmap
) -> None:
    """A field is named as in the file that the act reads; nothing around it is lost, also not its day."""
    nr, tabel = beslist[g.soort], TABEL[g.soort]
    was = _geldt(werkmap, nr)
    uit = klacht("corrigeer", "1", str(nr), *shlex.split(g.typt), "--reden", "verschreven")
    assert uit.code == 0, uit
    assert f"({g.soort.replace('_', ' ')}) gecorrigeerd: {tabel}; vastgelegd." in uit.uit
    nu = _geldt(werkmap, nr)
    assert getattr(nu, tabel) == msgspec.structs.replace(getattr(was, tabel), **g.wordt) != getattr(was, tabel)
    assert msgspec.structs.replace(nu, **{tabel: getattr(was, tabel)}) == was
    _gaaf(klacht)


def test_de_dag_en_de_inhoud_tegelijk(klacht: Klacht, beslist: dict[str, int], werkmap: Werkmap) -> None:
    """The day is of the act, the strekking of what it holds; both in one correction, and a later one keeps both."""
    nr = str(beslist["beslissing_genomen"])
    anders = ("--zet", "strekking=Anders.", "--zet", "op=2026-05-26")
    klacht("corrigeer", "1", nr, "--zet", "op=2026-05-25", "--reden", "x").eis_fout(3, "correctie-botst", "26 mei 2026")
    uit = klacht("corrigeer", "1", nr, *anders, "--reden", "x", "--json")
    assert (uit.code, uit.json["veranderd"]) == (0, ["beslissing", "op"])
    assert klacht("corrigeer", "1", nr, "--zet", "motivering=Daarom.", "--reden", "x").code == 0
    b = _geldt(werkmap, int(nr)).beslissing
    assert (b.strekking, b.motivering, b.voor_klager) == ("Anders.", "Daarom.", "Het team krijgt begeleiding.")


@pytest.mark.parametrize(
    ("soort", "naam"),
    [("beslissing_genomen", "beslissing"), ("advies_uitgebracht", "advies"), ("contact_vermeld", "adres"),
     ("betrokkene_vermeld", "betrokkene")],
)  # fmt: skip
def test_met_een_heel_voorbeeldbestand(
    soort: str, naam: str, klacht: Klacht, beslist: dict[str, int], werkmap: Werkmap
) -> None:
    """The very file that the act reads: every key in it counts, what it does not name stays."""
    nr, tabel = beslist[soort], TABEL[soort]
    was, tekst = getattr(_geldt(werkmap, nr), tabel), klacht("voorbeeld", naam).uit
    uit = klacht("corrigeer", "1", str(nr), "--met", "-", "--reden", "verkeerd bestand", invoer=tekst)
    assert uit.code == 0, uit
    nu = getattr(_geldt(werkmap, nr), tabel)
    assert nu == msgspec.convert(msgspec.to_builtins(was) | tomllib.loads(tekst), type(was)) != was


@pytest.mark.parametrize(
    ("soort", "velden"),
    [("beslissing_genomen", "op, strekking, beslissing, motivering, wijkt_af, reden_afwijking, voor_klager, voor_"),
     ("advies_uitgebracht", "op, strekking, advies, aard, onderdeel, maatregel, voor, tegen, onthouding, meerderheid"),
     ("betrokkene_vermeld", "op, betrokkene, naam, rol, aanhef, adres, postcode, plaats, email, telefoon, functie")],
)  # fmt: skip
@pytest.mark.parametrize("hoe", ["--zet", "--met"])
def test_een_onbekend_veld_noemt_ook_wat_erin_staat(
    soort: str, velden: str, hoe: str, klacht: Klacht, beslist: dict[str, int], werkmap: Werkmap
) -> None:
    eerst = _bytes(werkmap)
    wat = "uitkomst=Anders." if hoe == "--zet" else "-"
    klacht("corrigeer", "1", str(beslist[soort]), hoe, wat, "--reden", "x", invoer='uitkomst = "Anders."').eis_fout(
        2, "veld-onbekend", f"'uitkomst' is geen veld van {soort.replace('_', ' ')}", f"Er zijn: {velden}"
    )
    assert _bytes(werkmap) == eerst


def test_de_brief_zegt_wat_is_gecorrigeerd_en_wat_er_al_stond(klacht: Klacht, beslist: dict[str, int]) -> None:
    nr = str(beslist["beslissing_genomen"])
    assert klacht("corrigeer", "1", nr, "--zet", "strekking=De klacht is ongegrond", "--reden", "x").code == 0
    uit = klacht("brief", "1", "beslissing", "--aan", "klager", "--json")
    assert uit.code == 0, uit
    tekst = "\n".join(p.text for p in Document(uit.json["bestand"]).paragraphs)
    for zin in ("De klacht is ongegrond.", "Het advies is goed onderbouwd.", "Het team krijgt begeleiding."):
        assert zin in tekst
    assert "voor een deel gegrond" not in tekst


def test_elke_soort_brief_wordt_eenmaal_genoemd(klacht: Klacht, verloop: dict[str, int]) -> None:
    """However often it went out."""
    for opdracht in ("brief 1 afschrift-klacht --aan aangeklaagde", "brief 1 afschrift-klacht --verzonden 2026-05-26"):
        assert klacht(*opdracht.split()).code == 0, opdracht
    nr = str(verloop["ontvankelijk_bevonden"])
    uit = klacht("corrigeer", "1", nr, "--zet", "op=2026-05-19", "--reden", "verschreven")
    assert "die het oude kunnen noemen: mededeling-ontvankelijk, afschrift-klacht.\n" in uit.uit


# ---- heropenen ----


def test_een_gesloten_zaak_heropenen_en_corrigeren(klacht: Klacht, verloop: dict[str, int], werkmap: Werkmap) -> None:
    """In a closed case nothing is corrected; opened again, with the reason in the history, it is."""
    nr = str(verloop["hoorzitting_gepland"])
    assert klacht("sluit", "1", "--reden", "vergissing").code == 0
    assert klacht("lijst", "--json").json == []
    eerst = _bytes(werkmap)
    klacht("corrigeer", "1", nr, "--vervalt", "--reden", "x").eis_fout(3, "zaak-gesloten", "klacht heropen K2026-001")
    assert _bytes(werkmap) == eerst
    uit = klacht("heropen", "1", "--reden", "-", "--json", invoer="verkeerde zaak gesloten\n")
    assert (uit.code, uit.json["gebeurtenis"]) == (0, "zaak_heropend")
    assert [r["zaak"] for r in klacht("lijst", "--json").json] == ["K2026-001"]
    assert klacht("corrigeer", "1", nr, "--vervalt", "--reden", "x").code == 0
    assert "verkeerde zaak gesloten" in klacht("toon", "1").uit
    assert klacht("audit", "controleer", "--json").json["lopend"] == 1
    assert klacht("sluit", "1", "--reden", "nu echt").code == 0
    assert klacht("audit", "controleer", "--json").json["lopend"] == 0
