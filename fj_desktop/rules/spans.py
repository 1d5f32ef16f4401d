"""Weeks, months, quarters and years of dispatch as days, and the cadence of the notice (clause 3.3)."""

import calendar
import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from fj_desktop.core.kinds import Period

WEEK, MONTH, QUARTER, YEAR = "week", "month", "quarter", "year"
KINDS = {WEEK: "周收集", MONTH: "月调度", QUARTER: "季会商", YEAR: "年度"}


@dataclass(frozen=True)
class Span:
    """One period: how it is written, of which kind, its first and last day."""

    code: str
    kind: str
    first: dt.date
    last: dt.date

    @property
    def title(self) -> str:
        """In words: 2026年第47周（11月16日至11月22日）, 2026年11月."""
        year, _, rest = self.code.partition("-")
        if self.kind == WEEK:
            days = f"{self.first.month}月{self.first.day}日至{self.last.month}月{self.last.day}日"
            return f"{year}年第{int(rest[1:])}周（{days}）"
        return {
            MONTH: f"{year}年{self.first.month}月", QUARTER: f"{year}年第{rest[1:]}季度", YEAR: f"{year}年",
        }[self.kind]  # fmt: skip

    @property
    def year(self) -> "Span":
        """The year its last day lies in; a week belongs to the year its number says."""
        return span_of(self.code[:4])

    def elapsed(self, day: dt.date) -> Fraction:
        """The share of the period that has passed at the end of a day, 0 to 1."""
        passed = (min(day, self.last) - self.first).days + 1
        return Fraction(max(0, passed), (self.last - self.first).days + 1)

    def before(self) -> "Span":
        """The period of the same kind just before."""
        return span_at(self.first - dt.timedelta(days=1), self.kind)


def span_of(code: str) -> Span:
    """The period a code names.

    Raises:
        RefusalError: it names none.
    """
    sound = Period().parse(code)
    year, _, rest = sound.partition("-")
    if not rest:
        return Span(sound, YEAR, dt.date(int(year), 1, 1), dt.date(int(year), 12, 31))
    if rest.startswith("W"):
        first = dt.date.fromisocalendar(int(year), int(rest[1:]), 1)
        return Span(sound, WEEK, first, first + dt.timedelta(days=6))
    months = (int(rest[1:]) * 3 - 2, int(rest[1:]) * 3) if rest.startswith("Q") else (int(rest), int(rest))
    last = dt.date(int(year), months[1], calendar.monthrange(int(year), months[1])[1])
    return Span(sound, QUARTER if rest.startswith("Q") else MONTH, dt.date(int(year), months[0], 1), last)


def span_at(day: dt.date, kind: str) -> Span:
    """The week, month, quarter or year a day lies in."""
    year, week, _ = day.isocalendar()
    codes = {
        WEEK: f"{year}-W{week:02d}", MONTH: f"{day.year}-{day.month:02d}",
        QUARTER: f"{day.year}-Q{(day.month + 2) // 3}", YEAR: str(day.year),
    }  # fmt: skip
    return span_of(codes[kind])
