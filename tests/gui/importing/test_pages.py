"""Each step of the wizard by itself: header, columns, preview."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QListWidget, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.importing import ImportWizard
from tests.gui.importing.conftest import OpenWizard
from tests.gui.importing.ledgers import BAD, GOOD, HEADER, OTHER, cell, go_to_preview, press, states, store, write
from tests.gui.pieces import child

ENTREPRENEURS = CATALOG["entrepreneurs"]


def _field(wizard: ImportWizard, column: int) -> QComboBox:
    return child(wizard, QComboBox, f"mapping.field.{column}")


def test_another_sheet_can_be_chosen(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, rows in (("长三角", [HEADER, GOOD, OTHER]), ("京津冀", [HEADER, OTHER])):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "two.xlsx")
    wizard = open_wizard("entrepreneurs", tmp_path / "two.xlsx")
    child(wizard, QListWidget, "sheet.list").setCurrentRow(1)
    qtbot.waitUntil(lambda: "约 1 行" in child(wizard, QLabel, "sheet.found").text())
    go_to_preview(qtbot, wizard)
    assert states(wizard) == ["新增"]


def test_a_header_in_unknown_words_can_be_pointed_at(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", ("何许人", "什么号"), ("甲示例", "13900000001")))
    trouble = child(wizard, QFrame, "sheet.trouble")
    assert trouble.isVisible()
    assert not child(wizard, QPushButton, "wizard.next").isEnabled()
    grid = child(wizard, QTableView, "sheet.grid")
    grid.clicked.emit(grid.model().index(0, 0))
    qtbot.waitUntil(child(wizard, QPushButton, "wizard.next").isEnabled)
    press(qtbot, wizard, "wizard.next")
    assert not child(wizard, QPushButton, "wizard.next").isEnabled()
    wizard.remap(0, ("person_name",))
    wizard.remap(1, ("person_mobile",))
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 3)
    assert states(wizard) == ["新增"]


def test_a_column_is_given_another_field_by_its_pinyin_initials(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", (*HEADER, "奇怪列"), (*GOOD, "喜欢喝茶")))
    press(qtbot, wizard, "wizard.next")
    assert _field(wizard, 5).currentText() == "不导入"
    qtbot.keyClick(_field(wizard, 5), Qt.Key.Key_Space)
    search = child(wizard, QLineEdit, "field.search")
    qtbot.waitUntil(search.isVisible)
    qtbot.keyClicks(search, "bz")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert _field(wizard, 5).currentText() == "备注"
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 3)
    assert cell(child(wizard, QTableView, "preview.table"), 0, "备注").data() == "喜欢喝茶"


def test_a_missing_required_field_is_named_before_every_row_is_refused(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    wizard = open_wizard("knowledge", write(tmp_path / "a.csv", ("标题", "备注"), ("一篇", "x")))
    press(qtbot, wizard, "wizard.next")
    notice = child(wizard, QFrame, "mapping.missing")
    hidden_before = notice.isHidden()
    wizard.remap(0, ())
    assert hidden_before
    assert "标题" in child(notice, QLabel, "notice_words").text()


def test_a_unit_is_asked_for_where_bare_areas_have_none(
    qtbot: QtBot, desk: Desk, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    rows = (("地块编号", "位置", "面积"), ("FJ-1", "草堂镇", "20"))
    wizard = open_wizard("land", write(tmp_path / "a.csv", *rows))
    press(qtbot, wizard, "wizard.next")
    unit = child(wizard, QComboBox, "mapping.unit.2")
    assert unit.currentText() == "请选"
    unit.setCurrentIndex(unit.findText("亩"))
    unit.activated.emit(unit.currentIndex())
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 3)
    assert cell(child(wizard, QTableView, "preview.table"), 0, "面积").data() == "20 亩"


def test_a_refused_cell_stands_out_and_says_why(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD, BAD))
    go_to_preview(qtbot, wizard)
    table = child(wizard, QTableView, "preview.table")
    bad = cell(table, 1, "最近联系")
    assert bad.data() == "昨天"
    assert "日期" in str(bad.data(Qt.ItemDataRole.ToolTipRole))
    assert bad.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert cell(table, 0, "最近联系").data(Qt.ItemDataRole.BackgroundRole) is None
    assert states(wizard) == ["新增", "退回"]


def test_the_list_of_troubles_leads_to_the_cell(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD, BAD))
    go_to_preview(qtbot, wizard)
    troubles = child(wizard, QTableView, "preview.troubles")
    assert [troubles.model().index(0, at).data() for at in range(3)] == ["3", "最近联系时间", "昨天"]
    troubles.clicked.emit(troubles.model().index(0, 0))
    assert child(wizard, QTableView, "preview.table").currentIndex().data() == "昨天"


def test_a_filter_shows_only_refused_rows(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD, BAD, OTHER))
    go_to_preview(qtbot, wizard)
    press(qtbot, wizard, "preview.show.refused")
    assert states(wizard) == ["退回"]
    press(qtbot, wizard, "preview.show.all")
    assert len(states(wizard)) == 3


def test_bad_cells_can_stay_blank_and_the_rest_goes_in(
    qtbot: QtBot, desk: Desk, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD, BAD))
    go_to_preview(qtbot, wizard)
    child(wizard, QCheckBox, "preview.blank").click()
    qtbot.waitUntil(lambda: states(wizard) == ["新增", "新增"])
    store(qtbot, wizard)
    assert desk.browse.count(ENTREPRENEURS) == 2


def _stored(qtbot: QtBot, open_wizard: OpenWizard, file: Path) -> None:
    wizard = open_wizard("entrepreneurs", file)
    go_to_preview(qtbot, wizard)
    store(qtbot, wizard)


def test_one_duplicate_can_be_treated_unlike_the_others(
    qtbot: QtBot, desk: Desk, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.csv", HEADER, GOOD, OTHER)
    _stored(qtbot, open_wizard, file)
    wizard = open_wizard("entrepreneurs", file)
    go_to_preview(qtbot, wizard)
    assert states(wizard) == ["补充", "补充"]
    child(wizard, QTableView, "preview.table").selectRow(1)
    assert "丙示例" in child(wizard, QLabel, "duplicate.words").text()
    press(qtbot, wizard, "duplicate.skip")
    assert states(wizard) == ["补充", "跳过"]
    assert child(wizard, QPushButton, "wizard.next").text() == "导入 1 行"


def test_all_duplicates_can_be_made_new_records(
    qtbot: QtBot, desk: Desk, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.csv", HEADER, GOOD, OTHER)
    _stored(qtbot, open_wizard, file)
    wizard = open_wizard("entrepreneurs", file)
    go_to_preview(qtbot, wizard)
    for_all = child(wizard, QComboBox, "preview.for_all")
    for_all.setCurrentIndex(for_all.findData("new"))
    for_all.activated.emit(for_all.currentIndex())
    assert states(wizard) == ["新增", "新增"]
    store(qtbot, wizard)
    assert desk.browse.count(ENTREPRENEURS) == 4


def test_a_possible_duplicate_is_offered_and_can_be_left_out(
    qtbot: QtBot, desk: Desk, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    _stored(qtbot, open_wizard, write(tmp_path / "a.csv", HEADER, GOOD))
    same_number = ("别的人", GOOD[1], "另一家公司", "经理", "2026-11-01")
    wizard = open_wizard("entrepreneurs", write(tmp_path / "b.csv", HEADER, same_number, OTHER))
    go_to_preview(qtbot, wizard)
    assert states(wizard) == ["新增 · 疑似", "新增"]
    child(wizard, QTableView, "preview.table").selectRow(0)
    assert child(wizard, QPushButton, "duplicate.update").isEnabled()
    assert "可能是库中的“甲示例”" in child(wizard, QLabel, "duplicate.words").text()
    press(qtbot, wizard, "duplicate.skip")
    store(qtbot, wizard)
    names = desk.browse.page(desk.browse.open(ENTREPRENEURS, Wanted()), 0, 10, ("person_name",))
    assert sorted(row.cells[0] for row in names) == ["丙示例", "甲示例"]
