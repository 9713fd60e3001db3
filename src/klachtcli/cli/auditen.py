"""`klacht audit zegel` and `wie`: what a zegel on paper proves, and who did or saw what in a case."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from klachtcli import klok
from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Zaak
from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.secretariaat import controle, inzage
from klachtcli.secretariaat.controle import Bewijs
from klachtcli.secretariaat.inzage import Spoor, Sporen
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak.gebeurtenissen import in_woorden

_INZAGE = {
    "zaak": "zaak bekeken",
    "stukken": "bijlagen eruit gehaald",
    "signalen": "signalen bekeken",
    "overzicht": "overzicht met namen gemaakt",
    "jaarverslag": "herkomst van cijfers bekeken",
    "pakket": "pakket gemaakt",
    "reservekopie": "reservekopie gemaakt",
    "sleutelkopie": "kopie van de sleutelring gemaakt",
}
_OVER = {"zaak": "", "zaken": "; met andere zaken", "alle": "; alle zaken"}


def zegel(
    tegen: Annotated[
        str | None, typer.Option("--tegen", metavar="ZEGEL", help="Een zegel van papier: hoort het hierbij?")
    ] = None,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Toon het zegel van nu, of zeg met --tegen wat een zegel op een brief of verslag bewijst.

    Het zegel legt elke vastlegging tot dan toe vast. Bewaar het buiten deze computer: alleen zo is te vinden dat het
    einde van het journaal is afgekapt. Met --tegen wordt het hele journaal nagerekend; dat eindigt met code 4 als het
    zegel er niet bij hoort.

    Voorbeeld: klacht audit zegel --tegen 17-9f3a22c177aa01be
    """
    werkmap = zoek(map_)
    bewijs = None if tegen is None else controle.controleer(werkmap, tegen).papier
    nu = controle.hoofd(werkmap)
    if json:
        erbij = {"tegen": _als_gegevens(bewijs) | {"daarna": bewijs.daarna}} if bewijs else {}
        scherm.zeg_json({**_als_gegevens(nu), "vastleggingen": nu.zegel.nummer, **erbij})
        return
    if bewijs is None:
        scherm.zeg(f"zegel {nu.zegel}")
        scherm.zeg(f"vastleggingen  {nu.zegel.nummer}; de laatste is {_welke(nu)}")
        return
    scherm.zeg(f"Zegel {bewijs.zegel} hoort bij dit journaal: wat er toen stond, staat er nog.")
    scherm.zeg(f"gemaakt na     vastlegging {bewijs.zegel.nummer}: {_welke(bewijs)}")
    scherm.zeg(f"daarna         {bewijs.daarna} {'vastlegging' if bewijs.daarna == 1 else 'vastleggingen'}")
    scherm.zeg(f"zegel van nu   {nu.zegel}")


def _welke(b: Bewijs) -> str:
    """`getoetst in K2026-001, vrijdag 24 april 2026 om 12:00`."""
    waar = f" in {b.kop.zaak}" if b.kop.zaak else ""
    moment = klok.op_de_klok(b.kop.vastgelegd_op)
    return f"{in_woorden(b.kop.soort)}{waar}, {met_weekdag(moment)}"


def _als_gegevens(b: Bewijs) -> dict[str, Any]:
    return {"zegel": str(b.zegel), "nummer": b.kop.nummer, "vastgelegd_op": b.kop.vastgelegd_op, "soort": b.kop.soort,
            "zaak": b.kop.zaak or None}  # fmt: skip


def wie(zaak: Zaak, json: Json = False, map_: Map = None) -> None:
    """Wie legde wat vast in een zaak, wanneer, in welke rol en met welke versie; en wie bekeek haar of nam iets mee.

    Zonder de inhoud, dus zonder namen van partijen. Van een vernietigde zaak staat er wat ervan rest.

    Voorbeeld: klacht audit wie K2026-001
    """
    s = inzage.wie_deed_wat(zoek(map_), zaak)
    if json:
        scherm.zeg_json(_sporen_als_gegevens(s))
        return
    scherm.zeg(
        f"{s.zaak}: {len(s.sporen)} vastleggingen; bekeken of meegenomen: {sum(bool(x.inzage) for x in s.sporen)}"
    )
    zonder = "vernietigd" if s.vernietigd else "sleutel kwijt"
    scherm.tabel(
        ("nr", "vastgelegd", "door", "rol", "versie", "wat"),
        [(str(x.nummer), f"{klok.op_de_klok(x.vastgelegd_op):%Y-%m-%d %H:%M:%S}", x.door or zonder, x.rol,
          x.versie, _wat(x)) for x in s.sporen],
        ruim=("versie",),
    )  # fmt: skip
    if v := s.vernietigd:
        scherm.zeg(f"\nDeze zaak is vernietigd op {voluit(v.op)} ({v.grond}; tweede: {v.tweede}). Wie wat vastlegde en "
                   "wat erin stond, is weg; nummer, soort, moment, rol en versie blijven, en de keten.")  # fmt: skip


def _wat(x: Spoor) -> str:
    if x.inzage:
        return f"{_INZAGE[x.inzage]}{_OVER[x.over]}"
    delen = (
        in_woorden(x.soort),
        f"corrigeert nr {x.corrigeert}" if x.corrigeert else "",
        f"gecorrigeerd in nr {x.gecorrigeerd_in}" if x.gecorrigeerd_in else "",
    )
    return "; ".join(filter(None, delen))


def _sporen_als_gegevens(s: Sporen) -> dict[str, Any]:
    v = s.vernietigd
    return {
        "zaak": s.zaak,
        "vernietigd": v and {"op": v.op, "bewaartermijn": v.bewaartermijn, "grond": v.grond, "tweede": v.tweede},
        "sporen": [x._asdict() for x in s.sporen],
    }
