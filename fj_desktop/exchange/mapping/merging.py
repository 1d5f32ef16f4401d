"""Several columns that fill one field: amounts must agree, remarks are joined."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fj_desktop.core.kinds import Amount, Kind, Many, Text
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import squeeze
from fj_desktop.exchange.mapping.cells import BadValueError, Convert
from fj_desktop.exchange.mapping.proposal import ColumnMapping
from fj_desktop.exchange.reading.book import CellValue, cell_text

_ROUNDING = Decimal("0.005")
Refusal = tuple[str, str, str]
"""Column, cell and reason."""


@dataclass(frozen=True)
class Shared:
    """One field that several columns fill: amounts must agree, remarks are joined, anything else must be the same."""

    key: str
    kind: Kind
    columns: tuple[ColumnMapping, ...]
    readers: tuple[Convert, ...]

    def read(self, cells: list[CellValue]) -> tuple[str, list[Refusal]]:
        """The text of the field and the refused cells."""
        found: list[tuple[ColumnMapping, str]] = []
        refusals: list[Refusal] = []
        for column, convert in zip(self.columns, self.readers, strict=True):
            value = cells[column.index] if column.index < len(cells) else None
            try:
                text = convert(value)
            except BadValueError as refused:
                refusals.append((column.title, cell_text(value), refused.reason))
                continue
            if text and all(squeeze(text) != squeeze(other) for _, other in found):
                found.append((column, text))
        if len(found) < 2:
            return (found[0][1] if found else ""), refusals
        if isinstance(self.kind, (Text, Many)):
            return "；".join(text for _, text in found), refusals
        return self._agreed(found, refusals)

    def _agreed(self, found: list[tuple[ColumnMapping, str]], refusals: list[Refusal]) -> tuple[str, list[Refusal]]:
        """The most precise of several texts that mean the same within half a percent."""
        values: list[tuple[ColumnMapping, str, Any]] = []
        for column, text in found:
            try:
                values.append((column, text, self.kind.parse(text)))
            except RefusalError as refused:
                refusals.append((column.title, text, refused.reason))
        if len(values) < 2:
            return (values[0][1] if values else ""), refusals
        if not self._same([value for _, _, value in values]):
            names = "”与“".join(column.title for column, _, _ in values)
            texts = "、".join(text for _, text, _ in values)
            reason = f"“{names}”填的不一致（{texts}），请核对后改成一致或只留一个"
            return "", [*refusals, (values[0][0].title, texts, reason)]
        return max(values, key=lambda one: self._precision(one[0], one[1]))[1], refusals

    def _same(self, values: list[Any]) -> bool:
        if not isinstance(self.kind, Amount):
            return all(value == values[0] for value in values)
        low, high = min(values), max(values)
        return bool(high - low <= max(abs(high), abs(low)) * _ROUNDING)

    def _precision(self, column: ColumnMapping, text: str) -> tuple[Decimal, int]:
        """The finer unit first, then the longer number."""
        units = self.kind.units if isinstance(self.kind, Amount) else {}
        factor = units.get(squeeze(column.unit), Decimal(1))
        return -factor, sum(sign.isdigit() for sign in text)
