"""The import wizard from the file to the result."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.importing.file_page import DropFrame
from tests.gui.importing.conftest import OpenWizard
from tests.gui.importing.ledgers import BAD, GOOD, HEADER, OTHER, Person, go_to_preview, press, states, store, write
from tests.gui.pieces import child, nameless

ENTREPRENEURS = CATALOG["entrepreneurs"]


def test_good_rows_come_in_and_nothing_is_stored_before_the_last_step(
    qtbot: QtBot, desk: Desk, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD, BAD, OTHER))
    go_to_preview(qtbot, wizard)
    assert desk.browse.count(ENTREPRENEURS) == 0
    assert child(wizard, QPushButton, "wizard.next").text() == "导入 2 行"
    store(qtbot, wizard)
    assert desk.browse.count(ENTREPRENEURS) == 2
    assert [child(wizard, QLabel, f"result.{place}").text() for place in range(4)] == ["2", "0", "0", "1"]


def test_the_button_at_the_end_closes_the_wizard(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD))
    go_to_preview(qtbot, wizard)
    store(qtbot, wizard)
    with qtbot.waitSignal(wizard.finished):
        press(qtbot, wizard, "wizard.next")


def test_a_file_that_is_no_table_is_refused_on_the_first_page(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    wizard = open_wizard("land")
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing of a workbook")
    wizard.bring_in(broken)
    trouble = child(wizard, QFrame, "file.trouble")
    qtbot.waitUntil(trouble.isVisible)
    assert "坏.xlsx" in child(trouble, QLabel, "refusal_words").text()
    assert wizard.step == 0


def test_a_file_can_be_picked_in_a_prompt(
    qtbot: QtBot, asking: Person, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    asking.will_answer(write(tmp_path / "a.csv", HEADER, GOOD))
    wizard = open_wizard("entrepreneurs")
    press(qtbot, wizard, "file.choose")
    qtbot.waitUntil(lambda: wizard.step == 1)
    assert child(wizard, QLabel, "sheet.file").text() == "a.csv"


def test_a_file_can_be_dropped(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    wizard = open_wizard("entrepreneurs")
    frame = wizard.findChild(DropFrame)
    assert frame is not None
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(write(tmp_path / "a.csv", HEADER, GOOD)))])
    rest = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(5, 5), *rest)
    QApplication.sendEvent(frame, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(frame, QDropEvent(QPointF(5, 5), *rest))
    qtbot.waitUntil(lambda: wizard.step == 1)


def test_leaving_after_a_change_asks_first(
    qtbot: QtBot, asking: Person, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    asking.will_answer(False)
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD))
    press(qtbot, wizard, "wizard.next")
    wizard.remap(4, ())
    press(qtbot, wizard, "wizard.cancel")
    assert wizard.isVisible()
    assert asking.asked[-1][0] == "放弃导入"


def test_leaving_without_a_change_asks_nothing(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD))
    with qtbot.waitSignal(wizard.finished):
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)


def test_the_lock_hides_it_and_it_comes_back_where_it_stood(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD))
    go_to_preview(qtbot, wizard)
    with qtbot.assertNotEmitted(wizard.finished):
        wizard.hide()
    wizard.show()
    assert wizard.step == 3
    assert states(wizard) == ["新增"]


def test_an_import_can_be_taken_back_at_the_end(
    qtbot: QtBot, desk: Desk, asking: Person, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    asking.will_answer(True)
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD, OTHER))
    go_to_preview(qtbot, wizard)
    store(qtbot, wizard)
    press(qtbot, wizard, "result.undo")
    qtbot.waitUntil(lambda: child(wizard, QLabel, "result.title").text() == "已撤销本次导入")
    assert desk.browse.count(ENTREPRENEURS) == 0
    assert child(wizard, QPushButton, "result.undo").isHidden()


def test_refused_rows_come_back_as_a_file_with_their_reasons(
    qtbot: QtBot, desk: Desk, asking: Person, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlsx"
    asking.will_answer(out)
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD, BAD))
    go_to_preview(qtbot, wizard)
    store(qtbot, wizard)
    press(qtbot, wizard, "result.errors")
    qtbot.waitUntil(lambda: bool(asking.told))
    assert asking.asked[-1][1] == "a-退回行.xlsx"
    book = desk.importing.read(out)
    assert "昨天" in book.sheets[0].rows[1]
    assert any("日期" in str(value) for value in book.sheets[0].rows[1])


def test_a_blank_template_can_be_taken_from_the_first_page(
    qtbot: QtBot, asking: Person, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    out = tmp_path / "模板.xlsx"
    asking.will_answer(out)
    wizard = open_wizard("land")
    press(qtbot, wizard, "file.template")
    qtbot.waitUntil(lambda: bool(asking.told), timeout=15_000)
    assert out.stat().st_size > 1000


def test_every_step_tells_a_screen_reader_what_its_widgets_are(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    wizard = open_wizard("entrepreneurs", write(tmp_path / "a.csv", HEADER, GOOD, BAD))
    found = {1: nameless(wizard)}
    press(qtbot, wizard, "wizard.next")
    found[2] = nameless(wizard)
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 3)
    found[3] = nameless(wizard)
    store(qtbot, wizard)
    found[4] = nameless(wizard)
    assert {step: names for step, names in found.items() if names} == {}
    assert isinstance(wizard.focusWidget(), QWidget)
