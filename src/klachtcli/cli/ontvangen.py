"""`klacht ontvang` and `klacht vul-aan`: what the klager sends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from klachtcli.cli import opties, scherm, termijntabel, uitkomst, vervolg
from klachtcli.cli.aanreiken import Wens, neem_aan
from klachtcli.cli.opties import Json, Map, Op, Proef, Zaak, dag_of_vandaag
from klachtcli.fouten import Geweigerd, Invoerfout, KlachtFout
from klachtcli.instellingen.klaagschriften import lees_aanvulling, lees_bijlagen
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat import onafgemaakt, ontvangst
from klachtcli.secretariaat.handelingen import leg_vast
from klachtcli.secretariaat.stappen import vul_aan as leg_aanvulling_vast
from klachtcli.secretariaat.werkmap import Werkmap, zoek
from klachtcli.zaak.gebeurtenissen import AanvullingGevraagd, AanvullingUitgebleven
from klachtcli.zaak.klaagschrift import Klaagschrift

Bestand = Annotated[
    str | None,
    typer.Argument(
        metavar="[BESTAND]",
        help="Een formulier (.docx), e-mail (.eml), TOML of JSON; '-': standaardinvoer; zonder: vraag voor vraag.",
    ),
]
Stukken = Annotated[
    list[str] | None,
    typer.Option("--stuk", metavar="BESTAND", help="De brief zelf, zoals een scan; meermaals mag."),
]


def ontvang(
    bestand: Bestand = None,
    stuk: Stukken = None,
    hervat: Annotated[bool, typer.Option("--hervat", help="Ga verder waar u met de vragen stopte.")] = False,
    toch: Annotated[bool, typer.Option("--toch", help="Ook als precies dit klaagschrift er al is.")] = False,
    op: Annotated[
        str | None,
        typer.Option("--op", metavar="DATUM", help="De dag van ontvangst; bij een formulier anders gevraagd."),
    ] = None,
    ja: Annotated[
        bool,
        typer.Option(
            "--ja",
            help="Neem van een formulier ook wat u zou moeten nakijken.",
        ),
    ] = False,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg een klaagschrift vast en open een zaak (art. 9 lid 4). Het bericht, de brief en bijlagen gaan verzegeld mee.

    Van een formulier (klacht formulier) komt wat in de vakken staat, van een e-mail de dag van ontvangst, de afzender
    en de bijlagen; de rest wordt gevraagd. Zonder BESTAND stelt klacht vraag voor vraag wat de regeling vraagt. Wat u
    niet weet, blijft open; klacht toets zegt wat er ontbreekt.

    Voorbeeld: klacht ontvang bericht.eml
    """
    werkmap = zoek(map_)
    dag = opties.moment(op).isoformat() if op else None
    a = neem_aan(werkmap, bestand, stuk or (), Wens(dag, ja, proef), hervat=hervat)
    try:
        gedaan = _vastgelegd(werkmap, a.klaagschrift, a.bijlagen, toch=toch, proef=proef)
    except KlachtFout:
        if a.klad is not None:
            scherm.meld("Wat u typte, is verzegeld bewaard; verder met: klacht ontvang --hervat")
        raise
    gedaan = gedaan._replace(opmerkingen=[*a.let_op, *gedaan.opmerkingen])
    _toon_json(gedaan) if json else _toon(gedaan)
    if a.klad is not None:
        onafgemaakt.gooi_weg(a.klad)


def vul_aan(
    zaak: Zaak,
    bestand: Annotated[
        str | None, typer.Argument(metavar="[BESTAND]", help="Wat er bij komt, als TOML of JSON.")
    ] = None,
    toch: Annotated[bool, typer.Option("--toch", help="Ook als precies deze aanvulling er al is.")] = False,
    gevraagd: Annotated[bool, typer.Option("--gevraagd", help="Leg vast dat om aanvulling is gevraagd.")] = False,
    uitgebleven: Annotated[bool, typer.Option("--uitgebleven", help="De termijn is voorbij en er kwam niets.")] = False,
    op: Op = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast dat om aanvulling is gevraagd, wat de klager daarna stuurde, of dat er niets kwam (art. 9 lid 3).

    Een aanvulling heeft dezelfde sleutels als een klaagschrift. Een [[gedraging]], [[aangeklaagde]] of [[stap]] komt
    erbij; met `nummer = 1` vult zij de eerste aan. Bij klager en procedures vervangt wat erin staat.

    Voorbeeld: klacht vul-aan K2026-001 aanvulling.toml --op 2026-05-12
    """
    if [gevraagd, uitgebleven, bestand is not None].count(True) != 1:
        raise Invoerfout(
            "aanvulling-onvolledig", "geef óf een bestand met de aanvulling, óf --gevraagd, óf --uitgebleven"
        )
    werkmap = zoek(map_)
    if gevraagd:
        gedaan = leg_vast(werkmap, zaak, AanvullingGevraagd(dag_of_vandaag(op)), proef=proef)
    elif bestand is None:
        gedaan = leg_vast(werkmap, zaak, AanvullingUitgebleven(dag_of_vandaag(op)), proef=proef)
    else:
        aanvulling = lees_aanvulling(opties.bestand(bestand))
        bijlagen = lees_bijlagen(aanvulling.bijlage, _map_van(bestand))
        dag = dag_of_vandaag(op or (aanvulling.ontvangen_op or "")[:10])
        gedaan = leg_aanvulling_vast(werkmap, zaak, aanvulling, bijlagen, op=dag, nog_eens=toch, proef=proef)
    uitkomst.toon(gedaan, json)


def _vastgelegd(
    werkmap: Werkmap, k: Klaagschrift, bijlagen: Sequence[bytes], *, toch: bool, proef: bool
) -> ontvangst.Ontvangen:
    """Record; where it came in before, ask a person, and refuse without one."""
    try:
        return ontvangst.ontvang(werkmap, k, bijlagen, toch=toch, proef=proef)
    except Geweigerd as fout:
        if fout.code != "al-ontvangen" or not scherm.kan_vragen():
            raise
        scherm.meld(f"{fout.feit[0].upper()}{fout.feit[1:]}.")
        from klachtcli.cli.vragen import ja

        if not ja("Toch nog eens vastleggen, als een tweede klacht? (j/n)"):
            raise
        return ontvangst.ontvang(werkmap, k, bijlagen, toch=True, proef=proef)


def _map_van(bestand: str) -> Path:
    return Path.cwd() if bestand == "-" else Path(bestand).parent


def _toon(o: ontvangst.Ontvangen) -> None:
    scherm.zeg(f"{o.zaak}: klaagschrift van {voluit(o.klaagschrift.ontvangstdag)}, {scherm.vastgelegd(o.proef)}.")
    scherm.zeg(f"regeling  {o.regeling.naam}, versie {o.regeling.geldig_vanaf}")
    scherm.zeg(f"stukken   {o.stukken}")
    scherm.zeg()
    termijntabel.toon(o.termijnen)
    for opmerking in o.opmerkingen:
        scherm.zeg(f"Let op: {opmerking}")
    if not o.proef:
        vervolg.toon(o.vervolg)


def _toon_json(o: ontvangst.Ontvangen) -> None:
    scherm.zeg_json(
        {
            "zaak": o.zaak,
            "ontvangen_op": o.klaagschrift.ontvangen_op,
            "regeling": msgspec.structs.asdict(o.bron),
            "stukken": o.stukken,
            "proef": o.proef,
            "termijnen": [termijntabel.als_gegevens(s) for s in o.termijnen],
            "opmerkingen": o.opmerkingen,
        }
    )
