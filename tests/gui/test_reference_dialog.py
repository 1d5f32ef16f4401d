"""Reference tables in the window: replaced after a check, set back, and a wrong file changes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from fj_desktop.assets import asset
from fj_desktop.core import reference
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.desk import Desk
from fj_desktop.ui.reference_dialog import ReferenceDialog
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import child
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "desk").mkdir()
    opened = open_file_desk(tmp_path / "desk")
    yield opened
    opened.close()
    reference.use({})


def shown(dialog: ReferenceDialog, column: int) -> list[str]:
    cells = [dialog._list.item(row, column) for row in range(dialog._list.rowCount())]
    return [cell.text() for cell in cells if cell is not None]


def press(dialog: ReferenceDialog, name: str) -> None:
    QTest.mouseClick(child(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_table_is_replaced_and_set_back_with_two_clicks_each(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    file = tmp_path / "区划.csv"
    file.write_bytes(
        asset("db/reference/divisions_cn_3level.csv").read_bytes() + b"500299,\xe6\x96\xb0\xe5\x8e\xbf,county,500000\n"
    )
    desk.records.add(CATALOG["companies"], {"name": "夔门光学", "reg_division": "重庆市奉节县"})
    asking = FakeAsking(file, True, False, True)
    dialog = ReferenceDialog(None, desk.reference_changes(Profile(tmp_path / "desk")), asking)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    assert shown(dialog, 2) == ["随程序"] * 6
    assert not child(dialog, QPushButton, "reference.reset").isEnabled()
    before = shown(dialog, 4)

    press(dialog, "reference.replace")
    qtbot.waitUntil(lambda: shown(dialog, 2)[0] == "区划.csv")
    assert shown(dialog, 4)[0] != before[0]
    assert asking.asked[1][1].endswith("下次启动起用。")

    press(dialog, "reference.reset")
    qtbot.waitUntil(lambda: len(asking.asked) == 3)
    assert shown(dialog, 2)[0] == "区划.csv"
    press(dialog, "reference.reset")
    qtbot.waitUntil(lambda: shown(dialog, 2)[0] == "随程序")
    assert shown(dialog, 4) == before


def test_a_wrong_file_is_told_and_changes_nothing(qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "坏.csv"
    file.write_text("code,name\n1,2\n", "utf-8")
    asking = FakeAsking(file)
    dialog = ReferenceDialog(None, desk.reference_changes(Profile(tmp_path / "desk")), asking)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, "reference.replace")
    qtbot.waitUntil(lambda: bool(asking.reported))
    assert "缺少列" in asking.reported[0].text
    assert shown(dialog, 2) == ["随程序"] * 6
