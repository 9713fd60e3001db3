"""config/wegwijzer.toml: read whole, and held against itself; every fault is told, not only the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from klachtcli.fouten import Gebrek
from klachtcli.instellingen.bestand import MEEGELEVERD, instelling, lees_instelling
from klachtcli.instellingen.lezer import meld
from klachtcli.recht.wegwijzer import STAPPEN, Over, Wegwijzer, genormaliseerd
from klachtcli.zaak.klaagschrift import Categorie, Soort as Hoedanigheid

_WAT = "config/wegwijzer.toml"
_CODE = "wegwijzer-fout"


@instelling(MEEGELEVERD)
def lees_wegwijzer(map_: Path) -> Wegwijzer:
    """The wegwijzer in a config folder. Raises Onbruikbaar with every fault."""
    w = lees_instelling(Wegwijzer, map_ / "wegwijzer.toml", _WAT, _CODE)
    meld([*_dubbel(w), *_verwijst(w), *_cellen(w), *_woorden(w)], _WAT, _CODE)
    return w


def _dubbel(w: Wegwijzer) -> Iterator[Gebrek]:
    """Of each id there is one, and each word that people type means one thing."""
    for naam in ("soort", "kanaal", "antwoord", "kanttekening"):
        yield from _meermaals(naam, (x.id for x in getattr(w, naam)))
    for rol in ("klager", "aangeklaagde"):
        in_rol = [x for x in w.woord if getattr(x, rol) is not None]
        yield from _meermaals("woord", (genormaliseerd(n) for x in in_rol for n in (x.naam, *x.ook)))
    yield from _meermaals("onderwerp", (genormaliseerd(n) for x in w.onderwerp for n in (x.naam, *x.ook)))
    yield from _meermaals("cel", (f"{c.klager} / {c.aangeklaagde} / {c.over}" for c in w.cel))


def _meermaals(plaats: str, namen: Iterable[str]) -> Iterator[Gebrek]:
    yield from (Gebrek(plaats, f"'{naam}' staat er meer dan een keer") for naam, n in Counter(namen).items() if n > 1)


def _verwijst(w: Wegwijzer) -> Iterator[Gebrek]:
    """Whatever is named is there."""
    for n, c in enumerate(w.cel, 1):
        yield from _onbekend(f"cel[{n}].klager", [c.klager], w.soorten)
        yield from _onbekend(f"cel[{n}].aangeklaagde", [c.aangeklaagde], w.soorten)
        for stap in STAPPEN:
            yield from _onbekend(f"cel[{n}].{stap}", [getattr(c, stap)], w.antwoorden)
    for n, a in enumerate(w.antwoord, 1):
        yield from _onbekend(f"antwoord[{n}].weg", [weg.kanaal for weg in a.weg], w.kanalen)
        if not a.weg and not a.niet_geregeld:
            yield Gebrek(f"antwoord[{n}]", "noemt geen weg, en zegt niet wat er niet is geregeld")
    for naam in ("woord", "kanttekening"):
        for n, x in enumerate(getattr(w, naam), 1):
            for rol in ("klager", "aangeklaagde"):
                yield from _onbekend(f"{naam}[{n}].{rol}", getattr(x, rol) or (), w.soorten)


def _onbekend(plaats: str, namen: Iterable[str], bekend: Iterable[str]) -> Iterator[Gebrek]:
    kent = set(bekend)
    yield from (Gebrek(plaats, f"'{naam}' staat niet in dit bestand") for naam in namen if naam not in kent)


def _cellen(w: Wegwijzer) -> Iterator[Gebrek]:
    """No hole in the figure: each kind about each kind, on each subject."""
    for klager in w.soorten:
        for aangeklaagde in w.soorten:
            for over in get_args(Over):
                if (klager, aangeklaagde, over) not in w.cellen:
                    yield Gebrek("cel", f"mist {klager} over {aangeklaagde} bij {over}")


def _woorden(w: Wegwijzer) -> Iterator[Gebrek]:
    """Every hoedanigheid and category of a klaagschrift has a word here; none that is outside the figure is silent."""
    namen, onderwerpen = {x.naam for x in w.woord}, {x.naam for x in w.onderwerp}
    yield from (Gebrek("woord", f"mist de hoedanigheid '{h}'") for h in get_args(Hoedanigheid) if h not in namen)
    yield from (Gebrek("onderwerp", f"mist de categorie '{c}'") for c in get_args(Categorie) if c not in onderwerpen)
    yield from (Gebrek(f"onderwerp[{n}].over", "is leeg") for n, x in enumerate(w.onderwerp, 1) if not x.over)
    for n, x in enumerate(w.woord, 1):
        if x.naam in get_args(Hoedanigheid) and not (x.kort or (x.klager and x.aangeklaagde)):
            yield Gebrek(f"woord[{n}].kort", "ontbreekt; bij iemand die de figuur niet kent, is dat nodig")
        if x.soorten("klager") == () and not x.zegt_klager:
            yield Gebrek(f"woord[{n}].zegt_klager", "ontbreekt; bij iemand die de figuur niet kent, is dat nodig")
        if x.soorten("aangeklaagde") == () and not x.zegt_aangeklaagde:
            yield Gebrek(f"woord[{n}].zegt_aangeklaagde", "ontbreekt; bij iemand die de figuur niet kent, is dat nodig")
        if x.fractie and not w.bij_status(None):
            yield Gebrek(f"woord[{n}].fractie", "er is geen soort met een fractie")
