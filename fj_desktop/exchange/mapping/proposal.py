"""What an import of a sheet would do: its header, the field of every column, and the rows left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from fj_desktop.core.field import Spread

ROW_NUMBER_KEY = "source_row"
"""The target of a column that only counts the rows."""


@dataclass(frozen=True)
class ColumnMapping:
    """One column of the sheet.

    Attributes:
        index: zero-based place in the rows.
        header: the full header, outer and inner level joined by ``/``; empty for a column without one.
        unit: the unit its header gives, as the kinds know it, or nothing.
        targets: surface keys it fills, ``source_row`` for a row number; empty when it is not imported.
        spread: how the library divides cells under this header; in force while the targets are the spread's own.
        confidence: 1 for a field's own heading and for what a person left so before, below 0.9 for a guess from a
            like name; 0 when unmapped.
        filled: whether any cell below the header holds something.
        as_fraction: numbers are fractions of one and mean percent (0.35 is 35 %).
        main: the field whose own heading this is, in a sheet that this program wrote; its cells are not divided
            where they are of that field already.
        by_hand: the person chose the fields or the unit.
        found_unit: the unit that the sheet gives, when the person chose another; else None.
    """

    index: int
    header: str
    unit: str = ""
    targets: tuple[str, ...] = ()
    spread: Spread | None = None
    confidence: float = 0.0
    filled: bool = True
    as_fraction: bool = False
    main: str = ""
    by_hand: bool = False
    found_unit: str | None = None

    @property
    def divided(self) -> Spread | None:
        """The spread in force: the declared one, unless the person chose other targets."""
        return self.spread if self.spread is not None and self.targets == self.spread.targets else None

    @property
    def title(self) -> str:
        """The header, or the column's place when it has none."""
        return self.header or f"第 {self.index + 1} 列"


@dataclass(frozen=True)
class LeftOut:
    """One sheet row that is no record, and why."""

    row: int
    reason: str


@dataclass(frozen=True)
class SheetScore:
    """One sheet of the file: how many of its columns are known and how many rows stand below its header."""

    index: int
    name: str
    mapped: int
    rows: int


@dataclass(frozen=True)
class SheetProposal:
    """How one sheet would be read.

    Attributes:
        sheet_index: which sheet of the book.
        header_rows: sheet rows (as the spreadsheet program numbers them) of the header.
        first_row: sheet row of the first row below the header.
        columns: every column that has a header or a filled cell.
        left_out: rows that are no records.
        sheets: all sheets of the book with their scores, in their order.
        notes: what the person should know or check, in plain Chinese.
    """

    sheet_index: int
    header_rows: tuple[int, ...]
    first_row: int
    columns: tuple[ColumnMapping, ...]
    left_out: tuple[LeftOut, ...] = ()
    sheets: tuple[SheetScore, ...] = ()
    notes: tuple[str, ...] = ()


def remap(proposal: SheetProposal, index: int, targets: Sequence[str], unit: str | None = None) -> SheetProposal:
    """The proposal with one column mapped as the person chose; two columns may fill one field.

    Args:
        proposal: as it stands.
        index: zero-based column.
        targets: surface keys; none leaves the column out. The targets of its spread bring its division back.
        unit: the unit of its bare numbers, when the header gives none or the wrong one.
    """
    columns = []
    for one in proposal.columns:
        if one.index == index:
            found = one.unit if one.found_unit is None else one.found_unit
            one = replace(one, targets=tuple(targets), main="", confidence=1.0 if targets else 0.0, by_hand=True)
            one = one if unit is None else replace(one, unit=unit, found_unit=found)
        columns.append(one)
    return replace(proposal, columns=tuple(columns))


def mapped_report(proposal: SheetProposal) -> list[dict[str, Any]]:
    """The mapped columns as the JSON report gives them."""
    return [{"column": one.title, "fields": list(one.targets)} for one in proposal.columns if one.targets]


def unmapped_report(proposal: SheetProposal) -> list[str]:
    """Headers of filled columns that are not imported."""
    return [one.title for one in proposal.columns if not one.targets and one.filled]
