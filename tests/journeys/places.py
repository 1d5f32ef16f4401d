"""Where a person would click: pages of the same size are laid out here, and asked for their widgets' places."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fj_desktop.core.offices import OFFICES
from fj_desktop.libraries import CATALOG
from fj_desktop.services.session import Session
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.first_run import Answers, FirstRun
from fj_desktop.ui.importing import ImportWizard
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.unlock import UnlockPage
from fj_desktop.ui.widgets.brand import Facts
from tests.journeys.program import SIZE
from tests.support.desks import open_desk
from tests.support.fake_asking import FakeAsking

Place = tuple[int, int]


class _NoFounding:
    def found(self, answers: Answers) -> str:
        return "-".join([answers.office] * 8)

    def save_code(self, path: object, code: str) -> None: ...

    def print_code(self, code: str) -> bool:
        return bool(code)


class _NoUnlocking:
    def try_passphrase(self, text: str) -> None: ...
    def try_recovery(self, code: str) -> None: ...
    def set_passphrase(self, text: str) -> None: ...
    def try_keyring(self) -> bool:
        return False

    def wait_seconds(self) -> float:
        return 0.0


class Places:
    """Lays pages out and tells where their widgets stand."""

    def __init__(self, application: QApplication, theme: Theme) -> None:
        self._application, self._theme = application, theme
        self._asking = FakeAsking()

    def first_run(self) -> Callable[[str], Place]:
        """Places on the first page of the first run."""
        founding, strength = _NoFounding(), Session.strength
        page = FirstRun(self._theme, self._asking, founding, offices=OFFICES, strength=strength, facts=Facts("0"))
        return self._shown(page)

    def locked(self) -> Callable[[str], Place]:
        """Places on the page that covers a locked desk."""
        page = UnlockPage(self._theme, _NoUnlocking(), Session.strength, Facts("0"))
        page.greet("已锁定", "输入口令继续。没有保存的内容还在，打开后可接着做。", demo=False)
        return self._shown(page)

    def desk(self, library: str) -> Callable[[str], Place]:
        """Places on a tab of the open desk."""
        nothing: Callable[..., None] = _nothing
        window = MainWindow(open_desk(), self._theme, self._asking, Actions(*[nothing] * 5))
        window.show_library(library)
        return self._shown(window)

    def new_form(self, library: str) -> Callable[[str], Place]:
        """Places on the form of a new record."""
        nothing: Callable[..., None] = _nothing
        window = MainWindow(open_desk(), self._theme, self._asking, Actions(*[nothing] * 5))
        window.show_library(library)
        return self._shown(window, window.tab(library).start_new)

    def wizard(self, library: str) -> Callable[[str], Place]:
        """Places on the import wizard, as it stands over the window."""
        shell = Shell(self._application, self._asking, "")
        shell.resize(*SIZE)
        shell.show()
        wizard = ImportWizard(open_desk(), CATALOG[library], self._theme, self._asking, shell)
        wizard.open()
        for _ in range(30):
            self._application.processEvents()
        corner = shell.mapToGlobal(QPoint(0, 0))
        places = {}
        for child in wizard.findChildren(QPushButton):
            at = child.mapToGlobal(QPoint(child.width() // 2, child.height() // 2)) - corner
            places[child.objectName()] = (at.x(), at.y())
        # The button that goes on is hidden on the first page; it stands at the right end of the same row.
        right = wizard.mapToGlobal(QPoint(wizard.width() - 84, 0)) - corner
        places["wizard.next"] = (right.x(), places["wizard.cancel"][1])
        wizard.close()
        shell.hide()
        shell.deleteLater()
        return places.__getitem__

    def _shown(self, page: QWidget, then: Callable[[], None] | None = None) -> Callable[[str], Place]:
        shell = Shell(self._application, self._asking, "")
        shell.show_page(page)
        shell.resize(*SIZE)
        shell.show()
        for step in (None, then):
            if step is not None:
                step()
            for _ in range(30):
                self._application.processEvents()
        places: dict[str, Place] = {}
        for child in page.findChildren(QWidget):
            if child.objectName() and child.isVisible():
                at = child.mapTo(shell, QPoint(child.width() // 2, child.height() // 2))
                places.setdefault(child.objectName(), (at.x(), at.y()))
        shell.hide()
        shell.deleteLater()
        return places.__getitem__


def _nothing(*_: object) -> None: ...
