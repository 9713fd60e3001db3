"""Along the way: mediation (art. 10 lid 1) and a temporary measure (art. 12 lid 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Annotated, Any

import typer

from klachtcli.cli import uitkomst
from klachtcli.cli.opties import Json, Map, Op, Proef, Toch, Zaak, dag, dag_of_vandaag, tekst
from klachtcli.fouten import Invoerfout
from klachtcli.secretariaat.handelingen import Gedaan, leg_vast
from klachtcli.secretariaat.stappen import van_partij
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak import gebeurtenissen as g


class Stand(StrEnum):
    """What can happen in mediation."""

    voorgesteld = "voorgesteld"
    aanvaard = "aanvaard"
    geweigerd = "geweigerd"
    geslaagd = "geslaagd"
    mislukt = "mislukt"
    opgeschort = "opgeschort"
    hervat = "hervat"


class Voorziening(StrEnum):
    """What can happen with a temporary measure."""

    gevraagd = "gevraagd"
    overlegd = "overlegd"
    getroffen = "getroffen"
    afgewezen = "afgewezen"


class Grond(StrEnum):
    """On which ground a temporary measure is asked for (art. 12 lid 4)."""

    welzijn = "welzijn"
    onhoudbaar = "onhoudbaar"


_GRONDEN = {Grond.welzijn: "welzijn van de klager", Grond.onhoudbaar: "onhoudbare situatie"}
Maak = Callable[[date, g.Partij], g.Gebeurtenis]
# What one party does or gets; the other steps concern nobody in particular.
_VAN_PARTIJ: dict[Stand, tuple[str, Maak]] = {
    Stand.voorgesteld: ("stel_bemiddeling_voor", g.BemiddelingVoorgesteld),
    Stand.aanvaard: ("beantwoord_bemiddeling", g.BemiddelingAanvaard),
    Stand.geweigerd: ("beantwoord_bemiddeling", g.BemiddelingGeweigerd),
}


def bemiddel(
    zaak: Zaak,
    stand: Annotated[Stand, typer.Argument(metavar="STAND", help=" | ".join(Stand))],
    partij: Annotated[
        str | None,
        typer.Option("--door", "--aan", metavar="PARTIJ", help="Wie antwoordt, of aan wie het voorstel gaat."),
    ] = None,
    instemming_op: Annotated[
        str | None,
        typer.Option(
            "--instemming-op", metavar="DATUM", help="De klager stemde die dag schriftelijk in met stilstand."
        ),
    ] = None,
    op: Op = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg een stap in de bemiddeling vast (art. 10 lid 1). Bemiddeling is vrijwillig, en de termijnen lopen door.

    Stilstaan (opgeschort) kan alleen als de klager daar schriftelijk mee instemt; tot u hervat vastlegt.

    Voorbeeld: klacht bemiddel K2026-001 aanvaard --door klager
    """
    werkmap, dag_ = zoek(map_), dag_of_vandaag(op)
    if (instemming_op is not None) != (stand is Stand.opgeschort):
        raise Invoerfout(
            "instemming-ontbreekt", "de termijnen staan alleen stil met schriftelijke instemming van de klager",
            grondslag="art. 10 lid 1 kent geen stilstand",
            herstel="Leg de dag van die instemming vast: klacht bemiddel ZAAK opgeschort --instemming-op DATUM",
        )  # fmt: skip

    def handeling(reden: str | None) -> Gedaan:
        if stand in _VAN_PARTIJ:
            naam, maak = _VAN_PARTIJ[stand]
            wie = partij or ("klager" if stand is Stand.voorgesteld else "")
            return van_partij(werkmap, zaak, wie, naam, lambda p: maak(dag_, p), op=dag_, toch=reden, proef=proef)
        return leg_vast(werkmap, zaak, _los(stand, dag_, instemming_op), toch=reden, proef=proef)

    uitkomst.doe(handeling, toch, json)


def voorziening(
    zaak: Zaak,
    stand: Annotated[Voorziening, typer.Argument(metavar="STAND", help=" | ".join(Voorziening))],
    door: Annotated[
        str | None, typer.Option("--door", metavar="WIE", help="klager, aangeklaagde, commissie of werkgever.")
    ] = None,
    grond: Annotated[Grond | None, typer.Option("--grond", metavar="GROND", help=" | ".join(Grond))] = None,
    maatregel: Annotated[
        str | None, typer.Option("--maatregel", metavar="TEKST", help="In één zin; '-' leest van standaardinvoer.")
    ] = None,
    op: Op = None,
    toch: Toch = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Leg een tijdelijke voorziening vast: gevraagd, overlegd met de commissie, getroffen of afgewezen (art. 12 lid 4).

    Voorbeeld: klacht voorziening K2026-001 gevraagd --door klager --grond welzijn --maatregel -
    """
    werkmap, dag_, wat = zoek(map_), dag_of_vandaag(op), tekst(maatregel)
    handeling: Callable[..., Gedaan]
    if stand is Voorziening.gevraagd:
        if door is None or grond is None:
            raise Invoerfout("voorziening-onvolledig", "zeg wie erom vraagt (--door) en op welke grond (--grond)",
                             grondslag="art. 12 lid 4")  # fmt: skip
        woorden: Any = _GRONDEN[grond]
        handeling = partial(
            van_partij, werkmap, zaak, door, "vraag_voorziening",
            lambda wie: g.VoorzieningGevraagd(dag_, wie, woorden, wat), op=dag_, ook=("commissie", "werkgever"),
        )  # fmt: skip
    elif stand is Voorziening.overlegd:
        handeling = partial(leg_vast, werkmap, zaak, g.VoorzieningOverlegd(dag_))
    else:
        besluit = g.VoorzieningBesloten(dag_, stand is Voorziening.getroffen, wat)
        handeling = partial(leg_vast, werkmap, zaak, besluit)
    uitkomst.doe(lambda reden: handeling(toch=reden, proef=proef), toch, json)


def _los(stand: Stand, dag_: date, instemming_op: str | None) -> g.Gebeurtenis:
    if stand is Stand.opgeschort:
        return g.TermijnenOpgeschort(dag_, dag(instemming_op or ""))
    return g.TermijnenHervat(dag_) if stand is Stand.hervat else g.BemiddelingBeeindigd(dag_, stand is Stand.geslaagd)
