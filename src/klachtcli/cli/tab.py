"""What may come at the cursor, for a shell that asks: `klacht --tab =PARTIAL WORD...`, a candidate a line.

The words are those after `klacht` and before the cursor. A line is a candidate, a tab and what it is; or `:bestanden`,
where the shell knows better. Numbers of cases and kinds of letter are looked up in the work folder; never a name, and
never a word of complaint: whoever presses Tab has asked for nothing yet.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from klachtcli.secretariaat.plekken import JOURNAAL, vind

MEESTE = 200  # more nobody reads
BESTANDEN = ":bestanden"
Kandidaat = tuple[str, str]
Bron = Callable[[str], list[Kandidaat]]  # for what was typed so far


def vul_aan(argumenten: Sequence[str]) -> None:
    """Print the candidates; nothing at all where anything is wrong."""
    try:
        print("\n".join(f"{woord}\t{wat}".rstrip() for woord, wat in kandidaten(argumenten)))  # noqa: T201
    except Exception:
        sys.stdout.write("")


def kandidaten(argumenten: Sequence[str]) -> list[Kandidaat]:
    """What may come in the place of the first argument (after its `=`), behind the others."""
    deel, woorden = argumenten[0].removeprefix("="), list(argumenten[1:])
    deel, woorden, kop = _splits(deel, woorden)
    groep, rest = _loop(woorden)
    gevonden = _opties(groep, deel) if deel.startswith("-") and not kop else _hierna(groep, rest, deel)
    return [(kop + woord, wat) for woord, wat in gevonden if woord.startswith((deel, ":"))]


def _splits(deel: str, woorden: list[str]) -> tuple[str, list[str], str]:
    """`--aan=kl` is a value behind an option. bash breaks it at the `=`; other shells want the whole back."""
    if deel == "=":
        return "", woorden, ""
    if woorden[-1:] == ["="]:
        return deel, woorden[:-1], ""
    if deel.startswith("--") and "=" in deel:
        optie, _, waarde = deel.partition("=")
        return waarde, [*woorden, optie], f"{optie}="
    return deel, woorden, ""


def _loop(woorden: list[str]) -> tuple[Any, list[str]]:
    """The command that the words lead to, and the words behind it; --map is heard on the way."""
    from klachtcli.cli.app import app

    hier, rest = app(), list(woorden)
    while hasattr(hier, "list_commands") and rest:
        woord = rest.pop(0)
        if woord == "--map" and rest:
            os.environ["KLACHT_MAP"] = rest.pop(0)
        elif woord == "--map":
            return hier, [woord]
        elif not woord.startswith("-"):
            hier = hier.get_command(None, woord)
    return hier, rest


def _opties(opdracht: Any, deel: str) -> Iterator[Kandidaat]:
    """The long options of a command, and what each is for."""
    for param in opdracht.params:
        if param.param_type_name == "option":
            yield from ((o, param.help or "") for o in param.opts if o.startswith("--") or deel in ("-", o))
    yield "--help", "Toon deze uitleg."


def _hierna(opdracht: Any, rest: list[str], deel: str) -> Iterator[Kandidaat]:
    """A command of a group; else the value of the option just typed, or the next of the values."""
    if rest and (optie := _optie(opdracht, rest[-1])):
        yield from _waarden(optie, deel)
    elif hasattr(opdracht, "list_commands"):
        yield from ((naam, o.kort) for naam, o in opdracht.tabel.items())
    elif (waarde := _volgende(opdracht, rest)) is not None:
        yield from _waarden(waarde, deel)


def _optie(opdracht: Any, woord: str) -> Any:
    """The option of this name, where it takes a value."""
    return next((p for p in opdracht.params if woord in p.opts and woord.startswith("-") and not p.is_flag), None)


def _volgende(opdracht: Any, rest: list[str]) -> Any:
    """The argument whose turn it is, after the words that were typed for those before it."""
    aantal, verwacht = 0, False
    for woord in rest:
        if verwacht or woord.startswith("-"):
            if woord == "--map":
                os.environ["KLACHT_MAP"] = rest[rest.index(woord) + 1]
            verwacht = not verwacht and _optie(opdracht, woord) is not None
        else:
            aantal += 1
    argumenten = [p for p in opdracht.params if p.param_type_name == "argument"]
    if aantal < len(argumenten):
        return argumenten[aantal]
    return argumenten[-1] if argumenten and argumenten[-1].nargs == -1 else None


def _waarden(param: Any, deel: str) -> list[Kandidaat]:
    """What an option or argument may hold: its choices, or what its word in the help stands for."""
    if keuzes := getattr(param.type, "choices", None):
        return [(str(getattr(k, "value", k)), "") for k in keuzes]
    namen = (param.metavar or "").strip("[].").split("|")
    return [kandidaat for naam in namen for kandidaat in _BRONNEN.get(naam, _niets)(deel)]


def _zaken(deel: str) -> list[Kandidaat]:
    """The last cases, written as one began to: K2026-001 or 2026-001."""
    from klachtcli.journaal.nummers import zaaknummers

    return [(nummer[deel[:1].isdigit() :], "") for nummer in zaaknummers(vind() / JOURNAAL, MEESTE)]


def _brieven(_: str) -> list[Kandidaat]:
    import tomllib

    tekst = (vind() / "templates" / "letters" / "letters.toml").read_text(encoding="utf-8")
    return [(brief["soort"], brief["naam"]) for brief in tomllib.loads(tekst)["brief"]]


def _niets(_: str) -> list[Kandidaat]:
    return []


def _bestanden(_: str) -> list[Kandidaat]:
    return [(BESTANDEN, "")]


def _woorden(*woorden: str) -> Bron:
    return lambda _: [(woord, "") for woord in woorden]


_PARTIJEN = ("klager", "aangeklaagde", "aangeklaagde-2")
# Per word of the help what it may be. What is not here is typed by hand.
_BRONNEN: dict[str, Bron] = {
    "ZAAK": _zaken,
    "SOORT": _brieven,
    "PARTIJ": _woorden(*_PARTIJEN),
    "WIE": _woorden(*_PARTIJEN, "werkgever", "genodigde-1"),
    "EDITIE": _woorden("bevoegd-gezag", "ondernemingsraad"),
    "lees": _woorden("lees"),
    "besproken": _woorden("besproken"),
    **dict.fromkeys(("BESTAND", "MAP", "DOEL", "KOPIE", "PAKKET"), _bestanden),
}
