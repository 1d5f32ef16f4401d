"""One editor per kind of field; every editor holds text and nothing else."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, QPoint, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Choice, Day, Many, YesNo, split_members
from fj_desktop.services.record_view import Suggestion
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import wear

Suggest = Callable[[str], Sequence[Suggestion]]
_TYPING_MS = 120
_LINE = 20


class LineEditor(QLineEdit):
    """Text in one line. ``touched``: the person typed; ``left``: the person is done with it."""

    touched = Signal()
    left = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(placeholderText=hint)
        self.textEdited.connect(self._tell)

    def value(self) -> str:
        """The text as typed."""
        return self.text()

    def put(self, text: str) -> None:
        """Show a text that was not typed."""
        self.setText(text)
        self.setCursorPosition(0)

    def _tell(self, _: str) -> None:
        self.touched.emit()

    # Qt's own names

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class PickEditor(LineEditor):
    """A line that suggests while one types: references, regions, industries."""

    def __init__(self, hint: str, suggest: Suggest, *, many: bool = False) -> None:
        super().__init__(hint)
        self._suggest, self._many = suggest, many
        self._texts: dict[str, str] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self)
        completer.activated[str].connect(self._picked)
        self._completer = completer
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._offer)
        self.textEdited.connect(self._typed)

    def _typed(self, _: str) -> None:
        self._typing.start()

    def _last(self) -> str:
        return split_members(self.text())[-1] if self._many and split_members(self.text()) else self.text()

    def _offer(self) -> None:
        found = self._suggest(self._last())
        self._texts = {f"{one.text}　{one.detail}" if one.detail and one.detail != one.text else one.text: one.text for one in found}
        self._model.setStringList(list(self._texts))
        if self._texts and self.hasFocus():
            self._completer.complete()

    def _picked(self, shown: str) -> None:
        picked = self._texts.get(shown, shown)
        if self._many:
            picked = "；".join([*split_members(self.text())[:-1], picked])
        self.setText(picked)
        self.touched.emit()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            index = popup.currentIndex()
            if not index.isValid():
                index = self._completer.completionModel().index(0, 0)
            self._picked(str(index.data()))
            popup.hide()
        elif event.key() == Qt.Key.Key_Down and not popup.isVisible():
            self._offer()
        else:
            super().keyPressEvent(event)


class DayEditor(LineEditor):
    """A date typed in any shape, or picked from a calendar."""

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__(hint)
        opener = self.addAction(theme.icons.icon("calendar", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip("日历（Alt+↓）")
        opener.triggered.connect(self._open)

    def _open(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        day = QDate.fromString(self.text(), "yyyy-MM-dd")
        calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.clicked.connect(calendar.close)
        calendar.activated.connect(calendar.close)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        self.setText(day.toString("yyyy-MM-dd"))
        self.touched.emit()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open()
        else:
            super().keyPressEvent(event)


class TicksEditor(LineEditor):
    """Several of a closed list: typed with ； between, or ticked in a list."""

    def __init__(self, theme: Theme, options: Sequence[str]) -> None:
        super().__init__("可多选")
        self._options = options
        opener = self.addAction(theme.icons.icon("chevron-down", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip("选择（↓）")
        opener.triggered.connect(self._open)

    def _open(self) -> None:
        panel = QWidget(self, Qt.WindowType.Popup)
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        wear(panel, "popup")
        column = QVBoxLayout(panel)
        column.setContentsMargins(10, 8, 10, 8)
        chosen = set(split_members(self.text()))
        boxes = [QCheckBox(option) for option in self._options]
        for box in boxes:
            box.setChecked(box.text() in chosen)
            box.toggled.connect(self._ticked)
            column.addWidget(box)
        self._boxes = boxes
        panel.setMinimumWidth(self.width())
        panel.move(self.mapToGlobal(QPoint(0, self.height())))
        panel.show()
        boxes[0].setFocus()

    def _ticked(self) -> None:
        self.setText("；".join(box.text() for box in self._boxes if box.isChecked()))
        self.touched.emit()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._open()
        else:
            super().keyPressEvent(event)


class TallEditor(QPlainTextEdit):
    """Text in several lines; Tab goes on to the next field."""

    touched = Signal()
    left = Signal()

    def __init__(self, lines: int, hint: str) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setFixedHeight(min(lines, 8) * (self.fontMetrics().lineSpacing() + 2) + 16)
        self._quiet = False
        self.textChanged.connect(self._tell)

    def value(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Show a text that was not typed."""
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False

    def _tell(self) -> None:
        if not self._quiet:
            self.touched.emit()

    # Qt's own names

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ChoiceEditor(QComboBox):
    """One of a closed list; the first entry is blank. The wheel never changes it by accident."""

    touched = Signal()
    left = Signal()

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__()
        self.addItems(["", *options])
        self.setMaxVisibleItems(16)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)

    def value(self) -> str:
        """The chosen label, or nothing."""
        return self.currentText()

    def put(self, text: str) -> None:
        """Show a label that was not chosen; one that is not on the list any more is added."""
        if text and self.findText(text) < 0:
            self.addItem(text)
        self.setCurrentIndex(max(0, self.findText(text)))

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
    if one.ref_target or hasattr(each, "table"):
        return PickEditor(kind.hint, suggest, many=kind.many)
    if kind.lines > 1:
        return TallEditor(kind.lines, kind.hint)
    return LineEditor(kind.hint)
