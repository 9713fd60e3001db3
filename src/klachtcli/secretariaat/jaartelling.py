"""The figures of a year out of the journal, of now or of when its report was made; and the editions that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd, Invoerfout
from klachtcli.instellingen.commissies import lees_commissie
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.regelingen import geldend, lees_regelingen
from klachtcli.journaal.codec import Vastlegging
from klachtcli.journaal.opslag import Journaal
from klachtcli.recht.datum import Periode, voluit
from klachtcli.recht.kalender import Kalender
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.sleutelloos import HELPT, opsomming
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken import jaarverslag as vorm
from klachtcli.stukken.brieven import Waarden
from klachtcli.zaak.cijfers import Paar, heel_jaar, jaarcijfers
from klachtcli.zaak.gebeurtenissen import (
    BriefGemaakt,
    JaarbriefVerzonden,
    JaarverslagGemaakt,
    Ontvanger,
    ZaakVernietigd,
)
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
_NOEM = 5


class Stand(NamedTuple):
    """A state of the journal that a report is made of: before which entry (None: now), and what was recorded of it."""

    voor: int | None
    e: JaarverslagGemaakt


def loopt(jaar: int, vandaag: date) -> bool:
    """Whether a year was not over on a day."""
    return heel_jaar(jaar).laatste >= vandaag


def druk(c: Cijfers, stand: Stand, minstens: tuple[int, int] = (0, 0)) -> list[Editie]:
    """The editions of the figures. The second is made of the first alone: together they say no more than the first.

    minstens: thresholds that are at least this high, for a year beside a later one.
    """
    eerste = onderdruk(c.tabellen, stand.e.drempels[0])
    if minstens[0] > eerste.drempel:
        eerste = vergrof(eerste, minstens[0])
    return [eerste, vergrof(eerste, max(*stand.e.drempels, *minstens))]


def _gemaakt(eigen: Iterable[Vastlegging]) -> tuple[dict[int, Stand], dict[int, Stand]]:
    """Of each year the last report that was made, and the one that went out: what the letter that was sent is about."""
    laatste: dict[int, Stand] = {}
    bij_brief: dict[tuple[int, str, Ontvanger], Stand] = {}
    verstuurd: dict[int, Stand] = {}
    for v in eigen:
        match v.gebeurtenis:
            case JaarverslagGemaakt(jaar=jaar):
                laatste[jaar] = Stand(v.nummer, v.gebeurtenis)
            case BriefGemaakt(brief=brief, aan=aan, gegevens={"jaar": str(tekst)}) if int(tekst) in laatste:
                bij_brief[int(tekst), brief, aan] = laatste[int(tekst)]
            case JaarbriefVerzonden(jaar=jaar, brief=brief, aan=aan) if (jaar, brief, aan) in bij_brief:
                verstuurd[jaar] = bij_brief[jaar, brief, aan]
    return laatste, laatste | verstuurd


class Teller:
    """A journal from which years are counted: its cases, the terms that get a table, and the reports that were made."""

    def __init__(self, werkmap: Werkmap, journaal: Journaal) -> None:
        self._dossiers = Dossiers(journaal)
        soorten = ("werkmap_aangemaakt", "jaarverslag_gemaakt", "brief_gemaakt", "jaarbrief_verzonden")
        eigen = list(journaal.lees_werkmap(*soorten))
        self.begin = klok.dag_van(eigen[0].vastgelegd_op)
        self.gemaakt, self.verstuurd = _gemaakt(eigen)
        self.eerste = self.begin
        self._vernietigd = [v.gebeurtenis for v in journaal.vernietigd() if isinstance(v.gebeurtenis, ZaakVernietigd)]
        self._dicht = journaal.dicht()
        kalender = Kalender(lees_kalender(werkmap.config / "kalender"))
        self._commissie = lees_commissie(werkmap.config)
        self._regelingen = lees_regelingen(werkmap.config / "regelingen", self._commissie.regeling)
        # before any year is counted: that a term has a table may not hang on the cases of one year
        for zaak in self._dossiers.zaken(alle=True):
            self.eerste = min(self.eerste, zaak.ankers["ontvangst"])
            self._dossiers.rekenaar(zaak)
        self._rekenaars = [*(Rekenaar(r, kalender) for r in self._regelingen), *self._dossiers.rekenaars()]

    def vernietigd(self, jaar: int) -> int:
        """How many cases that had something in this year were destroyed: it cannot be counted any more."""
        return sum(e.ontvangen_op.year <= jaar <= e.gesloten_op.year for e in self._vernietigd)

    def eis_heel(self, jaar: int) -> None:
        """Raise Geweigerd for a year of which a case was destroyed: its figures would be lower than they were."""
        if n := self.vernietigd(jaar):
            wat = "is 1 zaak" if n == 1 else f"zijn {n} zaken"
            raise Geweigerd(
                "jaar-deels-vernietigd",
                f"van {jaar} {wat} vernietigd; het journaal kan dat jaar niet meer tellen",
                herstel="Is er toen een verslag gemaakt, gebruik dan dat: het staat in de map jaarverslagen",
            )

    def tel(self, p: Periode, stand: Stand) -> Cijfers:
        """The figures over a period, of what was recorded by then."""
        return jaarcijfers(self._paren(p, stand.voor), p, lambda: self._rekenaars)

    def _paren(self, p: Periode, voor: int | None) -> Iterator[Paar]:
        """The cases as they were on the last day of a period, each with its terms."""
        for zaak in self._dossiers.zaken(alle=True, tot=p.laatste, voor=voor):
            yield zaak, self._dossiers.rekenaar(zaak).standen(zaak, p.laatste)

    def eis_bekend(self, p: Periode, c: Cijfers) -> None:
        """Raise Invoerfout for a year before the journal, of which no klacht was entered afterwards."""
        if p.laatste < self.begin and not c.tabel("ontvangen").rijen[0].zaken:
            feit = f"het journaal begint op {voluit(self.begin)}; over {p.laatste.year} weet het niets"
            raise Invoerfout("jaar-voor-journaal", feit, herstel="Noem een later jaar")

    def opmerkingen(self, c: Cijfers, terug: int) -> Iterator[str]:
        """What the secretary should know of the figures before they go out."""
        if begin := self._begin_in(c.periode):
            yield begin
        if self._dicht:
            yield (f"Van zaak {opsomming(self._dicht)} is de sleutel er niet; wat daarvan bij dit jaar hoort, is niet "
                   f"meegeteld. {HELPT}.")  # fmt: skip
        dit = c.periode.laatste.year
        eerder = range(max(dit - terug, self.eerste.year), dit)
        mist = [j for j in eerder if j not in self.gemaakt and not self.vernietigd(j)]
        if weg := self._weg(dit, terug):
            yield weg
        if mist:
            yield (f"Over {', '.join(map(str, mist))} is met klacht geen verslag gemaakt; dat staat er daarom niet "
                   f"naast. Wilt u dat wel, maak het dan eerst: klacht jaarverslag {mist[0]}")  # fmt: skip
        for rij in c.tabel("onvolledig").rijen:
            if rij.zaken:
                meer = f" en {len(rij.zaken) - _NOEM} andere (--herkomst noemt ze)" if len(rij.zaken) > _NOEM else ""
                yield f"{len(rij.zaken)} {rij.titel}: {', '.join(rij.zaken[:_NOEM])}{meer}."

    def _weg(self, jaar: int, terug: int) -> str:
        """That earlier years do not stand beside this one, for cases of them were destroyed; nothing where none was."""
        weg = [str(j) for j in range(jaar - terug, jaar) if self.vernietigd(j)]
        if not weg:
            return ""
        return (f"{' en '.join(weg)} {'staat' if len(weg) == 1 else 'staan'} er niet naast: zaken van toen zijn na hun "
                "bewaartermijn vernietigd.")  # fmt: skip

    def _begin_in(self, p: Periode) -> str:
        """What is not sure of a year that was on its way when the journal began; nothing for a later year."""
        if p.eerste >= self.begin:
            return ""
        return f"Het journaal begint op {voluit(self.begin)}. Klachten van eerder tellen alleen mee als ze erin staan."

    def leg_uit(self, p: Periode, stand: Stand, c: Cijfers, terug: int, merk: str) -> dict[str, vorm.Verslag]:
        """Each edition, with those of the years before as they were made. merk: what the report is known by."""
        jaar = p.laatste.year
        reeks = [(j, druk(self.tel(heel_jaar(j), s), s, stand.e.drempels)) for j, s in sorted(self.verstuurd.items())
                 if jaar - terug <= j < jaar and not self.vernietigd(j)]  # fmt: skip
        reeks.append((jaar, druk(c, stand)))
        regeling = geldend(self._regelingen, p.laatste)
        nog = f"Voorlopig: {jaar} loopt nog. Dit zijn de cijfers tot en met {voluit(p.laatste)}."
        waarden: Waarden = {
            "commissie_naam": self._commissie.naam,
            "regeling_naam": regeling.naam,
            "regeling_versie": voluit(regeling.geldig_vanaf),
            "jaar": str(jaar),
            "periode": f"{voluit(p.eerste)} tot en met {voluit(p.laatste)}",
            "stand_op": voluit(stand.e.op),
            "begin": " ".join(filter(None, (self._begin_in(p), self._weg(jaar, terug)))),
            "voorlopig": nog if loopt(jaar, stand.e.op) else "",
            "zegel": merk,
        }
        return {
            naam: vorm.leg_uit(
                vorm.Kop(jaar, waarden | {"editie": lezer.naam, "voor_wie": lezer.voor_wie}, stand.e.percentage_vanaf),
                [(str(j), edities[nr]) for j, edities in reeks],
            )
            for nr, (naam, lezer) in enumerate(LEZERS.items())
        }
