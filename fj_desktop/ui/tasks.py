"""Slow work off the window's thread, with progress and a way to stop.

The work runs in its own thread and gets a plain-Python ``Progress``; exactly one of ``done``, ``failed`` and
``cancelled`` is then called on the window's thread. Unknown failures become a readable message here.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fj_desktop.core.progress import Cancelled, Progress
from fj_desktop.errors import UserError
from fj_desktop.ui.collecting import take_as_old
from fj_desktop.ui.widgets.progress_overlay import ProgressOverlay

T = TypeVar("T")

_TURN_S, _USUAL_TURN_S = 0.0005, 0.005
"""How long one thread computes before another that waits gets its turn."""

_log = logging.getLogger(__name__)


class UnexpectedError(UserError):
    """A fault of the program, put in words; what happened is in the log without anything a person typed."""

    code = "FJ-9000"


class TaskProgress:
    """The ``Progress`` of one task: written by the work, read by the window; both sides only set plain values."""

    def __init__(self) -> None:
        self.done = 0
        self.total: int | None = None
        self.text = ""
        self.started_at = time.monotonic()
        self._stop = threading.Event()

    def check(self) -> None:
        """Raise ``Cancelled`` once the person asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def at(self, done: int, total: int | None, text: str = "") -> None:
        """Keep how far the work is, and check."""
        self.done = done
        self.total = total
        self.text = text or self.text
        self.check()

    def stop(self) -> None:
        """Ask the work to stop at its next check."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """The person asked to stop and the work has not ended yet."""
        return self._stop.is_set()


class Tasks(QObject):
    """Runs work for one window; work with an overlay blocks that window's input until it ends."""

    idle = Signal()
    _ended = Signal(object)

    def __init__(self, host: QWidget) -> None:
        """``host`` is the window that the overlay covers."""
        super().__init__(host)
        self._host = host
        self._running: dict[TaskProgress, threading.Thread] = {}
        self._ended.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Some work has not ended yet."""
        return bool(self._running)

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None],
        *,
        cancelled: Callable[[], None] | None = None,
        overlay: bool = True,
        stop_words: str = "取消",
    ) -> TaskProgress:
        """Start ``work`` and return at once.

        Args:
            title: what is being done, in the person's words; shown after 400 ms.
            work: runs in another thread; must not touch any widget.
            done: gets what ``work`` returned.
            failed: gets every error of ``work``; an unknown one as ``UnexpectedError``.
            cancelled: called after the person stopped the work.
            stop_words: what the button says that stops the work.
            overlay: False for work that the page shows by itself and that leaves the window usable.
        """
        progress = TaskProgress()
        cover = ProgressOverlay(self._host, title, progress, stop_words) if overlay else None
        task = _Task(progress, work, done, failed, cancelled, cover)
        thread = threading.Thread(target=self._work, args=(task,), name=f"task {title}", daemon=True)
        self._running[progress] = thread
        _let_go_of_orphans()
        _AT_WORK.add(progress)
        # The window asks for its turn many times in one event: each may cost it so long.
        sys.setswitchinterval(_TURN_S)
        thread.start()
        return progress

    def stop_all(self, wait_s: float = 5.0) -> bool:
        """Ask all work to stop and wait for it; True when none is left (the window may close)."""
        until = time.monotonic() + wait_s
        for progress in self._running:
            progress.stop()
        for thread in self._running.values():
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._running.values())

    def _work(self, task: "_Task") -> None:
        task.attempt()
        try:
            self._ended.emit(task)
        except RuntimeError:
            # The window was destroyed while the work ran: nobody is left to hear the result.
            _ORPHANS.append(task)
            _log.info("task ended after its window")

    def _deliver(self, task: "_Task") -> None:
        # Whoever lets go of a task last destroys the widgets that only it knows: that must be this thread.
        self._running.pop(task.progress).join()
        if task.cover is not None:
            task.cover.lift()
        _AT_WORK.discard(task.progress)
        _let_go_of_orphans()
        if not _AT_WORK:
            take_as_old()
            sys.setswitchinterval(_USUAL_TURN_S)
        if not self._running:
            self.idle.emit()
        task.report()


class _Task:
    """One piece of work and where its outcome goes."""

    def __init__(
        self,
        progress: TaskProgress,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[UserError], None],
        cancelled: Callable[[], None] | None,
        cover: ProgressOverlay | None,
    ) -> None:
        self.progress = progress
        self.cover = cover
        self.report: Callable[[], None] = _nothing
        self._work = work
        self._done = done
        self._failed = failed
        self._cancelled = cancelled or _nothing

    def attempt(self) -> None:
        """Do the work in the thread it is called on; never raises."""
        try:
            result = self._work(self.progress)
        except Cancelled:
            self.report = self._cancelled
        except UserError as error:
            self._fail(error)
        except Exception as error:  # noqa: BLE001 - here a fault of the program becomes words
            self._fail(unexpected(error))
        else:
            self.report = lambda: self._done(result)

    def _fail(self, error: UserError) -> None:
        self.report = lambda: self._failed(error)


_AT_WORK: set[TaskProgress] = set()
"""The work of all windows."""
_ORPHANS: list[_Task] = []
"""What ended after its window; the window's thread lets go of it."""


def _let_go_of_orphans() -> None:
    while _ORPHANS:
        _AT_WORK.discard(_ORPHANS.pop().progress)


def unexpected(error: BaseException) -> UnexpectedError:
    """Log where an unknown failure happened, without its values, and put it in words."""
    _log.error("%s %s", UnexpectedError.code, where(error))
    return UnexpectedError(
        "程序出了意外的错误，这一步没有完成，已保存的内容没有改动。请再试一次；若仍出错，请把日志发给技术支持。"
    )


def where(error: BaseException) -> str:
    """The kind of an error and the lines it passed, with its causes; never its message, which may hold typed text."""
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.extract_tb(seen.__traceback__)
        lines = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
        parts.append(f"{type(seen).__name__} in {lines or 'no frame'}")
        seen = seen.__cause__ or seen.__context__
    return " | from ".join(parts)


def _nothing() -> None:
    """Nobody asked to hear of it."""
