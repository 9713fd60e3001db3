"""A line that somebody types: any length, any paste; and what is asked never in the result."""

from __future__ import annotations

import sys
from contextlib import suppress

PLAKT = 0.05  # seconds: what comes sooner after an Enter nobody typed, so it was pasted with it


def lees_regel(*, alinea: bool = False) -> str:
    """What was typed, without the spaces around it. The end of input stops, as Ctrl-C does.

    alinea: a text that was pasted in several lines is one answer, and not the answer to the next questions too.
    """
    regels = [_lees()]
    while alinea and _ligt_klaar():
        regels.append(_lees())
    return "\n".join(regels).strip()


def _lees() -> str:
    """A terminal by itself cuts a line off at some 4,000 characters, without a word; readline does not.

    It keeps no history: what is typed is personal.
    """
    if not sys.stdout.isatty():  # the result goes to a file or a pipe, and the prompt does not belong in there
        return _zonder_readline()
    with suppress(ImportError):  # Windows has its own editing
        import readline

        readline.set_auto_history(False)
        if "libedit" not in (readline.__doc__ or ""):
            readline.parse_and_bind("set enable-bracketed-paste on")
    try:
        return input("> ")
    except EOFError:
        raise KeyboardInterrupt from None


def _zonder_readline() -> str:
    sys.stderr.write("> ")
    sys.stderr.flush()
    if not (regel := sys.stdin.readline()):
        raise KeyboardInterrupt
    return regel.rstrip("\n")


def _ligt_klaar() -> bool:
    """Whether more was typed already; where that cannot be known (Windows), not."""
    import select

    try:
        return bool(select.select([sys.stdin], [], [], PLAKT)[0])
    except (OSError, ValueError):
        return False
