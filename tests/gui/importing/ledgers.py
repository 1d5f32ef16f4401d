"""Small ledgers for the wizard, and what every test does with it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPushButton, QTableView
from pytestqt.qtbot import QtBot

from fj_desktop.ui.importing import ImportWizard
from tests.gui.pieces import child
from tests.support.fake_asking import FakeAsking

HEADER = ("姓名", "手机", "企业名称", "职务", "最近联系时间")
GOOD = ("甲示例", "13900000001", "示例一有限公司", "董事长", "2026-11-03")
BAD = ("乙示例", "13900000002", "示例二有限公司", "总经理", "昨天")
OTHER = ("丙示例", "13900000003", "示例三有限公司", "副总裁", "2026年10月")


class Person(FakeAsking):
    """Gets its answers while the test goes on."""

    def will_answer(self, *answers: object) -> None:
        """Answer the next questions so."""
        self._answers += answers


def write(path: Path, *rows: Sequence[str]) -> Path:
    """A CSV file of these rows."""
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    return path


def press(qtbot: QtBot, wizard: ImportWizard, name: str) -> None:
    """Click a button of the wizard."""
    qtbot.mouseClick(child(wizard, QPushButton, name), Qt.MouseButton.LeftButton)


def go_to_preview(qtbot: QtBot, wizard: ImportWizard) -> None:
    """From the header step to the checked rows."""
    press(qtbot, wizard, "wizard.next")
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 3)


def store(qtbot: QtBot, wizard: ImportWizard) -> None:
    """From the preview to the result."""
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 4)


def cell(table: QTableView, row: int, heading: str) -> QModelIndex:
    """The cell of a line under a heading."""
    model = table.model()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    return model.index(row, heads.index(heading))


def states(wizard: ImportWizard) -> list[str]:
    """The words of the state column of the preview."""
    table = child(wizard, QTableView, "preview.table")
    return [str(table.model().index(row, 0).data()) for row in range(table.model().rowCount())]
