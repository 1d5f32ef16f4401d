"""Project numbers: office, year and a running number, e.g. YRD-2026-0001; a number given once is never given again."""

import datetime as dt

from sqlalchemy import Connection, func, select

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.libraries import CATALOG
from fj_desktop.store.schema import record_table

_CODE = record_table(CATALOG["projects"]).c.code


class Numbers:
    """Gives numbers within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[str, int] = {}

    def next(self, office: str, now: dt.datetime) -> str:
        """The next number of an office in the county's year; deleted projects keep theirs."""
        head = f"{office}-{now.astimezone(COUNTY_ZONE).year}-"
        if head not in self._last:
            highest = select(func.max(_CODE)).where(head <= _CODE, head + "~" > _CODE)
            found = str(self._connection.execute(highest).scalar() or "")
            tail = found.removeprefix(head)
            self._last[head] = int(tail) if tail.isascii() and tail.isdigit() else 0
        self._last[head] += 1
        return f"{head}{self._last[head]:04d}"
