"""The sheet Cijfers of the overview: per month, per phase and per term, with charts that Excel draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from klachtcli.stukken.werkboek import EERSTE_RIJ, Blad, Grafiek, Kolom
from klachtcli.stukken.werkboek_grafiek import hele_stap, rijen_hoog
from klachtcli.zaak.telling import Cijfers, Tabel

BLAD_CIJFERS = "Cijfers"
PER_MAAND, PER_FASE, PER_TERMIJN = "Per maand", "Open zaken, naar fase", "Doorlooptijden"
KOLOMMEN = (
    Kolom("Onderwerp", 24, "tekst", "Waar de regel over gaat."),
    Kolom("Wat", 44, "tekst", "De maand, de fase of de termijn."),
    Kolom("Ontvangen", 11, "getal", "Hoeveel klachten in die maand zijn ontvangen."),
    Kolom("Afgesloten", 11, "getal", "Hoeveel zaken in die maand zijn gesloten."),
    Kolom("Zaken", 9, "getal", "Hoeveel open zaken in die fase, of hoeveel zaken waarin aan de termijn is voldaan."),
    Kolom("Op tijd", 9, "getal", "In hoeveel daarvan binnen de termijn."),
    Kolom("Te laat", 9, "getal", "In hoeveel daarvan erna."),
    Kolom("Mediaan (dagen)", 11, "getal", "De middelste doorlooptijd, van de dag waarvan de termijn telt."),
    Kolom("Langste (dagen)", 11, "getal", "De langste doorlooptijd."),
)

_NAAST = "K"  # the first column beside the table, and one free

Rij = tuple[Any, ...]


def cijferblad(c: Cijfers) -> Blad:
    """The figures of `werkcijfers` on one sheet. Of three parts, each drawn, where there is something in it."""
    delen: dict[str, list[Rij]] = {
        PER_MAAND: _maanden(c),
        PER_FASE: [(r.titel, None, None, r.waarde) for r in c.tabel("fase").rijen],
        PER_TERMIJN: [_termijn(t) for t in c.tabellen if t.maten],
    }
    rijen: list[Rij] = []
    grafieken: list[Grafiek] = []
    for onderwerp, deel in delen.items():
        eerste = EERSTE_RIJ + len(rijen)
        vol = [(onderwerp, *rij, *[None] * (len(KOLOMMEN) - 1 - len(rij))) for rij in deel]
        if any(w for rij in deel for w in rij[1:]):
            grafieken.append(_grafiek(onderwerp, eerste, vol, grafieken))
        rijen += vol
    return Blad(BLAD_CIJFERS, KOLOMMEN, rijen, grafieken=grafieken)


def _maanden(c: Cijfers) -> list[Rij]:
    paren = zip(c.tabel("ontvangen_per_maand").rijen, c.tabel("afgesloten_per_maand").rijen, strict=True)
    return [(o.titel, o.waarde, a.waarde) for o, a in paren]


def _termijn(t: Tabel) -> Rij:
    waarden = {r.titel: r.waarde for r in (*t.rijen, *t.maten)}
    basis = t.basis.waarde if t.basis else None
    volgorde = ("binnen de termijn", "na de termijn", "mediaan", "langste")
    return t.titel, None, None, basis, *(waarden[v] for v in volgorde)


class _Beeld(NamedTuple):
    """How one part is drawn."""

    titel: str
    soort: Literal["liggend", "lijn"]
    reeksen: tuple[str, ...]
    x_as: str


_BEELDEN = {
    PER_MAAND: _Beeld("Ontvangen en afgesloten per maand", "lijn", ("Ontvangen", "Afgesloten"), "maand"),
    PER_FASE: _Beeld("Open zaken, naar fase", "liggend", ("Zaken",), "fase"),
    PER_TERMIJN: _Beeld("Op tijd en te laat, per termijn", "liggend", ("Op tijd", "Te laat"), "termijn"),
}


def _grafiek(onderwerp: str, eerste: int, deel: Sequence[Rij], erboven: Sequence[Grafiek]) -> Grafiek:
    """Beside the table, under the charts that are there."""
    b = _BEELDEN[onderwerp]
    plekken = [n for n, kolom in enumerate(KOLOMMEN) if kolom.kop in b.reeksen]
    stap = hele_stap([rij[n] or 0 for rij in deel for n in plekken])
    rijen = (eerste, eerste + len(deel) - 1)
    plek = f"{_NAAST}{EERSTE_RIJ + sum(map(rijen_hoog, erboven))}"
    return Grafiek(b.titel, b.soort, "Wat", b.reeksen, b.x_as, "zaken", rijen, plek, stap)
