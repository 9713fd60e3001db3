"""All commands in one table. A command's module is imported when that command runs, so that a start stays quick."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

from klachtcli import __version__
from klachtcli.cli.hulp import Losse, kolommen, nederlands, waar


class Opdracht(NamedTuple):
    """Where a command stands, what it does in a few words, under which head it is listed, and on which article."""

    module: str
    functie: str
    kort: str
    kop: str = ""
    artikel: str = ""


_DAG, _START, _ZAAK, _EIND, _ZIEN, _MAP = (
    "Elke dag", "Een klacht komt binnen", "Onderzoek", "Advies, beslissing, einde", "Zien en rekenen", "De werkmap",
)  # fmt: skip
_GEEN = "geen; de regeling regelt dit niet"
_ALLE = "9 t/m 13"

# `kort` fits its half of a screen of 80 columns (a test counts); what more there is to say stands in the command.
OPDRACHTEN: dict[str, Opdracht] = {
    "vandaag": Opdracht("vandaag", "vandaag", "wat te laat is, te doen", _DAG, _ALLE),
    "brief": Opdracht("brieven", "brief", "brieven: nodig, gemaakt", _DAG, "9 t/m 14; per brief staat het erbij"),
    "termijnen": Opdracht("inzien", "termijnen", "de dringendste eerst", _DAG, f"{_ALLE}; Algemene termijnenwet"),
    "overzicht": Opdracht("overzicht", "overzicht", "Excel voor de voorzitter", _DAG, "geen; een hulpmiddel"),
    "signalen": Opdracht("signalen", "signalen", "vaker over dezelfde naam", _DAG, "geen; zie config/signalen.toml"),
    "agenda": Opdracht("vandaag", "agenda", "zittingen als .ics", _DAG, f"11 (zittingen) en {_ALLE} (termijnen)"),
    "route": Opdracht(
        "wegwijzen", "route", "wie waar terecht kan", _START, "geen; Kracht zonder Tegenkracht, figuur 3.2"
    ),
    "formulier": Opdracht("formulier", "formulier", "klaagschrift in Word", _START, "9 lid 1"),
    "ontvang": Opdracht("ontvangen", "ontvang", "een klaagschrift komt in", _START, "9 lid 1 en 4"),
    "toets": Opdracht("toetsen", "toets", "toets art. 1, 2, 9 en 10", _START, "1, 2, 9 lid 1, 2 en 5, 10 lid 2"),
    "vul-aan": Opdracht("ontvangen", "vul_aan", "aanvulling van de klager", _START, "9 lid 3"),
    "besluit": Opdracht("besluiten", "besluit", "compleet, ontvankelijk", _START, "10 lid 1 en 4"),
    "bemiddel": Opdracht("bemiddelen", "bemiddel", "stappen in bemiddeling", _START, "10 lid 1"),
    "trek-in": Opdracht("besluiten", "trek_in", "de klager trekt in", _START, _GEEN),
    "adres": Opdracht("besluiten", "adres", "adres van een partij", _START, _GEEN),
    "commissie": Opdracht("horen", "commissie", "wie de zaak behandelen", _ZAAK, "7"),
    "betrek": Opdracht("horen", "betrek", "getuige, raadsman", _ZAAK, "11"),
    "hoor": Opdracht("horen", "hoor", "plan of houd een zitting", _ZAAK, "11"),
    "verslag": Opdracht("horen", "verslag", "verslag van een gesprek", _ZAAK, "11 lid 2, 12 lid 1 en 5"),
    "onderzoek": Opdracht("horen", "onderzoek", "ter plaatse, deskundige", _ZAAK, "11 lid 7 en 8"),
    "feiten": Opdracht("afronden", "feiten", "feitenoverzicht, reactie", _ZAAK, "12 lid 1"),
    "voorziening": Opdracht("bemiddelen", "voorziening", "tijdelijke voorziening", _ZAAK, "12 lid 4"),
    "adviseer": Opdracht("afronden", "adviseer", "het advies, en ontvangst", _EIND, "12 lid 2, 13 lid 1"),
    "beslis": Opdracht("afronden", "beslis", "beslissing op het advies", _EIND, "13 lid 1 en 2"),
    "verdaag": Opdracht("afronden", "verdaag", "advies/beslissing later", _EIND, "12 lid 3, 13 lid 3"),
    "nazorg": Opdracht("besluiten", "nazorg", "nazorg aangeboden", _EIND, _GEEN),
    "sluit": Opdracht("besluiten", "sluit", "sluit een zaak", _EIND, _GEEN),
    "heropen": Opdracht("besluiten", "heropen", "heropen een zaak", _EIND, _GEEN),
    "lijst": Opdracht("inzien", "lijst", "de lopende zaken", _ZIEN, "geen; een hulpmiddel"),
    "toon": Opdracht("inzien", "toon", "één zaak, met verloop", _ZIEN, "geen; dat u kijkt, ligt vast (AVG)"),
    "jaarverslag": Opdracht("jaarverslag", "jaarverslag", "verslag over een jaar", _ZIEN, "14"),
    "fracties": Opdracht("fracties", "fracties", "welke fracties meedoen", _ZIEN, "1"),
    "corrigeer": Opdracht("verbeteren", "corrigeer", "corrigeer een vergissing", _ZIEN, "geen; AVG art. 16"),
    "bereken": Opdracht("rekenen", "bereken", "reken een datum na", _ZIEN, "Algemene termijnenwet art. 1 t/m 4"),
    "voorbeeld": Opdracht("verbeteren", "voorbeeld", "bestand om in te vullen", _ZIEN, "geen; een hulpmiddel"),
    "handleiding": Opdracht("handleiding", "handleiding", "lees de handleiding", _ZIEN, "geen; een hulpmiddel"),
    "init": Opdracht("inrichten", "init", "maak een werkmap", _MAP, "geen; een hulpmiddel"),
    "demo": Opdracht("inrichten", "demo", "verzonnen zaken bekijken", _MAP, "geen; een hulpmiddel"),
    "completion": Opdracht("aanvulling", "completion", "Tab vult opdrachten aan", _MAP, "geen; een hulpmiddel"),
    "audit": Opdracht("groepen", "AUDIT", "narekenen en bewijzen", _MAP),
    "beheer": Opdracht("groepen", "BEHEER", "kopie, bewaren, regels", _MAP),
}
_HULP = {"help_option_names": ["--help", "-h"]}
SLOT = """
Voorbeelden:
  klacht ontvang klaagschrift.toml       een klaagschrift vastleggen
  klacht vandaag                         uw dag; in een werkmap volstaat: klacht
  klacht bereken 2026-03-20 "2 weken"    een datum narekenen

Opties: --map MAP (de werkmap), --versie. Uitleg: klacht OPDRACHT --help
"""


class Groep(TyperGroup):
    """A group whose commands stand in a table and are imported one by one."""

    tabel: dict[str, Opdracht] = OPDRACHTEN

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        return list(self.tabel)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import one command."""
        if (opdracht := self.tabel.get(cmd_name)) is None:
            return None
        return _bouw(cmd_name, opdracht)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """As every group; what is wrong knows where it was typed."""
        with waar(ctx):
            return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help, in Dutch."""
        return nederlands(super().get_help(ctx))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The table under its heads, without importing any of it; the few options stand in the last line."""
        formatter.write(kolommen(self.tabel))

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Examples."""
        formatter.write(SLOT)


@cache
def _bouw(naam: str, opdracht: Opdracht) -> Any:
    """A command, or a group of them, from its module; made once, also where one process runs many (`klacht demo`)."""
    module = import_module(f"klachtcli.cli.{opdracht.module}")
    functie = getattr(module, opdracht.functie)
    if isinstance(functie, dict):
        return groep(naam, functie, module.UITLEG[naam])
    losse = typer.Typer(add_completion=False, rich_markup_mode=None)
    losse.command(naam, cls=Losse, context_settings=_HULP, epilog=f"Artikel: {opdracht.artikel}.")(functie)
    return typer.main.get_command(losse)


class Ondergroep(Groep):
    """A group below the other: its own text has the example."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """One column."""
        with formatter.section("Opdrachten"):
            formatter.write_dl([(naam, o.kort) for naam, o in self.tabel.items()])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Where there is more."""
        formatter.write(f"\nUitleg per opdracht: {ctx.command_path} OPDRACHT --help\n")


def groep(naam: str, tabel: dict[str, Opdracht], uitleg: str) -> Any:
    """A group of commands below another."""
    klasse = type("Ondergroep", (Ondergroep,), {"tabel": tabel})
    losse = typer.Typer(
        name=naam, cls=klasse, help=uitleg, no_args_is_help=True, add_completion=False, rich_markup_mode=None,
        context_settings=_HULP,
    )  # fmt: skip
    losse.callback()(_niets)
    return typer.main.get_command(losse)


@cache
def app() -> Any:
    """The command line as a whole."""
    hoofd = typer.Typer(
        cls=Groep, context_settings=_HULP, invoke_without_command=True, add_completion=False, rich_markup_mode=None
    )
    hoofd.callback()(_hoofd)
    return typer.main.get_command(hoofd)


def _toon_versie(gevraagd: bool) -> None:
    if gevraagd:
        typer.echo(f"klacht {__version__}")
        raise typer.Exit


def _hoofd(
    context: typer.Context,
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
    if context.invoked_subcommand is None:
        _zonder_opdracht(context)


def _zonder_opdracht(context: typer.Context) -> None:
    """Bare `klacht`: the day, in a work folder; elsewhere the help."""
    from klachtcli.cli.vandaag import vandaag
    from klachtcli.secretariaat.plekken import is_hier

    if not is_hier():
        typer.echo(context.get_help())
        raise typer.Exit(2)
    vandaag()


def _niets() -> None:
    return None
