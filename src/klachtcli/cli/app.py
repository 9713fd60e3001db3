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


_DAG, _START, _ZAAK, _EIND, _ZIEN, _MAP = (
    "Elke dag", "Een klacht komt binnen", "Onderzoek", "Advies, beslissing en einde", "Zien en rekenen", "De werkmap",
)  # fmt: skip

OPDRACHTEN: dict[str, Opdracht] = {
    "vandaag": Opdracht("vandaag", "vandaag", "Wat is te laat, wat is te doen, wie wacht op wie", _DAG),
    "brief": Opdracht("brieven", "brief", "Brieven: wat is nodig, maak ze, leg de verzending vast", _DAG),
    "termijnen": Opdracht("inzien", "termijnen", "Toon de termijnen, de dringendste eerst", _DAG),
    "overzicht": Opdracht(
        "overzicht", "overzicht", "Het overzicht voor de voorzitter (.xlsx), en wat die invult", _DAG
    ),
    "signalen": Opdracht("signalen", "signalen", "Meer klachten over dezelfde naam of hetzelfde onderdeel", _DAG),
    "agenda": Opdracht("vandaag", "agenda", "Zittingen en uiterste dagen als agendabestand (.ics)", _DAG),
    "route": Opdracht("wegwijzen", "route", "Wie kan met een klacht over wie waar terecht", _START),
    "ontvang": Opdracht("ontvangen", "ontvang", "Leg een klaagschrift vast en open een zaak (art. 9 lid 4)", _START),
    "toets": Opdracht("toetsen", "toets", "Toets een klaagschrift aan artikel 1, 2, 9 en 10", _START),
    "vul-aan": Opdracht("ontvangen", "vul_aan", "Vraag om een aanvulling of leg er een vast (art. 9 lid 3)", _START),
    "besluit": Opdracht("besluiten", "besluit", "Compleet, ontvankelijk of niet-ontvankelijk (art. 10)", _START),
    "bemiddel": Opdracht(
        "bemiddelen", "bemiddel", "Bemiddeling: voorgesteld, aanvaard, geëindigd (art. 10 lid 1)", _START
    ),
    "trek-in": Opdracht("besluiten", "trek_in", "De klager trekt de klacht in", _START),
    "adres": Opdracht("besluiten", "adres", "Leg vast hoe een partij te bereiken is", _START),
    "commissie": Opdracht(
        "horen", "commissie", "Toon de leden, of stel de commissie voor een zaak samen (art. 7)", _ZAAK
    ),
    "betrek": Opdracht("horen", "betrek", "Een getuige, deskundige of raadsman (art. 11)", _ZAAK),
    "hoor": Opdracht("horen", "hoor", "Plan, verplaats of houd een hoorzitting (art. 11)", _ZAAK),
    "verslag": Opdracht(
        "horen", "verslag", "Het verslag van een gesprek, en of partijen het krijgen (art. 11, 12)", _ZAAK
    ),
    "onderzoek": Opdracht("horen", "onderzoek", "Onderzoek ter plaatse, of een deskundige (art. 11 lid 7 en 8)", _ZAAK),
    "feiten": Opdracht("afronden", "feiten", "Feitenoverzicht, reacties, gesloten (art. 12 lid 1)", _ZAAK),
    "voorziening": Opdracht("bemiddelen", "voorziening", "Een tijdelijke voorziening (art. 12 lid 4)", _ZAAK),
    "adviseer": Opdracht("afronden", "adviseer", "Leg het advies vast, en de ontvangst ervan (art. 12, 13)", _EIND),
    "beslis": Opdracht("afronden", "beslis", "Leg de beslissing op het advies vast (art. 13)", _EIND),
    "verdaag": Opdracht("afronden", "verdaag", "Verdaag het advies of de beslissing (art. 12 lid 3, 13 lid 3)", _EIND),
    "nazorg": Opdracht("besluiten", "nazorg", "Leg vast dat nazorg is aangeboden", _EIND),
    "sluit": Opdracht("besluiten", "sluit", "Sluit een zaak", _EIND),
    "heropen": Opdracht("besluiten", "heropen", "Heropen een gesloten zaak", _EIND),
    "fracties": Opdracht("fracties", "fracties", "Welke fracties meedoen (art. 1), en wat veranderde", _ZIEN),
    "lijst": Opdracht("inzien", "lijst", "Toon de zaken", _ZIEN),
    "toon": Opdracht("inzien", "toon", "Toon een zaak met haar verloop", _ZIEN),
    "jaarverslag": Opdracht("jaarverslag", "jaarverslag", "Het jaarverslag, in twee edities (art. 14)", _ZIEN),
    "corrigeer": Opdracht("verbeteren", "corrigeer", "Corrigeer een eerdere vastlegging", _ZIEN),
    "bereken": Opdracht("rekenen", "bereken", "Bereken een termijn, met elke stap", _ZIEN),
    "voorbeeld": Opdracht("verbeteren", "voorbeeld", "Toon een voorbeeld van een bestand, om in te vullen", _ZIEN),
    "init": Opdracht("inrichten", "init", "Maak een werkmap, of werk haar bij", _MAP),
    "demo": Opdracht("inrichten", "demo", "Laat verzonnen zaken zien, van klaagschrift tot nazorg", _MAP),
    "audit": Opdracht("groepen", "AUDIT", "Reken na en bewijs: herspelen, zegels, inzage, pakketten", _MAP),
    "beheer": Opdracht("groepen", "BEHEER", "Nakijken, kopiëren, bewaren, vernietigen, nieuwe regels", _MAP),
}
_HULP = {"help_option_names": ["--help", "-h"]}
VOORBEELDEN = """\
Voorbeelden:
  klacht ontvang klaagschrift.toml          een klaagschrift vastleggen
  klacht vandaag                            uw dag; in een werkmap volstaat: klacht
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
