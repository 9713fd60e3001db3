"""Letters within an act: filled, checked, recorded in its transaction, and given their names once it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from klachtcli.fouten import Gebrek, Geweigerd, Invoerfout, Onbruikbaar
from klachtcli.instellingen.bestand import MEEGELEVERD, instelling, instellingsbytes, lees_instelling
from klachtcli.instellingen.commissies import Commissie, lees_commissie
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.instellingen.lezer import dichtste
from klachtcli.instellingen.regelingen import geldend, lees_regelingen
from klachtcli.journaal.keten import Zegel
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import grondslag
from klachtcli.schijf import geef_naam, gooi_weg, namen, reden, schrijf_klad
from klachtcli.secretariaat.dossiers import Dossiers
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken.brieven import Brief, Brievenlijst, Omgeving, Waarden, al_voorbij, eis_ingevuld
from klachtcli.zaak.gebeurtenissen import BriefGemaakt, Ontvanger
from klachtcli.zaak.partijen import getypt, met_rollen, noem, partijen
from klachtcli.zaak.plichten import van_genodigden
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Zaak, pas_toe

GROOTSTE_SJABLOON = 20_000_000


class Gemaakt(NamedTuple):
    """A letter that was written: to whom (and how one calls this reader), and where."""

    zaak: str
    brief: Brief
    aan: Ontvanger
    lezer: str
    bestand: Path
    zegel: str
    opmerkingen: tuple[str, ...] = ()


class Kladmap:
    """The drafts of one act: on disk before it is recorded, named after it, thrown away if it is not recorded."""

    def __init__(self, werkmap: Werkmap, *, proef: bool) -> None:
        self.werkmap, self.proef, self._vastgelegd = werkmap, proef, False
        self._kladden: list[tuple[Path, Path]] = []

    def schrijf(self, doel: Path, docx: bytes) -> None:
        """Put a letter beside its place, whole and on disk. Raises Onbruikbaar."""
        if self.proef:
            return
        try:
            doel.parent.mkdir(parents=True, exist_ok=True)
            self._kladden.append((schrijf_klad(doel, docx), doel))
        except OSError as fout:
            feit = f"de brief is niet te schrijven: {reden(fout)}; er is niets vastgelegd"
            herstel = "Maak ruimte, of geef uzelf schrijfrecht op de map brieven"
            raise Onbruikbaar("brief-niet-te-schrijven", feit, herstel=herstel) from None

    def bezet(self) -> set[Path]:
        """The names that this act has already given away."""
        return {doel for _, doel in self._kladden}

    def leg_vast(self) -> None:
        """The act is recorded: from now on the letters stay, whatever happens."""
        self._vastgelegd = True

    def breek_af(self) -> None:
        """The act was stopped: remove the drafts; where it was already recorded, the letters get their names."""
        if self._vastgelegd:
            self.zet_neer()
        for klad, _ in self._kladden:
            gooi_weg(klad)

    def zet_neer(self) -> None:
        """Give each its name, never over another file. Raises Onbruikbaar: by then the record is kept."""
        fouten = [gebrek for klad, doel in self._kladden if (gebrek := self._geef_naam(klad, doel))]
        if fouten:
            raise fouten[0]

    def _geef_naam(self, klad: Path, doel: Path) -> Onbruikbaar | None:
        try:
            geef_naam(klad, doel)
        except OSError as fout:
            if doel.is_file() and not klad.exists():  # `beheer controleer --herstel` was just before us
                return None
            staat = klad.relative_to(self.werkmap.pad).as_posix()
            feit = f"de brief is vastgelegd, maar kreeg zijn naam niet: {reden(fout)}"
            return Onbruikbaar("brief-zonder-naam", feit, herstel=f"Geef {staat} zelf de naam {doel.name}")
        return None


@contextmanager
def kladmap(werkmap: Werkmap, *, proef: bool) -> Iterator[Kladmap]:
    """The drafts of an act: named when it ends well, gone when it does not."""
    kladden = Kladmap(werkmap, proef=proef)
    try:
        yield kladden
    except BaseException:
        kladden.breek_af()
        raise
    kladden.zet_neer()


class Postkamer:
    """Writes letters in one act, all of one day and under one zegel."""

    def __init__(
        self, kladden: Kladmap, dossiers: Dossiers, schrijver: Schrijver, vandaag: date, brieven: Brievenlijst
    ) -> None:
        self.kladden, self.dossiers, self.schrijver, self.vandaag, self.brieven = (
            kladden, dossiers, schrijver, vandaag, brieven,
        )  # fmt: skip
        self.werkmap = kladden.werkmap
        self.commissie: Commissie = lees_commissie(self.werkmap.config)
        self.zegel: Zegel = dossiers.journaal.zegel()
        self._sjablonen: dict[str, bytes] = {}

    def maak(self, brief: Brief, zaak: Zaak, aan: Ontvanger, vrij: Waarden) -> Gemaakt:
        """Write one letter to one reader, and record it. Raises Geweigerd where a fact that it needs is not there."""
        from klachtcli.stukken.gegevens import gegevens

        eis_regeling(brief, zaak)
        o = Omgeving(brief.soort, aan, self.commissie, self.dossiers.rekenaar(zaak), self.vandaag, str(self.zegel))
        waarden = dict.fromkeys(brief.vrij, "") | gegevens(zaak, o) | vrij
        eis_ingevuld(brief, waarden, zaak.nummer, getypt(aan, zaak.klaagschrift))
        eis_geen_prive(brief, waarden, zaak, aan)
        doel = self._vrije_naam(zaak, brief, aan)
        gebeurtenis = self.leg_neer(brief, waarden, aan, doel, vrij)
        self.schrijver.voeg_toe(zaak.nummer, gebeurtenis)
        pas_toe(zaak, gebeurtenis)
        voorbij = tuple(al_voorbij(brief, waarden, self.vandaag))
        return Gemaakt(zaak.nummer, brief, aan, noem(aan, zaak.klaagschrift), doel, str(self.zegel), voorbij)

    def maak_over_jaar(self, brief: Brief, jaar: str, aan: Ontvanger, vrij: Waarden) -> Gemaakt:
        """Write one letter that is about a year; it is recorded as the work folder's own."""
        from klachtcli.stukken.gegevens import algemeen

        regeling = geldend(lees_regelingen(self.werkmap.config / "regelingen", self.commissie.regeling), self.vandaag)
        rekenaar = Rekenaar(regeling, Kalender(lees_kalender(self.werkmap.config / "kalender")))
        o = Omgeving(brief.soort, aan, self.commissie, rekenaar, self.vandaag, str(self.zegel))
        waarden = dict.fromkeys(brief.vrij, "") | algemeen(None, o) | {"kenmerk": f"jaarverslag {jaar}"} | vrij
        waarden["zegel"] = self.zegel.merk  # how many entries there are would tell how much happened
        eis_ingevuld(brief, waarden, jaar, aan)
        gebruikt = {p.name for p in self.kladden.bezet()}
        doel = vrije_naam(
            self.werkmap.brieven(f"jaarverslag-{jaar}"), f"{self.vandaag}-{brief.soort}-aan-{aan}", gebruikt
        )
        self.schrijver.voeg_toe("", self.leg_neer(brief, waarden, aan, doel, vrij))
        return Gemaakt(jaar, brief, aan, f"de {aan}", doel, str(self.zegel))

    def leg_neer(self, brief: Brief, waarden: Waarden, aan: Ontvanger, doel: Path, vrij: Waarden) -> BriefGemaakt:
        """Fill the template, put the letter beside its place, and give the event that records it."""
        from klachtcli.stukken.sjabloon import laad

        ruw = self._sjabloon(brief)
        sjabloon = laad(ruw, brief.soort)
        _eis_afgedrukt(brief, sjabloon.namen)
        docx = sjabloon.vul(waarden)
        self.kladden.schrijf(doel, docx)
        return BriefGemaakt(
            self.vandaag,
            brief.soort,
            aan,
            doel.relative_to(self.werkmap.pad).as_posix(),
            self.dossiers.leg_sjabloon_vast(self.schrijver, brief.soort, brief.sjabloon, ruw),
            {naam: tuple(w) if isinstance(w, list) else w for naam, w in waarden.items()},
            sha256(docx).hexdigest(),
            str(self.zegel),
            self.dossiers.leg_regels_vast(self.schrijver, self.commissie),
            tuple(vrij),
        )

    def _sjabloon(self, brief: Brief) -> bytes:
        if brief.sjabloon not in self._sjablonen:
            self._sjablonen[brief.sjabloon] = lees_sjabloon(self.werkmap, brief)
        return self._sjablonen[brief.sjabloon]

    def _vrije_naam(self, zaak: Zaak, brief: Brief, aan: Ontvanger) -> Path:
        """A name that no file and no record has: a letter is never overwritten. It names no person."""
        map_ = self.werkmap.brieven(zaak.nummer)
        gebruikt = {Path(b.bestand).name for b in zaak.post} | {p.name for p in self.kladden.bezet()}
        wie = getypt(aan, zaak.klaagschrift)
        voor = "" if len(brief.aan) == 1 and brief.aan[0] == wie else f"-aan-{wie}"
        return vrije_naam(map_, f"{self.vandaag}-{brief.soort}{voor}", gebruikt)


def vrije_naam(map_: Path, stam: str, gebruikt: set[str]) -> Path:
    """The first of stam.docx, stam-2.docx, ... that is neither there nor used."""
    return next(pad for pad in namen(map_ / f"{stam}.docx") if pad.name not in gebruikt and not pad.exists())


def lees_brieven(werkmap: Werkmap) -> Brievenlijst:
    """The kinds of letter in the work folder."""
    wat = "templates/letters/letters.toml"
    with instelling(MEEGELEVERD):
        return lees_instelling(Brievenlijst, werkmap.sjablonen / "letters.toml", wat, "letters-fout")


def _eis_afgedrukt(brief: Brief, namen: frozenset[str]) -> None:
    """A fact that the letter must tell stands in its template, also after somebody edited that."""
    if weg := sorted(set(brief.verplicht) - namen):
        raise Onbruikbaar(
            "feit-ontbreekt",
            f"in sjabloon {brief.sjabloon} staat niet wat in de brief '{brief.soort}' moet staan: {', '.join(weg)}",
            grondslag=grondslag(brief.artikel),
            herstel="Zet het terug in Word, of haal het in templates/letters/letters.toml uit `verplicht`",
        )


def lees_sjabloon(werkmap: Werkmap, brief: Brief) -> bytes:
    """The bytes of a template. Raises Onbruikbaar where it is not there."""
    with instelling():
        return instellingsbytes(
            werkmap.sjablonen / brief.sjabloon, f"templates/letters/{brief.sjabloon}", GROOTSTE_SJABLOON
        )


def zoek_brief(lijst: Brievenlijst, soort: str) -> Brief:
    """The kind of letter with this name or number. Raises Invoerfout that names the nearest."""
    for brief in lijst.brief:
        if soort.casefold() in (brief.soort, brief.id.casefold()):
            return brief
    soorten = [b.soort for b in lijst.brief]
    raise Invoerfout("brief-onbekend", f"een brief '{soort[:40]}' is er niet{dichtste(soort, soorten)}",
                     herstel=f"Er zijn: {', '.join(soorten)}")  # fmt: skip


def mogelijke_lezers(brief: Brief, zaak: Zaak) -> list[Ontvanger]:
    """Everybody whom this letter can go to in this case."""
    genodigden = len(van_genodigden(zaak))
    wie = met_rollen(brief.aan, zaak.klaagschrift, genodigden)
    return list(dict.fromkeys(wie))


def eis_regeling(brief: Brief, zaak: Zaak) -> None:
    """A letter that explains one regulation is not sent under another."""
    if zaak.regeling.id not in brief.regelingen:
        van = ", ".join(brief.regelingen)
        raise Geweigerd(
            "brief-van-andere-regeling",
            f"de brief '{brief.soort}' hoort bij {van}, en zaak {zaak.nummer} bij {zaak.regeling.id}",
            herstel="Verzend een eigen brief, en leg dat vast met: "
            f"klacht brief {zaak.nummer} {brief.soort} --eigen --verzonden DATUM. Of pas {brief.sjabloon} aan in Word, "
            f"en zet '{zaak.regeling.id}' bij `regelingen` van deze brief in templates/letters/letters.toml",
        )


def eis_geen_prive(brief: Brief, waarden: Waarden, zaak: Zaak, aan: Ontvanger) -> None:
    """No letter shows where another can be reached (art. 10 lid 3). Raises Geweigerd that names the placeholder."""
    from klachtcli.stukken.gegevens_horen import privefeiten, staat_in
    from klachtcli.stukken.lezer import mens

    eigen = mens(aan, zaak)
    bekend = {f.casefold() for f in (privefeiten(eigen) if eigen else [])}
    wie_al = [*partijen(zaak.klaagschrift), *(f"genodigde-{n + 1}" for n in range(len(van_genodigden(zaak))))]
    anderen = [(wie, p) for wie in wie_al if wie != aan and (p := mens(wie, zaak))]
    for naam, waarde in waarden.items():
        if naam.startswith(("commissie_", "secretaris_", "werkgever_")):
            continue
        tekst = waarde if isinstance(waarde, str) else "\n".join(map(str, waarde))
        for wie, p in anderen:
            if any(f.casefold() not in bekend and staat_in(f, tekst) for f in privefeiten(p)):
                lezer, ander = noem(aan, zaak.klaagschrift), noem(wie, zaak.klaagschrift)
                raise Geweigerd(
                    "brief-toont-prive",
                    f"in de brief '{brief.soort}' aan {lezer} staat bij {naam} een adres, telefoonnummer of "
                    f"e-mailadres van {ander}",
                    grondslag="art. 10 lid 3; een brief is voor één persoon",
                    herstel=f"Haal het uit de tekst die u vastlegde: klacht toon {zaak.nummer} wijst aan welke",
                )


def lees_vrij(brief: Brief, gegeven: dict[str, object]) -> Waarden:
    """The facts that the secretary gives for a letter. Raises Invoerfout with every one that is unknown or no text."""
    gebreken, waarden = [], Waarden()
    for naam, waarde in gegeven.items():
        if naam not in brief.vrij:
            gebreken.append(Gebrek(naam, "hoort niet bij deze brief" + dichtste(naam, brief.vrij)))
        elif isinstance(waarde, str):
            waarden[naam] = waarde
        elif isinstance(waarde, list) and all(isinstance(w, str) for w in waarde):
            waarden[naam] = [str(w) for w in waarde]
        else:
            gebreken.append(Gebrek(naam, "is geen tekst en geen lijst van teksten"))
    if gebreken:
        mag = ", ".join(brief.vrij) or "geen"
        raise Invoerfout("gegevens-fout", f"de gegevens voor '{brief.soort}' kloppen niet", gebreken=gebreken,
                         herstel=f"Deze brief kent: {mag}")  # fmt: skip
    return waarden
