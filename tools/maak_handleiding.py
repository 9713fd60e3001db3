"""The parts of docs/ that the code itself tells: the pictures of the screen, and the help of every command.

`python -m tools.maak_handleiding` writes them. A test holds what is there against what this would write.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools import schermen

from klachtcli.cli.app import app

DOCS = schermen.WORTEL / "docs"
HANDLEIDING = DOCS / "handleiding.md"
BEGIN, EINDE = "<!-- opdrachten: gemaakt met python -m tools.maak_handleiding -->\n", "<!-- einde opdrachten -->\n"
BREED = 80


def opdrachten() -> Iterator[tuple[str, Any]]:
    """Every command with its path: `klacht toets`, `klacht audit zegel`; a group stands before its commands."""
    yield from _onder("klacht", app(), None)


def _onder(pad: str, groep: Any, ouder: Any) -> Iterator[tuple[str, Any]]:
    context = groep.context_class(groep, info_name=pad.rsplit(" ", 1)[-1], parent=ouder)
    for naam in groep.list_commands(context):
        opdracht = groep.get_command(context, naam)
        yield f"{pad} {naam}", opdracht
        if hasattr(opdracht, "list_commands"):
            yield from _onder(f"{pad} {naam}", opdracht, context)


def hulp(pad: str, opdracht: Any) -> str:
    """What `--help` says, 80 columns wide."""
    context = opdracht.context_class(opdracht, info_name=pad, terminal_width=BREED - 2, **opdracht.context_settings)
    return str(opdracht.get_help(context))


def opdrachtenlijst() -> str:
    """The help of every command under a head of its own."""
    return "\n".join(f"### {pad}\n\n```text\n{hulp(pad, o).rstrip()}\n```\n" for pad, o in opdrachten())


def bijgewerkt(tekst: str) -> str:
    """The manual with the list of commands as the code now has it."""
    voor, _, rest = tekst.partition(BEGIN)
    return f"{voor}{BEGIN}\n{opdrachtenlijst()}\n{EINDE}{rest.partition(EINDE)[2]}"


def main() -> None:
    """Write all of it."""
    HANDLEIDING.write_text(bijgewerkt(HANDLEIDING.read_text(encoding="utf-8")), encoding="utf-8")
    with tempfile.TemporaryDirectory() as map_:
        for naam, svg in schermen.voer(Path(map_)):
            (DOCS / "schermen" / naam).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    os.umask(0o022)
    main()
