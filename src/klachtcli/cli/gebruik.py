"""Wrong use of the command line, told in Dutch. What was typed as a value is not repeated: it may be about people."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from typing import Any


def gebruiksfout(fout: Any) -> str | None:
    """The sentence for an error of the argument parser; None for any other error."""
    soort = type(fout).__name__
    if soort == "NoArgsIsHelpError":
        return str(fout.ctx.get_help())
    vertaling = _VERTALINGEN.get(soort)
    if vertaling is None:
        return None
    hulp = f" Uitleg: {fout.ctx.command_path} --help." if getattr(fout, "ctx", None) else ""
    zin = vertaling(fout)
    return f"fout: {zin}{'' if zin.endswith('?') else '.'}{hulp} [verkeerd-gebruik]"


def _bedoelt(nabij: Iterable[str]) -> str:
    """The question after a word that is none, where there is a word like it."""
    woorden = " of ".join(nabij)
    return f"; bedoelt u {woorden}?" if woorden else ""


def _onbekende_optie(fout: Any) -> str:
    return f"de optie {fout.option_name} bestaat niet{_bedoelt(sorted(fout.possibilities or ()))}"


def _optiegebruik(fout: Any) -> str:
    geen = "does not take" in str(fout.message)
    return f"bij {fout.option_name} hoort {'geen' if geen else 'een'} waarde"


def _naam(fout: Any) -> str:
    """What the help calls it: an option by its name, and else the word in the usage line."""
    if fout.param is None:
        return "een waarde"
    if fout.param.param_type_name == "option":
        return str(max(fout.param.opts, key=len))
    return str(fout.param.metavar or fout.param.name.upper()).strip("[].")


def _keuzes(fout: Any) -> Sequence[str]:
    return [str(getattr(k, "value", k)) for k in getattr(getattr(fout.param, "type", None), "choices", None) or ()]


def _ontbreekt(fout: Any) -> str:
    keuzes = _keuzes(fout)
    return f"{_naam(fout)} ontbreekt" + (f"; kies uit {', '.join(keuzes)}" if keuzes else "")


def _waarde(fout: Any) -> str:
    soort, bericht = getattr(fout.param, "type", None), str(fout.message)
    if keuzes := _keuzes(fout):
        getypt = bericht.split("'")[1] if "'" in bericht else ""
        nabij = difflib.get_close_matches(getypt, keuzes, 1, 0.6)
        return f"{_naam(fout)} heeft geen goede waarde; kies uit {', '.join(keuzes)}{_bedoelt(nabij)}"
    if "is not in the range" in bericht:
        return f"{_naam(fout)} ligt niet tussen {soort.min} en {soort.max}"  # type: ignore[union-attr]
    wat = next((zin for engels, zin in _SOORTEN.items() if engels in bericht), "heeft geen goede waarde")
    return f"{_naam(fout)} {wat}"


def _gebruik(fout: Any) -> str:
    tekst = fout.format_message()
    if tekst.startswith("No such command"):
        return _onbekende_opdracht(fout, tekst.split("'")[1])
    return next((zin for engels, zin in _ZINNEN.items() if engels in tekst), "zo is de opdracht niet te begrijpen")


def _onbekende_opdracht(fout: Any, naam: str) -> str:
    """The nearest of its group; or one that stands below another, for people forget where a command stands."""
    hier = [*fout.ctx.command.list_commands(fout.ctx), *_ELDERS]
    elders = _elders(fout.ctx)
    if naam in elders or not (nabij := difflib.get_close_matches(naam, hier, 1, 0.6)):
        nabij = difflib.get_close_matches(naam, elders, 1, 0.8)
        return f"de opdracht {naam} bestaat niet{_bedoelt(pad for n in nabij for pad in elders[n])}"
    return f"de opdracht {naam} bestaat niet{_bedoelt(str(_ELDERS.get(n, n)) for n in nabij)}"


def _elders(ctx: Any) -> dict[str, list[str]]:
    """Every command that stands in another group, with where."""
    from klachtcli.cli.app import OPDRACHTEN
    from klachtcli.cli.groepen import AUDIT, BEHEER

    tabellen = (("klacht", OPDRACHTEN), ("klacht audit", AUDIT), ("klacht beheer", BEHEER))
    uit: dict[str, list[str]] = {}
    for pad, naam in ((pad, naam) for pad, tabel in tabellen if pad != ctx.command_path for naam in tabel):
        uit.setdefault(naam, []).append(f"{pad} {naam}")
    return uit


_ELDERS = {"help": "--help", "hulp": "--help", "uitleg": "--help", "versie": "klacht --versie"}
# How the parser says of what kind a value should have been, with how we do.
_SOORTEN = {
    "is not a valid int": "is geen heel getal",
    "is not a valid float": "is geen getal",
    "is not a valid bool": "is geen ja of nee",
}
_ZINNEN = {
    "unexpected extra argument": "er staat meer op de regel dan deze opdracht kent; "
    "zet een tekst met spaties tussen aanhalingstekens",
    "Missing command": "er ontbreekt een opdracht",
}
_VERTALINGEN: dict[str, Callable[[Any], str]] = {
    "NoSuchOption": _onbekende_optie,
    "MissingParameter": _ontbreekt,
    "BadParameter": _waarde,
    "BadOptionUsage": _optiegebruik,
    "BadArgumentUsage": lambda _: "het aantal waarden klopt niet",
    "UsageError": _gebruik,
    "NoSuchCommand": _gebruik,
    "ClickException": lambda _: "zo is de opdracht niet te begrijpen",
    "FileError": lambda _: "een bestand is niet te openen",
}
