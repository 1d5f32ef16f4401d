"""Keeps what is typed in a form as a draft, a few seconds after the typing and never on the window's thread."""

import uuid
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.ui.tasks import Tasks

_KEEP_MS = 3000


class DraftKeeper(QObject):
    """One write at a time, at most one in three seconds; what was saved or given up is forgotten at once."""

    def __init__(
        self, form: QWidget, desk: Desk, library: Library,
        typed: Callable[[], Mapping[str, str]], tell: Callable[[str], object],
    ) -> None:  # fmt: skip
        """``typed`` gives what was typed; ``tell`` shows the state of it in words."""
        super().__init__(form)
        self._desk, self._library, self._typed, self._tell = desk, library, typed, tell
        self._tasks = Tasks(form)
        self._record: uuid.UUID | None = None
        self._base = ""
        self._is_open = self._is_kept = self._again = False
        self._gone: list[uuid.UUID | None] = []
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._timer.timeout.connect(self._write)

    def touched(self, record: uuid.UUID | None, base: str) -> None:
        """Something was typed about a record, which was last changed at ``base``."""
        if not self._is_open:
            self._record, self._base, self._is_open = record, base, True
        if not self._timer.isActive():
            self._timer.start()

    def adopt(self) -> None:
        """What the form shows as typed is a draft that was kept before."""
        self._is_kept = True

    def settled(self) -> None:
        """What was typed is saved or given up."""
        self._timer.stop()
        self._is_open = False
        if self._is_kept or self._tasks.is_busy:
            # Another record may be typed in before the write under way ends.
            self._gone.append(self._record)
            self._is_kept = False
            self._write()

    def _write(self) -> None:
        if self._tasks.is_busy:
            self._again = True
            return
        texts = dict(self._typed()) if self._is_open else {}
        record, base = self._record, self._base
        gone, self._gone = [*self._gone, *([record] if self._is_open and not texts else [])], []

        def keep(_: Progress) -> None:
            for one in gone:
                self._desk.drafts.drop(self._library, one)
            if texts:
                self._desk.drafts.keep(self._library, record, texts, base)

        self._is_kept = bool(texts)
        self._tasks.run("保存草稿", keep, self._done, self._failed, overlay=False)

    def _done(self, _: None) -> None:
        if self._again:
            self._again = False
            self._write()

    def _failed(self, error: UserError) -> None:
        self._again = False
        self._tell("未保存，草稿也没有存下")
