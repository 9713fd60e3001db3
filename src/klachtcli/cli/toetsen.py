"""`klacht toets`: the findings, requirement by requirement."""

from __future__ import annotations

import msgspec

from klachtcli.cli import scherm, vervolg
from klachtcli.cli.opties import Json, Map, Proef, Zaak
from klachtcli.secretariaat.toetsen import toets_zaak
from klachtcli.secretariaat.werkmap import zoek

UITKOMSTEN = {
    "compleet": "Alles wat de regeling vraagt, is aanwezig. De commissie beslist over de ontvankelijkheid.",
    "aanvulling": "Er ontbreekt iets. De commissie kan de klager om aanvulling vragen.",
    "weigeringsgrond": "Een feit kan een grond zijn om de klacht niet te behandelen. De commissie beoordeelt dat.",
    "te_beoordelen": "Niets ontbreekt, maar iets is niet met zekerheid vast te stellen. De commissie beoordeelt dat.",
}


def toets(zaak: Zaak, proef: Proef = False, json: Json = False, map_: Map = None) -> None:
    """Toets een klaagschrift aan art. 9 lid 1, 2 en 5, art. 10 lid 2 en art. 1 en 2, en leg de toets vast.

    De toets noemt feiten. Wat ontvankelijk is, beslist de commissie (art. 10 lid 1).

    Voorbeeld: klacht toets K2026-001
    """
    t = toets_zaak(zoek(map_), zaak, proef=proef)
    if json:
        scherm.zeg_json({
            "zaak": t.zaak, "uitkomst": t.uitkomst,
            "bevindingen": [{"vereiste": b.vereiste, "status": b.status, "toelichting": b.toelichting,
                             "vindplaats": b.vindplaats, "gevolg": b.gevolg} for b in t.bevindingen],
            "regeling": msgspec.structs.asdict(t.bron), "op": t.op, "proef": t.proef, "opmerkingen": t.opmerkingen,
            "verwijzing": t.verwijzing.wegen, "verwijzing_bron": t.verwijzing.bron or None,
        })  # fmt: skip
        return
    scherm.tabel(
        ("artikel", "stand", "bevinding"),
        [(b.vindplaats, b.status.replace("_", " "), b.toelichting) for b in t.bevindingen],
    )
    mist = t.uitkomst == "weigeringsgrond" and any(b.gevolg == "aanvulling" for b in t.bevindingen)
    scherm.zeg(f"\n{UITKOMSTEN[t.uitkomst]}{' Ook ontbreekt er iets.' if mist else ''}")
    if t.verwijzing.wegen:
        scherm.zeg(f"\nWaar de klager terecht kan, volgens {t.verwijzing.bron}:")
        for weg in t.verwijzing.wegen:
            scherm.zeg(f"- {weg}")
        brief = f"klacht brief {t.zaak} doorverwijzing --gegevens BESTAND"
        scherm.zeg(f"Uitleg en bronnen: klacht route. Verwijst u door: {brief}\n")
    scherm.zeg(f"Getoetst aan: {t.regeling}; {scherm.vastgelegd(t.proef)}.")
    for o in t.opmerkingen:
        scherm.zeg(f"Let op: {o}")
    if not t.proef:
        vervolg.toon(t.vervolg)
