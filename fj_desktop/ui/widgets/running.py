"""The one application object of the running program."""

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """The running application.

    Raises:
        RuntimeError: none runs; a widget was made too early.
    """
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise RuntimeError("no application runs")
    return running
