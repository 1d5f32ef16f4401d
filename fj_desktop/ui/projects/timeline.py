"""The timeline: one line a project, painted as far as it is seen; zoom by year, quarter and month."""

import datetime as dt
import uuid
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from fj_desktop.core.clock import today
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.board import Card, Column
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.projects.card_model import CardModel
from fj_desktop.ui.projects.timeline_bars import COLOURS, in_words, late_stretches, stretches
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme

_BACK, _AHEAD = 3 * 365, 2 * 365
_ZOOMS = (0.6, 1.4, 3.0, 8.0)
"""Pixels a day: years, half-years, quarters, months."""
_NAMES, _PAD = 250, 8
_MONTHS_FROM = 1.0


class Timeline(QAbstractScrollArea):
    """``opened``: a project was chosen."""

    opened = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._theme, self._asking = desk, theme, asking
        self._tasks = Tasks(self)
        self._cards = CardModel(desk.board.cards)
        self._wanted: Wanted | None = None
        self._zoom, self._row = 1, 0
        self.setAccessibleName("项目时间线")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._restyled)

    @property
    def present(self) -> uuid.UUID | None:
        """The project of the current line."""
        card = self._cards.card(self._row)
        return card.id if card is not None and self.hasFocus() else None

    def take_focus(self) -> None:
        """The keyboard goes to the lines."""
        self.setFocus()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what the table is asked to show, in its order."""
        self._wanted = wanted

        def work(progress: Progress) -> list[Column]:
            return self._desk.board.columns(wanted, progress)

        self._tasks.run("读取时间线", work, partial(self._take, wanted), self._failed, overlay=False)

    def zoom(self, by: int) -> None:
        """Closer (1) or farther (-1), the middle staying where it is."""
        bar, wide = self.horizontalScrollBar(), self.viewport().width() - self._names()
        middle = (bar.value() + wide / 2) / _ZOOMS[self._zoom]
        self._zoom = min(len(_ZOOMS) - 1, max(0, self._zoom + by))
        self._fit()
        bar.setValue(round(middle * _ZOOMS[self._zoom] - wide / 2))

    def _take(self, wanted: Wanted, columns: list[Column]) -> None:
        if wanted != self._wanted:
            return
        first = self._cards.rowCount() == 0
        numbers = columns[0].numbers[:0]
        for one in columns:
            numbers.extend(one.numbers)
        self._cards.show(Column("", numbers))
        self._fit()
        if first:
            wide = self.viewport().width() - self._names()
            self.horizontalScrollBar().setValue(round(self._at(today(self._desk.clock)) - wide * 0.7))
        self._go(min(self._row, max(0, len(numbers) - 1)))

    def _fit(self) -> None:
        tall, wide = self.viewport().height() - self._tall(), self.viewport().width() - self._names()
        self.verticalScrollBar().setRange(0, max(0, self._cards.rowCount() * self._tall() - tall))
        self.verticalScrollBar().setPageStep(max(1, tall))
        self.verticalScrollBar().setSingleStep(self._tall())
        self.horizontalScrollBar().setRange(0, max(0, round((_BACK + _AHEAD) * _ZOOMS[self._zoom]) - wide))
        self.horizontalScrollBar().setPageStep(max(1, wide))
        self.horizontalScrollBar().setSingleStep(40)
        self.viewport().update()

    def _tall(self) -> int:
        return self.fontMetrics().height() + 12

    def _names(self) -> int:
        return _NAMES * self._theme.text_percent // 100

    def _at(self, day: dt.date) -> float:
        """Where a day stands, from the beginning of the time shown."""
        return ((day - today(self._desk.clock)).days + _BACK) * _ZOOMS[self._zoom]

    def _go(self, row: int) -> None:
        self._row = max(0, min(row, self._cards.rowCount() - 1))
        top, bar = self._row * self._tall(), self.verticalScrollBar()
        if top < bar.value():
            bar.setValue(top)
        elif top + self._tall() > bar.value() + bar.pageStep():
            bar.setValue(top + self._tall() - bar.pageStep())
        card = self._cards.card(self._row)
        self.setAccessibleDescription(in_words(card, today(self._desk.clock)) if card is not None else "没有项目")
        self.viewport().update()

    def _row_at(self, y: float) -> int:
        return int((y - self._tall() + self.verticalScrollBar().value()) // self._tall()) if y >= self._tall() else -1

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    def _restyled(self) -> None:
        self._fit()

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(1, self.verticalScrollBar().pageStep() // self._tall())
        steps = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self._cards.rowCount(), Qt.Key.Key_End: self._cards.rowCount(),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            self._go(self._row + steps[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (120 if key == Qt.Key.Key_Right else -120))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.present is not None:
            self.opened.emit(self.present)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if 0 <= row < self._cards.rowCount():
            self._go(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self._cards.card(self._row_at(event.position().y()))
        if card is not None:
            self.opened.emit(card.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        card = self._cards.card(self._row_at(event.position().y()))
        self.viewport().setToolTip(in_words(card, today(self._desk.clock)) if card is not None else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.colour("surface"))
        tall, shift = self._tall(), self.verticalScrollBar().value()
        for row in range(shift // tall, min(self._cards.rowCount(), (shift + self.viewport().height()) // tall + 1)):
            card = self._cards.card(row)
            if card is not None:
                self._paint_row(painter, card, tall + row * tall - shift, is_present=row == self._row)
        self._paint_axis(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, card: Card, top: int, *, is_present: bool) -> None:
        tall, names, now = self._tall(), self._names(), today(self._desk.clock)
        if is_present:
            painter.fillRect(QRectF(0, top, self.viewport().width(), tall), self._theme.colour("selection"))
        painter.save()
        painter.setClipRect(QRectF(names, 0, self.viewport().width() - names, self.viewport().height()))
        painter.setPen(Qt.PenStyle.NoPen)
        left = names - self.horizontalScrollBar().value()
        for one in stretches(card, now):
            painter.setBrush(self._theme.colour(COLOURS[one.stage]))
            wide = max(2.0, self._at(one.last) - self._at(one.first))
            painter.drawRect(QRectF(left + self._at(one.first), top + 7, wide, tall - 16))
        painter.setBrush(self._theme.colour("danger"))
        for first, last in late_stretches(card, now):
            painter.drawRect(QRectF(left + self._at(first), top + tall - 7, self._at(last) - self._at(first), 3))
        painter.setBrush(self._theme.colour("text"))
        for day in (card.agreed_start_on, card.agreed_prod_on):
            if day is not None:
                x = left + self._at(day)
                painter.drawPolygon(QPolygonF([QPointF(x - 4, top + 2), QPointF(x + 4, top + 2), QPointF(x, top + 8)]))
        painter.restore()
        painter.setPen(self._theme.colour("on_selection" if is_present else "text"))
        name = self.fontMetrics().elidedText(card.name, Qt.TextElideMode.ElideRight, names - 60 - _PAD)
        painter.drawText(QRectF(_PAD, top, names - 60, tall), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(self._theme.colour("on_selection" if is_present else "muted"))
        painter.drawText(QRectF(names - 52, top, 44, tall), Qt.AlignmentFlag.AlignVCenter, card.stage)

    def _paint_axis(self, painter: QPainter) -> None:
        tall, names, now = self._tall(), self._names(), today(self._desk.clock)
        painter.fillRect(QRectF(0, 0, self.viewport().width(), tall), self._theme.colour("window"))
        painter.setPen(QPen(self._theme.colour("line")))
        painter.drawLine(QPointF(0, tall - 0.5), QPointF(self.viewport().width(), tall - 0.5))
        painter.drawLine(QPointF(names - 0.5, 0), QPointF(names - 0.5, self.viewport().height()))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QRectF(_PAD, 0, names, tall), Qt.AlignmentFlag.AlignVCenter, "项目（+、- 缩放）")
        left = names - self.horizontalScrollBar().value()
        by = 1 if _ZOOMS[self._zoom] >= _ZOOMS[2] else 3 if _ZOOMS[self._zoom] >= _MONTHS_FROM else 12
        first = now - dt.timedelta(days=_BACK)
        painter.setClipRect(QRectF(names, 0, self.viewport().width() - names, self.viewport().height()))
        for count in range((_BACK + _AHEAD) // 28 + 1):
            month = dt.date(first.year + (first.month - 1 + count) // 12, (first.month - 1 + count) % 12 + 1, 1)
            x = left + self._at(month)
            if (month.month - 1) % by == 0 and names - 80 < x < self.viewport().width():
                painter.setPen(self._theme.colour("line"))
                painter.drawLine(QPointF(x, 0), QPointF(x, tall))
                painter.setPen(self._theme.colour("muted"))
                words = f"{month.year}年" if by == 12 else f"{month.year % 100:02d}-{month.month:02d}"
                painter.drawText(QRectF(x + 4, 0, 80, tall), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(self._theme.colour("danger"), 1.5))
        painter.drawLine(QPointF(left + self._at(now), 0), QPointF(left + self._at(now), self.viewport().height()))
