"""The one dialog behind every message and question: icon, title, text, folded detail, verbs on the buttons."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from fj_desktop.ui.icons import Icons
from fj_desktop.ui.widgets.looks import button, text
from fj_desktop.ui.widgets.notice import Sign

_SIGNS = {
    "info": ("info", "info"), "done": ("check-circle", "success"), "question": ("question", "primary"),
    "warning": ("warning", "warning"), "error": ("error", "danger"),
}  # fmt: skip


@dataclass(frozen=True)
class Verb:
    """One button of a prompt. ``look`` is ``primary``, ``danger`` or empty; ``is_default`` answers Enter."""

    words: str
    look: str = ""
    is_default: bool = False


class Prompt(QDialog):
    """Shows one message; ``chosen`` is the index of the verb pressed, None after Esc or closing."""

    def __init__(
        self,
        icons: Icons,
        parent: QWidget | None,
        *,
        tone: str,
        title: str,
        words: str,
        detail: str,
        verbs: Sequence[Verb],
    ) -> None:
        super().__init__(parent)
        self.chosen: int | None = None
        self._default: QPushButton | None = None
        self._icons = icons
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal if parent else Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(420)
        self._detail = self._detail_field(detail)
        self._folding = self._folding_button()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._message(tone, title, words))
        column.addWidget(self._detail, 1)
        column.addStretch()
        column.addLayout(self._buttons(verbs))
        self._detail.hide()
        self._folding.setVisible(bool(detail))

    def _message(self, tone: str, title: str, words: str) -> QHBoxLayout:
        sign, token = _SIGNS[tone]
        heading = text(title, "heading", wrap=True, name="prompt.title")
        body = text(words, wrap=True, name="prompt.text")
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body.setVisible(bool(words))
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(heading)
        said.addWidget(body)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Sign(self._icons, sign, token, 28), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        return row

    def _detail_field(self, detail: str) -> QPlainTextEdit:
        field = QPlainTextEdit(detail)
        field.setObjectName("prompt.detail")
        field.setAccessibleName("详细内容")
        field.setReadOnly(True)
        field.setMinimumHeight(160)
        field.setMinimumWidth(480)
        return field

    def _folding_button(self) -> QPushButton:
        made = button("详细内容", "quiet", icon=self._icons.icon("chevron-down", "muted"), name="prompt.unfold")
        made.setCheckable(True)
        made.toggled.connect(self._unfold)
        return made

    def _buttons(self, verbs: Sequence[Verb]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._folding)
        row.addStretch()
        for index, verb in enumerate(verbs):
            made = button(verb.words, verb.look, name=f"prompt.verb.{index}")
            made.setProperty("index", index)
            made.clicked.connect(self._choose)
            made.setDefault(verb.is_default)
            row.addWidget(made)
            if verb.is_default:
                self._default = made
        return row

    def _choose(self) -> None:
        self.chosen = int(self.sender().property("index"))
        self.accept()

    def _unfold(self, shown: bool) -> None:
        self._detail.setVisible(shown)
        self._folding.setIcon(self._icons.icon("chevron-up" if shown else "chevron-down", "muted"))
        self.adjustSize()

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Enter presses the button that has the keyboard, whichever is the default.
        if self._default is not None:
            self._default.setFocus()
