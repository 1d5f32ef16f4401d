"""Ctrl+K: one line over the window that runs any command and opens any record."""

import uuid

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.searching import Found
from fj_desktop.ui.composing import guard
from fj_desktop.ui.keyboard import NOT_COMMANDS
from fj_desktop.ui.palette.choosing import LOOSELY, Recent, fitting_commands, has_no_keys
from fj_desktop.ui.palette.gathering import Command, commands
from fj_desktop.ui.palette.listing import TARGET, PaletteList
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import text, wear

_WIDE, _TOP, _TALLEST = 680, 64, 470
_SHOWN_RECORDS = 20
_PATIENCE_MS = 40
PALETTE_KEYS = "Ctrl+K"
_ONLY_COMMANDS = (">", "＞", "》")


class PaletteBox(QFrame):
    """``opened``: a record was chosen (library name, id). Commands run by themselves."""

    opened = Signal(str, object)

    def __init__(self, desk: Desk, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._theme, self._host = desk, theme, host
        self._commands: list[Command] = []
        self._records: list[Found] = []
        self._opened: list[Found] = []
        self._marked: list[Found] = []
        self._recent = Recent(desk)
        self._asked = ""
        self._answered: str | None = None
        self._enter_waits = False
        self._came_from: QWidget | None = None
        self._tasks = Tasks(self)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._late.timeout.connect(self._fill)
        self.line = QLineEdit(placeholderText="输入命令、记录名称、拼音或首字母；以 > 开头只找命令")
        self.list = PaletteList(theme)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self.setObjectName("palette_box")
        self.setProperty(NOT_COMMANDS, True)
        wear(self, "palette")
        self.line.setObjectName("palette")
        self.line.setAccessibleName("命令面板：输入命令或记录名称")
        self.line.addAction(self._theme.icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.installEventFilter(self)
        guard(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(text("↑ ↓ 选择　　Enter 执行或打开　　Esc 关闭", "small"))
        self.line.textChanged.connect(self._typed)
        self.list.itemClicked.connect(self._open)

    def pop_up(self) -> None:
        """Show it, empty, with the commands that can be carried out now."""
        if self.isVisible():
            self.line.selectAll()
            return
        self._came_from = self._host.window().focusWidget()
        found = [one for one in commands(self._host.window()) if one.keys != PALETTE_KEYS]
        self._commands = sorted(found, key=has_no_keys)
        self._recent.load()
        self._opened, self._marked = self._desk.visits.recents(), self._desk.visits.favourites()
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._typed()

    def put_away(self) -> None:
        """Hide it and give the keyboard back."""
        self._late.stop()
        self._enter_waits = False
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        wide = min(_WIDE * self._theme.text_percent // 100, self._host.width() - 32)
        tall = min(_TALLEST * self._theme.text_percent // 100, self._host.height() - _TOP - 24)
        self.setGeometry((self._host.width() - wide) // 2, _TOP, wide, tall)

    def _query(self) -> str:
        return self.line.text().strip().lstrip("".join(_ONLY_COMMANDS)).strip()

    def _typed(self) -> None:
        query = self._query()
        self._enter_waits = False
        self._answered = None
        if not query or self.line.text().strip().startswith(_ONLY_COMMANDS):
            self._records, self._answered = [], query
            self._fill()
            return
        self._late.start()
        self._search()

    def _search(self) -> None:
        """One search at a time; what was typed meanwhile is looked for when it ends."""
        if self._tasks.is_busy:
            return
        query = self._asked = self._query()
        self._tasks.run("正在查找", lambda _: self._desk.jumps.find(query), self._found, self._not_found, overlay=False)

    def _found(self, records: list[Found]) -> None:
        if not self.isVisible():
            return
        if self._asked != self._query():
            # Stale: something else stands in the line by now.
            if self._answered is None:
                self._search()
            return
        self._records, self._answered = records[:_SHOWN_RECORDS], self._asked
        self._fill()
        if self._enter_waits:
            self._open(self.list.currentItem())

    def _not_found(self, _: UserError) -> None:
        self._found([])

    def _fill(self) -> None:
        self._late.stop()
        query, is_pending = self._query(), self._answered is None
        if query:
            fitting, best = fitting_commands(self._commands, query, self._recent.words)
            self.list.show_found(fitting, [] if is_pending else self._records, records_first=best <= LOOSELY)
            if not self.list.count() and not is_pending:
                self.list.add_head(f"没有找到“{query[:20]}”")
        else:
            recent = self._recent.among(self._commands)
            others = [one for one in self._commands if one not in recent]
            visited = ((), ()) if self.line.text().strip() else (self._opened, self._marked)
            self.list.show_all(recent, others, *visited)
        self.list.step(1)

    def _enter(self) -> None:
        if self._late.isActive():
            self._fill()
        if self.list.currentItem() is None and self._answered is None:
            self._enter_waits = True
            return
        self._open(self.list.currentItem())

    def _open(self, item: QListWidgetItem | None) -> None:
        target = item.data(TARGET) if item is not None else None
        if isinstance(target, Command):
            self.put_away()
            self._recent.remember(target.words)
            # The key that chose it is done with first, so that what opens does not get it.
            QTimer.singleShot(0, self._host, target.run)
        elif target:
            self.put_away()
            self.opened.emit(target[0], uuid.UUID(target[1]))

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.line and self.isVisible():
            self._came_from = None
            self.put_away()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        page = max(1, self.list.height() // 40)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key in steps:
            for _ in range(abs(steps[Qt.Key(key)])):
                self.list.step(1 if steps[Qt.Key(key)] > 0 else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.put_away()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True
