"""The verklaring van vernietiging (Archiefbesluit 1995 art. 8): what was destroyed, why, how, and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from klachtcli.recht.datum import voluit
from klachtcli.stukken.brieven import Waarden
from klachtcli.stukken.pakket import Deel, pak_uit, vast_pakket
from klachtcli.stukken.sjabloon import laad
from klachtcli.zaak.gebeurtenissen import Kopie, ZaakVernietigd

SJABLOON = "verklaring-van-vernietiging.docx"
_OVER = "docProps/core.xml"
_MEESTE = 6  # so many days are named one by one
_MEERVOUD = {
    "reservekopie": ("reservekopie van de werkmap", "reservekopieën van de werkmap"),
    "sleutelkopie": ("kopie van de sleutelring", "kopieën van de sleutelring"),
    "pakket": ("pakket van de zaak", "pakketten van de zaak"),
    "stukken": ("bijlagen, leesbaar in een andere map gezet", "bijlagen, leesbaar in een andere map gezet"),
    "overzicht": ("overzicht voor de voorzitter", "overzichten voor de voorzitter"),
}


def waarden(zaak: str, e: ZaakVernietigd, telling: Mapping[str, int], opzij: Sequence[str] = ()) -> Waarden:
    """What the verklaring says of one case. telling: how many entries there were of each kind.

    opzij: what was put aside here when a copy was restored, and may hold the case or its key.
    """
    bijlagen, brieven = telling.get("stuk_bewaard", 0), telling.get("brief_gemaakt", 0)
    return {
        "zaak": zaak,
        "ontvangen_op": voluit(e.ontvangen_op),
        "gesloten_op": voluit(e.gesloten_op),
        "bewaartermijn": e.bewaartermijn,
        "grond": e.grond,
        "verstreken_op": voluit(e.verstreken_op),
        "vernietigd_op": voluit(e.op),
        "tweede": e.tweede,
        "vastleggingen": str(sum(aantal for soort, aantal in telling.items() if soort != e.soort)),
        "bijlagen": str(bijlagen) if bijlagen else "geen",
        "brieven": str(brieven) if brieven else "geen",
        "kopieen": [*map(in_woorden, e.kopieen), *(f"wat bij een herstel opzij ging: {naam}" for naam in opzij)],
    }


def in_woorden(k: Kopie) -> str:
    """`reservekopieën van de werkmap: 3, op 3 mei 2026 en 2 juni 2026; zegel 12, 15 en 20`; of many first and last.

    The number of the zegel stands in the name of a copy as well. Of before 0.4 the days alone are known.
    """
    een, meer = _MEERVOUD.get(k.wat, (k.wat, k.wat))
    dagen, nummers = [voluit(dag) for dag in k.dagen], [str(nr) for nr in k.nummers]
    zegels = f"; zegel {_reeks(nummers)}" if nummers else ""
    if max(len(dagen), len(nummers)) == 1:
        return f"{een}: {dagen[0]}{zegels}"
    aantal = len(nummers) or (len(dagen) if len(dagen) > _MEESTE else 0)
    op = "op " if nummers and len(dagen) <= _MEESTE else ""
    return f"{meer}: {f'{aantal}, {op}' if aantal else ''}{_reeks(dagen)}{zegels}"


def _reeks(delen: Sequence[str]) -> str:
    if len(delen) > _MEESTE:
        return f"van {delen[0]} tot en met {delen[-1]}"
    return " en ".join(filter(None, (", ".join(delen[:-1]), delen[-1])))


def als_docx(gegevens: Waarden, sjabloon: bytes) -> bytes:
    """The verklaring as a document. Raises Onbruikbaar and Invoerfout as a letter does."""
    delen, inhoud = pak_uit(laad(sjabloon, SJABLOON.removesuffix(".docx")).vul(gegevens))
    over = inhoud[_OVER].replace(b">Brief<", b">Verklaring van vernietiging<")
    return vast_pakket(Deel.los(d.naam, over) if d.naam == _OVER else d for d in delen)
