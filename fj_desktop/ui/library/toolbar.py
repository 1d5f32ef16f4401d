"""The row of buttons over a table: new, import, export, columns, recycle bin, and the filter line."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from fj_desktop.ui.composing import guard
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button

_TYPING_MS = 40
_WIDEST_SEARCH = 280
_NARROWEST_SEARCH, _ROOMY_SEARCH = 110, 190
_AROUND = 52
_EXPORTS = (("导出 Excel", "sheet", ".xlsx"), ("导出 CSV", "file", ".csv"), ("导出 PDF 清单", "pdf", ".pdf"))


class Toolbar(QWidget):
    """Buttons of one library; each tells what was asked. They show only their icons where there is no room."""

    new_asked = Signal()
    import_asked = Signal()
    export_asked = Signal(str)
    template_asked = Signal()
    columns_asked = Signal()
    bulk_asked = Signal()
    duplicates_asked = Signal()
    past_asked = Signal()
    filter_asked = Signal()
    delete_asked = Signal()
    restore_asked = Signal()
    bin_toggled = Signal(bool)
    text_changed = Signal(str)

    def __init__(self, theme: Theme, title: str, *, closed: bool = False) -> None:
        """``closed``: the program alone writes here, so there is nothing to add, bring in, change or delete."""
        super().__init__()
        self._theme, self._closed = theme, closed
        # In the order of weight: the last ones lose their words first.
        self._words: dict[QAbstractButton, str] = {}
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._typed)
        self.search = QLineEdit(placeholderText=f"在{title}中查找", clearButtonEnabled=True)
        self.search.setObjectName("tab_search")
        self.search.setAccessibleName(f"在{title}中查找")
        self.search.addAction(theme.icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._typing.start)
        guard(self.search)
        self.search.setMaximumWidth(_WIDEST_SEARCH)
        self.search.setMinimumWidth(_NARROWEST_SEARCH)
        self._new = self._button("新增", "add", self.new_asked, "Ctrl+N", look="primary", colour="on_primary")
        self._import = self._button("导入", "import", self.import_asked, "Ctrl+I")
        self._restore = self._button("恢复", "restore", self.restore_asked, "", look="primary", colour="on_primary")
        self._back = self._button("返回台账", "chevron-left", self._leave_bin, "")
        self._filter = self._button("筛选", "filter", self.filter_asked, "Ctrl+Shift+F")
        self.views = self._menu_button("视图", "columns", "tool.views")
        self._delete = self._button("删除", "delete", self.delete_asked, "")
        self._export = self._menu_button("导出", "export", "tool.export")
        self._more = self._menu_button("更多", "more", "tool.more")
        self._writing = (self._new, self._import, self._delete)
        for widget in self._writing if closed else ():
            widget.setEnabled(False)
        self._fill_menus()
        self._lay_out()
        self.show_bin(False)
        theme.changed.connect(self._fit)

    @property
    def filter_button(self) -> QWidget:
        """Where filters are asked for."""
        return self._filter

    def _button(
        self, words: str, icon: str, asked: object, keys: str, *, look: str = "quiet", colour: str = "text"
    ) -> QPushButton:
        made = button(words, look, icon=self._theme.icons.icon(icon, colour), name=f"tool.{icon}")
        made.clicked.connect(asked)
        made.setAutoDefault(False)
        made.setAccessibleName(words)
        made.setToolTip(f"{words}（{keys}）" if keys else words)
        if keys:
            # A button forgets its own shortcut when its words change.
            QShortcut(QKeySequence(keys), made, made.click)
        self._words[made] = words
        return made

    def _menu_button(self, words: str, icon: str, name: str) -> QToolButton:
        opener = QToolButton()
        opener.setText(words)
        opener.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        opener.setObjectName(name)
        opener.setIcon(self._theme.icons.icon(icon))
        opener.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        opener.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        opener.setAccessibleName(words)
        opener.setToolTip(words)
        opener.setMenu(QMenu(opener))
        self._words[opener] = words
        return opener

    def _fill_menus(self) -> None:
        icons, menu = self._theme.icons, self._export.menu()
        for words, icon, suffix in _EXPORTS:
            action = menu.addAction(icons.icon(icon), words)
            action.setData(suffix)
            action.triggered.connect(self._export_picked)
        more = self._more.menu()
        if not self._closed:
            menu.addSeparator()
            menu.addAction(icons.icon("template"), "空白导入模板").triggered.connect(self.template_asked)
            more.addAction(icons.icon("edit"), "批量修改…").triggered.connect(self.bulk_asked)
            more.addAction(icons.icon("merge"), "查重…").triggered.connect(self.duplicates_asked)
            more.addAction(icons.icon("clock"), "过往导入…").triggered.connect(self.past_asked)
        more.addAction(icons.icon("columns"), "选择列…").triggered.connect(self.columns_asked)
        self._bin = more.addAction(icons.icon("delete"), "回收站")
        self._bin.setCheckable(True)
        self._bin.toggled.connect(self.bin_toggled)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._back, self._new, self._import, self._restore):
            row.addWidget(widget)
        row.addWidget(self.search, 100)
        row.addWidget(self._filter)
        row.addWidget(self.views)
        row.addStretch(1)
        for tool in (self._delete, self._export, self._more):
            row.addWidget(tool)

    def add_commands(self, actions: Sequence[QAction]) -> None:
        """Put commands of this library at the head of 更多."""
        more = self._more.menu()
        first = more.actions()[0]
        more.insertActions(first, list(actions))
        if actions:
            more.insertSeparator(first)

    def show_bin(self, shown: bool) -> None:
        """Fit the buttons to the recycle bin or to the live records."""
        for widget in (self._new, self._import, self._delete, self._export, self.views):
            widget.setVisible(not shown and not (self._closed and widget in self._writing))
        self._restore.setVisible(shown)
        self._back.setVisible(shown)
        blocked = self._bin.blockSignals(True)
        self._bin.setChecked(shown)
        self._bin.blockSignals(blocked)
        self._fit()

    def show_selected(self, count: int) -> None:
        """Fit the buttons to the number of selected rows."""
        self._delete.setEnabled(count > 0 and not self._closed)
        self._restore.setEnabled(count > 0)

    def put_search(self, words: str) -> None:
        """Show these words again; nobody is told, the table shows them already."""
        self.search.setText(words)
        self._typing.stop()

    def clear_search(self) -> None:
        """Empty the search line at once."""
        self.search.clear()
        self._typing.stop()

    def name_view(self, words: str, all_words: str) -> None:
        """Tell on the button of the views which one is shown."""
        self._words[self.views] = words
        self.views.setToolTip(all_words)
        self.views.setAccessibleName(all_words)
        self._fit()

    def _typed(self) -> None:
        self.text_changed.emit(self.search.text())

    def _leave_bin(self) -> None:
        self._bin.setChecked(False)

    def _export_picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.export_asked.emit(str(action.data()))

    # Qt's own names

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().height() * 9, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        wide = {one: metrics.horizontalAdvance(words) for one, words in self._words.items() if not one.isHidden()}
        spare = self.width() - _ROOMY_SEARCH - sum(wide.values()) - _AROUND * len(wide)
        for one in reversed(self._words):
            one.setText(self._words[one] if spare >= 0 else "")
            spare += wide.get(one, 0)
