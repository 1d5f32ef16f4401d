"""The list of everything done and seen, in its dialog."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableView, QTreeWidget
from pytestqt.qtbot import QtBot

from fj_desktop.core.clock import FixedClock
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.audit import AuditDialog
from tests.gui.pieces import child, nameless
from tests.support.desks import NOON, open_file_desk
from tests.support.fake_asking import FakeAsking

PEOPLE, LAND = CATALOG["people"], CATALOG["land"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:

    clock = FixedClock(NOON)
    made = open_file_desk(tmp_path, clock)
    record = made.records.add(PEOPLE, {"name": "张三", "mobile": "13900001234"})
    made.records.change(PEOPLE, record, {"name": "张四"})
    clock.moment += dt.timedelta(minutes=1)
    made.view.read(PEOPLE, record, reveal=True)
    clock.moment += dt.timedelta(minutes=1)
    made.records.add(LAND, {"parcel_no": "甲地"})
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> AuditDialog:
    made = AuditDialog(None, desk, FakeAsking())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(child(made, QLabel, "audit_said").text()))
    return made


def shown(dialog: AuditDialog) -> list[str]:
    model = child(dialog, QTableView, "audit_table").model()
    return [str(model.index(row, 3).data()) for row in range(model.rowCount())]


def test_the_newest_line_is_chosen_and_its_fields_are_told(dialog: AuditDialog, qtbot: QtBot) -> None:
    assert shown(dialog)[:2] == ["新增“甲地”（可招商土地库）", "人员总库：张四"]
    table, details = child(dialog, QTableView, "audit_table"), child(dialog, QTreeWidget, "audit_details")
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)

    def told() -> bool:
        item = details.topLevelItem(0)
        return item is not None and [item.text(at) for at in range(4)] == ["张四（人员总库）", "姓名", "张三", "张四"]

    qtbot.waitUntil(told)


def test_filters_narrow_the_list(dialog: AuditDialog, qtbot: QtBot) -> None:
    acts = child(dialog, QComboBox, "audit_act")
    acts.setCurrentIndex(acts.findText("查看遮盖内容"))
    qtbot.waitUntil(lambda: shown(dialog) == ["人员总库：张四"])
    acts.setCurrentIndex(0)
    QTest.keyClicks(child(dialog, QLineEdit, "audit_words"), "JD")
    qtbot.waitUntil(lambda: shown(dialog) == ["新增“甲地”（可招商土地库）"])
    QTest.keyClicks(child(dialog, QLineEdit, "audit_words"), "XQ")
    qtbot.waitUntil(lambda: child(dialog, QLabel, "audit_said").text() == "没有符合条件的记录，请放宽筛选条件。")


def test_a_long_list_grows_when_its_end_is_reached(dialog: AuditDialog, desk: Desk, qtbot: QtBot) -> None:
    for number in range(150):
        desk.records.add(LAND, {"parcel_no": f"地块{number}"})
    choice = child(dialog, QComboBox, "audit_library")
    choice.setCurrentIndex(choice.findText(LAND.title))
    table = child(dialog, QTableView, "audit_table")
    qtbot.waitUntil(lambda: len(shown(dialog)) >= 100)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(shown(dialog)) == 151)
    assert child(dialog, QLabel, "audit_said").text() == "共 151 条"


def test_every_part_has_a_name_for_screen_readers(dialog: AuditDialog) -> None:
    assert nameless(dialog) == []
