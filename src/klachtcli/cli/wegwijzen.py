"""`klacht route`: who can turn to whom about whom, for help and for a formal complaint, and what is not arranged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, dag_of_vandaag
from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.recht.wegwijstekst import KOPPEN, OVER, Regel
from klachtcli.recht.wegwijzer import Advies, Rol
from klachtcli.secretariaat.wegwijzen import Betrokkene, Gewezen, Vraagbaak, vraagbaak, woorden

T = TypeVar("T")


def route(
    klager: Annotated[
        str | None, typer.Option("--klager", metavar="WIE", help='ambtenaar, kamerlid, "fractiemedewerker FRACTIE", …')
    ] = None,
    aangeklaagde: Annotated[
        str | None, typer.Option("--aangeklaagde", metavar="WIE", help="Over wie het gaat; als bij --klager.")
    ] = None,
    over: Annotated[
        str | None, typer.Option("--over", metavar="WAT", help="pesten, discriminatie, …, integriteit, of anders.")
    ] = None,
    op: Annotated[
        str | None, typer.Option("--op", metavar="DATUM", help="Wat fracties op deze dag deden; anders vandaag.")
    ] = None,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Wie kan met een klacht over wie waar terecht: voor hulp, voor een formele klacht, en wat er niet is geregeld.

    Naar figuur 3.2 van Kracht zonder Tegenkracht; de commissie beslist (art. 10 lid 1). Noem geen namen. Wat u weglaat,
    wordt gevraagd. Er wordt niets vastgelegd.

    Voorbeeld: klacht route --klager ambtenaar --aangeklaagde kamerlid --over pesten
    """
    dag, baak = dag_of_vandaag(op), vraagbaak(map_)
    wie = _vraag_wie("klager", klager, baak, lambda t: baak.betrokkene(t, "klager", dag))
    tegen = _vraag_wie("aangeklaagde", aangeklaagde, baak, lambda t: baak.betrokkene(t, "aangeklaagde", dag))
    onderwerpen = [x.naam for x in baak.wegwijzer.onderwerp]
    wat = _vraag("--over", over, "Waar gaat het over?", onderwerpen, baak.onderwerp)
    gewezen = baak.wijs(wie, tegen, wat, dag)
    if json:
        scherm.zeg_json(_als_gegevens(gewezen))
    else:
        _toon(gewezen)


def _vraag_wie(rol: Rol, gegeven: str | None, baak: Vraagbaak, lees: Callable[[str], Betrokkene]) -> Betrokkene:
    """Somebody as typed; at a terminal a fractie is asked for where the answer hangs on it and none was named."""
    vraag = {"klager": "Wie klaagt? (noem geen namen)", "aangeklaagde": "Over wie gaat het? (noem geen namen)"}[rol]
    b = _vraag(f"--{rol}", gegeven, vraag, [x.naam for x in woorden(baak.wegwijzer, rol)], lees)
    if gegeven is not None or not b.woord.fractie or b.fractie:
        return b
    leeg = "weet ik niet" if b.woord.fractie == "altijd" else "geen, bij de ambtelijke organisatie"
    scherm.meld(f"\nBij welke fractie? (leeg: {leeg})")
    return lees(f"{b.woord.naam} {_lees()}")


def _vraag(optie: str, gegeven: str | None, vraag: str, keuzes: Sequence[str], lees: Callable[[str], T]) -> T:
    """What was typed with an option; asked for at a terminal where it lacks, by number or by word, until it is good."""
    if gegeven is not None:
        return lees(gegeven)
    if not scherm.kan_vragen():
        raise Invoerfout("keuze-ontbreekt", f"{optie} ontbreekt", herstel=f"Kies uit: {', '.join(keuzes)}")
    scherm.meld(f"\n{vraag}")
    for n, keuze in enumerate(keuzes, 1):
        scherm.meld(f"  {n:2} {keuze}")
    while True:
        getypt = _lees()
        nummer = int(getypt) if getypt.isascii() and getypt.isdigit() and len(getypt) < 4 else 0
        try:
            return lees(keuzes[nummer - 1] if 0 < nummer <= len(keuzes) else getypt)
        except Invoerfout as fout:
            scherm.meld(f"  {fout.feit[0].upper()}{fout.feit[1:]}. Typ een nummer of een woord.")


def _lees() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        raise KeyboardInterrupt from None


def _toon(g: Gewezen) -> None:
    namen = " en ".join(OVER[o] for o in g.onderwerp.over)
    over = namen if g.onderwerp.naam in g.onderwerp.over else f"{g.onderwerp.naam} ({namen})"
    scherm.zeg(f"klager        {g.klager.woord.naam}")
    scherm.zeg(f"aangeklaagde  {g.aangeklaagde.woord.naam}")
    scherm.zeg(f"onderwerp     {over}")
    for b in (g.klager, g.aangeklaagde):
        if zin := _fractie(b, g):
            scherm.zeg(f"\n{zin}")
    for o in g.onderwerp.over:
        for stap, kop in KOPPEN.items():
            deel = [(a, r) for a, r in g.adviezen if (a.over, a.stap) == (o, stap)]
            if deel:
                _toon_stap(kop + (f" bij {OVER[o]}" if len(g.onderwerp.over) > 1 else ""), deel)
    if not g.adviezen:
        scherm.zeg("\nVoor dit paar noemt figuur 3.2 geen weg, ook geen informele.")
    scherm.zeg("\nLet op")
    for k in g.kanttekeningen:
        scherm.zeg(f"- {k.zegt} ({k.bron})")
    for zin in (*g.opmerkingen, *g.wegwijzer.let_op):
        scherm.zeg(f"- {zin}")


def _toon_stap(kop: str, deel: Sequence[tuple[Advies, Regel]]) -> None:
    scherm.zeg(f"\n{kop}")
    for _, r in deel:
        scherm.zeg(f"- {r.voor[0].upper()}{r.voor[1:]}: {r.zegt[0].lower()}{r.zegt[1:]}" if r.voor else f"- {r.zegt}")
        scherm.zeg(f"  bron: {r.bron}")


def _fractie(b: Betrokkene, g: Gewezen) -> str:
    """What is known of the fractie of somebody, or what to ask."""
    if not b.woord.fractie or (b.woord.fractie == "genoemd" and not b.fractie):
        return ""
    if b.status:
        s = b.status
        return f"De fractie van de {b.rol}, {s.naam}: {s.status} op {voluit(g.op)} (bron: {s.bron})."
    wat = f"'{b.fractie}'" if b.fractie else f"de fractie van de {b.rol}"
    naam = f'"{b.fractie}"' if b.fractie else "FRACTIE"
    return (f"Wat {wat} op {voluit(g.op)} met de regeling deed, is niet bekend{b.nabij or '.'} Hieronder staan alle "
            f"mogelijkheden. Vraag het de fractie, en leg vast wat zij zegt: klacht fracties {naam} --status STATUS "
            "--van DATUM --bron TEKST")  # fmt: skip


def _als_gegevens(g: Gewezen) -> dict[str, object]:
    return {
        "op": g.op, "klager": _als_betrokkene(g.klager), "aangeklaagde": _als_betrokkene(g.aangeklaagde),
        "onderwerp": g.onderwerp.naam, "over": g.onderwerp.over,
        "adviezen": [
            {
                "over": a.over, "stap": a.stap, "klager": a.klagers, "aangeklaagde": a.aangeklaagden, "tekst": r.zegt,
                "niet_geregeld": a.antwoord.niet_geregeld,
                "wegen": [
                    {"kanaal": w.kanaal, "naam": g.wegwijzer.kanalen[w.kanaal], "hoe": w.hoe, "als": w.als}
                    for w in a.antwoord.weg
                ],
                "bron": r.bron,
            }
            for a, r in g.adviezen
        ],
        "kanttekeningen": [{"id": k.id, "zegt": k.zegt, "bron": k.bron} for k in g.kanttekeningen],
        "opmerkingen": g.opmerkingen, "let_op": g.wegwijzer.let_op, "momentopname": g.wegwijzer.momentopname,
    }  # fmt: skip


def _als_betrokkene(b: Betrokkene) -> dict[str, object]:
    return {
        "woord": b.woord.naam, "soorten": b.soorten, "fractie": b.fractie, "status": b.status and b.status.status,
        "bron": b.status and b.status.bron,
    }  # fmt: skip
