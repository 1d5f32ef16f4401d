"""The frame of the first screens: brand at the left where there is room, a centred column, pinned buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fj_desktop.ui.widgets.looks import rule, wear
from fj_desktop.ui.widgets.running import application

_BRAND_FROM_WIDTH = 1000
_DESIGNED_POINTS = 10.0
_MARGIN = 32
# A refusal stands below its field and must be seen with it.
_ROOM_AROUND = 64


class Stage(QWidget):
    """Shows ``content`` in a column; a low window scrolls it, never the ``footer``.

    ``width`` of the column is in layout pixels at the designed size of text and grows with it.
    """

    def __init__(self, brand: QWidget, content: QWidget, footer: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__()
        self._brand = brand
        self._text_size = application().font().pointSizeF() / _DESIGNED_POINTS
        width = round(width * self._text_size)
        self._scroll = _scrolled(_centred(content, width))
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._scroll, 1)
        if footer is not None:
            side.addWidget(rule())
            side.addWidget(_centred(footer, width, margin=12))
        right = QWidget()
        wear(right, "surface")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        right.setLayout(side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(brand, 2)
        row.addWidget(right, 3)
        application().focusChanged.connect(self._bring_into_view)

    def _bring_into_view(self, left: QWidget | None, entered: QWidget | None) -> None:
        if entered is not None and self._scroll.isAncestorOf(entered):
            self._scroll.ensureWidgetVisible(entered, 0, _ROOM_AROUND)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._brand.setVisible(event.size().width() >= _BRAND_FROM_WIDTH * self._text_size)
        super().resizeEvent(event)


def _centred(content: QWidget, width: int, margin: int = _MARGIN) -> QWidget:
    frame = QWidget()
    wear(frame, "page")
    content.setMaximumWidth(width)
    row = QHBoxLayout(frame)
    row.setContentsMargins(_MARGIN, margin, _MARGIN, margin)
    row.addStretch(1)
    row.addWidget(content, 1000)
    row.addStretch(1)
    return frame


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
