"""What nobody should type and somebody does: nothing crashes, nothing is lost without a word, refusals are plain."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from fj_desktop.core.field import Library
from fj_desktop.core.refusal import InvalidRecordError, Refused
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab

CTRL = Qt.KeyboardModifier.ControlModifier
LAND = CATALOG["land"]
HARD = {
    "300 characters": "名" * 300,
    "30000 characters": "注" * 30_000,
    "emoji": "示例🏭👨‍👩‍👧🇨🇳",
    "right to left": "示例\u202eabc\u2066\u200f",
    "control": "示\x00例\x07\x1b[31m\x7f",
    "lone surrogate": "示例\ud83d",
    "10000 lines": "一行\n" * 10_000,
    "1e400": "1e400",
    "minus": "-1",
    "day zero": "0000-00-00",
    "last day": "9999-12-31",
    "full width": "１２３．４５",
    "blank": "\u3000\u200b \t",
    "markup": "<b>示例</b>&amp;<img src=x>",
    "infinity": "NaN",
    "many digits": "9" * 400,
}

IN_FORM = ("30000 characters", "control", "lone surrogate", "10000 lines", "1e400")
_LONGEST_REASON = 120


def refusals(desk: Desk, library: Library, key: str, typed: str) -> tuple[Refused, ...]:
    """Why one text can't stand in one field; nothing when it was stored."""
    try:
        desk.records.add(library, {key: typed})
    except InvalidRecordError as invalid:
        return tuple(invalid.refusals)
    return ()


def new(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    opened = open_tab(qtbot, desk, theme, LAND)
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    return opened


def test_every_kind_of_field_takes_it_or_says_why_not(desk: Desk) -> None:
    kinds = {
        type(one.field.kind): (library, one.key) for library in CATALOG.libraries for one in CATALOG.surface(library)
    }
    odd = [
        f"{what} in {library.library}.{key}: {refusal.reason[:80]}"
        for what, typed in HARD.items()
        for library, key in kinds.values()
        for refusal in refusals(desk, library, key, typed)
        if len(refusal.reason) > _LONGEST_REASON or not refusal.reason or not refusal.label
    ]
    assert odd == []


@pytest.mark.parametrize("what", IN_FORM)
def test_pasted_into_a_form_it_is_kept_or_refused_in_words(qtbot: QtBot, desk: Desk, theme: Theme, what: str) -> None:
    opened = new(qtbot, desk, theme)
    opened.type_in("name", "示例地块")
    for key in ("parcel_no", "area_m2", "ready_on"):
        editor = opened.editor(key)
        editor.setFocus()
        QGuiApplication.clipboard().setText(HARD[what])
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.paste()
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    opened.save()
    stored = desk.browse.count(LAND)
    said = [
        one.text() for one in opened.tab.findChildren(QLabel) if one.isVisible() and one.property("look") == "refusal"
    ]
    assert stored == 1 or said
    assert all(len(words) < 300 for words in said)
