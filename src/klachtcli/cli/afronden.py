"""The facts, the advice and the decision (art. 12 and 13): feiten, adviseer, beslis, verdaag."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from klachtcli.cli import opties, uitkomst
from klachtcli.cli.opties import Json, Map, Op, Proef, Reden, Toch, Zaak, dag, dag_of_geen, dag_of_vandaag, duur, tekst
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.klaagschriften import lees_inhoud
from klachtcli.secretariaat import stappen
from klachtcli.secretariaat.handelingen import Gedaan, leg_vast
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak import gebeurtenissen as g
from klachtcli.zaak.verdaging import Wens

Strekking = Annotated[
    str | None, typer.Option("--strekking", metavar="TEKST", help="In één zin; '-' leest van standaardinvoer.")
]


class Termijn(StrEnum):
    """Which terms can be extended."""

    advies = "advies"
    beslissing = "beslissing"


Verzonden = Annotated[str | None, typer.Option("--verzonden", metavar="DATUM", help="De dag van verzending.")]
ReactieTot = Annotated[
    str | None, typer.Option("--reactie-tot", metavar="DATUM", help="De dag die de commissie stelt.")
]
ReactieVan = Annotated[
    str | None, typer.Option("--reactie-van", metavar="PARTIJ", help="Deze partij heeft gereageerd.")
]
Zienswijze = Annotated[
    bool, typer.Option("--zienswijze", help="Met een schriftelijke zienswijze, die met het advies meegaat.")
]
Gesloten = Annotated[str | None, typer.Option("--gesloten", metavar="DATUM", help="Reacties binnen, of tijd voorbij.")]


def feiten(
    zaak: Zaak,
    verzonden: Verzonden = None,
    reactie_tot: ReactieTot = None,
    reactie_van: ReactieVan = None,
    zienswijze: Zienswijze = False,
    gesloten: Gesloten = None,
    op: Op = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast dat het feitenoverzicht naar partijen gaat, wie reageerde, of dat de reacties gesloten zijn (art. 12).

    Na --verzonden maakt u de brieven: klacht brief ZAAK feitenoverzicht

    Voorbeeld: klacht feiten K2026-001 --verzonden 2026-06-16 --reactie-tot 2026-06-30
    """
    gekozen = [verzonden, reactie_van, gesloten].count(None) == 2
    if not gekozen or (reactie_tot and not verzonden) or (zienswijze and not reactie_van):
        feit = "geef óf --verzonden (met --reactie-tot), óf --reactie-van PARTIJ (met --zienswijze), óf --gesloten"
        raise Invoerfout("feiten-onvolledig", feit)
    werkmap, dag_ = zoek(map_), dag_of_vandaag(verzonden or gesloten or op)

    def handeling(reden: str | None) -> Gedaan:
        if verzonden is not None:
            overzicht = g.FeitenoverzichtVerzonden(dag_, dag_of_geen(reactie_tot))
            return leg_vast(werkmap, zaak, overzicht, toch=reden, proef=proef)
        if reactie_van is not None:
            return stappen.van_partij(
                werkmap, zaak, reactie_van, "ontvang_feitenreactie",
                lambda wie: g.FeitenReactieOntvangen(dag_, wie, zienswijze), op=dag_, toch=reden, proef=proef,
            )  # fmt: skip
        return leg_vast(werkmap, zaak, g.FeitenoverzichtGesloten(dag_), toch=reden, proef=proef)

    uitkomst.doe(handeling, toch, json)


def _eis_alleen(optie: str, wat: str, *ernaast: object) -> None:
    if any(x is not None for x in ernaast):
        raise Invoerfout("opties-botsen", f"{optie} staat alleen; {wat} zelf legt u apart vast")


def adviseer(
    zaak: Zaak,
    bestand: Annotated[
        str | None, typer.Argument(metavar="[BESTAND]", help="Het advies als TOML of JSON; '-' is standaardinvoer.")
    ] = None,
    op: Op = None,
    ontvangen: Annotated[
        str | None, typer.Option("--ontvangen", metavar="DATUM", help="De werkgever ontving het advies.")
    ] = None,
    strekking: Strekking = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg het advies vast (art. 12), of met --ontvangen dat de werkgever het ontving (art. 13).

    Het bestand noemt de strekking, de aard, de onderdelen, de stemming en het hoorverslag: klacht voorbeeld advies

    Voorbeeld: klacht adviseer K2026-001 advies.toml --op 2026-07-02
    """
    werkmap = zoek(map_)
    gebeurtenis: g.Gebeurtenis
    if ontvangen is not None:
        _eis_alleen("--ontvangen", "het advies", op, strekking, bestand)
        gebeurtenis = g.AdviesOntvangen(dag(ontvangen))
    else:
        advies = lees_inhoud(g.Advies, opties.bestand(bestand), "het advies") if bestand else g.Advies()
        advies = msgspec.structs.replace(advies, strekking=tekst(strekking) or advies.strekking)
        gebeurtenis = g.AdviesUitgebracht(dag_of_vandaag(op), advies=advies)
    uitkomst.doe(lambda reden: leg_vast(werkmap, zaak, gebeurtenis, toch=reden, proef=proef), toch, json)


def beslis(
    zaak: Zaak,
    bestand: Annotated[
        str | None, typer.Argument(metavar="[BESTAND]", help="De beslissing als TOML of JSON; '-' is standaardinvoer.")
    ] = None,
    op: Op = None,
    commissie_geinformeerd: Annotated[
        str | None,
        typer.Option(
            "--commissie-geinformeerd", metavar="DATUM", help="De commissie hoorde van de beslissing (lid 2)."
        ),
    ] = None,
    strekking: Strekking = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg de beslissing van de werkgever op het advies vast (art. 13 lid 1 en 2).

    Het bestand noemt de strekking, of zij afwijkt van het advies en waarom, en wat ieder te lezen krijgt:
    klacht voorbeeld beslissing

    Voorbeeld: klacht beslis K2026-001 beslissing.toml --op 2026-07-28
    """
    werkmap = zoek(map_)
    gebeurtenis: g.Gebeurtenis
    if commissie_geinformeerd is not None:
        _eis_alleen("--commissie-geinformeerd", "de beslissing", op, strekking, bestand)
        gebeurtenis = g.CommissieGeinformeerd(dag(commissie_geinformeerd))
    else:
        inhoud = lees_inhoud(g.Beslissing, opties.bestand(bestand), "de beslissing") if bestand else g.Beslissing()
        inhoud = msgspec.structs.replace(inhoud, strekking=tekst(strekking) or inhoud.strekking)
        gebeurtenis = g.BeslissingGenomen(dag_of_vandaag(op), beslissing=inhoud)
    uitkomst.doe(lambda reden: leg_vast(werkmap, zaak, gebeurtenis, toch=reden, proef=proef), toch, json)


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
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Verdaag het advies (art. 12 lid 3) of de beslissing (art. 13 lid 3: eenmaal, ten hoogste vier weken, met reden).

    Bij de beslissing maakt klacht meteen de brief aan beide partijen: zonder die mededeling is er geen verdaging.

    Voorbeeld: klacht verdaag K2026-001 beslissing --met "4 weken" --reden -
    """
    werkmap = zoek(map_)
    wens = Wens(dag_of_vandaag(op), duur(met) if met else None, dag_of_geen(tot), tekst(reden), instemming)
    uitkomst.doe(
        lambda waarom: stappen.verdaag_termijn(werkmap, zaak, termijn.value, wens, toch=waarom, proef=proef), toch, json
    )
