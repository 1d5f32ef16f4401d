"""Passphrase, recovery code and keyring of an open desk; every change asks for the present passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.identity import Identity
from fj_desktop.services.session import Session
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.passphrase_edit import PassphraseEdit
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, rule, text, wear
from fj_desktop.ui.widgets.new_passphrase import NewPassphrase
from fj_desktop.ui.widgets.notice import Notice

_NARROWEST, _AROUND = 480, 60
_PAPER = "奉节招商工作台-恢复码.pdf"


class KeysDialog(QDialog):
    """Changes how the desk is opened; the store itself is not rewritten."""

    def __init__(self, parent: QWidget, session: Session, identity: Identity, theme: Theme, asking: Asking) -> None:
        super().__init__(parent)
        self.setWindowTitle("口令与恢复码")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._identity, self._asking = session, identity, asking
        self._room = parent.window().size()
        self._tasks = Tasks(self)
        self._old = PassphraseEdit(theme, "现在的口令", "keys.old")
        self._new = NewPassphrase(theme, session.strength)
        self._new.lean_not_on((identity.name, identity.office_name))
        self._trouble = Notice(theme.icons, "refusal")
        self._keyring = QCheckBox("在这台电脑上用系统钥匙串自动解锁")
        self._keyring.setObjectName("keys.keyring")
        self._keyring.setChecked(session.has_keyring())
        self._lay_out()

    def _lay_out(self) -> None:
        change = button("更换口令", "primary", name="keys.change")
        change.clicked.connect(self._change)
        paper = button("生成新的恢复码…", name="keys.recovery")
        paper.clicked.connect(self._new_code)
        close = button("关闭", "quiet", name="keys.close")
        close.clicked.connect(self.accept)
        self._keyring.clicked.connect(self._set_keyring)
        inside = QWidget()
        wear(inside, "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 8)
        column.setSpacing(10)
        column.addWidget(text("口令与恢复码", "heading"))
        column.addWidget(text("以下改动都要先输入现在的口令。", "muted"))
        column.addWidget(text("现在的口令", "strong"))
        column.addWidget(self._old)
        column.addWidget(rule())
        column.addWidget(self._new)
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(text("以前的备份仍用旧口令打开。", "small"))
        column.addWidget(rule())
        column.addWidget(paper, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(text("新的恢复码生效后，旧的那张纸随即作废。", "small"))
        column.addWidget(self._keyring)
        column.addWidget(self._trouble)
        self._trouble.hide()
        self._scroll(inside, close)

    def _scroll(self, inside: QWidget, close: QWidget) -> None:
        """Large text on a small screen is scrolled, not squeezed; the way out stays in sight."""
        area = QScrollArea(widgetResizable=True)
        area.setObjectName("keys.scrolled")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 20)
        outer.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch()
        foot.addWidget(close)
        outer.addLayout(foot)
        wide = max(_NARROWEST, inside.sizeHint().width())
        self.setMinimumWidth(min(wide, self._room.width()))
        tall = max(inside.heightForWidth(wide), inside.sizeHint().height()) + close.sizeHint().height() + _AROUND
        self.resize(wide, min(tall, self._room.height()))

    def _change(self) -> None:
        new, old = self._new.passphrase(), self._old.text()
        words = (self._identity.name, self._identity.office_name)
        if new is not None:
            self._do(lambda _: self._session.vault.change_passphrase(old, new, words), "口令已更换。")

    def _new_code(self) -> None:
        path = self._asking.save_file(self, "保存新的恢复码", _PAPER, "PDF 文件 (*.pdf)")
        if path is not None:
            self._do(lambda _: self._renew(path), "新的恢复码已保存。请打印后放到另外的地方，并删除这个文件。")

    def _renew(self, path: Path) -> None:
        key = self._session.vault.unlock_with_passphrase(self._old.text())
        self._session.renew_recovery(key, path, self._identity.office, self._identity.name)

    def _set_keyring(self) -> None:
        wanted = self._keyring.isChecked()
        self._do(lambda _: self._remember(wanted), "已设置。")

    def _remember(self, wanted: bool) -> None:
        key = self._session.vault.unlock_with_passphrase(self._old.text())
        if not wanted:
            self._session.vault.forget(key)
        elif not self._session.vault.remember(key):
            raise UserError("系统钥匙串没有应答，没有记住。仍请用口令解锁。")

    def _do(self, work: Callable[[Progress], None], said: str) -> None:
        self._trouble.hide()
        self._tasks.run("正在处理", work, lambda _: self._done(said), self._failed)

    def _done(self, said: str) -> None:
        self._old.clear()
        self._new.clear()
        self._keyring.setChecked(self._session.has_keyring())
        self._asking.tell(self, "口令与恢复码", said, tone="done")

    def _failed(self, error: UserError) -> None:
        self._keyring.setChecked(self._session.has_keyring())
        self._trouble.say(error.text)
        self._trouble.show()
