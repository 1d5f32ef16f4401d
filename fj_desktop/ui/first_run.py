"""The first run: office and person, passphrase, recovery code, one group typed back."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from fj_desktop.errors import UserError
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.first_run_pages import CodePage, ConfirmPage, OfficePage, PassphrasePage, StepPage
from fj_desktop.ui.passphrase_edit import StrengthOf
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.brand import BrandPanel, Facts
from fj_desktop.ui.widgets.looks import button
from fj_desktop.ui.widgets.notice import Notice
from fj_desktop.ui.widgets.pages import Pages
from fj_desktop.ui.widgets.stage import Stage
from fj_desktop.ui.widgets.steps import Steps

_PDF_NAME = "奉节招商工作台-恢复码.pdf"


@dataclass(frozen=True)
class Answers:
    """What was said in the first two steps; ``office`` is a code, ``passphrase`` is kept no longer than needed."""

    office: str
    person: str
    passphrase: str

    def __repr__(self) -> str:
        """Never the passphrase."""
        return f"Answers(office={self.office!r})"


class Founding(Protocol):
    """What the first run needs of the program; ``found`` and ``save_code`` run off the window's thread."""

    def found(self, answers: Answers) -> str:
        """Make the encrypted desk; the recovery code as eight groups joined by hyphens.

        Raises:
            UserError: it could not be made; nothing is left behind.
        """

    def save_code(self, path: Path, code: str) -> None:
        """Write the recovery code as a PDF; raises ``UserError``."""

    def print_code(self, code: str) -> bool:
        """Print the recovery code; called by the window. False when the person gave up printing."""


class FirstRun(QWidget):
    """Four steps by keyboard or mouse: Enter goes on, Esc goes back.

    ``finished``: the desk is made, open, and its recovery code confirmed.
    ``demo_asked``: the person wants to look at the demo desk first.
    """

    finished = Signal()
    demo_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        asking: Asking,
        founding: Founding,
        *,
        offices: Mapping[str, str],
        strength: StrengthOf,
        facts: Facts,
        pick: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        """``offices`` are names by code; ``pick`` chooses the group to confirm, a number below its argument."""
        super().__init__()
        self._asking = asking
        self._founding = founding
        self._pick = pick
        self._tasks = Tasks(self)
        self._code = ""
        self._office = OfficePage(theme, offices)
        self._passphrase = PassphrasePage(theme, strength)
        self._shown_code = CodePage(theme)
        self._confirm = ConfirmPage()
        self._all: tuple[StepPage, ...] = (self._office, self._passphrase, self._shown_code, self._confirm)
        self._pages = Pages(*self._all)
        self._steps = Steps(theme, len(self._all))
        self._trouble = Notice(theme.icons, "refusal")
        self._bar = QProgressBar(textVisible=False)
        self._back = button("上一步", "quiet", icon=theme.icons.icon("chevron-left"), name="back")
        self._next = button("下一步", "primary", name="next")
        self._lay_out(theme, facts)
        self._join()
        self._show(0)

    def _lay_out(self, theme: Theme, facts: Facts) -> None:
        self._bar.setRange(0, 0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._steps)
        column.addWidget(self._pages, 1)
        column.addWidget(self._bar)
        column.addWidget(self._trouble)
        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._back)
        row.addStretch()
        row.addWidget(self._next)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Stage(BrandPanel(theme, facts), content, footer, width=520))

    def _join(self) -> None:
        self._next.clicked.connect(self._go_on)
        self._back.clicked.connect(self._go_back)
        self._office.demo_asked.connect(self.demo_asked)
        self._passphrase.next_asked.connect(self._go_on)
        self._shown_code.print_asked.connect(self._print)
        self._shown_code.save_asked.connect(self._save)

    def _page(self) -> StepPage:
        return self._all[self._pages.index]

    def _show(self, index: int) -> None:
        self._pages.show_page(index)
        self._steps.show_step(index)
        self._trouble.say("")
        self._rest()
        self._page().setFocus()

    def _rest(self) -> None:
        index = self._pages.index
        self._bar.hide()
        self._pages.setEnabled(True)
        self._next.setEnabled(True)
        self._next.setText("完成，打开台账" if index == len(self._all) - 1 else "下一步")
        # Once the desk is made there is no way back before it.
        self._back.setVisible(index in (1, 3))

    def _go_on(self) -> None:
        if not self._next.isEnabled() or not self._page().is_accepted():
            return
        page = self._page()
        if page is self._passphrase:
            self._found()
        elif page is self._confirm:
            self._finish()
        else:
            self._enter(self._pages.index + 1)

    def _go_back(self) -> None:
        if self._back.isVisible() and self._back.isEnabled():
            self._show(self._pages.index - 1)

    def _enter(self, index: int) -> None:
        if index == 1:
            self._passphrase.lean_not_on(self._office.person)
        if index == 3:
            groups = self._code.split("-")
            number = self._pick(len(groups))
            self._confirm.ask_for(number + 1, groups[number])
        self._show(index)

    def _found(self) -> None:
        answers = Answers(self._office.office, self._office.person, self._passphrase.passphrase)
        self._bar.show()
        self._pages.setEnabled(False)
        self._next.setEnabled(False)
        self._next.setText("正在加密…")
        self._back.hide()
        self._tasks.run("建立台账", lambda _: self._founding.found(answers), self._founded, self._failed, overlay=False)

    def _founded(self, code: str) -> None:
        self._code = code
        self._passphrase.clear()
        self._shown_code.show_code(code)
        self._show(2)

    def _failed(self, error: UserError) -> None:
        self._rest()
        self._trouble.say(error.text)

    def _finish(self) -> None:
        self._code = ""
        self._shown_code.show_code("")
        self._confirm.ask_for(1, "")
        self.finished.emit()

    def _print(self) -> None:
        if self._founding.print_code(self._code):
            self._shown_code.say("已送打印机。请确认纸上八组齐全、清楚。")

    def _save(self) -> None:
        path = self._asking.save_file(self, "保存恢复码", _PDF_NAME, "PDF 文件 (*.pdf)")
        if path is not None:
            code = self._code
            self._tasks.run(
                "正在保存恢复码",
                lambda _: self._founding.save_code(path, code),
                lambda _: self._saved(path),
                self._failed,
            )

    def _saved(self, path: Path) -> None:
        self._shown_code.say(f"已保存“{path.name}”。请移到优盘等别处保管，不要留在这台电脑上。")

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)
