"""Step two: which sheet, and where its header stands."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSpinBox, QVBoxLayout, QWidget

from fj_desktop.services.importing import Book, SheetProposal
from fj_desktop.ui.importing.raw_grid import RawGrid
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import combo, text, wear
from fj_desktop.ui.widgets.notice import Notice

_DEPTHS = ("自动", "1 行", "2 行", "3 行")
_TYPING_MS = 300
_LIST_WIDTH = 220


class SheetPage(QWidget):
    """``sheet_asked``: another sheet. ``header_asked``: the header begins at this row and has so many rows."""

    sheet_asked = Signal(int)
    header_asked = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._file = text("", "strong", name="sheet.file")
        self._found = text("", "muted", name="sheet.found")
        self._trouble = Notice(theme.icons, "notice")
        self._trouble.setObjectName("sheet.trouble")
        self._sheets = QListWidget()
        self._sheets.setObjectName("sheet.list")
        self._sheets.setAccessibleName("工作表")
        self._sheets.setFixedWidth(_LIST_WIDTH)
        wear(self._sheets, "popup")
        self._sheets.currentRowChanged.connect(self._sheet_picked)
        self._row = QSpinBox(minimum=1)
        self._row.setObjectName("sheet.row")
        self._row.setAccessibleName("表头从第几行起")
        self._row.setMinimumWidth(90)
        self._row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._depth = combo(name="sheet.depth", label="表头行数")
        self._depth.addItems(_DEPTHS)
        self._grid = RawGrid(theme)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._typing.timeout.connect(self._header_picked)
        self._row.valueChanged.connect(self._typing.start)
        self._depth.currentIndexChanged.connect(self._header_picked)
        self._grid.header_asked.connect(self._row_clicked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._file)
        head.addWidget(self._found, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for widget in (text("表头从第"), self._row, text("行起，共"), self._depth):
            tools.addWidget(widget)
        tools.addWidget(text("　也可以直接点表头所在的那一行。", "muted"), 1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._sheets)
        body.addWidget(self._grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._trouble)
        column.addLayout(tools)
        column.addLayout(body, 1)

    def show_book(self, book: Book) -> None:
        """List the sheets of another file."""
        self._sheets.blockSignals(True)
        self._sheets.clear()
        for sheet in book.sheets:
            hidden = "（隐藏）" if sheet.hidden else ""
            item = QListWidgetItem(f"{sheet.name or '未命名'}{hidden}\n{len(sheet.rows):,} 行", self._sheets)
            item.setToolTip(sheet.name)
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().height() + 14))
        self._sheets.blockSignals(False)
        self._sheets.setVisible(len(book.sheets) > 1)
        self._file.setText(book.name)

    def show_sheet(self, book: Book, sheet: int, proposal: SheetProposal | None, trouble: str) -> None:
        """Show one sheet with its header, or why none was found."""
        shown = book.sheets[sheet]
        for widget in (self._sheets, self._row, self._depth):
            widget.blockSignals(True)
        self._sheets.setCurrentRow(sheet)
        self._row.setMaximum(max(1, len(shown.rows) + shown.first_row - 1))
        if proposal is not None:
            self._row.setValue(proposal.header_rows[0])
        else:
            self._depth.setCurrentIndex(0)
        for widget in (self._sheets, self._row, self._depth):
            widget.blockSignals(False)
        self._grid.show_sheet(shown, proposal)
        self._found.setText(_summary(proposal, len(shown.rows), shown.first_row))
        self._trouble.say("\n".join(part for part in (_advice(trouble), *book.notes) if part))

    def is_settling(self) -> bool:
        """Whether a typed header row was not looked at yet; looks at it now."""
        waits = self._typing.isActive()
        if waits:
            self._header_picked()
        return waits

    def take_focus(self) -> None:
        """Put the keyboard into the rows."""
        self._grid.setFocus()

    def _sheet_picked(self, row: int) -> None:
        if row >= 0:
            self.sheet_asked.emit(row)

    def _row_clicked(self, number: int) -> None:
        self._row.blockSignals(True)
        self._row.setValue(number)
        self._row.blockSignals(False)
        self._header_picked()

    def _header_picked(self) -> None:
        self._typing.stop()
        self.header_asked.emit(self._row.value(), self._depth.currentIndex())


def _advice(trouble: str) -> str:
    return f"{trouble}\n如果表头写法特别，请在下面点一下表头所在的行，再继续。" if trouble else ""


def _summary(proposal: SheetProposal | None, rows: int, first: int) -> str:
    if proposal is None:
        return "还没有选定表头"
    header = "、".join(str(row) for row in proposal.header_rows)
    apart = [one for one in proposal.left_out if one.row >= proposal.first_row]
    records = max(0, rows + first - proposal.first_row - len(apart))
    left_out = f"，略去合计、说明等 {len(apart)} 行" if apart else ""
    return f"表头：第 {header} 行；数据约 {records:,} 行{left_out}"
