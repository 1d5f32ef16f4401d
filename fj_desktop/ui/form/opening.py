"""Editors that open a small window below themselves: dates and sets of a closed list."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from fj_desktop.core.kinds import Day, split_members
from fj_desktop.core.refusal import RefusalError
from fj_desktop.ui.form.line import LineEditor
from fj_desktop.ui.form.popups import CalendarPopup, Popup, TicksPopup
from fj_desktop.ui.theme import Theme


class OpeningEditor(LineEditor):
    """A line with a sign at its end that opens a popup; ↓ opens it too."""

    def __init__(self, theme: Theme, hint: str, icon: str, tip: str) -> None:
        super().__init__(hint)
        self._theme = theme
        opener = self.addAction(theme.icons.icon(icon, "muted"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip(tip)
        opener.triggered.connect(self.open)

    def open(self) -> None:
        """Open the popup below."""
        if not self.isReadOnly():
            self._popup().pop_up()

    def _popup(self) -> Popup:
        raise NotImplementedError

    def _take(self, words: str) -> None:
        self.setText(words)
        self.touched.emit()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)


class DayEditor(OpeningEditor):
    """A date typed in any shape, or picked from a calendar."""

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__(theme, hint, "calendar", "日历（↓）")

    def _popup(self) -> Popup:
        try:
            day = Day().parse(self.text())
            shown = QDate(day.year, day.month, day.day)
        except RefusalError:
            shown = QDate()
        popup = CalendarPopup(self, self._theme, shown)
        popup.picked.connect(self._picked)
        return popup

    def _picked(self, day: QDate) -> None:
        self._take(day.toString("yyyy-MM-dd") if day.isValid() else "")


class TicksEditor(OpeningEditor):
    """Several of a closed list: typed with ； between, or ticked in a list."""

    def __init__(self, theme: Theme, options: Sequence[str]) -> None:
        super().__init__(theme, "可多选，按 ↓ 勾选", "chevron-down", "选择（↓）")
        self._options = options

    def _popup(self) -> Popup:
        popup = TicksPopup(self, self._options, split_members(self.text()))
        popup.ticked.connect(self._ticked)
        return popup

    def _ticked(self, chosen: list[str]) -> None:
        self._take("；".join(chosen))
