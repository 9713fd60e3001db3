"""The day in Amsterdam of a moment, which is remembered by the hour, is that of the clock itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from klachtcli import klok


@pytest.mark.parametrize(
    ("stempel", "dag"),
    [("2026-04-24T21:59:59.999999Z", date(2026, 4, 24)), ("2026-04-24T22:00:00.000000Z", date(2026, 4, 25)),
     ("2026-01-31T22:59:59.999999Z", date(2026, 1, 31)), ("2026-01-31T23:00:00.000000Z", date(2026, 2, 1)),
     ("2026-04-24T23:30:00+02:00", date(2026, 4, 24)), ("2026-04-24T23:30:00", date(2026, 4, 24)),
     ("20260424T223000Z", date(2026, 4, 25))],
    ids=["zomer, voor middernacht", "zomer, middernacht", "winter, voor middernacht", "winter, middernacht",
         "met een andere zone", "zonder zone", "zonder streepjes"],
)  # fmt: skip
def test_de_dag_van_een_stempel(stempel: str, dag: date) -> None:
    assert klok.dag_van(stempel) == dag == klok.op_de_klok(stempel).date()


def test_elk_half_uur_van_een_jaar() -> None:
    """Also in the nights in which the clock is set forward or back."""
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    for n in range(2 * 24 * 365):
        stempel = klok.stempel(begin + timedelta(minutes=30 * n))
        assert klok.dag_van(stempel) == klok.op_de_klok(stempel).date(), stempel


@pytest.mark.parametrize("geen", ["", "gisteren", "2026-13-01T10:00:00.000000Z"])
def test_geen_moment(geen: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|month"):
        klok.dag_van(geen)
