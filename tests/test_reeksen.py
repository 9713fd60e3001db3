"""Any sequence of acts, as a secretary types them: whatever is typed, nothing breaks, and all that is recorded replays.

A sequence is drawn as steps; each becomes a command by what the case then is: most often one that klacht itself says is
to be done or possible, sometimes any other. The clock goes on with every reading of it, as clocks do.

    KLACHT_REEKSEN=500 pytest tests/test_reeksen.py      other sequences each time, and so many of them
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
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
from klachtcli.zaak.klaagschrift import (
    Aanvulling, AanvullingGedraging, AanvullingPersoon, Bijlage, Gedraging, Klaagschrift, Persoon, Procedures,
)  # fmt: skip
from klachtcli.zaak.partijen import partijen
from klachtcli.zaak.vervolg import Vervolg, vervolg
from klachtcli.zaak.zaak import Zaak

VEEL = int(os.environ.get("KLACHT_REEKSEN", "0"))
VOORBEELDEN = Path(__file__).parents[1] / "voorbeelden"
BEGIN = datetime(2026, 4, 24, 11, tzinfo=UTC)
TIK = timedelta(milliseconds=1)


# ---- wie typt ----


class Getypt(NamedTuple):
    """A command as it was typed, on which day, and what came of it."""

    dag: date
    opdracht: str
    code: int
    uit: str
    fout: str

    def __str__(self) -> str:
        return f"{self.dag} {self.opdracht} -> {self.code}" + (f" {self.fout.strip()}" if self.fout else "")


class Secretaris:
    """Types commands in one work folder and holds each against what is promised of every command."""

    def __init__(self, map_: Path, geheim: tuple[str, ...]) -> None:
        self.map, self.werkmap, self.geheim = map_, Werkmap(map_ / "zaken"), geheim
        self.nu, self.getypt, self.post = BEGIN, list[Getypt](), map_ / "post"
        self.post.mkdir()
        (self.post / "mail.txt").write_text("Fictief.")

    def lees_klok(self) -> datetime:
        self.nu += TIK
        return self.nu

    @property
    def vandaag(self) -> date:
        return klok.in_amsterdam(self.nu).date()

    def wacht(self, dagen: int, *, laat: bool = False) -> None:
        """Some days on, at ten; `laat`: the last moment of that day, so that the next begins while the act is done."""
        if not dagen and not laat:
            return
        dag = self.vandaag + timedelta(days=dagen)
        om = time(23, 59, 59, 997_000) if laat else time(10)
        self.nu = max(self.nu, datetime.combine(dag, om, tzinfo=klok.amsterdam()).astimezone(UTC))

    def tot(self, dag: date) -> None:
        self.wacht(max(0, (dag - self.vandaag).days))

    def bestand(self, naam: str, inhoud: Any) -> str:
        (self.post / naam).write_bytes(msgspec.json.encode(inhoud))
        return naam

    def typ(self, opdracht: str) -> Getypt:
        """Run a command; standard input holds a reason, for whoever asks for one."""
        voor, dag = self.stand(), self.vandaag
        uit, fout = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as m, redirect_stdout(uit), redirect_stderr(fout):
            m.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Zo was het."), encoding="utf-8"))
            code = voer_uit(opdracht.split())
        gedaan = Getypt(dag, opdracht, code, uit.getvalue(), fout.getvalue())
        self.getypt.append(gedaan)
        self._houd_vast(gedaan, voor)
        return gedaan

    def stand(self) -> object:
        """What the work folder holds: the head of the journal, and the files beside it."""
        with self.werkmap.journaal() as journaal:
            zegel = str(journaal.zegel())
        return zegel, sorted(p.name for p in (self.werkmap.pad / "brieven").rglob("*"))

    def _houd_vast(self, g: Getypt, voor: object) -> None:
        hoe = "\n".join(map(str, self.getypt))
        assert 0 <= g.code <= 3, f"de map is heel, en toch code {g.code}\n{hoe}"
        assert "Traceback" not in g.fout + g.uit, hoe
        assert "[onverwacht]" not in g.fout, hoe
        assert not [w for w in self.geheim if w.casefold() in g.fout.casefold()], hoe
        assert g.code < 2 or g.fout.rstrip().endswith("]"), f"geen vaste code\n{hoe}"
        if (g.code >= 2 or "--proef" in g.opdracht) and "--alle" not in g.opdracht:  # of those, what can be made is
            assert self.stand() == voor, f"niet gedaan, en toch veranderd\n{hoe}"

    def zaak(self, nummer: str) -> tuple[Zaak, Vervolg]:
        """A case as it now is, and what klacht says of it."""
        with self.werkmap.journaal() as journaal:
            dossiers = Dossiers(journaal)
            zaak = dossiers.zaak(nummer)
            return zaak, vervolg(zaak, dossiers.rekenaar(zaak), self.vandaag)

    def zaken(self) -> list[str]:
        with self.werkmap.journaal() as journaal:
            return list(journaal.geopend())

    def verloop(self, nummer: str) -> list[tuple[int, g.Gebeurtenis]]:
        with self.werkmap.journaal() as journaal:
            return [(v.nummer, v.gebeurtenis) for v in journaal.lees(nummer)]


# ---- wat er getypt kan worden ----

# Z: the zaak; DATUM, PARTIJ, BESTAND, GROND and a|b are filled in, as a secretary does with what klacht shows.
LOS = """
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
verdaag Z beslissing --tot DATUM --reden -
verdaag Z beslissing --met P4W|P1W|P3D|P1M|P5W --reden -
verdaag Z beslissing --met P2W --reden - --met-instemming
verdaag Z advies --met P2W|P4W
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
_OP = {"vul-aan", "besluit", "trek-in", "adres", "bemiddel", "voorziening", "commissie", "betrek", "verslag",
       "onderzoek", "adviseer", "beslis", "verdaag", "nazorg", "sluit", "heropen", "signalen"}  # fmt: skip
_TOCH = {"besluit", "bemiddel", "voorziening", "commissie", "betrek", "hoor", "verslag", "feiten", "adviseer",
         "beslis", "verdaag"}  # fmt: skip
# What a correction can say, per kind; of every other kind the day.
ZET: dict[str, tuple[str, ...]] = {
    "klaagschrift_ontvangen": ("op=DAG", '{"klaagschrift": {"dagtekening": null}}', '{"klaagschrift": {"gedraging": '
                               '[{"wanneer": "2024-03", "omschrijving": "Lang geleden."}]}}',
                               '{"klaagschrift": {"klager": {"naam": "A. Mol", "adres": null}}}',
                               '{"klaagschrift": {"aangeklaagde": []}}'),
    "aanvulling_ontvangen": ("op=DAG", '{"aanvulling": {"gedraging": [{"nummer": 1, "wanneer": "2026-02"}]}}'),
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
    "signaal_besproken": ("op=DAG",),
}  # fmt: skip


class Stap(NamedTuple):
    """What is done next. `keus` picks among what there is then; `terug`: how many days ago it is said to have been."""

    wat: str
    keus: int = 0
    zaak: int = 0
    dagen: int = 0
    terug: int = 0
    toch: bool = True
    hoe: str = ""


_WAT = st.sampled_from(["verder"] * 8 + ["te_doen"] * 6 + ["kan"] * 2 + ["zijpad"] * 2 + ["los"] * 3
                       + ["corrigeer", "corrigeer", "ontvang", "kijk", "kalender"])  # fmt: skip
# The way to the end: what is possible and stands first here, brings the case further.
VERDER = ("toets", "compleet", "ontvankelijk", "commissie", "hoor Z DATUM", "--gehouden", "verslag", "feiten Z --verzonden",
          "feiten Z --gesloten", "adviseer Z BESTAND", "--ontvangen", "beslis Z BESTAND", "--commissie-geinformeerd", "sluit")  # fmt: skip
STAP = st.builds(
    Stap, _WAT, st.integers(0, 999), st.sampled_from([0, 0, 0, 1, 2]), st.sampled_from([0, 0, 0, 1, 1, 2, 4, 9, 16, 40]),
    st.sampled_from([0] * 7 + [1, 5, 20, -3]), st.sampled_from([True, True, False]),
    st.sampled_from([""] * 12 + ["proef", "laat"]),
)  # fmt: skip


class Typist:
    """Turns steps into commands, by what the cases of the work folder then are."""

    def __init__(self, s: Secretaris, klaagschrift: Klaagschrift) -> None:
        self.s, self.klaagschrift = s, klaagschrift

    def doe(self, stap: Stap) -> None:
        """One step; where klacht asks for a reason it gets one, or not."""
        self.s.wacht(stap.dagen)
        zaken = self.s.zaken()
        if not zaken or (stap.wat == "ontvang" and len(zaken) < 3):
            return self._typ(f"ontvang {self._klaagschrift(stap, len(zaken))} --toch", stap)
        nummer = zaken[stap.zaak % len(zaken)]
        if stap.wat == "kalender":
            return self._nieuwe_kalender(nummer, stap)
        zaak, verder = self.s.zaak(nummer)
        if zaak.gesloten and stap.wat in ("verder", "te_doen", "kan", "zijpad"):
            return self._typ(f"heropen {nummer} --reden -", stap) if stap.keus % 2 else None
        if stap.wat == "te_doen" and verder.te_doen and stap.keus % 3 == 0:
            return self._post(nummer, verder, stap)
        keuze = {
            "verder": self._verder(nummer, verder), "te_doen": [p.opdracht for p in verder.te_doen][:3] or verder.mogelijk, "kan": verder.mogelijk,
            "zijpad": verder.zijpaden, "kijk": KIJK,
        }.get(stap.wat) or LOS  # fmt: skip
        ruw = self._correctie(nummer, stap) if stap.wat == "corrigeer" else keuze[stap.keus % len(keuze)]
        opdracht = self._vul(ruw.removeprefix("klacht "), zaak, stap)
        self._typ(opdracht, stap, kijkt=stap.wat == "kijk")

    def _verder(self, nummer: str, verder: Vervolg) -> list[str]:
        kan = [o.replace(nummer, "Z") for o in (*(p.opdracht for p in verder.te_doen), *verder.mogelijk)]
        return [o for deel in VERDER for o in kan if deel in o][:1]

    def _post(self, nummer: str, verder: Vervolg, stap: Stap) -> None:
        """Every letter that is due, and those that were made gone out."""
        self._typ(f"brief {nummer} --alle", stap)
        for p in self.s.zaak(nummer)[1].te_doen:
            if p.gemaakt_op:
                self._typ(p.opdracht.removeprefix("klacht ").replace("DATUM", str(self.s.vandaag)), stap)

    def _typ(self, opdracht: str, stap: Stap, *, kijkt: bool = False) -> None:
        if stap.hoe == "laat":
            self.s.wacht(0, laat=True)
        proef = " --proef" if stap.hoe == "proef" and not kijkt and "--proef" not in opdracht else ""
        g_ = self.s.typ(opdracht + proef)
        if "[vraagt-een-reden]" in g_.fout and stap.toch:
            self.s.typ(f"{opdracht} --toch -{proef}")
        elif "[brief-onvolledig]" in g_.fout and stap.toch and (eerst := re.search(r"klacht (adres \S+ \S+) BESTAND", g_.fout)):
            self.s.typ(f"{eerst[1]} {VOORBEELDEN / 'adres.toml'}")

    def _vul(self, opdracht: str, zaak: Zaak, stap: Stap) -> str:
        """What stands in capitals, and what is a choice, filled in."""
        s, uit = self.s, list[str]()
        ruw = opdracht.replace("SOORT", SOORTEN).replace("P-Z", f"P-{zaak.nummer}").split()
        verb = ruw[0]
        gepland = sorted(z.dag for z in zaak.zittingen if z.gepland)
        for n, woord in enumerate(ruw):
            vorig = ruw[n - 1]
            if "PARTIJ" in woord:
                woord = woord.replace("PARTIJ", "|".join(partijen(zaak.klaagschrift)))
            if "|" in woord:
                delen = woord.split("|")
                woord = delen[stap.keus // 7 % len(delen)]
            if woord == "Z":
                woord = zaak.nummer
            elif woord == "GROND":
                woord = "welzijn" if verb == "voorziening" else "9.1.b"
            elif woord == "DUUR":
                woord = f"P{1 + stap.keus % 4}W"
            elif woord == "BESTAND":
                woord = self._bestand(verb, zaak, stap)
            elif woord == "DATUM":
                dag = s.vandaag - timedelta(days=stap.terug)
                if vorig in ("--gehouden", "--geannuleerd", "--zitting") or "--geannuleerd" in ruw:
                    dag = gepland[0] if gepland else dag
                    if vorig == "--gehouden" and stap.keus % 5:
                        s.tot(dag)
                elif vorig in ("--tot", "--reactie-tot"):
                    dag = s.vandaag + timedelta(days=5 + stap.keus % 60)
                elif vorig == "--stukken-tot":
                    dag = s.vandaag + timedelta(days=stap.keus % 9)
                elif verb == "hoor":
                    dag = s.vandaag + timedelta(days=3 + stap.keus % 21)
                woord = str(dag)
            uit.append(woord)
        if "niet-ontvankelijk" in opdracht and verb == "besluit" and stap.keus % 4:
            uit += ["--reden", "-"]
        if stap.terug and verb in _OP and "DATUM" not in ruw and stap.wat != "kijk":
            uit += ["--op", str(s.vandaag - timedelta(days=stap.terug))]
        return " ".join(uit)

    def _bestand(self, verb: str, zaak: Zaak, stap: Stap) -> str:
        if verb == "vul-aan":
            a = (
                Aanvulling(klager=AanvullingPersoon(adres="Spui 9"), dagtekening=date(2026, 4, 20)),
                Aanvulling(gedraging=(AanvullingGedraging(wanneer="2026-03-03", nummer=1),), bijlage=(Bijlage("mail.txt"),)),
                Aanvulling(aangeklaagde=(AanvullingPersoon(naam="T. Mol"),)),
                Aanvulling(gedraging=(AanvullingGedraging(omschrijving="Nog iets.", wanneer="2026"),), procedures=Procedures(rechter=True)),
            )[stap.keus // 7 % 4]
            return self.s.bestand("aanvulling.json", a)
        if verb == "beslis":
            voor = ["De klacht over u is voor een deel gegrond."] * len(zaak.klaagschrift.aangeklaagde)
            return self.s.bestand("beslissing.json", {"strekking": "Wij volgen het advies.", "motivering": "Goed onderbouwd.",
                                  "wijkt_af": False, "voor_klager": "Voor een deel gegrond.", "voor_aangeklaagde": voor})
        if verb == "betrek":
            rol = ("getuige", "deskundige", "raadsman")[stap.keus // 7 % 3]
            return self.s.bestand("betrokkene.json", {"naam": ("S. Bakker", "W. Kok")[stap.keus % 2], "rol": rol, "aanhef": "geen",
                "adres": "Spui 9", "postcode": "2511 BL", "plaats": "Den Haag", "onderwerp": "Het overleg.",
                **({"voor": "klager"} if rol == "raadsman" else {})})
        return str(VOORBEELDEN / {"adres": "adres.toml", "adviseer": "advies.toml"}[verb])

    def _klaagschrift(self, stap: Stap, hoeveelste: int) -> str:
        dag = self.s.vandaag - timedelta(days=max(0, stap.terug))
        anders: dict[str, Any] = (
            {}, {}, {}, {"dagtekening": None}, {"klager": Persoon(naam="T. Achterberg"), "bijlage": (Bijlage("mail.txt"),)},
            {"aangeklaagde": (Persoon(naam="M. Zomerdijk", onderdeel="Facilitair Bedrijf"), Persoon(naam="A. Çelik")),
             "gedraging": (Gedraging("pesten", "Steeds.", "2025-05"), Gedraging("intimidatie", "Een keer.", "2026-04"))},
            {"aangeklaagde": (), "gedraging": (), "stap": ()},
        )[stap.keus % 7]  # fmt: skip
        if "aangeklaagde" not in anders:
            anders["aangeklaagde"] = (msgspec.structs.replace(self.klaagschrift.aangeklaagde[0], adres="Spui 9", postcode="2511 BL", plaats="Den Haag"),)
        k = msgspec.structs.replace(self.klaagschrift, ontvangen_op=str(dag), **anders)
        return self.s.bestand(f"klaagschrift-{hoeveelste}.json", k)

    def _correctie(self, nummer: str, stap: Stap) -> str:
        verloop = self.s.verloop(nummer)
        nr, e = verloop[-1 - stap.keus % min(len(verloop), 12)]
        kan = (*ZET.get(e.soort, ("op=DAG",)), "--vervalt")
        zet = kan[stap.keus // 13 % len(kan)]
        dag = g.gebeurd_op(e) + timedelta(days=(-9, -1, 1, 3, 12)[stap.zaak % 5])
        if zet.startswith("{"):
            op = getattr(getattr(e, "klaagschrift", None), "ontvangen_op", "")
            (self.s.post / "correctie.json").write_text(zet.replace('ft": {', f'ft": {{"ontvangen_op": "{op}", ', 1))
            zet = "--met correctie.json"
        elif zet != "--vervalt":
            zet = f"--zet {zet.replace('DAG', str(dag))}"
        return f"corrigeer Z {nr} {zet} --reden -"

    def _nieuwe_kalender(self, nummer: str, stap: Stap) -> None:
        """One more day made equal by besluit, in config/kalender; taken into use in a case, or in all."""
        pad = next((self.s.werkmap.config / "kalender").glob("*.toml"))
        dag = self.s.vandaag + timedelta(days=14 + stap.keus % 50)
        _voeg_besluit_toe(pad, dag)
        self._typ(f"beheer regels {nummer if stap.keus % 2 else ''} --kalender --neem-over", stap)


def _voeg_besluit_toe(pad: Path, dag: date) -> None:
    tekst = pad.read_text(encoding="utf-8")
    if str(dag) not in tekst:
        pad.write_text(f'{tekst}\n[[besluit]]\nbron = "KB {dag}"\ndagen = [{dag}]\n', encoding="utf-8")


# ---- wat belooft wordt ----


@pytest.fixture
def aan_het_werk(
    ingericht: Path, tmp_path_factory: pytest.TempPathFactory, persoonlijk: tuple[str, ...]
) -> Callable[[], Any]:
    """A secretary in a fresh work folder, each time."""

    @contextmanager
    def begin() -> Iterator[Secretaris]:
        map_ = tmp_path_factory.mktemp("reeks")
        shutil.copytree(ingericht, map_, dirs_exist_ok=True)
        s = Secretaris(map_, persoonlijk)
        with pytest.MonkeyPatch.context() as m:
            m.setattr(klok, "nu", s.lees_klok)
            m.setenv("KLACHT_MAP", str(s.werkmap.pad))
            m.setenv("KLACHT_SLEUTELMAP", str(map_ / "sleutels"))
            m.chdir(s.post)
            yield s
        shutil.rmtree(map_)

    return begin


def houdt_stand(s: Secretaris) -> None:
    """What is promised of every journal: whole, the same when computed anew, and folded into the same case."""
    hoe = "\n".join(map(str, s.getypt))
    assert s.typ("audit controleer").code == 0, hoe
    spel = s.typ("audit herspeel --json")
    for zaak in json.loads(spel.uit)["zaken"]:
        assert zaak["verschillen"] == [], f"{json.dumps(zaak['verschillen'], indent=1)}\n{hoe}"
        assert zaak["niet_na_te_rekenen"] == [], f"{zaak['niet_na_te_rekenen']}\n{hoe}"
    assert spel.code == 0, hoe
    for nummer in s.zaken():
        assert s.zaak(nummer) == s.zaak(nummer)
        assert json.loads(s.typ(f"toon {nummer} --json").uit)["zaak"] == nummer, hoe


TELLING: Counter[str] = Counter()


@settings(max_examples=VEEL or 12, derandomize=not VEEL, suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
          phases=(Phase.generate, Phase.shrink))
@given(stappen=st.integers(1, 70 if VEEL else 30).flatmap(lambda n: st.lists(STAP, min_size=n, max_size=n)))
def test_wat_er_ook_wordt_getypt(
    stappen: list[Stap], aan_het_werk: Callable[[], Any], klaagschrift: Callable[..., Klaagschrift]
) -> None:
    with aan_het_werk() as s:
        typist = Typist(s, klaagschrift())
        for stap in stappen:
            typist.doe(stap)
        for g_ in s.getypt:
            TELLING[f"code {g_.code}"] += 1
            TELLING[g_.fout.strip().rpartition("[")[2]] += 1
        for nummer in s.zaken():
            event(f"fase: {s.zaak(nummer)[0].fase}")
            TELLING[f"fase {s.zaak(nummer)[0].fase}"] += 1
        if os.environ.get("TOON"): print(*s.getypt, "", sep="\n")
        houdt_stand(s)


def test_tel() -> None:
    print(*TELLING.most_common(), sep="\n")
