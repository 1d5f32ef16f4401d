"""Saves a picture of every screen of the demo desk; used for the manual and to look at a change."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget

from fj_desktop import __version__
from fj_desktop.core.offices import OFFICES
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.attachment_sources import Source
from fj_desktop.services.browse import Wanted
from fj_desktop.services.demo import open_demo
from fj_desktop.services.desk import Desk
from fj_desktop.services.session import Session
from fj_desktop.settings import Settings
from fj_desktop.ui.about import AboutDialog
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.attachments.acts import AttachmentActs
from fj_desktop.ui.attachments.preview import PreviewDialog
from fj_desktop.ui.audit import AuditDialog
from fj_desktop.ui.capture import CaptureDialog
from fj_desktop.ui.desk_page import desk_page
from fj_desktop.ui.first_run import FirstRun
from fj_desktop.ui.key_sheet import KeySheet
from fj_desktop.ui.library.grid_plan_dialog import PlanDialog
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.palette import PaletteBox
from fj_desktop.ui.settings_dialog import SettingsDialog
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.unlock import UnlockPage
from fj_desktop.ui.ways_in import DeskFounding, DeskUnlocking
from fj_desktop.ui.widgets.brand import Facts

_ROUNDS = 40
_LEADS = (
    "1. 张示例 13800138000 示例光学有限公司 董事长 想看地，下周来\n2. 李示例 13900139000 示例机械 微信同号 租标准厂房\n"
    "3. 王总 示例集团 采购部 0755-88886666"
)


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
        shell = Shell(application, Asking(theme.icons), "")
        shell.resize(width, height)
        shell.show()
        for number, (name, shown) in enumerate(_screens(shell, theme, desk, Profile(Path(folder))), 1):
            for _ in range(_ROUNDS):
                application.processEvents()
            shown.grab().save(str(out / f"{number:02d}-{name}.png"))
        desk.close()
        shell.hide()
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 640 <= int(width) <= 7680 and 480 <= int(height) <= 4320):
        raise UserError(f"窗口大小“{text[:20]}”应写成 宽x高，例如 1366x768。")
    return int(width), int(height)


def _screens(shell: Shell, theme: Theme, desk: Desk, profile: Profile) -> Iterator[tuple[str, QWidget]]:
    asking, session = Asking(theme.icons), Session.of(profile)
    founding = DeskFounding(session, asking, shell)
    facts = Facts(__version__)
    first = FirstRun(theme, asking, founding, offices=OFFICES, strength=session.strength, facts=facts)
    shell.show_page(first)
    yield "first-run", shell
    shell.show_page(UnlockPage(theme, DeskUnlocking(session), session.strength, facts))
    yield "unlock", shell
    page = desk_page(desk, profile, theme, asking, shell)
    shell.show_page(page)
    for library in CATALOG:
        page.show_library(library.library)
        yield library.library, shell
        rows = desk.browse.page(desk.browse.open(library, Wanted()), 0, 1, [])
        if rows:
            page.show_record(library.library, rows[0].id)
            yield f"{library.library}-record", shell
    yield from _grid_dialogs(shell, theme, desk)
    yield from _attachments(shell, page, theme, desk, asking)
    yield from _by_keyboard(page, shell, theme, desk, asking)
    dialogs: tuple[QDialog, ...] = (
        SettingsDialog(shell, Settings(), theme),
        AboutDialog(shell, theme),
        AuditDialog(shell, desk, asking),
    )
    for dialog in dialogs:
        dialog.show()
        yield type(dialog).__name__.removesuffix("Dialog").lower(), dialog
        dialog.close()


def _attachments(
    shell: Shell, page: MainWindow, theme: Theme, desk: Desk, asking: Asking
) -> Iterator[tuple[str, QWidget]]:
    """A form that ends with attachments, and a look at one."""
    library = CATALOG["land"]
    plot = desk.browse.page(desk.browse.open(library, Wanted()), 0, 1, [])[0].id
    words = "示例：地块踏勘记录\n到场：驻点人员两名\n结论：三通一平已完成，可安排客商实地察看。"
    desk.attachments.add(library, plot, [Source("示例-踏勘记录.txt", content=words.encode())])
    page.show_library(library.library)
    page.show_record(library.library, plot)
    for button in page.tab(library.library).findChildren(QToolButton, "form_attachments"):
        button.click()
    yield "attachments", shell
    (one,) = desk.attachments.of(library, plot)
    dialog = PreviewDialog(shell, desk, one, theme, AttachmentActs(shell, desk, asking))
    dialog.show()
    yield "preview", dialog
    dialog.close()


def _by_keyboard(
    page: MainWindow, shell: Shell, theme: Theme, desk: Desk, asking: Asking
) -> Iterator[tuple[str, QWidget]]:
    """Command palette, key sheet and quick capture."""
    palette = PaletteBox(desk, theme, page)
    palette.pop_up()
    yield "palette", shell
    palette.put_away()
    sheet = KeySheet(page, theme)
    sheet.show()
    yield "keys", sheet
    sheet.close()
    capture = CaptureDialog(page, desk, theme, asking)
    capture.pop_up()
    capture.put(_LEADS)
    yield "capture", capture
    capture.put("")
    capture.close()


def _grid_dialogs(shell: Shell, theme: Theme, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """What a paste with refused cells says; a table's own commands open it."""
    library = next(iter(CATALOG))
    names = desk.browse.page(desk.browse.open(library, Wanted()), 0, 3, ())
    changes = {row.id: {one.key: "？" for one in CATALOG.surface(library)[:8]} for row in names}
    dialog = PlanDialog(shell, desk, "粘贴", desk.bulk.plan(library, changes), theme)
    dialog.show()
    yield "paste", dialog
    dialog.close()
