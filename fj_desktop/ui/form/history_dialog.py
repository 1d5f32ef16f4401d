"""What happened to a record, newest first; former values can be put back from here."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.services.change_lines import Line
from fj_desktop.services.desk import Desk
from fj_desktop.services.history import Event
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text

_SIZE = (760, 480)
_EMPTY = "（空）"
_HELD = Qt.ItemDataRole.UserRole


class HistoryDialog(QDialog):
    """A tree of events and their fields; closes with Esc."""

    def __init__(
        self, parent: QWidget, desk: Desk, library: Library, record: uuid.UUID, theme: Theme, asking: Asking
    ) -> None:
        super().__init__(parent)
        self._desk, self._library, self._record, self._asking = desk, library, record, asking
        self.setWindowTitle("改动历史")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._tree = _tree()
        self._one = button("还原这个字段", "quiet", icon=theme.icons.icon("restore"), name="history_one")
        self._whole = button("整条回到此前", "quiet", icon=theme.icons.icon("undo"), name="history_whole")
        self._one.setToolTip("把选中字段改回“改前”的值")
        self._whole.setToolTip("把整条记录恢复到选中这次改动之前的样子；恢复本身也会记入历史，可以撤销")
        self._close = button("关闭", "primary")
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(
            text("每次改动的时间、经办人和前后内容，最新的在上；被遮盖的内容在这里同样遮盖。", "muted", wrap=True)
        )
        column.addWidget(self._tree, 1)
        row = QHBoxLayout()
        row.addWidget(self._one)
        row.addWidget(self._whole)
        row.addStretch()
        row.addWidget(self._close)
        column.addLayout(row)
        self._one.clicked.connect(self._put_back_one)
        self._whole.clicked.connect(self._return_whole)
        self._close.clicked.connect(self.accept)
        self._tree.currentItemChanged.connect(self._fit)

    def _fill(self) -> None:
        self._tree.clear()
        for event in self._desk.history.of(self._library, self._record):
            top = QTreeWidgetItem([f"{event.at[:16]}　{event.what}", event.who, ""])
            top.setData(0, _HELD, (event, None))
            self._tree.addTopLevelItem(top)
            for line in event.lines:
                item = QTreeWidgetItem([line.label, line.before or _EMPTY, line.after or _EMPTY])
                item.setToolTip(1, line.before)
                item.setToolTip(2, line.after)
                item.setData(0, _HELD, (event, line))
                top.addChild(item)
        self._tree.expandAll()
        if (newest := self._tree.topLevelItem(0)) is not None:
            self._tree.setCurrentItem(newest)
        self._fit()

    def _picked(self) -> tuple[Event, Line | None] | None:
        item = self._tree.currentItem()
        return item.data(0, _HELD) if item is not None else None

    def _fit(self) -> None:
        picked = self._picked()
        self._one.setEnabled(picked is not None and picked[1] is not None and bool(picked[1].key))
        self._whole.setEnabled(picked is not None and any(line.key for line in picked[0].lines))

    def _put_back_one(self) -> None:
        picked = self._picked()
        if picked is not None and picked[1] is not None:
            event, line = picked[0], picked[1]
            self._try(lambda: self._desk.history.put_back(self._library, self._record, event, line.key))

    def _return_whole(self) -> None:
        picked = self._picked()
        if picked is not None:
            event = picked[0]
            self._try(lambda: self._desk.history.return_to(self._library, self._record, event))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except InvalidRecordError as invalid:
            reasons = "；".join(f"{one.label}：{one.reason}" for one in invalid.refusals)
            self._asking.tell(self, "没有还原", f"旧值现在不能用。{reasons}", tone="warning")
        except UserError as error:
            self._asking.report(self, error)
        else:
            self._fill()


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setObjectName("history_tree")
    tree.setAccessibleName("改动历史")
    tree.setHeaderLabels(["时间与字段", "改前（经办人）", "改后"])
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    head = tree.header()
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return tree
