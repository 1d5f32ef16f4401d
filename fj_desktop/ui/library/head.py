"""The head of a tab: what the library is, how many records it holds, and the clause of the notice it serves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.libraries.clauses import clause
from fj_desktop.ui.elided import ElidedLabel
from fj_desktop.ui.form.popups import Popup
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text

_ORDINALS = "〇一二三四五六七八九十"
_QUOTE_SIGNS = 30


def clause_words(number: str) -> tuple[str, str]:
    """Where a clause stands in the notice with its title, and its text."""
    found = clause(number)
    return f"{clause_place(number)}{found.title}", found.text


def clause_place(number: str) -> str:
    """Where a clause stands in the notice, e.g. 机制五（一）."""
    mechanism, _, item = number.partition(".")
    return f"机制{_ORDINALS[int(mechanism)]}（{_ORDINALS[int(item)]}）"


class TabHead(QWidget):
    """Title, count, purpose, and the clause as a tag that shows its words when pressed."""

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__()
        self._clause = library.clause
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(ElidedLabel(library.title, "heading", name="tab_title"))
        self._count = text("", "count", name="tab_count")
        row.addWidget(self._count)
        row.addWidget(ElidedLabel(library.purpose, "muted", name="tab_purpose"), 1)
        if library.clause:
            place, words = clause_words(library.clause)
            self._tag = button(place, "tag", name="tab_clause")
            self._tag.setAutoDefault(False)
            self._tag.setToolTip("查看条款原文")
            self._tag.setAccessibleName(f"条款：{place}")
            self._tag.setAccessibleDescription(words)
            self._tag.clicked.connect(self._show_clause)
            row.addWidget(self._tag)

    def show_count(self, words: str) -> None:
        """Show how many records there are, filtered and selected."""
        self._count.setText(words)

    def shorten(self, short: bool) -> None:
        """Name only the place of the clause where the tab is narrow."""
        if self._clause:
            self._tag.setText(clause_place(self._clause) if short else clause_words(self._clause)[0])

    def _show_clause(self) -> None:
        place, words = clause_words(self._clause)
        popup = Popup(self._tag)
        popup.column.setContentsMargins(16, 14, 16, 14)
        popup.column.addWidget(text(place, "strong", wrap=True))
        quote = text(words, wrap=True)
        quote.setMinimumWidth(_QUOTE_SIGNS * quote.fontMetrics().horizontalAdvance("字"))
        quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        popup.column.addWidget(quote)
        popup.column.addWidget(text("奉节府办发〔2025〕18号", "small"))
        popup.pop_up()
