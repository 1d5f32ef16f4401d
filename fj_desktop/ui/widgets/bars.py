"""A chart of bars painted in the palette: one line a bar, its words and figure in plain sight."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fj_desktop.ui.theme import Theme

_PAD, _GAP, _ROUND, _MARK = 14.0, 6.0, 3.0, 2.0
_LEAST_BAR = 2.0


@dataclass(frozen=True)
class Bar:
    """One line: what, the figure as words, its length as a share of the longest, and where a mark stands."""

    label: str
    figure: str
    share: float
    mark: float | None = None
    colour: str = "primary"


class Bars(QWidget):
    """A title and its bars; what it shows is also its accessible description."""

    def __init__(self, theme: Theme, title: str, name: str) -> None:
        super().__init__()
        self._theme, self._title = theme, title
        self._bars: Sequence[Bar] = ()
        self._note = ""
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyled)

    def show_bars(self, bars: Sequence[Bar], note: str = "") -> None:
        """Show other bars; ``note`` stands small below them."""
        self._bars, self._note = bars, note
        told = "；".join(f"{one.label} {one.figure}" for one in bars)
        self.setAccessibleDescription("。".join(one for one in (told, note) if one))
        self.setToolTip(note)
        self._restyled()

    def _restyled(self) -> None:
        self.updateGeometry()
        self.update()

    def _line(self) -> float:
        return self.fontMetrics().height() + _GAP

    # Qt's own names

    def sizeHint(self) -> QSize:
        lines = 1.4 + len(self._bars) + (1 if self._note else 0)
        return QSize(320, round(lines * self._line() + 2 * _PAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line")))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        room = QRectF(self.rect()).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        line = self._line()
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(
            QRectF(room.left(), room.top(), room.width(), line), Qt.AlignmentFlag.AlignVCenter, self._title
        )
        painter.setFont(self.font())
        top = room.top() + 1.4 * line
        for one in self._bars:
            self._paint_bar(painter, one, QRectF(room.left(), top, room.width(), line - _GAP))
            top += line
        if self._note:
            painter.setPen(self._theme.colour("muted"))
            words = self.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(QRectF(room.left(), top, room.width(), line), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _paint_bar(self, painter: QPainter, one: Bar, room: QRectF) -> None:
        metrics = self.fontMetrics()
        labels = min(room.width() * 0.34, max(metrics.horizontalAdvance(bar.label) for bar in self._bars) + 8)
        figures = min(room.width() * 0.4, max(metrics.horizontalAdvance(bar.figure) for bar in self._bars) + 8)
        painter.setPen(self._theme.colour("text"))
        label = metrics.elidedText(one.label, Qt.TextElideMode.ElideRight, int(labels))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, label)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, one.figure)
        lane = QRectF(room.left() + labels, room.top() + 3, room.width() - labels - figures, room.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(lane, _ROUND, _ROUND)
        if one.share > 0:
            painter.setBrush(self._theme.colour(one.colour))
            long = max(_LEAST_BAR, lane.width() * min(1.0, one.share))
            painter.drawRoundedRect(QRectF(lane.left(), lane.top(), long, lane.height()), _ROUND, _ROUND)
        if one.mark is not None:
            painter.setBrush(self._theme.colour("text"))
            at = lane.left() + (lane.width() - _MARK) * min(1.0, one.mark)
            painter.drawRect(QRectF(at, lane.top() - 2, _MARK, lane.height() + 4))
