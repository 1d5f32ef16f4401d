"""Every screen, dialog, menu and small window: named, in order, left by Esc; none is missing from the list."""

import gc
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import fj_desktop.ui
from fj_desktop.paths import Profile
from fj_desktop.services.demo import open_demo
from fj_desktop.ui.form.popups import Popup
from fj_desktop.ui.screens.around import Around
from fj_desktop.ui.screens.listed import every_screen
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.theme import Theme
from tests.gui.palette.test_keys import clashes
from tests.gui.walking import findings, focusable
from tests.support.fake_asking import FakeAsking

Walked = dict[str, list[str]]
Seen = tuple[Walked, set[str]]
_SIZE = (1366, 768)
# Never shown as such.
_BASES = {"Popup"}


@pytest.fixture(scope="module")
def walked(qapp: QApplication, theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """What was found on each screen, and the classes that were shown on all of them."""
    # Windows of tests before are let go of here and now, not by a working thread in the middle of the walk.
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    profile = Profile(tmp_path_factory.mktemp("screens"))
    desk = open_demo(profile)
    shell = Shell(qapp, asking := FakeAsking(*[True] * 99), "")
    shell.resize(*_SIZE)
    shell.show()
    around = Around(qapp, shell, theme, desk, profile, asking)
    found: Walked = {}
    classes: set[str] = set()
    for name, screen in every_screen(around):
        screen.activateWindow()
        around.settle()
        found[name] = [*findings(screen), *_first_focus(screen)]
        found[name] += [f"two things answer to {key}" for key in clashes(screen)]
        classes |= {type(one).__name__ for one in (screen, *screen.findChildren(QWidget)) if one.isVisible()}
        if isinstance(screen, QDialog):
            found[name] += _left_by_esc(screen, name)
    yield found, classes
    shell.hide()
    # Some five thousand widgets: a later test that changes the look would dress them all again.
    shell.deleteLater()
    desk.close()


def test_u18_nothing_is_nameless_out_of_order_or_a_trap_on_any_screen(walked: Seen) -> None:
    faults = "\n".join(f"{name}: {one}" for name, found in walked[0].items() for one in found)
    assert not faults, faults


def test_every_dialog_and_small_window_stands_in_the_list_of_screens(walked: Seen) -> None:
    missing = {one.__name__ for one in _windows() if one.__name__ not in walked[1]} - _BASES
    assert missing == set()


def _windows() -> set[type[QWidget]]:
    """Every class of the program that makes a window of its own."""
    root = Path(fj_desktop.ui.__file__).parent
    for found in pkgutil.walk_packages([str(root)], "fj_desktop.ui."):
        importlib.import_module(found.name)
    return {
        one for base in (QDialog, Popup) for one in (base, *_below(base)) if one.__module__.startswith("fj_desktop")
    }


def _below(base: type[QObject]) -> Iterator[type]:
    for one in base.__subclasses__():
        yield one
        yield from _below(one)


def _first_focus(screen: QWidget) -> list[str]:
    """Where the keyboard is when a dialog comes up: somewhere, and not on what destroys."""
    if not isinstance(screen, QDialog) or not any(focusable(screen)):
        return []
    first = screen.focusWidget()
    if first is None:
        return ["nothing has the keyboard at first"]
    return ["Enter destroys at once"] if first.property("look") == "danger" else []


def _left_by_esc(dialog: QDialog, name: str) -> list[str]:
    if name.startswith("import-"):
        return []  # Asks first; tests/gui/importing shows it.
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    return ["stays open at Esc"] if dialog.isVisible() else []


def test_the_walk_sees_what_a_person_would_miss(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    below, above, tall, mouse = QPushButton("QPushButton"), QPushButton("保存"), QPlainTextEdit(), QPushButton("删除")
    tall.setAccessibleName("备注")
    mouse.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for widget in (above, below, tall, mouse):
        column.addWidget(widget)
    page.setTabOrder(below, above)
    page.setTabOrder(above, tall)
    page.show()
    assert findings(page) == [
        "QPushButton is called “QPushButton”",
        "QPushButton “删除” is for the mouse only",
        "QPlainTextEdit keeps Tab",
        "Tab goes up from QPushButton to QPushButton",
    ]
