"""Where else a klager may turn, when somebody in a case is or may be outside the regulation (art. 1, 2; figure 3.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, get_args

from klachtcli.recht.wegwijstekst import lopend
from klachtcli.recht.wegwijzer import Over, Rol, Wegwijzer
from klachtcli.zaak.fracties import Fracties
from klachtcli.zaak.klaagschrift import Klaagschrift, Persoon
from klachtcli.zaak.toetsfeiten import Feiten
from klachtcli.zaak.toetsing import Bevinding
from klachtcli.zaak.werkingssfeer import WERKINGSSFEER


class Verwijzing(NamedTuple):
    """The ways, each in a line that names nobody, and where that is from; both empty where nothing is pointed out."""

    wegen: tuple[str, ...] = ()
    bron: str = ""


def verwijs(f: Feiten, bevindingen: Sequence[Bevinding], w: Wegwijzer) -> Verwijzing:
    """Where else to turn, for a case under the regulation of this wegwijzer of which a party may be outside it."""
    if not geldt_voor(w, f) or not _erbuiten(f, bevindingen):
        return Verwijzing()
    k, dag = f.klaagschrift, f.klaagschrift.ontvangstdag
    klagers = soorten(k.klager, "klager", w, f.fracties, dag)
    aangeklaagden = [soorten(p, "aangeklaagde", w, f.fracties, dag) for p in k.aangeklaagde]
    bekend = tuple(dict.fromkeys(s for a in aangeklaagden for s in a or ()))
    buiten = [k.klager] if klagers == () else []
    buiten += [p for p, a in zip(k.aangeklaagde, aangeklaagden, strict=True) if a == ()]
    wegen = tuple(dict.fromkeys(_kort(buiten, w)))
    if klagers and bekend:
        wegen += tuple(lopend(w, klagers, bekend, over(k, w)))
    return Verwijzing(wegen, w.herkomst if wegen else "")


def geldt_voor(w: Wegwijzer, f: Feiten) -> bool:
    """Whether the wegwijzer is about cases under this regulation."""
    return w.regeling == f.regeling.id


def soorten(p: Persoon, rol: Rol, w: Wegwijzer, fracties: Fracties, dag: date) -> tuple[str, ...] | None:
    """The rows or columns that somebody can be in on a day; () where it has none, None where that is unknown."""
    woord = next((x for x in w.woord if x.naam == p.hoedanigheid), None)
    if woord is None:
        return None
    if woord.fractie == "altijd" or (woord.fractie == "genoemd" and fracties.noemt(p.onderdeel)):
        bekend = fracties.op(p.onderdeel, dag)
        return w.bij_status(bekend.status if bekend else None)
    return woord.soorten(rol)


def over(k: Klaagschrift, w: Wegwijzer) -> tuple[Over, ...]:
    """The subjects of a klaagschrift, by its categories; a klaagschrift that names none is about omgangsvormen."""
    genoemd = {g.categorie for g in k.gedraging}
    gevonden = {o for x in w.onderwerp if x.naam in genoemd for o in x.over}
    return tuple(o for o in get_args(Over) if o in gevonden) or ("omgangsvormen",)


def _erbuiten(f: Feiten, bevindingen: Iterable[Bevinding]) -> bool:
    """Whether a finding about who falls under the regulation is not that all do."""
    gaat_erover = {v.id for v in f.regeling.vereiste if v.toets in WERKINGSSFEER}
    return any(b.vereiste in gaat_erover and b.gevolg for b in bevindingen)


def _kort(mensen: Iterable[Persoon], w: Wegwijzer) -> Iterator[str]:
    for p in mensen:
        yield from (x.kort for x in w.woord if x.naam == p.hoedanigheid and x.kort)
