"""Says that a sheet is mapped as it was last time, and lets the program guess anew."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from fj_desktop.services.importing import Recalled
from fj_desktop.ui.importing.fates import CHOICES
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text, wear
from fj_desktop.ui.widgets.notice import Sign


class RecalledBar(QFrame):
    """``guess_asked``: the choices of last time shall go."""

    guess_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        wear(self, "remarkStrip")
        self.setObjectName("mapping.recalled")
        self._words = text("", wrap=True, name="mapping.recalled_words")
        again = button("重新猜测", name="mapping.guess_again")
        again.setAutoDefault(False)
        again.setToolTip("不用上次的选择，按列名重新识别")
        again.clicked.connect(self.guess_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(Sign(theme.icons, "info", "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(again)
        self.hide()

    def show_recalled(self, recalled: Recalled | None) -> None:
        """Say what is used again; nothing hides the bar."""
        self.setVisible(recalled is not None)
        if recalled is not None:
            rule = CHOICES[recalled.on_duplicate]
            self._words.setText(f"{recalled.words}；重复的行：{rule}。可以再改，导入后记住新的。")
