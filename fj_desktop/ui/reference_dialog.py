"""Reference tables in the window: which are in use, replaced by a newer file, or set back to those shipped."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.errors import UserError
from fj_desktop.services.reference_changes import ReferenceChanges
from fj_desktop.services.reference_tables import Proposal, Standing
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.widgets.looks import button, text
from fj_desktop.ui.widgets.rows_table import dress_rows

_HEADS = ("参考表", "行数", "来源", "换上时间", "内容指纹")
_WIDTHS = (190, 70, 200, 140)
_WORDS = "程序自带的代码和名称。国家公布新版后，可以换成新的 CSV 文件；先整表检查，换上后下次启动起用。"


class ReferenceDialog(QDialog):
    """One line for each table a person may replace."""

    def __init__(self, parent: QWidget, tables: ReferenceChanges, asking: Asking) -> None:
        super().__init__(parent)
        self._changes, self._asking = tables, asking
        self._tasks = Tasks(self)
        self._standing: list[Standing] = []
        self.setWindowTitle("参考数据")
        self.setObjectName("reference")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QTableWidget(0, len(_HEADS))
        self._list.setHorizontalHeaderLabels(_HEADS)
        self._list.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        dress_rows(self._list, "reference_list", "参考数据", _WIDTHS)
        self._list.itemSelectionChanged.connect(self._offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(text("参考数据", "heading"))
        column.addWidget(text(_WORDS, "muted", wrap=True))
        column.addWidget(self._list, 1)
        column.addLayout(self._foot())
        self.resize(760, 380)
        self._fill()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._reset = button("恢复自带的…", name="reference.reset")
        self._replace = button("换成文件…", name="reference.replace")
        close = button("完成", "primary", name="reference.close")
        for one, slot in ((self._reset, self._ask_reset), (self._replace, self._ask_file), (close, self.accept)):
            one.setAutoDefault(False)
            one.clicked.connect(slot)
        row.addWidget(self._replace)
        row.addWidget(self._reset)
        row.addStretch()
        row.addWidget(close)
        return row

    def _fill(self) -> None:
        at = max(0, self._list.currentRow())
        self._standing = self._changes.listed()
        self._list.setRowCount(len(self._standing))
        for row, one in enumerate(self._standing):
            since = one.since.astimezone(COUNTY_ZONE).strftime("%Y-%m-%d %H:%M") if one.since else ""
            words = (one.table.title, f"{one.rows:,}", one.source, since, one.digest[:12])
            for column, word in enumerate(words):
                item = QTableWidgetItem(word)
                item.setToolTip(one.digest if column == len(words) - 1 else word)
                self._list.setItem(row, column, item)
        self._list.selectRow(at)
        self._offer()

    def _offer(self) -> None:
        chosen = self._chosen()
        self._replace.setEnabled(chosen is not None)
        self._reset.setEnabled(chosen is not None and chosen.since is not None)

    def _chosen(self) -> Standing | None:
        row = self._list.currentRow()
        return self._standing[row] if 0 <= row < len(self._standing) else None

    def _ask_file(self) -> None:
        chosen = self._chosen()
        file = self._asking.open_file(self, "选择新的参考表", "CSV 表格 (*.csv)") if chosen is not None else None
        if chosen is not None and file is not None:
            self._check(chosen.table.name, file)

    def _ask_reset(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._check(chosen.table.name, None)

    def _check(self, name: str, file: Path | None) -> None:
        self._tasks.run("检查参考表", lambda _: self._changes.check(name, file), self._checked, self._failed)

    def _checked(self, proposal: Proposal) -> None:
        title = proposal.table.title
        source = f"“{proposal.source}”" if proposal.content is not None else "程序自带的表"
        words = f"把“{title}”换成{source}，共 {proposal.rows:,} 行？下次启动起用。"
        if proposal.orphaned:
            words += f"\n有 {proposal.orphaned:,} 处记录用到的代码新表里没有：记录照旧保留代码，但不再显示名称。"
        if self._asking.ask(self, "更换参考表", words, yes="更换", no="取消", danger=bool(proposal.orphaned)):
            apply = partial(self._changes.apply, proposal)
            self._tasks.run("更换参考表", lambda _: apply(), self._applied, self._failed)

    def _applied(self, _: None) -> None:
        self._fill()

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    # Qt's own names

    def done(self, result: int) -> None:
        self._tasks.stop_all()
        super().done(result)
