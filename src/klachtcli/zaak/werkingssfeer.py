"""Who falls under the regulation (art. 1 and 2): checks of the people in a klaagschrift."""

from __future__ import annotations

from collections.abc import Iterator

from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Regeling, Vereiste
from klachtcli.zaak.klaagschrift import Persoon
from klachtcli.zaak.toetsfeiten import Feiten, Oordeel, Toets, aangeklaagden


def _klager_valt_onder(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 2 onder c and d: is the klager a medewerker?"""
    yield _valt_onder(f.klaagschrift.klager, "de klager", "als_klager", f.regeling)


def _aangeklaagde_valt_onder(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 2 onder j: is each aangeklaagde a medewerker? One who is not leaves the klacht about the others standing."""
    oordelen = [_valt_onder(p, wie, "als_aangeklaagde", f.regeling) for wie, p in aangeklaagden(f.klaagschrift)]
    if not oordelen:
        yield Oordeel("nvt", "Er is geen aangeklaagde genoemd.")
    alle_buiten = all(o.status == "ontbreekt" for o in oordelen)
    for o in oordelen:
        yield o if alle_buiten or o.status != "ontbreekt" else Oordeel("te_beoordelen", o.toelichting)


def _valt_onder(p: Persoon, wie: str, rol: str, regeling: Regeling) -> Oordeel:
    begin = wie[0].upper() + wie[1:]
    if (soort := regeling.zoek_hoedanigheid(p.hoedanigheid)) is None:
        return Oordeel("te_beoordelen", f"Van {wie} is niet bekend in welke hoedanigheid.")
    zin = f"{begin} ({soort.naam}): {soort.zegt.rstrip('.')}."
    verwijzing = getattr(soort, f"verwijzing_{rol}")
    match getattr(soort, rol):
        case "ja" | "fractie":
            return Oordeel("voldaan", zin)
        case "nee":
            return Oordeel("ontbreekt", f"{zin} {verwijzing or ''}".strip())
        case _:
            return Oordeel("te_beoordelen", f"{zin} De commissie beoordeelt dit. {verwijzing or ''}".strip())


def _fractie(v: Vereiste, f: Feiten) -> Iterator[Oordeel]:
    """Art. 1: for staff of a fractie the regulation holds where that fractie declared it so. Unknown stays unknown."""
    betrokken = [("de klager", f.klaagschrift.klager), *aangeklaagden(f.klaagschrift)]
    oordelen = [_aangesloten(wie, p, f) for wie, p in betrokken if _bij_fractie(p, f)]
    yield from oordelen or [Oordeel("nvt", "Niemand in deze klacht is medewerker van een fractie.")]


def fractie_onbekend(f: Feiten) -> bool:
    """Whether somebody works for a fractie of which nothing is known on the day of receipt."""
    mensen = [f.klaagschrift.klager, *f.klaagschrift.aangeklaagde]
    return any(_bij_fractie(p, f) and f.fracties.op(p.onderdeel, f.klaagschrift.ontvangstdag) is None for p in mensen)


def _bij_fractie(p: Persoon, f: Feiten) -> bool:
    """A fractiemedewerker, and who was hired by or worked for a fractie; a Kamerlid is outside for another reason."""
    if (soort := f.regeling.zoek_hoedanigheid(p.hoedanigheid)) is None:
        return False
    rollen = {soort.als_klager, soort.als_aangeklaagde}
    return "fractie" in rollen or ("nee" not in rollen and f.fracties.noemt(p.onderdeel))


def _aangesloten(wie: str, p: Persoon, f: Feiten) -> Oordeel:
    dag = f.klaagschrift.ontvangstdag
    bekend = f.fracties.op(p.onderdeel, dag)
    if bekend is None:
        return Oordeel("te_beoordelen", f"Of de fractie van {wie} de regeling op {voluit(dag)} van toepassing had "
                       "verklaard, is niet bekend. Vraag het na en leg het vast in config/fracties.toml.")  # fmt: skip
    zin = f"De fractie van {wie}: {bekend.status} op {voluit(dag)}, de dag van ontvangst (bron: {bekend.bron})."
    dagen = {d for g in f.klaagschrift.gedraging if g.periode for d in (g.periode.eerste, g.periode.laatste)}
    toen = [f.fracties.op(p.onderdeel, d) for d in dagen if d <= dag]
    anders = any(t is None or t.status != bekend.status for t in toen)
    if anders:
        zin += " Op de dag van een gedraging was dat anders of onbekend; welke dag beslist, regelt artikel 1 niet."
    if bekend.status != "van toepassing":
        return Oordeel("te_beoordelen", zin, ernstig=True)
    return Oordeel("te_beoordelen" if anders else "voldaan", zin)


WERKINGSSFEER: dict[str, Toets] = {
    "klager_valt_onder": _klager_valt_onder,
    "aangeklaagde_valt_onder": _aangeklaagde_valt_onder,
    "fractie": _fractie,
}
