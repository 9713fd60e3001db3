"""The annual report of art. 14: counted over a year and the years before it, made in an edition for each reader."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from klachtcli import klok
from klachtcli.fouten import Invoerfout, Onbruikbaar
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.instellingen.jaarverslagen import Jaarverslag, lees_jaarverslag
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import geldend, lees_regelingen
from klachtcli.journaal.opslag import Journaal
from klachtcli.recht.datum import Periode, voluit
from klachtcli.recht.kalender import Kalender
from klachtcli.schijf import reden, schrijf_heel
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken import jaarverslag as vorm
from klachtcli.stukken.brieven import Waarden
from klachtcli.zaak.cijfers import Paar, heel_jaar, jaarcijfers, jaren_tot
from klachtcli.zaak.gebeurtenissen import Ontvanger
from klachtcli.zaak.onderdrukking import Editie, onderdruk, vergrof
from klachtcli.zaak.telling import Cijfers
from klachtcli.zaak.termijnstand import Rekenaar


class Lezer(NamedTuple):
    """Who reads an edition: to whom the letter with it goes, how the text names them, and what it says to them."""

    aan: Ontvanger
    naam: str
    voor_wie: str


LEZERS = {
    "bevoegd-gezag": Lezer(
        "werkgever",
        "het bevoegd gezag",
        "Dit verslag is vertrouwelijk en geanonimiseerd. De ondernemingsraad krijgt een eigen editie, ter informatie.",
    ),
    "ondernemingsraad": Lezer(
        "ondernemingsraad",
        "de ondernemingsraad",
        "Dit verslag is geanonimiseerd. De ondernemingsraad krijgt het ter informatie; het bevoegd gezag krijgt een "
        "eigen editie.",
    ),
}
_JAAR = re.compile(r"20\d\d", re.ASCII)
_MEESTE_NAMEN = 1000
_NOEM = 5


class Telling(NamedTuple):
    """The figures of a year, those of the years before it first; what they were counted from, and what to know."""

    jaar: int
    periode: Periode
    voorlopig: bool
    reeks: list[Cijfers]
    instelling: Jaarverslag
    waarden: Waarden
    gemaakt: datetime
    opmerkingen: list[str]

    @property
    def cijfers(self) -> Cijfers:
        """Those of the year itself."""
        return self.reeks[-1]


class Gemaakt(NamedTuple):
    """One file of the report: new, there already to the byte, or beside another that has its name."""

    pad: Path
    stand: Literal["nieuw", "stond er al", "ernaast"]


def lees_jaar(tekst: str, *, voorbeeld: str = "klacht jaarverslag 2025") -> int:
    """The year that was typed. Raises Invoerfout."""
    if not _JAAR.fullmatch(tekst.strip()):
        raise Invoerfout("geen-jaar", f"'{tekst[:20]}' is geen jaar zoals 2025", herstel=f"Bijvoorbeeld: {voorbeeld}")
    return int(tekst)


def tel(werkmap: Werkmap, jaar: int, *, voorlopig: bool = False) -> Telling:
    """Count a year as it was on its last day. voorlopig: a year that still runs, up to today.

    Raises Invoerfout for a year that is still to come or runs, and for one of which the journal can know nothing.
    """
    vandaag = klok.vandaag()
    periode = _periode(jaar, vandaag, voorlopig=voorlopig)
    instelling = lees_jaarverslag(werkmap.config)
    with werkmap.journaal() as journaal:
        begin = klok.in_amsterdam(datetime.fromisoformat(next(journaal.lees("")).vastgelegd_op)).date()
        dossiers = Dossiers(journaal)
        eerste = min((z.ankers["ontvangst"] for z in dossiers.zaken(alle=True, tot=periode.laatste)), default=begin)
        if periode.laatste < min(begin, eerste):
            feit = f"het journaal begint op {voluit(begin)}; over {jaar} weet het niets"
            raise Invoerfout("jaar-voor-journaal", feit, herstel="Noem een later jaar")
        rekenaars = partial(_rekenaars, werkmap, dossiers)
        eerder = jaren_tot(periode, eerste.year, instelling.jaren_terug)[:-1]
        # each as its own report had it: what came to light later would tell of one case
        reeks = [jaarcijfers(_paren(dossiers, p), p, rekenaars) for p in [*eerder, periode]]
        waarden, gemaakt = _waarden(werkmap, journaal, periode), datetime.fromisoformat(journaal.laatste_moment())
    loopt_nog = heel_jaar(jaar).laatste >= vandaag
    return Telling(jaar, periode, loopt_nog, reeks, instelling, waarden, gemaakt, list(_opmerkingen(reeks[-1], begin)))


def edities(t: Telling) -> dict[str, vorm.Verslag]:
    """Each edition laid out. The second is made of the first alone: together they say no more than the first."""
    i = t.instelling
    eerste = [onderdruk(c.tabellen, i.drempel_bevoegd_gezag) for c in t.reeks]
    tweede = [vergrof(e, i.drempel_ondernemingsraad) for e in eerste]
    return {naam: _leg_uit(t, naam, reeks) for naam, reeks in zip(LEZERS, (eerste, tweede), strict=True)}


def hoofdpunten(werkmap: Werkmap, jaar: int) -> dict[Ontvanger, Waarden]:
    """What the letter to each reader may say of a year: what their own edition shows. Raises Invoerfout as `tel`."""
    return {LEZERS[naam].aan: vorm.hoofdpunten(v) for naam, v in edities(tel(werkmap, jaar)).items()}


def schrijf(werkmap: Werkmap, t: Telling, naam: str, map_: Path | None) -> list[Gemaakt]:
    """Write an edition as docx and xlsx; never over another file. Raises Onbruikbaar."""
    verslag = edities(t)[naam]
    sjabloon = _sjabloon(werkmap)
    werkboek = io.BytesIO()
    vorm.als_werkboek(verslag, werkboek, t.gemaakt)
    doel = map_ or werkmap.jaarverslagen
    stam = f"jaarverslag-{t.jaar}-{naam}{'-voorlopig' if t.voorlopig else ''}"
    try:
        doel.mkdir(parents=True, exist_ok=True)
        return [
            _bewaar(doel, f"{stam}.docx", vorm.als_docx(verslag, sjabloon)),
            _bewaar(doel, f"{stam}.xlsx", werkboek.getvalue()),
        ]
    except OSError as fout:
        raise Onbruikbaar("jaarverslag-niet-te-schrijven", f"het jaarverslag is niet te schrijven: {reden(fout)}",
                          herstel="Kies met -o een andere map") from None  # fmt: skip


# ---- counting ----


def _periode(jaar: int, vandaag: date, *, voorlopig: bool) -> Periode:
    heel = heel_jaar(jaar)
    if heel.eerste > vandaag:
        raise Invoerfout("jaar-in-de-toekomst", f"{jaar} is nog niet begonnen")
    if heel.laatste >= vandaag and not voorlopig:
        raise Invoerfout("jaar-loopt-nog", f"{jaar} loopt nog; een jaarverslag gaat over een heel jaar",
                         herstel=f"Zie hoe het er nu voor staat: klacht jaarverslag {jaar} --voorlopig")  # fmt: skip
    return Periode(heel.eerste, min(heel.laatste, vandaag))


def _paren(dossiers: Dossiers, p: Periode) -> Iterator[Paar]:
    """The cases as they were on the last day of a period, each with its terms."""
    for zaak in dossiers.zaken(alle=True, tot=p.laatste):
        yield zaak, dossiers.rekenaar(zaak).standen(zaak, p.laatste)


def _rekenaars(werkmap: Werkmap, dossiers: Dossiers) -> list[Rekenaar]:
    """Those of the cases, and of the rules of the committee: which terms have a table does not hang on the cases."""
    kalender = Kalender(lees_kalender(werkmap.config / "kalender"))
    commissie = lees_commissie(werkmap.config)
    eigen = lees_regelingen(werkmap.config / "regelingen", commissie.regeling)
    return [*(Rekenaar(r, kalender) for r in eigen), *dossiers.rekenaars()]


def _waarden(werkmap: Werkmap, journaal: Journaal, periode: Periode) -> Waarden:
    """What the report says of the committee, its rules and the journal."""
    commissie = lees_commissie(werkmap.config)
    regeling = geldend(lees_regelingen(werkmap.config / "regelingen", commissie.regeling), periode.laatste)
    moment = klok.in_amsterdam(datetime.fromisoformat(journaal.laatste_moment()))
    return {
        "commissie_naam": commissie.naam,
        "regeling_naam": regeling.naam,
        "regeling_versie": voluit(regeling.geldig_vanaf),
        "periode": f"{voluit(periode.eerste)} tot en met {voluit(periode.laatste)}",
        "stand_op": voluit(moment.date()),
        "zegel": str(journaal.zegel()),
    }


def _opmerkingen(c: Cijfers, begin: date) -> Iterator[str]:
    """What the secretary should know of the figures before they go out."""
    if c.periode.eerste < begin:
        yield f"Dit journaal begint op {voluit(begin)}. Klachten van eerder tellen alleen mee als ze erin staan."
    for rij in c.tabel("onvolledig").rijen:
        if rij.zaken:
            meer = f" en {len(rij.zaken) - _NOEM} andere (--herkomst noemt ze)" if len(rij.zaken) > _NOEM else ""
            yield f"{len(rij.zaken)} {rij.titel}: {', '.join(rij.zaken[:_NOEM])}{meer}."


# ---- making ----


def _leg_uit(t: Telling, naam: str, reeks: Sequence[Editie]) -> vorm.Verslag:
    lezer = LEZERS[naam]
    nog = f"Voorlopig: {t.jaar} loopt nog. Dit zijn de cijfers tot en met {voluit(t.periode.laatste)}."
    (ontvangen,) = reeks[-1].tabel("ontvangen").cellen
    waarden: Waarden = t.waarden | {
        "jaar": str(t.jaar), "editie": lezer.naam, "voor_wie": lezer.voor_wie, "voorlopig": nog if t.voorlopig else "",
        "aantal_ontvangen": ontvangen.tekst,
    }  # fmt: skip
    kop = vorm.Kop(t.jaar, lezer.naam, waarden, reeks[-1].drempel, t.instelling.percentage_vanaf)
    namen = [str(c.periode.laatste.year) for c in t.reeks]
    return vorm.leg_uit(kop, list(zip(namen, reeks, strict=True)))


def _sjabloon(werkmap: Werkmap) -> bytes:
    try:
        return (werkmap.pad / "templates" / vorm.SJABLOON).read_bytes()
    except OSError as fout:
        raise Onbruikbaar("sjabloon-ontbreekt", f"templates/{vorm.SJABLOON} is niet te lezen: {reden(fout)}",
                          herstel=f"Herstel het met: klacht init {werkmap.pad}") from None  # fmt: skip


def _bewaar(map_: Path, naam: str, inhoud: bytes) -> Gemaakt:
    """Under its name, or under the next that is free. Raises OSError."""
    stam, _, soort = naam.rpartition(".")
    for n in range(1, _MEESTE_NAMEN):
        doel = map_ / (naam if n == 1 else f"{stam}-{n}.{soort}")
        if not doel.exists():
            schrijf_heel(doel, inhoud)
            return Gemaakt(doel, "nieuw" if n == 1 else "ernaast")
        if doel.read_bytes() == inhoud:
            return Gemaakt(doel, "stond er al")
    raise FileExistsError(17, "bestaat al")
