"""The time of day as something handed in: moments in UTC, days of the county's calendar."""

import datetime as dt
from typing import Protocol
from zoneinfo import ZoneInfo

COUNTY_ZONE = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Tells the present moment."""

    def now(self) -> dt.datetime:
        """The present moment, aware, in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC)


class FixedClock:
    """A clock that stands until it is moved; for tests and for ``--as-of``."""

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment

    def now(self) -> dt.datetime:
        return self.moment


def today(clock: Clock) -> dt.date:
    """The calendar day in the county, whatever zone the machine is set to."""
    return clock.now().astimezone(COUNTY_ZONE).date()
