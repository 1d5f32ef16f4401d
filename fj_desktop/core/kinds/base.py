"""What every kind of field can do: parse, show, check, mask, store, give a cell and search text."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import String
from sqlalchemy.types import TypeEngine

CellOut = str | int | float | Decimal | bool | dt.date | dt.datetime | None


class Kind(ABC):
    """One kind of value; a field has exactly one.

    ``parse(show(value)) == value`` holds for every value a kind stores.
    """

    right_aligned = False
    many = False
    closed = False
    lines = 1
    unit = ""
    excel_format = "@"
    excel_width = 16
    hint = ""
    open_to_owner = False
    """Whether values are shown uncovered in the office that owns the record, whatever the field's sensitivity."""
    searched = True
    """Whether the search knows values of this kind; numbers and dates would only drown names and telephones."""

    @abstractmethod
    def parse(self, text: str) -> Any:
        """Turn what was typed into the stored value; the text is never blank.

        Raises:
            RefusalError: the text is not of this kind; the reason is plain Chinese.
        """

    def column_type(self) -> TypeEngine[Any]:
        """How the value lies in the store."""
        return String()

    def show(self, value: Any) -> str:
        """The value as text that parses back to the same value; shown in the form."""
        return str(value)

    def glance(self, value: Any) -> str:
        """The value as shown in a table cell; may be shorter than :meth:`show`."""
        return self.show(value)

    def twin(self, value: Any) -> str:
        """The value in its other unit (㎡ beside 亩), or nothing; shown beside the editor."""
        return ""

    def to_cell(self, value: Any) -> CellOut:
        """The value as a typed spreadsheet cell."""
        return self.show(value)

    def to_json(self, value: Any) -> Any:
        """The value for ``--json``: Decimal as text, dates ISO, enum as its label."""
        return self.show(value)

    def search_text(self, value: Any) -> str:
        """What the search finds this value by."""
        return self.show(value)

    def mask(self, value: Any) -> str:
        """The value with its private part covered."""
        return "＊＊＊"

    def choices(self) -> Sequence[str]:
        """All texts a person can pick from; empty when the kind is free or the list is too long for a dropdown."""
        return ()

    def sheet_unit(self) -> str:
        """The unit that numbers of this kind carry in a spreadsheet column, e.g. ㎡; empty for none."""
        return self.unit

    def with_unit(self, text: str, unit: str) -> str:
        """The text of a bare number with the unit its column header gives; unknown units change nothing."""
        return text
