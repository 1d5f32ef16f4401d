"""The small panel that asks for a filter of one column."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from fj_desktop.core.catalog import Surface
from fj_desktop.services.browse import BrowseService
from fj_desktop.services.filtering import SPANS, AnyOf, Filter
from fj_desktop.ui.composing import guard
from fj_desktop.ui.form.popups import Popup
from fj_desktop.ui.widgets.looks import button, combo, text, wear

WORDS = {
    "contains": "包含",
    "is": "等于",
    "any_of": "为",
    "contains_not": "不包含",
    "is_not": "不等于",
    "none_of": "不为",
    "between": "介于",
    "span": "时间段",
    "at_least": "不小于",
    "at_most": "不大于",
    "empty": "未填写",
    "filled": "已填写",
}
_BARE = ("empty", "filled")
_TICKED = ("any_of", "none_of")
_TALLEST = 300


def sentence(one: Surface, found: Filter) -> str:
    """A filter in words, e.g. 供应状态 为 可供、收储中."""
    if found.operator == "span":
        return f"{one.label} {found.texts[0]}"
    if found.operator == "between":
        low, high = (*found.texts, "", "")[:2]
        return f"{one.label} {low or '不限'} 至 {high or '不限'}"
    return f"{one.label} {WORDS[found.operator]} {'、'.join(found.texts)}".strip()


def phrase(surface: Mapping[str, Surface], found: Filter | AnyOf) -> str:
    """The same, and several filters of which one has to hold."""
    if isinstance(found, AnyOf):
        return " 或 ".join(sentence(surface[one.key], one) for one in found.filters)
    return sentence(surface[found.key], found)


class FilterPanel(Popup):
    """Asks for one filter of one column; closes by itself.

    ``chosen``: the filter, or None to take it away.
    """

    chosen = Signal(str, object)

    def __init__(self, anchor: QWidget, one: Surface, present: Filter | None) -> None:
        super().__init__(anchor)
        self.setObjectName("filter_panel")
        self._one = one
        self._operator = combo(name="filter_operator", label="筛选方式")
        for operator in BrowseService.operators(one):
            self._operator.addItem(WORDS[operator], operator)
        self._text = QLineEdit(placeholderText=one.field.kind.hint)
        self._text.setObjectName("filter_text")
        self._text.setAccessibleName(f"筛选“{one.label}”的内容")
        guard(self._text)
        self._upto = QLineEdit(placeholderText="至（可不填）")
        self._upto.setObjectName("filter_upto")
        self._upto.setAccessibleName(f"筛选“{one.label}”到多少为止")
        guard(self._upto)
        self._span = combo(name="filter_span", label="哪段时间")
        for words in SPANS:
            self._span.addItem(words, words)
        self._list = self._choices(one.field.kind.choices(), present)
        self._lay_out()
        if present is not None:
            self._operator.setCurrentIndex(max(0, self._operator.findData(present.operator)))
            self._put(present)
        self._operator.currentIndexChanged.connect(self._switched)
        self._text.returnPressed.connect(self._choose)
        self._upto.returnPressed.connect(self._choose)
        self._switched()

    def _put(self, present: Filter) -> None:
        first, upto = (*present.texts, "", "")[:2]
        if present.operator == "span":
            self._span.setCurrentIndex(max(0, self._span.findData(first)))
        elif present.operator not in _TICKED:
            self._text.setText(first)
            self._upto.setText(upto)

    @staticmethod
    def _choices(options: Sequence[str], present: Filter | None) -> QListWidget:
        made = QListWidget()
        made.setObjectName("filter_choices")
        made.setAccessibleName("可选的值")
        wear(made, "ticks")
        chosen = present.texts if present is not None else ()
        for option in options:
            item = QListWidgetItem(option, made)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if option in chosen else Qt.CheckState.Unchecked)
        if options:
            made.setCurrentRow(0)
            made.setFixedHeight(min(_TALLEST, made.sizeHintForRow(0) * made.count() + 12))
        return made

    def _lay_out(self) -> None:
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(10)
        self.column.addWidget(text(f"筛选：{self._one.heading}", "strong"))
        for widget in (self._operator, self._text, self._upto, self._span, self._list):
            self.column.addWidget(widget)
        row = QHBoxLayout()
        clear = button("不筛选", "quiet", name="filter_clear")
        clear.clicked.connect(self._clear)
        apply = button("筛选", "primary", name="filter_apply")
        apply.clicked.connect(self._choose)
        row.addWidget(clear)
        row.addStretch()
        row.addWidget(apply)
        self.column.addLayout(row)
        self.setMinimumWidth(280)

    def _switched(self) -> None:
        operator = self._operator.currentData()
        self._list.setVisible(operator in _TICKED)
        self._span.setVisible(operator == "span")
        self._upto.setVisible(operator == "between")
        self._text.setVisible(operator not in (*_TICKED, *_BARE, "span"))
        self.adjustSize()

    def _ticked(self) -> tuple[str, ...]:
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(one.text() for one in items if one.checkState() == Qt.CheckState.Checked)

    def _choose(self) -> None:
        operator = str(self._operator.currentData())
        texts = self._texts(operator)
        wanted = operator in _BARE or any(texts)
        self.chosen.emit(self._one.key, Filter(self._one.key, operator, texts) if wanted else None)
        self.close()

    def _texts(self, operator: str) -> tuple[str, ...]:
        if operator in _BARE:
            return ()
        if operator in _TICKED:
            return self._ticked()
        if operator == "span":
            return (str(self._span.currentData()),)
        typed = self._text.text().strip()
        return (typed, self._upto.text().strip()) if operator == "between" else (typed,)

    def _clear(self) -> None:
        self.chosen.emit(self._one.key, None)
        self.close()

    def pop_up(self) -> None:
        """As declared, with the keyboard in the panel."""
        super().pop_up()
        shown = (one for one in (self._text, self._span, self._list) if not one.isHidden())
        next(shown, self._operator).setFocus()
