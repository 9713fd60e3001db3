"""The verklaring van vernietiging (Archiefbesluit 1995 art. 8): what was destroyed, why, how, and by whom."""

from __future__ import annotations

from collections.abc import Mapping

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


def waarden(zaak: str, e: ZaakVernietigd, telling: Mapping[str, int]) -> Waarden:
    """What the verklaring says of one case. telling: how many entries there were of each kind."""
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
        "kopieen": [in_woorden(k) for k in e.kopieen],
    }


def in_woorden(k: Kopie) -> str:
    """`reservekopieën van de werkmap: 3 mei 2026 en 2 juni 2026`; of many their number, the first and the last."""
    een, meer = _MEERVOUD.get(k.wat, (k.wat, k.wat))
    dagen = [voluit(dag) for dag in k.dagen]
    if len(dagen) == 1:
        return f"{een}: {dagen[0]}"
    if len(dagen) > _MEESTE:
        return f"{meer}: {len(dagen)}, van {dagen[0]} tot en met {dagen[-1]}"
    return f"{meer}: {', '.join(dagen[:-1])} en {dagen[-1]}"


def als_docx(gegevens: Waarden, sjabloon: bytes) -> bytes:
    """The verklaring as a document. Raises Onbruikbaar and Invoerfout as a letter does."""
    delen, inhoud = pak_uit(laad(sjabloon, SJABLOON.removesuffix(".docx")).vul(gegevens))
    over = inhoud[_OVER].replace(b">Brief<", b">Verklaring van vernietiging<")
    return vast_pakket(Deel.los(d.naam, over) if d.naam == _OVER else d for d in delen)
