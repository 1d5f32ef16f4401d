"""Keeps the text of the quick capture in the store while it is typed, beside the window and at most seconds behind."""

from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.ui.tasks import Tasks

_DRAFT = "draft/capture"
_KEEP_MS = 2000


class CaptureDraft(QObject):
    """``words`` gives the text; ``tell`` says that it could not be kept."""

    def __init__(self, host: QWidget, desk: Desk, words: Callable[[], str], tell: Callable[[str], object]) -> None:
        super().__init__(host)
        self._desk, self._words, self._tell = desk, words, tell
        self._tasks = Tasks(host)
        self._writing = Lock()
        self._latest = self.kept()
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._timer.timeout.connect(self._keep_beside)

    def kept(self) -> str:
        """The text as the store has it."""
        return self._desk.setting(_DRAFT)

    def touched(self) -> None:
        """Something was typed. The clock runs from the first key: typing on puts nothing off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep the text at once: the window is put away."""
        self._timer.stop()
        self._latest = self._words()
        self._write()

    def _keep_beside(self) -> None:
        if self._tasks.is_busy:
            self._timer.start()
            return
        self._latest = self._words()
        self._tasks.run("保存草稿", self._write, lambda _: None, self._failed, overlay=False)

    def _write(self, _: Progress | None = None) -> None:
        # One at a time, and whatever is newest then: a write beside the window never brings back older words.
        with self._writing:
            words = self._latest
            if words != self.kept():
                self._desk.keep_setting(_DRAFT, words)

    def _failed(self, error: UserError) -> None:
        self._tell(f"草稿没有存下：{error.text}")
