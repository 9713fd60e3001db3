"""The acts of the procedure, each a plain record: besluit, hoor, feiten, adviseer, beslis, verdaag, sluit."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from klachtcli import klok
from klachtcli.cli import scherm, uitkomst
from klachtcli.cli.opties import Json, Map, Op, Proef, Zaak, dag, dag_of_geen, dag_of_vandaag, duur
from klachtcli.fouten import Invoerfout
from klachtcli.secretariaat import handelingen
from klachtcli.secretariaat.handelingen import (
    leg_vast,
    plan_hoorzitting,
    verdaag_termijn,
    verklaar_compleet,
    verzend_feiten,
)
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.verdaging import Wens

Reden = Annotated[
    str | None,
    typer.Option("--reden", metavar="TEKST", help="Geef '-' om haar van standaardinvoer te lezen: zo blijft zij uit de "
                 "geschiedenis van uw terminal."),
]  # fmt: skip

Strekking = Annotated[
    str | None, typer.Option("--strekking", metavar="TEKST", help="In één zin; '-' leest van standaardinvoer.")
]


class Besluit(StrEnum):
    """What can be decided about a klacht (art. 10)."""

    compleet = "compleet"
    ontvankelijk = "ontvankelijk"
    advies_niet_ontvankelijk = "advies-niet-ontvankelijk"
    niet_ontvankelijk = "niet-ontvankelijk"


_BESLUITEN: dict[Besluit, Callable[[date, str | None], g.Gebeurtenis]] = {
    Besluit.ontvankelijk: g.OntvankelijkBevonden,
    Besluit.advies_niet_ontvankelijk: g.NietOntvankelijkGeadviseerd,
    Besluit.niet_ontvankelijk: g.NietOntvankelijkVerklaard,
}


class Termijn(StrEnum):
    """Which terms can be extended."""

    advies = "advies"
    beslissing = "beslissing"


def besluit(
    zaak: Zaak,
    besluit: Annotated[Besluit, typer.Argument(metavar="BESLUIT", help=" | ".join(Besluit))],
    op: Op = None,
    reden: Reden = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast dat de klacht compleet is, of wat erover is beslist (art. 10).

    Compleet is de klacht vanaf de dag waarop het laatste stuk binnenkwam, tenzij u met --op een andere dag noemt.

    Ontvankelijk beslist de commissie; over niet-ontvankelijkheid adviseert zij, en beslist het bevoegd gezag (lid 4).

    Voorbeeld: klacht besluit K2026-001 ontvankelijk --op 2026-05-06
    """
    werkmap, waarom = zoek(map_), _tekst(reden)
    if besluit is Besluit.compleet:
        uitkomst.toon(verklaar_compleet(werkmap, zaak, dag_of_geen(op), waarom, proef=proef), json)
        return
    gebeurtenis = _BESLUITEN[besluit](dag_of_vandaag(op), waarom)
    uitkomst.toon(leg_vast(werkmap, zaak, besluit.name, gebeurtenis, proef=proef), json)


def hoor(
    zaak: Zaak,
    dag_: Annotated[str, typer.Argument(metavar="DATUM", help="De dag van de hoorzitting.")],
    stukken_tot: Annotated[
        str | None, typer.Option("--stukken-tot", metavar="DATUM", help="Laatste dag voor nadere stukken.")
    ] = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg de dag van de hoorzitting vast, en tot wanneer nadere stukken kunnen (art. 11 lid 1 en 4).

    Voorbeeld: klacht hoor K2026-001 2026-06-09
    """
    gedaan = plan_hoorzitting(zoek(map_), zaak, dag(dag_), dag_of_geen(stukken_tot), op=klok.vandaag(), proef=proef)
    uitkomst.toon(gedaan, json)


def feiten(
    zaak: Zaak,
    verzonden: Annotated[
        str | None, typer.Option("--verzonden", metavar="DATUM", help="De dag van verzending.")
    ] = None,
    reactie_tot: Annotated[
        str | None, typer.Option("--reactie-tot", metavar="DATUM", help="De dag die de commissie stelt.")
    ] = None,
    gesloten: Annotated[
        str | None, typer.Option("--gesloten", metavar="DATUM", help="Reacties binnen, of tijd voorbij.")
    ] = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast dat het feitenoverzicht naar de partijen is, of dat de reacties gesloten zijn (art. 12 lid 1).

    Voorbeeld: klacht feiten K2026-001 --verzonden 2026-06-16
    """
    if (verzonden is None) == (gesloten is None) or (gesloten is not None and reactie_tot is not None):
        raise Invoerfout("feiten-onvolledig", "geef óf --verzonden DATUM (met --reactie-tot), óf --gesloten DATUM")
    werkmap = zoek(map_)
    if verzonden is not None:
        gedaan = verzend_feiten(werkmap, zaak, dag(verzonden), dag_of_geen(reactie_tot), proef=proef)
    else:
        gebeurtenis = g.FeitenoverzichtGesloten(dag_of_vandaag(gesloten))
        gedaan = leg_vast(werkmap, zaak, "sluit_feitenoverzicht", gebeurtenis, proef=proef)
    uitkomst.toon(gedaan, json)


def adviseer(
    zaak: Zaak,
    op: Op = None,
    ontvangen: Annotated[
        str | None, typer.Option("--ontvangen", metavar="DATUM", help="De werkgever ontving het advies.")
    ] = None,
    strekking: Strekking = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg het advies vast (art. 12 lid 2), of met --ontvangen dat de werkgever het ontving (art. 13).

    Voorbeeld: klacht adviseer K2026-001 --ontvangen 2026-07-02
    """
    if ontvangen is not None:
        if op is not None or strekking is not None:
            raise Invoerfout("opties-botsen", "--ontvangen staat alleen; het advies zelf legt u apart vast")
        gedaan = leg_vast(zoek(map_), zaak, "ontvang_advies", g.AdviesOntvangen(dag(ontvangen)), proef=proef)
    else:
        gebeurtenis = g.AdviesUitgebracht(dag_of_vandaag(op), _tekst(strekking))
        gedaan = leg_vast(zoek(map_), zaak, "adviseer", gebeurtenis, proef=proef)
    uitkomst.toon(gedaan, json)


def beslis(
    zaak: Zaak,
    op: Op = None,
    strekking: Strekking = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg de beslissing van de werkgever op het advies vast (art. 13 lid 1).

    Voorbeeld: klacht beslis K2026-001 --op 2026-07-28
    """
    gebeurtenis = g.BeslissingGenomen(dag_of_vandaag(op), _tekst(strekking))
    uitkomst.toon(leg_vast(zoek(map_), zaak, "beslis", gebeurtenis, proef=proef), json)


def verdaag(
    zaak: Zaak,
    termijn: Annotated[Termijn, typer.Argument(metavar="TERMIJN", help=" | ".join(Termijn))],
    tot: Annotated[str | None, typer.Option("--tot", metavar="DATUM", help="De nieuwe laatste dag.")] = None,
    met: Annotated[str | None, typer.Option("--met", metavar="DUUR", help='Hoeveel langer: "4 weken".')] = None,
    reden: Reden = None,
    instemming: Annotated[
        bool, typer.Option("--met-instemming", help="De klager stemde er schriftelijk mee in.")
    ] = False,
    op: Op = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Verdaag het advies (art. 12 lid 3) of de beslissing (art. 13 lid 3: eenmaal, ten hoogste vier weken, met reden).

    Voorbeeld: klacht verdaag K2026-001 beslissing --met "4 weken" --reden -
    """
    wens = Wens(dag_of_vandaag(op), duur(met) if met else None, dag_of_geen(tot), _tekst(reden), instemming)
    uitkomst.toon(verdaag_termijn(zoek(map_), zaak, termijn.value, wens, proef=proef), json)


def sluit(
    zaak: Zaak, op: Op = None, reden: Reden = None, proef: Proef = False, json: Json = False, map_: Map = None
) -> None:
    """Sluit een zaak: haar termijnen staan dan niet meer in het overzicht.

    Voorbeeld: klacht sluit K2026-001
    """
    uitkomst.toon(handelingen.sluit(zoek(map_), zaak, dag_of_vandaag(op), _tekst(reden), proef=proef), json)


def _tekst(gegeven: str | None) -> str | None:
    """A text that was typed, or with '-' the one on standard input; nothing but spaces is none."""
    if gegeven != "-":
        return (gegeven or "").strip() or None
    if scherm.kan_vragen():
        scherm.meld("Typ de tekst; sluit af met Ctrl-D (Windows: Ctrl-Z en Enter):")
    return sys.stdin.read().strip() or None
