"""Choosing a new passphrase: typed twice, judged while typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fj_desktop.ui.passphrase_edit import PassphraseEdit, Strength, StrengthMeter, StrengthOf
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import text

_ADVICE = "建议四个以上不相干的词，或十二位以上的字母与数字；不用姓名、电话和生日。"


class NewPassphrase(QWidget):
    """Two fields, a strength meter and inline refusals; ``return_pressed`` comes from the second field."""

    return_pressed = Signal()

    def __init__(self, theme: Theme, strength: StrengthOf) -> None:
        super().__init__()
        self._strength_of = strength
        self._person_words: Sequence[str] = ()
        self._first = PassphraseEdit(theme, "新口令", "passphrase")
        self._second = PassphraseEdit(theme, "再输一遍新口令", "passphrase_again")
        self._meter = StrengthMeter(theme, _ADVICE)
        self._first_refusal = text("", "refusal", wrap=True, name="passphrase.remark")
        self._second_refusal = text("", "refusal", wrap=True, name="passphrase_again.remark")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._add(column, "口令(&P)", self._first, self._first_refusal)
        column.addWidget(self._meter)
        column.addSpacing(10)
        self._add(column, "再输一遍(&A)", self._second, self._second_refusal)
        self._first.text_changed.connect(self._judge)
        self._first.return_pressed.connect(self._second.setFocus)
        self._second.return_pressed.connect(self.return_pressed)
        self.setFocusProxy(self._first)
        self._meter.show_strength(None)

    def lean_not_on(self, words: Sequence[str]) -> None:
        """Words the passphrase must not lean on, such as the person's name."""
        self._person_words = words
        self._judge(self._first.text())

    def passphrase(self) -> str | None:
        """The passphrase, or None after showing beside the field why it is refused."""
        strength = self._strength_of(self._first.text(), self._person_words)
        weak = "" if strength.acceptable else _weakness(self._first.text(), strength)
        differs = "" if weak or self._first.text() == self._second.text() else "两次输入不一样，请再输一遍。"
        self._refuse(self._first, self._first_refusal, weak)
        self._refuse(self._second, self._second_refusal, differs)
        return None if weak or differs else self._first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()
        self._refuse(self._first, self._first_refusal, "")
        self._refuse(self._second, self._second_refusal, "")

    def _add(self, column: QVBoxLayout, words: str, edit: PassphraseEdit, refusal: QLabel) -> None:
        label = text(words, "strong")
        label.setBuddy(edit.field)
        column.addWidget(label)
        column.addWidget(edit)
        column.addWidget(refusal)
        refusal.hide()

    def _judge(self, typed: str) -> None:
        self._refuse(self._first, self._first_refusal, "")
        self._meter.show_strength(self._strength_of(typed, self._person_words) if typed else None)

    def _refuse(self, edit: PassphraseEdit, refusal: QLabel, why: str) -> None:
        edit.mark_refused(bool(why))
        refusal.setText(why)
        refusal.setVisible(bool(why))
        if why:
            edit.setFocus()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the first field goes to the second one; the page around must not take it as "go on".
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _weakness(typed: str, strength: Strength) -> str:
    if not typed:
        return "请输入口令。"
    return strength.advice or "口令太弱，容易被猜出。请加长，或换成不相干的几个词。"
