"""Widgets side by side that go on in the next line where there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowingRow(QLayout):
    """Lays its widgets out like words in a text; ``gap`` in layout pixels between them."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def _place(self, wide: int, at: QPoint | None) -> int:
        """Lay out in a width, really where ``at`` is given; returns the height needed."""
        right, down, tallest = 0, 0, 0
        for item in self._items:
            size = item.sizeHint()
            across = min(size.width(), max(wide, 1))
            if right and right + across > wide:
                right, down, tallest = 0, down + tallest + self._gap, 0
            if at is not None:
                item.setGeometry(QRect(at + QPoint(right, down), QSize(across, size.height())))
            right += across + self._gap
            tallest = max(tallest, size.height())
        return down + tallest

    # Qt's own names

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, None)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area.width(), area.topLeft())

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        wide, tall = (max((part(one) for one in sizes), default=0) for part in (QSize.width, QSize.height))
        return QSize(min(wide, 120), tall)
