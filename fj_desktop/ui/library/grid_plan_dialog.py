"""What a change of many cells will do, shown before it is stored; each cell that can't be filled has its reason."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from fj_desktop.services.bulk_plan import BulkPlan, RefusedCell
from fj_desktop.services.desk import Desk
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text
from fj_desktop.ui.widgets.rows_table import dress_rows

_HEADS = ("行", "记录", "字段", "内容", "原因")
_WIDTHS = (56, 150, 130, 150)
_LISTED = 2000
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


def sentence(plan: BulkPlan, *, done: bool = False) -> str:
    """What a plan will do, or did: 将改动 3 条、新增 2 条、1 格不能填."""
    parts = []
    if plan.changes:
        parts.append(f"改动 {len(plan.changes):,} 条")
    if plan.added:
        parts.append(f"新增 {plan.added:,} 条")
    if plan.doubled:
        parts.append(f"补充已有的 {plan.doubled:,} 条")
    words = ("已" if done else "将") + "、".join(parts) if parts else "没有可以改动的内容"
    if plan.refused:
        words += f"，{len(plan.refused):,} 格{'没有' if done else '不能'}填"
    return words


class _Refusals(QAbstractTableModel):
    def __init__(self, found: list[RefusedCell], names: dict[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._found, self._names, self._theme = found, names, theme

    # Qt's own names

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            name = self._names.get(str(one.record), "") if one.record else "（新记录）"
            return (str(one.row), name, one.label, one.text or "（空）", one.reason)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == len(_HEADS) - 1:
            return self._theme.colour("danger")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return None


class PlanDialog(QDialog):
    """Accepted: store the good cells. The refused ones stay as they are."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, plan: BulkPlan, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName("grid_plan")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(text(title, "heading"))
        column.addWidget(text(sentence(plan), "strong", wrap=True, name="plan.counts"))
        if told := _more(plan):
            column.addWidget(text(told, "muted", wrap=True, name="plan.more"))
        if plan.refused:
            column.addWidget(self._list(desk, plan, theme), 1)
        else:
            column.addStretch()
        column.addLayout(self._buttons(plan))
        self.setMinimumWidth(460)
        if plan.refused:
            self.resize(min(860, parent.window().width() - 60), min(520, parent.window().height() - 60))

    def _list(self, desk: Desk, plan: BulkPlan, theme: Theme) -> QTableView:
        found = plan.refused[:_LISTED]
        names = desk.bulk.names(plan.library, {one.record for one in found if one.record is not None})
        table = QTableView()
        table.setModel(_Refusals(found, names, theme, self))
        dress_rows(table, "plan.refusals", "不能填的单元格", _WIDTHS)
        return table

    def _buttons(self, plan: BulkPlan) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        cancel = button("关闭" if plan.is_empty else "取消", name="plan.cancel")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        if plan.is_empty:
            return row
        apply = button("只填能填的" if plan.refused else "确定", "primary", name="plan.apply")
        apply.clicked.connect(self.accept)
        apply.setDefault(True)
        row.addWidget(apply)
        return row


def _more(plan: BulkPlan) -> str:
    """What a person should know beside the counts."""
    told = []
    if plan.cleared:
        told.append(f"其中 {plan.cleared:,} 格原有内容会被清空。")
    possible = sum(1 for row in plan.good_rows if row.possible)
    if possible:
        told.append(f"{possible:,} 条新记录与已有记录疑似重复，请之后核对。")
    if len(plan.refused) > _LISTED:
        told.append(f"下面只列出前 {_LISTED:,} 格。")
    if not plan.is_empty:
        told.append("一次保存，可用 Ctrl+Z 整体撤销。")
    return "".join(told)
