"""The demo: fictional cases from klaagschrift to nazorg, by the very commands that a secretary types.

Its clock stands still at the day of each command, so that months go by in a moment and every date is a true one.
"""

from __future__ import annotations

import io
import shlex
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from string import Template

import typer

from klachtcli import klok
from klachtcli.cli import scherm
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.recht.datum import voluit
from klachtcli.recht.kalender import Kalender
from klachtcli.secretariaat.plekken import meegeleverd

# On which day of the demo what is typed. 1: the whole way; 2: too long ago; 3: withdrawn.
VERLOOP = """
0    ontvang post/klaagschrift.toml
0    toets {1}
1    vul-aan {1} --gevraagd
1    brief {1} --alle
1    brief {1} ontvangstbevestiging --verzonden {dag}
1    brief {1} verzoek-aanvulling --verzonden {dag}
8    vul-aan {1} post/aanvulling.toml
8    toets {1}
8    besluit {1} compleet
9    bemiddel {1} voorgesteld --aan klager
9    brief {1} voorstel-bemiddeling
9    brief {1} voorstel-bemiddeling --verzonden {dag}
10   ontvang post/te-laat.toml
10   toets {2}
11   brief {2} ontvangstbevestiging
11   brief {2} ontvangstbevestiging --verzonden {dag}
11   bemiddel {1} aanvaard --door klager
14   besluit {2} compleet
15   besluit {1} ontvankelijk
15   brief {1} --alle
15   brief {1} mededeling-ontvankelijk --verzonden {dag}
15   brief {1} afschrift-klacht --verzonden {dag}
16   bemiddel {1} voorgesteld --aan aangeklaagde
16   brief {1} voorstel-bemiddeling
16   brief {1} voorstel-bemiddeling --verzonden {dag}
17   besluit {2} advies-niet-ontvankelijk --grond 10.2 --reden "Alles was te lang geleden." --toch "Niet te herstellen."
17   brief {2} --alle
17   brief {2} advies-niet-ontvankelijk --verzonden {dag}
17   brief {2} bericht-niet-ontvankelijk --verzonden {dag}
21   bemiddel {1} geweigerd --door aangeklaagde
21   commissie {1}
21   voorziening {1} gevraagd --door klager --grond welzijn --maatregel "Tijdelijk een andere leidinggevende."
21   brief {1} tijdelijke-voorziening
21   brief {1} tijdelijke-voorziening --verzonden {dag}
22   voorziening {1} overlegd
22   voorziening {1} getroffen
22   betrek {1} post/betrokkene.toml
22   hoor {1} {zitting} --wie klager --tijd 10:00 --plaats "Kamer 12"
22   hoor {1} {zitting} --wie aangeklaagde --tijd 13:30 --plaats "Kamer 12"
22   brief {1} --alle
22   brief {1} uitnodiging-klager --verzonden {dag}
22   brief {1} uitnodiging-aangeklaagde --verzonden {dag}
22   brief {1} uitnodiging-genodigde --verzonden {dag}
24   ontvang post/ingetrokken.toml
24   toets {3}
24   brief {3} ontvangstbevestiging
24   brief {3} ontvangstbevestiging --verzonden {dag}
30   trek-in {3}
30   brief {3} sluiting-na-intrekking
30   brief {3} sluiting-na-intrekking --verzonden {dag}
30   sluit {3}
31   besluit {2} niet-ontvankelijk --reden "Wij volgen het advies van de commissie: de gedraging was te lang geleden."
31   brief {2} besluit-niet-ontvankelijk
31   brief {2} besluit-niet-ontvankelijk --verzonden {dag}
31   brief {2} doorverwijzing --gegevens post/doorverwijzing.toml
31   brief {2} doorverwijzing --verzonden {dag}
32   sluit {2}
36   hoor {1} --gehouden {dag}
38   onderzoek {1} ter-plaatse
42   onderzoek {1} bevindingen
43   verslag {1} --van klager --delen met-weglatingen --reden "Enkele zinnen gingen over iemand buiten de zaak."
43   verslag {1} --van aangeklaagde
45   feiten {1} --verzonden {dag}
45   brief {1} feitenoverzicht
45   brief {1} feitenoverzicht --verzonden {dag}
52   feiten {1} --reactie-van klager --zienswijze
56   feiten {1} --reactie-van aangeklaagde
59   feiten {1} --gesloten {dag}
63   verdaag {1} advies --tot {later} --reden "Niet alle leden konden op tijd bij elkaar komen."
63   brief {1} verdaging-advies
63   brief {1} verdaging-advies --verzonden {dag}
80   adviseer {1} post/advies.toml
80   brief {1} --alle
80   brief {1} advies --verzonden {dag}
80   brief {1} afschrift-advies --verzonden {dag}
81   adviseer {1} --ontvangen {dag}
101  verdaag {1} beslissing --met "2 weken" --reden "Wij willen eerst met de arbodienst spreken."
101  brief {1} verdaging-beslissing --verzonden {dag}
112  brief {1} antwoord-avg --aan klager --gegevens post/avg.toml
112  brief {1} antwoord-avg --aan klager --verzonden {dag}
115  beslis {1} post/beslissing.toml
115  brief {1} beslissing
115  brief {1} beslissing --verzonden {dag}
115  beslis {1} --commissie-geinformeerd {dag}
119  brief {1} sluiting-en-nazorg
119  brief {1} sluiting-en-nazorg --verzonden {dag}
120  sluit {1}
121  jaarverslag {jaar} --voorlopig
121  brief {jaar} aanbieding-jaarverslag --aan werkgever --gegevens post/jaarverslag.toml
121  overzicht -o post/overzicht.xlsx
121  vandaag
121  lijst --alles
121  audit controleer
121  audit herspeel
"""
_DAGEN = 122
_ZITTING = 36  # or the first working day after it
_ONTVANGEN = (0, 10, 24)  # when each case came in
_SLOT = ("vandaag", "lijst", "audit")  # what is shown whole


def vertoon(map_: Path) -> None:
    """Run the demo in a new folder. Raises Invoerfout where the folder holds something."""
    if map_.exists() and (not map_.is_dir() or any(map_.iterdir())):
        raise Invoerfout("map-niet-leeg", f"{map_} is niet leeg", herstel="Noem een andere map: klacht demo ANDERE-MAP")
    begin = klok.vandaag() - timedelta(days=_DAGEN + 1)
    begin -= timedelta(days=begin.weekday())  # a Monday
    _leg_klaar(map_, begin)
    _doe("init .", begin, map_)
    zitting = _werkdag(begin + timedelta(days=_ZITTING))
    for regel in VERLOOP.strip().splitlines():
        nummer, _, opdracht = regel.partition(" ")
        dag = zitting if int(nummer) == _ZITTING else begin + timedelta(days=int(nummer))
        _doe(_ingevuld(opdracht.strip(), begin, dag, zitting), dag, map_)
    zaak = f"K{begin.year}-001"
    scherm.zeg(f"""
Klaar. Alles is verzonnen. In {map_} staan:
  post/                 wat binnenkwam, en wat de secretaris aanreikte
  brieven/              elke brief, per zaak (open ze in Word of LibreOffice)
  jaarverslagen/        het jaarverslag, voor het bevoegd gezag en voor de ondernemingsraad
  post/overzicht.xlsx   het overzicht voor de voorzitter (open het in Excel of LibreOffice)
  config/               regeling, kalender, commissie en fracties, als tekst
  journaal.sqlite       elke handeling, verzegeld en geketend

Kijk verder, bijvoorbeeld:
  klacht toon {zaak} --map {map_}
  klacht termijnen {zaak} --uitleg --map {map_}""")


def _werkdag(dag: date) -> date:
    """This day, or the first working day after it."""
    kalender = Kalender(lees_kalender(meegeleverd() / "config" / "kalender"))
    return next(d for n in range(10) if not kalender.vrij(d := dag + timedelta(days=n)))


def _ingevuld(opdracht: str, begin: date, dag: date, zitting: date) -> str:
    jaren = [(begin + timedelta(days=d)).year for d in _ONTVANGEN]
    for n, jaar in enumerate(jaren, 1):
        opdracht = opdracht.replace(f"{{{n}}}", f"K{jaar}-{jaren[:n].count(jaar):03d}")
    return opdracht.format(dag=dag, jaar=begin.year, zitting=zitting, later=begin + timedelta(days=85))


def _leg_klaar(map_: Path, begin: date) -> None:
    """What comes in and what is handed over, with days close to today, and a committee to name in the letters."""
    bron = meegeleverd() / "voorbeelden"
    dagen = {f"dag_{n}": str(begin + timedelta(days=n)) for n in range(_DAGEN)}
    dagen |= {f"dag_min_{n}": str(begin - timedelta(days=n)) for n in range(1, 501)}
    dagen["dag_112_voluit"] = voluit(begin + timedelta(days=108))
    paden = {f"post/{pad.name}": pad for pad in sorted((bron / "demo").iterdir())}
    paden |= {f"post/{naam}.toml": bron / f"{naam}.toml" for naam in ("betrokkene", "advies", "beslissing")}
    paden["config/commissie.toml"] = bron / "commissie.toml"
    for doel, pad in paden.items():
        (map_ / doel).parent.mkdir(parents=True, exist_ok=True)
        tekst = Template(pad.read_text(encoding="utf-8")).substitute(dagen)
        (map_ / doel).write_text(tekst, encoding="utf-8")


def _doe(opdracht: str, dag: date, map_: Path) -> None:
    """Type one command on its day; of most only what was recorded is shown."""
    from klachtcli.cli.start import voer_uit

    scherm.zeg(f"{dag}  $ klacht {opdracht}")
    woorden = [str(map_ / w) if w.startswith("post/") or w == "." else w for w in shlex.split(opdracht)]
    gekozen = [] if woorden[0] == "init" else ["--map", str(map_)]
    vangst = io.StringIO()
    with klok.stilgezet(dag), redirect_stdout(vangst), redirect_stderr(vangst):
        code = voer_uit([*gekozen, *woorden])
    regels = vangst.getvalue().strip().splitlines()
    eerste = regels.index("") + 1 if woorden[0] == "toets" and "" in regels else 0  # its outcome stands below a table
    for regel in regels if woorden[0] in _SLOT or code else regels[eerste : eerste + 1]:
        scherm.zeg(f"            {regel}")
    if code:
        raise typer.Exit(code)
