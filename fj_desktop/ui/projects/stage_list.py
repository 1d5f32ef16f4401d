"""One column of the board: its head, and its cards as a list that cards are dragged from and dropped on."""

import uuid

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from fj_desktop.ui.projects.card_delegate import CardDelegate
from fj_desktop.ui.projects.card_model import MIME, CardModel
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import wear


class StageList(QListView):
    """``opened``: a card was chosen; ``sideways``: the keyboard goes to the next column (-1, 1); ``onward``: Ctrl+→.

    ``dropped``: a project was dropped here.
    """

    opened = Signal(object)
    sideways = Signal(int)
    onward = Signal(object)
    dropped = Signal(object)

    def __init__(self, model: CardModel, theme: Theme, stage: str) -> None:
        super().__init__()
        self.stage = stage
        self._cards = model
        wear(self, "plain")
        self.setObjectName(f"board.{stage}")
        self.setModel(model)
        self.setItemDelegate(CardDelegate(self, theme))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.activated.connect(self._open)

    @property
    def present(self) -> uuid.UUID | None:
        """The project of the current card."""
        card = self._cards.card(self.currentIndex().row())
        return card.id if card is not None else None

    def _open(self, index: QModelIndex) -> None:
        card = self._cards.card(index.row())
        if card is not None:
            self.opened.emit(card.id)

    # Qt's own names

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._cards.rowCount():
            self.setCurrentIndex(self._cards.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if side is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if side > 0 and self.present is not None:
                self.onward.emit(self.present)
        else:
            self.sideways.emit(side)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME) and event.source() is not self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(uuid.UUID(bytes=bytes(event.mimeData().data(MIME).data())))
