"""config/regelingen -> regulations, with every fault of a file and of the versions together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import get_args

from klachtcli.fouten import Gebrek, Geweigerd, Onbruikbaar
from klachtcli.instellingen.bestand import GROOTSTE, MEEGELEVERD, instelling, lees_bytes, lees_tabel
from klachtcli.instellingen.lezer import dichtste, lees, meld
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Plicht, Regeling, Vereiste
from klachtcli.zaak.ankers import ANKERS
from klachtcli.zaak.klaagschrift import Procedures, Soort
from klachtcli.zaak.partijen import ONTVANGERS
from klachtcli.zaak.procedure import FEIT_VAN, ZONDER_FEIT
from klachtcli.zaak.toetsen import TOETST_VELDEN
from klachtcli.zaak.toetsing import TOETSEN
from klachtcli.zaak.voorwaarden import VOLDAAN_ALS, VOORWAARDEN

_ARTIKEL = re.compile(r"art\. ([0-9]+[a-z]?(?::[0-9]+[a-z]?)?)")


@instelling()
def lees_regelingen(map_: Path, id_: str) -> tuple[Regeling, ...]:
    """All versions of a regulation, oldest first. Raises Onbruikbaar with every fault, or where there is none."""
    paden = sorted((map_ / id_).glob("*.toml"))
    if not paden:
        bekend = [p.name for p in sorted(map_.iterdir())] if map_.is_dir() else []
        raise Onbruikbaar(
            "regeling-onbekend",
            f"van regeling '{id_}' staat geen versie in config/regelingen{dichtste(id_, bekend)}",
            grondslag=f"aanwezig: {', '.join(bekend) or 'geen'}",
            herstel="Zet de goede naam bij `regeling` in config/commissie.toml",
        )
    versies = tuple(sorted(map(lees_regeling, paden), key=lambda r: r.geldig_vanaf))
    meld(list(_overlap(versies)), f"regelingen/{id_}", "regeling-fout")
    return versies


@instelling(MEEGELEVERD)
def lees_regeling(pad: Path) -> Regeling:
    """One version: its file, read and checked."""
    wat = f"regelingen/{pad.parent.name}/{pad.name}"
    regeling = lees(Regeling, lees_tabel(lees_bytes(pad, wat, GROOTSTE), wat), wat=wat, code="regeling-fout")
    meld(list(_gebreken(regeling, pad)), wat, "regeling-fout")
    return regeling


def geldend(versies: Sequence[Regeling], dag: date) -> Regeling:
    """The version in force on a day. Raises Geweigerd where there is none."""
    for r in reversed(versies):
        if r.geldig_vanaf <= dag and (r.geldig_tot_en_met is None or dag <= r.geldig_tot_en_met):
            return r
    eerste = versies[0]
    raise Geweigerd(
        "geen-regeling-op-dag",
        f"op {voluit(dag)} gold geen versie van de {eerste.naam}",
        grondslag=f"de eerste bekende versie geldt vanaf {voluit(eerste.geldig_vanaf)}",
        herstel="Controleer de ontvangstdatum, of voeg de versie van die tijd toe in config/regelingen",
    )


def _gebreken(r: Regeling, pad: Path) -> Iterator[Gebrek]:
    if pad.stem != r.geldig_vanaf.isoformat():
        yield Gebrek("geldig_vanaf", f"{r.geldig_vanaf} is niet de naam van het bestand ({pad.stem})")
    if pad.parent.name != r.id:
        yield Gebrek("id", f"'{r.id}' is niet de naam van de map ({pad.parent.name})")
    yield from _artikelen(r)
    yield from _namen(r)
    ids = {
        "artikel": [a.nummer for a in r.artikel],
        "termijn": [t.id for t in r.termijn],
        "vereiste": [v.id for v in r.vereiste],
        "handeling": [h.id for h in r.handeling],
        "plicht": [p.id for p in r.plicht],
        "hoedanigheid": [h.naam for h in r.hoedanigheid],
    }
    for lijst, namen in ids.items():
        dubbel = sorted({i for i in namen if namen.count(i) > 1})
        yield from (Gebrek(lijst, f"'{i}' staat er twee keer") for i in dubbel)


def _artikelen(r: Regeling) -> Iterator[Gebrek]:
    """Every vindplaats names an article that the file holds."""
    bekend = {a.nummer for a in r.artikel}
    plaatsen = [(f"termijn[{n}].vindplaats", t.vindplaats) for n, t in enumerate(r.termijn, 1)]
    plaatsen += [(f"vereiste[{n}].vindplaats", v.vindplaats) for n, v in enumerate(r.vereiste, 1)]
    plaatsen += [(f"handeling[{n}].vindplaats", h.vindplaats) for n, h in enumerate(r.handeling, 1)]
    plaatsen += [(f"plicht[{n}].vindplaats", p.vindplaats) for n, p in enumerate(r.plicht, 1)]
    plaatsen += [(f"termijn[{n}].verdaging[{m}].vindplaats", v.vindplaats)
                 for n, t in enumerate(r.termijn, 1) for m, v in enumerate(t.verdaging, 1)]  # fmt: skip
    for plaats, tekst in plaatsen:
        for nummer in _ARTIKEL.findall(tekst):
            if nummer not in bekend:
                yield Gebrek(plaats, f"onbekend artikel {nummer}")
        if not _ARTIKEL.search(tekst) and tekst != "niet geregeld":
            yield Gebrek(plaats, "noemt geen artikel zoals 'art. 9 lid 1'; schrijf 'niet geregeld' als er geen is")


def _namen(r: Regeling) -> Iterator[Gebrek]:
    """Every name of an anchor, a check or a term is one that exists."""
    termijnen = [t.id for t in r.termijn]
    for n, t in enumerate(r.termijn, 1):
        yield from _onbekend(f"termijn[{n}]", "feit", (t.vanaf, *t.voldaan_door, *t.vervalt_door), list(ANKERS))
        yield from _onbekend(f"termijn[{n}]", "feit", [f for f in (t.na, t.na_afloop) if f], list(ANKERS))
        yield from _onbekend(f"termijn[{n}].verlengt", "termijn", (t.verlengt,) if t.verlengt else (), termijnen)
        if t.duur is None and not t.stelbaar:
            yield Gebrek(f"termijn[{n}].duur", "ontbreekt, en de dag is niet stelbaar")
        yield from _onbekend(f"termijn[{n}].ook", "feit", [o.vanaf for o in t.ook], list(ANKERS))
    for n, v in enumerate(r.vereiste, 1):
        yield from _vereiste(f"vereiste[{n}]", v, [t.id for t in r.termijn if t.venster])
    for n, h in enumerate(r.handeling, 1):
        yield from _onbekend(f"handeling[{n}].id", "handeling", (h.id,), [*FEIT_VAN, *ZONDER_FEIT])
        yield from _onbekend(f"handeling[{n}]", "feit", (*h.vereist, *h.sluit_uit, *h.verwacht), list(ANKERS))
        yield from _onbekend(f"handeling[{n}].plichten", "plicht", h.plichten, [p.id for p in r.plicht])
    for n, p in enumerate(r.plicht, 1):
        yield from _plicht(f"plicht[{n}]", p, termijnen)
    for n, soort in enumerate(r.hoedanigheid, 1):
        yield from _onbekend(f"hoedanigheid[{n}].naam", "hoedanigheid", (soort.naam,), list(get_args(Soort)))


def _plicht(plaats: str, p: Plicht, termijnen: list[str]) -> Iterator[Gebrek]:
    """A duty names facts, conditions and a term that exist, and something that meets it."""
    yield from _onbekend(plaats, "feit", (*p.na, *p.voldaan_door, *p.vervalt_door), list(ANKERS))
    yield from _onbekend(f"{plaats}.aan", "ontvanger", p.aan, ONTVANGERS)
    yield from _onbekend(f"{plaats}.termijn", "termijn", (p.termijn,) if p.termijn else (), termijnen)
    yield from _onbekend(f"{plaats}.als", "voorwaarde", (p.als,) if p.als else (), list(VOORWAARDEN))
    yield from _onbekend(
        f"{plaats}.voldaan_als", "voorwaarde", (p.voldaan_als,) if p.voldaan_als else (), list(VOLDAAN_ALS)
    )
    if not p.na:
        yield Gebrek(f"{plaats}.na", "ontbreekt: na welk feit is dit een plicht?")
    if not (p.brief or p.voldaan_door or p.voldaan_als):
        yield Gebrek(plaats, "niets voldoet aan deze plicht: noem brief, voldaan_door of voldaan_als")
    if p.brief and not p.aan:
        yield Gebrek(f"{plaats}.aan", f"ontbreekt: aan wie gaat de brief '{p.brief}'?")
    if p.termijn and p.duur:
        yield Gebrek(f"{plaats}.duur", "er is al een termijn; noem er een van beide")
    if not (p.opdracht or p.brief or p.voldaan_door):
        yield Gebrek(f"{plaats}.opdracht", "ontbreekt, en volgt nergens uit")


def _vereiste(plaats: str, v: Vereiste, vensters: list[str]) -> Iterator[Gebrek]:
    """What a check needs to know is there, and is something that it can look at."""
    yield from _onbekend(f"{plaats}.toets", "toets", (v.toets,), list(TOETSEN))
    yield from _onbekend(f"{plaats}.alleen_voor", "hoedanigheid", v.alleen_voor, list(get_args(Soort)))
    if v.toets in TOETST_VELDEN:
        yield from _onbekend(f"{plaats}.velden", "veld", v.velden, TOETST_VELDEN[v.toets])
        if not v.velden:
            yield Gebrek(f"{plaats}.velden", f"ontbreekt, en toets '{v.toets}' heeft het nodig")
    if v.toets in ("vraag", "eerder"):
        yield from _nodig(f"{plaats}.vraag", "vraag", v.vraag, list(Procedures.__struct_fields__), v.toets)
    if v.toets == "venster":
        yield from _nodig(f"{plaats}.termijn", "venster", v.termijn, vensters, v.toets)


def _nodig(plaats: str, wat: str, naam: str | None, bekend: list[str], toets: str) -> Iterator[Gebrek]:
    if naam is None:
        yield Gebrek(plaats, f"ontbreekt, en toets '{toets}' heeft het nodig")
    else:
        yield from _onbekend(plaats, wat, (naam,), bekend)


def _onbekend(plaats: str, wat: str, namen: Sequence[str], bekend: list[str]) -> Iterator[Gebrek]:
    for naam in namen:
        if naam not in bekend:
            welk = "onbekend" if wat in ("feit", "veld", "venster") else "onbekende"
            yield Gebrek(plaats, f"{welk} {wat} '{naam}'{dichtste(naam, bekend)}")


def _overlap(versies: Sequence[Regeling]) -> Iterator[Gebrek]:
    for vorige, r in pairwise(versies):
        if vorige.geldig_tot_en_met is not None and vorige.geldig_tot_en_met >= r.geldig_vanaf:
            begin = r.geldig_vanaf - timedelta(days=1)
            yield Gebrek(
                f"{vorige.geldig_vanaf}.toml geldig_tot_en_met",
                f"{vorige.geldig_tot_en_met} overlapt de versie van {r.geldig_vanaf}; ten hoogste {begin}",
            )
        if vorige.geldig_vanaf == r.geldig_vanaf:
            yield Gebrek(f"{r.geldig_vanaf}.toml", "twee versies beginnen op dezelfde dag")
