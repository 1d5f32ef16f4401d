"""Asks for one line of text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fj_desktop.ui.composing import guard
from fj_desktop.ui.widgets.looks import button, text


class LinePrompt(QDialog):
    """One question, one line; Enter answers, Esc gives up. ``answer`` is what was typed."""

    def __init__(self, parent: QWidget | None, title: str, words: str, *, label: str, yes: str, given: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal if parent else Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(460)
        self._line = QLineEdit(given, maxLength=200)
        self._line.setObjectName("prompt.line")
        self._line.setAccessibleName(label)
        self._line.setPlaceholderText(label)
        guard(self._line)
        self._yes = button(yes, "primary", name="prompt.yes")
        no = button("取消", name="prompt.no")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(text(title, "heading", wrap=True))
        column.addWidget(text(words, wrap=True))
        column.addWidget(self._line)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(no)
        row.addWidget(self._yes)
        column.addLayout(row)
        self._line.textChanged.connect(self._fit)
        self._line.selectAll()
        self._fit()

    @property
    def answer(self) -> str:
        """The line as typed."""
        return self._line.text().strip()

    def _fit(self) -> None:
        self._yes.setEnabled(bool(self.answer))
