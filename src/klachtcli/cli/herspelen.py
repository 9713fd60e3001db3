"""`klacht audit herspeel`: does everything follow from the facts, under the rules of that day?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from klachtcli.audit.uitkomst import Herspeeld
from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.dossiers import is_zaaknummer
from klachtcli.secretariaat.herspelen import Herspel, herspeel_journaal, herspeel_pakket
from klachtcli.secretariaat.werkmap import zoek

_TELLINGEN = ("vastleggingen", "handelingen", "termijnen", "bevindingen", "brieven", "plichten")
_WOORD = {"gelijk": "gelijk", "anders": "ANDERS", "deels": "gelijk, maar niet alles is na te rekenen",
          "niet": "niet na te rekenen"}  # fmt: skip


def herspeel(
    zaak: Annotated[
        str | None,
        typer.Argument(metavar="[ZAAK|PAKKET]", help="Een zaak, of de map van een pakket; anders alle."),
    ] = None,
    streng: Annotated[bool, typer.Option("--streng", help="Ook code 1 als iets niet na te rekenen is.")] = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Reken elke beslissing na: uit wat is vastgelegd, met de regels en de kalender van toen.

    De keten wordt nagekeken, elke zaak opnieuw opgebouwd, elke termijn tweemaal geteld (op twee manieren die niets van
    elkaar weten), elke toets herhaald, elke brief opnieuw gemaakt en per byte vergeleken, en van elke handeling bekeken
    of zij toen mocht. Eindigt met code 1 als er iets anders uitkomt, met 4 als het journaal is beschadigd.

    Een pakket (klacht audit pakket) wordt eerst tot op de byte nagekeken; daar is geen journaal of sleutel voor nodig.

    Voorbeeld: klacht audit herspeel K2026-001
    """
    pakket = zaak if zaak is not None and not is_zaaknummer(zaak) else None
    with herspeel_pakket(Path(pakket)) if pakket else herspeel_journaal(zoek(map_), zaak) as spel:
        gedaan = scherm.voortgang(spel.zaken, spel.aantal, "herspeeld")
        if json:
            zaken = [_als_gegevens(h) for h in gedaan]
            regels = [{**msgspec.structs.asdict(r.bron), "meegeleverd": r.meegeleverd} for r in spel.regels]
            scherm.zeg_json({"zegel": str(spel.zegel), "zaken": zaken, "regels": regels,
                             "niet_bewezen": list(spel.opmerkingen)})  # fmt: skip
            uitkomsten = {z["uitkomst"] for z in zaken}
        else:
            uitkomsten = _toon(gedaan, str(spel.zegel), een=zaak is not None)
            _toon_regels(spel)
    if "anders" in uitkomsten or (streng and uitkomsten - {"gelijk"}):
        raise typer.Exit(1)


def _toon_regels(spel: Herspel) -> None:
    """With which rules it was counted, and what could not be established."""
    for r in spel.regels:
        zelfde = "zoals meegeleverd" if r.meegeleverd else "ANDERS dan meegeleverd: vergelijk haar met de bekendmaking"
        versie = f" ({r.bron.versie})" if r.bron.versie else ""
        scherm.zeg(f"Gerekend met {r.bron.id}{versie}, {r.bron.sha256[:12]}…: {zelfde}.")
    for opmerking in spel.opmerkingen:
        scherm.zeg(f"Let op: {opmerking}")


def _toon(gedaan: Iterable[Herspeeld], zegel: str, *, een: bool) -> set[str]:
    """What stands out in each case, and all of it counted; the outcomes there are."""
    uitkomsten: Counter[str] = Counter()
    zaken = 0
    totaal: Counter[str] = Counter()
    for h in gedaan:
        uitkomsten[h.uitkomst] += 1
        zaken += is_zaaknummer(h.zaak)
        totaal.update({naam: getattr(h, naam) for naam in _TELLINGEN})
        if een or h.verschillen or h.onberekend or h.te_laat:
            _toon_zaak(h)
    if not uitkomsten:
        scherm.zeg("Er zijn geen zaken om na te rekenen.")
    elif not een:
        ook = "" if zaken == uitkomsten.total() else ", en de brieven van de werkmap zelf"
        scherm.zeg(f"Zaken: {zaken}{ook}; {_opgeteld(uitkomsten)}.")
    scherm.zeg("Nagerekend: " + ", ".join(f"{naam} {totaal[naam]}" for naam in _TELLINGEN) + ".")
    scherm.zeg(f"De keten klopt tot en met zegel {zegel}.")
    return set(uitkomsten)


def _opgeteld(uitkomsten: Counter[str]) -> str:
    return ", ".join(f"{_WOORD[u]}: {uitkomsten[u]}" for u in _WOORD if uitkomsten[u])


def _toon_zaak(h: Herspeeld) -> None:
    scherm.zeg(f"{h.zaak}: {_WOORD[h.uitkomst]}")
    for v in h.verschillen:
        scherm.zeg(f"  nr {v.nummer}  {v.wat}")
        scherm.zeg(f"    toen    {v.toen}")
        scherm.zeg(f"    nu      {v.nu}")
        scherm.zeg(f"    waarom  {v.waarom}")
    for waarom in dict.fromkeys(o.waarom for o in h.onberekend):
        zelfde = [o for o in h.onberekend if o.waarom == waarom]
        wat = zelfde[0].wat if len(zelfde) == 1 else f"{zelfde[0].wat}, en nog {len(zelfde) - 1}"
        scherm.zeg(f"  nr {', '.join(str(o.nummer) for o in zelfde)}")
        scherm.zeg(f"    {wat}: niet na te rekenen, want {waarom}")
    for t in h.te_laat:
        gedaan = f"gedaan op {voluit(t.voldaan_op)}" if t.voldaan_op else "niet gedaan"
        norm = "; eigen norm" if t.eigen_norm else ""
        scherm.zeg(f"  te laat: {t.wat}, uiterlijk {voluit(t.uiterlijk)}, {gedaan} ({t.vindplaats}{norm})")


def _als_gegevens(h: Herspeeld) -> dict[str, Any]:
    return {
        "zaak": h.zaak,
        "uitkomst": h.uitkomst,
        **{naam: getattr(h, naam) for naam in _TELLINGEN},
        "verschillen": [msgspec.structs.asdict(v) for v in h.verschillen],
        "niet_na_te_rekenen": [msgspec.structs.asdict(o) for o in h.onberekend],
        "te_laat": [msgspec.structs.asdict(t) for t in h.te_laat],
    }
