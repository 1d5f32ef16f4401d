"""What a person with a keyboard or a screen reader meets on one screen; each finding is one sentence."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Names that are no Chinese word and yet say what they mean.
_PLAIN = re.compile(r"^[\d\s.,:：/%+-]+$")
_NO_ROOM = 6
# A word of the program's own, or an identity, that no person should read.
_CODE = re.compile(r"^(?:[a-z]+_[a-z_]+|[0-9a-f]{8}-[0-9a-f-]{27})$")
_ROWS_READ = 12
# Qt's own parts inside a widget: they have the widget's name, or are reached through it.
_PARTS = "qt_"


def findings(screen: QWidget) -> list[str]:
    """All that is wrong with what is shown."""
    if isinstance(screen, QMenu):
        return [f"menu entry {at} without words" for at, one in enumerate(screen.actions()) if _is_wordless(screen, at)]
    looks = (nameless, doubled, unreachable, traps, out_of_order, wordless_cells)
    return [one for look in looks for one in look(screen)]


def focusable(screen: QWidget) -> Iterator[QWidget]:
    """Every shown widget that can have the keyboard, apart from Qt's parts of one."""
    for widget in screen.findChildren(QWidget):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        is_part = widget.objectName().startswith(_PARTS) or _is_inside_a_field(widget)
        if takes and widget.isVisibleTo(screen) and not is_part:
            yield widget


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    if isinstance(widget, QComboBox):
        # On Linux Qt gives a box's present text for its name, and the name by another way.
        return widget.accessibleName()
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name).strip() if seen else ""


def nameless(screen: QWidget) -> list[str]:
    """Widgets with no name, or with one that is a class or a code."""
    return [
        f"{_which(one)} is called “{name}”"
        for one in focusable(screen)
        if not _CHINESE.search(name := spoken(one)) and not (name and _PLAIN.match(name))
    ]


def doubled(screen: QWidget) -> list[str]:
    """Names that several widgets of one kind have, so that nobody can tell them apart by ear."""
    names = Counter((type(one), spoken(one), _around(one)) for one in focusable(screen))
    return [f"{count} {kind.__name__} are called “{name}”" for (kind, name, _), count in names.items() if count > 1]


def unreachable(screen: QWidget) -> list[str]:
    """Buttons that only a mouse reaches; those inside a line of text have keys of the line."""
    return [
        f"{_which(one)} “{one.accessibleName() or one.text()}” is for the mouse only"
        for one in screen.findChildren(QAbstractButton)
        if one.isVisibleTo(screen)
        and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(one.parentWidget(), (QLineEdit, QAbstractItemView))
        and not one.objectName().startswith(_PARTS)
        # Of several that exclude each other one takes Tab and the arrow keys lead to the rest.
        and not (one.group() and one.group().exclusive())
    ]


def traps(screen: QWidget) -> list[str]:
    """Widgets that keep the Tab key."""
    found = []
    for one in focusable(screen):
        keeps_text = isinstance(one, (QPlainTextEdit, QTextEdit)) and not one.tabChangesFocus() and not one.isReadOnly()
        if keeps_text or (isinstance(one, QAbstractItemView) and one.tabKeyNavigation()):
            found.append(f"{_which(one)} keeps Tab")
    return found


def out_of_order(screen: QWidget) -> list[str]:
    """Steps of Tab that go up within one column of what is read."""
    chain = _chain(screen)
    return [
        f"Tab goes up from {_which(one)} to {_which(after)}"
        for one, after in itertools.pairwise(chain)
        if one.parentWidget() is after.parentWidget() and _is_up(_place(one, screen), _place(after, screen))
    ]


def wordless_cells(screen: QWidget) -> list[str]:
    """Columns of tables and trees that have no heading to be read with a cell."""
    found: list[str] = []
    for view in screen.findChildren(QAbstractItemView):
        model = view.model()
        if not isinstance(view, (QTableView, QTreeView)) or not view.isVisibleTo(screen) or model is None:
            continue
        head = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
        for column in range(model.columnCount()):
            if not head.isHidden() and not model.headerData(column, Qt.Orientation.Horizontal):
                found.append(f"{_which(view)} has no heading over column {column}")
        found += [f"{_which(view)} reads “{text}” out" for text in _said(view) if _CODE.match(text)]
    return found


def _said(view: QTableView | QTreeView) -> Iterator[str]:
    """What a screen reader reads of the first cells; it is what the eye reads."""
    model = view.model()
    for row in range(min(_ROWS_READ, model.rowCount())):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            spoken_text, shown = index.data(Qt.ItemDataRole.AccessibleTextRole), index.data()
            yield str(spoken_text if spoken_text not in (None, shown) else shown or "")


def _chain(screen: QWidget) -> list[QWidget]:
    wanted = [one for one in focusable(screen) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    chain, present = [], screen.nextInFocusChain()
    while present is not None and present is not screen:
        if present in wanted:
            chain.append(present)
        present = present.nextInFocusChain()
    return chain


def _is_up(one: QRect, after: QRect) -> bool:
    overlap = min(one.right(), after.right()) - max(one.left(), after.left())
    return after.bottom() < one.top() + _NO_ROOM and overlap > 0


def _place(widget: QWidget, screen: QWidget) -> QRect:
    return QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())


def _is_inside_a_field(widget: QWidget) -> bool:
    """The line of a spin box, the viewport and bars of a view, the line of a combo box."""
    parent = widget.parentWidget()
    return (
        isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
    ) or widget.metaObject().className() in ("QScrollBar", "QHeaderView", "QComboBoxListView", "QTableCornerButton")


def _is_wordless(menu: QMenu, at: int) -> bool:
    one = menu.actions()[at]
    return one.isVisible() and not one.isSeparator() and not _CHINESE.search(one.text())


def _around(widget: QWidget) -> str:
    """The nearest named thing it stands in."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if parent.accessibleName():
            return parent.accessibleName()
        parent = parent.parentWidget()
    return ""


def _which(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()
