"""What stands on the form for a klager, from first to last: what a regulation asks, in ordinary words, and the fields.

Which articles are named, what must be in a klacht and what follows on it comes from the regulation; who to write to and
who helps comes from config/commissie.toml and config/wegwijzer.toml. What is not filled in there is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from klachtcli.instellingen.commissies import Commissie
from klachtcli.recht.regeling import Regeling, Vereiste, grondslag
from klachtcli.recht.wegwijstekst import regels
from klachtcli.recht.wegwijzer import Wegwijzer
from klachtcli.stukken.formuliervelden import (
    AANGEKLAAGDE,
    GEDRAGING,
    KLAGER,
    PROCEDURES,
    SLOT,
    SOORTEN,
    STAP,
    STAPPEN,
    Blok,
    Veld,
)

TITEL = "Klachtformulier"
Stijl = Literal["Title", "Subtitle", "Heading1", "Heading2", "Normal", "ListBullet"]
# What must be in a klacht: per check of the regulation what it asks for, and in which words; in this order.
_ERIN: dict[str, tuple[str, dict[str, str]]] = {
    "gedraging": ("wat er is gebeurd", {"categorie": "wat voor gedrag het was", "omschrijving": "wat er gebeurde",
                                        "waar": "waar", "wanneer": "wanneer"}),
    "klager": ("wie u bent", {"naam": "uw naam", "adres": "uw adres", "postcode": "uw postcode",
                              "plaats": "uw woonplaats", "functie": "uw functie"}),
    "aangeklaagde": ("over wie u klaagt", {"naam": "de naam van iedereen over wie u klaagt"}),
    "stappen": ("wat u er zelf al aan deed; deed u niets, schrijf dat dan op", {}),
    "stukken": ("de stukken daarover die u hebt, zoals mails", {}),
    "klaagschrift": ("dat de klacht van u is", {"ondertekend": "uw handtekening", "dagtekening": "de datum"}),
}  # fmt: skip


class Tekst(NamedTuple):
    """A paragraph in a style; nieuw: on a new page."""

    tekst: str
    stijl: Stijl = "Normal"
    nieuw: bool = False


class Rij(NamedTuple):
    """A field on the form: its place in the klaagschrift, the field, and what stands below its label."""

    plek: str
    veld: Veld
    uitleg: str


class Tafel(NamedTuple):
    """A table of a block: its head, and its fields."""

    blok: Blok
    kop: str
    rijen: tuple[Rij, ...]


class Opzet(NamedTuple):
    """The whole form: what stands under every page, and what it is made of, in order."""

    voet: str
    delen: tuple[Tekst | Tafel, ...]

    @property
    def vaste_tekst(self) -> frozenset[str]:
        """Every paragraph that the form itself has between its tables."""
        return frozenset(d.tekst for d in self.delen if isinstance(d, Tekst)) | {self.voet}


def maak_opzet(
    regeling: Regeling, commissie: Commissie, artikelen: Mapping[str, str], wegwijzer: Wegwijzer | None
) -> Opzet:
    """The form under a regulation. artikelen: for which article each place is asked; empty where for none."""
    naam = commissie.naam or regeling.naam
    delen = (
        Tekst(TITEL, "Title"),
        Tekst(naam, "Subtitle"),
        *_begin(regeling, commissie),
        Tekst("1. Wie bent u?", "Heading1", nieuw=True),
        *_tafels(KLAGER, regeling, artikelen),
        Tekst("2. Over wie gaat uw klacht?", "Heading1"),
        Tekst(_meer(AANGEKLAAGDE, "personen")),
        *_tafels(AANGEKLAAGDE, regeling, artikelen),
        Tekst("3. Wat is er gebeurd?", "Heading1"),
        Tekst("Beschrijf wat u zelf hebt meegemaakt. " + _meer(GEDRAGING, "gebeurtenissen")),
        *_tafels(GEDRAGING, regeling, artikelen),
        Tekst("4. Wat hebt u zelf al gedaan?", "Heading1"),
        *_tafels(STAPPEN, regeling, artikelen),
        Tekst("Hebt u iets gedaan, schrijf dat dan hieronder op. " + _meer(STAP, "stappen")),
        *_tafels(STAP, regeling, artikelen),
        *_procedures(regeling, artikelen),
        Tekst("6. Datum en handtekening" if any(map(artikelen.get, _PROCEDURES)) else "5. Datum en handtekening",
              "Heading1"),
        *_tafels(SLOT, regeling, artikelen),
        Tekst("Waar u steun vindt", "Heading1", nieuw=True),
        *_steun(regeling, commissie, wegwijzer),
    )  # fmt: skip
    return Opzet(f"{TITEL} · {naam}", delen)


_PROCEDURES = [PROCEDURES.plek_van(v.naam) for v in PROCEDURES.velden]


def _meer(blok: Blok, wat: str) -> str:
    plaats = f"Hieronder is plaats voor {blok.aantal} {wat}"
    return f"{plaats}. Zijn het er meer, kopieer dan een hele tabel en plak haar eronder."


def _tafels(blok: Blok, regeling: Regeling, artikelen: Mapping[str, str]) -> Iterator[Tafel]:
    """The tables of a block, with of each field what its regulation knows."""
    for nummer, kop in enumerate(blok.koppen(), 1):
        rijen = []
        for veld in blok.velden:
            plek = blok.plek_van(veld.naam, nummer)
            if blok is PROCEDURES and not artikelen.get(plek):
                continue  # this regulation does not ask for it
            veld = _met_keuzes(veld, regeling)
            # Of several the first says it.
            rijen.append(Rij(plek, veld, _uitleg(veld, artikelen.get(plek, "")) if nummer == 1 else ""))
        yield Tafel(blok, kop, tuple(rijen))


def _met_keuzes(veld: Veld, regeling: Regeling) -> Veld:
    """Of the ways to work somewhere those that the regulation knows; all of them where it names none."""
    bekend = {h.naam for h in regeling.hoedanigheid}
    if veld.keuzes is not SOORTEN or not bekend:
        return veld
    return veld._replace(keuzes={toon: w for toon, w in SOORTEN.items() if not w or w in bekend})


def _uitleg(veld: Veld, artikel: str) -> str:
    """What stands below a label: the hint, what there is to choose, and the article."""
    keuzes = f"Kies uit: {', '.join(veld.keuzes)}" if veld.keuzes else ""
    tekst = ". ".join(filter(None, (veld.hint, keuzes)))
    return " ".join(filter(None, (tekst, _bij(artikel).strip())))


# ---- the first page ----


def _begin(regeling: Regeling, commissie: Commissie) -> Iterator[Tekst]:
    yield Tekst(
        "Met dit formulier dient u een klacht in. Dat is vaak een grote stap. U hoeft niet alles te weten: vul in wat "
        "u kunt, en laat de rest open. Een formulier dat niet compleet is, mag u gewoon sturen. "
        f"Mist er iets, dan vraagt de secretaris u daarom{_bij(_termijn(regeling, 'aanvulling'))}."
    )
    yield Tekst(f"Dit formulier hoort bij: {regeling.naam}. Tussen haakjes ziet u waar iets daarin staat.")
    yield Tekst("Wat er in een klacht moet staan", "Heading2")
    yield from (Tekst(zin, "ListBullet") for zin in _erin(regeling.vereiste))
    yield Tekst("Zo vult u het in", "Heading2")
    yield Tekst("Klik op een vak en typ, of kies uit de lijst. Met een pen op papier mag ook.", "ListBullet")
    yield Tekst("Schrijf alleen in de vakken aan de rechterkant: wat ernaast staat, wordt niet overgenomen. Het blijft "
                "wel bewaard.", "ListBullet")  # fmt: skip
    yield Tekst("Schrijft u liever een brief? Dat mag ook. Stuur hem dan zoals hij is.", "ListBullet")
    yield Tekst("Wat er met uw klacht gebeurt", "Heading2")
    yield from (Tekst(zin, "ListBullet") for zin in _vervolg(regeling, commissie))
    yield Tekst("Uw gegevens", "Heading2")
    yield Tekst(" ".join(_gegevens(commissie)))


def _erin(vereisten: Sequence[Vereiste]) -> Iterator[str]:
    """What must be in a klacht, in the words of a klager, with the article."""
    for toets, (wat, woorden) in _ERIN.items():
        for v in (v for v in vereisten if v.aard == "vereiste" and v.toets == toets):
            delen = [woorden[veld] for veld in woorden if veld in v.velden]
            yield (delen[0] if len(delen) == 1 else ": ".join(filter(None, (wat, _en(delen))))) + _bij(v.vindplaats)


def _vervolg(regeling: Regeling, commissie: Commissie) -> Iterator[str]:
    s = commissie.secretaris
    adres = ", ".join(" ".join(regel.split()) for regel in commissie.adres)
    waar = " of ".join(filter(None, (s.email, f"per post: {adres}" if adres else "")))
    vragen = f" Vragen? Bel {s.telefoon}." if s.telefoon else ""
    yield (f"Stuur het formulier naar {waar}." if waar else "Vraag de secretaris waar u het formulier heen stuurt.") + (
        vragen
    )
    for p in regeling.plicht:
        if p.brief == "ontvangstbevestiging":
            yield f"U krijgt een bericht dat uw klacht er is{_bij(p.vindplaats)}."
        if p.brief == "afschrift-klacht":
            zonder = "" if p.opdracht else ", zonder uw adres"  # else it is no letter of ours, which leaves it out
            yield (f"Wordt uw klacht behandeld, dan krijgt de persoon over wie u klaagt er een kopie van{zonder}"
                   f"{_bij(p.vindplaats)}.")  # fmt: skip
    for v in regeling.vereiste:
        if v.toets == "anoniem":
            yield f"Anoniem klagen kan niet{_bij(v.vindplaats)}."
        termijn = regeling.zoek_termijn(v.termijn) if v.toets == "venster" and v.termijn else None
        if termijn is not None and termijn.duur is not None:
            yield (f"Is het langer dan {termijn.duur.woorden()} geleden{_bij(v.vindplaats)}? Dan is het niet zeker dat "
                   "uw klacht nog wordt behandeld. U mag haar wel sturen.")  # fmt: skip
    yield "Met het sturen is nog niets beslist, niet over u en niet over iemand anders."


def _gegevens(commissie: Commissie) -> Iterator[str]:
    yield "Wat u invult, is vertrouwelijk en wordt alleen gebruikt om uw klacht te behandelen."
    if commissie.bewaren:
        yield f"{commissie.bewaren.rstrip('.')}."
    if commissie.functionaris_gegevensbescherming:
        yield f"Vragen over uw gegevens: {commissie.functionaris_gegevensbescherming}."


# ---- the rest ----


def _procedures(regeling: Regeling, artikelen: Mapping[str, str]) -> Iterator[Tekst | Tafel]:
    if any(map(artikelen.get, _PROCEDURES)):
        yield Tekst("5. Loopt er nog iets anders?", "Heading1")
        yield Tekst("Dit kan van belang zijn voor de vraag of uw klacht nu kan worden behandeld.")
        yield from _tafels(PROCEDURES, regeling, artikelen)


def _steun(regeling: Regeling, commissie: Commissie, wegwijzer: Wegwijzer | None) -> Iterator[Tekst]:
    yield Tekst("U hoeft dit niet alleen te doen. Praten kan ook zonder een klacht in te dienen, ervoor, intussen en "
                "erna. Deze bladzijde hoeft u niet mee te sturen.")  # fmt: skip
    yield Tekst("De vertrouwenspersoon", "Heading2")
    yield Tekst("De vertrouwenspersoon luistert, denkt met u mee en kan u helpen met dit formulier. U beslist zelf wat "
                "u daarna doet.")  # fmt: skip
    yield Tekst(f"Zo bereikt u de vertrouwenspersoon: {commissie.vertrouwenspersoon}." if commissie.vertrouwenspersoon
                else "Vraag binnen uw organisatie wie de vertrouwenspersoon is.")  # fmt: skip
    if wegwijzer is not None and wegwijzer.regeling == regeling.id:
        yield from _wegen(wegwijzer)
    yield Tekst("Andere hulp", "Heading2")
    werk = f": {commissie.maatschappelijk_werk}" if commissie.maatschappelijk_werk else ""
    yield Tekst(f"Het bedrijfsmaatschappelijk werk, als u er last van hebt op het werk of thuis{werk}.", "ListBullet")
    yield Tekst("Uw huisarts, als u zich er ziek of somber door voelt.", "ListBullet")
    yield Tekst("De politie, als u denkt dat het strafbaar is. Bij direct gevaar: bel 112.", "ListBullet")
    yield Tekst("Iemand die u vertrouwt, zoals een vriend of een collega.", "ListBullet")


def _wegen(w: Wegwijzer) -> Iterator[Tekst]:
    """Whose vertrouwenspersoon there is, by where somebody works, as the wegwijzer has it."""
    soorten = [s.id for s in w.soort]
    yield Tekst("Bij wie u terechtkunt, hangt af van waar u werkt:")
    for soort in w.soort:
        hulp = [r.zegt for advies, r in regels(w, [soort.id], soorten, ("omgangsvormen",)) if advies.stap == "hulp"]
        yield from (
            Tekst(f"{soort.naam[0].upper()}{soort.naam[1:]}: {z[0].lower()}{z[1:]}", "ListBullet") for z in hulp
        )
    yield Tekst(f"Dit overzicht is van {w.momentopname}. Vraag na of het nog zo is.")


def _termijn(regeling: Regeling, naam: str) -> str:
    termijn = regeling.zoek_termijn(naam)
    return termijn.vindplaats if termijn else ""


def _bij(vindplaats: str) -> str:
    """An article between brackets, on one line as far as that goes; nothing where there is none."""
    heel = vindplaats.replace("art. ", "art.\xa0").replace(" onder ", " onder\xa0")
    return f" ({heel})" if grondslag(vindplaats) else ""


def _en(delen: Sequence[str]) -> str:
    return " en ".join(filter(None, (", ".join(delen[:-1]), delen[-1]))) if delen else ""
