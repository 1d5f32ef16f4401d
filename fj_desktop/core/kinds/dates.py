"""Calendar dates, months, years and moments."""

import datetime as dt
import re
from typing import Any

from sqlalchemy import Date, Integer, String
from sqlalchemy.types import TypeEngine

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.kinds.base import CellOut, Kind
from fj_desktop.core.kinds.storing import UtcMoment
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import fold

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月)?(?:[ t]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"([2-6]\d{4}|7[0-2]\d{3})(?:\.0+)?")
_SERIAL_START = dt.date(1899, 12, 30)
_MOMENT = re.compile(r"(.+?)[ t](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(z)?")


def _day_of(text: str) -> dt.date:
    bare = re.sub(r"\s+(?=[年月日])|(?<=[年月])\s+", "", fold(text).strip())
    if serial := _SERIAL.fullmatch(bare):
        return _SERIAL_START + dt.timedelta(days=int(serial.group(1)))
    match = _DAY.fullmatch(bare) or _COMPACT.fullmatch(bare)
    if match is None:
        raise RefusalError("应为日期，例如 2025-07-04、2025.7.4、2025年7月")
    year, month, day = int(match.group(1)), int(match.group(2)), int(match.group(3) or 1)
    try:
        found = dt.date(year, month, day)
    except ValueError:
        raise RefusalError("没有这一天，请核对年月日") from None
    if not 1900 <= year <= 2100:
        raise RefusalError("年份应在 1900 至 2100 之间")
    return found


class Day(Kind):
    """A calendar date without time or zone.

    Takes the shapes real ledgers have: 2025-07-04, 2025.7.4, 2025/7/4, 2025年7月4日, 20250704, a
    month alone (its first day) and an Excel serial number; a time of day behind it is left out.
    """

    searched = False
    excel_format = "yyyy-mm-dd"
    excel_width = 12
    hint = "如 2025-07-04"

    def parse(self, text: str) -> dt.date:
        return _day_of(text)

    def column_type(self) -> TypeEngine[Any]:
        return Date()

    def show(self, value: dt.date) -> str:
        return value.isoformat()

    def to_cell(self, value: dt.date) -> CellOut:
        return value


class Moment(Kind):
    """A moment: stored in UTC, typed and shown in Asia/Shanghai, whole seconds."""

    searched = False
    excel_format = "yyyy-mm-dd hh:mm:ss"
    excel_width = 20
    hint = "如 2025-07-04 09:30"

    def parse(self, text: str) -> dt.datetime:
        bare = fold(text).strip()
        match = _MOMENT.fullmatch(bare)
        day = _day_of(match.group(1) if match else bare)
        hour, minute, second = (int(match.group(part) or 0) for part in (2, 3, 4)) if match else (0, 0, 0)
        zone = dt.UTC if match and match.group(5) else COUNTY_ZONE
        try:
            return dt.datetime.combine(day, dt.time(hour, minute, second), zone).astimezone(dt.UTC)
        except ValueError:
            raise RefusalError("没有这一时刻，请核对时分") from None

    def column_type(self) -> TypeEngine[Any]:
        return UtcMoment()

    def show(self, value: dt.datetime) -> str:
        return value.astimezone(COUNTY_ZONE).strftime("%Y-%m-%d %H:%M:%S")

    def glance(self, value: dt.datetime) -> str:
        return value.astimezone(COUNTY_ZONE).strftime("%Y-%m-%d %H:%M")

    def to_cell(self, value: dt.datetime) -> CellOut:
        return value.astimezone(COUNTY_ZONE).replace(tzinfo=None)

    def to_json(self, value: dt.datetime) -> str:
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class YearMonth(Kind):
    """A month of a year, such as a month of birth; kept as ``YYYY-MM``."""

    searched = False
    excel_width = 10
    hint = "如 1975-06"
    _SHAPE = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:月|[-/.月]\d{1,2}日?(?:[ t]0{1,2}:00(?::00)?)?)?")
    _COMPACT = re.compile(r"(\d{4})(\d{2})(?:\d{2})?")

    def parse(self, text: str) -> str:
        bare = re.sub(r"\s+(?=[年月日])|(?<=[年月])\s+|生$", "", fold(text).strip())
        match = self._SHAPE.fullmatch(bare) or self._COMPACT.fullmatch(bare)
        if match is None:
            raise RefusalError("应为年月，例如 1975-06")
        year, month = int(match.group(1)), int(match.group(2))
        if not (1900 <= year <= 2100 and 1 <= month <= 12):
            raise RefusalError("没有这个年月，请核对")
        return f"{year:04d}-{month:02d}"

    def column_type(self) -> TypeEngine[Any]:
        return String(7)

    def mask(self, value: Any) -> str:
        return f"{str(value)[:3]}＊-＊＊"


class Year(Kind):
    """A calendar year, 1900 to 2100; the month of a date is left out."""

    right_aligned = True
    searched = False
    excel_format = "0"
    excel_width = 8
    hint = "如 2025"

    def parse(self, text: str) -> int:
        match = re.fullmatch(r"(\d{4})(?:年度?|\.0|级|届|[-/.年]\d{1,2}月?(?:[-/.]?\d{1,2}日?)?)?", fold(text).strip())
        if match is None or not 1900 <= int(match.group(1)) <= 2100:
            raise RefusalError("应为四位年份，例如 2025")
        return int(match.group(1))

    def column_type(self) -> TypeEngine[Any]:
        return Integer()

    def to_cell(self, value: int) -> int:
        return value

    def to_json(self, value: int) -> int:
        return value


_QUARTERS = {"一": "1", "二": "2", "三": "3", "四": "4"}


class Period(Kind):
    """A week, month, quarter or year of dispatch: ``2026-W47`` (ISO 8601), ``2026-11``, ``2026-Q4``, ``2026``."""

    searched = False
    excel_width = 12
    hint = "如 2026-W47、2026-11、2026-Q4、2026"
    _WEEK = re.compile(r"(\d{4})(?:-?w|年?第?)(\d{1,2})(?:周)?")
    _MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
    _QUARTER = re.compile(r"(\d{4})(?:-?q|年?第?)([1-4一二三四])(?:季度?)?")
    _YEAR = re.compile(r"(\d{4})年?度?")

    def parse(self, text: str) -> str:
        bare = re.sub(r"\s+", "", fold(text))
        if match := self._YEAR.fullmatch(bare):
            return self._sound(match.group(1), "")
        if (match := self._QUARTER.fullmatch(bare)) and ("q" in bare or "季" in bare):
            return self._sound(match.group(1), f"-Q{_QUARTERS.get(match.group(2), match.group(2))}")
        if (match := self._WEEK.fullmatch(bare)) and ("w" in bare or "周" in bare):
            return self._sound(match.group(1), f"-W{int(match.group(2)):02d}")
        if match := self._MONTH.fullmatch(bare):
            return self._sound(match.group(1), f"-{int(match.group(2)):02d}")
        raise RefusalError("应为一周、一月、一季或一年，例如 2026-W47、2026-11、2026-Q4、2026")

    @staticmethod
    def _sound(year: str, rest: str) -> str:
        try:
            if rest.startswith("-W"):
                dt.date.fromisocalendar(int(year), int(rest[2:]), 1)
            elif rest and not rest.startswith("-Q"):
                dt.date(int(year), int(rest[1:]), 1)
        except ValueError:
            raise RefusalError("没有这个期间，请核对") from None
        if not 1900 <= int(year) <= 2100:
            raise RefusalError("年份应在 1900 至 2100 之间")
        return year + rest

    def column_type(self) -> TypeEngine[Any]:
        return String(8)
