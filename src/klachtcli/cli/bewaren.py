"""`klacht beheer bewaren`, `vasthouden` and `vernietig`: how long files are kept, and their end."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Peildatum, Proef, Reden, Zaak, dag_of_vandaag, tekst, tot_en_met
from klachtcli.fouten import Invoerfout
from klachtcli.secretariaat import bewaren as bewaring
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak.bewaren import Bewaring


def bewaren(
    alles: Annotated[bool, typer.Option("--alles", help="Ook de zaken die nog niet aan de beurt zijn.")] = False,
    json: Json = False,
    peildatum: Peildatum = None,
    map_: Map = None,
) -> None:
    """Toon welke gesloten zaken hun bewaartermijn voorbij zijn. Zonder namen.

    De termijn staat in config/bewaren.toml. Wat wordt vastgehouden, staat erbij. Eindigt met code 1 als er een zaak aan
    de beurt is, ook als de termijn nog een voorstel is.

    Voorbeeld: klacht beheer bewaren --alles
    """
    dag = dag_of_vandaag(peildatum)
    gevonden = bewaring.bekijk(zoek(map_), peildatum=dag, tot=tot_en_met(peildatum), alle=alles)
    if json:
        scherm.zeg_json([_als_gegevens(b, dag) for b in gevonden])
    elif not gevonden:
        scherm.zeg("Er zijn geen zaken." if alles else "Er zijn geen zaken waarvan de bewaartermijn voorbij is.")
    else:
        koppen = ("zaak", "gesloten", "bewaartermijn", "bewaren t/m", "stand", "status", "grond")
        scherm.tabel(koppen, [_rij(b, dag) for b in gevonden], ruim=("gesloten", "grond"))
        _zeg_vervolg(gevonden, dag)
    if any(b.aan_de_beurt(dag) for b in gevonden):
        raise typer.Exit(1)


def vasthouden(
    zaak: Zaak,
    vrij: Annotated[bool, typer.Option("--vrij", help="Geef haar weer vrij.")] = False,
    reden: Reden = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Houd een zaak langer vast dan haar bewaartermijn, of geef haar vrij; met de reden, die verzegeld wordt bewaard.

    Bijvoorbeeld zolang een rechter, een ombudsman, een verzoek om inzage of een onderzoek loopt.

    Voorbeeld: klacht beheer vasthouden K2026-001 --reden -
    """
    waarom = tekst(reden)
    if not waarom:
        feit = "vrijgeven heeft een reden nodig" if vrij else "vasthouden heeft een reden nodig"
        raise Invoerfout("reden-ontbreekt", feit, herstel="Geef haar met --reden -")
    nummer = bewaring.houd_vast(zoek(map_), zaak, waarom, vrij=vrij, proef=proef)
    if json:
        scherm.zeg_json({"zaak": nummer, "vastgehouden": not vrij, "proef": proef})
        return
    wat = "vrijgegeven; zij is te vernietigen na haar bewaartermijn" if vrij else "vastgehouden"
    scherm.zeg(f"{nummer}: {wat}; {scherm.vastgelegd(proef)}.")


def _zeg_vervolg(gevonden: list[Bewaring], dag: date) -> None:
    nu = [b for b in gevonden if b.aan_de_beurt(dag)]
    if any(b.termijn and b.termijn.status == "vastgesteld" for b in nu):
        eerste = next(b for b in nu if b.termijn and b.termijn.status == "vastgesteld")
        scherm.zeg(f"\nBekijk wat er weggaat: klacht beheer vernietig {eerste.zaak} --proef")
    if voorstellen := sorted({b.termijn.id for b in nu if b.termijn and b.termijn.status == "voorstel"}):
        scherm.zeg(f"\nNog een voorstel: {', '.join(voorstellen)}. Daarop wordt niets vernietigd; laat de termijn "
                   "vaststellen en vul dat in, in config/bewaren.toml.")  # fmt: skip


def _stand(b: Bewaring, dag: date) -> str:
    if b.tegengehouden is not None:
        return f"tegengehouden sinds {b.tegengehouden}"
    if b.gesloten_op is None:
        return "loopt nog"
    if b.laatste is None:
        return "niet te bepalen"
    return "aan de beurt" if b.verstreken(dag) else "bewaren"


def _rij(b: Bewaring, dag: date) -> tuple[str, ...]:
    termijn = f"{b.termijn.id} ({b.termijn.duur.woorden()})" if b.termijn else "geen"
    status, grond = (b.termijn.status, b.termijn.grond) if b.termijn else ("", "")
    return b.zaak, str(b.gesloten_op or ""), termijn, str(b.laatste or ""), _stand(b, dag), status, grond


def _als_gegevens(b: Bewaring, dag: date) -> dict[str, object]:
    t = b.termijn
    return {
        "zaak": b.zaak, "gesloten_op": b.gesloten_op, "bewaartermijn": t and t.id, "duur": t and str(t.duur),
        "vanaf": b.vanaf, "laatste_dag": b.laatste, "verstreken": b.verstreken(dag),
        "aan_de_beurt": b.aan_de_beurt(dag), "tegengehouden_sinds": b.tegengehouden, "status": t and t.status,
        "grond": t and t.grond, "bron": t and t.bron,
        "vastgesteld_door": (t and t.vastgesteld_door) or None, "vastgesteld_op": t and t.vastgesteld_op,
    }  # fmt: skip
