"""`klacht brief`: which letters are due, make one or all, record that one went out, and check the templates."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from klachtcli.cli import opties, scherm, uitkomst, vervolg
from klachtcli.cli.opties import Json, Map, Proef, dag
from klachtcli.fouten import Invoerfout
from klachtcli.instellingen.bestand import lees_tabel
from klachtcli.recht.datum import voluit
from klachtcli.secretariaat import brieven, jaarbrieven
from klachtcli.secretariaat.post import Gemaakt
from klachtcli.secretariaat.werkmap import Werkmap, zoek
from klachtcli.stukken.pdf import eis_libreoffice, maak_pdf
from klachtcli.zaak.plichten import tot_wanneer

CONTROLEER = "controleer"
_JAAR = re.compile(r"20\d\d", re.ASCII)


Zaak = Annotated[str, typer.Argument(metavar="ZAAK", help="Zaaknummer; een jaar bij het jaarverslag; of: controleer.")]
Soort = Annotated[str | None, typer.Argument(metavar="[SOORT]", help="Welke brief. Zonder: wat nodig en gemaakt is.")]
Aan = Annotated[
    str | None,
    typer.Option("--aan", metavar="WIE", help="klager, aangeklaagde-2, werkgever, genodigde-1; anders allen."),
]
Alle = Annotated[bool, typer.Option("--alle", help="Maak elke brief die nu nodig is.")]
Verzonden = Annotated[
    str | None, typer.Option("--verzonden", metavar="DATUM", help="De brief is op deze dag verzonden of overhandigd.")
]
Eigen = Annotated[bool, typer.Option("--eigen", help="Met --verzonden: een brief die niet met klacht is gemaakt.")]
Gegevens = Annotated[
    str | None,
    typer.Option("--gegevens", metavar="BESTAND", help="Wat u zelf invult, als TOML; '-' is standaardinvoer."),
]
Gelakt = Annotated[bool, typer.Option("--gelakt", help="Bij het afschrift: de adressen in de bijlagen zijn afgedekt.")]
Pdf = Annotated[bool, typer.Option("--pdf", help="Ook als pdf, met LibreOffice.")]


def brief(
    zaak: Zaak,
    soort: Soort = None,
    aan: Aan = None,
    alle: Alle = False,
    verzonden: Verzonden = None,
    eigen: Eigen = False,
    gegevens: Gegevens = None,
    gelakt: Gelakt = False,
    pdf: Pdf = False,
    proef: Proef = False,
    json: Json = False,
    map_: Map = None,
) -> None:
    """Toon welke brieven nodig zijn, maak er een of alle, of leg met --verzonden vast dat een brief weg is.

    Een brief is voor één persoon: aan klager en aangeklaagde gaat ieder een eigen brief. klacht brief controleer kijkt
    al uw sjablonen na.

    Voorbeeld: klacht brief K2026-001 afschrift-klacht
    """
    werkmap = zoek(map_)
    if zaak == CONTROLEER:
        _keur(werkmap, json)
    elif verzonden is not None:
        if pdf or gelakt or gegevens:
            raise Invoerfout("opties-botsen", "--pdf, --gelakt en --gegevens horen bij het maken van een brief")
        _verzend(werkmap, zaak, None if alle else soort, dag(verzonden), aan, eigen=eigen, proef=proef, json=json)
    elif eigen:
        raise Invoerfout("opties-botsen", "--eigen hoort bij --verzonden DATUM")
    elif alle and _JAAR.fullmatch(zaak):
        raise Invoerfout("opties-botsen", "--alle hoort bij een zaak; een jaar heeft alleen de brief bij het verslag",
                         herstel=f"Maak hem met: klacht brief {zaak} aanbieding-jaarverslag")  # fmt: skip
    elif soort is None and _JAAR.fullmatch(zaak):
        _toon_jaarbrieven(int(zaak), jaarbrieven.gemaakt(werkmap, int(zaak)), json)
    elif soort is None and not alle:
        _toon_overzicht(brieven.overzicht(werkmap, zaak), json)
    else:
        if pdf:
            eis_libreoffice()
        gemaakt, mislukt = _maak(werkmap, zaak, soort, aan, _vrij(gegevens), gelakt=gelakt, proef=proef)
        pdfs = [maak_pdf(x.bestand) for x in gemaakt] if pdf and not proef else []
        _toon_gemaakt(gemaakt, mislukt, pdfs, json=json, proef=proef)


def _verzend(
    werkmap: Werkmap, zaak: str, soort: str | None, op: date, aan: str | None, *, eigen: bool, proef: bool, json: bool
) -> None:
    """Record that a letter went out: one in a case, or one about a year."""
    if soort is None:
        herstel = f"Bekijk ze met: klacht brief {zaak}"
        raise Invoerfout("welke-brief", "noem welke brief is verzonden", herstel=herstel)
    if not _JAAR.fullmatch(zaak):
        gedaan = brieven.leg_verzonden_vast(werkmap, zaak, soort, op=op, aan=aan, eigen=eigen, proef=proef)
        uitkomst.toon(gedaan, json)
        return
    if eigen:
        raise Invoerfout("opties-botsen", "--eigen hoort bij een brief in een zaak")
    _leg_jaarbrief_vast(werkmap, zaak, soort, op, aan, proef=proef, json=json)


def _leg_jaarbrief_vast(
    werkmap: Werkmap, jaar: str, soort: str, op: date, aan: str | None, *, proef: bool, json: bool
) -> None:
    verzonden = jaarbrieven.leg_verzonden_vast(werkmap, int(jaar), soort, op=op, aan=aan, proef=proef)
    if json:
        scherm.zeg_json(
            {"jaar": int(jaar), "brief": soort, "op": op, "aan": [e.aan for e in verzonden], "proef": proef}
        )
        return
    for e in verzonden:
        scherm.zeg(f"{jaar}: brief aan de {e.aan} verzonden op {voluit(op)}, {scherm.vastgelegd(proef)}.")


def _maak(
    werkmap: Werkmap,
    zaak: str,
    soort: str | None,
    aan: str | None,
    vrij: dict[str, object],
    *,
    gelakt: bool,
    proef: bool,
) -> tuple[list[Gemaakt], list[brieven.Mislukt]]:
    """One kind of letter, or without a kind every letter that is due."""
    if soort is None:
        return brieven.maak_alle(werkmap, zaak, proef=proef)
    if jaarbrieven.gaat_over_een_jaar(werkmap, soort):
        return jaarbrieven.maak(werkmap, zaak, soort, aan=aan, vrij=vrij, proef=proef), []
    return brieven.maak(werkmap, zaak, soort, aan=aan, vrij=vrij, gelakt=gelakt, proef=proef), []


def _toon_gemaakt(
    gemaakt: list[Gemaakt], mislukt: list[brieven.Mislukt], pdfs: list[Path], *, json: bool, proef: bool
) -> None:
    if json:
        lijst = [
            {"zaak": x.zaak, "brief": x.brief.soort, "aan": x.aan, "bestand": x.bestand, "zegel": x.zegel}
            for x in gemaakt
        ]
        scherm.zeg_json({
            **(lijst[0] if len(lijst) == 1 else {}),  # one letter, as since 0.1
            "brieven": lijst,
            "mislukt": [{"brief": m.brief, "aan": m.aan, "fout": str(m.fout)} for m in mislukt],
            "pdf": pdfs, "proef": proef,
        })  # fmt: skip
    else:
        for x in gemaakt:
            naam = f"{x.brief.naam[0].lower()}{x.brief.naam[1:]}"
            scherm.zeg(f"{x.zaak}: {naam} aan {x.lezer}, gemaakt en {scherm.vastgelegd(proef)}.")
            if not proef:
                scherm.zeg(f"bestand  {scherm.kort_pad(x.bestand)}")
            for o in x.opmerkingen:
                scherm.zeg(f"Let op: {o}")
        for pad in pdfs:
            scherm.zeg(f"pdf      {scherm.kort_pad(pad)}")
        if gemaakt and not proef:
            scherm.zeg("\nLees elke brief na, onderteken hem, en leg daarna de verzending vast:")
            for zaak, soort in dict.fromkeys((x.zaak, x.brief.soort) for x in gemaakt):
                scherm.zeg(f"  klacht brief {zaak} {soort} --verzonden DATUM")
        if not gemaakt and not mislukt:
            scherm.zeg("Er zijn nu geen brieven te maken.")
    for m in mislukt:
        scherm.meld(f"niet gemaakt: {m.fout}")
    if mislukt:
        raise typer.Exit(max(m.fout.exitcode for m in mislukt))


def _toon_jaarbrieven(jaar: int, gemaakt: list[jaarbrieven.Jaarbrief], json: bool) -> None:
    if json:
        scherm.zeg_json({"jaar": jaar, "gemaakt": [b._asdict() for b in gemaakt]})
        return
    scherm.zeg(f"{jaar}: brieven bij het jaarverslag")
    if gemaakt:
        rijen = [
            (b.brief, f"de {b.aan}", str(b.gemaakt_op), str(b.verzonden_op or "nog niet"), b.bestand) for b in gemaakt
        ]
        scherm.tabel(("brief", "aan", "gemaakt", "verzonden", "bestand"), rijen, ruim=("bestand",))
    else:
        scherm.zeg(f"Er is er nog geen. Maak ze met: klacht brief {jaar} aanbieding-jaarverslag")


def _toon_overzicht(o: brieven.Overzicht, json: bool) -> None:
    if json:
        scherm.zeg_json({
            "zaak": o.zaak,
            "nodig": [vervolg.plicht_als_gegevens(s) for s in o.nodig],
            "gemaakt": [{"brief": p.brief, "aan": p.aan, "gemaakt_op": p.op, "verzonden_op": p.verzonden_op,
                         "bestand": p.bestand} for p, _ in o.gemaakt],
            "soorten": [b.soort for b in o.soorten],
        })  # fmt: skip
        return
    scherm.zeg(f"{o.zaak}: brieven")
    scherm.zeg("\nNodig:" if o.nodig else "\nNodig: geen.")
    for s in o.nodig:
        klaar = "; gemaakt, nog niet verzonden" if s.gemaakt_op else ""
        scherm.zeg(
            f"- {s.regel.brief}: {s.wat} ({', '.join(filter(None, (tot_wanneer(s), s.regel.vindplaats)))}{klaar})"
        )
        scherm.zeg(f"  {s.opdracht}")
    if o.gemaakt:
        scherm.zeg("\nGemaakt:")
        rijen = [(p.brief, wie, str(p.op) if p.bestand else "eigen brief", str(p.verzonden_op or "nog niet"), p.bestand)
                 for p, wie in o.gemaakt]  # fmt: skip
        scherm.tabel(("brief", "aan", "gemaakt", "verzonden", "bestand"), rijen, ruim=("bestand",))
    if o.soorten:
        scherm.zeg("\nAlle soorten: " + ", ".join(b.soort for b in o.soorten))
    else:
        scherm.zeg("\nVoor deze regeling zijn er geen sjablonen. Verzend uw eigen brief, en leg dat vast met --eigen "
                   "--verzonden DATUM; of maak een sjabloon geschikt (docs/eigen-regeling.md).")  # fmt: skip


def _keur(werkmap: Werkmap, json: bool) -> None:
    from klachtcli.secretariaat.sjablonen import keur

    keuringen = keur(werkmap)
    fout = [k for k in keuringen if k.fouten]
    if json:
        scherm.zeg_json([
            {"brief": k.brief.soort, "sjabloon": k.brief.sjabloon,
             "fouten": [{"code": code, "feit": feit} for code, feit in k.fouten]}
            for k in keuringen
        ])  # fmt: skip
    else:
        for k in fout:
            scherm.zeg(f"{k.brief.sjabloon}:")
            for code, feit in k.fouten:
                scherm.zeg(f"- {feit} [{code}]")
        scherm.zeg(f"Sjablonen: {len(keuringen)}, waarvan met fouten: {len(fout)}.")
    if fout:
        raise typer.Exit(4)


def _vrij(bestand: str | None) -> dict[str, object]:
    if bestand is None:
        return {}
    tabel = lees_tabel(opties.bestand(bestand), "de gegevens")
    return tabel if isinstance(tabel, dict) else {}
