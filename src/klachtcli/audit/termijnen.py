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
from klachtcli.zaak.termijnteller import verschil
from klachtcli.zaak.zaak import Zaak

Telling = Mapping[str, Dagen]
_TWEEDE = "de twee berekeningen geven niet hetzelfde: een van beide telt verkeerd"


def vergelijk(
    v: Vastlegging, voor: Telling, na: Telling, zaak: Zaak, kast: Regelkast, peildatum: date
) -> list[Verschil | Onberekend]:
    """What an entry says that was counted, against what it now begins or moves."""
    nu = verschil(voor, na) if voor is not na else ()
    if v.termijnen == nu:
        return []
    if v.termijnen is None:
        namen, waarom = ", ".join(d.termijn for d in nu), f"versie {v.versie} legde niet vast wat zij telde"
        return [Onberekend(v.nummer, f"termijnen ({namen})", waarom)] if nu else []
    toen_op, nu_op = {d.termijn: d for d in v.termijnen}, {d.termijn: d for d in nu}
    uit: list[Verschil | Onberekend] = []
    for termijn in dict.fromkeys([*toen_op, *nu_op]):
        toen = toen_op.get(termijn)
        if toen != nu_op.get(termijn):
            waarom = oorzaak.van_termijn(v, toen, zaak, kast, peildatum) if toen else ""
            wat = f"termijn {termijn}"
            uit.append(oorzaak.anders(v, wat, _dagen(toen), _dagen(nu_op.get(termijn)), waarom))
    return uit


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
