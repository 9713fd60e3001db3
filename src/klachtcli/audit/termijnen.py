"""The days of terms: the receipt of an entry against the first calculation, and the first against the second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from klachtcli.audit import oorzaak
from klachtcli.audit.kast import Regelkast
from klachtcli.audit.uitkomst import Onberekend, Verschil
from klachtcli.journaal.codec import Vastlegging
from klachtcli.recht.datum import voluit
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.correctie import na_correctie
from klachtcli.zaak.gebeurtenissen import Dagen, VastleggingGecorrigeerd
from klachtcli.zaak.termijnstand import verschil
from klachtcli.zaak.zaak import Zaak

Telling = Mapping[str, Dagen]
_TWEEDE = "de twee berekeningen geven niet hetzelfde: een van beide telt verkeerd"


def vergelijk(
    v: Vastlegging, voor: Telling, na: Telling, zaak: Zaak, kast: Regelkast, peildatum: date
) -> Iterator[Verschil | Onberekend]:
    """What an entry says that was counted, against what it now begins or moves."""
    if v.termijnen is None:
        if veranderd := verschil(voor, na):
            namen = ", ".join(d.termijn for d in veranderd)
            yield Onberekend(v.nummer, f"termijnen ({namen})", f"versie {v.versie} legde niet vast wat zij telde")
        return
    nu = {d.termijn: d for d in verschil(voor, na)}
    toen = {d.termijn: d for d in v.termijnen}
    for termijn in dict.fromkeys([*toen, *nu]):
        if toen.get(termijn) != nu.get(termijn):
            yield oorzaak.anders(
                v, f"termijn {termijn}", _dagen(toen.get(termijn)), _dagen(nu.get(termijn)),
                oorzaak.van_termijn(v, toen[termijn], zaak, kast, peildatum) if termijn in toen else "",
            )  # fmt: skip


def reken_tweemaal(
    verloop: Sequence[Vastlegging],
    eerste: Sequence[Telling],
    regels: Sequence[tuple[Bron, Bron]],
    dagen: Sequence[date],
    kast: Regelkast,
) -> Iterator[Verschil]:
    """After every entry: the first calculation against the second, which knows nothing of it."""
    for v, een, twee in zip(verloop, eerste, _tweede(verloop, regels, dagen, kast), strict=False):
        if een != twee:
            for termijn in dict.fromkeys([*een, *twee]):
                if een.get(termijn) != twee.get(termijn):
                    yield Verschil(
                        v.nummer, f"termijn {termijn}: eerste en tweede berekening",
                        _dagen(een.get(termijn)), _dagen(twee.get(termijn)), _TWEEDE,
                    )  # fmt: skip


def _tweede(
    verloop: Sequence[Vastlegging], regels: Sequence[tuple[Bron, Bron]], dagen: Sequence[date], kast: Regelkast
) -> Iterator[Telling]:
    """The second calculation after each entry: in one pass, or where entries change what was before, each anew."""
    paren = [kast.met(*r) for r in regels]
    vast = len(set(regels)) == 1 and not any(isinstance(v.gebeurtenis, VastleggingGecorrigeerd) for v in verloop)
    if vast and paren[0] is not None:
        yield from paren[0].tweede.per_gebeurtenis([v.gebeurtenis for v in verloop[: len(dagen)]], dagen)
        return
    for n, (paar, dag) in enumerate(zip(paren, dagen, strict=True), 1):
        assert paar is not None
        geldend = na_correctie((v.nummer, v.gebeurtenis) for v in verloop[:n])
        yield paar.tweede.dagen([e for _, e in geldend], dag)


def _dagen(d: Dagen | None) -> str:
    if d is None:
        return "niet geteld"
    zin = f"vanaf {voluit(d.vanaf)}, uiterlijk {voluit(d.uiterlijk)}"
    return zin + (f" (nominaal {voluit(d.nominaal)}, veilig {voluit(d.veilig)})" if d.veilig != d.uiterlijk else "")
