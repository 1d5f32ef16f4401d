"""The three fields of unlocking: passphrase, recovery code, and the new passphrase after a recovery code."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from fj_desktop.ui.passphrase_edit import PassphraseEdit, StrengthOf
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, mark_refused, text
from fj_desktop.ui.widgets.new_passphrase import NewPassphrase


class Way(QWidget):
    """One way in: its field, a refusal below, a button that also shows work and waiting."""

    submitted = Signal(str)
    other_asked = Signal()

    def __init__(self, field: QWidget, verb: str, other: str, name: str) -> None:
        """``verb`` stands on the button, ``other`` on the link to another way (empty for none)."""
        super().__init__()
        self._field = field
        self._verb = verb
        self._refusal = text("", "refusal", wrap=True, name=f"{name}.remark")
        self._button = button(verb, "primary", name=f"{name}.submit")
        self._other = button(other, "link", name=f"{name}.other")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(field)
        self._column.addWidget(self._refusal)
        self._column.addWidget(self._bar)
        self._column.addSpacing(8)
        self._column.addLayout(self._buttons(bool(other)))
        self._column.addStretch()
        _keep_place(self._bar)
        self._button.clicked.connect(self.submit)
        self._other.clicked.connect(self.other_asked)
        self.setFocusProxy(field)
        self.refuse("")
        self.rest()

    def submit(self) -> None:
        """Send what was typed, unless a try is not allowed now."""
        if self._button.isEnabled():
            typed = self.typed()
            if typed:
                self.submitted.emit(typed)

    def typed(self) -> str:
        """What was typed; empty when there is nothing to send."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget what was typed."""
        self.refuse("")
        self.rest()

    def refuse(self, why: str) -> None:
        """Show below the field why it did not go; empty takes the refusal away."""
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
        if why:
            self._field.setFocus()

    def work(self) -> None:
        """Show that the try is running."""
        self.refuse("")
        self._bar.show()
        self._field.setEnabled(False)
        self._button.setEnabled(False)

    def rest(self) -> None:
        """Show that no try is running."""
        self._bar.hide()
        self._field.setEnabled(True)
        self._button.setEnabled(True)
        if self.isVisible():
            self._field.setFocus()

    def wait(self, seconds: float) -> None:
        """Count down to the next try on the button; 0 allows it. Typing goes on meanwhile."""
        if self._bar.isHidden():
            self._button.setText(f"请等 {math.ceil(seconds)} 秒再试" if seconds > 0 else self._verb)
            self._button.setEnabled(seconds <= 0)

    def _buttons(self, has_other: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._button)
        row.addStretch()
        row.addWidget(self._other)
        self._other.setVisible(has_other)
        return row


class PassphraseWay(Way):
    """Unlock with the passphrase."""

    def __init__(self, theme: Theme) -> None:
        self._edit = PassphraseEdit(theme, "口令", "unlock.passphrase")
        super().__init__(_labelled("口令(&P)", self._edit.field, self._edit), "解锁", "忘记口令？用恢复码", "unlock")
        self._edit.return_pressed.connect(self.submit)

    def typed(self) -> str:
        return self._edit.text()

    def clear(self) -> None:
        self._edit.clear()
        super().clear()

    def refuse(self, why: str) -> None:
        self._edit.mark_refused(bool(why))
        if why:
            self._edit.field.selectAll()
        super().refuse(why)


class RecoveryWay(Way):
    """Unlock with the printed recovery code."""

    def __init__(self, theme: Theme) -> None:
        self._edit = QLineEdit()
        self._edit.setObjectName("unlock.recovery")
        self._edit.setAccessibleName("恢复码")
        self._edit.setPlaceholderText("8 组，每组 5 位；大小写、空格、横线不限")
        self._edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        super().__init__(_labelled("恢复码(&R)", self._edit, self._edit), "用恢复码解锁", "返回用口令", "recovery")
        self._edit.returnPressed.connect(self.submit)

    def typed(self) -> str:
        return self._edit.text().strip()

    def clear(self) -> None:
        self._edit.clear()
        super().clear()

    def refuse(self, why: str) -> None:
        mark_refused(self._edit, bool(why))
        super().refuse(why)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.other_asked.emit()
        else:
            super().keyPressEvent(event)


class NewPassphraseWay(Way):
    """Set the passphrase that replaces the forgotten one."""

    def __init__(self, theme: Theme, strength: StrengthOf) -> None:
        self._pair = NewPassphrase(theme, strength)
        super().__init__(self._pair, "设置新口令并打开", "", "new_passphrase")
        self._pair.return_pressed.connect(self.submit)

    def typed(self) -> str:
        return self._pair.passphrase() or ""

    def clear(self) -> None:
        self._pair.clear()
        super().clear()


def _labelled(words: str, buddy: QWidget, shown: QWidget) -> QWidget:
    label = text(words, "strong")
    label.setBuddy(buddy)
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(label)
    column.addWidget(shown)
    frame.setFocusProxy(shown)
    return frame


def _keep_place(widget: QWidget) -> None:
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
