"""From klaagschrift to ontvankelijk or not, and the end of a case: besluit, trek-in, sluit, heropen, nazorg, adres."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from klachtcli.cli import opties, uitkomst
from klachtcli.cli.opties import Json, Map, Op, Proef, Reden, Toch, Zaak, dag_of_geen, dag_of_vandaag, tekst
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.klaagschriften import lees_inhoud
from klachtcli.secretariaat import corrigeren, stappen
from klachtcli.secretariaat.handelingen import Gedaan, leg_vast
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.klaagschrift import Contact


class Besluit(StrEnum):
    """What can be decided about a klacht (art. 10)."""

    compleet = "compleet"
    ontvankelijk = "ontvankelijk"
    advies_niet_ontvankelijk = "advies-niet-ontvankelijk"
    niet_ontvankelijk = "niet-ontvankelijk"


def besluit(
    zaak: Zaak,
    besluit: Annotated[Besluit, typer.Argument(metavar="BESLUIT", help=" | ".join(Besluit))],
    op: Op = None,
    grond: Annotated[
        list[str] | None,
        typer.Option("--grond", metavar="GROND", help="Waarop het advies rust: 9.1.b, 9.5.b, 10.2; meermaals mag."),
    ] = None,
    reden: Reden = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast dat de klacht compleet is, of wat erover is beslist (art. 10).

    Compleet is de klacht vanaf de dag waarop het laatste stuk binnenkwam, tenzij u met --op een andere dag noemt.

    Ontvankelijk beslist de commissie; over niet-ontvankelijkheid adviseert zij, en beslist het bevoegd gezag (lid 4).

    Voorbeeld: klacht besluit K2026-001 ontvankelijk --op 2026-05-06
    """
    if grond and besluit is not Besluit.advies_niet_ontvankelijk:
        raise Invoerfout("opties-botsen", "--grond hoort bij advies-niet-ontvankelijk")
    werkmap, waarom, dag = zoek(map_), tekst(reden), dag_of_geen(op)

    def handeling(toch: str | None) -> Gedaan:
        vandaag = dag or dag_of_vandaag(None)
        match besluit:
            case Besluit.compleet:
                return stappen.verklaar_compleet(werkmap, zaak, dag, waarom, toch=toch, proef=proef)
            case Besluit.ontvankelijk:
                return leg_vast(werkmap, zaak, g.OntvankelijkBevonden(vandaag, waarom), toch=toch, proef=proef)
            case Besluit.advies_niet_ontvankelijk:
                advies = g.NietOntvankelijkGeadviseerd(vandaag, waarom, tuple(grond or ()))
                return leg_vast(werkmap, zaak, advies, toch=toch, proef=proef)
            case Besluit.niet_ontvankelijk:
                return leg_vast(werkmap, zaak, g.NietOntvankelijkVerklaard(vandaag, waarom), toch=toch, proef=proef)

    uitkomst.doe(handeling, toch, json)


def trek_in(zaak: Zaak, op: Op = None, proef: Proef = False, json: Json = False, map_: Map = None) -> None:
    """Leg vast dat de klager de klacht heeft ingetrokken.

    De regeling kent hiervoor geen regel; vraag niet naar de reden. De behandeling stopt.
    Daarna volgt de brief die dat bevestigt, en sluit u de zaak.

    Voorbeeld: klacht trek-in K2026-001 --op 2026-05-20
    """
    uitkomst.toon(leg_vast(zoek(map_), zaak, g.KlachtIngetrokken(dag_of_vandaag(op)), proef=proef), json)


def sluit(
    zaak: Zaak, op: Op = None, reden: Reden = None, proef: Proef = False, json: Json = False, map_: Map = None
) -> None:
    """Sluit een zaak: haar termijnen en plichten staan dan niet meer in het overzicht.

    Voorbeeld: klacht sluit K2026-001
    """
    gesloten = g.ZaakGesloten(dag_of_vandaag(op), tekst(reden))
    uitkomst.toon(leg_vast(zoek(map_), zaak, gesloten, proef=proef), json)


def heropen(
    zaak: Zaak, op: Op = None, reden: Reden = None, proef: Proef = False, json: Json = False, map_: Map = None
) -> None:
    """Heropen een gesloten zaak, met de reden.

    Voorbeeld: klacht heropen K2026-001 --reden -
    """
    waarom = tekst(reden)
    if not waarom:
        raise Invoerfout("reden-ontbreekt", "heropenen heeft een reden nodig", herstel="Geef haar met --reden -")
    uitkomst.toon(corrigeren.heropen(zoek(map_), zaak, dag_of_vandaag(op), waarom, proef=proef), json)


def nazorg(
    zaak: Zaak,
    aan: Annotated[str, typer.Option("--aan", metavar="PARTIJ", help="klager, aangeklaagde of aangeklaagde-2.")],
    op: Op = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast dat u een partij nazorg heeft aangeboden, anders dan per brief. De regeling kent hiervoor geen regel.

    Voorbeeld: klacht nazorg K2026-001 --aan klager
    """
    dag = dag_of_vandaag(op)
    gedaan = stappen.van_partij(
        zoek(map_), zaak, aan, "bied_nazorg", lambda wie: g.NazorgAangeboden(dag, wie), op=dag, proef=proef
    )
    uitkomst.toon(gedaan, json)


def adres(
    zaak: Zaak,
    wie: Annotated[str, typer.Argument(metavar="PARTIJ", help="klager, aangeklaagde of aangeklaagde-2.")],
    bestand: Annotated[str, typer.Argument(metavar="BESTAND", help="TOML of JSON; '-' leest van standaardinvoer.")],
    op: Op = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast hoe een partij nu te bereiken en aan te spreken is.

    Het bestand noemt naam, aanhef, adres, postcode, plaats, email of telefoon. Wat er niet in staat, blijft zoals het
    was. Voorbeeld van een bestand: klacht voorbeeld adres

    Voorbeeld: klacht adres K2026-001 aangeklaagde adres.toml
    """
    contact, dag = lees_inhoud(Contact, opties.bestand(bestand), "het adres"), dag_of_vandaag(op)
    if contact == Contact():
        raise Invoerfout("adres-leeg", "er staat niets in om vast te leggen")
    gedaan = stappen.van_partij(
        zoek(map_), zaak, wie, "vermeld_contact", lambda p: g.ContactVermeld(dag, p, contact), op=dag, proef=proef
    )
    uitkomst.toon(gedaan, json)
