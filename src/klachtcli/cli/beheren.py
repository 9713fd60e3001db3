"""`klacht beheer controleer`: everything looked at, named, and mended where that is safe."""

from __future__ import annotations

from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Proef
from klachtcli.secretariaat.bevindingen import Bevinding
from klachtcli.secretariaat.nakijken import kijk_na
from klachtcli.secretariaat.werkmap import zoek


def controleer(
    herstel: Annotated[bool, typer.Option("--herstel", help="Herstel wat zonder verlies te herstellen is.")] = False,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Kijk alles na: het journaal, de sleutels, de brieven, kladden die achterbleven, instellingen en sjablonen.

    Met --herstel krijgt een brief zonder naam zijn naam, wordt een verdwenen brief opnieuw gemaakt uit het journaal, en
    verdwijnen kladden. Wat u zelf bewerkte en wat in het journaal staat, blijft zoals het is. Eindigt met 1 als er iets
    te melden is, en met 4 bij schade.

    Voorbeeld: klacht beheer controleer
    """
    bevindingen = kijk_na(zoek(map_), herstel=herstel, proef=proef)
    if json:
        scherm.zeg_json({"bevindingen": [_als_gegevens(b) for b in bevindingen], "proef": proef})
    else:
        _toon(bevindingen, proef=proef)
    if code := _code(bevindingen):
        raise typer.Exit(code)


def _toon(bevindingen: list[Bevinding], *, proef: bool) -> None:
    for b in bevindingen:
        soort = ("te herstellen" if proef else "hersteld") if b.hersteld else b.ernst
        helpt = f" {b.helpt}." if b.helpt and not b.hersteld else ""
        zin = b.feit if b.feit.endswith("?") else f"{b.feit.rstrip('.')}."
        scherm.zeg(f"{soort}: {zin}{helpt} [{b.code}]")
    if all(b.ernst == "let op" for b in bevindingen):
        begin = "Verder is alles" if bevindingen else "Alles is"
        scherm.zeg(f"{begin} nagekeken en in orde: journaal, sleutels, brieven, instellingen en sjablonen.")


def _code(bevindingen: list[Bevinding]) -> int:
    soorten = {b.ernst for b in bevindingen}
    return 4 if "schade" in soorten else 1 if "bevinding" in soorten else 0


def _als_gegevens(b: Bevinding) -> dict[str, object]:
    return {"waar": b.waar, "ernst": b.ernst, "code": b.code, "feit": b.feit, "helpt": b.helpt, "hersteld": b.hersteld}
