"""`klacht fracties`: which fracties declared the regulation to apply, from when, on which source, and what changed."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from klachtcli import klok
from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Proef, dag, dag_of_geen, dag_of_vandaag, tekst
from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat import fracties as register
from klachtcli.secretariaat.fracties import Fractieoverzicht, Gemeld, Wijziging
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak.fracties import gelijkend

Fractie = Annotated[str | None, typer.Argument(metavar="[FRACTIE]", help="Alleen deze fractie.")]
Op = Annotated[str | None, typer.Option("--op", metavar="DATUM", help="Wat er op deze dag gold; anders vandaag.")]
Status = Annotated[
    str | None,
    typer.Option(
        "--status", metavar="STATUS", help='Leg vast: "van toepassing", "eigen regeling" of "niet van toepassing".'
    ),
]
Van = Annotated[str | None, typer.Option("--van", metavar="DATUM", help="Met --status: vanaf deze dag.")]
Einde = Annotated[
    str | None, typer.Option("--tot-en-met", metavar="DATUM", help="Met --status: de laatste dag, als die er is.")
]
Bron = Annotated[
    str | None,
    typer.Option("--bron", metavar="TEKST", help="Met --status: wie het zei, waar het staat; '-' is standaardinvoer."),
]


def fracties(
    fractie: Fractie = None,
    op: Op = None,
    status: Status = None,
    van: Van = None,
    tot_en_met: Einde = None,
    bron: Bron = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Toon welke fracties de regeling van toepassing verklaarden (art. 1), sinds wanneer en volgens wie; of meld het.

    Een fractie die er niet staat, is onbekend; dat is iets anders dan nee. Met --status komt er een periode bij in
    config/fracties.toml; wat er gold, eindigt de dag ervoor. Het journaal bewaart elke versie.

    Voorbeeld: klacht fracties "Fractie X" --status "van toepassing" --van 2026-01-01 --bron "brief van 5 januari"
    """
    if status is None and (van or tot_en_met or bron):
        raise Invoerfout("opties-botsen", "--van, --tot-en-met en --bron horen bij --status")
    if status is None:
        _toon(register.overzicht(zoek(map_), fractie, dag_of_vandaag(op)), json)
        return
    if fractie is None or op:
        raise Invoerfout("opties-botsen", "--status hoort bij een FRACTIE, en --op hoort er niet bij")
    nieuw = register.lees_melding(
        fractie, status, dag(_gevraagd(van, "--van", "Vanaf welke dag?")), dag_of_geen(tot_en_met),
        tekst(_gevraagd(bron, "--bron", "Wie zei het, en waar staat het?")) or "",
    )  # fmt: skip
    _toon_gemeld(register.meld(zoek(map_), nieuw, proef=proef), json)


def _gevraagd(gegeven: str | None, optie: str, vraag: str) -> str:
    """What was typed with an option, or at a terminal the answer to a question."""
    if gegeven is not None:
        return gegeven
    if not scherm.kan_vragen():
        raise Invoerfout("gegeven-ontbreekt", f"{optie} ontbreekt", herstel="Met --status horen --van en --bron")
    scherm.meld(vraag)
    try:
        return input("> ").strip()
    except EOFError:
        raise KeyboardInterrupt from None


def _toon_gemeld(g: Gemeld, json: bool) -> None:
    if json:
        eindigt = g.eindigt and msgspec.structs.asdict(g.eindigt)
        scherm.zeg_json({"fractie": msgspec.structs.asdict(g.fractie), "eindigt": eindigt,
                         "opmerkingen": g.opmerkingen, "proef": g.proef})  # fmt: skip
        return
    scherm.zeg(f"{g.fractie.woorden()}, {scherm.vastgelegd(g.proef)}.")
    if g.eindigt and g.eindigt.tot_en_met:
        scherm.zeg(f"Wat er gold ({g.eindigt.status}), eindigt op {voluit(g.eindigt.tot_en_met)}.")
    for o in g.opmerkingen:
        scherm.zeg(f"Let op: {o}")
    if not g.proef:
        scherm.zeg("Een eerdere toets houdt wat toen bekend was. Toets een lopende zaak opnieuw: klacht toets ZAAK")


def _toon(o: Fractieoverzicht, json: bool) -> None:
    if json:
        periodes = [msgspec.structs.asdict(f) | {"geldt": f.geldt(o.op)} for f in o.periodes]
        scherm.zeg_json({"op": o.op, "fracties": periodes, "wijzigingen": [w._asdict() for w in o.wijzigingen]})
        return
    if not o.periodes:
        scherm.zeg("Van geen enkele fractie is iets bekend. Vraag het na, en leg vast wat zij zegt: klacht fracties "
                   "FRACTIE --status STATUS --van DATUM --bron TEKST")  # fmt: skip
    else:
        koppen = ("fractie", "status", "van", "tot en met", f"op {o.op}", "bron")
        scherm.tabel(koppen, [(f.naam, f.status, str(f.van), str(f.tot_en_met or ""), "geldt" if f.geldt(o.op) else "",
                               f.bron) for f in o.periodes])  # fmt: skip
        geldend = {gelijkend(f.naam) for f in o.periodes if f.geldt(o.op)}
        for naam in dict.fromkeys(f.naam for f in o.periodes if gelijkend(f.naam) not in geldend):
            scherm.zeg(f"{naam}: op {voluit(o.op)} is niets bekend.")
    if o.wijzigingen:
        scherm.zeg("\nWat er veranderde, volgens het journaal:")
    for w in o.wijzigingen:
        for zin in w.zegt:
            scherm.zeg(f"- {_wanneer(w)}: {zin}")


def _wanneer(w: Wijziging) -> str:
    if w.nummer is None:
        return "nog niet vastgelegd (dat gebeurt bij de volgende toets of melding)"
    return f"{klok.op_de_klok(w.vastgelegd_op):%Y-%m-%d %H:%M}, nr {w.nummer}, door {w.door}"
