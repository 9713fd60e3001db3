"""`klacht corrigeer`: say what an earlier record should have been; and `klacht voorbeeld`: files to start from."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

import msgspec
import typer

from klachtcli.cli import opties, scherm, termijntabel, vervolg
from klachtcli.cli.opties import Json, Map, Proef, Reden, Zaak, tekst
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.bestand import lees_tabel
from klachtcli.instellingen.lezer import lees_veld
from klachtcli.secretariaat import corrigeren
from klachtcli.secretariaat.plekken import meegeleverd
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Contact, Klaagschrift


class Voorbeeld(StrEnum):
    """The files that an act reads."""

    klaagschrift = "klaagschrift"
    aanvulling = "aanvulling"
    doorverwijzing = "doorverwijzing"
    antwoord_avg = "antwoord-avg"
    jaarverslag = "jaarverslag"
    betrokkene = "betrokkene"
    adres = "adres"
    advies = "advies"
    beslissing = "beslissing"


def corrigeer(
    zaak: Zaak,
    nummer: Annotated[int, typer.Argument(metavar="NUMMER", help="Welke vastlegging; klacht toon ZAAK nummert ze.")],
    zet: Annotated[
        list[str] | None, typer.Option("--zet", metavar="VELD=WAARDE", help="Wat er had moeten staan; meermaals mag.")
    ] = None,
    met: Annotated[
        str | None, typer.Option("--met", metavar="BESTAND", help="De velden in een bestand; '-' is standaardinvoer.")
    ] = None,
    vervalt: Annotated[bool, typer.Option("--vervalt", help="De vastlegging geldt niet meer.")] = False,
    reden: Reden = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Corrigeer een vastlegging: met andere waarden, of zij vervalt. Wat er stond, blijft te zien.

    Kan wat later is vastgelegd daarna niet meer kloppen, dan weigert klacht en zegt wat eerst moet.

    Voorbeeld: klacht corrigeer K2026-001 12 --zet op=2026-05-06 --reden -
    """
    if [bool(zet), met is not None, vervalt].count(True) != 1:
        raise Invoerfout("correctie-onvolledig", "geef óf --zet VELD=WAARDE, óf --met BESTAND, óf --vervalt")
    waarom = tekst(reden)
    if not waarom:
        raise Invoerfout("reden-ontbreekt", "een correctie heeft een reden nodig", herstel="Geef haar met --reden -")
    ruw = lees_tabel(opties.bestand(met), "de correctie") if met is not None else _paren(zet or [])

    def lees(soort: type[g.Gebeurtenis]) -> dict[str, object]:
        return _velden(soort, ruw)

    c = corrigeren.corrigeer(zoek(map_), zaak, nummer, None if vervalt else lees, waarom, proef=proef)
    if json:
        scherm.zeg_json({
            "zaak": c.zaak, "nummer": c.nummer, "soort": c.soort, "veranderd": c.veranderd, "brieven": c.brieven,
            "termijnen": [termijntabel.als_gegevens(s) for s in c.termijnen],
            **vervolg.als_gegevens(c.vervolg), "proef": c.proef,
        })  # fmt: skip
        return
    wat = f"vastlegging {c.nummer} ({g.in_woorden(c.soort)}) gecorrigeerd: {', '.join(c.veranderd)}"
    scherm.zeg(f"{c.zaak}: {wat}; {scherm.vastgelegd(c.proef)}.")
    if lopend := [s for s in c.termijnen if s.vraagt_aandacht]:
        scherm.zeg()
        termijntabel.toon(lopend)
    if c.brieven:
        scherm.zeg(
            f"Let op: daarna zijn brieven verzonden die het oude kunnen noemen: {', '.join(dict.fromkeys(c.brieven))}."
        )
    vervolg.toon(c.vervolg)


def voorbeeld(
    naam: Annotated[Voorbeeld, typer.Argument(metavar="NAAM", help=" | ".join(Voorbeeld))],
) -> None:
    """Toon een voorbeeld van een bestand, om in te vullen.

    Voorbeeld: klacht voorbeeld advies > advies.toml
    """
    scherm.zeg_bytes((meegeleverd() / "voorbeelden" / f"{naam}.toml").read_bytes())


def _paren(gegeven: list[str]) -> dict[str, object]:
    uit: dict[str, object] = {}
    for paar in gegeven:
        veld, is_, waarde = paar.partition("=")
        if not is_:
            raise Invoerfout(
                "geen-paar", f"'{veld[:40]}' is geen VELD=WAARDE", herstel="Bijvoorbeeld: --zet op=2026-05-06"
            )
        uit[veld.strip().replace("-", "_")] = waarde.strip()
    return uit


# What an act holds in a table of its own: its keys are named as in the file that the act reads.
_INHOUD: dict[str, tuple[str, type[msgspec.Struct]]] = {
    "advies_uitgebracht": ("advies", g.Advies),
    "beslissing_genomen": ("beslissing", g.Beslissing),
    "contact_vermeld": ("contact", Contact),
    "betrokkene_vermeld": ("betrokkene", g.Betrokkene),
}


def _velden(soort: type[g.Gebeurtenis], ruw: object) -> dict[str, object]:
    """The values as the event keeps them. A text that stands for a list, a number or ja/nee is read as such."""
    tag = str(soort.__struct_config__.tag)
    tabel, inhoud = _INHOUD.get(tag, ("", None))
    bekend = {v.name: (soort, v) for v in msgspec.structs.fields(soort)}
    binnen = {v.name: (inhoud, v) for v in msgspec.structs.fields(inhoud)} if inhoud else {}
    uit: dict[str, Any] = {}
    for veld, waarde in (ruw if isinstance(ruw, dict) else {}).items():
        if veld == tabel and isinstance(waarde, dict):
            uit.setdefault(tabel, {}).update(_velden(soort, waarde).get(tabel, {}))
            continue
        van, gevonden = binnen.get(veld) or bekend.get(veld) or (None, None)
        if van is None or gevonden is None:
            feit = f"'{str(veld)[:40]}' is geen veld van {g.in_woorden(tag)}"
            raise Invoerfout("veld-onbekend", feit, herstel=_hoe_dan(str(veld), [*bekend, *binnen]))
        gelezen = lees_veld(van, veld, _als_soort(gevonden.type, waarde), wat="de correctie", code="correctie-fout")
        doel = uit.setdefault(tabel, {}) if van is inhoud else uit
        doel[veld] = msgspec.to_builtins(gelezen)
    return uit


def _hoe_dan(veld: str, velden: Iterable[str]) -> str:
    """Which fields there are; and for one within another, as of a person, how that is given."""
    if veld in Klaagschrift.__struct_fields__:
        return (
            f"Dat staat in het klaagschrift zelf; vul het aan met klacht vul-aan ZAAK BESTAND, en daarin {veld} = ..."
        )
    if "." not in veld:
        return f"Er zijn: {', '.join(dict.fromkeys(velden))}"
    return ("Een veld binnen een ander gaat niet met --zet: geef het in een bestand, met --met BESTAND, of vul het aan "
            "met klacht vul-aan ZAAK BESTAND")  # fmt: skip


def _als_soort(soort: object, waarde: object) -> object:
    if not isinstance(waarde, str):
        return waarde
    if "Duur" in str(soort):
        return msgspec.to_builtins(opties.duur(waarde))
    if "bool" in str(soort):
        return {"ja": True, "true": True, "nee": False, "false": False}.get(waarde.casefold(), waarde)
    if "int" in str(soort) and waarde.isdecimal():
        return int(waarde)
    if str(soort).startswith(("tuple", "typing.Tuple")):
        delen = [deel.strip() for deel in waarde.split(",") if deel.strip()]
        return [waarde] if any(" " in deel for deel in delen) else delen  # a sentence is one, whatever its commas
    return waarde
