"""What a table does to selected cells: copy, paste, fill down, clear, set for all."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.bulk import refuse_too_many
from fj_desktop.services.bulk_plan import BulkPlan
from fj_desktop.services.desk import Desk
from fj_desktop.services.pasting import Onto
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.library.grid_applying import GridApplying
from fj_desktop.ui.library.grid_selection import Cells, columns_from, selected_cells
from fj_desktop.ui.library.record_table import RecordTable
from fj_desktop.ui.library.table_view import TableView
from fj_desktop.ui.theme import Theme

_HTML_CELL = 60
"""About so many signs of HTML make a cell."""


class GridCommands:
    """Commands over the selection of one table."""

    def __init__(
        self, host: QWidget, desk: Desk, library: Library, table: TableView, model: RecordTable,
        asking: Asking, applying: GridApplying, theme: Theme,
    ) -> None:  # fmt: skip
        self._host, self._desk, self._library = host, desk, library
        self._table, self._model = table, model
        self._asking, self._applying, self._theme = asking, applying, theme

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        self._copy(headed=False)

    def copy_headed(self) -> None:
        """Put the selected cells on the clipboard below their headings."""
        self._copy(headed=True)

    def paste(self) -> None:
        """Lay the clipboard over the table, from the current cell on."""
        cells = self._chosen()
        if cells is None:
            return
        mime = QGuiApplication.clipboard().mimeData()
        plain, html = (mime.text(), mime.html()) if mime is not None else ("", "")
        keys = self._keys(columns_from(self._table, cells.columns[0]))
        desk, model, first = self._desk, self._model, cells.rows[0]
        onto = Onto(self._library, keys, len(cells.rows), len(cells.columns))

        def records(count: int) -> list[uuid.UUID]:
            return model.records(cells.rows if count == len(cells.rows) else range(first, first + count))

        def plan(watched: Progress) -> BulkPlan:
            return desk.pasting.plan(onto, plain, html, records, watched)

        self._applying.run("paste", "粘贴", max(plain.count("\t") + plain.count("\n"), len(html) // _HTML_CELL), plan)

    def fill_down(self) -> None:
        """Give the cells below the value of the block's first row, column by column."""
        cells = self._chosen()
        if cells is None or len(cells.rows) < 2:
            return
        records, keys = self._records(cells.rows), self._keys(cells.columns)
        desk, library = self._desk, self._library
        self._applying.run(
            "fill", "向下填充", len(cells), lambda watched: desk.bulk.fill(library, records, keys, watched)
        )

    def clear(self) -> None:
        """Empty the selected cells."""
        cells = self._chosen()
        if cells is None:
            return
        typed = dict.fromkeys(self._keys(cells.columns), "")
        self._set("clear", "清空单元格", self._records(cells.rows), typed)

    def set_all(self) -> None:
        """Ask for a field and its new value for all selected records."""
        from fj_desktop.ui.library.grid_bulk_dialog import BulkDialog

        cells = self._chosen(in_block=False)
        if cells is None:
            return
        records = self._records(cells.rows)
        at = self._table.currentIndex().column()
        key = self._keys([at if at in cells.columns else cells.columns[0]])[0]
        dialog = BulkDialog(self._host, self._desk, self._library, records, key, self._theme, self._applying)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._set("bulk", "批量修改", records, dialog.typed(), ask_from=len(records)))
        dialog.open()

    def _set(
        self, action: str, title: str, records: Sequence[uuid.UUID], typed: dict[str, str], *, ask_from: int = 5
    ) -> None:
        desk, library = self._desk, self._library

        def plan(watched: Progress) -> BulkPlan:
            return desk.bulk.plan(library, dict.fromkeys(records, typed), progress=watched)

        self._applying.run(action, title, len(records) * len(typed), plan, ask_from=ask_from)

    def _copy(self, *, headed: bool) -> None:
        cells = self._chosen()
        if cells is None:
            return
        records, keys = self._records(cells.rows), self._keys(cells.columns)
        desk, library = self._desk, self._library

        def texts(watched: Progress) -> tuple[str, str]:
            return desk.copying.copy(library, records, keys, headed=headed, progress=watched)

        self._applying.work("正在复制", len(cells), texts, _to_clipboard)

    def _chosen(self, *, in_block: bool = True) -> Cells | None:
        """The selected cells; None where there are none, too many, or no block, which is said."""
        cells = selected_cells(self._table)
        try:
            refuse_too_many(len(cells) if in_block else len(cells.rows))
            if in_block and not cells.is_block:
                raise UserError("选中的单元格不成方块，不知道该动哪些。请选中连续的一块，或各行的同样几列。")
        except UserError as error:
            self._asking.report(self._host, error)
            return None
        return cells if cells.rows else None

    def _keys(self, columns: Sequence[int]) -> list[str]:
        return [self._model.keys[at] for at in columns]

    def _records(self, rows: Sequence[int]) -> list[uuid.UUID]:
        return self._model.records(rows)


def _to_clipboard(texts: tuple[str, str]) -> None:
    mime = QMimeData()
    mime.setText(texts[0])
    mime.setHtml(texts[1])
    QGuiApplication.clipboard().setMimeData(mime)
