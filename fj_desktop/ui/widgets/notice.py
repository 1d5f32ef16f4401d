"""A coloured strip with an icon and a sentence: notices, remarks and refusals inside a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fj_desktop.ui.icons import Icons
from fj_desktop.ui.widgets.looks import text, wear

_SIGNS = {"notice": ("warning", "warning"), "remark": ("info", "info"), "refusal": ("error", "danger")}


class Sign(QWidget):
    """An icon that stands by itself and follows palette and screen."""

    def __init__(self, icons: Icons, name: str, token: str, size: int = 20) -> None:
        super().__init__()
        self._icon = icons.icon(name, token)
        self.setFixedSize(size, size)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()


class Notice(QFrame):
    """``kind`` is ``notice`` (mind this), ``remark`` (good to know) or ``refusal`` (this does not go)."""

    def __init__(self, icons: Icons, kind: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear(self, f"{kind}Strip")
        sign, token = _SIGNS[kind]
        self._words = text(words, wrap=True, name=f"{kind}_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(Sign(icons, sign, token), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def say(self, words: str) -> None:
        """Show other words; nothing to say hides the strip."""
        self._words.setText(words)
        self.setVisible(bool(words))
        self.setAccessibleName(words)
