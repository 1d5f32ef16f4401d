"""What was typed and not saved comes back after the program ended."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.drafts import DraftOffer, DraftsDialog
from fj_desktop.ui.form import draft_keeper
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking

LAND = CATALOG["land"]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(draft_keeper, "_KEEP_MS", 10)
    made = open_file_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    return open_tab(qtbot, desk, theme, LAND)


def type_name(opened: Opened, words: str) -> None:
    field = opened.editor("name")
    line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    target: QWidget = line or field
    QTest.keyClicks(target, words)


def test_what_is_typed_is_kept_and_forgotten_once_it_is_saved(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    opened.tab.start_new()
    type_name(opened, "plot 7")
    qtbot.waitUntil(lambda: len(desk.drafts.all()) == 1)
    assert dict(desk.drafts.all()[0].texts) == {"name": "plot 7"}
    QTest.keyClick(opened.tab.findChild(QWidget, "form"), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: desk.drafts.all() == [])


def test_what_is_given_up_is_forgotten(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    opened.tab.start_new()
    type_name(opened, "plot 8")
    qtbot.waitUntil(lambda: len(desk.drafts.all()) == 1)
    opened.asking._answers.append(0)
    assert opened.tab.leave_guard()
    qtbot.waitUntil(lambda: desk.drafts.all() == [])


def test_a_draft_whose_record_was_saved_meanwhile_goes_though_the_next_is_typed_in(
    opened: Opened, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (desk.records.add(LAND, {"name": name}) for name in ("甲地块", "乙地块"))
    keep, begun, may_end = desk.drafts.keep, threading.Event(), threading.Event()

    def slow(*given: Any) -> None:
        begun.set()
        may_end.wait(5)
        keep(*given)

    monkeypatch.setattr(desk.drafts, "keep", slow)
    keeper = draft_keeper.DraftKeeper(opened.tab, desk, LAND, lambda: {"note": "一"}, len)
    keeper.touched(one, "")
    qtbot.waitUntil(begun.is_set)
    keeper.settled()
    keeper.touched(other, "")
    may_end.set()
    qtbot.waitUntil(lambda: [kept.record for kept in desk.drafts.all()] == [other])


def test_a_draft_of_a_record_changed_meanwhile_is_told_field_by_field(qtbot: QtBot, desk: Desk, opened: Opened) -> None:
    plot = desk.records.add(LAND, {"name": "甲地块"})
    desk.drafts.keep(LAND, plot, {"name": "丙地块"}, "2026-11-01 00:00:00")
    desk.records.change(LAND, plot, {"name": "乙地块"})
    (draft,) = desk.drafts.all()
    opened.tab.take_draft(draft)
    note = child(opened.tab, QLabel, "form_known")
    assert note.isVisible()
    assert "“名称”　台账现为：乙地块　草稿为：丙地块" in note.text().replace("地块名称", "名称")
    assert opened.tab.is_dirty()


def test_a_picked_record_comes_back_under_its_name(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    people = CATALOG["people"]
    maker = desk.records.add(CATALOG["companies"], {"name": "示例光学有限公司"})
    desk.drafts.keep(people, None, {"name": "甲示例", "company_id": str(maker)})
    opened = open_tab(qtbot, desk, theme, people)
    (draft,) = desk.drafts.all()
    assert draft.name == "甲示例"
    opened.tab.take_draft(draft)
    editor = opened.editor("company_id")
    assert (editor.shown(), editor.value()) == ("示例光学有限公司", str(maker))


def test_a_new_window_offers_the_drafts_and_goes_on_with_one(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    plot = desk.records.add(LAND, {"name": "甲地块", "supply_status": "可供"})
    desk.drafts.keep(LAND, plot, {"note": "周五前补齐"})
    desk.drafts.keep(LAND, None, {"name": "乙地块"})
    asking = FakeAsking()
    window = MainWindow(desk, theme, asking, _nothing())
    qtbot.addWidget(window)
    window.show()
    DraftOffer(window, desk, asking)
    qtbot.waitUntil(lambda: bool(window.findChildren(DraftsDialog, "drafts")))
    dialog = child(window, DraftsDialog, "drafts")
    names = [dialog._list.topLevelItem(row).text(1) for row in range(dialog._list.topLevelItemCount())]
    assert sorted(names) == ["新记录：乙地块", "甲地块"]
    dialog._list.setCurrentItem(dialog._list.topLevelItem(names.index("甲地块")))
    QTest.keyClick(child(dialog, QPushButton, "drafts.take"), Qt.Key.Key_Space)
    assert window.is_dirty()
    QTest.keyClick(child(window.tab("land"), QPushButton, "save"), Qt.Key.Key_Space)
    assert desk.view.read(LAND, plot).texts["note"] == "周五前补齐"
    qtbot.waitUntil(lambda: [one.record for one in desk.drafts.all()] == [None])


def _nothing():  # type: ignore[no-untyped-def]
    from fj_desktop.ui.actions import Actions

    return Actions(*[lambda *_: None] * 5)
