"""`klacht completion`: what a shell needs to fill in with Tab what is being typed."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import typer

from klachtcli.cli import scherm


class Schelp(StrEnum):
    """The shells that can be helped; for each there is a script in `schelpen`."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


def completion(
    schelp: Annotated[Schelp, typer.Argument(metavar="SHELL", help=" | ".join(Schelp))],
) -> None:
    """Laat de Tab-toets opdrachten, opties, brieven en zaaknummers aanvullen (nooit namen): toon het script daarvoor.

    Zet de regel van uw terminal in zijn startbestand (~/.bashrc; ~/.zshrc, na compinit; config.fish; $PROFILE), en open
    hem opnieuw:

    \b
    bash        eval "$(klacht completion bash)"
    zsh         eval "$(klacht completion zsh)"
    fish        klacht completion fish | source
    PowerShell  klacht completion powershell | Out-String | Invoke-Expression

    Voorbeeld: klacht completion bash >> ~/.bashrc
    """
    scherm.zeg_bytes((files("klachtcli.cli") / "schelpen" / f"klacht.{schelp}").read_bytes())
