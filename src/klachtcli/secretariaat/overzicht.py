"""The voorzitter's overview: every case read once, laid out in sheets, and written as one workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from klachtcli import __version__
from klachtcli.fouten import Onbruikbaar
from klachtcli.instellingen.signalen import lees_drempel
from klachtcli.journaal.codec import Vastlegging
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Bron
from klachtcli.secretariaat import sleutelloos
from klachtcli.secretariaat.dossiers import Dossiers, zaaknummer
from klachtcli.secretariaat.signalen import meld
from klachtcli.secretariaat.werkmap import Werkmap
from klachtcli.stukken import overzichtbladen as tabellen
from klachtcli.stukken.cijferblad import cijferblad
from klachtcli.stukken.overzicht import BINNENKORT, BLAD_TOELICHTING, BLAD_ZAKEN, Inzage, Veld, dringend
from klachtcli.stukken.signaalblad import signaalblad
from klachtcli.stukken.werkboek import EERSTE_RIJ, Blad, Kolom, Link
from klachtcli.zaak.cijfers import Paar, werkcijfers
from klachtcli.zaak.gebeurtenissen import SignaalBesproken, VastleggingGecorrigeerd
from klachtcli.zaak.signalen import Klacht, zonder_tekst
from klachtcli.zaak.taken import taken
from klachtcli.zaak.termijnstand import meest_urgent

Rij = tuple[Any, ...]


class Wens(NamedTuple):
    """What to show: the day, what had happened by then (`tot`), one case, only open ones, without persons."""

    peildatum: date
    tot: date | None = None
    zaak: str | None = None
    lopend: bool = False
    anoniem: bool = False


class Gelegd(NamedTuple):
    """The sheets of an overview, how many cases it shows, and what says where it came from.

    over: the cases whose people it shows, none where it is all of them; None where it shows nobody.
    """

    bladen: list[Blad]
    zaken: int
    zegel: str
    gemaakt: datetime
    eigenschappen: dict[str, str]
    over: tuple[str, ...] | None


class _Zaakrijen(NamedTuple):
    """The rows of one case on each sheet, and where the case comes among the others."""

    volgorde: Rij
    per_blad: dict[str, list[Rij]]


def leg_uit(werkmap: Werkmap, wens: Wens) -> Gelegd:
    """The overview of a work folder on a day. Raises Invoerfout for a case that is not there."""
    velden = {
        naam: [v for v in tabel if not (wens.anoniem and v.persoonlijk)]
        for naam, tabel in tabellen.bladen(voluit(wens.peildatum)).items()
    }
    rijen: list[_Zaakrijen] = []
    regels: dict[str, Counter[Bron]] = {"Regeling": Counter(), "Kalender": Counter()}
    klachten: list[Klacht] = []

    def langs() -> Iterator[Paar]:
        """Each case once: what is kept of it is its rows, and who it is about."""
        for i in inzages(dossiers, wens):
            rijen.append(_zaakrijen(i, velden))
            regels["Regeling"][i.zaak.regeling] += 1
            regels["Kalender"][i.zaak.kalender] += 1
            klachten.append((i.zaak.nummer, zonder_tekst(i.zaak.klaagschrift)))
            yield i.zaak, i.standen

    with werkmap.journaal() as journaal:
        kop, moment = journaal.laatste_handeling()  # that somebody looked makes it no other overview
        zegel, gemaakt = str(kop), datetime.fromisoformat(moment)
        dossiers = Dossiers(journaal)
        cijfers = werkcijfers(langs(), wens.peildatum, dossiers.rekenaars)
        eigenschappen = _eigenschappen(journaal.werkmap, zegel, wens)
        weg, dicht = len(journaal.vernietigd()), sleutelloos.opsomming(journaal.dicht())
        heel = not wens.zaak and not wens.lopend  # figures and signals are over all cases
        signalen = _signaalblad(werkmap, dossiers, klachten, wens) if heel and not wens.anoniem else None
    rijen.sort(key=lambda r: r.volgorde)
    bladen = [_blad(naam, velden[naam], rijen) for naam in velden]
    if heel:
        bladen.append(cijferblad(cijfers))
    if signalen:
        bladen.append(signalen)
    bladen.append(_toelichting(bladen, eigenschappen, regels, heel=heel, weg=weg, dicht=dicht))
    over = None if wens.anoniem else () if heel else tuple(nummer for nummer, _ in klachten)
    return Gelegd(bladen, len(rijen), zegel, gemaakt, eigenschappen, over)


def inzages(dossiers: Dossiers, wens: Wens) -> Iterator[Inzage]:
    """Each case that is shown, as it stands. Raises Invoerfout for a case that is not there."""
    if wens.zaak:
        gekozen = iter([dossiers.met_verloop(zaaknummer(wens.zaak, wens.peildatum.year), tot=wens.tot)])
    else:
        gekozen = dossiers.met_verlopen(alle=not wens.lopend, tot=wens.tot)
    for zaak, verloop in gekozen:
        rekenaar = dossiers.rekenaar(zaak)
        standen = meest_urgent(rekenaar.standen(zaak, wens.peildatum))
        te_doen = [] if zaak.gesloten else taken(zaak, rekenaar, wens.peildatum, BINNENKORT.days)
        zichtbaar = _zonder_signalen(verloop) if wens.anoniem else verloop
        yield Inzage(zaak, rekenaar.regeling, standen, te_doen, zichtbaar, wens.peildatum)


def _zonder_signalen(verloop: list[Vastlegging]) -> list[Vastlegging]:
    """Without what was done about a signal, and its corrections: they tell that there is one, and of which cases."""
    weg = {v.nummer for v in verloop if isinstance(v.gebeurtenis, SignaalBesproken)}
    weg |= {v.nummer for v in verloop if isinstance(v.gebeurtenis, VastleggingGecorrigeerd)
            and v.gebeurtenis.nummer in weg}  # fmt: skip
    return [v for v in verloop if v.nummer not in weg]


def _zaakrijen(i: Inzage, velden: dict[str, list[Veld]]) -> _Zaakrijen:
    waarover = tabellen.waarover(i)
    per_blad = {naam: [tuple(v.waarde(w) for v in velden[naam]) for w in waarover[naam]] for naam in velden}
    return _Zaakrijen(dringend(i), per_blad)


def _blad(naam: str, velden: Sequence[Veld], zaken: Sequence[_Zaakrijen]) -> Blad:
    """The rows as a list: a file that could not take its name is written once more, under another."""
    kolommen = [v.kolom for v in velden]
    if naam == BLAD_ZAKEN:
        return Blad(naam, kolommen, list(_met_links(velden, zaken)), vast=1)
    return Blad(naam, kolommen, [rij for z in zaken for rij in z.per_blad[naam]])


def _met_links(velden: Sequence[Veld], zaken: Sequence[_Zaakrijen]) -> Iterator[Rij]:
    """The rows of the cases, each with links to its own first row elsewhere."""
    plek: Counter[str] = Counter()
    for z in zaken:
        (rij,) = z.per_blad[BLAD_ZAKEN]
        yield tuple(
            Link(str(w), v.naar, EERSTE_RIJ + plek[v.naar]) if v.naar and w and z.per_blad[v.naar] else w
            for v, w in zip(velden, rij, strict=True)
        )
        plek.update({naam: len(r) for naam, r in z.per_blad.items()})


def _eigenschappen(werkmap: str, zegel: str, wens: Wens) -> dict[str, str]:
    return {
        "klacht-werkmap": werkmap,
        "klacht-zegel": zegel,
        "klacht-peildatum": wens.peildatum.isoformat(),
        "klacht-tot": wens.tot.isoformat() if wens.tot else "",
        "klacht-anoniem": "ja" if wens.anoniem else "nee",
        "klacht-versie": __version__,
    }


def _signaalblad(werkmap: Werkmap, dossiers: Dossiers, klachten: Sequence[Klacht], wens: Wens) -> Blad:
    """The signals; without a threshold the sheet says so, and the rest of the overview is there."""
    try:
        drempel = lees_drempel(werkmap.config)
    except Onbruikbaar as fout:
        return signaalblad([], anders=str(fout))
    gemeld = meld(klachten, drempel, lambda nummer: dossiers.zaak(nummer, tot=wens.tot))
    return signaalblad([(m.signaal, m.stand, m.eerder) for m in gemeld], anders="Er zijn geen signalen.")


def _toelichting(
    bladen: Sequence[Blad],
    eigenschappen: dict[str, str],
    regels: Mapping[str, Counter[Bron]],
    *,
    heel: bool,
    weg: int,
    dicht: str,
) -> Blad:
    """What each column means, on which day and rules it all stands, and the zegel. heel: whether it has all cases.

    weg: how many cases were destroyed; dicht: of which the key is lost. None of these are in it.
    """
    anoniem = eigenschappen["klacht-anoniem"] == "ja"
    elders = "Het blad Cijfers staat" if anoniem else "De bladen Cijfers en Signalen staan"
    over = [
        ("Peildatum", voluit(date.fromisoformat(eigenschappen["klacht-peildatum"]))),
        ("Zegel", f"{eigenschappen['klacht-zegel']}. Hiermee is na te gaan of het journaal nog is wat het was: "
                  "klacht audit controleer --zegel"),
        *((naam, f"{bron.id}, versie {bron.versie}: {aantal} {'zaak' if aantal == 1 else 'zaken'}")
          for naam, bronnen in regels.items()
          for bron, aantal in sorted(bronnen.items(), key=lambda x: (x[0].id, x[0].versie))),
        ("Versie", f"klacht {eigenschappen['klacht-versie']}"),
        ("Kleuren", "Bij een laatste dag staat te laat, vandaag of deze week (binnen zeven dagen), gerekend vanaf de "
                    "dag waarop u dit opent. Wat in woorden onder Stand staat, geldt op de peildatum."),
        ("Sorteren", "Sorteren en filteren mag op elk blad. Na het sorteren van een blad kan een link ernaartoe op een "
                     "andere rij uitkomen."),
        *([] if heel else [("Een deel", f"Niet alle zaken staan erin. {elders} alleen in een overzicht van alle zaken: "
                                       "klacht overzicht, zonder --zaak en zonder --lopend.")]),
        *([("Vernietigd", f"Na hun bewaartermijn vernietigd, en dus niet geteld: {weg}.")] if heel and weg else []),
        *([("Zonder sleutel", f"Niet te lezen, en dus niet geteld: {dicht}.")] if dicht else []),
        ("Invullen", "Alleen de gele kolommen op het blad Zaken zijn om in te vullen; wat u ergens anders schrijft, "
                     "wordt niet gelezen. Sorteer hele rijen tegelijk, en voeg geen cellen samen. "
                     "De secretaris leest het terug met: klacht overzicht lees BESTAND"),
        ("Vertrouwelijk", "Dit overzicht gaat over mensen. Deel het met niemand buiten de commissie."),
    ]  # fmt: skip
    if anoniem:
        over[-2:] = [("Anoniem", "Namen, onderdelen, signalen en wat iemand schreef staan er niet in.")]
    rijen = [("Dit overzicht", naam, tekst) for naam, tekst in over]
    rijen += [(blad.naam, kolom.kop, kolom.uitleg) for blad in bladen for kolom in blad.kolommen]
    kolommen = [Kolom("Waar", 16, "kort"), Kolom("Wat", 24, "tekst"), Kolom("Betekenis", 100, "tekst")]
    return Blad(BLAD_TOELICHTING, kolommen, rijen)
