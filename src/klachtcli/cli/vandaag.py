"""`klacht vandaag`: the secretary's day; and `klacht agenda`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Peildatum, dag_of_vandaag, tot_en_met
from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.secretariaat import agenda as agendapunten, sleutelloos
from klachtcli.secretariaat.vandaag import Afspraak, Dag, vandaag as bekijk
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak.taken import Taak

_KOPPEN = {
    "te laat": "TE LAAT",
    "deze week": "Te doen, binnen {dagen} dagen",
    "wacht op een ander": "Wacht op een ander",
    "later": "Later",
}


def vandaag(
    dagen: Annotated[
        int, typer.Option("--dagen", metavar="AANTAL", min=0, max=366, help="Hoe ver u vooruitkijkt.")
    ] = 7,
    alles: Annotated[bool, typer.Option("--alles", help="Ook wat later komt.")] = False,
    json: Json = False,
    peildatum: Peildatum = None,
    map_: Map = None,
) -> None:
    """Uw dag: wat te laat is, wat er te doen is, en wie op wie wacht, met de opdracht erbij.

    Eindigt met code 1 als iets te laat is. Geteld wordt met de veilige dag: de laatste werkdag op of voor het einde.

    Voorbeeld: klacht vandaag --dagen 14
    """
    d = bekijk(zoek(map_), op=dag_of_vandaag(peildatum), dagen=dagen, tot=tot_en_met(peildatum))
    if json:
        scherm.zeg_json(_als_gegevens(d))
    else:
        _toon(d, dagen, alles)
    if any(t.groep == "te laat" for t in d.taken):
        raise typer.Exit(1)


def agenda(
    zaak: Annotated[str | None, typer.Option("--zaak", metavar="ZAAK", help="Alleen deze zaak.")] = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Ook wat anderen moeten, wat voorbij is, en gesloten zaken.")
    ] = False,
    bestand: Annotated[
        str, typer.Option("--bestand", "-o", metavar="BESTAND", help="Waar; '-' is standaarduitvoer.")
    ] = "agenda.ics",
    json: Json = False,
    map_: Map = None,
) -> None:
    """Zet hoorzittingen en uiterste dagen in een agendabestand (.ics), zonder namen. Lees het in bij uw agenda.

    Opnieuw inlezen verplaatst wat verschoof en haalt weg wat is afgezegd.

    Voorbeeld: klacht agenda -o klachten.ics
    """
    from klachtcli.stukken.agenda import maak_agenda

    werkmap = zoek(map_)
    a = agendapunten.punten(werkmap, zaak, alles=alles, vandaag=dag_of_vandaag(None))
    for regel in [] if zaak else sleutelloos.regels(werkmap):
        scherm.meld(regel)
    ics = maak_agenda(a.punten, a.werkmap, a.stand)
    if bestand == "-":
        scherm.zeg_bytes(ics)
        return
    agendapunten.schrijf(Path(bestand), ics)
    if json:
        scherm.zeg_json({"bestand": bestand, "punten": [p._asdict() for p in a.punten]})
    else:
        scherm.zeg(f"{bestand}: {len(a.punten)} {'punt' if len(a.punten) == 1 else 'punten'}, zonder namen.")


def _toon(d: Dag, dagen: int, alles: bool) -> None:
    scherm.zeg(f"{met_weekdag(d.op)[0].upper()}{met_weekdag(d.op)[1:]}")
    for groep, kop in _KOPPEN.items():
        rij = [t for t in d.taken if t.groep == groep]
        if rij and groep == "later" and not alles:
            scherm.zeg(f"\nLater: {len(rij)} (toon ze met --alles).")
        elif rij:
            scherm.zeg(f"\n{kop.format(dagen=dagen)}:")
            for t in rij:
                scherm.zeg(_regel(t))
                scherm.zeg(f"  {t.opdracht}")
    if d.zittingen:
        scherm.zeg("\nHoorzittingen:")
        for z in d.zittingen:
            scherm.zeg(f"- {_zitting(z)}")
    if d.meldingen:
        scherm.zeg("\nLet op:")
        for feit, helpt in d.meldingen:
            scherm.zeg(f"- {feit}\n  {helpt}")
    if not (d.taken or d.zittingen or d.meldingen):
        scherm.zeg("\nEr is niets te doen.")


def _regel(t: Taak) -> str:
    """`- K2026-001 bevestig de ontvangst (aan de klager): uiterlijk 4 mei 2026 (art. 9 lid 4; eigen norm)`."""
    wie = f" [{t.wie}]" if t.groep == "wacht op een ander" else ""
    wanneer = f": uiterlijk {voluit(t.berekening.uiterlijk)}" if t.berekening else ""
    if t.berekening and t.berekening.veilig != t.berekening.uiterlijk:
        wanneer += f", veilig {voluit(t.berekening.veilig)}"
    return f"- {t.zaak}{wie} {t.wat}{wanneer} ({t.vindplaats}{'; eigen norm' if t.eigen_norm else ''})"


def _zitting(z: Afspraak) -> str:
    wie = " en ".join(w.replace("-", " ") for w in z.wie)
    return f"{z.zaak}: {met_weekdag(z.dag)}{f' om {z.tijd}' if z.tijd else ''}, {wie}"


def _als_gegevens(d: Dag) -> dict[str, object]:
    return {
        "op": d.op,
        "taken": [
            {
                "zaak": t.zaak, "sleutel": t.sleutel, "groep": t.groep, "wat": t.wat, "wie": t.wie,
                "vindplaats": t.vindplaats,
                "uiterlijk": t.berekening and t.berekening.uiterlijk, "veilig": t.berekening and t.berekening.veilig,
                "brief": t.brief, "eigen_norm": t.eigen_norm, "opdracht": t.opdracht,
            }
            for t in d.taken
        ],
        "hoorzittingen": [{"zaak": z.zaak, "dag": z.dag, "tijd": z.tijd, "wie": z.wie} for z in d.zittingen],
        "meldingen": [{"feit": feit, "helpt": helpt} for feit, helpt in d.meldingen],
    }  # fmt: skip
