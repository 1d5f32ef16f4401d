"""Days to be done by as an iCalendar file (RFC 5545)."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fj_desktop.exchange.outfile import writing

_NAMESPACE = uuid.UUID("6f0a2d3e-8f3c-5a55-9a41-1f4f0b7c9e10")
_PRODUCT = "-//Fengjie Investment Desk//fj-desktop//ZH"


@dataclass(frozen=True)
class Entry:
    """One whole day: ``key`` makes the same entry of the next export replace this one."""

    key: str
    title: str
    detail: str
    day: dt.date


def write_calendar(out: Path, entries: Iterable[Entry], made_at: dt.datetime) -> None:
    """Write entries as .ics, whole or not at all.

    Raises:
        UserError: the file can't be written.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "奉节招商工作台")
    for one in entries:
        event = Event()
        event.add("uid", str(uuid.uuid5(_NAMESPACE, one.key)))
        event.add("dtstamp", made_at)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + dt.timedelta(days=1))
        event.add("summary", one.title)
        event.add("description", one.detail)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    with writing(out) as draft:
        draft.write_bytes(calendar.to_ical())
