"""The figures the notice does not give: each with its value, unit, mark, source and date, kept as records."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from fj_desktop.libraries.seeds import threshold_rows

BLOCKS, WARNS = "阻止", "提醒"
_LARGEST = Decimal(10) ** 9


@dataclass(frozen=True)
class Figure:
    """One threshold as it is set: value and unit as text, and where it comes from."""

    code: str
    title: str
    value: str
    unit: str
    mark: str
    source: str
    as_of: str


class Thresholds:
    """All figures by code. A value that can't be read counts as the one shipped, so that no rule ever stands still."""

    def __init__(self, figures: Mapping[str, Figure] | None = None) -> None:
        self._shipped = shipped()
        self._figures = {**self._shipped, **(figures or {})}

    def number(self, code: str) -> Decimal:
        """The value of a figure, in its unit."""
        for figure in (self._figures[code], self._shipped[code]):
            try:
                value = Decimal(figure.value.replace(",", "").strip())
            except InvalidOperation:
                continue
            if value.is_finite() and 0 <= value <= _LARGEST:
                return value
        raise ValueError(code)

    def days(self, code: str) -> int:
        """The value of a figure in whole days (months, people, letters)."""
        return int(self.number(code))

    def words(self, code: str) -> str:
        """The value of a figure that is no number."""
        return self._figures[code].value.strip()

    def footer(self, codes: tuple[str, ...]) -> list[str]:
        """The figures a report was made with, one line each: value, mark, source and date."""
        used = [self._figures[code] for code in codes]
        return [f"{one.title}：{one.value}{one.unit}（{one.mark}，{one.source}，{one.as_of}）" for one in used]


def shipped() -> dict[str, Figure]:
    """The figures every office starts with."""
    names = ("code", "title", "value", "unit", "mark", "source", "as_of")
    return {row["code"]: Figure(*(row[name] for name in names)) for row in threshold_rows()}
