"""What an act did, told in one way: recorded, these dates, this stands out, this comes next."""

from __future__ import annotations

from klachtcli.cli import scherm, termijntabel
from klachtcli.secretariaat.handelingen import Gedaan


def toon(gedaan: Gedaan, json: bool) -> None:
    """Show an act that was done."""
    if json:
        scherm.zeg_json({
            "zaak": gedaan.zaak, "gebeurtenis": gedaan.gebeurtenis.soort, "proef": gedaan.proef,
            "termijnen": [termijntabel.als_gegevens(s) for s in gedaan.termijnen],
            "opmerkingen": gedaan.opmerkingen, "volgende": gedaan.volgende,
        })  # fmt: skip
        return
    scherm.zeg(f"{gedaan.zaak}: {gedaan.gebeurtenis.soort.replace('_', ' ')}, {scherm.vastgelegd(gedaan.proef)}.")
    lopend = [s for s in gedaan.termijnen if s.vraagt_aandacht]
    if lopend:
        scherm.zeg()
        termijntabel.toon(lopend)
    for o in gedaan.opmerkingen:
        scherm.zeg(f"Let op: {o}")
    if not gedaan.proef:
        scherm.toon_volgende(gedaan.volgende)
