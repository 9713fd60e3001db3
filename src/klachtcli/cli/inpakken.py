"""`klacht audit pakket`: cases as a folder that somebody else can check and replay."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Proef
from klachtcli.secretariaat.werkmap import zoek


def pakket(
    zaken: Annotated[
        list[str], typer.Argument(metavar="ZAAK...", help="Zaaknummers: K2026-001, 2026-1, of 1 voor dit jaar.")
    ],
    uit: Annotated[str, typer.Option("--uit", "-o", metavar="MAP", help="De nieuwe map waarin het pakket komt.")],
    anoniem: Annotated[
        bool, typer.Option("--anoniem", help="Zonder persoonsgegevens, brieven en stukken; wel na te rekenen.")
    ] = False,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Maak een pakket (BagIt) van een of meer zaken: alles erover, met het bewijs dat het zo is vastgelegd.

    Erin zitten de vastleggingen, de brieven, de stukken, de regels van toen, metagegevens (MDTO) en de keten: een
    hash van elke vastlegging in het journaal, die over andere zaken niets zegt. Het pakket is niet verzegeld: behandel
    het als het dossier zelf. Dat het is gemaakt, wordt in elke zaak vastgelegd.

    Voorbeeld: klacht audit pakket K2026-001 -o /media/usb/K2026-001
    """
    from klachtcli.secretariaat.pakketten import pak_in

    p = pak_in(zoek(map_), zaken, Path(uit), anoniem=anoniem, proef=proef)
    if json:
        scherm.zeg_json({"zaken": p.zaken, "map": p.map, "bestanden": p.bestanden, "zegel": p.zegel,
                         "anoniem": p.anoniem, "opmerkingen": p.opmerkingen, "proef": proef})  # fmt: skip
        return
    wat = f"zaak {p.zaken[0]}" if len(p.zaken) == 1 else f"{len(p.zaken)} zaken ({', '.join(p.zaken)})"
    scherm.zeg(f"Pakket van {wat}: {p.bestanden} bestanden, tot en met zegel {p.zegel}, {scherm.vastgelegd(proef)}.")
    for opmerking in p.opmerkingen:
        scherm.zeg(f"Let op: {opmerking}")
    if proef:
        return
    scherm.zeg(f"map  {scherm.kort_pad(p.map)}")
    scherm.zeg(f"Elders na te rekenen met: klacht audit herspeel {scherm.kort_pad(p.map)}")
