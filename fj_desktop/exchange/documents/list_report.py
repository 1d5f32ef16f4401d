"""What a printed list is made of; filled by a service, free of files and fonts."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fj_desktop.exchange.documents.page import Align


@dataclass(frozen=True)
class ListColumn:
    """One column.

    Attributes:
        title: heading in the table.
        unit: printed below the heading in brackets; empty for none.
        align: where the cells' text stands.
        weight: share of the room left over when every column has what it needs.
    """

    title: str
    unit: str = ""
    align: Align = "left"
    weight: float = 1.0

    @property
    def heading(self) -> str:
        return f"{self.title}\n（{self.unit}）" if self.unit else self.title


@dataclass(frozen=True)
class ListReport:
    """A list as it is to be printed.

    Attributes:
        rows: cells in the order of the columns, as shown on the screen (masked where the screen masks);
            read once, so it may be a stream.
        footnotes: sources, dates and explanations below the table.
        made_by: office and person; printed, and part of the watermark.
        made_at: aware moment.
        count: number of rows; None where it is known only at the end.
        filter_text: which records these are, in the person's words; empty for all.
        numbered: begin each row with its number.
        watermark: slantwise behind the text; empty takes who and when.
    """

    title: str
    columns: Sequence[ListColumn]
    rows: Iterable[Sequence[str]]
    made_by: str
    made_at: dt.datetime
    subtitle: str = ""
    footnotes: Sequence[str] = field(default_factory=tuple)
    count: int | None = None
    filter_text: str = ""
    numbered: bool = True
    watermark: str = ""
