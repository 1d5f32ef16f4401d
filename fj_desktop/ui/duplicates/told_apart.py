"""The pairs of which a person said that they are not the same; each can be told again."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.services.desk import Desk
from fj_desktop.services.duplicates import Pair
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.duplicates.pairs_list import PairsList
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text

_SIZE = (560, 420)


class ToldApartDialog(QDialog):
    """``taken_back``: what was said of a pair holds no longer."""

    taken_back = Signal()

    def __init__(self, parent: QWidget, desk: Desk, library: Library, theme: Theme, asking: Asking) -> None:
        super().__init__(parent)
        self._desk, self._library, self._asking = desk, library, asking
        self._tasks = Tasks(self)
        self._has_changed = False
        self._list = PairsList(theme)
        self._said = text("正在读取…", "muted", wrap=True, name="told_apart_said")
        self._back = button("收回，再次提示", "primary", name="told_apart_back")
        self._lay_out(parent, theme)
        self._read()

    def _lay_out(self, parent: QWidget, theme: Theme) -> None:
        self.setWindowTitle("说过不是同一个的")
        self.setObjectName("told_apart")
        self._list.setAccessibleName("说过不是同一个的记录")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(text(self.windowTitle(), "heading"))
        column.addWidget(self._said)
        column.addWidget(self._list, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        close = button("关闭", name="told_apart_close")
        close.clicked.connect(self.accept)
        self._back.clicked.connect(self._take_back)
        for one in (close, self._back):
            one.setAutoDefault(False)
            foot.addWidget(one)
        column.addLayout(foot)
        scale, room = theme.text_percent / 100, parent.window().size()
        self.resize(min(round(_SIZE[0] * scale), room.width()), min(round(_SIZE[1] * scale), room.height()))

    def _read(self, row: int = 0) -> None:
        self._back.setEnabled(False)

        def found(pairs: list[Pair]) -> None:
            self._list.pairs.show(pairs)
            self._said.setText(f"共 {len(pairs):,} 对，查重不再提示。" if pairs else "还没有记下不是同一个的记录。")
            self._back.setEnabled(bool(pairs))
            self._list.go_to(row)
            self._list.setFocus()

        told = self._desk.duplicates.not_the_same
        self._tasks.run("正在读取", lambda _: told(self._library), found, partial(self._asking.report, self))

    def _take_back(self) -> None:
        pair = self._list.present()
        if pair is None:
            return
        row = self._list.currentIndex().row()

        def done(_: None) -> None:
            self._has_changed = True
            self._read(row)

        ask_again = self._desk.duplicates.ask_again
        self._tasks.run(
            "正在收回",
            lambda _: ask_again(pair.library, pair.first, pair.second),
            done,
            partial(self._asking.report, self),
        )

    def done(self, result: int) -> None:
        """Wait for what runs before the dialog goes; the list behind is read again when something changed."""
        self._tasks.stop_all()
        super().done(result)
        if self._has_changed:
            self.taken_back.emit()
        self.deleteLater()
