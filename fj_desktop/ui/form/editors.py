"""One editor per kind of field; every editor holds text and nothing else."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QPlainTextEdit

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Choice, Coded, Day, Link, Many, Ref, School, YesNo
from fj_desktop.ui.form.line import LineEditor
from fj_desktop.ui.form.opening import DayEditor, TicksEditor
from fj_desktop.ui.form.pick import PickEditor, Suggest
from fj_desktop.ui.theme import Theme

_MOST_LINES = 8
_LINK_HINT = "已建档的从这里选取；没有就往下填"


class TallEditor(QPlainTextEdit):
    """Text in several lines; Tab goes on to the next field."""

    touched = Signal()
    left = Signal()

    def __init__(self, lines: int, hint: str) -> None:
        super().__init__()
        self._lines, self._hint = min(lines, _MOST_LINES), hint
        self._quiet = False
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self._fit()
        self.textChanged.connect(self._tell)

    def value(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    def shown(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Show a text that was not typed."""
        self._quiet = True
        self.setPlaceholderText(self._hint)
        self.setPlainText(text)
        self._quiet = False

    def cover(self, mask: str) -> None:
        """Show that there is a value, and nothing of it; what is typed replaces it."""
        self.put("")
        self.setPlaceholderText(mask)

    def lock(self, locked: bool) -> None:
        """Let it be read but not changed, or be changed again."""
        self.setReadOnly(locked)

    def _tell(self) -> None:
        if not self._quiet:
            self.touched.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self._lines * (self.fontMetrics().lineSpacing() + 2) + 16)

    # Qt's own names

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class ChoiceEditor(QComboBox):
    """One of a closed list; the first entry is blank. The wheel never changes it by accident."""

    touched = Signal()
    left = Signal()

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__()
        # The list of Qt's own making ignores the look of rows; a plain one does not.
        self.setView(QListView())
        self.addItems(["", *options])
        self.setMaxVisibleItems(16)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)

    def value(self) -> str:
        """The chosen label, or nothing."""
        return self.currentText()

    def shown(self) -> str:
        """The chosen label, or nothing."""
        return self.currentText()

    def put(self, text: str) -> None:
        """Show a label that was not chosen; one that is not on the list any more is added."""
        self.setPlaceholderText("")
        if text and self.findText(text) < 0:
            self.addItem(text)
        self.setCurrentIndex(max(0, self.findText(text)))

    def cover(self, mask: str) -> None:
        """Show that there is a value, and nothing of it; what is chosen replaces it."""
        self.setPlaceholderText(mask)
        self.setCurrentIndex(-1)

    def lock(self, locked: bool) -> None:
        """Let it be read but not changed, or be changed again."""
        self.setEnabled(not locked)

    def _tell(self, _: int) -> None:
        self.touched.emit()
        self.left.emit()

    # Qt's own names

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


Editor = LineEditor | TallEditor | ChoiceEditor


def editor_for(one: Surface, theme: Theme, suggest: Suggest) -> Editor:
    """The editor of a field; a new kind that needs its own is one more branch here."""
    kind = one.field.kind
    if isinstance(kind, Choice | YesNo):
        return ChoiceEditor(kind.choices())
    if isinstance(kind, Many) and kind.choices():
        return TicksEditor(theme, kind.choices())
    if isinstance(kind, Day):
        return DayEditor(theme, kind.hint)
    each = kind.each if isinstance(kind, Many) else kind
    if one.ref_target or isinstance(each, Coded | School):
        makes = isinstance(each, Ref) and (each.makes or bool(getattr(kind, "makes", False)))
        hint = _LINK_HINT if isinstance(kind, Link) else kind.hint
        return PickEditor(theme, hint, suggest, many=kind.many, open_list=makes or isinstance(each, School))
    if kind.lines > 1:
        return TallEditor(kind.lines, kind.hint)
    return LineEditor(kind.hint)
