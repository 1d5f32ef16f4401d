"""Ctrl+Shift+N: a line, a list or a chat becomes people, companies and notes."""

from threading import Event, Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.capture import CaptureDialog
from fj_desktop.ui.capture.lead_table import KEYS, LeadTable
from fj_desktop.ui.capture.rows_view import RowsView
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.widgets.toast import Toast
from tests.gui.pieces import child, nameless

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINE = "张三 13800138000 某某光学 想看地"
LIST = "张三 13800138000 某某光学\n李四 13900139000 某某机械\n王五 13700137000\n赵六 13600136000\n孙七 13500135000"
ENTREPRENEURS = CATALOG["entrepreneurs"]


class Capture:
    """The window of quick capture as a person sees it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    @property
    def dialog(self) -> CaptureDialog:
        return child(self._window, CaptureDialog, "capture")

    @property
    def text(self) -> QPlainTextEdit:
        return child(self.dialog, QPlainTextEdit, "capture_text")

    @property
    def rows(self) -> RowsView:
        return child(self.dialog, RowsView, "capture_rows")

    def open(self, words: str = "") -> None:
        QTest.keyClick(self._window.focusWidget() or self._window, Qt.Key.Key_N, CTRL | SHIFT)
        self._qtbot.waitUntil(self.dialog.isVisible)
        if words:
            QApplication.clipboard().setText(words)
            QTest.keyClick(self.text, Qt.Key.Key_V, CTRL)

    def shown(self) -> list[dict[str, str]]:
        model = self.rows.model()
        return [
            {key: str(model.index(row, at).data() or "") for at, key in enumerate(KEYS)}
            for row in range(model.rowCount())
        ]

    def edit(self, row: int, key: str, words: str) -> None:
        self.rows.setCurrentIndex(self.rows.model().index(row, KEYS.index(key)))
        self.rows.setFocus()
        QTest.keyClick(self.rows, Qt.Key.Key_F2)
        editor = self.rows.viewport().findChild(QLineEdit)
        assert editor is not None
        editor.setText(words)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: self.rows.viewport().findChild(QLineEdit) is None)

    def pick(self, row: int, key: str, number: int) -> None:
        self.rows.setCurrentIndex(self.rows.model().index(row, KEYS.index(key)))
        QTest.keyClick(self.rows, Qt.Key.Key_F2)
        editor = self.rows.viewport().findChild(QComboBox)
        assert editor is not None
        editor.setCurrentIndex(number)
        editor.activated.emit(number)


@pytest.fixture
def capture(window: MainWindow, qtbot: QtBot) -> Capture:
    return Capture(window, qtbot)


def count(desk: Desk, library: str = "entrepreneurs") -> int:
    return len(desk.browse.open(CATALOG[library], Wanted()))


def test_one_line_is_stored_with_three_keys(window: MainWindow, capture: Capture, desk: Desk) -> None:
    capture.open(LINE)
    assert capture.shown()[0] | {"state": ""} == {
        "name": "张三", "title": "", "mobile": "13800138000", "phone": "", "company": "某某光学", "email": "",
        "wechat": "", "address": "", "note": "想看地", "library": "企业家资源库", "state": "",
    }  # fmt: skip
    QTest.keyClick(capture.text, Qt.Key.Key_Return)
    assert not capture.dialog.isVisible()
    assert (count(desk), count(desk, "companies")) == (1, 1)
    assert child(window, Toast, "toast").text() == "已存入 1 条（企业家资源库）。Ctrl+Z 可撤销"
    window.activateWindow()
    desk.undoing.undo()
    assert (count(desk), count(desk, "companies"), count(desk, "people")) == (0, 0, 0)


def test_a_list_becomes_rows_and_one_step(capture: Capture, desk: Desk, qtbot: QtBot) -> None:
    capture.open(LIST)
    assert [row["name"] for row in capture.shown()] == ["张三", "李四", "王五", "赵六", "孙七"]
    assert child(capture.dialog, QPushButton, "capture_store").text() == "存入 5 条"
    QTest.keyClick(capture.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not capture.dialog.isVisible())
    assert count(desk) == 5
    desk.undoing.undo()
    assert count(desk) == 0


def test_a_row_is_mended_before_it_is_stored(capture: Capture, desk: Desk) -> None:
    capture.open(LINE)
    capture.edit(0, "name", "张三丰")
    capture.edit(0, "mobile", "123")
    assert "待改" in capture.shown()[0]["state"]
    QTest.keyClick(capture.text, Qt.Key.Key_Return)
    assert (capture.dialog.isVisible(), count(desk)) == (True, 0)
    capture.edit(0, "mobile", "13800138001")
    QTest.keyClick(capture.text, Qt.Key.Key_Return)
    row = desk.browse.page(desk.browse.open(ENTREPRENEURS, Wanted()), 0, 1, ["person_name"])[0]
    assert row.cells == ("张三丰",)


def test_what_was_mended_stays_when_more_is_typed(capture: Capture) -> None:
    capture.open(LIST)
    capture.edit(0, "name", "张三丰")
    capture.text.appendPlainText("周八 13300133000")
    assert [row["name"] for row in capture.shown()][::5] == ["张三丰", "周八"]


def test_a_known_person_is_said_with_what_is_added(capture: Capture, desk: Desk) -> None:
    desk.capturing.store(_entries(desk, LINE))
    capture.open("张三 13800138000 某某光学 董事长 想租厂房")
    assert capture.shown()[0]["state"] == "已有“张三”，补充职务、意向说明"
    QTest.keyClick(capture.text, Qt.Key.Key_Return)
    assert count(desk) == 1


def test_a_doubtful_person_is_new_unless_chosen(capture: Capture, desk: Desk) -> None:
    desk.capturing.store(_entries(desk, LINE))
    capture.open("李四 13800138000 某某机械")
    assert capture.shown()[0]["state"].startswith("新建；可能是已有的“张三")
    capture.pick(0, "state", 1)
    assert capture.shown()[0]["state"].startswith("已有“张三”")
    QTest.keyClick(capture.text, Qt.Key.Key_Return)
    assert count(desk, "people") == 1


def test_a_row_is_set_aside_and_another_library_chosen(capture: Capture, desk: Desk, qtbot: QtBot) -> None:
    capture.open("张三 13800138000\n李四 13900139000")
    capture.rows.setCurrentIndex(capture.rows.model().index(0, 0))
    capture.rows.setFocus()
    QTest.keyClick(capture.rows, Qt.Key.Key_Delete)
    assert capture.shown()[0]["state"] == "不存"
    capture.pick(1, "library", [one.library for one in desk.capturing.libraries()].index("hometown"))
    assert capture.shown()[1]["library"] == "乡情资源库"
    QTest.keyClick(capture.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not capture.dialog.isVisible())
    assert (count(desk), count(desk, "hometown")) == (0, 1)


def test_what_was_typed_survives_esc_and_a_new_start(
    window: MainWindow, capture: Capture, desk: Desk, qtbot: QtBot, theme: object
) -> None:
    capture.open("张三 13800138000 还没写完")
    QTest.keyClick(capture.text, Qt.Key.Key_Escape)
    assert not capture.dialog.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    capture.open()
    assert capture.text.toPlainText() == "张三 13800138000 还没写完"
    assert desk.setting("draft/capture") == "张三 13800138000 还没写完"
    QTest.keyClick(capture.text, Qt.Key.Key_Return)
    assert (capture.text.toPlainText(), desk.setting("draft/capture")) == ("", "")


def test_typing_on_does_not_put_off_the_keeping(capture: Capture, desk: Desk, qtbot: QtBot) -> None:
    capture.open("张三")
    timer = capture.dialog._draft._timer
    before = timer.remainingTime()
    assert timer.isActive()
    QTest.keyClick(capture.text, Qt.Key.Key_1, delay=20)
    assert timer.remainingTime() <= before
    timer.timeout.emit()
    qtbot.waitUntil(lambda: desk.setting("draft/capture") == "张三1")


def test_a_write_that_was_held_up_does_not_bring_back_older_words(
    capture: Capture, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    capture.open("旧内容")
    draft = capture.dialog._draft
    held, released = Event(), Event()
    keep = desk.keep_setting

    def slowly(key: str, value: str) -> None:
        if value == "旧内容":
            held.set()
            assert released.wait(10)
        keep(key, value)

    monkeypatch.setattr(desk, "keep_setting", slowly)
    draft._latest = "旧内容"
    older = Thread(target=draft._write)
    older.start()
    assert held.wait(10)
    draft._latest = "新内容"
    newer = Thread(target=draft._write)
    newer.start()
    released.set()
    older.join()
    newer.join()
    assert desk.setting("draft/capture") == "新内容"


def test_too_much_is_refused_in_words(capture: Capture, qtbot: QtBot) -> None:
    capture.open()
    capture.text.setPlainText("张三 13800138000\n" * 1400)
    label = child(capture.dialog, QPushButton, "capture_store")
    qtbot.waitUntil(lambda: any("20,000" in one.text() for one in capture.dialog.findChildren(QLabel)))
    assert not label.isEnabled()


def test_it_opens_over_a_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_N, CTRL | SHIFT)
    assert child(window, CaptureDialog, "capture").isVisible()
    child(window, CaptureDialog, "capture").close()
    dialog.close()


def test_every_widget_has_a_name(capture: Capture) -> None:
    capture.open(LINE)
    assert nameless(capture.dialog) == []
    assert isinstance(capture.rows.model(), LeadTable)
    assert isinstance(capture.rows, QWidget)


def _entries(desk: Desk, words: str) -> list[object]:
    from fj_desktop.services.capturing import Entry

    return [Entry(lead, ENTREPRENEURS) for lead in desk.capturing.read(words)]
