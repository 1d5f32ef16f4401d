"""The recovery code on paper."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.ui.recovery_paper import print_code
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import CODE
from tests.support.fake_asking import FakeAsking


def test_the_code_goes_to_the_printer_chosen(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert print_code(FakeAsking(printer), parent, CODE, office="长三角", person="<b>王小明</b>")
    assert (tmp_path / "paper.pdf").stat().st_size > 1000


def test_giving_up_prints_nothing(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not print_code(FakeAsking(None), parent, CODE, office="", person="")
