"""Areas: kept in ㎡ or in 亩, typed with either unit."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from fj_desktop.core.kinds.numbers import Amount, plain
from fj_desktop.core.refusal import RefusalError

M2_PER_MU = Decimal(2000) / Decimal(3)


_SQUARE_METRES: Mapping[str, Decimal] = {
    "亩": M2_PER_MU,
    "㎡": Decimal(1),
    "平方米": Decimal(1),
    "平方": Decimal(1),
    "平米": Decimal(1),
    "万㎡": Decimal(10000),
    "万平方米": Decimal(10000),
    "万平方": Decimal(10000),
    "万平米": Decimal(10000),
    "万亩": M2_PER_MU * 10000,
    "公顷": Decimal(10000),
    "ha": Decimal(10000),
    "平方公里": Decimal(1000000),
    "平方千米": Decimal(1000000),
    "km2": Decimal(1000000),
}
_MU = {name: Decimal(1) if name == "亩" else factor / M2_PER_MU for name, factor in _SQUARE_METRES.items()}


def in_mu(square_metres: Decimal) -> Decimal:
    """亩 of an area in ㎡, two places, half up (亩 = ㎡ × 3/2000)."""
    return (square_metres * 3 / 2000).quantize(Decimal("0.01"), ROUND_HALF_UP)


class Area(Amount):
    """Area in ㎡ with two places; 亩 = ㎡ × 3/2000. Typed with either unit; a bare number is refused.

    The two units differ by a factor of 667, so a missing unit is asked for, never guessed. ``floor``
    marks floor space of buildings, which people read in ㎡.
    """

    def __init__(self, *, floor: bool = False) -> None:
        super().__init__("㎡", 2, units=_SQUARE_METRES)
        self.floor = floor
        self.hint = "如 3000㎡、5亩" if floor else "如 102.76亩、3000㎡"
        self.excel_width = 16

    def _factor(self, unit: str) -> Decimal:
        if not unit:
            raise RefusalError("缺少单位：请写明“亩”或“㎡”，例如 102.76亩")
        return super()._factor(unit)

    def show(self, value: Decimal) -> str:
        mu = in_mu(value)
        if not self.floor and (mu * M2_PER_MU).quantize(Decimal("0.01"), ROUND_HALF_UP) == value:
            return f"{plain(mu)} 亩"
        return f"{plain(value)} ㎡"

    def glance(self, value: Decimal) -> str:
        return f"{plain(value)} ㎡" if self.floor else f"{plain(in_mu(value))} 亩"

    def twin(self, value: Decimal) -> str:
        return f"= {plain(value)} ㎡" if self.show(value).endswith("亩") else f"≈ {plain(in_mu(value))} 亩"


class MuArea(Amount):
    """Area needed, kept in 亩 with two places; ㎡ may be typed."""

    def __init__(self) -> None:
        super().__init__("亩", 2, units=_MU)
        self.hint = "如 50亩"

    def show(self, value: Decimal) -> str:
        return f"{plain(value)} 亩"
