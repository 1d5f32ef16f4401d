"""A person's data handed over or erased from the form."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child
from tests.support.desks import open_file_desk

ALUMNI, LAND = CATALOG["alumni"], CATALOG["land"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    made.records.add(ALUMNI, {"person_name": "张示例", "person_mobile": "13912345678", "school": "重庆大学"})
    made.records.add(LAND, {"name": "示例地块"})
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    made = open_tab(qtbot, desk, theme, ALUMNI)
    made.tab.show_record(desk.browse.page(desk.browse.open(ALUMNI, Wanted()), 0, 1, [])[0].id)
    return made


def pick(opened: Opened, at: int) -> None:
    child(opened.tab, QToolButton, "form_personal").menu().actions()[at].trigger()


def test_everything_held_is_written_for_the_person(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "本人.xlsx"
    opened.asking._answers += [out]
    pick(opened, 0)
    qtbot.waitUntil(lambda: bool(opened.asking.told))
    assert opened.asking.asked[0] == ("导出个人信息", "张示例-个人信息-20261123.xlsx")
    assert out.stat().st_size > 1000


def test_erasing_asks_twice_and_leaves_nothing(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    opened.asking._answers += [True, "本人 11 月 20 日书面要求"]
    pick(opened, 1)
    qtbot.waitUntil(lambda: bool(opened.asking.told))
    assert "不能撤销" in opened.asking.asked[0][1]
    assert len(desk.browse.open(ALUMNI, Wanted())) == 0
    assert desk.search.find("张示例") == []


def test_giving_up_erases_nothing(opened: Opened, desk: Desk) -> None:
    opened.asking._answers += [True, None]
    pick(opened, 1)
    assert len(desk.browse.open(ALUMNI, Wanted())) == 1


def test_a_record_of_no_person_has_no_such_button(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    made = open_tab(qtbot, desk, theme, LAND)
    made.tab.show_record(desk.browse.page(desk.browse.open(LAND, Wanted()), 0, 1, [])[0].id)
    assert not child(made.tab, QToolButton, "form_personal").isVisible()
