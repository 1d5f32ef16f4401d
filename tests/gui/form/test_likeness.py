"""While a record is typed the form tells quietly which stored one it is like, and what can be done about it."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.duplicates import DuplicatesDialog
from fj_desktop.ui.duplicates.side_by_side import SideBySide
from fj_desktop.ui.form.likeness import Likeness
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child, nameless
from tests.support.desks import open_file_desk

COMPANIES, ENTREPRENEURS, PEOPLE = CATALOG["companies"], CATALOG["entrepreneurs"], CATALOG["people"]
CTRL = Qt.KeyboardModifier.ControlModifier
STORED, TYPED = "温州石榴光学有限公司", "温州石榴光雪有限公司"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    made.records.add(COMPANIES, {"name": STORED})
    yield made
    made.close()


def type_new(qtbot: QtBot, desk: Desk, theme: Theme, typed: str = TYPED) -> Opened:
    opened = open_tab(qtbot, desk, theme, COMPANIES)
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    opened.type_in("name", typed)
    return opened


def hint(opened: Opened) -> str:
    line = child(opened.tab, Likeness, "likeness")
    return "" if line.isHidden() else child(line, QLabel, "form_like").text()


def only(desk: Desk, library: Library, words: str) -> uuid.UUID:
    return desk.browse.page(desk.browse.open(library, Wanted(text=words)), 0, 1, ["name"])[0].id


def test_a_new_record_like_a_stored_one_is_told_quietly_and_saved_all_the_same(
    qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    opened = type_new(qtbot, desk, theme)
    qtbot.waitUntil(lambda: STORED in hint(opened))
    assert "相像" in hint(opened)
    assert nameless(opened.tab) == []
    opened.save()
    assert desk.browse.count(COMPANIES) == 2
    assert hint(opened) == ""


def test_what_is_told_apart_while_it_is_typed_is_remembered_once_it_is_stored(
    qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    opened = type_new(qtbot, desk, theme)
    qtbot.waitUntil(lambda: STORED in hint(opened))
    opened.press("like_apart")
    assert hint(opened) == ""
    assert desk.duplicates.not_the_same(COMPANIES) == []
    opened.save()
    assert len(desk.duplicates.not_the_same(COMPANIES)) == 1
    assert desk.duplicates.find(COMPANIES) == []
    assert desk.duplicates.like(COMPANIES, {"name": TYPED}, only(desk, COMPANIES, "光雪")) == ()


def test_a_typed_record_is_stored_and_laid_beside_the_one_it_is_like(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = type_new(qtbot, desk, theme)
    qtbot.waitUntil(lambda: STORED in hint(opened))
    opened.press("like_merge")
    dialog = child(opened.tab, DuplicatesDialog, "duplicates")
    qtbot.waitUntil(lambda: child(dialog, SideBySide, "duplicates_fields").isEnabled())
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert desk.browse.count(COMPANIES) == 1
    desk.undoing.undo()
    assert desk.browse.count(COMPANIES) == 2


def test_the_form_of_a_role_opens_the_person_it_is_like_without_telling_the_number(
    qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    desk.records.add(ENTREPRENEURS, {"person_name": "张三丰", "person_mobile": "13900001234"})
    opened = open_tab(qtbot, desk, theme, ENTREPRENEURS)
    asked: list[tuple[str, object]] = []
    opened.tab.open_asked.connect(lambda library, record: asked.append((library, record)))
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    opened.type_in("person_name", "章三丰")
    opened.type_in("person_mobile", "139 0000 1234")
    qtbot.waitUntil(lambda: "张三丰" in hint(opened))
    assert "手机相同" in hint(opened)
    assert "1234" not in hint(opened)
    opened.press("like_open")
    assert asked == [("people", only(desk, PEOPLE, "张三丰"))]


def test_a_record_unlike_all_others_is_told_nothing(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = type_new(qtbot, desk, theme, "昆仑矿业")
    line = child(opened.tab, Likeness, "likeness")
    qtbot.waitUntil(lambda: not line._typing.isActive() and not line._tasks.is_busy)
    assert hint(opened) == ""


def test_a_person_that_saving_links_with_is_told_once(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    desk.records.add(ENTREPRENEURS, {"person_name": "张三丰", "person_mobile": "13900001234"})
    opened = open_tab(qtbot, desk, theme, ENTREPRENEURS)
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    opened.type_in("person_name", "张三丰")
    qtbot.waitUntil(lambda: "张三丰" in hint(opened))
    opened.type_in("person_mobile", "13900001234")
    assert "保存时会关联" in child(opened.tab, QLabel, "form_known").text()
    qtbot.waitUntil(lambda: hint(opened) == "")
