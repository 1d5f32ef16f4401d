"""Tabs opened for tests: over an empty desk, with a person who answers from a script; and texts that fit a field."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Amount, Area, Day, Mobile, Money, Period, Text, Whole, Year
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.form.editors import ChoiceEditor, Editor
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.library.table_view import TableView
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import child
from tests.support.fake_asking import FakeAsking

SMALL_SCREEN = (1366, 768)


@dataclass
class Opened:
    """A tab on the screen, and what was asked of the program beyond it."""

    tab: LibraryTab
    desk: Desk
    asking: FakeAsking
    asked: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def table(self) -> TableView:
        return child(self.tab, TableView, "table")

    def editor(self, key: str) -> Editor:
        found = [one for one in self.tab.findChildren(QWidget, key) if hasattr(one, "touched")]
        assert len(found) == 1, key
        return found[0]  # type: ignore[return-value]

    def press(self, name: str) -> None:
        """Press a button with Space, as a person without a mouse does."""
        QTest.keyClick(child(self.tab, QPushButton, name), Qt.Key.Key_Space)

    def shown(self, row: int) -> tuple[str, ...]:
        model = self.table.model()
        return tuple(str(model.index(row, column).data() or "") for column in range(model.columnCount()))

    def rows(self) -> int:
        return self.table.model().rowCount()

    def remark(self, key: str) -> str:
        found = [one for one in self.tab.findChildren(QWidget, f"{key}.remark") if not one.isHidden()]
        return found[0].text() if found else ""  # type: ignore[attr-defined,no-any-return]

    def type_in(self, key: str, words: str) -> None:
        """Go to a field and type; then go on with Tab, past what is suggested."""
        editor = self.editor(key)
        editor.setFocus()
        if isinstance(editor, ChoiceEditor):
            for _ in range(editor.findText(words) - max(0, editor.currentIndex())):
                QTest.keyClick(editor, Qt.Key.Key_Down)
        else:
            QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(editor, Qt.Key.Key_Delete)
            for sign in words:
                QTest.keyClicks(editor, sign) if sign.isascii() else compose(editor, sign)
        QTest.keyClick(editor, Qt.Key.Key_Tab)

    def save(self) -> None:
        QTest.keyClick(self.tab.focusWidget() or self.tab, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def compose(editor: QWidget, words: str) -> None:
    """Type Chinese as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


class _Ears(QObject):
    """Brings the announcer's word from a working thread to the window's, as the main window does."""

    heard = Signal(str)


def open_tab(qtbot: QtBot, desk: Desk, theme: Theme, library: Library, *answers: object) -> Opened:
    """A tab of the window's size on a small laptop."""
    asking = FakeAsking(*answers)
    asked: list[tuple[object, ...]] = []
    names = ("import", "export", "template", "settings", "about", "audit", "paper")
    actions = Actions(*[_recorder(asked, name) for name in names])
    tab = LibraryTab(desk, library, theme, asking, actions)
    qtbot.addWidget(tab)
    ears = _Ears(tab)
    ears.heard.connect(tab.heard)
    desk.announcer.listen(lambda table, _: ears.heard.emit(table))
    tab.resize(*SMALL_SCREEN)
    tab.show()
    tab.activateWindow()
    tab.refresh()
    qtbot.waitUntil(tab.isActiveWindow)
    return Opened(tab, desk, asking, asked)


def _recorder(asked: list[tuple[object, ...]], name: str) -> object:
    def record(*given: object) -> None:
        asked.append((name, *given))

    return record


def needed(library: Library) -> list[Surface]:
    """The fewest fields that make a record: those needed to save, and its name."""
    surface = CATALOG.by_key(library)
    name = [surface[library.naming[0]]]
    own = [one for one in surface.values() if one.via is None and one.field.needed == "save"]
    return list({one.key: one for one in name + own}.values())


def sample(desk: Desk, one: Surface, number: int = 1) -> str:
    """A text a field takes; a record it must refer to is made when there is none."""
    kind = one.field.kind
    if one.ref_target is not None:
        target = CATALOG.of_table(one.ref_target)
        listing = desk.browse.open(target, Wanted())
        if not len(listing):
            desk.records.add(target, {each.key: sample(desk, each, number) for each in needed(target)})
            listing = desk.browse.open(target, Wanted())
        return desk.browse.page(listing, 0, 1, [target.naming[0]])[0].cells[0]
    if kind.choices():
        return str(kind.choices()[0])
    for shape, text in _SAMPLES.items():
        if isinstance(kind, shape):
            return text.format(number)
    return "A01" if one.label == "编码" else f"示例{one.label}{number}"


_SAMPLES = {Day: "2026-11-0{}", Period: "2026-1{}", Whole: "{}", Year: "202{}", Money: "{} 万元"}


def wrong(library: Library) -> tuple[Surface, str] | None:
    """A field of the library and a text it refuses, or None when it takes every text."""
    refused = ((Mobile, "123"), (Day, "哪天"), (Area, "12"), (Amount, "很多"), (Year, "去年"))
    for one in CATALOG.surface(library):
        if one.field.computed or one.field.fixed or (one.via is not None and not one.field.main):
            continue
        for kind, words in refused:
            if isinstance(one.field.kind, kind):
                return one, words
    named = CATALOG.by_key(library)[library.naming[0]]
    return (named, "长" * 500) if isinstance(named.field.kind, Text) else None
