"""Cells as they go to the clipboard: whole values that can be pasted back; covered ones stay covered."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.exchange.clipboard import as_html, as_tabs
from fj_desktop.exchange.sheets_out.typed import as_text, typing_of
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import cell_text
from fj_desktop.services.bulk import BulkService, refuse_too_many
from fj_desktop.services.leaving import LeavingGate

_BLOCK = 2000
_RECORDED_FROM = 50


class CopyService:
    """Makes the text and the HTML of selected cells."""

    def __init__(self, bulk: BulkService, gate: LeavingGate) -> None:
        self._bulk, self._gate = bulk, gate

    def copy(
        self,
        library: Library,
        records: Sequence[uuid.UUID],
        keys: Sequence[str],
        *,
        headed: bool = False,
        progress: Progress | None = None,
    ) -> tuple[str, str]:
        """The cells of some records as text with tabs, and as HTML.

        Args:
            library: the declared class.
            records: the rows; those that are gone are left out.
            keys: the columns.
            headed: with a row of headings; numbers then stand bare in the unit of their heading.
            progress: reports and stops.

        Raises:
            UserError: more cells than are copied at once.
        """
        refuse_too_many(len(records) * len(keys))
        watched, surface = progress or Unwatched(), CATALOG.by_key(library)
        columns = [surface[key] for key in keys]
        rows = [[one.heading for one in columns]] if headed else []
        for at in range(0, len(records), _BLOCK):
            watched.at(at, len(records), "正在复制")
            rows += self._rows(library, records[at : at + _BLOCK], columns, headed=headed)
        if len(records) >= _RECORDED_FROM:
            self._gate.let_out("copy", library, f"{len(records)} rows, clipboard")
        return as_tabs(rows), as_html(rows)

    def _rows(
        self, library: Library, records: Sequence[uuid.UUID], columns: Sequence[Surface], *, headed: bool
    ) -> list[list[str]]:
        shown = self._bulk.shown(library, records, [one.key for one in columns])
        return [[_cell(one, row, headed=headed) for one in columns] for row in shown]


def _cell(one: Surface, row: Mapping[str, Any], *, headed: bool) -> str:
    value = row.get(one.key)
    if value is None or one.field.masked or f"{one.key}/name" in row:
        return cell_text(one, dict(row), covered=one.field.masked)
    if headed:
        return as_text(typing_of(one.field.kind)(value))
    return one.field.kind.show(value)
