"""Who did what and who saw what, newest first; the fields of a change below it."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.auditing import Detail, Entry, Sought
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.audit.audit_filters import AuditFilters
from fj_desktop.ui.audit.entries_model import EntriesModel
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.widgets.looks import button, text, wear
from fj_desktop.ui.widgets.rows_table import dress_rows

_SIZE = (960, 600)
_WIDTHS = (140, 96, 132)
_PAGE = 100
_EMPTY = "（空）"
_NOTE = "改动、查看遮盖内容和导出都记在这里，逐条相连；被删、被改、被调换的行会被“检查台账”发现。"


class AuditDialog(QDialog):
    """A filter, the lines, and what the chosen line changed; reading happens off the window's thread."""

    def __init__(self, parent: QWidget, desk: Desk, asking: Asking) -> None:
        super().__init__(parent)
        self._desk, self._asking = desk, asking
        self.setWindowTitle("操作记录")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._tasks = Tasks(self)
        self._round = 0
        self._filters = AuditFilters(desk.audit.staff(), desk.clock.now().astimezone(COUNTY_ZONE).date())
        self._entries = EntriesModel()
        self._table = _table(self._entries)
        self._details = _details()
        self._said = text("", "muted", name="audit_said")
        self._lay_out()
        self._filters.changed.connect(self._begin)
        self._entries.more_wanted.connect(self._more)
        self._table.selectionModel().currentRowChanged.connect(self._look)
        self._begin()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(text(_NOTE, "muted", wrap=True))
        column.addWidget(self._filters)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._table)
        split.addWidget(self._details)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column.addWidget(split, 1)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        close = button("关闭", "primary", name="audit_close")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)

    def _begin(self) -> None:
        self._round += 1
        self._entries.clear()
        self._details.clear()
        self._read(self._filters.sought())

    def _more(self) -> None:
        self._read(self._filters.sought())

    def _read(self, sought: Sought) -> None:
        behind = self._entries.rowCount()

        def work(_: Progress) -> list[Entry]:
            return self._desk.audit.entries(sought, _PAGE, behind)

        took = partial(self._take, self._round)
        self._tasks.run("读取操作记录", work, took, self._failed, overlay=False)

    def _take(self, asked: int, entries: list[Entry]) -> None:
        if asked != self._round:
            return  # The filter is another one by now.
        is_first = self._entries.rowCount() == 0
        is_whole = len(entries) < _PAGE
        self._entries.add(entries, is_whole=is_whole)
        count = self._entries.rowCount()
        self._said.setText(f"共 {count} 条" if is_whole else f"已列出 {count} 条，往下滚动继续")
        if not count:
            self._said.setText("没有符合条件的记录，请放宽筛选条件。")
        elif is_first:
            self._table.selectRow(0)

    def _look(self, now: QModelIndex) -> None:
        self._details.clear()
        entry = self._entries.entry(now.row())
        if entry is None or entry.seq is None:
            return
        seq = entry.seq
        self._tasks.run(
            "读取改动", lambda _: self._desk.audit.details(seq), partial(self._show, seq), self._failed, overlay=False
        )

    def _show(self, seq: int, details: list[Detail]) -> None:
        entry = self._entries.entry(self._table.currentIndex().row())
        if entry is None or entry.seq != seq:
            return
        self._details.clear()
        for one in details:
            whose = f"{one.record or '未命名'}（{one.library}）"
            cells = ["新的一条", "", ""] if one.line is None else [one.line.label, one.line.before, one.line.after]
            item = QTreeWidgetItem([whose, cells[0], cells[1] or _EMPTY, cells[2] or _EMPTY])
            if one.line is None:
                item.setText(2, "")
                item.setText(3, "")
            self._details.addTopLevelItem(item)

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    def done(self, result: int) -> None:
        """Wait for what is being read before the dialog goes."""
        self._tasks.stop_all()
        super().done(result)


def _table(model: EntriesModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    dress_rows(table, "audit_table", "操作记录", _WIDTHS)
    table.setAlternatingRowColors(True)
    return table


def _details() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setObjectName("audit_details")
    tree.setAccessibleName("这次改动的内容")
    wear(tree, "rows")
    tree.setHeaderLabels(["记录", "字段", "改前", "改后"])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    head = tree.header()
    head.resizeSection(0, 300)
    head.resizeSection(1, 140)
    head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    return tree
