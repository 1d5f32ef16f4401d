"""Attachments in the form: dropped, pasted, picked, looked at, opened, saved, removed and brought back."""

import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.attachment_sources import Source, gathered
from fj_desktop.services.attachment_view import Attached
from fj_desktop.services.desk import Desk
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.attachments.preview import PreviewDialog
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import child, nameless
from tests.support.attached import pdf_file, text_file
from tests.support.fake_asking import FakeAsking

LAND = CATALOG["land"]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asking() -> FakeAsking:
    return FakeAsking()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, theme: Theme, asking: FakeAsking) -> MainWindow:
    made = MainWindow(desk, theme, asking, Actions(*[lambda *_: None] * len(Actions.__dataclass_fields__)))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_library("land")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def plot(desk: Desk, window: MainWindow) -> uuid.UUID:
    record = desk.records.add(LAND, {"parcel_no": "示例-001"})
    window.show_record("land", record)
    return record


def names(desk: Desk, record: uuid.UUID) -> list[str]:
    return [one.name for one in desk.attachments.of(LAND, record)]


def shown(window: MainWindow) -> QListWidget:
    return child(window, QListWidget, "attachments_list")


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, data: QMimeData) -> None:
    # Qt drops only where a drag has entered.
    drag(widget, data)
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def look(qtbot: QtBot, window: MainWindow, desk: Desk, plot: uuid.UUID, *paths: Path) -> PreviewDialog:
    """Attach, choose the first and look at it."""
    desk.attachments.add(LAND, plot, gathered(paths))
    rows = shown(window)
    qtbot.waitUntil(lambda: rows.count() == len(paths))
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Space)
    dialog = window.findChild(PreviewDialog)
    assert dialog is not None
    state, picture = child(dialog, QLabel, "preview_state"), child(dialog, QLabel, "preview_picture")
    qtbot.waitUntil(lambda: not picture.pixmap().isNull() or not state.text().startswith("正在"), timeout=10_000)
    return dialog


def test_files_dropped_on_a_field_are_attached_and_counted(
    qtbot: QtBot, window: MainWindow, desk: Desk, plot: uuid.UUID, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text_file(folder / "乙.txt", "y")
    field = child(window, QLineEdit, "parcel_no")
    veil = child(window, QLabel, "drop_veil")
    data = files(pdf_file(tmp_path / "甲.pdf", "x"), folder)
    assert drag(field, data)
    assert (veil.isVisible(), veil.text()) == (True, "松开即添加为附件")
    drop(field, data)
    qtbot.waitUntil(lambda: shown(window).count() == 2, timeout=10_000)
    assert not veil.isVisible()
    assert field.text() == "示例-001"
    assert names(desk, plot) == ["甲.pdf", "乙.txt"]
    clip = child(window, QToolButton, "form_attachments")
    assert (clip.text(), clip.accessibleName()) == ("2", "2 个附件，到附件列表")
    assert nameless(window) == []


def test_text_dragged_over_a_field_stays_text(window: MainWindow, plot: uuid.UUID) -> None:
    data = QMimeData()
    data.setText("文字")
    drag(child(window, QLineEdit, "parcel_no"), data)
    assert not child(window, QLabel, "drop_veil").isVisible()


def test_a_drag_that_leaves_takes_its_veil_along(
    qtbot: QtBot, window: MainWindow, plot: uuid.UUID, tmp_path: Path
) -> None:
    form = window.tab("land")._form
    drag(form, files(text_file(tmp_path / "a.txt", "x")))
    QApplication.sendEvent(form, QDragLeaveEvent())
    qtbot.waitUntil(lambda: not child(window, QLabel, "drop_veil").isVisible())


def test_refused_files_are_named_and_the_others_taken(
    qtbot: QtBot, window: MainWindow, desk: Desk, asking: FakeAsking, plot: uuid.UUID, tmp_path: Path
) -> None:
    drop(window.tab("land")._form, files(text_file(tmp_path / "a.bat", "x"), text_file(tmp_path / "b.txt", "y")))
    qtbot.waitUntil(lambda: len(asking.told) == 1, timeout=10_000)
    assert asking.told[0][0] == "有 1 个文件没有添加"
    assert "“a.bat”是 .bat 文件" in asking.told[0][1]
    assert names(desk, plot) == ["b.txt"]


def test_a_picture_is_pasted_from_the_clipboard(qtbot: QtBot, window: MainWindow, desk: Desk, plot: uuid.UUID) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_V, CTRL | SHIFT)
    qtbot.waitUntil(lambda: names(desk, plot) == ["截图.png"], timeout=10_000)
    assert desk.attachments.of(LAND, plot)[0].kind == "png"


def test_an_empty_clipboard_says_so(window: MainWindow, plot: uuid.UUID) -> None:
    QGuiApplication.clipboard().setText("只是文字")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_V, CTRL | SHIFT)
    assert child(window, QLabel, "attachments_said").text() == "剪贴板里没有文件或图片。"


def test_files_are_picked_in_the_file_prompt(
    qtbot: QtBot, window: MainWindow, desk: Desk, asking: FakeAsking, plot: uuid.UUID, tmp_path: Path
) -> None:
    asking._answers = [[text_file(tmp_path / "a.txt", "x"), text_file(tmp_path / "b.txt", "y")]]
    qtbot.mouseClick(child(window, QPushButton, "attachments_add"), LEFT)
    qtbot.waitUntil(lambda: shown(window).count() == 2, timeout=10_000)
    assert "Ctrl+Z" in child(window, QLabel, "attachments_said").text()


def test_a_file_dropped_on_a_new_record_saves_it_first(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    window.tab("land").start_new()
    form = window.tab("land")._form
    drop(form, files(text_file(tmp_path / "a.txt", "x")))
    assert desk.browse.count(LAND) == 0
    qtbot.keyClicks(child(window, QLineEdit, "parcel_no"), "A-007")
    drop(form, files(tmp_path / "a.txt"))
    qtbot.waitUntil(lambda: shown(window).count() == 1, timeout=10_000)
    assert desk.browse.count(LAND) == 1


def test_delete_removes_and_ctrl_z_brings_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, plot: uuid.UUID, tmp_path: Path
) -> None:
    desk.attachments.add(LAND, plot, gathered([text_file(tmp_path / "a.txt", "x")]))
    rows = shown(window)
    qtbot.waitUntil(lambda: rows.count() == 1)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert names(desk, plot) == []
    assert child(window, QToolButton, "form_attachments").text() == ""
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: rows.count() == 1)


def test_a_record_in_the_bin_takes_and_loses_none(
    window: MainWindow, desk: Desk, plot: uuid.UUID, tmp_path: Path
) -> None:
    desk.attachments.add(LAND, plot, gathered([text_file(tmp_path / "a.txt", "x")]))
    desk.records.delete(LAND, [plot])
    window.tab("land")._form.show_record(plot)
    drop(window.tab("land")._form, files(tmp_path / "a.txt"))
    rows = shown(window)
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert not child(window, QPushButton, "attachments_add").isEnabled()
    assert names(desk, plot) == ["a.txt"]


def test_a_pdf_is_looked_at_page_by_page(
    qtbot: QtBot, window: MainWindow, desk: Desk, plot: uuid.UUID, tmp_path: Path
) -> None:
    dialog = look(qtbot, window, desk, plot, pdf_file(tmp_path / "合同.pdf", "one", "two"))
    page, picture = child(dialog, QLabel, "preview_page"), child(dialog, QLabel, "preview_picture")
    assert (page.text(), picture.pixmap().width() > 300) == ("第 1 / 2 页", True)
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: page.text() == "第 2 / 2 页", timeout=10_000)
    assert not child(dialog, QToolButton, "preview_next").isEnabled()
    wide = picture.pixmap().width()
    QTest.keyClick(dialog, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: picture.pixmap().width() > wide, timeout=10_000)
    assert nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_picture_and_words_are_looked_at(
    qtbot: QtBot, window: MainWindow, desk: Desk, plot: uuid.UUID, tmp_path: Path
) -> None:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    picture.save(str(tmp_path / "a.png"))
    dialog = look(qtbot, window, desk, plot, tmp_path / "a.png", text_file(tmp_path / "b.txt", "第一行\n第二行"))
    assert child(dialog, QLabel, "preview_picture").pixmap().width() == 60
    dialog.accept()
    shown(window).setCurrentRow(1)
    QTest.keyClick(shown(window), Qt.Key.Key_Return)
    words = next(dialog for dialog in window.findChildren(PreviewDialog) if dialog.isVisible())
    read = child(words, QPlainTextEdit, "preview_words")
    qtbot.waitUntil(read.isVisible)
    assert read.toPlainText() == "第一行\n第二行"


def test_a_damaged_pdf_says_so(qtbot: QtBot, window: MainWindow, desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7 nothing")
    dialog = look(qtbot, window, desk, plot, tmp_path / "坏.pdf")
    assert "显示不了" in child(dialog, QLabel, "preview_state").text()


def test_another_program_gets_a_private_copy_and_locking_wipes_it(
    qtbot: QtBot, window: MainWindow, desk: Desk, plot: uuid.UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    desk.attachments.add(LAND, plot, [Source("a.txt", content=b"x"), Source("b.docx", content=b"plain text")])
    rows = shown(window)
    qtbot.waitUntil(lambda: rows.count() == 2)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=10_000)
    assert (opened[0].name, opened[0].read_bytes()) == ("a.txt", b"x")
    desk.locked()
    assert not opened[0].exists()
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_O, CTRL)
    held: Attached = rows.item(1).data(Qt.ItemDataRole.UserRole)
    assert not held.opens


def test_an_attachment_is_saved_where_the_person_says(
    qtbot: QtBot, window: MainWindow, desk: Desk, asking: FakeAsking, plot: uuid.UUID, tmp_path: Path
) -> None:
    desk.attachments.add(LAND, plot, [Source("a.txt", content=b"x")])
    panel = window.tab("land")._form._attachments
    qtbot.waitUntil(lambda: shown(window).count() == 1)
    asking._answers = [tmp_path / "out.txt"]
    (save,) = [action for action in panel._menu(shown(window).chosen()).actions() if action.text() == "另存为…"]
    save.trigger()
    qtbot.waitUntil(lambda: len(asking.told) == 1, timeout=10_000)
    assert (tmp_path / "out.txt").read_bytes() == b"x"
    assert "没有加密" in asking.told[0][1]
