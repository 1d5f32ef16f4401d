"""Line icons from ``resources/icons``, painted in the colours of the palette in use.

The files are drawn with ``currentColor`` on a 24 × 24 grid. An icon asks for the palette each time it is
painted, so a change of theme needs no second call by whoever shows the icon.
"""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fj_desktop.assets import asset
from fj_desktop.ui.palettes import Tokens


class Icons:
    """Every icon of the window by the name of its file."""

    def __init__(self, current: Callable[[], Tokens]) -> None:
        """``current`` returns the palette in use."""
        self._current = current
        self._drawn: dict[tuple[str, str, int, int], QPixmap] = {}

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """An icon for buttons, actions and lists; ``colour`` is a token of the palette. Disabled is drawn faint.

        Raises:
            FileNotFoundError: there is no icon of that name.
        """
        _source(name)
        return QIcon(_LineIcon(self, name, colour))

    def pixmap(self, name: str, size: int, colour: str = "text", ratio: float = 1.0) -> QPixmap:
        """The icon in the palette in use as it is now; ``size`` in layout pixels, ``ratio`` of the screen."""
        drawn = self.draw(name, QSize(round(size * ratio), round(size * ratio)), colour)
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def draw(self, name: str, size: QSize, token: str) -> QPixmap:
        """The icon in device pixels; drawn once per size and colour."""
        colour: str = getattr(self._current(), token)
        key = (name, colour, size.width(), size.height())
        if key not in self._drawn:
            self._drawn[key] = _drawn(name, colour, size)
        return QPixmap(self._drawn[key])


class _LineIcon(QIconEngine):
    def __init__(self, icons: Icons, name: str, token: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._token = token

    def _token_for(self, mode: QIcon.Mode) -> str:
        return "faint" if mode == QIcon.Mode.Disabled else self._token

    # Qt overrides

    def clone(self) -> QIconEngine:
        return _LineIcon(self._icons, self._name, self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        drawn = self._icons.draw(self._name, rect.size() * ratio, self._token_for(mode))
        drawn.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._icons.draw(self._name, size, self._token_for(mode))


@cache
def _source(name: str) -> str:
    return asset(f"resources/icons/{name}.svg").read_text(encoding="utf-8")


def _drawn(name: str, colour: str, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    side = min(size.width(), size.height())
    frame = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
    painter = QPainter(pixmap)
    renderer.render(painter, frame)
    painter.end()
    return pixmap
