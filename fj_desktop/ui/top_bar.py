"""The line across the top: name, search over all libraries, who works here, settings, lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from fj_desktop.services.identity import Identity
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.elided import ElidedLabel
from fj_desktop.ui.search_box import SearchBox
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import icon_button, text, wear

_LOGO = 22


class TopBar(QWidget):
    """``lock_asked``: lock, or leave the demo desk. ``fold_asked``: fold or unfold the list of tabs.

    ``back_asked``, ``forward_asked``: go to the place visited before, or again to the next.
    ``undo_asked``, ``redo_asked``: take the last step back, or do it again.
    """

    lock_asked = Signal()
    fold_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, identity: Identity, search: SearchBox, theme: Theme, actions: Actions, today: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        wear(self, "surface")
        self._logo = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        fold = icon_button("收起或展开左侧列表（Ctrl+B）", theme.icons.icon("menu", "muted"), name="top.menu")
        fold.clicked.connect(self.fold_asked)
        row.addWidget(fold)
        self._ways = self._add_ways(row)
        row.addWidget(self._logo)
        row.addWidget(ElidedLabel("奉节招商工作台", "strong"))
        row.addStretch(1)
        search.setMinimumWidth(160)
        search.setMaximumWidth(640)
        row.addWidget(search, 4)
        row.addStretch(1)
        if identity.demo:
            row.addWidget(text("演示台账", "tag", name="demo_tag"))
        row.addWidget(ElidedLabel(f"{identity.office_name} · {identity.name} · {today}", "muted", name="who"))
        self._row, self._added = row, row.count()
        leave = "离开演示台账" if identity.demo else "锁定（Ctrl+L）"
        for words, icon, asked in (
            ("撤销（Ctrl+Z）", "undo", self.undo_asked.emit),
            ("重做（Ctrl+Y）", "redo", self.redo_asked.emit),
            ("操作记录（Ctrl+Shift+H）", "clock", actions.audit_asked),
            ("设置", "settings", actions.settings_asked),
            ("关于", "info", actions.about_asked),
            (leave, "lock", self.lock_asked.emit),
        ):
            one = icon_button(words, theme.icons.icon(icon), name=f"top.{icon}")
            one.clicked.connect(asked)
            row.addWidget(one)
        theme.changed.connect(self._paint)
        self._paint()

    def add(self, widget: QWidget) -> None:
        """Put something small before the buttons."""
        self._row.insertWidget(self._added, widget)

    def _add_ways(self, row: QHBoxLayout) -> list[QToolButton]:
        ways = []
        for words, name, asked in (
            ("后退（Alt+Left）", "back", self.back_asked),
            ("前进（Alt+Right）", "forward", self.forward_asked),
        ):
            picture = "chevron-left" if name == "back" else "chevron-right"
            one = icon_button(words, self._theme.icons.icon(picture), name=f"top.{name}")
            one.setEnabled(False)
            one.clicked.connect(asked)
            row.addWidget(one)
            ways.append(one)
        return ways

    def show_ways(self, back: bool, forward: bool) -> None:
        """Offer the ways there are."""
        for way, is_open in zip(self._ways, (back, forward), strict=True):
            way.setEnabled(is_open)

    def _paint(self) -> None:
        self._logo.setPixmap(self._theme.icons.pixmap("logo", _LOGO, "primary", self.devicePixelRatioF()))
