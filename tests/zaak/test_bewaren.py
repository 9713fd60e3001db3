"""How long a file is kept: counted from its closing, held where somebody has to, and destroyed only on a set term."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, strategies as st

from klachtcli.fouten import Geweigerd
from klachtcli.recht.duur import Duur, lees_duur
from klachtcli.recht.kalender import Kalender
from klachtcli.recht.regeling import Bron
from klachtcli.zaak.bewaren import Bewaartermijn, Bewaring, bewaring, eis_rijp
from klachtcli.zaak.gebeurtenissen import KlaagschriftOntvangen, ZaakGesloten
from klachtcli.zaak.klaagschrift import Klaagschrift
from klachtcli.zaak.zaak import Zaak, vouw

Dossier = Callable[..., Zaak]
TERMIJN = Bewaartermijn("klachtdossier", ("proef",), Duur(jaren=2), "gesloten", "selectielijst", "proef", "vastgesteld",
                        "de Griffier", date(2026, 1, 1))  # fmt: skip
DICHT = "2026-05-06 zaak_gesloten"


class Geval(NamedTuple):
    """What happened, the length, and the last day on which the file is kept (None: not to be counted); and why."""

    naam: str
    verloop: tuple[str, ...]
    duur: str
    laatste: str | None
    waarom: str
    vanaf: str = "gesloten"


GEVALLEN = (
    Geval("gewoon", (DICHT,), "P2Y", "2028-05-06", "zelfde dag, twee jaar later"),
    Geval("in een zaterdag", (DICHT,), "P3D", "2026-05-09", "geen Termijnenwet: niemand hoeft op die dag iets te doen"),
    Geval("op een feestdag", (DICHT,), "P8D", "2026-05-14", "Hemelvaartsdag verschuift niets"),
    Geval("schrikkeldag", ("2028-02-29 zaak_gesloten",), "P2Y", "2030-02-28", "laatste dag van een kortere maand"),
    Geval("niet gesloten", (), "P2Y", None, "telt pas vanaf de sluiting"),
    Geval("heropend", (DICHT, "2026-06-01 zaak_heropend reden=fout"), "P2Y", None, "de sluiting geldt niet meer"),
    Geval("opnieuw gesloten", (DICHT, "2026-06-01 zaak_heropend reden=fout", "2026-07-01 zaak_gesloten"), "P2Y",
          "2028-07-01", "de laatste sluiting telt"),
    Geval("ander feit", ("2026-05-01 klacht_ingetrokken", DICHT), "P1Y", "2027-05-01", "telt vanaf de intrekking",
          "ingetrokken"),
    Geval("feit dat er niet is", (DICHT,), "P1Y", None, "zonder beslissing begint die termijn niet", "beslissing"),
)  # fmt: skip


@pytest.mark.parametrize("g", GEVALLEN, ids=lambda g: g.naam)
def test_tot_wanneer(g: Geval, dossier: Dossier, kalender: Kalender) -> None:
    t = msgspec.structs.replace(TERMIJN, duur=lees_duur(g.duur), vanaf=g.vanaf)
    b = bewaring(dossier(*g.verloop), [t], kalender)
    laatste = g.laatste and date.fromisoformat(g.laatste)
    assert b.laatste == laatste, g.waarom
    if laatste:
        assert [b.verstreken(laatste), b.verstreken(laatste + timedelta(1))] == [False, True]


def test_een_andere_regeling_heeft_een_andere_termijn(dossier: Dossier, kalender: Kalender) -> None:
    ander = msgspec.structs.replace(TERMIJN, id="ander", regelingen=("awb-9",), duur=Duur(jaren=5))
    zaak = dossier(DICHT)
    assert bewaring(zaak, [ander, TERMIJN], kalender).termijn is TERMIJN
    assert bewaring(zaak, [ander], kalender)[2:5] == (None, None, None)


@given(dag=st.dates(date(2020, 1, 1), date(2090, 1, 1)), jaren=st.integers(0, 9), maanden=st.integers(0, 30),
       dagen=st.integers(1, 99))  # fmt: skip
def test_de_laatste_dag_is_de_kale_som(dag: date, jaren: int, maanden: int, dagen: int, kalender: Kalender) -> None:
    """Whatever the day and the length: no free day moves it, and it is never before the closing."""
    duur = Duur(jaren=jaren, maanden=maanden, dagen=dagen)
    zaak = _gesloten_op(dag)
    b = bewaring(zaak, [msgspec.structs.replace(TERMIJN, duur=duur)], kalender)
    assert b.laatste == duur.vanaf(dag) > dag


VASTHOUDEN = (
    ((), None),
    (("2026-06-01 vernietiging_tegengehouden reden=beroep",), "2026-06-01"),
    (("2026-06-01 vernietiging_tegengehouden reden=beroep", "2027-06-01 vernietiging_vrijgegeven reden=klaar"), None),
    (("2026-06-01 vernietiging_tegengehouden reden=a", "2027-06-01 vernietiging_vrijgegeven reden=b",
      "2027-07-01 vernietiging_tegengehouden reden=c"), "2027-07-01"),
)  # fmt: skip


@pytest.mark.parametrize(("reeks", "sinds"), VASTHOUDEN)
def test_wat_wordt_vastgehouden(
    reeks: tuple[str, ...], sinds: str | None, dossier: Dossier, kalender: Kalender
) -> None:
    """What was said last counts; a held file is never due, however old."""
    b = bewaring(dossier(DICHT, *reeks), [TERMIJN], kalender)
    assert b.tegengehouden == (sinds and date.fromisoformat(sinds))
    assert b.verstreken(date(2040, 1, 1))
    assert b.aan_de_beurt(date(2040, 1, 1)) is (sinds is None)


GOED = Bewaring("K2026-001", date(2026, 5, 6), TERMIJN, date(2026, 5, 6), date(2028, 5, 6), None)
VOORSTEL = msgspec.structs.replace(TERMIJN, status="voorstel")
# what is so, on which day, the refusal, and the words that help
GEWEIGERD = (
    (GOED._replace(gesloten_op=None, laatste=None), "2040-01-01", "zaak-loopt-nog", "klacht sluit K2026-001"),
    (GOED._replace(tegengehouden=date(2027, 1, 2)), "2040-01-01", "zaak-vastgehouden",
     "sinds 2 januari 2027|klacht beheer vasthouden K2026-001 --vrij"),
    (GOED._replace(termijn=None), "2040-01-01", "bewaartermijn-ontbreekt", "onder awb-9|config/bewaren.toml"),
    (GOED._replace(laatste=None), "2040-01-01", "bewaartermijn-niet-begonnen", "de zaak is gesloten"),
    (GOED, "2028-05-06", "bewaartermijn-loopt", "6 mei 2028: 2 jaar vanaf 6 mei 2026|beheer bewaren --alles"),
    (GOED._replace(termijn=VOORSTEL), "2028-05-07", "bewaartermijn-voorstel", "een voorstel|vastgesteld_door"),
    # what runs is said before what is only a proposal: nobody is sent to have a term set for a file that stays
    (GOED._replace(termijn=VOORSTEL), "2028-05-06", "bewaartermijn-loopt", "6 mei 2028"),
)  # fmt: skip


@pytest.mark.parametrize(("b", "dag", "code", "woorden"), GEWEIGERD)
def test_wat_nog_niet_mag(b: Bewaring, dag: str, code: str, woorden: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        eis_rijp(b, "awb-9", date.fromisoformat(dag))
    assert fout.value.code == code
    assert [w for w in woorden.split("|") if w not in str(fout.value)] == []


def test_de_dag_erna_mag_het() -> None:
    assert eis_rijp(GOED, "awb-9", date(2028, 5, 7)) == (TERMIJN, date(2026, 5, 6), date(2028, 5, 6))


def _gesloten_op(dag: date) -> Zaak:
    bron = Bron("proef", "", "")
    zaak = vouw("K2020-001", [KlaagschriftOntvangen(dag, Klaagschrift(str(dag)), bron, bron), ZaakGesloten(dag)])
    assert zaak is not None
    return zaak
