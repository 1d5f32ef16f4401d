"""Working days of the county by the State Council's yearly notice of holidays, as far as the table reaches."""

import datetime as dt
from collections.abc import Mapping

HOLIDAY, MADE_UP = "public_holiday", "transfer_workday"
_SATURDAY = 5
_LONGEST_REST = 30


class Workdays:
    """Says which days are worked; in years the table does not know, Monday to Friday are."""

    def __init__(self, days: Mapping[dt.date, str]) -> None:
        """``days``: holidays and made-up working days (调休) by date."""
        self._days = days
        self._years = {day.year for day in days}

    @property
    def known_until(self) -> int | None:
        """The last year of the table."""
        return max(self._years, default=None)

    def knows(self, day: dt.date) -> bool:
        """Whether the table says anything of the day's year."""
        return day.year in self._years

    def is_worked(self, day: dt.date) -> bool:
        """Whether people work on a day."""
        kind = self._days.get(day)
        return kind == MADE_UP or (kind is None and day.weekday() < _SATURDAY)

    def from_day_on(self, day: dt.date) -> dt.date:
        """The day itself when it is worked, or the next that is (节假日顺延)."""
        for ahead in range(_LONGEST_REST):
            if self.is_worked(day + dt.timedelta(days=ahead)):
                return day + dt.timedelta(days=ahead)
        return day

    def left(self, today: dt.date, due: dt.date) -> int:
        """Working days after today up to and with the due day; 0 when it is today or past."""
        return sum(self.is_worked(today + dt.timedelta(days=ahead)) for ahead in range(1, (due - today).days + 1))
