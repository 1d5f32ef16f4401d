"""The head of a tab: what the library is, how many records it holds, and the clause of the notice it serves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fj_desktop.core.field import Library
from fj_desktop.libraries.clauses import clause
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import text

_ORDINALS = "〇一二三四五六七八九十"


def clause_words(number: str) -> tuple[str, str]:
    """Where a clause stands in the notice, and its text."""
    found = clause(number)
    mechanism, _, item = number.partition(".")
    place = f"机制{_ORDINALS[int(mechanism)]}（{_ORDINALS[int(item)]}）{found.title}"
    return place, found.text


class TabHead(QWidget):
    """Title, count, purpose, and the clause as a tag with its text behind."""

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(text(library.title, "heading", name="tab_title"))
        self._count = text("", "count", name="tab_count")
        row.addWidget(self._count)
        self._purpose = text(library.purpose, "muted")
        self._purpose.setMinimumWidth(40)
        row.addWidget(self._purpose, 1)
        if library.clause:
            row.addWidget(self._tag(library.clause))
        theme.changed.connect(self.update)

    @staticmethod
    def _tag(number: str) -> QLabel:
        place, words = clause_words(number)
        tag = text(place, "tag", name="tab_clause")
        tag.setToolTip(f"<p style='white-space:normal'>{place}<br/>{words}</p>")
        tag.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tag.setAccessibleName(f"{place}：{words}")
        return tag

    def show_count(self, words: str) -> None:
        """Show how many records there are, filtered and selected."""
        self._count.setText(words)
