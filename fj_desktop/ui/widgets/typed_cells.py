"""Cells of a small form that is a table: a list where a field has choices, a line for everything else."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fj_desktop.core.field import Field
from fj_desktop.core.kinds import Choice
from fj_desktop.ui.composing import guard
from fj_desktop.ui.widgets.looks import combo


class TypedCells(QStyledItemDelegate):
    """Editors by the field of a column."""

    def __init__(self, parent: QObject, fields: Mapping[int, Field], name: str) -> None:
        """``fields`` by column, only those that are typed into; ``name`` begins the editors' names."""
        super().__init__(parent)
        self._fields, self._name = fields, name

    # Qt's own names

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:  # type: ignore[override]
        one = self._fields[index.column()]
        heading = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or one.label)
        if isinstance(one.kind, Choice):
            box = combo(name=f"{self._name}.{one.name}", label=heading)
            box.setParent(parent)
            box.addItems(["", *one.kind.options])
            return box
        line = QLineEdit(parent)
        line.setAccessibleName(heading)
        guard(line)
        return line

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # type: ignore[override]
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:  # type: ignore[override]
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)
