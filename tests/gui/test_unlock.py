"""The unlock page: three ways in, refusals beside the field, waiting after wrong tries."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from fj_desktop.errors import DamagedStoreError
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.unlock import NO_STATE_SECRETS, UnlockPage
from fj_desktop.ui.widgets.brand import Facts
from tests.gui.pieces import CODE, Desk, child, judge, nameless


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk) -> UnlockPage:
    made = UnlockPage(theme, desk, judge, Facts("1.2.3", "长三角", "王小明"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.start()
    return made


def _field(page: UnlockPage) -> QLineEdit:
    return child(page, QLineEdit, "unlock.passphrase")


def _submit(page: UnlockPage) -> QPushButton:
    return child(page, QPushButton, "unlock.submit")


def test_the_passphrase_typed_and_entered_opens_the_desk(page: UnlockPage, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(_field(page).hasFocus)
    with qtbot.waitSignal(page.unlocked):
        qtbot.keyClicks(_field(page), "open sesame now")
        qtbot.keyClick(_field(page), Qt.Key.Key_Return)
    assert threading.get_ident() not in desk.threads
    assert _field(page).text() == ""


def test_a_wrong_passphrase_says_so_and_counts_down_before_the_next_try(
    page: UnlockPage, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(_field(page), "open sesame")
    qtbot.mouseClick(_submit(page), Qt.MouseButton.LeftButton)
    remark = child(page, QLabel, "unlock.remark")
    qtbot.waitUntil(lambda: remark.text() == "口令不对，请再试一次。")
    assert not _submit(page).isEnabled()
    assert _submit(page).text() == "请等 4 秒再试"
    desk.wait = 1.2
    qtbot.waitUntil(lambda: _submit(page).text() == "请等 2 秒再试")
    desk.wait = 0.0
    qtbot.waitUntil(_submit(page).isEnabled)
    assert _submit(page).text() == "解锁"
    with qtbot.waitSignal(page.unlocked):
        _field(page).setText("open sesame now")
        qtbot.keyClick(_field(page), Qt.Key.Key_Return)


def test_a_desk_that_still_waits_from_the_last_start_takes_no_try(page: UnlockPage, desk: Desk, qtbot: QtBot) -> None:
    desk.wait = 30.0
    page.start()
    qtbot.keyClicks(_field(page), "open sesame now")
    with qtbot.assertNotEmitted(page.unlocked, wait=50):
        qtbot.keyClick(_field(page), Qt.Key.Key_Return)
    assert desk.threads == set()


def test_r12_the_recovery_code_opens_after_a_new_passphrase_is_set(page: UnlockPage, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(child(page, QPushButton, "unlock.other"), Qt.MouseButton.LeftButton)
    code = child(page, QLineEdit, "unlock.recovery")
    code.setText("ABCDE")
    qtbot.keyClick(code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: child(page, QLabel, "recovery.remark").text() == "恢复码第 2 组输入有误。")
    code.setText(CODE)
    qtbot.keyClick(code, Qt.Key.Key_Return)
    first, second = child(page, QLineEdit, "passphrase"), child(page, QLineEdit, "passphrase_again")
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClicks(first, "rain over kuimen")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.keyClicks(second, "rain over kuimen")
    with qtbot.waitSignal(page.unlocked):
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert desk.passphrase == "rain over kuimen"


def test_escape_leads_from_the_recovery_code_back_to_the_passphrase(page: UnlockPage, qtbot: QtBot) -> None:
    child(page, QPushButton, "unlock.other").click()
    code = child(page, QLineEdit, "unlock.recovery")
    qtbot.waitUntil(code.hasFocus)
    qtbot.keyClick(code, Qt.Key.Key_Escape)
    qtbot.waitUntil(_field(page).hasFocus)


def test_the_keyring_opens_without_a_word(page: UnlockPage, desk: Desk, qtbot: QtBot) -> None:
    desk.has_keyring = True
    with qtbot.waitSignal(page.unlocked):
        page.start()


def test_s02_a_locked_desk_does_not_ask_the_keyring(page: UnlockPage, desk: Desk, qtbot: QtBot) -> None:
    desk.has_keyring = True
    with qtbot.assertNotEmitted(page.unlocked, wait=50):
        page.start(keyring=False)


def test_a_damaged_store_is_passed_on_and_not_taken_for_a_wrong_passphrase(
    page: UnlockPage, desk: Desk, qtbot: QtBot
) -> None:
    desk.is_damaged = True
    with qtbot.waitSignal(page.broken) as broken:
        qtbot.keyClicks(_field(page), "open sesame now")
        qtbot.keyClick(_field(page), Qt.Key.Key_Return)
    assert broken.args is not None
    assert isinstance(broken.args[0], DamagedStoreError)


def test_the_eye_shows_and_hides_what_is_typed(page: UnlockPage, qtbot: QtBot) -> None:
    eye = child(page, QToolButton, "unlock.passphrase.eye")
    assert _field(page).echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert _field(page).echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "隐藏口令"
    page.start()
    assert _field(page).echoMode() == QLineEdit.EchoMode.Password


def test_a_capital_typed_without_shift_warns_of_caps_lock(page: UnlockPage, qtbot: QtBot) -> None:
    caps = child(page, QLabel, "unlock.passphrase.caps")
    qtbot.keyClick(_field(page), "a")
    assert not caps.isVisible()
    qtbot.keyClick(_field(page), "A")
    assert caps.isVisible()
    qtbot.keyClick(_field(page), "A", Qt.KeyboardModifier.ShiftModifier)
    assert not caps.isVisible()


def test_the_page_says_that_no_state_secrets_may_be_entered_and_whose_desk_it_is(page: UnlockPage) -> None:
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert NO_STATE_SECRETS in shown
    assert "长三角 · 王小明" in shown
    assert any("1.2.3" in words for words in shown)


def test_the_demo_desk_is_one_button_away(page: UnlockPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.demo_asked):
        qtbot.mouseClick(child(page, QPushButton, "unlock.demo"), Qt.MouseButton.LeftButton)


def test_u18_every_field_of_the_page_has_a_name(page: UnlockPage) -> None:
    assert nameless(page) == []


def test_the_first_page_imports_nothing_of_the_store_or_the_services() -> None:
    heavy = "sqlalchemy openpyxl reportlab pypinyin fj_desktop.store fj_desktop.services"
    code = f"import sys, fj_desktop.ui.unlock; print([m for m in {heavy.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_no_key_of_the_window_fires_while_a_word_is_composed_before_a_desk_is_open(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    shell = Shell(qapp, Asking(theme.icons), "")
    page = QLineEdit()
    shell.show_page(page)
    shell.show()
    qtbot.addWidget(shell)
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    page.setFocus()
    QApplication.sendEvent(page, QInputMethodEvent("zhang", []))
    QTest.keyClick(page, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert shell.isVisible()
