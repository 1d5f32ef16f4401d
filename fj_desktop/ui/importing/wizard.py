"""The wizard: five steps, and nothing stored before the last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.export_actions import ExportActions
from fj_desktop.ui.importing.draft import Draft
from fj_desktop.ui.importing.file_page import FilePage
from fj_desktop.ui.importing.flow import Flow
from fj_desktop.ui.importing.footer import Footer
from fj_desktop.ui.importing.mapping_page import MappingPage
from fj_desktop.ui.importing.papers import Papers
from fj_desktop.ui.importing.preview_page import PreviewPage
from fj_desktop.ui.importing.rail import StepRail
from fj_desktop.ui.importing.result_page import ResultPage
from fj_desktop.ui.importing.sheet_page import SheetPage
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import rule, wear

STEPS = ("选文件", "表头", "对应列", "预览", "结果")
FILE, SHEET, MAPPING, PREVIEW, RESULT = range(5)
_LEAST, _USUAL, _SHARE = (860, 520), (1280, 800), 0.94


class ImportWizard(QDialog):
    """Brings one file into one library; open it with ``open``, so that the lock can hide it and show it again."""

    def __init__(self, desk: Desk, library: Library, theme: Theme, asking: Asking, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"导入 · {library.title}")
        self.setObjectName("import_wizard")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asking = asking
        self._tasks = Tasks(self)
        self._draft = Draft(desk.importing, library)
        self._flow = Flow(self._draft, self._tasks, asking, self)
        exports = ExportActions(desk, theme, asking, self._tasks)
        self._papers = Papers(self._draft, self._tasks, exports, asking, self)
        self._rail = StepRail(theme, STEPS)
        self._file = FilePage(library, theme, asking)
        self._sheet = SheetPage(theme)
        self._mapping = MappingPage(library, theme)
        self._preview = PreviewPage(theme)
        self._result = ResultPage(theme)
        self._steps = (self._file, self._sheet, self._mapping, self._preview, self._result)
        self._pages = QStackedWidget()
        self._footer = Footer(theme)
        self._lay_out()
        self._join()
        self._show(FILE)

    def _lay_out(self) -> None:
        for page in self._steps:
            self._pages.addWidget(page)
        head = QWidget()
        wear(head, "surface")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QVBoxLayout(head)
        row.setContentsMargins(24, 12, 24, 12)
        row.addWidget(self._rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, rule(), self._pages, rule(), self._footer):
            column.addWidget(widget, 1 if widget is self._pages else 0)
        self.setMinimumSize(*_LEAST)
        host = self.parentWidget()
        room = host.window().size() if host is not None else self.screen().availableSize()
        width, height = (min(usual, round(side * _SHARE)) for usual, side in zip(_USUAL, room.toTuple(), strict=True))
        self.resize(max(_LEAST[0], width), max(_LEAST[1], height))

    def _join(self) -> None:
        flow = self._flow
        for signal, slot in (
            (self._file.picked, self.bring_in),
            (self._file.template_asked, self._papers.save_template),
            (self._sheet.sheet_asked, flow.choose_sheet),
            (self._sheet.header_asked, flow.choose_header),
            (self._mapping.remapped, self.remap),
            (self._mapping.guess_asked, self._guess_again),
            (self._preview.blank_toggled, flow.check),
            (self._preview.chosen, self._fit_footer),
            (self._preview.errors_asked, self._papers.save_refused),
            (self._result.errors_asked, self._papers.save_refused),
            (self._result.undo_asked, flow.undo),
            (flow.opened, self._opened),
            (flow.refused, self._file.refuse),
            (flow.proposed, self._proposed),
            (flow.checked, self._checked),
            (flow.stored, self._stored),
            (flow.undone, self._result.show_undone),
            (self._footer.cancel_asked, self.reject),
            (self._footer.back_asked, self._back),
            (self._footer.next_asked, self._next),
        ):
            signal.connect(slot)

    @property
    def step(self) -> int:
        """The present step, counted from 0."""
        return self._pages.currentIndex()

    def bring_in(self, file: Path) -> None:
        """Read a file, as if it had been dropped on the first page."""
        self._flow.open(file)

    def _show(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self._rail.show_step(step)
        self._fit_footer()
        self._steps[step].take_focus()

    def _fit_footer(self) -> None:
        words, why_not = onward(self.step, self._draft)
        is_between = self.step in (SHEET, MAPPING, PREVIEW)
        self._footer.show_buttons(cancel=self.step != RESULT, back=is_between, on=words, why_not=why_not)

    def _next(self) -> None:
        if self.step == MAPPING and self._draft.checked is None:
            self._flow.check()
        elif self.step == PREVIEW:
            self._flow.store()
        elif self.step == RESULT:
            self.accept()
        elif self.step != SHEET or not self._sheet.is_settling():
            self._show(self.step + 1)

    def _back(self) -> None:
        self._show(self.step - 1)

    def _opened(self) -> None:
        self._file.refuse("")
        self._sheet.show_book(self._draft.book)
        self._proposed(self._draft.opened.trouble if self._draft.opened else "")
        self._show(SHEET)

    def _proposed(self, trouble: str) -> None:
        draft = self._draft
        self._sheet.show_sheet(draft.book, draft.sheet, draft.proposal, trouble)
        if draft.proposal is not None:
            self._mapping.show_proposal(draft.book, draft.proposal, draft.recalled)
        self._fit_footer()

    def _guess_again(self) -> None:
        self._draft.guess_again()
        if self._draft.proposal is not None:
            self._mapping.show_proposal(self._draft.book, self._draft.proposal)
        self._fit_footer()
        self._mapping.take_focus()

    def remap(self, column: int, keys: Sequence[str], unit: str | None = None) -> None:
        """Let a column fill other fields; ``unit`` is that of its bare numbers, None keeps it."""
        self._draft.remap(column, keys, unit)
        if self._draft.proposal is not None:
            self._mapping.refresh(self._draft.proposal)
        self._fit_footer()

    def _checked(self) -> None:
        if self._draft.checked is not None:
            self._preview.show_plan(self._draft.checked, self._draft.choices)
            self._show(PREVIEW)

    def _stored(self) -> None:
        if self._draft.result is not None:
            self._result.show_result(self._draft.result)
            self._show(RESULT)
            self._footer.take_focus()

    # Qt's own names

    def reject(self) -> None:
        if self._tasks.is_busy:
            self._tasks.stop_all(0.0)
        elif self.step == RESULT:
            self.accept()
        elif not self._draft.is_edited or self._asking.ask(
            self, "放弃导入", "对应关系和选择不会保留；台账没有任何改动。", yes="放弃导入", no="继续导入", danger=True
        ):
            super().reject()


def onward(step: int, draft: Draft) -> tuple[str, str]:
    """Words of the button that goes on from a step (none hides it), and why it can't be pressed yet."""
    if step == FILE:
        return ("下一步" if draft.opened else "", "")
    if step == SHEET:
        return "下一步", "" if draft.proposal else "请先选定表头"
    if step == MAPPING:
        return "下一步", "" if draft.fills_something else "至少要有一列对应字段"
    if step == PREVIEW and draft.checked is not None:
        counts = draft.choices.count(draft.checked.plan)
        good = counts["new"] + counts["update"]
        return f"导入 {good:,} 行", "" if good else "没有可以导入的行"
    return "完成", ""
