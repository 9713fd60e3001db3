"""What a look at everything finds: one value each, with what helps and, where it can be mended, how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from klachtcli.fouten import KlachtFout
from klachtcli.schijf import reden

# schade: journal, keys or rules are not what they were; bevinding: to mend or to settle; let op: good to know.
Ernst = Literal["schade", "bevinding", "let op"]
HERSTEL = "Herstel het met: klacht beheer controleer --herstel"
_AANTAL = re.compile(r": \d+ fouten?$")


class Bevinding(NamedTuple):
    """One thing that was found: in which part, how bad, its code, what is so, what helps. `doe`: what mends it."""

    waar: str
    ernst: Ernst
    code: str
    feit: str
    helpt: str = ""
    doe: Callable[[], object] | None = None
    hersteld: bool = False


def uit_fout(waar: str, fout: KlachtFout) -> Iterator[Bevinding]:
    """A refusal as findings: one for each fault that it names."""
    ernst: Ernst = "schade" if fout.exitcode == 4 else "bevinding"
    wat = _AANTAL.sub("", fout.feit)
    for feit in [f"{wat}: {g.plaats}: {g.feit}" for g in fout.gebreken] or [fout.feit]:
        yield Bevinding(waar, ernst, fout.code, feit, fout.herstel)


def pas_herstel_toe(b: Bevinding, *, proef: bool) -> Bevinding:
    """Mend what was found, where that can be; with `proef` only say so."""
    if b.doe is None:
        return b
    try:
        if not proef:
            b.doe()
    except (OSError, KlachtFout) as fout:
        waarom = fout.feit if isinstance(fout, KlachtFout) else reden(fout)
        return b._replace(helpt=f"Het herstel lukte niet: {waarom}")
    return b._replace(hersteld=True)


def na_elkaar(waar: str, stappen: Iterable[Callable[[], object]]) -> Iterator[Bevinding]:
    """Each step done, whether or not the one before it could be."""
    for stap in stappen:
        try:
            stap()
        except KlachtFout as fout:
            yield from uit_fout(waar, fout)
