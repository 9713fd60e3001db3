"""A line that somebody types: any length, any paste, and on standard error what is asked."""

from __future__ import annotations

import sys
from contextlib import suppress


def lees_regel(prompt: str = "> ") -> str:
    """What was typed, without the spaces around it. The end of input stops, as Ctrl-C does.

    A terminal by itself cuts a line off at some 4,000 characters, without a word; readline does not, and takes a
    pasted text of several lines as one answer. It keeps nothing: what is typed is personal.
    """
    if not sys.stdout.isatty():  # the result goes to a file or a pipe, and the prompt does not belong in there
        return _zonder_readline(prompt)
    with suppress(ImportError):  # Windows has its own editing
        import readline

        readline.set_auto_history(False)
    try:
        return input(prompt).strip()
    except EOFError:
        raise KeyboardInterrupt from None


def _zonder_readline(prompt: str) -> str:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    if not (regel := sys.stdin.readline()):
        raise KeyboardInterrupt
    return regel.strip()
