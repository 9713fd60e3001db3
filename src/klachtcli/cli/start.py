"""Where `klacht` begins: runs a command, and turns whatever stops it into one Dutch sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn, TextIO

from klachtcli.cli.gebruik import gebruiksfout
from klachtcli.fouten import KlachtFout

TAB = "--tab"  # with which a shell asks what may come next


def main() -> NoReturn:
    """The console script. The process lives for one command, so it neither collects garbage nor takes itself apart."""
    gc.disable()
    code = voer_uit(sys.argv[1:])
    for stroom in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stroom.flush()
    os._exit(code)


def voer_uit(argumenten: Sequence[str]) -> int:
    """Run one command; returns its exit code. Never shows a traceback."""
    for stroom in (sys.stdout, sys.stderr):
        _utf8(stroom)
    if argumenten and argumenten[0] == TAB:
        from klachtcli.cli.tab import vul_aan

        vul_aan(argumenten[1:])
        return 0
    from klachtcli.cli.app import app

    try:
        code = app()(list(argumenten), prog_name="klacht", standalone_mode=False)
        sys.stdout.flush()
    except KlachtFout as fout:
        return _meld(f"fout: {fout}", fout.exitcode)
    except KeyboardInterrupt:
        code = 130
    except (BrokenPipeError, SystemExit):  # whoever read the result has seen enough; typer exits by itself on that
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fout:
        if type(fout).__name__ == "Abort":
            return _meld("afgebroken", 130)
        if (zin := gebruiksfout(fout)) is not None:
            return _meld(zin, 2)
        if isinstance(fout, OSError):
            return _meld(f"fout: {_geweigerd(fout)} [schijf-weigert]", 4)
        return _meld(f"fout: {_onverwacht(fout)} [onverwacht]", 4)
    if code == 130:
        return _meld("afgebroken", 130)
    return code if isinstance(code, int) else 0


def _meld(zin: str, code: int) -> int:
    from klachtcli.cli import scherm

    scherm.meld(zin)
    return code


def _onverwacht(fout: Exception) -> str:
    return f"er ging iets mis dat niet was voorzien: {type(fout).__name__}{_waar(fout)}. Meld dit aan de makers."


def _geweigerd(fout: OSError) -> str:
    """What the system said no to, in Dutch: without the path, for a folder may bear a name."""
    from klachtcli.schijf import reden

    return f"een bestand of map is niet te gebruiken: {reden(fout)}{_waar(fout)}."


def _waar(fout: Exception) -> str:
    """Where it went wrong, without any value: those may be about people."""
    plek = fout.__traceback__
    while plek is not None and plek.tb_next is not None:
        plek = plek.tb_next
    return f" ({os.path.basename(plek.tb_frame.f_code.co_filename)}:{plek.tb_lineno})" if plek else ""  # noqa: PTH119


def _utf8(stroom: TextIO) -> None:
    if hasattr(stroom, "reconfigure"):
        stroom.reconfigure(encoding="utf-8", errors="backslashreplace")
