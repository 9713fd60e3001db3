"""The agenda as an .ics file (icalendar): hearings and last days, without any personal fact."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event

from klachtcli import __version__
from klachtcli.klok import amsterdam

_DUUR = timedelta(hours=1)


class Punt(NamedTuple):
    """One point: a whole day, or an hour on it. `sleutel` stays the same when the point moves; versie counts its moves.

    vervallen: it was there and is not any more, so that a calendar that has it takes it out.
    """

    sleutel: str
    dag: date
    titel: str
    uitleg: str
    tijd: str | None = None
    versie: int = 0
    vervallen: bool = False
    waarschuw: bool = True


def maak_agenda(punten: list[Punt], werkmap: str, gemaakt: datetime) -> bytes:
    """The file. The same points and moment give the same bytes."""
    agenda = Calendar()
    agenda.add("prodid", f"-//klacht//{__version__}//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    agenda.add("x-wr-calname", "Klachtencommissie")
    for p in sorted(punten, key=lambda p: (p.dag, p.sleutel)):
        agenda.add_component(_gebeurtenis(p, werkmap, gemaakt))
    return bytes(agenda.to_ical())


def _gebeurtenis(p: Punt, werkmap: str, gemaakt: datetime) -> Event:
    e = Event()
    e.add("uid", f"{p.sleutel}@{werkmap}.klacht")
    e.add("dtstamp", gemaakt)
    e.add("sequence", p.versie)
    e.add("summary", p.titel)
    e.add("description", p.uitleg)
    e.add("class", "CONFIDENTIAL")
    e.add("status", "CANCELLED" if p.vervallen else "CONFIRMED")
    if p.tijd is None:
        e.add("dtstart", p.dag)
        e.add("dtend", p.dag + timedelta(days=1))
        e.add("transp", "TRANSPARENT")
    else:
        begin = datetime.combine(p.dag, time.fromisoformat(p.tijd), tzinfo=amsterdam())
        e.add("dtstart", begin)
        e.add("dtend", begin + _DUUR)
    if p.waarschuw and not p.vervallen:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", p.titel)
        alarm.add("trigger", timedelta(days=-1))
        e.add_component(alarm)
    return e
