"""`klacht beheer reservekopie`, `sleutelkopie` and `herstel`: two files from which all of it comes back."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klachtcli.cli import scherm, wachtzin
from klachtcli.cli.opties import Json, Map, Proef
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.werkmap import zoek

if TYPE_CHECKING:
    from klachtcli.secretariaat.herstellen import Hersteld
    from klachtcli.secretariaat.sleutelherstel import Sleutels

Doel = Annotated[str, typer.Argument(metavar="DOEL", help="Een map, of een bestand dat er nog niet is.")]


def reservekopie(doel: Doel, proef: Proef = False, json: Json = False, map_: Map = None) -> None:
    """Kopieer de werkmap naar een bestand: journaal, brieven en instellingen, verzegeld en nagekeken.

    Anderen kunnen doorwerken. Wie alleen dit bestand heeft, kan er niets in lezen: maak ook een sleutelkopie, en bewaar
    die ergens anders. Dat de kopie is gemaakt, wordt vastgelegd. Met --proef wordt de kopie gemaakt en nagekeken, en
    weer weggegooid.

    Voorbeeld: klacht beheer reservekopie /media/stick
    """
    from klachtcli.secretariaat import kopieren

    k = kopieren.reservekopie(zoek(map_), doel, proef=proef)
    if json:
        scherm.zeg_json({"bestand": k.pad, "zegel": str(k.zegel), "zaken": k.zaken, "bestanden": k.bestanden,
                         "grootte": k.grootte, "opmerkingen": k.opmerkingen, "proef": proef})  # fmt: skip
        return
    scherm.zeg(f"Reservekopie {_gemaakt(proef)}: {scherm.kort_pad(k.pad)}")
    scherm.zeg(f"zegel {k.zegel}; zaken: {k.zaken}; bestanden naast het journaal: {k.bestanden}; {_groot(k.grootte)}")
    _let_op(k.opmerkingen)


def sleutelkopie(
    doel: Doel, zin: wachtzin.Wachtzin = None, proef: Proef = False, json: Json = False, map_: Map = None
) -> None:
    """Kopieer de sleutels van de werkmap naar een klein bestand, achter een wachtzin.

    Zonder sleutels is een reservekopie niet te lezen, en zonder de wachtzin deze kopie niet. Maak een nieuwe als er
    zaken bij zijn gekomen, en gooi de oude weg als er een zaak is vernietigd. Dat zij is gemaakt, wordt vastgelegd.

    Voorbeeld: klacht beheer sleutelkopie /media/andere-stick
    """
    from klachtcli.secretariaat import sleutelkopieren

    k = sleutelkopieren.sleutelkopie(zoek(map_), doel, lambda: wachtzin.nieuw(zin), proef=proef)
    if json:
        scherm.zeg_json({"bestand": k.pad, "zegel": str(k.zegel), "zaken": k.zaken, "opmerkingen": k.opmerkingen,
                         "proef": proef})  # fmt: skip
        return
    scherm.zeg(f"Sleutelkopie {_gemaakt(proef)}: {scherm.kort_pad(k.pad)}")
    scherm.zeg(f"sleutels van de werkmap en van zaken: {k.zaken}")
    _let_op(k.opmerkingen)
    if not proef:
        scherm.zeg("Bewaar haar ergens anders dan de reservekopie, en de wachtzin op een derde plek.")


def herstel(
    kopie: Annotated[str, typer.Argument(metavar="KOPIE", help="Een reservekopie of een sleutelkopie.")],
    map_: Annotated[
        str | None, typer.Argument(metavar="[MAP]", help="De map waarin de werkmap komt; anders waar u staat.")
    ] = None,
    vervang: Annotated[
        bool, typer.Option("--vervang", help="Zet de kopie in de plaats van wat er staat; dat blijft ernaast staan.")
    ] = False,
    bevestig: Annotated[
        str | None, typer.Option("--bevestig", metavar="ZEGEL", help="Het zegel van het nieuwere journaal dat wijkt.")
    ] = None,
    zin: wachtzin.Wachtzin = None,
    onvolledig: Annotated[
        bool, typer.Option("--onvolledig", help="Ook als van zaken in de kopie de sleutel ontbreekt.")
    ] = False,
    proef: Proef = False,
    json: Json = False,
) -> None:
    """Zet een kopie terug: eerst de sleutelkopie, dan de reservekopie.

    Een reservekopie komt in een nieuwe of lege map. Staat de werkmap er al, dan zegt klacht welke van de twee nieuwer
    is, en doet niets; met --vervang komt de kopie ervoor in de plaats, en vraagt klacht om het zegel van wat er stond
    als dat iets heeft wat de kopie mist. Een sleutelkopie vult de sleutelring aan; geen sleutel gaat daardoor verloren,
    en die van een vernietigde zaak komt niet terug.

    Voorbeeld: klacht beheer herstel reservekopie-2026-04-24-17.klacht-kopie zaken
    """
    from klachtcli.secretariaat import herstellen
    from klachtcli.secretariaat.plekken import waarheen
    from klachtcli.secretariaat.sleutelherstel import herstel_sleutels

    pad = Path(kopie)
    if not herstellen.is_werkmapkopie(pad):
        s = herstel_sleutels(pad, map_, lambda: wachtzin.vraag(zin), vervang=vervang, proef=proef)
        _toon_sleutels(s, proef, json)
        return
    wens = herstellen.Wens(vervang, lambda vraag: _bevestig(bevestig, vraag), onvolledig, proef)
    _toon_werkmap(herstellen.herstel_werkmap(pad, waarheen(map_), wens), proef, json)


def _bevestig(gegeven: str | None, zin: str) -> str:
    """The zegel of what goes, as it was given or is typed now."""
    if gegeven is not None or not scherm.kan_vragen():
        return gegeven or ""
    scherm.meld(f"{zin[0].upper()}{zin[1:]}.")
    return str(typer.prompt("Typ het zegel van wat er staat, of 'onleesbaar' (leeg: niet doen)", default="",
                            show_default=False, err=True))  # fmt: skip


def _toon_werkmap(h: Hersteld, proef: bool, json: bool) -> None:
    if json:
        scherm.zeg_json({"map": h.map, "zegel": str(h.zegel), "zaken": h.zaken, "laatste": h.laatste,
                         "bestanden": h.bestanden, "opzij": h.opzij, "oud_journaal": h.oud,
                         "opmerkingen": h.opmerkingen, "proef": proef})  # fmt: skip
        return
    scherm.zeg(
        f"Werkmap {scherm.kort_pad(h.map)}: {'als proef: niets teruggezet' if proef else 'teruggezet en nagekeken'}."
    )
    scherm.zeg(
        f"zegel {h.zegel}; zaken: {h.zaken}; laatste vastlegging op {voluit(h.laatste)}; bestanden: {h.bestanden}"
    )
    if h.oud:
        scherm.zeg(f"Het journaal dat er stond, is nu {scherm.kort_pad(h.oud)}.")
    if h.opzij:
        scherm.zeg(f"Bestanden die anders waren dan in de kopie: {h.opzij}; het oude staat ernaast (.oud-1).")
    _let_op(h.opmerkingen)
    if not proef:
        scherm.zeg("\nWat na deze kopie gebeurde, staat er niet in: leg dat opnieuw vast. Reken haar eerst na:")
        scherm.zeg(f"  klacht --map {shlex.quote(str(h.map))} audit herspeel")


def _toon_sleutels(s: Sleutels, proef: bool, json: bool) -> None:
    g = s.gedaan
    if json:
        scherm.zeg_json({"werkmap": s.werkmap, "sleutelmap": s.map, "gemaakt_op": s.gemaakt_op, "erbij": g.erbij,
                         "gebleven": g.gebleven, "alleen_hier": g.alleen_hier, "vernietigd": g.vernietigd,
                         "oude_ring": g.oud, "proef": proef})  # fmt: skip
        return
    scherm.zeg(f"Sleutelring in {s.map}: {'als proef: niets teruggezet' if proef else 'teruggezet'}.")
    scherm.zeg(f"sleutels erbij: {len(g.erbij)}; al aanwezig: {len(g.gebleven)}; alleen hier: {len(g.alleen_hier)}")
    if g.vernietigd:
        scherm.zeg(f"Niet teruggezet, want vernietigd: {', '.join(g.vernietigd)}. Maak een nieuwe sleutelkopie, en "
                   "gooi deze weg.")  # fmt: skip
    if g.oud:
        scherm.zeg(f"De sleutelring die er stond, is nu {g.oud}; gooi die weg zodra alles weer leest.")
    if not proef:
        scherm.zeg("Zet nu de werkmap terug, als die er niet is: klacht beheer herstel RESERVEKOPIE MAP")


def _gemaakt(proef: bool) -> str:
    return "als proef gemaakt, nagekeken en weggegooid" if proef else "gemaakt en nagekeken"


def _groot(bytes_: int) -> str:
    return f"{bytes_ / 1_000_000:.1f} MB".replace(".", ",")


def _let_op(opmerkingen: list[str]) -> None:
    for opmerking in opmerkingen:
        scherm.zeg(f"Let op: {opmerking}")
