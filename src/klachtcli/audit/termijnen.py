"""The days of terms: the receipt of an entry against the first calculation, and the first against the second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from klachtcli.audit import oorzaak
from klachtcli.audit.kast import Regelkast, Rekenaars
from klachtcli.audit.uitkomst import Onberekend, Verschil
from klachtcli.journaal.codec import Vastlegging
from klachtcli.recht.datum import voluit
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
        return [_zonder_bon(v, nu)] if nu else []
    toen_op, nu_op = {d.termijn: d for d in v.termijnen}, {d.termijn: d for d in nu}
    uit: list[Verschil | Onberekend] = []
    for termijn in dict.fromkeys([*toen_op, *nu_op]):
        toen = toen_op.get(termijn)
        if toen != nu_op.get(termijn):
            waarom = oorzaak.van_termijn(v, toen, zaak, kast, peildatum) if toen else ""
            wat = f"termijn {termijn}"
            uit.append(oorzaak.anders(v, wat, _dagen(toen), _dagen(nu_op.get(termijn)), waarom))
    return uit


def _zonder_bon(v: Vastlegging, nu: Sequence[Dagen]) -> Verschil | Onberekend:
    wat = f"termijnen ({', '.join(d.termijn for d in nu)})"
    if oorzaak.van_oud_programma(v):
        return Onberekend(v.nummer, wat, f"versie {v.versie} legde niet vast wat zij telde")
    return oorzaak.anders(v, wat, "niet vastgelegd", "; ".join(map(_dagen, nu)))


def reken_tweemaal(
    verloop: Sequence[Vastlegging], eerste: Sequence[Telling], regels: Sequence[Rekenaars], dagen: Sequence[date]
) -> Iterator[Verschil]:
    """After every entry: the first calculation against the second, which knows nothing of it.

    eerste: what the first gave; regels: by which rules; dagen: seen from which day.
    """
    gelijk: tuple[Telling | None, Telling | None] = (None, None)
    for v, een, twee in zip(verloop, eerste, _tweede(verloop, regels, dagen), strict=False):
        if een is gelijk[0] and twee == gelijk[1]:  # neither is other than after the entry before
            continue
        if een == twee:
            gelijk = een, twee
        else:
            for termijn in dict.fromkeys([*een, *twee]):
                if een.get(termijn) != twee.get(termijn):
                    yield Verschil(
                        v.nummer, f"termijn {termijn}: eerste en tweede berekening",
                        _dagen(een.get(termijn)), _dagen(twee.get(termijn)), _TWEEDE,
                    )  # fmt: skip


def _tweede(verloop: Sequence[Vastlegging], regels: Sequence[Rekenaars], dagen: Sequence[date]) -> Iterable[Telling]:
    """The second calculation after each entry: in one pass, or where entries change what was before, each anew."""
    reeks = [v.gebeurtenis for v in verloop[: len(regels)]]
    if len(set(map(id, regels))) == 1 and VastleggingGecorrigeerd not in map(type, reeks):
        return regels[0].tweede.per_gebeurtenis(reeks, dagen)
    return (
        paar.tweede.dagen([e for _, e in na_correctie((v.nummer, v.gebeurtenis) for v in verloop[:n])], dagen[n - 1])
        for n, paar in enumerate(regels, 1)
    )


def _dagen(d: Dagen | None) -> str:
    if d is None:
        return "niet geteld"
    zin = f"vanaf {voluit(d.vanaf)}, uiterlijk {voluit(d.uiterlijk)}"
    return zin + (f" (nominaal {voluit(d.nominaal)}, veilig {voluit(d.veilig)})" if d.veilig != d.uiterlijk else "")
