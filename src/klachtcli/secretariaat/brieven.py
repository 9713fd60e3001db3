"""Letters: which are due and which were made, making them, and recording that they went out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from klachtcli import klok
from klachtcli.fouten import Geweigerd, Invoerfout, KlachtFout
from klachtcli.journaal.schrijver import Schrijver
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Regeling, grondslag
from klachtcli.secretariaat.afschriften import AFSCHRIFT, kijk_bijlagen_na
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.handelingen import Gedaan, doe
from klachtcli.secretariaat.post import (
    Gemaakt,
    Postkamer,
    kladmap,
    lees_brieven,
    lees_vrij,
    mogelijke_lezers,
    zoek_brief,
)
from klachtcli.secretariaat.werkmap import Werkmap, wie
from klachtcli.stukken.brieven import Brief
from klachtcli.zaak.gebeurtenissen import BriefVerzonden, Ontvanger
from klachtcli.zaak.partijen import getypt, lees_wie, noem, rol_van
from klachtcli.zaak.plichten import Plichtstand, had, meest_dringend, openstaand, verouderd
from klachtcli.zaak.procedure import eis_open, eis_volgorde, vastgelegd_op
from klachtcli.zaak.termijnstand import Rekenaar
from klachtcli.zaak.zaak import Post, Zaak, te_verzenden


class Overzicht(NamedTuple):
    """The letters of a case: those due, those made (and gone out), and the kinds that can be made."""

    zaak: str
    nodig: list[Plichtstand]
    gemaakt: list[tuple[Post, str]]
    soorten: list[Brief]


def _waar(p: Post, werkmap: Werkmap) -> str:
    """Where the file of a letter is; where a crash left it without its name, that is told."""
    pad = werkmap.pad / p.bestand
    if not p.bestand or pad.is_file():
        return p.bestand
    klad = next(iter(pad.parent.glob(f".{pad.name}.*")), None)
    if klad is None:
        return f"{p.bestand} (is er niet)"
    return f"{p.bestand} (heet nog {klad.name}: geef het zelf zijn naam)"


class Mislukt(NamedTuple):
    """A letter that is due and could not be made, and why."""

    brief: str
    aan: Ontvanger
    fout: KlachtFout


def overzicht(werkmap: Werkmap, zaak: str) -> Overzicht:
    """Which letters are due in a case, and which were made."""
    vandaag = klok.vandaag()
    lijst = lees_brieven(werkmap)
    with werkmap.journaal() as journaal:
        dossiers = Dossiers(journaal)
        dossier = dossiers.zaak(zaaknummer(zaak, vandaag.year))
        nodig = [s for s in openstaand(dossier, dossiers.rekenaar(dossier), vandaag) if s.regel.brief]
    gemaakt = [(p._replace(bestand=_waar(p, werkmap)), noem(p.aan, dossier.klaagschrift)) for p in dossier.post]
    soorten = [b for b in lijst.brief if dossier.regeling.id in b.regelingen and not b.zonder_zaak]
    return Overzicht(dossier.nummer, meest_dringend(nodig), gemaakt, soorten)


def maak(
    werkmap: Werkmap,
    zaak: str,
    soort: str,
    *,
    aan: str | None = None,
    vrij: dict[str, object] | None = None,
    gelakt: bool = False,
    proef: bool = False,
) -> list[Gemaakt]:
    """Write a letter, to each who should have it (or to one). All of them are recorded, or none.

    Each file is whole on disk before the record says so, and named after it. `gelakt`: the papers that
    show where the klager can be reached are covered in the copies. Raises Geweigerd with every fact that is missing.
    """
    lijst, vandaag = lees_brieven(werkmap), klok.vandaag()
    brief = zoek_brief(lijst, soort)
    if brief.zonder_zaak:
        raise Invoerfout("brief-zonder-zaak", f"de brief '{brief.soort}' hoort bij een jaar, niet bij een zaak",
                         herstel=f"Bijvoorbeeld: klacht brief {vandaag.year - 1} {brief.soort}")  # fmt: skip
    waarden = lees_vrij(brief, vrij or {})
    with (
        kladmap(werkmap, proef=proef) as kladden,
        werkmap.journaal(schrijven=True) as journaal,
        journaal.handeling(door=wie(), proef=proef, daarna=kladden.leg_vast) as schrijver,
    ):
        dossiers = Dossiers(journaal)
        dossier = dossiers.zaak(zaaknummer(zaak, vandaag.year))
        eis_open(dossier)
        postkamer = Postkamer(kladden, dossiers, schrijver, vandaag, lijst)
        rekenaar = dossiers.rekenaar(dossier)
        lezers = _lezers(brief, dossier, openstaand(dossier, rekenaar, vandaag), aan)
        _eis_mag_weten(brief, lezers, dossier, rekenaar.regeling)
        opmerkingen = kijk_bijlagen_na(journaal, dossier, schrijver, gelakt) if brief.soort == AFSCHRIFT else ()
        gemaakt = [postkamer.maak(brief, dossier, lezer, waarden) for lezer in lezers]
    return [gemaakt[0]._replace(opmerkingen=(*gemaakt[0].opmerkingen, *opmerkingen)), *gemaakt[1:]]


def maak_alle(werkmap: Werkmap, zaak: str, *, proef: bool = False) -> tuple[list[Gemaakt], list[Mislukt]]:
    """Write every letter that is due and was not made yet; one that cannot be made does not stop the others."""
    gemaakt: list[Gemaakt] = []
    mislukt: list[Mislukt] = []
    for s in overzicht(werkmap, zaak).nodig:
        if s.gemaakt_op is None and s.regel.brief and s.aan:
            try:
                gemaakt += maak(werkmap, s.zaak, s.regel.brief, aan=s.aan, proef=proef)
            except KlachtFout as fout:
                mislukt.append(Mislukt(s.regel.brief, s.aan, fout))
    return gemaakt, mislukt


def leg_verzonden_vast(
    werkmap: Werkmap,
    zaak: str,
    soort: str,
    *,
    op: date,
    aan: str | None = None,
    eigen: bool = False,
    proef: bool = False,
) -> Gedaan:
    """Record that a letter went out or was handed over, to one or to all for whom it was made.

    `eigen`: a letter that was not made here. Raises Geweigerd where there is none, or where it is older than the fact
    that it should tell.
    """
    brief = zoek_brief(lees_brieven(werkmap), soort)
    vandaag = klok.vandaag()

    def bouw(dossier: Zaak, rekenaar: Rekenaar, _: Schrijver) -> Sequence[BriefVerzonden]:
        nodig = [s for s in openstaand(dossier, rekenaar, vandaag) if s.regel.brief == brief.soort]
        if eigen:
            lezers = _lezers(brief, dossier, nodig, aan)
            for s in nodig:
                if s.aan in lezers:
                    sinds = vastgelegd_op("hoorzitting", dossier) if s.regel.per_zitting else s.sinds
                    eis_volgorde("de verzending", op, "het feit waarover de brief gaat", sinds)
            return [BriefVerzonden(op, brief.soort, lezer, eigen=True) for lezer in lezers]
        gekozen = lees_wie(aan, mogelijke_lezers(brief, dossier)) if aan else None
        klaar = [p for p in dossier.post if p.brief == brief.soort and gekozen in (None, p.aan)]
        open_ = te_verzenden(klaar)
        if not open_:
            raise _niets_te_verzenden(brief, dossier, klaar)
        if op < (gemaakt := min(p.op for p in open_)):
            raise Geweigerd(
                "dag-te-vroeg",
                f"de verzending ({voluit(op)}) ligt vóór de dag waarop de brief is gemaakt ({voluit(gemaakt)})",
                herstel=f"Ging er toen een andere brief uit: klacht brief {dossier.nummer} {brief.soort} --eigen "
                "--verzonden DATUM",
            )
        laatste = {p.aan: p for p in open_ if p.op <= op}
        for p in laatste.values():
            if verouderd(p, dossier) or any(s.aan == p.aan and s.gemaakt_op is None for s in nodig):
                raise _verouderd(brief, p, dossier)
        return [BriefVerzonden(op, brief.soort, lezer) for lezer in laatste]

    return doe(werkmap, zaak, "verzend_brief", bouw, op=op, proef=proef)


def _niets_te_verzenden(brief: Brief, dossier: Zaak, klaar: Sequence[Post]) -> Geweigerd:
    maak_hem = f"klacht brief {dossier.nummer} {brief.soort}"
    if klaar:
        dagen = ", ".join(map(voluit, sorted({p.verzonden_op for p in klaar if p.verzonden_op})))
        feit = f"in zaak {dossier.nummer} staat '{brief.soort}' al als verzonden: {dagen}"
        return Geweigerd("brief-al-verzonden", feit, herstel=f"Moet er nog een uit, maak hem dan opnieuw: {maak_hem}")
    return Geweigerd(
        "brief-niet-gemaakt",
        f"in zaak {dossier.nummer} is nog geen '{brief.soort}' gemaakt",
        herstel=f"Eerst: {maak_hem}. Was het een eigen brief: {maak_hem} --eigen --verzonden DATUM",
    )


def _verouderd(brief: Brief, p: Post, dossier: Zaak) -> Geweigerd:
    wie_ = noem(p.aan, dossier.klaagschrift)
    getypt_ = getypt(p.aan, dossier.klaagschrift)
    return Geweigerd(
        "brief-verouderd",
        f"de brief '{brief.soort}' aan {wie_} is gemaakt voordat er iets veranderde dat erin hoort",
        herstel=f"Maak hem opnieuw: klacht brief {dossier.nummer} {brief.soort} --aan {getypt_}",
    )


def _lezers(brief: Brief, dossier: Zaak, nodig: Sequence[Plichtstand], aan: str | None) -> list[Ontvanger]:
    """To whom a letter goes: who was named, else all to whom it is due, else all whom it can go to."""
    kan = mogelijke_lezers(brief, dossier)
    if not kan:
        genodigde = "genodigde" in brief.aan
        wat = "niemand genoemd die is uitgenodigd" if genodigde else "geen aangeklaagde genoemd"
        eerst = f"klacht {'betrek' if genodigde else 'vul-aan'} {dossier.nummer} BESTAND"
        raise Geweigerd("geen-lezer", f"in zaak {dossier.nummer} is {wat}", herstel=f"Eerst: {eerst}")
    if aan is not None:
        return [lees_wie(aan, kan)]
    van_soort = [s for s in nodig if s.regel.brief == brief.soort and s.aan in kan]
    nog_niet = [s.aan for s in van_soort if s.aan and s.gemaakt_op is None]
    had_al = [p.aan for p in dossier.post if p.brief == brief.soort and p.aan in kan]
    for keuze in (nog_niet, [s.aan for s in van_soort if s.aan], had_al):
        if keuze:
            return list(dict.fromkeys(keuze))
    if len(kan) > 1:  # never to somebody who may know of nothing
        raise Invoerfout("aan-wie", f"nu is een brief '{brief.soort}' voor niemand nodig; zeg aan wie hij toch gaat",
                         herstel=f"Met --aan: {', '.join(kan)}")  # fmt: skip
    return kan


def _eis_mag_weten(brief: Brief, lezers: Sequence[Ontvanger], dossier: Zaak, regeling: Regeling) -> None:
    """A letter that only goes to who already knew, goes to nobody else (such as after a withdrawal)."""
    for p in regeling.plicht:
        if p.brief != brief.soort or not p.mits_brief:
            continue
        for lezer in lezers:
            if rol_van(lezer) in p.aan and not had(p.mits_brief, lezer, dossier):
                wie_ = noem(lezer, dossier.klaagschrift)
                raise Geweigerd(
                    "weet-van-niets",
                    f"{wie_} kreeg in zaak {dossier.nummer} nog geen brief, en weet dus van niets",
                    grondslag=grondslag(p.vindplaats),
                    herstel=f"Deze brief gaat alleen aan wie eerder een van deze kreeg: {', '.join(p.mits_brief)}",
                )
