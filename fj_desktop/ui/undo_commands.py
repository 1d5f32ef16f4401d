"""Ctrl+Z and Ctrl+Y: steps of this session back and forth, with a line that says what they did."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.undoing import Taken
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from fj_desktop.ui.main_window import MainWindow

_LISTED = 5


class UndoCommands:
    """Takes back only what was done since the desk was opened: older steps belong to the history."""

    def __init__(self, desk: Desk, window: "MainWindow", asking: Asking, toast: Toast) -> None:
        self._desk, self._window, self._asking, self._toast = desk, window, asking, toast

    def undo(self) -> None:
        """Take the last step back."""
        self._take(self._desk.undoing.undo)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._take(self._desk.undoing.redo)

    def _take(self, act: Callable[[int], Taken]) -> None:
        host: QWidget = self._window
        if not self._window.leave_guard():
            return
        try:
            taken = act(self._desk.undoing.opened_at)
        except UserError as error:
            self._toast.say(error.text)
            return
        self._toast.say(taken.words)
        if taken.kept:
            names = "、".join(taken.kept[:_LISTED]) + (f" 等 {len(taken.kept)} 条" if len(taken.kept) > _LISTED else "")
            self._asking.tell(host, "部分内容保留", f"这些记录之后又改过或已被引用，没有动：{names}")
