"""Past imports of the desk; one can be taken back, what was edited since stays and is named."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.past_imports import PastImport
from fj_desktop.services.taking_back import Undone
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.widgets.looks import button, text
from fj_desktop.ui.widgets.rows_table import dress_rows

_HEADS = ("导入时间", "文件", "台账", "新增", "更新", "退回", "导入人", "状态")
_WIDTHS = (130, 240, 130, 60, 60, 60, 80)
_NUMBERS = (3, 4, 5)
_WORDS = (
    "收回一次导入：它新增的记录移入回收站，它改过的内容恢复原样；此后又改过的记录保留并列出。"
    "收回以后可以重做（Ctrl+Y）。"
)
_NAMED = 12


class PastImportsDialog(QDialog):
    """One line for each import, newest first."""

    def __init__(self, parent: QWidget, desk: Desk, asking: Asking) -> None:
        super().__init__(parent)
        self._desk, self._asking = desk, asking
        self._tasks = Tasks(self)
        self._past: list[PastImport] = []
        self.setWindowTitle("过往导入")
        self.setObjectName("past_imports")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QTableWidget(0, len(_HEADS))
        self._list.setHorizontalHeaderLabels(_HEADS)
        self._list.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        dress_rows(self._list, "past_list", "过往导入", _WIDTHS)
        self._list.itemSelectionChanged.connect(self._offer)
        self._said = text("", "small", wrap=True, name="past_said")
        self._undo = button("收回这次导入…", name="past.undo")
        close = button("完成", "primary", name="past.close")
        foot = QHBoxLayout()
        for one, slot in ((self._undo, self._ask), (close, self.accept)):
            one.setAutoDefault(False)
            one.clicked.connect(slot)
        foot.addWidget(self._undo)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(text("过往导入", "heading"))
        column.addWidget(text(_WORDS, "muted", wrap=True))
        column.addWidget(self._list, 1)
        column.addWidget(self._said)
        column.addLayout(foot)
        self.resize(900, 440)
        self._fill()

    def _fill(self) -> None:
        at = max(0, self._list.currentRow())
        self._past = self._desk.importing.past()
        self._list.setRowCount(len(self._past))
        for row, one in enumerate(self._past):
            state = f"已收回 {one.undone_at}" if one.undone_at else "有效"
            numbers = (f"{one.added:,}", f"{one.updated:,}", f"{one.refused:,}")
            for column, word in enumerate((one.at, one.file, one.title, *numbers, one.who, state)):
                item = QTableWidgetItem(word)
                item.setToolTip(word)
                if column in _NUMBERS:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._list.setItem(row, column, item)
        if self._past:
            self._list.selectRow(min(at, len(self._past) - 1))
        else:
            self._said.setText("还没有导入过。")
        self._offer()

    def _chosen(self) -> PastImport | None:
        row = self._list.currentRow()
        return self._past[row] if 0 <= row < len(self._past) else None

    def _offer(self) -> None:
        chosen = self._chosen()
        self._undo.setEnabled(chosen is not None and not chosen.undone_at)

    def _ask(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        rows = f"{chosen.added:,} 条新增和 {chosen.updated:,} 条更新"
        words = f"收回 {chosen.at} 从“{chosen.file}”导入{chosen.title}的 {rows}？此后又改过的记录会保留。"
        if self._asking.ask(self, "收回导入", words, yes="收回", danger=True):
            work = partial(self._desk.importing.undo, chosen.batch)
            self._tasks.run("正在收回导入", work, self._undone, self._failed)

    def _undone(self, undone: Undone) -> None:
        words = f"已收回：移走新增 {undone.removed:,} 条，恢复原样 {undone.put_back:,} 处。"
        kept = [name for name in undone.kept if name]
        if kept:
            more = " 等" if len(kept) > _NAMED else ""
            words += f"此后改过的 {len(kept):,} 条保留：{'、'.join(kept[:_NAMED])}{more}。"
        self._said.setText(words)
        self._fill()

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    # Qt's own names

    def done(self, result: int) -> None:
        self._tasks.stop_all()
        super().done(result)
