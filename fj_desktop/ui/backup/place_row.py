"""One line to choose another disk that every backup is carried to as well."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fj_desktop.errors import UserError
from fj_desktop.services.backup_places import Elsewhere
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.elided import ElidedLabel
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, card, text

_NONE = "没有设置。建议选一个 U 盘或移动硬盘：电脑坏了、丢了，备份还在。"


class PlaceRow(QWidget):
    """``changed``: a place was chosen, and the newest backup should be carried there."""

    changed = Signal()

    def __init__(self, elsewhere: Elsewhere, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._elsewhere, self._asking = elsewhere, asking
        self._said = ElidedLabel("", "muted", name="place.said")
        choose = button("选择位置…", icon=theme.icons.icon("folder"), name="place.choose")
        choose.clicked.connect(self._choose)
        self._drop = button("不再另存", "quiet", name="place.drop")
        self._drop.clicked.connect(self._forget)
        frame, column = card(margin=12, spacing=0, look="well")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text("同时另存到", "strong"))
        row.addWidget(self._said, 1)
        row.addWidget(self._drop)
        row.addWidget(choose)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.refresh()

    def refresh(self) -> None:
        """Say where."""
        place = self._elsewhere.place
        self._said.say(_NONE if place is None else str(place))
        self._drop.setVisible(place is not None)

    def _choose(self) -> None:
        folder = self._asking.open_folder(self, "选择备份盘上的文件夹")
        if folder is None:
            return
        try:
            self._elsewhere.choose(folder)
        except UserError as error:
            self._asking.report(self, error)
            return
        self.refresh()
        self.changed.emit()

    def _forget(self) -> None:
        self._elsewhere.choose(None)
        self.refresh()
