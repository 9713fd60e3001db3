"""`klacht` as a whole process: in a pipe, or on a terminal of 120 columns."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks.meten import Afwijking

NIETS = (sys.executable, "-c", "pass")
_KLAAR = (0, 1)  # 1: something is late, which is a finding and no failure


def klacht() -> str:
    """The installed console script, beside the interpreter that measures."""
    script = Path(sys.executable).with_name("klacht.exe" if os.name == "nt" else "klacht")
    if not script.is_file():
        raise Afwijking(f"naast {Path(sys.executable).name} staat geen klacht; installeer het eerst: pip install .")
    return str(script)


def in_pijp(opdracht: Sequence[str]) -> str:
    """Run a command to its end; its output."""
    gedaan = subprocess.run(opdracht, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
                            env=_omgeving(), check=False)  # fmt: skip
    _eis_klaar(opdracht, gedaan.returncode, gedaan.stderr)
    return gedaan.stdout


def op_terminal(opdracht: Sequence[str]) -> str:
    """Run a command to its end on a pseudo-terminal of 120 columns; what it drew."""
    ons, het_zijne = pty.openpty()
    try:
        fcntl.ioctl(het_zijne, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
        proces = subprocess.Popen(opdracht, stdin=het_zijne, stdout=het_zijne, stderr=het_zijne,
                                  env=_omgeving() | {"TERM": "xterm-256color"})  # fmt: skip
        os.close(het_zijne)
        getekend = _lees_tot_het_einde(ons)
        _eis_klaar(opdracht, proces.wait(), getekend)
    finally:
        os.close(ons)
    return getekend


def _lees_tot_het_einde(bron: int) -> str:
    stukken = []
    with suppress(OSError):  # how a terminal tells that the other side is gone
        while stuk := os.read(bron, 65536):
            stukken.append(stuk)
    return b"".join(stukken).decode(errors="replace")


def _omgeving() -> dict[str, str]:
    """The environment, without what would colour, widen or trace the output."""
    weg = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    return {k: v for k, v in os.environ.items() if k not in weg}


def _eis_klaar(opdracht: Sequence[str], code: int, gezegd: str) -> None:
    if code not in _KLAAR:
        raise Afwijking(f"{' '.join(opdracht[1:])} eindigde met {code}: {gezegd.strip()[-300:]}")


def geladen(argumenten: Sequence[str]) -> set[str]:
    """The modules that `klacht` with these arguments imports."""
    gedaan = subprocess.run([sys.executable, "-X", "importtime", klacht(), *argumenten], stdin=subprocess.DEVNULL,
                            capture_output=True, text=True, encoding="utf-8", env=_omgeving(), check=False)  # fmt: skip
    return {regel.rpartition("|")[2].strip() for regel in gedaan.stderr.splitlines() if regel.startswith("import time")}
