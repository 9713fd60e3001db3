"""100,000 terms, as a regulation's rules count them for case after case, against the code one would write at hand.

The terms: eight lengths, and as first days every day from the one on which the regulation came into force until the
last that a besluit is known for, again and again until there are 100,000 terms; so each pair is asked four or five
times. Both sides begin cold in every run: a new calendar, new rules, a new `holidays`.

The baseline is plain Python on `relativedelta` and the library `holidays` (PUBLIC and OPTIONAL, and the days made
equal by besluit): add the length, go forward while the day is a weekend or a holiday, further while the term holds
fewer than two working days (art. 2), and go back from the bare end for the safe day. It keeps no steps, no
`voorlopig`, and not the other way to extend, which ours do work out.

Ours remember an answer, as `Rekenaar` uses them, so the ratio rises with how often a pair comes back. A second
measure therefore asks 100,000 terms that all differ (34 years), where remembering does not help; the design has no
bound for it, and the one here only guards what was reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta

from benchmarks.meten import Meting, eis_gelijk, wisselend
from klachtcli.instellingen.kalenders import lees_kalender
from klachtcli.recht.duur import Duur
from klachtcli.recht.kalender import Kalender, KalenderGegevens
from klachtcli.recht.termijn import Berekening, Rekenregel
from klachtcli.secretariaat.plekken import meegeleverd

AANTAL = 100_000
EEN_DAG = timedelta(days=1)
Dagen = tuple[date, date]

# Ours, and the same for the baseline.
LENGTES: tuple[tuple[Duur, Duur | None, dict[str, int]], ...] = (
    (Duur(weken=2), None, {"weeks": 2}),
    (Duur(weken=4), None, {"weeks": 4}),
    (Duur(weken=6), None, {"weeks": 6}),
    (Duur(weken=8), None, {"weeks": 8}),
    (Duur(weken=10), None, {"weeks": 10}),
    (Duur(weken=4), Duur(weken=4), {"weeks": 8}),
    (Duur(maanden=1), None, {"months": 1}),
    (Duur(maanden=3), None, {"months": 3}),
)


def meet() -> list[Meting]:
    """The measures of this subject."""
    gegevens = lees_kalender(meegeleverd() / "config" / "kalender")
    levensduur = _dagen(date(2021, 5, 1), date(2028, 12, 31))
    anders = _dagen(date(1999, 1, 1), date(2099, 12, 31))
    return [
        _meet("100.000 termijnen, mei 2021 tot en met 2028", levensduur, gegevens, 20),
        _meet("100.000 termijnen, alle verschillend", anders, gegevens, 4),
    ]


def _meet(wat: str, dagen: Sequence[date], gegevens: KalenderGegevens, grens: float) -> Meting:
    eis_gelijk(wat, _met_klacht(dagen, gegevens), _met_holidays(dagen, gegevens))
    paren = wisselend(lambda: _met_holidays(dagen, gegevens), lambda: _reken(dagen, gegevens), paren=7)
    return Meting(wat, paren.verhouding, grens, minstens=True, toelichting=paren.in_ms)


def _dagen(eerste: date, laatste: date) -> list[date]:
    """First days for one length: as many as make AANTAL terms over all lengths, from the range again and again."""
    lengte = (laatste - eerste).days + 1
    return [eerste + timedelta(days=n % lengte) for n in range(AANTAL // len(LENGTES))]


def _reken(dagen: Sequence[date], gegevens: KalenderGegevens) -> list[list[Berekening]]:
    """Ours: a rule per length, and every first day asked of it."""
    kalender = Kalender(gegevens)
    regels = [Rekenregel(duur, kalender, verdaging=verdaging) for duur, verdaging, _ in LENGTES]
    return [[regel[dag] for dag in dagen] for regel in regels]


def _met_klacht(dagen: Sequence[date], gegevens: KalenderGegevens) -> list[list[Dagen]]:
    return [[(b.uiterlijk, b.veilig) for b in reeks] for reeks in _reken(dagen, gegevens)]


def _met_holidays(dagen: Sequence[date], gegevens: KalenderGegevens) -> list[list[Dagen]]:
    """The baseline."""
    feestdagen = holidays.country_holidays("NL", categories=(holidays.PUBLIC, holidays.OPTIONAL))
    feestdagen.append({dag: "gelijkgesteld" for besluit in gegevens.besluit for dag in besluit.dagen})
    return [[_tel(dag, lengte, feestdagen) for dag in dagen] for _, _, lengte in LENGTES]


def _tel(vanaf: date, lengte: dict[str, int], feestdagen: holidays.HolidayBase) -> Dagen:
    nominaal = vanaf + relativedelta(**lengte)  # type: ignore[arg-type]
    uiterlijk = nominaal
    while _vrij(uiterlijk, feestdagen) or not _genoeg_werkdagen(vanaf, uiterlijk, feestdagen):
        uiterlijk += EEN_DAG
    veilig = nominaal
    while _vrij(veilig, feestdagen):
        veilig -= EEN_DAG
    return uiterlijk, veilig


def _genoeg_werkdagen(vanaf: date, einde: date, feestdagen: holidays.HolidayBase) -> bool:
    """Art. 2; looks no further back than it must."""
    geteld = 0
    while einde > vanaf and geteld < 2:
        geteld += not _vrij(einde, feestdagen)
        einde -= EEN_DAG
    return geteld == 2


def _vrij(dag: date, feestdagen: holidays.HolidayBase) -> bool:
    return dag.weekday() >= 5 or dag in feestdagen
