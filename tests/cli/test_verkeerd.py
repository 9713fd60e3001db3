"""What goes wrong in a secretariat, one row each: what is typed, the refusal in its words, and nothing recorded."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from docx import Document

from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak.klaagschrift import Bijlage, Gedraging, OndernomenStap, Persoon

Klacht = Callable[..., Any]
Bevries = Callable[[str], Any]
Zaak = Callable[..., str]
Naar = Callable[[str], None]

ADRES = 'adres = "Plein 2"\npostcode = "2511 CR"\nplaats = "Den Haag"\n'
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
ADVIES = (VOORBEELDEN / "advies.toml").read_text(encoding="utf-8")
BESLISSING = (VOORBEELDEN / "beslissing.toml").read_text(encoding="utf-8")
UITNODIGINGEN = (
    "brief 1 --alle", "brief 1 uitnodiging-klager --verzonden {dag}",
    "brief 1 uitnodiging-aangeklaagde --verzonden {dag}",
)  # fmt: skip
# How far the case is: its name, the day, and what is typed to come there ('{dag}' is that day).
WEG: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ontvangen", "2026-04-24", ()),
    ("compleet", "2026-05-06", ("toets 1", "besluit 1 compleet --op {dag}")),
    ("ontvankelijk", "2026-05-20", ("besluit 1 ontvankelijk", "commissie 1")),
    ("bereikbaar", "2026-05-20", ("adres 1 aangeklaagde -",)),
    (
        "gepland",
        "2026-05-20",
        ("hoor 1 2026-06-09 --wie klager --tijd 10:00", "hoor 1 2026-06-09 --wie aangeklaagde --tijd 13:30"),
    ),
    ("uitgenodigd", "2026-05-21", UITNODIGINGEN),
    ("gehoord", "2026-06-10", ("hoor 1 --gehouden 2026-06-09",)),
    ("verslagen", "2026-06-16", ("verslag 1 --van klager", "verslag 1 --van aangeklaagde")),
    ("feiten", "2026-06-16", ("feiten 1 --verzonden {dag}", "brief 1 feitenoverzicht")),
    ("feiten weg", "2026-06-16", ("brief 1 feitenoverzicht --verzonden {dag}",)),
    ("feiten gesloten", "2026-06-30", ("feiten 1 --gesloten {dag}",)),
    ("geadviseerd", "2026-07-01", ("adviseer 1 ADVIES", "brief 1 advies")),
    ("advies ontvangen", "2026-07-02", ("brief 1 advies --verzonden {dag}", "adviseer 1 --ontvangen {dag}")),
    ("verdaagd", "2026-07-20", ("verdaag 1 beslissing --met P4W --reden zomer",)),
    ("beslist", "2026-08-20", ("brief 1 verdaging-beslissing --verzonden {dag}", "beslis 1 BESLISSING")),
)


@pytest.fixture(scope="module")
def standen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each stage of WEG is kept once it was reached: the work folder and its key ring."""
    return tmp_path_factory.mktemp("standen")


@pytest.fixture
def naar(klacht: Klacht, zaak: Zaak, bevries: Bevries, werkmap: Werkmap, standen: Path) -> Naar:
    """Take case 1 as far as a stage of WEG; the clock then stands on its day."""
    hier = werkmap.pad.parent

    def ga(tot: str) -> None:
        namen = [stand for stand, _, _ in WEG]
        begin = max(
            (n for n, naam in enumerate(namen[: namen.index(tot) + 1]) if (standen / naam).exists()), default=-1
        )
        if begin < 0:
            zaak()
        else:
            _zet_over(standen / namen[begin], hier)
            bevries(f"{WEG[begin][1]}T10:00")
        for stand, dag, opdrachten in WEG[begin + 1 : namen.index(tot) + 1]:
            bevries(f"{dag}T10:00")
            for opdracht in opdrachten:
                invoer = next((t for naam, t in _BESTANDEN.items() if naam in opdracht), ADRES)
                uit = klacht(*_woorden(opdracht.format(dag=dag)), invoer=invoer)
                assert uit.code == 0, (opdracht, uit)
            _zet_over(hier, standen / stand)

    return ga


def _zet_over(van: Path, naar: Path) -> None:
    """The journal, its letters and its key ring to another place, over what is there."""
    for deel in ("sleutels", "zaken/brieven"):
        shutil.rmtree(naar / deel, ignore_errors=True)
        if (van / deel).is_dir():
            shutil.copytree(van / deel, naar / deel)
    (naar / "zaken").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(van / "zaken" / "journaal.sqlite", naar / "zaken" / "journaal.sqlite")


_BESTANDEN = {"ADVIES": ADVIES, "BESLISSING": BESLISSING}


def _woorden(opdracht: str) -> list[str]:
    """What is typed as words; a name of _BESTANDEN is read from standard input."""
    return ["-" if w in _BESTANDEN else w for w in shlex.split(opdracht)]


def _stand(werkmap: Werkmap) -> dict[str, bytes]:
    """The journal and every letter."""
    bestanden = [werkmap.pad / "journaal.sqlite", *(werkmap.pad / "brieven").rglob("*.docx")]
    return {str(p): p.read_bytes() for p in bestanden}


def _aantal(klacht: Klacht) -> int:
    """How many entries the journal has; that it is sound is part of the question."""
    uit = klacht("audit", "controleer", "--json")
    assert uit.code == 0, uit
    aantal: int = uit.json["vastleggingen"]
    return aantal


class Geval(NamedTuple):
    """How far the case is, what is typed (and on standard input), and the refusal: exit code, code, words, and why."""

    na: str
    typt: str
    code: int
    stabiel: str
    woorden: tuple[str, ...]
    waarom: str
    invoer: str = ""


def _advies(*regels: str, zonder: tuple[str, ...] = ()) -> str:
    """The example of an advice without some of its keys, and with others; they stand before the first table."""
    kop, tabel, rest = ADVIES.partition("[[onderdeel]]")
    namen = [*zonder, *(r.split(" ")[0] for r in regels)]
    kop = "\n".join(r for r in kop.splitlines() if not r.startswith(tuple(f"{n} =" for n in namen)))
    return "\n".join([kop, *regels, tabel]) + rest


def _beslissing(*regels: str) -> str:
    namen = tuple(f"{r.split(' ')[0]} =" for r in regels)
    return "\n".join([*(r for r in BESLISSING.splitlines() if not r.startswith(namen)), *regels])


GEVALLEN = (
    # ---- buiten de volgorde ----
    Geval("ontvangen", "besluit 1 ontvankelijk", 3, "eerst-iets-anders",
          ("de klacht compleet is", "art. 10 lid 1", "klacht besluit K2026-001 compleet"),
          "ontvankelijk voordat de klacht compleet is"),
    Geval("compleet", "hoor 1 2026-06-09", 3, "eerst-iets-anders",
          ("ontvankelijk is bevonden", "art. 11 lid 1", "klacht besluit K2026-001 ontvankelijk"),
          "horen voordat de klacht ontvankelijk is"),
    Geval("ontvankelijk", "hoor 1 --gehouden 2026-05-20", 3, "eerst-iets-anders",
          ("de hoorzitting is gepland", "art. 11 lid 1", "klacht hoor K2026-001 DATUM"),
          "gehoord zonder dat er een zitting was"),
    Geval("ontvankelijk", "verslag 1", 3, "eerst-iets-anders",
          ("de hoorzitting is gehouden", "art. 11 lid 2", "klacht hoor K2026-001 --gehouden DATUM"),
          "een verslag van een zitting die er niet was"),
    Geval("gehoord", "hoor 1 --gehouden 2026-06-10", 3, "geen-zitting",
          ("is op 10 juni 2026 geen hoorzitting gepland", "klacht hoor K2026-001 DATUM"),
          "gehoord op een andere dag dan gepland"),
    Geval("verslagen", "feiten 1 --gesloten 2026-06-16", 3, "eerst-iets-anders",
          ("het feitenoverzicht is verzonden", "art. 12 lid 1", "klacht feiten K2026-001 --verzonden DATUM"),
          "reacties gesloten voordat partijen iets kregen"),
    Geval("verslagen", "feiten 1 --reactie-van klager", 3, "eerst-iets-anders",
          ("het feitenoverzicht is verzonden", "art. 12 lid 1"), "een reactie op wat niet is verzonden"),
    Geval("feiten gesloten", "adviseer 1 --ontvangen 2026-06-30", 3, "eerst-iets-anders",
          ("het advies is uitgebracht", "art. 13 lid 1", "klacht adviseer K2026-001 BESTAND"),
          "het advies ontvangen voordat het er was"),
    Geval("geadviseerd", "beslis 1 -", 3, "eerst-iets-anders",
          ("de werkgever het advies heeft ontvangen", "art. 13 lid 1", "klacht adviseer K2026-001 --ontvangen DATUM"),
          "beslist voordat het advies was ontvangen", BESLISSING),
    Geval("geadviseerd", "verdaag 1 beslissing --met P1W --reden zomer", 3, "eerst-iets-anders",
          ("art. 13 lid 3", "klacht adviseer K2026-001 --ontvangen DATUM"),
          "een termijn verdaagd die nog niet loopt"),
    Geval("geadviseerd", "hoor 1 2026-07-15", 3, "al-gebeurd", ("het advies is uitgebracht", "art. 11 lid 1"),
          "horen na het advies"),
    Geval("geadviseerd", "bemiddel 1 aanvaard --door klager", 3, "al-gebeurd",
          ("het advies is uitgebracht", "art. 10 lid 1"), "bemiddelen na het advies"),
    Geval("ontvangen", "bemiddel 1 geslaagd", 3, "eerst-iets-anders", ("bemiddeling is aanvaard",),
          "een bemiddeling geslaagd die nooit begon"),
    Geval("ontvangen", "voorziening 1 overlegd", 3, "eerst-iets-anders",
          ("om een tijdelijke voorziening is gevraagd", "art. 12 lid 4"), "overleg waar niemand om vroeg"),
    Geval("ontvankelijk", "onderzoek 1 bevindingen", 3, "eerst-iets-anders",
          ("ter plaatse onderzoek is gedaan", "art. 11 lid 7"), "bevindingen van een onderzoek dat er niet was"),
    Geval("advies ontvangen", "beslis 1 --commissie-geinformeerd 2026-07-02", 3, "eerst-iets-anders",
          ("op het advies is beslist", "art. 13 lid 2"), "de commissie hoort van een beslissing die er niet is"),
    Geval("beslist", "trek-in 1", 3, "al-gebeurd", ("op het advies is beslist",), "ingetrokken na de beslissing"),
    Geval("geadviseerd", "brief 1 advies --verzonden 2026-06-30", 3, "dag-te-vroeg",
          ("30 juni 2026", "1 juli 2026", "klacht brief K2026-001 advies --eigen --verzonden DATUM"),
          "verzonden voordat hij was gemaakt"),
    Geval("uitgenodigd", "brief 1 uitnodiging-klager --verzonden 2026-05-21", 3, "brief-al-verzonden",
          ("al als verzonden: 21 mei 2026",), "al verzonden"),
    Geval("ontvangen", "heropen 1 --reden nieuw", 3, "eerst-iets-anders", ("is niet gesloten",),
          "heropend wat niet gesloten is"),
    Geval("ontvankelijk", "besluit 1 niet-ontvankelijk --reden oud", 3, "al-gebeurd",
          ("de klacht ontvankelijk is bevonden", "art. 10 lid 4"), "niet-ontvankelijk na ontvankelijk"),
    # ---- op een dag die niet kan ----
    Geval("ontvangen", "trek-in 1 --op 2026-04-23", 3, "dag-te-vroeg",
          ("23 april 2026 ligt vóór 24 april 2026", "het klaagschrift is ontvangen"), "vóór het klaagschrift"),
    Geval("ontvangen", "adres 1 klager - --op 2026-04-23", 3, "dag-te-vroeg",
          ("24 april 2026", "het klaagschrift is ontvangen"), "een adres vóór het klaagschrift", ADRES),
    Geval("compleet", "besluit 1 ontvankelijk --op 2026-05-05", 3, "dag-te-vroeg",
          ("5 mei 2026 ligt vóór 6 mei 2026", "de klacht compleet is", "art. 10 lid 1"),
           "beslist voor zij compleet was"),
    Geval("compleet", "besluit 1 ontvankelijk --op 2026-05-07", 3, "dag-in-de-toekomst",
          ("7 mei 2026 moet nog komen",), "een besluit van morgen"),
    Geval("uitgenodigd", "hoor 1 --gehouden 2026-06-09", 3, "dag-in-de-toekomst", ("9 juni 2026 moet nog komen",),
          "een zitting die nog moet komen is niet gehouden"),
    Geval("ontvankelijk", "commissie 1 --leden 4,2,3 --op 2026-06-01", 3, "dag-in-de-toekomst",
          ("1 juni 2026 moet nog komen",), "een commissie van straks"),
    Geval("ontvankelijk", "hoor 1 2026-06-09 --stukken-tot 2026-06-10", 3, "dag-te-vroeg",
          ("de hoorzitting (9 juni 2026)", "de laatste dag voor stukken (10 juni 2026)"), "stukken na de zitting"),
    Geval("gehoord", "verslag 1 --van aangeklaagde --op 2026-06-08", 3, "dag-te-vroeg",
          ("8 juni 2026", "9 juni 2026"), "een verslag van voor het gesprek"),
    Geval("feiten gesloten", "adviseer 1 - --op 2026-07-01", 3, "dag-in-de-toekomst", ("1 juli 2026 moet nog komen",),
          "een advies van morgen", ADVIES),
    # ---- verdagen ----
    Geval("verdaagd", "verdaag 1 beslissing --met P1W --reden nogmaals", 3, "beslissing-al-verdaagd",
          ("al verdaagd tot en met 27 augustus 2026", "art. 13 lid 3 kent één verdaging van ten hoogste 4 weken"),
          "een tweede verdaging van de beslissing"),
    Geval("verdaagd", "verdaag 1 beslissing --met P1W --reden nogmaals --toch echt", 3, "beslissing-al-verdaagd",
          ("art. 13 lid 3",), "ook een reden maakt geen tweede verdaging"),
    Geval("advies ontvangen", 'verdaag 1 beslissing --met "5 weken" --reden zomer', 3, "verdaging-te-lang",
          ("ten hoogste 4 weken", "tot 27 augustus 2026, niet tot 3 september 2026", "art. 13 lid 3"), "vijf weken"),
    Geval("advies ontvangen", "verdaag 1 beslissing --tot 2026-08-28 --reden zomer", 3, "verdaging-te-lang",
          ("tot 27 augustus 2026, niet tot 28 augustus 2026",), "een dag langer dan vier weken"),
    Geval("advies ontvangen", "verdaag 1 beslissing --met P4W", 3, "reden-ontbreekt", ("art. 13 lid 3", "--reden -"),
          "een verdaging zonder reden"),
    Geval("advies ontvangen", "verdaag 1 beslissing --met P4W --reden -", 3, "reden-ontbreekt", ("art. 13 lid 3",),
          "een lege reden is geen reden", " \n"),
    Geval("ontvankelijk", "verdaag 1 advies --tot 2026-07-15", 3, "verdaging-niet-later",
          ("15 juli 2026 is niet later dan nu: 15 juli 2026",), "verdaagd tot de dag die er al stond"),
    # ---- horen en de commissie ----
    Geval("ontvankelijk", "hoor 1 2027-04-27", 3, "vraagt-een-reden",
          ("dinsdag 27 april 2027 is geen werkdag: Koningsdag", "kies een andere dag", "--toch REDEN"), "Koningsdag"),
    Geval("ontvankelijk", "hoor 1 2026-06-07", 3, "vraagt-een-reden",
          ("zondag 7 juni 2026 is geen werkdag", "kies een andere dag"), "een zondag"),
    Geval("gepland", "hoor 1 2026-05-25 --wie klager", 3, "vraagt-een-reden",
          ("maandag 25 mei 2026 is geen werkdag: Tweede Pinksterdag",), "verplaatst naar tweede pinksterdag"),
    Geval("ontvankelijk", "commissie 1 --leden 1,2", 3, "vraagt-een-reden",
          ("art. 7 lid 4", "er zitten 2 leden in", "een voorzitter en twee leden is de regel", "het politieke deel"),
          "een commissie van twee"),
    Geval("ontvankelijk", "commissie 1 --leden 2,3,5", 3, "vraagt-een-reden",
          ("art. 7 lid 4", "geen voorzitters"), "een commissie zonder voorzitter"),
    Geval("ontvankelijk", "commissie 1 --leden 1,4,3", 3, "vraagt-een-reden",
          ("er zitten 2 voorzitters in", "geen lid in namens het ambtelijke deel"), "twee voorzitters"),
    Geval("ontvankelijk", "commissie 1 --leden 1,2,9", 2, "lid-onbekend", ("geen lid 9", "er zijn er 5"),
          "een lid dat er niet is"),
    Geval("ontvankelijk", "commissie 1 --leden een,twee", 2, "geen-nummers", ("1,2,5", "klacht commissie"),
          "leden zijn nummers, geen namen"),
    Geval("ontvankelijk", "commissie 1", 2, "commissie-zo-al", ("al zo samengesteld",), "tweemaal dezelfde commissie"),
    Geval("gepland", "hoor 1 2026-06-11 --tijd 10:00", 2, "tijd-voor-ieder",
          ("art. 11 lid 5", "--wie PARTIJ", "--samen"), "apart horen op hetzelfde uur"),
    Geval("gepland", "hoor 1 2026-06-11 --tijd 25:00", 2, "geen-tijd", ("10:00",), "vijfentwintig uur"),
    Geval("gehoord", "verslag 1", 2, "van-wie", ("er zijn 2 gesprekken", "--van"), "twee gesprekken: welk verslag"),
    Geval("gehoord", "verslag 1 --van klager --delen niet", 3, "vraagt-een-reden",
          ("art. 12 lid 1 en 5", "niet gedeeld", "--reden"), "een verslag achterhouden zonder reden"),
    Geval("gehoord", "verslag 1 --van klager --delen met-weglatingen --reden ' '", 3, "vraagt-een-reden",
          ("met weglatingen", "--reden"), "weglatingen met een lege reden"),
    Geval("gehoord", "feiten 1 --verzonden 2026-06-10", 3, "vraagt-een-reden",
          ("art. 11 lid 2", "maak van elk gesprek een verslag", "klacht verslag K2026-001"),
          "feitenoverzicht zonder hoorverslagen"),
    Geval("feiten", "feiten 1 --gesloten 2026-06-16", 3, "vraagt-een-reden",
          ("zend de hoorverslagen en het feitenoverzicht (aan de klager)", "(aan de aangeklaagde)",
           "--verzonden DATUM"),
          "reacties gesloten terwijl de brieven nog op tafel liggen"),
    Geval("feiten weg", "feiten 1 --gesloten 2026-06-16", 3, "vraagt-een-reden",
          ("art. 12 lid 1: partijen kunnen reageren tot en met 30 juni 2026", "nog niet ieder deed dat", "--toch"),
          "reacties gesloten terwijl partijen nog twee weken hebben"),
    # ---- niet-ontvankelijk ----
    Geval("compleet", "besluit 1 advies-niet-ontvankelijk --reden oud", 3, "vraagt-een-reden",
          ("art. 10 lid 4", "om aanvulling is gevraagd", "de grond waarop het advies rust"),
           "zonder kans en zonder grond"),
    Geval("compleet", "besluit 1 advies-niet-ontvankelijk --grond 9.9.z --reden oud", 3, "grond-onbekend",
          ("9.9.z", "9.5.b"), "een grond die de regeling niet kent"),
    # ---- advies en beslissing ----
    Geval("feiten gesloten", "adviseer 1 -", 3, "vraagt-een-reden",
          ("art. 12 lid 7", "hoe er is gestemd (voor, tegen, onthouding)"), "een advies zonder stemming",
          _advies(zonder=("voor", "tegen", "onthouding"))),
    Geval("feiten gesloten", "adviseer 1 -", 3, "vraagt-een-reden",
          ("art. 12 lid 7", "noem beide standpunten (meerderheid en minderheid)"), "een minderheid zonder standpunt",
          _advies("voor = 2", "tegen = 1")),
    Geval("feiten gesloten", "adviseer 1 -", 3, "vraagt-een-reden", ("meerderheid en minderheid",),
          "alleen het standpunt van de meerderheid", _advies("voor = 2", "tegen = 1", 'meerderheid = "Zo is het."')),
    Geval("feiten gesloten", "adviseer 1 -", 3, "vraagt-een-reden",
          ("er zijn 4 stemmen, en de commissie heeft 3 leden",), "meer stemmen dan leden", _advies("voor = 4")),
    Geval("feiten gesloten", "adviseer 1 -", 3, "vraagt-een-reden",
          ("art. 12 lid 7", "dit is geen stemming", "0 voor"), "niemand stemde", _advies("voor = 0")),
    Geval("feiten gesloten", "adviseer 1 -", 3, "vraagt-een-reden",
          ("2 tegen: dan is dit niet het advies",), "een advies dat geen meerderheid had",
          _advies("voor = 1", "tegen = 2", 'meerderheid = "Ja."', 'minderheid = "Nee."')),
    Geval("feiten gesloten", "adviseer 1 -", 3, "vraagt-een-reden",
          ("art. 12 lid 5", "of het hoorverslag erbij gaat", "reden_zonder_verslag"), "een advies zonder hoorverslag",
          _advies(zonder=("hoorverslag",))),
    Geval("feiten gesloten", "adviseer 1 -", 3, "vraagt-een-reden",
          ("art. 12 lid 5", "het hoorverslag gaat niet mee, en er staat niet bij waarom"),
          "het hoorverslag blijft thuis zonder reden", _advies("hoorverslag = false")),
    Geval("feiten weg", "adviseer 1 -", 3, "vraagt-een-reden",
          ("de reacties op het feitenoverzicht binnen of gesloten zijn", "klacht feiten K2026-001 --gesloten DATUM"),
          "een advies voordat partijen konden reageren", ADVIES),
    Geval("feiten gesloten", "adviseer 1 -", 2, "bestand-fout", ("aard[1]", "onbekende keuze", "preventief"),
          "een aard die art. 12 lid 5 niet kent", _advies('aard = ["straf"]')),
    Geval("feiten gesloten", "adviseer 1 -", 2, "bestand-leeg", ("het advies is leeg",), "een leeg bestand", ""),
    Geval("geadviseerd", "adviseer 1 --ontvangen 2026-07-01", 3, "vraagt-een-reden",
          ("zend het advies (aan de werkgever)", "klacht brief K2026-001 advies --verzonden DATUM"),
          "ontvangen terwijl het nooit is verzonden"),
    Geval("verdaagd", "beslis 1 -", 3, "vraagt-een-reden",
          ("art. 13 lid 3", "deel mee dat de beslissing later komt",
           "verdaging-beslissing --aan klager --verzonden DATUM"),
          "beslist terwijl de verdaging niet is meegedeeld", BESLISSING),
    Geval("advies ontvangen", "beslis 1", 3, "vraagt-een-reden", ("wat de werkgever heeft beslist (strekking)",),
          "een beslissing die niets zegt"),
    Geval("advies ontvangen", "beslis 1 -", 3, "vraagt-een-reden", ("Awb 9:16", "reden_afwijking"),
          "afwijken van het advies zonder reden", _beslissing("wijkt_af = true")),
    Geval("advies ontvangen", "beslis 1 -", 3, "vraagt-een-reden", ("voor_aangeklaagde heeft 2 teksten",),
          "twee teksten voor één aangeklaagde", _beslissing('voor_aangeklaagde = ["Een.", "Twee."]')),
    # ---- wie is dat ----
    Geval("bereikbaar", "brief 1 afschrift-klacht --aan buurman", 2, "wie-onbekend", ("aangeklaagde-1",),
          "een brief aan wie er niets mee te maken heeft"),
    Geval("bereikbaar", "brief 1 afschrift-klacht --aan klager", 2, "wie-onbekend", ("aangeklaagde-1",),
          "het afschrift is niet voor de klager"),
    Geval("bereikbaar", "brief 1 ontvangstbevestiging --aan aangeklaagde", 2, "wie-onbekend", ("kies uit klager",),
          "de ontvangstbevestiging is niet voor de aangeklaagde"),
    Geval("ontvangen", "bemiddel 1 aanvaard --door getuige", 2, "wie-onbekend", ("klager, aangeklaagde-1",),
          "een getuige bemiddelt niet mee"),
    Geval("ontvangen", "bemiddel 1 aanvaard", 2, "wie-onbekend", ("klager, aangeklaagde-1", "--door"),
          "aanvaard, door niemand"),
    Geval("ontvangen", "nazorg 1 --aan werkgever", 2, "wie-onbekend", ("klager, aangeklaagde-1",),
          "nazorg is voor partijen"),
    Geval("ontvangen", "adres 1 aangeklaagde-2 -", 2, "wie-onbekend", ("klager, aangeklaagde-1",),
          "een tweede aangeklaagde is er niet", ADRES),
    Geval("ontvankelijk", "hoor 1 2026-06-09 --wie getuige", 2, "wie-onbekend", ("klager, aangeklaagde-1",),
          "een getuige is geen partij"),
    Geval("feiten weg", "feiten 1 --reactie-van werkgever", 2, "wie-onbekend", ("klager, aangeklaagde-1",),
          "de werkgever reageert niet op de feiten"),
    Geval("ontvangen", "voorziening 1 gevraagd --door buurman --grond welzijn", 2, "wie-onbekend",
          ("klager, aangeklaagde-1, commissie, werkgever",), "wie om een voorziening kan vragen"),
    Geval("ontvangen", "betrek 1 -", 2, "voor-wie", ("art. 11 lid 3", 'voor = "klager"'), "een raadsman van niemand",
          'naam = "Mr. X"\nrol = "raadsman"\n'),
    Geval("ontvangen", "betrek 1 -", 2, "wie-onbekend", ("klager, aangeklaagde-1",), "een raadsman van de buurman",
          'naam = "Mr. X"\nrol = "raadsman"\nvoor = "buurman"\n'),
    # ---- half ingevuld ----
    Geval("ontvangen", "adres 1 klager -", 2, "adres-leeg", ("niets in om vast te leggen",), "een adres zonder adres",
          "#\n"),
    Geval("ontvangen", "voorziening 1 gevraagd --door klager", 2, "voorziening-onvolledig", ("--grond",
          "art. 12 lid 4"),
          "een voorziening zonder grond"),
    Geval("compleet", "bemiddel 1 opgeschort", 2, "instemming-ontbreekt",
          ("schriftelijke instemming van de klager", "--instemming-op DATUM"), "stilstand zonder instemming"),
    Geval("ontvangen", "heropen 1", 2, "reden-ontbreekt", ("--reden -",), "heropenen zonder reden"),
    Geval("ontvangen", "heropen 1 --reden -", 2, "reden-ontbreekt", ("--reden -",), "heropenen met een lege reden",
          " \n"),
    Geval("ontvangen", "sluit 1 --reden ' '", 3, "nog-niet-klaar", ("bevestig de ontvangst", "--reden -"),
          "sluiten met een lege reden"),
    Geval("bereikbaar", "brief 1 --verzonden 2026-05-20", 2, "welke-brief", ("klacht brief 1",), "welke brief is weg"),
    Geval("bereikbaar", "brief 1 beslissing --eigen", 2, "opties-botsen", ("--verzonden DATUM",),
          "een eigen brief is er pas als hij weg is"),
    Geval("bereikbaar", "brief 1 afschrift-klacht --verzonden 2026-05-20", 3, "brief-niet-gemaakt",
          ("klacht brief K2026-001 afschrift-klacht",), "verzonden voordat hij gemaakt was"),
    Geval("bereikbaar", "brief 1 doorverwijzing --gegevens -", 2, "gegevens-fout",
          ("rout: hoort niet bij deze brief", "route, route_bron, stukken_terug"), "een gegeven dat de brief niet kent",
          'rout = "x"\n'),
    Geval("ontvankelijk", "brief 1 advies", 3, "brief-onvolledig",
          ("- wanneer het advies is uitgebracht: klacht adviseer K2026-001 BESTAND",), "het advies voordat het er is"),
    Geval("bereikbaar", "brief 1 doorverwijzing", 3, "brief-onvolledig",
          ("route:", "klacht brief K2026-001 doorverwijzing --gegevens BESTAND"), "zonder wat de secretaris schrijft"),
)  # fmt: skip


@pytest.mark.parametrize("g", GEVALLEN, ids=[f"{g.waarom} ({g.na})" for g in GEVALLEN])
def test_dit_wordt_geweigerd_en_er_wordt_niets_vastgelegd(
    g: Geval, klacht: Klacht, naar: Naar, werkmap: Werkmap
) -> None:
    naar(g.na)
    eerst = _stand(werkmap)
    klacht(*shlex.split(g.typt), invoer=g.invoer).eis_fout(g.code, g.stabiel, *g.woorden)
    assert _stand(werkmap) == eerst


# ---- wat wordt vastgelegd, en toch te zien blijft ----

TE_LAAT = [
    ("advies ontvangen", "2026-08-05", "verdaag 1 beslissing --met P4W --reden zomer", "beslissing op het advies",
     "Verdaagd op 5 augustus 2026, na de laatste dag (30 juli 2026).", "art. 13 lid 3: na de vier weken"),
    ("ontvankelijk", "2026-07-20", "verdaag 1 advies --tot 2026-08-12", "advies aan de werkgever",
     "Verdaagd op 20 juli 2026, na de laatste dag (15 juli 2026).", "art. 12 lid 3: na de acht weken"),
]  # fmt: skip


@pytest.mark.parametrize(("na", "dag", "typt", "termijn", "zin", "waarom"), TE_LAAT, ids=[t[5] for t in TE_LAAT])
def test_te_laat_verdaagd_blijft_te_zien(
    na: str, dag: str, typt: str, termijn: str, zin: str, waarom: str, klacht: Klacht, naar: Naar, bevries: Bevries
) -> None:
    """It happened, so it is recorded; that it came too late is told at once, and in `termijnen` ever after."""
    naar(na)
    if na == "ontvankelijk":  # the letter of the verdaging goes to somebody who can be reached
        assert klacht("adres", "1", "aangeklaagde", "-", invoer=ADRES).code == 0
    bevries(f"{dag}T10:00")
    uit = klacht(*shlex.split(typt))
    assert uit.code == 0, uit
    assert f"Let op: {zin}" in uit.uit
    bevries("2026-08-10T10:00")
    assert f"Let op: K2026-001 {termijn}: {zin}" in klacht("termijnen", "1").uit


# ---- --toch ----

TOCH = [
    ("ontvankelijk", "hoor 1 2026-06-07", 1, "zondag 7 juni 2026 is geen werkdag", "alleen dan kan de klager"),
    ("ontvankelijk", "commissie 1 --leden 1,2", 1, "er zitten 2 leden in", "een lid is ziek"),
    ("gehoord", "feiten 1 --verzonden 2026-06-10", 1, "maak van elk gesprek een verslag", "de verslagen volgen"),
    ("feiten weg", "feiten 1 --gesloten 2026-06-16", 1, "partijen kunnen reageren tot en met 30 juni 2026",
     "beiden zien ervan af"),
    ("compleet", "besluit 1 advies-niet-ontvankelijk --grond 10.2", 1, "om aanvulling is gevraagd", "geen kans meer"),
]  # fmt: skip


@pytest.mark.parametrize(("na", "typt", "erbij", "gebrek", "reden"), TOCH, ids=[t[1] for t in TOCH])
@pytest.mark.parametrize("hoe", ["getypt", "standaardinvoer"])
def test_met_een_reden_kan_het_wel(
    na: str, typt: str, erbij: int, gebrek: str, reden: str, hoe: str, klacht: Klacht, naar: Naar
) -> None:
    """Refused without; recorded with, together with what was lacking, and the reason stands in the history."""
    naar(na)
    klacht(*typt.split()).eis_fout(3, "vraagt-een-reden", gebrek, "--toch REDEN", "--toch -")
    voor = _aantal(klacht)
    uit = klacht(*typt.split(), "--toch", reden if hoe == "getypt" else "-", invoer=f"{reden}\n")
    assert uit.code == 0, uit
    assert "Let op: Met uw reden is vastgelegd: " in uit.uit
    assert gebrek in uit.uit
    assert _aantal(klacht) == voor + 1 + erbij
    verloop = klacht("toon", "1", "--json").json["verloop"]
    assert verloop[-1]["soort"] == "afwijking_vastgelegd"
    assert f"reden: {reden}" in verloop[-1]["bijzonderheden"]


@pytest.mark.parametrize("hoe", [("--toch", ""), ("--toch", "  "), ("--toch", "-")], ids=["leeg", "wit", "lege invoer"])
def test_een_lege_reden_is_geen_reden(hoe: tuple[str, str], klacht: Klacht, naar: Naar, werkmap: Werkmap) -> None:
    naar("ontvankelijk")
    eerst = _stand(werkmap)
    klacht("hoor", "1", "2026-06-07", *hoe, invoer=" \n").eis_fout(3, "vraagt-een-reden", "geen werkdag")
    assert _stand(werkmap) == eerst


def test_toch_terwijl_er_niets_ontbreekt(klacht: Klacht, naar: Naar) -> None:
    """The act is done; a reason that was not needed is not kept, and that is said."""
    naar("ontvankelijk")
    voor = _aantal(klacht)
    uit = klacht("hoor", "1", "2026-06-09", "--toch", "voor de zekerheid")
    assert uit.code == 0
    assert "Alles was in orde; de reden bij --toch was niet nodig en is niet vastgelegd." in uit.uit
    assert _aantal(klacht) == voor + 1
    assert "voor de zekerheid" not in klacht("toon", "1").uit


# ---- een partij zonder adres ----


def test_een_partij_zonder_adres(klacht: Klacht, naar: Naar, werkmap: Werkmap) -> None:
    """Which letter, what is lacking, and which command helps; done what it says, the letter is made."""
    naar("ontvankelijk")
    eerst = _stand(werkmap)
    klacht("brief", "1", "afschrift-klacht").eis_fout(
        3, "brief-onvolledig", "'afschrift-klacht'", "aangeklaagde", "art. 10 lid 3",
        "het adres: geen adres en geen e-mailadres", "klacht adres K2026-001 aangeklaagde",
    )  # fmt: skip
    assert _stand(werkmap) == eerst
    assert klacht("adres", "1", "aangeklaagde", "-", invoer=ADRES).code == 0
    (brief,) = klacht("brief", "1", "afschrift-klacht", "--json").json["brieven"]
    assert "Plein 2" in _tekst(Path(brief["bestand"]))


def test_alle_brieven_terwijl_een_partij_geen_adres_heeft(klacht: Klacht, naar: Naar) -> None:
    """The others are made; the one that is not is named, with exit code 3."""
    naar("ontvankelijk")
    uit = klacht("brief", "1", "--alle", "--json")
    assert uit.code == 3
    assert [b["brief"] for b in uit.json["brieven"]] == ["ontvangstbevestiging", "mededeling-ontvankelijk"]
    assert [(m["brief"], m["aan"]) for m in uit.json["mislukt"]] == [("afschrift-klacht", "aangeklaagde-1")]
    assert "niet gemaakt: de brief 'afschrift-klacht'" in uit.fout
    assert "klacht adres K2026-001 aangeklaagde" in uit.fout


def test_een_verdaging_van_de_beslissing_maakt_haar_brieven_of_gaat_niet_door(
    klacht: Klacht, naar: Naar, werkmap: Werkmap
) -> None:
    """Art. 13 lid 3: no verdaging without a letter to both parties; the reader who cannot be reached is named."""
    naar("advies ontvangen")
    nummer = next(v["nummer"] for v in klacht("toon", "1", "--json").json["verloop"] if v["soort"] == "contact_vermeld")
    assert klacht("corrigeer", "1", str(nummer), "--vervalt", "--reden", "adres klopt niet").code == 0
    eerst = _stand(werkmap)
    klacht("verdaag", "1", "beslissing", "--met", "P4W", "--reden", "zomer").eis_fout(
        3, "vraagt-een-reden", "art. 13 lid 3", "geen brief", "'verdaging-beslissing' aan aangeklaagde", "klacht adres"
    )
    assert _stand(werkmap) == eerst


# ---- wie geen partij is, en wordt uitgenodigd ----

GETUIGE = 'naam = "T. Wolf"\nrol = "getuige"\nonderwerp = "Het gesprek gaat over het overleg."\n'
ANDER_ADRES = 'adres = "Spui 70"\npostcode = "2511 BT"\nplaats = "Den Haag"\n'


def test_een_genodigde_zonder_adres(klacht: Klacht, naar: Naar, werkmap: Werkmap) -> None:
    """As of a party: what is lacking, and which command helps; then the letter is made, to that address."""
    naar("gepland")
    assert klacht("betrek", "1", "-", invoer=GETUIGE).code == 0
    eerst = _stand(werkmap)
    klacht("brief", "1", "uitnodiging-genodigde").eis_fout(
        3, "brief-onvolledig", "aan genodigde-1", "geen adres en geen e-mailadres", "klacht adres K2026-001 genodigde-1"
    )
    assert _stand(werkmap) == eerst
    assert klacht("adres", "1", "genodigde-1", "-", invoer=ANDER_ADRES).code == 0
    (brief,) = klacht("brief", "1", "uitnodiging-genodigde", "--json").json["brieven"]
    tekst = _tekst(Path(brief["bestand"]))
    for woorden in ("T. Wolf", "Spui 70", "2511 BT  Den Haag", "Het gesprek gaat over het overleg.", "9 juni 2026"):
        assert woorden in tekst
    assert "Plein 2" not in tekst


def test_het_adres_van_een_genodigde_is_van_niemand_anders(klacht: Klacht, naar: Naar) -> None:
    """Two witnesses: each has an address of one's own, and the aangeklaagde keeps his."""
    naar("gepland")
    for naam in ("Wolf", "Zeeman"):
        assert klacht("betrek", "1", "-", invoer=GETUIGE.replace("Wolf", naam)).code == 0
    for wie, invoer in (
        ("genodigde-2", ANDER_ADRES),
        ("genodigde-1", ANDER_ADRES.replace("70", "72")),
        ("genodigde-2", 'adres = "Spui 71"\n'),
    ):
        assert klacht("adres", "1", wie, "-", invoer=invoer).code == 0
    brieven = klacht("brief", "1", "uitnodiging-genodigde", "--json").json["brieven"]
    teksten = {b["aan"]: _tekst(Path(b["bestand"])) for b in brieven}
    straten = {aan: {*re.findall(r"Plein \d+|Spui \d+", tekst)} for aan, tekst in teksten.items()}
    assert straten == {"genodigde-1": {"Spui 72"}, "genodigde-2": {"Spui 71"}}
    assert "2511 BT  Den Haag" in teksten["genodigde-2"]  # what the second address did not name, stays
    k = klacht("toon", "1", "--klaagschrift", "--json").json["klaagschrift"]
    assert [p["adres"] for p in k["aangeklaagde"]] == ["Plein 2"]


@pytest.mark.parametrize("wie", ["genodigde-2", "genodigde-0", "getuige"])
def test_een_genodigde_die_er_niet_is(wie: str, klacht: Klacht, naar: Naar, werkmap: Werkmap) -> None:
    """Who can be meant is named, wherever somebody invited can be."""
    naar("gehoord")
    assert klacht("betrek", "1", "-", invoer=GETUIGE).code == 0
    eerst = _stand(werkmap)
    for opdracht in (f"adres 1 {wie} -", f"hoor 1 2026-06-23 --wie {wie}", f"verslag 1 --van {wie}",
                     f"hoor 1 --gehouden 2026-06-09 --wie {wie}"):  # fmt: skip
        klacht(*opdracht.split(), invoer=ANDER_ADRES).eis_fout(
            2, "wie-onbekend", "kies uit klager, aangeklaagde-1, genodigde-1"
        )
    assert _stand(werkmap) == eerst


def test_dezelfde_genodigde_tweemaal(klacht: Klacht, naar: Naar, werkmap: Werkmap) -> None:
    """Typed again by mistake: nothing is recorded. Somebody else, or the same name in another part, is."""
    naar("ontvankelijk")
    assert klacht("betrek", "1", "-", invoer=GETUIGE).code == 0
    eerst = _stand(werkmap)
    klacht("betrek", "1", "-", invoer=GETUIGE).eis_fout(
        3, "vraagt-een-reden", "art. 11 lid 3 en 4", "precies deze persoon is al vermeld"
    )
    assert _stand(werkmap) == eerst
    for anders in (GETUIGE.replace("Wolf", "Zeeman"), GETUIGE.replace("getuige", "deskundige")):
        assert klacht("betrek", "1", "-", invoer=anders).code == 0
    assert klacht("betrek", "1", "-", "--toch", "vader en zoon", invoer=GETUIGE).code == 0


@pytest.mark.parametrize("correctie", ["--vervalt", "--zet rol=raadsman --zet voor=klager"])
def test_niemand_krijgt_de_plaats_van_een_andere_genodigde(
    correctie: str, klacht: Klacht, naar: Naar, werkmap: Werkmap
) -> None:
    """An address and an hour belong to genodigde-1: who comes second may not become the first."""
    naar("ontvankelijk")
    for invoer in (GETUIGE, GETUIGE.replace("Wolf", "Zeeman")):
        assert klacht("betrek", "1", "-", invoer=invoer).code == 0
    verloop = klacht("toon", "1", "--json").json["verloop"]
    eerste, tweede = (str(v["nummer"]) for v in verloop if v["soort"] == "betrokkene_vermeld")
    eerst = _stand(werkmap)
    klacht("corrigeer", "1", eerste, *correctie.split(), "--reden", "x").eis_fout(3, "mensen-verschuiven")
    assert _stand(werkmap) == eerst
    assert klacht("corrigeer", "1", tweede, *correctie.split(), "--reden", "x").code == 0, "nobody is about the last"


def test_een_genodigde_met_een_eigen_gesprek(klacht: Klacht, naar: Naar, bevries: Bevries) -> None:
    """Invited for an own hour, heard, and a report of that talk: it leaves those of the parties as they are."""
    naar("gepland")
    for opdracht in ("betrek 1 -", "hoor 1 2026-06-09 --wie genodigde-1 --tijd 15:00 --plaats Zaal"):
        assert klacht(*opdracht.split(), invoer=GETUIGE + ANDER_ADRES).code == 0, opdracht
    brieven = klacht("brief", "1", "--alle", "--json").json["brieven"]
    uren = {b["aan"]: [u for u in ("10.00", "13.30", "15.00") if f"{u} uur" in _tekst(Path(b["bestand"]))]
            for b in brieven if b["brief"].startswith("uitnodiging")}  # fmt: skip
    assert uren == {"klager": ["10.00"], "aangeklaagde-1": ["13.30"], "genodigde-1": ["15.00"]}
    for wie in ("klager", "aangeklaagde", "genodigde"):
        assert klacht("brief", "1", f"uitnodiging-{wie}", "--verzonden", "2026-05-20").code == 0, wie
    bevries("2026-06-10T10:00")
    assert klacht("hoor", "1", "--gehouden", "2026-06-09", "--wie", "genodigde-1").code == 0
    uit = klacht("verslag", "1", "--van", "genodigde-1", "--json")
    assert uit.code == 0, uit
    open_ = [t["plicht"] for t in uit.json["te_doen"]]
    assert ("houd_hoorzitting" in open_, "maak_verslag" in open_) == (True, False)
    laatste = {v["soort"]: v["bijzonderheden"] for v in klacht("toon", "1", "--json").json["verloop"]}
    assert laatste["hoorzitting_gehouden"] == "samen: nee; gehoord: genodigde-1"
    assert laatste["verslag_opgemaakt"].startswith("van: genodigde-1")


# ---- meer klagers, meer aangeklaagden, een klager die elders getuige is ----


def test_twee_klagers_in_een_klaagschrift(klacht: Klacht, tmp_path: Path, werkmap: Werkmap) -> None:
    """A case has one klager."""
    pad = tmp_path / "twee.toml"
    pad.write_text(
        'ontvangen_op = 2026-04-24\n[[klager]]\nnaam = "K. Verbeek-Ünal"\n[[klager]]\nnaam = "S. Bakker"\n',
        encoding="utf-8",
    )
    eerst = _stand(werkmap)
    klacht("ontvang", str(pad)).eis_fout(
        2, "meer-klagers", "noemt 2 klagers", "art. 2 onder c", "voor iedere klager een eigen bestand", "eigen zaak"
    )
    assert _stand(werkmap) == eerst


DRIE = tuple(
    Persoon(naam=naam, adres=adres, plaats="Den Haag", hoedanigheid="ambtenaar")
    for naam, adres in (("A. Een", "Plein 1"), ("B. Twee", "Plein 2"), ("C. Drie", "Plein 3"))
)


@pytest.fixture
def drie(klacht: Klacht, zaak: Zaak) -> None:
    """A case against three, found ontvankelijk."""
    zaak(aangeklaagde=DRIE)
    for besluit in ("compleet", "ontvankelijk"):
        assert klacht("besluit", "1", besluit).code == 0


@pytest.mark.usefixtures("drie")
def test_drie_aangeklaagden_krijgen_ieder_een_eigen_brief(klacht: Klacht) -> None:
    """Art. 10 lid 3: each has a letter of one's own, with one's own address and not that of another."""
    uit = klacht("brief", "1", "afschrift-klacht", "--json").json["brieven"]
    assert [b["aan"] for b in uit] == ["aangeklaagde-1", "aangeklaagde-2", "aangeklaagde-3"]
    for n, brief in enumerate(uit, 1):
        assert Path(brief["bestand"]).name == f"2026-04-24-afschrift-klacht-aan-aangeklaagde-{n}.docx"
        tekst = _tekst(Path(brief["bestand"]))
        assert [k for k in (1, 2, 3) if f"Plein {k}" in tekst] == [n]


@pytest.mark.usefixtures("drie")
def test_een_brief_aan_een_van_de_drie(klacht: Klacht) -> None:
    (brief,) = klacht("brief", "1", "afschrift-klacht", "--aan", "aangeklaagde-2", "--json").json["brieven"]
    assert brief["aan"] == "aangeklaagde-2"
    assert "Plein 2" in _tekst(Path(brief["bestand"]))
    nodig = klacht("brief", "1", "--json").json["nodig"]
    assert {n["aan"]: n["gemaakt_op"] for n in nodig if n["brief"] == "afschrift-klacht"} == {
        "aangeklaagde-1": None, "aangeklaagde-2": "2026-04-24", "aangeklaagde-3": None,
    }  # fmt: skip


VERKEERD_NUMMER = ["aangeklaagde-4", "aangeklaagde-0", "aangeklaagde", "aangeklaagde-twee", "de aangeklaagden"]


@pytest.mark.usefixtures("drie")
@pytest.mark.parametrize("wie", VERKEERD_NUMMER)
def test_een_verkeerd_nummer_bij_drie_aangeklaagden(wie: str, klacht: Klacht, werkmap: Werkmap) -> None:
    """Which of the three is never guessed."""
    eerst = _stand(werkmap)
    klacht("brief", "1", "afschrift-klacht", "--aan", wie).eis_fout(
        2, "wie-onbekend", "kies uit aangeklaagde-1, aangeklaagde-2, aangeklaagde-3"
    )
    assert _stand(werkmap) == eerst


@pytest.mark.usefixtures("drie")
def test_het_afschrift_is_pas_verzonden_als_alle_drie_het_hebben(klacht: Klacht) -> None:
    assert klacht("brief", "1", "afschrift-klacht").code == 0
    for wie, over in (("aangeklaagde-1", 2), ("aangeklaagde-3", 1), ("aangeklaagde-2", 0)):
        uit = klacht("brief", "1", "afschrift-klacht", "--aan", wie, "--verzonden", "2026-04-24", "--json").json
        assert [t["plicht"] for t in uit["te_doen"]].count("zend_afschrift") == over, wie


def test_een_klager_die_elders_getuige_is(klacht: Klacht, zaak: Zaak, klaagschrift: Any) -> None:
    """A remark at the toets, by part and case, never by name; and none where the two are not alike."""
    zaak()
    ander = Gedraging("pesten", "Iets anders.", "2026-02-01", "Plein")
    nummer = zaak(
        klager=Persoon(naam="S. Bakker", adres="Spui 9", plaats="Den Haag", functie="bode"),
        aangeklaagde=(Persoon(naam="Q. Zeeman"),), gedraging=(ander,),
    )  # fmt: skip
    uit = klacht("toets", nummer)
    assert "De klager is mogelijk getuige in K2026-001: houd de dossiers en de brieven gescheiden." in uit.uit
    assert "Bakker" not in uit.uit
    assert "mogelijk getuige" not in klacht("toets", "1").uit


# ---- een kapot sjabloon ----

W_P = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def _alinea(*delen: str) -> Callable[[Any], None]:
    """A paragraph at the end, each part a run of its own."""

    def doe(document: Any) -> None:
        alinea = document.add_paragraph()
        for deel in delen:
            alinea.add_run(deel)

    return doe


def _alineas(*teksten: str) -> Callable[[Any], None]:
    def doe(document: Any) -> None:
        for tekst in teksten:
            document.add_paragraph(tekst)

    return doe


L01, L04 = "ontvangstbevestiging", "afschrift-klacht"
SJABLOON = [
    ("een plaatshouder verdeeld over twee alinea's", L01, _alineas("{{ kenmerk", "}}"), 4, "sjabloon-schrijffout",
     ("niet geopend of niet gesloten", "«{{ kenmerk»")),
    ("een plaatshouder met een haak te weinig", L01, _alinea("{{ kenmerk }"), 4, "sjabloon-schrijffout",
     ("niet geopend of niet gesloten", "«{{ kenmerk }»")),
    ("endif vergeten", L01, _alineas("{%p if rol %}", "Beste lezer"), 4, "sjabloon-schrijffout",
     ("hierbij ontbreekt endif", "if rol")),
    ("endif te veel", L01, _alineas("{%p endif %}"), 4, "sjabloon-schrijffout", ("dit einde hoort bij geen begin",)),
    ("endfor vergeten", L01, _alineas("{%p for lid in leden %}", "{{ lid }}"), 4, "sjabloon-schrijffout",
     ("hierbij ontbreekt endfor",)),
    ("een verkeerde naam", L01, _alinea("{{ kenmrek }}"), 2, "plaatshouder-onbekend",
     ("kent de plaatshouder niet: kenmrek",)),
    ("een eigenschap van een waarde", L01, _alinea("{{ kenmerk.__class__ }}"), 4, "sjabloon-onveilig",
     ("alleen tonen, kiezen en herhalen", "«{{ kenmerk.__class__ }}»")),
    ("een aanroep", L01, _alinea("{{ kenmerk.upper() }}"), 4, "sjabloon-onveilig",
     ("alleen tonen, kiezen en herhalen",)),
    ("een lijst als tekst", L01, _alinea("{{ leden }}"), 2, "plaatshouder-geen-tekst", ("leden is geen tekst",)),
    ("tekst als lijst", L01, _alineas("{%p for x in kenmerk %}", "{{ x }}", "{%p endfor %}"), 2,
     "plaatshouder-geen-lijst",
     ("kenmerk is geen lijst",)),
    ("het adres van de klager in een brief aan de aangeklaagde", L04, _alinea("{{ klager_adres }}"), 2,
     "plaatshouder-leeg",
     ("klager_adres",)),
]  # fmt: skip


@pytest.fixture
def breek(werkmap: Werkmap) -> Callable[[str, Callable[[Any], None]], None]:
    """Change a template in the work folder, as somebody would in Word."""

    def doe(soort: str, hoe: Callable[[Any], None]) -> None:
        pad = werkmap.sjablonen / f"{soort}.docx"
        document = Document(str(pad))
        hoe(document)
        document.save(str(pad))

    return doe


def _gekeurd(klacht: Klacht, soort: str) -> list[dict[str, str]]:
    """What `klacht brief controleer` finds in one template."""
    uit = klacht("brief", "controleer", "--json")
    assert uit.code == (4 if any(k["fouten"] for k in uit.json) else 0)
    fouten: list[dict[str, str]] = next(k["fouten"] for k in uit.json if k["brief"] == soort)
    return fouten


@pytest.mark.parametrize(
    ("naam", "soort", "hoe", "exitcode", "code", "woorden"), SJABLOON, ids=[s[0] for s in SJABLOON]
)
def test_een_kapot_sjabloon(
    naam: str, soort: str, hoe: Callable[[Any], None], exitcode: int, code: str, woorden: tuple[str, ...],
    klacht: Klacht, naar: Naar, werkmap: Werkmap, breek: Callable[..., None],
) -> None:  # fmt: skip
    """`controleer` sees it before it is needed (exit 4), and the letter is not made: named, and nothing recorded."""
    naar("bereikbaar")
    breek(soort, hoe)
    fouten = _gekeurd(klacht, soort)
    assert [w for w in woorden if not any(w in f["feit"] for f in fouten)] == [], fouten
    assert code in [f["code"] for f in fouten]
    eerst = _stand(werkmap)
    klacht("brief", "1", soort).eis_fout(exitcode, code, f"sjabloon {soort}", *woorden)
    assert _stand(werkmap) == eerst
    assert not list(werkmap.pad.rglob(f"*{soort}*.tmp"))


def test_controleer_noemt_het_sjabloon_en_wat_eraan_is(klacht: Klacht, breek: Callable[..., None]) -> None:
    """For people: by the name of the file, one line for each fault. What was whole stays whole."""
    assert (_gekeurd(klacht, L01), _gekeurd(klacht, L04)) == ([], [])
    breek(L01, _alinea("{{ kenmrek }}"))
    uit = klacht("brief", "controleer")
    assert uit.code == 4
    regel = "- sjabloon ontvangstbevestiging: deze brief kent de plaatshouder niet: kenmrek [plaatshouder-onbekend]"
    assert f"ontvangstbevestiging.docx:\n{regel}\n" in uit.uit
    assert f"{L04}.docx" not in uit.uit


def test_van_wie_een_gegeven_is_ziet_controleer_vooraf(klacht: Klacht, breek: Callable[..., None]) -> None:
    breek(L04, _alinea("{{ klager_adres }}"))
    assert _gekeurd(klacht, L04)[0] == {
        "code": "van-een-ander",
        "feit": "klager_adres is van de klager, en deze brief gaat (ook) aan: aangeklaagde",
    }


def test_wat_in_de_brief_moet_en_er_niet_in_staat(klacht: Klacht, breek: Callable[..., None]) -> None:
    """A fact that letters.toml calls required and that the template prints nowhere."""

    def haal_weg(document: Any) -> None:
        for alinea in document.element.body.iter(W_P):
            if "{{ bewaren }}" in "".join(alinea.itertext()):
                alinea.getparent().remove(alinea)

    breek(L01, haal_weg)
    assert _gekeurd(klacht, L01) == [
        {"code": "feit-ontbreekt", "feit": "bewaren moet in de brief staan (art. 9 lid 4), en staat er nergens in"}
    ]


def test_een_plaatshouder_die_word_in_stukken_knipte(klacht: Klacht, naar: Naar, breek: Callable[..., None]) -> None:
    """Word splits what is typed over runs; that is mended, and is no fault."""
    naar("ontvangen")
    breek(L01, _alinea("Ons nummer: {", "{ ken", "merk }", "}."))
    assert _gekeurd(klacht, L01) == []
    (brief,) = klacht("brief", "1", L01, "--json").json["brieven"]
    assert "Ons nummer: K2026-001." in _tekst(Path(brief["bestand"]))


ONLEESBAAR = [
    ("geen docx", b"Geachte mevrouw,", "sjabloon-onleesbaar"),
    ("een leeg bestand", b"", "sjabloon-onleesbaar"),
    ("een half bestand", b"PK\x03\x04\x14\x00\x06\x00", "sjabloon-onleesbaar"),
]


@pytest.mark.parametrize(("naam", "ruw", "code"), ONLEESBAAR, ids=[o[0] for o in ONLEESBAAR])
def test_een_sjabloon_dat_niet_te_lezen_is(
    naam: str, ruw: bytes, code: str, klacht: Klacht, naar: Naar, werkmap: Werkmap
) -> None:
    naar("ontvangen")
    (werkmap.sjablonen / f"{L01}.docx").write_bytes(ruw)
    assert [f["code"] for f in _gekeurd(klacht, L01)] == [code]
    eerst = _stand(werkmap)
    klacht("brief", "1", L01).eis_fout(4, code, L01)
    assert _stand(werkmap) == eerst


# ---- een bijlage die verraadt waar de klager woont ----

# The smallest picture: one white point (PNG).
BEELDPUNT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415478da63f8ffff3f0005fe02fea735818400000000"
    "49454e44ae426082"
)

BIJLAGEN = [
    ("het adres, als tekst", "mail.txt", "Ik woon op goudsbloemlaan 1, kom maar langs."),
    ("het e-mailadres, als tekst", "mail.txt", "Antwoord aan k.verbeek@voorbeeld.nl"),
    ("het telefoonnummer, in Word", "brief.docx", "Bel mij op 06-00000000"),
    ("het adres, in Word", "brief.docx", "Goudsbloemlaan 1"),
    ("het adres, in een tabel in Word", "brief.docx", ["Adres", "Goudsbloemlaan 1", "Postcode"]),
    ("het adres, in stukjes", "brief.docx", ("Ik woon op Goudsbl", "oemlaan 1", " nog steeds")),
    ("het adres, in een oude codering", "brief.csv", "Goudsbloemlaan 1; één keer"),
]


@pytest.fixture
def met_bijlage(klacht: Klacht, klaagschrift: Any, bestand: Callable[..., str], tmp_path: Path) -> Callable[..., None]:
    """A case, found ontvankelijk, with one attachment; its aangeklaagde can be reached.

    Word: a text, a tuple for one in pieces, a list for the cells of a table.
    """

    def maak(naam: str, inhoud: Any, **velden: Any) -> None:
        pad = Path(bestand(klaagschrift(bijlage=(Bijlage(naam),), **velden))).parent / naam
        if naam.endswith(".docx"):
            document = Document()
            if isinstance(inhoud, list):
                for cel, tekst in zip(document.add_table(1, len(inhoud)).rows[0].cells, inhoud, strict=True):
                    cel.text = tekst
            else:
                alinea = document.add_paragraph()
                for deel in (inhoud,) if isinstance(inhoud, str) else inhoud:
                    alinea.add_run(deel)
            document.save(str(pad))
        else:
            codering = "cp1252" if naam.endswith(".csv") else "utf-8"
            pad.write_bytes(inhoud.encode(codering) if isinstance(inhoud, str) else inhoud)
        assert klacht("ontvang", str(pad.parent / "klaagschrift.json")).code == 0
        for opdracht in ("besluit 1 compleet", "besluit 1 ontvankelijk", "adres 1 aangeklaagde -"):
            assert klacht(*opdracht.split(), invoer=ADRES).code == 0

    return maak


@pytest.mark.parametrize(("wat", "naam", "inhoud"), BIJLAGEN, ids=[b[0] for b in BIJLAGEN])
def test_een_afschrift_met_het_adres_van_de_klager(
    wat: str, naam: str, inhoud: Any, klacht: Klacht, werkmap: Werkmap, met_bijlage: Callable[..., None]
) -> None:
    """Art. 10 lid 3: refused by the number of the attachment; covered in the copy it goes, and that is recorded."""
    met_bijlage(naam, inhoud)
    eerst = _stand(werkmap)
    klacht("brief", "1", L04).eis_fout(
        3, "afschrift-toont-adres", "art. 10 lid 3", "bijlage 1", "klacht toon K2026-001 --stukken MAP", "--gelakt"
    )
    assert _stand(werkmap) == eerst
    uit = klacht("brief", "1", L04, "--gelakt")
    assert uit.code == 0, uit
    (afwijking,) = [v for v in klacht("toon", "1", "--json").json["verloop"] if v["soort"] == "afwijking_vastgelegd"]
    assert afwijking["bijzonderheden"].endswith("in het afschrift gelakt")


def test_een_afschrift_met_een_onschuldige_bijlage(klacht: Klacht, met_bijlage: Callable[..., None]) -> None:
    """Nothing is asked, and `--gelakt` leaves no trace where there was nothing to cover."""
    met_bijlage("mail.txt", "Op 9 maart spraken wij elkaar.")
    assert klacht("brief", "1", L04, "--gelakt").code == 0
    assert "afwijking" not in klacht("toon", "1").uit


def test_een_bijlage_die_een_getuige_noemt(klacht: Klacht, met_bijlage: Callable[..., None]) -> None:
    """The copy says that the names of witnesses are not in it: then they are not in what goes along either."""
    gedraging = Gedraging("pesten", "Hij zuchtte.", "2026-01-15", "Kantine", ("T. Wolf",))
    met_bijlage("mail.txt", "T. Wolf zag het ook.", gedraging=(gedraging,))
    klacht("brief", "1", L04).eis_fout(3, "afschrift-toont-adres", "bijlage 1", "noemt een getuige", "--gelakt")


def test_een_beeld_in_word_wordt_nagelezen(
    klacht: Klacht, met_bijlage: Callable[..., None], tmp_path: Path, werkmap: Werkmap
) -> None:
    """A scan put in a Word document: there klacht cannot look, and says so."""
    document = Document()
    document.add_picture(io.BytesIO(BEELDPUNT))
    document.save(str(ruw := tmp_path / "scan.docx"))
    met_bijlage("brief.odt", ruw.read_bytes())  # by its content it is opened as what it is
    assert "In bijlage 1 (brief.odt) kan klacht niet kijken" in klacht("brief", "1", L04).uit


def test_in_een_pdf_kan_klacht_niet_kijken(klacht: Klacht, met_bijlage: Callable[..., None]) -> None:
    """Then a person must; that is said."""
    met_bijlage("mail.pdf", b"%PDF-1.7\n")
    uit = klacht("brief", "1", L04)
    assert uit.code == 0
    assert (
        "Let op: In bijlage 1 (mail.pdf) kan klacht niet kijken: lees die zelf na op gegevens van de klager." in uit.uit
    )


# ---- een getuige in de tekst van het afschrift ----

WOLF = ("T. Wolf", "Yara de Boer")
# Wat de klager schrijft (omschrijving, waar, stap), wie zij als getuigen noemt, en wat er in het afschrift staat.
GETUIGEN = [
    ("in de omschrijving", ("T. Wolf zag het.", "Kantine", "Een mail"), WOLF, "[weggelaten] zag het."),
    ("tweemaal", ("T. Wolf zag het, en Yara de Boer ook.", "Kantine", "Een mail"), WOLF,
     "[weggelaten] zag het, en [weggelaten] ook."),
    ("anders gespeld", ("Vraag t.wolf!", "Kantine", "Een mail"), WOLF, "Vraag [weggelaten]!"),
    ("bij de plaats", ("Hij zuchtte.", "De kamer van T. Wolf", "Een mail"), WOLF, "Waar: De kamer van [weggelaten]"),
    ("in een stap", ("Hij zuchtte.", "Kantine", "Een mail aan Yara de Boer"), WOLF, "Een mail aan [weggelaten]"),
    ("een naam die erop lijkt blijft staan", ("T. Wolfs zag het.", "Kantine", "Een mail"), WOLF, "T. Wolfs zag het."),
    ("het adres van de klager", ("Hij belde aan op Goudsbloemlaan 1.", "Kantine", "Een mail"), (),
     "Hij belde aan op [weggelaten]."),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "tekst", "getuigen", "staat_er"), GETUIGEN, ids=[g[0] for g in GETUIGEN])
def test_een_getuige_in_de_tekst_van_het_afschrift(
    naam: str, tekst: tuple[str, str, str], getuigen: tuple[str, ...], staat_er: str, klacht: Klacht, zaak: Zaak,
    werkmap: Werkmap,
) -> None:  # fmt: skip
    """The letter says that no names of witnesses stand in it; where something was taken out, the secretaris looks."""
    zaak(gedraging=(Gedraging("pesten", tekst[0], "2026-01-15", tekst[1], getuigen),), stap=(OndernomenStap(tekst[2]),))
    for opdracht in ("besluit 1 compleet", "besluit 1 ontvankelijk", "adres 1 aangeklaagde -"):
        assert klacht(*opdracht.split(), invoer=ADRES).code == 0
    uit = klacht("brief", "1", L04)
    assert uit.code == 0, uit
    (pad,) = werkmap.brieven("K2026-001").glob(f"*{L04}*.docx")
    regels = _tekst(pad).splitlines()
    assert [r for r in regels if staat_er in r] != [], regels
    assert not [w for w in getuigen if re.search(rf"{re.escape(w)}\b", "\n".join(regels), re.IGNORECASE)]
    if "[weggelaten]" in staat_er:
        assert (
            "Let op: In de tekst is een adres of de naam van een getuige weggelaten: lees het afschrift na." in uit.uit
        )


def test_waar_niets_is_weggelaten_hoeft_niemand_te_kijken(klacht: Klacht, zaak: Zaak, werkmap: Werkmap) -> None:
    """Somebody who is not called a witness stays in it."""
    zaak(gedraging=(Gedraging("pesten", "T. Wolf zag het.", "2026-01-15", "Kantine"),))
    for opdracht in ("besluit 1 compleet", "besluit 1 ontvankelijk", "adres 1 aangeklaagde -"):
        assert klacht(*opdracht.split(), invoer=ADRES).code == 0
    assert "Let op" not in klacht("brief", "1", L04).uit
    (pad,) = werkmap.brieven("K2026-001").glob(f"*{L04}*.docx")
    assert "T. Wolf zag het." in _tekst(pad)
    assert "weggelaten" not in _tekst(pad)


def _tekst(pad: Path) -> str:
    """All the words of a letter, headers and tables too."""
    document = Document(str(pad))
    delen = [document.element.body, *(d._element for s in document.sections for d in (s.header, s.footer))]
    return "\n".join("".join(t for t in p.itertext()) for deel in delen for p in deel.iter(W_P))
