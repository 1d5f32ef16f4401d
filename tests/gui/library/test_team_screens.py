"""The evening sheet, a handover and the duties page, by keys and clicks."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QTableView, QTableWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.evening_dialog import EveningDialog
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.work.duties_page import DutiesPage
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking


def a_trip(desk: Desk) -> uuid.UUID:
    trip = desk.records.add(CATALOG["trips"], {"name": "温州三日行", "start_on": "2026-11-20"})
    for day in ("2026-11-20", "2026-11-21"):
        desk.records.add(CATALOG["stops"], {"trip_id": str(trip), "stop_on": day, "company_id": "温州示例光学有限公司"})
    return trip


def evening(qtbot: QtBot, desk: Desk, theme: Theme, asking: FakeAsking) -> tuple[EveningDialog, QTableWidget]:
    dialog = EveningDialog(None, desk, a_trip(desk), theme, asking)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, child(dialog, QTableWidget, "evening.table")


def test_an_evening_sheet_is_typed_and_saved(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    dialog, table = evening(qtbot, desk, theme, FakeAsking())
    said: list[str] = []
    dialog.settled.connect(said.append)
    for column, words in ((3, "谈了用地"), (4, "有意向"), (6, "0.12")):
        item = table.item(0, column)
        assert item is not None
        item.setText(words)
    QTest.mouseClick(child(dialog, QPushButton, "evening.save"), Qt.MouseButton.LeftButton)
    assert said == ["已生成 1 条走访，行程费用合计 0.12 万元，还有 1 站没有填"]
    (visit,) = desk.view.rows_json(CATALOG["visits"], None, reveal=True, deleted=False)
    assert (visit["topics"], visit["result"]) == ("谈了用地", "有意向")


def test_a_wrong_date_keeps_the_sheet_open_and_says_so(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    asking = FakeAsking()
    dialog, table = evening(qtbot, desk, theme, asking)
    for column, words in ((3, "谈了用地"), (5, "改天")):
        item = table.item(0, column)
        assert item is not None
        item.setText(words)
    QTest.mouseClick(child(dialog, QPushButton, "evening.save"), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "下次跟进日期" in asking.reported[0].text
    assert desk.browse.count(CATALOG["visits"]) == 0


def test_a_handover_asks_first_and_then_moves(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    staff = {"unit_id": "县投资促进中心", "role": "部门联络员", "active": "是"}
    leaver, heir = (desk.records.add(CATALOG["staff"], {"name": name, **staff}) for name in ("移交人甲", "接收人乙"))
    project = desk.records.add(CATALOG["projects"], {"name": "甲的项目", "owner_id": str(leaver)})
    typed = {"title": "甲调离", "from_id": str(leaver), "to_id": str(heir), "handed_on": "2026-11-23"}
    desk.records.add(CATALOG["handovers"], typed)
    opened = open_tab(qtbot, desk, theme, CATALOG["handovers"], True)
    opened.tab.take_focus()
    QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    act(opened)
    ((title, words),) = opened.asking.asked
    assert title == "移交 1 条记录？"
    assert "甲的项目" in words
    assert desk.view.read(CATALOG["projects"], project).texts["owner_id"] == "接收人乙"


def act(opened: Opened) -> None:
    """The act of the library, by its key."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_E, keys)


def test_a_person_signs_in_by_one_key(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = open_tab(qtbot, desk, theme, CATALOG["sign-ins"])
    opened.tab.take_focus()
    act(opened)
    assert "驻外在岗" in opened.asking.reported[0].text
    desk.records.add(CATALOG["postings"], {"start_on": "2026-01-01", "office_id": "长三角"})
    act(opened)
    act(opened)
    assert desk.browse.count(CATALOG["sign-ins"]) == 1


def test_a_review_is_filled_by_one_key(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    review = desk.records.add(CATALOG["benefit-reviews"], {"year": "2026", "category": "驻外招商"})
    opened = open_tab(qtbot, desk, theme, CATALOG["benefit-reviews"])
    opened.tab.take_focus()
    opened.table.selectAll()
    act(opened)
    texts = desk.view.read(CATALOG["benefit-reviews"], review).texts
    assert (texts["signed_count"], texts["filled_on"]) == ("0", "2026-11-23")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[DutiesPage]:
    desk = open_file_desk(tmp_path)
    made = DutiesPage(desk, theme, FakeAsking(tmp_path / "职责.pdf"))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    yield made
    desk.close()


def test_the_duties_of_a_unit_stand_with_what_it_leads_first(qtbot: QtBot, page: DutiesPage, tmp_path: Path) -> None:
    units, table = child(page, QListWidget, "duties.units"), child(page, QTableView, "duties.table")
    names = [units.item(row).text() for row in range(units.count())]
    assert len(names) == 28
    units.setCurrentRow(next(row for row, name in enumerate(names) if name.startswith("县经济信息委")))
    assert child(page, QLabel, "duties.told").text() == "牵头 16 项，责任 9 项"
    model = table.model()
    marks = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert marks == ["牵头"] * 16 + ["责任"] * 9
    table.selectRow(1)
    assert child(page, QLabel, "duties.words").text().startswith(str(model.index(1, 0).data()))
    QTest.mouseClick(child(page, QPushButton, "duties.pdf"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "职责.pdf").exists)
