"""What can be done in a window just now, found by looking at it: a new action or button is there by itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from fj_desktop.core.ranking import Worded
from fj_desktop.ui.keyboard import EVERYWHERE, GROUP, IN_TABLE, NOT_COMMANDS

# Buttons inside of these are parts of them.
_WHOLE = (QLineEdit, QAbstractItemView, QAbstractSpinBox, QComboBox, QTabBar, QCalendarWidget)
_KEYS_IN_WORDS = re.compile(r"[（(]((?:(?:Ctrl|Alt|Shift)\+)*[A-Za-z0-9+]+)[)）]\s*$")


@dataclass(frozen=True)
class Command:
    """Something a person can do now: its words, its key as written on the keyboard, and how to do it."""

    words: str
    run: Callable[[], object]
    keys: str = ""
    icon: QIcon = field(default_factory=QIcon)
    group: str = EVERYWHERE
    worded: Worded = field(default_factory=lambda: Worded(""))


def commands(window: QWidget) -> list[Command]:
    """All commands of a window that can be carried out now, one for each wording."""
    found: dict[str, Command] = {}
    for one in (*_actions(window), *_shortcuts(window), *_buttons(window)):
        known = found.get(one.worded.folded)
        # The same command as key, button and menu entry: what has the key goes before what has none.
        if known is None or (one.keys and not known.keys) or (known.icon.isNull() and not one.icon.isNull()):
            keys = one.keys or (known.keys if known else "")
            icon = one.icon if known is None or known.icon.isNull() else known.icon
            group = known.group if known else one.group
            found[one.worded.folded] = Command(one.words, one.run, keys, icon, group, one.worded)
    return list(found.values())


def keys_of(window: QWidget) -> list[tuple[str, str, str]]:
    """Every key that is bound in a window, shown at this moment or not: where it works, its words, the keys."""
    found: dict[tuple[str, str], str] = {}
    for action in window.findChildren(QAction):
        if action.text() and action.shortcuts():
            group = str(action.property(GROUP) or EVERYWHERE)
            found[(group, bare_words(action.text())[0])] = "　".join(key_words([one]) for one in action.shortcuts())
    for shortcut in window.findChildren(QShortcut):
        words = bare_words(_words_of_shortcut(shortcut))[0]
        if words:
            group = IN_TABLE if isinstance(shortcut.parent(), QAbstractButton) else EVERYWHERE
            found[(group, words)] = key_words([shortcut.key()])
    return [(group, words, keys) for (group, words), keys in found.items()]


def nameless_keys(window: QWidget) -> list[str]:
    """Keys of a window that neither palette nor key sheet can name; a fault of the program."""
    shortcuts = [one for one in window.findChildren(QShortcut) if not _words_of_shortcut(one)]
    actions = [one for one in window.findChildren(QAction) if one.shortcuts() and not one.text()]
    return [one.key().toString() for one in shortcuts] + [one.shortcut().toString() for one in actions]


def key_words(keys: list[QKeySequence]) -> str:
    """Keys as they are written, the first of several."""
    return keys[0].toString(QKeySequence.SequenceFormat.PortableText) if keys else ""


def _command(words: str, run: Callable[[], object], keys: str, icon: QIcon, group: str) -> Command:
    bare, inner = bare_words(words)
    return Command(bare, run, keys or inner, icon, group, Worded(bare))


def bare_words(words: str) -> tuple[str, str]:
    """The words of a button without its key and dots, and the key: 撤销（Ctrl+Z） gives 撤销 and Ctrl+Z."""
    first = words.strip().split("\n")[0]
    inner = _KEYS_IN_WORDS.search(first)
    bare = first[: inner.start()] if inner else first
    return bare.replace("&", "").rstrip("….").strip(), inner.group(1) if inner else ""


def _actions(window: QWidget) -> Iterator[Command]:
    for action in window.findChildren(QAction):
        words = action.text()
        if words and not action.isSeparator() and action.isEnabled() and action.isVisible() and _is_at_hand(action):
            group = str(action.property(GROUP) or EVERYWHERE)
            yield _command(words, action.trigger, key_words(action.shortcuts()), action.icon(), group)


def _is_at_hand(action: QAction) -> bool:
    """Whether a person could get at the action: it is of a shown widget, or in the menu of one."""
    return any(_is_shown(one) for one in action.associatedObjects())


def _is_shown(place: QObject) -> bool:
    if isinstance(place, QMenu):
        opener = place.parent()
        return isinstance(opener, QWidget) and opener.isVisible() and opener.isEnabled() and _counts(opener)
    return isinstance(place, QWidget) and place.isVisible() and not isinstance(place, _WHOLE) and _counts(place)


def _shortcuts(window: QWidget) -> Iterator[Command]:
    for shortcut in window.findChildren(QShortcut):
        host, words = shortcut.parent(), _words_of_shortcut(shortcut)
        if not words or not isinstance(host, QWidget) or not host.isVisible() or not host.isEnabled():
            continue
        if isinstance(host, QAbstractButton):
            yield _command(words, host.click, key_words([shortcut.key()]), host.icon(), EVERYWHERE)
        else:
            yield _command(words, shortcut.activated.emit, key_words([shortcut.key()]), QIcon(), EVERYWHERE)


def _words_of_shortcut(shortcut: QShortcut) -> str:
    host = shortcut.parent()
    return _words_of_button(host) if isinstance(host, QAbstractButton) else shortcut.whatsThis()


def _buttons(window: QWidget) -> Iterator[Command]:
    for button in window.findChildren(QAbstractButton):
        if isinstance(button, (QCheckBox, QRadioButton)) or not button.isVisible() or not button.isEnabled():
            continue
        opens_menu = isinstance(button, QToolButton) and button.menu() is not None
        words = _words_of_button(button)
        if words and not opens_menu and _counts(button):
            yield _command(words, button.click, "", button.icon(), EVERYWHERE)


def _words_of_button(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text() or button.toolTip()


def _counts(widget: QWidget) -> bool:
    """Whether a widget belongs to the window itself and to no field."""
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        if (at is not widget and isinstance(at, _WHOLE)) or at.property(NOT_COMMANDS):
            return False
        at = at.parentWidget()
    return True
