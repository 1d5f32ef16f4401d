"""Reads records as a printed page shows them: names instead of ids, units behind numbers, protected values covered."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Text
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import cell_text
from fj_desktop.store import parts, queries

Texts = dict[str, str]


@dataclass(frozen=True)
class DeskReader:
    """One reading of the store for one page.

    ``reveal``: protected values (S2, S3) are printed in full; else they stay covered, the office's own contacts too.
    """

    connection: Connection
    today: dt.date
    reveal: bool = False

    def one(self, library: Library, record: uuid.UUID) -> Texts:
        """The fields of one live record.

        Raises:
            UserError: there is no such record, or it is in the recycle bin.
        """
        found = self.some(library, [record])
        if not found:
            raise UserError(f"{library.title}里没有编号为 {record} 的记录，或在回收站里。请核对编号。")
        return found[0]

    def some(self, library: Library, records: Iterable[uuid.UUID]) -> list[Texts]:
        """The fields of some records by key, in their order; blank ones are left out, deleted records too."""
        numbers = [queries.row_number_of(self.connection, library, one) for one in records]
        surface = CATALOG.by_key(library)
        rows = queries.page(self.connection, library, [one for one in numbers if one is not None], list(surface))
        return [self._texts(surface.values(), row) for row in rows if not row["deleted"]]

    def belonging(
        self, library: Library, column: str, owners: Sequence[uuid.UUID], by: str, most: int = 40
    ) -> list[dict[str, Any]]:
        """The newest parts of some records by a date field, newest first, as stored; without a date they come last."""
        found = parts.rows_of(self.connection, library, column, owners)
        found.sort(key=lambda row: (row[by] or dt.date.min, str(row["id"])), reverse=True)
        return found[:most]

    def _texts(self, surface: Iterable[Surface], row: dict[str, Any]) -> Texts:
        return {one.key: text for one in surface if (text := self._text(one, row))}

    def _text(self, one: Surface, row: dict[str, Any]) -> str:
        covered = one.field.masked and not self.reveal
        # A table shows the beginning of a long text; a page has room for more and says where it cuts.
        whole = isinstance(one.field.kind, Text) and row.get(one.key) and not covered
        text = one.field.kind.show(row[one.key]) if whole else cell_text(one, row, covered=covered)
        unit = one.field.kind.unit
        return f"{text} {unit}" if text and unit and text[-1].isdigit() and not covered else text


def labelled(library: Library, texts: Texts, *keys: str) -> list[tuple[str, str]]:
    """Labels of fields with their values; a blank one is shown blank, so that a person can write into it."""
    surface = CATALOG.by_key(library)
    return [(surface[key].label, texts.get(key, "")) for key in keys]
