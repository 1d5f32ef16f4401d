"""Plain widgets with a look of the style sheet: one line each where a page is laid out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

_LEAST, _ANY = (480, 360), 10_000


def wear(widget: QWidget, look: str) -> None:
    """Give a widget one look of ``resources/theme/desk.qss`` (``primary``, ``quiet``, ``title``, ``muted`` …)."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        repolish(widget)


def mark_refused(field: QWidget, refused: bool) -> None:
    """Show a field as refused, or as fine again."""
    if bool(field.property("refused")) != refused:
        field.setProperty("refused", refused)
        repolish(field)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def text(words: str, look: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """A label; text from people is never read as HTML."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setObjectName(name)
    if look:
        wear(label, look)
    return label


def button(words: str, look: str = "", *, icon: QIcon | None = None, name: str = "") -> QPushButton:
    """A push button, pressed by Enter too when it has the focus; the default look is the plain one."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(True)
    if look:
        wear(made, look)
    if icon is not None:
        made.setIcon(icon)
    return made


def icon_button(words: str, icon: QIcon, *, name: str = "") -> QToolButton:
    """A button that shows only an icon; its words become the tooltip and the accessible name."""
    made = QToolButton()
    made.setObjectName(name)
    made.setIcon(icon)
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def fit(dialog: QWidget, wide: int, tall: int, percent: int) -> None:
    """Size a dialog with the text in it (100 is the usual), but not beyond the window behind."""
    behind = dialog.parentWidget()
    room = behind.window().size() - QSize(40, 40) if behind is not None else QSize(_ANY, _ANY)
    dialog.resize(QSize(wide * percent // 100, tall * percent // 100).boundedTo(room.expandedTo(QSize(*_LEAST))))


def at_left(widget: QWidget) -> QWidget:
    """A widget at the left of a wider place, such as a cell."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch()
    return place


def combo(*, name: str = "", label: str = "") -> QComboBox:
    """A drop-down list whose rows follow the style sheet; ``label`` is its accessible name."""
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(label)
    # The list of Qt's own making ignores the look of rows; a plain one does not.
    made.setView(QListView())
    return made


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    wear(line, "line")
    return line


def card(*, margin: int = 24, spacing: int = 12, look: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A framed surface and the column in it."""
    frame = QFrame()
    wear(frame, look)
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return frame, column
