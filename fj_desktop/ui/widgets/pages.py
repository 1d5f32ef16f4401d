"""Pages of which one is shown; unlike a QStackedWidget as high as the shown one, not as the highest."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """Holds pages in the order they are added; the first stands at the beginning."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._pages = pages
        self.index = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for page in pages:
            column.addWidget(page)
        self.show_page(0)

    def show_page(self, index: int) -> None:
        """Show one page and hide the others."""
        self.index = index
        for place, page in enumerate(self._pages):
            page.setVisible(place == index)
