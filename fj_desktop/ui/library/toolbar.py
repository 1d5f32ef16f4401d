"""The row of buttons over a table: new, import, export, columns, recycle bin, and the filter line."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button

_TYPING_MS = 180


class Toolbar(QWidget):
    """Buttons of one library; each tells what was asked."""

    new_asked = Signal()
    import_asked = Signal()
    export_asked = Signal(str)
    template_asked = Signal()
    columns_asked = Signal()
    filter_asked = Signal()
    delete_asked = Signal()
    restore_asked = Signal()
    bin_toggled = Signal(bool)
    text_changed = Signal(str)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._typed)
        self.search = QLineEdit(placeholderText=f"在{title}中查找", clearButtonEnabled=True)
        self.search.setObjectName("tab_search")
        self.search.setAccessibleName("在本库中查找")
        self.search.addAction(theme.icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._typing.start)
        self.search.setMaximumWidth(300)
        self.search.setMinimumWidth(150)
        self._new = self._button("新增", "add", self.new_asked, "Ctrl+N", look="primary", colour="on_primary")
        self._import = self._button("导入", "import", self.import_asked, "Ctrl+I")
        self._delete = self._button("删除", "delete", self.delete_asked, "")
        self._restore = self._button("恢复", "restore", self.restore_asked, "")
        self._filter = self._button("筛选", "filter", self.filter_asked, "Ctrl+Shift+F")
        self._more = self._menu()
        self._lay_out()
        self.show_bin(False)

    def _button(
        self, words: str, icon: str, asked: object, keys: str, *, look: str = "quiet", colour: str = "text"
    ) -> QPushButton:
        made = button(words, look, icon=self._theme.icons.icon(icon, colour), name=f"tool.{icon}")
        made.clicked.connect(asked)
        made.setAutoDefault(False)
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setToolTip(f"{words}（{keys}）")
        return made

    def _menu(self) -> QToolButton:
        opener = QToolButton(text="更多", toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        opener.setObjectName("tool.more")
        opener.setIcon(self._theme.icons.icon("more"))
        opener.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        opener.setAccessibleName("更多操作")
        menu = QMenu(opener)
        for words, icon, suffix in (
            ("导出 Excel", "sheet", ".xlsx"),
            ("导出 CSV", "file", ".csv"),
            ("导出 PDF 清单", "pdf", ".pdf"),
        ):
            action = menu.addAction(self._theme.icons.icon(icon), words)
            action.setData(suffix)
            action.triggered.connect(self._export)
        menu.addSeparator()
        menu.addAction(self._theme.icons.icon("template"), "空白导入模板").triggered.connect(self.template_asked)
        menu.addAction(self._theme.icons.icon("columns"), "选择列").triggered.connect(self.columns_asked)
        menu.addSeparator()
        self._bin = menu.addAction(self._theme.icons.icon("delete"), "回收站")
        self._bin.setCheckable(True)
        self._bin.toggled.connect(self.bin_toggled)
        opener.setMenu(menu)
        return opener

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._new, self._import, self.search, self._filter):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self._restore, self._delete, self._more):
            row.addWidget(widget)

    def show_bin(self, shown: bool) -> None:
        """Fit the buttons to the recycle bin or to the live records."""
        for widget in (self._new, self._import, self._delete):
            widget.setVisible(not shown)
        self._restore.setVisible(shown)
        self._bin.setChecked(shown)

    def show_selected(self, count: int) -> None:
        """Fit the buttons to the number of selected rows."""
        self._delete.setEnabled(count > 0)
        self._restore.setEnabled(count > 0)

    def clear_search(self) -> None:
        """Empty the search line at once."""
        self.search.clear()
        self._typing.stop()

    def _typed(self) -> None:
        self.text_changed.emit(self.search.text())

    def _export(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.export_asked.emit(str(action.data()))
