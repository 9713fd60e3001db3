"""Wrong use of the command line, told in Dutch."""

from __future__ import annotations

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


def _onbekende_optie(fout: Any) -> str:
    nabij = f"; bedoelt u {' of '.join(fout.possibilities)}?" if fout.possibilities else ""
    return f"de optie {fout.option_name} bestaat niet{nabij}"


def _ontbreekt(fout: Any) -> str:
    naam = fout.param.metavar or fout.param.name.upper() if fout.param else "een waarde"
    return f"{naam} ontbreekt"


def _gebruik(fout: Any) -> str:
    tekst = fout.format_message()
    if tekst.startswith("No such command"):
        return _onbekende_opdracht(fout, tekst.split("'")[1])
    if "unexpected extra argument" in tekst:
        return "er staat meer op de regel dan deze opdracht kent; zet een tekst met spaties tussen aanhalingstekens"
    return "zo is de opdracht niet te begrijpen"


def _onbekende_opdracht(fout: Any, naam: str) -> str:
    import difflib

    nabij = difflib.get_close_matches(naam, fout.ctx.command.list_commands(fout.ctx), 1, 0.5)
    return f"de opdracht {naam} bestaat niet" + (f"; bedoelt u {nabij[0]}?" if nabij else "")


def _waarde(fout: Any) -> str:
    naam = (fout.param.metavar or fout.param.opts[-1]) if fout.param else "een waarde"
    keuzes = getattr(getattr(fout.param, "type", None), "choices", None)
    if not keuzes:
        return f"{naam} heeft geen goede waarde"
    return f"{naam} heeft geen goede waarde; kies uit {', '.join(keuzes)}"


_VERTALINGEN = {
    "NoSuchOption": _onbekende_optie,
    "MissingParameter": _ontbreekt,
    "BadParameter": _waarde,
    "BadOptionUsage": lambda fout: f"bij {fout.option_name} hoort een waarde",
    "BadArgumentUsage": lambda _: "de waarden bij deze opdracht kloppen niet",
    "UsageError": _gebruik,
    "NoSuchCommand": _gebruik,
}
