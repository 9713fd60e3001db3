"""The process that forks writers, and kills one when it is told to."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from benchmarks.meten import Afwijking

WORTEL = Path(__file__).parents[2]


class Moeder:
    """The process that forks the children."""

    def __init__(self) -> None:
        omgeving = os.environ | {"PYTHONPATH": os.pathsep.join([str(WORTEL), *filter(None, sys.path)])}
        self._proces = subprocess.Popen(
            [sys.executable, "-c", "from benchmarks.storing.kind import moeder; moeder()"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=omgeving,
        )  # fmt: skip

    def sluit(self) -> None:
        """Let it end."""
        self._proces.communicate()

    def laat(self, *opdrachten: tuple[str, ...]) -> list[str]:
        """Run children to their end; what they said."""
        self._vraag(opdrachten)
        return [r for r in self._tot_einde() if not r.startswith("pid ")]

    def dood(self, soort: str, *argumenten: str, na: float, eerst_gezegd: bool = False) -> list[str]:
        """Run a child and kill it so many seconds after it began, or after it first said something; what it said."""
        self._vraag([(soort, *argumenten)])
        kind = int(self._regel().split()[1])
        regels = [self._regel()] if eerst_gezegd else []
        time.sleep(na)
        os.kill(kind, signal.SIGKILL)
        return [*regels, *self._tot_einde()]

    def _vraag(self, opdrachten: object) -> None:
        invoer = self._pijp(self._proces.stdin)
        invoer.write(json.dumps(opdrachten) + "\n")
        invoer.flush()

    def _tot_einde(self) -> Iterator[str]:
        while (regel := self._regel()) != "einde":
            yield regel

    def _regel(self) -> str:
        regel = self._pijp(self._proces.stdout).readline()
        if not regel or regel == "mislukt\n":
            raise Afwijking("een schrijvend proces hield er zelf mee op")
        return regel.strip()

    @staticmethod
    def _pijp(pijp: IO[str] | None) -> IO[str]:
        assert pijp is not None
        return pijp


@contextmanager
def moeder() -> Iterator[Moeder]:
    """The process that forks the children, ended afterwards."""
    m = Moeder()
    try:
        yield m
    finally:
        m.sluit()


@contextmanager
def sleutels_in(map_: Path) -> Iterator[None]:
    """Keys in a folder of their own."""
    eerder = os.environ.get("KLACHT_SLEUTELMAP")
    os.environ["KLACHT_SLEUTELMAP"] = str(map_)
    try:
        yield
    finally:
        os.environ.pop("KLACHT_SLEUTELMAP")
        if eerder is not None:
            os.environ["KLACHT_SLEUTELMAP"] = eerder


def eis(waar: object, wat: str) -> None:
    """What must be so. Raises Afwijking."""
    if not waar:
        raise Afwijking(wat)
