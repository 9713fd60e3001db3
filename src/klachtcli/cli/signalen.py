"""`klacht signalen`: several complaints about one name or onderdeel, and what was done about that."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import typer

from klachtcli.cli import opties, scherm
from klachtcli.cli.opties import Json, Map, Op, Peildatum, Proef, dag_of_vandaag, tot_en_met
from klachtcli.fouten import Invoerfout
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat import signalen as signaleren
from klachtcli.secretariaat.signalen import Gemeld, Gezien, is_kenmerk
from klachtcli.secretariaat.werkmap import Werkmap, zoek
from klachtcli.zaak.signalen import GRONDSLAG, KANTTEKENING, Vermelding

Lezer = Literal["secretaris", "voorzitter", "ander"]
_OVER = {"persoon": "iemand met dezelfde naam", "onderdeel": "hetzelfde onderdeel"}
_STAND = {
    "nieuw": "nieuw",
    "opnieuw": "opnieuw: een klacht ervan is nog niet besproken",
    "besproken": "besproken",
}
_GELIJK = "Is dit dezelfde persoon? Leg de naam dan in elke zaak gelijk vast: klacht adres ZAAK aangeklaagde -"


def signalen(
    actie: Annotated[
        str | None,
        typer.Argument(metavar="[besproken]", help="Leg vast wat er met een signaal is gedaan."),
    ] = None,
    signaal: Annotated[str | None, typer.Argument(metavar="[SIGNAAL]", help="Welk signaal: P-K2026-001.")] = None,
    voor: Annotated[
        Lezer | None,
        typer.Option("--voor", help="Voor wie: een ander ziet alleen dat er een signaal is.", show_choices=True),
    ] = None,
    gedaan: Annotated[
        str | None,
        typer.Option("--gedaan", metavar="BESTAND", help="Wat ermee is gedaan; '-' leest van standaardinvoer."),
    ] = None,
    op: Op = None,
    proef: Proef = False,
    json: Json = False,
    peildatum: Peildatum = None,
    map_: Map = None,
) -> None:
    """Toon de signalen: meer klachten in korte tijd over dezelfde naam of hetzelfde onderdeel. Met namen.

    Vanaf hoeveel klachten, en binnen welke tijd, staat in config/signalen.toml. Eindigt met code 1 als er een signaal
    is dat nog niet is besproken. Met --voor ander staat er alleen dat er een is: geen naam, aantal, zaak of jaar.

    Leg met besproken vast wat er met een signaal is gedaan; dat komt in elke zaak ervan te staan.

    Voorbeeld: klacht signalen besproken P-K2026-001 --gedaan -
    """
    if actie is not None and actie.casefold() != "besproken":
        raise _geen_actie(actie)
    if actie is None:
        if signaal or gedaan or op or proef:
            raise Invoerfout("opties-botsen", "--gedaan, --op en --proef horen bij: klacht signalen besproken SIGNAAL")
        _bekijk(zoek(map_), voor or "secretaris", peildatum, json)
        return
    if voor or peildatum:
        raise Invoerfout("opties-botsen", "bij besproken horen alleen --gedaan, --op, --proef en --json")
    if not signaal:
        raise Invoerfout("signaal-ontbreekt", "noem het signaal, zoals P-K2026-001",
                         herstel="Bekijk de signalen met: klacht signalen")  # fmt: skip
    _leg_vast(zoek(map_), signaal, _tekst(gedaan), dag_of_vandaag(op), proef=proef, json=json)


def _geen_actie(actie: str) -> Invoerfout:
    """What to type instead of this first word, which may be a name: it is only said again where it is a signal."""
    if is_kenmerk(actie):
        kenmerk = actie.strip().upper()
        return Invoerfout("actie-onbekend", f"er staat niet bij wat er met {kenmerk} moet gebeuren",
                          herstel=f"Leg het vast met: klacht signalen besproken {kenmerk} --gedaan -")  # fmt: skip
    return Invoerfout("actie-onbekend", "na klacht signalen hoort niets te staan, of: besproken SIGNAAL --gedaan -",
                      herstel="Bekijk de signalen met: klacht signalen")  # fmt: skip


def _tekst(gedaan: str | None) -> str:
    """What was done: from a file or standard input, never from the command itself, for a terminal remembers that."""
    if gedaan is None and not scherm.kan_vragen():
        raise Invoerfout("gedaan-ontbreekt", "er staat niet bij wat er met het signaal is gedaan",
                         herstel="Geef het met --gedaan BESTAND, of met --gedaan - vanaf standaardinvoer")  # fmt: skip
    gelezen = opties.tekst_uit(gedaan or "-")
    if not gelezen:
        raise Invoerfout("gedaan-leeg", "de tekst is leeg", herstel="Schrijf op wat er met het signaal is gedaan")
    return gelezen


def _leg_vast(werkmap: Werkmap, kenmerk: str, gedaan: str, op: date, *, proef: bool, json: bool) -> None:
    s = signaleren.bespreek(werkmap, kenmerk, gedaan, op=op, proef=proef)
    if json:
        scherm.zeg_json({"signaal": s.id, "over": s.over, "op": op, "zaken": s.zaken, "vastgelegd": not proef,
                         "proef": proef})  # fmt: skip
    else:
        scherm.zeg(f"{s.id}: wat er met het signaal is gedaan, {scherm.vastgelegd(proef)} in {', '.join(s.zaken)}.")


def _bekijk(werkmap: Werkmap, voor: Lezer, peildatum: str | None, json: bool) -> None:
    gezien = signaleren.bekijk(werkmap, tot=tot_en_met(peildatum), met_namen=voor != "ander")
    if gezien.melding:
        scherm.meld(gezien.melding)
    dag = dag_of_vandaag(peildatum)
    if json:
        scherm.zeg_json(_als_gegevens(gezien, voor, dag))
    elif voor == "ander":
        _toon_een_ander(gezien, dag)
    else:
        _toon(gezien, dag)
    if any(m.stand != "besproken" for m in gezien.signalen):
        raise typer.Exit(1)


# ---- on the screen ----


def _toon(gezien: Gezien, dag: date) -> None:
    """For the secretaris and the voorzitter: all there is."""
    _toon_regel(gezien, dag)
    for m in gezien.signalen:
        _toon_signaal(m)
    for groep in gezien.gelijkenissen:
        _toon_gelijkenis(groep)
    if gezien.signalen or gezien.gelijkenissen:
        _toon_kanttekening()
        scherm.meld("Er staan namen in. Dit is alleen voor de secretaris en de voorzitter.")


def _toon_een_ander(gezien: Gezien, dag: date) -> None:
    """For anybody else: that there is a signal about a person, about an onderdeel; not even how many signals."""
    _toon_regel(gezien, dag)
    for over in _soorten(gezien):
        scherm.zeg(f"- over {_OVER[over]}: {gezien.drempel.of_meer}")
    if gezien.signalen:
        _toon_kanttekening()


def _toon_regel(gezien: Gezien, dag: date) -> None:
    d = gezien.drempel
    wat = f"{d.of_meer} klachten binnen {d.periode.woorden()} over {signaleren.WAAROVER}"
    if gezien.signalen:
        scherm.zeg(f"Signalen op {voluit(dag)}: {wat}.")
    else:
        scherm.zeg(f"Op {voluit(dag)} zijn er geen signalen: {wat} zijn er niet.")


def _toon_signaal(m: Gemeld) -> None:
    s = m.signaal
    scherm.zeg(f"\n{s.id}: {_STAND[m.stand]}")
    scherm.zeg(f"{s.over:10} {' / '.join(s.namen)}")
    scherm.zeg(f"{'klachten':10} {len(s.zaken)}, ontvangen van {voluit(s.vermeldingen[0].op)} "
               f"tot en met {voluit(s.vermeldingen[-1].op)}")  # fmt: skip
    breed = max(len(zaak.fase) for zaak in m.zaken)
    for zaak in m.zaken:
        waar = s.onderdeel_in(zaak.nummer) or "onderdeel niet genoemd"
        scherm.zeg(f"  {zaak.nummer}  {zaak.ankers['ontvangst']}  {zaak.fase:{breed}}  {waar}")
    for b in m.eerder:
        gedaan = b.gedaan.replace("\n", "\n" + 11 * " ")
        scherm.zeg(f"{'gedaan':10} op {voluit(b.op)}, bij {len(b.zaken)} klachten: {gedaan}")
    if m.stand != "besproken":
        scherm.zeg(f"{'vastleggen':10} klacht signalen besproken {s.id} --gedaan -")


def _toon_gelijkenis(groep: tuple[Vermelding, ...]) -> None:
    aantal = len({v.zaak for v in groep})
    scherm.zeg(f"\nLet op: deze namen lijken op elkaar; samen zijn het {aantal} klachten. klacht telt ze apart.")
    for v in groep:
        scherm.zeg(f"  {v.zaak}  {v.op}  {v.naam} ({v.onderdeel or 'onderdeel niet genoemd'})")
    scherm.zeg(_GELIJK)


def _toon_kanttekening() -> None:
    scherm.zeg(f"\n{KANTTEKENING} ({GRONDSLAG})")


# ---- as data ----


def _als_gegevens(gezien: Gezien, voor: Lezer, dag: date) -> dict[str, Any]:
    d = gezien.drempel
    uit: dict[str, Any] = {
        "voor": voor, "peildatum": dag, "drempel": {"aantal": d.aantal, "periode": str(d.periode)},
        "kanttekening": KANTTEKENING, "grondslag": GRONDSLAG,
    }  # fmt: skip
    if voor == "ander":
        return uit | {"signalen": [{"over": over, "aantal": d.of_meer} for over in _soorten(gezien)]}
    return uit | {
        "signalen": [_signaal_als_gegevens(m) for m in gezien.signalen],
        "gelijkenissen": [[_vermelding(v) for v in groep] for groep in gezien.gelijkenissen],
    }


def _signaal_als_gegevens(m: Gemeld) -> dict[str, Any]:
    s = m.signaal
    return {
        "signaal": s.id, "over": s.over, "namen": s.namen, "stand": m.stand, "aantal": len(s.zaken), "sinds": s.sinds,
        "zaken": [{"zaak": z.nummer, "ontvangen_op": z.ankers["ontvangst"], "fase": z.fase,
                   "onderdeel": s.onderdeel_in(z.nummer) or None} for z in m.zaken],
        "besproken": [{"op": b.op, "gedaan": b.gedaan, "zaken": b.zaken} for b in m.eerder],
    }  # fmt: skip


def _vermelding(v: Vermelding) -> dict[str, Any]:
    return {"zaak": v.zaak, "wie": v.wie, "naam": v.naam, "onderdeel": v.onderdeel or None, "ontvangen_op": v.op}


def _soorten(gezien: Gezien) -> list[str]:
    return list(dict.fromkeys(m.signaal.over for m in gezien.signalen))
