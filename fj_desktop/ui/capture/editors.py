"""Editors of the rows: lists for where and as whom, a tall one for the note."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fj_desktop.core.field import Library
from fj_desktop.ui.capture.lead_table import COLUMNS, KEYS, LeadTable
from fj_desktop.ui.composing import guard
from fj_desktop.ui.widgets.looks import combo

_NOTE_TALL = 130
Index = QModelIndex | QPersistentModelIndex


class LeadEditors(QStyledItemDelegate):
    """Gives each cell of a lead table its editor."""

    def __init__(self, model: LeadTable, libraries: Sequence[Library], parent: QWidget) -> None:
        super().__init__(parent)
        self._leads, self._libraries = model, libraries

    # Qt's own names

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        key, label = KEYS[index.column()], COLUMNS[index.column()][1]
        editor: QWidget
        if key in ("library", "state"):
            editor = self._list(key, label, index.row())
            editor.setParent(parent)
        elif key == "note":
            note = QPlainTextEdit(parent)
            note.setTabChangesFocus(True)
            editor = note
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(label)
        guard(editor)
        return editor

    def _list(self, key: str, label: str, row: int) -> QComboBox:
        made = combo(label=label)
        if key == "library":
            for one in self._libraries:
                made.addItem(one.title, one)
            made.setCurrentIndex(list(self._libraries).index(self._leads.planned[row].entry.library))
        else:
            choices = self._leads.choices(row)
            for words, person in choices:
                made.addItem(words, person)
            made.setCurrentIndex([person for _, person in choices].index(self._leads.chosen(row)))
        made.activated.connect(lambda _: self._finish(made))
        QTimer.singleShot(0, made, made.showPopup)
        return made

    def _finish(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, QComboBox) and KEYS[index.column()] == "library":
            self._leads.put_library(index.row(), self._libraries[editor.currentIndex()])
        elif isinstance(editor, QComboBox):
            self._leads.choose(index.row(), self._leads.choices(index.row())[editor.currentIndex()][1] or "")

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place = option.rect
        if isinstance(editor, QPlainTextEdit):
            place.setHeight(max(place.height(), _NOTE_TALL))
            host = editor.parentWidget()
            if host is not None and place.bottom() > host.height():
                place.moveBottom(host.height() - 2)
        editor.setGeometry(place)
