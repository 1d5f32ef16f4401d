"""Saves a picture of every screen of the demo desk; used for the manual and to look at a change."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.services.demo import open_demo
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.screens.around import Around
from fj_desktop.ui.screens.listed import every_screen
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.theme import Theme


def render(application: QApplication, out: Path, size: str, *, dark: bool) -> int:
    """Save ``NN-name.png`` for every screen into a folder; returns 0.

    Args:
        application: Qt's application object.
        out: the folder; made when missing.
        size: of the window, e.g. ``1366x768``.
        dark: in the dark palette.

    Raises:
        UserError: the size is not of that shape, or the folder can't be written to.
    """
    width, height = _size(size)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise UserError(f"建不了文件夹“{out}”，请换一个位置。") from None
    with tempfile.TemporaryDirectory() as folder:
        desk = open_demo(Profile(Path(folder)))
        theme = Theme(application, "dark" if dark else "light")
        asking = Asking(theme.icons)
        shell = Shell(application, asking, "")
        shell.resize(width, height)
        shell.show()
        around = Around(application, shell, theme, desk, Profile(Path(folder)), asking)
        for number, (name, shown) in enumerate(every_screen(around), 1):
            around.settle()
            shown.grab().save(str(out / f"{number:02d}-{name}.png"))
        desk.close()
        shell.hide()
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 640 <= int(width) <= 7680 and 480 <= int(height) <= 4320):
        raise UserError(f"窗口大小“{text[:20]}”应写成 宽x高，例如 1366x768。")
    return int(width), int(height)
