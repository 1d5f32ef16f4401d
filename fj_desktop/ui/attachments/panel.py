"""The attachments at the end of a form: a list with what can be done, and the way to add some."""

import uuid
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.attachment_sources import Source, gathered
from fj_desktop.services.attachment_view import Attached
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.attachments.acts import AttachmentActs
from fj_desktop.ui.attachments.dropping import FileDrop, sources
from fj_desktop.ui.attachments.rows import ATTACHED, AttachmentList
from fj_desktop.ui.keyboard import IN_FORM, bind
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text

_HOW = "把文件、文件夹或截图拖到这里，或按 Ctrl+Shift+V 粘贴；每个不超过 100 MB。"
_NEW = "保存这条记录后即可添加附件；现在拖入也可以，会先保存。"
_IN_BIN = "记录在回收站里，附件只能查看。"


class AttachmentPanel(QWidget):
    """``counted``: how many attachments the shown record has.

    ``stored`` gives the id of the record on the form, saving it first if need be, or None when that is refused.
    """

    counted = Signal(int)

    def __init__(
        self,
        form: QWidget,
        desk: Desk,
        library: Library,
        theme: Theme,
        asking: Asking,
        stored: Callable[[], uuid.UUID | None],
    ) -> None:
        super().__init__(form)
        self._desk, self._library, self._theme, self._asking, self._stored = desk, library, theme, asking, stored
        self._record: uuid.UUID | None = None
        self._acts = AttachmentActs(form, desk, asking)
        self._list = AttachmentList(theme)
        self._how = text(_HOW, "small", wrap=True, name="attachments_how")
        self._said = text("", "small", wrap=True, name="attachments_said")
        self._add = button("添加附件…", "quiet", icon=theme.icons.icon("paperclip"), name="attachments_add")
        self.drop = FileDrop(form)
        self._lay_out(form)
        self.show_none()

    def _lay_out(self, form: QWidget) -> None:
        head = QHBoxLayout()
        self._title = text("附件", "strong", name="attachments_title")
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addWidget(self._said)
        column.addWidget(self._how)
        self._said.hide()
        self._add.clicked.connect(self.ask_files)
        self._list.itemActivated.connect(self._preview_item)
        self._list.preview_asked.connect(self._preview_chosen)
        self._list.open_asked.connect(self._open_chosen)
        self._list.remove_asked.connect(self._remove_chosen)
        self._list.paste_asked.connect(self.paste)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self.drop.dropped.connect(self.attach)
        self.drop.refused.connect(self._acts.report)
        paperclip = self._theme.icons.icon("paperclip")
        bind(form, "粘贴为附件", "Ctrl+Shift+V", self.paste, group=IN_FORM, icon=paperclip)
        bind(form, "添加附件", "Ctrl+Shift+A", self.ask_files, group=IN_FORM, icon=paperclip)

    def show_record(self, record: uuid.UUID, *, editable: bool) -> None:
        """Show the attachments of a stored record."""
        if record != self._record:
            self._said.hide()
        self._record = record
        self._settle(editable=editable, how=_HOW if editable else _IN_BIN)
        self.refresh()

    def show_none(self) -> None:
        """The form holds a record that is not stored yet."""
        self._record = None
        self._said.hide()
        self._settle(editable=True, how=_NEW)
        self._fill([])

    def refresh(self) -> None:
        """Ask the store again; the chosen row stays chosen."""
        if self._record is not None:
            self._fill(self._desk.attachments.of(self._library, self._record))

    def take_focus(self) -> None:
        """Put the keyboard into the list, or on the button when it is empty."""
        (self._list if self._list.count() else self._add).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def attach(self, chosen: Sequence[Source]) -> None:
        """Attach files to the record, storing it first when it is new."""
        if not self.drop.is_open:
            return
        record = self._stored()
        if record is not None and chosen:
            self._acts.add(self._library, record, chosen, self._added)

    def ask_files(self) -> None:
        """Let the person pick files."""
        paths = self._asking.open_files(self, "添加附件", "所有文件 (*)") if self.drop.is_open else []
        if paths:
            self._gather(lambda: gathered(paths))

    def paste(self) -> None:
        """Attach what the clipboard holds: files or a picture."""
        found = self._gather(lambda: sources(QGuiApplication.clipboard().mimeData()))
        if not found:
            self._say("剪贴板里没有文件或图片。")

    def _gather(self, find: Callable[[], list[Source]]) -> list[Source]:
        try:
            found = find()
        except UserError as error:
            self._acts.report(error)
            return []
        self.attach(found)
        return found

    def _added(self, count: int) -> None:
        self.refresh()
        if count:
            self._say(f"已加密保存 {count} 个附件，可按 Ctrl+Z 撤销。")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _settle(self, *, editable: bool, how: str) -> None:
        self.drop.is_open = editable
        self._add.setEnabled(editable)
        self._how.setText(how)

    def _fill(self, found: Sequence[Attached]) -> None:
        self._list.show_all(found)
        self._title.setText(f"附件　{len(found)}" if found else "附件")
        self.counted.emit(len(found))

    def _preview_item(self, item: QListWidgetItem) -> None:
        # Loaded when first used: most records are read without.
        from fj_desktop.ui.attachments.preview import PreviewDialog

        PreviewDialog(self.window(), self._desk, item.data(ATTACHED), self._theme, self._acts).open()

    def _preview_chosen(self) -> None:
        if self._list.selectedItems():
            self._preview_item(self._list.selectedItems()[0])

    def _open_chosen(self) -> None:
        chosen = self._list.chosen()
        if chosen and chosen[0].opens:
            self._acts.open(chosen[0])

    def _save_chosen(self) -> None:
        for one in self._list.chosen()[:1]:
            self._acts.save(one)

    def _remove_chosen(self) -> None:
        chosen = self._list.chosen()
        if self.drop.is_open and chosen and (count := self._acts.remove(chosen)):
            self.refresh()
            self._say(f"已移除 {count} 个附件，可按 Ctrl+Z 撤销。")

    def _show_menu(self, place: QPoint) -> None:
        chosen = self._list.chosen()
        if chosen:
            self._menu(chosen).popup(self._list.viewport().mapToGlobal(place))

    def _menu(self, chosen: Sequence[Attached]) -> QMenu:
        menu, single = QMenu(self), len(chosen) == 1
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, keys, icon, act, enabled in (
            ("预览", "Space", "eye", self._preview_chosen, single),
            ("用其他程序打开", "Ctrl+O", "file", self._open_chosen, single and chosen[0].opens),
            ("另存为…", "", "save", self._save_chosen, single),
            ("移除", "Delete", "delete", self._remove_chosen, self.drop.is_open),
        ):
            action = QAction(self._theme.icons.icon(icon), words, menu)
            action.setShortcut(QKeySequence(keys))
            action.setEnabled(enabled)
            action.triggered.connect(act)
            menu.addAction(action)
        return menu
