"""The cover over a window while slow work runs: blocks input at once, is seen after 400 ms."""

import math
import time
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from fj_desktop.ui.widgets.looks import button, card, text
from fj_desktop.ui.widgets.running import application

SHOWN_AFTER_MS = 400
_READ_EVERY_MS = 100
_GUESS_AFTER_S = 3.0
_SHADE = QColor(10, 16, 22, 110)
_INPUT = frozenset(
    (
        QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.Shortcut, QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel, QEvent.Type.ContextMenu, QEvent.Type.TouchBegin,
    )
)  # fmt: skip


class Watched(Protocol):
    """What the overlay reads and does of a task."""

    done: int
    total: int | None
    text: str
    started_at: float

    @property
    def is_stopping(self) -> bool: ...

    def stop(self) -> None: ...


class ProgressOverlay(QWidget):
    """Covers ``host`` until ``lift``; reads the progress ten times a second, so the work may report at any rate."""

    def __init__(self, host: QWidget, title: str, progress: Watched, stop_words: str = "取消") -> None:
        super().__init__(host)
        self.setObjectName("progress_overlay")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BusyCursor)
        self._progress = progress
        self._host = host
        self._had_focus: QWidget | None = host.focusWidget()
        self._bar = QProgressBar(textVisible=False)
        self._said = text("", "muted", name="progress.text")
        self._left = text("", "muted", name="progress.left")
        self._stop = button(stop_words, name="progress.stop")
        self._card = self._laid_out(title)
        self._reading = QTimer(self, interval=_READ_EVERY_MS)
        self._reading.timeout.connect(self._read)
        self._stop.clicked.connect(self._stop_asked)
        QTimer.singleShot(SHOWN_AFTER_MS, self, self._appear)
        application().installEventFilter(self)
        self._cover()
        self.show()

    def lift(self) -> None:
        """Uncover the window and give the focus back."""
        application().removeEventFilter(self)
        had_focus = self.hasFocus() or self._stop.hasFocus()
        self.hide()
        if had_focus and self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus()
        self.deleteLater()

    def _laid_out(self, title: str) -> QWidget:
        frame, column = card(margin=24, spacing=12)
        frame.setFixedWidth(400)
        frame.setCursor(Qt.CursorShape.ArrowCursor)
        column.addWidget(text(title, "heading", wrap=True, name="progress.title"))
        column.addWidget(self._bar)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self._left)
        column.addLayout(row)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignRight)
        frame.hide()
        outer = QVBoxLayout(self)
        outer.addWidget(frame, 0, Qt.AlignmentFlag.AlignCenter)
        return frame

    def _appear(self) -> None:
        self._read()
        self._reading.start()
        self._card.show()
        self.setFocus()
        self.update()

    def _read(self) -> None:
        done, total = self._progress.done, self._progress.total
        self._bar.setRange(0, total or 0)
        self._bar.setValue(min(done, total or 0))
        self._said.setText("正在停止…" if self._progress.is_stopping else self._progress.text)
        self._left.setText(_time_left(time.monotonic() - self._progress.started_at, done, total))

    def _stop_asked(self) -> None:
        self._progress.stop()
        self._stop.setEnabled(False)
        self._read()

    def _cover(self) -> None:
        self.setGeometry(self._host.rect())
        self.raise_()

    def _blocks(self, watched: QObject) -> bool:
        if isinstance(watched, QWidget):
            return watched.window() is self._host.window() and not self.isAncestorOf(watched) and watched is not self
        return not isinstance(watched, QWindow)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._cover()
        return event.type() in _INPUT and self._blocks(watched)

    def focusNextPrevChild(self, forward: bool) -> bool:
        (self if self._stop.hasFocus() else self._stop).setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._card.isVisible():
            self._stop_asked()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._card.isVisible():
            painter = QPainter(self)
            painter.fillRect(self.rect(), _SHADE)
            painter.end()


def _time_left(elapsed_s: float, done: int, total: int | None) -> str:
    if not total or done <= 0 or elapsed_s < _GUESS_AFTER_S:
        return ""
    seconds = math.ceil(elapsed_s / done * max(0, total - done))
    return f"约剩 {seconds} 秒" if seconds < 60 else f"约剩 {math.ceil(seconds / 60)} 分钟"
