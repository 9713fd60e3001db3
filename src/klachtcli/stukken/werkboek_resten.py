"""What a workbook that was read back holds besides text in cells: notes, merged cells, sheets of somebody's own.

openpyxl tells none of it where it reads row by row, so the parts of the zip are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from openpyxl.packaging import relationship
from openpyxl.utils.cell import range_boundaries

from klachtcli.stukken.werkboek_lezen import Gelezen, Werkboek, beschadigd

_RELATIES: Any = relationship  # half of it has no types
_NOTITIE = re.compile(rb"""<(?:\w+:)?(?:comment|threadedComment)\s[^>]*?\bref=["']([A-Z]+\d+)["']""")
_SAMENGEVOEGD = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z]+\d+:[A-Z]+\d+)["']""")


def notities(werkboek: Werkboek) -> list[str]:
    """The cells at which somebody put a note or a comment, as `Zaken!S3`; on any sheet. Raises Invoerfout."""
    try:
        return [cel for blad in werkboek.boek.worksheets for cel in dict.fromkeys(_notities(blad))]
    except Exception:  # openpyxl raises anything for a damaged part
        raise beschadigd() from None


def samengevoegd(werkboek: Werkboek, blad: str, gelezen: Gelezen, koppen: Collection[str]) -> list[str]:
    """The merged cells under these heads, as `Zaken!S3:S5`; only the first of each holds a text. Raises Invoerfout."""
    kolommen = {gelezen.plekken[kop] + 1 for kop in koppen}
    try:
        archief, pad = _deel(werkboek.boek[blad])
        delen = [m.decode() for m in _SAMENGEVOEGD.findall(archief.read(pad))]
    except Exception:  # as above
        raise beschadigd() from None
    return [f"{blad}!{deel}" for deel in delen if _raakt(deel, kolommen, gelezen.koprij)]


def eigen_bladen(werkboek: Werkboek, bekend: Collection[str]) -> list[str]:
    """The sheets that are not known, and on which something stands. Raises Invoerfout."""
    try:
        vreemd = [blad for blad in werkboek.boek.worksheets if blad.title not in bekend]
        return [blad.title for blad in vreemd if _gevuld(blad)]
    except Exception:  # as above
        raise beschadigd() from None


def _deel(blad: Any) -> tuple[Any, str]:
    """The zip, and the part of it in which a sheet stands."""
    return blad.parent._archive, blad._worksheet_path.lstrip("/")


def _notities(blad: Any) -> Iterator[str]:
    archief, pad = _deel(blad)
    naast = _RELATIES.get_rels_path(pad)
    if naast not in archief.namelist():
        return
    for deel in _RELATIES.get_dependents(archief, naast):
        if deel.Type.rsplit("/", 1)[-1] in ("comments", "threadedComment"):
            yield from (f"{blad.title}!{m.decode()}" for m in _NOTITIE.findall(archief.read(deel.target)))


def _raakt(deel: str, kolommen: Collection[int], koprij: int) -> bool:
    grenzen: Any = range_boundaries(deel)
    links, _, rechts, onder = grenzen
    return onder > koprij and any(links <= kolom <= rechts for kolom in kolommen)


def _gevuld(blad: Any) -> bool:
    blad.reset_dimensions()
    return any(str(w if w is not None else "").strip() for rij in blad.iter_rows(values_only=True) for w in rij)
