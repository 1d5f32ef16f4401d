"""The four pages of the first run; each checks itself and shows its own refusals."""

import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fj_desktop.ui.passphrase_edit import StrengthOf
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, mark_refused, text
from fj_desktop.ui.widgets.new_passphrase import NewPassphrase
from fj_desktop.ui.widgets.notice import Notice

STATE_SECRETS = (
    "本程序不是涉密系统：不得录入、保存、传送国家秘密和工作秘密。"
    "涉密事项请走机要渠道。"
)  # fmt: skip
_LONGEST_NAME = 30


class StepPage(QWidget):
    """One step: a title, words, and the fields below."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(text(title, "title"))
        self.column.addWidget(text(words, "muted", wrap=True))
        self.column.addSpacing(12)

    def is_accepted(self) -> bool:
        """Whether this step may be left; if not, the refusals stand beside the fields."""
        return True


class OfficePage(StepPage):
    """Who works here: the office and the person."""

    demo_asked = Signal()

    def __init__(self, theme: Theme, offices: Mapping[str, str]) -> None:
        super().__init__("开始使用", "先选定本机所属办事处并填写姓名，以后新增的记录都归在这里。")
        self.column.insertWidget(0, Notice(theme.icons, "notice", STATE_SECRETS))
        self.column.insertSpacing(1, 16)
        self._offices = QButtonGroup(self)
        self._codes: list[str] = []
        self._name = QLineEdit(maxLength=_LONGEST_NAME)
        self._office_refusal = text("", "refusal", name="office.remark")
        self._name_refusal = text("", "refusal", name="person.remark")
        self._add_offices(offices)
        self._add_name()
        demo = button("打开演示台账", "link", icon=theme.icons.icon("play", "primary"), name="demo")
        demo.clicked.connect(self.demo_asked)
        row = QHBoxLayout()
        row.addWidget(text("先看看样子？", "muted"))
        row.addWidget(demo)
        row.addStretch()
        self.column.addSpacing(12)
        self.column.addLayout(row)
        self.column.addStretch()

    @property
    def office(self) -> str:
        """The code chosen; empty while none is."""
        index = self._offices.checkedId()
        return self._codes[index] if index >= 0 else ""

    @property
    def person(self) -> str:
        """The person's name, trimmed."""
        return " ".join(self._name.text().split())

    def is_accepted(self) -> bool:
        self._refuse_name("" if self.person else "请填写姓名，记录的经办人要用到。")
        self._office_refusal.setText("" if self.office else "请选择办事处。")
        self._office_refusal.setVisible(not self.office)
        if not self.office:
            self._offices.buttons()[0].setFocus()
        return bool(self.office and self.person)

    def _add_offices(self, offices: Mapping[str, str]) -> None:
        self.column.addWidget(text("办事处", "strong"))
        grid = QGridLayout()
        grid.setSpacing(8)
        for index, (code, name) in enumerate(offices.items()):
            made = button(f"{name}  {code}", "choice", name=f"office.{code}")
            made.setAccessibleName(f"办事处 {name}")
            made.setAutoDefault(False)
            made.setCheckable(True)
            self._codes.append(code)
            self._offices.addButton(made, index)
            grid.addWidget(made, index // 3, index % 3)
            grid.setColumnStretch(index % 3, 1)
        self._offices.idToggled.connect(self._office_refusal.hide)
        self.column.addLayout(grid)
        self.column.addWidget(self._office_refusal)
        self.column.addSpacing(12)
        self.setFocusProxy(self._offices.buttons()[0])

    def _add_name(self) -> None:
        self._name.setObjectName("person")
        self._name.setAccessibleName("姓名")
        self._name.setPlaceholderText("例如：王小明")
        label = text("姓名(&N)", "strong")
        label.setBuddy(self._name)
        self.column.addWidget(label)
        self.column.addWidget(self._name)
        self.column.addWidget(self._name_refusal)
        self._office_refusal.hide()
        self._name_refusal.hide()

    def _refuse_name(self, why: str) -> None:
        mark_refused(self._name, bool(why))
        self._name_refusal.setText(why)
        self._name_refusal.setVisible(bool(why))
        if why:
            self._name.setFocus()


class PassphrasePage(StepPage):
    """The passphrase, twice."""

    next_asked = Signal()

    def __init__(self, theme: Theme, strength: StrengthOf) -> None:
        super().__init__("设置口令", "口令是打开台账的钥匙，任何人都无法替你找回，请牢记。")
        self._pair = NewPassphrase(theme, strength)
        self._pair.return_pressed.connect(self.next_asked)
        self.passphrase = ""
        self.column.addWidget(self._pair)
        self.column.addStretch()
        self.setFocusProxy(self._pair)

    def lean_not_on(self, person: str) -> None:
        """The passphrase must not lean on the person's name."""
        self._pair.lean_not_on([person])

    def is_accepted(self) -> bool:
        self.passphrase = self._pair.passphrase() or ""
        return bool(self.passphrase)

    def clear(self) -> None:
        """Forget the passphrase."""
        self.passphrase = ""
        self._pair.clear()


class CodePage(StepPage):
    """The recovery code, to be printed or saved; it cannot be copied to the clipboard."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            "收好恢复码",
            "忘记口令时，只有恢复码能打开台账。它只显示这一次：请打印，或存成 PDF 放到另外的地方，不要和电脑放在一起。",
        )
        self._groups = [text("", "code", name=f"code.{number}") for number in range(1, 9)]
        grid = QGridLayout()
        grid.setSpacing(8)
        for index, label in enumerate(self._groups):
            numbered = QVBoxLayout()
            numbered.setSpacing(2)
            numbered.addWidget(text(f"第 {index + 1} 组", "small"))
            numbered.addWidget(label)
            grid.addLayout(numbered, index // 4, index % 4)
        self.print_button = button("打印", icon=theme.icons.icon("printer"), name="code.print")
        self.print_button.clicked.connect(self.print_asked)
        save = button("存为 PDF", icon=theme.icons.icon("pdf"), name="code.save")
        save.clicked.connect(self.save_asked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(save)
        row.addStretch()
        self._said = text("", "success", wrap=True, name="code.said")
        self.column.addLayout(grid)
        self.column.addSpacing(12)
        self.column.addLayout(row)
        self.column.addWidget(self._said)
        self.column.addStretch()
        self.setFocusProxy(save)

    def show_code(self, code: str) -> None:
        """Show the eight groups of ``code``; empty clears them."""
        groups = code.split("-") if code else [""] * len(self._groups)
        for number, (label, group) in enumerate(zip(self._groups, groups, strict=True), 1):
            label.setText(group)
            label.setAccessibleName(f"恢复码第 {number} 组 {' '.join(group)}")
        self._said.clear()

    def say(self, words: str) -> None:
        """Say what became of printing or saving."""
        self._said.setText(words)


class ConfirmPage(StepPage):
    """One group of the code, typed back."""

    def __init__(self) -> None:
        super().__init__("核对恢复码", "照着打印件或 PDF 输入一组，确认恢复码已经收好。")
        self._group = ""
        self._label = text("", "strong", name="confirm.label")
        self._typed = QLineEdit(maxLength=20)
        self._typed.setObjectName("confirm.group")
        self._label.setBuddy(self._typed)
        self._refusal = text("", "refusal", wrap=True, name="confirm.remark")
        self.column.addWidget(self._label)
        self.column.addWidget(self._typed)
        self.column.addWidget(self._refusal)
        self.column.addStretch()
        self._number = 0
        self.setFocusProxy(self._typed)

    def ask_for(self, number: int, group: str) -> None:
        """Ask for group ``number`` (1 to 8), which is ``group``."""
        self._number, self._group = number, group
        self._label.setText(f"恢复码第 {number} 组(&G)")
        self._typed.setAccessibleName(f"恢复码第 {number} 组")
        self._typed.clear()
        self._refuse("")

    def is_accepted(self) -> bool:
        is_same = bool(self._group) and _signs(self._typed.text()) == _signs(self._group)
        self._refuse("" if is_same else f"第 {self._number} 组不对。请对照再输一遍，也可以返回上一步查看。")
        return is_same

    def _refuse(self, why: str) -> None:
        mark_refused(self._typed, bool(why))
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
        if why:
            self._typed.selectAll()
            self._typed.setFocus()


def _signs(typed: str) -> str:
    """Letters and digits in capitals; width, blanks and hyphens do not matter, and 1 or I is meant as L."""
    folded = unicodedata.normalize("NFKC", typed).upper()
    return "".join(sign for sign in folded if sign.isalnum()).translate(str.maketrans("1I", "LL"))
