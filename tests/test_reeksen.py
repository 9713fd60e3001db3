"""Any sequence of acts, as a secretary types them: whatever is typed, nothing breaks, and all that is recorded replays.

A sequence is drawn as steps; each becomes a command by what the case then is: most often one that klacht itself says is
to be done or possible, sometimes any other, on a day before or after. The clock goes on with every reading of it.

    KLACHT_REEKSEN=500 pytest tests/test_reeksen.py -n 0      so many sequences, longer, and others each time
    --hypothesis-show-statistics                              how far the cases came, and what was refused
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, event, given, settings, strategies as st

from klachtcli import klok
from klachtcli.cli.start import voer_uit
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.partijen import partijen
from klachtcli.zaak.vervolg import Vervolg, vervolg
from klachtcli.zaak.zaak import Zaak

VEEL = int(os.environ.get("KLACHT_REEKSEN", "0"))
VOORBEELDEN = Path(__file__).parents[1] / "voorbeelden"
BEGIN = datetime(2026, 4, 24, 11, tzinfo=UTC)
TIK = timedelta(milliseconds=1)
KAMER = "tk-ongewenste-omgangsvormen"
REDEN = b"Zo was het."


# ---- wie typt ----


class Getypt(NamedTuple):
    """A command as it was typed, on which day, and what came of it."""

    dag: date
    opdracht: str
    code: int
    uit: str
    fout: str

    def __str__(self) -> str:
        return f"{self.dag} {self.opdracht} -> {self.code} {self.fout}".rstrip()

    @property
    def geweigerd(self) -> str:
        """The stable code of a refusal."""
        return "" if self.code < 2 else self.fout.rstrip().rpartition("[")[2].rstrip("]")


class Secretaris:
    """Types commands in one work folder, and holds each against what is promised of every command."""

    def __init__(self, map_: Path, geheim: tuple[str, ...]) -> None:
        self.map, self.werkmap, self.geheim = map_, Werkmap(map_ / "zaken"), geheim
        self.nu, self.getypt, self.post = BEGIN, list[Getypt](), map_ / "post"
        self.post.mkdir()
        (self.post / "mail.txt").write_text("Fictief.", encoding="utf-8")

    def lees_klok(self) -> datetime:
        """Later each time that it is asked."""
        self.nu += TIK
        return self.nu

    @property
    def vandaag(self) -> date:
        return klok.in_amsterdam(self.nu).date()

    @property
    def hoe(self) -> str:
        """All that was typed, for whoever wants to type it again."""
        return "\n".join(map(str, self.getypt))

    def wacht(self, dagen: int = 0, *, laat: int = 0) -> None:
        """Some days on, at ten; `laat`: so many readings of the clock, and the next day has begun."""
        if dagen > 0 or laat:
            om = time(23, 59, 59, 1_000_000 - 1000 * laat) if laat else time(10)
            dan = datetime.combine(self.vandaag + timedelta(days=dagen), om, tzinfo=klok.amsterdam())
            self.nu = max(self.nu, dan.astimezone(UTC))

    def bestand(self, naam: str, inhoud: Any) -> str:
        """A file as JSON, in the folder where one stands."""
        (self.post / naam).write_bytes(msgspec.json.encode(inhoud))
        return naam

    def typ(self, opdracht: str) -> Getypt:
        """Run a command. Refused or tried it leaves the work folder as it was; it never breaks, and never names."""
        voor = self._stand()
        gedaan = self.voer(opdracht)
        if (gedaan.code >= 2 or "--proef" in opdracht) and "--alle" not in opdracht:  # of those, what can be made is
            assert self._stand() == voor, f"niet gedaan, en toch veranderd\n{self.hoe}"
        return gedaan

    def voer(self, opdracht: str) -> Getypt:
        """Run a command, whatever it changes; standard input holds a reason, for whoever asks for one."""
        dag, uit, fout = self.vandaag, io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as m, redirect_stdout(uit), redirect_stderr(fout):
            m.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REDEN), encoding="utf-8"))
            code = voer_uit(opdracht.split())
        gedaan = Getypt(dag, opdracht, code, uit.getvalue(), fout.getvalue())
        self.getypt.append(gedaan)
        assert 0 <= code <= 3, f"de map is heel, en toch code {code}\n{self.hoe}"
        assert code < 2 or re.search(r"\[[a-z0-9-]+\]\s*$", gedaan.fout), f"geen vaste code\n{self.hoe}"
        assert not [w for w in ("Traceback", "[onverwacht]") if w in gedaan.uit + gedaan.fout], self.hoe
        assert not [w for w in self.geheim if w.casefold() in gedaan.fout.casefold()], self.hoe
        return gedaan

    def _stand(self) -> object:
        with self.werkmap.journaal() as journaal:
            zegel = str(journaal.zegel())
        return zegel, sorted(str(p) for p in (self.werkmap.pad / "brieven").rglob("*"))

    def zaak(self, nummer: str) -> tuple[Zaak, Vervolg]:
        """A case as it now is, and what klacht says of it."""
        with self.werkmap.journaal() as journaal:
            dossiers = Dossiers(journaal)
            zaak = dossiers.zaak(nummer)
            return zaak, vervolg(zaak, dossiers.rekenaar(zaak), self.vandaag)

    def verloop(self, nummer: str) -> list[tuple[int, g.Gebeurtenis]]:
        """The entries of a case."""
        with self.werkmap.journaal() as journaal:
            return [(v.nummer, v.gebeurtenis) for v in journaal.lees(nummer)]

    def zaken(self) -> list[str]:
        """The numbers of all cases."""
        with self.werkmap.journaal() as journaal:
            return list(journaal.geopend())


AanHetWerk = Callable[[], AbstractContextManager[Secretaris]]


@pytest.fixture
def aan_het_werk(ingericht: Path, tmp_path_factory: pytest.TempPathFactory, persoonlijk: tuple[str, ...]) -> AanHetWerk:
    """A secretary in a fresh work folder, each time."""

    @contextmanager
    def begin() -> Iterator[Secretaris]:
        map_ = shutil.copytree(ingericht, tmp_path_factory.mktemp("reeks"), dirs_exist_ok=True)
        s = Secretaris(map_, persoonlijk)
        with pytest.MonkeyPatch.context() as m:
            m.setattr(klok, "nu", s.lees_klok)
            m.setenv("KLACHT_MAP", str(s.werkmap.pad))
            m.setenv("KLACHT_SLEUTELMAP", str(map_ / "sleutels"))
            m.chdir(s.post)
            yield s
        shutil.rmtree(map_)  # what failed stays, to look at

    return begin


# ---- wat van elk journaal is beloofd ----


def houdt_stand(s: Secretaris, *pakketten: str) -> None:
    """Whole, the same when computed anew, folded into the same case, and so from a package too."""
    assert s.typ("audit controleer").code == 0, s.hoe
    if VEEL:  # it compiles every template
        assert s.typ("beheer controleer").code == 0, s.hoe
    spel = s.typ("audit herspeel --json")
    hier = json.loads(spel.uit)["zaken"]
    for zaak in hier:
        assert (zaak["verschillen"], zaak["niet_na_te_rekenen"]) == ([], []), f"{spel.uit}\n{s.hoe}"
    assert spel.code == 0, s.hoe
    for nummer in s.zaken():
        assert s.zaak(nummer) == s.zaak(nummer)
        assert json.loads(s.typ(f"toon {nummer} --json").uit)["zaak"] == nummer, s.hoe
    for hoe in pakketten if s.zaken() else ():
        _overleeft_een_pakket(s, hier, hoe)


def _overleeft_een_pakket(s: Secretaris, hier: list[dict[str, Any]], hoe: str) -> None:
    """All cases in one package, replayed where there is no journal and no key: what comes out is the same.

    But for the other cases of the same people, which a package cannot vouch for; an anonymous one holds no letters.
    """
    pakket = s.map / f"pakket{hoe.strip()}"
    assert s.typ(f"audit pakket {' '.join(s.zaken())} -o {pakket} {hoe}").code == 0, s.hoe
    with pytest.MonkeyPatch.context() as m:
        m.setenv("KLACHT_SLEUTELMAP", str(s.map / "nergens"))
        m.delenv("KLACHT_MAP")
        elders = s.voer(f"audit herspeel {pakket} --json")
    assert elders.code == 0, f"{elders.uit}\n{s.hoe}"
    for zaak, daar in zip(hier, json.loads(elders.uit)["zaken"], strict=True):
        open_ = [o for o in daar["niet_na_te_rekenen"] if o["wat"] != "toets: eerdere zaken"]
        assert daar["verschillen"] == [], f"{daar}\n{s.hoe}"
        if hoe != "--anoniem":
            gelijk = daar | {"niet_na_te_rekenen": open_, "uitkomst": "deels" if open_ else "gelijk"}
            assert gelijk == zaak, f"{daar}\n{s.hoe}"


# ---- wat er getypt kan worden ----

# Z is de zaak. Wat in hoofdletters staat en a|b wordt ingevuld, zoals een secretaris dat doet met wat klacht voorstelt.
OPDRACHTEN = """
toets Z
vul-aan Z --gevraagd
vul-aan Z --uitgebleven
vul-aan Z BESTAND
vul-aan Z BESTAND --toch
besluit Z compleet
besluit Z compleet --reden -
besluit Z ontvankelijk
besluit Z advies-niet-ontvankelijk --grond 9.1.b --grond 10.2
besluit Z advies-niet-ontvankelijk --grond 9.9
besluit Z niet-ontvankelijk
trek-in Z
adres Z PARTIJ BESTAND
bemiddel Z voorgesteld --aan PARTIJ
bemiddel Z aanvaard|geweigerd --door PARTIJ
bemiddel Z geslaagd|mislukt
bemiddel Z opgeschort --instemming-op DATUM
bemiddel Z hervat
voorziening Z gevraagd --door PARTIJ --grond welzijn|onhoudbaar --maatregel -
voorziening Z overlegd|getroffen|afgewezen
commissie Z
commissie Z --leden 1,3,5|4,2,3|2,3|1,2,5
betrek Z BESTAND
hoor Z DATUM
hoor Z DATUM --samen|--apart
hoor Z DATUM --wie PARTIJ --tijd 10:00|9.30 --plaats Zaal --stukken-tot DATUM
hoor Z DATUM --wie PARTIJ
hoor Z DATUM --tijd 11:00 --samen
hoor Z --gehouden DATUM
hoor Z --gehouden DATUM --wie PARTIJ
hoor Z --gehouden DATUM --afwezig PARTIJ --samen
hoor Z --geannuleerd
hoor Z DATUM --geannuleerd --wie PARTIJ --reden -
verslag Z
verslag Z --van PARTIJ --delen heel|met-weglatingen|niet --reden -
verslag Z --zitting DATUM --delen niet
onderzoek Z ter-plaatse|bevindingen|deskundige
feiten Z --verzonden DATUM
feiten Z --verzonden DATUM --reactie-tot DATUM
feiten Z --reactie-van PARTIJ --zienswijze
feiten Z --gesloten DATUM
verdaag Z advies --tot DATUM --reden -
verdaag Z advies --met P2W|P4W
verdaag Z beslissing --tot DATUM --reden -
verdaag Z beslissing --met P4W|P1W|P3D|P1M|P5W --reden -
verdaag Z beslissing --met P2W --reden - --met-instemming
adviseer Z BESTAND
adviseer Z --strekking -
adviseer Z --ontvangen DATUM
beslis Z BESTAND
beslis Z --commissie-geinformeerd DATUM
nazorg Z --aan PARTIJ
sluit Z
sluit Z --reden -
heropen Z --reden -
brief Z --alle
brief Z SOORT
brief Z SOORT --aan PARTIJ|werkgever|genodigde-1
brief Z SOORT --verzonden DATUM
brief Z SOORT --eigen --verzonden DATUM
brief Z SOORT --aan PARTIJ|werkgever|genodigde --eigen --verzonden DATUM
brief Z afschrift-klacht --gelakt
signalen besproken P-Z --gedaan -
beheer vasthouden Z --reden -
beheer vasthouden Z --vrij
""".strip().splitlines()
KIJK = """
toon Z
toon Z --op DATUM
toon Z --bekend-op DATUM
termijnen Z --uitleg
termijnen --peildatum DATUM
vandaag
lijst --alles
brief Z
signalen
agenda -o -
overzicht -o overzicht.xlsx
audit wie Z
audit zegel
beheer bewaren --alles
beheer regels
jaarverslag 2026 --voorlopig --proef --json
""".strip().splitlines()
SOORTEN = (
    "ontvangstbevestiging|verzoek-aanvulling|mededeling-ontvankelijk|afschrift-klacht|advies-niet-ontvankelijk|"
    "bericht-niet-ontvankelijk|besluit-niet-ontvankelijk|uitnodiging-klager|uitnodiging-aangeklaagde|"
    "uitnodiging-genodigde|feitenoverzicht|verdaging-advies|advies|afschrift-advies|tijdelijke-voorziening|"
    "verdaging-beslissing|beslissing|sluiting-na-intrekking|sluiting-en-nazorg|voorstel-bemiddeling"
)
# Welke opdrachten --op kennen.
OP = {"vul-aan", "besluit", "trek-in", "adres", "bemiddel", "voorziening", "commissie", "betrek", "verslag",
      "onderzoek", "adviseer", "beslis", "verdaag", "nazorg", "sluit", "heropen", "signalen"}  # fmt: skip
# De weg naar het einde: wat mogelijk is en hier vooraan staat, brengt de zaak verder.
VERDER = ("toets", "compleet", "ontvankelijk", "commissie", "hoor Z DATUM", "--gehouden", "verslag",
          "feiten Z --verzonden", "feiten Z --gesloten", "adviseer Z BESTAND", "--ontvangen", "beslis Z BESTAND",
          "--commissie-geinformeerd", "sluit")  # fmt: skip
# Waarvan een reeks er meer heeft.
THEMAS = {
    "stilstand": ("bemiddel Z opgeschort", "bemiddel Z hervat", "verdaag", "feiten"),
    "zittingen": ("hoor", "verslag", "betrek", "commissie"),
    "brieven": ("brief", "adres", "betrek"),
    "intake": ("vul-aan", "toets", "besluit", "adres", "trek-in"),
    "einde": ("adviseer", "beslis", "verdaag", "sluit", "heropen", "nazorg", "voorziening"),
}
# Wat een correctie kan zeggen, per soort: velden, of een bestand. Van elke andere soort de dag.
ZET: dict[str, tuple[Any, ...]] = {
    "klaagschrift_ontvangen": (
        "op=DAG", {"dagtekening": "2026-04-01"}, {"klager": {"naam": "A. Mol"}}, {"aangeklaagde": []},
        {"gedraging": [{"wanneer": "2024-03", "omschrijving": "Lang geleden."}]},
    ),
    "aanvulling_ontvangen": ("op=DAG", {"gedraging": [{"nummer": 1, "wanneer": "2026-02"}]}),
    "contact_vermeld": ("adres=Spui", "naam=Jansen", "van=klager"),
    "termijnen_opgeschort": ("op=DAG", "instemming_op=DAG"),
    "betrokkene_vermeld": ("naam=Pieters", "rol=raadsman", "rol=deskundige"),
    "bemiddeling_voorgesteld": ("aan=aangeklaagde-1", "op=DAG"),
    "bemiddeling_aanvaard": ("door=aangeklaagde-1", "op=DAG"),
    "bemiddeling_beeindigd": ("oplossing=ja", "oplossing=nee"),
    "hoorzitting_gepland": ("op=DAG", "gepland_op=DAG", "stukken_tot_en_met=DAG", "wie=klager", "tijd=9:15"),
    "hoorzitting_verplaatst": ("op=DAG", "gepland_op=DAG", "was=DAG", "wie=klager", "samen=ja"),
    "hoorzitting_geannuleerd": ("op=DAG", "was=DAG", "wie=klager"),
    "hoorzitting_gehouden": ("op=DAG", "gehoord=klager", "afwezig=aangeklaagde-1", "samen=nee"),
    "verslag_opgemaakt": ("op=DAG", "zitting=DAG", "van=klager", "delen=niet"),
    "feitenoverzicht_verzonden": ("op=DAG", "reactie_tot_en_met=DAG"),
    "feiten_reactie_ontvangen": ("op=DAG", "door=klager", "zienswijze=ja"),
    "voorziening_gevraagd": ("op=DAG", "door=werkgever"),
    "advies_verdaagd": ("op=DAG", "tot_en_met=DAG"),
    "advies_uitgebracht": ("op=DAG", "voor=2", "strekking=Anders", "aard=corrigerend", "hoorverslag=nee"),
    "beslissing_verdaagd": ("op=DAG", "duur=P2W", "duur=P9W", "tot_en_met=DAG", "reden=anders"),
    "beslissing_genomen": ("op=DAG", "strekking=Anders", "wijkt_af=ja"),
    "niet_ontvankelijk_geadviseerd": ("op=DAG", "grond=9.1.a,10.2", "reden=anders"),
    "brief_verzonden": ("op=DAG", "brief=advies", "aan=werkgever", "eigen=ja"),
}  # fmt: skip
_BIJLAGE = [{"bestand": "mail.txt"}]
_THUIS = {"adres": "Spui 9", "postcode": "2511 BL", "plaats": "Den Haag"}
AANVULLINGEN: tuple[dict[str, Any], ...] = (
    {"klager": {"adres": "Spui 9"}, "dagtekening": "2026-04-20"},
    {"gedraging": [{"nummer": 1, "wanneer": "2026-03-03"}], "bijlage": _BIJLAGE},
    {"aangeklaagde": [{"naam": "T. Mol"}]},
    {"gedraging": [{"omschrijving": "Nog iets.", "wanneer": "2026"}], "procedures": {"rechter": True}},
)
# Wat een klaagschrift anders heeft dan het volledige.
KLAAGSCHRIFTEN: tuple[dict[str, Any], ...] = (
    {}, {}, {}, {"dagtekening": None}, {"klager": {"naam": "T. Achterberg"}, "bijlage": _BIJLAGE},
    {"aangeklaagde": [{"naam": "M. Zomerdijk", "onderdeel": "Facilitair Bedrijf"}, {"naam": "A. Çelik"}],
     "gedraging": [{"categorie": "pesten", "omschrijving": "Steeds.", "wanneer": "2025-05"},
                   {"omschrijving": "Een keer.", "wanneer": "2026-04"}]},
    {"aangeklaagde": [], "gedraging": [], "stap": []},
)  # fmt: skip


# ---- van stap naar opdracht ----


class Stap(NamedTuple):
    """What is done next, some days on. `keus` picks among what there is then; `terug`: so many days ago it was.

    toch: where klacht asks for a reason, or for an address first, it gets that.
    """

    wat: str
    keus: int = 1
    zaak: int = 0
    dagen: int = 0
    terug: int = 0
    toch: bool = True
    hoe: str = ""


STAP = st.builds(
    Stap,
    wat=st.sampled_from(["verder"] * 6 + ["te doen"] * 5 + ["thema"] * 5 + ["kan", "zijpad", "los", "corrigeer"] * 2
                        + ["ontvang", "kijk", "kalender"]),
    keus=st.integers(0, 999),
    zaak=st.sampled_from([0, 0, 0, 1, 2]),
    dagen=st.sampled_from([0, 0, 0, 1, 1, 2, 4, 9, 16, 40]),
    terug=st.sampled_from([0] * 9 + [1, 5, 20, -3]),
    toch=st.sampled_from([True, True, False]),
    hoe=st.sampled_from([""] * 12 + ["proef", "laat"]),
)  # fmt: skip
# Wat klacht zelf voorstelt, mag ook van de procedure.
VOORGESTELD = {"verder", "te doen", "kan", "zijpad"}
MAG_NIET = {"al-gebeurd", "eerst-iets-anders", "handeling-onbekend"}


class Typist:
    """Turns steps into commands, by what the cases of the work folder then are."""

    def __init__(self, s: Secretaris, klaagschrift: Klaagschrift, thema: str) -> None:
        self.s, self.klaagschrift = s, json.loads(msgspec.json.encode(klaagschrift))
        self.klaagschrift["aangeklaagde"][0] |= _THUIS
        self.thema = [o for o in OPDRACHTEN if o.startswith(THEMAS[thema])]

    def doe(self, stap: Stap) -> None:
        """One step."""
        self.s.wacht(stap.dagen)
        zaken = self.s.zaken()
        if not zaken or (stap.wat == "ontvang" and len(zaken) < 3):
            self._typ(f"ontvang {self._klaagschrift(stap, len(zaken))} --toch", stap)
            return
        nummer = zaken[stap.zaak % len(zaken)]
        zaak, verder = self.s.zaak(nummer)
        if zaak.gesloten and stap.wat in VOORGESTELD:
            self._typ(f"heropen {nummer} --reden -", stap)
        elif stap.wat == "te doen" and stap.keus % 3 == 0:
            self._post(nummer, stap)
        elif stap.wat == "kalender":
            self._nieuwe_kalender(nummer, stap)
        else:
            keuze = self._keuze(nummer, verder, stap)
            ruw = (keuze or OPDRACHTEN)[stap.keus % len(keuze or OPDRACHTEN)]
            code = self._typ(self._vul(ruw.removeprefix("klacht "), zaak, stap), stap).geweigerd
            assert not (keuze and stap.wat in VOORGESTELD and code in MAG_NIET), f"zelf voorgesteld\n{self.s.hoe}"

    def probeer_wat_te_doen_is(self, nummer: str) -> None:
        """What klacht says is to be done, may be done now."""
        zaak, verder = self.s.zaak(nummer)
        for p in verder.te_doen:
            opdracht = self._vul(p.opdracht.removeprefix("klacht "), zaak, Stap("te doen", keus=5))
            assert self.s.typ(f"{opdracht} --proef").geweigerd not in MAG_NIET, f"zelf voorgesteld\n{self.s.hoe}"

    def _keuze(self, nummer: str, verder: Vervolg, stap: Stap) -> list[str]:
        """What can be typed for a step of this kind; nothing where klacht proposes nothing."""
        te_doen = [p.opdracht for p in verder.te_doen]
        kan = [o.replace(nummer, "Z") for o in (*te_doen, *verder.mogelijk)]
        return {
            "verder": [o for deel in VERDER for o in kan if deel in o][:1], "te doen": te_doen[:3],
            "kan": verder.mogelijk, "zijpad": verder.zijpaden, "kijk": KIJK, "thema": self.thema,
            "corrigeer": [self._correctie(nummer, stap)] if stap.wat == "corrigeer" else [],
        }.get(stap.wat, [])  # fmt: skip

    def _typ(self, opdracht: str, stap: Stap) -> Getypt:
        if stap.hoe == "laat":
            self.s.wacht(laat=1 + stap.keus % 4)
        proef = " --proef" if stap.hoe == "proef" and stap.wat != "kijk" else ""
        gedaan = self.s.typ(opdracht + proef)
        adres = re.search(r"klacht (adres \S+ \S+) BESTAND", gedaan.fout)
        if gedaan.geweigerd == "vraagt-een-reden" and stap.toch:
            return self.s.typ(f"{opdracht} --toch -{proef}")
        if gedaan.geweigerd == "brief-onvolledig" and stap.toch and adres:
            self.s.typ(f"{adres[1]} {VOORBEELDEN / 'adres.toml'}")
        return gedaan

    def _post(self, nummer: str, stap: Stap) -> None:
        """Every letter that is due, and those that were made gone out."""
        self._typ(f"brief {nummer} --alle", stap)
        for p in self.s.zaak(nummer)[1].te_doen:
            if p.gemaakt_op:
                self._typ(p.opdracht.removeprefix("klacht ").replace("DATUM", str(self.s.vandaag)), stap)

    def _vul(self, opdracht: str, zaak: Zaak, stap: Stap) -> str:
        """What stands in capitals, and what is a choice, filled in."""
        opdracht = opdracht.replace("SOORT", SOORTEN).replace("P-Z", f"P-{zaak.nummer}")
        ruw = opdracht.replace("PARTIJ", "|".join(partijen(zaak.klaagschrift))).split()
        verb, uit = ruw[0], list[str]()
        for vorig, woord in zip(["", *ruw], ruw, strict=False):
            delen = woord.split("|")
            vul = {
                "Z": lambda: zaak.nummer, "GROND": lambda: "welzijn" if verb == "voorziening" else "9.1.b",
                "DUUR": lambda: f"P{1 + stap.keus % 4}W", "BESTAND": lambda: self._bestand(verb, zaak, stap),
                "DATUM": lambda vorig=vorig: str(self._datum(vorig, ruw, zaak, stap)),
            }.get(woord)  # fmt: skip
            uit.append(vul() if vul else delen[stap.keus // 7 % len(delen)])
        if verb == "besluit" and "niet-ontvankelijk" in opdracht and stap.keus % 4:
            uit += ["--reden", "-"]
        if stap.terug and verb in OP and "DATUM" not in ruw:
            uit += ["--op", str(self.s.vandaag - timedelta(days=stap.terug))]
        return " ".join(uit)

    def _datum(self, vorig: str, ruw: list[str], zaak: Zaak, stap: Stap) -> date:
        """A day that fits what is asked: of a hearing its own, which is waited for; of what is to come, a later one."""
        gepland = [z.dag for z in zaak.zittingen if z.gepland]
        if gepland and (vorig == "--gehouden" or "--geannuleerd" in ruw):
            if vorig == "--gehouden" and stap.keus % 5:
                self.s.wacht((min(gepland) - self.s.vandaag).days)
            return min(gepland)
        verder = {"--tot": 5 + stap.keus % 60, "--reactie-tot": 5 + stap.keus % 20, "--stukken-tot": stap.keus % 9}
        planning = 3 + stap.keus % 21 if ruw[0] == "hoor" and not vorig.startswith("--") else -stap.terug
        return self.s.vandaag + timedelta(days=verder.get(vorig, planning))

    def _bestand(self, verb: str, zaak: Zaak, stap: Stap) -> str:
        keus = stap.keus // 7
        rol = ("getuige", "deskundige", "raadsman")[keus % 3]
        voor = ["De klacht over u is voor een deel gegrond."] * len(zaak.klaagschrift.aangeklaagde)
        inhoud: dict[str, Any] = {
            "vul-aan": AANVULLINGEN[keus % len(AANVULLINGEN)],
            "beslis": {"strekking": "Wij volgen het advies.", "motivering": "Goed onderbouwd.", "wijkt_af": False,
                       "voor_klager": "Voor een deel gegrond.", "voor_aangeklaagde": voor},
            "betrek": {"naam": ("S. Bakker", "W. Kok")[stap.keus % 2], "rol": rol, "aanhef": "geen",
                       "onderwerp": "Het overleg.", **_THUIS, **({"voor": "klager"} if rol == "raadsman" else {})},
        }  # fmt: skip
        vast = {"adres": "adres.toml", "adviseer": "advies.toml"}
        return str(VOORBEELDEN / vast[verb]) if verb in vast else self.s.bestand(f"{verb}.json", inhoud[verb])

    def _klaagschrift(self, stap: Stap, hoeveelste: int) -> str:
        dag = self.s.vandaag - timedelta(days=max(0, stap.terug))
        k = self.klaagschrift | KLAAGSCHRIFTEN[stap.keus % len(KLAAGSCHRIFTEN)] | {"ontvangen_op": str(dag)}
        return self.s.bestand(f"klaagschrift-{hoeveelste}.json", {v: w for v, w in k.items() if w is not None})

    def _correctie(self, nummer: str, stap: Stap) -> str:
        """One of the last entries, with other values or taken out."""
        verloop = self.s.verloop(nummer)
        nr, e = verloop[-1 - stap.keus % min(len(verloop), 12)]
        kan = (*ZET.get(e.soort, ("op=DAG",)), None)
        zet = kan[stap.keus // 13 % len(kan)]
        if isinstance(zet, dict):
            veld = "aanvulling" if isinstance(e, g.AanvullingOntvangen) else "klaagschrift"
            ontvangen = {"ontvangen_op": e.klaagschrift.ontvangen_op} if isinstance(e, g.KlaagschriftOntvangen) else {}
            return f"corrigeer Z {nr} --met {self.s.bestand('correctie.json', {veld: ontvangen | zet})} --reden -"
        dag = g.gebeurd_op(e) + timedelta(days=(-9, -1, 1, 3, 12)[stap.keus // 5 % 5])
        return f"corrigeer Z {nr} {f'--zet {zet}'.replace('DAG', str(dag)) if zet else '--vervalt'} --reden -"

    def _nieuwe_kalender(self, nummer: str, stap: Stap) -> None:
        """One more day made equal by besluit, in config/kalender; taken into use in a case, or in all."""
        pad = self.s.werkmap.config / "kalender" / "gelijkgestelde_dagen.toml"
        dag = self.s.vandaag + timedelta(days=10 + stap.keus % 60)
        tekst = pad.read_text(encoding="utf-8")
        if str(dag) not in tekst:
            pad.write_text(f'{tekst}\n[[besluit]]\nbron = "KB {dag}"\ndagen = [{dag}]\n', encoding="utf-8")
        self._typ(f"beheer regels {nummer if stap.keus % 2 else ''} --kalender --neem-over", stap)


# ---- de reeksen ----


@settings(
    max_examples=VEEL or 8, derandomize=not VEEL, suppress_health_check=list(HealthCheck),
    phases=(Phase.generate, Phase.shrink) if VEEL else (Phase.generate,),  # a failure shows all that was typed
)  # fmt: skip
@given(
    begin=st.integers(0, len(VERDER) - 1),
    thema=st.sampled_from(sorted(THEMAS)),
    regeling=st.sampled_from([KAMER, KAMER, KAMER, "awb-9"]),
    stappen=st.integers(1, 60 if VEEL else 20).flatmap(lambda n: st.lists(STAP, min_size=n, max_size=n)),
)
def test_wat_er_ook_wordt_getypt(
    begin: int,
    thema: str,
    regeling: str,
    stappen: list[Stap],
    aan_het_werk: AanHetWerk,
    klaagschrift: Callable[..., Klaagschrift],
) -> None:
    """From some way through the procedure: no command breaks, no refusal leaves a trace, and the journal holds."""
    with aan_het_werk() as s:
        commissie = s.werkmap.config / "commissie.toml"
        commissie.write_text(commissie.read_text(encoding="utf-8").replace(KAMER, regeling), encoding="utf-8")
        typist = Typist(s, klaagschrift(), thema)
        for stap in (*[Stap("verder")] * begin, *stappen):
            typist.doe(stap)
        for uit in {f"code {x.code} {x.geweigerd}" for x in s.getypt} | {
            f"fase {s.zaak(z)[0].fase}" for z in s.zaken()
        }:
            event(uit)
        houdt_stand(s, "", *(["--anoniem"] if VEEL else []))


# ---- wat zij vonden ----

ONDERZOEK = ("04-24 ontvang klacht.json", "04-24 besluit 1 compleet", "05-06 besluit 1 ontvankelijk")
STIL = "05-08 bemiddel 1 opgeschort --instemming-op 2026-05-08"
# De kortste reeks die het laat zien. NR: de laatste vastlegging. Na zoveel ! keer op de klok kijken is het morgen.
GEVONDEN: dict[str, tuple[str, ...]] = {
    "de tijd van een zitting gecorrigeerd": (
        *ONDERZOEK, "05-06 hoor 1 2026-05-20 --wie klager --tijd 10:00",
        "05-07 corrigeer 1 NR --zet tijd=9.15 --reden -",
    ),
    "hervat om middernacht": (*ONDERZOEK, STIL, "05-20!!! bemiddel 1 hervat"),
    "gecorrigeerd om middernacht, terwijl de termijnen stilstaan": (
        *ONDERZOEK, STIL, "05-20!! corrigeer 1 NR --zet op=2026-05-11 --reden -",
    ),
    "getoetst toen vragen niet meer kon": (
        "04-24 ontvang half.json", "04-24 besluit 1 compleet", "05-06 besluit 1 ontvankelijk", "05-07 toets 1",
    ),
    "een tekst gecorrigeerd die in een anoniem pakket is weggelaten": (
        "04-24 ontvang klacht.json", "04-25 besluit 1 compleet --reden Helder",
        "04-26 corrigeer 1 NR --zet reden=Anders --reden -",
    ),
    "getoetst na de intrekking": ("04-24 ontvang klacht.json", "04-25 trek-in 1", "04-26 toets 1"),
}  # fmt: skip


@pytest.mark.parametrize("reeks", GEVONDEN.values(), ids=GEVONDEN)
def test_wat_eerder_is_gevonden(
    reeks: tuple[str, ...], aan_het_werk: AanHetWerk, klaagschrift: Callable[..., Klaagschrift]
) -> None:
    """Each command is done, what then is to be done may be done, and the journal holds."""
    with aan_het_werk() as s:
        s.bestand("klacht.json", klaagschrift())
        s.bestand("half.json", klaagschrift(dagtekening=None))
        for regel in reeks:
            dag, _, opdracht = regel.partition(" ")
            s.wacht((date.fromisoformat(f"2026-{dag.strip('!')}") - s.vandaag).days)
            s.wacht(laat=dag.count("!"))
            nr = str(s.verloop("K2026-001")[-1][0]) if "NR" in opdracht else ""
            assert s.typ(opdracht.replace("NR", nr)).code == 0, s.hoe
        Typist(s, klaagschrift(), "intake").probeer_wat_te_doen_is("K2026-001")
        houdt_stand(s, "", "--anoniem")
