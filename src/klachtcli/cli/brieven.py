"""`klacht brief`: make a letter, or record that it went out."""

from __future__ import annotations

from typing import Annotated

import typer

from klachtcli.cli import scherm, uitkomst
from klachtcli.cli.opties import Json, Map, Proef, Zaak, dag
from klachtcli.secretariaat import brieven
from klachtcli.secretariaat.werkmap import zoek


def brief(
    zaak: Zaak,
    soort: Annotated[str, typer.Argument(metavar="SOORT", help="Welke brief, bijvoorbeeld ontvangstbevestiging.")],
    verzonden: Annotated[
        str | None, typer.Option("--verzonden", metavar="DATUM", help="Leg vast dat de brief op deze dag is verzonden.")
    ] = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Maak een brief (docx) om te ondertekenen, of leg met --verzonden vast dat hij weg is.

    Voorbeeld: klacht brief K2026-001 ontvangstbevestiging
    """
    werkmap = zoek(map_)
    if verzonden is not None:
        gedaan = brieven.leg_verzonden_vast(werkmap, zaak, soort, op=dag(verzonden), proef=proef)
        uitkomst.toon(gedaan, json)
        return
    g = brieven.maak(werkmap, zaak, soort, proef=proef)
    if json:
        scherm.zeg_json(
            {"zaak": g.zaak, "brief": g.brief.soort, "bestand": g.bestand, "zegel": g.zegel, "proef": g.proef}
        )
        return
    scherm.zeg(f"{g.zaak}: {g.brief.naam.lower()} gemaakt, {scherm.vastgelegd(g.proef)}.")
    if not g.proef:
        scherm.zeg(f"bestand  {scherm.kort_pad(g.bestand)}")
        scherm.zeg("\nLees de brief na, onderteken hem, en leg daarna de verzending vast:")
        scherm.zeg(f"  klacht brief {g.zaak} {g.brief.soort} --verzonden DATUM")
