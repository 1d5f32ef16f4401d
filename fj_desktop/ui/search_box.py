"""One search box over all libraries, with what it finds below it, grouped."""

import uuid
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.searching import Found, SearchService
from fj_desktop.ui.composing import guard
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.two_part_rows import DETAIL, dress
from fj_desktop.ui.widgets.looks import wear

_TYPING_MS = 10
_PER_LIBRARY = 8
_TALLEST = 460


class SearchBox(QLineEdit):
    """``opened``: a record was chosen (library name, id)."""

    opened = Signal(str, object)

    def __init__(self, search: SearchService, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, clearButtonEnabled=True)
        self.setPlaceholderText("在所有库中查找：名称、拼音首字母、电话、信用代码（Ctrl+F）")
        self.setObjectName("search")
        self.setAccessibleName("在所有库中查找")
        self.addAction(theme.icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._search, self._host = search, parent
        self._tasks = Tasks(self)
        self._list = QListWidget(parent)
        self._list.setObjectName("search_results")
        self._list.setAccessibleName("查找结果")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        wear(self._list, "popup")
        dress(self._list, theme)
        guard(self)
        self._list.hide()
        self._list.itemClicked.connect(self._open)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._find)
        self.textChanged.connect(self._typing.start)

    def take_focus(self) -> None:
        """Put the keyboard here, what stands here selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _find(self) -> None:
        words = self.text().strip()
        if not words:
            self._list.hide()
            return
        found = self._search.quick_find(words)
        if found is not None:
            self._show(found, words)
        elif not self._tasks.is_busy:
            work = partial(self._look, words)
            self._tasks.run("正在查找", work, partial(self._found, words), self._not_found, overlay=False)

    def _look(self, words: str, progress: Progress) -> list[Found]:
        return self._search.find(words, progress=progress)

    def _found(self, words: str, found: list[Found]) -> None:
        if words != self.text().strip():
            self._find()
        elif self.hasFocus():
            self._show(found, words)

    def _not_found(self, _: UserError) -> None:
        self._show([], self.text().strip())

    def _show(self, found: list[Found], words: str) -> None:
        self._list.clear()
        groups: dict[str, list[Found]] = {}
        for one in found:
            groups.setdefault(one.library.title, []).append(one)
        for title, members in groups.items():
            more = f"，先显示 {_PER_LIBRARY} 条" if len(members) > _PER_LIBRARY else ""
            head = QListWidgetItem(f"{title}　{len(members)} 条{more}", self._list)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            for one in members[:_PER_LIBRARY]:
                item = QListWidgetItem(one.title or "未命名", self._list)
                item.setData(DETAIL, one.detail)
                item.setData(Qt.ItemDataRole.UserRole, (one.library.library, str(one.id)))
        if not found:
            QListWidgetItem(f"没有找到“{words[:20]}”", self._list).setFlags(Qt.ItemFlag.NoItemFlags)
        self._place()
        self._step(1)

    def _place(self) -> None:
        parent = self._host
        below = parent.mapFromGlobal(self.mapToGlobal(QPoint(0, self.height() + 4)))
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        width = min(max(self.width(), 460), parent.width() - 16)
        height = min(_TALLEST, rows + 16, parent.height() - below.y() - 8)
        self._list.setGeometry(min(below.x(), parent.width() - width - 8), below.y(), width, height)
        self._list.show()
        self._list.raise_()

    def _step(self, by: int) -> None:
        row = self._list.currentRow()
        for at in range(row + by, self._list.count() if by > 0 else -1, by):
            if at >= 0 and self._list.item(at).flags() & Qt.ItemFlag.ItemIsEnabled:
                self._list.setCurrentRow(at)
                return

    def _open(self, item: QListWidgetItem | None) -> None:
        target = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if target:
            self._list.hide()
            self.opened.emit(target[0], uuid.UUID(target[1]))

    # Qt's own names

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._list.hide()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._step(1) if self._list.isVisible() else self._find()
        elif event.key() == Qt.Key.Key_Up:
            self._step(-1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive():
                self._typing.stop()
                self._find()
            self._open(self._list.currentItem())
        elif event.key() == Qt.Key.Key_Escape and self._list.isVisible():
            self._list.hide()
        else:
            super().keyPressEvent(event)
