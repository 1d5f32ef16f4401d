"""What happens to rows that stand in the store already: for all of them, and for the selected ones."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from fj_desktop.services.importing import PlannedRow
from fj_desktop.ui.importing.fates import CHOICES, Choices
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text, wear
from fj_desktop.ui.widgets.notice import Sign

_MEANINGS = {
    "update": "只填库中记录的空白项，已有内容不动",
    "new": "不管库中已有的，另建一条新记录",
    "skip": "这一行不导入",
}


class DuplicateBar(QFrame):
    """``chosen``: one choice for the selected duplicates."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        wear(self, "remarkStrip")
        self._words = text("", wrap=True, name="duplicate.words")
        self._buttons = {choice: button(words, name=f"duplicate.{choice}") for choice, words in CHOICES.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(Sign(theme.icons, "merge", "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        for choice, made in self._buttons.items():
            made.setCheckable(True)
            keeps = made.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)
            made.setSizePolicy(keeps)
            made.setAutoDefault(False)
            made.setToolTip(_MEANINGS[choice])
            made.setProperty("choice", choice)
            made.clicked.connect(self._choose)
            row.addWidget(made)

    @property
    def words(self) -> QLabel:
        """The sentence shown."""
        return self._words

    def show_rows(self, rows: Sequence[PlannedRow], choices: Choices, stored_name: str) -> None:
        """Offer the choices for the selected rows, or say how to select."""
        picked = {choices.choice(row) for row in rows}
        known = all(row.duplicate or row.likely for row in rows)
        for choice, made in self._buttons.items():
            made.setVisible(bool(rows))
            made.setEnabled(choice != "update" or known)
            made.setChecked(picked == {choice})
        self._words.setText(_sentence(rows, stored_name))
        self._words.setToolTip(self._words.text())

    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("choice")))


def _sentence(rows: Sequence[PlannedRow], stored_name: str) -> str:
    if not rows:
        return "点一行重复或疑似重复的记录，可单独决定怎么办；按住 Ctrl 或 Shift 可选多行。"
    if len(rows) > 1:
        return f"选中 {len(rows)} 行重复或疑似重复的记录："
    row = rows[0]
    if not row.duplicate:
        if row.likely and stored_name:
            why = "；".join(row.likely[0].reasons)
            return f"第 {row.row} 行：可能是库中的“{stored_name}”（{why}）。是同一个请选“补空白”。"
        return f"第 {row.row} 行：{row.possible}。"
    return f"第 {row.row} 行：库中已有“{stored_name}”。" if stored_name else f"第 {row.row} 行：与本表前面的一行重复。"
