"""Ctrl+Shift+N: type or paste, check the rows, Enter stores them. What was typed stays until stored or discarded."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.capturing import DEFAULT, Planned, Stored
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.capture.draft import CaptureDraft
from fj_desktop.ui.capture.lead_table import LeadTable, kept_edits
from fj_desktop.ui.capture.rows_view import RowsView
from fj_desktop.ui.composing import guard
from fj_desktop.ui.keyboard import IN_CAPTURE, bind
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, combo, text
from fj_desktop.ui.widgets.notice import Notice

_AT_ONCE = 600
"""A text of so many signs is read and looked up within one frame."""
_TYPING_MS = 150
_EXAMPLE = "例如：张三 13800138000 某某光学 想看地\n也可粘贴微信聊天、名片、通讯录（vCard）或一份名单"
_HINT = "Enter 存入（多行时 Ctrl+Enter）　Shift+Enter 换行　Tab 到下表修改　Esc 收起，内容保留"


class CaptureDialog(QDialog):
    """``stored``: what was done, in words. It is put away and shown again as it was."""

    stored = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, theme: Theme, asking: Asking) -> None:
        super().__init__(parent)
        self._desk, self._theme, self._asking = desk, theme, asking
        self._capture = desk.capturing
        self._tasks = Tasks(self)
        self._version = 0
        self._text = QPlainTextEdit()
        self._into = combo(name="capture_into", label="存入哪个库")
        self._leads = LeadTable(theme)
        self._rows = RowsView(self._leads, self._capture.libraries(), theme)
        self._trouble = Notice(theme.icons, "refusal")
        self._fate = text("", "small", wrap=True, name="capture_fate")
        self._count = text("", "small", name="capture_count")
        self._store = button("存入", "primary", icon=theme.icons.icon("save", "on_primary"), name="capture_store")
        self._discard = button("清空", "quiet", name="capture_discard")
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._draft = CaptureDraft(self, desk, self._text.toPlainText, self._say)
        self._set_up()
        self._lay_out()
        self._join()
        self._text.setPlainText(self._draft.kept())

    def _set_up(self) -> None:
        self.setWindowTitle("速记")
        self.setObjectName("capture")
        self._text.setObjectName("capture_text")
        self._text.setAccessibleName("速记内容")
        self._text.setPlaceholderText(_EXAMPLE)
        self._text.setTabChangesFocus(True)
        self._text.installEventFilter(self)
        guard(self._text)
        for library in self._capture.libraries():
            self._into.addItem(library.title, library)
        wished = self._desk.setting("capture/library", DEFAULT)
        names = [one.library for one in self._capture.libraries()]
        self._into.setCurrentIndex(names.index(wished) if wished in names else 0)
        self._trouble.hide()
        self._store.setAutoDefault(False)
        self._discard.setAutoDefault(False)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(text("速记", "heading"))
        head.addStretch()
        head.addWidget(text("默认存入", "muted"))
        head.addWidget(self._into)
        foot.addWidget(self._discard)
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(self._store)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        column.addWidget(text(_HINT, "small"))
        column.addWidget(self._rows, 2)
        column.addWidget(self._fate)
        column.addWidget(self._trouble)
        column.addLayout(foot)

    def _join(self) -> None:
        self._text.textChanged.connect(self._typed)
        self._typing.timeout.connect(self._read)
        self._into.activated.connect(self._chosen)
        self._leads.edited.connect(self._plan)
        self._rows.selectionModel().currentRowChanged.connect(self._tell_row)
        self._store.clicked.connect(self.store)
        self._discard.clicked.connect(self._throw_away)
        self.finished.connect(self._draft.keep)
        bind(self, "速记：存入", "Ctrl+Return Ctrl+Enter", self.store, group=IN_CAPTURE)

    def pop_up(self) -> None:
        """Show it with what was left in it, the keyboard in the text."""
        if not self.isVisible():
            host = self.parentWidget()
            room = host.size() if host is not None else self.size()
            scale = self._theme.text_percent / 100
            self.resize(min(round(1060 * scale), room.width() - 60), min(round(600 * scale), room.height() - 60))
            self._read()
            self.open()
        self._text.setFocus()
        self._text.selectAll()

    def put(self, words: str) -> None:
        """Put words into the text, as if they were pasted."""
        self._text.setPlainText(words)

    def is_dirty(self) -> bool:
        """Something was typed and not stored; it is kept as a draft."""
        return bool(self._text.toPlainText().strip())

    def store(self) -> None:
        """Store the rows, all or none."""
        if self._typing.isActive():
            self._read()
        entries = [one.entry for one in self._leads.wanted()]
        if self._tasks.is_busy or not entries:
            return
        if self._leads.refused():
            self._say(f"还有 {self._leads.refused()} 条需要修改，改好或选“不存这一条”后再存。")
            self._rows.go_to_refused()
            return
        if len(entries) == 1:
            try:
                self._done(self._capture.store(entries))
            except UserError as error:
                self._say(error.text)
            return
        self._tasks.run(
            "正在存入",
            lambda progress: self._capture.store(entries, progress),
            self._done,
            lambda error: self._say(error.text),
        )

    def _typed(self) -> None:
        self._trouble.hide()
        self._draft.touched()
        if len(self._text.toPlainText()) <= _AT_ONCE:
            self._read()
        else:
            self._typing.start()

    def _read(self) -> None:
        self._typing.stop()
        words, library, old = self._text.toPlainText(), self._library(), self._leads.entries()

        def read(_: Progress | None = None) -> list[Planned]:
            leads = self._capture.read(words)
            fitting = [self._capture.fitting(lead, library) for lead in leads]
            entries = kept_edits(leads, old, fitting)
            return self._capture.plan(entries)

        self._work_out(read, at_once=len(words) <= _AT_ONCE)

    def _plan(self) -> None:
        entries = self._leads.entries()
        self._work_out(lambda _=None: self._capture.plan(entries), at_once=len(entries) <= 5)

    def _work_out(self, work: Callable[..., list[Planned]], *, at_once: bool) -> None:
        self._version += 1
        version = self._version
        if at_once:
            try:
                self._show(version, work())
            except UserError as error:
                self._refuse(version, error)
            return
        self._count.setText("正在辨认…")
        self._store.setEnabled(False)
        self._tasks.run(
            "正在辨认", work, lambda planned: self._show(version, planned), lambda error: self._refuse(version, error),
            overlay=False,
        )  # fmt: skip

    def _show(self, version: int, planned: list[Planned]) -> None:
        if version != self._version:
            # Stale: something else was typed by now.
            return
        self._leads.show(planned)
        self._rows.fit()
        self._tell_row()
        wanted = len(self._leads.wanted())
        refused = self._leads.refused()
        self._store.setEnabled(bool(wanted))
        self._store.setText(f"存入 {wanted} 条" if wanted > 1 else "存入")
        self._count.setText("" if not planned else f"共 {len(planned)} 条" + (f"，{refused} 条待改" if refused else ""))
        self._trouble.hide()

    def _refuse(self, version: int, error: UserError) -> None:
        if version == self._version:
            self._leads.show([])
            self._rows.fit()
            self._tell_row()
            self._store.setEnabled(False)
            self._count.setText("")
            self._say(error.text)

    def _library(self) -> Library:
        return self._capture.libraries()[max(0, self._into.currentIndex())]

    def _chosen(self) -> None:
        """Another library for all rows; what was mended in them stays."""
        self._desk.keep_setting("capture/library", self._library().library)
        for row, planned in enumerate(self._leads.planned):
            library = self._capture.fitting(planned.entry.lead, self._library())
            self._leads.move(row, library)
        self._plan()

    def _done(self, stored: Stored) -> None:
        names = list(dict.fromkeys(library.title for library, _ in stored.records))
        known = f"，其中 {stored.known} 条并入已有记录" if stored.known else ""
        self._text.clear()
        self._draft.keep()
        self.accept()
        self.stored.emit(f"已存入 {len(stored.records)} 条（{'、'.join(names)}）{known}。Ctrl+Z 可撤销")

    def _tell_row(self) -> None:
        """Say in full what happens to the present row; its cell may be too narrow."""
        row = max(0, self._rows.currentIndex().row())
        there = row < len(self._leads.planned)
        self._fate.setText(f"第 {row + 1} 条：{self._leads.state(row)[0]}" if there else "")

    def _say(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()

    def _throw_away(self) -> None:
        words = "清空后，这些还没有存的内容就没有了。"
        if not self.is_dirty() or self._asking.ask(self, "清空速记内容吗", words, yes="清空", danger=True):
            self._text.clear()
            self._draft.keep()
            self._text.setFocus()

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._text:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            one_line = "\n" not in self._text.toPlainText().strip()
            if is_enter and not shifted and (one_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
                self.store()
                return True
        return super().eventFilter(watched, event)
