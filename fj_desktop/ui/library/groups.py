"""The groups of a table beside it: each value with its count and sum; picking one filters the table by it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.grouping import Group, is_cut, ways
from fj_desktop.ui.tasks import TaskProgress, Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.two_part_rows import DETAIL, TwoPartRows
from fj_desktop.ui.widgets.looks import icon_button, text

_WIDE = 230
_HELD = int(Qt.ItemDataRole.UserRole) + 1


class GroupList(QWidget):
    """Hidden while nothing is grouped.

    ``picked``: the filter of a group. ``changed``: the table is grouped by something else.
    """

    picked = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, library: Library, theme: Theme) -> None:
        super().__init__()
        self._desk, self._library = desk, library
        self.name = ""
        self._wanted = Wanted()
        self._running: TaskProgress | None = None
        self._tasks = Tasks(self)
        self._title = text("", "strong", name="groups.title")
        self._said = text("", "small", wrap=True, name="groups.said")
        self._list = QListWidget()
        self._list.setObjectName("groups.list")
        self._list.setAccessibleName("分组")
        self._list.setItemDelegate(TwoPartRows(self._list, theme))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._pick)
        self._list.itemActivated.connect(self._pick)
        cross = icon_button("不分组", theme.icons.icon("close", "muted"), name="groups.close")
        cross.clicked.connect(partial(self.group_by, ""))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._said)
        self._theme = theme
        self._fit()
        theme.changed.connect(self._fit)
        self.hide()

    def _fit(self) -> None:
        self.setFixedWidth(_WIDE * self._theme.text_percent // 100)

    def group_by(self, name: str) -> None:
        """Group by a way of the library, or by nothing."""
        if name != self.name:
            self.put(name)
            self.changed.emit()

    def put(self, name: str) -> None:
        """Group so; nobody is told, the table is about to be asked."""
        way = next((one for one in ways(self._library) if one.name == name), None)
        self.name = way.name if way is not None else ""
        self._title.setText(f"按{way.words}分组" if way is not None else "")
        self._list.clear()
        self.setVisible(way is not None)

    def refresh(self, wanted: Wanted) -> None:
        """Count the groups of what the table shows, beside the window."""
        self._wanted = wanted
        if not self.name:
            return
        if self._running is not None:
            self._running.stop()
        name = self.name

        def count(progress: Progress) -> list[Group]:
            return self._desk.grouping.of(self._library, wanted, name, progress)

        self._said.setText("正在统计…")
        show = partial(self._show, wanted, name)
        self._running = self._tasks.run("正在分组", count, show, self._failed, overlay=False)

    def _show(self, wanted: Wanted, name: str, groups: list[Group]) -> None:
        if (wanted, name) != (self._wanted, self.name):
            return
        self._list.clear()
        for one in groups:
            item = QListWidgetItem(one.label)
            detail = f"{one.count:,}" + (f" · {one.total}" if one.total else "")
            item.setData(DETAIL, detail)
            item.setData(_HELD, one.filter)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.label}，{detail}")
            item.setToolTip(f"{one.label}\n{detail}")
            self._list.addItem(item)
        words = f"{len(groups):,} 组" if not is_cut(groups) else f"最大的 {len(groups):,} 组"
        added = self._desk.grouping.total_words(self._library)
        self._said.setText(words + (f"，点号后为{added}合计" if added and any(one.total for one in groups) else ""))

    def _pick(self, item: QListWidgetItem) -> None:
        if item.data(_HELD) is not None:
            self.picked.emit(item.data(_HELD))

    def _failed(self, error: UserError) -> None:
        self._said.setText(error.text)
