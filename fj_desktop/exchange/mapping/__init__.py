"""Plain rows become typed texts per record: the header found by its names, every column given its field."""

from fj_desktop.exchange.mapping.plan import propose, with_header, with_sheet
from fj_desktop.exchange.mapping.proposal import (
    ROW_NUMBER_KEY,
    ColumnMapping,
    LeftOut,
    SheetProposal,
    SheetScore,
    mapped_report,
    remap,
    unmapped_report,
)
from fj_desktop.exchange.mapping.rows import BadCell, TypedRow, typed_rows

__all__ = [
    "ROW_NUMBER_KEY",
    "BadCell",
    "ColumnMapping",
    "LeftOut",
    "SheetProposal",
    "SheetScore",
    "TypedRow",
    "mapped_report",
    "propose",
    "remap",
    "typed_rows",
    "unmapped_report",
    "with_header",
    "with_sheet",
]
