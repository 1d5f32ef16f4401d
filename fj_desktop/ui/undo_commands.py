"""Ctrl+Z and Ctrl+Y: steps of this session back and forth, with a line that says what they did."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.undoing import Step, Taken
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from fj_desktop.ui.main_window import MainWindow

_LISTED = 5


class UndoCommands:
    """Takes back only what was done since the desk was opened: older steps belong to the history.

    A short step is taken back at once, a long one such as an import beside the window, to be stopped.
    """

    def __init__(self, desk: Desk, window: "MainWindow", asking: Asking, toast: Toast) -> None:
        self._desk, self._window, self._asking, self._toast = desk, window, asking, toast
        self._tasks = Tasks(window)

    def undo(self) -> None:
        """Take the last step back."""
        undoing = self._desk.undoing
        self._take("撤销", undoing.next_undo, undoing.undo)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        undoing = self._desk.undoing
        self._take("重做", undoing.next_redo, undoing.redo)

    def _take(
        self, title: str, find: Callable[[int], Step | None], act: Callable[[int, Progress | None], Taken]
    ) -> None:
        if self._tasks.is_busy or not self._window.leave_guard():
            return
        since = self._desk.undoing.opened_at
        step = find(since)
        if step is not None and step.is_long:
            self._tasks.run(f"{title}：{step.words}", lambda progress: act(since, progress), self._taken, self._failed)
            return
        try:
            taken = act(since, None)
        except UserError as error:
            self._failed(error)
        else:
            self._taken(taken)

    def _failed(self, error: UserError) -> None:
        self._toast.say(error.text)

    def _taken(self, taken: Taken) -> None:
        host: QWidget = self._window
        self._toast.say(taken.words)
        if taken.kept:
            names = "、".join(taken.kept[:_LISTED]) + (f" 等 {len(taken.kept)} 条" if len(taken.kept) > _LISTED else "")
            self._asking.tell(host, "部分内容保留", f"这些记录之后又改过或已被引用，没有动：{names}")
