"""The first run by keyboard: at most four steps, refusals beside the fields, no way back once the desk is made."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.errors import UserError
from fj_desktop.ui.first_run import Answers, FirstRun
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.brand import Facts
from tests.gui.pieces import CODE, child, judge, nameless
from tests.support.fake_asking import FakeAsking

OFFICES = {"HQ": "县中心", "YRD": "长三角", "GBA": "粤港澳大湾区", "JJJ": "京津冀", "CEN": "中部地区"}
PASSPHRASE = "rain over kuimen"


class Program:
    """What the first run asks of the program."""

    def __init__(self) -> None:
        self.answers: list[Answers] = []
        self.saved: list[tuple[Path, str]] = []
        self.printed: list[str] = []
        self.refusal = ""

    def found(self, answers: Answers) -> str:
        if self.refusal:
            raise UserError(self.refusal)
        self.answers.append(answers)
        return CODE

    def save_code(self, path: Path, code: str) -> None:
        self.saved.append((path, code))

    def print_code(self, code: str) -> bool:
        self.printed.append(code)
        return True


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def asking(tmp_path: Path) -> FakeAsking:
    return FakeAsking(tmp_path / "恢复码.pdf")


@pytest.fixture
def run(qtbot: QtBot, theme: Theme, program: Program, asking: FakeAsking) -> FirstRun:
    made = FirstRun(
        theme, asking, program, offices=OFFICES, strength=judge, facts=Facts("1.0"), pick=lambda count: count - 3
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _press(run: FirstRun, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget() or run, key)


def _write(words: str, qtbot: QtBot) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    if words.isascii():
        qtbot.keyClicks(field, words)
    else:
        field.insert(words)


def _step(run: FirstRun) -> str:
    return child(run, QLabel, "steps.words").text()


def _to_the_passphrase(run: FirstRun, qtbot: QtBot) -> None:
    child(run, QPushButton, "office.GBA").click()
    child(run, QLineEdit, "person").setText("王小明")
    _press(run, Qt.Key.Key_Return, qtbot)


def _to_the_code(run: FirstRun, qtbot: QtBot) -> None:
    _to_the_passphrase(run, qtbot)
    for name in ("passphrase", "passphrase_again"):
        child(run, QLineEdit, name).setText(PASSPHRASE)
    child(run, QPushButton, "next").click()
    qtbot.waitUntil(lambda: _step(run) == "第 3 步，共 4 步")


def test_u16_the_whole_first_run_by_keyboard_alone(run: FirstRun, program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(child(run, QPushButton, "office.HQ").hasFocus)
    _press(run, Qt.Key.Key_Space, qtbot)
    _press(run, Qt.Key.Key_Down, qtbot)
    _press(run, Qt.Key.Key_Tab, qtbot)
    _write("王小明", qtbot)
    _press(run, Qt.Key.Key_Return, qtbot)
    _write(PASSPHRASE, qtbot)
    _press(run, Qt.Key.Key_Return, qtbot)
    _write(PASSPHRASE, qtbot)
    _press(run, Qt.Key.Key_Return, qtbot)
    qtbot.waitUntil(lambda: _step(run) == "第 3 步，共 4 步")
    qtbot.keyClick(run, Qt.Key.Key_Return)
    _write("tuvwx", qtbot)
    with qtbot.waitSignal(run.finished):
        _press(run, Qt.Key.Key_Return, qtbot)
    assert [(answers.person, answers.passphrase) for answers in program.answers] == [("王小明", PASSPHRASE)]
    assert program.answers[0].office in OFFICES


def test_an_empty_first_step_is_refused_beside_its_fields(run: FirstRun, qtbot: QtBot) -> None:
    _press(run, Qt.Key.Key_Return, qtbot)
    assert child(run, QLabel, "office.remark").text() == "请选择办事处。"
    assert child(run, QLabel, "office.remark").isVisible()
    assert "姓名" in child(run, QLabel, "person.remark").text()
    assert _step(run) == "第 1 步，共 4 步"


def test_a_refusal_goes_when_it_is_answered(run: FirstRun, qtbot: QtBot) -> None:
    _press(run, Qt.Key.Key_Return, qtbot)
    child(run, QPushButton, "office.YRD").click()
    assert not child(run, QLabel, "office.remark").isVisible()


def test_a_weak_passphrase_and_two_different_ones_are_refused(run: FirstRun, program: Program, qtbot: QtBot) -> None:
    _to_the_passphrase(run, qtbot)
    first, second = child(run, QLineEdit, "passphrase"), child(run, QLineEdit, "passphrase_again")
    remark, again = child(run, QLabel, "passphrase.remark"), child(run, QLabel, "passphrase_again.remark")
    child(run, QPushButton, "next").click()
    assert remark.text() == "请输入口令。"
    first.setText("rain")
    child(run, QPushButton, "next").click()
    assert remark.text() == "请加长。"
    first.setText("王小明 rain over kuimen")
    child(run, QPushButton, "next").click()
    assert remark.text() == "不要用姓名。"
    first.setText(PASSPHRASE)
    second.setText("rain over kuiman")
    child(run, QPushButton, "next").click()
    assert not remark.isVisible()
    assert again.text().startswith("两次输入不一样")
    assert program.answers == []


def test_the_strength_is_told_in_words_while_typing(run: FirstRun, qtbot: QtBot) -> None:
    _to_the_passphrase(run, qtbot)
    words = child(run, QLabel, "strength.words")
    child(run, QLineEdit, "passphrase").setText("rain")
    assert words.text() == "偏弱"
    child(run, QLineEdit, "passphrase").setText(PASSPHRASE)
    assert words.text() == "较强"


def test_escape_goes_back_and_keeps_what_was_said(run: FirstRun, qtbot: QtBot) -> None:
    _to_the_passphrase(run, qtbot)
    _press(run, Qt.Key.Key_Escape, qtbot)
    assert _step(run) == "第 1 步，共 4 步"
    assert child(run, QLineEdit, "person").text() == "王小明"


def test_a_desk_that_cannot_be_made_says_why_and_can_be_tried_again(
    run: FirstRun, program: Program, qtbot: QtBot
) -> None:
    program.refusal = "磁盘空间不足。请腾出 50 MB 后再试。"
    _to_the_passphrase(run, qtbot)
    for name in ("passphrase", "passphrase_again"):
        child(run, QLineEdit, name).setText(PASSPHRASE)
    child(run, QPushButton, "next").click()
    qtbot.waitUntil(lambda: child(run, QLabel, "refusal_words").text() == program.refusal)
    program.refusal = ""
    qtbot.waitUntil(child(run, QPushButton, "next").isEnabled)
    child(run, QPushButton, "next").click()
    qtbot.waitUntil(lambda: _step(run) == "第 3 步，共 4 步")


def test_the_code_stands_in_eight_groups_and_the_passphrase_is_forgotten(run: FirstRun, qtbot: QtBot) -> None:
    _to_the_code(run, qtbot)
    assert "-".join(child(run, QLabel, f"code.{number}").text() for number in range(1, 9)) == CODE
    assert child(run, QLineEdit, "passphrase").text() == ""
    flags = {child(run, QLabel, f"code.{number}").textInteractionFlags() for number in range(1, 9)}
    assert not any(flag & Qt.TextInteractionFlag.TextSelectableByMouse for flag in flags)


def test_there_is_no_way_back_once_the_desk_is_made(run: FirstRun, qtbot: QtBot) -> None:
    _to_the_code(run, qtbot)
    assert not child(run, QPushButton, "back").isVisible()
    qtbot.keyClick(run, Qt.Key.Key_Escape)
    assert _step(run) == "第 3 步，共 4 步"


def test_the_code_can_be_printed_and_saved(run: FirstRun, program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _to_the_code(run, qtbot)
    child(run, QPushButton, "code.print").click()
    assert program.printed == [CODE]
    child(run, QPushButton, "code.save").click()
    qtbot.waitUntil(lambda: "恢复码.pdf" in child(run, QLabel, "code.said").text())
    assert program.saved == [(tmp_path / "恢复码.pdf", CODE)]


def test_a_wrong_group_is_refused_and_the_code_can_be_looked_at_again(run: FirstRun, qtbot: QtBot) -> None:
    _to_the_code(run, qtbot)
    child(run, QPushButton, "next").click()
    assert child(run, QLabel, "confirm.label").text() == "恢复码第 6 组(&G)"
    typed = child(run, QLineEdit, "confirm.group")
    typed.setText("ABCDE")
    with qtbot.assertNotEmitted(run.finished):
        child(run, QPushButton, "next").click()
    assert "第 6 组不对" in child(run, QLabel, "confirm.remark").text()
    child(run, QPushButton, "back").click()
    assert child(run, QLabel, "code.1").isVisible()


def test_the_group_may_be_typed_in_small_or_full_width_letters(run: FirstRun, qtbot: QtBot) -> None:
    _to_the_code(run, qtbot)
    child(run, QPushButton, "next").click()
    child(run, QLineEdit, "confirm.group").setText("ｔｕ vwx")
    with qtbot.waitSignal(run.finished):
        child(run, QPushButton, "next").click()
    assert child(run, QLabel, "code.1").text() == ""


def test_the_first_screen_forbids_state_secrets_and_offers_the_demo_desk(run: FirstRun, qtbot: QtBot) -> None:
    assert any("国家秘密" in label.text() for label in run.findChildren(QLabel) if label.isVisible())
    with qtbot.waitSignal(run.demo_asked):
        child(run, QPushButton, "demo").click()


def test_answers_never_show_the_passphrase() -> None:
    assert "kuimen" not in repr(Answers("HQ", "王小明", PASSPHRASE))


def test_u18_every_field_of_every_step_has_a_name(run: FirstRun, qtbot: QtBot) -> None:
    assert nameless(run) == []
    _to_the_passphrase(run, qtbot)
    assert nameless(run) == []
    for name in ("passphrase", "passphrase_again"):
        child(run, QLineEdit, name).setText(PASSPHRASE)
    child(run, QPushButton, "next").click()
    qtbot.waitUntil(lambda: _step(run) == "第 3 步，共 4 步")
    assert nameless(run) == []
    child(run, QPushButton, "next").click()
    assert nameless(run) == []


def test_u20_on_a_small_scaled_screen_a_refused_field_is_scrolled_into_sight(run: FirstRun, qtbot: QtBot) -> None:
    run.resize(910, 460)
    child(run, QPushButton, "office.HQ").click()
    child(run, QPushButton, "next").click()
    field = child(run, QLineEdit, "person")
    qtbot.waitUntil(field.hasFocus)
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    assert _bottom(run, field) <= _bottom(run, child(run, QPushButton, "next"))


def _bottom(run: QWidget, widget: QWidget) -> int:
    return widget.mapTo(run, widget.rect().bottomLeft()).y()
