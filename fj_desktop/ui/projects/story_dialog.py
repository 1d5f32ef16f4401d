"""项目全景: the whole story of a project in one scroll; Enter opens the record a line is about."""

import uuid
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.project_story import Line, Section, Story
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import at_left, button, fit, icon_button, text, wear

_LINE = int(Qt.ItemDataRole.UserRole)
_SECTION = _LINE + 1
_SIZE, _FIRST = (900, 640), 190


class StoryDialog(QDialog):
    """``open_asked``: a record is to be opened (library, id); ``new_asked``: one is to be added (library, begun)."""

    open_asked = Signal(str, object)
    new_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None, desk: Desk, project: uuid.UUID, theme: Theme, asking: Asking) -> None:
        super().__init__(parent)
        self._desk, self._project, self._asking, self._theme = desk, project, asking, theme
        self._tasks = Tasks(self)
        self.setWindowTitle("项目全景")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name, self._about = text("", "heading", wrap=True, name="story.name"), text("", "muted", wrap=True)
        self._tree = QTreeWidget()
        self._lay_out()
        fit(self, *_SIZE, theme.text_percent)
        self._tasks.run("读取项目全景", self._read, self._show, self._failed, overlay=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._about)
        tree = self._tree
        wear(tree, "rows")
        tree.setObjectName("story.tree")
        tree.setAccessibleName("项目全景")
        tree.setHeaderHidden(True)
        tree.setColumnCount(2)
        tree.setWordWrap(True)
        tree.setExpandsOnDoubleClick(False)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        tree.setColumnWidth(0, _FIRST * self._theme.text_percent // 100)
        tree.itemActivated.connect(self._open)
        QShortcut(QKeySequence("Ctrl+N"), self, self._add_here)
        column.addWidget(tree, 1)
        row = QHBoxLayout()
        row.addWidget(text("Enter 打开这一行的记录，Ctrl+N 在这一部分新增，Esc 关闭", "muted"), 1)
        close = button("关闭", "primary", name="story.close")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)

    def _read(self, _: Progress) -> Story:
        return self._desk.story.of(self._project)

    def _show(self, story: Story) -> None:
        self._name.setText(story.name)
        self._about.setText(story.about)
        for heading, facts in story.facts:
            if facts:
                group = self._group(heading)
                for label, words in facts:
                    group.addChild(_item(label, words, None))
        for section in story.sections:
            self._show_section(section)
        self._tree.expandAll()
        first = self._tree.topLevelItem(0)
        if first is not None:
            self._tree.setCurrentItem(first)
        self._tree.setFocus()

    def _show_section(self, section: Section) -> None:
        title, lines = section.title, section.lines
        group = self._group(f"{title}（{len(lines)}）" if lines else f"{title}：还没有")
        for line in lines:
            group.addChild(_item(line.day.isoformat() if line.day else "没有日期", line.words, line))
        if section.begun is not None:
            group.setData(0, _SECTION, section)
            group.setFirstColumnSpanned(False)
            add = icon_button(
                f"新增{title}", self._theme.icons.icon("add", "muted"), name=f"story.add.{section.library}"
            )
            add.clicked.connect(partial(self._add, section))
            self._tree.setItemWidget(group, 1, at_left(add))

    def _add_here(self) -> None:
        item = self._tree.currentItem()
        group = item.parent() or item if item is not None else None
        section = group.data(0, _SECTION) if group is not None else None
        if isinstance(section, Section):
            self._add(section)

    def _add(self, section: Section) -> None:
        self.new_asked.emit(section.library, section.begun)
        self.accept()

    def _group(self, words: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem([words])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        self._tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        return group

    def _open(self, item: QTreeWidgetItem) -> None:
        line = item.data(0, _LINE)
        if isinstance(line, Line) and line.library:
            self.open_asked.emit(line.library, line.record)
            self.accept()
        elif item.childCount():
            item.setExpanded(not item.isExpanded())

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)
        self.reject()

    # Qt's own names

    def done(self, result: int) -> None:
        self._tasks.stop_all()
        super().done(result)


def _item(label: str, words: str, line: Line | None) -> QTreeWidgetItem:
    item = QTreeWidgetItem([label, words])
    item.setData(0, _LINE, line)
    item.setToolTip(1, words)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{label}，{words}")
    return item
