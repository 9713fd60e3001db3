"""`klacht beheer regels`: other free days or another regulation, and what that does to the open cases."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from klachtcli.cli import scherm
from klachtcli.cli.opties import Json, Map, Proef, Reden, tekst
from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat.regels import Keuze, Uitkomst, Wissel, bekijk, neem_over as leg_vast
from klachtcli.secretariaat.werkmap import zoek
from klachtcli.zaak.partijen import getypt, noem
from klachtcli.zaak.regelwissel import Dagen, Verschuiving


def regels(
    zaken: Annotated[
        list[str] | None, typer.Argument(metavar="[ZAAK]...", help="Alleen deze; anders alle lopende.")
    ] = None,
    kalender: Annotated[bool, typer.Option("--kalender", help="De vrije dagen; ook zonder --regeling.")] = False,
    regeling: Annotated[bool, typer.Option("--regeling", help="De versie van de regeling die nu geldt.")] = False,
    versie: Annotated[
        str | None, typer.Option("--versie", metavar="DATUM", help="Bij --regeling: deze versie, zoals 2021-05-01.")
    ] = None,
    neem_over: Annotated[bool, typer.Option("--neem-over", help="Neem ze in gebruik in deze zaken.")] = False,
    reden: Reden = None,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Toon welke lopende zaken andere dagen krijgen door de regels die nu in config staan, of neem ze in gebruik.

    Een zaak rekent met de vrije dagen en de regeling van haar ontvangst. Een nieuw besluit over vrije dagen zet u in
    config/kalender, een nieuwe versie van de regeling in config/regelingen. Daarna zegt dit wat verschuift, waardoor,
    en in welke brieven de oude dag staat. Eindigt met code 1 als er een dag verschuift.

    Met --neem-over wordt het per zaak vastgelegd. Een andere regeling in een lopende zaak vraagt een reden.

    Voorbeeld: klacht beheer regels --neem-over
    """
    if (reden is not None or proef) and not neem_over:
        raise Invoerfout("opties-botsen", "--reden en --proef horen bij --neem-over")
    if versie and not regeling:
        raise Invoerfout("opties-botsen", "--versie hoort bij --regeling")
    keuze = Keuze(kalender or not regeling, regeling, versie, tuple(zaken or ()))
    uit = leg_vast(zoek(map_), keuze, tekst(reden), proef=proef) if neem_over else bekijk(zoek(map_), keuze)
    if json:
        scherm.zeg_json(_als_gegevens(uit, proef=proef))
    else:
        _toon(uit, keuze, neem_over=neem_over, proef=proef)
    if uit.verschuift and not neem_over:
        raise typer.Exit(1)


def _toon(u: Uitkomst, keuze: Keuze, *, neem_over: bool, proef: bool) -> None:
    for a in u.anders:
        nu = "een andere tekst daarvan" if a.nieuw.versie == a.oud.versie else a.nieuw.versie
        scherm.zeg(f"{a.oud.id}, {scherm.zaken(a.zaken)}: in gebruik is {a.oud.versie}; in config staat {nu}")
        for verschil in a.verschillen:
            scherm.zeg(f"- {verschil}")
    rijen = [(w.zaak.nummer, *_rij(v)) for w in u.wissels for v in w.verschuivingen]
    if rijen:
        scherm.zeg()
        scherm.tabel(("zaak", "wat", "artikel", "was", "wordt", "stand", "waarom"), rijen, ruim=("artikel", "waarom"))
    _toon_brieven(u)
    _toon_slot(u, keuze, neem_over=neem_over, proef=proef)
    for o in u.opmerkingen:
        scherm.zeg(f"Let op: {o}")


def _rij(v: Verschuiving) -> tuple[str, ...]:
    return v.wat, v.vindplaats, _dag(v.was), _dag(v.wordt), v.stand, "; ".join(v.waarom)


def _dag(d: Dagen | None) -> str:
    """The last day, and the safe one where that is another."""
    if d is None:
        return "geen"
    return str(d.uiterlijk) if d.veilig == d.uiterlijk else f"{d.uiterlijk} (veilig {d.veilig})"


def _toon_brieven(u: Uitkomst) -> None:
    brieven = [(w, b) for w in u.wissels for b in w.brieven]
    for kop, verzonden in (("Verzonden met de oude dag", True), ("Gemaakt met de oude dag, nog niet verzonden", False)):
        deze = [(w, b) for w, b in brieven if bool(b.post.verzonden_op) is verzonden]
        if deze:
            scherm.zeg(f"\n{kop}:")
        for w, b in deze:
            k, p = w.zaak.klaagschrift, b.post
            wanneer = f", op {voluit(p.verzonden_op)}" if p.verzonden_op else ""
            dagen = " en ".join(voluit(d) for d in b.dagen)
            scherm.zeg(f"- {w.zaak.nummer} {p.brief} aan {noem(p.aan, k)}{wanneer}: noemt {dagen}")
            if not verzonden:
                scherm.zeg(
                    f"  maak hem daarna opnieuw: klacht brief {w.zaak.nummer} {p.brief} --aan {getypt(p.aan, k)}"
                )


def _toon_slot(u: Uitkomst, keuze: Keuze, *, neem_over: bool, proef: bool) -> None:
    if not u.wissels:
        scherm.zeg("De lopende zaken rekenen al met deze regels; er verandert niets.")
        return
    schuift = sum(bool(w.verschuivingen) for w in u.wissels)
    scherm.zeg(f"\n{scherm.zaken(len(u.wissels))} met andere regels, waarvan met een andere dag: {schuift}.")
    if neem_over:
        nummers = ", ".join(w.zaak.nummer for w in u.wissels)
        scherm.zeg(f"{nummers}: regels in gebruik genomen, {scherm.vastgelegd(proef)}.")
        if any(b.post.verzonden_op for w in u.wissels for b in w.brieven):
            scherm.zeg("Deel de nieuwe dag mee aan wie een brief met de oude kreeg.")
    else:
        scherm.zeg(f"Neem ze in gebruik, alle of de zaken die u noemt: {_opdracht(keuze)}")


def _opdracht(k: Keuze) -> str:
    """The command that takes into use what was looked at."""
    delen = (
        "klacht beheer regels",
        *k.zaken,
        "--kalender" if k.kalender and k.regeling else "",
        f"--regeling{f' --versie {k.versie}' if k.versie else ''} --reden -" if k.regeling else "",
        "--neem-over",
    )
    return " ".join(filter(None, delen))


def _als_gegevens(u: Uitkomst, *, proef: bool) -> dict[str, Any]:
    return {
        "zaken": [_wissel(w) for w in u.wissels],
        "verschillen": [
            {"oud": {"id": a.oud.id, "versie": a.oud.versie, "sha256": a.oud.sha256},
             "nieuw": {"id": a.nieuw.id, "versie": a.nieuw.versie, "sha256": a.nieuw.sha256},
             "zaken": a.zaken, "wat": a.verschillen} for a in u.anders
        ],
        "opmerkingen": u.opmerkingen, "vastgelegd": u.overgenomen, "proef": proef,
    }  # fmt: skip


def _wissel(w: Wissel) -> dict[str, Any]:
    return {
        "zaak": w.zaak.nummer,
        "dagen": [
            {"soort": v.soort, "id": v.id, "wat": v.wat, "vindplaats": v.vindplaats,
             "was": v.was and v.was._asdict(), "wordt": v.wordt and v.wordt._asdict(), "stand": v.stand,
             "waarom": v.waarom} for v in w.verschuivingen
        ],
        "brieven": [
            {"brief": b.post.brief, "aan": b.post.aan, "gemaakt_op": b.post.op, "verzonden_op": b.post.verzonden_op,
             "bestand": b.post.bestand, "noemt": b.dagen} for b in w.brieven
        ],
    }  # fmt: skip
