"""Locking: everything is unmapped at once, nothing of it can be worked, and it comes back as it was."""

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMainWindow, QMenu, QVBoxLayout
from pytestqt.qtbot import QtBot

from fj_desktop.ui.lock_curtain import LockCurtain
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.unlock import UnlockPage
from fj_desktop.ui.widgets.brand import Facts
from tests.gui.pieces import Desk, child, judge
from tests.support.fake_asking import FakeAsking


@dataclass
class Scene:
    window: QMainWindow
    field: QLineEdit
    curtain: LockCurtain
    asking: FakeAsking
    saved: list[bool]
    save: QAction


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication, theme: Theme) -> Scene:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setWindowTitle("企业家 张三")
    field = QLineEdit("张三")
    window.setCentralWidget(field)
    saved: list[bool] = []
    save = QAction("保存", window)
    save.setShortcut(QKeySequence("Ctrl+S"))
    save.triggered.connect(lambda: saved.append(True))
    window.addAction(save)
    menu = window.menuBar().addMenu("文件")
    menu.addAction("导出", QKeySequence("Ctrl+E"), lambda: saved.append(True))
    window.statusBar().showMessage("共 30 条")
    asking = FakeAsking()
    page = UnlockPage(theme, Desk(), judge, Facts("1.0"))
    curtain = LockCurtain(qapp, window, page, asking)
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return Scene(window, field, curtain, asking, saved, save)


def _unlock(scene: Scene, qtbot: QtBot) -> None:
    typed = child(scene.window, QLineEdit, "unlock.passphrase")
    with qtbot.waitSignal(scene.curtain.lifted):
        typed.setText("open sesame now")
        qtbot.keyClick(typed, Qt.Key.Key_Return)


def _press(scene: Scene, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(scene.window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)


def test_s02_the_content_is_unmapped_within_200_ms_of_the_lock(scene: Scene) -> None:
    began = time.monotonic()
    scene.curtain.lock()
    assert time.monotonic() - began <= 0.2
    assert not scene.field.isVisible()
    assert not scene.window.menuBar().isVisible()
    assert not scene.window.statusBar().isVisible()
    assert "张三" not in scene.window.windowTitle()


def test_the_lock_is_told_only_after_everything_is_hidden(scene: Scene) -> None:
    seen: list[bool] = []
    scene.curtain.locked.connect(lambda: seen.append(scene.field.isVisible()))
    scene.curtain.lock()
    assert seen == [False]


def test_the_passphrase_brings_everything_back_as_it_was(scene: Scene, qtbot: QtBot) -> None:
    scene.field.setText("没有保存的改动")
    scene.curtain.lock()
    _unlock(scene, qtbot)
    assert scene.field.isVisible()
    assert scene.field.text() == "没有保存的改动"
    assert scene.window.windowTitle() == "企业家 张三"
    qtbot.waitUntil(scene.field.hasFocus)


def test_no_shortcut_works_behind_the_curtain(scene: Scene, qtbot: QtBot) -> None:
    _press(scene, Qt.Key.Key_S, qtbot)
    assert scene.saved == [True]
    scene.curtain.lock()
    _press(scene, Qt.Key.Key_S, qtbot)
    _press(scene, Qt.Key.Key_E, qtbot)
    assert scene.saved == [True]
    _unlock(scene, qtbot)
    _press(scene, Qt.Key.Key_S, qtbot)
    assert scene.saved == [True, True]


def test_the_label_of_the_passphrase_can_still_be_reached_by_its_key(scene: Scene, qtbot: QtBot) -> None:
    scene.curtain.lock()
    typed = child(scene.window, QLineEdit, "unlock.passphrase")
    qtbot.waitUntil(typed.hasFocus)
    child(scene.window, QLabel, "unlock.heading").setFocus()
    typed.clearFocus()
    qtbot.keyClick(scene.window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(typed.hasFocus)


def test_an_open_dialog_waits_behind_the_curtain_with_what_was_typed(scene: Scene, qtbot: QtBot) -> None:
    dialog = QDialog(scene.window)
    typed = QLineEdit()
    QVBoxLayout(dialog).addWidget(typed)
    ends: list[int] = []
    dialog.finished.connect(ends.append)
    dialog.open()
    typed.setText("半张表")
    scene.curtain.lock()
    assert not dialog.isVisible()
    _unlock(scene, qtbot)
    assert dialog.isVisible()
    assert typed.text() == "半张表"
    assert ends == []
    dialog.reject()


def test_an_open_menu_is_closed_for_good(scene: Scene, qtbot: QtBot) -> None:
    menu = QMenu(scene.window)
    menu.addAction("张三")
    menu.popup(scene.window.pos())
    scene.curtain.lock()
    assert not menu.isVisible()
    _unlock(scene, qtbot)
    assert not menu.isVisible()


def test_prompts_are_hushed_while_locked(scene: Scene, qtbot: QtBot) -> None:
    scene.curtain.lock()
    assert scene.asking.is_hushed
    _unlock(scene, qtbot)
    assert not scene.asking.is_hushed


def test_the_curtain_covers_the_window_at_every_size(scene: Scene) -> None:
    scene.curtain.lock()
    scene.window.resize(1300, 800)
    page = scene.window.findChildren(UnlockPage)[0]
    assert page.geometry() == scene.window.rect()


def test_locking_twice_is_locking_once(scene: Scene, qtbot: QtBot) -> None:
    scene.curtain.lock()
    scene.curtain.lock()
    _unlock(scene, qtbot)
    assert scene.field.isVisible()
    assert scene.window.windowTitle() == "企业家 张三"
