"""The sheets of the overview: which columns each has, what they mean, and what a row of each is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from klachtcli.journaal.codec import Vastlegging
from klachtcli.stukken.overzicht import (
    AKKOORD,
    BLAD_ZAKEN,
    KEUZES,
    OPMERKING,
    ZAAK,
    Inzage,
    Veld,
    naam,
    opmerking,
    som,
    stand_in_woorden,
)
from klachtcli.stukken.werkboek import Kolom, Lopend
from klachtcli.zaak.gebeurtenissen import VastleggingGecorrigeerd, gebeurd_op, in_woorden
from klachtcli.zaak.termijnstand import Termijnstand
from klachtcli.zaak.verloop import bijzonderheden

LOOPT = Lopend("Stand", ("te laat", "deze week", "loopt"))


def bladen(peildatum: str) -> dict[str, tuple[Veld, ...]]:
    """The sheets and their columns. peildatum: the day, as the heads say it."""
    return {
        BLAD_ZAKEN: zaken(peildatum),
        "Termijnen": termijnen(),
        "Toetsing": toetsing(),
        "Te doen": te_doen(),
        "Verloop": verloop(),
    }


def waarover(i: Inzage) -> dict[str, list[Any]]:
    """What each row of a case on each sheet is about."""
    gecorrigeerd = {
        v.gebeurtenis.nummer: v.nummer for v in i.verloop if isinstance(v.gebeurtenis, VastleggingGecorrigeerd)
    }
    return {
        BLAD_ZAKEN: [i],
        "Termijnen": [(i, s) for s in i.standen],
        "Toetsing": [(i, b) for b in bevindingen(i)],
        "Te doen": [(i, t) for t in i.taken],
        "Verloop": [(i, v, gecorrigeerd.get(v.nummer)) for v in i.verloop],
    }


# ---- Zaken ----


def _dagen(i: Inzage) -> int:
    einde = i.zaak.ankers.get("gesloten", i.peildatum)
    return (max(einde, i.zaak.ankers["ontvangst"]) - i.zaak.ankers["ontvangst"]).days


def _onderdelen(i: Inzage) -> str:
    k = i.zaak.klaagschrift
    return som(p.onderdeel for p in (k.klager, *k.aangeklaagde))


def _toets(i: Inzage) -> str:
    if i.zaak.toetsing is None:
        return "nog niet"
    return f"{sum(status in ('ontbreekt', 'te_beoordelen') for _, status, _ in i.zaak.toetsing.bevindingen)} open"


def _aantal(n: int, een: str, meer: str) -> str:
    return f"{n} {een if n == 1 else meer}" if n else ""


def _wacht_op(i: Inzage) -> str:
    eerste = next(iter(i.taken), None)
    return f"{eerste.wie}: {eerste.wat}" if eerste else ""


def _van_eerste(lees: Callable[[Termijnstand], object]) -> Callable[[Inzage], object]:
    return lambda i: lees(i.eerste) if i.eerste else None


def zaken(peildatum: str) -> tuple[Veld, ...]:
    """The columns of the cases. peildatum: the day, as the heads say it."""
    return (
        Veld(Kolom(ZAAK, 11, "kort", "Het nummer van de zaak. Klik erop voor haar termijnen."), lambda i: i.zaak.nummer,
             naar="Termijnen"),
        Veld(Kolom("Fase", 12, "tekst", "Hoe ver de zaak is."), lambda i: i.zaak.fase),
        Veld(Kolom("Ontvangen", 11, "datum", "De dag waarop het klaagschrift is ontvangen."),
             lambda i: i.zaak.ankers["ontvangst"]),
        Veld(Kolom("Dagen in procedure", 10, "getal", f"Van ontvangst tot en met {peildatum}, of tot de sluiting."),
             _dagen),
        Veld(Kolom("Eerstvolgende termijn", 15, "tekst", "De termijn die het eerst om aandacht vraagt."),
             _van_eerste(lambda s: s.regel.naam)),
        Veld(Kolom("Uiterlijk", 21, "datum", "De laatste dag van die termijn. Kleur en woord volgen de dag waarop "
                   "u kijkt.", LOOPT), _van_eerste(lambda s: s.berekening.uiterlijk)),
        Veld(Kolom("Artikel", 11, "tekst", "Waar die termijn staat."), _van_eerste(lambda s: s.regel.vindplaats)),
        Veld(Kolom("Dagen over", 7, "getal", f"Vanaf {peildatum}; onder nul is te laat."),
             _van_eerste(lambda s: s.dagen)),
        Veld(Kolom("Stand", 10, "kort", f"Hoe de termijn er op {peildatum} voor staat: te laat, deze week (binnen "
                   "zeven dagen) of loopt."), lambda i: stand_in_woorden(i.eerste, i.peildatum) or
             ("gesloten" if i.zaak.gesloten else "")),
        Veld(Kolom("Klager", 14, "tekst", "Wie de klacht indiende."),
             lambda i: naam(i.zaak.klaagschrift.klager), True),
        Veld(Kolom("Aangeklaagde", 14, "tekst", "Over wie de klacht gaat."),
             lambda i: som(map(naam, i.zaak.klaagschrift.aangeklaagde)), True),
        Veld(Kolom("Onderdeel", 16, "tekst", "Waar zij werken."), _onderdelen, True),
        Veld(Kolom("Categorie", 13, "tekst", "De soorten gedrag waarover de klacht gaat (art. 9 lid 1 onder a)."),
             lambda i: som(x.categorie for x in i.zaak.klaagschrift.gedraging)),
        Veld(Kolom("Verdaagd", 9, "getal", "Hoe vaak een termijn is verdaagd (art. 12 lid 3, 13 lid 3)."),
             lambda i: sum(map(len, i.zaak.verdagingen.values()))),
        Veld(Kolom("Wacht op", 22, "tekst", "Wie nu aan zet is, en waarvoor."), _wacht_op),
        Veld(Kolom("Te doen", 8, "kort", "Hoeveel er te doen is. Klik erop om het te zien."),
             lambda i: _aantal(len(i.taken), "taak", "taken"), naar="Te doen"),
        Veld(Kolom("Toets", 8, "kort", "Wat de laatste toets aan eisen open liet; de commissie beoordeelt. Klik erop."),
             _toets, naar="Toetsing"),
        Veld(Kolom("Verloop", 9, "kort", "Hoeveel er is vastgelegd. Klik erop om het te zien."),
             lambda i: _aantal(len(i.verloop), "regel", "regels"), naar="Verloop"),
        Veld(Kolom(OPMERKING, 26, "invul", "Vul in wat u wilt: de secretaris leest het terug en legt het vast."),
             lambda i: (o := opmerking(i.zaak)) and o.opmerking, True),
        Veld(Kolom(AKKOORD, 10, "keuze", "Kies ja, nee of bespreken.", keuzes=KEUZES),
             lambda i: (o := opmerking(i.zaak)) and o.akkoord, True),
    )  # fmt: skip


# ---- the other sheets: a row is (case, what the row is about) ----


def termijnen() -> tuple[Veld, ...]:
    """The columns of the terms."""
    return (
        _nummer(),
        Veld(Kolom("Termijn", 28, "tekst", "De termijn."), lambda r: r[1].regel.naam),
        Veld(Kolom("Artikel", 15, "tekst", "Waar zij staat."), lambda r: r[1].regel.vindplaats),
        Veld(Kolom("Van wie", 13, "kort", "Wie deze termijn heeft."), lambda r: r[1].regel.wie),
        Veld(Kolom("Vanaf", 11, "datum", "De dag waarvan zij telt; die dag telt zelf niet mee. Bij een venster de "
                   "eerste dag."), lambda r: _dagen_van(r[1])[0]),
        Veld(Kolom("Uiterlijk", 21, "datum", "De laatste dag, na de Algemene termijnenwet waar die geldt.", LOOPT),
             lambda r: _dagen_van(r[1])[1]),
        Veld(Kolom("Veilig", 11, "datum", "De laatste werkdag op of voor het einde."),
             lambda r: None if r[1].regel.venster else r[1].berekening.veilig),
        Veld(Kolom("Stand", 14, "kort", "te laat, deze week, loopt, voldaan, te laat voldaan, voorbij; onzeker bij een "
                   "venster waarvoor de gedraging niet op de dag bekend is."),
             lambda r: stand_in_woorden(r[1], r[0].peildatum)),
        Veld(Kolom("Voldaan op", 11, "datum", "De dag waarop aan de termijn is voldaan."), lambda r: r[1].voldaan_op),
        Veld(Kolom("Dagen over", 8, "getal", "Nog zoveel dagen; onder nul is te laat."),
             lambda r: r[1].dagen if r[1].vraagt_aandacht else None),
        Veld(Kolom("Verdaagd", 9, "getal", "Hoe vaak deze termijn is verdaagd."), lambda r: r[1].verdagingen),
        Veld(Kolom("Opmerkingen", 46, "tekst", "Wat er bij deze termijn te weten is."),
             lambda r: " ".join(r[1].opmerkingen)),
    )  # fmt: skip


def _dagen_van(s: Termijnstand) -> tuple[date, date]:
    """From and to. A window is counted back, and read forward."""
    b = s.berekening
    return (b.uiterlijk, b.vanaf) if s.regel.venster else (b.vanaf, b.uiterlijk)


def toetsing() -> tuple[Veld, ...]:
    """The columns of the findings."""
    return (
        _nummer(),
        Veld(Kolom("Eis", 9, "kort", "De eis of grond in de regeling."), lambda r: r[1][0]),
        Veld(Kolom("Artikel", 22, "tekst", "Waar die staat."), lambda r: r[1][3]),
        Veld(Kolom("Wat er staat", 44, "tekst", "Waar het om gaat, in eigen woorden."), lambda r: r[1][4]),
        Veld(Kolom("Bevinding", 18, "tekst", "Een eis: voldaan of ontbreekt. Een grond: doet zich voor of niet. Wat "
                   "dat betekent, beoordeelt de commissie (art. 10 lid 1)."), lambda r: r[1][1]),
        Veld(Kolom("Toelichting", 56, "tekst", "Wat de toets zag."), lambda r: r[1][2], True),
        Veld(Kolom("Getoetst op", 11, "datum", "De dag van de laatste toets."), lambda r: r[1][5]),
    )  # fmt: skip


def te_doen() -> tuple[Veld, ...]:
    """The columns of the open duties."""
    return (
        _nummer(),
        Veld(Kolom("Wat", 48, "tekst", "Wat er moet gebeuren."), lambda r: r[1].wat),
        Veld(Kolom("Wie", 13, "kort", "Wie het doet."), lambda r: r[1].wie),
        Veld(Kolom("Artikel", 18, "tekst", "Waar het staat; een eigen norm bindt niet."),
             lambda r: f"{r[1].vindplaats} (eigen norm)" if r[1].eigen_norm else r[1].vindplaats),
        Veld(Kolom("Uiterlijk", 21, "datum", "De laatste dag; leeg als er geen is.", Lopend()),
             lambda r: r[1].berekening and r[1].berekening.uiterlijk),
        Veld(Kolom("Veilig", 11, "datum", "De laatste werkdag op of voor het einde."),
             lambda r: r[1].berekening and r[1].berekening.veilig),
        Veld(Kolom("Stand", 18, "kort", "te laat, deze week, wacht op een ander, of later."), lambda r: r[1].groep),
        Veld(Kolom("Brief", 26, "kort", "De brief waarmee het gebeurt."), lambda r: r[1].brief),
    )  # fmt: skip


def verloop() -> tuple[Veld, ...]:
    """The columns of the history."""
    return (
        _nummer(),
        # Personal: what is left out of an anonymous overview (a signal) would show as a gap.
        Veld(Kolom("Nr", 7, "getal", "Het nummer van de vastlegging in het journaal."), lambda r: r[1].nummer, True),
        Veld(Kolom("Dag", 11, "datum", "De dag waarop het gebeurde."), lambda r: _dag(r[1])),
        Veld(Kolom("Wat", 34, "tekst", "Wat er gebeurde."), lambda r: in_woorden(r[1].soort)),
        Veld(Kolom("Bijzonderheden", 70, "tekst", "Wie, waarom, en wat er werd gesteld."),
             lambda r: _bijzonder(r[1], r[2]), True),
        Veld(Kolom("Rol", 11, "kort", "In welke rol het is vastgelegd."), lambda r: r[1].rol),
        Veld(Kolom("Vastgelegd op", 16, "moment", "Wanneer het in het journaal kwam (Nederlandse tijd)."),
             lambda r: datetime.fromisoformat(r[1].vastgelegd_op)),
    )  # fmt: skip


def _dag(v: Vastlegging) -> date | None:
    dag = gebeurd_op(v.gebeurtenis)
    return None if dag == date.min else dag


def _bijzonder(v: Vastlegging, gecorrigeerd_in: int | None) -> str:
    gecorrigeerd = f"gecorrigeerd in nr {gecorrigeerd_in}" if gecorrigeerd_in else ""
    return "; ".join(filter(None, (bijzonderheden(v.gebeurtenis), gecorrigeerd)))


def _nummer() -> Veld:
    return Veld(Kolom(ZAAK, 12, "kort", "Het nummer van de zaak."), lambda r: r[0].zaak.nummer)


_STATUS = {"te_beoordelen": "te beoordelen", "nvt": "niet van toepassing"}
_BIJ_EEN_GROND = {"voldaan": "doet zich niet voor", "ontbreekt": "doet zich voor"}


def bevindingen(i: Inzage) -> Iterator[tuple[str, str, str, str, str, date | None]]:
    """The findings of the last toets: id, status, explanation, article, what the rule says, day."""
    t = i.zaak.toetsing
    if t is None:
        yield "", "niet getoetst", "Deze klacht is nog niet getoetst.", "", "", None
        return
    regels = {v.id: v for v in i.regeling.vereiste}
    for id_, status, toelichting in t.bevindingen:
        v = regels.get(id_)
        woorden = _STATUS | (_BIJ_EEN_GROND if v and v.aard == "weigeringsgrond" else {})
        yield id_, woorden.get(status, status), toelichting, v.vindplaats if v else "", v.zegt if v else "", t.op
