"""The demo: a fictional case, by the very commands that a secretary types."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from string import Template

import typer

from klachtcli import klok
from klachtcli.cli import scherm
from klachtcli.fouten import Invoerfout
from klachtcli.secretariaat.plekken import meegeleverd


def vertoon(map_: Path) -> None:
    """Run the demo in a new folder. Raises Invoerfout where the folder holds something."""
    if map_.exists() and (not map_.is_dir() or any(map_.iterdir())):
        raise Invoerfout("map-niet-leeg", f"{map_} is niet leeg", herstel="Noem een andere map: klacht demo ANDERE-MAP")
    vandaag = klok.vandaag()
    _leg_klaar(map_, vandaag)
    zaak = f"K{(vandaag - timedelta(days=3)).year}-001"
    for opdracht in _opdrachten(zaak, vandaag):
        _doe(opdracht, map_)
    scherm.zeg(f"""
Klaar. Alles is verzonnen. In {map_} staan:
  post/klaagschrift.toml   het klaagschrift waarmee het begon
  brieven/{zaak}/       de ontvangstbevestiging, om te ondertekenen (open hem in Word of LibreOffice)
  config/                  regeling, kalender, commissie en fracties, als tekst
  journaal.sqlite          elke handeling, verzegeld en geketend

Kijk verder, bijvoorbeeld:
  klacht termijnen --map {map_} --uitleg
  klacht toon {zaak} --map {map_}""")


def _opdrachten(zaak: str, vandaag: date) -> list[list[str]]:
    verdaagd = vandaag + timedelta(weeks=11)
    verdaagd -= timedelta(days=max(0, verdaagd.weekday() - 4))
    return [
        ["init", "."],
        ["ontvang", "post/klaagschrift.toml"],
        ["toets", zaak],
        ["brief", zaak, "ontvangstbevestiging"],
        ["brief", zaak, "ontvangstbevestiging", "--verzonden", str(vandaag)],
        ["besluit", zaak, "compleet"],
        ["besluit", zaak, "ontvankelijk"],
        ["verdaag", zaak, "advies", "--tot", str(verdaagd)],
        ["termijnen", zaak],
        ["audit", "controleer"],
    ]


def _leg_klaar(map_: Path, vandaag: date) -> None:
    """The klaagschrift, with days close to today, and a committee to name in the letter."""
    bron = meegeleverd() / "voorbeelden"
    dagen = {f"dag_{n}": str(vandaag - timedelta(days=n)) for n in (3, 4, 20, 45, 60, 120)}
    for doel, naam in (("post/klaagschrift.toml", "klaagschrift.toml"), ("post/mail.txt", "mail.txt"),
                       ("config/commissie.toml", "commissie.toml")):  # fmt: skip
        (map_ / doel).parent.mkdir(parents=True, exist_ok=True)
        tekst = Template((bron / naam).read_text(encoding="utf-8")).substitute(dagen)
        (map_ / doel).write_text(tekst, encoding="utf-8")


def _doe(opdracht: list[str], map_: Path) -> None:
    from klachtcli.cli.start import voer_uit

    getoond = " ".join(f'"{deel}"' if " " in deel else deel for deel in opdracht)
    scherm.zeg(f"\n$ klacht {getoond}\n")
    pad = [str(map_ / opdracht[1])] if opdracht[0] in ("init", "ontvang") else opdracht[1:2]
    gekozen = [] if opdracht[0] == "init" else ["--map", str(map_)]
    if code := voer_uit([*gekozen, opdracht[0], *pad, *opdracht[2:]]):
        raise typer.Exit(code)
