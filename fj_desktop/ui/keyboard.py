"""Commands with a key: bound here, they stand in the command palette and on the key sheet by themselves."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

EVERYWHERE, IN_TABLE, IN_FORM, IN_CAPTURE = "任何地方", "表格里", "记录表单里", "速记窗口里"
GROUP = "key_group"
NOT_COMMANDS = "not_commands"
"""Set on a widget whose buttons belong to what is typed in it (a form's fields), not to the window."""


def bind(
    host: QWidget,
    words: str,
    keys: str,
    slot: Callable[[], object],
    *,
    group: str = EVERYWHERE,
    icon: QIcon | None = None,
) -> QAction:
    """Give a widget a command: it works while the widget is shown in the window that has the keyboard.

    Args:
        host: the widget the command belongs to.
        words: what it does, in the person's words; shown in the palette and on the key sheet.
        keys: one or several keys with blanks between (``Ctrl+Y Ctrl+Shift+Z``), empty for none.
        slot: called without arguments.
        group: where it works, for the key sheet.
        icon: shown in the palette.
    """
    action = QAction(words, host)
    action.setShortcuts([QKeySequence(one) for one in keys.split()])
    if icon is not None:
        action.setIcon(icon)
    action.setProperty(GROUP, group)
    action.triggered.connect(lambda: slot())
    host.addAction(action)
    return action
