"""Numbers with units: money in 万元, area in ㎡ and 亩, plain amounts, percentages, counts, coordinates."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.types import TypeEngine

from fj_desktop.core.kinds.base import Kind
from fj_desktop.core.kinds.storing import Scaled
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import fold, squeeze

_NUMBER = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d{1,2})?)(.*)", re.DOTALL)
_COMMON = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,9})?)([^\W\d_a-zA-Z]*)")
_BOUND = re.compile(
    r"^(?:[≥≤≧≦⩾⩽]|>=|<=|>|<|不低于|不高于|不小于|不大于|不少于|不超过|至少|最多|最低|最高)|(?:及?以[上下内])$"
)
_MEASURE = re.compile(r"[^\d]*(?:元|亩|米|公顷|里|m2|ha|km|吨|千瓦|kva|kw|%|‰|度)[^\d]*")
_LARGEST = Decimal(10) ** 12


def plain(number: Decimal) -> str:
    """A Decimal without exponent and without trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Amount(Kind):
    """A decimal number with a unit and a fixed number of places.

    ``units`` maps every other unit that may be typed to its factor into the stored unit; ``bound``
    lets a limit such as ≥35 % be typed as its number; ``least`` and ``most`` are included.
    """

    right_aligned = True
    searched = False
    excel_width = 14
    units: Mapping[str, Decimal] = {}

    def __init__(
        self,
        unit: str = "",
        places: int = 2,
        *,
        least: Decimal | int | None = 0,
        most: Decimal | int | None = None,
        bound: bool = False,
        units: Mapping[str, Decimal] | None = None,
    ) -> None:
        self.unit = unit
        if units is not None:
            self.units = {fold(name): factor for name, factor in units.items()}
        self._unit_names = tuple(dict.fromkeys([unit, *(units or ())]))
        self.places = places
        self._step = Decimal(1).scaleb(-places)
        self.least = None if least is None else Decimal(least)
        self.most = Decimal(most) if most is not None else _LARGEST
        self.bound = bound
        self.excel_format = "#,##0" + ("." + "#" * places if places else "")
        self.hint = f"数字，单位{unit}" if unit else "数字"

    def parse(self, text: str) -> Decimal:
        if (common := self._common(text)) is not None:
            return common
        bare = squeeze(text)
        bare = _BOUND.sub("", bare) if self.bound else bare
        match = _NUMBER.fullmatch(bare)
        number = self._number(match.group(1)) if match else None
        if match is None or number is None:
            raise RefusalError(f"应为数字，单位{self.unit}" if self.unit else "应为数字")
        return self._checked(number * self._factor(match.group(2)))

    def _common(self, text: str) -> Decimal | None:
        """Plain digits with a known Chinese unit or none: nearly every cell, and nothing of it needs folding."""
        match = _COMMON.fullmatch(text)
        if match is None or not (match[2] in self.units or not match[2]):
            return None
        return self._checked(Decimal(match[1]) * self._factor(match[2]))

    @staticmethod
    def _number(digits: str) -> Decimal | None:
        try:
            number = Decimal(digits.replace(",", ""))
        except InvalidOperation:
            return None
        return number if number.is_finite() else None

    def _factor(self, unit: str) -> Decimal:
        if not unit or unit == fold(self.unit):
            return Decimal(1)
        factor = self.units.get(unit)
        if factor is None:
            known = "、".join(self._unit_names) if self.unit else "无单位"
            raise RefusalError(f"不认识的单位“{unit[:12]}”，可用：{known}")
        return factor

    def _checked(self, number: Decimal) -> Decimal:
        if abs(number) > _LARGEST:
            raise RefusalError("数字过大，请核对单位")
        rounded = number.quantize(self._step, ROUND_HALF_UP)
        if self.least is not None and rounded < self.least:
            raise RefusalError(f"不能小于 {plain(self.least)}{self.unit}")
        if rounded > self.most:
            raise RefusalError(f"不能大于 {self._most_in_words()}")
        return rounded + 0

    def _most_in_words(self) -> str:
        return f"{plain(self.most)}{self.unit}"

    def column_type(self) -> TypeEngine[Any]:
        return Scaled(self.places)

    def show(self, value: Decimal) -> str:
        return plain(value)

    def glance(self, value: Decimal) -> str:
        return f"{plain(value)}"

    def to_cell(self, value: Decimal) -> Decimal:
        return value

    def to_json(self, value: Decimal) -> str:
        return plain(value)

    def mask(self, value: Any) -> str:
        return "＊＊＊"

    def with_unit(self, text: str, unit: str) -> str:
        """As declared; a unit of another measure is added too, so that it is refused and never taken for this one."""
        known = fold(unit)
        fits = known in self.units or known == fold(self.unit)
        return f"{text}{unit}" if fits or _MEASURE.fullmatch(known) else text


_MONEY: Mapping[str, Decimal] = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万": Decimal(1),
    "万元": Decimal(1),
    "百万": Decimal(100),
    "百万元": Decimal(100),
    "千万": Decimal(1000),
    "千万元": Decimal(1000),
    "亿": Decimal(10000),
    "亿元": Decimal(10000),
    "万亿": Decimal(10**8),
    "万亿元": Decimal(10**8),
}
_CURRENCY = re.compile(r"^(?:人民币|rmb|cny|[¥￥])|(?:人民币|整)$")
_PERCENT: Mapping[str, Decimal] = {"%": Decimal(1), "‰": Decimal("0.1"), "百分比": Decimal(1)}


class Money(Amount):
    """Money in 万元 with four places (one yuan); shown as 亿元 from 10,000 万元."""

    def __init__(self, *, signed: bool = False, most: int = 10**9) -> None:
        super().__init__("万元", 4, least=None if signed else 0, most=most, units=_MONEY)
        self.hint = "如 3000 万元、1.2亿"
        self.excel_width = 16

    def parse(self, text: str) -> Decimal:
        common = self._common(text)
        return super().parse(_CURRENCY.sub("", fold(text))) if common is None else common

    def _most_in_words(self) -> str:
        return f"{self.show(self.most)}，请核对单位"

    def show(self, value: Decimal) -> str:
        if abs(value) >= 10000:
            return f"{plain(value / 10000)} 亿元"
        return f"{plain(value)} 万元"

    def glance(self, value: Decimal) -> str:
        return self.show(value)


class Percent(Amount):
    """A share in percent, 0 to 100, two places; 35 and 35% mean the same."""

    def __init__(self, *, bound: bool = False, most: int = 100) -> None:
        super().__init__("%", 2, most=most, bound=bound, units=_PERCENT)
        self.hint = "如 35%"

    def show(self, value: Decimal) -> str:
        return f"{plain(value)}%"

    def glance(self, value: Decimal) -> str:
        return self.show(value)


class Whole(Amount):
    """A count: no fractions; ``units`` as for :class:`Amount`, e.g. 年 for a number of months."""

    def __init__(
        self, unit: str = "", *, least: int = 0, most: int = 10**9, units: Mapping[str, Decimal] | None = None
    ) -> None:
        super().__init__(unit, 0, least=least, most=most, units=units)
        self.hint = f"整数，单位{unit}" if unit else "整数"

    def parse(self, text: str) -> int:  # type: ignore[override]
        bare = squeeze(text)
        match = _NUMBER.fullmatch(bare)
        number = self._number(match.group(1)) if match else None
        if match is not None and number is not None:
            number *= self._factor(match.group(2))
        if number is None or number != number.to_integral_value():
            raise RefusalError(f"应为整数，单位{self.unit}" if self.unit else "应为整数")
        return int(self._checked(number))

    def column_type(self) -> TypeEngine[Any]:
        return BigInteger()

    def show(self, value: int) -> str:  # type: ignore[override]
        return str(value)

    def glance(self, value: int) -> str:  # type: ignore[override]
        return f"{value:,}"

    def to_cell(self, value: int) -> int:  # type: ignore[override]
        return value

    def to_json(self, value: int) -> int:  # type: ignore[override]
        return value


_TURNED = re.compile(
    r"(?:东经|北纬|[en])?(\d{1,3})[°度](?:(\d{1,2}(?:\.\d+)?)[′'分](?:(\d{1,2}(?:\.\d+)?)(?:″|′′|\"|''|秒))?)?[en]?"
)


class Degrees(Amount):
    """Longitude or latitude in degrees (CGCS2000), six places; degrees, minutes and seconds may be typed."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__("°", 6, least=least, most=most, units={"°": Decimal(1), "度": Decimal(1)})
        self.excel_format = "0.000000"
        self.hint = f"{least}° 至 {most}° 之间"

    def parse(self, text: str) -> Decimal:
        bare = squeeze(text)
        turned = _TURNED.fullmatch(bare)
        if turned is None:
            return super().parse(re.sub(r"^(?:东经|北纬|[en])|[en]$", "", bare))
        whole, minutes, seconds = (Decimal(part or 0) for part in turned.groups())
        if minutes >= 60 or seconds >= 60:
            raise RefusalError("分和秒应小于 60")
        return self._checked(whole + minutes / 60 + seconds / 3600)
