"""The editor that lies over one cell: the form's own editor for the field, with the refusal below it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fj_desktop.core.catalog import Surface
from fj_desktop.ui.composing import guard
from fj_desktop.ui.form.editors import ChoiceEditor, TallEditor, editor_for
from fj_desktop.ui.form.pick import Suggest
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import mark_refused, text, wear

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT, _ALT, _CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_NARROWEST_SIGNS = 12
_REMARK_SIGNS = 22
_AROUND = 14
_NO_LEAVING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class CellEditor(QFrame):
    """Enter and Tab say :attr:`done` with the way to go on (down, right); Esc says ``given_up``."""

    done = Signal(int, int)
    given_up = Signal()

    def __init__(self, host: QWidget, one: Surface, theme: Theme, suggest: Suggest) -> None:
        super().__init__(host)
        self._host = host
        self.one = one
        self._place = QRect()
        self._is_covered = self._is_dropped = False
        self._start = ""
        self.inner = editor_for(one, theme, suggest)
        self.inner.setObjectName("cell_editor")
        self.inner.setAccessibleName(one.heading)
        self.inner.installEventFilter(self)
        guard(self.inner)
        self._remark = text("", "refusal", wrap=True, name="cell_remark")
        self._remark.hide()
        wear(self, "cellEditor")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.inner)
        column.addWidget(self._remark)
        self._remark.setContentsMargins(8, 4, 8, 6)
        self.inner.touched.connect(self._touch)
        if isinstance(self.inner, ChoiceEditor):
            self.inner.activated.connect(self._chosen)

    def start(self, shown: str, mask: str, typed: str | None) -> None:
        """Begin with what stands there, or with what was typed instead of it.

        Args:
            shown: the present text; of a covered value nothing.
            mask: stands in the place of a covered value; empty for an open one.
            typed: the first signs typed, or none yet of a word being composed; None keeps the present text.
        """
        self._is_covered, self._start = bool(mask), shown
        if mask:
            self.inner.cover(mask)
        else:
            self.inner.put(shown if typed is None or isinstance(self.inner, ChoiceEditor) else "")
        if isinstance(self.inner, QLineEdit):
            self.inner.selectAll()
            if typed:
                self.inner.insert(typed)
                self.inner.textEdited.emit(typed)
        elif isinstance(self.inner, QPlainTextEdit):
            self.inner.selectAll()
            if typed:
                self.inner.insertPlainText(typed)
        self.show()
        self.raise_()

    def open_list(self) -> None:
        """Drop the list of a closed choice."""
        if isinstance(self.inner, ChoiceEditor):
            self._is_dropped = True
            # Rows that are measured before they are dressed are too low.
            self.inner.view().ensurePolished()
            self.inner.view().doItemsLayout()
            self.inner.showPopup()
            # The room around the rows is not counted either.
            popup = self.inner.view().window()
            popup.resize(popup.width(), popup.height() + _AROUND)

    def pass_on(self, event: QEvent) -> None:
        """Let a key or a composed word that came to the table reach the editor."""
        QApplication.sendEvent(self.inner, event)

    def typed(self) -> str | None:
        """The new text; None when it is the old one, or a covered value was left as it is."""
        value = self.inner.value()
        if value.strip() == self._start.strip() or (self._is_covered and not value.strip()):
            return None
        return value

    def refuse(self, reason: str) -> None:
        """Show why the text can't be taken; the text stays."""
        self._remark.setText(reason)
        self._remark.setVisible(bool(reason))
        mark_refused(self.inner, bool(reason))
        self.setAccessibleDescription(reason)
        self.put_at(self._place)

    def put_at(self, place: QRect) -> None:
        """Lie over a cell; grows to the right and down, and stays within the table."""
        self._place = place
        sign = self.fontMetrics().horizontalAdvance("字")
        signs = _NARROWEST_SIGNS if self._remark.isHidden() else _REMARK_SIGNS
        host = self._host.rect()
        width = min(max(place.width(), signs * sign), host.width())
        if not isinstance(self.inner, TallEditor):
            self.inner.setFixedHeight(place.height() + 1)
        # A wrapped label knows its height only for a width.
        remark = self._remark.heightForWidth(width) if not self._remark.isHidden() else 0
        height = max(place.height() + 1, self.inner.minimumHeight()) + remark
        left = max(0, min(place.left(), host.width() - width))
        top = max(0, min(place.top() - 1, host.height() - height))
        self.setGeometry(left, top, width, height)

    def _touch(self) -> None:
        if not self._remark.isHidden():
            self.refuse("")

    def _chosen(self) -> None:
        if self._is_dropped:
            self.done.emit(0, 0)

    def _maybe_left(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and (focus is self.inner or self.isAncestorOf(focus))
        if not inside and QApplication.activePopupWidget() is None and not self.isHidden():
            self.done.emit(0, 0)

    def _press(self, event: QKeyEvent) -> bool:
        """What a key does to the cell; False leaves it to the editor."""
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in _ENTER and held & _ALT and isinstance(self.inner, QPlainTextEdit):
            self.inner.insertPlainText("\n")
        elif key in _ENTER and not held & _CTRL:
            self.done.emit(-1 if held & _SHIFT else 1, 0)
        elif key == Qt.Key.Key_Tab:
            self.done.emit(0, 1)
        elif key == Qt.Key.Key_Backtab:
            self.done.emit(0, -1)
        else:
            return False
        return True

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return QApplication.activePopupWidget() is None and self._press(event)
        if event.type() == QEvent.Type.FocusOut and event.reason() not in _NO_LEAVING:  # type: ignore[attr-defined]
            QTimer.singleShot(0, self, self._maybe_left)
        return super().eventFilter(watched, event)
