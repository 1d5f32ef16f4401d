"""The unlocked desk: list of tabs, search over all, and the tabs; nothing else."""

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import Begun
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.composing import AnywhereKey, FocusGuard
from fj_desktop.ui.counting import Counting
from fj_desktop.ui.family_tabs import FamilyTabs
from fj_desktop.ui.key_sheet import KeySheet
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.palette import PaletteBox
from fj_desktop.ui.places import Places
from fj_desktop.ui.search_box import SearchBox
from fj_desktop.ui.sidebar import Sidebar
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.top_bar import TopBar
from fj_desktop.ui.undo_commands import UndoCommands
from fj_desktop.ui.widgets.looks import rule, wear
from fj_desktop.ui.widgets.toast import Toast
from fj_desktop.ui.work import PAGES, WorkPages
from fj_desktop.ui.work.page import WorkPage
from fj_desktop.ui.work.tray import Tray

if TYPE_CHECKING:
    from fj_desktop.ui.capture import CaptureDialog

_NUMBERED = 9
_WEEKDAYS = "一二三四五六日"


class MainWindow(QWidget):
    """One page of the program's window.

    ``lock_asked``: lock now, or leave the demo desk.
    """

    lock_asked = Signal()
    heard = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, asking: Asking, actions: Actions, first: str = "") -> None:
        """``first`` is the page shown first, the first library when none is named."""
        super().__init__()
        self._desk, self._theme, self._asking, self._actions = desk, theme, asking, actions
        self._tabs: dict[str, LibraryTab] = {}
        self._pages, self._family = QStackedWidget(), FamilyTabs()
        self._work = WorkPages(desk, theme, asking, self._pages, partial(_join_page, self))
        self._sidebar = Sidebar(theme, (*PAGES, *CATALOG.libraries))
        self._counting = Counting(desk.browse, self._sidebar.show_count, self)
        self._search = SearchBox(desk.search, theme, self)
        self._top = TopBar(desk.identity, self._search, theme, actions, _day_words(desk))
        self._toast = Toast(self)
        self._undo = UndoCommands(desk, self, asking, self._toast)
        self._capture: CaptureDialog | None = None
        self._palette = PaletteBox(desk, theme, self)
        self._places = Places(desk, self, self._pages.currentWidget, self._sidebar.choose)
        self._lay_out()
        self._join()
        self._bind_keys()
        FocusGuard(self)
        AnywhereKey("Ctrl+Shift+N", self._show_capture, self)
        self._sidebar.choose(first or CATALOG.libraries[0].library)
        QTimer.singleShot(0, self, self._settle)

    def _lay_out(self) -> None:
        wear(self, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._top)
        outer.addWidget(rule())
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._sidebar)
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self._family)
        page.addWidget(self._pages, 1)
        body.addLayout(page, 1)
        outer.addLayout(body, 1)

    def _join(self) -> None:
        self._sidebar.chosen.connect(self._show)
        self._sidebar.chosen.connect(self._places.came)
        self._family.chosen.connect(self._sidebar.choose)
        self._places.changed.connect(self._top.show_ways)
        self._top.back_asked.connect(self._places.back)
        self._top.forward_asked.connect(self._places.forward)
        self._search.opened.connect(self.show_record)
        self._palette.opened.connect(self.show_record)
        self._top.lock_asked.connect(self._leave)
        self._top.undo_asked.connect(self._undo.undo)
        self._top.redo_asked.connect(self._undo.redo)
        self._top.fold_asked.connect(self._sidebar.toggle)
        # The announcer may speak from a working thread; a signal brings its word to this one.
        self.heard.connect(self._heard)
        self._desk.announcer.listen(partial(_announced, self))

    def _bind_keys(self) -> None:
        icons = self._theme.icons
        for words, keys, picture, slot in (
            ("命令面板", "Ctrl+K", "search", self._palette.pop_up),
            ("后退", "Alt+Left", "chevron-left", self._places.back),
            ("前进", "Alt+Right", "chevron-right", self._places.forward),
            ("最近打开与收藏", "Ctrl+R", "star", self._palette.pop_up),
            ("速记", "Ctrl+Shift+N", "edit", self._show_capture),
            ("在所有库中查找", "Ctrl+F", "search", self._search.take_focus),
            ("撤销", "Ctrl+Z", "undo", self._undo.undo),
            ("重做", "Ctrl+Y Ctrl+Shift+Z", "redo", self._undo.redo),
            ("离开演示台账" if self._desk.identity.demo else "锁定", "Ctrl+L", "lock", self._leave),
            ("操作记录", "Ctrl+Shift+H", "clock", self._actions.audit_asked),
            ("收起或展开左侧列表", "Ctrl+B", "menu", self._sidebar.toggle),
            ("下一个库", "Ctrl+PgDown", "chevron-down", partial(self._sidebar.step, 1)),
            ("上一个库", "Ctrl+PgUp", "chevron-up", partial(self._sidebar.step, -1)),
            ("同组的下一张表", "Ctrl+Tab", "chevron-right", partial(self._family.step, 1)),
            ("同组的上一张表", "Ctrl+Shift+Tab", "chevron-left", partial(self._family.step, -1)),
            ("快捷键", "F1 ?", "info", self._show_keys),
        ):
            bind(self, words, keys, slot, icon=icons.icon(picture))
        for page in PAGES:
            bind(self, f"打开{page.title}", page.keys, partial(self._go_to, page.library), icon=icons.icon(page.icon))
        for number, library in enumerate(sorted(CATALOG.libraries, key=lambda one: bool(one.under)), 1):
            keys, name = f"Ctrl+{number}" if number <= _NUMBERED else "", library.library
            choose, add = partial(self._go_to, name), partial(self._start_new, name)
            bind(self, f"打开{library.title}", keys, choose, icon=icons.icon(library.icon))
            if not library.closed:
                bind(self, f"新增{library.title}记录", "", add, icon=icons.icon("add"))

    def add_to_top(self, widget: QWidget) -> None:
        """Put something small into the line across the top."""
        self._top.add(widget)

    def say(self, words: str) -> None:
        """Show a line for some seconds."""
        self._toast.say(words)

    def show_library(self, library: str) -> None:
        """Show a library's tab, unless unsaved work keeps the present one."""
        self._sidebar.choose(library)

    def show_record(self, library: str, record: uuid.UUID) -> None:
        """Open a record in its tab."""
        self._sidebar.choose(library)
        present = self._pages.currentWidget()
        if isinstance(present, LibraryTab) and present.library.library == library:
            present.show_record(record)

    def is_dirty(self) -> bool:
        """Something was typed and not saved."""
        return any(tab.is_dirty() for tab in self._tabs.values())

    def leave_guard(self) -> bool:
        """Ask about unsaved work in every tab; True when the window may close."""
        return all(tab.leave_guard() for tab in self._tabs.values())

    def tab(self, library: str) -> LibraryTab:
        """A library's tab, made when first shown."""
        if library not in self._tabs:
            tab = LibraryTab(self._desk, CATALOG[library], self._theme, self._asking, self._actions)
            tab.visited.connect(self._places.arrived)
            tab.open_asked.connect(self.show_record)
            tab.new_asked.connect(self._start_new)
            self._tabs[library] = tab
            self._pages.addWidget(tab)
            tab.refresh()
        return self._tabs[library]

    def _show(self, library: str) -> None:
        present = self._pages.currentWidget()
        if isinstance(present, LibraryTab) and present.library.library != library and not present.leave_guard():
            self._sidebar.choose(present.library.library)
            return
        self._pages.setCurrentWidget(self._work.page(library) if library in self._work else self.tab(library))
        self._family.show_family(library)

    def _go_to(self, library: str) -> None:
        """Show a library's tab with the keyboard in its table."""
        self._sidebar.choose(library)
        present = self._pages.currentWidget()
        if isinstance(present, WorkPage) or (isinstance(present, LibraryTab) and present.library.library == library):
            present.take_focus()

    def _start_new(self, library: str, begun: Begun | None = None) -> None:
        self._sidebar.choose(library)
        present = self._pages.currentWidget()
        if isinstance(present, LibraryTab) and present.library.library == library:
            present.start_new(begun)

    def _show_capture(self) -> None:
        if self._capture is None:
            from fj_desktop.ui.capture import CaptureDialog

            self._capture = CaptureDialog(self, self._desk, self._theme, self._asking)
            self._capture.stored.connect(self._toast.say)
        self._capture.pop_up()

    def _show_keys(self) -> None:
        KeySheet(self, self._theme).open()

    def _heard(self, table: str) -> None:
        for tab in self._tabs.values():
            tab.heard(table)
        self._work.heard(table)
        library = CATALOG.of_table(table)
        if library in CATALOG.libraries:
            self._counting.ask(library)

    def _settle(self) -> None:
        present = self._pages.currentWidget()
        if isinstance(present, LibraryTab | WorkPage):
            present.take_focus()
        for library in CATALOG.libraries:
            self._counting.ask(library)

    def _leave(self) -> None:
        # Locking keeps unsaved work behind the curtain; leaving the demo desk would lose it.
        if not self._desk.identity.demo or self.leave_guard():
            self.lock_asked.emit()

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.fit(self.width())


def _announced(window: MainWindow, table: str, _: object) -> None:
    window.heard.emit(table)


def _join_page(window: MainWindow, page: WorkPage) -> None:
    page.open_asked.connect(window.show_record)
    page.page_asked.connect(window.show_library)
    page.reminded.connect(window.say)
    page.said.connect(window.say)
    page.reminded.connect(Tray(page).remind)


def _day_words(desk: Desk) -> str:
    """Today in the county, e.g. 11月23日 周一."""
    today = desk.clock.now().astimezone(COUNTY_ZONE)
    return f"{today.month}月{today.day}日 周{_WEEKDAYS[today.weekday()]}"
