"""`klacht termijnen`, `lijst` and `toon`: looking, now or back. Only who saw the people in a case is recorded."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from klachtcli import klok
from klachtcli.cli import scherm, termijntabel, vervolg
from klachtcli.cli.opties import BekendOp, Json, Map, Peildatum, Toen, Zaak, dag_of_vandaag, moment, tot_en_met
from klachtcli.fouten import Geweigerd, Invoerfout
from klachtcli.journaal.codec import Vastlegging
from klachtcli.recht.datum import met_weekdag, voluit
from klachtcli.schijf import reden, schrijf_heel, veilige_naam
from klachtcli.secretariaat import inzien, sleutelloos
from klachtcli.secretariaat.inzien import Blik
from klachtcli.secretariaat.werkmap import Werkmap, zoek
from klachtcli.zaak.gebeurtenissen import Stuk, VastleggingGecorrigeerd, in_woorden
from klachtcli.zaak.termijnstand import Termijnstand
from klachtcli.zaak.verloop import bijzonderheden
from klachtcli.zaak.zaak import Zaak as Dossier


def termijnen(
    zaak: Annotated[str | None, typer.Argument(metavar="[ZAAK]", help="Alleen deze zaak; anders alle lopende.")] = None,
    uitleg: Annotated[bool, typer.Option("--uitleg", help="Vertel van elke termijn de stappen.")] = False,
    json: Json = False,
    op: Toen = None,
    bekend_op: BekendOp = None,
    map_: Map = None,
) -> None:
    """Toon de termijnen, de dringendste eerst. Eindigt met code 1 als er iets te laat is.

    uiterlijk is de laatste dag; veilig is de laatste werkdag op of voor het kale einde: plan daarop.

    Voorbeeld: klacht termijnen K2026-001 --uitleg
    """
    standen = inzien.termijnen(zoek(map_), zaak, _blik(op, bekend_op))
    if json:
        scherm.zeg_json([termijntabel.als_gegevens(s) for s in standen])
    elif not standen:
        scherm.zeg("Er lopen geen termijnen.")
    else:
        termijntabel.toon(standen)
        _toon_opmerkingen(standen)
    if uitleg and not json:
        _toon_uitleg(standen)
    if zaak is None:
        _meld_zonder_sleutel(zoek(map_))
    if any(s.te_laat for s in standen):
        raise typer.Exit(1)


def lijst(
    alles: Annotated[bool, typer.Option("--alles", help="Ook de gesloten zaken.")] = False,
    json: Json = False,
    peildatum: Peildatum = None,
    map_: Map = None,
) -> None:
    """Toon de zaken, met de dringendste termijn van elk. Zonder namen.

    Voorbeeld: klacht lijst --alles
    """
    werkmap, op = zoek(map_), dag_of_vandaag(peildatum)
    regels = inzien.lijst(werkmap, alle=alles, peildatum=op, tot=tot_en_met(peildatum))
    weg = inzien.vernietigd(werkmap, peildatum=op) if alles else []
    if json:
        scherm.zeg_json([
            {"zaak": r.zaak.nummer, "fase": r.zaak.fase, "ontvangen_op": r.zaak.ankers["ontvangst"],
             "termijn": r.eerste and r.eerste.regel.id, "uiterlijk": r.eerste and r.eerste.berekening.uiterlijk,
             "veilig": r.eerste and r.eerste.berekening.veilig}
            for r in regels
        ] + [{"zaak": v.zaak, "fase": "vernietigd", "ontvangen_op": v.gebeurtenis.ontvangen_op, "termijn": None,
              "uiterlijk": None, "veilig": None} for v in weg])  # fmt: skip
    elif not regels and not weg:
        scherm.zeg("Er zijn geen zaken." if alles else "Er zijn geen lopende zaken.")
    else:
        rijen = [
            (r.zaak.nummer, r.zaak.fase, str(r.zaak.ankers["ontvangst"]),
             *((r.eerste.regel.naam, str(r.eerste.berekening.uiterlijk), str(r.eerste.berekening.veilig),
                termijntabel.stand_in_woorden(r.eerste)) if r.eerste else ("", "", "", "")))
            for r in regels
        ] + [
            (v.zaak, "vernietigd", str(v.gebeurtenis.ontvangen_op), "", "", "", f"vernietigd op {v.gebeurtenis.op}")
            for v in weg
        ]  # fmt: skip
        kolommen = ("zaak", "fase", "ontvangen", "termijn", "uiterlijk", "veilig", "stand")
        scherm.tabel(kolommen, rijen, ruim=("ontvangen", "veilig"))
    _meld_zonder_sleutel(werkmap)


def _meld_zonder_sleutel(werkmap: Werkmap) -> None:
    for regel in sleutelloos.regels(werkmap):
        scherm.meld(regel)


def toon(
    zaak: Zaak,
    klaagschrift: Annotated[bool, typer.Option("--klaagschrift", help="Ook het klaagschrift zelf, aangevuld.")] = False,
    stukken: Annotated[
        str | None, typer.Option("--stukken", metavar="MAP", help="Zet de bijlagen, leesbaar, in deze map.")
    ] = None,
    json: Json = False,
    op: Toen = None,
    bekend_op: BekendOp = None,
    map_: Map = None,
) -> None:
    """Toon een zaak: wie, hoever, de termijnen, het verloop en wat er nu kan. Met namen: kijk wie er meeleest.

    Terugkijken kan op twee manieren, ook samen. Met --op ziet u wat toen was gebeurd, zoals u dat nu weet; met
    --bekend-op wat toen was vastgelegd, zonder wat later is bijgeschreven of gecorrigeerd.

    Dat u een zaak bekijkt, wordt vastgelegd: klacht audit wie ZAAK.

    Voorbeeld: klacht toon K2026-001 --bekend-op 2026-05-06
    """
    werkmap, blik = zoek(map_), _blik(op, bekend_op)
    try:
        i = inzien.toon(werkmap, zaak, blik, met_stukken=stukken is not None)
    except Geweigerd as fout:
        if fout.code != "zaak-vernietigd":
            raise
        _toon_vernietigd(*inzien.vernietigd(werkmap, zaak, peildatum=blik.peildatum), json=json)
        return
    if i.melding:
        scherm.meld(i.melding)
    if stukken is not None:
        _zet_stukken(Path(stukken), i.stukken)
    if json:
        erbij = {"klaagschrift": msgspec.to_builtins(i.zaak.klaagschrift)} if klaagschrift else {}
        scherm.zeg_json(_als_gegevens(i, blik) | erbij)
        return
    _toon_zaak(i, blik)
    if klaagschrift:
        scherm.zeg()
        _toon_velden(msgspec.to_builtins(i.zaak.klaagschrift), "")


def _toon_zaak(i: inzien.Ingezien, blik: Blik) -> None:
    """Who, how far, the terms, the history and what may come next."""
    _toon_kop(i.zaak, blik)
    termijntabel.toon(i.termijnen)
    _toon_opmerkingen(i.termijnen)
    scherm.zeg()
    correcties = _correcties(i.verloop)
    rijen = [_verloop(v, correcties) for v in i.verloop]
    kolommen = ("nr", "op", "gebeurtenis", "bijzonderheden", "rol", "vastgelegd")
    scherm.tabel(kolommen, rijen, ruim=("rol", "vastgelegd"))
    vervolg.toon(i.vervolg, toen=bool(_in_woorden(blik)))


def _toon_kop(z: Dossier, blik: Blik) -> None:
    """Which case this is, as of when, whose, and under which regulation."""
    wie = ", ".join(p.naam or "naam onbekend" for p in z.klaagschrift.aangeklaagde) or "niet genoemd"
    scherm.zeg(f"{z.nummer}: {z.fase}")
    if terug := _in_woorden(blik):
        scherm.zeg(terug)
    scherm.zeg(f"klager        {z.klaagschrift.klager.naam or 'naam onbekend'}")
    scherm.zeg(f"aangeklaagde  {wie}")
    scherm.zeg(f"regeling      {z.regeling.id}, versie {z.regeling.versie}")
    scherm.zeg()


def _blik(op: str | None, bekend_op: str | None) -> Blik:
    """From where one looks, as it was typed. A moment counts up to and including itself, a day to its end."""
    gevraagd = moment(op) if op else None
    dag = gevraagd.date() if isinstance(gevraagd, datetime) else gevraagd
    tot = dag if dag and dag < klok.vandaag() else None
    if bekend_op is None:
        return Blik(dag or klok.vandaag(), tot)
    toen, nu = moment(bekend_op), klok.in_amsterdam(klok.nu())
    if (toen > nu) if isinstance(toen, datetime) else (toen > nu.date()):
        raise Invoerfout("dag-in-de-toekomst", f"{voluit(toen)} moet nog komen; wat dan bekend is, weet nu niemand",
                         herstel="Noem een dag tot en met vandaag")  # fmt: skip
    if isinstance(toen, datetime):
        return Blik(dag or toen.date(), tot, toen + timedelta(microseconds=1))
    return Blik(dag or toen, tot, datetime.combine(toen + timedelta(days=1), time(), klok.amsterdam()))


def _in_woorden(b: Blik) -> str:
    """What one sees where it is not all of today."""
    bekend = b.bekend and b.bekend - timedelta(microseconds=1)
    if bekend:
        tijd = "" if bekend.time() == time.max else f", {bekend:%H:%M}"
        over = f", over {voluit(b.peildatum)}" if b.peildatum != bekend.date() else ""
        return f"Zoals het bekend was op {voluit(bekend)}{tijd}{over}."
    if b.tot:
        return f"Zoals het was op {voluit(b.tot)}, naar wat nu bekend is."
    return f"Zoals het staat op {voluit(b.peildatum)} als er niets gebeurt." if b.peildatum > klok.vandaag() else ""


def _toon_vernietigd(v: inzien.Vernietigd, *, json: bool) -> None:
    """What is left of a case."""
    e = v.gebeurtenis
    if json:
        scherm.zeg_json({"zaak": v.zaak, "fase": "vernietigd", "nummer": v.nummer, **msgspec.to_builtins(e)})
        return
    scherm.zeg(f"{v.zaak}: vernietigd op {voluit(e.op)} (vastlegging {v.nummer})")
    scherm.zeg(f"ontvangen      {voluit(e.ontvangen_op)}")
    scherm.zeg(f"gesloten       {voluit(e.gesloten_op)}")
    scherm.zeg(f"bewaartermijn  {e.bewaartermijn}, tot en met {voluit(e.verstreken_op)}")
    scherm.zeg(f"grond          {e.grond}")
    scherm.zeg(f"ingestemd      {e.tweede}")


def _toon_velden(waarde: object, plaats: str) -> None:
    """A klaagschrift field by field, each under the place by which a supplement names it."""
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            _toon_velden(deel, f"{plaats} {naam}".strip())
    elif isinstance(waarde, list | tuple) and any(isinstance(deel, dict) for deel in waarde):
        for n, deel in enumerate(waarde, 1):
            _toon_velden(deel, f"{plaats} {n}")
    else:
        tekst = ", ".join(map(str, waarde)) if isinstance(waarde, list | tuple) else scherm.ja_nee(waarde).strip()
        scherm.zeg(f"{plaats.replace('_', ' '):28} {tekst}")


def _zet_stukken(map_: Path, stukken: list[tuple[Stuk, bytes]]) -> None:
    """The attachments as files, never over another: numbered, so that two of one name both come out."""
    try:
        map_.mkdir(parents=True, exist_ok=True)
        for n, (stuk, ruw) in enumerate(stukken, 1):
            schrijf_heel(map_ / f"{n:02d}-{veilige_naam(Path(stuk.bestand).name)}", ruw)
    except OSError as fout:
        feit = f"de bijlagen zijn niet te schrijven in {map_}: {reden(fout)}"
        raise Invoerfout("stukken-niet-te-schrijven", feit, herstel="Noem een andere, lege map") from None
    if stukken:
        scherm.meld(f"Bijlagen leesbaar gezet in {map_}: {len(stukken)}. Gooi ze weg als u klaar bent.")
    else:
        scherm.meld("In deze zaak zijn geen bijlagen.")


def _als_gegevens(i: inzien.Ingezien, blik: Blik) -> dict[str, object]:
    z = i.zaak
    return {
        "zaak": z.nummer,
        "op": blik.peildatum,
        "bekend_voor": blik.bekend and klok.stempel(blik.bekend),
        "fase": z.fase,
        "regeling": msgspec.structs.asdict(z.regeling),
        "klager": z.klaagschrift.klager.naam,
        "aangeklaagde": [p.naam for p in z.klaagschrift.aangeklaagde],
        "termijnen": [termijntabel.als_gegevens(s) for s in i.termijnen],
        "verloop": [
            {
                "nummer": v.nummer,
                "soort": v.soort,
                "op": getattr(v.gebeurtenis, "op", None),
                "bijzonderheden": bijzonderheden(v.gebeurtenis),
                "vastgelegd_op": v.vastgelegd_op,
                "rol": v.rol,
                "door": v.door,
                "versie": v.versie,
            }
            for v in i.verloop
        ],
        **vervolg.als_gegevens(i.vervolg),
    }


def _verloop(v: Vastlegging, gecorrigeerd: dict[int, int]) -> tuple[str, ...]:
    op = str(getattr(v.gebeurtenis, "op", ""))
    moment = f"{klok.op_de_klok(v.vastgelegd_op):%Y-%m-%d %H:%M}"
    wat = bijzonderheden(v.gebeurtenis)
    if v.nummer in gecorrigeerd:
        wat = "; ".join(filter(None, (wat, f"gecorrigeerd in nr {gecorrigeerd[v.nummer]}")))
    return str(v.nummer), op, in_woorden(v.soort), wat, v.rol, moment


def _correcties(verloop: list[Vastlegging]) -> dict[int, int]:
    """Which entry was corrected, and in which one (the last)."""
    return {v.gebeurtenis.nummer: v.nummer for v in verloop if isinstance(v.gebeurtenis, VastleggingGecorrigeerd)}


def _toon_opmerkingen(standen: list[Termijnstand]) -> None:
    for s in standen:
        for o in s.opmerkingen:
            scherm.zeg(f"Let op: {s.zaak} {s.regel.naam}: {o}")


def _toon_uitleg(standen: list[Termijnstand]) -> None:
    for s in standen:
        scherm.zeg(f"\n{s.zaak} {s.regel.naam} ({s.regel.vindplaats})")
        for stap in s.uitleg:
            scherm.zeg(f"- {stap.reden} ({stap.vindplaats})")
        if not s.regel.venster:
            scherm.zeg(f"- Veilig: {met_weekdag(s.berekening.veilig)}.")
        if s.met_termijnenwet is not None:
            scherm.zeg(f"- Met de Algemene termijnenwet zou de laatste dag {met_weekdag(s.met_termijnenwet)} zijn. "
                       f"Keuze: {s.regel.gekozen_door}.")  # fmt: skip
        for naam, dag in s.richtdatums:
            scherm.zeg(f"- De {naam} zou {met_weekdag(dag)} zijn; die bindt niet.")
        if s.regel.toelichting:
            scherm.zeg(f"- {s.regel.toelichting}")
