"""Exports and blank templates asked for from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.export_actions import ExportActions
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from tests.gui.importing.ledgers import Person

LAND, ENTREPRENEURS = CATALOG["land"], CATALOG["entrepreneurs"]


@pytest.fixture
def exports(desk: Desk, theme: Theme, asking: Person, window: QWidget) -> ExportActions:
    """What is tested, over a desk with one entrepreneur and one plot."""
    desk.records.add(ENTREPRENEURS, {"person_name": "甲示例", "person_mobile": "13900000001"})
    desk.records.add(LAND, {"name": "草堂镇示例地块", "area_m2": "20亩"})
    return ExportActions(desk, theme, asking, Tasks(window))


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".pdf"])
def test_the_shown_columns_are_written_and_the_place_is_told(
    qtbot: QtBot, exports: ExportActions, asking: Person, window: QWidget, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"out{suffix}"
    asking.will_answer(out)
    exports.export(window, LAND, Wanted(), ["name", "area_m2"], suffix)
    qtbot.waitUntil(lambda: bool(asking.told), timeout=15_000)
    assert asking.asked[-1][1] == f"可招商土地库-20261123{suffix}"
    assert str(out) in asking.told[0][1]
    assert out.stat().st_size > 20


@pytest.mark.parametrize(("answer", "is_whole"), [(0, True), (1, False)])
def test_covered_values_are_written_only_when_asked_for(
    qtbot: QtBot,
    exports: ExportActions,
    asking: Person,
    window: QWidget,
    tmp_path: Path,
    answer: int,
    is_whole: bool,
) -> None:
    out = tmp_path / "out.csv"
    asking.will_answer(answer, out)
    exports.export(window, ENTREPRENEURS, Wanted(), ["person_name", "person_mobile"], ".csv")
    qtbot.waitUntil(lambda: bool(asking.told))
    assert ("13900000001" in out.read_text("utf-8-sig")) is is_whole


def test_giving_up_writes_nothing(exports: ExportActions, asking: Person, window: QWidget, tmp_path: Path) -> None:
    asking.will_answer(None, None)
    exports.export(window, ENTREPRENEURS, Wanted(), ["person_mobile"], ".csv")
    exports.export(window, LAND, Wanted(), ["name"], ".csv")
    assert list(tmp_path.glob("*.csv")) == []
    assert asking.told == []


def test_a_place_that_can_not_be_written_to_is_said(
    qtbot: QtBot, exports: ExportActions, asking: Person, window: QWidget, tmp_path: Path
) -> None:
    asking.will_answer(tmp_path / "missing" / "out.csv")
    exports.export(window, LAND, Wanted(), ["name"], ".csv")
    qtbot.waitUntil(lambda: bool(asking.reported))
    assert "不存在" in asking.reported[0].text


def test_a_blank_template_is_written(
    qtbot: QtBot, exports: ExportActions, asking: Person, window: QWidget, tmp_path: Path
) -> None:
    out = tmp_path / "模板.xlsx"
    asking.will_answer(out)
    exports.template(window, LAND)
    qtbot.waitUntil(lambda: bool(asking.told), timeout=15_000)
    assert out.stat().st_size > 1000


def test_many_open_contacts_ask_for_a_purpose_first(
    qtbot: QtBot, exports: ExportActions, asking: Person, window: QWidget, desk: Desk, tmp_path: Path
) -> None:
    for number in range(51):
        desk.records.add(ENTREPRENEURS, {"person_name": f"示例{number}", "person_mobile": f"138000{number:05}"})
    out = tmp_path / "out.csv"
    asking.will_answer(0, out, "十月驻沪走访名单")
    exports.export(window, ENTREPRENEURS, Wanted(), ["person_name", "person_mobile"], ".csv")
    qtbot.waitUntil(lambda: bool(asking.told))
    assert asking.asked[-1][0] == "写明用途"
    assert out.read_text("utf-8-sig").count("138000") == 51
