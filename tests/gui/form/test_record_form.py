"""The form beside the table: what is typed, refused, covered, suggested and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.form.pick import PickEditor
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, compose, open_tab
from tests.gui.pieces import child

CTRL = Qt.KeyboardModifier.ControlModifier
LAND = CATALOG["land"]
ALUMNI = CATALOG["alumni"]
ENTREPRENEURS = CATALOG["entrepreneurs"]


def new(qtbot: QtBot, desk: Desk, theme: Theme, library: str, *answers: object) -> Opened:
    opened = open_tab(qtbot, desk, theme, CATALOG[library], *answers)
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    return opened


def label(opened: Opened, name: str) -> str:
    found = child(opened.tab, QLabel, name)
    return "" if found.isHidden() else found.text()


@pytest.mark.parametrize(
    ("key", "typed", "stands", "twin"),
    [
        ("area_m2", "102.76亩", "102.76 亩", "= 68506.67 ㎡"),
        ("ready_on", "2025.7.4", "2025-07-04", ""),
        ("green_max_pct", "15", "15%", ""),
    ],
)
def test_what_is_typed_is_written_out_on_leaving_its_field(
    qtbot: QtBot, desk: Desk, theme: Theme, key: str, typed: str, stands: str, twin: str
) -> None:
    opened = new(qtbot, desk, theme, "land")
    opened.type_in(key, typed)
    assert opened.editor(key).shown() == stands
    qtbot.waitUntil(lambda: label(opened, f"{key}.twin") == twin)


def test_a_missing_unit_is_asked_for_under_the_field(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    opened.type_in("area_m2", "102.76")
    assert "缺少单位" in opened.remark("area_m2")
    opened.type_in("area_m2", "102.76亩")
    assert opened.remark("area_m2") == ""


def test_keys_stay_with_the_input_method_while_a_word_is_composed(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    editor = opened.editor("name")
    editor.setFocus()
    QApplication.sendEvent(editor, QInputMethodEvent("qinglian", []))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(editor, Qt.Key.Key_S, CTRL)
    assert desk.browse.count(LAND) == 0
    assert opened.tab.focusWidget() is editor
    compose(editor, "青莲地块")
    QTest.keyClick(editor, Qt.Key.Key_S, CTRL)
    assert desk.browse.count(LAND) == 1


def test_esc_closes_the_suggestions_before_the_form(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    editor = opened.editor("town_id")
    assert isinstance(editor, PickEditor)
    editor.setFocus()
    editor.offer()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_a_reference_is_picked_by_its_initials(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    editor = opened.editor("town_id")
    assert isinstance(editor, PickEditor)
    editor.setFocus()
    QTest.keyClicks(editor, "bdz")
    editor.offer()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.shown() == "白帝镇"


def test_an_unknown_reference_is_refused_on_leaving(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    opened.type_in("town_id", "没有的镇")
    assert "没有的镇" in opened.remark("town_id")


def test_several_references_are_picked_one_after_the_other(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "chains")
    editor = opened.editor("town_ids")
    assert isinstance(editor, PickEditor)
    editor.setFocus()
    for typed in ("bdz", "zyz"):
        QTest.keyClicks(editor, typed)
        editor.offer()
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.shown() == "白帝镇；朱衣镇；"


def test_a_set_is_ticked_with_the_keyboard(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    editor = opened.editor("utilities")
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    ticks = popup.focusWidget()
    assert ticks is not None
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    QTest.keyClick(ticks, Qt.Key.Key_Down)
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    QTest.keyClick(ticks, Qt.Key.Key_Return)
    first, second = CATALOG.by_key(LAND)["utilities"].field.kind.choices()[:2]
    assert editor.shown() == f"{first}；{second}"
    assert editor.isVisible()


def test_a_day_is_picked_from_the_calendar(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    opened.type_in("ready_on", "2026-05-01")
    editor = opened.editor("ready_on")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    days = popup.focusWidget()
    assert days is not None
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert editor.shown() == "2026-05-02"


def person(desk: Desk, name: str = "张示例", mobile: str = "13912345678") -> None:
    desk.records.add(ALUMNI, {"person_name": name, "person_mobile": mobile, "school": "重庆大学"})


def test_what_is_set_once_or_computed_can_be_read_but_not_changed(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "entrepreneurs")
    opened.type_in("person_name", "李示例")
    opened.type_in("company_name", "示例公司")
    opened.save()
    first = opened.editor("first_reported_by")
    assert isinstance(first, QLineEdit)
    assert first.isReadOnly()
    assert first.shown()


def test_a_missing_field_is_one_click_away(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    opened.type_in("name", "示例地块")
    opened.save()
    missing = child(opened.tab, QLabel, "form_missing")
    assert "发布前还缺" in missing.text()
    assert "核实日期" in missing.text()
    missing.linkActivated.emit("核实日期")
    assert opened.tab.focusWidget() is opened.editor("verified_on")


def test_a_known_person_is_told_gently_and_not_stored_twice(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    person(desk)
    opened = new(qtbot, desk, theme, "hometown")
    opened.type_in("person_name", "张示例")
    opened.type_in("person_mobile", "13912345678")
    assert "张示例" in label(opened, "form_known")
    opened.save()
    assert desk.browse.count(CATALOG["people"]) == 1
    assert desk.browse.count(CATALOG["hometown"]) == 1


def test_another_person_can_be_linked_even_a_namesake(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    person(desk)
    person(desk, "王示例", "13811112222")
    opened = open_tab(qtbot, desk, theme, ALUMNI)
    row = next(at for at in range(2) if "张示例" in opened.shown(at))
    opened.table.selectRow(row)
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    link = opened.editor("person_id")
    assert isinstance(link, PickEditor)
    link.setFocus()
    link.selectAll()
    compose(link, "王示例")
    link.offer()
    QTest.keyClick(link, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.activePopupWidget() or link, Qt.Key.Key_Return)
    assert opened.editor("person_name").shown() == "王示例"
    opened.save()
    assert not opened.tab.is_dirty()
    assert [opened.shown(at)[0] for at in range(2)] == ["王示例", "王示例"]


def test_saving_and_adding_another_empties_the_form(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = new(qtbot, desk, theme, "land")
    opened.type_in("name", "示例地块")
    QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.browse.count(LAND) == 1
    assert opened.editor("name").shown() == ""
    assert not opened.tab.is_dirty()


def test_going_to_another_row_asks_about_unsaved_work(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    for number in (1, 2):
        desk.records.add(LAND, {"name": f"示例地块{number}"})
    opened = open_tab(qtbot, desk, theme, LAND, None, 1)
    opened.table.selectRow(0)
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    opened.type_in("parcel_no", "A1")
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Down)
    assert opened.table.currentIndex().row() == 0
    QTest.keyClick(opened.table, Qt.Key.Key_Down)
    assert len(opened.asking.asked) == 2
    assert not opened.tab.is_dirty()


def test_a_deleted_record_is_read_only(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    record = desk.records.add(LAND, {"name": "示例地块"})
    desk.records.delete(LAND, [record])
    opened = open_tab(qtbot, desk, theme, LAND)
    opened.tab.show_record(record)
    name = opened.editor("name")
    assert isinstance(name, QLineEdit)
    assert name.isReadOnly()
    assert label(opened, "form_tag") == "在回收站"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("library", ["land", "entrepreneurs", "experts"])
def test_the_form_never_needs_scrolling_sideways(
    qtbot: QtBot, desk: Desk, theme: Theme, library: str, percent: int
) -> None:
    theme.scale_text(percent)
    try:
        opened = new(qtbot, desk, theme, library)
        qtbot.waitUntil(opened.editor(CATALOG[library].naming[0]).isVisible)
        scroll = next(one for one in opened.tab.findChildren(QScrollArea) if one.widget().isVisible())
        inner = scroll.widget()
        assert inner.width() <= scroll.viewport().width()
        for one in CATALOG.surface(CATALOG[library]):
            found = [w for w in inner.findChildren(QLabel, f"{one.key}.label") if w.isVisible()]
            for words in found:
                assert words.width() >= words.sizeHint().width(), f"{one.label} is cut"
                right = words.mapTo(inner, words.rect().bottomRight()).x()
                assert right <= inner.width(), f"{one.label} stands out"
    finally:
        theme.scale_text(100)


def test_a_new_record_of_a_picked_person_takes_what_is_typed_below(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    person(desk)
    opened = new(qtbot, desk, theme, "hometown")
    link = opened.editor("person_id")
    assert isinstance(link, PickEditor)
    link.setFocus()
    compose(link, "张示例")
    link.offer()
    QTest.keyClick(link, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.activePopupWidget() or link, Qt.Key.Key_Return)
    assert opened.editor("person_name").shown() == "张示例"
    opened.type_in("person_title", "教授")
    opened.save()
    assert desk.browse.count(CATALOG["hometown"]) == 1
    assert desk.browse.count(CATALOG["people"]) == 1
    assert opened.editor("person_title").shown() == "教授"


def test_what_was_given_up_is_gone_from_the_form(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    desk.records.add(LAND, {"name": "示例地块"})
    opened = open_tab(qtbot, desk, theme, LAND, 0)
    opened.table.selectRow(0)
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    opened.type_in("parcel_no", "A1")
    assert opened.tab.leave_guard()
    assert opened.editor("parcel_no").shown() == ""
    opened.save()
    assert opened.shown(0)[0] == ""


def test_the_open_record_follows_a_change_made_elsewhere(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    record = desk.records.add(LAND, {"name": "示例地块"})
    opened = open_tab(qtbot, desk, theme, LAND)
    opened.tab.show_record(record)
    desk.records.change(LAND, record, {"parcel_no": "B2"})
    assert opened.editor("parcel_no").shown() == "B2"
