"""Small windows and menus of a library's tab and its form."""

from collections.abc import Iterator

from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTableView, QToolButton, QWidget

from fj_desktop.libraries import CATALOG
from fj_desktop.ui.attachments.rows import AttachmentList
from fj_desktop.ui.form.popups import CalendarPopup, TicksPopup
from fj_desktop.ui.library.filter_panel import FilterPanel
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.screens.around import Around, part

Screens = Iterator[tuple[str, QWidget]]


def popups(around: Around, page: MainWindow) -> Screens:
    """What opens below a button, a heading, a cell or a field."""
    library = CATALOG["land"]
    page.show_library(library.library)
    tab = page.tab(library.library)
    around.settle()
    close_form(tab)
    table, opener = part(tab, QTableView, "table"), part(tab, QPushButton, "tool.filter")
    yield from _menus(tab, table)
    opener.click()
    yield from _opened("filter")
    part(page, QPushButton, "tab_clause").click()
    yield from _opened("clause")
    surface = CATALOG.surface(library)
    listed = next(one for one in surface if one.field.kind.choices())
    for name, popup in (
        ("filter-choices", FilterPanel(opener, listed, None)),
        ("filter-text", FilterPanel(opener, surface[0], None)),
        ("calendar", CalendarPopup(opener, around.theme, QDate(2025, 11, 22))),
        ("ticks", TicksPopup(opener, listed.field.kind.choices(), ())),
    ):
        popup.pop_up()
        yield name, popup
        popup.close()
    table.setCurrentIndex(table.model().index(0, 0))
    next(one for one in tab.findChildren(QAction) if one.text() == "编辑单元格").trigger()
    yield "cell", around.shell
    _press(part(table, QWidget, "cell_editor"), Qt.Key.Key_Escape)
    page.show_record(library.library, around.first(library)[0])
    around.settle()
    attached = part(tab, AttachmentList, "attachments_list")
    attached.setCurrentIndex(attached.model().index(0, 0))
    attached.customContextMenuRequested.emit(QPoint(20, 10))
    yield from _opened("menu-attachments")
    close_form(tab)


def close_form(tab: QWidget) -> None:
    """Show the table alone: where the window is narrow, the form covers it."""
    for close in tab.findChildren(QToolButton, "form_close"):
        if close.isVisible():
            close.click()


def _menus(tab: QWidget, table: QTableView) -> Screens:
    """Menus of the toolbar and of the cells."""
    for button in ("tool.export", "tool.more"):
        menu = part(tab, QToolButton, button).menu()
        menu.popup(tab.mapToGlobal(QPoint(200, 80)))
        yield button.replace("tool.", "menu-"), menu
        menu.close()
    table.setCurrentIndex(table.model().index(0, 0))
    table.customContextMenuRequested.emit(QPoint(40, 20))
    yield from _opened("menu-cells")


def _opened(name: str) -> Screens:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        yield f"menu-{name}" if isinstance(popup, QMenu) and "menu" not in name else name, popup
        popup.close()


def _press(widget: QWidget, key: Qt.Key) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
