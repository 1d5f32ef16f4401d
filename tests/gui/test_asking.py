"""Prompts: verbs on the buttons, Esc is no, nothing is shown while the desk is locked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.errors import UserError
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.icons import Icons
from fj_desktop.ui.widgets.prompt import Prompt


@pytest.fixture
def asking(icons: Icons) -> Asking:
    return Asking(icons)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _then(act: Callable[[Prompt], object]) -> None:
    def when_open() -> None:
        prompt = QApplication.activeModalWidget()
        assert isinstance(prompt, Prompt)
        act(prompt)

    QTimer.singleShot(0, when_open)


def _verb(prompt: Prompt, words: str) -> QPushButton:
    return next(made for made in prompt.findChildren(QPushButton) if made.text() == words)


def test_the_verb_pressed_is_the_answer(asking: Asking, parent: QWidget) -> None:
    _then(lambda prompt: _verb(prompt, "删除").click())
    assert asking.ask(parent, "删除这条记录？", "30 天内可恢复。", yes="删除", danger=True)
    _then(lambda prompt: _verb(prompt, "保留").click())
    assert not asking.ask(parent, "删除这条记录？", "30 天内可恢复。", yes="删除", no="保留", danger=True)


def test_escape_is_no(asking: Asking, parent: QWidget, qtbot: QtBot) -> None:
    _then(lambda prompt: qtbot.keyClick(prompt, Qt.Key.Key_Escape))
    assert not asking.ask(parent, "放弃改动？", "", yes="放弃")


def test_enter_is_yes_unless_the_answer_destroys_something(asking: Asking, parent: QWidget, qtbot: QtBot) -> None:
    _then(lambda prompt: qtbot.keyClick(prompt, Qt.Key.Key_Return))
    assert asking.ask(parent, "继续？", "", yes="继续")
    _then(lambda prompt: qtbot.keyClick(prompt, Qt.Key.Key_Return))
    assert not asking.ask(parent, "删除？", "", yes="删除", danger=True)


def test_enter_right_after_a_question_with_details_presses_the_verb_meant(
    asking: Asking, parent: QWidget, qtbot: QtBot
) -> None:
    def enter(prompt: Prompt) -> None:
        prompt.activateWindow()
        qtbot.waitUntil(prompt.isActiveWindow)
        qtbot.keyClick(prompt.focusWidget(), Qt.Key.Key_Return)
        if prompt.isVisible():
            prompt.reject()

    _then(enter)
    assert asking.ask(parent, "继续？", "", yes="继续", detail="详情")
    _then(enter)
    assert not asking.ask(parent, "删除？", "", yes="删除", detail="详情", danger=True)


def test_a_choice_is_told_by_its_place_and_cancel_is_none(asking: Asking, parent: QWidget) -> None:
    ways = ["跳过", "更新空白字段"]
    _then(lambda prompt: _verb(prompt, "更新空白字段").click())
    assert asking.choose(parent, "有重复", "", ways) == 1
    _then(lambda prompt: _verb(prompt, "跳过").click())
    assert asking.choose(parent, "有重复", "", ways) == 0
    _then(lambda prompt: _verb(prompt, "取消").click())
    assert asking.choose(parent, "有重复", "", ways) is None


def test_an_error_shows_its_text_and_folds_its_code(asking: Asking, parent: QWidget) -> None:
    def look(prompt: Prompt) -> None:
        shown = [label.text() for label in prompt.findChildren(QLabel)]
        assert "第 3 行不是表格。" in shown
        detail = prompt.findChild(QPlainTextEdit)
        assert isinstance(detail, QPlainTextEdit)
        assert not detail.isVisible()
        _verb(prompt, "详细内容").click()
        assert detail.isVisible()
        assert "FJ-1000" in detail.toPlainText()
        _verb(prompt, "知道了").click()

    _then(look)
    asking.report(parent, UserError("第 3 行不是表格。"))


def test_text_of_a_record_is_never_read_as_markup(asking: Asking, parent: QWidget) -> None:
    def look(prompt: Prompt) -> None:
        labels = [label for label in prompt.findChildren(QLabel) if label.text()]
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
        prompt.reject()

    _then(look)
    asking.tell(parent, "<b>张三</b>", "<img src='file:///etc/passwd'>")


def test_s02_an_open_prompt_closes_with_no_when_the_desk_locks(asking: Asking, parent: QWidget) -> None:
    _then(lambda _: asking.hush(True))
    assert not asking.ask(parent, "继续？", "", yes="继续")


def test_s02_nothing_is_shown_while_the_desk_is_locked(asking: Asking, parent: QWidget) -> None:
    asking.hush(True)
    asking.tell(parent, "导入完成", "300 行")
    assert asking.open_file(parent, "选择表格", "") is None
    asking.hush(False)
    _then(lambda prompt: prompt.reject())
    asking.tell(parent, "导入完成", "300 行")


def test_the_file_prompt_returns_a_path_and_adds_the_suffix(
    asking: Asking, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def type_a_name() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(tmp_path / "企业家"))
        dialog.accept()

    QTimer.singleShot(0, type_a_name)
    assert asking.save_file(parent, "导出", "企业家.xlsx", "Excel 表格 (*.xlsx)") == tmp_path / "企业家.xlsx"
