"""A letter that asks something by a day that has passed is made, and that is said: somebody must look."""

from __future__ import annotations

from datetime import date

import pytest

from klachtcli.stukken.brieven import Brief, Waarden, al_voorbij

VANDAAG = date(2026, 7, 1)
# what stands in the letter, which facts it must tell, what is said of it
GEVALLEN: list[tuple[str, Waarden, tuple[str, ...], list[str]]] = [
    ("een termijn die liep", {"aanvulling_uiterlijk": "17 juni 2026"}, ("aanvulling_uiterlijk",),
     ["De laatste dag voor een aanvulling in deze brief is al voorbij: 17 juni 2026."]),
    ("de laatste dag zelf", {"aanvulling_uiterlijk": "1 juli 2026"}, ("aanvulling_uiterlijk",), []),
    ("een zitting, met haar weekdag", {"zitting_dag": "dinsdag 9 juni 2026"}, ("zitting_dag",),
     ["De dag van de hoorzitting in deze brief is al voorbij: dinsdag 9 juni 2026."]),
    ("een dag waar deze brief niet over gaat", {"aanvulling_uiterlijk": "17 juni 2026"}, (), []),
    ("nog geen dag", {"zitting_dag": ""}, ("zitting_dag",), []),
    ("twee dagen", {"zitting_dag": "dinsdag 9 juni 2026", "nadere_stukken_uiterlijk": "2 juni 2026"},
     ("zitting_dag", "nadere_stukken_uiterlijk"),
     ["De laatste dag voor stukken in deze brief is al voorbij: 2 juni 2026.",
      "De dag van de hoorzitting in deze brief is al voorbij: dinsdag 9 juni 2026."]),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "waarden", "verplicht", "gezegd"), GEVALLEN, ids=[g[0] for g in GEVALLEN])
def test_een_dag_die_voorbij_is(naam: str, waarden: Waarden, verplicht: tuple[str, ...], gezegd: list[str]) -> None:
    brief = Brief("L99", "brief", "Brief", "art. 9", ("klager",), "secretaris", "brief.docx", ("awb-9",), verplicht)
    assert list(al_voorbij(brief, waarden, VANDAAG)) == gezegd
