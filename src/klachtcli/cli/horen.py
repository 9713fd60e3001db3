"""The committee and its hearings: commissie, betrek, hoor, verslag, onderzoek."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Annotated, get_args

import typer

from klachtcli import klok
from klachtcli.cli import opties, scherm, uitkomst
from klachtcli.cli.opties import Json, Map, Op, Proef, Reden, Toch, Wie, Zaak, dag, dag_of_geen, dag_of_vandaag, tekst
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.klaagschriften import lees_inhoud
from klachtcli.secretariaat import samenstellen, stappen, zittingen
from klachtcli.secretariaat.handelingen import Gedaan, leg_vast
from klachtcli.secretariaat.werkmap import Werkmap, zoek
from klachtcli.zaak import gebeurtenissen as g


class Delen(StrEnum):
    """How the parties get a report."""

    heel = "heel"
    met_weglatingen = "met-weglatingen"
    niet = "niet"


class Onderzoek(StrEnum):
    """What inquiry can be recorded besides hearings (art. 11 lid 7 and 8)."""

    ter_plaatse = "ter-plaatse"
    bevindingen = "bevindingen"
    deskundige = "deskundige"


def commissie(
    zaak: Annotated[str | None, typer.Argument(metavar="[ZAAK]", help="Zonder zaak: toon de leden.")] = None,
    leden: Annotated[
        str | None, typer.Option("--leden", metavar="NUMMERS", help="Wie er zitten, bijvoorbeeld 1,2,5.")
    ] = None,
    op: Op = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Toon de leden, of leg vast wie een zaak behandelen (art. 7).

    Zonder --leden: de voorzitter en de twee leden. klacht kijkt naar artikel 7: een externe voorzitter, een lid van
    elke kant, een vrouw, benoemingen die dan nog lopen, en of een lid te dicht bij een partij staat.

    Voorbeeld: klacht commissie K2026-001 --leden 1,3,5
    """
    werkmap = zoek(map_)
    if zaak is None:
        _toon_leden(werkmap, json)
        return
    nummers = _nummers(leden)
    uitkomst.doe(
        lambda reden: samenstellen.stel_samen(werkmap, zaak, nummers, op=dag_of_vandaag(op), toch=reden, proef=proef),
        toch,
        json,
    )


def betrek(
    zaak: Zaak,
    bestand: Annotated[str, typer.Argument(metavar="BESTAND", help="TOML of JSON; '-' leest van standaardinvoer.")],
    op: Op = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast wie er nog meer bij de zaak komt: een getuige, een deskundige, of de raadsman van een partij (art. 11).

    Voorbeeld van een bestand: klacht voorbeeld betrokkene

    Voorbeeld: klacht betrek K2026-001 getuige.toml
    """
    betrokkene = lees_inhoud(g.Betrokkene, opties.bestand(bestand), "de betrokkene")
    if betrokkene.rol == "raadsman" and betrokkene.voor is None:
        raise Invoerfout("voor-wie", "van een raadsman hoort erbij wie hij bijstaat", grondslag="art. 11 lid 3",
                         herstel='Zet in het bestand bijvoorbeeld: voor = "klager"')  # fmt: skip
    waarom = tekst(toch)
    gedaan = stappen.betrek(zoek(map_), zaak, betrokkene, op=dag_of_vandaag(op), toch=waarom, proef=proef)
    uitkomst.toon(gedaan, json)


Dag = Annotated[str | None, typer.Argument(metavar="[DATUM]", help="De dag van de hoorzitting.")]
Tijd = Annotated[str | None, typer.Option("--tijd", metavar="TIJD", help="Bijvoorbeeld 10:00.")]
Plaats = Annotated[str | None, typer.Option("--plaats", metavar="PLAATS", help="Waar.")]
Samen = Annotated[bool | None, typer.Option("--samen/--apart", help="In elkaars bijzijn, of niet (art. 11 lid 5).")]
StukkenTot = Annotated[
    str | None, typer.Option("--stukken-tot", metavar="DATUM", help="Laatste dag voor nadere stukken.")
]
Gehouden = Annotated[
    str | None, typer.Option("--gehouden", metavar="DATUM", help="De zitting van die dag is gehouden.")
]
Afwezig = Annotated[list[str] | None, typer.Option("--afwezig", metavar="PARTIJ", help="Was uitgenodigd en kwam niet.")]
Geannuleerd = Annotated[bool, typer.Option("--geannuleerd", help="De zitting gaat niet door.")]


def hoor(
    zaak: Zaak,
    dag_: Dag = None,
    tijd: Tijd = None,
    plaats: Plaats = None,
    wie: Wie = None,
    samen: Samen = None,
    stukken_tot: StukkenTot = None,
    gehouden: Gehouden = None,
    afwezig: Afwezig = None,
    geannuleerd: Geannuleerd = False,
    op: Op = None,
    reden: Reden = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Plan een hoorzitting, verplaats haar, zeg haar af, of leg vast dat zij is gehouden (art. 11).

    Opnieuw plannen voor dezelfde mensen verplaatst de zitting. Hoort u partijen apart, plan dan ieder met --wie.

    Voorbeeld: klacht hoor K2026-001 2026-06-09 --wie klager --tijd 10:00 --plaats "Kamer 12"
    """
    werkmap, partijen = zoek(map_), tuple(wie or ())
    handeling: Callable[..., Gedaan]
    if gehouden is not None:
        _eis_los(dag_, stukken_tot, geannuleerd or None, bij="--gehouden")
        handeling = partial(
            zittingen.houd, werkmap, zaak, dag(gehouden), wie=partijen, afwezig=tuple(afwezig or ()), samen=samen
        )
    elif geannuleerd:
        _eis_los(stukken_tot, tijd, bij="--geannuleerd")
        handeling = partial(
            zittingen.annuleer, werkmap, zaak, dag_of_geen(dag_), partijen, tekst(reden), op=dag_of_vandaag(op)
        )
    elif dag_ is None:
        raise Invoerfout("hoor-onvolledig", "geef de dag van de hoorzitting, of --gehouden DATUM, of --geannuleerd")
    else:
        if afwezig or reden:
            raise Invoerfout("opties-botsen", "--afwezig hoort bij --gehouden, en --reden bij --geannuleerd")
        plan = zittingen.Plan(dag(dag_), dag_of_geen(stukken_tot), partijen, opties.tijd(tijd), plaats, samen)
        handeling = partial(zittingen.plan_hoorzitting, werkmap, zaak, plan, op=dag_of_vandaag(op))
    uitkomst.doe(lambda waarom: handeling(toch=waarom, proef=proef), toch, json)


def verslag(
    zaak: Zaak,
    van: Annotated[
        list[str] | None, typer.Option("--van", metavar="PARTIJ", help="Met wie het gesprek was; meermaals mag.")
    ] = None,
    delen: Annotated[
        Delen, typer.Option("--delen", metavar="HOE", help=f"Hoe partijen het krijgen: {' | '.join(Delen)}.")
    ] = Delen.heel,
    zitting: Annotated[str | None, typer.Option("--zitting", metavar="DATUM", help="De dag van het gesprek.")] = None,
    op: Op = None,
    reden: Reden = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg vast dat het verslag van een gesprek er is, en hoe partijen het krijgen (art. 11 lid 2, 12 lid 1 en 5).

    Deelt u het met weglatingen of niet, geef dan de (gewichtige) reden. Beide partijen lezen haar in de brief: noem er
    niets in wat de een van de ander niet mag weten.

    Voorbeeld: klacht verslag K2026-001 --van klager --delen met-weglatingen --reden -
    """
    werkmap, waarom = zoek(map_), tekst(reden)
    hoe = get_args(g.Delen)[list(Delen).index(delen)]
    uitkomst.doe(
        lambda toch_: zittingen.maak_verslag(
            werkmap, zaak, tuple(van or ()), hoe, waarom,
            op=dag_of_vandaag(op), zitting=dag_of_geen(zitting), toch=toch_, proef=proef,
        ),
        toch,
        json,
    )  # fmt: skip


def onderzoek(
    zaak: Zaak,
    wat: Annotated[Onderzoek, typer.Argument(metavar="WAT", help=" | ".join(Onderzoek))],
    omschrijving: Annotated[
        str | None, typer.Option("--omschrijving", metavar="TEKST", help="In één zin; '-' leest van standaardinvoer.")
    ] = None,
    op: Op = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg onderzoek ter plaatse vast, het verslag van bevindingen, of hulp van een deskundige (art. 11 lid 7 en 8).

    Voorbeeld: klacht onderzoek K2026-001 ter-plaatse --op 2026-06-11
    """
    dag_, wat_er_was = dag_of_vandaag(op), tekst(omschrijving)
    soorten: dict[Onderzoek, g.Gebeurtenis] = {
        Onderzoek.ter_plaatse: g.TerPlaatseOnderzocht(dag_, wat_er_was),
        Onderzoek.bevindingen: g.BevindingenVastgelegd(dag_),
        Onderzoek.deskundige: g.DeskundigeGeraadpleegd(dag_, wat_er_was),
    }
    gebeurtenis = soorten[wat]
    uitkomst.toon(leg_vast(zoek(map_), zaak, gebeurtenis, proef=proef), json)


def _eis_los(*andere: object, bij: str) -> None:
    if any(w is not None for w in andere):
        raise Invoerfout("opties-botsen", f"bij {bij} horen geen gegevens van een nieuwe planning")


def _nummers(gegeven: str | None) -> list[int]:
    try:
        return [int(deel) for deel in (gegeven or "").replace(" ", ",").split(",") if deel]
    except ValueError:
        raise Invoerfout(
            "geen-nummers", "--leden noemt nummers, zoals 1,2,5", herstel="Bekijk ze met: klacht commissie"
        ) from None


def _toon_leden(werkmap: Werkmap, json: bool) -> None:
    leden = samenstellen.leden(werkmap, klok.vandaag())
    if json:
        scherm.zeg_json([
            {"nummer": x.nummer, "naam": x.lid.naam, "rol": x.lid.rol, "uit": x.lid.uit, "vrouw": x.lid.vrouw,
             "onderdeel": x.lid.onderdeel, "benoemd_tot_en_met": x.lid.benoemd_tot_en_met, "benoemd": x.benoemd}
            for x in leden
        ])  # fmt: skip
    elif not leden:
        scherm.zeg("Er staan nog geen leden in config/commissie.toml.")
    else:
        rijen = [
            (str(x.nummer), x.lid.naam, x.lid.rol, x.lid.uit or "?", {True: "ja", False: "nee", None: "?"}[x.lid.vrouw],
             x.lid.onderdeel or "", str(x.lid.benoemd_tot_en_met or ""), "ja" if x.benoemd else "nee")
            for x in leden
        ]  # fmt: skip
        koppen = ("nr", "naam", "rol", "uit", "vrouw", "onderdeel", "benoemd tot en met", "benoemd")
        scherm.tabel(koppen, rijen, ruim=("onderdeel", "vrouw"))
