"""Typing a passphrase: show and hide, a hint when caps lock seems on, and how strong a new one is."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import icon_button, mark_refused, text, wear


class Strength(Protocol):
    """How strong a passphrase is: ``score`` 0 to 4, ``words`` for it, and ``advice`` (may be empty)."""

    @property
    def score(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def acceptable(self) -> bool: ...
    @property
    def advice(self) -> str: ...


StrengthOf = Callable[[str, Sequence[str]], Strength]
"""Judges a passphrase; the second argument holds words it must not lean on, such as the person's name."""


class PassphraseEdit(QWidget):
    """One hidden field with an eye beside it and a caps-lock hint below."""

    text_changed = Signal(str)
    return_pressed = Signal()

    def __init__(self, theme: Theme, label: str, name: str) -> None:
        """``label`` becomes the accessible name, ``name`` the object name of the field."""
        super().__init__()
        self._icons = theme.icons
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setAccessibleName(label)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.text_changed)
        self.field.returnPressed.connect(self.return_pressed)
        self._eye = icon_button(f"显示{label}", theme.icons.icon("eye", "muted"), name=f"{name}.eye")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self._caps = text("大写锁定可能已打开", "warning", name=f"{name}.caps")
        self._caps.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._caps)
        self.setFocusProxy(self.field)
        self._show(False)

    def text(self) -> str:
        """What was typed, untouched."""
        return self.field.text()

    def clear(self) -> None:
        """Forget what was typed and hide the field's text again."""
        self.field.clear()
        self._eye.setChecked(False)
        self._caps.hide()

    def mark_refused(self, refused: bool) -> None:
        """Show the field as refused, or as fine again."""
        mark_refused(self.field, refused)

    def _show(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = f"{'隐藏' if shown else '显示'}{self.field.accessibleName()}"
        self._eye.setIcon(self._icons.icon("eye-off" if shown else "eye", "muted"))
        self._eye.setToolTip(words)
        self._eye.setAccessibleName(words)

    def _watch_caps(self, event: QKeyEvent) -> None:
        # Qt does not tell the state of caps lock: a capital typed without Shift gives it away.
        letter = event.text()
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() != shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._watch_caps(event)
        return False


class StrengthMeter(QWidget):
    """Four bars, words and advice; the words carry the meaning, the colour only helps."""

    def __init__(self, theme: Theme, advice: str = "") -> None:
        """``advice`` is shown while nothing is typed."""
        super().__init__()
        self._first_advice = advice
        self._bars = _Bars(theme)
        self._words = text("", "muted", name="strength.words")
        self._advice = text("", "small", wrap=True, name="strength.advice")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._bars, 1)
        top.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._advice)

    def show_strength(self, strength: Strength | None) -> None:
        """Show a judgement; None while nothing is typed."""
        self._bars.show_score(strength.score if strength else -1)
        self._words.setText(strength.words if strength else "")
        wear(self._words, "success" if strength and strength.acceptable else "warning")
        self._advice.setText(strength.advice if strength else self._first_advice)
        self._advice.setVisible(bool(self._advice.text()))


class _Bars(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score = -1
        theme.changed.connect(self.update)

    def show_score(self, score: int) -> None:
        self._score = score
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(160, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        lit = self._theme.colour(("danger", "danger", "accent", "success", "success")[max(0, self._score)])
        wide = (self.width() - 12) / 4
        for index in range(4):
            is_lit = self._score >= 0 and index < max(1, self._score)
            painter.setBrush(lit if is_lit else self._theme.colour("line"))
            painter.drawRoundedRect(QRectF(index * (wide + 4), self.height() / 2 - 2, wide, 4), 2, 2)
        painter.end()
