"""Cases whose key is lost: passed over by whatever goes over all cases, and told each time that it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from klachtcli.journaal.opslag import Journaal
from klachtcli.secretariaat.werkmap import Werkmap

_MEESTE = 5
HELPT = "Zet een sleutelkopie terug die nieuwer is dan de zaak: klacht beheer herstel SLEUTELKOPIE"


def meldingen(journaal: Journaal) -> Iterator[tuple[str, str]]:
    """What there is to know of them, and what helps; nothing where every case has its key."""
    if dicht := journaal.dicht():
        gevolg = "haar inhoud, haar termijnen" if len(dicht) == 1 else "hun inhoud, hun termijnen"
        yield (f"van zaak {opsomming(dicht)} is de sleutel er niet; {gevolg} en wat er te doen is, ziet u hier niet",
               HELPT)  # fmt: skip


def regels(werkmap: Werkmap) -> list[str]:
    """The same in a line each, for under what is shown of all cases."""
    with werkmap.journaal() as journaal:
        return [f"Let op: {feit}. {helpt}" for feit, helpt in meldingen(journaal)]


def opsomming(zaken: Collection[str]) -> str:
    """The first five, and how many there are more."""
    eerste = sorted(zaken)[:_MEESTE]
    return ", ".join(eerste) + (f" en {len(zaken) - _MEESTE} andere" if len(zaken) > _MEESTE else "")
