"""All commands in one table. A command's module is imported when that command runs, so that a start stays quick."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

from klachtcli import __version__
from klachtcli.cli.hulp import Losse, nederlands


class Opdracht(NamedTuple):
    """Where a command stands, what it does in one line, and under which head the help lists it."""

    module: str
    functie: str
    kort: str
    kop: str = ""


_DAG, _ZAAK, _ZIEN, _MAP = "Een zaak", "De procedure", "Zien en rekenen", "De werkmap"

OPDRACHTEN: dict[str, Opdracht] = {
    "ontvang": Opdracht("ontvangen", "ontvang", "Leg een klaagschrift vast en open een zaak (art. 9 lid 4)", _DAG),
    "toets": Opdracht("toetsen", "toets", "Toets een klaagschrift aan artikel 1, 2, 9 en 10", _DAG),
    "vul-aan": Opdracht("ontvangen", "vul_aan", "Vraag om een aanvulling of leg er een vast (art. 9 lid 3)", _DAG),
    "brief": Opdracht("brieven", "brief", "Maak een brief, of leg vast dat hij is verzonden", _DAG),
    "sluit": Opdracht("handelen", "sluit", "Sluit een zaak", _DAG),
    "besluit": Opdracht("handelen", "besluit", "Compleet, ontvankelijk of niet-ontvankelijk (art. 10)", _ZAAK),
    "hoor": Opdracht("handelen", "hoor", "Leg de dag van de hoorzitting vast (art. 11)", _ZAAK),
    "feiten": Opdracht("handelen", "feiten", "Feitenoverzicht verzonden of gesloten (art. 12 lid 1)", _ZAAK),
    "adviseer": Opdracht("handelen", "adviseer", "Leg het advies vast, en de ontvangst ervan (art. 12, 13)", _ZAAK),
    "beslis": Opdracht("handelen", "beslis", "Leg de beslissing op het advies vast (art. 13 lid 1)", _ZAAK),
    "verdaag": Opdracht("handelen", "verdaag", "Verdaag het advies of de beslissing (art. 12 lid 3, 13 lid 3)", _ZAAK),
    "termijnen": Opdracht("inzien", "termijnen", "Toon de termijnen, de dringendste eerst", _ZIEN),
    "lijst": Opdracht("inzien", "lijst", "Toon de zaken", _ZIEN),
    "toon": Opdracht("inzien", "toon", "Toon een zaak met haar verloop", _ZIEN),
    "bereken": Opdracht("rekenen", "bereken", "Bereken een termijn, met elke stap", _ZIEN),
    "init": Opdracht("inrichten", "init", "Maak een werkmap, of werk haar bij", _MAP),
    "demo": Opdracht("inrichten", "demo", "Laat een verzonnen zaak van begin tot brief zien", _MAP),
    "audit": Opdracht("controleren", "AUDIT", "Controleer het journaal", _MAP),
}
_HULP = {"help_option_names": ["--help", "-h"]}
VOORBEELDEN = """\
Voorbeelden:
  klacht ontvang klaagschrift.toml          een klaagschrift vastleggen
  klacht termijnen                          wat loopt, wat is dringend
  klacht bereken 2026-03-20 "2 weken"       een datum narekenen

Uitleg per opdracht: klacht OPDRACHT --help
"""


class Groep(TyperGroup):
    """A group whose commands stand in a table and are imported one by one."""

    tabel: dict[str, Opdracht] = OPDRACHTEN
    voorbeelden = VOORBEELDEN

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        return list(self.tabel)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import one command."""
        if (opdracht := self.tabel.get(cmd_name)) is None:
            return None
        functie = getattr(import_module(f"klachtcli.cli.{opdracht.module}"), opdracht.functie)
        if isinstance(functie, dict):
            return groep(cmd_name, functie, opdracht.kort)
        losse = typer.Typer(add_completion=False, rich_markup_mode=None)
        losse.command(cmd_name, cls=Losse, context_settings=_HULP)(functie)
        return typer.main.get_command(losse)

    def get_help(self, ctx: Any) -> str:
        """The help, in Dutch."""
        return nederlands(super().get_help(ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The table under its heads, without importing any of it."""
        breedste = max(map(len, self.tabel))
        for kop in dict.fromkeys(o.kop for o in self.tabel.values()):
            with formatter.section(kop or "Opdrachten"):
                rijen = [(naam.ljust(breedste), o.kort) for naam, o in self.tabel.items() if o.kop == kop]
                formatter.write_dl(rijen)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Examples."""
        formatter.write(f"\n{self.voorbeelden}" if self.voorbeelden else "")


def groep(naam: str, tabel: dict[str, Opdracht], kort: str) -> Any:
    """A group of commands below another."""
    klasse = type("Ondergroep", (Groep,), {"tabel": tabel, "voorbeelden": ""})
    losse = typer.Typer(
        name=naam, cls=klasse, help=kort, no_args_is_help=True, add_completion=False, rich_markup_mode=None
    )
    losse.callback()(_niets)
    return typer.main.get_command(losse)


def app() -> Any:
    """The command line as a whole."""
    hoofd = typer.Typer(
        cls=Groep, context_settings=_HULP, no_args_is_help=True, add_completion=False, rich_markup_mode=None
    )
    hoofd.callback()(_hoofd)
    return typer.main.get_command(hoofd)


def _toon_versie(gevraagd: bool) -> None:
    if gevraagd:
        typer.echo(f"klacht {__version__}")
        raise typer.Exit


def _hoofd(
    map_: Annotated[
        str | None,
        typer.Option("--map", metavar="MAP", help="De werkmap; anders KLACHT_MAP, of de map waarin u staat."),
    ] = None,
    versie: Annotated[
        bool, typer.Option("--versie", "--version", callback=_toon_versie, is_eager=True, help="Toon de versie.")
    ] = False,
) -> None:
    """Het secretariaat van een klachtencommissie ongewenste omgangsvormen."""
    if map_:
        os.environ["KLACHT_MAP"] = map_


def _niets() -> None:
    return None
