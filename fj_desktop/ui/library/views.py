"""The saved views of a tab: a menu that shows, keeps, renames and deletes them; the palette finds each by name."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.libraries.views import View
from fj_desktop.services.desk import Desk
from fj_desktop.services.grouping import ways
from fj_desktop.services.view_definitions import Showing
from fj_desktop.services.views import SavedView
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_TABLE, NOT_COMMANDS, bind
from fj_desktop.ui.library import columns
from fj_desktop.ui.library.pane import TablePane

_LONGEST = 10


class ViewMenu(QObject):
    """Joins a table with the saved views of its library; the button tells which one is shown and whether changed."""

    def __init__(self, desk: Desk, library: Library, pane: TablePane, asking: Asking) -> None:
        super().__init__(pane)
        self._desk, self._library, self._pane, self._asking = desk, library, pane, asking
        self._opener: QToolButton = pane.tools.views
        # Its entries stand in the palette under names of their own.
        self._opener.setProperty(NOT_COMMANDS, True)
        self._views: list[SavedView] = []
        self._present: SavedView | None = None
        self._found: list[QAction] = []
        for words, slot in (("视图：另存为…", self._save_as), ("视图：恢复默认", self._plain)):
            bind(pane.tools, words, "", slot, group=IN_TABLE)
        self._opener.menu().aboutToShow.connect(self._fill)
        pane.refreshed.connect(self._tell)
        self._load()
        self._begin()

    def heard(self, table: str) -> None:
        """Views were changed, here or by undo."""
        if table == View.table:
            self._load()

    def _begin(self) -> None:
        usual = self._desk.views.usual(self._library)
        found = next((one for one in self._views if one.id == usual), None)
        if found is not None:
            self._put(found)

    def _load(self) -> None:
        self._views = self._desk.views.of(self._library)
        if self._present is not None:
            here = self._present.id
            self._present = next((one for one in self._views if one.id == here), None)
        for action in self._found:
            self._pane.tools.removeAction(action)
            action.deleteLater()
        tools = self._pane.tools
        self._found = [
            bind(tools, f"视图：{one.name}", "", partial(self._show, one), group=IN_TABLE) for one in self._views
        ]
        self._tell()

    def _is_changed(self) -> bool:
        if self._present is None:
            return False
        kept, shown = self._present.showing, self._pane.showing()
        one, other = ((each.filters, each.text.strip(), each.order, each.group) for each in (kept, shown))
        return one != other or bool(kept.keys and kept.keys != shown.keys)

    def _tell(self) -> None:
        if self._present is None:
            self._pane.tools.name_view("视图", "视图：未使用保存的视图")
            return
        name, mark = self._present.name, "（已改）" if self._is_changed() else ""
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        self._pane.tools.name_view(f"{short}{mark}", f"视图：{name}{mark}")

    def _fill(self) -> None:
        menu = self._opener.menu()
        menu.clear()
        for one in self._views:
            action = menu.addAction(f"{one.name}（{one.owner}）" if one.owner else one.name)
            action.setCheckable(True)
            action.setChecked(self._present is not None and one.id == self._present.id)
            action.triggered.connect(partial(self._show, one))
        if not self._views:
            menu.addAction("还没有保存过视图").setEnabled(False)
        menu.addSeparator()
        self._offer_groups()
        menu.addSeparator()
        own = self._present is not None and not self._present.owner
        usual = self._desk.views.usual(self._library)
        is_usual = self._present is not None and self._present.id == usual
        for words, slot, there in (
            ("另存为…", self._save_as, True),
            ("保存改动", self._overwrite, own and self._is_changed()),
            ("重命名…", self._rename, own),
            ("删除视图…", self._delete, own),
            ("不再用作打开时的视图" if is_usual else "设为打开时的视图", self._make_usual, self._present is not None),
            ("恢复默认", self._plain, True),
        ):
            action = menu.addAction(words)
            action.setEnabled(there)
            action.triggered.connect(partial(self._done, slot))

    def _offer_groups(self) -> None:
        menu = self._opener.menu().addMenu("分组")
        groups = self._pane.groups
        for name, words in (("", "不分组"), *((one.name, one.words) for one in ways(self._library))):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name == groups.name)
            action.triggered.connect(partial(self._group_by, name))

    def _group_by(self, name: str, *_: object) -> None:
        self._pane.groups.group_by(name)

    def _done(self, slot: Callable[[], None], *_: object) -> None:
        slot()

    def _show(self, view: SavedView, *_: object) -> None:
        remarks = self._put(view)
        self._pane.refresh()
        if said := [*view.remarks, *remarks]:
            self._asking.tell(self._pane, f"视图“{view.name}”", "有的内容没有采用，其余照常显示。", "\n".join(said))

    def _put(self, view: SavedView) -> tuple[str, ...]:
        self._present = view
        filters, remarks = self._desk.browse.usable(self._library, view.showing.filters)
        self._pane.put(replace(view.showing, filters=filters))
        return remarks

    def _plain(self) -> None:
        self._present = None
        self._pane.put(Showing(keys=tuple(columns.usual(self._library).keys)))
        self._pane.refresh()

    def _save_as(self) -> None:
        words = "把现在的筛选、查找、排序和列存为视图，以后一点就到。"
        name = self._asking.ask_line(self._pane, "另存为视图", words, label="视图名称", yes="保存")
        if name is None:
            return

        def save() -> None:
            made = self._desk.views.save(self._library, name, self._pane.showing())
            self._load()
            self._present = next((one for one in self._views if one.id == made), None)

        self._try(save)

    def _overwrite(self) -> None:
        if (view := self._present) is not None:
            self._try(lambda: self._desk.views.change(view.id, self._pane.showing()))

    def _rename(self) -> None:
        if (view := self._present) is None:
            return
        name = self._asking.ask_line(
            self._pane, "重命名视图", f"视图“{view.name}”改叫什么？", label="新名称", yes="改名", given=view.name
        )
        if name is not None:
            self._try(lambda: self._desk.views.rename(self._library, view.id, name))

    def _delete(self) -> None:
        if (view := self._present) is None:
            return
        words = f"删除视图“{view.name}”吗？记录不受影响，可用 Ctrl+Z 撤销。"
        if self._asking.ask(self._pane, "删除视图", words, yes="删除", no="取消"):
            self._try(lambda: self._desk.views.delete(view.id))

    def _make_usual(self) -> None:
        if (view := self._present) is not None:
            is_usual = self._desk.views.usual(self._library) == view.id
            self._desk.views.make_usual(self._library, None if is_usual else view.id)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            self._asking.report(self._pane, error)
        self._load()
