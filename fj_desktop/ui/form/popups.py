"""Small windows below an editor: a calendar, a list to tick. Esc closes them and nothing else."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, wear

_TALLEST = 380


class Popup(QFrame):
    """A framed window below a widget, on the screen as a whole; a click beside it or Esc closes it."""

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._anchor = anchor
        wear(self, "popupWindow")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6, 6, 6, 6)
        self.column.setSpacing(6)

    def pop_up(self) -> None:
        """Show it below its widget, or above where there is no room."""
        self.adjustSize()
        place = self._anchor.mapToGlobal(QPoint(0, self._anchor.height() + 2))
        screen = self._anchor.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place = self._anchor.mapToGlobal(QPoint(0, -self.height() - 2))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class CalendarPopup(Popup):
    """A month to pick a day from. ``picked``: the day, invalid for none."""

    picked = Signal(QDate)

    def __init__(self, anchor: QWidget, theme: Theme, day: QDate) -> None:
        super().__init__(anchor)
        self._calendar = QCalendarWidget()
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        self._calendar.setAccessibleName("日历")
        self._dress(theme)
        self.column.addWidget(self._calendar)
        row = QHBoxLayout()
        for words, act in (("今天", self._today), ("清空", self._none)):
            made = button(words, "quiet")
            made.clicked.connect(act)
            row.addWidget(made)
        row.addStretch()
        self.column.addLayout(row)
        self._calendar.activated.connect(self._take)
        self._calendar.clicked.connect(self._take)

    def pop_up(self) -> None:
        """As declared, with the keyboard in the days."""
        super().pop_up()
        self._calendar.setFocus()

    def _dress(self, theme: Theme) -> None:
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        head.setForeground(theme.colour("muted"))
        head.setBackground(theme.colour("raised"))
        self._calendar.setHeaderTextFormat(head)
        weekend = QTextCharFormat()
        weekend.setForeground(theme.colour("accent_text"))
        for day in Qt.DayOfWeek:
            is_weekend = day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
            self._calendar.setWeekdayTextFormat(day, weekend if is_weekend else plain)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            for found in self._calendar.findChildren(QToolButton, name):
                found.setIcon(theme.icons.icon(icon))
                found.setAccessibleName("上个月" if icon.endswith("left") else "下个月")

    def _take(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()

    def _today(self) -> None:
        self._take(QDate.currentDate())

    def _none(self) -> None:
        self._take(QDate())


class TicksPopup(Popup):
    """A closed list to tick with Space. ``ticked``: the ticked ones."""

    ticked = Signal(list)

    def __init__(self, anchor: QWidget, options: Sequence[str], chosen: Iterable[str]) -> None:
        super().__init__(anchor)
        self._list = QListWidget()
        self._list.setAccessibleName("可多选")
        wear(self._list, "ticks")
        there = set(chosen)
        for option in options:
            item = QListWidgetItem(option, self._list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if option in there else Qt.CheckState.Unchecked)
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(self._tell)
        self._list.itemClicked.connect(self._clicked)
        self.column.addWidget(self._list)
        rows = self._list.sizeHintForRow(0) * self._list.count() + 12
        self._list.setFixedHeight(min(_TALLEST, rows))
        self._list.setMinimumWidth(max(anchor.width() - 14, self._list.sizeHintForColumn(0) + 40))
        self._pressed = ""

    def pop_up(self) -> None:
        """As declared, with the keyboard in the list."""
        super().pop_up()
        self._list.setFocus()

    def _clicked(self, item: QListWidgetItem) -> None:
        # A click on the words ticks as well; one on the box has done so already.
        if self._pressed != item.text():
            item.setCheckState(
                Qt.CheckState.Unchecked if item.checkState() == Qt.CheckState.Checked else Qt.CheckState.Checked
            )
        self._pressed = ""

    def _tell(self, item: QListWidgetItem) -> None:
        self._pressed = item.text()
        items = [self._list.item(row) for row in range(self._list.count())]
        self.ticked.emit([one.text() for one in items if one.checkState() == Qt.CheckState.Checked])

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)
